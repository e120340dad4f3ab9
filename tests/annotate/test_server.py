"""Who may ask the server, and for what."""

from __future__ import annotations

import json
import os
import re
import socket
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient
from starlette.websockets import WebSocketDisconnect

from raqqa_data.annotate import server
from raqqa_data.annotate.folder import Folder, ids_of
from raqqa_data.annotate.guard import HEADERS, Guard
from raqqa_data.annotate.worksheet import Drafting
from raqqa_data.errors import FileError
from tests.annotate.article import TEXT
from tests.annotate.conftest import ORIGIN, PORT, TOKEN, Asking, alone

BODY = {"document": "article.txt"}


@pytest.mark.parametrize("path", sorted(server.FILES))
def test_the_page_and_its_parts_are_served(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith(server.FILES[path][1])
    assert {name: answer.headers[name] for name in HEADERS} == HEADERS


def test_every_file_of_the_page_is_served() -> None:
    page = Path(server.__file__).with_name("page")
    assert {path.name for path in page.iterdir()} == {name for name, _ in server.FILES.values()}


def test_the_page_runs_nothing_that_stands_in_it(client: TestClient) -> None:
    page = client.get("").text
    assert '<script type="module" src="annotate.js"></script>' in page
    assert page.count("<script") == 1
    assert not any(word in page for word in (" style=", " onclick", "http://", "https://", "<style"))
    policy = HEADERS["content-security-policy"]
    assert "unsafe" not in policy
    assert "default-src 'none'" in policy


def test_a_folder_lists_its_documents_and_what_is_left(client: TestClient, ask: Asking) -> None:
    assert client.get("api/documents").json() == {
        "single": False,
        "documents": [{"name": "article.txt", "figures": None, "left": None}],
    }
    version = ask("open")["version"]
    ask("act", version=version, action={"kind": "confirm", "index": 0})
    assert client.get("api/documents").json()["documents"] == [{"name": "article.txt", "figures": 4, "left": 3}]


def test_the_way_of_one_confirmation(ask: Asking, document: Path) -> None:
    opened = ask("open")
    assert ask("version") == {key: opened[key] for key in ("version", "listed")}
    state = ask("act", version=opened["version"], action={"kind": "confirm", "index": 0})
    assert state["version"] == ask("version")["version"] != opened["version"]
    told = ask("act", 409, version=opened["version"], action={"kind": "confirm", "index": 1})
    assert told["error"]["type"] == "StaleError"
    told = ask("act", 422, version=state["version"], action={"kind": "confirm", "index": 3})
    assert [problem["path"] for problem in told["error"]["problems"]] == [
        "observation[3].place",
        "observation[3].period",
    ]
    assert ask("build", version=state["version"])["problems"]


@pytest.mark.parametrize(
    "host", ["evil.example", f"evil.example:{PORT}", "127.0.0.1", f"127.0.0.1.evil.example:{PORT}", "", f"[::1]:{PORT}"]
)
def test_a_name_turned_to_this_machine_is_refused(client: TestClient, host: str) -> None:
    """DNS rebinding: the browser takes the page of evil.example for ours, but says which name it asked for."""
    for answer in (
        client.get("", headers={"host": host}),
        client.post("api/open", json=BODY, headers={"host": host, "origin": f"http://{host}"}),
    ):
        assert answer.status_code == 421
        assert "article" not in answer.text


def test_two_hosts_are_refused(client: TestClient) -> None:
    sent: list[Any] = []
    headers = [(b"host", f"127.0.0.1:{PORT}".encode())] * 2
    scope = {"type": "http", "method": "GET", "path": f"/{TOKEN}/", "headers": headers}

    async def send(message: Any) -> None:
        sent.append(message)

    alone(client.app(scope, None, send))  # type: ignore[arg-type]
    assert sent[0]["status"] == 421


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"origin": f"http://localhost:{PORT}"},
        {"origin": f"https://127.0.0.1:{PORT}"},
        {"origin": f"http://127.0.0.1:{PORT + 1}"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
def test_another_page_changes_and_reads_nothing(client: TestClient, document: Path, headers: dict[str, str]) -> None:
    """CSRF: even a page that has learnt the token is refused."""
    for answer in (client.post("api/open", json=BODY, headers=headers), client.get("api/documents", headers=headers)):
        assert answer.status_code == 403
        assert "article" not in answer.text
    assert sorted(path.name for path in document.parent.iterdir()) == ["article.txt"]


def test_what_names_no_origin_changes_nothing(document: Path) -> None:
    app = server.application(Folder(document, Drafting()), TOKEN, PORT)
    client = TestClient(app, base_url=f"{ORIGIN}/{TOKEN}/")
    assert client.post("api/open", json=BODY).status_code == 403
    assert client.get("").status_code == 200
    cross = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate"}
    assert client.get("", headers=cross).status_code == 200  # a link that the person followed
    assert client.get("api/documents", headers=cross).status_code == 403
    client.close()


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""])
def test_what_a_form_can_send_is_refused(client: TestClient, kind: str) -> None:
    answer = client.post("api/open", content=json.dumps(BODY), headers={"content-type": kind})
    assert answer.status_code == 415


