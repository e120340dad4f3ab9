"""Where each table of an annotation file stands, so that one is changed and every other character stays as it is."""

from __future__ import annotations

import contextlib
import json
import re
from collections import deque
from typing import TYPE_CHECKING, Any, cast

import attrs

from raqqa_data.building.annotations import NO_EVENT, TO_FILL_IN
from raqqa_data.catalogue.construction import is_table
from raqqa_data.errors import AnnotationError, NotFoundError, optional_module
from raqqa_data.records.place import Place
from raqqa_data.sources.toml import parse_toml

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from raqqa_data.records.indicator import Indicator
    from raqqa_data.records.provenance import Agent

Which = str | int
"""A table of a section by its id, or by its place in the file, from 0."""

_TOKEN = re.compile(
    r'"""(?:\\.|[^\\])*?"""(?!")'
    r"|'''.*?'''(?!')"
    r'|"(?:\\.|[^"\\\n])*"'
    r"|'[^'\n]*'"
    r"|(?P<comment>#[^\n]*)"
    r"|^[ \t]*\[\[?(?P<name>[^\[\]\n#]+)\]",
    re.MULTILINE | re.DOTALL,
)
"""What has to be told apart to find the heads of tables: a bracket in a text or a comment opens none."""

_STEPS = 4

_NOTE_OF_DROPPED = re.compile(
    r'# (?:no figure|the same as (?P<same>[\w.-]+)): (?P<phrase>".*") at (?P<start>\d{1,15})\s*', re.ASCII
)

_NOTE_OF_DATE = re.compile(rf'# {NO_EVENT}: (?P<phrase>".*?(?<!\\)") at (?P<start>\d{{1,15}})\b', re.ASCII)


@attrs.frozen
class Block:
    """The stretch of one table: the comments right above it, its head, its keys, and the tables inside it."""

    section: str
    start: int
    head: int
    end: int


@attrs.frozen
class Tables:
    """An annotation file's text, what it says, and where each of its tables stands.

    Attributes:
        text: The file.
        raw: What it says.
        blocks: Its tables, in order.
        comments: The comments that have a line of their own: where they begin, and their words.
    """

    text: str
    raw: dict[str, Any]
    blocks: tuple[Block, ...]
    comments: dict[int, str]

    def rows(self, section: str) -> list[dict[str, Any]]:
        """The tables of a section.

        Raises:
            AnnotationError: The section is something else than a list of tables.
        """
        rows: object = self.raw.get(section, [])
        if not isinstance(rows, list) or not all(is_table(row) for row in cast("list[object]", rows)):
            raise _otherwise(section)
        return cast("list[dict[str, Any]]", rows)

    def blocks_of(self, section: str) -> list[Block]:
        """Where the tables of a section stand, one for each row.

        Raises:
            AnnotationError: They are written in one line, or in another form that has no place of its own for each.
        """
        found = [block for block in self.blocks if block.section == section]
        expected = 1 if section == "document" else len(self.rows(section))
        if len(found) != expected:
            raise _otherwise(section)
        return found


class _Kept:
    """The files that were read last: each step of a change reads the file before it and the one behind it."""

    def __init__(self) -> None:
        self._files: deque[Tables] = deque(maxlen=_STEPS)

    def of(self, toml: str) -> Tables | None:
        return next((tables for tables in tuple(self._files) if tables.text == toml), None)

    def keep(self, tables: Tables) -> Tables:
        self._files.append(tables)
        return tables


_KEPT = _Kept()


def tables_of(toml: str) -> Tables:
    """Read an annotation file with the places of its tables; what it says is kept, and not to be changed.

    Raises:
        AnnotationError: It is not TOML.
    """
    kept = _KEPT.of(toml)
    if kept is not None:
        return kept
    raw = parse_toml(toml, "annotations", AnnotationError)
    comments, heads = _comments_and_heads(toml)
    blocks: list[Block] = []
    for name, head in heads:
        section, _, inner = name.partition(".")
        section = section.strip(" \t\"'")
        start = head
        while (above := toml.rfind("\n", 0, max(start - 1, 0)) + 1) < start and above in comments:
            start = above
        if inner and blocks and blocks[-1].section == section:
            continue
        if blocks:
            blocks[-1] = attrs.evolve(blocks[-1], end=start)
        blocks.append(Block(section, start, head, len(toml)))
    return _KEPT.keep(Tables(toml, raw, tuple(blocks), comments))


