"""What breaks for those who call the library: its public names against those of an earlier commit, by griffe.

`python -m tests.breakages [COMMIT]` compares with the last tag, or with that commit. A change that breaks others needs
a new major version, so it is told before it is tagged. It has to be run where the package lies in `src`.
"""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    import griffe

PACKAGE = "raqqa_data"
ROOT = Path(__file__).parent.parent


def breakages(old: griffe.Module, new: griffe.Module) -> Iterator[griffe.Breakage]:
    """The changes that break a caller who keeps to what was public.

    Args:
        old: The package as it was.
        new: The package as it is.
    """
    import griffe

    public = {path for home in _homes(old) for path in _public(home)}
    for found in griffe.find_breaking_changes(old, new):
        if any(found.obj.path == path or found.obj.path.startswith(f"{path}.") for path in public):
            yield found


def _homes(package: griffe.Module) -> Iterator[griffe.Module]:
    """The package, and the modules that it says are reached by attribute."""
    yield package
    listed = package.members.get("_MODULES")
    for name in ast.literal_eval(str(getattr(listed, "value", "[]"))):
        yield package.modules[name]


def _public(home: griffe.Module) -> Iterator[str]:
    """What a module lists in `__all__`, else what it defines itself; by its path here and where it is defined."""
    import griffe

    for name, member in home.members.items():
        if name in home.exports if home.exports is not None else not (name.startswith("_") or member.is_alias):
            yield f"{home.path}.{name}"
            if isinstance(member, griffe.Alias) and not member.is_module:
                target: Any = member.final_target
                yield target.path


def last_tag() -> str | None:
    """The newest tag that this commit descends from."""
    command = ["git", "-C", str(ROOT), "describe", "--tags", "--abbrev=0"]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    return done.stdout.strip() or None


def main(commit: str | None) -> int:
    """Compare, print what breaks, and return how a shell is told: 0 for nothing."""
    against = commit or last_tag()
    if against is None:
        print("no tag yet, so nothing is promised that could break")  # noqa: T201
        return 0
    import griffe

    old: Any = griffe.load_git(PACKAGE, ref=against, repo=ROOT, search_paths=["src"], resolve_aliases=True)
    new: Any = griffe.load(PACKAGE, search_paths=[ROOT / "src"], resolve_aliases=True)
    found = [str(breakage.as_dict()["object_path"]) + ": " + breakage.kind.value for breakage in breakages(old, new)]
    print("\n".join([f"what breaks since {against}: {len(found) or 'nothing'}", *found]))  # noqa: T201
    return bool(found)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else None))
