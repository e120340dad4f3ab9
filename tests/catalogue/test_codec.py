"""Catalogues to JSON and back, and every broken file as one of our errors that names the path."""

import contextlib
import copy
import difflib
import json
import tempfile
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from raqqa_data.catalogue import SCHEMA_VERSION, Catalogue, dumps, load, loads
from raqqa_data.errors import CatalogueError, RecordError
from raqqa_data.records import (
    KINDS,
    Agent,
    Area,
    Count,
    Dataset,
    Events,
    Observation,
    Observations,
    Period,
    Place,
    RecordStatus,
    Share,
)
from raqqa_data.texts import Name
from tests.records.samples import AGENT, AREA, COUNT, DOCUMENT, DURATION, EVENT, MEASURE, SHARE, SYRIA, TOWN
from tests.strategies import catalogues, events, examples, observations

slow = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
PARTS = (COUNT, AREA, SHARE, DURATION, MEASURE)
WHOLE = Catalogue(
    data_version="1.0.0",
    document=DOCUMENT,
    agents=(AGENT,),
    places=(SYRIA, TOWN),
    indicators=tuple(record.indicator for record in PARTS),
    observations=Observations(PARTS),
    events=Events([EVENT]),
)


def raw() -> dict[str, Any]:
    """The sample catalogue as plain JSON, to be broken."""
    table: dict[str, Any] = json.loads(dumps(WHOLE))
    return table


def problems_of(content: object) -> dict[str, str]:
    text = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False)
    with pytest.raises(CatalogueError) as caught:
        loads(text, "town.json")
    assert caught.value.source == "town.json"
    assert str(caught.value).startswith("town.json: ")
    return {problem.path: problem.message for problem in caught.value.problems}


# --------------------------------------------------------------------------------------------------- there and back


@settings(max_examples=examples(40), suppress_health_check=slow)
@given(catalogues())
def test_a_catalogue_comes_back_as_it_was(catalogue: Catalogue) -> None:
    text = dumps(catalogue)
    back = loads(text)
    assert back == catalogue
    assert [type(record) for record in back.observations] == [type(record) for record in catalogue.observations]
    assert dumps(back) == text
    assert dumps(copy.deepcopy(catalogue)) == text
    text.encode("utf-8")


def holding(record: Any) -> Catalogue:
    """The smallest catalogue that holds a record."""
    chain = [Place("other", name=Name("a", "b"), kind="city"), *reversed(record.place.chain)]
    speakers = {agent.id: agent for agent in (record.attributed_to, record.conveyed_by) if agent is not None}
    observed = isinstance(record, Observation)
    return Catalogue(
        data_version="1",
        document=record.document,
        agents=tuple(speakers.values()),
        places=tuple({place.id: place for place in chain}.values()),
        indicators=(record.indicator,) if observed else (),
        observations=Observations([record] if observed else []),
        events=Events([] if observed else [record]),
    )


@pytest.mark.parametrize("kind", [*KINDS, "event"])
@settings(max_examples=15, suppress_health_check=slow)
@given(data=st.data())
def test_every_type_of_record_comes_back_as_it_was(kind: str, data: st.DataObject) -> None:
    record = data.draw(events() if kind == "event" else observations(kind=kind))
    catalogue = holding(record)
    if list(catalogue.problems()):  # two agents or places were drawn with one id
        return
    back = loads(dumps(catalogue))
    assert back == catalogue
    assert [*back.observations, *back.events] == [record]


def test_the_file_is_plain_to_read() -> None:
    text = dumps(WHOLE)
    assert text.startswith('{\n  "$schema": "catalogue.schema.json",\n  "schema_version": "2.0",\n')
    assert text.endswith("}\n")
    assert "أشجار" in text
    assert list(raw()["observations"][0])[:2] == ["id", "kind"]
    assert raw()["observations"][0]["place"] == "town"
    assert raw()["observations"][0]["estimate"] == {"best": 40, "low": 40, "high": 40, "wording": "exact"}
    assert raw()["schema_version"] == SCHEMA_VERSION


