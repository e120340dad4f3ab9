"""Who may ask: only the page itself, in a browser on this machine, which knows the token of its address.

Whatever another page makes a browser send fails here. It does not know the token, which is the first part of every
path; no cookie speaks for it. A name that was turned to this machine (DNS rebinding) is another `Host`. A request from
another page has another `Origin`, or says `cross-site` itself.
"""

from __future__ import annotations

import json
import secrets
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, MutableMapping

    Scope = MutableMapping[str, Any]
    Message = MutableMapping[str, Any]
    Receive = Callable[[], Awaitable[Message]]
    Send = Callable[[Message], Awaitable[None]]
    App = Callable[[Scope, Receive, Send], Awaitable[None]]

HEADERS = {
    "content-security-policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types"
        " 'none'"
    ),
    "cache-control": "no-store",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
}
_READING = ("GET", "HEAD")
_OURS = ("same-origin", "none")
_JSON = "application/json"


class Guard:
    """Lets through what the page itself asks for, without the token, and refuses all else.

    Args:
        app: What answers.
        token: The first part of every path.
        port: Where the server listens.
    """

    def __init__(self, app: App, token: str, port: int) -> None:
        self._app = app
        self._prefix = f"/{token}/"
        self._hosts = (f"127.0.0.1:{port}", f"localhost:{port}")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            if scope["type"] == "websocket":
                await send({"type": "websocket.close", "code": 1008})
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                given = {name.decode("latin-1").lower() for name, _ in message["headers"]}
                more = [(name.encode(), value.encode()) for name, value in HEADERS.items() if name not in given]
                message = {**message, "headers": [*message["headers"], *more]}
            await send(message)

        if refusal := self._refusal(scope):
            await _refuse(with_headers, *refusal)
            return
        path = scope["path"][len(self._prefix) - 1 :]
        await self._app({**scope, "path": path, "raw_path": path.encode("utf-8", "replace")}, receive, with_headers)

    def _refusal(self, scope: Scope) -> tuple[int, str] | None:
        headers = [(name.decode("latin-1").lower(), value.decode("latin-1")) for name, value in scope["headers"]]
        hosts = [value for name, value in headers if name == "host"]
        if len(hosts) != 1 or hosts[0] not in self._hosts:
            return 421, "this server answers to 127.0.0.1 alone"
        path = scope["path"].encode("utf-8", "surrogatepass")
        prefix = self._prefix.encode()
        if not secrets.compare_digest(path[: len(prefix)], prefix):
            return 404, "there is nothing here; take the whole address that raqqa-data annotate printed"
        told = dict(headers)
        origin = told.get("origin")
        reading = scope["method"] in _READING
        if (origin is None and not reading) or (origin is not None and origin != f"http://{hosts[0]}"):
            return 403, "asked from another page"
        # a person who follows a link, or types the address, comes from elsewhere, and only reads the page itself
        if told.get("sec-fetch-site", "none") not in _OURS and not (
            reading and told.get("sec-fetch-mode") == "navigate" and path == prefix
        ):
            return 403, "asked from another page"
        if not reading and told.get("content-type", "").partition(";")[0].strip() != _JSON:
            return 415, f"send {_JSON}"
        return None


async def _refuse(send: Send, status: int, message: str) -> None:
    body = json.dumps({"error": {"type": "Refused", "message": message}}).encode()
    head = [(b"content-type", _JSON.encode()), (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": status, "headers": head})
    await send({"type": "http.response.body", "body": body})
