"""Number words that are no figure here, one row a kind at the end, and words that can be counted."""

# ruff: noqa: PLR0911, PLR2004 - a grammar refuses early, its small numbers are those of language and calendar

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction as Ratio
from typing import TYPE_CHECKING

from raqqa_data.reading.grammar import Construction, Table
from raqqa_data.reading.mention import Kind
from raqqa_data.reading.mention_draft import MentionDraft, estimate
from raqqa_data.reading.numbers.number import parse_number
from raqqa_data.reading.refusals.digits import is_ratio
from raqqa_data.reading.refusals.labels import definite
from raqqa_data.records.estimate import Wording

if TYPE_CHECKING:
    from raqqa_data.reading.numbers.number import Number
    from raqqa_data.reading.text.tokens import Tokens
    from raqqa_data.reading.words.lexicon import Lexicon


_CLITICS = "وفبل"
_WHICH = frozenset({"التي", "والتي", "الذي", "ثم", "وقد", "اذ"})
_PLURAL = 3
_OF_THEM = frozenset({"منها", "منهم", "منهن"})
_BEFORE_PARTS = frozenset({"الي", "و", "الا", "سوي", *_OF_THEM})  # لم يصل منها إلا الثلث
_TIMED = frozenset({"ليله", "يوم", "في", "حتي", "منذ"})
# before a definite noun a verb, a beast or a lady
_SHORTEST_VERB = 4  # عضوا is a noun
_FUTURE = frozenset({"سيت", "ستت", "سيق", "ستق", "سيك", "ستك", "سيش", "ستش", "سيع", "ستع", "سيح", "ستح", "ستب", "سيب"})
_FINAL = frozenset({"نهايي", "النهايي"})
_QUOTES = frozenset("«“\"'(")


