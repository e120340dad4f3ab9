"""Who speaks where: verbs of saying, "according to", a name and a colon, with the speaker's name beside each."""

from __future__ import annotations

from itertools import compress
from typing import TYPE_CHECKING

from raqqa_data.building.proposals.who.cue import Cue
from raqqa_data.building.proposals.who.quotation_starts import Said, is_addressee, opens_quote
from raqqa_data.building.proposals.who.speaker_names import Speaker, SpeakerNames
from raqqa_data.building.proposals.who.subject_after_verb import SubjectsBehind
from raqqa_data.building.proposals.who.subject_before_verb import SubjectsBefore
from raqqa_data.building.proposals.words.affixes import bare, stems
from raqqa_data.building.proposals.words.attribution_cues import (
    WRITTEN_WITH,
    cues,
    of_statement,
    passes_it_on,
    verb_of_saying,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from raqqa_data.building.proposals.passage.passage import Passage
    from raqqa_data.building.proposals.reference.known_names import Known

_LONGEST = 9  # words of a speaker's name
_NEAR = 3  # words of a label
_FAR = 6  # words from a statement to who made it
_IN_IT = frozenset({"فيه", "فيها", "خلاله", "خلالها"})
_DASHES = frozenset("-–—|")
_COMES = frozenset({"جاء", "جاءت"})
_REGIONS = frozenset({"محافظه", "ولايه", "ناحيه", "قضاء", "ريف", "مدينه", "بلده", "قريه", "مخيم", "اقليم", "محليه"})


class Hearing:
    """Goes through a passage once and hears who speaks."""

    def __init__(self, passage: Passage, known: Known) -> None:
        self._passage = passage
        self._known = known
        self._names = SpeakerNames(passage, known)
        self._said_at = Said(passage)
        self._heard_at = -1  # the word of the last cue with a name
        self._before = SubjectsBefore(passage, self._names, self._said_at)
        self._behind = SubjectsBehind(passage, known, self._names, self._said_at)

    def cues(self) -> Iterator[Cue]:
        """The places at which the text says who speaks, in order."""
        passage = self._passage
        colons = frozenset(passage.colons)
        verbs = filter(self._may_be_verb, compress(range(len(passage.words)), map(verb_of_saying, passage.words)))
        brackets = {index for index, gap in passage.marked if "(" in gap}
        dashes = {index for index, gap in passage.marked if index and gap.strip() in _DASHES}
        done = -1
        made = {*compress(range(len(passage.words)), map(of_statement, passage.words))}
        for index in sorted({*cues().according_to.begun(passage.words), *verbs, *colons, *brackets, *dashes, *made}):
            if index <= done or passage.in_mention(index):
                continue
            cue = self._in_brackets(index) if index in brackets else None
            cue = cue or (self._signed(index) if index in dashes else None)
            cue = cue or (self._made_by(index) if index in made else None)
            cue = cue or self._cue(index, before_colon=index in colons)
            if cue is not None:
                if cue.speaker is not None:
                    self._names.note_statement(index, cue.speaker)
                self._names.heard += filter(None, (cue.speaker, cue.source))
                self._heard_at = index if cue.voice else self._heard_at
                yield cue
                done = max(index, cue.after)

    def _in_brackets(self, index: int) -> Cue | None:
        """4255 (منظمة الصحة العالمية): a known name between brackets, right behind a figure."""
        passage = self._passage
        found = self._known.agents.at(passage.words, index)
        if found is None or not passage.in_mention(index - 1):
            return None
        closed = found.last + 1 == len(passage.words) or ")" in passage.gaps[found.last + 1]
        return Cue(index, "according", Speaker(index, found.last, found.value), after=found.last) if closed else None

    def _signed(self, index: int) -> Cue | None:
        """132 قتيلا في السيول - وزارة الصحة: the name with which a line that tells of figures ends."""
        passage = self._passage
        first, end = passage.sentence_of(index)
        figure = passage.figure_before(index)
        ends = end == len(passage.words) or passage.paragraph[end] != passage.paragraph[index]
        if figure is None or figure < first or not ends:
            return None
        found = self._known.agents.at(passage.words, index)
        if found is not None and found.last + 1 == end:
            return Cue(index, "according", Speaker(index, found.last, found.value), after=found.last)
        whole = not any(self._names.ends_name(index, word) for word in range(index, end))
        speaker = self._names.unlisted(index, end) if whole and passage.words[index] in cues().signs else None
        return None if speaker is None else Cue(index, "according", speaker, after=speaker.last)

    def _made_by(self, index: int) -> Cue | None:
        """حصيلة أعلنتها الوزارة: a statement, and who made it."""
        passage = self._passage
        first, end = passage.sentence_of(index)
        before = passage.words[max(first, index - _FAR) : index]
        if index + 1 < end and (estimated := self._estimated_by(index)) is not None:
            return estimated
        if (
            index + 1 >= end
            or passage.words[index - 1] in cues().warrants
            or not any(bare(form) in cues().statements for word in before for form in stems(word))
        ):
            return None
        speaker = self._names.speaker(index + 1)
        if speaker is not None and passage.words[speaker.last + 1 : speaker.last + 2] == ["عن"]:
            source = self._names.speaker(speaker.last + 2)  # خبر نقلته القناة عن مدير الأمن
            return None if source is None else Cue(index, "relays", speaker, source, after=source.last)
        if speaker is None:
            return None
        told = any(map(verb_of_saying, passage.words[first : index - 1]))
        told = told and (self._said_at.begins(speaker.last + 1) or passes_it_on(passage.words[index]))
        if told and self._heard_at >= first:
            # قال المكتب في بيان نشرته الوكالة إن
            return Cue(index, "relays", speaker, self._names.heard[-1], after=speaker.last)
        return Cue(index, "according", speaker, after=speaker.last)

    def _estimated_by(self, index: int) -> Cue | None:
        """فيما قدرتها الهيئة بـ6.8: who puts a figure on what was named before."""
        words = self._passage.words
        verb = words[index].lstrip("وف").removesuffix("ها").removesuffix("ه")
        speaker = self._names.speaker(index + 1) if verb in cues().estimates else None
        behind = -1 if speaker is None else _behind(speaker, index + 1)
        figure = 0 < behind < len(words) and self._passage.next_figure(behind - 1, behind + 2) < behind + 2
        return Cue(index, "says", speaker, after=behind - 1) if figure else None

    def _may_be_verb(self, index: int) -> bool:
        """Whether no word beside it makes it a noun: عدم ذكر اسمه, في كشف, طالب لجوء."""
        if self._passage.word_behind(index) in cues().sought:
            return False
        before = self._passage.words[index - 1] if index else ""
        return before not in cues().before_noun or self._passage.sentence[index - 1] != self._passage.sentence[index]

    def _cue(self, index: int, *, before_colon: bool) -> Cue | None:
        words = self._passage.words
        phrase = cues().according_to.at(words, index)
        opens = index == self._passage.sentence_of(index)[0]
        if phrase is not None and not (opens and phrase.value == "كما"):  # كما قالت: also
            return self._according(index, phrase.last + 1, phrase.value)
        verb = verb_of_saying(words[index])
        if verb in _COMES and not self._is_in_statement(index):
            verb = None  # وجاء مركز المدينة في المقدمة
        cue = None if verb is None else self._reported(index, verb) or self._said(index, verb in cues().relays)
        return self._before_colon(index) if cue is None and before_colon else cue

    def _before_colon(self, index: int) -> Cue | None:
        """اليونيسف: 300 ألف طفل."""
        first = self._label_passed(index)
        come = self._as_source(index) or self._come_from(first, index)
        if come is not None:
            return come
        if index - first >= _LONGEST or self._passage.intro_of(first) is not None:
            return None  # of a list that a line leads in, a name is what the line is about
        for start in range(first, index + 1):
            found = self._known.agents.at(self._passage.words, start)
            if found is not None and found.last <= index and (found.last == index or found.first == first):
                # the agency of a dateline is the document's own voice
                dateline = self._passage.is_apart(first, found.first)
                return None if dateline else Cue(index, "colon", Speaker(found.first, found.last, found.value))
        words = self._passage.words
        ends = (
            at
            for at in range(first + 1, index + 1)
            if is_addressee(words[at]) or words[at] == "ل" or verb_of_saying(words[at])
        )
        end = next(ends, index + 1)
        end = next((at for at in range(first + 1, end) if self._names.ends_name(first, at)), end)
        speaker = self._names.unlisted(first, end)
        # one word and a colon is as often what the line is about, and so is a region
        if speaker is None or speaker.first == speaker.last or self._passage.is_apart(first, end - 1):
            return None
        topic = words[speaker.first] == "الامن" and words[speaker.first + 1] in cues().topics
        return None if topic or words[speaker.first] in _REGIONS else Cue(index, "colon", speaker)

    def _label_passed(self, colon: int) -> int:
        """عاجل | وزارة الصحة: 12 قتيلا: where the sentence begins behind a word that only says that it is news."""
        passage = self._passage
        first, _ = passage.sentence_of(colon)
        at = first
        while (
            at < colon
            and at - first < _NEAR
            and (passage.words[at] in cues().labels or (at > first and passage.in_mention(at)))
        ):
            at += 1
        return at if first < at and passage.is_apart(at - 1, at) else first

    def _as_source(self, colon: int) -> Cue | None:
        """المصدر: مديرية الصحة، 2024: a line that names nothing but whose the figures are."""
        passage, known = self._passage, cues()
        first, end = passage.sentence_of(colon)
        said = [bare(word) for word in passage.words[first : colon + 1]]
        if colon + 1 >= end or said[0] not in known.sourced or not known.stated.issuperset(said[1:]):
            return None
        speaker = self._names.speaker(colon + 1, end)
        rest = () if speaker is None else range(speaker.last + 1, end)
        whole = speaker is not None and speaker.first > colon and all(map(passage.in_mention, rest))
        return Cue(colon, "source", speaker, after=end - 1) if whole else None

    def _come_from(self, first: int, colon: int) -> Cue | None:
        """آخر الأرقام كما وصلتنا من لجان الحي: of whom what follows a colon has come."""
        words = self._passage.words
        begin = max(first + 1, colon - _LONGEST)
        at = next((at for at in range(colon - 1, begin - 1, -1) if words[at] == "من"), None)
        before = () if at is None else (*map(bare, stems(words[at - 1])),)
        if at is None or (cues().statements.isdisjoint(before) and cues().comes.isdisjoint(before)):
            return None
        speaker = self._names.speaker(at + 1, colon + 1)
        whole = speaker is not None and speaker.first == at + 1 and speaker.last == colon
        return Cue(at, "according", speaker, after=colon) if whole else None

    def _according(self, index: int, start: int, phrase: str) -> Cue | None:
        words = self._passage.words
        if start >= len(words) or self._passage.sentence[start] != self._passage.sentence[index]:
            return None
        told = phrase != "نقلا عن" and (verb_of_saying(words[start]) is not None or of_statement(words[start]))
        passes_on = told and (words[start] in cues().relays or passes_it_on(words[start]))
        if phrase.endswith("ما") and not told:
            return None
        if told:  # بحسب ما أفاد, وفق ما صرح به
            start += 2 if words[start + 1 : start + 2] in (["به"], ["عنه"], ["بها"]) else 1
        alone = start + 1 >= len(words) or self._names.ends_name(start, start + 1)
        if alone and not told and words[start] in cues().sorted_by:
            return None  # حسب الجهة
        ends = start >= len(words) or (told and self._passage.is_apart(start - 1, start))
        if ends or words[start] in cues().whose:
            return Cue(index, "says", None, after=start - 1)  # كما أضاف، على حد قوله: whoever spoke before
        if told and words[start] == "في" and bare(self._passage.word_behind(start)) in cues().statements:
            start += 1  # وفق ما جاء في كلمة الوزير
        start = (self._behind.addressee_passed(index, self._behind.date_passed(start)) or start) if told else start
        speaker = self._names.speaker(start) or (self._names.any_name(start) if told else self._names.quoted(start))
        if speaker is not None and passes_on and self._heard_at >= self._passage.sentence_of(index)[0]:
            # كشف الوزير، حسبما نقلته الوكالة، عن
            return Cue(index, "relays", speaker, self._names.heard[-1], after=speaker.last)
        return None if speaker is None else self._by_phrase(index, start, phrase, speaker, told=told)

    def _by_phrase(self, index: int, start: int, phrase: str, speaker: Speaker, *, told: bool) -> Cue:
        """Whom a phrase names, and on whose word or by whom it was passed on."""
        words = self._passage.words
        with_name = (phrase.endswith(WRITTEN_WITH) and speaker.first == start) or speaker.first > start
        if with_name and words[speaker.first].startswith("ل") and bare(words[speaker.first]) not in cues().heads:
            speaker = speaker._replace(written_with=1)
        behind = _behind(speaker, start)
        relayed = 2 if words[behind : behind + 2] == ["نقلا", "عن"] else words[behind : behind + 1] == ["عن"] and told
        source = self._names.speaker(behind + relayed) if relayed else None
        if source is not None:
            return Cue(index, "according", speaker, source, after=source.last)
        conveyor = self._conveyor(behind)
        if conveyor is not None:
            return Cue(index, "according", conveyor, speaker, after=max(speaker.last, conveyor.last))
        return Cue(index, "according", speaker, after=behind - 1)

    def _conveyor(self, start: int) -> Speaker | None:
        """بيانات الحرس الوطني التي نقلها التقرير: who passed on what another said."""
        words = self._passage.words
        if words[start : start + 1] not in (["التي"], ["الذي"]) or start + 2 >= len(words):
            return None
        return self._names.speaker(start + 2) if passes_it_on(words[start + 1]) else None

    def _said(self, index: int, relays: bool) -> Cue | None:
        """A verb of saying with its subject behind it, before it, or none."""
        passage = self._passage
        following = passage.word_behind(index)
        opens = index + 1 < len(passage.words) and opens_quote(passage.gaps[index + 1])
        if following in cues().this:
            return Cue(index, "says", None)
        found = self._before.as_for(index) if passage.words[index].startswith("ف") else None
        if found is not None and not (following and self._names.is_head(following)):
            return Cue(index, "says", found)  # أما المقابر فتفيد المؤسسة بأنها: the foundation says it
        begin = index + 1 + self._is_in_statement(index)
        if following in _IN_IT and self._names.is_head(passage.word_behind(index + 1)):
            begin += 1  # أعلن فيه رئيس الوزراء
        start = self._behind.addressee_passed(index, self._behind.date_passed(begin))
        led = index > 0 and passage.words[index - 1] == "عم"  # عم يقول كيس الطحين صار
        speaker = None if start is None or led else self._behind.of(index, begin, start)
        if speaker is not None:
            end = _behind(speaker, start)
            blames = self._behind.is_blamed(index, end)  # واتهمت الجيش بإطلاق 12 قذيفة
            return (
                Cue(index, "says", self._subject_of_sentence(index))
                if blames
                else self._said_by(index, speaker, end, relays=relays)
            )
        speaker = self._before.of(index)
        if speaker is not None:
            source = self._names.speaker(index + 2) if relays and following == "عن" else None
            return Cue(index, "says" if source is None else "relays", speaker, source)
        told = start is None and verb_of_saying(passage.words[index]) not in cues().supposed  # وتبين للفريق أن
        if opens or told or self._goes_on(index, following):
            return Cue(index, "says", self._subject_of_sentence(index))
        return None

    def _reported(self, index: int, verb: str) -> Cue | None:
        """وأورد التقرير عن إدارة السجن: whose word a report passes on."""
        behind = self._passage.words[index + 1 : index + 3]
        if verb not in cues().relays or behind[1:] != ["عن"] or bare(behind[0]) not in cues().statements:
            return None
        source = self._names.speaker(index + 3)
        return None if source is None else Cue(index, "says", source, after=source.last)

    def _is_in_statement(self, verb: int) -> bool:
        """وجاء في بيان للوزارة: whether a verb of what one does has a statement behind "in"."""
        words = self._passage.words
        if verb + 2 >= len(words) or words[verb + 1] != "في" or verb_of_saying(words[verb]) not in cues().records:
            return False
        return bare(words[verb + 2]) in cues().statements

    def _said_by(self, verb: int, speaker: Speaker, end: int, *, relays: bool) -> Cue | None:
        """A verb of saying whose subject stands behind it, up to a word."""
        passage = self._passage
        called = self._names.quoted(end) if end < len(passage.words) else None
        end = end if called is None else called.last + 1  # وكالة الأنباء «سانا» عن
        behind = self._behind.date_passed(end)
        relays = relays or verb_of_saying(passage.words[verb]) in cues().publishes
        from_whom = "الي" if verb_of_saying(passage.words[verb]) in cues().ascribes else "عن"
        if relays and behind < len(passage.words) and passage.words[behind] == from_whom:
            source = self._names.speaker(behind + 1)
            if source is not None and self._is_passed_on(verb, source):
                return Cue(verb, "relays", speaker, source, after=source.last)
            if source is None and verb_of_saying(passage.words[verb]) in cues().relays:
                return None  # نقلت الإذاعة عن سكان: of nobody who is named
        if passage.words[behind : behind + 2] == ["نقلا", "عن"]:
            source = self._names.speaker(behind + 2) or self._names.any_name(behind + 2)
            if source is not None:
                return Cue(verb, "relays", speaker, source, after=source.last)
        if end < len(passage.words) and verb_of_saying(passage.words[verb]) in cues().does:
            done = passage.in_mention(end) and not passage.is_apart(end - 1, end)
            if done or passage.words[end] == "علي":
                return None  # أصدرت المحكمة 12 حكما
        says = (
            self._said_at.begins_soon(end)
            or self._said_at.begins_later(end, commas=2)
            or self._said_at.quotes_later(end)
        )
        shows = verb_of_saying(passage.words[verb]) in cues().shows
        stated = shows and bare(passage.word_behind(verb)) in cues().stated  # وتظهر المعطيات, not علقت الدراسة
        if verb_of_saying(passage.words[verb]) in cues().also_other and not says and not stated:
            return None
        return Cue(verb, "says", speaker, after=end - 1)

    def _is_passed_on(self, verb: int, source: Speaker) -> bool:
        """نشرت الصحيفة عن الشعبة تقديرا: whether what is published is of the source, and not about it."""
        if verb_of_saying(self._passage.words[verb]) not in cues().publishes:
            return True
        behind = self._passage.word_behind(source.last)
        forms = behind, behind.removesuffix("ا")
        stated = not (cues().statements.isdisjoint(forms) and cues().stated.isdisjoint(forms))
        return stated or self._said_at.begins(source.last + 1)

    def _subject_of_sentence(self, verb: int) -> Speaker | None:
        """قدمت النقابة تقريرها وقالت فيه: the subject of the sentence's first verb, where nobody has spoken in it."""
        passage = self._passage
        first, _ = passage.sentence_of(verb)
        start = first + 1 + (passage.words[first] in cues().breaks)
        if (
            start >= verb
            or any(map(verb_of_saying, passage.words[first:verb]))
            or not self._names.is_head(passage.words[start])
        ):
            return None
        speaker = self._names.speaker(start, verb)
        return None if speaker is None or speaker.first != start else speaker

    def _has_subject_before(self, index: int) -> bool:
        """ثلاث ولايات لم تبلغ عن أي حالة: whether a verb goes on with a clause of which another is the subject."""
        return index > self._passage.sentence_of(index)[0] and self._passage.words[index - 1] in cues().helps

    def _goes_on(self, index: int, following: str) -> bool:
        """Whether a verb without a subject goes on with whoever spoke before."""
        verb = verb_of_saying(self._passage.words[index])
        if following in cues().opens_speech:
            is_of_place = following == "الي" and verb in cues().records  # ورد إلى السوق
            if is_of_place or self._has_subject_before(index):
                return False
            return verb not in cues().supposed
        begins = index == self._passage.sentence_of(index)[0] and verb != self._passage.words[index]
        if begins and verb in cues().estimates and bare(following) in cues().estimated:
            # وقدر كلفة الإصلاح: of which no passive is; وقدرت الخسائر is one
            feminine = bare(following).endswith(("ه", "ات")) or bare(following) in cues().plurals
            return feminine != verb.endswith("ت")
        return begins and (verb in cues().asks or (verb not in cues().records and following in cues().joints))


def _behind(speaker: Speaker, start: int | None) -> int:
    """The word behind a name that begins at a word; of one named before, only its first word stands there."""
    return speaker.last + 1 if start is None or speaker.first >= start else start + 1
