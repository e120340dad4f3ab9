"""Sums, shares, rates and comparisons that carry their bounds and sources, and refuse what would mislead."""

from __future__ import annotations

from raqqa_data.aggregation.changes import Change, change
from raqqa_data.aggregation.comparing import Comparison, Verdict, check_hierarchy, compare
from raqqa_data.aggregation.conditions import Condition
from raqqa_data.aggregation.covering import Cell, Coverage, coverage
from raqqa_data.aggregation.derived import Derived
from raqqa_data.aggregation.exchange_rates import ExchangeRate, Rates
from raqqa_data.aggregation.groups import Groups, Totals, group_by
from raqqa_data.aggregation.quotients import rate, ratio, share
from raqqa_data.aggregation.timelines import timeline
from raqqa_data.aggregation.totals import total

__all__ = [
    "Cell",
    "Change",
    "Comparison",
    "Condition",
    "Coverage",
    "Derived",
    "ExchangeRate",
    "Groups",
    "Rates",
    "Totals",
    "Verdict",
    "change",
    "check_hierarchy",
    "compare",
    "coverage",
    "group_by",
    "rate",
    "ratio",
    "share",
    "timeline",
    "total",
]
