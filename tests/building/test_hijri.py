"""A Hijri date with the extra `hijri`, and without: a catalogue must not depend on it unsaid."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

import raqqa_data as rd
from raqqa_data.building.documents import sha256_of
from raqqa_data.reading.dates import hijri

ARTICLE = "افتتحت البلدية السوق في رمضان 1444، ثم احتفلت بافتتاحه."
START = ARTICLE.index("رمضان")


def annotated(said: str, phrase: str = "رمضان 1444") -> str:
    return f"""
data_version = "1.0.0"
[document]
id = "market"
language = "ar"
sha256 = "{sha256_of(ARTICLE)}"
characters = {len(ARTICLE)}
[[place]]
id = "valley"
name = {{ en = "Valley", ar = "الوادي" }}
kind = "valley"
[[event]]
id = "opening"
name = {{ en = "Opening", ar = "الافتتاح" }}
phrase = "{phrase}"
start = {ARTICLE.index(phrase)}
place = "valley"
{said}"""


GIVEN = 'reads = "2023-03-23/2023-04-20"\n'


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """As where the extra is not installed."""

    def absent() -> None:
        return None

    with monkeypatch.context() as patched:
        patched.setattr(hijri, "library", absent)
        yield


def test_with_the_extra_it_is_read() -> None:
    assert '# no event: "رمضان 1444" at 24, 2023-03-23/2023-04-20' in rd.draft(ARTICLE)
    assert 'reads = "2023-03-23/2023-04-20"' in rd.draft("وقع هجوم في رمضان 1444.")
    catalogue = rd.loads(rd.build(ARTICLE, annotated(GIVEN)))
    assert catalogue.events[0].period == rd.Period("2023-03-23/2023-04-20")
    assert rd.verify(ARTICLE, catalogue).ok


@pytest.mark.parametrize("said", [GIVEN, "", 'period = "2023-03"\ninferred = "as everybody knows"\n'])
@pytest.mark.usefixtures("bare")
def test_without_the_extra_build_says_what_to_install(said: str) -> None:
    with pytest.raises(rd.MissingExtraError, match=r"the Hijri date 'رمضان 1444' needs raqqa_data\[hijri\]") as caught:
        rd.build(ARTICLE, annotated(said))
    assert caught.value.extra == "hijri"


def test_without_the_extra_verify_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    catalogue = rd.loads(rd.build(ARTICLE, annotated(GIVEN)))
    monkeypatch.setattr(hijri, "library", lambda: None)
    with pytest.raises(rd.MissingExtraError, match=r"pip install 'raqqa_data\[hijri\]'"):
        rd.verify(ARTICLE, catalogue)


@pytest.mark.usefixtures("bare")
def test_without_the_extra_the_draft_says_what_to_install() -> None:
    drafted = rd.draft("وقع هجوم في رمضان 1444.")
    assert "# a Hijri date needs raqqa_data[hijri] to be read: pip install 'raqqa_data[hijri]'\n[[event]]" in drafted
    assert "None" not in drafted


def test_a_phrase_that_states_no_date_never_reads_none() -> None:
    said = 'reads = "2023"\nperiod = "2023"\ninferred = "the year of the market"\n'
    with pytest.raises(rd.AnnotationError) as caught:
        rd.build(ARTICLE, annotated(said, "احتفلت بافتتاحه"))
    assert [problem.message for problem in caught.value.problems] == [
        "says '2023', but the phrase 'احتفلت بافتتاحه' states no date"
    ]


def test_a_hijri_year_beyond_its_tables_is_left_to_a_person() -> None:
    drafted = rd.draft("وقع هجوم في رمضان 1600")
    assert 'phrase = "رمضان 1600"\nstart = 12\nperiod = "FILL IN"\ninferred = "FILL IN"\n' in drafted
