"""Words that name a town or a person, one row a kind."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from raqqa_data.reading.grammar import Construction, Table
from raqqa_data.reading.refusals import names

if TYPE_CHECKING:
    from raqqa_data.reading.text.tokens import Tokens
    from raqqa_data.reading.words.lexicon import Lexicon

Refuses = Callable[["Tokens", "Lexicon", int], "int | None"]

NAMED: Table[Refuses] = Table(
    "Words that name a town or a person",
    [
        Construction[Refuses](
            "speaker",
            "Who says something has a name, and is no number.",
            "قال سبع إن الطريق آمن",
            names.speaker,
        ),
        Construction[Refuses](
            "joined-behind-a-preposition",
            "No clitic stands behind a preposition: its first letter is the word's own.",
            "وصلوا إلى وست هام",
            names.joined_behind_a_preposition,
        ),
        Construction[Refuses](
            "dual-in-the-wrong-case",
            "A dual that a preposition governs ends in ين.",
            "قتل مدني في سجنان",
            names.dual_in_the_wrong_case,
        ),
        Construction[Refuses](
            "month-of-a-name",
            "Foreign names that end in a month, and ماي or جوان without a day or a year.",
            "ولد في سان خوسيه دي مايو",
            names.month_of_a_name,
            opens=("calendar",),
        ),
        Construction[Refuses](
            "weekday-of-no-date",
            "A day that has a name, days that come again, and the two that sound like Monday.",
            "فتح المتجر في الجمعة البيضاء",
            names.weekday_of_no_date,
            opens=("calendar",),
        ),
        Construction[Refuses](
            "day-of-a-market",
            "Towns and markets are named by the weekday of their trade.",
            "احترق سوق الثلاثاء",
            names.day_of_a_market,
            opens=("calendar",),
        ),
        Construction[Refuses](
            "name-of-a-paper",
            "Papers and channels are named by days.",
            "نشرت صحيفة اليوم السابع الخبر",
            names.name_of_a_paper,
            opens=("calendar",),
        ),
        Construction[Refuses](
            "nights-of-a-month",
            "The nights that are gone or left of a month tell its day, and count nothing.",
            "دخلها لسبع خلون من رجب",
            names.nights_of_a_month,
            opens=("numeral",),
        ),
        Construction[Refuses](
            "numeral-of-nothing",
            "A numeral of feminine nouns that no noun is counted by.",
            "قصفوا بلدة في الخمس",
            names.numeral_of_nothing,
            opens=("numeral",),
        ),
    ],
    refuses=True,
)
_SORTS = (("other", "numeral"), ("calendar", "calendar numeral"))


def named(tokens: Tokens, lexicon: Lexicon, index: int) -> int | None:
    """Where reading goes on behind a word that names a town or a person; None where it may be a figure or a date."""
    word = tokens.words[index]
    if word.digits is not None:
        return None
    for refuses in NAMED[_SORTS[word.calendar is not None][word.numeral is not None]]:
        after = refuses(tokens, lexicon, index)
        if after is not None:
            return after
    return None
