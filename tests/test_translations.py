"""What the site says in Arabic of commands, errors, columns and the grammar: whole, before a site is built."""

from __future__ import annotations

import raqqa_data as rd
from hooks import dictionary, grammar, reference, words
from raqqa_data.catalogue import editions
from raqqa_data.interchange.columns import COLUMNS


def test_every_column_and_word_has_both_languages() -> None:
    assert set(dictionary.meanings()) == {column.name for column in COLUMNS}
    assert all(set(meaning) == {"en", "ar"} for meaning in dictionary.meanings().values())
    told = {
        text for record in (*rd.observations, *rd.events) for text in (record.inferred, getattr(record, "of", None))
    }
    told |= {change.why for change in editions.changelog()}
    assert {text for text in told if text} <= set(words.ARABIC)
    assert {record.subgroup for record in rd.observations if record.subgroup} <= set(words.SUBGROUPS)
    assert {record.dataset for record in rd.observations} <= set(words.DATASETS)
    assert {str(kind) for kind in rd.reading.Kind} == set(words.KINDS)
    assert {str(wording) for wording in rd.Wording} == set(words.WORDINGS) == set(words.WORDING_NAMES)


def test_references_are_whole_in_arabic() -> None:
    assert sorted(reference.help_texts() ^ set(reference.arabic("commands"))) == []
    told = reference.arabic("errors")
    needed = {cls.__name__ for cls in reference.error_classes()}
    needed |= {f"{cls.__name__}.{name}" for cls in reference.error_classes() for name, _ in reference.attributes(cls)}
    assert sorted(needed ^ set(told)) == []
    assert sorted(grammar.texts() ^ set(reference.arabic("grammar"))) == []
