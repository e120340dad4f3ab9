"""What `raqqa_data` takes from python-docx, which needs lxml; that is not to be had for a browser from a registry.

The archive of packages holds this module as `docx`. Which parts of a document are read, and how, is the library's own.
"""

from __future__ import annotations

import datetime as dt
import functools
import posixpath
import zipfile
from typing import IO
from xml.etree import ElementTree as ET

import attrs

__version__ = "stand-in"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
_CORE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_BODY = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}body"
_DC, _DCTERMS = "{http://purl.org/dc/elements/1.1/}", "{http://purl.org/dc/terms/}"


class Part:
    """One file of the package."""

    def __init__(self, packed: zipfile.ZipFile, name: str) -> None:
        self.partname = f"/{name}"
        self._packed = packed

    @functools.cached_property
    def element(self) -> ET.Element:
        """Its root element."""
        # the reader's own file, in the reader's own browser; expat itself bounds what entities grow to
        return ET.fromstring(self._packed.read(self.partname[1:]))  # noqa: S314

    @functools.cached_property
    def rels(self) -> dict[str, Relation]:
        """What it refers to, by its names for them."""
        folder, name = posixpath.split(self.partname)
        listed = f"{folder.strip('/')}/_rels/{name}.rels".lstrip("/")
        if listed not in self._packed.namelist():
            return {}
        found = Part(self._packed, listed).element.iter(_RELATIONS)
        return {
            one.attrib["Id"]: Relation(
                one.get("Type", ""),
                one.get("TargetMode") == "External",
                Part(self._packed, posixpath.normpath(posixpath.join(folder, one.attrib["Target"])).strip("/")),
            )
            for one in found
        }


@attrs.frozen
class Relation:
    """A part that another one refers to."""

    reltype: str
    is_external: bool
    target_part: Part


@attrs.frozen
class Story:
    """The document itself."""

    body: ET.Element


@attrs.frozen
class CoreProperties:
    """What the package says of itself."""

    title: str | None = None
    language: str | None = None
    created: dt.datetime | None = None


class Document:
    """A Word document, open for reading."""

    def __init__(self, file: IO[bytes]) -> None:
        package = Part(zipfile.ZipFile(file), "")
        self._about = package.rels
        self.part = next(one.target_part for one in self._about.values() if one.reltype == _OFFICE)
        body = self.part.element.find(_BODY)
        if body is None:
            raise ValueError("the document has no body")
        self.element = Story(body)

    @property
    def core_properties(self) -> CoreProperties:
        """Its title, language and day of making, as far as it states them."""
        stated = next((one.target_part.element for one in self._about.values() if one.reltype == _CORE), None)
        if stated is None:
            return CoreProperties()
        made = stated.findtext(f"{_DCTERMS}created")
        return CoreProperties(
            stated.findtext(f"{_DC}title"),
            stated.findtext(f"{_DC}language"),
            dt.datetime.fromisoformat(made) if made else None,
        )
