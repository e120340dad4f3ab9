"""Where a record comes from: the document, the very characters, and who said it."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING, Any, cast

import attrs

from raqqa_data.errors import RecordError
from raqqa_data.records.period import Period
from raqqa_data.records.pickling import Pickled
from raqqa_data.records.validation import in_range, is_a, slug, stating, text
from raqqa_data.texts import Name

if TYPE_CHECKING:
    from raqqa_data.records.place import Place  # noqa: F401  # pyright: ignore[reportUnusedImport] - named for those who read types

_SHA256 = re.compile(r"[0-9a-f]{64}", re.ASCII)


def _is_sha256(instance: object, attribute: attrs.Attribute[str], value: object) -> None:
    if not isinstance(value, str) or not _SHA256.fullmatch(value):
        raise RecordError(type(instance).__name__, attribute.name, value, "must be 64 lower-case hexadecimal digits")


stating(_is_sha256, {"pattern": f"^{_SHA256.pattern}$"})


def _end_of_phrase(quote: Quote) -> int:
    # defaults are made before anything is validated; what is wrong is told by the validators of the two fields
    exact, start = cast("tuple[object, object]", (quote.exact, quote.start))
    return start + len(exact) if isinstance(exact, str) and isinstance(start, int) else 0


def _ends_with_the_phrase(quote: Quote, _: attrs.Attribute[int], value: int) -> None:
    if value - quote.start != len(quote.exact):
        problem = f"the phrase has {len(quote.exact)} characters, so it ends at {quote.start + len(quote.exact)}"
        raise RecordError("Quote", "end", value, problem)


def _has_what_is_inferred(document: Document, _: attrs.Attribute[Any], value: object) -> None:
    if value is not None and document.published is None:
        raise RecordError("Document", "inferred", value, "says why `published` is inferred, which is not given")


@attrs.frozen(kw_only=True, getstate_setstate=False)
class Document(Pickled):
    """The text that figures were read from, known by its hash; the text itself is not held.

    Attributes:
        id: Identifier, e.g. "raqqa-2022".
        language: BCP 47 tag of its language.
        sha256: Hash of its UTF-8 bytes, in lower-case hexadecimal.
        characters: Its length in Unicode code points.
        name: What it is, in words of our own.
        published: When it was published.
        inferred: Why `published` is inferred, where the text does not print it.
        retrieved: When this copy of it was made.

    Raises:
        RecordError: A field is missing its form, or a date that is not there is said to be inferred.
    """

    id: str = attrs.field(kw_only=False, validator=slug())
    language: str = attrs.field(validator=text())
    sha256: str = attrs.field(validator=_is_sha256)
    characters: int = attrs.field(validator=in_range(0, 2**53, whole=True))
    name: Name | None = attrs.field(default=None, validator=is_a(Name, optional=True))
    published: Period | None = attrs.field(default=None, validator=is_a(Period, optional=True))
    inferred: str | None = attrs.field(default=None, validator=[text(optional=True), _has_what_is_inferred])
    retrieved: Period | None = attrs.field(default=None, validator=is_a(Period, optional=True))

    def __str__(self) -> str:
        return f"{self.name or self.id} ({self.id}, {self.characters:,} characters, sha256 {self.sha256[:12]}…)"


@attrs.frozen(getstate_setstate=False)
class Quote(Pickled):
    """The exact words that a figure was read from, and where they stand.

    A W3C TextQuoteSelector and TextPositionSelector in one: offsets count Unicode code points of the document as
    stored, start inclusive, end exclusive.

    Attributes:
        exact: The words.
        start: Offset of the first character.
        end: Offset after the last.
        page: Page of a paged document, from 1.
        paragraph: Paragraph of the document, from 1.
        prefix: What stands before them, to find them again in another copy; your own to keep.
        suffix: What stands after them.

    Raises:
        RecordError: The words do not fill the span.

    Example:
        >>> Quote("15 جسرا", 8).end
        15
    """

    exact: str = attrs.field(validator=text())
    start: int = attrs.field(validator=in_range(0, 2**53, whole=True))
    end: int = attrs.field(
        default=attrs.Factory(_end_of_phrase, takes_self=True),
        validator=[is_a(int), _ends_with_the_phrase],
    )
    page: int | None = attrs.field(default=None, kw_only=True, validator=in_range(1, 2**31, whole=True, optional=True))
    paragraph: int | None = attrs.field(
        default=None, kw_only=True, validator=in_range(1, 2**31, whole=True, optional=True)
    )
    prefix: str | None = attrs.field(default=None, kw_only=True, validator=text(optional=True))
    suffix: str | None = attrs.field(default=None, kw_only=True, validator=text(optional=True))

    def __str__(self) -> str:
        where = [f"page {self.page}"] * bool(self.page) + [f"paragraph {self.paragraph}"] * bool(self.paragraph)
        return ", ".join([f"«{self.exact}» [{self.start}:{self.end}]", *where])


@attrs.frozen(kw_only=True)
class Agent:
    """A person or organisation that says something (PROV-O).

    Raises:
        RecordError: A field is missing its form.
    """

    id: str = attrs.field(kw_only=False, validator=slug())
    name: Name = attrs.field(validator=is_a(Name))

    def __str__(self) -> str:
        return str(self.name)


def __getattr__(name: str) -> object:
    if name != "Place":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}", name=name, obj=sys.modules[__name__])
    import warnings

    from raqqa_data.records.place import Place

    warnings.warn(f"{__name__}.Place is now raqqa_data.records.place.Place", DeprecationWarning, stacklevel=2)
    return Place