def _comments_and_heads(toml: str, from_: int = 0) -> tuple[dict[int, str], list[tuple[str, int]]]:
    """The comments that have a line of their own, and the heads of tables, each with where it stands."""
    comments: dict[int, str] = {}
    heads: list[tuple[str, int]] = []
    for found in _TOKEN.finditer(toml):
        line = toml.rfind("\n", 0, found.start()) + 1
        if found["comment"] and not toml[line : found.start()].strip("\ufeff \t"):
            comments[from_ + line] = found["comment"]
        elif found["name"]:
            heads.append((found["name"], from_ + found.start()))
    return comments, heads


def with_values(tables: Tables, block: Block, values: Mapping[str, object]) -> str:
    """One table, from its head on, with other values; None takes a key away. Comments and order stay.

    Raises:
        AnnotationError: The table is written in a form that cannot be changed alone.
        MissingExtraError: tomlkit is not installed.
    """
    tomlkit = optional_module("tomlkit", "annotate")
    written = tables.text[block.head : block.end]
    body = written.rstrip()
    try:
        parsed = tomlkit.parse(f"{body}\n")
        table = parsed[block.section]
        table = table if block.section == "document" else table[0]
        proposed = "annotation" in table
        for key, value in values.items():
            if value is None:
                table.pop(key, None)
            elif is_table(value) and isinstance(table.get(key), tomlkit.items.Table):
                for inner in [inner for inner in table[key] if inner not in value]:
                    table[key].pop(inner)
                table[key].update(value)
            elif key in table and is_table(value) == is_table(table[key]):
                table[key] = inline(value)
                if proposed:  # what the draft says of its value does not hold for another one
                    table[key].trivia.comment_ws = table[key].trivia.comment = ""
            else:
                table.pop(key, None)
                table.add(key, inline(value))
        changed = parsed.as_string().rstrip()
    except (tomlkit.exceptions.TOMLKitError, KeyError, TypeError, AttributeError) as error:
        raise _otherwise(block.section) from error
    return f"{changed}{written[len(body) :]}"


def written(section: str, row: Mapping[str, object]) -> str:
    """A table as it is written: its head, and a line for each key.

    Raises:
        MissingExtraError: tomlkit is not installed.
    """
    lines = [f"{key} = {inline(value).as_string()}" for key, value in row.items() if value is not None]
    return "\n".join([f"[[{section}]]", *lines]) + "\n"


def row_of(one: Agent | Place | Indicator) -> dict[str, Any]:
    """An agent, place or indicator as a file defines it.

    Example:
        >>> from raqqa_data import Agent, Name
        >>> row_of(Agent("jisr", name=Name("Jisr", "جسر")))
        {'id': 'jisr', 'name': {'en': 'Jisr', 'ar': 'جسر'}}
    """
    row = {key: value for key, value in attrs.asdict(one, recurse=False).items() if value is not None}
    row["name"] = {"en": one.name.en, "ar": one.name.ar}
    if isinstance(one, Place) and one.within is not None:
        row["within"] = one.within.id
    return {key: str(value) if isinstance(value, str) else value for key, value in row.items()}


def inline(value: object) -> Any:
    """A value in one line, as tomlkit holds it."""
    tomlkit = optional_module("tomlkit", "annotate")
    if not is_table(value):
        return tomlkit.item(value)
    table = tomlkit.inline_table()
    table.update(value)
    return table


def index_of(tables: Tables, section: str, which: Which) -> int:
    """The place of a table in its section, from 0.

    Raises:
        NotFoundError: There is none.
    """
    rows = tables.rows(section)
    for index, row in enumerate(rows):
        if which in {index, row.get("id")} and not isinstance(which, bool):
            return index
    raise NotFoundError(section, which, [str(row.get("id")) for row in rows])


