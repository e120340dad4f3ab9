"""What the page to try things on needs, served by the site itself: Pyodide, and the package with what it requires.

`PYODIDE` names the folder of npm's `pyodide`, else it is looked for in `build`; where there is none, the page says so.
"""

from __future__ import annotations

import importlib.util
import io
import os
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

from hooks.words import Lang, pick

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
)
MODULES = ("typing_extensions",)
RUNTIME = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json")
WORDS = {"__init__.py", "amounts.py", "words.py"}  # of the hooks: how a figure is told in either language
_EPOCH = (2020, 1, 1, 0, 0, 0)


def runtime() -> Path:
    """Where Pyodide is looked for."""
    return Path(os.environ.get("PYODIDE") or Path(__file__).parents[1] / "build" / "node_modules" / "pyodide")


def available() -> bool:
    """Whether this build has it."""
    return (runtime() / RUNTIME[0]).exists()


def files() -> Iterator[tuple[str, bytes]]:
    """The files below `assets/playground`, of the English site only: both languages use them."""
    if available():
        folder = runtime()
        yield from ((f"assets/playground/{name}", (folder / name).read_bytes()) for name in RUNTIME)
        yield "assets/playground/packages.zip", packages()


def packages() -> bytes:
    """The installed packages as one archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in (*PACKAGES, *MODULES):
            spec = importlib.util.find_spec(name)
            if spec is None or spec.origin is None:
                raise ModuleNotFoundError(name)
            origin = Path(spec.origin)
            found = [origin] if name in MODULES else sorted(origin.parent.rglob("*"))
            top = origin.parent if name in MODULES else origin.parent.parent
            for path in found:
                inside = path.relative_to(top)
                if name == "hooks" and path.name not in WORDS:
                    continue
                if path.is_file() and not {"__pycache__", "testsuite"} & set(inside.parts):
                    archive.writestr(zipfile.ZipInfo(inside.as_posix(), _EPOCH), path.read_bytes())
    return out.getvalue()


def panel(lang: Lang) -> str:
    """The page's form; its script loads nothing before a button is pressed."""
    if not available():
        return pick(
            (
                "*This build of the site has no playground: it was made without Pyodide.*",
                "*ليس في هذا البناء ساحة تجربة: فقد صُنع دون Pyodide.*",
            ),
            lang,
        )
    root = "{{root}}" if lang == "en" else "{{root}}../"
    sample = "عاد نحو ٣ آلاف شخص في أيار 2021، ورُممت أكثر من12 مدرسة على مساحة 4 هكتارات."
    text = pick(("Arabic text", "نص عربي"), lang)
    code = pick(("Python", "بايثون"), lang)
    read = pick(("Read the figures", "اقرأ الأرقام"), lang)
    run = pick(("Run", "شغّل"), lang)
    loading = pick(("Loading about 14 MB, once…", "يُحمَّل نحو 14 ميغابايت، مرة واحدة…"), lang)
    found = pick(("{} figures and dates", "الأرقام والتواريخ: {}"), lang)
    return (
        f'<div id="playground" data-root="{root}" data-loading="{loading}" data-found="{found}">'
        f'<label for="play-text">{text}</label>'
        f'<textarea id="play-text" lang="ar" dir="rtl" rows="4">{sample}</textarea>'
        f'<button type="button" class="md-button md-button--primary" id="play-read">{read}</button>'
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
