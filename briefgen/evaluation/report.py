"""What an evaluation found, as text for a person and as JSON for scripts."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, fields
from typing import Any

from briefgen.evaluation.attribution import (
    AttributionEvaluation,
    AttributionFault,
    AttributionFigures,
)
from briefgen.evaluation.corpus import CorpusEvaluation
from briefgen.evaluation.grouping import GroupingEvaluation, GroupingFigures, GroupResult
from briefgen.evaluation.sentences import SentenceEvaluation, SentenceFault, SentenceFigures
from briefgen.evaluation.stances import CLASSES, Class, StanceFigures
from briefgen.evaluation.worst import Fault, Seen
from briefgen.terminal import json_text
from briefgen.terminal import on_one_line as _plain

SHOWN_FAULTS = 12
"""How many errors the text shows; JSON shows all."""
_SHOWN_CHARACTERS = 240
_SHOWN_STATEMENTS = 3
_NOTHING = "–"


def corpus_as_text(name: str, evaluation: CorpusEvaluation) -> str:
    """Return figures, confusion table and worst errors of a corpus."""
    lines = [f"{_plain(name)}: {evaluation.articles} coded articles, {evaluation.extractor}"]
    if evaluation.uncoded:
        lines.append(f"not coded, left out: {', '.join(map(_plain, evaluation.uncoded))}")
    if evaluation.taught:
        lines.append(f"learned from, left out: {', '.join(map(_plain, evaluation.taught))}")
    lines += ["", *_figure_lines(evaluation.figures), ""]
    given = evaluation.given
    lines += (
        []
        if given is None
        else [
            f"given the passages that readers marked for a side ({given.given} cells): right "
            f"{_number(given.right)} where a side was taken, coverage {_number(given.coverage)}",
            "",
        ]
    )
    lines += [*_confusion_lines(evaluation.confusion), ""]
    lines += _fault_lines([list(_corpus_fault(fault)) for fault in evaluation.faults])
    return "\n".join(lines) + "\n"


def corpus_as_json(name: str, evaluation: CorpusEvaluation) -> str:
    """Return the same as JSON, with all errors."""
    content = asdict(evaluation)
    return _as_json({"corpus": name, **content})


def attribution_as_text(evaluation: AttributionEvaluation) -> str:
    """Return figures and longest errors of annotated articles."""
    if evaluation.figures is None:
        return f"{len(evaluation.predictions)} articles, none of them annotated: nothing to score\n"
    lines = [*_figure_lines(evaluation.figures), ""]
    lines += _fault_lines([list(_attribution_fault(fault)) for fault in evaluation.faults])
    return "\n".join(lines) + "\n"


def attribution_as_json(evaluation: AttributionEvaluation) -> str:
    """Return the same as JSON, with all errors."""
    figures = asdict(evaluation.figures) if evaluation.figures else None
    return _as_json({"figures": figures, "faults": [asdict(f) for f in evaluation.faults]})


def sentences_as_text(evaluation: SentenceEvaluation) -> str:
    """Return figures, a row for each way of saying, and the worst errors of sentences."""
    if evaluation.figures is None:
        return f"{len(evaluation.predictions)} sentences, none of them coded: nothing to score\n"
    lines = [*_figure_lines(evaluation.figures), "", *_how_lines(evaluation.by_how), ""]
    lines += _fault_lines([list(_sentence_fault(fault)) for fault in evaluation.faults])
    return "\n".join(lines) + "\n"


def sentences_as_json(evaluation: SentenceEvaluation) -> str:
    """Return the same as JSON, with all errors."""
    content = asdict(evaluation)
    del content["predictions"]
    return _as_json(content)


def grouping_as_text(evaluation: GroupingEvaluation) -> str:
    """Return figures of grouped arguments, and the groups with the lowest adjusted Rand index."""
    groups = evaluation.groups
    arguments = sum(group.arguments for group in groups)
    unmatched = sum(group.unmatched for group in groups)
    lines = [
        f"{len(groups)} groups, {arguments} arguments, {unmatched} of them match no other; means:",
        *_figure_lines(evaluation.figures),
        "",
    ]
    worst = sorted(groups, key=lambda group: group.figures.ari)[:SHOWN_FAULTS]
    lines += [f"The {len(worst)} groups with the lowest adjusted Rand index", *map(_group, worst)]
    return "\n".join(lines) + "\n"


def grouping_as_json(evaluation: GroupingEvaluation) -> str:
    """Return the same as JSON, with all groups."""
    content = asdict(evaluation)
    del content["assignments"]
    return _as_json(content)


def _group(result: GroupResult) -> str:
    figures = result.figures
    return (
        f"    ari {figures.ari:6.3f}  pair_f1 {figures.pair_f1:.3f}  {result.arguments:4} arguments"
        f"  {_plain(result.topic)} ({_plain(str(result.stance))})"
    )


def _figure_lines(
    figures: StanceFigures | AttributionFigures | SentenceFigures | GroupingFigures,
) -> Iterator[str]:
    width = max(len(field.name) for field in fields(figures))
    for field in fields(figures):
        yield f"{field.name:<{width}}  {_number(getattr(figures, field.name)):>6}"


def _number(value: float | None) -> str:
    if value is None:
        return _NOTHING
    return str(value) if isinstance(value, int) else f"{value:.3f}"


def _confusion_lines(table: Mapping[Class, Mapping[Class, int]]) -> Iterator[str]:
    yield f"{'readers ↓  record →':<20}" + "".join(f"{name:>9}" for name in CLASSES)
    for gold in CLASSES:
        yield f"{gold:<20}" + "".join(f"{table[gold][said]:>9}" for said in CLASSES)


def _how_lines(by_how: Mapping[str, SentenceFigures]) -> Iterator[str]:
    width = max(len("how"), *(len(_plain(how)) for how in by_how))
    names = ("sentences", "sided", "taken", "right", "coverage", "voice")
    yield f"{'how':<{width}}" + "".join(f"{name:>10}" for name in names)
    for how, figures in by_how.items():
        values = (_number(getattr(figures, name)) for name in names)
        yield f"{_plain(how):<{width}}" + "".join(f"{value:>10}" for value in values)


def _fault_lines(faults: Sequence[Sequence[str]]) -> Iterator[str]:
    if not faults:
        yield "No errors."
        return
    shown = faults[:SHOWN_FAULTS]
    rest = f" (the worst {len(shown)} of {len(faults)}; --json shows all)"
    yield f"Errors{rest if len(shown) < len(faults) else ''}"
    for fault in shown:
        yield ""
        yield from fault


def _corpus_fault(fault: Fault) -> Iterator[str]:
    place = f"{fault.article}, {fault.issue}" if fault.issue else fault.article
    said = f"; record: {fault.predicted}" if fault.predicted else ""
    sure = "" if fault.confidence is None else f" (confidence {fault.confidence:.2f})"
    yield f"{fault.kind.upper()}: {_plain(place)}; readers: {_plain(fault.gold)}{said}{sure}"
    for passage in fault.passages:
        yield f"    readers      {_excerpt(passage)}"
    for seen in fault.seen[:_SHOWN_STATEMENTS]:
        yield f"    extractor    {_statement(seen)}"
    if not fault.seen:
        yield "    extractor    no statement there"


def _statement(seen: Seen) -> str:
    holder = _plain(seen.holder) if seen.holder else "the author"
    issue = seen.issue or "no issue"
    to = f", addressed to {_plain(seen.addressee)}" if seen.addressee else ""
    return f"{_excerpt(seen.quote)} [{holder}: {seen.kind}, {issue}, {seen.stance}{to}]"


def _attribution_fault(fault: AttributionFault) -> Iterator[str]:
    yield (
        f"{fault.kind.upper()}: {_plain(fault.article)}; readers: {_plain(fault.gold or _NOTHING)};"
        f" extractor: {_plain(fault.predicted or _NOTHING)}"
    )
    yield f"    {_excerpt(fault.text)}"


def _sentence_fault(fault: SentenceFault) -> Iterator[str]:
    yield (
        f"{fault.kind.upper()}: {_plain(fault.topic)} ({_plain(fault.how)}); readers: {fault.gold};"
        f" extractor: {fault.predicted} (score {fault.score:+.2f})"
    )
    yield f"    proposition  {_excerpt(fault.proposition)}"
    yield f"    sentence     {_excerpt(fault.sentence)}"
    for cue in fault.cues:
        yield f"    cue          {_plain(cue)}"


def _excerpt(text: str) -> str:
    plain = _plain(text)
    if len(plain) > _SHOWN_CHARACTERS:
        plain = plain[:_SHOWN_CHARACTERS].rsplit(" ", 1)[0] + " …"
    return f"“{plain}”"


def _as_json(content: Mapping[str, Any]) -> str:
    return json_text(content) + "\n"
