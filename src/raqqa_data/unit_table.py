"""Every unit that raqqa_data knows, in one closed table, without pint.

Names are pint's own canonical ones, sizes are exact ratios of whole numbers (pint's values: its month is a twelfth of a
year of 365.25 days), codes are those of UCUM, QUDT and UN/CEFACT Recommendation 20, where one exists that is not
deprecated and has the same size. Each counted kind is a dimension of its own: bridges and schools cannot be added.
"""

from __future__ import annotations

import functools
from types import MappingProxyType
from typing import TYPE_CHECKING

import attrs

from raqqa_data.errors import UnitError, closest
from raqqa_data.name import Name

if TYPE_CHECKING:
    from collections.abc import Mapping

Number = int | float

_EXACT_FLOATS = 2**53
_LONGEST = 80  # of a misspelt name, what is compared with the known ones


@attrs.frozen(kw_only=True)
class Unit:
    """A unit of measure, or a counted kind.

    Attributes:
        name: pint's canonical name, such as "meter ** 2".
        dimension: What it measures, such as "area"; a counted kind is its own dimension.
        base: Name of the unit of that dimension that has the factor 1.
        label: What one of it is called, in both languages.
        plural: What several are called.
        symbol: Short form for print.
        ucum: UCUM code.
        qudt: QUDT name, "unit:..." stands for http://qudt.org/vocab/unit/...
        rec20: UN/CEFACT Recommendation 20 common code.
        size: How many base units it is, as numerator and denominator.
        zero: For a temperature scale, what to add before the size applies, likewise.

    Example:
        >>> UNITS["hectare"].factor, UNITS["hectare"].base, UNITS["hectare"].label.ar
        (10000, 'meter ** 2', 'هكتار')
    """

    name: str
    dimension: str
    base: str
    label: Name
    plural: Name
    symbol: str
    ucum: str
    qudt: str | None = None
    rec20: str | None = None
    size: tuple[int, int] = (1, 1)
    zero: tuple[int, int] = (0, 1)

    @property
    def counted(self) -> bool:
        """Whether it is a counted kind, such as persons or bridges.

        Example:
            >>> UNITS["bridge"].counted, UNITS["meter"].counted
            (True, False)
        """
        return self.dimension == self.name and "/" not in self.name

    @property
    def factor(self) -> Number | None:
        """How many base units it is; None on a scale with a zero of its own, whose values must not be added.

        Example:
            >>> UNITS["percent"].factor, UNITS["degree_Celsius"].factor
            (0.01, None)
        """
        return _quotient(*self.size) if self.zero == (0, 1) else None

    def __str__(self) -> str:
        return self.name


def find_unit(name: str) -> Unit:
    """The unit of that name, symbol, plural or other common spelling, in English or Arabic.

    A quotient of two units of the table, such as "person / day" or "m² per person", is a unit too.

    Args:
        name: How the unit is written.

    Raises:
        UnitError: The table has no such unit; the message suggests what comes close.

    Example:
        >>> find_unit("m²").name, find_unit("people").name, find_unit("متر مربع").name
        ('meter ** 2', 'person', 'meter ** 2')
        >>> find_unit("square meters per person").name
        'meter ** 2 / person'
    """
    try:
        return UNITS[name]
    except (KeyError, TypeError):
        pass
    if not isinstance(name, str):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise UnitError(name, "a unit is named by a text, such as 'meter ** 2'")
    text = _tidy(name)
    known = spellings().get(text)
    if known:
        return UNITS[known]
    if text in _REFUSED:
        raise UnitError(name, _REFUSED[text])
    above, per, below = text.replace(" per ", " / ").partition(" / ")
    if per and "/" not in below:
        return _per(find_unit(above), find_unit(below))
    near = dict.fromkeys(spellings()[spelling] for spelling in closest(text[:_LONGEST], spellings()))
    hint = f"did you mean {' or '.join(map(repr, near))}?" if near else "raqqa_data.unit_table.UNITS lists what is."
    raise UnitError(name, f"not in the table of units; {hint}")


