"""What a person sees: a few lines of text, and HTML that is safe and keeps both directions of writing apart."""

import html
from html.parser import HTMLParser
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from raqqa_data.records import (
    Estimate,
    Events,
    Observation,
    Observations,
    Period,
    Place,
    Quote,
    Record,
    RecordStatus,
    Subgroup,
    Wording,
)
from raqqa_data.records.display import labels, table_as_html, table_as_text
from raqqa_data.texts import Name
from tests.records.samples import AGENT, AREA, COUNT, DOCUMENT, EVENT, SHARE, SYRIA, TOWN, fields_of, indicator
from tests.strategies import events, observations, texts

NASTY = """<script>alert("x")</script> & 'quoted'"""


class Reader(HTMLParser):
    """Collects tags and text, and fails where a tag is not closed in its turn."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.tags: list[str] = []
        self.text: list[str] = []
        self.directions: list[str | None] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert {name for name, _ in attrs} <= {"style", "lang", "dir"}
        if tag in {"th", "td"}:
            self.directions.append(dict(attrs).get("dir"))
        self.open.append(tag)
        self.tags.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def html_of(records: Any) -> str:
    page: str = records._repr_html_()
    return page


def read(page: str) -> Reader:
    reader = Reader()
    reader.feed(page)
    reader.close()
    assert reader.open == []
    return reader


TAGS = {"table", "caption", "thead", "tbody", "tr", "th", "td", "bdi"}


@settings(max_examples=25)
@given(st.one_of(observations(), events()))
def test_html_is_balanced_and_escaped_whatever_the_texts(record: Record) -> None:
    reader = read(html_of(record))
    assert set(reader.tags) <= TAGS
    shown = "".join(reader.text)
    for text in (record.name.en, record.name.ar, record.quote.exact):
        assert html.unescape(html.escape(text)).replace("\r", "") in shown.replace("\r", "")


@settings(max_examples=20)
@given(st.lists(observations(), max_size=3, unique_by=lambda record: record.id))
def test_a_table_in_html_is_balanced(several: list[Observation]) -> None:
    reader = read(html_of(Observations(several)))
    assert reader.tags.count("tr") == len(several) + 1
    assert reader.tags.count("td") == 4 * len(several)
    assert reader.directions == ["auto"] * 4 * (len(several) + 1)


def test_markup_in_a_name_stays_text() -> None:
    nasty = attrs.evolve(EVENT, name=Name(NASTY, NASTY), note=Name(NASTY, NASTY), quote=Quote(NASTY, 0))
    for page in (html_of(nasty), html_of(Events([nasty]))):
        assert "<script" not in page
        assert "&lt;script&gt;alert(&quot;x&quot;)" in page
        assert "&amp; &#x27;quoted&#x27;" in page
        read(page)


@given(st.lists(st.tuples(texts(), texts()), max_size=3))
def test_each_cell_has_the_direction_of_its_own_text(rows: list[tuple[str, str]]) -> None:
    reader = read(table_as_html(("one", "two"), rows))
    assert reader.directions == ["auto"] * 2 * (len(rows) + 1)
    assert "".join(reader.text).replace("\r", "") == "onetwo" + "".join(map("".join, rows)).replace("\r", "")


def test_a_quotation_does_not_decide_the_direction_of_its_cell() -> None:
    page = html_of(attrs.evolve(COUNT, quote=Quote("<i>شجرة</i>", 12)))
    assert ">«<bdi>&lt;i&gt;شجرة&lt;/i&gt;</bdi>» [12:23] in town-2024</td>" in page


def test_no_colour_is_ours_so_that_a_dark_page_can_be_read() -> None:
    for shown in (COUNT, EVENT, COUNT.estimate, Observations([COUNT]), Events([EVENT])):
        assert "color" not in html_of(shown)
        assert "background" not in html_of(shown)


def test_columns_line_up() -> None:
    assert table_as_text(("id", "n"), [("a", "1"), ("bcd", "22")]).splitlines() == ["id   n", "a    1", "bcd  22"]


def test_a_record_reads_as_a_few_lines() -> None:
    record = attrs.evolve(
        SHARE,
        estimate=Estimate.stated(80, Wording.NEARLY),
        subgroup="oaks",
        part_of="town.whole",
        inferred="the page is dated",
        where_prec=2,
        attributed_to=AGENT,
        claim_status="attributed",
        conveyed_by=AGENT,
        note=Name("A caveat", "تنبيه"),
        record_status=RecordStatus.WITHDRAWN,
    )
    assert str(record).splitlines() == [
        "Trees · أشجار",
        "  Value     nearly 80 % of the town",
        "  Measures  Trees (flow)",
        "  Subgroup  oaks",
        "  Part of   town.whole",
        "  Period    2024-03 (inferred: the page is dated)",
        "  Place     Town (precision 2 of 7)",
        "  Said by   Town council (attributed), in a statement of Town council",
        "  Quote     «40 شجرة» [12:19] in town-2024",
        "  Note      A caveat",
        "  Status    withdrawn",
        "  Id        town.share",
    ]


def test_a_record_says_no_more_than_it_holds() -> None:
    labels = [label for label, _ in COUNT.facts()]
    assert labels == ["Value", "Measures", "Period", "Place", "Said by", "Quote", "Id"]
    assert dict(COUNT.facts())["Said by"] == "the document itself (reported)"
    assert dict(EVENT.facts()) == {label: text for label, text in EVENT.facts() if label not in {"Value", "Measures"}}


def test_a_record_is_told_in_one_line() -> None:
    assert repr(AREA) == "<Area town.area: 2.5 ha, 2024-03>"
    assert repr(EVENT) == "<Event harvest: 2024-03>"
    assert repr(Observations([AREA])).splitlines() == [
        "<Observations: 1 record>",
        "id         value   place  period   said by",
        "town.area  2.5 ha  Town   2024-03  the document itself",
    ]
    assert repr(Observations()) == "<Observations: 0 records>"
    assert repr(Events([EVENT])).splitlines() == [
        "<Events: 1 record>",
        "id       place  period",
        "harvest  Town   2024-03",
    ]


@pytest.mark.parametrize(("count", "last"), [(10, "town.area9 "), (11, "… and 1 more"), (1_012, "… and 1,002 more")])
def test_of_many_records_the_first_are_shown(count: int, last: str) -> None:
    many = Observations(attrs.evolve(AREA, id=f"town.area{n}") for n in range(count))
    assert repr(many).splitlines()[-1].startswith(last)


@pytest.mark.parametrize(
    ("changes", "own", "others"),
    [
        ({"name": Name("Wells", "آبار")}, "Trees", "Wells"),
        ({"id": "town.other"}, "Trees (town.planted)", "Trees (town.other)"),
        ({"id": "town.other", "period": Period("2024-04")}, "Trees (2024-03)", "Trees (2024-04)"),
        ({"id": "town.other", "place": SYRIA}, "Trees (Town)", "Trees (Syria)"),
        ({"subgroup": Subgroup(sex="female")}, "Trees (all)", "Trees (sex=female)"),
        (
            {"subgroup": Subgroup(sex="female"), "place": SYRIA, "period": Period("2024")},
            "Trees (all, Town, 2024-03)",
            "Trees (sex=female, Syria, 2024)",
        ),
    ],
)
def test_a_label_says_what_differs_and_no_more(changes: Any, own: str, others: str) -> None:
    assert [name.en for name in labels([COUNT, attrs.evolve(COUNT, **changes)])] == [own, others]


def test_labels_of_several_that_nothing_but_the_id_tells_apart() -> None:
    later = attrs.evolve(COUNT, period=Period("2024-04"))
    again = attrs.evolve(later, id="town.again")
    assert [name.en for name in labels([COUNT, later, again])] == [
        "Trees (2024-03, town.planted)",
        "Trees (2024-04, town.planted)",
        "Trees (2024-04, town.again)",
    ]
    assert labels([COUNT, later])[1].ar == "أشجار (\u20662024-04\u2069)"
    assert labels([]) == []


def test_a_table_of_observations() -> None:
    assert str(Observations([AREA])).splitlines() == [
        "id         value   period   الاسم",
        "town.area  2.5 ha  2024-03  أشجار",
    ]


def test_names_and_sources_read_as_words() -> None:
    assert (str(TOWN), str(AGENT), str(Name("a", "b"))) == ("Town", "Town council", "a")
    assert str(DOCUMENT) == "town-2024 (town-2024, 500 characters, sha256 000000000000…)"
    assert str(attrs.evolve(DOCUMENT, name=Name("A page", "صفحة"))).startswith("A page (town-2024, ")
    assert str(indicator("person")) == "Trees [person, flow]"


@pytest.mark.parametrize("record", [COUNT.claim_status, COUNT.record_status, COUNT.indicator.additivity])
def test_members_of_an_enumeration_show_their_names(record: object) -> None:
    assert repr(record) in {"<ClaimStatus.REPORTED>", "<RecordStatus.CURRENT>", "<Additivity.FLOW>"}


def test_the_repr_of_plain_records_makes_them_anew() -> None:
    place = Place("x", name=Name("a", "b"), kind="city")
    assert eval(repr(place), {"Place": Place, "Name": Name}) == place  # noqa: S307
    assert fields_of(place)["within"] is None
