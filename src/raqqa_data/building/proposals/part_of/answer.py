"""Part of what: "among them", and enumerations that add up to a number before them."""

from __future__ import annotations

from itertools import compress, pairwise
from typing import TYPE_CHECKING

from raqqa_data.building.proposals.part_of.antecedents import UNITS_OF_PEOPLE, Told, are_things, taken_up
from raqqa_data.building.proposals.part_of.enumerations import adding_up
from raqqa_data.building.proposals.part_of.later_parts import Dividing
from raqqa_data.building.proposals.part_of.named_wholes import of_named, of_those
from raqqa_data.building.proposals.part_of.part import Part, are_alike, is_ratio, may_hold, may_hold_plain
from raqqa_data.building.proposals.part_of.part_before_whole import is_from, out_of
from raqqa_data.building.proposals.words.affixes import stems
from raqqa_data.building.proposals.words.vocabulary import word_lists
from raqqa_data.building.proposals.words.word_cache import remembered
from raqqa_data.reading.mention import Kind, Mention
from raqqa_data.reading.text.folding import fold
from raqqa_data.records.estimate import Wording
from raqqa_data.units.table import find_unit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from raqqa_data.building.proposals.passage.passage import Passage
    from raqqa_data.building.proposals.what.event_words import Befallen

OUT_OF = "out of"
"""The rule of a part that stands right before its whole: six of nine."""
_WORDS = "wholes.toml"
_NEAR = 6
_BESIDE = 3
_LOOKED_AT = 20  # characters: a word
_REACH = 6  # figures that "of them" may reach back
_COUNTS = frozenset({Kind.CARDINAL, Kind.MONEY, Kind.MEASURE})
_THEIRS = ("ها", "هم", "هن")
_THOSE = frozenset({"هولاء", "هؤلاء", "اولئك", "تلك", "هذه"})


def wholes(passage: Passage, told: Mapping[int, Befallen], units: Mapping[int, str]) -> Iterator[Part]:
    """Which figure is part of which.

    Args:
        passage: The text.
        told: What befell those that figures count, by where these start.
        units: What they count.
    """
    parts: set[int] = set()
    made: list[Part] = []
    for found in (
        _among_them(passage, told, dict(units), parts),
        _named(passage, told, units, parts),
        _enumerated(passage, parts, told),
        adding_up(passage, parts, units),
    ):
        made += found
    yield from made
    yield from Dividing(passage, told, units, made).parts()


def _among_them(
    passage: Passage, told: Mapping[int, Befallen], units: dict[int, str], parts: set[int]
) -> Iterator[Part]:
    """86 قتيلا، بينهم 31 طفلا و4 نساء."""
    whole: Mention | None = None
    marker = -1
    figures = passage.figures
    for index, figure in enumerate(figures):
        at, _ = passage.words_of(figure)
        first, _ = passage.sentence_of(at)
        before = figures[index - 1] if index else None
        behind = first if before is None else max(first, passage.words_of(before)[1] + 1)
        if before is None or passage.words_of(before)[0] < first:
            whole = None
        found = None if is_ratio(figure) else _marker(passage, before, figure, behind)
        holds = None
        if found is not None:
            holds = taken_up(passage, figures[:index], figure, found, Told(told, units, parts))
        if found is not None and holds is not None:
            # a second "among them" within the parts speaks of the same whole where it fits no part
            if whole is None or whole is holds or marker < passage.words_of(holds)[0]:
                whole = holds
            marker = found
        elif whole is not None and (
            _has_own_event(told.get(figure.start), behind, at)
            or not _is_joined(passage, behind, at)
            or not _same_event(told.get(whole.start), told.get(figure.start))
        ):
            whole = None
        if (
            whole is not None
            and whole is not figure
            and (may_hold(whole, figure) or may_hold_plain(whole, figure, units))
            and _goes_on(passage, whole, figure, marker)
            and (
                are_alike(units.get(whole.start), units.get(figure.start))
                or are_things(units.get(whole.start), units.get(figure.start))
            )
        ):
            parts.add(index)
            units.setdefault(figure.start, units.get(whole.start, ""))
            yield Part(figure, whole, (passage.span(marker, marker),), "among them", 0.9)
        elif whole is not None and whole is not figure:
            whole = None
        if (
            index not in parts
            and (of := of_those(passage, figures[:index], figure, told, units, {figures[one].start for one in parts}))
            is not None
        ):
            parts.add(index)
            yield of
        out = out_of(passage, before, figure, units)
        if out is not None and before is not None and index - 1 not in parts and _may_be_of(figure, before):
            parts.add(index - 1)
            yield Part(before, figure, (passage.span(out, out),), OUT_OF, 0.85)


