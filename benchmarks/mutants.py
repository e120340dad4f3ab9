"""How many small faults the tests catch: seeded mutants of each package, each run against the tests that mirror it.

The examples in the docstrings of the module that is changed are tests too.

    python -m benchmarks mutants --seed 7 --count 40 reading

A mutant changes one comparison, connective, sign, number, truth value or result of one function. Survivors are printed
with what was changed, for a person to judge: some change no behaviour, each other one is a test that is missing.
"""

from __future__ import annotations

import argparse
import ast
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue
from typing import TYPE_CHECKING, NamedTuple, cast

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ROOT = Path(__file__).resolve().parents[1]
SOURCE = Path("src") / "raqqa_data"
CPU_LIMIT = 600  # seconds of computing, whatever else the machine does; a mutant that never ends is killed too
TIME_LIMIT = 3600  # seconds; one that waits for ever as well
ALL_PASSED = 0
NAMED_AFTER = 100  # the tests that are named as a module is go before those that name more of it

_RUN = (
    "import importlib, sys, pytest; [*map(importlib.import_module, sys.argv[1].split())]; "
    "sys.exit(pytest.main(sys.argv[2:]))"
)
"""Runs tests with the modules of examples imported before: pytest would import the files they are in, no copy."""

_OTHER: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
_SIGNS: dict[type[ast.operator], type[ast.operator]] = {ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Add}
_NOT_RUN = ("annotation", "returns", "type_params", "decorator_list")


class Mutant(NamedTuple):
    """One change of one file.

    Attributes:
        path: The file, below the root.
        line: Where the change begins.
        start: Its first byte.
        end: The byte after it.
        before: What stands there.
        after: What the mutant has there.
    """

    path: Path
    line: int
    start: int
    end: int
    before: str
    after: str

    def __str__(self) -> str:
        """The place and the change in one line."""
        before, after = (" ".join(text.split()) for text in (self.before, self.after))
        return f"{self.path.relative_to(SOURCE)}:{self.line}: {before}  ->  {after}"


def mutants_of(path: Path) -> Iterator[Mutant]:
    """Every mutant of a file."""
    source = (ROOT / path).read_bytes()
    starts = [0]
    for line in source.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    for node, after in _changes(ast.parse(source)):
        start = starts[node.lineno - 1] + node.col_offset
        end = starts[(node.end_lineno or node.lineno) - 1] + (node.end_col_offset or 0)
        before = source[start:end].decode()
        if ast.unparse(ast.parse(before.strip() if isinstance(node, ast.stmt) else f"({before})")) != after:
            yield Mutant(path, node.lineno, start, end, before, after)


def _changes(tree: ast.AST) -> Iterator[tuple[ast.expr | ast.stmt, str]]:
    """Each node within a function that a mutant replaces, and by what."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            for statement in node.body[ast.get_docstring(node) is not None :]:
                for inner in _run(statement):
                    if isinstance(inner, ast.If) and isinstance(inner.test, ast.Name | ast.Attribute | ast.Call):
                        yield inner.test, f"(not {ast.unparse(inner.test)})"
                    for after in _replacements(inner):
                        yield inner, after


def _run(node: ast.AST) -> Iterator[ast.expr | ast.stmt]:
    """A node and all within it that runs: no annotation, no text of a message, no function within."""
    if isinstance(node, ast.expr | ast.stmt):
        yield node
    for name, value in ast.iter_fields(node):
        if name in _NOT_RUN:
            continue
        children = cast("list[object]", value) if isinstance(value, list) else [value]
        for child in children:
            within = isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.JoinedStr | ast.Raise)
            if isinstance(child, ast.AST) and not within:
                yield from _run(child)


def _replacements(node: ast.expr | ast.stmt) -> Iterator[str]:
    match node:
        case ast.Compare(left=left, ops=[op, *ops], comparators=others) if type(op) in _OTHER:
            yield f"({ast.unparse(ast.Compare(left, [_OTHER[type(op)](), *ops], others))})"
        case ast.BoolOp(op=op, values=values):
            yield f"({ast.unparse(ast.BoolOp(ast.Or() if isinstance(op, ast.And) else ast.And(), values))})"
        case ast.BinOp(left=left, op=op, right=right) if type(op) in _SIGNS:
            yield f"({ast.unparse(ast.BinOp(left, _SIGNS[type(op)](), right))})"
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield f"bool({ast.unparse(operand)})"
        case ast.Constant(value=bool(value)):
            yield str(not value)
        case ast.Constant(value=int(value)):
            yield str(value + 1)
        case ast.IfExp(test=test, body=body, orelse=orelse):
            yield f"({ast.unparse(ast.IfExp(ast.UnaryOp(ast.Not(), test), body, orelse))})"
        case ast.Return(value=ast.expr() as value) if not (isinstance(value, ast.Constant) and value.value is None):
            yield "return None"
        case _:
            return


def sample(package: str, count: int, seed: int) -> list[Mutant]:
    """So many mutants of a package, or of a module; the same for the same seed and source."""
    below = ROOT / SOURCE / package
    files = sorted(below.rglob("*.py")) if below.is_dir() else [below.with_suffix(".py")]
    found = [mutant for file in files for mutant in mutants_of(file.relative_to(ROOT))]
    drawn = random.Random(f"{seed} {package}")  # noqa: S311 - a sample that can be drawn again
    return drawn.sample(found, min(count, len(found)))


def tests_of(package: str) -> list[str]:
    """The tests that mirror a package or a module, laws last: plain cases kill most, and sooner."""
    first = package.partition("/")[0]
    named = [ROOT / "tests" / package, ROOT / "tests" / f"test_{package}.py", ROOT / "tests" / first]
    found = next((path for path in named if path.exists()), None)
    if found is None:
        raise SystemExit(f"{package}: no tests mirror it; choose one of {', '.join(packages())}")
    files = sorted(found.rglob("test_*.py")) if found.is_dir() else [found]
    files.sort(key=lambda path: b"hypothesis" in path.read_bytes())
    return [str(path.relative_to(ROOT)) for path in files]


def packages() -> list[str]:
    """The packages that tests mirror."""
    return sorted(path.name for path in (ROOT / "tests").iterdir() if (ROOT / SOURCE / path.name).is_dir())


def nearest_first(mutant: Mutant, tests: Sequence[str]) -> list[str]:
    """The tests in the order in which they are likely to fail: first those that name most of its module."""
    tree = ast.parse((ROOT / mutant.path).read_bytes())
    names = {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.ClassDef)}

    ours = set(mutant.path.stem.split("_"))

    def named(test: str) -> float:
        words = set(re.findall(r"\w+", (ROOT / test).read_text(encoding="utf-8")))
        theirs = set(Path(test).stem.split("_")[1:])
        return len(names & words) + NAMED_AFTER * len(ours & theirs) / len(ours | theirs)

    return sorted(tests, key=named, reverse=True)


def in_parts(mutant: Mutant, tests: Sequence[str]) -> list[list[str]]:
    """The two test files that are likely to fail and the module's examples; the rest, collected where they do not."""
    if not all(test.endswith(".py") for test in tests):
        return [list(tests)]
    ordered = nearest_first(mutant, tests)
    return [part for part in (ordered[:2] + examples_of([mutant]), ordered[2:]) if part]


