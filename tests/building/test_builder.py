"""Annotations and a text to a catalogue: what is built, and what is refused, by path."""
# ruff: noqa: E501 - one row a case

from __future__ import annotations

import hashlib
import json
import random
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import raqqa_data as rd
from raqqa_data.building.documents import sha256_of
from raqqa_data.building.quoted_phrase import Figure, MisreadingError, figure
from tests.building.conftest import EXAMPLE, indicator


def problems(article: str, notes: str) -> list[tuple[str, str]]:
    with pytest.raises(rd.AnnotationError) as caught:
        rd.build(article, notes)
    return [(path, message) for path, message in caught.value.problems]


def test_the_example_becomes_typed_records(article: str, notes: str) -> None:
    catalogue = rd.loads(rd.build(article, notes))
    held = {
        record.field: (type(record), record.estimate.best, record.estimate.low, record.estimate.high, record.unit)
        for record in catalogue.observations
    }
    assert held == {
        "length": (rd.Duration, 3, None, None, "week"),
        "trees_planted": (rd.Count, 1200, 1200, None, "tree"),
        "land_planted": (rd.Area, 4, 4, 4, "hectare"),
        "volunteers": (rd.Count, 90, 90, 90, "person"),
        "student_volunteers": (rd.Count, 60, 60, 60, "person"),
        "worker_volunteers": (rd.Count, 30, 30, 30, "person"),
        "seedlings_alive": (rd.Share, 75, None, None, "percent"),
        "trees_without_water": (rd.Count, None, 200, None, "tree"),
    }
    assert catalogue.events["campaign_end"].period == rd.Period("2021-03")
    assert all(article[r.quote.start : r.quote.end] == r.quote.exact for r in catalogue.observations)


def test_the_same_input_gives_the_same_bytes_from_texts_and_from_paths(article: str, notes: str) -> None:
    from_paths = rd.build(EXAMPLE / "article.ar.txt", EXAMPLE / "annotations.toml")
    assert rd.build(article, notes) == from_paths
    assert json.loads(from_paths)["document"]["sha256"] == tomllib.loads(notes)["document"]["sha256"]


def test_an_observation_without_a_name_takes_its_indicators(article: str, notes: str) -> None:
    record = rd.loads(rd.build(article, notes)).observations["campaign.trees_planted"]
    assert record.name == record.indicator.name


