"""Hypothesis strategies for every record, from names to whole catalogues whose links hold."""

from __future__ import annotations

import calendar
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar

import attrs
from hypothesis import strategies as st

from raqqa_data.catalogue import Catalogue
from raqqa_data.name import Name
from raqqa_data.records import (
    KINDS,
    Additivity,
    Agent,
    ClaimStatus,
    Document,
    Estimate,
    Event,
    Events,
    Indicator,
    Observation,
    Observations,
    Period,
    Place,
    Quote,
    RecordStatus,
    Wording,
)
from raqqa_data.records.indicator import kind_of
from raqqa_data.unit_table import UNITS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hypothesis.strategies import SearchStrategy

T = TypeVar("T")
Number = int | float

UNITS_OF_KIND = {kind: [unit for unit in UNITS if kind_of(unit) == kind] for kind in KINDS}
SINGLE = [wording for wording in Wording if wording not in {Wording.BETWEEN, Wording.VAGUE}]
"""Wordings that state one number."""

# ----------------------------------------------------------------------------------------------------------- texts


def texts(max_size: int = 20) -> SearchStrategy[str]:
    """Texts that say something: Arabic, Latin, what HTML and JSON must escape, and anything else in UTF-8."""
    alphabet = st.one_of(
        st.sampled_from("الرقة مدن٠١٢٣"), st.sampled_from("abc \"'<>&\\/{}"), st.characters(codec="utf-8")
    )
    return st.text(alphabet, min_size=1, max_size=max_size).filter(lambda text: bool(text.strip()))


def slugs() -> SearchStrategy[str]:
    """Ids such as `raqqa-city`."""
    return st.from_regex(r"[a-z0-9]{1,6}(?:[-_][a-z0-9]{1,4}){0,2}", fullmatch=True)


def observation_ids() -> SearchStrategy[str]:
    """Ids such as `battle.city_destroyed`."""
    return st.from_regex(r"[a-z][a-z0-9_]{0,5}\.[a-z][a-z0-9_]{0,8}", fullmatch=True)


def names() -> SearchStrategy[Name]:
    """Names in both languages."""
    return st.builds(Name, texts(), texts())


# --------------------------------------------------------------------------------------------------------- numbers


def whole_numbers() -> SearchStrategy[int]:
    """Whole numbers, some beyond what a float holds exactly."""
    return st.one_of(st.integers(-50, 50), st.integers(-(10**9), 10**9), st.integers(-(2**70), 2**70))


def numbers() -> SearchStrategy[Number]:
    """Whole numbers and floats as an estimate holds them."""
    return st.one_of(whole_numbers(), st.floats(-1e12, 1e12, allow_subnormal=False))


@st.composite
def estimates(
    draw: st.DrawFn, /, *, parts: SearchStrategy[Any] | None = None, wording: Wording | None = None
) -> Estimate:
    """Estimates of every wording, as a text states them and as sums leave them.

    Args:
        draw: Hypothesis' own.
        parts: What best, low and high are drawn from; whole numbers and floats when left out.
        wording: That wording only.
    """
    said: Wording = draw(st.sampled_from(Wording)) if wording is None else wording
    low, best, high = sorted(draw(st.tuples(*[numbers() if parts is None else parts] * 3)))
    stated = draw(st.booleans())
    match said:
        case Wording.EXACT:
            return Estimate(best, best, best, said)
        case Wording.MORE_THAN | Wording.AT_LEAST:
            return Estimate(best, best if stated else low, None, said)
        case Wording.LESS_THAN | Wording.AT_MOST | Wording.UP_TO:
            return Estimate(best, None, best if stated else high, said)
        case Wording.BETWEEN:
            return Estimate(None, low, high, said)
        case Wording.ABOUT | Wording.NEARLY | Wording.VAGUE:
            return Estimate(
                None if said is Wording.VAGUE else best,
                draw(st.sampled_from([None, low])),
                draw(st.sampled_from([None, high])),
                said,
            )


# --------------------------------------------------------------------------------------------------------- periods


