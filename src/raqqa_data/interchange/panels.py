"""What charts are made of: a panel a unit, with a row for each value; arrows for what is not stated."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from raqqa_data.errors import NotFoundError
from raqqa_data.records.display import amount
from raqqa_data.units.table import find_unit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from raqqa_data.aggregation import Derived
    from raqqa_data.records.estimate import Estimate
    from raqqa_data.records.observation import Observation
    from raqqa_data.texts import Name

INK, BLUE, GREY = "#24292f", "#1f6feb", "#6e7781"
WIDE, NARROW = 560, 320
FONTS = (
    "IBM Plex Sans, Noto Sans, DejaVu Sans, Arial, sans-serif",
    "IBM Plex Sans Arabic, DejaVu Sans, Noto Sans Arabic, Noto Naskh Arabic, sans-serif",
)
"""For English and for Arabic: the first that the machine has."""
_ORANGE = "#bc4c00"
_ARROW = 26
_LOG_FROM = 100


def is_arabic(language: str) -> bool:
    """Whether a chart runs from right to left.

    Raises:
        NotFoundError: There is no such language.
    """
    if language not in {"en", "ar"}:
        raise NotFoundError("language", language, ("en", "ar"))
    return language == "ar"


def dressed(drawn: Any, *, arabic: bool) -> Any:
    """A drawing in the letters and colours that all charts have."""
    return (
        drawn.configure(font=FONTS[arabic], background="white")
        .configure_view(stroke=None)
        .configure_axis(labelFontSize=12, titleFontSize=12, labelColor=INK, gridColor="#e6e8eb", titleColor=GREY)
        .configure_title(
            anchor="end" if arabic else "start", frame="group", fontSize=13, color=GREY, fontWeight="normal"
        )
        .configure_legend(labelFontSize=12, labelColor=INK)
    )


def panels(alt: Any, named: Iterable[tuple[Observation | Derived, Name]], *, arabic: bool, narrow: bool) -> Any:
    """A panel for each unit, with a row for each value; without values an empty chart."""
    by_unit: dict[str, list[tuple[Observation | Derived, Name]]] = {}
    for value, name in named:
        by_unit.setdefault(value.unit, []).append((value, name))
    drawn = [panel(alt, unit, held, arabic=arabic, narrow=narrow) for unit, held in by_unit.items()]
    return alt.vconcat(*drawn).resolve_scale(x="independent")


def panel(
    alt: Any, unit: str, named: Iterable[tuple[Observation | Derived, Name]], *, arabic: bool, narrow: bool
) -> Any:
    """Values of one unit, a row each: a dot for the best, a bar between the bounds, an arrow where one is open."""
    rows = [row for value, name in named if (row := _row(value, name, arabic=arabic)) is not None]
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
    y = rows_axis(alt, rows, arabic=arabic, narrow=narrow)
    most, least = (max(numbers) * 10, min(numbers) / 10) if numbers else (0, 0)
    powers = [10**power for power in range(400) if least <= 10**power <= most]
    ticks = {"values": powers} if wide_range else {"tickCount": 4 if narrow else 6}
    axis = alt.Axis(format=",~f", **ticks)

    def x(field: str) -> Any:
        return alt.X(f"{field}:Q", title=None, scale=alt.Scale(**scale), axis=axis)

    tooltip = [alt.Tooltip(f"{name}:N") for name in ("label", "said", "period", "wording")]
    bars = (
        base.transform_filter("isValid(datum.low) && isValid(datum.high) && datum.low != datum.high")
        .mark_rule(color=BLUE, strokeWidth=7, opacity=0.45)
        .encode(x=x("low"), x2="high:Q", y=y, tooltip=tooltip)
    )
    # what is stated to lie between two numbers, or beyond one, has no dot
    ends = base.transform_filter("!isValid(datum.best)").mark_tick(color=BLUE, thickness=3, size=18)
    dots = base.transform_filter("isValid(datum.best)").mark_circle(color=BLUE, size=110, opacity=1)
    said = base.mark_text(color=INK, dy=-15, fontSize=12).encode(x=x("middle"), y=y, text="said:N")
    layers = [
        bars,
        *(ends.encode(x=x(part), y=y, tooltip=tooltip) for part in ("low", "high")),
        *arrows(alt, base, y, "first:Q", "last:Q", arabic=arabic, axis=x),
        dots.encode(x=x("best"), y=y, tooltip=tooltip),
        said,
    ]
    if narrow:
        layers.append(labels_above(alt, base, y, 31, arabic=arabic))
    title, step = unit_title(unit, arabic=arabic), 66 if narrow else 46
    return alt.layer(*layers).properties(width=NARROW if narrow else WIDE, height={"step": step}, title=title)


def _row(record: Observation | Derived, name: Name, *, arabic: bool) -> dict[str, Any] | None:
    estimate = record.estimate
    stated = [part for part in (estimate.low, estimate.best, estimate.high) if part is not None]
    if not stated:
        return None
    return {
        "label": label(name, arabic=arabic),
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
        "said": _said_of(estimate, record.unit, arabic=arabic),
    }


def _said_of(estimate: Estimate, unit: str, *, arabic: bool) -> str:
    if not arabic:
        return amount(estimate, unit)
    from raqqa_data.interchange.citing import amount_in_arabic

    return in_line(amount_in_arabic(estimate, unit), arabic=True)


def arrows(alt: Any, base: Any, y: Any, first: str, last: str, *, arabic: bool, axis: Any = None) -> list[Any]:
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


def rows_axis(alt: Any, rows: list[dict[str, Any]], *, arabic: bool, narrow: bool) -> Any:
    """The axis of the rows, in their order; none where it is too narrow for labels beside them."""
    beside = alt.Axis(orient="right" if arabic else "left", labelLimit=0, ticks=False, domain=False, labelPadding=8)
    return alt.Y("label:N", title=None, sort=[row["label"] for row in rows], axis=None if narrow else beside)


def labels_above(alt: Any, base: Any, y: Any, above: int, *, arabic: bool) -> Any:
    """The label of each row above it, where there is no room beside it."""
    side = "right" if arabic else "left"
    return base.mark_text(color=INK, fontSize=12, fontWeight="bold", align=side, dy=-above).encode(
        x=alt.value(NARROW if arabic else 0), y=y, text="label:N"
    )


def unit_title(unit: str, *, arabic: bool) -> str:
    """What a panel or an axis of a unit is called."""
    row = find_unit(unit)
    return in_line(row.plural.ar if arabic else row.plural.en, arabic=arabic)


def label(name: Name, *, arabic: bool) -> str:
    """A name in the language of the chart."""
    return in_line(name.ar if arabic else name.en, arabic=arabic)


def in_line(text: str, *, arabic: bool) -> str:
    """A text of the chart's direction, which ends no script of a page."""
    # a page holds the chart within a script, which a tag could end: a joiner, which has no width, makes it none
    text = text.replace("<", "<\u2060")
    # a picture has no direction of its own: an isolate gives an Arabic line its own, whatever it begins with
    return f"\u2067{text}\u2069" if arabic else text
