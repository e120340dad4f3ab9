"""Values by group as a chart: a series by its periods, totals by what they are of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from raqqa_data.errors import optional_module
from raqqa_data.interchange.panels import dressed, is_arabic, panels
from raqqa_data.texts import Name

if TYPE_CHECKING:
    from raqqa_data.aggregation import Totals


def totals_chart(totals: Totals, *, language: str = "en", narrow: bool = False) -> Any:
    """Each value with its bounds, from top to bottom in the order of the groups; one panel a unit.

    Args:
        totals: What `timeline` gave, or `total` of groups.
        language: "en" or "ar".
        narrow: Fit a phone.

    Returns:
        An `altair` chart.

    Raises:
        MissingExtraError: altair is not installed.
        NotFoundError: There is no such language.

    Example:
        >>> import raqqa_data as rd
        >>> line = rd.timeline(rd.observations.where(indicator="fighters_detained"))
        >>> totals_chart(line).to_dict()["vconcat"][0]["title"]
        'people'
    """
    alt = optional_module("altair", "charts")
    named = ((value, _called(key)) for key, value in totals.items())
    arabic = is_arabic(language)
    return dressed(panels(alt, named, arabic=arabic, narrow=narrow), arabic=arabic)


def _called(key: object) -> Name:
    """A group by its key, which reads from left to right in Arabic too."""
    parts = cast("tuple[object, ...]", key if isinstance(key, tuple) else (key,))
    words = ", ".join("all" if part is None else str(part) or "-" for part in parts)
    return Name(words, f"\u2066{words}\u2069")
