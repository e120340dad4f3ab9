"""What `draft` returns: an annotation file's text, and what the machine proposes in it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Self

import attrs

from raqqa_data.building.proposals.proposal import Proposal, Question
from raqqa_data.errors import FileError, NotFoundError
from raqqa_data.reading.mention import Mention
from raqqa_data.sources.atomic import alone_in, replacing
from raqqa_data.sources.files import path_text, read_bytes

FIELDS = {
    Question.WHAT: "indicator",
    Question.WHERE: "place",
    Question.WHEN: "period",
    Question.WHO: "attributed_to",
    Question.CONVEYED_BY: "conveyed_by",
    Question.PART_OF: "part_of",
    Question.EVENT: "event",
}
"""The field of an observation that answers each question; the same figure again is left out of the file."""


@attrs.frozen(kw_only=True)
class DraftedObservation:
    """One figure of a draft.

    Attributes:
        id: The id that its observation is given.
        mention: The figure as it was read.
        proposals: What is proposed about it.
    """

    id: str
    mention: Mention
    proposals: tuple[Proposal, ...]


class Draft(str):  # noqa: SLOT000 - what was proposed stands beside the text
    """A first annotation file: its TOML is the text itself, and what was proposed stands beside it.

    Attributes:
        text: The document's text, which all offsets refer to.
        observations: The figures, in the order of the text.
        left_out: The figures that no record can hold, and the dates of no event, each with the reason.

    Example:
        >>> import raqqa_data as rd
        >>> draft = rd.draft("قال الدفاع المدني إن 12 شخصا قتلوا في حلب.", document_id="aleppo", reference="2016-05-01")
        >>> for proposal in draft.proposals:
        ...     print(proposal.question, proposal.answer, [span.text for span in proposal.evidence])
        what killed ['قتلوا', 'شخصا']
        who civil-defence ['الدفاع المدني', 'قال']
        where aleppo ['حلب']
    """

    text: str
    observations: tuple[DraftedObservation, ...]
    left_out: tuple[tuple[Mention, str], ...]
    _written: dict[str, bytes]  # what it has last put into each file

    def __new__(
        cls,
        toml: str,
        text: str = "",
        observations: tuple[DraftedObservation, ...] = (),
        left_out: tuple[tuple[Mention, str], ...] = (),
    ) -> Self:
        """A draft of its TOML, the document's text, what was proposed and what no record can hold."""
        made = super().__new__(cls, toml)
        made.text = text
        made.observations = observations
        made.left_out = left_out
        made._written = {}
        return made

    @property
    def toml(self) -> str:
        """The annotation file's text, as plain text."""
        return str.__str__(self)

    @property
    def proposals(self) -> tuple[Proposal, ...]:
        """Everything that is proposed, figure by figure."""
        return tuple(proposal for drafted in self.observations for proposal in drafted.proposals)

    def __str__(self) -> str:
        return "".join(self)

    def confirm(self, observation: str, field: str | Question, answer: str | None = None) -> Draft:
        """The draft with one field of an observation as a person says.

        Args:
            observation: Its id.
            field: A field of the annotation file, such as "place", or the question that it answers, such as "where".
            answer: What to write there; the proposed answer where it is left out.

        Returns:
            A new draft. What is confirmed of it as a whole is told by deleting `annotation = "proposed"`.

        Raises:
            NotFoundError: There is no such observation, nothing is proposed to confirm, or the answer names nothing.
            AnnotationError: The observation has no such field.
            MissingExtraError: The extra `annotate` is not installed.
        """
        from raqqa_data.building.editing import set_field

        questions = [
            question for question in Question if question in FIELDS and field in {question.value, FIELDS[question]}
        ]
        key = FIELDS[questions[0]] if questions else str(field)
        if answer is None:
            answer = self._proposed(observation, key)
        made = Draft(set_field(self.toml, observation, key, answer), self.text, self.observations, self.left_out)
        made._written = self._written
        return made

    def save(self, path: str | os.PathLike[str], *, overwrite: bool = False) -> None:
        """Write the annotation file, whole or not at all.

        Args:
            path: Where. A file that this draft has written, and nobody has changed since, is written anew.
            overwrite: Whether to write over any other file that is there.

        Raises:
            FileError: Another file is there, or it cannot be written.
        """
        name = path_text(path, FileError)
        content, place = self.toml.encode("utf-8"), os.path.realpath(name)
        with alone_in(str(Path(place).parent), name):
            if not overwrite and os.path.lexists(name):
                there = read_bytes(name, FileError)
                if there not in {content, self._written.get(place)}:
                    problem = "is there already, and no file that this draft wrote; overwrite=True writes over it"
                    raise FileError(name, [("", problem)])
            with replacing(name) as file:
                file.write(content)
        self._written[place] = content

    def _repr_html_(self) -> str:
        from raqqa_data.reading.markup import notebook_text
        from raqqa_data.records.display import table_as_html

        rows = (
            (
                one.mention.text,
                str(proposal.question),
                proposal.answer,
                " · ".join(span.text for span in proposal.evidence),
            )
            for one in self.observations
            for proposal in one.proposals
        )
        text = notebook_text(self.text, [drafted.mention for drafted in self.observations])
        return f"{text}{table_as_html(('figure', 'question', 'answer', 'what speaks for it'), rows)}"

    def _proposed(self, observation: str, key: str) -> str:
        for drafted in self.observations:
            for proposal in drafted.proposals:
                if drafted.id == observation and FIELDS.get(proposal.question) == key:
                    return proposal.answer
        ids = [drafted.id for drafted in self.observations]
        if observation not in ids:
            raise NotFoundError("observation", observation, ids)
        known = [
            FIELDS[p.question]
            for d in self.observations
            if d.id == observation
            for p in d.proposals
            if p.question in FIELDS
        ]
        raise NotFoundError("proposal", f"{observation}.{key}", known)
