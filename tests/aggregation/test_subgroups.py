"""Sums over subgroups: each with its reason, over records and over tables of three engines."""

from __future__ import annotations

from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import raqqa_data as rd
from raqqa_data.aggregation import frames
from raqqa_data.records.subgroup import disjoint
from tests.strategies import examples

WOMEN, MEN = {"sex": "female"}, {"sex": "male"}
CIVILIANS, FIGHTERS = {"status": "civilian"}, {"status": "combatant"}
CHILDREN, ADULTS = {"age": "child"}, {"age": "adult"}
GIRLS, BOYS = WOMEN | CHILDREN, MEN | CHILDREN

LIES: list[tuple[str, list[Any]]] = [
    ("some women are civilians", [WOMEN, CIVILIANS]),
    ("some women are fighters", [WOMEN, FIGHTERS]),
    ("girls are women and girls", [WOMEN, GIRLS]),
    ("girls are children", [CHILDREN, GIRLS]),
    ("some children are male", [CHILDREN, MEN]),
    ("some adults are women", [ADULTS, WOMEN]),
    ("all holds everybody", [None, WOMEN]),
    ("all holds everybody, whoever", [WOMEN, MEN, None]),
    ("twice the same", [WOMEN, WOMEN]),
    ("ages that overlap", [{"age": "0-17"}, {"age": "10-19"}]),
    ("a child may be fourteen", [CHILDREN, {"age": "14"}]),
    ("over fifty holds over sixty", [{"age": "50+"}, {"age": "60+"}]),
    ("journalists are civilians", [CIVILIANS, {"status": "journalist"}]),
    ("a doctor may be an aid worker", [{"status": "health-worker"}, {"status": "humanitarian-worker"}]),
    ("some displaced are women", [{"displacement": "displaced"}, WOMEN]),
    ("the internally displaced are displaced", [{"displacement": "displaced"}, {"displacement": "idp"}]),
    ("a word that says women", ["women", CIVILIANS]),
    ("two words that say sex and status", ["women", "civilians"]),
    ("two words of one age", ["children", "minors"]),
    ("a word of its own says nothing of sex", ["guards", WOMEN]),
    ("some guards are women", ["guards", "women"]),
    ("some pupils are children", ["pupils", "children"]),
    ("one of three overlaps", [MEN, WOMEN, CIVILIANS]),
    ("female civilians are women", [WOMEN, WOMEN | CIVILIANS]),
]
HONEST: list[tuple[str, list[Any]]] = [
    ("nobody is both", [WOMEN, MEN]),
    ("girls and boys", [GIRLS, BOYS]),
    ("girls and men", [GIRLS, MEN]),
    ("girls and women who are adults", [GIRLS, WOMEN | ADULTS]),
    ("civilians and fighters", [CIVILIANS, FIGHTERS]),
    ("journalists and fighters", [{"status": "journalist"}, FIGHTERS]),
    ("children and adults", [CHILDREN, ADULTS]),
    ("ages side by side", [{"age": "0-4"}, {"age": "5-17"}, {"age": "18+"}]),
    ("women who are civilians, men who are", [WOMEN | CIVILIANS, MEN | CIVILIANS]),
    ("women who are civilians and women who fight", [WOMEN | CIVILIANS, WOMEN | FIGHTERS]),
    ("idps and refugees", [{"displacement": "idp"}, {"displacement": "refugee"}]),
    ("the displaced and the returned", [{"displacement": "displaced"}, {"displacement": "returnee"}]),
    ("two words of their own", ["guards", "nurses"]),
    ("a word of its own and a status", ["guards", "civilians"]),
    ("many words of their own", ["is-members", "guards", "prisoners"]),
    ("a word and a code that exclude each other", ["women", MEN]),
    ("two words that exclude each other", ["women", "men"]),
    ("four corners", [GIRLS, BOYS, WOMEN | ADULTS, MEN | ADULTS]),
    ("one alone", [WOMEN]),
    ("everybody alone", [None]),
]


def records(subgroups: list[Any]) -> rd.Observations:
    """A record of the dead of one day for each subgroup: 1, 2, 3..."""
    base = attrs.evolve(rd.prison_attack.killed, part_of=None, subgroup=None)
    return rd.Observations(
        attrs.evolve(
            base,
            id=f"sums.n{number}",
            subgroup=rd.Subgroup.of(subgroup),
            estimate=rd.Estimate.stated(number),
            name=rd.Name(f"{number}", f"{number}"),
        )
        for number, subgroup in enumerate(subgroups, 1)
    )


