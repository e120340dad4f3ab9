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
_OF_PYTHON = frozenset({"unicode_escape", "raw_unicode_escape", "charmap", "idna", "punycode", "mbcs", "oem"})
"""What Python decodes, and no file is stored in; or what differs from one machine to the other."""
_WESTERN = frozenset({"ascii", "iso8859_1", "iso8859_15", "cp1252", "mac_roman", "cp850", "cp437"})
_SIGN = re.compile(rb"[\xc2-\xf4][\x80-\xbf]+")
_HIGH_WORD = re.compile(rb"[\x80-\xff]{3,}")
_GOOD_TO_BAD = 20
"""So many good signs for a broken one make a text UTF-8 all the same."""
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


def decode(content: bytes, given: str | None = None, *, declared: str | None = None) -> Decoded | None:
    """The text that bytes hold.

    Args:
        content: The bytes.
        given: The encoding that a person names.
        declared: The encoding that the file itself names; many name one that they are not stored in.

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
    wrong: list[str] = []
    decoded: Decoded | None = None
    if (encoding := known(given)) is not None and (decoded := _strictly(content, encoding)) is None:
        wrong.append(f"{encoding}, as was said")
    if decoded is None:
        decoded = _as_utf8(content)
    if decoded is None and (encoding := known(declared)) is not None:
        believed = encoding not in _WESTERN or not _has_words_of_high_bytes(content)
        decoded = _strictly(content, encoding) if believed else None
        if decoded is None:
            wrong.append(f"{encoding}, as it says")
    decoded = decoded or _guessed(content)
    if decoded is None or not wrong:
        return decoded
    told = f"is not stored in {' or in '.join(wrong)}; read as {decoded.encoding}: give encoding= to decide"
    return decoded._replace(findings=(Finding("encoding", told), *decoded.findings))


def known(name: str | None) -> str | None:
    """Python's name for an encoding of texts, or None where there is none of that name.

    Example:
        >>> known("windows-1256"), known("rot13")
        ('cp1256', None)
    """
    try:
        encoding = codecs.lookup((name or "").strip().strip("\"'")).name.replace("-", "_")
        bytes(4).decode(encoding)
    except (LookupError, UnicodeError, ValueError):  # of no name, for other things than texts, or fit for nothing
        return None
    return None if encoding in _OF_PYTHON else encoding


def _strictly(content: bytes, encoding: str) -> Decoded | None:
    try:
        return Decoded(content.decode(encoding), encoding)
    except ValueError:
        return None


def _as_utf8(content: bytes) -> Decoded | None:
    """UTF-8, which nothing else looks like; with a broken sign here and there, as pages have that cut their texts."""
    if b"\0" in content:
        return None
    if (whole := _strictly(content, "utf_8")) is not None:
        return whole
    broken = content.decode("utf-8", "replace")
    bad = broken.count("\ufffd")
    if bad * _GOOD_TO_BAD > len(_SIGN.findall(content)):
        return None
    places = f"{bad} place{'s' * (bad > 1)}, shown as \ufffd"
    told = f"is broken UTF-8 in {places}: hold the figures beside them against the file"
    return Decoded(broken, "utf_8", (Finding("encoding", told),))


def _has_words_of_high_bytes(content: bytes) -> bool:
    """Whether most letters beyond ASCII stand side by side, as those of no Western language do."""
    high = content.translate(None, bytes(range(128)))
    return len(high) < 2 * sum(map(len, _HIGH_WORD.findall(content)))


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
