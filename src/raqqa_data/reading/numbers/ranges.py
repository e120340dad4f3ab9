"""Ranges: بين 20 و30، من 10 إلى 15، 10-15."""

# ruff: noqa: PLR0911 - a grammar refuses early

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction as Ratio
from typing import TYPE_CHECKING, NamedTuple

from raqqa_data.reading.grammar import Construction, Table
from raqqa_data.reading.numbers.number import Number, parse_number
from raqqa_data.reading.words.units import Unit

if TYPE_CHECKING:
    from raqqa_data.reading.text.digits import Value
    from raqqa_data.reading.text.tokens import Tokens
    from raqqa_data.reading.words.lexicon import Lexicon

_LOOK_BACK = 6
_WIDEST = 3
_TWO = 2
_NEAR_HEIGHT = 4
_OPENERS = frozenset({"بين", "من"})
_OR = "او"
_ONE = frozenset({"واحد", "واحده"})
_THAN = frozenset({"اكثر", "اقل", "ازيد", "اعلي", "ادني", "اكبر", "اصغر"})
_AGES = frozenset({"سن", "عمر", "سني", "عمري"})
_LEVELS = frozenset({"منسوب", "المنسوب", "مستوي", "المستوي", "طول", "المسافه"})  # these rise
_FAR = 10
_A_LINE = 40  # tokens to where a list's entry before or behind begins
_FAR_BACK = 14
_LONGEST_BOUND = 6


class Range(NamedTuple):
    """Two numbers that bound one.

    Attributes:
        low: The lower.
        high: The higher.
        start: Offset of the first number.
        end: Offset after the second.
        next: The token after it.
        opener: The token that opens it, or -1.
        lead: The first token of the first number.
        unit: A unit behind the first number.
        others: The two, where the separator of both allows another reading.
        separator: That separator.
    """

    low: Value
    high: Value
    start: int
    end: int
    next: int
    opener: int
    lead: int
    unit: Unit | None
    others: tuple[Value, Value] | None = None
    separator: str = ""


def parse_range(tokens: Tokens, lexicon: Lexicon, number: Number, lead: int, floor: int) -> Range | None:
    """The range that a number opens, if it does.

    Args:
        tokens: The text.
        lexicon: The vocabulary.
        number: The first number.
        lead: The first token of what belongs to it (a sign).
        floor: No token before this one is looked at.
    """
    if tokens.texts[lead - 1] == "ال" and tokens.joined(lead):
        lead -= 1  # بين الـ20 والـ30
    if number.next == number.first + 1 and tokens.in_brackets(number.first) and _opener(tokens, lead - 1, floor):
        number, lead = number._replace(next=number.next + 1), lead - 1  # بين (5) و(15) مترا
    aged = tokens.texts[lead - 1] in _AGES and _opener(tokens, lead - 1, floor) == "بين" and tokens.joined(lead)
    lead -= aged
    opener = _opener(tokens, lead, floor)
    sort = "between" if opener == "بين" else "or" if tokens.texts[number.next] == _OR else "to"
    for reads in RANGES[sort]:
        found = reads(tokens, lexicon, number, lead, floor)
        if found is not None:
            return found._replace(opener=-1) if aged else found  # بين سن 50 و60 عاما
    return None


def _from_to(tokens: Tokens, lexicon: Lexicon, number: Number, lead: int, floor: int) -> Range | None:
    """من 10 إلى 15, 10-15, 80%-90%."""
    opener = _opener(tokens, lead, floor)
    if opener == "من" and tokens.texts[lead - 2].removeprefix("ب") in _THAN and tokens.joined(lead - 1):
        return None  # هبط بأكثر من 45 دولارا إلى 1088
    degrees = _parts_degrees(tokens, lexicon, number.next)
    dashed = degrees or tokens.texts[number.next] in {"-", "~"}
    at = number.next + 1 if degrees else _to(tokens, lexicon, number.next, dashed=dashed)
    unit = None
    if at is None and dashed:
        at = _leaned(tokens, lexicon, number, lead)
    if at is None:
        unit = lexicon.units.match(tokens, number.next)
        percents = unit is not None and unit.kind == "percent" and tokens.texts[unit.next] == "-"
        at = None if unit is None else _to(tokens, lexicon, unit.next, dashed=percents)  # 80%-90%
        if at is None or (opener != "من" and unit is not None and unit.kind != "percent"):
            return None
    changes = not dashed and _tells_of_change(tokens, lexicon, lead, floor, opener)
    changes = changes and not _tells_of_height(tokens, lexicon, number, lead)
    if changes and opener == "من":
        return None
    second = _end(tokens, lexicon, at)
    if second is None and opener == "من":
        return _to_a_unit(tokens, number, at, unit, lead)
    if second is not None and unit is not None and unit.kind == "percent" and opener != "من":
        other = lexicon.units.match(tokens, second.next)
        if other is None or other.kind != "percent":
            return None  # 2.9 في المئة إلى 4572 نقطة
    if second is None or (second.conjunction and at == number.next):
        return None
    lopsided = dashed and not degrees and tokens.glued(at) and not tokens.glued(number.next)
    if lopsided and (number.words or lead != number.first or second.value <= number.value):
        return None  # 15 -20 is a range, 20 -15 two temperatures
    number = _of_each_too(tokens, lexicon, number, second, at)
    found = _range(number, second, lead - 1 if opener == "من" else -1, unit)
    if found is None and (dashed or opener == "من"):
        found = _falling(tokens, lexicon, number, second, lead - 1 if opener == "من" else -1, unit)
    # انخفض المؤشر 20 إلى 4572: a step and an end; ترتفع 2 إلى 3 درجات is a range
    apart = found is not None and changes and (unit is not None or found.high > _WIDEST * found.low)
    return None if apart else found