def examples_of(mutants: Sequence[Mutant]) -> list[str]:
    """The changed modules that have examples."""
    paths = sorted({mutant.path for mutant in mutants})
    return [str(path) for path in paths if ">>> " in (ROOT / path).read_text(encoding="utf-8")]


def _modules(tests: Sequence[str]) -> Iterator[str]:
    """The modules whose examples are among the tests."""
    for test in map(Path, tests):
        if test.is_relative_to(SOURCE):
            yield ".".join(test.relative_to("src").with_suffix("").parts).removesuffix(".__init__")


def killed(mutant: Mutant | None, tests: Sequence[str], copy: Path) -> bool:
    """Whether the tests fail on a copy of the source that has the mutant in it; without one, on the source as it is."""
    path = copy / (mutant.path if mutant else SOURCE / "texts.py").relative_to("src")
    source = path.read_bytes()
    if mutant is not None:
        path.write_bytes(source[: mutant.start] + mutant.after.encode() + source[mutant.end :])
    limited = ["sh", "-c", 'ulimit -t "$0" && exec "$@"', str(CPU_LIMIT), sys.executable]
    asked = ["-c", _RUN, " ".join(_modules(tests)), "-q", "-x", "-n", "0", "-p", "no:cacheprovider", *tests]
    environ = os.environ | {"PYTHONPATH": str(copy), "PYTHONDONTWRITEBYTECODE": "1", "HYPOTHESIS_PROFILE": "mutants"}
    try:
        done = subprocess.run(
            [*limited, *asked], check=False, cwd=ROOT, env=environ, capture_output=True, timeout=TIME_LIMIT
        )
    except subprocess.TimeoutExpired:
        return True
    finally:
        path.write_bytes(source)
    return done.returncode != ALL_PASSED


def survivors(mutants: Sequence[Mutant], tests: Sequence[str], jobs: int) -> list[Mutant]:
    """Those that no test fails on.

    Raises:
        SystemExit: The tests fail without a mutant.
    """
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(jobs) as pool:
        copies: SimpleQueue[Path] = SimpleQueue()
        for number in range(jobs):
            copy = Path(folder) / str(number)
            shutil.copytree(ROOT / "src", copy, ignore=shutil.ignore_patterns("__pycache__"))
            copies.put(copy)
        if killed(None, [*tests, *examples_of(mutants)], Path(folder) / "0"):
            raise SystemExit(f"{', '.join(tests)}: one fails without a mutant; mend that first")

        def survives(mutant: Mutant) -> bool:
            copy = copies.get()
            try:
                alive = not any(killed(mutant, part, copy) for part in in_parts(mutant, tests))
            finally:
                copies.put(copy)
            print(f"  {'survived' if alive else 'killed  '}  {mutant}", flush=True)
            return alive

        return [mutant for mutant, alive in zip(mutants, pool.map(survives, mutants), strict=True) if alive]


def main(argv: list[str]) -> int:
    """Draw mutants of packages, run their tests, and say which survived."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks mutants", description=__doc__)
    parser.add_argument("packages", nargs="*", help="packages or modules below src/raqqa_data, e.g. reading or texts")
    parser.add_argument("--seed", type=int, default=0, help="another seed draws others")
    parser.add_argument("--count", type=int, default=20, help="how many of each package")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="how many run at once")
    parser.add_argument("--tests", nargs="+", help="what to run instead of the mirrored tests")
    asked = parser.parse_args(argv)
    told: list[str] = []
    for package in asked.packages or packages():
        mutants = sample(package, asked.count, asked.seed)
        print(f"{package}:", flush=True)
        alive = survivors(mutants, asked.tests or tests_of(package), asked.jobs)
        told.append(f"{package}: {len(mutants) - len(alive)} of {len(mutants)} killed, {len(alive)} survived")
        told += [f"  {mutant}" for mutant in alive]
    print("", f"seed {asked.seed}", *told, sep="\n")
    return 0
