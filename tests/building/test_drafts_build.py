"""Whatever is drafted in full can be built, and the drafts of many documents can be collected."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

import pytest

import raqqa_data as rd
from benchmarks.proposals import GOLD, articles_in
from raqqa_data.building.draft_records import complete

if TYPE_CHECKING:
    from raqqa_data.building.draft_records import Unrecorded
    from raqqa_data.catalogue import Catalogue

FOLDERS = [GOLD, *(GOLD / name for name in ("second", "third", "fourth", "sixth", "seventh"))]
OPEN = re.compile("nothing in the text says its ")
KNOWN = (
    "counts family, but the indicator",  # أربعة من عائلة واحدة
    "counts clinic, but the indicator",  # a clinic is told as one of the centres that closed
    "a count is a whole number",  # 1.982 for 1,982
)


@functools.cache
def built() -> list[tuple[str, Catalogue, tuple[Unrecorded, ...]]]:
    """Each article's id, and what can be built of its draft."""
    articles = [one for folder in FOLDERS for several in articles_in(folder).values() for one in several]
    made: list[tuple[str, Catalogue, tuple[Unrecorded, ...]]] = []
    for article in articles:
        draft = rd.draft(
            article["text"], document_id=article["id"], reference=article["published"], until_published=True
        )
        made.append((article["id"], *complete(draft.text, draft.toml)))
    return made


def test_what_is_drafted_in_full_is_built() -> None:
    faults = [
        (name, one.phrase, one.problem)
        for name, _, left in built()
        for one in left
        if not OPEN.match(one.problem) and not any(known in one.problem for known in KNOWN)
    ]
    assert faults == []


def test_all_of_them_are_collected() -> None:
    held = rd.collect(*(catalogue for _, catalogue, _ in built()))
    assert len(held.documents) == len(built())
    assert len(held) == sum(len(catalogue.observations) for _, catalogue, _ in built()) > 500


def test_an_event_whose_day_its_words_alone_do_not_say() -> None:
    text = "وقع الانفجار في حلب مساء الجمعة وقتل 3 أشخاص."
    draft = rd.draft(text, document_id="a", reference="2023-09-12")  # of a Friday alone the nearest is meant
    catalogue, _ = complete(draft.text, draft.toml)
    (event,) = catalogue.events
    assert (str(event.period), event.inferred) == ("2023-09-08", "the words around it say which one is meant")


def test_a_printed_date_is_not_contradicted_with_a_reason() -> None:
    text = "وقع الانفجار في حلب في 5 آذار 2017."
    draft = rd.draft(text, document_id="a", reference="2023-09-15")
    toml = re.sub('reads = "2017-03-05"', 'period = "2017-03-06"\ninferred = "so it is"', draft.toml)
    _, left = complete(draft.text, toml)
    assert "but the phrase" in left[0].problem


@pytest.mark.parametrize(
    ("text", "built_of"),
    [
        ("قتل 14 شخصا في حلب، خمسة منهم أطفال.", 2),
        ("أصيب 27 شخصا في حلب، ستة منهم نقلوا إلى دمشق.", 2),
        ("في حلب تعمل 9 مدارس فقط من 31 مدرسة.", 2),
        ("وصل 26 قاربا إلى حلب، انطلق خمسة منها من الساحل.", 2),
    ],
)
def test_some_of_a_whole_need_not_be_all(text: str, built_of: int) -> None:
    draft = rd.draft(text, document_id="a", reference="2023-09-15", until_published=True, place="aleppo")
    catalogue, left = complete(draft.text, draft.toml)
    assert (len(catalogue.observations), left) == (built_of, ())


def test_a_share_says_of_what_or_leaves_it_open() -> None:
    draft = rd.draft("عاد 40 في المئة من السكان. وارتفعت الأسعار 5 في المئة.", document_id="a")
    assert 'of = "السكان"' in draft
    assert 'of = "FILL IN"' in draft
    draft = rd.draft("عبر 220 ألف شخص، 70 في المئة منهم أطفال.", document_id="a")
    assert 'of = "220 ألف شخص"' in draft


