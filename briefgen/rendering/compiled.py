"""Templates, read and compiled once for the process: a brief is printed many times, and for all.

Reading and compiling the shared files takes longer than printing a page. What is kept is found by
the place of the template and the text that it has now, so that a saved change counts at once.
"""

from jinja2 import nodes
from jinja2.bccache import Bucket, BytecodeCache


class CompiledTemplates(BytecodeCache):
    """Jinja2's cache of compiled code, held in memory."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[str, object]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give the code of a template whose text is still the same."""
        checksum, code = self._kept.get(bucket.key, ("", None))
        if checksum == bucket.checksum:
            bucket.code = code  # type: ignore[assignment]

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a template, in the place of what it was before."""
        self._kept[bucket.key] = (bucket.checksum, bucket.code)


class ReadTemplates:
    """Templates that were read for what they take in, until they are compiled.

    Whoever is to know what a page is made of reads all its templates; a page that is printed then
    has them compiled from the same trees.
    """

    def __init__(self) -> None:
        self._trees: dict[str, tuple[str, nodes.Template]] = {}
        self._taken_in: dict[str, tuple[str, tuple[str | None, ...]]] = {}

    def names_in(self, file: str, text: str) -> tuple[str | None, ...] | None:
        """Return what a template takes in, as it was noted; None where this text was not read."""
        known, names = self._taken_in.get(file, ("", ()))
        return names if known == text else None

    def note(
        self, file: str, text: str, tree: nodes.Template, names: tuple[str | None, ...]
    ) -> None:
        """Keep what was read, in the place of what the file held before.

        Args:
            file: where the template stands.
            text: all that it holds.
            tree: what was read from it; nobody may change it from now on.
            names: of the templates that it takes in; None for one that only printing would tell.
        """
        self._trees[file] = (text, tree)
        self._taken_in[file] = (text, names)

    def take_tree(self, file: str, text: str) -> nodes.Template | None:
        """Hand out the tree of a text, once; None where it was not read, or was handed out."""
        known, tree = self._trees.pop(file, ("", None))
        return tree if known == text else None


PROCESS_WIDE = CompiledTemplates()
TRIED = CompiledTemplates()
"""Those of trial printings, in which what does not exist is no error."""
READ = ReadTemplates()
