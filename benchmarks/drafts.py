"""What drafting costs over reading alone: articles of our own, each read and each drafted, in turn."""

from __future__ import annotations

import argparse
import random
import statistics
import sys
import time
from typing import TYPE_CHECKING

import raqqa_data as rd

if TYPE_CHECKING:
    from collections.abc import Callable

BAR = 2.0
PUBLISHED = "2021-03-18"

_SENTENCES = (
    "قال {agent} إن {number} شخصا قتلوا وأصيب {small} آخرون في {place} {when}.",
    "وأضاف البيان أن {number} عائلة نزحت من القرى المجاورة نحو {place}، بينهم {small} أطفال.",
    "وزعت فرق الإغاثة {number} سلة غذائية و{small} خيمة على السكان في {place}.",
    "ويعيش في {place} أكثر من {number} ألف نسمة، عاد معظمهم خلال العامين الماضيين.",
    "وبلغت كلفة المشروع نحو {small} ملايين دولار، خصصت لترميم شبكة المياه.",
    "وأعيد افتتاح {small} مدارس بعد توقف دام أكثر من ثلاثة أعوام، بحسب {agent}.",
    "وانخفضت نسبة البطالة إلى {small} في المئة مقارنة بعام 2017.",
    "ووصلت القافلة {when} إلى {place} وعلى متنها {small} أطنان من الطحين.",
    "ولم تعلق السلطات على هذه الأرقام، فيما يطالب الأهالي بالإسراع في إصلاح الطرق والجسور.",
    "ويقول أبو خالد، وهو صاحب متجر في السوق القديم، إن الحركة عادت إلى الشارع شيئا فشيئا.",
    "وتعمل ورش البلدية على رفع الركام من الأحياء التي تضررت أكثر من غيرها خلال المعارك.",
    "وتنتظر الأسر التي عادت وصول الكهرباء إلى بيوتها، وتعتمد في هذه الأثناء على المولدات الخاصة.",
    "ويأمل المزارعون أن يكون الموسم المقبل أفضل، بعد أن أضر الجفاف بالمحاصيل في معظم الحقول.",
    "ومن جهته دعا {agent} المنظمات الدولية إلى زيادة الدعم المقدم للمستشفيات والمراكز الصحية.",
)
_FILL = {
    "agent": ("الدفاع المدني", "وزارة الصحة", "المرصد السوري", "اليونيسف", "مدير الصحة في المحافظة", "مجلس المدينة"),
    "place": ("حلب", "مدينة الرقة", "ريف إدلب", "دير الزور", "الموصل", "مخيم الزهور", "محافظة الحسكة"),
    "when": ("أمس", "يوم الاثنين الماضي", "في 5 آذار 2021", "مطلع الشهر الجاري", "منذ بداية العام"),
}


def articles(number: int) -> list[str]:
    """Articles of two paragraphs, about half of whose sentences tell a figure; the same ones each time."""
    chance = random.Random(13)  # noqa: S311 - no secret

    def sentence() -> str:
        filled = {key: chance.choice(values) for key, values in _FILL.items()}
        return chance.choice(_SENTENCES).format(number=chance.randint(20, 900), small=chance.randint(3, 10), **filled)

    def paragraph() -> str:
        return " ".join(sentence() for _ in range(8))

    return [f"{paragraph()}\n{paragraph()}" for _ in range(number)]


def seconds(call: Callable[[str], object], texts: list[str]) -> float:
    """Seconds of the processor for all texts."""
    begin = time.process_time()
    for text in texts:
        call(text)
    return time.process_time() - begin


def main(argv: list[str]) -> int:
    """Both sides in turn, and their ratio; 1 where the bar is missed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks drafts", description=__doc__)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args(argv)
    texts = articles(asked.articles)
    figures = sum(len(rd.draft(text, document_id="own").observations) for text in texts[:100])
    size = statistics.mean(map(len, texts))
    print(f"{len(texts):,} articles of {size:,.0f} characters, {figures / 100:.1f} figures each in the first hundred.")
    missed = 0
    for name, reference in (("published on a day", PUBLISHED), ("published on no day that is known", None)):

        def read(text: str, reference: str | None = reference) -> object:
            return rd.read(text, reference=reference)

        def draft(text: str, reference: str | None = reference) -> object:
            return rd.draft(text, document_id="own", reference=reference)

        ratios = [seconds(draft, texts) / seconds(read, texts) for _ in range(asked.rounds)]
        ratio = statistics.median(ratios)
        missed += ratio > BAR
        print(f"{name}: {ratio:.2f}x reading alone (bar {BAR:g}), {min(ratios):.2f} to {max(ratios):.2f}")
    return int(missed > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
