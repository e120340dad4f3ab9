from __future__ import annotations

import datetime as dt
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import raqqa_data as rd
from raqqa_data.errors import FileError
from tests.building.conftest import EXAMPLE


def test_every_mention_is_drafted_with_its_reading(article: str) -> None:
    drafted = tomllib.loads(rd.draft(article, document_id="olive-valley"))
    assert drafted["document"]["characters"] == len(article)
    for table in drafted["observation"]:
        assert article[table["start"] : table["start"] + len(table["phrase"])] == table["phrase"]
    assert [table["reads"] for table in drafted["observation"]] == [
        "nearly 3 week",
        "more than 1,200",
        "4 hectare",
        "90",
        "60",
        "30",
        "about 75 percent",
        "vague, at least 200",
    ]


def test_a_date_that_names_nothing_that_happened_is_no_event_and_is_told() -> None:
    text = "وصلت القافلة في 3 مارس 2021. ووقع هجوم في 5 مارس 2021."
    drafted = rd.draft(text)
    assert [table["reads"] for table in tomllib.loads(drafted)["event"]] == ["2021-03-05"]
    assert f'# no event: "3 مارس 2021" at {text.index("3 مارس")}, 2021-03-03\n' in drafted
    assert [(date.text, reason) for date, reason in drafted.left_out] == [
        ("3 مارس 2021", "names nothing that happened")
    ]


def test_a_figure_that_reads_two_ways_is_drafted_with_both() -> None:
    drafted = rd.draft("بلغ العدد 1,234 شجرة")
    assert 'reads = "1,234"  # or 1.234\n' in drafted
    assert tomllib.loads(drafted)["observation"][0]["reads"] == "1,234"


def test_a_draft_is_refused_until_it_is_filled_in(article: str) -> None:
    with pytest.raises(rd.AnnotationError) as caught:
        rd.build(article, rd.draft(article))
    paths = [path for path, _ in caught.value.problems]
    assert "observation[0].period" in paths
    assert all(message == "is still to be filled in" for _, message in caught.value.problems)


NAMELESS = 'name = { en = "FILL IN", ar = "FILL IN" }'


def test_a_draft_of_a_path_is_that_of_its_text_under_the_name_of_its_file(article: str, tmp_path: Path) -> None:
    named = 'name = { en = "article.ar.txt", ar = "article.ar.txt" }'
    assert rd.draft(EXAMPLE / "article.ar.txt") == rd.draft(article, document_id="article-ar").replace(
        NAMELESS, named, 1
    )
    with pytest.raises(FileError, match="cannot be read"):
        rd.draft(tmp_path / "absent.txt")


RELATIVE = "وقع هجوم أمس أصيب فيه 15 شخصا، ووقع انفجار قبل ثلاثة أيام أصيب فيه 20 شخصا."


def test_a_relative_date_without_a_reference_is_no_duration_and_says_so() -> None:
    drafted = rd.draft(RELATIVE)
    tables = tomllib.loads(drafted)
    assert [table["phrase"] for table in tables["observation"]] == ["15 شخصا", "20 شخصا"]
    assert [table["phrase"] for table in tables["event"]] == ["أمس", "قبل ثلاثة أيام"]
    assert all("reads" not in table for table in tables["event"])
    assert drafted.count("# counted from a day that is not known: fill in `published`") == 2
    assert '# no event: "أمس" at 4; counted from a day' in rd.draft("وصل أمس 15 شخصا.")


@pytest.mark.parametrize(
    ("before", "behind", "sentence"),
    [
        ("و" * 159 + " ", " " + "و" * 160, f"{'و' * 159} ⟦12 رجلا⟧ {'و' * 159}"),
        ("و" * 160 + " ", "", f"…{'و' * 159} ⟦12 رجلا⟧"),
        ("عاد. وصل ", " أمس. عاد", "وصل ⟦12 رجلا⟧ أمس."),
    ],
)
def test_the_sentence_of_a_figure_stands_above_it_as_far_as_it_is_short(
    before: str, behind: str, sentence: str
) -> None:
    assert f"# {sentence}" in rd.draft(f"{before}12 رجلا{behind}").toml.splitlines()


