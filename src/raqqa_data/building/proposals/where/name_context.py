"""What the words around a place's name say of it: who governs there, what it has, an hour, the next of a row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raqqa_data.building.proposals.words.place_words import is_listed, place_words

if TYPE_CHECKING:
    from raqqa_data.building.proposals.passage.passage import Passage
    from raqqa_data.building.proposals.words.name_matching import Found
    from raqqa_data.records.place import Place


def is_next_in_row(passage: Passage, found: Found[Place]) -> bool:
    """فالقدس, فدير الزور: whether "and then" stands before a name, and the two are no other word."""
    behind = found.last + 1
    told = behind < len(passage.words) and ("(" in passage.gaps[behind] or passage.words[behind] == "العاصمه")
    return found.last > found.first or passage.words[found.first][1:3] == "ال" or told


def is_government(passage: Passage, found: Found[Place]) -> bool:
    """طالبت القاهرة بفتح المعابر, مولتها ألمانيا: whether a name stands for those who govern."""
    words = passage.words
    if found.first and is_listed(words[found.first - 1], "funds"):
        return True
    name = " ".join(words[found.first : found.last + 1])
    return found.first > 0 and name in place_words()["capitals"] and is_listed(words[found.first - 1], "politics")


def is_a_time(passage: Passage, index: int) -> bool:
    """أمس المغرب: the hour of a prayer, no country."""
    before = passage.words[index - 1] if index else ""
    return passage.words[index] == "المغرب" and before in place_words()["before_hours"]


def holds(passage: Passage, found: Found[Place]) -> bool:
    """Whether a place is told to have or to receive something: تضم سراقب 12 مدرسة, سراقب وحدها."""
    words, lists = passage.words, place_words()
    behind = passage.word_behind(found.last + (passage.word_behind(found.last) == "في"))
    if behind in lists["ranked"]:
        return True  # كانت الحديدة الأشد تضررا, قفصة في صدارتها
    if words[found.first] in lists["led_in_only"]:
        return False
    before = words[found.first - 1].removeprefix("و") if found.first else ""
    if before in lists["next"]:
        return True
    return before in lists["holds"] or passage.word_behind(found.last) in lists["alone"]


def is_no_sector(passage: Passage, index: int) -> bool:
    """Whether القطاع is a strip of land, and no sector of an economy."""
    words = passage.words
    after = words[index + 1] if index + 1 < len(words) and not passage.is_apart(index, index + 1) else ""
    return not (after.startswith("ال") and (after.endswith(("ي", "يه")) or after in place_words()["sectors"]))
