"""Claims of one happening brought to one value over a table, on the engine that the table lives in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from raqqa_data.aggregation.claims import ALIKE, BY, POLICIES, names_in, originals
from raqqa_data.aggregation.columns import (
    PARTS,
    UNIT,
    as_text,
    collected,
    engine_of,
    is_missing,
    keys_of,
    narwhals,
    opened,
    require,
    require_numbers,
    units_in,
)
from raqqa_data.aggregation.frame_happenings import (
    COMPARABLE,
    DOCUMENT,
    ID,
    KEY,
    PART_OF,
    STATUS,
    counted,
    in_common,
    in_use,
    like_of,
    names_a_happening,
    told_by,
    told_wholes,
    unused,
    without_parts,
)
from raqqa_data.aggregation.frame_hierarchy import alike
from raqqa_data.aggregation.frame_sums import converted
from raqqa_data.errors import FrameError, NotFoundError, PeriodError
from raqqa_data.records.estimate import Wording
from raqqa_data.records.period import Period
from raqqa_data.units.table import find_unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_WHO = "attributed_to"
_CLAIMANT, _SAID, _ORDER, _RANK = "_claimant", "_said", "_order", "_rank"
_STATES, _LAST, _TEXT, _APART = "_states", "_last", "_text", "_apart"
_STATED = (*PARTS, "wording")
_NEVER = "0000-00-00"
"""The day of what no document dates: before all others."""
_DAY = r"^\d{4}-\d{2}-\d{2}$"
_SIDES = {"_lo": "min", "_hi": "max", "low": "max", "high": "min", "_less": "min", "_more": "max"}
"""What each column of bounds comes to in a group."""


def reconcile(
    frame: Any,
    *,
    by: Sequence[str] | str = BY,
    policy: str = "range",
    prefer: Sequence[str] | str = (),
    copies: Iterable[tuple[str, str]] = (),
) -> Any:
    """Bring the claims of each happening to one value, as `raqqa_data.reconcile` does over records.

    A part does not count beside others, even where its whole was withdrawn or superseded.
    Units are converted to the base unit of their dimension. Units, and days of publication that are no plain dates,
    are looked at when this is called; a table that is lazy is else worked out when its engine does.

    Args:
        frame: A table as for `totals`, a row a claim, with `id` (each once), `document` and the columns of `by`; where
            it has them, `attributed_to`, `published` (EDTF, or dates), `wording`, `record_status`, `part_of`,
            `indicator`, `of` and `price_basis` are taken too.
        by: The columns that claims of one happening have in common.
        policy: "range", "latest" or "majority"; "range" stays open as over records.
        prefer: Ids of agents, in order: the first that claims one value decides, before any policy.
        copies: Pairs of ids of documents of which the one is a copy of the other.

    Returns:
        A table of the same kind, a row a happening: the columns of `by`, then `unit`, `best`, `low`, `high`, `wording`,
        `status` ("agreed", "decided" or "pending"), `claims` and `independent` (how many there are, and how many of
        them count), and `contradicts`, whether two of these cannot both be true.

    Raises:
        FrameError: A column is missing or of the wrong type, a unit or a day is none, a claim has no document, or two
            have one id.
        NotFoundError: There is no such policy.
        RecordError: `prefer` are no ids, or `copies` no pairs.
        MissingExtraError: narwhals is not installed.

    Example:
        >>> import polars as pl
        >>> from raqqa_data.aggregation import frames
        >>> table = pl.DataFrame({
        ...     "id": ["a.killed", "b.killed"], "document": ["a", "b"], "event": ["fire", "fire"],
        ...     "unit": ["person"] * 2, "best": [12, 17], "low": [12, 17], "high": [12, 17],
        ... })
        >>> frames.reconcile(table, by="event").select("low", "high", "status").rows()
        [(12.0, 17.0, 'decided')]
    """
    if policy not in POLICIES:
        raise NotFoundError("policy", policy, POLICIES)
    nw = narwhals()
    prefer = names_in(prefer, "prefer")
    given = opened(frame)
    # worked out step by step, a table of polars would keep every step in memory
    at_once = given.implementation is nw.Implementation.POLARS and isinstance(given, nw.DataFrame)
    table = given.lazy() if at_once else given
    schema = table.collect_schema()
    keys = [*keys_of(table, by, schema), UNIT]
    require(table, (ID, DOCUMENT, *PARTS, UNIT), schema)
    require_numbers(table, schema)
    optional = {name for name in (_WHO, "published", "wording", STATUS, PART_OF, *ALIKE) if name in schema}
    table = as_text(table, (ID, DOCUMENT, *optional))
    there = told_wholes(table, keys[:-1]) if PART_OF in optional else None
    table = in_use(table) if STATUS in optional else table
    optional -= {*ALIKE} & {*keys}
    optional -= unused(table, optional & {PART_OF, *ALIKE})
    units = units_in(table)
    # a scale with a zero of its own stays as it is
    targets = {name: known if known.factor is None else find_unit(known.base) for name, known in units.items()}
    table = converted(table, units, targets)
    rows = _claims(table, keys, optional, originals(copies))
    counts = counted(rows, alike=not optional.isdisjoint(ALIKE))
    rows = without_parts(rows, counts, there, keys[:-1]) if PART_OF in optional else rows
    # a part of a Dask table of which a column is null throughout has it as numbers
    texts = [nw.col(key).cast(nw.String) for key in keys if schema.get(key) == nw.String]
    others = [nw.col(name).cast(nw.String) for name in (_WHO, "wording")]
    independent = _independent(rows).with_columns(*texts, *others)
    found = _together(independent, keys).with_columns(*texts)
    found = found.join(counts, on=KEY, how="left")
    if policy == "range":
        found = found.join(_told_apart(independent, keys), on=KEY, how="left")
    finished = _finished(found, _chosen(independent, policy, prefer), keys, policy, names_a_happening(keys, schema))
    return (finished.collect() if at_once else finished).to_native()


def _independent(rows: Any) -> Any:
    """What each claimant said on its last day, and without a day; of two claims that state the same, one."""
    nw = narwhals()
    last = rows.group_by(KEY, _CLAIMANT).agg(nw.col(_SAID).max().alias(_LAST))
    said = nw.col(_SAID)
    standing = rows.join(last, on=[KEY, _CLAIMANT], how="inner").filter((said == nw.col(_LAST)) | (said == _NEVER))
    stated = nw.concat_str([nw.col(part).cast(nw.String).fill_null("\x1a") for part in _STATED], separator="\x1f")
    standing = standing.with_columns(stated.alias(_STATES))
    same = [KEY, _CLAIMANT, _STATES]
    first = standing.group_by(same).agg(nw.col(_ORDER).max())
    return standing.join(first, on=[*same, _ORDER], how="semi")


def _claims(table: Any, keys: Sequence[str], optional: set[str], first: Mapping[str, str]) -> Any:
    """Each claim with its claimant, its place in time, and its bounds."""
    nw = narwhals()
    document = nw.col(DOCUMENT)
    for original, copied in _grouped(first).items():
        document = nw.when(nw.col(DOCUMENT).is_in(copied)).then(nw.lit(original)).otherwise(document)
    voice = nw.concat_str([nw.lit("d:"), document])
    said = _days(table) if "published" in optional else nw.lit(_NEVER)
    claimant = voice
    if _WHO in optional:
        claimant = nw.when(nw.col(_WHO).is_null()).then(voice).otherwise(nw.concat_str([nw.lit("a:"), nw.col(_WHO)]))
    if not optional.isdisjoint(ALIKE):
        claimant = nw.concat_str([claimant, like_of(optional)], separator="\x1f")
    wording = nw.col("wording") if "wording" in optional else nw.lit(None).cast(nw.String)
    rows = table.select(
        *keys,
        *told_by(optional),
        *PARTS,
        nw.col(ID),
        (nw.col(_WHO) if _WHO in optional else nw.lit(None).cast(nw.String)).alias(_WHO),
        wording.alias("wording"),
        claimant.alias(_CLAIMANT),
        document.alias(_TEXT),
        said.alias(_SAID),
        nw.when(nw.col(DOCUMENT).is_in([*first])).then(nw.lit("0")).otherwise(nw.lit("1")).alias(_RANK)
        if first
        else nw.lit("1").alias(_RANK),
    )
    return rows.with_columns(
        nw.concat_str([nw.col(_SAID), nw.col(_RANK), nw.col(ID)]).alias(_ORDER),
        in_common(keys).alias(KEY),
    )


def _bounded(rows: Any) -> Any:
    """Claims with the bounds that they come to, and those that they leave out."""
    nw = narwhals()
    best, low, high = (nw.col(part) for part in PARTS)
    wording = nw.col("wording")
    return rows.with_columns(
        nw.when(low.is_null()).then(best).otherwise(low).alias("_lo"),
        nw.when(high.is_null()).then(best).otherwise(high).alias("_hi"),
        nw.when(wording == str(Wording.LESS_THAN)).then(high).alias("_less"),
        nw.when(wording == str(Wording.MORE_THAN)).then(low).alias("_more"),
    )


def _days(table: Any) -> Any:
    """The last day on which each claim can have been published; a plain date is its own."""
    nw = narwhals()
    published = nw.col("published")
    plain = published.str.contains(_DAY)
    odd = table.filter(~published.is_null() & ~plain).select("published").group_by("published").agg(nw.len())
    days: dict[str, str] = {}
    for text in collected(odd)["published"].to_list():
        if is_missing(text) or not text:
            continue
        try:
            latest = Period(text).latest
        except PeriodError as error:
            raise FrameError(
                engine_of(table), "published", text, f"is no day of publication: {error.problem}"
            ) from None
        days[text] = latest.isoformat() if latest else _NEVER
    said = nw.when(plain).then(published).otherwise(nw.lit(_NEVER))
    for day, texts in _grouped(days).items():
        said = nw.when(published.is_in(texts)).then(nw.lit(day)).otherwise(said)
    return said


def _together(independent: Any, keys: Sequence[str]) -> Any:
    """What the independent claims of each happening come to: their bounds, and whether all state the same."""
    nw = narwhals()
    sides = {f"{name}_{how}": (name, how) for name, how in _SIDES.items()}
    ends = {f"{part}_{how}": (part, how) for part in _STATED for how in ("min", "max")}
    grouped = (
        _bounded(independent)
        .group_by(keys, drop_null_keys=False)
        .agg(
            *(getattr(nw.col(name), how)().alias(alias) for alias, (name, how) in {**sides, **ends}.items()),
            *(nw.col(part).count().alias(f"{part}_count") for part in _STATED),
            nw.col(KEY).max(),
            nw.col(_SAID).max().alias("_last"),
            nw.len().alias("independent"),
        )
    )
    return grouped.with_columns(_all_same("independent").alias("_agreed"), _contradict().alias("contradicts"))


def _all_same(rows: str) -> Any:
    nw = narwhals()
    return nw.all_horizontal(
        *(
            nw.when(nw.col(f"{part}_count") == 0)
            .then(nw.lit(value=True))
            .otherwise((nw.col(f"{part}_count") == nw.col(rows)) & (nw.col(f"{part}_min") == nw.col(f"{part}_max")))
            for part in _STATED
        ),
        ignore_nulls=False,
    )


def _contradict() -> Any:
    """Whether the least upper bound lies below the greatest lower one; "more than 300" leaves out 300 itself."""
    nw = narwhals()
    high, low = nw.col("high_min"), nw.col("low_max")
    apart = (high < low) & ~alike(high, low)
    under, over = nw.col("_less_min"), nw.col("_more_max")
    parts = ((high, low, apart), (under, low, alike(under, low)), (high, over, alike(high, over)))
    return nw.any_horizontal(
        *(
            nw.when(one.is_null() | other.is_null()).then(nw.lit(value=False)).otherwise(condition)
            for one, other, condition in parts
        ),
        ignore_nulls=False,
    )


def _chosen(independent: Any, policy: str, prefer: Sequence[str]) -> list[Any]:
    """By the key of each happening, the claim that decides it; what decides first stands first."""
    return [
        *([_preferred(independent, prefer)] if prefer else []),
        *([_latest(independent)] if policy == "latest" else []),
        *([_majority(independent)] if policy == "majority" else []),
    ]


def _preferred(independent: Any, prefer: Sequence[str]) -> Any:
    nw = narwhals()
    rank = nw.lit(len(prefer))
    for place, agent in reversed([*enumerate(prefer)]):
        rank = nw.when(nw.col(_WHO) == agent).then(nw.lit(place)).otherwise(rank)
    ranked = independent.filter(nw.col(_WHO).is_in([*prefer])).with_columns(rank.cast(nw.Int64).alias(_RANK))
    # of two values of which nothing says which is the later, neither decides
    counted = ranked.group_by(KEY, _RANK).agg(nw.len().alias("_of")).filter(nw.col("_of") == 1)
    first = counted.group_by(KEY).agg(nw.col(_RANK).min())
    return ranked.select(KEY, _RANK, *_STATED).join(first, on=[KEY, _RANK], how="semi").select(KEY, *_STATED)


def _latest(independent: Any) -> Any:
    nw = narwhals()
    last = independent.group_by(KEY).agg(nw.col(_SAID).max(), nw.len().alias("_of"))
    rows = independent.select(KEY, _SAID, *_STATED).join(last, on=[KEY, _SAID], how="inner")
    several = rows.group_by(KEY).agg(
        *(getattr(nw.col(part), how)().alias(f"{part}_{how}") for part in _STATED for how in ("min", "max", "count")),
        nw.len().alias("_rows"),
        nw.col(_SAID).max(),
        nw.col("_of").max(),
    )
    dated = (nw.col(_SAID) != _NEVER) | (nw.col("_of") == 1)
    return several.filter(_all_same("_rows") & dated).select(KEY, *(nw.col(f"{p}_min").alias(p) for p in _STATED))


def _majority(independent: Any) -> Any:
    nw = narwhals()
    total = independent.group_by(KEY).agg(nw.len().alias("_of"))
    stated = independent.filter(~nw.col("best").is_null()).group_by(KEY, "best")
    counted = stated.agg(nw.col(ID).min(), nw.len().alias("_rows")).join(total, on=KEY, how="inner")
    winners = counted.filter(nw.col("_rows") * 2 > nw.col("_of")).select(KEY, "best", ID)
    rows = independent.select(KEY, ID, *_STATED).join(winners, on=[KEY, "best", ID], how="semi")
    return rows.select(KEY, *_STATED)


def _told_apart(independent: Any, keys: Sequence[str]) -> Any:
    """The keys under which one document says several: by one claimant, or by any where no event names the happening."""
    nw = narwhals()
    anybody = nw.lit("")
    who = nw.when(nw.col("event").is_null()).then(anybody).otherwise(nw.col(_CLAIMANT)) if "event" in keys else anybody
    told = independent.select(KEY, who.alias(_CLAIMANT), _TEXT, _STATES).unique()
    several = told.group_by(KEY, _CLAIMANT, _TEXT).agg(nw.len().alias("_rows")).filter(nw.col("_rows") > 1)
    return several.group_by(KEY).agg(nw.col("_rows").max().alias(_APART))


def _finished(found: Any, chosen: Sequence[Any], keys: Sequence[str], policy: str, named: Any) -> Any:
    nw = narwhals()
    names: list[str] = []
    for number, choice in enumerate(chosen):
        own = {part: f"_{part}_{number}" for part in _STATED}
        flag = f"_chosen_{number}"
        names.append(flag)
        marked = choice.select(KEY, *(nw.col(part).alias(name) for part, name in own.items()))
        found = found.join(marked.with_columns(nw.lit(1).alias(flag)), on=KEY, how="left")
    agreed = nw.col("_agreed") & nw.col(COMPARABLE)
    decided = policy == "range"
    together = nw.col(_APART).is_null() & nw.col(COMPARABLE) if decided else agreed
    if decided and named is not None:
        together = together & named
    ranged = {
        "low": nw.col("_lo_min"),
        "high": nw.col("_hi_max"),
        "wording": nw.when(nw.col("_lo_min").is_null() | nw.col("_hi_max").is_null())
        .then(nw.lit(str(Wording.VAGUE)))
        .otherwise(nw.lit(str(Wording.BETWEEN))),
    }
    values = {
        part: nw.when(agreed).then(nw.col(f"{part}_min")).otherwise(nw.when(together).then(ranged[part]))
        if decided and part in ranged
        else nw.when(agreed).then(nw.col(f"{part}_min"))
        for part in _STATED
    }
    settled = agreed | together
    for number, flag in reversed([*enumerate(names)]):
        here = ~nw.col(flag).is_null() & nw.col(COMPARABLE)
        values = {
            part: nw.when(here).then(nw.col(f"_{part}_{number}")).otherwise(value) for part, value in values.items()
        }
        settled = here | settled
    unsettled = nw.when(settled).then(nw.lit("decided")).otherwise(nw.lit("pending"))
    return found.select(
        *keys,
        *(value.alias(part) for part, value in values.items()),
        nw.when(agreed).then(nw.lit("agreed")).otherwise(unsettled).alias("status"),
        nw.col("claims").cast(nw.Int64),
        nw.col("independent").cast(nw.Int64),
        (nw.col("contradicts") & nw.col(COMPARABLE)).alias("contradicts"),
    )


def _grouped(values: Mapping[str, str]) -> dict[str, list[str]]:
    """The keys of each value."""
    groups: dict[str, list[str]] = {}
    for key, value in values.items():
        groups.setdefault(value, []).append(key)
    return groups
