"""Catalogue to JSON and back."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, TypeVar, cast, overload

import attrs

from raqqa_data.catalogue.catalogue import Catalogue
from raqqa_data.catalogue.construction import is_table
from raqqa_data.catalogue.references import References
from raqqa_data.catalogue.upgrading import EARLIER, SCHEMA_VERSION, upgraded
from raqqa_data.errors import CatalogueError, Problem, RecordError, shorten
from raqqa_data.records.dataset import Dataset, Events, Observations
from raqqa_data.records.indicator import Indicator
from raqqa_data.records.observation import AS_LOADED, Event, Observation, Record, sign_fault
from raqqa_data.records.period import Period
from raqqa_data.records.place import Place
from raqqa_data.records.provenance import Agent, Document
from raqqa_data.records.subgroup import Subgroup
from raqqa_data.sources.files import path_text, read_utf8
from raqqa_data.texts import is_text

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable, Iterator

DatasetT = TypeVar("DatasetT", bound=Dataset)

_SECTIONS = ("agents", "places", "indicators", "observations", "events")
_KEYS = ("schema_version", "data_version", "document", *_SECTIONS)
# written though they can be worked out: other tools read the file too
_ALWAYS = frozenset({"unit", "claim_status", "end", "best", "low", "high"})
_REFERENTS = (Agent, Document, Indicator, Place)
_DEFINITIONS: dict[str, type] = {"agents": Agent, "places": Place, "indicators": Indicator}
SCHEMA_NAME = "catalogue.schema.json"


@overload
def load(path: str | os.PathLike[str], cls: type[Catalogue] | None = None) -> Catalogue: ...
@overload
def load(path: str | os.PathLike[str], cls: type[DatasetT]) -> DatasetT: ...
def load(path: str | os.PathLike[str], cls: type[DatasetT | Catalogue] | None = None) -> Catalogue | DatasetT:
    """Read a catalogue file, whole or as one typed dataset.

    Args:
        path: A JSON file, as `raqqa-data build` writes it.
        cls: A frozen attrs class, subclass of `Dataset`, to fill from it; `Catalogue` or nothing for the whole.

    Raises:
        CatalogueError: The file cannot be read, is broken, or does not fit the class; names every path.
    """
    source = path_text(path, CatalogueError)
    catalogue = loads(read_utf8(path, CatalogueError), source)
    return catalogue if cls is None or cls is Catalogue else catalogue.dataset(cast("type[DatasetT]", cls), source)


def loads(content: str, source: str = "catalogue") -> Catalogue:
    """Read a catalogue from JSON text.

    Raises:
        CatalogueError: The text is no catalogue; names every path found wrong: in a record, all of wrong form, else the
            first value that it cannot hold; links are looked at last.
    """
    given = parse_json(content, source)
    token = AS_LOADED.set(given.get("schema_version") in EARLIER)
    try:
        return _loaded(upgraded(given), source)
    finally:
        AS_LOADED.reset(token)


def _loaded(raw: dict[str, Any], source: str) -> Catalogue:
    problems = [Problem(key, "unknown key") for key in raw if key not in (*_KEYS, "$schema")]
    problems += [Problem(key, "is missing") for key in _KEYS if key not in raw]
    if "schema_version" in raw and raw["schema_version"] != SCHEMA_VERSION:
        found = shorten(raw["schema_version"])
        reads = f"{SCHEMA_VERSION!r}, which this version reads; a later form needs a later raqqa_data"
        problems.append(Problem("schema_version", f"{found} is not {reads}"))
    for key in ("$schema", "data_version"):
        if not isinstance(raw.get(key, ""), str):
            problems.append(Problem(key, "must be a text"))
    for section in _SECTIONS:
        if not isinstance(raw.get(section, []), list):
            problems.append(Problem(section, "must be a list"))
    if problems:
        raise CatalogueError(source, problems)
    scope = References()
    document = scope.structure(raw["document"], Document, "document")
    if document is not None:
        scope.add(document, "document")
    for section, cls in _DEFINITIONS.items():
        scope.define(raw[section], cls, section)
    observations = [_observation(scope, row, f"observations[{i}]") for i, row in enumerate(raw["observations"])]
    events = [scope.structure(row, Event, f"events[{i}]") for i, row in enumerate(raw["events"])]
    if scope.problems:
        raise CatalogueError(source, scope.problems)
    return assemble(scope, filter(None, observations), filter(None, events), raw["data_version"], source)


def assemble(
    scope: References, observations: Iterable[Observation], events: Iterable[Event], data_version: str, source: str
) -> Catalogue:
    """A catalogue from its parts, once its links are checked.

    Raises:
        CatalogueError: Two records have one id, or a link leads nowhere; names the path.
    """
    (document,) = scope.all(Document)
    observations, events = tuple(observations), tuple(events)
    if problems := [*_repeated_ids(observations, "observations"), *_repeated_ids(events, "events")]:
        raise CatalogueError(source, problems)
    try:
        catalogue = Catalogue(
            data_version=data_version,
            document=document,
            agents=scope.all(Agent),
            places=scope.all(Place),
            indicators=scope.all(Indicator),
            observations=Observations(observations),
            events=Events(events),
        )
    except RecordError as error:
        raise CatalogueError(source, [(error.field, error.problem)]) from error
    if problems := list(catalogue.problems()):
        raise CatalogueError(source, problems)
    return catalogue


def _repeated_ids(records: Iterable[Record], section: str) -> Iterator[Problem]:
    seen: set[str] = set()
    for index, record in enumerate(records):
        if record.id in seen:
            yield Problem(f"{section}[{index}].id", f"{record.id!r} stands here a second time")
        seen.add(record.id)


def dumps(catalogue: Catalogue) -> str:
    """Write a catalogue as JSON text: UTF-8 kept, two spaces, a line feed at the end; the same bytes every time.

    Raises:
        CatalogueError: It could not be read back the same: a link leads nowhere, or a record refers to an agent, a
            place, an indicator or a document that the catalogue does not hold, or holds otherwise; or a value of an
            earlier form is negative, which today's refuses.
    """
    negative = [(f"{one.id}.estimate", fault) for one in catalogue.observations if (fault := sign_fault(one))]
    if problems := [*catalogue.problems(), *negative]:
        raise CatalogueError("catalogue", problems)
    content: dict[str, object] = {
        "$schema": SCHEMA_NAME,
        "schema_version": SCHEMA_VERSION,
        "data_version": catalogue.data_version,
        "document": plain(catalogue.document),
        **{section: [plain(item) for item in getattr(catalogue, section)] for section in _SECTIONS},
    }
    return json.dumps(content, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def plain(item: Agent | Document | Indicator | Place | Record) -> dict[str, object]:
    """One object as the catalogue's JSON has it: others named by their ids, nothing that only repeats a default."""
    kind = {"kind": item.kind} if isinstance(item, Observation) else {}
    return {"id": item.id, **kind, **_fields(item)}


