"""A brief about an invented strait, with what real ones have: gaps, digests, hostile text."""

from collections.abc import Sequence

from briefgen.models import (
    Actor,
    ActorPosition,
    ActorReport,
    Addressee,
    AddresseeAsk,
    Agreement,
    BalanceReport,
    Brief,
    BriefIssue,
    BriefSource,
    Concession,
    ConditionItem,
    CoverageRow,
    Divergence,
    Failure,
    FlaggedCorrection,
    Gap,
    Holder,
    Passage,
    Position,
    PositionSource,
    RecommendationItem,
    ReportedPosition,
    ReviewedCell,
    ReviewReport,
    SideBalance,
    SourceReview,
    Stance,
    Statement,
    SummaryPoint,
)

ISSUES: dict[str, tuple[str, str]] = {
    "fixed-link": ("A fixed link", "The Kestrel Strait should get a tunnel for road and rail."),
    "public-money": (
        "Public money for the link",
        "The state should pay for at least half of the link.",
    ),
    "ferry-service": (
        "Ferry service in the meantime",
        "The public ferries should run at the present frequency until the link opens.",
    ),
    "tolls": ("Tolls", "Drivers should pay a toll that covers the cost of upkeep."),
    "fisheries": (
        "Protection of the fishing grounds",
        "Work in the strait should stop during the spawning season.",
    ),
    "harbour-jobs": (
        "Harbour jobs",
        "The harbour's workers should be guaranteed work after the ferries stop.",
    ),
    "timetable": ("Timetable", "Building should begin before the next regional election."),
    "island-housing": (
        "Housing on the island",
        "The island should limit the sale of homes to people from the mainland.",
    ),
}

SOURCES = [
    ("a1", "Straits Gazette", ("Ines Okafor",), "The tunnel is late, and so are we", "2031-05-03",
     "verbatim", 912),
    ("b2", None, ("Tomasz Wren", "Lale Aydin"), "What a toll can and cannot do", "2031-06-18",
     "verbatim", 1204),
    ("c3", None, (), "Notes from the fish hall on a project that everyone on the other shore calls "
     "inevitable", None, "verbatim", 655),
    ("d4", "Northern Policy Review", (), "Counting the cost of waiting", "2031-06", "digest", 410),
    ("e5", "The Island Letter", ("Mirek Sand",), None, None, "digest", 388),
]  # fmt: skip

# Issue, source, stance, text, and where there is one the condition within the text.
Said = tuple[str, str, Stance, str, str | None]
SAID: list[Said] = [
    ("fixed-link", "a1", "support", "The strait needs a tunnel, and it needs the decision this "
     "year rather than another decade of studies that end where they began.", None),
    ("fixed-link", "d4", "support", "A tunnel would pay for itself within thirty years because "
     "freight would no longer wait for the weather.", None),
    ("fixed-link", "b2", "conditional", "We would build it if the two regions signed one contract "
     "for upkeep, and not before.", "if the two regions signed one contract for upkeep"),
    ("fixed-link", "c3", "oppose", "Nobody in the fish hall asked for a tunnel; what we asked for "
     "was a harbour wall that survives the winter.", None),
    ("fixed-link", "e5", "oppose", "The island does not need a road that brings more cars than it "
     "has parking places.", None),
    ("public-money", "a1", "support", "Half is the least the state can do: the mainland has had "
     "its bridges paid for since 1974.", None),
    ("public-money", "a1", "support", "“A link that serves two regions is national "
     "infrastructure,” and the treasury should say so.", None),
    ("public-money", "b2", "oppose", "At $40 million a kilometre, and $9 million a year for "
     "pumps, public money should go to *existing* roads first.", None),
    ("public-money", "d4", "oppose", "The review advises against public funding above one third "
     "unless the regions share the risk of delay.", "unless the regions share the risk of delay"),
    ("ferry-service", "c3", "support", "Keep every sailing. A line once cut is never restored, "
     "whatever the timetable says.", None),
    ("ferry-service", "e5", "support", "The letter asks that the night ferry be kept for the "
     "sick, for students and for the early market.", None),
    ("ferry-service", "d4", "support", "Ferries should keep their frequency until the first train "
     "has run.", None),
    ("tolls", "b2", "support", "A toll that covers upkeep, and nothing more, is the fairest "
     "charge that we know.", None),
    ("tolls", "a1", "oppose", "A toll would put the border back where the water was.", None),
    ("tolls", "c3", "unclear", "As for the toll, ask the man who drives the ice lorry "
     "[he has](javascript:alert(1)) <script>alert('x')</script> opinions | {{ 7*7 }} of his own.",
     None),
    ("fisheries", "c3", "support", "No pile should be driven between March and June, when the "
     "herring come in.", None),
    ("fisheries", "e5", "conditional", "The letter accepts work in spring where the noise stays "
     "below the limit that the fishers' council has set.",
     "where the noise stays below the limit that the fishers' council has set"),
    ("harbour-jobs", "e5", "neutral", "The letter counts 214 jobs at the ferry quay and asks what "
     "becomes of them.", None),
    ("harbour-jobs", "b2", "unclear", "Retraining was tried in the dockyards; \"it worked for "
     "some\", the report says, and שלום for the others.", None),
    ("timetable", "a1", "support", "Dig before the election, or explain to the voters why not.",
     None),
]  # fmt: skip

