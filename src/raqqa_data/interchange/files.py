"""Files in and out: `write` and `load`, whatever the format."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING, TypeVar, cast, overload

import attrs

from raqqa_data.catalogue import Catalogue, codec, dumps
from raqqa_data.catalogue.catalogue import require_dataset_class
from raqqa_data.errors import CatalogueError, FileError, RecordError
from raqqa_data.interchange.definitions import Definitions
from raqqa_data.interchange.formats import FORMATS, SEVERAL_FILES, by_name, format_in
from raqqa_data.records.dataset import Dataset, Observations
from raqqa_data.sources.atomic import content_of, replacing, text_of
from raqqa_data.sources.files import path_text

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Sequence

    from raqqa_data.collection import Collection, Reconciled
    from raqqa_data.interchange.rows import Context

DatasetT = TypeVar("DatasetT", bound=Dataset)


def write(
    records: Observations | Dataset | Catalogue | Collection | Sequence[Reconciled],
    path: str | os.PathLike[str],
    format: str | None = None,  # noqa: A002 - the word that readers look for
    *,
    excel: bool = False,
    data_version: str | None = None,
) -> None:
    """Write observations to a file: whole, or not at all.

    Args:
        records: Observations, a dataset, a collection, or a catalogue (which only JSON holds whole, with its events);
            or what `reconcile` gave: as "csv" a plain table for people, as "json", "jsonld", "parquet" and
            "datapackage" with every claim.
        path: The file; for a Data Package its folder or its `datapackage.json`.
        format: One of "json", "jsonl", "csv", "parquet", "jsonld", "geojson", "csvw", "datapackage"; by the file's
            name when left out.
        excel: For CSV: begin with a byte order mark, which Excel needs to see that it is UTF-8.
        data_version: Version of the data, for the formats that state it; that of the shipped data where it is theirs.

    Raises:
        FileError: The file cannot be written; the old one is left as it was.
        CatalogueError: The format cannot hold these records; says why.
        NotFoundError: There is no such format.
        MissingExtraError: The format needs a library that is not installed.

    Example:
        >>> import os, tempfile
        >>> import raqqa_data as rd
        >>> path = os.path.join(tempfile.mkdtemp(), "security.csv")
        >>> rd.write(rd.security, path)
        >>> rd.load(path, rd.Observations) == rd.security.observations
        True
    """
    source = path_text(path, FileError)
    if isinstance(records, (tuple, list)):
        from raqqa_data.interchange.reconciled import is_reconciled, write_reconciled

        if is_reconciled(records):
            write_reconciled(cast("Sequence[Reconciled]", records), source, format, excel=excel)
            return
    records = cast("Observations | Dataset | Catalogue | Collection", records)
    name = format_of(source, format)
    observations = observations_of(records, name, source)
    version = data_version or _version_of(records, observations)
    if name == "datapackage":
        from raqqa_data.interchange.datapackage import write_datapackage

        write_datapackage(observations, source, data_version=version)
    elif name == "csvw":
        from raqqa_data.interchange.csvw import write_csvw

        write_csvw(observations, source, data_version=version)
    else:
        with replacing(source) as stream:
            write_to(records, stream, name, excel=excel, data_version=version, source=source)


def write_to(
    records: Observations | Dataset | Catalogue | Collection,
    stream: IO[bytes],
    name: str,
    *,
    excel: bool = False,
    data_version: str | None = None,
    source: str = "output",
) -> None:
    """Write to an open file, in a format of one file.

    Args:
        records: What to write.
        stream: Where to.
        name: The format.
        excel: As for `write`.
        data_version: As for `write`.
        source: What to call the file in an error.
    """
    observations = observations_of(records, name, source)
    if name == "json":
        stream.write(json_of(records, observations, data_version, source).encode())
        return
    if name == "csv":
        from raqqa_data.interchange.csv_file import write_csv

        write_csv(observations, stream, excel=excel)
        return
    writer: Callable[[Observations, IO[bytes]], None]
    if name == "jsonl":
        from raqqa_data.interchange.jsonlines import write_jsonl as writer
    elif name == "parquet":
        from raqqa_data.interchange.parquet import write_parquet as writer
    elif name == "geojson":
        from raqqa_data.interchange.geojson import write_geojson as writer
    else:
        from raqqa_data.interchange.jsonld import write_jsonld as writer
    writer(observations, stream)


@overload
def load(
    path: str | os.PathLike[str],
    cls: type[Catalogue] | None = None,
    *,
    format: str | None = None,
    context: Context | None = None,
) -> Catalogue: ...
@overload
def load(
    path: str | os.PathLike[str],
    cls: type[Observations],
    *,
    format: str | None = None,
    context: Context | None = None,
) -> Observations: ...
@overload
def load(
    path: str | os.PathLike[str], cls: type[DatasetT], *, format: str | None = None, context: Context | None = None
) -> DatasetT: ...
def load(
    path: str | os.PathLike[str],
    cls: type[DatasetT | Observations | Catalogue] | None = None,
    *,
    format: str | None = None,  # noqa: A002 - the word that readers look for
    context: Context | None = None,
) -> Catalogue | DatasetT | Observations:
    """Read a file: a whole catalogue, all its observations, or one typed dataset.

    Args:
        path: A file as `write` or `raqqa-data build` makes it, or the folder of a Data Package.
        cls: `Observations`, or a frozen attrs class, subclass of `Dataset`, to fill. With `Catalogue`, or without it,
            the file must be a catalogue (JSON).
        format: As for `write`; by the file's name when left out.
        context: A catalogue, or observations, that hold the agents, places, indicators and documents which the rows
            name, where they did not come with the file. A plain CSV needs it, unless it speaks of what ships.

    Raises:
        CatalogueError: The file cannot be read, is broken, or does not fit the class; names every path.
        NotFoundError: There is no such format.
        MissingExtraError: The format needs a library that is not installed.
    """
    source = path_text(path, CatalogueError)
    all_of_them = isinstance(cls, type) and issubclass(cls, Observations)
    wanted = None if cls is Catalogue or all_of_them else cast("type[DatasetT] | None", cls)
    if wanted is not None:
        require_dataset_class(wanted, source)
    name = "json" if format is None and not by_name(FORMATS, source) else format_of(source, format)
    if name == "json":
        catalogue = codec.load(path)
        if all_of_them:
            return catalogue.observations
        return catalogue if wanted is None else catalogue.dataset(wanted, source)
    if wanted is None and not all_of_them:
        raise CatalogueError(source, [("", f"{name} holds no whole catalogue; load it as Observations or a dataset")])
    observations = _read(source, name, context)
    if wanted is None:
        return observations
    if not len(observations):
        raise CatalogueError(source, [("", f"holds no observation, so none of {wanted.__name__}")])
    document = observations[0].document
    return Catalogue(data_version="unversioned", document=document, observations=observations).dataset(wanted, source)


def format_of(path: str, wanted: str | None = None) -> str:
    """The format's name, as asked for or by the file's name.

    Raises:
        NotFoundError: There is no such format.
    """
    return format_in(FORMATS, path, wanted)


def observations_of(records: object, name: str, source: str) -> Observations:
    """The observations to write.

    Raises:
        CatalogueError: A catalogue holds events, which the format cannot.
        RecordError: These are no records.
    """
    if isinstance(records, Catalogue):
        if len(records.events) and name != "json":
            raise CatalogueError(source, [("events", f"{name} cannot hold them; write the catalogue's observations")])
        return records.observations
    if isinstance(records, Dataset):
        return records.observations
    if isinstance(records, Observations):
        return records
    from raqqa_data.collection import Collection

    if isinstance(records, Collection):
        return records.observations
    raise RecordError("write", "records", records, "must be Observations, a Dataset, a Catalogue or a Collection")


def json_of(records: object, observations: Observations, version: str | None, source: str) -> str:
    """A catalogue as JSON, made from the observations where it is not one yet.

    Raises:
        CatalogueError: They are of no one document, or a link leads out of them.
    """
    if isinstance(records, Catalogue):
        return dumps(records if version is None else attrs.evolve(records, data_version=version))
    held = Definitions.of(observations, source)
    if len(held.documents) != 1:
        found = f"these are of {len(held.documents)}; write JSON Lines"
        raise CatalogueError(source, [("document", f"a catalogue is of one document, and {found}")])
    catalogue = Catalogue(
        data_version=version or "unversioned",
        document=held.documents[0],
        agents=held.agents,
        places=held.places,
        indicators=held.indicators,
        observations=observations,
    )
    try:
        return dumps(catalogue)
    except CatalogueError as error:
        hint = ("", "a catalogue holds what its records link to; add it, or write JSON Lines")
        raise CatalogueError(source, [*error.problems, hint]) from error


def _read(source: str, name: str, context: Context | None) -> Observations:
    if name in SEVERAL_FILES:
        several: Callable[[str, Context | None], Observations]
        if name == "datapackage":
            from raqqa_data.interchange.datapackage import read_datapackage as several
        else:
            from raqqa_data.interchange.csvw import read_csvw as several
        return several(source, context)
    content = content_of(source)
    if name == "jsonl":
        from raqqa_data.interchange.jsonlines import read_jsonl

        return read_jsonl(content.split(b"\n"), source, context)
    if name == "parquet":
        from raqqa_data.interchange.parquet import read_parquet

        return read_parquet(content, source, context)
    reader: Callable[[str, str, Context | None], Observations]
    if name == "csv":
        from raqqa_data.interchange.csv_file import read_csv as reader
    elif name == "geojson":
        from raqqa_data.interchange.geojson import read_geojson as reader
    else:
        from raqqa_data.interchange.jsonld import read_jsonld as reader
    return reader(text_of(content, source), source, context)


def _version_of(records: object, observations: Observations) -> str | None:
    if isinstance(records, Catalogue):
        return None
    from raqqa_data.interchange.versions import shipped_version

    return shipped_version({record.document.sha256 for record in observations})