@pytest.mark.parametrize(
    "reference",
    [
        "2022-10-20",
        "2022-10-20T12:30:00Z",
        dt.date(2022, 10, 20),
        dt.datetime(2022, 10, 20, 3, tzinfo=dt.UTC),
        rd.Period("2022-10-20"),
    ],
)
def test_a_reference_reads_them_and_is_when_the_document_was_published(reference: Any) -> None:
    drafted = rd.draft(RELATIVE, reference=reference)
    tables = tomllib.loads(drafted)
    assert [table["reads"] for table in tables["event"]] == ["2022-10-19", "2022-10-17"]
    assert tables["document"]["published"] == "2022-10-20"
    assert "not known" not in drafted


def test_a_reference_that_names_no_day_leaves_days_unread() -> None:
    assert rd.draft(RELATIVE, reference="2022-10").count("counted from a day that is not known") == 2


def test_a_reference_that_is_no_date_is_told() -> None:
    with pytest.raises(rd.PeriodError):
        rd.draft("نص", reference="soon")
    wrong: Any = 2022
    with pytest.raises(rd.ReadingError, match="reference is of type int"):
        rd.draft("نص", reference=wrong)


def test_what_no_record_can_hold_is_a_comment_that_says_why() -> None:
    drafted = rd.draft("دفعت البلدية 2,400,000 دولار و5 ريالات لترميم 15 جسرا.")
    assert [table["phrase"] for table in tomllib.loads(drafted)["observation"]] == ["2,400,000 دولار", "15 جسرا"]
    assert "# not buildable: '5 ريالات' is money of a currency that several countries have" in drafted
    assert '# phrase = "5 ريالات"\n# start = 30\n' in drafted


def test_a_draft_offers_what_the_document_is_called() -> None:
    assert tomllib.loads(rd.draft("نص"))["document"]["name"] == {"en": "FILL IN", "ar": "FILL IN"}


@pytest.mark.parametrize("wrong", ["My Doc", "مقال", "", "a.b"])
def test_an_id_that_is_none_is_refused_at_once(wrong: str) -> None:
    with pytest.raises(rd.RecordError, match="Document.id = .*an id is lower-case ASCII letters"):
        rd.draft("نص", document_id=wrong)


def test_many_places_still_to_be_filled_in_are_one_line(article: str) -> None:
    with pytest.raises(rd.AnnotationError) as caught:
        rd.build(article, rd.draft(article))
    assert len(caught.value.problems) > 10
    assert len(str(caught.value).splitlines()) == 2
    assert ": is still to be filled in (and at " in str(caught.value)


def test_what_is_neither_text_nor_path_is_told() -> None:
    wrong: Any = None
    with pytest.raises(
        FileError, match=r"document: give its text \(str\) or its path \(pathlib.Path\), not a NoneType"
    ):
        rd.draft(wrong)


@given(st.text())
def test_any_text_drafts_to_toml_that_says_where_its_phrases_stand(text: str) -> None:
    drafted = tomllib.loads(rd.draft(text))
    for table in [*drafted.get("observation", []), *drafted.get("event", [])]:
        assert text[table["start"] : table["start"] + len(table["phrase"])] == table["phrase"]


@pytest.mark.parametrize(
    ("name", "head"), [("x.md", "---\ntitle: 7 بيوت\ndate: 2021-03-06\n---\n"), ("x.txt", "السبت 6 آذار 2021\n")]
)
def test_a_text_that_states_its_day_is_drafted_from_it(tmp_path: Path, name: str, head: str) -> None:
    (tmp_path / name).write_text(f"{head}\nعاد أمس 300 شخص إلى البلدة.\n", "utf-8")
    drafted = rd.draft(tmp_path / name)
    assert tomllib.loads(drafted)["document"]["published"] == "2021-03-06"
    assert [table["phrase"] for table in tomllib.loads(drafted)["observation"]] == ["300 شخص"]
    assert str(drafted) == str(rd.draft(rd.open_source(tmp_path / name)))


