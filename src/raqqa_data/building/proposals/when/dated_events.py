"""The events that a text dates, and the words that take one up again: the fire, the attack, the incident."""

from __future__ import annotations

import functools
import tomllib
from bisect import bisect_left
from itertools import compress
from typing import TYPE_CHECKING

import attrs

from raqqa_data.building.proposals.words.affixes import bare, stems
from raqqa_data.building.proposals.words.attribution_cues import cues
from raqqa_data.building.proposals.words.vocabulary import vocabulary, word_lists
from raqqa_data.building.proposals.words.word_cache import remembered
from raqqa_data.reading.mention import Mention
from raqqa_data.reading.text.folding import fold_word
from raqqa_data.records.period import Period
from raqqa_data.texts import Name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from raqqa_data.building.proposals.passage.passage import Passage

_NEAR = 12  # words between an event and its date
_LIES = frozenset({"الواقعه", "الواقع"})
_LATELY = 5  # sentences that "the incident" may reach back


@attrs.frozen
class Happening:
    """An event and its date.

    Attributes:
        kind: What sort of event.
        noun: The word that names it.
        date: Its date as it was read.
        period: When it was.
    """

    kind: str
    noun: int
    date: Mention
    period: Period


@attrs.frozen
class Reference:
    """Words that take an event up again.

    Attributes:
        word: The word that does.
        happening: The event.
    """

    word: int
    happening: Happening


@attrs.frozen
class Nouns:
    """The lists of `vocabulary/happenings.toml`, folded.

    Attributes:
        kinds: The kind of each noun, without its article.
        again: The words that take up any event.
        names: The name of each kind.
        lasting: The kinds of which a date is only the beginning or the end.
        wide: The kinds that befall several places at once.
        goes_on: The verbs by which a sentence goes on with the event of the one before.
    """

    kinds: dict[str, str]
    again: frozenset[str]
    names: dict[str, Name]
    lasting: frozenset[str]
    wide: frozenset[str]
    goes_on: frozenset[str]


@functools.cache
def nouns() -> Nouns:
    """The lists, read once."""
    raw = tomllib.loads(vocabulary("happenings.toml"))
    again, goes_on = (frozenset(map(fold_word, raw.pop(key))) for key in ("any", "goes_on"))
    return Nouns(
        kinds={bare(fold_word(noun)): kind for kind, row in raw.items() for noun in row["nouns"]},
        again=again,
        names={kind: Name(**row["name"]) for kind, row in raw.items()},
        lasting=frozenset(kind for kind, row in raw.items() if row.get("lasting")),
        wide=frozenset(kind for kind, row in raw.items() if row.get("wide")),
        goes_on=goes_on,
    )


@remembered
def event_kind(word: str) -> str | None:
    """The kind of event that a word names; None where it names none."""
    kinds = nouns().kinds
    # "liable to explode" names no explosion
    named = () if word.startswith("لل") else map(bare, stems(word))
    forms = [each for form in named for each in (form, form.removesuffix("ا"))]  # قصفا
    return next((kinds[form] for form in forms if form in kinds), None)


@remembered
def _takes_up(word: str) -> tuple[str, ...]:
    """What a word is where it may take up an event that was named before."""
    listed = nouns()
    return tuple(
        form for form in stems(word) if form in listed.again or (form.startswith("ال") and bare(form) in listed.kinds)
    )


@remembered
def is_beside(word: str) -> bool:
    """Whether what stands behind a word came before or after what is told: قبل, بعد, منذ."""
    lists = word_lists("when.toml")
    return not (lists["not_then"] | lists["since"]).isdisjoint(stems(word))


@remembered
def goes_on(word: str) -> bool:
    """Whether a sentence goes on with the one before it by its first word: and it led to, and added."""
    return any(form in cues().on or form in nouns().goes_on for form in stems(word))


class Happenings:
    """The events that a passage dates, in order.

    Args:
        passage: The text.
        dated: Its dates with the word that each begins with, and the period it tells.
    """

    def __init__(self, passage: Passage, dated: Iterable[tuple[int, Mention, Period]]) -> None:
        self._passage = passage
        self._named = [*self._nouns()]
        self._meant: dict[int, Reference | None] = {}
        self.told: list[Happening] = sorted(filter(None, (self._of(*row) for row in dated)), key=lambda told: told.noun)
        self._momentary = [told for told in self.told if told.kind not in nouns().lasting]

    def meant(self, word: int) -> Reference | None:
        """The event that the sentence of a word takes up again, or goes on with; None where it does neither."""
        sentence = self._passage.sentence[word]
        if sentence not in self._meant:
            self._meant[sentence] = self._sought(*self._passage.sentence_of(word))
        return self._meant[sentence]

    def _sought(self, first: int, end: int) -> Reference | None:
        if not self._momentary or self._momentary[0].noun >= first:
            return None
        for at in range(first, end):
            if at > first and is_beside(self._passage.words[at - 1]):
                continue  # opened after the fire: not when it burnt
            if self._is_located(at):
                continue
            for form in _takes_up(self._passage.words[at]):
                if (found := self._again(form, first)) is not None:
                    return Reference(at, found)
        before = first - 1
        if before < 0 or not self._goes_on(first):
            return None
        begins, _ = self._passage.sentence_of(before)
        here = [told for told in self._momentary if begins <= told.noun <= before]
        return Reference(first, here[-1]) if len(here) == 1 else self.meant(before)

    def _is_located(self, word: int) -> bool:
        """الواقعة في مناطق القصف: whether a word for an incident only tells where something lies."""
        passage = self._passage
        lies = not _LIES.isdisjoint(stems(passage.words[word]))
        return lies and not word_lists("when.toml")["lies"].isdisjoint((passage.word_behind(word),))

    def _again(self, form: str, first: int) -> Happening | None:
        """The event of an earlier sentence that a definite noun takes up."""
        listed = nouns()
        kind = listed.kinds.get(bare(form)) if form.startswith("ال") else None
        if kind is None and form not in listed.again:
            return None
        earlier = [told for told in self._momentary if told.noun < first]
        if kind is not None:
            alike = [told for told in earlier if told.kind == kind]
            if alike:
                # which of several is meant, nothing says
                return alike[-1] if len({told.period for told in alike}) == 1 else None
        if form not in listed.again or not earlier:
            return None
        sentence = self._passage.sentence
        return earlier[-1] if sentence[first] - sentence[earlier[-1].noun] <= _LATELY else None

    def _goes_on(self, first: int) -> bool:
        return goes_on(self._passage.words[first])

    def _nouns(self) -> Iterator[tuple[int, str]]:
        kinds = [*map(event_kind, self._passage.words)]
        for index, kind in compress(enumerate(kinds), kinds):
            if kind is not None and not self._passage.in_mention(index):
                yield index, kind

    def near(self, at: int) -> tuple[int, str] | None:
        """The nearest word for an event in the sentence of a date, and its kind."""
        first, end = self._passage.sentence_of(at)
        low, high = bisect_left(self._named, (first, "")), bisect_left(self._named, (end, ""))
        found = [(abs(index - at), index, kind) for index, kind in self._named[low:high] if abs(index - at) <= _NEAR]
        return min(found)[1:] if found else None

    def _of(self, at: int, date: Mention, period: Period) -> Happening | None:
        """The event that a date dates: the nearest that its sentence names."""
        found = None if "/" in period.edtf else self.near(at)
        return None if found is None else Happening(found[1], found[0], date, period)
