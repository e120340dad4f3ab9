from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import attrs
import pytest

import raqqa_data as rd
from raqqa_data.annotate.worksheet import Drafting
from raqqa_data.building.draft_records import records_of


def drafted(text: str, **said: Any) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = tomllib.loads(rd.draft(text, document_id="a", **said))["observation"]
    return rows


def test_what_no_words_date_was_by_the_day_of_publication() -> None:
    text = "قتل 12 شخصا في حلب. وأصيب 3 أطفال في إدلب أمس."
    rows = drafted(text, reference="2023-05-10", until_published=True)
    assert [row["period"] for row in rows] == ["../2023-05-10", "2023-05-09"]
    assert ["inferred" in row for row in rows] == [True, False]
    assert [row["period"] for row in drafted(text, reference="2023-05-10")] == ["FILL IN", "2023-05-09"]


def test_the_end_of_when_it_was_published_counts() -> None:
    (row,) = drafted("قتل 12 شخصا في حلب.", reference="2023-05/2023-07", until_published=True)
    assert row["period"] == "../2023-07"
    (row,) = drafted("قتل 12 شخصا في حلب.", until_published=True)
    assert row["period"] == "FILL IN"


@pytest.mark.parametrize(
    "text",
    [
        "ستوزع المنظمة 400 سلة غذائية.",
        "وستوزع المنظمة 400 سلة غذائية.",
        "من المتوقع أن يعود 3000 نازح.",
        "تعتزم البلدية ترميم 12 مدرسة.",
        "سوف يستفيد 500 طالب من المشروع.",
        "يفتتح المجلس 3 مراكز في الأسبوع المقبل.",
        "وقد تنفق الوزارة 3 ملايين دولار.",
        "تخطط الوزارة لبناء 40 وحدة سكنية.",
        "وسيبلغ عدد المستفيدين 900 شخص.",
        "سيرتفع العدد إلى 40 شخصا.",
        "سيدفع المجلس 900 دولار.",
        "ستأخذ القافلة 30 خيمة.",
        "تعهد المانحون بتقديم 6 ملايين دولار.",
    ],
)
def test_what_is_still_to_come_stays_open(text: str) -> None:
    periods = {row["period"] for row in drafted(text, reference="2023-05-10", until_published=True)}
    assert "../2023-05-10" not in periods


@pytest.mark.parametrize(
    "text",
    [
        "احترقت ستة منازل و4 سيارات.",
        "أصيب ستون شخصا بينهم 3 سيدات.",
        "سيطر الدفاع المدني على 5 حرائق.",
        "قضى 4 أشخاص في سيول.",
        "يسكن القرية 500 شخص.",
        "في المستشفى ستائر و30 سريرا.",
        "يعمل 9 موظفين منذ سنوات في سيارات الإسعاف.",
        "في البلدة سياسيون و12 سيدة.",
    ],
)
def test_what_only_looks_like_it_does_not(text: str) -> None:
    for row in drafted(text, reference="2023-05-10", until_published=True):
        assert row["period"] == "../2023-05-10"


def test_where_the_text_names_no_place() -> None:
    text = "قتل 12 شخصا. وأصيب 3 أطفال في إدلب."
    for place in ("syria", "سوريا"):
        rows = drafted(text, place=place)
        assert [(row["place"], row.get("where_prec", 1)) for row in rows] == [("syria", 6), ("idlib", 1)]
    rows = drafted(text, place="محافظة إدلب")
    assert [(row["place"], row.get("where_prec", 1)) for row in rows] == [("idlib-governorate", 4), ("idlib", 1)]
    own = '[[place]]\nid = "camp"\nname = { en = "Camp", ar = "مخيم الوادي" }\nkind = "camp"'
    (row,) = drafted("قتل 12 شخصا.", place="camp", known=own)
    assert (row["place"], row["where_prec"]) == ("camp", 2)


def test_it_is_no_place_of_a_text_on_places_elsewhere() -> None:
    (here, there) = drafted("قتل 12 شخصا. وأصيب 3 أطفال في صنعاء.", place="syria")
    assert (here["place"], there["place"]) == ("FILL IN", "sanaa")
    (here, there) = drafted("قتل 12 شخصا. وأصيب 3 أطفال في سوريا.", place="aleppo")
    assert (here["place"], there["place"]) == ("aleppo", "syria")


@pytest.mark.parametrize("place", ["nowhere", "", "حلب حمص", "مخيم"])
def test_no_place_of_that_name(place: str) -> None:
    with pytest.raises(rd.NotFoundError, match="no place"):
        rd.draft("قتل 12 شخصا.", place=place)