def test_a_mark_at_the_head_of_a_text_stays_in_it(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text("\ufeffعاد 300 شخص إلى البلدة.", "utf-8")
    assert tomllib.loads(rd.draft(tmp_path / "x.txt"))["observation"][0]["start"] == 5


def test_who_speaks_where_nobody_is_named() -> None:
    text = "قتل 12 شخصا في حلب. وقال الدفاع المدني إن 3 أطفال أصيبوا."
    own = '[[agent]]\nid = "watch"\nname = { en = "Watch", ar = "مرصد الوادي" }'
    for voice, who, known in (("sohr", "sohr", None), ("المرصد السوري", "sohr", None), ("مرصد الوادي", "watch", own)):
        drafted = rd.draft(text, document_id="a", voice=voice, known=known)
        rows = tomllib.loads(drafted)["observation"]
        assert [row["attributed_to"] for row in rows] == [who, "civil-defence"]
        assert [agent["id"] for agent in tomllib.loads(drafted)["agent"]] == ["civil-defence", who]
        assert f'attributed_to = "{who}"  # who: the document itself' in drafted
    for nobody in ("nobody", "", "المرصد السوري في حلب"):
        with pytest.raises(rd.NotFoundError, match="agent"):
            rd.draft(text, document_id="a", voice=nobody)
    with pytest.raises(rd.NotFoundError, match="did you mean 'sohr'"):
        rd.draft(text, document_id="a", voice="المرصد السوري لحقوق الانسنا")


@pytest.mark.parametrize(
    ("file", "title", "names"),
    [
        ("reports/news 5.html", "خبر من البلدة", ("news 5.html", "خبر من البلدة")),
        ("reports/تقرير.txt", None, ("تقرير.txt", "تقرير.txt")),
        ("a.docx", "Document1", ("a.docx", "a.docx")),
        ("a\u202e.txt", None, ("FILL IN", "FILL IN")),
        ("standard input", None, ("FILL IN", "FILL IN")),
    ],
)
def test_a_document_is_called_after_its_title_and_its_file(
    file: str, title: str | None, names: tuple[str, str]
) -> None:
    source = rd.Source(name=file, text="وصل 40.", sha256="0" * 64, media_type="text/plain", title=title)
    name = tomllib.loads(rd.draft(source))["document"]["name"]
    assert (name["en"], name["ar"]) == names


def test_a_title_is_the_arabic_name() -> None:
    page = b"---\ntitle: %s\n---\n\n40"
    for title, name in (("خبر من البلدة", "خبر من البلدة"), ("News 5", "FILL IN")):
        source = rd.open_source(page % title.encode(), media_type="text/markdown")
        assert tomllib.loads(rd.draft(source))["document"]["name"] == {"en": "FILL IN", "ar": name}


def test_the_degrees_of_an_earthquake_are_built_as_they_are_drafted() -> None:
    text = "ضرب زلزال بقوة 6.8 درجات مدينة حلب عام 2022."
    draft = rd.draft(text, document_id="report", reference="2023-05-10")
    assert 'reads = "6.8 degree"' in draft.toml
    filled = draft.toml.replace('period = "FILL IN"', 'period = "2022"').replace("FILL IN", "filled")
    built = rd.loads(rd.build(text, filled, proposed=True))
    assert [(one.indicator.id, one.unit) for one in built.observations] == [("magnitude", "degree")]


def test_a_document_is_called_after_its_file(tmp_path: Path) -> None:
    (tmp_path / "تقرير أول.txt").write_text("عاد 40 شخصا.", "utf-8")
    (tmp_path / "rows.csv").write_text("text\nعاد 30 شخصا\n", "utf-8")
    drafts = [rd.draft(source) for source in rd.open_sources(tmp_path, text_column="text")]
    assert ['id = "rows-2"' in drafts[0], 'id = "tqryr-awl"' in drafts[1]] == [True, True]
    assert 'id = "tqryr-awl"' in rd.draft(tmp_path / "تقرير أول.txt")
    assert 'id = "mine"' in rd.draft(tmp_path / "تقرير أول.txt", document_id="mine")
    assert 'id = "FILL IN"' in rd.draft(rd.open_source("عاد 40 شخصا.".encode()))
