"""The examples run as they are, from any folder, and say what they are there to say."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[1] / "examples"


@pytest.mark.parametrize(
    ("script", "lines"),
    [
        (
            "shipped_data.py",
            ["nearly 500", "2017-10 | Capture of Raqqa from IS | انتزاع الرقة من تنظيم الدولة الإسلامية"],
        ),
        ("own_document.py", ["9 records checked, no findings", "agree", "type compatibility"]),
    ],
)
def test_an_example_runs(script: str, lines: list[str], tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-X", "utf8", str(EXAMPLES / script)],
        check=False,
        capture_output=True,
        encoding="utf-8",
        cwd=tmp_path,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert set(lines) <= set(done.stdout.splitlines())


def test_every_example_is_run() -> None:
    marks = test_an_example_runs.pytestmark  # type: ignore[attr-defined]
    assert {path.name for path in EXAMPLES.glob("*.py")} == {arguments[0] for arguments in marks[0].args[1]}
