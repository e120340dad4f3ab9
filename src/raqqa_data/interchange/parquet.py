"""Parquet by `arro3-io`: the columns of the table with their metadata, and the definitions beside them."""

from __future__ import annotations

import io
import sys
from typing import IO, TYPE_CHECKING, Any

from raqqa_data.errors import CatalogueError, optional_module
from raqqa_data.interchange.arrow import KEY, arrow_faults, definitions_in, reader_of, schema_of
from raqqa_data.interchange.definitions import Definitions
from raqqa_data.interchange.rows import find_scope, records_from

if TYPE_CHECKING:
    from raqqa_data.interchange.rows import Context
    from raqqa_data.records.dataset import Observations

MOST_ROWS = 5_000_000
MOST_BYTES = 2**30
"""A file of a few bytes can claim any number of rows: more than these are not read."""
_MAGIC = b"PAR1"
_LARGEST_FOOTER = 2**26
_BATCH = 1024
_SECONDS = 300
_TOO_MUCH = 3


def write_parquet(observations: Observations, stream: IO[bytes]) -> None:
    """Write the observations, a batch at a time."""
    # the writer shuffles several keys; of one, the bytes are the same at each writing. The definitions name their form.
    key = f"{KEY}definitions"
    metadata = {key: schema_of(Definitions.of(observations)).metadata_str[key]}
    whole = io.BytesIO()  # the writer, in another language, does not survive a disk that is full
    optional_module("arro3.io", "arrow", "arro3-io").write_parquet(
        reader_of(observations),
        whole,
        compression="zstd(3)",
        key_value_metadata=metadata,
        max_row_group_size=65_536,
    )
    stream.write(whole.getbuffer())


def read_parquet(content: bytes, source: str, context: Context | None = None, *, apart: bool = True) -> Observations:
    """Read what `write_parquet`, or any other writer of the same columns, wrote.

    Args:
        content: The file's bytes.
        source: What to call the file in an error.
        context: Where to look up what the rows name, in place of what came with them.
        apart: Decode it in a process of its own. The decoder aborts on some broken files, and a small file can swell to
            any size; neither must take the caller along. Files of your own need no such care.

    Raises:
        CatalogueError: It is no such file, or claims to be larger than any that is read.
        MissingExtraError: `arro3-io` is not installed.
    """
    arro3_io = optional_module("arro3.io", "arrow", "arro3-io")
    footer = int.from_bytes(content[-8:-4], "little")
    if content[:4] != _MAGIC or content[-4:] != _MAGIC or not 0 < footer <= min(len(content) - 12, _LARGEST_FOOTER):
        raise CatalogueError(source, [("", "is not Parquet, or cut short")])
    columns: dict[str, list[Any]] = {}
    with arrow_faults(source):
        if apart and sys.platform != "emscripten":  # where there is no other process, and the whole is a sandbox
            reader = arro3_io.read_ipc_stream(io.BytesIO(_decoded_apart(content, source)))
        else:
            reader = arro3_io.read_parquet(io.BytesIO(content), batch_size=_BATCH)
        metadata = reader.schema.metadata_str
        columns = {name: [] for name in reader.schema.names}
        for batch in reader:
            for index, name in enumerate(columns):
                columns[name] += batch.column(index).to_pylist()
    definitions = definitions_in(metadata, source) if f"{KEY}definitions" in metadata else None
    return records_from(columns, find_scope(definitions, context, source), source)


def _decoded_apart(content: bytes, source: str) -> bytes:
    """The file as an Arrow stream, made by another process, which may fail alone."""
    import json
    import subprocess

    limits = json.dumps({"path": sys.path, "rows": MOST_ROWS, "bytes": MOST_BYTES, "batch": _BATCH})
    command = [sys.executable, "-I", "-c", _CHILD, limits]
    try:
        done = subprocess.run(command, input=content, check=False, capture_output=True, timeout=_SECONDS)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired) as error:
        raise CatalogueError(source, [("", f"cannot be decoded: {error}")]) from error
    if done.returncode == _TOO_MUCH:
        raise CatalogueError(source, [("", f"holds more than {MOST_ROWS:,} rows or {MOST_BYTES:,} bytes")])
    if done.returncode != 0:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise CatalogueError(source, [("", f"is broken: {said[-1] if said else 'its decoder crashed'}")])
    return done.stdout


_CHILD = """
import io, json, sys
asked = json.loads(sys.argv[1])
sys.path[:] = asked["path"]
try:
    import resource
    most = 3 * asked["bytes"]
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
except (ImportError, OSError, ValueError):
    pass
import arro3.core, arro3.io
reader = arro3.io.read_parquet(io.BytesIO(sys.stdin.buffer.read()), batch_size=asked["batch"])
rows = size = 0
batches = []
for batch in reader:
    rows += batch.num_rows
    size += batch.nbytes
    if rows > asked["rows"] or size > asked["bytes"]:
        sys.exit(3)
    batches.append(batch)
table = arro3.core.Table.from_batches(batches, schema=reader.schema)
arro3.io.write_ipc_stream(table, sys.stdout.buffer)
"""