LEAD: dict[str, tuple[Stance, ...]] = {
    "fixed-link": ("support", "oppose", "conditional"),
    "public-money": ("oppose", "support"),
    "ferry-service": ("support",),
    "tolls": ("oppose", "support", "unclear"),
    "fisheries": ("support", "conditional"),
    "harbour-jobs": ("neutral", "unclear"),
    "timetable": ("support",),
    "island-housing": (),
}

B2_STANCES: dict[str, Stance] = {
    "fixed-link": "conditional",
    "public-money": "oppose",
    "tolls": "support",
    "harbour-jobs": "unclear",
}

IN_PASSING = {"tolls": ("e5",), "fisheries": ("a1",)}


def _sources() -> tuple[BriefSource, ...]:
    return tuple(
        BriefSource(
            id=id_, path=f"articles/{id_}.txt", title=title, outlet=outlet, authors=authors,
            published=published, kind=kind, words=words, number=number, extractor="lexical/1",
            reviewed=id_ == "b2", label=outlet or " and ".join(authors) or title or id_,
        )
        for number, (id_, outlet, authors, title, published, kind, words) in enumerate(SOURCES, 1)
    )  # fmt: skip


def _statements(said: list[Said]) -> dict[str, Statement]:
    statements: dict[str, Statement] = {}
    for place, (issue, source, stance, text, condition) in enumerate(said):
        start = place * 1000
        conditions = ()
        if condition:
            offset = start + text.index(condition)
            conditions = (Passage(start=offset, end=offset + len(condition), quote=condition),)
        id_ = f"{source}:s{place + 1}"
        statements[id_] = Statement(
            id=id_, start=start, end=start + len(text), quote=text, kind="claim", holder=None,
            issue=issue, stance=stance, modality="plain", conditions=conditions,
        )  # fmt: skip
    extra = [
        ("a1:s50", "fixed-link", "Granted, the sea bed has surprised better engineers than ours.",
         "concession", None),
        ("a1:s51", "tolls", "Fares on the ferry are a toll by another name.", "concession", None),
        ("d4:s60", "fixed-link", "Harbour minister Ada Brandt calls the tunnel the work of the "
         "century.", "claim", Holder(name="Ada Brandt", role="harbour minister")),
        ("a1:s61", "fisheries", "The fishers' council wants a full stop in spring.", "claim",
         Holder(name="The fishers' council")),
        ("e5:s62", "tolls", "The mayor has a view of the toll.", "claim", Holder(name="the mayor")),
        ("e5:s63", "tolls", "He has one, too.", "claim", Holder(name="He")),
        ("b2:s80", "tolls", "The ministry should publish the count of lorries.", "recommendation",
         None),
        ("a1:s81", "timetable", "The ministry should name the day.", "recommendation", None),
        ("b2:s70", "public-money", "The treasury might, \n in the\tend, pay more if the regions "
         "agreed on one owner.", "prediction", None),
    ]  # fmt: skip
    for id_, issue, text, kind, holder in extra:
        statements[id_] = Statement(
            id=id_, start=90_000, end=90_000 + len(text), quote=text, kind=kind, holder=holder,
            issue=issue, stance="unclear" if issue == "tolls" and holder else "support",
            modality="plain", addressee="the ministry" if kind == "recommendation" else None,
        )  # fmt: skip
    return statements


