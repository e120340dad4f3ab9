"""Citations of a record, of several, and of what was derived from some: text, BibTeX, CSL-JSON, CITATION.cff."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, cast

import attrs

from raqqa_data.aggregation import Derived
from raqqa_data.errors import NotFoundError, RecordError
from raqqa_data.interchange.rights import GEONAMES, LICENSE, MAINTAINERS
from raqqa_data.interchange.versions import shipped_version
from raqqa_data.records.dataset import Dataset, Records
from raqqa_data.records.observation import Observation, Record
from raqqa_data.records.provenance import Document
from raqqa_data.units.table import find_unit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from raqqa_data.records.estimate import Estimate
    from raqqa_data.records.period import Period
    from raqqa_data.texts import Name

Citable = Record | Records[Any] | Dataset | Derived
LANGUAGES = ("en", "ar")
_FEW = 6
_ISOLATED = "\u2068{}\u2069"  # digits and Latin names keep their own direction within an Arabic line


@attrs.frozen(kw_only=True)
class _Reference:
    """What every style says, in one language.

    Attributes:
        key: A key for BibTeX and CSL, of ASCII letters and digits.
        title: What is cited.
        said: Who says it.
        documents: What it was read from.
        data_version: Version of the data; None where it is not ours.
        details: The ids, and the offsets of the words.
        has_points: Whether a place's point of GeoNames stands in it.
    """

    key: str
    title: str
    said: tuple[str, ...]
    documents: tuple[Document, ...]
    data_version: str | None
    details: str
    has_points: bool
    language: str

    @property
    def producer(self) -> str:
        """Who made the record from the document; nobody is named for data that is not ours."""
        return MAINTAINERS if self.data_version else ""

    @property
    def year(self) -> str:
        """Of the document's publication, as far as that is known."""
        dates = [document.published for document in self.documents if document.published]
        years = sorted({date.earliest.year for date in dates if date.earliest})
        return str(years[-1]) if years else ""

    @property
    def note(self) -> str:
        """Version, document and hash, as every style must say them."""
        parts = [f"Data version {self.data_version}"] if self.data_version else []
        parts += [f"document {document.id}, sha256 {document.sha256}" for document in self.documents]
        parts.append(self.details)
        if self.said:
            parts.append(f"said by {', '.join(self.said)}")
        if self.has_points:
            parts.append(f"points of places by {GEONAMES}, CC BY 4.0")
        return "; ".join(parts)


def cite(what: Citable, style: str = "text", *, language: str = "en") -> str:
    """A citation, with the data's version, the document and its hash.

    Args:
        what: A record, several, a dataset, or a derived value.
        style: "text" (after APA), "bibtex", "csl-json" or "cff" (a CITATION.cff file).
        language: "en" or "ar"; the title's, and in the style "text" that of all the words.

    Raises:
        NotFoundError: There is no such style or language.
        RecordError: It is nothing that can be cited.

    Example:
        >>> import raqqa_data as rd
        >>> print(cite(rd.reconstruction.bridges_rebuilt))
        The raqqa_data maintainers (2022). Bridges rebuilt over the Euphrates in Raqqa: 15 bridges, 2017-10/2022-10 ...
    """
    if style not in _STYLES:
        raise NotFoundError("citation style", style, _STYLES)
    if language not in LANGUAGES:
        raise NotFoundError("language", language, LANGUAGES)
    made = _STYLES[style](_reference(what, language))
    # what directs a line of print has no place in a field of data
    return made if style == "text" else made.translate({0x2068: None, 0x2069: None})


def _reference(what: Citable, language: str) -> _Reference:
    records = _records(what)
    documents = tuple({record.document.id: record.document for record in records}.values())
    agents = {
        agent.id: getattr(agent.name, language)
        for record in records
        for agent in (record.attributed_to, record.conveyed_by)
        if agent is not None
    }
    return _Reference(
        key=_key(what, records),
        title=_title(what, records, language),
        said=tuple(agents.values()),
        documents=documents,
        data_version=shipped_version({document.sha256 for document in documents}),
        details=_details(records),
        has_points=any(place.geonames for record in records for place in record.place.chain),
        language=language,
    )


def _records(what: object) -> tuple[Record, ...]:
    if isinstance(what, Record):
        return (what,)
    if isinstance(what, Derived):
        return what.records
    if isinstance(what, Dataset):
        return tuple(what.observations)
    if isinstance(what, Records):
        return tuple(cast("Iterable[Record]", what))
    raise RecordError("cite", "what", what, "must be a record, a dataset, observations, events or a derived value")


