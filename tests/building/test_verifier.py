from __future__ import annotations

from pathlib import Path
from typing import Any

import attrs
import pytest

import raqqa_data as rd
from raqqa_data.errors import FileError
from tests.building.conftest import EXAMPLE


@pytest.fixture(scope="session")
def catalogue(article: str, notes: str) -> rd.Catalogue:
    return rd.loads(rd.build(article, notes))


def test_nothing_is_found_in_the_document_itself(article: str, catalogue: rd.Catalogue) -> None:
    report = rd.verify(article, catalogue)
    assert report.ok
    assert str(report) == "9 records checked, no findings"
    assert rd.verify(EXAMPLE / "article.ar.txt", catalogue) == report


def test_any_change_of_one_character_is_found(article: str, catalogue: rd.Catalogue) -> None:
    for index, character in enumerate(article):
        changed = article[:index] + ("ب" if character != "ب" else "ت") + article[index + 1 :]
        assert "sha256" in {finding.check for finding in rd.verify(changed, catalogue)}, index


def test_a_change_inside_a_quote_names_the_record(article: str, catalogue: rd.Catalogue) -> None:
    report = rd.verify(article.replace("90 متطوعا", "91 متطوعا"), catalogue)
    assert [(finding.subject, finding.check) for finding in report] == [
        ("olive-valley", "sha256"),
        ("campaign.volunteers", "quote"),
    ]
    assert "there is '91 متطوعا'" in str(report)
    assert str(report).startswith("9 records checked, 2 findings")
    assert report[:1] == (report[0],)
    assert len(report) == 2


def test_a_record_that_says_other_than_its_phrase_is_found(article: str, catalogue: rd.Catalogue) -> None:
    record = catalogue.observations["campaign.volunteers"]
    for wrong in (
        attrs.evolve(record, estimate=rd.Estimate.stated(91)),
        attrs.evolve(record, estimate=rd.Estimate.stated(90, rd.Wording.ABOUT)),
    ):
        [finding] = rd.verify(article, [wrong])
        assert (finding.subject, finding.check) == ("campaign.volunteers", "reading")
    event = attrs.evolve(catalogue.events["campaign_end"], period=rd.Period("2021-04"))
    [finding] = rd.verify(article, [event])
    assert finding.message == "the record holds 2021-04, the phrase reads 2021-03"


def test_a_phrase_that_is_no_figure_is_found(article: str, catalogue: rd.Catalogue) -> None:
    record = catalogue.observations["campaign.volunteers"]
    [finding] = rd.verify(article, [attrs.evolve(record, quote=rd.Quote("أعلن مجلس", 0))])
    assert finding.check == "reading"
    assert "holds no figure" in finding.message


def test_a_record_in_another_unit_still_agrees(article: str, catalogue: rd.Catalogue) -> None:
    area = catalogue.observations["campaign.land_planted"].to("meter ** 2")
    assert area.estimate.best == 40_000
    assert rd.verify(article, [area]).ok


def test_an_empty_catalogue_is_checked_against_its_document(catalogue: rd.Catalogue) -> None:
    bare = attrs.evolve(catalogue, observations=rd.Observations(), events=rd.Events())
    assert [finding.check for finding in rd.verify("x", bare)] == ["characters", "sha256"]


def test_a_text_that_cannot_be_read_is_an_error_not_a_finding(tmp_path: Path, catalogue: rd.Catalogue) -> None:
    with pytest.raises(FileError, match="cannot be read"):
        rd.verify(tmp_path / "absent.txt", catalogue)


def test_a_catalogue_may_be_named_by_its_path(tmp_path: Path, article: str, notes: str) -> None:
    path = tmp_path / "catalogue.json"
    path.write_text(rd.build(article, notes), "utf-8")
    for named in (path, str(path)):
        assert str(rd.verify(EXAMPLE / "article.ar.txt", named)) == "9 records checked, no findings"
    with pytest.raises(rd.CatalogueError, match="cannot be read"):
        rd.verify(article, tmp_path / "absent.json")


@pytest.mark.parametrize("wrong", [None, 5, ["a"], rd.battle.city_destroyed.place])
def test_what_is_no_record_is_told(article: str, wrong: Any) -> None:
    with pytest.raises(rd.RecordError, match="give a catalogue, the path of its file, a dataset"):
        rd.verify(article, wrong)


def test_one_record_by_itself_is_checked(article: str, catalogue: rd.Catalogue) -> None:
    one: Any = catalogue.observations["campaign.volunteers"]
    assert rd.verify(article, one).checked == 1


@pytest.mark.parametrize("kind", ["None", "catalogue"])
def test_what_is_no_document_is_told(catalogue: rd.Catalogue, kind: str) -> None:
    wrong: Any = None if kind == "None" else catalogue
    with pytest.raises(FileError, match="document: give its text"):
        rd.verify(wrong, catalogue)
