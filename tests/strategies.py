"""Hypothesis strategies for every record, from names to whole catalogues whose links hold."""

from __future__ import annotations

import datetime as dt
import functools
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar, cast

import attrs
from hypothesis import settings
from hypothesis import strategies as st

from raqqa_data.catalogue import Catalogue
from raqqa_data.records import (
    KINDS,
    Additivity,
    Agent,
    Annotation,
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
    Subgroup,
    Wording,
)
from raqqa_data.records.indicator import NEVER_NEGATIVE, kind_of
from raqqa_data.records.subgroup import CODES
from raqqa_data.texts import Name
from raqqa_data.units.table import UNITS, find_unit

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from hypothesis.strategies import SearchStrategy

T = TypeVar("T")
StrategyT = TypeVar("StrategyT", bound="Callable[..., SearchStrategy[Any]]")
Number = int | float

RATES = ("liter / person / day", "liter / day", "USD / oil_barrel", "SYP / USD", "1 / day", "person / day")
UNITS_OF_KIND = {kind: tuple(unit for unit in (*UNITS, *RATES) if kind_of(unit) == kind) for kind in KINDS}
SINGLE = [wording for wording in Wording if wording not in {Wording.BETWEEN, Wording.VAGUE}]
"""Wordings that state one number."""


def examples(in_gate: int) -> int:
    """How many examples of a law to try: so many in the gate, fewer while a person writes, more in the night."""
    return max(1, in_gate * settings().max_examples // settings.get_profile("ci").max_examples)


def once(make: StrategyT) -> StrategyT:
    """Make a strategy once for each arguments: to check and to join a new one takes longer than to draw from it."""
    return cast("StrategyT", functools.lru_cache(maxsize=1000)(make))


# ----------------------------------------------------------------------------------------------------------- texts


NONCHARACTERS = "\ufffe\uffff" + "".join(map(chr, range(0xFDD0, 0xFDF0)))


@once
def texts(max_size: int = 20) -> SearchStrategy[str]:
    """Texts that say something: Arabic, Latin, what HTML and JSON must escape, and all else that a record may hold."""
    alphabet = st.one_of(
        st.sampled_from("الرقة مدن٠١٢٣"),
        st.sampled_from("abc \"'<>&\\/{}\t\r\n"),
        st.characters(codec="utf-8", exclude_categories=["Cc"], exclude_characters=NONCHARACTERS),
    )
    return st.text(alphabet, min_size=1, max_size=max_size).filter(lambda text: bool(text.strip()))


@once
def slugs() -> SearchStrategy[str]:
    """Ids such as `raqqa-city`."""
    return st.from_regex(r"[a-z0-9]{1,6}(?:[-_][a-z0-9]{1,4}){0,2}", fullmatch=True)


@once
def observation_ids() -> SearchStrategy[str]:
    """Ids such as `battle.city_destroyed`."""
    return st.from_regex(r"[a-z][a-z0-9_]{0,5}\.[a-z][a-z0-9_]{0,8}", fullmatch=True)


@once
def names() -> SearchStrategy[Name]:
    """Names in both languages."""
    return st.builds(Name, texts(), texts())


# --------------------------------------------------------------------------------------------------------- numbers


@once
def counts() -> SearchStrategy[int]:
    """How many there are of something."""
    return st.one_of(st.integers(0, 50), st.integers(0, 10**9), st.integers(0, 2**70))


@once
def whole_numbers() -> SearchStrategy[int]:
    """Whole numbers, some beyond what a float holds exactly."""
    return st.one_of(st.integers(-50, 50), st.integers(-(10**9), 10**9), st.integers(-(2**70), 2**70))


@once
def numbers() -> SearchStrategy[Number]:
    """Whole numbers and floats as an estimate holds them."""
    return st.one_of(whole_numbers(), st.floats(-1e12, 1e12, allow_subnormal=False))


_WORDINGS = st.sampled_from(Wording)
_FLAGS = st.booleans()


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
    said: Wording = draw(_WORDINGS) if wording is None else wording
    part = numbers() if parts is None else parts
    low, best, high = sorted((draw(part), draw(part), draw(part)))
    stated, has_low, has_high = draw(_FLAGS), draw(_FLAGS), draw(_FLAGS)
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
                low if has_low else None,
                high if has_high else None,
                said,
            )


# --------------------------------------------------------------------------------------------------------- periods


_DAYS = st.one_of(st.dates(dt.date(2010, 1, 1), dt.date(2025, 12, 31)), st.dates())
_DOUBTS = st.sampled_from(["", "", "~", "?", "%"])


