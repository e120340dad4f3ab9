"""Reconciled claims as one HTML page that can be sent to a colleague: no script, no other file, nothing fetched."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from raqqa_data.aggregation.derived import measured
from raqqa_data.errors import NotFoundError
from raqqa_data.interchange.citing import amount_in_arabic
from raqqa_data.interchange.claim_charts import OWN_VOICE, gone_of, in_order
from raqqa_data.records.conversion import converted
from raqqa_data.texts import Name

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from raqqa_data.collection.reconciling import Reconciled
    from raqqa_data.records.estimate import Estimate
    from raqqa_data.records.observation import Observation

_STYLE = """
body { font: 1rem/1.6 "IBM Plex Sans", "Noto Sans", "Noto Naskh Arabic", sans-serif; max-width: 62rem;
  margin: 2rem auto; padding: 0 1rem; color: #24292f; background: #fff; }
section { margin: 2.5rem 0; } table { border-collapse: collapse; width: 100%; }
th, td { text-align: start; vertical-align: top; padding: .35rem .6rem; border-bottom: 1px solid #d0d7de; }
.value { font-size: 1.3rem; font-weight: 600; } .gone td { color: #57606a; }
.scale { position: relative; min-width: 11rem; height: 1.5rem; }
.scale i, .scale b { position: absolute; display: block; }
.scale b { inset-block: -.35rem; background: #f2cc60; opacity: .45; }
.scale i { top: .5rem; height: .5rem; min-width: .5rem; margin-inline-start: -.25rem;
  background: #1f6feb; border-radius: .25rem; }
.gone .scale i { background: #8c959f; }
q { quotes: "«" "»"; }
"""
_WORDS = {
    "claims": Name("Claims", "الأقوال"),
    "value": Name("Value", "القيمة"),
    "who": Name("Said by", "القائل"),
    "published": Name("Published", "تاريخ النشر"),
    "words": Name("Words", "الألفاظ"),
    "document": Name("Document", "الوثيقة"),
    "scale": Name("Where it lies", "موضعها"),
    "agreed": Name("the independent claims agree", "الأقوال المستقلة متفقة"),
    "decided": Name("decided", "محسوم"),
    "pending": Name("pending: nothing decides it", "معلق: لا شيء يحسمه"),
    "contradict": Name("These cannot both be true", "لا يصح هذان معًا"),
    "none": Name("No claims.", "لا أقوال."),
}
_EMPTY = 4
"""Per cent of the scale that are left empty on either side."""


def event_page(results: Iterable[Reconciled], *, title: str | None = None, language: str = "en") -> str:
    """A whole HTML page: for each happening what its claims come to, why, and every claim with its words.

    Args:
        results: What `reconcile` gave, such as that of one event.
        title: The page's title; by its events when left out.
        language: "en" or "ar".

    Raises:
        NotFoundError: There is no such language.

    Example:
        >>> import raqqa_data as rd
        >>> page = event_page(rd.reconcile([rd.prison_attack.killed]))
        >>> page[:15], "181 people" in page
        ('<!doctype html>', True)
    """
    if language not in {"en", "ar"}:
        raise NotFoundError("language", language, ("en", "ar"))
    arabic = language == "ar"
    held = tuple(results)
    events = dict.fromkeys(str(event) for one in held if (event := one.key.get("event")) is not None)
    named = escape(title or ", ".join(events) or _word("claims", arabic=arabic))
    body = "\n".join(_section(result, arabic=arabic) for result in held) or f"<p>{_word('none', arabic=arabic)}</p>"
    return (
        f'<!doctype html>\n<html lang="{language}" dir="{"rtl" if arabic else "ltr"}">\n<head>\n'
        '<meta charset="utf-8">\n<meta name="viewport" content="width=device-width">\n'
        f"<title>{named}</title>\n<style>{_STYLE}</style>\n</head>\n"
        f"<body>\n<h1><bdi>{named}</bdi></h1>\n{body}\n</body>\n</html>\n"
    )


def _section(result: Reconciled, *, arabic: bool) -> str:
    first = result.independent[0]
    about = [str(part) for name, part in result.key.items() if part is not None and name in {"subgroup", "period"}]
    place = first.place.name
    heading = f"{_in(first.name, arabic=arabic)}"
    facts = ", ".join(f"<bdi>{escape(part)}</bdi>" for part in (_in(place, arabic=arabic), *about))
    value = _amount(result.estimate, result.unit, arabic=arabic) if result.estimate else ""
    status = _word(str(result.status), arabic=arabic)
    # the reason is a sentence of the library, which speaks English
    reason = f'<span lang="en" dir="ltr">{escape(result.reason)}</span>'
    against = "".join(
        f"<li><bdi>{escape(one)}</bdi>, <bdi>{escape(other)}</bdi></li>" for one, other in result.contradictions
    )
    told = f"<p>{_word('contradict', arabic=arabic)}:</p>\n<ul>{against}</ul>\n" if against else ""
    return (
        f"<section>\n<h2>{escape(heading)}</h2>\n<p>{facts}</p>\n"
        f'<p><span class="value">{escape(value)}</span> ({status}) {reason}</p>\n'
        f"{_table(result, arabic=arabic)}\n{told}</section>"
    )


def _table(result: Reconciled, *, arabic: bool) -> str:
    gone = gone_of(result)
    claims = in_order(result)
    inside = [converted(claim.estimate, claim.unit, result.unit) for claim in claims]
    scale = _Scale([*inside, *([result.estimate] if result.estimate else [])])
    band = scale.bar("b", result.estimate) if result.estimate else ""
    heads = ("value", "who", "published", "scale", "words", "document")
    head = "".join(f'<th scope="col">{_word(name, arabic=arabic)}</th>' for name in heads)
    rows = (
        _row(claim, f'<div class="scale">{band}{scale.bar("i", estimate)}</div>', gone.get(claim.id), arabic=arabic)
        for claim, estimate in zip(claims, inside, strict=True)
    )
    return f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{''.join(rows)}</tbody>\n</table>"


def _row(claim: Observation, drawn: str, gone: Name | None, *, arabic: bool) -> str:
    who = _in(claim.attributed_to.name if claim.attributed_to else OWN_VOICE, arabic=arabic)
    note = f" ({_in(gone, arabic=arabic)})" if gone else ""
    quote = claim.quote
    cells = [
        f"{escape(_amount(claim.estimate, claim.unit, arabic=arabic))}{escape(note)}",
        escape(who),
        f"<bdi>{escape(str(claim.document.published or ''))}</bdi>",
        drawn,
        f'<q lang="ar" dir="rtl">{escape(quote.exact)}</q>',
        f'<bdi title="{escape(claim.id)}">{escape(claim.document.id)} [{quote.start}:{quote.end}]</bdi>',
    ]
    marked = ' class="gone"' if gone else ""
    return f"<tr{marked}>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>\n"


class _Scale:
    """Where numbers lie between the least and the greatest of all, in per cent."""

    def __init__(self, estimates: Sequence[Estimate]) -> None:
        stated = [part for one in estimates for part in (one.best, one.low, one.high) if part is not None]
        self.least, self.most = (min(0, *stated), max(stated)) if stated else (0, 0)

    def bar(self, tag: str, estimate: Estimate) -> str:
        """What an estimate states, as a bar; what is open on a side reaches its end."""
        stated = [part for part in (estimate.best, estimate.low, estimate.high) if part is not None]
        if not stated:
            return ""
        begin = 0.0 if estimate.low is None and estimate.best is None else self._at(min(stated))
        end = 100.0 if estimate.high is None and estimate.best is None else self._at(max(stated))
        return f'<{tag} style="inset-inline-start:{begin:.1f}%;width:{end - begin:.1f}%"></{tag}>'

    def _at(self, number: float) -> float:
        if self.most == self.least:
            return 50.0
        return _EMPTY + (number - self.least) / (self.most - self.least) * (100 - 2 * _EMPTY)


def _amount(estimate: Estimate, unit: str, *, arabic: bool) -> str:
    return amount_in_arabic(estimate, unit) if arabic else measured(estimate, unit)


def _in(name: Name, *, arabic: bool) -> str:
    return name.ar if arabic else name.en


def _word(name: str, *, arabic: bool) -> str:
    return escape(_in(_WORDS[name], arabic=arabic))
