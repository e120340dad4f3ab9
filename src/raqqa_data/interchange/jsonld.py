"""JSON-LD: schema.org Observations, with W3C Web Annotation selectors for the quotes and PROV-O for who said what.

The interval is in properties of our own, since schema.org's `observationPeriod` is a duration.
"""

from __future__ import annotations

import json
from typing import IO, TYPE_CHECKING, Any, cast
from urllib.parse import quote as percent_encoded
from urllib.parse import unquote

from raqqa_data.catalogue import SCHEMA_VERSION, plain
from raqqa_data.catalogue.codec import parse_json
from raqqa_data.catalogue.construction import is_table
from raqqa_data.errors import CatalogueError, Problem
from raqqa_data.interchange.definitions import Definitions
from raqqa_data.interchange.rows import assembled, find_scope
from raqqa_data.units.table import find_unit

if TYPE_CHECKING:
    from raqqa_data.interchange.rows import Context
    from raqqa_data.records.dataset import Observations
    from raqqa_data.records.observation import Observation

TERMS = "urn:x-raqqa-data:"
"""What the names of our own terms begin with; nobody has to own a domain for them."""
EDTF = "http://id.loc.gov/datatypes/edtf/EDTF-level1"
_CHUNK = 1024


def _link(term: str) -> dict[str, str]:
    return {"@id": term, "@type": "@id"}


CONTEXT: dict[str, object] = {
    "@version": 1.1,
    "schema": "https://schema.org/",
    "prov": "http://www.w3.org/ns/prov#",
    "oa": "http://www.w3.org/ns/oa#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "term": f"{TERMS}term:",
    **{kind: f"{TERMS}{kind}:" for kind in ("agent", "document", "event", "indicator", "observation", "place")},
    "name": {"@id": "schema:name", "@container": "@language"},
    "note": {"@id": "term:note", "@container": "@language"},
    "schema_version": "schema:schemaVersion",
    # what a record names
    "measures": _link("schema:variableMeasured"),
    "about": _link("schema:observationAbout"),
    "source": _link("prov:hadPrimarySource"),
    "attributed_to": _link("prov:wasAttributedTo"),
    "conveyed_by": _link("term:conveyedBy"),
    "part_of": _link("schema:isPartOf"),
    "superseded_by": _link("term:supersededBy"),
    "within": _link("schema:containedInPlace"),
    # the value
    "best": "schema:value",
    "low": "schema:minValue",
    "high": "schema:maxValue",
    "wording": "term:wording",
    "unit": "schema:unitText",
    "unit_code": "schema:unitCode",
    "of": "term:shareOf",
    "subgroup": "term:subgroup",
    "event": _link("term:event"),
    "price_basis": "term:priceBasis",
    # when and where
    "period": {"@id": "term:period", "@type": EDTF},
    "period_start": {"@id": "term:periodStart", "@type": "xsd:date"},
    "period_end": {"@id": "term:periodEnd", "@type": "xsd:date"},
    "published": {"@id": "term:published", "@type": EDTF},
    "retrieved": {"@id": "term:retrieved", "@type": EDTF},
    "inferred": "term:inferred",
    "where_prec": "term:wherePrecision",
    "latitude": "schema:latitude",
    "longitude": "schema:longitude",
    "geonames": "term:geonames",
    "wikidata": "term:wikidata",
    "pcode": "term:pcode",
    "iso": "term:iso",
    # the very words
    "quote": "prov:wasQuotedFrom",
    "in": _link("oa:hasSource"),
    "selectors": "oa:hasSelector",
    "exact": "oa:exact",
    "prefix": "oa:prefix",
    "suffix": "oa:suffix",
    "page": "schema:pagination",
    "paragraph": "term:paragraph",
    "start": {"@id": "oa:start", "@type": "xsd:nonNegativeInteger"},
    "end": {"@id": "oa:end", "@type": "xsd:nonNegativeInteger"},
    "language": "schema:inLanguage",
    "sha256": "schema:sha256",
    "characters": "term:characters",
    # codes
    "kind": "term:kind",
    "additivity": "term:additivity",
    "claim_status": "term:claimStatus",
    "record_status": "term:recordStatus",
    "annotation": "term:annotation",
}
"""What each key means; the file carries it, so that no reader has to fetch anything."""

_TYPES: dict[str, object] = {
    "document": ["schema:CreativeWork", "prov:Entity"],
    "agent": "prov:Agent",
    "place": "schema:Place",
    "indicator": "schema:StatisticalVariable",
    "observation": ["schema:Observation", "prov:Entity"],
}
# plain key: (key here, kind of what it names)
_LINKS = {
    "indicator": ("measures", "indicator"),
    "place": ("about", "place"),
    "document": ("source", "document"),
    "attributed_to": ("attributed_to", "agent"),
    "conveyed_by": ("conveyed_by", "agent"),
    "part_of": ("part_of", "observation"),
    "superseded_by": ("superseded_by", "observation"),
    "within": ("within", "place"),
    "event": ("event", "event"),
}
_BACK = {key: (name, kind) for name, (key, kind) in _LINKS.items()}
_WORDS = ("exact", "prefix", "suffix")
_DERIVED = ("@id", "@type", "unit_code", "period_start", "period_end")


