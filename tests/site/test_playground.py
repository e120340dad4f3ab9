"""The page to try things on: loads nothing before it is asked to, reads a phrase or a file, runs Python."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from tests.site.conftest import watched
from tests.sources.files import p, word

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import BrowserContext, FilePayload, Page

pytestmark = pytest.mark.site
SLOW = 120_000


@pytest.fixture(scope="module", autouse=True)
def _has_playground(site: Path) -> None:
    if not (site / "assets/playground/pyodide.mjs").exists():
        if os.environ.get("CI"):
            pytest.fail("the site was built without PYODIDE")
        pytest.skip("the site was built without PYODIDE (npm install pyodide)")


@pytest.fixture(scope="module", params=["", "ar/"], ids=["en", "ar"])
def tried(request: pytest.FixtureRequest, context: BrowserContext, base: str) -> Iterator[Page]:
    """The page in one language, for all who try it; it loads nothing before it is asked to."""
    asked: list[str] = []
    with watched(context, base) as page:
        page.on("request", lambda request: asked.append(request.url))
        page.goto(f"{base}{request.param}try/", wait_until="networkidle")
        assert not [url for url in asked if "assets/playground/" in url]
        yield page


def language(page: Page) -> str:
    return str(page.evaluate("document.documentElement.lang"))


BODY = "عاد أمس أكثر من 300 شخص إلى البلدة بعد أن رُمّمت المدارس والطرق فيها، وقالت البلدية إن البيوت صالحة للسكن."
HTML = f"""<!doctype html><html lang="ar"><head><meta charset="windows-1256">
<meta property="article:published_time" content="2021-03-06T10:00:00+03:00"><title>عودة إلى البلدة</title></head>
<body><nav><ul><li><a href="/a">قتل 77 شخصا في خبر آخر</a></li></ul></nav>
<p style="display: none">حُذفت 99 شجرة كانت في هذه الصفحة، ولا تظهر لمن يقرؤها، فلا تُقرأ.</p>
<article><h1>عودة إلى البلدة</h1><p>{BODY}</p><p>{BODY}</p><table><tr><td>مدارس</td><td>12</td></tr></table></article>
<img style="color: red" src="http://elsewhere.example/a.png" onerror="document.title = 'ran'">
<script>document.title = "ran"</script></body></html>"""
DROP = """([name, text]) => {
  const carried = new DataTransfer(), box = document.getElementById("playground");
  carried.items.add(new File([text], name));
  for (const kind of ["dragover", "drop"])
    box.dispatchEvent(new DragEvent(kind, {dataTransfer: carried, bubbles: true, cancelable: true}));
}"""


def payload(name: str, content: bytes) -> FilePayload:
    return {"name": name, "mimeType": "", "buffer": content}


def test_reads_a_phrase(tried: Page) -> None:
    from playwright.sync_api import expect

    page = tried
    page.locator("#play-text").fill("رُممت أكثر من300 مدرسة")
    page.locator("#play-read").click()
    expect(page.locator("#play-marked mark.number")).to_have_text("300", timeout=SLOW)
    expect(page.locator("#play-marked mark.qualifier")).to_have_text("أكثر من")
    expect(page.locator("#play-marked mark.noun")).to_have_text("مدرسة")
    told = {"en": "number: more than 300", "ar": "عدد: أكثر من 300"}[language(page)]
    expect(page.locator("#play-list li")).to_contain_text(told)
    assert page.locator("#play-marked").inner_text() == "رُممت أكثر من300 مدرسة"


def test_runs_python(tried: Page) -> None:
    from playwright.sync_api import expect

    page = tried
    page.locator("#play-run").click()
    expect(page.locator("#play-out")).to_contain_text("best=181", timeout=SLOW)
    page.locator("#play-code").fill("import raqqa_data as rd\nrd.reconstruction.rubble_removed.quantity")
    page.locator("#play-run").click()
    expect(page.locator("#play-out")).to_contain_text("5000000", timeout=SLOW)
    page.locator("#play-code").fill("import raqqa_data as rd\nrd.observations['kiled']")
    page.locator("#play-run").click()
    expect(page.locator("#play-out")).to_contain_text("NotFoundError")


def test_reads_a_file(tried: Page) -> None:
    from playwright.sync_api import expect

    page = tried
    numbers, found, status = (page.locator(f"#play-{part}") for part in ("marked mark.number", "list li", "status"))
    page.locator("#play-file").set_input_files(payload("تقرير.txt", BODY.encode("cp1256")))
    expect(numbers).to_have_text(["300"], timeout=SLOW)
    expect(status).to_contain_text("تقرير.txt")
    page.locator("#play-file").set_input_files(payload("page.html", HTML.encode("cp1256", "ignore")))
    expect(numbers).to_have_text(["أمس", "300", "أمس", "300", "12"])
    told = {"en": "date: 5 March 2021", "ar": "تاريخ: 5 آذار 2021"}[language(page)]
    assert found.all_inner_texts()[0] == f"أمس · {told}"
    assert "77" not in page.inner_text("#play-marked")
    deleted = "<w:p><w:del><w:r><w:delText>حُذفت 99 شجرة</w:delText></w:r></w:del></w:p>"
    content = word(p("أضيفت 20 شجرة") + deleted, header1=p("تقرير رقم 77"), footnotes=p("وشمل ذلك 6 قرى"))
    page.locator("#play-file").set_input_files(payload("a.docx", content))
    expect(numbers).to_have_text(["20", "6"])
    page.evaluate(DROP, ["dropped.txt", "وحُفرت 9 آبار"])
    expect(numbers).to_have_text(["9"])
    assert "ran" not in page.title()


def test_a_file_that_cannot_be_read_is_told_as_the_library_does(tried: Page) -> None:
    from playwright.sync_api import expect

    page = tried
    for name, content, told in (
        ("a.docx", b"PK\x03\x04 cut short", "a.docx: is no Word document: File is not a zip file"),
        ("a.csv", b"text\n40", "a.csv: holds many texts (text/csv); open it with open_sources"),
        ("a.pdf", b"%PDF-1.4", "a.pdf: poppler's pdftotext is not installed"),
        ("a.txt", bytes(range(256)) * 4, "a.txt: is no text: no encoding fits its bytes"),
        ("a.html", b"<html><body></body></html>", "a.html: no main text was found"),
        ("a.txt", b"", "a.txt: holds no text"),
    ):
        page.locator("#play-file").set_input_files(payload(name, content))
        expect(page.locator("#play-status")).to_contain_text(told, timeout=SLOW)
        assert page.inner_text("#play-marked") == ""
