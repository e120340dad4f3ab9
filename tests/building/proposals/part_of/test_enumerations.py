"""Which figures in a row add up to one before them."""

from __future__ import annotations

import pytest

from raqqa_data import Question
from tests.building.proposals.part_of.test_answer import told


@pytest.mark.parametrize(
    ("text", "wholes"),
    [
        ("اعتقل 22 شخصا.\nالشمال: اعتقل 9\nالجنوب: قتل 3 رعاة\nالشرق: سقطت 10 قذائف", [None, None, None, None]),
        ("قتل 11 شخصا.\n- حلب: 7 رجال\n- حمص: 2\n- حماة: 2", [None, "11 شخصا", "11 شخصا", "11 شخصا"]),
        ("سجل 22 انتهاكا:\n- قتل 9 أشخاص\n- قصف 3 مدارس\n- خطف 10", [None, "22 انتهاكا", "22 انتهاكا", "22 انتهاكا"]),
        ("نزح 22 شخصا. وتضرر 9 منازل و3 مدارس و10 محال.", [None, None, None, None]),
        ("قتل 20 شخصا. توزعوا كالتالي: 9 في حلب، 6 في حمص، و5 في درعا.", [None, "20 شخصا", "20 شخصا", "20 شخصا"]),
    ],
)
def test_to_people_nothing_adds_up_but_people(text: str, wholes: list[str | None]) -> None:
    assert told(text, Question.PART_OF) == wholes


@pytest.mark.parametrize(
    ("text", "wholes"),
    [
        ("قتل 25 شخصا.\nالأسباب\nالقصف ....... 16\nالألغام ....... 5\nالرصاص ....... 4", [None, *["25 شخصا"] * 3]),
        ("قتل 25 شخصا.\nالأسباب\nالقصف ....... 16\nالألغام ....... 5\nالرصاص ....... 3", [None, None, None, None]),
    ],
)
def test_the_lines_of_a_list_need_no_marks(text: str, wholes: list[str | None]) -> None:
    assert told(text, Question.PART_OF) == wholes
