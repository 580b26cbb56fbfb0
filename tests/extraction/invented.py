"""Invented articles and codebooks on invented towns: no sentence here is anybody's."""

import hashlib
from collections.abc import Sequence

from briefgen.extraction.lexical.extractor import LexicalExtractor
from briefgen.models import (
    Article,
    Block,
    BlockKind,
    Codebook,
    Issue,
    IssueStance,
    PositionRecord,
    Source,
    Statement,
)

TOLL = Codebook(
    topic="Traffic in the city of Marrow",
    issues=(
        Issue(
            id="congestion-charge",
            title="The congestion charge",
            proposition="The city should introduce a congestion charge.",
            terms=("congestion charge", "toll", "road pricing", "drivers pay"),
            support=("clears the streets", "drivers should pay for the space", "worth every penny"),
            oppose=("tax on commuters", "punishes the poor", "cannot afford the toll"),
        ),
        Issue(
            id="bus-lanes",
            title="Bus lanes",
            proposition="The city should build more bus lanes.",
            terms=("bus lane", "buses", "bus network"),
            support=("buses move faster", "reliable buses"),
            oppose=("empty lanes", "lanes stand idle"),
        ),
    ),
)
TRAINS = Codebook(
    topic="Railways in the republic of Orland",
    issues=(
        Issue(
            id="night-trains",
            title="Night trains",
            proposition="The state railway should run more night trains.",
            terms=("night train", "sleeper", "couchette", "overnight service"),
            support=("replace short flights", "asleep across the border"),
            oppose=("lose money on every berth", "nobody books them"),
        ),
        Issue(
            id="track-access",
            title="Track access fees",
            proposition="The ministry should abolish track access fees.",
            terms=("track access fee", "access fee", "track fee"),
            support=("choke the railways",),
            oppose=("pay for the rails", "keep the network in repair"),
        ),
    ),
)
WOLVES = Codebook(
    topic="Wolves in the Arden hills",
    issues=(
        Issue(
            id="strict-protection",
            title="Strict protection",
            proposition="Wolves should keep their strict protection.",
            terms=("strict protection", "protected status", "protection of wolves"),
            support=("balance of the forest", "law that saved the wolf"),
            oppose=("quota for hunters", "herds are defenseless"),
        ),
        Issue(
            id="livestock-harm",
            title="Harm to grazing",
            proposition="Wolves ruin hill farming.",
            terms=("hill farming", "sheep", "grazing", "self-guarding"),
            support=("flocks torn apart", "driving shepherds off the hills"),
            oppose=("fences work", "dogs keep the wolves away"),
        ),
    ),
)
WATER = Codebook(
    topic="Water in the province of Tamrin",
    issues=(
        Issue(
            id="meters",
            title="Water meters",
            proposition="Every household should have a water meter.",
            terms=("water meter", "metering", "meters", "people's well"),
            support=("pay for what they use", "find the leaks"),
            oppose=("water is a right", "meters cost more than they save"),
        ),
        Issue(
            id="flat-rate",
            title="The flat rate",
            proposition="The water board should scrap the flat rate.",
            terms=("flat rate", "flat-rate tariff"),
            support=("rewards waste",),
            oppose=("shields large families",),
        ),
    ),
)
CODEBOOKS = {"toll": TOLL, "trains": TRAINS, "wolves": WOLVES, "water": WATER}


def make_article(
    *paragraphs: str, between: str = "\n\n", kinds: Sequence[BlockKind] = (), source: str = "a"
) -> Article:
    """Return an article with one block for each paragraph, ``body`` where *kinds* says nothing."""
    blocks = []
    at = 0
    for number, paragraph in enumerate(paragraphs):
        kind: BlockKind = kinds[number] if number < len(kinds) else "body"
        reason = "a share line" if kind == "furniture" else None
        blocks.append(Block(start=at, end=at + len(paragraph), kind=kind, reason=reason))
        at += len(paragraph) + len(between)
    text = between.join(paragraphs)
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Article(
        source=Source(id=source, path=f"{source}.txt"),
        text=text,
        blocks=tuple(blocks),
        input_sha256=digest,
    )


def extract(codebook: Codebook, *paragraphs: str) -> PositionRecord:
    """Return the lexical extractor's record of an article of these paragraphs."""
    return LexicalExtractor(codebook, "0" * 64).extract(make_article(*paragraphs))


def holders_of(record: PositionRecord, words: str) -> set[str | None]:
    """Return the names of those to whom *words* are booked, None for the author.

    Raises:
        AssertionError: no statement holds the words.
    """
    found = {
        statement.holder.name if statement.holder is not None else None
        for statement in record.statements
        if words in statement.quote
    }
    assert found, f"no statement holds {words!r}: {[s.quote for s in record.statements]}"
    return found


def statement_with(record: PositionRecord, words: str) -> Statement:
    """Return the only statement that holds *words*."""
    found = [statement for statement in record.statements if words in statement.quote]
    assert len(found) == 1, [s.quote for s in record.statements]
    return found[0]


def stance_on(record: PositionRecord, issue: str) -> str | None:
    """Return the author's stance on an issue; None where the record has none."""
    stance: IssueStance | None = record.stances.get(issue)
    return stance.stance if stance is not None else None
