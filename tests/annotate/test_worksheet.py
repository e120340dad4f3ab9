"""What a person does, and what stands on the disk after it."""

from __future__ import annotations

import json
import os
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

import raqqa_data as rd
from raqqa_data.annotate.worksheet import Drafting, StaleError, Worksheet
from tests.annotate.article import FIGURES, TEXT
from tests.annotate.conftest import in_threads


def on_disk(sheet: Worksheet) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = tomllib.loads(Path(sheet.annotations).read_text("utf-8"))["observation"]
    return rows


def act(sheet: Worksheet, kind: str, **more: Any) -> dict[str, Any]:
    return sheet.act(sheet.version(), {"kind": kind, **more})


def test_a_document_without_annotations_is_drafted_and_saved(sheet: Worksheet) -> None:
    state = sheet.open()
    assert state["text"] == TEXT
    assert [record["phrase"] for record in state["records"]] == list(FIGURES)
    assert [record["status"] for record in state["records"]] == ["proposed", "proposed", "proposed", "open"]
    assert all(TEXT[record["start"] : record["end"]] == record["phrase"] for record in state["records"])
    assert len(on_disk(sheet)) == 4
    first = state["proposals"][state["records"][0]["start"]]
    assert [(one["question"], one["answer"]) for one in first][:2] == [("who", "health-office"), ("where", "valley")]
    assert [TEXT[start:end] for one in first[:2] for start, end in one["evidence"]] == ["قال مكتب الصحة", "في الوادي"]


