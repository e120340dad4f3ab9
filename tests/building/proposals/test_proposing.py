"""What is proposed of each figure, in sentences of our own; and laws that hold for any text."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import raqqa_data as rd
from raqqa_data import Question
from raqqa_data.building.proposals.reference.gazetteer import shipped_places
from raqqa_data.building.proposals.reference.known_names import known_from
from raqqa_data.building.proposals.words.place_words import place_words
from raqqa_data.reading.text.folding import fold_word


def answers(text: str, question: Question, *, published: str = "2023-05-10", **more: Any) -> list[str | None]:
    """For each figure, what is proposed."""
    draft = rd.draft(text, document_id="report", reference=published, **more)
    return [
        next((proposal.answer for proposal in drafted.proposals if proposal.question is question), None)
        for drafted in draft.observations
    ]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("قال الدفاع المدني إن 12 شخصا قتلوا.", "civil-defence"),
        ("وأعلنت وزارة الصحة مقتل 12 شخصا.", "ministry-of-health"),
        ("قتل 12 شخصا، بحسب المرصد السوري.", "sohr"),
        ("وفقا للأمم المتحدة، نزح 900 شخص.", "un"),
        ("اليونيسف: 900 طفل بحاجة إلى مساعدة.", "unicef"),
        ("وأفاد المتحدث باسم وزارة الصحة بأن 12 شخصا أصيبوا.", "ministry-of-health"),
        ("وقال مدير المشفى إن 12 شخصا أصيبوا.", "mdyr-almshfy"),
        ("قتل 12 شخصا في الغارة.", None),
        ("زار مدير المشفى 12 جريحا.", None),
        ("بحسب ثلاثة أشخاص قتل 12 شخصا.", None),
    ],
)
def test_who_says_it(text: str, who: str | None) -> None:
    assert answers(text, Question.WHO)[-1] == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("قتل 12 شخصا، بحسب ما أفاد الدفاع المدني.", "civil-defence"),
        ("قتل 12 شخصا وفقا لهيئة الأرصاد.", "hyya-alarsad"),
        ("قال مدير المشفى لإذاعة محلية إن 12 شخصا أصيبوا.", "mdyr-almshfy"),
        ("بلدية الزهور: نحتاج 40 خيمة.", "bldya-alzhwr"),
        ("حلب - سانا: افتتحت البلدية 12 مدرسة.", None),
        ("أما مدير المشفى فأكد أن 12 شخصا أصيبوا.", "mdyr-almshfy"),
        ("قال مدير المشفى: «وصل الجرحى ليلا. أصيب 12 شخصا. ولا دواء».", "mdyr-almshfy"),
        ("أحصى الدفاع المدني القتلى على النحو التالي:\n12 قتيلا بالقصف", "civil-defence"),
        ("قتل 12 شخصا، حسبما ذكرت رويترز نقلا عن الدفاع المدني.", "civil-defence"),
    ],
)
def test_who_says_it_in_other_words(text: str, who: str | None) -> None:
    assert answers(text, Question.WHO)[-1] == who


def test_a_statement_goes_on_over_sentences() -> None:
    text = "قالت اليونيسف إن 900 طفل نزحوا. وأضافت أن 40 مدرسة دمرت. وأغلقت 7 مراكز."
    assert answers(text, Question.WHO) == ["unicef", "unicef", None]
    text = "أصدر مجلس المدينة بيانا. وقال المجلس إن 9 منازل دمرت."
    assert answers(text, Question.WHO) == ["mjls-almdyna"]


def test_what_another_said_is_conveyed() -> None:
    text = "نقلت وكالة رويترز عن وزارة الصحة أن 12 شخصا قتلوا."
    assert answers(text, Question.WHO) == ["ministry-of-health"]
    assert answers(text, Question.CONVEYED_BY) == ["reuters"]
    text = "ونشرت منظمة الصحة العالمية بيانا. وتابع البيان أن وزارة الصحة أكدت إصابة 40 شخصا."
    assert answers(text, Question.CONVEYED_BY)[-1] == "who"


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("قتل 12 شخصا في حلب.", "aleppo"),
        ("قتل 12 شخصا بمدينة حلب.", "aleppo"),
        ("قتل 12 شخصا في محافظة الرقة.", "ar-raqqa"),
        ("قتل 12 شخصا في الرقة شمال شرق سوريا.", "raqqa-city"),
        ("قتل 12 شخصا في محافظة حلب.", "aleppo-governorate"),
        ("نزح 900 شخص إلى مخيم الزهور.", "alzhwr-camp"),
        ("قتل 12 شخصا في الغارة.", None),
        ("قال المرصد السوري إن 12 شخصا قتلوا.", None),
    ],
)
def test_where(text: str, where: str | None) -> None:
    assert answers(text, Question.WHERE) == [where]


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("قصف الطيران سوق الزيتون وقتل 12 شخصا.", "alzytwn-market"),
        ("عبرت 12 شاحنة من معبر الصنوبر.", "alsnwbr-crossing"),
        ("نزح 900 شخص إلى مخيم أبو الورد للنازحين.", "abw-alwrd-camp"),
        ("نزح 900 شخص إلى مخيم للنازحين.", None),
        ("نزح 900 شخص إلى بلدة أخرى.", None),
        ("قتل 12 شخصا شمالي حلب.", "aleppo"),
        ("زارت البعثة مدينة حلب. ونزح 900 شخص من المدينة.", "aleppo"),
        ("زارت البعثة مدينة الرقة ومدينة تدمر. ونزح 900 شخص من المحافظة.", "ar-raqqa"),
        ("بلغ العدد في حلب 5.1 ملايين شخص، نزح منهم 900 شخص.", "aleppo"),
        ("قتل 12 شخصا في حلب. \nوفي بستان الورد قتل 9 أشخاص.", None),
        ("قتل 12 شخصا في حلب ونزح 40 إلى إدلب. \nقتل 9 أشخاص.", None),
    ],
)
def test_where_that_is_no_city_of_a_list(text: str, where: str | None) -> None:
    assert answers(text, Question.WHERE)[-1] == where


@pytest.mark.parametrize(
    ("several", "one"),
    [
        ("محليتي", "محلية"),
        ("قرى", "قرية"),
        ("بلدات", "بلدة"),
        ("محافظات", "محافظة"),
        ("مدن", "مدينة"),
        ("مديريتي", "مديرية"),
        ("مدينة", "مدينة"),
        ("قضاء", "قضاء"),
    ],
)
def test_a_place_is_called_alike_alone_and_as_the_first_of_several(several: str, one: str) -> None:
    assert place_words().one[fold_word(several)] == one


def test_a_crossing_lies_in_neither_country_alone() -> None:
    drafts = [
        rd.draft(f"{lead} دخلت 12 شاحنة من معبر رفح.", document_id="a", reference="2024-05-03")
        for lead in ("في مدينة رفح المصرية كان المطر.", "في قطاع غزة كان المطر.")
    ]
    rows = [next(row for row in tomllib.loads(draft.toml)["place"] if row["id"] == "rfh-crossing") for draft in drafts]
    assert rows[0] == rows[1]
    assert "within" not in rows[0]


def test_a_namesake_in_a_country_that_the_text_does_not_speak_of_is_no_place_of_it() -> None:
    text = "تعيش ليبيا أزمة. وقال السكان إن 12 شخصا قتلوا في {} أمس."
    assert answers(text.format("درنة"), Question.WHERE) == ["darnah"]
    assert answers(text.format("البيضاء"), Question.WHERE) == ["al-bayda"]
    assert answers(text.format("إدلب"), Question.WHERE) == [None]


def test_each_figure_of_a_list_has_its_own_place_and_behind_two_nothing_says_which() -> None:
    text = "قتل 12 شخصا في حلب و9 أشخاص في إدلب. وأصيب 30 شخصا."
    assert answers(text, Question.WHERE) == ["aleppo", "idlib", None]


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("قتل 12 شخصا أمس.", "2023-05-09"),
        ("قتل 12 شخصا منذ مارس 2020.", "2020-03/2023-05-10"),
        ("قتل 12 شخصا حتى نهاية عام 2019.", None),
        ("قتل 12 شخصا في مارس 2020، وأصيب 30 شخصا في مايو 2021.", "2020-03"),
        ("قتل 12 شخصا بعد عام 2011.", None),
        ("قتل 12 شخصا.", None),
    ],
)
def test_when(text: str, when: str | None) -> None:
    found = answers(text, Question.WHEN)[0]
    assert found == when or (when is None and found is not None and found.startswith(".."))


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("قتل 12 شخصا.", "killed"),
        ("سقط 12 قتيلا.", "killed"),
        ("12 جريحا في حلب.", "injured"),
        ("أعيد بناء 15 جسرا.", "bridges_rebuilt"),
        ("تم ترميم أو بناء 300 مدرسة.", "schools_restored"),
        ("رفع 5 آلاف متر مربع من الأنقاض.", "rubble_removed"),
        ("وزعت المنظمة 400 سلة غذائية.", "food_baskets_distributed"),
        ("عاد 500 نازح إلى منازلهم.", "returned"),
        ("الإفراج عن 30 معتقلا.", "released"),
        ("خصص المجلس 5 ملايين دولار.", "money_allocated_usd"),
        ("المعركة استمرت 4 أشهر.", "battle_duration"),
        ("في القرية 15 بئرا.", "wells_existing"),
    ],
)
def test_of_what(text: str, what: str | None) -> None:
    assert answers(text, Question.WHAT)[-1] == what


def test_whom_a_noun_tells_apart() -> None:
    draft = rd.draft("قتل 12 طفلا و9 من المدنيين و4 نساء و30 شخصا.", document_id="report")
    found = [str(p.subgroup or "") for drafted in draft.observations for p in drafted.proposals if p.question == "what"]
    assert found == ["age=child", "status=civilian", "sex=female", ""]


def test_part_of_what() -> None:
    text = "قتل 12 شخصا، بينهم 4 أطفال وامرأة واحدة و3 مسعفين. وأصيب 30 شخصا، منهم 5 نساء."
    found = answers(text, Question.PART_OF)
    assert (found[0], found[1]) == (None, "report.killed")
    assert (found[-2], found[-1]) == (None, "report.injured")
    assert answers("دمرت 5 مدارس من أصل 20 مدرسة.", Question.PART_OF)[0] is not None
    assert answers("قتل 12 شخصا: 7 في حلب و5 في إدلب.", Question.PART_OF)[1:] == ["report.killed"] * 2
    assert answers("قتل 12 شخصا وأصيب 30 شخصا.", Question.PART_OF) == [None, None]


def test_a_figure_told_again_is_the_same() -> None:
    text = "مقتل 12 شخصا في حلب\nقتل 12 شخصا في حلب أمس. وقتل 12 شخصا في إدلب."
    assert answers(text, Question.SAME_AS) == [None, "report.killed", None]
    draft = rd.draft(text, document_id="report", reference="2023-05-10")
    assert draft.count("\n[[observation]]") == 2
    assert "# the same figure again, as of report.killed: «12 شخصا»" in draft


def test_what_is_said_of_it_where_it_is_told_again_is_said_of_the_first() -> None:
    text = "مقتل 7 مدنيين في حلب\nقتل 7 مدنيين، بينهم طفلان وامرأة، في حلب أمس، حسب الدفاع المدني."
    assert answers(text, Question.SAME_AS)[1] == "report.killed_civilian"
    assert answers(text, Question.WHEN)[0] == "2023-05-09"
    assert answers(text, Question.WHO)[0] == answers(text, Question.WHO)[1] == "civil-defence"
    assert answers(text, Question.PART_OF)[2] == "report.killed_civilian"


def test_two_children_and_a_woman_are_two_children() -> None:
    draft = rd.draft("قتل 7 مدنيين، بينهم طفلان وامرأة، في حلب.", document_id="report")
    assert 'subgroup = { age = "child" }' in draft.toml


KNOWN = """
[[agent]]
id = "jisr"
name = { en = "Jisr association", ar = "جمعية جسر" }
aliases = ["جسر للإغاثة"]

