"""Text of two directions in one line, and code that breaks where a reader would break it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_CODE = re.compile(r"(<pre>.*?</pre>)", re.DOTALL)
# Arabic in a line of code, with the number that begins or ends it; quotes, bars and tags end it
_ARABIC = re.compile(
    r"(?:\d[\d.,%]*\s)?[\u0600-\u06ff](?:[^<>\n'\"«»│┃|&;\[\]]*[\u0600-\u06ff%])?(?:\s\d+(?=\s*(?:$|['\"»<])))?",
    re.MULTILINE,
)
_ARTICLE = re.compile(r"(<article\b[^>]*>)(.*)(</article>)", re.DOTALL)
# what has a direction of its own, and every tag
_APART = re.compile(r'(<(pre|code|script|style|svg|bdi|textarea|\w+(?= [^>]*lang="ar"))\b.*?</\2>|<[^>]+>)', re.DOTALL)
# a hyphen, sign or percent after Arabic would move to the other side of its number or option
_TOKEN = re.compile(r"(?<![A-Za-z0-9_])-{0,2}[A-Za-z0-9]+(?:[A-Za-z0-9_.,:/^~+*-]*[A-Za-z0-9~%])?%?")
_RUN = re.compile(r"[A-Za-z0-9]+(?:[-\\/+^~.][A-Za-z0-9]+)+")
_MOVES = re.compile("[-+%~^/]")
# Arabic words in English prose with the numbers among them and before them
_WORD_AR = "«?[\u0621-\u06ff][\u0600-\u06ff0-9]*»?"
_NUMBER = r"\d[\d.,]*%?"
_QUOTED = "«[^«»<>]*[\u0621-\u06ff][^«»<>]*»"  # with the number that ends it: «في 7 تموز 2019»
_PHRASE = re.compile(rf"{_QUOTED}|(?:{_NUMBER}\s)?{_WORD_AR}(?:\s(?:{_NUMBER}(?=\s{_WORD_AR})|{_WORD_AR}))*")
_INLINE = re.compile(r"(<pre>.*?</pre>)|(<code[^>]*>)([^<]+)(</code>)", re.DOTALL)
_NAME = 2  # the place of a tag's name in what a pattern splits off
_SHORT = 16
_SEAM = re.compile(r"([_./])(?=[^_./])")


def isolated(html: str) -> str:
    """Code with each Arabic phrase kept from reordering what stands beside it.

    Example:
        >>> isolated("<pre>('3 كتب', 15)</pre>")
        "<pre>('<bdi>3 كتب</bdi>', 15)</pre>"
        >>> isolated("<pre>Books · كتب عام 2022</pre>")
        '<pre>Books · <bdi>كتب عام 2022</bdi></pre>'
    """
    # what stands for an empty line in an example is empty to the eye
    return _CODE.sub(lambda m: _ARABIC.sub(r"<bdi>\g<0></bdi>", m[1].replace("&lt;BLANKLINE&gt;", "")), html)


def upright(html: str) -> str:
    """Arabic prose whose dates, options and percentages read from the left.

    Example:
        >>> upright("<article class=a-b>في 2022-10</article>")
        '<article class=a-b>في <bdi dir="ltr" class="nowrap">2022-10</bdi></article>'
    """
    return _ARTICLE.sub(lambda m: m[1] + _texts(m[2], lambda text: _TOKEN.sub(_kept, text)) + m[3], html)


def levelled(text: str) -> str:
    """A text of a document whose joined digits and names of sites read from the left.

    Example:
        >>> levelled("رمم 10-15 بيتا")
        'رمم <bdi dir="ltr">10-15</bdi> بيتا'
    """
    return _RUN.sub(r'<bdi dir="ltr">\g<0></bdi>', text)


def quoted(html: str) -> str:
    """English prose whose Arabic phrases read from the right, the numbers in them too.

    Example:
        >>> quoted("<article>such as 40 شخصا or مئات</article>")
        '<article>such as <bdi lang="ar" dir="rtl">40 شخصا</bdi> or <bdi lang="ar" dir="rtl">مئات</bdi></article>'
        >>> quoted("<article>behind «في 7 تموز 2019».</article>")
        '<article>behind <bdi lang="ar" dir="rtl">«في 7 تموز 2019»</bdi>.</article>'
    """

    def phrases(text: str) -> str:
        return _PHRASE.sub(r'<bdi lang="ar" dir="rtl">\g<0></bdi>', text)

    return _ARTICLE.sub(lambda m: m[1] + _texts(m[2], phrases) + m[3], html)


def _texts(html: str, change: Callable[[str], str]) -> str:
    """Its text changed, but for what stands apart."""
    parts = _APART.split(html)  # text, what is apart, the name of its tag, if it has a content
    return "".join(change(part) if index % 3 == 0 else part for index, part in enumerate(parts) if index % 3 < _NAME)


def _kept(found: re.Match[str]) -> str:
    if not _MOVES.search(found[0]):
        return found[0]
    whole = ' class="nowrap"' if len(found[0]) <= _SHORT else ""
    return f'<bdi dir="ltr"{whole}>{found[0]}</bdi>'


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
