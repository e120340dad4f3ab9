"""The errors of raqqa_data: one base, each carrying the data it speaks of and saying what to do."""

from __future__ import annotations

import importlib
import re
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

_LONGEST_NAME = 80
_MOST_COMPARED = 300
_MOST_HINTS = 20
_MOST_SHOWN = 50
_LONGEST_PATH = 200
_LONGEST_MESSAGE = 2000
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_LISTED = 6
"""How many ids a message spells out before it counts the rest."""
_FEW, _MANY = 8, 20
"""How many known names a message lists beside a suggestion, and where it has none."""

_CLOSE = 0.7
"""How alike two names are for one to be a slip for the other: in a word of six letters, two may differ."""


class RaqqaDataError(Exception):
    """Base of every error that raqqa_data raises on purpose."""


class RecordError(RaqqaDataError, ValueError):
    """A record was given a value that it cannot hold.

    Attributes:
        record: Name of the record's class.
        field: Name of the field.
        value: What was given.
        problem: What is wrong with it, and what to do.
    """

    def __init__(self, record: str, field: str, value: object, problem: str) -> None:
        self.record = record
        self.field = field
        self.value = value
        self.problem = problem
        super().__init__(record, field, value, problem)

    def __str__(self) -> str:
        return f"{self.record}.{self.field} = {shorten(self.value)}: {self.problem}"


class PeriodError(RecordError):
    """A text is not a period of the EDTF subset, or not a possible one.

    Attributes:
        text: The period as given.
        part: The part of it that is wrong.
    """

    def __init__(self, text: object, part: object, problem: str) -> None:
        super().__init__("Period", "edtf", text, problem)
        self.text = text
        self.part = part
        self.args: tuple[Any, ...] = (text, part, problem)

    def __str__(self) -> str:
        where = f": in {shorten(self.part)}" if isinstance(self.part, str) and self.part != self.text else ""
        return f"Period {shorten(self.text)}{where}: {self.problem}"


class ReadingError(RaqqaDataError, TypeError):
    """What was given to the reader cannot be read.

    Attributes:
        argument: Name of the argument.
        value: What was given.
    """

    def __init__(self, argument: str, value: object, problem: str) -> None:
        self.argument = argument
        self.value = value
        self.problem = problem
        super().__init__(argument, value, problem)

    def __str__(self) -> str:
        return f"read: {self.argument} is of type {type(self.value).__name__}: {self.problem}"


class UnitError(RaqqaDataError, ValueError):
    """A unit is unknown, or does not fit where it stands.

    Attributes:
        unit: The unit's name as given.
    """

    def __init__(self, unit: object, problem: str) -> None:
        self.unit = unit
        self.problem = problem
        super().__init__(unit, problem)

    def __str__(self) -> str:
        return f"unit {shorten(self.unit)}: {self.problem}"


class UnitConflictError(UnitError):
    """The registry already has a unit of that name with another meaning.

    Attributes:
        unit: The unit's name.
        ours: The dimension it has in raqqa_data.
        theirs: The dimension it has in the registry.
    """

    def __init__(self, unit: str, ours: str, theirs: str) -> None:
        super().__init__(
            unit,
            f"raqqa_data counts it as {ours}, but this pint registry already defines it as {theirs}. "
            "Rename that unit in your registry, or use another registry for these records.",
        )
        self.ours = ours
        self.theirs = theirs
        self.args: tuple[Any, ...] = (unit, ours, theirs)


class NotFoundError(RaqqaDataError, LookupError):
    """No record or name of that kind is known.

    Attributes:
        kind: What was looked for, e.g. "observation".
        name: The name given.
        suggestions: Known names that come close.
        choices: All known names, where they are few enough to list.
    """

    def __init__(
        self, kind: str, name: object, known: Iterable[str] = (), *, also: Mapping[str, str] | None = None
    ) -> None:
        """Suggest what comes close, of the known names and of those that `also` has other spellings for."""
        self.kind = kind
        self.name = name
        own = {one: one for one in known}
        names = {**own, **(also or {}), **own}
        near = closest(str(name), names)
        self.suggestions: tuple[str, ...] = tuple(dict.fromkeys(names[spelling] for spelling in near))
        self.choices: tuple[str, ...] = tuple(own) if len(own) <= (_FEW if self.suggestions else _MANY) else ()
        super().__init__(kind, name, self.suggestions)

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (self.kind, self.name), {**vars(self), "args": self.args}

    def __str__(self) -> str:
        said = f"no {self.kind} {shorten(self.name)}"
        if self.suggestions:
            said += f"; did you mean {' or '.join(map(repr, self.suggestions))}?"
        if set(self.choices) - set(self.suggestions):
            said += f"{' Choose' if self.suggestions else '; choose'} from {', '.join(self.choices)}"
        return said


