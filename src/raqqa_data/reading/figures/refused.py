"""Number words that are no figure, one row a kind."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from raqqa_data.reading.figures.counted import CountedWords
from raqqa_data.reading.grammar import Construction, Table

if TYPE_CHECKING:
    from raqqa_data.reading.numbers.number import Number

Refuses = Callable[[CountedWords, "Number"], bool]

REFUSED_WORDS: Table[Refuses] = Table(
    "Number words that state no figure",
    [
        Construction[Refuses](
            "the-two",
            "The two of them, or Monday.",
            "حضر الاثنان معا",
            CountedWords.is_the_two,
        ),
        Construction[Refuses](
            "number-of-a-name",
            "A name with a number in it: a town, a group of states.",
            "عارضته الدول السبع الكبرى",
            CountedWords.is_of_a_name,
        ),
        Construction[Refuses](
            "bare-homograph",
            "A word that is a number only before what it counts.",
            "شاهد سبعا في الغابة",
            CountedWords.is_bare_homograph,
        ),
        Construction[Refuses](
            "lone-percent",
            "بالمئة whose number is lost.",
            "ارتفعت بالمئة",
            CountedWords.is_lone_percent,
        ),
        Construction[Refuses](
            "another-word",
            "A word spelled like a number: the lady, a lion, water, a club of states.",
            "غنت الست فيروز",
            CountedWords.is_another_word,
        ),
        Construction[Refuses](
            "no-zero",
            "صفر in a turn of phrase: from scratch, empty-handed.",
            "عاد صفر اليدين",
            CountedWords.is_no_zero,
        ),
        Construction[Refuses](
            "no-one",
            "واحد that means each, any or one of them.",
            "حصل كل واحد على سلة",
            CountedWords.is_no_one,
        ),
        Construction[Refuses](
            "round-of-a-cup",
            "A half or a quarter that names a round of a cup.",
            "بلغ نصف نهائي البطولة",
            CountedWords.is_of_a_round,
        ),
        Construction[Refuses](
            "named-part",
            "A definite fraction that is spoken of, not stated.",
            "باع الربع",
            CountedWords.is_a_named_part,
        ),
        Construction[Refuses](
            "hour-in-words",
            "The hour of a day, in words.",
            "وصل خمسة صباحا",
            CountedWords.is_an_hour,
        ),
        Construction[Refuses](
            "letter-alif",
            "ألف that is the letter, behind what letters tell apart.",
            "نشر الملحق ألف من التقرير",
            CountedWords.is_a_letter,
        ),
        Construction[Refuses](
            "numbered-in-words",
            "A number word behind رقم names.",
            "الغرفة رقم سبعة",
            CountedWords.is_numbered,
        ),
    ],
    refuses=True,
)
