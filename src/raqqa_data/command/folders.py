"""`draft` and `build` of a whole folder: each document with its files beside it, as `annotate` keeps them."""

from __future__ import annotations

import os
import re
import shlex
import sys
from collections import Counter
from typing import TYPE_CHECKING, Any

import attrs
import typer

from raqqa_data.annotate.folder import Folder, ids_of
from raqqa_data.annotate.worksheet import ANNOTATIONS, CATALOGUE, Drafting, Worksheet
from raqqa_data.building.annotations import STILL_OPEN, TO_FILL_IN
from raqqa_data.building.drafter import GIVEN
from raqqa_data.command import complaints, terminal
from raqqa_data.command.deliveries import print_json
from raqqa_data.errors import AnnotationError, RaqqaDataError, harmless_lines, optional_module
from raqqa_data.sources.opening import SHEETS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from raqqa_data.building.draft_file import Draft
    from raqqa_data.building.draft_records import Unrecorded

Row = dict[str, Any]
DRAFTED, BUILT = ("figures", "proposals", "left"), ("observations", "events")
VERIFIED = ("checked", "findings")
"""What is counted of each document."""
_SHOWN = 3
_OF_ALL = {"observation.period": "--until-published", "observation.place": "--place"}
"""The options that fill in a field for a whole document."""
_INDEX = re.compile(r"\[\d+\]")


def draft_all(folder: Path, drafting: Drafting, *, update: bool, as_json: bool) -> None:
    """Draft each document of a folder that has no annotations yet; what a person has begun stays as it is.

    Args:
        folder: The folder.
        drafting: How a document is drafted.
        update: Whether annotations that are there are brought up to date, but for what a person wrote in them.
        as_json: Whether to print JSON.

    Raises:
        AnnotationError: The reference file is broken.
        NotFoundError: No country has that code, or no agent that name.
        FileError: There is no document in the folder.
        MissingExtraError: tomlkit is not installed.
        Exit: With 2, where a document cannot be read; the others are drafted all the same.
    """
    undated: list[str] = []
    contrary: list[str] = []

    def work(sheet: Worksheet) -> Row:
        name = f"{sheet.document.name}{ANNOTATIONS}"
        if update and os.path.lexists(sheet.annotations):
            made_now, left, is_new = sheet.update()
            return {"file": name, "became": "updated" if is_new else "kept", **counts(made_now), "left": left}
        drafted = sheet.draft()
        if drafting.until_published and drafted is not None and is_undated(drafted):
            undated.append(sheet.document.name)
        if drafted is not None and GIVEN in drafted:
            contrary.append(sheet.document.name)
        return {"file": name, "became": "kept"} if drafted is None else {"file": name, **counts(drafted)}

    optional_module("tomlkit", "annotate")
    drafting.check()
    tell_passed_over(Folder(folder, drafting))
    try:
        _each(folder, drafting, work, DRAFTED, as_json=as_json)
    finally:
        if undated:
            told = f"--until-published dates nothing in {len(undated)} documents whose day is not known"
            _tell([f"{told}: {_begun(undated)}"])
        if contrary:
            _tell([f"--reference goes before another day of publication, as stated by: {_begun(contrary)}"])


def tell_passed_over(folder: Folder) -> None:
    """Name the files of a folder that are no documents, and what makes documents of them."""
    for name in folder.passed_over():
        told = f"raqqa-data: {name}: holds many texts, or none; raqqa-data split makes a file of each text, to draft"
        if name.lower().endswith(SHEETS):
            told = f"raqqa-data: {name}: raqqa-data draft takes its cells, named alone; split makes a file of each row"
        print(harmless_lines(told), file=sys.stderr)
    for kind, names in folder.foreign().items():
        _tell([f"{_begun(names)}: {len(names):,} not opened, {kind.what}: {kind.instead}"])


def is_undated(drafted: Draft) -> bool:
    """Whether the day of publication is still to be filled in, so that nothing can be dated by it."""
    return f'published = "{TO_FILL_IN}"' in drafted


def build_all(folder: Path, *, proposed: bool, partial: bool, as_json: bool) -> None:
    """Make a catalogue of each document of a folder that has annotations.

    Raises:
        FileError: There is no document in the folder.
        Exit: With 1, where annotations do not fit; with 2, where a file cannot be read. The others are built all the
            same.
    """

    def work(sheet: Worksheet) -> Row:
        if not os.path.lexists(sheet.annotations):
            return {"became": "not annotated"}
        made, left = sheet.make_partly() if partial else (sheet.make(proposed=proposed), ())
        held = {"observations": len(made.observations), "events": len(made.events)}
        told = {"left": len(left), "left_out": [attrs.asdict(one) for one in left]} if partial else {}
        incomplete.extend(one for one in left if one.missing)
        return {"file": f"{sheet.document.name}{CATALOGUE}", **held, **told}

    incomplete: list[Unrecorded] = []
    try:
        _each(folder, Drafting(), work, (*BUILT, "left") if partial else BUILT, as_json=as_json)
    finally:
        if incomplete:
            # a name is one in two languages
            missing = Counter(
                field for one in incomplete for field in {each.partition(".")[0]: 0 for each in one.missing}
            )
            fields = ", ".join(f"{field} ({count:,})" for field, count in missing.most_common())
            _tell([f"figures left out: {len(incomplete):,}; no words of theirs say: {fields}; --json lists them"])
            _tell(_advice(f"observation.{field}" for field in missing))


