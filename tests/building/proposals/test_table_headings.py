"""Tables: what headings and labels say of the numbers in their cells, and nothing that another cell says."""

from __future__ import annotations

import cProfile
import tomllib

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


def test_a_label_says_of_what_a_heading_without_a_noun_is() -> None:
    text = table("المنشأة/عدد المتضررة/المدمرة", "مدارس/3/12", "منازل/42/7", "أخرى/5/1")
    found = answers(text, "what")
    assert (found["3"], found["12"], found["42"]) == ("schools_damaged", "schools_destroyed", "houses_damaged")
    text = table("المرفق/القتلى/المتضررون", "المدارس/3/12")
    assert answers(text, "what") == {"3": "killed", "12": "affected"}


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


@pytest.mark.parametrize(
    "heading",
    [
        "%", "القتلى %", "القتلى (%)", "التغير في عدد القتلى", "سنة القتل", "عدد أيام الهجوم", "تاريخ القتل",
        "القتلى والجرحى", "القتلى/الجرحى", "القتلى أو الجرحى", "عائلات القتلى", "عدد أسر الجرحى", "عمر القتيل",
        "شهادات الوفاة", "عدد المنظمات العاملة مع النازحين", "القتلى بالألف", "النازحون المتوقعون", "—", "#", "*",
    ],
)  # fmt: skip
def test_a_heading_of_others_or_of_more(heading: str) -> None:
    text = BETWEEN.join(["البلدة", "القتلى", heading]) + "\n" + table("حلب/12/40", "إدلب/7/33")
    assert answers(text, "what") == {"12": "killed", "7": "killed"}


@pytest.mark.parametrize("heading", ["القتلى (1)", "القتلى [2]", "القتلى *", "مجموع القتلى", "أسماء/القتلى"])
def test_the_mark_of_a_note_is_no_word_of_a_heading(heading: str) -> None:
    text = BETWEEN.join(["البلدة", heading.rpartition("/")[2]]) + "\n" + table("حلب/12 (3)", "إدلب/7 *")
    found = answers(text, "what")
    assert (found["12"], found["7"]) == ("killed", "killed")
    assert "3" not in found


def test_numbers_of_order_are_of_nothing_and_the_label_stands_behind_them() -> None:
    text = table("م/البلدة/القتلى", "1/حلب/12", "2/إدلب/40", "/المجموع/52")
    assert answers(text, "where") == {"12": "aleppo", "40": "idlib"}
    assert answers(text, "what") == {"12": "killed", "40": "killed", "52": "killed"}
    assert answers(text, "part_of").keys() == {"12", "40"}

    assert answers(table("القتلى/المكان", "12/حلب", "5/إدلب"), "what") == {"12": "killed", "5": "killed"}
    assert answers(table("القتلى/المكان", "12/حلب", "5/إدلب 7"), "what") == {}


def test_columns_that_name_where_and_when() -> None:
    text = table("المشروع/التاريخ/المكان/القتلى", "أ/3 آذار 2023/حلب/12", "ب/5 نيسان 2023/قرب حلب/40")
    assert answers(text, "where") == {"12": "aleppo"}
    assert answers(text, "when") == {"12": "2023-03-03", "40": "2023-04-05"}
    assert answers(table("المشروع/مكان الولادة/القتلى", "أ/حلب/12"), "where") == {}


def test_years_among_other_numbers_are_none() -> None:
    assert answers(table("البلدة/٢٠١٩/2020", "حلب/12/40"), "when") == {"12": "2019", "40": "2020"}
    assert answers(table("أ/2015/300", "ب/12/40"), "when") == {}
    assert answers(table("النازحون/القتلى", "2015/12", "300/40"), "when") == {}


def test_a_title_is_no_row_of_headings() -> None:
    for title in ("ضحايا/ضحايا/ضحايا", "ضحايا//"):
        text = table(title, "البلدة/القتلى/الجرحى", "حلب/12/40")
        assert answers(text, "what") == {"12": "killed", "40": "injured"}


def test_a_row_with_fewer_cells_is_passed_over() -> None:
    text = table("البلدة/القتلى/الجرحى", "حلب/12/40", "حماة/7", "إدلب/5/6")
    assert answers(text, "what") == {"12": "killed", "40": "injured", "5": "killed", "6": "injured"}
    assert answers(table("القتلى/الجرحى", "حماة/7", "حلب/12/40"), "what") == {}  # over no label stands nothing


def test_cells_of_one_table_say_nothing_twice() -> None:
    text = "قتل 120 شخصا في حلب.\n" + table("البلدة/القتلى", "حلب/120", "إدلب/120")
    assert list(answers(text, "same_as").values()).count("a.killed_2") == 0
    assert answers(table("البلدة/القتلى/الجرحى", "حلب/7/9", "إدلب/7/9"), "same_as") == {}


