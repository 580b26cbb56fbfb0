"""Whom "she" means where no report names her: looked up as for reports, and only when asked."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from briefgen.extraction.lexical.language.text import Sentence
from briefgen.extraction.lexical.voices.attribution import Attribution
from briefgen.extraction.lexical.voices.holders import known_people, resolve
from briefgen.extraction.lexical.voices.noun_phrases import Mention


class Pronouns:
    """The pronouns of one article.

    Args:
        text: the article.
        sentences: all of it.
        reports: by sentence number, who says what.
    """

    def __init__(
        self,
        text: str,
        sentences: Sequence[Sentence],
        reports: Mapping[int, Iterable[Attribution]],
    ) -> None:
        self._text = text
        self._sentences = list(sentences)
        self._reports = reports

    @cached_property
    def _people(self) -> frozenset[str]:
        return known_people(self._sentences)

    def resolve(self, at: Sentence, pronoun: Mention) -> Mention | None:
        """Return whom the pronoun in the sentence *at* means; None where that is unsure."""
        if pronoun.name.lower() == "it":
            return None
        before = [
            report.holder
            for index in range(max(0, at.index - 3), at.index)
            for report in self._reports.get(index, ())
            if report.holder is not None and report.holder.kind != "pronoun"
        ]
        return resolve(
            self._text, self._sentences, at, pronoun, people=self._people, holders=before
        )
