"""Words that are written as one for an event or a measure, and say another thing beside the words around them."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

import attrs

from raqqa_data.building.counted_nouns import kind_named
from raqqa_data.building.proposals.words.affixes import bare, stems
from raqqa_data.building.proposals.words.events_and_things import counted
from raqqa_data.building.proposals.words.place_words import is_listed, kind_word
from raqqa_data.building.proposals.words.vocabulary import word_lists
from raqqa_data.building.proposals.words.word_cache import remembered

if TYPE_CHECKING:
    from collections.abc import Sequence

    from raqqa_data.building.proposals.passage.passage import Passage
    from raqqa_data.building.proposals.what.event_words import Befallen
    from raqqa_data.building.proposals.words.name_matching import Names
    from raqqa_data.reading.mention import Mention
    from raqqa_data.records.place import Place

_WORDS = "misread.toml"
_NEAR = 5  # words behind a verb
_FROM_WHOM = 9  # words from a verb to whom it passes on
_OF_ANOTHER = ("relayed", "made_of", "falls", "takes", "throws", "stays", "covers")
_TOPIC = re.compile("ال..و.")
_VERBAL = re.compile(r"ا..ا.|ا...ا.|است..ا.|ت..ي.|ا..اء")


def is_no_event(passage: Passage, first: int, last: int) -> bool:
    """Whether a word for an event tells of none: لكل مصاب, سقوط النظام, بني سويف, يمنع إدخال.

    Args:
        passage: The text.
        first: The event's first word.
        last: Its last.
    """
    words, lists = passage.words, word_lists(_WORDS)
    word, before = words[first], words[first - 1] if first else ""
    each = before in lists["each"] and not passage.is_apart(first - 1, first)
    if each or not _is_lookalike(word):
        return each
    behind = passage.word_behind(last)
    via = word in lists["via"] and passage.word_behind(first) in lists["ways"] and first > passage.sentence_of(first)[0]
    none = via or word in lists["no_happening"] or _is_relayed(passage, first)
    if none or _is_of_a_thing(passage, first) or _is_size(passage, first, last) or _is_heading(passage, first, last):
        return True
    led = first > 0 and is_verbal_noun(bare(word)) and not passage.is_apart(first - 1, first)
    if led and (before in lists["holders"] or not lists["prevents"].isdisjoint(stems(before))):
        return True  # سيارات الإسعاف, يمنع إدخال 12 شاحنة
    if not lists["falls"].isdisjoint(stems(word)) and not lists["fallen"].isdisjoint((behind, bare(behind))):
        return True
    if _is_stayed(passage, first) or _is_no_help(passage, first) or (first == last and _lacks(words, first)):
        return True
    return word in lists["sons"] and behind in lists["of_sons"]


@remembered
def _is_lookalike(word: str) -> bool:
    """Whether an event's word may tell of none by what stands around it."""
    lists, forms = word_lists(_WORDS), stems(word)
    return (
        is_verbal_noun(word)
        or is_verbal_noun(bare(word))
        or _TOPIC.fullmatch(word) is not None
        or any(word in lists[key] for key in ("via", "no_happening", "sons"))
        or any(not lists[key].isdisjoint(forms) for key in _OF_ANOTHER)
    )


@remembered
def is_verbal_noun(word: str) -> bool:
    """Whether a folded word is a noun of doing by its letters: اطلاق, اعتقال, استقبال, توزيع.

    Example:
        >>> is_verbal_noun("توزيع"), is_verbal_noun("وزع"), is_verbal_noun("مدرسه")
        (True, False, False)
    """
    return _VERBAL.fullmatch(word) is not None


def is_no_measure(passage: Passage, word: int) -> bool:
    """Whether a word for a measure is another: ولدينا is of no debt, قدره of no capacity."""
    form, lists = passage.words[word], word_lists(_WORDS)
    if form in lists["no_debt"] or form in lists["for_year"] or _is_relayed(passage, word):
        return True
    return form in lists["worth"] and passage.span(word, word).text.endswith("ه")


def without_origin(passage: Passage, places: Names[Place], figure: Mention) -> Mention:
    """منهم 65 من محافظة إدلب و37 من حلب: a figure without the place that they are from, which it does not count."""
    noun = None if figure.noun is None else passage.at(figure.noun.start)
    if noun is None or noun == 0 or passage.words[noun - 1] != "من":
        return figure
    word = passage.words[noun]
    if kind_named([word]) is not None or is_listed(word, "plurals"):
        return figure  # 9 من القرى: villages, as `build` takes it
    thing = counted([bare(word)], by_noun=True) is not None
    is_place = kind_word(word) is not None or (places.at(passage.words, noun) is not None and not thing)
    return attrs.evolve(figure, noun=None) if is_place else figure


def is_of_crews(passage: Passage, noun: int) -> bool:
    """أربعة من الطواقم, 19 من أصحابها: whether so many are of those whom a noun for several people names."""
    crews, word = word_lists(_WORDS)["crews"], passage.words[noun]
    several = bare(word) in crews or word in word_lists("wholes.toml")["whose"]
    return noun > 0 and passage.words[noun - 1] == "من" and several


def _lacks(words: Sequence[str], verb: int) -> bool:
    """قبضت 71 عائلة, ألقت 18 برميلا: whether a verb has not the word behind it with which it tells of arrests."""
    lists, behind = word_lists(_WORDS), words[verb + 1 :]
    if not lists["throws"].isdisjoint(stems(words[verb])):
        return lists["hold"].isdisjoint(behind[:_FROM_WHOM])
    return not lists["takes"].isdisjoint(stems(words[verb])) and lists["upon"].isdisjoint(behind[:_NEAR])


