"""What the words behind a number name: people, a thing that is counted, or a thing that is measured."""

from __future__ import annotations

import functools
import tomllib
from typing import TYPE_CHECKING, Any

import attrs

from raqqa_data.building.counted_nouns import kind_named
from raqqa_data.building.proposals.words.affixes import bare, stems
from raqqa_data.building.proposals.words.name_matching import Names
from raqqa_data.building.proposals.words.vocabulary import vocabulary
from raqqa_data.building.proposals.words.word_cache import remembered
from raqqa_data.reading.text.folding import fold_word
from raqqa_data.records.indicator import Additivity, Indicator
from raqqa_data.records.subgroup import Subgroup
from raqqa_data.texts import Name
from raqqa_data.units.table import UNITS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_FAR = 5  # words behind a number
_DUAL = ("تان", "تين", "ان", "لين")
_ENDINGS = ("", "ا", "ين", "ون", "ان", "ات", "تين", "تان")
_NO_VERB = (*"ةاىيوهن", "ات")
_SHORT = 3  # letters of a word that takes no pronoun here


@attrs.frozen(eq=False)
class Event:
    """Something that happens to what is counted.

    Attributes:
        id: Its code, which the indicator is named by.
        name: As an indicator's name where it happens to people, else what is done.
        of_people: Whether it happens to people.
        additivity: How its figures add.
        outdone_by: The events that a noun of this one gives way to: of the displaced, some returned.
    """

    id: str
    name: Name
    of_people: bool
    additivity: str
    outdone_by: frozenset[str]


@attrs.frozen
class Counted:
    """What a number counts or measures.

    Attributes:
        id: Its code: "people", "schools", "rubble".
        name: Its plural, in both languages.
        unit: The counted kind's unit; None for what is measured.
        subgroup: Whom a noun of people tells apart.
        happens: Whether it is itself what happened: an attack, a fire.
        goods: Whether it is grown, made or sold, so that a crop or a price is of it.
    """

    id: str
    name: Name
    unit: str | None
    subgroup: Subgroup | None = None
    happens: bool = False
    goods: bool = False


PEOPLE = Counted("people", Name(en="People", ar="الأشخاص"), "person")


@attrs.frozen
class Vocabulary:
    """The lists of events, groups and things."""

    events: dict[str, Event]
    words: Names[tuple[Event, ...]]
    nouns: dict[str, Event]
    groups: dict[str, Subgroup]
    people: frozenset[str]
    things: Names[Counted]
    lasting: dict[str, Indicator]
    there: dict[str, Event]


@functools.cache
def listed() -> Vocabulary:
    """The lists, read once."""
    raw = tomllib.loads(vocabulary("events.toml"))
    events = {own: _event(own, row) for own, row in raw.items()}
    said: dict[str, list[Event]] = {}
    for own, row in raw.items():
        for word in with_whose(forms(conjugated(row["words"]))):
            said.setdefault(word, []).append(events[own])
    nouns = {fold_word(noun): events[own] for own, row in raw.items() for noun in row.get("nouns", ())}
    people = tomllib.loads(vocabulary("groups.toml"))
    groups = {fold_word(word): Subgroup(row["codes"]) for row in reversed(people["group"]) for word in row["words"]}
    things = tomllib.loads(vocabulary("things.toml"))
    spans = tomllib.loads(vocabulary("spans.toml"))
    return Vocabulary(
        events=events,
        words=Names((word, tuple(several)) for word, several in said.items()),
        nouns=nouns,
        groups=groups,
        people=frozenset(fold_word(word) for word in people["people"]["words"])
        | {
            f"{fold_word(one)}{ending}"
            for one in (*people["people"]["nationalities"], *people["people"]["regular"])
            for ending in _ENDINGS
        },
        things=Names(
            ((word, _thing(own, row)) for own, row in things.items() for word in _with_duals(row["words"])),
            articles=False,
        ),
        lasting={fold_word(word): _length_of(own, several[0]) for own, several in spans.items() for word in several},
        there={
            f"{fold_word(one)}{ending}": events[own]
            for own, several in people["there"].items()
            for one in several
            for ending in _ENDINGS
        },
    )


def _length_of(own: str, word: str) -> Indicator:
    name = Name(en=f"Length of the {own}", ar=f"مدة ال{word}")
    return Indicator(f"{own}_duration", name=name, unit="day", additivity=Additivity.NON_ADDITIVE)


def what_befell(event: Event, called: Name) -> Name:
    """The name of an indicator of a thing and what happened to it."""
    return Name(en=f"{called.en} {event.name.en}", ar=f"{event.name.ar} {called.ar}")


