"""The page of `raqqa-data annotate` in a real browser: by the keyboard alone, beside others, and against them."""

from __future__ import annotations

import http.server
import json
import threading
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
import pytest

import raqqa_data as rd
from tests.annotate.article import FIGURES, TEXT, drafted
from tests.site.conftest import watched
from tests.site.test_browser import violations

uvicorn = pytest.importorskip("uvicorn")

from raqqa_data.annotate import server, worksheet  # noqa: E402 - only where the extra is there
from raqqa_data.annotate.folder import Folder  # noqa: E402
from raqqa_data.annotate.worksheet import Drafting  # noqa: E402

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page

pytestmark = pytest.mark.site
TOKEN = "token-of-the-browser-s-tests"  # noqa: S105 - of the tests alone
HOSTILE = "<img src=x onerror=alert(1)><script>alert(2)</script>"


@attrs.frozen
class Served:
    """A folder that is served, and where."""

    folder: Path
    address: str

    def observations(self, name: str = "article.txt") -> list[dict[str, Any]]:
        rows: list[dict[str, Any]] = self.toml(name).get("observation", [])
        return rows

    def toml(self, name: str = "article.txt") -> dict[str, Any]:
        return tomllib.loads(self.annotations(name).read_text("utf-8"))

    def annotations(self, name: str = "article.txt") -> Path:
        return self.folder / f"{name}.annotations.toml"


@pytest.fixture
def serve(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Served]]:
    """Serves documents by their names and texts, with what is proposed for the article in each."""
    monkeypatch.setattr(worksheet, "draft", drafted)
    running: list[tuple[Any, threading.Thread]] = []

    def serving(**documents: str) -> Served:
        folder = tmp_path / "desk"
        folder.mkdir()
        for name, text in (documents or {"article": TEXT}).items():
            (folder / f"{name}.txt").write_text(text, "utf-8")
        bound = server.listening()
        app = server.application(Folder(folder, Drafting()), TOKEN, bound.getsockname()[1])
        config = uvicorn.Config(app, log_level="critical", lifespan="off", ws="none", timeout_graceful_shutdown=1)
        made = uvicorn.Server(config)
        thread = threading.Thread(target=made.run, kwargs={"sockets": [bound]}, daemon=True)
        thread.start()
        running.append((made, thread))
        return Served(folder, server.address(bound, TOKEN))

    yield serving
    for made, thread in running:
        made.should_exit = True
        thread.join()


@pytest.fixture
def served(serve: Callable[..., Served]) -> Served:
    return serve()


@pytest.fixture
def desk(context: BrowserContext, served: Served) -> Iterator[Page]:
    """The article's page, in English."""
    with watched(context, served.address) as page:
        opened(page, served)
        yield page


@pytest.fixture
def refused(context: BrowserContext, served: Served) -> Iterator[Page]:
    """The same, where the console may tell that something was refused."""
    page = context.new_page()
    page.set_default_timeout(10_000)
    yield opened(page, served)
    page.close()


def opened(page: Page, served: Served, name: str = "article.txt", language: str = "en") -> Page:
    page.goto(served.address)
    page.evaluate("(language) => { localStorage.clear(); localStorage.setItem('language', language); }", language)
    page.goto(f"{served.address}#{name}")
    page.reload()
    page.wait_for_selector("#card-title")
    return page


def settled(page: Page) -> None:
    """Wait until what a key began is done."""
    page.evaluate("() => desk.work.then(() => desk.work)")


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)
        settled(page)


def title(page: Page) -> str:
    return page.inner_text("#card-title")


def lit(page: Page, name: str = "lit") -> list[str]:
    words: list[str] = page.evaluate("(name) => [...CSS.highlights.get(name)].map(String)", name)
    return words


def test_by_the_keyboard_alone(desk: Page, served: Served) -> None:
    """What is proposed right takes one key a figure; what is not, its question's number and a choice."""
    assert title(desk) == "Figure 1 of 4"
    press(desk, "Enter", "Enter", "Enter")
    assert ["annotation" in row for row in served.observations()] == [False, False, False, True]
    assert title(desk) == "Figure 4 of 4"
    press(desk, "Enter")  # blanks are left: to the first of them, where an answer is proposed
    assert desk.evaluate("document.activeElement.textContent").startswith("The valley")
    press(desk, "Enter")
    press(desk, "3")  # nothing is proposed: the answers of the figures near it
    assert desk.evaluate("document.activeElement.textContent") == "2021-03as figure 3"
    press(desk, "Enter", "Enter")
    assert [row.get("annotation") for row in served.observations()] == [None] * 4
    assert served.observations()[3]["id"] == "article.schools"
    assert desk.evaluate("document.activeElement.id") == "build"
    press(desk, "Enter")
    assert "Built: 4 observations" in desk.inner_text("#told")
    built = rd.load(served.folder / "article.txt.catalogue.json")
    assert [record.estimate.best for record in built.observations] == [120, 45, 75, 6]


