"""What `draft` proposes for the gold set, question by question: n, precision and recall.

    python -m benchmarks proposals
    python -m benchmarks proposals --list where
    python -m benchmarks proposals --rules
    python -m benchmarks proposals --gold FOLDER

`gold/README.md` says how the articles were marked. An observation that a text tells twice counts once for each
question, with all that is proposed at its mentions: one wrong proposal makes it wrong. Where nothing is right to answer
a proposal is `false`, and counts against precision. With `--rules` every proposal counts by itself, under its rule.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import sys
import tomllib
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

import raqqa_data as rd
from benchmarks.agreement import Proposed, same_agent, same_period, same_place, same_what

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

GOLD = Path(__file__).parent / "gold"
HALVES = ("dev", "held_out")
QUESTIONS = ("who", "conveyed_by", "where", "when", "what", "part_of", "same_as")
LINKS = {"part_of", "same_as"}
MARKUP = re.compile(r"<[^>]*>|\]\([^)]*\)")
"""What is taken out of a public file before offsets are counted: tags, and the targets of links."""


@attrs.frozen
class Judged:
    """How many observations of each verdict a question has, and what to print of the wrong ones."""

    counts: Counter[str] = attrs.field(factory=Counter[str])
    lines: list[str] = attrs.field(factory=list[str])


def own_articles() -> dict[str, list[dict[str, Any]]]:
    """The articles of our own, by halves."""
    found = [article for several in articles_in(GOLD).values() for article in several]
    return {half: [article for article in found if article["half"] == half] for half in HALVES}


def articles_in(folder: Path) -> dict[str, list[dict[str, Any]]]:
    """The articles of a folder, by the names of their files.

    Raises:
        SystemExit: There are none.
    """
    found = {
        path.stem: [*map(json.loads, path.read_text("utf-8").splitlines())] for path in sorted(folder.glob("*.jsonl"))
    }
    if not found:
        raise SystemExit(f"{folder} has no file .jsonl: give a folder of articles in the form of gold/README.md")
    return found


def public_articles(folder: Path) -> Iterator[dict[str, Any]]:
    """The articles out of public repositories, whose texts lie in a folder by owner, name and path.

    Raises:
        SystemExit: A text is not there, or is not the one that was marked.
    """
    for line in (GOLD / "public" / "articles.jsonl").read_text("utf-8").splitlines():
        article = json.loads(line)
        source = article["source"]
        path = folder / source["repository"] / source["path"]
        if not path.is_file():
            raise SystemExit(f"{path} is missing: github.com/{source['repository']}, commit {source['commit']}")
        whole = MARKUP.sub("", path.read_text("utf-8"))
        text = whole[article["start"] : article["end"]]
        if hashlib.sha256(text.encode()).hexdigest() != article["sha256"]:
            raise SystemExit(f"{path} is not as it was marked: take it of commit {source['commit']}")
        figures = [figure | {"quote": text[figure["start"] : figure["end"]]} for figure in article["figures"]]
        yield article | {"text": text, "figures": figures}


def agrees(
    question: str, proposed: Proposed, answers: list[str], article: dict[str, Any], figure: dict[str, Any]
) -> bool:
    """Whether a proposal is one of the answers."""
    if question in LINKS:
        return proposed.figure is not None and first(article, proposed.figure) in {first(article, a) for a in answers}
    if question == "when":
        return any(same_period(proposed.answer, answer) for answer in answers)
    if question == "what":
        by_id = {other["id"]: other for other in article["figures"]}
        wholes = figure.get("part_of", [])
        whole = by_id[first(article, wholes[0])] if wholes else None
        return any(same_what(proposed, figure, answer, whole) for answer in answers)
    if question == "where" and proposed.country not in {None, *article["countries"]}:
        return False
    same = same_place if question == "where" else same_agent
    return any(same(name, answers) for name in (proposed.evidence, proposed.name))


def first(article: dict[str, Any], figure: str) -> str:
    """The first mention of an observation."""
    by_id = {other["id"]: other for other in article["figures"]}
    return str(by_id[figure].get("same_as", [figure])[0])


def overlapping(article: dict[str, Any], start: int, end: int) -> str | None:
    """The figure of the gold that shares most of a span."""
    shared = {
        figure["id"]: min(end, figure["start"] + len(figure["quote"])) - max(start, figure["start"])
        for figure in article["figures"]
    }
    best = max(shared, key=lambda figure: shared[figure])
    return best if shared[best] > 0 else None


def proposed_of(article: dict[str, Any]) -> tuple[dict[tuple[str, str], list[Proposed]], set[str], int]:
    """What is proposed for each figure and question, the figures found, and how many proposals are for no figure."""
    draft = rd.draft(article["text"], document_id=article["id"], reference=article["published"])
    figures = {one.id: overlapping(article, one.mention.start, one.mention.end) for one in draft.observations}
    written = tomllib.loads(draft.toml)
    names = {row["id"]: row["name"]["ar"] for kind in ("agent", "place") for row in written.get(kind, [])}
    places = {row["id"]: row for row in written.get("place", [])}
    found: dict[tuple[str, str], list[Proposed]] = {}
    elsewhere = 0
    for one in draft.observations:
        figure = figures[one.id]
        for proposal in one.proposals:
            if figure is None:
                elsewhere += 1
                continue
            question = str(proposal.question)
            other = figures.get(proposal.answer) if question in LINKS else None
            made = Proposed(
                answer=proposal.answer,
                evidence=proposal.evidence[0].text if proposal.evidence else "",
                name=names.get(proposal.answer, ""),
                country=_country(places, proposal.answer),
                subgroup=str(proposal.subgroup or ""),
                figure=other,
                rule=proposal.rule,
            )
            found.setdefault((figure, question), []).append(made)
    return found, {figure for figure in figures.values() if figure}, elsewhere


def _country(places: dict[str, dict[str, Any]], place: str) -> str | None:
    """The code of the country in which a drafted place is, None where the draft does not say."""
    row = places.get(place)
    while row and row.get("kind") != "country":
        row = places.get(row.get("within", ""))
    return row.get("iso") if row else None


def verdict(question: str, made: list[Proposed], article: dict[str, Any], figure: dict[str, Any]) -> str:
    """One of right, wrong, missed, tolerated, blank (rightly), false (proposed where nothing is right)."""
    right = figure.get(question, [])
    tolerated = figure.get("tolerated", {}).get(question, [])
    if not made:
        return "blank" if not right else "tolerated" if None in tolerated else "missed"
    defended = [answer for answer in tolerated if answer is not None]
    if not all(agrees(question, one, right + defended, article, figure) for one in made):
        return "wrong" if right else "false"
    agreed = any(agrees(question, one, right, article, figure) for one in made)
    return "right" if agreed else "tolerated"


def judge(marked: Iterable[dict[str, Any]]) -> tuple[dict[str, Judged], Counter[str]]:
    """Every question of every observation."""
    judged = {question: Judged() for question in QUESTIONS}
    totals: Counter[str] = Counter()
    for article in marked:
        found, seen, elsewhere = proposed_of(article)
        totals.update(articles=1, figures=len(article["figures"]), found=len(seen), elsewhere=elsewhere)
        for figure in article["figures"]:
            for question in QUESTIONS:
                if "same_as" in figure and question != "same_as":
                    continue
                mentions = [figure["id"]]
                if question != "same_as":
                    mentions = [one["id"] for one in article["figures"] if first(article, one["id"]) == figure["id"]]
                made = [one for mention in mentions for one in found.get((mention, question), [])]
                came = verdict(question, made, article, figure)
                judged[question].counts[came] += 1
                if came in {"wrong", "false", "missed"}:
                    judged[question].lines.append(_line(came, question, made, article, figure))
    return judged, totals


def judge_rules(marked: Iterable[dict[str, Any]]) -> dict[tuple[str, str], Counter[str]]:
    """The verdicts of the proposals of each question and rule, each by itself."""
    judged: dict[tuple[str, str], Counter[str]] = {}
    for article in marked:
        by_id = {figure["id"]: figure for figure in article["figures"]}
        for (figure, question), made in proposed_of(article)[0].items():
            of = figure if question == "same_as" else first(article, figure)
            for one in made:
                judged.setdefault((question, one.rule), Counter())[verdict(question, [one], article, by_id[of])] += 1
    return judged


def _line(came: str, question: str, made: list[Proposed], article: dict[str, Any], figure: dict[str, Any]) -> str:
    said = ", ".join(f"{one.answer} «{one.evidence}» ({one.rule})" for one in made) or "nothing"
    right = " or ".join(figure.get(question, ["nothing"]))
    return f"{came:<7}{article['id']} {figure['id']} «{figure['quote']}»: {said}; right is {right}"


def table_of_rules(judged: dict[tuple[str, str], Counter[str]]) -> Iterable[str]:
    """The table of all rules."""
    yield f"{'question':<13}{'rule':<44}{'right':>7}{'wrong':>7}{'false':>7}{'precision':>11}"
    for (question, rule), counts in sorted(judged.items()):
        right, wrong, false = counts["right"], counts["wrong"], counts["false"]
        yield f"{question:<13}{rule:<44}{right:>7}{wrong:>7}{false:>7}{share(right, right + wrong + false):>11}"


def share(part: int, whole: int) -> str:
    """A share with three digits."""
    return f"{part / whole:.3f}" if whole else "-"


def table(judged: dict[str, Judged], totals: Counter[str]) -> Iterable[str]:
    """The table of one half."""
    yield (
        f"{totals['articles']} articles, {totals['figures']} figures, {totals['found']} of them found; "
        f"{totals['elsewhere']} proposals for what is no figure of the gold"
    )
    yield (
        f"{'question':<12}{'n':>5}{'right':>7}{'wrong':>7}{'missed':>8}{'precision':>11}{'recall':>8}"
        f"{'nothing right':>15}{'false':>7}{'tolerated':>11}"
    )
    for question, one in judged.items():
        counts = one.counts
        right, wrong, false = counts["right"], counts["wrong"], counts["false"]
        answerable = right + wrong + counts["missed"]
        yield (
            f"{question:<12}{answerable:>5}{right:>7}{wrong:>7}{counts['missed']:>8}"
            f"{share(right, right + wrong + false):>11}{share(right, answerable):>8}"
            f"{false + counts['blank']:>15}{false:>7}{counts['tolerated']:>11}"
        )


def main(argv: list[str]) -> int:
    """Print the table of each half or file, what is wrong in them, or how each rule fares in all of them."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks proposals", description=__doc__)
    parser.add_argument("--half", choices=["dev", "held-out"], help="only this half; both, each by itself, without it")
    parser.add_argument("--gold", type=Path, metavar="FOLDER", help="the articles of this folder, file by file")
    parser.add_argument("--list", choices=QUESTIONS, metavar="QUESTION", help="print what is wrong")
    parser.add_argument("--rules", action="store_true", help="print how many proposals of each rule are right")
    parser.add_argument("--public", type=Path, metavar="FOLDER", help="count the public articles too: OWNER/NAME/PATH")
    asked = parser.parse_args(argv)
    tables = articles_in(asked.gold) if asked.gold else own_articles()
    if asked.half and not asked.gold:
        tables = {asked.half: tables[asked.half.replace("-", "_")]}
    if asked.public:
        tables["public"] = [*public_articles(asked.public)]
    everything = [article for marked in tables.values() for article in marked]
    if asked.list:
        print(*judge(everything)[0][asked.list].lines, sep="\n")
        return 0
    if asked.rules:
        print(*table_of_rules(judge_rules(everything)), sep="\n")
        return 0
    for name, marked in tables.items():
        print(f"{name}: ", end="")
        print(*table(*judge(marked)), "", sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
