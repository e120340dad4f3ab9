"""The engines that read texts; the tests marked `dask` run on a cluster."""

from __future__ import annotations

import pytest

from tests.aggregation.clusters import cluster, on_the_cluster
from tests.aggregation.engines import ALL, ENGINES, Engine

__all__ = ["cluster", "engine", "on_the_cluster"]
NO_READING = ["duckdb", "ibis"]


@pytest.fixture(params=[name for name in ALL if name not in NO_READING])
def engine(request: pytest.FixtureRequest) -> Engine:
    """Each engine that runs a Python function over its rows."""
    return ENGINES[request.param]
