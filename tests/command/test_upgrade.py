"""What `upgrade` rewrites."""

from __future__ import annotations

import json
from pathlib import Path

import raqqa_data as rd
from tests.command.runs import run

OLD = Path(__file__).parents[1] / "catalogue" / "forms" / "1.0.json"


def test_upgrade_rewrites_a_catalogue_once(tmp_path: Path) -> None:
    path = tmp_path / "catalogue.json"
    path.write_bytes(OLD.read_bytes())
    assert run("upgrade", str(path)).stdout == f"{path}: form 1.0 became 2.0\n"
    new = path.read_bytes()
    assert rd.load(path) == rd.load(OLD)
    assert json.loads(new)["schema_version"] == "2.0"
    assert run("upgrade", str(path)).stdout == f"{path}: is of today's form already\n"
    assert path.read_bytes() == new
    said = json.loads(run("upgrade", str(OLD), "--out", str(tmp_path / "new.json"), "--json").stdout)
    assert said == {"written": str(tmp_path / "new.json"), "from": "1.0", "to": "2.0"}
    assert (tmp_path / "new.json").read_bytes() == new
    assert run("upgrade", str(OLD), "--out", str(path)).returncode == 2
