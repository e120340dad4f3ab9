"""Reading: a text cut into tokens, and each figure and date in it found from left to right."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from typing import TYPE_CHECKING, Protocol

from raqqa_data.errors import ReadingError as ReadingError  # noqa: PLC0414 - it is imported from here too
from raqqa_data.reading.constructions import DATES, FIRST_OF_ALL, Line
from raqqa_data.reading.dates.date import DateReader
from raqqa_data.reading.dates.in_force import DateInForce
from raqqa_data.reading.figures.figure import FigureReader
from raqqa_data.reading.figures.merged import merged_with
from raqqa_data.reading.figures.singulars import singulars as each_singular
from raqqa_data.reading.mention import Kind
from raqqa_data.reading.text.folding import fold
from raqqa_data.reading.text.tokens import PADDING, Tokens
from raqqa_data.reading.words.countries import country_of
from raqqa_data.reading.words.lexicon import lexicon
from raqqa_data.records.period import Period

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from raqqa_data.reading.constructions import Reads
    from raqqa_data.reading.mention import Mention
    from raqqa_data.reading.mention_draft import MentionDraft
    from raqqa_data.reading.text.folding import Folded
    from raqqa_data.reading.words.countries import Country
    from raqqa_data.reading.words.lexicon import Lexicon

_AT_A_TIME = 50_000  # characters
_NEXT_TO = 32
"""Two figures that are one stand at most so many characters apart."""


class Readable(Protocol):
    """A text with what its file says of it, such as a `Source`."""

    @property
    def text(self) -> str:
        """The text."""
        ...

    @property
    def published(self) -> Period | None:
        """When it was published, where that is stated."""
        ...

    @property
    def margins(self) -> Sequence[tuple[int, int]]:
        """Stretches in which no figure is the document's own: headers, footers, numbers of pages."""
        ...


def read(
    text: str | Readable,
    *,
    reference: dt.date | Period | str | None = None,
    country: str | None = None,
    singulars: bool = False,
) -> tuple[Mention, ...]:
    """Find every figure and date in an Arabic text.

    Args:
        text: The text as printed, or a source (`open_source`); nothing need be cleaned. In a source's headers and
            footers nothing is read, and the day on which it says it was published is the reference where none is given.
        reference: The date that "last month" is counted from: a date, a Period, or either as ISO text. Without it such
            dates are returned with `period` None, never guessed from the clock.
        country: ISO 3166 code of the country whose lira, pound or dinar is meant where the text does not say it. Such
            money has `unit` None without it; with it, the mention says so in `country_hint`.
        singulars: Whether a noun of people in the singular stands for one where a word says what befell them: "a man
            was killed".

    Returns:
        The mentions in text order, never overlapping, one reading per figure.

    Raises:
        ReadingError: The text is no text.
        PeriodError: The reference is no date.
        NotFoundError: No country has that code.

    Example:
        >>> (mention,) = read("رُمّم أكثر من300 بيت")
        >>> mention.value, mention.estimate.wording, mention.noun.text
        (300, <Wording.MORE_THAN>, 'بيت')
        >>> (price,) = read("سعر الرغيف 400 ليرة", country="SY")
        >>> price.unit, price.country_hint
        ('SYP', 'SY')
    """
    if not isinstance(text, str):
        return _read_source(text, reference, country=country, singulars=singulars)
    known = lexicon()
    hinted = country_of(country)
    folded = fold(text)
    today = read_reference(reference)
    in_force = DateInForce()
    mentions: list[Mention] = []
    for begin, end in _lines(folded.text):
        tokens = Tokens(folded, known, begin, end)
        found = [draft.mention(folded) for draft in _drafts(tokens, known, today, in_force, hinted)]
        if singulars:
            found = _with_singulars(found, (draft.mention(folded) for draft in each_singular(tokens, known)))
        mentions += found
    return tuple(mentions)


def _with_singulars(found: list[Mention], ones: Iterable[Mention]) -> list[Mention]:
    ends = [mention.end for mention in found]
    free: list[Mention] = []
    for one in ones:
        at = bisect_right(ends, one.start)
        if at == len(found) or one.end <= found[at].start:
            free.append(one)
    return sorted([*found, *free], key=lambda mention: mention.start)


def _read_source(
    source: Readable, reference: dt.date | Period | str | None, *, country: str | None, singulars: bool
) -> tuple[Mention, ...]:
    if not (_is_text(getattr(source, "text", None)) and hasattr(source, "margins")):
        raise ReadingError("text", source, "give a text (decode bytes first), or what open_source gives")
    since = source.published if reference is None else reference
    found = read(source.text, reference=since, country=country, singulars=singulars)
    return tuple(_outside(source.margins, found))


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Whole lines, some at a time: nothing is read across a line's end, and what is at hand stays small."""
    begin = 0
    while begin < len(text):
        found = text.find("\n", begin + _AT_A_TIME)
        end = len(text) if found < 0 else found + 1
        yield begin, end
        begin = end


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def read_reference(reference: dt.date | Period | str | None) -> Period | None:
    """The date that relative dates are counted from.

    Raises:
        PeriodError: It is no date.
        ReadingError: It is neither a date nor a text.
    """
    if reference is None or isinstance(reference, Period):
        return reference
    if isinstance(reference, dt.datetime):
        reference = reference.date()
    if isinstance(reference, dt.date):
        return Period(reference.isoformat())
    if not _is_text(reference):
        raise ReadingError("reference", reference, "give a date, a Period, or either as ISO text")
    # an ISO timestamp's time of day says nothing here
    return Period(reference.partition("T")[0])


