"""The names of those who speak: known ones, those heard before, and others by the office or body they begin with."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from raqqa_data.building.proposals.what.event_modifiers import is_with
from raqqa_data.building.proposals.what.lookalike_words import is_verbal_noun
from raqqa_data.building.proposals.who.quotation_starts import is_addressee
from raqqa_data.building.proposals.words.affixes import bare, stems
from raqqa_data.building.proposals.words.attribution_cues import cues, verb_of_saying
from raqqa_data.building.proposals.words.events_and_things import listed
from raqqa_data.building.proposals.words.word_cache import remembered

if TYPE_CHECKING:
    from raqqa_data.building.proposals.passage.passage import Passage
    from raqqa_data.building.proposals.reference.known_names import Known
    from raqqa_data.records.provenance import Agent

_LONGEST = 9  # words of a speaker's name
_QUOTED = 5  # words of a name in quotation marks
_NEAR = 3  # words behind a name that tell a statement
_WITHOUT_WHOSE = re.compile("(?:ها|هم|ه)$")
_FOR = frozenset({"للدفاع", "الدفاع"})
_WHOSE = ("ه", "ها", "هم")
_DUAL = ("تان", "تين")
_NISBA = ("ي", "يه", "يين", "يون")
_SHORT = 5  # letters of a word with an article that may be no dual


class Speaker(NamedTuple):
    """Who speaks: the words of the name, and the agent where it is a known one."""

    first: int
    last: int
    agent: Agent | None
    written_with: int = 0
    """How many letters before the name are written in one word with it."""


class SpeakerNames:
    """The names of the speakers of a passage, in the order in which they are asked for.

    Attributes:
        heard: Those who have spoken, in order.
    """

    def __init__(self, passage: Passage, known: Known) -> None:
        self._passage = passage
        self._known = known
        self.heard: list[Speaker] = []
        self._statement: Speaker | None = None
        self._surnames: dict[str, Speaker] = {}
        self._tells_ali = any(word in passage.text for word in ("على", "إلى", "حتى"))

    def any_name(self, start: int) -> Speaker | None:
        """The words that begin at one, up to what ends a name, unless they tell a statement or another verb."""
        known, words = cues(), self._passage.words
        end = start
        while end < len(words) and end - start < _LONGEST and not self.ends_name(start, end):
            end += 1
        while end > start and words[end - 1] in known.joints:
            end -= 1
        within = words[start:end]
        if (
            not within
            or any(words[start] in listed for listed in (known.joints, known.some, known.latter))
            or (len(within) == 1 and (_is_of_both(within[0]) or f"ال{within[0]}" in known.bodies))
        ):
            return None
        if any(map(verb_of_saying, within)):
            return None
        if known.statements.intersection(form for word in within for form in map(bare, stems(word))):
            return None
        return Speaker(start, end - 1, None)

    def name(self, start: int, end: int) -> Speaker | None:
        """The known name that begins at a word and ends before another, or one heard before."""
        found = self._known.agents.at(self._passage.words, start)
        if found is not None and found.last < end:
            joined = len(found.clitic) if found.clitic in {"و", "ف"} else 0
            return Speaker(found.first, found.last, found.value, written_with=joined)
        return self.again(start)

    def speaker(self, start: int, stop: int | None = None) -> Speaker | None:
        """The name that begins at a word: a known one within it, one heard before, or its words up to what is said."""
        words = self._passage.words
        if words[start : start + 1] in (["احد"], ["احدي"]) and words[start + 2 : start + 3] != []:
            start += 2 * self.is_head(words[start + 2])  # أحد أعضائها النائب
        end, limit = start, len(words) if stop is None else stop
        while end < limit and end - start < _LONGEST and not self.ends_name(start, end):
            end += 1
        goes_on = start < end < limit and not self._passage.is_apart(end - 1, end)
        # منظمة إنقاذ الطفولة: a known name goes on where others end, but مسؤول لرويترز
        goes_on = goes_on and (bare(words[start]) in cues().statements or not is_addressee(words[end]))
        for begin in range(start, end + goes_on):
            found = self._known.agents.at(words, begin)
            if found is not None and (begin == start or self._is_of(start, begin, found.clitic)):
                if begin > start and self._is_another_body(start, begin, found.last, end):
                    break
                speaker = Speaker(found.first, found.last, found.value)
                if end - 1 > found.last and self.is_head(words[start]):
                    self._surnames[words[end - 1]] = speaker  # المتحدث باسم الدفاع المدني سالم نور
                return speaker
        begun = False
        while start < end:
            if (again := self.again(start)) is not None:
                return again
            if not self._is_statement(start, begun=begun):
                return self.unlisted(start, end)
            start, begun = start + 1, True
        return None

    def _is_another_body(self, start: int, begin: int, last: int, end: int) -> bool:
        """بعثة الأمم المتحدة لحقوق الإنسان: whether it is of another name than the known one in it."""
        words = self._passage.words
        body = all(f"ال{bare(word)}" in cues().bodies for word in words[start:begin])
        return body and last + 1 < end and words[last + 1].startswith("ل")

    def _is_statement(self, word: int, *, begun: bool) -> bool:
        """Whether a word tells a statement, or behind one who made it: دراسة أعدتها, بيانات حديثة صادرة عن."""
        form = self._passage.words[word]
        if any(bare(stem) in cues().statements for stem in stems(form)):
            return True
        return begun and (form in cues().made or (form.endswith(_WHOSE) and not any(map(self.is_head, stems(form)))))

    def unlisted(self, start: int, end: int) -> Speaker | None:
        """مدير الصحة في المحافظة: a name that begins with an office or a kind of body, and ends where speech begins."""
        passage, known = self._passage, cues()
        while end > start and passage.words[end - 1] in known.joints:
            end -= 1
        if end == start or (end == start + 1 and _is_of_both(passage.words[start])) or is_alone(passage, start):
            return None
        if end == start + 1 and f"ال{passage.words[start]}" in known.bodies:
            return None  # وثقت منظمة 12 انتهاكا: which, nothing says
        heads = {*stems(passage.words[start]), *map(bare, stems(passage.words[start]))}
        heads |= {head[: -len(whose)] for head in heads for whose in _WHOSE if head.endswith(whose)}  # قال مديره
        closed = (
            end == len(passage.words)
            or passage.sentence[end] != passage.sentence[start]
            or passage.words[end] in known.that
            or passage.in_mention(end)
            or passage.gaps[end].strip() != ""
            or is_addressee(passage.words[end])
            or passage.words[end] == "ل"
            or verb_of_saying(passage.words[end]) is not None
            or is_event(passage.words[end])
            or is_with(passage.words[end])
            or f"ال{passage.words[end]}" in known.bodies
            or passage.words[end] in known.estimated
            or passage.words[end] in known.objects
            or (self._is_body(end) and self._is_asked(end))
            or passage.words[end] in known.statements
            or (end == start + 1 and passage.words[start] in known.bodies)
        )
        if not closed or heads.isdisjoint(known.heads):
            return None
        first = passage.words[start]
        joined = first.startswith("ل") and first not in known.heads and bare(first) not in known.heads
        return Speaker(start, end - 1, None, written_with=int(joined))  # نشرة لدائرة الإحصاءات

    def ends_name(self, start: int, end: int) -> bool:
        """Whether a word is no more of the name that begins at another."""
        passage, known = self._passage, cues()
        word = passage.words[end]
        if end > start and (passage.sentence[end] != passage.sentence[start] or passage.is_apart(end - 1, end)):
            return True
        quote = passage.quotation(end)
        if quote is not None and start < quote[0] and (quote[0] == end or self.is_quoted_name(quote)):
            # قناة «المملكة اليوم», but قالت والدة الطفل "خرج ابني ولم يعد منذ الصباح"
            return not self.is_quoted_name(quote)
        if passage.in_mention(end):
            return not (end > start and word in known.of_bodies)  # النائب الأول
        if end == start:
            named = word in known.heads and self.quoted(end + 1) is not None  # مشروع «مسام»
            return word in known.that and bare(word) not in known.stated and not self._is_ali(end) and not named
        if end == start + 1 and passage.words[start] in known.bodies and not self._is_more_of_body(end):
            return True
        return self._ends_behind(start, end) and not (self._is_ali(end) or self._goes_on(start, end))

    def is_quoted_name(self, quote: tuple[int, int]) -> bool:
        """Whether a quotation may be a name: it has few words and no figure."""
        return quote[1] - quote[0] <= _QUOTED and not any(map(self._passage.in_mention, range(*quote)))

    def quoted(self, start: int) -> Speaker | None:
        """بحسب «منسقو الاستجابة»: the name in quotation marks that begins at a word."""
        quote = self._passage.quotation(start)
        if quote is None or quote[0] != start or not self.is_quoted_name(quote):
            return None
        return Speaker(start, quote[1] - 1, None)

    def _is_ali(self, word: int) -> bool:
        """Whether a word is the name, where "on" is written otherwise."""
        passage = self._passage
        return self._tells_ali and passage.span(word, word).text == "علي"

    def _is_more_of_body(self, end: int) -> bool:
        """Whether a word says which body a noun with its article means: الهيئة العامة, not الأهالي المساحة."""
        word = self._passage.words[end]
        adjective = word.startswith("ال") and (word.endswith(_NISBA) or word in cues().of_bodies)
        return adjective or word.startswith("ل") or (word in cues().joints and word != "في")

    def _ends_behind(self, start: int, end: int) -> bool:
        """Whether a word ends a name by what it is: "that", whom it is told to, what happened."""
        known, word, before = cues(), self._passage.words[end], self._passage.words[end - 1]
        if word == "ل" and self.is_told_to(end):
            return True  # قال الشيخ لـ سانا
        if (word in known.addressees or word in known.bodies) and end > 1 and self._is_told(end):
            return True  # أبلغ المدير رويترز
        # أصدرت المنظمة تقريرها
        stated = word.endswith(_WHOSE) and bare(_WITHOUT_WHOSE.sub("", word)) in known.statements
        stated = stated and not self._passage.span(end, end).text.endswith("ة")  # بيانات حديثة
        told = before in known.persons and verb_of_saying(word) is not None  # محام يتابع ملفاتهم
        if stated or told:
            return True
        # اتهمت الحكومة السودانية قوات, أعلنت الخلية إحصائية
        is_object = is_event(word) or f"ال{word}" in known.bodies or word in known.statements
        estimated = word in known.estimated and before not in known.works and self._is_estimated(end)
        happened = is_object and before.startswith(("ال", "لل"))
        object_of = word in known.objects or (
            is_verbal_noun(word) and self._passage.next_figure(end, end + 2) == end + 1
        )
        happened = happened or (object_of and before.startswith("ال"))
        asked = word in known.asked or (self._is_body(end) and end - start >= _NEAR and before not in known.joints)
        asked = asked and before not in known.heads and self._is_asked(end)
        return happened or asked or estimated or word in known.that or is_addressee(word) or is_with(word)

    def _is_asked(self, word: int) -> bool:
        """ناشدت بلدية عرسال المنظمات: whether a verb of asking or accusing stands some words before."""
        before = self._passage.words[max(word - _LONGEST, 0) : word]
        return any(
            (verb_of_saying(one) or "") in cues().asks or not cues().accuses.isdisjoint(stems(one)) for one in before
        )

    def _is_estimated(self, word: int) -> bool:
        """قدر رئيس الغرفة سالم النجار الخسائر: whether a verb of estimating stands some words before."""
        before = self._passage.words[max(word - _LONGEST, 0) : word]
        return any((verb_of_saying(one) or "") in cues().estimates for one in before)

    def _is_body(self, word: int) -> bool:
        """Whether a body that is not named before begins at a word: وزارة, الشركة."""
        form, known = self._passage.words[word], cues()
        head = form in known.heads and form not in known.persons
        return form in known.bodies or (head and f"ال{form}" in known.bodies)

    def is_told_to(self, word: int) -> bool:
        """لـ«الرأي»: whether a letter that stands alone says whom it is told to, and not whose an office is."""
        passage, known = self._passage, cues()
        following = passage.word_behind(word)
        if not known.addressees.isdisjoint((following, bare(following))):
            return True
        quote = passage.quotation(word + 1) if following else None
        before = passage.words[word - 1] if word else ""
        office = before.startswith("ال") and (before.endswith(_NISBA) or before in known.of_bodies)
        if quote is None or quote[0] != word + 1 or office or not self.is_quoted_name(quote):
            return False
        behind = quote[1]
        if behind == len(passage.words) or ":" in passage.gaps[behind]:
            return True
        return passage.words[behind] in known.that or self.is_head(passage.words[behind])

    def _is_told(self, word: int) -> bool:
        """Whether a verb some words before has whom it is told to as its object, and no office stands between."""
        before = self._passage.words[max(word - _LONGEST, 0) : word]
        return before[-1] not in cues().heads and any(verb_of_saying(one) in cues().tells for one in before)

    def _is_of_work(self, end: int) -> bool:
        """Whether a body or an office is called after its work: مدير زراعة الحسكة, شركة تسويق النفط."""
        known, words = cues(), self._passage.words
        body = words[end - 1]
        if words[end] not in known.works or body not in known.heads or body in known.persons or body.startswith("ال"):
            return False
        return end + 1 < len(words) and not self._passage.in_mention(end + 1) and words[end + 1] not in known.that

    def _goes_on(self, start: int, end: int) -> bool:
        """Whether a word that may end a name is one of it: صادر عن, مسؤول في المكتب, قائد حملة, باسم حملة."""
        known, words = cues(), self._passage.words
        word, before = words[end], words[end - 1]
        if self._is_of_work(end) or words[end : end + 2] == ["من", "اجل"]:
            return True  # الجمعية الأهلية من أجل البيئة
        if word.startswith("ال") and before in known.works and end > start + 1 and words[end - 2] in known.heads:
            return True  # لجنة تقييم الأضرار
        if word == "عن":
            return before in known.made or before in _FOR  # الرابطة للدفاع عن حقوق الإنسان
        if word == "في":
            # مدير في المديرية, غرفة العمليات في وزارة الصحة
            body = self._passage.word_behind(end)
            alone = end == start + 1 and not known.heads.isdisjoint((body, bare(body)))
            named = body in known.bodies and end + 2 < len(words) and self._is_more_of_body(end + 2)
            return alone or named or f"ال{body}" in known.bodies
        # an office without its article is of somebody
        office = end == start + 1 and not before.startswith("ال")
        return word in known.heads and (office or (before in known.within_titles and before not in known.joints))

    def _is_of(self, start: int, begin: int, clitic: str) -> bool:
        """المتحدث باسم وزارة الصحة, تقديرات منظمة الأمم المتحدة: one of the known agent's people, or its statement."""
        known = cues()
        words = [*self._passage.words[start:begin], clitic or "-"]
        for one, other in pairwise(words):
            # اتهمت المجموعة قوات الدعم السريع
            if one.startswith("ال") and not (other.startswith(("ال", "ل", "ب")) or other in known.within_titles):
                return False
        return all(
            form in known.heads
            or bare(form) in known.heads
            or bare(form) in known.statements
            or form in known.within_titles
            for form in (
                next((f for f in stems(word) if self.is_head(f)), word) for word in self._passage.words[start:begin]
            )
        )

    @staticmethod
    def is_head(form: str) -> bool:
        """Whether a name may begin with a word: an office, a kind of body, a statement of theirs."""
        known = cues()
        return form in known.heads or bare(form) in known.heads or bare(form) in known.statements

    def _only_one(self) -> Speaker | None:
        """Whose statement it is where only one has spoken."""
        words = self._passage.words
        names = {heard.agent or tuple(words[heard.first : heard.last + 1]) for heard in self.heard}
        return self.heard[0] if len(names) == 1 else None

    def note_statement(self, at: int, speaker: Speaker) -> None:
        """نشر المكتب بيانا, قالت المنظمة في تقرير: whose it is when the text goes on with the statement."""
        words = self._passage.words
        _, end = self._passage.sentence_of(at)
        beside = words[at : speaker.first] + words[speaker.last + 1 : min(end, speaker.last + 1 + _NEAR)]
        if any(map(_is_stated, beside)):
            self._statement = speaker

    def _named_last(self, start: int) -> Speaker | None:
        """ونفت الأخيرة: the known one that the sentence before names last."""
        passage = self._passage
        if passage.words[start] not in cues().latter or verb_of_saying(passage.words[start - 1]) in cues().records:
            return None
        first, _ = passage.sentence_of(start)
        begins, _ = passage.sentence_of(max(first - 1, 0))
        for at in range(start - 1, begins - 1, -1):
            found = self._known.agents.at(passage.words, at)
            if found is not None:
                return Speaker(found.first, found.last, found.value)
        return None

    def again(self, start: int) -> Speaker | None:
        """البعثة, المنظمة: the one heard before whose name begins so; البيان: who gave the statement."""
        words = self._passage.words
        latter = self._named_last(start) or self._surnames.get(words[start])
        if latter is not None:
            return latter
        same = self._passage.word_behind(start) in cues().same
        alone = start + 1 >= len(words) or self.ends_name(start, start + 1) or words[start + 1] in cues().its
        if self.heard and words[start] in cues().source and (alone or same):
            sources = (heard for heard in reversed(self.heard) if bare(words[start]) == words[heard.first])
            return next(sources, self.heard[-1])  # a source is rather one that was called so
        for heard in reversed(self.heard):
            by_last = heard.agent is None and heard.last > heard.first and words[start] == words[heard.last]
            if by_last and not self.is_head(words[start]):
                return heard  # وقال الأحمد: by the last of the names
        # المدير العام للديوان is another than مدير الصحة
        of_another = not alone and any(word.startswith("لل") for word in words[start + 1 : start + 3])
        named = words[start] in cues().titles and not alone  # المهندس سالم is another than المهندس خالد
        for form in stems(words[start]):
            if of_another or not form.startswith("ال"):
                continue
            for heard in reversed(self.heard):
                head = words[heard.first]
                if named and words[start + 1] not in words[heard.first : heard.last + 1]:
                    continue
                if any(bare(other) == bare(form) for other in stems(head)) and heard.last > heard.first:
                    return heard
            if bare(form) in cues().stated:
                return self._statement or self._only_one()
        return Speaker(start, start, None) if same and self.is_head(words[start]) else None


def _is_of_both(word: str) -> bool:
    """المؤسستان: whether a word takes up two that were named before, and so names neither."""
    return word.startswith(("ال", "لل")) and word.endswith(_DUAL) and len(word) > _SHORT


@remembered
def _is_stated(word: str) -> bool:
    """Whether a word is for a statement that a text goes on with, or theirs: بيانا, تقريرها."""
    return any(form.removesuffix("ها").removesuffix("ه") in cues().stated for form in stems(word))


def is_alone(passage: Passage, word: int) -> bool:
    """تموز وحده: whether a word that is folded as a unit says "alone"."""
    return passage.words[word] == "وحده" and passage.span(word, word).text.endswith("ه")


@remembered
def is_event(word: str) -> bool:
    """Whether a word tells what happened, without an article and what else is written with it."""
    found = listed().words.at([word], 0)
    return found is not None and found.clitic == "" and not word.startswith("ال")