def test_the_key_that_names_the_schema_may_be_missing() -> None:
    content = raw()
    del content["$schema"]
    assert loads(json.dumps(content)) == WHOLE


# ------------------------------------------------------------------------------------------ bad files, one by one


def broken(path: str, value: object) -> dict[str, Any]:
    """The sample with one node replaced; `...` deletes it."""
    content = raw()
    *way, last = [int(step) if step.isdigit() else step for step in path.split("/")]
    node: Any = content
    for step in way:
        node = node[step]
    if value is ...:
        del node[last]
    else:
        node[last] = value
    return content


@pytest.mark.parametrize(
    ("at", "value", "path", "message"),
    [
        ("schema_version", "3.0", "schema_version", "which this version reads; a later form needs a later"),
        ("schema_version", 1.0, "schema_version", "1.0 is not '2.0'"),
        ("schema_version", ..., "schema_version", "is missing"),
        ("$schema", ["x"], "$schema", "must be a text"),
        ("data_version", 1, "data_version", "must be a text"),
        ("data_version", " ", "data_version", "must be a text that is not empty"),
        ("data_version", "\ud800", "data_version", "surrogates"),
        ("agents", {}, "agents", "must be a list"),
        ("events", None, "events", "must be a list"),
        ("extra", 1, "extra", "unknown key"),
        ("document", ..., "document", "is missing"),
        ("document", [], "document", "must be a table of keys and values, not a list"),
        ("document/sha256", ..., "document.sha256", "is missing"),
        ("document/sha256", "0", "document", "64 lower-case hexadecimal digits"),
        ("document/characters", "500", "document.characters", "must be a whole number, not a text"),
        ("document/characters", True, "document.characters", "must be a whole number, not true or false"),
        ("document/languages", "ar", "document", "unknown key 'languages'; did you mean 'language'?"),
        ("document/published", "2024-13", "document.published", "no such month"),
        ("agents/0", "council", "agents[0]", "must be a table"),
        ("agents/0/name", "Council", "agents[0].name", "must be a table of keys and values, not a text"),
        ("agents/0/name/en", 5, "agents[0].name.en", "must be a text, not a whole number"),
        ("agents/0/name/ar", "\udc00", "agents[0].name.ar", "surrogates"),
        ("agents/0/name/fr", "Conseil", "agents[0].name", "unknown key 'fr'"),
        ("places/1/within", "syri", "places[1].within", "no place 'syri'; did you mean 'syria'?"),
        ("places/1/within", 5, "places[1].within", "must be the id of one of the file's places"),
        ("places/0/within", "town", "places[1].within", "'syria' lies, by way of others, within this place itself"),
        ("places/1/within", "town", "places[1].within", "'town' lies, by way of others, within this place itself"),
        ("places/1/id", "syria", "places[1].id", "'syria' stands here a second time"),
        ("places/1/latitude", None, "places[1]", "together"),
        ("places/1/latitude", 91, "places[1]", "must be a number from -90 to 90"),
        ("places/1/latitude", "36", "places[1].latitude", "must be a number, not a text"),
        ("indicators/0/additivity", "flows", "indicators[0].additivity", "none of flow, stock, non-additive"),
        ("indicators/0/unit", "parsec", "indicators[0]", "not in the table of units"),
        ("indicators/0/kind", "area", "indicators[0]", "of kind 'count'"),
        ("observations/0", None, "observations[0]", "must be a table"),
        ("observations/0/kind", ..., "observations[0].kind", "None is no kind; try measure or count"),
        ("observations/0/kind", "counts", "observations[0].kind", "'counts' is no kind; try count"),
        ("observations/0/kind", ["count"], "observations[0].kind", "['count'] is no kind"),
        ("observations/0/kind", "area", "observations[0]", "a Area cannot hold it"),
        ("observations/0/place", "village", "observations[0].place", "no place 'village'"),
        ("observations/0/place", None, "observations[0].place", "must be the id of one of the file's places"),
        ("observations/0/document", "town", "observations[0].document", "no document 'town'"),
        ("observations/0/indicator", "plantd", "observations[0].indicator", "did you mean 'planted'?"),
        ("observations/0/attributed_to", "un", "observations[0].attributed_to", "no agent 'un'"),
        ("observations/0/estimate", 40, "observations[0].estimate", "must be a table"),
        ("observations/0/estimate/low", ..., "observations[0].estimate.low", "is missing"),
        ("observations/0/estimate/low", 50, "observations[0].estimate", "must not fall"),
        ("observations/0/estimate/best", "40", "observations[0].estimate.best", "must be a number, not a text"),
        ("observations/0/estimate/best", False, "observations[0].estimate.best", "not true or false"),
        ("observations/0/estimate/wording", "roughly", "observations[0].estimate.wording", "is none of exact"),
        ("observations/0/estimate/wording", {}, "observations[0].estimate.wording", "is none of exact"),
        ("observations/0/quote/end", 20, "observations[0].quote", "it ends at 19"),
        ("observations/0/quote/start", -1, "observations[0].quote", "must be a whole number from 0"),
        ("observations/0/period", 2024, "observations[0].period", "must be a text, not a whole number"),
        ("observations/0/period", "2024/2023", "observations[0].period", "reversed"),
        ("observations/0/part_of", "town.none", "observations[0].part_of", "no observation 'town.none'"),
        ("observations/0/part_of", "town.planted", "observations[0]", "no part of itself"),
        ("observations/1/id", "town.planted", "observations[1].id", "'town.planted' stands here a second time"),
        ("observations/2/of", ..., "observations[2]", "say what it is a share of"),
        ("events/0/id", "No Slug", "events[0]", "lower-case ASCII"),
        ("events/0/superseded_by", "other", "events[0]", "names its successor"),
        ("events/0/indicator", "planted", "events[0]", "unknown key 'indicator'"),
    ],
)
def test_a_broken_file_is_told_with_its_path(at: str, value: object, path: str, message: str) -> None:
    content = broken(at, value)
    found = problems_of(json.dumps(content))
    assert path in found, found
    assert message in found[path]


