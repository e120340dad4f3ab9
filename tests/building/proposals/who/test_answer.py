from __future__ import annotations

from typing import Any

import raqqa_data as rd


def test_a_name_of_one_word_is_of_its_document() -> None:
    for document, who in (("report-1", "report-1-alhyya"), ("report-2", "report-2-alhyya"), ("FILL IN", "alhyya")):
        named: dict[str, Any] = {} if document == "FILL IN" else {"document_id": document}
        draft = rd.draft("قالت الهيئة إن 12 شخصا قتلوا.", **named)
        assert [one.answer for one in draft.proposals if one.question is rd.Question.WHO] == [who]
    draft = rd.draft("قالت هيئة الكهرباء إن 12 شخصا قتلوا. وقالت الهيئة إن 3 أشخاص أصيبوا.", document_id="report-1")
    assert {one.answer for one in draft.proposals if one.question is rd.Question.WHO} == {"hyya-alkhrbaa"}


def test_what_a_body_is_called_in_quotation_marks_is_no_place_of_a_figure() -> None:
    for text, places in (
        ("اتهم النائب الشركة العامة «معادن حلب» بالتقصير، وقال إن 12 شخصا قتلوا.", []),
        ("وصل النائب إلى حلب، وقال إن 12 شخصا قتلوا.", ["aleppo"]),
    ):
        draft = rd.draft(text, document_id="report-1", reference="2023-05-10")
        assert [one.answer for one in draft.proposals if one.question is rd.Question.WHERE] == places
