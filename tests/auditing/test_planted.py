"""Unfair briefs: each is the finished brief with one thing changed, as a partial editor would."""

import json
import re

import pytest

from .conftest import RESERVOIR, audit

GAZETTE_1 = (
    "> “We should leave the valley dry and mend the old pipes, which lose a third of the water "
    'that they carry.” — *Valley Gazette* [[2](#source-2 "gazette:s1")]\n'
)
COURIER_1 = (
    "> “The water board should build the reservoir before another summer empties the wells.” — "
    '*The Alder Courier* [[1](#source-1 "courier:s1")]\n'
)
COURIER_2 = (
    "> “The reservoir is overdue, and every dry year makes the pipes more expensive.” — "
    '*The Alder Courier* [[1](#source-1 "courier:s2")]\n'
)
DIGEST_3 = (
    "> *In a digest of Review of Rural Works:* The reservoir should be built in two stages, so "
    'that the valley floor is farmed for another ten years. [[3](#source-3 "digest:s2")]\n'
)
ANGLERS = (
    "> “Anglers should keep their fishing rights, provided that they look after the banks as they "
    'always have.” — *The Alder Courier* [[1](#source-1 "courier:s7")]\n'
)
FEWER = "; one side has fewer passages to quote than the other on Moving the hamlet"

