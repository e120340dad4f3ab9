"""Periods: dates against the `edtf` package, what is refused and where, and the laws of order, overlap and hull."""

import copy
import datetime as dt
import importlib
import math
import pickle
import re
import time
from typing import Any

import attrs
import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from raqqa_data.errors import PeriodError
from raqqa_data.records import Period, Precision
from tests.strategies import dated_periods, dates, dates_without_year, intervals, periods

# --------------------------------------------------------------------------------------------------- the edtf package
# Where we part from it on purpose:
# - its earliest year is 0, Python's (and ours) is 1: the first decade and century begin a year later here
# - it gives an unknown side ten years; here it is not stated: None
# - it gives a month without its year the years 0 to 9999; here it has no place in time: None
# - it does not read a season without its year (XXXX-23), which we hold as we do a month

# Where it cannot be asked as it is:
# - it reads no mark on a season (2017-21~) or on a month without its year (XXXX-06~): it is asked without the mark
# - it fails on intervals with a marked decade (2017/201X~) or one beside an open side (../201X): each side alone

_edtf: Any = importlib.import_module("edtf")


def asked(text: str) -> Any:
    return _edtf.parse_edtf(re.sub(r"(-2[1-4])[~?%]", r"\1", text))


def date_of(there: time.struct_time) -> dt.date:
    return dt.date(max(there.tm_year, 1), there.tm_mon, there.tm_mday)


@given(dates())
@example("2017-24")
@example("2016-02")
@example("1900-02")
@example("000X")
@example("00XX")
@example("9999-12-31")
@example("2017%")
def test_dates_are_those_of_the_edtf_package(text: str) -> None:
    there, here = asked(text), Period(text)
    assert here.earliest == date_of(there.lower_strict())
    assert here.latest == date_of(there.upper_strict())


@given(intervals())
@example("../2017")
@example("2017/..")
@example("../201X")
@example("/2017-21")
@example("2017-06~/2017-10?")
def test_intervals_are_those_of_the_edtf_package(text: str) -> None:
    first, _, last = text.partition("/")
    here = Period(text)
    alone = "X" in text
    if first in {"", ".."}:
        assert here.earliest is None
        assert alone or first == "" or asked(text).lower_strict() == -math.inf
    else:
        assert here.earliest == date_of(asked(first if alone else text).lower_strict())
    if last in {"", ".."}:
        assert here.latest is None
        assert alone or last == "" or asked(text).upper_strict() == math.inf
    else:
        assert here.latest == date_of(asked(last if alone else text).upper_strict())


@given(dates_without_year())
def test_what_has_no_year_has_no_dates(text: str) -> None:
    if not "-21" <= text[4:7] <= "-24":
        assert asked(text.rstrip("~?%")) is not None
    assert (Period(text).earliest, Period(text).latest, Period(text).days) == (None, None, (None, None))


# ---------------------------------------------------------------------------------------------------- what is refused


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("", ""),
        ("..", ".."),
        ("/", "/"),
        ("../..", "../.."),
        ("/..", "/.."),
        ("../", "../"),
        ("2017/2018/2019", "2017/2018/2019"),
        ("2017//2018", "2017//2018"),
        ("2017/XX", "XX"),
        ("17", "17"),
        ("20170", "20170"),
        ("2017-6", "2017-6"),
        ("2017-06-1", "2017-06-1"),
        ("2017-00", "00"),
        ("2017-13", "13"),
        ("2017-20", "20"),
        ("2017-25", "25"),
        ("2017-21-01", "21"),
        ("2017-06-31", "31"),
        ("2017-06-00", "00"),
        ("2017-02-29", "29"),
        ("1900-02-29", "29"),
        ("XXXX-02-30", "30"),
        ("XXXX-13", "13"),
        ("0000", "0000"),
        ("0000-01", "0000"),
        ("2016/0000", "0000"),
        ("XXXX", "XXXX"),
        ("XXXX~", "XXXX~"),
        ("201X-06", "201X-06"),
        ("20XX-06-15", "20XX-06-15"),
        ("2XXX", "2XXX"),
        ("2017-XX-05", "2017-XX-05"),
        ("201X-XX", "201X-XX"),
        ("2017-21-XX", "2017-21-XX"),
        ("unknown/2006", "unknown"),
        ("2004/open", "open"),
        ("2017~?", "2017~?"),
        ("~2017", "~2017"),
        ("2017?-06", "2017?-06"),
        ("-2017", "-2017"),
        ("+2017", "+2017"),
        ("y2017", "y2017"),
        (" 2017", " 2017"),
        ("2017 ", "2017 "),
        ("2017\n", "2017\n"),
        ("2017-06-15T00:00", "2017-06-15T00:00"),
        ("٢٠١٧", "٢٠١٧"),
        ("２０１７", "２０１７"),
        ("2017\u201306", "2017\u201306"),
        ("201x", "201x"),
        ("2017/2016", "2017/2016"),
        ("2017-06/2017-05", "2017-06/2017-05"),
        ("2017-06-02/2017-06-01", "2017-06-02/2017-06-01"),
        ("202X/201X", "202X/201X"),
        ("2017-13/2018", "13"),
        ("2017/2018-02-30", "30"),
    ],
)
def test_what_is_no_period_is_refused_by_its_part(text: str, part: str) -> None:
    with pytest.raises(PeriodError) as caught:
        Period(text)
    assert (caught.value.text, caught.value.part) == (text, part)
    assert caught.value.problem
    assert repr(text) in str(caught.value)


