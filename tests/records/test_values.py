"""What all records have in common: immutable, slotted, hashable, copied, pickled, and never in need of pint."""

import copy
import pickle
import subprocess
import sys
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from raqqa_data.catalogue import Catalogue
from raqqa_data.records import KINDS, Area, Count, Event, Events, Observation, Observations, Record
from tests.processes import needs_processes
from tests.strategies import (
    agents,
    catalogues,
    documents,
    estimates,
    events,
    indicators,
    names,
    observations,
    periods,
    places,
    quotes,
)

EVERY_RECORD: dict[str, Any] = {
    "Name": names(),
    "Estimate": estimates(),
    "Period": periods(),
    "Document": documents(),
    "Quote": quotes(),
    "Agent": agents(),
    "Place": places(),
    "Indicator": indicators(),
    **{cls.__name__: observations(kind=kind) for kind, cls in KINDS.items()},
    "Event": events(),
    "Observations": st.lists(observations(), max_size=2, unique_by=lambda record: record.id).map(Observations),
    "Events": st.lists(events(), max_size=2, unique_by=lambda record: record.id).map(Events),
    "Catalogue": catalogues(),
}
few = settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
each = pytest.mark.parametrize("name", EVERY_RECORD)


@each
@few
@given(data=st.data())
def test_a_record_survives_copies_and_pickles(name: str, data: st.DataObject) -> None:
    record = data.draw(EVERY_RECORD[name])
    assert type(record).__name__ == name
    for other in (copy.copy(record), copy.deepcopy(record), pickle.loads(pickle.dumps(record))):
        assert type(other) is type(record)
        assert other == record
        assert hash(other) == hash(record)
        assert repr(other) == repr(record)
        assert str(other) == str(record)


@each
@few
@given(data=st.data())
def test_a_record_cannot_be_changed(name: str, data: st.DataObject) -> None:
    record = data.draw(EVERY_RECORD[name])
    assert not hasattr(record, "__dict__")
    for field in [*(field.name for field in attrs.fields(record.__class__)), "anything"]:
        with pytest.raises(AttributeError):
            setattr(record, field, None)
    for field in attrs.fields(record.__class__):
        with pytest.raises(AttributeError):
            delattr(record, field.name)
        assert not isinstance(getattr(record, field.name), list | set | bytearray)


@each
@few
@given(data=st.data())
def test_a_record_evolves_into_itself(name: str, data: st.DataObject) -> None:
    record = data.draw(EVERY_RECORD[name])
    assert attrs.evolve(record) == record


@settings(max_examples=20)
@given(observations(kind="count"))
def test_records_of_two_classes_are_never_equal(count: Observation) -> None:
    fields = {field.name: getattr(count, field.name) for field in attrs.fields(Count)}

    @attrs.frozen(kw_only=True, repr=False)
    class Census(Count):
        """A user's own kind of count."""

    census = Census(**fields)
    assert census != count
    assert count != census
    assert len({census, count}) == 2
    assert not hasattr(census, "__dict__")


@settings(max_examples=20)
@given(observations(), observations())
def test_equal_records_have_equal_fields(one: Observation, two: Observation) -> None:
    same = type(one) is type(two) and attrs.astuple(one, recurse=False) == attrs.astuple(two, recurse=False)
    assert (one == two) is same


def in_fresh_process(code: str, stdin: bytes = b"") -> str:
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, input=stdin, check=False, capture_output=True)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode().strip()


HEAVY = "{'pint', 'numpy', 'pandas', 'polars', 'narwhals', 'jsonschema'}"


@needs_processes
@settings(max_examples=2)
@given(catalogues(least=2))
def test_unpickling_in_a_fresh_process_imports_neither_pint_nor_a_dataframe_library(catalogue: Catalogue) -> None:
    code = (
        "import pickle, sys\n"
        "catalogue = pickle.loads(sys.stdin.buffer.read())\n"
        "str(catalogue.observations); hash(catalogue); [repr(one) for one in catalogue.observations]\n"
        f"print(len(catalogue.observations), {HEAVY} & set(sys.modules))\n"
    )
    assert in_fresh_process(code, pickle.dumps(catalogue)) == f"{len(catalogue.observations)} set()"


@needs_processes
def test_records_and_catalogues_are_imported_without_pint() -> None:
    code = f"import sys, raqqa_data.records, raqqa_data.catalogue; print({HEAVY} & set(sys.modules))"
    assert in_fresh_process(code) == "set()"


def test_a_record_takes_its_id_by_position_and_the_rest_by_name() -> None:
    for cls in (Record, Event, Observation, Count, Area):
        positional = [field.name for field in attrs.fields(cls) if field.init and not field.kw_only]
        assert positional == ["id"]
