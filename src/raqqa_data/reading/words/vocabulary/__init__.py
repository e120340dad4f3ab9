"""The reader's words as data: one TOML file a domain, for a linguist to read and extend."""

from __future__ import annotations

import tomllib
from importlib import resources
from typing import Any


def load(domain: str) -> dict[str, Any]:
    """The rows of one file of the vocabulary."""
    return tomllib.loads(resources.files(__name__).joinpath(f"{domain}.toml").read_text("utf-8"))
