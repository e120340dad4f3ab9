"""What all tests share: examples that run, Hypothesis profiles, and the source article where it is at hand.

Sybil runs every example of the README, the docs and the docstrings, and compares what it prints. All of them use the
installed package: neither `src` nor a second copy of a module is ever imported.
"""

from __future__ import annotations

import contextlib
import doctest
import os
import subprocess
import sysconfig
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from sybil import Document, Example, Region, Sybil
from sybil.evaluators.doctest import OutputChecker
from sybil.evaluators.python import PythonEvaluator
from sybil.parsers.markdown import CodeBlockParser, PythonCodeBlockParser, SkipParser
from sybil.parsers.rest import DocTestParser
from sybil.sybil import SybilCollection

if TYPE_CHECKING:
    from collections.abc import Iterable

ROOT = Path(__file__).parent
COMMAND = "raqqa-data"
FLAGS = doctest.ELLIPSIS

# Nothing that is tested may depend on how fast a machine is; in the gate nothing on chance either.
settings.register_profile("dev", max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile(
    "ci", settings.get_profile("dev"), max_examples=100, derandomize=True, database=None, print_blob=True
)
# what the gate has tried by `ci`, tried again as compiled and on another Python
settings.register_profile("again", settings.get_profile("ci"), max_examples=25)
settings.register_profile("nightly", settings.get_profile("dev"), max_examples=2000, print_blob=True)
settings.register_profile("mutants", settings.get_profile("ci"), phases=[Phase.explicit, Phase.generate])
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE") or ("ci" if os.environ.get("CI") else "dev"))


class ConsoleParser(CodeBlockParser):
    """Runs a `console` block whose first line has our own command, and compares the output of each command in it.

    A block that begins with another command (pip, say) is for the reader alone.
    """

    def __init__(self) -> None:
        super().__init__("console", self.run)

    def __call__(self, document: Document) -> Iterable[Region]:
        """Yield the blocks to run."""
        return (region for region in super().__call__(document) if COMMAND in region.parsed.partition("\n")[0])

    def run(self, example: Example) -> str:
        """Run the commands of one block; the text returned says what differs."""
        environ = os.environ | {
            "PATH": os.pathsep.join([sysconfig.get_path("scripts"), os.environ.get("PATH", os.defpath)]),
            "COLUMNS": "100",
            "NO_COLOR": "1",
            "PYTHONUTF8": "1",
        }
        for part in f"\n{example.parsed}".split("\n$ ")[1:]:
            command, _, want = part.partition("\n")
            want = want and f"{want.rstrip()}\n"
            got = subprocess.run(  # noqa: S602 - the docs' own commands, as a reader's shell takes them
                command,
                shell=True,
                check=False,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                encoding="utf-8",
                env=environ,
            ).stdout
            got = got and f"{got.rstrip()}\n"
            checker = OutputChecker()
            if not checker.check_output(want, got, FLAGS):
                difference = checker.output_difference(doctest.Example(command, want), got, FLAGS)
                return f"$ {command}\n{difference}"
        return ""


def enter_folder(namespace: dict[str, Any]) -> None:
    """Run the examples of one page in an empty folder, which goes when the page is done."""
    stack = namespace["_folder"] = contextlib.ExitStack()
    folder = stack.enter_context(tempfile.TemporaryDirectory())
    Path(folder, "examples").symlink_to(ROOT / "examples")  # pages read them as from the checkout
    stack.enter_context(contextlib.chdir(folder))


def leave_folder(namespace: dict[str, Any]) -> None:
    """Go back to where the page's examples began."""
    namespace["_folder"].close()


def pages(path: str, pattern: str) -> Sybil:
    """Examples in Markdown."""
    python = PythonCodeBlockParser(doctest_optionflags=FLAGS)
    pycon = PythonCodeBlockParser(doctest_optionflags=FLAGS)
    pycon.codeblock_parser = CodeBlockParser("pycon", PythonEvaluator())
    return Sybil(
        path=path,
        pattern=pattern,
        parsers=[python, pycon, ConsoleParser(), SkipParser()],
        setup=enter_folder,
        teardown=leave_folder,
    )


pytest_collect_file = SybilCollection(
    [
        pages(".", "README.md"),
        pages("docs", "*.md"),
        Sybil(path="src", pattern="*.py", parsers=[DocTestParser(FLAGS)]),
    ],
).pytest()


@pytest.fixture(scope="session")
def document_text() -> str:
    """The source article, which is not ours to ship."""
    named = os.environ.get("RAQQA_DATA_DOCUMENT")
    path = Path(named) if named else ROOT.parent / "shared" / "document" / "raqqa-2022.ar.txt"
    if not named and not path.exists():
        pytest.skip("the source article is not at hand: RAQQA_DATA_DOCUMENT is unset")
    return path.read_bytes().decode("utf-8")
