"""A noun of people in the singular that stands for one, where a word says what befell them: قتيل وجريحان, مقتل شخص."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raqqa_data.reading.mention import Kind
from raqqa_data.reading.mention_draft import MentionDraft, estimate
from raqqa_data.records.estimate import Wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from raqqa_data.reading.text.tokens import Tokens
    from raqqa_data.reading.words.lexicon import Lexicon


def singulars(tokens: Tokens, lexicon: Lexicon) -> Iterator[MentionDraft]:
    """Each noun that stands for one."""
    befalls, victims = lexicon.context["befalls"], lexicon.context["victims"]
    people = lexicon.persons | victims
    told = -1
    for index, text in enumerate(tokens.texts):
        joint = text[:1] == "و" and text[1:] in people
        noun = text[1:] if joint else text
        noun = noun if noun in people else noun.removesuffix("ا")
        if noun not in people or noun in lexicon.duals or not _counts_alone(tokens, lexicon, index):
            continue
        before = tokens.texts[index - 1]
        befallen = before in befalls or before[1:] in befalls
        goes_on = joint and told >= index - 2
        if (not joint and befallen and tokens.joined(index)) or noun in victims or goes_on:
            told = index
            stretch = (tokens.starts[index] + joint, tokens.end(index))
            yield MentionDraft(Kind.CARDINAL, index + 1, stretch, noun=stretch, estimate=estimate(1, Wording.EXACT))


def _counts_alone(tokens: Tokens, lexicon: Lexicon, index: int) -> bool:
    """Whether no number counts the noun, and no word makes it each, any or the one."""
    before, after = tokens.words[index - 1], tokens.words[index + 1]
    if before.digits is not None or before.numeral is not None or after.numeral is not None:
        return False
    if tokens.texts[index - 1] in lexicon.context["one_before"] and tokens.joined(index):
        return False
    return not (tokens.texts[index + 1].startswith("ال") and tokens.joined(index + 1))
