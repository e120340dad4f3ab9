"""Reconciled tables in files: a plain CSV for people, and formats that hold the claims within their results."""

from __future__ import annotations

import io
import json
import re
from typing import TYPE_CHECKING, Any, cast

from raqqa_data.aggregation.derived import measured
from raqqa_data.catalogue import SCHEMA_VERSION
from raqqa_data.collection.reconciling import Reconciled
from raqqa_data.errors import NotFoundError, optional_module
from raqqa_data.interchange import jsonld
from raqqa_data.interchange.csv_file import guarded, sheet
from raqqa_data.interchange.datapackage import PROFILES, file_of, named, save, sources_of
from raqqa_data.interchange.definitions import Definitions
from raqqa_data.interchange.formats import CLAIM_FORMATS, format_in
from raqqa_data.interchange.rights import describe
from raqqa_data.sources.atomic import replacing

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import IO

    from raqqa_data.records.observation import Observation

_KEYS = ("event", "indicator", "place", "subgroup", "period")
Fields = dict[str, tuple[str, str]]

RESULT: Fields = {
    "id": ("string", "What its claims have in common, joined by |"),
    **dict.fromkeys(_KEYS, ("string", "What its claims have in common; empty where they need not have it in common")),
    "label_en": ("string", "Label in English"),
    "label_ar": ("string", "Label in Arabic"),
    "best": ("number", "The value; empty where there is none"),
    "low": ("number", "The lower bound; empty means not stated"),
    "high": ("number", "The upper bound; empty means not stated"),
    "wording": ("string", "How the value is stated; empty while it is open"),
    "unit": ("string", "Unit of best, low and high"),
    "status": ("string", "agreed, decided or pending"),
    "reason": ("string", "How it was decided, or why it was not"),
    "claims": ("integer", "How many claims there are"),
    "independent": ("integer", "How many of them count"),
    "contradictions": ("integer", "How many pairs of those that count cannot both be true"),
}
"""The columns of a result: type and meaning."""
CLAIM: Fields = {
    "id": ("string", "Identifier of the claim's record"),
    "result": ("string", "The result that it went into"),
    "role": ("string", "independent, superseded (by a later one of its claimant), copy, or part (of another claim)"),
    "replaced_by": ("string", "The claim that counts in its place, or that it is a part of"),
    "contradicts": ("string", "Claims that cannot be true beside it, separated by spaces"),
    "claimant": ("string", "Who says it; empty for the document's own voice"),
    "claimant_en": ("string", "The same in English"),
    "claimant_ar": ("string", "The same in Arabic"),
    "document": ("string", "The document it was read from"),
    "published": ("string", "When that was published, in EDTF"),
    "period": ("string", "When it happened, in EDTF"),
    "best": ("number", "The value as stated"),
    "low": ("number", "Lower bound that the wording states"),
    "high": ("number", "Upper bound that the wording states"),
    "wording": ("string", "How the text states the number"),
    "unit": ("string", "Unit of best, low and high"),
    "quote_ar": ("string", "The exact words"),
    "char_start": ("integer", "Where they begin"),
    "char_end": ("integer", "Where they end"),
}
"""The columns of a claim: type and meaning."""


def is_reconciled(records: object) -> bool:
    """Whether these are results of `reconcile`, to be written as such."""
    return isinstance(records, (tuple, list)) and all(
        isinstance(one, Reconciled) for one in cast("Sequence[object]", records)
    )


def write_reconciled(
    results: Iterable[Reconciled],
    path: str,
    format_name: str | None = None,
    *,
    excel: bool = False,
) -> None:
    """Write results of `reconcile`: whole, or not at all.

    Args:
        results: What `reconcile` gave.
        path: The file; for a Data Package its folder.
        format_name: One of "csv", "json", "jsonld", "parquet", "html", "datapackage"; by the file's name when left out.
        excel: For CSV: begin with a byte order mark.

    Raises:
        FileError: The file cannot be written.
        NotFoundError: There is no such format.
    """
    held = tuple(results)
    name = format_of(path, format_name)
    if name == "datapackage":
        _write_datapackage(held, path)
        return
    with replacing(path) as stream:
        write_to(held, stream, name, excel=excel)


def write_to(results: Sequence[Reconciled], stream: IO[bytes], name: str, *, excel: bool = False) -> None:
    """Write to an open file, in a format of one file.

    Raises:
        NotFoundError: There is no such format.
    """
    if name == "csv":
        stream.write(("\N{BYTE ORDER MARK}" if excel else "").encode() + _for_people(results))
    elif name == "json":
        content = [{**row, "claims": claims} for row, claims in zip(rows_of(results), _claims(results), strict=True)]
        stream.write(json.dumps(content, ensure_ascii=False, indent=2, allow_nan=False).encode() + b"\n")
    elif name == "jsonld":
        stream.write(_as_jsonld(results))
    elif name == "parquet":
        stream.write(_as_parquet(results))
    elif name == "html":
        from raqqa_data.interchange.claim_pages import event_page

        stream.write(event_page(results).encode())
    else:
        raise NotFoundError("format", name, CLAIM_FORMATS)


