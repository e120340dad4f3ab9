"""Records that a draft proposes in full, and the figures of which none can be made."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import raqqa_data as rd
from raqqa_data.building.draft_records import complete, records_of
from raqqa_data.records.observation import Annotation

OPEN_NAME = 'name = { en = "FILL IN", ar = "FILL IN" }  # what it is and who wrote it, in words of your own\n'
SENTENCES = (
    "قال الدفاع المدني إن 12 شخصا قتلوا في حلب أمس، بينهم 3 أطفال.",
    "وكان هناك 300 شخص.",
    "وكلفت الأعمال 3 ملايين ليرة.",
    "وقُتل 12 شخصا في حلب أمس.",
    "أعيد بناء 15 جسرا في الرقة عام 2019.",
    "وأصيب نحو 40 شخصا، بحسب الهلال الأحمر السوري.",
    "ونزح 200 شخص من حلب في أيار 2016، منهم 150 امرأة و80 طفلا.",
)


def drafted(*sentences: str) -> rd.Draft:
    return rd.draft(" ".join(sentences), document_id="paper", reference="2016-05-02")


@given(st.permutations(SENTENCES).flatmap(lambda order: st.integers(1, len(order)).map(lambda size: order[:size])))
def test_every_figure_is_a_record_or_has_a_reason(sentences: list[str]) -> None:
    draft = drafted(*sentences)
    records, left = records_of(draft)
    figures = {one.mention.start for one in draft.observations} | {
        figure.start for figure, _ in draft.left_out if figure.kind is not rd.reading.Kind.DATE
    }
    assert sorted([one.quote.start for one in records] + [one.start for one in left]) == sorted(figures)
    assert all(one.problem for one in left)
    assert all(draft.text.startswith(one.phrase, one.start) for one in left)


def test_what_is_proposed_in_full_is_what_build_makes() -> None:
    draft = drafted(SENTENCES[0])
    records, left = records_of(draft)
    named = draft.toml.partition("[[event]]")[0].replace(OPEN_NAME, "")
    assert records == rd.loads(rd.build(draft.text, named, proposed=True)).observations
    assert left == ()
    assert {one.annotation for one in records} == {Annotation.PROPOSED}


@pytest.mark.parametrize(
    ("sentence", "problem"),
    [
        ("وكان هناك 300 شخص.", "nothing in the text says its indicator, place, period"),
        ("وكلفت الأعمال 3 ملايين ليرة.", "money of a currency that several countries have"),
        ("قُتل 12 شخصا في حلب أمس. وقُتل 12 شخصا في حلب أمس.", "the same figure again, as of paper.killed"),
        ("قُتل 12 شخصا أمس.", "nothing in the text says its place"),
    ],
)
def test_why_there_is_no_record(sentence: str, problem: str) -> None:
    _, left = records_of(drafted(sentence))
    assert problem in left[-1].problem


def test_where_nobody_says_it_the_document_does() -> None:
    (record,), _ = records_of(drafted("قُتل 12 شخصا في حلب أمس."))
    assert record.attributed_to is None


def test_an_agent_without_an_english_name_goes_by_its_arabic_one() -> None:
    (record,), _ = records_of(drafted("وبحسب مجلس بلدة النخيل، قُتل 12 شخصا في حلب أمس."))
    assert record.attributed_to is not None
    assert record.attributed_to.name.en == record.attributed_to.name.ar


def test_parts_of_a_whole_that_is_no_record_stand_alone() -> None:
    """The parts are more than the exact whole, so that the whole is refused."""
    records, left = records_of(drafted(SENTENCES[6]))
    assert [(one.phrase, one.start) for one in left] == [("200 شخص", 5)]
    assert "its parts are" in left[0].problem
    assert [one.part_of for one in records] == [None, None]


@pytest.mark.parametrize(
    ("written", "path"),
    [
        ("observation = [1]", "observation[0].phrase"),
        ("event = 1", "event"),
        ("agent = [1]", "agent[0]"),
        ("document = 1", "document"),
        ("unknown = 1", "unknown"),
        ("[[observation]]\nid = 'a.b'\nstart = 3", "observation[0].phrase"),
        ("[[event]]\nphrase = 'x'\nstart = '3'", "event[0].start"),
        ("[document", ""),
        ("", "document"),
    ],
)
def test_what_is_no_annotation_at_all_is_told(written: str, path: str) -> None:
    document = "" if "document" in {written[:8].strip("["), path} else "\n[document]\nid = 'paper'\n"
    with pytest.raises(rd.AnnotationError) as caught:
        complete("نص", f"{written}{document}")
    assert path in {problem.path for problem in caught.value.problems}


def test_what_a_record_can_do_without_may_stay_open_where_proposals_are_taken() -> None:
    text = "كشفت منظمة بلسم المحلية أن 12 شخصا قتلوا في حلب يوم 3 أيار 2016. وأصيب 5 في حلب يوم 4 أيار 2016."
    draft = rd.draft(text, document_id="a")
    for blank in ('name = { en = "FILL IN", ar = "FILL IN" }', 'published = "FILL IN"', 'attributed_to = "FILL IN"'):
        assert blank in draft
    catalogue = rd.loads(rd.build(text, draft, proposed=True))
    assert (catalogue.document.name, catalogue.document.published) == (None, None)
    first, second = catalogue.observations
    assert first.attributed_to is not None
    assert first.attributed_to.name.en == first.attributed_to.name.ar
    assert second.attributed_to is None
    with pytest.raises(rd.AnnotationError, match="document.published: is still to be filled in"):
        rd.build(text, draft)


@pytest.mark.parametrize("field", ["indicator", "place", "period"])
def test_what_a_record_needs_may_not_stay_open(field: str) -> None:
    draft = rd.draft("قُتل 12 شخصا في حلب يوم 3 أيار 2016.", document_id="a")
    (line,) = (line for line in draft.splitlines() if line.startswith(f"{field} = "))
    with pytest.raises(rd.AnnotationError, match=rf"observation\[0\].{field}: is still to be filled in"):
        rd.build(draft.text, draft.replace(line, f'{field} = "FILL IN"'), proposed=True)


def test_what_nothing_in_the_text_says_is_named_field_by_field() -> None:
    draft = rd.draft("قتل 12 شخصا في حلب عام 2016. وبلغ المؤشر 300.", document_id="aleppo")
    (left,) = (one for one in records_of(draft)[1] if one.phrase == "300")
    assert left.problem == f"nothing in the text says its {', '.join(left.missing)}"
    assert "indicator" in left.missing
