"""Observations together: in order, described, as tables; what was known at a date; what is no number."""

from __future__ import annotations

import datetime as dt
import operator
import pickle
from typing import TYPE_CHECKING, Any

import attrs
import pytest

import raqqa_data as rd
from tests.records.samples import AREA, COUNT, DOCUMENT, QUOTE, SHARE

if TYPE_CHECKING:
    from collections.abc import Callable

ALL = rd.Observations([COUNT, AREA, SHARE])


def test_order_by_what_they_say() -> None:
    hectares = attrs.evolve(AREA, id="town.hectares", estimate=rd.Estimate.stated(2), unit="hectare")
    square = attrs.evolve(AREA, id="town.square", estimate=rd.Estimate.stated(300), unit="meter ** 2")
    areas = rd.Observations([hectares, COUNT, square])
    assert areas.sort("value").ids == ("town.square", "town.hectares", "town.planted")
    assert areas.sort("value", descending=True).ids == ("town.planted", "town.hectares", "town.square")
    assert ALL.sort(lambda record: len(record.id)).ids == ("town.area", "town.share", "town.planted")
    assert ALL.sort("kind", "id").ids == ("town.area", "town.planted", "town.share")
    vague = attrs.evolve(COUNT, id="town.vague", estimate=rd.Estimate.vague())
    assert rd.Observations([vague, AREA]).sort("value", descending=True).ids == ("town.area", "town.vague")
    later = attrs.evolve(COUNT, id="town.later", period=rd.Period("2025"))
    assert rd.Observations([later, COUNT]).sort().ids == ("town.planted", "town.later")
    with pytest.raises(rd.NotFoundError, match="no key to sort by 'valu'; did you mean 'value'"):
        ALL.sort("valu")
    for wrong in (3, None, ["value"]):
        with pytest.raises(rd.NotFoundError, match="no key to sort by"):
            ALL.sort(any_value(wrong))


def test_a_part_of_them_stays_what_it_is() -> None:
    assert (type(ALL[1:]), ALL[1:].ids) == (rd.Observations, ("town.area", "town.share"))
    assert (ALL.head(2).ids, ALL.head(0).ids, ALL.head(-1).ids) == (("town.planted", "town.area"), (), ())
    for wrong in ("2", None, 2.5):
        with pytest.raises(rd.RecordError, match=r"Observations\.count = .*whole number"):
            ALL.head(any_value(wrong))
        with pytest.raises(
            (rd.OperationError, rd.NotFoundError), match="give a position, a slice or an id|no observation"
        ):
            ALL.__getitem__(any_value(wrong))


@pytest.mark.parametrize("wrong", [None, COUNT, 3])
def test_what_is_no_list_of_observations_is_told(wrong: Any) -> None:
    with pytest.raises(rd.RecordError, match=r"Observations\.records = .*give several records of class Observation"):
        rd.Observations(wrong)
    with pytest.raises(rd.RecordError, match=r"Observations\.records"):
        rd.as_of(wrong, "2024")


def test_described() -> None:
    proposed = rd.Observations([attrs.evolve(COUNT, annotation=rd.Annotation.PROPOSED), AREA])
    lines = dict(line.split(maxsplit=1) for line in proposed.describe().splitlines()[1:])
    assert lines["Kinds"] == "area 1, count 1"
    assert lines["Annotation"] == "confirmed 1, proposed 1"
    assert rd.Observations().describe() == "0 observations"


def test_what_is_no_connection_is_told() -> None:
    with pytest.raises(rd.RecordError, match=r"to_duckdb\.connection = 'x': .*duckdb\.connect"):
        ALL.to_duckdb("x")


def test_as_tables_of_other_libraries() -> None:
    assert [row["id"] for row in ALL.to_dicts()] == list(ALL.ids)
    pytest.importorskip("arro3.core")
    assert ALL.to_arrow().num_rows == 3
    pytest.importorskip("polars")
    assert ALL.to_polars()["id"].to_list() == list(ALL.ids)
    pytest.importorskip("pyarrow")
    pytest.importorskip("pandas", minversion="3")
    assert ALL.to_pandas()["id"].to_list() == list(ALL.ids)


