"""Editions of the data: each can be had, each change has a reason, no id is ever reused."""

from __future__ import annotations

import itertools
from typing import Any

import attrs
import pytest

import raqqa_data as rd
from raqqa_data.catalogue import dumps, editions
from raqqa_data.catalogue.editions import Change, Step, changelog, changes, step_between

NOW = rd.datasets.catalogue


def edited(version: str, **by_id: dict[str, Any] | None) -> rd.Catalogue:
    """The shipped data with fields of records changed; None leaves a record out."""
    kept = [
        attrs.evolve(record, **(by_id.get(record.id.replace(".", "__")) or {}))
        for record in NOW.observations
        if by_id.get(record.id.replace(".", "__"), {}) is not None
    ]
    return attrs.evolve(NOW, data_version=version, observations=rd.Observations(kept))


@pytest.fixture
def three_editions(monkeypatch: pytest.MonkeyPatch) -> None:
    """0.9.0 lacked a record and had another period; 0.9.1 mended the period."""
    oldest = edited("0.9.0", security__weapons_seized=None, battle__battle_duration={"period": rd.Period("2017")})
    middle = edited("0.9.1", security__weapons_seized=None)
    monkeypatch.setattr(editions, "_past", lambda: {"0.9.1": dumps(middle), "0.9.0": dumps(oldest)})
    reasons = {("0.9.1", "battle.battle_duration", "period"): "the article says which months"}
    monkeypatch.setattr(editions, "_reasons", lambda: reasons)


def test_the_shipped_edition_is_the_last() -> None:
    assert rd.catalogue_versions()[-1] == rd.data_version
    assert rd.load_edition(rd.data_version) is NOW


def test_every_shipped_change_has_a_reason_and_a_version_of_its_size() -> None:
    versions = rd.catalogue_versions()
    for old, new in itertools.pairwise(versions):
        found = [change for change in changelog() if change.version == new]
        assert all(change.why for change in found), found
        assert step_between(old, new) is max((change.step for change in found), default=Step.PATCH)


@pytest.mark.usefixtures("three_editions")
def test_past_editions_are_there_in_order_of_their_numbers() -> None:
    assert rd.catalogue_versions() == ("0.9.0", "0.9.1", "1.1.0")
    assert rd.load_edition("0.9.0").observations.get("security.weapons_seized") is None
    assert rd.load_edition("0.9.0").observations["battle.battle_duration"].period == rd.Period("2017")
    with pytest.raises(rd.NotFoundError, match=r"no edition '0\.9'; did you mean '0\.9\.\d'"):
        rd.load_edition("0.9")


@pytest.mark.usefixtures("three_editions")
def test_the_changelog_says_old_new_and_why() -> None:
    now = str(rd.battle.battle_duration.period)
    mended, added = changelog()
    assert mended == Change("0.9.1", "battle.battle_duration", "period", "2017", now, "the article says which months")
    assert str(mended) == f"0.9.1 battle.battle_duration: period: 2017 became {now} (the article says which months)"
    assert (added.version, added.id, added.field, added.step) == ("1.1.0", "security.weapons_seized", None, Step.MINOR)
    assert changelog("battle.battle_duration") == (mended,)
    with pytest.raises(rd.NotFoundError, match="no record 'battle.duration'"):
        changelog("battle.duration")


def test_a_record_that_goes_is_refused() -> None:
    with pytest.raises(rd.CatalogueError, match=r"security\.weapons_seized: is gone; withdraw it"):
        changes(NOW, edited("2.0.0", security__weapons_seized=None))


def test_an_id_that_stands_for_something_else_is_refused() -> None:
    other = attrs.evolve(rd.battle.is_rule_duration, id="security.weapons_seized")
    kept = [other if record.id == other.id else record for record in NOW.observations]
    with pytest.raises(rd.CatalogueError, match=r"stands for something else now"):
        changes(NOW, attrs.evolve(NOW, observations=rd.Observations(kept)))


def test_a_change_of_meaning_asks_for_more_than_a_correction() -> None:
    steps = {
        change.field: change.step
        for change in changes(
            NOW,
            edited(
                "2.0.0",
                prison_attack__killed={"subgroup": "guards"},
                reconstruction__rubble_removed={"note": rd.Name("counted twice", "عُدّت مرتين")},
            ),
        )
    }
    assert steps == {"subgroup": Step.MAJOR, "note": Step.MINOR}
    mended = edited("1.0.1", security__weapons_seized={"name": rd.Name("Weapons", "أسلحة")})
    assert [change.step for change in changes(NOW, mended)] == [Step.PATCH]


def test_a_change_within_what_a_record_names_is_told() -> None:
    document = attrs.evolve(NOW.document, published=rd.Period("2022-10-17"))
    records = rd.Observations(attrs.evolve(record, document=document) for record in NOW.observations)
    events = rd.Events(attrs.evolve(event, document=document) for event in NOW.events)
    now = attrs.evolve(NOW, data_version="1.0.1", document=document, observations=records, events=events)
    found = changes(NOW, now)
    assert {change.field for change in found} == {"document"}
    assert len(found) == len(NOW.observations) + len(NOW.events)


@pytest.mark.parametrize(
    ("old", "new", "step"),
    [
        ("1.0.0", "1.0.1", Step.PATCH),
        ("1.2.3", "1.3.0", Step.MINOR),
        ("1.2.3", "2.0.0", Step.MAJOR),
        ("1.2.3", "1.3.1", Step.NONE),
        ("1.2.3", "1.2.3", Step.NONE),
    ],
)
def test_versions_rise_one_step_at_a_time(old: str, new: str, step: Step) -> None:
    assert step_between(old, new) is step
    with pytest.raises(rd.NotFoundError):
        step_between(old, f"v{new}")


def test_withdrawn_records_are_hidden_and_can_be_reached() -> None:
    shown = {record.id for record in rd.observations}
    assert shown == {r.id for r in NOW.observations if r.record_status is rd.RecordStatus.CURRENT}
    assert shown <= set(rd.load_edition(rd.data_version).observations.ids)
