"""Who speaks where the name stands before the verb of saying."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raqqa_data.building.proposals.who.speaker_names import Speaker
from raqqa_data.building.proposals.words.affixes import stems
from raqqa_data.building.proposals.words.attribution_cues import cues, verb_of_saying

if TYPE_CHECKING:
    from raqqa_data.building.proposals.passage.passage import Passage
    from raqqa_data.building.proposals.who.quotation_starts import Said
    from raqqa_data.building.proposals.who.speaker_names import SpeakerNames

_LONGEST = 9  # words of a speaker's name
_NEAR = 3  # words between a subject and its verb
WHO = frozenset({"التي", "الذي", "الذين"})


class SubjectsBefore:
    """The subjects that stand before verbs of saying in a passage.

    Args:
        passage: The text.
        names: The names of its speakers.
        said: Where what is said begins.
    """

    def __init__(self, passage: Passage, names: SpeakerNames, said: Said) -> None:
        self._passage = passage
        self._names = names
        self._said = said

    def of(self, index: int) -> Speaker | None:
        """Who stands before a verb of saying; None where nobody does."""
        passage = self._passage
        first, _ = passage.sentence_of(index)
        if index > first + 1 and passage.words[index - 1] in WHO:
            return self._before_relative(first, index - 1)
        if passage.words[index].startswith("ف") and (told := self.as_for(index)) is not None:
            return told
        for start in range(max(first, index - _LONGEST), index):
            speaker = self._names.name(start, index)
            if speaker is None or passage.is_apart(speaker.last, index):
                continue
            between = passage.words[speaker.last + 1 : index]
            if len(between) <= _NEAR and cues().before_verb.issuperset(between):
                return speaker
        return self._before_its_verb(first, index)

    def as_for(self, verb: int) -> Speaker | None:
        """أما المركز فقال: who stands between "as for" and the verb."""
        passage = self._passage
        first, _ = passage.sentence_of(verb)
        for start in range(max(first, verb - _LONGEST - 1), verb - 1):
            if passage.words[start] in cues().but:
                return self._names.speaker(start + 1, verb) or Speaker(start + 1, verb - 1, None)
        return None

    def _before_relative(self, first: int, which: int) -> Speaker | None:
        """المفوضية، التي تقول: the name that ends before "which"."""
        again = None
        for start in range(max(first, which - _LONGEST), which):
            if self._passage.is_apart(start, which - 1) or any(map(verb_of_saying, self._passage.words[start:which])):
                continue
            speaker = self._names.name(start, which)
            if speaker is None and self._names.is_head(self._passage.words[start]):
                ended = any(self._passage.words[at] == "عن" for at in range(start, which))
                speaker = None if ended else self._names.unlisted(start, which)
            if speaker is not None and speaker.first == start and speaker.last == which - 1:
                return speaker  # الشبكة عن الدفاع المدني الذي قال: not the network
            if speaker is not None and speaker.first < start:
                again = again or speaker
        return again

    def _before_its_verb(self, first: int, verb: int) -> Speaker | None:
        """اللجنة المحلية تقول, لكن رئيس الاتحاد قال, وكان المحافظ قد قال: a name that its clause begins with."""
        passage, known = self._passage, cues()
        colon = max((at for at in passage.colons if first <= at < verb), default=first - 1)
        marks = (
            at for at in range(verb - 1, max(first, verb - _LONGEST) - 1, -1) if at and passage.is_apart(at - 1, at)
        )
        start, end = max(colon + 1, next(marks, first)), verb
        while start < end and any(
            form in known.but or form in known.before_verb for form in stems(passage.words[start])
        ):
            start += 1
        opens = next((at for at in range(end - 1, start, -1) if passage.words[at] in known.but), None)
        if opens is not None:
            # within what another says a verb is one of saying only where "that" follows; أن فرقه أزالت 12 لغما، تبين أن
            inside = passage.is_apart(verb - 1, verb) or verb_of_saying(passage.words[verb]) in known.records
            if inside or not self._said.begins_soon(verb + 1):
                return None
            start = opens + 1
        end = next((at for at in range(start + 1, end) if verb_of_saying(passage.words[at])), end)
        while end > start and passage.words[end - 1] in known.before_verb:
            end -= 1
        if not start < end <= start + _LONGEST:
            return None
        joined = passage.words[start][0] == "و" and passage.words[start] not in known.heads
        told = verb_of_saying(passage.words[verb]) or ""
        if joined and told in known.records and not self._has_recorded(told, start, end):
            return None
        if not self._names.is_head(passage.words[start][joined:]):
            return None
        inner = [at for at in range(start, end) if not (start < at < end - 1 and passage.words[at] == "في")]
        if any(passage.in_mention(at) or self._names.ends_name(start, at) for at in inner):
            return None
        found = self._before_title(start, verb) if start > colon + 1 else None
        if found is None:
            found = self._names.speaker(start, end) if len(inner) == end - start else self._names.unlisted(start, end)
        return found._replace(written_with=1) if found is not None and joined and found.first == start else found

    def _has_recorded(self, told: str, start: int, end: int) -> bool:
        """ومركز الرصد وثق 12 وفاة: whether a body is named and has recorded what nobody tells of it."""
        passage = self._passage
        first, _ = passage.sentence_of(start)
        named = end > start + 1 and not told.startswith(("ت", "ي"))
        return named and not any(map(verb_of_saying, passage.words[first:start]))

    def _before_title(self, start: int, verb: int) -> Speaker | None:
        """أبو علي النجار، مربي أبقار، يقول: the name that opens the sentence, before who it is."""
        passage = self._passage
        opens, _ = passage.sentence_of(verb)
        if not 0 < start - opens <= _NEAR or "،" not in passage.gaps[start] or not passage.is_apart(verb - 1, verb):
            return None  # بغداد / مدير المرصد قال
        named = self._names.any_name(opens)
        return named if named is not None and named.last == start - 1 else None


def is_of_others(passage: Passage, verb: int, start: int) -> bool:
    """وطالب الحكومة: a verb of one whose gender is not that of the noun behind it, its object."""
    told = verb_of_saying(passage.words[verb]) or ""
    masculine = told in cues().asks and not told.endswith(("ت", "وا"))
    return masculine and start < len(passage.words) and _is_feminine(passage.words[start])


def _is_feminine(word: str) -> bool:
    return word.startswith("ال") and word.endswith("ه")