def conjugated(words: Iterable[str]) -> Iterator[str]:
    """Words, each also in the plural of a verb, and of what is to come: عالجوا, سيعالج.

    Example:
        >>> sorted(conjugated(["عالج", "يعالج"]))
        ['سيعالج', 'عالج', 'عالجوا', 'يعالج', 'يعالجوا']
    """
    for word in words:
        yield word
        if " " not in word and len(word) >= _SHORT and not word.startswith("ال"):
            if not word.endswith(_NO_VERB):
                yield f"{word}وا"
            if word.startswith(("ي", "ت")):
                yield f"س{word}"


def forms(words: Iterable[str]) -> frozenset[str]:
    """Words and phrases, folded, each also with an article before it.

    Example:
        >>> sorted(forms(["حريق", "التهم"]))
        ['التهم', 'الحريق', 'حريق']
    """
    folded = frozenset(map(fold_word, words))
    return folded | {f"ال{word}" for word in folded if not word.startswith("ال")}


def with_whose(folded: Iterable[str]) -> frozenset[str]:
    """Folded words, each also with a pronoun behind it: تزويدها, إصابتهم.

    Example:
        >>> sorted(with_whose(["اصابه", "قتل", "سوء تغذيه"]))
        ['اصابتها', 'اصابتهم', 'اصابه', 'سوء تغذيه', 'قتل']
    """
    words = frozenset(folded)
    nouns = (word for word in words if len(word) > _SHORT and " " not in word and not word.startswith("ال"))
    stems = (f"{word[:-1]}ت" if word.endswith("ه") else word for word in nouns)
    return words | {f"{stem}{whose}" for stem in stems for whose in ("ها", "هم")}


def counted(words: Sequence[str], *, by_noun: bool) -> Counted | None:
    """What folded words behind a number name; None where they name nothing known.

    Args:
        words: The words from the counted noun on, to the end of its clause.
        by_noun: Whether the first is the counted noun itself, not a word behind a unit.
    """
    lists = listed()
    plain = [*map(bare, words[:_FAR])]
    skip = 1 if plain[:1] == ["من"] else 0
    plain = plain[skip:]
    if not plain:
        return None
    noun = plain[0]
    thing = _thing_at(plain)
    if thing is None and (noun in lists.people or noun in lists.groups or noun in lists.nouns):
        return _people(_group(plain))
    if thing is None and by_noun and (unit := kind_named(words[skip:])) is not None:
        return _people(_group(plain)) if unit == "person" else _of_unit(unit)
    return thing


def _with_duals(words: list[str]) -> Iterator[str]:
    """Nouns, each of one word also as two."""
    yield from words
    for word in words:
        if " " not in word and not word.endswith(("ات", "ين", "ا")):
            stem = f"{word[:-1]}ت" if word.endswith("ة") else word
            yield from (f"{stem}ان", f"{stem}ين")


@functools.cache
def _of_unit(unit: str) -> Counted:
    row = UNITS[unit]
    own = row.plural.en.replace(" ", "_")
    thing = next((thing for thing in listed().things.values() if (thing.id, thing.unit) == (own, unit)), None)
    return thing or Counted(own, Name(en=row.plural.en.capitalize(), ar=row.plural.ar), unit)


@functools.lru_cache(maxsize=1 << 8)
def _people(group: Subgroup | None) -> Counted:
    return PEOPLE if group is None else attrs.evolve(PEOPLE, subgroup=group)


def _thing_at(plain: list[str]) -> Counted | None:
    found = listed().things.at(plain, 0)
    if found is None or found.clitic:
        return None
    return found.value


def _group(plain: list[str]) -> Subgroup | None:
    groups = listed().groups
    for index, word in enumerate(plain):
        if index and (word.startswith("و") or word.endswith("هم")):
            return None  # most of them children: not all
        if word in groups:
            following = plain[index + 1 : index + 2]
            other = following[0][1:] if following and following[0].startswith("و") else ""
            if bare(other) in groups and not other.endswith(_DUAL):
                return None  # 12 طفلا وامرأة; but "5 children and two women" are five children
            return groups[word]
        if index and word not in {"من", "بين"} and index > 1:
            return None
    return None


def _event(own: str, row: dict[str, Any]) -> Event:
    return Event(
        row.get("id", own),
        Name(en=row["en"], ar=row["ar"]),
        row.get("of") == "person",
        row.get("additivity", "flow"),
        frozenset(row.get("outdone_by", ())),
    )


def _thing(own: str, row: dict[str, Any]) -> Counted:
    name = Name(en=own.replace("_", " ").capitalize(), ar=row["ar"])
    return Counted(own, name, row.get("unit"), happens=row.get("happening", False), goods=row.get("goods", False))


@remembered
def event_of(word: str) -> Event | None:
    """What befell those whom a noun names: the dead, the displaced."""
    nouns = listed().nouns
    return next((nouns[form] for form in (bare(word), *stems(word)) if form in nouns), None)


@remembered
def there_are(word: str) -> Event | None:
    """What is said of people by saying that there are so many: pupils are enrolled, doctors employed."""
    there = listed().there
    return next((there[form] for form in (bare(word), *stems(word)) if form in there), None)
