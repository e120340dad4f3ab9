"""What records can be turned into by layers above them, each imported when it is asked for."""

from __future__ import annotations

from typing import Any, cast


class Citable:
    """Something that can be cited."""

    __slots__ = ()

    def cite(self, style: str = "text", *, language: str = "en") -> str:
        """A citation that says the version of the data, the document and its hash; see `raqqa_data.interchange.cite`.

        Args:
            style: "text", "bibtex", "csl-json" or "cff".
            language: "en" or "ar".

        Example:
            >>> import raqqa_data as rd
            >>> print(rd.battle.cite("bibtex").splitlines()[0])
            @misc{raqqa_data_battle,
        """
        from raqqa_data.interchange.citing import cite

        return cite(cast("Any", self), style, language=language)


class Chartable:
    """Something that can be drawn."""

    __slots__ = ()

    def chart(self, *, language: str = "en", narrow: bool = False) -> Any:
        """An altair chart: values with their bounds, a panel a unit, or dates on a line; see `raqqa_data.charts`.

        Args:
            language: "en" or "ar", which is drawn from right to left.
            narrow: Fit a phone.

        Raises:
            MissingExtraError: altair is not installed.
        """
        from raqqa_data.interchange.charts import chart

        return chart(cast("Any", self), language=language, narrow=narrow)


def exchanged(money: Any, unit: Any, rates: Any) -> Any:
    """An amount of money in another currency; see `raqqa_data.aggregation.exchange`."""
    from raqqa_data.aggregation.exchange import exchanged

    return exchanged(money, unit, rates)
