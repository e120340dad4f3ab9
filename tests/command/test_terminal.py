"""Tables on terminals of any width."""

from __future__ import annotations

import os
import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

import raqqa_data as rd
from raqqa_data.command import terminal
from tests.command.runs import ARTICLE, GONE, run

WIDTHS = (30, 40, 60, 80, 120)
COMMANDS = (("show",), ("show", "events"), ("total",), ("units",), ("read", "article"))
TWICE = ("total", "prison_attack.killed", "prison_attack.killed_civilians", "--allow", "disjointness")
HEADS = ("one", "two", "three")
WORD = st.text(st.sampled_from("abcdeرقة"), min_size=1, max_size=14)
CELL = st.lists(WORD, max_size=6).map(" ".join)


@pytest.mark.parametrize("columns", WIDTHS)
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_no_word_is_broken_or_lost(command: tuple[str, ...], columns: int, tmp_path: Path) -> None:
    (tmp_path / "article").write_bytes(ARTICLE.read_bytes())
    arguments = [tmp_path / "article" if part == "article" else part for part in command]
    wide, narrow = (run(*arguments, columns=width).stdout for width in (400, columns))

    def words(shown: str) -> set[str]:
        return set(re.findall(r"[^\s│┃━─┏┓┡┩┘└┴┳╇┻]+", shown))

    assert words(wide) == words(narrow)
    titles = {line for line in narrow.splitlines() if ": " in line and not line.startswith((" ", "│"))}
    assert all(cell_len(line) <= columns for line in set(narrow.splitlines()) - titles)


def test_a_narrow_terminal_gets_a_paragraph_a_record() -> None:
    shown = run("show", "battle", columns=40).stdout
    first = shown.partition("\n\n")[0].splitlines()
    assert first[0] == "battle: The battle of Raqqa, June to October 2017."
    assert [line.split()[0] for line in first[1:] if not line.startswith(" ")][-3:] == ["value", "period", "said"]
    assert "│" not in shown.partition("totals:")[0]


def test_names_keep_their_signs_where_rows_are_right_aligned() -> None:
    row = next(line for line in run("show", "reconstruction", columns=120).stdout.splitlines() if "15 bridges" in line)
    assert "  15 bridges │" in row


@given(st.lists(st.lists(CELL, min_size=3, max_size=3), max_size=5), st.integers(10, 120))
def test_widths_fit_the_room_and_hold_every_word(rows: list[list[str]], room: int) -> None:
    widths = terminal.widths_of(HEADS, rows, room, {"two"})
    longest = [max(map(cell_len, " ".join([head, *cells]).split())) for head, *cells in zip(HEADS, *rows, strict=True)]
    if widths is None:
        whole = max(cell_len(cell) for cell in ["two", *(row[1] for row in rows)])
        assert longest[0] + max(longest[1], whole) + longest[2] + 10 > room
    else:
        assert sum(widths) + 10 <= room
        assert all(width >= word for width, word in zip(widths, longest, strict=True))


def test_words_that_just_fit_are_shown_in_columns() -> None:
    assert terminal.widths_of(["a", "b"], [["xx", "yyy"]], room=3 * 2 + 1 + 5, whole=()) == [2, 3]
    assert terminal.widths_of(["a", "b"], [["xx", "yyy"]], room=3 * 2 + 1 + 4, whole=()) is None
    assert terminal.widths_of(["a", "b"], [["x x", "y y"]], room=3 * 2 + 1 + 4, whole=["b"]) == [1, 3]


def test_prose_is_broken_between_words_on_a_terminal_only() -> None:
    piped = run(*TWICE, columns=40)
    derived = rd.total([rd.prison_attack.killed, rd.prison_attack.killed_civilians], allow="disjointness")
    assert piped.stdout == derived.explain() + "\n"
    shown = run(*TWICE, columns=40, terminal=True)
    lines = re.sub(r"\x1b\[[0-9;]*m", "", shown.stdout).splitlines()
    assert max(map(len, lines)) <= 40
    assert " ".join(" ".join(lines).split()) == " ".join(piped.stdout.split())


def test_long_work_shows_how_far_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    paths = [tmp_path / name for name in ("first.txt", "second.txt")]
    for path in paths:
        path.write_text("غُرست 40 شجرة.", "utf-8")
    assert run("read", *paths).stderr == ""
    two = run("read", "--json", *paths, terminal=True)
    assert "second.txt" in two.stderr
    assert two.stderr.endswith(GONE)
    assert two.stdout.count('"text": "40 شجرة"') == 2
    assert run("read", "--json", paths[0], terminal=True).stderr == ""
    monkeypatch.setattr(terminal, "_LONG", 1)
    assert "first.txt" in run("read", "--json", paths[0], terminal=True).stderr


@pytest.mark.parametrize(("agents", "told"), [(1, "1 agent"), (12, "12 agents"), (13, "13 agents, the first 12")])
def test_of_many_speakers_the_first_are_shown(agents: int, told: str, capsys: pytest.CaptureFixture[str]) -> None:
    speakers = Counter({f"agent-{number}": 40 - number for number in range(agents)})
    terminal.show_documents([{"document": "a", "published": None, "observations": 3, "events": 0}], 3, speakers)
    shown = capsys.readouterr().out
    (line,) = (line for line in shown.splitlines() if line.startswith(told))
    assert line.endswith("; --json has all") is (agents > 12)
    assert shown.count("agent-") == min(agents, 12)
    assert "agent-12" not in shown


def test_what_has_no_size_is_read_all_the_same() -> None:
    assert list(terminal.each(["-", os.devnull], str.upper)) == [("-", "-"), (os.devnull, os.devnull.upper())]