def in_frame(engine: str, held: rd.Observations) -> Any:
    module = pytest.importorskip(engine)
    if engine == "polars":
        return module.DataFrame(held)
    table = rd.interchange.to_arrow(held)
    if engine == "duckdb":
        return module.from_arrow(pytest.importorskip("pyarrow").table(table))
    return module.DataFrame.from_arrow(table)


@pytest.mark.parametrize(("reason", "subgroups"), LIES, ids=[case[0] for case in LIES])
def test_what_would_count_somebody_twice(reason: str, subgroups: list[Any]) -> None:
    held = records(subgroups)
    with pytest.raises(rd.NotSummarizable) as caught:
        rd.total(held)
    assert caught.value.condition == "disjointness", reason
    assert set(caught.value.offenders) <= set(held.ids)
    allowed = rd.total(held, allow={"disjointness"})
    assert allowed.estimate.best == sum(range(len(subgroups) + 1))


@pytest.mark.parametrize(("reason", "subgroups"), HONEST, ids=[case[0] for case in HONEST])
def test_what_counts_everybody_once(reason: str, subgroups: list[Any]) -> None:
    assert rd.total(records(subgroups)).estimate.best == sum(range(len(subgroups) + 1)), reason


@pytest.mark.parametrize("engine", ["polars", "pandas", "duckdb"])
@pytest.mark.parametrize(("reason", "subgroups"), [*LIES, *HONEST], ids=[case[0] for case in [*LIES, *HONEST]])
def test_the_same_over_tables(engine: str, reason: str, subgroups: list[Any]) -> None:
    frame = in_frame(engine, records(subgroups))
    if (reason, subgroups) in HONEST:
        frames.totals(frame, by=["indicator"])
        return
    with pytest.raises(rd.NotSummarizable) as caught:
        frames.totals(frame, by=["indicator"])
    assert caught.value.condition == "disjointness"


def test_the_offenders_are_those_that_meet() -> None:
    with pytest.raises(rd.NotSummarizable) as caught:
        rd.total(records([MEN, WOMEN, FIGHTERS, {"age": "child", "sex": "male", "status": "civilian"}]))
    assert set(caught.value.offenders) == {"sums.n1", "sums.n2", "sums.n3", "sums.n4"}
    with pytest.raises(rd.NotSummarizable) as caught:
        rd.total(records([MEN | FIGHTERS, WOMEN, WOMEN | CIVILIANS]))
    assert set(caught.value.offenders) == {"sums.n2", "sums.n3"}


def test_subgroups_of_places_that_lie_in_one_another() -> None:
    city, around = records([WOMEN, CIVILIANS])
    assert city.place.within is not None
    around = attrs.evolve(around, place=city.place.within)
    with pytest.raises(rd.NotSummarizable):
        rd.total([city, around])
    men = attrs.evolve(around, subgroup=rd.Subgroup(MEN))
    assert rd.total([city, men]).estimate.best == 3
    pl = pytest.importorskip("polars")
    with pytest.raises(rd.NotSummarizable):
        frames.totals(pl.DataFrame(rd.Observations([city, around])), by=["indicator"])
    frames.totals(pl.DataFrame(rd.Observations([city, men])), by=["indicator"])


CODES = st.fixed_dictionaries(
    {},
    optional={
        "sex": st.sampled_from(["female", "male"]),
        "age": st.sampled_from(["child", "adult", "older", "0-4", "10-19"]),
        "status": st.sampled_from(["civilian", "combatant", "journalist", "health-worker"]),
        "group": st.sampled_from(["guards", "nurses", "women", "civilians"]),
    },
).map(lambda codes: codes or None)


@given(st.lists(CODES, min_size=1, max_size=4))
@settings(max_examples=examples(40))
def test_records_and_tables_say_the_same(subgroups: list[Any]) -> None:
    held = records(subgroups)
    apart = all(disjoint(one, other) for at, one in enumerate(subgroups) for other in subgroups[:at])
    verdicts: list[bool] = []
    for call in (lambda: rd.total(held), lambda: frames.totals(in_frame("polars", held), by=["indicator"])):
        try:
            call()
        except rd.NotSummarizable:
            verdicts.append(False)
        else:
            verdicts.append(True)
    assert verdicts == [apart, apart]
