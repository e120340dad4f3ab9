"""Two figures that are one."""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction
from typing import TYPE_CHECKING

from raqqa_data.errors import UnitError
from raqqa_data.reading.grammar import Construction, Table
from raqqa_data.reading.mention import Kind
from raqqa_data.reading.mention_draft import estimate
from raqqa_data.records.estimate import Estimate, Wording
from raqqa_data.units.table import find_unit

if TYPE_CHECKING:
    from raqqa_data.reading.mention_draft import MentionDraft
    from raqqa_data.reading.text.tokens import Tokens

_BRACKETS = frozenset({"(", ")", "()"})
_TWO, _MOST_AFTER_TWO = 2, 4
_LOWER = frozenset({Wording.MORE_THAN, Wording.AT_LEAST})
_WEAK = str.maketrans("", "", "اوي")
_STEM = 3  # letters by which two forms of one noun agree: رجلين أو 3 رجال
# behind what is counted, in a word or two more: 20 دورة مياه لكل ألف
_PER = re.compile(r" ?(?:[^\W\d_]+ ){0,2}((?:ل|(?:من بين|من اصل|من|بين|في|عن|مقابل) )كل) ?")
_OF_EACH = frozenset({"من كل", "من بين كل"})
_SO_MANY = {100: "percent", 1000: "permille", 10_000: "permyriad", 100_000: "percentmille", 1_000_000: "ppm"}
_UPPER = frozenset({Wording.LESS_THAN, Wording.AT_MOST, Wording.UP_TO})


def two_bounds(tokens: Tokens, first: MentionDraft, second: MentionDraft) -> MentionDraft | None:
    """أكثر من 20 وأقل من 30: two bounds of one number."""
    one, two = first.estimate, second.estimate
    if one is None or two is None or first.qualifier is None or second.qualifier is None:
        return None
    if one.wording in _LOWER and two.wording in _UPPER:
        low, high = one.low, two.high
    elif one.wording in _UPPER and two.wording in _LOWER:
        low, high = two.low, one.high
    else:
        return None
    if low is None or high is None or low >= high or first.noun is not None:
        return None
    start, end = first.stretch()[1], second.stretch()[0]
    if tokens.folded.text[start:end].strip(" ") != "و" or first.number is None or second.number is None:
        return None
    if first.unit is not None and first.unit != second.unit:
        return None
    return second._replace(
        number=(first.number[0], second.number[1]),
        qualifier=first.qualifier,
        estimate=Estimate.between(low, high),
        other=None,
    )


def said_again(tokens: Tokens, first: MentionDraft, second: MentionDraft) -> MentionDraft | None:
    """ثلاثمئة (300) ريال, (300) ثلاثمئة ريال: one figure, in digits and in words."""
    one, two = first.estimate, second.estimate
    if one is None or two is None or _said(one) is None or _said(one) != two.best or first.number is None:
        return None
    if second.number is None or (first.unit and second.unit and first.unit != second.unit):
        return None
    start, end = first.stretch(), second.stretch()
    between = tokens.folded.text[start[1] : end[0]].strip(" ")
    text = tokens.folded.text
    opened = "(" in {text[start[0]], text[end[0]], text[first.number[0] - 1 : first.number[0]]}
    if between not in _BRACKETS and (between or not opened):
        return None
    if _count_another(tokens, first, second):
        return None
    digits = [tokens.words[tokens.at(number[0])].digits is not None for number in (first.number, second.number)]
    if digits[0] == digits[1]:
        return None
    kept = second if second.unit or second.noun or not (first.unit or first.noun) else first
    wording = first if one.wording is not Wording.EXACT else second
    after = second.next + (between == "(" and tokens.texts[second.next] == ")")
    merged = kept._replace(next=after, estimate=wording.estimate, qualifier=wording.qualifier)
    return merged._replace(more=(start[0], max(end[1], merged.stretch()[1], tokens.end(merged.next - 1))))


