"""Kinds of the corpus that are text: plain, in old encodings, Markdown, web pages, chats and tables."""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
from typing import TYPE_CHECKING

from benchmarks.corpus.statements import Expected, Made, Statement, by_name, by_paragraph, some
from tests.sources.files import page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

DISTRICTS = (("الحي", "المدارس", "البيوت"), ("الشرقي", "12", "340"), ("الغربي", "15", "1,275"))
_LETTER = re.compile("[\u0628\u062a-\u062e\u0633-\u0639\u0641-\u0646\u064a](?=[\u0621-\u064a])")
_FORMS = {
    unicodedata.normalize("NFKC", chr(code)): chr(code)
    for code in range(0xFE80, 0xFEF5)
    if unicodedata.decomposition(chr(code)).startswith("<isolated>")
}


def made() -> Iterator[Made]:
    """Seven kinds, five files each."""
    yield from _plain()
    yield from _encoded()
    yield from _markdown()
    yield from _pages()
    yield from _telegram()
    yield from _whatsapp()
    yield from _tables()


def _paragraphs(statements: Iterable[Statement]) -> str:
    return "\n\n".join(statement.text for statement in statements)


def _plain() -> Iterator[Made]:
    ways: tuple[tuple[str, Callable[[str], bytes]], ...] = (
        ("as-it-is", lambda text: text.encode()),
        ("windows", lambda text: text.replace("\n", "\r\n").encode("utf-8-sig")),
        ("isolates", lambda text: re.sub(r"(\d[\d,.٬٫]*\d|\d)", "\u2067\\1\u2069\u200f", text).encode()),
        ("forms", lambda text: "".join(_FORMS.get(sign, sign) for sign in text).encode()),
        ("tatweel", lambda text: _LETTER.sub(lambda found: found[0] + "ـ" * 3, text).encode()),
    )
    for variation, (name, written) in enumerate(ways):
        held = some(variation)
        yield Made("text", f"{name}.txt", written(_paragraphs(held)), by_paragraph(held))


def _encoded() -> Iterator[Made]:
    for variation, encoding in enumerate(("cp1256", "iso8859_6", "utf_16", "utf_16_be", "cp720")):
        held = tuple(one for one in some(variation, 12) if _fits(one.text, encoding))
        yield Made("old encoding", f"{encoding}.txt", _paragraphs(held).encode(encoding), by_paragraph(held))


def _fits(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _markdown() -> Iterator[Made]:
    held = [some(variation) for variation in range(5)]
    head = "# أخبار البلدة\n\n"
    yield Made("Markdown", "heading.md", f"{head}{_paragraphs(held[0])}\n".encode(), by_paragraph(held[0], 2))
    rows = "\n".join(f"| {' | '.join(row)} |" for row in (DISTRICTS[0], ("---",) * 3, *DISTRICTS[1:]))
    cells = tuple(Expected(cell, paragraph=10) for row in DISTRICTS[1:] for cell in row[1:])
    text = f"{head}{_paragraphs(held[1])}\n\n{rows}\n"
    yield Made("Markdown", "table.md", text.encode(), (*by_paragraph(held[1], 2), *cells))
    numbered = "\n".join(f"{number}. {one.text}" for number, one in enumerate(held[2], 1))
    of_list = tuple(Expected(figure, paragraph=2) for one in held[2] for figure in one.figures)
    yield Made("Markdown", "numbered-list.md", f"{head}{numbered}\n".encode(), of_list)
    bold = re.sub(r"(?<![\d,.٬٫/-])(\d+)(?= [ء-ي])", r"**\1**", _paragraphs(held[3]))
    link = "\n\nانظر [التقرير](https://example.org/2017/11/20/report-88.html) و![صورة](image-300x200.jpg)."
    yield Made("Markdown", "bold-and-links.md", f"{head}{bold}{link}\n".encode(), by_paragraph(held[3], 2))
    front = "---\ntitle: أخبار البلدة\ndate: 2023-02-01\nweight: 30\n---\n\n"
    yield Made("Markdown", "front-matter.md", f"{front}{_paragraphs(held[4])}\n".encode(), by_paragraph(held[4], 2))


def _pages() -> Iterator[Made]:
    held = [some(variation) for variation in range(5)]

    def body(statements: Iterable[Statement]) -> str:
        return "".join(f"<p>{statement.text}</p>" for statement in statements)

    linked = {"@type": "NewsArticle", "datePublished": "2021-04-02", "wordCount": 812}
    head = f'<script type="application/ld+json">{json.dumps(linked)}</script>'
    more = '<div class="share">شارك 57</div><iframe src="https://example.org/embed/99"></iframe>'
    yield _page("article", page(body(held[0])), held[0])
    yield _page("embeds", page(body(held[1]) + more, head), held[1])
    encoded = tuple(one for one in some(2, 12) if _fits(one.text, "cp1256"))
    yield _page("windows-1256", page(body(encoded)).replace("utf-8", "windows-1256"), encoded, "cp1256")
    rows = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in DISTRICTS)
    cells = tuple(Expected(cell, beside=row[0]) for row in DISTRICTS[1:] for cell in row[1:])
    table = page(f"{body(held[3])}<table>{rows}</table>")
    yield _page("table", table, held[3], more=cells)
    menu = "".join(f'<li><a href="/{at}">قسم {at}</a></li>' for at in range(2, 9))
    soup = f"""<html><head><meta charset="utf-8"><title>أخبار</title></head>
<body dir="rtl"><div id="menu"><ul>{menu}</ul></div>
<div class="box"><div class="story">{"".join(f"<div>{one.text}</div>" for one in held[4])}</div></div>
<div id="footer">هاتف 0112345678، جميع الحقوق محفوظة 2019</div></body></html>"""
    yield _page("no-article", soup, held[4])


