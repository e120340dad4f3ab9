"""The same figure told twice in one text: a headline, its lead and the body."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raqqa_data.building.proposals.proposal import Proposal, Question
from raqqa_data.reading.mention import Mention, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from raqqa_data.building.proposals.passage import Passage


def repeats(
    passage: Passage,
    answers: Mapping[int, Mapping[Question, Proposal]],
    ids: Mapping[int, str],
) -> Iterator[Proposal]:
    """Which figure says again what an earlier one said: one number, one indicator, nothing against it."""
    seen: list[Mention] = []
    for figure in passage.figures:
        told = answers[figure.start]
        what = told.get(Question.WHAT)
        if figure.estimate is None or what is None:
            continue
        for earlier in seen:
            before = answers[earlier.start]
            if (
                earlier.estimate == figure.estimate
                and before[Question.WHAT].answer == what.answer
                and before[Question.WHAT].subgroup == what.subgroup
                and _agree(before, told, passage, earlier, figure)
            ):
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
            seen.append(figure)


def _agree(
    before: Mapping[Question, Proposal],
    told: Mapping[Question, Proposal],
    passage: Passage,
    earlier: Mention,
    figure: Mention,
) -> bool:
    if passage.sentence[passage.words_of(earlier)[0]] == passage.sentence[passage.words_of(figure)[0]]:
        return False
    sure = 0.85  # stated in the sentence itself
    for question in (Question.WHERE, Question.WHEN):
        one, two = before.get(question), told.get(question)
        if one and two and min(one.strength, two.strength) > sure and one.answer != two.answer:
            return False
    return True
