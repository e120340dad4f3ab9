"""How a figure is stated, and what is none: digits and words that name something come first."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from raqqa_data.reading.figures.ways import FigureWays
from raqqa_data.reading.grammar import Construction, Table

if TYPE_CHECKING:
    from raqqa_data.reading.mention_draft import MentionDraft
    from raqqa_data.reading.numbers.number import Number

Refuses = Callable[[FigureWays, int, int], "int | None"]
Numbered = Callable[[FigureWays, "Number", int], "MentionDraft | int | None"]
Unnumbered = Callable[[FigureWays, int, int], "MentionDraft | None"]

BEFORE_NUMBERS: Table[Refuses] = Table(
    "What is no figure, before a number is read",
    [
        Construction[Refuses](
            "named-digits",
            "Digits that name what stands beside them; the kinds are listed below.",
            "صدر القرار 2254 أمس",
            FigureWays.named_digits,
            opens=("digits",),
        ),
        Construction[Refuses](
            "idiom",
            "A thousand greetings count none.",
            "ألف مبروك للعائدين",
            FigureWays.idiom,
            opens=("words",),
        ),
        Construction[Refuses](
            "score-with-nil",
            "The score of a match that begins with nil.",
            "انتهت المباراة صفر-2",
            FigureWays.nil,
            opens=("words",),
        ),
    ],
    refuses=True,
)

NUMBERED: Table[Numbered] = Table(
    "Figures with a number",
    [
        Construction[Numbered](
            "named-number-words",
            "Number words that state no figure; the kinds are listed below.",
            "حصل كل واحد على سلة",
            FigureWays.named_words,
            opens=("words",),
            before=("quantity",),
            why="Each of the words is a number elsewhere.",
            refuses=True,
        ),
        Construction[Numbered](
            "one-of-so-many",
            "A noun in the singular, of every so many: a share.",
            "طفل من كل 3 خارج المدرسة",
            FigureWays.one_of_each_noun,
            before=("quantity",),
            why="Three children are not what is stated.",
        ),
        Construction[Numbered](
            "ratio",
            "One to five, behind a word of ratio: a fifth.",
            "بنسبة واحد إلى خمسة",
            FigureWays.ratio_of,
            before=("range", "quantity"),
            why="A ratio is no range from one to five.",
        ),
        Construction[Numbered](
            "range",
            "Two numbers that bound one; the kinds are listed below.",
            "عادت بين 20 و30 عائلة",
            FigureWays.range_from,
            before=("quantity",),
            why="The first of the two would be a figure alone.",
        ),
        Construction[Numbered](
            "quantity",
            "A number with its hedge, its unit and its noun.",
            "رمم أكثر من 300 بيت",
            FigureWays.quantity_of,
        ),
    ],
)

UNNUMBERED: Table[Unnumbered] = Table(
    "Figures without a number",
    [
        Construction[Unnumbered](
            "vague",
            "Hundreds, tens of thousands, a few, several: at least so many.",
            "نزح عشرات الآلاف من السكان",
            FigureWays.vague,
        ),
        Construction[Unnumbered](
            "several-behind",
            "عدة or معدودة behind what is counted: a few of it.",
            "قصف الطيران قرى عدة في الريف",
            FigureWays.several_behind,
        ),
        Construction[Unnumbered](
            "range-of-units",
            "A week or two: a unit stands for one or two of it.",
            "بقي يومين أو ثلاثة",
            FigureWays.unit_range,
            before=("unit-alone",),
            why="Two days would be a figure alone.",
        ),
        Construction[Unnumbered](
            "unit-alone",
            "A unit in the dual is two of it; in the singular one, where a word says so.",
            "استمر القتال عامين",
            FigureWays.unit_alone,
        ),
        Construction[Unnumbered](
            "dual",
            "A counted noun in the dual: two.",
            "رممت مدرستان في الحي",
            FigureWays.dual,
        ),
    ],
)
