"""An explanation in words. What it says of each rule stands here and nowhere else."""

import textwrap
from collections.abc import Iterator, Mapping
from itertools import groupby

from briefgen.explaining.drawing import underline
from briefgen.explaining.model import (
    Explained,
    Lacking,
    Rule,
    Share,
    StanceExplanation,
    StatementExplanation,
)
from briefgen.models import IssueStance, Statement
from briefgen.models.record import Passage
from briefgen.terminal import on_one_line

_MARGIN = 9
_SHOWN_SHARES = 8
_SHOWN_NEAR = 3
_EXCERPT = 70
_ASPECTS = ("span", "holder", "kind", "issue", "stance")

_SPANS = {
    "sentence": "a whole sentence, in one voice",
    "report": "what is reported, without the words that report it",
    "beside_report": "what the sentence says beside what it reports",
    "heading": "a heading: it speaks for the author",
    "of_mind": "the whole sentence: that somebody wants this is itself the claim here",
}
_HOLDERS = {
    "stand": "{about!r} tells where somebody stands",
    "author": "the author: no word that reports somebody's speech or thought covers it",
    "quotation": "words in quotation marks",
    "clause": "reported by {about!r}",
    "parenthesis": "the reporting words stand within or behind it: {about!r}",
    "infinitive": "what somebody means to do: {about!r} with “to …”",
    "attitude": "an attitude that the text reports: {about!r}",
    "nominal": "a noun that names a view: {about!r}",
    "topic": "what somebody speaks or thinks of: {about!r}",
    "according": "“according to” and its like",
    "speaker": "named here: {about}",
    "pronoun": "the pronoun stands for {about}, the nearest name that fits",
    "speaker_elsewhere": "the speaker is {about}, named in a sentence before or behind",
    "negated": "with a negation: that somebody did not say or want it",
    "endorsed": "the author takes the view for right; it counts for the author too",
    "rejected": "the author takes the view for wrong; it counts against it for the author",
}
_KINDS = {
    "recommendation": "a recommendation: something is asked for",
    "prediction": "a prediction: it says what will be",
    "question": "a question",
    "reason": "a reason: it opens with a word that gives one",
    "concession": "a concession: it grants something to the side that its author does not take",
    "claim": "a claim: it asks for nothing and foretells nothing",
    "modality": "modality {about!r}",
    "addressee": "who should act: {about}",
    "depends": "what it depends on",
    "because": "the reason that it gives",
}
_ISSUES = {
    "term": "the codebook's terms: ",
    "proposition_word": "words of the proposition: ",
    "phrase": "the codebook's phrase {about!r}",
    "deed": "no term and no phrase stands here; it speaks of who does what the issue is about",
    "taken_up": "no term and no phrase stands here; it takes up what the sentence before says",
    "inherited": "no term and no phrase stands here; its paragraph is about the issue",
}
_STANCES = {
    "phrase": "{amount:+.2f}  the codebook's phrase {about!r}",
    "named": "{amount:+.2f}  {about!r} is named, and neither asked for nor judged",
    "demand": "{amount:+.2f}  a demand for more or less of what the issue is about",
    "wish": "{amount:+.2f}  somebody wants, or does not want, what the issue is about",
    "expression": "{amount:+.2f}  a set expression for or against what the issue is about",
    "verdict": "{amount:+.2f}  a good or bad word said of what the issue is about",
    "deed": "{amount:+.2f}  praise or blame for who does it, {about!r}",
    "stand": "{amount:+.2f}  somebody is told to be for or against what the issue is about",
    "answer": "{amount:+.2f}  it answers the sentence before",
    "frame": "{amount:+.2f}  a way of arguing: {about}",
    "lesson": "{amount:+.2f}  it resembles taught passages and phrases: {about}",
    "condition": "×{amount:.2f}  said under a condition",
    "concession": "×{amount:.2f}  granted, not argued",
    "question": "×{amount:.2f}  asked, not said",
    "possibility": "×{amount:.2f}  a mere possibility",
    "option": "×{amount:.2f}  one option among others that are talked about",
    "supposed": "×{amount:.2f}  part of a thought experiment",
    "only_wanted": "×0  somebody wants or believes it, and the proposition states a fact",
    "wanted": "the holder wants it: what is wanted counts as asked for",
    "unwanted": "the holder does not want it: the side is turned",
    "denied": "denied: the side is turned",
    "conditional": "it depends on a condition",
    "limited": "its author agrees only in part, or under a condition",
    "leaning": "it leans the way its article goes, by {amount:.2f} or more: it is on that side",
}
_TOGETHER = frozenset(("term", "proposition_word"))
"""Rules that stand in one line and one picture."""
_UNDRAWN = frozenset(("sentence", "heading", "of_mind"))
"""Rules about the whole sentence, which stands above."""
_WEAKENING = frozenset(
    ("condition", "concession", "question", "possibility", "option", "supposed", "only_wanted")
)
_OUTWEIGHED = "What weakens it (see stance) outweighs any phrase: it is not said outright."
_WORDS: Mapping[str, Mapping[str, str]] = {
    "span": _SPANS,
    "holder": _HOLDERS,
    "kind": _KINDS,
    "issue": _ISSUES,
    "stance": _STANCES,
}


