"""Tables for a terminal, English and Arabic side by side; where a terminal is too narrow for one, a paragraph a row."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Sized
from typing import TYPE_CHECKING, Any, TypeVar

from rich.cells import cell_len
from rich.console import Console
from rich.progress import (
    BarColumn,
    DownloadColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TextColumn,
    TimeElapsedColumn,
)
from rich.table import Table
from rich.text import Text

from raqqa_data.errors import harmless, harmless_lines
from raqqa_data.records import Annotation
from raqqa_data.records.display import amount

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

    from raqqa_data.collection import Duplicate
    from raqqa_data.command.tally import Tally
    from raqqa_data.reading import Mention
    from raqqa_data.records import Event, Observation, Record
    from raqqa_data.units.table import Unit

ResultT = TypeVar("ResultT")
ItemT = TypeVar("ItemT")

_LONG = 500_000
"""Bytes that take long enough to read for a person to wonder."""
_MANY = 50
"""Files that take long enough."""
_SPEAKERS = 12
_LONGEST, _USUAL_WIDTH = 400, 80
"""Characters of a name that are shown."""
_WORDS = 8
"""Words of a passage that are shown."""
_RIGHT = {"value", "total", "likeness", "figures", "proposals", "left", "observations", "events", "checked", "findings"}
_WHOLE = {"period", "symbol", "at"}
"""Columns whose cells are not broken at all; those on the right are not either, where there is room."""


def show_dataset(name: str, heading: str, records: Iterable[Observation]) -> None:
    """One row an observation: what it is in both languages, how much, when, and who says so."""
    rows = [
        (
            record.name.en,
            record.name.ar,
            f"{amount(record.estimate, record.unit)}{_proposed(record)}",
            str(record.period),
            str(record.attributed_to or "the article"),
        )
        for record in records
    ]
    _show(f"{name}: {heading}", ("figure", "الرقم", "value", "period", "said by"), rows)


def show_events(events: Iterable[Event]) -> None:
    """One row an event, in order of time."""
    rows = [
        (
            event.name.en,
            event.name.ar,
            f"{event.period}{_proposed(event)}",
            str(event.place),
        )
        for event in events
    ]
    _show("events: what the article dates", ("event", "الحدث", "period", "place"), rows)


def show_totals(tallies: Iterable[Tally]) -> None:
    """One row an indicator: its total, or why there is none, and whether parts add up to their whole."""
    rows = [tally.row() for tally in tallies]
    _show("totals: by indicator, parts not counted twice", ("indicator", "المؤشر", "total", "from"), rows)


def show_mentions(name: str, mentions: Sequence[Mention]) -> None:
    """One row a figure or date found in a text."""
    rows: list[tuple[str, ...]] = []
    for mention in mentions:
        reading = mention.period if mention.estimate is None else mention.estimate
        unit = f" {mention.unit}" if mention.unit else ""
        unit += f" (the currency of {mention.country_hint})" if mention.country_hint else ""
        where = f"{mention.start}:{mention.end}"
        rows.append((where, mention.text, mention.kind, f"{reading or 'unresolved'}{unit}"))
    count = "1 figure or date" if len(rows) == 1 else f"{len(rows) or 'no'} figures and dates"
    _show(f"{name}: {count}", ("at", "phrase", "kind", "reading"), rows)


def show_units(units: Iterable[Unit]) -> None:
    """One row a unit: what an annotation writes, what it is called, and what it measures."""
    rows = [(unit.name, unit.label.en, unit.label.ar, unit.symbol, unit.dimension) for unit in units]
    _show(f"units: {len(rows)}, each written as under name", ("name", "label", "التسمية", "symbol", "measures"), rows)


def _proposed(record: Record) -> str:
    return "" if record.annotation is Annotation.CONFIRMED else f" ({record.annotation})"


def show_documents(rows: Sequence[Mapping[str, Any]], records: int, speakers: Counter[str]) -> None:
    """One row a document of a collection, then one for each of those who say most of what it holds."""
    cells = [(row["document"], row["published"] or "", str(row["observations"]), str(row["events"])) for row in rows]
    title = f"collection: {_counted(len(rows), 'document')}, {_counted(records, 'observation')}"
    _show(title, ("document", "published", "observations", "events"), cells)
    if speakers:
        more = f", the first {_SPEAKERS}; --json has all" if len(speakers) > _SPEAKERS else ""
        said = [(agent, f"{count:,}") for agent, count in speakers.most_common(_SPEAKERS)]
        _show(f"{_counted(len(speakers), 'agent')}{more}", ("agent", "observations"), said)


def show_folder(rows: Sequence[Mapping[str, Any]], counted: Sequence[str]) -> None:
    """One row a document of a folder: what was counted of it, and what became of its file."""
    cells = [
        (row["document"], *(f"{row[name]:,}" if name in row else "" for name in counted), row["became"]) for row in rows
    ]
    became = Counter(row["became"] for row in rows)
    title = f"{_counted(len(rows), 'document')}: {', '.join(f'{count:,} {said}' for said, count in became.items())}"
    _show(title, ("document", *counted, "result"), cells)


def show_duplicates(pairs: Sequence[Duplicate], texts: int) -> None:
    """One row a pair of copies."""
    rows = [(pair.one, pair.other, f"{pair.likeness:.2f}", _begun(pair.passages[:1])) for pair in pairs]
    title = f"copies: {_counted(len(rows), 'pair')} among {_counted(texts, 'text')}"
    _show(title, ("one", "other", "likeness", "longest passage"), rows)


def _begun(passages: Sequence[str]) -> str:
    """The first words of a passage, and how many there are; `--json` has all of it."""
    words = " ".join(passages).split()
    return f"{' '.join(words[:_WORDS])} … ({len(words)} words)" if len(words) > _WORDS else " ".join(words)


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def say(text: str) -> None:
    """Lines of prose: as they are, but on a terminal broken between words."""
    console = _console()
    console.print(Text(harmless_lines(text)), soft_wrap=not console.is_terminal)


def each(names: Sequence[str], work: Callable[[str], ResultT]) -> Iterator[tuple[str, ResultT]]:
    """Each name with what the work made of it; a bar on standard error while a person watches and it takes long."""
    sizes = [_size(name) for name in names]
    bars = _bars(sizes)
    task = bars.add_task("", total=sum(sizes))
    for name, size in zip(names, sizes, strict=True):
        with bars:  # gone again when the result is printed
            bars.update(task, description=_base(name))
            result = work(name)
            bars.advance(task, size)
        yield name, result


def along(names: Sequence[str]) -> Iterator[str]:
    """Each name; a bar on standard error while a person watches, it takes long and nothing is printed beside it."""
    sizes = [_size(name) for name in names]
    bars = _bars(sizes, off=sys.stdout.isatty())
    with bars:
        task = bars.add_task("", total=sum(sizes))
        for name, size in zip(names, sizes, strict=True):
            bars.update(task, description=_base(name))
            yield name
            bars.advance(task, size)


def _bars(sizes: Sequence[int], *, off: bool = False) -> Progress:
    console = Console(stderr=True)
    return Progress(
        SpinnerColumn(),
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        DownloadColumn(),
        TimeElapsedColumn(),
        console=console,
        transient=True,
        disable=off or not console.is_terminal or (len(sizes) == 1 and sizes[0] < _LONG),
        redirect_stdout=False,  # it would send them to standard error
        redirect_stderr=False,
    )


def _base(name: str) -> str:
    return harmless(os.path.basename(name), _LONGEST)  # noqa: PTH119


def watched(items: Iterable[ItemT]) -> Iterator[ItemT]:
    """Each of them; a bar on standard error while a person watches and there are many."""
    known = len(items) if isinstance(items, Sized) else None
    console = Console(stderr=True)
    columns = SpinnerColumn(), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn()
    few = not console.is_terminal or (known is not None and known < _MANY)
    bars = Progress(
        *columns, console=console, transient=True, disable=few, redirect_stdout=False, redirect_stderr=False
    )
    with bars:
        task = bars.add_task("", total=known)
        for item in items:
            yield item
            bars.advance(task)


def _size(name: str) -> int:
    try:
        return os.stat(name).st_size  # noqa: PTH116
    except (OSError, ValueError):
        return 0


def _console() -> Console:
    # what we print is data: a bracket or a colon in it is no markup
    console = Console(markup=False, emoji=False, highlight=False)
    # some terminals do not say how wide they are
    return console if console.width > 0 else Console(markup=False, emoji=False, highlight=False, width=_USUAL_WIDTH)


def _show(title: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    console = _console()
    rows = [[harmless_lines(cell) for cell in row] for row in rows]
    console.print(Text(harmless(title, _LONGEST), style="bold"), soft_wrap=not console.is_terminal)
    widths = widths_of(heads, rows, console.width, {*_WHOLE, *_RIGHT}) or widths_of(heads, rows, console.width, _WHOLE)
    if not rows:
        return
    if widths:
        table = Table(*heads)
        for column, width, head in zip(table.columns, widths, heads, strict=True):
            column.width = width
            column.justify = "right" if head in _RIGHT else "left"
        for row in rows:
            table.add_row(*row)
        console.print(table)
    else:
        for index, row in enumerate(rows):
            if index:
                console.print()
            _show_paragraph(console, heads, row)
    console.print()


def widths_of(
    heads: Sequence[str], rows: Sequence[Sequence[str]], room: int, whole: Collection[str]
) -> list[int] | None:
    """How wide each column is, so that no word is broken, nor a cell of `whole`; None where that cannot be."""
    columns = [[head, *cells] for head, *cells in zip(heads, *rows, strict=True)]
    most = [max(cell_len(line) for cell in column for line in cell.split("\n")) for column in columns]
    least = [
        widest if head in whole else max(cell_len(word) for cell in column for word in cell.split() or [""])
        for head, widest, column in zip(heads, most, columns, strict=True)
    ]
    room -= 3 * len(heads) + 1  # what stands between and around the cells
    if sum(least) > room:
        return None
    # the widest columns give way first, all to the same width
    widths = most
    cap = max(most)
    while sum(widths) > room:
        cap -= 1
        widths = [min(widest, max(word, cap)) for word, widest in zip(least, most, strict=True)]
    for index, widest in enumerate(most):
        widths[index] += min(widest - widths[index], room - sum(widths))
    return widths


def _show_paragraph(console: Console, heads: Sequence[str], row: Sequence[str]) -> None:
    indent = max(map(cell_len, heads)) + 2
    for head, cell in zip(heads, row, strict=True):
        label = head + " " * (indent - cell_len(head))
        for line in Text(cell).wrap(console, max(console.width - indent, 1)):
            line.rstrip()
            console.print(Text.assemble((label, "bold"), line), soft_wrap=True)
            label = " " * indent
