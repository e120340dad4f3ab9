"""Numbers that a document gives to its own paragraphs and pages, which are no figures of its text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from raqqa_data.sources.source import Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from raqqa_data.sources.source import Part

_DIGITS = "0-9٠-٩۰-۹"
_NUMBERED = re.compile(rf"\s*\(?([{_DIGITS}]{{1,4}})\s?[-–.)]\s")
_LETTER = re.compile(r"[^\W\d_]")
_LONGEST = len("1000")
_NEAR = 12
"""Among so many numbered paragraphs before or behind stands a neighbour: lists may stand between."""
_LEAST_LISTED = 3


def numbering(text: str, parts: Sequence[Part]) -> tuple[tuple[int, int], ...]:
    """Where paragraphs bear a number of their own, and a table of contents the numbers of pages.

    A number counts as such only where its neighbour, one more or one less, numbers another paragraph nearby; pages only
    where several lines in a row end in them and none goes back.

    Example:
        >>> from raqqa_data.sources.source import Part
        >>> text = "1 - عاد 40 شخصا 2 - بقي 5"
        >>> [text[start:end] for start, end in numbering(text, [Part(0, 15), Part(16, 26)])]
        ['1 - ', '2 - ']
    """
    plain = [part for part in parts if part.cell is None and part.role is Role.BODY]
    return tuple(sorted([*_of_paragraphs(text, plain), *_of_pages(text, plain)]))


def _of_paragraphs(text: str, parts: Sequence[Part]) -> Iterator[tuple[int, int]]:
    found = [one for part in parts if (one := _NUMBERED.match(text, part.start, part.end))]
    numbers = [int(one[1]) for one in found]
    for at, one in enumerate(found):
        near = {*numbers[max(0, at - _NEAR) : at], *numbers[at + 1 : at + 1 + _NEAR]}
        if {numbers[at] - 1, numbers[at] + 1} & near:
            yield one.span()


def _of_pages(text: str, parts: Sequence[Part]) -> Iterator[tuple[int, int]]:
    run: list[tuple[int, tuple[int, int]]] = []
    for part in [*parts, None] if "\t" in text else ():
        listed = None if part is None else _page_of(text, part)
        if listed is not None and (not run or listed[0] >= run[-1][0]):
            run.append(listed)
            continue
        if len(run) >= _LEAST_LISTED:
            yield from (span for _, span in run)
        run = [] if listed is None else [listed]


def _page_of(text: str, part: Part) -> tuple[int, tuple[int, int]] | None:
    """The number that a line ends in behind a tab, and where it stands."""
    tab = text.rfind("\t", part.start, part.end)
    number = text[tab + 1 : part.end].strip()
    if tab < 0 or not (number.isdecimal() and len(number) <= _LONGEST and _LETTER.search(text, part.start, tab)):
        return None
    return int(number), (tab + 1, part.end)
