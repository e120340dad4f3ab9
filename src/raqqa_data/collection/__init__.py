"""Many documents as one body of evidence: collected, their copies found, their claims reconciled."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

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
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f"{__name__}.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return sorted(__all__)
