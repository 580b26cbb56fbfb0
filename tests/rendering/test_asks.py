"""Which recommendations are printed: those to the point before those at large."""

from briefgen.models import Brief
from briefgen.rendering.asks import choose_recommendations
from briefgen.rendering.audience import Limits


def test_what_is_asked_on_an_issue_of_somebody_goes_first(brief: Brief) -> None:
    item = brief.recommendations[0]
    pointed = brief.statements[item.statement].model_copy(
        update={"issue": brief.issues[0].id, "addressee": "the ministry"}
    )
    at_large = pointed.model_copy(update={"issue": None, "addressee": None})
    items = tuple(item.model_copy(update={"statement": id_}) for id_ in ("x:s1", "x:s2"))
    changed = brief.model_copy(
        update={
            "recommendations": items,
            "statements": {**brief.statements, "x:s1": at_large, "x:s2": pointed},
        }
    )

    chosen = choose_recommendations(changed, Limits(recommendations=2))
    assert [each.statement for each in chosen] == ["x:s2"]

    alone = changed.model_copy(update={"recommendations": items[:1]})
    assert [each.statement for each in choose_recommendations(alone, Limits())] == ["x:s1"]
