"""A number with its unit: compound durations, cents, halves behind the unit, ages."""

# ruff: noqa: PLR0911, PLR2004 - a grammar refuses early, its small numbers are those of language and calendar

from __future__ import annotations

from fractions import Fraction as Ratio
from typing import TYPE_CHECKING, NamedTuple

from raqqa_data.reading.numbers.number import Number, parse_number
from raqqa_data.reading.refusals.labels import definite
from raqqa_data.reading.words.units import Unit
from raqqa_data.units.table import UNITS

if TYPE_CHECKING:
    from raqqa_data.reading.drafts import Stretch
    from raqqa_data.reading.text.digits import Value
    from raqqa_data.reading.text.tokens import Tokens
    from raqqa_data.reading.words.lexicon import Lexicon

_LOOK_BACK = 4
_FIRST_TWO = frozenset({"الاولين", "الاوليين"})
# Exact only within each row; a month in days is a convention (30), a year too (365), and marked as such.
_MONTHS = {"month": 1, "year": 12, "decade": 120, "century": 1200}
_SECONDS = {"second": 1, "minute": 60, "hour": 3600, "day": 86_400, "week": 604_800}
_DAYS = {"month": 30, "year": 365, "decade": 3650, "century": 36_500}
_ORDER = ["century", "decade", "year", "month", "week", "day", "hour", "minute", "second"]
_COMPOUND = frozenset({"mass", "length"})
_OPENS_DURATION = frozenset({"لمده", "مده", "بمده", "خلال", "قبل", "بعد", "طوال"})


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


def quantity(
    tokens: Tokens, lexicon: Lexicon, number: Number, before: Unit | None, *, plain_unit: bool = False
) -> Quantity:
    """The number with the unit behind it, or the sign before it.

    Args:
        tokens: The text.
        lexicon: The vocabulary.
        number: The number.
        before: A currency or percent sign before it.
        plain_unit: Whether to leave halves and further parts out, as a range does.
    """
    unit = lexicon.units.match(tokens, number.next)
    if unit is None and tokens.texts[number.next] == "من" and tokens.texts[number.next + 1].startswith("ال"):
        unit = lexicon.units.match(tokens, number.next + 1)  # 5 ملايين من الدولارات
        unit = unit if unit is not None and unit.kind == "money" and unit.number == 3 else None
    if unit is not None and unit.name == "year" and unit.number == 1 and _names_year(tokens, unit.next):
        unit = None  # 3498 سنة 2011
    if unit is not None and unit.name == "decade" and unit.number == 3 and _are_contracts(tokens, lexicon, unit.next):
        unit = None
    if unit is not None and unit.name == "degree" and _are_no_degrees(tokens, lexicon, number.first, unit.next):
        unit = None
    if before is not None and unit is None:
        stretch = (tokens.starts[before.first], tokens.end(before.next - 1))
        return Quantity(number.value, before, before.kind, stretch, number.next)
    if unit is None:
        return _unit_before_one(tokens, lexicon, number)
    stretch = (tokens.starts[unit.first], tokens.end(unit.next - 1))
    found = Quantity(number.value, unit, unit.kind, stretch, unit.next)
    if unit.kind == "percent":
        signed = not tokens.texts[unit.first].isalpha()
        return found._replace(number_end=stretch[1]) if signed else found
    if not plain_unit:
        found = _with_half(tokens, lexicon, found)
        if unit.kind == "duration":
            found = _with_parts(tokens, lexicon, found)
        elif unit.kind == "measure":
            found = _with_rest(tokens, lexicon, found)
        elif unit.kind == "money":
            found = _with_cents(tokens, lexicon, found)
    parts = unit.parts if unit.name else 1  # قرش of what, the text leaves open
    return found if parts == 1 or plain_unit else found._replace(value=_plain(Ratio(found.value) / parts))


def _are_no_degrees(tokens: Tokens, lexicon: Lexicon, first: int, index: int) -> bool:
    """بقوة 7.8 درجات is a magnitude, 100 درجة وظيفية are posts."""
    behind = tokens.texts[index] in lexicon.context["no_degrees"] and tokens.joined(index)
    return behind or (tokens.texts[first - 1] in lexicon.context["strengths"] and tokens.joined(first))


