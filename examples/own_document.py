"""From an Arabic text and its annotations to a typed dataset, with totals that refuse to mislead.

Run it from anywhere: python examples/own_document.py
"""

from __future__ import annotations

from pathlib import Path

import attrs

import raqqa_data as rd

FOLDER = Path(__file__).parent / "olive_valley"


@attrs.frozen(kw_only=True)
class Campaign(rd.Dataset):
    """A planting campaign in an invented town."""

    length: rd.Duration
    trees_planted: rd.Count
    land_planted: rd.Area
    volunteers: rd.Count
    student_volunteers: rd.Count
    worker_volunteers: rd.Count
    seedlings_alive: rd.Share
    trees_without_water: rd.Count


def main() -> None:
    """Build the catalogue, check it against its text, and add up what may be added."""
    article = FOLDER / "article.ar.txt"
    catalogue = rd.loads(rd.build(article, FOLDER / "annotations.toml"))
    print(rd.verify(article, catalogue))
    campaign = catalogue.dataset(Campaign)
    print(campaign)
    print(rd.total([campaign.student_volunteers, campaign.worker_volunteers], within=campaign).explain())
    print(rd.check_hierarchy(campaign.volunteers, [campaign.student_volunteers, campaign.worker_volunteers]).verdict)
    try:
        rd.total([campaign.trees_planted, campaign.trees_without_water])
    except rd.NotSummarizable as refusal:
        print(refusal.condition)


if __name__ == "__main__":
    main()
