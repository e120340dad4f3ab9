"""The small server: the page's own files, and the few things that the page asks for."""

from __future__ import annotations

import json
import secrets
import socket
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from raqqa_data.annotate.guard import Guard
from raqqa_data.annotate.worksheet import StaleError
from raqqa_data.errors import FileError, NotFoundError, RaqqaDataError, optional_module

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from starlette.requests import Request
    from starlette.responses import Response

    from raqqa_data.annotate.folder import Folder
    from raqqa_data.annotate.guard import App
    from raqqa_data.annotate.worksheet import Worksheet

_PAGE = Path(__file__).with_name("page")
FILES = {
    "": ("index.html", "text/html"),
    "annotate.css": ("annotate.css", "text/css"),
    "icon.svg": ("icon.svg", "image/svg+xml"),
    **{
        f"{name}.js": (f"{name}.js", "text/javascript")
        for name in ("about", "annotate", "card", "form", "list", "marks", "words")
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

    def as_json(content: object, status: int = 200) -> Response:
        body = json.dumps(content, ensure_ascii=False).encode("utf-8", "backslashreplace")
        return cast("Response", answers.Response(body, status, media_type="application/json"))

    def file(name: str, kind: str) -> Callable[[Request], Response]:
        return lambda _: cast("Response", answers.Response(_PAGE.joinpath(name).read_bytes(), media_type=kind))

    def listed(_: Request) -> Response:
        return as_json({"single": folder.single, "documents": folder.listed()})

    async def missing(_: Request, __: Exception) -> Response:
        return as_json(_told("Refused", "there is nothing here"), 404)

    def doing(work: Callable[[Mapping[str, Any]], object]) -> Callable[[Request], Any]:
        concurrency = optional_module("starlette.concurrency", _EXTRA)

        async def answer(request: Request) -> Response:
            try:
                asked = await _body(request)
                return as_json(await concurrency.run_in_threadpool(work, asked))
            except StaleError:
                return as_json(_told("StaleError", "the annotation file was changed meanwhile; nothing was saved"), 409)
            except _RefusedError as error:
                return as_json(_told("Refused", str(error)), error.status)
            except RaqqaDataError as error:
                return as_json(_told(type(error).__name__, str(error), error), 422)

        return answer

    def sheet(asked: Mapping[str, Any]) -> Worksheet:
        return folder.open(asked.get("document"))

    answered: dict[str, Callable[[Mapping[str, Any]], object]] = {
        "open": lambda asked: sheet(asked).open(),
        "version": lambda asked: {"version": sheet(asked).version()},
        "act": lambda asked: sheet(asked).act(asked.get("version"), _action(asked)),
        "build": lambda asked: sheet(asked).build(asked.get("version")),
    }
    inner = starlette.Starlette(
        routes=[
            *(routing.Route(f"/{path}", file(name, kind)) for path, (name, kind) in FILES.items()),
            routing.Route("/api/documents", listed),
            *(routing.Route(f"/api/{name}", doing(work), methods=["POST"]) for name, work in answered.items()),
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


def _action(asked: Mapping[str, Any]) -> Mapping[str, Any]:
    action: object = asked.get("action")
    if not isinstance(action, dict):
        raise NotFoundError("change", action, ())
    return cast("dict[str, Any]", action)


def _told(kind: str, message: str, error: RaqqaDataError | None = None) -> dict[str, object]:
    problems = [problem._asdict() for problem in error.problems] if isinstance(error, FileError) else []
    return {"error": {"type": kind, "message": message, "problems": problems}}