def _are_contracts(tokens: Tokens, lexicon: Lexicon, index: int) -> bool:
    """ثلاثة عقود عمل, عشرات العقود الحكومية: contracts, where a word says what of."""
    text = tokens.texts[index]
    if not tokens.joined(index) or not text.isalpha() or text in lexicon.context["not_nouns"]:
        return False
    return text not in lexicon.calendar.shifts and text not in lexicon.context["of_time"] and text[0] not in "وفبل"


def _names_year(tokens: Tokens, index: int) -> bool:
    text = tokens.texts[index]
    return len(text) == 4 and text.isdecimal() and tokens.joined(index) and text[0] in "12"


def one_of_unit(tokens: Tokens, lexicon: Lexicon, index: int) -> Quantity | None:
    """A dual, or a singular that stands for one."""
    word = tokens.words[index]
    if word.unit is None:
        return None
    form, clitics, _ = word.unit
    if clitics.article and form.number == 1:
        return None
    if _means_general(tokens, lexicon, index):
        return None
    start = tokens.starts[index] + clitics.skip
    unit = Unit(form.name, form.kind, form.number, index, index + 1, form.parts, form.noun, clitics.skip)
    if unit.kind == "money":
        unit = lexicon.units.country(tokens, unit)
    elif unit.kind == "measure":
        stem = tokens.texts[index][clitics.skip :]
        if form.number == 2 or not clitics.skip:
            matched = lexicon.units.match(tokens, index, leads=True) if stem == tokens.texts[index] else None
            unit = unit if matched is None else matched
    found = Quantity(2 if form.number == 2 else 1, unit, unit.kind, (start, tokens.end(unit.next - 1)), unit.next)
    parts = _with_rest if unit.kind == "measure" else _with_parts
    whole = parts(tokens, lexicon, _with_half(tokens, lexicon, found))
    if form.number == 2 and whole.next == found.next and not _stands_for_two(tokens, lexicon, index, whole):
        return None
    if form.number == 2 or whole.next > found.next:
        return whole
    one = _unit_then_one(tokens, found)
    if one is not None:
        return _with_parts(tokens, lexicon, _with_half(tokens, lexicon, one))
    opened = tokens.texts[index - 1] in _OPENS_DURATION and tokens.joined(index)
    again = tokens.words[index - 2].unit if opened and tokens.texts[index - 1] == "بعد" else None
    if again is not None and again.entry.name == form.name and again.entry.number == 1:
        return None  # عاما بعد عام
    if tokens.texts[unit.next].startswith("ال") or tokens.texts[index - 2] == "من":
        return None  # خلال يوم الاقتراع، من خلال ليلة
    follower = tokens.words[unit.next]
    dated = follower.calendar is not None or follower.digits is not None
    return found if opened and unit.kind == "duration" and not (dated and tokens.joined(unit.next)) else None


def _means_general(tokens: Tokens, lexicon: Lexicon, index: int) -> bool:
    """أمناء عامين: general secretaries, not two years."""
    before = tokens.texts[index - 1].removeprefix("و")
    return "عام" in tokens.texts[index] and tokens.joined(index) and before in lexicon.context["titles"]


def _stands_for_two(tokens: Tokens, lexicon: Lexicon, index: int, found: Quantity) -> bool:
    """Whether a dual says "two of a unit": not ميلان (Milan), الجولان (the Golan), الدقيقتين 69 و90 (which)."""
    word = tokens.words[index]
    if word.unit is None:
        return False
    form, clitics, _ = word.unit
    behind = tokens.words[found.next]
    labelled = behind.digits is not None or behind.ordinal is not None or tokens.texts[found.next] in _FIRST_TWO
    if clitics.article and tokens.joined(found.next) and labelled:
        return False
    if not form.rare or clitics.article:
        return not form.rare or tokens.texts[found.next] in lexicon.calendar.shifts  # العقدين الماضيين
    measured = clitics.preposition or tokens.texts[found.next] == "من" or tokens.alone(index, found.next)
    if measured or lexicon.qualifiers.before(tokens, index, index - _LOOK_BACK) is not None:
        return True
    # these govern the genitive: إلى ميلان is no "to two miles"
    if not tokens.texts[index].endswith("ين"):
        return False
    before = tokens.texts[index - 1].removeprefix("و")
    measured = before.removeprefix("ب").removeprefix("ل").removeprefix("ال")
    return not lexicon.context["measuring"].isdisjoint((before, measured))


