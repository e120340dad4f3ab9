"""What a record is. Knows no file, no reader, and no pint at import."""

from __future__ import annotations

from raqqa_data.records.dataset import Dataset, Events, Observations, Records
from raqqa_data.records.estimate import Estimate, Wording
from raqqa_data.records.indicator import Additivity, Indicator
from raqqa_data.records.observation import (
    KINDS,
    Annotation,
    Area,
    ClaimStatus,
    Count,
    Duration,
    Energy,
    Event,
    Length,
    Mass,
    Money,
    Observation,
    Power,
    Rate,
    Record,
    RecordStatus,
    Share,
    Temperature,
    Volume,
)
from raqqa_data.records.period import Period, Precision
from raqqa_data.records.place import Place
from raqqa_data.records.provenance import Agent, Document, Quote
from raqqa_data.records.subgroup import Subgroup
from raqqa_data.records.vintages import as_of
from raqqa_data.texts import Name

__all__ = [
    "KINDS",
    "Additivity",
    "Agent",
    "Annotation",
    "Area",
    "ClaimStatus",
    "Count",
    "Dataset",
    "Document",
    "Duration",
    "Energy",
    "Estimate",
    "Event",
    "Events",
    "Indicator",
    "Length",
    "Mass",
    "Money",
    "Name",
    "Observation",
    "Observations",
    "Period",
    "Place",
    "Power",
    "Precision",
    "Quote",
    "Rate",
    "Record",
    "RecordStatus",
    "Records",
    "Share",
    "Subgroup",
    "Temperature",
    "Volume",
    "Wording",
    "as_of",
]
