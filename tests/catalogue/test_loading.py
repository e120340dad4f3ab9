"""What `load` and `loads` are given: a path or a text, and a class to fill."""

import dataclasses
from pathlib import Path
from typing import Any

import pytest

import raqqa_data as rd
from raqqa_data.catalogue import Catalogue, dumps, load, loads
from raqqa_data.errors import CatalogueError
from raqqa_data.records import Count, Dataset, Observations
from tests.catalogue.test_codec import WHOLE

LOADS = pytest.mark.parametrize("load", [load, rd.load], ids=["catalogue", "interchange"])


def test_a_byte_order_mark_is_passed_over(town_file: Path) -> None:
    town_file.write_text(dumps(WHOLE), "utf-8-sig")
    assert load(town_file) == WHOLE


@LOADS
def test_a_catalogue_asked_for_by_its_class_is_the_whole(town_file: Path, load: Any) -> None:
    assert load(town_file, Catalogue) == load(town_file) == WHOLE
    assert rd.load(town_file, Observations) == WHOLE.observations


class Plain(Dataset):
    trees: Count


@dataclasses.dataclass
class Dressed(Dataset):
    trees: Count


@LOADS
@pytest.mark.parametrize("cls", [Plain, Dressed, Dataset])
def test_a_class_that_is_not_decorated_is_told_how(town_file: Path, load: Any, cls: type) -> None:
    with pytest.raises(CatalogueError, match=rf"{cls.__name__}: .*decorate it with @attrs.frozen\(kw_only=True\)"):
        load(town_file, cls)


@LOADS
@pytest.mark.parametrize(
    ("cls", "said"), [(int, "int"), (Count, "Count"), (rd.battle, "a Battle, no class"), ("Battle", "a str, no class")]
)
def test_what_is_no_dataset_class_is_told(town_file: Path, load: Any, cls: Any, said: str) -> None:
    with pytest.raises(CatalogueError, match=f"cannot be loaded as {said}; give Catalogue, Observations or a subclass"):
        load(town_file, cls)


@LOADS
@pytest.mark.parametrize("path", [None, 5, b"town.json"])
def test_what_is_no_path_is_told(load: Any, path: Any) -> None:
    with pytest.raises(CatalogueError, match="is no path: give it as a text or a pathlib.Path"):
        load(path)


@pytest.mark.parametrize(("given", "kind"), [(None, "NoneType"), (b"{}", "bytes"), (Path("town.json"), "PosixPath")])
def test_what_is_no_text_is_told(given: Any, kind: str) -> None:
    with pytest.raises(CatalogueError, match=rf"must be JSON text \(str\), not {kind}; load takes a path"):
        loads(given)
