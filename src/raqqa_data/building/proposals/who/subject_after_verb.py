"""Who speaks where the name stands behind the verb of saying."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raqqa_data.building.proposals.what.event_modifiers import is_with
from raqqa_data.building.proposals.who.quotation_starts import is_addressee, opens_quote
from raqqa_data.building.proposals.who.speaker_names import is_event
from raqqa_data.building.proposals.who.subject_before_verb import WHO, is_of_others
from raqqa_data.building.proposals.words.affixes import bare, stems
from raqqa_data.building.proposals.words.attribution_cues import cues, verb_of_saying

if TYPE_CHECKING:
    from raqqa_data.building.proposals.passage.passage import Passage
    from raqqa_data.building.proposals.reference.known_names import Known
    from raqqa_data.building.proposals.who.quotation_starts import Said
    from raqqa_data.building.proposals.who.speaker_names import Speaker, SpeakerNames

_NEAR = 3  # words between a verb and its subject
_WHO_IS = frozenset({"وهو", "وهي", *WHO})


class SubjectsBehind:
    """The subjects that stand behind verbs of saying in a passage.

    Args:
        passage: The text.
        known: Names of agents.
        names: The names of its speakers.
        said: Where what is said begins.
    """

    def __init__(self, passage: Passage, known: Known, names: SpeakerNames, said: Said) -> None:
        self._passage = passage
        self._known = known
        self._names = names
        self._said = said

    def of(self, verb: int, begin: int, start: int) -> Speaker | None:
        """Who stands behind a verb of saying; None where nobody does.

        Args:
            verb: The verb.
            begin: The first word behind it, or behind "in it".
            start: The word at which a name may begin, behind dates and whom it is told to.
        """
        passage = self._passage
        named = self._named_in_quotes(start)
        opens = verb + 1 < len(passage.words) and opens_quote(passage.gaps[verb + 1])
        if named is not None or opens:
            return named
        if is_of_others(passage, verb, start) or self._said.by_counted(begin):
            return None
        return self._names.speaker(start) or self._named_in_full(start, verb_of_saying(passage.words[verb]))

    def _named_in_quotes(self, start: int | None) -> Speaker | None:
        """قالت «آفاد» إن, أعلنت «سرايا الوادي» استهداف: a name in quotation marks with what it says behind it."""
        quoted = None if start is None or start >= len(self._passage.words) else self._names.quoted(start)
        if quoted is None:
            return None
        behind = quoted.last + 1
        says = self._said.begins_soon(behind)
        return quoted if says or (behind < len(self._passage.words) and is_event(self._passage.words[behind])) else None

    def is_blamed(self, verb: int, end: int) -> bool:
        """Whether a verb of blaming has only whom it blames before what it is for: واتهمت الجيش بإطلاق."""
        words = self._passage.words
        if cues().accuses.isdisjoint(stems(words[verb])) or end >= len(words):
            return False
        return is_with(words[end]) or bare(words[end]) == "مسووليه"

    def date_passed(self, start: int) -> int:
        """قال اليوم الثلاثاء مدير: where the subject may begin."""
        passage, begin = self._passage, start
        while begin - start < _NEAR and begin + 1 < len(passage.words) and passage.in_mention(begin):
            if passage.next_figure(begin - 1, begin + 1) == begin:
                break  # سجلت 72 عائلة نازحة
            begin += 1
        return begin

    def addressee_passed(self, verb: int, start: int) -> int | None:
        """قال لوكالة رويترز مدير الصحة: where the subject begins; None where the verb has only whom it is told to."""
        passage, words = self._passage, self._passage.words
        if start >= len(passage.words) or not self._is_told_to(start):
            return start
        known = self._known.agents.at(passage.words, start)
        first = start + 1 if known is None else known.last + 1
        # قال لموقع المصدر أونلاين: what the paper is called is nobody's office
        first += known is None and is_addressee(words[start]) and _is_of_a_name(words[start])
        _, end = passage.sentence_of(verb)
        for index in range(first, min(end, first + _NEAR)):
            if passage.words[index] in cues().that or passage.in_mention(index):
                break
            if self._names.is_head(passage.words[index]):
                return index
        return None

    def _is_told_to(self, word: int) -> bool:
        """Whether a word behind a verb of saying is whom it is told to: لوكالة, لنا, لروزنة إن."""
        words = self._passage.words
        if is_addressee(words[word]) or (words[word] == "ل" and self._names.is_told_to(word)):
            return True
        known = self._known.agents.at(words, word)
        if known is not None and known.clitic in {"ل", "لل"}:
            return True
        return words[word].startswith("ل") and self._said.begins(word + 1)

    def _named_in_full(self, start: int, verb: str | None) -> Speaker | None:
        """قالت سلمى الأحمد إن: any name, where what is said begins behind it."""
        passage = self._passage
        speaker = self._names.any_name(start)
        if speaker is None or (verb == "بين" and self._is_between(speaker)):
            return None
        end = speaker.last + 1
        does = verb in cues().records or verb in cues().asks
        if self._said.begins_soon(end) or (not does and self._said.begins_later(end)):
            return speaker
        if speaker.last == speaker.first and not (end < len(passage.words) and "(" in passage.gaps[end]):
            return None
        if start > 1 and "»" in passage.gaps[start - 1] and end == passage.sentence_of(start)[1]:
            return speaker
        if end < len(passage.words) and passage.words[end] in _WHO_IS and self._said.begins_later(end, commas=2):
            return speaker  # روت سلمى الأحمد، وهي معلمة، أنها
        # أشار فضل الأحمد، مدير الشبكة، إلى
        told_apart = passage.is_apart(speaker.last, end) if end < len(passage.words) else False
        titled = told_apart and self._names.is_head(passage.words[end])
        aged = end < len(passage.words) and passage.in_mention(end) and (told_apart or "(" in passage.gaps[end])
        return speaker if titled or aged else None

    def _is_between(self, speaker: Speaker) -> bool:
        """تصادم بين حافلة وشاحنة: whether what stands behind "between" is two, and nobody who made clear."""
        return any(word.startswith("و") for word in self._passage.words[speaker.first + 1 : speaker.last + 1])


def _is_of_a_name(word: str) -> bool:
    """Whether the name of whom it is told to stands behind a word for it: لموقع, لصحيفة, not لمراسلنا."""
    return not word.startswith("لل") and not word.endswith(("نا", "ي"))
