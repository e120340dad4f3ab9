"""The rows of the table of units: one a line, read by `raqqa_data.units.table`.

Sizes are pint's, exact, in the first unit of each table; the feddan of Egypt and Sudan and the quintal are not pint's.
"""

# Words that mean one thing to a reader and another to pint, or that pint cannot say.
REFUSED = {
    "ton": "pint's ton is the short ton of 907 kg; write 'metric_ton' for 1000 kg",
    "tons": "pint's ton is the short ton of 907 kg; write 'metric_ton' for 1000 kg",
    "decade": "pint's decade is a factor of ten, not ten years; give the years",
    "decades": "pint's decade is a factor of ten, not ten years; give the years",
    "camp": "pint reads it as centiampere; write 'displacement_camp'",
    "camps": "pint reads it as centiampere; write 'displacement_camp'",
    "barrel": "pint's barrel holds 31.5 gallons; write 'oil_barrel' for 42",
    "barrels": "pint's barrel holds 31.5 gallons; write 'oil_barrel' for 42",
    "$": "the dollar of several countries; write its code, such as USD",
    "dollar": "the dollar of several countries; write its code, such as USD",
    "dollars": "the dollar of several countries; write its code, such as USD",
    "£": "the pound of several countries; write its code, such as GBP, EGP or SYP",
    "lira": "the lira of several countries; write its code, such as SYP, TRY or LBP",
    "liras": "the lira of several countries; write its code, such as SYP, TRY or LBP",
    "dinar": "the dinar of several countries; write its code, such as IQD, JOD or LYD",
    "dinars": "the dinar of several countries; write its code, such as IQD, JOD or LYD",
    "riyal": "the riyal of several countries; write its code, such as SAR, YER or QAR",
    "riyals": "the riyal of several countries; write its code, such as SAR, YER or QAR",
    "دولار": "the dollar of several countries; write its code, such as USD",
    "ليرة": "the lira of several countries; write its code, such as SYP, TRY or LBP",
    "جنيه": "the pound of several countries; write its code, such as EGP, SDG or GBP",
    "دينار": "the dinar of several countries; write its code, such as IQD, JOD or LYD",
    "ريال": "the riyal of several countries; write its code, such as SAR, YER or QAR",
}