def _issue(id_: str, statements: dict[str, Statement]) -> BriefIssue:
    title, proposition = ISSUES[id_]
    by_stance: dict[Stance, dict[str, list[str]]] = {stance: {} for stance in LEAD[id_]}
    for statement in statements.values():
        if statement.issue == id_ and statement.holder is None and int(statement.id[4:]) < 50:
            source = statement.id[:2]
            by_stance[statement.stance].setdefault(source, []).append(statement.id)
    positions = tuple(
        Position(
            stance=stance,
            sources=tuple(
                PositionSource(source=source, confidence=0.9, statements=tuple(ids))
                for source, ids in sources.items()
            ),
            shown=tuple(id_ for ids in sources.values() for id_ in ids),
        )
        for stance, sources in by_stance.items()
    )
    addressed = {source for sources in by_stance.values() for source in sources}
    conditions = [
        ConditionItem(
            source=statement.id[:2], stance=statement.stance, statement=statement.id,
            condition=condition,
        )
        for statement in statements.values() if statement.issue == id_
        for condition in statement.conditions
    ]  # fmt: skip
    if id_ == "public-money":
        passage = Passage(start=90_040, end=90_076, quote="if the regions agreed on one owner")
        conditions.append(
            ConditionItem(source="b2", stance="oppose", statement="b2:s70", condition=passage)
        )
    return BriefIssue(
        id=id_,
        title=title,
        proposition=proposition,
        positions=positions,
        conditions=tuple(conditions),
        concessions=tuple(
            Concession(source=s.id[:2], stance="support" if id_ == "fixed-link" else "oppose",
                       statement=s.id)
            for s in statements.values() if s.issue == id_ and s.kind == "concession"
        ),
        reported=tuple(
            ReportedPosition(holder=s.holder.name, role=s.holder.role, stance=s.stance,
                             source=s.id[:2], statements=(s.id,))
            for s in statements.values() if s.issue == id_ and s.holder is not None
        ),
        in_passing=tuple(
            source for source, *_ in SOURCES
            if source not in addressed and source in IN_PASSING.get(id_, ())
        ),
        silent=tuple(
            source for source, *_ in SOURCES
            if source not in addressed and source not in IN_PASSING.get(id_, ())
        ),
    )  # fmt: skip


def _actors(issues: Sequence[BriefIssue]) -> tuple[Actor, ...]:
    """Return whom the issues report, each under the name that stands there."""
    held: dict[str, list[ActorPosition]] = {}
    for issue in issues:
        for view in issue.reported:
            report = ActorReport(
                source=view.source, names=(view.holder,), statements=view.statements
            )
            held.setdefault(view.holder, []).append(
                ActorPosition(issue=issue.id, stance=view.stance, reports=(report,))
            )
    return tuple(Actor(name=name, aliases=(), positions=tuple(p)) for name, p in held.items())


def _in_brief() -> tuple[SummaryPoint, ...]:
    return (
        SummaryPoint(kind="divide", issue="fixed-link", support=("a1", "d4"), oppose=("c3", "e5"),
                 conditional=("b2",), statements=("a1:s1", "d4:s2", "b2:s3", "c3:s4", "e5:s5")),
        SummaryPoint(kind="divide", issue="public-money", support=("a1",), oppose=("b2", "d4"),
                 silent=("c3", "e5"), statements=("a1:s6", "b2:s8", "d4:s9")),
        SummaryPoint(kind="shared", issue="ferry-service", support=("c3", "d4", "e5"),
                 silent=("a1", "b2"), statements=("c3:s10", "e5:s11", "d4:s12")),
        SummaryPoint(kind="conditional", issue="fisheries", support=("c3",), conditional=("e5",),
                 few_sides=True, in_passing=("a1",), silent=("b2", "d4"),
                 statements=("c3:s16", "e5:s17")),
        SummaryPoint(kind="missing", issue="island-housing", silent=("a1", "b2", "c3", "d4", "e5")),
    )  # fmt: skip


