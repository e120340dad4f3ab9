"""What the words around a figure and a date say of whether they belong together."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from raqqa_data.building.proposals.when.dated_events import event_kind
from raqqa_data.building.proposals.when.dates_of_others import between, lists_of_when
from raqqa_data.building.proposals.when.meant_readings import is_future
from raqqa_data.building.proposals.words.place_words import lists_of
from raqqa_data.building.proposals.words.vocabulary import word_lists
from raqqa_data.reading.mention import Kind
from raqqa_data.reading.text.folding import fold_word
from raqqa_data.units.table import find_unit

if TYPE_CHECKING:
    from raqqa_data.building.proposals.passage.passage import Passage
    from raqqa_data.building.proposals.when.stated_periods import Stated
    from raqqa_data.reading.mention import Mention

_WORDS = "when.toml"
_BESIDE = 2  # words before a figure
_NEAR = 3  # words behind a figure that tell its time
_FAR = 25  # words between a figure and the date of one of those that it counts
_BESIDE_PLACE = 4  # words
_AND_ON = frozenset(map(fold_word, ("وفي", "ويوم", "وليلة", "وليل", "وفجر", "وصباح", "ومساء", "وخلال", "ومنذ", "ثم")))
_BEFORE = 8  # words before the date of what it came to


def is_how_far(passage: Passage, figure: Mention, at: int) -> bool:
    """على بعد 80 كيلومترا, والمسافة بينهما 560 كيلومترا: whether a measure only tells where something lies."""
    if figure.kind is not Kind.MEASURE or find_unit(figure.unit or "").dimension != "length":
        return False
    begin, _ = passage.clauses.of(at)
    away = ("علي", "بعد") in pairwise(passage.words[max(at - _NEAR, 0) : at])
    by = figure.text.startswith("ب") or passage.words[at - 1].startswith("ب")  # شرق المدينة بنحو 40 كيلومترا
    return (
        away
        or between(passage, begin, at, "distances")
        or (by and between(passage, max(at - _BESIDE_PLACE, 0), at, "directions"))
    )


def is_size(passage: Passage, figure: Mention, at: int) -> bool:
    """كيس زنة 25 كيلوغراما, مركز سعته 40 سريرا: whether a figure tells how much something holds, weighs or spans."""
    return figure.kind is not Kind.MONEY and between(passage, max(at - _BESIDE, 0), at, "sizes")


def is_whole(passage: Passage, figure: Mention, at: int) -> bool:
    """وأغلقت 6 مخابز من أصل 25 في 8 آذار: whether a figure only tells of how many another is."""
    first, _ = passage.sentence_of(at)
    of_all = passage.words[at - 2 : at - 1] == ["من"] and between(passage, at - 1, at, "all_of_them")
    return of_all and at - 2 > first and figure.kind is not Kind.MONEY


def opens_clause(passage: Passage, last: int, date: Stated) -> bool:
    """بعناه بـ1200 مليم، والعام الماضي بثلاثة دنانير: whether a date opens a clause with a figure of its own."""
    led = not _AND_ON.isdisjoint(passage.words[max(last + 1, date.first - _BESIDE) : date.first])
    opens = led or passage.words[date.first].startswith("و")
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
    """Whether a figure is of a rise or a fall: بزيادة 8%, بنسبة نمو 8%."""
    if passage.words[at - 2 : at - 1] == ["بنسبه"] and between(passage, at - 1, at, "changes"):
        return True
    less = passage.word_behind(last) == "عن" and between(passage, max(at - _NEAR, 0), at, "than")
    return less or between(passage, max(at - _BESIDE, 0), at, "changed")


def is_since_unread(passage: Passage, first: int, end: int) -> bool:
    """Whether a sentence tells since when, and that is not read: منذ بدء الحملة."""
    return not word_lists(_WORDS)["since"].isdisjoint(passage.words[first:end])


def is_unread(passage: Passage, first: int, end: int) -> bool:
    """نهاية السنة, الربع الأول: whether words tell a time that is not read as a date."""
    parts = passage.standing(lists_of_when).each("parts_of_times", first, end)
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


def is_of_another(passage: Passage, words: tuple[int, int], date: Stated) -> bool:
    """Whether a date is that of what a figure's sentence only names, or of what it rose or fell to."""
    return _is_of_named(passage, words[1], date) or _is_of_rise(passage, *words, date)


def _is_of_named(passage: Passage, last: int, date: Stated) -> bool:
    """إلى البلدة التي دمر الزلزال في 6 شباط 30 مبنى فيها: whether a date behind is of what is only named."""
    own = passage.next_figure(date.last, date.last + 2) == date.last + 1
    return own and between(passage, last + 1, date.first, "relative")


def _is_of_rise(passage: Passage, at: int, last: int, date: Stated) -> bool:
    """خفضت من 23 دينارا إلى 15 منذ أيار, تراجع إلى 5 في 2023 من 16: whether a date is that of what it came to."""
    if passage.words[at - 1] != "من":
        return False
    if date.last < at:
        return date.last + 2 == at and "الي" in passage.words[max(date.first - _BEFORE, 0) : date.first]
    to = passage.next_figure(last, date.first)
    return passage.word_behind(last) == "الي" or (to < date.first and passage.words[to - 1] == "الي")


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


def is_as_of_now(passage: Passage, at: int, last: int, close: int) -> bool:
    """في 9 أيار، وتطعيم 643 شخصا حتى تاريخه: whether a clause behind a date is as of now, or of every day."""
    end = passage.next_figure(last, close)
    now = any(
        passage.words[word - 1] in word_lists(_WORDS)["until"]
        for word in passage.standing(lists_of_when).each("today", last + 2, end)
    )
    return now or between(passage, at, min(last + 1 + _NEAR, end), "rates")


def is_of_one(passage: Passage, last: int, date: int) -> bool:
    """ثلاث مجازر، أشدها في 5 آب; 24 حادثا، وقع أخطرها يوم الخميس: whether a date is that of one of them."""
    each = passage.standing(lists_of_when).each("singled_out", last + 1, min(date, last + _FAR))
    return any(passage.is_apart(max(last, word - _BESIDE), word) for word in each)


def is_of_what_happened(passage: Passage, last: int, date: Stated) -> bool:
    """Whether a word for an event leads in a date behind a figure: and 22 were wounded in shelling on Monday."""
    return any(event_kind(word) is not None for word in passage.words[last + 1 : date.first])


def is_of_relative(passage: Passage, date: Stated, at: int) -> bool:
    """عن الربع الثاني الذي شهد 48: whether a figure is of what is only named, not of the date before."""
    words = passage.words
    which = at - 2
    if which <= date.last + 1 or not between(passage, at - 1, at, "had"):
        return False
    named = words[which - 1].startswith("ال") and between(passage, which - _NEAR, which, "against")
    return named and between(passage, which, which + 1, "relative")


def is_not_past(passage: Passage, word: int) -> bool:
    """Whether a word tells what is, or is to come; but قافلة تضم only says of what it is made."""
    words = passage.words
    if not between(passage, word, word + 1, "not_past"):
        return False
    made_of = words[word] in word_lists(_WORDS)["made_of"] and not passage.is_apart(word - 1, word)
    return not (made_of and not words[word - 1].startswith("ال"))
