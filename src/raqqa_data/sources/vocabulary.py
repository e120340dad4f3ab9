"""Words by which a document's own parts are told from its text, as data."""

from __future__ import annotations

import tomllib
from importlib import resources

WORDS: dict[str, frozenset[str]] = {
    name: frozenset(words)
    for name, words in tomllib.loads(
        resources.files("raqqa_data.sources").joinpath("vocabulary.toml").read_text("utf-8")
    ).items()
}
"""Each list of `vocabulary.toml` by its name."""
