"""A name in both languages."""

from typing import Any

import pytest
from hypothesis import given

from raqqa_data.errors import RecordError
from raqqa_data.texts import Name, text_fault
from tests.strategies import texts


@given(texts(), texts())
def test_a_name_holds_both_and_reads_as_the_english_one(en: str, ar: str) -> None:
    name = Name(en, ar)
    assert (name.en, name.ar, str(name)) == (en, ar, en)
    assert name == Name(en=en, ar=ar)
    assert hash(name) == hash(Name(en, ar))


@pytest.mark.parametrize("value", ["", " ", "\n\t", "\u00a0", None, 5, b"Raqqa", ["Raqqa"], Name("a", "b")])
@pytest.mark.parametrize("field", ["en", "ar"])
def test_a_name_needs_words_in_both_languages(field: str, value: Any) -> None:
    fields: dict[str, Any] = {"en": "Raqqa", "ar": "الرقة", field: value}
    with pytest.raises(RecordError, match=rf"Name\.{field} = .*both languages") as caught:
        Name(**fields)
    assert (caught.value.field, caught.value.value) == (field, value)


def test_a_name_cannot_be_changed() -> None:
    name: Any = Name("Raqqa", "الرقة")
    for field in ("en", "ar", "fr"):
        with pytest.raises(AttributeError):
            setattr(name, field, "Rakka")
    assert not hasattr(name, "__dict__")


@pytest.mark.parametrize(
    "text", ["\U0001f333 شجرة", "two\nlines\tand\r\n", "\u200f\u2067الرقة\u2069", "\u00a0a", "\ufffd"]
)
def test_what_a_record_may_hold(text: str) -> None:
    assert text_fault(text) is None


@pytest.mark.parametrize(
    "sign", ["\0", "\x01", "\x08", "\x0b", "\x0c", "\x1b", "\x1f", "\x7f", "\x85", "\x9b", "\ufdd0", "\ufffe", "\uffff"]
)
@pytest.mark.parametrize("field", ["en", "ar"])
def test_a_control_character_is_refused_with_its_place(field: str, sign: str) -> None:
    fields = {"en": "Raqqa", "ar": "الرقة", field: f"الرقة{sign}"}
    with pytest.raises(RecordError, match=rf"U\+{ord(sign):04X} at 5") as caught:
        Name(**fields)
    assert caught.value.field == field


def test_half_a_surrogate_pair_is_refused() -> None:
    assert text_fault("ab\ud800") == "holds half a pair of surrogates at 2, which no UTF-8 file can hold"
    assert text_fault("\udfff") is not None
