"""The unit of a number: behind it, before it, or standing for one or two."""

# ruff: noqa: PLR0911, PLR2004 - a grammar refuses early, its small numbers are those of language and calendar

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction as Ratio
from typing import TYPE_CHECKING

from raqqa_data.reading.figures.compounds import COMPOUNDS, Quantity, plain_value, with_half, with_parts, with_rest
from raqqa_data.reading.figures.listed import AND, BRACKETS, opener_before
from raqqa_data.reading.grammar import ALL, Construction, Table
from raqqa_data.reading.numbers.number import parse_number
from raqqa_data.reading.refusals.labels import definite
from raqqa_data.reading.words.units import Unit
from raqqa_data.records.estimate import Wording

if TYPE_CHECKING:
    from raqqa_data.reading.numbers.number import Number
    from raqqa_data.reading.text.tokens import Tokens
    from raqqa_data.reading.words.lexicon import Lexicon

_LOOK_BACK = 4
_CENTI, _KILO = "سنتي", "كيلو"
_FAR_KILO = 8
_FASTEST = 500  # knots
_SPOKEN_ONE = frozenset({"وحدة"})  # ساعة وحدة, but وحده is "alone"
_MOST_JOINED = 3  # ages, one behind another
_MOST_DECADES = 30  # 2009 عقد is a year and a verb, or contracts
_DROPPED_BEFORE = 5
_AFTER = frozenset({"بعد", "عقب", "منذ", "بسبب", "نتيجه", "جراء", "اثر"})
_STOPS = frozenset({".", "،", "؛", ":"})
_FIRST_TWO = frozenset({"الاولين", "الاوليين"})
_HEDGES = frozenset({Wording.MORE_THAN, Wording.LESS_THAN, Wording.AT_LEAST, Wording.ABOUT, Wording.NEARLY})
_OPENS_DURATION = frozenset({"لمده", "مده", "بمده", "خلال", "قبل", "بعد", "طوال", "مدي"})


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
    for reads in UNITS[ALL]:
        found = reads(tokens, lexicon, number, before, plain_unit)
        if found is not None:
            return found
    return Quantity(number.value, None, "", None, number.next)


def _unit_behind(tokens: Tokens, lexicon: Lexicon, number: Number, _: Unit | None, plain_unit: bool) -> Quantity | None:
    """300 دولار, 5 ملايين من الدولارات; not 3498 سنة 2011."""
    unit = lexicon.units.match(tokens, number.next)
    if unit is None and tokens.texts[number.next] == "من" and tokens.texts[number.next + 1].startswith("ال"):
        unit = lexicon.units.match(tokens, number.next + 1)
        unit = unit if unit is not None and unit.kind == "money" and unit.number == 3 else None
    if unit is None or _says_otherwise(tokens, lexicon, number, unit):
        return None
    near = tokens.texts[max(0, number.first - _FAR_KILO) : number.first]
    if (
        tokens.texts[unit.first] == _KILO
        and unit.next == unit.first + 1
        and not lexicon.context["far_or_fast"].isdisjoint(near)
    ):
        unit = unit._replace(name="kilometer")  # تبعد 120 كيلو
    if tokens.texts[unit.first] == _CENTI and number.value > 1:
        unit = unit._replace(name="centimeter", kind="measure")  # طولها 30 سنتي: no dual stands behind a number
    stretch = (tokens.starts[unit.first], tokens.end(unit.next - 1))
    found = Quantity(number.value, unit, unit.kind, stretch, unit.next)
    if unit.kind == "percent":
        signed = not tokens.texts[unit.first].isalpha()
        return found._replace(number_end=stretch[1]) if signed else found
    if plain_unit:
        return found
    for adds in COMPOUNDS[unit.kind]:
        found = adds(tokens, lexicon, found)
    parts = unit.parts if unit.name else 1  # قرش of what, the text leaves open
    return found if parts == 1 else found._replace(value=plain_value(Ratio(found.value) / parts))


def _unit_of_the_next(
    tokens: Tokens, lexicon: Lexicon, number: Number, before: Unit | None, _: bool
) -> Quantity | None:
    """(6 و9 سنوات), أعمارهم 4 و6 و11 عاما: of some numbers each has the unit behind the last."""
    at, texts = number.next, tokens.texts
    opener = opener_before(tokens, lexicon, number.first) if before is None and texts[at] in AND else None
    if opener is None:
        return None
    for _step in range(_MOST_JOINED):
        further = parse_number(tokens, lexicon, at + 1) if texts[at] in AND and tokens.joined(at + 1) else None
        if further is None:
            return None
        at = further.next
        unit = lexicon.units.match(tokens, at)
        if unit is not None:
            lasting = unit.kind == "duration" and (texts[opener] not in BRACKETS or texts[unit.next] == ")")
            return Quantity(number.value, unit, unit.kind, None, number.next) if lasting else None
    return None


