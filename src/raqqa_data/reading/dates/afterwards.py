"""What a story tells next without a date of its own: وبعد ثلاثة أيام انقطعت الكهرباء, خرقت الهدنة مساء الخميس."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raqqa_data.reading.dates import spans_of_time
from raqqa_data.reading.dates.in_force import sentences_ended
from raqqa_data.reading.mention import AnchorKind

if TYPE_CHECKING:
    from raqqa_data.reading.dates.context import Moment
    from raqqa_data.reading.dates.in_force import DateInForce, Stated
    from raqqa_data.reading.dates.parts import DateParts
    from raqqa_data.reading.mention_draft import Anchored

_AFTER = frozenset({"بعد", "وبعد", "فبعد"})
_STOPS = frozenset(".،؛:!؟-")
_ONLY = frozenset({"واحد", "واحده", "فقط", "تقريبا", "،"})
_MOST_ENDS = 2
_WEEK = 7
_RECENT = 14  # days: news name such a day by its weekday
_SHORTEST_VERB, _SHORTEST_WITH_T = 3, 4
_LOOK_BACK = 8
_SEVERAL = ("ين", "ايام", "اسابيع", "اشهر", "شهور", "اعوام", "سنوات")
_NO_VERB_BEGINS = ("ال", "و", "ب", "ل", "ك")
_NO_VERB = ("ه", "ين", "ون", "ات", "ا")


def afterwards(in_force: DateInForce, parts: DateParts, index: int) -> tuple[Moment, Stated] | None:
    """وبعد يومين انقطعت الكهرباء: at the head of a clause that tells what happened then.

    Behind its verb (وعادوا بعد عامين) it may as well say how long they were away: that stays a duration.

    Args:
        in_force: The dates stated before.
        parts: The reader of dates.
        index: The token.
    """
    tokens = parts.tokens
    if tokens.texts[index] not in _AFTER or not _opens(parts, index):
        return None
    found = in_force.away(parts, index, said=False)
    if found is None:
        return None
    moment, stated = found
    # what was stated last, for an older day is no longer told of
    if stated is not in_force.stated[-1] or not _is_near(parts, stated, moment.start):
        return None
    to_come = parts.today is not None and (moment.edtf or "") > parts.today.isoformat()
    return None if to_come or not _happened(parts, moment.next) else found


def weekday_of_story(parts: DateParts, moment: Moment, in_force: DateInForce) -> tuple[Moment, Anchored] | None:
    """في 3 نيسان 2018 ... خرقت الهدنة مساء الخميس: likelier the Thursday behind that day than one of publication.

    Args:
        parts: The reader of dates.
        moment: A weekday as it is told from publication.
        in_force: The dates stated before.
    """
    stated, today, texts = in_force.story, parts.today, parts.tokens.texts
    bare = moment.grain == "day" and moment.month is None and parts.names_weekday(moment.next - 1)
    if not bare or stated is None or stated.grain != "day" or today is None or moment.edtf is None:
        return None
    word = parts.tokens.words[moment.next - 1].calendar
    if word is None or (today - stated.day).days <= _RECENT or not _is_near(parts, stated, moment.start):
        return None
    stems = {text.removeprefix("و").removeprefix("ف") for text in texts[moment.first - _LOOK_BACK : moment.next + 2]}
    if not parts.lexicon.context["telling"].isdisjoint(stems):
        return None  # وقال الناطق الخميس
    named = parts.words.weekdays[word.stem]
    day = spans_of_time.shifted_day(stated.day, (named - stated.day.weekday()) % _WEEK)
    if day is None or day.isoformat() >= moment.edtf:
        return None
    return moment._replace(edtf=day.isoformat(), other=moment.edtf), (AnchorKind.MENTION, stated.stretch)


def _opens(parts: DateParts, index: int) -> bool:
    """Whether a clause begins at a token."""
    tokens = parts.tokens
    before = tokens.texts[index - 1]
    return tokens.texts[index] != "بعد" or not tokens.joined(index) or before in _STOPS or before == "ثم"


def _is_near(parts: DateParts, stated: Stated, start: int) -> bool:
    """Whether few sentences end between a date that was stated and an offset."""
    ended = sentences_ended(parts, stated, start)
    return ended is not None and ended <= _MOST_ENDS


def _happened(parts: DateParts, index: int) -> bool:
    """Whether a verb of the past stands at a token: not بعد يومين من القصف, بعد ثلاثة أيام متواصلة, بعد أسبوع مضطرب."""
    tokens, context = parts.tokens, parts.lexicon.context
    several = tokens.texts[index - 1].endswith(_SEVERAL)
    while tokens.texts[index] in _ONLY and tokens.joined(index):
        index += 1
    text = tokens.texts[index]
    if not tokens.joined(index):
        return False
    if text in {"لم", "قد"} or text in context["past"] or text in context["happened"]:
        return True
    if text.endswith("ت") and not text.endswith("ات") and len(text) >= _SHORTEST_WITH_T and text[0] != "و":
        return True
    # what describes several days ends in ـة or ـين, and a noun behind them is one of few
    other = (
        text in context["not_nouns"] or text in context["lasts"] or tokens.printed(index).startswith(_NO_VERB_BEGINS)
    )
    return several and text.isalpha() and len(text) >= _SHORTEST_VERB and not other and not text.endswith(_NO_VERB)
