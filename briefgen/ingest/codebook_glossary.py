"""The glossary of a codebook: words, each with one plain sentence on what it means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.ingest.marked_yaml import describe, join_key, mapping_items, text_of

if TYPE_CHECKING:
    import yaml

    from briefgen.ingest.marked_yaml import Problems


def read_glossary(node: yaml.Node | None, problems: Problems) -> dict[str, str]:
    """Read ``glossary:``, a mapping from words to their meaning.

    Args:
        node: what stands behind the key; None where there is none.
        problems: collects what is wrong.
    """
    if node is None or describe(node) == "nothing":
        return {}
    found: dict[str, str] = {}
    for term, key_node, value in mapping_items(node, "glossary", problems):
        word = text_of(key_node, "glossary", problems)
        meaning = text_of(value, join_key("glossary", term), problems)
        if word is not None and meaning is not None:
            found[word] = meaning
    return found