class CountedWords:
    """What the words around a number make of it, in one text."""

    def __init__(self, tokens: Tokens, lexicon: Lexicon) -> None:
        self.tokens = tokens
        self.lexicon = lexicon
        self._grouping: dict[str, str] = {}

    def _is_noun(self, index: int, *, definite: bool = False, leads: bool = False) -> bool:
        """Whether a word can be a counted noun: no function word, and no clitic that begins the next part."""
        tokens, text = self.tokens, self.tokens.texts[index]
        context = self.lexicon.context
        if not leads and not tokens.joined(index):
            return False
        if len(text) < 3 or not text.isalpha() or text in context["not_nouns"]:
            return False
        if self.lexicon.qualifiers.knows(text) or (text[0] == "ي" and text not in context["nouns_in_ya"]):
            return False
        if text[0] in "وف" and text not in context["nouns_in_waw_and_fa"]:
            feminine = text[0] == "ف" and not text.startswith("فال") and tokens.printed(index)[-1] == "ة"
            return feminine and len(text) > _SHORTEST_VERB  # 42 فعالية
        if text[0] == "ل" and text not in context["nouns_in_lam"] and text not in self.lexicon.counted:
            return False
        if text.startswith(("بال", "كال")) or (text[0] == "ب" and text[1:] in context["divisions"]):
            return False  # 340 بمعتمدية الرقاب
        if text.startswith("ال") and not definite and not tokens.printed(index).startswith("أ"):
            return False  # 7 ألقاب has no article
        word = tokens.words[index]
        if word.numeral is not None or word.calendar is not None or word.ordinal is not None:
            return False
        if (text[-2:] == "وا" and len(text) > _SHORTEST_VERB) or (text[0] == "س" and self._is_to_come(text)):
            return False  # انسحبوا, سيقام
        return not text[0].isascii()

    def _is_to_come(self, text: str) -> bool:
        return text[:3] in _FUTURE and text not in self.lexicon.context["nouns_in_sin"]

    def _is_of_each(self, first: int, floor: int) -> bool:
        """طفل من كل 3, امرأة من بين كل 4: a noun in the singular stands for one."""
        at = self._one_of_each_at(first)
        return at >= floor or (at >= 0 and floor == first - 1)  # behind بين, which is no yen

    def _one_of_each_at(self, first: int) -> int:
        """The token of the one, before what every so many of is; -1 where there is none."""
        tokens = self.tokens
        if tokens.texts[first - 1] != "كل":
            return -1
        for words in (("من", "كل"), ("من", "بين", "كل")):
            at = first - len(words) - 1
            one = tokens.texts[at]
            known = not self.lexicon.counted.isdisjoint((one, one.removeprefix("و")))
            if known and tokens.follows(at + 1, words) and tokens.joined(first):
                return at
        return -1

    def ratio_of(self, number: Number, _: int) -> MentionDraft | None:
        """بنسبة واحد إلى خمسة is a fifth; بنسبة 5 إلى 7 في المئة a range."""
        tokens, known = self.tokens, self.lexicon
        first, joint = number.first, tokens.texts[number.next]
        led = tokens.texts[first - 1].removeprefix("و") in known.context["ratios"]
        # نسبة الذكور إلى الإناث 2 إلى 3
        apart = tokens.texts[first - 2] in known.context["to"] and tokens.texts[first - 1].startswith("ال")
        led = led or (apart and tokens.texts[first - 4].removeprefix("و") in known.context["ratios"])
        if not led or not tokens.joined(first):
            return None
        told = joint in known.context["to"] or joint in known.joints["over"] or is_ratio(tokens, known, first)
        if not told or not tokens.joined(number.next + 1):
            return None
        second = parse_number(tokens, known, number.next + 1)
        if second is None or not 0 < number.value < second.value or known.units.match(tokens, second.next) is not None:
            return None
        share = estimate(Ratio(number.value) / second.value, Wording.EXACT)
        return MentionDraft(Kind.CARDINAL, second.next, (number.start, second.end), share)

    def is_the_two(self, number: Number) -> bool:
        """الاثنان, الاثنين."""
        return number.single and number.value == 2 and number.definite

    def is_of_a_name(self, number: Number) -> bool:
        """بئر السبع, مجموعة العشرين."""
        names = self.lexicon.numbers_of_names.get(self.tokens.texts[number.first], ())
        return any(self._names(number.first - place, words) for words, place in names)

    def _names(self, first: int, words: tuple[str, ...]) -> bool:
        text = self.tokens.texts[first]
        begun = text == words[0] or (text[:1] in _CLITICS and text[1:] == words[0])
        return begun and self.tokens.follows(first + 1, words[1:])

    def is_bare_homograph(self, number: Number) -> bool:
        """A word that counts only before a noun."""
        text, after = self.tokens.texts[number.first], self.tokens.texts[number.next]
        if not number.single or text not in self.lexicon.bare_homographs:
            return False
        # تلت معركة حلب هدنة, الأيام التي تلت سقوطها: a verb; three of them are no singular in ة
        verb = text.endswith("تلت") and self.lexicon.units.match(self.tokens, number.next) is None
        follows = verb and (after.endswith("ه") or self.tokens.texts[number.first - 1] in _WHICH)
        return follows or not self._is_noun(number.next)

    def is_lone_percent(self, number: Number) -> bool:
        """بالمئة, its number lost."""
        return number.definite and number.preposition == "ب" and number.single and number.value in {100, 1000}

    def is_no_zero(self, number: Number) -> bool:
        """صفر اليدين، من الصفر."""
        return number.value == 0 and (number.definite or self.tokens.texts[number.next].startswith("ال"))

    def is_no_one(self, number: Number) -> bool:
        """كل واحد, واحد منهم, وأحد الوجوه, وأحد أشهر."""
        if not (number.single and number.value == 1):
            return False
        tokens, context = self.tokens, self.lexicon.context
        before, after = tokens.texts[number.first - 1], tokens.texts[number.next]
        if "أ" in tokens.printed(number.first):
            return True
        unit = self.lexicon.units.match(tokens, number.next)
        if after == "من" and self._is_one_of_it(number):
            return bool(number.conjunction) or number.definite
        return (
            before in context["one_before"]
            or after in context["of_them"]
            or number.definite
            or (after.startswith("ال") and after not in context["to"])
            or (unit is not None and unit.number == _PLURAL)
            or bool(number.conjunction)
        )

    def _is_one_of_it(self, number: Number) -> bool:
        """حالة واحدة من الحصبة: a counted noun before the word for one, which agrees with it."""
        tokens, first = self.tokens, number.first
        before = tokens.texts[first - 1]
        known = not self.lexicon.counted.isdisjoint((before, before.removeprefix("و"))) and tokens.joined(first)
        return known and number.value == 1 and before.endswith("ه") == tokens.texts[first].endswith("ه")

    def is_of_a_round(self, number: Number) -> bool:
        """نصف نهائي."""
        behind = self.tokens.texts[number.next]
        named = behind in self.lexicon.context["fraction_names"] and number.fraction
        return (named or (number.words and behind in _FINAL)) and self.tokens.joined(number.next)

    def is_a_named_part(self, number: Number) -> bool:
        """الربع, النصف: a part that is spoken of, no fraction that is stated."""
        return number.fraction and number.definite and not self._definite_fraction(number)

    def is_an_hour(self, number: Number) -> bool:
        """الساعة سبعة, سبعة صباحا."""
        if self._is_told_apart(number):
            return False
        tokens, context = self.tokens, self.lexicon.context
        before, after = tokens.texts[number.first - 1], tokens.texts[number.next]
        if before in context["clock_before"] and before != "ساعه" and tokens.joined(number.first):
            return True
        return number.single and after in context["clock_after"] and tokens.joined(number.next)

    def is_a_letter(self, number: Number) -> bool:
        """الملحق ألف, (ألف), ألف باء: the letter, which names one of several."""
        tokens, context = self.tokens, self.lexicon.context
        first, after = number.first, number.next
        if tokens.texts[first] == "الفا" and number.single:  # ألفا وبيتا
            greek = (
                tokens.texts[after].removeprefix("و") in context["greek"] or tokens.texts[after + 1] in context["greek"]
            )
            greek = greek or tokens.texts[after] in context["behind_alpha"]
            return greek or (
                not context["alpha"].isdisjoint((tokens.texts[first - 1], tokens.texts[first - 1][1:]))
                and tokens.joined(first)
            )
        if not number.single or number.value != 1000 or tokens.texts[first] not in {"الف", "الالف"}:
            return False
        before, behind = tokens.texts[first - 1], tokens.texts[after]
        if not tokens.joined(first) and behind in {"-", ".", ":", ")"}:
            return tokens.joined(after) and tokens.texts[after + 1].isalpha()  # ألف - نطاق التطبيق
        if behind in context["letters"] and tokens.joined(after):
            return True
        if before == "(" and behind == ")":
            follower = tokens.texts[after + 1]
            entry = follower.isalpha() and tokens.joined(after + 1) and not tokens.joined(first - 1)
            return follower not in self.lexicon.counted and (entry or tokens.texts[first - 2].isdecimal())
        if self._is_noun(after) or self.lexicon.units.match(tokens, after) is not None:
            return False
        return not context["lettered"].isdisjoint((before, before[1:])) and tokens.joined(first)

    def is_numbered(self, number: Number) -> bool:
        """رقم واحد."""
        told = self._is_told_apart(number)
        return not told and self.tokens.texts[number.first - 1] == "رقم" and self.tokens.joined(number.first)

    def _is_told_apart(self, number: Number) -> bool:
        """Whether one, or a definite fraction, was held to be a figure by what is around it."""
        return (number.single and number.value == 1) or (number.fraction and number.definite)

    def is_another_word(self, number: Number) -> bool:
        """الألفي is a name, ألف الكاتب "wrote", سبع الغابة a lion, الست a lady, مجموعة السبع a club of states."""
        tokens, first = self.tokens, number.first
        if not number.single or number.fraction:
            return False
        text, before, after = tokens.texts[first], tokens.texts[first - 1], tokens.texts[number.next]
        if number.value == 100 and not number.definite and "ي" in tokens.printed(first):
            # مية is water, and a name
            return not self._is_noun(number.next) and not tokens.alone(first, number.next)
        if number.value == 200 and "ميت" in tokens.printed(first):
            # dead: spoken Arabic says ميتين كتاب, never ميتا
            counts = self._is_noun(number.next) or self.lexicon.units.match(tokens, number.next) is not None
            return not (counts and text.endswith("ميتين"))
        if number.definite:
            if text.endswith("الالف") and tokens.words[number.next].ordinal is not None and tokens.joined(number.next):
                return True  # الألف الثالث قبل الميلاد
            if text.endswith("العشر") and after in {"الاواخر", "الاخير", "الاوايل", "الاوسط", "الاواسط", "الاول"}:
                return True  # of Ramadan
            if text.endswith("الست") and not before.startswith("ال"):
                return self.lexicon.units.match(tokens, number.next) is None  # the lady
            dual = text.endswith("ي") and number.value >= 200
            dual = dual and not self._is_hedged(number)  # نحو المليوني نازح
            context = self.lexicon.context
            bears = before in context["groups"] or definite(before) in context["named_by_dates"]  # شارع الستين
            named = tokens.joined(first) and bears
            return (dual or named) and self.lexicon.units.match(tokens, number.next) is None
        further = tokens.words[number.next].numeral
        apart = text == "الف" and further is not None and not further.clitics.skip and further.entry.slot != "scale"
        context = self.lexicon.context
        wrote = after in context["written"] and tokens.texts[number.next + 1] in _QUOTES
        if (apart and tokens.joined(number.next)) or (text == "الف" and wrote):
            return True  # ألف ست أوبرات, ألف كتاب «الحوليات»: he wrote
        if after.startswith("ال") and tokens.joined(number.next) and after not in self.lexicon.context["to"]:
            return (
                text in {"الف", "عشره", "سبع", "تلت", "تسع", "ست", "ثماني"}
                and self.lexicon.units.match(tokens, number.next) is None
            )
        return text == "ست" and after in self.lexicon.context["ladies"]

    def _is_hedged(self, number: Number) -> bool:
        return self.lexicon.qualifiers.before(self.tokens, number.first, number.first - 8) is not None

    def _definite_fraction(self, number: Number) -> bool:
        tokens = self.tokens
        before, whole = tokens.texts[number.first - 1], tokens.words[number.next + 1]
        if tokens.texts[number.next] == "من" and tokens.joined(number.next + 1) and before not in _TIMED:
            return whole.calendar is None and whole.unit is None  # الثلث من مباني الحي, no النصف من شعبان
        if tokens.texts[number.next] in _OF_THEM and tokens.joined(number.next):
            return before not in _TIMED
        return self._is_hedged(number) or before in _BEFORE_PARTS or number.preposition == "ب"


