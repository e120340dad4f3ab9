"""Pairs that may speak of one happening: ranked with reasons, complete under their limits, never merged in silence."""

from __future__ import annotations

import itertools
import random
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import raqqa_data as rd

BASE = attrs.evolve(rd.prison_attack.killed, part_of=None, subgroup=None, event=None)
CITY = attrs.evolve(BASE.place, within=None)
NEAR = rd.Place("near", name=rd.Name("Near", "قريب"), kind="town", latitude=36.6, longitude=40.8)
FAR = rd.Place("far", name=rd.Name("Far", "بعيد"), kind="town", latitude=30.0, longitude=40.8)
UNKNOWN = rd.Place("unknown", name=rd.Name("Unknown", "مجهول"), kind="town")
WORDS = ["قتل عشرة في السوق", "مقتل 10 قرب الجسر", "غير ذلك"]


def record(document: str, **changed: Any) -> Any:
    text = attrs.evolve(BASE.document, id=document)
    usual: dict[str, Any] = {"period": rd.Period("2022-01-20"), "estimate": rd.Estimate.stated(10), "place": CITY}
    return attrs.evolve(BASE, id=f"{document.replace('-', '_')}__toll.killed", document=text, **(usual | changed))


def quoted(words: str) -> rd.Quote:
    return rd.Quote(words, 0)


def pair(one: dict[str, Any], other: dict[str, Any], **limits: Any) -> rd.Candidate | None:
    found = rd.candidates([record("a", **one), record("b", **other)], least=0, **limits)
    return found[0] if found else None


def test_the_same_of_two_documents_is_the_likeliest() -> None:
    said = {"quote": quoted(WORDS[0])}
    found = pair(said, said)
    assert found
    assert found.score == 1
    assert found.ids == ("a__toll.killed", "b__toll.killed")
    assert found.reasons == (
        "of one time: 2022-01-20",
        "in one place: Al-Hasakah city",
        "both state 10",
        "quotes share: السوق، عشره، قتل",
    )
    assert str(found).startswith("1.00  People killed")


@pytest.mark.parametrize(
    ("changed", "reason", "score"),
    [
        ({"place": NEAR}, "km apart", 0.8509),
        ({"period": rd.Period("2022-01-22")}, "2 days apart", 0.7725),
        ({"period": rd.Period("2022-01-21")}, "1 day apart", 0.8337),
        ({"period": rd.Period("2022-01")}, "share 1 days of 31", 0.7629),
        ({"period": rd.Period("XXXX-01")}, "can be of one time", 0.755),
        ({"period": rd.Period("2022-01-20/..")}, "can be of one time", 0.755),
        ({"estimate": rd.Estimate.stated(11)}, "10 and 11 are near", 0.9818),
        ({"estimate": rd.Estimate.stated(90)}, "10 and 90 differ", 0.8222),
        ({"estimate": rd.Estimate.stated(4, rd.Wording.MORE_THAN)}, "10 and more than 4 can both be true", 0.94),
        ({"estimate": rd.Estimate.stated(90, rd.Wording.MORE_THAN)}, "10 and more than 90 differ", 0.8222),
        ({"estimate": rd.Estimate(11, 9, 13, rd.Wording.ABOUT)}, "10 and about 11 (9 to 13) are near", 0.9818),
        ({"estimate": rd.Estimate(20, 9, 30, rd.Wording.ABOUT)}, "10 and about 20 (9 to 30) differ", 0.9),
        ({"estimate": rd.Estimate.between(5, 12)}, "can both be true", 0.97),
        ({"estimate": rd.Estimate.vague(low=2)}, "can both be true", 0.94),
        ({"place": attrs.evolve(UNKNOWN, within=CITY)}, "Unknown lies in Al-Hasakah city", 0.91),
        ({"place": attrs.evolve(UNKNOWN, within=attrs.evolve(CITY, kind="country"))}, "lies in", 0.79),
        ({"period": rd.Period("2022-01-19/2022-01-21")}, "share 1 days of 3", 0.8367),
    ],
)
def test_each_difference_costs_and_is_told(changed: dict[str, Any], reason: str, score: float) -> None:
    within = changed.get("place", CITY).within
    found = pair({"place": within} if within else {}, changed)
    assert found
    assert found.score == score
    assert any(reason in told for told in found.reasons), found.reasons


@pytest.mark.parametrize(
    "changed",
    [
        {"place": FAR},
        {"place": UNKNOWN},
        {"period": rd.Period("2022-01-25")},
        {"subgroup": rd.Subgroup(sex="female")},
        {"indicator": rd.prison_attack.displaced.indicator, "unit": "person"},
        {"record_status": "withdrawn"},
    ],
)
def test_what_is_of_another_happening_is_no_candidate(changed: dict[str, Any]) -> None:
    assert pair({}, changed) is None


