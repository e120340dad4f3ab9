"""A text with every figure in it highlighted, as HTML: right to left, the reading on hover or in a table."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from raqqa_data.records.display import facts_as_html, table_as_html

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
# a notebook keeps no style sheet of ours, and its ground is light or dark: bold and a line below need no colour
_INK = "background:transparent;color:inherit;font-weight:bold;text-decoration:underline;text-underline-offset:.25em"


def reading_of(mention: Mention) -> str:
    """What a mention says, in a few words of English.

    Example:
        >>> from raqqa_data.reading import read
        >>> reading_of(read("نحو 40 كيلومترا")[0])
        'measure: about 40 kilometer'
    """
    if mention.kind == "date":
        calendar = "" if mention.calendar == "gregorian" else f" ({mention.calendar})"
        if mention.period is not None:
            return f"date: {mention.period}{calendar}"
        hint = "" if mention.calendar == "gregorian" else "; pip install 'raqqa_data[hijri]' converts it"
        return f"date: unresolved{calendar}{hint}"
    words = [f"{mention.kind}:", str(mention.estimate), mention.unit or ""]
    if mention.country_hint is not None:
        words.append(f"(the currency of {mention.country_hint})")
    if mention.ambiguous is not None:
        words.append(f"(or {other_reading(mention)})")
    return " ".join(filter(None, words))


def other_reading(mention: Mention) -> str:
    """What the other reading of a figure says, "" where there is none.

    Example:
        >>> from raqqa_data.reading import read
        >>> other_reading(read("رفعت الحكومة السورية السعر إلى 400 ليرة")[0])
        '400 of another currency'
    """
    other = mention.ambiguous
    if other is None:
        return ""
    if other.unit is None and mention.unit is not None:
        return f"{other.estimate} of another currency"
    return f"{other.estimate} {other.unit}" if other.unit != mention.unit else str(other.estimate)


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


def marked(words: str, meaning: str) -> str:
    """Words marked so that they stand out on any ground, their meaning on hover."""
    return f"<mark dir='auto' style='{_INK}' title='{escape(meaning)}'>{escape(words)}</mark>"


def notebook_text(text: str, mentions: Iterable[Mention]) -> str:
    """The text as `highlight` gives it, for a page whose style and colours are not ours."""
    pieces: list[str] = []
    done = 0
    for mention in mentions:
        words = text[mention.start : mention.end]
        pieces += [escape(text[done : mention.start]), marked(words, reading_of(mention))]
        done = mention.end
    pieces.append(escape(text[done:]))
    return f"<p dir='rtl' lang='ar' style='text-align:start;white-space:pre-wrap'>{''.join(pieces)}</p>"


def notebook_table(mentions: Iterable[Mention]) -> str:
    """One row a mention: its words, where they stand, and what they say."""
    rows = ((mention.text, f"{mention.start}:{mention.end}", reading_of(mention)) for mention in mentions)
    return table_as_html(("words", "characters", "reading"), rows)


def notebook_card(mention: Mention) -> str:
    """One mention: its words with the number marked, and what each part of them is."""
    words, number = mention.text, mention.number
    if number is None:
        caption = marked(words, reading_of(mention))
    else:
        begin, end = number.start - mention.start, number.end - mention.start
        caption = f"{escape(words[:begin])}{marked(words[begin:end], reading_of(mention))}{escape(words[end:])}"
    spans = {name: getattr(mention, name) for name in ("qualifier", "number", "unit_span", "noun")}
    facts = [
        ("Reading", reading_of(mention)),
        *((name.removesuffix("_span").capitalize(), span.text) for name, span in spans.items() if span is not None),
        ("Characters", f"{mention.start}:{mention.end}"),
    ]
    return facts_as_html(f"<bdi dir='rtl' lang='ar'>{caption}</bdi>", facts)


def _plain(text: str) -> str:
    return escape(text, quote=True).replace("\n", "<br>\n")
