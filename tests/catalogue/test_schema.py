"""The JSON Schema: that of the classes, byte for byte, and as strict on the form of a file as loading is."""

import copy
import json
import runpy
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

import raqqa_data.catalogue
from raqqa_data.catalogue import Catalogue, dumps, loads, schema
from raqqa_data.catalogue.schema import as_text, json_schema
from raqqa_data.errors import CatalogueError
from raqqa_data.records import KINDS, Agent, Document, Estimate, Event, Indicator, Place, Quote, Wording
from tests.catalogue.test_codec import STRANGE, WHOLE, at_way, raw, ways
from tests.strategies import catalogues, examples

SHIPPED = Path(raqqa_data.catalogue.__file__).with_name("catalogue.schema.json")
SCHEMA = json_schema()
VALIDATOR: Any = Draft202012Validator(SCHEMA)
slow = [HealthCheck.too_slow, HealthCheck.data_too_large]


def faults(content: Any) -> list[str]:
    return [error.json_path for error in VALIDATOR.iter_errors(content)]


def loads_well(content: object) -> bool:
    try:
        loads(json.dumps(content))
    except CatalogueError:
        return False
    return True


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == Draft202012Validator.META_SCHEMA["$id"]


def test_the_file_that_ships_is_made_from_the_classes() -> None:
    assert SHIPPED.read_bytes() == as_text().encode("utf-8")


def test_the_module_writes_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    written: dict[str, str] = {}

    def write_text(path: Path, text: str, *_: object, **__: object) -> None:
        written[path.name] = text

    monkeypatch.setattr(Path, "write_text", write_text)
    runpy.run_path(schema.__file__, run_name="__main__")
    assert written == {SHIPPED.name: SHIPPED.read_text("utf-8")}


@pytest.mark.parametrize("cls", [Document, Agent, Place, Indicator, Event, Quote, Estimate])
def test_every_field_of_a_class_is_a_key_and_no_other(cls: type[attrs.AttrsInstance]) -> None:
    fields = {field.name: field for field in attrs.fields(cls) if field.init}
    definition = SCHEMA["$defs"][cls.__name__]
    assert set(definition["properties"]) == set(fields)
    assert set(definition["required"]) == {name for name, field in fields.items() if field.default is attrs.NOTHING}
    assert definition["additionalProperties"] is False
    assert definition["description"]


def test_an_observation_has_the_fields_of_every_kind_and_its_kind() -> None:
    names = {field.name for cls in KINDS.values() for field in attrs.fields(cls)}
    assert set(SCHEMA["$defs"]["Observation"]["properties"]) == names | {"kind"}


def test_enumerations_ranges_and_patterns_are_those_of_the_classes() -> None:
    definitions = SCHEMA["$defs"]
    assert definitions["Estimate"]["properties"]["wording"]["enum"] == [wording.value for wording in Wording]
    assert definitions["Observation"]["properties"]["kind"]["enum"] == list(KINDS)
    assert set(definitions["Indicator"]["properties"]["kind"]["enum"]) == set(KINDS)
    where_prec = definitions["Event"]["properties"]["where_prec"]
    assert (where_prec["minimum"], where_prec["maximum"], where_prec["type"]) == (1, 7, "integer")
    latitude = definitions["Place"]["properties"]["latitude"]["anyOf"][0]
    assert (latitude["minimum"], latitude["maximum"], latitude["type"]) == (-90, 90, "number")
    assert "EDTF" in definitions["Period"]["description"]
    assert definitions["Place"]["properties"]["geonames"]["description"] == "GeoNames id."


@settings(max_examples=25, suppress_health_check=slow)
@given(catalogues())
def test_every_catalogue_validates(catalogue: Catalogue) -> None:
    assert faults(json.loads(dumps(catalogue))) == []


@settings(max_examples=examples(150), suppress_health_check=slow)
@given(st.data())
def test_what_the_schema_refuses_is_not_loaded(data: st.DataObject) -> None:
    content = raw()
    way = data.draw(st.sampled_from(ways(content)[1:]))
    parent, last = at_way(content, way[:-1]), way[-1]
    match data.draw(st.sampled_from(["delete", "replace", "add"])):
        case "delete":
            del parent[last]
        case "add" if isinstance(parent, dict):
            parent["colour"] = "green"
        case _:
            parent[last] = copy.deepcopy(data.draw(st.sampled_from(STRANGE)))
    if faults(content):
        assert not loads_well(content)


