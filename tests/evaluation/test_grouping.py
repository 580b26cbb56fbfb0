"""Which arguments say the same: figures by hand, and what is printed and written."""

import json
import os
from pathlib import Path

import pytest

from briefgen.evaluation.grouping import compute_figures, evaluate_grouping
from tests.likeness.invented import ARGUMENTS, PROPOSITION

GROUP = {
    "topic": PROPOSITION,
    "stance": 1,
    "arguments": [
        {"id": f"a{number}", "text": text, "cluster": text if point == "alone" else point}
        for number, (point, text) in enumerate(ARGUMENTS)
    ],
}
MANY = GROUP | {
    "arguments": [
        *GROUP["arguments"],
        *(
            {**a, "id": f"again {a['id']}", "text": f"Ask anybody: {a['text']}"}
            for a in GROUP["arguments"]
        ),
    ]
}
"""More than `likeness.points.FEW`."""
OTHER = GROUP | {"stance": -1, "arguments": GROUP["arguments"][:5]}


def test_figures():
    """Six arguments in clusters of three, two and one; found are two pairs, one of them wrong.

    Of fifteen pairs people made four and two were found, one in common, where chance would have
    8/15: (1 - 8/15) / ((4 + 2)/2 - 8/15).
    """
    figures = compute_figures("aaabbc", "ppqqrs")

    assert figures.ari == pytest.approx((1 - 8 / 15) / (3 - 8 / 15))
    assert (figures.pair_precision, figures.pair_recall) == (1 / 2, 1 / 4)
    assert figures.pair_f1 == pytest.approx(1 / 3)
    assert (figures.clusters, figures.gold_clusters) == (4, 3)


@pytest.mark.parametrize(
    ("gold", "found", "ari"),
    [("aabb", "xxyy", 1.0), ("aabb", "xyxy", -0.5), ("aaa", "xxx", 1.0), ("a", "x", 1.0)],
)
def test_extremes(gold, found, ari):
    assert compute_figures(gold, found).ari == pytest.approx(ari)


def test_homogeneity_and_completeness():
    """One cluster for all is complete and not homogeneous, one for each the other way round."""
    together, apart = compute_figures("aabb", "xxxx"), compute_figures("aabb", "wxyz")

    assert (together.homogeneity, together.completeness) == pytest.approx((0, 1))
    assert (apart.homogeneity, apart.completeness) == pytest.approx((1, 0.5))


@pytest.mark.parametrize(("group", "least"), [(MANY, 0.5), (GROUP, 0.1)], ids=["many", "few"])
def test_invented_arguments_are_grouped_as_they_were_made(run, write_lines, group, least):
    """Of a few less is found, since their group says little; nothing false is, either way."""
    result = run("evaluate", "--grouping", write_lines(group), "--json")

    figures = json.loads(result.out)["figures"]
    assert figures["ari"] > least
    assert figures["pair_precision"] == 1


def test_the_text_has_the_means_and_the_worst_groups(run, write_lines):
    result = run("evaluate", "--grouping", write_lines(GROUP, OTHER))

    assert result.code == 0
    assert result.out.startswith("2 groups, 19 arguments, ")
    assert f"{PROPOSITION} (-1)" in result.out
    content = json.loads(run("evaluate", "--grouping", write_lines(GROUP, OTHER), "--json").out)
    each = [group["figures"]["ari"] for group in content["groups"]]
    assert content["figures"]["ari"] == pytest.approx(sum(each) / 2)
    assert f"ari              {content['figures']['ari']:.3f}" in result.out


def test_predictions_are_labels_and_null_for_what_matches_nothing(run, write_lines, tmp_path):
    out = tmp_path / "out.jsonl"
    run("evaluate", "--grouping", write_lines(GROUP, OTHER), "--predictions", out)

    first, second = map(json.loads, out.read_text().splitlines())
    assert (first["topic"], first["stance"], second["stance"]) == (PROPOSITION, 1, -1)
    labels = first["assignments"]
    assert list(labels) == [argument["id"] for argument in GROUP["arguments"]]
    assert labels["a9"] == labels["a10"] is not None
    assert (labels["a12"], labels["a13"]) == (None, None)


@pytest.mark.slow
def test_real_arguments_are_grouped_as_well_as_they_were():
    """The file of ArgKP-2021 (docs/key-points.md), where it lies beside the real articles."""
    corpora = os.environ.get("BRIEFGEN_CORPORA")
    file = Path(corpora or "").resolve().parent / "benchmarks" / "kpa-dev.jsonl"
    if not corpora or not file.is_file():
        pytest.skip("BRIEFGEN_CORPORA names no folder with coded arguments beside it")

    figures = evaluate_grouping(file).figures
    assert figures.ari >= 0.26
    assert figures.pair_precision >= 0.62
