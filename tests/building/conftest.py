"""The example of the how-to: an invented article and its annotations."""

from __future__ import annotations

from pathlib import Path

import pytest

import raqqa_data as rd

EXAMPLE = Path(__file__).parents[2] / "examples" / "olive_valley"


@pytest.fixture(scope="session")
def article() -> str:
    return (EXAMPLE / "article.ar.txt").read_text("utf-8")


@pytest.fixture(scope="session")
def notes() -> str:
    return (EXAMPLE / "annotations.toml").read_text("utf-8")


def indicator(name: str, unit: str) -> rd.Indicator:
    return rd.Indicator(name, name=rd.Name(name, "مؤشر"), unit=unit, additivity=rd.Additivity.FLOW)
