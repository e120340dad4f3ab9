"""What the workflow does on a push: a version of the site, in both languages, on the branch that is served."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
from typing import TYPE_CHECKING

import pytest

from tests.site.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.site
SITE = "https://owner.github.io/raqqa_data/"


def git(folder: Path, *arguments: str) -> str:
    command = ["git", "-c", "user.name=a", "-c", "user.email=a@example.org", *arguments]
    return subprocess.run(command, check=True, cwd=folder, capture_output=True, encoding="utf-8").stdout


def test_a_release_is_published_in_both_languages(tmp_path: Path) -> None:
    pytest.importorskip("mike")
    for name in ("docs", "hooks", "mkdocs.yml", "mkdocs.ar.yml", "src"):
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, tmp_path / name)
    git(tmp_path, "init", "--quiet")
    for key in ("user.name", "user.email"):
        git(tmp_path, "config", key, "a@example.org")
    git(tmp_path, "commit", "--quiet", "--allow-empty", "--message", "begin")
    steps = (ROOT / ".github/workflows/docs.yml").read_text("utf-8")
    (deploy,) = re.findall(r"mike (deploy) --push --update-aliases \"\$\{REF#v\}\" latest", steps)
    environ = os.environ | {"DOCS_VERSIONS": "1", "SITE_URL": SITE, "NO_MKDOCS_2_WARNING": "1", "PYODIDE": "none"}
    environ["PATH"] = os.pathsep.join([sysconfig.get_path("scripts"), environ["PATH"]])  # mike starts mkdocs
    command = [
        sys.executable,
        "-c",
        "from mike.driver import main; main()",
        deploy,
        "--update-aliases",
        "1.2.3",
        "latest",
    ]
    done = subprocess.run(command, check=False, cwd=tmp_path, env=environ, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    assert json.loads(git(tmp_path, "show", "gh-pages:versions.json")) == [
        {"version": "1.2.3", "title": "1.2.3", "aliases": ["latest"]}
    ]
    for root in ("", "ar/"):
        page = git(tmp_path, "show", f"gh-pages:1.2.3/{root}data/index.html")
        assert f'<link rel="canonical" href="{SITE}1.2.3/{root}data/">' in page
        assert ('"provider": "mike"' in page) == (root == "")
