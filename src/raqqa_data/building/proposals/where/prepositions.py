"""How the words before a place lead it in: within it, towards it, out of it, or beside who speaks."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING

from raqqa_data.building.proposals.words.place_words import (
    again_word,
    clitic_of,
    country_of,
    is_listed,
    kind_word,
    lists_of,
    place_words,
)

if TYPE_CHECKING:
    from raqqa_data.building.proposals.passage.passage import Passage
    from raqqa_data.building.proposals.words.name_matching import Found
    from raqqa_data.records.place import Place

_FAR = 4  # words behind a preposition, or before the end of a heading
_PARTS = 2  # words between "in" and "of"
_OPENS = 1  # words before the end of a name that opens a paragraph
_GATES = frozenset({"crossing", "port", "airport"})


class Lead(enum.IntEnum):
    """How a place is led in, from the weakest."""

    APART = 0
    BESIDE = 1
    HEAD = 2
    PLAIN = 3
    FROM = 4
    TOWARDS = 5
    WITHIN = 6


class Leads:
    """What leads in the places of a passage.

    Args:
        passage: The text.
        named: The words of agents' names.
        speaking: The words that say who speaks.
    """

    def __init__(self, passage: Passage, named: frozenset[int], speaking: frozenset[int]) -> None:
        self._passage = passage
        self._listed = passage.standing(lists_of)
        self._named = named
        self._speaking = speaking

    def of(self, index: int, clitic: str = "") -> Lead:
        """How the place that begins at a word is led in."""
        if index in self._speaking and not self._is_led_in(index):
            # "at a meeting in Aleppo" tells of no place of theirs
            return Lead.APART if index > 1 and self._passage.words[index - 2] in place_words()["talks"] else Lead.BESIDE
        passage = self._passage
        if self._is_on_a_way(index) or (not clitic and self._is_example(index)):
            return Lead.APART
        if written := clitic[-1:].strip("و") or clitic_of(passage.words[index]):
            if written == "ب":
                office = self._listed.any("offices", max(index - _FAR, 0), index)
                beside = office and self.is_of_body(index - 1) and not passage.is_apart(index - 1, index)
                return Lead.APART if self._is_of_talk(index) else Lead.BESIDE if beside else Lead.WITHIN
            # "the director of health of the province", but "the suburb of Beirut"
            return Lead.PLAIN if kind_word(passage.words[index]) or again_word(passage.words[index]) else Lead.APART
        first, _ = passage.sentence_of(index)
        for before in range(index - 1, max(first, index - _FAR) - 1, -1):
            if passage.is_apart(before, index):
                break
            lead = self._led_by(before, index)
            if lead is not None:
                return lead
            if not (is_listed(passage.words[before], "sides") or kind_word(passage.words[before])):
                break
        return Lead.TOWARDS if kind_word(passage.words[index]) else Lead.PLAIN

    def _is_led_in(self, index: int) -> bool:
        """أما في سبها فاشتكى مواطنون: whether what stands where who speaks would stand begins with "in"."""
        return index - 1 in self._speaking and self._passage.words[index - 1] == "في"

    def _is_of_talk(self, index: int) -> bool:
        """خلال جولة في غابات برقش بمحافظة عجلون: whether somebody who speaks only visits what a place is around."""
        passage, words = self._passage, self._passage.words
        for before in range(index - 1, max(index - 1 - _FAR, 0), -1):
            if passage.is_apart(before, before + 1) or passage.in_mention(before):
                return False
            if words[before] in place_words()["talks"]:
                return before + 1 == index or words[before + 1] in {"في", "الي"}
        return False

    def _is_on_a_way(self, index: int) -> bool:
        """Whether somebody is on the way there, or visits it: متجهة من دمشق إلى حلب, زيارة بيروت."""
        words, listed = self._passage.words, place_words()
        to = index > 1 and words[index - 1] == "الي"  # زيارته إلى بغداد
        if index and is_listed(words[index - 1 - to], "talks") and not self._passage.is_apart(index - 1, index):
            return True
        first, _ = self._passage.sentence_of(index)
        return not listed["ways"].isdisjoint(words[max(first, index - _FAR) : index])

    def _is_example(self, index: int) -> bool:
        """في عاصمة ولاية سنار, في 14 ولاية بينها سنار: whether a name only says which one, or one of some."""
        words, before = self._passage.words, self._passage.words[index - 1] if index else ""
        if clitic_of(words[index]):
            return False
        return is_listed(before, "examples") or (kind_word(before) == "عاصمه" and kind_word(words[index]) is not None)

    def _led_by(self, before: int, index: int) -> Lead | None:
        """How a word leads in a place behind it; None where it does not."""
        words, listed = self._passage.words, place_words()
        word = words[before]
        form = word[1:] if word[:1] in {"و", "ف"} else word
        if not listed["within"].isdisjoint((word, form)) or word == "ب":
            of_country = before > 1 and country_of(words[before - 1]) is not None  # القنصل السوداني في أسوان
            office = of_country and is_listed(words[before - 2], "offices")
            if (office or self.is_of_body(before - 1 - of_country)) and not self._passage.is_apart(before - 1, before):
                return Lead.WITHIN if self._is_doing(before - 1) else Lead.BESIDE
            return Lead.APART if before and words[before - 1] in listed["talks"] else Lead.WITHIN
        if not listed["towards"].isdisjoint((word, form)):
            through = listed.kinds.get(kind_word(words[index]) or "") in _GATES
            inside = form == "من" and self._is_part_within(before)
            return Lead.WITHIN if inside else Lead.FROM if form == "من" and not through else Lead.TOWARDS
        if form in listed["beyond"]:
            return Lead.APART
        if is_listed(word, "bodies"):
            return Lead.BESIDE
        is_kind = is_listed(word, "sides") or kind_word(word) is not None
        within = clitic_of(word) == "ب" if is_kind else before == index - 1 and self._is_of_noun_within(before)
        return Lead.WITHIN if within else None

    def _is_part_within(self, word: int) -> bool:
        """في مناطق متفرقة من سوريا: whether "of" stands behind parts of a place within which something is."""
        words, listed = self._passage.words, place_words()
        for part in range(word - 1, max(word - 1 - _PARTS, 0), -1):
            if is_listed(words[part], "areas"):
                return words[part][0] == "ب" or words[part - 1].removeprefix("و") in listed["within"]
        return False

    def _is_of_noun_within(self, noun: int) -> bool:
        """في معاصر سلفيت, في صومعة القنايات: whether "in" stands before a noun of which a place is."""
        passage = self._passage
        word = passage.words[noun]
        led = noun > 0 and passage.words[noun - 1].removeprefix("و") == "في" and not passage.is_apart(noun - 1, noun)
        of_it = passage.words[noun + 1][0] != "و" and kind_word(passage.words[noun + 1]) is None
        plain = not (word.startswith("ال") or passage.in_mention(noun) or self.is_of_body(noun))
        return led and of_it and plain and not any(is_listed(word, key) for key in ("talks", "beyond", "towards"))

    def is_of_two_headings(self, index: int) -> bool:
        """غازي عنتاب/حلب - : whether a name is one of two at the head of a report, of which neither is where."""
        gaps = self._passage.gaps
        first, _ = self._passage.sentence_of(index)
        slashed = "/" in gaps[index] or (index + 1 < len(gaps) and "/" in gaps[index + 1])
        return slashed and index - first < _FAR

    def is_passed_through(self, found: Found[Place]) -> bool:
        """ضخ الغاز عبر تركيا: whether something only comes through a country; "across Morocco" is all over it."""
        passage, begin = self._passage, found.first - 1
        if found.value.kind != "country" or begin < 0 or passage.words[begin].removeprefix("و") != "عبر":
            return False
        return self._listed.any("passing", max(passage.sentence_of(begin)[0], begin - _FAR), begin)

    def is_of_a_road(self, first: int, last: int) -> bool:
        """طريق بيروت - دمشق: whether a name is one of two between which a road goes."""
        passage = self._passage
        begins, _ = passage.sentence_of(first)
        behind = passage.gaps[last + 1] if last + 1 < len(passage.gaps) else ""
        on_it = self._listed.any("roads", max(begins, first - _FAR), first)
        return on_it and ("-" in behind or "-" in passage.gaps[first] or passage.word_behind(last) == "الي")

    def is_of_body(self, word: int) -> bool:
        """Whether a word is of a body's name, or says who speaks: the ministry of health, in Gaza."""
        return word in self._named or word in self._speaking

    def _is_doing(self, word: int) -> bool:
        """وزعت منظمة كذا في كسلا: whether a sentence opens with what a body does, and says nothing."""
        passage = self._passage
        first, _ = passage.sentence_of(word)
        begin, _ = passage.clauses.of(word)
        if self._is_who_struck(word, first):
            return True
        named = begin + 1 in self._named and word in self._named and not self._speaking.intersection((begin + 1, word))
        return named and begin >= first and is_listed(passage.words[begin], "does")

    def _is_who_struck(self, word: int, first: int) -> bool:
        """بغارات التحالف في الرقة, برصاص الجيش في جنين: whether a body is only told as who struck."""
        begin = word
        while begin > first and begin in self._named and begin not in self._speaking:
            begin -= 1
        return begin < word and is_listed(self._passage.words[begin], "strikes")

    def is_of_speaker(self, word: int) -> bool:
        """Whether a word says who speaks."""
        return word in self._speaking

    def is_of_saying(self, last: int) -> bool:
        """Whether it is where somebody said so: "said in Aleppo that"."""
        after = last + 1
        return after < len(self._passage.words) and self._passage.words[after] in place_words()["that"]

    def is_heading(self, last: int) -> bool:
        """Whether a name stands at the head of a line: دمشق - , حلب (سانا), القاهرة رويترز: ."""
        passage = self._passage
        if last + 1 >= len(passage.words):
            return False
        first, end = passage.sentence_of(last)
        dated = passage.dates_from(last + 1, last + 2)  # طرابلس 18 مارس 2024 -
        after = passage.words_of(dated[0])[1] + 1 if dated and first == passage.paragraph_of(first) else last + 1
        if after >= len(passage.words):
            return False
        gap = passage.gaps[after]
        if last - first < _FAR and any(mark in gap for mark in ("-", ":", "(", "،")):
            return True
        opens = first == 0 or passage.paragraph[first] != passage.paragraph[first - 1]
        return (
            opens and last - first <= _OPENS and any(last < colon < min(end, last + _FAR) for colon in passage.colons)
        )
