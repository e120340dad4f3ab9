"""A small canvas for inline SVG: coordinates count from the side where reading starts, so Arabic is mirrored."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Literal

import attrs

from hooks.words import Lang

if TYPE_CHECKING:
    from collections.abc import Sequence

_WIDE, _LINE, _SHORT_LINE = 500, 88, 56  # characters of the source line, by the width of the picture
Anchor = Literal["start", "middle", "end"]
# a right-to-left isolate: whatever stands in the text, it reads from the right
ISOLATE = "\u2067{}\u2069"
FONT = "IBM Plex Sans Arabic"
# standalone files carry their own colours; inline ones take the page's from its style sheet
PALETTE = {
    "c-text": "fill:#1b2a2b",
    "c-soft": "fill:#4a5c5d",
    "c-dot": "fill:#0b5f63",
    "c-hollow": "fill:#ffffff;stroke:#0b5f63;stroke-width:2.5",
    "c-bar": "fill:#0b5f63",
    "c-bar2": "fill:#c2571a",
    "c-bar3": "fill:#6b7a1e",
    "c-line": "stroke:#0b5f63;stroke-width:2.5;fill:none",
    "c-fuzzy": "stroke:#0b5f63;stroke-width:2.5;stroke-dasharray:2 5;fill:none",
    "c-grid": "stroke:#d5dede;stroke-width:1",
    "c-land": "fill:#e9efee;stroke:#6d8283;stroke-width:1",
}


@attrs.define
class Canvas:
    """Shapes in reading order.

    Attributes:
        lang: The language; Arabic is drawn from the right.
        width: In pixels.
        height: In pixels, grown as rows are added.
    """

    lang: Lang
    width: int
    height: float = 0
    shapes: list[str] = attrs.field(factory=list[str])

    def x(self, x: float) -> float:
        """Where a distance from the starting side lies."""
        return self.width - x if self.lang == "ar" else x

    def add(self, shape: str) -> None:
        """Draw a shape as it is."""
        self.shapes.append(shape)

    def text(self, x: float, y: float, text: str, *, at: Anchor = "start", cls: str = "c-text", size: int = 14) -> None:
        """Text whose start, middle or end in reading direction lies at x."""
        side = {"start": "end", "end": "start"}.get(at, at) if self.lang == "ar" else at
        shown = ISOLATE.format(text) if self.lang == "ar" else text
        self.add(
            f'<text x="{self.x(x):.1f}" y="{y:.1f}" text-anchor="{side}" class="{cls}" font-size="{size}">'
            f"{escape(shown)}</text>"
        )

    def line(self, x1: float, y1: float, x2: float, y2: float, cls: str = "c-line") -> None:
        """A straight line."""
        self.path([(x1, y1), (x2, y2)], cls)

    def path(self, points: Sequence[tuple[float, float]], cls: str) -> None:
        """Straight lines from point to point."""
        through = "L".join(f"{self.x(x):.1f} {y:.1f}" for x, y in points)
        self.add(f'<path d="M{through}" class="{cls}"/>')

    def arrow(self, x1: float, x2: float, y: float) -> None:
        """A level line with a head at its second end."""
        side = x2 + (-7 if x2 > x1 else 7)
        self.line(x1, y, x2, y)
        self.path([(side, y - 5), (x2, y), (side, y + 5)], "c-line")

    def dot(self, x: float, y: float, *, hollow: bool = False, radius: float = 6.5) -> None:
        """A dot, hollow where the value is approximate."""
        cls = "c-hollow" if hollow else "c-dot"
        self.add(f'<circle cx="{self.x(x):.1f}" cy="{y:.1f}" r="{radius}" class="{cls}"/>')

    def box(self, x: float, y: float, width: float, height: float, cls: str = "c-bar") -> None:
        """A rectangle that begins at x."""
        left = self.width - x - width if self.lang == "ar" else x
        self.add(
            f'<rect x="{left:.1f}" y="{y:.1f}" width="{max(width, 1):.1f}" height="{height:.1f}" class="{cls}" rx="2"/>'
        )

    def inline(self, label: str) -> str:
        """For a page: named, as wide as there is room, coloured by the style sheet."""
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {self.width} {self.height:.0f}" role="img" '
            f'aria-label="{escape(label)}" style="max-width:{self.width}px" width="{self.width}" '
            f'height="{self.height:.0f}" direction="ltr">{"".join(self.shapes)}</svg>'
        )

    def alone(self, title: str, source: str) -> str:
        """For a file: white ground, title, source, its own colours."""
        rules = "".join(f".{name}{{{style}}}" for name, style in PALETTE.items())
        head = Canvas(self.lang, self.width)
        head.text(16, 30, title, size=17)
        lines = wrapped(source, _LINE if self.width >= _WIDE else _SHORT_LINE)
        for index, line in enumerate(lines):
            head.text(16, 58 + self.height + 16 * index, line, cls="c-soft", size=11)
        height = self.height + 62 + 16 * len(lines)
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{self.width}" height="{height:.0f}" '
            f'viewBox="0 0 {self.width} {height:.0f}" direction="ltr" font-family="{FONT}, sans-serif">'
            f"<title>{escape(title)}</title><style>{rules}</style>"
            f'<rect width="100%" height="100%" fill="#ffffff"/>{"".join(head.shapes)}'
            f'<g transform="translate(0 42)">{"".join(self.shapes)}</g></svg>\n'
        )


def wrapped(text: str, width: int) -> list[str]:
    """Lines of at most so many characters.

    Example:
        >>> wrapped("one two three", 7)
        ['one two', 'three']
    """
    lines = [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > width:
            lines.append("")
        lines[-1] += f" {word}" if lines[-1] else word
    return lines
