"""Ordinals, and the ages and names that they are in."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from raqqa_data.reading.figures.around import stretch_of
from raqqa_data.reading.grammar import Construction, Table
from raqqa_data.reading.mention import Kind
from raqqa_data.reading.mention_draft import MentionDraft, estimate
from raqqa_data.reading.numbers.ordinals import behind_refused, in_digits, is_regnal
from raqqa_data.records.estimate import Wording

if TYPE_CHECKING:
    from raqqa_data.reading.figures.figure import FigureReader

_AGES = frozenset({"سن", "السن", "سنه", "سنها", "عمر", "بسن", "بعمر", "لسن"})
_WHO = frozenset({"هو", "هي", "كان", "كانت"})  # وهو في العاشرة
_LEAST_AGE = 10


def counted_off(figures: FigureReader, index: int, _: int) -> MentionDraft | None:
    """الدورة الـ74."""
    found = in_digits(figures.tokens, figures.lexicon, index) if figures.tokens.texts[index - 1] == "ال" else None
    if found is None:
        return None
    return MentionDraft(
        Kind.ORDINAL, found.next, (found.start, found.end), estimate=estimate(found.value, Wording.EXACT)
    )


def named_after(figures: FigureReader, index: int, _: int) -> int | None:
    """الملك عبد الله الثاني, شارع الستين."""
    found, texts = figures.ordinal_at(index), figures.tokens.texts
    if found is None or not texts[index].startswith("ال"):
        return None
    named = figures.lexicon.context["named_by_ordinals"]
    if figures.tokens.joined(index) and (texts[index - 1] in named or texts[index - 1][1:] in named):
        return found.next
    return found.next if is_regnal(figures.tokens, figures.lexicon, index) else None


def of_another_word(figures: FigureReader, index: int, _: int) -> int | None:
    """الثانية عشرة بعد منتصف الليل."""
    found = figures.ordinal_at(index)
    if found is not None:
        return found.next if _is_spoken(figures, index, found.next) else None
    return behind_refused(figures.tokens, index)


def _is_spoken(figures: FigureReader, index: int, after: int) -> bool:
    """حاجة تانية, مكان تاني: another; ضد المية: water."""
    tokens, known = figures.tokens, figures.lexicon
    text, before = tokens.texts[index], tokens.texts[index - 1]
    if text in known.context["again"]:
        return True
    if text in known.context["again_behind_nouns"]:
        follower = tokens.texts[after]
        return not (tokens.joined(after) and follower.isalpha() and follower not in known.context["not_nouns"])
    water = "مي" in tokens.printed(index) and before.isalpha() and tokens.joined(index)
    return text.endswith("لميه") and water and not (before in known.ranked or tokens.words[index - 1].ordinal)


def age_by_ordinal(figures: FigureReader, index: int, floor: int) -> MentionDraft | None:
    """في الخامسة والثلاثين من عمرها, في سن الستين, دون الثامنة عشرة."""
    tokens, known = figures.tokens, figures.lexicon
    word = tokens.words[index]
    found = figures.ordinal_at(index)
    if found is None:
        return None
    feminine = tokens.texts[index].endswith("ه") and not tokens.texts[index - 1].endswith("ه")
    age = known.age_after.match(tokens, found.next) if found.value >= _LEAST_AGE or feminine else None
    who = tokens.texts[index - 2].removeprefix("و") in _WHO and tokens.texts[index - 1] == "في" and index - 2 >= floor
    who = who and (feminine or word.ordinal is None) and tokens.joined(index - 1)  # وهي في السبعين
    aged = (who or tokens.texts[index - 1] in _AGES) and tokens.joined(index)
    bounded = feminine and word.ordinal is not None and found.value >= _LEAST_AGE
    bound = known.qualifiers.before(tokens, index, floor) if aged or age or bounded else None
    if bound is not None and bounded:
        told = tokens.texts[bound.first : index]
        aged = aged or told == ["دون"] or not known.context["age_before"].isdisjoint(told)
    if not aged and (age is None or word.ordinal is None):
        return None
    after = found.next if age is None else age[1]
    stretch = None if age is None else (tokens.starts[found.next], tokens.end(after - 1))
    if who and age is None and bound is None:  # the age is told by who is in it
        stretch = (tokens.starts[index - 2] + tokens.texts[index - 2].startswith("و"), found.end)
    stated = estimate(found.value, Wording.EXACT if bound is None else bound.wording)
    draft = MentionDraft(Kind.AGE, after, (found.start, found.end), estimate=stated, unit="year", more=stretch)
    return draft if bound is None else draft._replace(qualifier=stretch_of(tokens, known, bound))


def ordinal(figures: FigureReader, index: int, _: int) -> MentionDraft | None:
    """الذكرى الخامسة; not فوق الثلاثين."""
    found = figures.ordinal_at(index)
    if found is None or figures.claims(found):
        return None
    return MentionDraft(
        Kind.ORDINAL, found.next, (found.start, found.end), estimate=estimate(found.value, Wording.EXACT)
    )


Reads = Callable[["FigureReader", int, int], "MentionDraft | int | None"]

ORDINALS: Table[Reads] = Table(
    "Ordinals",
    [
        Construction[Reads](
            "ordinal-in-digits",
            "Digits behind the article, behind what is counted off.",
            "افتتحت الدورة الـ74 للمجلس",
            counted_off,
            opens=("digits",),
        ),
        Construction[Reads](
            "ruler",
            "The ordinal of a ruler or a pope is part of the name.",
            "أعلن الملك محمد السادس العفو",
            named_after,
            opens=("ordinal",),
            before=("ordinal",),
            why="It would be a sixth.",
            refuses=True,
        ),
        Construction[Reads](
            "ordinal-of-another-word",
            "An hour, or a word spelled like an ordinal.",
            "تستمر حتى الثانية عشرة بعد منتصف الليل",
            of_another_word,
            opens=("ordinal",),
            refuses=True,
        ),
        Construction[Reads](
            "age-by-ordinal",
            "A year of life, or the age of a person.",
            "فتى في سن السابعة عشرة",
            age_by_ordinal,
            opens=("ordinal",),
            before=("ordinal",),
            why="What is stated is an age of seventeen years.",
        ),
        Construction[Reads](
            "ordinal",
            "First, second, the twenty-first; not behind a hedge, where it is a number.",
            "أحيت المدينة الذكرى الخامسة للتحرير",
            ordinal,
            opens=("ordinal",),
        ),
    ],
)


def read_ordinal(figures: FigureReader, index: int, floor: int) -> MentionDraft | int | None:
    """The ordinal at a token; or where to go on behind what is none; or None."""
    word = figures.tokens.words[index]
    definite = word.numeral is not None and word.numeral.clitics.article
    if word.ordinal is not None or definite:
        ways = ORDINALS["ordinal"]
    else:
        ways = () if word.digits is None else ORDINALS["digits"]
    for reads in ways:
        found = reads(figures, index, floor)
        if found is not None:
            return found
    return None
