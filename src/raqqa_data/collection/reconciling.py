"""Claims of several documents about one happening, brought to one value or left open, and none of them lost.

After the Standards for Casualty Recording (2016): every claim is kept, what decided is said, and where nothing decides,
the case stays open.
"""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Any

import attrs

from raqqa_data.aggregation.claims import ALIKE, BY, KEYS, NO_HAPPENING, POLICIES, UNBEGUN, names_in, originals
from raqqa_data.aggregation.comparing import Verdict, compare
from raqqa_data.aggregation.conditions import Condition
from raqqa_data.aggregation.derived import Derived, measured, observations_of
from raqqa_data.errors import NotFoundError, RecordError
from raqqa_data.records.conversion import converted
from raqqa_data.records.estimate import Estimate, Wording
from raqqa_data.records.observation import Observation
from raqqa_data.records.record import RecordStatus
from raqqa_data.texts import Code, Name

_KEYS: dict[str, Callable[[Observation], object]] = {
    "event": lambda record: record.event,
    "indicator": lambda record: record.indicator.id,
    "place": lambda record: record.place.id,
    "subgroup": lambda record: record.subgroup,
    "period": lambda record: record.period,
    "of": lambda record: record.of,
    "price_basis": lambda record: record.price_basis,
}
Policy = str | Callable[[Sequence["Observation"]], Estimate | None]


class Status(Code):
    """What became of the claims of one happening.

    AGREED: the independent claims state one value. DECIDED: the policy gave one. PENDING: nothing decides.
    """

    AGREED = "agreed"
    DECIDED = "decided"
    PENDING = "pending"


@attrs.frozen(kw_only=True)
class Reconciled:
    """All claims of one happening, and what they come to.

    Attributes:
        key: What they have in common, by name.
        claims: All of them, in order of their ids; none is dropped.
        independent: Those that count: one for each claimant, its latest; and what a claimant said otherwise on that
            day, or in a document that does not state its day.
        superseded: Earlier claims of a claimant, each with the id of the later one that replaces it.
        copies: Claims read in a copy of another document, each with the id of that which counts.
        parts: Claims of a part of another one here, by `part_of`, each with the id of that one, though it was
            withdrawn: of the whole they say nothing, so they do not count.
        contradictions: Pairs of independent claims that cannot both be true, by their ids.
        status: Whether they agree, were decided, or stay open.
        estimate: What they come to; None while it is open.
        unit: Its unit.
        reason: How it was decided, or why it was not, in a sentence.
    """

    key: dict[str, object] = attrs.field(hash=False)
    claims: tuple[Observation, ...]
    independent: tuple[Observation, ...]
    superseded: tuple[tuple[str, str], ...] = ()
    copies: tuple[tuple[str, str], ...] = ()
    parts: tuple[tuple[str, str], ...] = ()
    contradictions: tuple[tuple[str, str], ...] = ()
    status: Status
    estimate: Estimate | None
    unit: str
    reason: str

    @property
    def value(self) -> Derived:
        """The value with all that it was made from, to add up, divide or draw.

        Raises:
            RecordError: It is still open.
        """
        if self.estimate is None:
            raise RecordError("Reconciled", "estimate", None, f"nothing decides it: {self.reason}")
        name = self.independent[0].name
        return Derived(
            operation="reconciliation",
            name=Name(f"Reconciled: {name.en}", f"بعد التوفيق: {name.ar}"),
            estimate=self.estimate,
            unit=self.unit,
            records=self.independent,
            steps=(self.reason,),
        )

    def chart(self, *, language: str = "en", narrow: bool = False) -> Any:
        """Each claim with its bounds, claimant and day, and the reconciled range behind.

        Args:
            language: "en" or "ar".
            narrow: Fit a phone.

        Raises:
            MissingExtraError: altair is not installed.
        """
        from raqqa_data.interchange.claim_charts import claims_chart

        return claims_chart(self, language=language, narrow=narrow)

    def __str__(self) -> str:
        held = "open" if self.estimate is None else measured(self.estimate, self.unit)
        subgroup = self.key.get("subgroup")
        name = self.independent[0].name.en + (f" ({subgroup})" if subgroup else "")
        where = self.independent[0].place.name.en if self.key.get("place") else None
        at = ", ".join(str(said) for said in (where, self.key.get("period")) if said)
        lines = [f"{name}: {held} ({self.status})", *([f"  {at}"] if at else []), f"  {self.reason}"]
        gone = {earlier: f", replaced by {later}" for earlier, later in self.superseded}
        gone |= {one: f", copy of {other}" for one, other in self.copies}
        gone |= {part: f", part of {whole}" for part, whole in self.parts}
        for claim in self.claims:
            who = claim.attributed_to.name.en if claim.attributed_to else f"the document {claim.document.id}"
            lines.append(f"  - {measured(claim.estimate, claim.unit)}, {who} [{claim.id}]{gone.get(claim.id, '')}")
        return "\n".join(lines)


