"""The how-to's scripts that start processes: each runs as its reader would run it."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

PAGE = Path(__file__).parents[2] / "docs" / "en" / "howto" / "engines.md"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("heading", "needs"),
    [
        ("A pool of processes, with a progress bar", "rich"),
        pytest.param("Dask", "distributed", marks=pytest.mark.dask),
        pytest.param("PySpark", "pyspark", marks=pytest.mark.spark),
        pytest.param("Ray", "ray", marks=pytest.mark.ray),
    ],
)
def test_script(heading: str, needs: str, tmp_path: Path) -> None:
    pytest.importorskip(needs)
    section = PAGE.read_text("utf-8").split(f"## {heading}\n")[1]
    found = re.search(r"```python\n(.*?)```", section, re.DOTALL)
    assert found
    script = tmp_path / "script.py"
    script.write_text(found[1], "utf-8")
    subprocess.run([sys.executable, str(script)], check=True, timeout=300)
