"""Every page in a real browser: both languages, two widths, light and dark."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

import pytest

from hooks import generated
from tests.site.conftest import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Page, Response

pytestmark = pytest.mark.site
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# the dark scheme changes colours alone
OF_COLOUR = ["color-contrast", "link-in-text-block"]
WIDTHS = (1280, 390)
LARGEST, MOST_SHIFT = 400_000, 0.05


@functools.cache
def addresses() -> list[str]:
    """Every page, below the root of the site."""
    found: list[str] = []
    for lang, prefix in (("en", ""), ("ar", "ar/")):
        folder = ROOT / "docs" / lang
        names = [path.relative_to(folder).as_posix() for path in folder.rglob("*.md")]
        names += generated.pages("en")
        found += [prefix + address(name) for name in sorted(names)]
    return [*found, "404.html"]


# the first and the last letter of each date, option and percentage that stands in one line: the first is on the left
TURNED = """() => {
  const found = [], texts = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT);
  const side = (node, at) => { const range = new Range(); range.setStart(node, at); range.setEnd(node, at + 1);
    return range.getBoundingClientRect(); };
  while (texts.nextNode()) {
    const node = texts.currentNode;
    if (node.parentElement.closest("svg, .headerlink")) continue;
    for (const m of node.data.matchAll(/-{0,2}[A-Za-z0-9]+(?:[-\\/+^~.][A-Za-z0-9]+)+|--?[a-z]+|[\\d.,]*\\d%/g)) {
      const first = side(node, m.index), last = side(node, m.index + m[0].length - 1);
      if (first.top === last.top && first.left > last.left) found.push(m[0]);
    }
  }
  return found;
}"""


def address(name: str) -> str:
    stem = name.removesuffix(".md")
    return "" if stem == "index" else f"{stem.removesuffix('/index')}/"


# the theme tells which code can be scrolled in the frame after a change of width
DRAWN = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"


def violations(page: Page, *, dark: bool) -> str:
    """What axe finds on a page that it was loaded into; of what passes it gives no list, which halves its time."""
    only = {"type": "rule", "values": OF_COLOUR} if dark else RULES
    options = {"runOnly": only, "resultTypes": ["violations"]}
    return _told(page.evaluate("(options) => axe.run(document, options)", options)["violations"])


def _told(violations: list[dict[str, Any]]) -> str:
    return "\n".join(
        f"{found['id']} ({found['impact']}) x{len(found['nodes'])}: "
        + " | ".join(
            f"{node['target']} {node['html'][:90]} {[a['message'][:120] for a in node['any'][:1]]}"
            for node in found["nodes"][:3]
        )
        for found in violations
    )


def test_axe_finds_what_is_wrong(page: Page, axe: str) -> None:
    page.set_content(
        '<html lang="en"><main><h1>a</h1><p style="color: #777; background: #666">hardly seen</p><img src="data:,">'
    )
    page.evaluate(axe)
    assert "image-alt" in violations(page, dark=False)
    assert "color-contrast" in violations(page, dark=True)


@pytest.mark.parametrize("path", addresses())
def test_page(page: Page, base: str, axe: str, path: str) -> None:
    """No violation that axe finds, nothing wider than the window; the page's fixture asks for a silent console."""
    problems: list[str] = []
    page.goto(base + path, wait_until="load")
    page.evaluate(axe)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 844})
        page.evaluate(DRAWN)
        for scheme in ("default", "slate"):
            page.evaluate(f"document.body.dataset.mdColorScheme = '{scheme}'")
            # a fade still under way would be taken for a faint colour
            page.add_style_tag(content="*,*::before,*::after{transition:none!important;animation:none!important}")
            wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
            if scheme == "default" and (turned := page.evaluate(TURNED)):
                problems.append(f"{width}: these read backwards: {turned}")
            if wide > 0:
                problems.append(f"{width} {scheme}: {wide} px wider than the window")
            if found := violations(page, dark=scheme == "slate"):
                problems.append(f"{width} {scheme}: {found}")
    assert problems == []


@pytest.mark.parametrize("path", ["", "ar/"])
@pytest.mark.parametrize("width", WIDTHS)
def test_home_is_light_and_stands_still(page: Page, base: str, path: str, width: int) -> None:
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108 - playwright writes to its handlers
    page.set_viewport_size({"width": width, "height": 844})
    page.add_init_script(
        "window.shift = 0; new PerformanceObserver((list) => { for (const entry of list.getEntries())"
        " if (!entry.hadRecentInput) window.shift += entry.value; }).observe({type: 'layout-shift', buffered: true});"
    )
    page.goto(base + path, wait_until="networkidle")
    page.wait_for_timeout(500)
    assert page.evaluate("window.shift") < MOST_SHIFT
    # what the page is made of, not how well a host compresses it
    sizes = {answer.url.removeprefix(base): len(answer.body()) for answer in answers}
    assert f"{path}assets/javascripts/bundle" in " ".join(sizes)
    assert not [url for url in sizes if "search" in url]
    assert sum(sizes.values()) < LARGEST, sizes


def test_a_missing_page_has_its_own(page: Page, base: str) -> None:
    answer = page.request.get(f"{base}nowhere/")
    assert answer.status == 404
    assert "There is no such page" in answer.text()
    assert "لا صفحة هنا" in answer.text()
