"""The vocabulary compiled: what each word can be, clitics taken off. Made once, at the first reading."""

from __future__ import annotations

import functools
import sys
from typing import TYPE_CHECKING, Any

from raqqa_data.reading.text.digits import parse_digits
from raqqa_data.reading.text.folding import fold_word
from raqqa_data.reading.words.calendar import CalendarWords
from raqqa_data.reading.words.entries import FEW, NOTHING, SORTS, Clitics, Entry, Found, Fraction, Numeral, Word
from raqqa_data.reading.words.inflections import accusative, duals_of
from raqqa_data.reading.words.phrases import Phrases, phrase
from raqqa_data.reading.words.qualifiers import Qualifiers
from raqqa_data.reading.words.units import UnitWords
from raqqa_data.reading.words.vocabulary import load

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping

_CONJUNCTIONS = "وف"
_PREPOSITIONS = "بلك"
_LONGEST = 24  # letters; no number word with its clitics is longer
_REMEMBERED = 50_000


class Lexicon(dict[str, Word]):
    """Token to `Word`; analysed at first sight and remembered."""

    numbers: dict[str, Any]
    context: dict[str, frozenset[str]]
    age_after: Phrases[None]
    numerals: dict[str, Numeral]
    fractions: dict[str, Fraction]
    signs: dict[str, Fraction]
    joints: dict[str, frozenset[str]]
    bare_homographs: frozenset[str]
    homographs: frozenset[str]
    few: frozenset[str]
    several: frozenset[str]
    vague_scales: dict[str, int]
    ordinals: dict[str, int]
    regnal_names: frozenset[str]
    regnal_titles: frozenset[str]
    not_ordinal_behind: frozenset[str]
    not_ordinal_before: Phrases[None]
    designations: frozenset[str]
    units: UnitWords
    qualifiers: Qualifiers
    calendar: CalendarWords
    places: frozenset[str]
    placing: frozenset[str]
    ranked: frozenset[str]
    ranks: frozenset[str]
    not_ordinal_sides: frozenset[str]
    counted: frozenset[str]
    persons: frozenset[str]
    numbered: frozenset[str]
    duals: dict[str, str]
    constructs: frozenset[str]
    owned: frozenset[str]
    placed: frozenset[str]
    beginnings: frozenset[str]
    numbers_of_names: dict[str, list[tuple[tuple[str, ...], int]]]

    def __init__(self) -> None:
        super().__init__()
        self.numbers = load("numbers")
        context = load("context")
        self.context = {key: frozenset(map(fold_word, words)) for key, words in context.items()}
        self.age_after = Phrases((phrase(words), None) for words in context["age_after"])
        self.numerals = dict(_numerals(self.numbers))
        self.beginnings = frozenset(word[:_BEGINNING] for word in self.numerals)
        self.fractions = dict(_fractions(self.numbers))
        self.signs = {sign: Fraction(above, below, "sign") for sign, (above, below) in self.numbers["signs"].items()}
        self.joints = {key: frozenset(map(fold_word, words)) for key, words in self.numbers["joints"].items()}
        self.bare_homographs = frozenset(map(fold_word, self.numbers["homographs"]["bare"]))
        self.homographs = frozenset(map(fold_word, self.numbers["homographs"]["words"]))
        vague = load("vague")
        self.few = frozenset(map(fold_word, vague["few"]))
        self.several = frozenset(map(fold_word, vague["several"]))
        self.vague_scales = {fold_word(word): int(low) for low, words in vague["scales"].items() for word in words}
        ordinals = load("ordinals")
        self.ordinals = {fold_word(word): int(value) for value, words in ordinals["units"].items() for word in words}
        places = {fold_word(words[0] + "ا"): int(value) for value, words in ordinals["units"].items()}
        self.ordinals |= places
        self.places = frozenset(places)
        self.placing = frozenset(map(fold_word, ordinals["placing"]["verbs"]))
        self.ranked = frozenset(map(fold_word, ordinals["ranked"]["nouns"]))
        self.regnal_names = frozenset(phrase(words)[-1] for words in ordinals["names"]["given"])
        self.regnal_titles = frozenset(map(fold_word, ordinals["names"]["titles"]))
        self.not_ordinal_behind = frozenset(map(fold_word, ordinals["refuse"]["before"]))
        self.ranks = frozenset(map(fold_word, ordinals["refuse"]["ranks"]))
        self.not_ordinal_sides = frozenset(map(fold_word, ordinals["refuse"]["sides"]))
        self.not_ordinal_before = Phrases((phrase(words), None) for words in ordinals["refuse"]["after"])
        sorts: tuple[str, ...] = ("exceeding", "adding", "lessening", "falling", "reaching", "nearing")
        self.bounding: frozenset[str] = frozenset(
            letter + verb for sort in sorts for verb in self.context[sort] for letter in ("", "و", "ف")
        )
        counted = load("counted")
        self.counted = frozenset(
            fold_word(noun) for sort in counted.values() for nouns in sort.values() for noun in nouns
        )
        self.persons = frozenset(fold_word(noun) for nouns in counted["persons"].values() for noun in nouns)
        self.persons |= frozenset(duals_of(counted["persons"]))
        self.whole: frozenset[str] = self.persons | self.context["whole"]
        duals = [dual for sort in counted.values() for dual in duals_of(sort)]
        feminine = (dual for dual in duals if dual.endswith(("تين", "تان")) and dual[:-2] not in self.counted)
        self.constructs = frozenset(dual[:-1] for dual in feminine)  # not بيتا, a town
        self.owned = frozenset(_owned(duals, self.context["never_owned"]))
        self.placed = frozenset(fold_word(noun + "ين") for noun in counted["things"]["sound"])
        self.duals = {dual: dual for dual in (*duals, *self.constructs, *self.owned, *self.placed)}
        self.numbers_of_names = _numbers_of(context["numbered_names"], self.numerals)
        self.designations = self.context["labels"] | self.context["codes"]
        self.numbered = self.designations | self.context["gazettes"]
        sorts = ("count_words", "measured", "changes", "exceeding", "adding", "lessening", "reaching", "quantities")
        self.quantified: frozenset[str] = frozenset().union(*(self.context[sort] for sort in sorts))
        self.units = UnitWords(load("units"), load("currencies"))
        self.qualifiers = Qualifiers(load("qualifiers"))
        self.calendar = CalendarWords(load("months") | load("dates"))

    def __missing__(self, token: str) -> Word:
        if len(self) >= _REMEMBERED:
            self.clear()
        word = self[token] = self._analyse(token)
        if word.starts:
            word.sorts = sys.intern(" ".join(sort for sort in SORTS if getattr(word, sort) is not None))
        return word

    def _analyse(self, token: str) -> Word:
        word = Word()
        if token[:1].isdigit() and token[0].isascii():
            word.digits = parse_digits(token)
            word.starts = True
            return word
        if token in self.signs:
            word.fraction = Found(self.signs[token], Clitics(0, "", "", article=False))
            word.starts = True
            return word
        if not token or len(token) > _LONGEST:
            return NOTHING
        splits = list(_splits(token))
        if any(stem in self.homographs for stem, _ in splits):
            return NOTHING
        word.numeral = _first(splits, self.numerals)
        word.fraction = _first(splits, self.fractions)
        word.ordinal = _first(splits, self.ordinals)
        word.unit = _first(splits, self.units.alone)
        word.vague = _first(splits, self.vague_scales)
        few = _first(splits, dict.fromkeys(self.few | self.several, FEW))
        word.vague = word.vague or few
        word.calendar = _first(splits, self.calendar.openers)
        word.dual = None if word.unit or word.numeral else _first(splits, self.duals) or _unlisted(token)
        word.starts = any((word.numeral, word.fraction, word.ordinal, word.unit, word.vague, word.calendar, word.dual))
        if not word.starts:
            word.cut = self._run_together(token)
        return word if word.starts or word.cut else NOTHING

    def _run_together(self, token: str) -> int:
        """مائةسبعة, ألفوخمسمئة, خمسةوعشرون, مئةألف: where the second of two numbers begins."""
        skip = token[0] in _CLITICS
        if token[skip : skip + _BEGINNING] not in self.beginnings and token[:_BEGINNING] not in self.beginnings:
            return 0
        for at in range(_BEGINNING, len(token) - _BEGINNING + 1):
            first = self.numerals.get(token[:at]) or self.numerals.get(token[skip:at])
            second = None if first is None else self.numerals.get(token[at:].removeprefix("و"))
            if first is not None and second is not None and _adds_up(first, second, conjoined=token[at] == "و"):
                return at
        return 0


