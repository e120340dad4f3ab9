"""An invented article, and a draft of it with proposals, so that the page is tested whatever the rules propose."""

from __future__ import annotations

import json
from typing import Any

import attrs

from raqqa_data.reading.mention import Span
from raqqa_data.sources import Source

TEXT = (
    "المركز الصحي في الوادي 😀 يستقبل المرضى\n"
    "قال مكتب الصحة في الوادي إن المركز استقبل 120 مريضا في مارس 2021، بينهم 45 طفلا و75 امرأة.\n"
    "وبحسب المجلس، رُممت 6 مدارس بكلفة نحو 2.5 مليون دولار.\n"
)
FIGURES = ("120 مريضا", "45 طفلا", "75 امرأة", "6 مدارس")


@attrs.frozen
class Proposal:
    figure: Span
    question: str
    answer: str
    evidence: tuple[Span, ...]
    rule: str = "a rule"
    strength: float = 0.9


class Draft(str):
    """A draft's text with what it proposes."""

    __slots__ = ("proposals",)

    proposals: tuple[Proposal, ...]


def span(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words), words)


ANSWERS: dict[str, dict[str, tuple[str, str]]] = {
    "120 مريضا": {
        "who": ("health-office", "قال مكتب الصحة"),
        "where": ("valley", "في الوادي"),
        "when": ("2021-03", "مارس 2021"),
        "what": ("patients", "120 مريضا"),
    },
    "45 طفلا": {
        "who": ("health-office", "قال مكتب الصحة"),
        "where": ("valley", "في الوادي"),
        "when": ("2021-03", "مارس 2021"),
        "what": ("patients", "45 طفلا"),
        "part_of": ("article.patients", "بينهم"),
    },
    "75 امرأة": {
        "who": ("health-office", "قال مكتب الصحة"),
        "where": ("valley", "في الوادي"),
        "when": ("2021-03", "مارس 2021"),
        "what": ("patients", "75 امرأة"),
        "part_of": ("article.patients", "بينهم"),
    },
    "6 مدارس": {"who": ("council", "وبحسب المجلس"), "what": ("schools", "6 مدارس")},
}
KEYS = {"who": "attributed_to", "where": "place", "when": "period", "what": "indicator", "part_of": "part_of"}


def drafted(source: Source, **_: Any) -> Draft:
    """What `raqqa_data.draft` gives of the article."""
    text = source.text
    proposals = [
        Proposal(span(figure, text), question, answer, (span(evidence, text),))
        for figure, answers in ANSWERS.items()
        for question, (answer, evidence) in answers.items()
    ]
    # a second answer to one question
    proposals.append(Proposal(span(FIGURES[3], text), "where", "valley", (span("الوادي", text),), strength=0.4))
    proposals.append(Proposal(span(FIGURES[3], text), "same_as", "article.patients", (span(FIGURES[0], text),)))
    made = Draft(_toml(source))
    made.proposals = tuple(proposals)
    return made


def _toml(source: Source) -> str:
    text = source.text
    rows = [
        f'[document]\nid = "article"\nlanguage = "ar"\nsha256 = "{source.text_sha256}"\ncharacters = {len(text)}',
        *(
            f'[[agent]]\nid = "{name}"\nname = {{ en = "{english}", ar = "{arabic}" }}'
            for name, english, arabic in (
                ("health-office", "Health office", "مكتب الصحة"),
                ("council", "Council", "المجلس"),
            )
        ),
        '[[place]]\nid = "valley"\nname = { en = "The valley", ar = "الوادي" }\nkind = "town"',
        *(
            f'[[indicator]]\nid = "{name}"\nname = {{ en = "{english}", ar = "{arabic}" }}\nunit = "{unit}"\n'
            'additivity = "flow"'
            for name, english, arabic, unit in (
                ("patients", "Patients received", "المرضى", "person"),
                ("schools", "Schools restored", "المدارس المرممة", "school"),
            )
        ),
    ]
    names = ("article.patients", "article.children", "article.women", "FILL IN: dataset.field")
    for name, (figure, answers) in zip(names, ANSWERS.items(), strict=True):
        fields = {"id": name, "phrase": figure, "start": text.index(figure), "reads": figure.split(" ")[0]}
        for question, key in KEYS.items():
            if question != "part_of" or question in answers:
                fields[key] = answers.get(question, ("FILL IN", ""))[0]
        fields["annotation"] = "proposed"
        lines = [f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in fields.items()]
        rows.append("\n".join([f"# … ⟦{figure}⟧ …", "[[observation]]", *lines]))
    return "\n\n".join(rows) + "\n"
