"""Wholes beside the sums of their parts, over a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from raqqa_data.aggregation.columns import PARTS, UNIT, narwhals, opened, places_of, require, require_numbers, units_in
from raqqa_data.aggregation.comparing import Verdict
from raqqa_data.aggregation.conditions import Ruling
from raqqa_data.aggregation.frame_checks import check_rows
from raqqa_data.aggregation.frame_sums import converted, partial_of, targets_of, together
from raqqa_data.records.estimate import Wording
from raqqa_data.records.rounding import ROUNDING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from raqqa_data.records.place import Place

_STRICT = {"low": Wording.MORE_THAN, "high": Wording.LESS_THAN}
"""Wordings that leave out their own bound."""


def check_hierarchy(frame: Any, *, allow: Iterable[str] = (), places: Iterable[Place] = ()) -> Any:
    """Compare each whole of a table with the sum of its parts, under the bounds that all of them state.

    Args:
        frame: A table with `id`, `part_of`, `best`, `low`, `high` and `unit`; where it has `wording`, "more than 300"
            is known to leave out 300 itself.
        allow: Conditions to break on purpose.
        places: As in `totals`.

    Returns:
        A table of the same kind, a row for each whole: `id`, `unit`, `best`, `low`, `high`, the parts' `parts_best`,
        `parts_low` and `parts_high`, how many they are in `parts`, and the `verdict`: "agree", "overlap", "incomplete"
        or "contradict"; null where a part is of another dimension than its whole, and where the whole is not in the
        table, whose estimate is null too.

    Raises:
        FrameError: A column is missing or of the wrong type, or a unit is unknown.
        NotSummarizable: The parts of a whole must not be added.
        MissingExtraError: narwhals is not installed.

    Example:
        >>> import polars as pl
        >>> from raqqa_data.aggregation import frames
        >>> table = pl.DataFrame({
        ...     "id": ["killed", "civilians", "others"], "part_of": [None, "killed", "killed"],
        ...     "unit": ["person"] * 3, "best": [181, 7, 174], "low": [181, 7, 174], "high": [181, 7, 174],
        ... })
        >>> frames.check_hierarchy(table)["verdict"].to_list()
        ['agree']
    """
    nw = narwhals()
    table = opened(frame)
    schema = table.collect_schema()
    require(table, ("id", "part_of", *PARTS, UNIT), schema)
    require_numbers(table, schema)
    units = units_in(table)
    parts = table.filter(~nw.col("part_of").is_null())
    targets = targets_of(parts, ["part_of"], units, None)
    check_rows(parts, ["part_of"], places_of(frame, places), Ruling(allow))
    columns = ["part_of", UNIT]
    added = together(partial_of(parts, columns), columns, units, targets).select(
        nw.col("part_of").alias("id"),
        nw.col(UNIT).alias("_parts_unit"),
        *(nw.col(part).alias(f"parts_{part}") for part in PARTS),
        nw.col("records").alias("parts"),
    )
    worded = "wording" in schema
    wholes = converted(table.select("id", UNIT, *PARTS, *(["wording"] if worded else [])), units, targets)
    joined = added.join(wholes, on="id", how="left")
    if worded:
        joined = joined.join(_strictness(parts), on="id", how="inner")
    return joined.select(
        "id",
        nw.when(nw.col(UNIT).is_null()).then(nw.col("_parts_unit")).otherwise(nw.col(UNIT)).alias(UNIT),
        *PARTS,
        *(f"parts_{part}" for part in PARTS),
        "parts",
        nw.when(nw.col(UNIT) == nw.col("_parts_unit")).then(_verdict(worded=worded)).alias("verdict"),
    ).to_native()


def _strictness(parts: Any) -> Any:
    """For each whole, whether the sum of its parts leaves out its own bound: all are exact but some that do."""
    nw = narwhals()
    wording = nw.col("wording")
    flags = {"_exact": wording == str(Wording.EXACT)} | {f"_{side}": wording == str(w) for side, w in _STRICT.items()}
    rows = parts.select(
        nw.col("part_of").alias("id"),
        *(flag.cast(nw.Int64).alias(name) for name, flag in flags.items()),
    )
    counted = rows.group_by("id").agg(*(nw.col(name).sum() for name in flags), nw.len().alias("_rows"))
    return counted.select(
        "id",
        *(
            ((nw.col(f"_{side}") > 0) & (nw.col("_exact") + nw.col(f"_{side}") == nw.col("_rows"))).alias(f"_{side}")
            for side in _STRICT
        ),
    )


def _verdict(*, worded: bool) -> Any:
    nw = narwhals()
    ours = {part: nw.col(part) for part in PARTS}
    theirs = {part: nw.col(f"parts_{part}") for part in PARTS}
    same = nw.all_horizontal(*(_same(ours[part], theirs[part]) for part in PARTS), ignore_nulls=False)
    said = nw.any_horizontal(*(~ours[part].is_null() for part in PARTS), ignore_nulls=False)
    wording = nw.col("wording")
    strict = {
        "over": (wording == str(Wording.MORE_THAN)) | nw.col("_high") if worded else None,
        "under": (wording == str(Wording.LESS_THAN)) | nw.col("_low") if worded else None,
    }
    exceeded = below(ours["high"], theirs["low"], strict["under"])
    lacking = below(theirs["high"], ours["low"], strict["over"])
    words: Sequence[tuple[Any, Verdict]] = (
        (lacking, Verdict.INCOMPLETE),
        (exceeded, Verdict.CONTRADICT),
        (same & said, Verdict.AGREE),
    )
    verdict = nw.lit(str(Verdict.OVERLAP))
    for condition, word in words:
        verdict = nw.when(condition).then(nw.lit(str(word))).otherwise(verdict)
    return verdict


def _same(one: Any, other: Any) -> Any:
    nw = narwhals()
    both_open = one.is_null() & other.is_null()
    return nw.when(one.is_null() | other.is_null()).then(both_open).otherwise(alike(one, other))


def alike(one: Any, other: Any) -> Any:
    """As `records.rounding.alike`: the same but for rounding; two whole numbers are the same or not."""
    size = one.abs() + other.abs()
    whole = (one.round() == one) & (other.round() == other)
    return (one == other) | (~whole & ((one - other).abs() * ROUNDING <= size))


def below(high: Any, low: Any, strict: Any = None) -> Any:
    """Whether all up to the one lies below all from the other; what is not stated lies nowhere."""
    nw = narwhals()
    touching = alike(high, low)
    apart = (high < low) & ~touching
    if strict is not None:
        apart = apart | (touching & strict)
    return nw.when(high.is_null() | low.is_null()).then(nw.lit(value=False)).otherwise(apart)
