"""Files of Office as packed folders: what they hold, and whether they stay within bounds when unpacked."""

from __future__ import annotations

import io
import zipfile

MOST_UNPACKED = 200 * 2**20
"""Bytes that a document may unpack to."""
MOST_XML = 32 * 2**20
"""Bytes of these that may be XML: each may take thirty in memory."""


def packed_fault(content: bytes, what: str) -> str | None:
    """What is wrong with a packed file before any of it is read; None where nothing is.

    Args:
        content: The file's bytes.
        what: What it should be, as a person calls it.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            entries = packed.infolist()
    except Exception as error:  # noqa: BLE001 - zipfile raises several of its own, and struct's
        return f"is no {what}: {error}"
    size = sum(entry.file_size for entry in entries)
    xml = sum(entry.file_size for entry in entries if entry.filename.lower().endswith((".xml", ".rels")))
    if size > MOST_UNPACKED:
        return f"would unpack to {size:,} bytes"
    return f"would unpack to {xml:,} bytes of XML" if xml > MOST_XML else None


def holds_folder(content: bytes, folder: str) -> bool:
    """Whether a packed file has a folder, such as `xl/` of a spreadsheet; what cannot be unpacked has none."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            return any(name.startswith(folder) for name in packed.namelist())
    except Exception:  # noqa: BLE001 - as above
        return False
