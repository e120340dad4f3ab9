"""What a reader does on the site: filters, sorts, searches, switches the language, copies, downloads."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import raqqa_data as rd
from hooks import downloads

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.site
ROWS = ".datatable tbody tr:visible"


@pytest.mark.parametrize(
    ("root", "word", "found"),
    [
        ("", "bridges", "Bridges rebuilt"),
        ("", "الجسور", "Bridges rebuilt"),
        ("", "5000000", "Rubble removed"),
        ("ar/", "الأنقاض", "الأنقاض المرفوعة"),
        ("ar/", "الانقاض", "الأنقاض المرفوعة"),
        ("ar/", "مدرسه", "المدارس المرممة"),
        ("ar/", "١٢٤", "داعش"),
        ("ar/", "rubble", "الأنقاض المرفوعة"),
    ],
)
def test_filter(page: Page, base: str, root: str, word: str, found: str) -> None:
    from playwright.sync_api import expect

    page.goto(f"{base}{root}data/")
    expect(page.locator(ROWS)).to_have_count(len(rd.observations))
    page.locator(".datatable input").fill(word)
    expect(page.locator(ROWS)).to_have_count(1)
    expect(page.locator(ROWS).first).to_contain_text(found)
    expect(page.locator(".datatable [role=status]")).to_contain_text("17")


@pytest.mark.parametrize(
    ("root", "heading", "first", "last"), [("", "Value", "4 years", "5,000,000"), ("ar/", "القيمة", "4", "5,000,000")]
)
def test_sort(page: Page, base: str, root: str, heading: str, first: str, last: str) -> None:
    from playwright.sync_api import expect

    page.goto(f"{base}{root}data/")
    column = page.get_by_role("columnheader", name=heading)
    column.get_by_role("button").click()
    expect(column).to_have_attribute("aria-sort", "ascending")
    expect(page.locator(ROWS).last).to_contain_text(last)
    assert "4" in first
    column.get_by_role("button").click()
    expect(column).to_have_attribute("aria-sort", "descending")
    expect(page.locator(ROWS).first).to_contain_text(last)


@pytest.mark.parametrize(
    ("root", "word", "found"),
    [
        ("", "rubble", "Rubble removed"),
        ("", "disjointness", "Disjointness"),
        ("ar/", "الأنقاض", "الأنقاض"),
        ("ar/", "الانقاض", "الأنقاض"),
        ("ar/", "أنقاض", "الأنقاض"),
        ("ar/", "التدفق", "تدفق"),
    ],
)
def test_search(page: Page, base: str, root: str, word: str, found: str) -> None:
    from playwright.sync_api import expect

    page.goto(base + root)
    box = page.locator(".md-search__input")
    box.click()
    box.fill(word)
    box.press("End")  # the theme listens to keys
    expect(page.locator(".md-search-result__item").filter(has_text=found).first).to_be_visible()
    # the spellings that the search knows are nothing to look at
    assert page.locator(".md-tag").filter(visible=True).count() == 0


@pytest.mark.parametrize(
    "path", ["", "data/", "data/prison_attack/killed/", "why/limits/", "api/", "reference/glossary/"]
)
def test_switch_language_keeps_the_page(page: Page, base: str, path: str) -> None:
    from playwright.sync_api import expect

    page.goto(base + path)
    page.locator(".md-header .md-select").hover()
    page.locator(".md-select__link[hreflang=ar]").click()
    expect(page).to_have_url(f"{base}ar/{path}")
    expect(page.locator("html")).to_have_attribute("lang", "ar")
    expect(page.locator("body")).to_have_css("direction", "rtl")
    page.locator(".md-header .md-select").hover()
    page.locator(".md-select__link[hreflang=en]").click()
    expect(page).to_have_url(base + path)


def test_dark_mode_follows_the_reader_s_choice(page: Page, base: str) -> None:
    page.goto(base)
    before = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.locator("label[for=__palette_1]:visible, label[for=__palette_0]:visible").first.click()
    page.wait_for_function(f"getComputedStyle(document.body).backgroundColor !== '{before}'")
    page.evaluate("localStorage.clear()")


def test_copy_button(page: Page, base: str) -> None:
    page.goto(f"{base}tutorial/")
    page.locator(".md-code__button[data-clipboard-target], .md-code__button[data-md-type=copy]").first.click()
    page.wait_for_function("navigator.clipboard.readText().then((text) => text.includes('import raqqa_data as rd'))")


@pytest.mark.parametrize("name", [name for name, _ in downloads.FILES])
def test_download(page: Page, base: str, name: str) -> None:
    page.goto(f"{base}data/downloads/")
    with page.expect_download() as started:
        page.locator(f"a[download][href$='{name}']").first.click()
    content = started.value.path().read_bytes()
    if name.endswith(".parquet"):  # its writer orders the metadata anew in each process
        assert len(content) == len(downloads.exports()[name])
    else:
        assert content == downloads.exports()[name]


def test_a_table_of_phone_width_shows_name_and_value(page: Page, base: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{base}data/")
    assert page.locator(".datatable thead th:visible").count() == 2
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
