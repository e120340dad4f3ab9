"""How a date is stated: from the date in force, from the reference, written out, and what is joined to it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from raqqa_data.reading.dates.afterwards import afterwards
from raqqa_data.reading.dates.in_force import DateInForce
from raqqa_data.reading.dates.own_years import season, year_of_its_own
from raqqa_data.reading.dates.parts_in_force import part_of_it
from raqqa_data.reading.dates.ranges import range_of
from raqqa_data.reading.dates.recurring import day_such_as_this, of_each_year
from raqqa_data.reading.dates.same_period import same_period
from raqqa_data.reading.dates.weekdays import confirmed, weekday_of_shared_month
from raqqa_data.reading.grammar import Construction, Table

if TYPE_CHECKING:
    from raqqa_data.reading.dates.context import Moment
    from raqqa_data.reading.dates.date import DateReader
    from raqqa_data.reading.dates.in_force import Stated
    from raqqa_data.reading.dates.parts import DateParts

GoesOnFrom = Callable[[DateInForce, "DateParts", int], "tuple[Moment, Stated] | None"]
Dates = Callable[["DateReader", int], "Moment | None"]
Names = Callable[["DateReader", "Moment"], bool]
Joins = Callable[["DateReader", "Moment"], "Moment"]

_NOUNS = ("noun", "this", "same")

IN_FORCE: Table[GoesOnFrom] = Table(
    "Dates told from the one stated last",
    [
        Construction[GoesOnFrom](
            "same-period",
            "The same period of another year: the days or months stated last in this sentence.",
            "عادوا بين آذار وأيار 2022، خلافا للفترة نفسها من العام السابق",
            same_period,
            before=("that-day",),
            why="The year before would be a date alone.",
        ),
        Construction[GoesOnFrom](
            "that-day",
            "That day, the same month, the next year: of the date stated last.",
            "بدأت في 5 آذار 2017 وانتهت في اليوم التالي",
            DateInForce.near,
        ),
        Construction[GoesOnFrom](
            "part-of-it",
            "The beginning, the middle or the end of the same or the next month or year.",
            "بدأت في آذار 2017 وانتهت في منتصف الشهر التالي",
            part_of_it,
        ),
        Construction[GoesOnFrom](
            "day-of-it",
            "A day of the month stated last.",
            "بدأت في آذار 2017 وانتهت في الخامس منه",
            DateInForce.day_of_it,
        ),
        Construction[GoesOnFrom](
            "away-from-it",
            "So long before or after the date stated last.",
            "بدأت في 5 آذار 2017 وانتهت بعد يومين من ذلك",
            DateInForce.away,
        ),
        Construction[GoesOnFrom](
            "afterwards",
            "So long later, at the head of a clause that tells what happened then.",
            "بدأت المعركة في 5 آذار 2017. وبعد يومين انسحب المهاجمون",
            afterwards,
        ),
    ],
)

POINTED: Table[Dates] = Table(
    "Dates told from the day of publication",
    [
        Construction[Dates](
            "nth-behind",
            "The first week, the last Tuesday, the third quarter of a month or year.",
            "غادروا يوم الأحد الأول وعادوا الخميس الثاني من أيلول 2021",
            lambda dates, index: dates.counted.nth_behind(index),
            opens=(*_NOUNS, "weekday", "day"),
            before=("day-and-weekday", "weekday-and-day", "weekday"),
            why="The second Thursday of a month is not the second of a month, nor the Thursday before publication.",
        ),
        Construction[Dates](
            "weekday-of-a-shared-month",
            "A weekday and its day whose month is said once, behind the next weekday and day.",
            "اجتمعوا يوم الجمعة 6 والسبت 7 كانون الثاني 2017",
            lambda dates, index: weekday_of_shared_month(dates.parts, index),
            opens=(*_NOUNS, "weekday", "day"),
            before=("day-and-weekday",),
            why="The first would be a day of the month of publication.",
        ),
        Construction[Dates](
            "day-and-weekday",
            "يوم with the weekday's name.",
            "وصلت القافلة يوم الجمعة الماضي",
            lambda dates, index: dates.relative.with_weekday(index),
            opens=_NOUNS,
        ),
        Construction[Dates](
            "year-of-its-own",
            "A fiscal or school year, a season of matches or crops: which months it has, nothing tells.",
            "زاد الإنتاج في الموسم الماضي",
            lambda dates, index: year_of_its_own(dates.parts, index),
            opens=("noun", "this", "campaign"),
        ),
        Construction[Dates](
            "season-from-now",
            "The last, this or the next spring, summer, autumn or winter.",
            "يفتتح الجسر في الربيع المقبل",
            lambda dates, index: season(dates.parts, index),
            opens=("season", "month", "this"),
        ),
        Construction[Dates](
            "day-such-as-this",
            "A day such as this one, of a year that is said.",
            "سقط السور في مثل هذا اليوم من عام 2013",
            day_such_as_this,
            opens=("this",),
        ),
        Construction[Dates](
            "this-last-next",
            "This year, last month, the coming week, the same year.",
            "عادوا مساء اليوم السابق",
            lambda dates, index: dates.relative.deictic(index),
            opens=(*_NOUNS, "day"),
            before=("relative-day",),
            why="اليوم alone is today.",
        ),
        Construction[Dates](
            "ended",
            "So long, up to a day or a month that is said.",
            "عاد السكان خلال الأسبوع المنتهي في 15 تشرين الأول 2022",
            lambda dates, index: dates.counted.ended(index),
            opens=("counted", *_NOUNS),
        ),
        Construction[Dates](
            "window",
            "The past three weeks, the first eleven months of a year.",
            "عاد السكان خلال الأسابيع الثلاثة الماضية",
            lambda dates, index: dates.counted.window(index),
            opens=("counted", *_NOUNS),
        ),
        Construction[Dates](
            "alone-on-its-line",
            "A noun such as العام as the whole of a line: this year.",
            "العام",
            lambda dates, index: dates.relative.alone(index),
            opens=_NOUNS,
        ),
        Construction[Dates](
            "ago",
            "من أسبوع at the head of a line: a week ago.",
            "من أسبوع عاد السكان",
            lambda dates, index: dates.counted.ago(index),
            opens=_NOUNS,
        ),
        Construction[Dates](
            "relative-day",
            "Yesterday, today, the day after tomorrow.",
            "عاد السكان أمس",
            lambda dates, index: dates.relative.relative_day(index),
            opens=(*_NOUNS, "part", "day", "distance"),
        ),
        Construction[Dates](
            "nth-first",
            "The last Monday of March, a second week of it, the last three years.",
            "آخر اثنين من شهر آذار 2021",
            lambda dates, index: dates.counted.nth_first(index),
            opens=("part", "ordinal"),
        ),
        Construction[Dates](
            "part",
            "The beginning, the middle, the end of a year or month.",
            "عاد السكان مطلع العام الجاري",
            lambda dates, index: dates.relative.part(index),
            opens=("part",),
        ),
        Construction[Dates](
            "distance",
            "So long ago, in so long.",
            "عاد السكان قبل عامين",
            lambda dates, index: dates.counted.distance(index),
            opens=("distance",),
        ),
        Construction[Dates](
            "weekday-and-day",
            "A weekday with its date.",
            "وصلت القافلة الخميس 6 تشرين الأول 2022",
            lambda dates, index: dates.parts.weekday_first(index),
            opens=("weekday",),
            before=("weekday",),
            why="The date tells which Thursday.",
        ),
        Construction[Dates](
            "weekday",
            "A weekday alone, or with last or next.",
            "وصلت القافلة الثلاثاء الماضي",
            lambda dates, index: dates.relative.weekday(index, index),
            opens=("weekday",),
        ),
        Construction[Dates](
            "feast",
            "A feast or a day of remembrance.",
            "زارهم في عيد العمال",
            lambda dates, index: dates.counted.holiday(index),
            opens=("holiday",),
        ),
    ],
)

WRITTEN: Table[Dates] = Table(
    "Dates written out",
    [
        Construction[Dates](
            "heading-of-a-chronicle",
            "A year as the whole of a line over the entries of a chronicle, and their days in digits below a month.",
            "2011\n15 آذار: خرجت مظاهرة",
            lambda dates, index: dates.heading(index),
            opens=("digits",),
        ),
        Construction[Dates](
            "numeric-date",
            "Day, month and year in digits.",
            "انتهى في 16. 9. 2014 موسم 2022/23",
            lambda dates, index: dates.parts.numeric(index),
            opens=("digits",),
            before=("day-first", "bare-year"),
            why="A part of it would be a date of its own.",
        ),
        Construction[Dates](
            "day-first",
            "A day or some days, then the month, with or without its year.",
            "انتهت المعركة في 17 تشرين الأول 2017",
            lambda dates, index: dates.parts.day_first(index, index),
            opens=("digits", "number"),
        ),
        Construction[Dates](
            "day-of-a-shared-month",
            "A day whose month is said once, behind the next day.",
            "اجتمعوا في 5 و7 أيلول 2019",
            lambda dates, index: dates.parts.day_of_shared_month(index),
            opens=("digits",),
        ),
        Construction[Dates](
            "bare-year",
            "Four digits, or a year in words, where nothing shows that they count.",
            "عاد السكان في 2019",
            lambda dates, index: dates.parts.bare_year(index),
            opens=("digits", "number"),
        ),
        Construction[Dates](
            "month-first",
            "A month with or without its year, or with the day behind it.",
            "بدأت إزالة الأنقاض في شباط 2018",
            lambda dates, index: dates.parts.month_first(index),
            opens=("calendar",),
        ),
        Construction[Dates](
            "weekday-and-date",
            "A weekday with its date, as the end of a range.",
            "من الاثنين 3 تشرين الأول إلى الخميس 6 تشرين الأول 2022",
            lambda dates, index: dates.parts.weekday_first(index),
            opens=("calendar",),
        ),
        Construction[Dates](
            "year-noun",
            "عام or سنة with its year, in digits or words.",
            "أعيد بناء الجسر عام 2020",
            lambda dates, index: dates.parts.year_noun(index),
            opens=("calendar",),
        ),
        Construction[Dates](
            "decade-or-century",
            "A decade, a century, a season of a year.",
            "بني الجسر في أربعينيات القرن الماضي",
            lambda dates, index: dates.parts.era(index),
            opens=("calendar",),
        ),
    ],
)

NAMES: Table[Names] = Table(
    "Dates that name something",
    [
        Construction[Names](
            "numbered-by-its-year",
            "A law or a decision is numbered by its year.",
            "صدر القانون 10/2018 أمس",
            lambda dates, moment: dates.numbers_by_year(moment),
        ),
        Construction[Names](
            "named-by-a-day",
            "A street, a brigade or a town is named by a day without a year.",
            "أغلق شارع 23 شباط أمام السيارات",
            lambda dates, moment: dates.names_by_day(moment),
        ),
    ],
    refuses=True,
)

JOINED: Table[Joins] = Table(
    "What is joined to a date",
    [
        Construction[Joins](
            "its-number-too",
            "Last year with its number behind it: one date.",
            "عاد السكان العام الماضي 2021",
            lambda dates, moment: dates.numbered_too(moment),
        ),
        Construction[Joins](
            "range-of-dates",
            "From one date to another, between two, years that follow one another.",
            "بين 20 كانون الأول و15 كانون الثاني 2020",
            range_of,
            before=("year-shared",),
            why="From December to January is no single year.",
        ),
        Construction[Joins](
            "year-shared",
            "A year said once, behind the last of two dates.",
            "في 5 آذار و7 نيسان 2019",
            lambda dates, moment: dates.with_shared_year(moment),
        ),
        Construction[Joins](
            "same-day",
            "A day said by both calendars: the one without a year takes it from the other.",
            "في 22 رمضان الموافق 4 أيار 2021",
            lambda dates, moment: dates.equated(moment),
        ),
        Construction[Joins](
            "weekday-too",
            "The weekday behind a date says the same day again.",
            "عاد السكان في 20 تشرين الأول 2022، الخميس",
            lambda dates, moment: confirmed(dates.parts, moment),
        ),
        Construction[Joins](
            "day-of-an-event",
            "An event known by its day, in a year that the words do not tell.",
            "منذ أحداث 11 أيلول",
            lambda dates, moment: dates.of_an_event(moment),
        ),
        Construction[Joins](
            "each-year",
            "A day that comes again each year is of none.",
            "يحتفلون في 21 آذار من كل عام",
            lambda dates, moment: of_each_year(dates.parts, moment),
        ),
    ],
)
