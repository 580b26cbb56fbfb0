"""Whose view is missing: stakeholders of the codebook whom no source quotes or reports."""

import re
from collections.abc import Mapping, Sequence

from briefgen.models.actors import UnheardStakeholder
from briefgen.models.names import fold_name
from briefgen.synthesis.actor_names import ActorNames
from briefgen.synthesis.evidence import Evidence


def find_unheard(
    stakeholders: Mapping[str, Sequence[str]], evidence: Evidence, names: ActorNames
) -> tuple[UnheardStakeholder, ...]:
    """List the *stakeholders* without a reported view, in the codebook's order.

    A stakeholder who wrote a source is heard. Whoever is named in a statement, and holds none, is
    told from those whom no statement names.

    Args:
        stakeholders: name to other names.
        evidence: all records; what they leave out of a text cannot be seen here.
        names: that merge the stakeholders' names as well.
    """
    if not stakeholders:
        return ()
    heard = set()
    asked: dict[str, set[str]] = {}
    for statement_id, statement in evidence.statements.items():
        source_id = evidence.source_of[statement_id]
        if statement.holder is not None:
            heard |= {a.key for a in names.resolve(source_id, statement.holder.name)}
        elif statement.addressee is not None:
            for actor in names.resolve(source_id, statement.addressee):
                asked.setdefault(actor.key, set()).add(source_id)
    authors = {fold_name(a) for record in evidence.records for a in record.source.authors}
    found = []
    for name, aliases in stakeholders.items():
        key = names.key_of_listed(name)
        forms = {fold_name(form) for form in (name, *aliases)}
        if key in heard or forms & authors:
            continue
        sources = asked.get(key, set()) | _find_named((name, *aliases), evidence)
        found.append(
            UnheardStakeholder(
                name=name,
                aliases=tuple(aliases),
                kind="named" if sources else "absent",
                sources=tuple(sorted(sources)),
            )
        )
    return tuple(found)


def _find_named(forms: Sequence[str], evidence: Evidence) -> set[str]:
    """Find the sources with a statement in which one of *forms* stands as words of their own."""
    bare = sorted({fold_name(form) for form in forms}, key=lambda form: (-len(form), form))
    words = "|".join(r"\s+".join(map(re.escape, form.split())) for form in bare)
    pattern = re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)
    return {
        evidence.source_of[statement_id]
        for statement_id, statement in evidence.statements.items()
        if pattern.search(statement.quote)
    }
