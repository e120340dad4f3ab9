"""How to cite a record, in both languages."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import raqqa_data as rd
from hooks.amounts import amount, when
from hooks.words import Lang, named, pick, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from raqqa_data import Observation


_LATIN = re.compile(r"[A-Za-z][\w. -]*[\w…]|\b\d+\.\d+\.\d+\b", re.ASCII)


def text(record: Observation, lang: Lang) -> str:
    """One line for a list of references."""
    maintainers = pick(("The raqqa_data maintainers", "القائمون على raqqa_data"), lang)
    source = named(record.attributed_to.name, lang) if record.attributed_to else say("the_article", lang)
    value = amount(record.estimate, record.unit, lang)
    sha = record.document.sha256[:12]
    if lang == "ar":
        return (
            f"{maintainers} (2026). «{record.name.ar}»: {value} ({when(record.period, lang)})، بحسب {source}. "
            f"raqqa_data {rd.__version__}، بيانات {rd.data_version}، السجل {record.id}، "
            f"من الوثيقة {record.document.id} "
            f"(sha256 {sha}…). CC BY 4.0."
        )
    return (
        f"{maintainers} (2026). “{record.name.en}”: {value} ({when(record.period, lang)}), according to {source}. "
        f"raqqa_data {rd.__version__}, data {rd.data_version}, record {record.id}, from document {record.document.id} "
        f"(sha256 {sha}…). CC BY 4.0."
    )


def bibtex(record: Observation) -> str:
    """A BibTeX entry; braces keep the letters' case."""
    key = f"raqqa_data:{record.id}"
    note = f"{amount(record.estimate, record.unit, 'en')}; {when(record.period, 'en')}; data {rd.data_version}"
    note = note.replace("%", r"\%").replace("²", r"\textsuperscript{2}")
    return "\n".join(
        [
            f"@misc{{{key},",
            "  author = {{The raqqa_data maintainers}},",
            f"  title = {{{{{record.name.en}}}}},",
            "  year = {2026},",
            f"  version = {{{rd.__version__}}},",
            f"  note = {{{note}}},",
            f"  howpublished = {{document {record.document.id}, sha256 {record.document.sha256}}},",
            "}",
        ]
    )


def csl(record: Observation) -> str:
    """The same as CSL-JSON."""
    item = {
        "id": record.id,
        "type": "dataset",
        "title": record.name.en,
        "author": [{"literal": "The raqqa_data maintainers"}],
        "issued": {"date-parts": [[2026]]},
        "version": rd.data_version,
        "note": f"{amount(record.estimate, record.unit, 'en')}; document sha256 {record.document.sha256}",
    }
    return json.dumps([item], ensure_ascii=False, indent=2)


def citations(record: Observation, lang: Lang) -> Iterator[str]:
    """Blocks of Markdown: a line of text, then BibTeX."""
    shown = text(record, lang)
    if lang == "ar":
        shown = _LATIN.sub(lambda m: f'<bdi dir="ltr" lang="en">{m[0]}</bdi>', shown)
    yield f'<p class="citation">{shown}</p>'
    yield f"```bibtex\n{bibtex(record)}\n```"
