"""The closed table of units, with pint as the oracle."""

from __future__ import annotations

import itertools
import math
import pickle
import re
import subprocess
import sys
from fractions import Fraction
from typing import Any

import attrs
import pint as typed_pint
import pytest
from hypothesis import given
from hypothesis import strategies as st

from raqqa_data.errors import UnitError
from raqqa_data.units import define_units, from_quantity, quantity
from raqqa_data.units.table import UNITS, Unit, convert, find_unit, tender

pint: Any = typed_pint  # its own types are partial
REGISTRY = pint.UnitRegistry()
define_units(REGISTRY)
for _unit in UNITS.values():
    if _unit.minor is not None:
        quantity(1, _unit.name, REGISTRY)

every_unit = pytest.mark.parametrize("unit", UNITS.values(), ids=str)
KINDS = [unit for unit in UNITS.values() if unit.counted]
PAIRS = [(a.name, b.name) for a, b in itertools.product(UNITS.values(), repeat=2) if a.dimension == b.dimension]

same_dimension = st.sampled_from(PAIRS)
wholes = st.integers(-(10**18), 10**18)
floats = st.floats(-1e12, 1e12).filter(lambda value: value == 0 or abs(value) > 1e-6)


@every_unit
def test_names_are_pints_own(unit: Unit) -> None:
    assert str(REGISTRY.Unit(unit.name)) == unit.name
    assert UNITS[unit.name] is unit


@every_unit
def test_dimensions_are_pints(unit: Unit) -> None:
    assert REGISTRY.Unit(unit.name).dimensionality == REGISTRY.Unit(unit.base).dimensionality
    assert UNITS[unit.base].dimension == unit.dimension
    assert UNITS[unit.base].factor == 1


def test_two_dimensions_never_share_one_of_pints() -> None:
    theirs = {str(REGISTRY.Unit(unit.base).dimensionality) for unit in UNITS.values()}
    # to pint these three are numbers alike; to the table a byte is no percent
    alike = {"ratio", "information", "angle"}
    assert len(theirs) == len({unit.dimension for unit in UNITS.values()} - alike) + 1
    with pytest.raises(UnitError, match="measures information"):
        convert(1, "byte", "percent")


@every_unit
def test_sizes_are_pints(unit: Unit) -> None:
    for value in (0, 1, 100):
        theirs = REGISTRY.Quantity(value, unit.name).to(unit.base).magnitude
        assert math.isclose(convert(value, unit.name, unit.base), theirs, rel_tol=1e-12)
    if unit.factor is not None:
        assert unit.factor == convert(1, unit.name, unit.base)


def test_scales_with_a_zero_of_their_own_have_no_factor() -> None:
    offset = [unit.name for unit in UNITS.values() if unit.factor is None]
    assert offset == ["degree_Celsius", "degree_Fahrenheit"]
    assert not any(REGISTRY.Quantity(1, name)._is_multiplicative for name in offset)


def test_month_and_year_are_pints() -> None:
    assert UNITS["year"].factor == 365.25 * 24 * 3600
    assert UNITS["month"].factor == 30.4375 * 24 * 3600
    assert convert(1, "year", "month") == 12


def test_factors_are_whole_where_they_are() -> None:
    assert (UNITS["hectare"].factor, type(UNITS["hectare"].factor)) == (10_000, int)
    assert UNITS["dunam"].factor == 1000
    assert (UNITS["percent"].factor, type(UNITS["percent"].factor)) == (0.01, float)


def test_each_counted_kind_is_a_dimension_of_its_own() -> None:
    names = {unit.name for unit in KINDS}
    assert len({unit.dimension for unit in KINDS}) == len(KINDS)
    assert {"person", "bridge", "school", "explosive_item", "weapon", "household", "hospital"} <= names
    assert all(unit.factor == 1 and unit.base == unit.name for unit in KINDS)
    assert not UNITS["meter"].counted


def test_codes() -> None:
    square_meter, person = UNITS["meter ** 2"], UNITS["person"]
    assert (square_meter.ucum, square_meter.qudt, square_meter.rec20) == ("m2", "unit:M2", "MTK")
    assert (person.ucum, person.qudt, person.rec20) == ("{person}", None, "IE")


