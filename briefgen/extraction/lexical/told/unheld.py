"""Reports that tell no view of the one they name.

"If the union refuses, …" imagines it, "the assumption that the mayor fears a toll is flawed" denies
it, "the mayor does not understand tolls" is the author's word on the mayor, and "according to the
bank's figures" names a table. They stay what somebody is said to say or feel, on no issue.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from briefgen.extraction.lexical.language.grammar_words import AUXILIARIES
from briefgen.extraction.lexical.language.reporting_words import KNOWLEDGE
from briefgen.extraction.lexical.language.text import Sentence, Token
from briefgen.extraction.lexical.voices.attribution import Attribution
from briefgen.extraction.lexical.voices.noun_phrases import Mention

_SUPPOSING = frozenset("if unless whether once suppose supposing".split())
_INVERTED = frozenset("had were should".split())
"""They open a condition where the subject follows: "had the union refused, …"."""
_QUESTIONS = frozenset("why how when where what who whom which".split())
_VIEWS = frozenset(
    """
    assumption belief claim fear hope idea illusion impression myth notion perception premise
    pretence pretense proposition suggestion theory view worry
    """.split()
)
_IMAGINING_REACH = 16
_KNOWING = frozenset(KNOWLEDGE) - {"see", "hear"}
_SUBJECTIVE = frozenset("desire ambition obsession appetite thirst hunger hope dream".split())
"""That somebody has one of these is what the author makes of them."""
_PRESSING = frozenset(
    """
    force forces forced forcing win winning secure securing gain gaining obtain compel seek seeking
    require requires extract ensure buy await without
    """.split()
)
_SOUGHT = frozenset("acceptance agreement approval consent support backing endorsement".split())
_RECORDS = frozenset(
    """
    data figures statistics numbers estimates records tables calculations database count index
    """.split()
)
DENIALS = frozenset(("deny", "dispute"))
_CALLED = frozenset("called named dubbed".split())
_SPOKEN_TO = frozenset("you you'll you’ll you'd you’d we'll we’ll".split())
_SHARES = frozenset("percent % third thirds half quarter usual".split())
_ANYONE = frozenset("i we you one someone somebody anyone anybody who it".split())
_OWNING = frozenset(("their", "its"))
_PRESS_REACH = 5


def is_unheld(report: Attribution, sentence: Sentence, reports: Sequence[Attribution]) -> bool:
    """Tell whether the report tells no view of its holder.

    Args:
        report: who is said to say or want what.
        sentence: in which that stands.
        reports: all of the sentence.
    """
    holder = report.holder
    if holder is not None and is_no_one(holder):
        return True
    if report.frame == "quotation":
        return False
    if _is_asked(sentence):
        return True
    cue = bisect_right(sentence.starts, report.cue[0]) - 1
    if report.frame == "clause" and (
        _is_misread(report, sentence) or _is_naming(sentence, holder, cue)
    ):
        return True
    if report.frame == "attitude" and sentence.lowers[max(0, cue - 1)] in _SPOKEN_TO:
        return True  # "you'll upset the guild" is said to somebody
    here = holder is not None and sentence.start <= holder.start < sentence.end
    if holder is not None and here and _is_supposed(sentence.tokens, holder):
        return True
    within = [
        other
        for other in reports
        if other is not report and other.start <= report.cue[0] < other.end
    ]
    if any(other.holder is None and other.endorsement < 0 for other in within):
        return True
    if _is_own_denial(report, within):
        return True
    return _is_authors_word(report, sentence.tokens, cue)


def is_no_one(holder: Mention) -> bool:
    """Tell whether nobody is named who could hold a view: "I", "a person", "their money",
    "four percent".
    """
    words = holder.name.lower().split()
    if not words or words[-1] in _SHARES or (len(words) == 1 and words[0] in _ANYONE):
        return True
    if words in (["a", "person"], ["a", "man"], ["a", "woman"]):
        return True
    return holder.kind == "thing" and words[0] in _OWNING


def _is_asked(sentence: Sentence) -> bool:
    """Tell whether the author asks: "Why does the union refuse?"."""
    tokens = sentence.tokens
    asks = tokens[-1].text == "?" and not (sentence.quoted[0] or sentence.quoted[-1])
    return asks and tokens[0].lower in _QUESTIONS and tokens[1].lower in AUXILIARIES


def _is_misread(report: Attribution, sentence: Sentence) -> bool:
    """Tell whether a clause was read behind "prefer", which takes none without "that"."""
    opening = sentence.lowers[
        min(bisect_left(sentence.starts, report.start), len(sentence.lowers) - 1)
    ]
    return report.lemma == "prefer" and opening not in {"not", "to"}


def _is_naming(sentence: Sentence, holder: Mention | None, cue: int) -> bool:
    """Tell whether "a firm called Osk Loans lost the files" stands there: it is named so."""
    tokens = sentence.tokens
    named = tokens[cue].lower in _CALLED and tokens[min(cue + 1, len(tokens) - 1)].capital
    opening = tokens[holder.first].lower if holder is not None and holder.first < cue else ""
    return named and opening in {"a", "an"} and holder is not None and holder.last == cue - 1


def _is_supposed(tokens: Sequence[Token], holder: Mention) -> bool:
    return is_imagined_of(tokens, holder) or _is_nobodys(tokens, holder)


def is_imagined_of(tokens: Sequence[Token], holder: Mention) -> bool:
    """Tell whether "if", "whether" or the like opens the clause whose subject the holder is.

    That may be the first half of it: "if the council tries again and the union refuses, then …".
    """
    before = tokens[holder.first - 1].lower if holder.first else ""
    inverted = before in _INVERTED and (holder.first == 1 or not tokens[holder.first - 2].is_word)
    if before in _SUPPOSING or inverted:
        return True
    if before not in {"and", "or", "but"}:
        return False
    for index in range(holder.first - 2, max(-1, holder.first - _IMAGINING_REACH), -1):
        if not tokens[index].is_word:
            return False
        if tokens[index].lower in _SUPPOSING:
            return index == 0 or tokens[index - 1].text == "," or tokens[index].lower == "if"
    return False


def _is_nobodys(tokens: Sequence[Token], holder: Mention) -> bool:
    """Tell whether "the idea that" stands before the holder: an idea of nobody's, about them."""
    that = holder.first - 1
    if that < 1 or tokens[that].lower != "that":
        return False
    noun = that - 1
    while noun and not tokens[noun].is_word:
        noun -= 1
    opens = noun < 1 or not tokens[noun - 1].possessive
    own = noun > 0 and tokens[noun - 1].lower in {"his", "her", "their", "its"}
    return tokens[noun].lower in _VIEWS and opens and not own


def _is_own_denial(report: Attribution, within: Sequence[Attribution]) -> bool:
    """Tell whether the holder denies it: "she denied that she had ever opposed the toll"."""
    holder = report.holder
    return holder is not None and any(
        other.lemma in DENIALS and other.holder is not None and other.holder.name == holder.name
        for other in within
    )


def _is_authors_word(report: Attribution, tokens: Sequence[Token], cue: int) -> bool:
    lemma = report.lemma
    if report.frame in {"attitude", "topic"} and lemma in _KNOWING:
        return True  # who "understands the risks" has them pointed out by the author
    if report.frame == "topic" and lemma in _SUBJECTIVE:
        return True
    if report.frame == "topic" and lemma in _SOUGHT and report.holder is not None:
        before = tokens[max(0, cue - _PRESS_REACH) : cue]
        return any(token.lower in _PRESSING for token in before)
    if report.frame == "according" and report.holder is not None:
        behind = report.holder.last + 1
        named = tokens[behind].lower if behind < len(tokens) else ""
        return named in _RECORDS or report.holder.name.lower().split()[-1] in _RECORDS
    return False
