"""Of the places around a figure, which are not its own: of a part of it, of the next of a ranking, a sickbed."""

from __future__ import annotations

from itertools import chain, pairwise
from typing import TYPE_CHECKING

from raqqa_data.building.proposals.when.dated_events import event_kind
from raqqa_data.building.proposals.where.prepositions import Lead
from raqqa_data.building.proposals.where.toponym import REGIONS, SETTLED, SITES
from raqqa_data.building.proposals.words.affixes import bare
from raqqa_data.building.proposals.words.common_words import is_common
from raqqa_data.building.proposals.words.place_words import is_listed, kind_word, lists_of, place_words
from raqqa_data.building.proposals.words.vocabulary import word_lists
from raqqa_data.building.proposals.words.word_cache import remembered

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from raqqa_data.building.proposals.passage.passage import Passage
    from raqqa_data.building.proposals.where.toponym import Toponym
    from raqqa_data.records.place import Place

PAIR = 3  # words from a place to its figure
_FAR = 4  # words between a place and the one that it lies in
_LED_IN = 6  # words between an event and its place
_CARRIED = 8  # words before "to a hospital"
_SHORTEST = 5  # letters of "and" with a verb
_HEADING = 3  # words of a line alone
_ITS = ("ها", "هم")
_GREAT = frozenset({"country", "sea", "strait"})
_TITLE = 5  # words of an office before its place
_BESIDE = 2  # words
_OPENING = 2  # words before a place that a sentence opens with
_AROUND = REGIONS | {"countryside", "district"}
_CAPITAL = frozenset({"العاصمه"})
_TO = frozenset({"الي", "لل"})


def is_denied(passage: Passage, toponym: Toponym) -> bool:
    """Whether somebody denies what is told of a place: denied that the camp was hit."""
    begin, _ = passage.clauses.of(toponym.first)
    return passage.standing(lists_of).any("denials", begin, toponym.first)


def is_joined(passage: Passage, last: int, toponym: Toponym) -> bool:
    """Whether "and" stands between a figure and a place behind it: 22% في بيروت وفي بعلبك 61%."""
    words = passage.words
    before = words[toponym.first - 1]
    joined = before in {"وفي", "ومن", "والي", "وعلي"} or (before[:1] == "و" and kind_word(before) not in {None, before})
    return joined or (toponym.clitic[:1] == "و" and last < toponym.first)


def is_next(passage: Passage, last: int, toponym: Toponym) -> bool:
    """Whether a place behind a figure is the next of a ranking: تصدرت سوهاج بـ312 ألفا تلتها أسيوط."""
    return passage.standing(lists_of).any("next", last + 1, toponym.first)


def has_its_own(passage: Passage, last: int, toponym: Toponym) -> bool:
    """Whether a place behind a comma is told with a figure of its own: بقيمة 3 ملايين، استحوذت روسيا على 69% منها."""
    pair = toponym.last + PAIR
    return passage.is_apart(last, toponym.first) and passage.next_figure(toponym.last, pair) < pair


def is_of_before(passage: Passage, last: int, toponym: Toponym) -> bool:
    """2,900 قبل الحرب في أوكرانيا: whether a place is of what came after a figure; not قبل بيعها في المنيا."""
    words = passage.words
    return any(
        words[word] == "قبل" and not (passage.in_mention(word + 1) or words[word + 1].endswith(_ITS))
        for word in range(last + 1, toponym.first - 1)
    )


def is_sickbed(passage: Passage, toponym: Toponym) -> bool:
    """Whether a place is where those who were hurt were brought: نقلوا إلى مستشفى الأبيض."""
    first, _ = passage.sentence_of(toponym.first)
    before = range(toponym.first, max(first, toponym.first - _FAR) - 1, -1)
    to = next((at for at in before if passage.words[at] in _TO), None)
    to = toponym.first - 1 if to is None and toponym.clitic == "ل" else to  # نقلوا لمستشفى الأبيض
    if to is None:
        return False
    listed = passage.standing(lists_of)
    if not listed.any("hospitals", to + 1, toponym.last + 1):
        return toponym.lead is Lead.TOWARDS and listed.any("carried", max(first, to - 2), to)
    return listed.any("carried", max(first, to - _CARRIED), to + 1)


def is_where_it_happened(passage: Passage, last: int, toponym: Toponym) -> bool:
    """Whether a word for an event leads in a place behind a figure: in shelling of Aleppo."""
    words = range(max(last + 1, toponym.first - _LED_IN), toponym.first)
    if not word_lists("clauses.toml")["not"].isdisjoint(passage.words[words.start : words.stop]):
        return False  # ولم يندلع أي حريق في سلحب
    return any(event_kind(passage.words[word]) is not None for word in words) and not any(
        passage.in_mention(word) for word in words
    )