def test_codes_that_are_withdrawn_or_of_another_size_are_not_used() -> None:
    assert UNITS["calorie"].rec20 is None
    assert UNITS["hectare"].rec20 == "H18"
    assert UNITS["month"].qudt == "unit:MO_MeanJulian"
    assert UNITS["century"].qudt is None


@pytest.mark.parametrize("code", ["ucum", "qudt", "rec20"])
def test_a_code_names_one_unit(code: str) -> None:
    codes = [getattr(unit, code) for unit in UNITS.values() if getattr(unit, code)]
    assert len(codes) == len(set(codes))


@every_unit
def test_labels_are_in_both_scripts(unit: Unit) -> None:
    for name in (unit.label, unit.plural):
        # the labels of currencies are those of Unicode CLDR
        assert re.fullmatch(r"[A-Za-z ]+" if unit.minor is None else r"[^\W\d].*", name.en)
        assert re.fullmatch(r"[\u0621-\u064a ]+", name.ar)
    assert re.fullmatch(r"[!-~]+", unit.ucum)
    assert str(unit) == unit.name


def test_the_table_is_read_only() -> None:
    table: Any = UNITS
    with pytest.raises(TypeError):
        table["person"] = UNITS["bridge"]
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        table["person"].symbol = "p"
    assert pickle.loads(pickle.dumps(UNITS["meter ** 2"])) == UNITS["meter ** 2"]


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("m**2", "meter ** 2"),
        ("m^2", "meter ** 2"),
        ("m2", "meter ** 2"),
        ("m²", "meter ** 2"),
        ("meter**2", "meter ** 2"),
        ("square meter", "meter ** 2"),
        ("square_metres", "meter ** 2"),
        ("متر مربع", "meter ** 2"),
        ("m³", "meter ** 3"),
        ("  hectares ", "hectare"),
        ("decare", "dunam"),
        ("persons", "person"),
        ("people", "person"),
        ("أشخاص", "person"),
        ("families", "family"),
        ("explosive items", "explosive_item"),
        ("explosive_items", "explosive_item"),
        ("%", "percent"),
        ("km/h", "kilometer / hour"),
        ("kilometres per hour", "kilometer / hour"),
        ("kilometer_per_hour", "kilometer / hour"),
        ("mph", "mile / hour"),
        ("km per hr", "kilometer / hour"),
        ("tonnes", "metric_ton"),
        ("°C", "degree_Celsius"),
        ("kilowatt * hour", "kilowatt_hour"),
        ("litres", "liter"),
    ],
)
def test_spellings(written: str, name: str) -> None:
    assert find_unit(written).name == name


@every_unit
def test_a_unit_is_found_by_all_its_words(unit: Unit) -> None:
    for word in (unit.name, unit.symbol, unit.label.en, unit.label.ar, unit.plural.en, unit.plural.ar):
        assert find_unit(word) is unit


def test_no_spelling_means_another_thing_to_pint() -> None:
    from raqqa_data.units.table import spellings

    for spelling, name in spellings().items():
        text = spelling.replace(" ", "_")
        if text.isidentifier() and REGISTRY.parse_unit_name(text):
            ours, theirs = REGISTRY.Quantity(1, name).to_base_units(), REGISTRY.Quantity(1, text).to_base_units()
            assert ours.units == theirs.units, spelling
            assert ours.magnitude == pytest.approx(theirs.magnitude), spelling


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("peopel", "did you mean 'person'"),
        ("hectar", "did you mean 'hectare'"),
        ("usd", "did you mean 'USD'"),
        ("DAY", "did you mean 'day'"),
        ("ton", "write 'metric_ton'"),
        ("camp", "centiampere"),
        ("decade", "factor of ten"),
        ("barrels", "'oil_barrel'"),
        ("~~~~", "UNITS lists"),
        ("", "UNITS lists"),
        ("person / week / day", "person / time per time is no quotient"),
        ("lira", "such as SYP, TRY or LBP"),
        ("دولار", "such as USD"),
    ],
)
def test_unknown_names_say_what_to_write(written: str, hint: str) -> None:
    with pytest.raises(UnitError, match=re.escape(hint)) as caught:
        find_unit(written)
    assert caught.value.unit == written


