"""Files that mean harm, and disks that fail: our error with the path, nothing written, nothing read elsewhere."""

from __future__ import annotations

import hashlib
import json
import os
import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

import pytest

import raqqa_data as rd
from raqqa_data.errors import FileError
from raqqa_data.interchange import files
from raqqa_data.interchange.csv_file import FORMULA

NAMES = ["x.json", "x.jsonl", "x.csv", "x.parquet", "x.geojson", "x.jsonld"]
DEEP = "[" * 100_000
HUGE = "9" * 5000


def written(path: Path) -> Path:
    rd.write(rd.observations, path)
    return path


def refuses(path: Path, told: str = ".") -> str:
    with pytest.raises(rd.CatalogueError, match=told) as caught:
        rd.load(path, rd.Observations)
    return str(caught.value)


# -------------------------------------------------------------------------------------------- broken by accident


@pytest.mark.parametrize("name", NAMES)
def test_cut_short_anywhere(tmp_path: Path, name: str) -> None:
    content = written(tmp_path / name).read_bytes()
    path = tmp_path / f"cut-{name}"
    for share in range(20):
        length = len(content) * share // 20
        if content[length : length + 1] == b"\n" or content[length - 1 : length] in {b"\n", b""}:
            continue  # whole lines left: fewer records, and no fault that a format without an end mark could know
        path.write_bytes(content[:length])
        assert path.name in refuses(path)


def mutants(content: bytes, *, seed: int) -> Iterator[bytes]:
    """The same with a few bytes changed, sixty times."""
    chance = random.Random(seed)
    for _ in range(60):
        mutant = bytearray(content)
        for _ in range(chance.choice([1, 1, 1, 4, 20])):
            mutant[chance.randrange(len(mutant))] = chance.randrange(256)
        yield bytes(mutant)


@pytest.mark.parametrize("name", NAMES)
def test_changed_at_random_is_read_as_it_is_or_refused(tmp_path: Path, name: str) -> None:
    content = written(tmp_path / name).read_bytes()
    path = tmp_path / f"bad-{name}"
    for mutant in mutants(content, seed=5):
        path.write_bytes(mutant)
        try:
            assert isinstance(rd.load(path, rd.Observations), rd.Observations)
        except rd.CatalogueError as error:
            assert path.name in str(error)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("content", [b"", b"\0" * 64, b"\xff\xfe", b"null", b"[]", b"{}", b"PAR1", b"PAR1PAR1PAR1"])
def test_is_something_else(tmp_path: Path, name: str, content: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert name in refuses(path)


@pytest.mark.parametrize("name", NAMES)
def test_is_no_file_that_can_be_read(tmp_path: Path, name: str) -> None:
    assert "No such file" in refuses(tmp_path / name)
    (tmp_path / "folder" / name).mkdir(parents=True)
    with pytest.raises((rd.CatalogueError, rd.NotFoundError)):
        rd.load(tmp_path / "folder" / name, rd.Observations)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "x.csv")
    assert refuses(tmp_path / "x.csv") == f"{tmp_path / 'x.csv'}: cannot be read: is not a regular file"


# ---------------------------------------------------------------------------------------------- made to do harm


@pytest.mark.parametrize("name", ["x.json", "x.jsonl", "x.geojson", "x.jsonld"])
@pytest.mark.parametrize("planted", [DEEP, HUGE, "1e999", "NaN", "-Infinity", '"\\ud800"', '{"a": 1, "a": 2}'])
def test_json_of_evil_values(tmp_path: Path, name: str, planted: str) -> None:
    path = written(tmp_path / name)
    content = path.read_text(encoding="utf-8")
    path.write_text(content.replace("5000000", planted), encoding="utf-8")
    assert name in refuses(path)


@pytest.mark.parametrize("feature", ["null", "[]", '{"type": "Feature", "properties": null}', '{"type": "Feature"}'])
def test_a_feature_without_properties_is_told_with_its_place(tmp_path: Path, feature: str) -> None:
    path = tmp_path / "x.geojson"
    path.write_text(f'{{"type": "FeatureCollection", "features": [{feature}]}}', encoding="utf-8")
    refuses(path, r"features\[0\]")


