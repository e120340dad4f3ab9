"""Copies of one story are found, and two stories are not taken for one."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest

import raqqa_data as rd

pytest.importorskip("datasketch")

PLACES = [
    "البلدة",
    "القرية",
    "المدينة",
    "الضاحية",
    "المخيم",
    "الناحية",
    "الحي الشرقي",
    "الحي الغربي",
    "الوادي",
    "التلة",
]
SAID = [
    "قالت البلدية إن العمل في ترميم المدارس والطرق سيستمر حتى نهاية العام",
    "وأضاف المتحدث أن فرق الإطفاء وصلت خلال نصف ساعة من وقوع الحادث",
    "ونقل المصابون إلى المشفى القريب حيث يتلقون العلاج منذ صباح أمس",
    "وطالب الأهالي بإصلاح شبكة المياه التي تعطلت قبل أسبوعين من ذلك",
    "وأكد شهود أن الحريق بدأ في مخزن للوقود ثم امتد إلى البيوت المجاورة",
    "وتعمل ثلاث فرق على رفع الأنقاض من الشوارع الرئيسية ومن محيط السوق",
    "ووعد المجلس بتعويض المتضررين بعد أن تنتهي لجنة من حصر الأضرار",
    "وأغلقت المحال أبوابها يوما كاملا حدادا على من قضوا في الحادث",
    "وشارك متطوعون من القرى المجاورة في توزيع الطعام والأغطية والماء",
    "وتوقعت الأرصاد أن يستمر المطر ثلاثة أيام مع رياح في المرتفعات",
    "وافتتح الفرن بعد إصلاحه ويعمل الآن من الفجر حتى منتصف النهار",
    "وسجلت المدارس عودة معظم الطلاب وبقيت صفوف تحتاج إلى مقاعد جديدة",
]


def story(chance: random.Random) -> str:
    """A report of seven sentences on one event of one place."""
    place = chance.choice(PLACES)
    head = f"قتل {chance.randrange(3, 40)} أشخاص وأصيب {chance.randrange(5, 90)} في {place} بعد حادث وقع مساء أمس."
    begins, ends = ([half(line, at) for line in SAID] for at in (0, 1))
    lines = zip(chance.sample(begins, 6), chance.sample(ends, 6), strict=True)
    return " ".join([head, *(f"{begin} في {chance.choice(PLACES)} {end}." for begin, end in lines)])


def half(line: str, which: int) -> str:
    """The first or the second half of a sentence's words: two stories share phrases, and no whole sentence."""
    words = line.split()
    middle = len(words) // 2
    return " ".join(words[middle:] if which else words[:middle])


def edits(chance: random.Random, text: str) -> dict[str, str]:
    """Ten ways in which a copy differs."""
    sentences = text.split(". ")
    cut = [line for at, line in enumerate(sentences) if at != 3]
    swapped = [sentences[0], *sentences[2:4], sentences[1], *sentences[4:]]
    return {
        "headline": f"عاجل وحصري: تفاصيل جديدة عن الحادث. {text}",
        "figure": text.replace("أشخاص", "شخصا", 1).replace("قتل ", "قتل 4", 1),
        "cut": ". ".join(cut),
        "letters": text.replace("أ", "ا").replace("إ", "ا").replace("ة", "ه").replace("ى", "ي"),
        "order": ". ".join(swapped),
        "vowels": text.replace("قالت", "قَالَتْ").replace("البلدية", "البلديّة"),
        "digits": text.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")),
        "punctuation": text.replace(".", "؛").replace(" و", " - و"),
        "credit": f"{text} المصدر: وكالة الأنباء، جميع الحقوق محفوظة.",
        "lines": text.replace(". ", ".\n\n"),
    }


def test_ten_kinds_of_edit() -> None:
    chance = random.Random(7)
    texts: dict[str, str] = {}
    wanted: set[tuple[str, str]] = set()
    for number in range(50):
        original = story(chance)
        texts[f"{number:02d}"] = original
        for kind, edited in edits(chance, original).items():
            texts[f"{number:02d}-{kind}"] = edited
            wanted.add((f"{number:02d}", f"{number:02d}-{kind}"))
    found = {(pair.one, pair.other) for pair in rd.duplicates(texts)}
    right = {(one, other) for one, other in found if one[:2] == other[:2]}
    assert len(right) / len(found) >= 0.98
    assert len(wanted & found) / len(wanted) >= 0.95


