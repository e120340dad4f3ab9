"""`split`: chats and tables as files that `draft` takes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import raqqa_data as rd
from tests.command.runs import run

if TYPE_CHECKING:
    from pathlib import Path

CHAT = """12/03/2024, 08:15 - سامر: عندنا 3 جرحى
منذ أمس
12/03/2024, 08:17 - هدى: الطريق مقطوع
13/03/2024, 19:40 - لجنة الحي: وزعنا اليوم `250` سلة و<b>40</b> خيمة
"""


def test_a_file_for_each_message_that_holds_a_figure(tmp_path: Path) -> None:
    (tmp_path / "chat.txt").write_text(CHAT, "utf-8")
    shown = run("split", tmp_path / "chat.txt", "--out", tmp_path / "posts", "--json")
    assert (shown.returncode, "2 written, 1 left out without a figure" in shown.stderr) == (0, True)
    paths = sorted((tmp_path / "posts").iterdir())
    assert [path.name for path in paths] == ["chat-00001.txt", "chat-00003.txt"]
    assert [row["file"] for row in json.loads(shown.stdout)] == [*map(str, paths)]
    first, third = map(rd.open_source, paths)
    assert (str(first.published), first.published_from) == ("2024-03-12", "front matter")
    assert [str(date.period) for date in rd.read(first) if date.kind == "date"] == ["2024-03-11"]
    # signs of Markdown are a message's own words
    assert [one.value for one in rd.read(third) if one.estimate] == [250, 40]
    assert "sender: لجنة الحي" in third.text
    assert run("split", tmp_path / "chat.txt", "--out", tmp_path / "all", "--every").returncode == 0
    assert len([*(tmp_path / "all").iterdir()]) == 3


def test_a_row_with_its_columns(tmp_path: Path) -> None:
    (tmp_path / "posts.csv").write_text("date,body,title,a: b\n2024-03-12,عاد 40 شخصا أمس,خبر,1\n", "utf-8")
    shown = run("split", tmp_path / "posts.csv", "--out", tmp_path / "rows", "--text-column", "body")
    assert shown.returncode == 0
    (path,) = (tmp_path / "rows").iterdir()
    source = rd.open_source(path)
    assert str(source.published) == "2024-03-12"
    assert [one.value for one in rd.read(source) if one.estimate] == [40]
    assert source.title == "خبر"
    assert "a: b: 1" not in source.text


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    (tmp_path / "chat.txt").write_text(CHAT, "utf-8")
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "chat.txt").write_text(CHAT, "utf-8")
    out = tmp_path / "posts"
    assert run("split", tmp_path / "chat.txt", "--out", out).returncode == 0
    again = run("split", tmp_path / "chat.txt", "--out", out)
    assert (again.returncode, "exists already; --force" in again.stderr) == (2, True)
    assert run("split", tmp_path / "chat.txt", "--out", out, "--force").returncode == 0
    both = run("split", tmp_path / "chat.txt", tmp_path / "other" / "chat.txt", "--out", tmp_path / "both")
    assert (both.returncode, "would be written there" in both.stderr) == (2, True)
    assert "is a file" in run("split", tmp_path / "chat.txt", "--out", tmp_path / "chat.txt").stderr


def test_what_cannot_be_read_is_told_and_the_others_are_written(tmp_path: Path) -> None:
    (tmp_path / "chat.txt").write_text(CHAT, "utf-8")
    shown = run("split", tmp_path / "none.json", tmp_path / "chat.txt", "--out", tmp_path / "posts")
    assert (shown.returncode, "none.json" in shown.stderr) == (2, True)
    assert len([*(tmp_path / "posts").iterdir()]) == 2


def test_which_columns_there_are_is_told(tmp_path: Path) -> None:
    file = tmp_path / "posts.csv"
    file.write_text("date,text,title\n2024-03-12,عاد 40 شخصا,خبر\n", "utf-8")
    shown = run("split", file, "--out", tmp_path / "rows", "--text-column", "body")
    assert shown.returncode == 2
    assert "line 2: no column 'body'; there are 'date', 'text', 'title'\n" in shown.stderr
    near = run("split", file, "--out", tmp_path / "rows", "--text-column", "texts")
    assert "no column 'texts'; did you mean 'text'? There are 'date', 'text', 'title'\n" in near.stderr
    file.write_text(f"{','.join(f'c{number}' for number in range(50))}\n{'1,' * 49}1\n", "utf-8")
    assert "'c19' and 30 more" in run("split", file, "--out", tmp_path / "rows", "--text-column", "body").stderr
    (tmp_path / "posts.jsonl").write_text("{}\n", "utf-8")
    empty = run("split", tmp_path / "posts.jsonl", "--out", tmp_path / "rows", "--text-column", "body")
    assert "no column 'body'; there are none" in empty.stderr


def test_which_is_the_day_of_a_chat_is_asked_for_and_said(tmp_path: Path) -> None:
    chat = tmp_path / "chat.txt"
    chat.write_text("04/03/2024, 08:15 - سامر: عندنا 3 جرحى منذ أمس\n05/03/2024, 08:17 - هدى: وصلت 5 سلال\n", "utf-8")
    shown = run("split", chat, "--out", tmp_path / "undated")
    assert (shown.returncode, "cannot be told; --day-first or --month-first decides" in shown.stderr) == (0, True)
    for option, day in (("--day-first", "2024-03-04"), ("--month-first", "2024-04-03")):
        said = run("split", chat, "--out", tmp_path / day, option)
        assert (said.returncode, "which is the day" in said.stderr) == (0, False)
        assert str(rd.open_source(tmp_path / day / "chat-00001.txt").published) == day
    table = run("read", chat, "--day-first", "--to", "jsonl")
    assert "2024-03-03" in table.stdout


def test_a_day_of_a_table_that_cannot_be_told_is_none_of_its_post(tmp_path: Path) -> None:
    (tmp_path / "rows.csv").write_text("date,body\n04/03/2024,عاد 40 شخصا أمس\n", "utf-8")
    said = ("split", tmp_path / "rows.csv", "--text-column", "body", "--out")
    shown = run(*said, tmp_path / "undated")
    assert "column date: 04/03/2024: which is the day cannot be told; --day-first or" in shown.stderr
    (path,) = (tmp_path / "undated").iterdir()
    assert (rd.open_source(path).published, "date as it stands: 04/03/2024" in path.read_text("utf-8")) == (None, True)
    assert run(*said, tmp_path / "dated", "--month-first").returncode == 0
    (path,) = (tmp_path / "dated").iterdir()
    assert str(rd.open_source(path).published) == "2024-04-03"


def test_of_a_folder_chats_and_tables_alone_are_split(tmp_path: Path) -> None:
    reports = tmp_path / "reports"
    reports.mkdir()
    (reports / "chat.txt").write_text(CHAT, "utf-8")
    (reports / "posts.CSV").write_text("text\nعاد 40 شخصا\n", "utf-8")
    (reports / "report.txt").write_text("عاد 40 شخصا.", "utf-8")
    shown = run("split", reports, "--out", tmp_path / "posts", "--text-column", "text")
    assert (shown.returncode, "3 written" in shown.stderr) == (0, True)
    assert sorted(path.name for path in (tmp_path / "posts").iterdir()) == [
        "chat-00001.txt",
        "chat-00003.txt",
        "posts-00002.txt",
    ]
    none = run("split", tmp_path / "posts", "--out", tmp_path / "again")
    assert (none.returncode, "posts: holds no chat and no table" in none.stderr) == (2, True)
    assert run("split", reports / "report.txt", "--out", tmp_path / "named").returncode == 0


def test_a_table_of_which_no_column_was_named_is_told_with_its_columns(tmp_path: Path) -> None:
    for name, content in (("a.csv", "id;date;text\n1;2024-03-12;عاد 40\n"), ("b.jsonl", '{"id": 1, "text": "عاد 40"}')):
        (tmp_path / name).write_text(content, "utf-8")
    told = run("split", tmp_path, "--out", tmp_path / "posts").stderr
    says = "is a table; say which column holds the texts: --text-column NAME"
    assert f"a.csv: {says}. There are 'id', 'date', 'text'\n" in told
    assert f"b.jsonl: {says}. There are 'id', 'text'\n" in told
    for held in (b"", b"id\n", b"\xff\x00\xfe", b"a,b\n1\n"):
        (tmp_path / "a.csv").write_bytes(held)
        assert f"a.csv: {says}\n" in run("split", tmp_path / "a.csv", "--out", tmp_path / "posts").stderr
