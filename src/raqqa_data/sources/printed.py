"""What a browser prints around a page: title, address, number, and the day of printing, no day of publication."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_NUMBER = r"[0-9٠-٩۰-۹]"
_DATE = re.compile(rf"{_NUMBER}{{1,4}}\u200f?[/.\-]{_NUMBER}{{1,2}}\u200f?[/.\-]{_NUMBER}{{1,4}}\.?")
_CLOCK = re.compile(rf"{_NUMBER}{{1,2}}[:.]{_NUMBER}{{2}}(?:[:.]{_NUMBER}{{2}})?")
_HALF = frozenset({"am", "pm", "ص", "م", "at", "à", "um"})
_ADDRESS = re.compile(r"(?:https?|file)://\S+", re.IGNORECASE)
_COUNT = re.compile(rf"(?:{_NUMBER}+\s*(?:/|of|من)\s*{_NUMBER}+|page)", re.IGNORECASE)
_MARKS = " ,،;|\u200e\u200f\u202f\u00a0"


def printed_around(lines: Sequence[str], edges: Sequence[int], title: str | None) -> frozenset[int]:
    """The lines at a page's edges that a browser printed there; none where it printed no address and no day.

    Args:
        lines: The page's lines.
        edges: Which of them stand at its top and its foot.
        title: What the file says that it is called.

    Example:
        >>> page = ["عودة إلى البلدة", "4:36 PM ,11/30/26", "14/05/2023 18:20", "عاد 30 شخصا.", "1/1", "https://a.org/7"]
        >>> sorted(printed_around(page, (0, 1, 4, 5), "عودة إلى البلدة"))
        [0, 1, 4, 5]
        >>> printed_around(page[1:4], (0, 1), None)
        frozenset()
    """
    bare = {index: _without(lines[index], title) for index in edges}
    addresses = {index for index, line in bare.items() if _ADDRESS.search(line) and not _rest(_ADDRESS, line)}
    stamps = {index for index, line in bare.items() if _is_stamp(line)}
    if not addresses or not stamps:
        return frozenset()
    counts = {index for index, line in bare.items() if _COUNT.search(line) and not _rest(_COUNT, line)}
    titles = {index for index, line in bare.items() if not line and lines[index].strip()}
    return frozenset(addresses | stamps | counts | titles)


def _without(line: str, title: str | None) -> str:
    tidy = " ".join(line.split())
    return tidy.replace(" ".join(title.split()), "").strip(_MARKS) if title else tidy.strip(_MARKS)


def _rest(pattern: re.Pattern[str], line: str) -> str:
    """What else stands in a line, but for a number of pages."""
    return _COUNT.sub("", pattern.sub("", line)).strip(_MARKS)


def _is_stamp(line: str) -> bool:
    """Whether a line is a day and the time on the clock, in whatever order, and nothing else."""
    if _DATE.search(line) is None or _CLOCK.search(_DATE.sub(" ", line)) is None:
        return False
    rest = _CLOCK.sub(" ", _DATE.sub(" ", line))
    return all(word.strip(_MARKS).casefold() in _HALF | {""} for word in rest.split())
