"""Who speaks where: verbs of saying, "according to", a name and a colon, with the speaker's name beside each."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, NamedTuple

import attrs

from raqqa_data.building.proposals.counted import listed
from raqqa_data.building.proposals.cues import WRITTEN_WITH, cues, verb_of_saying
from raqqa_data.building.proposals.passage import Passage, bare, stems

if TYPE_CHECKING:
    from collections.abc import Iterator

    from raqqa_data.building.proposals.known import Known
    from raqqa_data.records.provenance import Agent

_LONGEST = 9  # words of a speaker's name
_NEAR = 3  # words between a subject and its verb
_THAT = frozenset({"ان", "بان", "انه", "انها", "بانه", "بانها", "انهم"})
_WHOSE = ("ه", "ها", "هم")


class Speaker(NamedTuple):
    """Who speaks: the words of the name, and the agent where it is a known one."""

    first: int
    last: int
    agent: Agent | None
    written_with: int = 0
    """How many letters before the name are written in one word with it."""


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
        self._surnames: dict[str, Speaker] = {}

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
                # the agency of a dateline is the document's own voice
                dateline = self._passage.is_apart(first, found.first)
                return None if dateline else Cue(index, "colon", Speaker(found.first, found.last, found.value))
        words = self._passage.words
        ends = (
            at
            for at in range(first + 1, index + 1)
            if _is_addressee(words[at]) or words[at] == "ل" or verb_of_saying(words[at])
        )
        end = next(ends, index + 1)
        speaker = self._unlisted(first, end)
        # one word and a colon is as often what the line is about
        if speaker is None or speaker.first == speaker.last or self._passage.is_apart(first, end - 1):
            return None
        return Cue(index, "colon", speaker)

    def _speaks(self, first: int, last: int, colon: int) -> bool:
        return last == colon or first == self._passage.sentence_of(colon)[0]

    def _according(self, index: int, start: int, phrase: str) -> Cue | None:
        words = self._passage.words
        if start >= len(words) or self._passage.sentence[start] != self._passage.sentence[index]:
            return None
        told = verb_of_saying(words[start]) is not None and phrase != "نقلا عن"
        if phrase.endswith("ما") and not told:
            return None
        start += told  # بحسب ما أفاد
        speaker = self._speaker(start) or (self._any_name(start) if told else None)
        if speaker is None:
            return None
        if phrase.endswith(WRITTEN_WITH) and speaker.first == start and words[start].startswith("ل"):
            speaker = speaker._replace(written_with=1)
        behind = speaker.last + 1
        if words[behind : behind + 2] == ["نقلا", "عن"]:
            source = self._speaker(behind + 2)
            if source is not None:
                return Cue(index, "according", speaker, source, after=source.last)
        return Cue(index, "according", speaker, after=speaker.last)

    def _said(self, index: int, relays: bool) -> Cue | None:
        """A verb of saying with its subject behind it, before it, or none."""
        passage = self._passage
        following = passage.word_behind(index)
        opens = index + 1 < len(passage.words) and _opens_quote(passage.gaps[index + 1])
        speaker = None if opens else self._speaker(index + 1) or self._named_in_full(index + 1)
        if following in cues().this:
            return Cue(index, "says", None)
        if relays and speaker is not None:
            begin = speaker.last + 1
            if begin < len(passage.words) and passage.words[begin] == "عن":
                source = self._speaker(begin + 1)
                if source is not None:
                    return Cue(index, "relays", speaker, source, after=source.last)
        if speaker is not None:
            if verb_of_saying(passage.words[index]) in cues().also_other and not self._says_that_soon(speaker.last + 1):
                return None
            return Cue(index, "says", speaker, after=speaker.last)
        speaker = self._subject_before(index)
        if speaker is not None:
            return Cue(index, "says", speaker)
        return Cue(index, "says", None) if opens or self._goes_on(index, following) else None

    def _goes_on(self, index: int, following: str) -> bool:
        """Whether a verb without a subject goes on with whoever spoke before."""
        if following in cues().opens_speech:
            return True
        verb = verb_of_saying(self._passage.words[index])
        begins = index == self._passage.sentence_of(index)[0] and verb != self._passage.words[index]
        return begins and (verb in cues().asks or (verb not in cues().records and following in cues().joints))

    def _says_that(self, word: int) -> bool:
        """Whether a word begins what is said."""
        passage = self._passage
        if word >= len(passage.words):
            return False
        return passage.words[word] in _THAT or _opens_quote(passage.gaps[word])

    def _says_that_soon(self, word: int) -> bool:
        """Whether what is said begins at a word, or right behind whom it is told to."""
        told = word < len(self._passage.words) and _is_addressee(self._passage.words[word])
        return any(self._says_that(at) for at in (range(word, word + _NEAR + 1) if told else (word,)))

    def _named_in_full(self, start: int) -> Speaker | None:
        """قالت سلمى الأحمد إن: any name, where what is said begins right behind it."""
        passage = self._passage
        speaker = self._any_name(start)
        if speaker is None or speaker.last == speaker.first:
            return None
        end = speaker.last + 1
        if self._says_that(end):
            return speaker
        if start > 1 and "»" in passage.gaps[start - 1] and end == passage.sentence_of(start)[1]:
            return speaker
        # أشار فضل الأحمد، مدير الشبكة، إلى
        told_apart = passage.is_apart(speaker.last, end) if end < len(passage.words) else False
        return speaker if told_apart and self._is_head(passage.words[end]) else None

    def _any_name(self, start: int) -> Speaker | None:
        """The words that begin at one, up to what ends a name, unless they tell a statement or another verb."""
        known, words = cues(), self._passage.words
        end = start
        while end < len(words) and end - start < _LONGEST and not self._ends_name(start, end):
            end += 1
        while end > start and words[end - 1] in known.joints:
            end -= 1
        within = words[start:end]
        if not within or words[start] in known.joints or any(map(verb_of_saying, within)):
            return None
        if known.statements.intersection(form for word in within for form in map(bare, stems(word))):
            return None
        return Speaker(start, end - 1, None)

    def _subject_before(self, index: int) -> Speaker | None:
        passage = self._passage
        first, _ = passage.sentence_of(index)
        for start in range(max(first, index - _LONGEST), index):
            if passage.words[start] in cues().but and passage.words[index].startswith("ف"):
                return self._speaker(start + 1, index) or Speaker(start + 1, index - 1, None)  # أما المركز فقال
            speaker = self._name(start, index)
            if speaker is None or passage.is_apart(speaker.last, index):
                continue
            between = passage.words[speaker.last + 1 : index]
            if len(between) <= _NEAR and cues().before_verb.issuperset(between):
                return speaker
        return None

    def _name(self, start: int, end: int) -> Speaker | None:
        found = self._known.agents.at(self._passage.words, start)
        if found is not None and found.last < end:
            return Speaker(found.first, found.last, found.value)
        return self._again(start)

    def _speaker(self, start: int, stop: int | None = None) -> Speaker | None:
        """The name that begins at a word: a known one within it, one heard before, or its words up to what is said."""
        words = self._passage.words
        if start < len(words) and words[start] in {"ل", "ب"}:
            start += 1
        end, limit = start, len(words) if stop is None else stop
        while end < limit and end - start < _LONGEST and not self._ends_name(start, end):
            end += 1
        for begin in range(start, end):
            found = self._known.agents.at(words, begin)
            if found is not None and (begin == start or self._is_of(start, begin)):
                speaker = Speaker(found.first, found.last, found.value)
                if end - 1 > found.last and self._is_head(words[start]):
                    self._surnames[words[end - 1]] = speaker  # المتحدث باسم الدفاع المدني سالم نور
                return speaker
        while start < end:
            again = self._again(start)
            if again is not None:
                return again
            if not any(bare(form) in cues().statements for form in stems(words[start])):
                return self._unlisted(start, end)
            start += 1
        return None

    def _unlisted(self, start: int, end: int) -> Speaker | None:
        """مدير الصحة في المحافظة: a name that begins with an office or a kind of body, and ends where speech begins."""
        passage, known = self._passage, cues()
        while end > start and passage.words[end - 1] in known.joints:
            end -= 1
        if end == start:
            return None
        heads = {*stems(passage.words[start]), *map(bare, stems(passage.words[start]))}
        heads |= {head[: -len(whose)] for head in heads for whose in _WHOSE if head.endswith(whose)}  # قال مديره
        closed = (
            end == len(passage.words)
            or passage.sentence[end] != passage.sentence[start]
            or passage.words[end] in known.that
            or passage.in_mention(end)
            or passage.gaps[end].strip() != ""
            or _is_addressee(passage.words[end])
            or verb_of_saying(passage.words[end]) is not None
            or _is_event(passage.words[end])
        )
        return Speaker(start, end - 1, None) if closed and not heads.isdisjoint(known.heads) else None

    def _ends_name(self, start: int, end: int) -> bool:
        passage, known = self._passage, cues()
        word = passage.words[end]
        if end > start and (passage.sentence[end] != passage.sentence[start] or passage.is_apart(end - 1, end)):
            return True
        if passage.in_mention(end) or (end > start and _is_addressee(word)):
            return True
        if end > start and _is_event(word) and passage.words[end - 1].startswith(("ال", "لل")):
            return True  # المؤسسة العامة رفع سعر
        if word in known.joints and known.statements.intersection(stems(passage.word_behind(end))):
            return True  # الوزير في تصريح
        within = end > start and word in known.joints and not passage.is_apart(end - 1, end)
        return word in known.that and not within and not (end == start and bare(word) in known.stated)

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
        if any(form.removesuffix("ها").removesuffix("ه") in cues().stated for word in behind for form in stems(word)):
            self._statement = cue.speaker

    def _again(self, start: int) -> Speaker | None:
        """البعثة, المنظمة: the one heard before whose name begins so; البيان: who gave the statement."""
        words = self._passage.words
        if words[start] in self._surnames:
            return self._surnames[words[start]]
        same = self._passage.word_behind(start) in cues().same
        if self._heard and (words[start] in cues().source or same):
            return self._heard[-1]
        for heard in reversed(self._heard):
            if heard.agent is None and heard.last > heard.first and words[start] == words[heard.last]:
                return heard  # وقال الأحمد: by the last of the names
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


def _opens_quote(gap: str) -> bool:
    return ":" in gap or "«" in gap or "“" in gap


@functools.lru_cache(maxsize=1 << 14)
def _is_addressee(word: str) -> bool:
    """Whether a word says whom it is told to: لوكالة, لمراسلنا."""
    return word.startswith("ل") and any(
        form in cues().addressees or bare(form) in cues().addressees for form in stems(word)[1:]
    )


@functools.lru_cache(maxsize=1 << 14)
def _is_event(word: str) -> bool:
    found = listed().words.at([word], 0)
    return found is not None and found.clitic == "" and not word.startswith("ال")