def test_records_give_what_their_delegations_give() -> None:
    pytest.importorskip("arro3.core")
    from raqqa_data.interchange.citing import cite

    observations = rd.security.observations
    assert rd.Observations.from_arrow(observations) == observations
    assert observations.to_arrow().num_rows == len(observations) == len(observations.to_dicts())
    assert rd.prison_attack.killed.cite("bibtex") == cite(rd.prison_attack.killed, "bibtex")
    assert rd.prison_attack.killed.cite(language="ar") != rd.prison_attack.killed.cite()


def test_what_is_proposed_is_shown_as_such() -> None:
    proposed = attrs.evolve(COUNT, annotation=rd.Annotation("proposed"))
    assert repr(proposed) == "<Count town.planted: 40 people, 2024-03 (proposed)>"
    assert "\n  Annotation proposed\n" in str(proposed)
    assert "\n  Period     " in str(proposed)
    assert "40 people (proposed)" in str(rd.Observations([proposed]))
    assert "40 people (proposed)" in repr(rd.Observations([proposed]))
    assert "proposed" in rd.Observations([proposed]).as_html()
    both = rd.Observations([proposed, AREA])
    assert both.where(annotation="proposed").ids == ("town.planted",)
    with pytest.raises(rd.NotFoundError):
        ALL.where(annotation="proposed")


def test_narrowed_to_a_subgroup_or_an_event() -> None:
    found = rd.observations.where(subgroup={"status": "civilian"}, event="prison_attack")
    assert found.ids == ("prison_attack.killed_civilians", "prison_attack.displaced")
    assert rd.observations.where(subgroup=rd.Subgroup("civilians")) == found
    with pytest.raises(rd.NotFoundError, match="no subgroup 'sex=female'"):
        rd.observations.where(subgroup={"sex": "female"})
    with pytest.raises(rd.NotFoundError, match="no event 'prison_atack'; did you mean 'prison_attack'"):
        rd.observations.where(event="prison_atack")


def test_a_bare_word_and_coordinates_are_one_form() -> None:
    women = attrs.evolve(COUNT, subgroup=any_value({"sex": "female"}))
    assert women.subgroup == rd.Subgroup(sex="female")
    assert attrs.evolve(COUNT, subgroup=any_value("oaks")).subgroup == {"group": "oaks"}


def any_value(value: object) -> Any:
    return value


# ------------------------------------------------------------------------------------------------- known at a date


def dated(published: str, name: str, **more: Any) -> rd.Observation:
    document = attrs.evolve(DOCUMENT, id=f"d-{name}", published=rd.Period(published))
    return attrs.evolve(COUNT, id=f"town.{name}", document=document, **more)


def test_what_was_known_at_a_date() -> None:
    first = dated("2024-04-02", "first", record_status=rd.RecordStatus.SUPERSEDED, superseded_by="town.second")
    known = rd.Observations([first, dated("2024-04-20", "second"), dated("2024-05", "third")])
    assert rd.as_of(known, "2024-04-01").ids == ()
    then = rd.as_of(known, dt.date(2024, 4, 2))
    assert rd.as_of(known, dt.datetime(2024, 4, 2, 9, 30)) == then  # noqa: DTZ001 - its day is what is asked for
    assert then.ids == ("town.first",)
    assert (then[0].record_status, then[0].superseded_by) == (rd.RecordStatus.CURRENT, None)
    # a month may end after the day that is asked for
    assert rd.as_of(known, "2024-05-30").ids == ("town.first", "town.second")
    assert rd.as_of(known, rd.Period("2024-05")) == known
    with pytest.raises(rd.RecordError, match="state no date of publication"):
        rd.as_of([COUNT], "2024")
    with pytest.raises(rd.RecordError, match="no last day"):
        rd.as_of(known, "2024/..")


