"""Observations for the tests, with all that a test does not speak of filled in."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from raqqa_data.records import (
    KINDS,
    Additivity,
    Agent,
    Document,
    Estimate,
    Indicator,
    Name,
    Observation,
    Period,
    Place,
    Quote,
    Wording,
)

DOCUMENT = Document("report", language="ar", sha256="ab" * 32, characters=10_000)
SYRIA = Place("syria", name=Name("Syria", "سوريا"), kind="country")
GOVERNORATE = Place("ar-raqqa", name=Name("Ar-Raqqa", "الرقة"), kind="governorate", within=SYRIA)
CITY = Place("raqqa-city", name=Name("Raqqa", "الرقة"), kind="city", within=GOVERNORATE)
OTHER_CITY = Place("tabqa", name=Name("Tabqa", "الطبقة"), kind="city", within=GOVERNORATE)
UN = Agent("un", name=Name("United Nations", "الأمم المتحدة"))
SDF = Agent("sdf", name=Name("SDF", "قسد"))


def indicator(name: str = "killed", unit: str = "person", additivity: Additivity | str = "flow") -> Indicator:
    return Indicator(name, name=Name(name.replace("_", " "), "مؤشر"), unit=unit, additivity=Additivity(additivity))


KILLED = indicator()
RUBBLE = indicator("rubble", "meter ** 2")
DETAINED = indicator("detained", additivity="stock")
DESTROYED = indicator("destroyed", "percent", "non-additive")
WARMTH = indicator("warmth", "degree_Celsius", "non-additive")


def observation(
    field: str,
    value: Estimate | float = 1,
    what: Indicator = KILLED,
    *,
    period: str = "2022-01",
    place: Place = CITY,
    **more: Any,
) -> Observation:
    """The observation `report.<field>`; a plain number is exact."""
    estimate = value if isinstance(value, Estimate) else Estimate.stated(value)
    more.setdefault("document", DOCUMENT)
    more.setdefault("of", "the city" if what.kind == "share" else None)
    if more.get("part_of"):
        more["part_of"] = f"report.{more['part_of']}"
    return KINDS[what.kind](
        f"report.{field}",
        name=Name(field, "تسمية"),
        indicator=what,
        estimate=estimate,
        period=Period(period),
        place=place,
        quote=Quote("15", 10),
        **more,
    )


def estimates(numbers: st.SearchStrategy[int] | st.SearchStrategy[float]) -> st.SearchStrategy[Estimate]:
    """Estimates of every wording."""
    single = [wording for wording in Wording if wording not in {Wording.BETWEEN, Wording.VAGUE}]
    pairs = st.tuples(numbers, numbers).map(sorted)
    return st.one_of(
        st.builds(Estimate.stated, numbers, st.sampled_from(single)),
        pairs.map(lambda pair: Estimate.between(*pair)),
        st.builds(Estimate.vague, numbers),
        st.just(Estimate.vague()),
    )


COUNTS = estimates(st.integers(0, 10**9))


@st.composite
def flows(draw: st.DrawFn, *, units: bool = False, least: int = 1) -> list[Observation]:
    """Observations of one flow, each of a month of its own in one of two cities."""
    drawn = draw(st.lists(COUNTS, min_size=least, max_size=8))
    unit = st.sampled_from(["meter ** 2", "hectare", "dunam", "foot ** 2"])
    return [
        observation(
            f"o{n}",
            estimate,
            RUBBLE if units else KILLED,
            period=f"{2000 + n // 2}-03",
            place=(CITY, OTHER_CITY)[n % 2],
            **({"unit": draw(unit)} if units else {}),
        )
        for n, estimate in enumerate(drawn)
    ]