def _title(what: Citable, records: tuple[Record, ...], language: str) -> str:
    if isinstance(what, Derived):
        return _measured(what.name, (what.estimate, what.unit), what.period, language)
    if isinstance(what, Record):
        value = (what.estimate, what.unit) if isinstance(what, Observation) else None
        return _measured(what.name, value, what.period, language)
    names = list(dict.fromkeys(_document_name(record.document, language) for record in records))
    dataset = f"{type(what).__name__}: " if isinstance(what, Dataset) else ""
    counted = f"{len(records)} records" if language == "en" else f"سجلات عددها {len(records)}"
    return f"{dataset}{counted}، {'؛ '.join(names)}" if language == "ar" else f"{dataset}{counted}, {'; '.join(names)}"


def _measured(name: Name, value: tuple[Estimate, str] | None, period: Period | None, language: str) -> str:
    arabic = language == "ar"
    head = name.ar if arabic else name.en
    stated = f": {_amount(*value, language)}" if value else ""
    if period is None:
        return head + stated
    return f"{head}{stated}، {_ISOLATED.format(period)}" if arabic else f"{head}{stated}, {period}"


def _amount(estimate: Estimate, unit: str, language: str) -> str:
    if language == "en":
        from raqqa_data.records.display import amount

        return amount(estimate, unit)
    return amount_in_arabic(estimate, unit)


def amount_in_arabic(estimate: Estimate, unit: str) -> str:
    """An estimate with its unit in Arabic words, in the form that its number asks for.

    Example:
        >>> from raqqa_data.records import Estimate
        >>> amount_in_arabic(Estimate.stated(5), "bridge"), amount_in_arabic(Estimate.stated(15), "bridge")
        ('5 جسور', '15 جسرًا')
    """
    known = find_unit(unit)
    last = next((part for part in (estimate.best, estimate.high, estimate.low) if part is not None), None)
    unit_words = unit_in_arabic(unit, last)
    stated = [_spelt(part) for part in (estimate.best, estimate.low, estimate.high)]
    if estimate.wording != "vague":
        return _WORDINGS_AR[estimate.wording.value].format(*stated, unit_words)
    bounds = [f"{stated[1]} {unit_words} على الأقل"] * bool(stated[1])
    bounds += [f"{stated[2]} {unit_words} على الأكثر"] * bool(stated[2])
    return " و".join(bounds) or f"عدد غير محدد من {known.plural.ar}"


def unit_in_arabic(unit: str, value: float | None) -> str:
    """A unit as it stands after a number: three to ten in the plural, eleven to ninety-nine in the accusative singular.

    Example:
        >>> [unit_in_arabic("school", value) for value in (5, 15, 300)]
        ['مدارس', 'مدرسة', 'مدرسة']
        >>> unit_in_arabic("person", 181), unit_in_arabic("person", 300), unit_in_arabic("meter ** 2", 12)
        ('شخصًا', 'شخص', 'مترًا مربعًا')
    """
    known = find_unit(unit)
    last = value % 100 if isinstance(value, int) else None
    if last in _PLURAL:
        return known.plural.ar
    if last not in _ACCUSATIVE or known.dimension in {"ratio", "temperature"}:
        return known.label.ar
    noun, *others = known.label.ar.split()
    if others and others[0] in {"في", "لكل"}:
        return " ".join([_accusative(noun), *others])
    if not set(others) <= _ADJECTIVES:
        return known.label.ar
    return " ".join(map(_accusative, (noun, *others)))


def _accusative(word: str) -> str:
    if word.endswith(("ة", "اء")):
        return word
    return f"{word[:-1]}ًى" if word.endswith("ى") else f"{word}ًا"


def _spelt(part: float | None) -> str:
    return "" if part is None else f"{part:,}"


_PLURAL, _ACCUSATIVE = range(3, 11), range(11, 100)
# they agree with the noun before them; any other second word is what it is "of", and keeps its form
_ADJECTIVES = {"مربع", "مكعب", "متفجر"}
_WORDINGS_AR = {
    "exact": "{0} {3}",
    "about": "نحو {0} {3}",
    "nearly": "ما يقرب من {0} {3}",
    "more than": "أكثر من {0} {3}",
    "at least": "{0} {3} على الأقل",
    "less than": "أقل من {0} {3}",
    "at most": "{0} {3} على الأكثر",
    "up to": "حتى {0} {3}",
    "between": "بين {1} و{2} {3}",
}


def _document_name(document: Document, language: str) -> str:
    return getattr(document.name, language) if document.name else document.id


def _details(records: tuple[Record, ...]) -> str:
    shown = [f"{record.id} [{record.quote.start}:{record.quote.end}]" for record in records[:_FEW]]
    more = len(records) - _FEW
    return ", ".join([*shown, *([f"and {more:,} more"] if more > 0 else [])]) or "no records"