@pytest.mark.parametrize("planted", [HUGE, "1e999", "nan", "inf", "1_000", "0x10", "٣", "=1+1", "1,0"])
def test_csv_of_evil_numbers(tmp_path: Path, planted: str) -> None:
    path = written(tmp_path / "x.csv")
    path.write_bytes(path.read_bytes().replace(b"5000000", planted.encode()))
    refuses(path, "line 6|observations")


# of a package and of a table for the web: each file that is read before its hash can be compared
BESIDE = ["package/datapackage.json", "x.csv-metadata.json"]


@pytest.mark.parametrize("name", BESIDE)
def test_metadata_cut_short_anywhere(tmp_path: Path, name: str) -> None:
    path = written(tmp_path / name)
    content = path.read_bytes().rstrip()
    for share in range(20):
        path.write_bytes(content[: len(content) * share // 20])
        assert path.name in refuses(path)


@pytest.mark.parametrize("name", BESIDE)
def test_metadata_changed_at_random_is_read_as_it_is_or_refused(tmp_path: Path, name: str) -> None:
    path = written(tmp_path / name)
    content = path.read_bytes()
    for mutant in mutants(content, seed=7):
        path.write_bytes(mutant)
        try:
            assert rd.load(path, rd.Observations).ids == rd.observations.ids
        except rd.CatalogueError as error:
            assert str(path.parent) in str(error)


@pytest.mark.parametrize("name", BESIDE)
@pytest.mark.parametrize("planted", [DEEP, HUGE, "1e999", "NaN", "null", "[]", '"x"', '{"a": 1, "a": 2}'])
def test_metadata_of_evil_values(tmp_path: Path, name: str, planted: str) -> None:
    path = written(tmp_path / name)
    told = json.loads(path.read_text(encoding="utf-8"))
    planted_at = "resources" if "resources" in told else "url"
    told[planted_at] = "HERE"
    path.write_text(json.dumps(told).replace('"HERE"', planted), encoding="utf-8")
    assert path.name in refuses(path)


@pytest.mark.parametrize(
    "planted", [DEEP, HUGE, "[]", '{"a": 1, "a": 2}', '{"schema_version": "1.0", "places": 5}', "{"]
)
def test_definitions_of_evil_values(tmp_path: Path, planted: str) -> None:
    folder = written(tmp_path / "package" / "datapackage.json").parent
    (beside,) = folder.glob("definitions-*.json")
    beside.write_text(planted, encoding="utf-8")
    descriptor = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    descriptor["resources"][1]["hash"] = f"sha256:{hashlib.sha256(beside.read_bytes()).hexdigest()}"
    (folder / "datapackage.json").write_text(json.dumps(descriptor), encoding="utf-8")
    refuses(folder, "definitions|places")
    path = written(tmp_path / "x.csv-metadata.json")
    told = json.loads(path.read_text(encoding="utf-8"))
    (key,) = (key for key in told if key.endswith("definitions"))
    path.write_text(json.dumps(told | {key: planted}), encoding="utf-8")
    refuses(path, "definitions|places")
    _parquet(written(tmp_path / "x.parquet"), definitions=planted)
    refuses(tmp_path / "x.parquet", "definitions|places")


@pytest.mark.parametrize("value", [float("nan"), float("inf"), 1e308, 2.5, "many", True, [1.0], b"5", None])
@pytest.mark.parametrize("column", ["id", "best", "char_start", "period", "kind"])
def test_columns_of_evil_values(tmp_path: Path, column: str, value: object) -> None:
    """Wrong types and numbers out of reach, from a frame and from a file of such columns."""
    path = written(tmp_path / "x.parquet")
    table = _parquet(path, column=column, value=value)
    with pytest.raises(rd.CatalogueError) as caught:
        rd.Observations.from_arrow(table)
    assert len(str(caught.value)) < 20_000
    if column == "best":  # each file is decoded in a process of its own, which takes its time
        refuses(path)


def _parquet(path: Path, *, column: str = "", value: object = None, definitions: str | None = None) -> Any:
    """Our file with a whole column of one value, or with other definitions."""
    pa, pq = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    table = pq.read_table(path)
    if column:
        at = table.schema.get_field_index(column)
        table = table.set_column(at, column, pa.array([value] * table.num_rows))
    if definitions is not None:
        metadata = table.schema.metadata
        (key,) = (key for key in metadata if key.endswith(b"definitions"))
        table = table.replace_schema_metadata(metadata | {key: definitions.encode()})
    pq.write_table(table, path)
    return table


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"PAR1" + (0).to_bytes(4, "little") + b"PAR1", "is not Parquet, or cut short"),  # no footer at all
        (b"PAR1\0" + (1).to_bytes(4, "little") + b"PAR1", "is broken"),  # whole, and no footer that Parquet has
        (b"PAR1\0" + (2).to_bytes(4, "little") + b"PAR1", "is not Parquet, or cut short"),  # longer than the file
        (b"PARE\0" + (1).to_bytes(4, "little") + b"PAR1", "is not Parquet, or cut short"),
        (b"PAR1\0" + (1).to_bytes(4, "little") + b"PARE", "is not Parquet, or cut short"),
        (b"PAR1", "is not Parquet, or cut short"),
        (b"", "is not Parquet, or cut short"),
    ],
)
def test_what_frames_a_parquet_file_is_looked_at_first(tmp_path: Path, content: bytes, told: str) -> None:
    path = tmp_path / "x.parquet"
    path.write_bytes(content)
    assert refuses(path).partition("x.parquet: ")[2].startswith(told)