def _is_stayed(passage: Passage, verb: int) -> bool:
    """أوقفت الوزارة صرف رواتب 700 معلم: whether it is what is done that is stopped or put off, and nobody is taken."""
    words, lists = passage.words, word_lists(_WORDS)
    if lists["stays"].isdisjoint(stems(words[verb])):
        return False
    end = min(passage.next_figure(verb, len(words)), passage.clause_end(verb), verb + _NEAR)
    apart = word_lists("clauses.toml")["apart"]
    behind = [*takewhile(lambda word: word not in apart, words[verb + 1 : end])]
    return not lists["stayed"].isdisjoint(behind)


def _is_no_help(passage: Passage, verb: int) -> bool:
    """شملت العقوبات 15 شخصا: whether it is no help that takes people in."""
    words, lists = passage.words, word_lists(_WORDS)
    beside = words[max(passage.sentence_of(verb)[0], verb - 2) : verb + 3]
    return not lists["covers"].isdisjoint(stems(words[verb])) and not lists["no_help"].isdisjoint(map(bare, beside))


def is_of_witnesses(passage: Passage, noun: int, at: int) -> bool:
    """وشهد 24 ضحية: whether those who have been harmed speak, and so are not dead."""
    harmed = passage.words[noun] in word_lists("wholes.toml")["harmed"]
    return harmed and at > 0 and not word_lists(_WORDS)["testifies"].isdisjoint(stems(passage.words[at - 1]))


def _is_size(passage: Passage, first: int, last: int) -> bool:
    """خمس عائلات قوامها 33 فردا: whether a word says how many some are, and not that they serve."""
    lists, behind = word_lists(_WORDS), passage.words[last + 1 : last + 1 + _NEAR]
    return not lists["made_of"].isdisjoint(stems(passage.words[first])) and lists["serving"].isdisjoint(behind)


def _is_heading(passage: Passage, first: int, last: int) -> bool:
    """الوصول: من أصل 61 بعثة: whether a noun of doing only says what a paragraph is about."""
    if first != passage.paragraph_of(first) or last + 1 >= len(passage.words) or ":" not in passage.gaps[last + 1]:
        return False
    topic = _TOPIC.fullmatch(passage.words[first]) is not None or is_verbal_noun(bare(passage.words[first]))
    return topic and not passage.in_mention(last + 1)


def _is_relayed(passage: Passage, verb: int) -> bool:
    """نقلت الهيئة عن الوزارة أن: whether somebody's word is passed on, and nothing else."""
    words = passage.words
    if word_lists(_WORDS)["relayed"].isdisjoint(stems(words[verb])):
        return False
    end = min(passage.next_figure(verb, len(words)), passage.clause_end(verb), verb + _FROM_WHOM)
    return "عن" in words[verb + 1 : end]


def _is_of_a_thing(passage: Passage, event: int) -> bool:
    """4 منصات إطلاق, 59 مذكرة توقيف: whether a verbal noun right behind a counted one only says what it is for."""
    words = passage.words
    if passage.figure_before(event) != event - 1 or not is_verbal_noun(words[event]):
        return False
    named = words[event - 1].isalpha() and not passage.is_apart(event - 1, event)
    thing = named and word_lists(_WORDS)["happen"].isdisjoint(stems(words[event - 1]))
    return thing and kind_named(words[event - 1 : event]) != "person" and not _is_number(passage, event - 1)


def _is_number(passage: Passage, word: int) -> bool:
    """Whether a figure ends in its number: of 40 ألفا, what is behind is no noun's."""
    return not word_lists(_WORDS)["numbers"].isdisjoint(stems(passage.words[word]))


def is_of_a_cause(passage: Passage, event: int) -> bool:
    """بسبب نقص الدواء, حين سقط البرميل: whether what stands at a word is only why or when something befell."""
    lists, before = word_lists(_WORDS), passage.words[event - 1] if event else ""
    return before in lists["why"] or before in lists["when"]


def is_of_their_people(passage: Passage, at: int) -> bool:
    """طلاب 11 مدرسة: whether those who are of what a figure counts are spoken of, and not that."""
    return at > 0 and passage.words[at - 1] in word_lists(_WORDS)["people_of"] and not passage.is_apart(at - 1, at)


def is_aimed(passage: Passage, found: Befallen) -> bool:
    """وتستهدف الحملة 34 مدرسة: whether what is aimed at a thing is a campaign, and strikes none."""
    words, lists = passage.words, word_lists(_WORDS)
    if lists["aims"].isdisjoint(stems(words[found.first])):
        return False
    first, _ = passage.sentence_of(found.first)
    before = words[max(first, found.first - _FROM_WHOM) : found.first]
    return any(
        not lists["campaigns"].isdisjoint(map(bare, stems(word))) for word in (*before, passage.word_behind(found.last))
    )


def is_in_a_camp(passage: Passage, lives: int) -> bool:
    """يقيمون في الخيام: whether the place behind a verb of living is for those who were displaced."""
    _, end = passage.sentence_of(lives)
    behind = passage.words[lives + 1 : min(end, lives + 1 + _NEAR)]
    return any(not word_lists(_WORDS)["camps"].isdisjoint(map(bare, stems(word))) for word in behind)