def convert(value: Number, from_unit: str, to_unit: str) -> Number:
    """The same amount in another unit of the same dimension, rounded once at most.

    Args:
        value: The number in `from_unit`.
        from_unit: Name of a unit.
        to_unit: Name of a unit of the same dimension.

    Returns:
        An int where the result is whole, else a float.

    Raises:
        UnitError: A unit is unknown, the two measure different things, or the value is no finite number.

    Example:
        >>> convert(5_000_000, "meter ** 2", "hectare")
        500
        >>> convert(20, "degree_Celsius", "degree_Fahrenheit")
        68
    """
    source, target = find_unit(from_unit), find_unit(to_unit)
    if source.dimension != target.dimension:
        raise UnitError(
            source.name,
            f"measures {source.dimension}, but {target.name!r} measures {target.dimension}: no conversion between them",
        )
    try:
        numerator, denominator = value.as_integer_ratio()
    except (AttributeError, OverflowError, ValueError):
        raise UnitError(source.name, f"cannot convert {value!r}: not a finite number") from None
    numerator, denominator = _plus((numerator, denominator), source.zero)
    numerator, denominator = numerator * source.size[0], denominator * source.size[1]
    numerator, denominator = numerator * target.size[1], denominator * target.size[0]
    numerator, denominator = _plus((numerator, denominator), (-target.zero[0], target.zero[1]))
    return _quotient(numerator, denominator, whole=isinstance(value, int))


def _plus(one: tuple[int, int], other: tuple[int, int]) -> tuple[int, int]:
    return one[0] * other[1] + other[0] * one[1], one[1] * other[1]


def _quotient(numerator: int, denominator: int, *, whole: bool = True) -> Number:
    """The quotient as an int where that is exact (or too large for a float), else the nearest float."""
    quotient, rest = divmod(numerator, denominator)
    if not rest and (whole or abs(quotient) < _EXACT_FLOATS):
        return quotient
    try:
        nearest = numerator / denominator
    except OverflowError:
        return quotient
    return int(nearest) if not whole and nearest.is_integer() and abs(nearest) < _EXACT_FLOATS else nearest


def _per(above: Unit, below: Unit) -> Unit:
    name = f"{above.name} / {below.name}"
    if name in UNITS:
        return UNITS[name]
    dimensions = {above.dimension, below.dimension}
    if len(dimensions) == 1 or dimensions <= _SPACE or below.dimension == "ratio" or above.name == "dimensionless":
        raise UnitError(name, f"{above.dimension} per {below.dimension} is no quotient to report")
    if "/" in name.replace(" / ", "", 1) or above.factor is None or below.factor is None:
        raise UnitError(name, "only plain units can stand above and below the line")
    dimension, base = _NAMED_QUOTIENTS.get(
        (above.dimension, below.dimension),
        (f"{above.dimension} / {below.dimension}", f"{above.base} / {below.base}"),
    )
    return Unit(
        name=name,
        dimension=dimension,
        base=base,
        label=Name(f"{above.label.en} per {below.label.en}", f"{above.label.ar} لكل {below.label.ar}"),
        plural=Name(f"{above.plural.en} per {below.label.en}", f"{above.plural.ar} لكل {below.label.ar}"),
        symbol=f"{above.symbol}/{below.symbol}",
        ucum=f"{above.ucum}/{below.ucum}",
        size=(above.size[0] * below.size[1], above.size[1] * below.size[0]),
    )


def _tidy(name: str) -> str:
    """One spelling for what differs in spacing, underscores and the sign of the power only."""
    for sign, plain in _SIGNS:
        name = name.replace(sign, plain)
    return " ".join(name.split())


_SIGNS = (
    ("_", " "),
    ("²", "**2"),
    ("³", "**3"),
    ("^", "**"),
    ("**", " ** "),
    ("/", " / "),
)


