"""The currencies of ISO 4217, written by `.ci/currencies.py`; not to be edited.

Codes and minor units: ISO 4217, list one, published 2026-01-01. Labels, symbols and the
countries (ISO 3166) in which each is tender: Unicode CLDR, as Babel 2.19.0 has it. Precious metals, test
codes and units of account are left out.
"""

# code | decimals of the minor unit | English, plural | Arabic, plural | countries | symbols
CURRENCIES = """
AED | 2 | UAE dirham, UAE dirhams | درهم إماراتي, درهم إماراتي | AE | د.إ.
AFN | 2 | Afghan Afghani, Afghan Afghanis | أفغاني أفغانستاني, أفغاني أفغانستاني | AF |
ALL | 2 | Albanian lek, Albanian lekë | ليك ألباني, ليك ألباني | AL |
AMD | 2 | Armenian dram, Armenian drams | درام أرميني, درام أرميني | AM |
AOA | 2 | Angolan kwanza, Angolan kwanzas | كوانزا أنغولي, كوانزا أنغولي | AO |
ARS | 2 | Argentine peso, Argentine pesos | بيزو أرجنتيني, بيزو أرجنتيني | AR |
AUD | 2 | Australian dollar, Australian dollars | دولار أسترالي, دولار أسترالي | AU CC CX HM KI NF NR TV | A$, AU$
AWG | 2 | Aruban florin, Aruban florin | فلورن أروبي, فلورن أروبي | AW |
AZN | 2 | Azerbaijani manat, Azerbaijani manats | مانت أذربيجاني, مانت أذربيجاني | AZ |
BAM | 2 | Bosnia-Herzegovina convertible mark, Bosnia-Herzegovina convertible marks | مارك البوسنة والهرسك قابل للتحويل, مارك البوسنة والهرسك قابل للتحويل | BA |
BBD | 2 | Barbadian dollar, Barbadian dollars | دولار بربادوسي, دولار بربادوسي | BB |
BDT | 2 | Bangladeshi taka, Bangladeshi takas | تاكا بنغلاديشي, تاكا بنغلاديشي | BD |
BHD | 3 | Bahraini dinar, Bahraini dinars | دينار بحريني, دينار بحريني | BH | د.ب.
BIF | 0 | Burundian franc, Burundian francs | فرنك بروندي, فرنك بروندي | BI |
BMD | 2 | Bermudan dollar, Bermudan dollars | دولار برمودي, دولار برمودي | BM |
BND | 2 | Brunei dollar, Brunei dollars | دولار بروناي, دولار بروناي | BN |
BOB | 2 | Bolivian boliviano, Bolivian bolivianos | بوليفيانو بوليفي, بوليفيانو بوليفي | BO |
BRL | 2 | Brazilian real, Brazilian reals | ريال برازيلي, ريال برازيلي | BR | R$
BSD | 2 | Bahamian dollar, Bahamian dollars | دولار باهامي, دولار باهامي | BS |
BTN | 2 | Bhutanese ngultrum, Bhutanese ngultrums | نولتوم بوتاني, نولتوم بوتاني | BT |
BWP | 2 | Botswanan pula, Botswanan pulas | بولا بتسواني, بولا بتسواني | BW |
BYN | 2 | Belarusian ruble, Belarusian rubles | روبل بيلاروسي, روبل بيلاروسي | BY |
BZD | 2 | Belize dollar, Belize dollars | دولار بليزي, دولار بليزي | BZ |
CAD | 2 | Canadian dollar, Canadian dollars | دولار كندي, دولار كندي | CA | CA$
CDF | 2 | Congolese franc, Congolese francs | فرنك كونغولي, فرنك كونغولي | CD |
CHF | 2 | Swiss franc, Swiss francs | فرنك سويسري, فرنك سويسري | CH LI |
CLP | 0 | Chilean peso, Chilean pesos | بيزو تشيلي, بيزو تشيلي | CL |
CNY | 2 | Chinese yuan, Chinese yuan | يوان صيني, يوان صيني | CN | CN¥
COP | 2 | Colombian peso, Colombian pesos | بيزو كولومبي, بيزو كولومبي | CO |
CRC | 2 | Costa Rican colón, Costa Rican colóns | كولن كوستاريكي, كولن كوستاريكي | CR |
CUP | 2 | Cuban peso, Cuban pesos | بيزو كوبي, بيزو كوبي | CU |
CVE | 2 | Cape Verdean escudo, Cape Verdean escudos | اسكودو الرأس الأخضر, اسكودو الرأس الأخضر | CV |
CZK | 2 | Czech koruna, Czech korunas | كرونة تشيكية, كرونة تشيكية | CZ |
DJF | 0 | Djiboutian franc, Djiboutian francs | فرنك جيبوتي, فرنك جيبوتي | DJ |
DKK | 2 | Danish krone, Danish kroner | كرونة دنماركية, كرونة دنماركية | DK FO GL |
DOP | 2 | Dominican peso, Dominican pesos | بيزو الدومنيكان, بيزو الدومنيكان | DO |
DZD | 2 | Algerian dinar, Algerian dinars | دينار جزائري, دينارات جزائرية | DZ | د.ج.
EGP | 2 | Egyptian pound, Egyptian pounds | جنيه مصري, جنيهات مصرية | EG | ج.م.
ERN | 2 | Eritrean nakfa, Eritrean nakfas | ناكفا أريتري, ناكفا أريتري | ER |
ETB | 2 | Ethiopian birr, Ethiopian birrs | بير أثيوبي, بير أثيوبي | ET |
EUR | 2 | euro, euros | يورو, يورو | AD AT AX BE BG BL CY DE EE ES FI FR GF GP GR HR IE IT LT LU LV MC ME MF MQ MT NL PM PT RE SI SK SM TF VA YT | €
FJD | 2 | Fijian dollar, Fijian dollars | دولار فيجي, دولار فيجي | FJ |
FKP | 2 | Falkland Islands pound, Falkland Islands pounds | جنيه جزر فوكلاند, جنيه جزر فوكلاند | FK |
GBP | 2 | British pound, British pounds | جنيه إسترليني, جنيه إسترليني | GB GG GS IM JE | UK£
GEL | 2 | Georgian lari, Georgian laris | لاري جورجي, لاري جورجي | GE |
GHS | 2 | Ghanaian cedi, Ghanaian cedis | سيدي غانا, سيدي غانا | GH |
GIP | 2 | Gibraltar pound, Gibraltar pounds | جنيه جبل طارق, جنيه جبل طارق | GI |
GMD | 2 | Gambian dalasi, Gambian dalasis | دلاسي غامبي, دلاسي غامبي | GM |
GNF | 0 | Guinean franc, Guinean francs | فرنك غينيا, فرنك غينيا | GN |
GTQ | 2 | Guatemalan quetzal, Guatemalan quetzals | كوتزال غواتيمالا, كوتزال غواتيمالا | GT |
GYD | 2 | Guyanaese dollar, Guyanaese dollars | دولار غيانا, دولار غيانا | GY |
HKD | 2 | Hong Kong dollar, Hong Kong dollars | دولار هونغ كونغ, دولار هونغ كونغ | HK | HK$
HNL | 2 | Honduran lempira, Honduran lempiras | ليمبيرا هندوراس, ليمبيرا هندوراس | HN |
HTG | 2 | Haitian gourde, Haitian gourdes | جوردى هايتي, جوردى هايتي | HT |
HUF | 2 | Hungarian forint, Hungarian forints | فورينت هنغاري, فورينت هنغاري | HU |
IDR | 2 | Indonesian rupiah, Indonesian rupiahs | روبية إندونيسية, روبية إندونيسية | ID |
ILS | 2 | Israeli new shekel, Israeli new shekels | شيكل إسرائيلي جديد, شيكل إسرائيلي جديد | IL PS | ₪
INR | 2 | Indian rupee, Indian rupees | روبية هندي, روبية هندي | BT IN | ₹
IQD | 3 | Iraqi dinar, Iraqi dinars | دينار عراقي, دينار عراقي | IQ | د.ع.
IRR | 2 | Iranian rial, Iranian rials | ريال إيراني, ريال إيراني | IR | ر.إ.
ISK | 0 | Icelandic króna, Icelandic krónur | كرونة أيسلندية, كرونة أيسلندية | IS |
JMD | 2 | Jamaican dollar, Jamaican dollars | دولار جامايكي, دولار جامايكي | JM |
JOD | 3 | Jordanian dinar, Jordanian dinars | دينار أردني, دينار أردني | JO PS | د.أ.
JPY | 0 | Japanese yen, Japanese yen | ين ياباني, ين ياباني | JP | ¥, JP¥
KES | 2 | Kenyan shilling, Kenyan shillings | شلن كينيي, شلن كينيي | KE |
KGS | 2 | Kyrgyz som, Kyrgyz soms | سوم قيرغستاني, سوم قيرغستاني | KG |
KHR | 2 | Cambodian riel, Cambodian riels | رييال كمبودي, رييال كمبودي | KH |
KMF | 0 | Comorian franc, Comorian francs | فرنك جزر القمر, فرنك جزر القمر | KM |
KPW | 2 | North Korean won, North Korean won | وون كوريا الشمالية, وون كوريا الشمالية | KP |
KRW | 0 | South Korean won, South Korean won | وون كوريا الجنوبية, وون كوريا الجنوبية | KR | ₩
KWD | 3 | Kuwaiti dinar, Kuwaiti dinars | دينار كويتي, دينار كويتي | KW | د.ك.
KYD | 2 | Cayman Islands dollar, Cayman Islands dollars | دولار جزر كيمن, دولار جزر كيمن | KY |
KZT | 2 | Kazakhstani tenge, Kazakhstani tenges | تينغ كازاخستاني, تينغ كازاخستاني | KZ |
LAK | 2 | Laotian kip, Laotian kips | كيب لاوسي, كيب لاوسي | LA |
LBP | 2 | Lebanese pound, Lebanese pounds | ليرة لبنانية, ليرات لبنانية | LB | ل.ل.
LKR | 2 | Sri Lankan rupee, Sri Lankan rupees | روبية سريلانكية, روبية سريلانكية | LK |
LRD | 2 | Liberian dollar, Liberian dollars | دولار ليبيري, دولارات ليبيرية | LR |
LSL | 2 | Lesotho loti, Lesotho lotis | لوتي ليسوتو, لوتي ليسوتو | LS |
LYD | 3 | Libyan dinar, Libyan dinars | دينار ليبي, دينارات ليبية | LY | د.ل.
MAD | 2 | Moroccan dirham, Moroccan dirhams | درهم مغربي, دراهم مغربية | EH MA | د.م.
MDL | 2 | Moldovan leu, Moldovan lei | ليو مولدوفي, ليو مولدوفي | MD |
MGA | 2 | Malagasy ariary, Malagasy ariaries | أرياري مدغشقر, أرياري مدغشقر | MG |
MKD | 2 | Macedonian denar, Macedonian denari | دينار مقدوني, دينارات مقدونية | MK |
MMK | 2 | Myanmar kyat, Myanmar kyats | كيات ميانمار, كيات ميانمار | MM |
MNT | 2 | Mongolian tugrik, Mongolian tugriks | توغروغ منغولي, توغروغ منغولي | MN |
MOP | 2 | Macanese pataca, Macanese patacas | باتاكا ماكاوي, باتاكا ماكاوي | MO |
MRU | 2 | Mauritanian ouguiya, Mauritanian ouguiyas | أوقية موريتانية, أوقية موريتانية | MR | أ.م.
MUR | 2 | Mauritian rupee, Mauritian rupees | روبية موريشيوسية, روبية موريشيوسية | MU |
MVR | 2 | Maldivian rufiyaa, Maldivian rufiyaas | روفيه جزر المالديف, روفيه جزر المالديف | MV |
MWK | 2 | Malawian kwacha, Malawian kwachas | كواشا مالاوي, كواشا مالاوي | MW |
MXN | 2 | Mexican peso, Mexican pesos | بيزو مكسيكي, بيزو مكسيكي | MX | MX$
MYR | 2 | Malaysian ringgit, Malaysian ringgits | رينغيت ماليزي, رينغيت ماليزي | MY |
MZN | 2 | Mozambican metical, Mozambican meticals | متكال موزمبيقي, متكال موزمبيقي | MZ |
NAD | 2 | Namibian dollar, Namibian dollars | دولار ناميبي, دولار ناميبي | NA |
NGN | 2 | Nigerian naira, Nigerian nairas | نايرا نيجيري, نايرا نيجيري | NG |
NIO | 2 | Nicaraguan córdoba, Nicaraguan córdobas | قرطبة نيكاراغوا, قرطبة نيكاراغوا | NI |
NOK | 2 | Norwegian krone, Norwegian kroner | كرونة نرويجية, كرونة نرويجية | BV NO SJ |
NPR | 2 | Nepalese rupee, Nepalese rupees | روبية نيبالي, روبية نيبالي | NP |
NZD | 2 | New Zealand dollar, New Zealand dollars | دولار نيوزيلندي, دولار نيوزيلندي | CK NU NZ PN TK | NZ$
OMR | 3 | Omani rial, Omani rials | ريال عماني, ريال عماني | OM | ر.ع.
PAB | 2 | Panamanian balboa, Panamanian balboas | بالبوا بنمي, بالبوا بنمي | PA |
PEN | 2 | Peruvian sol, Peruvian soles | سول بيروفي, سول بيروفي | PE |
PGK | 2 | Papua New Guinean kina, Papua New Guinean kina | كينا بابوا غينيا الجديدة, كينا بابوا غينيا الجديدة | PG |
PHP | 2 | Philippine peso, Philippine pesos | بيزو فلبيني, بيزو فلبيني | PH | ₱
PKR | 2 | Pakistani rupee, Pakistani rupees | روبية باكستاني, روبية باكستاني | PK |
PLN | 2 | Polish zloty, Polish zlotys | زلوتي بولندي, زلوتي بولندي | PL |
PYG | 0 | Paraguayan guarani, Paraguayan guaranis | غواراني باراغواي, غواراني باراغواي | PY |
QAR | 2 | Qatari riyal, Qatari riyals | ريال قطري, ريال قطري | QA | ر.ق.
RON | 2 | Romanian leu, Romanian lei | ليو روماني, ليو روماني | RO |
RSD | 2 | Serbian dinar, Serbian dinars | دينار صربي, دينارات صربية | RS |
RUB | 2 | Russian ruble, Russian rubles | روبل روسي, روبل روسي | RU |
RWF | 0 | Rwandan franc, Rwandan francs | فرنك رواندي, فرنك رواندي | RW |
SAR | 2 | Saudi riyal, Saudi riyals | ريال سعودي, ريال سعودي | SA | ر.س.
SBD | 2 | Solomon Islands dollar, Solomon Islands dollars | دولار جزر سليمان, دولار جزر سليمان | SB |
SCR | 2 | Seychellois rupee, Seychellois rupees | روبية سيشيلية, روبية سيشيلية | SC |
SDG | 2 | Sudanese pound, Sudanese pounds | جنيه سوداني, جنيهات سودانية | SD | ج.س.
SEK | 2 | Swedish krona, Swedish kronor | كرونة سويدية, كرونة سويدية | SE |
SGD | 2 | Singapore dollar, Singapore dollars | دولار سنغافوري, دولار سنغافوري | SG |
SHP | 2 | St. Helena pound, St. Helena pounds | جنيه سانت هيلين, جنيه سانت هيلين | SH |
SLE | 2 | Sierra Leonean leone, Sierra Leonean leones | ليون سيراليوني, ليون سيراليوني | SL |
SOS | 2 | Somali shilling, Somali shillings | شلن صومالي, شلن صومالي | SO |
SRD | 2 | Surinamese dollar, Surinamese dollars | دولار سورينامي, دولار سورينامي | SR |
SSP | 2 | South Sudanese pound, South Sudanese pounds | جنيه جنوب السودان, جنيهات جنوب السودان | SS |
STN | 2 | São Tomé & Príncipe dobra, São Tomé & Príncipe dobras | دوبرا ساو تومي وبرينسيبي, دوبرا ساو تومي وبرينسيبي | ST |
SVC | 2 | Salvadoran colón, Salvadoran colones | كولون سلفادوري, كولون سلفادوري |  |
SYP | 2 | Syrian pound, Syrian pounds | ليرة سورية, ليرة سورية | SY | ل.س.
SZL | 2 | Swazi lilangeni, Swazi emalangeni | ليلانجيني سوازيلندي, ليلانجيني سوازيلندي | SZ |
THB | 2 | Thai baht, Thai baht | باخت تايلاندي, باخت تايلاندي | TH | ฿
TJS | 2 | Tajikistani somoni, Tajikistani somonis | سوموني طاجيكستاني, سوموني طاجيكستاني | TJ |
TMT | 2 | Turkmenistani manat, Turkmenistani manat | مانات تركمانستان, مانات تركمانستان | TM |
TND | 3 | Tunisian dinar, Tunisian dinars | دينار تونسي, دينارات تونسية | TN | د.ت.
TOP | 2 | Tongan paʻanga, Tongan paʻanga | بانغا تونغا, بانغا تونغا | TO |
TRY | 2 | Turkish lira, Turkish Lira | ليرة تركية, ليرة تركية | TR |
TTD | 2 | Trinidad & Tobago dollar, Trinidad & Tobago dollars | دولار ترينداد وتوباغو, دولار ترينداد وتوباغو | TT |
TWD | 2 | New Taiwan dollar, New Taiwan dollars | دولار تايواني, دولار تايواني | TW | NT$
TZS | 2 | Tanzanian shilling, Tanzanian shillings | شلن تنزاني, شلن تنزاني | TZ |
UAH | 2 | Ukrainian hryvnia, Ukrainian hryvnias | هريفنيا أوكراني, هريفنيا أوكراني | UA |
UGX | 0 | Ugandan shilling, Ugandan shillings | شلن أوغندي, شلن أوغندي | UG |
USD | 2 | US dollar, US dollars | دولار أمريكي, دولار أمريكي | AS BQ EC FM GU HT IO MH MP PA PR PW SV TC TL UM US VG VI ZW | US$
UYU | 2 | Uruguayan peso, Uruguayan pesos | بيزو اوروغواي, بيزو اوروغواي | UY |
UZS | 2 | Uzbekistani som, Uzbekistani som | سوم أوزبكستاني, سوم أوزبكستاني | UZ |
VED | 2 | Bolívar Soberano, Bolívar Soberanos | بوليفار رقمي, بوليفار رقمي |  |
VES | 2 | Venezuelan bolívar, Venezuelan bolívars | بوليفار فنزويلي, بوليفار فنزويلي | VE |
VND | 0 | Vietnamese dong, Vietnamese dong | دونج فيتنامي, دونج فيتنامي | VN | ₫
VUV | 0 | Vanuatu vatu, Vanuatu vatus | فاتو فانواتو, فاتو فانواتو | VU |
WST | 2 | Samoan tala, Samoan tala | تالا ساموا, تالا ساموا | WS |
XAF | 0 | Central African CFA franc, Central African CFA francs | فرنك وسط أفريقي, فرنك وسط أفريقي | CF CG CM GA GQ TD | FCFA
XCD | 2 | East Caribbean dollar, East Caribbean dollars | دولار شرق الكاريبي, دولار شرق الكاريبي | AG AI DM GD KN LC MS VC | EC$
XCG | 2 | Caribbean guilder, Caribbean guilders | غيلدر كاريبي, غيلدر كاريبي | CW SX | Cg.
XOF | 0 | West African CFA franc, West African CFA francs | فرنك غرب أفريقي, فرنك غرب أفريقي | BF BJ CI GW ML NE SN TG | F CFA
XPF | 0 | CFP franc, CFP francs | فرنك سي إف بي, فرنك سي إف بي | NC PF WF | CFPF
YER | 2 | Yemeni rial, Yemeni rials | ريال يمني, ريال يمني | YE | ر.ي.
ZAR | 2 | South African rand, South African rand | راند جنوب أفريقيا, راند جنوب أفريقيا | LS NA ZA |
ZMW | 2 | Zambian kwacha, Zambian kwachas | كواشا زامبي, كواشا زامبي | ZM |
ZWG | 2 | Zimbabwean gold, Zimbabwean gold | ذهب زيمبابوي, ذهب زيمبابوي | ZW |
"""  # noqa: E501
