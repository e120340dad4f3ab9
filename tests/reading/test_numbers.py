"""Numbers as an independent speller spells them.

num2words 0.5.14 spells Arabic in the nominative, before no noun. Its faults, left out below:

- a hundred and one of a scale: 601 235 becomes ستمائة و ألف ألف, "six hundred and a thousand thousand";
- two of a scale at the end: 2000 becomes ألفا, a construct dual without its noun, which elsewhere is "a thousand".
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from raqqa_data.reading import Kind, read
from tests.strategies import examples

if TYPE_CHECKING:
    from collections.abc import Callable

_MOST = 10**12
# it ships no types
num2words: Callable[..., Any] = importlib.import_module("num2words").num2words


def _rounded_number(number: int, power: int) -> int:
    return min(int(number * 10**power), _MOST)


_rounded = st.builds(_rounded_number, st.integers(0, 999), st.integers(0, 12))
_numbers = st.one_of(st.integers(0, _MOST), st.integers(0, 10**4), _rounded)


def _spelled_right(number: int) -> bool:
    groups: list[int] = []
    rest = number
    while rest:
        rest, group = divmod(rest, 1000)
        groups.append(group)
    hundred_and_one = any(group > 100 and group % 100 == 1 for group in groups[1:])
    last = next((place for place, group in enumerate(groups) if group), 0)
    return not hundred_and_one and not (last > 0 and groups[last] == 2)


def _spelled(number: int) -> str:
    return str(num2words(number, lang="ar"))


@settings(max_examples=examples(600), deadline=None)
@given(_numbers)
def test_what_num2words_spells_is_read_back(number: int) -> None:
    assume(_spelled_right(number))
    assert [mention.value for mention in read(_spelled(number))] == [number]


@settings(max_examples=examples(200), deadline=None)
@given(
    _numbers.filter(lambda number: number > 1),
    st.sampled_from(["نحو {} كتاب", "في القرية {} نسمة.", "({})", "بلغ عددهم {}"]),
)
def test_and_in_a_sentence(number: int, sentence: str) -> None:
    assume(_spelled_right(number))
    assert [mention.value for mention in read(sentence.format(_spelled(number)))] == [number]


@settings(max_examples=examples(200), deadline=None)
@given(st.integers(2, 10**9))
def test_the_three_scripts_say_the_same(number: int) -> None:
    western = str(number)
    scripts = [western, *("".join(chr(zero + int(digit)) for digit in western) for zero in (0x660, 0x6F0))]
    values = [[mention.value for mention in read(f"بلغ العدد {digits} نسمة")] for digits in scripts]
    assert values == [[number]] * 3


@settings(max_examples=examples(200), deadline=None)
@given(st.integers(1000, 10**12), st.sampled_from([",", "٬", " ", "\u00a0", "\u202f", "'"]))
def test_groups_are_joined_whatever_parts_them(number: int, separator: str) -> None:
    (mention,) = read(f"عدد السكان {number:,} نسمة".replace(",", separator))
    assert (mention.kind, mention.value) == (Kind.CARDINAL, number)


@settings(max_examples=examples(100), deadline=None)
@given(st.integers(0, 10**6), st.sampled_from([".", ",", "٫", "،"]), st.integers(0, 99))
def test_two_decimals_are_decimals(whole: int, separator: str, rest: int) -> None:
    (mention,) = read(f"الوزن {whole}{separator}{rest:02d} طن")
    assert mention.value == float(f"{whole}.{rest:02d}")