@pytest.mark.parametrize(
    ("one", "other", "kilometres"),
    [
        ((0, 0), (0, 1), 111),
        ((0, 0), (1, 0), 111),
        ((60, 0), (60, 1), 56),
        ((0, 179.5), (0, -179.5), 111),
        ((90, 0), (-90, 0), 20015),
        ((35, 38), (36.5, 41), 318),
    ],
)
def test_how_far_two_places_lie_apart(one: tuple[float, float], other: tuple[float, float], kilometres: int) -> None:
    ours, theirs = (
        {"place": attrs.evolve(UNKNOWN, id=name, latitude=point[0], longitude=point[1])}
        for name, point in (("ours", one), ("theirs", other))
    )
    found = pair(ours, theirs, kilometres=kilometres + 1)
    assert found
    assert f"are {kilometres} km apart" in " ".join(found.reasons)
    assert pair(ours, theirs, kilometres=kilometres - 1) is None


def test_words_and_documents() -> None:
    found = pair({"quote": quoted(WORDS[0])}, {"quote": quoted(WORDS[2])})
    assert found
    assert len(found.reasons) == 3
    assert rd.candidates([record("a"), attrs.evolve(record("a"), id="a__toll.other")]) == ()
    assert pair({"event": "x"}, {"event": "x"}) is None
    assert [one and one.event for one in (pair({"event": "x"}, {}), pair({"event": "x"}, {"event": "y"}))] == [
        "x",
        None,
    ]
    zero = {"estimate": rd.Estimate.stated(0)}
    assert pair(zero, {"estimate": rd.Estimate.stated(5)})


def test_limits() -> None:
    assert pair({}, {"period": rd.Period("2022-01-25")}, days=5)
    assert pair({}, {"place": FAR}, kilometres=1000)
    assert pair({}, {"place": NEAR}, kilometres=0) is None
    records = [record(name) for name in "abcd"]
    assert len(rd.candidates(records)) == 6
    assert len(rd.candidates(records, most=2)) == 2
    assert rd.candidates([record("a"), record("b", estimate=rd.Estimate.stated(90))], least=0.95) == ()
    with pytest.raises(rd.RecordError, match=r"candidates\.days"):
        rd.candidates(records, days=-1)
    wrong: Any
    for wrong in ("3", None, True):
        with pytest.raises(rd.RecordError, match=r"candidates\.kilometres = .*a number"):
            rd.candidates(records, kilometres=wrong)
    for wrong in ([3], None, "ab"):
        with pytest.raises(rd.RecordError, match="observation"):
            rd.candidates(wrong)


def test_confirming_gives_one_event_and_reconciles() -> None:
    held = [record("a"), record("b", period=rd.Period("2022-01-21"), estimate=rd.Estimate.stated(12))]
    catalogues = [
        rd.Catalogue(
            data_version="1.0.0",
            document=one.document,
            places=(CITY,),
            agents=tuple({agent.id: agent for agent in (one.attributed_to, one.conveyed_by) if agent}.values()),
            indicators=(one.indicator,),
            observations=rd.Observations([attrs.evolve(one, id="toll.killed")]),
        )
        for one in held
    ]
    collection = rd.collect(*catalogues)
    (found,) = rd.candidates(collection)
    confirmed = collection.confirm(found.ids, "prison-attack")
    assert rd.candidates(confirmed) == ()
    (result,) = rd.reconcile(confirmed, by=("event", "indicator"))
    assert len(result.claims) == 2


RECORDS = st.lists(
    st.tuples(
        st.sampled_from("abc"),
        st.integers(1, 40),
        st.sampled_from(
            ["2022-01-18", "2022-01-20", "2022-01-22", "2022-01", "2022", "2022-01-19/2022-01-25", "XXXX-01"]
        ),
        st.sampled_from([CITY, NEAR, FAR]),
        st.sampled_from([None, "x"]),
    ),
    max_size=7,
)


@given(RECORDS, st.randoms(use_true_random=False))
def test_no_pair_is_missed_and_no_order_matters(rows: list[Any], chance: random.Random) -> None:
    records = [
        attrs.evolve(
            record(document, estimate=rd.Estimate.stated(value), place=place, event=event, period=rd.Period(period)),
            id=f"{document}__toll.k{number}",
        )
        for number, (document, value, period, place, event) in enumerate(rows)
    ]
    found = rd.candidates(records, least=0)
    alone = {
        one.ids for first, last in itertools.combinations(records, 2) for one in rd.candidates([first, last], least=0)
    }
    assert {one.ids for one in found} == alone
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)
    assert all(0 <= one.score <= 1 for one in found)
    chance.shuffle(records)
    assert rd.candidates(records, least=0) == found
