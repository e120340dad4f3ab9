"""Where what is said begins: behind "that", a colon or a quotation mark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raqqa_data.building.proposals.words.affixes import bare, stems
from raqqa_data.building.proposals.words.attribution_cues import cues, verb_of_saying
from raqqa_data.building.proposals.words.word_cache import remembered

if TYPE_CHECKING:
    from raqqa_data.building.proposals.passage.passage import Passage

_LONGEST = 9  # words between a name and what is said
_NEAR = 3  # words between a name and what is said, where it is told to somebody
_THAT = frozenset({"كيف", "انو", "ان", "بان", "انه", "انها", "بانه", "بانها", "انهم"})


def opens_quote(gap: str) -> bool:
    """Whether what stands between two words begins a quotation."""
    return ":" in gap or "«" in gap or "“" in gap


@remembered
def is_addressee(word: str) -> bool:
    """Whether a word says whom it is told to: لوكالة, لمراسلنا."""
    return word.startswith("ل") and any(
        cues().addressees & {form, bare(form), form.removesuffix("نا")} for form in stems(word)[1:]
    )


class Said:
    """Where what is said begins in a passage."""

    def __init__(self, passage: Passage) -> None:
        self._passage = passage

    def begins(self, word: int) -> bool:
        """Whether a word begins what is said."""
        passage = self._passage
        if word >= len(passage.words):
            return False
        return passage.words[word] in _THAT or opens_quote(passage.gaps[word])

    def by_counted(self, word: int) -> bool:
        """أكد ثلاثة مسؤولين أمنيين أن: whether those who say what follows a word are only counted."""
        return self._passage.next_figure(word - 1, word + 1) == word and self.begins_later(word + 1)

    def begins_soon(self, word: int) -> bool:
        """Whether what is said begins at a word, or right behind whom it is told to."""
        told = word < len(self._passage.words) and is_addressee(self._passage.words[word])
        return any(self.begins(at) for at in (range(word, word + _NEAR + 1) if told else (word,)))

    def begins_later(self, word: int, commas: int = 0) -> bool:
        """Whether what is said begins some words behind a name: on its page, after the session, that."""
        passage = self._passage
        for at in range(word, min(word + _LONGEST, len(passage.words))):
            if passage.sentence[at] != passage.sentence[word - 1] or passage.commas(word - 1, at) > commas:
                return False
            if passage.words[at] in _THAT:
                return True
            if verb_of_saying(passage.words[at]) is not None:
                return False
        return False

    def quotes_later(self, end: int) -> bool:
        """كتب المدير على صفحته: «...»: whether a colon with a quotation stands some words behind a name."""
        passage = self._passage
        behind = range(end + 1, min(end + _NEAR + 1, len(passage.words)))
        colon = next((at for at in behind if passage.gaps[at] != " "), None)
        return colon is not None and ":" in passage.gaps[colon] and passage.quotation(colon) is not None
