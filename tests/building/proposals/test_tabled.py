"""Tables: what headings and labels say of the numbers in their cells, and nothing that another cell says."""

from __future__ import annotations

import pytest

import raqqa_data as rd

BETWEEN = "\t|\t"


def table(*rows: str) -> str:
    return "\n".join(BETWEEN.join(row.split("/")) for row in rows)


def answers(text: str, question: str) -> dict[str, str]:
    drafted = rd.draft(text, document_id="a", reference="2024-03-01")
    return {one.figure.text: one.answer for one in drafted.proposals if one.question == question}


HEADINGS = [
    ("القتلى", "killed"),
    ("عدد القتلى", "killed"),
    ("الوفيات", "killed"),
    ("الجرحى", "injured"),
    ("النازحون", "displaced"),
    ("العائلات النازحة", "families_displaced"),
    ("عدد الأسر النازحة", "families_displaced"),
    ("المنازل المدمرة", "houses_destroyed"),
    ("السلال الغذائية الموزعة", "food_baskets_distributed"),
    ("المستفيدون", "assisted"),
]


@pytest.mark.parametrize(("heading", "indicator"), HEADINGS)
def test_a_heading_says_of_what_its_column_is(heading: str, indicator: str) -> None:
    assert answers(table(f"البلدة/{heading}", "حلب/12", "إدلب/40"), "what") == {"12": indicator, "40": indicator}
    assert answers(table("المؤشر/حلب/إدلب", f"{heading}/12/40"), "what") == {"12": indicator, "40": indicator}


@pytest.mark.parametrize("heading", ["الأسر", "نسبة القتلى", "الرقم", "متوسط عدد الجرحى", "ملاحظات", ""])
def test_a_heading_that_says_nothing_sure(heading: str) -> None:
    assert answers(table(f"البلدة/{heading}", "حلب/12"), "what") == {}


def test_a_label_says_where_and_goes_before_the_title() -> None:
    text = "تقرير عن حلب\n" + table("البلدة/القتلى", "الرقة/12", "محافظة إدلب/40", "أخرى/7")
    found = answers(text, "where")
    assert (found["12"], found["40"]) == ("raqqa-city", "idlib-governorate")
    assert answers(table("المؤشر/حلب/إدلب", "القتلى/12/40"), "where") == {"12": "aleppo", "40": "idlib"}


def test_a_heading_says_when() -> None:
    text = table("المؤشر/2022/كانون الثاني 2023", "القتلى/12/40")
    found = answers(text, "when")
    assert (found["12"], found["40"]) == ("2022", "2023-01")


def test_a_cell_that_says_it_itself() -> None:
    text = table("البلدة/القتلى", "حلب/12 جريحا", "إدلب/40")
    assert answers(text, "what") == {"12 جريحا": "injured", "40": "killed"}


def test_a_total_holds_its_column_and_its_row() -> None:
    text = table("البلدة/القتلى/الجرحى/المجموع", "حلب/12/30/42", "إدلب/1/5/7", "المجموع/13/35/49")
    drafted = rd.draft(text, document_id="a")
    ids = {drafted.text[one.mention.start : one.mention.end]: one.id for one in drafted.observations}
    parts = answers(text, "part_of")
    assert (parts["12"], parts["1"]) == (ids["13"], ids["13"])
    assert (parts["30"], parts["42"]) == (ids["35"], ids["49"])
    assert "13" not in parts  # 13 and 35 are not 49
    assert "49" not in parts


def test_cells_of_different_columns_are_no_parts_of_one_another() -> None:
    assert answers(table("البلدة/أ/ب/ج/د", "حلب/6/1/2/3"), "part_of") == {}


def test_a_table_of_markdown() -> None:
    text = "عاد 50 شخصا.\n\n| البلدة | القتلى |\n|:---|---:|\n| حلب | 12 |\n| إدلب | 40 |\n\nوقال إن | 5 منازل."
    assert answers(text, "what") == {"50 شخصا": "returned", "12": "killed", "40": "killed"}
    assert answers(text, "where")["40"] == "idlib"


@pytest.mark.parametrize(
    "text",
    [
        "البلدة\t|\tالقتلى",
        table("البلدة/القتلى", "حلب/12/30"),
        "أ | 12",
        table("البلدة/القتلى") + "\n\n" + table("حلب/12"),
    ],
)
def test_what_is_no_table(text: str) -> None:
    assert answers(text, "what") == {}


def test_a_draft_of_tables_is_built() -> None:
    text = table("البلدة/العائلات النازحة", "حلب/12", "إدلب/40")
    toml = rd.draft(text, document_id="a", reference="2024-03-01")
    for proposal in toml.proposals:
        assert [text[span.start : span.end] for span in proposal.evidence] == [span.text for span in proposal.evidence]
    assert 'indicator = "families_displaced"  # what: «العائلات النازحة»' in toml
