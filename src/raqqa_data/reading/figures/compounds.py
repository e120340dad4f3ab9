"""A number with its unit, and what is added to it: halves, smaller units, cents."""

# ruff: noqa: PLR0911, PLR2004 - a grammar refuses early, its small numbers are those of language and calendar

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction as Ratio
from typing import TYPE_CHECKING, NamedTuple

from raqqa_data.reading.grammar import Construction, Table
from raqqa_data.reading.numbers.number import parse_number
from raqqa_data.reading.words.units import Unit
from raqqa_data.units.table import UNITS

if TYPE_CHECKING:
    from raqqa_data.reading.mention_draft import Stretch
    from raqqa_data.reading.text.digits import Value
    from raqqa_data.reading.text.tokens import Tokens
    from raqqa_data.reading.words.lexicon import Lexicon

# Exact only within each row; a month in days is a convention (30), a year too (365), and marked as such.
_MONTHS = {"month": 1, "year": 12, "decade": 120, "century": 1200}
_SECONDS = {"second": 1, "minute": 60, "hour": 3600, "day": 86_400, "week": 604_800}
_DAYS = {"month": 30, "year": 365, "decade": 3650, "century": 36_500}
_ORDER = ["century", "decade", "year", "month", "week", "day", "hour", "minute", "second"]
_COMPOUND = frozenset({"mass", "length"})


class Quantity(NamedTuple):
    """A number with its unit.

    Attributes:
        value: The number, in the unit.
        unit: The unit, or None.
        kind: The unit's kind, or "".
        stretch: The unit's words.
        next: The token after it.
        number_end: Where the number ends, if beyond the number's own words: a percent sign, a compound.
        conventional: Whether months were counted in days.
        number_start: Where the number begins, if not with the unit: the واحد of يوم واحد.
    """

    value: Value
    unit: Unit | None
    kind: str
    stretch: Stretch | None
    next: int
    number_end: int = 0
    conventional: bool = False
    number_start: int = -1


def with_half(tokens: Tokens, lexicon: Lexicon, found: Quantity) -> Quantity:
    """ست سنوات ونصف السنة; لتر وربع."""
    at = found.next
    if not tokens.joined(at) or found.unit is None:
        return found
    conjoined = tokens.texts[at] == "و"
    at += conjoined
    word = tokens.words[at]
    fraction = None if not tokens.joined(at) else word.fraction
    if fraction is None or not fraction.entry.parts or fraction.clitics.preposition or fraction.clitics.article:
        return found
    if fraction.entry.form in {"before_definite", "possessed"}:
        return found  # عامان وخمس ليال, 300 متر ونصفها
    if not conjoined and fraction.clitics.conjunction != "و":
        return found
    after = at + 1
    again = lexicon.units.match(tokens, after)
    if again is not None:
        if again.name != found.unit.name:
            return found
        after = again.next
    value = plain_value(Ratio(found.value) + Ratio(fraction.entry.parts, fraction.entry.of))
    end = tokens.end(after - 1)
    start = found.stretch[0] if found.stretch is not None else end
    return found._replace(value=value, next=after, number_end=tokens.end(at), stretch=(start, end))


def with_parts(tokens: Tokens, lexicon: Lexicon, found: Quantity) -> Quantity:
    """عامين وثلاثة أشهر, each part smaller than the one before."""
    unit = found.unit
    if unit is None or unit.name not in _ORDER:
        return found
    parts: list[tuple[Value, str]] = [(found.value, unit.name)]
    at, number_end = found.next, found.number_end
    while True:
        part = _part(tokens, lexicon, at)
        if part is None or part.unit is None or part.unit.name not in _ORDER:
            break
        if _ORDER.index(part.unit.name) <= _ORDER.index(parts[-1][1]):
            break
        parts.append((part.value, part.unit.name))
        at, number_end = part.next, max(number_end, part.number_end)
    if len(parts) == 1 or found.stretch is None:
        return found
    value, name, conventional = _total(parts)
    last = tokens.end(at - 1)
    return found._replace(
        value=value,
        unit=unit._replace(name=name, next=at),
        next=at,
        number_end=number_end,
        stretch=(found.stretch[0], last),
        conventional=conventional,
    )


def with_rest(tokens: Tokens, lexicon: Lexicon, found: Quantity) -> Quantity:
    """3 كيلوغرامات و200 غرام, متر و80 سنتيمترا: the rest is less than one of the larger unit."""
    unit, at = found.unit, found.next
    if unit is None or found.stretch is None or not tokens.texts[at].startswith("و") or not tokens.joined(at):
        return found
    larger = UNITS.get(unit.name)
    apart = tokens.texts[at] == "و"
    number = parse_number(tokens, lexicon, at + apart) if tokens.joined(at + apart) else None
    if larger is None or larger.dimension not in _COMPOUND or number is None or number.preposition or number.definite:
        return found
    rest = lexicon.units.match(tokens, number.next)
    smaller = None if rest is None else UNITS.get(rest.name)
    if rest is None or smaller is None or smaller.dimension != larger.dimension or not (apart or number.conjunction):
        return found
    times = Ratio(*larger.size) / Ratio(*smaller.size)
    if not 0 < number.value < times:
        return found
    value = plain_value(Ratio(found.value) * times + number.value)
    stretch = (found.stretch[0], tokens.end(rest.next - 1))
    made = unit._replace(name=rest.name, next=rest.next)
    return found._replace(value=value, unit=made, next=rest.next, number_end=number.end, stretch=stretch)


