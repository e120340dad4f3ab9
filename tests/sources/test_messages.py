"""What is the export of a chat."""

from __future__ import annotations

import pytest

from raqqa_data.sources.messages import is_telegram, is_whatsapp


@pytest.mark.parametrize(
    ("content", "chat"),
    [
        ('{"messages": [{"type": "message"}]}', True),
        ('{"messages": [{"date_unixtime": "5"}]}', True),
        ('{"messages": [{"date": "5"}]}', False),
        ('{"rows": [{"type": "message"}]}', False),
        ('[{"messages": [{"type": "message"}]}]', False),
    ],
)
def test_what_telegram_exports(content: str, chat: bool) -> None:
    assert is_telegram(content.encode()) is chat


@pytest.mark.parametrize(
    ("dated", "chat"), [("m", False), ("mm", True), ("mn", True), ("mnn", False), ("nn", False), ("xx", False)]
)
def test_a_chat_has_two_lines_with_a_date_and_half_of_them_are_of_somebody(dated: str, chat: bool) -> None:
    lines = {"m": "12/03/2024, 08:15 - سعاد: نعم", "n": "12/03/2024, 08:15 - انضم إلى المجموعة", "x": "نعم"}
    assert is_whatsapp("\n".join(map(lines.__getitem__, dated))) is chat