def _of_each_too(tokens: Tokens, lexicon: Lexicon, number: Number, second: Number, index: int) -> Number:
    """1-2 من كل 1000: what the second number is a part of, the first is too."""
    whole = parse_number(tokens, lexicon, index, index + 1) if second.value < 1 <= number.value else None
    if whole is None or tokens.texts[index + 1] != "من" or not whole.value > number.value:
        return number
    return number._replace(value=Ratio(number.value) * Ratio(second.value) / Ratio(whole.value))


def _parts_degrees(tokens: Tokens, lexicon: Lexicon, index: int) -> bool:
    """25/ 15 درجة: a stroke between the higher degree and the lower."""
    told = tokens.texts[index] == "/" and tokens.texts[index + 1].isdecimal() and tokens.joined(index + 1)
    unit = lexicon.units.match(tokens, index + 2) if told and tokens.texts[index - 1].isdecimal() else None
    return unit is not None and unit.is_degrees and tokens.joined(index)


def _either(tokens: Tokens, lexicon: Lexicon, number: Number, lead: int, _: int, further: int = 2) -> Range | None:
    """ثلاثة أو أربعة أيام: one figure, between the two, or between the first and the last of so many further."""
    at = number.next + 1
    if number.definite or number.fraction or not (tokens.joined(at - 1) and tokens.joined(at)):
        return None
    second = parse_number(tokens, lexicon, at)
    if second is None or second.preposition or second.conjunction or second.definite or second.fraction:
        return None
    found = _range(number, second, -1, None)
    if found is None or lead != number.first or found.high > _FAR * found.low:
        return None
    if not further or tokens.texts[second.next] != _OR:
        return found
    last = _either(tokens, lexicon, second, at, 0, further - 1)
    return found if last is None else found._replace(high=last.high, end=last.end, next=last.next)


def parse_unit_range(tokens: Tokens, lexicon: Lexicon, index: int, floor: int) -> Range | None:
    """من ساعتين إلى ثلاث ساعات, بين شهر وشهرين, أسبوع أو أسبوعين: a unit stands for one or two of it."""
    opener = _opener(tokens, index, floor)
    word = tokens.words[index]
    at = index + 1
    text = tokens.texts[at]
    if not (opener or text == _OR) or word.unit is None or word.unit.clitics.article or not tokens.joined(at):
        return None
    form, skip = word.unit.entry, word.unit.clitics.skip
    if skip and opener:
        return None
    at += text in _ONE and tokens.joined(at + 1)  # بين شهر واحد وستة أشهر
    text = tokens.texts[at]
    half = text == "ونصف" and opener == "من"  # من متر ونصف إلى مترين ونصف
    at += half
    text = tokens.texts[at]
    if text == _OR:
        opener = ""
        at += 1
    elif text in lexicon.context["to"] if opener == "من" else text in {"و", "وبين"}:
        at += 1
    elif opener == "من" or text[0] != "و":
        return None
    unit = Unit(form.name, form.kind, form.number, index, index + 1, form.parts, form.noun, skip)
    number = parse_number(tokens, lexicon, at) if tokens.joined(at) else None
    if number is not None:
        high, last, end = number.value, lexicon.units.match(tokens, number.next), number.end
        after = number.next if last is None else last.next
        if last is None and not opener and form.number > 1:
            last = unit  # يومين أو ثلاثة
        if last is None or last.name != form.name:
            return None
    else:
        other = tokens.words[at].unit
        if other is None or other.entry.name != form.name or not tokens.joined(at):
            return None
        high, end, after = max(1, other.entry.number), tokens.end(at), at + 1
        last = unit._replace(first=at, next=after, skip=other.clitics.skip)
        if tokens.texts[after] == "ونصف" and tokens.joined(after):  # من متر إلى مترين ونصف
            high, end, after = high + Ratio(1, 2), tokens.end(after), after + 1
    low = max(1, form.number) + (Ratio(1, 2) if half else 0)
    lead = index - 1 if opener else -1
    lead -= opener == "بين" and tokens.texts[lead - 1] in {"ما", "وما"} and tokens.joined(lead)
    return Range(low, high, tokens.starts[index] + skip, end, after, lead, index, last) if low < high else None


