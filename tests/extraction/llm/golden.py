"""A model that knows how careful readers coded a corpus, and answers nothing else."""

from collections.abc import Iterator, Mapping
from typing import Any

from briefgen.evaluation.gold import Gold, GoldArticle
from tests.extraction.llm.scripted import codes, sentences_of
from tests.extraction.llm.servers import Asked, Say


def answer_from(gold: Gold):
    """Return a script that answers each article with its gold coding."""

    def reply(asked: Asked) -> Say:
        sentences = sentences_of(asked)
        return Say(_code(_find(gold, sentences), sentences))

    return reply


def _find(gold: Gold, sentences: Mapping[int, str]) -> GoldArticle:
    """Return the coding of the article that the question is about."""
    text = _plain(" ".join(sentences.values()))
    return max(gold.articles, key=lambda article: sum(_plain(e) in text for e in _marked(article)))


def _marked(article: GoldArticle) -> Iterator[str]:
    for cell in article.stances.values():
        yield from cell.evidence


def _code(article: GoldArticle, sentences: Mapping[int, str]) -> str:
    said: list[dict[str, Any]] = []
    views = {}
    for issue, cell in article.stances.items():
        if cell.stance[0] == "absent":
            continue
        views[issue] = cell.stance[0]
        for passage in cell.evidence:
            said += _state(passage, sentences, issue=issue, stance=cell.stance[0])
    for asked in article.recommendations:
        for passage in asked.evidence:
            said += _state(
                passage, sentences, kind="recommendation", addressee=asked.actor, stance="unclear"
            )
    for told in article.reported:
        for passage in told.evidence:
            said += _state(
                passage, sentences, holder=told.holder, issue=told.issue, stance="unclear"
            )
    return codes(said, **views)


def _state(passage: str, sentences: Mapping[int, str], **more: object) -> Iterator[dict[str, Any]]:
    """Yield a passage, cut where sentences end: it may go over two paragraphs."""
    wanted = _plain(passage)
    text, starts = "", {}
    for number, sentence in sentences.items():
        starts[number] = len(text)
        text += _plain(sentence) + " "
    at = text.find(wanted)
    if at < 0:
        return
    for number, start in starts.items():
        end = start + len(_plain(sentences[number]))
        first, last = max(start, at), min(end, at + len(wanted))
        if first < last:
            yield {"sentences": [number], "quotation": text[first:last].strip(), **more}


def _plain(text: str) -> str:
    return " ".join(text.split())