def test_every_problem_is_told_at_once() -> None:
    content = broken("observations/0/place", "village")
    content["events"][0]["period"] = "soon"
    content["agents"][0]["name"]["en"] = 5
    assert set(problems_of(content)) == {"agents[0].name.en", "observations[0].place", "events[0].period"}


@pytest.mark.parametrize("field", ["part_of", "superseded_by"])
def test_links_in_a_circle_are_told(field: str) -> None:
    content = raw()
    ids = [row["id"] for row in content["observations"]]
    status = "superseded" if field == "superseded_by" else "current"
    content["observations"] = [
        content["observations"][0] | {"id": one, field: target, "record_status": status}
        for one, target in zip(ids[:4], [ids[1], ids[2], ids[0], ids[0]], strict=True)
    ]
    found = problems_of(content)
    # the fourth leads into the circle, but is not of it
    assert set(found) == {f"observations[{index}].{field}" for index in range(3)}
    assert "back to itself" in found[f"observations[0].{field}"]


def test_a_long_chain_of_parts_is_followed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    first = WHOLE.observations[0]
    chain = [
        attrs.evolve(first, id=f"chain.n{index}", part_of=f"chain.n{index + 1}" if index < 999 else None)
        for index in range(1000)
    ]
    catalogue = attrs.evolve(WHOLE, observations=Observations(chain))
    steps: list[str] = []
    get = Observations.get

    def counted(records: Observations, record_id: str) -> Observation | None:
        steps.append(record_id)
        return get(records, record_id)

    monkeypatch.setattr(Observations, "get", counted)
    assert list(catalogue.problems()) == []
    assert len(steps) < 4000


