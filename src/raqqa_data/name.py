"""A name in both languages of the library."""

from __future__ import annotations

import attrs

from raqqa_data.errors import RecordError
from raqqa_data.files import is_utf8


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