def _without_what_is_told(draft: MentionDraft) -> MentionDraft:
    """A figure without the unit that the mention before has for its own: الأسبوعين والخمسون."""
    return draft._replace(kind=Kind.CARDINAL, unit=None, unit_stretch=None, noun=None, qualifier=None, more=None)


class _Told:
    """What was found in some lines so far."""

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self.drafts: list[MentionDraft] = []
        self.floor = PADDING
        self._before = 0

    def take(self, found: MentionDraft | int) -> None:
        """What was found at a token: a mention, or the token after what is none."""
        if isinstance(found, int):
            self.floor = found
            return
        self.floor = found.next
        drafts = self.drafts
        start, end = found.stretch()
        if start <= self._before + _NEXT_TO and drafts:
            merged = merged_with(self._tokens, drafts[-1], found)
            if merged is not None:
                drafts[-1], self._before = merged, merged.stretch()[1]
                return
            if start < self._before:  # a date over a figure's unit says nothing without it
                if found.kind is not Kind.DATE:
                    drafts.append(_without_what_is_told(found))
                    self._before = drafts[-1].stretch()[1]
                return
        drafts.append(found)
        self._before = end


def _drafts(
    tokens: Tokens, known: Lexicon, reference: Period | None, in_force: DateInForce, country: Country | None
) -> list[MentionDraft]:
    line = Line(tokens, known, DateReader(tokens, known, reference, in_force), FigureReader(tokens, known, country))
    told = _Told(tokens)
    for index in tokens.candidates():
        floor = told.floor
        if index < floor:
            continue
        for reads in FIRST_OF_ALL[tokens.words[index].sorts]:
            found = reads(line, index, floor)
            if found is not None:
                told.take(found)
                break
    return told.drafts


def read_supposing(
    source: Readable,
    folded: Folded,
    *,
    reference: Period | None,
    supposed: Period | None,
    country: str | None = None,
    singulars: bool = False,
) -> tuple[list[Mention], list[Mention]]:
    """What `read` finds in a source by a reference, and what by a supposed one: one walk, only dates are read anew.

    Args:
        source: The source.
        folded: Its text, folded.
        reference: As `read` takes it.
        supposed: Another one, that dates may be counted from; without it the second list is empty.
        country: As `read` takes it.
        singulars: As `read` takes it, for the first list.
    """
    known, hinted = lexicon(), country_of(country)
    in_force, in_force_supposed = DateInForce(), DateInForce()
    drafts: list[MentionDraft] = []
    drafts_supposed: list[MentionDraft] = []
    ones: list[MentionDraft] = []
    for begin, end in _lines(folded.text):
        tokens = Tokens(folded, known, begin, end)
        if singulars:
            ones += each_singular(tokens, known)
        if supposed is None:
            drafts += _drafts(tokens, known, reference, in_force, hinted)
            continue
        line = Line(tokens, known, DateReader(tokens, known, reference, in_force), FigureReader(tokens, known, hinted))
        other = line._replace(dates=DateReader(tokens, known, supposed, in_force_supposed))
        told, told_supposed = _Told(tokens), _Told(tokens)
        for index in tokens.candidates():
            ways, floor = FIRST_OF_ALL[tokens.words[index].sorts], told.floor
            if floor == told_supposed.floor:
                if index < floor:
                    continue
                found, otherwise = _both(ways, (line, other), index, floor)
            else:
                found = _first(ways, line, index, floor)
                otherwise = _first(ways, other, index, told_supposed.floor)
            if found is not None:
                told.take(found)
            if otherwise is not None:
                told_supposed.take(otherwise)
        drafts += told.drafts
        drafts_supposed += told_supposed.drafts
    read_so = [draft.mention(folded) for draft in drafts]
    shared = {id(draft): mention for draft, mention in zip(drafts, read_so, strict=True)}
    read_otherwise = [shared.get(id(draft)) or draft.mention(folded) for draft in drafts_supposed]
    if ones:
        read_so = _with_singulars(read_so, (draft.mention(folded) for draft in ones))
    return _outside(source.margins, read_so), _outside(source.margins, read_otherwise)


def _outside(margins: Sequence[tuple[int, int]], mentions: Iterable[Mention]) -> list[Mention]:
    if not margins:
        return [*mentions]
    return [
        mention
        for mention in mentions
        if not any(start < mention.end and mention.start < end for start, end in margins)
    ]


def _first(ways: Iterable[Reads], line: Line, index: int, floor: int) -> MentionDraft | int | None:
    """What the first way that finds something finds at a token; nothing before the token that is read next."""
    for reads in ways if index >= floor else ():
        found = reads(line, index, floor)
        if found is not None:
            return found
    return None


def _both(
    ways: Iterable[Reads], lines: tuple[Line, Line], index: int, floor: int
) -> tuple[MentionDraft | int | None, MentionDraft | int | None]:
    """What the first way that finds something finds by each of two references: only dates are asked twice."""
    line, other = lines
    found: MentionDraft | int | None = None
    otherwise: MentionDraft | int | None = None
    for reads in ways:
        if reads is DATES:
            found = reads(line, index, floor) if found is None else found
            otherwise = reads(other, index, floor) if otherwise is None else otherwise
        else:
            either = reads(line, index, floor)
            found = either if found is None else found
            otherwise = either if otherwise is None else otherwise
        if found is not None and otherwise is not None:
            break
    return found, otherwise
