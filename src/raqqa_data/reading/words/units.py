"""Units and currencies as they are worded behind, before and without a number."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any, NamedTuple

from raqqa_data.errors import UnitError
from raqqa_data.reading.words.entries import UnitForm
from raqqa_data.reading.words.inflections import accusative, duals
from raqqa_data.reading.words.phrases import Phrases, phrase
from raqqa_data.units.table import find_unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from raqqa_data.reading.text.tokens import Tokens

_ARTICLE = "ال"
_PREFIXES = frozenset({"مللي", "ملي", "ميلي", "ميللي"})
_LEFT_OUT = frozenset({"امبير", "فولت", "واط", "ثانيه", "مول"})
_ONE = frozenset({"الواحد", "الواحده"})
_SAME = frozenset({"نفسه", "نفسها", "ذاته", "ذاتها", "عينه", "عينها"})
_LASTING, _SIZED = frozenset({"duration"}), frozenset({"measure"})
_MEASURED = _LASTING | _SIZED
_PROCLITICS = frozenset({"م", "غ", "ث", "س", "سا"})


class Unit(NamedTuple):
    """A unit found in a text.

    Attributes:
        name: Pint name or ISO 4217 code; "" for a currency that is not named.
        kind: measure, duration, money or percent.
        number: 1, 2 (dual), 3 (plural) or 0 (abbreviation).
        first: Its first token.
        next: The token after it.
        parts: How many of it make the unit of that name: 100 for a cent.
        noun: A currency's noun.
        skip: Letters of clitics before it.
    """

    name: str
    kind: str
    number: int
    first: int
    next: int
    parts: int = 1
    noun: str = ""
    skip: int = 0

    @property
    def is_degrees(self) -> bool:
        """Whether it is one of heat or of angles, of which a stroke parts two, no fraction: 25/15 درجة."""
        return self.name.startswith("degree")


_HAMZAS = frozenset("أإ")


class UnitWords:
    """The unit and currency vocabulary, ready to be matched against tokens."""

    def __init__(self, units: dict[str, Any], currencies: dict[str, Any]) -> None:
        self.phrases: dict[str, list[tuple[tuple[str, ...], UnitForm]]] = {}
        self.alone: dict[str, UnitForm] = {}
        self.powers: dict[tuple[str, str], str] = {}
        self.adjectives: dict[str, dict[str, tuple[tuple[str, ...], str]]] = {}
        self.places: dict[str, dict[str, tuple[tuple[str, ...], str]]] = {}
        self.bare: dict[str, str] = {}
        self.before: dict[str, UnitForm] = {}
        self.modifiers: dict[str, Any] = {
            _folded(word): power for power, words in units["modifiers"].items() for word in words
        }
        per = units["per"]
        self.per_words: Phrases[str] = Phrases(
            (phrase(word), sort) for sort in ("measured", "each", "definite") for word in per[sort]
        )
        self.per_symbols: dict[Any, Any] = {
            symbol: name for name, symbols in per["symbols"].items() for symbol in symbols
        }
        self.per_things: dict[str, Any] = {
            _folded(word): name for name, words in per["things"].items() for word in words
        }
        self.per_adverbs: dict[str, Any] = {
            word: name for name, words in per["adverbs"].items() for word in map(_folded, words)
        }
        self.adverb_units: frozenset[Any] = frozenset(per["adverb_units"])
        self.ucum: dict[Any, Any] = {row["pint"]: row["ucum"] for row in units["unit"]}
        for row in units["unit"]:
            self._add_unit(row)
        kinds = {row["pint"]: row.get("kind", "measure") for row in units["unit"]}
        for name, nouns in units["latin"].items():
            for noun in nouns:
                for word in (noun, f"{noun}s"):
                    self._add(word, UnitForm(name, kinds.get(name, "measure"), 0))
        self._add_currencies(currencies)
        for forms in self.phrases.values():
            forms.sort(key=lambda form: -len(form[0]))

    def match(self, tokens: Tokens, index: int, *, leads: bool = False) -> Unit | None:
        """The unit that stands at a token, with its square, its per and its country.

        Args:
            tokens: The text.
            index: The token.
            leads: Whether the unit may begin a line; else it stands behind its number.
        """
        text = tokens.texts[index]
        forms = self.phrases.get(text)
        article = False
        if forms is None:
            if not text.startswith(_ARTICLE):
                return None
            forms = self.phrases.get(text[2:])
            article = True
            if forms is None:
                return None
        if not leads and not tokens.joined(index):
            return None
        follower = tokens.texts[index + 1]
        if text in _PREFIXES and len(follower) > 1 and follower.isalpha() and follower in _LEFT_OUT.union(self.phrases):
            forms = [form for form in forms if form[0]]  # مللي أمبير is no millilitre
        if text == "كيلو" and follower in {"طن", "طنا"} and tokens.joined(index + 1):
            return None  # 16 كيلو طن are no kilograms
        for rest, form in forms:
            after = index + 1 + len(rest)
            if rest and not (tokens.follows(index + 1, rest) or (article and _follow(tokens, index + 1, rest))):
                continue
            if form.hamza and not _HAMZAS.difference(form.hamza).isdisjoint(map(tokens.printed, (index, after - 1))):
                continue
            if form.number == 0 and (article or not self._short(tokens, index, after)):
                continue
            return self._complete(tokens, form, index, after)
        return None

    def match_currency_before(self, tokens: Tokens, index: int) -> Unit | None:
        """The currency sign that ends just before a token."""
        form = self.before.get(tokens.texts[index - 1])
        if form is None or not tokens.joined(index):
            return None
        return Unit(form.name, form.kind, 0, index - 1, index)

    def each(self, tokens: Tokens, index: int) -> Unit | None:
        """What something is stated per at a token: للمتر المربع, لكل هكتار, /شخص, /يوم."""
        text = tokens.texts[index]
        if text[:2] == "لل":
            # لليتر has the ل of its noun
            found = self._named_divisor(tokens, index, text[2:], _SIZED)
            return found or self._named_divisor(tokens, index, text[1:], _SIZED)
        if text not in {"لكل", "/"}:
            return None
        stroke, of = text == "/", tokens.texts[index + 1]
        if stroke and not tokens.glued(index + 1):
            apart = self._named_divisor(tokens, index + 1, of, _MEASURED)  # 4 دولارات / لتر, not 25 شخصا / يوم الجمعة
            return None if apart is None or apart.kind == "duration" else apart
        name = self.per_things.get(of) if stroke else None
        if name is not None:
            return Unit(name, "measure", 1, index + 1, index + 2)
        return self._named_divisor(tokens, index + 1, of, _MEASURED if stroke else _SIZED)

    def country(self, tokens: Tokens, unit: Unit) -> Unit:
        """A currency with the adjective behind it, if one is there."""
        return self._country(tokens, unit)

    def follow(self, tokens: Tokens, index: int, rest: tuple[str, ...]) -> bool:
        """Whether the rest of a country's name or adjective follows, its last word in any form: جنوب سودانية."""
        if not rest:
            return True
        last = index + len(rest) - 1
        agreeing = tokens.texts[last] in _agreeing(rest[-1]) and tokens.joined(last)
        return agreeing and tokens.follows(index, rest[:-1])

    def _short(self, tokens: Tokens, index: int, after: int) -> bool:
        if not tokens.texts[index].isalnum():
            return True  # 40%من
        # one letter is an abbreviation only where it stands alone: "5 م", not the م of another word
        if tokens.texts[index] not in _PROCLITICS or after > index + 1:
            return not (tokens.glued(after) and tokens.texts[after].isalpha())
        follower = tokens.texts[after]
        return not tokens.glued(after) or follower in self.modifiers or not follower.isalnum()

    def _complete(self, tokens: Tokens, form: UnitForm, index: int, after: int) -> Unit:
        unit = Unit(form.name, form.kind, form.number, index, after, form.parts, form.noun)
        if form.kind == "money":
            return self._country(tokens, unit)
        if form.kind != "measure":
            return unit
        return self._per(tokens, self._powered(tokens, unit))

    def _per(self, tokens: Tokens, unit: Unit) -> Unit:
        after = unit.next
        adverb = self.per_adverbs.get(tokens.texts[after])
        if adverb and unit.name in self.adverb_units and tokens.joined(after):
            return unit._replace(name=f"{unit.name} / {adverb}", next=after + 1)
        found = self.per_words.match(tokens, after)
        divisor = self._per_clitic(tokens, after) if found is None else self._divisor(tokens, found[1], found[0])
        name = "" if divisor is None else f"{unit.name} / {divisor.name}"
        return unit if divisor is None or not _is_unit(name) else unit._replace(name=name, next=divisor.next)

    def _per_clitic(self, tokens: Tokens, index: int) -> Unit | None:
        """بالساعة, للهكتار."""
        text = tokens.texts[index]
        if text[:2] == "لل":
            return self._named_divisor(tokens, index, text[2:], _MEASURED)
        return self._named_divisor(tokens, index, text[3:], _LASTING) if text[:3] == "بال" else None

    def _divisor(self, tokens: Tokens, index: int, sort: str) -> Unit | None:
        text = tokens.texts[index]
        if sort == "measured" and text in self.per_symbols:
            return Unit(self.per_symbols[text], "duration", 0, index, index + 1)
        if sort == "definite" and (not text.startswith(_ARTICLE) or self._is_one_of_them(tokens, index + 1)):
            return None  # في عام 2019, في اليوم الأول
        stem = text.removeprefix("بال").removeprefix(_ARTICLE)
        return self._named_divisor(tokens, index, stem, _MEASURED if sort == "measured" else _LASTING)

    def _named_divisor(self, tokens: Tokens, index: int, stem: str, kinds: frozenset[str]) -> Unit | None:
        if not tokens.joined(index):
            return None
        for rest, form in self.phrases.get(stem, ()):
            if not rest and form.number in {0, 1} and form.kind in kinds:
                found = Unit(form.name, form.kind, form.number, index, index + 1)
                return self._powered(tokens, found) if form.kind == "measure" else self._each_one(tokens, found)
        return None

    def _is_one_of_them(self, tokens: Tokens, index: int) -> bool:
        """Whether a word behind a day or year tells which one it is: الأول، الماضي، نفسه، 2019."""
        text = tokens.texts[index]
        if not tokens.joined(index) or text in _ONE:
            return False
        return text.startswith(_ARTICLE) or text in _SAME or text.isdecimal()

    def _each_one(self, tokens: Tokens, unit: Unit) -> Unit:
        """في اليوم الواحد."""
        one = tokens.texts[unit.next] in _ONE and tokens.joined(unit.next)
        return unit._replace(next=unit.next + one)

    def _powered(self, tokens: Tokens, unit: Unit) -> Unit:
        """A length with its square or cube: متر مربع."""
        modifier, after = tokens.texts[unit.next], unit.next
        power = self.modifiers.get(modifier) or self.modifiers.get(modifier.removeprefix(_ARTICLE))
        powered = self.powers.get((unit.name, power)) if power else None
        if powered is None or not tokens.joined(after) or (modifier in {"2", "3"} and not tokens.glued(after)):
            return unit
        return unit._replace(name=powered, next=after + 1)

    def _country(self, tokens: Tokens, unit: Unit) -> Unit:
        after = unit.next
        adjectives = self.adjectives.get(unit.noun)
        if adjectives is None or not tokens.joined(after):
            return unit
        text = tokens.texts[after]
        found = adjectives.get(text) or adjectives.get(text.removeprefix(_ARTICLE))
        if found is None:
            return unit
        rest, code = found
        if not self.follow(tokens, after + 1, rest):
            return unit
        return unit._replace(name=code, next=after + 1 + len(rest))

    def _add_unit(self, row: dict[str, Any]) -> None:  # noqa: C901 - one clause a column
        kind = row.get("kind", "measure")
        name = row["pint"]
        for power in ("square", "cube"):
            if power in row:
                self.powers[name, power] = row[power][0]
                self.ucum[row[power][0]] = row[power][1]
        for noun in row.get("singular", ()):
            for form in _inflected(noun):
                self._add(form, UnitForm(name, kind, 1))
            for form in _dual_phrases(noun):
                self._add(form, UnitForm(name, kind, 2))
                if len(phrase(form)) == 1 and not form.endswith("ي"):
                    self.alone.setdefault(_folded(form), UnitForm(name, kind, 2, rare=row.get("rare", False)))
            if len(phrase(noun)) == 1:
                for form in accusative([noun]):
                    self.alone.setdefault(_folded(form), UnitForm(name, kind, 1))
        for noun in row.get("plural", ()):
            for form in _inflected(noun):
                self._add(form, UnitForm(name, kind, 3))
        for short in row.get("short", ()):
            self._add(short, UnitForm(name, kind, 0))
            if kind == "percent":
                self.before[_folded(short)] = UnitForm(name, kind, 0)

    def _add_currencies(self, data: dict[str, Any]) -> None:  # noqa: C901 - one clause a table
        self.bare = bare = {_folded(noun): code for noun, code in data["bare"].items()}
        for noun, plurals in data["nouns"].items():
            key = _folded(noun)
            name = bare.get(key, "")
            for number, words in ((1, [noun]), (3, plurals)):
                for word in accusative(words):
                    self._add(word, UnitForm(name, "money", number, noun=key))
            # the dual of ين is the end of many a name: كينان, لينين
            for form in duals(noun) if len(noun) > len("ين") else ():
                self._add(form, UnitForm(name, "money", 2, noun=key))
                if not form.endswith("ي"):
                    self.alone.setdefault(_folded(form), UnitForm(name, "money", 2, noun=key))
            one = UnitForm(name, "money", 1, noun=key)
            self.alone = {_folded(form): one for form in accusative([noun])} | self.alone
        for noun, row in data["minor"].items():
            for word in accusative([noun, *row["plurals"]]):
                self._add(word, UnitForm(row["of"], "money", 3, row["parts"], _folded(noun)))
        for row in data["currency"]:
            key = _folded(row["noun"])
            adjectives = self.adjectives.setdefault(key, {})
            for adjective in row["adjectives"]:
                first, *rest = phrase(adjective)
                for spelled in _agreeing(first):
                    adjectives[spelled] = (tuple(rest), row["code"])
            for place in row.get("places", ()):
                first, *rest = phrase(place.removeprefix(_ARTICLE))
                self.places.setdefault(key, {})[first] = (tuple(rest), row["code"])
            for short in row["short"]:
                sign = UnitForm(row["code"], "money", 0, hamza=short[-1] if short[-1] in _HAMZAS else "")
                self._add(short, sign)
                if len(parts := short.split(".")) == len("دإ"):
                    self._add(f"{parts[1]}.{parts[0]}", sign)  # as some texts turn them
                if (len(phrase(short)) == 1 and not short.isalpha()) or short.isupper():
                    self.before[short] = sign

    def _add(self, text: str, form: UnitForm) -> None:
        first, *rest = phrase(text)
        forms = self.phrases.setdefault(first, [])
        if all(tuple(rest) != known or form.hamza != other.hamza for known, other in forms):
            forms.append((tuple(rest), form))


