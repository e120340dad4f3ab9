"""The public face: every name, where it lives, and what importing it costs."""

from __future__ import annotations

import importlib
import pickle
import subprocess
import sys
from types import ModuleType

import pytest

import raqqa_data as rd
from raqqa_data.building import quoted_phrase

PUBLIC = [
    "Additivity",
    "Agent",
    "Anchor",
    "Annotation",
    "AnnotationError",
    "Area",
    "Candidate",
    "Catalogue",
    "CatalogueError",
    "ClaimStatus",
    "Collection",
    "Count",
    "Dataset",
    "Derived",
    "Document",
    "Draft",
    "Duration",
    "Energy",
    "Estimate",
    "Event",
    "Events",
    "ExchangeRate",
    "FileError",
    "FrameError",
    "Indicator",
    "Length",
    "Location",
    "Mass",
    "Mention",
    "MissingExtraError",
    "Money",
    "Name",
    "NotFoundError",
    "NotSummarizable",
    "Observation",
    "Observations",
    "OperationError",
    "Period",
    "PeriodError",
    "Place",
    "Power",
    "Precision",
    "Proposal",
    "Question",
    "Quote",
    "RaqqaDataError",
    "Rate",
    "Rates",
    "ReadingError",
    "Reconciled",
    "Record",
    "RecordError",
    "RecordStatus",
    "Share",
    "Source",
    "SourceError",
    "Span",
    "Subgroup",
    "Temperature",
    "UnitConflictError",
    "UnitError",
    "Volume",
    "Wording",
    "__version__",
    "as_of",
    "battle",
    "build",
    "candidates",
    "catalogue_versions",
    "change",
    "check_hierarchy",
    "collect",
    "compare",
    "coverage",
    "data_version",
    "define_units",
    "draft",
    "duplicates",
    "events",
    "group_by",
    "load",
    "load_edition",
    "loads",
    "observations",
    "open_source",
    "open_sources",
    "prison_attack",
    "rate",
    "ratio",
    "read",
    "reconcile",
    "reconstruction",
    "security",
    "share",
    "timeline",
    "total",
    "verify",
    "write",
]


def test_every_public_name_is_pinned_and_sorted() -> None:
    assert rd.__all__ == sorted(PUBLIC)
    assert dir(rd) == sorted(dir(rd))
    assert {name for name in dir(rd) if name not in rd.__all__} == {
        name for name in dir(rd) if isinstance(getattr(rd, name), ModuleType)
    }
    assert {"aggregation", "datasets", "reading", "units"} < set(dir(rd))


@pytest.mark.parametrize("name", PUBLIC)
def test_every_public_name_resolves(name: str) -> None:
    assert getattr(rd, name) is getattr(rd, name)


def test_an_unknown_name_is_an_attribute_error_with_a_suggestion() -> None:
    with pytest.raises(AttributeError, match="module 'raqqa_data' has no attribute 'reconstuction'") as caught:
        rd.reconstuction  # noqa: B018
    assert caught.value.name == "reconstuction"


def test_submodules_are_reached_by_attribute() -> None:
    assert rd.datasets.battle is rd.battle
    assert rd.units.unit_name("m²") == "meter ** 2"


def run(code: str) -> str:
    return subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout.strip()


def test_a_first_record_costs_neither_pint_nor_numpy_nor_a_dataframe_library() -> None:
    heavy = ("pint", "numpy", "pandas", "polars", "pyarrow", "narwhals", "typer", "rich", "raqqa_data.reading")
    code = f"""
import sys, raqqa_data
raqqa_data.reconstruction.rubble_removed.estimate
print([name for name in {heavy!r} if name in sys.modules])
"""
    assert run(code) == "[]"


def test_importing_alone_imports_nothing_of_ours() -> None:
    assert run("import sys, raqqa_data; print([m for m in sys.modules if m.startswith('raqqa_data.')])") == "[]"


def forget(old: str) -> None:
    """As if nobody had asked for a module by its old name yet."""
    sys.modules.pop(f"raqqa_data.{old}", None)
    room, _, name = f"raqqa_data.{old}".rpartition(".")
    vars(importlib.import_module(room)).pop(name, None)


@pytest.mark.parametrize(("old", "new"), sorted(vars(rd)["_MOVED"].items()))
def test_a_module_that_moved_still_imports_and_says_where_it_is(old: str, new: str) -> None:
    forget(old)
    with pytest.warns(DeprecationWarning, match=f"raqqa_data.{old} is now {new}"):
        before = importlib.import_module(f"raqqa_data.{old}")
    forget(old)
    now = importlib.import_module(new)
    public = [name for name in vars(now) if not name.startswith("_")]
    assert public
    assert all(getattr(before, name) is getattr(now, name) for name in public)


def test_a_pickle_made_before_a_module_moved_loads() -> None:
    misread = quoted_phrase.MisreadingError("no figure")
    old = pickle.dumps(misread, 0).replace(b"raqqa_data.building.quoted_phrase", b"raqqa_data.building.reading")
    forget("building.reading")
    with pytest.warns(DeprecationWarning, match=r"is now raqqa_data\.building\.quoted_phrase"):
        assert type(pickle.loads(old)) is quoted_phrase.MisreadingError
    forget("building.reading")
