"""The command, as a process of its own, and what is left of it when it is killed."""

from __future__ import annotations

import http.client
import importlib
import json
import signal
import socket
import subprocess
import sys
import threading
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import attrs
import pytest
import uvicorn

import raqqa_data as rd
from raqqa_data.annotate import server
from raqqa_data.annotate.folder import Folder
from raqqa_data.annotate.worksheet import Drafting, Worksheet
from tests.annotate.article import TEXT, drafted
from tests.command.runs import run
from tests.processes import needs_processes

pytestmark = needs_processes


@attrs.define
class Running:
    """A server that runs, and a client that asks it as the page does."""

    process: subprocess.Popen[str]
    address: str

    def ask(self, what: str, **body: Any) -> Any:
        parts = urlsplit(self.address)
        assert parts.hostname is not None
        connection = http.client.HTTPConnection(parts.hostname, parts.port, timeout=30)
        head = {"content-type": "application/json", "origin": f"http://{parts.netloc}"}
        connection.request("POST", f"{parts.path}api/{what}", json.dumps({"document": "article.txt", **body}), head)
        answer = connection.getresponse()
        told = json.loads(answer.read())
        connection.close()
        assert answer.status == 200, told
        return told


@pytest.fixture
def running(document: Path) -> Iterator[Running]:
    """`raqqa-data annotate`, with annotations that are there already."""
    Path(f"{document}.annotations.toml").write_text(drafted(rd.open_source(document)), "utf-8")
    command = [sys.executable, "-m", "raqqa_data", "annotate", str(document)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        told = process.stdout.readline()
        yield Running(process, told.removeprefix("Open ").strip())
        process.kill()


def test_it_tells_its_address_and_ends_when_interrupted(running: Running) -> None:
    assert running.ask("open")["text"] == TEXT
    running.process.send_signal(signal.SIGINT)
    _, told = running.process.communicate(timeout=30)
    assert (running.process.returncode, told) == (130, "")


def test_a_kill_loses_nothing_that_was_answered(running: Running, document: Path) -> None:
    """Confirmations are sent one after the other, and the server is killed in between: each that it answered stands."""
    state = running.ask("open")
    answered = 0
    kill = threading.Timer(0.4, running.process.kill)
    kill.start()
    try:
        while answered < 10_000:
            action = {"kind": "set", "index": 0, "key": "note", "value": f"number {answered + 1}"}
            state = running.ask("act", version=state["version"], action=action)
            answered += 1
    except (OSError, http.client.HTTPException):
        pass
    kill.join()
    assert running.process.wait(timeout=30) == -signal.SIGKILL
    toml = Path(f"{document}.annotations.toml").read_text("utf-8")
    written = tomllib.loads(toml)["observation"][0].get("note", "number 0")
    # the last one may have been written without an answer
    assert int(written.split()[1]) in {answered, answered + 1}
    assert answered > 0
    # and what the dead one left beside goes at the next change
    sheet = Worksheet(document, Drafting())
    sheet.act(sheet.open()["version"], {"kind": "set", "index": 0, "key": "note", "value": "after"})
    assert sorted(path.name for path in document.parent.iterdir()) == ["article.txt", "article.txt.annotations.toml"]


def test_options_that_cannot_be(tmp_path: Path, document: Path) -> None:
    assert "cannot be read" in run("annotate", document, "--known", tmp_path / "absent.toml").stderr
    assert "Period 'soon'" in run("annotate", document, "--reference", "soon").stderr
    assert "cannot be read" in run("annotate", tmp_path / "absent.txt").stderr
    assert "holds no document" in run("annotate", _empty(tmp_path)).stderr
    assert run("annotate", document, "--port", "99999").returncode == 2


def _empty(tmp_path: Path) -> Path:
    folder = tmp_path / "empty"
    folder.mkdir()
    return folder


@pytest.mark.parametrize("missing", ["starlette", "uvicorn", "tomlkit"])
def test_without_the_extra_it_says_how_to_install_it(
    document: Path, monkeypatch: pytest.MonkeyPatch, missing: str
) -> None:
    real = importlib.import_module

    def lost(name: str, package: str | None = None) -> Any:
        if name.partition(".")[0] == missing:
            raise ModuleNotFoundError(f"No module named {missing!r}", name=missing)
        return real(name, package)

    monkeypatch.setattr(importlib, "import_module", lost)
    ran = run("annotate", document)
    assert (ran.returncode, ran.stderr.strip()) == (
        2,
        f"raqqa-data: {missing} is not installed: pip install 'raqqa_data[annotate]'",
    )


def test_the_browser_is_opened_where_it_is_asked_for(document: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    served: list[str] = []
    monkeypatch.setattr("webbrowser.open", opened.append)

    def serve(_: Folder, bound: socket.socket, token: str) -> None:
        served.append(server.address(bound, token))

    monkeypatch.setattr(server, "serve", serve)
    ran = run("annotate", document, "--browser")
    assert opened == served
    assert ran.stdout.startswith(f"Open {opened[0]}\n")


def test_a_chat_of_the_folder_is_named_and_not_served(document: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    served: list[tuple[str, ...]] = []
    chat = "12/03/2024, 08:15 - سامر: عندنا 3 جرحى\n13/03/2024, 08:17 - هدى: وصلت 5 سلال\n"
    (document.parent / "chat.txt").write_text(chat, "utf-8")

    def serve(folder: Folder, *_: object) -> None:
        served.append(folder.names())

    monkeypatch.setattr(server, "serve", serve)
    ran = run("annotate", document.parent)
    assert "raqqa-data: chat.txt: holds many texts, or none; raqqa-data split makes a file of each" in ran.stderr
    assert served == [(document.name,)]


def test_serving_ends_when_it_should(document: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[tuple[uvicorn.Config, list[socket.socket]]] = []

    def run_server(self: uvicorn.Server, sockets: list[socket.socket]) -> None:
        ran.append((self.config, sockets))

    monkeypatch.setattr(uvicorn.Server, "run", run_server)
    assert run("annotate", document).returncode == 0
    config, sockets = ran[0]
    assert (config.access_log, config.proxy_headers, config.server_header) == (False, False, False)
    assert [bound.family for bound in sockets] == [socket.AF_INET]
