"""Number words that are no figure, one row a kind."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from raqqa_data.reading.grammar import Construction, Table

if TYPE_CHECKING:
    from raqqa_data.reading.figures.counted import CountedWords
    from raqqa_data.reading.numbers.number import Number

Refuses = Callable[["CountedWords", "Number"], bool]

REFUSED_WORDS: Table[Refuses] = Table(
    "Number words that state no figure",
    [
        Construction[Refuses](
            "the-two",
            "The two of them, or Monday.",
            "حضر الاثنان معا",
            lambda words, number: words.is_the_two(number),
        ),
        Construction[Refuses](
            "number-of-a-name",
            "A name with a number in it: a town, a group of states.",
            "عارضته الدول السبع الكبرى",
            lambda words, number: words.is_of_a_name(number),
        ),
        Construction[Refuses](
            "bare-homograph",
            "A word that is a number only before what it counts.",
            "شاهد سبعا في الغابة",
            lambda words, number: words.is_bare_homograph(number),
        ),
        Construction[Refuses](
            "lone-percent",
            "بالمئة whose number is lost.",
            "ارتفعت بالمئة",
            lambda words, number: words.is_lone_percent(number),
        ),
        Construction[Refuses](
            "another-word",
            "A word spelled like a number: the lady, a lion, water, a club of states.",
            "غنت الست فيروز",
            lambda words, number: words.is_another_word(number),
        ),
        Construction[Refuses](
            "no-zero",
            "صفر in a turn of phrase: from scratch, empty-handed.",
            "عاد صفر اليدين",
            lambda words, number: words.is_no_zero(number),
        ),
        Construction[Refuses](
            "no-one",
            "واحد that means each, any or one of them.",
            "حصل كل واحد على سلة",
            lambda words, number: words.is_no_one(number),
        ),
        Construction[Refuses](
            "round-of-a-cup",
            "A half or a quarter that names a round of a cup.",
            "بلغ نصف نهائي البطولة",
            lambda words, number: words.is_of_a_round(number),
        ),
        Construction[Refuses](
            "named-part",
            "A definite fraction that is spoken of, not stated.",
            "باع الربع",
            lambda words, number: words.is_a_named_part(number),
        ),
        Construction[Refuses](
            "hour-in-words",
            "The hour of a day, in words.",
            "وصل خمسة صباحا",
            lambda words, number: words.is_an_hour(number),
        ),
        Construction[Refuses](
            "numbered-in-words",
            "A number word behind رقم names.",
            "الغرفة رقم سبعة",
            lambda words, number: words.is_numbered(number),
        ),
    ],
    refuses=True,
)