def write_jsonld(observations: Observations, stream: IO[bytes]) -> None:
    """Write one graph: what the records refer to, then the records, a few at a time."""
    nodes = nodes_of(Definitions.of(observations))
    head = f'{{"@context": {_json(CONTEXT)},\n"schema_version": "{SCHEMA_VERSION}",\n"@graph": [\n'
    stream.write((head + ",\n".join(map(_json, nodes))).encode())
    for start in range(0, len(observations), _CHUNK):
        lines = [_json(observation_node(record)) for record in observations[start : start + _CHUNK]]
        stream.write((",\n" + ",\n".join(lines)).encode())
    stream.write(b"\n]}\n")


def read_jsonld(text: str, source: str, context: Context | None = None) -> Observations:
    """Read what `write_jsonld` wrote; other JSON-LD of the same meaning needs a JSON-LD processor first.

    Raises:
        CatalogueError: It is no such file; names every path that is wrong.
    """
    raw = parse_json(text, source)
    graph = raw.get("@graph")
    if raw.get("@context") != CONTEXT or not isinstance(graph, list):
        raise CatalogueError(source, [("@context", "is not the one that raqqa_data writes, or there is no @graph")])
    held: dict[str, list[Any]] = {kind: [] for kind in _TYPES}
    problems: list[Problem] = []
    for index, node in enumerate(cast("list[object]", graph)):
        path = f"@graph[{index}]"
        kind = str(node.get("@id")).partition(":")[0] if is_table(node) else ""
        if not is_table(node) or kind not in held:
            problems.append(Problem(f"{path}.@id", f"must begin with one of {', '.join(held)}"))
            continue
        try:
            held[kind].append((path, _plain(node)))
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            problems.append(Problem(path, f"is not in the form that raqqa_data writes: {error!r}"))
    if problems:
        raise CatalogueError(source, problems)
    definitions = {f"{kind}s": [row for _, row in held[kind]] for kind in _TYPES if kind != "observation"}
    found = find_scope({"schema_version": raw.get("schema_version"), **definitions}, context, source)
    records = [found.observation(row, path) for path, row in held["observation"]]
    if found.problems:
        raise CatalogueError(source, found.problems)
    return assembled(records, source)


def nodes_of(definitions: Definitions) -> list[dict[str, object]]:
    """The documents, agents, places and indicators as nodes of the graph."""
    plain_ones = definitions.as_plain()
    return [
        _node(cast("dict[str, object]", item), kind)
        for kind in ("document", "agent", "place", "indicator")
        for item in cast("list[object]", plain_ones[f"{kind}s"])
    ]


def _node(item: dict[str, object], kind: str) -> dict[str, object]:
    node: dict[str, object] = {"@id": iri(kind, item.pop("id")), "@type": _TYPES[kind]}
    for name, value in item.items():
        key, target = _LINKS.get(name, (name, None))
        node[key] = value if target is None else iri(target, value)
    return node


def observation_node(record: Observation) -> dict[str, object]:
    """A record as a node of the graph."""
    item = plain(record)
    estimate = cast("dict[str, object]", item.pop("estimate"))
    quoted = cast("dict[str, object]", item.pop("quote"))
    if record.subgroup is not None:
        item["subgroup"] = str(record.subgroup)
    node = _node({**item, **{part: value for part, value in estimate.items() if value is not None}}, "observation")
    unit = find_unit(record.unit)
    days = {"period_start": record.period.earliest, "period_end": record.period.latest}
    return {
        **node,
        "unit_code": unit.rec20 or unit.ucum,
        **{key: day.isoformat() for key, day in days.items() if day is not None},
        "quote": _quote(record, quoted),
    }


def _quote(record: Observation, quoted: dict[str, object]) -> dict[str, object]:
    words: dict[str, object] = {key: quoted[key] for key in _WORDS if key in quoted}
    position: dict[str, object] = {"start": record.quote.start, "end": record.quote.end}
    return {
        "@type": "oa:SpecificResource",
        "in": iri("document", record.document.id),
        **{key: quoted[key] for key in ("page", "paragraph") if key in quoted},
        "selectors": [
            {"@type": "oa:TextQuoteSelector", **words},
            {"@type": "oa:TextPositionSelector", **position},
        ],
    }


def _plain(node: dict[str, Any]) -> dict[str, Any]:
    """A node as the catalogue's JSON has the same thing."""
    kind, _, name = node["@id"].partition(":")
    item: dict[str, Any] = {"id": unquote(name)}
    for key, value in node.items():
        if key in _BACK:
            plain_key, target = _BACK[key]
            item[plain_key] = unquote(value.removeprefix(f"{target}:"))
        elif key not in _DERIVED:
            item[key] = value
    if kind == "observation":
        quote = item["quote"]
        quoted, position = quote["selectors"]
        where = {key: quote[key] for key in ("page", "paragraph") if key in quote}
        words = {key: quoted[key] for key in _WORDS if key in quoted}
        item["quote"] = {**words, "start": position["start"], "end": position["end"], **where}
        item["estimate"] = {part: item.pop(part, None) for part in ("best", "low", "high")}
        item["estimate"]["wording"] = item.pop("wording", None)
    return item


def iri(kind: str, name: object) -> str:
    """What a thing is called in the graph."""
    return f"{kind}:{percent_encoded(str(name), safe='.-_')}"


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, allow_nan=False)
