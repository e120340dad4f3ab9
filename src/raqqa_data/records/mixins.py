"""What records can be turned into by layers above them, each imported when it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from raqqa_data.errors import RecordError, optional_module

if TYPE_CHECKING:
    from arro3.core import Table


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


class Tabular:
    """Observations that can be handed on as a table, by any library that takes Arrow."""

    __slots__ = ()

    def to_dicts(self) -> list[dict[str, Any]]:
        """A dict a record, with the columns that every table has.

        Example:
            >>> import raqqa_data as rd
            >>> rd.battle.observations.to_dicts()[0]["best"]
            80
        """
        from raqqa_data.interchange.columns import columns_of

        columns = columns_of(tuple(cast("Any", self)))
        return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]

    def to_arrow(self) -> Table:
        """The records as a table of Arrow, which every library for data frames takes.

        Raises:
            MissingExtraError: `arro3-core` is not installed.
        """
        from raqqa_data.interchange.arrow import to_arrow

        return to_arrow(cast("Any", self))

    def to_polars(self) -> Any:
        """The records as a `polars.DataFrame`.

        Raises:
            MissingExtraError: polars or `arro3-core` is not installed.
        """
        return optional_module("polars", "frames", "polars").DataFrame(self.to_arrow())

    def to_pandas(self) -> Any:
        """The records as a `pandas.DataFrame`, in the types of Arrow.

        Raises:
            MissingExtraError: pandas or `arro3-core` is not installed.
        """
        return optional_module("pandas", "pandas", "pandas").DataFrame.from_arrow(self.to_arrow())

    def to_duckdb(self, connection: Any = None) -> Any:
        """The records as a `duckdb.DuckDBPyRelation`.

        Args:
            connection: The connection to hold it; DuckDB's default when left out.

        Raises:
            MissingExtraError: duckdb or `arro3-core` is not installed.
            RecordError: What is given is no connection.
        """
        if connection is not None and not hasattr(connection, "from_arrow"):
            problem = "give a connection, as duckdb.connect(path) makes one, or nothing for DuckDB's own"
            raise RecordError("to_duckdb", "connection", connection, problem)
        module = optional_module("duckdb", "duckdb", "duckdb")
        return (connection or module).from_arrow(self.to_arrow())


def exchanged(money: Any, unit: Any, rates: Any) -> Any:
    """An amount of money in another currency; see `raqqa_data.aggregation.exchange_rates`."""
    from raqqa_data.aggregation.exchange_rates import exchanged

    return exchanged(money, unit, rates)
