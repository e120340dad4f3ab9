"""Text as printed to text as read: one spelling of every letter and digit, each mapped back to where it was printed."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right

import attrs

from raqqa_data.reading.mention import Span

_MARKS = (
    "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u08d3-\u08ff"
    "\u0300-\u036f\u0640"
)
_CONTROLS = "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufe00-\ufe0f"
_PRESENTED = "\ufb50-\ufbb1\ufbd3-\ufdff\ufe70-\ufefc"
_EDITED = re.compile(f"[{_MARKS}{_CONTROLS}{_PRESENTED}]")
# the stars that Markdown and chats set around what is bold
_STARRED = re.compile(rf"{_EDITED.pattern}|(?<![\w*])\*{{1,3}}(?=\w)|(?<=[\w%٪])\*{{1,3}}(?![\w*])")
# digits never join, so between them a tatweel is typed for a dash
_DASH = re.compile(r"(?<=[\d%٪])( ?)\u0640(?=\u0640* ?\d)")
# a mark of direction beside the decimal point shows the second part first: 92.\u200f54 is printed as 54.92, as 92ر54 is
TURNED_POINT = "\u0695"
"""What a decimal point is read as behind more than two decimals that stand first: a letter of no Arabic word."""
_TURNED = re.compile(
    r"(?<![\d.,\u200f])(?:(\d{1,2})(?=\D{2}\d{1,3}(?![\d.,]))|(\d{3,6})(?=\D{2}\d{1,2}(?![\d.,])))"
    r"(?:([.,])(\u200f)|(\u200f)[.,])"
)
_MARK = re.compile(f"[{_MARKS}]*")

# One character for another, so that offsets stay.
_ALIKE = {
    "ا": "أإآٱٲٳٵ",
    "ي": "ىئیېےۍٸ",
    "ه": "ةۀەہھۃ",
    "و": "ؤۆۇۋٶ",
    "ك": "کڪڬ",
    "ف": "ڤڢ",
    "ق": "ڨ",
    "\n": "\r\v\f\x1c\x1d\x1e\x85\u2028\u2029",
    " ": "\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000",
    "-": "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d",
    "%": "٪\ufe6a\uff05",
    "'": "’‘",
    "$": "\uff04\ufe69",
    "/": "\u2044\u2215\\",
}
_DIGITS = {str(digit): chr(0x660 + digit) + chr(0x6F0 + digit) + chr(0xFF10 + digit) for digit in range(10)}
_FOLDED = {printed: folded for folded, alike in (_ALIKE | _DIGITS).items() for printed in alike}


@attrs.frozen
class Folded:
    """A text with its letters folded, and the way back.

    Attributes:
        original: The text as given.
        text: The text as read.
    """

    original: str
    text: str
    # where runs that map straight back begin: in the folded text, and in the original
    _runs: list[int]
    _printed: list[int]

    @property
    def is_straight(self) -> bool:
        """Whether every letter stands where it was printed."""
        return not self._runs

    def span(self, start: int, end: int) -> Span:
        """Where a stretch of the folded text was printed, marks on its last letter included."""
        if self._runs:
            start, following = self._back(start), self._back(end)
            end = self._back(end - 1) + 1
            # a tatweel between digits is a dash, and no mark of the first
            mark = _MARK.match(self.original, end) if following > end else None
            end = end if mark is None else mark.end()
        return Span(start, end, self.original[start:end])

    def printed(self, stretches: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """Where each of several stretches was printed, as `span` tells it of one."""
        runs = self._runs
        if not runs:
            return stretches
        printed: list[tuple[int, int]] = []
        for start, end in stretches:
            run = bisect_right(runs, start)
            if run == bisect_right(runs, end):  # in one run with what follows
                by = self._printed[run - 1] - runs[run - 1] if run else 0
                printed.append((start + by, end + by))
            else:
                printed.append(self.span(start, end)[:2])
        return printed

    def _back(self, offset: int) -> int:
        run = bisect_right(self._runs, offset) - 1
        return offset if run < 0 else self._printed[run] + offset - self._runs[run]


def fold(text: str) -> Folded:
    """Fold a text: no tatweel, marks or controls, one form of each letter, digit, space and dash.

    Example:
        >>> fold("٣٠٠ مـدرسـة").text
        '300 مدرسه'
    """
    runs_from: list[int] = []
    runs_to: list[int] = []
    folded = text
    edited = _STARRED if "*" in text else _EDITED
    if not text.isascii() and edited.search(text):
        turned = _TURNED.sub(_turned, text) if "\u200f" in text else text
        folded = _edit(_DASH.sub(r"\1-", turned), edited, runs_from, runs_to)
    for printed in _FOLDED.keys() & set(folded):
        folded = folded.replace(printed, _FOLDED[printed])
    return Folded(text, folded, runs_from, runs_to)


def fold_word(word: str) -> str:
    """Fold a word of the vocabulary."""
    return fold(word).text


def _turned(match: re.Match[str]) -> str:
    digits, point = (match[1], "ر") if match[1] else (match[2], TURNED_POINT)
    return f"{digits}{point}{match[4]}" if match[3] else f"{digits}{match[5]}{point}"


def _edit(text: str, edited: re.Pattern[str], runs_from: list[int], runs_to: list[int]) -> str:
    pieces: list[str] = []
    length = done = 0
    for match in edited.finditer(text):
        start = match.start()
        if start > done:
            pieces.append(text[done:start])
            length += start - done
        done = match.end()
        for letter in _presented(match[0]):
            runs_from.append(length)
            runs_to.append(start)
            pieces.append(letter)
            length += 1
        runs_from.append(length)
        runs_to.append(done)
    pieces.append(text[done:])
    return "".join(pieces)


def _presented(character: str) -> str:
    """The plain letters of a presentation form; nothing for marks and controls."""
    if not "\ufb50" <= character <= "\ufefc" or "\ufe00" <= character <= "\ufe0f":
        return ""
    return _EDITED.sub("", unicodedata.normalize("NFKC", character)).replace(" ", "")
