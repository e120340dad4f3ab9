"""Charts by altair: estimates with their bounds, a timeline of events, and a whole with its parts.

English runs from left to right, Arabic from right to left: axes, bars and arrows are mirrored. A bound that is not
stated is an arrow, never the end of a bar.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, TypeVar, cast

from raqqa_data.aggregation import Derived
from raqqa_data.errors import NotFoundError, RecordError, optional_module
from raqqa_data.records.dataset import Dataset, Events, Observations
from raqqa_data.records.display import amount, labels
from raqqa_data.records.observation import Event, Observation
from raqqa_data.units.table import find_unit

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable, Mapping

    from raqqa_data.records.estimate import Estimate
    from raqqa_data.records.record import Record
    from raqqa_data.texts import Name

RecordT = TypeVar("RecordT", bound="Record")

FONTS = (
    "IBM Plex Sans, Noto Sans, DejaVu Sans, Arial, sans-serif",
    "IBM Plex Sans Arabic, DejaVu Sans, Noto Sans Arabic, Noto Naskh Arabic, sans-serif",
)
"""For English and for Arabic: the first that the machine has."""
_INK, _BLUE, _ORANGE, _GREY = "#24292f", "#1f6feb", "#bc4c00", "#6e7781"
_ARROW = 26
_WIDE, _NARROW = 560, 320
_LOG_FROM = 100
_WORDS = {
    "whole": ("whole", "الكل"),
    "rest": ("not among the parts", "خارج الأجزاء"),
    "time": ("Time", "الزمن"),
}


def chart(
    what: Observation | Observations | Dataset | Derived | Event | Events, *, language: str = "en", narrow: bool = False
) -> Any:
    """The chart that suits: a timeline for events, the parts for a total of some, else estimates with their bounds.

    Args:
        what: Records, or a derived value.
        language: "en" or "ar".
        narrow: Fit a phone.

    Returns:
        An `altair` chart, to change and to show as any other.

    Raises:
        MissingExtraError: altair is not installed.
        NotFoundError: There is no such language.

    Example:
        >>> import raqqa_data as rd
        >>> chart(rd.security).to_dict()["vconcat"][0]["title"]
        'explosive items'
    """
    if isinstance(what, (Event, Events)):
        return timeline([what] if isinstance(what, Event) else what, language=language, narrow=narrow)
    if isinstance(what, Derived):
        if what.operation == "total" and len(what.records) > 1:
            return parts(what, what.records, language=language, narrow=narrow)
        return estimates(what.records, language=language, narrow=narrow)
    return estimates([what] if isinstance(what, Observation) else what, language=language, narrow=narrow)


def estimates(records: Iterable[Observation], *, language: str = "en", narrow: bool = False) -> Any:
    """Each record's best value as a dot and its bounds as a bar; one panel a unit, as units share no axis.

    Args:
        records: What to draw.
        language: "en" or "ar".
        narrow: Fit a phone.

    Raises:
        MissingExtraError: altair is not installed.
    """
    alt, arabic, drawn = _begun(records, language)
    by_unit: dict[str, list[Observation]] = {}
    names = {record.id: name for record, name in drawn}
    for record, _ in drawn:
        by_unit.setdefault(record.unit, []).append(record)
    panels = [_panel(alt, unit, held, names, arabic=arabic, narrow=narrow) for unit, held in by_unit.items()]
    # without records there is still a chart, an empty one
    return _dressed(alt.vconcat(*panels).resolve_scale(x="independent"), arabic=arabic)


def timeline(events: Iterable[Event], *, language: str = "en", narrow: bool = False) -> Any:
    """When each event was: a bar as long as its date is vague, an arrow where it is open.

    Args:
        events: What to draw, in the order from top to bottom.
        language: "en" or "ar".
        narrow: Fit a phone.

    Raises:
        MissingExtraError: altair is not installed.
    """
    alt, arabic, drawn = _begun(events, language)
    rows: list[dict[str, Any]] = []
    for event, name in drawn:
        first, last = event.period.earliest, event.period.latest
        if first is None and last is None:
            continue
        start, end = first or cast("dt.date", last), last or cast("dt.date", first)
        rows.append(
            {
                "label": _label(name, arabic=arabic),
                "start": start.isoformat(),
                # a day ends where the next begins
                "end": (end + dt.timedelta(days=1)).isoformat() if end < dt.date.max else end.isoformat(),
                "period": str(event.period),
                "open_low": first is None,
                "open_high": last is None,
            }
        )
    base = alt.Chart(alt.Data(values=rows))
    y = _rows_axis(alt, rows, arabic=arabic, narrow=narrow)
    x = alt.X(
        "start:T",
        title=_WORDS["time"][arabic],
        scale=alt.Scale(reverse=arabic, padding=20),
        axis=alt.Axis(format="%Y-%m", labelOverlap=True, tickCount=4 if narrow else 8),
    )
    tooltip = [alt.Tooltip("label:N"), alt.Tooltip("period:N")]
    bars = base.mark_bar(color=_BLUE, height=12, cornerRadius=2, stroke=_BLUE, strokeWidth=2).encode(
        x=x, x2="end:T", y=y, tooltip=tooltip
    )
    layers = [bars, *_arrows(alt, base, y, "start:T", "end:T", arabic=arabic)]
    if narrow:
        layers.append(_labels_above(alt, base, y, 16, arabic=arabic))
    return _dressed(
        alt.layer(*layers).properties(width=_NARROW if narrow else _WIDE, height={"step": 46 if narrow else 34}),
        arabic=arabic,
    )


def parts(
    whole: Observation | Derived, members: Iterable[Observation], *, language: str = "en", narrow: bool = False
) -> Any:
    """A whole as one bar, and below it its parts end to end, in its unit.

    Args:
        whole: The whole, or a total of the parts.
        members: The parts, each with a best value.
        language: "en" or "ar".
        narrow: Fit a phone.

    Raises:
        MissingExtraError: altair is not installed.
        RecordError: The whole or a part states no single value.
        UnitError: A part is of another dimension.
    """
    alt, arabic, drawn = _begun(members, language)
    rows: list[dict[str, Any]] = []
    begin: float = 0
    order: list[str] = []
    for member, named in drawn:
        name, value = _label(named, arabic=arabic), _best(member.to(whole.unit))
        rows.append({"row": "parts", "label": name, "from": begin, "to": begin + value, "value": value})
        order.append(name)
        begin += value
    total = _best(whole)
    name = _label(whole.name, arabic=arabic)
    rows.insert(0, {"row": "whole", "label": name, "from": 0, "to": total, "value": total})
    if begin < total:
        rest = _in_line(_WORDS["rest"][arabic], arabic=arabic)
        rows.append({"row": "parts", "label": rest, "from": begin, "to": total, "value": total - begin})
        order.append(rest)
    for row in rows:
        row["middle"] = (row["from"] + row["to"]) / 2
        row["text"] = f"{row['value']:,}"
        # a number that does not fit its bar would run into its neighbour's
        row["fits"] = row["to"] - row["from"] > total * (0.06 if narrow else 0.035)
    palette = ["#0a3069", "#1f6feb", "#8250df", "#bc4c00", "#116329", "#953800", "#57606a"]
    colours = [_INK, *(palette[index % len(palette)] for index in range(len(order)))]
    base = alt.Chart(alt.Data(values=rows))
    x = alt.X("from:Q", title=_unit_title(whole.unit, arabic=arabic), scale=alt.Scale(reverse=arabic, nice=False))
    y = alt.Y("row:N", sort=["whole", "parts"], axis=None)
    colour = alt.Color("label:N", scale=alt.Scale(domain=[name, *order], range=colours), legend=None)
    tooltip = [alt.Tooltip("label:N"), alt.Tooltip("value:Q", format=",")]
    bars = base.mark_bar(stroke="white", strokeWidth=2).encode(x=x, x2="to:Q", y=y, color=colour, tooltip=tooltip)
    numbers = (
        base.transform_filter("datum.fits")
        .mark_text(color="white", fontSize=13, fontWeight="bold")
        .encode(x=alt.X("middle:Q"), y=y, text="text:N")
    )
    width = _NARROW if narrow else _WIDE
    layered = alt.layer(bars, numbers).properties(width=width, height=96)
    # a legend of altair's own has its squares on the left, whatever the language
    key = alt.Chart(alt.Data(values=[{"label": label} for label in (name, *order)])).encode(
        y=alt.Y("label:N", sort=[name, *order], axis=None), x=alt.value(width - 6 if arabic else 6)
    )
    legend = alt.layer(
        key.mark_square(size=120, opacity=1).encode(color=colour),
        key.mark_text(color=_INK, fontSize=12, dx=-14 if arabic else 14, align="right" if arabic else "left").encode(
            text="label:N"
        ),
    ).properties(width=width, height={"step": 22})
    return _dressed(alt.vconcat(layered, legend), arabic=arabic)


def save(chart: Any, path: str | os.PathLike[str], *, scale: float = 2) -> None:
    """Write a chart as SVG or PNG, by the file's name: whole, or not at all. No browser and no network is needed.

    Args:
        chart: An altair chart.
        path: A file that ends in `.svg` or `.png`.
        scale: For PNG, how many dots a pixel has.

    Raises:
        FileError: The file cannot be written.
        MissingExtraError: vl-convert-python is not installed.
        NotFoundError: It is neither SVG nor PNG.
    """
    import os

    from raqqa_data.sources.atomic import replacing

    vl_convert = optional_module("vl_convert", "charts", "vl-convert-python")
    name = os.fspath(path)
    suffix = name.lower().rpartition(".")[2]
    if suffix not in {"svg", "png"}:
        raise NotFoundError("picture format", suffix, ("svg", "png"))
    spec = chart.to_dict()
    spec.setdefault("background", "white")
    if suffix == "svg":
        content = vl_convert.vegalite_to_svg(spec).encode()
    else:
        content = vl_convert.vegalite_to_png(spec, scale=scale)
    with replacing(name) as stream:
        stream.write(content)


def _panel(
    alt: Any, unit: str, records: list[Observation], names: Mapping[str, Name], *, arabic: bool, narrow: bool
) -> Any:
    rows = [row for record in records if (row := _row(record, names[record.id], arabic=arabic)) is not None]
    numbers = [row[part] for row in rows for part in ("best", "low", "high") if row[part] is not None]
    wide_range = bool(numbers) and min(numbers) > 0 and max(numbers) / min(numbers) >= _LOG_FROM
    scale: dict[str, Any] = {"reverse": arabic}
    if wide_range:
        scale |= {"type": "log", "padding": 80 if narrow else 36}
    elif numbers and min(numbers) >= 0 and max(numbers) > 0:
        # room for an arrow and words beyond the largest, and none below zero
        scale |= {"domain": [0, max(numbers) * (1.4 if narrow else 1.2)], "nice": False}
    else:
        scale |= {"zero": True, "padding": 80 if narrow else 36}
    base = alt.Chart(alt.Data(values=rows))
    y = _rows_axis(alt, rows, arabic=arabic, narrow=narrow)
    most, least = (max(numbers) * 10, min(numbers) / 10) if numbers else (0, 0)
    powers = [10**power for power in range(400) if least <= 10**power <= most]
    ticks = {"values": powers} if wide_range else {"tickCount": 4 if narrow else 6}
    axis = alt.Axis(format=",~f", **ticks)

    def x(field: str) -> Any:
        return alt.X(f"{field}:Q", title=None, scale=alt.Scale(**scale), axis=axis)

    tooltip = [alt.Tooltip(f"{name}:N") for name in ("label", "said", "period", "wording")]
    bars = (
        base.transform_filter("isValid(datum.low) && isValid(datum.high) && datum.low != datum.high")
        .mark_rule(color=_BLUE, strokeWidth=7, opacity=0.45)
        .encode(x=x("low"), x2="high:Q", y=y, tooltip=tooltip)
    )
    # what is stated to lie between two numbers, or beyond one, has no dot
    ends = base.transform_filter("!isValid(datum.best)").mark_tick(color=_BLUE, thickness=3, size=18)
    dots = base.transform_filter("isValid(datum.best)").mark_circle(color=_BLUE, size=110, opacity=1)
    said = base.mark_text(color=_INK, dy=-15, fontSize=12).encode(x=x("middle"), y=y, text="said:N")
    layers = [
        bars,
        *(ends.encode(x=x(part), y=y, tooltip=tooltip) for part in ("low", "high")),
        *_arrows(alt, base, y, "first:Q", "last:Q", arabic=arabic, axis=x),
        dots.encode(x=x("best"), y=y, tooltip=tooltip),
        said,
    ]
    if narrow:
        layers.append(_labels_above(alt, base, y, 31, arabic=arabic))
    title, step = _unit_title(unit, arabic=arabic), 66 if narrow else 46
    return alt.layer(*layers).properties(width=_NARROW if narrow else _WIDE, height={"step": step}, title=title)


def _row(record: Observation, name: Name, *, arabic: bool) -> dict[str, Any] | None:
    estimate = record.estimate
    stated = [part for part in (estimate.low, estimate.best, estimate.high) if part is not None]
    if not stated:
        return None
    return {
        "label": _label(name, arabic=arabic),
        "best": estimate.best,
        "low": estimate.low,
        "high": estimate.high,
        "first": stated[0],
        "last": stated[-1],
        "middle": estimate.best if estimate.best is not None else (stated[0] + stated[-1]) / 2,
        "open_low": estimate.low is None,
        "open_high": estimate.high is None,
        "wording": str(estimate.wording),
        "period": str(record.period),
        "said": _said(estimate, record.unit, arabic=arabic),
    }


def _said(estimate: Estimate, unit: str, *, arabic: bool) -> str:
    if not arabic:
        return amount(estimate, unit)
    from raqqa_data.interchange.citing import amount_in_arabic

    return _in_line(amount_in_arabic(estimate, unit), arabic=True)


def _arrows(alt: Any, base: Any, y: Any, first: str, last: str, *, arabic: bool, axis: Any = None) -> list[Any]:
    """An arrow away from each end that is not stated."""
    layers: list[Any] = []
    for flag, field, outwards in (("open_low", first, -1), ("open_high", last, 1)):
        direction = -outwards if arabic else outwards
        x = axis(field.partition(":")[0]) if axis else alt.X(field)
        held = base.transform_filter(f"datum.{flag}")
        layers += [
            held.mark_rule(color=_ORANGE, strokeWidth=2, xOffset=0, x2Offset=direction * _ARROW).encode(
                x=x, x2=field.partition(":")[0], y=y
            ),
            held.mark_point(
                shape="triangle-right" if direction > 0 else "triangle-left",
                color=_ORANGE,
                filled=True,
                opacity=1,
                size=70,
                xOffset=direction * _ARROW,
            ).encode(x=x, y=y),
        ]
    return layers


def _rows_axis(alt: Any, rows: list[dict[str, Any]], *, arabic: bool, narrow: bool) -> Any:
    beside = alt.Axis(orient="right" if arabic else "left", labelLimit=0, ticks=False, domain=False, labelPadding=8)
    return alt.Y("label:N", title=None, sort=[row["label"] for row in rows], axis=None if narrow else beside)


def _labels_above(alt: Any, base: Any, y: Any, above: int, *, arabic: bool) -> Any:
    """The label of each row above it, where there is no room beside it."""
    side = "right" if arabic else "left"
    return base.mark_text(color=_INK, fontSize=12, fontWeight="bold", align=side, dy=-above).encode(
        x=alt.value(_NARROW if arabic else 0), y=y, text="label:N"
    )


def _dressed(drawn: Any, *, arabic: bool) -> Any:
    return (
        drawn.configure(font=FONTS[arabic], background="white")
        .configure_view(stroke=None)
        .configure_axis(labelFontSize=12, titleFontSize=12, labelColor=_INK, gridColor="#e6e8eb", titleColor=_GREY)
        .configure_title(
            anchor="end" if arabic else "start", frame="group", fontSize=13, color=_GREY, fontWeight="normal"
        )
        .configure_legend(labelFontSize=12, labelColor=_INK)
    )


def _unit_title(unit: str, *, arabic: bool) -> str:
    row = find_unit(unit)
    return _in_line(row.plural.ar if arabic else row.plural.en, arabic=arabic)


def _label(name: Name, *, arabic: bool) -> str:
    return _in_line(name.ar if arabic else name.en, arabic=arabic)


def _in_line(text: str, *, arabic: bool) -> str:
    # a page holds the chart within a script, which a tag could end: a joiner, which has no width, makes it none
    text = text.replace("<", "<\u2060")
    # a picture has no direction of its own: an isolate gives an Arabic line its own, whatever it begins with
    return f"\u2067{text}\u2069" if arabic else text


def _best(value: Observation | Derived) -> float:
    if value.estimate.best is None:
        raise RecordError("parts", "best", str(value.estimate), "states no single value to draw")
    return value.estimate.best


def _begun(records: Iterable[RecordT], language: str) -> tuple[Any, bool, list[tuple[RecordT, Name]]]:
    """What every chart begins with: altair, whether it runs from the right, and each record with its label."""
    alt, arabic, drawn = optional_module("altair", "charts"), _is_arabic(language), tuple(records)
    return alt, arabic, list(zip(drawn, labels(drawn), strict=True))


def _is_arabic(language: str) -> bool:
    if language not in {"en", "ar"}:
        raise NotFoundError("language", language, ("en", "ar"))
    return language == "ar"
