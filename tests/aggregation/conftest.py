"""The tests marked `dask` run on a cluster."""

from tests.aggregation.clusters import cluster, on_the_cluster

__all__ = ["cluster", "on_the_cluster"]
