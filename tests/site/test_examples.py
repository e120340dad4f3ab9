"""Every example of the generated pages runs and prints what it says; those of written pages run with the other docs."""

from __future__ import annotations

import doctest
import importlib
import re
import tomllib

import pytest

import raqqa_data as rd
from hooks import blocks, examples, generated, reference
from hooks.words import LANGS, Lang
from tests.site.conftest import ROOT

pytestmark = pytest.mark.site
PYCON = re.compile(r"```pycon\n(.*?)```", re.DOTALL)
BIBTEX = re.compile(r"```bibtex\n(.*?)\n```", re.DOTALL)
RUN = {"pycon", "python", "console"}  # by the examples' own parsers, in all docs
HOOKS = sorted(path.stem for path in (ROOT / "hooks").glob("*.py"))
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


@pytest.mark.parametrize("page", sorted(PAGES), ids="/".join)
def test_nothing_else_on_a_generated_page_is_left_unchecked(page: tuple[Lang, str]) -> None:
    lang, name = page
    record = rd.observations[name.removeprefix("data/").removesuffix(".md").replace("/", ".")]
    assert BIBTEX.findall(PAGES[page]) == [record.cite("bibtex", language=lang)]
    assert set(re.findall(r"^```(\w+)", PAGES[page], re.MULTILINE)) == {"pycon", "bibtex"}


def blocks_of(kind: str) -> list[tuple[str, str]]:
    """Each block of the written pages in that language, with its page."""
    fence = re.compile(rf"^ *```{kind}\n(.*?)^ *```", re.DOTALL | re.MULTILINE)
    pages = sorted((ROOT / "docs").rglob("*.md"))
    return [(path.stem, block) for path in pages for block in fence.findall(path.read_text("utf-8"))]


def test_every_kind_of_block_is_checked() -> None:
    text = "\n".join(path.read_text("utf-8") for path in (ROOT / "docs").rglob("*.md"))
    assert set(re.findall(r"^ *```(\w+)", text, re.MULTILINE)) == RUN | {"toml", "sh"}


def test_lines_for_a_shell_name_extras_and_commands_that_exist() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    named: dict[str, set[str]] = {"pip": set(), "raqqa-data": set()}
    commands = {name for name, _ in reference.each_command()}
    for _, block in blocks_of("sh"):
        for line in block.splitlines():
            program, command, *rest = line.split()
            command = command if command in commands else " ".join([command, *rest[:1]])
            extras = re.findall(r"^pip install 'raqqa_data\[([\w,]+)\]'$", line)
            named[program] |= set(extras[0].split(",")) if program == "pip" else {command}
    assert named["pip"]
    assert named["pip"] <= set(project["optional-dependencies"])
    assert named["raqqa-data"] <= commands


def test_settings_shown_are_those_of_the_files() -> None:
    notes = tomllib.loads((ROOT / "examples/olive_valley/annotations.toml").read_text("utf-8"))
    words = tomllib.loads((ROOT / "src/raqqa_data/reading/words/vocabulary/qualifiers.toml").read_text("utf-8"))
    for page, block in blocks_of("toml"):
        shown = tomllib.loads(block)
        if page == "own-document":
            assert all(row in notes[kind] for kind, rows in shown.items() for row in rows)
        elif page == "new-word":
            assert set(shown["nearly"]["before"]) <= set(words["nearly"]["before"])
        elif page == "drafts":
            assert rd.draft("قالت جسر إن 12 شخصا عادوا.", known=block).proposals[0].answer == "returned"
        else:
            assert [rd.__version__ >= word.partition(">=")[2] for word in shown["project"]["dependencies"]] == [True]


@pytest.mark.parametrize("name", HOOKS)
def test_examples_of_the_hooks(name: str) -> None:
    if name in {"site", "docstrings"}:  # they ask for MkDocs, and hold no example
        pytest.importorskip("mkdocs")
    assert doctest.testmod(importlib.import_module(f"hooks.{name}")).failed == 0


@pytest.mark.parametrize("lang", LANGS)
def test_blocks_can_be_filled(lang: str) -> None:
    for name, make in blocks.BLOCKS.items():
        assert make("en" if lang == "en" else "ar"), name


def test_an_example_shows_what_it_prints() -> None:
    assert examples.ran(["1 + 1"]) == "```pycon\n>>> 1 + 1\n2\n\n```"


def test_a_command_shows_what_it_prints() -> None:
    shown = examples.shell("raqqa-data total --part-of prison_attack.killed")
    assert "124 + 7 + 50 = 181" in shown