def test_what_a_cell_says_of_its_own_figures_stays() -> None:
    assert answers(table("البلدة/الحصيلة", "حلب/12 قتيلا بينهم 3 أطفال"), "part_of").keys() == {"3 أطفال"}


def html(*tables: str) -> bytes:
    """A page of tables, a slash between cells and a semicolon between rows."""
    made = "".join(
        "<table>"
        + "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row.split("/")) + "</tr>" for row in one.split(";"))
        + "</table>"
        for one in tables
    )
    told = "وقد عاد الناس إلى بيوتهم في البلدة بعد أشهر من الغياب عنها. " * 8
    return f"<html><body><article><p>تقرير</p>{made}<p>{told}</p></article></body></html>".encode()


@pytest.mark.parametrize(
    ("table_", "found"),
    [
        ("/القتلى/الجرحى;حلب/12/;إدلب//40", {"40": "injured"}),
        ("/القتلى/الجرحى;حلب/12/9;إدلب//40", {"12": "killed", "9": "injured", "40": "injured"}),
        ("م/البلدة/القتلى;1/حلب/12;2//40", {"12": "killed", "40": "killed"}),
        ("القتلى/الجرحى;حلب/12/40", {}),
    ],
)
def test_empty_cells_of_a_file_keep_their_columns(table_: str, found: dict[str, str]) -> None:
    source = rd.open_source(html(table_))
    drafted = rd.draft(source, document_id="a", reference="2024-03-01")
    assert {one.figure.text: one.answer for one in drafted.proposals if one.question == "what"} == found


def test_a_bar_that_is_escaped_parts_no_cells() -> None:
    text = "| البلدة | القتلى |\n|---|---|\n| حلب \\| الريف | 12 |\n|| 40 |"
    assert answers(text, "what") == {"12": "killed", "40": "killed"}


def calls(rows: int, form: str = "حلب/{said}/0") -> int:
    """What a draft of a table of so many rows calls."""
    text = table("البلدة/القتلى/الجرحى", *(form.format(number=row + 1, said=row % 97 + 3) for row in range(rows)))
    profile = cProfile.Profile()
    profile.runcall(rd.draft, text, document_id="a", reference="2024-03-01")
    return sum(row.callcount for row in profile.getstats())


def test_a_draft_grows_with_its_table() -> None:
    for form in ("حلب/{said}/0", "{number}/قصف أدى إلى مقتل {said} مدنيين/9"):
        calls(50, form)  # what is cached once is no growth
        few, many = calls(50, form), calls(400, form)
        assert many < few * 8 * 1.3, form


def test_a_draft_of_tables_is_built() -> None:
    text = table("البلدة/العائلات النازحة", "حلب/12", "إدلب/40")
    toml = rd.draft(text, document_id="a", reference="2024-03-01")
    for proposal in toml.proposals:
        assert [text[span.start : span.end] for span in proposal.evidence] == [span.text for span in proposal.evidence]
    assert 'indicator = "families_displaced"  # what: «العائلات النازحة»' in toml


@pytest.mark.parametrize(
    ("heading", "rows", "places"),
    [
        ("البلدة", ("سرمين/4", "كفر عويد/9"), ("sarmin", "kfr-awyd-town")),
        ("اسم القرية", ("الشيخ غزال/4", "المنيزلة/9"), ("alshykh-ghzal-village", "almnyzla-village")),
        ("المحافظة", ("حلب/4", "الرقة/9"), ("aleppo-governorate", "ar-raqqa")),
        ("المديرية", ("حرض/4", "ميدي/9"), ("harad", "midi")),
    ],
)
def test_a_name_in_a_column_of_places_is_a_place(heading: str, rows: tuple[str, str], places: tuple[str, str]) -> None:
    found = answers("قصف في ريف إدلب\n" + table(f"{heading}/القتلى", *rows), "where")
    assert (found["4"], found["9"]) == places


@pytest.mark.parametrize("cell", ["أماكن أخرى", "غير محدد", "المجموع", "12", "قصف السوق القديم في وسط المدينة"])
def test_what_is_no_name_in_a_column_of_places(cell: str) -> None:
    assert "9" not in answers(table("البلدة/القتلى", "سرمين/4", f"{cell}/9"), "where")


def test_a_column_of_something_else_names_no_place() -> None:
    assert answers(table("الحادثة/القتلى", "قصف السوق/4", "انهيار مبنى/9"), "where") == {}


@pytest.mark.parametrize("heading", ["م", "#", "الرقم", "", "ت", "الرقم التسلسلي"])
def test_numbers_of_rows_are_left_out_and_say_so(heading: str) -> None:
    rows = table(f"{heading}/البلدة/القتلى", "1/سرمين/40", "2/أريحا/55", "3/بنش/5", " /المجموع/100")
    drafted = rd.draft(rows, document_id="a")
    assert [one.mention.text for one in drafted.observations] == ["40", "55", "5", "100"]
    assert [(one.text, why) for one, why in drafted.left_out] == [
        (number, "it numbers the row of its table") for number in "123"
    ]
    assert drafted.toml.count("# not buildable: it numbers the row of its table") == 3