def _part(tokens: Tokens, lexicon: Lexicon, index: int) -> Quantity | None:
    """A further part: و or a comma, then a number and a unit, or a unit for one."""
    at = index
    comma = tokens.texts[at] in {"،", ","} and tokens.joined(at)
    at += comma
    if tokens.texts[at] == "و" and tokens.joined(at):
        at += 1
    word = tokens.words[at]
    if not tokens.joined(at):
        return None
    conjoined = at > index
    number = parse_number(tokens, lexicon, at)
    if number is not None:
        unit = lexicon.units.match(tokens, number.next)
        if unit is None or unit.kind != "duration" or number.preposition or number.definite:
            return None
        stretch = (tokens.starts[unit.first], tokens.end(unit.next - 1))
        part = Quantity(number.value, unit, unit.kind, stretch, unit.next, number.end)
        return with_half(tokens, lexicon, part)
    if word.unit is None:
        return None
    form, clitics, _ = word.unit
    if (
        clitics.preposition
        or clitics.article
        or form.kind != "duration"
        or not (conjoined or clitics.conjunction == "و")
    ):
        return None
    follower = tokens.words[at + 1]
    if form.number == 1 and tokens.joined(at + 1) and (follower.calendar or follower.digits):
        return None
    unit = Unit(form.name, form.kind, form.number, at, at + 1)
    end = tokens.end(at)
    return Quantity(2 if form.number == 2 else 1, unit, form.kind, (tokens.starts[at], end), at + 1, end)


def _total(parts: list[tuple[Value, str]]) -> tuple[Value, str, bool]:
    """The parts in the smallest unit; in days at most where months meet weeks or days, which is a convention."""
    names = {name for _, name in parts}
    smallest = parts[-1][1]
    if smallest in _MONTHS:
        months = sum((Ratio(value) * _MONTHS[name] for value, name in parts), Ratio(0))
        return plain_value(months / _MONTHS[smallest]), smallest, False
    mixed = bool(names & _MONTHS.keys())
    if mixed and smallest == "week":
        smallest = "day"
    seconds = sum((Ratio(value) * (_SECONDS.get(name) or _DAYS[name] * 86_400) for value, name in parts), Ratio(0))
    return plain_value(seconds / _SECONDS[smallest]), smallest, mixed


def with_cents(tokens: Tokens, lexicon: Lexicon, found: Quantity) -> Quantity:
    """20 دولارا و43 سنتا."""
    unit = found.unit
    if unit is None or unit.parts != 1:
        return found
    at = found.next + (tokens.texts[found.next] == "و")
    word = tokens.words[at]
    if not tokens.joined(at) or not tokens.joined(found.next):
        return found
    number = parse_number(tokens, lexicon, at)
    if number is None or number.preposition or (at == found.next and word.digits is None and not number.conjunction):
        return found
    minor = lexicon.units.match(tokens, number.next)
    if minor is None and unit.name in {"USD", "EUR"} and tokens.texts[number.next] in {"c", "¢"}:
        minor = Unit(unit.name, "money", 0, number.next, number.next + 1, 100)
    if minor is None or minor.parts == 1 or (minor.name and unit.name and minor.name not in {unit.name, "USD"}):
        return found
    value = plain_value(Ratio(found.value) + Ratio(number.value) / minor.parts)
    end = tokens.end(minor.next - 1)
    start = found.stretch[0] if found.stretch is not None else end
    return found._replace(value=value, next=minor.next, number_end=number.end, stretch=(start, end))


def plain_value(value: Value) -> Value:
    """A value as an int where it is whole."""
    return value.numerator if isinstance(value, Ratio) and value.denominator == 1 else value


Adds = Callable[["Tokens", "Lexicon", Quantity], Quantity]

COMPOUNDS: Table[Adds] = Table(
    "What is added to a number with its unit",
    [
        Construction[Adds](
            "and-a-half",
            "A fraction of the unit, joined behind it.",
            "درس ست سنوات ونصف السنة",
            with_half,
        ),
        Construction[Adds](
            "smaller-parts",
            "Years, months, days and hours, each smaller than the one before.",
            "استمر القتال 4 سنوات و3 أشهر",
            with_parts,
            opens=("duration",),
        ),
        Construction[Adds](
            "rest-of-it",
            "So many grams behind kilograms, metres behind kilometres: less than one of the larger.",
            "يزن 3 كيلوغرامات و200 غرام",
            with_rest,
            opens=("measure",),
        ),
        Construction[Adds](
            "cents",
            "Cents behind a currency.",
            "كلف 20 دولارا و43 سنتا",
            with_cents,
            opens=("money",),
        ),
    ],
)
