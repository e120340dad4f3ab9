"""Less to load: fonts and styles of the theme without what no page uses."""

from __future__ import annotations

import functools
import importlib
import io
import re
from pathlib import Path
from typing import Any

FONTS = Path(__file__).parent.parent / "docs" / "shared" / "assets" / "fonts"
# ASCII and Latin 1, then Arabic with its marks and digits, the letters that Persian adds, and the signs of the pages
LETTERS = "".join(map(chr, (*range(0x20, 0x7F), *range(0xA0, 0x100), *range(0x621, 0x653), *range(0x660, 0x66E)))) + (
    "،؛؟ٰٱپچژکگی۰۱۲۳۴۵۶۷۸۹\u200c\u200d\u200e\u200f–—‘’“”•…€−←↑→↓"
)
_NAMES = [0, 13, 14]  # of copyright and licence: the licence keeps the font's own name for the whole font
_CHOICE = re.compile(r"[^{}]*\[data-md-color-(?:primary|accent)=[^{}]*\{[^{}]*\}")
_EMPTY = re.compile(r"@media[^{}]*\{\}")


@functools.cache
def font(name: str, letters: str = LETTERS) -> bytes:
    """One of the site's fonts with the glyphs of some letters, and every way in which they join."""
    subset: Any = importlib.import_module("fontTools.subset")  # it has no types
    whole: Any = importlib.import_module("fontTools.ttLib").TTFont(FONTS / name)
    options = subset.Options(layout_features=["*"], name_IDs=_NAMES, hinting=False)
    chosen = subset.Subsetter(options)
    chosen.populate(text=letters)
    chosen.subset(whole)
    whole.flavor = "woff2"
    out = io.BytesIO()
    whole.save(out)
    return out.getvalue()


def palette(css: str) -> str:
    """The theme's schemes without the colours to choose from: the site has its own.

    Example:
        >>> palette("[data-md-color-scheme=slate]{a:b}[data-md-color-primary=red]{c:d}@media print{}")
        '[data-md-color-scheme=slate]{a:b}'
    """
    return _EMPTY.sub("", _CHOICE.sub("", css))
