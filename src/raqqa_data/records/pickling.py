"""Pickles of before: what was pickled without a field gets that field's default."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import attrs

if TYPE_CHECKING:
    from collections.abc import Callable


class Pickled:
    """A frozen attrs class whose pickles outlive its next field; decorate it with `getstate_setstate=False`."""

    __slots__ = ()

    def __getstate__(self) -> dict[str, object]:
        return {field.name: getattr(self, field.name) for field in _fields(self)}

    def __setstate__(self, state: dict[str, object]) -> None:
        for field in _fields(self):
            value = state.get(field.name, field.default)
            convert: Callable[[object], object] | None = getattr(field, "converter")  # noqa: B009 - its type is not told
            # a text where there is a class for it now, such as a subgroup
            object.__setattr__(self, field.name, convert(value) if convert and isinstance(value, str) else value)


def _fields(instance: object) -> tuple[attrs.Attribute[Any], ...]:
    fields: tuple[attrs.Attribute[Any], ...] = attrs.fields(cast("type[attrs.AttrsInstance]", type(instance)))
    return fields
