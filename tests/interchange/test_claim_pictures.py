"""Claims of one happening as a chart and as a page: every claim is there, and none can run as markup."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import attrs
import pytest

import raqqa_data as rd
from raqqa_data.interchange import claims_chart, event_page
from raqqa_data.interchange.charts import save
from tests.interchange.test_reconciled import OPEN, RESULTS, claim


class Texts(HTMLParser):
    """What a page says, and which tags it has."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.said = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        """Keep the tag."""
        assert attrs is not None
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        """Keep the text."""
        self.said += data


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_page_has_every_claim_and_fetches_nothing(language: str, tmp_path: Path) -> None:
    page = event_page(RESULTS, language=language)
    found = Texts(page)
    for result in RESULTS:
        for one in result.claims:
            assert one.id in page
            assert one.quote.exact in found.said
    assert found.tags.count("tr") == len(RESULTS) + sum(len(result.claims) for result in RESULTS)
    assert {"script", "link", "img", "iframe"}.isdisjoint(found.tags)
    assert "http" not in page
    assert ('dir="rtl"' in page.partition("<head>")[0]) == (language == "ar")
    rd.write(RESULTS, tmp_path / "x.html")
    assert (tmp_path / "x.html").read_text("utf-8") == event_page(RESULTS)


def test_a_page_says_what_became_of_each() -> None:
    said = Texts(event_page(RESULTS)).said
    assert "between 15 and 17 people" in said
    assert "12 people (replaced)" in said
    assert "15 people (copy)" in said
    assert "These cannot both be true:" in said
    assert "pending: nothing decides it" in Texts(event_page(OPEN)).said
    assert "No claims." in event_page(())
    assert "<title>The fire</title>" in event_page(RESULTS, title="The fire")
    with pytest.raises(rd.NotFoundError, match="language"):
        event_page(RESULTS, language="fr")


def test_no_text_runs_as_markup() -> None:
    wild = rd.Name("<script>alert(1)</script>", "<b>غير</b>")
    hostile = attrs.evolve(claim("a", 12, None, None), name=wild)
    agent = rd.Agent("x", name=wild)
    other = attrs.evolve(claim("b", 15, None, None), attributed_to=agent, claim_status="attributed")
    tags = Texts(event_page(rd.reconcile([hostile, other]), title="<script>")).tags
    assert "script" not in tags


@pytest.mark.parametrize(
    "estimate",
    [
        rd.Estimate.stated(5, rd.Wording.MORE_THAN),
        rd.Estimate.stated(5, rd.Wording.AT_MOST),
        rd.Estimate.vague(low=2),
        rd.Estimate.vague(),
        rd.Estimate.stated(0),
        rd.Estimate.between(0, 5),
        rd.Estimate(None, None, 7, rd.Wording.VAGUE),
    ],
)
def test_every_wording_is_drawn(estimate: rd.Estimate) -> None:
    (result,) = rd.reconcile([claim("a", 1, None, None, period=rd.Period("2022-01"))])
    lone = attrs.evolve(result.claims[0], estimate=estimate)
    (result,) = rd.reconcile([lone])
    assert event_page([result])
    pytest.importorskip("altair")
    assert claims_chart(result).to_dict()


def test_the_chart_has_the_range_behind_its_claims(tmp_path: Path) -> None:
    pytest.importorskip("altair")
    for language in ("en", "ar"):
        spec = RESULTS[0].chart(language=language, narrow=language == "ar").to_dict()
        band, *_ = spec["layer"]
        assert band["mark"]["type"] == "rect"
        assert band["data"]["values"] == [{"from": 15, "to": 17}]
        rows = next(iter(spec["data"]["values"] for _ in "x" if "data" in spec), None) or [
            row for layer in spec["layer"][1:] for row in layer.get("data", {}).get("values", ())
        ]
        assert len(rows) >= len(RESULTS[0].claims)
    english = [row["label"] for row in RESULTS[0].chart().to_dict()["data"]["values"]]
    assert english[:2] == ["=The monitor", "=The ministry, 2022-02-01, replaced"]
    assert OPEN[0].chart().to_dict()["layer"][0]["mark"]["type"] != "rect"
    pytest.importorskip("vl_convert")
    save(RESULTS[0].chart(), tmp_path / "x.svg")
    assert "The monitor" in (tmp_path / "x.svg").read_text("utf-8")
    twins = rd.reconcile([claim("d", 15, "monitor", None), claim("e", 15, "monitor", None)])
    assert len({row["label"] for row in twins[0].chart().to_dict()["data"]["values"]}) == 2