def _may_be_of(whole: Mention, part: Mention) -> bool:
    return may_hold(whole, part) or (is_ratio(part) and not is_ratio(whole))


def _marker(passage: Passage, before: Mention | None, figure: Mention, behind: int) -> int | None:
    """The word that says of a figure that it is some of others: before it, or right behind it."""
    at, last = passage.words_of(figure)
    _, end = passage.sentence_of(at)
    # "52 of them and 34" has "of them" of the 52
    taken = before is not None and behind + 1 < at and is_of_them(passage, behind)
    found = _among(passage, behind + taken, at)
    if found is None and last + 1 < end and is_of_them(passage, last + 1):
        return last + 1  # ثلاثة منهم
    if found is None and passage.words[last + 1 : last + 2] == ["من"] and passage.word_behind(last + 1) in _THOSE:
        return last + 2
    if found is None and at >= behind + 2 and passage.words[at - 2] in {"من", "ومن"}:
        those = passage.words[at - 1]
        if those in _THOSE or those in word_lists(_WORDS)["sums"]:
            return at - 1  # ومن هؤلاء 400، ومن المجموع 400
    # but 40 رجلا، من ضمنهم 6: of them are those who come
    beside = min(last + 3, end) if last + 1 < end and not passage.is_apart(last, last + 1) else last + 1
    whose = (word for word in range(at + 1, beside) if passage.words[word - 1] == "من")
    if found is None and (whom := next((word for word in whose if is_among(passage.words[word])), None)) is not None:
        return whom  # 201 من أصحابها
    return found


def _named(passage: Passage, told: Mapping[int, Befallen], units: Mapping[int, str], parts: set[int]) -> Iterator[Part]:
    """70 % منهم, ربع القتلى, خمسة من القتلى."""
    figures = passage.figures
    for index, figure in enumerate(figures):
        if index in parts:
            continue
        earlier = figures[max(0, index - _REACH) : index]
        found = None
        if is_ratio(figure):
            found = _share_of(passage, earlier, figure, units)
            earlier = [figures[one] for one in range(max(0, index - 2 * _REACH), index) if one not in parts]
        found = found or of_named(passage, earlier, figure, told)
        if found is not None:
            parts.add(index)
            yield found


def _share_of(passage: Passage, earlier: list[Mention], part: Mention, units: Mapping[int, str]) -> Part | None:
    """70 % منهم: of the nearest count before it, in its sentence or the one before."""
    at, last = passage.words_of(part)
    _, end = passage.sentence_of(at)
    word = last + 1
    if part.number is not None and part.number.start == part.start and passage.words[at].endswith(_THEIRS):
        word = at  # 260 شخصا، نصفهم من الأطفال
    elif word >= end or not is_of_them(passage, word):
        before = passage.figure_before(at)
        begin = passage.sentence_of(at)[0] if before is None else before + 1
        taken = before is not None and begin < at and is_of_them(passage, begin)
        among = _among(passage, max(passage.sentence_of(at)[0], at - _BESIDE, begin + taken), at)
        if among is None:
            return None
        word = among  # حصة النساء منها 10%
    for whole in reversed(earlier):
        before, _ = passage.words_of(whole)
        if passage.paragraph[before] != passage.paragraph[at] or passage.sentence[at] - passage.sentence[before] > 1:
            return None
        of_things = passage.words[word].endswith("هم") and units.get(whole.start, "") not in UNITS_OF_PEOPLE
        origin = "" if whole.noun is None else passage.words[passage.at(whole.noun.start)]
        # 207 شكاوى من 53 قرية، ثلثاها; 1687 شخصا من 58 جنسية، 20% منهم
        source = passage.words[before - 1] == "من" and (word == at or is_from(origin))
        paid = word == at and (whole.kind is Kind.MONEY or " / " in (whole.unit or ""))
        aside = _is_aside(passage, whole, before)
        if not is_ratio(whole) and whole.kind in _COUNTS and not (of_things or source or paid or aside):
            return Part(part, whole, (passage.span(word, word),), "a share of them", 0.85)
    return None


