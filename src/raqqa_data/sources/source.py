"""What a file holds for the reader: its text, what the file itself says of it, and where each character stood."""

from __future__ import annotations

import bisect
import hashlib
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

import attrs

from raqqa_data.errors import NotFoundError, PeriodError, RecordError
from raqqa_data.records.period import Period
from raqqa_data.texts import Code

if TYPE_CHECKING:
    from collections.abc import Iterable


class Role(Code):
    """What a stretch of a text is to its file."""

    BODY = "body"
    HEADER = "header"
    FOOTER = "footer"
    FOOTNOTE = "footnote"
    TABLE = "table"
    TEXT_BOX = "text box"
    LABEL = "label"


_MARGINS = frozenset({Role.HEADER, Role.FOOTER, Role.LABEL})


class Location(NamedTuple):
    """Where a character stood in its file; each counts from 1, and is None where the kind of file has no such thing.

    Attributes:
        page: The page of a PDF, or the sheet of a spreadsheet.
        paragraph: The paragraph, over the whole file; in a table, the row's.
        line: The line of the source's text.
        cell: Row and column of a table.
    """

    page: int | None = None
    paragraph: int | None = None
    line: int | None = None
    cell: tuple[int, int] | None = None

    def __str__(self) -> str:
        named = (("page", self.page), ("paragraph", self.paragraph), ("line", self.line))
        told = [f"{name} {number}" for name, number in named if number is not None]
        if self.cell is not None:
            told.append(f"row {self.cell[0]}, column {self.cell[1]}")
        return ", ".join(told)


@attrs.frozen
class Finding:
    """Something about a file that a person should know before trusting what is read in it.

    Attributes:
        kind: A word to filter by: "encoding", "scanned", "damaged", "date", "font", "ligatures", "order", "main text",
            "empty", "sheet", "formula", "unreadable".
        message: What it is, and what to do.
    """

    kind: str
    message: str

    def __str__(self) -> str:
        return self.message


@attrs.frozen
class Part:
    """A stretch of the text that stood together in the file.

    Attributes:
        start: Where it begins in the text.
        end: Where it ends.
        page: The page that it stood on.
        cell: Row and column, for a cell of a table.
        role: What it is to the file. What stands in headers and footers, or numbers the items of a list, is no part
            of what a document states.
    """

    start: int
    end: int
    page: int | None = None
    cell: tuple[int, int] | None = None
    role: Role = Role.BODY


@attrs.frozen(kw_only=True)
class Source:
    r"""A file as it came, and the text to read in it.

    Attributes:
        name: The file's name, or what it was.
        text: The text; offsets of quotes refer to it, in code points.
        sha256: Hash of the file's bytes.
        media_type: What kind of file it is, by IANA.
        extracted_by: The tool that took the text out, with its version; "raqqa_data" where the text is the file's own.
        title: As the file states it.
        publisher: As the file states it.
        published: When it was published, as the file states it; never guessed.
        published_from: Where that stands, such as "JSON-LD datePublished".
        created: When the file was made, as Word and PDF note it; says nothing of publication.
        language: As the file states it, by BCP 47.
        url: Where the file says that it stands.
        sender: Who sent a message.
        conveyed_by: The channel that a message was forwarded from.
        fields: The other columns of the row that it came from.
        findings: What a person should know before trusting it.
        parts: The paragraphs and cells, in order.
        markup: The stretches of the text that are no words of it, such as tags and the addresses of links.

    Example:
        >>> from raqqa_data import open_source
        >>> source = open_source("عاد 300 شخص.\n\nورُمّمت 4 مدارس.".encode())
        >>> source.locate(source.text.index("4"))
        Location(page=None, paragraph=2, line=3, cell=None)
    """

    name: str
    text: str
    sha256: str
    media_type: str
    extracted_by: str = "raqqa_data"
    title: str | None = None
    publisher: str | None = None
    published: Period | None = None
    published_from: str | None = None
    created: Period | None = None
    language: str | None = None
    url: str | None = None
    sender: str | None = None
    conveyed_by: str | None = None
    fields: Mapping[str, str] = attrs.field(factory=dict[str, str], hash=False)
    findings: tuple[Finding, ...] = ()
    parts: tuple[Part, ...] = attrs.field(default=(), repr=False)
    markup: tuple[tuple[int, int], ...] = attrs.field(default=(), repr=False)
    _starts: tuple[int, ...] = attrs.field(init=False, repr=False, eq=False)
    _paragraphs: tuple[int, ...] = attrs.field(init=False, repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "_starts", tuple(part.start for part in self.parts))
        object.__setattr__(self, "_paragraphs", _paragraphs(self.parts))

    @property
    def text_sha256(self) -> str:
        """Hash of the text's UTF-8 bytes, which a catalogue's document is known by."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    @property
    def margins(self) -> tuple[tuple[int, int], ...]:
        """The stretches in which no figure is read: headers, footers, numbers of items, markup."""
        return (*((part.start, part.end) for part in self.parts if part.role in _MARGINS), *self.markup)

    def locate(self, offset: int) -> Location:
        """Where a character of the text stood in the file.

        Args:
            offset: Its place in the text, from 0.

        Raises:
            RecordError: The text has no such character.
        """
        if not 0 <= offset < max(len(self.text), 1):
            raise RecordError("Source", "offset", offset, f"the text has {len(self.text)} characters")
        index = max(bisect.bisect_right(self._starts, offset) - 1, 0)
        line = self.text.count("\n", 0, offset) + 1
        if not self.parts:
            return Location(None, None, line, None)
        part = self.parts[index]
        return Location(part.page, self._paragraphs[index], line, part.cell)

    def find(self, location: Location) -> tuple[int, int]:
        """The stretch of the text at a place of the file: a page, a paragraph of it, a line or a cell.

        Returns:
            Start and end in the text.

        Raises:
            NotFoundError: There is no such place.
        """
        if location.page is None and location.paragraph is None and location.cell is None and location.line is not None:
            lines = self.text.split("\n")
            if 0 < location.line <= len(lines):
                start = sum(len(line) + 1 for line in lines[: location.line - 1])
                return start, start + len(lines[location.line - 1])
        else:
            found = [
                part
                for index, part in enumerate(self.parts)
                if (location.page is None or part.page == location.page)
                and (location.paragraph is None or self._paragraphs[index] == location.paragraph)
                and (location.cell is None or part.cell == location.cell)
            ]
            if found:
                return found[0].start, found[-1].end
        raise NotFoundError("place", str(location), [str(self.locate(part.start)) for part in self.parts[:20]])


def unread(name: str, sha256: str, media_type: str, *findings: Finding) -> Source:
    """A file that no text could be taken from, and why."""
    return Source(name=name, text="", sha256=sha256, media_type=media_type, findings=findings)


def day(edtf: str) -> Period | None:
    """A date that a file states, or None where there is no such day."""
    try:
        return Period(edtf)
    except PeriodError:
        return None


def _paragraphs(parts: Iterable[Part]) -> tuple[int, ...]:
    """The number of each part's paragraph: the cells of a row are one."""
    numbers: list[int] = []
    number, row = 0, None
    for part in parts:
        here = None if part.cell is None else part.cell[0]
        if here is None or here != row or not numbers:
            number += 1
        row = here
        numbers.append(number)
    return tuple(numbers)
