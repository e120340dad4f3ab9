"""The words of a passage that tell what happened to people or to things."""

from __future__ import annotations

import re
from itertools import compress
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

import attrs

from raqqa_data.building.proposals.what.lookalike_words import is_no_event, is_verbal_noun
from raqqa_data.building.proposals.what.verbs_with_complement import complemented
from raqqa_data.building.proposals.words.affixes import bare, stems
from raqqa_data.building.proposals.words.events_and_things import Counted, Event, counted, event_of, listed
from raqqa_data.building.proposals.words.transliteration import UNNAMED
from raqqa_data.building.proposals.words.vocabulary import word_lists
from raqqa_data.building.proposals.words.word_cache import remembered
from raqqa_data.reading.mention import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from raqqa_data.building.proposals.passage.passage import Passage
    from raqqa_data.building.proposals.words.name_matching import Found
    from raqqa_data.reading.mention import Mention

_FIRST = attrgetter("first")
_PEOPLE_WHO = re.compile("^[وفبك]?(?:ال|لل).+[يو]ن$")
_WORDS = "clauses.toml"
_PARTS = "wholes.toml"
_THREATS = 4  # words before what is threatened
_KEPT = 8  # words before what somebody is kept from
_SUBJECT = 5  # words from a verb to what is asked for, refused or stayed
_NEAR = 4  # words from "but" to how many
_DENIED = 12  # words before a figure that is denied
_OCCUR = frozenset({"incident", "explosion"})
_DONE = frozenset({"carried_out", "cases"})
_MOVES = frozenset({"arrived", "entered"})
_FIXED = frozenset(
    (
        *("village", "town", "city", "neighborhood", "site", "displacement_camp", "facility", "school", "university"),
        *("hospital", "clinic", "mosque", "church", "shop", "bakery", "market", "bridge", "road", "well", "tunnel"),
        *("building", "house", "home", "apartment", "checkpoint"),
    )
)
_SETTLED = frozenset(
    {"village", "town", "city", "neighborhood", "region", "displacement_camp", "well", "road", "bridge"}
)
_TO_GOODS = frozenset({"stolen", "sold", "produced", "planted", "consumed"})
_TO_BUILDINGS = frozenset({"destroyed", "damaged", "burned", "repaired", "rebuilt", "built", "out_of_service", "sunk"})
_HAPPENINGS = frozenset({"incidents", "security_incidents", "accidents", "violations", "protests", "complaints"})
_MOVED = frozenset({"explosive_item", "landmine", "shell", "rocket", "drone", "weapon", "vehicle"})
OF_PEOPLE = frozenset({"people", "families", "households"})


class Hit(NamedTuple):
    """An event word in a text; one word may name what happens to people and what happens to things."""

    first: int
    last: int
    events: tuple[Event, ...]
    begins: bool
    """Whether it begins a clause of its own: "and wounded"."""
    purpose: bool = False
    """Whether it says to what end, not what happened: للتوزيع."""


@attrs.frozen
class Befallen:
    """What happened to whom or to what.

    Attributes:
        event: The event; None for a thing that is itself what happened.
        others: What the same word may be for other things.
        what: Whom or what it happened to.
        first: The first word that says so.
        last: The last word that says so.
        strength: How sure that is.
    """

    event: Event | None
    others: tuple[Event, ...]
    what: Counted
    first: int
    last: int
    strength: float


def hits_of(passage: Passage) -> list[Hit]:
    """The event words of a passage, in order."""
    return _with_complements(passage, [*_found(passage)])


def _with_complements(passage: Passage, hits: list[Hit]) -> list[Hit]:
    """The event words, those of which another word of the clause says more as it says: lost their lives."""
    found = complemented(passage, [(hit.first, hit.events) for hit in hits])
    more = [one for one in found if not is_no_event(passage, one.first, one.last)]
    if not more:
        return hits
    taken = {word for one in more for word in range(one.first, one.last + 1)}
    kept = [hit for hit in hits if hit.first not in taken]
    return sorted([*kept, *(Hit(*one) for one in more)], key=_FIRST)


