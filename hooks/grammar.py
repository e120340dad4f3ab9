"""The grammar of the reader, from its tables: each way to state a figure with its example, read as the page is made."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from hooks.bidi import levelled
from hooks.reference import arabic
from hooks.words import Lang, pick
from raqqa_data.reading import Mention, read
from raqqa_data.reading.constructions import CONSTRUCTIONS
from raqqa_data.reading.markup import reading_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from raqqa_data.reading.grammar import Construction, Table

REFERENCE = "2022-10-20"


def texts() -> set[str]:
    """Every English text of the tables, for the tests."""
    rows = [row for table in CONSTRUCTIONS for row in table.rows]
    return {table.title for table in CONSTRUCTIONS} | {text for row in rows for text in (row.meaning, row.why) if text}


def read_ways(lang: Lang) -> str:
    """Each table of what is read, in the order of the reader."""
    return "\n\n".join(_sections(lang, refuses=False))


def refused(lang: Lang) -> str:
    """Each table of what is refused, and why."""
    return "\n\n".join(_sections(lang, refuses=True))


def _sections(lang: Lang, *, refuses: bool) -> Iterator[str]:
    words = arabic("grammar") if lang == "ar" else {}
    places = {id(table): place for place, table in enumerate(CONSTRUCTIONS, 1)}
    for table in CONSTRUCTIONS:
        rows = [row for row in table.rows if row.refuses is refuses]
        if rows:
            title = f"### {words.get(table.title, table.title)} {{: #{_slug(table, refuses=refuses)} }}"
            yield f"{title}\n\n" + "\n".join(_lines(rows, table, places[id(table)], words, lang))


def _slug(table: Table[Any], *, refuses: bool) -> str:
    slug = table.title.lower().replace(",", "").replace(" ", "-")
    return f"refused-{slug}" if refuses else slug


def _lines(
    rows: Iterable[Construction[Any]], table: Table[Any], place: int, words: dict[str, str], lang: Lang
) -> Iterator[str]:
    yield pick(("| way | example, and what is read |", "| الطريقة | مثالها وما يُقرأ منه |"), lang)
    yield "|---|---|"
    for row in rows:
        number = f'<bdi dir="ltr">{place}.{table.rows.index(row) + 1}</bdi>'
        why = f"<br>*{_first(row, lang)} {words.get(row.why, row.why)}*" if row.why else ""
        yield f"| {number} {words.get(row.meaning, row.meaning)} `{row.name}`{why} | {_example(row.example, lang)} |"


def _first(row: Construction[Any], lang: Lang) -> str:
    behind = pick((" and ", " و"), lang).join(f"`{name}`" for name in row.before)
    return pick(("Before {}:", "قبل {}:"), lang).format(behind)


def _example(text: str, lang: Lang) -> str:
    mentions = read(text, reference=REFERENCE)
    told = [f"`{reading_of(mention)}`" for mention in mentions] or [pick(("nothing is read", "لا يُقرأ شيء"), lang)]
    return f'<span class="phrase" lang="ar" dir="rtl">{"".join(_marked(text, mentions))}</span><br>' + "<br>".join(told)


def _marked(text: str, mentions: Iterable[Mention]) -> Iterator[str]:
    done = 0
    for mention in mentions:
        yield levelled(escape(text[done : mention.start]))
        yield f"<mark>{levelled(escape(mention.text))}</mark>"
        done = mention.end
    yield levelled(escape(text[done:]))