def format_of(path: str, wanted: str | None = None) -> str:
    """The format's name, as asked for or by the file's name.

    Raises:
        NotFoundError: There is no such format.
    """
    return format_in(CLAIM_FORMATS, path, wanted)


def rows_of(results: Iterable[Reconciled]) -> list[dict[str, Any]]:
    """One row of plain values a result."""
    return [_row(result) for result in results]


def claims_of(result: Reconciled) -> list[dict[str, Any]]:
    """One row of plain values a claim, in order of their ids."""
    roles = {
        **dict.fromkeys(dict(result.superseded), "superseded"),
        **dict.fromkeys(dict(result.copies), "copy"),
        **dict.fromkeys(dict(result.parts), "part"),
    }
    gone = {**dict(result.superseded), **dict(result.copies), **dict(result.parts)}
    against: dict[str, list[str]] = {}
    for one, other in result.contradictions:
        against.setdefault(one, []).append(other)
        against.setdefault(other, []).append(one)
    name = _id(result)
    rows: list[dict[str, Any]] = []
    for claim in result.claims:
        who, said = claim.attributed_to, claim.document.published
        rows.append(
            {
                "id": claim.id,
                "result": name,
                "role": roles.get(claim.id, "independent"),
                "replaced_by": gone.get(claim.id),
                "contradicts": " ".join(against.get(claim.id, ())) or None,
                "claimant": who.id if who else None,
                "claimant_en": who.name.en if who else None,
                "claimant_ar": who.name.ar if who else None,
                "document": claim.document.id,
                "published": said.edtf if said else None,
                "period": claim.period.edtf,
                "best": claim.estimate.best,
                "low": claim.estimate.low,
                "high": claim.estimate.high,
                "wording": str(claim.estimate.wording),
                "unit": claim.unit,
                "quote_ar": claim.quote.exact,
                "char_start": claim.quote.start,
                "char_end": claim.quote.end,
            }
        )
    return rows


def _row(result: Reconciled) -> dict[str, Any]:
    estimate = result.estimate
    name = result.independent[0].name
    return {
        "id": _id(result),
        **{key: _text(result.key.get(key)) for key in _KEYS},
        "label_en": name.en,
        "label_ar": name.ar,
        **{part: getattr(estimate, part, None) for part in ("best", "low", "high")},
        "wording": str(estimate.wording) if estimate else None,
        "unit": result.unit,
        "status": str(result.status),
        "reason": result.reason,
        "claims": len(result.claims),
        "independent": len(result.independent),
        "contradictions": len(result.contradictions),
    }


def _claims(results: Iterable[Reconciled]) -> list[list[dict[str, Any]]]:
    return [claims_of(result) for result in results]


def _id(result: Reconciled) -> str:
    return "|".join(_text(part) or "" for part in result.key.values())


def _text(part: object) -> str | None:
    return None if part is None else str(part)


def _for_people(results: Sequence[Reconciled]) -> bytes:
    told = [{**row, "who": _who(result)} for row, result in zip(rows_of(results), results, strict=True)]
    return _csv(told, {**RESULT, "who": ("string", "")})


def _who(result: Reconciled) -> str:
    """Every claim in a few words: how much, who says so, and where."""
    notes = {
        **dict.fromkeys(dict(result.superseded), ", replaced"),
        **dict.fromkeys(dict(result.copies), ", copy"),
        **dict.fromkeys(dict(result.parts), ", part"),
    }
    told: list[str] = []
    for claim in result.claims:
        who = claim.attributed_to.name.en if claim.attributed_to else "own voice"
        when = f", {claim.document.published}" if claim.document.published else ""
        note = notes.get(claim.id, "")
        told.append(f"{measured(claim.estimate, claim.unit)} ({who}, {claim.document.id}{when}{note})")
    return "; ".join(told)


def _csv(rows: Iterable[Mapping[str, Any]], fields: Iterable[str]) -> bytes:
    names = list(fields)
    cells = ([guarded(row[name]) if isinstance(row[name], str) else row[name] for name in names] for row in rows)
    return "".join(sheet(names, [cells])).encode()


_TERMS: dict[str, object] = {
    "result": f"{jsonld.TERMS}result:",
    "claims": {"@id": "term:claim", "@container": "@set"},
    "derived_from": {"@id": "prov:wasDerivedFrom", "@type": "@id", "@container": "@set"},
    "revision_of": {"@id": "prov:wasRevisionOf", "@type": "@id", "@container": "@set"},
    "copy_of": {"@id": "prov:alternateOf", "@type": "@id"},
    "contradicts": {"@id": "term:contradicts", "@type": "@id", "@container": "@set"},
    "status": "term:reconciledStatus",
    "reason": "term:reason",
}


def _as_jsonld(results: Sequence[Reconciled]) -> bytes:
    """One graph: what claims name, then each result as a PROV entity with its claims nested in it."""
    claims = [claim for result in results for claim in result.claims]
    nodes = [*jsonld.nodes_of(Definitions.of(claims)), *map(_result_node, results)]
    content = {"@context": {**jsonld.CONTEXT, **_TERMS}, "schema_version": SCHEMA_VERSION, "@graph": nodes}
    return json.dumps(content, ensure_ascii=False, allow_nan=False, indent=1).encode() + b"\n"


