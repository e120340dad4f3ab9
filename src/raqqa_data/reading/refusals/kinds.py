"""Digits that are no figure: what they name, one row a kind."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from raqqa_data.reading.grammar import Construction, Table
from raqqa_data.reading.refusals import clocks, digits, named_digits, printed, scores
from raqqa_data.reading.refusals.labels import is_scaled

if TYPE_CHECKING:
    from raqqa_data.reading.text.tokens import Tokens
    from raqqa_data.reading.words.lexicon import Lexicon

Refuses = Callable[["Tokens", "Lexicon", int], "int | None"]

REFUSED_DIGITS: Table[Refuses] = Table(
    "Digits that name something",
    [
        Construction[Refuses](
            "digits-behind-a-name",
            "Digits glued to a Latin or hyphenated name, and telephone numbers with their country's code.",
            "تفشى كوفيد-19 في المخيم",
            digits.named_in_latin,
            opens=("glued-before",),
        ),
        Construction[Refuses](
            "digits-before-latin",
            "Digits with Latin letters glued behind them that are no unit.",
            "تعمل شبكة 4G في المدينة",
            digits.followed_by_latin,
            opens=("glued-behind",),
        ),
        Construction[Refuses](
            "clock-in-digits",
            "A time of day, its minutes behind a colon.",
            "بدأ الاجتماع في 10:30",
            digits.digits_of_a_clock,
            opens=("glued-behind",),
        ),
        Construction[Refuses](
            "entry-of-a-list",
            "The number of a list's entry counts nothing.",
            "1- ترميم المدارس",
            digits.entry_of_a_list,
        ),
        Construction[Refuses](
            "heading",
            "The number of a heading or an entry at the head of a line: 1.1, -1, 2/.",
            "-1 مقدمة",
            printed.heading,
            opens=("heads",),
        ),
        Construction[Refuses](
            "section",
            "The numbers of a section and of those it is in, at the head of a line.",
            "5 / 2 / 1 - يقدم الطلب مكتوبا",
            printed.section,
            opens=("heads", "lettered"),
        ),
        Construction[Refuses](
            "entry-in-turn",
            "Numbers in one kind of marks that go on from one: (1), (2), (3).",
            "للبحث أهداف منها (1) وصف الحال (2) جمع العينات",
            printed.entry_in_turn,
            opens=("glued-behind",),
        ),
        Construction[Refuses](
            "page-number",
            "A number between dashes as the whole of a line.",
            "- 12 -",
            printed.page,
            opens=("signed",),
        ),
        Construction[Refuses](
            "full-stop-typed-as-zero",
            "A zero at a word's end is the full stop of its key.",
            "عاد السكان0 وفتحت المدارس",
            digits.full_stop,
            opens=("glued-before",),
        ),
        Construction[Refuses](
            "coordinate",
            "Degrees north or east say where, not how much.",
            "تقع المدينة عند 35.95 شمالا",
            digits.coordinate,
        ),
        Construction[Refuses](
            "telephone",
            "A telephone or account number, in groups or behind a word of calling.",
            "رقم الحساب 8000 1234 5678 9012",
            digits.telephone,
            before=("labelled",),
            why="Behind a label only the first group is left out.",
        ),
        Construction[Refuses](
            "day-of-half-a-month",
            "A day of تشرين or كانون, whichever of the two is meant, is no count.",
            "افتتح سد 16 تشرين",
            digits.day_of_half_a_month,
        ),
        Construction[Refuses](
            "footnote",
            "The number of a note in square brackets.",
            "دخلت الشاحنات[1] إلى البلدة",
            digits.footnote,
        ),
        Construction[Refuses](
            "note",
            "Numbers of notes in square brackets that count nothing.",
            "ذكروا ذلك في دراسات سابقة [3، 5]",
            printed.note,
            opens=("bracketed",),
        ),
        Construction[Refuses](
            "letter-of-a-book",
            "A page, a volume or an issue behind the letter that stands for it.",
            "تاريخ المدينة، ج2، ص 45",
            printed.of_a_book,
            opens=("lettered",),
        ),
        Construction[Refuses](
            "verse",
            "A chapter and a verse of scripture.",
            "[البقرة: 255]",
            printed.verse,
            opens=("after-colon", "glued-behind"),
        ),
        Construction[Refuses](
            "number-of-a-report",
            "The number of a report in its collection.",
            "رواه مسلم (245)",
            printed.report,
            opens=("named",),
        ),
        Construction[Refuses](
            "page-of-so-many",
            "The last page behind the first, and articles from one to another.",
            "صفحة 12 من 30",
            printed.of_so_many_pages,
            opens=("of",),
        ),
        Construction[Refuses](
            "line-of-the-map",
            "A line of latitude or longitude.",
            "تقع البلدة على خط عرض 36",
            named_digits.line_of_the_map,
            opens=("lined",),
        ),
        Construction[Refuses](
            "hours-from-greenwich",
            "Hours from Greenwich, apart from their sign.",
            "يبدأ البث في موسكو UTC + 3",
            named_digits.zone,
            opens=("signed",),
        ),
        Construction[Refuses](
            "minute-of-a-goal",
            "The minute of a goal, in brackets behind it or with a mark behind it.",
            "سجل خالد الهدف (27)",
            scores.minute_of_a_goal,
            opens=("bracketed", "glued-behind"),
        ),
        Construction[Refuses](
            "score-of-names",
            "The goals of each side behind its name.",
            "الوحدة 1 ضد جبلة 2",
            scores.score_of_names,
        ),
        Construction[Refuses](
            "around-the-clock",
            "Twenty-four hours out of as many.",
            "يعمل المركز 24 ساعة على 24",
            named_digits.around_the_clock,
            opens=("on",),
        ),
        Construction[Refuses](
            "rating",
            "A rating: so many of five or ten marks.",
            "تقييم الفندق 4/5 في الموقع",
            named_digits.rating,
        ),
        Construction[Refuses](
            "year-of-a-court",
            "The year of a court's own count, behind the number of a case.",
            "الطعن رقم 6571 لسنة 76 القضائية",
            named_digits.year_of_a_court,
            opens=("named",),
        ),
        Construction[Refuses](
            "number-in-a-street",
            "The number of a house before its street; what is counted stands otherwise.",
            "يقع المكتب في 42 شارع النيل",
            named_digits.number_in_a_street,
            opens=("streets",),
        ),
        Construction[Refuses](
            "issue-of-a-gazette",
            "The number of an issue, told from a count by its date or by في.",
            "نشر القانون في العدد 25 بتاريخ 24/6/1982",
            named_digits.issue,
            opens=("named", "bracketed"),
        ),
        Construction[Refuses](
            "day-of-its-own",
            "Its twelfth week, its fortieth day, in digits.",
            "دخلت الحملة أسبوعها الـ 12",
            named_digits.day_of_its_own,
            opens=("article",),
        ),
        Construction[Refuses](
            "minute-of-a-match",
            "A minute in the time that is added.",
            "سجل الهدف (45+4)",
            scores.added_minute,
            opens=("glued-behind",),
        ),
        Construction[Refuses](
            "code-in-brackets",
            "The number of a document in brackets, with all its strokes and letters.",
            "القرار رقم (27 / 6 ت ر / 2025 / 4)",
            printed.code_in_brackets,
            opens=("bracketed",),
            before=("labelled",),
            why="Behind a label only the first number is left out.",
        ),
        Construction[Refuses](
            "labelled",
            "The number of a resolution, an article, a ward or the like names it.",
            "صدر القرار 2254 أمس",
            digits.labelled,
        ),
        Construction[Refuses](
            "address",
            "Digits within an internet address.",
            "نشر موقع 24.ae الخبر",
            digits.address,
            opens=("glued-behind",),
        ),
        Construction[Refuses](
            "identifier",
            "The number of a person, a vehicle or an account.",
            "حساب رقم: 4471",
            digits.identifier,
        ),
        Construction[Refuses](
            "hour",
            "The hour of a day.",
            "وصلت القافلة الساعة 7 صباحا",
            clocks.hour,
        ),
        Construction[Refuses](
            "sets-of-a-match",
            "The sets of a match.",
            "فازت 6/2 - 6/4 في النهائي",
            scores.sets_of_a_match,
            opens=("glued-behind",),
        ),
        Construction[Refuses](
            "chain",
            "Digits that dashes or strokes join to no date, range or fraction.",
            "بتاريخ 32/1/2020",
            digits.chain,
            opens=("glued-behind",),
            before=("score",),
            why="A score is two numbers, and would leave the third behind.",
        ),
        Construction[Refuses](
            "score",
            "The score of a match.",
            "انتهت المباراة 2-1",
            scores.score,
        ),
        Construction[Refuses](
            "score-in-words",
            "The goals of two sides behind the word of a result, one to the other.",
            "فازوا بنتيجة 2 إلى 1",
            scores.score_told,
        ),
        Construction[Refuses](
            "sides-of-something",
            "The sides of a picture or a room, multiplied.",
            "ترفق صورتان مقاس 4×6",
            digits.product,
        ),
        Construction[Refuses](
            "unreadable-digits",
            "Digits whose marks make no number.",
            "كتب 1.23.4567 على الجدار",
            digits.unreadable,
        ),
    ],
    refuses=True,
)

_GLUED = ("", "glued-before"), ("glued-behind", "glued-before glued-behind")
_DIGITS: dict[tuple[str, bool, bool, bool, bool], str] = {}


def _sorts(beside: str, *, heads: bool, street: bool, before: bool, behind: bool) -> str:
    key = (beside, heads, street, before, behind)
    known = _DIGITS.get(key)
    if known is None:
        sorts = (beside, "heads" * heads, "streets" * street, _GLUED[behind][before])
        known = _DIGITS[key] = " ".join(filter(None, sorts)) or "apart"
    return known


def refused_digits(tokens: Tokens, lexicon: Lexicon, index: int) -> int | None:
    """Where reading goes on behind digits that name something; None where they may be a figure."""
    texts, before = tokens.texts, tokens.texts[index - 1]
    beside = named_digits.BEFORE.get(before, "")
    street = texts[index + 1] in named_digits.STREETS
    heads = not tokens.joined(index) or (before == "-" and not tokens.joined(index - 1))
    glued, behind = tokens.glued(index), tokens.glued(index + 1)
    for refuses in REFUSED_DIGITS[_sorts(beside, heads=heads, street=street, before=glued, behind=behind)]:
        after = refuses(tokens, lexicon, index)
        if after is not None:
            # what is refused never leaves its scale behind, to be read as a million
            while is_scaled(tokens, after):
                after += 1
            return after
    return None
