"""corrections.yaml: read, checked as a whole against the codebook, complaints with line and key.

Whether an entry still fits its article is not asked here: that needs the article.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, get_args

from briefgen.errors import CorrectionsError
from briefgen.ingest.lessons import read_sha256
from briefgen.ingest.marked_yaml import (
    Problems,
    choice_of,
    compose_mapping,
    describe,
    fields_of,
    is_scalar,
    items_of,
    join_key,
    read_yaml_file,
    require,
    text_of,
)
from briefgen.ingest.metadata import normalise_date
from briefgen.models import (
    STANCES,
    Codebook,
    CodedStance,
    Corrections,
    StanceCorrection,
    StatementCorrection,
)
from briefgen.models.corrections import Verdict

if TYPE_CHECKING:
    from pathlib import Path

    import yaml

CORRECTIONS_NAME = "corrections.yaml"
_SHARED = ("who", "when", "article", "sha256", "what")
_SPAN = ("start", "end", "quote")
_OFFSET = re.compile(r"[0-9]{1,12}")


def load_corrections(path: Path, codebook: Codebook | None) -> Corrections:
    """Read and check corrections.yaml.

    Args:
        path: the file.
        codebook: whose issues the entries may name; None: whoever reads them looks after that.

    Raises:
        CorrectionsError: names file, line and key of everything that is wrong.
    """
    problems = Problems(path.name, CorrectionsError)
    return parse_corrections(read_yaml_file(path, problems), path.name, codebook)


def parse_corrections(text: str, name: str, codebook: Codebook | None) -> Corrections:
    """Check the text of a corrections.yaml of that name; as :func:`load_corrections`."""
    problems = Problems(name, CorrectionsError)
    root = compose_mapping(text, problems)
    fields = fields_of(root, "", ("statements", "stances"), problems)
    statements = [
        _read_statement(node, key, codebook, problems)
        for key, node in items_of(fields.get("statements"), "statements", problems)
    ]
    stances = [
        _read_stance(node, key, codebook, problems)
        for key, node in items_of(fields.get("stances"), "stances", problems)
    ]
    problems.raise_if_any()
    return Corrections(
        statements=tuple(each for each in statements if each is not None),
        stances=tuple(each for each in stances if each is not None),
    )


def _read_statement(
    node: yaml.Node, key: str, codebook: Codebook | None, problems: Problems
) -> StatementCorrection | None:
    before = len(problems.found)
    known = (*_SHARED, *_SPAN, "holder", "issue", "was_issue", "stance", "was", "note")
    said = fields_of(node, key, known, problems)
    fields = _given(said)
    if not require(fields, (*_SHARED, *_SPAN), node, key, problems):
        return None
    values = _read_shared(fields, key, get_args(Verdict), problems)
    values["start"] = _read_offset(fields["start"], join_key(key, "start"), problems)
    values["end"] = _read_offset(fields["end"], join_key(key, "end"), problems)
    values["quote"] = _read_quote(fields["quote"], join_key(key, "quote"), problems)
    if "holder" in fields:
        values["holder"] = text_of(fields["holder"], join_key(key, "holder"), problems)
    elif "holder" in said:  # null: somebody says that it is the author
        values["holder"] = None
    values |= _read_coding(fields, key, codebook, STANCES, problems)
    if len(problems.found) == before and values["end"] - values["start"] != len(values["quote"]):
        message = "the quote is not as long as the span from start to end"
        problems.add(fields["quote"], join_key(key, "quote"), message)
    return StatementCorrection(**values) if len(problems.found) == before else None


def _read_stance(
    node: yaml.Node, key: str, codebook: Codebook | None, problems: Problems
) -> StanceCorrection | None:
    before = len(problems.found)
    known = (*_SHARED, "issue", "stance", "was", "evidence", "note")
    fields = _given(fields_of(node, key, known, problems))
    if not require(fields, (*_SHARED, "issue", "stance"), node, key, problems):
        return None
    values = _read_shared(fields, key, ("confirmed", "changed", "skipped"), problems)
    values |= _read_coding(fields, key, codebook, get_args(CodedStance), problems)
    values["evidence"] = tuple(
        _read_quote(quote, place, problems)
        for place, quote in items_of(fields.get("evidence"), join_key(key, "evidence"), problems)
    )
    return StanceCorrection(**values) if len(problems.found) == before else None


def _given(fields: dict[str, yaml.Node]) -> dict[str, yaml.Node]:
    """Leave out keys without a value: ``holder: null`` says the same as no holder."""
    return {name: node for name, node in fields.items() if describe(node) != "nothing"}


def _read_shared(
    fields: dict[str, yaml.Node], key: str, verdicts: tuple[str, ...], problems: Problems
) -> dict[str, Any]:
    values: dict[str, Any] = {
        name: text_of(fields[name], join_key(key, name), problems)
        for name in ("who", "when", "article", "note")
        if name in fields
    }
    when = values["when"]
    if when is not None and len(normalise_date(when) or "") != len("2026-03-02"):
        message = f"{when!r} is no date; write YYYY-MM-DD or YYYY-MM-DDThh:mm:ssZ"
        problems.add(fields["when"], join_key(key, "when"), message)
    values["sha256"] = read_sha256(fields["sha256"], join_key(key, "sha256"), problems)
    values["what"] = choice_of(fields["what"], join_key(key, "what"), verdicts, problems)
    return values


def _read_coding(
    fields: dict[str, yaml.Node],
    key: str,
    codebook: Codebook | None,
    stances: tuple[str, ...],
    problems: Problems,
) -> dict[str, Any]:
    values: dict[str, Any] = {
        name: choice_of(fields[name], join_key(key, name), stances, problems)
        for name in ("stance", "was")
        if name in fields
    }
    for name in ("issue", "was_issue"):
        if name in fields and codebook is None:
            values[name] = text_of(fields[name], join_key(key, name), problems)
        elif name in fields and codebook is not None:
            issues = [issue.id for issue in codebook.issues]
            values[name] = choice_of(fields[name], join_key(key, name), issues, problems)
    return values


def _read_offset(node: yaml.Node, key: str, problems: Problems) -> int | None:
    text = text_of(node, key, problems)
    if text is None:
        return None
    if not _OFFSET.fullmatch(text):
        problems.add(node, key, f"{text!r} is no offset: a whole number of characters")
        return None
    return int(text)


def _read_quote(node: yaml.Node, key: str, problems: Problems) -> str | None:
    """Return a scalar as it is, line breaks and all: it is compared with the article."""
    if not is_scalar(node) or not str(node.value):
        problems.add(node, key, f"expected text, found {describe(node)}")
        return None
    return str(node.value)