@pytest.mark.parametrize("value", [None, 2017, 2017.5, b"2017", ["2017"], {}, dt.date(2017, 6, 1), Period("2017")])
def test_what_is_no_text_is_refused(value: Any) -> None:
    with pytest.raises(PeriodError, match="a period is a text"):
        Period(value)


class Missing:
    """As pandas has it: whether it is the same as another is missing too."""

    def __eq__(self, other: object) -> Any:
        return self

    __hash__ = None  # type: ignore[assignment]

    def __bool__(self) -> bool:
        raise TypeError("boolean value of NA is ambiguous")


def test_a_missing_value_is_told_as_any_other() -> None:
    with pytest.raises(PeriodError) as caught:
        Period(Missing())  # type: ignore[arg-type]
    assert "a period is a text" in str(caught.value)


@given(st.text(alphabet=st.one_of(st.sampled_from("0123456789X-/.~?%"), st.characters()), max_size=24))
def test_any_text_is_a_period_or_our_error(text: str) -> None:
    try:
        period = Period(text)
    except PeriodError as error:
        assert str(error.part) in text
    else:
        assert period.edtf == text


class Word(str):
    """As tomlkit and NumPy have their own."""

    __slots__ = ()

    def __str__(self) -> str:
        return "something else"


def test_a_subclass_of_str_is_held_as_plain_text() -> None:
    period = Period(Word("2017-06"))
    assert type(period.edtf) is str
    assert period == Period("2017-06")


# --------------------------------------------------------------------------------------------- what a period can tell


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("2017-06-15", Precision.DAY),
        ("2017-06", Precision.MONTH),
        ("2017-21", Precision.SEASON),
        ("2017", Precision.YEAR),
        ("201X", Precision.DECADE),
        ("20XX", Precision.CENTURY),
        ("XXXX-06", Precision.MONTH),
        ("XXXX-06-15", Precision.DAY),
        ("2017-06-15/2018", Precision.YEAR),
        ("2017/2018-06-15", Precision.YEAR),
        ("2017-06-15/..", Precision.DAY),
        ("/2017-06", Precision.MONTH),
    ],
)
def test_the_precision_is_that_of_the_coarser_side(text: str, precision: Precision) -> None:
    assert Period(text).precision is precision


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2017-06-15", (1, 1)),
        ("2016-02", (29, 29)),
        ("2017-02", (28, 28)),
        ("2016", (366, 366)),
        ("1900", (365, 365)),
        ("2017-21", (92, 92)),
        ("2017-24", (31, 31)),
        ("201X", (3652, 3652)),
        ("2017-06/2017-10", (94, 153)),
        ("2017-06-01/2017-06-30", (30, 30)),
        ("2017-06-15/2017-06-15", (1, 1)),
        ("2017/2017", (1, 365)),
        ("2017-06-15/2017", (1, 200)),
        ("2022-01-20/..", (1, None)),
        ("../2017", (1, None)),
        ("2017/", (1, None)),
        ("XXXX-06", (None, None)),
        ("XXXX-06/2017-10", (1, None)),
    ],
)
def test_days_run_from_the_shortest_to_the_longest_reading(text: str, days: tuple[int | None, int | None]) -> None:
    assert Period(text).days == days


