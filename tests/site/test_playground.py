"""The page to try things on: loads nothing before it is asked to, reads a phrase, runs Python."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

pytestmark = pytest.mark.site
SLOW = 120_000


@pytest.fixture(autouse=True)
def _has_playground(site: Path) -> None:
    if not (site / "assets/playground/pyodide.mjs").exists():
        if os.environ.get("CI"):
            pytest.fail("the site was built without PYODIDE")
        pytest.skip("the site was built without PYODIDE (npm install pyodide)")


@pytest.mark.parametrize(("root", "told"), [("", "number: more than 300"), ("ar/", "عدد: أكثر من 300")])
def test_reads_a_phrase(page: Page, base: str, root: str, told: str) -> None:
    from playwright.sync_api import expect

    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{base}{root}try/", wait_until="networkidle")
    assert not [url for url in asked if "assets/playground/" in url]
    page.locator("#play-text").fill("رُممت أكثر من300 مدرسة")
    page.locator("#play-read").click()
    expect(page.locator("#play-marked mark.number")).to_have_text("300", timeout=SLOW)
    expect(page.locator("#play-marked mark.qualifier")).to_have_text("أكثر من")
    expect(page.locator("#play-marked mark.noun")).to_have_text("مدرسة")
    expect(page.locator("#play-list li")).to_contain_text(told)
    assert page.locator("#play-marked").inner_text() == "رُممت أكثر من300 مدرسة"


def test_runs_python(page: Page, base: str) -> None:
    from playwright.sync_api import expect

    page.goto(f"{base}try/")
    page.locator("#play-run").click()
    expect(page.locator("#play-out")).to_contain_text("best=181", timeout=SLOW)
    page.locator("#play-code").fill("import raqqa_data as rd\nrd.reconstruction.rubble_removed.quantity")
    page.locator("#play-run").click()
    expect(page.locator("#play-out")).to_contain_text("5000000", timeout=SLOW)
    page.locator("#play-code").fill("import raqqa_data as rd\nrd.observations['kiled']")
    page.locator("#play-run").click()
    expect(page.locator("#play-out")).to_contain_text("NotFoundError")
