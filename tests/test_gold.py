"""The gold set of proposals is well-formed: quotes stand where they say, answers are in the text or are periods."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from benchmarks.agreement import Proposed, same_agent, same_period, same_place
from benchmarks.proposals import agrees, public_articles
from raqqa_data.records.period import Period

GOLD = Path(__file__).resolve().parents[1] / "benchmarks" / "gold"
ROUNDS = ("second", "third", "fourth", "fifth", "sixth", "seventh", "ninth")


def marked(folder: Path) -> list[dict[str, Any]]:
    return [
        json.loads(line) for path in sorted(folder.glob("*.jsonl")) for line in path.read_text("utf-8").splitlines()
    ]


ARTICLES = marked(GOLD)
LATER = [article for name in ROUNDS for article in marked(GOLD / name)]
ANSWERS = {"who", "conveyed_by", "where", "when", "what", "part_of", "same_as"}


def answers(figure: dict[str, Any], question: str) -> list[str]:
    """What is right or tolerated."""
    tolerated = figure.get("tolerated", {}).get(question, [])
    return [*figure.get(question, []), *(answer for answer in tolerated if answer is not None)]


@pytest.fixture(params=[*ARTICLES, *LATER], ids=lambda article: article["id"])
def article(request: pytest.FixtureRequest) -> dict[str, Any]:
    return request.param  # type: ignore[no-any-return]


def test_there_are_as_many_as_the_issue_asks_for_in_two_halves() -> None:
    assert len(ARTICLES) >= 40
    assert sum(len(article["figures"]) for article in ARTICLES) >= 400
    assert len({article["id"] for article in [*ARTICLES, *LATER]}) == len([*ARTICLES, *LATER])
    for article in ARTICLES:
        odd = int(article["id"].partition("-")[2]) % 2
        assert article["half"] == ("dev" if odd else "held_out")


def test_quotes_stand_at_their_offsets_and_do_not_overlap(article: dict[str, Any]) -> None:
    end = 0
    for figure in article["figures"]:
        assert figure["start"] >= end
        end = figure["start"] + len(figure["quote"])
        assert article["text"][figure["start"] : end] == figure["quote"]


def test_answers_are_words_of_the_text_and_periods(article: dict[str, Any]) -> None:
    text = article["text"]
    for figure in article["figures"]:
        assert set(figure) <= ANSWERS | {"id", "quote", "start", "noun", "tolerated"}
        assert set(figure.get("tolerated", {})) <= ANSWERS | {"noun"}
        named = {name for question in ("who", "conveyed_by", "where") for name in answers(figure, question)}
        if article in ARTICLES:  # later ones also name what the text says in another form
            assert all(name in text or f"لل{name.removeprefix('ال')}" in text for name in named)
        for when in answers(figure, "when"):
            assert Period(when).edtf == when
        assert figure.get("noun", "") in text


def test_answers_name_other_figures_and_repeats_have_no_other_answers(article: dict[str, Any]) -> None:
    figures = {figure["id"]: figure for figure in article["figures"]}
    assert len(figures) == len(article["figures"])
    for figure in figures.values():
        named = answers(figure, "part_of") + answers(figure, "same_as")
        assert set(named) <= set(figures) - {figure["id"]}
        if "same_as" in figure:
            assert not set(figure) & (ANSWERS - {"same_as"})
            assert "same_as" not in figures[figure["same_as"][0]]
        else:
            assert answers(figure, "what")


def test_public_articles_are_kept_by_offsets_alone() -> None:
    for line in (GOLD / "public" / "articles.jsonl").read_text("utf-8").splitlines():
        article = json.loads(line)
        assert "text" not in article
        assert set(article["source"]) == {"repository", "commit", "path"}
        ids = {figure["id"] for figure in article["figures"]}
        end = 0
        for figure in article["figures"]:
            assert end <= figure["start"] < figure["end"] <= article["end"] - article["start"]
            end = figure["end"]
            assert "quote" not in figure
            assert {*answers(figure, "part_of"), *answers(figure, "same_as")} <= ids - {figure["id"]}
            assert all(Period(when).edtf == when for when in answers(figure, "when"))


def test_a_public_article_that_is_not_there_is_told_with_where_it_is_from(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match=r"missing: github\.com/.*commit"):
        list(public_articles(tmp_path))


@pytest.mark.parametrize(
    ("proposed", "agrees"),
    [
        ("وزارة الصحة", True),
        ("وزارة الصحة العراقية", True),
        ("المتحدث سيف البدر", True),
        ("وزارة الصحة سيف البدر", True),
        ("وزارة الدفاع", False),
        ("لوزارة الصحة", False),
        ("وزارة الصحة لمراسل الوكالة", False),
    ],
)
def test_an_agent_agrees_by_all_of_its_name(proposed: str, agrees: bool) -> None:
    assert same_agent(proposed, ["وزارة الصحة", "سيف البدر"]) is agrees


def test_a_place_agrees_whatever_it_is_called_and_its_name_in_an_agent_does_not() -> None:
    assert same_place("مدينة إدلب", ["إدلب"])
    assert not same_place("أطباء السودان", ["السودان"])


@pytest.mark.parametrize(("country", "agrees_with_it"), [("SYR", True), (None, True), ("YEM", False)])
def test_a_namesake_in_another_country_does_not_agree(country: str | None, agrees_with_it: bool) -> None:
    proposed = Proposed(answer="place", evidence="إدلب", name="", country=country, subgroup="", figure=None)
    assert agrees("where", proposed, ["إدلب"], {"countries": ["SYR"]}, {}) is agrees_with_it


def test_a_period_agrees_with_the_same_days() -> None:
    assert same_period("2024-01/2024-02", "2024-01-01/2024-02-29")
    assert not same_period("2024-01", "2024-01-01")
    assert not same_period("2024-01/..", "2024-01")
