"""Files are written whole or not at all: one or several together, whatever the disk, other writers or a signal do."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import attrs
import pytest

import raqqa_data as rd
from raqqa_data.errors import FileError
from raqqa_data.sources import atomic
from raqqa_data.sources.atomic import replacing
from tests.processes import needs_processes

pytestmark = needs_processes

HEADS = ["x.csv-metadata.json", "datapackage.json"]
RENAMED = rd.Name("Renamed", "بعد التسمية")


def renamed(number: int) -> rd.Observations:
    """Other records than those that ship, so that every file of a dataset differs."""
    name = attrs.evolve(RENAMED, en=f"{RENAMED.en} {number}")
    return rd.Observations([attrs.evolve(record, name=name) for record in rd.observations])


def files_in(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def python(code: str, *arguments: object) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", code, *map(str, arguments)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8")


FULL = """
import resource, sys
import raqqa_data as rd
from tests.sources.test_atomic import renamed
records = renamed(1)
before = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), before[1]))
try:
    rd.write(records, sys.argv[1])
except rd.FileError as error:
    print(error)
resource.setrlimit(resource.RLIMIT_FSIZE, before)  # what counts lines of code writes a file at the end
"""


@pytest.mark.parametrize("name", ["x.json", "x.jsonl", "x.csv", "x.parquet", "x.geojson", "x.jsonld"])
def test_a_full_disk_leaves_the_old_file(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    rd.write(rd.observations, path)
    before = files_in(tmp_path)
    said, errors = python(FULL, path, 512).communicate()
    assert errors == ""
    assert "cannot be written: File too large" in said
    assert files_in(tmp_path) == before


@pytest.mark.parametrize(
    "path", ["a\0.csv", "\ud800.csv", "a\0.csv-metadata.json", "a\0/datapackage.json", "\udfff.json"]
)
def test_a_path_that_no_system_can_have(path: str) -> None:
    with pytest.raises(rd.FileError, match="cannot be written"):
        rd.write(rd.observations, path)
    with pytest.raises(rd.FileError, match="is no path|cannot be read"):
        rd.load(path, rd.Observations)
    with pytest.raises(rd.FileError, match="cannot be written"):
        rd.charts.save(rd.security.chart(), f"{path}.svg")
    for call in (lambda: rd.verify(Path(path), rd.datasets.catalogue), lambda: rd.build(Path(path), "")):
        with pytest.raises(rd.FileError, match="is no path"):
            call()


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("too_large", [0, 1])
def test_a_full_disk_leaves_the_old_dataset(tmp_path: Path, head: str, too_large: int) -> None:
    path = tmp_path / head
    rd.write(rd.observations, path)
    before = files_in(tmp_path)
    most = sorted(map(len, files_in(tmp_path).values()))[-1 - too_large] - 200  # so many files of it are too large
    said, errors = python(FULL, path, most).communicate()
    assert errors == ""
    assert "cannot be written: File too large" in said
    assert files_in(tmp_path) == before
    rd.write(renamed(2), path)
    assert rd.load(path, rd.Observations)[0].name.en == "Renamed 2"
    assert len(files_in(tmp_path)) == len(before)


@pytest.mark.parametrize("head", HEADS)
def test_a_full_disk_leaves_nothing_where_nothing_was(tmp_path: Path, head: str) -> None:
    said, errors = python(FULL, tmp_path / head, 8192).communicate()
    assert (errors, "File too large" in said) == ("", True)
    assert files_in(tmp_path) == {}


WRITER = """
import sys
import raqqa_data as rd
from tests.sources.test_atomic import renamed
mine = [renamed(int(sys.argv[2])), renamed(int(sys.argv[2]) + 1)]
for number in range(int(sys.argv[3])):
    rd.write(mine[number % 2], sys.argv[1])
"""


@pytest.mark.parametrize("head", HEADS)
def test_two_writers_and_a_reader(tmp_path: Path, head: str) -> None:
    path = tmp_path / head
    rd.write(renamed(1), path)
    writers = [python(WRITER, path, first, 40) for first in (1, 3)]
    readings = 0
    while any(writer.poll() is None for writer in writers):
        assert rd.load(path, rd.Observations)[0].name.en.startswith(RENAMED.en)
        readings += 1
    assert [writer.communicate() for writer in writers] == [("", "")] * 2
    assert readings
    assert len(files_in(tmp_path)) == (2 if head == HEADS[0] else 3), "what no head names is gone"


SLOW = """
import sys, time
from raqqa_data.sources.atomic import replacing
with replacing(sys.argv[1]) as stream:
    stream.write(b"half")
    stream.flush()
    print("begun", flush=True)
    time.sleep(60)
"""


@pytest.mark.parametrize("fatal", [signal.SIGTERM, signal.SIGKILL])
def test_what_a_killed_writer_left_goes_at_the_next_writing(tmp_path: Path, fatal: signal.Signals) -> None:
    path = tmp_path / "x.csv"
    path.write_text("old", "utf-8")
    writer = python(SLOW, path)
    assert writer.stdout is not None
    assert writer.stdout.readline() == "begun\n"
    os.kill(writer.pid, fatal)
    writer.communicate()
    assert path.read_text("utf-8") == "old"
    with replacing(str(path)) as stream:
        stream.write(b"new")
    assert files_in(tmp_path) == {"x.csv": b"new"}


def test_the_file_of_a_writer_who_lives_stays(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    writer = python(SLOW, path)
    assert writer.stdout is not None
    assert writer.stdout.readline() == "begun\n"
    with replacing(str(path)) as stream:
        stream.write(b"new")
    assert len(files_in(tmp_path)) == 2
    writer.kill()
    writer.communicate()


def test_a_writer_who_never_ends_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import fcntl

    handle = os.open(tmp_path, os.O_RDONLY)
    fcntl.flock(handle, fcntl.LOCK_EX)
    clock = iter(range(0, 1000, 50))
    monkeypatch.setattr(time, "monotonic", lambda: next(clock))
    monkeypatch.setattr(time, "sleep", print)
    with pytest.raises(FileError, match="another process is writing there"):
        rd.write(rd.observations, tmp_path / HEADS[0])
    os.close(handle)
    assert files_in(tmp_path) == {}


def test_without_locks_nothing_of_another_writer_is_removed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(atomic, "_locks", lambda: None)
    path = tmp_path / HEADS[0]
    rd.write(renamed(1), path)
    rd.write(renamed(2), path)
    assert rd.load(path, rd.Observations) == renamed(2)
    assert len(files_in(tmp_path)) == 3


def test_a_dataset_of_the_first_form_is_read_still(tmp_path: Path) -> None:
    path = tmp_path / HEADS[0]
    rd.write(rd.observations, path)
    (table,) = tmp_path.glob("x-*.csv")
    path.write_text(path.read_text("utf-8").replace(table.name, "x.csv"), "utf-8")
    table.rename(tmp_path / "x.csv")
    assert rd.load(path, rd.Observations) == rd.observations
