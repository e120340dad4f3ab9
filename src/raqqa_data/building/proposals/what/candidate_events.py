"""Which event words beside a figure may be its own: behind it, and of those before it the nearest first."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from raqqa_data.building.proposals.part_of.answer import is_among, is_of_them
from raqqa_data.building.proposals.passage.passage import among
from raqqa_data.building.proposals.what.event_modifiers import is_level, is_reached
from raqqa_data.building.proposals.what.lookalike_words import is_of_a_cause
from raqqa_data.building.proposals.words.affixes import bare, stems
from raqqa_data.building.proposals.words.events_and_things import counted, listed
from raqqa_data.building.proposals.words.vocabulary import word_lists
from raqqa_data.reading.mention import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from raqqa_data.building.proposals.passage.passage import Passage
    from raqqa_data.building.proposals.what.event_words import Hit

_FAR = 6  # words
_BEFORE = 16  # words
_IN = frozenset({"في", "خلال", "اثناء"})
_OUT_OF = frozenset({"فقط", "من", "اصل", "بين"})
_OF_THEM = frozenset({"منها", "منهم", "منهن"})
_PLURAL = ("وا", "ن")
_OF_A_THING = 3  # words
_BETWEEN = 2  # words between a figure and the one that it goes on with, or its event
_SHORTEST = 3  # letters of "and" with a verb
_TO = frozenset({"الي", "علي", "عن"})
_WORDS = "clauses.toml"


def last_counted(passage: Passage, last: int, noun: int | None, end: int) -> int:
    """The last word of what a figure counts: مراكز احتجاز, 40 آخرين, 6 منها.

    Args:
        passage: The text.
        last: The figure's last word.
        noun: The counted noun's word.
        end: Where the sentence ends.
    """
    reach = last
    if noun is not None:
        words = [*map(bare, passage.words[noun : min(end, noun + _OF_A_THING)])]
        found = listed().things.at(words, 0) if words else None  # a noun may stand behind the end of a sentence
        reach = max(noun if found is None else noun + found.last, last)
    behind = passage.words[reach + 1 : min(end, reach + 2)]
    joined = noun is not None and bool(behind) and behind[0].startswith("و") and not passage.is_apart(reach, reach + 1)
    if joined and counted([behind[0][1:]], by_noun=True) is not None:
        reach += 1  # 70 مريضا ومرافقا
        behind = passage.words[reach + 1 : min(end, reach + 2)]
    others = bool(behind) and (behind[0] in word_lists(_WORDS)["others"] or is_of_them(passage, reach + 1))
    return reach + (others and not passage.is_apart(reach, reach + 1))


def events_behind(passage: Passage, hits: Sequence[Hit], reach: int, end: int) -> list[Hit]:
    """The events behind a figure that may be its own: before the next figure, comma, "and".

    Args:
        passage: The text.
        hits: The event words of the figure's sentence.
        reach: The last word of what the figure counts.
        end: Where the sentence ends.
    """
    words, with_waw = passage.words, word_lists(_WORDS)["with_waw"]
    stop = passage.next_figure(reach, end)
    if stop < end and words[stop - 1] == "من" and stop - 2 == reach:
        stop = passage.next_figure(stop, end)  # ستة من تسع جفت
    elif stop < end and _OUT_OF.issuperset(words[reach + 1 : stop]) and words[stop - 1] in {"اصل", "بين"}:
        stop = passage.next_figure(stop, end)  # 60 عائلة فقط من أصل 310 عائلات تسلمت
    closes = _behind_a_parenthesis(passage, reach, end)
    within = closes is None
    if closes is not None:
        reach, stop = closes, passage.next_figure(closes, end)
    limit = min(stop, reach + 1 + _FAR)
    joined = (index for index in range(reach + 1, limit) if words[index][0] == "و" and words[index] not in with_waw)
    return [
        hit
        for hit in among(hits, reach + 1, next(joined, limit))
        if not hit.begins
        and words[hit.first] not in word_lists(_WORDS)["there"]  # 17 قرية هناك معزولة
        and not is_of_a_cause(passage, hit.first)
        and not hit.purpose
        and not (within and passage.is_apart(reach, hit.first))
        and not _is_level_of_next(passage, hit)
        and not (
            hit.last + 1 == stop < end  # يضم 40 عنصرا
            and not words[stop].startswith("و")
            and not (hit.first == reach + 1 and passage.is_apart(hit.last, stop))  # 40 أصيبوا، 4 منهم
        )
        and not (hit.last + 2 == stop and _is_of_next(passage, hit, reach))
        and not (hit.last + 2 < stop < end and _is_of_them_next(passage, hit))
    ]


def _is_level_of_next(passage: Passage, hit: Hit) -> bool:
    """12 عائلة دفعت فدية وصلت إلى 3 آلاف دولار: whether "reached" is of the figure behind it."""
    if hit.events[0].id != "arrived" or passage.word_behind(hit.last) not in {"الي", "ل"}:
        return False
    if passage.next_figure(hit.last + 1, hit.last + 3) != hit.last + 2:
        return False
    start = passage.span(hit.last + 2, hit.last + 2).start
    at = bisect_right(passage.figures, start, key=lambda one: one.start) - 1
    return at >= 0 and (passage.figures[at].kind is not Kind.CARDINAL or passage.figures[at].noun is None)


def _is_of_next(passage: Passage, hit: Hit, reach: int) -> bool:
    """أصيب بينهم 5, لا يعمل سوى 12: whether the word behind an event gives it to the next figure, right behind it."""
    word = passage.words[hit.last + 1]
    of_this = hit.first == reach + 1 and passage.is_apart(hit.last, hit.last + 1)  # 63 حالة اعتقال، بينهم 7
    return (is_among(word) and not of_this) or word in word_lists(_WORDS)["except"]


def _is_of_them_next(passage: Passage, hit: Hit) -> bool:
    """3 هجمات وصل منها إلى المشفى 33 قتيلا: whether "of them" behind a verb gives it to the next figure."""
    return passage.words[hit.last + 1] in _OF_THEM and not passage.words[hit.last].endswith(_PLURAL)


def _behind_a_parenthesis(passage: Passage, reach: int, end: int) -> int | None:
    """1300 شخص، بينهم 600 طفل، تحت الأنقاض: the last word of what stands between commas; None where none does."""
    if reach + 1 >= end or not passage.is_apart(reach, reach + 1):
        return None
    mostly = passage.words[reach + 1] in word_lists(_WORDS)["mostly"]
    if not mostly and not any(is_among(word) for word in passage.words[reach + 1 : reach + 3]):
        return None
    behind = range(reach + 2, min(end, reach + _FAR + 4))
    return next((index - 1 for index in behind if passage.is_apart(index - 1, index)), None)


def alternatives(passage: Passage, before: list[Hit], at: int) -> list[Hit]:
    """From the nearest on; of ترميم أو بناء the first, and a verb before its subject."""
    nearest, words = before[::-1], passage.words
    if len(before) > 1:
        one, other = before[-2:]
        is_subject = other.first == one.last + 1 and words[other.first].startswith("ال")  # دمر القصف 5 مدارس
        # تنافس في الاقتراع 3 مرشحين
        within = other.last + 1 == at and other.first == one.last + 2 and words[other.first - 1] in _IN
        is_subject = is_subject or (within and words[other.first].startswith("ال"))
        # توزع القتلى على 5 في حلب: these are spread, and do nothing
        is_subject = is_subject and word_lists(_WORDS)["spread"].isdisjoint(stems(words[one.first]))
        if is_subject or (other.first == one.last + 2 and words[other.first - 1] == "او"):
            return nearest[1:]
    return nearest


def may_stand_before(passage: Passage, hit: Hit, at: int, *, alone: bool) -> bool:
    """Whether an event word before a figure may be its own.

    Args:
        passage: The text.
        hit: The event word.
        at: The figure's first word.
        alone: Whether the figure is a number alone, and none "of them".
    """
    if hit.last >= at or at - hit.last > _BEFORE or is_level(passage, hit, at):
        return False
    if hit.purpose and at - hit.last > 1:
        return False  # 5 مراكز لاستلام القمح، أربعة منها: it says what something is for
    if hit.events[0].id == "capacity" and passage.next_figure(hit.last, at) < at:
        return False  # of the figure between alone
    return not (alone and is_reached(passage, hit, at))


def goes_on(passage: Passage, reach: int, at: int, *, of_people: bool) -> bool:
    """Whether a figure goes on with the one before it: no other clause has begun between, and it is no whole of that.

    Args:
        passage: The text.
        reach: The last word of the figure before.
        at: The figure's first word.
        of_people: Whether the one before counts people, of whom the whole may be told the same.
    """
    words, lists = passage.words, word_lists("wholes.toml")
    between = words[reach + 1 : at]
    if between and between[-1] in lists["out_of"]:
        return of_people and passage.figure_before(at) == reach
    if between[-1:] == ["من"] or between[-2:] == ["من", "بين"]:
        return False
    if words[at].startswith("و") or len(between) <= _BETWEEN:
        return True
    ranks = lists["ranks"], word_lists("elisions.toml")["ranks"]
    return any(map(is_among, between)) or not all(ranked.isdisjoint(between) for ranked in ranks)


def is_whole(passage: Passage, at: int) -> bool:
    """تضرر 900 شخص في 11 حيا من 23: whether a number alone is the whole of which another is some."""
    word, before = passage.words[at - 1] if at else "", passage.figure_before(at)
    near = before is not None and at - before <= _BETWEEN + 1 and passage.sentence[before] == passage.sentence[at]
    return word in word_lists("wholes.toml")["out_of"] or (word == "من" and near)


def only_subject(passage: Passage, first: int, at: int) -> bool:
    """سلمت الوزارة 40 سكنا, تحتاج إلى 30 مجدة: whether no more than a subject stands between a verb and a figure."""
    return all(word.startswith("ال") or word in _TO for word in passage.words[first:at])


def that_number(passage: Passage, before: list[Hit], at: int) -> list[Hit]:
    """النازحين البالغ عددهم 900: the word of which the number is told."""
    words = passage.words
    opens = next((index for index in range(max(0, at - 2), at) if words[index].startswith("البالغ")), None)
    return [hit for hit in before[-1:] if opens is not None and opens - hit.last <= _BETWEEN]


def kills(passage: Passage, hit: Hit, noun: int) -> bool:
    """توفي 3 مصابين، اثنان من الجرحى: whether a word right before says that they died; but سقط 19 جريحا."""
    falls = word_lists(_WORDS)["things_too"]
    of_them = passage.words[noun - 1] == "من"
    return noun - hit.last <= _BETWEEN + of_them and falls.isdisjoint(stems(passage.words[hit.first]))


def is_made_of(passage: Passage, at: int) -> bool:
    """مبنى من 8 طوابق: whether a figure only says what a thing before it is made of."""
    words = passage.words
    made = at > 1 and words[at - 1] == "من" and not passage.is_apart(at - 2, at)
    return made and counted([bare(words[at - 2])], by_noun=True) is not None


def is_of_another_verb(passage: Passage, hits: Sequence[Hit], at: int) -> bool:
    """Whether an unlisted verb stands before a figure, واقتيد 150 رجلا, or it tells of how many one is made."""
    if not at or passage.sentence[at - 1] != passage.sentence[at]:
        return False
    # وسيطرت على 8 قرى
    near = at - 1 - (at > 1 and passage.words[at - 1] == "علي" and passage.sentence[at - 2] == passage.sentence[at])
    word, lists = passage.words[near], word_lists(_WORDS)
    if not lists["made_of"].isdisjoint(passage.words[max(0, at - 2) : at]):
        return True
    joined = word[0] == "و" and word.isalpha() and len(word) > _SHORTEST
    joined = joined and word not in lists["with_waw"] and word not in lists["being"]
    begin = max(passage.sentence_of(at)[0], (-1 if (last := passage.figure_before(at - 1)) is None else last) + 1)
    unknown = not among(hits, begin, at)  # قتل التحالف وقسد 1600 مدني: a second subject
    return joined and unknown and not passage.in_mention(at - 1) and not passage.words[at].startswith("و")
