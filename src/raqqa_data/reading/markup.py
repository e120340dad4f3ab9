"""A text with every figure in it highlighted, as HTML: right to left, the reading on hover."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from raqqa_data.reading.mention import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from raqqa_data.reading.mention import Mention

_STYLE = """
body { font: 1.1rem/1.9 "Noto Naskh Arabic", "Amiri", serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
mark { border-radius: .2em; padding: 0 .15em; background: #fde68a; color: inherit; }
mark.date { background: #bfdbfe; } mark.ordinal { background: #e5e7eb; } mark.money { background: #bbf7d0; }
mark.percent { background: #fbcfe8; }
mark.duration, mark.age { background: #ddd6fe; } mark.measure { background: #fed7aa; }
"""


def reading_of(mention: Mention) -> str:
    """What a mention says, in a few words of English.

    Example:
        >>> from raqqa_data.reading import read
        >>> reading_of(read("نحو 40 كيلومترا")[0])
        'measure: about 40 kilometer'
    """
    if mention.kind is Kind.DATE:
        calendar = "" if mention.calendar == "gregorian" else f" ({mention.calendar})"
        if mention.period is not None:
            return f"date: {mention.period}{calendar}"
        hint = "" if mention.calendar == "gregorian" else "; pip install 'raqqa_data[hijri]' converts it"
        return f"date: unresolved{calendar}{hint}"
    words = [f"{mention.kind}:", str(mention.estimate), mention.unit or ""]
    if mention.ambiguous is not None:
        words.append(f"(or {mention.ambiguous.estimate})")
    return " ".join(filter(None, words))


def highlight(text: str, mentions: Iterable[Mention]) -> str:
    """The text as an HTML paragraph, each mention marked, its reading on hover.

    Args:
        text: The text as it was read.
        mentions: What `read` found in it.
    """
    pieces: list[str] = []
    done = 0
    for mention in mentions:
        pieces.append(_plain(text[done : mention.start]))
        title = escape(reading_of(mention), quote=True)
        pieces.append(f'<mark class="{mention.kind}" title="{title}" dir="rtl">{_plain(mention.text)}</mark>')
        done = mention.end
    pieces.append(_plain(text[done:]))
    return f'<p dir="rtl" lang="ar">{"".join(pieces)}</p>'


def page(paragraphs: Iterable[tuple[str, str]], title: str = "raqqa_data") -> str:
    """A whole HTML page of highlighted texts, each under its heading.

    Args:
        paragraphs: Heading and HTML of each, as `highlight` gives it.
        title: The page's title.
    """
    sections = (f'<section><h2 dir="auto">{escape(name)}</h2>\n{html}\n</section>' for name, html in paragraphs)
    body = "\n".join(sections)
    return (
        f'<!doctype html>\n<html lang="ar" dir="rtl">\n<head>\n<meta charset="utf-8">\n<title>{escape(title)}</title>\n'
        f"<style>{_STYLE}</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )


def _plain(text: str) -> str:
    return escape(text, quote=True).replace("\n", "<br>\n")
