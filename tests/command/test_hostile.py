"""What a stranger put in a name, a text or a file, and terminals that are odd, as the command meets them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.command.runs import ARTICLE, run, run_processes
from tests.processes import needs_processes

ESCAPES = ["\x1b[2J", "\x1b]0;title\x07", "\x9b31m", "\x1bP1$r\x1b\\", "\x7f", "\x85"]


def is_harmless(output: str) -> bool:
    # the only codes are those of the table's own title and heads
    output = output.replace("\x1b[1m", "").replace("\x1b[0m", "")
    return all(sign in "\n\t" or sign.isprintable() or sign in "\u2067\u2069\u200e\u200f" for sign in output)


@pytest.mark.parametrize("escape", ESCAPES)
@pytest.mark.parametrize("terminal", [False, True])
def test_an_escape_code_in_a_file_name_is_shown(tmp_path: Path, escape: str, terminal: bool) -> None:
    path = tmp_path / f"a{escape.replace('/', '')}b.txt"
    path.write_text("عاد 300 شخص", "utf-8")
    for asked in (("read", path), ("read", path, "--json"), ("read", f"{path}.gone"), ("build", path, path)):
        ran = run(*asked, terminal=terminal)
        assert is_harmless(ran.stdout)
        assert is_harmless(ran.stderr)
        assert ran.stdout or ran.stderr


@pytest.mark.parametrize("escape", ESCAPES)
def test_an_escape_code_in_a_text_is_shown(tmp_path: Path, escape: str) -> None:
    path = tmp_path / "text.txt"
    path.write_text(f"عاد أكثر{escape} من{escape} 300{escape} شخص، وبقي 12%{escape} منهم{escape}", "utf-8")
    for asked in (("read", path), ("read", path, "--json"), ("draft", path)):
        ran = run(*asked, terminal=True)
        assert is_harmless(ran.stdout)
        assert "12" in ran.stdout


@pytest.mark.parametrize("escape", ESCAPES)
def test_a_table_is_harmless_on_a_terminal_and_whole_in_a_pipe(tmp_path: Path, escape: str) -> None:
    path = tmp_path / f"a{escape}b.txt"
    path.write_text("عاد 300 شخص", "utf-8")
    shown, piped = (run("read", path, "--to", "csv", terminal=terminal).stdout for terminal in (True, False))
    assert is_harmless(shown)
    assert escape in piped


@pytest.mark.parametrize("command", [("export", "security"), ("read", "--to", "csv", ARTICLE)])
def test_the_lines_of_a_table_end_on_a_terminal_as_lines_do(command: tuple[object, ...]) -> None:
    shown, piped = (run(*command, terminal=terminal).stdout for terminal in (True, False))
    assert shown.splitlines() == piped.split("\r\n")[:-1]


@pytest.mark.parametrize("escape", ESCAPES[:3])
def test_an_escape_code_in_a_key_is_shown(tmp_path: Path, escape: str) -> None:
    path = tmp_path / "x.json"
    path.write_text(json.dumps({escape: 1}), "utf-8")
    ran = run("export", "--catalogue", path)
    assert ran.returncode == 2
    assert "unknown key" in ran.stderr
    assert is_harmless(ran.stderr)


def test_a_long_key_is_cut(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_text(f'{{"{"k" * 100_000}": 1}}', "utf-8")
    ran = run("export", "--catalogue", path)
    assert "unknown key" in ran.stderr
    assert len(ran.stderr) < 5_000


@needs_processes
@pytest.mark.parametrize("kind", ["pipe", "device", "folder"])
def test_what_is_no_regular_file_is_not_opened(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "x.json"
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "device":
        path.symlink_to("/dev/zero")
    else:
        path.mkdir()
    commands = (("verify", path), ("export", "--catalogue", path), ("read", path), ("build", path, path))
    # a Data Package is a folder, and of a folder each document is read, built or verified
    for ran in run_processes(*commands[: 1 if kind == "folder" else None]):
        assert ran.returncode == 2
        assert ("holds no document" if kind == "folder" else "is not a regular file") in ran.stderr


ON_TERMINALS = """
import fcntl, os, pty, struct, sys, termios
from raqqa_data.__main__ import main
from raqqa_data.command.app import load

load()

for columns in map(int, sys.argv[1:]):
    for asked in (["read", "/nonexistent"], ["show", "battle"], ["total"], ["units", "dunam"]):
        begin, begun = os.pipe()
        pid, master = pty.fork()
        if pid == 0:
            os.read(begin, 1)
            sys.argv = ["raqqa-data", *asked]
            main()
        fcntl.ioctl(master, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
        os.write(begun, b".")
        said = b""
        while True:
            try:
                part = os.read(master, 65536)
            except OSError:
                break
            if not part:
                break
            said += part
        code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
        print(columns, asked[0], code, b"Traceback" in said, len(said) > 0)
"""


@pytest.mark.slow
@needs_processes
def test_terminals_of_odd_widths() -> None:
    pytest.importorskip("pty")
    environ = {name: value for name, value in os.environ.items() if name not in {"COLUMNS", "LINES"}}
    widths = ("0", "1", "3", "20")
    ran = subprocess.run(
        [sys.executable, "-c", ON_TERMINALS, *widths], check=True, capture_output=True, env=environ | {"TERM": "xterm"}
    )
    codes = {"read": 2, "show": 0, "total": 0, "units": 0}
    assert ran.stdout.decode().splitlines() == [
        f"{width} {asked} {code} False True" for width in widths for asked, code in codes.items()
    ]