def test_in_a_file_of_thousands_of_wrong_names_only_the_first_are_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[str] = []

    def get_close_matches(word: str, *_: object, **__: object) -> list[str]:
        compared.append(word)
        return []

    monkeypatch.setattr(difflib, "get_close_matches", get_close_matches)
    content = raw()
    row = content["observations"][0]
    content["observations"] = [row | {"id": f"wrong.n{index}", "place": f"nowhere-{index}"} for index in range(2000)]
    assert len(problems_of(content)) == 2000
    content = raw()
    content["observations"] = [row | {"id": f"wrong.n{index}", "part_of": f"no.where{index}"} for index in range(2000)]
    assert len(problems_of(content)) == 2000
    assert len(compared) == 2 * 20


def test_a_part_that_measures_other_than_its_whole_is_told() -> None:
    content = raw()
    content["observations"][1]["part_of"] = content["observations"][0]["id"]
    [(path, message)] = problems_of(content).items()
    assert path == "observations[1].part_of"
    assert message.startswith(f"'{content['observations'][0]['id']}' measures")
    assert "a part has its whole's indicator" in message


def test_places_may_stand_in_any_order() -> None:
    content = raw()
    content["places"].reverse()
    assert loads(json.dumps(content)) == WHOLE


@pytest.mark.parametrize(("section", "key"), [("indicators", "unit"), ("places", "kind"), ("agents", "name")])
def test_a_broken_definition_is_told_once_and_not_at_those_who_name_it(section: str, key: str) -> None:
    content = raw()
    for row in content[section]:
        row[key] = 5
    assert all(path.startswith(section) for path in problems_of(content))


def test_what_else_is_wrong_beside_an_unknown_id_is_told_too() -> None:
    content = raw()
    content["observations"][0] |= {"place": "nowhere", "attributed_to": "nobody", "period": "2022-13", "note": 5}
    content["events"][0]["place"] = "nowhere"
    assert set(problems_of(content)) == {
        *(f"observations[0].{field}" for field in ("place", "attributed_to", "period", "note")),
        "events[0].place",
    }


def test_a_broken_document_is_told_once() -> None:
    content = broken("document/sha256", "beef")
    assert all(path.startswith("document") for path in problems_of(content))


def test_events_that_succeed_each_other_are_told() -> None:
    content = raw()
    one = content["events"][0] | {"record_status": "superseded", "superseded_by": "b"}
    content["events"] = [one, one | {"id": "b", "superseded_by": "harvest"}]
    assert set(problems_of(content)) == {"events[0].superseded_by", "events[1].superseded_by"}
    content["events"][0]["superseded_by"] = "c"
    assert problems_of(content) == {"events[0].superseded_by": "no event 'c'"}


def test_a_repeated_id_is_told_with_both_kinds_of_record() -> None:
    content = raw()
    content["events"] *= 2
    assert problems_of(content) == {"events[1].id": "'harvest' stands here a second time"}


@pytest.mark.parametrize(
    ("text", "path", "message"),
    [
        ("", "", "is empty"),
        (" \n", "", "is empty"),
        ("{", "line 1, column 2", "is not JSON"),
        ("nonsense", "line 1, column 1", "is not JSON"),
        ('{"a": NaN}', "", "NaN is not JSON"),
        ('{"a": -Infinity}', "", "-Infinity is not JSON"),
        ('{"a": 1, "b": 2, "a": 3}', "", "the key 'a' stands twice"),
        ('{"a": {"b": 1, "b": 1}}', "", "the key 'b' stands twice"),
        (f'{{"a": {"9" * 5000}}}', "", "4300 digits"),
        ("[" * 100_000, "", "nested too deeply"),
        ('{"a":' * 100_000, "", "nested too deeply"),
        ("[]", "", "must be a JSON object"),
        ("null", "", "must be a JSON object"),
        ("5", "", "must be a JSON object"),
        ("{'a': 1}", "line 1, column 2", "is not JSON"),
    ],
    ids=range(15),
)
def test_what_is_no_json_is_told(text: str, path: str, message: str) -> None:
    found = problems_of(text)
    assert message in found[path]


