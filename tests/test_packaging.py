"""What ships, under which version, and what must never ship."""

import importlib.metadata
import json
import re
import shutil
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path

import pytest

import raqqa_data

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "raqqa_data"
VERSION = raqqa_data.__version__
QUOTABLE = 60  # characters of the source article that may stand in a row

MODULES = re.compile(r"raqqa_data/(?:[a-z_]+/)*[a-z_]+\.py")
DATA = re.compile(
    r"raqqa_data/(?:py\.typed|catalogue/(?:editions/)?(?:README\.md|[a-z0-9.-]+\.(?:json|toml))|"
    r"(?:reading|building/proposals)/words/vocabulary/[a-z]+\.(?:toml|tsv)|sources/vocabulary\.toml|"
    r"annotate/page/[a-z]+\.(?:css|html|js|svg))"
)
METADATA = {"METADATA", "RECORD", "WHEEL", "entry_points.txt", "licenses/LICENSE", "licenses/LICENSE-DATA"}

SDIST = {
    "examples",
    "CHANGELOG.md",
    "CITATION.cff",
    "CONTRIBUTING.md",
    "LICENSE",
    "LICENSE-DATA",
    "PKG-INFO",
    "README.md",
    "benchmarks",
    "conftest.py",
    "docs",
    "hatch_build.py",
    "hooks",
    "mkdocs.ar.yml",
    "mkdocs.yml",
    "pyproject.toml",
    "src",
    "tests",
}
SDIST_MAY = {".gitignore"}  # hatchling adds it by itself

HEAVY = {
    *("arro3", "altair", "dask", "duckdb", "ibis", "narwhals", "numpy", "pandas", "pint", "polars", "pyarrow"),
    *("pyspark", "rich", "typer"),
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the sdist, and the wheel that was built from it."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    done = subprocess.run(command, check=False, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.fixture(scope="module")
def wheel_names(built: Path) -> set[str]:
    with zipfile.ZipFile(built / f"raqqa_data-{VERSION}-py3-none-any.whl") as wheel:
        return set(wheel.namelist())


@pytest.fixture(scope="module")
def sdist_texts(built: Path) -> dict[str, bytes]:
    """Path below the sdist's one folder -> content."""
    with tarfile.open(built / f"raqqa_data-{VERSION}.tar.gz") as sdist:
        files = {member.name: sdist.extractfile(member) for member in sdist.getmembers() if member.isfile()}
        folder = f"raqqa_data-{VERSION}/"
        assert all(name.startswith(folder) for name in files)
        return {name.removeprefix(folder): file.read() for name, file in files.items() if file}


def package_files() -> set[str]:
    """What the wheel should hold of the package: every source file, whatever an editor or interpreter left beside."""
    files = (path.relative_to(PACKAGE.parent).as_posix() for path in PACKAGE.rglob("*") if path.is_file())
    return {name for name in files if "__pycache__" not in name}


def test_the_wheel_holds_the_package_its_data_and_its_licences(wheel_names: set[str]) -> None:
    info = {f"raqqa_data-{VERSION}.dist-info/{name}" for name in METADATA}
    assert wheel_names == package_files() | info


def test_the_package_holds_modules_catalogues_vocabulary_and_the_page_only() -> None:
    assert [name for name in sorted(package_files()) if not (MODULES.fullmatch(name) or DATA.fullmatch(name))] == []


def test_the_wheel_names_its_licences_and_its_marker_of_types(built: Path) -> None:
    with zipfile.ZipFile(built / f"raqqa_data-{VERSION}-py3-none-any.whl") as wheel:
        metadata = wheel.read(f"raqqa_data-{VERSION}.dist-info/METADATA").decode()
        assert "License-Expression: MIT AND CC-BY-4.0\n" in metadata
        assert "\nRequires-Python: >=3.11\n" in metadata
        assert "raqqa_data/py.typed" in wheel.namelist()


def test_the_sdist_holds_what_builds_and_tests_the_package(sdist_texts: dict[str, bytes]) -> None:
    top = {name.split("/")[0] for name in sdist_texts}
    assert top - SDIST_MAY == SDIST
    assert {name.removeprefix("src/") for name in sdist_texts if name.startswith("src/")} == package_files()


def test_one_version_everywhere() -> None:
    citation = re.search(r"^version: (.+)$", (ROOT / "CITATION.cff").read_text("utf-8"), re.MULTILINE)
    released = re.search(r"^## \[([0-9][^]]*)\]", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert citation is not None
    assert released is not None
    assert {citation[1], released[1], importlib.metadata.version("raqqa_data")} == {VERSION}


def test_one_version_of_ruff() -> None:
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"]
    wanted = {requirement for requirement in extras["dev"] if requirement.startswith("ruff")}
    hooks = ROOT / ".pre-commit-config.yaml"
    if not hooks.exists():
        pytest.skip("an sdist holds no pre-commit hooks")
    assert set(re.findall(r"ruff==[0-9.]+", hooks.read_text("utf-8"))) == wanted


def squash(text: str) -> str:
    """Drop what changes no word: tatweel, diacritics, kinds and runs of whitespace, JSON's escapes."""
    text = re.sub(r"\\u([0-9a-fA-F]{4})", lambda match: chr(int(match[1], 16)), text)
    return re.sub(r"\s+", " ", re.sub("[\u0640\u064b-\u065f\u0670]", "", text))


def runs(text: str) -> set[str]:
    return {text[start : start + QUOTABLE + 1] for start in range(len(text) - QUOTABLE)}


def repository_files() -> list[Path]:
    git = shutil.which("git")
    if git and (ROOT / ".git").exists():
        command = [git, "-C", str(ROOT), "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
        listed = subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout.split("\0")
        return [path for path in (ROOT / name for name in listed if name) if path.is_file()]
    return [path for path in ROOT.rglob("*") if path.is_file() and "site-packages" not in path.parts]


def test_squash_sees_through_tatweel_diacritics_whitespace_and_escapes() -> None:
    assert squash("تحــرير  مدينـة\nأنَّ") == squash("تحرير مدينة أن")
    assert squash(json.dumps("تحرير")) == '"تحرير"'


def test_no_file_carries_a_sentence_of_the_article(document_text: str, sdist_texts: dict[str, bytes]) -> None:
    forbidden = runs(squash(document_text))
    texts = {str(path): path.read_bytes() for path in repository_files()} | sdist_texts
    carriers = [name for name, content in texts.items() if runs(squash(content.decode("utf-8", "replace"))) & forbidden]
    assert carriers == []


@pytest.mark.parametrize(
    "code",
    ["import raqqa_data", "import raqqa_data; raqqa_data.reconstruction.rubble_removed.estimate"],
)
def test_import_is_light(code: str) -> None:
    """In a fresh process: whatever this one has imported says nothing."""
    code += "; import sys; print(*{name.partition('.')[0] for name in sys.modules})"
    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    assert set(done.stdout.split()) & HEAVY == set()


def test_the_readme_links_to_files_that_are_there() -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", (ROOT / "README.md").read_text("utf-8"))
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []
