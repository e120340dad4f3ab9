"""Rare and costly kinds of figures and dates, ten phrasings of each, with all that is to be found in them.

A table's line is a text, then what is read in it on 20 October 2022: a date's period, or kind, wording, value and unit,
of which a bare count's kind and the wording of what is exact, a range or vague go without saying; `?` where another
reading is told too; nothing where nothing is to be found; None for a date that nothing tells.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from raqqa_data.reading import Kind, Mention, read
from raqqa_data.records.estimate import Wording

_FOLDER = Path(__file__).with_name("kinds")
_UNSAID = (Wording.EXACT, Wording.BETWEEN, Wording.VAGUE)
_HIJRI = ("رمضان", "محرم", "شعبان", "ذي", "شوال", "رجب", "ربيع الأول", "هـ")


def _cases() -> list[tuple[str, str]]:
    lines = [line for path in sorted(_FOLDER.glob("*.txt")) for line in path.read_text("utf-8").splitlines()]
    return [(text, want.strip()) for text, _, want in (line.partition(" =>") for line in lines) if text[:1] != "#"]


@pytest.mark.parametrize(("text", "want"), _cases())
def test_a_phrasing_is_read_as_its_kind(text: str, want: str) -> None:
    if any(word in text for word in _HIJRI):
        pytest.importorskip("hijridate")
    assert " | ".join(map(_said, read(text, reference="2022-10-20"))) == want


@pytest.mark.parametrize("line", Path(__file__).with_name("bounds.txt").read_text("utf-8").splitlines())
def test_a_bound_is_read_as_it_is_worded(line: str) -> None:
    text, _, want = line.partition(" => ")
    if want:
        assert [str(mention.estimate) for mention in read(text)] == [want]


def test_a_year_of_long_ago_is_a_date_and_no_count() -> None:
    lines = _FOLDER.joinpath("long_ago.txt").read_text("utf-8").splitlines()
    found = [(line, one) for line in lines for one in read(line.partition(" =>")[0], reference="2022-10-20")]
    assert not [
        line
        for line, one in found
        if one.kind is not Kind.DATE and _said(one).isdecimal() and len(_said(one)) > len("99")
    ]


def test_there_are_ten_of_most_kinds() -> None:
    kinds = "\n".join(path.read_text("utf-8") for path in _FOLDER.glob("*.txt")).split("# ")[1:]
    assert len(kinds) >= 45
    assert all(len(kind.splitlines()) > len("five") for kind in kinds)


def _said(mention: Mention) -> str:
    estimate = mention.estimate
    if mention.kind is Kind.DATE or estimate is None:
        said = [str(mention.period)]
    else:
        number = str(estimate.best) if estimate.best is not None else f"{estimate.low}..{estimate.high or ''}"
        kind = "" if mention.kind is Kind.CARDINAL else str(mention.kind)
        wording = "" if estimate.wording in _UNSAID else str(estimate.wording)
        said = [kind, wording, number, mention.unit or ""]
    return " ".join(filter(None, said)) + ("?" if mention.ambiguous else "")
