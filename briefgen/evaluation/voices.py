"""The extractor on a bare text: every statement with its holder, whatever it is about."""

import re
from collections import defaultdict
from collections.abc import Iterator

from briefgen.evaluation.attribution import UNKNOWN, PredictedStatement
from briefgen.extraction.lexical.language.text import split_sentences
from briefgen.extraction.lexical.voices.attribution import Attribution, find_attributions
from briefgen.extraction.lexical.voices.passages import passages_of
from briefgen.models import Article, Block, Source

_LINE = re.compile(r"[^\n]*\S[^\n]*")


def make_article(text: str) -> Article:
    """Return a text as an article in which every line is a paragraph of the body."""
    blocks = tuple(
        Block(start=match.start(), end=match.end(), kind="body") for match in _LINE.finditer(text)
    )
    return Article(source=Source(id="text", path="text"), text=text, blocks=blocks, input_sha256="")


def find_statements(text: str) -> Iterator[PredictedStatement]:
    """Yield the statements of a text, in its order; what nobody else says is the author's."""
    sentences = split_sentences(make_article(text))
    by_sentence: dict[int, list[Attribution]] = defaultdict(list)
    for attribution in find_attributions(text, sentences):
        by_sentence[attribution.sentence].append(attribution)
    for sentence in sentences:
        reports = by_sentence[sentence.index]
        statements = [each for report in reports for each in _reported(report)]
        statements += [
            PredictedStatement(passage.start, passage.end, None)
            for passage in passages_of(sentence, reports)
            if passage.attribution is None
        ]
        yield from sorted(statements, key=lambda s: (s.start, s.end))


def _reported(report: Attribution) -> Iterator[PredictedStatement]:
    holder = report.holder
    resolved = None if holder is None else holder.name
    # Readers marked the source as it stands there: "he", not whom the pronoun points back to.
    name = report.written or resolved or UNKNOWN
    for start, end in report.spans:
        yield PredictedStatement(start, end, name, resolved)
