"""What is stated per something: 5 a day, 30 dollars a barrel, 15 litres per person per day. None of them is a count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raqqa_data.errors import UnitError
from raqqa_data.reading.mention import Kind
from raqqa_data.units.table import find_unit

if TYPE_CHECKING:
    from raqqa_data.reading.mention_draft import MentionDraft
    from raqqa_data.reading.text.tokens import Tokens
    from raqqa_data.reading.words.units import UnitWords

_TIMES = {
    ("يوميا",): "day",
    ("في", "اليوم"): "day",
    ("باليوم",): "day",
    ("كل", "يوم"): "day",
    ("لكل", "يوم"): "day",
    ("اسبوعيا",): "week",
    ("في", "الاسبوع"): "week",
    ("بالاسبوع",): "week",
    ("لكل", "ساعه"): "hour",
    ("في", "الساعه"): "hour",
    ("بالساعه",): "hour",
    ("كل", "اسبوع"): "week",
    ("شهريا",): "month",
    ("في", "الشهر"): "month",
    ("بالشهر",): "month",
    ("كل", "شهر"): "month",
    ("سنويا",): "year",
    ("في", "السنه"): "year",
    ("كل", "عام"): "year",
    ("كل", "سنه"): "year",
    ("كل", "ساعه"): "hour",
}
_THINGS = {
    ("للبرميل",): "oil_barrel",
    ("لكل", "برميل"): "oil_barrel",
    ("للاونصه",): "troy_ounce",  # what is priced by it is gold or silver
    ("للاوقيه",): "troy_ounce",
    ("لاونصه", "الذهب"): "troy_ounce",
    ("لاوقيه", "الذهب"): "troy_ounce",
    ("لكل", "اونصه"): "troy_ounce",
    ("لكل", "اوقيه"): "troy_ounce",
    ("للفرد", "الواحد"): "person",
    ("للشخص", "الواحد"): "person",
    ("للفرد",): "person",
    ("للشخص",): "person",
    ("لكل", "شخص"): "person",
    ("لكل", "فرد"): "person",
    ("لكل", "نسمه"): "person",
    ("للاسره", "الواحده"): "family",
    ("للاسره",): "family",
    ("للعايله",): "family",
    ("لكل", "اسره"): "family",
    ("لكل", "عايله"): "family",
}
_STROKE = "/"
_FIRST = frozenset(words[0] for words in (*_TIMES, *_THINGS)) | {_STROKE}
_FOR = "لل"
_RATED = frozenset({Kind.CARDINAL, Kind.MEASURE, Kind.MONEY})
_MOST = 2
_MOST_BETWEEN = 3  # 7 لترات من مياه الشرب للفرد
# these tell a rate wherever they stand; في اليوم may be "on the day"
_PLAIN = frozenset(
    words for words in (*_TIMES, *_THINGS) if words[0] not in {"في", "باليوم", "بالشهر", "بالاسبوع", "بالساعه"}
)
_ONE = frozenset({"الواحد", "الواحده"})


def rated(tokens: Tokens, units: UnitWords, draft: MentionDraft) -> MentionDraft:
    """The figure with its unit per something, where that stands behind it; else as it is."""
    if draft.kind not in _RATED or (draft.unit is None and draft.kind is not Kind.CARDINAL):
        return draft
    begin: int | None = draft.next
    if tokens.texts[draft.next] == "." and _is_abbreviated(tokens, draft):
        begin = draft.next + 1
    elif tokens.texts[draft.next] not in _FIRST and not tokens.texts[draft.next].startswith(_FOR):
        if _FIRST.isdisjoint(tokens.texts[draft.next + 1 : draft.next + _MOST_BETWEEN + 2]):
            return draft
        begin = _behind_the_substance(tokens, units, draft)
    if begin is None:
        return draft
    at, per = begin, list[str]()
    counted = draft.kind is Kind.CARDINAL
    while len(per) < _MOST:
        found = _denominator(tokens, at, counted=counted) or _unit_each(tokens, units, at, counted=counted)
        if found is None or found[0] in per:
            break
        per.append(found[0])
        at = found[1]
    if not per:
        return draft
    # a count of people or of anything else has no unit of its own here
    per.sort(key=lambda unit: unit in _TIMES.values())
    unit = " / ".join([draft.unit or "1", *per])
    try:
        find_unit(unit)
    except UnitError:
        return draft
    return draft._replace(unit=unit, next=at, more=_wider(tokens, draft, at))


def _is_abbreviated(tokens: Tokens, draft: MentionDraft) -> bool:
    """350 ر.س. شهريا: whether a full stop is the last of an abbreviation's, and no sentence ends in it."""
    at = draft.next
    dotted = draft.kind is Kind.MONEY and tokens.texts[at - 2] == "." and tokens.glued(at) and tokens.joined(at + 1)
    return dotted and any(tokens.follows(at + 1, words) for words in _PLAIN)


