"""The page that confirms a draft, inside the docs: Python in the tab answers, and nothing leaves it."""

from __future__ import annotations

import csv
import io
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import raqqa_data as rd
from tests.site.conftest import watched
from tests.site.test_annotate import press, settled, title
from tests.site.test_browser import violations
from tests.site.test_playground import BODY, HTML, SLOW, payload
from tests.sources.files import p, word

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, FilePayload, Page

pytestmark = pytest.mark.site
# the browser tells in its console of each handler that the policy of this page refuses, though none would run
QUIET = HTML.replace(""" onerror="document.title = 'ran'\"""", "")


@pytest.fixture(scope="module", params=["en", "ar"])
def tried(request: pytest.FixtureRequest, context: BrowserContext, base: str) -> Iterator[Page]:
    """The page in one language, for all that try it; what it asks for are files of the site."""
    asked: list[tuple[str, str]] = []
    with watched(context, base) as page:
        page.on("request", lambda one: asked.append((one.method, one.url.removeprefix(base))))
        page.goto(f"{base}annotate/?language={request.param}")
        page.wait_for_selector("#start-draft")
        assert page.evaluate("document.documentElement.lang") == request.param
        yield page
        page.evaluate("history.replaceState(null, '', '?')")
    outside = [one for one in asked if one[0] != "GET" or not one[1].startswith(("annotate/", "assets/", "blob:"))]
    assert outside == []


def start(page: Page) -> None:
    page.evaluate("location.hash = ''")
    page.wait_for_selector("#start-draft:visible")
    settled(page)


def taken(page: Page, form: str) -> tuple[str, str]:
    with page.expect_download() as started:
        page.click(f"#take-{form}")
    return started.value.suggested_filename, Path(started.value.path()).read_text("utf-8")


def fill(page: Page, field: str, text: str) -> None:
    page.fill(f"#{field}", text)
    page.keyboard.press("Enter")
    settled(page)


def test_from_a_pasted_text_to_a_dataset(tried: Page) -> None:
    page = tried
    start(page)
    page.click("#start-draft")
    page.wait_for_selector("#card-title", timeout=SLOW)
    page.wait_for_function("document.activeElement.id === 'card'")
    assert "120" in page.inner_text("#sentence")
    page.click("#take-json")  # blanks are left: it tells which
    settled(page)
    assert page.locator("#alarm li").count() > 0
    assert page.inner_text("#told") == ""
    start(page)  # what was wrong with one document is not told of the others
    assert page.inner_text("#alarm") == ""
    page.evaluate("history.back()")
    page.wait_for_selector("#card-title:visible")
    while (left := page.evaluate("desk.records.findIndex((one) => one.status !== 'confirmed')")) >= 0:
        page.evaluate("(left) => desk.go(left)", left)
        press(page, "x" if page.evaluate("desk.record.section") == "event" else "Enter")
    page.evaluate("document.querySelector('#about details').open = true")
    for field, written in (("head-id", "a-return"), ("head-en", "A return"), ("head-ar", "عودة")):
        fill(page, field, written)
    name, text = taken(page, "text")
    assert name == page.evaluate("desk.name")
    name, toml = taken(page, "toml")
    assert name == f"{page.evaluate('desk.name')}.annotations.toml"
    assert tomllib.loads(toml)["document"]["published"] == "2021-04-02"
    name, made = taken(page, "json")
    assert name.endswith(".catalogue.json")
    assert made == rd.build(text, f"{toml}\n")  # as the library itself builds it of the two
    assert [record.estimate.best for record in rd.loads(made).observations] == [120, 45, 75, 3000, 12]
    _, table = taken(page, "csv")
    rows = list(csv.DictReader(io.StringIO(table)))
    assert [row["best"] for row in rows] == ["120", "45", "75", "3000", "12"]
    assert page.inner_text("#alarm") == ""


