"""The site as it is published, and a real browser that looks at it.

`SITE_DIR` names a site that is built already; else it is built here. `AXE` names axe-core's `axe.min.js`.
"""

from __future__ import annotations

import contextlib
import functools
import gzip
import http.server
import os
import subprocess
import sys
import threading
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page

ROOT = Path(__file__).parents[2]
PREFIX = "raqqa_data"
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP rebound.example 127.0.0.1",  # as a name server of somebody else's may answer
]


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves the site as its hosts do: compressed, and with its own page for what is missing."""

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name it has above
        """Say nothing."""

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        if path.is_dir():
            path /= "index.html"
        status = 200 if path.exists() else 404
        if status == 404:
            path = Path(str(self.directory)) / PREFIX / "404.html"
        content = path.read_bytes()
        self.send_response(status)
        self.send_header("Content-Type", self.guess_type(str(path)))
        if path.suffix in {".html", ".css", ".js", ".json", ".svg", ".xml", ".mjs"}:
            content = gzip.compress(content, 6)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built site."""
    if named := os.environ.get("SITE_DIR"):
        return Path(named)
    folder = tmp_path_factory.mktemp("www") / PREFIX
    environ = os.environ | {"SITE_URL": f"http://localhost/{PREFIX}/", "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)]
    done = subprocess.run(command, check=False, cwd=ROOT, env=environ, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.fixture(scope="session")
def base(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the site is served, below a folder, as a project's site is."""
    top = site.parent
    if site.name != PREFIX:
        top = tmp_path_factory.mktemp("www")
        (top / PREFIX).symlink_to(site.resolve(), target_is_directory=True)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=str(top)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/{PREFIX}/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def axe() -> str:
    """The checker of accessibility."""
    named = os.environ.get("AXE")
    if not named:
        if os.environ.get("CI"):
            pytest.fail("AXE names no axe.min.js")
        pytest.skip("AXE names no axe.min.js (npm install axe-core)")
    return Path(named).read_text("utf-8")


@pytest.fixture(scope="session")
def context(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BrowserContext]:
    """Debian's Chromium with an empty profile."""
    if not Path(CHROMIUM).exists():
        if os.environ.get("CI"):
            pytest.fail(f"no browser at {CHROMIUM}")
        pytest.skip(f"no browser at {CHROMIUM}")
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as driver:
        opened = driver.chromium.launch_persistent_context(
            str(tmp_path_factory.mktemp("profile")),
            executable_path=CHROMIUM,
            headless=True,
            args=FLAGS,
            permissions=["clipboard-read", "clipboard-write"],
        )
        yield opened
        opened.close()


@contextlib.contextmanager
def watched(context: BrowserContext, base: str) -> Generator[Page]:
    """A new page that may ask for nothing outside an address, and whose console stays silent."""
    opened = context.new_page()
    opened.set_default_timeout(10_000)
    outside: list[str] = []
    errors: list[str] = []

    def asked(request: Any) -> None:
        if not request.url.startswith((base, "data:", "blob:")):
            outside.append(request.url)

    def told(message: Any) -> None:
        if message.type in {"error", "warning"}:
            errors.append(f"{message.text} {message.location.get('url', '')}")

    opened.on("request", asked)
    opened.on("console", told)
    opened.on("pageerror", lambda error: errors.append(str(error)))
    yield opened
    opened.close()
    assert outside == []
    assert errors == []


@pytest.fixture
def page(context: BrowserContext, base: str) -> Iterator[Page]:
    """A page that asks no other host for anything and has no error in its console."""
    with watched(context, base) as opened:
        yield opened
