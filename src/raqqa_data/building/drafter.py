"""A first annotation file for a document: every mention found, with the rest marked to be filled in."""

from __future__ import annotations

import re
from numbers import Real
from pathlib import PurePath
from typing import TYPE_CHECKING

from raqqa_data.building.annotations import TO_FILL_IN
from raqqa_data.building.dateline import dateline
from raqqa_data.building.document_defaults import overall
from raqqa_data.building.documents import Document as Given
from raqqa_data.building.documents import id_of, sha256_of, source_of
from raqqa_data.building.draft_file import Draft, DraftedObservation
from raqqa_data.building.draft_toml import (
    OPEN,
    date_table,
    figure_table,
    left_out,
    named_table,
    quoted,
    references,
    table,
)
from raqqa_data.building.proposals import propose
from raqqa_data.building.proposals.reference.known_names import known_from
from raqqa_data.building.proposals.words.transliteration import python_name
from raqqa_data.building.quoted_phrase import date, needs_hijri, quotable
from raqqa_data.errors import FileError, RecordError
from raqqa_data.reading import Kind, Mention
from raqqa_data.reading.reader import read_reference, read_supposing
from raqqa_data.reading.text.folding import fold
from raqqa_data.records.period import Period, Precision
from raqqa_data.records.provenance import Document

if TYPE_CHECKING:
    import datetime as dt
    import os
    from collections.abc import Iterable

    from raqqa_data.building.proposals import Proposals
    from raqqa_data.sources import Source

_HEAD = f"""\
# Annotations, drafted from the document: every figure and date that was found, in the order of the text.
# What is proposed stands with the words that speak for it. Check it against the sentence, put right what is wrong, then
# delete the line `annotation = "proposed"`: by that you confirm the figure.
# Wherever it says "{TO_FILL_IN}", nothing in the text speaks for an answer: write it; delete tables you do not need.
# What a phrase was read as stands under `reads`: check it, do not edit it. `build` refuses what is left open.
"""
_DATE, _NO_FIGURES = Kind.DATE, frozenset({Kind.DATE, Kind.ORDINAL})
_ARABIC = re.compile("[ء-ي]")
_NO_EVENT = "names nothing that happened"
_SOME_DAY = Period("2000-06-15")
GIVEN = "as it was given; the document itself says"
"""What a draft says where it was given another day of publication than the document states."""
_RELATIVE = "counted from a day that is not known: fill in `published` and `build` reads it, or draft with `reference`"
_HIJRI = "a Hijri date needs raqqa_data[hijri] to be read: pip install 'raqqa_data[hijri]'"


def draft(
    document: Given,
    *,
    document_id: str = TO_FILL_IN,
    language: str = "ar",
    reference: dt.date | Period | str | None = None,
    known: str | os.PathLike[str] | None = None,
    country: str | None = None,
    singulars: bool = False,
    voice: str | None = None,
    place: str | None = None,
    until_published: bool = False,
    least: float = 0,
) -> Draft:
    """Write a first annotation file (TOML) for a document, filled in as far as the document says.

    Args:
        document: The document's text, the path (`pathlib.Path`) of its file, or what `open_source` made of it.
        document_id: What to call the document: lower-case ASCII letters and digits, joined by hyphens; after its file
            when left out.
        language: BCP 47 tag of its language.
        reference: When it was published, which "yesterday" is counted from: a date, a Period, or either as ISO text.
            Without it the day counts that the document's file states, or a line at the head of the text behind the name
            of a place («دمشق، 16 آذار 2024»); where neither does, such dates stand in the draft with a comment, unread.
        known: Your own reference file (TOML), its path or its text: agents, places, indicators and events with the
            names they go by; they go before the lists that ship.
        country: ISO 3166 code of the country whose lira, pound or dinar is meant where the text does not say it.
            Without it, it is the one country that the text speaks of and that has such money, if there is one.
        singulars: Whether a noun of people in the singular stands for one where a word says what befell them, as for
            `read`. `build` takes such a phrase where it `reads` "1".
        voice: Who speaks where the text names nobody, as a monitor does in its own reports: the id or a name of an
            agent that is listed or in your reference file.
        place: Where the figures are for which the text names no place, as all of a report on one province: the id or a
            name of a place that is listed or in your reference file. It counts for no text that names only places
            elsewhere.
        until_published: Whether what no words date was by the day of publication: `../2022-10-20`, marked as inferred.
            What a sentence tells as still to come stays open.
        least: How often a rule has to be right, from 0 to 1, for what it proposes (`Proposal.strength`): with 0.85 more
            stays open, and more of what is filled in is right.

    Returns:
        The annotations, a `str` that is the TOML: hash, length, phrases, offsets and readings filled in. Beneath each
        figure's sentence stands what is proposed of it, each with the words that speak for it; what nothing speaks for
        is marked "FILL IN". What no record can hold, a date of no event and a figure told again are there as comments
        that say why.

    Raises:
        FileError: The file cannot be read or is not UTF-8.
        RecordError: The id is no id, the language is empty, or `least` lies outside 0 to 1.
        ReadingError: The reference is no date, or the country, the voice or the place is no text.
        PeriodError: The reference is no date of the EDTF subset.
        NotFoundError: No country has that code, or no agent or place that name.
        AnnotationError: The reference file is broken.

    Example:
        >>> import raqqa_data as rd
        >>> text = rd.draft("زرعت البلدية أكثر من 40 شجرة.", document_id="trees")
        >>> print(text[text.index("indicator = "):text.index("place = ")].rstrip())
        indicator = "trees_planted"  # what: «زرعت», «شجرة»
        phrase = "أكثر من 40 شجرة"
        start = 13
        reads = "more than 40"
    """
    if not _is_share(least):
        raise RecordError("draft", "least", least, "give a share from 0 to 1, such as 0.85")
    source = source_of(document, FileError, "document")
    text = source.text
    if document_id == TO_FILL_IN and not isinstance(document, str):
        document_id = id_of(source) or document_id
    listed = known_from(known)
    line = dateline(text, listed) if source.published is None else None
    stated = source.published if line is None else line.period
    published = stated if reference is None else read_reference(reference)
    stated_by = None if line is None else f"its head says so: «{line.words}»"
    if reference is not None:
        stated_by = f"{GIVEN} {stated}" if stated is not None and stated != published else None
    given = overall(listed, voice=voice, place=place, until=published if until_published else None)
    folded = fold(text)
    # counted from a day, every date is read
    supposed = None if published is not None and published.precision is Precision.DAY else _SOME_DAY
    mentions, otherwise = read_supposing(
        source, folded, reference=published, supposed=supposed, country=country, singulars=singulars
    )
    relative = _unanchored(mentions, otherwise)
    head = Document(
        "unnamed" if document_id == TO_FILL_IN else document_id,
        language=language,
        sha256=source.sha256 if isinstance(document, str) else sha256_of(text),
        characters=len(text),
        published=published,
    )
    hidden = _covered(relative)
    told = [mention for mention in mentions if mention.start not in hidden]
    dataset = "figures" if document_id == TO_FILL_IN else python_name(document_id)
    proposed = propose(
        folded, told, listed, unread=relative, published=published, dataset=dataset, parts=source.parts, least=least
    )
    given = given.of_document(proposed.places.values())
    figures = [quotable(proposed.meant(mention), text) for mention in told if mention.kind not in _NO_FIGURES]
    dates = [mention for mention in told if mention.kind is _DATE]
    tables = [
        _HEAD,
        'data_version = "0.1.0"\n',
        table("document", _document(head, document_id, stated_by, _name_of(source))),
        *references(proposed, given),
        *(figure_table(text, figure, proposed, given) for figure in figures),
        *(
            _date(mention, head, proposed, _RELATIVE if mention in relative else "")
            for mention in sorted([*dates, *relative], key=lambda mention: mention.start)
        ),
        *map(named_table, proposed.undated),
    ]
    unbuildable = {figure.start: reason for figure in figures if (reason := left_out(figure, proposed)) is not None}
    passed_over = [(figure, unbuildable[figure.start]) for figure in figures if figure.start in unbuildable]
    events = proposed.events.keys() | proposed.unclear
    passed_over += [(date, _NO_EVENT) for date in (*dates, *relative) if date.start not in events]
    drafted = tuple(
        DraftedObservation(
            id=proposed.ids[figure.start],
            mention=figure,
            proposals=tuple(proposed.answers[figure.start].values()),
        )
        for figure in figures
        if figure.start not in unbuildable
    )
    return Draft("\n".join(tables), text, drafted, tuple(sorted(passed_over, key=lambda row: row[0].start)))


