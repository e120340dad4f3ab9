"""The version of the data that records are of, where that is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection


def shipped_version(hashes: Collection[str]) -> str | None:
    """The version of the shipped data, where the records are of its document alone; else None.

    Args:
        hashes: The sha256 of each record's document.
    """
    from raqqa_data.catalogue.datasets import catalogue

    return catalogue.data_version if set(hashes) == {catalogue.document.sha256} else None
