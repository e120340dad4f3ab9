"""PDF, by poppler's `pdftotext`, which keeps Arabic in the order in which it is read."""

from __future__ import annotations

import functools
import html
import itertools
import re
import shutil
import subprocess
from collections import Counter
from typing import TYPE_CHECKING

from raqqa_data.errors import SourceError
from raqqa_data.sources.bounded import run_bounded
from raqqa_data.sources.lettering import doubtful_pages
from raqqa_data.sources.numbering import numbering
from raqqa_data.sources.printed import printed_around
from raqqa_data.sources.publication import of_parts
from raqqa_data.sources.shaping import in_order, regathered, rejoined, straightened
from raqqa_data.sources.source import Finding, Role, Source, day, unread
from raqqa_data.sources.writer import Writer

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from raqqa_data.records.period import Period

MEDIA_TYPE = "application/pdf"
SECONDS = 120
"""How long the tool may take for a file."""
MOST_TEXT = 50 * 2**20
MOST_MEMORY = 2**30
"""What the tool may take for a file, on Linux."""
_PAGE = "\f"
_META = re.compile(r'<meta name="(\w+)" content="([^"]*)"')
_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
_STAMP = re.compile(r"(?:D:)?(\d{4})-?(\d{2})-?(\d{2})")
_FULL = 0.75
"""How long a line is, against the longest of its block, for the next one to go on from it."""
_NUMBERS = re.compile(r"[0-9٠-٩۰-۹]+")
_ITEM = re.compile(r"\s*\(?([0-9٠-٩۰-۹]{1,3})\s*[.)\-–]\s*")
_EDGE = 2
_REPEATS = 3
_BULLETS = "•-–*▪○■"
_OPENERS = f"{_BULLETS}0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹"
_LONGEST_ITEM = 12
_INSTALL = "poppler's pdftotext is not installed: apt-get install poppler-utils, or brew install poppler"


def read_pdf(content: bytes, name: str, sha256: str) -> Source:
    """A PDF.

    Raises:
        SourceError: `pdftotext` is not installed; says how to install it.
    """
    tool = shutil.which("pdftotext")
    if tool is None:
        raise SourceError(name, [("", _INSTALL)])
    given, version, said = _extracted(tool, content)
    if given is None:
        return unread(name, sha256, MEDIA_TYPE, Finding("damaged", said))
    stated, given = _parted(given)
    straight, turned = straightened(rejoined(regathered(in_order(given))))
    findings = [*turned]
    pages = straight.split(_PAGE)
    if pages and not pages[-1].strip():
        pages.pop()
    findings += doubtful_pages(pages)
    writer = Writer()
    lines = [page.split("\n") for page in pages]
    for number, (page, roles) in enumerate(zip(lines, _roles(lines, stated.get("Title")), strict=True), 1):
        for role, paragraph in _paragraphs(page, roles):
            writer.add(paragraph, page=number, role=role)
    if pages and not writer.text.strip():
        told = f"its {len(pages)} pages hold no text, as scans do; make some with: ocrmypdf -l ara {name} out.pdf"
        findings.append(Finding("scanned", told))
    published = of_parts(writer.text, writer.parts)
    return Source(
        name=name,
        text=writer.text,
        sha256=sha256,
        media_type=MEDIA_TYPE,
        extracted_by=f"pdftotext {version}",
        title=stated.get("Title"),
        created=_created(stated.get("CreationDate", "")),
        published=published.period,
        published_from=published.stated_in,
        findings=tuple(findings),
        parts=writer.parts,
        markup=numbering(writer.text, writer.parts),
    )


def _extracted(tool: str, content: bytes) -> tuple[str | None, str, str]:
    """The text, or None and why there is none; the tool's version."""
    # through its input and output: no name of a file is an option, and nothing is left behind
    command = [tool, "-htmlmeta", "-enc", "UTF-8", "-eol", "unix", "-", "-"]
    try:
        done = run_bounded(command, content, seconds=SECONDS, memory=MOST_MEMORY, output=MOST_TEXT)
    except OSError as error:
        return None, "", f"pdftotext cannot be run: {error.strerror or error}"
    if done is None:
        return None, "", f"takes pdftotext more than {SECONDS} seconds"
    version = _version(tool)
    said = done.told.decode("utf-8", "replace").strip().splitlines()
    if len(done.output) > MOST_TEXT:
        return None, version, f"holds more than {MOST_TEXT:,} bytes of text"
    if done.code != 0:
        told = f"is damaged, or cut short: {said[0] if said else f'pdftotext ended with {done.code}'}"
        if any("ncorrect password" in line or "ncrypted" in line for line in said):
            told = "is encrypted: open it with its password and save it without (qpdf --decrypt)"
        return None, version, told
    return done.output.decode("utf-8", "replace"), version, ""


@functools.cache
def _version(tool: str) -> str:
    """The tool's version; asked once, for it takes as long as a small file."""
    told = subprocess.run([tool, "-v"], check=False, capture_output=True, timeout=SECONDS)  # noqa: S603
    found = re.search(rb"version (\S+)", told.stderr + told.stdout)
    return found[1].decode() if found else ""