def _count_another(tokens: Tokens, first: MentionDraft, second: MentionDraft) -> bool:
    """4 مدنيين (أربع نساء), ثلاثة أولاد (3 سنوات): what is counted, or its unit, is another."""
    if first.noun and second.noun:
        return _stem(tokens, first.noun) != _stem(tokens, second.noun)
    return bool((first.noun and second.unit) or (first.unit and second.noun))


def _said(stated: Estimate) -> float | None:
    """The number itself, of a bound too: لا تزيد على (15) خمسة عشر يوما."""
    bounds = [bound for bound in (stated.best, stated.low, stated.high) if bound is not None]
    return bounds[0] if stated.best is not None or len(bounds) == 1 else None


def two_or_so(tokens: Tokens, first: MentionDraft, second: MentionDraft) -> MentionDraft | None:
    """قتيلين أو ثلاثة: a dual and the number behind او are one figure, between the two."""
    one, two = first.estimate, second.estimate
    if one is None or two is None or one.best != _TWO or two.best is None or not one.best < two.best <= _MOST_AFTER_TWO:
        return None
    start, end = first.stretch(), second.stretch()
    dual = first.noun is not None and first.noun == first.number
    rated = (second.unit or "1 /").startswith("1 /")  # مرتين أو ثلاثا في الأسبوع
    if not dual or first.unit or not rated or tokens.folded.text[start[1] : end[0]].strip(" ") != "او":
        return None
    if second.noun is not None and first.noun is not None and _stem(tokens, first.noun) != _stem(tokens, second.noun):
        return None  # منزلين أو 4 سيارات
    if second.qualifier is not None or one.wording is not Wording.EXACT or first.number is None:
        return None
    stretch = (first.number[0], end[1] if second.number is None else second.number[1])
    return second._replace(
        number=stretch, noun=second.noun or first.noun, estimate=Estimate.between(one.best, two.best), other=None
    )


def per_so_many(tokens: Tokens, first: MentionDraft, second: MentionDraft) -> MentionDraft | None:
    """3 وفيات لكل ألف ولادة: the second number is what the first is stated per, no figure of its own."""
    (_, begin), (end, after) = first.stretch(), second.stretch()
    per = _PER.fullmatch(tokens.folded.text, begin, end)
    if per is None or first.unit is not None or not first.kind is second.kind is Kind.CARDINAL:
        return None
    if second.estimate is None:
        return None
    unit = _SO_MANY[int(second.estimate.best or 0)]
    if second.unit is not None:
        unit += second.unit.removeprefix("1")  # لكل عشرة آلاف شخص يوميا
        try:
            find_unit(unit)
        except UnitError:
            return None
    return first._replace(kind=Kind.PERCENT, unit=unit, unit_stretch=(per.start(1), after), next=second.next)


def so_many_of_each(tokens: Tokens, first: MentionDraft, second: MentionDraft) -> MentionDraft | None:
    """أربع عائلات من كل خمس, شخصان من كل 5 أشخاص: a share; 6 مراكز من أصل 8 are a count and its whole."""
    one, two = first.estimate, second.estimate
    if one is None or two is None or not first.kind is second.kind is Kind.CARDINAL or first.noun is None:
        return None
    if first.unit or second.unit or not one.wording is two.wording is Wording.EXACT or second.number is None:
        return None
    (start, begin), (end, after) = first.stretch(), second.stretch()
    if one.best is None or two.best is None or not 0 < one.best < two.best:
        return None
    if tokens.folded.text[begin:end].strip(" ") not in _OF_EACH:
        return None
    share = estimate(Fraction(one.best) / Fraction(two.best), Wording.EXACT)
    number = (first.number or first.noun)[0], second.number[1]
    again = second.noun is not None and _stem(tokens, second.noun) == _stem(tokens, first.noun)
    noun = second.noun if again else first.noun
    return second._replace(number=number, estimate=share, noun=noun, more=(start, after), other=None)


