"""What must hold of a sum: said once, and carried out alike over records and over tables."""

from __future__ import annotations

import re
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from raqqa_data.aggregation import conditions, frames, total
from raqqa_data.aggregation.conditions import Condition, Rule
from raqqa_data.errors import NotSummarizable
from raqqa_data.records import Estimate, Observation, RecordStatus, Wording
from tests.aggregation.engines import EMBEDDED, ENGINES, Columns, Engine
from tests.aggregation.factory import CITY, DOCUMENT, GOVERNORATE, KILLED, OTHER_CITY, SYRIA, indicator, observation
from tests.aggregation.test_frames import PARTS, close, columns_of
from tests.strategies import examples

SECOND = attrs.evolve(DOCUMENT, id="second")
PLACES = [SYRIA, GOVERNORATE, CITY, OTHER_CITY]
PEOPLE = [
    KILLED,
    indicator("injured"),
    indicator("detained", additivity="stock"),
    indicator("ratio", "person", "non-additive"),
]
BURNT, AID = indicator("burnt", "percent"), indicator("aid", "USD")
ESTIMATES = [Estimate.stated(7), Estimate.stated(9, Wording.MORE_THAN), Estimate.between(2, 4), Estimate.vague(100)]
PERIODS = ["2021", "2022-01", "2022-02", "2022", "2023~"]
ALLOWED = [(), ("type compatibility",), ("disjointness",), ("type compatibility", "disjointness")]


RULES = [value for value in vars(conditions).values() if isinstance(value, Rule)]


@st.composite
def sums(draw: st.DrawFn) -> list[Observation]:
    """Records of one dimension that may break any of the rules, most of them none."""
    group = draw(st.sampled_from(["people", "shares", "money"]))
    some = draw(st.sampled_from([PEOPLE, *([each] for each in PEOPLE)])) if group == "people" else []
    bare = draw(st.booleans())  # else few tables would be honest
    records: list[Observation] = []
    for n in range(draw(st.integers(1, 5))):
        what = draw(st.sampled_from(some or [BURNT if group == "shares" else AID]))
        of = draw(st.sampled_from(["the city", "the city", "the fields"])) if group == "shares" else None
        price_basis = draw(st.sampled_from([None, "2020"])) if group == "money" else None
        withdrawn = not bare and draw(st.integers(0, 9)) == 0
        field = "o0" if not bare and draw(st.integers(0, 9)) == 0 else f"o{n}"
        whole = draw(st.sampled_from([None, None, None, "o0", "o1", "elsewhere"]))
        records.append(
            observation(
                field,
                draw(st.sampled_from(ESTIMATES)),
                what,
                period=f"{2000 + n}" if bare else draw(st.sampled_from(PERIODS)),
                place=draw(st.sampled_from(PLACES)),
                subgroup=draw(st.sampled_from([None, {"sex": "female"}, {"sex": "male"}, {"status": "civilian"}])),
                event=draw(st.sampled_from([None, None, "raid", "siege"])),
                document=draw(st.sampled_from([DOCUMENT, DOCUMENT, SECOND])),
                part_of=None if whole == field else whole,
                record_status=RecordStatus.WITHDRAWN if withdrawn else RecordStatus.CURRENT,
                **({"of": of} if of else {"price_basis": price_basis} if price_basis else {}),
            )
        )
    return records


def table_of(engine: Engine, records: list[Observation]) -> Any:
    more: Columns = {
        "all": ["all"] * len(records),
        "record_status": [str(record.record_status) for record in records],
        "of": [getattr(record, "of", None) for record in records],
        "price_basis": [getattr(record, "price_basis", None) for record in records],
    }
    return engine.make({**columns_of(records), **more})


def rule_of(error: NotSummarizable) -> Rule:
    """The rule that an error speaks of."""
    said = [
        rule
        for rule in RULES
        if rule is not conditions.ONE_DEFINITION
        and re.fullmatch(re.escape(rule.broken).replace(r"\{those\}", ".*"), error.reason)
    ]
    assert len(said) == 1, error.reason
    assert said[0].condition == error.condition
    return said[0]


def cell_of(record: Observation) -> str:
    parts = {
        "all": "all",
        "indicator": record.indicator.id,
        "place": record.place.id,
        "subgroup": record.subgroup and str(record.subgroup),
        "event": record.event,
        "period": record.period.edtf,
    }
    return ", ".join(f"{name}={value}" for name, value in parts.items() if value)


def named_in_a_table(rule: Rule, offenders: set[str], records: list[Observation]) -> set[str]:
    """How a table names these records: by their ids, by their event, by all that it can tell of them, or by group."""
    wrong = [record for record in records if record.id in offenders]
    if rule in {conditions.ONCE, conditions.WHOLE_OR_PARTS}:
        return offenders
    if rule is conditions.ONE_CLAIM:
        return {f"event={record.event}" for record in wrong}
    if rule in {conditions.APART, conditions.SURELY_APART}:
        return {cell_of(record) for record in wrong}
    return {"all=all"}


def compare(engine: Engine, records: list[Observation], allow: tuple[str, ...]) -> None:
    table = table_of(engine, records)
    try:
        made = total(records, within=(), allow=allow)
    except NotSummarizable as refused:
        with pytest.raises(NotSummarizable) as caught:
            frames.totals(table, by="all", places=PLACES, allow=allow)
        rule = rule_of(refused)
        assert rule_of(caught.value) == rule
        assert set(caught.value.offenders) == named_in_a_table(rule, set(refused.offenders), records)
    else:
        (row,) = engine.read(frames.totals(table, by="all", unit=made.unit, places=PLACES, allow=allow))
        assert all(close(row[part], getattr(made.estimate, part)) for part in PARTS)


@settings(max_examples=examples(200))
@given(sums(), st.sampled_from(ALLOWED))
def test_one_verdict_with_its_offenders_and_bounds(records: list[Observation], allow: tuple[str, ...]) -> None:
    compare(ENGINES["polars"], records, allow)


@pytest.mark.parametrize("name", [name for name in EMBEDDED if name != "polars"])
@settings(max_examples=12)
@given(records=sums(), allow=st.sampled_from(ALLOWED))
def test_one_verdict_anywhere(name: str, records: list[Observation], allow: tuple[str, ...]) -> None:
    compare(ENGINES[name], records, allow)


def test_each_rule_says_all() -> None:
    for rule in RULES:
        assert rule.condition in Condition
        assert rule.instead.endswith(".")
        assert bool(rule.columns) == bool(rule.in_table)
    assert len({rule.broken for rule in RULES}) == len(RULES)
    assert conditions.APART.of_rows("duckdb").startswith(
        "rows of the duckdb frame (column 'period') are of one indicator"
    )
    assert "(columns 'id', 'part_of')" in conditions.WHOLE_OR_PARTS.of_rows("polars")
