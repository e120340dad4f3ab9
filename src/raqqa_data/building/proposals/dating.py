"""The periods that the dates of a text tell with the words around them: since, until, between, the night to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from raqqa_data.building.proposals.happenings import event_kind
from raqqa_data.building.proposals.listing import word_lists
from raqqa_data.building.proposals.passage import Passage, stems
from raqqa_data.building.proposals.place_words import kind_word
from raqqa_data.building.proposals.remembering import remembered
from raqqa_data.errors import PeriodError
from raqqa_data.reading.mention import Span
from raqqa_data.records.period import Period

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from raqqa_data.reading.mention import Mention

_WORDS = "when.toml"
_NEAR = 4  # words before a date that say of what it is
_DASH = re.compile(r"^[^\n]*-")  # in the line itself
_MONTH = 7  # characters of a year and a month
_AGENCY = 5  # words of an agency's name between brackets
_LINE = 10  # words of a line with only the document's date
_HEAD = 4  # words before the date of a dateline
_EARLIEST, _LATEST = "1500", "2200"
_YEAR = 4  # digits of a year
_SHORTEST = 3  # letters of a verb of the future and one more
_JOINED = 2  # words between the two dates of a span
_FAR = 8  # words between a verb of saying and its day


class Stated(NamedTuple):
    """A date in a text, and the period that it tells with the words before it."""

    first: int
    last: int
    date: Mention
    period: Period
    is_end: bool = False
    goes_on: bool = False
    about: bool = False
    """Whether it is about when: of an event, of no figure."""


def stated_in(passage: Passage, published: Period | None) -> Iterator[Stated]:
    """The dates of a text that may be those of figures, in order.

    Args:
        passage: The text.
        published: When it was published.
    """
    dates = [(date, *passage.words_of(date)) for date in passage.dates]
    joined = False
    carried: list[Span] = []
    for position, (date, first, last) in enumerate(dates):
        if joined:
            joined = False
            continue
        after = dates[position + 1] if position + 1 < len(dates) else None
        if after is not None and (span := _span(passage, (date, first, last), after)) is not None:
            joined = True
            yield Stated(first, after[2], date, span, goes_on=_is_since(passage, first))
        elif date.anchor is not None and date.anchor.span is not None and _is_in(date.anchor.span, carried):
            # the day after one of which the year is not sure
            carried.append(Span(date.start, date.end, date.text))
        elif (found := _stated(passage, published, date, first, last)) is not None:
            yield found
        elif _is_carried(passage, date, published, first):
            carried.append(Span(date.start, date.end, date.text))


def _is_in(anchor: Span, dates: Sequence[Span]) -> bool:
    return any(date.start <= anchor.start < date.end for date in dates)


def _span(passage: Passage, one: tuple[Mention, int, int], other: tuple[Mention, int, int]) -> Period | None:
    """From one date to the next, where both tell one span: between May and July, in the night of Monday to Tuesday."""
    lists = word_lists(_WORDS)
    (date, first, last), (after, second, _) = one, other
    between_them = passage.words[last + 1 : second]
    if (
        date.period is not None
        and after.period is not None
        and between_them[-1:]
        and not passage.is_apart(last, second)
    ):
        since = {passage.words[first], passage.words[first - 1] if first else ""} & lists["since"]
        if (
            since
            and len(between_them) <= _JOINED
            and not {*between_them, passage.words[second]}.isdisjoint(lists["until"])
        ):
            return _period(f"{_begin(date.period)}/{_end(after.period)}")
    if second != last + 1 or date.period is None or after.period is None or not first:
        return None
    before = set(stems(passage.words[first - 1]))
    if before & lists["between"] or before & lists["night"]:
        return _period(f"{_begin(date.period)}/{_end(after.period)}")
    return None


def _stated(passage: Passage, published: Period | None, date: Mention, first: int, last: int) -> Stated | None:
    period = _meant(date, published)
    if period is None or not _EARLIEST <= period.edtf.lstrip("./")[:_YEAR] <= _LATEST:
        return None  # no year, or "the year 118"
    lists = word_lists(_WORDS)
    before, behind = passage.words[first - 1] if first else "", passage.word_behind(last)
    around = {passage.words[first], *stems(before)} if before else {passage.words[first]}
    if around & lists["since"] and behind in lists["when"]:
        return Stated(first, last, date, period)  # منذ 1939 حين قضى
    # "the week before it" is one before another
    other = before in lists["not_then"] or behind in lists["to_it"]
    if other or _is_of_other(passage, date, period, published, (first, last)):
        return None
    if not around & lists["since"] and "/" not in period.edtf and around & lists["until"]:
        end = period.latest if "~" in period.edtf else None
        found = _made(first, last, date, _period(f"../{period.edtf if end is None else end.isoformat()}"))
        return found and found._replace(is_end=True)
    if around & lists["since"] or _is_far_behind(passage, first, "since") or _is_until_now(passage, first, last):
        return _made(first, last, date, _since(date, period, published), goes_on=True)
    exact = _without_about(period)
    return Stated(first, last, date, exact or period, about=exact is None)


def _is_until_now(passage: Passage, first: int, last: int) -> bool:
    """من الاثنين ولحد هلق: whether a date is a beginning, and what stands behind it goes on until now."""
    words, lists = passage.words, word_lists(_WORDS)
    ends = not lists["until"].isdisjoint(stems(passage.word_behind(last)))
    near = {words[first], *words[max(first - _JOINED, 0) : first]}
    return "من" in near and ends and not lists["today"].isdisjoint(stems(passage.word_behind(last + 1)))


def _without_about(period: Period) -> Period | None:
    """About when is none; of a span of which one end is about, the days that were read stand."""
    if "~" not in period.edtf:
        return period
    return _period(f"{_begin(period)}/{_end(period)}") if period.edtf.count("~") < len(period.edtf.split("/")) else None


def _is_of_other(
    passage: Passage, date: Mention, period: Period, published: Period | None, words: tuple[int, int]
) -> bool:
    """Whether a date is of a statement, a report, a rate, or of what was before what is told."""
    first, last = words
    return (
        _is_of_saying(passage, first, last)
        or _is_dateline(passage, first, last)
        or _is_told_later(passage, period, published, first)
        or _is_rate(passage, first, last)
        or (period == date.period and _is_carried(passage, date, published, first))
        or _is_of_the_document(passage, period, published, words)
        or _is_of_relative(passage, first)
        or _is_the_first_since(passage, first)
        or _is_far_behind(passage, first, "reckoned")
        or _is_of_cause(passage, first)
        or _is_within(passage, first)
        or (len(period.edtf) == _MONTH and _is_name(passage, first, last))
    )


def _made(first: int, last: int, date: Mention, period: Period | None, *, goes_on: bool = False) -> Stated | None:
    return None if period is None else Stated(first, last, date, period, goes_on=goes_on)


def _since(date: Mention, period: Period, published: Period | None) -> Period | None:
    """From a date on, up to the day of publication; "since October" is never one that is still to come."""
    if "/" in period.edtf and not period.edtf.endswith("~") and not _is_part_of_month(date):
        return period
    begin = _begin(period)
    end = published.edtf if published else ".."
    if published is not None and begin > end and sum(map(str.isdigit, date.text)) < _YEAR:
        begin = f"{int(begin[:_YEAR]) - 1}{begin[_YEAR:]}"
    # "since October" said in October has its first days only
    return _period(f"{begin}/{'..' if end.startswith(begin) and end != begin else end}")


def _is_part_of_month(date: Mention) -> bool:
    """Whether a date is the beginning, the middle or the end of a month: since the end of July."""
    begin, _, end = date.period.edtf.partition("/") if date.period else ("", "", "")
    return begin[:_MONTH] == end[:_MONTH] and not any(map(str.isdigit, date.text))


def _begin(period: Period) -> str:
    return period.edtf.split("/")[0].strip("~?%")


def _end(period: Period) -> str:
    return period.edtf.split("/")[-1].strip("~?%")


def _period(edtf: str) -> Period | None:
    try:
        return Period(edtf)
    except PeriodError:
        return None


def _meant(date: Mention, published: Period | None) -> Period | None:
    """The period of a date; where it may be one past or one to come, as of a weekday, the one that is past."""
    if date.ambiguous is None or date.period is None:
        return date.period
    if published is None or published.latest is None:
        return None
    readings = (date.period, date.ambiguous.period)
    past = [one for one in readings if one is not None and one.latest is not None and one.latest <= published.latest]
    # a month of the year before, or of this one: news tells what was last
    return max(past, key=lambda one: str(one.latest)) if past else None


def _is_of_saying(passage: Passage, first: int, last: int) -> bool:
    """Whether it is the day on which somebody said so: "said on Monday that", "according to its figures of Monday"."""
    words, lists = passage.words, word_lists(_WORDS)
    if last + 1 < len(words) and words[last + 1] in lists["that"]:
        return True
    begins, _ = passage.sentence_of(first)
    enclosed = last + 1 < len(words) and passage.is_apart(last, last + 1)
    for before in range(first - 1, max(begins, first - _FAR) - 1, -1):
        # "the governor announced, on Monday, that" has one comma before it
        if passage.in_mention(before) or passage.commas(before, first) > enclosed or words[before] in lists["that"]:
            return False
        if not lists["saying"].isdisjoint(stems(words[before])):
            return True
    return False


def _is_since(passage: Passage, first: int) -> bool:
    """Whether "since" stands right before a date, or some words before it."""
    near = {passage.words[first], passage.words[first - 1] if first else ""}
    return not near.isdisjoint(word_lists(_WORDS)["since"]) or _is_far_behind(passage, first, "since")


def _is_far_behind(passage: Passage, first: int, key: str) -> bool:
    """Whether a word of a list stands some words before a date: since the war broke out in April."""
    begins, _ = passage.sentence_of(first)
    for before in range(first - 1, max(begins, first - _FAR) - 1, -1):
        if passage.next_figure(before - 1, first) < first or passage.is_apart(before, first):
            return False
        if passage.words[before] in word_lists(_WORDS)[key]:
            return True
    return False


def _is_of_the_document(passage: Passage, period: Period, published: Period | None, words: tuple[int, int]) -> bool:
    """Whether a date stands in a line of its own, or with who publishes it: no figure's, but the document's."""
    if period != published:
        return False
    first, end = passage.sentence_of(words[0])
    line = passage.paragraph_of(first) == first and (
        end == len(passage.words) or passage.paragraph[end] != passage.paragraph[first]
    )
    return line and end - first <= _LINE and passage.next_figure(first - 1, end) == end


def _is_of_relative(passage: Passage, first: int) -> bool:
    """Whether a date tells when something began that is only named: the escalation that began on 27 November."""
    begins, _ = passage.sentence_of(first)
    for before in range(first - 1, max(begins, first - _NEAR) - 1, -1):
        if passage.in_mention(before) or passage.is_apart(before, first):
            return False
        if passage.words[before] in word_lists(_WORDS)["who"]:
            # the shelling that hit it on Monday, twelve people who died on Monday
            happened = any(map(event_kind, passage.words[max(begins, before - _NEAR) : before]))
            return before > begins and not happened and not passage.in_mention(before - 1)
    return False


def _is_the_first_since(passage: Passage, first: int) -> bool:
    """Whether something is the first, or the most, since a date."""
    words = passage.words[max(first - _NEAR, 0) : first + 1]
    since = [index for index, word in enumerate(words) if word in word_lists(_WORDS)["since"]]
    return bool(since) and not word_lists(_WORDS)["most"].isdisjoint(words[: since[-1]])


def _is_of_cause(passage: Passage, first: int) -> bool:
    """Whether a sentence begins with what led to what it tells: following the flood of February, so many left."""
    begins, _ = passage.sentence_of(first)
    opening = passage.words[begins : begins + 2]
    return any("causes" in _lists_of(word) for word in opening) and not passage.is_apart(begins, first)


def _is_within(passage: Passage, first: int) -> bool:
    """Whether a date is only a part of the period that is told: on the same day of the last year."""
    words = passage.words
    return first > 1 and words[first - 1] == "من" and words[first - 2] in word_lists(_WORDS)["same"]


def _is_name(passage: Passage, first: int, last: int) -> bool:
    """Whether a month is what a place is called: the camp of May."""
    before = passage.words[first - 1] if first else ""
    return first == last and passage.words[last].isalpha() and kind_word(before) is not None


def _is_dateline(passage: Passage, first: int, last: int) -> bool:
    """حلب، 5 أيار - : at the head of a report."""
    begins, _ = passage.sentence_of(first)
    head = first - begins < _HEAD and (not begins or passage.paragraph[begins] != passage.paragraph[begins - 1])
    after = last + 1
    if head and after < len(passage.words) and "(" in passage.gaps[after]:
        closes = (at for at in range(after + 1, min(after + _AGENCY, len(passage.gaps))) if ")" in passage.gaps[at])
        after = next(closes, after)
    return head and first > begins and after < len(passage.words) and _DASH.search(passage.gaps[after]) is not None


def _is_told_later(passage: Passage, period: Period, published: Period | None, first: int) -> bool:
    """Whether "three days after" is one that is still to come: it is three days after something else."""
    if published is None or period.earliest is None or published.latest is None:
        return False
    after = not word_lists(_WORDS)["span"].isdisjoint(stems(passage.words[first]))
    return after and period.earliest > published.latest


def _is_carried(passage: Passage, date: Mention, published: Period | None, first: int) -> bool:
    """Whether a date has its year from one in another paragraph: "in February" may well be the last one."""
    if published is None or date.period is None or date.anchor is None or date.anchor.span is None:
        return False
    from_there = passage.paragraph[passage.at(date.anchor.span.start)] != passage.paragraph[first]
    return from_there and date.period.edtf[:_YEAR] != published.edtf[:_YEAR]


def _is_rate(passage: Passage, first: int, last: int) -> bool:
    """Whether "the day" is that of "three a day", not today."""
    words, lists = passage.words, word_lists(_WORDS)
    if first != last or words[first].removeprefix("ب") != "اليوم":
        return False
    after = words[last + 1] if last + 1 < len(words) else ""
    return after in lists["each"] or (first > 0 and words[first - 1] == "في" and after not in lists["same"])


def between(passage: Passage, low: int, high: int, key: str) -> bool:
    """Whether a word of a list stands from one word up to another."""
    return passage.standing(_lists_of).any(key, low, high)


@remembered
def _lists_of(word: str) -> frozenset[str]:
    """The keys of the lists in which a word stands, whatever it is written with."""
    forms = stems(word)
    return frozenset(key for key, listed in word_lists(_WORDS).items() if not listed.isdisjoint(forms))


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