def unit_name(found: Quantity) -> str | None:
    """The name a mention gives the unit."""
    return None if found.unit is None else found.unit.name or None


def _unit_before_one(tokens: Tokens, lexicon: Lexicon, number: Number) -> Quantity:
    """السنوات الأربع, الساعات الـ24: the unit stands before a definite number."""
    bare = Quantity(number.value, None, "", None, number.next)
    first = number.first - 1
    if not number.words and tokens.texts[first] == "ال" and tokens.joined(number.first):
        first -= 1
    elif not (number.words and number.definite):
        return bare
    if not tokens.joined(first + 1):
        return bare
    text = tokens.texts[first]
    named = definite(text)  # بالسنوات العشر
    forms = lexicon.units.phrases.get(named[2:]) if named.startswith("ال") else None
    for rest, form in forms or ():
        if not rest and form.number in {2, 3} and form.kind in {"duration", "measure"}:
            skip = len(text) - len(named) + text.endswith("لل" + named[2:])
            unit = Unit(form.name, form.kind, form.number, first, first + 1)
            return bare._replace(unit=unit, kind=form.kind, stretch=(tokens.starts[first] + skip, tokens.end(first)))
    return bare


def _unit_then_one(tokens: Tokens, found: Quantity) -> Quantity | None:
    """يوم واحد."""
    word = tokens.words[found.next]
    if word.numeral is None or not tokens.joined(found.next):
        return None
    entry, clitics, _ = word.numeral
    if entry.slot == "unit" and entry.value == 1 and not clitics.skip and not clitics.article and entry.form == "plain":
        end = tokens.end(found.next)
        return found._replace(next=found.next + 1, number_end=end, number_start=tokens.starts[found.next])
    return None


def _with_half(tokens: Tokens, lexicon: Lexicon, found: Quantity) -> Quantity:
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
    if fraction.entry.form == "before_definite":
        return found  # عامان وخمس ليال
    if not conjoined and fraction.clitics.conjunction != "و":
        return found
    after = at + 1
    again = lexicon.units.match(tokens, after)
    if again is not None:
        if again.name != found.unit.name:
            return found
        after = again.next
    value = _plain(Ratio(found.value) + Ratio(fraction.entry.parts, fraction.entry.of))
    end = tokens.end(after - 1)
    start = found.stretch[0] if found.stretch is not None else end
    return found._replace(value=value, next=after, number_end=tokens.end(at), stretch=(start, end))


def _with_parts(tokens: Tokens, lexicon: Lexicon, found: Quantity) -> Quantity:
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


def _with_rest(tokens: Tokens, lexicon: Lexicon, found: Quantity) -> Quantity:
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
    value = _plain(Ratio(found.value) * times + number.value)
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
        return _with_half(tokens, lexicon, part)
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
        return _plain(months / _MONTHS[smallest]), smallest, False
    mixed = bool(names & _MONTHS.keys())
    if mixed and smallest == "week":
        smallest = "day"
    seconds = sum((Ratio(value) * (_SECONDS.get(name) or _DAYS[name] * 86_400) for value, name in parts), Ratio(0))
    return _plain(seconds / _SECONDS[smallest]), smallest, mixed


def _with_cents(tokens: Tokens, lexicon: Lexicon, found: Quantity) -> Quantity:
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
    value = _plain(Ratio(found.value) + Ratio(number.value) / minor.parts)
    end = tokens.end(minor.next - 1)
    start = found.stretch[0] if found.stretch is not None else end
    return found._replace(value=value, next=minor.next, number_end=number.end, stretch=(start, end))


def _plain(value: Value) -> Value:
    return value.numerator if isinstance(value, Ratio) and value.denominator == 1 else value
