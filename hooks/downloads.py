"""The files to download: the library's own exports where it writes them, else made from the records here."""

from __future__ import annotations

import csv
import io
import json
import pkgutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

import raqqa_data as rd
from hooks.words import Lang, pick
from raqqa_data.catalogue import dumps, plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from raqqa_data import Observation

# name of the file, what it is in both languages
FILES: tuple[tuple[str, tuple[str, str]], ...] = (
    ("observations.csv", ("One row an observation; opens in any spreadsheet", "صف لكل ملاحظة؛ يفتح في أي جدول بيانات")),
    ("observations.jsonl", ("JSON Lines: one observation a line", "JSON Lines: ملاحظة في كل سطر")),
    ("observations.parquet", ("Parquet, typed, units in the field metadata", "Parquet بأنواع، والوحدات في وصف الحقول")),
    (
        "observations.geojson",
        ("GeoJSON: representative points, none where vague", "GeoJSON: نقاط تمثيلية، بلا نقطة حيث الإبهام"),
    ),
    (
        "observations.jsonld",
        ("JSON-LD: schema.org, Web Annotation, PROV-O", "JSON-LD: schema.org وWeb Annotation وPROV-O"),
    ),
    ("datapackage.json", ("Frictionless Data Package description", "وصف Frictionless Data Package")),
    ("catalogue.json", ("The catalogue: everything, as the library loads it", "الفهرس: كل شيء كما تحمّله المكتبة")),
    (
        "annotations.toml",
        ("What a person says of the article, the catalogue's source", "ما يقوله الإنسان عن المقال، وهو أصل الفهرس"),
    ),
)


def exports() -> dict[str, bytes]:
    """Each file that can be made, by name.

    Files of the library's `write` come from it, byte for byte; a format that it does not know is left out.
    """
    write: Callable[..., object] | None = getattr(rd, "write", None)
    made: dict[str, bytes] = {}
    with tempfile.TemporaryDirectory() as folder:
        for name, _ in FILES:
            if write is not None and name.startswith(("observations", "datapackage")):
                path = Path(folder) / name
                try:
                    write(rd.observations, path)
                except (rd.RaqqaDataError, ValueError):
                    continue
                made[name] = path.read_bytes()
    made.setdefault("observations.csv", as_csv(rd.observations).encode())
    made.setdefault("observations.jsonl", "".join(as_line(record) for record in rd.observations).encode())
    made["catalogue.json"] = dumps(rd.datasets.catalogue).encode()
    made["annotations.toml"] = pkgutil.get_data("raqqa_data.catalogue", "raqqa-2022.toml") or b""
    return {name: made[name] for name, _ in FILES if name in made}


def row(record: Observation) -> dict[str, object]:
    """One tidy row, as the design of the interchange has it."""
    place, unit = record.place, rd.unit_table.find_unit(record.unit)
    estimate, period = record.estimate, record.period
    chain = {part.kind: part for part in place.chain}
    country, governorate = chain.get("country"), chain.get("governorate")
    return {
        "id": record.id,
        "dataset": record.dataset,
        "indicator": record.indicator.id,
        "label_en": record.name.en,
        "label_ar": record.name.ar,
        "subgroup": record.subgroup,
        "kind": record.kind,
        "best": estimate.best,
        "low": estimate.low,
        "high": estimate.high,
        "wording": str(estimate.wording),
        "unit": record.unit,
        "unit_ucum": unit.ucum,
        "additivity": str(record.indicator.additivity),
        "of": record.of,
        "period": period.edtf,
        "reference_period_start": period.earliest,
        "reference_period_end": period.latest,
        "date_prec": str(period.precision),
        "place": place.id,
        "location_code": country.iso if country else None,
        "admin1_code": governorate.pcode if governorate else None,
        "lat": place.latitude,
        "lon": place.longitude,
        "where_prec": record.where_prec,
        "attributed_to": record.attributed_to.id if record.attributed_to else None,
        "conveyed_by": record.conveyed_by.id if record.conveyed_by else None,
        "claim_status": str(record.claim_status),
        "part_of": record.part_of,
        "quote_ar": record.quote.exact,
        "char_start": record.quote.start,
        "char_end": record.quote.end,
        "document": record.document.id,
        "source_sha256": record.document.sha256,
        "record_status": str(record.record_status),
    }


def as_csv(records: Iterable[Observation]) -> str:
    """Plain CSV: one header row, nothing where nothing is stated."""
    rows = [row(record) for record in records]
    out = io.StringIO()
    writer = csv.DictWriter(out, fieldnames=list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def as_line(record: Observation) -> str:
    """One line of JSON, in the catalogue's form."""
    return json.dumps(plain(record), ensure_ascii=False) + "\n"


def as_json(record: Observation) -> str:
    """One record with everything that it refers to."""
    content = plain(record)
    for name in ("indicator", "place", "document", "attributed_to", "conveyed_by"):
        referent = getattr(record, name)
        if referent is not None:
            content[name] = attrs.asdict(referent, value_serializer=_serial)
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _serial(_: object, __: object, value: object) -> object:
    return str(value) if isinstance(value, (rd.Period, rd.Additivity)) else value


def file_list(lang: Lang) -> str:
    """A Markdown table of the files, with links and sizes."""
    heads = pick(("| file | what it is | size |", "| الملف | ما هو | الحجم |"), lang)
    made = exports()
    rows = [
        f"| [{name}]({name}){{: download }} | {pick(what, lang)} | {_size(made[name])} |"
        for name, what in FILES
        if name in made
    ]
    return "\n".join([heads, "|---|---|---|", *rows])


def _size(content: bytes) -> str:
    return f'<bdi dir="ltr">{len(content) / 1000:.1f} kB</bdi>'