def is_of_part(passage: Passage, last: int, toponym: Toponym) -> bool:
    """Whether a place behind a figure is that of its part: 86 were killed, 31 of them in Deir ez-Zor."""
    listed = passage.standing(lists_of)
    if listed.any("portions", last + 1, toponym.first):
        return True
    behind = passage.word_behind(toponym.last + (passage.word_behind(toponym.last) == "في"))
    if (is_listed(passage.word_behind(toponym.last), "alone") or is_listed(behind, "ranked")) and passage.is_apart(
        last, toponym.first
    ):
        return True
    parts = listed.each("parts_of", last + 1, toponym.first)
    if not parts or not passage.is_apart(last, parts[-1]) or passage.is_apart(parts[-1], toponym.first):
        return False
    return passage.next_figure(parts[-1], toponym.first) < toponym.first


def is_of_another(passage: Passage, toponym: Toponym) -> bool:
    """Whether a place of a clause before is a part's, or its own alone: ثلاثة منهم بمستغانم, في الحديدة وحدها."""
    figure = passage.figure_before(toponym.first)
    if figure is None or figure < passage.sentence_of(toponym.first)[0]:
        return False
    if is_listed(passage.word_behind(toponym.last), "alone"):
        return True
    while figure and passage.in_mention(figure - 1) and not passage.is_apart(figure - 1, figure):
        figure -= 1
    listed = passage.standing(lists_of)
    parts = (listed.each(key, max(figure - 1, 0), toponym.first)[:1] for key in ("parts_of", "portions"))
    word = min(chain.from_iterable(parts), default=None)
    if word is None:
        return False
    first = min(word, figure)  # وصل 40 منهم
    return passage.is_apart(max(first - 2, 0), first) and not passage.is_apart(word, toponym.first)


def is_one_of_several(passage: Passage, toponym: Toponym, last_of_name: Callable[[int], int | None]) -> bool:
    """Whether a place is the first of a list: a figure of both is of neither."""
    words, after = passage.words, toponym.last + 1
    if after >= len(words) or words[after][0] != "و" or passage.is_apart(toponym.last, after):
        return False
    if any(is_listed(word, "plurals") for word in words[max(toponym.first - 1, 0) : toponym.first + 1]):
        return True
    joined = words[after][1:]  # وسط is no "and"
    if place_words().kinds.get(kind_word(joined) or "") in SITES:
        return False  # in the town and its hospital
    side = is_listed(joined, "sides") or kind_word(joined) is not None
    last = last_of_name(after + (side and after + 1 < len(words)))
    if last is None and joined in place_words()["heads"] and after + 1 < len(words):
        last = None if is_common(words[after + 1]) else after + 1  # حارة حريك وبرج البراجنة
    return last is not None and passage.next_figure(last, last + 2) > last + 1


def are_of_several(passage: Passage, toponyms: Sequence[Toponym], first: int) -> bool:
    """Whether several figures have each its own place: 39 في الحسكة، و17 في الرقة."""
    pairs: dict[int, Toponym] = {}
    for toponym in toponyms:
        figure = passage.figure_before(toponym.first)
        if figure is not None and figure >= first:
            pairs.setdefault(figure, toponym)
    return any(
        not one.place.lies_in(other.place) and not other.place.lies_in(one.place)
        for one, other in pairwise(pairs.values())
    )


def divide_figures(passage: Passage, toponyms: Sequence[Toponym], end: int) -> bool:
    """ساهمت صفاقس بـ28 طنا والقيروان بـ17: whether of two places of a sentence each has its own figure."""
    return any(
        passage.next_figure(one.last, other.first) < other.first
        and passage.next_figure(other.last, end) < end
        and not one.place.lies_in(other.place)
        and not other.place.lies_in(one.place)
        for one, other in pairwise(toponyms)
    )


def is_of_unknown(passage: Passage, last: int, toponyms: Sequence[Toponym]) -> bool:
    """Whether a figure without a noun has a place of its own that no list has: و6 في عيناتا."""
    words, name = passage.words, last + 2
    if any(one == "في" and is_listed(other, "latter") for one, other in pairwise(words[last + 1 : last + _FAR])):
        return True  # 4 منهم في الأخيرة
    if name >= len(words) or words[last + 1] != "في" or passage.sentence[name] != passage.sentence[last]:
        return False
    ends = (
        name + 1 == len(words)
        or passage.is_apart(name, name + 1)
        or passage.sentence[name + 1] != passage.sentence[name]
    )
    known = any(toponym.first <= name <= toponym.last for toponym in toponyms) or passage.in_mention(name)
    side = is_listed(bare(words[name]), "sides") or words[name] in _CAPITAL
    return ends and not known and event_kind(words[name]) is None and (side or not words[name].startswith("ال"))