def _says_otherwise(tokens: Tokens, lexicon: Lexicon, number: Number, unit: Unit) -> bool:
    """3498 سنة 2011, ثلاثة عقود عمل, بقوة 7.8 درجات: the word behind is no unit of the number."""
    article = tokens.texts[unit.first].startswith("ال")
    if article and unit.number == 1 and number.words and number.definite and 3 <= number.value <= 10:
        return True  # أنهت المؤشرات الثلاثة الأسبوع
    if article and unit.number == 1 and unit.kind == "duration":
        apart = tokens.texts[unit.next] in lexicon.calendar.shifts  # وفر 48 ألفا العام الماضي
        if apart or not (number.fraction or tokens.texts[number.first - 1] == "ال"):
            return True  # نشر 12 الساعة 5
    if article and tokens.joined(unit.next):
        behind = tokens.words[unit.next].numeral  # 10 الأسابيع الثلاثة: it is the next one's
        if tokens.texts[unit.next] == "ال" or (behind is not None and behind.clitics.article):
            return True
    if unit.name == "year":
        return unit.number == 1 and _names_year(tokens, unit.next)
    if unit.name == "carat" and not lexicon.context["of_gold"].isdisjoint(
        tokens.texts[max(0, number.first - _FAR_KILO) : number.first] + tokens.texts[unit.next : unit.next + 2]
    ):
        return True  # سعر غرام الذهب 21 قيراطا is how pure it is
    if unit.name == "knot":
        return number.value > _FASTEST  # 6 آلاف عقدة are no speed
    if unit.name == "ampere" and tokens.joined(unit.next) and tokens.texts[unit.next] in {"ساعي", "ساعه", "/"}:
        return True  # 3200 أمبير ساعي is a charge
    if unit.name == "decade":
        return number.value > _MOST_DECADES or (unit.number == 3 and _are_contracts(tokens, lexicon, unit.next))
    if unit.name.startswith("oil_barrel"):
        return are_no_oil(tokens, lexicon, number.first, unit.next)
    return unit.name == "degree" and _are_no_degrees(tokens, lexicon, number.first, unit.next)


def _sign_before(tokens: Tokens, _: Lexicon, number: Number, before: Unit | None, __: bool) -> Quantity | None:
    """$300, ٪40."""
    if before is None:
        return None
    stretch = (tokens.starts[before.first], tokens.end(before.next - 1))
    return Quantity(number.value, before, before.kind, stretch, number.next)


def _are_no_degrees(tokens: Tokens, lexicon: Lexicon, first: int, index: int) -> bool:
    """بقوة 7.8 درجات is a magnitude, 100 درجة وظيفية are posts."""
    if tokens.joined(index) and tokens.texts[index] in lexicon.context["no_degrees"]:
        return True
    if tokens.follows(index, ("علي", "مقياس")) or tokens.follows(index, ("بمقياس",)):
        return True
    at = first - 1  # بقوة أقل من 4.3 درجة, بقوة بين 2.3 و3.2 درجة
    while at >= first - _LOOK_BACK and tokens.joined(at + 1) and tokens.texts[at] not in _STOPS:
        measured = tokens.words[at].unit is not None and tokens.words[at - 1].digits is not None
        if measured or tokens.texts[at].removeprefix("و") == "حراره":
            return False  # رياح شدتها 50 كم وحرارة 35 درجة
        if tokens.texts[at].removeprefix("و") in lexicon.context["strengths"]:
            return True
        at -= 1
    return False


def are_no_oil(tokens: Tokens, lexicon: Lexicon, first: int, after: int) -> bool:
    """4 براميل متفجرة, ألقى الطيران 20 برميلا: bombs, not barrels of oil."""
    context, texts = lexicon.context, tokens.texts
    if tokens.joined(after) and texts[after].removeprefix("ال") in context["bursting"]:
        return True
    if texts[after - 1] in context["oil"]:
        return False
    if tokens.joined(after) and not context["oil"].isdisjoint((texts[after], texts[after + 1])):
        return False
    at = first - 1
    while at >= first - _DROPPED_BEFORE and tokens.joined(at + 1) and tokens.words[at].digits is None:
        if not context["yielding"].isdisjoint((texts[at], texts[at].removeprefix("ال"))):
            return False  # قصف حقل العمر الذي ينتج 20 ألف برميل
        if not context["dropping"].isdisjoint((texts[at], texts[at][1:])):
            return texts[at - 1] not in _AFTER  # انخفض بعد القصف إلى 300 ألف برميل
        at -= 1
    return False


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
    parts = with_rest if unit.kind == "measure" else with_parts
    whole = parts(tokens, lexicon, with_half(tokens, lexicon, found))
    if form.number == 2 and whole.next == found.next and not _stands_for_two(tokens, lexicon, index, whole):
        return None
    if form.number == 2 or whole.next > found.next:
        return whole
    one = _unit_then_one(tokens, found)
    if one is not None:
        return with_parts(tokens, lexicon, with_half(tokens, lexicon, one))
    opened = _is_opened(tokens, lexicon, index)
    again = tokens.words[index - 2].unit if opened and tokens.texts[index - 1] == "بعد" else None
    if again is not None and again.entry.name == form.name and again.entry.number == 1:
        return None  # عاما بعد عام
    if tokens.texts[unit.next].startswith("ال") or tokens.texts[index - 2] == "من":
        return None  # خلال يوم الاقتراع، من خلال ليلة
    follower = tokens.words[unit.next]
    dated = follower.calendar is not None or follower.digits is not None
    return found if opened and unit.kind == "duration" and not (dated and tokens.joined(unit.next)) else None