PLANTED = {
    "a side's quotations cut": ("quotations-gap", [(GAZETTE_1, "")]),
    "a stance without a quotation": ("unquoted-positions", [(ANGLERS, "")]),
    "one source for two": ("skipped-sources", [(DIGEST_3, COURIER_2)]),
    "a side's quotations shortened": (
        "unsaid-words-ratio",
        [
            (", because the best pasture in the county lies on its floor.”", "”"),
            (" and mend the old pipes, which lose a third of the water that they carry.”", "”"),
        ],
    ),
    "unequal space not said": ("unsaid-quotations", [(FEWER, "")]),
    "a verb that doubts": (
        "skewed-verbs",
        [("> *In a digest of Review of Rural Works:*", "> *Review of Rural Works claims:*")],
    ),
    "a verb that endorses": (
        "skewed-verbs",
        [("**■ Oppose** two sources [[2]", "**■ Oppose** two sources point out [[2]")],
    ),
    "a verb of one camp in a sentence": (
        "skewed-verbs",
        [("*Divided:* ", "*Divided:* Opponents insist on their pasture [[2](#source-2)]. ")],
    ),
    "a loaded word": ("loaded-words", [("Sources that divide elsewhere", "Reasonable sources")]),
    "a loaded word without a citation": (
        "loaded-words",
        [("## The issues", "The so-called water board has the last word.\n\n## The issues")],
    ),
    "a claim without a source": (
        "uncited-claims",
        [("*Divided:* ", "Most people of the county want the water. *Divided:* ")],
    ),
    "a claim on an issue": (
        "uncited-claims",
        [("**■ Oppose** two", "The reservoir is needed by everybody.\n\n**■ Oppose** two")],
    ),
    "a claim behind a passage": (
        "uncited-claims",
        [("*Missing:* ", "Nine in ten homes would gain. *Missing:* ")],
    ),
    "a source taken out of its side": (
        "wrong-counts",
        [("**● Support** three sources [[1](#source-1), [2](#source-2)",
          "**● Support** three sources [[2](#source-2)")],
    ),
    "a source taken out of the table": (
        "missing-sources",
        [("| Upland Farmer [[4](#source-4)] | ■ | ■ | ■ | · |\n", "")],
    ),
    "a source taken out of the list": ("missing-sources", [('2. <a id="source-2"></a>', "2. ")]),
    "a mark turned": ("wrong-marks", [("| ■ | ■ | ● | · |", "| ■ | ○ | ● | · |")]),
    "a condition cut off": (
        "cut-conditions",
        [(", provided that they look after the banks as they always have.”", "”")],
    ),
    "a condition cut off within a line": (
        "cut-conditions",
        [("so that the valley floor is farmed for another ten years. [[3]", "[[3]"),
         ("*Condition:* Meters are fair as long as nobody is cut off. (digest)",
          "*Condition:* Meters are fair (digest)")],
    ),
    "a side's condition left out": (
        "missing-conditions",
        [("*Condition:* Meters are fair as long as nobody is cut off. (digest) "
          '[[3](#source-3 "digest:s4")]\n', "")],
    ),
    "a quotation shortened": (
        "shortened-quotations",
        [("before another summer empties the wells.”", "before another summer”")],
    ),
    "the only condition left out": (
        "missing-conditions",
        [("*Condition:* “Keep the meters out of the kitchens, unless the board first lowers the "
          "standing charge.” "
          '[[2](#source-2 "gazette:s4")]\n', "")],
    ),
    "a proposition reworded": (
        "missing-issues",
        [("### Moving the hamlet\n\n*The hamlet of Low Alder should be moved uphill.*",
          "### Moving the hamlet\n\n*The hamlet of Low Alder should be saved from the flood.*")],
    ),
    "one side left out of the summary": (
        "wrong-counts",
        [(' and two oppose it [[2](#source-2 "gazette:s1"), [4](#source-4 "farmers:s1")].', ".")],
    ),
    "a dropped not": ("altered-quotations", [("The county must not fit", "The county must fit")]),
    "a changed number": ("altered-quotations", [("it three times", "it two times")]),
    "words nobody said": (
        "altered-quotations",
        [(COURIER_1, COURIER_1 + "\n" + COURIER_1.replace("before", "and hang the bill, before"))],
    ),
    "an altered request": (
        "altered-quotations",
        [("leave the hamlet where it is.” [[4]", "leave the hamlet as it is.” [[4]")],
    ),
    "a digest in quotation marks": (
        "altered-quotations",
        [("Works:* The county should move the hamlet at its own expense.",
          "Works:* “The county should move the hamlet at its own expense.”")],
    ),
    "a quotation on the other side": (
        "misplaced-quotations",
        [(GAZETTE_1, ""), (COURIER_1, GAZETTE_1 + "\n" + COURIER_1)],
    ),
    "a side under the other's name": (
        "misplaced-quotations",
        [("**■ Oppose** one source", "**● Support** one source")],
    ),
    "a reported view on the other side": (
        "misplaced-quotations",
        [("In support — Hanne Lund:", "Against — Hanne Lund:")],
    ),
    "another source's number": (
        "miscredited-quotations",
        [('— *Valley Gazette* [[2](#source-2 "gazette:s1")]',
          '— *Valley Gazette* [[4](#source-4 "gazette:s1")]')],
    ),
    "a number that leads elsewhere": (
        "miscredited-quotations",
        [("[[2](#source-2 \"gazette:s1\")]", "[[2](#source-4 \"gazette:s1\")]")],
    ),
    "another source's name": (
        "miscredited-quotations",
        [("— *Valley Gazette* [[2]", "— *The Alder Courier* [[2]")],
    ),
    "a reported view as the source's own": (
        "misattributed-views",
        [(DIGEST_3, "> *In a digest of Review of Rural Works:* Hanne Lund wants the water board to "
          "build the reservoir and to plant the slopes above it "
          '[[3](#source-3 "digest:s1")]\n')],
    ),
    "a reported view of somebody else": (
        "misattributed-views",
        [("In support — Hanne Lund:", "In support, Piet Sorrel:")],
    ),
    "an author's own as a reported view": (
        "misattributed-views",
        [("*Reported, side not determined:* [[1]",
          "*Reported, not held by the authors:* Against, farmers: “The county should leave the "
          'hamlet where it is.” [[2](#source-2 "farmers:s5")], Ruth Amsel [[1]')],
    ),
    "a wrong count under the bar": (
        "wrong-counts",
        [("Three support · one opposes", "Two support · one opposes")],
    ),
    "a wrong count in the summary": (
        "wrong-counts",
        [("Of four sources, two support it", "Of four sources, three support it")],
    ),
    "a count with the wrong sources": (
        "wrong-counts",
        [('and two oppose it [[2](#source-2 "gazette:s1"), [4](#source-4 "farmers:s1")]',
          'and two oppose it [[2](#source-2 "gazette:s1"), [1](#source-1)]')],
    ),
    "a wrong count beside a side": (
        "wrong-counts", [("**■ Oppose** one source", "**■ Oppose** no source")]
    ),
    "one side said to stand alone": (
        "wrong-counts",
        [("*Missing:* ", "*Missing:* Only support could be made out on **The reservoir** [[1]; ")],
    ),
    "an agreement that is none": (
        "wrong-counts",
        [("**The reservoir: the sources divide.**",
          "**The reservoir: the sources whose side is clear agree.**")],
    ),
    "a review that was none": (
        "false-reviews",
        [("80 words; not reviewed", "80 words; reviewed")],
    ),
    "a sentence on a review that was none": (
        "false-reviews",
        [("No person has reviewed its coding.",
          "A person has reviewed the coding of one source: [[2](#source-2)].")],
    ),
    "other evidence named": ("stale-files", [("· evidence ", "· evidence 0000")]),
}  # fmt: skip


