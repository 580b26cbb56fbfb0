"""The dialogue of a review: at each stop it shows, asks, saves; what was decided is never lost."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from briefgen.correcting.statements import new_statement
from briefgen.models import Article, CodedStance, Holder, Issue, PositionRecord, Statement
from briefgen.reviewing.adding import find_words
from briefgen.reviewing.decisions import (
    Signature,
    coding_of,
    evidence_for,
    holder_entry,
    is_on_same,
    is_said_already,
    sign,
    stance_entry,
    statement_entry,
)
from briefgen.reviewing.keyboard import ENTER, Keyboard
from briefgen.reviewing.keys import (
    AT_PASSAGE,
    AT_STANCE,
    HELP,
    STANCE_KEYS,
    WITHOUT_ISSUE,
    meaning_of,
    stance_of,
)
from briefgen.reviewing.log import CorrectionsLog
from briefgen.reviewing.material import Material, correct_one
from briefgen.reviewing.screen import Screen, stance_word
from briefgen.reviewing.walk import Stop, is_done, passages_at
from briefgen.terminal import on_one_line

AUTHOR = frozenset({"-", "–"})
"""What a person types for a view that is the author's own."""

Move = Literal["next", "back", "up", "quit", "stay"]


@dataclass
class Session:
    """One person's review of one corpus."""

    material: Material
    log: CorrectionsLog
    who: str
    time: Callable[[], str]
    keyboard: Keyboard
    screen: Screen
    all_stops: Sequence[Stop]
    """Those that count for the progress."""
    now: dict[str, PositionRecord]
    """The corrected records, by source id."""
    saved: Counter[str] = field(default_factory=Counter)
    """Entries of this session, by verdict."""

    def run(self, stops: Sequence[Stop]) -> None:
        """Walk through *stops* until the person ends, or there are no more.

        Raises:
            BriefgenError: corrections.yaml cannot be written any more.
        """
        place = 0
        while place < len(stops):
            try:
                move = self._visit(stops[place])
            except (EOFError, KeyboardInterrupt):
                self.screen.end_answer()
                return
            if move == "quit":
                return
            if move == "back" and place == 0:
                self.screen.say("This is the first one.")
            place = max(0, place - 1) if move == "back" else place + 1

    def count_done(self) -> int:
        """Return how many of all stops a person has had a word on."""
        return sum(is_done(stop, self.now[stop.source]) for stop in self.all_stops)

    def _visit(self, stop: Stop) -> Move:
        """Show a stop and do what the person asks for, until they go on."""
        move: Move = "stay"
        self._show(stop)
        while move in {"stay", "up"}:
            keys = WITHOUT_ISSUE if stop.issue is None else AT_STANCE
            act = self._ask_key(keys)
            if act == "passages":
                move = self._visit_passages(stop)
                if move in {"next", "up"}:
                    move = "stay"
                    self._show(stop)
            elif act is not None:
                move = self._do_at_stance(act, stop, keys)
        return move

    def _show(self, stop: Stop) -> None:
        article = self.material.articles[stop.source]
        machine, now = self.material.machine[stop.source], self.now[stop.source]
        progress = f"{self.count_done()} of {len(self.all_stops)} reviewed"
        self.screen.head(progress, article)
        self.screen.issue(self._issue(stop))
        if stop.issue is not None:
            self.screen.stance(
                machine.stances.get(stop.issue),
                now.stances.get(stop.issue) or now.unaddressed.get(stop.issue),
            )
        self.screen.passages(passages_at(stop, machine, now), now, article)

    def _issue(self, stop: Stop) -> Issue | None:
        return self.material.codebook.issue(stop.issue) if stop.issue else None

    def _do_at_stance(self, act: str, stop: Stop, keys: Mapping[str, str]) -> Move:
        match act:
            case "next" | "back" | "quit":
                return act
            case "help":
                self._help(keys)
            case "skip":
                if stop.issue is not None and not is_done(stop, self.now[stop.source]):
                    self._decide(stop, self._stance_now(stop), skipped=True)
                return "next"
            case "confirm":
                self._decide(stop, self._stance_now(stop))
                return "next"
            case "drop":
                self._decide(stop, "absent")
            case "add":
                self._add_passage(stop)
            case "note":
                note = self._ask_line("Note (return leaves it):")
                if note:
                    is_open = not is_done(stop, self.now[stop.source])
                    self._decide(stop, self._stance_now(stop), skipped=is_open, note=note)
            case "stance":
                chosen = self._ask_stance(absent=True)
                if chosen is not None:
                    self._decide(stop, chosen)
        return "stay"

    def _stance_now(self, stop: Stop) -> CodedStance:
        stance = self.now[stop.source].stances.get(stop.issue or "")
        return stance.stance if stance else "absent"

    def _decide(
        self, stop: Stop, stance: CodedStance, *, skipped: bool = False, note: str | None = None
    ) -> None:
        """Save what a person says of an author's stance."""
        assert stop.issue is not None  # noqa: S101 (no stance is asked for where there is none)
        now, article = self.now[stop.source], self.material.articles[stop.source]
        if stance != "absent" and not any(said.issue == stop.issue for said in now.statements):
            self.screen.say("Not saved: no passage is left on this issue to show the stance.")
            return
        entry = stance_entry(
            self._sign(article),
            stop.issue,
            stance,
            self.material.machine[stop.source],
            evidence_for(now.stances.get(stop.issue), now, stop.issue, article),
            skipped=skipped,
            note=note,
        )
        if note is None and is_said_already(entry, self.log.corrections):
            return
        self.log.add(entry)
        self._note_saved(stop.source, entry.what, stance_word(stance), note)

    def _visit_passages(self, stop: Stop) -> Move:
        """Go through the passages of a stop, one by one."""
        machine = self.material.machine[stop.source]
        passages = passages_at(stop, machine, self.now[stop.source])
        place = 0
        while place < len(passages):
            move = self._visit_passage(stop, passages[place], f"{place + 1} of {len(passages)}")
            if move in {"quit", "up"} or (move == "back" and place == 0):
                return "quit" if move == "quit" else "up"
            place += -1 if move == "back" else 1
        return "next"

    def _visit_passage(self, stop: Stop, original: Statement, number: str) -> Move:
        article = self.material.articles[stop.source]
        move: Move = "stay"
        self.screen.head(f"passage {number}", article)
        self.screen.issue(self._issue(stop))
        self.screen.passage(original, self._current(stop.source, original), article)
        while move == "stay":
            act = self._ask_key(AT_PASSAGE)
            if act is not None:
                move = self._do_at_passage(act, stop.source, original)
        return move

    def _do_at_passage(self, act: str, source: str, original: Statement) -> Move:
        current = self._current(source, original) or original
        match act:
            case "next" | "skip":
                return "next"
            case "back" | "quit" | "up":
                return act
            case "help":
                self._help(AT_PASSAGE)
            case "confirm":
                self._code(source, original, current)
                return "next"
            case "drop":
                self._code(source, original, current, dropped=True)
            case "note":
                note = self._ask_line("Note (return leaves it):")
                if note:
                    is_open = current.review == "machine"
                    self._code(source, original, current, skipped=is_open, note=note)
            case "stance":
                chosen = self._ask_stance(absent=False)
                if chosen is not None:
                    self._code(source, original, current.model_copy(update={"stance": chosen}))
            case "issue":
                self._ask_issue(source, original, current)
            case "holder":
                self._ask_holder(source, original, current)
        return "stay"

    def _add_passage(self, stop: Stop) -> None:
        """Make a statement of words that the program has none for."""
        answer = self._ask_line(
            "The words as they stand in the article, … for what lies between (return leaves it):"
        )
        if not answer:
            return
        article, machine = self.material.articles[stop.source], self.material.machine[stop.source]
        words = find_words(answer, article)
        if isinstance(words, str):
            self.screen.say(f"Not saved: {words}.")
            return
        chosen, issue = self._choose_issue(f"return: {stop.issue}" if stop.issue else "return: 0")
        chosen, issue = (True, stop.issue) if chosen is None else (chosen, issue)
        stance = self._ask_stance(absent=False) if chosen else None
        if stance is None or stance == "absent":
            return
        now = self.now[stop.source]
        added = new_statement(machine, (said.id for said in now.statements), words, issue, stance)
        there = (said for said in now.statements if is_on_same(said, added))
        original = next(there, added)
        name = self._ask_line("Whose view, as the name stands in the article (return: the author):")
        holder = Holder(name=name) if name and name not in AUTHOR else None
        coded = original.model_copy(update={"stance": stance, "holder": holder})
        if not self._code(stop.source, original, coded):
            return
        self.screen.passage(original, self._current(stop.source, original), article)

    def _ask_issue(self, source: str, original: Statement, current: Statement) -> None:
        chosen, issue = self._choose_issue("return leaves it")
        if chosen:
            self._code(source, original, current.model_copy(update={"issue": issue}))

    def _choose_issue(self, without: str) -> tuple[bool | None, str | None]:
        """Ask for an issue.

        Args:
            without: what the return key means.

        Returns:
            Whether one was chosen, None where the return key was pressed; and its id, None for no
            issue of the codebook.
        """
        issues = [issue.id for issue in self.material.codebook.issues]
        for number, issue in enumerate(self.material.codebook.issues, 1):
            self.screen.say(f"{number} {issue.id}: {issue.title}")
        answer = self._ask_line(f"Number or id, 0 for no issue ({without}):")
        if not answer:
            return None, None
        if answer.isdecimal() and int(answer) <= len(issues):
            return True, issues[int(answer) - 1] if int(answer) else None
        if answer in issues:
            return True, answer
        self.screen.say(f"Not saved: the codebook has no issue {answer!r}.")
        return False, None

    def _ask_holder(self, source: str, original: Statement, current: Statement) -> None:
        answer = self._ask_line(
            "Whose view, as the name stands in the article; - for the author (return leaves it):"
        )
        if answer:
            holder = None if answer in AUTHOR else Holder(name=answer)
            if self._code(source, original, current.model_copy(update={"holder": holder})):
                self._give_to(source, original, holder.name if holder else None)

    def _give_to(self, source: str, original: Statement, holder: str | None) -> None:
        """Give the same words on other issues to the same holder: who said them is one question."""
        article = self.material.articles[source]
        for said in self.material.machine[source].statements:
            is_same = (said.start, said.end) == (original.start, original.end)
            if is_same and said.id != original.id and said.holder == original.holder:
                entry = holder_entry(self._sign(article), said, holder)
                self.log.add(entry)
                self._note_saved(source, entry.what, f"the same words on {said.issue}", None)

    def _code(
        self,
        source: str,
        original: Statement,
        coded: Statement,
        *,
        dropped: bool = False,
        skipped: bool = False,
        note: str | None = None,
    ) -> bool:
        """Save how a person codes a passage; tell whether it is saved."""
        article = self.material.articles[source]
        trouble = self.material.find_fault(coded, article)
        if trouble is not None:
            self.screen.say(f"Not saved: {trouble}.")
            return False
        machine = {said.id: said for said in self.material.machine[source].statements}
        entry = statement_entry(
            self._sign(article),
            machine.get(original.id),
            coded,
            booked=original.issue,
            dropped=dropped,
            skipped=skipped,
            note=note,
        )
        if note is None and is_said_already(entry, self.log.corrections):
            return True
        self.log.add(entry)
        said = " · ".join(part or "the author" for part in reversed(coding_of(coded)[1:]))
        self._note_saved(source, entry.what, f"{said} · {coded.issue or 'no issue'}", note)
        return True

    def _current(self, source: str, original: Statement) -> Statement | None:
        """Return a passage as it counts now; None where it was dropped."""
        found = (said for said in self.now[source].statements if said.id == original.id)
        return next(found, None)

    def _note_saved(self, source: str, verdict: str, what: str, note: str | None) -> None:
        self.saved[verdict] += 1
        self.now[source] = correct_one(self.material, source, self.log.corrections)
        said = verdict if verdict in {"dropped", "skipped"} else f"{verdict}, {what}"
        said += ", with your note" if note else ""
        self.screen.say(f"Saved: {said}", "green")

    def _sign(self, article: Article) -> Signature:
        return sign(self.who, self.time(), article)

    def _ask_key(self, keys: Mapping[str, str]) -> str | None:
        """Return what the person wants; None where the key means nothing, which is said."""
        self.screen.choices(keys.items())
        self.screen.ask(">")
        key = self.keyboard.key()
        self.screen.end_answer()
        if key == ENTER:
            return "skip"
        meaning = meaning_of(key, dict(keys))
        if meaning is None:
            name = key if key.isprintable() else "this key"
            self.screen.say(f"{name} means nothing here; ? explains the keys.")
        return meaning

    def _ask_stance(self, *, absent: bool) -> CodedStance | None:
        choices = {k: s for k, s in STANCE_KEYS.items() if absent or s != "absent"}
        self.screen.choices((key, stance_word(stance)) for key, stance in choices.items())
        self.screen.ask("Stance (any other key leaves it):")
        chosen = stance_of(self.keyboard.key(), absent=absent)
        self.screen.end_answer()
        if chosen is None:
            self.screen.say("Left as it was.")
        return chosen

    def _ask_line(self, question: str) -> str:
        self.screen.ask(question)
        return on_one_line(self.keyboard.line())

    def _help(self, keys: Mapping[str, str]) -> None:
        for key, word in keys.items():
            self.screen.say(f"  {key}  {word}: {HELP[word]}")
