"""Arabic spelling folded the way readers type it, and the search index that knows it."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

_MARKS = re.compile("[\u064b-\u065f\u0670\u0640]")
_FOLDS = str.maketrans("أإآٱىةؤئ٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "اااايهوي01234567890123456789")
# an example with Arabic in it loses its order in a list of results, which isolates nothing
_EXAMPLE = re.compile(r"<pre>(?:(?!</pre>).)*[\u0621-\u064a].*?</pre>", re.DOTALL)
_WORD = re.compile(r"[\u0621-\u0669\u06f0-\u06f9]+")
_PREFIX = re.compile("^(?:وال|بال|فال|كال|ال|لل)(?=.{3})")


def fold(text: str) -> str:
    """No marks, one alef, digits in ASCII.

    Example:
        >>> fold("المدرسةُ ١٢٣")
        'المدرسه 123'
    """
    return _MARKS.sub("", text).translate(_FOLDS)


def variants(text: str) -> list[str]:
    """Spellings of its words that a reader may type and that the text does not hold.

    Example:
        >>> variants("الأنقاض")
        ['أنقاض', 'الانقاض', 'انقاض']
    """
    words = set(_WORD.findall(text))
    found: set[str] = set()
    for word in words:
        bare = _PREFIX.sub("", word)
        found |= {bare, fold(word), fold(bare)}
    return sorted(found - words)


def fold_index(path: Path) -> None:
    """Put the variants into the tags of each entry, which the theme searches; leave out examples in Arabic."""
    index: dict[str, Any] = json.loads(path.read_text("utf-8"))
    for entry in index["docs"]:
        entry["text"] = _EXAMPLE.sub("", entry["text"])
        if tags := variants(f"{entry['title']} {re.sub('<[^>]+>', ' ', entry['text'])}"):
            entry["tags"] = tags
    path.write_text(json.dumps(index, ensure_ascii=False, separators=(",", ":")), "utf-8")
