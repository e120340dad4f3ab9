"""Words that stand behind a preposition in any text, and so name no place: counted in news, `.ci/common_words.py`."""

from __future__ import annotations

import functools

from raqqa_data.building.proposals.words.affixes import bare
from raqqa_data.building.proposals.words.place_words import place_words
from raqqa_data.building.proposals.words.vocabulary import vocabulary
from raqqa_data.building.proposals.words.word_cache import remembered

_PRONOUNS = ("هما", "ها", "هم", "هن", "نا", "كم")
_ENDINGS = ("ه", "ك", "ي")  # pronouns too, and the end of many a word
_JOINED = frozenset("وف")
_TWO = ("تين", "تان", "تي", "تا")
_SHORTEST = 3  # letters


@functools.cache
def _words() -> frozenset[str]:
    lines = (line.split("\t") for line in vocabulary("common.tsv").splitlines() if not line.startswith("#"))
    return frozenset(f"{begin}{ending}" for begin, endings in lines for ending in endings.split(" "))


def without_pronoun(word: str) -> tuple[str, ...]:
    """What a folded word may be without a pronoun at its end.

    Example:
        >>> without_pronoun("مدرستهم")
        ('مدرست', 'مدرسه')
    """
    found: list[str] = []
    for pronoun in _PRONOUNS:
        rest = word.removesuffix(pronoun)
        if rest != word and len(rest) >= _SHORTEST:
            found += [rest, f"{rest[:-1]}ه"] if rest.endswith("ت") else [rest]
    return tuple(found)


@remembered
def is_common(word: str) -> bool:
    """Whether a folded word is one of any text, with an article or a pronoun or without.

    Example:
        >>> is_common("اشتباكات"), is_common("الاشتباكات"), is_common("كفرزيتون")
        (True, True, False)
    """
    if word in place_words()["told_often"]:
        return False
    listed = _words()
    if len(bare(word)) < _SHORTEST or bare(word) in listed or not listed.isdisjoint(without_pronoun(word)):
        return True
    if any(word.endswith(two) and f"{word.removesuffix(two)}ه" in listed for two in _TWO):
        return True  # قصتين
    if word != bare(word):
        return False
    return (word.endswith(_ENDINGS) and word[:-1] in listed) or (word[0] in _JOINED and word[1:] in listed)