@st.composite
def dates(draw: st.DrawFn) -> str:
    """One side of a period that has a year."""
    year = draw(st.one_of(st.integers(2010, 2025), st.integers(1, 9999)))
    form = draw(st.sampled_from(["day", "month", "season", "year", "decade", "century"]))
    month = draw(st.integers(1, 12))
    text = {
        "day": f"{year:04}-{month:02}-{draw(st.integers(1, calendar.monthrange(year, month)[1])):02}",
        "month": f"{year:04}-{month:02}",
        "season": f"{year:04}-{draw(st.integers(21, 24))}",
        "year": f"{year:04}",
        "decade": f"{year:04}"[:3] + "X",
        "century": f"{year:04}"[:2] + "XX",
    }[form]
    return text + draw(st.sampled_from(["", "", "~", "?", "%"]))


@st.composite
def dates_without_year(draw: st.DrawFn) -> str:
    """A month, a day or a season of no known year."""
    month = draw(st.integers(1, 12))
    day = draw(st.integers(1, calendar.monthrange(2000, month)[1]))
    form = draw(st.sampled_from([f"XXXX-{month:02}", f"XXXX-{month:02}-{day:02}", "XXXX-23"]))
    return form + draw(st.sampled_from(["", "~", "?", "%"]))


@st.composite
def intervals(draw: st.DrawFn) -> str:
    """Two sides, one of them open or unknown at times."""
    first, last = (Period(draw(dates())) for _ in range(2))
    if first.earliest is not None and last.latest is not None and first.earliest > last.latest:
        first, last = last, first
    open_side = draw(st.sampled_from(["", ".."]))
    return draw(st.sampled_from([f"{first}/{last}", f"{first}/{last}", f"{open_side}/{last}", f"{first}/{open_side}"]))


def dated_periods() -> SearchStrategy[Period]:
    """Periods of every form that have a place in time."""
    return st.one_of(dates(), intervals()).map(Period)


def periods() -> SearchStrategy[Period]:
    """Periods of every form."""
    return st.one_of(dates(), intervals(), dates_without_year()).map(Period)


# ------------------------------------------------------------------------------------------------------ provenance


def optional(strategy: SearchStrategy[T]) -> SearchStrategy[T | None]:
    """None, or one of these."""
    return st.one_of(st.none(), strategy)


def documents() -> SearchStrategy[Document]:
    """Documents long enough for every quote drawn here."""
    return st.builds(
        Document,
        slugs(),
        language=st.sampled_from(["ar", "en", "ar-SY"]),
        sha256=st.from_regex("[0-9a-f]{64}", fullmatch=True),
        characters=st.integers(1100, 10**6),
        name=optional(names()),
        published=optional(periods()),
        inferred=optional(texts()),
    )


def quotes() -> SearchStrategy[Quote]:
    """Quotes that end before the 1,100th character."""
    return st.builds(Quote, texts(60), st.integers(0, 1000))


def agents() -> SearchStrategy[Agent]:
    """Agents."""
    return st.builds(Agent, slugs(), name=names())


@st.composite
def places(draw: st.DrawFn, /, *, within: Place | None = None) -> Place:
    """Places, each within the one given or, at times, within a chain of others."""
    if within is None and draw(st.booleans()):
        within = draw(places())
    point = draw(optional(st.tuples(st.floats(-90, 90), st.floats(-180, 180))))
    return Place(
        draw(slugs()),
        name=draw(names()),
        kind=draw(slugs()),
        within=within,
        latitude=None if point is None else point[0],
        longitude=None if point is None else point[1],
        geonames=draw(optional(st.integers(1, 10**8))),
        wikidata=draw(optional(texts())),
        pcode=draw(optional(texts())),
        iso=draw(optional(texts())),
    )


@st.composite
def indicators(draw: st.DrawFn, /, *, kind: str | None = None) -> Indicator:
    """Indicators of one kind, or of any."""
    unit = draw(st.sampled_from([*UNITS] if kind is None else UNITS_OF_KIND[kind]))
    additivity = draw(st.sampled_from(Additivity))
    return Indicator(draw(slugs()), name=draw(names()), unit=unit, additivity=additivity)


# --------------------------------------------------------------------------------------------------------- records