def _is_aside(passage: Passage, whole: Mention, at: int) -> bool:
    """صدر 68 ألف طن قيمتها 548 مليونا: whether a sum says what those are worth who are counted, or how far it is."""
    worth = word_lists(_WORDS)["worth"].intersection(passage.words[max(0, at - 2) : at])
    return bool(worth) or (whole.kind is Kind.MEASURE and find_unit(whole.unit or "").dimension == "length")


def _is_joined(passage: Passage, first: int, at: int) -> bool:
    """Whether "and" joins a figure to the one before it."""
    return any(word.startswith("و") for word in passage.words[max(first, at - 2) : at + 1])


def _has_own_event(told: Befallen | None, first: int, at: int) -> bool:
    """Whether an event word between two figures leaves the enumeration."""
    return told is not None and first <= told.first < at


def says_among(text: str) -> bool:
    """Whether words between a whole and its parts say that these are some of it, and maybe not all.

    Example:
        >>> says_among("قتيلا، من بينهم"), says_among("قتيلا. ومن بين القتلى"), says_among("قتيلا، وهم")
        (True, True, False)
    """
    words = fold(text).text.split()
    lists = word_lists(_WORDS)
    nearest = pairwise(words[-_BESIDE:])
    if any(last.removeprefix("و") in lists["amid"] and word.startswith("ال") for last, word in nearest):
        return True  # وقال إن بين القتلى أربعة أطفال
    return any(
        is_among(word) or (last in lists["from"] and word in lists["amid"]) for last, word in pairwise(["", *words])
    )


def says_all(text: str) -> bool:
    """Whether words between a whole and a part say that these are they.

    Example:
        >>> says_all("قتيلا، وهم"), says_all("قتيلا، قضى")
        (True, False)
    """
    return not word_lists(_WORDS)["they"].isdisjoint(fold(text).text.split())


def is_some_of(behind: str) -> bool:
    """Whether the first word behind a part says that it is some of others: five of them.

    Example:
        >>> is_some_of(" منها من الساحل"), is_some_of(" من الساحل")
        (True, False)
    """
    word = next(iter(fold(behind[:_LOOKED_AT]).text.split()), "")
    return is_among(word) and word.startswith("من")


def _among(passage: Passage, start: int, at: int) -> int | None:
    near = range(max(start, at - _NEAR), at)
    found = compress(near, map(is_among, passage.words[near.start : at]))
    return next((index for index in found if _is_of_what_was_counted(passage, index, at)), None)


def is_of_them(passage: Passage, index: int) -> bool:
    """Whether a word says of a figure right before it that it is some of others: three of them."""
    word = passage.words[index]
    return is_among(word) and word.startswith("من") and not passage.is_apart(index - 1, index)


def _is_of_what_was_counted(passage: Passage, index: int, at: int) -> bool:
    """Whether "of it" speaks of what was counted, not of a place: near it, left it, in it."""
    lists, word = word_lists(_WORDS), passage.words[index]
    before = passage.words[index - 1] if index else ""
    if before in lists["beside"] or (word == "منه" and index != at - 1):
        return False
    if word in lists["whose"]:
        return before.removeprefix("و") in {"من", "بين", "ضمن"}
    if any(form in lists["in_it"] for form in stems(word)):
        return before in lists["including"]
    return not (word.endswith(("منها", "منه")) and lists["from_it"].intersection(stems(before)))