@pytest.mark.parametrize("name", [None, 3, ["person"], b"person", pint.Unit("meter")])
def test_only_a_text_names_a_unit(name: Any) -> None:
    with pytest.raises(UnitError, match="named by a text"):
        find_unit(name)


@given(st.text(max_size=30) | st.lists(st.sampled_from(list(UNITS)), max_size=4).map(" / ".join))
def test_any_text_is_a_unit_or_a_unit_error(name: str) -> None:
    try:
        unit = find_unit(name)
    except UnitError:
        return
    assert find_unit(unit.name) == unit


def test_every_quotient_is_as_pint_has_it() -> None:
    # one kind stands for all of them
    some = {"person", "household", "USD", "SYP"}
    units = [unit for unit in UNITS.values() if not unit.own or unit.name in some]
    found = 0
    for above, below in itertools.product(units, repeat=2):
        if "/" in below.name:
            continue
        try:
            unit = find_unit(f"{above.name} / {below.name}")
        except UnitError:
            continue
        found += 1
        assert str(REGISTRY.Unit(unit.name)) == unit.name
        assert REGISTRY.Unit(unit.name).dimensionality == REGISTRY.Unit(unit.base).dimensionality
        assert unit.factor == pytest.approx(REGISTRY.convert(1, unit.name, unit.base), rel=1e-12)
        assert not unit.counted
    assert found > 1000


def test_quotients() -> None:
    per_head = find_unit("m² per person")
    assert (per_head.name, per_head.dimension) == ("meter ** 2 / person", "area / person")
    assert (per_head.symbol, per_head.ucum, per_head.qudt) == ("m²/person", "m2/{person}", None)
    assert str(per_head.plural) == "square meters per person"
    assert per_head.label.ar == "متر مربع لكل شخص"
    assert not find_unit("bridge / school").counted
    assert convert(7, "people / week", "person / day") == 1
    assert convert(1, "hectare / family", "dunam / family") == 10
    assert find_unit("kilometers / day").dimension == "speed"
    assert convert(24, "kilometer / day", "kilometer / hour") == 1


@pytest.mark.parametrize(
    "name",
    [
        "meter / kilometer",
        "meter ** 2 / meter",
        "person / percent",
        "degree_Celsius / day",
        "1 / percent",
        "m / person / km",
        "km/h / person",
        "person / knot",
        "knot / hour",
    ],
)
def test_quotients_that_are_none(name: str) -> None:
    with pytest.raises(UnitError):
        find_unit(name)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("liter / person / day", "liter / person / day"),
        ("liter / day / person", "liter / person / day"),
        ("litres per person per day", "liter / person / day"),
        ("USD / oil_barrel", "USD / oil_barrel"),
        ("SYP/USD", "SYP / USD"),
        ("1 / day", "1 / day"),
        ("per day", "1 / day"),
        ("permyriad / day", "permyriad / day"),
        ("percentmille / year", "percentmille / year"),
    ],
)
def test_rates_of_one_and_of_several(written: str, name: str) -> None:
    unit = find_unit(written)
    assert (unit.name, find_unit(unit.name)) == (name, unit)
    assert not unit.own
    assert from_quantity(quantity(15, written, REGISTRY)) == (15, name)


def test_deaths_per_ten_thousand_a_day() -> None:
    assert convert(2, "permyriad / day", "1 / day") == 0.0002
    assert find_unit("1 / day").plural.ar == "لكل يوم"


def test_each_country_pays_in_currencies_of_the_table() -> None:
    held = tender()
    assert list(held) == sorted(held)
    assert (held["SY"], held["PS"], held["LB"]) == (("SYP",), ("ILS", "JOD"), ("LBP",))
    for country, codes in held.items():
        assert re.fullmatch("[A-Z]{2}", country)
        assert codes
        assert all(UNITS[code].dimension == code for code in codes)


def test_currencies_are_those_of_iso_4217() -> None:
    pycountry = pytest.importorskip("pycountry")
    known = {currency.alpha_3 for currency in pycountry.currencies}
    currencies = {unit.name: unit for unit in UNITS.values() if unit.minor is not None}
    assert known >= set(currencies)
    assert len(currencies) > 150
    assert (currencies["USD"].minor, currencies["IQD"].minor, currencies["JPY"].minor) == (2, 3, 0)
    assert not any(unit.counted for unit in currencies.values())
    assert len({unit.dimension for unit in currencies.values()}) == len(currencies)


