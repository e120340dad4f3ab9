"""What the words around a figure and a date say of whether they belong together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raqqa_data.building.proposals.when.dates_of_others import between
from raqqa_data.building.proposals.when.stated_periods import is_future
from raqqa_data.building.proposals.words.place_words import lists_of
from raqqa_data.building.proposals.words.vocabulary import word_lists
from raqqa_data.reading.mention import Kind

if TYPE_CHECKING:
    from raqqa_data.building.proposals.passage.passage import Passage
    from raqqa_data.building.proposals.when.stated_periods import Stated
    from raqqa_data.reading.mention import Mention

_WORDS = "when.toml"
_BESIDE = 2  # words before a figure
_NEAR = 3  # words behind a figure that tell its time


def is_how_far(passage: Passage, figure: Mention, at: int) -> bool:
    """على بعد 80 كيلومترا, والمسافة بينهما 560 كيلومترا: whether a measure only tells where something lies."""
    begin, _ = passage.clauses.of(at)
    lies = passage.words[at - 2 : at] == ["علي", "بعد"] or between(passage, begin, at, "distances")
    return figure.kind is Kind.MEASURE and lies


def is_whole(passage: Passage, figure: Mention, at: int) -> bool:
    """وأغلقت 6 مخابز من أصل 25 في 8 آذار: whether a figure only tells of how many another is."""
    first, _ = passage.sentence_of(at)
    of_all = passage.words[at - 2 : at - 1] == ["من"] and between(passage, at - 1, at, "all_of_them")
    return of_all and at - 2 > first and figure.kind is not Kind.MONEY


def opens_clause(passage: Passage, last: int, date: Stated) -> bool:
    """بعناه بـ1200 مليم، والعام الماضي بثلاثة دنانير: whether a date opens a clause with a figure of its own."""
    opens = passage.words[date.first].startswith("و") and passage.is_apart(last, date.first)
    _, close = passage.clauses.of(date.first)
    return opens and passage.next_figure(date.last, close) < close


def is_annual(passage: Passage, date: Stated) -> bool:
    """Whether a year is that for which something is made: تلقى نداء 2024 البالغ 2.7 مليار 231 مليونا حتى 30 أيار."""
    year = date.period.edtf.isdecimal() and passage.words[date.first] in word_lists(_WORDS)["for_a_year"]
    return year or between(passage, date.first - 1, date.first, "annual")


def is_equal(passage: Passage, begin: int) -> bool:
    """وهو ما يعادل 27 في المئة, أي 27 في المئة: whether a clause only says in other terms how much it is."""
    words = passage.words
    return words[begin] == "اي" or between(passage, begin, begin + _NEAR, "equals")


def tells_change(passage: Passage, begin: int, at: int) -> bool:
    """أي أقل بخمسة: whether a clause tells by how much it is more or less than then."""
    end = passage.next_figure(at, at + 1 + _NEAR)
    return any(between(passage, begin, end, key) for key in ("than", "changed"))


def is_compared_between(passage: Passage, low: int, high: int) -> bool:
    """Whether between two words something is compared with another time, or has moved on."""
    return any(between(passage, low, high, key) for key in ("compared", "moved"))


def is_change(passage: Passage, at: int, last: int) -> bool:
    """Whether a figure is of a rise or a fall: بزيادة 8%."""
    less = passage.word_behind(last) == "عن" and between(passage, max(at - _NEAR, 0), at, "than")
    return less or between(passage, max(at - _BESIDE, 0), at, "changed")


def is_since_unread(passage: Passage, first: int, end: int) -> bool:
    """Whether a sentence tells since when, and that is not read: منذ بدء الحملة."""
    return not word_lists(_WORDS)["since"].isdisjoint(passage.words[first:end])


def is_unread(passage: Passage, first: int, end: int) -> bool:
    """نهاية السنة, الربع الأول: whether words tell a time that is not read as a date."""
    parts = (at for at in range(first, end) if between(passage, at, at + 1, "parts_of_times"))
    return any(
        not passage.in_mention(at) and between(passage, at + 1, min(at + 2 + _BESIDE, end), "times") for at in parts
    )


def is_near(passage: Passage, last: int, date: int) -> bool:
    """Whether no more than a comma stands between a figure and a date, or its parts between two."""
    commas = passage.commas_told(last, date)
    listed = passage.standing(lists_of)
    parts = any(listed.any(key, last + 1, date) for key in ("parts_of", "portions"))
    return commas <= 1 + parts


def is_of_part(passage: Passage, last: int, date: int) -> bool:
    """Whether a date behind a figure is that of its part: 86 were killed, three of them on 16 May."""
    listed = passage.standing(lists_of)
    parts = sorted(word for key in ("parts_of", "portions") for word in listed.each(key, last + 1, date))
    if not parts or not passage.is_apart(last, parts[-1] + 1):
        return False
    return not any("،" in passage.gaps[word] for word in range(parts[-1] + 1, date + 1))


def is_of_its_part(passage: Passage, date: Stated) -> bool:
    """أخمدت 1105 حرائق، منها 412 في حزيران، وفككت 377: whether only some of those before it are of a date."""
    part = passage.figure_before(date.first)
    if part is None or passage.is_apart(part, date.first) or passage.sentence[part] != passage.sentence[date.first]:
        return False
    listed = passage.standing(lists_of)
    return any(listed.any(key, max(part - _NEAR, 0), part) for key in ("parts_of", "portions"))


def is_now_or_later(passage: Passage, last: int, next_figure: int) -> bool:
    """Whether the words right behind a figure tell that it is as of now, or still to come."""
    end = min(next_figure, last + 1 + _NEAR)
    behind = [word for word in range(last + 1, end) if not passage.is_apart(last, word)]
    return bool(behind) and (
        between(passage, behind[0], behind[-1] + 1, "now") or any(is_future(passage.words[word]) for word in behind)
    )
