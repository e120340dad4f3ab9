"""A catalogue as a file, for all tests of reading one."""

from pathlib import Path

import pytest

from raqqa_data.catalogue import dumps
from tests.catalogue.test_codec import WHOLE


@pytest.fixture
def town_file(tmp_path: Path) -> Path:
    path = tmp_path / "town.json"
    path.write_text(dumps(WHOLE), "utf-8")
    return path
