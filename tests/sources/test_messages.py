"""What is the export of a chat."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from raqqa_data.sources.messages import is_telegram, is_whatsapp
from raqqa_data.sources.opening import holds_many

if TYPE_CHECKING:
    from pathlib import Path

LINES = {"m": "12/03/2024, 08:15 - سعاد: نعم", "n": "12/03/2024, 08:15 - انضم إلى المجموعة", "x": "نعم"}


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
    assert is_whatsapp("\n".join(map(LINES.__getitem__, dated))) is chat


@pytest.mark.parametrize(
    ("name", "text", "many"),
    [
        ("a.CSV", "x", True),
        ("a.json", "x", True),
        ("a.txt", f"{LINES['m']}\n{LINES['m']}", True),
        ("a.txt", "نعم", False),
        ("a.md", f"{LINES['m']}\n{LINES['m']}", False),
        ("a.docx", "x", False),
        ("a.odd", "x", False),
        ("a.txt", None, False),
    ],
)
def test_a_table_an_export_or_a_chat_holds_many_texts(tmp_path: Path, name: str, text: str | None, many: bool) -> None:
    if text is not None:
        (tmp_path / name).write_text(text, "utf-8")
    assert holds_many(tmp_path / name) is many
