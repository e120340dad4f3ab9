"""Whether those who speak are named: a medical source, witnesses and the residents are nobody's name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raqqa_data.building.proposals.words.affixes import bare, stems
from raqqa_data.building.proposals.words.attribution_cues import cues

if TYPE_CHECKING:
    from collections.abc import Sequence

_NISBA = ("ي", "يه", "يين", "يون", "يان", "يات")
_OURS = "نا"


def is_nameless(words: Sequence[str]) -> bool:
    """Whether folded words name nobody: somebody by what he is, and by no office, body or name.

    Example:
        >>> is_nameless(["مصدر", "طبي"]), is_nameless(["مصدر", "في", "الوزاره"]), is_nameless(["الناشط", "كرار"])
        (True, False, False)
    """
    known, (first, *others) = cues(), words
    if first in known.crowds:
        return all(word in known.of_nobody or bare(word).endswith(_NISBA) for word in others)
    ours = [form[:-2] for form in stems(first) if form.endswith(_OURS)]
    own = not (known.heads.isdisjoint(ours) and known.reporters.isdisjoint(ours))
    if own or (first in known.reporters and others[:1] and bare(others[0]) in known.addressees):
        return True  # مراسلنا, فريقنا, مراسل الوكالة: the document itself
    if others and first in known.described:
        return all(_is_adjective(word) or word in known.persons for word in others)  # منظمة دولية, مرصد حقوقي
    if known.persons.isdisjoint(stems(first)):
        return False
    return all(word in known.persons or word in known.of_nobody or _is_adjective(word) for word in others)


def _is_adjective(word: str) -> bool:
    """محلي, أمنيين: whether a word says what an indefinite one is, and is nobody's office or body."""
    return word.endswith(_NISBA) and not word.startswith("ال") and word not in cues().heads
