"""HTML of the theme, mended where a checker of accessibility finds it wanting."""

from __future__ import annotations

import itertools
import re
from html import escape
from pathlib import Path
from urllib.parse import urlsplit

from hooks import bidi
from hooks.words import Lang, pick

_DIALOG = '<div class="md-search" data-md-component="search" role="dialog">'
# with section indexes the theme labels these by a label that is empty
_SECTION = re.compile(
    r'(<nav class="md-nav" data-md-level="\d+") aria-labelledby="[^"]*"'
    r'([^>]*>\s*<label class="md-nav__title".*?</span>\s*([^<]*?)\s*</label>)',
    re.DOTALL,
)
# the table of contents labels its lists by their headings, which the list of pages may hold too
_CONTENTS = re.compile(r'<nav class="md-nav" aria-label="([^"]*)">')
# the theme would ask for a sitemap at each of these; the sitemap itself says which pages are alike
_ALTERNATE = re.compile(r'\s*<link rel="alternate" [^>]*hreflang="[^"]*">')
_URL = re.compile(r"(<loc>(.*?)</loc>)", re.DOTALL)
_LATER = f"<script>{Path(__file__).with_name('later.js').read_text('utf-8')}</script>"
# the style of the API's pages stands in the head of every page
_API_STYLE = re.compile(r'\s*<link rel="stylesheet" href="[^"]*_mkdocstrings\.css">')
_ENGLISH_ALONE = re.compile(r"api/[a-z]+/")
_HEADING_404 = re.compile(r"<h1>404[^<]*</h1>")
_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)


def mended(html: str, lang: Lang, url: str, site: str) -> str:
    """The page with its search dialog and its lists of links named, and a card for who shares it."""
    if _DIALOG not in html:
        raise ValueError(f"{url}: the theme's search dialog has changed; name it anew")
    html = html.replace(_DIALOG, f'{_DIALOG[:-1]} aria-label="{pick(("Search", "بحث"), lang)}">')
    html = _SECTION.sub(lambda m: f'{m[1]} aria-label="{escape(m[3])}"{m[2]}', html)
    if url == "404.html":
        html = _HEADING_404.sub(
            lambda _: _missing(urlsplit(site).path.removesuffix("ar/" if lang == "ar" else "")), html
        )
    html = numbered(html)
    for code, target in twins(lang, url, site).items():
        html = re.sub(
            rf'href="[^"]*" hreflang="{code}" class="md-select',
            f'href="{target}" hreflang="{code}" class="md-select',
            html,
        )
    html = _ALTERNATE.sub("", html)
    if not _ENGLISH_ALONE.fullmatch(url):
        html = bidi.unbroken(_API_STYLE.sub("", html))
    html = bidi.upright(html) if lang == "ar" else bidi.quoted(html)
    return bidi.isolated(html).replace("</head>", f"{_LATER}{_card(html, lang, url, site)}</head>", 1)


def _missing(root: str) -> str:
    # one such page serves both languages
    return (
        f'<h1>There is no such page</h1><p><a href="{root}">Home</a> · <a href="{root}data/">All figures</a></p>'
        f'<div lang="ar" dir="rtl"><h2>لا صفحة هنا</h2><p><a href="{root}ar/">الرئيسية</a> · '
        f'<a href="{root}ar/data/">كل الأرقام</a></p></div>'
    )


def twins(lang: Lang, url: str, site: str) -> dict[str, str]:
    """The address of the same page in each language, as a link from it.

    Example:
        >>> twins("en", "data/", ""), twins("ar", "data/", "")
        ({'en': './', 'ar': '../ar/data/'}, {'en': '../../data/', 'ar': './'})
    """
    if url == "404.html":
        root = urlsplit(site).path.removesuffix("ar/" if lang == "ar" else "")
        return {"en": root, "ar": f"{root}ar/"}
    up = "../" * url.count("/")
    if _ENGLISH_ALONE.fullmatch(url):  # the API stands in English alone
        return {"en": "./", "ar": f"{up}ar/api/"}
    return {"en": "./", "ar": f"{up}ar/{url}"} if lang == "en" else {"en": f"{up}../{url}", "ar": "./"}


def numbered(html: str) -> str:
    """Lists of the table of contents by names that differ.

    Example:
        >>> numbered('<nav class="md-nav" aria-label="units"><nav class="md-nav" aria-label="units">')
        '<nav class="md-nav" aria-label="1 units"><nav class="md-nav" aria-label="2 units">'
    """
    count = itertools.count(1)
    return _CONTENTS.sub(lambda m: f'<nav class="md-nav" aria-label="{next(count)} {m[1]}">', html)


def _card(html: str, lang: Lang, url: str, site: str) -> str:
    found = _TITLE.search(html)
    title = found[1].strip() if found else ""
    described = re.search(r'<meta name="description" content="([^"]*)"', html)
    image = f"{site}assets/social.png"
    properties = {
        "og:type": "website",
        "og:title": title,
        "og:description": described[1] if described else "",
        "og:url": f"{site}{url}",
        "og:image": image,
        "og:image:width": "1440",
        "og:locale": pick(("en", "ar"), lang),
    }
    tags = "".join(f'<meta property="{name}" content="{value}">' for name, value in properties.items())
    faces = ("arabic", "latin") if lang == "ar" else ("latin",)  # every page shows digits
    depth = "../" * url.count("/") if url != "404.html" else urlsplit(site).path
    preload = "".join(
        f'<link rel="preload" href="{depth}assets/fonts/ibm-plex-sans-arabic-{face}-400-normal.woff2" '
        'as="font" type="font/woff2" crossorigin>'
        for face in faces
    )
    return f'{tags}<meta name="twitter:card" content="summary_large_image">{preload}'


def with_languages(sitemap: str, site: str, lang: Lang) -> str:
    """The sitemap with the address of each page in the other language."""
    english = site.removesuffix("ar/") if lang == "ar" else site

    def links(url: str) -> str:
        path = url.removeprefix(site)
        if _ENGLISH_ALONE.fullmatch(path):
            return ""
        pairs = (("en", f"{english}{path}"), ("ar", f"{english}ar/{path}"))
        return "".join(f'<xhtml:link rel="alternate" hreflang="{code}" href="{href}"/>' for code, href in pairs)

    return (
        _URL.sub(lambda m: m[1] + links(m[2]), sitemap).replace(
            'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"',
            'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"',
        )
        if "xmlns:xhtml" not in sitemap
        else _URL.sub(lambda m: m[1] + links(m[2]), sitemap)
    )
