"""Sums that lie and sums that are honest, each with its reason: as an analyst would say it, whatever the code does.

A row is a dictionary of what it has other than its neighbours: seven people killed in a city on one day, as one report
says. A sum that lies names the condition that it breaks. One that is honest names its best value and its bounds.
"""

from __future__ import annotations

from typing import Any

import attrs

import raqqa_data as rd
from raqqa_data.records import KINDS, Observation, Quote
from tests.aggregation.factory import CITY, DOCUMENT, GOVERNORATE, KILLED, OTHER_CITY, SDF, SYRIA, UN, indicator

Row = dict[str, Any]
DISJOINT, TYPES = "disjointness", "type compatibility"

INJURED, DETAINED = indicator("injured"), indicator("detained", additivity="stock")
BRIDGES, SCHOOLS, RUBBLE = (
    indicator("bridges", "bridge"),
    indicator("schools", "school"),
    indicator("rubble", "hectare"),
)
DESTROYED = indicator("destroyed", "percent", "non-additive")
BURNT = indicator("burnt", "percent")
WATER = indicator("water", "liter / person / day", "non-additive")
WARMTH = indicator("warmth", "degree_Celsius", "non-additive")
DOLLARS, POUNDS = indicator("aid", "USD"), indicator("aid_in_pounds", "SYP")
WHEAT, ROADS = indicator("wheat", "metric_ton"), indicator("roads", "kilometer")
REDEFINED = indicator("killed", additivity="stock")
SECOND = attrs.evolve(DOCUMENT, id="second-report")
SIEGE, RAID = {"event": "siege"}, {"event": "raid"}
DAY = "2022-01-20"

WOMEN, MEN, CIVILIANS = {"sex": "female"}, {"sex": "male"}, {"status": "civilian"}
CHILDREN, FIGHTERS = {"age": "child"}, {"status": "combatant"}


def of(*subgroups: Any) -> list[Row]:
    return [{"subgroup": subgroup} for subgroup in subgroups]


def on(*periods: str, **more: Any) -> list[Row]:
    return [{"period": period, **more} for period in periods]