@pytest.mark.parametrize(
    ("old", "new", "path", "said"),
    [
        ('sha256 = "', 'sha256 = "0', "document", "64 lower-case hexadecimal digits"),
        ("start = 66\n", "start = 67\n", "observation[0].start", "the text there is"),
        ('unit = "hectare"', 'unit = "meter"', "observation[2].phrase", "does not fit the indicator 'land_planted'"),
        ('unit = "week"', 'unit = "kilogram"', "observation[0].phrase", "is in week"),
        ('unit = "tree"\nadditivity = "flow"', 'unit = "hectare"\nadditivity = "flow"', "observation[1].phrase", "no unit"),
        ('place = "olive-valley"', 'place = "olive-vally"', "observation[0].place", "did you mean 'olive-valley'"),
        ('attributed_to = "town-council"', 'attributed_to = "council"', "observation[1].attributed_to", "no agent 'council'"),
        ('indicator = "volunteers"', 'indicator = "voluntears"', "observation[3].indicator", "no indicator"),
        ('part_of = "campaign.volunteers"', 'part_of = "campaign.people"', "observation[4].part_of", "no observation"),
        ('id = "campaign.land_planted"', 'id = "campaign.volunteers"', "observation[3].id", "stands at observation[2] already"),
        ('subgroup = "students"', 'sub_group = "students"', "observation[4]", "unknown key 'sub_group'; did you mean 'subgroup'?"),
        ("[[event]]", "[[evnt]]", "evnt", "unknown key; did you mean 'event'?"),
        ('reads = "90"', 'reads = "19"', "observation[3].reads", "says '19', but the phrase '90 متطوعا' reads '90'"),
        ('of = "the seedlings planted"\n', "", "observation[6].of", "what it is a share of"),
        ('period = "2021-03"\n', 'period = "2021-13"\n', "observation[0].period", "no such month"),
        ('period = "2021-03"\n', "", "observation[0].period", "is missing"),
        ("start = 66\n", 'start = "66"\n', "observation[0].start", "must be a whole number, not a text"),
        ('additivity = "stock"', 'additivity = "pile"', "indicator[5].additivity", "none of flow, stock, non-additive"),
        ('data_version = "1.0.0"', "data_version = 1.0", "data_version", "must be a text"),
        ('reads = "2021-03"', 'reads = "2021-04"', "event[0].reads", "reads '2021-03'"),
        ('reads = "2021-03"', 'period = "2021-04"', "event[0].period", "reads 2021-03"),
        ('kind = "town"', 'kind = "FILL IN"', "place[0].kind", "still to be filled in"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_refused_by_path(
    article: str, notes: str, old: str, new: str, path: str, said: str
) -> None:
    assert old in notes
    found = problems(article, notes.replace(old, new, 1))
    assert any(where == path and said in message for where, message in found), found


def test_another_text_is_refused_whole(article: str, notes: str) -> None:
    assert [path for path, _ in problems(article + " ", notes)] == ["document.characters", "document.sha256"]
    swapped = article.replace("90", "91")
    assert [path for path, _ in problems(swapped, notes)] == ["document.sha256", "observation[3].start"]
    shifted = article.replace("انتهاء حملة", "انتهاء كل حملة")
    moved = problems(shifted, notes)
    assert [path for path, _ in moved][:2] == ["document.characters", "document.sha256"]
    assert [path for path, _ in moved][2:] == [f"observation[{index}].start" for index in range(8)]
    assert all("it stands at" in message for _, message in moved[2:])


@pytest.mark.parametrize(
    ("begin", "end", "said"),
    [
        ("", "\r\n", "differs in its line ends alone, which are LF in the document"),
        ("\ufeff", "\n", "begins with a byte order mark; use the document"),
        ("\ufeff", "\r\n", "begins with a byte order mark and differs in its line"),
    ],
    ids=["line-ends", "mark", "both"],
)
def test_a_copy_of_the_document_is_told_what_copying_did(
    article: str, notes: str, begin: str, end: str, said: str
) -> None:
    copied = begin + article.replace("\n", end)
    [(path, message)] = problems(copied, notes)
    assert path == "document.sha256"
    assert said in message
    catalogue = rd.loads(rd.build(article, notes))
    findings = [finding for finding in rd.verify(copied, catalogue) if finding.check == "sha256"]
    assert [said in finding.message for finding in findings] == [True]


def test_a_document_of_lines_that_end_in_crlf_knows_its_copy(article: str, notes: str) -> None:
    stored = article.replace("\n", "\r\n")
    said = tomllib.loads(notes)["document"]
    of_stored = notes.replace(said["sha256"], sha256_of(stored)).replace(
        f"characters = {len(article)}", f"characters = {len(stored)}"
    )
    assert "which are CRLF in the document" in problems(article, of_stored)[0][1]


def test_a_length_that_does_not_fit_its_hash_is_told(article: str, notes: str) -> None:
    wrong = notes.replace(f"characters = {len(article)}", f"characters = {len(article) + 1}")
    assert [path for path, _ in problems(article, wrong)] == ["document.characters"]


def test_annotations_may_begin_with_a_byte_order_mark(article: str, notes: str) -> None:
    assert rd.build(article, "\ufeff" + notes) == rd.build(article, notes)


@pytest.mark.parametrize("table", ["document", "event[0]", "observation[0]"])
def test_a_key_without_a_table_comes_first(article: str, notes: str, table: str) -> None:
    line = 'data_version = "1.0.0"\n'
    head = f"[{table}]" if table == "document" else f"[[{table.removesuffix('[0]')}]]"
    misplaced = notes.replace(line, "").replace(head, f"{head}\n{line}", 1)
    [(path, message)] = problems(article, misplaced)
    assert path == f"{table}.data_version"
    assert "keys without a table come first" in message


def test_a_place_may_lie_within_one_that_is_defined_below(article: str, notes: str) -> None:
    town = notes.index("[[indicator]]")
    valley = '[[place]]\nid = "valley"\nname = { en = "Valley", ar = "الوادي" }\nkind = "valley"\n\n'
    inside = notes[:town].rstrip() + '\nwithin = "valley"\n\n' + valley + notes[town:]
    places = rd.loads(rd.build(article, inside)).places
    assert [place.id for place in places] == ["valley", "olive-valley"]
    assert places[1].within == places[0]


def test_a_broken_indicator_is_told_once(article: str, notes: str) -> None:
    found = problems(article, notes.replace('unit = "tree"', 'unit = "tre"', 1))
    assert [path for path, _ in found] == ["indicator[1]"]
    assert "did you mean 'tree'" in found[0][1]


def test_a_part_measures_what_its_whole_does(article: str, notes: str) -> None:
    at = f"start = {article.index('4 هكتارات')}\n"
    [(path, message)] = problems(article, notes.replace(at, f'{at}part_of = "campaign.volunteers"\n'))
    assert path == "observation[2].part_of"
    assert message.startswith("'campaign.volunteers' measures 'volunteers', its part 'land_planted'")


def test_money_of_a_known_currency_is_read() -> None:
    assert figure("2,400,000 دولار", indicator("spent", "USD")) == Figure(rd.Estimate.stated(2_400_000), "USD")
    assert figure("30 دولارا للبرميل", indicator("price", "USD / oil_barrel")).unit == "USD / oil_barrel"


def test_an_indicator_in_a_currency_says_whose_of_one_name_is_meant() -> None:
    assert figure("5 ريالات", indicator("spent", "SAR")).unit == "SAR"
    assert figure("5 ريالات", indicator("spent", "YER")).unit == "YER"
    with pytest.raises(MisreadingError, match="is in YER, which does not fit"):
        figure("5 ريالات يمنية", indicator("spent", "SAR"))


def test_what_a_phrase_is_said_to_read_decides_between_two_readings() -> None:
    flooded = indicator("flooded", "hectare")
    assert str(figure("3.700 هكتار", flooded)) == "3.7 hectare"
    assert str(figure("3.700 هكتار", flooded, reads="3,700 hectare")) == "3,700 hectare"
    assert str(figure("3.700 هكتار", flooded, reads="37 hectare")) == "3.7 hectare"
    assert str(figure("37 هكتار", flooded, reads="3,700 hectare")) == "37 hectare"


def test_money_of_no_known_currency_is_refused_with_what_to_do_instead() -> None:
    with pytest.raises(MisreadingError, match="several countries have under that name.*tell it in a `note`"):
        figure("5 ريالات", indicator("spent", "SYP"))


@pytest.mark.parametrize(
    ("phrase", "unit", "fitting"),
    [
        ("15 لترا للفرد يوميا", "liter", "liter / person / day"),
        ("15 لترا للفرد في اليوم", "liter", "liter / person / day"),
        ("30 دولارا للبرميل", "USD", "USD / oil_barrel"),
        ("5 قتلى يوميا", "person", "1 / day"),
        ("٣ حالات أسبوعيا", "person", "1 / week"),
    ],
)
def test_what_is_stated_per_something_is_no_amount(phrase: str, unit: str, fitting: str) -> None:
    with pytest.raises(MisreadingError, match=f"is a rate: give the indicator the unit '{fitting}'"):
        figure(phrase, indicator("x", unit))


def test_a_count_per_time_fits_its_kind_per_time() -> None:
    assert figure("5 قتلى يوميا", indicator("x", "person / day")).unit == "person / day"


@pytest.mark.parametrize("source", [None, 5, b"text"])
def test_what_is_neither_text_nor_path_is_told(article: str, notes: str, source: Any) -> None:
    with pytest.raises(rd.AnnotationError, match=r"document: give its text \(str\) or its path"):
        rd.build(source, notes)
    with pytest.raises(rd.AnnotationError, match=r"annotations: give its text \(str\) or its path"):
        rd.build(article, source)


def test_a_path_given_as_a_text_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, article: str) -> None:
    monkeypatch.chdir(tmp_path)
    Path("article.txt").write_text(article, "utf-8")
    for call in (
        lambda: rd.build("article.txt", "data_version = '1'\n"),
        lambda: rd.build(article, "article.txt"),
        lambda: rd.draft("article.txt"),
        lambda: rd.verify("article.txt", rd.battle),
    ):
        with pytest.raises(rd.FileError, match=r"'article.txt' looks like a path; give pathlib.Path\('article.txt'\)"):
            call()


def test_a_misplaced_phrase_is_told_where_it_stands(article: str, notes: str) -> None:
    start = article.index("90 متطوعا")
    [(path, message)] = problems(article, notes.replace(f"start = {start}\n", "start = 5\n"))
    assert path == "observation[3].start"
    assert message.endswith(f"the phrase is '90 متطوعا'; it stands at {start}")
    [(_, message)] = problems(article, notes.replace('phrase = "90 متطوعا"', 'phrase = "91 متطوعا"'))
    assert message == "the text there is '90 متطوعا', the phrase is '91 متطوعا'"
    [(_, message)] = problems(article, notes.replace(f"start = {start}\n", "start = -3\n"))
    assert "it stands at" in message


def test_parts_must_add_up_to_an_exact_whole(article: str, notes: str) -> None:
    student, worker = article.index("٦٠ طالبا"), article.index("٣٠ عاملا")
    doubled = notes.replace('phrase = "٣٠ عاملا"', 'phrase = "٦٠ طالبا"').replace(
        f"start = {worker}", f"start = {student}"
    )
    [(path, message)] = problems(article, doubled.replace('reads = "30"', 'reads = "60"'))
    assert path == "observation[3]"
    assert "campaign.volunteers is 90, but its parts are 60" in message
    assert message.endswith("= 120")


def test_parts_that_add_up_but_for_rounding_are_a_whole() -> None:
    text = "أزيل 0.1 هكتار هنا و0.2 هكتار هناك، أي 0.3 هكتار، لا 0.4 هكتار"

    def noted(field: str, phrase: str, more: str = "") -> str:
        return (
            f'[[observation]]\nid = "t.{field}"\nindicator = "cleared"\nphrase = "{phrase}"\n'
            f'start = {text.index(phrase)}\nplace = "c"\nperiod = "2022"\n{more}\n'
        )

    def written(whole: str) -> str:
        part = 'part_of = "t.whole"\nsubgroup = "{}"'
        head = (
            f'data_version = "1.0.0"\n[document]\nid = "d"\nlanguage = "ar"\ncharacters = {len(text)}\n'
            f'sha256 = "{hashlib.sha256(text.encode()).hexdigest()}"\n'
            '[[place]]\nid = "c"\nname = {en = "c", ar = "م"}\nkind = "city"\n'
            '[[indicator]]\nid = "cleared"\nname = {en = "t", ar = "ش"}\n'
            'unit = "hectare"\nkind = "area"\nadditivity = "flow"\n'
        )
        parts = noted("here", "0.1 هكتار", part.format("a")) + noted("there", "0.2 هكتار", part.format("b"))
        return head + noted("whole", whole) + parts

    assert len(rd.loads(rd.build(text, written("0.3 هكتار"))).observations) == 3
    [(_, message)] = problems(text, written("0.4 هكتار"))
    assert "t.whole is 0.4, but its parts are" in message


def test_a_phrase_must_hold_one_figure(article: str, notes: str) -> None:
    start = article.index("٦٠ طالبا")
    both = article[start : article.index("٣٠ عاملا") + len("٣٠ عاملا")]
    [(path, message)] = problems(article, notes.replace('phrase = "٦٠ طالبا"', f'phrase = "{both}"'))
    assert path == "observation[4].phrase"
    assert "holds 2 figures" in message
    start = article.index("وبحسب المجلس")
    none = notes.replace('phrase = "90 متطوعا"', 'phrase = "وبحسب المجلس"').replace(
        f"start = {article.index('90 متطوعا')}\n", f"start = {start}\n"
    )
    assert "holds no figure" in problems(article, none)[0][1]


def test_what_the_record_itself_refuses_is_told_under_the_observation(article: str, notes: str) -> None:
    at = f"start = {article.index('90 متطوعا')}\n"
    beyond = notes.replace(at, f"{at}where_prec = 9\n")
    assert problems(article, beyond) == [("observation[3].where_prec", "must be a whole number from 1 to 7")]
    itself = notes.replace(at, f'{at}part_of = "campaign.volunteers"\n')
    assert problems(article, itself) == [("observation[3].part_of", "a record is no part of itself")]


EVENT = """
[[event]]
id = "second"
name = { en = "Second", ar = "الثاني" }
place = "olive-valley"
"""


def event(article: str, phrase: str, more: str = "") -> str:
    return f'{EVENT}phrase = "{phrase}"\nstart = {article.index(phrase)}\n{more}'


def test_an_event_without_a_printed_date_needs_a_period_and_a_reason(article: str, notes: str) -> None:
    silent = event(article, "حملة تشجير")
    assert problems(article, notes + silent)[0][0] == "event[1].period"
    assert problems(article, notes + silent + 'period = "2021-03"\n')[0][0] == "event[1].inferred"
    given_both = notes + silent + 'period = "2021-03"\ninferred = "the campaign that ended then"\n'
    assert rd.loads(rd.build(article, given_both)).events["second"].inferred == "the campaign that ended then"


def test_a_relative_date_is_reckoned_from_the_document(article: str, notes: str) -> None:
    built = rd.loads(rd.build(article, notes + event(article, "مطلع العام الجاري")))
    assert built.events["second"].period == rd.Period("2022-01~")
    to_the_month = notes.replace("2022-02-15", "2022-02") + event(article, "مطلع العام الجاري")
    assert rd.loads(rd.build(article, to_the_month)).events["second"].period == rd.Period("2022-01~")
    undated = notes.replace('published = "2022-02-15"\n', "") + event(article, "مطلع العام الجاري")
    assert problems(article, undated)[0][0] == "event[1].period"


def test_files_that_cannot_be_read_are_named(tmp_path: Path, notes: str) -> None:
    with pytest.raises(rd.AnnotationError, match="cannot be read"):
        rd.build(tmp_path / "absent.txt", notes)
    (tmp_path / "latin.toml").write_bytes(b"caf\xe9")
    with pytest.raises(rd.AnnotationError, match="is not UTF-8: byte 3"):
        rd.build("text", tmp_path / "latin.toml")
    (tmp_path / "none.txt").write_bytes(bytes(range(256)))
    with pytest.raises(rd.SourceError, match="is no text"):
        rd.build(tmp_path / "none.txt", notes)
    with pytest.raises(rd.AnnotationError, match="cannot be read"):
        rd.build("text", tmp_path)


@pytest.mark.parametrize(
    "toml", ["[document", "a = 1\na = 2", "document = 3", "observation = 1", "[" * 5000, "a = " + "[" * 5000, ""]
)
def test_what_is_no_annotation_file_is_refused(article: str, toml: str) -> None:
    assert problems(article, toml)


@given(st.data())
def test_a_mutated_annotation_file_never_escapes_our_errors(data: st.DataObject) -> None:
    """Delete, repeat or replace a stretch of the shipped example: it builds, or is refused with a path."""
    article = (EXAMPLE / "article.ar.txt").read_text("utf-8")
    notes = (EXAMPLE / "annotations.toml").read_text("utf-8")
    start = data.draw(st.integers(0, len(notes)))
    end = data.draw(st.integers(start, min(len(notes), start + 40)))
    put = data.draw(
        st.sampled_from(["", "0", '"', "\n", "[[", "=", "true", "1e400", notes[start:end] * 2, "\x00", "٣"])
    )
    try:
        built = rd.build(article, notes[:start] + put + notes[end:])
    except rd.AnnotationError as error:
        assert error.problems
        assert str(error)
    else:
        assert rd.loads(built).document.id


@given(st.integers(0, 2**32))
def test_values_of_a_wrong_type_never_escape_our_errors(seed: int) -> None:
    article = (EXAMPLE / "article.ar.txt").read_text("utf-8")
    lines = (EXAMPLE / "annotations.toml").read_text("utf-8").splitlines()
    rng = random.Random(seed)
    index = rng.choice([number for number, line in enumerate(lines) if " = " in line])
    key = lines[index].partition(" = ")[0]
    wrong = rng.choice(
        [*["1", "-1", "1.5", "nan", "inf", "true", "[]", "{}", "2021-03-01", "2021-03-01T00:00:00Z"], '""', '" "']
    )
    lines[index] = f"{key} = {wrong}"
    try:
        rd.build(article, "\n".join(lines))
    except rd.AnnotationError as error:
        assert error.problems


def test_a_quotient_is_a_unit_too() -> None:
    read = figure("90 كيلومترا في الساعة", indicator("speed", "kilometer / hour"))
    assert (read.estimate.best, read.unit) == (90, "kilometer / hour")
    per_day = figure("300 لتر لكل يوم", indicator("flow", "liter / day"))
    assert (per_day.estimate.best, per_day.unit) == (300, "liter / day")


def test_some_of_a_whole_need_not_be_all_of_it() -> None:
    text = "قتل 12 شخصا، بينهم 4 أطفال، في حلب."
    toml = (
        rd.draft(text, document_id="toll", reference="2023")
        .replace('period = "FILL IN"', 'period = "2023"')
        .replace("FILL IN", "x")
    )
    assert len(rd.loads(rd.build(text, toml, proposed=True)).observations) == 2
    among = "قتل 12 شخصا في حلب. وقال المجلس إن بين القتلى 4 أطفال وامرأتين."
    drafted = rd.draft(among, document_id="toll", reference="2023").replace('period = "FILL IN"', 'period = "2023"')
    assert len(rd.loads(rd.build(among, drafted, proposed=True)).observations) == 3
    text = text.replace("بينهم", "هم")
    whole = 'part_of = "toll.killed"\nannotation'
    toml = (
        rd.draft(text, document_id="toll", reference="2023")
        .replace('period = "FILL IN"', 'period = "2023"')
        .replace("FILL IN", "x")
    )
    toml = whole.join(toml.rsplit("annotation", 1))
    with pytest.raises(rd.AnnotationError, match="toll.killed is 12, but its parts are 4"):
        rd.build(text, toml, proposed=True)


def test_a_phrase_may_be_the_first_words_of_a_document() -> None:
    text = "20 شجرة زرعت"
    notes = (
        f'data_version = "1.0.0"\n[document]\nid = "d"\nlanguage = "ar"\ncharacters = {len(text)}\n'
        f'sha256 = "{hashlib.sha256(text.encode()).hexdigest()}"\n'
        '[[place]]\nid = "c"\nname = {en = "c", ar = "م"}\nkind = "city"\n'
        '[[indicator]]\nid = "planted"\nname = {en = "t", ar = "ش"}\nunit = "tree"\nkind = "count"\nadditivity = "flow"\n'
        '[[observation]]\nid = "t.planted"\nindicator = "planted"\nphrase = "20 شجرة"\nstart = 0\nplace = "c"\nperiod = "2022"\n'
    )
    record = rd.loads(rd.build(text, notes)).observations["t.planted"]
    assert (record.quote.start, record.estimate.best) == (0, 20)
    [(path, message)] = problems(text, notes.replace("start = 0\n", "start = -1\n"))
    assert (path, "the text there is '20 شجرة'" in message) == ("observation[0].start", True)
