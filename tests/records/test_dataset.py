"""Sequences of records that cannot be changed, their filters, and datasets with typed fields."""

from collections.abc import Collection, Sequence
from typing import Any, assert_type

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import raqqa_data as rd
from raqqa_data.errors import NotFoundError, PeriodError, RecordError
from raqqa_data.records import Area, Count, Dataset, Event, Events, Observation, Observations, Period, Records
from raqqa_data.texts import Name
from tests.records.samples import AGENT, AREA, COMMON, COUNT, DURATION, EVENT, MEASURE, SHARE, SYRIA, fields_of
from tests.records.test_display import html_of
from tests.strategies import observations

PART = attrs.evolve(
    COUNT,
    id="town.planted_oaks",
    subgroup="oaks",
    part_of="town.planted",
    attributed_to=AGENT,
    claim_status="attributed",
)
ABROAD = attrs.evolve(AREA, id="country.area", place=SYRIA, period=Period("2019"))


def holds(records: Any, item: object) -> bool:
    return item in records


ALL = Observations([COUNT, PART, AREA, SHARE, DURATION, MEASURE, ABROAD])


# ------------------------------------------------------------------------------------------------- immutable sequences


@settings(max_examples=15)
@given(st.lists(observations(), max_size=4, unique_by=lambda record: record.id), st.data())
def test_records_are_a_sequence(several: list[Observation], data: st.DataObject) -> None:
    records = Observations(several)
    assert isinstance(records, Collection)
    assert list(records) == several
    assert list(reversed(records)) == several[::-1]
    assert len(records) == len(several)
    assert records.ids == tuple(record.id for record in several)
    cut = data.draw(st.slices(len(several)))
    assert records[cut] == Observations(several[cut])
    assert type(records[cut]) is Observations
    for index, record in enumerate(several):
        assert records[index] is records[index - len(several)] is records[record.id] is records.get(record.id) is record
        assert record in records
        assert holds(records, record.id)
        assert records.index(record) == index
        assert records.count(record) == 1
    with pytest.raises(IndexError):
        records[len(several)]


def test_records_are_told_apart_by_their_order_and_class() -> None:
    assert Observations([COUNT, AREA]) != Observations([AREA, COUNT])
    nothing: Any = Events()
    assert Observations() != nothing
    assert Observations([COUNT]) == Observations(iter([COUNT]))
    assert len({Observations([COUNT]), Observations([COUNT])}) == 1


def test_a_sequence_does_not_follow_the_list_it_was_made_from() -> None:
    source = [COUNT]
    records = Observations(source)
    source.append(AREA)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    assert records.ids == ("town.planted",)


@pytest.mark.parametrize("intruder", [EVENT, "town.planted", None, Observations([COUNT])])
def test_observations_hold_observations_only(intruder: Any) -> None:
    with pytest.raises(RecordError, match=r"Observations\.records") as caught:
        Observations([COUNT, intruder])
    assert caught.value.value is intruder


def test_events_hold_events_only() -> None:
    observation: Any = COUNT
    with pytest.raises(RecordError, match="class Event only"):
        Events([observation])


def test_an_id_stands_for_one_record() -> None:
    with pytest.raises(RecordError, match="two records have this id"):
        Observations([COUNT, attrs.evolve(COUNT, subgroup="oaks")])


def test_an_unknown_id_is_not_found_and_comes_with_a_suggestion() -> None:
    with pytest.raises(NotFoundError, match=r"no observation 'town.plantd'; did you mean 'town.planted'") as caught:
        _ = ALL["town.plantd"]
    assert caught.value.suggestions[0] == "town.planted"
    with pytest.raises(NotFoundError, match=r"no event 'nothing'; choose from harvest$"):
        _ = Events([EVENT])["nothing"]
    assert ALL.get("town.plantd") is None
    assert not holds(ALL, "town.plantd")
    assert not holds(ALL, EVENT)


def test_records_of_any_class_stand_together() -> None:
    both: Records[Any] = Records([COUNT, EVENT])
    assert both.ids == ("town.planted", "harvest")
    assert repr(both).splitlines()[0] == "<Records: 2 records>"
    assert str(both).splitlines()[0].split() == ["id", "period", "name", "الاسم"]


# -------------------------------------------------------------------------------------------------------------- where


@pytest.mark.parametrize(
    ("conditions", "ids"),
    [
        ({}, ALL.ids),
        ({"dataset": "country"}, ["country.area"]),
        ({"indicator": "planted"}, ["town.planted", "town.planted_oaks"]),
        ({"additivity": "flow", "place": "town"}, ALL.ids[:-1]),
        ({"kind": "area"}, ["town.area", "country.area"]),
        ({"kind": "measure"}, ["town.voltage"]),
        ({"place": "syria"}, ALL.ids),
        ({"place": "town"}, ALL.ids[:-1]),
        ({"subgroup": "oaks"}, ["town.planted_oaks"]),
        ({"unit": "hectare"}, ["town.area", "country.area"]),
        ({"attributed_to": "council"}, ["town.planted_oaks"]),
        ({"claim_status": "attributed"}, ["town.planted_oaks"]),
        ({"document": COUNT.document.id, "unit": "hectare"}, ["town.area", "country.area"]),
        ({"part_of": "town.planted"}, ["town.planted_oaks"]),
        ({"period": "2019-05"}, ["country.area"]),
        ({"period": Period("2024")}, ALL.ids[:-1]),
        ({"period": "1999"}, []),
        ({"unit": "hectare", "place": "town"}, ["town.area"]),
        ({"unit": "hectare", "indicator": "planted"}, []),
        ({"kind": "area", "period": "2024-03-31"}, ["town.area"]),
    ],
)
def test_conditions_narrow_down_in_order(conditions: dict[str, Any], ids: Sequence[str]) -> None:
    assert ALL.where(**conditions).ids == tuple(ids)


