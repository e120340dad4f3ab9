"""The figures of one text as a table and as highlighted text."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING, Any, SupportsIndex

import attrs

from raqqa_data.errors import CatalogueError, RecordError
from raqqa_data.interchange.arrow import arro3, arrow_faults
from raqqa_data.interchange.mention_columns import MENTION_COLUMNS, OWN_SPANS, batch_of, rows_of, schema_of
from raqqa_data.interchange.rows import as_number
from raqqa_data.reading import Mention, Span, read
from raqqa_data.reading.markup import notebook_table, notebook_text
from raqqa_data.reading.mention import Anchor, AnchorKind, Kind
from raqqa_data.records.estimate import Estimate, Wording
from raqqa_data.records.period import Period

if TYPE_CHECKING:
    from arro3.core import Table

_SINCE_0_2 = ("dated_from", "anchor_start", "anchor_end", "anchor_text", "country_hint")
"""Columns that tables of before lack."""


@attrs.frozen(init=False, repr=False)
class Mentions(Collection[Mention]):
    """What `read` finds in a text, with the text: a table for any frame, highlighted words for a notebook.

    Attributes:
        text: The text that was read; None where the mentions came from a table.
        mentions: What was found, in the order of the text.

    Example:
        >>> found = Mentions.of("زرع المتطوعون 120 شجرة")
        >>> found[0].estimate.best, len(found)
        (120, 1)
        >>> Mentions.from_arrow(found) == found
        True
    """

    mentions: tuple[Mention, ...]
    text: str | None = attrs.field(eq=False)

    def __init__(self, mentions: Iterable[Mention] = (), text: str | None = None) -> None:
        """Hold these mentions, and the text that they were found in."""
        held = tuple(mentions)
        for mention in held:
            if not isinstance(mention, Mention):  # pyright: ignore[reportUnnecessaryIsInstance]
                raise RecordError("Mentions", "mentions", mention, "must be a Mention, as `read` returns them")
        self.__attrs_init__(held, text)  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]  # attrs makes it where init=False

    @classmethod
    def of(cls, text: str, *, reference: Period | None = None, country: str | None = None) -> Mentions:
        """Read a text.

        Args:
            text: Arabic text.
            reference: The date that relative dates are reckoned from.
            country: ISO 3166 code of the country whose currency is meant where the text does not say it.
        """
        return cls(read(text, reference=reference, country=country), text)

    def __len__(self) -> int:
        return len(self.mentions)

    def __iter__(self) -> Iterator[Mention]:
        return iter(self.mentions)

    def __contains__(self, item: object) -> bool:
        return item in self.mentions

    def __getitem__(self, index: SupportsIndex) -> Mention:
        return self.mentions[index]

    def __repr__(self) -> str:
        return f"<Mentions: {len(self)} figures>"

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """The mentions as Arrow data, so that polars, duckdb, pyarrow and pandas take them as they are."""
        return self.to_arrow().__arrow_c_stream__(requested_schema)

    def to_arrow(self) -> Table:
        """The mentions as an `arro3.core.Table`: one row a reading, a second reading right after the first.

        Raises:
            MissingExtraError: `arro3-core` is not installed.
        """
        rows = [row for mention in self for row in rows_of(mention)]
        schema = schema_of(MENTION_COLUMNS)
        table: Table = arro3().Table.from_batches([batch_of(rows, MENTION_COLUMNS, schema)], schema=schema)
        return table

    @classmethod
    def from_arrow(cls, frame: object, *, text: str | None = None) -> Mentions:
        """Mentions from any frame that `to_arrow` made the columns of.

        Args:
            frame: The frame.
            text: The text that they were found in.

        Raises:
            CatalogueError: A column is missing, or a row is no mention.
            MissingExtraError: `arro3-core` is not installed.
        """
        with arrow_faults("frame"):
            table = arro3().Table.from_arrow(frame)
            lacking: dict[str, list[Any]] = {name: [None] * table.num_rows for name in _SINCE_0_2}
            columns = lacking | {name: table.column(index).to_pylist() for index, name in enumerate(table.schema.names)}
        if missing := [column.name for column in MENTION_COLUMNS if column.name not in columns]:
            raise CatalogueError("frame", [(name, "no such column") for name in missing])
        found: list[Mention] = []
        other: Mention | None = None
        for index in reversed(range(table.num_rows)):
            row = {name: values[index] for name, values in columns.items()}
            try:
                made = _mention(row, other)
            except (AttributeError, TypeError, ValueError) as error:
                raise CatalogueError("frame", [(f"mentions[{index}]", str(error))]) from error
            other = made if row["reading"] else None
            if not row["reading"]:
                found.append(made)
        return cls(reversed(found), text)

    def as_html(self) -> str:
        """The text with its figures marked, where it is at hand, and a table of them; safe to show."""
        text = "" if self.text is None else notebook_text(self.text, self)
        return text + notebook_table(self)

    _repr_html_ = as_html


def _mention(row: dict[str, Any], other: Mention | None) -> Mention:
    def whole(name: str) -> int | None:
        value = as_number(row[name])
        return None if value is None else int(value)

    def span(name: str) -> Span | None:
        start, end = whole(f"{name}_start"), whole(f"{name}_end")
        return None if start is None or end is None else Span(start, end, row[f"{name}_text"])

    text_or_none = {name: value if isinstance(value, str) else None for name, value in row.items()}
    wording = text_or_none["wording"]
    best, low, high = (as_number(row[part]) for part in ("best", "low", "high"))
    return Mention(
        kind=Kind(row["kind"]),
        start=int(row["start"]),
        end=int(row["end"]),
        text=row["text"],
        estimate=None if wording is None else Estimate(best, low, high, Wording(wording)),
        unit=text_or_none["unit"],
        period=Period(edtf) if (edtf := text_or_none["period"]) else None,
        calendar=row["calendar"],
        ambiguous=other,
        country_hint=text_or_none.get("country_hint"),
        anchor=Anchor(AnchorKind(told), span("anchor")) if (told := text_or_none.get("dated_from")) else None,
        **{name: span(name) for name in OWN_SPANS},
    )
