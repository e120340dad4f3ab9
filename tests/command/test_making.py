"""What each command answers."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

import raqqa_data as rd
from raqqa_data.building.proposed import complete
from raqqa_data.catalogue import dumps
from raqqa_data.units.table import UNITS
from tests.command.runs import ARTICLE, NOTES, run


def test_show_prints_every_dataset_both_languages_and_the_totals() -> None:
    shown = run("show")
    assert (shown.returncode, shown.stderr) == (0, "")
    for text in (
        "battle",
        "reconstruction",
        "security",
        "prison_attack",
        "nearly 5,000,000 m²",
        "الأنقاض المرفوعة في الرقة",
    ):
        assert text in shown.stdout
    assert "181" in shown.stdout
    assert "124" in shown.stdout


def test_show_takes_one_dataset() -> None:
    shown = run("show", "battle").stdout
    assert "80 %" in shown
    assert "bridges" not in shown
    assert "Battle of Raqqa" in run("show", "events").stdout


def test_show_json_holds_the_records_and_their_totals() -> None:
    shown = json.loads(run("show", "--json").stdout)
    assert [row["id"] for row in shown["observations"]] == list(rd.observations.ids)
    assert len(shown["events"]) == 5
    totals = {tuple(total["inputs"]): total["estimate"]["best"] for total in shown["totals"]}
    assert totals["prison_attack.killed",] == 181
    assert {refusal["indicator"]: refusal["condition"] for refusal in shown["refused"]}["city_destroyed"] == (
        "type compatibility"
    )
    [hierarchy] = shown["hierarchies"]
    assert (hierarchy["whole"], len(hierarchy["parts"]), hierarchy["verdict"]) == ("prison_attack.killed", 3, "agree")


def test_total_adds_or_says_why_not() -> None:
    added = run("total", "--part-of", "prison_attack.killed")
    assert added.returncode == 0
    assert "181" in added.stdout
    as_json = json.loads(run("total", "--part-of", "prison_attack.killed", "--json").stdout)
    assert (as_json["estimate"]["best"], as_json["unit"]) == (181, "person")
    refused = run("total", "reconstruction.bridges_rebuilt", "reconstruction.schools_restored")
    assert refused.returncode == 1
    assert refused.stderr.startswith("raqqa-data: type compatibility:")
    assert refused.stderr.count("\n") == 1


def test_total_can_be_overridden_on_purpose() -> None:
    twice = ("total", "prison_attack.killed", "prison_attack.killed_civilians")
    assert "disjointness" in run(*twice).stderr
    assert "188" in run(*twice, "--allow", "disjointness").stdout
    told = json.loads(run(*twice, "--allow", "disjointness", "--json").stdout)
    derived = rd.total([rd.observations[name] for name in twice[1:]], allow="disjointness")
    assert told["overrides"] == ["disjointness"]
    assert told["incomplete"] == list(derived.incomplete)
    parts = run("total", "prison_attack.killed_civilians", "prison_attack.killed_sdf_members", "--json")
    assert json.loads(parts.stdout)["incomplete"] == ["prison_attack.killed_is_members"]
    assert (told["name"]["ar"], told["name"]["en"]) == (derived.name.ar, derived.name.en)
    assert (told["period"], told["places"], told["agents"]) == ("2022-01~", ["al-hasakah"], ["sohr"])
    assert (told["explanation"], told["steps"]) == (derived.explain(), list(derived.steps))
    assert {"operation", "estimate", "unit", "inputs"} <= told.keys()


def test_total_of_nothing_chosen_is_one_for_each_indicator() -> None:
    added = run("total")
    assert (added.returncode, added.stderr) == (0, "")
    assert "181 against parts 124 + 7 + 50: agree" in added.stdout
    assert "not added: non-additive" in added.stdout
    shown = json.loads(run("show", "--json").stdout)
    assert json.loads(run("total", "--json").stdout) == {
        name: shown[name] for name in ("totals", "refused", "hierarchies")
    }


def test_a_total_without_a_period_says_null(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rd.Derived, "period", None)
    assert json.loads(run("total", "prison_attack.killed", "--json").stdout)["period"] is None


def test_a_draft_of_standard_input_is_that_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    for text in ("قتل 15 مدنيا.\n", "\ufeffقتل 15 مدنيا.\r\n"):
        path.write_bytes(text.encode())
        piped = run("draft", "-", "--id", "a", "--reference", "2024-05-10", stdin=text).stdout
        assert piped == run("draft", path, "--id", "a", "--reference", "2024-05-10").stdout


def test_read_finds_figures_in_files_and_standard_input(tmp_path: Path) -> None:
    first = tmp_path / "first.txt"
    first.write_text("زرعت البلدية نحو 40 شجرة.", "utf-8")
    table = run("read", first).stdout
    assert "نحو 40 شجرة" in table
    assert "about 40" in table
    [mention] = json.loads(run("read", "--json", "-", stdin="في حزيران 2021").stdout)["mentions"]
    assert (mention["kind"], mention["period"]) == ("date", "2021-06")
    [relative] = json.loads(run("read", "--json", "--reference", "2022-10", "-", stdin="العام الماضي").stdout)[
        "mentions"
    ]
    assert relative["period"] == "2021"


def test_read_takes_the_country_whose_currency_is_meant() -> None:
    told = json.loads(run("read", "--json", "--country", "SY", "-", stdin="سعره 400 ليرة").stdout)
    [price] = told["mentions"]
    assert (price["unit"], price["country_hint"]) == ("SYP", "SY")
    assert "400 SYP (the currency of SY)" in run("read", "--country", "SY", "-", stdin="سعره 400 ليرة").stdout
    refused = run("read", "--country", "Syria", "-", stdin="سعره 400 ليرة")
    assert (refused.returncode, "ISO 3166" in refused.stderr) == (2, True)


def test_read_json_tells_spans_bounds_and_the_other_reading() -> None:
    [mention] = json.loads(run("read", "--json", "-", stdin="أكثر من 1,234 شجرة").stdout)["mentions"]
    assert mention["number"] == {"start": 8, "end": 13, "text": "1,234"}
    assert mention["estimate"] == {"best": 1234, "low": 1234, "high": None, "wording": "more than"}
    assert mention["noun"]["text"] == "شجرة"


def test_read_takes_many_files_and_prints_json_lines_or_one_page(tmp_path: Path) -> None:
    names = [tmp_path / name for name in ("first.txt", "second.txt")]
    names[0].write_text("زرعت البلدية نحو 40 شجرة <b>.", "utf-8")
    names[1].write_text("في حزيران 2021", "utf-8")
    lines = run("read", "--json", *names).stdout.splitlines()
    assert [len(json.loads(line)["mentions"]) for line in lines] == [1, 1]
    out = tmp_path / "page.html"
    assert run("read", "--html", *names, "--out", out).stdout == ""
    html = out.read_text("utf-8")
    assert '<mark class="cardinal" title="cardinal: about 40" dir="rtl">نحو 40 شجرة</mark> &lt;b&gt;.' in html
    assert '<mark class="date" title="date: 2021-06" dir="rtl">حزيران 2021</mark>' in html
    assert run("read", *names, "--out", tmp_path / "found.jsonl").stdout == ""
    assert (tmp_path / "found.jsonl").read_text("utf-8").splitlines() == lines


def test_draft_build_verify_make_a_dataset(tmp_path: Path) -> None:
    drafted = tmp_path / "draft.toml"
    assert run("draft", ARTICLE, "--out", drafted).returncode == 0
    assert drafted.read_text("utf-8") == rd.draft(ARTICLE, document_id="article-ar")
    assert json.loads(run("draft", ARTICLE, "--id", "x", "--json").stdout)["annotations"] == rd.draft(
        ARTICLE, document_id="x"
    )
    out = tmp_path / "catalogue.json"
    assert run("build", ARTICLE, NOTES, "--out", out).returncode == 0
    assert out.read_text("utf-8") == rd.build(ARTICLE, NOTES) == run("build", ARTICLE, NOTES).stdout
    verified = run("verify", ARTICLE, out)
    assert (verified.returncode, verified.stdout) == (0, "9 records checked, no findings\n")


def test_verify_rewrites_what_moved(tmp_path: Path) -> None:
    catalogue, now = tmp_path / "catalogue.json", tmp_path / "now.txt"
    built = rd.build(ARTICLE, NOTES)
    catalogue.write_text(built, "utf-8")
    now.write_text(ARTICLE.read_text("utf-8")[2:], "utf-8")
    told = run("verify", now, catalogue, "--fix")
    assert (told.returncode, told.stdout.count("moved:")) == (1, 0)
    assert f"{catalogue}: the offsets of 9 quotes rewritten." in told.stdout
    assert len(catalogue.read_text("utf-8").splitlines()) == len(built.splitlines())
    listed = json.loads(run("verify", ARTICLE, catalogue, "--fix", "--json").stdout)
    assert (listed["rewritten"], listed["findings"]) == (9, [])
    assert catalogue.read_text("utf-8") == built
    assert "the offsets of no quotes rewritten" in run("verify", ARTICLE, catalogue, "--fix").stdout
    assert "give it as the second argument" in run("verify", ARTICLE, "--fix").stderr


def test_a_dash_is_standard_input(tmp_path: Path) -> None:
    text = ARTICLE.read_text("utf-8")
    assert run("draft", "-", stdin=text).stdout == rd.draft(text)
    built = run("build", "-", NOTES, stdin=text).stdout
    assert built == rd.build(ARTICLE, NOTES)
    (tmp_path / "catalogue.json").write_text(built, "utf-8")
    assert run("verify", "-", tmp_path / "catalogue.json", stdin=text).returncode == 0
    assert "standard input is not the document of catalogue raqqa-2022" in run("verify", "-", stdin=text).stdout


@pytest.mark.parametrize(("name", "document_id"), [("My Notes_2.TXT", "my-notes-2"), ("مقال.txt", "FILL IN")])
def test_a_draft_has_an_id_that_build_takes(name: str, document_id: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text("زرعت البلدية 40 شجرة.", "utf-8")
    assert f'\nid = "{document_id}"\n' in run("draft", tmp_path / name).stdout


def test_export_holds_all_that_the_format_can() -> None:
    exported = run("export", "--format", "json").stdout
    assert rd.loads(exported) == rd.datasets.catalogue
    assert run("export").stdout.count("\n") == len(rd.observations) + 1


def test_export_takes_a_catalogue_whole(tmp_path: Path) -> None:
    path, out = tmp_path / "catalogue.json", tmp_path / "out.json"
    path.write_text(rd.build(ARTICLE, NOTES), "utf-8")
    told = json.loads(run("export", "--catalogue", path, "--out", out, "--json").stdout)
    assert rd.load(out) == rd.load(path)
    assert told == {"written": str(out), "format": "json", "observations": 8, "events": 1}
    one = json.loads(run("export", "campaign", "--catalogue", path, "--out", tmp_path / "c.csv", "--json").stdout)
    assert (one["format"], one["events"]) == ("csv", 0)
    assert len(rd.load(tmp_path / "c.csv", rd.Observations, context=rd.load(path))) == one["observations"]


def test_export_of_events() -> None:
    held = rd.loads(run("export", "events").stdout)
    assert (held.events.ids, len(held.observations)) == (rd.datasets.catalogue.events.ids, 0)


def test_units_can_be_looked_up() -> None:
    assert len(json.loads(run("units", "--json").stdout)) == len(UNITS)
    row = next(unit for unit in json.loads(run("units", "--json", "ha").stdout) if unit["name"] == "hectare")
    assert row["label"] == {"en": "hectare", "ar": "هكتار"}
    assert (row["symbol"], row["dimension"]) == ("ha", "area")
    assert "meter ** 2" in run("units", "متر مربع").stdout
    assert [unit["name"] for unit in json.loads(run("units", "--json", "km²").stdout)] == ["kilometer ** 2"]
    [rate] = json.loads(run("units", "--json", "people per day").stdout)
    assert rate["name"] == "person / day"
    table = run("units", "area").stdout
    assert "dunam" in table
    assert "person" not in table


def test_a_text_without_figures_is_said_so() -> None:
    assert run("read", "-", stdin="لا شيء هنا").stdout == "-: no figures and dates\n"


def test_what_looks_like_markup_is_printed_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a[b]:smile:.txt"
    path.write_text("غُرست 40 شجرة.", "utf-8")
    assert "a[b]:smile:.txt: 1 figure or date" in run("read", path).stdout


def test_a_file_is_not_overwritten_unasked(tmp_path: Path) -> None:
    out = tmp_path / "kept.toml"
    out.write_text("kept")
    refused = run("draft", ARTICLE, "--out", out)
    assert (refused.returncode, out.read_text()) == (2, "kept")
    assert "--force" in refused.stderr
    assert run("draft", ARTICLE, "--out", out, "--force").returncode == 0
    assert "[document]" in out.read_text("utf-8")


def test_findings_are_told_apart_from_misuse(tmp_path: Path) -> None:
    found = run("verify", ARTICLE)
    assert found.returncode == 1
    first = found.stdout.partition("\n")[0]
    assert first == (
        f"{ARTICLE} is not the document of catalogue raqqa-2022; give its catalogue as the second argument."
    )
    assert "raqqa-2022: sha256" in found.stdout
    listed = json.loads(run("verify", ARTICLE, "--json").stdout)
    assert listed["findings"][0]["check"] == "characters"
    assert listed["same_document"] is False
    catalogue, changed = tmp_path / "catalogue.json", tmp_path / "changed.txt"
    catalogue.write_text(rd.build(ARTICLE, NOTES), "utf-8")
    changed.write_text(ARTICLE.read_text("utf-8").replace("90 متطوعا", "99 متطوعا"), "utf-8")
    assert run("verify", changed, catalogue).stdout.startswith("9 records checked, 2 findings")
    other = run("verify", NOTES, catalogue).stdout.partition("\n")[0]
    assert other == f"{NOTES} is not the document of catalogue {catalogue}."
    longer = tmp_path / "longer.txt"
    longer.write_text(ARTICLE.read_text("utf-8") + "\nانتهى.", "utf-8")  # every quote stands where it stood
    lines = run("verify", longer, catalogue).stdout.splitlines()
    assert lines[:2] == [f"{longer} is not the document of catalogue {catalogue}.", "9 records checked, 2 findings"]
    assert json.loads(run("verify", longer, catalogue, "--json").stdout)["same_document"] is False
    assert json.loads(run("verify", changed, catalogue, "--json").stdout)["same_document"] is True
    broken = tmp_path / "broken.toml"
    broken.write_text(NOTES.read_text("utf-8").replace('place = "olive-valley"', 'place = "nowhere"'), "utf-8")
    built = run("build", ARTICLE, broken)
    assert built.returncode == 1
    assert "observation[0].place: no place 'nowhere'" in built.stderr
    told = run("build", ARTICLE, broken, "--json")
    assert (told.returncode, told.stdout) == (1, "")
    assert json.loads(told.stderr)["error"]["data"]["problems"][0]["path"] == "observation[0].place"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["show", "recon"], "no dataset 'recon'; did you mean 'reconstruction'"),
        (["shw"], "No such command"),
        (["--nonsense"], "No such option"),
        (["read"], "Missing argument"),
        (["read", "absent.txt"], "absent.txt: cannot be read"),
        (["read", "-", "--reference", "soon"], "Period 'soon'"),
        (["total", "no.such"], "no observation 'no.such'"),
        (["total", "--indicator", "kiled"], "did you mean 'killed'"),
        (["total", "prison_attack.killed", "--unit", "meter"], "meter"),
        (["total", "--unit", "person"], "say what to add: ids, --indicator, --place, --part-of or --event"),
        (
            ["total", "--indicator", "killed", "--allow", "all"],
            "choose from type compatibility, disjointness, comp",
        ),
        (["total", "--indicator", "nothing"], "choose from battle_duration, bridges_rebuilt, cell_members_arrested"),
        (["read", ARTICLE, "--out", "/nowhere/at/all/x"], "/nowhere/at/all/x: cannot be written: No such file"),
        (["export", "evts"], "did you mean 'events'? Choose from battle, reconstruction, security"),
        (["export", "--format", "xlsx"], "no format 'xlsx'; choose from json, jsonl, csv, parquet, jsonld"),
        (["export", "events", "--format", "csv"], "csv holds no events; --format json does"),
        (["export", "--excel", "--format", "json"], "--excel is for csv alone, and this is json"),
        (["export", "--catalogue", "absent.json"], "absent.json: cannot be read"),
        (["export", "--catalogue", "absent.csv"], "csv holds no whole catalogue; give a catalogue (JSON)"),
        (["units", "zzz"], "raqqa-data units lists what there is"),
        (["read", Path(sys.executable)], "is no text: no encoding fits its bytes"),
        (["verify", "absent.txt"], "cannot be read"),
        (["verify", ARTICLE, ARTICLE], "is not JSON"),
        (["draft", "absent.txt"], "cannot be read"),
        (["build", "absent.txt", NOTES], "absent.txt: cannot be read"),
        (["build", ARTICLE, "absent.toml"], "absent.toml: cannot be read"),
    ],
)
def test_misuse_is_one_line_and_code_2(arguments: list[object], said: str) -> None:
    misused = run(*arguments)
    assert misused.returncode == 2
    assert misused.stdout == ""
    assert misused.stderr.startswith("raqqa-data: ")
    assert misused.stderr.count("\n") == 1
    assert said in misused.stderr
    told = run(*arguments, "--json")
    assert (told.returncode, told.stdout) == (2, "")
    error = json.loads(told.stderr)["error"]
    assert error.keys() == {"type", "message", "exit_code", "data"}
    assert error["exit_code"] == 2


def test_a_folder_is_no_file_to_write(tmp_path: Path) -> None:
    for command in (["read", ARTICLE], ["export"]):
        refused = run(*command, "--out", tmp_path, "--force", *(["-f", "csv"] if len(command) == 1 else []))
        assert refused.stderr == f"raqqa-data: {tmp_path}: cannot be written: Is a directory\n"


def test_options_that_contradict_each_other_are_misuse() -> None:
    assert "give one of them" in run("read", "--json", "--html", ARTICLE).stderr
    assert "for the data as JSON, --format json" in run("export", "--json").stderr


OLD = Path(__file__).parents[1] / "catalogue" / "forms" / "1.0.json"


def test_a_catalogue_of_ones_own_is_shown_and_added_up() -> None:
    shown = run("show", "--catalogue", str(OLD), "--json")
    assert [row["id"] for row in json.loads(shown.stdout)["observations"]] == [*rd.load(OLD).observations.ids]
    assert "cleanup: riverside-2023" in run("show", "cleanup", "--catalogue", str(OLD)).stdout
    assert "2.5 t" in run("total", "cleanup.bread_baked", "--catalogue", str(OLD)).stdout
    assert "totals: by indicator" in run("total", "--catalogue", str(OLD)).stdout
    used = {unit["name"] for unit in json.loads(run("units", "--catalogue", str(OLD), "--json").stdout)}
    assert {"person", "metric_ton", "person / day"} <= used
    assert "kilometer" not in used
    assert [unit["name"] for unit in json.loads(run("units", "metric", "--catalogue", str(OLD), "--json").stdout)] == [
        "metric_ton"
    ]


def test_a_dataset_that_the_catalogue_does_not_hold_is_no_dataset() -> None:
    failed = run("show", "battle", "--catalogue", str(OLD))
    assert (failed.returncode, failed.stdout) == (2, "")
    assert "no dataset 'battle'" in failed.stderr


def test_totals_of_an_event() -> None:
    refused = run("total", "--event", "prison_attack")
    assert refused.returncode == 1
    assert "killed, displaced are different indicators" in refused.stderr
    assert "80 %" not in run("total", "--event", "prison_attack", "--indicator", "displaced").stdout


def test_upgrade_rewrites_a_catalogue_once(tmp_path: Path) -> None:
    path = tmp_path / "catalogue.json"
    path.write_bytes(OLD.read_bytes())
    assert run("upgrade", str(path)).stdout == f"{path}: form 1.0 became 2.0\n"
    new = path.read_bytes()
    assert rd.load(path) == rd.load(OLD)
    assert json.loads(new)["schema_version"] == "2.0"
    assert run("upgrade", str(path)).stdout == f"{path}: is of today's form already\n"
    assert path.read_bytes() == new
    said = json.loads(run("upgrade", str(OLD), "--out", str(tmp_path / "new.json"), "--json").stdout)
    assert said == {"written": str(tmp_path / "new.json"), "from": "1.0", "to": "2.0"}
    assert (tmp_path / "new.json").read_bytes() == new
    assert run("upgrade", str(OLD), "--out", str(path)).returncode == 2


def test_from_what_a_date_was_dated_is_told_in_json() -> None:
    told = json.loads(run("read", "-", "--json", stdin="بدأت في 5 آذار 2017 وانتهت في اليوم التالي").stdout)
    first, second = told["mentions"]
    assert first["anchor"] == {"kind": "itself"}
    assert second["anchor"] == {"kind": "mention", "span": {name: first[name] for name in ("start", "end", "text")}}


def test_two_files_in_the_wrong_order(tmp_path: Path) -> None:
    turned = run("build", NOTES, ARTICLE)
    assert (turned.returncode, turned.stdout) == (1, "")
    assert turned.stderr.startswith(f"raqqa-data: {ARTICLE}: is not TOML: ")
    advice = "; the two files may be the wrong way round, try: raqqa-data"
    assert turned.stderr.endswith(f"{advice} build {ARTICLE} {NOTES}\n")
    catalogue = tmp_path / "catalogue.json"
    assert run("build", ARTICLE, NOTES, "--out", catalogue).returncode == 0
    for options in ((), ("--fix",)):
        verified = run("verify", catalogue, ARTICLE, *options)
        assert verified.returncode == 2
        assert verified.stderr.endswith(f"is not JSON: Expecting value{advice} verify {ARTICLE} {catalogue}\n")
    assert "wrong way" not in run("build", ARTICLE, ARTICLE).stderr
    assert "wrong way" not in run("build", NOTES, NOTES).stderr
    assert "wrong way" not in run("verify", catalogue, catalogue).stderr


@pytest.mark.parametrize("text", ["", " \n\t\n", "\ufeff\n"])
def test_a_document_without_text_is_not_drafted(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text(text, "utf-8")
    refused = run("draft", path, "--out", tmp_path / "a.toml")
    assert (refused.returncode, refused.stdout) == (2, "")
    assert refused.stderr == f"raqqa-data: {path}: holds no text, so there is nothing to draft\n"
    assert not (tmp_path / "a.toml").exists()
    assert "standard input: holds no text" in run("draft", "-", stdin=text).stderr


def test_parts_that_must_not_be_added_hide_no_total(tmp_path: Path) -> None:
    text = "قتل 15 مدنيا وأصيب 20، بينهم 5 نساء و7 مدنيين في حلب أمس."
    draft = rd.draft(text, document_id="a", reference="2023-05-10", place="syria", until_published=True)
    catalogue = tmp_path / "a.json"
    catalogue.write_text(dumps(complete(draft.text, draft.toml)[0]), "utf-8")
    shown = run("show", "--catalogue", catalogue)
    assert (shown.returncode, shown.stderr) == (0, "")
    assert "20 against parts 5 + 7: not added: disjointness" in shown.stdout
    told = json.loads(run("show", "--catalogue", catalogue, "--json").stdout)
    assert {row["indicator"]: row["estimate"]["best"] for row in told["totals"]} == {"killed": 15, "injured": 20}
    (unchecked,) = told["hierarchies"]
    assert (unchecked["whole"], unchecked["verdict"]) == ("a.injured", None)
    assert unchecked["condition"] == "disjointness"
    assert unchecked["offenders"] == unchecked["parts"] == ["a.injured_female", "a.injured_civilian"]
    assert run("total", "--catalogue", catalogue).stdout in shown.stdout


@pytest.mark.parametrize(("option", "sort", "kind"), [("voice", "agent", ""), ("place", "place", " --kind KIND")])
def test_who_or_what_is_not_known_is_told_with_what_makes_it_known(
    tmp_path: Path, option: str, sort: str, kind: str
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("قتل 12 شخصا.", "utf-8")
    shown = run("draft", path, f"--{option}", "zzzzzz")
    assert (shown.returncode, shown.stdout) == (2, "")
    assert shown.stderr == (
        f"raqqa-data: no {sort} 'zzzzzz'. Give the id of one that ships, or add it by raqqa-data known add {sort} ID "
        f"--en NAME --ar NAME{kind} --to reference.toml, and give --known reference.toml.\n"
    )
    words = shown.stderr.partition("add it by ")[2].partition(", and give")[0].split()
    own = {"ID": "zzzzzz", "NAME": "زين", "KIND": "town", "reference.toml": str(tmp_path / "r.toml")}
    made = [own.get(word, word) for word in words]
    assert run(*made[1:]).returncode == 0
    assert run("draft", path, f"--{option}", "zzzzzz", "--known", tmp_path / "r.toml").returncode == 0


def test_a_slip_in_who_speaks_is_told_with_what_was_meant(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("قتل 12 شخصا.", "utf-8")
    shown = run("draft", path, "--voice", "sohrr")
    assert "no agent 'sohrr'; did you mean 'sohr'? Give the id of one that ships" in shown.stderr
    told = json.loads(run("draft", path, "--voice", "sohrr", "--json").stderr)["error"]
    assert "raqqa-data known add agent" in told["message"]
    assert told["data"]["suggestions"] == ["sohr"]
