"""The way of the data, from a corpus folder to the files of a brief.

The only room that knows every stage. It decides what happens where something fails: a failed
article is named and the others go on; a format that cannot be written does not stop the others;
nothing at all is written where no article can be used.

What is imported here imports nothing heavy: an unchanged brief is recognized before that.
"""

from briefgen.pipeline.build import build_brief
from briefgen.pipeline.pages import find_page_contexts, print_audited
from briefgen.pipeline.reading import CorpusRead, Evidence, read_corpus
from briefgen.pipeline.requests import (
    FORMATS,
    GENERATOR,
    BuildReport,
    BuildRequest,
    choose_output_folder,
)

__all__ = [
    "FORMATS",
    "GENERATOR",
    "BuildReport",
    "BuildRequest",
    "CorpusRead",
    "Evidence",
    "build_brief",
    "choose_output_folder",
    "find_page_contexts",
    "print_audited",
    "read_corpus",
]