[[place]]
id = "upper-village"
name = { en = "Upper Village", ar = "القرية العليا" }
kind = "village"
aliases = ["العليا"]

[[indicator]]
id = "looms"
name = { en = "Looms given", ar = "الأنوال الموزعة" }
unit = "item"
additivity = "flow"
aliases = ["نولا"]
"""


def test_a_reference_file_goes_before_what_ships() -> None:
    text = "قالت جسر للإغاثة إنها وزعت 40 نولا في القرية العليا."
    found = {question: answers(text, question, known=KNOWN) for question in Question}
    assert (found[Question.WHO], found[Question.WHERE], found[Question.WHAT]) == (
        ["jisr"],
        ["upper-village"],
        ["looms"],
    )
    # an indicator that counts things is none of an area, of money or of other things
    text = "وزعت الجمعية 40 نولا على مساحة 4 هكتارات بكلفة 900 دولار، وغرست 12 شجرة."
    assert answers(text, Question.WHAT, known=KNOWN).count("looms") == 1
    with pytest.raises(rd.AnnotationError, match="reference.*agents: unknown key; did you mean 'agent'"):
        rd.draft(text, known="agents = 3")
    with pytest.raises(rd.AnnotationError, match=r"agent\[0\].aliases: is a list of names"):
        rd.draft(text, known='[[agent]]\nid = "a"\nname = { en = "A", ar = "ا" }\naliases = "ا"')


STORY = """أعلن الدفاع المدني مقتل ١٢ شخصا، بينهم 4 أطفال، في حلب يوم 3 مايو 2023.
وأضاف أن 30 شخصا أصيبوا. ونقلت رويترز عن الأمم المتحدة أن أكثر من 900 شخص نزحوا إلى إدلب منذ مارس 2023."""


def test_the_evidence_stands_in_the_text_and_the_draft_builds() -> None:
    draft = rd.draft(STORY, document_id="story", reference="2023-05-10")
    for proposal in draft.proposals:
        assert STORY[proposal.figure.start : proposal.figure.end] == proposal.figure.text
        assert proposal.evidence
        for span in proposal.evidence:
            assert STORY[span.start : span.end] == span.text
    toml = draft.toml.replace('period = "FILL IN"', 'period = "2023"').replace('"FILL IN"', '"filled"')
    toml = toml.split("[[event]]")[0]
    with pytest.raises(rd.AnnotationError, match=r"observation\[0\].annotation.*is proposed; check it and delete"):
        rd.build(STORY, toml)
    built = rd.loads(rd.build(STORY, toml, proposed=True))
    assert {record.annotation for record in built.observations} == {rd.Annotation.PROPOSED}
    assert rd.loads(rd.build(STORY, toml.replace('annotation = "proposed"\n', ""))).observations[0].id == "story.killed"


def test_a_draft_is_its_toml_and_keeps_what_is_proposed(tmp_path: Path) -> None:
    draft = rd.draft(STORY, document_id="story", reference="2023-05-10")
    assert str(draft) == draft.toml == draft
    assert type(draft.toml) is str
    draft.save(tmp_path / "story.toml")
    assert (tmp_path / "story.toml").read_text("utf-8") == draft
    changed = draft.confirm("story.injured", "place", "idlib")
    assert (changed.observations, changed.text) == (draft.observations, STORY)
    assert changed != draft
    assert tomllib.loads(changed.confirm("story.injured", "where")) == tomllib.loads(draft)
    with pytest.raises(rd.NotFoundError):
        draft.confirm("story.injured", "part_of")
    with pytest.raises(rd.NotFoundError):
        draft.confirm("story.absent", "where")
    shown = draft._repr_html_()  # pyright: ignore[reportPrivateUsage]
    assert "<mark" in shown
    assert all(span.text in shown for proposal in draft.proposals for span in proposal.evidence)
    with pytest.raises(rd.FileError, match="cannot be written"):
        draft.save(tmp_path / "no" / "story.toml")


def test_a_draft_writes_over_no_work_but_its_own(tmp_path: Path) -> None:
    draft, file = rd.draft(STORY, document_id="story", reference="2023-05-10"), tmp_path / "story.toml"
    draft.save(file)
    changed = draft.confirm("story.injured", "place", "idlib")
    changed.save(file)
    changed.save(file)
    rd.draft(STORY, document_id="story", reference="2023-05-10").confirm("story.injured", "place", "idlib").save(file)
    file.write_text(f"{file.read_text('utf-8')}# a person's word\n", "utf-8")
    with pytest.raises(rd.FileError, match="is there already"):
        changed.save(file)
    assert file.read_text("utf-8").endswith("# a person's word\n")
    changed.save(file, overwrite=True)
    assert file.read_text("utf-8") == changed
    assert [path.name for path in tmp_path.iterdir()] == ["story.toml"]


def test_whose_lira_is_meant_where_the_text_does_not_say() -> None:
    text = "قال الدفاع المدني إن المجلس خصص 5 ملايين ليرة في حلب في مارس 2020."
    two = f"قتل 3 في حلب. وقتل 4 في بيروت. {text.replace(' في حلب', '')}"
    assert "5 ملايين ليرة" in [figure.text for figure, _ in rd.draft(two, document_id="report").left_out]
    assert "# in SYP: of the countries" in rd.draft(text, document_id="report")
    draft = rd.draft(text, document_id="report", reference="2020-04-01", country="SY")
    named = draft.replace('name = { en = "FILL IN", ar = "FILL IN" }  #', 'name = { en = "Report", ar = "تقرير" }  #')
    [record] = rd.loads(rd.build(text, named.partition("[[event]]")[0], proposed=True)).observations
    assert (record.estimate.best, record.unit) == (5_000_000, "SYP")
    with pytest.raises(rd.AnnotationError, match="several countries"):
        rd.build(text, named.partition("[[event]]")[0].replace("SYP", "USD"), proposed=True)
    with pytest.raises(rd.NotFoundError):
        rd.draft(text, country="Syria")


PIECES = """قال الدفاع المدني إن 12 شخصا قتلوا في حلب بينهم 4 أطفال ، وفقا ل بحسب الأمم المتحدة أمس منذ 2020 .
: وأضاف البيان نقلت عن محافظة مخيم ريف مدينة أو من أصل 30% دولار مليون متر مربع بيانا المجلس"""
WORDS = st.lists(st.sampled_from([*PIECES.split(), "\n"]), max_size=40).map(" ".join)


@given(WORDS | st.text())
def test_any_text_drafts_and_every_proposal_has_evidence(text: str) -> None:
    draft = rd.draft(text, document_id="any", reference="2023-05-10")
    ids = [drafted.id for drafted in draft.observations]
    assert len(ids) == len(set(ids))
    for proposal in draft.proposals:
        assert proposal.evidence
        assert 0 < proposal.strength <= 1
        assert all(text[span.start : span.end] == span.text for span in proposal.evidence)


def test_value_of_what_nobody_knows() -> None:
    assert answers("بلغت قيمة ما احترق 480 ألف دولار.", Question.WHAT) == [None]


def test_the_list_that_annotations_share_is_a_reference_file() -> None:
    known = (Path(__file__).parents[3] / "examples/market_fire/reference.toml").read_text("utf-8")
    assert answers("قال مجلس البلدة إن 12 شخصا قتلوا.", Question.WHO, known=known) == ["town-council"]


def test_whom_a_figure_of_an_indicator_of_ones_own_tells_apart() -> None:
    known = (
        '[[indicator]]\nid = "killed"\nname = { en = "Killed", ar = "القتلى" }\nunit = "person"\nadditivity = "flow"\n'
    )
    draft = rd.draft("بلغ عدد القتلى 15 شخصا، بينهم 4 نساء و3 أطفال.", document_id="report", known=known)
    rows = tomllib.loads(draft)["observation"]
    assert [row.get("subgroup") for row in rows] == [None, {"sex": "female"}, {"age": "child"}]
    assert [row["id"] for row in rows] == ["report.killed", "report.killed_female", "report.killed_child"]


FIRE = "اندلع حريق مساء 3 أيار 2021 في سوق البلدة. "


@pytest.mark.parametrize(
    ("text", "when"),
    [
        (f"{FIRE}وقُتل 12 شخصا في الحريق.", "2021-05-03"),
        (f"{FIRE}وأسفرت الحادثة عن مقتل 12 شخصا.", "2021-05-03"),
        (f"{FIRE}وقُتل في الحريق رجال. وأضاف المجلس أن 12 شخصا أصيبوا.", "2021-05-03"),
        (f"{FIRE}\nوقُتل 12 شخصا في الانفجار.", None),
        (f"{FIRE}واندلع حريق آخر في 9 أيار 2021. \nوقُتل 12 شخصا في الحريق.", None),
        ("بدأت المعركة في حزيران 2017.\nواستمرت المعركة 4 أشهر.", None),
        ("قال المجلس يوم 4 أيار 2021 إن 12 شخصا قتلوا.", None),
        ("قال المجلس إن 12 شخصا قتلوا يوم 4 أيار 2021.", "2021-05-04"),
        (f"{FIRE}\nوذكر المجلس اليوم أن 12 شخصا قتلوا في الحريق.", "2021-05-03"),
    ],
)
def test_when_of_an_event(text: str, when: str | None) -> None:
    assert answers(text, Question.WHEN)[-1] == when


def test_an_event_is_drafted_with_its_kind_and_place() -> None:
    text = "وقع هجوم على حاجز في حلب يوم 4 أيار 2021، وآخر في الرقة. وتحدث المجلس في 6 أيار 2021."
    [first] = tomllib.loads(rd.draft(text, document_id="report"))["event"]
    assert (first["id"], first["name"]["en"], first["place"]) == ("attack", "Attack in Aleppo", "aleppo")
    assert first["annotation"] == "proposed"
    text = "أزيلت مواد قابلة للانفجار في 4 أيار 2021 في حلب."
    assert "event" not in tomllib.loads(rd.draft(text, document_id="report"))


OWN_EVENT = """[[place]]
id = "zuhur"
name = { en = "Zuhur", ar = "الزهور" }
kind = "town"
[[event]]
id = "market_fire"
name = { en = "Fire in the market", ar = "حريق السوق" }
aliases = ["حريق الزهور"]
place = "zuhur"
period = "2021-05-03"
"""


def test_an_event_of_ones_own_is_proposed_for_figures_and_dates() -> None:
    text = "قتل 12 شخصا في حريق الزهور يوم 3 أيار 2021. وأصيب 40 شخصا في حادث آخر."
    assert answers(text, Question.EVENT, known=OWN_EVENT) == ["market_fire", None]
    drafted = tomllib.loads(rd.draft(text, document_id="report", reference="2021-05-10", known=OWN_EVENT))
    [event] = drafted["event"]
    assert (event["id"], event["place"], event["reads"]) == ("market_fire", "zuhur", "2021-05-03")
    assert [row.get("event") for row in drafted["observation"]] == ["market_fire", None]
    assert [place["id"] for place in drafted["place"]] == ["zuhur"]


TWO_EVENTS = (
    OWN_EVENT
    + """[[event]]
