"""Which subgroups may have somebody in common: said once, for records and for tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from raqqa_data.errors import RecordError
from raqqa_data.records.subgroup import GROUP, Subgroup, disjoint, is_listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

SubgroupT = TypeVar("SubgroupT", bound="Subgroup | str | None")


def meeting(subgroups: Iterable[SubgroupT]) -> Mapping[SubgroupT, frozenset[SubgroupT]]:
    """For each subgroup those others that it is not known to be apart from; those without any are left out.

    All, which is None, meets every one and is not told here. A word that no code list knows, and that says nothing in
    any dimension, meets only itself and what names another dimension.

    Example:
        >>> meeting(["sex=female", "guards", "nurses"])["guards"]
        frozenset({'sex=female'})
    """
    read = {given: known for given in dict.fromkeys(subgroups) if (known := _read(given)) is not None}
    # plain words are apart from one another, so a table of thousands of them is not compared pair by pair
    coded = [given for given, known in read.items() if list(known) != [GROUP] or is_listed(known)]
    found: dict[SubgroupT, set[SubgroupT]] = {}
    for one in coded:
        for other, known in read.items():
            if other != one and not disjoint(read[one], known):
                found.setdefault(one, set()).add(other)
                found.setdefault(other, set()).add(one)
    return {one: frozenset(others) for one, others in found.items()}


def _read(given: Subgroup | str | None) -> Subgroup | None:
    try:
        return Subgroup.of(given)
    except RecordError:  # a table may call its groups as it likes
        return None