@st.composite
def _record_fields(
    draw: st.DrawFn,
    document: Document | None = None,
    agents_known: Sequence[Agent] = (),
    places_known: Sequence[Place] = (),
) -> dict[str, Any]:
    agent = st.sampled_from(agents_known) if agents_known else agents()
    speaker = draw(optional(agent))
    others = [status for status in ClaimStatus if status is not ClaimStatus.REPORTED]
    return {
        "name": draw(names()),
        "period": draw(periods()),
        "inferred": draw(optional(texts())),
        "place": draw(st.sampled_from(places_known) if places_known else places()),
        "where_prec": draw(st.integers(1, 7)),
        "document": draw(documents()) if document is None else document,
        "quote": draw(quotes()),
        "attributed_to": speaker,
        "conveyed_by": draw(optional(agent)),
        "claim_status": ClaimStatus.REPORTED if speaker is None else draw(st.sampled_from(others)),
        "note": draw(optional(names())),
        "record_status": draw(st.sampled_from([RecordStatus.CURRENT, RecordStatus.WITHDRAWN])),
    }


@st.composite
def observations(
    draw: st.DrawFn, /, *, kind: str | None = None, indicator: Indicator | None = None, **known: Any
) -> Observation:
    """Observations of one kind, or of any.

    Args:
        draw: Hypothesis' own.
        kind: A key of `KINDS`.
        indicator: What is measured; any of the kind when left out.
        known: `document`, `agents_known` and `places_known`, of which the record takes its own.
    """
    kind = indicator.kind if indicator else draw(st.sampled_from([*KINDS])) if kind is None else kind
    measured = indicator or draw(indicators(kind=kind))
    dimension = UNITS[measured.unit].dimension
    units = [unit for unit in UNITS_OF_KIND[kind] if UNITS[unit].dimension == dimension]
    return KINDS[kind](
        draw(observation_ids()),
        indicator=measured,
        estimate=draw(estimates(parts=whole_numbers() if kind == "count" else None)),
        unit=draw(st.sampled_from(units)),
        subgroup=draw(optional(slugs())),
        of=draw(texts()) if kind == "share" else draw(optional(texts())),
        **draw(_record_fields(**known)),
    )


@st.composite
def events(draw: st.DrawFn, /, **known: Any) -> Event:
    """Events; `known` as for observations."""
    return Event(draw(slugs()), **draw(_record_fields(**known)))


# ------------------------------------------------------------------------------------------------------ catalogues


def _distinct(strategy: SearchStrategy[T], least: int, most: int) -> SearchStrategy[list[T]]:
    return st.lists(strategy, min_size=least, max_size=most, unique_by=attrgetter("id"))


@st.composite
def catalogues(draw: st.DrawFn, /, *, least: int = 0) -> Catalogue:
    """Whole catalogues: their records name only what they hold, and parts and successors lead to other records.

    Args:
        draw: Hypothesis' own.
        least: How many observations and how many events there are at least.
    """
    document = draw(documents())
    speakers = draw(_distinct(agents(), 1, 3))
    where: list[Place] = []
    for place_id in draw(st.lists(slugs(), min_size=1, max_size=4, unique=True)):
        outer = draw(optional(st.sampled_from(where))) if where else None
        place = draw(places(within=outer))
        # `places` may have put it into others, which the catalogue would have to hold
        where.append(attrs.evolve(place, id=place_id, within=outer))
    measured = draw(_distinct(indicators(), 1, 3))
    known: dict[str, Any] = {"document": document, "agents_known": speakers, "places_known": where}
    any_observation = st.sampled_from(measured).flatmap(lambda one: observations(indicator=one, **known))
    found = draw(_distinct(any_observation, least, 4))
    # each may be a part of one before it that measures the same, and be superseded by one before it: no circle
    linked: list[Observation] = []
    for record in found:
        kin = [other.id for other in linked if other.indicator == record.indicator]
        whole = draw(optional(st.sampled_from(kin))) if kin else None
        successor = draw(optional(st.sampled_from([other.id for other in linked]))) if linked else None
        status = record.record_status if successor is None else RecordStatus.SUPERSEDED
        linked.append(attrs.evolve(record, part_of=whole, superseded_by=successor, record_status=status))
    return Catalogue(
        data_version=draw(texts()),
        document=document,
        agents=tuple(speakers),
        places=tuple(where),
        indicators=tuple(measured),
        observations=Observations(draw(st.permutations(linked))),
        events=Events(draw(_distinct(events(**known), least, 3))),
    )
