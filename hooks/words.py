"""Every word of the generated pages, in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from raqqa_data import Name

Lang = Literal["en", "ar"]
LANGS: tuple[Lang, Lang] = ("en", "ar")

WORDS: Mapping[str, tuple[str, str]] = {
    "figure": ("Figure", "الرقم"),
    "value": ("Value", "القيمة"),
    "phrase": ("Words of the article", "عبارة المقال"),
    "period": ("Period", "الفترة"),
    "place": ("Place", "المكان"),
    "said_by": ("Said by", "القائل"),
    "dataset": ("Dataset", "مجموعة البيانات"),
    "the_article": ("the article itself", "المقال نفسه"),
    "conveyed_by": ("Conveyed by", "ناقل القول"),
    "claim_status": ("Standing of the claim", "حال القول"),
    "filter": ("Filter the table", "رشّح الجدول"),
    "filter_hint": ("a word or a number, in English or Arabic", "كلمة أو رقم، بالعربية أو الإنجليزية"),
    "count": ("{} of {} figures", "{} من {} رقمًا"),
    "table_caption": (
        "Every figure of the article. Choose a heading to sort.",
        "كل أرقام المقال. اختر عنوان عمود للترتيب.",
    ),
    "download": ("Download", "تنزيل"),
    "of_whole": ("Share of", "نسبة من"),
    "best": ("Best value", "القيمة المذكورة"),
    "low": ("Lower bound", "الحد الأدنى"),
    "high": ("Upper bound", "الحد الأعلى"),
    "not_stated": ("not stated", "غير مذكور"),
    "wording": ("Wording", "الصياغة"),
    "unit": ("Unit", "الوحدة"),
    "conversions": ("In other units", "بوحدات أخرى"),
    "codes": ("Codes of the unit", "رموز الوحدة"),
    "inferred": ("Why this period", "سبب هذه الفترة"),
    "precision": ("Precision of the date", "دقة التاريخ"),
    "days": ("{} to {}", "من {} إلى {}"),
    "length": ("Length", "الطول"),
    "additivity": ("May be added", "ما يجوز جمعه"),
    "part_of": ("Part of", "جزء من"),
    "subgroup": ("Group", "الفئة الفرعية"),
    "id": ("Id", "المعرّف"),
    "record": ("The record", "السجل"),
    "reading": ("The words, and how they were read", "العبارة وكيف قُرئت"),
    "characters": (
        "Characters {start} to {end} of the article ({total} in all), counted in Unicode code points.",
        "المحارف من {start} إلى {end} من المقال ({total} في المجموع)، معدودةً بنقاط ترميز يونيكود.",
    ),
    "mark_qualifier": ("wording", "الصياغة"),
    "mark_number": ("number", "العدد"),
    "mark_unit": ("unit", "الوحدة"),
    "mark_noun": ("what is counted", "المعدود"),
    "where": ("Where", "أين"),
    "map_point": (
        "A representative point of the place (GeoNames, CC BY 4.0), not where it happened. Outline: Natural Earth.",
        "نقطة تمثيلية للمكان (GeoNames، CC BY 4.0) لا موضع ما حدث. الحدود: Natural Earth.",
    ),
    "map_none": (
        "The article names no place that a point could stand for, so there is no map.",
        "لا يسمّي المقال مكانًا تمثله نقطة، فلا خريطة هنا.",
    ),
    "map_label": ("Outline map of Syria with a point for {}", "خريطة حدود سوريا وعليها نقطة عند {}"),
    "parts": ("A whole and its parts", "الكل وأجزاؤه"),
    "parts_agree": (
        "The parts add up to the whole as stated. They are never added to it.",
        "مجموع الأجزاء يساوي الكل كما ذُكر. ولا تُضاف الأجزاء إلى الكل أبدًا.",
    ),
    "parts_label": ("{whole}: {parts}", "{whole}: {parts}"),
    "code": ("From Python", "من بايثون"),
    "cite": ("How to cite", "كيف تستشهد به"),
    "chart_label": ("{name}: {value}", "{name}: {value}"),
    "previous": ("Before it in the article", "قبله في المقال"),
    "all_figures": ("All figures", "كل الأرقام"),
    "read_first": ("How to read these figures", "كيف تقرأ هذه الأرقام"),
    "log_scale": ("Number of units, log scale", "عدد الوحدات، مقياس لوغاريتمي"),
    "legend_exact": ("stated exactly", "مذكور بدقة"),
    "legend_about": ("“about” or “nearly”: no bound is stated", "«نحو» أو «ما يقرب من»: لا حد مذكور"),
    "legend_low": ("“more than”: only a lower bound is stated", "«أكثر من»: الحد الأدنى وحده مذكور"),
    "legend_vague": ("“hundreds”: a lower bound, and no number", "«مئات»: حد أدنى بلا عدد"),
    "recovery_title": ("Raqqa, October 2017 to October 2022", "الرقة، من تشرين الأول 2017 إلى تشرين الأول 2022"),
    "all_title": ("The counts and the area of the article", "أعداد المقال ومساحته"),
    "events_title": ("What the article dates", "ما يؤرخه المقال"),
    "event": ("Event", "الحدث"),
    "field": ("Field", "الحقل"),
    "type": ("Type", "النوع"),
    "meaning": ("Meaning", "المعنى"),
    "example": ("Example", "مثال"),
    "file": ("File", "الملف"),
    "size": ("Size", "الحجم"),
    "what": ("What it is", "ما هو"),
    "source_line": (
        (
            "Source: one Arabic news article of {published}, read by raqqa_data {version}; data {data}, CC BY 4.0. "
            "A claim as reported, not verified."
        ),
        (
            "المصدر: مقال إخباري عربي واحد من {published}، قرأته raqqa_data {version}؛ البيانات {data}، CC BY 4.0. "
            "قول منقول كما ورد، لم نتحقق منه."
        ),
    ),
    "notes": ("Caveat", "تنبيه"),
    "copied_code": ("The code", "الشيفرة"),
    "other_language": ("العربية", "English"),
}

DATASETS: Mapping[str, tuple[str, str]] = {
    "battle": ("The battle", "المعركة"),
    "reconstruction": ("Reconstruction", "إعادة الإعمار"),
    "security": ("Security", "الأمن"),
    "prison_attack": ("The prison attack", "الهجوم على السجن"),
}

# prefix of a number in a sentence, then what the wording means
WORDINGS: Mapping[str, tuple[tuple[str, str], tuple[str, str]]] = {
    "exact": (
        ("", ""),
        (
            "A bare number. The article states it without reserve; both bounds are the number itself.",
            "عدد مجرد يذكره المقال بلا تحفظ، وحدّاه هما العدد نفسه.",
        ),
    ),
    "about": (
        ("about ", "نحو "),
        (
            "A number near the true one, on either side. No bound is stated, so none is recorded.",
            "عدد قريب من الحقيقة، فوقها أو تحتها. لا حدّ مذكور، فلا حدّ مسجل.",
        ),
    ),
    "nearly": (
        ("nearly ", "ما يقرب من "),
        (
            "A number that was almost reached. How far below is not stated, so no bound is recorded.",
            "عدد كاد يُبلَغ. لا يُذكر كم ينقص عنه، فلا حدّ مسجل.",
        ),
    ),
    "more than": (
        ("more than ", "أكثر من "),
        (
            "The number is a lower bound. There is no upper bound: not stated is not infinity.",
            "العدد حد أدنى. ولا حد أعلى: ما لم يُذكر ليس لانهاية.",
        ),
    ),
    "at least": (
        ("at least ", "ما لا يقل عن "),
        ("The number is a lower bound. No upper bound is stated.", "العدد حد أدنى، ولا حد أعلى مذكور."),
    ),
    "less than": (
        ("less than ", "أقل من "),
        ("The number is an upper bound. No lower bound is stated.", "العدد حد أعلى، ولا حد أدنى مذكور."),
    ),
    "at most": (
        ("at most ", "ما لا يزيد على "),
        ("The number is an upper bound. No lower bound is stated.", "العدد حد أعلى، ولا حد أدنى مذكور."),
    ),
    "up to": (
        ("up to ", "ما يصل إلى "),
        ("The number is an upper bound. No lower bound is stated.", "العدد حد أعلى، ولا حد أدنى مذكور."),
    ),
    "between": (
        ("between ", "بين "),
        ("Two bounds and no number between them is preferred.", "حدّان، ولا عدد مفضَّل بينهما."),
    ),
    "vague": (
        ("", ""),
        (
            "A scale word such as “hundreds” and no number: at least two of the scale, and nothing more is known.",
            "كلمة مرتبة مثل «مئات» بلا عدد: اثنان من المرتبة على الأقل، ولا يُعرف أكثر من ذلك.",
        ),
    ),
}
WORDING_NAMES: Mapping[str, str] = {
    "exact": "دقيق",
    "about": "نحو",
    "nearly": "ما يقرب من",
    "more than": "أكثر من",
    "at least": "ما لا يقل عن",
    "less than": "أقل من",
    "at most": "ما لا يزيد على",
    "up to": "ما يصل إلى",
    "between": "بين حدّين",
    "vague": "غير محدد",
}

ADDITIVITY: Mapping[str, tuple[str, str]] = {
    "flow": (
        "A flow: what happened in a period. Adds over places, groups and periods that do not overlap.",
        "تدفق: ما حدث في فترة. يُجمع على الأماكن والفئات والفترات التي لا تتداخل.",
    ),
    "stock": (
        "A stock: what there is at one time. Adds over places and groups, never over time.",
        "رصيد: ما هو قائم في وقت واحد. يُجمع على الأماكن والفئات، ولا يُجمع على الزمن أبدًا.",
    ),
    "non-additive": (
        "Adds along nothing: shares and lengths of time are compared, not summed.",
        "لا يُجمع على شيء: النسب والمُدد تُقارن ولا تُجمع.",
    ),
}
CLAIM: Mapping[str, tuple[str, str]] = {
    "reported": ("reported: in the article's own voice", "منقول: بصوت المقال نفسه"),
    "attributed": ("attributed: the article names who says it", "منسوب: يسمّي المقال قائله"),
    "corroborated": ("corroborated by others", "أيّده آخرون"),
    "disputed": ("disputed by others", "نازع فيه آخرون"),
    "withdrawn": ("withdrawn", "مسحوب"),
}
PRECISION: Mapping[str, tuple[str, str]] = {
    "day": ("day", "اليوم"),
    "month": ("month", "الشهر"),
    "season": ("season", "الفصل"),
    "year": ("year", "السنة"),
    "decade": ("decade", "العقد"),
    "century": ("century", "القرن"),
}
WHERE: Mapping[int, tuple[str, str]] = {
    1: ("the place itself", "المكان نفسه"),
    2: ("near this place, or part of it", "قرب هذا المكان أو جزء منه"),
    3: ("a second-order division", "تقسيم إداري من الدرجة الثانية"),
    4: ("a first-order division", "تقسيم إداري من الدرجة الأولى"),
    5: ("along a line or in an area", "على خط أو في منطقة"),
    6: ("no more than the country is known", "لا يُعرف سوى البلد"),
    7: ("beyond the country", "خارج البلد"),
}
SUBGROUPS: Mapping[str, tuple[str, str]] = {
    "is-members": ("members of IS", "أفراد تنظيم الدولة الإسلامية"),
    "group=civilians;status=civilian": ("civilians", "المدنيون"),
    "sdf-members": ("members of the SDF", "أفراد قوات سوريا الديمقراطية"),
}
MONTHS: Mapping[Lang, tuple[str, ...]] = {
    "en": (
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
    "ar": (
        "كانون الثاني",
        "شباط",
        "آذار",
        "نيسان",
        "أيار",
        "حزيران",
        "تموز",
        "آب",
        "أيلول",
        "تشرين الأول",
        "تشرين الثاني",
        "كانون الأول",
    ),
}
# what the records say in English alone
ARABIC: Mapping[str, str] = {
    "the city": "المدينة",
    "the state in which the battle left the city; the article dates the battle's end, not the share": (
        "الحال التي تركت المعركة المدينة عليها؛ يؤرخ المقال نهاية المعركة لا النسبة"
    ),
    "the article calls them civilians, for which the form now has a code; the word stays": (
        "يسميهم المقال مدنيين، ولهذا رمز في الصورة الجديدة؛ وتبقى الكلمة"
    ),
    "the article says it of the attack, which is one of its events": ("يقوله المقال عن الهجوم، وهو من أحداثه"),
    "the article says it of the battle, which is one of its events": ("يقوله المقال عن المعركة، وهي من أحداثه"),
    "counted back four years from the end of the battle in October 2017; the article prints no first year": (
        "حُسبت أربع سنوات رجوعًا من نهاية المعركة في تشرين الأول 2017؛ لا يذكر المقال سنة البداية"
    ),
    "the article speaks of the time since the capture of October 2017, up to its own date": (
        "يتحدث المقال عن المدة منذ انتزاع المدينة في تشرين الأول 2017 حتى تاريخه"
    ),
    "since the start of the year, up to the article's own date, whose year follows from the fifth anniversary": (
        "منذ مطلع السنة حتى تاريخ المقال، وسنته تُستنتج من الذكرى الخامسة"
    ),
    "the article speaks of its own time; the place of the prisons is not named": (
        "يتحدث المقال عن وقته؛ ولا يُسمّى مكان السجون"
    ),
    "early in the current year, which follows from the fifth anniversary": (
        "في أول السنة الجارية، وهي تُستنتج من الذكرى الخامسة"
    ),
    "the same year is that of the battle's start, 2017": "السنة هي سنة بداية المعركة، 2017",
    "five years after October 2017": "بعد تشرين الأول 2017 بخمس سنوات",
    "issued on the anniversary, which is the fifth after October 2017": (
        "صدر في الذكرى، وهي الخامسة بعد تشرين الأول 2017"
    ),
    "the article prints no date; it speaks of the fifth anniversary of an event that it dates October 2017": (
        "لا يذكر المقال تاريخ نشره؛ وهو يتحدث عن الذكرى الخامسة لحدث يؤرخه بتشرين الأول 2017"
    ),
}


KINDS: Mapping[str, tuple[str, str]] = {
    "cardinal": ("number", "عدد"),
    "percent": ("percentage", "نسبة مئوية"),
    "measure": ("measure", "مقدار"),
    "money": ("money", "مبلغ"),
    "duration": ("duration", "مدة"),
    "age": ("age", "عمر"),
    "ordinal": ("rank", "ترتيب"),
    "date": ("date", "تاريخ"),
}


def say(key: str, lang: Lang) -> str:
    """A word of the pages."""
    return WORDS[key][LANGS.index(lang)]


def pick(pair: tuple[str, str], lang: Lang) -> str:
    """The one of two texts that is in the language."""
    return pair[LANGS.index(lang)]


def named(name: Name, lang: Lang) -> str:
    """A name in the language."""
    return name.ar if lang == "ar" else name.en


def translated(text: str, lang: Lang) -> str:
    """What a record says in English, in the language; a test tells of any text that has no Arabic."""
    return ARABIC.get(text, text) if lang == "ar" else text
