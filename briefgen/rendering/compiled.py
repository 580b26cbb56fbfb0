"""Compiled templates, kept for the process: a brief is printed twice, and for every audience.

Compiling the shared files takes longer than printing a page. What is kept is found by the place of
the template and the text that it has now, so that a saved change counts at once.
"""

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


PROCESS_WIDE = CompiledTemplates()
TRIED = CompiledTemplates()
"""Those of trial printings, in which what does not exist is no error."""
