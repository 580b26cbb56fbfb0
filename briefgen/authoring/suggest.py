"""What ``briefgen codebook suggest`` does: read the corpus, collect what the codebook could add."""

from dataclasses import dataclass
from pathlib import Path

from briefgen.authoring.actor_suggestions import ActorSuggestion, suggest_actors
from briefgen.authoring.candidates import Pool, find_candidates
from briefgen.authoring.missing_issues import (
    MissingIssue,
    default_min_articles,
    find_missing_issues,
)
from briefgen.authoring.passages import find_passages
from briefgen.authoring.quiet_articles import QuietArticle, QuietArticles
from briefgen.authoring.reading import read_corpus, without_reprints
from briefgen.authoring.side_phrases import PhraseSuggestion, suggest_phrases
from briefgen.authoring.term_suggestions import TermSuggestion, suggest_terms
from briefgen.errors import UsageError
from briefgen.extraction.lexical.sides.issues import build_index
from briefgen.ingest.corpus import open_corpus


@dataclass(frozen=True)
class IssueSuggestions:
    """What one issue of the codebook could add."""

    issue: str
    title: str
    sentences: int
    """Sentences that its terms and phrases find."""
    terms: tuple[TermSuggestion, ...]
    support: tuple[PhraseSuggestion, ...]
    oppose: tuple[PhraseSuggestion, ...]
    quiet: tuple[QuietArticle, ...]
    """Articles in which they find little or nothing, and where these may speak of it."""


@dataclass(frozen=True)
class Suggestions:
    """What a codebook could add."""

    articles: int
    sentences: int
    outside: int
    """Sentences that no issue covers."""
    min_articles: int
    """In how many articles a missing issue must be discussed."""
    issues: tuple[IssueSuggestions, ...]
    missing: tuple[MissingIssue, ...]
    actors: tuple[ActorSuggestion, ...]
    """Those whose views several articles report and whom the codebook does not list."""
    problems: tuple[str, ...]
    """Articles that could not be read, one line each."""


def suggest(folder: Path, *, min_articles: int | None = None) -> Suggestions:
    """Return what the codebook of a corpus could add; nothing is edited.

    Args:
        folder: the corpus.
        min_articles: in how many articles a missing issue must be discussed; None: one in five,
            and two at least.

    Raises:
        UsageError: corpus or codebook cannot be used, or not one article can be read.
    """
    if min_articles is not None and min_articles < 1:
        raise UsageError("--min-articles must be 1 or more")
    corpus = open_corpus(folder)
    reading = without_reprints(read_corpus(corpus))
    pool, index = Pool.of(reading.texts), build_index(corpus.codebook)
    passages = find_passages(pool, index)
    found = find_candidates(pool, min_articles=1)
    terms = suggest_terms(corpus.codebook, pool, passages, found)
    phrases = suggest_phrases(corpus.codebook, pool, index)
    quiet = QuietArticles(corpus.codebook, pool, passages).find()
    needed = min_articles or default_min_articles(len(reading.texts))
    return Suggestions(
        articles=len(reading.texts),
        sentences=len(pool.sentences),
        outside=len(pool.sentences) - len(passages.covered),
        min_articles=needed,
        issues=tuple(
            IssueSuggestions(
                issue=issue.id,
                title=issue.title,
                sentences=len(passages.by_issue[issue.id]),
                terms=terms[issue.id],
                support=phrases[issue.id]["support"],
                oppose=phrases[issue.id]["oppose"],
                quiet=quiet[issue.id],
            )
            for issue in corpus.codebook.issues
        ),
        missing=find_missing_issues(corpus.codebook, pool, passages, found, min_articles=needed),
        actors=suggest_actors(reading.texts, corpus.codebook),
        problems=reading.problems,
    )
