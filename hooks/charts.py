"""Charts of records: estimates on a log scale, spans of time, parts of a whole, a point on a map."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import TYPE_CHECKING, cast

from hooks.amounts import amount, number, when, with_unit
from hooks.svg import ISOLATE, Canvas, wrapped
from hooks.words import SUBGROUPS, Lang, named, pick

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from raqqa_data import Estimate, Event, Observation, Place

WIDE, NARROW = 720, 340
BARS = ("c-bar", "c-bar2", "c-bar3")
_ARROW = 44
_FUZZY = 26
_CLOSE = 62  # pixels between two labels of the axis that Arabic words need
_OUTLINE = Path(__file__).with_name("syria.json")


def dots(records: Sequence[Observation], lang: Lang, width: int = WIDE, *, labelled: bool = True) -> Canvas:
    """Counts and areas on one log scale: a dot as stated, an arrow where a bound is open, hollow where approximate."""
    canvas = Canvas(lang, width)
    values = [v for r in records for v in (r.estimate.best, r.estimate.low, r.estimate.high) if v is not None]
    top = max(2, math.ceil(math.log10(max(values) * 1.5)))
    wide = width > NARROW
    left = 250 if wide and labelled else 22
    room = 236 if wide and labelled else 52
    right = width - room

    def place(value: float) -> float:
        return left + (right - left) * math.log10(max(value, 1)) / top

    y = 8.0
    rows: list[Callable[[], None]] = []
    for record in records:
        y = _row(canvas, rows, record, (left, place), y, labelled=labelled)
    _axis(canvas, [10**power for power in range(top + 1)], place, y)
    for draw in rows:
        draw()
    canvas.height = y + 26
    return canvas


def _row(
    canvas: Canvas,
    rows: list[Callable[[], None]],
    record: Observation,
    scale: tuple[float, Callable[[float], float]],
    y: float,
    *,
    labelled: bool,
) -> float:
    left, place = scale
    shown, name = amount(record.estimate, record.unit, canvas.lang), named(record.name, canvas.lang)
    if canvas.width > NARROW and labelled:
        lines = wrapped(name, 34)
        height = 30 + 18 * len(lines)
        middle = y + height / 2
        for index, line in enumerate(lines):
            canvas.text(left - 18, middle + 5 + 18 * (index - (len(lines) - 1) / 2), line, at="end")
        last = _reach(record.estimate, place)
        rows.append(lambda: canvas.text(last + 14, middle + 5, shown, cls="c-soft", size=13))
    elif labelled:
        lines = wrapped(name, 44)
        for index, line in enumerate(lines):
            canvas.text(left, y + 16 + 18 * index, line, size=13)
        canvas.text(left, y + 16 + 18 * len(lines), shown, cls="c-soft", size=13)
        height, middle = 46 + 18 * len(lines), y + 32 + 18 * len(lines)
    else:
        height, middle = 48, y + 24
    rows.append(lambda: _mark(canvas, record.estimate, place, middle))
    return y + height


def _reach(estimate: Estimate, place: Callable[[float], float]) -> float:
    far = max(place(v) for v in (estimate.best, estimate.low, estimate.high, 1) if v is not None)
    if estimate.low is None and estimate.high is None:
        return far + _FUZZY
    return far + (_ARROW if estimate.high is None else 4)


def _mark(canvas: Canvas, estimate: Estimate, place: Callable[[float], float], y: float) -> None:
    best, low, high = estimate.best, estimate.low, estimate.high
    if low is not None and high is not None and low != high:
        canvas.line(place(low), y, place(high), y)
    elif low is not None and high is None:
        canvas.line(place(low), y - 9, place(low), y + 9)
        canvas.arrow(place(low), place(low) + _ARROW, y)
    elif high is not None and low is None:
        canvas.line(place(high), y - 9, place(high), y + 9)
        canvas.arrow(place(high), place(high) - _ARROW, y)
    elif best is not None and low is None:
        canvas.line(place(best) - _FUZZY, y, place(best) + _FUZZY, y, "c-fuzzy")
    if best is not None:
        canvas.dot(place(best), y, hollow=low is None and high is None)


def mark(estimate: Estimate) -> str:
    """Which of the legend's marks it is drawn with.

    Example:
        >>> from raqqa_data import Estimate, Wording
        >>> mark(Estimate.stated(15)), mark(Estimate.stated(300, Wording.MORE_THAN)), mark(Estimate.vague(200))
        ('exact', 'low', 'vague')
    """
    best, low, high = estimate.best, estimate.low, estimate.high
    if low is not None and high is not None:
        return "exact" if best is not None else "between"
    if low is None:
        return "about" if high is None else "high"
    return "vague" if best is None else "low"


def _axis(canvas: Canvas, ticks: Sequence[int], place: Callable[[float], float], y: float) -> None:
    crowded = canvas.lang == "ar" and abs(place(ticks[1]) - place(ticks[0])) < _CLOSE
    for index, tick in enumerate(ticks):
        canvas.shapes.insert(
            0, f'<path d="M{canvas.x(place(tick)):.1f} 4L{canvas.x(place(tick)):.1f} {y:.1f}" class="c-grid"/>'
        )
        if not (crowded and index % 2):
            canvas.text(place(tick), y + 18, short(tick, canvas.lang), at="middle", cls="c-soft", size=12)


def short(value: int, lang: Lang) -> str:
    """A power of ten for an axis.

    Example:
        >>> short(10_000, "en"), short(10_000, "ar"), short(1_000_000, "ar")
        ('10k', '10 آلاف', 'مليون')
    """
    for size, letter, one, few in ((10**6, "M", "مليون", "ملايين"), (10**3, "k", "ألف", "آلاف")):
        if value >= size:
            times = value // size
            if lang == "en":
                return f"{times}{letter}"
            return one if times == 1 else f"{times} {few if times <= 10 else one}"  # noqa: PLR2004 - Arabic's plural
    return number(value)


def share(record: Observation, lang: Lang, width: int = WIDE) -> Canvas:
    """A share of a whole, as a part of a bar of 100 %."""
    canvas = Canvas(lang, width, 84)
    full, value = width - 44, record.estimate.best or 0
    canvas.box(22, 12, full, 30, "c-land")
    canvas.box(22, 12, full * value / 100, 30, "c-bar")
    for tick in (0, 25, 50, 75, 100):
        x = 22 + full * tick / 100
        canvas.line(x, 42, x, 50, "c-grid")
        canvas.text(x, 68, f"{tick}%", at="middle", cls="c-soft", size=12)
    return canvas


def spans(records: Sequence[Event | Observation], lang: Lang, width: int = WIDE, *, labelled: bool = True) -> Canvas:
    """Periods on a line of years; a side known to its month or year only is drawn fainter."""
    canvas = Canvas(lang, width)
    days = [d for r in records for d in (r.period.earliest, r.period.latest) if d is not None]
    first, last = min(days).year, max(days).year + 1
    left, right = 22, width - 26

    def place(day: date) -> float:
        year = day.year + (day.timetuple().tm_yday - 1) / 365.25
        return left + (right - left) * (year - first) / (last - first)

    y = 8.0
    bars: list[tuple[float, float, float]] = []
    for record in records:
        earliest, latest = record.period.earliest, record.period.latest
        if earliest is None or latest is None:
            continue
        if labelled:
            lines = wrapped(named(record.name, lang), 44 if width == NARROW else 80)
            for line in lines:
                canvas.text(left, y + 16, line, size=14)
                y += 19
            canvas.text(left, y + 15, when(record.period, lang), cls="c-soft", size=13)
            y += 20
        bars.append((place(earliest), y + 6, max(place(latest) - place(earliest), 6)))
        y += 36
    step = 1 if width > NARROW or last - first < 6 else 2  # noqa: PLR2004 - labels of six years fill a phone
    for year in range(first, last + 1, step):
        x = left + (right - left) * (year - first) / (last - first)
        canvas.shapes.insert(0, f'<path d="M{canvas.x(x):.1f} 4L{canvas.x(x):.1f} {y:.1f}" class="c-grid"/>')
        canvas.text(x, y + 18, str(year), at="middle", cls="c-soft", size=12)
    for x, top, long in bars:
        canvas.box(x, top, long, 14)
    canvas.height = y + 26
    return canvas


def parts(whole: Observation, members: Sequence[Observation], lang: Lang, width: int = WIDE) -> Canvas:
    """A whole as one bar, cut into its parts, each with its words."""
    canvas = Canvas(lang, width)
    full = width - 44
    total = whole.estimate.best or 1
    canvas.text(22, 20, f"{named(whole.name, lang)}: {amount(whole.estimate, whole.unit, lang)}", size=14)
    x = 22.0
    y = 82.0
    for index, member in enumerate(sorted(members, key=lambda m: -(m.estimate.best or 0))):
        long = full * (member.estimate.best or 0) / total
        canvas.box(x, 32, long - 2, 30, BARS[index % len(BARS)])
        canvas.box(22, y, 14, 14, BARS[index % len(BARS)])
        group = (
            pick(SUBGROUPS[str(member.subgroup)], lang)
            if member.subgroup and str(member.subgroup) in SUBGROUPS
            else named(member.name, lang)
        )
        canvas.text(44, y + 12, f"{group}: {with_unit(member.estimate.best or 0, member.unit, lang)}")
        x += long
        y += 26
    canvas.height = y + 2
    return canvas


def point(place: Place, lang: Lang) -> Canvas:
    """The outline of Syria with one point. Maps are not mirrored."""
    outline = cast("list[tuple[float, float]]", json.loads(_OUTLINE.read_text("utf-8")))
    west, north, scale = 35.4, 37.5, 46.0
    flat = math.cos(math.radians(35))

    def spot(lon: float, lat: float) -> tuple[float, float]:
        return 10 + (lon - west) * scale * flat, 10 + (north - lat) * scale

    canvas = Canvas("en", 300, 264)
    path = "L".join(f"{x:.1f} {y:.1f}" for x, y in (spot(lon, lat) for lon, lat in outline))
    canvas.add(f'<path d="M{path}Z" class="c-land"/>')
    x, y = spot(place.longitude or 0, place.latitude or 0)
    canvas.dot(x, y, radius=7)
    label = named(place.name, lang)
    shown = ISOLATE.format(label) if lang == "ar" else label
    canvas.text(x, y + 26, shown, at="middle", size=13)
    return canvas


def of_record(record: Observation, lang: Lang, width: int = WIDE) -> Canvas:
    """The chart that fits what the record measures."""
    if record.kind == "share":
        return share(record, lang, width)
    if record.kind == "duration":
        return spans([record], lang, width, labelled=False)
    return dots([record], lang, width, labelled=False)


def figure(draw: Callable[[int], Canvas], label: str, caption: str = "") -> str:
    """Both widths of a chart in one HTML figure; the style sheet shows the one that fits."""
    below = f"<figcaption>{caption}</figcaption>" if caption else ""
    return (
        f'<figure class="chart" data-search-exclude><div class="wide">{draw(WIDE).inline(label)}</div>'
        f'<div class="narrow">{draw(NARROW).inline(label)}</div>{below}</figure>'
    )


def countable(records: Sequence[Observation]) -> list[Observation]:
    """Those that fit on one scale of numbers: no shares, no lengths of time."""
    return [record for record in records if record.kind not in {"share", "duration"}]
