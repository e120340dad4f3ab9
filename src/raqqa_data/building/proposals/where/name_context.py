"""What the words around a place's name say of it: who governs there, what it has, an hour, the next of a row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raqqa_data.building.proposals.when.dated_events import event_kind
from raqqa_data.building.proposals.where.prepositions import Lead
from raqqa_data.building.proposals.where.unlisted_after_kind import goes_on
from raqqa_data.building.proposals.words.place_words import is_listed, place_words

if TYPE_CHECKING:
    from raqqa_data.building.proposals.passage.passage import Passage
    from raqqa_data.building.proposals.where.prepositions import Leads
    from raqqa_data.building.proposals.where.toponym import Toponym
    from raqqa_data.building.proposals.where.toponyms import Toponyms
    from raqqa_data.building.proposals.words.name_matching import Found
    from raqqa_data.records.place import Place

_RANKED = frozenset({"hospital", "complex", "prison", "airport", "crossing", "port", "market", "field", "dam"})
_LONG = 5  # letters: none of إلى
_VERB = 4  # letters of one that is no زيت
_BEHIND = 3  # words
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
    at = found.first, found.last
    if found.value.kind == "country" and (is_who_acts(passage, *at) or _attacks_behind(passage, *at)):
        return True
    name = " ".join(words[found.first : found.last + 1])
    return found.first > 0 and name in place_words()["capitals"] and is_listed(words[found.first - 1], "politics")


def is_who_acts(passage: Passage, first: int, last: int) -> bool:
    """قتلت إسرائيل 14: whether a country behind a verb is who did it; not where it happened, as behind شهدت."""
    verb = _verb_before(passage, first)
    behind = passage.words[last + 1 : last + 1 + _BEHIND]
    if is_listed(verb, "has_there") or (is_listed(verb, "befalls") and any(map(event_kind, behind))):
        return False  # ضربت تركيا 14 هزة
    feminine = verb.endswith("ت") and not verb.endswith("ات") and not verb.startswith("ال")
    by_force, at_home = is_listed(verb, "attacks"), is_listed(verb, "expels")
    return (feminine and (by_force or len(verb) >= _VERB)) or ((by_force or at_home) and passage.in_mention(last + 1))


def is_who_attacks(passage: Passage, first: int, last: int) -> bool:
    """قصفت روسيا 14 موقعا في إدلب: whether a country does what it does elsewhere by force."""
    before = is_listed(_verb_before(passage, first), "attacks") and is_who_acts(passage, first, last)
    return before or _attacks_behind(passage, first, last)


def _attacks_behind(passage: Passage, first: int, last: int) -> bool:
    """إسرائيل قتلت 12 رجلا: the same where the verb stands behind it; not سوريا استهدفت 12 غارة."""
    figure = last + 2
    if passage.clauses.of(first)[0] != first or figure >= len(passage.words) or not passage.in_mention(figure):
        return False
    attacks = is_listed(passage.words[last + 1], "attacks") and not passage.is_apart(last, last + 1)
    return attacks and not any(map(event_kind, passage.words[figure : figure + _BEHIND]))


def acts_at_home(passage: Passage, toponym: Toponym) -> bool:
    """رحلت الدنمارك 12: whether a country does what is done at home, not where a text told of something before."""
    name = toponym.first, toponym.last
    acts = toponym.place.kind == "country" and toponym.lead is Lead.APART and is_who_acts(passage, *name)
    return acts and not is_who_attacks(passage, *name)


def is_of_body_told(toponym: Toponym, toponyms: Toponyms) -> bool:
    """16 من عناصر الحزب في درعا, بقصف التحالف للرقة: whether a place stands behind a body that does not speak."""
    to = toponym.clitic.startswith("ل")
    body = toponym.first - (1 if to else 2)
    if not (to or toponym.lead is Lead.BESIDE) or body < 0:
        return False
    return toponyms.is_of_agent(body) and not toponyms.leads.is_of_speaker(body)


def _verb_before(passage: Passage, first: int) -> str:
    return passage.words[first - 1].removeprefix("و") if first and not passage.is_apart(first - 1, first) else ""


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
