"""The library as a dependency: its wheel in a clean environment, under a package that somebody else wrote."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
DOWNSTREAM = ROOT / "examples" / "downstream"
pytestmark = pytest.mark.slow

if not (DOWNSTREAM / "pyproject.toml").exists():
    pytest.skip("the examples are not at hand", allow_module_level=True)


def run(*command: str | Path, cwd: Path | None = None, **more: str) -> str:
    environ = {key: value for key, value in os.environ.items() if key not in {"PYTHONPATH", "COVERAGE_PROCESS_START"}}
    done = subprocess.run(
        [str(part) for part in command],
        check=False,
        capture_output=True,
        text=True,
        cwd=cwd,
        env=environ | {"PYTHONUTF8": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1"} | more,
    )
    assert done.returncode == 0, f"{command}\n{done.stdout[-3000:]}\n{done.stderr[-3000:]}"
    return done.stdout


class Installed:
    """A virtual environment that holds both wheels and what they require, and nothing else."""

    def __init__(self, folder: Path) -> None:
        self.wheels = folder / "wheels"
        for name, source in (("library", ROOT), ("package", DOWNSTREAM)):
            # a build leaves nothing in the source, and sees none of what lies around in it
            copy = folder / name
            ignored = shutil.ignore_patterns(".*", "build", "dist", "__pycache__", "tests", "docs", "site")
            shutil.copytree(source, copy, ignore=ignored)
            run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", self.wheels, copy)
        venv.create(folder / "venv", with_pip=True)
        self.python = folder / "venv" / ("Scripts" if os.name == "nt" else "bin") / "python"
        run(self.python, "-m", "pip", "install", "-q", *self.wheels.glob("*.whl"))
        self.source = folder / "package" / "src"


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    pytest.importorskip("build")
    return Installed(tmp_path_factory.mktemp("downstream"))


@pytest.mark.parametrize("flags", [[], ["-O"], ["-OO"]])
def test_a_package_of_somebody_elses_works(installed: Installed, tmp_path: Path, flags: list[str]) -> None:
    said = run(installed.python, *flags, "-W", "error", "-m", "riverside_data", cwd=tmp_path)
    assert "7 records checked, no findings" in said
    assert "Adds 2 observations: 150 + 90 = 240 people." in said
    assert "\ndisjointness\n" in said
    assert "19.04 feddan" in said
    assert said.count("came back whole") == 5
    assert list(tmp_path.iterdir()) == []


def test_works_with_the_lowest_versions_that_it_asks_for(installed: Installed, tmp_path: Path) -> None:
    venv.create(tmp_path / "venv", with_pip=True)
    python = tmp_path / "venv" / installed.python.parent.name / "python"
    requires = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    lowest = [requirement.replace(">=", "==") for requirement in requires]
    run(python, "-m", "pip", "install", "-q", *lowest, *installed.wheels.glob("*.whl"))
    said = run(python, "-m", "riverside_data", cwd=tmp_path)
    assert "19.04 feddan" in said
    assert said.count("came back whole") == 5


def test_only_what_is_required_is_installed(installed: Installed) -> None:
    names = {line.split("==")[0].lower() for line in run(installed.python, "-m", "pip", "freeze").split()}
    assert not names & {"numpy", "polars", "pandas", "pyarrow", "typer", "altair", "arro3-core"}


def test_the_package_is_rebuilt_to_the_same_bytes(installed: Installed) -> None:
    code = """