class Problem(NamedTuple):
    """One thing wrong in a file: the path to it and what is wrong there."""

    path: str
    message: str

    def __str__(self) -> str:
        message = harmless(self.message, _LONGEST_MESSAGE)
        return f"{harmless(self.path, _LONGEST_PATH)}: {message}" if self.path else message


class FileError(RaqqaDataError, ValueError):
    """A file's content cannot be used.

    Attributes:
        source: The file's name, or what it was.
        problems: Every problem found, each with its path.
    """

    def __init__(self, source: str, problems: Iterable[Problem | tuple[str, str]]) -> None:
        self.source = source
        self.problems: tuple[Problem, ...] = tuple(Problem(*problem) for problem in problems)
        super().__init__(source, self.problems)

    def __str__(self) -> str:
        source = harmless(self.source, _LONGEST_MESSAGE)
        if len(self.problems) == 1:
            return f"{source}: {self.problems[0]}"
        more = len(lines := [*_grouped(self.problems)]) - _MOST_SHOWN
        shown = [f"{source}: {len(self.problems)} problems", *lines[:_MOST_SHOWN]]
        return "\n  ".join([*shown, *([f"… and {more:,} more"] if more > 0 else [])])


def _grouped(problems: Iterable[Problem]) -> Iterator[str]:
    """A line for each problem, but one for all places that have the same."""
    places: dict[str, list[str]] = {}
    for path, message in problems:
        places.setdefault(message, []).append(path)
    for message, (first, *others) in places.items():
        if len(others) < _LISTED:
            yield from (str(Problem(path, message)) for path in (first, *others))
        else:
            named = ", ".join(harmless(path, _LONGEST_PATH) for path in others[: _LISTED - 1])
            yield f"{Problem(first, message)} (and at {len(others):,} more: {named}, …)"


class CatalogueError(FileError):
    """A catalogue (JSON) is broken or does not fit the type it is loaded as."""


class SourceError(FileError):
    """A document cannot be opened as it comes."""


class OperationError(RaqqaDataError, TypeError):
    """A record or a result was added, ordered or converted as if it were a number.

    Attributes:
        operation: What was tried, such as "+".
        value: What it was tried on.
    """

    def __init__(self, operation: str, value: object, instead: str) -> None:
        self.operation = operation
        self.value = value
        self.instead = instead
        super().__init__(operation, value, instead)

    def __str__(self) -> str:
        return f"{self.operation} is not for {type(self.value).__name__}: {self.instead}"


class AnnotationError(FileError):
    """An annotation file (TOML) is broken, or does not fit its document."""


class NotSummarizable(RaqqaDataError, ValueError):  # noqa: N818 - the field's word, and the public name
    """A sum, share or rate was refused because it would mislead.

    The three conditions are those of Lenz and Shoshani (1997).

    Attributes:
        condition: "type compatibility", "disjointness" or "completeness".
        offenders: Ids of the observations that break it.
        reason: What is wrong with them together.
        hint: What to do instead, or the override to write if it is meant.
    """

    def __init__(self, condition: str, offenders: Iterable[str], reason: str, hint: str) -> None:
        self.condition = condition
        self.offenders: tuple[str, ...] = tuple(offenders)
        self.reason = reason
        self.hint = hint
        super().__init__(condition, self.offenders, reason, hint)

    def __str__(self) -> str:
        more = len(self.offenders) - _LISTED
        names = [*self.offenders[:_LISTED], *([f"… {more:,} more"] if more > 0 else [])]
        those = f" ({', '.join(names)})" if names else ""
        return f"{self.condition}: {self.reason}{those}. {self.hint}"


class FrameError(RaqqaDataError, ValueError):
    """A table does not hold what an aggregation needs.

    Attributes:
        engine: What the table lives in, such as "polars".
        column: Name of the column.
        value: The value or type found there; None where there is none.
        problem: What is wrong with it, and what to do.
    """

    def __init__(self, engine: str, column: str, value: object, problem: str) -> None:
        self.engine = engine
        self.column = column
        self.value = value
        self.problem = problem
        super().__init__(engine, column, value, problem)

    def __str__(self) -> str:
        shown = "" if self.value is None else f"{shorten(self.value)} "
        return f"{self.engine} frame, column {self.column!r}: {shown}{self.problem}"


