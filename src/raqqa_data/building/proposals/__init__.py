"""What the machine proposes of each figure: who says it, where, when, of what, part of what; with the evidence."""

from __future__ import annotations

from raqqa_data.building.proposals.proposal import Proposal, Question
from raqqa_data.building.proposals.proposing import Proposals, propose

__all__ = ["Proposal", "Proposals", "Question", "propose"]