def sample_brief(
    said: list[Said] | None = None, topic: str = "The Kestrel Strait crossing"
) -> Brief:
    """Build the brief; *said* replaces what the sources say."""
    statements = _statements(said or SAID)
    issues = tuple(_issue(id_, statements) for id_ in ISSUES)
    stances: dict[str, dict[str, Stance | None]] = {
        source: dict.fromkeys(ISSUES) for source, *_ in SOURCES
    }
    for issue in issues:
        for position in issue.positions:
            for item in position.sources:
                stances[item.source][issue.id] = position.stance
    return Brief(
        topic=topic,
        generator="briefgen 0.1.0",
        extractors=("lexical/1",),
        evidence_sha256="3f" * 32,
        evidence_date="2031-06-18",
        evidence_from="2031-05-03",
        sources=_sources(),
        failures=(Failure(path="articles/f6.html", reason="the page holds no article"),),
        in_brief=_in_brief(),
        issues=issues,
        actors=_actors(issues),
        agreements=(
            Agreement(issue="ferry-service", kind="all", stance="support",
                      sources=("c3", "d4", "e5"), statements=("c3:s10", "d4:s12")),
            Agreement(issue="ferry-service", kind="across-camps", stance="support",
                      sources=("c3", "d4"), statements=("c3:s10", "d4:s12"),
                      differ_on=("fixed-link",)),
        ),
        divergences=(
            Divergence(issue="fixed-link", support=("a1", "d4"), oppose=("c3", "e5"),
                       statements=("a1:s1", "c3:s4")),
            Divergence(issue="public-money", support=("a1",), oppose=("b2", "d4"),
                       statements=("a1:s6", "b2:s8")),
            Divergence(issue="tolls", support=("b2",), oppose=("a1",),
                       statements=("b2:s13", "a1:s14")),
        ),
        gaps=(
            Gap(issue="island-housing", kind="nobody"),
            Gap(issue="timetable", kind="single-source", sources=("a1",)),
            Gap(issue="harbour-jobs", kind="undetermined", sources=("b2", "e5")),
            Gap(issue="ferry-service", kind="one-side", side="support",
                sources=("c3", "d4", "e5")),
        ),
        recommendations=(
            RecommendationItem(source="a1", statement="a1:s81", addressee="The ministry",
                               issue="timetable"),
            RecommendationItem(source="b2", statement="b2:s80", addressee="the ministry",
                               issue=None),
            RecommendationItem(source="a1", statement="a1:s20", addressee=None,
                               issue="timetable"),
            RecommendationItem(source="e5", statement="e5:s11", addressee=None,
                               issue="ferry-service"),
        ),
        addressees=(
            Addressee(
                name="the ministry", aliases=(), sources=("a1", "b2"),
                asks=(AddresseeAsk(source="a1", statement="a1:s81", issue="timetable"),
                      AddresseeAsk(source="b2", statement="b2:s80", issue=None)),
            ),
        ),
        coverage=tuple(
            CoverageRow(source=source, stances=stances[source])
            for source in ("a1", "d4", "b2", "c3", "e5")
        ),
        balance=BalanceReport(
            sides=(
                SideBalance(issue="fixed-link", stance="support", sources=2, statements=2, shown=2,
                            shown_words=40),
            ),
            unequal=(),
        ),
        review=_review(),
        statements=statements,
    )  # fmt: skip


def _review() -> ReviewReport:
    """Return a review in which a person checked all of b2, and one stance of e5."""
    cells = [("b2", issue, "confirmed", stance) for issue, stance in B2_STANCES.items()]
    cells += [("e5", "ferry-service", "corrected", "support")]
    flags = [("statements[4]", "a1", False), ("stances[2]", "e5", True)]
    return ReviewReport(
        stances=16, confirmed=4, corrected=1, recomputed=1, statements=28, statements_reviewed=2,
        sources=(
            SourceReview(source="b2", stances=4, reviewed=4),
            SourceReview(source="e5", stances=5, reviewed=1),
        ),
        cells=tuple(
            ReviewedCell(
                source=source, issue=issue, review=review, stance=stance,
                machine=stance if review == "confirmed" else "unclear",
            )
            for source, issue, review, stance in cells
        ),
        flagged=tuple(
            FlaggedCorrection(
                entry=entry, article=article, issue="tolls", who="M. *Sand*",
                when="2031-07-01", quote=None, applied=applied, reason="the article has changed",
            )
            for entry, article, applied in flags
        ),
    )  # fmt: skip
