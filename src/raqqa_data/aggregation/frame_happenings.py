"""Whether claims in a table are of one happening: what tells them apart, and what makes them incomparable."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from raqqa_data.aggregation.claims import ALIKE, UNBEGUN
from raqqa_data.aggregation.columns import collected, engine_of, narwhals
from raqqa_data.aggregation.frame_checks import codes_in
from raqqa_data.errors import FrameError
from raqqa_data.records.record import RecordStatus

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

ID, DOCUMENT, PART_OF, STATUS = "id", "document", "part_of", "record_status"
KEY, COMPARABLE = "_key", "_comparable"
_WHOLE, _LIKE, _FIRST, _LAST, _PARTS = "_whole", "_like", "_first_like", "_last_like", "_parts"
_ROWS, _IDS, _COMMON = "_rows", "_ids", "_common"


def in_use(table: Any) -> Any:
    """The rows that state something still; one without a status does.

    Raises:
        FrameError: A status is none.
    """
    nw = narwhals()
    codes_in(table.select(STATUS))
    return table.filter(nw.col(STATUS).is_null() | (nw.col(STATUS) == str(RecordStatus.CURRENT)))


def unused(table: Any, asked: set[str]) -> set[str]:
    """Those of some columns that state nothing at all; each claim must be told from the others.

    Raises:
        FrameError: A claim has no id, the id of another, or no document.
    """
    nw = narwhals()
    missing = [nw.col(name).is_null().cast(nw.Int64).sum() for name in (ID, DOCUMENT)]
    ids = [nw.col(ID).count().alias(_ROWS), nw.col(ID).n_unique().alias(_IDS)]
    counted = collected(table.select(*missing, *ids, *(nw.col(name).count() for name in sorted(asked))))
    for name in (ID, DOCUMENT):
        if counted[name].to_list()[0]:
            raise FrameError(engine_of(table), name, None, f"a claim has no {name}; give each its own")
    if counted[_ROWS].to_list()[0] > counted[_IDS].to_list()[0]:
        each = table.group_by(ID).agg(nw.len().alias(_ROWS))
        twice = collected(each.filter(nw.col(_ROWS) > 1).select(ID).head(1))[ID].to_list()[0]
        raise FrameError(engine_of(table), ID, twice, "is the id of two claims; give each its own, and each row once")
    return {name for name in asked if not counted[name].to_list()[0]}


def told_by(columns: Collection[str]) -> list[Any]:
    """What tells of each claim whether it is of the happening of another, as far as the columns say something."""
    nw = narwhals()
    parts = [nw.col(PART_OF).cast(nw.String).alias(_WHOLE)] if PART_OF in columns else []
    return [*parts, *([like_of(columns).alias(_LIKE)] if not set(ALIKE).isdisjoint(columns) else [])]


def like_of(columns: Collection[str]) -> Any:
    """What claims that can be compared have in common, as one text."""
    return in_common([name for name in ALIKE if name in columns])


def counted(rows: Any, *, alike: bool) -> Any:
    """How many claims there are of each happening, and whether they can be compared at all."""
    nw = narwhals()
    ends = [nw.col(_LIKE).min().alias(_FIRST), nw.col(_LIKE).max().alias(_LAST)] if alike else []
    counts = rows.group_by(KEY).agg(nw.len().alias("claims"), *ends)
    comparable = nw.col(_FIRST) == nw.col(_LAST) if alike else nw.lit(value=True)
    return counts.select(KEY, "claims", comparable.alias(COMPARABLE))


def in_common(keys: Sequence[str]) -> Any:
    """What claims of one happening have in common, as one text."""
    nw = narwhals()
    return nw.concat_str([nw.col(key).cast(nw.String).fill_null("\x1a") for key in keys], separator="\x1f")


def told_wholes(table: Any, by: Sequence[str]) -> Any:
    """What each row, in use or not, may be the whole of, by what it has in common with its part."""
    nw = narwhals()
    return table.select(in_common(by).alias(_COMMON), nw.col(ID).cast(nw.String).alias(_WHOLE))


def without_parts(rows: Any, counts: Any, there: Any, by: Sequence[str]) -> Any:
    """Claims but those of a part of another of one happening; where all are, in a circle, all.

    Args:
        rows: The claims.
        counts: How many there are of each happening.
        there: What may be a whole, as `told_wholes` gives it.
        by: What claims of one happening have in common.
    """
    nw = narwhals()
    parts = rows.filter(~nw.col(_WHOLE).is_null()).with_columns(in_common(by).alias(_COMMON))
    parts = parts.join(there, on=[_COMMON, _WHOLE], how="semi")
    counted = parts.group_by(KEY).agg(nw.len().alias(_PARTS)).join(counts, on=KEY, how="inner")
    some = counted.filter(nw.col(_PARTS) < nw.col("claims"))
    return rows.join(parts.join(some, on=KEY, how="semi").select(ID), on=ID, how="anti")


def names_a_happening(keys: Sequence[str], schema: Mapping[str, Any]) -> Any:
    """Whether an event or the beginning of the period says which happening a row is of; None where all do."""
    nw = narwhals()
    if "period" not in keys or schema["period"] != nw.String:
        return None
    period = nw.col("period").fill_null("")
    unbegun = period.str.contains(f"^(?:{'|'.join(map(re.escape, UNBEGUN))})")
    return ~(unbegun & nw.col("event").is_null() if "event" in keys else unbegun)
