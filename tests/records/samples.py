"""One small, valid record of each class, of no real document."""

from typing import Any

import attrs

from raqqa_data.records import (
    Additivity,
    Agent,
    Area,
    Count,
    Document,
    Duration,
    Estimate,
    Event,
    Indicator,
    Observation,
    Period,
    Place,
    Quote,
    Share,
)
from raqqa_data.texts import Name

NAME = Name("Trees", "أشجار")
DOCUMENT = Document("town-2024", language="ar", sha256="0" * 64, characters=500)
QUOTE = Quote("40 شجرة", 12)
AGENT = Agent("council", name=Name("Town council", "المجلس البلدي"))
SYRIA = Place("syria", name=Name("Syria", "سوريا"), kind="country", iso="SYR")
TOWN = Place("town", name=Name("Town", "بلدة"), kind="city", within=SYRIA, latitude=36.5, longitude=40.75)
PERIOD = Period("2024-03")


def indicator(unit: str, indicator_id: str = "planted") -> Indicator:
    return Indicator(indicator_id, name=NAME, unit=unit, additivity=Additivity.FLOW)


_COMMON: dict[str, Any] = {"name": NAME, "period": PERIOD, "place": TOWN, "document": DOCUMENT, "quote": QUOTE}
COMMON: Any = _COMMON
"""Fields of any record, to be changed into what does not fit."""

COUNT = Count("town.planted", indicator=indicator("person"), estimate=Estimate.stated(40), **_COMMON)
AREA = Area("town.area", indicator=indicator("hectare", "area"), estimate=Estimate.stated(2.5), **_COMMON)
SHARE = Share(
    "town.share", indicator=indicator("percent", "share"), estimate=Estimate.stated(80), of="the town", **_COMMON
)
DURATION = Duration("town.duration", indicator=indicator("month", "time"), estimate=Estimate.stated(4), **_COMMON)
MEASURE = Observation("town.voltage", indicator=indicator("volt", "voltage"), estimate=Estimate.stated(4.5), **_COMMON)
EVENT = Event("harvest", **_COMMON)


def fields_of(record: Any) -> Any:
    """What its class takes, with the defaults written out."""
    return {field.alias: getattr(record, field.name) for field in attrs.fields(record.__class__) if field.init}
