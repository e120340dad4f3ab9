"""Who says a figure, and in whose words it reached the text."""

from __future__ import annotations

import re
from bisect import bisect_left
from operator import attrgetter
from typing import TYPE_CHECKING

import attrs

from raqqa_data.building.proposals.proposal import Proposal, Question
from raqqa_data.building.proposals.what.event_words import is_denied
from raqqa_data.building.proposals.who.speaker_names import is_alone
from raqqa_data.building.proposals.who.statements import Hearing
from raqqa_data.building.proposals.who.unnamed_speakers import is_nameless
from raqqa_data.building.proposals.words.affixes import stems
from raqqa_data.building.proposals.words.attribution_cues import cues, verb_of_saying
from raqqa_data.building.proposals.words.transliteration import UNNAMED, romanised
from raqqa_data.building.proposals.words.vocabulary import strength_of, word_lists
from raqqa_data.reading.mention import Span
from raqqa_data.records.provenance import Agent
from raqqa_data.texts import Name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from raqqa_data.building.proposals.passage.passage import Passage
    from raqqa_data.building.proposals.reference.known_names import Known
    from raqqa_data.building.proposals.who.cue import Cue
    from raqqa_data.building.proposals.who.speaker_names import Speaker
    from raqqa_data.reading.mention import Mention

_AMONG = frozenset({"بين", "ضمن"})
_OPENING = 8  # words of a sentence before its verb of saying
_EARLIER = 5  # speakers before
_NEAR = 3  # words between a verb of saying and the quotation
_BEFORE_COLON = 24  # words, where a colon opens the quotation
_OPENS = {")": "(", "»": "«", "”": "“", '"': '"'}
_THAT = frozenset({"ان", "بان", "انو"})
_LEADS = frozenset({"عن", "في", "من", "الي", "علي", "خلال", "بعد", "قبل"})
_ENDS = re.compile(r"[.!?؟\n]")
_AT = attrgetter("at")


