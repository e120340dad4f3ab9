"""Claims of one happening: none is lost, a claimant counts once, and what nothing decides stays open."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import raqqa_data as rd
from raqqa_data.building.draft_records import records_of
from raqqa_data.collection import Status
from raqqa_data.interchange.reconciled import claims_of

BASE = attrs.evolve(rd.prison_attack.killed, part_of=None, subgroup=None)
AGENTS = {name: rd.Agent(name, name=rd.Name(name.title(), "وكالة")) for name in ("ministry", "monitor", "agency")}


def claim(
    document: str, value: rd.Estimate | int, who: str | None = None, day: str | None = None, **changed: Any
) -> Any:
    text = attrs.evolve(BASE.document, id=document, published=rd.Period(day) if day else None, inferred=None)
    return attrs.evolve(
        BASE,
        id=f"{document.replace('-', '_')}__toll.killed",
        document=text,
        attributed_to=AGENTS[who] if who else None,
        conveyed_by=None,
        claim_status="attributed" if who else "reported",
        estimate=rd.Estimate.stated(value) if isinstance(value, int) else value,
        **changed,
    )


def one(claims: list[Any], **options: Any) -> rd.Reconciled:
    (found,) = rd.reconcile(claims, **options)
    return found


def test_the_range_of_independent_claims_has_no_best() -> None:
    found = one([claim("a", 12, "ministry"), claim("b", 17, "monitor"), claim("c", 15)])
    assert (found.status, found.estimate) == (Status.DECIDED, rd.Estimate.between(12, 17))
    assert len(found.contradictions) == 3
    assert found.value.operation == "reconciliation"
    assert rd.total([attrs.evolve(BASE, estimate=found.value.estimate)]).estimate == found.estimate


def twice(first: int, second: int, who: str | None = "ministry", **changed: Any) -> list[Any]:
    """Two figures of one document."""
    return [
        attrs.evolve(claim("a", value, who, **changed), id=f"a__toll.killed_{number}")
        for number, value in enumerate((first, second))
    ]


@pytest.mark.parametrize("who", ["ministry", None])
def test_what_one_claimant_says_twice_in_one_document_may_be_of_two_happenings(who: str | None) -> None:
    found = one(twice(4, 7, who, event=None))
    assert (found.status, found.estimate, len(found.claims)) == (Status.PENDING, None, 2)
    assert "a__toll.killed_0 and a__toll.killed_1, which may be of several happenings or a part" in found.reason
    found = one([*twice(4, 7, who, event=None), claim("b", 5, "monitor", event=None)])
    assert found.status is Status.PENDING


def test_of_one_event_they_may_be_a_part_and_its_whole() -> None:
    found = one(twice(4, 7, event="fire"))
    assert (found.status, found.estimate) == (Status.PENDING, None)
    assert one(twice(4, 7, event="fire"), policy="latest").status is Status.PENDING


def test_two_claimants_of_one_document_are_of_one_happening_where_an_event_says_so() -> None:
    for event, status in ((None, Status.PENDING), ("fire", Status.DECIDED)):
        (first, _), (_, second) = twice(4, 7, "ministry", event=event), twice(4, 7, "monitor", event=event)
        assert one([first, second]).status is status
    (first, same), (_, second) = twice(4, 4, "ministry", event=None), twice(4, 4, "monitor", event=None)
    assert one([first, second]).status is Status.AGREED
    assert one([first, second, claim("b", 7, event=None)]).estimate == rd.Estimate.between(4, 7)
    assert one([first, same]).status is Status.AGREED
    said = [claim("a", 4, "ministry", event=None), claim("b", 7, "ministry", event=None)]
    assert one(said).estimate == rd.Estimate.between(4, 7)


def test_two_happenings_of_copies_are_of_one_document() -> None:
    copied = [
        attrs.evolve(record, id=record.id.replace("a__", "b__"), document=claim("b", 1).document)
        for record in twice(4, 7, None, event=None)
    ]
    mixed = [twice(4, 7, None, event=None)[0], copied[1]]
    assert one(mixed, copies=[("a", "b")]).status is Status.PENDING
    assert one(mixed).status is Status.DECIDED


def test_a_preferred_agent_and_the_latest_decide_all_the_same() -> None:
    claims = [*twice(4, 7, event=None), claim("b", 5, "monitor", "2022-02-05", event=None)]
    assert one(claims, prefer=["monitor"]).estimate == rd.Estimate.stated(5)
    assert one(claims, policy="latest").estimate == rd.Estimate.stated(5)


def test_drafts_of_one_report_that_nothing_dates_are_not_decided() -> None:
    text = "قتل 4 أشخاص بانفجار لغم. وفي حادث آخر قتل 7 أشخاص بقصف."
    draft = rd.draft(text, document_id="a", reference="2023-05-10", place="syria", until_published=True)
    found = rd.reconcile(records_of(draft)[0])
    assert [each.status for each in found] == [Status.PENDING]


def test_two_claimants_of_one_report_that_nothing_dates_speak_of_two_happenings() -> None:
    text = "قالت الشرطة إن 4 أشخاص قتلوا بانفجار لغم. وفي حادث آخر قال الدفاع المدني إن 7 أشخاص قتلوا بقصف."
    draft = rd.draft(text, document_id="a", reference="2023-05-10", place="syria", until_published=True)
    (found,) = rd.reconcile(records_of(draft)[0])
    assert (found.status, found.estimate) == (Status.PENDING, None)
    assert found.reason.startswith("one document says a.killed and a.killed_2, which may be of several happenings")


@pytest.mark.parametrize("period", ["../2023-05-10", "/2023-05-10", "XXXX-05-10"])
def test_without_an_event_a_period_that_nothing_begins_names_no_happening(period: str) -> None:
    claims = [claim(name, value, period=rd.Period(period), event=None) for name, value in (("a", 4), ("b", 7))]
    assert (found := one(claims)).status is Status.PENDING
    assert "no event names the happening" in found.reason
    assert one(claims[:1]).reason == "the only independent claim"
    assert one(claims, by=("indicator", "place")).status is Status.DECIDED
    assert one([attrs.evolve(each, event="fire") for each in claims]).status is Status.DECIDED
    assert one([attrs.evolve(each, period=rd.Period("2023-05-10/..")) for each in claims]).status is Status.DECIDED


def test_a_part_is_no_second_claim_of_its_whole() -> None:
    text = "قال الدفاع المدني إن 7 أشخاص قتلوا بقصف. وقالت الشرطة إن 4 منهم قتلوا في السوق."
    draft = rd.draft(text, document_id="a", reference="2023-05-10", place="syria", until_published=True)
    (found,) = rd.reconcile(records_of(draft)[0])
    assert (found.estimate, found.parts) == (rd.Estimate.stated(7), (("a.killed_2", "a.killed"),))
    assert "[a.killed_2], part of a.killed" in str(found)
    assert [row["role"] for row in claims_of(found)] == ["independent", "part"]


@pytest.mark.parametrize("policy", ["range", "latest", "majority"])
def test_a_part_decides_nothing_by_any_policy(policy: str) -> None:
    whole, part = claim("a", 7, "ministry", "2022-02-01"), claim("b", 4, "monitor", "2022-02-05")
    part = attrs.evolve(part, part_of=whole.id)
    assert one([whole, part], policy=policy).estimate == rd.Estimate.stated(7)
    assert one([whole, part], prefer=["monitor"]).estimate == rd.Estimate.stated(7)
    rival = claim("c", 9, "agency", "2022-02-03")
    found = one([attrs.evolve(whole, record_status="withdrawn"), part, rival], policy=policy)
    assert (found.estimate, found.parts) == (rd.Estimate.stated(9), ((part.id, whole.id),))
    circle = [attrs.evolve(whole, part_of=part.id), part]
    assert len(one(circle).independent) == 2


@pytest.mark.parametrize("policy", ["range", "latest", "majority"])
def test_shares_of_two_things_are_never_held_against_each_other(policy: str) -> None:
    share = rd.battle.city_destroyed
    claims = [attrs.evolve(share, id=f"a.{of}", of=of, estimate=rd.Estimate.stated(30)) for of in ("homes", "schools")]
    found = one(claims, policy=policy, prefer=["ministry"])
    assert (found.status, found.contradictions) == (Status.PENDING, ())
    assert found.reason.startswith("they differ in `of` (homes, schools)")
    assert len(rd.reconcile(claims, by=("indicator", "of"), policy=policy)) == 2


@pytest.mark.parametrize("policy", ["range", "latest", "majority"])
def test_what_is_measured_is_one(policy: str) -> None:
    dead, homeless = claim("a", 4, "ministry", "2022-02-01"), claim("b", 700, "ministry", "2022-02-05")
    displaced = attrs.evolve(homeless, indicator=rd.prison_attack.displaced.indicator)
    found = one([dead, displaced], by=("event", "place"), policy=policy)
    assert (found.status, found.superseded) == (Status.PENDING, ())
    assert found.reason.startswith("they differ in `indicator` (killed, displaced)")
    rubble = attrs.evolve(rd.reconstruction.rubble_removed, place=BASE.place)
    assert one([dead, rubble], by="place", policy=policy).status is Status.PENDING
    assert one([dead, rubble], by="place", policy=counted).estimate == rd.Estimate.stated(2)


def three(_: Sequence[rd.Observation]) -> Any:
    return 3


WRONG: list[tuple[Any, dict[str, Any], str]] = [
    ([claim("a", 4), claim("a", 9)], {}, "'a__toll.killed': two claims have this id"),
    ([3], {}, "must be an observation"),
    (None, {}, "give several observations"),
    ([claim("a", 4)], {"prefer": [3]}, "reconcile.prefer = 3"),
    ([claim("a", 4)], {"by": 3}, "reconcile.by = 3"),
    ([claim("a", 4)], {"copies": [("a",)]}, "must be pairs of ids"),
    ([claim("a", 4)], {"copies": ["ab"]}, "must be pairs of ids"),
    ([claim("a", 4)], {"copies": 3}, "must be pairs of ids"),
    ([claim("a", 4)], {"policy": three}, "gives an Estimate, or None"),
]


@pytest.mark.parametrize(("claims", "options", "said"), WRONG)
def test_what_cannot_be_reconciled_is_told(claims: Any, options: dict[str, Any], said: str) -> None:
    with pytest.raises(rd.RecordError, match=said):
        rd.reconcile(claims, **options)


def test_one_name_may_stand_alone() -> None:
    claims = [claim("a", 4, "ministry"), claim("b", 9, "monitor")]
    assert one(claims, by="place", prefer="monitor").estimate == rd.Estimate.stated(9)
    with pytest.raises(rd.NotFoundError, match="policy"):
        rd.reconcile(claims, policy=None)  # type: ignore[arg-type]


def test_who_repeats_a_claimant_is_no_second_source() -> None:
    found = one([claim("a", 12, "ministry"), claim("b", 12, "ministry"), claim("c", 12, "ministry")])
    assert (found.status, found.estimate, len(found.independent)) == (Status.AGREED, rd.Estimate.stated(12), 1)
    assert len(found.claims) == 3


def test_a_later_figure_of_one_claimant_replaces_its_earlier_one() -> None:
    found = one([claim("a", 9, "ministry", "2022-02-01"), claim("b", 14, "ministry", "2022-02-03")])
    assert found.estimate == rd.Estimate.stated(14)
    assert found.superseded == (("a__toll.killed", "b__toll.killed"),)


def test_of_two_values_of_one_last_day_neither_replaces_the_other() -> None:
    days = ("2022-02-01", "2022-02-03", "2022-02-03", "2022-02-03")
    claims = [
        claim(name, value, "ministry", day) for name, value, day in zip("abcd", (9, 14, 12, 14), days, strict=True)
    ]
    found = one(claims, policy="latest")
    assert (found.status, found.estimate) == (Status.PENDING, None)
    assert [record.id for record in found.independent] == ["c__toll.killed", "d__toll.killed"]
    assert found.superseded == (("b__toll.killed", "d__toll.killed"), ("a__toll.killed", "d__toll.killed"))
    assert one(claims).estimate == rd.Estimate.between(12, 14)


def test_an_earlier_claim_is_replaced_by_the_last_of_its_own_value() -> None:
    days = ("2022-02-01", "2022-02-03", "2022-02-03")
    claims = [claim(name, value, "ministry", day) for name, value, day in zip("abc", (9, 9, 12), days, strict=True)]
    assert one(claims).superseded == (("a__toll.killed", "b__toll.killed"),)


def test_what_no_day_is_stated_for_replaces_nothing_and_is_not_replaced() -> None:
    found = one([claim("a", 9, "ministry"), claim("b", 14, "ministry", "2022-02-03")])
    assert found.estimate == rd.Estimate.between(9, 14)
    assert (len(found.independent), found.superseded) == (2, ())
    assert one([claim("a", 9, "ministry"), claim("b", 14, "ministry")]).estimate == rd.Estimate.between(9, 14)
    preferred = [claim("a", 9, "ministry"), claim("b", 14, "ministry", "2022-02-03"), claim("c", 11, "monitor")]
    assert one(preferred, prefer=["ministry"]).estimate == rd.Estimate.between(9, 14)
    assert one(preferred, prefer=["ministry", "monitor"]).estimate == rd.Estimate.stated(11)


def test_the_same_without_a_day_counts_once() -> None:
    found = one([claim("a", 14, "ministry"), claim("b", 14, "ministry", "2022-02-03"), claim("c", 14, "ministry")])
    assert [record.document.id for record in found.independent] == ["b"]
    assert [later for _, later in found.superseded] == ["b__toll.killed"] * 2


def test_bounds_obey_the_wording() -> None:
    more = rd.Estimate.stated(150, rd.Wording.MORE_THAN)
    assert one([claim("a", more, "ministry"), claim("b", 160, "monitor")]).contradictions == ()
    most = rd.Estimate.stated(100, rd.Wording.AT_MOST)
    assert len(one([claim("a", most, "ministry"), claim("b", 120, "monitor")]).contradictions) == 1


def test_a_copy_is_no_second_source() -> None:
    claims = [claim("a", 12), claim("b", 12), claim("c", 15)]
    assert len(one(claims).independent) == 3
    found = one(claims, copies=[("a", "b")])
    assert [record.document.id for record in found.independent] == ["a", "c"]
    assert found.copies == (("b__toll.killed", "a__toll.killed"),)


def counted(claims: Sequence[rd.Observation]) -> rd.Estimate:
    return rd.Estimate.stated(len(claims))


def undecided(claims: Sequence[rd.Observation]) -> None:
    assert claims


def test_policies() -> None:
    claims = [
        claim("a", 12, "ministry", "2022-02-01"),
        claim("b", 17, "monitor", "2022-02-05"),
        claim("c", 12, "agency"),
    ]
    assert one(claims, policy="latest").estimate == rd.Estimate.stated(17)
    assert one(claims, policy="majority").estimate == rd.Estimate.stated(12)
    assert one(claims, prefer=["monitor"]).estimate == rd.Estimate.stated(17)
    assert one(claims, prefer=["nobody", "ministry"]).reason == "Ministry is preferred"
    assert one(claims, policy=counted).estimate == rd.Estimate.stated(3)


@pytest.mark.parametrize(
    ("claims", "reason"),
    [
        ([("ministry", 12, None)], "the only claim"),
        ([("ministry", 12, "2022-02-01")], "published last, 2022-02-01"),
        ([("ministry", 12, None), ("monitor", 12, None)], "the independent claims state one value"),
        ([("ministry", 12, "2022-02-01"), ("monitor", 17, None)], "published last, 2022-02-01"),
        (
            [("ministry", 12, "2022-02-01"), ("monitor", 17, "2022-02-01")],
            "several claims were published last, or none",
        ),
        ([("ministry", 12, None), ("monitor", 17, None)], "several claims were published last, or none"),
    ],
)
def test_the_latest_says_how_it_was_found(claims: list[tuple[str, int, str | None]], reason: str) -> None:
    said = [claim(f"d{number}", value, who, day) for number, (who, value, day) in enumerate(claims)]
    assert one(said, policy="latest").reason.startswith(reason)


@pytest.mark.parametrize("policy", ["latest", "majority", undecided])
def test_what_nothing_decides_stays_open(policy: Any) -> None:
    found = one([claim("a", 12, "ministry"), claim("b", 17, "monitor")], policy=policy)
    assert (found.status, found.estimate) == (Status.PENDING, None)
    assert found.reason
    assert "open (pending)" in str(found)
    with pytest.raises(rd.RecordError, match="nothing decides it"):
        _ = found.value


def test_happenings_are_told_apart() -> None:
    other = rd.Period("2022-03-01")
    found = rd.reconcile(
        [claim("a", 12), claim("b", 15, period=other), claim("c", 3, subgroup=rd.Subgroup(sex="female"))]
    )
    assert len(found) == 3
    assert len(rd.reconcile([claim("a", 12), claim("b", 15, period=other)], by=("indicator", "place"))) == 1
    with pytest.raises(rd.NotFoundError, match="key"):
        rd.reconcile([], by=("when",))
    with pytest.raises(rd.NotFoundError, match="policy"):
        rd.reconcile([], policy="first")


CLAIMS = st.lists(
    st.tuples(
        st.integers(1, 30),
        st.sampled_from([None, *AGENTS]),
        st.sampled_from([None, "2022-02-01", "2022-02-03"]),
        st.sampled_from(["2022-01-20", "2022-01-21"]),
    ),
    max_size=8,
)


@given(CLAIMS, st.sampled_from(["range", "latest", "majority"]), st.randoms(use_true_random=False))
def test_no_claim_is_lost_and_no_order_matters(given_claims: list[Any], policy: str, chance: random.Random) -> None:
    claims = [
        claim(f"d{number}", value, who, day, period=rd.Period(period))
        for number, (value, who, day, period) in enumerate(given_claims)
    ]
    found = rd.reconcile(claims, policy=policy)
    assert sorted(record.id for one in found for record in one.claims) == sorted(record.id for record in claims)
    for result in found:
        gone = {earlier for earlier, _ in (*result.superseded, *result.copies)}
        assert {record.id for record in result.claims} == gone | {record.id for record in result.independent}
    chance.shuffle(claims)
    assert rd.reconcile(claims, policy=policy) == found


def test_what_is_printed_says_where_and_when_as_far_as_it_was_asked_for() -> None:
    claims = [claim("a", 12, "ministry"), claim("b", 12, "monitor")]
    assert str(one(claims)).splitlines()[1] == "  Al-Hasakah city, 2022-01~"
    assert str(one(claims, by=("indicator", "period"))).splitlines()[1] == "  2022-01~"
    assert str(one(claims, by=("indicator",))).splitlines()[1].startswith("  from the lowest to the highest")