@functools.cache
def spellings() -> Mapping[str, str]:
    """Each tidy spelling, in English and Arabic, and the name of its unit."""
    found: dict[str, str] = {}
    for unit in UNITS.values():
        label, plural = unit.label, unit.plural
        more = _ALIASES.get(unit.name, "").split(", ")
        for text in map(_tidy, (unit.name, unit.symbol, label.en, plural.en, label.ar, plural.ar, *more)):
            for spelling in (text, text.replace("meter", "metre").replace("liter", "litre")):
                found.setdefault(spelling, unit.name)
    del found[""]
    return MappingProxyType(found)


def _ratio(text: str) -> tuple[int, int]:
    """An exact size, written as a decimal or a fraction."""
    numerator, _, denominator = text.partition("/")
    whole, _, decimals = numerator.partition(".")
    return int(whole + decimals), int(denominator or 1) * 10 ** len(decimals)


def _rows(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in row.split("|")] for row in table.strip().splitlines()]


def _names(english: str, arabic: str) -> tuple[Name, Name]:
    """Label and plural; an English plural in -s is not written."""
    en, _, en_plural = english.partition(", ")
    ar, _, ar_plural = arabic.partition(", ")
    return Name(en, ar), Name(en_plural or f"{en}s", ar_plural)


def _measures(dimension: str, base: str, table: str) -> list[Unit]:
    """The units of one dimension, a row each."""
    units: list[Unit] = []
    for name, size, english, arabic, symbol, codes in _rows(table):
        label, plural = _names(english, arabic)
        ucum, qudt, rec20 = codes.split()
        size_, _, zero = size.partition(" from ")
        units.append(
            Unit(
                name=name,
                dimension=dimension,
                base=base,
                label=label,
                plural=plural,
                symbol=symbol,
                ucum=ucum,
                qudt=None if qudt == "-" else f"unit:{qudt}",
                rec20=None if rec20 == "-" else rec20,
                size=_ratio(size_),
                zero=_ratio(zero or "0"),
            )
        )
    return units


def _counted(table: str) -> list[Unit]:
    """The counted kinds, a row each."""
    units: list[Unit] = []
    for name, english, arabic, *rec20 in _rows(table):
        label, plural = _names(english, arabic)
        units.append(
            Unit(
                name=name,
                dimension=name,
                base=name,
                label=label,
                plural=plural,
                symbol=label.en,
                ucum=f"{{{name}}}",
                rec20=rec20[0] if rec20 else None,
            )
        )
    return units


_SPACE = frozenset({"length", "area", "volume"})
_NAMED_QUOTIENTS = {("length", "time"): ("speed", "meter / second"), ("energy", "time"): ("power", "watt")}

# Words that mean one thing to a reader and another to pint, or that pint cannot say.
_REFUSED = {
    "ton": "pint's ton is the short ton of 907 kg; write 'metric_ton' for 1000 kg",
    "tons": "pint's ton is the short ton of 907 kg; write 'metric_ton' for 1000 kg",
    "decade": "pint's decade is a factor of ten, not ten years; give the years",
    "decades": "pint's decade is a factor of ten, not ten years; give the years",
    "camp": "pint reads it as centiampere; write 'displacement_camp'",
    "camps": "pint reads it as centiampere; write 'displacement_camp'",
    "barrel": "pint's barrel holds 31.5 gallons; write 'oil_barrel' for 42",
    "barrels": "pint's barrel holds 31.5 gallons; write 'oil_barrel' for 42",
}

