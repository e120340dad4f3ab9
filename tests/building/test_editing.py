from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

import raqqa_data as rd
from raqqa_data.building.annotation_tables import Tables, dropped, rewritten, tables_of
from raqqa_data.building.editing import confirm_observation, define, drop_observation, set_field

COUNCIL = {"id": "health-office", "name": {"en": "Health office", "ar": "مكتب الصحة"}}
HAND_MADE = '''\
# mine

[document]
id = "wells"   # the id

# «حفرت ⟦15 بئرا⟧ في القرية.»
[[observation]]  # [[observation]]
id = "wells.dug"
phrase = "15 بئرا"
start = 6
place = "FILL IN"  # [[place]]
note = """
[[observation]]
# no comment"""
annotation = "proposed"

[observation.subgroup]
sex = "female"

# a word at the end
'''


def lines(text: str) -> set[str]:
    return set(text.splitlines())


def test_one_field_changes_and_nothing_else(article: str, notes: str) -> None:
    changed = set_field(notes, "campaign.trees_planted", "period", "2021-04")
    assert lines(notes) - lines(changed) == set()
    assert lines(changed) - lines(notes) == {'period = "2021-04"'}
    assert rd.loads(rd.build(rd_article(), changed)).observations["campaign.trees_planted"].period == rd.Period(
        "2021-04"
    )


def rd_article() -> str:
    from tests.building.conftest import EXAMPLE

    return (EXAMPLE / "article.ar.txt").read_text("utf-8")


def read_anew(toml: str) -> Tables:
    for number in range(8):
        tables_of(f"number = {number}")  # of the files that were read last, few are kept
    return tables_of(toml)


@pytest.mark.parametrize("value", ["Raqqa", "the village behind the hill, as the council calls it", None])
@pytest.mark.parametrize("key", ["place", "annotation", "note"])
def test_what_is_kept_of_a_changed_file_is_what_it_says(key: str, value: str | None) -> None:
    toml = HAND_MADE + HAND_MADE.partition("\n\n")[2].partition("\n\n")[2].replace("wells.dug", "wells.again")
    before = tables_of(toml)
    for index in (1, 0):
        changed = rewritten(tables_of(toml), "observation", index, {key: value})
        kept = tables_of(changed)
        assert kept is not read_anew(changed)
        assert kept == read_anew(changed)
        toml = changed
    assert before == read_anew(before.text)


def test_a_comment_that_comes_to_stand_above_the_next_table_is_its_own() -> None:
    toml = '[[observation]]\nid = "a.b"\n# of the next\nnote = "x"\n[[observation]]\nid = "a.c"\n'
    changed = set_field(toml, "a.b", "note", None)
    assert tables_of(changed) == read_anew(changed)
    assert tables_of(changed).blocks[1].start == changed.index("# of")


def test_a_key_comes_in_and_goes(notes: str) -> None:
    named = set_field(notes, 1, "note", {"en": "by hand", "ar": "يدويا"})
    assert 'note = {en = "by hand", ar = "يدويا"}' in lines(named)
    assert set_field(named, 1, "note", None) == notes


def test_what_looks_like_a_table_in_a_text_or_a_comment_is_none() -> None:
    changed = set_field(HAND_MADE, "wells.dug", "subgroup", {"sex": "male"})
    assert tomllib.loads(changed)["observation"][0]["subgroup"] == {"sex": "male"}
    changed = set_field(changed, 0, "period", "2022")
    assert {"# mine", 'id = "wells"   # the id', "# a word at the end", '# no comment"""'} <= lines(changed)
    confirmed = confirm_observation(set_field(set_field(changed, 0, "place", None), 0, "note", "ok"), "wells.dug")
    assert "annotation" not in tomllib.loads(confirmed)["observation"][0]


def test_the_comment_of_an_old_value_goes_with_it() -> None:
    defined = define(HAND_MADE, "place", {"id": "here", "name": {"en": "Here", "ar": "هنا"}, "kind": "town"})
    assert 'place = "here"' in lines(set_field(defined, 0, "place", "here"))