# What a schema can say, and what loading says: both refuse, at every node where it can stand.

STRANGERS: list[Any] = [None, True, 5, 1.5, "text", [], {}]


def form_mutants() -> list[Any]:
    """Every single deletion, addition and change of type in the sample."""
    mutants: list[Any] = []
    for way in ways(raw())[1:]:
        name = "/".join(map(str, way))
        for wrong in STRANGERS:
            content = raw()
            held = at_way(content, way)
            if type(wrong) is type(held) or (isinstance(held, float) and wrong == 5):
                continue
            at_way(content, way[:-1])[way[-1]] = wrong
            mutants.append(pytest.param(content, id=f"{name}={wrong!r}"))
        if isinstance(at_way(raw(), way), dict):
            content = raw()
            at_way(content, way)["colour"] = "green"
            mutants.append(pytest.param(content, id=f"{name}+colour"))
        if isinstance(way[-1], str):
            content = raw()
            del at_way(content, way[:-1])[way[-1]]
            mutants.append(pytest.param(content, id=f"{name}-"))
    return mutants


# What is right in its form, and only its fellow fields can tell that it does not fit.
BEYOND_FORM = (
    *("lies beyond", "must not fall", "needs ", "states ", "together", "it ends at", "cannot hold it"),
    *("names who", "successor", "is of kind", "YYYY", "not in the table"),
)


@pytest.mark.parametrize("content", form_mutants())
def test_the_schema_refuses_what_loading_refuses_for_its_form(content: Any) -> None:
    try:
        loads(json.dumps(content))
    except CatalogueError as error:
        first = error.problems[0].message
        if any(words in first for words in BEYOND_FORM) or first.startswith(("no ", "a Area", "is not the catalogue")):
            return
        assert faults(content), first
    else:
        assert faults(content) == []


@pytest.mark.parametrize(
    ("at", "value"),
    [
        ("schema_version", "3.0"),
        ("data_version", ""),
        ("document/id", "Not A Slug"),
        ("document/sha256", "0" * 63),
        ("document/characters", -1),
        ("agents/0/name/en", " "),
        ("places/1/latitude", 90.5),
        ("places/1/kind", "الرقة"),
        ("indicators/0/additivity", "flows"),
        ("observations/0/id", "no-dot"),
        ("observations/0/kind", "counts"),
        ("observations/0/where_prec", 8),
        ("observations/0/estimate/wording", "roughly"),
        ("observations/0/claim_status", "verified"),
        ("events/0/record_status", "deleted"),
    ],
)
def test_both_refuse_what_stands_outside_a_list_a_range_or_a_pattern(at: str, value: object) -> None:
    content = raw()
    *way, last = [int(step) if step.isdigit() else step for step in at.split("/")]
    at_way(content, tuple(way))[last] = value
    assert faults(content)
    assert not loads_well(content)


@pytest.mark.parametrize("best", [-1, 1.5])
def test_a_count_is_of_whole_things(best: float) -> None:
    content = raw()
    count = next(row for row in content["observations"] if row["kind"] == "count")
    count["estimate"] = {"best": best, "low": best, "high": best, "wording": "exact"}
    assert faults(content)
    assert not loads_well(content)
    other = next(row for row in content["observations"] if row["kind"] not in {"count", "share"})
    other["estimate"] = count["estimate"]
    count["estimate"] = {"best": 2, "low": 2, "high": 2, "wording": "exact"}
    assert faults(content) == []


def test_only_a_date_that_is_given_can_be_inferred() -> None:
    content = raw()
    content["document"] |= {"published": None, "inferred": "why"}
    assert faults(content)
    assert not loads_well(content)
    content["document"] |= {"published": "2024"}
    assert faults(content) == []
    assert loads_well(content)


def test_only_a_share_must_say_of_what() -> None:
    content = raw()
    share = next(row for row in content["observations"] if row["kind"] == "share")
    del share["of"]
    assert faults(content)
    content = copy.deepcopy(raw())
    assert all("of" not in row for row in content["observations"] if row["kind"] != "share")
    assert faults(content) == []
    assert loads(dumps(WHOLE)) == WHOLE
