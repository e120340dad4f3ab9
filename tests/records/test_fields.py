"""Every field's refusals and defaults."""

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import raqqa_data as rd
from raqqa_data.errors import RecordError, UnitError
from raqqa_data.records import (
    Additivity,
    Agent,
    Area,
    ClaimStatus,
    Count,
    Document,
    Estimate,
    Event,
    Indicator,
    Observation,
    Period,
    Place,
    Quote,
    Record,
    RecordStatus,
    Share,
    Wording,
)
from raqqa_data.records.conversion import converted
from raqqa_data.texts import Name
from tests.records.samples import (
    AGENT,
    AREA,
    COMMON,
    COUNT,
    DOCUMENT,
    DURATION,
    EVENT,
    MEASURE,
    NAME,
    QUOTE,
    SHARE,
    SYRIA,
    TOWN,
    fields_of,
    indicator,
)
from tests.strategies import estimates, places

NO_TEXT: list[object] = ["", " ", "\n\t\u00a0", 5, b"x", ["x"], "\ud800", "half \udfff"]
NO_SLUG: list[object] = ["", "Raqqa", "a b", "-a", "a-", "a--b", "a_", "الرقة", "é", "a\n", "a.b", "٣", 5, None]
NO_OBSERVATION_ID: list[object] = ["", "a", "a.", ".a", "a.b.c", "A.b", "1a.b", "a.1b", "a-b.c", "a.b\n", "ا.ب", 5]
NO_INT: list[object] = [True, False, 1.0, "1", Fraction(1)]


def refusals() -> Iterator[Any]:
    """Each field of each class with values that it must refuse."""
    table: list[tuple[Any, str, Any]] = [
        (NAME, "en", ["", "  ", None, 5, b"x"]),
        (NAME, "ar", ["", "  ", None, 5, b"x"]),
        (DOCUMENT, "id", NO_SLUG),
        (DOCUMENT, "language", [*NO_TEXT, None]),
        (DOCUMENT, "sha256", ["", "0" * 63, "0" * 65, "A" * 64, "g" * 64, "0" * 64 + "\n", "٠" * 64, 0, None]),
        (DOCUMENT, "characters", [*NO_INT, None, -1, 2**53 + 1]),
        (DOCUMENT, "name", ["Trees", 5]),
        (DOCUMENT, "published", ["2024", 2024]),
        (DOCUMENT, "inferred", NO_TEXT),
        (QUOTE, "exact", [*NO_TEXT, None]),
        (QUOTE, "start", [*NO_INT, None, -1, 2**53 + 1]),
        (QUOTE, "end", [*NO_INT, None, 0, 18, 20]),
        (AGENT, "id", NO_SLUG),
        (AGENT, "name", ["Town", None]),
        (TOWN, "id", NO_SLUG),
        (TOWN, "name", ["Town", None]),
        (TOWN, "kind", NO_SLUG),
        (TOWN, "within", ["syria", AGENT]),
        (TOWN, "latitude", [True, "36", 90.01, -91, float("nan"), float("inf"), 10**400]),
        (TOWN, "longitude", [True, "40", 180.01, -181, float("nan"), None]),
        (TOWN, "geonames", NO_INT),
        (TOWN, "wikidata", NO_TEXT),
        (TOWN, "pcode", NO_TEXT),
        (TOWN, "iso", NO_TEXT),
        (indicator("person"), "id", NO_SLUG),
        (indicator("person"), "name", ["Town", None]),
        (indicator("person"), "kind", ["area", "Count", "", None, 5, ["count"]]),
    ]
    records: list[Any] = [COUNT, AREA, SHARE, DURATION, MEASURE, EVENT]
    for record in records:
        table += [
            (record, "id", NO_SLUG if record is EVENT else NO_OBSERVATION_ID),
            (record, "name", ["Trees", None]),
            (record, "period", ["2024", None]),
            (record, "inferred", NO_TEXT),
            (record, "place", ["town", None, AGENT]),
            (record, "where_prec", [*NO_INT, None, 0, 8]),
            (record, "document", ["town-2024", None]),
            (record, "quote", ["40", None]),
            (record, "attributed_to", ["council", TOWN]),
            (record, "conveyed_by", ["council", TOWN]),
            (record, "note", ["a note"]),
            (record, "superseded_by", [*NO_TEXT, "town.other"]),
        ]
    for record in records[:-1]:
        table += [
            (record, "indicator", ["planted", None, NAME]),
            (record, "estimate", [40, None, "40"]),
            (record, "subgroup", NO_SLUG[:-1]),
            (record, "part_of", [*NO_OBSERVATION_ID, record.id]),
            (record, "of", NO_TEXT),
        ]
    for record, field, values in table:
        for number, value in enumerate(values):
            yield pytest.param(record, field, value, id=f"{type(record).__name__}.{field}-{number}")