def _is_indeed(passage: Passage, index: int) -> bool:
    """فقد وصلت: whether what may be "lost" stands before a verb, and so is none."""
    if index + 1 == len(passage.words) or passage.in_mention(index + 1):
        return False
    return not passage.words[index + 1].startswith(("ال", "في", "من", "نحو"))


def _is_threatened(words: Sequence[str], index: int, clitic: str) -> bool:
    """هدد بقتل 3: whether it is what somebody threatens, or sentences to."""
    executed = words[index] in {"بالاعدام", "الاعدام", "اعدام"}
    if not executed and not clitic.endswith("ب"):
        return False
    lists, before = word_lists(_WORDS), words[max(0, index - _THREATS) : index]
    if executed:
        done = any(not lists["executes"].isdisjoint(stems(word)) for word in before)
        return not done and any(not lists["sentences"].isdisjoint(stems(word)) for word in before)
    return any(not lists["threats"].isdisjoint(stems(word)) for word in before)


def _is_feared(words: Sequence[str], index: int) -> bool:
    """على حافة الانهيار, مخاوف من إغلاق: whether it is what may yet happen."""
    before = next((word for word in words[max(0, index - 2) : index][::-1] if word not in {"من", "اي"}), "")
    return not word_lists(_WORDS)["feared"].isdisjoint(stems(before))


def _is_ruled(words: Sequence[str], index: int) -> bool:
    """قضت المحكمة بسجن 6: whether it is what a court ruled, and nobody died."""
    lists = word_lists(_WORDS)
    rules = words[index].removeprefix("و") in lists["rules"]
    return rules and not lists["courts"].isdisjoint(words[max(0, index - 2) : index + 4])


def _is_of_a_name(words: Sequence[str], index: int) -> bool:
    """في بني وليد, مخيم عين الحلوة: whether it is where something was, or who."""
    lists = word_lists(_WORDS)
    if words[index] not in lists["also_names"] or not index:
        return False
    return not lists["before_names"].isdisjoint(map(bare, stems(words[index - 1])))


def _includes_a_count(words: Sequence[str], index: int) -> bool:
    """يشمل هذا العدد: whether a number includes others, and nobody is given anything."""
    lists = word_lists(_PARTS)
    if words[index] not in lists["includes"] or index + 2 >= len(words):
        return False
    return words[index + 1] in lists["this"] and words[index + 2] in lists["sums"]


def _is_prevented(words: Sequence[str], index: int) -> bool:
    """منعت 60 شخصا من السفر: whether it is what somebody is kept from."""
    if words[index - 1] != "من":
        return False
    prevents = word_lists(_WORDS)["prevents"]
    return any(not prevents.isdisjoint(stems(word)) for word in words[max(0, index - _KEPT) : index])


def is_denied(passage: Passage, figure: Mention) -> bool:
    """نفت الوزارة مقتل 10, لا صحة لمقتل 50: whether somebody says that what a figure counts is not so."""
    words, lists, (at, _) = passage.words, word_lists(_WORDS), passage.words_of(figure)
    if figure.kind is not Kind.CARDINAL:
        return False
    joined = False  # نفت الوزارة مقتل 10 وإصابة 5
    for index in range(at - 1, max(passage.clauses.of(at)[0], at - _DENIED) - 1, -1):
        forms = stems(words[index])
        if not lists["apart"].isdisjoint(forms):
            return False
        untrue = not lists["true"].isdisjoint(forms) and words[index - 1] in lists["not"] | {"عدم"}
        if untrue or not lists["denies"].isdisjoint(forms):
            return lists["blame"].isdisjoint(form for word in words[index:at] for form in (bare(word), *stems(word)))
        goes_on = words[index].startswith("و") and words[index] not in lists["with_waw"]
        told = _is_of_doing(words[index]) or not lists["befalls"].isdisjoint(forms)
        if goes_on and not (told or words[index].startswith("وال")):
            return False
        if passage.in_mention(index) and passage.next_figure(index - 1, index + 1) == index and not joined:
            return False
        joined = joined or goes_on
    return False