class MissingExtraError(RaqqaDataError, ImportError):
    """An optional dependency is not installed.

    Attributes:
        extra: The extra that brings it.
        needed_by: What needs it, where that is no module of ours.
    """

    def __init__(self, package: str, extra: str, needed_by: str = "") -> None:
        self.package = package
        self.extra = extra
        self.needed_by = needed_by
        super().__init__(package, extra, needed_by)

    def __str__(self) -> str:
        needed = f"{self.needed_by} needs raqqa_data[{self.extra}]: " if self.needed_by else ""
        return f"{needed}{self.package} is not installed: pip install 'raqqa_data[{self.extra}]'"


def closest(name: str, known: Iterable[str]) -> tuple[str, ...]:
    """Known names of its script that hold a given one or come close to it, best first, at most three.

    Example:
        >>> closest("rubble", ["rubble_removed", "killed"]), closest("kiled", ["killed", "displaced"])
        (('rubble_removed',), ('killed',))
    """
    from difflib import get_close_matches

    asked = name[:_LONGEST_NAME]
    names = [
        candidate
        for candidate in known
        if len(candidate) <= 2 * _LONGEST_NAME and _is_arabic(candidate) == _is_arabic(asked)
    ]
    holding = [candidate for candidate in names if asked and asked in candidate]
    if len(names) > _MOST_COMPARED:
        # comparing letter by letter is slow, so among thousands a slip has to leave the first or the last three alone
        ends = asked[:3], asked[-3:]
        names = [candidate for candidate in names if candidate[:3] == ends[0] or candidate[-3:] == ends[1]]
    return tuple(dict.fromkeys([*holding, *get_close_matches(asked, names[:_MOST_COMPARED], n=3, cutoff=_CLOSE)]))[:3]


def meant(name: str, known: Iterable[str], problems: Sequence[object] = ()) -> str:
    """The end of a message that says which name was meant; empty where none comes close.

    Args:
        name: The name that is not known.
        known: The names that are.
        problems: What was found so far: after a number of them no more names are compared, for each costs time.

    Example:
        >>> meant("kiled", ["killed"]), meant("kiled", ["bridges"])
        ("; did you mean 'killed'?", '')
    """
    near = closest(name, known) if len(problems) < _MOST_HINTS else ()
    return f"; did you mean {near[0]!r}?" if near else ""


def _is_arabic(text: str) -> bool:
    return any("\u0600" <= letter <= "\u06ff" for letter in text)


def harmless(text: str, limit: int) -> str:
    r"""A text of somebody else's as a message shows it: on one line, without control characters, cut to a length.

    Example:
        >>> print(harmless("a\x1b[2J\nb", 80))
        a\x1b[2J b
    """
    text = text if len(text) <= limit else f"{text[: limit - 1]}…"
    return _CONTROL.sub(lambda found: " " if found[0] in "\t\n\r" else repr(found[0])[1:-1], text)


def harmless_lines(text: str) -> str:
    """A text of somebody else's as a terminal shows it: its lines and tabs as they are, no control character obeyed."""
    lines = text.replace("\r\n", "\n")  # of CSV
    return _CONTROL.sub(lambda found: found[0] if found[0] in "\n\t" else repr(found[0])[1:-1], lines)


def shorten(value: object, limit: int = 80) -> str:
    """How a value shows in a message: its repr, cut to a length.

    Example:
        >>> shorten("rubble" * 50, 12)
        "'rubblerubb…"
    """
    try:
        text = repr(value)
    except ValueError:  # an integer of thousands of digits
        return f"<{type(value).__name__}>"
    return text if len(text) <= limit else f"{text[: limit - 1]}…"


def optional_module(name: str, extra: str, package: str | None = None) -> Any:
    """A module that not every installation has.

    Args:
        name: The module, such as "arro3.core".
        extra: The extra that brings it.
        package: The name by which it is installed, where that is another than the first part of the module's.

    Raises:
        MissingExtraError: It is not installed.

    Example:
        >>> optional_module("json", "frames").__name__
        'json'
    """
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError as error:
        first = name.partition(".")[0]
        # a module that is there, and lacks one of its own, is another fault
        if (error.name or "").partition(".")[0] != first:
            raise
        raise MissingExtraError(package or first, extra) from None
