"""What the page's script has to know of the statements, as JSON that nothing can break out of."""

from collections.abc import Mapping, Sequence

from briefgen.languages import current
from briefgen.models import Brief
from briefgen.rendering.stances import STANCE_STYLES
from briefgen.rendering.webpage import labels
from briefgen.rendering.webpage.claims import Claim
from briefgen.rendering.webpage.escaping import escape_json


def render_data(brief: Brief, claims: Mapping[str, Sequence[Claim]]) -> str:
    """Return the statements as rows: name, source, side, issue, holder, checked, kind, own stance.

    Source, issue and holder are places in the lists beside them; issue and holder are -1 where the
    statement is on no issue, or the author's; its own stance is there where it is not the side.
    """
    every = [claim for source in brief.sources for claim in claims.get(source.id, ())]
    holders = sorted({claim.holder for claim in every if claim.holder is not None})
    places = {name: place for place, name in enumerate(holders)}
    issues = {issue.id: place for place, issue in enumerate(brief.issues)}
    sources = {source.id: place for place, source in enumerate(brief.sources)}
    rows = [
        [
            claim.id,
            sources[source.id],
            claim.side,
            issues.get(claim.statement.issue or "", -1),
            -1 if claim.holder is None else places[claim.holder],
            int(claim.is_checked),
            claim.statement.kind,
            "" if claim.side == claim.statement.stance else claim.statement.stance,
        ]
        for source in brief.sources
        for claim in claims.get(source.id, ())
    ]
    return escape_json(
        {
            "labels": labels.script_labels(),
            "sides": {stance: style.word for stance, style in STANCE_STYLES.items()},
            "inside": {stance: style.inside for stance, style in STANCE_STYLES.items()},
            "kinds": {kind: labels.kind_word(kind) for kind in labels.KINDS},
            "marks": current().quotation_marks(),
            "sources": [
                [source.id, source.number, source.label, source.kind] for source in brief.sources
            ],
            "issues": [[issue.id, issue.title] for issue in brief.issues],
            "holders": holders,
            "claims": rows,
        }
    )