@pytest.mark.parametrize(
    "path", ["/", "/api/open", "/index.html", "/a-token-of-the-test/", f"/{TOKEN}", f"/x{TOKEN}/", "/é/"]
)
def test_without_the_token_there_is_nothing(client: TestClient, path: str) -> None:
    for answer in (client.get(f"{ORIGIN}{path}"), client.post(f"{ORIGIN}{path}", json=BODY)):
        assert answer.status_code == 404
        assert "article" not in answer.text


@pytest.mark.parametrize(
    "path",
    [
        "../article.txt",
        "%2e%2e/article.txt",
        "page%2f..%2fannotate.js",
        "..%2fserver.py",
        "server.py",
        "article.txt",
        "index.html",
        "annotate.js/",
        "%2fetc/passwd",
        "//etc/passwd",
        "api/",
        "api/open/",
        "annotate.js%00",
    ],
)
def test_no_other_file_is_served(client: TestClient, path: str) -> None:
    assert client.get(f"{ORIGIN}/{TOKEN}/{path}").status_code in {404, 405}


@pytest.mark.parametrize(
    "name",
    [
        "../secret.txt",
        "/etc/passwd",
        "..\\secret.txt",
        "article.txt\x00",
        "./article.txt",
        "sub/../article.txt",
        ".hidden.txt",
        "link.txt",
        "linked/secret.txt",
        "article.txt.annotations.toml",
        "",
        None,
        3,
        ["article.txt"],
    ],
)
def test_no_other_document_is_opened(ask: Asking, document: Path, name: object) -> None:
    secret = document.parents[1] / "secret.txt"
    secret.write_text("سر 40", "utf-8")
    (document.parent / ".hidden.txt").write_text("سر 40", "utf-8")
    (document.parent / "link.txt").symlink_to(secret)
    (document.parent / "linked").symlink_to(document.parents[1])
    for what in ("open", "version", "act", "build"):
        told = ask(what, 422, document=name, version="x", action={"kind": "undo"})
        assert told["error"]["type"] == "NotFoundError"
        assert "سر" not in json.dumps(told, ensure_ascii=False)


@pytest.mark.parametrize("content", [b"", b"[]", b"3", b"{", b"\xff", b"[" * 100_000, b'{"a":' * 100_000])
def test_what_is_no_json_object_is_refused(client: TestClient, content: bytes) -> None:
    answer = client.post("api/open", content=content, headers={"content-type": "application/json"})
    assert answer.status_code == 400


def test_what_is_too_large_is_refused(client: TestClient) -> None:
    answer = client.post("api/open", content=b" " * 1_000_001, headers={"content-type": "application/json"})
    assert answer.status_code == 413


@pytest.mark.parametrize("action", [None, 3, "undo"])
def test_no_change_is_told(ask: Asking, action: object) -> None:
    assert ask("act", 422, version=ask("open")["version"], action=action)["error"]["type"] == "NotFoundError"


def test_markup_in_a_text_or_a_name_stays_text(ask: Asking, document: Path) -> None:
    hostile = "<script>alert(1)</script> <img src=x onerror=alert(1)> "
    document.write_text(hostile + TEXT, "utf-8")
    opened = ask("open")
    assert opened["text"].startswith(hostile)
    row = {"id": "evil", "name": {"en": hostile, "ar": hostile}}
    assert ask("act", version=opened["version"], action={"kind": "define", "section": "agent", "row": row})


def test_a_text_that_no_utf_8_can_hold_is_answered(
    document: Path, ask: Asking, monkeypatch: pytest.MonkeyPatch
) -> None:
    def half(*_: object) -> dict[str, str]:
        return {"half": "\ud800"}

    monkeypatch.setattr("raqqa_data.annotate.sight.of_draft", half)
    assert ask("open")["half"] == "\ud800"


def test_a_socket_of_the_web_is_closed(client: TestClient) -> None:
    with pytest.raises(WebSocketDisconnect), client.websocket_connect(f"/{TOKEN}/"):
        pass