@pytest.mark.parametrize(
    ("condition", "slip", "meant"),
    [
        ("dataset", "towns", "town"),
        ("indicator", "plantd", "planted"),
        ("additivity", "flows", "flow"),
        ("kind", "counts", "count"),
        ("place", "town-", "town"),
        ("subgroup", "oak", "oaks"),
        ("unit", "hectares", "hectare"),
        ("attributed_to", "counsil", "council"),
        ("claim_status", "atributed", "attributed"),
        ("document", COUNT.document.id[:-1], COUNT.document.id),
        ("part_of", "town.plantd", "town.planted"),
    ],
)
def test_a_misspelt_condition_is_not_an_empty_answer(condition: str, slip: str, meant: str) -> None:
    filters: dict[str, Any] = {condition: slip}
    with pytest.raises(NotFoundError) as caught:
        ALL.where(**filters)
    assert (caught.value.kind, caught.value.name, caught.value.suggestions[0]) == (condition, slip, meant)


@pytest.mark.parametrize("value", ["", 5, ["town"], {}])
def test_a_condition_of_another_type_is_not_found(value: Any) -> None:
    with pytest.raises(NotFoundError, match="no place"):
        ALL.where(place=value)


def test_an_impossible_period_is_refused() -> None:
    with pytest.raises(PeriodError):
        ALL.where(period="2019-13")


def test_nothing_is_found_among_nothing() -> None:
    assert Observations().where() == Observations()
    with pytest.raises(NotFoundError):
        Observations().where(place="town")


# ------------------------------------------------------------------------------------------------------------ datasets


@attrs.frozen(kw_only=True)
class Town(Dataset):
    planted: Count
    area: Area


TOWN_DATASET = Town(planted=COUNT, area=AREA)


def test_a_dataset_has_typed_fields() -> None:
    assert TOWN_DATASET.planted is COUNT
    assert list(TOWN_DATASET) == [COUNT, AREA] == list(TOWN_DATASET.observations)
    assert len(TOWN_DATASET) == 2
    assert Town(planted=COUNT, area=AREA) == TOWN_DATASET
    assert str(TOWN_DATASET).startswith("Town\nid ")
    assert html_of(TOWN_DATASET) == TOWN_DATASET.observations.as_html()


@pytest.mark.parametrize(
    ("class_name", "dataset_name"),
    [("Town", "town"), ("PrisonAttack", "prison_attack"), ("A", "a"), ("Mosul2017", "mosul2017")],
)
def test_a_dataset_is_named_after_its_class(class_name: str, dataset_name: str) -> None:
    cls: Any = type(class_name, (Dataset,), {})
    assert cls.dataset_name() == dataset_name


def test_a_dataset_shows_its_observations_whatever_else_it_holds() -> None:
    @attrs.frozen(kw_only=True)
    class Noted(Dataset):
        planted: Count
        source: str = "a survey"

    assert Noted(planted=COUNT).observations.ids == ("town.planted",)


def test_type_checkers_know_every_field_and_element() -> None:
    """mypy and pyright read these lines; at run time they are true of anything."""
    assert_type(TOWN_DATASET.planted, Count)
    assert_type(TOWN_DATASET.area.to("m²"), Area)
    assert_type(ALL[0], Observation)
    assert_type(ALL["town.area"], Observation)
    assert_type(ALL[1:], Observations)
    assert_type(ALL.where(kind="area"), Observations)
    assert_type(Events([EVENT])[0], Event)
    assert_type(ALL.get("town.area"), Observation | None)
    assert_type([record.estimate.best for record in TOWN_DATASET], list[int | float | None])


def test_event_and_observation_ids_live_apart() -> None:
    assert Event("town", **COMMON).id == "town"
    assert fields_of(EVENT)["name"] == Name("Trees", "أشجار")


@pytest.mark.parametrize(
    ("condition", "suggested"),
    [
        ({"unit": "people"}, ("person",)),
        ({"place": "الرقة"}, ("raqqa-city", "ar-raqqa")),
        ({"place": "Raqqa city"}, ("raqqa-city",)),
        ({"attributed_to": "الأمم المتحدة"}, ("un",)),
        ({"indicator": "القتلى"}, ("killed",)),
        ({"unit": "tent"}, ()),
        ({"unit": "meal"}, ()),
        ({"subgroup": "مدنيون"}, ()),
    ],
)
def test_a_filter_suggests_what_is_known_by_another_spelling(
    condition: dict[str, str], suggested: tuple[str, ...]
) -> None:
    with pytest.raises(rd.NotFoundError) as caught:
        rd.observations.where(**condition)
    assert caught.value.suggestions == suggested