def test_a_document_is_drafted_once_and_called_as_it_was_said(document: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    called: list[str] = []
    usual = Drafting.of

    def noted(self: Drafting, source: rd.Source, document_id: str) -> rd.Draft:
        called.append(document_id)
        return usual(self, source, document_id)

    monkeypatch.setattr(Drafting, "of", noted)
    sheet = Worksheet(document, Drafting(), "bulletin-7")
    assert sheet.open()["version"] == sheet.open()["version"]
    Worksheet(document, Drafting()).open()
    assert called == ["bulletin-7", "article"]


def test_annotations_that_are_there_are_left_alone(sheet: Worksheet, document: Path) -> None:
    Path(sheet.annotations).write_text('# mine\n[document]\nid = "x"\n', "utf-8")
    assert sheet.open()["records"] == []
    assert Path(sheet.annotations).read_text("utf-8") == '# mine\n[document]\nid = "x"\n'


def test_a_confirmation_is_on_the_disk(sheet: Worksheet) -> None:
    sheet.open()
    state = act(sheet, "confirm")  # where nothing says which, the first
    assert [record["status"] for record in state["records"]] == ["confirmed", "proposed", "proposed", "open"]
    assert "annotation" not in on_disk(sheet)[0]
    assert act(sheet, "reopen", index=0)["records"][0]["status"] == "proposed"


def test_a_changed_reference_file_is_noticed(document: Path, tmp_path: Path) -> None:
    known = tmp_path / "reference.toml"
    row = '[[agent]]\nid = "{0}"\nname = {{ en = "{0}", ar = "جمعية" }}\n'
    known.write_text(row.format("bridge"), "utf-8")
    sheet = Worksheet(document, Drafting(known=known))
    before = sheet.open()
    known.write_text(row.format("bridge") + row.format("olive-tree"), "utf-8")
    assert sheet.listed() != before["listed"]
    now = sheet.open()
    assert "olive-tree" in {agent["id"] for agent in now["names"]["agent"]}
    assert now["listed"] == sheet.listed()
    act(sheet, "set", index=0, key="attributed_to", value="olive-tree")
    assert on_disk(sheet)[0]["attributed_to"] == "olive-tree"
    known.unlink()
    with pytest.raises(rd.FileError, match="cannot be read"):
        sheet.open()


def test_what_the_reference_file_and_the_lists_name_can_be_answered(document: Path, tmp_path: Path) -> None:
    known = tmp_path / "reference.toml"
    known.write_text(
        '[[place]]\nid = "olive-valley"\nname = { en = "Olive Valley", ar = "وادي الزيتون" }\nkind = "town"\n'
    )
    sheet = Worksheet(document, Drafting(known=known))
    names = sheet.open()["names"]
    assert {"olive-valley", "aleppo", "syria"} <= {row["id"] for row in names["place"]}
    assert "unicef" in {row["id"] for row in names["agent"]}
    act(sheet, "set", index=3, key="place", value="olive-valley")
    act(sheet, "set", index=0, key="place", value="aleppo")
    places = {row["id"]: row for row in tomllib.loads(Path(sheet.annotations).read_text("utf-8"))["place"]}
    assert places["olive-valley"] == {
        "id": "olive-valley",
        "name": {"en": "Olive Valley", "ar": "وادي الزيتون"},
        "kind": "town",
    }
    assert (places["aleppo"]["within"], places["syria"]["iso"]) == ("syria", "SYR")


def test_an_unnamed_agent_that_nobody_names_any_more_is_gone(sheet: Worksheet) -> None:
    sheet.open()
    toml = Path(sheet.annotations).read_text("utf-8").replace('en = "Health office"', 'en = "FILL IN"')
    Path(sheet.annotations).write_text(toml, "utf-8")
    for index in range(3):
        assert "health-office" in {
            row["id"] for row in tomllib.loads(Path(sheet.annotations).read_text("utf-8"))["agent"]
        }
        act(sheet, "set", index=index, key="attributed_to", value="council")
    assert [row["id"] for row in tomllib.loads(Path(sheet.annotations).read_text("utf-8"))["agent"]] == ["council"]


def test_an_answer_is_written_and_what_it_names_is_defined(sheet: Worksheet) -> None:
    sheet.open()
    toml = Path(sheet.annotations).read_text("utf-8")
    whole = toml.index('[[agent]]\nid = "council"')
    Path(sheet.annotations).write_text(toml[:whole] + toml[toml.index("[[place]]") :], "utf-8")
    with pytest.raises(rd.NotFoundError, match="no agent 'nobody'"):
        act(sheet, "set", index=0, key="attributed_to", value="nobody")
    state = act(sheet, "set", index=0, key="attributed_to", value="council")
    assert state["records"][0]["values"]["attributed_to"] == "council"
    assert [row["id"] for row in state["known"]["agent"]] == ["health-office", "council"]


def test_a_name_that_is_left_open_is_written(sheet: Worksheet) -> None:
    sheet.open()
    toml = Path(sheet.annotations).read_text("utf-8")
    Path(sheet.annotations).write_text(toml.replace('en = "Health office"', 'en = "FILL IN"'), "utf-8")
    (left,) = sheet.open()["unnamed"]
    assert (left["section"], left["id"], left["name"]["en"]) == ("agent", "health-office", "FILL IN")
    named = {"section": left["section"], "index": left["index"], "key": "name"}
    state = act(sheet, "set", **named, value={"en": "Office of health", "ar": "مكتب الصحة"})
    assert (state["unnamed"], state["known"]["agent"][left["index"]]["name"]["en"]) == ([], "Office of health")
    with pytest.raises(rd.AnnotationError, match="is what records name it by; define another"):
        act(sheet, "set", **named | {"key": "id"}, value="office")


def test_an_id_is_made_of_the_document_and_the_indicator(sheet: Worksheet) -> None:
    sheet.open()
    with pytest.raises(rd.AnnotationError, match="place: is still to be filled in"):
        act(sheet, "confirm", index=3)
    act(sheet, "set", index=3, key="place", value="valley")
    act(sheet, "set", index=3, key="period", value="2021")
    rows = Path(sheet.annotations).read_text("utf-8")
    act(sheet, "confirm", index=3)
    assert on_disk(sheet)[3]["id"] == "article.schools"
    for taken, free in ((("",), "schools_2"), (("", "_2"), "schools_3"), (("", "_3"), "schools_2")):
        others = (f'id = "article.schools{number}"' for number in taken)
        head, *blocks = rows.split("[[observation]]")
        made = [re.sub(r'^id = ".*"$', next(others, r"\g<0>"), block, count=1, flags=re.MULTILINE) for block in blocks]
        Path(sheet.annotations).write_text("[[observation]]".join([head, *made]), "utf-8")
        act(sheet, "confirm", index=3)
        assert on_disk(sheet)[3]["id"] == f"article.{free}"


def test_what_is_defined_answers_at_once(sheet: Worksheet) -> None:
    sheet.open()
    row = {"id": "spring", "name": {"en": "Spring", "ar": "النبع"}, "kind": "quarter", "within": "valley"}
    answers = {"section": "observation", "index": 3, "key": "place"}
    state = act(sheet, "define", section="place", row=row, answers=answers)
    assert state["records"][3]["values"]["place"] == "spring"
    assert act(sheet, "define", section="place", row={**row, "id": "well"})["known"]["place"][-1]["id"] == "well"


def test_no_figure_goes_and_comes_back_by_undo(sheet: Worksheet) -> None:
    sheet.open()
    before = Path(sheet.annotations).read_bytes()
    state = act(sheet, "drop", index=3)
    assert [record["phrase"] for record in state["records"]] == list(FIGURES[:3])
    assert state["dropped"] == [{"phrase": FIGURES[3], "start": TEXT.index(FIGURES[3]), "same": None}]
    act(sheet, "confirm", index=0)
    assert act(sheet, "undo")["undo"] is True
    assert act(sheet, "undo")["undo"] is False
    assert Path(sheet.annotations).read_bytes() == before
    with pytest.raises(rd.AnnotationError, match="nothing is left to undo"):
        act(sheet, "undo")


def test_a_figure_told_twice_is_dropped_for_the_other(sheet: Worksheet) -> None:
    sheet.open()
    assert act(sheet, "drop", index=3, same_as="article.patients")["dropped"][0]["same"] == "article.patients"


@pytest.mark.parametrize(
    "action",
    [
        {"kind": "explode"},
        {"kind": ["set"]},
        {},
        {"kind": "set", "index": 0},
        {"kind": "set", "index": 0, "key": 3, "value": "x"},
        {"kind": "set", "index": "0", "key": "place", "value": "valley"},
        {"kind": "set", "index": True, "key": "place", "value": "valley"},
        {"kind": "set", "index": 99, "key": "place", "value": "valley"},
        {"kind": "set", "section": "agent", "index": 0, "key": "id", "value": "x"},
        {"kind": "set", "index": 0, "key": "place", "value": ["valley"]},
        {"kind": "set", "index": 0, "key": "place", "value": {"a": None}},
        {"kind": "confirm", "index": 99},
        {"kind": "confirm", "index": -1},
        {"kind": "define", "section": "place", "row": "x"},
        {"kind": "define", "section": "observation", "row": {"id": "x"}},
        {"kind": "define", "section": ["place"], "row": {"id": "x"}},
        {"kind": "define", "section": "place", "row": {"id": ["x"], "name": 3}},
        {"kind": "drop", "index": 0},
        {"kind": "drop", "index": 3, "same_as": "article.nothing"},
    ],
)
def test_what_cannot_be_done_is_told_and_changes_nothing(sheet: Worksheet, action: dict[str, Any]) -> None:
    sheet.open()
    before = Path(sheet.annotations).read_bytes()
    with pytest.raises(rd.RaqqaDataError):
        sheet.act(sheet.version(), action)
    assert Path(sheet.annotations).read_bytes() == before


def test_of_two_windows_the_second_one_is_told(document: Path, sheet: Worksheet) -> None:
    seen = sheet.open()["version"]
    sheet.act(seen, {"kind": "confirm", "index": 0})
    with pytest.raises(StaleError):
        sheet.act(seen, {"kind": "confirm", "index": 1})
    with pytest.raises(StaleError):
        sheet.build(seen)
    assert ["annotation" in row for row in on_disk(sheet)] == [False, True, True, True]


def test_of_many_at_once_one_wins(sheet: Worksheet, document: Path) -> None:
    # each with a worksheet of its own, as two servers of one folder have
    seen = sheet.open()["version"]
    won: list[int] = []

    def confirm(number: int) -> None:
        other = Worksheet(document, Drafting())
        try:
            other.act(seen, {"kind": "set", "index": 0, "key": "note", "value": f"window {number}"})
        except StaleError:
            return
        won.append(number)

    in_threads(8, confirm)
    assert [row.get("note") for row in on_disk(sheet)][:1] == [f"window {won[0]}"]
    assert len(won) == 1


def test_what_an_editor_wrote_is_noticed_and_no_undo_takes_it_back(sheet: Worksheet) -> None:
    sheet.open()
    act(sheet, "confirm", index=0)
    path = Path(sheet.annotations)
    path.write_text(path.read_text("utf-8") + "# by hand\n", "utf-8")
    assert sheet.open()["undo"] is False
    with pytest.raises(rd.AnnotationError, match="nothing is left to undo"):
        act(sheet, "undo")
    assert path.read_text("utf-8").endswith("# by hand\n")


def test_a_text_that_changed_is_told_and_followed(sheet: Worksheet, document: Path) -> None:
    sheet.open()
    act(sheet, "confirm", index=0)
    document.write_text(f"مقدمة. {TEXT}", "utf-8")
    os.utime(document, ns=(1, 1))
    state = sheet.open()
    assert state["moved"]
    assert not any(record["found"] for record in state["records"])
    state = act(sheet, "update")
    assert not state["moved"]
    assert all(record["found"] for record in state["records"])
    assert [record["status"] for record in state["records"]] == ["confirmed", "proposed", "proposed", "open"]


def test_the_catalogue_is_built_beside_the_document(sheet: Worksheet, document: Path) -> None:
    sheet.open()
    assert sheet.build(sheet.version())["problems"][0]["path"].startswith("observation[3]")
    act(sheet, "drop", index=3)
    for index in (0, 1, 2):
        act(sheet, "confirm", index=index)
    made = sheet.build(sheet.version())
    assert (made["problems"], made["observations"], made["events"]) == ([], 3, 0)
    catalogue = rd.load(document.parent / made["written"])
    assert [record.annotation for record in catalogue.observations] == [rd.Annotation.CONFIRMED] * 3
    assert sheet.build(sheet.version()) == made


@pytest.mark.parametrize("content", ["mine", json.dumps({"document": {"id": "other"}})])
def test_another_s_file_is_not_written_over(sheet: Worksheet, content: str) -> None:
    sheet.open()
    act(sheet, "drop", index=3)
    for index in (0, 1, 2):
        act(sheet, "confirm", index=index)
    Path(sheet.catalogue).write_text(content, "utf-8")
    with pytest.raises(rd.errors.FileError, match="is there already, and no catalogue of this document"):
        sheet.build(sheet.version())
    assert Path(sheet.catalogue).read_text("utf-8") == content


def test_a_link_is_not_followed_out_of_the_folder(sheet: Worksheet, tmp_path: Path) -> None:
    outside = tmp_path / "outside.toml"
    outside.write_text("", "utf-8")
    os.symlink(outside, sheet.annotations)  # noqa: PTH211
    with pytest.raises(rd.errors.FileError, match="is a link"):
        sheet.open()
    assert outside.read_text("utf-8") == ""


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"\xff", "is not UTF-8"),
        (b"[", "is not TOML"),
        (b"observation = 3", "written in a form"),
        (b"agent = 3", "form"),
    ],
)
def test_a_broken_annotation_file_is_told(sheet: Worksheet, content: bytes, told: str) -> None:
    Path(sheet.annotations).write_bytes(content)
    with pytest.raises(rd.AnnotationError, match=told):
        sheet.open()