@given(dated_periods(), st.data())
def test_no_reading_of_an_interval_is_outside_its_days(period: Period, data: st.DataObject) -> None:
    start, end = period.start, period.end
    assume(start is not None and end is not None)
    assert start is not None
    assert end is not None
    assert start.earliest is not None
    assert start.latest is not None
    assert end.earliest is not None
    assert end.latest is not None
    first = data.draw(st.dates(start.earliest, start.latest))
    last = data.draw(st.dates(end.earliest, end.latest))
    assume(first <= last)
    shortest, longest = period.days
    assert shortest is not None
    assert longest is not None
    length = (last - first).days + 1
    assert length <= longest
    if period.is_interval:
        assert shortest <= length


def test_sides_are_periods_of_their_own() -> None:
    interval = Period("2017-06~/2018")
    assert (interval.start, interval.end) == (Period("2017-06~"), Period("2018"))
    assert (Period("../2018").start, Period("2017/").end) == (None, None)
    assert (Period("2017").start, Period("2017").end) == (Period("2017"), Period("2017"))


@pytest.mark.parametrize(
    ("text", "approximate", "uncertain"),
    [
        ("2017", False, False),
        ("2017~", True, False),
        ("2017?", False, True),
        ("2017%", True, True),
        ("2017/2018~", True, False),
        ("2017?/2018~", True, True),
    ],
)
def test_a_mark_on_either_side_is_told(text: str, approximate: bool, uncertain: bool) -> None:
    assert (Period(text).approximate, Period(text).uncertain) == (approximate, uncertain)


def test_between_joins_dates_texts_and_periods() -> None:
    assert Period.between(dt.date(2017, 6, 1), "2017-10") == Period("2017-06-01/2017-10")
    assert Period.between(Period("2017~"), None) == Period("2017~/..")
    assert Period.between(None, "2017") == Period("../2017")


@pytest.mark.parametrize(("start", "end"), [(None, None), ("2018", "2017"), ("2017/2018", "2019"), ("", "")])
def test_between_refuses_what_makes_no_interval(start: str | None, end: str | None) -> None:
    with pytest.raises(PeriodError):
        Period.between(start, end)


# ----------------------------------------------------------------------------------------------------------- the laws


@given(periods(), periods(), periods())
def test_periods_are_totally_ordered(one: Period, two: Period, three: Period) -> None:
    assert (one < two) + (one == two) + (two < one) == 1
    assert (one <= two) == (one < two or one == two)
    assert (one > two) == (two < one)
    assert (one >= two) == (two <= one)
    if one < two < three:
        assert one < three


@given(dated_periods(), dated_periods())
def test_what_ends_before_another_begins_comes_first(one: Period, two: Period) -> None:
    if one.latest is not None and two.earliest is not None and one.latest < two.earliest:
        assert one < two
        assert not one.overlaps(two)


@pytest.mark.parametrize("other", ["2017", dt.date(2017, 1, 1), None, 2017])
def test_a_period_is_compared_with_periods_only(other: Any) -> None:
    assert Period("2017") != other
    with pytest.raises(TypeError):
        _ = Period("2017") < other


@given(periods(), periods())
def test_overlap_is_reflexive_and_symmetric(one: Period, two: Period) -> None:
    assert one.overlaps(one)
    assert one.overlaps(two) == two.overlaps(one)


@given(dated_periods(), dated_periods(), st.dates())
def test_periods_that_both_reach_a_day_overlap(one: Period, two: Period, day: dt.date) -> None:
    here = Period(day.isoformat())
    if one.contains(here) and two.contains(here):
        assert one.overlaps(two)


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        ("2017", "2018", False),
        ("2017-06", "2017-06-30", True),
        ("2017-06", "2017-07", False),
        ("../2017", "2018", False),
        ("../2017", "2017-12-31", True),
        ("2018/..", "2017", False),
        ("2018/", "2030", True),
        ("/2017", "2018", False),
        ("XXXX-06", "2017-07", True),
        ("2017/..", "../2016", False),
    ],
)
def test_overlap_by_example(one: str, two: str, expected: bool) -> None:
    assert Period(one).overlaps(Period(two)) is expected


