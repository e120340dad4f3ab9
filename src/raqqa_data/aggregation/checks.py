"""May these observations be added? The checks behind every sum."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from raqqa_data.aggregation.conditions import Condition, Ruling, refuse
from raqqa_data.aggregation.derived import listed, unique
from raqqa_data.aggregation.overlaps import end_of, may_overlap, overlapping, start_of, widened
from raqqa_data.aggregation.subgroups import meeting
from raqqa_data.aggregation.wholes import held_by
from raqqa_data.records.indicator import Additivity
from raqqa_data.records.observation import Money, Observation, RecordStatus, Share
from raqqa_data.units.table import find_unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from raqqa_data.aggregation.derived import Value
    from raqqa_data.aggregation.runs import Runs
    from raqqa_data.records.indicator import Indicator
    from raqqa_data.records.subgroup import Subgroup

RECONCILE = "reconcile() brings what several documents claim of one happening to one value."
QUALIFIED = "a date marked ~ (approximate) or ? (uncertain) may be off by as much as it names"
_CURRENT = RecordStatus.CURRENT


def check_addable(
    records: Sequence[Observation],
    runs: Runs,
    universe: Mapping[str, Observation],
    ruling: Ruling,
) -> None:
    """Refuse observations that must not be added.

    Args:
        records: What is to be added.
        runs: What a walk over them showed.
        universe: What is known besides, by id: it tells what is a part of what.
        ruling: What may be broken on purpose.

    Raises:
        NotSummarizable: A condition does not hold, and was not allowed to be broken.
    """
    if not records:
        reason = "there is nothing to add, and nothing is not zero"
        raise refuse(Condition.COMPLETENESS, (), reason, "Give one observation at least.")
    check_in_use(runs.heads, ruling)
    _check_types(records, runs.heads, ruling)
    if runs.repeated:
        _refuse_repeated(records, ruling)
    _check_wholes(records, runs.heads, universe, ruling)
    _check_claims(records, runs.heads, ruling)
    if not runs.apart or may_overlap(runs.heads):
        _check_overlaps(records, ruling)


def check_in_use(records: Iterable[Observation], ruling: Ruling) -> None:
    """Refuse records that state nothing any more."""
    out = [record for record in records if record.record_status is not _CURRENT]
    if out:
        successors = [record.superseded_by for record in out if record.superseded_by]
        instead = f"Take {', '.join(successors)} instead." if successors else "Leave it out."
        ruling.breach(Condition.TYPES, ids(out), "withdrawn or superseded records state nothing any more", instead)


def check_given(values: Iterable[Value], ruling: Ruling) -> None:
    """Refuse observations that state nothing any more; what was derived was checked when it was made."""
    check_in_use([value for value in values if isinstance(value, Observation)], ruling)


def _check_types(records: Sequence[Observation], heads: Sequence[Observation], ruling: Ruling) -> None:
    indicators = indicators_of(heads)
    dimensions = {find_unit(indicator.unit).dimension for indicator in indicators}
    if len(dimensions) > 1:
        reason = f"{', '.join(sorted(dimensions))} are different dimensions"
        hint = "They never add. Total each indicator by itself: group_by(observations, 'indicator').total()."
        if all(find_unit(indicator.unit).minor is not None for indicator in indicators):
            one = min(dimensions)
            hint = f"Bring them to one currency by rates of your own: total(..., unit={one!r}, rates=Rates([...]))."
        raise refuse(Condition.TYPES, _one_each(heads, indicators), reason, hint)
    if any(find_unit(unit).factor is None for unit in {head.unit for head in heads}):
        reason = "a temperature scale has a zero of its own, so its values do not add"
        raise refuse(Condition.TYPES, ids(records), reason, "Compare them, or list them.")
    if len(indicators) > 1:
        ruling.breach(Condition.TYPES, _one_each(heads, indicators), *different(heads, indicators))
    for indicator in indicators:
        if indicator.kind == Share.kind:
            _check_one("shares of different things", "of", _all_of(indicator, records), ruling)
        if indicator.kind == Money.kind:
            _check_one("amounts in different prices", "price_basis", _all_of(indicator, records), ruling)
        if indicator.additivity is Additivity.NON_ADDITIVE:
            offenders = ids(_all_of(indicator, records))
            reason = f"{indicator.id} is non-additive: a sum of its values means nothing"
            instead = "Leave them out, as observations.where(additivity='flow') does; compare or list them."
            ruling.breach(Condition.TYPES, offenders, reason, instead)
        elif indicator.additivity is Additivity.STOCK:
            _check_one_time(_all_of(indicator, records), ruling)


def indicators_of(records: Iterable[Observation]) -> tuple[Indicator, ...]:
    """Their indicators, each once: two catalogues may call one by different names."""
    found: dict[tuple[str, str, Additivity], Indicator] = {}
    for indicator in unique(record.indicator for record in records):
        found.setdefault(_definition(indicator), indicator)
    return tuple(found.values())


def _definition(indicator: Indicator) -> tuple[str, str, Additivity]:
    return indicator.id, indicator.unit, indicator.additivity


def _all_of(indicator: Indicator, records: Iterable[Observation]) -> list[Observation]:
    wanted = _definition(indicator)
    return [record for record in records if record.indicator is indicator or _definition(record.indicator) == wanted]


def different(heads: Sequence[Observation], indicators: Sequence[Indicator]) -> tuple[str, str]:
    """What is wrong with several indicators, and what to do instead."""
    names = unique(indicator.id for indicator in indicators)
    if len(names) == len(indicators):
        instead = "Total each by itself: group_by(observations, 'indicator').total()."
        return f"{', '.join(names)} are different indicators", instead
    twice = next(name for name, count in Counter(indicator.id for indicator in indicators).items() if count > 1)
    documents = unique(head.document.id for head in heads if head.indicator.id == twice)
    reason = f"{twice} is defined in different ways ({', '.join(documents)})"
    return reason, "Total each by itself, grouped by 'document' and 'indicator', or give both one Indicator."


def _check_one(what: str, field: str, records: Sequence[Observation], ruling: Ruling) -> None:
    """Refuse amounts that only have their unit in common."""
    found = unique(getattr(record, field) for record in records)
    if len(found) > 1:
        told = listed(["not stated" if each is None else each for each in found])
        ruling.breach(Condition.TYPES, ids(records), f"these are {what}: {told}", f"Add those of one ({field!r}).")


def _check_one_time(stocks: Sequence[Observation], ruling: Ruling) -> None:
    """Stocks add over places and groups only: all their periods must be able to share a day."""
    latest_start = max(stocks, key=start_of)
    earliest_end = min(stocks, key=end_of)
    if start_of(latest_start) > end_of(earliest_end):
        indicator = stocks[0].indicator.id
        reason = (
            f"{indicator} is a stock, what there is at a time, and these are of {earliest_end.period} "
            f"and {latest_start.period}: over time it counts the same things again"
        )
        instead = f"Take one time, or follow it with timeline(): {latest_start.id} is the latest."
        ruling.breach(Condition.TYPES, (earliest_end.id, latest_start.id), reason, instead)


def _refuse_repeated(records: Sequence[Observation], ruling: Ruling) -> None:
    twice = [record_id for record_id, count in Counter(ids(records)).items() if count > 1]
    ruling.breach(Condition.DISJOINTNESS, twice, "the same observation is given twice", "Give it once.")


def _check_wholes(
    records: Sequence[Observation], heads: Sequence[Observation], universe: Mapping[str, Observation], ruling: Ruling
) -> None:
    parts = [head for head in heads if head.part_of]
    if not parts:
        return
    given = {record.id for record in records}
    offenders: dict[str, None] = {}
    wholes: dict[str, None] = {}
    for record, whole in held_by(parts, given, universe):
        if whole is not None:
            wholes[whole] = None
            offenders |= {whole: None, record.id: None}
    if offenders:
        reason = f"{', '.join(wholes)} holds the others already, as its parts"
        ruling.breach(Condition.DISJOINTNESS, offenders, reason, "Add the whole alone, or its parts alone.")


def _check_claims(records: Sequence[Observation], heads: Sequence[Observation], ruling: Ruling) -> None:
    """What two documents say of one event are two claims of it, whatever day or place they give."""
    if not any(_claims_of_several(heads)):
        return
    offenders: dict[str, None] = {}
    events: dict[str | None, None] = {}
    for claims in _claims_of_several(records):
        offenders |= dict.fromkeys(ids(claims))
        events[claims[0].event] = None
    reason = f"several documents speak of one event ({listed([*events])}): they may count the same things"
    ruling.breach(Condition.DISJOINTNESS, offenders, reason, RECONCILE)


def _claims_of_several(records: Sequence[Observation]) -> Iterator[list[Observation]]:
    """Records of one event, indicator and subgroup that another document may speak of too."""
    claims: defaultdict[tuple[str, str], dict[Subgroup | None, list[Observation]]] = defaultdict(dict)
    for record in records:
        if record.event is not None:
            claims[record.event, record.indicator.id].setdefault(record.subgroup, []).append(record)
    meets = meeting({subgroup for said in claims.values() for subgroup in said})
    for said in claims.values():
        for subgroup, own in said.items():
            others = said if subgroup is None else said.keys() & {None, subgroup, *meets.get(subgroup, ())}
            if len({record.document.id for other in others for record in said[other]}) > 1:
                yield own


def _check_overlaps(records: Sequence[Observation], ruling: Ruling) -> None:
    """Things of one kind in places, groups and times that have something in common may be the same things."""
    reason = "these overlap in indicator, place, subgroup and time: they may count the same things"
    found = set(overlapping(records))
    if not found and any(record.period.qualified for record in records):
        found = set(overlapping(widened(records)))
        reason = f"these may overlap in time, as {QUALIFIED}: they may count the same things"
    if found:
        offenders = {record.id: record.document.id for record in records if record.id in found}
        several = len(set(offenders.values())) > 1
        ruling.breach(
            Condition.DISJOINTNESS, offenders, reason, f"Take one of them.{f' {RECONCILE}' if several else ''}"
        )


def ids(records: Iterable[Observation]) -> tuple[str, ...]:
    """Their ids, in order."""
    return tuple(record.id for record in records)


def _one_each(records: Sequence[Observation], indicators: Sequence[Indicator]) -> tuple[str, ...]:
    """The first observation of each indicator."""
    return tuple(_all_of(indicator, records)[0].id for indicator in indicators)