def _roles(pages: Sequence[Sequence[str]], title: str | None) -> list[list[Role]]:
    """Each line's role: what stands at the edge of several pages, but for its numbers, is a header or footer.

    So is what a browser printed around each.
    """
    filled = [[index for index, line in enumerate(page) if line and not line.isspace()] for page in pages]
    out = [[Role.BODY] * len(page) for page in pages]
    tops = [indices[:_EDGE] for indices in filled]
    ends = [indices[-_EDGE:] for indices in filled]
    for edges, role in ((tops, Role.HEADER), (ends, Role.FOOTER)) if len(pages) >= _REPEATS else ():
        for number, index in _repeated(pages, edges):
            out[number][index] = role
    for page, indices, roles in zip(pages, filled, out, strict=True):
        for index, role in ((indices[0], Role.HEADER), (indices[-1], Role.FOOTER)) if indices else ():
            if _is_number_of_page(page[index]):
                roles[index] = role
        top, end = indices[:_EDGE], indices[-_EDGE:]
        for index in printed_around(page, (*top, *end), title):
            roles[index] = Role.HEADER if index in top else Role.FOOTER
        for index in _numbers_of_items(page):
            roles[index] = Role.LABEL
    return out


def _repeated(pages: Sequence[Sequence[str]], edges: Sequence[Sequence[int]]) -> list[tuple[int, int]]:
    """The lines of these that stand on several pages: the page's index and the line's."""
    marked = [
        (page, index, _marks(pages[page][index], page + 1)) for page, indices in enumerate(edges) for index in indices
    ]
    counted = Counter(mark for *_, marks in marked for mark in marks)
    least = max(_REPEATS, len(pages) // 2)
    return [(page, index) for page, index, marks in marked if any(counted[mark] >= least for mark in marks)]


def _numbers_of_items(page: Sequence[str]) -> set[int]:
    """The lines that hold the number of a list's item alone, where one follows on the other."""
    short = [(index, line) for index, line in enumerate(page) if 1 < len(line) < _LONGEST_ITEM]
    found = [(index, int(one[1])) for index, line in short if (one := _ITEM.fullmatch(line))]
    pairs = (((at, one), (after, other)) for (at, one), (after, other) in itertools.pairwise(found))
    return {index for (at, one), (after, other) in pairs if other == one + 1 for index in (at, after)}


def _marks(line: str, page: int) -> set[str]:
    """The line as it is, and with its first or last number told by how far it is from the page's."""
    text = " ".join(line.split())
    found = list(_NUMBERS.finditer(text))
    marks = {text}
    for number in (found[0], found[-1]) if found else ():
        if len(number[0]) <= len("1000"):
            marks.add(f"{text[: number.start()]}#{int(number[0]) - page}{text[number.end() :]}")
    return marks


def _is_number_of_page(line: str) -> bool:
    bare = line.strip(" -–—|/.\t")
    return bool(_NUMBERS.fullmatch(bare)) and len(bare) <= len("1000")


def _paragraphs(lines: Sequence[str], roles: Sequence[Role]) -> Iterator[tuple[Role, str]]:
    """Lines that go on from one another as one; a block ends at an empty line."""
    block: list[str] = []
    kind = Role.BODY
    for line, role in zip(lines, roles, strict=True):
        empty = not line or line.isspace()
        if block and (empty or role is not kind):
            yield from ((kind, text) for text in _joined(block))
            block = []
        if not empty:
            block.append(line.strip())
            kind = role
    yield from ((kind, text) for text in _joined(block))


def _joined(lines: Sequence[str]) -> Iterator[str]:
    """Stripped lines, those that go on from the one before joined to it."""
    full = _FULL * max(map(len, lines), default=0)
    pieces: list[str] = []
    goes_on = False
    for line in lines:
        text = " ".join(line.split())
        if not goes_on or (text[0] in _OPENERS and _stands_alone(pieces[-1], text)):
            if pieces:
                yield "".join(pieces)
            pieces = []
        elif _is_broken_word(pieces[-1], text):
            pieces[-1] = pieces[-1][:-1]
        else:
            pieces.append(" ")
        pieces.append(text)
        goes_on = len(line) >= full
    if pieces:
        yield "".join(pieces)


def _stands_alone(one: str, other: str) -> bool:
    """Whether joining two lines would make a number of two, or of a list a sentence."""
    return other[0] in _BULLETS or one[-1].isdigit()


def _is_broken_word(one: str, other: str) -> bool:
    if not one.endswith("-"):
        return False
    beside = f"{one[-2:-1]}{other[:1]}"
    return len(beside) == len("ab") and beside.isascii() and beside.isalpha()


def _parted(page: str) -> tuple[dict[str, str], str]:
    """What the tool says of the file in the head of its page, and the text in the body."""
    head, _, rest = page.partition("<pre>\n")
    body = rest.rpartition("</pre>")[0]
    facts = {name: html.unescape(value) for name, value in _META.findall(head)}
    if (title := _TITLE.search(head)) and title[1].strip():
        facts["Title"] = html.unescape(title[1]).strip()
    return facts, html.unescape(body)


def _created(stated: str) -> Period | None:
    found = _STAMP.match(stated)
    return day("-".join(found.groups())) if found else None