def reconcile(
    observations: Iterable[Observation],
    *,
    by: Sequence[str] | str = BY,
    policy: Policy = "range",
    prefer: Sequence[str] | str = (),
    copies: Iterable[tuple[str, str]] = (),
) -> tuple[Reconciled, ...]:
    """Bring claims of one happening to one value, or say why that cannot be.

    A claimant counts once, whatever the number of documents that repeat it: by its latest claim, as documents state
    their day of publication. Of two values of one last day neither replaces the other, and a claim without a day
    neither replaces nor is replaced: they stand beside each other. Where a document speaks in its own voice, it is the
    claimant itself. Copies count as one. A claim that is a part of another one here (`part_of`), though that was
    withdrawn or superseded, is no claim of its whole, and does not count unless there are none but parts.

    Args:
        observations: Claims, such as `Collection.observations`. Withdrawn and superseded ones are left aside.
        by: What claims of one happening have in common, out of event, indicator, place, subgroup and period, `of` and
            `price_basis`. Where they differ in indicator, `of` or `price_basis`, no policy decides.
        policy: "range", from the lowest to the highest of the independent claims, without a best value; it stays open
            where one document says several, by one claimant or without an event, for they may be of several happenings,
            or a part and its whole, and where neither an event nor the beginning of the period says which happening it
            is; "latest", the one published last; "majority", the value that more than half of them state; or a function
            of the independent claims that gives an estimate, or None where it cannot decide.
        prefer: Ids of agents, in order: the first that claims one value decides, before any policy.
        copies: Pairs of ids of documents of which the one is a copy of the other (see `duplicates`).

    Returns:
        One result for each happening, in order of their keys. Every claim is in exactly one of them.

    Raises:
        NotFoundError: There is no such policy, or no such key.
        RecordError: What is given is no observation, two have one id, or `copies` are no pairs.

    Example:
        >>> import attrs
        >>> import raqqa_data as rd
        >>> one = rd.prison_attack.killed
        >>> said = {"attributed_to": None, "claim_status": "reported", "estimate": rd.Estimate.stated(190)}
        >>> other = attrs.evolve(one, id="x.y", **said)
        >>> (found,) = rd.reconcile([one, other])
        >>> str(found.estimate), found.status
        ('between 181 and 190', <Status.DECIDED>)
    """
    by, prefer = names_in(by, "by"), names_in(prefer, "prefer")
    for name in by:
        if name not in _KEYS:
            raise NotFoundError("key", name, KEYS)
    if policy not in POLICIES and not callable(policy):
        raise NotFoundError("policy", policy, POLICIES)
    first = originals(copies)
    groups: dict[tuple[object, ...], list[Observation]] = {}
    there: dict[tuple[object, ...], set[str]] = {}
    for record in _told_by_id(observations):
        key = tuple(_KEYS[name](record) for name in by)
        there.setdefault(key, set()).add(record.id)
        if record.record_status is RecordStatus.CURRENT:
            groups.setdefault(key, []).append(record)
    ordered = sorted(groups.items(), key=lambda group: tuple(str(part) for part in group[0]))
    asked = policy, prefer, first
    return tuple(
        _reconciled(dict(zip(by, key, strict=True)), claims, _parts(claims, there[key]), *asked)
        for key, claims in ordered
    )


def _told_by_id(observations: Iterable[Observation]) -> list[Observation]:
    """They in order of their ids, each of which tells one from the others."""
    ordered = sorted(observations_of(observations), key=lambda record: record.id)
    for one, other in itertools.pairwise(ordered):
        if one.id == other.id:
            problem = "two claims have this id; rd.collect() gives those of several documents ids of their own"
            raise RecordError("reconcile", "observations", one.id, problem)
    return ordered


