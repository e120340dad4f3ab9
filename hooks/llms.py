"""The site as plain text, for machines that read: a list of pages, and all of them in one file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

_TAGS = re.compile(r"<(svg|figure).*?</\1>|<[^>]+>", re.DOTALL)


class Text(NamedTuple):
    """One page."""

    title: str
    url: str
    markdown: str
    description: str


def files(pages: Mapping[str, Text], name: str, description: str, site: str) -> dict[str, str]:
    """`llms.txt` and `llms-full.txt` of one language."""
    head = f"# {name}\n\n> {description}\n"
    links = [
        f"- [{page.title}]({site}{page.url}){f': {page.description}' if page.description else ''}"
        for page in pages.values()
    ]
    full = [f"<!-- {site}{page.url} -->\n\n{plain(page.markdown)}" for page in pages.values()]
    return {
        "llms.txt": f"{head}\n" + "\n".join(links) + "\n",
        "llms-full.txt": f"{head}\n" + "\n\n".join(full) + "\n",
    }


def plain(markdown: str) -> str:
    """Markdown without its pictures and tags.

    Example:
        >>> plain("<p>a <b>word</b></p><svg>...</svg>")
        'a word'
    """
    outside = re.split(r"(```.*?```)", markdown, flags=re.DOTALL)
    kept = [part if part.startswith("```") else _TAGS.sub("", part.replace("</td>", " | ")) for part in outside]
    return re.sub(r"\n{3,}", "\n\n", "".join(kept)).strip()
