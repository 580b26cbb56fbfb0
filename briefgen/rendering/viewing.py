"""From a brief and an audience to what the audience's template sees: looked up, counted, cut."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from briefgen.holdings import collect_holdings
from briefgen.languages import speaking, tr
from briefgen.models import (
    SIDES,
    Brief,
    BriefIssue,
    BriefSource,
    ConditionItem,
    Position,
    RecommendationItem,
    ReportedPosition,
    Stance,
)
from briefgen.models.audit import Audit
from briefgen.models.context import Context
from briefgen.models.headline_words import without_kicker
from briefgen.models.names import is_described, is_name, is_role
from briefgen.rendering.actor_index import ActorIndex
from briefgen.rendering.actors_view import view_actors
from briefgen.rendering.asks import choose_recommendations, group_recommendations, is_short
from briefgen.rendering.audience import Audience, Settings
from briefgen.rendering.audit_view import view_audit
from briefgen.rendering.changes_view import view_changes
from briefgen.rendering.choosing import (
    OPEN_STANCES,
    choose_conditions,
    choose_quotations,
)
from briefgen.rendering.escaping import squeeze
from briefgen.rendering.evidence_view import EvidenceViewer
from briefgen.rendering.linking_view import view_linking, view_sentences
from briefgen.rendering.network_view import view_network
from briefgen.rendering.repeated import find_also, view_same_texts
from briefgen.rendering.review_view import find_checked, view_review
from briefgen.rendering.stances import STANCE_STYLES
from briefgen.rendering.view import (
    AgreementView,
    AskView,
    BriefView,
    CompanionsView,
    ConditionView,
    DivergenceView,
    GapView,
    IssueView,
    OpenReportsView,
    PointView,
    QuoteView,
    ReportedView,
    RowView,
    SideView,
    SourceView,
    UnheardView,
    source_of,
)
from briefgen.rendering.wording import count_words, in_quotation_marks, shorten

CONDITION_WORDS = 60
"""A condition is shown in the whole statement where that has at most so many words."""


def view_brief(
    brief: Brief,
    audience: Audience,
    audit: Audit | None = None,
    contexts: Mapping[str, Context] | None = None,
) -> BriefView:
    """Return the brief as the audience's template sees it, with what an audit of it found.

    Args:
        brief: what to show.
        audience: to whom, within which limits.
        audit: of the page without its result.
        contexts: what stands around the statements, by id.
    """
    with speaking(audience.settings.language):
        view = _Viewer(brief, audience.settings, contexts or {}).view(audit)
        return replace(view, cut=tuple(tr(words) for words in audience.cut))


class _Viewer:
    """Looks up the ids of one brief."""

    def __init__(self, brief: Brief, settings: Settings, contexts: Mapping[str, Context]) -> None:
        self._contexts = contexts
        self._brief = brief
        self._settings = settings
        self._same_texts = view_same_texts(brief.same_texts)
        self._sources = {source.id: self._source(source) for source in brief.sources}
        self._titles = {issue.id: issue.title for issue in brief.issues}
        self._actors = ActorIndex(brief.actors)
        self._propositions = {issue.id: issue.proposition for issue in brief.issues}
        self._linking = view_sentences(brief, self._sources) if settings.shows.linking else {}

    def view(self, audit: Audit | None) -> BriefView:
        brief = self._brief
        sources = tuple(self._sources.values())
        dated = tuple(source for source in sources if source.published)
        issues = tuple(self._issue(issue) for issue in brief.issues)
        unequal = tuple(issue.title for issue in issues if _is_unequal(issue))
        chosen = choose_recommendations(brief, self._settings.limits)
        return BriefView(
            topic=brief.topic,
            generator=brief.generator,
            extractors=brief.extractors,
            evidence_sha256=brief.evidence_sha256,
            evidence_from=brief.evidence_from,
            evidence_date=brief.evidence_date,
            sources=sources,
            same_texts=len(brief.same_texts),
            reviewed=tuple(source for source in sources if source.reviewed),
            review=view_review(brief),
            dated=dated,
            is_mostly_dated=2 * len(dated) >= len(sources),
            undated=tuple(source for source in sources if not source.published),
            failures=brief.failures,
            points=self._points()[: self._settings.limits.points],
            issues=issues,
            rows=self._rows(),
            taken_up={
                row.source: tuple(self._titles[i] for i, stance in row.stances.items() if stance)
                for row in brief.coverage
            },
            agreements=self._agreements(),
            divergences=self._divergences(),
            companions=self._companions() if self._settings.shows.companions else (),
            gaps=self._gaps(),
            unheard=self._unheard(),
            asks=tuple(
                self._ask(items, addressee)
                for addressee, items in group_recommendations(brief, chosen)
            ),
            actors=view_actors(
                collect_holdings(brief), self._titles, self._sources, self._settings.limits.actors
            ),
            network=view_network(brief, self._sources, self._settings.limits.actors)
            if self._settings.shows.actors
            else None,
            changes=view_changes(
                brief,
                self._sources,
                self._settings.limits.changes,
                self._settings.limits.label,
                self._settings.limits.moves,
            ),
            asks_left_out=len(brief.recommendations) - len(chosen),
            unequal=unequal,
            unequal_words=tuple(
                issue.title
                for issue in issues
                if issue.title not in unequal and _is_unequal_in_words(issue)
            ),
            evidence=EvidenceViewer(brief, self._sources, self._quote, self._contexts).view()
            if self._settings.shows.evidence
            else None,
            glossary=brief.glossary,
            statements=len(brief.statements),
            audit=view_audit(audit, self._titles) if audit is not None else None,
            audience=self._settings,
            linking=view_linking(brief) if self._settings.shows.linking else None,
        )

    def _source(self, source: BriefSource) -> SourceView:
        label = shorten(without_kicker(squeeze(source.label)), self._settings.limits.label)
        known = source.model_dump(exclude={"label", "path", "input_sha256", "opening"})
        # Synthesis may have cut a long title for the label.
        title, name = squeeze(source.title or ""), squeeze(source.label)
        is_titled = bool(title) and title.startswith(name.removesuffix("…").rstrip())
        if len(title) > self._settings.limits.title:
            known["title"] = title = shorten(title, self._settings.limits.title)
        name = title if is_titled else name
        same_texts = self._same_texts.get(source.id, ())
        return SourceView(
            **known, label=label, name=name, is_titled=is_titled, same_texts=same_texts
        )

    def _look_up(self, ids: Iterable[str]) -> tuple[SourceView, ...]:
        found = (self._sources[source] for source in ids)
        return tuple(sorted(found, key=lambda source: source.number))

    def _points(self) -> tuple[PointView, ...]:
        return tuple(
            PointView(
                kind=point.kind,
                few_sides=point.few_sides,
                title=self._titles[point.issue],
                proposition=self._propositions[point.issue],
                support=self._look_up(point.support),
                oppose=self._look_up(point.oppose),
                conditional=self._look_up(point.conditional),
                other=self._look_up(point.other),
                in_passing=self._look_up(point.in_passing),
                silent=self._look_up(point.silent),
                statements=point.statements,
            )
            for point in self._brief.in_brief
        )

    def _issue(self, issue: BriefIssue) -> IssueView:
        limit = self._settings.limits
        chosen = choose_quotations(issue, self._brief.statements, limit)
        shown = {id_ for ids in chosen.values() for id_ in ids}
        printed = [squeeze(self._brief.statements[id_].quote) for id_ in sorted(shown)]
        conditions = choose_conditions(issue, printed, limit)
        sides = tuple(
            self._side(position, chosen[position.stance], conditions.get(position.stance, ()))
            for position in issue.positions
            if position.sources
        )
        rows, below = _arrange(sides)
        taken = {side.stance for side in sides}
        named = [view for view in issue.reported if is_name(view.holder)]
        # A side is not withheld because the source only describes who takes it.
        sided = [
            view
            for view in issue.reported
            if view.stance not in OPEN_STANCES
            and (is_name(view.holder) or is_described(view.holder))
        ]
        reported = tuple(self._reported(issue.id, views) for views in self._actors.group(sided))
        return IssueView(
            id=issue.id,
            title=issue.title,
            proposition=issue.proposition,
            sides=sides,
            rows=rows,
            below=below,
            empty=tuple(stance for stance in SIDES if stance not in taken) if sides else (),
            undetermined=next((s.sources for s in sides if s.stance == "unclear"), ()),
            concessions=tuple(
                self._quote(item.statement, item.stance, item.source)
                for item in issue.concessions
                if item.statement not in shown
            ),
            reported=reported[: limit.reported],
            reported_left_out=len(reported) - len(reported[: limit.reported]),
            reported_open=self._open_reports([v for v in named if v.stance in OPEN_STANCES]),
            in_passing=self._look_up(issue.in_passing),
            silent=self._look_up(issue.silent),
            linking=self._linking.get(issue.id, ()),
        )

    def _reported(self, issue: str, views: Sequence[ReportedPosition]) -> ReportedView:
        first = views[0]
        quote = self._quote(first.statements[0], first.stance, first.source)
        actor = self._actors.of(first)
        return ReportedView(
            holder=squeeze(self._actors.name(first)),
            role=next((view.role for view in views if view.role and is_role(view.role)), None),
            stance=first.stance,
            sources=self._look_up({view.source for view in views}),
            statements=tuple(id_ for view in views for id_ in view.statements),
            is_contested=actor is not None and issue in actor.contested,
            author_of=self._look_up(actor.author_of if actor is not None else ()),
            quote=quote if self._is_short(quote.statement) else None,
        )

    def _open_reports(self, views: Sequence[ReportedPosition]) -> OpenReportsView | None:
        if not views:
            return None
        return OpenReportsView(
            sources=self._look_up({view.source for view in views}),
            statements=tuple(dict.fromkeys(view.statements[0] for view in views)),
        )

    def _side(
        self, position: Position, kept: Sequence[str], conditions: Sequence[ConditionItem]
    ) -> SideView:
        return SideView(
            stance=position.stance,
            word=STANCE_STYLES[position.stance].word,
            sources=self._look_up(item.source for item in position.sources),
            quotes=tuple(self._quote_first(id_, position, kept) for id_ in kept),
            left_out=len({*_statements_behind(position)} - {*kept}),
            conditions=tuple(self._condition(item) for item in conditions),
        )

    def _condition(self, item: ConditionItem) -> ConditionView:
        whole = self._brief.statements[item.statement].quote
        # What depends on it stands in the main clause.
        shown = whole if count_words(whole) <= CONDITION_WORDS else item.condition.quote
        return ConditionView(
            self._quote(item.statement, item.stance, item.source, shown),
            tuple(
                self._quote(dispute.statement, dispute.stance, dispute.source)
                for dispute in item.disputed_by
            ),
        )

    def _quote(
        self, statement: str, stance: Stance, source: str | None = None, text: str | None = None
    ) -> QuoteView:
        """Return a statement, or a passage *text* of it, as a quotation."""
        slice_ = text if text is not None else self._brief.statements[statement].quote
        view = self._sources[source if source is not None else source_of(statement)]
        return QuoteView(
            text=squeeze(slice_),
            in_marks=in_quotation_marks(slice_),
            source=view,
            statement=statement,
            stance=stance,
            is_digest=view.kind == "digest",
        )

    def _quote_first(self, statement: str, position: Position, kept: Sequence[str]) -> QuoteView:
        """Return a statement with the other sources that make the same argument."""
        also = find_also(statement, position.key_points, kept)
        return replace(
            self._quote(statement, position.stance),
            also=self._look_up(dict.fromkeys(map(source_of, also))),
            also_statements=also,
        )

    def _rows(self) -> tuple[RowView, ...]:
        checked = find_checked(self._brief)
        return tuple(
            RowView(
                self._sources[row.source],
                tuple(row.stances.get(issue.id) for issue in self._brief.issues),
                tuple((row.source, issue.id) in checked for issue in self._brief.issues),
            )
            for row in self._brief.coverage
        )

    def _agreements(self) -> tuple[AgreementView, ...]:
        return tuple(
            AgreementView(
                title=self._titles[item.issue],
                proposition=self._propositions[item.issue],
                kind=item.kind,
                stance=item.stance,
                sources=self._look_up(item.sources),
                statements=item.statements,
                differ_on=tuple(self._titles[issue] for issue in item.differ_on),
            )
            for item in self._brief.agreements
        )

    def _divergences(self) -> tuple[DivergenceView, ...]:
        return tuple(
            DivergenceView(
                self._titles[item.issue],
                self._look_up(item.support),
                self._look_up(item.oppose),
                item.statements,
            )
            for item in self._brief.divergences
        )

    def _gaps(self) -> tuple[GapView, ...]:
        return tuple(
            GapView(
                self._titles[gap.issue],
                gap.kind,
                gap.side,
                self._look_up(gap.sources),
                self._look_up({source_of(id_) for id_ in gap.reported}),
                gap.reported,
                self._look_up(gap.in_passing),
            )
            for gap in self._brief.gaps
        )

    def _companions(self) -> tuple[CompanionsView, ...]:
        return tuple(
            CompanionsView(
                sources=self._look_up(item.sources),
                titles=tuple(self._titles[issue] for issue in item.together),
                against=self._look_up(item.against),
                statements=item.statements,
            )
            for item in self._brief.companions
        )

    def _unheard(self) -> tuple[UnheardView, ...]:
        return tuple(
            UnheardView(squeeze(item.name), item.kind == "named", self._look_up(item.sources))
            for item in self._brief.unheard
        )

    def _is_short(self, statement: str) -> bool:
        return is_short(self._brief.statements[statement].quote)

    def _ask(self, items: Sequence[RecommendationItem], addressee: str | None) -> AskView:
        statements = self._brief.statements
        return AskView(
            addressee=squeeze(addressee) if addressee is not None else None,
            sources=self._look_up({item.source for item in items}),
            quotes=tuple(
                self._quote(item.statement, statements[item.statement].stance, item.source)
                for item in items
            ),
        )


def _arrange(
    sides: tuple[SideView, ...],
) -> tuple[tuple[tuple[SideView, ...], ...], tuple[SideView, ...]]:
    """Return the sides two by two, and those that go below.

    Support and oppose stand in the columns and, under them, the conditional; the sources without
    a side take a column only where no side is taken.
    """
    taken = tuple(side for side in sides if side.stance not in OPEN_STANCES)
    below = tuple(side for side in sides if side.stance in OPEN_STANCES) if taken else ()
    placed = taken or sides
    rows = tuple(placed[start : start + 2] for start in range(0, len(placed), 2))
    return rows, below


def _is_unequal(issue: IssueView) -> bool:
    """Tell whether both sides are taken and one has fewer quotations here than the other."""
    counts = {len(side.quotes) for side in issue.sides if side.stance in SIDES}
    return len(counts) > 1


def _is_unequal_in_words(issue: IssueView) -> bool:
    """Tell whether one side's quotations here have more than twice the words of the other's."""
    words = [
        sum(count_words(quote.text) for quote in side.quotes)
        for side in issue.sides
        if side.stance in SIDES
    ]
    return len(words) > 1 and max(words) > 2 * min(words)


def _statements_behind(position: Position) -> Iterable[str]:
    """Yield the ids of all statements that show the position."""
    for source in position.sources:
        yield from source.statements