def explained_as_text(explained: Explained, width: int) -> str:
    """Return an explanation for a person, no line wider than *width* columns where words allow."""
    lines = [line for note in explained.notes for line in _wrapped(f"Note: {note}", width, 0)]
    lines += [""] if lines else []
    if explained.statement is not None:
        lines += _statement_lines(explained.statement, width)
    if explained.stance is not None:
        lines += _stance_lines(explained.stance, width)
    return "\n".join(lines) + "\n"


def _statement_lines(explanation: StatementExplanation, width: int) -> Iterator[str]:
    said = explanation.statement
    place = f"{explanation.source.path}, line {explanation.line}"
    yield from _wrapped(f"{said.id}  ({place})", width, 0)
    yield from _wrapped(f"“{said.quote}”", width, 2)
    yield from _wrapped(_summary(said), width, 2)
    for aspect in _ASPECTS:
        yield ""
        yield from _aspect_lines(aspect, explanation, width)
    for line in _lacking_lines(explanation.lacking, said.issue, "this passage"):
        yield ""
        yield from _wrapped(line, width, 0)
    weakened = any(rule.name in _WEAKENING for rule in explanation.rules)
    if weakened and explanation.lacking is not None and not explanation.lacking.trials:
        yield ""
        yield from _wrapped(_OUTWEIGHED, width, 0)


def _summary(said: Statement) -> str:
    holder = said.holder.name if said.holder else "the author"
    role = f" ({said.holder.role})" if said.holder and said.holder.role else ""
    return f"holder: {holder}{role} · {said.kind} · {said.issue or 'no issue'} · {said.stance}"


def _aspect_lines(aspect: str, explanation: StatementExplanation, width: int) -> Iterator[str]:
    rules = [rule for rule in explanation.rules if rule.aspect == aspect]
    lines: list[str] = []
    for name, group in groupby(rules, key=lambda rule: rule.name):
        alike = list(group)
        parts = [alike] if name in _TOGETHER else [[rule] for rule in alike]
        for part in parts:
            lines += _rule_lines(part, explanation.sentence, width - _MARGIN)
    if aspect == "issue":
        lines += _wrapped(_issue_sum(explanation), width - _MARGIN, 0)
    if aspect == "stance" and explanation.statement.issue:
        lines += _wrapped(_stance_sum(explanation), width - _MARGIN, 0)
    for number, line in enumerate(lines or ["–"]):
        yield f"{aspect if number == 0 else '':<{_MARGIN}}{line}".rstrip()


