"""Which of two readings of a date is meant: of a year, of a week, past or to come."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING

from raqqa_data.building.proposals.words.affixes import stems
from raqqa_data.building.proposals.words.vocabulary import word_lists
from raqqa_data.building.proposals.words.word_cache import remembered
from raqqa_data.reading.text.folding import fold_word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from raqqa_data.building.proposals.passage.passage import Passage
    from raqqa_data.reading.mention import Mention
    from raqqa_data.records.period import Period

_WORDS = "when.toml"
_MONTH = 7  # characters of a year and a month
_YEAR = 4  # digits of a year
_SHORTEST = 3  # letters of a verb of the future and one more
_A_WEEK = 7  # days
_WEEKDAYS = {
    fold_word(word): day
    for day, word in enumerate(("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"))
}


def meant(date: Mention, published: Period | None) -> Period | None:
    """The period of a date; where it may be one past or one to come, as of a weekday, the one that is past."""
    if date.ambiguous is None or date.period is None:
        return date.period
    if published is None or published.latest is None:
        return None
    readings = (date.period, date.ambiguous.period)
    right = [one for one in readings if one is not None and is_on_its_weekday(date, one)]
    # الأحد 7 أيار: of a year in which it is a Sunday
    return right[0] if len(right) == 1 else _told_last(date, readings, published)


def _told_last(date: Mention, readings: Sequence[Period | None], published: Period) -> Period | None:
    """Of two readings the one in which the text was published, else the last that is past."""
    today = published.latest
    assert today is not None  # noqa: S101 - asked by `meant`
    for one in readings:
        if one is not None and "/" in one.edtf and _is_within_days(one, published):
            return one  # from January to March, said in February
    for one in () if any(map(str.isdigit, date.text)) else readings:
        if one is not None and _is_this_month(readings, one, published):
            return one  # at the end of January, said on the 30th
    past = [one for one in readings if one is not None and one.latest is not None and one.latest <= today]
    if (
        len(past) == len(readings)
        and all("/" in one.edtf for one in past)
        and begin_of(max(past, key=begin_of)) <= min(map(end_of, past))
    ):
        return min(past, key=begin_of)  # the first week of a month: its first seven days
    # a month of the year before, or of this one: news tells what was last
    return max(past, key=lambda one: str(one.latest)) if past else None


def is_on_its_weekday(date: Mention, period: Period) -> bool:
    """Whether a date names no weekday, or that of the day which a reading says.

    Example:
        >>> from raqqa_data.reading import read
        >>> from raqqa_data.records.period import Period
        >>> date, *_ = read("الأحد 7 أيار", reference="2023-05-06")
        >>> is_on_its_weekday(date, Period("2023-05-07")), is_on_its_weekday(date, Period("2022-05-07"))
        (True, False)
    """
    named = next((_WEEKDAYS[word] for word in map(fold_word, date.text.split()) if word in _WEEKDAYS), None)
    day = period.earliest if period.earliest == period.latest else None
    return named is None or day is None or day.weekday() == named


def told_to_come(passage: Passage, date: Mention, first: int, published: Period | None) -> Period | None:
    """ينطلق المهرجان في 27 تشرين الثاني: of two years the one to come, where the clause tells of what is."""
    if date.ambiguous is None or date.period is None or published is None:
        return None
    begin, _ = passage.clauses.of(first)
    words, awaited = passage.words[begin:first], word_lists(_WORDS)["awaited"]
    if not any(is_future(word) or not awaited.isdisjoint(stems(word)) for word in words):
        return None
    readings = (date.period, date.ambiguous.period)
    return next((one for one in readings if one is not None and is_to_come(one, published)), None)


def is_to_come(period: Period, published: Period | None) -> bool:
    """Whether a period ends behind the day of publication: needs so much until the end of the year.

    Example:
        >>> from raqqa_data.records.period import Period
        >>> is_to_come(Period("2024-07"), Period("2024-05-03")), is_to_come(Period("2023"), Period("2024-05-03"))
        (True, False)
    """
    end, today = period.latest, None if published is None else published.latest
    return end is not None and today is not None and end > today


def _is_this_month(readings: Sequence[Period | None], period: Period, published: Period) -> bool:
    """Whether of two years the one is told in which a part of a month ends some days after the day of publication."""
    if period.latest is None or published.latest is None or len({one and one.edtf[:_YEAR] for one in readings}) == 1:
        return False
    parts = all(one is not None and one.edtf[_YEAR:_MONTH] == published.edtf[_YEAR:_MONTH] for one in readings)
    return parts and 0 < (period.latest - published.latest).days <= _A_WEEK


def _is_within_days(period: Period, published: Period) -> bool:
    return (
        period.earliest is not None
        and period.latest is not None
        and published.latest is not None
        and period.earliest <= published.latest <= period.latest
    )


def nearest(date: Mention, published: Period | None) -> Period | None:
    """اعتبارا من تموز: of two years the one that is nearer to the day of publication."""
    today = None if published is None else published.latest
    readings = (date.period, None if date.ambiguous is None else date.ambiguous.period)
    far = [
        (abs((one.earliest - today).days), one)
        for one in readings
        if one is not None and one.earliest is not None and today is not None
    ]
    return min(far, key=itemgetter(0))[1] if far else date.period


def begin_of(period: Period) -> str:
    """The first of a period, as it is written, without what says that it is about then."""
    return period.edtf.split("/")[0].strip("~?%")


def end_of(period: Period) -> str:
    """The last of a period."""
    return period.edtf.split("/")[-1].strip("~?%")


@remembered
def is_future(word: str) -> bool:
    """Whether a word is a verb of the future: سيصل, ستبدأ.

    Example:
        >>> is_future("وستصل"), is_future("سيارات")
        (True, False)
    """
    plain = word[1:] if word[:1] in {"و", "ف"} else word
    begins = plain[:2] in {"سي", "ست", "سن"} and len(plain) > _SHORTEST
    return begins and not plain.startswith(tuple(word_lists(_WORDS)["no_future"]))