def test_a_parquet_file_that_claims_too_many_rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from raqqa_data.interchange import parquet

    path = written(tmp_path / "x.parquet")
    monkeypatch.setattr(parquet, "MOST_ROWS", 10)
    refuses(path, "holds more than 10 rows")


BOMB = """
import os, re, sys
import pyarrow as pa, pyarrow.parquet as pq
import raqqa_data as rd
rows, width = int(sys.argv[1]), int(sys.argv[2])
one = pa.DictionaryArray.from_arrays(pa.repeat(pa.scalar(0, pa.int32()), rows), pa.array(["a" * width]))
pq.write_table(pa.table({"id": one}), sys.argv[3], compression="zstd")
print(os.path.getsize(sys.argv[3]))
def peak():  # ru_maxrss of a child starts at its parent's
    with open("/proc/self/status") as status:
        return int(re.search(r"VmHWM:\\s*([0-9]+)", status.read())[1])
before = peak()
try:
    rd.load(sys.argv[3], rd.Observations)
except rd.CatalogueError as error:
    print(type(error).__name__, error.source == sys.argv[3])
print((peak() - before) // 1024)
"""


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="only Linux tells the memory of one program alone")
@pytest.mark.parametrize(("rows", "width"), [(6_000_000, 1), (20_000, 100_000)])
def test_a_small_parquet_file_that_swells_is_refused(tmp_path: Path, rows: int, width: int) -> None:
    pytest.importorskip("pyarrow")
    arguments = [sys.executable, "-c", BOMB, str(rows), str(width), str(tmp_path / "bomb.parquet")]
    done = subprocess.run(arguments, check=False, capture_output=True, text=True)
    size, told, grown = done.stdout.splitlines()
    assert int(size) < 200_000
    assert told == "CatalogueError True", done.stderr
    assert int(grown) < 3000  # MiB


@pytest.mark.parametrize(
    "path",
    [
        *("../secret.csv", "/etc/passwd", "a/../../secret.csv", "..\\secret.csv", "~/secret.csv", "C:\\secret.csv"),
        *("http://example.org/x.csv", "file:///etc/passwd", "", ".", "a//b", "./x.csv", None, ["x.csv"], 5),
    ],
)
def test_a_package_that_points_elsewhere(tmp_path: Path, path: object) -> None:
    folder = written(tmp_path / "package" / "datapackage.json").parent
    (table,) = folder.glob("observations-*.csv")
    (tmp_path / "secret.csv").write_bytes(table.read_bytes())
    _edit(folder / "datapackage.json", path=path)
    refuses(folder, r"resources\[0\]\.path: .* is no file in the package's own folder")


