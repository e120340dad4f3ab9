"""When: a date or an interval with honest precision, written in EDTF."""

from __future__ import annotations

import datetime as dt
import functools
import re
from typing import NamedTuple, Self, cast

import attrs

from raqqa_data.errors import PeriodError
from raqqa_data.texts import Code


class Precision(Code):
    """How finely a date is stated, finest first."""

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


_RANK = {precision: rank for rank, precision in enumerate(Precision)}
_DATE = re.compile(
    r"(?P<year>[0-9]{4}|[0-9]{3}X|[0-9]{2}XX|XXXX)"
    r"(?:-(?P<month>[0-9]{2}|XX)(?:-(?P<day>[0-9]{2}|XX))?)?(?P<qualifier>[~?%]?)",
    re.ASCII,
)
# ISO 8601-2 level 1 seasons by the northern months of the `edtf` package: spring, summer, autumn, winter
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 12)}


class _Date(NamedTuple):
    """One side of a period. Its dates are None where it is open, unknown, or has no year."""

    text: str
    earliest: dt.date | None
    latest: dt.date | None
    precision: Precision | None
    qualifier: str


_DAY_FIRST = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_MONTHS = 12
# words of the draft of EDTF, before it was ISO 8601-2
_DRAFT = {"unknown": "", "open": "..", "": "", "..": ".."}
# how many months a qualified date may lie beside what it says: one more of what it names; a day lies a day beside
_BESIDE = {
    Precision.DAY: 0,
    Precision.MONTH: 1,
    Precision.SEASON: 3,
    Precision.YEAR: 12,
    Precision.DECADE: 120,
    Precision.CENTURY: 1200,
}
_NO_END = dt.date.max.toordinal() + 1
# of two sides alike, the weaker is kept
_STRENGTH = {"%": 0, "?": 1, "~": 2, "": 3}


