"""Whether a text goes on to another happening, in which as many may have been harmed as in the one before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raqqa_data.building.proposals.proposal import Proposal, Question
from raqqa_data.building.proposals.when.dated_events import event_kind
from raqqa_data.building.proposals.when.dates_of_others import between, lists_of_when
from raqqa_data.building.proposals.when.incident_day import HARM, names_event
from raqqa_data.building.proposals.words.affixes import stems
from raqqa_data.building.proposals.words.vocabulary import word_lists

if TYPE_CHECKING:
    from collections.abc import Mapping

    from raqqa_data.building.proposals.passage.passage import Passage
    from raqqa_data.reading.mention import Mention

_CLAUSES = "clauses.toml"
_NAMED = 2  # words of an event: حادث سير آخر
_ARTICLES = ("ال", "لل")


def goes_on_to_another(
    passage: Passage, earlier: Mention, figure: Mention, answers: Mapping[int, Mapping[Question, Proposal]]
) -> bool:
    """وفي حادث آخر, 7 مدنيين آخرين: whether words say of a figure that it is of another happening.

    Args:
        passage: The text.
        earlier: A figure of the same number.
        figure: The one that may say it again.
        answers: What is proposed of each figure.
    """
    first, end = passage.sentence_of(passage.words_of(figure)[0])
    if _names_another(passage, first, end) or _are_others(passage, figure, answers):
        return True
    if _is_taken_up(passage, figure):
        return False
    behind = passage.sentence_of(passage.words_of(earlier)[0])[1]
    return _names_another(passage, max(behind, passage.paragraph_of(first)), first)


def happens_anew(passage: Passage, figure: Mention, told: Mapping[Question, Proposal], whom: Proposal | None) -> bool:
    """Whether a sentence tells whom an event harmed as news, and not again what the text has told.

    Args:
        passage: The text.
        figure: A figure of the sentence.
        told: What is proposed of it.
        whom: Who says an earlier figure of the same number.
    """
    at, last = passage.words_of(figure)
    first, end = passage.sentence_of(at)
    who, what = told.get(Question.WHO), told.get(Question.WHAT)
    if what is None or what.answer not in HARM or _is_taken_up(passage, figure):
        return False
    if between(passage, first, at, "thereafter") or between(passage, first, end, "besides"):
        return True
    stated = who is not None and any(first <= passage.at(span.start) < end for span in who.evidence)
    if stated and (whom is None or who is None or whom.answer != who.answer):
        return False  # another says it too
    events = [word for word in range(first, end) if names_event(passage, word, word + 1)]
    if any(_is_definite(passage.words[word]) for word in events):
        return False
    return not stated or any(event_kind(passage.words[word]) is not None for word in events if not at <= word <= last)


def _names_another(passage: Passage, first: int, end: int) -> bool:
    """Whether "another" stands behind an event, a matter or a place: منازل أخرى are of the same."""
    return any(
        names_event(passage, begin := max(first, word - _NAMED), word) or between(passage, begin, word, "matters")
        for word in passage.standing(lists_of_when).each("apart", first + 1, end)
    )


def _are_others(passage: Passage, figure: Mention, answers: Mapping[int, Mapping[Question, Proposal]]) -> bool:
    """قتل 7. كما قتل 7 آخرون: others than those of whom the figure before told the same; not وأصيب 7 آخرون."""
    _, last = passage.words_of(figure)
    if not {passage.words[last], passage.word_behind(last)} & word_lists(_CLAUSES)["others"]:
        return False
    place = passage.figures.index(figure)
    before = None if place == 0 else answers[passage.figures[place - 1].start].get(Question.WHAT)
    what = answers[figure.start].get(Question.WHAT)
    return before is not None and what is not None and before.answer == what.answer


def _is_taken_up(passage: Passage, figure: Mention) -> bool:
    """الضحايا الـ34, القتلى السبعة: whether an article says that those are told already."""
    at, last = passage.words_of(figure)
    return any(map(_is_definite, passage.words[max(0, at - 1) : last + 1]))


def _is_definite(word: str) -> bool:
    return any(form.startswith(_ARTICLES) for form in stems(word))