# name | size [from zero] | English[, plural] | Arabic, plural | symbol | UCUM QUDT Rec20
_LENGTH = """
meter | 1 | meter | متر, أمتار | m | m M MTR
kilometer | 1000 | kilometer | كيلومتر, كيلومترات | km | km KiloM KMT
centimeter | 0.01 | centimeter | سنتيمتر, سنتيمترات | cm | cm CentiM CMT
millimeter | 0.001 | millimeter | مليمتر, مليمترات | mm | mm MilliM MMT
decimeter | 0.1 | decimeter | ديسيمتر, ديسيمترات | dm | dm DeciM DMT
mile | 1609.344 | mile | ميل, أميال | mi | [mi_i] MI SMI
foot | 0.3048 | foot, feet | قدم, أقدام | ft | [ft_i] FT FOT
inch | 0.0254 | inch, inches | بوصة, بوصات | in | [in_i] IN INH
yard | 0.9144 | yard | ياردة, ياردات | yd | [yd_i] YD YRD
"""
# Hectare: Rec 20 has withdrawn HAR for H18, the square hectometre.
_AREA = """
meter ** 2 | 1 | square meter | متر مربع, أمتار مربعة | m² | m2 M2 MTK
kilometer ** 2 | 1000000 | square kilometer | كيلومتر مربع, كيلومترات مربعة | km² | km2 KiloM2 KMK
foot ** 2 | 0.09290304 | square foot, square feet | قدم مربعة, أقدام مربعة | ft² | [ft_i]2 FT2 FTK
mile ** 2 | 2589988.110336 | square mile | ميل مربع, أميال مربعة | mi² | [mi_i]2 MI2 MIK
hectare | 10000 | hectare | هكتار, هكتارات | ha | har HA H18
dunam | 1000 | dunam | دونم, دونمات | dunam | daar DecaARE DAA
"""
_VOLUME = """
meter ** 3 | 1 | cubic meter | متر مكعب, أمتار مكعبة | m³ | m3 M3 MTQ
liter | 0.001 | liter | لتر, لترات | L | L L LTR
milliliter | 0.000001 | milliliter | مليلتر, مليلترات | mL | mL MilliL MLT
oil_barrel | 0.158987294928 | oil barrel | برميل نفط, براميل نفط | oil_bbl | [bbl_us] BBL BLL
gallon | 0.003785411784 | gallon | غالون, غالونات | gal | [gal_us] GAL_US GLL
cup | 0.0002365882365 | cup | كوب, أكواب | cup | [cup_us] CUP G21
"""
_MASS = """
kilogram | 1 | kilogram | كيلوغرام, كيلوغرامات | kg | kg KiloGM KGM
gram | 0.001 | gram | غرام, غرامات | g | g GM GRM
milligram | 0.000001 | milligram | مليغرام, مليغرامات | mg | mg MilliGM MGM
metric_ton | 1000 | metric ton | طن, أطنان | t | t TONNE TNE
pound | 0.45359237 | pound | رطل, أرطال | lb | [lb_av] LB LBR
ounce | 0.028349523125 | ounce | أونصة, أونصات | oz | [oz_av] OZ ONZ
"""
_SPEED = """
meter / second | 1 | meter per second, meters per second | متر في الثانية, أمتار في الثانية | m/s | m/s M-PER-SEC MTS
kilometer / hour | 5/18 | kilometer per hour, kilometers per hour | كيلومتر في الساعة, كيلومترات في الساعة | km/h | km/h KiloM-PER-HR KMH
mile / hour | 0.44704 | mile per hour, miles per hour | ميل في الساعة, أميال في الساعة | mi/h | [mi_i]/h MI-PER-HR HM
"""  # noqa: E501
_TEMPERATURE = """
kelvin | 1 | kelvin | كلفن, كلفن | K | K K KEL
degree_Celsius | 1 from 273.15 | degree Celsius, degrees Celsius | درجة مئوية, درجات مئوية | °C | Cel DEG_C CEL
degree_Fahrenheit | 5/9 from 459.67 | degree Fahrenheit, degrees Fahrenheit | درجة فهرنهايت, درجات فهرنهايت | °F | [degF] DEG_F FAH
"""  # noqa: E501
_POWER = """
watt | 1 | watt | واط, واطات | W | W W WTT
kilowatt | 1000 | kilowatt | كيلوواط, كيلوواطات | kW | kW KiloW KWT
megawatt | 1000000 | megawatt | ميغاواط, ميغاواطات | MW | MW MegaW MAW
gigawatt | 1000000000 | gigawatt | غيغاواط, غيغاواطات | GW | GW GigaW A90
"""
# Rec 20 has withdrawn its code of this calorie.
_ENERGY = """
joule | 1 | joule | جول, جولات | J | J J JOU
kilojoule | 1000 | kilojoule | كيلوجول, كيلوجولات | kJ | kJ KiloJ KJO
calorie | 4.184 | calorie | سعرة, سعرات | cal | cal_th CAL_TH -
kilocalorie | 4184 | kilocalorie | كيلو سعرة, كيلو سعرات | kcal | kcal_th KiloCAL_TH K53
watt_hour | 3600 | watt hour | واط ساعة, واط ساعات | Wh | W.h W-HR WHR
kilowatt_hour | 3600000 | kilowatt hour | كيلوواط ساعة, كيلوواط ساعات | kWh | kW.h KiloW-HR KWH
megawatt_hour | 3600000000 | megawatt hour | ميغاواط ساعة, ميغاواط ساعات | MWh | MW.h MegaW-HR MWH
gigawatt_hour | 3600000000000 | gigawatt hour | غيغاواط ساعة, غيغاواط ساعات | GWh | GW.h GigaW-HR GWH
"""
# QUDT's unit:MO is the synodic month; pint, UCUM and Rec 20 take a twelfth of the Julian year.
_TIME = """
second | 1 | second | ثانية, ثوان | s | s SEC SEC
minute | 60 | minute | دقيقة, دقائق | min | min MIN MIN
hour | 3600 | hour | ساعة, ساعات | h | h HR HUR
day | 86400 | day | يوم, أيام | d | d DAY DAY
week | 604800 | week | أسبوع, أسابيع | wk | wk WK WEE
month | 2629800 | month | شهر, أشهر | mo | mo MO_MeanJulian MON
year | 31557600 | year | سنة, سنوات | yr | a YR ANN
century | 3155760000 | century, centuries | قرن, قرون | century | 100.a - -
"""
_RATIO = """
dimensionless | 1 | one | واحد, واحد | 1 | 1 UNITLESS C62
percent | 0.01 | percent, percent | في المئة, في المئة | % | % PERCENT P1
permille | 0.001 | permille, permille | في الألف, في الألف | ‰ | [ppth] PERMILLE NX
"""
# name | English[, plural] | Arabic, plural [| Rec20]
_KINDS = """
person | person, people | شخص, أشخاص | IE
household | household | أسرة معيشية, أسر معيشية
family | family, families | عائلة, عائلات
building | building | مبنى, مبان
house | house | منزل, منازل
home | home | مسكن, مساكن
apartment | apartment | شقة, شقق
shelter | shelter | مأوى, مآو
tent | tent | خيمة, خيام
displacement_camp | displacement camp | مخيم نزوح, مخيمات نزوح
village | village | قرية, قرى
town | town | بلدة, بلدات
city | city, cities | مدينة, مدن
neighborhood | neighborhood | حي, أحياء
school | school | مدرسة, مدارس
university | university, universities | جامعة, جامعات
hospital | hospital | مستشفى, مستشفيات
clinic | clinic | عيادة, عيادات
mosque | mosque | مسجد, مساجد
church | church, churches | كنيسة, كنائس
shop | shop | متجر, متاجر
bakery | bakery, bakeries | مخبز, مخابز
market | market | سوق, أسواق
facility | facility, facilities | منشأة, منشآت
site | site | موقع, مواقع
bridge | bridge | جسر, جسور
road | road | طريق, طرق
well | well | بئر, آبار
vehicle | vehicle | مركبة, مركبات
checkpoint | checkpoint | حاجز, حواجز
tunnel | tunnel | نفق, أنفاق
mass_grave | mass grave | مقبرة جماعية, مقابر جماعية
weapon | weapon | قطعة سلاح, قطع سلاح
explosive_item | explosive item | جسم متفجر, أجسام متفجرة
landmine | landmine | لغم, ألغام
shell | shell | قذيفة, قذائف
rocket | rocket | صاروخ, صواريخ
drone | drone | طائرة مسيرة, طائرات مسيرة
attack | attack | هجوم, هجمات
airstrike | airstrike | غارة جوية, غارات جوية
raid | raid | مداهمة, مداهمات
battle | battle | معركة, معارك
explosion | explosion | انفجار, انفجارات
incident | incident | حادثة, حوادث
operation | operation | عملية, عمليات
livestock_head | head of livestock, heads of livestock | رأس ماشية, رؤوس ماشية | HEA
tree | tree | شجرة, أشجار
food_basket | food basket | سلة غذائية, سلال غذائية
project | project | مشروع, مشاريع
item | item | قطعة, قطع | H87
"""

