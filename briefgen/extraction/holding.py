"""Whether the article's own words give a view to the one who is said to hold it.

A quotation can be true and its holder false: the name stands in the next sentence, but somebody
else speaks. So the attributions that the article itself makes (`lexical.voices`) are laid beside a
statement: where they give it to somebody else, or nothing ties it to the proposed holder, that
holder is refused; where they give it to somebody and the author was proposed, so is the author.
What a person has corrected is not judged: people know more than frames and cues.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from briefgen.extraction.acting import tells_own_deed
from briefgen.extraction.lexical.digests import as_authors
from briefgen.extraction.lexical.language.reporting_words import CUE_FORMS, KNOWLEDGE, PERSON_ROLES
from briefgen.extraction.lexical.language.text import Sentence, Token
from briefgen.extraction.lexical.voices.attribution import Attribution
from briefgen.extraction.lexical.voices.telling import Telling, read_telling
from briefgen.extraction.skeleton import read_skeleton
from briefgen.models import Article, Span, Statement

_SHARE = 0.5
"""An attribution covers a statement from this share of its characters on."""
_WHOLE = 0.9
"""From this share on a statement is the content of a report, and nothing else."""
_REACH = 8
"""So many tokens beside a statement the verb may stand by which it is reported."""
_PARTING = frozenset((",", "”", '"', "''", "’", "—", "–", "--", "»"))
_SUBJECT_BEHIND = 5
"""So many tokens behind a verb of saying its subject may stand: ", said Senator Ana Lund"."""
_BETWEEN = 40
"""So many characters may stand between a colon and what it announces."""
_QUOTES = " \t\r\n\"'“”‘’„«»"
_TITLES = PERSON_ROLES | frozenset(
    """
    mr mrs ms dr sen rep gov prof sir dame lord lady the a an of and for in on at its his her their
    our former then president-elect jr sr
    """.split()
)
_SPEAKING = frozenset(("quotation", "clause", "parenthesis", "according"))
"""Frames in which what is reported is told as somebody's words or belief."""


def find_holder_fault(statement: Statement, article: Article) -> str | None:
    """Say why the article does not give the statement to its holder; None where it may."""
    telling = read_telling(article)
    told = list(_about(statement, telling))
    if statement.holder is None:
        return _author_fault(statement, told, article)
    name = statement.holder.name
    announcer = _find_announcer(statement, article, telling)
    if announcer is not None and announcer.lower in _telling_words(name):
        return None
    # Without a verb of its own a quotation is taken for the last speaker's: a guess.
    sure = [(share, each) for share, each in told if each.lemma or announcer is None]
    if any(_is_same(name, attribution) for _, attribution in sure):
        return None
    others = (a.holder for share, a in sure if a.holder and a.holder.is_actor and share >= _SHARE)
    other = next(others, None)
    if other is not None:
        return f"the article gives it to {other.name!r}, not to {name!r}"
    if _is_tied(name, statement, telling):
        return None
    return f"nothing there says that {name!r} holds it"


def _about(statement: Span, telling: Telling) -> Iterator[tuple[float, Attribution]]:
    """Yield the attributions that tell of a statement, with the share of it that they cover."""
    length = max(1, statement.end - statement.start)
    for attribution in reversed([*telling.attributions_on(statement)]):
        if attribution.holder is None or attribution.is_denied:
            continue
        covered = sum(
            max(0, min(end, statement.end) - max(start, statement.start))
            for start, end in attribution.spans
        )
        yield covered / length, attribution


def _author_fault(
    statement: Span, told: Sequence[tuple[float, Attribution]], article: Article
) -> str | None:
    """Find a report in which the statement stands.

    What somebody thinks or knows may be told as the author's claim, verb and all; its content alone
    is no claim of the author's.
    """
    for share, attribution in told:
        holder = attribution.holder
        if holder is None or attribution.frame not in _SPEAKING or attribution.endorsement:
            continue
        content = share >= _WHOLE and not _overlaps(attribution.cue, statement)
        of_mind = attribution.is_of_mind or attribution.lemma in KNOWLEDGE
        spoken = share >= _SHARE and holder.is_actor and not of_mind
        if (content or spoken) and not _is_author(attribution, article):
            return f"the article gives it to {holder.name!r}, not to its author"
    return None


