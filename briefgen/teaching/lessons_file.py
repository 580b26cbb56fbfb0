"""The text of lessons.yaml: made to be read, edited and compared by people."""

from collections.abc import Iterator

from briefgen.json_files import quoted
from briefgen.models import LESSON_SIDES, Example, IssueLessons, Lessons

_HEAD = """\
# What the coding of a few articles teaches the extractor of this corpus. Written by
# `briefgen teach`; from now on yours: take out what misleads, commit the rest.
# support, oppose, neither: passages worded like these lean to that side (weight: 0 to 1).
# addressed: the sum of term weights from which an article counts as addressing the issue.
"""


def lessons_as_yaml(lessons: Lessons) -> str:
    """Return the file's text; reading it gives the same lessons."""
    lines = ["articles:"]
    for article in lessons.articles:
        lines += [f"  - id: {quoted(article.id)}", f"    sha256: {article.sha256}"]
    if lessons.issues:
        lines.append("issues:")
    for issue in lessons.issues:
        lines += _issue_lines(issue)
    return _HEAD + "\n".join(lines) + "\n"


def _issue_lines(issue: IssueLessons) -> Iterator[str]:
    yield f"  - issue: {issue.issue}"
    if issue.addressed is not None:
        yield f"    addressed: {issue.addressed:g}"
    for side in LESSON_SIDES:
        examples = getattr(issue, side)
        if examples:
            yield f"    {side}:"
        for example in examples:
            yield from _example_lines(example)


def _example_lines(example: Example) -> Iterator[str]:
    yield f"      - quote: {quoted(example.quote)}"
    yield f"        articles: [{', '.join(map(quoted, example.articles))}]"
    if example.weight != 1:
        yield f"        weight: {example.weight:g}"