def _but_these(passage: Passage, index: int) -> bool:
    """لم تدخل سوى 40 شاحنة: whether behind "not" it happened to so many only."""
    behind = range(index + 1, min(index + _DENIED, passage.sentence_of(index)[1]))
    excepts = (at for at in behind if passage.words[at] in word_lists(_WORDS)["except"])
    return any(passage.next_figure(at, at + _NEAR) < at + _NEAR for at in excepts)


def _fails(words: Sequence[str], index: int) -> bool:
    """لم يسفر عن, لم نستطع: whether a verb says that what is told behind it did not come about."""
    lists = word_lists(_WORDS)
    return words[index] in lists["fails"] and words[index - 1].lstrip("وف") in lists["not"]


@remembered
def _is_of_doing(word: str) -> bool:
    """Whether a folded word is a noun of what is done: دخول, بالإفراج."""
    return any(is_verbal_noun(bare(form)) or bare(form) in word_lists(_WORDS)["deeds"] for form in stems(word))


def _is_not_done(passage: Passage, index: int) -> bool:
    """رفضت السلطات دخول 90, طلبت النيابة إعدام 3, لم يصل 40: whether it is what did not happen, or may yet."""
    words, lists = passage.words, word_lists(_WORDS)
    if words[index - 1] in {"لم", "لن", "لا", "ولم", "ولن", "ولا"} and index > passage.sentence_of(index)[0]:
        return not _but_these(passage, index)
    befalls = not lists["befalls"].isdisjoint(stems(words[index]))
    if not befalls and not _is_of_doing(words[index]):
        return False
    for at in range(index - 1, max(passage.sentence_of(index)[0], index - _SUBJECT) - 1, -1):
        forms = stems(words[at])
        if passage.is_apart(at, at + 1) or passage.in_mention(at) or not lists["apart"].isdisjoint(forms):
            return False
        if _fails(words, at):
            return True
        asked = not lists["asks"].isdisjoint(forms)
        asked = asked or (not lists["asks_of"].isdisjoint(forms) and words[at + 1].startswith("ال"))
        stayed = not (lists["stays"] | lists["prevents"]).isdisjoint(forms)
        if not befalls and (stayed or (asked and not _is_made(words[index]))):
            return True
    return False


def _is_made(word: str) -> bool:
    return not word_lists(_WORDS)["made"].isdisjoint(stems(word))


def _is_again(passage: Passage, found: Found[tuple[Event, ...]]) -> bool:
    """أعيد انتخاب 4: whether something is done again, and nobody returns."""
    words, lists = passage.words, word_lists(_WORDS)
    if lists["again"].isdisjoint(stems(words[found.first])) or found.last + 1 >= len(words):
        return False
    return words[found.last + 1] in lists["done_again"]


def _is_something_else(passage: Passage, found: Found[tuple[Event, ...]]) -> bool:
    """Whether a word that may tell what happened says another thing, or what did not or may yet."""
    words, index = passage.words, found.first
    if _has_other_senses(words[index]) and (
        _includes_a_count(words, index)
        or _is_ruled(words, index)
        or _is_of_a_name(words, index)
        or _is_again(passage, found)
    ):
        return True
    if _is_threatened(words, index, found.clitic) or _is_prevented(words, index) or _is_feared(words, index):
        return True
    return _is_not_done(passage, index)


