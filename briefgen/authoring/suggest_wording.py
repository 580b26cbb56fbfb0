"""Suggestions for a codebook in words, as JSON, and as YAML to paste."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict

from briefgen.authoring.actor_suggestions import ActorSuggestion
from briefgen.authoring.context import CHARACTERS, Line
from briefgen.authoring.missing_issues import MissingIssue
from briefgen.authoring.quiet_articles import QuietArticle
from briefgen.authoring.side_phrases import PhraseSuggestion
from briefgen.authoring.suggest import IssueSuggestions, Suggestions
from briefgen.authoring.term_suggestions import TermSuggestion
from briefgen.authoring.yaml_text import flow_list, scalar, slug
from briefgen.terminal import counted, json_text, on_one_line

_MARGIN = CHARACTERS + 2


def suggestions_as_text(suggestions: Suggestions) -> str:
    """Return the suggestions with examples in context, for a person to choose from."""
    lines = [
        f"{suggestions.articles} articles, {suggestions.sentences} sentences; "
        f"{suggestions.outside} of them are about no issue of the codebook.",
        "Nothing was changed. Take what only this issue, or only this side, would say.",
    ]
    for issue in suggestions.issues:
        lines += ["", *_issue_lines(issue)]
    lines += ["", *_missing_lines(suggestions)]
    lines += ["", *_actor_lines(suggestions.actors)]
    return "\n".join(lines) + "\n"


def suggestions_as_json(suggestions: Suggestions) -> str:
    """Return the same for scripts."""
    return json_text(asdict(suggestions)) + "\n"


def suggestions_as_yaml(suggestions: Suggestions) -> str:
    """Return what could be pasted: additions to the issues' lists, and new issues."""
    lines = ["# Suggestions of `briefgen codebook suggest`: choose, then paste.", "issues:"]
    for issue in suggestions.issues:
        added = {
            "terms": [each.term for each in issue.terms],
            "support": [each.phrase for each in issue.support],
            "oppose": [each.phrase for each in issue.oppose],
        }
        if any(added.values()):
            lines.append(f"  # {on_one_line(issue.title)}: add to its lists")
            lines.append(f"  - id: {issue.issue}")
            lines += [f"    {name}: {flow_list(texts)}" for name, texts in added.items() if texts]
    for missing in suggestions.missing:
        lines += _missing_yaml(missing)
    if suggestions.actors:
        lines += ["# the name that the brief shows, and other names of the same actor", "actors:"]
        lines += actors_as_yaml(suggestions.actors)
    return "\n".join(lines) + "\n"


def actors_as_yaml(actors: Sequence[ActorSuggestion]) -> list[str]:
    """Return the lines below ``actors:``."""
    return [f"  {scalar(each.name)}: {flow_list(each.spellings)}" for each in actors]


def _missing_yaml(missing: MissingIssue) -> Iterator[str]:
    yield f"  # a new issue? {missing.articles} articles discuss it"
    yield f"  - id: {slug(missing.terms[0]) or 'new-issue'}"
    yield f"    title: {scalar(missing.terms[0][:1].upper() + missing.terms[0][1:])}"
    yield "    proposition: TODO"
    yield f"    terms: {flow_list(missing.terms)}"


def _issue_lines(issue: IssueSuggestions) -> Iterator[str]:
    yield f"== {issue.issue}: {on_one_line(issue.title)} ({issue.sentences} sentences)"
    yield from _term_lines(issue.terms)
    yield from _phrase_lines("support", issue.support)
    yield from _phrase_lines("oppose", issue.oppose)
    yield from _quiet_lines(issue.quiet)


def _term_lines(terms: Sequence[TermSuggestion]) -> Iterator[str]:
    if not terms:
        yield "terms: none sets its passages apart that the codebook does not have"
        return
    yield "terms that set its passages apart (z: how clearly)"
    for each in terms:
        yield (
            f"  {each.term}  z {each.z:.1f}; in {counted(each.inside, 'sentence')} of the issue, "
            f"{each.outside} others; {counted(each.articles, 'article')}"
        )
        yield from _example_lines(each.examples)


def _quiet_lines(quiet: Sequence[QuietArticle]) -> Iterator[str]:
    if not quiet:
        return
    yield "hardly found in these articles; what is nearest there, in words that its terms may lack"
    for each in quiet:
        found = counted(each.passages, "passage") if each.passages else "no passage"
        yield f"  {on_one_line(each.article)}  {found}"
        yield from _example_lines(each.nearest)


def _phrase_lines(side: str, phrases: Sequence[PhraseSuggestion]) -> Iterator[str]:
    if not phrases:
        yield f"{side}: no phrase is heard that the codebook does not have"
        return
    yield f"heard near {side}"
    for each in phrases:
        other = f", {each.other_articles} on the other side" if each.other_articles else ""
        yield f"  {on_one_line(each.phrase)}  {counted(each.articles, 'article')}{other}"
        yield from _example_lines(each.examples)


def _missing_lines(suggestions: Suggestions) -> Iterator[str]:
    needed = counted(suggestions.min_articles, "article")
    if not suggestions.missing:
        yield f"== no issue is missing that {needed} or more discuss"
        return
    yield f"== discussed outside every issue, in {needed} or more"
    for each in suggestions.missing:
        yield (
            f"  {', '.join(each.terms)}  {counted(each.articles, 'article')}, "
            f"{counted(each.sentences, 'sentence')}"
        )
        yield from _example_lines(each.examples)


def _actor_lines(actors: Sequence[ActorSuggestion]) -> Iterator[str]:
    if not actors:
        yield "== no actor is reported in several articles that the codebook does not list"
        return
    yield "== actors whose views several articles report: list those that are one"
    for each in actors:
        names = ", ".join(map(on_one_line, (each.name, *each.spellings)))
        yield f"  {names}  {counted(each.articles, 'article')}, {counted(each.reports, 'report')}"


def _example_lines(examples: Sequence[Line]) -> Iterator[str]:
    for each in examples:
        before, after = on_one_line(each.before), on_one_line(each.after)
        middle = f"[{on_one_line(each.words)}]"
        text = f"{before:>{_MARGIN}} {middle} {after}".rstrip()
        yield f"    {text}  {each.article}:{each.line}"
