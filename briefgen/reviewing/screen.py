"""What the person sees: a stance with its passages, one passage in its context, what was saved.

All text of articles goes through :mod:`briefgen.terminal` before it is shown.
"""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from briefgen.models import (
    Article,
    CodedStance,
    Issue,
    IssueStance,
    PositionRecord,
    Statement,
    Unaddressed,
)
from briefgen.terminal import on_one_line

if TYPE_CHECKING:
    from rich.text import Text

PASSAGES_SHOWN = 3
"""Passages shown with a stance; all of them are shown one by one if asked for."""
MARKS = (">>", "<<")
"""Around the passage where the terminal cannot set it off."""
_NEAR, _FAR = 90, 400
"""Characters of the same paragraph before and behind a passage: in a list, and alone."""
_MAX_WIDTH = 100
_INDENT = 3


class Screen:
    """Prints to standard output, in plain lines where that is no terminal."""

    def __init__(self) -> None:
        from rich.console import Console

        self._console: Console = Console(highlight=False, markup=False, emoji=False)
        self._is_plain = not self._console.is_terminal or self._console.is_dumb_terminal
        if self._console.width > _MAX_WIDTH or not self._console.is_terminal:
            self._console.width = _MAX_WIDTH

    def say(self, text: str, style: str = "") -> None:
        """Print a line."""
        self._console.print(on_one_line(text), style=style or None)

    def ask(self, text: str) -> None:
        """Print what is asked; the answer is typed behind it."""
        self._console.print(f"{text} ", end="")
        self._console.file.flush()

    def end_answer(self) -> None:
        """Go to the next line behind a key, which nothing else echoes."""
        self._console.print()

    def head(self, progress: str, article: Article) -> None:
        """Print where the walk is, and which article this is."""
        self._console.print()
        self._console.rule(progress, align="left", characters="-" if self._is_plain else "─")
        source = article.source
        about = [source.title, source.outlet, ", ".join(source.authors), source.published]
        known = " · ".join(part for part in about if part)
        self.say(f"{source.id}: {known}" if known else source.id, "bold")

    def issue(self, issue: Issue | None) -> None:
        """Print what the stance is on."""
        if issue is None:
            self.say("Passages that belong to no issue of the codebook.")
        else:
            self.say(f"{issue.title}: {issue.proposition}")

    def stance(self, machine: IssueStance | None, now: IssueStance | Unaddressed | None) -> None:
        """Print what the extractor says, and what counts now where that is something else."""
        self._console.print()
        if machine is None:
            self.say("The program: named in passing, no stance")
        else:
            sure = f"certainty {machine.confidence:.0%}"
            self.say(f"The program: {machine.stance} ({sure})", "bold")
        if now is not None and now.review != "machine":
            how = "by your passages" if now.review == "recomputed" else f"{now.review} by a person"
            stance = now.stance if isinstance(now, IssueStance) else "absent"
            self.say(f"Now: {stance}, {how}", "bold")

    def passages(
        self, passages: Sequence[Statement], now: PositionRecord, article: Article
    ) -> None:
        """Print the first passages, each in a little of its context."""
        coded = {said.id: said for said in now.statements}
        for number, original in enumerate(passages[:PASSAGES_SHOWN], 1):
            self._console.print()
            self.say(f"{number}. {describe(original, coded.get(original.id), article)}")
            self._print_context(original, article, _NEAR)
        more = len(passages) - PASSAGES_SHOWN
        if more > 0:
            self._console.print()
            self.say(f"{more} more on this issue, among them what others say: p shows each.")

    def passage(self, original: Statement, current: Statement | None, article: Article) -> None:
        """Print one passage in its context."""
        self._console.print()
        self.say(describe(original, current, article), "bold")
        self._print_context(original, article, _FAR)

    def choices(self, choices: Iterable[tuple[str, str]]) -> None:
        """Print what can be chosen: key and meaning."""
        line = ""
        for choice in (f"{key} {meaning}" for key, meaning in choices):
            if line and len(line) + len(choice) + 3 > self._console.width:
                self._console.print(line)
                line = ""
            line += f" · {choice}" if line else choice
        self._console.print(line)

    def _print_context(self, statement: Statement, article: Article, reach: int) -> None:
        from rich.padding import Padding

        text = self._marked(statement, article, reach)
        self._console.print(Padding(text, (0, 0, 0, _INDENT), expand=False))

    def _marked(self, statement: Statement, article: Article, reach: int) -> "Text":
        from rich.text import Text

        before, behind = context_of(statement, article, reach)
        said = on_one_line(statement.quote)
        if self._is_plain:
            said = f"{MARKS[0]}{said}{MARKS[1]}"
        return Text.assemble((before, "dim"), (said, "bold underline"), (behind, "dim"))


def describe(original: Statement, current: Statement | None, article: Article) -> str:
    """Return who says it, on which issue, with which stance, and what a person made of it."""
    line = article.text.count("\n", 0, original.start) + 1
    if current is None:
        return f"{_coding(original)}, line {line}; now dropped"
    if current.review == "corrected":
        was = "" if current == original else f"; the program had: {_coding(original)}"
        return f"{_coding(current)}, line {line}; corrected{was}"
    checked = "; confirmed" if current.review == "confirmed" else ""
    return f"{_coding(current)}, line {line}{checked}"


def _coding(statement: Statement) -> str:
    if statement.holder is None:
        holder = "the author"
    else:
        role = f" ({statement.holder.role})" if statement.holder.role else ""
        holder = f"{statement.holder.name}{role}"
    return f"{holder} · {statement.issue or 'no issue'} · {statement.stance}"


def context_of(statement: Statement, article: Article, reach: int) -> tuple[str, str]:
    """Return what stands before and behind a passage in its paragraph, at most *reach* characters.

    Each with the white space that parts it from the passage; an ellipsis where more is left out.
    """
    block = next((b for b in article.blocks if b.contains(statement)), None)
    first, last = (block.start, block.end) if block else (statement.start, statement.end)
    start, end = max(first, statement.start - reach), min(last, statement.end + reach)
    before = article.text[start : statement.start]
    behind = article.text[statement.end : end]
    if start > first:
        before = "… " + before.partition(" ")[2]
    if end < last:
        behind = behind.rpartition(" ")[0] + " …"
    space_before = " " if before[-1:].isspace() else ""
    space_behind = " " if behind[:1].isspace() else ""
    return on_one_line(before) + space_before, space_behind + on_one_line(behind)


def stance_word(stance: CodedStance) -> str:
    """Return a stance in words that tell what it means."""
    return "not addressed (absent)" if stance == "absent" else stance