def test_what_is_open_is_not_confirmed(notes: str) -> None:
    with pytest.raises(rd.AnnotationError, match=r"observation\[0\]\.place: is still to be filled in"):
        confirm_observation(HAND_MADE, "wells.dug")
    assert confirm_observation(notes, "campaign.volunteers") == notes


def test_a_dropped_observation_leaves_a_note(notes: str) -> None:
    changed = drop_observation(notes, "campaign.trees_planted")
    assert list(dropped(tables_of(changed))) == [("أكثر من 1200 شجرة", 102, None)]
    assert [row["id"] for row in tomllib.loads(changed)["observation"]] == [
        row["id"] for row in tomllib.loads(notes)["observation"] if row["id"] != "campaign.trees_planted"
    ]


def test_a_whole_is_not_dropped_from_its_parts(notes: str) -> None:
    with pytest.raises(rd.AnnotationError, match=r"observation\[4\]\.part_of: names 'campaign\.volunteers'"):
        drop_observation(notes, "campaign.volunteers")
    same = drop_observation(notes, "campaign.volunteers", same_as="campaign.trees_planted")
    assert [row.get("part_of") for row in tomllib.loads(same)["observation"]][-4:-2] == ["campaign.trees_planted"] * 2
    assert [other for *_, other in dropped(tables_of(same))] == ["campaign.trees_planted"]


def test_who_named_an_observation_names_it_by_its_new_id(notes: str) -> None:
    changed = tomllib.loads(set_field(notes, "campaign.volunteers", "id", "campaign.people"))
    assert [row["part_of"] for row in changed["observation"] if "part_of" in row] == ["campaign.people"] * 2


def test_a_definition_stands_with_its_like(notes: str) -> None:
    changed = define(notes, "agent", COUNCIL)
    assert changed.index("residents") < changed.index("health-office") < changed.index("[[place]]")
    assert define(changed, "agent", COUNCIL) == changed
    with pytest.raises(rd.AnnotationError, match=r"agent\[3\]\.id: 'health-office' is another one already"):
        define(changed, "agent", {**COUNCIL, "name": {"en": "Other", "ar": "آخر"}})


def test_a_definition_takes_the_table_that_the_draft_left_open() -> None:
    changed = define(rd.draft("زرعت 40 شجرة.", document_id="valley"), "agent", COUNCIL)
    assert tomllib.loads(changed)["agent"] == [COUNCIL]


def test_the_first_definition_stands_after_the_head() -> None:
    changed = define(HAND_MADE, "agent", COUNCIL)
    assert changed.index("the id") < changed.index("health-office") < changed.index("«")
    assert tomllib.loads(define("", "agent", COUNCIL)) == {"agent": [COUNCIL]}
    assert tomllib.loads(define('[[observation]]\nid = "a.b"\n', "agent", COUNCIL))["agent"] == [COUNCIL]


def test_a_place_within_another_is_known(notes: str) -> None:
    inner = {"id": "spring", "name": {"en": "Spring", "ar": "النبع"}, "kind": "quarter", "within": "olive-valley"}
    assert tomllib.loads(define(notes, "place", inner))["place"][-1] == inner
    with pytest.raises(rd.AnnotationError, match=r"place\[1\]\.within: no place 'olive-vale'; did you mean"):
        define(notes, "place", {**inner, "within": "olive-vale"})


@pytest.mark.parametrize(
    ("key", "value", "told"),
    [
        ("plce", "x", r"observation\[3\]\.plce: unknown key; did you mean 'place'"),
        ("place", "olive", "no place 'olive'; did you mean 'olive-valley'"),
        ("attributed_to", "nobody", "no agent 'nobody'"),
        ("part_of", "campaign.volunteers", "would be part of itself"),
        ("part_of", "campaign.student_volunteers", "would be part of itself"),
        ("part_of", "campaign.nothing", "no observation 'campaign.nothing'"),
        ("of", "campaign.volunteers", "would be part of itself"),
        ("period", "2021-13", "no such month"),
        ("id", "campaign.length", "stands here already"),
        ("id", "Campaign Length", "dataset.field"),
        ("note", " ", "is empty"),
        ("note", "a\x1b[2J", r"control character U\+001B"),
        ("note", {"en": "a\x00", "ar": "ب"}, r"control character U\+0000"),
        ("note", [1], "neither a text nor a number nor a table"),
        ("where_prec", True, "neither a text nor a number nor a table"),
    ],
)
def test_what_can_never_stand_there_is_refused(notes: str, key: str, value: object, told: str) -> None:
    with pytest.raises(rd.RaqqaDataError, match=told):
        set_field(notes, "campaign.volunteers", key, value)