@pytest.mark.parametrize(
    ("written", "code"),
    [("USD", "USD"), ("US$", "USD"), ("€", "EUR"), ("ليرة سورية", "SYP"), ("ل.س.", "SYP"), ("Iraqi dinars", "IQD")],
)
def test_currencies_by_code_symbol_and_label(written: str, code: str) -> None:
    assert find_unit(written).name == code


def test_conversions_are_exact_on_whole_numbers() -> None:
    assert convert(5_000_000, "meter ** 2", "hectare") == 500
    assert type(convert(5_000_000, "m²", "hectare")) is int
    assert convert(3, "foot", "yard") == 1
    assert convert(12.5, "percent", "dimensionless") == 0.125
    assert convert(1, "mile", "meter") == 1609.344
    assert convert(32, "degree_Fahrenheit", "degree_Celsius") == 0
    assert convert(0, "kelvin", "degree_Celsius") == -273.15


def test_a_whole_number_comes_back_as_an_int() -> None:
    assert type(convert(2.0, "meter", "meter")) is int
    assert type(convert(0.1, "kilometer", "meter")) is int
    assert type(convert(1e300, "meter", "meter")) is float


@pytest.mark.parametrize(
    ("value", "unit", "kind"),
    [
        (2.0**53 - 1, "meter", int),
        (2.0**53, "meter", float),
        (-(2.0**53), "meter", float),
        (2**53, "meter", int),
        (9_007_199_254_740.991, "kilometer", int),
        (9_007_199_254_740.992, "kilometer", float),
    ],
)
def test_a_float_that_leaves_out_whole_numbers_stays_one(value: float, unit: str, kind: type) -> None:
    assert type(convert(value, unit, "meter")) is kind


def test_numbers_beyond_floats() -> None:
    assert convert(10**400, "kilometer", "meter") == 10**403
    assert convert(10**400, "foot", "yard") == 10**400 // 3


def test_other_dimensions_are_named() -> None:
    with pytest.raises(UnitError, match="'bridge': measures bridge, but 'school' measures school"):
        convert(15, "bridges", "school")
    with pytest.raises(UnitError, match="'hectare': measures area, but 'meter' measures length"):
        convert(1, "hectare", "meter")


@pytest.mark.parametrize("value", [math.inf, math.nan, "5", None])
def test_only_finite_numbers_convert(value: Any) -> None:
    with pytest.raises(UnitError, match="not a finite number"):
        convert(value, "meter", "kilometer")


@given(wholes, same_dimension)
def test_converting_back_gives_the_number_back(value: int, units: tuple[str, str]) -> None:
    one, other = units
    there = convert(value, one, other)
    back = convert(there, other, one)
    assert back == value if type(there) is int else back == pytest.approx(value, rel=1e-12, abs=1e-9)


@given(floats, same_dimension)
def test_conversion_agrees_with_pint(value: float, units: tuple[str, str]) -> None:
    one, other = units
    theirs = REGISTRY.Quantity(value, one).to(other).magnitude
    assert convert(value, one, other) == pytest.approx(theirs, rel=1e-9, abs=1e-9)


@given(wholes | floats, same_dimension)
def test_conversion_is_rounded_once(value: float, units: tuple[str, str]) -> None:
    one, other = map(find_unit, units)
    exact = (Fraction(value) + Fraction(*one.zero)) * Fraction(*one.size) / Fraction(*other.size)
    exact -= Fraction(*other.zero)
    whole = type(value) is int and exact.denominator == 1
    assert convert(value, one.name, other.name) == (exact if whole else float(exact))


def test_importing_it_is_cheap() -> None:
    code = (
        "import sys, attrs, raqqa_data.texts\n"
        "before = set(sys.modules)\n"
        "import raqqa_data.units.table\n"
        "assert not {'pint', 'numpy', 'decimal', 'fractions', 'difflib'} & (set(sys.modules) - before)\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