import raqqa_data as rd
from riverside_data import DATA
print(rd.build(DATA / "article.ar.txt", DATA / "annotations.toml") == (DATA / "riverside-2023.json").read_text("utf-8"))
"""
    assert run(installed.python, "-c", code) == "True\n"


def test_types_are_strict_for_mypy(installed: Installed, tmp_path: Path) -> None:
    pytest.importorskip("mypy")
    options: list[str | Path] = ["--strict", "--python-executable", installed.python, "--cache-dir", tmp_path]
    run(sys.executable, "-m", "mypy", *options, "--config-file", os.devnull, installed.source, cwd=tmp_path)


def test_types_are_strict_for_pyright(installed: Installed) -> None:
    pytest.importorskip("pyright")
    run(sys.executable, "-m", "pyright", "--pythonpath", installed.python, cwd=installed.source.parent)


def test_types_of_new_names(installed: Installed, tmp_path: Path) -> None:
    pytest.importorskip("mypy")
    pytest.importorskip("pyright")
    told = tmp_path / "told.py"
    shutil.copy(ROOT / "tests" / "downstream_types.py", told)
    options: list[str | Path] = ["--strict", "--python-executable", installed.python, "--cache-dir", tmp_path]
    run(sys.executable, "-m", "mypy", *options, "--config-file", os.devnull, told, cwd=tmp_path)
    (tmp_path / "pyrightconfig.json").write_text('{"typeCheckingMode": "strict", "include": ["told.py"]}', "utf-8")
    run(sys.executable, "-m", "pyright", "--pythonpath", installed.python, cwd=tmp_path)
    assert run(installed.python, "-W", "error", told, cwd=tmp_path) == ""


def test_all_public_types_are_known(installed: Installed, tmp_path: Path) -> None:
    pytest.importorskip("pyright")
    # where types are verified, pyright looks for the Python on the path and takes no other
    path = os.pathsep.join([str(installed.python.parent), os.environ.get("PATH", os.defpath)])
    options = ["--verifytypes", "raqqa_data", "--ignoreexternal"]
    said = run(sys.executable, "-m", "pyright", *options, cwd=tmp_path, PATH=path)
    assert "Type completeness score: 100%" in said


def test_runs_from_a_zip(installed: Installed, tmp_path: Path) -> None:
    """Ours do. pint opens its definitions as a file on disk, so for quantities it has to stay outside."""
    folder = tmp_path / "app"
    wheels = list(installed.wheels.glob("*.whl"))
    run(installed.python, "-m", "pip", "install", "-q", "--no-deps", "--target", folder, *wheels)
    main = "import raqqa_data\nfrom riverside_data.__main__ import show\nprint(raqqa_data.__file__)\nshow()\n"
    (folder / "__main__.py").write_text(main, encoding="utf-8")
    run(sys.executable, "-m", "zipapp", folder, "-o", tmp_path / "app.pyz")
    shutil.rmtree(folder)
    said = run(installed.python, tmp_path / "app.pyz", cwd=tmp_path)
    assert said.startswith(str(tmp_path / "app.pyz"))
    assert "7 records checked, no findings" in said
    assert said.count("came back whole") == 5


def test_records_and_reader_need_nothing_outside_the_zip(installed: Installed, tmp_path: Path) -> None:
    folder = tmp_path / "app"
    run(installed.python, "-m", "pip", "install", "-q", "--target", folder, *installed.wheels.glob("*.whl"))
    said = "len(rd.observations), rd.read('زرعوا 12 شجرة')[0].value, rd.battle.cite()[:3]"
    main = f"import raqqa_data as rd\nprint({said})\n"
    (folder / "__main__.py").write_text(main, encoding="utf-8")
    run(sys.executable, "-m", "zipapp", folder, "-o", tmp_path / "app.pyz")
    shutil.rmtree(folder)
    # -I and -S: without the environment's own packages
    assert run(installed.python, "-I", "-S", tmp_path / "app.pyz", cwd=tmp_path) == "17 12 The\n"


WATCHED = """
import os, sys
WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT
def refuse(event, arguments):
    if event == "open" and arguments[2] & WRITES or event.startswith(("socket.", "subprocess.", "os.", "shutil.")):
        if event not in {"os.listdir", "os.scandir", "os.walk", "os.fwalk", "os.getxattr", "os.listxattr", "os.putenv"}:
            print(f"refused: {event}")
            raise SystemExit
sys.dont_write_bytecode = True
sys.addaudithook(refuse)
"""
USED = """
import raqqa_data as rd
for name in rd.__all__:
    getattr(rd, name)
rd.reconstruction.rubble_removed.quantity
print(rd.catalogue_versions())
"""


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (USED, "('1.0.0', '1.1.0')"),
        ("open('x', 'w')", "refused: open"),
        ("os.open('x', os.O_CREAT | os.O_WRONLY)", "refused: open"),
        ("os.mkdir('x')", "refused: os.mkdir"),
        ("import socket; socket.socket()", "refused: socket.__new__"),
        ("import subprocess; subprocess.run(['true'])", "refused: subprocess.Popen"),
    ],
)
def test_importing_writes_nothing_and_asks_no_network(
    installed: Installed, tmp_path: Path, code: str, said: str
) -> None:
    assert run(installed.python, "-c", WATCHED + code, cwd=tmp_path) == f"{said}\n"
