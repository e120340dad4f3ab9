"""Words before and behind a number that say how it is meant."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any, NamedTuple

from raqqa_data.reading.words.phrases import phrase
from raqqa_data.records.estimate import Wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from raqqa_data.reading.text.tokens import Tokens
    from raqqa_data.reading.words.lexicon import Lexicon

_CLITICS = ("و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "فل")
# a verb, then what it speaks of and at most so many words of that, then the number
_MOST_BETWEEN = 6
_SAID = {
    "exceeding": Wording.MORE_THAN,
    "adding": Wording.MORE_THAN,
    "lessening": Wording.LESS_THAN,
    "falling": Wording.LESS_THAN,
    "reaching": Wording.UP_TO,
    "nearing": Wording.NEARLY,
}
# what a bound says once it is denied: لا يزيد على, لن يقل عن, لم يصل إلى
_DENIED = {
    Wording.MORE_THAN: Wording.AT_MOST,
    Wording.LESS_THAN: Wording.AT_LEAST,
    Wording.UP_TO: Wording.LESS_THAN,
}
_JOINTS: dict[str, tuple[str, ...]] = {
    "exceeding": (),
    "nearing": (),
    "adding": ("علي", "عن"),
    "lessening": ("عن",),
    "falling": ("عن",),
    "reaching": ("الي", "حتي"),
}
_NEGATIONS = frozenset({"لا", "لم", "لن", "ليس", "ليست", "غير", "الا"})
# between a denial and its verb: لا يجوز أن يزيد, لم يعد يتجاوز, ليس من المتوقع أن يصل
_MAY = frozenset({"يمكن", "يجوز", "ينبغي", "يجب", "يسمح", "يحق", "يتوقع", "ينتظر", "يفترض", "يصح", "يعقل"})
_LIKELY = frozenset({"المتوقع", "المحتمل", "الممكن", "المرجح", "المسموح", "المقرر", "الجائز", "المنتظر", "المعقول"})
_REMAINING = frozenset({"يكن", "تكن", "يكونوا", "يعد", "تعد", "يكد", "تكد", "يكاد", "تكاد", "كان", "كانت"})
_WITHOUT = frozenset({"دون", "بدون", "غير"})
_WHICH = frozenset({"ما", "بما", "لما", "مما"})
# before a verb of the past at the head of its clause ما denies; elsewhere it is "what": ما تجاوز
_PAST = frozenset({"تجاوز", "تجاوزت", "زاد", "زادت", "قل", "قلت", "تعدي", "تعدت", "تخطي", "تخطت", "فاق", "فاقت"})
_VERBS = frozenset({"فتحت"})  # no ف before تحت
_NEVER_DENIED = frozenset({"حتي", "وصولا", "دون", "تحت", "فوق"})
_ANY = "*"
_POSSESSED = "@"
_POSSESSIVES = ("ه", "ها", "هم", "هن", "هما")
# a filler word stands between the words of a pattern: لا يقل عددهم عن
_NOT_FILLER = frozenset({"في", "من", "الي", "علي", "عن", "،", ".", "؛", ":"})


class Qualifier(NamedTuple):
    """A qualifier found: its wording, its first token and the token after it."""

    wording: Wording
    first: int
    next: int


class _Node:
    __slots__ = ("filler", "possessed", "then", "wording")

    def __init__(self) -> None:
        self.then: dict[str, _Node] = {}
        self.filler: _Node | None = None
        self.possessed: _Node | None = None
        self.wording: Wording | None = None


class Qualifiers:
    """The qualifier patterns as two tries: one read backwards from a number, one forwards from its end."""

    def __init__(self, data: dict[str, Any]) -> None:
        self._before = _Node()
        self._after = _Node()
        self._firsts: set[str] = set()
        for name, patterns in data.items():
            wording = Wording(name.replace("_", " "))
            for pattern in patterns["before"]:
                for words in _spelled(pattern):
                    _insert(self._before, words[::-1], wording)
                    self._firsts.add(words[0])
            for pattern in patterns["after"]:
                for words in _spelled(pattern):
                    _insert(self._after, words, wording)

    def before(self, tokens: Tokens, index: int, floor: int) -> Qualifier | None:
        """The longest qualifier that ends just before a token and begins at or after the floor."""
        best: Qualifier | None = None
        open_nodes = [(self._before, index - 1)]
        while open_nodes:
            node, at = open_nodes.pop()
            if at < floor or not tokens.joined(at + 1):
                continue
            text = tokens.texts[at]
            if node.filler is not None and text.isalpha() and text not in _NOT_FILLER:
                open_nodes.append((node.filler, at - 1))
            if node.possessed is not None and text.endswith(_POSSESSIVES):
                open_nodes.append((node.possessed, at - 1))
            for stem in _stems(text):
                child = node.then.get(stem)
                if child is None:
                    continue
                if child.wording is not None and (best is None or at < best.first):
                    best = Qualifier(child.wording, at, index)
                if stem == text:
                    open_nodes.append((child, at - 1))
        if best is not None and best.wording in _DENIED and tokens.texts[best.first] not in _NEVER_DENIED:
            first = _denied(tokens, best.first, floor)
            if first is not None:
                best = Qualifier(_DENIED[best.wording], first, index)
        return best

    def knows(self, text: str) -> bool:
        """Whether a word begins or ends a pattern as it stands, its first letter being its own."""
        return text in self._firsts

    def after(self, tokens: Tokens, index: int) -> Qualifier | None:
        """The longest qualifier that begins at a token."""
        node = self._after
        best: Qualifier | None = None
        at = index
        while tokens.joined(at):
            child = node.then.get(tokens.texts[at])
            if child is None:
                break
            node = child
            at += 1
            if node.wording is not None:
                best = Qualifier(node.wording, index, at)
        return best


def parted(tokens: Tokens, lexicon: Lexicon, index: int, floor: int) -> Qualifier | None:
    """تجاوز سعر الدولار 1600, لا يزيد عمق البئر على 60: the verb stands before what it speaks of."""
    context, texts = lexicon.context, tokens.texts
    if lexicon.bounding.isdisjoint(texts[max(floor, index - _MOST_BETWEEN - 1) : index - 1]):
        return None
    last = texts[index - 1]
    at = index - 1
    while at > max(floor, index - _MOST_BETWEEN) and tokens.joined(at + 1) and texts[at].isalpha():
        measured = texts[at].removeprefix("ال")
        at -= 1
        if measured not in context["measured"] and measured.rstrip("همان") not in context["measured"]:
            continue
        verb = texts[at] if tokens.joined(at + 1) else ""
        for sort, joints in _JOINTS.items():
            placed = last in joints if joints else last not in _NOT_FILLER
            if placed and not {verb, verb[1:]}.isdisjoint(context[sort]):
                first = _denied(tokens, at, floor)
                wording = _SAID[sort] if first is None else _DENIED.get(_SAID[sort])
                if first is None and sort == "falling":
                    return None
                return None if wording is None else Qualifier(wording, at if first is None else first, at + 1)
    return None


def _denied(tokens: Tokens, index: int, floor: int) -> int | None:
    """The token at which the denial of a bound begins, if it is denied: لن يقل, ما لا يزيد."""
    at, texts = index - 1, tokens.texts
    if at < floor or not tokens.joined(index):
        return None
    text = texts[at]
    if text == "ما" and texts[index] in _PAST and not (texts[at - 1].isalnum() and tokens.joined(at)):
        return at
    if text in _REMAINING or text == "ان":
        verb = texts[index].removeprefix("ل")[:1] in {"ي", "ت"}  # غير أن أكثر من 50 is "however"
        return _denied_before(tokens, at, floor) if verb else None
    if not _denies(text) or (text == "الا" and "إ" in tokens.printed(at)):
        return None
    which = texts[at - 1] in _WHICH and tokens.joined(at) and at - 1 >= floor
    return at - which


def _denied_before(tokens: Tokens, index: int, floor: int) -> int | None:
    """لا يجوز أن, ليس من المتوقع أن, دون أن, لم يعد: the token at which what stands before a bound's verb denies it."""
    texts, at = tokens.texts, index - 1
    if texts[index] == "ان":
        if at >= floor and tokens.joined(index) and texts[at] in _WITHOUT:
            return at - (texts[at - 1] == "من" and tokens.joined(at) and at > floor)
        likely = texts[at] in _LIKELY and texts[at - 1] == "من"
        at -= 1 + likely
        if not (likely or texts[index - 1] in _MAY):
            return None
    denied = _denies(texts[at]) or (texts[index] in {"كان", "كانت"} and texts[at] == "ما")
    return at if denied and at >= floor and all(map(tokens.joined, range(at + 1, index + 1))) else None