@pytest.mark.parametrize(("record", "field", "value"), [*refusals()])
def test_a_field_refuses_what_it_cannot_hold(record: Any, field: str, value: object) -> None:
    fields = fields_of(record) | {field: value}
    if field == "indicator":
        del fields["unit"]
    with pytest.raises(RecordError) as caught:
        type(record)(**fields)
    assert (caught.value.record, caught.value.field) == (type(record).__name__, field)
    assert caught.value.problem
    assert caught.value.value is value or str(value) == caught.value.value


@pytest.mark.parametrize(
    ("record", "field"), [(COUNT, "claim_status"), (COUNT, "record_status"), (indicator("person"), "additivity")]
)
@pytest.mark.parametrize("value", ["", "verified", None, 5, [], "Reported", "flow "])
def test_an_enumeration_names_its_members(record: Any, field: str, value: object) -> None:
    with pytest.raises(RecordError, match=rf"\.{field} = .*: no [A-Z][A-Za-z]+; try '?[a-z]") as caught:
        type(record)(**(fields_of(record) | {field: value}))
    assert caught.value.field == field


def test_an_enumeration_takes_its_texts() -> None:
    assert Indicator("x", name=NAME, unit="person", additivity=any_text("stock")).additivity is Additivity.STOCK
    assert Event("x", **COMMON, record_status=any_text("withdrawn")).record_status is RecordStatus.WITHDRAWN


def any_text(text: str) -> Any:
    return text


def test_defaults() -> None:
    assert {field for field, value in fields_of(COUNT).items() if value is None} == {
        *("inferred", "attributed_to", "conveyed_by", "note", "superseded_by"),
        *("subgroup", "part_of", "of", "event", "price_basis"),
    }
    assert (COUNT.where_prec, COUNT.claim_status, COUNT.record_status) == (
        1,
        ClaimStatus.REPORTED,
        RecordStatus.CURRENT,
    )
    assert (COUNT.unit, AREA.unit, indicator("m²").unit) == ("person", "hectare", "meter ** 2")
    assert [record.indicator.kind for record in (COUNT, AREA, SHARE, DURATION, MEASURE)] == [
        "count",
        "area",
        "share",
        "duration",
        "measure",
    ]
    assert Count(**(fields_of(COUNT) | {"attributed_to": AGENT, "claim_status": "disputed"})).claim_status == "disputed"
    assert Count("a.b", indicator=COUNT.indicator, estimate=COUNT.estimate, **COMMON, attributed_to=AGENT) == Count(
        **(fields_of(COUNT) | {"id": "a.b", "attributed_to": AGENT, "claim_status": ClaimStatus.ATTRIBUTED})
    )


# ---------------------------------------------------------------------------------------- fields that go together


def test_a_quote_ends_where_its_words_end() -> None:
    assert (Quote("40 شجرة", 12).end, Quote("𝟜", 3).end) == (19, 4)
    with pytest.raises(RecordError, match="it ends at 19"):
        Quote("40 شجرة", 12, 20)


@pytest.mark.parametrize(("exact", "start"), [(5, 8), (None, 8), ("abc", "8"), ("abc", None), ([], []), ("abc", 8.0)])
def test_a_quote_without_an_end_refuses_wrong_types_with_our_error(exact: Any, start: Any) -> None:
    with pytest.raises(RecordError, match=r"Quote\.(exact|start)"):
        Quote(exact, start)


def test_a_quote_lies_in_its_document() -> None:
    short = Document("d", language="ar", sha256="0" * 64, characters=18)
    with pytest.raises(RecordError, match="beyond the document's 18 characters") as caught:
        Event("harvest", **(COMMON | {"document": short}))
    assert caught.value.field == "quote"


def test_coordinates_come_in_pairs() -> None:
    for one in ("latitude", "longitude"):
        fields: dict[str, Any] = {"id": "x", "name": NAME, "kind": "city", one: 1.0}
        with pytest.raises(RecordError, match="together"):
            Place(**fields)
    assert Place("x", name=NAME, kind="city", latitude=-90, longitude=180).latitude == -90


