"""The drawing of how data flows, wide or tall, read from the side where the language begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hooks import charts
from hooks.svg import Canvas
from hooks.words import Lang, pick

if TYPE_CHECKING:
    from collections.abc import Sequence

WORDS: dict[str, tuple[str, str]] = {
    "document": ("document", "الوثيقة"),
    "mentions": ("mentions", "الأرقام والتواريخ"),
    "annotations": ("annotations", "الشروح"),
    "person": ("by a person", "يكتبها إنسان"),
    "catalogue": ("catalogue", "الفهرس"),
    "datasets": ("typed datasets", "مجموعات بيانات ذات أنواع"),
    "uses": ("totals, tables, files", "مجاميع وجداول وملفات"),
    "reading": ("reading", "قراءة"),
    "building": ("building", "بناء"),
    "loading": ("loading", "تحميل"),
    "aggregation": ("aggregation", "جمع"),
}
LABEL = (
    "A document is read into mentions, built with annotations into a catalogue, and loaded as typed datasets.",
    "يُستخرج من الوثيقة كل ذِكر لرقم أو تاريخ، ويُبنى منه مع الشروح فهرس، وتُحمَّل منه مجموعات بيانات ذات أنواع.",
)


def flow(lang: Lang) -> str:
    """Both drawings, as one figure."""
    return charts.figure(lambda width: tall(lang) if width == charts.NARROW else wide(lang), pick(LABEL, lang))


def wide(lang: Lang) -> Canvas:
    """From one side to the other."""
    canvas = Canvas(lang, charts.WIDE, 200)
    _box(canvas, 4, 10, 112, "document")
    _box(canvas, 190, 10, 112, "mentions")
    _box(canvas, 190, 135, 112, "annotations", "person")
    _box(canvas, 372, 72, 112, "catalogue")
    _box(canvas, 560, 10, 156, "datasets")
    _box(canvas, 560, 135, 156, "uses")
    _arrow(canvas, [(116, 35), (188, 35)], "reading", (152, 26))
    _arrow(canvas, [(302, 35), (336, 35), (336, 97), (370, 97)], "building", (344, 60), start=True)
    _arrow(canvas, [(302, 160), (336, 160), (336, 97), (370, 97)])
    _arrow(canvas, [(484, 97), (520, 97), (520, 35), (558, 35)], "loading", (528, 72), start=True)
    _arrow(canvas, [(638, 60), (638, 133)], "aggregation", (648, 102), start=True)
    return canvas


def tall(lang: Lang) -> Canvas:
    """From top to bottom, for a phone."""
    canvas = Canvas(lang, charts.NARROW, 470)
    _box(canvas, 10, 6, 150, "document")
    _box(canvas, 10, 96, 150, "mentions")
    _box(canvas, 180, 96, 150, "annotations", "person")
    _box(canvas, 70, 206, 200, "catalogue")
    _box(canvas, 70, 306, 200, "datasets")
    _box(canvas, 70, 406, 200, "uses")
    _arrow(canvas, [(85, 56), (85, 94)], "reading", (96, 80), start=True)
    _arrow(canvas, [(85, 146), (85, 176), (170, 176), (170, 204)])
    _arrow(canvas, [(255, 146), (255, 176), (170, 176), (170, 204)], "building", (182, 196), start=True)
    _arrow(canvas, [(170, 256), (170, 304)], "loading", (182, 284), start=True)
    _arrow(canvas, [(170, 356), (170, 404)], "aggregation", (182, 384), start=True)
    return canvas


def _box(canvas: Canvas, x: float, y: float, width: float, word: str, below: str = "") -> None:
    canvas.box(x, y, width, 50, "c-frame")
    middle = y + (22 if below else 30)
    canvas.text(x + width / 2, middle, pick(WORDS[word], canvas.lang), at="middle", size=13)
    if below:
        canvas.text(x + width / 2, y + 40, pick(WORDS[below], canvas.lang), at="middle", cls="c-soft", size=12)


def _arrow(
    canvas: Canvas,
    path: Sequence[tuple[float, float]],
    word: str = "",
    at: tuple[float, float] = (0, 0),
    *,
    start: bool = False,
) -> None:
    canvas.path(path, "c-thin")
    (x1, y1), (x2, y2) = path[-2:]
    back = 6
    if y1 == y2:
        side = back if x2 > x1 else -back
        canvas.path([(x2 - side, y2 - 4), (x2, y2), (x2 - side, y2 + 4)], "c-thin")
    else:
        canvas.path([(x2 - 4, y2 - back), (x2, y2), (x2 + 4, y2 - back)], "c-thin")
    if word:
        canvas.text(*at, pick(WORDS[word], canvas.lang), at="start" if start else "middle", cls="c-soft", size=12)
