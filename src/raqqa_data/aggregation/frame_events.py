"""Claims of one event by several documents, over a table: the same rule as over records."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from raqqa_data.aggregation.columns import DIMENSION, NAMED, collected, engine_of, is_missing, narwhals, rows_of
from raqqa_data.aggregation.conditions import ONE_CLAIM
from raqqa_data.aggregation.subgroups import meeting

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from raqqa_data.aggregation.conditions import Ruling

_ENDS = ("min", "max")


def check_claims(table: Any, keys: Sequence[str], ruling: Ruling) -> None:
    """Refuse groups in which two documents speak of one event, of subgroups that may have somebody in common."""
    nw = narwhals()
    schema = table.collect_schema()
    claims = table.filter(~nw.col("event").is_null())
    group: list[str] = [*dict.fromkeys([*keys, DIMENSION, *(["indicator"] if "indicator" in schema else []), "event"])]
    grouped = "subgroup" in schema and "subgroup" not in keys
    offenders: set[str] = set()
    for found in _by_several(claims, group, grouped=grouped):
        events = found.group_by("event").agg(nw.len().alias("_rows"))
        offenders |= {f"event={row['event']}" for row in rows_of(events.head(NAMED))}
    if offenders:
        ruling.broken_in(engine_of(table), ONE_CLAIM, sorted(offenders))


def _by_several(claims: Any, group: Sequence[str], *, grouped: bool) -> Iterator[Any]:
    """Groups of claims by several documents, for each way in which their subgroups may meet."""
    nw = narwhals()
    everybody = nw.lit(value=True)
    if not grouped:
        yield _conflicts(claims, group, everybody, everybody)
        return
    who = nw.col("subgroup")
    yield _conflicts(claims, [*group, "subgroup"], everybody, everybody)
    yield _conflicts(claims, group, who.is_null(), ~who.is_null())
    counted = claims.select("subgroup").group_by("subgroup", drop_null_keys=False).agg(nw.len().alias("_rows"))
    present = [name for name in collected(counted)["subgroup"].to_list() if not is_missing(name)]
    for one, others in meeting(present).items():
        theirs = who.is_in(sorted(others))
        yield _conflicts(claims.filter((who == one) | theirs), group, who == nw.lit(one), theirs)


def _conflicts(claims: Any, group: Sequence[str], one: Any, other: Any) -> Any:
    """Groups in which what is on the one side and what is on the other are of more than one document."""
    nw = narwhals()
    sides = {"_one": one, "_other": other}
    marked = claims.with_columns(nw.when(side).then(nw.col("document")).alias(name) for name, side in sides.items())
    documents = marked.group_by(list(group), drop_null_keys=False).agg(
        *(getattr(nw.col(name), end)().alias(f"{name}_{end}") for name in sides for end in _ENDS)
    )
    least, most = nw.col("_one_min"), nw.col("_one_max")
    differ = (least != most) | (least != nw.col("_other_min")) | (least != nw.col("_other_max"))
    both = ~least.is_null() & ~nw.col("_other_min").is_null()
    return documents.filter(both & differ.fill_null(value=False))
