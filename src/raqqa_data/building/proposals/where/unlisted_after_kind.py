"""Names of places that no list has: what stands behind "the village of", "the camp of"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raqqa_data.building.proposals.when.dated_events import event_kind
from raqqa_data.building.proposals.where.toponym import REGIONS
from raqqa_data.building.proposals.words.common_words import is_common
from raqqa_data.building.proposals.words.events_and_things import listed
from raqqa_data.building.proposals.words.place_words import country_of, is_listed, kind_word, place_words
from raqqa_data.building.proposals.words.transliteration import romanised
from raqqa_data.records.place import Place
from raqqa_data.texts import Name

if TYPE_CHECKING:
    from raqqa_data.building.proposals.passage.passage import Passage

# kinds of which any place may be named that no list has
_ANY = frozenset(
    (
        *("governorate", "state", "region", "city", "town", "village", "camp", "subdistrict", "neighborhood"),
        *("mountain", "crossing", "municipality", "market", "field"),
        *("hospital", "quarter", "strait", "locality", "valley"),
    )
)
# of these, none whose name has an article: "the labour market" is no place
_PROPER = frozenset({"port", "airport", "island"})
_CAPITAL = frozenset({"عاصمه", "العاصمه"})
_ANY_TOO = frozenset({"قضاء", "جزر"})
_INDEFINITE = frozenset({"hospital", "camp", "market", "field", "crossing"})
_ADJECTIVES = ("ي", "يه", "يين")
_LONG = 6  # letters
_NAME = 4  # words of a centre's name
_PURPOSE = 5  # letters of "for" and a noun
_WHOSE = ("اته", "اتها", "اتهم", "ها", "هم")


def place_called(printed: str, kind: str, *, noun: str = "", within: Place | None = None) -> Place:
    """The place of a kind that a text calls so; with the noun for its kind before its name, where that is a part of it.

    Example:
        >>> place_called("الزيتون", "village", noun="قرية").id
        'alzytwn-village'
    """
    latin = romanised(printed)
    name = Name(en=f"{latin} {kind}", ar=f"{noun} {printed}".lstrip())
    return Place(f"{latin}-{kind}", name=name, kind=kind, within=within)


def last_of_name(  # noqa: PLR0911 - what rules a name out is told early
    passage: Passage, index: int, kind: str, named: frozenset[int]
) -> int | None:
    """The last word of the name that stands behind a word for a kind of place; None where no name does.

    Args:
        passage: The text.
        index: The word for the kind.
        kind: That word without its clitics.
        named: The words of agents' names.
    """
    words, code = passage.words, place_words().kinds[kind]
    first = index + 1
    word = words[first]
    definite, head = word.startswith("ال"), word in place_words()["heads"]
    if code == "valley" and not passage.span(index, index).text.endswith("وادي"):
        return None  # وأدى انهيار سد
    if kind in _CAPITAL or (kind == "حقل" and not place_words()["oil"].intersection(words)):
        return None
    common = is_common(word)
    known_kind = (
        code in _ANY
        or kind in _ANY_TOO
        or (code in _PROPER and not definite)
        or (code == "prison" and _is_no_verb(passage, index))
    )
    one_region = code in REGIONS and not is_listed(kind, "plurals")  # the list has all, but محافظات الجنوب
    if common and (one_region or not (known_kind or head)):
        return None
    # behind "the village of" even a numeral is a name
    adjective = word.endswith(_ADJECTIVES if common else _ADJECTIVES[1:])
    if not _may_name(passage, first, named, numeral=True) or (adjective and not (head or definite)):
        return None
    if code in _INDEFINITE and not (head or definite) and word.endswith("يا"):
        return None  # مستشفى ميدانيا
    if head:
        return _behind_heads(passage, first, named)
    if is_end(passage, first):
        return first
    if not known_kind:
        return first if _is_closed(passage, first) and word[0] != "و" else None
    if not (common or definite) and word.endswith(_ADJECTIVES):
        return first  # حي دينيلي
    two = _is_agreeing(passage, first + 1, code, named) if definite else _is_of_name(passage, first + 1, named)
    return first + two


def _is_no_verb(passage: Passage, index: int) -> bool:
    """في سجن الهدى: whether a preposition, or the beginning of a line, tells a prison from to imprison."""
    opens = passage.sentence_of(index)[0] == index and any(index < colon <= index + _NAME for colon in passage.colons)
    before = passage.words[index - 1] if index else ""
    return opens or any(is_listed(before, key) for key in ("within", "towards"))


def _behind_heads(passage: Passage, first: int, named: frozenset[int]) -> int | None:
    """كرم أبو سالم: the word behind all that only begin a name; None where one of them ends it."""
    last = first
    while passage.words[last] in place_words()["heads"]:
        if is_end(passage, last) or not _may_name(passage, last + 1, named):
            return None
        last += 1
    return last + _has_surname(passage, last, named)


def _has_surname(passage: Passage, last: int, named: frozenset[int]) -> bool:
    """مستشفى الشهيد عطية الكاسح: whether what begins a name stands before that of a person, with the last of it."""
    if is_end(passage, last):
        return False
    word = passage.words[last + 1]
    return word.startswith("ال") and not is_common(word) and _may_name(passage, last + 1, named)


def _is_agreeing(passage: Passage, second: int, code: str, named: frozenset[int]) -> bool:
    """بلدة السيلة الحارثية, قرية المزرعة الغربية: whether an adjective of a definite name stands behind it."""
    word, before = passage.words[second], passage.words[second - 1]
    if word in place_words()["directions"]:
        return True
    agrees = word.startswith("ال") and word.endswith("يه") and before.endswith("ه")
    return agrees and code in {"town", "village"} and country_of(word) is None and _may_name(passage, second, named)


def _is_of_name(passage: Passage, second: int, named: frozenset[int]) -> bool:
    """Whether a name has this second word: one with an article, or one that a mark stands behind."""
    word = passage.words[second]
    if not _may_name(passage, second, named, numeral=passage.in_mention(second - 1)):
        return False
    if word.startswith("ال"):
        return word in place_words()["directions"] or not word.endswith("يه")  # بلدة ببنين العكارية
    return _is_closed(passage, second) and word[0] not in "وفبل" and not word.endswith((*_ADJECTIVES, *_WHOSE, "ا"))


def town_at(passage: Passage, index: int, named: frozenset[int]) -> int | None:
    """The last word of a name that begins as those of towns do: عين, تل, كفر; None where none does."""
    word = passage.words[index]
    if word.startswith("كفر") and len(word) >= _LONG and index not in named and not passage.in_mention(index):
        return index  # كفركلا
    towns = place_words()["towns"]
    behind = passage.word_behind(index)
    plain = not is_common(behind) or (behind.startswith("ال") and behind.endswith("اء"))  # بعين الصفراء
    with_it = word[0] == "ب" and word[1:] in towns and plain
    begins = (word in towns or with_it) and behind not in place_words()["no_town"]
    if begins and word.removeprefix("ب") in place_words()["parts_of_body"] and not plain:
        return None
    return index + 1 if begins and not is_end(passage, index) and _may_name(passage, index + 1, named) else None


def goes_on(passage: Passage, last: int, named: frozenset[int]) -> bool:
    """قرية منبج السلطان: whether a name of the list is only the beginning of the one that stands there."""
    if is_end(passage, last) or passage.words[last].startswith("ال"):
        return False
    word = passage.words[last + 1]
    definite = word.startswith("ال") and not word.endswith(_ADJECTIVES) and not is_common(word)
    return definite and _may_name(passage, last + 1, named)


def is_for_something(passage: Passage, index: int) -> bool:
    """مركز الكرامة لحقوق الإنسان: whether a centre is a body, by what it is for."""
    for word in range(index + 1, min(index + _NAME, len(passage.words))):
        if passage.is_apart(word - 1, word) or passage.sentence[word - 1] != passage.sentence[word]:
            return False
        if passage.words[word][0] == "ل" and len(passage.words[word]) >= _PURPOSE:
            return True
    return False


def is_end(passage: Passage, word: int) -> bool:
    """Whether a word is the last before a mark or the end of its sentence."""
    after = word + 1
    return (
        after == len(passage.words)
        or passage.is_apart(word, after)
        or passage.sentence[word] != passage.sentence[after]
    )


def _is_closed(passage: Passage, word: int) -> bool:
    """Whether a mark, a date or a word that is in no name stands behind a word."""
    if is_end(passage, word):
        return True
    after = passage.words[word + 1]
    verb = after.endswith("ت") and not after.endswith("ات")  # استمرت
    if (after[0] == "و" or verb) and len(after) >= _PURPOSE:
        return True
    return passage.in_mention(word + 1) or any(
        is_listed(after, key) for key in ("no_name", "behind_names", "within", "towards", "sides", "that")
    )


def _may_name(passage: Passage, index: int, named: frozenset[int], *, numeral: bool = False) -> bool:
    """Whether a word may be one of a name."""
    word = passage.words[index]
    if word == "وادي" and index and kind_word(passage.words[index - 1]) is not None:
        return index not in named  # مستشفى وادي النطرون
    if word[0] == "و" and (event_kind(word[1:]) is not None or listed().words.at([word[1:]], 0) is not None):
        return False  # 55 بلدة وقرية وقتل 12 شخصا
    return (
        word.isalpha()
        and (numeral or not passage.in_mention(index))
        and index not in named
        and not word.startswith("لل")
        and kind_word(word) is None
        and not any(is_listed(word, key) for key in ("no_name", "within", "towards"))
        and word not in place_words()["bodies"]
        and word not in place_words()["talks"]
    )
