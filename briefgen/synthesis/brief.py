"""Synthesis, stage of its own: what the records say together, issue by issue.

It groups, counts, compares and shares out space. It words nothing, and it looks at nothing but
the records: the same records give the same brief in whatever order they come.
"""

from collections.abc import Iterator, Sequence

from briefgen.models import (
    Brief,
    BriefIssue,
    Codebook,
    Failure,
    FlaggedCorrection,
    GlossaryTerm,
    PositionRecord,
    RecommendationItem,
    Statement,
)
from briefgen.models.evidence_hash import hash_records
from briefgen.synthesis.actor_names import ActorNames
from briefgen.synthesis.actors import collect_actors
from briefgen.synthesis.addressees import group_addressees
from briefgen.synthesis.agreement import find_agreements, find_divergences
from briefgen.synthesis.balance import report_balance
from briefgen.synthesis.citations import cite_issue
from briefgen.synthesis.companions import find_companions
from briefgen.synthesis.coverage import build_coverage
from briefgen.synthesis.evidence import Evidence, gather_evidence
from briefgen.synthesis.gaps import find_gaps
from briefgen.synthesis.in_brief import choose_summary_points
from briefgen.synthesis.other_sides import find_other_sides
from briefgen.synthesis.positions import build_issues
from briefgen.synthesis.recommendations import collect_recommendations
from briefgen.synthesis.review import report_review
from briefgen.synthesis.silence import find_unheard
from briefgen.synthesis.sources import find_date_range, number_sources


def synthesize(
    records: Sequence[PositionRecord],
    codebook: Codebook,
    *,
    failures: Sequence[Failure] = (),
    flagged: Sequence[FlaggedCorrection] = (),
    generator: str,
    dated: str | None = None,
) -> Brief:
    """Bring *records* together into a brief.

    Args:
        records: verified position records, one a source, in any order; none is allowed.
        codebook: the codebook by which they were coded.
        failures: articles that could not be used.
        flagged: corrections that do not fit their article any more.
        generator: program name and version.
        dated: the date of its files, where it is not to be the newest source's.

    Raises:
        UsageError: two records share a source id, or a record does not fit *codebook*.
    """
    evidence = gather_evidence(records, codebook)
    issues = build_issues(evidence)
    citations = [cite_issue(issue, evidence.statements, evidence.source_of) for issue in issues]
    in_brief = choose_summary_points(citations)
    recommendations = collect_recommendations(evidence)
    others = find_other_sides(evidence)
    names = ActorNames(evidence, codebook.listed_actors())
    oldest, newest = find_date_range(record.source for record in evidence.records)
    return Brief(
        topic=codebook.topic,
        generator=generator,
        extractors=tuple(sorted({r.provenance.extractor for r in evidence.records})),
        evidence_sha256=hash_records(sorted(records, key=lambda record: record.source.id)),
        evidence_date=newest,
        evidence_from=oldest,
        dated=dated,
        sources=number_sources(evidence, in_brief, issues, recommendations),
        same_texts=evidence.same_texts,
        failures=tuple(sorted(failures, key=lambda failure: (failure.path, failure.reason))),
        in_brief=in_brief,
        issues=issues,
        agreements=find_agreements(citations, others),
        divergences=find_divergences(citations),
        gaps=find_gaps(citations, evidence, others),
        recommendations=recommendations,
        addressees=group_addressees(recommendations, names),
        actors=collect_actors(evidence, names),
        companions=find_companions(citations),
        unheard=find_unheard(codebook.listed_stakeholders(), evidence, names),
        glossary=tuple(
            GlossaryTerm(term=term, meaning=meaning) for term, meaning in codebook.glossary.items()
        ),
        coverage=build_coverage(evidence),
        balance=report_balance(issues, evidence.statements),
        review=report_review(evidence, flagged),
        statements=_pick_statements(issues, recommendations, evidence),
    )


def _pick_statements(
    issues: Sequence[BriefIssue],
    recommendations: Sequence[RecommendationItem],
    evidence: Evidence,
) -> dict[str, Statement]:
    """Pick the statements that the brief names, in the order of source ids and of the text.

    Whatever else cites statements (the summary, agreements, divergences) cites those behind the
    positions.
    """
    named = {statement_id for issue in issues for statement_id in _named_by(issue)}
    named.update(item.statement for item in recommendations)
    return {key: value for key, value in evidence.statements.items() if key in named}


def _named_by(issue: BriefIssue) -> Iterator[str]:
    for position in issue.positions:
        for source in position.sources:
            yield from source.statements
    for item in issue.conditions:
        yield item.statement
        yield from (dispute.statement for dispute in item.disputed_by)
    yield from (granted.statement for granted in issue.concessions)
    for reported in issue.reported:
        yield from reported.statements
