"""Texts that records hold: what any of them may be, and a name in both languages of the library."""

from __future__ import annotations

from typing import TypeGuard

import attrs

from raqqa_data.errors import RecordError


def is_text(value: object) -> TypeGuard[str]:
    """Whether a value is a text, whatever its annotation promises."""
    return isinstance(value, str)


def is_utf8(value: str) -> bool:
    r"""Whether a file can hold the text: JSON's escapes can spell half of a surrogate pair, UTF-8 cannot.

    Example:
        >>> is_utf8("الرقة"), is_utf8("\ud800")
        (True, False)
    """
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True


@attrs.frozen
class Name:
    """What something is called, in English and in Arabic.

    Raises:
        RecordError: One of them is not a text, or is empty.

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
            if not is_utf8(text):
                raise RecordError("Name", field, text, "holds half a pair of surrogates")

    def __str__(self) -> str:
        return self.en