def _denies(text: str) -> bool:
    return (text[1:] if text[:1] in {"و", "ف"} and text[1:] in _NEGATIONS else text) in _NEGATIONS


@functools.lru_cache(maxsize=8192)
def _stems(text: str) -> tuple[str, ...]:
    if text in _VERBS:
        return (text,)
    clitics = (clitic for clitic in _CLITICS if text.startswith(clitic) and len(text) > len(clitic) + 1)
    return (text, *(text[len(clitic) :] for clitic in clitics))


def _insert(node: _Node, words: tuple[str, ...], wording: Wording) -> None:
    for word in words:
        if word == _POSSESSED:
            node.possessed = node = node.possessed or _Node()
            continue
        if word == _ANY:
            node.filler = node.filler or _Node()
            # the filler may be missing, so both ways lead on
            node.filler.then = node.then
            continue
        node = node.then.setdefault(word, _Node())
    node.wording = node.wording or wording


def _spelled(pattern: str) -> Iterator[tuple[str, ...]]:
    """Each way to spell a pattern: a|b is either."""
    ways: list[tuple[str, ...]] = [()]
    for part in pattern.split():
        choices: list[tuple[str, ...]] = [
            (word,) if word in {_ANY, _POSSESSED} else phrase(word) for word in part.split("|")
        ]
        ways = [way + choice for way in ways for choice in choices]
    yield from ways