@pytest.mark.parametrize(
    ("text", "phrase"),
    [("أفاد الشركاء عن حالتي وفاة.", "حالتي وفاة"), ("سجلت حالتا وفاة في المدينة.", "حالتا وفاة")],
)
def test_a_dual_takes_the_word_behind_it_into_its_phrase(text: str, phrase: str) -> None:
    assert f'phrase = "{phrase}"' in rd.draft(text, document_id="a")


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("سجل 46 قتيلا خلال أسبوع.", "أسبوع"),
        ("سجل 46 قتيلا خلال يومين.", "يومين"),
        ("سجل 46 قتيلا وخلال ٤٨ ساعة دفنوا.", "٤٨ ساعة"),
        ("سجل 46 قتيلا في غضون أقل من ساعة.", "أقل من ساعة"),
        ("سجل 46 قتيلا قبل ساعتين.", "ساعتين"),
        ("سجل 46 قتيلا في الساعات الـ24 الماضية.", "الساعات الـ24"),
        ("سجل 46 قتيلا في الـ 48 ساعة الأخيرة.", "48 ساعة"),
        ("يتوقع وصول 46 شخصا في الساعات الست المقبلة.", "الساعات الست"),
    ],
)
def test_a_span_that_only_says_when_is_no_observation(text: str, span: str) -> None:
    draft = rd.draft(text, document_id="a")
    assert [one.mention.value for one in draft.observations] == [46]
    assert [(mention.text, reason) for mention, reason in draft.left_out] == [
        (span, "it says within what time something was")
    ]
    assert 'id = "duration"' not in draft


def test_a_span_that_says_how_long_something_lasted_is_an_observation() -> None:
    draft = rd.draft("استمر الحصار ثلاثة أيام، وانقطع الماء مدة أسبوعين، وحكم عليه بالسجن سبع سنوات.", document_id="a")
    assert [one.mention.text for one in draft.observations] == ["ثلاثة أيام", "أسبوعين", "سبع سنوات"]


def test_a_word_that_states_a_figure_only_in_its_sentence_is_no_observation() -> None:
    draft = rd.draft("بعد أسبوع من القصف عاد 46 شخصا.", document_id="a")
    assert [reason for _, reason in draft.left_out] == [
        "'أسبوع' states a figure only with the words around it; quote it with them"
    ]


def test_a_draft_made_with_a_reference_file_is_built_without_it() -> None:
    known = """
[[agent]]
id = "jisr"
name = { en = "Jisr association", ar = "جمعية جسر" }

[[place]]
id = "olive-valley"
name = { en = "Olive Valley", ar = "وادي الزيتون" }
kind = "town"

[[indicator]]
id = "saplings"
name = { en = "Saplings given out", ar = "الشتول الموزعة" }
unit = "tree"
additivity = "flow"
aliases = ["شتلة"]

[[event]]
id = "market_fire"
name = { en = "Fire in the market", ar = "حريق السوق" }
period = "2021-05-03"
"""
    text = "قالت جمعية جسر إنها وزعت 300 شتلة في وادي الزيتون يوم 5 أيار 2021 على متضرري حريق السوق."
    draft = rd.draft(text, document_id="a", reference="2021-05-06", known=known)
    named = draft.toml.replace('name = { en = "FILL IN", ar = "FILL IN" }', 'name = { en = "A", ar = "أ" }')
    built = rd.loads(rd.build(text, named.replace('place = "FILL IN"', 'place = "olive-valley"'), proposed=True))
    (record,) = built.observations
    assert (record.indicator.id, record.place.id, record.event) == ("saplings", "olive-valley", "market_fire")
    assert record.attributed_to is not None
    assert record.attributed_to.name.en == "Jisr association"