def _is_share(value: object) -> bool:
    return isinstance(value, Real) and 0 <= float(value) <= 1


def _unanchored(mentions: Iterable[Mention], otherwise: Iterable[Mention]) -> list[Mention]:
    """Dates that are read only once it is known from when they are counted, such as "yesterday"."""
    others = [date for date in otherwise if date.kind is Kind.DATE and date.period is not None]
    if not others:
        return []
    dates = [mention for mention in mentions if mention.kind is Kind.DATE]
    as_read = {(date.start, date.end, date.period) for date in dates}
    dated = _covered(date for date in dates if date.period is not None and not date.period.edtf.startswith("XXXX"))
    return [date for date in others if date.start not in dated and (date.start, date.end, date.period) not in as_read]


def _covered(mentions: Iterable[Mention]) -> frozenset[int]:
    """The offsets of the text that mentions take up."""
    return frozenset(offset for mention in mentions for offset in range(mention.start, mention.end))


def _document(document: Document, document_id: str, stated_by: str | None, name: str) -> dict[str, str]:
    published = OPEN if document.published is None else quoted(document.published.edtf)
    return {
        "id": quoted(document_id),
        "name": f"{name}  # what it is and who wrote it, in words of your own",
        "language": quoted(document.language),
        "sha256": quoted(document.sha256),
        "characters": str(document.characters),
        "published": published if stated_by is None else f"{published}  # {stated_by}",
    }


def _name_of(source: Source) -> str:
    """What to call a document: in English as its file, in Arabic by its title, where it has them."""
    file = PurePath(source.name)
    names = [name if name.isprintable() else "" for name in (file.name if file.suffix else "", source.title or "")]
    english, arabic = names[0], names[1] if _ARABIC.search(names[1]) else names[0]
    return f"{{ en = {quoted(english) if english else OPEN}, ar = {quoted(arabic) if arabic else OPEN} }}"


def _date(mention: Mention, document: Document, proposed: Proposals, comment: str) -> str:
    said: dict[str, str] = {}
    if comment or needs_hijri(mention):
        comment = comment or _HIJRI
    elif mention.period is None:
        said = {"period": OPEN, "inferred": OPEN}
    elif mention.start not in proposed.events or (alone := date(mention.text, document)) == mention.period:
        said = {"reads": quoted(str(mention.period))}
    else:  # the words around it say more than the phrase that `build` reads
        said = {"period": quoted(mention.period.edtf), "inferred": quoted(_reason(mention, alone))}
    return date_table(mention, said, proposed, comment)


def _reason(mention: Mention, alone: Period | None) -> str:
    if mention.anchor is not None and mention.anchor.span is not None:
        return f"counted from «{mention.anchor.span.text}»"
    return (
        "the words around it say which one is meant"
        if alone is not None
        else "the words around it say that it is a date"
    )
