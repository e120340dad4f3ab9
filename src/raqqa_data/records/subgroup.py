"""Of whom or what, within an indicator: coordinates in a few dimensions, each with its code list (SDMX)."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Self

from raqqa_data.errors import RecordError, closest

Coordinates = Mapping[str, str]

GROUP = "group"
"""The dimension without a code list; a bare word is one of its codes."""

CODES: Mapping[str, Mapping[str, str | None]] = MappingProxyType(
    {
        "sex": {"female": None, "male": None},
        "age": {
            "infant": "0",
            "child": "0-17",
            "adolescent": "10-19",
            "youth": "15-24",
            "adult": "18+",
            "older": "60+",
        },
        "status": {
            "civilian": None,
            "combatant": None,
            "health-worker": "civilian",
            "humanitarian-worker": "civilian",
            "journalist": "civilian",
        },
        "displacement": {
            "displaced": None,
            "idp": "displaced",
            "refugee": "displaced",
            "asylum-seeker": "displaced",
            "returnee": None,
            "returned-idp": "returnee",
            "returned-refugee": "returnee",
            "host-community": None,
        },
    }
)
"""The codes of each dimension, with the code that each lies within; those of age with their whole years.

Both years are included. An age may also be written by its years: `0-4`, `18-59`, `60+`. A code list names no total and
no unknown: what is not told apart is not named.
"""

# Of two codes only these are known to have nobody in common: one may be a doctor and an aid worker.
_APART = (
    frozenset({"female", "male"}),
    frozenset({"civilian", "combatant"}),
    frozenset({"displaced", "returnee", "host-community"}),
    frozenset({"idp", "refugee", "asylum-seeker"}),
    frozenset({"returned-idp", "returned-refugee"}),
)

# What a bare word of the dimension `group` says in the code lists, so that women and civilians are not taken for apart.
_WORDS: Mapping[str, Coordinates] = {
    "women": {"sex": "female"},
    "men": {"sex": "male"},
    "females": {"sex": "female"},
    "males": {"sex": "male"},
    "girls": {"sex": "female", "age": "child"},
    "boys": {"sex": "male", "age": "child"},
    "children": {"age": "child"},
    "minors": {"age": "child"},
    "infants": {"age": "infant"},
    "adults": {"age": "adult"},
    "elderly": {"age": "older"},
    "civilians": {"status": "civilian"},
    "combatants": {"status": "combatant"},
    "fighters": {"status": "combatant"},
    "journalists": {"status": "journalist"},
    "medics": {"status": "health-worker"},
    "aid-workers": {"status": "humanitarian-worker"},
    "displaced": {"displacement": "displaced"},
    "idps": {"displacement": "idp"},
    "refugees": {"displacement": "refugee"},
    "returnees": {"displacement": "returnee"},
}

GROUP_PATTERN = r"[a-z0-9]+(?:[-_][a-z0-9]+)*"
AGE_PATTERN = r"(?:0|[1-9][0-9]{0,2})(?:\+|-(?:0|[1-9][0-9]{0,2}))?"
_GROUP = re.compile(GROUP_PATTERN, re.ASCII)
_AGE = re.compile(AGE_PATTERN, re.ASCII)
_NO_END = 1000


@functools.total_ordering
class Subgroup(Coordinates):
    """A part of those that an indicator counts: a code for each dimension that tells it apart.

    The dimensions are `sex`, `age`, `status`, `displacement`, each with a code list, and `group` for any other word. A
    bare word is a code of `group`. It prints as its canonical text, and is equal to that text.

    Args:
        codes: Dimensions and their codes, a bare word, or a canonical text.
        more: Further dimensions and codes.

    Raises:
        RecordError: There is no such dimension or code, or none is given.

    Example:
        >>> print(Subgroup(sex="female", age="child"))
        age=child;sex=female
        >>> Subgroup("guards") == Subgroup({"group": "guards"}) == "guards"
        True
    """

    __slots__ = ("_codes", "_text")

    _codes: dict[str, str]
    _text: str

    def __init__(self, codes: Coordinates | str | None = None, /, **more: str) -> None:
        """Take the codes in order of their dimensions."""
        if not (codes is None or isinstance(codes, str | Mapping)):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise RecordError("Subgroup", "codes", codes, "must be dimensions with their codes, or a word")
        given: dict[str, str] = {**(_parsed(codes) if isinstance(codes, str) else codes or {}), **more}
        if not given:
            raise RecordError("Subgroup", "codes", codes, "names no dimension; leave the subgroup out for all")
        for dimension, code in given.items():
            _check(dimension, code)
        ordered = dict(sorted(given.items()))
        text = ";".join(f"{dimension}={code}" for dimension, code in ordered.items())
        object.__setattr__(self, "_codes", ordered)
        object.__setattr__(self, "_text", given[GROUP] if list(given) == [GROUP] else text)

    @classmethod
    def of(cls, value: Coordinates | str | None) -> Subgroup | None:
        """The subgroup that a table, a bare word or a canonical text states; None for None.

        Raises:
            RecordError: It states none.

        Example:
            >>> Subgroup.of("sex=female;status=civilian")
            Subgroup(sex='female', status='civilian')
        """
        if value is None or isinstance(value, cls):
            return value
        return _remembered(cls, value) if type(value) is str else cls(value)

    def __getitem__(self, dimension: str) -> str:
        return self._codes[dimension]

    def __iter__(self) -> Iterator[str]:
        return iter(self._codes)

    def __len__(self) -> int:
        return len(self._codes)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Subgroup):
            return self._text == other._text
        return self._text == other if isinstance(other, str) else self._codes == other

    def __hash__(self) -> int:
        return hash(self._text)

    def __lt__(self, other: object) -> bool:
        return self._text < str(other) if isinstance(other, (Subgroup, str)) else NotImplemented

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"a Subgroup does not change: {name}")

    def __reduce__(self) -> tuple[type[Self], tuple[dict[str, str]]]:
        return type(self), (dict(self._codes),)

    def __str__(self) -> str:
        return self._text

    def __repr__(self) -> str:
        return f"Subgroup({', '.join(f'{dimension}={code!r}' for dimension, code in self._codes.items())})"


def disjoint(one: Coordinates | str | None, other: Coordinates | str | None) -> bool:
    """Whether nobody can be in both: some dimension that both name has codes that exclude each other.

    Two different words of `group` do, as long as the code lists know neither, or know one as a status: guards are no
    civilians, but may be women. None, which is all, is disjoint from nothing.

    Example:
        >>> disjoint({"sex": "female"}, {"sex": "male"}), disjoint({"sex": "female"}, {"status": "civilian"})
        (True, False)
        >>> disjoint({"age": "child"}, {"age": "18-59"}), disjoint("guards", "nurses"), disjoint("women", "civilians")
        (True, True, False)
    """
    ours, theirs = Subgroup.of(one), Subgroup.of(other)
    if ours is None or theirs is None:
        return False
    first, second = _expanded(ours), _expanded(theirs)
    return any(
        _exclusive(dimension, code, second[dimension]) for dimension, code in first.items() if dimension in second
    )


def contains(one: Coordinates | str | None, other: Coordinates | str | None) -> bool:
    """Whether all of the second are in the first: each dimension that the first names, the second names as closely.

    Example:
        >>> contains({"status": "civilian"}, {"status": "journalist", "sex": "male"}), contains(None, "guards")
        (True, True)
        >>> contains({"sex": "female"}, None)
        False
    """
    ours, theirs = Subgroup.of(one), Subgroup.of(other)
    if ours is None or theirs is None:
        return ours is None
    known = {**_known(theirs), **theirs}
    return all(dimension in known and _within(dimension, known[dimension], code) for dimension, code in ours.items())


def is_listed(subgroup: Subgroup) -> bool:
    """Whether its word of the dimension `group` says something in the code lists, as `women` does.

    Example:
        >>> is_listed(Subgroup("women")), is_listed(Subgroup("guards"))
        (True, False)
    """
    return bool(_known(subgroup))


def years(code: str) -> tuple[int, int]:
    """The first and last whole year of an age by its code.

    Example:
        >>> years("child"), years("18-59")
        ((0, 17), (18, 59))
    """
    text = CODES["age"].get(code) or code
    first, _, last = text.partition("-")
    return int(first.rstrip("+")), _NO_END if text.endswith("+") else int(last or first)


@functools.lru_cache(maxsize=1024)
def _remembered(cls: type[Subgroup], text: str) -> Subgroup:
    return cls(text)


def _parsed(text: str) -> dict[str, str]:
    if "=" not in text:
        return {GROUP: text}
    parts = text.split(";")
    codes: dict[str, str] = {}
    for part in parts:
        dimension, _, code = part.partition("=")
        codes[dimension] = code
    if len(codes) < len(parts):
        raise RecordError("Subgroup", "codes", text, "names a dimension twice")
    return codes


def _check(dimension: object, code: object) -> None:
    if dimension == GROUP:
        if not isinstance(code, str) or not _GROUP.fullmatch(code):
            problem = "an id is lower-case ASCII letters and digits, joined by '-' or '_'"
            raise RecordError("Subgroup", GROUP, code, problem)
        return
    if not isinstance(dimension, str) or dimension not in CODES:
        known = ", ".join([*CODES, GROUP])
        raise RecordError("Subgroup", "codes", dimension, f"is no dimension; one of {known}")
    codes = CODES[dimension]
    if isinstance(code, str) and code in codes:
        return
    if dimension == "age" and isinstance(code, str) and _AGE.fullmatch(code):
        first, last = years(code)
        if first > last:
            raise RecordError("Subgroup", "age", code, "falls; write the younger first")
        return
    near = closest(code, codes) if isinstance(code, str) else ()
    more = ", or years such as '0-4' or '60+'" if dimension == "age" else ""
    raise RecordError("Subgroup", dimension, code, f"no code of it; try {' or '.join(near or tuple(codes))}{more}")


def _known(subgroup: Subgroup) -> Coordinates:
    """What its word of the dimension `group` says in the code lists."""
    return _WORDS.get(subgroup.get(GROUP, "").replace("_", "-"), {})


def _expanded(subgroup: Subgroup) -> dict[str, str]:
    return {**_known(subgroup), **subgroup}


def _exclusive(dimension: str, one: str, other: str) -> bool:
    if dimension == GROUP:
        said = [_WORDS.get(word.replace("_", "-")) for word in (one, other)]
        listed = [word for word in said if word is not None]
        # guards may be women; that they may be civilians no report means that counts both
        return one != other and len(listed) < len(said) and all([*word] == ["status"] for word in listed)
    if dimension == "age":
        (first, last), (start, end) = years(one), years(other)
        return last < start or end < first
    return any(
        a != b and {a, b} <= apart
        for a in _lineage(dimension, one)
        for b in _lineage(dimension, other)
        for apart in _APART
    )


def _within(dimension: str, inner: str, outer: str) -> bool:
    if dimension == "age":
        (first, last), (start, end) = years(inner), years(outer)
        return start <= first and last <= end
    return outer in _lineage(dimension, inner)


def _lineage(dimension: str, code: str) -> tuple[str, ...]:
    """The code, and each that it lies within."""
    within = None if dimension == GROUP else CODES[dimension].get(code)
    return (code, *(() if within is None else _lineage(dimension, within)))