@functools.total_ordering
@attrs.frozen(order=False, repr=False, getstate_setstate=False)
class Period:
    """A date or an interval of dates with its precision, in the EDTF subset of ISO 8601-2 level 1.

    Held as text: a day `2017-06-15`, month `2017-06`, season `2017-21` (21 spring to 24 winter, northern), year `2017`,
    decade `201X`, century `20XX`; a day or month left open `2017-06-XX`, `2017-XX`; without its year `XXXX-06` or
    `XXXX-06-15`; each may end in `~` (approximate), `?` (uncertain) or `%` (both). Two of them joined by `/` make an
    interval, in which `..` stands for an open side and nothing for an unknown one.

    Attributes:
        edtf: The text.
        earliest: First day that can belong to it; None where it is open, unknown, or has no year.
        latest: Last day that can belong to it; None likewise.
        precision: That of the coarser side.
        qualified: Whether a side is marked `~`, `?` or `%`.
        ordinals: First and last day of its `reach`, as `datetime.date.toordinal` counts them, for what compares many
            periods; an open or unknown side lies a day before or after all that there are.

    Raises:
        PeriodError: The text is not of the subset, a date is impossible, or the interval is reversed; names the part.

    Example:
        >>> period = Period("2017-06/2017-10")
        >>> period.earliest, period.latest
        (datetime.date(2017, 6, 1), datetime.date(2017, 10, 31))
        >>> period.days
        (94, 153)
    """

    edtf: str
    earliest: dt.date | None = attrs.field(init=False, eq=False)
    latest: dt.date | None = attrs.field(init=False, eq=False)
    precision: Precision = attrs.field(init=False, eq=False)
    qualified: bool = attrs.field(init=False, eq=False)
    ordinals: tuple[int, int] = attrs.field(init=False, eq=False)

    def __attrs_post_init__(self) -> None:
        text = cast("object", self.edtf)
        if type(text) is not str:
            if not isinstance(text, str):
                raise PeriodError(text, text, "a period is a text such as '2017-10' or '2017-06/2017-10'")
            # a subclass may bring its library along when it is pickled
            object.__setattr__(self, "edtf", str.__str__(text))
        start, end = _sides(self.edtf)
        precisions = [side.precision for side in (start, end) if side.precision is not None]
        # attrs documents this as the way to set a field of a frozen class while it is made
        object.__setattr__(self, "earliest", start.earliest)
        object.__setattr__(self, "latest", end.latest)
        object.__setattr__(self, "precision", max(precisions, key=_RANK.__getitem__))
        object.__setattr__(self, "qualified", bool(start.qualifier or end.qualifier))
        object.__setattr__(self, "ordinals", _ordinals(self.edtf))

    def __getstate__(self) -> dict[str, object]:
        return {"edtf": self.edtf}

    def __setstate__(self, state: dict[str, object]) -> None:
        object.__setattr__(self, "edtf", state["edtf"])
        self.__attrs_post_init__()

    @classmethod
    def between(cls, start: dt.date | Self | str | None, end: dt.date | Self | str | None) -> Self:
        """The interval from a date to a date; None leaves that side open.

        Raises:
            PeriodError: A side is itself an interval, or the two are reversed.

        Example:
            >>> Period.between("2022-01", None)
            Period('2022-01/..')
        """
        sides = [".." if side is None else str(side) for side in (start, end)]
        return cls("/".join(sides))

    @property
    def is_interval(self) -> bool:
        """Whether it has two sides."""
        return "/" in self.edtf

    @property
    def start(self) -> Period | None:
        """The first side as a period of its own; None where it is open or unknown."""
        return self._side(0)

    @property
    def end(self) -> Period | None:
        """The last side as a period of its own; None where it is open or unknown."""
        return self._side(-1)

    @property
    def approximate(self) -> bool:
        """Whether a side is marked `~` or `%`."""
        return "~" in self.edtf or "%" in self.edtf

    @property
    def uncertain(self) -> bool:
        """Whether a side is marked `?` or `%`."""
        return "?" in self.edtf or "%" in self.edtf

    @property
    def days(self) -> tuple[int | None, int | None]:
        """Its shortest and longest length in days, both ends included; None where that is not stated.

        A date stands for the whole day, month or year it names. An interval runs from some day of its first side to
        some day of its last.

        Example:
            >>> Period("2022").days
            (365, 365)
            >>> Period("2022-01-20/..").days
            (1, None)
        """
        start, end = _sides(self.edtf)
        if start.earliest is None and end.latest is None:
            return (None, None)
        if not self.is_interval:
            length = _length(start.earliest, start.latest)
            return (length, length)
        shortest = _length(start.latest, end.earliest)
        return (1 if shortest is None else max(1, shortest), _length(start.earliest, end.latest))

    @property
    def reach(self) -> tuple[dt.date | None, dt.date | None]:
        """First and last day that can belong to it once what is approximate or uncertain is off by as much as it names.

        Example:
            >>> first, last = Period("2022-01~").reach
            >>> str(first), str(last)
            ('2021-12-01', '2022-02-28')
        """
        return _reach(self.edtf)

    def overlaps(self, other: Period) -> bool:
        """Whether the two can share a day; an open or unknown side can reach anywhere.

        Example:
            >>> Period("2022-01/2022-10").overlaps(Period("2022"))
            True
        """
        return not (_before(self.latest, other.earliest) or _before(other.latest, self.earliest))

    def may_overlap(self, other: Period) -> bool:
        """Whether the two can share a day once what is approximate or uncertain may be off by as much as it names.

        Example:
            >>> Period("2022-01~").may_overlap(Period("2022-02")), Period("2022-01").may_overlap(Period("2022-02"))
            (True, False)
        """
        (first, last), (start, end) = self.reach, other.reach
        return not (_before(last, start) or _before(end, first))

    def contains(self, other: Period) -> bool:
        """Whether every day that can belong to the other can belong to this one.

        Example:
            >>> Period("2017").contains(Period("2017-06/2017-10"))
            True
        """
        if self == other:
            return True
        if self.earliest is None and self.latest is None:
            return False
        starts = self.earliest is None or (other.earliest is not None and self.earliest <= other.earliest)
        ends = self.latest is None or (other.latest is not None and other.latest <= self.latest)
        return starts and ends

    def hull(self, other: Period) -> Period:
        """The shortest period that contains both; where two sides start or end alike, the coarser is kept.

        Raises:
            PeriodError: One of them has no year, or together they are open on both sides.

        Example:
            >>> Period("2017-06/2017-10").hull(Period("2022"))
            Period('2017-06/2022')
        """
        for period in (self, other):
            if period.earliest is None and period.latest is None:
                raise PeriodError(period.edtf, period.edtf, "has no year, so no place in time to join from")
        if self == other:
            return self
        start = min(_sides(self.edtf)[0], _sides(other.edtf)[0], key=_earlier)
        end = max(_sides(self.edtf)[1], _sides(other.edtf)[1], key=_later)
        if start.precision is None and end.precision is None:
            both = f"{self} and {other}"
            raise PeriodError(both, both, "together they are open on both sides, and no period says that")
        return Period(start.text if start.text == end.text else f"{start.text}/{end.text}")

    def __lt__(self, other: object) -> bool:
        """Order by first day, then by last day, then by text; an open side comes first or last."""
        if not isinstance(other, Period):
            return NotImplemented
        return self._key() < other._key()

    def __str__(self) -> str:
        return self.edtf

    def __repr__(self) -> str:
        return f"Period({self.edtf!r})"

    def _key(self) -> tuple[dt.date, dt.date, str]:
        return (self.earliest or dt.date.min, self.latest or dt.date.max, self.edtf)

    def _side(self, index: int) -> Period | None:
        text = self.edtf.split("/")[index]
        return None if text in {"", ".."} else Period(text)