def test_from_the_last_figure_to_what_is_blank_of_the_document(refused: Page, served: Served) -> None:
    annotations = served.annotations()
    annotations.write_text(
        annotations.read_text("utf-8").replace(
            'language = "ar"', 'name = { en = "FILL IN", ar = "FILL IN" }\nlanguage = "ar"'
        ),
        "utf-8",
    )
    refused.reload()
    refused.wait_for_selector("#card-title")
    press(refused, "Enter", "Enter", "Enter", "x")
    assert refused.evaluate("document.activeElement.id") == "head-en"
    refused.click("#build")
    settled(refused)
    refused.click("#alarm li:first-child button")
    refused.keyboard.type("An article")
    press(refused, "Enter")
    assert refused.evaluate("document.activeElement.id") == "head-ar"
    refused.keyboard.type("مقال")
    press(refused, "Enter")
    assert refused.evaluate("document.activeElement.id") == "build"
    assert served.toml()["document"]["name"] == {"en": "An article", "ar": "مقال"}


EVENT = """
[[event]]
id = "flood"
name = { en = "Flood in the valley", ar = "سيل الوادي" }
phrase = "مارس 2021"
start = %d
reads = "2021-03"
place = "valley"
annotation = "proposed"
"""


def test_of_which_event_a_figure_is(desk: Page, served: Served) -> None:
    """An event of the document is an answer to a sixth question; the date that dates it shows when it was."""
    annotations = served.annotations()
    annotations.write_text(annotations.read_text("utf-8") + EVENT % TEXT.index("مارس 2021"), "utf-8")
    desk.reload()
    desk.wait_for_selector("#card-title")
    press(desk, "6", "6")
    assert desk.evaluate("document.activeElement.textContent") == "Flood in the valleyas date 1"
    press(desk, "Enter")
    assert served.observations()[0]["event"] == "flood"
    press(desk, "6", "o")
    desk.keyboard.type("سيل")
    assert desk.inner_text("#answer-0").startswith("Flood in the valley")
    press(desk, "Escape", "j")
    assert title(desk) == "Date 1 of 1"
    assert desk.inner_text("[data-question=when] [aria-pressed=true]").startswith("2021-03")


def test_words_that_speak_for_an_answer_stand_in_the_order_of_the_page(desk: Page) -> None:
    """All of a row stand isolated, so that none says which way it runs: the page does."""
    for language, mark in (("ar", "\u2067"), ("en", "\u2066")):
        desk.evaluate("(language) => { localStorage.setItem('language', language); }", language)
        desk.reload()
        desk.wait_for_selector("#card-title")
        told = desk.evaluate("document.querySelector('[data-question=who] small').textContent")
        assert mark in told


def test_an_answer_of_ones_own(desk: Page, served: Served) -> None:
    press(desk, "k", "3", "3", "Enter")
    desk.keyboard.type("2020")
    press(desk, "Enter")
    assert served.observations()[3]["period"] == "2020"
    press(desk, "j", "3")
    assert desk.evaluate("[...document.activeElement.parentElement.children].map((chip) => chip.textContent)")[
        0
    ].startswith("2021-03")


def test_what_was_put_right_once_is_offered_first_where_the_same_words_propose_it(desk: Page, served: Served) -> None:
    press(desk, "1", "o")
    desk.keyboard.type("council")
    press(desk, "Enter", "Enter")
    assert (title(desk), served.observations()[0]["attributed_to"]) == ("Figure 2 of 4", "council")
    offered = desk.locator("[data-question=who] .chip").first
    assert offered.inner_text() == "Council\nas figure 1"
    assert served.observations()[1]["attributed_to"] == "health-office"
    press(desk, "1")
    assert desk.evaluate("document.activeElement.textContent") == "Councilas figure 1"
    assert lit(desk)[0] == "قال مكتب الصحة"
    press(desk, "Enter")
    assert served.observations()[1]["attributed_to"] == "council"
    assert desk.locator("[data-question=who] .chip").all_inner_texts()[0].startswith("Council")
    press(desk, "j", "j")  # other words
    assert "as figure" not in desk.inner_text("[data-question=who]")