def _page(
    name: str, html: str, held: tuple[Statement, ...], encoding: str = "utf-8", more: tuple[Expected, ...] = ()
) -> Made:
    figures = tuple(Expected(figure, beside=one.text[:12]) for one in held for figure in one.figures)
    return Made("web page", f"{name}.html", html.encode(encoding), (*figures, *more))


def _telegram() -> Iterator[Made]:
    for variation in range(5):
        held = some(variation)
        messages: list[dict[str, object]] = [
            {"id": 900, "type": "service", "date": "2021-03-05T10:00:00", "action": "invite_members", "members": [5, 6]}
        ]
        for number, statement in enumerate(held, 1):
            message: dict[str, object] = {"id": number, "type": "message", "date": "2021-03-06T10:00:00"}
            message |= {"date_unixtime": "1615024800", "from": "مراسل 7", "views": 1500}
            message["text"] = statement.text
            if variation == 1:
                message["text"] = _pieces(statement.text)
            if variation == 2:  # noqa: PLR2004
                message |= {"forwarded_from": "قناة 24", "reply_to_message_id": 33}
            if variation == 3:  # noqa: PLR2004
                message |= {"photo": "photos/photo_12@05-03-2021.jpg", "width": 1280, "height": 720}
            if variation == 4:  # noqa: PLR2004
                poll = {"question": "كم؟", "total_voters": 44, "answers": [{"text": "3", "voters": 9}]}
                message |= {"edited": "2021-03-07T10:00:00", "poll": poll}
            messages.append(message)
        chat = {"name": "قناة البلدة 1", "type": "public_channel", "id": 12345, "messages": messages}
        content = json.dumps(chat, ensure_ascii=variation == 0, indent=1).encode()
        yield Made("Telegram", f"chat-{variation}.json", content, by_name(held))


def _pieces(text: str) -> list[object]:
    """The text in pieces, of which one is bold: it may part a figure from its noun."""
    first, space, rest = text.partition(" ")
    return [first + space, {"type": "bold", "text": rest[:12]}, rest[12:]]


def _whatsapp() -> Iterator[Made]:
    heads = (
        "{day:02}/03/2021, 10:{minute:02} - سعاد: ",
        "[{day}/3/21, 10:{minute:02}:01 AM] أبو 5 نجوم: ",
        "\u200f{day}/3/2021، 10:{minute:02} ص - +963 11 234 567: ",
        "2021-03-{day:02}, 10:{minute:02} - سعاد: ",
        "3/{day}/21, 10:{minute:02} - سعاد: ",
    )
    for variation, head in enumerate(heads):
        held = some(variation)
        lines = [f"{head.format(day=25, minute=0).rpartition(': ')[0].partition(' - ')[0]} - انضم 6 أعضاء"]
        lines += [head.format(day=20 + at, minute=at) + one.text for at, one in enumerate(held, 1)]
        yield Made("WhatsApp", f"chat-{variation}.txt", "\n".join(lines).encode(), by_name(held))


def _tables() -> Iterator[Made]:
    for variation, (suffix, delimiter) in enumerate(
        ((".csv", ","), (".csv", ";"), (".tsv", "\t"), (".jsonl", ""), (".csv", ","))
    ):
        held = some(variation)
        rows = [{"id": str(100 + at), "text": one.text, "likes": "77"} for at, one in enumerate(held)]
        if suffix == ".jsonl":
            content = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        else:
            out = io.StringIO(newline="")
            writer = csv.DictWriter(out, list(rows[0]), delimiter=delimiter)
            writer.writeheader()
            writer.writerows(rows)
            content = out.getvalue()
        encoding = "utf-8-sig" if variation == 4 else "utf-8"  # noqa: PLR2004
        first = 1 if suffix == ".jsonl" else 2
        yield Made("table of texts", f"table-{variation}{suffix}", content.encode(encoding), by_name(held, first))
