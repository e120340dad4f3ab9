"""The day up to which a whole text tells, where a title says so: figures until 24 September."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raqqa_data.records.period import Period

if TYPE_CHECKING:
    from collections.abc import Sequence

    from raqqa_data.building.proposals.passage.passage import Passage
    from raqqa_data.building.proposals.when.stated_periods import Stated

_LINES = 2
_TITLE = 16  # words of a title with the day up to which the text tells


def as_of(passage: Passage, stated: Sequence[Stated]) -> Period | None:
    """The day up to which the whole text tells, where its first lines say so.

    Args:
        passage: The text.
        stated: Its dates.
    """
    for one in stated:
        first, end = passage.sentence_of(one.first)
        alone = end - first <= _TITLE and passage.next_figure(first - 1, end) == end
        if one.is_end and alone and passage.paragraph_of(first) == first:
            return one.period if passage.paragraph[first] - passage.paragraph[0] <= _LINES else None
    return None


def up_to(stated: Stated, published: Period, until: Period) -> Stated:
    """A span that goes on, up to the day of which the text is; one that begins later as it is."""
    begin, _, end = stated.period.edtf.partition("/")
    last = until.edtf.partition("/")[2]
    if not stated.goes_on or end != published.edtf or begin > last:
        return stated
    return stated._replace(period=Period(f"{begin}/{last}"))
