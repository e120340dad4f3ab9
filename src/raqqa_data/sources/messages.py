"""Exported chats, one source for each message: Telegram's `result.json` and WhatsApp's text."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, cast

from raqqa_data.errors import SourceError
from raqqa_data.sources.encodings import decode
from raqqa_data.sources.source import Finding, Source, day
from raqqa_data.sources.vocabulary import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

TELEGRAM = "application/vnd.telegram.export+json"
WHATSAPP = "text/vnd.whatsapp.export"
DAY_FIRST, MONTH_FIRST = "date of the message, day first as given", "date of the message, month first as given"
_MARKS = re.compile("[\u200e\u200f\u202a-\u202c\u2066-\u2069\ufeff]")
_MESSAGE = re.compile(
    r"^\[?(\d{1,4})[/.\-](\d{1,2})[/.\-](\d{2,4})[,،]?\s+\d{1,2}:\d{2}(?::\d{2})?(?:\s*[APap]\.?[Mm]\.?|\s*[صم])?\]?\s*(?:[-–]\s*)?"
    r"([^:\n]{1,80}?):\s(.*)$"
)
_NOTICE = re.compile(r"^\[?\d{1,4}[/.\-]\d{1,2}[/.\-]\d{2,4}[,،]?\s+\d{1,2}:\d{2}")
_KEPT = ("reply_to_message_id", "edited", "views")
_LEFT_OUT = WORDS["left_out"]


def is_telegram(content: bytes) -> bool:
    """Whether JSON looks like Telegram's export."""
    head = content[:20_000]
    return head.lstrip()[:1] == b"{" and b'"messages"' in head and (b'"type"' in head or b'"date_unixtime"' in head)


def is_whatsapp(text: str) -> bool:
    """Whether a text looks like WhatsApp's export: most of its first lines that bear a date bear a sender too."""
    lines = [_MARKS.sub("", line) for line in text.split("\n")[:40]]
    dated = [line for line in lines if _NOTICE.match(line)]
    return len(dated) >= 2 and sum(bool(_MESSAGE.match(line)) for line in dated) * 2 >= len(dated)  # noqa: PLR2004


def read_telegram(content: bytes, name: str, sha256: str) -> Iterator[Source]:
    """Each message of a chat, in order; what the service itself says is left out.

    Raises:
        SourceError: It is no such export.
    """
    try:
        raw: Any = json.loads(content)
        messages = raw["messages"]
        chat = raw.get("name")
    except (ValueError, RecursionError, KeyError, TypeError, AttributeError) as error:
        raise SourceError(name, [("", f"is no export of a Telegram chat: {type(error).__name__}: {error}")]) from error
    if not isinstance(messages, list):
        raise SourceError(name, [("messages", "must be a list")])
    for index, message in enumerate(cast("list[object]", messages)):
        held = cast("dict[str, Any]", message) if isinstance(message, dict) else {}
        if held.get("type") != "message":
            continue
        text = _pieces(held.get("text"))
        if not text.strip():
            continue
        number = held.get("id", index)
        fields: dict[str, str] = {key: str(held[key]) for key in _KEPT if key in held}
        yield Source(
            name=f"{name}#{number}",
            text=text,
            sha256=sha256,
            media_type=TELEGRAM,
            publisher=chat if isinstance(chat, str) else None,
            published=day(sent[:10]) if isinstance(sent := held.get("date"), str) else None,
            published_from="date of the message",
            sender=_said(held.get("from")),
            conveyed_by=_said(held.get("forwarded_from")),
            fields=fields,
        )


def read_whatsapp(
    content: bytes, name: str, sha256: str, encoding: str | None = None, *, day_first: bool | None = None
) -> Iterator[Source]:
    """Each message of a chat, in order; notices and left-out media are passed over.

    Day and month are told apart by the whole file: where one of them is ever above 12, that is the day. Where that
    never shows, `day_first` decides; without it the date is left out and a finding says so.
    """
    decoded = decode(content, encoding)
    if decoded is None:
        raise SourceError(name, [("", "is no text: no encoding fits its bytes")])
    lines = decoded.text.replace("\r\n", "\n").split("\n")
    messages = list(_messages(lines))
    order, stated_in = _order([match for match, _ in messages]), "date of the message"
    if order is None and day_first is not None:
        order, stated_in = ("dmy", DAY_FIRST) if day_first else ("mdy", MONTH_FIRST)
    for number, (match, text) in enumerate(messages, 1):
        if text.strip():
            yield _whatsapp(match, text, f"{name}#{number}", sha256, order, stated_in)


def _messages(lines: Iterable[str]) -> Iterator[tuple[re.Match[str], str]]:
    """Each message's head and its text, which may run over several lines; notices belong to none."""
    head: re.Match[str] | None = None
    held: list[str] = []
    for line in lines:
        plain = _MARKS.sub("", line)
        match = _MESSAGE.match(plain)
        if match is None and _NOTICE.match(plain) is None:
            held.append(line)
            continue
        if head is not None:
            yield head, _without_media(held)
        head, held = match, [] if match is None else [match[5]]
    if head is not None:
        yield head, _without_media(held)


def _without_media(lines: Iterable[str]) -> str:
    text = "\n".join(lines).rstrip("\n")
    for sign in _LEFT_OUT:
        text = text.replace(sign, "")
    return text


def _whatsapp(match: re.Match[str], text: str, name: str, sha256: str, order: str | None, stated_in: str) -> Source:
    findings: tuple[Finding, ...] = ()
    published = None
    if order is None:
        told = f"{match[1]}/{match[2]}/{match[3]}: which is the day cannot be told; day_first= decides"
        findings = (Finding("date", told),)
    else:
        named = dict(zip(order, match.groups()[:3], strict=True))
        year = int(named["y"]) + (0 if len(named["y"]) > len("22") else 2000)
        published = day(f"{year:04d}-{int(named['m']):02d}-{int(named['d']):02d}")
    return Source(
        name=name,
        text=text,
        sha256=sha256,
        media_type=WHATSAPP,
        published=published,
        published_from=stated_in if published else None,
        sender=match[4].strip(),
        findings=findings,
    )


def _order(matches: list[re.Match[str]]) -> str | None:
    """In which order year, month and day stand, by all dates of the file."""
    first = [int(match[1]) for match in matches]
    second = [int(match[2]) for match in matches]
    if any(number > 31 for number in first):  # noqa: PLR2004 - a year
        return "ymd"
    if any(number > 12 for number in first):  # noqa: PLR2004 - no month
        return "dmy"
    return "mdy" if any(number > 12 for number in second) else None  # noqa: PLR2004


def _pieces(text: object) -> str:
    if isinstance(text, str):
        return text
    if not isinstance(text, list):
        return ""
    pieces = cast("list[str | dict[str, object]]", text)
    return "".join(piece if isinstance(piece, str) else str(piece.get("text", "")) for piece in pieces if piece)


def _said(value: object) -> str | None:
    return value if isinstance(value, str) and value.strip() else None
