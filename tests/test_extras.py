"""What an extra brings: there, absent, or broken itself."""

import sys
from pathlib import Path

import pytest

from raqqa_data.errors import MissingExtraError, optional_module


def test_what_is_installed_is_imported() -> None:
    assert optional_module("os.path", "frames") is __import__("os").path


def test_what_is_not_is_told_with_its_extra() -> None:
    with pytest.raises(MissingExtraError) as caught:
        optional_module("no_such_thing.core", "arrow")
    assert (caught.value.package, caught.value.extra) == ("no_such_thing", "arrow")
    with pytest.raises(MissingExtraError, match="no-such-thing is not installed: pip install"):
        optional_module("no_such_thing", "arrow", "no-such-thing")


def test_what_is_there_but_lacks_something_itself_is_another_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "half_there.py").write_text("import no_such_thing\n", "utf-8")
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    with pytest.raises(ModuleNotFoundError, match="no_such_thing") as caught:
        optional_module("half_there", "arrow")
    assert not isinstance(caught.value, MissingExtraError)
