"""lessons.yaml: read, checked as a whole against the codebook, complaints with line and key."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.errors import LessonsError
from briefgen.ingest.marked_yaml import (
    Problems,
    choice_of,
    compose_mapping,
    fields_of,
    items_of,
    join_key,
    number_of,
    read_yaml_file,
    require,
    text_of,
    texts_of,
)
from briefgen.models import LESSON_SIDES, Codebook, Example, IssueLessons, Lessons, TaughtArticle

if TYPE_CHECKING:
    from pathlib import Path

    import yaml

LESSONS_NAME = "lessons.yaml"
_SHA256 = re.compile(r"[0-9a-f]{64}")


def load_lessons(path: Path, codebook: Codebook) -> Lessons:
    """Read and check lessons.yaml.

    Raises:
        LessonsError: names file, line and key of everything that is wrong.
    """
    problems = Problems(path.name, LessonsError)
    root = compose_mapping(read_yaml_file(path, problems), problems)
    fields = fields_of(root, "", ("articles", "issues"), problems)
    require(fields, ("articles",), root, "", problems)
    articles = [
        article
        for key, node in items_of(fields.get("articles"), "articles", problems)
        if (article := _read_article(node, key, problems))
    ]
    if "articles" in fields and not articles:
        problems.add(fields["articles"], "articles", "names no article that was learned from")
    issues: dict[str, IssueLessons] = {}
    for key, node in items_of(fields.get("issues"), "issues", problems):
        lessons = _read_issue(node, key, codebook, problems)
        if lessons is not None and issues.setdefault(lessons.issue, lessons) is not lessons:
            message = f"{lessons.issue!r} stands here twice; put its lessons together"
            problems.add(node, join_key(key, "issue"), message)
    problems.raise_if_any()
    order = (issue.id for issue in codebook.issues)
    return Lessons(
        articles=tuple(articles), issues=tuple(issues[name] for name in order if name in issues)
    )


def _read_article(node: yaml.Node, key: str, problems: Problems) -> TaughtArticle | None:
    fields = fields_of(node, key, ("id", "sha256"), problems)
    if not require(fields, ("id", "sha256"), node, key, problems):
        return None
    name = text_of(fields["id"], join_key(key, "id"), problems)
    sha256 = read_sha256(fields["sha256"], join_key(key, "sha256"), problems)
    return TaughtArticle(id=name, sha256=sha256) if name and sha256 else None


def read_sha256(node: yaml.Node, key: str, problems: Problems) -> str | None:
    """Return a SHA-256 in hexadecimal, or None with a problem noted."""
    text = text_of(node, key, problems)
    if text is None or _SHA256.fullmatch(text):
        return text
    problems.add(node, key, f"{text!r} is no SHA-256: 64 digits and letters from a to f")
    return None


def _read_issue(
    node: yaml.Node, key: str, codebook: Codebook, problems: Problems
) -> IssueLessons | None:
    fields = fields_of(node, key, ("issue", "addressed", *LESSON_SIDES), problems)
    if not require(fields, ("issue",), node, key, problems):
        return None
    known = [issue.id for issue in codebook.issues]
    name = choice_of(fields["issue"], join_key(key, "issue"), known, problems)
    addressed = _read_positive(fields.get("addressed"), join_key(key, "addressed"), problems)
    sides = {
        side: _read_examples(fields.get(side), join_key(key, side), problems)
        for side in LESSON_SIDES
    }
    if name is None:
        return None
    return IssueLessons(issue=name, addressed=addressed, **sides)


def _read_positive(
    node: yaml.Node | None, key: str, problems: Problems, *, most: float | None = None
) -> float | None:
    number = number_of(node, key, problems) if node is not None else None
    if node is None or number is None or (number > 0 and (most is None or number <= most)):
        return number
    wanted = "more than 0" if most is None else f"more than 0 and at most {most:g}"
    problems.add(node, key, f"must be {wanted}, not {number:g}")
    return None


def _read_examples(node: yaml.Node | None, key: str, problems: Problems) -> tuple[Example, ...]:
    found = (_read_example(item, place, problems) for place, item in items_of(node, key, problems))
    return tuple(example for example in found if example is not None)


def _read_example(node: yaml.Node, key: str, problems: Problems) -> Example | None:
    fields = fields_of(node, key, ("quote", "articles", "weight"), problems)
    if not require(fields, ("quote", "articles"), node, key, problems):
        return None
    quote = text_of(fields["quote"], join_key(key, "quote"), problems)
    articles = texts_of(fields["articles"], join_key(key, "articles"), problems)
    weight = _read_positive(fields.get("weight"), join_key(key, "weight"), problems, most=1.0)
    if quote is None or not articles:
        return None
    return Example(quote=quote, articles=articles, weight=1.0 if weight is None else weight)