# name | size [from zero] | English[, plural] | Arabic, plural | symbol | UCUM QUDT Rec20
LENGTH = """
meter | 1 | meter | متر, أمتار | m | m M MTR
kilometer | 1000 | kilometer | كيلومتر, كيلومترات | km | km KiloM KMT
centimeter | 0.01 | centimeter | سنتيمتر, سنتيمترات | cm | cm CentiM CMT
millimeter | 0.001 | millimeter | مليمتر, مليمترات | mm | mm MilliM MMT
decimeter | 0.1 | decimeter | ديسيمتر, ديسيمترات | dm | dm DeciM DMT
mile | 1609.344 | mile | ميل, أميال | mi | [mi_i] MI SMI
foot | 0.3048 | foot, feet | قدم, أقدام | ft | [ft_i] FT FOT
inch | 0.0254 | inch, inches | بوصة, بوصات | in | [in_i] IN INH
yard | 0.9144 | yard | ياردة, ياردات | yd | [yd_i] YD YRD
micrometer | 0.000001 | micrometer | ميكرومتر, ميكرومترات | um | um MicroM 4H
nanometer | 0.000000001 | nanometer | نانومتر, نانومترات | nm | nm NanoM C45
nautical_mile | 1852 | nautical mile | ميل بحري, أميال بحرية | nmi | [nmi_i] MI_N NMI
light_year | 9460730472580800 | light year | سنة ضوئية, سنوات ضوئية | ly | [ly] LY B57
"""
# Hectare: Rec 20 has withdrawn HAR for H18, the square hectometre.
AREA = """
meter ** 2 | 1 | square meter | متر مربع, أمتار مربعة | m² | m2 M2 MTK
kilometer ** 2 | 1000000 | square kilometer | كيلومتر مربع, كيلومترات مربعة | km² | km2 KiloM2 KMK
foot ** 2 | 0.09290304 | square foot, square feet | قدم مربعة, أقدام مربعة | ft² | [ft_i]2 FT2 FTK
mile ** 2 | 2589988.110336 | square mile | ميل مربع, أميال مربعة | mi² | [mi_i]2 MI2 MIK
hectare | 10000 | hectare | هكتار, هكتارات | ha | har HA H18
dunam | 1000 | dunam | دونم, دونمات | dunam | daar DecaARE DAA
feddan | 4200.83 | feddan | فدان, أفدنة | feddan | 42008300.cm2 - -
acre | 62726400000/15499969 | acre | أكر, أكرات | acre | [acr_us] - -
decimeter ** 2 | 0.01 | square decimeter | ديسيمتر مربع, ديسيمترات مربعة | dm² | dm2 DeciM2 DMK
centimeter ** 2 | 0.0001 | square centimeter | سنتيمتر مربع, سنتيمترات مربعة | cm² | cm2 CentiM2 CMK
millimeter ** 2 | 0.000001 | square millimeter | مليمتر مربع, مليمترات مربعة | mm² | mm2 MilliM2 MMK
"""
VOLUME = """
meter ** 3 | 1 | cubic meter | متر مكعب, أمتار مكعبة | m³ | m3 M3 MTQ
liter | 0.001 | liter | لتر, لترات | L | L L LTR
milliliter | 0.000001 | milliliter | مليلتر, مليلترات | mL | mL MilliL MLT
deciliter | 0.0001 | deciliter | ديسيلتر, ديسيلترات | dL | dL DeciL DLT
oil_barrel | 0.158987294928 | oil barrel | برميل نفط, براميل نفط | oil_bbl | [bbl_us] BBL BLL
gallon | 0.003785411784 | gallon | غالون, غالونات | gal | [gal_us] GAL_US GLL
cup | 0.0002365882365 | cup | كوب, أكواب | cup | [cup_us] CUP G21
tablespoon | 0.00001478676478125 | tablespoon | ملعقة كبيرة, ملاعق كبيرة | tbsp | [tbs_us] TBSP G24
teaspoon | 0.00000492892159375 | teaspoon | ملعقة صغيرة, ملاعق صغيرة | tsp | [tsp_us] TSP G25
kilometer ** 3 | 1000000000 | cubic kilometer | كيلومتر مكعب, كيلومترات مكعبة | km³ | km3 KiloM3 H20
decimeter ** 3 | 0.001 | cubic decimeter | ديسيمتر مكعب, ديسيمترات مكعبة | dm³ | dm3 DeciM3 DMQ
centimeter ** 3 | 0.000001 | cubic centimeter | سنتيمتر مكعب, سنتيمترات مكعبة | cm³ | cm3 CentiM3 CMQ
millimeter ** 3 | 0.000000001 | cubic millimeter | مليمتر مكعب, مليمترات مكعبة | mm³ | mm3 MilliM3 MMQ
foot ** 3 | 0.028316846592 | cubic foot, cubic feet | قدم مكعبة, أقدام مكعبة | ft³ | [ft_i]3 FT3 FTQ
"""
MASS = """
kilogram | 1 | kilogram | كيلوغرام, كيلوغرامات | kg | kg KiloGM KGM
gram | 0.001 | gram | غرام, غرامات | g | g GM GRM
milligram | 0.000001 | milligram | مليغرام, مليغرامات | mg | mg MilliGM MGM
metric_ton | 1000 | metric ton | طن, أطنان | t | t TONNE TNE
pound | 0.45359237 | pound | رطل, أرطال | lb | [lb_av] LB LBR
ounce | 0.028349523125 | ounce | أونصة, أونصات | oz | [oz_av] OZ ONZ
troy_ounce | 0.0311034768 | troy ounce | أونصة ذهب, أونصات ذهب | ozt | [oz_tr] OZ_TROY APZ
microgram | 0.000000001 | microgram | ميكروغرام, ميكروغرامات | ug | ug MicroGM MC
carat | 0.0002 | carat | قيراط, قراريط | ct | [car_m] CARAT CTM
quintal | 100 | quintal | قنطار, قناطير | dt | 100.kg - DTN
"""
SPEED = """
meter / second | 1 | meter per second, meters per second | متر في الثانية, أمتار في الثانية | m/s | m/s M-PER-SEC MTS
kilometer / hour | 5/18 | kilometer per hour, kilometers per hour | كيلومتر في الساعة, كيلومترات في الساعة | km/h | km/h KiloM-PER-HR KMH
mile / hour | 0.44704 | mile per hour, miles per hour | ميل في الساعة, أميال في الساعة | mi/h | [mi_i]/h MI-PER-HR HM
knot | 463/900 | knot | عقدة, عقد بحرية | knot | [kn_i] KN KNT
"""  # noqa: E501
TEMPERATURE = """
kelvin | 1 | kelvin | كلفن, كلفن | K | K K KEL
degree_Celsius | 1 from 273.15 | degree Celsius, degrees Celsius | درجة مئوية, درجات مئوية | °C | Cel DEG_C CEL
degree_Fahrenheit | 5/9 from 459.67 | degree Fahrenheit, degrees Fahrenheit | درجة فهرنهايت, درجات فهرنهايت | °F | [degF] DEG_F FAH
"""  # noqa: E501
POWER = """
watt | 1 | watt | واط, واطات | W | W W WTT
kilowatt | 1000 | kilowatt | كيلوواط, كيلوواطات | kW | kW KiloW KWT
megawatt | 1000000 | megawatt | ميغاواط, ميغاواطات | MW | MW MegaW MAW
gigawatt | 1000000000 | gigawatt | غيغاواط, غيغاواطات | GW | GW GigaW A90
horsepower | 745.69987158227022 | horsepower, horsepower | حصان ميكانيكي, أحصنة ميكانيكية | hp | [HP] HP -
"""
# Rec 20 has withdrawn its code of this calorie.
ENERGY = """
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
TIME = """
second | 1 | second | ثانية, ثوان | s | s SEC SEC
minute | 60 | minute | دقيقة, دقائق | min | min MIN MIN
hour | 3600 | hour | ساعة, ساعات | h | h HR HUR
day | 86400 | day | يوم, أيام | d | d DAY DAY
week | 604800 | week | أسبوع, أسابيع | wk | wk WK WEE
month | 2629800 | month | شهر, أشهر | mo | mo MO_MeanJulian MON
year | 31557600 | year | سنة, سنوات | yr | a YR ANN
century | 3155760000 | century, centuries | قرن, قرون | century | 100.a - -
"""
ELECTRICITY = {
    "voltage": """