# Other spellings, beyond name, symbol and labels.
_ALIASES = {
    "meter ** 2": "m2, sqm",
    "kilometer ** 2": "km2",
    "foot ** 2": "ft2",
    "mile ** 2": "mi2",
    "dunam": "donum, dunum, decare, decares",
    "meter ** 3": "m3",
    "liter": "l, ليتر",
    "milliliter": "ml",
    "oil_barrel": "barrel of oil, barrels of oil",
    "gallon": "US gallon, US gallons",
    "metric_ton": "tonne, tonnes",
    "pound": "lbs",
    "kilometer / hour": "kph, kmh",
    "mile / hour": "mph",
    "degree_Celsius": "degC, celsius",
    "degree_Fahrenheit": "degF, fahrenheit",
    "watt_hour": "watt * hour, hour * watt",
    "kilowatt_hour": "kilowatt * hour, hour * kilowatt",
    "megawatt_hour": "megawatt * hour, hour * megawatt",
    "gigawatt_hour": "gigawatt * hour",
    "second": "sec, secs, ثواني",
    "minute": "mins",
    "hour": "hr, hrs",
    "month": "شهور",
    "year": "yrs, عام, أعوام",
    "dimensionless": "ratio, fraction",
    "percent": "per cent, بالمئة, في المائة, بالمائة",
    "permille": "per mille, per mill, بالألف",
    "person": "persons, individual, individuals, أفراد, فرد",
    "family": "أسرة, أسر",
    "building": "مباني",
    "displacement_camp": "refugee camp, refugee camps, مخيم, مخيمات",
    "neighborhood": "neighbourhood, neighbourhoods",
    "weapon": "سلاح, أسلحة",
    "explosive_item": "explosive remnant, explosive remnants, explosive device, explosive devices, "
    "عبوة ناسفة, عبوات ناسفة",
    "landmine": "mine, mines",
    "airstrike": "air strike, air strikes",
    "livestock_head": "livestock head",
    "item": "piece, pieces",
}

_ALL = (
    *_counted(_KINDS),
    *_measures("length", "meter", _LENGTH),
    *_measures("area", "meter ** 2", _AREA),
    *_measures("volume", "meter ** 3", _VOLUME),
    *_measures("mass", "kilogram", _MASS),
    *_measures("speed", "meter / second", _SPEED),
    *_measures("temperature", "kelvin", _TEMPERATURE),
    *_measures("power", "watt", _POWER),
    *_measures("energy", "joule", _ENERGY),
    *_measures("time", "second", _TIME),
    *_measures("ratio", "dimensionless", _RATIO),
)

UNITS: Mapping[str, Unit] = MappingProxyType({unit.name: unit for unit in _ALL})
"""Every unit of the table by its name.

Example:
    >>> UNITS["person"].ucum, UNITS["person"].rec20, UNITS["person"].counted
    ('{person}', 'IE', True)
"""
