"""An invented campaign to clean a river: a typed dataset made with raqqa_data."""

from __future__ import annotations

import functools
from importlib.resources import files

import attrs

import raqqa_data as rd

__all__ = ["Cleanup", "article", "catalogue", "cleanup"]

DATA = files("riverside_data") / "data"


@attrs.frozen(kw_only=True)
class Cleanup(rd.Dataset):
    """What the article says of the campaign.

    Attributes:
        length: How long it went on.
        volunteers: Everyone who took part.
        women: Those of them who are women.
        men: Those of them who are men.
        area_cleared: Land cleared of debris.
        bridges_repaired: Small bridges repaired.
        bank_fit_for_fishing: Share of the bank where one can fish again.
    """

    length: rd.Duration
    volunteers: rd.Count
    women: rd.Count
    men: rd.Count
    area_cleared: rd.Area
    bridges_repaired: rd.Count
    bank_fit_for_fishing: rd.Share


def article() -> str:
    """The text that the figures were read from."""
    return (DATA / "article.ar.txt").read_bytes().decode("utf-8")


@functools.cache
def catalogue() -> rd.Catalogue:
    """Everything, with the definitions of agents, places and indicators."""
    return rd.loads((DATA / "riverside-2023.json").read_text(encoding="utf-8"), "riverside-2023.json")


@functools.cache
def cleanup() -> Cleanup:
    """The dataset."""
    return catalogue().dataset(Cleanup)
