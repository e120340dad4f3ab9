"""The files to download, each as the library itself writes it."""

from __future__ import annotations

import functools
import pkgutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import raqqa_data as rd
from hooks.words import Lang, pick
from raqqa_data.catalogue.codec import SCHEMA_NAME

if TYPE_CHECKING:
    from collections.abc import Iterable

    from raqqa_data import Observation

PACKAGE = "datapackage/"
# name of the file, what it is in both languages
FILES: tuple[tuple[str, tuple[str, str]], ...] = (
    (
        "observations.csv",
        ("One row an observation; opens in any spreadsheet", "صف لكل مشاهدة؛ يُفتح في أي برنامج جداول"),
    ),
    ("observations.jsonl", ("JSON Lines: one observation a line", "JSON Lines: مشاهدة في كل سطر")),
    (
        "observations.parquet",
        ("Parquet, typed, units in the field metadata", "Parquet بأنواع الأعمدة، والوحدات في البيانات الوصفية للحقول"),
    ),
    (
        "observations.geojson",
        ("GeoJSON: representative points, none where vague", "GeoJSON: نقاط تمثيلية، بلا نقطة حيث المكان غير محدد"),
    ),
    (
        "observations.jsonld",
        ("JSON-LD: schema.org, Web Annotation, PROV-O", "JSON-LD: schema.org وWeb Annotation وPROV-O"),
    ),
    (
        "observations.csv-metadata.json",
        (
            "CSV on the Web: columns and units of the table beside it",
            "CSV on the Web: أعمدة الجدول المجاور ووحداته",
        ),
    ),
    (
        f"{PACKAGE}datapackage.json",
        (
            "Frictionless Data Package; its tables lie beside it",
            "Frictionless Data Package؛ وجداوله إلى جانبه",
        ),
    ),
    (
        "catalogue.json",
        ("The catalogue: everything, as the library loads it", "الفهرس: كل شيء كما تحمّله المكتبة"),
    ),
    (
        "catalogue.schema.json",
        ("The catalogue's JSON Schema", "مخطط الفهرس بصيغة JSON Schema"),
    ),
    (
        "annotations.toml",
        ("What a person says of the article, the catalogue's source", "ما يقوله الإنسان عن المقال، وهو أصل الفهرس"),
    ),
)


@functools.cache
def exports() -> dict[str, bytes]:
    """Every file by its path below the folder of the data; the tables of the package too."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / PACKAGE).mkdir()
        for file, _ in FILES:
            if file.startswith(("observations", PACKAGE)):
                rd.write(rd.observations, folder / file)
        rd.write(rd.datasets.catalogue, folder / "catalogue.json")
        made = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    for file, source in (("annotations.toml", "raqqa-2022.toml"), (SCHEMA_NAME, SCHEMA_NAME)):
        made[file] = pkgutil.get_data("raqqa_data.catalogue", source) or b""
    return dict(sorted(made.items()))


def export(records: Iterable[Observation], kind: str) -> bytes:
    """Some records in a format of the library; one line of JSON Lines is JSON."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"records.{kind}"
        rd.write(rd.Observations(records), path)
        return path.read_bytes()


def file_list(lang: Lang) -> str:
    """A Markdown table of the files, with links and sizes."""
    heads = pick(("| file | what it is | size |", "| الملف | ما هو | الحجم |"), lang)
    made = exports()
    kilo = pick(("kB", "كيلوبايت"), lang)

    def size(name: str) -> str:
        return f"{len(made[name]) / 1000:.1f}\N{NO-BREAK SPACE}{kilo}"

    rows = [f"| [{name}]({name}){{: download }} | {pick(what, lang)} | {size(name)} |" for name, what in FILES]
    return "\n".join([heads, "|---|---|---|", *rows])
