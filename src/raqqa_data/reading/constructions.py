"""All ways in which Arabic states a figure or a date, in the order in which the reader tries them.

At each token that a mention may begin at, the reader walks `FIRST_OF_ALL`; its rows walk the tables of their own rooms.
To add a way: one function, one row in the table of its room, its words in a TOML of the vocabulary.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from raqqa_data.reading.dates.constructions import IN_FORCE, JOINED, NAMES, POINTED, WRITTEN
from raqqa_data.reading.figures.ages import AGES
from raqqa_data.reading.figures.around import HEDGES
from raqqa_data.reading.figures.compounds import COMPOUNDS
from raqqa_data.reading.figures.constructions import BEFORE_NUMBERS, NUMBERED, UNNUMBERED
from raqqa_data.reading.figures.figure import COMPLETED
from raqqa_data.reading.figures.merged import MERGED
from raqqa_data.reading.figures.number_words import REFUSED_WORDS
from raqqa_data.reading.figures.ordinals import ORDINALS, read_ordinal
from raqqa_data.reading.figures.quantities import UNITS
from raqqa_data.reading.grammar import Construction, Table
from raqqa_data.reading.numbers.constructions import APART, BEGUN, CONTINUED, DECIMALS
from raqqa_data.reading.numbers.ranges import RANGES
from raqqa_data.reading.refusals.clocks import clock
from raqqa_data.reading.refusals.kinds import REFUSED_DIGITS
from raqqa_data.reading.refusals.named_words import NAMED, named

if TYPE_CHECKING:
    from raqqa_data.reading.dates.date import DateReader
    from raqqa_data.reading.figures.figure import FigureReader
    from raqqa_data.reading.mention_draft import MentionDraft
    from raqqa_data.reading.text.tokens import Tokens
    from raqqa_data.reading.words.lexicon import Lexicon

_EACH = frozenset({"الثانيه", "الدقيقه", "الساعه", "اليوم"})


class Line(NamedTuple):
    """Some lines of a text, and the readers of its dates and figures."""

    tokens: Tokens
    lexicon: Lexicon
    dates: DateReader
    figures: FigureReader


def _each(line: Line, index: int, floor: int) -> int | None:
    """50 ميغابت في الثانية: so many each second; not في اليوم التالي."""
    tokens = line.tokens
    in_it = floor == index - 1 and tokens.texts[index - 1] == "في" and tokens.joined(index) and tokens.joined(index - 1)
    if not in_it or tokens.texts[index] not in _EACH:
        return None
    after = tokens.texts[index + 1]
    context = line.lexicon.context
    pointed = (after.startswith("ال") and after not in context["to"]) or after in context["the_same"]
    return None if pointed else index + 1


def _date(line: Line, index: int, floor: int) -> MentionDraft | int | None:
    return line.dates.read(index, floor)


Reads = Callable[[Line, int, int], "MentionDraft | int | None"]

FIRST_OF_ALL: Table[Reads] = Table(
    "At each word",
    [
        Construction[Reads](
            "each-second",
            "A second, an hour or a day behind a figure and في: so many each.",
            "السرعة 20 عقدة في الساعة",
            _each,
            opens=("unit",),
            refuses=True,
        ),
        Construction[Reads](
            "time-of-day",
            "A time of day in words, with its minutes.",
            "وصلوا الساعة الرابعة وخمس وعشرين دقيقة",
            lambda line, index, _: clock(line.tokens, line.lexicon, index),
            opens=("ordinal", "numeral"),
            refuses=True,
        ),
        Construction[Reads](
            "name",
            "A word that names a town or a person; the kinds are listed below.",
            "سافر من وست هام إلى سان خوسيه دي مايو",
            lambda line, index, _: named(line.tokens, line.lexicon, index),
            opens=("numeral", "fraction", "ordinal", "unit", "vague", "calendar", "dual"),
            before=("date", "figure"),
            why="Its letters would be a month or a number.",
            refuses=True,
        ),
        Construction[Reads](
            "date",
            "A date; the ways to state one are listed below.",
            "وصلوا في الأول من شباط 2022 وغادروا في 5 آذار 2022",
            _date,
            before=("ordinals", "figure"),
            why="Its day would be an ordinal or a count.",
        ),
        Construction[Reads](
            "ordinals",
            "An ordinal; the kinds are listed below.",
            "أحيت المدينة الذكرى الخمسين للتحرير",
            lambda line, index, floor: read_ordinal(line.figures, index, floor),
            opens=("digits", "ordinal", "numeral"),
            before=("figure",),
            why="The fiftieth would be fifty.",
        ),
        Construction[Reads](
            "figure",
            "A figure; the ways to state one are listed below.",
            "رمم أكثر من 300 بيت",
            lambda line, index, floor: line.figures.read(index, floor),
            opens=("digits", "numeral", "fraction", "unit", "vague", "dual"),
        ),
    ],
)

DATES: Reads = _date
"""The one way that reads by the reference."""

CONSTRUCTIONS = (
    FIRST_OF_ALL,
    NAMED,
    IN_FORCE,
    POINTED,
    WRITTEN,
    NAMES,
    JOINED,
    ORDINALS,
    BEFORE_NUMBERS,
    REFUSED_DIGITS,
    NUMBERED,
    REFUSED_WORDS,
    RANGES,
    BEGUN,
    DECIMALS,
    APART,
    CONTINUED,
    UNNUMBERED,
    HEDGES,
    UNITS,
    COMPOUNDS,
    AGES,
    COMPLETED,
    MERGED,
)
"""Every table, in the order in which its rows are reached."""
