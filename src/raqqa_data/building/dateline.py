"""The day of a report, where its file does not state it and a line at its head does: «دمشق، 16 آذار 2024»."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from raqqa_data.building.proposals.words.place_words import place_words
from raqqa_data.reading import Kind, read
from raqqa_data.reading.text.folding import fold_word
from raqqa_data.records.period import Period, Precision

if TYPE_CHECKING:
    from raqqa_data.building.proposals.reference.known_names import Known

_LINES = 6
_LONGEST = 400
"""Of a line so many characters are looked at: wires set the first sentence behind the dateline."""
_HEAD = 120
"""Within so many of them the date stands."""
_WORDS = re.compile(r"[^\W\d_]+")
_MOST_WORDS = 5
_KIND_AND_NAME = 2  # words of which the second, else the first, begins a place's name
_AGENCY = re.compile(r"\([^()\n]{2,40}\)")
_BEFORE = re.compile(r"[ \t]*([^\W\d_]+(?:[ \t]+[^\W\d_]+)*?)[ \t]*[،,/–-]?[ \t]*(?:(?:في|بتاريخ|يوم)[ \t]+)?")
_AFTER = re.compile(r"[ \t]*م?[ \t]*[.،,]?[ \t]*(?:/[^/\n]{2,30}/|\([^()\n]{2,40}\))?[ \t]*(?:$|[–—-]{1,2}[ \t])")
"""What may follow: the agency, then nothing or a dash. A colon would head an item of a chronicle."""


class Dateline(NamedTuple):
    """A day that a document states of itself, and the words that say so."""

    period: Period
    words: str


def dateline(text: str, known: Known) -> Dateline | None:
    r"""The one day that lines at the head of a text state behind the name of a place; None where several differ.

    Example:
        >>> from raqqa_data.building.proposals.reference.known_names import known_from
        >>> dateline("بيان\nدمشق، 16 آذار 2024\nأعلنت الوزارة أمس إصلاح 12 جسرا.", known_from())
        Dateline(period=Period('2024-03-16'), words='دمشق، 16 آذار 2024')
    """
    lines = [line[:_LONGEST].strip() for line in text[: _LINES * _LONGEST].splitlines() if line.strip()]
    found = [line for line in (_stated(line, known) for line in lines[:_LINES]) if line is not None]
    return found[0] if len({line.period for line in found}) == 1 else None


def _stated(line: str, known: Known) -> Dateline | None:
    begins = [*map(fold_word, _WORDS.findall(_AGENCY.sub(" ", line[:_HEAD]))[:_KIND_AND_NAME])]
    if not (known.places.begun(begins) or known.regions.begun(begins)):
        return None  # before a line is read
    date = next((mention for mention in read(line[:_HEAD]) if mention.kind is Kind.DATE), None)
    period = None if date is None else date.period
    if date is None or period is None or date.ambiguous is not None:
        return None
    whole = period.precision is Precision.DAY and period.edtf[:4].isdigit()
    before = _BEFORE.fullmatch(_AGENCY.sub(" ", line[: date.start]))
    if not whole or before is None or not _AFTER.match(line, date.end) or not _is_place(before[1], known):
        return None
    return Dateline(period, line[: date.end])


def _is_place(name: str, known: Known) -> bool:
    """Whether all words name one place, with or without what it is called (محافظة)."""
    words = [fold_word(word) for word in _WORDS.findall(name)]
    if len(words) > _MOST_WORDS:
        return False
    whole = words[1:] if len(words) > 1 and words[0] in place_words().kinds else words
    found = known.places.at(whole, 0) or known.regions.at(whole, 0)
    return found is not None and found.last == len(whole) - 1 and not found.clitic