def rewritten(tables: Tables, section: str, index: int, values: Mapping[str, object]) -> str:
    """The file with other values in one table, and all else as it was; None takes a key away.

    Raises:
        AnnotationError: The file is written in a form that cannot be changed so.
        MissingExtraError: tomlkit is not installed.
    """
    block = tables.blocks_of(section)[index]
    new = with_values(tables, block, values)
    before: dict[str, Any] = tables.raw[section] if section == "document" else tables.rows(section)[index]
    row = before | {key: value for key, value in values.items() if value is not None}
    for key in [key for key, value in values.items() if value is None]:
        del row[key]
    # a table that can be read alone, and says what it should, says so in the file too
    if parse_toml(new, "annotations", AnnotationError) != {section: row if section == "document" else [row]}:
        raise _otherwise(section)
    _keep_with(tables, block, new, row, index)
    return f"{tables.text[: block.head]}{new}{tables.text[block.end :]}"


def _keep_with(tables: Tables, block: Block, new: str, row: dict[str, Any], index: int) -> None:
    """Keep the file with another table in place of one, without reading all of it again."""
    if new.rstrip().rpartition("\n")[2].lstrip().startswith("#"):
        return  # a comment at the end of a table may now be one above the next
    section, more = block.section, len(new) - (block.end - block.head)
    rows: list[dict[str, Any]] = [] if section == "document" else tables.rows(section)
    within, _ = _comments_and_heads(new, block.head)
    before = {at: words for at, words in tables.comments.items() if at < block.head}
    behind = {at + more: words for at, words in tables.comments.items() if at >= block.end}
    _KEPT.keep(
        Tables(
            f"{tables.text[: block.head]}{new}{tables.text[block.end :]}",
            tables.raw | {section: row if section == "document" else [*rows[:index], row, *rows[index + 1 :]]},
            tuple(
                one
                if one.end <= block.start
                else attrs.evolve(one, end=one.end + more)
                if one is block
                else Block(one.section, one.start + more, one.head + more, one.end + more)
                for one in tables.blocks
            ),
            before | within | behind,
        )
    )


def proven(new: str, expected: Mapping[str, Any], section: str) -> str:
    """The new text, once it is seen to say what is expected and nothing else.

    Raises:
        AnnotationError: It says something else.
    """
    found = tables_of(new).raw
    if all(found.get(key, []) == expected.get(key, []) for key in {*found, *expected}):
        return new
    raise _otherwise(section)


def inserted(toml: str, at: int, table: str) -> str:
    """The file with a table put in, an empty line before it and after it."""
    before, after = toml[:at].rstrip("\n"), toml[at:].lstrip("\n")
    return "\n\n".join(filter(None, [before, table.rstrip("\n") + ("" if after else "\n"), after]))


def after_the_head(tables: Tables) -> int:
    """Where the first table goes that others may name."""
    for block in tables.blocks:
        if block.section == "document":
            return block.end
    return tables.blocks[0].start if tables.blocks else len(tables.text)


def is_open(value: object) -> bool:
    """Whether something in a value is still to be filled in."""
    if is_table(value):
        return any(is_open(inner) for inner in value.values())
    return isinstance(value, str) and TO_FILL_IN in value


def dropped(tables: Tables) -> Iterator[tuple[str, int, str | None]]:
    """The phrases told to be no figure, or the same as another: phrase, start, and the id of that other.

    Example:
        >>> list(dropped(tables_of('# no figure: "15" at 20')))
        [('15', 20, None)]
    """
    for words in tables.comments.values():
        if found := _NOTE_OF_DROPPED.fullmatch(words):
            with contextlib.suppress(ValueError):  # a person's own words
                yield str(json.loads(found["phrase"])), int(found["start"]), found["same"]


def dates_of_no_event(tables: Tables) -> Iterator[dict[str, Any]]:
    """The dates that a draft found no event for, as far as an event's table says the same of its phrase."""
    for words in tables.comments.values():
        if found := _NOTE_OF_DATE.match(words):
            with contextlib.suppress(ValueError):  # a person's own words
                yield {"phrase": str(json.loads(found["phrase"])), "start": int(found["start"])}


def note_of_dropped(row: Mapping[str, object], same_as: str | None) -> str:
    """The comment that stands where a table stood."""
    why = "no figure" if same_as is None else f"the same as {same_as}"
    return f"# {why}: {json.dumps(row.get('phrase', ''), ensure_ascii=False)} at {row.get('start')}"


def _otherwise(section: str) -> AnnotationError:
    problem = f"is written in a form that is not changed here: write each as a table of its own, under [[{section}]]"
    return AnnotationError("annotations", [(section, problem)])
