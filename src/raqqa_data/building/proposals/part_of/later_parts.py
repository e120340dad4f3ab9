"""Parts that are told in later clauses and sentences: the rest, the first of a ranking, how those counted divide."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from raqqa_data.building.proposals.part_of.part import Part, is_ratio, may_hold, may_hold_plain
from raqqa_data.building.proposals.words.affixes import bare
from raqqa_data.building.proposals.words.events_and_things import counted, event_of
from raqqa_data.building.proposals.words.place_words import is_listed
from raqqa_data.building.proposals.words.vocabulary import lists_of, word_lists
from raqqa_data.reading.mention import Kind, Mention

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from raqqa_data.building.proposals.passage.passage import Passage
    from raqqa_data.building.proposals.what.event_words import Befallen

OUT_OF_BEFORE = "out of those told before"
"""The rule of a part of a whole that the sentence told before it: of 88 wells 21."""
_WORDS = "wholes.toml"
_REACH = 8  # figures
_NEAR = 4  # words
_LATELY = 2  # sentences, or paragraphs
_COMMAS = 2  # between two of a ranking
_COUNTS = frozenset({Kind.CARDINAL, Kind.MONEY, Kind.MEASURE})
_OPENS = 3  # words of "includes this number"
_WHOLE = 100  # per cent


class Dividing:
    """How the figures of a passage divide those before them.

    Args:
        passage: The text.
        told: What befell those that figures count, by where these start.
        units: What they count.
        made: The parts that are known, which grow.
    """

    def __init__(
        self, passage: Passage, told: Mapping[int, Befallen], units: Mapping[int, str], made: Sequence[Part]
    ) -> None:
        self._passage = passage
        self._listed = passage.standing(lists_of(_WORDS))
        self._told = told
        self._units = units
        self._whole_of = {part.part.start: part.whole for part in made}
        self._ranked_in: dict[int, Mention] = {}

    def parts(self) -> Iterator[Part]:
        """Those of which no other rule tells, in text order."""
        figures, rules = self._passage.figures, self._rules()
        for index, figure in enumerate(figures):
            if figure.start in self._whole_of:
                continue
            earlier = figures[max(0, index - _REACH) : index]
            for rule in rules:
                if (found := rule(earlier, figure)) is not None:
                    self._whole_of[figure.start] = found.whole
                    yield found
                    break

    def _rules(self) -> tuple[Callable[[Sequence[Mention], Mention], Part | None], ...]:
        return (
            self._rest, self._share_too, self._of_this_sum, self._of_these, self._in_brackets, self._raised,
            self._opens_with_them, self._told_beside, self._divided, self._ranked,
            self._fronted, self._included, self._joined_to_part,
        )  # fmt: skip

    def _words(self, first: int, end: int, key: str) -> Sequence[int]:
        """The words of a list from one word on and before another."""
        return self._listed.each(key, first, end)

    def _is_joined(self, at: int) -> bool:
        """Whether "and" stands before a word, in one with it or not."""
        words = self._passage.words
        return words[at].startswith("و") or words[at - 1] == "و"

    def _made(self, part: Mention, whole: Mention, word: int, rule: str, strength: float = 0.8) -> Part:
        return Part(part, whole, (self._passage.span(word, word),), rule, strength)

    def _alike(self, whole: Mention, part: Mention) -> bool:
        """Whether both count one thing that one thing happened to, as far as it is known; cases are of anything."""
        passage = self._passage
        if part.noun is not None and passage.words[passage.at(part.noun.start)] in word_lists(_WORDS)["case"]:
            return True
        one, other = self._units.get(whole.start), self._units.get(part.start)
        here, there = self._told.get(whole.start), self._told.get(part.start)
        same = here is None or there is None or here.event == there.event
        return same and (not one or not other or one == other)

    def _may_be_whole(self, whole: Mention, part: Mention) -> bool:
        """Whether a figure is no part itself, none that something is compared with, and can hold the other."""
        at, _ = self._passage.words_of(whole)
        told_of_other = self._words(at - 2, at, "against")
        return (
            whole.start not in self._whole_of
            and not told_of_other
            and not is_ratio(whole)
            and may_hold(whole, part)
            and (whole.value or 0) > (part.value or 0)
            and self._alike(whole, part)
        )

    def _rest(self, earlier: Sequence[Mention], figure: Mention) -> Part | None:
        """ولا يعرف مصير الثلاثة الباقين: what is left of a whole, if it is as many."""
        at, last = self._passage.words_of(figure)
        words = self._words(at - 1, last + 2, "rest")
        if not words or figure.value is None:
            return None
        for whole in reversed(earlier):
            if whole.value is None or is_ratio(whole) or not may_hold(whole, figure):
                continue
            others = [one for one in earlier if one.start > whole.start and self._whole_of.get(one.start) is whole]
            alone = [one for one in earlier if one.start > whole.start and not is_ratio(one)]
            total = sum(one.value or 0 for one in others)
            left = whole.value - figure.value
            if (others and total == left) or any(one.value == left and one.kind is whole.kind for one in alone):
                return self._made(figure, whole, words[0], "the rest")
        return None

    def _share_too(self, earlier: Sequence[Mention], figure: Mention) -> Part | None:
        """55% منهم من لبنان و22% من تركيا: a share beside one of the same whole."""
        if not earlier or not is_ratio(figure) or not is_ratio(earlier[-1]):
            return None
        passage, before = self._passage, earlier[-1]
        whole = self._whole_of.get(before.start)
        at, last = passage.words_of(figure)[0], passage.words_of(before)[1]
        joined = self._is_joined(at)
        shares = [one for one in (*earlier, figure) if one is figure or self._whole_of.get(one.start) is whole]
        total = sum((one.value or 0) * (1 if one.kind is Kind.PERCENT else _WHOLE) for one in shares if is_ratio(one))
        near = at - last <= _NEAR + 1 and passage.sentence[at] == passage.sentence[last]
        if whole is None or not joined or not near or total > _WHOLE:
            return None
        return self._made(figure, whole, at, "a share beside another")

    def _of_this_sum(self, earlier: Sequence[Mention], figure: Mention) -> Part | None:
        """تحتاج إلى 372 مليون دولار، ولم تتلق سوى 22% من هذا المبلغ."""
        passage = self._passage
        at, last = passage.words_of(figure)
        words = passage.words[last + 1 : last + 4]
        if words[:1] != ["من"] or words[1:2] not in (["هذا"], ["هذه"], ["ذلك"]) or not earlier:
            return None
        whole, near = earlier[-1], passage.sentence[at] - passage.sentence[passage.words_of(earlier[-1])[0]] <= 1
        if words[-1] not in word_lists(_WORDS)["sums"] or is_ratio(whole) or not near:
            return None
        if not is_ratio(figure) and not may_hold(whole, figure):
            return None
        return self._made(figure, whole, last + 3, "of this sum")

    def _of_these(self, earlier: Sequence[Mention], figure: Mention) -> Part | None:
        """ثلاثة أرباع هذه الأسر: of the count of the sentence before."""
        passage = self._passage
        at, last = passage.words_of(figure)
        words = self._words(at + 1, last + 2 + (passage.word_behind(last) == "من"), "these")
        noun = passage.word_behind(words[0]) if words else ""
        what = counted([bare(noun)], by_noun=True) if noun.startswith("ال") else None
        if what is None:
            return None
        for whole in reversed(earlier):
            before, _ = passage.words_of(whole)
            if (
                passage.paragraph[before] != passage.paragraph[at]
                or passage.sentence[at] - passage.sentence[before] > 1
            ):
                return None
            held = self._units.get(whole.start) == what.unit and (is_ratio(figure) or may_hold(whole, figure))
            if held and whole.kind is Kind.CARDINAL and not is_ratio(whole):
                return self._made(figure, whole, words[0], "of these")
        return None

    def _in_brackets(self, earlier: Sequence[Mention], figure: Mention) -> Part | None:
        """ربعهم من الأطفال (107): how many the share in words is."""
        passage = self._passage
        at, _ = passage.words_of(figure)
        if not earlier or "(" not in passage.gaps[at]:
            return None
        before = earlier[-1]
        last = passage.words_of(before)[1]
        first, _ = passage.sentence_of(at)
        words = [word for word in range(last + 1, at) if is_listed(passage.words[word], "portions")]
        if words and last >= first and may_hold(before, figure):
            return self._made(figure, before, words[0], "a share in words")
        named = [word for word in range(max(first, last) + 2, at) if passage.words[word].startswith("ال")]
        most = [word for word in named if passage.words[word - 1] == "من" and passage.words[word - 2] == "عدد"]
        event = event_of(passage.words[most[0]]) if most and last < first else None
        for whole in reversed(earlier if event is not None else ()):
            told = self._told.get(whole.start)
            if told is not None and told.event == event and self._may_be_whole(whole, figure):
                return self._made(figure, whole, most[0], "of those named")
        return None

    def _raised(self, earlier: Sequence[Mention], figure: Mention) -> Part | None:
        """لم يجمع من النداء البالغ 426 مليونا سوى 81 مليونا: what there is of a sum."""
        passage = self._passage
        at, _ = passage.words_of(figure)
        first, _ = passage.sentence_of(at)
        words = self._words(at - 1, at, "only")
        if not words or not earlier:
            return None
        whole = earlier[-1]
        before, _ = passage.words_of(whole)
        of = [word for word in range(first, before) if passage.words[word] == "من"]
        denied = self._words(first, before, "not")
        if before < first or not of or not denied or denied[0] > of[0] or is_ratio(whole):
            return None
        of_its_unit = whole.kind is Kind.MONEY and figure.kind is Kind.CARDINAL and figure.noun is None
        of_its_unit = of_its_unit and (figure.value or 0) < (whole.value or 0)
        if not is_ratio(figure) and not of_its_unit and not (may_hold(whole, figure) and self._alike(whole, figure)):
            return None
        return self._made(figure, whole, words[0], "no more of it")

    def _opens_with_them(self, earlier: Sequence[Mention], figure: Mention) -> Part | None:
        """ومن بين حالات العام الماضي 64 حالة: a sentence that opens with "among the cases"."""
        passage = self._passage
        at, _ = passage.words_of(figure)
        first, _ = passage.sentence_of(at)
        opens = passage.words[first] in {"من", "ومن"} and passage.word_behind(first) in {"بين", "ضمن"}
        if not opens or passage.is_apart(first, at):
            return None
        here = [one for one in earlier if passage.words_of(one)[0] > first]
        if here:
            whole = self._whole_of.get(here[-1].start)
            if whole is None or not self._is_joined(at) or not may_hold(whole, figure):
                return None
            return self._made(figure, whole, first + 1, "opens with them")
        if at - first > _NEAR + 2:
            return None
        return self._nearest(earlier, figure, first + 1, "opens with them")

    def _nearest(self, earlier: Sequence[Mention], figure: Mention, word: int, rule: str) -> Part | None:
        """Of the nearest figure of the sentences shortly before that may hold it."""
        passage = self._passage
        at, _ = passage.words_of(figure)
        first, _ = passage.sentence_of(at)
        for whole in reversed(earlier):
            before, _ = passage.words_of(whole)
            if passage.paragraph[at] - passage.paragraph[before] > _LATELY and passage.sentence[before]:
                continue  # a headline may be far
            if before < first and self._may_be_whole(whole, figure):
                return self._made(figure, whole, word, rule)
        return None

    def _told_beside(self, earlier: Sequence[Mention], figure: Mention) -> Part | None:
        """أن 46% منهم نساء وأن 8,900 كانوا في المخيم: beside a share of them, what names no others."""
        passage = self._passage
        at, _ = passage.words_of(figure)
        if not earlier or figure.noun is not None or figure.kind is not Kind.CARDINAL:
            return None
        before = earlier[-1]
        whole = self._whole_of.get(before.start)
        same = passage.sentence[passage.words_of(before)[0]] == passage.sentence[at]
        if whole is None or not same or not is_ratio(before) or passage.words[at - 1] != "وان":
            return None
        return self._made(figure, whole, at - 1, "told beside a share", 0.75) if may_hold(whole, figure) else None

    def _divided(self, earlier: Sequence[Mention], figure: Mention) -> Part | None:
        """رجع 850 ألفا، توجه 312 ألفا منها إلى حلب و198 ألفا إلى حماة: a verb without "and" behind a comma."""
        passage = self._passage
        at, _ = passage.words_of(figure)
        if not earlier or figure.kind is not Kind.CARDINAL:
            return None
        before = earlier[-1]
        last = passage.words_of(before)[1]
        if passage.sentence[last] != passage.sentence[at]:
            return None
        whole = self._whole_of.get(before.start)
        if whole is not None and self._is_divided(before) and passage.words[at].startswith("و"):
            near = at - last <= _NEAR and not passage.is_apart(last, at)
            return self._made(figure, whole, at, "how they divide", 0.75) if near and may_hold(whole, figure) else None
        verb = passage.words[at - 1]
        opens = verb in word_lists(_WORDS)["divides"] and "،" in passage.gaps[at - 1]
        if not opens or not self._may_be_whole(before, figure):
            return None
        return self._made(figure, before, at - 1, "how they divide", 0.75)

    def _is_divided(self, figure: Mention) -> bool:
        at, _ = self._passage.words_of(figure)
        return self._passage.words[at - 1] in word_lists(_WORDS)["divides"]

    def _ranked(self, earlier: Sequence[Mention], figure: Mention) -> Part | None:
        """وجاءت قفصة في الصدارة بـ71 احتجاجا، تلتها القيروان (54): the places with the most of what was counted."""
        passage = self._passage
        at, _ = passage.words_of(figure)
        first, _ = passage.sentence_of(at)
        if figure.kind not in _COUNTS or is_ratio(figure):
            return None
        words = self._words(first, at, "ranks") or (self._words(first, at, "spreads") if self._is_by(at) else [])
        here = [one for one in earlier if passage.words_of(one)[0] >= first] if words else []
        if not words or any(
            passage.commas(passage.words_of(one)[1], passage.words_of(other)[0]) > _COMMAS
            for one, other in pairwise([*here, figure])
        ):
            return None
        whole = self._ranked_in.get(first)
        if whole is None:
            found = self._spread(here, figure, words[-1]) or (
                None if here else self._nearest(earlier, figure, words[0], "ranked")
            )
            if found is not None and self._is_divided_already(earlier, found):
                return None
            if found is not None:
                self._ranked_in[first] = found.whole
            return found
        told = sum(one.value or 0 for one in here if self._whole_of.get(one.start) is whole) + (figure.value or 0)
        held = may_hold(whole, figure) or may_hold_plain(whole, figure, self._units)
        if told > (whole.value or 0) or not held:
            return None
        return self._made(figure, whole, words[0], "ranked", 0.75)

    def _is_divided_already(self, earlier: Sequence[Mention], found: Part) -> bool:
        """107 ضحايا، قتل منهم 46: whether with other parts of its whole a part would be too many."""
        others = [one for one in earlier if self._whole_of.get(one.start) is found.whole and not is_ratio(one)]
        return sum(one.value or 0 for one in (*others, found.part)) > (found.whole.value or 0)

    def _is_by(self, at: int) -> bool:
        """بـ195 اعتداء, بواقع 14 عملية."""
        words = self._passage.words
        return words[at].startswith("ب") or words[at - 1] in {"ب", "بواقع", "بنحو"}

    def _spread(self, here: Sequence[Mention], figure: Mention, word: int) -> Part | None:
        """نفذوا 766 اعتداء، تركزت في المدينة بـ195 اعتداء: of the figure that the clause before tells."""
        before = here[-1] if here else None
        focused = self._words(word, word + 1, "focused")
        if before is None or not focused or self._passage.words_of(before)[1] > word:
            return None
        if before.start in self._whole_of or not self._may_be_whole_but_for_event(before, figure):
            return None
        return self._made(figure, before, word, "ranked", 0.75)

    def _fronted(self, earlier: Sequence[Mention], figure: Mention) -> Part | None:
        """من أصل 88 بئرا تعمل 21: of the whole that the sentence told before it."""
        passage = self._passage
        at, _ = passage.words_of(figure)
        if not earlier or figure.kind not in _COUNTS or is_ratio(figure):
            return None
        whole, lists = earlier[-1], word_lists(_WORDS)
        begin, last = passage.words_of(whole)
        if passage.sentence[last] != passage.sentence[at] or begin < 1:
            return None
        of = passage.words[max(begin - 2, 0)] in {"من", "ومن"} and passage.words[begin - 1] in lists["opens"]
        money = whole.kind is Kind.MONEY and begin - 1 == passage.sentence_of(at)[0]
        of = of or (money and passage.words[begin - 1] in {"من", "ومن"})  # من 864 مليونا لازمة تم تلقي 274
        taken = len(earlier) > 1 and self._whole_of.get(earlier[-2].start) is whole
        if not of or taken or not self._may_be_whole_but_for_event(whole, figure):
            return None
        return self._made(figure, whole, begin - 1, OUT_OF_BEFORE)

    def _may_be_whole_but_for_event(self, whole: Mention, part: Mention) -> bool:
        one, other = self._units.get(whole.start), self._units.get(part.start)
        smaller = (part.value or 0) < (whole.value or 0) and may_hold(whole, part)
        return smaller and not is_ratio(whole) and (not one or not other or one == other)

    def _included(self, earlier: Sequence[Mention], figure: Mention) -> Part | None:
        """يشمل هذا العدد 53 أسيرة و400 طفل."""
        passage, lists = self._passage, word_lists(_WORDS)
        at, _ = passage.words_of(figure)
        first, _ = passage.sentence_of(at)
        opens = passage.words[first : first + 3]
        says = len(opens) == _OPENS and opens[0] in lists["includes"] and opens[1] in lists["this"]
        if not says or opens[2] not in lists["sums"]:
            return None
        here = [one for one in earlier if passage.words_of(one)[0] > first]
        if here and not self._is_joined(at):
            return None
        for whole in reversed(earlier):
            before, _ = passage.words_of(whole)
            late = passage.paragraph[at] - passage.paragraph[before] > 1
            if before < first and not late and self._may_be_whole_but_for_event(whole, figure):
                return self._made(figure, whole, first, "this number includes")
        return None

    def _joined_to_part(self, earlier: Sequence[Mention], figure: Mention) -> Part | None:
        """1293 من الوفيات في الحوز و452 في تارودانت: a number alone, joined to a part of the same."""
        passage = self._passage
        at, _ = passage.words_of(figure)
        if not earlier or figure.noun is not None or figure.kind is not Kind.CARDINAL or is_ratio(figure):
            return None
        before = earlier[-1]
        whole, last = self._whole_of.get(before.start), passage.words_of(before)[1]
        near = passage.sentence[last] == passage.sentence[at] and at - last <= _NEAR + 3
        if whole is None or is_ratio(before) or not near or not passage.words[at].startswith("و"):
            return None
        told = [one for one in earlier if self._whole_of.get(one.start) is whole]
        total = sum(one.value or 0 for one in told) + (figure.value or 0)
        here, there = self._told.get(before.start), self._told.get(figure.start)
        same = here is None or there is None or here.event == there.event
        if not same or total > (whole.value or 0) or not may_hold(whole, figure):
            return None
        return self._made(figure, whole, at, "joined to a part", 0.75)
