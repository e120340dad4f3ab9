"""The figures of many documents as one table."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

import pytest

import raqqa_data as rd
from raqqa_data.errors import FileError, NotFoundError
from raqqa_data.interchange import MENTION_FORMATS, Mentions, mention_rows, write_mentions
from raqqa_data.interchange.mention_files import COLUMNS, write_mentions_to
from tests.sources.files import BODY, MORE, p, word

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PILE = [f"{BODY}\n\n{MORE}".encode(), b"PK\x03\x04 no Word", word(p(BODY)), "لا شيء هنا".encode()]
NAMES = [column.name for column in COLUMNS]


def test_a_row_a_figure_with_its_place_and_one_for_what_could_not_be_read() -> None:
    rows = list(mention_rows(rd.open_sources(PILE)))
    assert all(list(row) == NAMES for row in rows)
    assert [row["best"] for row in rows] == [300, None, 12, 40, 7000, None, 300, None, 12]
    assert [row["period"] for row in rows if row["kind"] == "date"] == ["2021-03-05"] * 2
    assert [row["line"] for row in rows[:5]] == [1, 1, 1, 3, 3]
    assert [row["paragraph"] for row in rows[:5]] == [1, 1, 1, 2, 2]
    failed = rows[5]
    assert (failed["kind"], failed["start"], failed["document"]) == (None, None, "document")
    assert "is no Word document" in failed["finding"]
    assert [row["finding"] for row in rows if row is not failed] == [None] * 8


def test_a_row_leads_back_to_its_words() -> None:
    (source,) = rd.open_sources([PILE[0]])
    for row in mention_rows([source]):
        assert source.text[row["start"] : row["end"]] == row["text"]
        assert row["sha256"] == source.sha256


def test_the_rows_of_one_document_are_its_mentions(tmp_path: Path) -> None:
    (source,) = rd.open_sources([PILE[0]])
    write_mentions(mention_rows([source]), tmp_path / "x.parquet")
    frame = pytest.importorskip("polars").read_parquet(tmp_path / "x.parquet")
    assert tuple(Mentions.from_arrow(frame)) == rd.read(source)


def test_documents_are_opened_one_at_a_time() -> None:
    opened: list[int] = []

    def documents() -> Iterator[bytes]:
        for number in range(3):
            opened.append(number)
            yield f"عاد {number + 3} أشخاص.".encode()

    rows = mention_rows(rd.open_sources(documents()))
    assert opened == []
    assert next(rows)["best"] == 3
    assert opened == [0]


def test_the_day_of_a_document_dates_its_yesterday_and_a_reference_wins() -> None:
    source = rd.open_source("عاد أمس 300 شخص.".encode())
    assert [row["period"] for row in mention_rows([source], reference="2021-03-06") if row["kind"] == "date"] == [
        "2021-03-05"
    ]


def test_the_other_columns_of_a_table_and_the_sender_of_a_message(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text(f'id,body\n7,"{BODY}"\n', "utf-8")
    row, *_ = mention_rows(rd.open_sources(tmp_path / "x.csv", text_column="body"))
    assert json.loads(row["fields"]) == {"id": "7"}
    chat = {"messages": [{"type": "message", "from": "سعاد", "date": "2021-03-05T10:00:00", "text": "عاد 40 شخصا"}]}
    (row,) = mention_rows(rd.open_sources(json.dumps(chat).encode()))
    assert (row["sender"], row["published"], row["best"]) == ("سعاد", "2021-03-05", 40)


@pytest.mark.parametrize("name", MENTION_FORMATS)
def test_every_format_holds_every_row(tmp_path: Path, name: str) -> None:
    path = tmp_path / f"figures.{name}"
    rows = list(mention_rows(rd.open_sources(PILE)))
    write_mentions(rows, path)
    if name == "csv":
        with path.open(encoding="utf-8", newline="") as file:
            held = list(csv.DictReader(file))
        assert [row["best"] for row in held] == ["" if row["best"] is None else str(row["best"]) for row in rows]
    elif name == "jsonl":
        held = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
        assert held == rows
    else:
        held = pytest.importorskip("polars").read_parquet(path).to_dicts()
        assert held == rows
    assert [row["finding"] or None for row in held] == [row["finding"] for row in rows]
    assert list(held[0]) == NAMES


def test_a_table_of_nothing_has_its_columns() -> None:
    for name in MENTION_FORMATS:
        whole = io.BytesIO()
        write_mentions_to([], whole, name)
        assert (whole.getvalue() == b"") == (name == "jsonl")


def test_half_a_pair_of_surrogates_is_written_all_the_same(tmp_path: Path) -> None:
    table = json.dumps({"body": "عاد 40 شخصا", "id": "\ud800"}) + "\n" + json.dumps({"body": "\udfff 5 كتب", "id": 1})
    (tmp_path / "x.jsonl").write_text(table, "utf-8")
    for name in MENTION_FORMATS:
        whole = io.BytesIO()
        write_mentions_to(
            (
                {**row, "title": "\ud800"}
                for row in mention_rows(rd.open_sources(tmp_path / "x.jsonl", text_column="body"))
            ),
            whole,
            name,
        )
        assert whole.getvalue()


def test_no_cell_is_run_by_a_spreadsheet(tmp_path: Path) -> None:
    path = tmp_path / "=cmd.txt"
    path.write_text("عاد 40 شخصا", "utf-8")
    whole = io.BytesIO()
    rows = ({**row, "document": path.name} for row in mention_rows(rd.open_sources(path)))
    write_mentions_to(rows, whole, "csv", excel=True)
    assert whole.getvalue().decode("utf-8-sig").splitlines()[1].startswith("'=cmd.txt,")


def test_what_cannot_be_written_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "figures.csv"
    path.write_text("old", "utf-8")

    def breaks() -> Iterator[dict[str, Any]]:
        yield from mention_rows(rd.open_sources(PILE[:1]))
        raise OSError("gone")

    with pytest.raises(FileError, match="cannot be written: gone"):
        write_mentions(breaks(), path)
    assert [one.name for one in tmp_path.iterdir()] == ["figures.csv"]
    assert path.read_text("utf-8") == "old"
    for wrong in (tmp_path / "figures.xls", tmp_path / "figures"):
        with pytest.raises(NotFoundError, match="no format"):
            write_mentions([], wrong)
    with pytest.raises(NotFoundError, match="no format 'cvs'"):
        write_mentions([], path, "cvs")


def test_what_was_asked_wrongly_is_told_before_any_document_is_opened() -> None:
    for wrong in ({"reference": "soon"}, {"country": "nowhere"}):
        with pytest.raises(rd.RaqqaDataError):
            next(mention_rows([], **wrong))  # type: ignore[arg-type]
