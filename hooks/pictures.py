"""Charts as files: SVG with the glyphs that it uses, and PNG."""

from __future__ import annotations

import base64
import functools
import importlib
import re
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import raqqa_data as rd
from hooks import weight
from hooks.amounts import when
from hooks.words import Lang, say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hooks.svg import Canvas

_FACES = ("ibm-plex-sans-arabic-arabic-400-normal.woff2", "ibm-plex-sans-arabic-latin-400-normal.woff2")
_TEXT = re.compile(r">([^<]+)</t")


def source_line(lang: Lang) -> str:
    """What stands below every picture that leaves the site."""
    document = rd.observations[0].document
    published = when(document.published, lang) if document.published else say("not_stated", lang)
    return say("source_line", lang).format(published=published, version=rd.__version__, data=rd.data_version)


def letters(pictures: Iterable[tuple[Canvas, str]], lang: Lang) -> str:
    """Every letter of the charts with their titles, each once."""
    texts = (_TEXT.findall(canvas.alone(title, source_line(lang))) for canvas, title in pictures)
    return "".join(sorted({letter for found in texts for text in found for letter in text}))


def svg_file(canvas: Canvas, title: str, lang: Lang, alphabet: str) -> str:
    """A file that looks the same anywhere: the glyphs of an alphabet are in it."""
    faces = "".join(_face(name, alphabet) for name in _FACES)
    return canvas.alone(title, source_line(lang)).replace("<style>", f"<style>{faces}", 1)


def png_file(canvas: Canvas, title: str, lang: Lang) -> bytes:
    """The same as a picture of twice the size."""
    import vl_convert

    _register_fonts()
    return vl_convert.svg_to_png(canvas.alone(title, source_line(lang)), scale=2)


def _face(name: str, alphabet: str) -> str:
    data = base64.b64encode(weight.font(name, alphabet)).decode()
    reach = "U+600-6FF,U+200C-200F" if "arabic-arabic" in name else "U+20-17F,U+2010-2044,U+20AC,U+2212"
    return (
        f'@font-face{{font-family:"IBM Plex Sans Arabic";src:url(data:font/woff2;base64,{data});unicode-range:{reach}}}'
    )


@functools.cache
def _register_fonts() -> None:
    """Let the renderer know the site's fonts, which it reads as TrueType only."""
    import vl_convert

    merge: Any = importlib.import_module("fontTools.merge")

    folder = Path(tempfile.mkdtemp(prefix="raqqa-fonts-"))
    halves: list[str] = []
    for name in _FACES:
        font: Any = importlib.import_module("fontTools.ttLib").TTFont(weight.FONTS / name)
        font.flavor = None
        halves.append(str(folder / f"{Path(name).stem}.ttf"))
        font.save(halves[-1])
    merge.Merger().merge(halves).save(folder / "whole.ttf")
    for half in halves:
        Path(half).unlink()
    vl_convert.register_font_directory(str(folder))