@functools.lru_cache(maxsize=1024)
def _sides(text: str) -> tuple[_Date, _Date]:
    first, slash, last = text.partition("/")
    if "/" in last:
        if found := _DAY_FIRST.fullmatch(text):
            day, month, year = map(int, found.groups())
            if month > _MONTHS:
                day, month = month, day
            problem = f"a date is written year first: {year:04}-{month:02}-{day:02} for day {day} of month {month}"
            raise PeriodError(text, text, problem)
        raise PeriodError(text, text, "an interval has two sides, joined by one '/'")
    if slash and {first, last} & {"unknown", "open"}:
        today = f"{_DRAFT.get(first, first)}/{_DRAFT.get(last, last)}"
        problem = f"is of the draft of EDTF; today an open side is '..' and an unknown one is left empty: {today!r}"
        raise PeriodError(text, first if first in {"unknown", "open"} else last, problem)
    start = _side(first, text)
    end = _side(last, text) if slash else start
    if not slash and start.precision is None:
        raise PeriodError(text, text, "is no date")
    if start.precision is None and end.precision is None:
        raise PeriodError(text, text, "an interval needs a date on one side at least")
    if _before(end.latest, start.earliest):
        raise PeriodError(text, text, f"reversed: {end.text} ends before {start.text} begins")
    return start, end


