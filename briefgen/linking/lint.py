"""Lets a model's sentences through or drops them; none is changed.

Every check asks less than a reader would. What no sentence can do is bring in a figure, a name, a
date, a denial or praise of its own; and one that is made of its statements' own words must deny,
doubt, condition and compare as they do (`denial`, `strength`, `relations`, `crossing`).
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from briefgen.languages import speaking
from briefgen.linking import crossing, denial, facts, form, manner, relations, strength
from briefgen.linking.asked import MOST_SENTENCES, Proposal
from briefgen.linking.basis import Basis, is_divided
from briefgen.linking.sentence import Sentence
from briefgen.linking.words import words_of
from briefgen.models import SIDES
from briefgen.models.linking import (
    KEPT_CHARACTERS,
    DroppedSentence,
    DropReason,
    LinkingSentence,
)

_NAMED = 6
"""Statements of a dropped sentence that are kept."""
_ID_CHARACTERS = 100
CHECKS: tuple[tuple[DropReason, Callable[[Sentence], str | None]], ...] = (
    ("markup", form.find_markup),
    ("form", form.find_bad_form),
    ("unsourced", facts.find_unsourced),
    ("unknown", facts.find_unknown),
    ("quotation", form.find_quotation),
    ("language", form.find_other_language),
    ("address", form.find_address),
    ("date", facts.find_new_date),
    ("number", facts.find_new_number),
    ("quantity", facts.find_new_quantity),
    ("name", facts.find_new_name),
    ("loaded", manner.find_loaded),
    ("saying", manner.find_skewed_verb),
    ("saying", manner.find_taking_for_true),
    ("negation", facts.find_new_negation),
    ("negation", denial.find_lost_negation),
    ("negation", denial.find_turned_negation),
    ("voice", manner.find_own_voice),
    ("side", manner.find_wrong_side),
    ("side", crossing.find_crossed_side),
    ("strength", strength.find_lost_doubt),
    ("strength", strength.find_added_bound),
    ("strength", strength.find_agreement),
    ("condition", relations.find_lost_condition),
    ("condition", relations.find_lost_alternative),
    ("relation", relations.find_joined_cause),
    ("relation", relations.find_turned_comparison),
    ("unlike", facts.find_unlike),
)
"""Each returns why a sentence is to be dropped, or None. The first that finds something counts."""


@dataclass(frozen=True)
class Linted:
    """What became of the proposals on one issue."""

    kept: tuple[LinkingSentence, ...] = ()
    dropped: tuple[DroppedSentence, ...] = ()


def lint(proposals: Iterable[Proposal], basis: Basis, language: str) -> Linted:
    """Sort a model's sentences on one issue into those that hold and the others.

    Args:
        proposals: in the model's order.
        basis: what they may rest on.
        language: in which they were asked for.
    """
    kept: list[Proposal] = []
    dropped: list[DroppedSentence] = []
    words = words_of(language)
    with speaking(language):
        for proposal in proposals:
            said = proposal.model_copy(update={"text": proposal.text.strip()})
            fault = _find_fault(Sentence(said, basis, words)) or _find_surplus(said, kept)
            if fault is None:
                kept.append(said)
            else:
                dropped.append(_drop(said, basis, *fault))
    uneven = _find_uneven(kept, basis)
    detail = "no sentence on the other side answers it"
    dropped += [_drop(each, basis, "one-sided", detail) for each in uneven]
    return Linted(
        tuple(_keep(each) for each in kept if each not in uneven),
        tuple(dropped),
    )


def _find_uneven(kept: Sequence[Proposal], basis: Basis) -> list[Proposal]:
    """Return the sentences by which one side would have more than the other.

    A sentence that rests on one stance alone speaks for it. Of the two sides each has as many of
    them, the first ones; a sentence on a condition alone stays where one on a side does.
    """
    rests = {each: {basis.cited[id_].stance for id_ in each.statements} for each in kept}
    alone = {each: min(sides) for each, sides in rests.items() if len(sides) == 1}
    main = [side for side in SIDES if side in basis.sides]
    main = main if len(main) == len(SIDES) else [*main, "conditional"]
    fewest = min([*alone.values()].count(side) for side in main)
    uneven = []
    for side in main:
        uneven += [each for each, stance in alone.items() if stance == side][fewest:]
    left = {stance for each in kept if each not in uneven for stance in rests[each]}
    return uneven if is_divided(frozenset(left)) else list(kept)


def _find_fault(sentence: Sentence) -> tuple[DropReason, str] | None:
    for reason, find in CHECKS:
        detail = find(sentence)
        if detail is not None:
            return reason, detail
    return None


def _find_surplus(said: Proposal, kept: Sequence[Proposal]) -> tuple[DropReason, str] | None:
    if any(said.text.casefold() == each.text.casefold() for each in kept):
        return "surplus", "it was said already"
    if len(kept) == MOST_SENTENCES:
        return "surplus", f"there are {MOST_SENTENCES} already"
    return None


def _keep(said: Proposal) -> LinkingSentence:
    return LinkingSentence(text=said.text, statements=tuple(dict.fromkeys(said.statements)))


def _drop(said: Proposal, basis: Basis, reason: DropReason, detail: str) -> DroppedSentence:
    named = tuple(id_[:_ID_CHARACTERS] for id_ in said.statements[:_NAMED])
    return DroppedSentence(
        issue=basis.issue,
        reason=reason,
        detail=detail,
        text=said.text[:KEPT_CHARACTERS],
        statements=named,
    )
