"""Numbers, units and periods as a reader of either language expects them."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from hooks.words import KINDS, MONTHS, WORDINGS, Lang, pick
from raqqa_data.interchange.citing import unit_in_arabic
from raqqa_data.units.table import find_unit

if TYPE_CHECKING:
    from raqqa_data import Estimate, Mention, Period

CONVERSIONS = {
    "meter ** 2": ("hectare", "dunam", "kilometer ** 2"),
    "month": ("week", "year"),
    "year": ("month",),
}


def number(value: float) -> str:
    """Western digits in groups of three.

    Example:
        >>> number(5_000_000), number(17.393)
        ('5,000,000', '17.4')
    """
    return f"{value:,}" if isinstance(value, int) else f"{value:,.2g}" if abs(value) < 1 else f"{value:,.1f}"


def unit_label(unit: str | None, value: float | None, lang: Lang) -> str:
    """The unit as it follows that number.

    Example:
        >>> unit_label("bridge", 15, "ar"), unit_label("month", 4, "ar"), unit_label("person", 181, "ar")
        ('جسرًا', 'أشهر', 'شخصًا')
        >>> unit_label("meter ** 2", 5_000_000, "en"), unit_label("bridge", 1, "en")
        ('m²', 'bridge')
    """
    if unit is None or unit == "percent" or unit.isupper():  # nothing counted, or the code of a currency
        return {None: "", "percent": "%"}.get(unit, unit or "")
    row = find_unit(unit)
    if lang == "en":
        if not row.counted and row.dimension != "time":
            return row.symbol
        return row.label.en if value == 1 else row.plural.en
    return unit_in_arabic(unit, value)


def with_unit(value: float, unit: str | None, lang: Lang) -> str:
    """A number with its unit, as text."""
    label = unit_label(unit, value, lang)
    return f"{number(value)}{label}" if label in {"%", ""} else f"{number(value)} {label}"


def amount(estimate: Estimate, unit: str | None, lang: Lang) -> str:
    """An estimate with its wording and unit, as text.

    Example:
        >>> from raqqa_data import Estimate, Wording
        >>> amount(Estimate.stated(300, Wording.MORE_THAN), "school", "ar")
        'أكثر من 300 مدرسة'
        >>> amount(Estimate.vague(200), "weapon", "en")
        'hundreds: at least 200 weapons'
    """
    best, low, high = estimate.best, estimate.low, estimate.high
    if estimate.wording == "between" and low is not None and high is not None:
        joint = " and " if lang == "en" else " و"
        return f"{pick(WORDINGS['between'][0], lang)}{number(low)}{joint}{with_unit(high, unit, lang)}"
    if best is None:
        if low is None:
            return pick(("not stated", "غير مذكور"), lang)
        scale = _scale(low, lang)
        return f"{scale}{pick(WORDINGS['at least'][0], lang)}{with_unit(low, unit, lang)}"
    return pick(WORDINGS[estimate.wording][0], lang) + with_unit(best, unit, lang)


def _scale(low: float, lang: Lang) -> str:
    words = {20: ("tens", "عشرات"), 200: ("hundreds", "مئات"), 2000: ("thousands", "آلاف")}
    pair = words.get(int(low))
    return f"{pick(pair, lang)}{': ' if lang == 'en' else '، أي '}" if pair else ""


def amount_html(estimate: Estimate, unit: str, lang: Lang) -> str:
    """The same, isolated from the direction of the text around it."""
    return f'<bdi lang="{lang}">{escape(amount(estimate, unit, lang))}</bdi>'


def bound(value: float | None, unit: str, lang: Lang) -> str:
    """One part of an estimate, or that it is not stated."""
    return pick(("not stated", "غير مذكور"), lang) if value is None else with_unit(value, unit, lang)


def told(mention: Mention, lang: Lang) -> str:
    """What a mention was read as, in words.

    Example:
        >>> from raqqa_data import read
        >>> [told(mention, "ar") for mention in read("عاد نحو 300 ألف شخص في أيار 2021")]
        ['عدد: نحو 300,000', 'تاريخ: أيار 2021']
    """
    kind = pick(KINDS[mention.kind], lang)
    if mention.estimate is None:
        return f"{kind}: {when(mention.period, lang) if mention.period else mention.text}"
    return f"{kind}: {amount(mention.estimate, mention.unit, lang)}"


def when(period: Period, lang: Lang) -> str:
    """A period in words.

    Example:
        >>> from raqqa_data import Period
        >>> when(Period("2017-06/2017-10"), "en"), when(Period("2022-01~"), "ar")
        ('June 2017 to October 2017', 'نحو كانون الثاني 2022')
    """
    sides = [_side(side, lang) for side in period.edtf.split("/")]
    if len(sides) == 1:
        return sides[0]
    return f"{sides[0]} {pick(('to', 'إلى'), lang)} {sides[1]}" if lang == "en" else f"من {sides[0]} إلى {sides[1]}"


def _side(text: str, lang: Lang) -> str:
    if text in {"", ".."}:
        return pick(("open", "مفتوح"), lang)
    about = pick(("about ", "نحو "), lang) if text[-1] in "~%" else ""
    year, *rest = text.rstrip("~?%").split("-")
    if not rest:
        return f"{about}{year}"
    month = MONTHS[lang][int(rest[0]) - 1]
    day = f"{int(rest[1])} " if len(rest) > 1 else ""
    shown = "" if year == "XXXX" else f" {year}"
    return f"{about}{day}{month}{shown}"
