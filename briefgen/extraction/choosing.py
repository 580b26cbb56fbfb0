"""Which extractor codes a corpus."""

from typing import TYPE_CHECKING

from briefgen.extraction import Extractor

if TYPE_CHECKING:
    from briefgen.extraction.llm.asking import Asking
    from briefgen.models import Codebook, Lessons


def make_extractor(
    codebook: "Codebook",
    codebook_sha256: str,
    lessons: "Lessons | None" = None,
    asking: "Asking | None" = None,
) -> Extractor:
    """Return the extractor of a corpus.

    Args:
        codebook: the topic and its issues.
        codebook_sha256: goes into the records' provenance.
        lessons: what the corpus's lessons.yaml holds.
        asking: asks a language model; None for the lexical extractor.
    """
    from briefgen.extraction.lexical.extractor import LexicalExtractor

    rules = LexicalExtractor(codebook, codebook_sha256, lessons)
    if asking is not None:
        from briefgen.extraction.guarding import Guarded
        from briefgen.extraction.llm.extractor import LlmExtractor

        return Guarded(LlmExtractor(codebook, codebook_sha256, asking, lessons), rules)
    return rules
