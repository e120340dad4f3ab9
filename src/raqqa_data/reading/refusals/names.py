"""Words that look like figures and dates where nothing speaks for it: names of towns and people, mostly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raqqa_data.reading.refusals.labels import definite

if TYPE_CHECKING:
    from collections.abc import Iterator

    from raqqa_data.reading.text.tokens import Tokens
    from raqqa_data.reading.words.entries import Clitics, Word
    from raqqa_data.reading.words.lexicon import Lexicon

_LEAST = 3  # from three on, the numeral without ه counts what is feminine
_DUAL = "ان"
_NIGHTS_BEHIND = 4
_MOST_WEEKDAYS = 6
_QUOTES = frozenset("«»“”\"'(")
_UNQUOTES = frozenset("»”\"')")


def speaker(tokens: Tokens, lexicon: Lexicon, index: int) -> int | None:
    """قال سبع إن, أكدت رابعة أن: who says something has a name."""
    if tokens.texts[index + 1] not in lexicon.context["said"]:
        return None
    before, numeral = tokens.texts[index - 1], tokens.words[index].numeral
    if numeral is not None and numeral.stem.endswith("ه"):
        return None  # قال سبعة إنهم
    tells = before in lexicon.context["telling"] or (before[:1] in "وف" and before[1:] in lexicon.context["telling"])
    return index + 1 if tells and tokens.joined(index) and tokens.joined(index + 1) else None


def nights_of_a_month(tokens: Tokens, lexicon: Lexicon, index: int) -> int | None:
    """لسبع خلون من رجب, لثلاث عشرة ليلة بقيت من صفر: the nights that are gone or left tell the day of a month."""
    texts = tokens.texts
    for at in range(index + 1, index + 1 + _NIGHTS_BEHIND):
        if not tokens.joined(at):
            return None
        if texts[at] in lexicon.context["gone_of_a_month"]:
            return at + 1 if texts[at + 1] == "من" and tokens.words[at + 2].calendar is not None else None
        if tokens.words[at].numeral is None and texts[at] not in lexicon.context["nights"]:
            return None
    return None


def joined_behind_a_preposition(tokens: Tokens, lexicon: Lexicon, index: int) -> int | None:
    """في وست هام: no و or ب stands behind "in", so it is the word's own letter."""
    if tokens.texts[index - 1] not in lexicon.context["governing"] or not tokens.joined(index):
        return None
    clitics = list(_clitics(tokens.words[index]))
    return index + 1 if clitics and all(one.conjunction or one.preposition for one in clitics) else None


def dual_in_the_wrong_case(tokens: Tokens, lexicon: Lexicon, index: int) -> int | None:
    """في سجنان, إلى مهران: what a preposition governs ends in ين."""
    if not tokens.texts[index].endswith(_DUAL):
        return None
    word = tokens.words[index]
    if word.dual is None and (word.unit is None or word.unit.entry.number != len(_DUAL)):
        return None
    governed = tokens.texts[index - 1] in lexicon.context["governing"] and tokens.joined(index)
    return index + 1 if governed or any(one.preposition for one in _clitics(word)) else None


def month_of_a_name(tokens: Tokens, lexicon: Lexicon, index: int) -> int | None:
    """سان خوسيه دي مايو, and ماي كريك: only a year, a day or شهر makes ماي a month."""
    word = tokens.words[index]
    if word.calendar is None or word.calendar.entry != "month":
        return None
    before, behind = tokens.texts[index - 1], tokens.texts[index + 1]
    if before in lexicon.context["particles"] and tokens.joined(index):
        return index + 1
    if _is_a_speaker(tokens, lexicon, index):
        return index + 1
    if word.calendar.stem not in lexicon.context["foreign_months"]:
        return None
    follower = tokens.words[index + 1]
    told = follower.digits is not None or behind in lexicon.calendar.shifts or follower.calendar is not None
    earlier = tokens.words[index - 1]
    told = (told and tokens.joined(index + 1)) or earlier.digits is not None or earlier.ordinal is not None
    named = before.endswith("شهر") or behind in {"/", "-", "(", "و", "الي", "حتي"} or before in {"/", "(", "-", "الي"}
    named = named or earlier.numeral is not None or earlier.calendar is not None
    return None if told or named or not tokens.joined(index) or not before.isalpha() else index + 1


def _is_a_speaker(tokens: Tokens, lexicon: Lexicon, index: int) -> bool:
    """وأكد حميد شباط أن: a name between a verb of saying and a month that no day, year or "last" stands beside."""
    texts, telling = tokens.texts, lexicon.context["telling"]
    tells = texts[index - 2] in telling or texts[index - 2][1:] in telling
    name, behind = texts[index - 1], texts[index + 1]
    word = tokens.words[index - 1]
    if not tells or not (tokens.joined(index) and tokens.joined(index - 1)) or not name.isalpha():
        return False
    told = behind in lexicon.calendar.shifts or tokens.words[index + 1].digits is not None or word.starts
    return not told and not name.startswith("ال") and name not in lexicon.context["not_nouns"]