class Speakers:
    """Who speaks where in a passage.

    Attributes:
        of_sentence: The cues of each sentence.
        defined: The agents that proposals name, by id; of one that no list has, the English name is still open.
        of_nobody: Where the figures start that are told by somebody who is not named.
    """

    def __init__(self, passage: Passage, known: Known, document: str = "") -> None:
        self._passage = passage
        self._document = document
        self.of_sentence: dict[int, list[Cue]] = {}
        self.defined: dict[str, Agent] = {}
        self.of_nobody: set[int] = set()
        self._with_speaker: list[Cue] = []
        for cue in Hearing(passage, known).cues():
            self.of_sentence.setdefault(passage.sentence[cue.at], []).append(cue)
            if cue.voice is not None:
                self._with_speaker.append(cue)

    def proposals(self, figure: Mention) -> Iterator[Proposal]:
        """Who says a figure, and who passed it on."""
        at = self._passage.at(figure.number.start) if figure.number else self._passage.words_of(figure)[0]
        told = None if self._speak_themselves(figure) else self._told(at)
        if told is None and (intro := self._passage.intro_of(at)) is not None:
            told = self._told(intro) or self._leads_in(intro, at)
        if told is None:
            return
        cue, rule = told
        if is_denied(self._passage, figure) or self._denies(cue, at):
            self.of_nobody.add(figure.start)
            return
        speaker = cue.voice
        assert speaker is not None  # noqa: S101
        words = self._passage.words[speaker.first : speaker.last + 1]
        if speaker.agent is None and is_nameless(words) and not self._is_surname(speaker):
            self.of_nobody.add(figure.start)
            return
        yield self._proposal(figure, Question.WHO, speaker, cue, rule)
        conveyor = cue.speaker if cue.source is not None else None
        if conveyor is not None and self._name(conveyor) != self._name(speaker):
            yield self._proposal(figure, Question.CONVEYED_BY, conveyor, cue, "relayed")

    def _denies(self, cue: Cue, at: int) -> bool:
        """نفت الوزارة مسؤوليتها عن مقتل 10: whether who speaks denies all that a figure is told with."""
        passage = self._passage
        said = any(cue.at < other.at < at for other in self.of_sentence.get(passage.sentence[at], ()))
        denies = not word_lists("clauses.toml")["denies"].isdisjoint(stems(passage.words[cue.at]))
        return denies and not said and passage.clauses.of(at)[0] <= cue.at < at

    def of_table(self, figure: Mention, behind: int | None) -> Iterator[Proposal]:
        """Who says the figures of a table by the line that begins at the word behind it: المصدر: مديرية الصحة."""
        line = () if behind is None else self.of_sentence.get(self._passage.sentence[behind], ())
        for cue in line:
            if cue.kind == "source" and cue.speaker is not None:
                words = self._passage.words[cue.speaker.first : cue.speaker.last + 1]
                if cue.speaker.agent is not None or not is_nameless(words):
                    yield self._proposal(figure, Question.WHO, cue.speaker, cue, "the source of its table")

    def _is_surname(self, speaker: Speaker) -> bool:
        """حذر رئيس الهيئة، محمود معلم، من. وقال معلم: whether a word is the last of a name beside an earlier title."""
        words = self._passage.words
        at = bisect_left(self._with_speaker, speaker.first, key=_AT)
        lasts = (cue.speaker.last for cue in self._with_speaker[max(at - _EARLIER, 0) : at] if cue.speaker is not None)
        return speaker.first == speaker.last and any(
            words[speaker.first] == words[name]
            for last in lasts
            for name in range(last + 2, min(last + 4, speaker.first))
        )

    @property
    def words(self) -> frozenset[int]:
        """The words of those who speak, and of what a body is called in quotation marks: شركة «معادن الوادي»."""
        passage, known = self._passage, cues()
        speakers = (
            (speaker.first, speaker.last + 1)
            for several in self.of_sentence.values()
            for cue in several
            for speaker in (cue.speaker, cue.source)
            if speaker is not None
        )
        quoted = (
            (first, end)
            for first, end in passage.quotes
            if first
            and end - first <= _NEAR
            and any(word in known.bodies or word in known.signs for word in passage.words[max(first - 2, 0) : first])
        )
        return frozenset(word for both in (*speakers, *quoted) for word in range(*both))

    def _name(self, speaker: Speaker) -> str:
        """The agent's id, or the name as printed."""
        return speaker.agent.id if speaker.agent else self._printed(speaker).text

    def _printed(self, speaker: Speaker) -> Span:
        """The name in the text, without what is written in one word before it."""
        span = self._closed(self._passage.span(speaker.first, speaker.last))
        without = span.text[speaker.written_with :]
        # of لل the article has no letter of its own
        return span if without.startswith("ل") else Span(span.start + speaker.written_with, span.end, without)

    def _closed(self, span: Span) -> Span:
        """A name with the mark behind it that closes one within it: القيادة المركزية (سنتكوم)."""
        text, end = self._passage.text, span.end
        while end < len(text) and (opens := _OPENS.get(text[end])) is not None:
            told = text[span.start : end]
            if not (told.count(opens) % 2 if opens == text[end] else told.count(opens) > told.count(text[end])):
                break
            end += 1
        return Span(span.start, end, text[span.start : end])

    def _proposal(self, figure: Mention, question: Question, speaker: Speaker, cue: Cue, rule: str) -> Proposal:
        passage = self._passage
        evidence = [self._printed(speaker)]
        printed = evidence[0].text
        if speaker.written_with and printed.startswith("لل"):
            printed = f"ال{printed[2:]}"
        answer = speaker.agent.id if speaker.agent else self._own_id(printed)
        if answer not in self.defined:
            self.defined[answer] = speaker.agent or Agent(answer, name=Name(en=UNNAMED, ar=printed))
        if not speaker.first <= cue.at <= speaker.last:
            evidence.append(passage.span(cue.at, cue.at))
        return Proposal(
            figure=Span(figure.start, figure.end, figure.text),
            question=question,
            answer=answer,
            evidence=tuple(evidence),
            rule=rule,
            strength=strength_of(rule),
        )

    def _own_id(self, printed: str) -> str:
        """An id after a name; of one word (الهيئة) it is the document's, for that of another may be another."""
        own = romanised(printed)
        return own if not self._document or len(printed.split()) > 1 else f"{self._document}-{own}"

    def _told(self, at: int) -> tuple[Cue, str] | None:
        passage = self._passage
        here = self.of_sentence.get(passage.sentence[at], [])
        quoted = self._quoted(at)
        if quoted is not None:
            return quoted
        behind = [cue for cue in here if cue.at > at and cue.speaker is not None and self._looks_back(cue)]
        before = [cue for cue in here if cue.at < at and cue.voice is not None]
        near = bool(behind) and self._reaches(at, behind[0])
        # in a clause of its own the source behind has a figure of its own
        clauses = passage.clauses
        if near and clauses.of(at) != (clause := clauses.of(behind[0].at)):
            own = passage.next_figure(clause[0] - 1, clause[1])
            joined = own < behind[0].at and not passage.is_apart(behind[0].at - 1, behind[0].at)
            near = clause[0] == behind[0].at or not (joined or behind[0].at < own < clause[1])
        if near and (not before or passage.commas(at, behind[0].at) <= 1):
            return behind[0], "according to, behind"
        if before:
            cue = self._within(here[0], before[-1])
            return cue, {"says": "verb of saying"}.get(cue.kind, cue.kind)
        return self._carried(at, here) or self._this_is_what(at)

    def _leads_in(self, intro: int, at: int) -> tuple[Cue, str] | None:
        """المكتب الإعلامي: and the lines of a list: whose name alone a list stands under, in lines without a name."""
        passage = self._passage
        colon = bisect_left(passage.colons, passage.paragraph_of(at))
        if colon < len(passage.colons) and passage.colons[colon] < at:
            return None
        here = self.of_sentence.get(passage.sentence[intro], [])
        return next(((cue, "colon") for cue in here if cue.kind == "colon" and cue.at == intro), None)

    def _speak_themselves(self, figure: Mention) -> bool:
        """غير أن 6 أسر قالت إنها: whether those whom a figure counts say what follows."""
        passage, (_, last) = self._passage, self._passage.words_of(figure)
        verb = verb_of_saying(passage.word_behind(last)) if figure.noun and passage.word_behind(last) else None
        says = (
            verb is not None
            and not verb.startswith("نقل")
            and not any(verb in listed for listed in (cues().records, cues().relays, cues().also_other))
        )
        return says and not passage.is_apart(last, last + 1) and passage.sentence[last] == passage.sentence[last + 1]

    def _within(self, outer: Cue, cue: Cue) -> Cue:
        """أكد البيان أن الوزارة أعلنت, بحسب الوكالة، صرح الوزير: one in whose words another speaks passes it on."""
        if outer is cue or cue.kind != "says" or cue.speaker is None:
            return cue
        words = self._passage.words
        before = min(word for word in (cue.at, cue.speaker.first) if word > outer.at) - 1
        that = words[before] in _THAT and words[before - 1] not in cues().but | _LEADS  # قبل أن يقول
        led = that or (outer.kind == "according" and before == outer.after)
        carried = outer if outer.speaker is not None else self._before(outer.at)
        return attrs.evolve(cue, speaker=carried.voice, source=cue.speaker) if led and carried is not None else cue

    def _this_is_what(self, at: int) -> tuple[Cue, str] | None:
        """هذا ما قاله لنا الوالي: of the sentence before."""
        passage = self._passage
        _, first = passage.sentence_of(at)
        if first == len(passage.words) or passage.paragraph[first] != passage.paragraph[at]:
            return None
        if cues().this.isdisjoint(stems(passage.words[first])):
            return None
        told = [cue for cue in self.of_sentence.get(passage.sentence[first], []) if cue.at - first <= _NEAR]
        if not told or told[0].speaker is None:
            return None
        looks_back = told[0].kind == "according" or "ما" in passage.words[first : told[0].at]
        return (told[0], "this is what was said") if looks_back else None

    def _looks_back(self, cue: Cue) -> bool:
        """Whether a cue is of what stands before it: "according to", or a verb at the end of the sentence."""
        if cue.kind == "according":
            return True
        passage = self._passage
        if cue.at > 1 and passage.words[cue.at - 1] == "ما" and passage.words[cue.at - 2] in cues().this:
            return True  # هذا ما أعلنه
        _, end = passage.sentence_of(cue.at)
        first = min(cue.at, cue.speaker.first if cue.speaker else cue.at)
        return cue.kind == "says" and cue.after + 1 >= end and cue.after > cue.at and passage.is_apart(first - 1, first)

    def _quoted(self, at: int) -> tuple[Cue, str] | None:
        """Who speaks in the quotation in which a figure stands, over all its sentences."""
        passage = self._passage
        quote = passage.quotation(at)
        if quote is None:
            return None
        first, end = quote
        opening = self.of_sentence.get(passage.sentence[max(first - 1, 0)], [])
        near = _BEFORE_COLON if ":" in passage.gaps[first] else _NEAR
        leading = [cue for cue in opening if cue.at < first and first - max(cue.at, cue.after) <= near]
        closing = self.of_sentence.get(passage.sentence[min(end, len(passage.words) - 1)], [])
        trailing = [cue for cue in closing if end <= cue.at <= end + 1 and self._goes_with(end, cue)]
        for cue in (*reversed(leading), *trailing):
            if cue.speaker is not None:
                return cue, "quoted"
            found = self._before(cue.at)
            on = passage.words[cue.at].startswith(("و", "ف"))
            if found is not None and passage.paragraph[cue.at] - passage.paragraph[found.at] <= on:
                return found, "quoted"
        return None if leading or trailing else self._goes_on_quoting(first)

    def _goes_with(self, end: int, cue: Cue) -> bool:
        """«فقدنا 12 شخصا»، يقول سالم: whether a cue behind a quotation is of it, and opens no other sentence."""
        behind = re.split('[»”"]', self._passage.gaps[end])[-1]
        word = self._passage.words[cue.at]
        return _ENDS.search(behind) is None and (not word.startswith("و") or word.startswith("وفق"))

    def _goes_on_quoting(self, first: int) -> tuple[Cue, str] | None:
        """قال الطبيب إن الوضع صعب. «استقبلنا 40 جريحا»: the one speaker of the sentence before a quotation."""
        passage = self._passage
        if (
            not first
            or first != passage.sentence_of(first)[0]
            or passage.paragraph[first - 1] != passage.paragraph[first]
        ):
            return None
        before = [cue for cue in self.of_sentence.get(passage.sentence[first - 1], []) if cue.kind != "relays"]
        named = {self._name(cue.speaker) for cue in before if cue.speaker is not None}
        if len(named) != 1 or before[0].kind != "says" or before[0].speaker is None:
            return None
        return before[0], "a quotation goes on"

    def _reaches(self, at: int, cue: Cue) -> bool:
        return not any(
            other.kind in {"says", "colon"} and at < other.at < cue.at
            for other in self.of_sentence.get(self._passage.sentence[at], [])
        )

    def _before(self, at: int) -> Cue | None:
        """The last of an earlier sentence who speaks."""
        first, _ = self._passage.sentence_of(at)
        before = bisect_left(self._with_speaker, first, key=_AT)
        return self._with_speaker[before - 1] if before else None

    def _carried(self, at: int, here: list[Cue]) -> tuple[Cue, str] | None:
        """Who spoke before, where the sentence says that the same one goes on."""
        passage = self._passage
        first, _ = passage.sentence_of(at)
        goes_on = next((cue for cue in here if cue.speaker is None and cue.at < at), None)
        opening = any(form in cues().on for form in stems(passage.words[first])) or is_among(passage, first)
        cue = self._before(at)
        if cue is None or (goes_on is not None and self._has_other_subject(first, goes_on.at)):
            return None
        # in a paragraph of its own only "and added" goes on, not "he says"
        paragraphs = passage.paragraph[at] - passage.paragraph[cue.at]
        opens = [goes_on.at] if goes_on and goes_on.at - first > _OPENING else [first, goes_on.at] if goes_on else []
        on = any(passage.words[word].startswith(("و", "ف")) for word in opens)
        if goes_on is not None and paragraphs <= on:
            return cue, "goes on"
        near = passage.sentence[at] - passage.sentence[cue.at] == 1 and paragraphs <= is_among(passage, first)
        if opening and near and cue.kind != "according":
            return cue, "goes on, by its first word"
        if cue.kind == "colon" and cue.speaker and cue.speaker.first == passage.paragraph_of(at):
            return cue, "colon"
        if paragraphs <= 1 and self._speaks_behind(at, cue):
            return cue, "speaks before and behind"
        return None

    def _has_other_subject(self, first: int, verb: int) -> bool:
        """غير أن الوزير أورد رقما، إذ قال إن: whether the sentence names somebody before a verb without a subject."""
        passage, words = self._passage, self._passage.words
        led = verb > first + 1 and not _LEADS.isdisjoint(stems(words[verb - 2]))  # وعن الصادرات قال إن
        beside = verb > first and words[verb - 1].startswith("ال") and not passage.is_apart(verb - 1, verb)
        if beside and not led and not passage.in_mention(verb - 1):
            return True
        begin = max(first, verb - _BEFORE_COLON)
        return any(words[at] in cues().heads and not is_alone(passage, at) for at in range(begin, verb))

    def _speaks_behind(self, at: int, before: Cue) -> bool:
        """Whether the next who speaks behind a sentence is the one who spoke before it."""
        behind = bisect_left(self._with_speaker, self._passage.sentence_of(at)[1], key=_AT)
        return before.voice is not None and any(
            cue.speaker is not None and self._name(cue.speaker) == self._name(before.voice)
            for cue in self._with_speaker[behind : behind + 1]
        )


def is_among(passage: Passage, first: int) -> bool:
    """Whether a sentence begins with "and among": it goes on with those whom the one before it counts."""
    return passage.words[first] == "ومن" and passage.word_behind(first) in _AMONG
