"""Pages whose font names other letters than it shows are told; sound ones are not."""

import pytest

from raqqa_data.sources import open_source
from raqqa_data.sources.lettering import doubtful_pages
from tests.processes import needs_processes
from tests.sources.files import drawn, from_right
from tests.sources.test_opening import needs_poppler

PAGE = (
    "قالت البلدية إن أكثر من 300 أسرة عادت إلى البلدة بعد ترميم الطرق والمدارس في الحي الشرقي وإن المياه وصلت إلى كل "
    "البيوت قبل بداية العام وأضافت أن العمل في الجسر القديم يستمر حتى نهاية شهر آذار ثم يبدأ في المستشفى مع غيره"
)
LAM_AND_MEEM = str.maketrans("لم", "مل")


@pytest.mark.parametrize(
    "page",
    [
        PAGE.translate(LAM_AND_MEEM),
        PAGE[::-1],
        "\ue012\ue013 " * 9 + PAGE,
        PAGE.encode("cp1256").decode("cp1252"),
        "é" * 31,
    ],
)
def test_a_page_that_is_no_arabic(page: str) -> None:
    (finding,) = doubtful_pages([PAGE, page])
    assert finding.kind == "font"
    assert str(finding).startswith("page 2: ")


@pytest.mark.parametrize(
    "page",
    [
        PAGE,
        PAGE[:100].translate(LAM_AND_MEEM),
        "نيسان 5 أطنان 12 كيلومتر 7 آذار ثلاث ساعات وألف طن " * 9,
        "The town had 300 trees. " * 9,
        "Ils ont réparé l'école détruite à Alep, située près d'une forêt. " * 3,
        "é" * 30,  # too few letters to tell
    ],
)
def test_a_sound_page(page: str) -> None:
    assert doubtful_pages([page]) == ()


@needs_processes
@needs_poppler
@pytest.mark.parametrize("number", ["16", "١٦", "۱۶"])
@pytest.mark.parametrize("turned", [False, True])
def test_digits_stand_as_on_the_page_in_whatever_order_they_are_drawn(number: str, turned: bool) -> None:
    signs = from_right(f"حضرت {number} مدرسة")
    assert open_source(drawn(signs[::-1] if turned else signs)).text == f"حضرت {number} مدرسة"


@needs_processes
@needs_poppler
def test_a_font_that_names_other_letters_is_a_finding() -> None:
    words = PAGE.split()
    lines = [" ".join(words[at : at + 8]) for at in range(0, len(words), 8)]
    sound = [sign for row, line in enumerate(lines) for sign in from_right(line, 700 - 20 * row)]
    assert [finding.kind for finding in open_source(drawn(sound)).findings] == []
    wrong = [(x, y, name.translate(LAM_AND_MEEM)) for x, y, name in sound]
    assert [finding.kind for finding in open_source(drawn(wrong)).findings] == ["font"]


def test_a_font_that_makes_letters_of_what_stretches_a_word() -> None:
    page = "وعليه فإن الحكومة تضع المواطن في صوووميم الخطة وتعمل على تحقيق "
    assert [finding.kind for finding in doubtful_pages([page * 5])] == ["font"]
    assert doubtful_pages([page]) == ()
