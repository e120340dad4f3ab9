"""What the corpus states: sentences of our own with their figures, and how a made file is held against them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import raqqa_data as rd


class Statement(NamedTuple):
    """A sentence and the figures that it states."""

    text: str
    figures: tuple[str, ...]


class Expected(NamedTuple):
    """A figure of a file and where it stands; what is None is not asked for.

    Attributes:
        figure: The figure, as `told` writes it.
        page: Its page.
        paragraph: Its paragraph.
        name: The number of its message, or the line of its row.
        beside: Words of its paragraph, where a headline above may or may not count.
    """

    figure: str
    page: int | None = None
    paragraph: int | None = None
    name: str | None = None
    beside: str | None = None


class Made(NamedTuple):
    """A file of the corpus."""

    kind: str
    name: str
    content: bytes
    expected: tuple[Expected, ...]


def told(mention: rd.Mention) -> str:
    """A figure as the corpus writes it down: its value, and its unit where it has one."""
    value = str(mention.estimate or mention.period)
    return f"{value} {mention.unit}" if mention.unit else value


STATEMENTS = (
    Statement(
        "عاد أكثر من 300 شخص إلى البلدة في 5 آذار 2021، ورُمّمت 12 مدرسة.",
        ("more than 300", "2021-03-05", "12"),
    ),
    Statement(
        "وقالت البلدية إن 40% من الطرق صالحة، وإن نحو 7 آلاف متر مربع من الأنقاض رُفعت.",
        ("40 percent", "about 7,000 meter ** 2"),
    ),
    Statement("وبلغ عدد البيوت المتضررة ١٬٢٣٤ بيتا، منها ٢٥٦ بيتا في الحي الشرقي.", ("1,234", "256")),
    Statement("وارتفع سعر الخبز بنسبة ١٢٫٥٪ خلال شهر تموز ٢٠٢٢.", ("12.5 percent", "2022-07")),
    Statement(
        "ووصلت ثلاث قوافل تضم خمسا وعشرين شاحنة، وحملت 450 طنا من الطحين.",
        ("3", "25", "450 metric_ton"),
    ),
    Statement("وتراوح عدد الطلاب في الصف بين 35 و42 طالبا.", ("between 35 and 42",)),
    Statement(
        "وخُصص للمشروع مليونان ونصف مليون دولار (2,500,000 دولار) من الصندوق.",
        ("2,500,000 USD",),
    ),
    Statement("وزرع المتطوعون 1,200 شجرة زيتون على مساحة 15 هكتارا.", ("1,200", "15 hectare")),
    Statement("وقال برنامج WFP إنه وزع 8,000 سلة غذائية على 2,000 أسرة.", ("8,000", "2,000")),
    Statement("وعُقد الاجتماع بين 3 و7 أيار 2020 في قاعة البلدية.", ("2020-05-03/2020-05-07",)),
    Statement("واستمر انقطاع الماء ثلاثة أيام، ثم عاد إلى 18 حيا.", ("3 day", "18")),
    Statement(
        "وتبعد البلدة 60 كيلومترا عن المدينة، ويمر بها خط بطول 4.5 كم.",
        ("60 kilometer", "4.5 kilometer"),
    ),
    Statement("وأُصيب ما لا يقل عن 9 عمال، ونُقل 4 منهم إلى المستشفى.", ("at least 9", "4")),
    Statement("ويعمل في المركز 14 طبيبا و31 ممرضة.", ("14", "31")),
    Statement("وافتُتح السوق في 12/6/2019 بعد ترميم 85 محلا.", ("2019-06-12", "85")),
    Statement("وانخفض منسوب النهر إلى أقل من 3 أمتار في آب 2021.", ("less than 3 meter", "2021-08")),
    Statement("وحُفرت 6 آبار بعمق 120 مترا.", ("6", "120 meter")),
    Statement("وسُجل 2,150 طفلا في المدارس، أي نحو ثلثي الأطفال.", ("2,150", "about 0.6666666666666666")),
    Statement("وتلقى المستوصف 75 جهازا بقيمة 30 ألف يورو.", ("75", "30,000 EUR")),
    Statement("وشمل المسح 1 450 أسرة في 22 قرية.", ("1,450", "22")),
    Statement(
        "وتوقع المزارعون محصولا من 80 إلى 90 طنا، بزيادة 10 في المئة عن عام 2018.",
        ("between 80 and 90 metric_ton", "10 percent", "2018"),
    ),
    Statement("وبلغت الحرارة -4 درجات مئوية ليلا و(+16) نهارا.", ("-4 degree_Celsius", "16")),
    Statement("ورُصد مبلغ 750$ لكل بيت من البيوت الـ64.", ("750 USD", "64")),
    Statement("وشكر الأهالي كل من ساعدهم في إعادة فتح الطريق إلى السوق القديم.", ()),
)


def some(variation: int, number: int = 8) -> tuple[Statement, ...]:
    """Statements for a variation: others for each, every one of them in some file of a kind."""
    begin = variation * 5
    return tuple(STATEMENTS[(begin + at) % len(STATEMENTS)] for at in range(number))


def by_paragraph(statements: tuple[Statement, ...], first: int = 1) -> tuple[Expected, ...]:
    """Where each figure stands if every statement is a paragraph."""
    return tuple(
        Expected(figure, paragraph=number)
        for number, statement in enumerate(statements, first)
        for figure in statement.figures
    )


def by_page(pages: tuple[tuple[Statement, ...], ...]) -> tuple[Expected, ...]:
    """Where each figure stands in pages of statements."""
    return tuple(
        Expected(figure, page=number)
        for number, page in enumerate(pages, 1)
        for statement in page
        for figure in statement.figures
    )


def by_name(statements: tuple[Statement, ...], first: int = 1) -> tuple[Expected, ...]:
    """Where each figure stands if every statement is a source of its own, counted from here."""
    return tuple(
        Expected(figure, name=str(number))
        for number, statement in enumerate(statements, first)
        for figure in statement.figures
    )
