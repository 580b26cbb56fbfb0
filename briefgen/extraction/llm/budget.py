"""What a run may cost, what it has cost, and what it will not be allowed to."""

import threading
from dataclasses import dataclass, field

from briefgen.errors import BudgetError, UsageError
from briefgen.extraction.llm.prices import Price, find_price
from briefgen.extraction.llm.questions import Question, Usage, estimate_tokens
from briefgen.language_model import LanguageModel


@dataclass
class Bill:
    """What was asked in a run, and what it cost."""

    model: str
    calls: int = 0
    """That reached a server, whatever came back."""
    kept: int = 0
    """Answers that were there already."""
    usage: Usage = field(default_factory=Usage)
    """Of the calls that were answered."""
    lost: int = 0
    """Tokens that calls without an answer may have cost, at most."""
    dollars: float | None = None
    """None where the price is not known."""

    def as_json(self) -> dict[str, object]:
        """Return it for the report of a run."""
        return {
            "model": self.model,
            "calls": self.calls,
            "answers_kept": self.kept,
            "input_tokens": self.usage.input,
            "output_tokens": self.usage.output,
            "tokens_measured": self.usage.measured,
            "tokens_lost_at_most": self.lost,
            "dollars": None if self.dollars is None else round(self.dollars, 6),
        }

    def __str__(self) -> str:
        if not self.calls:
            return f"{self.model}: no call was made, {_counted(self.kept, 'answer')} kept"
        about = "" if self.usage.measured else "about "
        tokens = f"{about}{self.usage.input:,} tokens in and {self.usage.output:,} out"
        cost = "price not known" if self.dollars is None else f"{about}${self.dollars:.4f}"
        kept = f", {_counted(self.kept, 'answer')} kept" if self.kept else ""
        lost = f", and up to {self.lost:,} tokens of calls without an answer" if self.lost else ""
        return f"{self.model}: {_counted(self.calls, 'call')}{kept}, {tokens}{lost}, {cost}"


class Budget:
    """Lets a call be made only where the most that it can cost is left; for several threads.

    Raises:
        UsageError: a limit in dollars is set and the price is not known.
    """

    def __init__(self, model: LanguageModel) -> None:
        self._model = model
        self.price: Price | None = find_price(model)
        if model.max_cost is not None and self.price is None:
            message = f"the price of {model.id} is not known"
            hint = "limit the tokens with --max-tokens, or say what a million cost: --price IN/OUT"
            raise UsageError(message, where="--max-cost", hint=hint)
        self._lock = threading.Lock()
        self._held = Usage()
        self._lost = Usage()
        self.bill = Bill(model.id, dollars=None if self.price is None else 0.0)

    def reserve(self, question: Question) -> Usage:
        """Set aside the most that a call can cost, and return it for `settle`.

        Raises:
            BudgetError: there is not that much left; nothing was asked.
        """
        most = Usage(estimate_tokens(question.characters), self._model.max_output)
        with self._lock:
            held = self._held + most
            self._refuse_beyond(held)
            self._held = held
            self.bill.calls += 1
        return most

    def settle(self, most: Usage, used: Usage | None) -> None:
        """Book what a call took in the place of what was set aside.

        Args:
            most: what `reserve` returned.
            used: None where nothing came back: then nobody knows, and the most is booked.
        """
        with self._lock:
            self._held = Usage(self._held.input - most.input, self._held.output - most.output)
            if used is None:
                self.bill.lost += most.total
                self._lost += most
            else:
                self.bill.usage += used
            if self.price is not None:
                usage = self.bill.usage
                self.bill.dollars = self.price.of(usage.input, usage.output)

    def release(self, most: Usage) -> None:
        """Give back what was set aside for a call that the server turned away unpaid."""
        with self._lock:
            self._held = Usage(self._held.input - most.input, self._held.output - most.output)

    def withdraw(self, most: Usage) -> None:
        """Give it back for a call that reached no server, and so was none."""
        with self._lock:
            self.bill.calls -= 1
        self.release(most)

    def reuse(self) -> None:
        """Book an answer that was there already."""
        with self._lock:
            self.bill.kept += 1

    def _refuse_beyond(self, held: Usage) -> None:
        total = self.bill.usage + held + self._lost
        limit = self._model.max_tokens
        if limit is not None and total.total > limit:
            self._stop(f"--max-tokens {limit}")
        cap = self._model.max_cost
        if cap is not None and self.price is not None:
            dollars = self.price.of(total.input, total.output)
            if dollars > cap:
                self._stop(f"--max-cost {cap:g}")

    def _stop(self, limit: str) -> None:
        message = f"stopped: one more call may go beyond {limit}"
        hint = "what was answered is kept; raise the limit and build again, only the rest is asked"
        raise BudgetError(message, where=self._model.id, hint=hint)


def _counted(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
