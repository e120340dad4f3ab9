"""Subgroups: coordinates with code lists, and what two of them have in common."""

from __future__ import annotations

import copy
import pickle
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raqqa_data.errors import RecordError
from raqqa_data.records.subgroup import CODES, Subgroup, contains, disjoint, years
from tests.strategies import slugs

AGES = st.one_of(st.sampled_from(sorted(CODES["age"])), st.just("0-4"), st.just("18-59"), st.just("60+"), st.just("7"))
DIMENSIONS: dict[str, Any] = {name: AGES if name == "age" else st.sampled_from(sorted(CODES[name])) for name in CODES}


def subgroups() -> st.SearchStrategy[Subgroup]:
    chosen = st.fixed_dictionaries({}, optional={**DIMENSIONS, "group": slugs()})
    return chosen.filter(bool).map(Subgroup)


@given(subgroups())
def test_its_text_says_all_of_it(subgroup: Subgroup) -> None:
    assert Subgroup.of(str(subgroup)) == subgroup == Subgroup(dict(subgroup)) == str(subgroup)
    assert hash(subgroup) == hash(str(subgroup))
    assert pickle.loads(pickle.dumps(subgroup)) == subgroup == copy.deepcopy(subgroup)
    assert eval(repr(subgroup)) == subgroup  # noqa: S307 - our own words
    assert subgroup != "nobody-else" or subgroup == Subgroup("nobody-else")


@given(subgroups(), subgroups())
def test_what_contains_is_not_disjoint(one: Subgroup, other: Subgroup) -> None:
    assert disjoint(one, other) is disjoint(other, one)
    assert not (contains(one, other) and disjoint(one, other))
    assert contains(one, one)
    assert not disjoint(one, one)
    assert contains(None, one)
    assert not disjoint(None, one)
    assert not contains(one, None)


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ({"sex": "female"}, {"sex": "male"}, True),
        ({"sex": "female"}, {"status": "civilian"}, False),
        ({"sex": "female"}, {"age": "child"}, False),
        ({"sex": "female", "age": "child"}, {"sex": "male", "age": "child"}, True),
        ({"sex": "female", "age": "adult"}, {"age": "child"}, True),
        ({"age": "child"}, {"age": "adult"}, True),
        ({"age": "0-4"}, {"age": "infant"}, False),
        ({"age": "5-11"}, {"age": "12-17"}, True),
        ({"age": "youth"}, {"age": "child"}, False),
        ({"age": "older"}, {"age": "adult"}, False),
        ({"age": "60+"}, {"age": "18-59"}, True),
        ({"status": "journalist"}, {"status": "health-worker"}, False),
        ({"status": "journalist"}, {"status": "combatant"}, True),
        ({"status": "journalist"}, {"status": "civilian"}, False),
        ({"displacement": "returned-idp"}, {"displacement": "refugee"}, True),
        ({"displacement": "idp"}, {"displacement": "displaced"}, False),
        ("guards", "nurses", True),
        ("guards", "guards", False),
        ("guards", {"sex": "female"}, False),
        # bare words that the code lists know
        ("women", "civilians", False),
        ("women", "men", True),
        ("women", "children", False),
        ("girls", "boys", True),
        ("children", "adults", True),
        ("civilians", {"status": "combatant"}, True),
        ("civilians", "guards", True),
        ("women", "guards", False),
    ],
)
def test_disjoint_only_where_one_dimension_says_so(one: Any, other: Any, *, apart: bool) -> None:
    assert disjoint(one, other) is apart is disjoint(other, one)


@pytest.mark.parametrize(
    ("outer", "inner", "holds"),
    [
        ({"status": "civilian"}, {"status": "journalist"}, True),
        ({"status": "journalist"}, {"status": "civilian"}, False),
        ({"age": "child"}, {"age": "0-4", "sex": "male"}, True),
        ({"age": "child"}, {"age": "youth"}, False),
        ({"sex": "female"}, "women", True),
        ("women", {"sex": "female"}, False),
        ({"group": "guards"}, {"group": "guards", "sex": "male"}, True),
        ({"displacement": "displaced"}, {"displacement": "refugee"}, True),
    ],
)
def test_what_lies_within(outer: Any, inner: Any, *, holds: bool) -> None:
    assert contains(outer, inner) is holds


@pytest.mark.parametrize(
    ("codes", "problem"),
    [
        ({}, "names no dimension"),
        ({"sx": "female"}, "is no dimension; one of sex, age, status, displacement, group"),
        ({"sex": "femal"}, "try female"),
        ({"sex": "unknown"}, "try female or male"),
        ({"age": "17-0"}, "falls"),
        ({"age": "old"}, "or years such as '0-4'"),
        ({"age": "0-4\n"}, "no code"),
        ({"group": "Guards"}, "an id is lower-case"),
        ({"group": 5}, "an id is lower-case"),
        ({5: "x"}, "is no dimension"),
        ("sex=female;sex=male", "names a dimension twice"),
        ("", "an id is lower-case"),
        ("نساء", "an id is lower-case"),
        (5, "must be dimensions with their codes"),
        (["sex"], "must be dimensions with their codes"),
    ],
)
def test_what_is_no_subgroup_says_what_to_write(codes: Any, problem: str) -> None:
    with pytest.raises(RecordError, match=problem) as caught:
        Subgroup(codes)
    assert caught.value.record == "Subgroup"


def test_it_does_not_change_and_is_a_mapping() -> None:
    girls: Any = Subgroup(sex="female", age="child")
    assert (list(girls), girls["sex"], girls.get("status"), len(girls)) == (["age", "sex"], "female", None, 2)
    with pytest.raises(AttributeError):
        girls.sex = "male"
    with pytest.raises(AttributeError):
        girls._text = "all"
    assert sorted([Subgroup("b"), Subgroup("a")]) == ["a", "b"]
    assert [Subgroup("b") < other for other in ("a", "b", "c")] == [False, False, True]
    with pytest.raises(TypeError):
        _ = Subgroup("b") < 1
    assert girls == {"sex": "female", "age": "child"} != Subgroup("girls")
    assert Subgroup.of(girls) is girls
    assert Subgroup.of(None) is None


def test_years_of_every_age() -> None:
    assert all(years(code)[0] <= years(code)[1] for code in CODES["age"])
    assert (years("infant"), years("older")[0], years("12-17")) == ((0, 0), 60, (12, 17))