Refuses = Callable[[CountedWords, "Number"], bool]

REFUSED_WORDS: Table[Refuses] = Table(
    "Number words that state no figure",
    [
        Construction[Refuses](
            "the-two",
            "The two of them, or Monday.",
            "حضر الاثنان معا",
            CountedWords.is_the_two,
        ),
        Construction[Refuses](
            "number-of-a-name",
            "A name with a number in it: a town, a group of states.",
            "عارضته الدول السبع الكبرى",
            CountedWords.is_of_a_name,
        ),
        Construction[Refuses](
            "bare-homograph",
            "A word that is a number only before what it counts.",
            "شاهد سبعا في الغابة",
            CountedWords.is_bare_homograph,
        ),
        Construction[Refuses](
            "lone-percent",
            "بالمئة whose number is lost.",
            "ارتفعت بالمئة",
            CountedWords.is_lone_percent,
        ),
        Construction[Refuses](
            "another-word",
            "A word spelled like a number: the lady, a lion, water, a club of states.",
            "غنت الست فيروز",
            CountedWords.is_another_word,
        ),
        Construction[Refuses](
            "no-zero",
            "صفر in a turn of phrase: from scratch, empty-handed.",
            "عاد صفر اليدين",
            CountedWords.is_no_zero,
        ),
        Construction[Refuses](
            "no-one",
            "واحد that means each, any or one of them.",
            "حصل كل واحد على سلة",
            CountedWords.is_no_one,
        ),
        Construction[Refuses](
            "round-of-a-cup",
            "A half or a quarter that names a round of a cup.",
            "بلغ نصف نهائي البطولة",
            CountedWords.is_of_a_round,
        ),
        Construction[Refuses](
            "named-part",
            "A definite fraction that is spoken of, not stated.",
            "باع الربع",
            CountedWords.is_a_named_part,
        ),
        Construction[Refuses](
            "hour-in-words",
            "The hour of a day, in words.",
            "وصل خمسة صباحا",
            CountedWords.is_an_hour,
        ),
        Construction[Refuses](
            "letter-alif",
            "ألف that is the letter, behind what letters tell apart.",
            "نشر الملحق ألف من التقرير",
            CountedWords.is_a_letter,
        ),
        Construction[Refuses](
            "numbered-in-words",
            "A number word behind رقم names.",
            "الغرفة رقم سبعة",
            CountedWords.is_numbered,
        ),
    ],
    refuses=True,
)
