"""Who speaks where: verbs of saying, "according to", a name and a colon, with the speaker's name beside each."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import attrs

from raqqa_data.building.proposals.cues import cues, verb_of_saying
from raqqa_data.building.proposals.passage import Passage, bare, stems

if TYPE_CHECKING:
    from collections.abc import Iterator

    from raqqa_data.building.proposals.known import Known
    from raqqa_data.records.provenance import Agent

_LONGEST = 9  # words of a speaker's name
_NEAR = 3  # words between a subject and its verb


class Speaker(NamedTuple):
    """Who speaks: the words of the name, and the agent where it is a known one."""

    first: int
    last: int
    agent: Agent | None


@attrs.frozen
class Cue:
    """A place at which a text says who speaks.

    Attributes:
        at: The word.
        kind: "says", "according", "relays" or "colon".
        speaker: Who; None where the text goes on with whoever spoke before.
        source: For what is relayed, whom it is relayed from.
        after: The last word of the names.
    """

    at: int
    kind: str
    speaker: Speaker | None
    source: Speaker | None = None
    after: int = 0


class Hearing:
    """Goes through a passage once and hears who speaks."""

    def __init__(self, passage: Passage, known: Known) -> None:
        self._passage = passage
        self._known = known
        self._heard: list[Speaker] = []
        self._statement: Speaker | None = None

    def cues(self) -> Iterator[Cue]:
        """The places at which the text says who speaks, in order."""
        passage = self._passage
        colons = frozenset(passage.colons)
        verbs = (index for index, word in enumerate(passage.words) if verb_of_saying(word))
        done = -1
        for index in sorted({*cues().according_to.begun(passage.words), *verbs, *colons}):
            if index <= done or passage.in_mention(index):
                continue
            cue = self._cue(index, before_colon=index in colons)
            if cue is not None:
                self._note_statement(cue)
                self._heard += filter(None, (cue.speaker, cue.source))
                yield cue
                done = max(index, cue.after)

    def _cue(self, index: int, *, before_colon: bool) -> Cue | None:
        words = self._passage.words
        phrase = cues().according_to.at(words, index)
        if phrase is not None:
            return self._according(index, phrase.last + 1, phrase.value)
        verb = verb_of_saying(words[index])
        cue = None if verb is None else self._said(index, verb in cues().relays)
        return self._before_colon(index) if cue is None and before_colon else cue

    def _before_colon(self, index: int) -> Cue | None:
        """اليونيسف: 300 ألف طفل."""
        first, _ = self._passage.sentence_of(index)
        if index - first >= _LONGEST:
            return None
        for start in range(first, index + 1):
            found = self._known.agents.at(self._passage.words, start)
            if found is not None and found.last <= index and self._speaks(found.first, found.last, index):
                return Cue(index, "colon", Speaker(found.first, found.last, found.value))
        end = next((word for word in range(first + 1, index + 1) if self._ends_name(first, word)), index + 1)
        named = self._unlisted(first, end) if end == index + 1 or self._passage.words[end].startswith("ل") else None
        return None if named is None else Cue(index, "colon", named)

    def _speaks(self, first: int, last: int, colon: int) -> bool:
        begins, _ = self._passage.sentence_of(colon)
        if first != begins and "-" in self._passage.gaps[first]:
            return False  # حلب - سانا: the agency that tells it is no claimant
        return last == colon or first == begins

    def _according(self, index: int, start: int, phrase: str) -> Cue | None:
        words = self._passage.words
        verb_after = start < len(words) and any(form in cues().says for form in stems(words[start]))
        if verb_after and phrase != "نقلا عن":  # بحسب ما أفاد الدفاع المدني
            said = self._said(start, words[start] in cues().relays)
            return None if said is None else attrs.evolve(said, kind="according")
        speaker = self._speaker(start)
        return None if speaker is None else Cue(index, "according", speaker, after=speaker.last)

    def _said(self, index: int, relays: bool) -> Cue | None:
        """A verb of saying with its subject behind it, before it, or none."""
        passage = self._passage
        speaker = self._speaker(index + 1)
        if speaker is not None:
            behind = passage.words[speaker.last + 1 : speaker.last + 3]
            from_whom = 1 if relays and behind[:1] == ["عن"] else 2 if behind == ["نقلا", "عن"] else 0
            source = self._speaker(speaker.last + 1 + from_whom) if from_whom else None
            if source is not None:
                return Cue(index, "relays", speaker, source, after=source.last)
        if speaker is not None:
            return Cue(index, "says", speaker, after=speaker.last)
        speaker = self._subject_before(index)
        following = passage.words[index + 1] if index + 1 < len(passage.words) else ""
        if speaker is not None:
            return Cue(index, "says", speaker)
        if following in cues().opens_speech:
            return Cue(index, "says", None)
        return None

    def _subject_before(self, index: int) -> Speaker | None:
        passage = self._passage
        first, _ = passage.sentence_of(index)
        for start in range(max(first, index - _LONGEST), index):
            speaker = self._name(start, index)
            if speaker is None or passage.is_apart(speaker.last, index):
                continue
            between = passage.words[speaker.last + 1 : index]
            if len(between) <= _NEAR and cues().before_verb.issuperset(between):
                return speaker
        first += passage.words[first] == "اما"  # أما مدير الصحة فأكد
        named = range(first + 1, index)
        if 0 < index - first < _LONGEST and not any(self._ends_name(first, word) for word in named):
            return self._unlisted(first, index, closed=not passage.is_apart(first, index))
        return None

    def _name(self, start: int, end: int) -> Speaker | None:
        found = self._known.agents.at(self._passage.words, start)
        if found is not None and found.last < end:
            return Speaker(found.first, found.last, found.value)
        return self._again(start)

    def _speaker(self, start: int) -> Speaker | None:
        """The name that begins at a word: a known one within it, one heard before, or its words up to what is said."""
        words = self._passage.words
        if start < len(words) and words[start] in {"ل", "ب"}:
            start += 1
        end = start
        while end < len(words) and end - start < _LONGEST and not self._ends_name(start, end):
            end += 1
        for begin in range(start, end):
            found = self._known.agents.at(words, begin)
            if found is not None and (begin == start or self._is_of(start, begin)):
                return Speaker(found.first, found.last, found.value)
        while start < end:
            again = self._again(start)
            if again is not None:
                return again
            if not any(bare(form) in cues().statements for form in stems(words[start])):
                return self._unlisted(start, end)
            start += 1
        return None

    def _unlisted(self, start: int, end: int, *, closed: bool = False) -> Speaker | None:
        """مدير الصحة في المحافظة: a name that begins with an office or a kind of body, and ends where speech begins."""
        passage, known = self._passage, cues()
        while end > start and passage.words[end - 1] in known.joints:
            end -= 1
        if end == start:
            return None
        heads = {*stems(passage.words[start]), *map(bare, stems(passage.words[start]))}
        closed = (
            closed
            or end == len(passage.words)
            or passage.words[end] in known.that
            or passage.in_mention(end)
            or passage.gaps[end].strip() != ""
        )
        return Speaker(start, end - 1, None) if closed and not heads.isdisjoint(known.heads) else None

    def _ends_name(self, start: int, end: int) -> bool:
        passage, known = self._passage, cues()
        word = passage.words[end]
        if end > start and (passage.sentence[end] != passage.sentence[start] or passage.is_apart(end - 1, end)):
            return True
        if passage.in_mention(end) or (end > start and word in known.objects):
            return True
        within = end > start and word in known.joints and not passage.is_apart(end - 1, end)
        return word in known.that and not within

    def _is_of(self, start: int, begin: int) -> bool:
        """المتحدث باسم وزارة الصحة, تقديرات منظمة الأمم المتحدة: one of the known agent's people, or its statement."""
        known = cues()
        return all(
            form in known.heads
            or bare(form) in known.heads
            or bare(form) in known.statements
            or form in known.within_titles
            for form in (
                next((f for f in stems(word) if self._is_head(f)), word) for word in self._passage.words[start:begin]
            )
        )

    @staticmethod
    def _is_head(form: str) -> bool:
        known = cues()
        return form in known.heads or bare(form) in known.heads or bare(form) in known.statements

    def _note_statement(self, cue: Cue) -> None:
        """نشر المكتب بيانا, قالت المنظمة في تقرير: whose it is when the text goes on with the statement."""
        if cue.speaker is None:
            return
        words = self._passage.words
        _, end = self._passage.sentence_of(cue.at)
        behind = words[cue.speaker.last + 1 : min(end, cue.speaker.last + 1 + _NEAR)]
        if any(form in cues().stated for word in behind for form in stems(word)):
            self._statement = cue.speaker

    def _again(self, start: int) -> Speaker | None:
        """البعثة, المنظمة: the one heard before whose name begins so; البيان: who gave the statement."""
        words = self._passage.words
        for form in stems(words[start]):
            if not form.startswith("ال"):
                continue
            for heard in reversed(self._heard):
                head = words[heard.first]
                if any(bare(other) == bare(form) for other in stems(head)) and heard.last > heard.first:
                    return Speaker(heard.first, heard.last, heard.agent)
            if bare(form) in cues().stated:
                return self._statement
        return None