def _overlaps(cue: tuple[int, int], span: Span) -> bool:
    return cue[0] < span.end and span.start < cue[1]


def _is_author(attribution: Attribution, article: Article) -> bool:
    """Tell whether who speaks is the author: by name, or as "the author" of a text summed up."""
    authors, holder = article.source.authors, attribution.holder
    if article.source.kind == "digest" and as_authors(attribution, authors).holder is None:
        return True
    return holder is not None and any(_share_name(holder.name, author) for author in authors)


def _is_same(name: str, attribution: Attribution) -> bool:
    holder = attribution.holder
    written = attribution.written or ""
    return holder is not None and (
        _share_name(name, holder.name) or name.casefold() == written.casefold()
    )


def _share_name(one: str, other: str) -> bool:
    """Tell whether two ways of naming may be the same holder's: they share a telling word."""
    first, second = _telling_words(one), _telling_words(other)
    return bool(first & second) or _initials(one) == other or _initials(other) == one


def _telling_words(name: str) -> frozenset[str]:
    keys = _keys_of(name)
    return keys - _TITLES or keys


def _keys_of(name: str) -> frozenset[str]:
    return frozenset(token.key.removesuffix("'s") for token in read_skeleton(name).tokens)


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isupper())


def _is_tied(name: str, statement: Span, telling: Telling) -> bool:
    """Tell whether a report in the statement's own sentence names the holder beside it.

    A verb of saying or of wanting stands close before the statement, and the holder is the nearest
    name before it; or it stands close behind, set apart by a mark, with the holder at its side. Or
    the statement tells itself what the holder did.
    """
    words = _telling_words(name)
    for sentence in telling.sentences_on(statement):
        first = bisect_left(sentence.starts, statement.start)
        behind = bisect_left(sentence.starts, statement.end)
        if _is_told_before(words, sentence, first) or _is_told_behind(words, sentence, behind):
            return True
        if tells_own_deed(_keys_of(name), words, sentence, first, behind):
            return True
    return False


def _is_told_before(words: frozenset[str], sentence: Sentence, first: int) -> bool:
    """Tell whether "Ana Lund says that" stands before token number *first*."""
    for cue in range(max(0, first - _REACH), first):
        if sentence.lowers[cue] in CUE_FORMS:
            name = next((n for n in range(cue - 1, -1, -1) if _is_name(sentence, n)), None)
            if name is not None and sentence.lowers[name] in words:
                return True
    return False


def _is_told_behind(words: frozenset[str], sentence: Sentence, behind: int) -> bool:
    """Tell whether ", says Ana Lund" or ", Ana Lund says" stands from token number *behind* on."""
    near = range(behind, min(behind + _REACH, len(sentence.tokens)))
    if not near or _PARTING.isdisjoint(sentence.lowers[max(0, behind - 2) : behind + 1]):
        return False
    cue = next((n for n in near if sentence.lowers[n] in CUE_FORMS), None)
    if cue is None:
        return False
    beside = range(behind, min(cue + 1 + _SUBJECT_BEHIND, len(sentence.tokens)))
    names = [n for n in beside if _is_name(sentence, n)]
    before = [n for n in names if n < cue]
    chosen = before[-1:] or names
    return any(sentence.lowers[n] in words for n in chosen)


def _find_announcer(statement: Span, article: Article, telling: Telling) -> Token | None:
    """Return the first name of the sentence that ends in ":" right before; None where none does."""
    near = max(0, statement.start - _BETWEEN)
    before = article.text[near : statement.start].rstrip(_QUOTES)
    if not before.endswith(":"):
        return None
    colon = near + len(before) - 1
    for sentence in telling.sentences_on(Span(start=colon, end=colon + 1)):
        names = (n for n in range(len(sentence.tokens)) if _is_name(sentence, n))
        first = next(names, None)
        return sentence.tokens[first] if first is not None else None
    return None


def _is_name(sentence: Sentence, number: int) -> bool:
    token = sentence.tokens[number]
    return token.capital and (number > 0 or token.lower in sentence.names)
