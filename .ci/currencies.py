# ruff: noqa: INP001, D103, S314
"""Writes `src/raqqa_data/units/currencies.py`: the currencies of ISO 4217 with labels and countries of Unicode CLDR.

Needs `iso4217` (the list as ISO publishes it), `pycountry` (a second copy, compared with the first) and `babel` (CLDR):

    pip install iso4217 pycountry babel && python .ci/currencies.py
"""

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import babel
import iso4217
import pycountry
from babel.numbers import get_currency_name, get_currency_symbol, get_territory_currencies

TARGET = Path(__file__).parents[1] / "src/raqqa_data/units/currencies.py"
NO_MONEY = {"BOV", "CHE", "CHW", "CLF", "COU", "MXV", "USN", "UYI", "UYW", "XAD"}
"""Units of account and of indexing, in which no report states an amount."""
OWN = {"VED": "بوليفار رقمي, بوليفار رقمي", "XCG": "غيلدر كاريبي, غيلدر كاريبي", "ZWG": "ذهب زيمبابوي, ذهب زيمبابوي"}
"""Labels that CLDR does not have yet."""


def main() -> None:
    root = ET.parse(Path(iso4217.__file__).with_name("table.xml")).getroot()
    minor = {
        row.findtext("Ccy"): int(row.findtext("CcyMnrUnts"))
        for row in root.iter("CcyNtry")
        if (row.findtext("CcyMnrUnts") or "").isdigit() or row.findtext("Ccy") == "XDR"
        if row.findtext("Ccy") != "XDR"
    }
    countries: dict[str, list[str]] = {}
    for country in sorted(row.alpha_2 for row in pycountry.countries):
        for code in get_territory_currencies(country):
            countries.setdefault(code, []).append(country)
    rows = []
    for code in sorted(set(minor) - NO_MONEY):
        if pycountry.currencies.get(alpha_3=code) is None:
            raise SystemExit(f"{code} is in the list of ISO, not in pycountry: one of the two is old")
        english = f"{get_currency_name(code, 1, 'en')}, {get_currency_name(code, 2, 'en')}"
        arabic = f"{get_currency_name(code, 1, 'ar')}, {get_currency_name(code, 3, 'ar')}"
        if re.fullmatch("[A-Z ,]+", arabic):
            arabic = OWN.get(code, arabic)
        if not re.search("[\u0621-\u064a]", arabic):
            raise SystemExit(f"CLDR has no Arabic name of {code}")
        symbols = dict.fromkeys(
            get_currency_symbol(code, locale).replace("\u200f", "").replace("\u200e", "") for locale in ("en", "ar")
        )
        shown = ", ".join(symbol for symbol in symbols if symbol not in {code, "$", "£"})
        lawful = " ".join(countries.get(code, ()))
        rows.append(f"{code} | {minor[code]} | {english} | {arabic} | {lawful} | {shown}".rstrip())
    published = root.get("Pblshd")
    TARGET.write_text(
        f'"""The currencies of ISO 4217, written by `.ci/currencies.py`; not to be edited.\n\n'
        f"Codes and minor units: ISO 4217, list one, published {published}. Labels, symbols, and the\n"
        f"countries (ISO 3166) in which each is tender: Unicode CLDR, as Babel {babel.__version__} has it.\n"
        f'Precious metals, test codes and units of account are left out.\n"""\n\n'
        f"# code | decimals of the minor unit | English, plural | Arabic, plural | countries | symbols\n"
        'CURRENCIES = """\n' + "\n".join(rows) + '\n"""  # noqa: E501\n',
        encoding="utf-8",
    )


main()
