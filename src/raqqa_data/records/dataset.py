"""A dataset: observations with named, typed fields."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

import attrs

from raqqa_data.records.mixins import Chartable, Citable
from raqqa_data.records.observation import Observation
from raqqa_data.records.observations import Observations
from raqqa_data.records.sequence import Events, Records

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Dataset", "Events", "Observations", "Records"]

_CAPITAL = re.compile(r"(?<!^)(?=[A-Z])")


class Dataset(Citable, Chartable):
    """Base of a dataset: an attrs class whose fields are observations.

    Nothing of ours to learn: write a frozen attrs class, and `raqqa_data.load` fills it. Its name, the first half of
    its records' ids, is the class's in snake case.

    Example:
        >>> import attrs
        >>> import raqqa_data as rd
        >>> @attrs.frozen(kw_only=True)
        ... class PrisonAttack(rd.Dataset):
        ...     killed: rd.Count
        >>> PrisonAttack.dataset_name()
        'prison_attack'
    """

    __slots__ = ()

    @classmethod
    def dataset_name(cls) -> str:
        """The first half of its records' ids: the class's name in snake case."""
        return _CAPITAL.sub("_", cls.__name__).lower()

    @property
    def observations(self) -> Observations:
        """Its records, in the order of its fields."""
        values = (getattr(self, name) for name in attrs.fields_dict(cast("type[attrs.AttrsInstance]", type(self))))
        return Observations(value for value in values if isinstance(value, Observation))

    def __iter__(self) -> Iterator[Observation]:
        return iter(self.observations)

    def __len__(self) -> int:
        return len(self.observations)

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """The records as Arrow data, so that polars, duckdb, pyarrow and pandas take them as they are."""
        return self.observations.__arrow_c_stream__(requested_schema)

    def __str__(self) -> str:
        return f"{type(self).__name__}\n{self.observations}"

    def _repr_html_(self) -> str:
        return self.observations.as_html()