@pytest.mark.parametrize("depth", [100, 300, 900, 960, 980, 990, 2000])
@pytest.mark.parametrize("at", ["schema_version", "document", "agents", "observations", "unknown"])
@pytest.mark.parametrize(("left", "right"), [("[", "]"), ('{"a":', "}")])
def test_deep_nesting_anywhere_is_our_error(depth: int, at: str, left: str, right: str) -> None:
    content = raw() | {at: "DEEP"}
    deep = json.dumps(content).replace('"DEEP"', left * depth + "0" + right * depth)
    assert problems_of(deep)


@pytest.mark.parametrize("number", ["1e999", "-1e999", "1" * 4000, "1" * 310])
@pytest.mark.parametrize("at", ["observations/0/estimate/best", "places/1/latitude", "document/characters"])
def test_numbers_beyond_measure_are_told(number: str, at: str) -> None:
    assert problems_of(json.dumps(broken(at, "HUGE")).replace('"HUGE"', number))


def test_many_places_in_one_another_are_told() -> None:
    content = raw()
    content["places"] += [
        {"id": f"p{depth}", "name": {"en": "a", "ar": "b"}, "kind": "city", "within": f"p{depth - 1}"}
        for depth in range(1, 2000)
    ]
    content["places"][2]["within"] = "syria"
    assert any("lies in more than" in message for message in problems_of(content).values())


# ------------------------------------------------------------------------------------------------------------- fuzz

Way = tuple[str | int, ...]


def ways(node: Any, way: Way = ()) -> list[Way]:
    """The way to every node."""
    children: Any = ()
    if type(node) in {dict, list}:
        children = node.items() if hasattr(node, "items") else enumerate(node)
    return [way, *(found for key, child in children for found in ways(child, (*way, key)))]


def at_way(node: Any, way: Way) -> Any:
    for step in way:
        node = node[step]
    return node


STRANGE: list[Any] = [
    *(None, True, False, 0, -1, 1.5, 10**400, 2**1024, 1e308, "", " ", "x", "\ud800", "2024-13", "١٥"),
    *([], {}, [[]], [None], {"": 0}, {"id": "x"}, {"en": "a", "ar": "b"}, ["x"] * 3, {"a": {"b": []}}),
]


@settings(max_examples=examples(150), suppress_health_check=slow)
@given(st.data())
def test_any_change_of_any_node_is_loaded_or_told(data: st.DataObject) -> None:
    content = raw()
    for _ in range(data.draw(st.integers(1, 3))):
        way = data.draw(st.sampled_from(ways(content)[1:]))
        parent, last = at_way(content, way[:-1]), way[-1]
        match data.draw(st.sampled_from(["delete", "replace", "transplant", "rename", "twice"])):
            case "delete":
                del parent[last]
            case "replace":
                parent[last] = copy.deepcopy(data.draw(st.sampled_from(STRANGE)))
            case "transplant":
                parent[last] = copy.deepcopy(at_way(content, data.draw(st.sampled_from(ways(content)))))
            case "rename" if hasattr(parent, "items"):
                parent[data.draw(st.text(max_size=4))] = parent.pop(last)
            case "twice" if hasattr(parent, "append"):
                parent.append(copy.deepcopy(parent[int(last)]))
            case _:
                pass
    with contextlib.suppress(CatalogueError):
        catalogue = loads(json.dumps(content))
        assert loads(dumps(catalogue)) == catalogue


@settings(max_examples=25, suppress_health_check=slow)
@given(catalogues(least=1), st.data())
def test_a_generated_catalogue_with_one_node_changed_is_loaded_or_told(
    catalogue: Catalogue, data: st.DataObject
) -> None:
    content = json.loads(dumps(catalogue))
    way = data.draw(st.sampled_from(ways(content)[1:]))
    at_way(content, way[:-1])[way[-1]] = copy.deepcopy(data.draw(st.sampled_from(STRANGE)))
    with contextlib.suppress(CatalogueError):
        loads(json.dumps(content))


def test_a_text_cut_anywhere_is_told() -> None:
    text = dumps(WHOLE)
    for end in range(0, len(text) - 2, 7):
        with pytest.raises(CatalogueError):
            loads(text[:end])