@pytest.mark.parametrize(
    ("status", "agent"),
    [("reported", AGENT), *((status, None) for status in ClaimStatus if status is not ClaimStatus.REPORTED)],
)
def test_only_a_reported_claim_has_no_claimant(status: str, agent: Agent | None) -> None:
    with pytest.raises(RecordError) as caught:
        Event("harvest", **COMMON, attributed_to=agent, claim_status=any_text(status))
    assert caught.value.field == "claim_status"


def test_a_superseded_record_names_its_successor() -> None:
    with pytest.raises(RecordError, match="successor"):
        Event("harvest", **COMMON, record_status=RecordStatus.SUPERSEDED)
    with pytest.raises(RecordError, match="does not succeed itself"):
        Event("harvest", **COMMON, record_status=RecordStatus.SUPERSEDED, superseded_by="harvest")
    assert Event("harvest", **COMMON, record_status=RecordStatus.SUPERSEDED, superseded_by="b").superseded_by == "b"


def test_a_share_says_of_what() -> None:
    with pytest.raises(RecordError, match="say what it is a share of") as caught:
        Share(**(fields_of(SHARE) | {"of": None}))
    assert caught.value.field == "of"


@pytest.mark.parametrize("part", ["best", "low", "high"])
def test_a_count_is_whole_in_every_part(part: str) -> None:
    bounds: dict[str, Any] = {"best": None, "low": None, "high": None, "wording": Wording.VAGUE, part: 2.5}
    if part == "best":
        bounds["wording"] = Wording.ABOUT
    with pytest.raises(RecordError, match=r"Count\.estimate") as caught:
        Count(**(fields_of(COUNT) | {"estimate": Estimate(**bounds)}))
    assert caught.value.problem == "a count is a whole number, 0 or more"


@pytest.mark.parametrize("estimate", [Estimate.stated(-1), Estimate.between(-3, 2), Estimate.stated(-5, Wording.UP_TO)])
def test_there_are_never_fewer_things_than_none(estimate: Estimate) -> None:
    with pytest.raises(RecordError, match=r"Count\.estimate = .*: a count is a whole number, 0 or more"):
        Count(**(fields_of(COUNT) | {"estimate": estimate}))
    assert Count(**(fields_of(COUNT) | {"estimate": Estimate.stated(0)})).estimate.best == 0


@pytest.mark.parametrize(
    ("unit", "kind"),
    [("hectare", rd.Area), ("day", rd.Duration), ("meter", rd.Length), ("kilogram", rd.Mass), ("liter", rd.Volume)],
)
def test_no_area_mass_length_volume_or_duration_is_negative(unit: str, kind: type[rd.Observation]) -> None:
    given = fields_of(COUNT) | {"indicator": indicator(unit), "unit": unit}
    for estimate in (Estimate.stated(-1), Estimate.between(-3, 2)):
        with pytest.raises(RecordError, match=rf"{kind.__name__}\.estimate = .* {kind.kind} is never negative"):
            kind(**(given | {"estimate": estimate}))
    assert kind(**(given | {"estimate": Estimate.stated(0)})).estimate.best == 0


@pytest.mark.parametrize(
    ("unit", "kind"), [("degree_Celsius", rd.Temperature), ("SYP", rd.Money), ("megawatt", rd.Power), ("pascal", None)]
)
def test_what_may_be_less_than_none_stays(unit: str, kind: type[rd.Observation] | None) -> None:
    given = fields_of(COUNT) | {"indicator": indicator(unit), "unit": unit, "estimate": Estimate.stated(-5)}
    assert (kind or rd.Observation)(**given).estimate.best == -5


def test_what_is_inferred_is_there() -> None:
    given = fields_of(DOCUMENT) | {"inferred": "why"}
    with pytest.raises(RecordError, match=r"Document\.inferred = 'why': says why `published` is inferred"):
        Document(**(given | {"published": None}))
    assert Document(**(given | {"published": Period("2024")})).inferred == "why"


# -------------------------------------------------------------------------------------------------------------- units


@pytest.mark.parametrize("unit", ["parsec", "", None, 5, [], "camp"])
def test_an_unknown_unit_is_refused(unit: Any) -> None:
    with pytest.raises(UnitError):
        indicator(unit)
    if unit is not None:
        with pytest.raises(UnitError) as caught:
            Count(**(fields_of(COUNT) | {"unit": unit}))
        assert caught.value.unit == unit


def test_a_unit_is_written_by_its_canonical_name() -> None:
    with pytest.raises(UnitError, match=r"canonical name 'meter \*\* 2'"):
        Area(**(fields_of(AREA) | {"unit": "m²"}))


