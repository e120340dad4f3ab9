"""Laws that hold on any text."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from raqqa_data.reading import AnchorKind, Kind, Mention, highlight, read
from raqqa_data.reading.text.folding import fold
from tests.reading.strategies import texts
from tests.strategies import examples

if TYPE_CHECKING:
    from raqqa_data.reading import Span

_REFERENCE = dt.date(2022, 10, 20)
_references = st.sampled_from([None, "2022", "2022-10", _REFERENCE])
_relaxed = settings(max_examples=examples(400), deadline=None, suppress_health_check=[HealthCheck.too_slow])


def _spans(mention: Mention) -> list[Span]:
    parts = (mention.number, mention.qualifier, mention.unit_span, mention.noun)
    return [part for part in parts if part is not None]


def _meaning(mention: Mention) -> tuple[object, ...]:
    return mention.kind, mention.estimate, mention.unit, mention.period, mention.calendar


@_relaxed
@given(texts, _references)
def test_spans_are_exact_and_never_overlap(text: str, reference: dt.date | str | None) -> None:
    end = 0
    for mention in read(text, reference=reference):
        assert end <= mention.start < mention.end
        assert text[mention.start : mention.end] == mention.text
        end = mention.end
        for span in _spans(mention):
            assert mention.start <= span.start < span.end <= mention.end
            assert text[span.start : span.end] == span.text
        assert (mention.estimate is None) == (mention.kind is Kind.DATE)
        if mention.kind is not Kind.DATE:
            assert mention.number is not None


@_relaxed
@given(texts, _references)
def test_a_text_twice_gives_its_mentions_twice(text: str, reference: dt.date | str | None) -> None:
    once = read(text, reference=reference)
    # a line between, as a year over a line that begins with a day is a heading
    twice = read(f"{text}\n.\n{text}", reference=reference)
    assert len(twice) == 2 * len(once)
    for mention, alone in zip(twice, 2 * once, strict=True):
        if mention.anchor is None or mention.anchor.kind is not AnchorKind.MENTION:  # what goes on from the first copy
            assert mention.calendar != alone.calendar or _meaning(mention) == _meaning(alone)
    shift = len(text) + len("\n.\n")
    assert [mention.start for mention in twice] == [m.start for m in once] + [m.start + shift for m in once]


@_relaxed
@given(texts, st.lists(st.sampled_from("ـًٌٍَُِّْ"), min_size=1, max_size=40))
def test_tatweel_and_diacritics_change_nothing(text: str, marks: list[str]) -> None:
    # tanwin tells ألفًا from ألفا, ألّف is "he wrote", خُمس a fifth, and a tatweel between years is a dash: such texts say
    # something else when sprinkled
    plain = "".join(character for character in text if character not in "ـًٌٍ")
    sprinkled: list[str] = []
    for index, character in enumerate(plain):
        sprinkled.append(character)
        mark = marks[index % len(marks)]
        if "\u0621" <= character <= "\u064a" and mark != "ً" and character + mark not in {"لّ", "خُ"}:
            sprinkled.append(mark)
    before, after = read(plain), read("".join(sprinkled))
    assert [_meaning(mention) for mention in after] == [_meaning(mention) for mention in before]
    assert [fold(mention.text).text for mention in after] == [fold(mention.text).text for mention in before]


@_relaxed
@given(texts)
def test_folding_maps_every_offset_back(text: str) -> None:
    folded = fold(text)
    for index, letter in enumerate(folded.text):
        span = folded.span(index, index + 1)
        assert span.text == text[span.start : span.end]
        assert span.text
        if not unicodedata.combining(span.text[0]) and len(span.text) == 1 and letter.isalnum():
            assert letter in fold(span.text).text
    words = [found.span() for found in re.finditer(r"\w+", folded.text)]
    assert folded.printed(words) == [folded.span(start, end)[:2] for start, end in words]


@_relaxed
@given(texts)
def test_highlighting_keeps_the_text_and_escapes_it(text: str) -> None:
    html = highlight(text, read(text))
    assert html.count("<mark") == html.count("</mark>") == len(read(text))
    assert html.startswith('<p dir="rtl" lang="ar">')


def test_what_stands_on_another_line_says_nothing_of_a_number() -> None:
    assert read("الحافلة1، نحو من\nالحافلة1") == ()
    assert [mention.text for mention in read("بلغ عدد\nالحافلات 12 حافلة")] == ["12 حافلة"]