def test_going_on_from_an_answer_that_has_the_focus(desk: Page) -> None:
    """What loses the focus lights the words of the figure that is shown next, not of the one before."""
    press(desk, "j", "j", "j", "2", "k", "4", "k", "k")
    assert title(desk) == "Figure 1 of 4"


def test_next_previous_no_figure_and_undo(desk: Page, served: Served) -> None:
    press(desk, "j", "j")
    assert title(desk) == "Figure 3 of 4"
    press(desk, "k")
    assert title(desk) == "Figure 2 of 4"
    press(desk, "x")
    assert [row["phrase"] for row in served.observations()] == [FIGURES[0], *FIGURES[2:]]
    press(desk, "u")
    assert [row["phrase"] for row in served.observations()] == list(FIGURES)
    assert title(desk) == "Figure 2 of 4"
    press(desk, "u")  # nothing is left to undo
    assert desk.inner_text("#alarm") == ""


def test_keys_are_where_they_are_on_an_arabic_keyboard(desk: Page) -> None:
    for code, key in (("KeyJ", "ت"), ("Digit1", "١")):
        desk.evaluate(
            "([code, key]) => document.activeElement.dispatchEvent("
            "new KeyboardEvent('keydown', {code, key, bubbles: true, cancelable: true}))",
            [code, key],
        )
        settled(desk)
    assert title(desk) == "Figure 2 of 4"
    assert desk.evaluate("document.activeElement.textContent").startswith("Health office")


def test_single_keys_can_be_switched_off(desk: Page) -> None:
    press(desk, "?", "Tab")
    desk.evaluate("document.getElementById('keys-on').focus()")
    press(desk, "Space", "Escape", "j")
    assert title(desk) == "Figure 1 of 4"


def test_a_search_of_agents_and_places_and_a_new_one(desk: Page, served: Served) -> None:
    press(desk, "/")
    desk.keyboard.type("المجلِس")
    press(desk, "Enter")
    assert served.observations()[0]["attributed_to"] == "council"
    press(desk, "/")
    desk.keyboard.type("Red tent")
    press(desk, "Enter")
    desk.keyboard.type("الخيمة الحمراء")
    press(desk, "Enter")
    assert served.observations()[0]["attributed_to"] == "red-tent"
    assert served.toml()["agent"][-1]["name"] == {"en": "Red tent", "ar": "الخيمة الحمراء"}
    assert not desk.evaluate("document.getElementById('dialog').open")
    press(desk, "/")
    desk.keyboard.type("Green hill")
    press(desk, "ArrowDown", "Enter")  # behind the agent, a place
    desk.keyboard.type("التل الأخضر")
    press(desk, "Enter")
    assert served.observations()[0]["place"] == "green-hill"


def test_a_new_thing_that_cannot_be_is_told_in_its_form(refused: Page, served: Served) -> None:
    press(refused, "4", "4")
    press(refused, "Enter")
    refused.keyboard.type("Patients received")
    press(refused, "ArrowDown", "Enter")
    refused.fill("#new-ar", "المرضى")
    refused.fill("#new-unit", "unicorn")
    press(refused, "Enter")
    assert "unicorn" in refused.inner_text("#dialog .fault")
    press(refused, "Escape")
    assert len(served.toml()["indicator"]) == 2


def test_any_field_is_written_by_hand(refused: Page, served: Served) -> None:
    refused.click("#card summary")
    refused.fill("#field-subgroup", "sex = female, status = civilian")
    press(refused, "Enter")
    refused.fill("#field-note-en", "told twice")
    press(refused, "Tab")
    assert served.observations()[0]["note"] == {"en": "told twice", "ar": "FILL IN"}
    assert refused.evaluate("document.activeElement.id") == "field-note-ar"
    assert refused.input_value("#field-note-ar") == ""
    refused.keyboard.type("ذكر مرتين")
    press(refused, "Tab")
    row = served.observations()[0]
    assert row["subgroup"] == {"sex": "female", "status": "civilian"}
    assert row["note"] == {"en": "told twice", "ar": "ذكر مرتين"}
    refused.fill("#field-id", "Not An Id")
    press(refused, "Tab")
    assert "dataset.field" in refused.inner_text("#alarm")
    assert served.observations()[0]["id"] == "article.patients"


def test_evidence_is_lit_where_it_stands(desk: Page) -> None:
    assert lit(desk, "current") == [FIGURES[0]] * 2
    assert set(lit(desk)) == {"قال مكتب الصحة", "في الوادي", "مارس 2021", FIGURES[0]}
    press(desk, "3")
    assert set(lit(desk)) == {"مارس 2021"}
    assert lit(desk, "proposed") == list(FIGURES[:3])
    assert "characters 81 to 90" in desk.inner_text("#card .facts")
    assert TEXT[81:90] == FIGURES[0]  # code points: what stands before it is not only of the first plane


