"""What a word of the vocabulary can be: a numeral, a fraction, an ordinal, a unit, a word of the calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

if TYPE_CHECKING:
    from raqqa_data.reading.text.digits import Digits

Entry = TypeVar("Entry")
FEW = 3  # what "a few" is at least


class Numeral(NamedTuple):
    """A number word.

    Attributes:
        value: Its number.
        slot: zero, unit, ten, teen, tens, hundred, hundreds or scale.
        form: plain, dual, plural, accusative (ألفا), joined (only within a number), weak (only before another)
            or latin (only behind digits).
    """

    value: int
    slot: str
    form: str = "plain"


class Fraction(NamedTuple):
    """A fraction word: `parts` of a whole cut into `of`; 0 for a plural, which needs a number before it."""

    parts: int
    of: int
    form: str = "plain"


class UnitForm(NamedTuple):
    """A form of a unit's or currency's noun: number 1, 2 (dual), 3 (plural) or 0 (abbreviation).

    A rare one is another word or a name when it stands alone: ميلان is Milan.
    """

    name: str
    kind: str
    number: int
    parts: int = 1
    noun: str = ""
    rare: bool = False
    hamza: str = ""


class Clitics(NamedTuple):
    """What stands before the stem of a word: letters up to the article, and the article's."""

    skip: int
    conjunction: str
    preposition: str
    article: bool


class Found(NamedTuple, Generic[Entry]):
    """An entry found in a word, behind its clitics."""

    entry: Entry
    clitics: Clitics
    stem: str = ""


class Word:
    """What a token can be.

    Attributes:
        sorts: All that it can be, with spaces between: "numeral calendar".
        cut: Where a second number begins in it, for two that are printed as one word; else 0.
    """

    __slots__ = (
        "calendar",
        "cut",
        "digits",
        "dual",
        "fraction",
        "numeral",
        "ordinal",
        "sorts",
        "starts",
        "unit",
        "vague",
    )

    def __init__(self) -> None:
        self.digits: Digits | None = None
        self.numeral: Found[Numeral] | None = None
        self.fraction: Found[Fraction] | None = None
        self.ordinal: Found[int] | None = None
        self.unit: Found[UnitForm] | None = None
        self.vague: Found[int] | None = None
        self.calendar: Found[str] | None = None
        self.dual: Found[str] | None = None
        self.sorts: str = ""
        self.starts: bool = False
        self.cut: int = 0


SORTS = ("digits", "numeral", "fraction", "ordinal", "unit", "vague", "calendar", "dual")
NOTHING = Word()  # a word that says nothing