def _written(date: dt.date, form: str) -> str:
    day = date.isoformat()
    season = f"{day[:5]}{21 + date.month // 4}"
    forms = {"day": day, "month": day[:7], "season": season, "year": day[:4], "decade": f"{day[:3]}X"}
    return forms.get(form, f"{day[:2]}XX")


@once
def dates() -> SearchStrategy[str]:
    """One side of a period that has a year."""
    forms = st.sampled_from(["day", "month", "season", "year", "decade", "century"])
    return st.builds("{}{}".format, st.builds(_written, _DAYS, forms), _DOUBTS)


@once
def dates_without_year() -> SearchStrategy[str]:
    """A month, a day or a season of no known year."""
    in_leap_year = st.dates(dt.date(2000, 1, 1), dt.date(2000, 12, 31))
    forms = st.sampled_from(["day", "month", "season"])
    return st.builds("XXXX{}{}".format, st.builds(_written, in_leap_year, forms).map(lambda text: text[4:]), _DOUBTS)


@once
@st.composite
def intervals(draw: st.DrawFn) -> str:
    """Two sides, one of them open or unknown at times."""
    first, last = Period(draw(dates())), Period(draw(dates()))
    if first.earliest is not None and last.latest is not None and first.earliest > last.latest:
        first, last = last, first
    form = draw(_INTERVALS)
    return form.format(first, last)


_INTERVALS = st.sampled_from(["{}/{}", "{}/{}", "/{1}", "../{1}", "{0}/", "{0}/.."])


@once
def dated_periods() -> SearchStrategy[Period]:
    """Periods of every form that have a place in time."""
    return st.one_of(dates(), intervals()).map(Period)


@once
def periods() -> SearchStrategy[Period]:
    """Periods of every form."""
    return st.one_of(dates(), intervals(), dates_without_year()).map(Period)


# ------------------------------------------------------------------------------------------------------ provenance


@once
def optional(strategy: SearchStrategy[T]) -> SearchStrategy[T | None]:
    """None, or one of these."""
    return st.one_of(st.none(), strategy)


@once
def _among(choices: tuple[T, ...]) -> SearchStrategy[T]:
    return st.sampled_from(choices)


@once
def documents() -> SearchStrategy[Document]:
    """Documents long enough for every quote drawn here."""
    dates: dict[str, SearchStrategy[Any]] = {"published": periods(), "inferred": optional(texts())}
    dated = st.one_of(st.just(dict[str, Any]()), st.fixed_dictionaries(dates))
    fields: dict[str, SearchStrategy[Any]] = {
        "id": slugs(),
        "language": st.sampled_from(["ar", "en", "ar-SY"]),
        "sha256": st.binary(min_size=32, max_size=32).map(bytes.hex),
        "characters": st.integers(1100, 10**6),
        "name": optional(names()),
        "retrieved": optional(periods()),
    }

    def made(known: dict[str, Any], more: dict[str, Any]) -> Document:
        return Document(**known, **more)

    return st.builds(made, st.fixed_dictionaries(fields), dated)


@once
def quotes() -> SearchStrategy[Quote]:
    """Quotes that end before the 1,100th character, some with where they stand in a file."""

    def made(exact: str, start: int, where: dict[str, Any]) -> Quote:
        return Quote(exact, start, **where)

    numbers_, around = st.integers(1, 2**31), texts()
    where = {"page": numbers_, "paragraph": numbers_, "prefix": around, "suffix": around}
    return st.builds(made, texts(60), st.integers(0, 1000), st.fixed_dictionaries({}, optional=where))


@once
def subgroups() -> SearchStrategy[Subgroup]:
    """Subgroups in one dimension or in several."""
    coded: dict[str, SearchStrategy[str]] = {name: st.sampled_from(sorted(codes)) for name, codes in CODES.items()}
    coded["age"] = st.one_of(coded["age"], st.sampled_from(["0-4", "60+", "7"]))
    chosen: SearchStrategy[dict[str, str]] = st.fixed_dictionaries({}, optional={**coded, "group": slugs()})
    return chosen.filter(bool).map(Subgroup)


@once
def agents() -> SearchStrategy[Agent]:
    """Agents."""
    return st.builds(Agent, slugs(), name=names())


_POINTS = st.one_of(st.none(), st.tuples(st.floats(-90, 90), st.floats(-180, 180)))


