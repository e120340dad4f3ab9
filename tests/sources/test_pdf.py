"""What is told of a PDF that is not read."""

from __future__ import annotations

import pytest

from raqqa_data.sources import open_source
from raqqa_data.sources.bounded import Done
from tests.processes import needs_processes
from tests.sources.test_opening import needs_poppler


@needs_processes
@needs_poppler
@pytest.mark.parametrize(
    ("said", "told"),
    [
        (b"", "is damaged, or cut short: pdftotext ended with 3"),
        (b"Syntax Error: odd\nand more", "is damaged, or cut short: Syntax Error: odd"),
        (b"Command Line Error: Incorrect password", "is encrypted: open it with its password"),
        (b"Error: odd\nUnsupported: Encrypted by others", "is encrypted: open it with its password"),
    ],
)
def test_what_pdftotext_says_of_a_file_that_it_does_not_read(
    said: bytes, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failed(*_: object, **__: object) -> Done:
        return Done(3, b"", said)

    monkeypatch.setattr("raqqa_data.sources.pdf.run_bounded", failed)
    assert str(open_source(b"%PDF-1.4\n").findings[0]).startswith(told)