@remembered
def _has_other_senses(word: str) -> bool:
    """Whether a word for an event is also one of including, of ruling, of doing again, or of a name."""
    lists, included = word_lists(_WORDS), word_lists(_PARTS)["includes"]
    again = not lists["again"].isdisjoint(stems(word))
    return again or word in included or word in lists["also_names"] or word.removeprefix("و") in lists["rules"]


def _found(passage: Passage) -> Iterator[Hit]:
    words, events = passage.words, listed().words
    nouns = [*map(event_of, words)]
    dated = {word for date in passage.dates for word in range(passage.words_of(date)[0], passage.words_of(date)[1] + 1)}
    found_in = events.found_in(words)
    plain = [*map(bare, words)]
    for index in events.begun(plain):
        if index not in found_in and (found := events.at(plain, index)) is not None:
            found_in[index] = found
    done = -1
    for index in sorted({*found_in, *compress(range(len(words)), nouns)}):
        if index <= done or index in dated:  # الشهر القادم
            continue
        found = found_in.get(index)
        if found is not None and not (words[index] == "فقد" and _is_indeed(passage, index)):
            clitic = found.clitic
            if _is_something_else(passage, found) or is_no_event(passage, found.first, found.last):
                continue
            begins = clitic[:1] in {"و", "ف"}
            yield Hit(found.first, found.last, found.value, begins, clitic.endswith("ل"))
            done = found.last
        elif (noun := nouns[index]) is not None and not is_no_event(passage, index, index):
            yield Hit(index, index, (noun,), begins=False)


def fits(event: Event, what: Counted) -> bool:
    """Whether something happens to people, or to such things."""
    if event.of_people or what.id in OF_PEOPLE:
        # قافلة قوامها 174 عائلة: no work of families
        return event.of_people is (what.id in OF_PEOPLE) and not (event.id == "employed" and what.id != "people")
    if (event.id in _MOVES and what.unit in _FIXED) or (event.id == "opened" and what.unit in _MOVED):
        return False  # وصل 12 مركزا إلى طاقته القصوى, أطلقت 40 قنبلة
    if (event.id in _TO_GOODS and what.unit in _SETTLED) or (event.id in _TO_BUILDINGS and what.id in _HAPPENINGS):
        return False  # سرقت أسلاك 14 قرية, 84 حادثة انهيار
    listed_thing = what.name.en != UNNAMED
    if event.id in _DONE and listed_thing:
        # 5 schools are not carried out, a fire is not recorded, and accidents did not occur but are what happened
        return event.id != "cases" and what.happens and what.unit not in _OCCUR
    return True


def is_of_people(passage: Passage, event: Event, hit: Hit) -> bool:
    """أوصلت إلى المتضررين 2600 خيمة: whether a word that else may be of things is in the plural of people."""
    word = passage.words[hit.first]
    return not event.of_people and hit.first == hit.last and bool(_PEOPLE_WHO.search(word))


def described(passage: Passage, hit: Hit) -> Counted | None:
    """المستشفيات العاملة: what a word with an article tells of, right behind the noun; None where it stands alone."""
    words = passage.words
    if not words[hit.first].startswith("ال") or not hit.first or passage.is_apart(hit.first - 1, hit.first):
        return None
    noun = next((form for form in stems(words[hit.first - 1]) if form.startswith("ال")), None)
    return None if noun is None else counted([bare(noun)], by_noun=True)


def itself(what: Counted | None, noun: int | None) -> Befallen | None:
    """48 حادثا: what is counted is what happened."""
    if what is None or noun is None or not what.happens:
        return None
    return Befallen(None, (), what, noun, noun, 0.9)


def same(before: Befallen, what: Counted | None) -> Befallen | None:
    """What befell those of the figure before, of what another one counts."""
    if before.event is None:
        return None if what is not None else attrs.evolve(before, strength=0.8)
    told = what or before.what
    event = next((one for one in (before.event, *before.others) if fits(one, told)), None)
    return None if event is None else attrs.evolve(before, event=event, what=told, strength=0.8)