def _rule_lines(rules: list[Rule], sentence: Passage, width: int) -> list[str]:
    """Return one rule with its picture, or several of one name with one picture."""
    name = rules[0].name
    if name in _TOGETHER:
        named = ", ".join(f"{on_one_line(r.about or '')!r} {r.amount or 0:.2f}" for r in rules)
        lines = _wrapped(_ISSUES[name] + named, width, 0)
    else:
        lines = _wrapped(_worded(rules[0]), width, 0)
    if name in _UNDRAWN:
        return lines
    words = [each for rule in rules for each in rule.words]
    return lines + [f"  {line}" for line in underline(sentence, words, width - 2)]


def has_words(rule: Rule) -> bool:
    """Tell whether it is said here what the rule does."""
    return rule.name in _WORDS[rule.aspect]


def _worded(rule: Rule) -> str:
    # A rule that nobody has put into words yet is named rather than left out.
    text = _WORDS[rule.aspect].get(rule.name, f"the rule {rule.name}")
    if "{about" in text and rule.about is None:
        return text.partition(":")[0]
    about = on_one_line(rule.about or "")
    return text.format(about=about, amount=rule.amount if rule.amount is not None else 0.0)


def _issue_sum(explanation: StatementExplanation) -> str:
    near = ", ".join(
        f"{each.issue} {each.relevance:.2f}" for each in explanation.near[:_SHOWN_NEAR]
    )
    near = f"; also touched: {near}" if near else ""
    if explanation.statement.issue is None:
        needed = f"an issue needs {explanation.relevance_needed:.2f}"
        return f"no issue: {needed}{near}" if near else f"no issue: no term stands here; {needed}"
    total = f"{explanation.relevance:.2f} in all; {explanation.relevance_needed:.2f} is needed"
    return f"→ {explanation.statement.issue}: {total}{near}"


def _stance_sum(explanation: StatementExplanation) -> str:
    score, needed = explanation.score, explanation.score_needed
    stance = explanation.statement.stance
    if not score and not any(r.aspect == "stance" and r.words for r in explanation.rules):
        return f"→ {stance}: nothing in it speaks for a side (score 0; a side needs {needed:.2f})"
    if abs(score) < needed and stance == "unclear":
        return f"→ {stance}: {score:+.2f} in all is below the {needed:.2f} that a side needs"
    return f"→ {stance}: {score:+.2f} in all; by itself a side needs {needed:.2f}"


def _lacking_lines(lacking: Lacking | None, issue: str | None, where: str) -> Iterator[str]:
    """Say what to add to the codebook."""
    if lacking is None:
        return
    if lacking.lack == "term":
        which = f"{issue}" if issue else "one of your issues"
        yield (
            f"What the codebook lacks: a term that stands in {where}. If it is about {which}, "
            "add the words that show it to the issue's terms."
        )
        return
    if lacking.lack == "balance":
        yield (
            "Both sides are heard from the author, and neither is twice as strong. If one of them "
            "is not the author's, look at the statements above: a phrase that fits both sides "
            "should go."
        )
        return
    terms = ", ".join(map(repr, lacking.terms_found))
    found = f" Terms found: {terms}." if terms else ""
    yield f"What the codebook lacks: a phrase for {issue} that stands in {where}.{found}"
    if lacking.trials:
        yield f"Tried out: {_tried(lacking)}. List it under support or oppose, whichever it is."
    elif lacking.tried:
        yield "No words of its own would decide it: it may say too little to take a side."


def _tried(lacking: Lacking) -> str:
    several = len({trial.statement for trial in lacking.trials}) > 1
    tried = [
        f"“{on_one_line(trial.phrase)}” would give"
        + (f" {trial.statement.rpartition(':')[2]}" if several else "")
        + f" {trial.score:.2f}"
        for trial in lacking.trials
    ]
    return ", ".join(tried)