@pytest.mark.parametrize(("check", "changes"), PLANTED.values(), ids=PLANTED)
def test_a_planted_unfairness_is_found_and_refused(spoil, check, changes):
    found = audit(spoil(*changes))

    assert found.code == 3
    assert found.of(check), found.page["findings"]


def test_what_was_planted_is_nearly_all_that_is_found(spoil):
    """A dropped word is one finding, on its line, with figure, threshold and what to do."""
    folder = spoil(("The county must not fit", "The county must fit"))

    (finding,) = audit(folder).page["findings"]

    lines = (folder / "committee.md").read_text(encoding="utf-8").split("\n")
    assert "must fit" in lines[finding["line"] - 1]
    assert finding["issue"] == "metering"
    assert "“not” is left out" in finding["message"]
    assert (finding["figure"], finding["threshold"]) == (1, 0)
    assert "records" in finding["advice"]


def test_a_side_that_is_gone_is_found_by_what_it_held(spoil, finished):
    text = (finished / "committee.md").read_text(encoding="utf-8")
    part = re.search(
        r"<!-- side oppose -->\n\n\*\*■ Oppose\*\* one source.*?<!-- end -->\n", text, re.DOTALL
    )

    found = audit(spoil((part[0], "")))

    assert {"dropped-positions", "unquoted-positions"} <= found.checks
    assert any("farmers" in finding["message"] for finding in found.of("dropped-positions"))


def test_an_issue_that_is_gone_is_found(spoil, finished):
    text = (finished / "committee.md").read_text(encoding="utf-8")
    part = re.search(
        r"<!-- issue -->\n\n### Fishing rights.*?(?=<!-- summing-up -->)", text, re.DOTALL
    )

    found = audit(spoil((part[0], "")))

    assert [finding["issue"] for finding in found.of("missing-issues")] == ["anglers"]


def test_a_point_left_out_of_the_summary_is_found(spoil, finished):
    text = (finished / "committee.md").read_text(encoding="utf-8")
    point = re.search(r"2\. \*\*Meters in every home: [^\n]*\n", text)

    found = audit(spoil((point[0], "")))

    assert [finding["issue"] for finding in found.of("missing-issues")] == ["metering"]


def test_the_same_side_first_throughout_is_found(spoil, finished):
    """The sides of the second issue change places, so that support leads three times."""
    text = (finished / "committee.md").read_text(encoding="utf-8")
    oppose, support = (
        re.search(
            rf"<!-- side {side} -->\n\n\*\*. \w+\*\* two sources[^\n]* two more.*?<!-- end -->\n",
            text,
            re.DOTALL,
        )[0]
        for side in ("oppose", "support")
    )

    found = audit(spoil((f"{oppose}\n{support}", f"{support}\n{oppose}")))

    assert found.checks == {"same-side-first", "same-side-last"}
    assert found.figure("same-side-first") == 3


def test_a_longer_say_on_every_issue_is_found_though_none_is_past_the_ratio(spoil):
    """On each of three issues one side has well below twice the words; over all it adds up."""
    folder = spoil((FEWER, ""))

    found = audit(folder, "unsaid-words-ratio=9", "unsaid-quotations=9", "total-words-ratio=1.2")

    assert found.checks == {"total-words-ratio"}
    assert audit(folder, "unsaid-words-ratio=9", "unsaid-quotations=9").code == 0


def test_a_position_dropped_from_brief_json_is_found(finished):
    path = finished / "brief.json"
    brief = json.loads(path.read_text(encoding="utf-8"))
    positions = brief["issues"][2]["positions"]
    brief["issues"][2]["positions"] = [p for p in positions if p["stance"] != "oppose"]
    path.write_text(json.dumps(brief), encoding="utf-8")

    (finding,) = audit(finished).of("dropped-positions")

    assert (finding["file"], finding["line"], finding["issue"]) == ("brief.json", None, "moving")