def _reconciled(
    key: dict[str, object],
    claims: list[Observation],
    parts: dict[str, str],
    policy: Policy,
    prefer: Sequence[str],
    first: dict[str, str],
) -> Reconciled:
    independent, superseded, copied = _independent([claim for claim in claims if claim.id not in parts], first)
    unit = independent[0].unit
    unlike = _unlike(claims)
    pairs = [
        (one.id, other.id)
        for one, other in itertools.combinations(independent, 2)
        if not unlike and compare(one, other, allow={Condition.TYPES.value}).verdict is Verdict.CONTRADICT
    ]
    estimates = {} if unlike else {one.id: converted(one.estimate, one.unit, unit) for one in independent}
    if unlike:
        estimate, reason = (None, unlike) if isinstance(policy, str) else _by_rule(policy, independent)
    else:
        apart = _told_apart(independent, estimates, first, event=key.get("event") is not None)
        apart = apart or (NO_HAPPENING if _names_no_happening(key) else None)
        estimate, reason = _decided(independent, estimates, policy, prefer, apart)
    agreed = len(set(estimates.values())) == 1
    if agreed and estimate is None:
        estimate, reason = next(iter(estimates.values())), "the independent claims state one value"
    status = Status.PENDING if estimate is None else Status.AGREED if agreed else Status.DECIDED
    return Reconciled(
        key=key,
        claims=tuple(claims),
        independent=tuple(independent),
        superseded=tuple(superseded),
        copies=tuple(copied),
        parts=tuple(parts.items()),
        contradictions=tuple(pairs),
        status=status,
        estimate=estimate,
        unit=unit,
        reason=reason,
    )


def _parts(claims: Sequence[Observation], there: AbstractSet[str]) -> dict[str, str]:
    """Claims of a part of what was claimed there, each with its whole; none where all are, as in a circle."""
    found = {claim.id: claim.part_of for claim in claims if claim.part_of is not None and claim.part_of in there}
    return found if len(found) < len(claims) else {}


def _unlike(claims: Sequence[Observation]) -> str | None:
    """Why they cannot be compared at all."""
    for name in ALIKE:
        found = dict.fromkeys(_KEYS[name](claim) for claim in claims)
        if len(found) > 1:
            told = ", ".join("not stated" if part is None else str(part) for part in found)
            return (
                f"they differ in `{name}` ({told}), so none speaks of what another does; ask for it: by=(..., {name!r})"
            )
    return None


def _names_no_happening(key: Mapping[str, object]) -> bool:
    period = key.get("period")
    return key.get("event") is None and period is not None and str(period).startswith(UNBEGUN)


def _independent(
    claims: Iterable[Observation], first: dict[str, str]
) -> tuple[list[Observation], list[tuple[str, str]], list[tuple[str, str]]]:
    """One claim for each claimant; what replaces what; what is a copy of what."""
    by_claimant: dict[object, list[Observation]] = {}
    for claim in claims:
        document = first.get(claim.document.id, claim.document.id)
        who = ("agent", claim.attributed_to.id) if claim.attributed_to else ("document", document)
        by_claimant.setdefault((*who, *(_KEYS[name](claim) for name in ALIKE)), []).append(claim)
    independent: list[Observation] = []
    superseded: list[tuple[str, str]] = []
    copied: list[tuple[str, str]] = []
    for several in by_claimant.values():
        for claim, last in _followed(several, first):
            if claim is last:
                independent.append(claim)
                continue
            same = first.get(claim.document.id, claim.document.id) == first.get(last.document.id, last.document.id)
            repeats = same and claim.estimate == last.estimate and claim.document.id != last.document.id
            (copied if repeats else superseded).append((claim.id, last.id))
    return sorted(independent, key=lambda claim: claim.id), superseded, copied