def _opener(tokens: Tokens, lead: int, floor: int) -> str:
    at = lead - 1
    if at < floor or not tokens.joined(lead):
        return ""
    text = tokens.texts[at].removeprefix("ما")  # مابين
    if text in _OPENERS:
        return text
    return text[1:] if text[1:] in _OPENERS and text[0] in "وفلب" else ""


def _between(tokens: Tokens, lexicon: Lexicon, number: Number, lead: int, _: int) -> Range | None:
    opener = lead - 1
    if tokens.texts[opener - 1] in {"ما", "بما", "وما"} and tokens.joined(opener):
        opener -= 1
    for unit in (None, lexicon.units.match(tokens, number.next)):
        at = number.next if unit is None else unit.next
        second = _second(tokens, lexicon, at)
        if second is not None:
            found = _range(number, second, opener, unit)
            found = found or _falling(tokens, lexicon, number, second, lead - 1, unit)
            if found is not None:
                return found._replace(opener=opener)
    # the و of the range was read as one inside the number: بين خمسة وعشرين
    for split in range(number.first + 1, number.next):
        if not tokens.texts[split].startswith("و"):
            continue
        first = parse_number(tokens, lexicon, number.first, split)
        second = _second(tokens, lexicon, split)
        if first is not None and second is not None and first.next == split and second.next == number.next:
            found = _range(first, second, opener, None)
            if found is not None:
                return found
    return None


def _second(tokens: Tokens, lexicon: Lexicon, index: int) -> Number | None:
    """The number that و, or a dash, or إلى joins."""
    if not tokens.joined(index):
        return None
    text = tokens.texts[index]
    if text == "وال":
        return parse_number(tokens, lexicon, index + 1) if tokens.joined(index + 1) else None
    if text == "وبين":
        number = parse_number(tokens, lexicon, index + 1) if tokens.joined(index + 1) else None
        return None if number is None or number.conjunction or number.preposition else number
    if text == "و" or text in {"-", "~"} or text in lexicon.context["to"]:
        return _end(tokens, lexicon, index + 1) if tokens.joined(index + 1) else None
    number = parse_number(tokens, lexicon, index)
    return number if number is not None and number.conjunction == "و" and not number.preposition else None


def _end(tokens: Tokens, lexicon: Lexicon, index: int) -> Number | None:
    """The second number, in brackets or not: (5) إلى (15)."""
    if not tokens.in_brackets(index + 1):
        return parse_number(tokens, lexicon, index)
    number = parse_number(tokens, lexicon, index + 1)
    return number._replace(next=index + 3) if number is not None and number.next == index + 2 else number


def _to(tokens: Tokens, lexicon: Lexicon, index: int, *, dashed: bool) -> int | None:
    """The token at which the second number begins."""
    if not tokens.joined(index):
        return None
    text = tokens.texts[index]
    if dashed:
        # no figure goes on as "15- 20" does: the first of a list stands so
        joint = tokens.glued(index) <= tokens.glued(index + 1)
        return index + 1 if joint and tokens.joined(index + 1) else None
    if text in lexicon.context["to"]:
        return index + 1 if tokens.joined(index + 1) else None
    # من عشرة لعشرين
    word = tokens.words[index]
    numeral = word.numeral
    return index if numeral is not None and numeral.clitics.preposition == "ل" else None


def _to_a_unit(tokens: Tokens, number: Number, index: int, unit: Unit | None, lead: int) -> Range | None:
    """من نصف متر إلى متر ونصف, من 1.5 إلى مترين: the second end is one or two of a unit, which the first may share."""
    word = tokens.words[index].unit
    if word is None or word.clitics.skip or word.clitics.article or not 1 <= word.entry.number <= _TWO:
        return None
    form = word.entry
    if unit is None and form.kind in {"measure", "duration"} and form.number == _TWO:
        unit = Unit(form.name, form.kind, form.number, index, index + 1, form.parts, form.noun)
    if unit is None or form.name != unit.name:
        return None
    half = tokens.texts[index + 1] == "ونصف" and tokens.joined(index + 1)
    high = form.number + (Ratio(1, 2) if half else 0)
    after = index + 1 + half
    if number.value >= high:
        return None
    return Range(number.value, high, number.start, tokens.end(after - 1), after, lead - 1, number.first, unit)


