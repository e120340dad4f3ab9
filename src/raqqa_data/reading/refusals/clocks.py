"""Times of day, in digits and in words."""

# ruff: noqa: PLR0911, PLR2004 - a grammar refuses early, its small numbers are those of language

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from raqqa_data.reading.numbers.number import parse_number
from raqqa_data.reading.refusals.labels import counts_something

if TYPE_CHECKING:
    from raqqa_data.reading.text.tokens import Tokens
    from raqqa_data.reading.words.lexicon import Lexicon

_HOUR_AND_MINUTES = re.compile(r"[0-9]{1,2}\.[0-5][0-9]")
_TIMES_OF_DAY = frozenset({"صباح", "مساء", "فجر", "ظهر", "عصر", "ليل", "بعد"})
_MINUTES = frozenset({"دقيقه", "دقايق"})
_UNTIL = frozenset({"الي", "حتي", "-", "و"})
_HOURS = range(25)
_FAR = 8  # tokens before a range in which a verb of change may stand


def hour(tokens: Tokens, lexicon: Lexicon, index: int) -> int | None:
    """الساعة 7, 7 صباحا."""
    told = _is_clock(tokens, lexicon, index) or _is_of_a_range(tokens, lexicon, index)
    return index + 1 if told else None


def _is_clock(tokens: Tokens, lexicon: Lexicon, index: int) -> bool:
    before, after = tokens.texts[index - 1], tokens.texts[index + 1]
    context = lexicon.context
    if after == "من" and _HOUR_AND_MINUTES.fullmatch(tokens.texts[index]) and tokens.joined(index + 2):
        return tokens.texts[index + 2] in _TIMES_OF_DAY  # 9.30 من صباح الغد
    if after == "دقيقه" and before == "و" and tokens.texts[index - 2] in context["clock_after"]:
        return tokens.texts[index - 3].isdecimal()  # الساعة 8 صباحا و15 دقيقة
    if after in _MINUTES and before == "و" and tokens.texts[index - 2].isdecimal() and _is_of_clock(tokens, index - 2):
        return True  # الساعة 11 و27 دقيقة
    if before == "ال" and tokens.texts[index - 2].endswith("الساعه") and tokens.joined(index):
        return True  # الساعة الـ11
    if tokens.texts[index - 2].isdecimal() and tokens.texts[index - 3] in {"الساعه", "الساعتين"}:
        opener = tokens.texts[index - 4] if tokens.texts[index - 3] == "الساعه" else "بين"  # الساعتين 6 و9
        ranged = (before == "و" and "بين" in opener) or (before in {"الي", "حتي"} and opener.endswith("من"))
        return ranged and not counts_something(tokens, lexicon, index)  # بين الساعة 10 و12
    if before in _UNTIL and tokens.texts[index - 2] in context["clock_after"] | {"ص"}:
        halved = after in {"ص", "م"} and tokens.joined(index + 1) and before != "و"
        # من 10 صباحا إلى 5, من 10ص إلى 5م
        return tokens.joined(index) and (halved or not counts_something(tokens, lexicon, index))
    if after == "ص" and tokens.joined(index + 1) and tokens.texts[index + 2] in _UNTIL:
        return tokens.glued(index + 1) or tokens.texts[index + 3].isdecimal()  # من 10ص إلى 5م
    if before in context["clock_before"] and tokens.joined(index) and not after.startswith("س"):
        return before != "ساعه" or after in context["clock_after"]
    if after in context["clock_after"] and tokens.joined(index + 1):
        return True
    if after in context["spoken_clock_after"] and tokens.joined(index + 1):
        return (lexicon.quantified | context["past"]).isdisjoint((before, before[1:]))  # قتل 11 بالليل
    if after == "ت" and tokens.joined(index + 1):
        at = index + 2 + (tokens.texts[index + 2] == ".")
        return tokens.texts[at] == "غ" and tokens.joined(at)  # (12 ت.غ)
    return after in {"ص", "م"} and tokens.joined(index + 1) and before == "الساعه"


def _is_of_clock(tokens: Tokens, index: int) -> bool:
    at = index - 1 - (tokens.texts[index - 1] == "ال")
    return tokens.texts[at].endswith("الساعه") and tokens.joined(index)


def clock(tokens: Tokens, lexicon: Lexicon, index: int) -> int | None:
    """Where a time of day in words ends: الساعة الرابعة وخمس وعشرين دقيقة."""
    before = tokens.texts[index - 1].removeprefix("و").removeprefix("ل").removeprefix("ب")
    if before not in {"الساعه", "لساعه", "الساعتين"} or not tokens.joined(index):
        return None
    after = _behind_hour(tokens, lexicon, index)
    if after is None:
        return None
    between = before == "الساعتين" or tokens.texts[index - 2].endswith("بين")
    apart = tokens.texts[after] in ({"و"} if between else lexicon.context["to"])
    # الساعتين السادسة والتاسعة, من الساعة السادسة إلى التاسعة
    second = _behind_hour(tokens, lexicon, after + apart) if apart or between else None
    return after if second is None else second


def _behind_hour(tokens: Tokens, lexicon: Lexicon, index: int) -> int | None:
    """Where an hour in words ends, its minutes with it."""
    word = tokens.words[index]
    if (word.ordinal is None and word.numeral is None) or not tokens.joined(index):
        return None
    after = index + 1
    follower = tokens.words[after]
    if follower.numeral is not None and follower.numeral.entry.slot == "ten":
        after += 1
    minutes = after + (tokens.texts[after] == "و")
    number = (
        parse_number(tokens, lexicon, minutes) if tokens.joined(minutes) and tokens.texts[after][:1] == "و" else None
    )
    if number is not None:
        unit = lexicon.units.match(tokens, number.next)
        after = number.next if unit is None or unit.name != "minute" else unit.next
    return after


def _is_of_a_range(tokens: Tokens, lexicon: Lexicon, index: int) -> bool:
    """الساعة بين 10 و12, من 10 إلى 12 ظهرا, من الساعة 9:30 حتى 11; not من 10 إلى 12 مساء أمس, which may count."""
    texts, before = tokens.texts, tokens.texts[index - 1]
    if not texts[index].isdecimal() or len(texts[index]) > 2 or not tokens.joined(index):
        return False
    if before in {"بين", "من"} and texts[index - 2].endswith("الساعه"):
        return True
    if before in _UNTIL and texts[index - 3] in {"بين", "من"} and texts[index - 4].endswith("الساعه"):
        return not counts_something(tokens, lexicon, index)
    if before in {"الي", "حتي"} and texts[index - 3] == ":" and texts[index - 5].endswith("الساعه"):
        return not counts_something(tokens, lexicon, index)
    joint, last, told, behind = texts[index + 1 : index + 5]
    if before not in {"من", "بين"} or joint not in _UNTIL or told not in lexicon.context["clock_after"]:
        return False
    hours = last.isdecimal() and int(texts[index]) in _HOURS and int(last[:4]) in _HOURS
    dated = behind.isalpha() and tokens.joined(index + 4)
    counts = not (lexicon.quantified | lexicon.context["past"]).isdisjoint(texts[max(0, index - _FAR) : index - 1])
    return hours and tokens.joined(index + 3) and not (dated or counts)
