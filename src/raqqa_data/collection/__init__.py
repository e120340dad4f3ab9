"""Many documents as one body of evidence: collected, their copies found, their claims reconciled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raqqa_data import lazily

if TYPE_CHECKING:
    from raqqa_data.collection.collecting import Collection, collect
    from raqqa_data.collection.copies import Duplicate, duplicates
    from raqqa_data.collection.linkage import Candidate, candidates
    from raqqa_data.collection.reconciling import Reconciled, Status, reconcile

_HOMES = {
    **dict.fromkeys(("Candidate", "candidates"), "linkage"),
    **dict.fromkeys(("Collection", "collect"), "collecting"),
    **dict.fromkeys(("Duplicate", "duplicates"), "copies"),
    **dict.fromkeys(("Reconciled", "Status", "reconcile"), "reconciling"),
}

__all__ = [
    "Candidate",
    "Collection",
    "Duplicate",
    "Reconciled",
    "Status",
    "candidates",
    "collect",
    "duplicates",
    "reconcile",
]


def __getattr__(name: str) -> object:
    return lazily(__name__, _HOMES, name)


def __dir__() -> list[str]:
    return sorted(__all__)
