"""The door to pint: whose registry it is, and what is defined in it."""

from __future__ import annotations

import copy
import fractions
import logging
import math
import pickle
import subprocess
import sys
import textwrap
import threading
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pint as typed_pint
import pytest
from hypothesis import given
from hypothesis import strategies as st

import raqqa_data.units.registry as registry_module
from raqqa_data.errors import UnitConflictError, UnitError
from raqqa_data.units import define_units, from_quantity, quantity, unit_name
from raqqa_data.units.table import UNITS, Unit, find_unit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pint: Any = typed_pint  # its own types are partial
PLAIN = pint.UnitRegistry()
REGISTRY = copy.deepcopy(PLAIN)
QUOTIENTS = ["meter ** 2 / person", "person / day", "person / meter ** 2", "metric_ton / hectare", "percent / year"]


@pytest.fixture(autouse=True)
def _application_registry() -> Iterator[None]:
    """Each test has pint's application registry for itself."""
    application = pint.application_registry
    before = application.get()
    application.set(pint.LazyRegistry())
    yield
    application.set(before)


@pytest.fixture
def registry() -> Any:
    """A registry that raises where a unit is defined twice."""
    return pint.UnitRegistry(on_redefinition="raise")


def run(code: str, *arguments: str) -> str:
    """What a fresh process prints."""
    command = [sys.executable, "-W", "error", "-c", textwrap.dedent(code), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert not done.stderr
    return done.stdout.strip()


def with_units(*definitions: str, **options: Any) -> Any:
    """A registry in which the user has defined units."""
    registry = pint.UnitRegistry(**options) if options else copy.deepcopy(PLAIN)
    for definition in definitions:
        registry.define(definition)
    return registry


# Whose registry


def test_neither_module_imports_pint() -> None:
    run("""
        import sys
        import raqqa_data.units.table, raqqa_data.units
        raqqa_data.units.unit_name("people")
        assert not {"pint", "numpy"} & set(sys.modules)
    """)


def test_the_registry_is_never_set() -> None:
    run("""
        from raqqa_data.units import quantity, define_units
        import pint
        lazy = pint.application_registry.get()
        assert quantity(3, "person")._REGISTRY is lazy
        define_units()
        assert pint.application_registry.get() is lazy
        assert pint.Quantity(15, "bridges").m == 15
    """)


def test_the_users_registry_set_before_import() -> None:
    run("""
        import pint
        mine = pint.UnitRegistry(on_redefinition="raise")
        pint.set_application_registry(mine)
        from raqqa_data.units import quantity
        assert quantity(3, "person")._REGISTRY is mine
        assert pint.get_application_registry().get() is mine
    """)


def test_the_users_registry_set_after_the_first_quantity() -> None:
    run("""
        from raqqa_data.units import quantity, define_units
        define_units()
        first = quantity(3, "person")
        import pint
        mine = pint.UnitRegistry(on_redefinition="raise")
        pint.set_application_registry(mine)
        second = quantity(3, "person")
        assert second._REGISTRY is mine is not first._REGISTRY
        assert quantity(2, "person") + second == mine.Quantity(5, "people")
    """)


def test_a_registry_given_is_the_one_used(registry: Any) -> None:
    application = pint.application_registry
    application.set(pint.UnitRegistry())
    assert quantity(3, "person", registry)._REGISTRY is registry
    assert "person" not in application.get()
    define_units(registry)
    assert "bridge" not in application.get()


def test_two_registries_each_get_their_own() -> None:
    one, other = pint.UnitRegistry(), pint.UnitRegistry()
    define_units(one)
    define_units(other)
    assert quantity(3, "person", one).to("person").magnitude == 3
    with pytest.raises(ValueError, match="different registries"):
        _ = quantity(3, "person", one) + quantity(3, "person", other)


def test_pints_application_registry_and_lazy_registry_are_registries_too() -> None:
    lazy = pint.LazyRegistry()
    define_units(lazy)
    define_units(lazy)
    assert quantity(3, "people", lazy)._REGISTRY is lazy
    application = pint.application_registry
    define_units(application)
    define_units(application)
    assert quantity(3, "people", application)._REGISTRY is application.get()


def test_a_foreign_quantity_stays_in_its_registry(registry: Any) -> None:
    application = pint.application_registry
    application.set(pint.UnitRegistry())
    define_units(registry)
    units_before = set(application.get())
    assert from_quantity(registry.Quantity(3.0, "people")) == (3, "person")
    assert unit_name(registry.Quantity(3, "km**2")) == "kilometer ** 2"
    assert unit_name(registry.Unit("km/h")) == "kilometer / hour"
    assert set(application.get()) == units_before


def test_unpickling_needs_the_units_defined(tmp_path: Path) -> None:
    file = tmp_path / "people.pickle"
    file.write_bytes(pickle.dumps(quantity(3, "person")))
    run(
        """
        import pathlib, pickle, sys
        import pint
        pickled = pathlib.Path(sys.argv[1]).read_bytes()
        try:
            pickle.loads(pickled)
        except pint.UndefinedUnitError:
            pass
        else:
            raise SystemExit("pint knows a person by itself")
        from raqqa_data.units import define_units, from_quantity
        define_units()
        assert from_quantity(pickle.loads(pickled)) == (3, "person")
        """,
        str(file),
    )


def test_no_cache_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    run("from raqqa_data.units import *; define_units(); quantity(3, 'person')")
    assert not list(tmp_path.iterdir())
    folder = tmp_path / "users"
    registry = with_units(cache_folder=folder)
    before = sorted(folder.rglob("*"))
    define_units(registry)
    quantity(3, "person / day", registry)
    assert sorted(folder.rglob("*")) == before


def test_nothing_is_logged(registry: Any, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        define_units(registry)
        define_units(registry)
        define_units()
        for unit in UNITS:
            quantity(1, unit)
    assert not caplog.records


# What is defined


def test_every_unit_of_the_table_makes_a_quantity(registry: Any) -> None:
    for name in [*UNITS, *QUOTIENTS]:
        made = quantity(3, name, registry)
        assert str(made.units) == name
        assert from_quantity(made) == (3, name)


def test_a_quantity_defines_its_own_unit_only_and_an_area_the_dunam(registry: Any) -> None:
    before = set(registry)
    quantity(5_000_000, "meter", registry)
    assert set(registry) == before
    quantity(3, "bridge / person", registry)
    assert set(registry) - before == {"bridge", "person", "people"}
    assert quantity(5_000_000, "meter ** 2", registry).to("dunam").magnitude == pytest.approx(5000)
    assert quantity(2, "hectare / person", registry).to("dunams / person").magnitude == pytest.approx(20)


@pytest.mark.parametrize("name", ["dunam", "dunams"])
def test_an_area_leaves_the_dunam_of_a_registry_alone(registry: Any, name: str) -> None:
    registry.define(f"{name} = 2500 meter ** 2")
    assert quantity(5000, "meter ** 2", registry).to(name).magnitude == pytest.approx(2)
    with pytest.raises(UnitConflictError, match=name):
        define_units(registry)
    with pytest.raises(UnitConflictError, match=name):
        quantity(1, "dunam", registry)


def test_a_quantity_is_fresh_each_time() -> None:
    first = quantity(5, "hectare")
    first.ito("meter ** 2")
    assert str(quantity(5, "hectare").units) == "hectare"


def test_defining_again_changes_nothing(registry: Any) -> None:
    define_units(registry)
    before = set(registry)
    define_units(registry)
    assert set(registry) == before
    assert {unit.name for unit in UNITS.values() if unit.counted} <= before


def test_what_cannot_be_added_is_not() -> None:
    with pytest.raises(pint.DimensionalityError):
        _ = quantity(15, "bridge") + quantity(300, "school")
    assert quantity(124, "person") + quantity(57, "person") == quantity(181, "person")


def test_plurals_regular_and_not(registry: Any) -> None:
    define_units(registry)
    for unit in UNITS.values():
        if unit.counted:
            plural = unit.plural.en.replace(" ", "_")
            assert str(registry.Unit(plural)) == str(registry.Unit(f"{unit.name}s")) == unit.name
    for plural in ("people", "persons", "families", "cities", "churches", "heads_of_livestock"):
        assert registry.Quantity(2, plural).units == registry.Unit(find_unit(plural).name)


def test_the_dunam_is_a_thousand_square_meters(registry: Any) -> None:
    assert quantity(10, "dunams", registry).to("hectare").magnitude == pytest.approx(1)


def test_our_names_take_nothing_from_pints() -> None:
    plain = pint.UnitRegistry()
    ours = pint.UnitRegistry()
    define_units(ours)
    for name in plain:
        assert ours.parse_unit_name(name) == plain.parse_unit_name(name)


@pytest.mark.parametrize(
    "options",
    [
        {"non_int_type": Decimal},
        {"non_int_type": fractions.Fraction},
        {"case_sensitive": False},
        {"autoconvert_offset_to_baseunit": True},
        {"default_as_delta": False},
        {"system": "imperial"},
        {"on_redefinition": "ignore"},
        {"auto_reduce_dimensions": True},
    ],
    ids=str,
)
def test_registries_of_other_settings(options: dict[str, Any]) -> None:
    registry = pint.UnitRegistry(**options)
    define_units(registry)
    define_units(registry)
    for name in ("person", "dunam", "degree_Celsius", "mile / hour", "gallon", "dimensionless"):
        assert from_quantity(quantity(3, name, registry)) == (3, name)


def test_the_print_format_of_a_registry_does_not_matter(registry: Any) -> None:
    registry.formatter.default_format = "~P"
    assert str(quantity(3, "meter ** 2", registry)) == "3 m²"
    assert from_quantity(quantity(3, "meter ** 2 / person", registry)) == (3, "meter ** 2 / person")


def test_a_registry_without_pints_definitions() -> None:
    bare = pint.UnitRegistry(None)
    define_units(bare)
    assert quantity(3, "person", bare) == bare.Quantity(3, "people")
    for name in ("meter", "dunam"):
        with pytest.raises(UnitError, match="this registry does not define it"):
            quantity(3, name, bare)


def test_units_defined_inside_a_context_that_redefines_are_defined_again_after_it(registry: Any) -> None:
    context = pint.Context("light pounds")
    context.redefine("ounce = 0.028 kilogram")
    registry.add_context(context)
    with registry.context("light pounds"):
        quantity(3, "bridge", registry)
        with pytest.raises(UnitConflictError):
            quantity(3, "ounce", registry)
    assert from_quantity(quantity(3, "bridge", registry)) == (3, "bridge")


def test_two_threads_at_once() -> None:
    for registry in (pint.UnitRegistry(on_redefinition="raise"), pint.LazyRegistry()):
        barrier = threading.Barrier(8)

        def work(name: str, registry: Any = registry, barrier: threading.Barrier = barrier) -> object:
            barrier.wait()
            define_units(registry)
            return from_quantity(quantity(3, name, registry))

        with ThreadPoolExecutor(8) as pool:
            names = ["person", "bridge", "person / day", "dunam"] * 2
            assert list(pool.map(work, names)) == [(3, name) for name in names]


def test_no_thread_looks_at_a_unit_that_another_is_defining(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[bool] = []
    require_same = registry_module._require_same  # pyright: ignore[reportPrivateUsage]

    def watched(*arguments: Any) -> None:
        looked.append(registry_module._DEFINING._is_owned())  # type: ignore[attr-defined]
        require_same(*arguments)

    monkeypatch.setattr(registry_module, "_require_same", watched)
    quantity(3, "person / day", pint.UnitRegistry(cache_folder=None))
    assert looked
    assert all(looked)


@pytest.mark.parametrize("registry", ["x", 3, object(), dict])
def test_what_is_no_registry_is_told(registry: Any) -> None:
    for call in (lambda: define_units(registry), lambda: quantity(3, "person", registry)):
        with pytest.raises(UnitError, match="is no pint registry"):
            call()


# Conflicts


@pytest.mark.parametrize(
    ("definitions", "unit", "name", "theirs"),
    [
        (["person = []"], "person", "person", "dimensionless"),
        (["person = 3 meter"], "person", "person", "[length]"),
        (["human = [human] = _ = person"], "person", "person", "[human]"),
        (["human = [person]", "person = 12 human"], "person", "person", "12 human"),
        (["person = 3 zork"], "person", "person", "something of which 'zork' is not defined in the unit registry"),
        (["people = []"], "person", "people", "dimensionless"),
        (["persons = meter"], "person", "persons", "[length]"),
        (["hool = [hoop]", "sc- = 10"], "school", "school", "school, [hoop]"),
        (["families = []"], "family", "families", "dimensionless"),
        (["dunam = 919.3 meter ** 2"], "dunam", "dunam", "919.3 meter ** 2"),
        (["dunam = 10 second"], "dunam", "dunam", "[time]"),
    ],
    ids=str,
)
def test_a_conflict_is_named_and_nothing_is_defined(
    definitions: list[str], unit: str, name: str, theirs: str, caplog: pytest.LogCaptureFixture
) -> None:
    registry = with_units(*definitions)
    before = set(registry)
    for attempt in (lambda: define_units(registry), lambda: quantity(3, unit, registry)):
        with pytest.raises(UnitConflictError) as caught:
            attempt()
        assert (caught.value.unit, caught.value.theirs) == (name, theirs)
        assert repr(name) in str(caught.value)
        assert theirs in str(caught.value)
    assert set(registry) == before
    assert not caplog.records
    # what does not conflict is served
    assert from_quantity(quantity(3, "bridge", registry)) == (3, "bridge")


def test_a_conflict_in_an_ordinary_unit() -> None:
    imperial = with_units("gallon = 4.54609 liter", on_redefinition="ignore")
    with pytest.raises(UnitConflictError, match=r"gallon.*0\.0037.*0\.0045"):
        quantity(3, "gallon", imperial)
    assert quantity(3, "liter", imperial).units == imperial.Unit("liter")


def test_a_foreign_person_that_is_not_ours() -> None:
    registry = with_units("person = []")
    with pytest.raises(UnitConflictError) as caught:
        from_quantity(registry.Quantity(3, "person"))
    assert (caught.value.ours, caught.value.theirs) == ("[person]", "dimensionless")
    with pytest.raises(UnitConflictError):
        unit_name(registry.Unit("meter ** 2 / person"))
    with pytest.raises(UnitConflictError):
        quantity(3, "meter ** 2 / person", registry)


@pytest.mark.parametrize(
    ("definition", "shown"),
    [
        ("person = [person]", "person"),
        ("person = [person] = _ = people", "person"),
        ("people = [person]", "people"),
        ("human = [person] = _ = person", "human"),
    ],
)
def test_the_same_person_by_the_users_own_definition(definition: str, shown: str) -> None:
    registry = with_units(definition, on_redefinition="raise")
    define_units(registry)
    made = quantity(3, "person", registry)
    assert str(made.units) == shown
    assert made == registry.Quantity(3, "people")
    assert from_quantity(made) == (3, "person")


# Names and foreign quantities


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("people", "person"),
        ("m²", "meter ** 2"),
        ("kilowatt*hour", "kilowatt_hour"),
        ("kWh", "kilowatt_hour"),
        ("kW*h", "kilowatt_hour"),
        ("sq_ft", "foot ** 2"),
        ("metre_per_second", "meter / second"),
        ("decimetre", "decimeter"),
        ("julian_year", "year"),
    ],
)
def test_a_spelling_that_only_pint_knows(written: str, name: str) -> None:
    assert unit_name(written) == name


def test_a_spelling_that_only_the_users_registry_knows(registry: Any) -> None:
    registry.define("@alias hectare = hektar")
    assert unit_name("hektar", registry) == "hectare"
    with pytest.raises(UnitError):
        unit_name("hektar")


@pytest.mark.parametrize(
    "written",
    [
        "zork",
        "ton",
        "camp",
        "m*km",
        "(((",
        "",
        "9**9**9**9",
        "5 meter",
        "degC*m",
        "m^-1",
        "a" * 200,
        "a " * 500,
        "[length]",
        "nan",
        "½",
        "a" * 100_000,
        "inf * m",
    ],
    ids=lambda written: written[:20],
)
def test_a_name_that_no_one_knows(written: str) -> None:
    with pytest.raises(UnitError) as caught:
        unit_name(written)
    assert caught.value.unit == written


def test_a_spelling_is_read_up_to_its_longest() -> None:
    written = f"kilometer *{'kilometer':>69}"
    assert (len(written), unit_name(written)) == (80, "kilometer ** 2")
    with pytest.raises(UnitError):
        unit_name(written.replace("*", "* "))


def test_a_spelling_of_a_unit_in_conflict() -> None:
    with pytest.raises(UnitConflictError):
        unit_name("residents", with_units("person = []", "@alias person = resident"))


@given(st.text(alphabet="abmks _*/^²-1(%", max_size=12))
def test_any_text_has_a_name_or_a_unit_error(written: str) -> None:
    try:
        name = unit_name(written, REGISTRY)
    except UnitError:
        return
    assert find_unit(name).name == name


@pytest.mark.parametrize(
    ("magnitude", "number"),
    [(12, 12), (12.0, 12), (1.5, 1.5), (Decimal("1.5"), 1.5), (fractions.Fraction(1, 4), 0.25), (10**400, 10**400)],
)
def test_magnitudes_are_plain_numbers(magnitude: Any, number: float) -> None:
    given_back, name = from_quantity(pint.Quantity(magnitude, "km**2"))
    assert (given_back, type(given_back), name) == (number, type(number), "kilometer ** 2")


@pytest.mark.parametrize("what", [3, None, "3 m", pint.Unit("meter"), math.pi])
def test_only_a_quantity_has_a_magnitude(what: Any) -> None:
    with pytest.raises(UnitError, match="not a pint Quantity"):
        from_quantity(what)


@pytest.mark.parametrize("magnitude", [math.nan, math.inf, 3j])
def test_magnitudes_that_no_record_holds(magnitude: Any) -> None:
    with pytest.raises(UnitError, match="finite real number"):
        from_quantity(pint.Quantity(magnitude, "meter"))


@pytest.mark.parametrize("unit", ["meter * second", "1 / meter", "delta_degree_Celsius", "parsec", "count", "bit"])
def test_units_outside_the_table(unit: str) -> None:
    with pytest.raises(UnitError):
        from_quantity(pint.Quantity(1, unit))


@pytest.mark.parametrize("what", [3, None, ["meter"]])
def test_only_texts_and_pints_own_name_a_unit(what: object) -> None:
    with pytest.raises(UnitError, match="neither the name of a unit nor a pint Unit or Quantity"):
        unit_name(what)


@given(st.sampled_from(list(UNITS.values())), st.integers() | st.floats(-1e15, 1e15))
def test_quantities_give_back_what_they_were_made_of(unit: Unit, magnitude: float) -> None:
    assert from_quantity(quantity(magnitude, unit.name, REGISTRY)) == (magnitude, unit.name)


def test_a_unit_that_is_but_a_number_is_a_conflict() -> None:
    registry = pint.UnitRegistry()
    registry.define("person = 2 * dimensionless")
    with pytest.raises(UnitConflictError, match="something without a dimension"):
        define_units(registry)
