"""Text of two directions in one line, and code that breaks where a reader would break it."""

from __future__ import annotations

import re

_CODE = re.compile(r"(<pre>.*?</pre>)", re.DOTALL)
# Arabic in a line of code, with the number that begins it; quotes, bars and tags end it
_ARABIC = re.compile(r"(?:\d[\d.,%]*\s)?[\u0600-\u06ff](?:[^<>\n'\"«»│┃|&;\[\]]*[\u0600-\u06ff%])?")
_ARTICLE = re.compile(r"(<article\b[^>]*>)(.*)(</article>)", re.DOTALL)
# what has a direction of its own, and every tag
_APART = re.compile(r"(<(pre|code|script|style|svg|bdi|textarea)\b.*?</\2>|<[^>]+>)", re.DOTALL)
# a hyphen, sign or percent after Arabic would move to the other side of its number or option
_TOKEN = re.compile(r"(?<![A-Za-z0-9_])-{0,2}[A-Za-z0-9]+(?:[A-Za-z0-9_.,:/^~+*-]*[A-Za-z0-9~%])?%?")
_MOVES = re.compile("[-+%~^/]")
_INLINE = re.compile(r"(<pre>.*?</pre>)|(<code[^>]*>)([^<]+)(</code>)", re.DOTALL)
_SHORT = 16
_SEAM = re.compile(r"([_./])(?=[^_./])")


def isolated(html: str) -> str:
    """Code with each Arabic phrase kept from reordering what stands beside it.

    Example:
        >>> isolated("<pre>('3 كتب', 15)</pre>")
        "<pre>('<bdi>3 كتب</bdi>', 15)</pre>"
    """
    # what stands for an empty line in an example is empty to the eye
    return _CODE.sub(lambda m: _ARABIC.sub(r"<bdi>\g<0></bdi>", m[1].replace("&lt;BLANKLINE&gt;", "")), html)


def upright(html: str) -> str:
    """Arabic prose whose dates, options and percentages read from the left.

    Example:
        >>> upright("<article class=a-b>في 2022-10 بلغ 80%</article>")
        '<article class=a-b>في <bdi dir="ltr">2022-10</bdi> بلغ <bdi dir="ltr">80%</bdi></article>'
    """
    return _ARTICLE.sub(lambda m: m[1] + _prose(m[2]) + m[3], html)


def _prose(html: str) -> str:
    parts = _APART.split(html)  # text, what is apart, the name of its tag
    parts[::3] = [_TOKEN.sub(_kept, text) for text in parts[::3]]
    return "".join(part for index, part in enumerate(parts) if index % 3 < 2)  # noqa: PLR2004 - leaves out the names


def _kept(found: re.Match[str]) -> str:
    return f'<bdi dir="ltr">{found[0]}</bdi>' if _MOVES.search(found[0]) else found[0]


def unbroken(html: str) -> str:
    """Short words of inline code in one piece, long ones with seams at their dots, slashes and underscores.

    Example:
        >>> unbroken("<code>draft --out a_very_long_name.toml</code>")
        '<code>draft <span class="nowrap">--out</span> a_<wbr>very_<wbr>long_<wbr>name.<wbr>toml</code>'
    """
    return _INLINE.sub(lambda m: m[1] or m[2] + " ".join(map(_word, m[3].split(" "))) + m[4], html)


def _word(word: str) -> str:
    if len(word) > _SHORT:
        return _SEAM.sub(r"\1<wbr>", word)
    return f'<span class="nowrap">{word}</span>' if re.search("[-/.~]", word) else word
