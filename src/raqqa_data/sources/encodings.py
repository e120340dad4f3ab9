"""Bytes to text: by the mark or the declaration where there is one, else by what the bytes look like."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from raqqa_data.errors import optional_module
from raqqa_data.sources.source import Finding

ARABIC = ("utf_8", "cp1256", "iso8859_6", "utf_16_le", "utf_16_be", "cp720", "mac_arabic")
"""What Arabic text is stored in, as Python names it."""
_MARKS = (
    (codecs.BOM_UTF8, "utf_8"),
    (codecs.BOM_UTF32_LE, "utf_32_le"),
    (codecs.BOM_UTF32_BE, "utf_32_be"),
    (codecs.BOM_UTF16_LE, "utf_16_le"),
    (codecs.BOM_UTF16_BE, "utf_16_be"),
)
_SURE = 0.06
"""How much less coherent the second best reading must be for the best to be believed."""
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_MOST_CONTROLS = 0.005
_COMMON = frozenset("الموينرتبةدعسفكقحجهشصطخضذثغظزءأإآىؤئ")


class Decoded(NamedTuple):
    """A text and how it was stored."""

    text: str
    encoding: str
    findings: tuple[Finding, ...] = ()


def decode(content: bytes, declared: str | None = None) -> Decoded | None:
    """The text that bytes hold.

    Args:
        content: The bytes.
        declared: The encoding that the file itself, or the person, names.

    Returns:
        The text, without a byte order mark; the encoding by Python's name; a finding where that is not sure. None where
        the bytes are no text.

    Example:
        >>> decode("عاد 300 شخص إلى المدينة".encode("cp1256"))
        Decoded(text='عاد 300 شخص إلى المدينة', encoding='cp1256', findings=())
    """
    for mark, marked in _MARKS:
        if content.startswith(mark):
            return Decoded(content[len(mark) :].decode(marked, "replace"), marked)
    if declared is not None and (encoding := _known(declared)):
        try:
            return Decoded(content.decode(encoding), encoding)
        except UnicodeDecodeError:
            pass  # it is not what it says; many pages are not
    if b"\0" not in content:
        try:
            return Decoded(content.decode("utf-8"), "utf_8")
        except UnicodeDecodeError:
            pass
    return _guessed(content)


def _guessed(content: bytes) -> Decoded | None:
    wide = content.count(0) * 20 > len(content)
    found = optional_module("charset_normalizer", "sources", "charset-normalizer").from_bytes(
        content[:200_000], cp_isolation=None if wide else ["cp1256", "iso8859_6", "cp720", "mac_arabic", "cp1252"]
    )
    rated: list[tuple[float, str, str]] = []
    for encoding in dict.fromkeys([*(match.encoding for match in found), *(ARABIC[3:5] if wide else ARABIC[1:3])]):
        try:
            text = content.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
        rated.append((_likeness(text), encoding, text))
    rated.sort(key=lambda one: -one[0])
    if not rated or rated[0][0] <= 0:
        return None
    best = rated[0]
    others = [one for one in rated[1:] if one[0] > best[0] - _SURE and one[2] != best[2]]
    if not others:
        return Decoded(best[2], best[1])
    names = ", ".join(one[1] for one in others)
    told = f"read as {best[1]}, but it could be {names} as well; give encoding= to decide"
    return Decoded(best[2], best[1], (Finding("encoding", told),))


def _likeness(text: str) -> float:
    """How much a text looks like Arabic or plain Latin: the share of its letters that are common ones."""
    if len(_CONTROL.findall(text)) > len(text) * _MOST_CONTROLS:
        return 0.0
    letters = [sign for sign in text if not (sign.isascii() or sign.isspace())]
    if not letters:
        return 1.0 if text.isprintable() or "\n" in text else 0.0
    return sum(sign in _COMMON for sign in letters) / len(letters)


def _known(name: str) -> str | None:
    try:
        return codecs.lookup(name.strip().strip("\"'")).name.replace("-", "_")
    except LookupError:
        return None