def _fields(item: attrs.AttrsInstance) -> dict[str, object]:
    """Its fields by name; those that hold nothing are left out."""
    plain: dict[str, object] = {}
    for field in attrs.fields(type(item)):
        value = getattr(item, field.name)
        if field.init and (value is not None or field.name in _ALWAYS):
            plain[field.name] = _value(value)
    return plain


def _value(value: object) -> object:
    if isinstance(value, Period):
        return value.edtf
    if isinstance(value, _REFERENTS):
        return value.id
    if isinstance(value, Subgroup):
        return dict(value)
    return _fields(cast("attrs.AttrsInstance", value)) if attrs.has(type(value)) else value


def _observation(scope: References, row: object, path: str) -> Observation | None:
    if not is_table(row):
        scope.problems.append(Problem(path, "must be a table of keys and values"))
        return None
    made: Observation | None = scope.observation(row, path)
    return made


def parse_json(content: str, source: str) -> dict[str, Any]:
    """JSON text to a table, with its faults told by line and column.

    Raises:
        CatalogueError: It is not strict JSON, or no object.
    """
    if not is_text(content):
        problem = f"must be JSON text (str), not {type(content).__name__}; load takes a path"
        raise CatalogueError(source, [("", problem)])
    content = content.removeprefix("\ufeff")
    if not content.strip():
        raise CatalogueError(source, [("", "is empty")])
    try:
        raw = json.loads(content, parse_constant=_refuse_constant, object_pairs_hook=_without_repeats)
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise CatalogueError(source, [(where, f"is not JSON: {error.msg}")]) from error
    except RecursionError as error:
        raise CatalogueError(source, [("", "is nested too deeply")]) from error
    except ValueError as error:  # NaN, a repeated key, an integer of thousands of digits
        raise CatalogueError(source, [("", str(error))]) from error
    if not is_table(raw):
        raise CatalogueError(source, [("", "must be a JSON object")])
    return raw


def _refuse_constant(name: str) -> object:
    raise ValueError(f"{name} is not JSON; leave out what is not stated")


def _without_repeats(pairs: list[tuple[str, object]]) -> dict[str, object]:
    table: dict[str, object] = {}
    for key, value in pairs:
        if key in table:
            raise ValueError(f"the key {shorten(key)} stands twice in one object")
        table[key] = value
    return table