def _place(id: str, name: Name, kind: str, point: tuple[float, float] | None, codes: dict[str, Any]) -> Place:  # noqa: A002
    latitude, longitude = point or (None, None)
    return Place(id, name=name, kind=kind, latitude=latitude, longitude=longitude, **codes)


@once
def outer_places() -> SearchStrategy[Place]:
    """Places within no other."""
    codes: dict[str, SearchStrategy[Any]] = {
        "geonames": optional(st.integers(1, 10**8)),
        **{name: optional(texts()) for name in ("wikidata", "pcode", "iso")},
    }
    return st.builds(_place, slugs(), names(), slugs(), _POINTS, st.fixed_dictionaries(codes))


@once
def places() -> SearchStrategy[Place]:
    """Places, at times within a chain of others."""

    def nested(place: Place, within: Place) -> Place:
        return attrs.evolve(place, within=within)

    def further(inner: SearchStrategy[Place]) -> SearchStrategy[Place]:
        return st.builds(nested, outer_places(), inner)

    return st.recursive(outer_places(), further, max_leaves=4)


@once
@st.composite
def indicators(draw: st.DrawFn, /, *, kind: str | None = None) -> Indicator:
    """Indicators of one kind, or of any."""
    unit = draw(_among(tuple(UNITS) if kind is None else UNITS_OF_KIND[kind]))
    return Indicator(draw(slugs()), name=draw(names()), unit=unit, additivity=draw(_among(tuple(Additivity))))


# --------------------------------------------------------------------------------------------------------- records


_OTHERS = tuple(status for status in ClaimStatus if status is not ClaimStatus.REPORTED)


@st.composite
def _record_fields(
    draw: st.DrawFn,
    document: Document | None = None,
    agents_known: Sequence[Agent] = (),
    places_known: Sequence[Place] = (),
) -> dict[str, Any]:
    agent = st.sampled_from(agents_known) if agents_known else agents()
    speaker = draw(optional(agent))
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
        "claim_status": ClaimStatus.REPORTED if speaker is None else draw(_among(_OTHERS)),
        "note": draw(optional(names())),
        "record_status": draw(_among((RecordStatus.CURRENT, RecordStatus.WITHDRAWN))),
        "annotation": draw(_among(tuple(Annotation))),
    }


_COUNTED, _MEASURED = estimates(parts=counts()), estimates()
_NO_LESS_THAN_NONE = estimates(parts=numbers().map(abs))


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
    kind = indicator.kind if indicator else draw(_among(tuple(KINDS))) if kind is None else kind
    measured = indicator or draw(indicators(kind=kind))
    dimension = find_unit(measured.unit).dimension
    units = tuple(unit for unit in UNITS_OF_KIND[kind] if find_unit(unit).dimension == dimension)
    return KINDS[kind](
        draw(observation_ids()),
        indicator=measured,
        estimate=draw(_COUNTED if kind == "count" else _NO_LESS_THAN_NONE if kind in NEVER_NEGATIVE else _MEASURED),
        unit=draw(_among(units)),
        subgroup=draw(optional(subgroups())),
        event=draw(optional(slugs())),
        price_basis=draw(optional(texts())),
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
        nested = bool(where) and draw(_FLAGS)
        outer = where[draw(st.integers(0, len(where) - 1))] if nested else None
        where.append(attrs.evolve(draw(outer_places()), id=place_id, within=outer))
    measured = draw(_distinct(indicators(), 1, 3))
    known: dict[str, Any] = {"document": document, "agents_known": speakers, "places_known": where}
    any_observation = st.sampled_from(measured).flatmap(lambda one: observations(indicator=one, **known))
    found = draw(_distinct(any_observation, least, 4))
    # each may be a part of one before it that measures the same, and be superseded by one before it: no circle
    linked: list[Observation] = []
    for record in found:
        kin = tuple(other.id for other in linked if other.indicator == record.indicator)
        whole = draw(optional(_among(kin))) if kin else None
        successor = draw(optional(_among(tuple(other.id for other in linked)))) if linked else None
        status = record.record_status if successor is None else RecordStatus.SUPERSEDED
        linked.append(attrs.evolve(record, part_of=whole, superseded_by=successor, record_status=status))
    happened = draw(_distinct(events(**known), least, 3))
    if happened:
        among = _among((None, *(event.id for event in happened)))
        linked = [attrs.evolve(record, event=draw(among)) for record in linked]
    return Catalogue(
        data_version=draw(texts()),
        document=document,
        agents=tuple(speakers),
        places=tuple(where),
        indicators=tuple(measured),
        observations=Observations(draw(st.permutations(linked))),
        events=Events(happened),
    )
