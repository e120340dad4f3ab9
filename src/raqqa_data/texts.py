"""Texts that records hold: what any of them may be, a code of a closed list, and a name in both languages."""

from __future__ import annotations

import enum
import re
from typing import TypeGuard

import attrs

from raqqa_data.errors import RecordError

_UNFIT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def is_text(value: object) -> TypeGuard[str]:
    """Whether a value is a text, whatever its annotation promises."""
    return isinstance(value, str)


def text_fault(text: str) -> str | None:
    r"""Why no record may hold a text, or None.

    Half of a surrogate pair, which JSON's escapes can spell, stands in no UTF-8 file. A control character has no place
    in a name or a note: it ends a renderer of charts, steers a terminal, and XML cannot hold it. Tabs and line ends
    may stay.

    Example:
        >>> text_fault("الرقة"), text_fault("a\x1b[2J")
        (None, 'holds the control character U+001B at 1')
    """
    if text.isprintable() and text.isascii():
        return None
    found = _UNFIT.search(text)
    if found is None:
        return None
    if "\ud800" <= found[0] <= "\udfff":
        return f"holds half a pair of surrogates at {found.start()}, which no UTF-8 file can hold"
    kind = "control character" if found[0] < "\u0100" else "noncharacter"
    return f"holds the {kind} U+{ord(found[0]):04X} at {found.start()}"


class Code(enum.StrEnum):
    """One word of a closed list; shown by its name, as nobody needs to know that it is a text too."""

    def __repr__(self) -> str:
        return f"<{type(self).__name__}.{self.name}>"


@attrs.frozen
class Name:
    """What something is called, in English and in Arabic.

    Raises:
        RecordError: One of them is not a text, is empty, or holds a control character.

    Example:
        >>> Name("Raqqa", "الرقة").ar
        'الرقة'
    """

    en: str
    ar: str

    def __attrs_post_init__(self) -> None:
        for field in ("en", "ar"):
            text: object = getattr(self, field)
            if not isinstance(text, str) or not text.strip():
                raise RecordError("Name", field, text, "a name needs words in both languages")
            if fault := text_fault(text):
                raise RecordError("Name", field, text, fault)

    def __str__(self) -> str:
        return self.en
