"""May these observations be added? The checks behind every sum."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from raqqa_data.aggregation.conditions import (
    ADDITIVE,
    APART,
    CHANGE,
    IN_USE,
    ONCE,
    ONE_CLAIM,
    ONE_DEFINITION,
    ONE_DIMENSION,
    ONE_INDICATOR,
    ONE_OF,
    ONE_PRICE_BASIS,
    ONE_TIME,
    RECONCILE,
    SOMETHING,
    SURELY_APART,
    WHOLE_OR_PARTS,
    ZERO,
    Rule,
    Ruling,
)
from raqqa_data.aggregation.derived import listed, unique
from raqqa_data.aggregation.overlaps import end_of, may_overlap, overlapping, start_of, widened
from raqqa_data.aggregation.running_totals import are_states
from raqqa_data.aggregation.subgroups import meeting
from raqqa_data.aggregation.wholes import held_by
from raqqa_data.records.indicator import Additivity
from raqqa_data.records.observation import Money, Observation, RecordStatus, Share
from raqqa_data.units.table import find_unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from raqqa_data.aggregation.derived import Value
    from raqqa_data.aggregation.one_pass_checks import Runs
    from raqqa_data.records.indicator import Indicator
    from raqqa_data.records.subgroup import Subgroup

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
        ruling.broken(SOMETHING, ())
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
        instead = f"Take {', '.join(successors)} instead." if successors else None
        ruling.broken(IN_USE, ids(out), "withdrawn or superseded records", instead)


def check_given(values: Iterable[Value], ruling: Ruling) -> None:
    """Refuse observations that state nothing any more; what was derived was checked when it was made."""
    check_in_use([value for value in values if isinstance(value, Observation)], ruling)


def _check_types(records: Sequence[Observation], heads: Sequence[Observation], ruling: Ruling) -> None:
    indicators = indicators_of(heads)
    dimensions = {find_unit(indicator.unit).dimension for indicator in indicators}
    if len(dimensions) > 1:
        hint = None
        if all(find_unit(indicator.unit).minor is not None for indicator in indicators):
            one = min(dimensions)
            hint = f"Bring them to one currency by rates of your own: total(..., unit={one!r}, rates=Rates([...]))."
        ruling.broken(ONE_DIMENSION, _one_each(heads, indicators), ", ".join(sorted(dimensions)), hint)
    if any(find_unit(unit).factor is None for unit in {head.unit for head in heads}):
        ruling.broken(ZERO, ids(records), ZERO.rows)
    if len(indicators) > 1:
        rule, those = different(heads, indicators)
        ruling.broken(rule, _one_each(heads, indicators), those)
    for indicator in indicators:
        if indicator.kind == Share.kind:
            _check_one(ONE_OF, _all_of(indicator, records), ruling)
        if indicator.kind == Money.kind:
            _check_one(ONE_PRICE_BASIS, _all_of(indicator, records), ruling)
        if indicator.additivity is Additivity.NON_ADDITIVE:
            ruling.broken(ADDITIVE, ids(_all_of(indicator, records)), indicator.id)
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


def different(heads: Sequence[Observation], indicators: Sequence[Indicator]) -> tuple[Rule, str]:
    """Which rule several indicators break, and what to call them."""
    names = unique(indicator.id for indicator in indicators)
    if len(names) == len(indicators):
        return ONE_INDICATOR, ", ".join(names)
    twice = next(name for name, count in Counter(indicator.id for indicator in indicators).items() if count > 1)
    documents = unique(head.document.id for head in heads if head.indicator.id == twice)
    return ONE_DEFINITION, f"{twice} is defined in different ways ({', '.join(documents)})"


def _check_one(rule: Rule, records: Sequence[Observation], ruling: Ruling) -> None:
    """Refuse amounts that only have their unit in common."""
    (field,) = rule.columns
    found = unique(getattr(record, field) for record in records)
    if len(found) > 1:
        ruling.broken(rule, ids(records), listed(["not stated" if each is None else each for each in found]))


def _check_one_time(stocks: Sequence[Observation], ruling: Ruling) -> None:
    """Stocks add over places and groups only: all their periods must be able to share a day."""
    latest_start = max(stocks, key=start_of)
    earliest_end = min(stocks, key=end_of)
    if start_of(latest_start) > end_of(earliest_end):
        those = f"{stocks[0].indicator.id} of {earliest_end.period} and {latest_start.period}"
        instead = f"{ONE_TIME.instead} {latest_start.id} is the latest."
        ruling.broken(ONE_TIME, (earliest_end.id, latest_start.id), those, instead)


def _refuse_repeated(records: Sequence[Observation], ruling: Ruling) -> None:
    twice = [record_id for record_id, count in Counter(ids(records)).items() if count > 1]
    ruling.broken(ONCE, twice, "the same observation")


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
        ruling.broken(WHOLE_OR_PARTS, offenders, ", ".join(wholes))


def _check_claims(records: Sequence[Observation], heads: Sequence[Observation], ruling: Ruling) -> None:
    """What two documents say of one event are two claims of it, whatever day or place they give."""
    if not any(_claims_of_several(heads)):
        return
    offenders: dict[str, None] = {}
    events: dict[str | None, None] = {}
    for claims in _claims_of_several(records):
        offenders |= dict.fromkeys(ids(claims))
        events[claims[0].event] = None
    ruling.broken(ONE_CLAIM, offenders, listed([*events]))


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
    rule = APART
    found = set(overlapping(records))
    if not found and any(record.period.qualified for record in records):
        rule = SURELY_APART
        found = set(overlapping(widened(records)))
    if found:
        offenders = {record.id: record.document.id for record in records if record.id in found}
        way_out = None
        if are_states(records):
            way_out = CHANGE
        elif len(set(offenders.values())) > 1:
            way_out = RECONCILE
        ruling.broken(rule, offenders, instead=f"{rule.instead} {way_out}" if way_out else None)


def ids(records: Iterable[Observation]) -> tuple[str, ...]:
    """Their ids, in order."""
    return tuple(record.id for record in records)


def _one_each(records: Sequence[Observation], indicators: Sequence[Indicator]) -> tuple[str, ...]:
    """The first observation of each indicator."""
    return tuple(_all_of(indicator, records)[0].id for indicator in indicators)