LIES: list[tuple[str, list[Row], str]] = [
    ("a whole holds its part", [{"id": "all"}, {"part_of": "all", "period": "2022-02"}], DISJOINT),
    (
        "a whole holds the part of its part",
        [
            {"id": "all"},
            {"id": "some", "part_of": "all", "period": "2022-02"},
            {"part_of": "some", "period": "2022-03"},
        ],
        DISJOINT,
    ),
    ("one record given twice", [{"id": "same"}, {"id": "same", "period": "2022-02"}], DISJOINT),
    ("two claimants of one day", [{"attributed_to": UN}, {"attributed_to": SDF}], DISJOINT),
    ("a month holds its days", on("2022-01", DAY), DISJOINT),
    ("a year holds its months", on("2022", "2022-03"), DISJOINT),
    ("two spans share their last and first day", on("2022-01-01/2022-01-20", "2022-01-20/2022-01-31"), DISJOINT),
    ("two running totals count the first days again", on("2022-01-01/2022-01-20", "2022-01-01/2022-01-21"), DISJOINT),
    ("a span without an end goes on", on("2022-01-20/..", "2022-03"), DISJOINT),
    ("a span of which the beginning is unknown", on("/2022-02", "2022-01"), DISJOINT),
    ("a decade holds its years", on("202X", "2022"), DISJOINT),
    ("a spring holds its April", on("2022-21", "2022-04"), DISJOINT),
    ("a month of which year?", on("XXXX-06", "2022-06"), DISJOINT),
    ("a day of that month, whichever", on("2022-01-XX", DAY), DISJOINT),
    ("about January may be February", on("2022-01~", "2022-02~"), DISJOINT),
    ("January, if it was January", on("2022-01?", "2022-02"), DISJOINT),
    ("about that day may be the next", on("2022-01-20~", "2022-01-21"), DISJOINT),
    ("a span that ended at about that day", on("2022-01-01/2022-01-19~", DAY), DISJOINT),
    ("those held in June are held in October", on("2022-06", "2022-10", what=DETAINED), TYPES),
    (
        "those held in June may be held elsewhere in October",
        [{"what": DETAINED, "period": "2022-06"}, {"what": DETAINED, "period": "2022-10", "place": OTHER_CITY}],
        TYPES,
    ),
    (
        "a governorate holds its city's prisoners",
        [{"what": DETAINED}, {"what": DETAINED, "place": GOVERNORATE}],
        DISJOINT,
    ),
    ("a governorate holds its city", [{}, {"place": GOVERNORATE}], DISJOINT),
    ("a country holds its city", [{}, {"place": SYRIA, "period": "2022-01"}], DISJOINT),
    ("women of a city are people of its governorate", [*of(WOMEN), {"place": GOVERNORATE}], DISJOINT),
    ("some women are civilians", of(WOMEN, CIVILIANS), DISJOINT),
    ("girls are children", of(CHILDREN, WOMEN | CHILDREN), DISJOINT),
    ("everybody holds the women", of(None, WOMEN), DISJOINT),
    ("ages that overlap", of({"age": "0-17"}, {"age": "15-24"}), DISJOINT),
    ("the dead and the injured are two indicators", [{}, {"what": INJURED}], TYPES),
    ("bridges and schools", [{"what": BRIDGES}, {"what": SCHOOLS}], TYPES),
    ("people and hectares", [{}, {"what": RUBBLE}], TYPES),
    ("a half and a half of a city are no whole city", on("2022-01", "2022-02", what=DESTROYED, of="the city"), TYPES),
    (
        "shares of two things",
        [{"what": BURNT, "of": "the city"}, {"what": BURNT, "of": "the farmland", "period": "2022-02"}],
        TYPES,
    ),
    ("litres a head of two months", on("2022-01", "2022-02", what=WATER), TYPES),
    ("degrees", on("2022-01", "2022-02", what=WARMTH), TYPES),
    ("dollars and pounds", [{"what": DOLLARS}, {"what": POUNDS}], TYPES),
    (
        "dollars in prices of two years",
        [
            {"what": DOLLARS, "price_basis": "2010 prices"},
            {"what": DOLLARS, "price_basis": "2020 prices", "period": "2022-02"},
        ],
        TYPES,
    ),
    (
        "dollars of which one sum alone says in whose prices",
        [{"what": DOLLARS}, {"what": DOLLARS, "price_basis": "2020 prices", "period": "2022-02"}],
        TYPES,
    ),
    ("what was withdrawn", [{"record_status": "withdrawn"}, {"period": "2022-02"}], TYPES),
    (
        "one event in two reports that differ on the day",
        [SIEGE, SIEGE | {"document": SECOND, "period": "2022-01-22"}],
        DISJOINT,
    ),
    (
        "one event in two reports, of women and of civilians, placed in two towns",
        [SIEGE | {"subgroup": WOMEN}, SIEGE | {"document": SECOND, "subgroup": CIVILIANS, "place": OTHER_CITY}],
        DISJOINT,
    ),
]
"""Each with the condition that it breaks."""

