"""Document and annotations to a catalogue: draft, build, verify."""

from __future__ import annotations

from raqqa_data.building.builder import build
from raqqa_data.building.draft_file import Draft, DraftedObservation
from raqqa_data.building.drafter import draft
from raqqa_data.building.proposals import Proposal, Question
from raqqa_data.building.verifier import Finding, Report, verify

__all__ = ["Draft", "DraftedObservation", "Finding", "Proposal", "Question", "Report", "build", "draft", "verify"]
