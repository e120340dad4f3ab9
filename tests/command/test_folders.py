"""`draft` and `build` of a whole folder."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import raqqa_data as rd
from tests.command.runs import run

pytest.importorskip("tomlkit", reason="needs the extra annotate")

KNOWN = """
[[agent]]
id = "rescuers"
name = { en = "Rescuers", ar = "الدفاع المدني" }
"""
TEXTS = {
    "first.txt": "قُتل 12 شخصا في حلب يوم 4 أيار 2021، وقال الدفاع المدني إن 40 شخصا أصيبوا في حلب يوم 4 أيار 2021.",
    "second.txt": "قُتل 15 شخصا في حلب يوم 4 أيار 2021. وبلغ المؤشر 300.",
}


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / name).write_text(text, "utf-8")
    return folder


def test_each_document_is_drafted_beside_it_and_what_was_begun_stays(reports: Path, tmp_path: Path) -> None:
    known = tmp_path / "known.toml"
    known.write_text(KNOWN, "utf-8")
    shown = run("draft", reports, "--known", known, "--reference", "2021-05-05")
    assert (shown.returncode, shown.stderr) == (0, "")
    assert shown.stdout.startswith("2 documents: 2 written")
    begun = reports / "first.txt.annotations.toml"
    assert 'phrase = "12 شخصا"' in begun.read_text("utf-8")
    assert 'published = "2021-05-05"' in begun.read_text("utf-8")
    assert 'attributed_to = "rescuers"' in begun.read_text("utf-8")
    begun.write_text("# mine\n", "utf-8")
    (reports / "third.txt").write_text("زرعت البلدية 40 شجرة.", "utf-8")
    rows = json.loads(run("draft", reports, "--json").stdout)
    assert [(row["document"], row["became"]) for row in rows] == [
        ("first.txt", "kept"),
        ("second.txt", "kept"),
        ("third.txt", "written"),
    ]
    assert (rows[2]["file"], rows[2]["figures"]) == ("third.txt.annotations.toml", 1)
    assert begun.read_text("utf-8") == "# mine\n"


def test_what_is_complete_is_built_and_the_rest_is_told(reports: Path) -> None:
    run("draft", reports)
    (reports / "third.txt").write_text("لا أرقام هنا.", "utf-8")
    built = run("build", reports, "--partial", "--json")
    assert (built.returncode, built.stderr) == (
        0,
        (
            "raqqa-data: figures left out: 1; no words of theirs say: indicator (1), period (1); --json lists them\n"
            "raqqa-data: what no words tell, say of whole documents: draft --update-all --until-published\n"
        ),
    )
    first, second, third = json.loads(built.stdout)
    assert (first["became"], first["observations"]) == ("written", 2)
    assert (second["observations"], second["left"]) == (1, len(second["left_out"]))
    assert (
        "nothing in the text says its indicator" in {one["phrase"]: one["problem"] for one in second["left_out"]}["300"]
    )
    assert third == {"document": "third.txt", "became": "not annotated"}
    held = rd.collect(reports)
    assert sorted(str(one.estimate) for one in held.where(indicator="killed")) == ["12", "15"]
    assert {str(one.annotation) for one in held.observations} == {"proposed"}


def test_names_in_arabic_and_names_that_meet_get_ids_of_their_own(reports: Path) -> None:
    (reports / "may").mkdir()
    for name in ("تقرير ١.txt", "تقرير ٢.txt", "may/first.txt", "second.md", "—.txt"):
        (reports / name).write_text("قُتل 12 شخصا في حلب يوم 4 أيار 2021.", "utf-8")
    run("draft", reports)
    assert run("build", reports, "--partial").returncode == 0
    ids = [document.id for document in rd.collect(reports).documents]
    named = {"first", "may-first", "second-md", "second-txt", "tqryr-1", "tqryr-2"}
    assert named < {*ids}
    assert len(ids) == 7
    assert "txt" in ids


def test_what_is_kept_beside_documents_is_no_document(reports: Path) -> None:
    run("draft", reports)
    run("build", reports, "--partial")
    rd.collect(reports)
    assert [Path(source.name).name for source in rd.open_sources(reports)] == ["first.txt", "second.txt"]


def test_what_does_not_fit_is_told_and_the_rest_is_built(reports: Path) -> None:
    run("draft", reports)
    (reports / "second.txt").unlink()
    notes = Path(f"{reports / 'first.txt'}.annotations.toml")
    made = run("build", reports)
    assert made.returncode == 1
    assert f"{notes}: document.published: is still to be filled in" in made.stderr
    assert "1 document: 1 failed" in made.stdout
    (reports / "broken.txt").write_text("قُتل 3 أشخاص.", "utf-8")
    (reports / "broken.txt.annotations.toml").write_text("[document", "utf-8")
    made = run("build", reports, "--partial")
    assert made.returncode == 1
    assert "broken.txt.annotations.toml: is not TOML" in made.stderr
    assert "2 documents: 1 failed, 1 written" in made.stdout


def test_annotations_of_another_text_are_no_part_of_it(reports: Path) -> None:
    run("draft", reports)
    (reports / "first.txt").write_text("نص آخر: قُتل 12 شخصا.", "utf-8")
    made = run("build", reports, "--partial")
    assert made.returncode == 1
    assert "document.sha256: the text's is" in made.stderr
    assert not (reports / "first.txt.catalogue.json").exists()
    assert (reports / "second.txt.catalogue.json").exists()


def test_a_document_that_cannot_be_read_does_not_stop_the_others(reports: Path) -> None:
    (reports / "broken.pdf").write_bytes(b"no PDF")
    drafted = run("draft", reports)
    assert drafted.returncode == 2
    assert "broken.pdf" in drafted.stderr
    assert "3 documents: 1 failed, 2 written" in drafted.stdout


def test_a_document_s_own_annotations_need_no_name(reports: Path) -> None:
    run("draft", reports)
    named = run("build", reports / "second.txt", f"{reports / 'second.txt'}.annotations.toml")
    assert run("build", reports / "second.txt") == named
    (reports / "third.txt").write_text("لا أرقام هنا.", "utf-8")
    alone = run("build", reports / "third.txt")
    assert (alone.returncode, "has no third.txt.annotations.toml beside it" in alone.stderr) == (2, True)


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (("draft", "--out", "x.toml"), "are for one document"),
        (("draft", "--id", "x"), "are for one document"),
        (("draft", "--force"), "are for one document"),
        (("build", "--out", "x.json"), "are for one document"),
        (("build", "--force"), "are for one document"),
    ],
)
def test_what_is_for_one_document_is_refused(reports: Path, command: tuple[str, ...], said: str) -> None:
    name, *options = command
    refused = run(name, reports, *options)
    assert (refused.returncode, said in refused.stderr) == (2, True)


def test_a_part_of_one_document_is_refused(reports: Path) -> None:
    refused = run("build", reports / "first.txt", "--partial")
    assert (refused.returncode, "--partial is for a folder" in refused.stderr) == (2, True)


def test_a_broken_reference_file_is_told_once(reports: Path, tmp_path: Path) -> None:
    (tmp_path / "known.toml").write_text("[[place", "utf-8")
    refused = run("draft", reports, "--known", tmp_path / "known.toml")
    assert (refused.returncode, refused.stderr.count("is not TOML"), refused.stdout) == (1, 1, "")


def test_a_folder_without_documents(tmp_path: Path) -> None:
    empty = run("draft", tmp_path)
    assert (empty.returncode, "holds no document" in empty.stderr) == (2, True)


def test_what_holds_many_texts_is_told(reports: Path) -> None:
    (reports / "chat.JSON").write_text("{}", "utf-8")
    (reports / ".kept").mkdir()
    (reports / ".kept" / "old.json").write_text("{}", "utf-8")
    (reports / "first.txt.catalogue.json").write_text("{}", "utf-8")
    shown = run("draft", reports)
    assert (shown.returncode, shown.stdout.startswith("2 documents: 2 written")) == (0, True)
    assert [line.split(": ")[1] for line in shown.stderr.splitlines()] == ["chat.JSON"]
    assert "raqqa-data split" in shown.stderr


def test_a_chat_beside_its_posts_is_not_drafted(tmp_path: Path) -> None:
    chat = tmp_path / "chat.txt"
    chat.write_text("12/03/2024, 08:15 - سامر: عندنا 3 جرحى\n13/03/2024, 08:17 - هدى: وصلت 5 سلال\n", "utf-8")
    alone = run("draft", tmp_path)
    assert (alone.returncode, "raqqa-data split makes documents of chat.txt" in alone.stderr) == (2, True)
    assert run("split", chat, "--out", tmp_path / "posts").returncode == 0
    shown = run("draft", tmp_path)
    assert (shown.returncode, shown.stdout.startswith("2 documents: 2 written")) == (0, True)
    assert "raqqa-data: chat.txt: holds many texts, or none; raqqa-data split makes" in shown.stderr
    assert len([*tmp_path.rglob("*.toml")]) == 2
    assert run("draft", chat).stdout.count("[[observation]]") == 2


def test_who_speaks_in_all_of_them(reports: Path) -> None:
    assert run("draft", reports, "--voice", "nobody").returncode == 2
    assert not [*reports.glob("*.toml")]
    assert run("draft", reports, "--voice", "sohr").returncode == 0
    for path in reports.glob("*.toml"):
        assert 'attributed_to = "sohr"' in path.read_text("utf-8")


def test_where_and_by_when_all_of_them_are(reports: Path) -> None:
    assert run("draft", reports, "--place", "nowhere").returncode == 2
    assert not [*reports.glob("*.toml")]
    (reports / "bare.txt").write_text("قتل 12 شخصا.", "utf-8")
    said = ("--place", "syria", "--until-published", "--reference", "2023-05-10")
    assert run("draft", reports, *said).returncode == 0
    drafts = "".join(path.read_text("utf-8") for path in reports.glob("*.toml"))
    assert "# where: the document as a whole" in drafts
    assert 'period = "../2023-05-10"  # when: by its publication' in drafts


def test_of_many_problems_the_first_are_told(reports: Path) -> None:
    (reports / "long.txt").write_text("بلغ المؤشر 300. " * 9, "utf-8")
    (reports / "first.txt").unlink()
    (reports / "second.txt").unlink()
    assert run("draft", reports).returncode == 0
    shown = run("build", reports)
    told = [line for line in shown.stderr.splitlines() if "long.txt" in line]
    assert (shown.returncode, len(told), told[-1].endswith("more problems; --json lists them")) == (1, 4, True)
    row = next(row for row in json.loads(run("build", reports, "--json").stdout) if row["document"] == "long.txt")
    assert len(row["problems"]) > 20


def test_what_documents_leave_open_is_told_once_for_all_of_them(reports: Path) -> None:
    run("draft", reports)
    shown = run("build", reports)
    assert (shown.returncode, shown.stdout.startswith("2 documents: 2 failed")) == (1, True)
    assert shown.stderr == (
        "raqqa-data: 2 documents are not built, for they leave open: observation.attributed_to (3), "
        "document.published (2), observation.indicator (1), observation.period (1): first.txt, second.txt\n"
        f"raqqa-data: fill it in there, or on the page of raqqa-data annotate {reports}; --partial takes what leaves "
        "nothing open, --json lists all\n"
        "raqqa-data: what no words tell, say of whole documents: draft --update-all --until-published\n"
    )


def test_a_folder_of_proposals_is_built_where_no_figure_lacks_what_it_needs(reports: Path) -> None:
    run("draft", reports)
    shown = run("build", reports, "--proposed")
    assert "2 documents: 1 written, 1 failed" in shown.stdout
    assert f"{reports / 'second.txt'}.annotations.toml: observation[1].indicator" in shown.stderr
    assert len(rd.collect(reports).observations) == 2


def test_that_nothing_is_dated_without_a_day_of_publication_is_told(reports: Path) -> None:
    bare = reports / "bare.txt"
    bare.write_text("قتل 12 شخصا.", "utf-8")
    told = "--until-published dates nothing"
    assert told in run("draft", bare, "--until-published").stderr
    assert told not in run("draft", bare).stderr
    assert told not in run("draft", bare, "--until-published", "--reference", "2023-05-10").stderr
    shown = run("draft", reports, "--until-published").stderr
    assert told in shown
    assert "bare.txt" in shown


@pytest.mark.parametrize(("names", "first"), [("abc", "a.txt, b.txt, c.txt"), ("abcd", "a.txt, b.txt, c.txt, ...")])
def test_of_many_documents_without_a_day_the_first_are_named(tmp_path: Path, names: str, first: str) -> None:
    for name in names:
        (tmp_path / f"{name}.txt").write_text("قتل 12 شخصا.", "utf-8")
    told = run("draft", tmp_path, "--until-published").stderr
    assert told.endswith(f" {len(names)} documents whose day is not known: {first}\n")


def test_a_document_without_text_is_told_and_the_others_are_drafted(reports: Path) -> None:
    (reports / "blank.txt").write_text(" \n", "utf-8")
    shown = run("draft", reports)
    assert shown.returncode == 2
    assert shown.stderr == f"raqqa-data: {reports / 'blank.txt'}: holds no text, so there is nothing to draft\n"
    assert not (reports / "blank.txt.annotations.toml").exists()
    assert "1 failed" in shown.stdout
    assert "written" in shown.stdout


def test_files_that_are_not_opened_are_named_with_what_to_do(reports: Path) -> None:
    for name in ("c.png", "a.jpg", "b.JPG", "d.heic", "rows.xls"):
        (reports / name).write_bytes(b"\x00")
    shown = run("draft", reports)
    assert shown.returncode == 0
    assert shown.stderr.splitlines() == [
        (
            "raqqa-data: a.jpg, b.JPG, c.png, ...: 4 not opened, a picture: have its letters read first: "
            "ocrmypdf --image-dpi 300 -l ara makes a PDF of it"
        ),
        (
            "raqqa-data: rows.xls: 1 not opened, a spreadsheet of another form than XLSX: save it as XLSX, or "
            "soffice --headless --convert-to xlsx"
        ),
    ]
    assert "2 written" in shown.stdout


def test_each_catalogue_of_a_folder_is_checked_against_its_document(reports: Path) -> None:
    run("draft", reports)
    run("build", reports, "--partial")
    (reports / "third.txt").write_text("عاد 40 شخصا.", "utf-8")
    shown = run("verify", reports)
    assert (shown.returncode, shown.stderr) == (0, "")
    assert "3 documents: 2 as built, 1 not built" in shown.stdout
    (reports / "second.txt").write_text(TEXTS["second.txt"].replace("15", "16"), "utf-8")
    shown = run("verify", reports, "--json")
    rows = json.loads(shown.stdout)
    assert (shown.returncode, [row["became"] for row in rows]) == (1, ["as built", "differs", "not built"])
    assert rows[1]["findings"] == len(rows[1]["told"]) > 0
    assert "second.txt: " in shown.stderr
    assert "'16 شخصا'" in shown.stderr
    refused = run("verify", reports, "--fix")
    assert (refused.returncode, "are for one document" in refused.stderr) == (2, True)


def test_another_day_than_the_document_states_is_told(reports: Path) -> None:
    (reports / "third.txt").write_text("حلب، 5 شباط 2021\n\nأصيب 4 أشخاص أمس في حلب.", "utf-8")
    told = "raqqa-data: --reference goes before another day of publication, as stated by: third.txt"
    assert run("draft", reports, "--reference", "2023-05-14").stderr.splitlines() == [told]
    drafted = (reports / "third.txt.annotations.toml").read_text("utf-8")
    assert 'published = "2023-05-14"  # as it was given; the document itself says 2021-02-05' in drafted
    shown = run("draft", reports / "third.txt", "--reference", "2023-05-14")
    assert "the document itself says that it was published 2021-02-05; --reference goes before it" in shown.stderr
    assert "it was given" not in run("draft", reports / "third.txt", "--reference", "2021-02-05").stdout


def test_spreadsheets_of_a_folder_are_split_or_drafted_alone(reports: Path, tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    for row in (["المحافظة", "القتلى", "الوصف"], ["حلب", 12, "عاد 40 شخصا"]):
        book.active.append(row)
    book.save(reports / "rows.xlsx")
    (reports / "~$rows.xlsx").write_bytes(b"\x05")
    (reports / "~$wire.docx").write_bytes(b"\x05")
    shown = run("draft", reports)
    assert (shown.returncode, "2 written" in shown.stdout) == (0, True)
    told = "raqqa-data: rows.xlsx: raqqa-data draft takes its cells, named alone; split makes a file of each row"
    assert shown.stderr.splitlines() == [told]
    shown = run("split", reports / "rows.xlsx", "--out", tmp_path / "texts")
    assert shown.returncode == 2
    assert (
        "say which column holds the texts: --text-column NAME. There are 'المحافظة', 'القتلى', 'الوصف'" in shown.stderr
    )
    assert run("split", reports, "--out", tmp_path / "texts", "--text-column", "الوصف").returncode == 0
    assert [path.name for path in (tmp_path / "texts").iterdir()] == ["rows-00002.txt"]
    assert run("draft", reports / "rows.xlsx", "--out", reports / "rows.xlsx.annotations.toml").returncode == 0
    shown = run("draft", reports)
    assert (shown.stderr, "3 kept" in shown.stdout) == ("", True)


def test_annotations_of_a_folder_are_brought_up_to_date_and_what_a_person_wrote_stays(reports: Path) -> None:
    run("draft", reports)
    written = reports / "first.txt.annotations.toml"
    written.write_text(
        written.read_text("utf-8").replace('attributed_to = "FILL IN"', 'attributed_to = "own"'), "utf-8"
    )
    before = {path.name: path.read_text("utf-8") for path in reports.glob("*.toml")}
    shown = run("draft", reports, "--update-all")
    assert "2 documents: 2 kept" in shown.stdout
    assert {path.name: path.read_text("utf-8") for path in reports.glob("*.toml")} == before
    first = reports / "first.txt"
    first.write_text(f"{first.read_text('utf-8').rstrip()} ورممت 14 مدرسة.\n", "utf-8")
    (reports / "new.txt").write_text("قتل 12 شخصا.", "utf-8")
    rows = json.loads(run("draft", reports, "--update-all", "--json").stdout)
    assert [row["became"] for row in rows] == ["updated", "written", "kept"]
    assert '"14 مدرسة"' in written.read_text("utf-8")
    assert 'attributed_to = "own"' in written.read_text("utf-8")
    assert rows[0]["left"] == written.read_text("utf-8").count("FILL IN") - 1
    assert run("draft", reports / "new.txt", "--update-all").returncode == 2


def test_what_is_said_of_whole_documents_fills_in_drafts_that_are_there(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(
        '<html><head><meta property="article:published_time" content="2023-05-10"></head>'
        "<body><p>في المدينة 40 مدرسة.</p><p>وفيها 12 مشفى تعمل منذ سنوات طويلة.</p></body></html>",
        "utf-8",
    )
    run("draft", tmp_path)
    told = run("build", tmp_path, "--partial").stderr
    assert told.splitlines() == [
        "raqqa-data: figures left out: 2; no words of theirs say: place (2), period (2); --json lists them",
        "raqqa-data: what no words tell, say of whole documents: draft --update-all --until-published --place",
    ]
    run("draft", tmp_path, "--update-all", "--until-published", "--place", "syria")
    shown = run("build", tmp_path, "--partial")
    assert (shown.returncode, shown.stderr) == (0, "")
    assert [str(one.place) for one in rd.collect(tmp_path).observations] == ["Syria", "Syria"]