# where each letter of the text stands
LETTERS = """() => [...document.querySelectorAll("#page p")].flatMap((p) => {
  const node = p.firstChild, range = new Range(), found = [p.childNodes.length];
  for (let at = 0; at < node.length; at++) { range.setStart(node, at); range.setEnd(node, at + 1);
    const box = range.getBoundingClientRect(); found.push([box.left, box.top, box.width]); }
  return found; })"""


@pytest.mark.parametrize("width", [1280, 390])
def test_no_mark_moves_or_parts_a_letter(desk: Page, width: int) -> None:
    desk.set_viewport_size({"width": width, "height": 844})
    marked = desk.evaluate(LETTERS)
    desk.evaluate("CSS.highlights.clear()")
    assert desk.evaluate(LETTERS) == marked
    assert [line for line in desk.inner_text("#page").split("\n") if line] == TEXT.strip().split("\n")


def test_a_figure_is_chosen_in_the_text(desk: Page) -> None:
    box = desk.evaluate(
        "() => { const box = desk.marked.range(...[desk.records[3].start, desk.records[3].end])"
        ".getBoundingClientRect(); return [box.x + box.width / 2, box.y + box.height / 2]; }"
    )
    desk.mouse.click(*box)
    assert title(desk) == "Figure 4 of 4"
    desk.click("#list tbody tr:nth-child(2) button")
    assert title(desk) == "Figure 2 of 4"


@pytest.mark.parametrize("language", ["en", "ar"])
def test_nothing_that_axe_finds(context: BrowserContext, served: Served, axe: str, language: str) -> None:
    problems: list[str] = []
    with watched(context, served.address) as page:
        opened(page, served, language=language)
        page.evaluate(axe)
        steps: list[tuple[str, Callable[[], object]]] = [
            ("as opened", lambda: None),
            ("all fields", lambda: page.evaluate("document.querySelectorAll('details').forEach((d) => d.open = true)")),
            ("keys of the search", lambda: press(page, "/")),
            ("search", lambda: page.keyboard.type("ا")),
            ("nothing found", lambda: page.keyboard.type("قق")),
            ("form", lambda: press(page, "Enter")),
            ("keys", lambda: press(page, "Escape", "Escape", "?")),
            ("done", lambda: press(page, "Escape", "Enter", "x")),
            ("not built", lambda: page.click("#build")),
            ("all documents", lambda: page.evaluate("location.hash = ''")),
        ]
        for name, step in steps:
            step()
            settled(page)
            for width, scheme in ((1280, "light"), (390, "light"), (390, "dark")):
                page.set_viewport_size({"width": width, "height": 844})
                page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
                wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
                if wide > 0:
                    problems.append(f"{name} {width}: {wide} px wider than the window")
                if found := violations(page, dark=scheme == "dark"):
                    problems.append(f"{name} {width} {scheme}: {found}")
        page.emulate_media(color_scheme=None)
    assert problems == []


