# ruff: noqa: INP001
"""Makes common.tsv of proposals/words/vocabulary: words behind a preposition in Arabic news that name no place.

Needs a folder with the texts of three public repositories, each in a folder of its own:

    github.com/antcorpus/antcorpus.data              10,161 articles of Jawhara FM, Tunisia (Apache 2.0)
    github.com/antcorpus/antcorpus.multisource.data  31,526 articles of five broadcasters
    github.com/inparallel/SaudiNewsNet               31,030 articles of Saudi newspapers (CC BY-NC-SA 4.0)

    python .ci/common_words.py FOLDER

Words are counted and no text is kept. Every tenth article is left out, so that the rule can be judged by texts which
the table does not know: `--left-out FILE` writes those as JSON lines.
"""

import argparse
import json
import re
import sys
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from raqqa_data.building.proposals.words.affixes import bare
from raqqa_data.building.proposals.words.common_words import without_pronoun
from raqqa_data.reading.text.folding import fold, fold_word

TABLE = Path(__file__).parents[1] / "src/raqqa_data/building/proposals/words/vocabulary/common.tsv"
WORD = re.compile(r"([^\W_]+)")
ARABIC = re.compile("[ء-ي]{3,}")
TITLE, BODY = re.compile("<TITLE>(.*?)</TITLE>", re.DOTALL), re.compile("<TEXT>(.*?)</TEXT>", re.DOTALL)


def folded(words: str) -> set[str]:
    """Words of a line, folded."""
    return {fold_word(word) for word in words.split()}


SIDES = "قرب شمال جنوب شرق غرب شمالي جنوبي شرقي غربي محيط قبالة ضواحي أطراف"
LEADS = folded(f"{SIDES} في من إلى على نحو عند باتجاه صوب داخل وسط بين عبر")
CALLED = "مدينة بلدة قرية محافظة ولاية ناحية إقليم مديرية مخيم قضاء".split()  # noqa: SIM905
KINDS = folded(" ".join(f"{clitic}{word}" for word in CALLED for clitic in ("", "ب", "ل")))
LEAST = 3  # times, one of them behind a preposition
OF_A_NAME = 0.1  # of all its times: behind a word for a kind of place
LEFT_OUT = 10
HEAD = "# Words behind a preposition that name no place, by their first two letters: counts of .ci/common_words.py\n"


def articles(folder: Path) -> Iterator[tuple[str, str]]:
    """Each article with its id."""
    for path in sorted(folder.rglob("*.txt")):
        text = path.read_text("utf-8", "replace")
        found = [part.group(1).strip() for one in (TITLE, BODY) if (part := one.search(text))]
        if found:
            yield path.stem, "\n".join(found)
    for path in sorted(folder.rglob("*.zip")):
        with zipfile.ZipFile(path) as archive:
            for name in archive.namelist():
                for number, row in enumerate(json.loads(archive.read(name))):
                    yield f"{path.stem}-{number}", f"{row.get('title') or ''}\n{row.get('content') or ''}"


def counted(texts: Iterator[str]) -> tuple[Counter[str], Counter[str], Counter[str]]:
    """How often each word stands without its article: anywhere, behind a preposition, behind a word for a kind."""
    anywhere, led, named = Counter[str](), Counter[str](), Counter[str]()
    for text in texts:
        parts = WORD.split(fold(text).text)
        words = parts[1::2]
        anywhere.update(words)
        for index in range(1, len(words)):
            if parts[2 * index] != " ":
                continue
            before = words[index - 1]
            forms = {before, before[1:]} if before[:1] in {"و", "ف"} else {before}
            if not forms.isdisjoint(LEADS):
                led[words[index]] += 1
            if not forms.isdisjoint(KINDS):
                named[words[index]] += 1
    for word, times in anywhere.items():
        if word.startswith(("بال", "لل")):
            led[f"ال{word.removeprefix('ب').removeprefix('ال').removeprefix('لل')}"] += times
    return tuple(_bare(one) for one in (anywhere, led, named))  # type: ignore[return-value]


def _bare(counts: Counter[str]) -> Counter[str]:
    found = Counter[str]()
    for word, times in counts.items():
        if ARABIC.fullmatch(word) and len(bare(word)) > len("ال"):
            found[bare(word)] += times
    return found


def main() -> None:
    """Count, and write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--left-out", type=Path)
    asked = parser.parse_args()
    kept: list[str] = []
    left: list[dict[str, str]] = []
    for own, text in articles(asked.folder):
        if zlib.crc32(own.encode()) % LEFT_OUT:
            kept.append(text)
        else:
            left.append({"id": own, "text": text})
    anywhere, led, named = counted(iter(kept))
    words = {
        word
        for word, times in led.items()
        if anywhere[word] >= LEAST and named[word] < OF_A_NAME * max(anywhere[word], times)
    }
    words = {word for word in words if words.isdisjoint(without_pronoun(word))}
    endings: dict[str, list[str]] = {}
    for word in sorted(words):
        endings.setdefault(word[:2], []).append(word[2:])
    lines = (f"{begin}\t{' '.join(several)}\n" for begin, several in endings.items())
    TABLE.write_text(HEAD + "".join(lines), encoding="utf-8")
    if asked.left_out:
        asked.left_out.write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in left), "utf-8")
    sys.stdout.write(f"{len(words)} words of {len(kept)} articles\n")


if __name__ == "__main__":
    main()
