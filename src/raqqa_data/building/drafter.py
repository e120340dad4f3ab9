"""A first annotation file for a document: every mention found, with the rest marked to be filled in."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING

from raqqa_data.building.annotations import TO_FILL_IN
from raqqa_data.building.reading import needs_hijri, unheld
from raqqa_data.building.source import Document as Given
from raqqa_data.building.source import sha256_of, source_of
from raqqa_data.errors import FileError
from raqqa_data.reading import Kind, Mention, read
from raqqa_data.records.period import Period
from raqqa_data.records.provenance import Document

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_HEAD = f"""\
# Annotations, drafted from the document: every figure and date that was found, in the order of the text.
# Wherever it says "{TO_FILL_IN}", write what the phrase cannot say by itself; delete the tables you do not need.
# What a phrase was read as stands under `reads`: check it, do not edit it. `build` refuses what is left open.
"""
_NAME = f'{{ en = "{TO_FILL_IN}", ar = "{TO_FILL_IN}" }}'
_OPEN = f'"{TO_FILL_IN}"'
_SOME_DAY = "2000-06-15"
_RELATIVE = "counted from a day that is not known: fill in `published` and `build` reads it, or draft with `reference`"
_HIJRI = "a Hijri date needs raqqa_data[hijri] to be read: pip install 'raqqa_data[hijri]'"


def draft(
    document: Given,
    *,
    document_id: str = TO_FILL_IN,
    language: str = "ar",
    reference: dt.date | Period | str | None = None,
) -> str:
    """Write a first annotation file (TOML) for a document.

    Args:
        document: The document's text, the path (`pathlib.Path`) of its file, or what `open_source` made of it.
        document_id: What to call the document: lower-case ASCII letters and digits, joined by hyphens.
        language: BCP 47 tag of its language.
        reference: When it was published, which "yesterday" is counted from: a date, a Period, or either as ISO text.
            Without it, and where the document's file does not state it, such dates stand in the draft with a comment,
            unread.

    Returns:
        The annotations: hash, length, phrases, offsets and readings filled in, the rest marked "FILL IN". What no
        record can hold, such as money, is there as a comment that says why.

    Raises:
        FileError: The file cannot be read or is not UTF-8.
        RecordError: The id is no id, or the language is empty.
        ReadingError: The reference is no date.
        PeriodError: The reference is no date of the EDTF subset.

    Example:
        >>> import raqqa_data as rd
        >>> text = rd.draft("زرعت البلدية أكثر من 40 شجرة.", document_id="trees")
        >>> print(text[text.index("phrase = "):text.index("place = ")].rstrip())
        phrase = "أكثر من 40 شجرة"
        start = 13
        reads = "more than 40"
    """
    source = source_of(document, FileError, "document")
    text = source.text
    reference = source.published if reference is None else reference
    mentions = read(source, reference=reference)
    published = None if reference is None else _period(reference)
    head = Document(
        "unnamed" if document_id == TO_FILL_IN else document_id,
        language=language,
        sha256=sha256_of(text),
        characters=len(text),
        published=published,
    )
    relative = _unanchored(text, mentions)
    hidden = _covered(relative)
    told = [mention for mention in mentions if mention.start not in hidden]
    figures = [mention for mention in told if mention.kind not in {Kind.DATE, Kind.ORDINAL}]
    dates = [mention for mention in told if mention.kind is Kind.DATE]
    tables = [
        _HEAD,
        'data_version = "0.1.0"\n',
        _table("document", _document(head, document_id)),
        _table("[agent]", {"id": _OPEN, "name": _NAME}),
        _table("[place]", {"id": _OPEN, "name": _NAME, "kind": _OPEN}),
        _table("[indicator]", {"id": _OPEN, "name": _NAME, "unit": _OPEN, "additivity": _OPEN}),
        *map(_figure, figures),
        *(
            _date(mention, _RELATIVE if mention in relative else "")
            for mention in sorted([*dates, *relative], key=lambda mention: mention.start)
        ),
    ]
    return "\n".join(tables)


def _period(reference: dt.date | Period | str) -> Period:
    if isinstance(reference, Period):
        return reference
    return Period((reference.isoformat() if isinstance(reference, dt.date) else reference).partition("T")[0])


def _unanchored(text: str, mentions: Iterable[Mention]) -> list[Mention]:
    """Dates that are read only once it is known from when they are counted, such as "yesterday"."""
    dates = [mention for mention in mentions if mention.kind is Kind.DATE]
    as_read = {(date.start, date.end, date.period) for date in dates}
    dated = _covered(date for date in dates if date.period is not None and not date.period.edtf.startswith("XXXX"))
    return [
        date
        for date in read(text, reference=_SOME_DAY)
        if date.kind is Kind.DATE
        and date.period is not None
        and date.start not in dated
        and (date.start, date.end, date.period) not in as_read
    ]


def _covered(mentions: Iterable[Mention]) -> frozenset[int]:
    """The offsets of the text that mentions take up."""
    return frozenset(offset for mention in mentions for offset in range(mention.start, mention.end))


def _document(document: Document, document_id: str) -> dict[str, str]:
    return {
        "id": _quoted(document_id),
        "name": f"{_NAME}  # what it is and who wrote it, in words of your own",
        "language": _quoted(document.language),
        "sha256": _quoted(document.sha256),
        "characters": str(document.characters),
        "published": _OPEN if document.published is None else _quoted(document.published.edtf),
    }


def _figure(mention: Mention) -> str:
    if reason := unheld(mention):
        commented = [f"not buildable: {reason}", *(f"{key} = {value}" for key, value in _stands(mention))]
        return "".join(f"# {line}\n" for line in commented)
    other = mention.ambiguous
    return _table(
        "[observation]",
        {
            "id": f'"{TO_FILL_IN}: dataset.field"',
            "indicator": _OPEN,
            **dict(_stands(mention)),
            "reads": _quoted(_reading(mention)) + (f"  # or {_reading(other)}" if other else ""),
            "place": _OPEN,
            "period": _OPEN,
            "attributed_to": _OPEN,
        },
    )


def _reading(mention: Mention) -> str:
    return " ".join(filter(None, [str(mention.estimate), mention.unit]))


def _date(mention: Mention, comment: str) -> str:
    said: dict[str, str] = {}
    if comment or needs_hijri(mention):
        comment = comment or _HIJRI
    elif mention.period is not None:
        said = {"reads": _quoted(str(mention.period))}
    else:
        said = {"period": _OPEN, "inferred": _OPEN}
    values = {"id": _OPEN, "name": _NAME, **dict(_stands(mention)), **said, "place": _OPEN}
    return _table("[event]", values, comment)


def _stands(mention: Mention) -> Iterator[tuple[str, str]]:
    yield "phrase", _quoted(mention.text)
    yield "start", str(mention.start)


def _table(name: str, values: dict[str, str], comment: str = "") -> str:
    lines = [f"[{name}]", *(f"{key} = {value}" for key, value in values.items())]
    return "\n".join([f"# {comment}", *lines] if comment else lines) + "\n"


def _quoted(text: str) -> str:
    # a TOML basic string escapes what a JSON string does, and DEL
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