def test_two_attacks_in_one_town_are_two_stories() -> None:
    market = "قتل 12 شخصا في انفجار وقع صباح الاثنين في سوق البلدة، ونقل 30 مصابا إلى المشفى، وقال شهود إن سيارة "
    school = "قتل 9 أشخاص في انفجار وقع مساء الخميس قرب مدرسة البلدة، وأصيب 14 آخرون، وأعلن المجلس أن الصفوف "
    texts = {"market": f"{market}كانت متوقفة قرب المدخل.", "school": f"{school}ستغلق حتى إشعار آخر."}
    assert rd.duplicates(texts) == ()


def test_short_posts() -> None:
    posts = {
        "a": "عاجل: سقوط 3 قذائف على البلدة",
        "b": "سقوط 3 قذائف على البلدة",
        "c": "سقوط 3 قتلى في القرية",
        "d": "",
        "e": "",
    }
    assert [(pair.one, pair.other) for pair in rd.duplicates(posts)] == [("a", "b")]


def test_passages_and_sources() -> None:
    text = story(random.Random(3))
    one, other = rd.open_source(text.encode()), rd.open_source(f"خبر منقول. {text}".encode())
    with pytest.raises(rd.RecordError, match="two sources have this name"):
        rd.duplicates([one, other])
    (pair,) = rd.duplicates({"one": one.text, "other": other.text})
    assert pair.likeness > 0.9
    assert "بعد حادث وقع مساء امس" in pair.passages[0]


def test_a_part_of_a_text_and_a_text_told_otherwise_in_part_are_copies() -> None:
    words = [f"كلمة{'ابتثجحخدذر'[at // 10]}{'ابتثجحخدذر'[at % 10]}" for at in range(100)]
    others = [f"غير{word}" for word in words]
    whole = " ".join(words)

    def found(other: list[str]) -> list[float]:
        return [pair.likeness for pair in rd.duplicates({"a": whole, "b": " ".join(other)})]

    assert found(words[:50]) == [round(48 / 98, 4)]  # all of it is held by the other
    assert found([*words[:75], *others[:25]]) == [round(73 / 123, 4)]  # most of each
    assert found([*words[:62], *others[:38]]) == []  # too little of either


@pytest.mark.parametrize(
    ("shared", "first", "second", "likeness"),
    [
        (13, 3, 6, 11 / 20),  # just enough of both
        (13, 4, 6, None),
        (14, 3, 7, 12 / 22),  # just enough of the shorter
        (14, 4, 7, None),
        (6, 1, 1, 6 / 8),  # just enough words of short ones
        (6, 1, 2, None),
    ],
)
def test_from_where_two_texts_are_copies(shared: int, first: int, second: int, likeness: float | None) -> None:
    words = [f"كلمة{sign}" for sign in "ابتثجحخدذرزسشصضطظعغفقكلمن"]
    one, other = words[: shared + first], [*words[:shared], *words[-second:]]
    found = rd.duplicates({"a": " ".join(one), "b": " ".join(other)})
    assert [pair.likeness for pair in found] == ([] if likeness is None else [round(likeness, 4)])


def test_a_passage_of_frequent_words_is_one() -> None:
    refrain = "غرسنا اليوم أربعين شجرة قرب النهر. " * 40
    (pair,) = rd.duplicates({"a": refrain, "b": f"عاجل. {refrain}"})
    assert [len(passage.split()) for passage in pair.passages] == [240]


def test_sources_are_told_apart_by_their_names(tmp_path: Path) -> None:
    text = story(random.Random(3))
    for name in ("one.txt", "other.txt"):
        (tmp_path / name).write_text(text, "utf-8")
    one, other = (rd.open_source(tmp_path / name) for name in ("one.txt", "other.txt"))
    assert rd.duplicates([one, other]) == rd.duplicates({one.name: text, other.name: text})
    assert len(rd.duplicates([one, other])) == 1
    with pytest.raises(rd.errors.RecordError, match="two sources have this name"):
        rd.duplicates([one, one])
    wrong: Any
    for wrong in (None, [3], "text", ["text"]):
        with pytest.raises(rd.errors.RecordError, match="give texts by their names"):
            rd.duplicates(wrong)