def below_and_above(tokens: Tokens, first: MentionDraft, second: MentionDraft) -> MentionDraft | None:
    """بين درجتين تحت الصفر و3 درجات: degrees from below zero up."""
    one, two = first.estimate, second.estimate
    if one is None or two is None or first.number is None or second.number is None or second.qualifier is not None:
        return None
    degrees = (first.unit or "").startswith("degree") and (second.unit or "").startswith("degree")
    if not degrees or one.best is None or two.best is None or not one.best < two.best:
        return None
    (start, begin), (end, after) = first.stretch(), second.stretch()
    joint, opener = tokens.folded.text[begin:end].strip(" "), tokens.at(start) - 1
    between = tokens.texts[opener] in {"بين", "وبين", "مابين"} and tokens.joined(opener + 1)
    if not between or joint not in {"و", "وبين"}:
        return None
    skip = tokens.texts[opener].startswith("و")
    return second._replace(
        number=(first.number[0], second.number[1]),
        unit=first.unit if second.unit == "degree" else second.unit,
        qualifier=(tokens.starts[opener] + skip, tokens.end(opener)),
        estimate=Estimate.between(one.best, two.best),
        more=(start, after),
    )


def _stem(tokens: Tokens, noun: tuple[int, int]) -> str:
    return tokens.folded.text[slice(*noun)].translate(_WEAK)[:_STEM]


Merges = Callable[["Tokens", "MentionDraft", "MentionDraft"], "MentionDraft | None"]

MERGED: Table[Merges] = Table(
    "Two figures that are one",
    [
        Construction[Merges](
            "two-bounds",
            "A lower bound and an upper one, joined by و: between the two.",
            "عاد أكثر من 20 وأقل من 30 شخصا",
            two_bounds,
            opens=("bounds",),
        ),
        Construction[Merges](
            "said-again",
            "A figure said in digits and in words, one of them in brackets.",
            "غرامة قدرها ثلاثمئة (300) ريال عماني",
            said_again,
            opens=("again",),
        ),
        Construction[Merges](
            "two-or-three",
            "A counted noun in the dual, or one number more.",
            "سقط جريحان أو ثلاثة",
            two_or_so,
            opens=("two",),
        ),
        Construction[Merges](
            "per-so-many",
            "So many for every thousand, or another power of ten: a rate, its second number no figure.",
            "سجلت 3 وفيات لكل ألف ولادة",
            per_so_many,
            opens=("per",),
        ),
        Construction[Merges](
            "so-many-of-each",
            "So many of a noun out of every so many: a share.",
            "تحتاج أربع عائلات من كل خمس إلى مأوى",
            so_many_of_each,
            opens=("each",),
        ),
        Construction[Merges](
            "below-and-above",
            "Degrees between one below zero and another above it.",
            "الحرارة بين درجتين تحت الصفر و3 درجات",
            below_and_above,
            opens=("below",),
        ),
    ],
)


def merged_with(tokens: Tokens, first: MentionDraft, second: MentionDraft) -> MentionDraft | None:
    """The one figure that two are, or None."""
    one, two = first.estimate, second.estimate
    if one is None or two is None:
        return None
    if two.best in _SO_MANY and tokens.folded.text.endswith("كل ", 0, second.stretch()[0]):
        sort = "per"
    elif tokens.folded.text.endswith("كل ", 0, second.stretch()[0]):
        sort = "each"
    elif two.best is not None and _said(one) == two.best:
        sort = "again"
    elif one.best is not None and one.best < 0 and first.kind is Kind.MEASURE:
        sort = "below"
    elif first.qualifier is not None:
        sort = "bounds"
    elif one.best == _TWO:
        sort = "two"
    else:
        return None
    for merges in MERGED[sort]:
        found = merges(tokens, first, second)
        if found is not None:
            return found
    return None