def test_of_several_of_one_name_none_is_taken() -> None:
    with pytest.raises(rd.NotFoundError, match="tripoli"):
        rd.draft("قتل 12 شخصا.", place="طرابلس")


def test_all_of_it_makes_records_that_say_so() -> None:
    text = "قتل 12 شخصا. وأصيب 3 أطفال في إدلب أمس."
    draft = rd.draft(
        text, document_id="a", reference="2023-05-10", place="syria", until_published=True, voice="civil-defence"
    )
    records, left = records_of(draft)
    assert left == ()
    assert [(one.place.id, one.where_prec, str(one.period), one.inferred is None) for one in records] == [
        ("syria", 6, "../2023-05-10", False),
        ("idlib", 1, "2023-05-09", True),
    ]
    assert {str(one.annotation) for one in records} == {"proposed"}


def test_whom_and_what_it_adds_up_to_is_told() -> None:
    text = "قتل 12 شخصا. وقتل 3 أشخاص في إدلب."
    records, _ = records_of(
        rd.draft(text, document_id="a", reference="2023-05-10", place="syria", until_published=True)
    )
    with pytest.raises(rd.NotSummarizable):
        rd.total(records.where(indicator="killed"))


def test_only_rules_that_are_right_so_often_propose() -> None:
    text = "قال الدفاع المدني إن 12 شخصا قتلوا في حلب. وبلغت كلفة المشروع 300 دولار، بحسب المجلس المحلي في حلب."
    every = rd.draft(text, document_id="a", reference="2023-05-10").proposals
    weakest, least, *_ = sorted({one.strength for one in every})
    some = rd.draft(text, document_id="a", reference="2023-05-10", least=least).proposals
    assert [one for one in every if one.strength > weakest] == list(some)
    assert rd.draft(text, document_id="a", least=1).proposals == ()


def test_of_a_publication_that_has_no_end_nothing_is_known() -> None:
    for reference in ("2022/..", "2022-10-20/.."):
        (row,) = drafted("قتل 12 شخصا في حلب.", reference=reference, until_published=True)
        assert row["period"] == "FILL IN"


@pytest.mark.parametrize("name", ["Syria", "syria", " syria ", "سوريا ", "  سوريا"])
def test_places_go_by_their_english_names_and_with_spaces_too(name: str) -> None:
    (row,) = drafted("قتل 12 شخصا.", place=name)
    assert row["place"] == "syria"


def test_agents_do_too() -> None:
    for name in ("Civil Defence", " civil-defence", "الدفاع  المدني"):
        (row,) = drafted("قتل 12 شخصا.", voice=name)
        assert row["attributed_to"] == "civil-defence"


@pytest.mark.parametrize("name", ["طرابلس", "Tripoli"])
def test_a_name_of_several_places_is_of_no_single_one(name: str) -> None:
    with pytest.raises(rd.NotFoundError, match="no single place .*tripoli, tripoli-"):
        drafted("قتل 12 شخصا.", place=name)


@pytest.mark.parametrize("name", ["", "  ", "Nowhere", "لا مكان"])
def test_what_no_list_has_is_no_place(name: str) -> None:
    with pytest.raises(rd.NotFoundError, match="no place"):
        drafted("قتل 12 شخصا.", place=name)


def test_what_is_asked_for_on_the_page_or_of_a_folder_reaches_the_draft(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("قتل 12 شخصا. وبلغت الكلفة 300 دولار.", "utf-8")
    asked = Drafting(reference="2023-05-10", voice="sohr", place="syria", until_published=True)
    for drafting, filled in ((asked, 2), (attrs.evolve(asked, least=1), 0)):
        drafting.check()
        draft = drafting.of(rd.open_source(path), "a")
        assert draft.count('place = "syria"') == draft.count('period = "../2023-05-10"') == 2
        assert draft.count('attributed_to = "sohr"') == 2
        assert len(draft.proposals) == filled
    with pytest.raises(rd.NotFoundError, match="no place"):
        attrs.evolve(asked, place="nowhere").check()


@pytest.mark.parametrize("argument", ["voice", "place"])
@pytest.mark.parametrize("said", [5, ["aleppo"], b"aleppo"])
def test_whom_no_text_names_cannot_be_looked_up(argument: str, said: object) -> None:
    with pytest.raises(rd.ReadingError, match=rf"{argument} is of type {type(said).__name__}: give the id"):
        drafted("قتل 12 شخصا في حلب.", **{argument: said})


@pytest.mark.parametrize("least", [85, -0.1, "0.85", float("nan"), None])
def test_how_often_a_rule_is_right_is_a_share(least: object) -> None:
    with pytest.raises(rd.RecordError, match="draft.least = .*a share from 0 to 1"):
        drafted("قتل 12 شخصا في حلب.", least=least)
