"""What the page asks for and is told, whoever carries it: a server, or a script beside the page."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, cast

from raqqa_data.annotate.worksheet import StaleError
from raqqa_data.errors import FileError, NotFoundError, RaqqaDataError

if TYPE_CHECKING:
    from raqqa_data.annotate.worksheet import Worksheet


class Documents(Protocol):
    """The documents that a person may open."""

    @property
    def single(self) -> bool:
        """Whether there is but one, and never another."""
        ...

    def listed(self) -> list[dict[str, object]]:
        """What a person sees of each before opening it."""
        ...

    def open(self, name: object) -> Worksheet:
        """The worksheet of one of them."""
        ...


Work = Callable[[Documents, Mapping[str, Any]], object]


class Answer(NamedTuple):
    """What the page is told, and how it went, by a status of HTTP."""

    status: int
    content: object

    def as_json(self) -> str:
        """What it is told, as JSON."""
        return json.dumps(self.content, ensure_ascii=False)


def answer(work: Work, documents: Documents, asked: Mapping[str, Any]) -> Answer:
    """Do what the page asks for.

    Args:
        work: What that is, such as one of `ASKED`.
        documents: What the page may open.
        asked: The document's name, the version that the person saw, and what else the work needs.
    """
    try:
        return Answer(200, work(documents, asked))
    except StaleError:
        return refused(409, "StaleError", "the annotation file was changed meanwhile; nothing was saved")
    except RaqqaDataError as error:
        problems = error.problems if isinstance(error, FileError) else ()
        return refused(422, type(error).__name__, str(error), [problem._asdict() for problem in problems])


def refused(status: int, kind: str, message: str, problems: list[dict[str, str]] | None = None) -> Answer:
    """An answer that tells why there is none."""
    return Answer(status, {"error": {"type": kind, "message": message, "problems": problems or []}})


def _sheet(documents: Documents, asked: Mapping[str, Any]) -> Worksheet:
    return documents.open(asked.get("document"))


def _act(documents: Documents, asked: Mapping[str, Any]) -> object:
    sheet, action = _sheet(documents, asked), asked.get("action")
    if not isinstance(action, dict):
        raise NotFoundError("change", action, ())
    return sheet.act(asked.get("version"), cast("dict[str, Any]", action))


ASKED: Mapping[str, Work] = {
    "documents": lambda documents, _: {"single": documents.single, "documents": documents.listed()},
    "open": lambda documents, asked: _sheet(documents, asked).open(),
    "version": lambda documents, asked: {
        "version": _sheet(documents, asked).version(),
        "listed": _sheet(documents, asked).listed(),
    },
    "act": _act,
    "build": lambda documents, asked: _sheet(documents, asked).build(asked.get("version")),
}
