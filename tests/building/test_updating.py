from __future__ import annotations

import tomllib

import raqqa_data as rd
from raqqa_data.building.editing import define, drop_observation, set_field, updated

FIRST = "شاهدنا 15 بئرا، ورأينا 40 سلة."  # nothing says what became of them


def draft(text: str) -> str:
    return rd.draft(text, document_id="wells")


def phrases(toml: str) -> list[tuple[str, int]]:
    return [(row["phrase"], row["start"]) for row in tomllib.loads(toml)["observation"]]


def annotated(text: str = FIRST) -> str:
    toml = draft(text).replace('"FILL IN: dataset.field"', '"wells.dug"', 1)
    return toml.replace('period = "FILL IN"', 'period = "2022"  # I am sure', 1)


def test_nothing_new_changes_nothing(article: str, notes: str) -> None:
    assert updated(annotated(), draft(FIRST)) == annotated()
    new = updated(notes, rd.draft(article, document_id="olive-valley"))
    assert rd.build(article, new) == rd.build(article, notes)


def test_what_moved_is_followed_and_what_was_written_stays() -> None:
    text = f"في الربيع، {FIRST}"
    new = updated(annotated(), draft(text))
    assert phrases(new) == phrases(draft(text))
    assert 'period = "2022"  # I am sure' in new
    head = tomllib.loads(new)["document"]
    assert (head["characters"], head["sha256"]) == (len(text), tomllib.loads(draft(text))["document"]["sha256"])


def test_what_is_new_comes_in_where_it_stands() -> None:
    text = FIRST.replace("، و", "، وزرعت 9 شجرات، و")
    new = updated(annotated(), draft(text))
    assert phrases(new) == phrases(draft(text))
    assert next(row["id"] for row in tomllib.loads(new)["observation"]) == "wells.dug"
    last = FIRST.replace(".", " و7 خيام.")
    assert phrases(updated(annotated(), draft(last))) == phrases(draft(last))


def test_a_place_comes_in_with_those_that_it_lies_in() -> None:
    text = "قتل 12 شخصا في السودان."
    new = updated(draft(text), draft(f"{text} وجرح 5 أشخاص في حمص."))
    within = {row["id"]: row.get("within") for row in tomllib.loads(new)["place"]}
    assert within == {"sudan": None, "homs": "syria", "syria": None}


def test_what_was_told_to_be_no_figure_stays_away() -> None:
    assert phrases(updated(drop_observation(annotated(), 1), draft(FIRST))) == phrases(draft(FIRST))[:1]


def test_what_the_text_has_no_more_is_kept_and_told() -> None:
    text = FIRST.replace("15", "16")
    new = updated(annotated(), draft(text))
    assert [phrase for phrase, _ in phrases(new)] == ["15 بئرا", "16 بئرا", "40 سلة"]
    assert new.count("# not found in the document any more\n[[observation]]") == 1
    assert updated(new, draft(text)) == new


def test_blanks_take_what_is_proposed_now_and_ids_stay_apart() -> None:
    better = draft(FIRST)
    place = {"id": "village", "name": {"en": "The village", "ar": "القرية"}, "kind": "village"}
    better = define(better, "place", place)
    for index, name in enumerate(("wells.a", "wells.dug")):
        better = set_field(better, index, "id", name)
        better = set_field(better, index, "place", "village")
        better = set_field(better, index, "period", "2023")
    better = set_field(better, 1, "part_of", "wells.a")
    gone = annotated().split("\n[[observation]]")
    old = "\n[[observation]]".join(gone[:2])  # the second one is new
    new = tomllib.loads(updated(old, better))
    assert new["place"] == [{"id": "FILL IN", "name": {"en": "FILL IN", "ar": "FILL IN"}, "kind": "FILL IN"}, place]
    assert [row["place"] for row in new["observation"]] == ["village", "village"]
    assert [row["period"] for row in new["observation"]] == ["2022", "2023"]
    assert [row["id"] for row in new["observation"]] == ["wells.dug", "wells.dug_2"]
    assert new["observation"][1]["part_of"] == "wells.dug"
    assert updated("", better).count("[[observation]]") == 2


def test_dates_follow_too() -> None:
    text = "وصلت القافلة في 3 مارس 2021."
    event = f'[[event]]\nid = "arrival"\nphrase = "3 مارس 2021"\nstart = {text.index("3 مارس")}\n'
    new = updated(f"{draft(text)}\n{event}", draft(f"قيل: {text}"))
    assert [row["start"] for row in tomllib.loads(new)["event"]] == [text.index("3 مارس") + len("قيل: ")]
    assert "not found" not in new


def test_what_comes_in_comes_with_what_makes_it_true() -> None:
    text = "قتل 12 شخصا. وبلغ إنتاج القمح 300 ألف طن، والشعير 90 ألفا."
    better = rd.draft(text, document_id="a", reference="2023-05-10", place="syria", until_published=True)
    lines = rd.draft(text, document_id="a").replace("90,000 metric_ton", "90,000").splitlines(keepends=True)
    old = "".join(line for line in lines if not line.startswith("note ="))
    rows, new = (tomllib.loads(toml)["observation"] for toml in (better, updated(old, better)))
    for key in ("place", "where_prec", "period", "inferred", "reads", "note"):
        assert [row.get(key) for row in new] == [row.get(key) for row in rows]


def test_what_a_person_wrote_is_not_said_to_be_inferred() -> None:
    text = "قتل 12 شخصا."
    better = rd.draft(text, document_id="a", reference="2023-05-10", place="syria", until_published=True)
    old = rd.draft(text, document_id="a").replace('place = "FILL IN"', 'place = "village"')
    old = old.replace('period = "FILL IN"', 'period = "2022"')
    (row,) = tomllib.loads(updated(old, better))["observation"]
    assert (row["place"], row["period"]) == ("village", "2022")
    assert row.keys().isdisjoint({"where_prec", "inferred"})
