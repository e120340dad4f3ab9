"""What an answer may name: what the draft names, then the person's own list, then those that ship."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from raqqa_data.building.annotation_tables import is_open, row_of, tables_of
from raqqa_data.building.annotations import SECTIONS
from raqqa_data.building.editing import define

if TYPE_CHECKING:
    from collections.abc import Mapping

    from raqqa_data.building.proposals.reference.known_names import Known

Named = dict[str, dict[str, dict[str, Any]]]
"""By section and id, each as an annotation file has it."""


def named(draft: str, known: Known) -> Named:
    """Everything that can be searched for.

    Args:
        draft: What the machine drafted.
        known: The lists.
    """
    tables = tables_of(draft)
    found: Named = {
        section: {row["id"]: dict(row) for row in tables.rows(section) if not is_open(row.get("id"))}
        for section in SECTIONS
    }
    for agent in known.agents.values():
        found["agent"].setdefault(agent.id, row_of(agent))
    for place in known.places.values():
        for one in place.chain:
            found["place"].setdefault(one.id, row_of(one))
    for indicator in known.indicators.values():
        found["indicator"].setdefault(indicator.id, row_of(indicator))
    return found


def with_definition(toml: str, section: str, name: str, names: Mapping[str, Mapping[str, Mapping[str, Any]]]) -> str:
    """An annotation file with what an answer names, and what that lies within, where it lacks them."""
    row = names[section].get(name)
    if row is None or any(other.get("id") == name for other in tables_of(toml).rows(section)):
        return toml
    within = row.get("within")
    if isinstance(within, str):
        toml = with_definition(toml, section, within, names)
    return define(toml, section, row)