def _unlisted(token: str) -> Found[str] | None:
    """بعثتان: the dual of a noun in ة that is in no list; no country in ستان."""
    skip = token[0] == "و"
    if not token.endswith("تان") or token.endswith("ستان") or len(token) < _SHORTEST_DUAL + skip:
        return None
    return Found("", Clitics(int(skip), token[:skip], "", article=token.startswith("ال", skip)), token[skip:])


def _owned(duals: Iterable[str], never: frozenset[str]) -> Iterator[str]:
    """ابنتاها, قاربيه: a dual with a possessive."""
    for dual in duals:
        if dual[:-2] not in never:
            for ending in _POSSESSIVES:
                yield dual[:-1] + ending


def _adds_up(first: Numeral, second: Numeral, *, conjoined: bool) -> bool:
    """Whether the second number joins the first, or multiplies it."""
    if first.form not in {"plain", "dual"} or first.slot == "zero":
        return False
    if second.slot == "scale":
        return second.form != "dual" and not conjoined and first.slot != "scale"
    if first.slot == "scale":
        return second.form == "plain" and (conjoined or second.slot in _HUNDREDS)
    if first.slot in _HUNDREDS:
        return second.slot in _BELOW_A_HUNDRED
    return conjoined and first.slot == "unit" and second.slot == "tens"