EXACT = 14.0, 14.0, 14.0
FEBRUARY = {"period": "2022-02"}
HONEST: list[tuple[str, list[Row], tuple[float | None, ...]]] = [
    ("two days", on(DAY, "2022-01-21"), EXACT),
    ("two months", on("2022-01", "2022-02"), EXACT),
    ("a month and a day of another", on("2022-01", "2022-02-03"), EXACT),
    ("two years", on("2021", "2022"), EXACT),
    ("spans that follow each other", on("2022-01-01/2022-01-15", "2022-01-16/2022-01-31"), EXACT),
    ("spans with a gap", on("2022-01-01/2022-01-15", "2022-03-01/2022-03-31"), EXACT),
    ("spring and summer", on("2022-21", "2022-22"), EXACT),
    ("a decade and a year of the next", on("201X", "2022"), EXACT),
    ("a span that ended before, begun at any time", on("/2021-12", "2022"), EXACT),
    ("what began after", on("2021", "2022/.."), EXACT),
    ("about one month and about another, far apart", on("2021-01~", "2022-01~"), EXACT),
    ("a doubtful day, and one a month on", on("2022-01-20?", "2022-02-20"), EXACT),
    ("an approximate year and a day years on", on("2015~", DAY), EXACT),
    ("two cities on one day", [{}, {"place": OTHER_CITY}], EXACT),
    (
        "a city in January and its governorate in February",
        [{"period": "2022-01"}, {"period": "2022-02", "place": GOVERNORATE}],
        EXACT,
    ),
    ("prisoners of two cities on one day", [{"what": DETAINED}, {"what": DETAINED, "place": OTHER_CITY}], EXACT),
    (
        "prisoners of two cities, of a month and of a day in it",
        [{"what": DETAINED, "period": "2022-01"}, {"what": DETAINED, "place": OTHER_CITY}],
        EXACT,
    ),
    ("women and men in one prison", [row | {"what": DETAINED} for row in of(WOMEN, MEN)], EXACT),
    ("two parts of a whole that is not added", [{"part_of": "all"}, {"part_of": "all", "place": OTHER_CITY}], EXACT),
    ("a part of one whole and another whole", [{"part_of": "all"}, {"id": "other", "period": "2022-02"}], EXACT),
    ("women and men", of(WOMEN, MEN), EXACT),
    ("girls and boys", of(WOMEN | CHILDREN, MEN | CHILDREN), EXACT),
    ("children, and adults", of(CHILDREN, {"age": "18+"}), EXACT),
    ("civilians and fighters", of(CIVILIANS, FIGHTERS), EXACT),
    ("women who are civilians, men who are civilians", of(WOMEN | CIVILIANS, MEN | CIVILIANS), EXACT),
    ("two words that no list knows", of("guards", "prisoners"), EXACT),
    (
        "women of one day and civilians of the next",
        [*of(WOMEN), {"subgroup": CIVILIANS, "period": "2022-01-21"}],
        EXACT,
    ),
    ("women of one city and everybody of another", [*of(WOMEN), {"place": OTHER_CITY}], EXACT),
    (
        "hectares and square metres",
        [{"what": RUBBLE}, {"what": RUBBLE, "unit": "meter ** 2", "period": "2022-02"}],
        (70_007.0,) * 3,
    ),
    (
        "tonnes and kilograms",
        [{"what": WHEAT}, {"what": WHEAT, "unit": "kilogram", "period": "2022-02"}],
        (7_007.0,) * 3,
    ),
    ("two roads", [{"what": ROADS}, {"what": ROADS, "place": OTHER_CITY}], (14_000.0,) * 3),
    ("dollars of two months", on("2022-01", "2022-02", what=DOLLARS), EXACT),
    ("dollars in one year's prices", on("2022-01", "2022-02", what=DOLLARS, price_basis="2010 prices"), EXACT),
    (
        "more than seven, and seven",
        [{"estimate": rd.Estimate.stated(7, rd.Wording.MORE_THAN)}, {"period": "2022-02"}],
        (14.0, 14.0, None),
    ),
    (
        "between five and nine, and seven",
        [{"estimate": rd.Estimate.between(5, 9)}, {"period": "2022-02"}],
        (None, 12.0, 16.0),
    ),
    (
        "hundreds, and about seven",
        [
            {"estimate": rd.Estimate.vague(200)},
            {"period": "2022-02", "estimate": rd.Estimate.stated(7, rd.Wording.ABOUT)},
        ],
        (None, None, None),
    ),
    ("two events of one day in one city", [SIEGE, RAID], EXACT),
    (
        "two events of one month, each in another report",
        [SIEGE | {"period": "2022-01"}, RAID | {"document": SECOND}],
        EXACT,
    ),
    ("one event in one report, in two cities", [SIEGE, SIEGE | {"place": OTHER_CITY}], EXACT),
    (
        "one event: the women in one report, the men in another",
        [SIEGE | {"subgroup": WOMEN}, SIEGE | {"document": SECOND, "subgroup": MEN}],
        EXACT,
    ),
]
"""Each with its best value and its bounds, in the base unit; None is not stated."""


def records_of(rows: list[Row]) -> tuple[Observation, ...]:
    """The rows as records."""
    return tuple(_record(number, **row) for number, row in enumerate(rows, 1))


def _record(number: int, **row: Any) -> Observation:
    what = row.pop("what", KILLED)
    name = row.pop("id", f"n{number}")
    if row.get("part_of"):
        row["part_of"] = f"sums.{row['part_of']}"
    given: Row = {
        "name": rd.Name(name, "تسمية"),
        "estimate": rd.Estimate.stated(7),
        "place": CITY,
        "document": DOCUMENT,
        "quote": Quote("7", 10),
        **row,
        "period": rd.Period(row.get("period", DAY)),
    }
    if given.get("attributed_to"):
        given["claim_status"] = rd.ClaimStatus.ATTRIBUTED
    return KINDS[what.kind](f"sums.{name}", indicator=what, **given)