@settings(max_examples=examples(100), suppress_health_check=slow)
@given(st.data())
def test_a_text_with_changed_characters_is_loaded_or_told(data: st.DataObject) -> None:
    text = dumps(WHOLE)
    at = data.draw(st.integers(0, len(text) - 1))
    changed = text[:at] + data.draw(st.text(max_size=3)) + text[at + data.draw(st.integers(0, 3)) :]
    with contextlib.suppress(CatalogueError):
        loads(changed)


@settings(max_examples=examples(50))
@given(st.binary(max_size=100))
def test_a_file_of_any_bytes_is_told(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "random.json"
        path.write_bytes(content)
        with pytest.raises(CatalogueError) as caught:
            load(path)
    assert caught.value.source == str(path)


# ------------------------------------------------------------------------------------------------------------ files


def test_a_file_is_loaded_by_text_or_path(town_file: Path) -> None:
    assert load(town_file) == load(str(town_file)) == WHOLE


@pytest.mark.parametrize(
    ("encoding", "cure"),
    [("utf-16", "iconv -f utf-16 -t utf-8"), ("windows-1256", "iconv -f cp1256 -t utf-8"), ("utf-32-le", "is not")],
)
def test_another_encoding_is_told_with_its_cure(town_file: Path, encoding: str, cure: str) -> None:
    town_file.write_text(dumps(WHOLE), encoding, errors="replace")
    with pytest.raises(CatalogueError, match=r"is not UTF-8|is not JSON") as caught:
        load(town_file)
    assert cure in str(caught.value)


def test_what_is_no_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match="cannot be read: No such file"):
        load(tmp_path / "nothing.json")
    with pytest.raises(CatalogueError, match=r"cannot be read: (Is a directory|Permission denied)"):
        load(tmp_path)
    with pytest.raises(CatalogueError, match="is no path"):
        load("a\0b")
    with pytest.raises(CatalogueError) as caught:
        load("a\ud800b" * 50)
    str(caught.value).encode()


# ---------------------------------------------------------------------------------------------------- typed datasets


@attrs.frozen(kw_only=True)
class Town(Dataset):
    planted: Count
    share: Share


def test_a_dataset_is_filled_from_a_file(town_file: Path) -> None:
    town = load(town_file, Town)
    assert (town.planted, town.share) == (COUNT, SHARE)


def test_what_does_not_fit_names_the_field_both_kinds_and_the_path(town_file: Path) -> None:
    @attrs.frozen(kw_only=True)
    class Misfit(Dataset):
        planted: Area
        oaks: Count

        @classmethod
        def dataset_name(cls) -> str:
            return "town"

    with pytest.raises(CatalogueError) as caught:
        load(town_file, Misfit)
    assert caught.value.source == str(town_file)
    assert caught.value.problems == (
        ("Misfit.planted", "observation 'town.planted' is a Count, the class declares Area"),
        ("Misfit.oaks", caught.value.problems[1].message),
    )
    assert caught.value.problems[1].message.startswith("no observation 'town.oaks'")


def test_a_field_may_be_missing_where_its_type_says_so() -> None:
    @attrs.frozen(kw_only=True)
    class Either(Dataset):
        planted: Count | Area
        area: Count | Area
        oaks: Count | None

        @classmethod
        def dataset_name(cls) -> str:
            return "town"

    either = WHOLE.dataset(Either)
    assert (either.planted, either.area, either.oaks) == (COUNT, AREA, None)


def test_a_field_is_filled_that_the_class_calls_otherwise_when_it_is_made() -> None:
    @attrs.frozen(kw_only=True)
    class Renamed(Dataset):
        planted: Count = attrs.field(alias="oaks")
        area: Area

        @classmethod
        def dataset_name(cls) -> str:
            return "town"

    town = WHOLE.dataset(Renamed)
    assert (town.planted, town.area) == (COUNT, AREA)


def test_a_field_of_several_types_is_checked_too() -> None:
    @attrs.frozen(kw_only=True)
    class Either(Dataset):
        share: Count | Area | None

        @classmethod
        def dataset_name(cls) -> str:
            return "town"

    with pytest.raises(CatalogueError, match=r"is a Share, the class declares Count or Area or NoneType"):
        WHOLE.dataset(Either)