def _is_opened(tokens: Tokens, lexicon: Lexicon, index: int) -> bool:
    """Whether a word before says that one of it lasts: خلال سنة, منذ أكثر من سنة."""
    if tokens.texts[index - 1].removeprefix("و") in _OPENS_DURATION and tokens.joined(index):
        return True
    word = tokens.words[index].unit
    hedge = lexicon.qualifiers.before(tokens, index, index - _LOOK_BACK) if word and not word.clitics.skip else None
    return hedge is not None and hedge.wording in _HEDGES


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
    # الساعتين الواحدة والثالثة
    told = None if behind.numeral is None else behind.numeral.clitics
    labelled = labelled or (told is not None and told.article and not told.conjunction)
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


def _unit_before(tokens: Tokens, lexicon: Lexicon, number: Number, _: Unit | None, __: bool) -> Quantity | None:
    """السنوات الأربع, الساعات الـ24: the unit stands before a definite number."""
    if number.conjunction:
        return None  # الأسبوعين والخمسون
    first = number.first - 1
    if not number.words and tokens.texts[first] == "ال" and tokens.joined(number.first):
        first -= 1
    elif not (number.words and number.definite):
        return None
    if not tokens.joined(first + 1):
        return None
    text = tokens.texts[first]
    named = definite(text)  # بالسنوات العشر
    forms = lexicon.units.phrases.get(named[2:]) if named.startswith("ال") else None
    for rest, form in forms or ():
        if not rest and form.number in {2, 3} and form.kind in {"duration", "measure"}:
            skip = len(text) - len(named) + text.endswith("لل" + named[2:])
            unit = Unit(form.name, form.kind, form.number, first, first + 1)
            stretch = (tokens.starts[first] + skip, tokens.end(first))
            return Quantity(number.value, unit, form.kind, stretch, number.next)
    return None


def _unit_before_one(tokens: Tokens, lexicon: Lexicon, number: Number, _: Unit | None, __: bool) -> Quantity | None:
    """نقطة مئوية واحدة, متر مربع واحد: a unit of two words before the word for one."""
    first = number.first - 2
    if not number.words or number.value != 1 or number.next != number.first + 1 or number.definite:
        return None
    if number.conjunction or number.preposition or not tokens.joined(number.first):
        return None
    text = tokens.texts[first]
    for skip in range(1 + (text[:1] in {"ب", "و", "ل"})):
        for rest, form in lexicon.units.phrases.get(text[skip:], ()):
            if len(rest) == 1 and form.number == 1 and tokens.follows(first + 1, rest):
                unit = Unit(form.name, form.kind, form.number, first, number.first, form.parts, form.noun, skip)
                stretch = (tokens.starts[first] + skip, tokens.end(first + 1))
                return Quantity(number.value, unit, unit.kind, stretch, number.next)
    return None


def _unit_then_one(tokens: Tokens, found: Quantity) -> Quantity | None:
    """يوم واحد."""
    word = tokens.words[found.next]
    spoken = found.kind == "duration" and tokens.joined(found.next) and tokens.printed(found.next) in _SPOKEN_ONE
    if spoken and not tokens.texts[found.next + 1].startswith("ال"):
        end = tokens.end(found.next)
        return found._replace(next=found.next + 1, number_end=end, number_start=tokens.starts[found.next])
    if word.numeral is None or not tokens.joined(found.next):
        return None
    entry, clitics, _ = word.numeral
    if entry.slot == "unit" and entry.value == 1 and not clitics.skip and not clitics.article and entry.form == "plain":
        end = tokens.end(found.next)
        return found._replace(next=found.next + 1, number_end=end, number_start=tokens.starts[found.next])
    return None


Units = Callable[["Tokens", "Lexicon", "Number", "Unit | None", bool], "Quantity | None"]

UNITS: Table[Units] = Table(
    "Where the unit of a number stands",
    [
        Construction[Units](
            "unit-behind",
            "A unit, a currency or a percent behind its number.",
            "أزيلت 5 ملايين متر مربع من الأنقاض",
            _unit_behind,
        ),
        Construction[Units](
            "unit-of-the-next",
            "A unit behind the last of some ages is that of each.",
            "زارت العائلة شقيقين (6 و9 سنوات)",
            _unit_of_the_next,
        ),
        Construction[Units](
            "sign-before",
            "A percent or currency sign before its number.",
            "كلف الترميم $300",
            _sign_before,
        ),
        Construction[Units](
            "unit-before",
            "A definite unit before its definite number.",
            "عاد السكان في السنوات الأربع",
            _unit_before,
        ),
        Construction[Units](
            "unit-before-one",
            "A unit of two words before the word for one.",
            "ارتفعت البطالة نقطة مئوية واحدة",
            _unit_before_one,
        ),
    ],
)
