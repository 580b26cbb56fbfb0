"""Networks as GraphML 1.0 (http://graphml.graphdrawing.org): what Gephi, igraph, networkx read.

Ids are XML name tokens, as the schema of GraphML asks; names stand in the attribute ``label``,
where Gephi looks for them. ``type`` (a boolean) tells the two modes apart for igraph, ``bipartite``
(0 or 1) for networkx; ``weight`` is the ties' weight for all of them.
"""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Mapping

from briefgen.exporting.networks import Attribute, Network

_NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
_TYPES: dict[type, str] = {str: "string", bool: "boolean", int: "int", float: "double"}
# What XML 1.0 cannot hold, not even escaped; articles may.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write_graphml(network: Network, description: str) -> bytes:
    """Return the network as a GraphML file in UTF-8.

    Args:
        network: nodes and ties.
        description: what it shows and from what, for a reader of the file.
    """
    root = ET.Element("graphml", {"xmlns": _NAMESPACE})
    _describe(root, description)
    keys: dict[tuple[str, str], str] = {}
    nodes = [node.attributes for node in network.nodes]
    edges = [edge.attributes for edge in network.edges]
    for domain, values in (("node", nodes), ("edge", edges)):
        _declare_keys(root, domain, values, keys)
    graph = ET.SubElement(root, "graph", {"id": "G", "edgedefault": "undirected"})
    for node in network.nodes:
        element = ET.SubElement(graph, "node", {"id": node.id})
        _add_data(element, "node", node.attributes, keys)
    for edge in network.edges:
        source, target = edge.ends
        element = ET.SubElement(graph, "edge", {"source": source, "target": target})
        _add_data(element, "edge", edge.attributes, keys)
    ET.indent(root)
    text: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return text + b"\n"


def _describe(root: ET.Element, description: str) -> None:
    ET.SubElement(root, "desc").text = _as_xml(description)


def _declare_keys(
    root: ET.Element,
    domain: str,
    values: Iterable[Mapping[str, Attribute]],
    keys: dict[tuple[str, str], str],
) -> None:
    """Declare the attributes that occur, in the order in which they do."""
    kinds: dict[str, type] = {}
    for attributes in values:
        for name, value in attributes.items():
            kinds.setdefault(name, type(value))
    for name, kind in kinds.items():
        key = keys[domain, name] = f"d{len(keys)}"
        definition = {"id": key, "for": domain, "attr.name": name, "attr.type": _TYPES[kind]}
        ET.SubElement(root, "key", definition)


def _add_data(
    element: ET.Element,
    domain: str,
    attributes: Mapping[str, Attribute],
    keys: Mapping[tuple[str, str], str],
) -> None:
    for name, value in attributes.items():
        data = ET.SubElement(element, "data", {"key": keys[domain, name]})
        data.text = str(value).lower() if isinstance(value, bool) else _as_xml(str(value))


def _as_xml(text: str) -> str:
    """Return text on one line, as far as XML can hold it."""
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", " ".join(text.split()))
