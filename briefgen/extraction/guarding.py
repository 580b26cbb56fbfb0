"""Keeps articles that address a model from being put to one.

Whatever a model is told of such text, it may obey it; and where it gives another side to a true
quotation, no proof finds that. So the rules code these articles, which obey nothing: the article is
in the brief with all that it says, and the build says who coded it. What a model never sees asks
for no such care: a page's comments and hidden elements, and what ingest marked as furniture because
it tells a machine what to do. So this is for titles, and for authors who quote such a saying.
"""

from briefgen.extraction import Extractor, Proposed, Proposer
from briefgen.models import Article, PositionRecord
from briefgen.models.addressing import Addressing

_HARMLESS = frozenset(("template",))
"""Kinds that say nothing to a model."""


class Guarded:
    """An extractor that asks a model of every article but those that address it.

    Args:
        model: what asks the model.
        rules: what codes the articles that the model may not see.
    """

    def __init__(self, model: Proposer, rules: Extractor) -> None:
        self.name = model.name
        self._model = model
        self._rules = rules

    def extract(self, article: Article) -> PositionRecord:
        """Return the record of an article, not yet verified."""
        return self.propose(article).record

    def propose(self, article: Article) -> Proposed:
        """Return the record of an article, not yet verified, and what was refused."""
        if not addresses_model(article):
            return self._model.propose(article)
        record = self._rules.extract(article)
        name = f"{self._rules.name} (in place of {self._model.name})"
        provenance = record.provenance.model_copy(update={"extractor": name})
        said = f"{article.source.path}: coded by {self._rules.name}, since it addresses a model"
        return Proposed(record.model_copy(update={"provenance": provenance}), notes=(said,))


def addresses_model(article: Article) -> bool:
    """Tell whether what a model would see of the article speaks to it; furniture it never sees."""
    return any(
        each.kind not in _HARMLESS and (each.place == "metadata" or _is_shown(each, article))
        for each in article.addressing
    )


def _is_shown(each: Addressing, article: Article) -> bool:
    if each.start is None or each.end is None:
        return False
    return any(
        block.kind != "furniture" and block.start < each.end and each.start < block.end
        for block in article.blocks
    )
