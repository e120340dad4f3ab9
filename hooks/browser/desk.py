"""The documents of one visit, in a tab's memory, and what the page that confirms a draft is told of them."""

from __future__ import annotations

import itertools
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import raqqa_data as rd
from hooks.browser.documents import Markup, of_page, opened
from raqqa_data.annotate import Folder
from raqqa_data.annotate.answers import ASKED, answer
from raqqa_data.annotate.worksheet import ANNOTATIONS, CATALOGUE, Drafting
from raqqa_data.building.documents import sha256_of
from raqqa_data.catalogue.construction import is_table
from raqqa_data.errors import AnnotationError, FileError, NotFoundError
from raqqa_data.sources.files import read_utf8
from raqqa_data.sources.toml import parse_toml

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from raqqa_data.annotate import Worksheet

PASTED = "text.txt"
_KEPT = (".txt", ".text", ".md", ".markdown", ".docx")
_ANNOTATED = ".toml"
_FORMS = {"toml": ANNOTATIONS, "json": CATALOGUE, "csv": ".observations.csv"}


class Desk:
    """What was pasted and dropped, each in a folder of its own; the answers are those of the server.

    Args:
        root: Where they lie.
    """

    single = False

    def __init__(self, root: str = "/desk") -> None:
        self._root = Path(root)
        self._folders: dict[str, Folder] = {}

    def listed(self) -> list[dict[str, object]]:
        """Each with what is left to do."""
        return [told for folder in self._folders.values() for told in folder.listed()]

    def open(self, name: object) -> Worksheet:
        """The worksheet of one of them.

        Raises:
            NotFoundError: There is none of that name.
        """
        if not isinstance(name, str) or name not in self._folders:
            raise NotFoundError("document", name, self._folders)
        return self._folders[name].open(name)

    def answer(self, what: str, asked: str, content: bytes | None = None) -> str:
        """What the page asks for, besides what it asks the server: to `add` a document and to `take` a file of it.

        Args:
            what: What it asks for.
            asked: What that needs, as JSON.
            content: The bytes of a dropped file.
        """
        work = {**ASKED, "add": self._add, "take": self._take}[what]
        given = {**json.loads(asked), "content": None if content is None else bytes(content)}
        answered = answer(work, self, given)
        return json.dumps({"ok": answered.status == 200, "told": answered.content})  # noqa: PLR2004 - of HTTP

    def _add(self, _: object, asked: Mapping[str, Any]) -> object:
        """Take in a pasted text, a dropped file, or the main text of a web page."""
        reference = rd.Period(asked["reference"]) if asked.get("reference") else None
        name = asked.get("name") or PASTED
        if name.lower().endswith(_ANNOTATED):
            return {"name": self._restored(name, asked["content"])}
        if asked["content"] is not None:
            found = opened(name, asked["content"])
            if isinstance(found, Markup):
                return found._asdict()
            content = asked["content"]
        else:
            text = asked["text"]
            content = text.encode("utf-8", "surrogatepass")
            page = of_page(name, text, asked["stated"]) if "stated" in asked else opened(name, content)
            reference = reference or getattr(page, "published", None)
        return {"name": self._kept(name, content, reference)}

    def _restored(self, name: str, content: bytes) -> str:
        """The document of which annotations are given back, which it has from now on."""
        try:
            toml = content.decode("utf-8")
        except UnicodeDecodeError as error:
            raise AnnotationError(name, [("", f"is not UTF-8: byte {error.start}: {error.reason}")]) from error
        head: object = parse_toml(toml, name, AnnotationError).get("document")
        of = head.get("sha256") if is_table(head) else None
        for document in reversed(self._folders):
            sheet = self.open(document)
            if sha256_of(rd.open_source(sheet.document).text) == of:
                Path(sheet.annotations).write_text(toml, "utf-8")
                return document
        problem = "is that of no text which is open here: open the text that it is of, then this file"
        raise AnnotationError(name, [("document.sha256", problem)])

    def _kept(self, given: str, content: bytes, reference: rd.Period | None) -> str:
        stem, ending = Path(given).stem.lstrip("."), Path(given).suffix
        ending = ending if ending.lower() in _KEPT else ".txt"
        name = next(one for one in _names(stem or "text", ending) if one not in self._folders)
        folder = self._root / str(len(self._folders))
        folder.mkdir(parents=True)
        path = folder / name
        path.write_bytes(content)
        self._folders[name] = Folder(path, Drafting(reference=reference))
        return name

    def _take(self, _: object, asked: Mapping[str, Any]) -> object:
        """A file of a document: its annotations, or its dataset as it was built."""
        sheet, form = self.open(asked.get("document")), asked.get("form")
        if form not in _FORMS:
            raise NotFoundError("form", form, _FORMS)
        path = Path(f"{sheet.document}{_FORMS[form]}")
        if form == "csv":
            rd.write(rd.load(sheet.catalogue).observations, path)
        return {"name": path.name, "content": read_utf8(path, FileError)}


def _names(stem: str, ending: str) -> Iterator[str]:
    yield f"{stem}{ending}"
    yield from (f"{stem}-{number}{ending}" for number in itertools.count(2))
