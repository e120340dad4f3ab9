"""The three conditions of summarizability, and what becomes of a breach: refused, or allowed on purpose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raqqa_data.errors import NotFoundError, NotSummarizable
from raqqa_data.texts import Code

if TYPE_CHECKING:
    from collections.abc import Iterable


class Condition(Code):
    """What must hold for a sum to mean anything (Lenz and Shoshani, 1997).

    TYPES: the values are of one kind, and of a kind that adds. DISJOINTNESS: nothing is in two of them. COMPLETENESS:
    nothing that belongs to it is left out.
    """

    TYPES = "type compatibility"
    DISJOINTNESS = "disjointness"
    COMPLETENESS = "completeness"


_NAMES = tuple(condition.value for condition in Condition)


class Ruling:
    """Refuses each breach of a condition that the caller did not allow, and remembers those that the caller did."""

    def __init__(self, allow: Iterable[str]) -> None:
        """Take the names of the conditions that may be broken; one name may stand alone."""
        names = (allow,) if isinstance(allow, str) else tuple(allow)
        for name in names:
            if name not in _NAMES:
                raise NotFoundError("condition to allow", name, _NAMES)
        self._allowed = frozenset(map(Condition, names))
        self._reasons: list[tuple[Condition, str]] = []

    def breach(self, condition: Condition, offenders: Iterable[str], reason: str, instead: str) -> None:
        """Refuse, unless the condition is allowed to be broken.

        Args:
            condition: The condition that does not hold.
            offenders: Ids of the observations that break it.
            reason: What is wrong with them together.
            instead: What else to do.
        """
        if condition not in self._allowed:
            hint = f"{instead} If you mean it, write allow={{{str(condition)!r}}}."
            raise NotSummarizable(condition.value, offenders, reason, hint)
        self._reasons.append((condition, reason))

    def allows(self, condition: Condition) -> bool:
        """Whether the caller lets it be broken."""
        return condition in self._allowed

    @property
    def overrides(self) -> tuple[str, ...]:
        """The conditions that were broken on purpose, each once."""
        return tuple(sorted({condition.value for condition, _ in self._reasons}))

    @property
    def reasons(self) -> tuple[str, ...]:
        """What was wrong, and allowed."""
        return tuple(f"Allowed on purpose ({condition}): {reason}." for condition, reason in self._reasons)


def refuse(condition: Condition, offenders: Iterable[str], reason: str, hint: str) -> NotSummarizable:
    """The error for a breach that nothing can override."""
    return NotSummarizable(condition.value, offenders, reason, hint)