def _key(what: Citable, records: tuple[Record, ...]) -> str:
    if isinstance(what, Record):
        name = what.id
    elif isinstance(what, Derived):
        name = f"{what.operation}_{records[0].id}" if records else what.operation
    else:
        name = type(what).__name__.lower()
    return re.sub(r"[^A-Za-z0-9]+", "_", f"raqqa_data_{name}").strip("_")


def _as_text(reference: _Reference) -> str:
    arabic = reference.language == "ar"
    version = reference.data_version
    kind = ("مجموعة بيانات" if arabic else "Data set") + (
        (f"، الإصدار {version}" if arabic else f", version {version}") if version else ""
    )
    year = reference.year or ("د.ت." if arabic else "n.d.")
    sources = [
        (f"الوثيقة: {_ISOLATED.format(document.id)}، {_ISOLATED.format(f'sha256 {document.sha256}')}")
        if arabic
        else f"Read from {_document_name(document, 'en')} ({document.id}, sha256 {document.sha256})"
        for document in reference.documents
    ]
    said = "، ".join(reference.said) if arabic else ", ".join(reference.said)
    parts = [
        f"{'القائمون على ' + _ISOLATED.format('raqqa_data') if arabic else reference.producer} ({year})"
        if reference.producer
        else f"({year})",
        f"{reference.title} [{kind}]",
        *sources,
        _ISOLATED.format(reference.details) if arabic else reference.details,
        *([f"{'القائل' if arabic else 'Said by'}: {said}"] if said else []),
        *(
            [f"{'نقاط الأماكن' if arabic else 'Points of places'}: {_geonames(arabic=arabic)}"]
            if reference.has_points
            else []
        ),
    ]
    return ". ".join(parts) + "."


def _geonames(*, arabic: bool) -> str:
    return _ISOLATED.format(f"{GEONAMES}, CC BY 4.0") if arabic else f"{GEONAMES}, CC BY 4.0"


def _as_bibtex(reference: _Reference) -> str:
    fields = {
        "title": f"{{{_tex(reference.title)}}}",
        "author": f"{{{_tex(reference.producer)}}}",
        "year": reference.year,
        "version": _tex(reference.data_version or ""),
        "language": {"en": "english", "ar": "arabic"}[reference.language],
        "note": _tex(reference.note),
    }
    lines = [f"  {name} = {{{value}}}" for name, value in fields.items() if value.strip("{}")]
    return f"@misc{{{reference.key},\n" + ",\n".join(lines) + "\n}"


_TEX = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "&": r"\&",
    "%": r"\%",
    "$": r"\$",
    "#": r"\#",
    "_": r"\_",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}


def _tex(text: str) -> str:
    return " ".join("".join(_TEX.get(character, character) for character in text).split())


def _as_csl(reference: _Reference) -> str:
    item: dict[str, Any] = {
        "id": reference.key,
        "type": "dataset",
        "title": reference.title,
        **({"author": [{"literal": reference.producer}]} if reference.producer else {}),
        **({"issued": {"date-parts": [[int(reference.year)]]}} if reference.year else {}),
        **({"version": reference.data_version} if reference.data_version else {}),
        "language": reference.language,
        "note": reference.note,
    }
    return json.dumps([item], ensure_ascii=False, indent=2)


def _as_cff(reference: _Reference) -> str:
    # a JSON text is a YAML scalar too, so that nothing has to be escaped twice
    lines = [
        "cff-version: 1.2.0",
        "message: If you use this data, please cite it as below.",
        "type: dataset",
        f"title: {_yaml(reference.title)}",
        *([f"version: {_yaml(reference.data_version)}"] if reference.data_version else []),
        "authors:",
        f"  - name: {_yaml(reference.producer or ', '.join(reference.said) or 'unknown')}",
        f"abstract: {_yaml(reference.note)}",
        *([f"license: {LICENSE}"] if reference.data_version else []),
        "identifiers:",
        *_cff_identifiers(reference.documents),
    ]
    return "\n".join(lines if reference.documents else lines[:-1])


def _cff_identifiers(documents: Iterable[Document]) -> list[str]:
    lines: list[str] = []
    for document in documents:
        lines += [
            "  - type: other",
            f"    value: {_yaml(f'sha256:{document.sha256}')}",
            f"    description: {_yaml(f'hash of the document {document.id}')}",
        ]
    return lines


def _yaml(text: str) -> str:
    return json.dumps(" ".join(text.split()), ensure_ascii=False)


_STYLES: dict[str, Callable[[_Reference], str]] = {
    "text": _as_text,
    "bibtex": _as_bibtex,
    "csl-json": _as_csl,
    "cff": _as_cff,
}