def test_a_unit_measures_what_its_indicator_does() -> None:
    with pytest.raises(UnitError, match="the indicator 'planted' is in person"):
        Count(**(fields_of(COUNT) | {"unit": "bridge"}))
    assert Area(**(fields_of(AREA) | {"unit": "dunam"})).unit == "dunam"


@pytest.mark.parametrize("cls", [Observation, Count, Area, Share])
def test_a_class_holds_its_own_kind_only(cls: type[Observation]) -> None:
    with pytest.raises(UnitError, match=f"kind is 'duration', so a {cls.__name__} cannot hold it"):
        cls(**fields_of(DURATION))


def test_an_indicator_is_of_the_kind_of_its_unit() -> None:
    with pytest.raises(RecordError, match="of kind 'count'"):
        Indicator("x", name=NAME, unit="person", additivity=Additivity.FLOW, kind="share")


def test_another_unit_keeps_everything_else() -> None:
    metres = AREA.to("m²")
    assert (metres.estimate, metres.unit) == (Estimate.stated(25_000), "meter ** 2")
    assert fields_of(metres) | {"estimate": AREA.estimate, "unit": "hectare"} == fields_of(AREA)
    assert AREA.to("hectare") == AREA
    with pytest.raises(UnitError):
        AREA.to("person")


@given(estimates(parts=st.integers(-(10**9), 10**9)))
def test_a_conversion_there_and_back_changes_nothing(estimate: Estimate) -> None:
    there = converted(estimate, "hectare", "meter ** 2")
    assert converted(there, "meter ** 2", "hectare") == estimate
    assert there.wording is estimate.wording
    assert converted(estimate, "hectare", "hectare") is estimate


def test_a_quantity_is_made_afresh_at_each_call() -> None:
    pytest.importorskip("pint")
    one, two = AREA.quantity, AREA.quantity
    assert (one.magnitude, str(one.units)) == (2.5, "hectare")
    assert one is not two


def test_no_single_value_no_quantity() -> None:
    vague = Count(**(fields_of(COUNT) | {"estimate": Estimate.vague(low=200)}))
    with pytest.raises(RecordError, match=r"use estimate\.low") as caught:
        _ = vague.quantity
    assert caught.value.field == "quantity"


# ------------------------------------------------------------------------------------------------------------- places


def test_a_place_lies_in_all_that_it_is_within() -> None:
    assert [place.id for place in TOWN.chain] == ["town", "syria"]
    assert (TOWN.lies_in(SYRIA), TOWN.lies_in(TOWN), SYRIA.lies_in(TOWN)) == (True, True, False)


@settings(max_examples=30)
@given(places())
def test_a_chain_goes_outwards(place: Place) -> None:
    chain = place.chain
    assert chain[0] is place
    assert [inner.within for inner in chain] == [*chain[1:], None]


def test_places_in_one_another_come_to_an_end() -> None:
    place = SYRIA
    for depth in range(31):
        place = Place(f"p{depth}", name=NAME, kind="city", within=place)
    assert len(place.chain) == 32
    hash(place)
    with pytest.raises(RecordError, match=r"Place\.within"):
        Place("too-deep", name=NAME, kind="city", within=place)


def test_an_observation_knows_its_dataset_and_field() -> None:
    assert (COUNT.dataset, COUNT.field) == ("town", "planted")


def test_messages_name_record_field_and_value() -> None:
    with pytest.raises(RecordError, match=re.escape("Agent.id = 'Town Council': an id is lower-case")):
        Agent("Town Council", name=NAME)
    with pytest.raises(RecordError, match=re.escape("Place.within = 5: must be a Place or None")):
        Place("x", name=NAME, kind="city", within=any_number(5))
    with pytest.raises(RecordError, match=re.escape("Event.period = None: must be a Period")):
        Event("x", **(COMMON | {"period": None}))


def any_number(value: int) -> Any:
    return value


def test_classes_tell_their_kind() -> None:
    assert issubclass(Count, Observation)
    assert issubclass(Event, Record)
    assert not issubclass(Event, Observation)
    assert Period("2024-03") == COUNT.period
    assert Name("a", "b") == Name("a", "b") != Name("b", "a")


def test_a_field_takes_an_instance_of_a_subclass() -> None:
    class City(Place):
        """A place of one kind."""

    city = City("town", name=NAME, kind="city")
    assert type(COUNT)(**(fields_of(COUNT) | {"place": city})).place is city