def is_told_on(passage: Passage, last: int, word: int) -> bool:
    """Whether a verb leads on from a figure to a place behind it: طوله 336 كيلومترا ويغذي قضاء الرطبة."""
    return any(map(_leads_on, passage.words[last + 1 : word]))


@remembered
def _leads_on(word: str) -> bool:
    """Whether a word is "and" with a verb: ويغذي."""
    return word.startswith("وي") and len(word) >= _SHORTEST


def innermost_of(before: Sequence[Toponym]) -> Toponym:
    """Of several in one another, as Raqqa in the north-east of Syria, the innermost."""
    found = before[-1]
    for toponym in reversed(before[:-1]):
        unlisted = toponym.place.within is None and toponym.place.kind not in _GREAT
        inside = unlisted or toponym.place.lies_in(found.place) or _is_told_in(toponym, found)
        if found.first - toponym.last > _FAR or not inside:
            break
        found = toponym
    return found


def is_around(toponym: Toponym, found: Toponym) -> bool:
    """Whether a place is around another, or a place that no list has is told to lie in it: بلدة الزيتونة بريف حلب."""
    told = found.place.within is None and 0 < toponym.first - found.last <= _FAR
    return told or _is_told_in(found, toponym) or found.place.lies_in(toponym.place)


def _is_told_in(city: Toponym, region: Toponym) -> bool:
    """مدينة الفاشر بولاية شمال دارفور: whether a province stands right behind a town of its country."""
    return (
        0 < region.first - city.last <= _BESIDE
        and city.place.kind in SETTLED
        and region.place.kind in _AROUND
        and city.place.chain[-1].id == region.place.chain[-1].id
    )


def is_topic(passage: Passage, toponym: Toponym) -> bool:
    """Whether a sentence opens with a place: what follows is about it."""
    first, _ = passage.sentence_of(toponym.first)
    return toponym.first - first <= _OPENING and toponym.lead is Lead.WITHIN


def is_its_country(passage: Passage, toponym: Toponym, found: Toponym) -> bool:
    """Whether a country stands behind a place that no list has, in its sentence."""
    same = passage.sentence[toponym.first] == passage.sentence[found.first]
    return toponym.place.kind == "country" and found.place.within is None and same and found.first < toponym.first


def only_locates(passage: Passage, toponym: Toponym) -> bool:
    """شمالي القاهرة: whether a place only tells on which side of it another lies."""
    words, kind = passage.words, bool(toponym.called)
    side = toponym.first > kind and words[toponym.first - 1 - kind] in place_words()["around"]
    return side and toponym.lead is (Lead.TOWARDS if kind else Lead.PLAIN)


def is_local(passage: Passage, toponym: Toponym) -> bool:
    """Whether who speaks beside a place is of the place: its mayor, its hospital, no union or ministry in it."""
    words = passage.words[max(toponym.first - _TITLE, 0) : toponym.first + 1]
    words = [bare(word) for word in words]
    if words[-2:-1] == ["فرع"]:
        return True  # نقابة المعلمين - فرع السليمانية
    if words[-1] in place_words()["ruled"] and any(is_listed(word, "ministries") for word in words):
        return True  # وزارة الصحة في غزة
    local, national = (any(is_listed(word, key) for word in words) for key in ("local", "national"))
    return local and not national


def governs(toponym: Toponym, found: Toponym) -> bool:
    """Whether a province speaks of what was in a town: حسبما أعلنت محافظة الغربية."""
    spoken = toponym.lead is Lead.BESIDE and toponym.place.kind in REGIONS and found.place.kind in SETTLED
    return spoken and toponym.place.chain[-1].id == found.place.chain[-1].id


def is_in(place: Place, region: Place) -> bool:
    """Whether a place is in another, or is the city that a region is called after."""
    return place.lies_in(region) or is_called_after(region, place)


def is_called_after(region: Place, city: Place) -> bool:
    """Whether a region bears the name of its city: the governorate of Raqqa, the Gaza Strip."""
    return city.kind == "city" and region.kind != "city" and city.name.ar in region.name.ar.split()


def is_of_many(passage: Passage, word: int) -> bool:
    """Whether a word is for a kind of places of which a figure behind "in" tells how many there are."""
    if kind_word(passage.words[word]) is None or not word or not passage.in_mention(word - 1):
        return False
    begins, _ = passage.sentence_of(word)
    before = word - 1
    while before > begins and passage.in_mention(before):
        before -= 1
    return is_listed(passage.words[before], "within")


def is_under_other(passage: Passage, first: int) -> bool:
    """Whether the heading over a word is a part of a country that no list has: the north of, in a line alone."""
    begins = passage.paragraph_of(first)
    while begins:
        before = passage.paragraph_of(begins - 1)
        bullet = passage.is_listed(before)
        if begins - before <= _HEADING and not bullet:
            return is_listed(passage.words[before], "sides")
        begins = before
    return False