@pytest.mark.parametrize(
    ("file", "phrases"),
    [
        (payload("تقرير.txt", BODY.encode("cp1256")), ["أكثر من 300 شخص"]),
        (payload("a.docx", word(p("أضيفت 20 شجرة"), footnotes=p("وشمل ذلك 6 قرى"))), ["20 شجرة", "6 قرى"]),
        (payload("page.html", QUIET.encode("cp1256", "ignore")), ["أكثر من 300 شخص", "12"]),
    ],
    ids=["encoding", "word", "page"],
)
def test_a_file_is_drafted(tried: Page, file: FilePayload, phrases: list[str]) -> None:
    page = tried
    start(page)
    page.locator("#start-file").set_input_files(file)
    stem = file["name"].partition(".")[0]
    page.wait_for_function("(stem) => window.desk.name?.startsWith(stem)", arg=stem, timeout=SLOW)
    settled(page)
    found = page.evaluate("desk.records.filter((one) => one.section === 'observation').map((one) => one.phrase)")
    assert found == phrases
    if stem == "page":  # dated by what its markup states
        assert "2021-03-05" in page.inner_text("#list")
        assert page.evaluate("desk.data.head.published") == "2021-03-06"


def test_what_the_page_is_given_goes_to_no_other_host(tried: Page) -> None:
    """The browser itself holds it to that; the page's fixture sees that nothing is even asked for."""
    policy = tried.get_attribute("meta[http-equiv=Content-Security-Policy]", "content")
    assert policy is not None
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert rules.pop("style-src") == "'self' 'unsafe-inline'"
    assert set(rules.values()) == {"'self'", "'none'"}
    assert rules["default-src"] == rules["form-action"] == "'none'"


def test_what_cannot_be_drafted_is_told_as_the_library_does(tried: Page) -> None:
    from playwright.sync_api import expect

    page = tried
    start(page)
    for name, content, message in (
        ("a.docx", b"PK\x03\x04 cut short", "a.docx: is no Word document: File is not a zip file"),
        ("a.pdf", b"%PDF-1.4", "poppler's pdftotext is not installed"),
        ("a.html", b"<html><body></body></html>", "a.html: no main text was found"),
    ):
        page.locator("#start-file").set_input_files(payload(name, content))
        expect(page.locator("#start-told.fault")).to_contain_text(message, timeout=SLOW)
    assert page.input_value("#start-published") == "2021-04-02"  # the sample's, and of no file
    page.fill("#start-published", "yesterday")
    page.click("#start-draft")
    expect(page.locator("#start-told.fault")).to_contain_text("yesterday", timeout=SLOW)
    page.fill("#start-published", "2021-04-02")
    assert page.locator("#start-draft").is_enabled()


def test_nothing_that_axe_finds(tried: Page, axe: str) -> None:
    page = tried
    start(page)
    page.evaluate(axe)
    problems: list[str] = []

    def failed() -> None:
        page.locator("#start-file").set_input_files(payload("a.docx", b"PK\x03\x04"))
        page.wait_for_selector("#start-told.fault", timeout=SLOW)

    def drafted() -> None:
        page.click("#start-draft")
        page.wait_for_selector("#card-title:visible", timeout=SLOW)

    steps: list[tuple[str, Callable[[], object]]] = [
        ("form", lambda: None),
        ("fault", failed),
        ("desk", drafted),
        ("documents", lambda: start(page)),
    ]
    for name, step in steps:
        step()
        settled(page)
        for width, scheme in ((1280, "light"), (390, "light"), (390, "dark")):
            page.set_viewport_size({"width": width, "height": 844})
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            if (wide := page.evaluate("document.documentElement.scrollWidth - window.innerWidth")) > 0:
                problems.append(f"{name} {width}: {wide} px wider than the window")
            if found := violations(page, dark=scheme == "dark"):
                problems.append(f"{name} {width} {scheme}: {found}")
    page.emulate_media(color_scheme=None)
    page.set_viewport_size({"width": 1280, "height": 844})
    assert problems == []


def test_what_is_not_taken_is_asked_for_before_it_goes(tried: Page) -> None:
    page = tried
    start(page)
    page.click("#start-draft")
    page.wait_for_selector("#card-title:visible", timeout=SLOW)
    asked = "!dispatchEvent(new Event('beforeunload', {cancelable: true}))"
    first = title(page)
    press(page, "Enter")
    assert title(page) != first
    assert page.evaluate(asked)
    taken(page, "toml")
    assert not page.evaluate(asked)
    press(page, "u")
    assert title(page) == first
    taken(page, "toml")
