"""Other programs within bounds."""

from __future__ import annotations

import shutil
import sys

import pytest

from raqqa_data.sources import open_source
from raqqa_data.sources.bounded import Done, run_bounded
from tests.processes import needs_processes

pytestmark = needs_processes
needs_poppler = pytest.mark.skipif(
    shutil.which("pdftotext") is None, reason="pdftotext is not installed: apt-get install poppler-utils"
)


def ran(script: str, content: bytes = b"", *, seconds: float = 60, output: int = 1000) -> Done | None:
    command = [sys.executable, "-I", "-c", script]
    return run_bounded(command, content, seconds=seconds, memory=2**29, output=output)


def test_what_goes_in_and_comes_out() -> None:
    script = "import sys; sys.stdout.write(sys.stdin.read()[::-1]); sys.stderr.write('told'); sys.exit(3)"
    assert ran(script, b"300") == Done(3, b"003", b"told")


def test_one_that_hangs_is_ended() -> None:
    assert ran("import time; time.sleep(600)", seconds=0.2) is None


def test_one_that_writes_without_end_is_ended() -> None:
    done = ran("while True: print('5' * 9999)", output=50_000)
    assert done is not None
    assert len(done.output) == 50_001


@pytest.mark.skipif(sys.platform != "linux", reason="the system cannot bound the memory of a running process")
def test_one_that_takes_memory_without_end_is_refused_it() -> None:
    done = ran("import sys; sys.stdin.read(); held = 'x' * 2**31")
    assert done is not None
    assert done.code != 0
    assert b"MemoryError" in done.told


def test_what_is_no_program_is_told() -> None:
    with pytest.raises(FileNotFoundError):
        run_bounded(["/nowhere/at/all"], b"", seconds=1, memory=2**29, output=1)


@needs_poppler
def test_a_page_that_draws_itself_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """Forms that each draw the next one ten times: a few bytes that become a thousand million words."""
    from tests.sources.files import written

    font = b"/Font << /F1 3 0 R >>"
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [4 0 R] /Count 1 >>"]
    objects.append(b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    page = b"/Contents 5 0 R /Resources << /XObject << /X 6 0 R >> >>"
    objects.append(b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] %s >>" % page)
    drawn = b"1 0 0 1 0 -1 cm /X Do " * 10
    objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn))
    for number in range(6, 15):
        last = number == 14
        held = b"BT /F1 9 Tf 50 700 Td (300 trees) Tj ET" if last else drawn
        resources = b"/Resources << %s >>" % (font if last else b"/XObject << /X %d 0 R >>" % (number + 1))
        form = b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] %s /Length %d" % (resources, len(held))
        objects.append(b"<< %s >>\nstream\n%s\nendstream" % (form, held))
    monkeypatch.setattr("raqqa_data.sources.pdf.SECONDS", 1)
    source = open_source(written(objects))
    assert (source.text, [finding.kind for finding in source.findings]) == ("", ["damaged"])
