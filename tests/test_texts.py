"""A name in both languages."""

from typing import Any

import pytest
from hypothesis import given

from raqqa_data.errors import RecordError
from raqqa_data.texts import Name
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