def test_what_records_name_something_by_stays(notes: str) -> None:
    with pytest.raises(rd.AnnotationError, match="is what records name it by; define another"):
        set_field(notes, 0, "id", "office", section="agent")


def test_a_percentage_may_say_of_what_in_words(notes: str) -> None:
    assert set_field(notes, "campaign.seedlings_alive", "of", "the seedlings in the ground") != notes


def test_the_head_and_events_are_edited_alike(notes: str) -> None:
    assert 'published = "2022-02-16"' in set_field(notes, 0, "published", "2022-02-16", section="document")
    event = tomllib.loads(notes)["event"][0]["id"]
    changed = set_field(notes, event, "period", "2021-03", section="event")
    assert tomllib.loads(changed)["event"][0]["period"] == "2021-03"
    assert confirm_observation(changed, event, section="event") == changed
    assert "event" not in tomllib.loads(drop_observation(changed, event, section="event"))
    with pytest.raises(rd.NotFoundError, match="no section 'evnt'; did you mean 'event'"):
        set_field("[[evnt]]", 0, "period", "2021", section="evnt")


@pytest.mark.parametrize("which", ["campaign.volunters", 99, -1])
def test_an_observation_that_is_not_there_is_told(notes: str, which: str | int) -> None:
    with pytest.raises(rd.NotFoundError, match="no observation"):
        drop_observation(notes, which)


@pytest.mark.parametrize(
    "text",
    ['observation = [{id = "a.b"}]', "observation = 3", "observation = [3]", '[observation]\nid = "a.b"'],
)
def test_another_form_is_refused_with_the_cure(text: str) -> None:
    with pytest.raises(rd.AnnotationError, match=r"write each as a table of its own, under \[\[observation\]\]"):
        set_field(text, 0, "period", "2022")


def test_a_table_that_a_list_cuts_in_two_is_refused() -> None:
    with pytest.raises(rd.AnnotationError, match="is written in a form that is not changed here"):
        set_field('[[observation]]\nid = "a.b"\nnote = [\n["x"]\n]\n', 0, "period", "2022")


def test_no_section_of_that_name_is_defined() -> None:
    with pytest.raises(rd.NotFoundError, match="no section 'agnt'; did you mean 'agent'"):
        define("", "agnt", COUNCIL)
    with pytest.raises(rd.AnnotationError, match=r"agent\[0\]\.id: is still to be filled in"):
        define("", "agent", {**COUNCIL, "id": "FILL IN"})
    with pytest.raises(rd.AnnotationError, match="is not TOML"):
        define("[", "agent", COUNCIL)


def test_a_person_s_own_comment_is_no_note_of_a_figure() -> None:
    text = '# no figure: I think\n# no figure: "x\\q" at 3\n# the same as a.b: "15" at 3\n'
    assert list(dropped(tables_of(text))) == [("15", 3, "a.b")]


@given(st.text(st.characters(codec="utf-8"), max_size=40))
def test_any_text_that_a_record_may_hold_is_written_as_it_is(text: str) -> None:
    base = '[[observation]]\nid = "a.b"\n\n[[observation]]\nid = "a.c"\n'
    try:
        changed = set_field(base, "a.b", "inferred", text)
    except rd.AnnotationError:
        return
    assert tomllib.loads(changed)["observation"] == [{"id": "a.b", "inferred": text}, {"id": "a.c"}]
    assert tables_of(changed).blocks_of("observation")[1].end == len(changed)
