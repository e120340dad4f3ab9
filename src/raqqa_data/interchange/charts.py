"""Charts by altair: estimates with their bounds, a timeline of events, and a whole with its parts.

English runs from left to right, Arabic from right to left: axes, bars and arrows are mirrored. A bound that is not
stated is an arrow, never the end of a bar.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, TypeVar, cast

from raqqa_data.aggregation import Derived, Totals
from raqqa_data.errors import NotFoundError, RecordError, optional_module
from raqqa_data.interchange.panels import (
    BLUE,
    INK,
    NARROW,
    WIDE,
    arrows,
    dressed,
    in_line,
    is_arabic,
    label,
    labels_above,
    panels,
    rows_axis,
    unit_title,
)
from raqqa_data.records.dataset import Dataset, Events, Observations
from raqqa_data.records.display import labels
from raqqa_data.records.observation import Event, Observation

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable

    from raqqa_data.records.record import Record
    from raqqa_data.texts import Name

RecordT = TypeVar("RecordT", bound="Record")

_WORDS = {
    "whole": ("whole", "الكل"),
    "rest": ("not among the parts", "خارج الأجزاء"),
    "time": ("Time", "الزمن"),
}


def chart(
    what: Observation | Observations | Dataset | Derived | Totals | Event | Events,
    *,
    language: str = "en",
    narrow: bool = False,
) -> Any:
    """The chart that suits: a timeline for events, the parts for a total of some, else estimates with their bounds.

    Args:
        what: Records, a derived value, or several by group or period.
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
    if isinstance(what, Totals):
        from raqqa_data.interchange.totals_charts import totals_chart

        return totals_chart(what, language=language, narrow=narrow)
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
    # without records there is still a chart, an empty one
    return dressed(panels(alt, drawn, arabic=arabic, narrow=narrow), arabic=arabic)


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
                "label": label(name, arabic=arabic),
                "start": start.isoformat(),
                # a day ends where the next begins
                "end": (end + dt.timedelta(days=1)).isoformat() if end < dt.date.max else end.isoformat(),
                "period": str(event.period),
                "open_low": first is None,
                "open_high": last is None,
            }
        )
    base = alt.Chart(alt.Data(values=rows))
    y = rows_axis(alt, rows, arabic=arabic, narrow=narrow)
    x = alt.X(
        "start:T",
        title=_WORDS["time"][arabic],
        scale=alt.Scale(reverse=arabic, padding=20),
        axis=alt.Axis(format="%Y-%m", labelOverlap=True, tickCount=4 if narrow else 8),
    )
    tooltip = [alt.Tooltip("label:N"), alt.Tooltip("period:N")]
    bars = base.mark_bar(color=BLUE, height=12, cornerRadius=2, stroke=BLUE, strokeWidth=2).encode(
        x=x, x2="end:T", y=y, tooltip=tooltip
    )
    layers = [bars, *arrows(alt, base, y, "start:T", "end:T", arabic=arabic)]
    if narrow:
        layers.append(labels_above(alt, base, y, 16, arabic=arabic))
    return dressed(
        alt.layer(*layers).properties(width=NARROW if narrow else WIDE, height={"step": 46 if narrow else 34}),
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
        name, value = label(named, arabic=arabic), _best(member.to(whole.unit))
        rows.append({"row": "parts", "label": name, "from": begin, "to": begin + value, "value": value})
        order.append(name)
        begin += value
    total = _best(whole)
    name = label(whole.name, arabic=arabic)
    rows.insert(0, {"row": "whole", "label": name, "from": 0, "to": total, "value": total})
    if begin < total:
        rest = in_line(_WORDS["rest"][arabic], arabic=arabic)
        rows.append({"row": "parts", "label": rest, "from": begin, "to": total, "value": total - begin})
        order.append(rest)
    for row in rows:
        row["middle"] = (row["from"] + row["to"]) / 2
        row["text"] = f"{row['value']:,}"
        # a number that does not fit its bar would run into its neighbour's
        row["fits"] = row["to"] - row["from"] > total * (0.06 if narrow else 0.035)
    palette = ["#0a3069", "#1f6feb", "#8250df", "#bc4c00", "#116329", "#953800", "#57606a"]
    colours = [INK, *(palette[index % len(palette)] for index in range(len(order)))]
    base = alt.Chart(alt.Data(values=rows))
    x = alt.X("from:Q", title=unit_title(whole.unit, arabic=arabic), scale=alt.Scale(reverse=arabic, nice=False))
    y = alt.Y("row:N", sort=["whole", "parts"], axis=None)
    colour = alt.Color("label:N", scale=alt.Scale(domain=[name, *order], range=colours), legend=None)
    tooltip = [alt.Tooltip("label:N"), alt.Tooltip("value:Q", format=",")]
    bars = base.mark_bar(stroke="white", strokeWidth=2).encode(x=x, x2="to:Q", y=y, color=colour, tooltip=tooltip)
    numbers = (
        base.transform_filter("datum.fits")
        .mark_text(color="white", fontSize=13, fontWeight="bold")
        .encode(x=alt.X("middle:Q"), y=y, text="text:N")
    )
    width = NARROW if narrow else WIDE
    layered = alt.layer(bars, numbers).properties(width=width, height=96)
    # a legend of altair's own has its squares on the left, whatever the language
    key = alt.Chart(alt.Data(values=[{"label": label} for label in (name, *order)])).encode(
        y=alt.Y("label:N", sort=[name, *order], axis=None), x=alt.value(width - 6 if arabic else 6)
    )
    legend = alt.layer(
        key.mark_square(size=120, opacity=1).encode(color=colour),
        key.mark_text(color=INK, fontSize=12, dx=-14 if arabic else 14, align="right" if arabic else "left").encode(
            text="label:N"
        ),
    ).properties(width=width, height={"step": 22})
    return dressed(alt.vconcat(layered, legend), arabic=arabic)


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


def _best(value: Observation | Derived) -> float:
    if value.estimate.best is None:
        raise RecordError("parts", "best", str(value.estimate), "states no single value to draw")
    return value.estimate.best


def _begun(records: Iterable[RecordT], language: str) -> tuple[Any, bool, list[tuple[RecordT, Name]]]:
    """What every chart begins with: altair, whether it runs from the right, and each record with its label."""
    alt, arabic, drawn = optional_module("altair", "charts"), is_arabic(language), tuple(records)
    return alt, arabic, list(zip(drawn, labels(drawn), strict=True))
