"""A first annotation file for a document: every mention found, with the rest marked to be filled in."""

from __future__ import annotations

import json

from raqqa_data.building.annotations import TO_FILL_IN
from raqqa_data.building.source import Source, sha256_of, text_of
from raqqa_data.errors import FileError
from raqqa_data.reading import Kind, Mention, read

_HEAD = f"""\
# Annotations, drafted from the document: every figure and date that was found, in the order of the text.
# Wherever it says "{TO_FILL_IN}", write what the phrase cannot say by itself; delete the tables you do not need.
# What a phrase was read as stands under `reads`: check it, do not edit it. `build` refuses what is left open.
"""
_NAME = f'{{ en = "{TO_FILL_IN}", ar = "{TO_FILL_IN}" }}'
_OPEN = f'"{TO_FILL_IN}"'


def draft(document: Source, *, document_id: str = TO_FILL_IN, language: str = "ar") -> str:
    """Write a first annotation file (TOML) for a document.

    Args:
        document: The document's text, or the path (`pathlib.Path`) of a UTF-8 file that holds it.
        document_id: What to call the document: lower-case ASCII letters and digits, joined by hyphens.
        language: BCP 47 tag of its language.

    Returns:
        The annotations: hash, length, phrases, offsets and readings filled in, the rest marked "FILL IN".

    Raises:
        FileError: The file cannot be read or is not UTF-8.

    Example:
        >>> import raqqa_data as rd
        >>> text = rd.draft("زرعت البلدية أكثر من 40 شجرة.", document_id="trees")
        >>> print(text[text.index("phrase = "):text.index("place = ")].rstrip())
        phrase = "أكثر من 40 شجرة"
        start = 13
        reads = "more than 40"
    """
    text, _ = text_of(document, FileError, "document")
    mentions = read(text)
    figures = [mention for mention in mentions if mention.kind not in {Kind.DATE, Kind.ORDINAL}]
    dates = [mention for mention in mentions if mention.kind is Kind.DATE]
    tables = [
        _HEAD,
        'data_version = "0.1.0"\n',
        _table("document", _document(text, document_id, language)),
        _table("[agent]", {"id": _OPEN, "name": _NAME}),
        _table("[place]", {"id": _OPEN, "name": _NAME, "kind": _OPEN}),
        _table("[indicator]", {"id": _OPEN, "name": _NAME, "unit": _OPEN, "additivity": _OPEN}),
        *(_table("[observation]", _figure(mention)) for mention in figures),
        *(_table("[event]", _date(mention)) for mention in dates),
    ]
    return "\n".join(tables)


def _document(text: str, document_id: str, language: str) -> dict[str, str]:
    return {
        "id": _quoted(document_id),
        "language": _quoted(language),
        "sha256": _quoted(sha256_of(text)),
        "characters": str(len(text)),
        "published": _OPEN,
    }


def _figure(mention: Mention) -> dict[str, str]:
    return {
        "id": f'"{TO_FILL_IN}: dataset.field"',
        "indicator": _OPEN,
        "phrase": _quoted(mention.text),
        "start": str(mention.start),
        "reads": _quoted(_reading(mention)) + (f"  # or {_reading(other)}" if (other := mention.ambiguous) else ""),
        "place": _OPEN,
        "period": _OPEN,
        "attributed_to": _OPEN,
    }


def _reading(mention: Mention) -> str:
    return " ".join(filter(None, [str(mention.estimate), mention.unit]))


def _date(mention: Mention) -> dict[str, str]:
    said = {"reads": _quoted(str(mention.period))} if mention.period else {"period": _OPEN, "inferred": _OPEN}
    return {
        "id": _OPEN,
        "name": _NAME,
        "phrase": _quoted(mention.text),
        "start": str(mention.start),
        **said,
        "place": _OPEN,
    }


def _table(name: str, values: dict[str, str]) -> str:
    return "\n".join([f"[{name}]", *(f"{key} = {value}" for key, value in values.items())]) + "\n"


def _quoted(text: str) -> str:
    # a TOML basic string escapes what a JSON string does, and DEL
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