id = "bridge_fall"
name = { en = "Fall of the bridge", ar = "سقوط الجسر" }
period = "2021-05-04"
"""
)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("بعد حريق السوق بأيام في وسط المدينة أصيب 12 شخصا في سقوط الجسر.", "bridge_fall"),
        ("وفي حريق السوق أصيب 12 شخصا وانتقل الوفد إلى موقع سقوط الجسر.", "market_fire"),
        ("وقع حريق السوق. وأصيب 12 شخصا في سقوط الجسر.", "bridge_fall"),
    ],
)
def test_of_two_events_of_ones_own_the_nearest_is_the_figures(text: str, event: str) -> None:
    assert answers(text, Question.EVENT, known=TWO_EVENTS) == [event]


@pytest.mark.parametrize(("words", "reads"), [(10, "2021-05-06"), (11, None)])
def test_how_far_an_event_of_ones_own_is_from_its_date(words: int, reads: str | None) -> None:
    text = f"قتل 12 شخصا في حريق السوق {'كبير ' * words}يوم 6 أيار 2021."
    [event] = tomllib.loads(rd.draft(text, document_id="report", reference="2021-05-10", known=OWN_EVENT))["event"]
    assert event.get("reads") == reads


def test_an_event_of_ones_own_that_the_text_does_not_date_is_dated_by_the_reference_file() -> None:
    text = "قال الدفاع المدني إن 12 شخصا قتلوا في حريق السوق في حلب. وكان ذلك مساء."
    draft = rd.draft(text, document_id="report", reference="2021-05-10", known=OWN_EVENT)
    [event] = tomllib.loads(draft)["event"]
    assert (event["phrase"], event["period"]) == ("حريق السوق", "2021-05-03")
    filled = draft.replace('"FILL IN"  # what it is and who wrote it', '"Report"').replace(
        'period = "FILL IN"', 'period = "2021-05"'
    )
    filled = filled.replace(
        '{ en = "FILL IN", ar = "FILL IN" }  # what it is', '{ en = "Report", ar = "تقرير" }  # what it is'
    )
    built = rd.loads(rd.build(text, filled, proposed=True))
    assert built.observations[0].event == built.events[0].id == "market_fire"
    assert built.events[0].period == rd.Period("2021-05-03")


def test_two_events_of_a_kind_have_two_ids() -> None:
    text = "وقع هجوم في 4 أيار 2021. ووقع هجوم في 9 أيار 2021."
    assert [row["id"] for row in tomllib.loads(rd.draft(text, document_id="report"))["event"]] == ["attack", "attack_2"]


def test_one_reference_file_for_many_texts_is_listed_once() -> None:
    known = '[[place]]\nid = "olive-valley"\nname = { en = "Olive Valley", ar = "وادي الزيتون" }\nkind = "town"\n'
    assert known_from(known) is known_from(known)


def test_a_shipped_place_is_one_whichever_place_it_holds() -> None:
    said: dict[str, set[rd.Place]] = {}
    for place, _ in shipped_places():
        for one in (place, *place.chain):
            said.setdefault(one.id, set()).add(one)
    assert {name: several for name, several in said.items() if len(several) > 1} == {}