def test_a_package_with_a_link_that_leads_elsewhere(tmp_path: Path) -> None:
    folder = written(tmp_path / "package" / "datapackage.json").parent
    (table,) = folder.glob("observations-*.csv")
    table.rename(tmp_path / "secret.csv")
    table.symlink_to(tmp_path / "secret.csv")
    refuses(folder, "is no file in the package's own folder")
    table.unlink()
    (folder / "inner").symlink_to(tmp_path)
    _edit(folder / "datapackage.json", path="inner/secret.csv")
    refuses(folder, "is no file in the package's own folder")


def test_a_package_whose_table_was_changed(tmp_path: Path) -> None:
    folder = written(tmp_path / "package" / "datapackage.json").parent
    (table,) = folder.glob("observations-*.csv")
    table.write_bytes(table.read_bytes().replace(b"5000000", b"6000000"))
    refuses(folder, "is not the sha256 of")


def test_a_package_whose_table_was_changed_with_its_hash(tmp_path: Path) -> None:
    """What the hash no longer tells, the record itself does: its parts must fit its wording."""
    folder = written(tmp_path / "package" / "datapackage.json").parent
    (table,) = folder.glob("observations-*.csv")
    table.write_bytes(table.read_bytes().replace(b"80,80,80,exact", b"80,70,80,exact"))
    _edit(folder / "datapackage.json", hash=f"sha256:{hashlib.sha256(table.read_bytes()).hexdigest()}")
    refuses(folder, "needs best, low and high to be equal")


def test_csvw_metadata_that_points_elsewhere(tmp_path: Path) -> None:
    path = written(tmp_path / "x.csv-metadata.json")
    metadata = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps(metadata | {"url": "../secret.csv"}), encoding="utf-8")
    refuses(path, "url: must be 'x.csv' or the like, the file beside it")


def test_a_table_for_the_web_that_is_a_link_to_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    path = written(tmp_path / "folder" / "x.csv-metadata.json")
    (table,) = (tmp_path / "folder").glob("x-*.csv")
    table.rename(tmp_path / "secret.csv")
    table.symlink_to(tmp_path / "secret.csv")
    refuses(path, f"url: {table.name} is a link that leads elsewhere")
    (tmp_path / "link.csv-metadata.json").symlink_to(path)
    refuses(tmp_path / "link.csv-metadata.json", "url: must be 'link.csv'")


def test_a_file_that_is_a_link_to_itself(tmp_path: Path) -> None:
    for name in [*NAMES, "y.csv-metadata.json", "datapackage.json"]:
        (tmp_path / name).symlink_to(tmp_path / name)
        refuses(tmp_path / name, "cannot be read|elsewhere")


def _edit(file: Path, /, **changes: object) -> None:
    descriptor = json.loads(file.read_text(encoding="utf-8"))
    descriptor["resources"][0] |= changes
    file.write_text(json.dumps(descriptor), encoding="utf-8")


# ------------------------------------------------------------------------------------------------- spreadsheets


@pytest.mark.parametrize("begin", ["=", "+", "-", "@", "\t", "\r", "\n", "'", "＝", "＋", "－", "＠"])
def test_no_cell_is_one_that_a_spreadsheet_runs(tmp_path: Path, begin: str) -> None:
    import csv

    import attrs

    evil = f'{begin}HYPERLINK("http://example.org")'
    record = attrs.evolve(
        rd.battle.city_destroyed, name=rd.Name(evil, evil), of=evil, note=rd.Name(evil, evil), inferred=evil
    )
    records = rd.Observations([record])
    rd.write(records, tmp_path / "x.csv")
    with (tmp_path / "x.csv").open(encoding="utf-8", newline="") as file:
        _, cells = csv.reader(file)
    assert evil not in cells
    assert not [cell for cell in cells if FORMULA.match(cell) and not cell.startswith("'")]
    assert rd.load(tmp_path / "x.csv", rd.Observations) == records


