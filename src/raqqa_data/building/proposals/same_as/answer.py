"""The same figure told twice in one text: a headline, its lead and the body."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raqqa_data.building.proposals.proposal import Proposal, Question
from raqqa_data.building.proposals.same_as.another_happening import goes_on_to_another, happens_anew
from raqqa_data.building.proposals.words.events_and_things import counted
from raqqa_data.reading.mention import Kind, Mention, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from raqqa_data.building.proposals.passage.passage import Passage
    from raqqa_data.records.estimate import Estimate
    from raqqa_data.records.place import Place
    from raqqa_data.records.subgroup import Subgroup


_LEAD = 1  # the paragraph behind a headline
_BODY = 4  # paragraphs in which a headline is told again
_MANY = 5
_TEN = 10
_DIGITS = 3  # of a number that is no round one

_STATED = frozenset({"in its clause", "behind the place's name", "right behind it", "in the sentence"})
"""The rules of what the sentence of a figure states itself."""


def repeats(
    passage: Passage,
    answers: Mapping[int, Mapping[Question, Proposal]],
    ids: Mapping[int, str],
    places: Mapping[str, Place],
    apart: Callable[[Mention, Mention], bool],
) -> Iterator[Proposal]:
    """Which figure says again what an earlier one said: one number, one indicator, nothing against it.

    Args:
        passage: The text.
        answers: What is proposed of each figure.
        ids: The id of each figure's observation.
        places: The places that proposals name.
        apart: Whether two figures stand in cells of one table, which tells nothing twice.
    """
    seen: dict[tuple[Estimate, str | None], list[Mention]] = {}
    for figure in passage.figures:
        if figure.estimate is None:
            continue
        alike = seen.setdefault((figure.estimate, figure.unit), [])
        beside = False
        for earlier in alike:
            if apart(earlier, figure):
                beside = True  # one of each number of a table is enough to compare with
            elif _is_told_again(passage, earlier, figure, answers, places):
                yield Proposal(
                    figure=Span(figure.start, figure.end, figure.text),
                    question=Question.SAME_AS,
                    answer=ids[earlier.start],
                    evidence=(Span(earlier.start, earlier.end, earlier.text),),
                    rule="the same number again",
                    strength=0.8,
                )
                break
        else:
            if not beside:
                alike.append(figure)


def _is_told_again(
    passage: Passage,
    earlier: Mention,
    figure: Mention,
    answers: Mapping[int, Mapping[Question, Proposal]],
    places: Mapping[str, Place],
) -> bool:
    before, told = answers[earlier.start], answers[figure.start]
    one, two = before.get(Question.WHAT), told.get(Question.WHAT)
    headline = passage.words_of(earlier)[0] < passage.sentence_of(0)[1]
    early = passage.paragraph[passage.words_of(figure)[0]] <= _BODY
    if not headline and (figure.value or 0) < _MANY and _noun(passage, earlier) != _noun(passage, figure):
        return False  # شرطيان are no مصوران
    if goes_on_to_another(passage, earlier, figure, answers):
        return False
    begins = passage.paragraph[passage.words_of(earlier)[0]] < passage.paragraph[passage.words_of(figure)[0]]
    excused = (headline and begins) or _are_there_and_then(before, told)
    if not excused and happens_anew(passage, figure, told, before.get(Question.WHO)):
        return False
    if headline and early and _is_distinct(figure) and not _are_two(passage, earlier, figure, one, two):
        pass  # 8,270 in a headline and in the lead are no chance
    elif one is None or two is None:
        # of a headline, a measure of so many units is told again whatever is said of it
        alone = headline and early and earlier.noun is None and one is None and _is_no_round_number(figure)
        if not alone and not (headline and figure.kind in {Kind.MEASURE, Kind.MONEY}):
            return False
    elif not _is_one(figure, one.answer, two.answer) or not _of_the_same(one.subgroup, two.subgroup, headline=headline):
        return False
    # a headline of many is told again, whatever part of its place the text then names
    leads = headline and passage.paragraph[passage.words_of(figure)[0]] <= _LEAD
    return _agree(before, told, passage, earlier, figure, places, headline=leads and (figure.value or 0) >= _MANY)


def _is_distinct(figure: Mention) -> bool:
    """Whether a number is no round one, so that two of it in a text are hardly chance."""
    digits = f"{figure.value:.15g}".replace(".", "").strip("0") if figure.value is not None else ""
    return len(digits) >= _DIGITS and figure.kind in {Kind.CARDINAL, Kind.MEASURE, Kind.MONEY}


def _is_no_round_number(figure: Mention) -> bool:
    value = figure.value or 0
    return figure.kind is Kind.CARDINAL and value > _TEN and value % _TEN != 0


def _noun(passage: Passage, figure: Mention) -> str:
    return "" if figure.noun is None else passage.words[passage.at(figure.noun.start)].removeprefix("ال")


def _are_two(passage: Passage, earlier: Mention, figure: Mention, one: Proposal | None, two: Proposal | None) -> bool:
    """Whether what is counted tells two figures apart: dead and wounded, schools and homes."""
    if one is not None and two is not None:
        return not _is_one(figure, one.answer, two.answer)
    nouns = [passage.words[passage.at(told.noun.start)] for told in (earlier, figure) if told.noun is not None]
    what = [counted([noun], by_noun=True) for noun in nouns]
    people = all(one is not None and one.unit == "person" for one in what)
    return len({noun.removeprefix("ال") for noun in nouns}) > 1 and not people


def _is_one(figure: Mention, one: str, other: str) -> bool:
    """Whether two indicators are one; of two that are measured, one may leave out of which goods."""
    short, long = sorted((one, other), key=len)
    return one == other or (figure.kind in {Kind.MEASURE, Kind.MONEY} and long.endswith(f"_{short}"))


def _of_the_same(one: Subgroup | None, two: Subgroup | None, *, headline: bool) -> bool:
    """Whether the same people are counted; a headline may leave out who they are."""
    return one == two or (headline and (one is None or two is None))


def _agree(
    before: Mapping[Question, Proposal],
    told: Mapping[Question, Proposal],
    passage: Passage,
    earlier: Mention,
    figure: Mention,
    places: Mapping[str, Place],
    *,
    headline: bool,
) -> bool:
    if passage.sentence[passage.words_of(earlier)[0]] == passage.sentence[passage.words_of(figure)[0]]:
        return False
    for question in (Question.WHERE, Question.WHEN):
        one, two = before.get(question), told.get(question)
        if one and two and _STATED.issuperset((one.rule, two.rule)) and one.answer != two.answer:
            if question is Question.WHERE and _may_be_one(one.answer, two.answer, places, headline=headline):
                continue
            return False
    return True


def _are_there_and_then(before: Mapping[Question, Proposal], told: Mapping[Question, Proposal]) -> bool:
    """Whether the sentences of two figures state one place and one day."""
    asked = (Question.WHERE, Question.WHEN)
    both = [(before[question], told[question]) for question in asked if question in before and question in told]
    return len(both) == len(asked) and all(
        one.answer == two.answer and _STATED.issuperset((one.rule, two.rule)) for one, two in both
    )


def _may_be_one(one: str, other: str, places: Mapping[str, Place], *, headline: bool) -> bool:
    """Whether one place is in the other: the camp of which the headline names the country.

    Of a headline it may also be in one region with the other, or be a place of which no more is known.
    """
    if one not in places or other not in places:
        return False
    first, second = places[one].chain, places[other].chain
    if places[one].lies_in(places[other]) or places[other].lies_in(places[one]):
        return True
    regions = {place.id for place in first if place.kind != "country"}
    return headline and (len(first) == 1 or len(second) == 1 or any(place.id in regions for place in second))