# ------------------------------------------------------------------------------------------------------ no numbers


OPERATIONS: list[tuple[Callable[[Any, Any], object], str]] = [
    (lambda one, other: sum(any_value(rd.Observations([one, other]))), "rd.total"),
    (operator.add, "rd.total"),
    (operator.sub, "rd.compare"),
    (operator.lt, "rd.compare"),
    (operator.ge, "rd.compare"),
    (lambda one, other: max(any_value(rd.Observations([one, other]))), "key=lambda o: o.estimate.best"),
    (lambda one, other: sorted([one, other]), "key=lambda o: o.estimate.best"),
    (lambda one, _: float(one), ".estimate.best"),
    (lambda one, _: int(one), ".estimate.best"),
    (lambda one, _: any_value(rd.total([one])) + 1, "rd.total"),
    (lambda one, other: one / other, "rd.ratio(one, other)"),
    (lambda one, _: 100 / one, "rd.ratio(one, other)"),
    (lambda one, _: one * 2, ".estimate.best"),
    (lambda one, _: round(one), ".estimate.best"),
    (operator.mod, ".estimate.best"),
    (lambda one, _: one**2, ".estimate.best"),
    (lambda one, _: 2 % one, ".estimate.best"),
    (lambda one, _: -one, ".estimate.best"),
    (lambda one, _: +one, ".estimate.best"),
    (lambda one, _: abs(one), ".estimate.best"),
    (lambda one, _: one.estimate + 1, "Estimate.stated(1)"),
    (lambda one, _: 1 + one.estimate, "Estimate.stated(1)"),
    (lambda one, _: one.estimate - 1, "Estimate.stated(1)"),
    (lambda one, other: one.estimate < other.estimate, "take .best, .low or .high"),
    (lambda one, other: one.estimate >= other.estimate, "rd.compare()"),
    (lambda one, other: any_value(rd.Observations([one])) + any_value(rd.Observations([other])), "[*one, *other]"),
    (lambda one, other: any_value(rd.Observations([one])) < any_value(rd.Observations([other])), "rd.compare"),
    (lambda one, _: float(any_value(rd.Observations([one]))), "rd.total(observations)"),
]


@pytest.mark.parametrize(("operation", "meant"), OPERATIONS)
def test_what_is_no_number_names_what_was_meant(operation: Callable[[Any, Any], object], meant: str) -> None:
    with pytest.raises(rd.OperationError) as caught:
        operation(COUNT, AREA)
    assert meant in str(caught.value)
    assert isinstance(caught.value, TypeError)


# ------------------------------------------------------------------------------------------------- pickles of before


def test_a_pickle_of_before_a_field_was_there_gets_its_default() -> None:
    old: dict[str, Any] = dict(COUNT.__getstate__())
    for name in ("annotation", "event", "price_basis"):
        del old[name]
    record = object.__new__(rd.Count)
    old["subgroup"] = "oaks"
    record.__setstate__(old)
    assert record == attrs.evolve(COUNT, subgroup=any_value("oaks"))
    assert pickle.loads(pickle.dumps(record)) == record
    quote = object.__new__(rd.Quote)
    quote.__setstate__({"exact": QUOTE.exact, "start": QUOTE.start, "end": QUOTE.end})
    assert quote == QUOTE


def test_a_pickle_of_before_a_place_had_its_module_loads_and_says_so() -> None:
    assert isinstance(AREA.place, rd.Place)
    old = pickle.dumps(AREA.place, 0).replace(b"raqqa_data.records.place", b"raqqa_data.records.provenance")
    with pytest.warns(DeprecationWarning, match=r"provenance\.Place is now raqqa_data\.records\.place\.Place"):
        assert pickle.loads(old) == AREA.place
    from raqqa_data.records import provenance

    with pytest.raises(AttributeError, match="has no attribute 'Palace'"):
        _ = provenance.Palace