def test_any_observation_fits_a_field_of_the_base_class() -> None:
    town: Any = attrs.make_class(
        "Town", {"voltage": attrs.field(type=Observation)}, bases=(Dataset,), frozen=True, kw_only=True
    )
    assert WHOLE.dataset(town).voltage == MEASURE


def test_annotations_that_cannot_be_read_are_told() -> None:
    town = attrs.make_class("Town", {"voltage": attrs.field(type=any_type("rd.Count"))}, bases=(Dataset,), frozen=True)
    with pytest.raises(CatalogueError, match=r"Town: its annotations cannot be read: name 'rd' is not defined"):
        WHOLE.dataset(town)


def any_type(text: str) -> Any:
    return text


def test_a_private_field_is_filled_too() -> None:
    town = attrs.make_class(
        "Town", {"_mass": attrs.field(type=Observation)}, bases=(Dataset,), frozen=True, kw_only=True
    )
    with pytest.raises(CatalogueError, match=r"no observation 'town._mass'"):
        WHOLE.dataset(town)


# ---------------------------------------------------------------------------------- catalogues that are made by hand


def test_a_catalogue_does_not_follow_the_lists_it_was_made_from() -> None:
    agents = [AGENT]
    catalogue = Catalogue(data_version="1", document=DOCUMENT, agents=agents)
    agents.clear()
    assert catalogue.agents == (AGENT,)
    hash(catalogue)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("data_version", ""),
        ("document", None),
        ("agents", [TOWN]),
        ("places", [AGENT]),
        ("indicators", ["x"]),
        ("observations", (COUNT,)),
        ("events", [EVENT]),
    ],
)
def test_a_catalogue_refuses_other_things(field: str, value: object) -> None:
    fields: dict[str, Any] = {"data_version": "1", "document": DOCUMENT, field: value}
    with pytest.raises(RecordError) as caught:
        Catalogue(**fields)
    assert (caught.value.record, caught.value.field) == ("Catalogue", field)


OTHER_TOWN = attrs.evolve(TOWN, latitude=0.0, longitude=0.0)


@pytest.mark.parametrize(
    ("changes", "path"),
    [
        ({"places": (SYRIA, OTHER_TOWN)}, "observations[0].place"),
        ({"places": (SYRIA,)}, "events[0].place"),
        ({"places": (TOWN, SYRIA)}, "places[0].within"),
        ({"places": (TOWN,)}, "places[0].within"),
        ({"places": (SYRIA, TOWN, TOWN)}, "places[2].id"),
        ({"agents": (AGENT, Agent("council", name=Name("a", "b")))}, "agents[1].id"),
        ({"indicators": ()}, "observations[4].indicator"),
        ({"document": attrs.evolve(DOCUMENT, characters=501)}, "observations[0].document"),
        ({"observations": Observations([attrs.evolve(COUNT, part_of="a.b")])}, "observations[0].part_of"),
        (
            {"events": Events([attrs.evolve(EVENT, record_status=RecordStatus.SUPERSEDED, superseded_by="b")])},
            "events[0].superseded_by",
        ),
    ],
)
def test_what_would_read_back_otherwise_is_never_written(changes: dict[str, Any], path: str) -> None:
    catalogue = attrs.evolve(WHOLE, **changes)
    with pytest.raises(CatalogueError) as caught:
        dumps(catalogue)
    assert path in {problem.path for problem in caught.value.problems}


def test_an_agent_that_only_conveys_is_checked_too() -> None:
    stranger = Agent("stranger", name=Name("a", "b"))
    catalogue = attrs.evolve(WHOLE, events=Events([attrs.evolve(EVENT, conveyed_by=stranger)]))
    assert [problem.path for problem in catalogue.problems()] == ["events[0].conveyed_by"]


def test_a_sound_catalogue_has_no_problems() -> None:
    assert list(WHOLE.problems()) == []
    assert loads(dumps(WHOLE)).observations["town.planted"].period == Period("2024-03")
