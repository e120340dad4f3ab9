"""Quotes of a catalogue whose places moved: their offsets rewritten in its JSON, and not another character of it."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, cast

from raqqa_data.building.verifier import nearest
from raqqa_data.catalogue.construction import is_table
from raqqa_data.errors import CatalogueError

if TYPE_CHECKING:
    from collections.abc import Iterator

_SECTIONS = ("observations", "events")
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[-+.\w]+|[\[\]{},:]', re.DOTALL)
Path = tuple[str | int, ...]


def moved(catalogue: str, text: str) -> tuple[str, int]:
    r"""A catalogue with the offsets of the quotes that stand elsewhere in its document now.

    Args:
        catalogue: Its JSON.
        text: The document's text as it is now.

    Returns:
        The same JSON but for these offsets, and how many quotes moved. A quote that stands nowhere, or beyond the
        length that the catalogue gives its document, is left as it is.

    Raises:
        CatalogueError: It is not JSON.

    Example:
        >>> before = '{"document": {"characters": 20}, "events": [{"quote": {"exact": "5", "start": 2, "end": 3}}]}'
        >>> moved(before, "on the 5 of it")[0].rpartition('"exact"')[2]
        ': "5", "start": 7, "end": 8}}]}'
    """
    try:
        raw: object = json.loads(catalogue)
    except (ValueError, RecursionError) as error:
        raise CatalogueError("catalogue", [("", f"is not JSON: {error}")]) from error
    wanted: dict[Path, int] = {}
    for path, quote, last in _quotes(raw):
        exact, start = quote.get("exact"), quote.get("start")
        if not isinstance(exact, str) or not isinstance(start, int) or text[start : start + len(exact)] == exact:
            continue
        now = nearest(text, exact, start)
        if now is not None and now + len(exact) <= last:
            wanted[*path, "start"] = now
            if "end" in quote:
                wanted[*path, "end"] = now + len(exact)
    pieces: list[str] = []
    at = 0
    for path, begin, end in _scalars(catalogue) if wanted else ():
        if path in wanted:
            pieces += [catalogue[at:begin], str(wanted[path])]
            at = end
    return "".join(pieces) + catalogue[at:], sum(path[-1] == "start" for path in wanted)


def _quotes(raw: object) -> Iterator[tuple[Path, dict[str, Any], int]]:
    """Every quote with its path, and the length of the document as the catalogue states it."""
    if not is_table(raw):
        return
    document = raw.get("document")
    last = document.get("characters") if is_table(document) else None
    for section in _SECTIONS:
        rows = raw.get(section)
        for index, row in enumerate(cast("list[object]", rows) if isinstance(rows, list) else ()):
            quote = row.get("quote") if is_table(row) else None
            if is_table(quote):
                yield (section, index, "quote"), quote, last if isinstance(last, int) else 0


def _scalars(content: str) -> Iterator[tuple[Path, int, int]]:
    """Path, begin and end of each value of JSON that is no object and no list."""
    path: list[str | int | None] = []  # None where a key is to come
    key = ""
    for found in _TOKEN.finditer(content):
        sign = found[0]
        if sign in "[{":
            path.append(0 if sign == "[" else None)
        elif sign in "]}":
            path.pop()
        elif sign == ",":
            last = path[-1]
            path[-1] = last + 1 if isinstance(last, int) else None
        elif sign == ":":
            path[-1] = key
        elif path and path[-1] is None:
            key = json.loads(sign)
        else:
            yield tuple(part for part in path if part is not None), found.start(), found.end()
