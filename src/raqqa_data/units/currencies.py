"""The currencies of ISO 4217, written by `.ci/currencies.py`; not to be edited.

Codes and minor units: ISO 4217, list one, published 2026-01-01. Labels and symbols: Unicode CLDR, as
Babel 2.19.0 has it. Precious metals, test codes and units of account are left out.
"""

# code | decimals of the minor unit | English, plural | Arabic, plural | symbols
CURRENCIES = """
AED | 2 | UAE dirham, UAE dirhams | درهم إماراتي, درهم إماراتي | د.إ.
AFN | 2 | Afghan Afghani, Afghan Afghanis | أفغاني أفغانستاني, أفغاني أفغانستاني |
ALL | 2 | Albanian lek, Albanian lekë | ليك ألباني, ليك ألباني |
AMD | 2 | Armenian dram, Armenian drams | درام أرميني, درام أرميني |
AOA | 2 | Angolan kwanza, Angolan kwanzas | كوانزا أنغولي, كوانزا أنغولي |
ARS | 2 | Argentine peso, Argentine pesos | بيزو أرجنتيني, بيزو أرجنتيني |
AUD | 2 | Australian dollar, Australian dollars | دولار أسترالي, دولار أسترالي | A$, AU$
AWG | 2 | Aruban florin, Aruban florin | فلورن أروبي, فلورن أروبي |
AZN | 2 | Azerbaijani manat, Azerbaijani manats | مانت أذربيجاني, مانت أذربيجاني |
BAM | 2 | Bosnia-Herzegovina convertible mark, Bosnia-Herzegovina convertible marks | مارك البوسنة والهرسك قابل للتحويل, مارك البوسنة والهرسك قابل للتحويل |
BBD | 2 | Barbadian dollar, Barbadian dollars | دولار بربادوسي, دولار بربادوسي |
BDT | 2 | Bangladeshi taka, Bangladeshi takas | تاكا بنغلاديشي, تاكا بنغلاديشي |
BHD | 3 | Bahraini dinar, Bahraini dinars | دينار بحريني, دينار بحريني | د.ب.
BIF | 0 | Burundian franc, Burundian francs | فرنك بروندي, فرنك بروندي |
BMD | 2 | Bermudan dollar, Bermudan dollars | دولار برمودي, دولار برمودي |
BND | 2 | Brunei dollar, Brunei dollars | دولار بروناي, دولار بروناي |
BOB | 2 | Bolivian boliviano, Bolivian bolivianos | بوليفيانو بوليفي, بوليفيانو بوليفي |
BRL | 2 | Brazilian real, Brazilian reals | ريال برازيلي, ريال برازيلي | R$
BSD | 2 | Bahamian dollar, Bahamian dollars | دولار باهامي, دولار باهامي |
BTN | 2 | Bhutanese ngultrum, Bhutanese ngultrums | نولتوم بوتاني, نولتوم بوتاني |
BWP | 2 | Botswanan pula, Botswanan pulas | بولا بتسواني, بولا بتسواني |
BYN | 2 | Belarusian ruble, Belarusian rubles | روبل بيلاروسي, روبل بيلاروسي |
BZD | 2 | Belize dollar, Belize dollars | دولار بليزي, دولار بليزي |
CAD | 2 | Canadian dollar, Canadian dollars | دولار كندي, دولار كندي | CA$
CDF | 2 | Congolese franc, Congolese francs | فرنك كونغولي, فرنك كونغولي |
CHF | 2 | Swiss franc, Swiss francs | فرنك سويسري, فرنك سويسري |
CLP | 0 | Chilean peso, Chilean pesos | بيزو تشيلي, بيزو تشيلي |
CNY | 2 | Chinese yuan, Chinese yuan | يوان صيني, يوان صيني | CN¥
COP | 2 | Colombian peso, Colombian pesos | بيزو كولومبي, بيزو كولومبي |
CRC | 2 | Costa Rican colón, Costa Rican colóns | كولن كوستاريكي, كولن كوستاريكي |
CUP | 2 | Cuban peso, Cuban pesos | بيزو كوبي, بيزو كوبي |
CVE | 2 | Cape Verdean escudo, Cape Verdean escudos | اسكودو الرأس الأخضر, اسكودو الرأس الأخضر |
CZK | 2 | Czech koruna, Czech korunas | كرونة تشيكية, كرونة تشيكية |
DJF | 0 | Djiboutian franc, Djiboutian francs | فرنك جيبوتي, فرنك جيبوتي |
DKK | 2 | Danish krone, Danish kroner | كرونة دنماركية, كرونة دنماركية |
DOP | 2 | Dominican peso, Dominican pesos | بيزو الدومنيكان, بيزو الدومنيكان |
DZD | 2 | Algerian dinar, Algerian dinars | دينار جزائري, دينارات جزائرية | د.ج.
EGP | 2 | Egyptian pound, Egyptian pounds | جنيه مصري, جنيهات مصرية | ج.م.
ERN | 2 | Eritrean nakfa, Eritrean nakfas | ناكفا أريتري, ناكفا أريتري |
ETB | 2 | Ethiopian birr, Ethiopian birrs | بير أثيوبي, بير أثيوبي |
EUR | 2 | euro, euros | يورو, يورو | €
FJD | 2 | Fijian dollar, Fijian dollars | دولار فيجي, دولار فيجي |
FKP | 2 | Falkland Islands pound, Falkland Islands pounds | جنيه جزر فوكلاند, جنيه جزر فوكلاند |
GBP | 2 | British pound, British pounds | جنيه إسترليني, جنيه إسترليني | UK£
GEL | 2 | Georgian lari, Georgian laris | لاري جورجي, لاري جورجي |
GHS | 2 | Ghanaian cedi, Ghanaian cedis | سيدي غانا, سيدي غانا |
GIP | 2 | Gibraltar pound, Gibraltar pounds | جنيه جبل طارق, جنيه جبل طارق |
GMD | 2 | Gambian dalasi, Gambian dalasis | دلاسي غامبي, دلاسي غامبي |
GNF | 0 | Guinean franc, Guinean francs | فرنك غينيا, فرنك غينيا |
GTQ | 2 | Guatemalan quetzal, Guatemalan quetzals | كوتزال غواتيمالا, كوتزال غواتيمالا |
GYD | 2 | Guyanaese dollar, Guyanaese dollars | دولار غيانا, دولار غيانا |
HKD | 2 | Hong Kong dollar, Hong Kong dollars | دولار هونغ كونغ, دولار هونغ كونغ | HK$
HNL | 2 | Honduran lempira, Honduran lempiras | ليمبيرا هندوراس, ليمبيرا هندوراس |
HTG | 2 | Haitian gourde, Haitian gourdes | جوردى هايتي, جوردى هايتي |
HUF | 2 | Hungarian forint, Hungarian forints | فورينت هنغاري, فورينت هنغاري |
IDR | 2 | Indonesian rupiah, Indonesian rupiahs | روبية إندونيسية, روبية إندونيسية |
ILS | 2 | Israeli new shekel, Israeli new shekels | شيكل إسرائيلي جديد, شيكل إسرائيلي جديد | ₪
INR | 2 | Indian rupee, Indian rupees | روبية هندي, روبية هندي | ₹
IQD | 3 | Iraqi dinar, Iraqi dinars | دينار عراقي, دينار عراقي | د.ع.
IRR | 2 | Iranian rial, Iranian rials | ريال إيراني, ريال إيراني | ر.إ.
ISK | 0 | Icelandic króna, Icelandic krónur | كرونة أيسلندية, كرونة أيسلندية |
JMD | 2 | Jamaican dollar, Jamaican dollars | دولار جامايكي, دولار جامايكي |
JOD | 3 | Jordanian dinar, Jordanian dinars | دينار أردني, دينار أردني | د.أ.
JPY | 0 | Japanese yen, Japanese yen | ين ياباني, ين ياباني | ¥, JP¥
KES | 2 | Kenyan shilling, Kenyan shillings | شلن كينيي, شلن كينيي |
KGS | 2 | Kyrgyz som, Kyrgyz soms | سوم قيرغستاني, سوم قيرغستاني |
KHR | 2 | Cambodian riel, Cambodian riels | رييال كمبودي, رييال كمبودي |
KMF | 0 | Comorian franc, Comorian francs | فرنك جزر القمر, فرنك جزر القمر |
KPW | 2 | North Korean won, North Korean won | وون كوريا الشمالية, وون كوريا الشمالية |
KRW | 0 | South Korean won, South Korean won | وون كوريا الجنوبية, وون كوريا الجنوبية | ₩
KWD | 3 | Kuwaiti dinar, Kuwaiti dinars | دينار كويتي, دينار كويتي | د.ك.
KYD | 2 | Cayman Islands dollar, Cayman Islands dollars | دولار جزر كيمن, دولار جزر كيمن |
KZT | 2 | Kazakhstani tenge, Kazakhstani tenges | تينغ كازاخستاني, تينغ كازاخستاني |
LAK | 2 | Laotian kip, Laotian kips | كيب لاوسي, كيب لاوسي |
LBP | 2 | Lebanese pound, Lebanese pounds | ليرة لبنانية, ليرات لبنانية | ل.ل.
LKR | 2 | Sri Lankan rupee, Sri Lankan rupees | روبية سريلانكية, روبية سريلانكية |
LRD | 2 | Liberian dollar, Liberian dollars | دولار ليبيري, دولارات ليبيرية |
LSL | 2 | Lesotho loti, Lesotho lotis | لوتي ليسوتو, لوتي ليسوتو |
LYD | 3 | Libyan dinar, Libyan dinars | دينار ليبي, دينارات ليبية | د.ل.
MAD | 2 | Moroccan dirham, Moroccan dirhams | درهم مغربي, دراهم مغربية | د.م.
MDL | 2 | Moldovan leu, Moldovan lei | ليو مولدوفي, ليو مولدوفي |
MGA | 2 | Malagasy ariary, Malagasy ariaries | أرياري مدغشقر, أرياري مدغشقر |
MKD | 2 | Macedonian denar, Macedonian denari | دينار مقدوني, دينارات مقدونية |
MMK | 2 | Myanmar kyat, Myanmar kyats | كيات ميانمار, كيات ميانمار |
MNT | 2 | Mongolian tugrik, Mongolian tugriks | توغروغ منغولي, توغروغ منغولي |
MOP | 2 | Macanese pataca, Macanese patacas | باتاكا ماكاوي, باتاكا ماكاوي |
MRU | 2 | Mauritanian ouguiya, Mauritanian ouguiyas | أوقية موريتانية, أوقية موريتانية | أ.م.
MUR | 2 | Mauritian rupee, Mauritian rupees | روبية موريشيوسية, روبية موريشيوسية |
MVR | 2 | Maldivian rufiyaa, Maldivian rufiyaas | روفيه جزر المالديف, روفيه جزر المالديف |
MWK | 2 | Malawian kwacha, Malawian kwachas | كواشا مالاوي, كواشا مالاوي |
MXN | 2 | Mexican peso, Mexican pesos | بيزو مكسيكي, بيزو مكسيكي | MX$
MYR | 2 | Malaysian ringgit, Malaysian ringgits | رينغيت ماليزي, رينغيت ماليزي |
MZN | 2 | Mozambican metical, Mozambican meticals | متكال موزمبيقي, متكال موزمبيقي |
NAD | 2 | Namibian dollar, Namibian dollars | دولار ناميبي, دولار ناميبي |
NGN | 2 | Nigerian naira, Nigerian nairas | نايرا نيجيري, نايرا نيجيري |
NIO | 2 | Nicaraguan córdoba, Nicaraguan córdobas | قرطبة نيكاراغوا, قرطبة نيكاراغوا |
NOK | 2 | Norwegian krone, Norwegian kroner | كرونة نرويجية, كرونة نرويجية |
NPR | 2 | Nepalese rupee, Nepalese rupees | روبية نيبالي, روبية نيبالي |
NZD | 2 | New Zealand dollar, New Zealand dollars | دولار نيوزيلندي, دولار نيوزيلندي | NZ$
OMR | 3 | Omani rial, Omani rials | ريال عماني, ريال عماني | ر.ع.
PAB | 2 | Panamanian balboa, Panamanian balboas | بالبوا بنمي, بالبوا بنمي |
PEN | 2 | Peruvian sol, Peruvian soles | سول بيروفي, سول بيروفي |
PGK | 2 | Papua New Guinean kina, Papua New Guinean kina | كينا بابوا غينيا الجديدة, كينا بابوا غينيا الجديدة |
PHP | 2 | Philippine peso, Philippine pesos | بيزو فلبيني, بيزو فلبيني | ₱
PKR | 2 | Pakistani rupee, Pakistani rupees | روبية باكستاني, روبية باكستاني |
PLN | 2 | Polish zloty, Polish zlotys | زلوتي بولندي, زلوتي بولندي |
PYG | 0 | Paraguayan guarani, Paraguayan guaranis | غواراني باراغواي, غواراني باراغواي |
QAR | 2 | Qatari riyal, Qatari riyals | ريال قطري, ريال قطري | ر.ق.
RON | 2 | Romanian leu, Romanian lei | ليو روماني, ليو روماني |
RSD | 2 | Serbian dinar, Serbian dinars | دينار صربي, دينارات صربية |
RUB | 2 | Russian ruble, Russian rubles | روبل روسي, روبل روسي |
RWF | 0 | Rwandan franc, Rwandan francs | فرنك رواندي, فرنك رواندي |
SAR | 2 | Saudi riyal, Saudi riyals | ريال سعودي, ريال سعودي | ر.س.
SBD | 2 | Solomon Islands dollar, Solomon Islands dollars | دولار جزر سليمان, دولار جزر سليمان |
SCR | 2 | Seychellois rupee, Seychellois rupees | روبية سيشيلية, روبية سيشيلية |
SDG | 2 | Sudanese pound, Sudanese pounds | جنيه سوداني, جنيهات سودانية | ج.س.
SEK | 2 | Swedish krona, Swedish kronor | كرونة سويدية, كرونة سويدية |
SGD | 2 | Singapore dollar, Singapore dollars | دولار سنغافوري, دولار سنغافوري |
SHP | 2 | St. Helena pound, St. Helena pounds | جنيه سانت هيلين, جنيه سانت هيلين |
SLE | 2 | Sierra Leonean leone, Sierra Leonean leones | ليون سيراليوني, ليون سيراليوني |
SOS | 2 | Somali shilling, Somali shillings | شلن صومالي, شلن صومالي |
SRD | 2 | Surinamese dollar, Surinamese dollars | دولار سورينامي, دولار سورينامي |
SSP | 2 | South Sudanese pound, South Sudanese pounds | جنيه جنوب السودان, جنيهات جنوب السودان |
STN | 2 | São Tomé & Príncipe dobra, São Tomé & Príncipe dobras | دوبرا ساو تومي وبرينسيبي, دوبرا ساو تومي وبرينسيبي |
SVC | 2 | Salvadoran colón, Salvadoran colones | كولون سلفادوري, كولون سلفادوري |
SYP | 2 | Syrian pound, Syrian pounds | ليرة سورية, ليرة سورية | ل.س.
SZL | 2 | Swazi lilangeni, Swazi emalangeni | ليلانجيني سوازيلندي, ليلانجيني سوازيلندي |
THB | 2 | Thai baht, Thai baht | باخت تايلاندي, باخت تايلاندي | ฿
TJS | 2 | Tajikistani somoni, Tajikistani somonis | سوموني طاجيكستاني, سوموني طاجيكستاني |
TMT | 2 | Turkmenistani manat, Turkmenistani manat | مانات تركمانستان, مانات تركمانستان |
TND | 3 | Tunisian dinar, Tunisian dinars | دينار تونسي, دينارات تونسية | د.ت.
TOP | 2 | Tongan paʻanga, Tongan paʻanga | بانغا تونغا, بانغا تونغا |
TRY | 2 | Turkish lira, Turkish Lira | ليرة تركية, ليرة تركية |
TTD | 2 | Trinidad & Tobago dollar, Trinidad & Tobago dollars | دولار ترينداد وتوباغو, دولار ترينداد وتوباغو |
TWD | 2 | New Taiwan dollar, New Taiwan dollars | دولار تايواني, دولار تايواني | NT$
TZS | 2 | Tanzanian shilling, Tanzanian shillings | شلن تنزاني, شلن تنزاني |
UAH | 2 | Ukrainian hryvnia, Ukrainian hryvnias | هريفنيا أوكراني, هريفنيا أوكراني |
UGX | 0 | Ugandan shilling, Ugandan shillings | شلن أوغندي, شلن أوغندي |
USD | 2 | US dollar, US dollars | دولار أمريكي, دولار أمريكي | US$
UYU | 2 | Uruguayan peso, Uruguayan pesos | بيزو اوروغواي, بيزو اوروغواي |
UZS | 2 | Uzbekistani som, Uzbekistani som | سوم أوزبكستاني, سوم أوزبكستاني |
VED | 2 | Bolívar Soberano, Bolívar Soberanos | بوليفار رقمي, بوليفار رقمي |
VES | 2 | Venezuelan bolívar, Venezuelan bolívars | بوليفار فنزويلي, بوليفار فنزويلي |
VND | 0 | Vietnamese dong, Vietnamese dong | دونج فيتنامي, دونج فيتنامي | ₫
VUV | 0 | Vanuatu vatu, Vanuatu vatus | فاتو فانواتو, فاتو فانواتو |
WST | 2 | Samoan tala, Samoan tala | تالا ساموا, تالا ساموا |
XAF | 0 | Central African CFA franc, Central African CFA francs | فرنك وسط أفريقي, فرنك وسط أفريقي | FCFA
XCD | 2 | East Caribbean dollar, East Caribbean dollars | دولار شرق الكاريبي, دولار شرق الكاريبي | EC$
XCG | 2 | Caribbean guilder, Caribbean guilders | غيلدر كاريبي, غيلدر كاريبي | Cg.
XOF | 0 | West African CFA franc, West African CFA francs | فرنك غرب أفريقي, فرنك غرب أفريقي | F CFA
XPF | 0 | CFP franc, CFP francs | فرنك سي إف بي, فرنك سي إف بي | CFPF
YER | 2 | Yemeni rial, Yemeni rials | ريال يمني, ريال يمني | ر.ي.
ZAR | 2 | South African rand, South African rand | راند جنوب أفريقيا, راند جنوب أفريقيا |
ZMW | 2 | Zambian kwacha, Zambian kwachas | كواشا زامبي, كواشا زامبي |
ZWG | 2 | Zimbabwean gold, Zimbabwean gold | ذهب زيمبابوي, ذهب زيمبابوي |
"""  # noqa: E501