def _followed(several: Sequence[Observation], first: dict[str, str]) -> Iterator[tuple[Observation, Observation]]:
    """Each claim of one claimant with that which counts in its stead; one that counts with itself.

    What it said on its last day replaces what it said before. One text in two places is told by the first.
    """

    def order(claim: Observation) -> tuple[dt.date, bool, str]:
        return _said(claim), claim.document.id not in first, claim.id

    last = max(map(_said, several))
    stands: dict[Estimate, Observation] = {}
    for claim in sorted(several, key=order, reverse=True):
        value = converted(claim.estimate, claim.unit, several[0].unit)
        if dt.date.min < _said(claim) < last:
            yield claim, stands.get(value, next(iter(stands.values())))
        else:
            yield claim, stands.setdefault(value, claim)


def _said(claim: Observation) -> dt.date:
    published = claim.document.published
    return (published.latest if published else None) or dt.date.min


def _decided(
    independent: Sequence[Observation],
    estimates: dict[str, Estimate],
    policy: Policy,
    prefer: Sequence[str],
    apart: str | None,
) -> tuple[Estimate | None, str]:
    for agent in prefer:
        own = [claim for claim in independent if claim.attributed_to is not None and claim.attributed_to.id == agent]
        # of two values of which nothing says which is the later, neither decides
        if len({estimates[claim.id] for claim in own}) == 1 and (who := own[0].attributed_to) is not None:
            return estimates[own[0].id], f"{who.name.en} is preferred"
    if not isinstance(policy, str):
        return _by_rule(policy, independent)
    held = list(estimates.values())
    if policy == "range":
        return _ranged(held, apart)
    if policy == "latest":
        last = max(map(_said, independent))
        latest = [claim for claim in independent if _said(claim) == last]
        if len({estimates[claim.id] for claim in latest}) == 1 and (last > dt.date.min or len(held) == 1):
            return estimates[latest[0].id], f"published last, {last}" if last > dt.date.min else "the only claim"
        return None, "several claims were published last, or none says when"
    return _majority(held)


def _by_rule(
    rule: Callable[[Sequence[Observation]], Estimate | None], independent: Sequence[Observation]
) -> tuple[Estimate | None, str]:
    found = rule(tuple(independent))
    if found is None:
        return None, "the caller's own rule does not decide"
    if not isinstance(found, Estimate):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise RecordError(
            "reconcile", "policy", found, "a rule of your own gives an Estimate, or None where it cannot decide"
        )
    return found, "the caller's own rule decides"


def _told_apart(
    independent: Iterable[Observation], estimates: Mapping[str, Estimate], first: dict[str, str], *, event: bool
) -> str | None:
    """Which first claims differ within one document: of one claimant, or of any where no event names the happening."""
    told: dict[tuple[object, str], dict[Estimate, str]] = {}
    for claim in independent:
        document = first.get(claim.document.id, claim.document.id)
        who = event and claim.attributed_to and claim.attributed_to.id
        told.setdefault((who, document), {}).setdefault(estimates[claim.id], claim.id)
    for several in told.values():
        if len(several) > 1:
            apart = "which may be of several happenings or a part and its whole"
            return f"one document says {' and '.join(several.values())}, {apart}"
    return None


def _majority(estimates: Sequence[Estimate]) -> tuple[Estimate | None, str]:
    values = [estimate.best for estimate in estimates]
    for estimate in estimates:
        if estimate.best is not None and values.count(estimate.best) * 2 > len(values):
            return estimate, f"{values.count(estimate.best)} of {len(values)} independent claims state it"
    return None, "no value is stated by more than half of the independent claims"


def _ranged(estimates: Sequence[Estimate], apart: str | None) -> tuple[Estimate | None, str]:
    if len(estimates) == 1:
        return estimates[0], "the only independent claim"
    if apart:
        return None, apart
    return _range(estimates), f"from the lowest to the highest of {len(estimates)} independent claims"


def _range(estimates: Sequence[Estimate]) -> Estimate | None:
    """From the lowest to the highest number that any of them states; what none bounds stays open."""
    if len(set(estimates)) == 1:
        return estimates[0]
    lows = [part for one in estimates if (part := one.low if one.low is not None else one.best) is not None]
    highs = [part for one in estimates if (part := one.high if one.high is not None else one.best) is not None]
    if not lows or not highs:
        return Estimate.vague(low=min(lows, default=None), high=max(highs, default=None))
    return Estimate(None, min(lows), max(highs), Wording.BETWEEN)
