"""Numbers that a document gives to its own paragraphs and pages, which are no figures of its text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from raqqa_data.reading.text.folding import fold_word
from raqqa_data.reading.words.lexicon import lexicon
from raqqa_data.sources.source import Role
from raqqa_data.sources.vocabulary import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from raqqa_data.sources.source import Part

_DIGITS = "0-9٠-٩۰-۹"
_NUMBERED = re.compile(rf"\s*\(?([{_DIGITS}]{{1,4}})\s?[-–.)](?:\s|(?=[^\W\d_]))")
_TWO = rf"([{_DIGITS}]{{1,2}})\.([{_DIGITS}]{{1,2}})"
_OF_SECTION = re.compile(rf"\s*(?:[-–]{_TWO}|{_TWO}\s?[-–])\s+([^\W\d_]+)")
"""The number of a section within another; the stroke parts it from its heading, and is no sign of a number."""
_OF_ROW = re.compile(rf"\s*[-–]?[{_DIGITS}]{{1,2}}(?:\.[{_DIGITS}]{{1,2}})*\s?[-–.)]?\s+(?=[^\W\d_])")
"""How a row of a table of contents is numbered."""
_COUNTING = WORDS["counting"]
_LISTS, _LISTED, _WHOLES = ("|".join(sorted(WORDS[name])) for name in ("lists", "listed", "wholes"))
_CONTENTS = re.compile(
    rf"\s*(?:(?:(?:{_LISTS})\s+)?(?:ال)?(?:{_LISTED})(?:\s+(?:ال)?(?:{_WHOLES}))?|(?:table of )?contents)\s*[:.]?\s*$",
    re.IGNORECASE,
)
_PAGES = WORDS["pages"]
_LETTER = re.compile(r"[^\W\d_]")
_LONGEST = len("1000")
_NEAR = 12
"""Among so many numbered paragraphs before or behind stands a neighbour: lists may stand between."""
_LEAST_LISTED = 3


def numbering(text: str, parts: Sequence[Part]) -> tuple[tuple[int, int], ...]:
    """Where paragraphs bear a number of their own, and a table of contents the numbers of pages.

    A number counts as such only where its neighbour, one more or one less, numbers another paragraph nearby; pages only
    where several lines in a row end in them, or where they stand alone under the heading of contents; none goes back.

    Example:
        >>> from raqqa_data.sources.source import Part
        >>> text = "1 - عاد 40 شخصا 2 - بقي 5"
        >>> [text[start:end] for start, end in numbering(text, [Part(0, 15), Part(16, 26)])]
        ['1 - ', '2 - ']
    """
    plain = [part for part in parts if part.cell is None and part.role is Role.BODY]
    told = [part for part in parts if part.role in {Role.BODY, Role.TABLE}]
    found = [*_of_paragraphs(text, plain), *_of_sections(text, plain), *_of_pages(text, plain), *_alone(text, told)]
    return tuple(sorted(set(found)))


def _of_paragraphs(text: str, parts: Sequence[Part]) -> Iterator[tuple[int, int]]:
    found = [one for part in parts if (one := _NUMBERED.match(text, part.start, part.end))]
    numbers = [int(one[1]) for one in found]
    for at, one in enumerate(found):
        near = {*numbers[max(0, at - _NEAR) : at], *numbers[at + 1 : at + 1 + _NEAR]}
        if {numbers[at] - 1, numbers[at] + 1} & near:
            yield one.span()


def _of_sections(text: str, parts: Sequence[Part]) -> Iterator[tuple[int, int]]:
    units = lexicon().units.phrases
    found = [
        one
        for part in parts
        if (one := _OF_SECTION.match(text, part.start, part.end))
        and fold_word(one[5]) not in units
        and fold_word(one[5]) not in _COUNTING
    ]
    numbers = {(int(one[1] or one[3]), int(one[2] or one[4])) for one in found}
    for one in found:
        outer, inner = int(one[1] or one[3]), int(one[2] or one[4])
        if numbers & {(outer, inner + 1), (outer, inner - 1), (outer + 1, inner), (outer - 1, inner)}:
            yield one.start(), one.start(5)


def _alone(text: str, parts: Sequence[Part]) -> Iterator[tuple[int, int]]:
    """Numbers that stand alone, in lines or cells, under a heading which says that they are of pages."""
    heading: Part | None = None
    column: int | None = None
    runs: dict[int | None, list[tuple[int, tuple[int, int]]]] = {}
    for part in parts:
        told = text[part.start : part.end].strip()
        begins = _CONTENTS.match(told) is not None
        if begins or (part.cell is not None and told.casefold() in _PAGES):
            yield from _rising(runs)
            heading, column = part, None if begins or part.cell is None else part.cell[1]
        elif heading is None:
            continue
        elif part.page != heading.page or (part.page is None and part.cell is None):
            yield from _rising(runs)
            heading = None
        elif told.isdecimal() and len(told) <= _LONGEST and (column is None or (part.cell and part.cell[1] == column)):
            runs.setdefault(part.cell and part.cell[1], []).append((int(told), (part.start, part.end)))
    yield from _rising(runs)


def _rising(runs: dict[int | None, list[tuple[int, tuple[int, int]]]]) -> Iterator[tuple[int, int]]:
    """Where the numbers of each run stand that never goes back; the runs are done then."""
    for run in runs.values():
        numbers = [number for number, _ in run]
        if len(run) >= _LEAST_LISTED and numbers == sorted(numbers):
            yield from (span for _, span in run)
    runs.clear()


def _of_pages(text: str, parts: Sequence[Part]) -> Iterator[tuple[int, int]]:
    run: list[tuple[int, Part, tuple[int, int]]] = []
    for part in [*parts, None] if "\t" in text else ():
        listed = None if part is None else _page_of(text, part)
        if listed is not None and (not run or listed[0] >= run[-1][0]):
            run.append(listed)
            continue
        if len(run) >= _LEAST_LISTED:
            yield from (span for *_, span in run)
            yield from (one.span() for _, row, _ in run if (one := _OF_ROW.match(text, row.start, row.end)))
        run = [] if listed is None else [listed]


def _page_of(text: str, part: Part) -> tuple[int, Part, tuple[int, int]] | None:
    """The number that a line ends in behind a tab, the line, and where the number stands."""
    tab = text.rfind("\t", part.start, part.end)
    number = text[tab + 1 : part.end].strip()
    if tab < 0 or not (number.isdecimal() and len(number) <= _LONGEST and _LETTER.search(text, part.start, tab)):
        return None
    return int(number), part, (tab + 1, part.end)