def test_two_windows_do_not_write_over_each_other(
    context: BrowserContext, served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = context.new_page(), context.new_page()
    for page in (first, second):
        page.set_default_timeout(10_000)
        opened(page, served)
        page.evaluate("desk.look = async () => {}")  # it is told at the next change at the latest
    first.bring_to_front()
    press(first, "Enter")
    second.bring_to_front()
    press(second, "j", "Enter")
    assert "was changed elsewhere" in second.inner_text("#alarm")
    assert ["annotation" in row for row in served.observations()] == [False, True, True, True]
    second.click("#alarm button")
    settled(second)
    assert second.inner_text("#alarm") == ""
    press(second, "Enter")
    assert ["annotation" in row for row in served.observations()] == [False, False, True, True]
    first.close()
    second.close()


def test_what_an_editor_writes_is_noticed(desk: Page, served: Served) -> None:
    path = served.annotations()
    path.write_text(path.read_text("utf-8").replace('"2021-03"', '"2021-04"', 1), "utf-8")
    desk.bring_to_front()
    desk.wait_for_selector("#alarm button")
    desk.click("#alarm button")
    settled(desk)
    assert "2021-04" in desk.inner_text("[data-question=when]")


def test_markup_in_texts_names_and_file_names_is_text(context: BrowserContext, serve: Callable[..., Served]) -> None:
    name = "<img src=x onerror=alert(3)> '\"&"
    served = serve(**{name: HOSTILE + TEXT, "b": TEXT})
    with watched(context, served.address) as page:
        page.on("dialog", lambda dialog: pytest.fail(dialog.message))
        opened(page, served, "b.txt")
        page.evaluate("location.hash = ''")
        page.click(f"text={name}.txt")
        page.wait_for_selector("#card-title")
        press(page, "/")
        page.keyboard.type(HOSTILE)
        press(page, "Enter")
        page.fill("#new-ar", f"اسم {HOSTILE}")
        page.fill("#new-id", "evil")
        press(page, "Enter")
        assert served.observations(f"{name}.txt")[0]["attributed_to"] == "evil"
        press(page, "1", "Escape", "j", "k", "?", "Escape")
        for language in ("language", "language"):
            page.click(f"#{language}")
            settled(page)
        page.click("#build")
        settled(page)
        assert page.evaluate("document.querySelectorAll('img, script:not([src]), iframe, [onerror]').length") == 0
        assert HOSTILE in page.inner_text("#page")
        assert page.inner_text("#title") == f"{name}.txt"


ATTACK = """async ([address, token]) => {
  const told = [];
  const body = JSON.stringify({document: "article.txt", version: "x", action: {kind: "undo"}});
  for (const what of ["open", "act", "version", "documents", ""]) {
    const url = address + (what ? "api/" + what : "");
    for (const options of [{method: "POST", body, headers: {"content-type": "application/json"}},
        {method: "POST", body, mode: "no-cors"}, {mode: "no-cors"}, {}]) {
      try { const answer = await fetch(url, options); told.push([answer.type, answer.status, await answer.text()]); }
      catch (error) { told.push(String(error)); }
    }
  }
  const make = (tag, given) => Object.assign(document.createElement(tag), given);
  const loaded = (node) => new Promise((done) => { node.onload = node.onerror = done; setTimeout(done, 3000); });
  const frame = make("iframe", {src: address, name: "hidden"});
  document.body.append(frame);
  await loaded(frame);
  try { told.push(["frame", 0, frame.contentDocument.body.innerText]); } catch (error) { told.push(String(error)); }
  const script = make("script", {src: address + "annotate.js"});
  script.addEventListener("load", () => told.push(["script", 0, "loaded"]));
  document.body.append(script);
  await loaded(script);
  const form = make("form", {method: "POST", enctype: "text/plain", target: "hidden", action: address + "api/open"});
  form.append(make("input", {name: body.slice(0, -1) + ', "x": "', value: '"}'}));
  document.body.append(form);
  form.submit();
  await loaded(frame);
  return told;
}"""


def test_another_page_neither_reads_nor_writes(context: BrowserContext, served: Served, tmp_path: Path) -> None:
    """Even one that has learnt the address with its token."""

    class Elsewhere(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("content-type", "text/html")
            self.end_headers()
            self.wfile.write(b"<!doctype html><title>elsewhere</title><body></body>")

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name it has above
            """Say nothing."""

    elsewhere = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Elsewhere)
    threading.Thread(target=elsewhere.serve_forever, daemon=True).start()
    page = context.new_page()
    page.set_default_timeout(10_000)
    for host in ("127.0.0.1", "rebound.example"):
        page.goto(f"http://{host}:{elsewhere.server_port}/")
        found: list[Any] = page.evaluate(ATTACK, [served.address, TOKEN])
        answers: list[Any] = [answer for answer in found if isinstance(answer, list)]
        read = [answer for answer in answers if answer[0] != "opaque" and answer[2]]
        assert read == [], host
    elsewhere.shutdown()
    elsewhere.server_close()
    # its name turned to this machine (DNS rebinding): the same origin to the browser, not to the server
    answer = page.goto(served.address.replace("127.0.0.1", "rebound.example"))
    assert answer is not None
    assert answer.status == 421
    assert page.evaluate("fetch('api/documents').then((answer) => answer.status)") == 421
    page.close()
    assert not served.annotations().exists()
    assert json.dumps(sorted(path.name for path in served.folder.iterdir())) == '["article.txt"]'


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_document_without_figures(context: BrowserContext, serve: Callable[..., Served], language: str) -> None:
    served = serve(article=TEXT, empty=TEXT)
    served.annotations("empty.txt").write_text('[document]\nid = "empty"\n', "utf-8")
    with watched(context, served.address) as page:
        opened(page, served, "empty.txt", language)
        press(page, "Enter", "j", "x", "/", "1", "u")
        assert (
            page.inner_text("#card")
            == {"en": "There is no figure in this document.", "ar": "لا رقم في هذه الوثيقة."}[language]
        )