_CLITICS = _CONJUNCTIONS + _PREPOSITIONS
_BEGINNING = 3  # letters by which a number is looked for; no shorter one is joined
_HUNDREDS = frozenset({"hundred", "hundreds"})
_SHORTEST_DUAL = 6  # letters
_OF_MANY = ("ها", "هم", "هن")
_POSSESSIVES = ("هم", "ها", "هن", "هما", "ه")
_BELOW_A_HUNDRED = frozenset({"unit", "teens", "tens", "ten"})


@functools.cache
def lexicon() -> Lexicon:
    """The compiled vocabulary, made at the first call."""
    return Lexicon()


def _first(splits: list[tuple[str, Clitics]], entries: Mapping[str, Entry]) -> Found[Entry] | None:
    for stem, clitics in splits:
        if stem in entries:
            return Found(entries[stem], clitics, stem)
    return None


def _splits(token: str) -> Iterator[tuple[str, Clitics]]:
    """Each way to take clitics off a word, fewest letters first."""
    yield token, Clitics(0, "", "", article=False)
    starts = [("", "", 0)]
    if token[0] in _CONJUNCTIONS:
        starts.append((token[0], "", 1))
    starts += [
        (conjunction, token[at], at + 1)
        for conjunction, _, at in tuple(starts)
        if len(token) > at + 1 and token[at] in _PREPOSITIONS
    ]
    for conjunction, preposition, at in starts:
        if at:
            yield token[at:], Clitics(at, conjunction, preposition, article=False)
        if token.startswith("ال", at):
            yield token[at + 2 :], Clitics(at, conjunction, preposition, article=True)
        elif preposition == "ل" and token.startswith("ل", at):
            yield token[at + 1 :], Clitics(at, conjunction, preposition, article=True)


def _numbers_of(names: Iterable[str], numerals: Container[str]) -> dict[str, list[tuple[tuple[str, ...], int]]]:
    """By each number in a name, the name's words and the number's place among them."""
    found: dict[str, list[tuple[tuple[str, ...], int]]] = {}
    for name in names:
        words = tuple(phrase(name))
        for place, word in enumerate(words):
            if word in numerals or word.removeprefix("ال") in numerals:
                found.setdefault(word, []).append((words, place))
    return found


def _numerals(data: dict[str, Any]) -> Iterator[tuple[str, Numeral]]:
    def entries(words: Iterable[str], numeral: Numeral) -> Iterator[tuple[str, Numeral]]:
        for word in words:
            yield fold_word(word), numeral

    for value, words in data["units"].items():
        yield from entries(accusative(words), Numeral(int(value), "unit" if int(value) else "zero"))
    for value, words in data["joined_units"].items():
        yield from entries(words, Numeral(int(value), "unit", "joined"))
    for slot in ("ten", "teens", "tens"):
        for value, words in data[slot].items():
            yield from entries(words, Numeral(int(value), slot))
    hundred = data["hundred"]
    yield from entries(hundred["singular"], Numeral(100, "hundred"))
    yield from entries(hundred["dual"], Numeral(200, "hundreds"))
    yield from entries(hundred["weak_dual"], Numeral(200, "hundreds", "weak"))
    yield from entries(hundred["plural"], Numeral(100, "hundred", "plural"))
    for value, beginnings in data["hundreds"]["beginnings"].items():
        joined = (begin + end for begin in beginnings for end in data["hundreds"]["endings"])
        yield from entries(joined, Numeral(int(value), "hundreds"))
    for scale in data["scale"]:
        value = 10 ** scale["power"]
        yield from entries((word + "ا" for word in scale["singular"]), Numeral(value, "scale", "accusative"))
        yield from entries(scale["singular"], Numeral(value, "scale"))
        yield from entries(scale["dual"], Numeral(2 * value, "scale", "dual"))
        yield from entries(scale["plural"], Numeral(value, "scale", "plural"))
        yield from entries(scale.get("latin", ()), Numeral(value, "scale", "latin"))


def _fractions(data: dict[str, Any]) -> Iterator[tuple[str, Fraction]]:
    for row in data["fraction"]:
        of = row["of"]
        for form, count in (("singular", 1), ("dual", 2), ("plural", 0)):
            for word in row.get(form, ()):
                yield fold_word(word), Fraction(count, of)
        for form in ("bound", "before_definite"):
            for word in row.get(form, ()):
                yield fold_word(word), Fraction(1, of, form)
        for word in row.get("possessed", ()):  # نصفهم, ثلثاها
            count = 1 + (word != row["singular"][0])
            for ending in _POSSESSIVES:
                yield fold_word(word + ending), Fraction(count, of, "possessed")
        for ending in _OF_MANY:
            for word in row.get("possessed_by_many", ()):  # ربعهم; خمسه is five
                yield fold_word(word + ending), Fraction(1, of, "possessed")
            for word in row.get("plural", ()):  # أربعة أخماسها
                yield fold_word(word + ending), Fraction(0, of)
        for word in row.get("dual_before_definite", ()):
            yield fold_word(word), Fraction(2, of, "before_definite")
