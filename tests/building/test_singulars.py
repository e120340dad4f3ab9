"""Drafts of one: a noun of people in the singular, on request, from the draft to the catalogue and its check."""

from __future__ import annotations

import pytest

import raqqa_data as rd
from raqqa_data.annotate.worksheet import Drafting

TEXT = "أفاد الدفاع المدني بسقوط قتيل وجريحين في حلب أمس. وأصيبت امرأة في إدلب الأحد، وعاد رجل إلى بيته."
NAMED = 'name = { en = "A report", ar = "تقرير" }'


def drafted(text: str = TEXT, *, singulars: bool = True) -> rd.Draft:
    return rd.draft(text, document_id="a", reference="2020-06-01", singulars=singulars)


def filled_in(draft: rd.Draft) -> str:
    return draft.toml.replace('name = { en = "FILL IN", ar = "FILL IN" }', NAMED).replace(
        'attributed_to = "FILL IN"\n', ""
    )


def test_a_noun_of_people_stands_for_one_on_request() -> None:
    read = [(one.mention.text, one.mention.value) for one in drafted().observations]
    assert read == [("قتيل", 1), ("جريحين", 2), ("امرأة", 1)]
    told = {(one.figure.text, str(one.question)): one.answer for one in drafted().proposals}
    assert (told["قتيل", "what"], told["قتيل", "where"], told["قتيل", "when"]) == ("killed", "aleppo", "2020-05-31")
    assert (told["امرأة", "what"], told["امرأة", "where"]) == ("injured", "idlib")
    assert [one.mention.text for one in drafted(singulars=False).observations] == ["جريحين"]


def test_what_stands_for_one_is_built_and_verified() -> None:
    catalogue = rd.loads(rd.build(TEXT, filled_in(drafted()), proposed=True))
    assert [(one.quote.exact, one.estimate.best) for one in catalogue.observations] == [
        ("قتيل", 1),
        ("جريحين", 2),
        ("امرأة", 1),
    ]
    assert rd.verify(TEXT, catalogue).ok


@pytest.mark.parametrize(("old", "new"), [('reads = "1"\n', ""), ('reads = "1"', 'reads = "2"')])
def test_a_noun_is_one_only_where_the_annotations_say_so(old: str, new: str) -> None:
    with pytest.raises(rd.AnnotationError, match="'قتيل' holds no figure"):
        rd.build(TEXT, filled_in(drafted()).replace(old, new), proposed=True)


@pytest.mark.parametrize("phrase", ["بسقوط قتيل", "وجريحين في", "الدفاع", "أفاد"])
def test_other_words_are_not_one_whatever_the_annotations_say(phrase: str) -> None:
    toml = filled_in(drafted())
    wrong = toml.replace(
        f'phrase = "قتيل"\nstart = {TEXT.index("قتيل")}', f'phrase = "{phrase}"\nstart = {TEXT.index(phrase)}'
    )
    assert wrong != toml
    with pytest.raises(rd.AnnotationError, match=r"observation\[0\]"):
        rd.build(TEXT, wrong, proposed=True)


def test_of_a_folder_and_on_the_page_it_is_asked_for_too() -> None:
    source = rd.Source(name="a.txt", text=TEXT, sha256="0" * 64, media_type="text/plain")
    for singulars in (True, False):
        assert len(Drafting(singulars=singulars).of(source, "a").observations) == (3 if singulars else 1)
