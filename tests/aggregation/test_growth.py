"""Four times the records take about four times the work, however they are grouped, placed or nested.

Work is counted in calls and not in seconds, so that no slow machine fails it.
"""

from __future__ import annotations

import datetime as dt
import sys
from typing import TYPE_CHECKING, Any

import attrs
import pytest

from raqqa_data.aggregation import coverage, group_by, ratio, share, timeline, total
from tests.aggregation.factory import CITY, KILLED, RUBBLE, SYRIA, observation

if TYPE_CHECKING:
    from collections.abc import Callable

    from raqqa_data.records import Indicator, Observation

FEW, MANY = 100, 400


def calls(work: Callable[[], object]) -> int:
    """How many functions it calls, Python's own included."""
    counted = 0

    def count(_: Any, event: str, __: Any) -> None:
        nonlocal counted
        counted += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(before)
    return counted


def day(number: int) -> str:
    return (dt.date(2000, 1, 1) + dt.timedelta(number)).isoformat()


def parts(n: int) -> list[Observation]:
    return [observation(f"p{i}", period=day(i // 2), subgroup="ab"[i % 2], part_of="whole") for i in range(n)]


class Told(str):
    """A text that is asked by a function of its own whether it is another, so that it is counted."""

    __slots__ = ()
    __hash__ = str.__hash__

    def __eq__(self, other: object) -> bool:
        return str.__eq__(self, other)


def everywhere(n: int, value: int, what: Indicator = KILLED, at: str = "place") -> list[Observation]:
    places = [attrs.evolve(CITY, id=Told(f"{at}-{i}")) for i in range(n)]
    return [observation(f"v{value}o{i}", value, what, place=place) for i, place in enumerate(places)]


def subgroups(n: int) -> list[Observation]:
    named = [observation(f"s{i}", subgroup=f"s{i}", period="2020") for i in range(n)]
    return [*named, *(observation(f"o{i}", period=day(i)) for i in range(n))]


def chain(n: int) -> list[Observation]:
    return [observation(f"c{i}", period=day(i), part_of=f"c{i + 1}") for i in range(n)]


def grouped(n: int) -> Callable[[], object]:
    within = [observation("whole", place=SYRIA), *parts(n)]
    return lambda: group_by(within[1:], "period", within=within).total()


def divided(n: int) -> Callable[[], object]:
    above, below = total(everywhere(n, 1)), total(everywhere(n, 2))
    return lambda: share(above, below)


def nowhere_together(n: int) -> Callable[[], object]:
    above, below = total(everywhere(n, 1)), total(everywhere(n, 2, RUBBLE, at="elsewhere"))
    return lambda: ratio(above, below, allow="type compatibility")


def of(make: Callable[[int], list[Observation]], work: Callable[..., object], **options: Any) -> Any:
    def at(n: int) -> Callable[[], object]:
        records = make(n)
        return lambda: work(records, **options)

    return at


@pytest.mark.parametrize(
    "at",
    [
        pytest.param(of(parts, timeline), id="timeline of parts"),
        pytest.param(grouped, id="groups of parts"),
        pytest.param(of(subgroups, total, allow="disjointness"), id="total of subgroups"),
        pytest.param(of(lambda n: everywhere(n, 1), coverage), id="coverage of places"),
        pytest.param(of(chain, total, allow="disjointness"), id="total of a chain"),
        pytest.param(divided, id="share over places"),
        pytest.param(nowhere_together, id="ratio over places"),
    ],
)
def test_work_grows_with_the_records(at: Callable[[int], Callable[[], object]]) -> None:
    at(FEW)()  # what is cached once is no growth
    few, many = calls(at(FEW)), calls(at(MANY))
    assert many < few * (MANY / FEW) * 1.5
