"""What ``briefgen codebook new`` does: a first codebook from a topic and a folder of articles.

It proposes issues as groups of terms that keep together. What a source could support or oppose it
cannot know: each proposition is the word TODO, which ``codebook check`` names until a sentence
stands in its place. ``build`` takes such a file, so that an analyst can see which passages an issue
finds before wording it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from briefgen.authoring.actor_suggestions import ActorSuggestion, suggest_actors
from briefgen.authoring.candidates import Candidate, Pool, find_candidates
from briefgen.authoring.grouping import Group, group_terms
from briefgen.authoring.reading import Reading, read_folder, without_reprints
from briefgen.authoring.suggest_wording import actors_as_yaml
from briefgen.authoring.yaml_text import flow_list, scalar, slug
from briefgen.errors import OutputError, UsageError
from briefgen.extraction.lexical.sides.propositions import content_stems
from briefgen.terminal import counted
from briefgen.text_files import write_text_file

CODEBOOK_NAME = "codebook.yaml"
SCHEMA_NAME = "codebook.schema.json"
MIN_ISSUES = 4
MAX_ISSUES = 8
PLACEHOLDER = "TODO"
_MIN_SENTENCES = 3
_MIN_SENTENCES_ALONE = 6
"""A lone term must be used so often to stand for an issue."""
_SMALL = 8
"""With fewer articles a term needs two sentences only."""
_HEAD = """\
# A beginning, made by `briefgen codebook new`. What it needs from you, issue by issue:
#   proposition  one full sentence that a source can support or oppose: who should do what, or what
#                is the case. No question, no "and" between two demands, no "not".
#   terms        words and phrases that show that a passage is about the issue. Take out what other
#                issues share; other forms of a word are found anyway.
#   support      phrases heard from those who hold the proposition right,
#   oppose       and from those who hold it wrong. Such as only one side would say.
# An issue that is none can go. Then: briefgen codebook check, build, explain, codebook suggest.
"""
_ACTORS_HEAD = """\
# Whose views the articles report. Names that are listed as one actor's are counted as one:
#actors:"""


@dataclass(frozen=True)
class DraftRequest:
    """What to draft, and where to."""

    folder: Path
    topic: str
    out: Path | None = None
    """None: codebook.yaml in the corpus folder."""
    force: bool = False
    """Whether an existing file may be replaced."""


@dataclass(frozen=True)
class DraftReport:
    """What was drafted."""

    path: Path
    issues: int
    problems: tuple[str, ...]
    """Articles that could not be read, one line each."""
    notes: tuple[str, ...]


def draft_codebook(request: DraftRequest) -> DraftReport:
    """Write a first codebook.

    Raises:
        UsageError: the topic is empty, the folder has no articles, or they use no terms in common.
        OutputError: the file is there already, or cannot be written.
    """
    topic = " ".join(request.topic.split())
    if not topic:
        raise UsageError("the topic is empty", hint='give it in words: --topic "Night trains"')
    path = request.out or _place_for(request.folder)
    if path.exists() and not request.force:
        hint = "name another file with --out, or replace it with --force"
        raise OutputError("is there already", where=str(path), hint=hint)
    reading = without_reprints(read_folder(request.folder))
    groups = propose_issues(topic, reading)
    if not groups:
        message = "no terms were found that two articles share"
        hint = "add articles on the topic; docs/codebook.md shows a codebook to begin from"
        raise UsageError(message, where=str(request.folder), hint=hint)
    text = draft_as_yaml(topic, groups, _find_schema(path))
    write_text_file(path, text + _draft_actors(suggest_actors(reading.texts)))
    few = len(groups) < MIN_ISSUES
    notes = (f"only {len(groups)} issues were found; more articles show more",) if few else ()
    return DraftReport(path, len(groups), reading.problems, notes)


def propose_issues(topic: str, reading: Reading) -> list[Group]:
    """Return up to ``MAX_ISSUES`` groups of terms, those used most first."""
    pool = Pool.of(reading.texts)
    named = frozenset(content_stems(topic))
    needed = _MIN_SENTENCES if len(reading.texts) >= _SMALL else _MIN_SENTENCES - 1
    found = [
        each for each in find_candidates(pool, min_sentences=needed) if not set(each.stems) <= named
    ]
    groups = group_terms(pool, found, most=3 * MAX_ISSUES)
    clear = [group for group in groups if _is_clear(group)]
    # What is left fills up: an analyst takes an issue out more easily than she finds one.
    clear += [group for group in groups if group not in clear][: max(0, MIN_ISSUES - len(clear))]
    return clear[:MAX_ISSUES]


def _is_clear(group: Group) -> bool:
    return len(group.members) > 1 or len(group.sentences) >= _MIN_SENTENCES_ALONE


def draft_as_yaml(topic: str, groups: list[Group], schema: str | None = None) -> str:
    """Return the text of the file.

    Args:
        topic: in words.
        groups: one for each issue.
        schema: path of the JSON Schema as an editor would follow it from the file; None: none.
    """
    lines = [f"# yaml-language-server: $schema={schema}"] if schema else []
    lines += [*_HEAD.splitlines(), f"topic: {scalar(topic)}", "issues:"]
    taken: set[str] = set()
    for group in groups:
        name = _unique(slug(group.members[0].words) or "issue", taken)
        lines += _issue_lines(name, group)
    return "\n".join(lines) + "\n"


def _draft_actors(actors: Sequence[ActorSuggestion]) -> str:
    """Return the actors as a comment: which names are one actor's a person knows."""
    if not actors:
        return ""
    lines = [_ACTORS_HEAD, *(f"#{line}" for line in actors_as_yaml(actors))]
    return "\n".join(lines) + "\n"


def _issue_lines(name: str, group: Group) -> list[str]:
    articles, sentences = len(group.articles), len(group.sentences)
    return [
        f"  # used in {counted(articles, 'article')}, {counted(sentences, 'sentence')}",
        f"  - id: {name}",
        f"    title: {scalar(_title(group.members))}",
        f"    proposition: {PLACEHOLDER}",
        f"    terms: {flow_list([each.words for each in group.members])}",
        "    support: []",
        "    oppose: []",
    ]


def _title(members: tuple[Candidate, ...]) -> str:
    first = members[0].words
    title = first[:1].upper() + first[1:]
    fresh = [each for each in members[1:] if not set(each.stems) & set(members[0].stems)]
    return f"{title} and {fresh[0].words}" if fresh else title


def _unique(name: str, taken: set[str]) -> str:
    number, unique = 2, name
    while unique in taken:
        unique, number = f"{name}-{number}", number + 1
    taken.add(unique)
    return unique


def _place_for(folder: Path) -> Path:
    """Return where the codebook of these articles belongs: beside them, or above articles/."""
    beside = folder.parent if folder.resolve().name == "articles" else folder
    return beside / CODEBOOK_NAME


def _find_schema(path: Path) -> str | None:
    """Return the path of a codebook schema that an editor finds from the file; None: none is near.

    Looked for beside the file, then in a ``schemas`` folder above it.
    """
    here = path.resolve().parent
    if (here / SCHEMA_NAME).is_file():
        return f"./{SCHEMA_NAME}"
    for steps, folder in enumerate((here, *here.parents)):
        if (folder / "schemas" / SCHEMA_NAME).is_file():
            return "../" * steps + f"schemas/{SCHEMA_NAME}"
    return None
