"""The web page's own words, in one place; those of the brief are the template's.

Words in braces are filled in. Those in :data:`SCRIPT_LABELS` are handed to the page's script.
"""

from briefgen.languages import noted, tr

SKIP = noted("Skip to the brief")
FILTER = noted("Filter the evidence")
FILTER_INTRO = noted(
    "Choose what to see. Quotations that do not fit are hidden, the statements that do are listed."
)
SOURCE, SIDE, ISSUE, HOLDER, CHECKED = (
    noted("Source"),
    noted("Side"),
    noted("Issue"),
    noted("Held by"),
    noted("Checked"),
)
ANY = noted("any")
NO_ISSUE = noted("no issue")
AUTHORS, OTHERS = noted("the authors"), noted("others, as reported")
YES, NO = noted("by a person"), noted("not yet")
RESET = noted("Show all")
COPY_VIEW = noted("Copy link to view")
LIST = noted("The statements")
MORE = noted("List all of them")

EVIDENCE = noted("Evidence")
ARTICLES = noted("The articles, with what was read in them")
ARTICLES_INTRO = noted(
    "Every passage that was read as a statement is marked, with its side, its issue and who holds "
    "the view. The mark’s own address is its permanent link."
)
PREVIOUS, NEXT, CLOSE, COPY = noted("Previous"), noted("Next"), noted("Close"), noted("Copy link")
KEYS = noted("Keys: n and p for the next and the previous statement, Escape to close.")
DIGEST = noted("A digest: somebody’s summary of the source, not its own words.")
NOT_THE_ARTICLE = noted("Not part of the article: {reasons}")
NOT_ARTICLE = noted("Not part of the article")
AUTHOR = noted("author")
WHOLE = noted("Read it, with {count}")
NO_STATEMENTS = noted("Read it; no statement was found")
NO_ARTICLE = noted("The text of this source was not handed over.")
AS_TABLE = noted("The same as a table")
SCROLLS = noted("Can be scrolled sideways")
CONTENTS = noted("Contents")
ELSEWHERE = noted("where it stands")

SCRIPT_LABELS = {
    "all": noted("{all} statements in the records"),
    "left": noted("{left} of {all} statements; {shown} of {quoted} passages of the page shown"),
    "none": noted("No statement of {all} fits; the page’s {quoted} passages are hidden"),
    "place": noted("{place} of {all}"),
    "said": noted("{side}: {issue}. Held by {holder}. {kind}, {checked}."),
    "alone": noted("By the article as a whole; this passage alone: {side}."),
    "author": noted("the author"),
    "noIssue": noted("no issue"),
    "checked": noted("checked by a person"),
    "unchecked": noted("not checked by a person"),
    "copied": noted("Link copied"),
    "notCopied": noted("Copy it from here"),
    "gone": noted("This link names a statement that this page does not have, or has no more."),
    "moved": noted(
        "The statement is read otherwise than when this link was made; its words are these."
    ),
}

KINDS = {
    "claim": noted("claim"),
    "recommendation": noted("recommendation"),
    "prediction": noted("prediction"),
    "reason": noted("reason"),
    "concession": noted("concession"),
    "question": noted("question"),
}


def kind_word(kind: str) -> str:
    """Return the word for a kind of statement."""
    return tr(KINDS[kind]) if kind in KINDS else kind


def script_labels() -> dict[str, str]:
    """Return the words that the page's script fills in, in the language of the page."""
    return {name: tr(words) for name, words in SCRIPT_LABELS.items()}