def _leaned(tokens: Tokens, lexicon: Lexicon, number: Number, lead: int) -> int | None:
    """5- 7 دولارات: the dash leans on the first number; a list's entry counts from 1, and no unit follows it."""
    at = number.next + 1
    if number.words or lead != number.first or number.value <= 1 or not tokens.joined(at):
        return None
    second = parse_number(tokens, lexicon, at)
    if second is None or second.words or not number.value < second.value <= _WIDEST * number.value:
        return None
    measured = lexicon.units.match(tokens, second.next) is not None and not _is_listed(tokens, number)
    counted = tokens.joined(second.next) and tokens.texts[second.next].removesuffix("ا") in lexicon.counted
    return at if measured or (counted and tokens.joined(lead)) else None


def _is_listed(tokens: Tokens, number: Number) -> bool:
    """Whether a line near begins with the number before, or the one behind, and a dash."""
    if tokens.joined(number.first):
        return False
    near = {str(number.value - 1), str(number.value + 1)}
    window = range(max(0, number.first - _A_LINE), min(len(tokens.texts) - 1, number.first + _A_LINE))
    return any(tokens.texts[at] in near and tokens.texts[at + 1] == "-" and not tokens.joined(at) for at in window)


def _tells_of_change(tokens: Tokens, lexicon: Lexicon, lead: int, floor: int, opener: str) -> bool:
    """Whether a verb of change stands before two numbers: a start and an end, or a step and an end."""
    changes = lexicon.context["changes"]
    at = lead - 2 if opener else lead - 1
    if not opener and tokens.texts[at] in lexicon.context["by_so_much"]:
        return False  # ارتفع بنسبة 5 إلى 7 في المئة
    lowest = max(floor, lead - 2 - _LOOK_BACK)
    while at >= lowest and tokens.joined(at + 1):
        text = tokens.texts[at]
        if text in changes or (text[:1] in "ويلبف" and text[1:] in changes):
            return True
        at -= 1
    return False


def _tells_of_height(tokens: Tokens, lexicon: Lexicon, number: Number, lead: int) -> bool:
    """ارتفاع الموج من نصف متر إلى متر: a height, and no rise."""
    unit = lexicon.units.match(tokens, number.next) or lexicon.units.match(tokens, number.next + 1)
    tall = unit is not None and unit.name in {"meter", "centimeter", "foot", "kilometer"}
    near = tokens.texts[max(0, lead - _NEAR_HEIGHT) : lead]
    return tall and _LEVELS.isdisjoint(near) and any("ارتفاع" in text for text in near)


def _falling(
    tokens: Tokens, lexicon: Lexicon, number: Number, second: Number, opener: int, unit: Unit | None
) -> Range | None:
    """25 - 14 درجة, بين 30 و20: the higher end is named first; whole numbers of one size only, with digits."""
    if number.words or second.words or number.scale != second.scale or not 0 <= second.value < number.value:
        return None
    if number.other is not None or second.other is not None or number.separator:
        return None
    behind = lexicon.units.match(tokens, second.next)
    between = opener >= 0 and tokens.texts[opener].endswith("بين")
    degrees = not lexicon.context["degrees"].isdisjoint(tokens.texts[max(0, number.first - _FAR_BACK) : number.first])
    if not (between or degrees or behind is not None) or len(str(number.value)) > _LONGEST_BOUND:
        return None
    if opener >= 0 and not (between or degrees):
        return None  # من 21 عاما إلى 18 is a change
    return Range(second.value, number.value, number.start, second.end, second.next, opener, number.first, unit)


def _range(first: Number, second: Number, opener: int, unit: Unit | None) -> Range | None:
    low, high = first.value, second.value
    if high <= low and second.other is not None and isinstance(low, int) and not isinstance(high, int):
        high = second.other  # 5.000 و7.500
    if second.scale > 1 and first.scale == 1 and unit is None and low * second.scale < high:
        # 10 إلى 15 ألفا: the scale is said once
        low = low * second.scale
    if low >= high:
        return None
    found = Range(low, high, first.start, second.end, second.next, opener, first.first, unit)
    alike = first.other is not None and second.other is not None and first.separator == second.separator
    if not alike or first.other is None or second.other is None or not first.other < second.other:
        return found
    if second.scale > 1:
        return found
    return found._replace(others=(first.other, second.other), separator=first.separator)  # 28.300 و28.600


Ranges = Callable[["Tokens", "Lexicon", Number, int, int], "Range | None"]

RANGES: Table[Ranges] = Table(
    "Ranges of numbers",
    [
        Construction[Ranges](
            "between", "Between one number and another.", "عادت بين 20 و30 عائلة", _between, opens=("between",)
        ),
        Construction[Ranges](
            "one-or-another", "One number or another that is near.", "بقي ثلاثة أو أربعة أيام", _either, opens=("or",)
        ),
        Construction[Ranges](
            "from-to", "From one number to another, or a dash between them.", "رمم 10-15 بيتا", _from_to, opens=("to",)
        ),
    ],
)
