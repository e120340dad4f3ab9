"""The same time of another year, with which a figure is compared: in the same period of the last year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raqqa_data.building.proposals.words.affixes import stems
from raqqa_data.building.proposals.words.vocabulary import word_lists
from raqqa_data.errors import PeriodError
from raqqa_data.records.period import Period

if TYPE_CHECKING:
    from raqqa_data.building.proposals.passage.passage import Passage

_WORDS = "when.toml"
_YEAR = 4  # digits of a year
_A_YEAR = 360  # days
_LEAP_DAY = "-02-29"


def is_within_year(passage: Passage, first: int) -> bool:
    """Whether a date only names the year of a time that is told: المدة ذاتها من السنة الماضية, نفس الفترة من 2023.

    Args:
        passage: The text.
        first: The first word of the date, or of its year.
    """
    words, lists = passage.words, word_lists(_WORDS)
    if is_same_period(passage, first):
        first += 3
    if first < 3 or words[first - 1] != "من":  # noqa: PLR2004
        return False
    if not lists["same_then"].isdisjoint(stems(words[first - 2])):
        return True
    return words[first - 3] in lists["same_one"] and not lists["periods"].isdisjoint(stems(words[first - 2]))


def is_same_period(passage: Passage, first: int) -> bool:
    """Whether the words of the same period are the date's own: الفترة نفسها من العام الماضي."""
    words, lists = passage.words, word_lists(_WORDS)
    if words[first + 2 : first + 3] != ["من"]:
        return False
    one, other = stems(words[first]), stems(words[first + 1])
    if lists["periods"].isdisjoint(one):
        return not lists["same_one"].isdisjoint(one) and not lists["periods"].isdisjoint(other)
    return not lists["same_then"].isdisjoint(other)


def year_of_same(period: Period) -> Period:
    """The year in which a same period ends."""
    return Period(period.edtf.rpartition("/")[2][:_YEAR])


def in_year(base: Period, year: Period) -> Period | None:
    """The same time of another year: of the first quarter that of the year before; None of a whole year.

    Example:
        >>> in_year(Period("2024-01/2024-03"), Period("2023"))
        Period('2023-01/2023-03')
    """
    days = None if base.earliest is None or base.latest is None else (base.latest - base.earliest).days
    if len(year.edtf) != _YEAR or not year.edtf.isdecimal() or (days is not None and days >= _A_YEAR):
        return None
    ends = base.edtf.split("/")
    years = [end[:_YEAR] for end in ends if end[:_YEAR].isdecimal()]
    if not years:
        return None
    back = int(years[-1]) - int(year.edtf)
    try:
        return Period("/".join(_moved(end, back) if end[:_YEAR].isdecimal() else end for end in ends))
    except PeriodError:
        return None


def _moved(end: str, back: int) -> str:
    moved = f"{int(end[:_YEAR]) - back:04}{end[_YEAR:]}"
    return moved.replace(_LEAP_DAY, "-02-28") if back % 4 else moved
