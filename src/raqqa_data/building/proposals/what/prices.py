"""Prices of which a text says so once: in the heading of a list, or by the measure in which a thing is sold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raqqa_data.building.proposals.what.measures import measures
from raqqa_data.building.proposals.words.vocabulary import lists_of
from raqqa_data.reading.mention import Kind, Mention

if TYPE_CHECKING:
    from collections.abc import Iterator

    from raqqa_data.building.proposals.passage.passage import Passage

_WORDS = "prices.toml"
PRICES = ("price", "exchange_rate")
"""The measures that say what something costs."""
_OPENS = 5  # words of a line within which its heading says "prices"
_NEAR = 6  # words between what is sold and how much it is
_LATELY = 12  # lines of a list


def is_price_of(indicator: str) -> bool:
    """Whether an indicator is a price by its id, of whatever goods.

    Example:
        >>> is_price_of("wheat_price_syp"), is_price_of("price_syp"), is_price_of("cost_syp")
        (True, True, False)
    """
    return indicator.startswith(PRICES) or "_price_" in indicator


def heading_of(passage: Passage, figure: Mention) -> int | None:
    """The word of the heading that a figure stands under which says that prices follow; None where none does."""
    listed = passage.standing(lists_of(_WORDS))
    at, _ = passage.words_of(figure)
    first, end = passage.sentence_of(at)
    if not (listed.any("headings", 0, end) or listed.any("of_one", first, end)):
        return None
    line = passage.paragraph_of(at)
    for _ in range(_LATELY):
        before_figures = min(passage.next_figure(line - 1, line + _OPENS), line + _OPENS)
        says = (
            *listed.each("headings", line, before_figures)[:1],
            *listed.each("of_one", max(line, first), before_figures)[:1],
        )
        if says:
            return min(says)
        figures = passage.next_figure(line - 1, line + _NEAR) < line + _NEAR
        if line == 0 or "\n\n" in passage.gaps[line] or not (figures or passage.is_listed(line)):
            return None
        line = passage.paragraph_of(line - 1)
    return None


def _is_sold(passage: Passage, figure: Mention) -> bool:
    """جرة الغاز صارت 210 آلاف: whether a number says what something costs by the measure in which that is sold."""
    at, _ = passage.words_of(figure)
    first, _ = passage.sentence_of(at)
    before = passage.figure_before(at)
    begin = max(first, at - _NEAR, -1 if before is None else before + 1)
    comes = passage.words[at].startswith("ب") or passage.standing(lists_of(_WORDS)).any(
        "comes_to", max(begin, at - 2), at
    )
    named = measures()[0].each(passage.words, range(at - 1, begin - 1, -1)) if comes else ()
    goods = (found.first for found in named if any(measure.id in PRICES for measure in found.value))
    last = next(goods, None)
    return last is not None and not passage.is_apart(last, at)


def sources_of(passage: Passage) -> Iterator[tuple[Mention, Mention]]:
    """The numbers that are prices, each with the price that states its currency: before it, else behind in its list."""
    stated: Mention | None = None
    waiting: list[tuple[int, Mention]] = []
    for figure in passage.figures:
        heading = heading_of(passage, figure)
        if heading is None and not _is_sold(passage, figure):
            continue
        if figure.kind is Kind.MONEY and figure.unit and " / " not in figure.unit:
            stated = figure
            yield from ((one, figure) for over, one in waiting if over == heading)
            waiting = []
        elif stated is not None:
            yield figure, stated
        elif heading is not None:
            waiting.append((heading, figure))
