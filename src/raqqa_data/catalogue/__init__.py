"""The data that ships, and the form it ships in: catalogues as JSON."""

from __future__ import annotations

from raqqa_data.catalogue.catalogue import Catalogue
from raqqa_data.catalogue.codec import dumps, load, loads, plain
from raqqa_data.catalogue.upgrading import SCHEMA_VERSION

__all__ = ["SCHEMA_VERSION", "Catalogue", "dumps", "load", "loads", "plain"]
