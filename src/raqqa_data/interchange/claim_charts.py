"""The claims of one happening as a chart: each with its bounds, claimant and day, and what they come to behind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from raqqa_data.errors import optional_module
from raqqa_data.interchange.panels import dressed, is_arabic, panel
from raqqa_data.texts import Name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from raqqa_data.collection.reconciling import Reconciled
    from raqqa_data.records.observation import Observation

_BAND = "#f2cc60"
OWN_VOICE = Name("the document itself", "الوثيقة نفسها")
_REPLACED, _COPY, _PART = Name("replaced", "حل محله غيره"), Name("copy", "نسخة"), Name("part", "جزء من غيره")


def claims_chart(result: Reconciled, *, language: str = "en", narrow: bool = False) -> Any:
    """Each claim with its bounds, in order of the days on which they were made; the reconciled range behind.

    Args:
        result: What `reconcile` gave for one happening.
        language: "en" or "ar".
        narrow: Fit a phone.

    Returns:
        An `altair` chart.

    Raises:
        MissingExtraError: altair is not installed.
        NotFoundError: There is no such language.

    Example:
        >>> import raqqa_data as rd
        >>> (result,) = rd.reconcile([rd.prison_attack.killed])
        >>> claims_chart(result).to_dict()["layer"][0]["mark"]["type"]
        'rule'
    """
    alt = optional_module("altair", "charts")
    arabic = is_arabic(language)
    claims = in_order(result)
    drawn = zip((claim.to(result.unit) for claim in claims), names_of(result, claims), strict=True)
    drawing = panel(alt, result.unit, drawn, arabic=arabic, narrow=narrow)
    if (band := _band(alt, result)) is not None:
        drawing.layer.insert(0, band)
    return dressed(drawing, arabic=arabic)


def in_order(result: Reconciled) -> list[Observation]:
    """The claims in order of the days on which they were made."""
    return sorted(result.claims, key=lambda claim: (str(claim.document.published or ""), claim.id))


def gone_of(result: Reconciled) -> dict[str, Name]:
    """What became of the claims that do not count, by their ids."""
    return {
        **dict.fromkeys(dict(result.superseded), _REPLACED),
        **dict.fromkeys(dict(result.copies), _COPY),
        **dict.fromkeys(dict(result.parts), _PART),
    }


def names_of(result: Reconciled, claims: Sequence[Observation]) -> list[Name]:
    """For each claim who says it and when, and what became of it; no two alike."""
    gone = gone_of(result)
    found: list[Name] = []
    for claim in claims:
        who = claim.attributed_to.name if claim.attributed_to else OWN_VOICE
        parts = [who, *([_same(str(day))] if (day := claim.document.published) else [])]
        parts += [gone[claim.id]] if claim.id in gone else []
        found.append(Name(", ".join(part.en for part in parts), "، ".join(part.ar for part in parts)))
    several = {name for name in found if found.count(name) > 1}
    return [
        attrs.evolve(name, en=f"{name.en} [{claim.id}]", ar=f"{name.ar} [\u2066{claim.id}\u2069]")
        if name in several
        else name
        for name, claim in zip(found, claims, strict=True)
    ]


def _same(text: str) -> Name:
    return Name(text, f"\u2066{text}\u2069")


def _band(alt: Any, result: Reconciled) -> Any:
    """What the claims come to: from the lowest to the highest, or a line where that is one number."""
    estimate = result.estimate
    if estimate is None:
        return None
    low = estimate.low if estimate.low is not None else estimate.best
    high = estimate.high if estimate.high is not None else estimate.best
    ends = [end for end in (low, high) if end is not None]
    if not ends:
        return None
    base = alt.Chart(alt.Data(values=[{"from": min(ends), "to": max(ends)}]))
    if min(ends) == max(ends):
        return base.mark_rule(color=_BAND, strokeWidth=4, opacity=0.7).encode(x=alt.X("from:Q"))
    return base.mark_rect(color=_BAND, opacity=0.35).encode(x=alt.X("from:Q"), x2="to:Q")
