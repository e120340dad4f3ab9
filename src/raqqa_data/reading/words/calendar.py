"""The words of dates: months in four vocabularies, weekdays, decades, and what points to another date."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from raqqa_data.reading.words.phrases import Phrases, phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from raqqa_data.reading.text.tokens import Tokens


_OF_THE_YEAR = ("لسنه", "لعام", "للعام", "للسنه")


class Month(NamedTuple):
    """A month's name: its number, its calendar, and whether it is an everyday word too."""

    number: int
    calendar: str
    weak: bool


class CalendarWords:
    """The calendar vocabulary, ready to be matched against tokens."""

    def __init__(self, data: dict[str, Any]) -> None:
        self.months: dict[str, list[tuple[tuple[str, ...], Month]]] = {}
        for section, calendar, weak in (
            ("months", "gregorian", False),
            ("weak_months", "gregorian", True),
            ("hijri_months", "hijri", True),
        ):
            for number, names in data[section].items():
                for name in names:
                    first, *rest = phrase(name)
                    self.months.setdefault(first, []).append((tuple(rest), Month(int(number), calendar, weak)))
        for names in self.months.values():
            names.sort(key=lambda name: -len(name[0]))
        self.weekdays: dict[str, int] = dict(_entries(data["weekdays"], int))
        self.seasons: dict[str, int] = dict(_entries(data["seasons"], int))
        self.decades: dict[str, int] = dict(_entries(data["decades"], int))
        self.nouns: dict[str, str] = dict(_entries(data["nouns"], str))
        self.shifts: dict[str, str] = dict(_entries(data["shift"], str))
        self.parts: dict[str, str] = dict(_entries(data["parts"], str))
        self.marks: Phrases[Any] = Phrases(
            (phrase(words), name) for name, row in data["marks"].items() for words in row
        )
        self.relative_days: list[tuple[tuple[str, ...], Any]] = sorted(
            ((phrase(words), days) for words, days in data["relative_days"].items()), key=lambda row: -len(row[0])
        )
        self.openings_of_days: frozenset[str] = frozenset(words[0] for words, _ in self.relative_days)
        self.holidays: list[tuple[tuple[str, ...], tuple[Any, ...]]] = sorted(
            ((phrase(words), tuple(row)) for words, row in data["holidays"].items()), key=lambda row: -len(row[0])
        )
        self.last: frozenset[str] = frozenset(phrase(word)[0] for word in data["last"]["words"])
        self.first: frozenset[str] = frozenset(phrase(word)[0] for word in data["first"]["words"])
        # one of these stands behind so many units that are a date
        self.bounding: frozenset[str] = self.first.union(self.shifts, _OF_THE_YEAR)
        self.openers: dict[str, str] = dict(self._openers())

    def month(self, tokens: Tokens, index: int) -> tuple[Month, int] | None:
        """The month named at a token, and the token after its name."""
        names = self.months.get(tokens.texts[index])
        if names is None:
            return None
        for rest, month in names:
            if tokens.follows(index + 1, rest):
                return month, index + 1 + len(rest)
        return None

    def _openers(self) -> Iterator[tuple[str, str]]:
        yield from dict.fromkeys((words[0] for words, _ in self.holidays), "holiday").items()
        yield from dict.fromkeys((words[0] for words, _ in self.relative_days), "day").items()
        for kind, table in (
            ("part", self.parts),
            ("noun", self.nouns),
            ("season", self.seasons),
            ("decade", self.decades),
            ("weekday", self.weekdays),
            ("month", self.months),
        ):
            yield from dict.fromkeys(table, kind).items()
        yield from dict.fromkeys((word for word, shift in self.shifts.items() if shift == "this"), "this").items()
        yield from dict.fromkeys(("قبل", "بعد"), "distance").items()
        yield "الموسم", "campaign"
        yield from dict.fromkeys(("نفس", "ذات"), "same").items()


def _entries(table: dict[str, list[str]], kind: type) -> Iterator[tuple[str, Any]]:
    for key, words in table.items():
        for word in words:
            yield phrase(word)[0], kind(key)