@functools.cache
def _is_unit(name: str) -> bool:
    """Whether the table can divide the one by the other: no metres per metre."""
    try:
        find_unit(name)
    except UnitError:
        return False
    return True


def _folded(text: str) -> str:
    return " ".join(phrase(text))


def _follow(tokens: Tokens, index: int, rest: tuple[str, ...]) -> bool:
    """Whether these words follow, each with the article: الدرجة المئوية."""
    return tokens.follows(index, [_ARTICLE + word for word in rest])


def _inflected(noun: str) -> Iterator[str]:
    first, *rest = noun.split(" ")
    for form in accusative([first]):
        yield " ".join([form, *rest])
        if rest and form != first:
            yield " ".join([form, *accusative_last(rest)])
    if rest:
        yield " ".join([first, *accusative_last(rest)])


def accusative_last(words: list[str]) -> list[str]:
    """Words, the last in its accusative: كيلو مترا."""
    return [*words[:-1], list(accusative(words[-1:]))[-1]]


def _dual_phrases(noun: str) -> Iterator[str]:
    *before, last = noun.split(" ")
    for form in duals(last):
        yield " ".join([*before, form])
    if before:
        for form in duals(before[0]):
            yield " ".join([form, *before[1:], last])
        for first, second in zip(duals(before[0]), duals(last), strict=True):
            yield " ".join([first, *before[1:], second])  # درجتين مئويتين


def _agreeing(adjective: str) -> Iterable[str]:
    """A masculine adjective in each gender, number and case."""
    return [adjective + ending for ending in ("", "ا", "ه", "ان", "ين", "تان", "تين", "ات", "ون")]