def _result_node(result: Reconciled) -> dict[str, object]:
    row = _row(result)
    first = result.independent[0]
    kept = ("best", "low", "high", "wording", "unit", "subgroup", "period", "status", "reason")
    links = {
        "measures": ("indicator", row["indicator"]),
        "about": ("place", row["place"]),
        "event": ("event", row["event"]),
    }
    return {
        "@id": jsonld.iri("result", row["id"]),
        "@type": ["schema:Observation", "prov:Entity"],
        "name": {"en": first.name.en, "ar": first.name.ar},
        **{key: jsonld.iri(*link) for key, link in links.items() if link[1] is not None},
        **{key: row[key] for key in kept if row[key] is not None},
        "derived_from": [jsonld.iri("observation", claim.id) for claim in result.independent],
        "claims": [_claim_node(claim, result) for claim in result.claims],
    }


def _claim_node(claim: Observation, result: Reconciled) -> dict[str, object]:
    earlier = [before for before, after in result.superseded if after == claim.id]
    copied = dict(result.copies).get(claim.id)
    against = sorted(
        {one if claim.id == other else other for one, other in result.contradictions if claim.id in {one, other}}
    )
    return {
        **jsonld.observation_node(claim),
        **({"revision_of": [jsonld.iri("observation", one) for one in earlier]} if earlier else {}),
        **({"copy_of": jsonld.iri("observation", copied)} if copied else {}),
        **({"contradicts": [jsonld.iri("observation", one) for one in against]} if against else {}),
    }


def _as_parquet(results: Sequence[Reconciled]) -> bytes:
    """One row a result, its claims as a list of structs."""
    core, io_ = (optional_module(f"arro3.{part}", "arrow", f"arro3-{part}") for part in ("core", "io"))
    of = core.DataType
    types = {"string": of.string(), "number": of.float64(), "integer": of.int64()}

    def arrays(rows: Sequence[Mapping[str, Any]], fields: Fields) -> list[Any]:
        return [core.Array([row[name] for row in rows], types[kind]) for name, (kind, _) in fields.items()]

    def schema(fields: Fields) -> list[Any]:
        return [core.Field(name, types[kind], nullable=True) for name, (kind, _) in fields.items()]

    nested = _claims(results)
    offsets = [0]
    for claims in nested:
        offsets.append(offsets[-1] + len(claims))
    inner = schema(CLAIM)
    struct = core.struct_array(arrays([row for claims in nested for row in claims], CLAIM), fields=inner)
    lists = core.list_array(core.Array(offsets, of.int32()), struct)
    renamed: Fields = {("claims_count" if name == "claims" else name): kind for name, kind in RESULT.items()}
    rows = [{**row, "claims_count": row["claims"]} for row in rows_of(results)]
    outer = core.Schema([*schema(renamed), core.Field("claims", lists.type, nullable=False)])
    batch = core.RecordBatch.from_arrays([*arrays(rows, renamed), lists], schema=outer)
    whole = io.BytesIO()
    io_.write_parquet(core.Table.from_batches([batch], schema=outer), whole, compression="zstd(3)")
    return whole.getvalue()


_OURS = re.compile(r"(?:reconciled|claims)-[0-9a-f]{12}\.csv", re.ASCII)


def _write_datapackage(results: Sequence[Reconciled], path: str) -> None:
    """Two tables: the results, and the claims with a foreign key to them."""
    tables = {
        "reconciled": _csv(rows_of(results), RESULT),
        "claims": _csv((row for result in results for row in claims_of(result)), CLAIM),
    }
    files = {named(name, held, "csv"): held for name, held in tables.items()}
    described = describe(Definitions.of([claim for result in results for claim in result.claims], path), None)
    keys = {"fields": ["result"], "reference": {"resource": "reconciled", "fields": ["id"]}}
    descriptor = {
        "$schema": f"{PROFILES}datapackage.json",
        "name": "reconciled",
        "title": described.title,
        **({"sources": sources_of(described)} if described.sources else {}),
        "resources": [
            _resource(name, file, content, fields, key)
            for (name, fields, key), (file, content) in zip(
                (("reconciled", RESULT, None), ("claims", CLAIM, keys)), files.items(), strict=True
            )
        ],
    }
    save(path, descriptor, files, _OURS)


def _resource(name: str, file: str, content: bytes, fields: Fields, key: dict[str, Any] | None) -> dict[str, Any]:
    return {
        "name": name,
        "type": "table",
        **file_of({file: content}, "csv", "text/csv"),
        "schema": {
            "$schema": f"{PROFILES}tableschema.json",
            "fields": [{"name": field, "type": kind, "description": said} for field, (kind, said) in fields.items()],
            "primaryKey": ["id"],
            **({"foreignKeys": [key]} if key else {}),
            "missingValues": [""],
        },
    }