def weekday_of_no_date(tokens: Tokens, lexicon: Lexicon, index: int) -> int | None:
    """الجمعة البيضاء, أيام الجمعة والسبت, أو الاثنين معا: a day that has a name, days that come again, and the two."""
    context, texts = lexicon.context, tokens.texts
    if not _is_weekday(tokens, index) or "ال" not in texts[index][:3]:
        return None
    behind = texts[index + 1] if tokens.joined(index + 1) else ""
    if behind in context["named_weekdays"]:
        return index + 2
    if behind in lexicon.calendar.shifts or tokens.words[index + 1].digits is not None:
        return None
    two = texts[index].endswith(("اثنين", "اتنين")) and tokens.joined(index)
    two = two and (behind in context["together"] or texts[index - 1] in context["both"] | {"او"})
    return index + 1 if two or _comes_again(tokens, lexicon, index) else None


def _is_weekday(tokens: Tokens, index: int) -> bool:
    word = tokens.words[index]
    return word.calendar is not None and word.calendar.entry == "weekday"


def _comes_again(tokens: Tokens, lexicon: Lexicon, index: int) -> bool:
    """Whether أيام or كل stands before a weekday, or before those that و joins it to."""
    for at in range(index, index - _MOST_WEEKDAYS, -1):
        before = tokens.texts[at - 1]
        if not tokens.joined(at):
            break
        if before.removeprefix("و") in lexicon.context["recurring"]:
            return True
        if not _is_weekday(tokens, at - 1) or tokens.texts[at][:1] != "و":
            break
    return False


def day_of_a_market(tokens: Tokens, lexicon: Lexicon, index: int) -> int | None:
    """سوق الثلاثاء, بلدة الخميس: towns and markets are named by the day on which trade was held."""
    word = tokens.words[index]
    if word.calendar is None or word.calendar.entry != "weekday" or not tokens.joined(index):
        return None
    told = tokens.texts[index + 1] in lexicon.calendar.shifts or tokens.words[index + 1].digits is not None
    before = tokens.texts[index - 1]
    named = not lexicon.context["bear_weekdays"].isdisjoint((before, before[1:]))
    return index + 1 if named and not (told and tokens.joined(index + 1)) else None


def name_of_a_paper(tokens: Tokens, lexicon: Lexicon, index: int) -> int | None:
    """قناة الغد, صحيفة اليوم السابع: papers and channels are named by days."""
    word = tokens.words[index]
    if word.calendar is None or word.calendar.entry not in {"day", "noun", "weekday"} or not tokens.joined(index):
        return None
    at = index - 1 - (tokens.texts[index - 1] in _QUOTES)
    before = tokens.texts[at]
    if tokens.texts[index] == "اليوم" and _is_named_today(tokens, lexicon, index):
        return index + 1
    if lexicon.context["papers"].isdisjoint((before, before[1:])) or not tokens.texts[index].startswith("ال"):
        return None
    behind = tokens.words[index + 1]
    return index + 1 + (behind.ordinal is not None and tokens.joined(index + 1))


def _is_named_today(tokens: Tokens, lexicon: Lexicon, index: int) -> bool:
    """قناة حلب اليوم, «روسيا اليوم»: a channel named by a place and today."""
    texts = tokens.texts
    name, before = texts[index - 1], texts[index - 2]
    if not name.isalpha() or not (tokens.joined(index - 1) and tokens.joined(index)):
        return False
    if before in _QUOTES and texts[index + 1] in _UNQUOTES:
        return True
    press = lexicon.context["press"]
    told = before in press or before[1:] in press
    return (told and name in lexicon.context["channels"]) or (before in lexicon.context["telling"] and name == "حلب")


def numeral_of_nothing(tokens: Tokens, lexicon: Lexicon, index: int) -> int | None:
    """تل السبع, في الخمس, في بير سبع: no noun says what is counted, and no definite one stands before."""
    word, before = tokens.words[index], tokens.texts[index - 1]
    numeral = word.numeral
    if numeral is None or numeral.entry.slot != "unit" or numeral.entry.value < _LEAST:
        return None
    if numeral.stem.endswith("ه") or numeral.clitics.conjunction or _may_count(tokens, lexicon, index + 1):
        return None
    if not tokens.joined(index) or not before.isalpha():
        return None
    if numeral.clitics.article:
        tells = tokens.words[index - 1].numeral is not None or before in lexicon.context["this_one"]
        return None if definite(before).startswith("ال") or tells else index + 1
    earlier = tokens.words[index - 1]
    if earlier.numeral is not None or earlier.digits is not None or before in lexicon.context["not_nouns"]:
        return index + 1 if before == "في" and tokens.texts[index + 1] == "،" else None
    named = tokens.texts[index - 2] in lexicon.context["governing"] and tokens.joined(index - 1)
    return index + 1 if named and not lexicon.qualifiers.knows(before) else None


def _may_count(tokens: Tokens, lexicon: Lexicon, index: int) -> bool:
    text, word = tokens.texts[index], tokens.words[index]
    if not tokens.joined(index):
        return False
    if lexicon.units.match(tokens, index) is not None:
        return True  # منعه من السفر ثلاث سنوات
    if word.numeral is not None or word.digits is not None or text in {"و", "%", "او", "الي", "-"}:
        return True
    return text.isalpha() and text not in lexicon.context["not_nouns"] and word.calendar is None


def _clitics(word: Word) -> Iterator[Clitics]:
    for found in (word.numeral, word.fraction, word.ordinal, word.unit, word.vague, word.calendar, word.dual):
        if found is not None:
            yield found.clitics
