"""What the words around a place's name say of it: who governs there, what it has, an hour, the next of a row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raqqa_data.building.proposals.where.unlisted_after_kind import goes_on
from raqqa_data.building.proposals.words.place_words import is_listed, place_words

if TYPE_CHECKING:
    from raqqa_data.building.proposals.passage.passage import Passage
    from raqqa_data.building.proposals.where.prepositions import Leads
    from raqqa_data.building.proposals.words.name_matching import Found
    from raqqa_data.records.place import Place

_RANKED = frozenset({"hospital", "complex", "prison", "airport", "crossing", "port", "market", "field", "dam"})
_LONG = 5  # letters: none of إلى
_NAMES = 2  # of a person before the last


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
    """Whether a place is told to have or to receive something, or to lie there: تضم سراقب 12 مدرسة, شرق سراقب."""
    words, lists = passage.words, place_words()
    behind = passage.word_behind(found.last + (passage.word_behind(found.last) == "في"))
    if behind in lists["ranked"]:
        return True  # كانت الحديدة الأشد تضررا, قفصة في صدارتها
    if words[found.first] in lists["led_in_only"]:
        return False
    before = words[found.first - 1].removeprefix("و") if found.first else ""
    if before in lists["next"]:
        return True
    return before in lists["holds"] or before in lists["around"] or passage.word_behind(found.last) in lists["alone"]


def is_no_sector(passage: Passage, index: int) -> bool:
    """Whether القطاع is a strip of land, and no sector of an economy."""
    words = passage.words
    after = words[index + 1] if index + 1 < len(words) and not passage.is_apart(index, index + 1) else ""
    return not (after.startswith("ال") and (after.endswith(("ي", "يه")) or after in place_words()["sectors"]))


def is_of_person(passage: Passage, found: Found[Place], leads: Leads) -> bool:
    """مدير المشفى، سالم بغداد، : whether it is the last of a person's names, between commas behind an office."""
    first, end = passage.sentence_of(found.first)
    if found.clitic or found.last + 1 >= end or not passage.is_apart(found.last, found.last + 1):
        return False
    begins = found.first
    while begins > first and found.first - begins <= _NAMES and not passage.is_apart(begins - 1, begins):
        begins -= 1
    office = begins > first and leads.is_of_body(begins - 1)
    return office and 0 < found.first - begins <= _NAMES and not passage.in_mention(begins)


def with_rank(passage: Passage, last: int, kind: str) -> int:
    """مطار دبي الدولي: a name with the adjective of its kind that stands behind it."""
    after = passage.word_behind(last)
    adjective = after.startswith("ال") and after.endswith("ي") and len(after) >= _LONG
    ranked = after in place_words()["ranks"] or (kind in _RANKED and adjective and not is_listed(after, "no_name"))
    ranked = ranked and not passage.in_mention(last + 1)  # العام الماضي
    return last + (ranked and not passage.is_apart(last, last + 1))


def is_told_apart(passage: Passage, found: Found[Place], named: frozenset[int]) -> bool:
    """Whether an adjective or a second word behind a name tells its place apart from that of the list."""
    after = passage.word_behind(found.last)
    return goes_on(passage, found.last, named) or (
        passage.words[found.first].startswith("ال")
        and after.startswith("ال")
        and after in place_words()["directions"]
        and not passage.is_apart(found.last, found.last + 1)
    )


def is_located(passage: Passage, last: int) -> bool:
    """خربة زنوتا (جنوب الخليل): whether it is told in brackets behind a name on which side of a place it lies."""
    after = last + 1
    return after < len(passage.words) and "(" in passage.gaps[after] and is_listed(passage.words[after], "around")
