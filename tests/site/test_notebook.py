"""A notebook as a reader runs it: executed, made into a page, and opened in a real browser, light and dark."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
import pytest

import raqqa_data as rd
from tests.site.conftest import watched

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import BrowserContext, Page

pytestmark = pytest.mark.site

TEXT = "في أبريل ٢٠٢١ زرع أكثر من 300 متطوع نحو 5 آلاف شجرة على 12 هكتارا، أي 40% من البستان <b>الكبير</b>."
CELLS = [
    "import altair\naltair.renderers.enable('svg')\nimport raqqa_data as rd",
    "rd.reconstruction.rubble_removed",
    "rd.battle",
    "rd.observations",
    "rd.events",
    "rd.events['amnesty']",
    "rd.reconstruction.schools_restored.estimate",
    "rd.total(rd.observations.where(part_of='prison_attack.killed'))",
    "rd.check_hierarchy(rd.prison_attack.killed, rd.observations.where(part_of='prison_attack.killed'))",
    "rd.aggregation.group_by(rd.security.observations, 'indicator').total()",
    f"rd.interchange.Mentions.of({TEXT!r})",
    f"rd.read({TEXT!r})[1]",
    "rd.security.chart()",
    "rd.events.chart(language='ar')",
]
SHOWN = "div.jp-RenderedHTMLCommon table"
# of each text that we show: how much it stands out from what lies below it, by WCAG
CONTRASTS = """(texts) => texts.map((text) => {
  const light = (colour) => {
    const [r, g, b] = colour.match(/[\\d.]+/g).map((part) => part / 255)
      .map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  let ground = text;
  while (ground && /, 0\\)$|transparent/.test(getComputedStyle(ground).backgroundColor)) ground = ground.parentElement;
  const below = ground ? getComputedStyle(ground).backgroundColor : "rgb(255, 255, 255)";
  const [low, high] = [light(getComputedStyle(text).color), light(below)].sort((one, two) => one - two);
  return (high + 0.05) / (low + 0.05);
})"""
# where the words of a cell begin and end, and where the cell does
EDGES = """(cell) => {
  const range = document.createRange();
  range.selectNodeContents(cell);
  const words = range.getBoundingClientRect(), box = cell.getBoundingClientRect();
  return {direction: getComputedStyle(cell).direction, left: words.left - box.left, right: box.right - words.right};
}"""


@pytest.fixture(scope="module")
def notebook() -> Any:
    """The notebook, every cell of it run."""
    nbclient, nbformat = (pytest.importorskip(name) for name in ("nbclient", "nbformat"))
    pytest.importorskip("ipykernel")
    made = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in CELLS])
    nbclient.NotebookClient(made, timeout=120, kernel_name="python3").execute()
    return made


@pytest.fixture(scope="module", params=["light", "dark"])
def theme(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def page(
    notebook: Any, theme: str, context: BrowserContext, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Page]:
    """The notebook's page, which asks nobody for anything."""
    exporters: Any = importlib.import_module("nbconvert").HTMLExporter
    html, _ = exporters(theme=theme, mathjax_url="", require_js_url="").from_notebook_node(notebook)
    path: Path = tmp_path_factory.mktemp("notebook") / f"{theme}.html"
    path.write_text(html, encoding="utf-8")
    with watched(context, path.as_uri()) as opened:
        opened.goto(path.as_uri())
        yield opened


@pytest.mark.parametrize("width", [1280, 390])
def test_nothing_is_wider_than_the_window(page: Page, theme: str, width: int, tmp_path: Path) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    page.screenshot(path=tmp_path / f"{theme}-{width}.png", full_page=True)
    assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0


def test_every_cell_shows_what_it_holds(page: Page) -> None:
    assert page.locator(SHOWN).count() == 10
    assert page.locator("img[src^='data:image/svg'], .jp-RenderedSVG svg, .jp-RenderedSVG img").count() == 2
    assert page.locator(".jp-OutputArea-output[data-mime-type*=error]").count() == 0
    assert "<b>الكبير</b>" in page.locator("p[dir=rtl]").inner_text()
    marked = page.locator("p[dir=rtl] mark").all_inner_texts()
    assert marked == ["أبريل ٢٠٢١", "أكثر من 300 متطوع", "نحو 5 آلاف شجرة", "12 هكتارا", "40%"]


def test_arabic_stands_at_the_right_and_english_at_the_left(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 844})
    arabic = page.locator(SHOWN).locator("td", has_text="معركة الرقة").first.evaluate(EDGES)
    assert arabic["direction"] == "rtl"
    assert arabic["right"] <= arabic["left"]
    english = page.locator(SHOWN).locator("td", has_text="Raqqa city").first.evaluate(EDGES)
    assert english["direction"] == "ltr"
    assert english["left"] <= english["right"]
    text = page.locator("p[dir=rtl]").evaluate(EDGES)
    assert text["right"] < 1 < text["left"]
    quote = page.locator(SHOWN).locator("td", has_text="in raqqa-2022").first.evaluate(EDGES)
    assert quote["direction"] == "ltr"


def test_every_word_can_be_read(page: Page) -> None:
    words = "table :is(td, th, caption), p[dir=rtl], p[dir=rtl] mark, caption mark"
    contrasts = page.locator(words).evaluate_all(CONTRASTS)
    assert len(contrasts) > 100
    assert min(contrasts) >= 4.5


def test_no_label_runs_as_a_script(context: BrowserContext) -> None:
    evil = "</script><script>window.taken = 1</script><img src=x onerror='window.taken = 2'>"
    record = attrs.evolve(rd.prison_attack.killed, name=rd.Name(evil, evil))
    opened = context.new_page()
    opened.route("**/*", lambda route: route.abort())  # the page asks a network for Vega, which is not at hand
    opened.set_content(record.chart().to_html())
    assert opened.evaluate("window.taken") is None
    assert opened.locator("img").count() == 0
    opened.close()
