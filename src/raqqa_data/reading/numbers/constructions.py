"""How a number is stated: what it begins with, how digits go on, and what joins it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from raqqa_data.reading.grammar import Construction, Table
from raqqa_data.reading.numbers.with_digits import NumberDigits

if TYPE_CHECKING:
    from raqqa_data.reading.numbers.number import Number, NumberReader
    from raqqa_data.reading.text.digits import Value

Begins = Callable[["NumberReader"], "Number | None"]
Decimal = Callable[[NumberDigits], "Value | None"]
Apart = Callable[[NumberDigits, "Value"], "Value"]
GoesOn = Callable[["NumberReader"], bool]

BEGUN: Table[Begins] = Table(
    "What a number begins with",
    [
        Construction[Begins](
            "number-in-digits",
            "Digits of any of the three scripts, with the marks inside them.",
            "أعيد تأهيل ٤٨ جسرا",
            lambda number: number.digits_first(),
            opens=("digits",),
        ),
        Construction[Begins](
            "fraction",
            "A fraction word: a half, a third, two thirds.",
            "عاد خمس السكان",
            lambda number: number.fraction_first(),
            opens=("fraction",),
            before=("number-in-words",),
            why="خمس is a fifth before what is whole, else five.",
        ),
        Construction[Begins](
            "number-in-words",
            "A number word, its article and clitics taken off.",
            "وصلت خمسة وعشرون عائلة",
            lambda number: number.words_first(),
            opens=("numeral",),
        ),
    ],
)

DECIMALS: Table[Decimal] = Table(
    "Decimals set apart from their digits",
    [
        Construction[Decimal](
            "leading-point",
            "Decimals behind a point that no digit stands before.",
            "ارتفع .75 متر",
            NumberDigits.leading_point,
        ),
        Construction[Decimal](
            "lettered-decimal",
            "The letter ر for the comma, the decimals first, as one agency prints it.",
            "ارتفع 07ر66 في المئة",
            NumberDigits.lettered_decimal,
        ),
    ],
)

APART: Table[Apart] = Table(
    "Digits that a space or a sign takes apart",
    [
        Construction[Apart](
            "spaced-groups",
            "Groups of three digits, one space before each.",
            "أزيلت 12 500 عبوة",
            NumberDigits.spaced_groups,
        ),
        Construction[Apart](
            "mixed-fraction",
            "A fraction in digits or as one sign, alone or behind a whole number.",
            "استغرق العمل 2 1/4 ساعة",
            NumberDigits.mixed_fraction,
        ),
        Construction[Apart](
            "spaced-comma",
            "A decimal comma with a space behind it, before a percent.",
            "بلغت النسبة 37، 5 في المئة",
            NumberDigits.comma_decimal,
        ),
    ],
)

CONTINUED: Table[GoesOn] = Table(
    "How a number goes on",
    [
        Construction[GoesOn](
            "scale",
            "A hundred, a thousand, a million behind a number multiplies it.",
            "عادت مئة ألف وعشرة",
            NumberDigits.scale_up,
            before=("joined-number",),
            why="A scale belongs to the number before it, not to the one joined behind.",
        ),
        Construction[GoesOn](
            "smaller-amount",
            "Digits with a smaller scale right behind a scale, as budgets print it.",
            "بلغت النفقات 11 مليار 431 مليونا 492 ألف دينار",
            NumberDigits.smaller_amount,
        ),
        Construction[GoesOn](
            "smaller-amount-behind-comma",
            "A smaller scale joined by و behind a comma, where only the last has a unit.",
            "أنفقت البلدية 3 مليارات، و250 مليونا، و400 ألف، و75 دينارا",
            lambda number: number.behind_comma(),
        ),
        Construction[GoesOn](
            "decimals-in-words",
            "Decimals behind فاصلة.",
            "المسافة خمسة فاصلة ثلاثة كيلومتر",
            NumberDigits.decimals,
        ),
        Construction[GoesOn](
            "several-parts",
            "A fraction in the plural behind how many of it: three quarters.",
            "رممت ثلاثة أرباع المدارس",
            NumberDigits.parts_of,
        ),
        Construction[GoesOn](
            "one-of-each",
            "So many of every so many, as a fraction.",
            "يحتاج 7 من أصل 10 منازل إلى ترميم",
            NumberDigits.one_of_each,
        ),
        Construction[GoesOn](
            "and-a-fraction",
            "A fraction joined behind a number: a million and a half.",
            "المسافة ثلاثون وتسعة أعشار",
            NumberDigits.conjoined_fraction,
            before=("joined-number",),
            why="The nine of nine tenths would be joined alone.",
        ),
        Construction[GoesOn](
            "joined-number",
            "A smaller piece joined by و, or right behind a hundred or a scale.",
            "عادت ألف ومئتان وخمسون عائلة",
            lambda number: number.join(definite=number.definite),
        ),
    ],
)