def test_odd_values_are_shown_as_they_can_be(sheet: Worksheet) -> None:
    Path(sheet.annotations).write_text(
        'document = 3\n[[observation]]\nstart = "x"\nperiod = 2021-03-01\nnote = [1, { a = 2021-03-01 }]\n', "utf-8"
    )
    record = sheet.open()["records"][0]
    assert record["values"] == {"period": "2021-03-01", "note": [1, {"a": "2021-03-01"}]}
    assert (record["start"], record["found"]) == (-1, False)


@pytest.mark.parametrize(
    ("phrase", "start", "found"),
    [
        ("المركز", "0", True),
        ("المركز", "1", False),
        ("", "0", False),
        ("المركز", "-1", False),
        ("لمركز", "true", False),
    ],
)
def test_a_phrase_is_found_where_it_stands_the_head_of_its_document_too(
    sheet: Worksheet, phrase: str, start: str, found: bool
) -> None:
    Path(sheet.annotations).write_text(f'[[observation]]\nphrase = "{phrase}"\nstart = {start}\n', "utf-8")
    (record,) = sheet.open()["records"]
    assert record["found"] is found


def test_a_document_that_went_is_told(sheet: Worksheet, document: Path) -> None:
    sheet.open()
    document.unlink()
    with pytest.raises(rd.errors.FileError, match="cannot be read"):
        sheet.open()


def test_what_is_complete_is_made_and_what_is_not_is_told(sheet: Worksheet) -> None:
    sheet.draft()
    catalogue, left = sheet.make_partly()
    assert Path(sheet.catalogue).is_file()
    assert len(catalogue.observations) + len(left) == len(on_disk(sheet))
    assert all(one.problem for one in left)


def test_an_update_without_news_changes_nothing(sheet: Worksheet) -> None:
    drafted = sheet.draft()
    before = sheet.version()
    again, left, is_new = sheet.update()
    assert (again, is_new, sheet.version()) == (drafted, False, before)
    assert left == Path(sheet.annotations).read_text("utf-8").count("FILL IN") - 1