@given(periods(), periods(), periods())
def test_containment_is_reflexive_transitive_and_implies_overlap(one: Period, two: Period, three: Period) -> None:
    assert one.contains(one)
    if one.contains(two):
        assert one.overlaps(two)
        if two.contains(three):
            assert one.contains(three)


@given(dated_periods(), st.dates())
def test_containment_of_a_day_is_that_of_its_dates(period: Period, day: dt.date) -> None:
    inside = (period.earliest or dt.date.min) <= day <= (period.latest or dt.date.max)
    assert period.contains(Period(day.isoformat())) is inside


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        ("2017", "2017-06/2017-10", True),
        ("2017-06/2017-10", "2017", False),
        ("../2017", "2016/2017", True),
        ("../2017", "../2016", True),
        ("../2016", "../2017", False),
        ("2016/..", "2017/..", True),
        ("2016/2030", "2017/..", False),
        ("XXXX-06", "XXXX-06", True),
        ("XXXX-06", "2017-06", False),
        ("2017", "XXXX-06", False),
        ("2017~", "2017", True),
    ],
)
def test_containment_by_example(one: str, two: str, expected: bool) -> None:
    assert Period(one).contains(Period(two)) is expected


def hull_of(one: Period, two: Period) -> Period | None:
    """Their hull, or None where nothing that EDTF can write holds both."""
    try:
        return one.hull(two)
    except PeriodError as error:
        assert "open on both sides" in error.problem
        assert None in {one.earliest, two.earliest}
        assert None in {one.latest, two.latest}
        return None


@given(dated_periods(), dated_periods(), dated_periods())
@example(Period("2017/.."), Period("../2018"), Period("2017"))
@example(Period("2017/"), Period("2017/.."), Period("../2018"))
def test_a_hull_is_idempotent_commutative_and_associative(one: Period, two: Period, three: Period) -> None:
    assert one.hull(one) == one
    assert hull_of(one, two) == hull_of(two, one)
    left, right = hull_of(one, two), hull_of(two, three)
    if left is not None and right is not None:
        assert hull_of(left, three) == hull_of(one, right)


@given(dated_periods(), dated_periods())
def test_a_hull_contains_both_and_reaches_no_further(one: Period, two: Period) -> None:
    hull = hull_of(one, two)
    if hull is None:
        return
    assert hull.contains(one)
    assert hull.contains(two)
    assert hull.earliest in {one.earliest, two.earliest}
    assert hull.latest in {one.latest, two.latest}


@pytest.mark.parametrize(
    ("one", "two", "hull"),
    [
        ("2017-06/2017-10", "2022", "2017-06/2022"),
        ("2022", "2017-06/2017-10", "2017-06/2022"),
        ("2017", "2017-06", "2017"),
        ("2017-01", "2017", "2017"),
        ("2017", "2017~", "2017~"),
        ("2017?", "2017~", "2017?"),
        ("2017-06/..", "2016", "2016/.."),
        ("../2016", "2017", "../2017"),
        ("/2016", "2017", "/2017"),
        ("0001", "../2017", "../2017"),
        ("9999", "2017/..", "2017/.."),
    ],
)
def test_a_hull_by_example(one: str, two: str, hull: str) -> None:
    assert Period(one).hull(Period(two)) == Period(hull)


@given(dates_without_year(), periods())
def test_what_has_no_year_has_no_hull(text: str, other: Period) -> None:
    for one, two in [(Period(text), other), (other, Period(text))]:
        with pytest.raises(PeriodError, match="has no year"):
            one.hull(two)


# --------------------------------------------------------------------------------------------------------- as a value


@given(periods())
def test_a_period_survives_copies_pickles_and_its_own_repr(period: Period) -> None:
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        back: Any = pickle.loads(pickle.dumps(period, protocol))
        assert back == period
        assert hash(back) == hash(period)
        assert (back.earliest, back.latest, back.precision) == (period.earliest, period.latest, period.precision)
    assert copy.deepcopy(period) == copy.copy(period) == period
    assert eval(repr(period), {"Period": Period}) == period  # noqa: S307
    assert Period(str(period)) == period


