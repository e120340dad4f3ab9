"""What a layout did to Arabic is undone."""

import pytest

from raqqa_data.reading import read
from raqqa_data.sources.shaping import straightened, unshaped


@pytest.mark.parametrize(
    ("shaped", "plain"),
    [
        ("\ufee3\ufeaa\ufef3\ufee8\ufe94", "مدينة"),
        ("\ufef6\ufef5", "لآلآ"),
        ("\u202b300\u202c \u2067شخص\u2069", "300 شخص"),
        ("٣٠٠ شخص", "٣٠٠ شخص"),
        ("مـدينـة", "مـدينـة"),
        ("½ و²", "½ و²"),
    ],
)
def test_presentation_forms_and_marks(shaped: str, plain: str) -> None:
    assert unshaped(shaped) == plain


def test_a_font_that_turns_lam_and_alef() -> None:
    text, findings = straightened("عاد 3 آالف شخص إلى األرض، وثالثون إلى االستراحة، ورفعت 4 ماليين طن")
    assert text == "عاد 3 آلاف شخص إلى الأرض، وثلاثون إلى الاستراحة، ورفعت 4 ملايين طن"
    assert [finding.kind for finding in findings] == ["ligatures"]
    assert [mention.value for mention in read(text)] == [3000, 30, 4_000_000]


@pytest.mark.parametrize("text", ["عاد سالم إلى الأرض", "قال 3 رجال", "لا شيء، واالسم خطأ"])
def test_a_sound_text_stays(text: str) -> None:
    assert straightened(text) == (text, ())