def test_only_requests_are_answered() -> None:
    async def never(*_: Any) -> Any:
        pytest.fail("was asked")

    alone(Guard(never, TOKEN, PORT)({"type": "lifespan"}, never, never))


def test_a_folder_has_documents_or_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="holds no document"):
        Folder(tmp_path, Drafting())
    with pytest.raises(FileError, match="cannot be read: No such file"):
        Folder(tmp_path / "absent.txt", Drafting())
    with pytest.raises(FileError, match="cannot be read"):
        Folder(Path("a\x00b"), Drafting())


def test_a_folder_within_a_folder_is_listed_and_odd_names_are_left_out(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / ".git").mkdir()
    for name in ("b/خبر.txt", ".git/a.txt", "a.html", "a.html.annotations.toml", "notes.toml"):
        (tmp_path / name).write_text("40", "utf-8")
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.txt")).write_text("40", "utf-8")
    folder = Folder(tmp_path, Drafting())
    assert folder.names() == ("a.html", "b/خبر.txt")
    assert folder.open("b/خبر.txt") is folder.open("b/خبر.txt")
    assert Folder(tmp_path / "a.html", Drafting()).names() == ("a.html",)


def test_what_holds_many_texts_is_named_of_a_folder_alone(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("rows.csv", "b/chat.JSON", "a.html"):
        (tmp_path / name).write_text("40", "utf-8")
    assert Folder(tmp_path, Drafting()).passed_over() == [os.path.join("b", "chat.JSON"), "rows.csv"]  # noqa: PTH118
    assert Folder(tmp_path / "a.html", Drafting()).passed_over() == []


CHAT = "12/03/2024, 08:15 - سامر: عندنا 3 جرحى\n13/03/2024, 08:17 - هدى: وصلت 5 سلال\n"


def test_a_chat_is_no_document_of_a_folder_unless_it_was_annotated_as_one(tmp_path: Path) -> None:
    for name, text in (("chat.TXT", CHAT), ("post.txt", "40"), ("notes.md", CHAT)):
        (tmp_path / name).write_text(text, "utf-8")
    folder = Folder(tmp_path, Drafting())
    assert (folder.names(), folder.passed_over()) == (("notes.md", "post.txt"), ["chat.TXT"])
    (tmp_path / "post.txt").write_text(CHAT, "utf-8")
    assert (folder.names(), folder.passed_over()) == (("notes.md",), ["chat.TXT", "post.txt"])
    (tmp_path / "chat.TXT.annotations.toml").write_text("", "utf-8")
    assert (folder.names(), folder.passed_over()) == (("chat.TXT", "notes.md"), ["post.txt"])
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    assert [*folder.foreign().values()] == [["photo.jpg"]]
    single = Folder(tmp_path / "post.txt", Drafting())
    assert (single.names(), single.passed_over(), single.foreign()) == (("post.txt",), [], {})


@pytest.mark.parametrize(
    ("names", "told"),
    [("a", "a.txt"), ("abc", "a.txt, b.txt, c.txt"), ("abcd", "a.txt, b.txt, c.txt, ...")],
)
def test_a_folder_of_chats_alone_says_what_makes_documents_of_them(tmp_path: Path, names: str, told: str) -> None:
    for name in names:
        (tmp_path / f"{name}.txt").write_text(CHAT, "utf-8")
    with pytest.raises(FileError, match=f"raqqa-data split makes documents of {re.escape(told)}$"):
        Folder(tmp_path, Drafting())


def test_names_that_no_letter_tells_apart_get_ids_of_their_own() -> None:
    ids = ids_of(["a b.txt", "a-b.txt", "c.txt", "—", "…"])
    assert ids["c.txt"] == "c"
    assert len({*ids.values()}) == 5
    assert all(re.fullmatch("a-b-txt-[0-9a-f]{8}", ids[name]) for name in ("a b.txt", "a-b.txt"))
    assert all(re.fullmatch("[0-9a-f]{8}", ids[name]) for name in "—…")
    assert ids == ids_of(reversed(ids))


def test_a_long_folder_is_cut(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("raqqa_data.annotate.folder.MOST", 2)
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text("40", "utf-8")
    assert Folder(tmp_path, Drafting()).names() == ("0.txt", "1.txt")


def test_it_listens_to_this_machine_alone() -> None:
    with server.listening() as bound:
        host, port = bound.getsockname()
        assert host == "127.0.0.1"
        assert server.address(bound, "t") == f"http://127.0.0.1:{port}/t/"
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(FileError, match="cannot be listened on"):
            server.listening(port)


def test_no_two_tokens_are_alike() -> None:
    assert len({server.new_token() for _ in range(100)}) == 100
    assert all(len(server.new_token()) == 32 for _ in range(10))
