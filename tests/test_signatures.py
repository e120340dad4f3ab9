"""Every public name with its signature, pinned: what others call does not change by accident.

`python -m tests.test_signatures` writes the file anew, after a change that is meant.
"""

from __future__ import annotations

import enum
import inspect
import types
from pathlib import Path
from typing import TYPE_CHECKING, Any

import raqqa_data as rd

if TYPE_CHECKING:
    from collections.abc import Iterator

PINNED = Path(__file__).with_name("signatures.txt")
MORE = ("charts", "editions", "interchange")
"""Modules whose public functions are not all at the top."""


def lines() -> Iterator[str]:
    for name in rd.__all__:
        yield from described(name, getattr(rd, name))
    for module in MORE:
        home: types.ModuleType = getattr(rd, module)
        for name, value in sorted(vars(home).items()):
            if inspect.isfunction(value) and not name.startswith("_") and value.__module__ == home.__name__:
                yield from described(f"{module}.{name}", value)
    yield from described("interchange.Mentions", rd.interchange.Mentions)
    for name in ("cite", "from_arrow", "mention_rows", "to_arrow", "write_mentions"):
        yield from described(f"interchange.{name}", getattr(rd.interchange, name))


def described(name: str, value: Any) -> Iterator[str]:
    if isinstance(value, enum.EnumType):
        yield f"{name}: {', '.join(str(member) for member in value.__members__)}"
    elif isinstance(value, type):
        yield f"{name}{signature(value)}"
        yield from members(value, bare=issubclass(value, (BaseException, str, tuple)))
    elif inspect.isfunction(value):
        yield f"{name}{signature(value)}"
    else:
        yield f"{name}: {type(value).__name__}"


def members(cls: Any, *, bare: bool) -> Iterator[str]:
    """Its public methods, and its attributes unless it is one of Python's own kinds."""
    for attribute in sorted(dir(cls)):
        held: Any = inspect.getattr_static(cls, attribute)
        if attribute.startswith("_"):
            continue
        if isinstance(held, (classmethod, staticmethod, types.FunctionType)):
            yield f"  {attribute}{signature(getattr(cls, attribute))}"
        elif not bare:
            yield f"  {attribute}"


def signature(value: Any) -> str:
    """Names, kinds and defaults; how annotations print differs from one Python to another."""
    try:
        found = inspect.signature(value)
    except ValueError:
        return "(...)"
    bare = [
        parameter.replace(annotation=parameter.empty, default=plain(parameter.default))
        for parameter in found.parameters.values()
    ]
    return str(inspect.Signature(bare))


def plain(default: Any) -> Any:
    simple = default in (inspect.Parameter.empty, None) or type(default) in {str, int, float, bool, tuple}
    return default if simple else "made"


def test_every_public_signature_is_pinned() -> None:
    pinned = PINNED.read_text(encoding="utf-8").splitlines()
    assert list(lines()) == pinned, "write it anew with python -m tests.test_signatures, if the change is meant"


if __name__ == "__main__":
    PINNED.write_text("\n".join(lines()) + "\n", encoding="utf-8")