volt | 1 | volt | فولت, فولتات | V | V V VLT
kilovolt | 1000 | kilovolt | كيلوفولت, كيلوفولتات | kV | kV KiloV KVT
""",
    "current": """
ampere | 1 | ampere | أمبير, أمبيرات | A | A A AMP
""",
    "frequency": """
hertz | 1 | hertz, hertz | هرتز, هرتزات | Hz | Hz HZ HTZ
megahertz | 1000000 | megahertz, megahertz | ميغاهرتز, ميغاهرتزات | MHz | MHz MegaHZ MHZ
gigahertz | 1000000000 | gigahertz, gigahertz | غيغاهرتز, غيغاهرتزات | GHz | GHz GigaHZ A86
""",
}
# Rec 20 has withdrawn its code of the millimetre of mercury.
PRESSURE = """
pascal | 1 | pascal | باسكال, باسكالات | Pa | Pa PA PAL
hectopascal | 100 | hectopascal | هكتوباسكال, هكتوباسكالات | hPa | hPa HectoPA A97
bar | 100000 | bar | بار, بارات | bar | bar BAR BAR
millimeter_Hg | 133.322387415 | millimeter of mercury, millimeters of mercury | مليمتر زئبق, مليمترات زئبق | mmHg | mm[Hg] MilliM_HG -
"""  # noqa: E501
INFORMATION = """
byte | 1 | byte | بايت, بايتات | B | By BYTE AD
kilobyte | 1000 | kilobyte | كيلوبايت, كيلوبايتات | kB | kBy KiloBYTE 2P
megabyte | 1000000 | megabyte | ميغابايت, ميغابايتات | MB | MBy MegaBYTE 4L
gigabyte | 1000000000 | gigabyte | غيغابايت, غيغابايتات | GB | GBy GigaBYTE E34
terabyte | 1000000000000 | terabyte | تيرابايت, تيرابايتات | TB | TBy TeraBYTE E35
megabit | 125000 | megabit | ميغابت, ميغابتات | Mbit | Mbit - D36
"""
ANGLE = """
degree | 1 | degree | درجة, درجات | ° | deg DEG DD
"""
RATIO = """
dimensionless | 1 | one | واحد, واحد | 1 | 1 UNITLESS C62
percent | 0.01 | percent, percent | في المئة, في المئة | % | % PERCENT P1
permille | 0.001 | permille, permille | في الألف, في الألف | ‰ | [ppth] PERMILLE NX
ppm | 0.000001 | part per million, parts per million | جزء في المليون, أجزاء في المليون | ppm | [ppm] PPM 59
permyriad | 0.0001 | per ten thousand, per ten thousand | لكل عشرة آلاف, لكل عشرة آلاف | ‱ | 10*-4 - -
percentmille | 0.00001 | per hundred thousand, per hundred thousand | لكل مئة ألف, لكل مئة ألف | /100k | 10*-5 - -
"""
# name | English[, plural] | Arabic, plural [| Rec20]
KINDS = """
percentage_point | percentage point | نقطة مئوية, نقاط مئوية
basis_point | basis point | نقطة أساس, نقاط أساس
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
ALIASES = {
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