def test_another_text_brings_its_own_dates() -> None:
    assert attrs.evolve(Period("2017"), edtf="2018-06").latest == dt.date(2018, 6, 30)


def test_a_period_cannot_be_changed() -> None:
    period: Any = Period("2017")
    for field in ("edtf", "earliest", "latest", "precision", "anything"):
        with pytest.raises(AttributeError):
            setattr(period, field, "2018")
    with pytest.raises(AttributeError):
        del period.edtf
    assert not hasattr(period, "__dict__")


def test_precisions_show_their_names() -> None:
    assert repr(Precision.DAY) == "<Precision.DAY>"


@pytest.mark.parametrize(
    ("open_day", "same"),
    [("2004-XX", "2004"), ("2004-06-XX", "2004-06"), ("2004-XX-XX", "2004"), ("XXXX-06-XX", "XXXX-06")],
)
def test_a_day_or_month_left_open_is_read(open_day: str, same: str) -> None:
    read, plain = Period(open_day), Period(same)
    assert (read.earliest, read.latest, read.precision) == (plain.earliest, plain.latest, plain.precision)
    assert str(read) == open_day


@pytest.mark.parametrize(
    ("old", "today"), [("unknown/2006", "'/2006'"), ("2004/open", "'2004/..'"), ("2004/unknown", "'2004/'")]
)
def test_words_of_the_draft_are_told_as_they_are_written_today(old: str, today: str) -> None:
    with pytest.raises(PeriodError, match=f"draft of EDTF.*{re.escape(today)}"):
        Period(old)


@pytest.mark.parametrize(
    ("one", "other", "may"),
    [
        ("2022-01~", "2022-02", True),
        ("2022-01", "2022-02?", True),
        ("2022-01~", "2022-02~", True),
        ("2022-01", "2022-02", False),
        ("2022-01~", "2022-04", False),
        ("2022-03~", "2022-01", False),
        ("2021~", "2022", True),
        ("2022~", "2020", False),
        ("2022-21~", "2022-24", False),
        ("202X?", "2010", True),
        ("202X?", "2009", False),
        ("2022-01-05~", "2022-01-06", True),
        ("2022-01-05~", "2022-01-08", False),
        ("2022-01/2022-02~", "2022-03", True),
        ("2022-01~/2022-02", "2022-03", False),
        ("9999~", "9998", True),
        ("XXXX-06~", "2022", True),
    ],
)
def test_dates_that_may_be_off_may_overlap(one: str, other: str, *, may: bool) -> None:
    assert Period(one).may_overlap(Period(other)) is may is Period(other).may_overlap(Period(one))


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2022-01-05", dt.date(2022, 1, 5).toordinal(), dt.date(2022, 1, 5).toordinal()),
        ("2022-02~", dt.date(2022, 1, 1).toordinal(), dt.date(2022, 3, 31).toordinal()),
        ("2022/..", dt.date(2022, 1, 1).toordinal(), dt.date.max.toordinal() + 1),
        ("../2022", 0, dt.date(2022, 12, 31).toordinal()),
        ("XXXX-06", 0, dt.date.max.toordinal() + 1),
    ],
)
def test_ordinals_are_those_of_the_reach(edtf: str, first: int, last: int) -> None:
    assert Period(edtf).ordinals == (first, last)
    assert pickle.loads(pickle.dumps(Period(edtf))).ordinals == (first, last)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("4/3/2024", "2024-03-04 for day 4 of month 3"),
        ("04/03/2024", "2024-03-04 for day 4 of month 3"),
        ("3/14/2024", "2024-03-14 for day 14 of month 3"),
        ("٤/٣/٢٠٢٤", "2024-03-04 for day 4 of month 3"),
    ],
)
def test_a_date_with_the_day_first_is_told_as_it_is_written_here(written: str, meant: str) -> None:
    with pytest.raises(PeriodError, match=f"a date is written year first: {meant}$"):
        Period(written)


@pytest.mark.parametrize("written", ["2004/2005/2006", "1/2/3", "4/3/2024/"])
def test_an_interval_of_three_sides_is_none(written: str) -> None:
    with pytest.raises(PeriodError, match="an interval has two sides"):
        Period(written)
