"""The examples run as they are, from any folder, and say what they are there to say."""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[1] / "examples"
ABLE = shutil.which("pdftotext") and all(map(importlib.util.find_spec, ("datasketch", "trafilatura")))


@pytest.mark.parametrize(
    ("script", "lines"),
    [
        (
            "shipped_data.py",
            ["nearly 500", "2017-10 | Capture of Raqqa from IS | انتزاع الرقة من تنظيم الدولة الإسلامية"],
        ),
        ("own_document.py", ["9 records checked, no findings", "agree", "type compatibility"]),
        pytest.param(
            "many_documents.py",
            [
                "copies: daily and wire",
                "8 documents, 23 claims, 45 pairs to look at",
                "People killed: between 9 and 15 people (decided)",
                "People killed (sex=female): between 4 and 5 people (decided)",
                "People killed (age=child): 3 people (agreed)",
                "Loss: between 310,000 and 480,000 USD (decided)",
                "  - 12 people, Civil defence [wire__toll.killed], replaced by evening__toll.killed",
                "  - more than 40 people, Civil defence [wire__toll.injured], copy of daily__toll.injured",
            ],
            marks=pytest.mark.skipif(not ABLE, reason="needs poppler, datasketch and trafilatura"),
        ),
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
    assert {path.name for path in EXAMPLES.glob("*.py")} == {
        getattr(arguments, "values", arguments)[0] for arguments in marks[0].args[1]
    }
