"""A Dask cluster of two processes for the tests that are marked so: faults of pickling show only there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest


@pytest.fixture(scope="session")
def cluster() -> Iterator[Any]:
    distributed = pytest.importorskip("distributed")
    workers = {"n_workers": 2, "processes": True, "threads_per_worker": 1, "dashboard_address": ":0"}
    with distributed.LocalCluster(**workers) as local, distributed.Client(local) as client:
        yield client


@pytest.fixture(autouse=True)
def on_the_cluster(request: pytest.FixtureRequest) -> None:
    if request.node.get_closest_marker("dask"):
        request.getfixturevalue("cluster")
