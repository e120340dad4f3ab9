"""What the page to try things on needs, served by the site itself: Pyodide, and the package with what it requires.

`PYODIDE` names the folder of npm's `pyodide`, else it is looked for in `build`. Readability, which takes the main
text of a web page, lies beside it. Where they are missing, the page says so.
"""

from __future__ import annotations

import importlib.util
import io
import os
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

from hooks.words import Lang, pick
from raqqa_data.annotate import server

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGES = (
    "hooks",
    "raqqa_data",
    "attr",
    "attrs",
    "cattr",
    "cattrs",
    "pint",
    "flexcache",
    "flexparser",
    "platformdirs",
    "charset_normalizer",
    "tomlkit",
)
MODULES = ("typing_extensions",)
RUNTIME = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json")
SCRIPTS = ("python.js", "webpage.js")
ACCEPTED = ".txt,.text,.md,.markdown,.html,.htm,.xhtml,.docx"
WORDS = {"__init__.py", "amounts.py", "words.py"}  # of the hooks: how a figure is told in either language
_BROWSER = Path(__file__).with_name("browser")
_PAGE = Path(server.__file__).with_name("page")
_LEFT_OUT = {"__pycache__", "testsuite"}
_COMPILED = {".so", ".pyd"}  # for this machine; each has its Python beside it
# Nothing that is pasted or dropped can be sent elsewhere, whatever it holds. A dropped page's own styles are let in: by
# them Readability knows what it hides.
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; connect-src 'self'; img-src 'self'; "
    "worker-src 'self'; base-uri 'none'; form-action 'none'"
)
_EPOCH = (2020, 1, 1, 0, 0, 0)


def runtime() -> Path:
    """Where Pyodide is looked for."""
    return Path(os.environ.get("PYODIDE") or Path(__file__).parents[1] / "build" / "node_modules" / "pyodide")


def readability() -> Path:
    """The script of npm's `@mozilla/readability`."""
    return runtime().parent / "@mozilla" / "readability" / "Readability.js"


def available() -> bool:
    """Whether this build has them."""
    return (runtime() / RUNTIME[0]).exists() and readability().exists()


def files() -> Iterator[tuple[str, str | bytes]]:
    """The files below `assets/playground`, of the English site only: both languages use them."""
    if available():
        folder = runtime()
        yield from ((f"assets/playground/{name}", (folder / name).read_bytes()) for name in RUNTIME)
        yield from ((f"assets/playground/{name}", (_BROWSER / name).read_bytes()) for name in SCRIPTS)
        module = f"{readability().read_text('utf-8')}\nexport {{ Readability }};\n"
        yield "assets/playground/readability.js", module
        yield "assets/playground/packages.zip", packages()
        yield from annotate_page()


def annotate_page() -> Iterator[tuple[str, str | bytes]]:
    """The page of `raqqa-data annotate`, its own files, with a script in the place of the server."""
    for name, _ in server.FILES.values():
        if name not in {"index.html", "send.js"}:
            yield f"annotate/{name}", (_PAGE / name).read_bytes()
    for name in ("send.js", "start.js", "start.css", "worker.js"):
        yield f"annotate/{name}", (_BROWSER / name).read_bytes()
    html = (_PAGE / "index.html").read_text("utf-8")
    for own, more in (
        ('<meta charset="utf-8">', f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'),
        ('<link rel="stylesheet" href="annotate.css">', '<link rel="stylesheet" href="start.css">'),
        ('<script type="module" src="annotate.js"></script>', '<script type="module" src="start.js"></script>'),
    ):
        if own not in html:
            raise ValueError(f"index.html of annotate has no {own} any more")
        html = html.replace(own, f"{own}\n{more}")
    yield "annotate/index.html", html


def packages() -> bytes:
    """The installed packages as one archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:

        def add(name: str, path: Path) -> None:
            archive.writestr(zipfile.ZipInfo(name, _EPOCH), path.read_bytes(), zipfile.ZIP_DEFLATED)

        for name in (*PACKAGES, *MODULES):
            spec = importlib.util.find_spec(name)
            if spec is None or spec.origin is None:
                raise ModuleNotFoundError(name)
            origin = Path(spec.origin)
            found = [origin] if name in MODULES else sorted(origin.parent.rglob("*"))
            top = origin.parent if name in MODULES else origin.parent.parent
            for path in found:
                inside = path.relative_to(top)
                if name == "hooks" and path.name not in WORDS and path.parent != _BROWSER:
                    continue
                if path.is_file() and path.suffix not in _COMPILED and not _LEFT_OUT & set(inside.parts):
                    add(inside.as_posix(), path)
        add("docx.py", _BROWSER / "docx.py")
    return out.getvalue()


_ABSENT = (
    "*This build of the site has no playground: it was made without Pyodide and Readability.*",
    "*لا ساحة تجربة في هذه النسخة من الموقع: فقد بُنيت دون Pyodide وReadability.*",
)


def confirm(lang: Lang) -> str:
    """The way to the page that confirms a draft."""
    if not available():
        return pick(_ABSENT, lang)
    root = pick(("{{root}}", "{{root}}../"), lang)
    text = pick(("Open the page", "افتح الصفحة"), lang)
    return f'<p><a class="md-button md-button--primary" href="{root}annotate/?language={lang}">{text}</a></p>'


def panel(lang: Lang) -> str:
    """The page's form; its script loads nothing before a button is pressed."""
    if not available():
        return pick(_ABSENT, lang)
    root = "{{root}}" if lang == "en" else "{{root}}../"
    sample = "عاد نحو ٣ آلاف شخص في أيار 2021، ورُممت أكثر من12 مدرسة على مساحة 4 هكتارات."
    text = pick(("Arabic text", "نص عربي"), lang)
    code = pick(("Python", "بايثون"), lang)
    read = pick(("Read the figures", "اقرأ الأرقام"), lang)
    choose = pick(("Open a file", "افتح ملفًا"), lang)
    hint = pick(("or drop one here: text, HTML, DOCX", "أو أفلته هنا: نص أو HTML أو DOCX"), lang)
    run = pick(("Run", "شغّل"), lang)
    loading = pick(("Loading about 14 MB, once…", "يُحمَّل نحو 14 ميغابايت، مرة واحدة…"), lang)
    found = pick(("{} figures and dates", "الأرقام والتواريخ: {}"), lang)
    return (
        f'<div id="playground" data-root="{root}" data-loading="{loading}" data-found="{found}">'
        f'<label for="play-text">{text}</label>'
        f'<textarea id="play-text" lang="ar" dir="rtl" rows="4">{sample}</textarea>'
        f'<p class="choices"><button type="button" class="md-button md-button--primary" id="play-read">{read}</button>'
        f'<button type="button" class="md-button" id="play-open">{choose}</button>'
        f'<input type="file" id="play-file" accept="{ACCEPTED}" hidden> <span>{hint}</span></p>'
        f'<p role="status" id="play-status"></p>'
        f'<div id="play-marked" class="phrase" lang="ar" dir="rtl"></div><ul id="play-list"></ul>'
        f'<label for="play-code">{code}</label>'
        f'<textarea id="play-code" dir="ltr" lang="en" spellcheck="false" rows="4">'
        f"import raqqa_data as rd\nrd.total(rd.observations.where(part_of=&quot;prison_attack.killed&quot;)).estimate"
        f"</textarea>"
        f'<button type="button" class="md-button md-button--primary" id="play-run">{run}</button>'
        f'<pre dir="ltr" tabindex="0"><code id="play-out"></code></pre></div>'
        f'<script type="module" src="{root}assets/js/playground.js"></script>'
    )