def _unit_each(tokens: Tokens, units: UnitWords, index: int, *, counted: bool) -> tuple[str, int] | None:
    """للمتر المربع, لكل هكتار, /شخص/يوم: any unit of measure, a person or a time that a stroke stands before."""
    unit = units.each(tokens, index)
    if unit is None or (counted and unit.kind != "duration") or unit.name == "degree":
        return None
    return unit.name, unit.next + (tokens.texts[unit.next] in _ONE and tokens.joined(unit.next))


def _behind_the_substance(tokens: Tokens, units: UnitWords, draft: MentionDraft) -> int | None:
    """7 لترات من مياه الشرب للفرد, 40 ألف قرص كلور يوميا: the token at which a rate begins behind what is counted."""
    at, texts = draft.next, tokens.texts
    of = texts[at] == "من" and tokens.joined(at)
    at += of
    for _ in range(_MOST_BETWEEN if of else 1):
        word = tokens.words[at]
        if (
            not tokens.joined(at)
            or not texts[at].isalpha()
            or texts[at][0] == "و"
            or word.starts
            or texts[at] in _FIRST
            or texts[at].endswith("وا")
        ):
            return None  # 10 مرضى أعطوا يوميا
        at += 1
        plain = texts[at] in _FIRST and any(tokens.follows(at, words) for words in _PLAIN)
        plain = plain or (texts[at].startswith(_FOR) and units.each(tokens, at) is not None)
        if plain or (of and draft.kind is Kind.MEASURE and _denominator(tokens, at, counted=False) is not None):
            return at
    return None


def _denominator(tokens: Tokens, index: int, *, counted: bool) -> tuple[str, int] | None:
    for words, unit in (*_TIMES.items(), *(() if counted else _THINGS.items())):
        if tokens.follows(index, words):
            after = index + len(words)
            if words[0] in {"في", "باليوم", "بالشهر", "بالاسبوع", "بالساعه"} and _points(tokens, after):
                return None
            if words[-1].endswith("الساعه") and tokens.texts[after] in _ONE and tokens.joined(after):
                return None  # في الساعة الواحدة
            return unit, after + (tokens.texts[after] in _ONE and tokens.joined(after))
    return None


def _points(tokens: Tokens, index: int) -> bool:
    """في اليوم التالي, في الشهر الماضي, في اليوم نفسه: a day that is meant, no day in general."""
    text, word = tokens.texts[index], tokens.words[index]
    if text in _ONE or not tokens.joined(index):
        return False  # في اليوم الواحد
    if word.digits is not None or word.numeral is not None:
        return True  # في الشهر 5, في اليوم 12 من أيار
    return (text.startswith("ال") and text not in {"الي", "الا"}) or text in {
        "نفسه",
        "ذاته",
        "نفسها",
        "ذاتها",
        "عينه",
        "من",
    }


def _wider(tokens: Tokens, draft: MentionDraft, after: int) -> tuple[int, int]:
    start = draft.stretch()[0] if draft.more is None else min(draft.more[0], draft.stretch()[0])
    return start, tokens.end(after - 1)
