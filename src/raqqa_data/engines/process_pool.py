"""Reading on this machine, in a pool of processes."""

from __future__ import annotations

import functools
import multiprocessing
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from typing import TYPE_CHECKING, Any

from raqqa_data.engines.mention_batches import arrow, mention_rows
from raqqa_data.errors import optional_module

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from raqqa_data.engines.mention_batches import Reference

_ATTEMPTS = 3


def read_pool(
    batches: Iterable[Any],
    column: str,
    *,
    keep: Sequence[str] | None = None,
    reference: Reference = None,
    processes: int | None = None,
    progress: bool = True,
) -> Iterator[Any]:
    """Read batches of texts in several processes, in order, with a bar that shows how far it is.

    At most a few batches for each process are held at a time. Where a process dies, its batches are read again by
    another: no row is lost, none comes twice.

    Args:
        batches: pyarrow RecordBatches, such as `pyarrow.parquet.ParquetFile(...).iter_batches()`.
        column: Name of the column of texts.
        keep: The columns to carry along; all but the texts where left out.
        reference: The date that "last year" is reckoned from, as for `raqqa_data.read`.
        processes: How many; as many as there are processors where left out.
        progress: Whether to show the bar, on standard error.

    Yields:
        A RecordBatch of `mention_rows` for each batch.

    Raises:
        BrokenProcessPool: Processes died three times in a row.
        MissingExtraError: pyarrow is not installed, or, for the bar, rich.

    Example:
        >>> import pyarrow as pa
        >>> texts = pa.record_batch({"body": ["زرعت البلدية 40 شجرة."]})
        >>> [rows["best"].to_pylist() for rows in read_pool([texts] * 2, "body", processes=1, progress=False)]
        [[40.0], [40.0]]
    """
    work = functools.partial(mention_rows, column=column, keep=keep, reference=reference)
    arrow()
    results = _in_order(work, iter(batches), processes or multiprocessing.cpu_count())
    return _with_bar(results) if progress else results


def _in_order(work: Callable[[Any], Any], batches: Iterator[Any], processes: int) -> Iterator[Any]:
    """The results in the order of the batches; work of a process that died is done again."""
    ahead: list[tuple[Any, Future[Any]]] = []
    failures = 0
    pool = _pool(processes)
    try:
        while True:
            while len(ahead) < 2 * processes and (batch := next(batches, None)) is not None:
                ahead.append((batch, _submitted(pool, work, batch)))
            if not ahead:
                return
            wait([ahead[0][1]], return_when=FIRST_COMPLETED)
            try:
                result = ahead[0][1].result()
            except BrokenProcessPool:
                failures += 1
                if failures == _ATTEMPTS:
                    raise
                pool.shutdown(wait=True)
                pool = _pool(processes)
                ahead = [
                    (batch, future if future.done() and not future.exception() else pool.submit(work, batch))
                    for batch, future in ahead
                ]
            else:
                failures = 0
                ahead.pop(0)
                yield result
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _submitted(pool: ProcessPoolExecutor, work: Callable[[Any], Any], batch: Any) -> Future[Any]:
    """The future of a batch; one that already failed where the pool is broken."""
    try:
        return pool.submit(work, batch)
    except BrokenProcessPool as error:
        failed: Future[Any] = Future()
        failed.set_exception(error)
        return failed


def _pool(processes: int) -> ProcessPoolExecutor:
    # fork copies the locks of threads that do not live on in the copy, and Arrow and polars have such threads
    return ProcessPoolExecutor(processes, mp_context=multiprocessing.get_context("spawn"))


def _with_bar(results: Iterator[Any]) -> Iterator[Any]:
    progress = optional_module("rich.progress", "cli")
    columns = (progress.SpinnerColumn(), progress.TextColumn("{task.description}"), progress.TimeElapsedColumn())
    console = optional_module("rich.console", "cli").Console(stderr=True)
    with progress.Progress(*columns, console=console) as bar:
        task = bar.add_task("reading")
        batches = figures = 0
        for result in results:
            batches, figures = batches + 1, figures + result.num_rows
            bar.update(task, description=f"read {batches:,} batches, {figures:,} figures")
            yield result
