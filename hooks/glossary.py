"""The glossary, in both languages at once: a reader of one may meet the word in the other."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from hooks.words import Lang

TERMS = Path(__file__).with_name("glossary.toml")


def terms() -> list[dict[str, str]]:
    """Every term."""
    return cast("list[dict[str, str]]", tomllib.loads(TERMS.read_text("utf-8"))["term"])


def glossary(lang: Lang) -> str:
    """A heading a term, with its word in the other language."""
    other: Lang = "ar" if lang == "en" else "en"
    direction = "rtl" if lang == "en" else "ltr"
    ordered = sorted(terms(), key=lambda term: term[lang].removeprefix("ال"))
    return "\n\n".join(
        f"## {term[lang]} {{: #{term['id']} }}\n\n"
        f'<p class="other"><bdi lang="{other}" dir="{direction}">{term[other]}</bdi></p>\n\n{term[f"means_{lang}"]}'
        for term in ordered
    )