def verify_all(folder: Path, *, as_json: bool) -> None:
    """Check each catalogue of a folder against the document that it stands beside.

    Raises:
        FileError: There is no document in the folder.
        Exit: With 1, where there are findings; with 2, where a file cannot be read. The others are checked all the
            same.
    """
    differ: list[str] = []

    def work(sheet: Worksheet) -> Row:
        report = sheet.verify()
        if report is None:
            return {"became": "not built"}
        name = os.path.relpath(sheet.document, folder)
        if not report.ok:
            differ.append(name)
            _tell(_shortened([f"{name}: {finding}" for finding in report], name))
        told = {"told": [attrs.asdict(finding) for finding in report]} if as_json else {}
        return {
            "became": "as built" if report.ok else "differs",
            **dict(zip(VERIFIED, (report.checked, len(report)), strict=True)),
            **told,
        }

    _each(folder, Drafting(), work, VERIFIED, as_json=as_json)
    if differ:
        raise typer.Exit(complaints.FOUND)


def _advice(fields: Iterable[str]) -> list[str]:
    """What a person may say of whole documents where no words tell it."""
    lacking = {*fields}
    options = " ".join(option for field, option in _OF_ALL.items() if field in lacking)
    return [f"what no words tell, say of whole documents: draft --update-all {options}"] if options else []


def counts(drafted: Draft) -> dict[str, int]:
    """How much of a draft is filled in."""
    numbers = len(drafted.observations), len(drafted.proposals), drafted.count(TO_FILL_IN) - 1
    return dict(zip(DRAFTED, numbers, strict=True))


class _Open:
    """What annotations of a folder leave open, told once and not for each document."""

    def __init__(self) -> None:
        self._fields: Counter[str] = Counter()
        self._lines: dict[str, list[str]] = {}

    def takes(self, error: RaqqaDataError, name: str, lines: list[str]) -> bool:
        """Whether nothing else is wrong with a document's annotations."""
        problems = error.problems if isinstance(error, AnnotationError) else ()
        if not problems or any(problem.message != STILL_OPEN for problem in problems):
            return False
        # a name is one in two languages
        fields = dict.fromkeys(".".join(problem.path.split(".")[:2]) for problem in problems)
        self._fields.update(_INDEX.sub("", field) for field in fields)
        self._lines[name] = lines
        return True

    def told(self, folder: Path) -> list[str]:
        """What is open, most often first, and what to do; of one document each of its places."""
        if not self._lines:
            return []
        (name, lines), *others = self._lines.items()
        if not others:
            return _shortened(lines, name)
        fields = ", ".join(f"{field} ({count:,})" for field, count in self._fields.most_common())
        page = shlex.join(["raqqa-data", "annotate", str(folder)])
        return [
            f"{len(self._lines):,} documents are not built, for they leave open: {fields}: {_begun([*self._lines])}",
            f"fill it in there, or on the page of {page}; --partial takes what leaves nothing open, --json lists all",
            *_advice(self._fields),
        ]


def _begun(names: list[str]) -> str:
    return ", ".join(names[:_SHOWN]) + (", ..." if len(names) > _SHOWN else "")


def _shortened(lines: list[str], name: str) -> list[str]:
    """The first problems of a document: three hundred drafts have some six thousand blanks."""
    more = len(lines) - _SHOWN
    return lines if more < 2 else [*lines[:_SHOWN], f"{name}: {more} more problems; --json lists them"]  # noqa: PLR2004


def _tell(lines: list[str]) -> None:
    for line in lines:
        print(harmless_lines(f"raqqa-data: {line}"), file=sys.stderr)


def _each(
    folder: Path, drafting: Drafting, work: Callable[[Worksheet], Row], counted: tuple[str, ...], *, as_json: bool
) -> None:
    """Do the work for each document, tell what became of it, and go on where one fails."""
    rows: list[Row] = []
    codes = {0}
    left_open = _Open()
    ids = ids_of(sorted(Folder(folder, drafting).every_name()))
    for name in terminal.watched([*ids]):
        try:
            rows.append({"document": name, "became": "written", **work(Worksheet(folder / name, drafting, ids[name]))})
        except RaqqaDataError as error:
            codes.add(complaints.exit_code(error))
            lines = complaints.as_lines(error)
            rows.append({"document": name, "became": "failed", "problems": lines})
            if not left_open.takes(error, name, lines):
                _tell(_shortened(lines, name))
    _tell(left_open.told(folder))
    if as_json:
        print_json(rows)
    else:
        terminal.show_folder(rows, counted)
    if code := max(codes):
        raise typer.Exit(code)
