"""Whose a date is: of a statement, a report, an act, a rate, of what was before, or of none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from raqqa_data.building.proposals.when.dated_events import event_kind, nouns
from raqqa_data.building.proposals.when.year_before import is_within_year
from raqqa_data.building.proposals.words.affixes import bare, stems
from raqqa_data.building.proposals.words.place_words import kind_word
from raqqa_data.building.proposals.words.vocabulary import lists_of, word_lists
from raqqa_data.building.proposals.words.word_cache import remembered

if TYPE_CHECKING:
    from raqqa_data.building.proposals.passage.passage import Passage
    from raqqa_data.reading.mention import Mention
    from raqqa_data.records.period import Period

_WORDS = "when.toml"
_NEAR = 4  # words before a date that say of what it is
_DASH = re.compile(r"^[^\n]*-")  # in the line itself
_YEARS = re.compile(r"\d{4}/\d{4}")
_MONTH = 7  # characters of a year and a month
_AGENCY = 5  # words of an agency's name between brackets
_DAY = 10  # characters of a day
_LINE = 10  # words of a line with only the document's date
_HEAD = 4  # words before the date of a dateline
_YEAR = 4  # digits of a year
_JOINED = 2  # words between the two dates of a span
_BEGUN = 6  # words before a date that say of what it is the beginning
_SHORTEST = 3  # letters of a verb and its ending
_FAR = 8  # words between a verb of saying and its day


def is_of_other(
    passage: Passage, date: Mention, period: Period, published: Period | None, words: tuple[int, int], *, until: bool
) -> bool:
    """Whether a date is of a statement, a report, a rate, or of what was before what is told."""
    first, last = words
    return (
        (not until and _is_of_saying(passage, first, last, is_day=len(period.edtf) == _DAY))
        or _is_dateline(passage, first, last)
        or _is_told_later(passage, period, published, first)
        or _is_rate(passage, first, last)
        or (period == date.period and is_carried(passage, date, published, first))
        or _is_of_the_document(passage, period, published, words)
        or _is_of_relative(passage, first, last)
        or _is_the_first_since(passage, first)
        or _is_the_most_of(passage, period, first)
        or (
            is_far_behind(passage, first, "reckoned")
            and not (len(period.edtf) == _DAY and _is_after_event(passage, first))
        )
        or _is_of_act(passage, first)
        or _is_put_off(passage, first)
        or _is_of_cause(passage, first)
        or _is_of_founding(passage, first, last)
        or is_within_year(passage, first)
        or _is_of_a_part(passage, first)
        or (len(period.edtf) == _MONTH and _is_name(passage, first, last))
        or (first > 0 and passage.words[first - 1] in word_lists(_WORDS)["purposes"])
        or (_YEARS.fullmatch(period.edtf) is not None and is_far_behind(passage, first, "programmes"))
    )


def _is_of_saying(passage: Passage, first: int, last: int, *, is_day: bool) -> bool:
    """Whether it is the day on which somebody said so: "said on Monday that", "according to its figures of Monday"."""
    words, lists = passage.words, word_lists(_WORDS)
    if is_reported_on(passage, first):
        return False
    if last + 1 < len(words) and words[last + 1] in lists["that"]:
        return True
    if first and words[first - 1] in lists["published"]:
        return True
    begins, _ = passage.sentence_of(first)
    enclosed = last + 1 < len(words) and passage.is_apart(last, last + 1)
    for before in range(first - 1, max(begins, first - _FAR) - 1, -1):
        # "the governor announced, on Monday, that" has one comma before it
        if passage.in_mention(before) or passage.commas(before, first) > enclosed or words[before] in lists["that"]:
            return False
        if not lists["saying"].isdisjoint(stems(words[before])):
            # تقرير الحالة رقم 14 (من 15 إلى 30 نيسان), تقرير شهر شباط
            return is_day or lists["reports"].isdisjoint(stems(words[before]))
    return False


def is_far_behind(passage: Passage, first: int, key: str) -> bool:
    """Whether a word of a list stands some words before a date: since the war broke out in April."""
    begins, _ = passage.sentence_of(first)
    listed = word_lists(_WORDS)[key]
    near = passage.standing(lists_of_when).each(key, max(begins, first - _FAR), first)
    last = next((word for word in reversed(near) if passage.words[word] in listed), None)
    if last is None or passage.is_apart(last, first):
        return False
    return passage.next_figure(last - 1, first) >= first and not passage.dates_from(last, first)


def _is_of_the_document(passage: Passage, period: Period, published: Period | None, words: tuple[int, int]) -> bool:
    """Whether a date stands in a line of its own, or with who publishes it: no figure's, but the document's."""
    if period != published:
        return False
    first, end = passage.sentence_of(words[0])
    if between(passage, first, end, "bulletins") or any(map(event_kind, passage.words[first:end][:_LINE])):
        return False
    line = passage.paragraph_of(first) == first and (
        end == len(passage.words) or passage.paragraph[end] != passage.paragraph[first]
    )
    return line and end - first <= _LINE and passage.next_figure(first - 1, end) == end


def _is_of_relative(passage: Passage, first: int, last: int) -> bool:
    """Whether a date tells when something began that is only named: the escalation that began on 27 November."""
    begins, end = passage.sentence_of(first)
    figure = passage.next_figure(last, min(last + 1 + _JOINED, end))
    measured = figure <= last + _JOINED and figure < end and not passage.is_apart(last, figure)
    for before in range(first - 1, max(begins, first - _NEAR) - 1, -1):
        if passage.in_mention(before) or passage.is_apart(before, first):
            return False
        if passage.words[before] in word_lists(_WORDS)["who"]:
            # الحرارة التي بلغت أمس 51 درجة; but المدينة التي تأسست عام 2012 نحو 545 نسمة
            if measured and not any(between(passage, before + 1, before + 2, key) for key in ("founded", "begun")):
                return False
            # the shelling that hit it on Monday, twelve people who died on Monday
            happened = any(map(event_kind, passage.words[max(begins, before - _NEAR) : before]))
            # بلغ عدد المهاجرين الذين أنقذوا منذ بداية العام 545
            numbers = word_lists("clauses.toml")["numbers"]
            happened = happened or any(
                not numbers.isdisjoint(stems(word)) for word in passage.words[max(begins, before - 2) : before]
            )
            return before > begins and not happened and not passage.in_mention(before - 1)
    return False


def is_begun(passage: Passage, first: int, last: int) -> bool:
    """الحملة التي انطلقت في يناير أسفرت عن: whether a sentence tells what came of that which began on a date."""
    begins, end = passage.sentence_of(first)
    who = passage.standing(lists_of_when).each("who", max(begins + 1, first - _BEGUN), first - 1)
    which = [word for word in who if between(passage, word + 1, word + 2, "begun")]
    if not which or passage.next_figure(begins - 1, first) < first:
        return False
    kinds = {*map(event_kind, passage.words[max(begins, which[-1] - _JOINED) : which[-1]])} - {None}
    if not kinds <= nouns().lasting:
        return False  # الحريق الذي اندلع أمس
    stop = min(last + 1 + _FAR, passage.next_figure(last, end))
    opening = passage.words[begins : begins + _JOINED]
    return any(map(_is_past_verb, (*passage.words[last + 1 : stop], *opening)))


def _is_past_verb(word: str) -> bool:
    """أسفرت, وصلت; أسفر, أدى."""
    feminine = word.endswith("ت") and not word.endswith("ات") and not word.startswith("ال") and len(word) > _SHORTEST
    return feminine or not word_lists(_WORDS)["came_of"].isdisjoint(stems(word))


def _is_of_a_part(passage: Passage, first: int) -> bool:
    """الفصل الأول من سنة 2024: whether it is the year of a part of it that is not read."""
    words = passage.words[max(first - 3, 0) : first]
    return words[-1:] == ["من"] and words[0] in word_lists(_WORDS)["parts_of_years"]


def _is_the_first_since(passage: Passage, first: int) -> bool:
    """Whether something is the first, or the most, since a date."""
    begins, _ = passage.sentence_of(first)
    near = range(max(first - _NEAR, begins), first + 1)
    since = [word for word in near if passage.words[word] in word_lists(_WORDS)["since"]]
    most = (word for word in near if passage.words[word] in word_lists(_WORDS)["most"])
    # الحد الأدنى للأجور منذ تموز
    return bool(since) and any(word < since[-1] and passage.words[word - 1] != "الحد" for word in most)


def _is_of_cause(passage: Passage, first: int) -> bool:
    """Whether a sentence begins with what led to what it tells: following the flood of February, so many left."""
    begins, _ = passage.sentence_of(first)
    opening = passage.words[begins : begins + 2]
    if passage.is_apart(begins, first):
        return False
    # بعد أكثر من شهر على سريان الهدنة في 27 تشرين الثاني، أحصت السلطات
    long_after = bool(opening) and opening[0].removeprefix("و") in {"بعد", "قبل"}
    figure = passage.next_figure(begins, first)
    long_after = long_after and figure < first and passage.next_figure(figure, first) == first
    return any("causes" in lists_of_when(word) for word in opening) or long_after


def _is_of_founding(passage: Passage, first: int, last: int) -> bool:
    """Whether it is when something came to be that is spoken of: أن العقار شيد عام 1978، وأن ثلاثة قرارات."""
    begins, end = passage.sentence_of(first)
    founded = between(passage, max(begins, first - _JOINED), first, "founded")
    alone = last + 1 >= end or passage.is_apart(last, last + 1)
    return founded and alone and passage.next_figure(begins - 1, first) >= first


def _is_name(passage: Passage, first: int, last: int) -> bool:
    """Whether a month is what a place is called: the camp of May."""
    before = passage.words[first - 1] if first else ""
    return first == last and passage.words[last].isalpha() and kind_word(before) is not None


def _is_dateline(passage: Passage, first: int, last: int) -> bool:
    """حلب، 5 أيار - : at the head of a report."""
    begins, _ = passage.sentence_of(first)
    head = first - begins < _HEAD and (not begins or passage.paragraph[begins] != passage.paragraph[begins - 1])
    after = last + 1
    if head and after < len(passage.words) and "(" in passage.gaps[after]:
        closes = (at for at in range(after + 1, min(after + _AGENCY, len(passage.gaps))) if ")" in passage.gaps[at])
        after = next(closes, after)
    if not head or first == begins or after == len(passage.words):
        return False
    colon = ":" in passage.gaps[after] and passage.is_apart(begins, first)  # باريس - 2 أيار: وثقت
    return colon or _DASH.search(passage.gaps[after]) is not None


def _is_told_later(passage: Passage, period: Period, published: Period | None, first: int) -> bool:
    """Whether "three days after" is one that is still to come: it is three days after something else."""
    if published is None or period.earliest is None or published.latest is None:
        return False
    after = not word_lists(_WORDS)["span"].isdisjoint(stems(passage.words[first]))
    return after and period.earliest > published.latest


def is_carried(passage: Passage, date: Mention, published: Period | None, first: int) -> bool:
    """Whether a date has its year from one in another paragraph: "in February" may well be the last one."""
    if published is None or date.period is None or date.anchor is None or date.anchor.span is None:
        return False
    from_there = passage.paragraph[passage.at(date.anchor.span.start)] != passage.paragraph[first]
    return from_there and date.period.edtf[:_YEAR] != published.edtf[:_YEAR]


def _is_rate(passage: Passage, first: int, last: int) -> bool:
    """Whether "the day" is that of "three a day", not today."""
    words, lists = passage.words, word_lists(_WORDS)
    if first != last or words[first].removeprefix("ب") != "اليوم":
        return False
    after = words[last + 1] if last + 1 < len(words) else ""
    return after in lists["each"] or (first > 0 and words[first - 1] == "في" and after not in lists["same"])


def _is_the_most_of(passage: Passage, period: Period, first: int) -> bool:
    """Whether something is the most of a period, in which it did not last: الدفعة الأكبر هذا العام."""
    long = len(period.edtf) < _DAY and "/" not in period.edtf
    return long and passage.words[first - 1] in word_lists(_WORDS)["most"] if first else False


def is_same_time(passage: Passage, last: int, year: int) -> bool:
    """اليوم نفسه من السنة الماضية: whether a date only says that of another year the same time is meant."""
    same = not word_lists(_WORDS)["the_same"].isdisjoint(passage.words[last : last + 2])
    return same and year - last <= _JOINED + 1 and is_within_year(passage, year)


def is_told_of(passage: Passage, last: int) -> bool:
    """Whether what something is compared with is told behind its date: مقارنة بعام 2022 حين بلغت, عن أيار الذي شهد."""
    behind, lists = passage.words[last + 1 : last + 1 + _JOINED], word_lists(_WORDS)
    which = len(behind) == _JOINED and behind[0] in lists["relative"] and behind[1] in lists["had"]
    return which or any(word in lists["then"] for word in behind)


def is_reported_on(passage: Passage, first: int) -> bool:
    """في تقريرها عن كانون الثاني: whether a date is the time of which a report tells."""
    about = passage.words[first - 1] in {"عن", "حول"}
    return about and between(passage, max(first - 1 - _NEAR, 0), first - 1, "reports")


def is_compared_at(passage: Passage, first: int) -> bool:
    """مقارنة بأكتوبر, عن أكتوبر: whether a date is what something is compared with."""
    before = passage.words[first - 1] if first else ""
    return before == "عن" or between(passage, first - 1, first, "compared")


def _is_after_event(passage: Passage, first: int) -> bool:
    """Whether what came of an event is told with its day: بعد انقلاب قارب فجر الخميس."""
    begins, _ = passage.sentence_of(first)
    for before in range(first - 1, max(begins, first - _FAR) - 1, -1):
        if passage.words[before].removeprefix("و") in word_lists(_WORDS)["after"]:
            return event_kind(passage.words[before + 1]) is not None
    return False


def _is_of_act(passage: Passage, first: int) -> bool:
    """Whether a date is when an act was made: بموجب عفو صدر في تشرين, اتفاق 10 آذار."""
    begins, _ = passage.sentence_of(first)
    lists = word_lists(_WORDS)
    for before in range(first - 1, max(begins, first - _NEAR) - 1, -1):
        if passage.in_mention(before) or passage.is_apart(before, first):
            return False
        if not lists["acts"].isdisjoint(map(bare, stems(passage.words[before]))):
            made = any(word in lists["made"] for word in passage.words[before + 1 : first])
            return made or before == first - 1
    return False


def _is_put_off(passage: Passage, first: int) -> bool:
    """أجلت المحكمة محاكمة 12 متهما إلى 3 حزيران: whether a date is one to which something is put off."""
    words, begins = passage.words, passage.clauses.of(first)[0]
    to = {words[first], words[max(first - 1, begins)]}
    until, led = not to.isdisjoint({"حتي", "لغايه"}), "الي" in to or words[first].startswith("ل")
    # أجلت المنظمة 12 مريضا حتى أمس: evacuated
    return (led or until) and (
        between(passage, begins, first, "puts_off")
        or (led and between(passage, begins, first, "puts_off_or_evacuates"))
    )


def is_unclear(passage: Passage, date: Mention, first: int, last: int) -> bool:
    """Whether what was read is no date of the text: قبل شهر رمضان, الشهر الأول, "the same month"."""
    words, lists = passage.words, word_lists(_WORDS)
    ramadan = words[last] == "شهر" and passage.word_behind(last) in lists["fasts"]
    anchored = date.anchor is not None and date.anchor.span is not None
    # الشهر الأول of a season, unless it is said of which year
    counted = words[first:last] == ["الشهر"] and words[last] in lists["times"] and passage.word_behind(last) != "من"
    return ramadan or counted or (not anchored and words[last] in lists["the_same"] and last > first)


def is_reckoned(passage: Passage, low: int, high: int) -> bool:
    """Whether what stands between two words is told from another time; على بعد 80 كيلومترا is a distance."""
    each = passage.standing(lists_of_when).each("reckoned", low, high)
    return any(passage.words[at] != "بعد" or passage.words[at - 1] != "علي" for at in each)


def between(passage: Passage, low: int, high: int, key: str) -> bool:
    """Whether a word of a list stands from one word up to another."""
    return passage.standing(lists_of_when).any(key, low, high)


@remembered
def lists_of_when(word: str) -> frozenset[str]:
    """The keys of the lists in which a word stands, whatever it is written with."""
    return lists_of(_WORDS)(word)
