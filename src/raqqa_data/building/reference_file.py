"""A person's reference file with one more name, or one more agent, place, indicator or event."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

from raqqa_data.building.annotation_tables import Tables, inserted, proven, rewritten, row_of, tables_of, written
from raqqa_data.building.proposals.reference.known_names import known_from
from raqqa_data.building.proposals.reference.reference_list import SECTIONS, listed_in
from raqqa_data.catalogue.construction import is_table
from raqqa_data.errors import AnnotationError, NotFoundError, Problem
from raqqa_data.reading.text.folding import fold_word

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from raqqa_data.records.place import Place
    from raqqa_data.records.provenance import Agent

_PLACES = ("within", "place")


def with_known(
    toml: str, section: str, row: Mapping[str, object], aliases: Sequence[str] = (), *, name: str = "reference"
) -> str:
    """A reference file that knows an agent, place, indicator or event by some names more.

    Args:
        toml: The file's text; all else in it is as it was.
        section: "agent", "place", "indicator" or "event".
        row: Its keys, as they stand in the file. For one that the file has, its id is enough, and keys that it lacks
            there are filled in; so is the id for one that ships, and a place that ships is taken over where the row
            lies in it.
        aliases: The Arabic names that it goes by, besides its own.
        name: What to call the file in an error.

    Raises:
        AnnotationError: The file is broken, or what is added does not fit it; every problem with its path.
        NotFoundError: There is no such section.
        MissingExtraError: tomlkit is not installed.

    Example:
        >>> text = with_known("", "agent", {"id": "jisr", "name": {"en": "Jisr", "ar": "جمعية جسر"}}, ["جسر"])
        >>> print(with_known(text, "agent", {"id": "jisr"}, ["الجمعية"]), end="")
        [[agent]]
        id = "jisr"
        name = {en = "Jisr", ar = "جمعية جسر"}
        aliases = ["جسر", "الجمعية"]
    """
    if section not in SECTIONS:
        raise NotFoundError("section", section, SECTIONS)
    try:
        listed_in(toml, name)
        return _extended(toml, section, row, aliases, name)
    except AnnotationError as error:
        raise AnnotationError(name, error.problems) from error


def _extended(toml: str, section: str, row: Mapping[str, object], aliases: Sequence[str], name: str) -> str:
    tables = tables_of(toml)
    rows = tables.rows(section)
    index = next((at for at, known in enumerate(rows) if known.get("id") == row.get("id")), None)
    if index is None:
        made = dict(row) if "name" in row else _shipped(section, row, f"{section}[{len(rows)}]")
        for place in filter(None, map(made.get, _PLACES)):
            toml = _with_shipped_place(toml, place, name)
        new = _appended(tables_of(toml), section, made | ({"aliases": list(aliases)} if aliases else {}))
    else:
        known = rows[index]
        if other := [key for key in row if key in known and not _says(known[key], row[key])]:
            problems = [
                Problem(f"{section}[{index}].{key}", "is another one there; change it in the file") for key in other
            ]
            raise AnnotationError(name, problems)
        values: dict[str, object] = {key: value for key, value in row.items() if key not in known}
        for place in filter(None, map(values.get, _PLACES)):
            toml = _with_shipped_place(toml, place, name)
        before: list[str] = known.get("aliases", [])
        if more := [alias for alias in dict.fromkeys(aliases) if alias not in before]:
            values["aliases"] = [*before, *more]
        new = rewritten(tables_of(toml), section, index, values) if values else toml
    listed = listed_in(new, name)
    if problems := [*_named_twice(listed[section], section, tables_of(new))]:
        raise AnnotationError(name, problems)
    return new


def _says(known: object, given: object) -> bool:
    """Whether a file says what is given; of a name one language may be given."""
    return known == given or (is_table(known) and is_table(given) and known.items() >= given.items())


def _appended(tables: Tables, section: str, row: dict[str, Any]) -> str:
    blocks = tables.blocks_of(section)
    expected = copy.deepcopy(tables.raw)
    expected.setdefault(section, []).append(row)
    at = blocks[-1].end if blocks else len(tables.text)
    return proven(inserted(tables.text, at, written(section, row)), expected, section)


def _shipped(section: str, row: Mapping[str, object], path: str) -> dict[str, Any]:
    """What ships under an id, as a row with what is given of it."""
    known = known_from()
    shipped: list[Agent | Place] = [*known.agents.values(), *known.places.values()]
    for one in shipped:
        if one.id == row.get("id") and isinstance(one, SECTIONS[section]):
            return row_of(one) | dict(row)
    problem = f"{row.get('id')!r} is new here, and needs a name in English and in Arabic"
    raise AnnotationError("reference", [Problem(f"{path}.name", problem)])


def _with_shipped_place(toml: str, place: object, name: str) -> str:
    """The file with a place that ships, and those that it lies in, where it lacks them."""
    if any(known.get("id") == place for known in tables_of(toml).rows("place")):
        return toml
    if all(one.id != place for one in known_from().places.values()):
        return toml  # which `listed_in` will say
    return _extended(toml, "place", {"id": place}, (), name)


def _named_twice(listed: list[tuple[Any, list[str]]], section: str, tables: Tables) -> Iterator[Problem]:
    """Names that two of one section go by, so that only the first would ever be found."""
    named: dict[str, str] = {}
    for one, names in listed:
        index = next(at for at, row in enumerate(tables.rows(section)) if row.get("id") == one.id)
        for each in names:
            other = named.setdefault(fold_word(each), one.id)
            if other != one.id:
                yield Problem(f"{section}[{index}]", f"{each!r} names {other!r} already")
