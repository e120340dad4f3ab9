from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Coroutine, Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from raqqa_data.annotate import worksheet
from raqqa_data.annotate.folder import Folder
from raqqa_data.annotate.server import application
from raqqa_data.annotate.worksheet import Drafting, Worksheet
from tests.annotate.article import TEXT, drafted

PORT, TOKEN = 8123, "a-token-of-the-tests"
ORIGIN = f"http://127.0.0.1:{PORT}"
Asking = Callable[..., Any]


@pytest.fixture(autouse=True)
def proposing(monkeypatch: pytest.MonkeyPatch) -> None:
    """The page is tested whatever the rules propose."""
    monkeypatch.setattr(worksheet, "draft", drafted)


@pytest.fixture
def document(tmp_path: Path) -> Path:
    """An article without annotations, in a folder of its own."""
    path = tmp_path / "desk" / "article.txt"
    path.parent.mkdir()
    path.write_text(TEXT, "utf-8")
    return path


@pytest.fixture
def sheet(document: Path) -> Worksheet:
    return Worksheet(document, Drafting())


@pytest.fixture
def client(document: Path) -> Iterator[TestClient]:
    """A browser's requests, as the page itself sends them."""
    app = application(Folder(document.parent, Drafting()), TOKEN, PORT)
    opened = TestClient(app, base_url=f"{ORIGIN}/{TOKEN}/", headers={"origin": ORIGIN})
    yield opened
    opened.close()


@pytest.fixture
def ask(client: TestClient) -> Asking:
    """Asks the server as the page does; gives what it tells."""

    def asking(what: str, status: int = 200, **body: Any) -> Any:
        answer = client.post(f"api/{what}", json={"document": "article.txt", **body})
        assert answer.status_code == status, answer.text
        return answer.json()

    return asking


def in_threads(count: int, work: Callable[[int], None]) -> None:
    """Run something several times at once."""
    threads = [threading.Thread(target=work, args=(number,)) for number in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def alone(work: Coroutine[Any, Any, None]) -> None:
    """Run something in a thread of its own: a browser's tests leave an event loop running in this one."""
    in_threads(1, lambda _: asyncio.run(work))
