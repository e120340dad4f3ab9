"""What stands above a text that was a row of a table: its other columns, of which one may name the row's place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from raqqa_data.building.proposals.proposal import Question
from raqqa_data.building.proposals.words.affixes import bare
from raqqa_data.building.proposals.words.place_words import place_words
from raqqa_data.building.proposals.words.vocabulary import word_lists
from raqqa_data.reading.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from raqqa_data.building.proposals.passage.passage import Passage
    from raqqa_data.building.proposals.proposal import Proposal
    from raqqa_data.building.proposals.where.answer import Places
    from raqqa_data.reading.mention import Mention

_FRONT_MATTER = re.compile(r"---[ \t]*\r?\n(?:[^\r\n]*\r?\n)*?---[ \t]*\r?\n")
_FIELD = re.compile(r"^([^\W\d_][\w -]*):[ \t]*(\S[^\r\n]*?)[ \t]*$", re.MULTILINE)
_WORDS = "tables.toml"
_WIDE = ("country", "governorate", "region", "state", "district")
"""Kinds of places, the widest first; any other is within these."""


class RowFields:
    """The columns of the row that a text was, as `split` writes them above it.

    Args:
        passage: The text.
    """

    def __init__(self, passage: Passage) -> None:
        self._passage = passage
        found = _FRONT_MATTER.match(passage.text)
        self._end = 0 if found is None else found.end()
        self._titles = [field.span() for field in _FIELD.finditer(passage.text, 0, self._end) if field[1] == "title"]
        self._places = sorted(self._naming(), key=lambda one: _WIDE.index(one[2]) if one[2] in _WIDE else len(_WIDE))

    def answer(self, figure: Mention, told: dict[Question, Proposal], places: Places) -> None:
        """Put the place of the row, the narrowest that it names, where a figure's own text gives none.

        Args:
            figure: The figure.
            told: Its proposals, by question.
            places: Who answers where.
        """
        where = told.get(Question.WHERE)
        if where is not None and not all(span.end <= self._end for span in where.evidence):
            return
        if where is not None and not any(start <= where.evidence[0].start < end for start, end in self._titles):
            del told[Question.WHERE]  # المصدر: صحيفة الرقة
        for first, last, _, kind in reversed(self._places):
            if (found := places.of_cell(figure, first, last + 1, kind)) is not None:
                told[Question.WHERE] = found
                return

    def _naming(self) -> Iterator[tuple[int, int, str, str]]:
        """The fields whose names are words for places: the words of each, and of what kind it is."""
        lists = word_lists(_WORDS)
        for field in _FIELD.finditer(self._passage.text, 0, self._end):
            words = [bare(word) for word in fold(field[1]).text.split()]
            named = [word for word in words if word not in lists["name_of"]]
            if named and lists["places"].issuperset(named):
                first, last = self._passage.at(field.start(2)), self._passage.at(field.end(2) - 1)
                yield first, last, place_words().kinds.get(named[0]) or "", named[0]
