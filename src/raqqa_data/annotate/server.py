"""The small server: the page's own files, and the few things that the page asks for."""

from __future__ import annotations

import json
import secrets
import socket
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from raqqa_data.annotate.answers import ASKED, answer, refused
from raqqa_data.annotate.guard import Guard
from raqqa_data.errors import FileError, optional_module

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.requests import Request
    from starlette.responses import Response

    from raqqa_data.annotate.answers import Answer, Work
    from raqqa_data.annotate.folder import Folder
    from raqqa_data.annotate.guard import App

_PAGE = Path(__file__).with_name("page")
FILES = {
    "": ("index.html", "text/html"),
    "annotate.css": ("annotate.css", "text/css"),
    "icon.svg": ("icon.svg", "image/svg+xml"),
    **{
        f"{name}.js": (f"{name}.js", "text/javascript")
        for name in ("about", "annotate", "card", "form", "list", "marks", "send", "words")
    },
}
"""What the page is made of, by the path that asks for it: no other file is ever read for an answer."""
_LARGEST = 1_000_000
_EXTRA = "annotate"
LOOPBACK = "127.0.0.1"


class _RefusedError(Exception):
    def __init__(self, status: int, message: str) -> None:
        self.status = status
        super().__init__(message)


def application(folder: Folder, token: str, port: int) -> App:
    """The server as an ASGI application.

    Args:
        folder: The documents that it serves.
        token: What its address begins with.
        port: Where it listens.

    Raises:
        MissingExtraError: starlette is not installed.
    """
    starlette = optional_module("starlette.applications", _EXTRA)
    routing = optional_module("starlette.routing", _EXTRA)
    answers = optional_module("starlette.responses", _EXTRA)

    def told(given: Answer) -> Response:
        body = given.as_json().encode("utf-8", "backslashreplace")
        return cast("Response", answers.Response(body, given.status, media_type="application/json"))

    def file(name: str, kind: str) -> Callable[[Request], Response]:
        return lambda _: cast("Response", answers.Response(_PAGE.joinpath(name).read_bytes(), media_type=kind))

    async def missing(_: Request, __: Exception) -> Response:
        return told(refused(404, "Refused", "there is nothing here"))

    def listed(_: Request) -> Response:
        return told(answer(ASKED["documents"], folder, {}))

    def doing(work: Work) -> Callable[[Request], Any]:
        concurrency = optional_module("starlette.concurrency", _EXTRA)

        async def answering(request: Request) -> Response:
            try:
                asked = await _body(request)
            except _RefusedError as error:
                return told(refused(error.status, "Refused", str(error)))
            return told(await concurrency.run_in_threadpool(answer, work, folder, asked))

        return answering

    inner = starlette.Starlette(
        routes=[
            *(routing.Route(f"/{path}", file(name, kind)) for path, (name, kind) in FILES.items()),
            routing.Route("/api/documents", listed),
            *(
                routing.Route(f"/api/{name}", doing(work), methods=["POST"])
                for name, work in ASKED.items()
                if name != "documents"
            ),
        ],
        exception_handlers={404: missing, 405: missing},
    )
    return Guard(inner, token, port)


def listening(port: int = 0) -> socket.socket:
    """A socket on this machine's own address, which no other machine reaches.

    Raises:
        FileError: The port is taken.
    """
    bound = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        bound.bind((LOOPBACK, port))
        bound.listen()
    except (OSError, OverflowError) as error:
        bound.close()
        reason = getattr(error, "strerror", None) or error
        raise FileError(
            f"{LOOPBACK}:{port}", [("", f"cannot be listened on: {reason}; give another --port")]
        ) from error
    return bound


def serve(folder: Folder, bound: socket.socket, token: str) -> None:
    """Answer until interrupted.

    Args:
        folder: The documents that are served.
        bound: Where, as `listening` made it.
        token: What the address begins with, as `new_token` made it.

    Raises:
        MissingExtraError: starlette or uvicorn is not installed.
    """
    uvicorn = optional_module("uvicorn", _EXTRA)
    config = uvicorn.Config(
        application(folder, token, bound.getsockname()[1]),
        log_level="critical",
        access_log=False,  # the token stands in every path
        lifespan="off",
        ws="none",
        http="h11",
        server_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=2,
    )
    uvicorn.Server(config).run(sockets=[bound])


def new_token() -> str:
    """A token that nobody guesses."""
    return secrets.token_urlsafe(24)


def address(bound: socket.socket, token: str) -> str:
    """What a person opens."""
    return f"http://{LOOPBACK}:{bound.getsockname()[1]}/{token}/"


async def _body(request: Request) -> dict[str, Any]:
    content = b""
    async for chunk in request.stream():
        content += chunk
        if len(content) > _LARGEST:
            raise _RefusedError(413, f"is larger than {_LARGEST:,} bytes")
    try:
        asked: object = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise _RefusedError(400, f"is not JSON: {error}") from error
    if not isinstance(asked, dict):
        raise _RefusedError(400, "is no JSON object")
    return cast("dict[str, Any]", asked)
