"""When a file says that it was published: what it states itself, in order of trust, and never a guess.

A guess here would date every "yesterday" of a document wrongly.
"""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from raqqa_data.reading import Kind, read
from raqqa_data.sources.source import Finding, Role, day
from raqqa_data.sources.vocabulary import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from raqqa_data.records.period import Period
    from raqqa_data.sources.source import Part

_ISO = re.compile(r"\s*(\d{4}-\d{2}-\d{2})(?![\d-])")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_NUMERIC = re.compile(r"\s*(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4}|\d{2})(?!\d)")
_MONTHS = 12
_LONGEST_LINE = 90
_LINES = 12
"""A dateline stands above the text: so many lines at its head are looked at."""
_ENDS = (".", "؟", "?", "!", "؛", "…")
_WORDS = re.compile(r"[^\W\d_]+")
_BESIDE = WORDS["beside_date"]
"""What may stand beside the date in a dateline; any other word makes the line a sentence or a headline."""


class Publication(NamedTuple):
    """A date of publication, and where the file states it."""

    period: Period | None = None
    stated_in: str | None = None
    findings: tuple[Finding, ...] = ()


def publication(stated: Iterable[tuple[str, str]], head: Sequence[str]) -> Publication:
    """The first date that a file states.

    Args:
        stated: Where, and what, in order of trust.
        head: The lines above the text, where a dateline may stand.

    Returns:
        The date; a finding where two places differ by more than the day on which it is in some time zone.
    """
    dates = [(where, day) for where, value in stated if (day := _day(value)) is not None]
    if (line := dateline(head)) is not None:
        dates.append(("dateline", line))
    if not dates:
        return Publication()
    where, first = dates[0]
    others = [(other, day) for other, day in dates[1:] if not _same(first, day)]
    if not others:
        return Publication(first, where)
    told = "; ".join(f"{other} says {day}" for other, day in others)
    finding = Finding("date", f"{where} says {first}, but {told}; give reference= to decide")
    return Publication(first, where, (finding,))


def of_cell(value: str, day_first: bool | None = None) -> Period | None:
    """The day that a cell of a table states; such as 04/03/2024 only where it is known which number is the day.

    Example:
        >>> of_cell("2024-03-04 10:15"), of_cell("25/03/2024"), of_cell("04/03/2024")
        (Period('2024-03-04'), Period('2024-03-25'), None)
        >>> of_cell("04/03/2024", day_first=False)
        Period('2024-04-03')
    """
    found = _NUMERIC.match(value)
    if found is None or not _either(found):
        return _day(value)
    if day_first is None:
        return None
    date, month = (found[1], found[2]) if day_first else (found[2], found[1])
    year = int(found[3]) + (0 if len(found[3]) > len("24") else 2000)
    return day(f"{year:04d}-{int(month):02d}-{int(date):02d}")


def is_either(value: str) -> bool:
    """Whether a cell states a day as 04/03/2024 does, in which each of two numbers may be the day."""
    found = _NUMERIC.match(value)
    return found is not None and _either(found)


def shown_order(values: Iterable[str]) -> bool | None:
    """Whether the day stands first in a column's dates; None where none of them shows it, or they differ."""
    shown: set[bool] = set()
    for found in map(_NUMERIC.match, values):
        if found is not None and (int(found[1]) > _MONTHS) is not (int(found[2]) > _MONTHS):
            shown.add(int(found[1]) > _MONTHS)
    return shown.pop() if len(shown) == 1 else None


def _either(found: re.Match[str]) -> bool:
    return found[1] != found[2] and int(found[1]) <= _MONTHS and int(found[2]) <= _MONTHS


def of_parts(text: str, parts: Sequence[Part]) -> Publication:
    """The date that a paragraph of its own states above the text, where the file notes only when it was made."""
    lines = (text[part.start : part.end] for part in parts if part.role is Role.BODY)
    return publication([], [*takewhile(lambda line: not _is_told(line), lines)])


def _is_told(line: str) -> bool:
    """Whether a line is of the text: behind it, a day of its own heads what happened then."""
    return len(line) > _LONGEST_LINE or line.rstrip().endswith(_ENDS)


def dateline(lines: Sequence[str]) -> Period | None:
    """The one day that a line of its own states, above a text; None where there is none, or several differ."""
    days: set[Period] = set()
    for line in [line for line in lines if line.strip()][:_LINES]:
        if len(line) > _LONGEST_LINE:
            continue
        dated = [mention for mention in read(line) if mention.kind is Kind.DATE and mention.period is not None]
        if len(dated) != 1 or dated[0].ambiguous is not None or not _DAY.fullmatch(str(dated[0].period)):
            continue
        beside = f"{line[: dated[0].start]} {line[dated[0].end :]}"
        words = {word.casefold() for word in _WORDS.findall(beside)}
        if words <= _BESIDE and dated[0].period is not None:
            days.add(dated[0].period)
    return days.pop() if len(days) == 1 else None


def _day(value: str) -> Period | None:
    found = _ISO.match(value)
    return dateline([value]) if found is None else day(found[1])


def _same(one: Period, other: Period) -> bool:
    first, second = one.earliest, other.earliest
    return first is not None and second is not None and abs((first - second).days) <= 1