@pytest.mark.parametrize(
    "rows", [("القتلى", "1", "2", "3"), ("م", "1", "2", "4"), ("م", "2", "3", "4"), ("الرقم", "7", "8", "9")]
)
def test_numbers_that_count_no_rows_are_figures(rows: tuple[str, ...]) -> None:
    heading, *numbers = rows
    text = table(f"{heading}/البلدة", *(f"{number}/سرمين" for number in numbers))
    assert [one.mention.text for one in rd.draft(text, document_id="a").observations] == numbers


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("المصدر: مديرية صحة الوادي", "mdyrya-sha-alwady"),
        ("\nمصدر البيانات: وزارة الصحة، نيسان 2024\nوعاد الهدوء.", "ministry-of-health"),
        ("المصادر: بيانات الدفاع المدني السوري (2024)", "white-helmets"),
        ("المصدر: وزارة الصحة، اليونيسف", None),
        ("المصدر: مصدر طبي", None),
        ("المصدر: مسح ميداني", None),
        ("مصدر المياه: شركة الوادي", None),
        ("عاد الهدوء.\nالمصدر: وزارة الصحة", None),
    ],
)
def test_a_line_behind_a_table_says_whose_its_figures_are(line: str, who: str | None) -> None:
    found = answers(table("البلدة/القتلى", "سرمين/4", "أريحا/9") + f"\n{line}", "who")
    assert (found.get("4"), found.get("9")) == (who, who)


def test_the_source_of_a_table_is_nobody_of_figures_outside() -> None:
    rows = table("البلدة/القتلى", "سرمين/4", "أريحا/9")
    found = answers(f"نزحت 7 عائلات.\n{rows}\nالمصدر: وزارة الصحة\nأغلقت 5 مدارس.", "who")
    assert found == {"4": "ministry-of-health", "9": "ministry-of-health"}


def test_a_place_of_a_column_is_called_as_in_a_sentence() -> None:
    texts = [table("القرية/القتلى", "الشيخ غزال/4", "بنش/9"), "قتل 12 شخصا في قرية الشيخ غزال."]
    named = [
        {row["name"]["ar"] for row in tomllib.loads(rd.draft(text, document_id="a").toml)["place"]} for text in texts
    ]
    assert "قرية الشيخ غزال" in named[0] & named[1]


NUMBERS_FIRST = [
    ("القتلى/البلدة", "12/حارم", "7/كفرهين"),
    ("القتلى/الجرحى/البلدة", "12/4/حارم", "7/9/كفرهين"),
    ("م/القتلى/البلدة", "1/12/حارم", "2/7/كفرهين"),
    ("البلدة/القتلى", "حارم/12", "كفرهين/7"),
    ("الرمز/البلدة/القتلى", "4011/حارم/12", "4012/كفرهين/7"),
    ("القتلى/البلدة/ملاحظات", "12/حارم/في السوق", "7/كفرهين/في المدرسة", "/سلقين/لا شيء"),
]


@pytest.mark.parametrize("rows", NUMBERS_FIRST)
def test_names_behind_the_numbers_of_their_rows(rows: tuple[str, ...]) -> None:
    what, where = answers(table(*rows), "what"), answers(table(*rows), "where")
    assert (what["12"], what["7"]) == ("killed", "killed")
    assert (where["12"], where["7"]) == ("harim", "kfrhyn-town")
    assert not {"1", "2", "4011", "4012"} & what.keys()


def test_a_total_behind_its_number() -> None:
    text = table("القتلى/البلدة", "12/حارم", "7/سلقين", "19/المجموع")
    assert len({answers(text, "part_of")[part] for part in ("12", "7")}) == 1
    assert "19" not in answers(text, "where")


@pytest.mark.parametrize(
    "rows",
    [
        ("السنة/البيان/القتلى", "2018/في الحقول/12", "2019/في السوق/7"),
        ("التاريخ/البيان/القتلى", "3-4-2018/في الحقول/12", "4-4-2018/في السوق/7"),
        ("العمر/القتلى", "30/12", "40/7"),
    ],
)
def test_numbers_that_are_the_label_of_their_rows(rows: tuple[str, ...]) -> None:
    what = answers(table(*rows), "what")
    assert not {"2018", "2019", "30", "40"} & what.keys()


def test_years_before_names_say_when() -> None:
    text = table("السنة/المحافظة/القتلى", "2018/إدلب/12", "2019/حلب/7")
    assert answers(text, "when") == {"12": "2018", "7": "2019"}