def _stance_lines(explanation: StanceExplanation, width: int) -> Iterator[str]:
    stance = explanation.stance
    yield from _wrapped(f"{explanation.source.id}:{explanation.issue}", width, 0)
    yield from _wrapped(f"“{explanation.proposition}”", width, 2)
    yield from _wrapped(f"the author: {_stance_word(stance)}", width, 2)
    yield ""
    if explanation.shares:
        yield from _share_lines(explanation, width)
        yield ""
    for line in _sum_lines(explanation):
        yield from _wrapped(line, width, 0)
    for line in _lacking_lines(explanation.lacking, explanation.issue, "this article"):
        yield ""
        yield from _wrapped(line, width, 0)


def _stance_word(stance: IssueStance | None) -> str:
    if stance is None:
        return "does not address the issue"
    return f"{stance.stance} (confidence {stance.confidence:.2f})"


def _share_lines(explanation: StanceExplanation, width: int) -> Iterator[str]:
    counting = [each for each in explanation.shares if each.share]
    shown = counting[:_SHOWN_SHARES]
    if shown:
        yield " share   score   ×     statement"
    for share in shown:
        head = f" {share.share:+.2f}   {share.score:+.2f}   {share.factor:<4g}  "
        yield from _hanging(head, _share_text(share), width)
    silent = len(explanation.shares) - len(counting)
    if len(counting) > len(shown):
        yield f"  and {len(counting) - len(shown)} weaker ones (--json shows all)"
    if silent:
        names = [each.statement.id.rpartition(":")[2] for each in explanation.shares]
        names = names[len(counting) :]
        more = ", …" if len(names) > _SHOWN_SHARES else ""
        listed = ", ".join(names[:_SHOWN_SHARES])
        yield from _wrapped(f"without a share: {silent} ({listed}{more})", width, 2)


def _share_text(share: Share) -> str:
    quote = on_one_line(share.statement.quote)
    if len(quote) > _EXCERPT:
        quote = quote[:_EXCERPT].rsplit(" ", 1)[0] + " …"
    holder = f"{share.statement.holder.name}: " if share.statement.holder else ""
    return f"{share.statement.id.rpartition(':')[2]}  {on_one_line(holder)}“{quote}”"


def _sum_lines(explanation: StanceExplanation) -> Iterator[str]:
    favour, against = explanation.favour, explanation.against
    needed, times = explanation.side_needed, explanation.dominance_needed
    yield f"support {favour:.2f}, oppose {against:.2f}."
    yield (
        f"A side needs {needed:.2f} and {times:g} times the other side's sum. "
        f"{_verdict(explanation)}"
    )
    if explanation.stance is None:
        yield (
            f"The terms found weigh {explanation.named:.2f}; an issue counts as addressed from "
            f"{explanation.named_needed:.2f} on, or where a side is clear."
        )
    yield (
        "An author's statement counts by its score, ×1.25 in the first and last part of the "
        "article; a reported one only where the author calls it right or wrong."
    )


def _verdict(explanation: StanceExplanation) -> str:
    stronger = max(explanation.favour, explanation.against)
    weaker = min(explanation.favour, explanation.against)
    if not explanation.shares:
        return "No statement is on this issue."
    if stronger < explanation.side_needed:
        return f"{stronger:.2f} is too little."
    if stronger < explanation.dominance_needed * weaker:
        return f"{stronger:.2f} against {weaker:.2f}: neither side dominates."
    if explanation.stance is not None and explanation.stance.stance == "conditional":
        return "One side does, and more of its statements depend on a condition than not."
    return "One side does."


def _wrapped(text: str, width: int, indent: int) -> list[str]:
    room = max(width - indent, 20)
    lines = textwrap.wrap(on_one_line(text), room, break_on_hyphens=False) or [""]
    return [" " * indent + line for line in lines]


def _hanging(head: str, text: str, width: int) -> Iterator[str]:
    for number, line in enumerate(_wrapped(text, width - len(head), 0)):
        yield (head if number == 0 else " " * len(head)) + line
