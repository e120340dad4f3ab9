"""Every example of the generated pages runs and prints what it says; those of written pages run with the other docs."""

from __future__ import annotations

import doctest
import re

import pytest

from hooks import blocks, examples, generated
from hooks.words import LANGS, Lang

pytestmark = pytest.mark.site
PYCON = re.compile(r"```pycon\n(.*?)```", re.DOTALL)
CONSOLE = re.compile(r"```console\n\$ (raqqa-data[^\n]*)\n(.*?)```", re.DOTALL)
PAGES = {(lang, name): text for lang in LANGS for name, text in generated.pages(lang).items()}


@pytest.mark.parametrize("page", sorted(PAGES), ids="/".join)
def test_examples_of_a_generated_page(page: tuple[Lang, str]) -> None:
    found = PYCON.findall(PAGES[page])
    assert found
    names: dict[str, object] = {}
    told: list[str] = []
    for block in found:
        test = doctest.DocTestParser().get_doctest(block, names, page[1], None, None)
        runner = doctest.DocTestRunner(verbose=False)
        runner.run(test, out=told.append, clear_globs=False)
        names = test.globs
    assert "".join(told) == ""


@pytest.mark.parametrize("lang", LANGS)
def test_blocks_can_be_filled(lang: str) -> None:
    for name, make in blocks.BLOCKS.items():
        assert make("en" if lang == "en" else "ar"), name


def test_an_example_shows_what_it_prints() -> None:
    assert examples.ran(["1 + 1"]) == "```pycon\n>>> 1 + 1\n2\n\n```"


def test_a_command_shows_what_it_prints() -> None:
    shown = examples.shell("raqqa-data total --part-of prison_attack.killed")
    assert "124 + 7 + 50 = 181" in shown
