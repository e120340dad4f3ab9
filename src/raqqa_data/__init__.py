"""Figures of an Arabic news article on Raqqa as typed, unit-aware records, and helpers that sum them honestly.

Every name below is imported on first use, so that `import raqqa_data` stays light.
"""

from __future__ import annotations

import importlib
import sys

__version__ = "0.1.0"

TYPE_CHECKING = False  # as type checkers know it; typing itself would be most of what the import takes
if TYPE_CHECKING:
    from collections.abc import Mapping
    from importlib.machinery import ModuleSpec
    from types import ModuleType

    from raqqa_data import aggregation as aggregation
    from raqqa_data import building as building
    from raqqa_data import catalogue as catalogue
    from raqqa_data import collection as collection
    from raqqa_data import engines as engines
    from raqqa_data import errors as errors
    from raqqa_data import interchange as interchange
    from raqqa_data import reading as reading
    from raqqa_data import records as records
    from raqqa_data import sources as sources
    from raqqa_data import units as units
    from raqqa_data.aggregation import (
        Derived,
        ExchangeRate,
        Rates,
        change,
        check_hierarchy,
        compare,
        coverage,
        group_by,
        rate,
        ratio,
        share,
        timeline,
        total,
    )
    from raqqa_data.building import Draft, Proposal, Question, build, draft, verify
    from raqqa_data.catalogue import Catalogue, loads
    from raqqa_data.catalogue import datasets as datasets
    from raqqa_data.catalogue import editions as editions
    from raqqa_data.catalogue.datasets import (
        battle,
        data_version,
        events,
        observations,
        prison_attack,
        reconstruction,
        security,
    )
    from raqqa_data.catalogue.editions import catalogue_versions, load_edition
    from raqqa_data.collection import Candidate, Collection, Reconciled, candidates, collect, duplicates, reconcile
    from raqqa_data.errors import (
        AnnotationError,
        CatalogueError,
        FileError,
        FrameError,
        MissingExtraError,
        NotFoundError,
        NotSummarizable,
        OperationError,
        PeriodError,
        RaqqaDataError,
        ReadingError,
        RecordError,
        SourceError,
        UnitConflictError,
        UnitError,
    )
    from raqqa_data.interchange import charts as charts
    from raqqa_data.interchange import load, write
    from raqqa_data.reading import Anchor, Mention, Span, read
    from raqqa_data.records import (
        Additivity,
        Agent,
        Annotation,
        Area,
        ClaimStatus,
        Count,
        Dataset,
        Document,
        Duration,
        Energy,
        Estimate,
        Event,
        Events,
        Indicator,
        Length,
        Mass,
        Money,
        Observation,
        Observations,
        Period,
        Place,
        Power,
        Precision,
        Quote,
        Rate,
        Record,
        RecordStatus,
        Share,
        Subgroup,
        Temperature,
        Volume,
        Wording,
        as_of,
    )
    from raqqa_data.sources import Location, Source, open_source, open_sources
    from raqqa_data.texts import Name
    from raqqa_data.units import define_units
    from raqqa_data.units import table as _table

    unit_table = _table

_HOMES = {
    "aggregation": (
        "Derived",
        "ExchangeRate",
        "Rates",
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
    ),
    "building": ("Draft", "Proposal", "Question", "build", "draft", "verify"),
    "catalogue": ("Catalogue", "loads"),
    "catalogue.datasets": (
        "battle",
        "data_version",
        "events",
        "observations",
        "prison_attack",
        "reconstruction",
        "security",
    ),
    "catalogue.editions": ("catalogue_versions", "load_edition"),
    "collection": (
        "Candidate",
        "Collection",
        "Reconciled",
        "candidates",
        "collect",
        "duplicates",
        "reconcile",
    ),
    "errors": (
        "AnnotationError",
        "CatalogueError",
        "FileError",
        "FrameError",
        "MissingExtraError",
        "NotFoundError",
        "NotSummarizable",
        "OperationError",
        "PeriodError",
        "RaqqaDataError",
        "ReadingError",
        "RecordError",
        "SourceError",
        "UnitConflictError",
        "UnitError",
    ),
    "interchange": ("load", "write"),
    "sources": ("Location", "Source", "open_source", "open_sources"),
    "texts": ("Name",),
    "reading": ("Anchor", "Mention", "Span", "read"),
    "records": (
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
        "Share",
        "Subgroup",
        "Temperature",
        "Volume",
        "Wording",
        "as_of",
    ),
    "units": ("define_units",),
}
_HOME_OF = {name: module for module, names in _HOMES.items() for name in names}
_MODULES = [
    "aggregation",
    "building",
    "catalogue",
    "collection",
    "engines",
    "errors",
    "interchange",
    "reading",
    "records",
    "sources",
    "units",
]
_MOVED = {
    "aggregation.checks": "raqqa_data.aggregation.record_checks",
    "aggregation.exchange": "raqqa_data.aggregation.exchange_rates",
    "building.drafted": "raqqa_data.building.draft_file",
    "building.proposals.known": "raqqa_data.building.proposals.reference.known_names",
    "building.quoted": "raqqa_data.building.quoted_phrase",
    "building.reading": "raqqa_data.building.quoted_phrase",
    "charts": "raqqa_data.interchange.charts",
    "datasets": "raqqa_data.catalogue.datasets",
    "editions": "raqqa_data.catalogue.editions",
    "name": "raqqa_data.texts",
    "records.outward": "raqqa_data.records.mixins",
    "unit_table": "raqqa_data.units.table",
}
"""Modules that have another home since 0.2; pickles of before name the old ones."""
_STILL_HERE = ("charts", "datasets", "editions", "unit_table")

__all__ = [
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


class _Moved:
    """Finds a module by the name that it had, and says where it is."""

    @staticmethod
    def find_spec(name: str, path: object = None, target: object = None) -> ModuleSpec | None:  # noqa: ARG004
        home = _MOVED.get(name.removeprefix("raqqa_data.")) if name.startswith("raqqa_data.") else None
        if home is None:
            return None
        from importlib.machinery import ModuleSpec

        return ModuleSpec(name, _Moved(), origin=home)  # type: ignore[arg-type] # importlib.abc is slow to import

    @staticmethod
    def create_module(spec: ModuleSpec) -> None:
        pass

    @staticmethod
    def exec_module(module: ModuleType) -> None:
        import warnings

        home = _MOVED[module.__name__.removeprefix("raqqa_data.")]
        warnings.warn(f"{module.__name__} is now {home}", DeprecationWarning, stacklevel=2)
        vars(module).update({k: v for k, v in vars(importlib.import_module(home)).items() if k[:2] != "__"})


sys.meta_path.append(_Moved)


def lazily(package: str, homes: Mapping[str, str], name: str) -> object:
    """What the `__getattr__` of a package returns: a name, imported on first use from the module that it lives in.

    Raises:
        AttributeError: The package has no such name.
    """
    if name not in homes:
        raise AttributeError(f"module {package!r} has no attribute {name!r}", name=name, obj=sys.modules[package])
    value = getattr(importlib.import_module(f"{package}.{homes[name]}"), name)
    setattr(sys.modules[package], name, value)
    return value


def __getattr__(name: str) -> object:
    if name in _MODULES:
        return importlib.import_module(f"raqqa_data.{name}")
    if name in _STILL_HERE:
        return importlib.import_module(_MOVED[name])
    return lazily(__name__, _HOME_OF, name)


def __dir__() -> list[str]:
    return sorted({*__all__, *_MODULES, *_STILL_HERE})
