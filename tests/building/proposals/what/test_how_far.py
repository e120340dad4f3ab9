"""How far from a figure the words may stand that say what it is, and by which rule they say it."""

from __future__ import annotations

import pytest

import raqqa_data as rd
from raqqa_data import Question


def proposal(text: str, **asked: object) -> rd.Proposal | None:
    draft = rd.draft(text, document_id="report", reference="2023-05-10", **asked)  # type: ignore[arg-type]
    proposals = draft.observations[-1].proposals
    return next((one for one in proposals if one.question is Question.WHAT), None)


@pytest.mark.parametrize(("between", "rule"), [(7, "what lasts"), (8, "what its unit says")])
def test_what_lasts_stands_within_eight_words_of_how_long(between: int, rule: str) -> None:
    found = proposal(f"حصار {' '.join(['كامل'] * between)} لقرابة 4 أشهر.")
    assert found is not None
    assert found.rule == rule


@pytest.mark.parametrize(("between", "own"), [(15, True), (16, False)])
def test_an_indicator_of_ones_own_stands_within_sixteen_words_before_a_figure(between: int, own: bool) -> None:
    assert _is_own(f"الضجيج {' '.join(['كامل'] * between)} 40.") is own


@pytest.mark.parametrize(("between", "own"), [(5, True), (6, False)])
def test_and_within_six_words_behind_it(between: int, own: bool) -> None:
    assert _is_own(f"بلغ 40 {' '.join(['كامل'] * between)} الضجيج.") is own


def _is_own(text: str) -> bool:
    known = '[[indicator]]\nid = "noise"\nname = {en = "Noise", ar = "الضجيج"}\nunit = "item"\nadditivity = "flow"\n'
    found = proposal(text, known=known)
    return found is not None and found.rule == "the reference file"


@pytest.mark.parametrize(
    ("text", "rule", "answer"),
    [
        ("قتل 12 شخصا.", "event and counted noun", "killed"),
        ("قتل 12 رجلا من أهل القرية و4 نساء.", "event of the figure before", "killed"),
        ("قتل مساء أمس في الحي القديم نحو 12 شخصا.", "event in the clause", "killed"),
        ("انتشر المرض في 58 قرية.", "sites behind in", "villages_existing"),
    ],
)
def test_the_rule_says_how_near_the_event_is(text: str, rule: str, answer: str) -> None:
    found = proposal(text)
    assert found is not None
    assert (found.rule, found.answer) == (rule, answer)