@remembered
def is_among(word: str) -> bool:
    """Whether a folded word says that what follows is some of what was counted before.

    Example:
        >>> is_among("بينهم"), is_among("بين")
        (True, False)
    """
    return word in word_lists(_WORDS)["whose"] or any(form in word_lists(_WORDS)["among"] for form in stems(word))


def _goes_on(passage: Passage, whole: Mention, part: Mention, marker: int) -> bool:
    """Whether the enumeration has not been left: no verb of its own between, such as "and wounded"."""
    start, at = passage.words_of(whole)[1], passage.words_of(part)[0]
    begin = min(max(start, marker) + 1, at)
    between = passage.words[begin:at]
    # "and answered 118 accidents" is another clause
    joined = (word for word in range(begin, at) if passage.words[word].startswith("و") and "،" in passage.gaps[word])
    if not all(map(passage.in_mention, joined)) and not _is_next_named(passage, part):
        return False
    return passage.commas(start, at) <= _NEAR and word_lists(_WORDS)["leaves"].isdisjoint(between)


def _is_next_named(passage: Passage, part: Mention) -> bool:
    """منهم 198، والقوات الروسية 64: whether all that stands before a number alone is the next who is named."""
    at, _ = passage.words_of(part)
    begin = next((word for word in range(at, at - _BESIDE, -1) if passage.is_apart(word - 1, word)), at)
    named = passage.words[begin:at]
    definite = all(word.startswith(("وال", "ال")) for word in named)
    return part.noun is None and (len(named) == 1 or (bool(named) and definite))


def _enumerated(passage: Passage, told: set[int], befallen: Mapping[int, Befallen]) -> Iterator[Part]:
    """181: 124 و7 و50."""
    figures = passage.figures
    for index, whole in enumerate(figures):
        if whole.estimate is None or whole.estimate.wording is not Wording.EXACT or whole.value is None:
            continue
        total: float = 0
        for end in range(index + 1, len(figures)):
            part = figures[end]
            if end in told:
                continue  # of another part
            harmed = _are_harmed(passage, whole, part)
            if part.value is None or not (harmed or _continues(passage, whole, part)) or not may_hold(whole, part):
                break
            if not _same_event(befallen.get(whole.start), befallen.get(part.start)) and not harmed:
                break
            if end == index + 1 and _is_coordinated(passage, whole, part):
                break  # 106 على يد النظام، و58
            total += part.value
            if total == whole.value and end > index + 1:
                parts = [other for other in range(index + 1, end + 1) if other not in told]
                told.update(parts)
                for other in parts:
                    yield Part(figures[other], whole, (), "adds up", 0.8)
                break
            if total > whole.value:
                break


def _are_harmed(passage: Passage, whole: Mention, part: Mention) -> bool:
    """20 ضحية: قتل 8 وجرح 12."""
    noun = "" if whole.noun is None else passage.words[passage.at(whole.noun.start)]
    if noun not in word_lists(_WORDS)["harmed"]:
        return False
    return passage.sentence[passage.words_of(whole)[0]] == passage.sentence[passage.words_of(part)[0]]


def _is_coordinated(passage: Passage, whole: Mention, part: Mention) -> bool:
    """Whether a figure goes on with the one before it, and is none of its parts."""
    at, _ = passage.words_of(part)
    return passage.words[at].startswith("و") and ":" not in "".join(passage.gaps[passage.words_of(whole)[1] + 1 : at])


def _continues(passage: Passage, whole: Mention, part: Mention) -> bool:
    """Whether a figure stands in the sentence of another, or begins a line of the list that it opens."""
    one, other = passage.words_of(whole)[0], passage.words_of(part)[0]
    if passage.sentence[one] == passage.sentence[other]:
        return _goes_on(passage, whole, part, -1)
    _, end = passage.sentence_of(one)
    begins, _ = passage.sentence_of(other)
    return end - 1 in passage.colons and other - begins <= 1


def _same_event(whole: Befallen | None, part: Befallen | None) -> bool:
    if whole is None or part is None:
        return True
    one, other = whole.what.unit, part.what.unit
    return whole.event == part.event and (one == other or are_things(one, other))
