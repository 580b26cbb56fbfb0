"""What changed, in words: Markdown for a pull request or a mail, plain enough for a terminal.

The words are the same for all sides and say what is read in a source, not what its author did: an
article that is the same and coded otherwise is said to be so.
"""

from collections.abc import Iterable, Iterator, Mapping, Set
from itertools import groupby

from briefgen.languages import current, noted, tr, trn
from briefgen.models import (
    Brief,
    Changes,
    CitedPassage,
    IssueChange,
    SourceChange,
    Stance,
    StanceChange,
    StanceChangeKind,
    SupportChange,
)
from briefgen.rendering.escaping import escape_markdown
from briefgen.terminal import on_one_line

_STANCE_WORDS: Mapping[Stance | None, str] = {
    "support": noted("support"),
    "oppose": noted("oppose"),
    "conditional": noted("conditional"),
    "neutral": noted("no side taken"),
    "unclear": noted("side not determined"),
    None: noted("not addressed"),
}
_KIND_WORDS: Mapping[StanceChangeKind, str] = {
    "reversed": noted("On the other side now"),
    "qualified": noted("Conditional now"),
    "unqualified": noted("Without a condition now"),
    "determined": noted("Side determined now"),
    "undetermined": noted("Side not determined any more"),
    "new": noted("Addressed now"),
    "gone": noted("Not addressed any more"),
    "open": noted("Still without a side"),
}


def changes_as_text(changes: Changes, old: Brief, new: Brief) -> str:
    """Return *changes* from *old* to *new* as Markdown."""
    titles = {issue.id: issue.title for brief in (old, new) for issue in brief.issues}
    labels = {source.id: source.label for brief in (old, new) for source in brief.sources}
    digests = {s.id for brief in (old, new) for s in brief.sources if s.kind == "digest"}
    words = _Words(titles, labels, digests)
    return "\n".join(_lines(changes, old, new, words)) + "\n"


def new_brief_as_text(brief: Brief) -> str:
    """Return the same of a brief before which there is none to compare with."""
    title = tr("%(topic)s: a new brief", topic=_safe(brief.topic))
    return f"# {title}\n\n- {tr('Now')}: {_describe(brief)}\n"


def _lines(changes: Changes, old: Brief, new: Brief, words: "_Words") -> Iterator[str]:
    yield "# " + tr("%(topic)s: what changed", topic=_safe(new.topic))
    yield ""
    yield f"- {tr('Before')}: {_describe(old)}"
    yield f"- {tr('Now')}: {_describe(new)}"
    if changes.is_recoded:
        made = tr("Made by another version of program or extractor: a change may be its doing.")
        yield f"- {made}"
    if changes.is_empty:
        yield from ("", tr("Nothing changed."))
    for heading, lines in (
        (tr("Sources"), [words.source(change) for change in changes.sources]),
        (tr("Issues"), [words.issue(change) for change in changes.issues]),
    ):
        yield from _section(heading, lines)
    for kind, group in groupby(changes.stances, key=lambda change: change.kind):
        yield from _section(tr(_KIND_WORDS[kind]), [words.stance(change) for change in group])
    yield from _section(tr("More or fewer sources"), [words.support(s) for s in changes.support])


def _section(heading: str, blocks: Iterable[list[str]]) -> Iterator[str]:
    lines = [line for block in blocks for line in block]
    if lines:
        yield from ("", f"## {heading}", "", *lines)


def _describe(brief: Brief) -> str:
    count = len(brief.sources)
    parts = [trn("%(n)s source", "%(n)s sources", count, n=str(count))]
    if brief.evidence_date:
        parts.append(tr("evidence as of %(date)s", date=_safe(brief.evidence_date)))
    parts.append(tr("evidence %(hash)s", hash=_safe(brief.evidence_sha256[:16])))
    return ", ".join([*parts, _safe(brief.generator)])


class _Words:
    """Puts each change in words, ids looked up in both briefs."""

    def __init__(
        self, titles: Mapping[str, str], labels: Mapping[str, str], digests: Set[str]
    ) -> None:
        self._titles = titles
        self._labels = labels
        self._digests = digests

    def source(self, change: SourceChange) -> list[str]:
        date = f", {_safe(change.published)}" if change.published else ""
        name = f"**{_safe(change.label)}** ({_safe(change.source)}{date})"
        if change.kind == "renamed":
            before = _safe(change.before or "")
            return [
                "- "
                + tr("Under another name: %(name)s, before %(before)s", name=name, before=before)
            ]
        failed = ""
        if change.failed and change.kind == "new":
            failed = "; " + tr("its article could not be used before")
        elif change.failed:
            failed = "; " + tr("its article could not be used this time")
        lines = [f"- {_kind_word(change.kind)}: {name}{failed}"]
        for position in change.positions:
            stance = f"{self._title(position.issue)}: {tr(_STANCE_WORDS[position.stance])}"
            quoted = f": {self._quoted(position.passage)}" if position.passage else ""
            lines.append(f"  - {stance}{quoted}")
        return lines

    def issue(self, change: IssueChange) -> list[str]:
        title = f"**{_safe(change.title)}** ({_safe(change.issue)})"
        if change.kind == "reworded":
            return [
                "- "
                + tr("Another proposition: %(title)s; its stances are not compared", title=title),
                f"  - {tr('then')}: {_safe(change.before or '')}",
                f"  - {tr('now')}: {_safe(change.after or '')}",
            ]
        return [f"- {_kind_word(change.kind)}: {title}"]

    def stance(self, change: StanceChange) -> list[str]:
        before, after = tr(_STANCE_WORDS[change.before]), tr(_STANCE_WORDS[change.after])
        same = ""
        if change.same_article:
            same = "; " + tr("the article is the same, coded otherwise")
        who = f"**{self._title(change.issue)}**: {self._label(change.source)}"
        lines = [f"- {who}: {before} → {after}{same}"]
        lines += [f"  - {tr('then')}: {self._quoted(change.then)}"] if change.then else []
        lines += [f"  - {tr('now')}: {self._quoted(change.now)}"] if change.now else []
        return lines

    def support(self, change: SupportChange) -> list[str]:
        parts = [
            f"{word} {', '.join(self._label(source) for source in sources)}"
            for word, sources in ((tr("with"), change.joined), (tr("without"), change.left))
            if sources
        ]
        title = f"**{self._title(change.issue)}**"
        counts = f"{tr(_STANCE_WORDS[change.stance])} {change.before} → {change.after}"
        return [f"- {title}: {counts} ({'; '.join(parts)})"]

    def _title(self, issue: str) -> str:
        return _safe(self._titles.get(issue, issue))

    def _label(self, source: str) -> str:
        return _safe(self._labels.get(source, source))

    def _quoted(self, passage: CitedPassage) -> str:
        """Return the passage with its place; that of a digest is a paraphrase, without marks."""
        words, place = _safe(passage.quote), _safe(passage.statement)
        is_digest = passage.source in self._digests
        if is_digest:
            return f"{words} ({tr('digest')}, {place})"
        before, behind = current().quotation_marks()
        return f"{before}{words}{behind} ({place})"


def _kind_word(kind: str) -> str:
    return tr("New") if kind == "new" else tr("Gone")


def _safe(text: str) -> str:
    """Return text of a brief on one line: no markup in Markdown, no order to a terminal."""
    return escape_markdown(on_one_line(text))