# ------------------------------------------------------------------------------------------------ disks that fail


@pytest.mark.parametrize("name", NAMES)
def test_a_full_disk_leaves_the_old_file_whole(tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path / name)
    before = path.read_bytes()

    def full(*_: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(FileError, match=rf"{name}: cannot be written: No space left on device"):
        rd.write(rd.security, path)
    assert path.read_bytes() == before
    assert [found.name for found in tmp_path.iterdir()] == [name]


def test_a_real_full_disk(tmp_path: Path) -> None:
    """A limit on the size of files is a full disk to the one who writes."""
    code = f"""
import resource, signal
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
import raqqa_data as rd
rd.write(rd.security, {str(tmp_path / "x.csv")!r})
unlimited = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (3000, unlimited[1]))
try:
    rd.write(rd.observations, {str(tmp_path / "x.csv")!r})
except rd.errors.FileError as error:
    print(error)
resource.setrlimit(resource.RLIMIT_FSIZE, unlimited)
print(rd.load({str(tmp_path / "x.csv")!r}, rd.Observations) == rd.security.observations)
"""
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.splitlines() == [f"{tmp_path / 'x.csv'}: cannot be written: File too large", "True"]
    assert [found.name for found in tmp_path.iterdir()] == ["x.csv"]


def test_a_crash_while_writing_leaves_the_old_file_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path / "x.csv")
    before = path.read_bytes()

    def crash(_: object, stream: IO[bytes], *__: object, **___: object) -> None:
        stream.write(b"half a")
        raise KeyboardInterrupt

    monkeypatch.setattr(files, "write_to", crash)
    with pytest.raises(KeyboardInterrupt):
        rd.write(rd.security, path)
    assert path.read_bytes() == before
    assert [found.name for found in tmp_path.iterdir()] == ["x.csv"]


def test_a_package_is_whole_until_its_descriptor_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rd.write(rd.security, tmp_path / "package" / "datapackage.json")
    replace = os.replace
    calls: list[str] = []

    def third_fails(source: str, target: str) -> None:
        calls.append(target)
        if len(calls) == 3:
            raise OSError(5, "Input/output error")
        replace(source, target)

    monkeypatch.setattr(os, "replace", third_fails)
    with pytest.raises(FileError, match="Input/output error"):
        rd.write(rd.observations, tmp_path / "package" / "datapackage.json")
    assert calls[2].endswith("datapackage.json")
    assert rd.load(tmp_path / "package", rd.Observations) == rd.security.observations
    monkeypatch.undo()
    rd.write(rd.observations, tmp_path / "package" / "datapackage.json")
    assert rd.load(tmp_path / "package", rd.Observations) == rd.observations
    assert len(list((tmp_path / "package").iterdir())) == 3


def test_what_is_no_regular_file_is_not_written_to(tmp_path: Path) -> None:
    with pytest.raises(FileError) as caught:
        rd.write(rd.security, tmp_path, "csv")
    assert str(caught.value) == f"{tmp_path}: cannot be written: is not a regular file"
    with pytest.raises(FileError, match="cannot be written: No such file or directory"):
        rd.write(rd.security, tmp_path / "no" / "x.csv")


def test_a_link_is_written_through_and_permissions_stay(tmp_path: Path) -> None:
    (tmp_path / "real.csv").write_text("old", encoding="utf-8")
    (tmp_path / "real.csv").chmod(0o640)
    (tmp_path / "link.csv").symlink_to(tmp_path / "real.csv")
    rd.write(rd.security, tmp_path / "link.csv")
    assert (tmp_path / "link.csv").is_symlink()
    assert rd.load(tmp_path / "real.csv", rd.Observations) == rd.security.observations
    assert (tmp_path / "real.csv").stat().st_mode & 0o777 == 0o640