def _side(text: str, whole: str) -> _Date:
    if text in {"", ".."}:
        return _Date(text, None, None, None, "")
    match = _DATE.fullmatch(text)
    if match is None:
        raise PeriodError(whole, text, "is not YYYY, YYYY-MM or YYYY-MM-DD (X where unspecified; ~ ? or % last)")
    year, month, day, qualifier = match["year"], match["month"], match["day"], match["qualifier"]
    if month == "XX" and day not in {None, "XX"}:
        raise PeriodError(whole, text, "a day without its month says nothing: give the month, or leave out the day")
    if (month == "XX" and "X" in year and year != "XXXX") or (day == "XX" and month in {"21", "22", "23", "24"}):
        raise PeriodError(whole, text, "a decade or a century has no months, and a season no days")
    month, day = None if month == "XX" else month, None if day == "XX" else day
    if year == "0000":
        raise PeriodError(whole, year, "there is no year 0 here; years run from 0001 to 9999")
    if month is not None:
        if "X" in year and year != "XXXX":
            raise PeriodError(whole, text, "a decade or a century has no months")
        precision, first, last = _within_year(year, month, day, whole)
    elif year == "XXXX":
        raise PeriodError(whole, text, "says nothing: give a year, or a month")
    else:
        precision = (Precision.YEAR, Precision.DECADE, Precision.CENTURY)[year.count("X")]
        first = dt.date(max(1, int(year.replace("X", "0"))), 1, 1)
        last = dt.date(int(year.replace("X", "9")), 12, 31)
    return _Date(text, first, last, precision, qualifier)


def _within_year(
    year: str, month: str, day: str | None, whole: str
) -> tuple[Precision, dt.date | None, dt.date | None]:
    number = int(month)
    if number in _SEASONS and day is None:
        precision, months = Precision.SEASON, _SEASONS[number]
    elif 1 <= number <= 12:  # noqa: PLR2004 - months of the year
        precision, months = (Precision.MONTH if day is None else Precision.DAY), (number, number)
    else:
        raise PeriodError(whole, month, "no such month: 01 to 12, or a season 21 to 24 without a day")
    # a month without its year may be that of a leap year
    known = 2000 if year == "XXXX" else int(year)
    longest = _last_day(known, months[1])
    if day is not None and not 1 <= int(day) <= longest:
        raise PeriodError(whole, day, f"no such day: that month has {longest}")
    if year == "XXXX":
        return precision, None, None
    first, last = (1, longest) if day is None else (int(day), int(day))
    return precision, dt.date(known, months[0], first), dt.date(known, months[1], last)


def _last_day(year: int, month: int) -> int:
    # calendar.monthrange would import locale, which costs an import of ours a tenth of its time
    return 31 if month == 12 else (dt.date(year, month + 1, 1) - dt.timedelta(days=1)).day  # noqa: PLR2004


@functools.lru_cache(maxsize=1024)
def _reach(text: str) -> tuple[dt.date | None, dt.date | None]:
    """The first and last day that can belong to a period whose qualified sides may be off."""
    start, end = _sides(text)
    return _moved(start.earliest, start, -1), _moved(end.latest, end, 1)


@functools.lru_cache(maxsize=1024)
def _ordinals(text: str) -> tuple[int, int]:
    """That reach as numbers, which compare in half the time."""
    first, last = _reach(text)
    return (first.toordinal() if first else 0, last.toordinal() if last else _NO_END)


def _moved(day: dt.date | None, side: _Date, sign: int) -> dt.date | None:
    if day is None or side.precision is None or not side.qualifier:
        return day
    months = _BESIDE[side.precision]
    try:
        if not months:
            return day + dt.timedelta(days=sign)
        year, month = divmod(day.year * 12 + day.month - 1 + sign * months, 12)
        return dt.date(year, month + 1, 1 if sign < 0 else _last_day(year, month + 1))
    except (OverflowError, ValueError):  # beyond the first or the last year
        return day


def _before(day: dt.date | None, other: dt.date | None) -> bool:
    return day is not None and other is not None and day < other


def _length(first: dt.date | None, last: dt.date | None) -> int | None:
    return None if first is None or last is None else (last - first).days + 1


def _earlier(side: _Date) -> tuple[dt.date, int, int, str]:
    latest = side.latest or dt.date.max
    return (side.earliest or dt.date.min, -latest.toordinal(), _STRENGTH[side.qualifier], side.text)


def _later(side: _Date) -> tuple[dt.date, int, int, str]:
    earliest = side.earliest or dt.date.min
    return (side.latest or dt.date.max, -earliest.toordinal(), -_STRENGTH[side.qualifier], side.text)
