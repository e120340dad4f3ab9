"""Compiles the reader into the wheel, where `RAQQA_DATA_COMPILE` is set: mypyc makes C of the very same modules."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

LEVEL = os.environ.get("RAQQA_DATA_COMPILE") or "0"
NEEDED = ("attrs>=25.4", "cattrs>=24.1", "mypy[mypyc]>=2.4,<2.5", "setuptools>=77")
READING = Path("raqqa_data") / "reading"
# mypyc loads the classes that the fields of a NamedTuple or an attrs class name as the module begins, never as text:
# one that is imported for types only is not there yet, and `A | B` becomes `type`
PURE = {
    "constructions.py": "tables of functions, run once; Line names classes that are imported for types only",
    "countries.py": "Country names Mapping, which is imported for types only: a KeyError",
    "grammar.py": "a compiled class is no generic: Construction[Reads] is a TypeError in a module that is not compiled",
    "mention.py": "attrs and cattrs need the true types of its fields",
    "reader.py": "mypyc raises its own TypeError for a text that is none, before our error",
    "kinds.py": "a table of functions, run once: nothing to gain, and much to compile",
    "named_words.py": "a table of functions, run once: nothing to gain, and much to compile",
    "__init__.py": "nothing but names",
    "batch.py": "nothing but processes and columns",
    "markup.py": "nothing but HTML",
}
SETUP = """
from mypyc.build import mypycify
from setuptools import setup

setup(name="raqqa_data", packages=[], ext_modules=mypycify({arguments!r}, opt_level={level!r}, debug_level="0"))
"""


class CompiledReading(BuildHookInterface):  # type: ignore[type-arg]
    """A wheel of one Python version and platform, which holds the reader's modules as extensions too."""

    def dependencies(self) -> list[str]:
        """What a build needs besides hatchling."""
        return [*NEEDED] if LEVEL != "0" and self.target_name == "wheel" else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, and have the wheel take what was made."""
        if LEVEL == "0" or self.target_name != "wheel" or version == "editable":
            return
        self._made = Path(tempfile.mkdtemp())
        shutil.copytree(Path(self.root) / "src" / "raqqa_data", self._made / "raqqa_data")
        modules = [path for path in sorted((self._made / READING).rglob("*.py")) if path.name not in PURE]
        arguments = ["--ignore-missing-imports", *(str(path.relative_to(self._made)) for path in modules)]
        (self._made / "setup.py").write_text(SETUP.format(arguments=arguments, level=LEVEL), "utf-8")
        subprocess.run([sys.executable, "setup.py", "-q", "build_ext", "--inplace"], cwd=self._made, check=True)
        build_data |= {"pure_python": False, "infer_tag": True}
        for suffix in (".so", ".pyd"):
            for made in self._made.rglob(f"*{suffix}"):
                if "build" not in made.relative_to(self._made).parts:
                    build_data["force_include"][str(made)] = str(made.relative_to(self._made))

    def finalize(self, *_: Any) -> None:
        """Leave nothing behind."""
        if made := getattr(self, "_made", None):
            shutil.rmtree(made)