def test_a_source_dropped_from_brief_json_is_found(finished):
    path = finished / "brief.json"
    brief = json.loads(path.read_text(encoding="utf-8"))
    brief["sources"] = [source for source in brief["sources"] if source["id"] != "farmers"]
    path.write_text(json.dumps(brief), encoding="utf-8")

    found = audit(finished)

    assert any("farmers" in finding["message"] for finding in found.of("missing-sources"))


def test_a_review_that_only_brief_json_has_is_found(spoil):
    found = audit(spoil(('"reviewed": false', '"reviewed": true'), file="brief.json"))

    assert found.checks == {"false-reviews"}


def test_records_changed_after_the_build_are_found(spoil):
    found = audit(spoil(('"stance":"oppose"', '"stance":"support"'), file="records.jsonl"))

    assert "stale-files" in found.checks


def test_html_of_another_page_is_found(built, spoil, tmp_path):
    folder = spoil(("## In brief", "## In brief "))
    (folder / "committee.html").write_bytes((built / "committee.html").read_bytes())

    found = audit(folder)

    assert found.checks == {"stale-files"}
    assert found.of("stale-files")[0]["file"] == "committee.html"


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("must not fit water meters", "must fit water meters", "must not fit"),
        ("Three support · one opposes", "Three support", "Three support · one opposes"),
        ("<blockquote>", "<blockquote><p>So be it.</p></blockquote><blockquote>", "quotations"),
    ],
)
def test_html_changed_by_hand_is_found(built, finished, old, new, words):
    html = (built / "committee.html").read_text(encoding="utf-8")
    assert old in html
    (finished / "committee.html").write_text(html.replace(old, new), encoding="utf-8")

    found = audit(finished)

    assert found.checks == {"stale-files"}
    assert words in found.of("stale-files")[0]["message"]


def change_brief(folder, change):
    path = folder / "brief.json"
    brief = json.loads(path.read_text(encoding="utf-8"))
    change(brief)
    path.write_text(json.dumps(brief), encoding="utf-8")
    return audit(folder)


def test_an_issue_dropped_from_brief_json_is_found(finished):
    found = change_brief(finished, lambda brief: brief["issues"].pop())

    assert any("anglers" in finding["message"] for finding in found.of("missing-issues"))


def test_a_statement_moved_to_the_other_side_in_brief_json_is_found(finished):
    def move(brief):
        support, oppose = brief["issues"][0]["positions"]
        oppose["shown"].append(support["shown"].pop())

    (finding,) = change_brief(finished, move).of("misplaced-quotations")

    assert (finding["file"], finding["issue"]) == ("brief.json", "reservoir")


def test_a_stance_turned_in_the_table_of_brief_json_is_found(finished):
    def turn(brief):
        brief["coverage"][0]["stances"]["moving"] = "support"

    assert change_brief(finished, turn).checks == {"dropped-positions"}


def test_a_condition_cut_off_by_the_coding_is_found_in_the_article(finished):
    """Page, brief.json and records agree; only the article shows how the sentence goes on."""
    whole = (
        "Anglers should keep their fishing rights, provided that they look after the banks as they "
        "always have."
    )
    condition = re.compile(r'\{"start":\d+,"end":\d+,"quote":"provided that[^"]*"\}')
    path = finished / "records.jsonl"
    records = condition.sub("", path.read_text(encoding="utf-8"))
    start = int(re.search(r'"start":(\d+),"end":\d+,"quote":"Anglers should', records)[1])
    cut = whole.partition(",")[0]
    records = records.replace(
        f'"start":{start},"end":{start + len(whole)}', f'"start":{start},"end":{start + len(cut)}'
    )
    path.write_text(records.replace(whole, cut), encoding="utf-8")
    page = finished / "committee.md"
    page.write_text(page.read_text(encoding="utf-8").replace(whole, cut), encoding="utf-8")

    assert "cut-conditions" not in audit(finished).checks

    (finding,) = audit(finished, corpus=RESERVOIR).of("cut-conditions")

    assert "provided that they look after" in finding["message"]
