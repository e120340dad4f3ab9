"""What a derived value carries and how it shows itself."""

from __future__ import annotations

import pickle
import subprocess
import sys

import pytest
from hypothesis import given

from raqqa_data.aggregation import Derived, total
from raqqa_data.errors import RecordError
from raqqa_data.records import Estimate, Observation, Period, Wording
from raqqa_data.texts import Name
from tests.aggregation.factory import CITY, DOCUMENT, OTHER_CITY, RUBBLE, SDF, UN, flows, observation

ADDED = total(
    [
        observation("a", 15, attributed_to=UN, conveyed_by=SDF),
        observation("b", Estimate.stated(300, Wording.MORE_THAN), place=OTHER_CITY, period="2022-03", attributed_to=UN),
    ]
)


def test_carries_its_sources() -> None:
    assert ADDED.agents == (UN, SDF)
    assert ADDED.places == (CITY, OTHER_CITY)
    assert ADDED.documents == (DOCUMENT,)
    assert ADDED.period == Period("2022-01/2022-03")
    assert ADDED.operation == "total"


def test_period_without_a_year() -> None:
    yearless = observation("a", period="XXXX-06")
    assert total([yearless]).period == Period("XXXX-06")
    mixed = total([yearless, observation("b", place=OTHER_CITY)])
    assert mixed.period is None
    assert "Period" not in dict(mixed.facts())
    assert mixed.cite().startswith("2 people. Total: killed.")


def test_cites_each_record() -> None:
    head, first, second = ADDED.cite().splitlines()
    assert head.startswith("more than 315 people, 2022-01/2022-03. Total: killed. Derived with raqqa_data ")
    assert first == f"- report.a: 15 people, United Nations; report [10:12], sha256 {DOCUMENT.sha256}"
    assert "report.b: more than 300 people" in second
    assert "the document itself" in total([observation("c")]).cite()


def test_explains() -> None:
    assert ADDED.explain().splitlines() == [
        "Adds 2 observations: 15 + more than 300 = more than 315 people.",
        "No upper bound: report.b states none.",
    ]


def test_explains_several_that_state_none() -> None:
    open_ones = [observation("a", Estimate.vague(2)), observation("b", Estimate.vague(3), place=OTHER_CITY)]
    assert "No best value: report.a, report.b state none." in total(open_ones).explain()


def test_long_lists_are_counted() -> None:
    added = total([observation(f"o{n}", period=f"{2000 + n}") for n in range(9)])
    assert added.explain() == "Adds 9 observations: 1 + 1 + 1 + 1 + 1 + 1 + … 3 more = 9 people."
    assert dict(added.facts())["From"].endswith("report.o5, … 3 more")


@pytest.mark.parametrize(("count", "last"), [(6, "1"), (7, "… 1 more")])
def test_that_there_are_more_is_said_where_there_are(count: int, last: str) -> None:
    added = total([observation(f"o{n}", period=f"{2000 + n}") for n in range(count)])
    assert f"1 + 1 + 1 + 1 + 1 + {'1 + ' * (count > 6)}{last} = {count} people." in added.explain()


def test_mixed_units_are_named() -> None:
    added = total([observation("a", 1, RUBBLE, unit="hectare"), observation("b", 0.5, RUBBLE, place=OTHER_CITY)])
    assert "1 ha + 0.5 m²" in added.explain()


def test_prints() -> None:
    assert str(ADDED).splitlines()[0] == "Total: killed · المجموع: مؤشر"
    assert "Said by   United Nations, SDF" in str(ADDED)
    assert "Said by" not in str(total([observation("c")]))
    assert repr(ADDED) == "<Derived total: more than 315 people, 2022-01/2022-03>"
    allowed = total([observation("a"), observation("b")], allow={"disjointness"})
    assert ("Allowed", "disjointness") in allowed.facts()


def test_claims_that_were_doubted_are_told() -> None:
    added = total(
        [
            observation("a", attributed_to=UN, claim_status="withdrawn"),
            observation("b", attributed_to=UN, claim_status="disputed", period="2023"),
            observation("c", period="2024"),
        ]
    )
    assert "Claims disputed: report.b.\nClaims withdrawn: report.a." in added.explain()
    assert {("Disputed", "report.b"), ("Withdrawn", "report.a")} < set(added.facts())
    assert "laims" not in ADDED.explain()


def test_html_is_escaped() -> None:
    spiteful = Derived(
        operation="<b>",
        name=Name("<script>", "<script>"),
        estimate=Estimate.stated(1),
        unit="person",
        records=(observation("a"),),
    )
    html = spiteful.as_html()
    assert "<script>" not in html
    assert "<b>" not in html
    assert "&lt;script&gt;" in html


def test_quantity() -> None:
    assert str(total([observation("a", 5, RUBBLE)]).quantity) == "5 meter ** 2"
    with pytest.raises(RecordError, match="no single best value"):
        total([observation("a", Estimate.between(1, 2))]).quantity  # noqa: B018


def test_to() -> None:
    converted = total([observation("a", 5_000_000, RUBBLE)]).to("hectare")
    assert (converted.estimate.best, converted.unit, converted.inputs) == (500, "hectare", ("report.a",))


def test_frozen_and_hashable() -> None:
    same = total(ADDED.records)
    assert same == ADDED
    assert hash(same) == hash(ADDED)
    with pytest.raises(AttributeError):
        ADDED.unit = "school"  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]


@given(flows(units=True))
def test_pickles(records: list[Observation]) -> None:
    added = total(records)
    assert pickle.loads(pickle.dumps(added)) == added


def test_needs_no_pint() -> None:
    code = "import raqqa_data.aggregation, sys; assert not {'pint', 'numpy', 'narwhals'} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)


def test_a_sum_says_what_nobody_confirmed() -> None:
    sure = total([observation("a"), observation("b", period="2023")])
    assert sure.proposed == ()
    assert "Proposed" not in sure.explain() + str(sure)
    found = total([observation("a"), observation("b", period="2023", annotation="proposed")])
    assert found.proposed == ("report.b",)
    assert found.explain().endswith("Proposed by machine, not confirmed: report.b.")
    assert ("Proposed", "report.b") in found.facts()
