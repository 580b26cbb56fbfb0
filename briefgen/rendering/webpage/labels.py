"""The web page's own words, in one place; those of the brief are the template's.

Words in braces are filled in. Those in :data:`SCRIPT_LABELS` are handed to the page's script.
"""

SKIP = "Skip to the brief"
FILTER = "Filter the evidence"
FILTER_INTRO = (
    "Choose what to see. Quotations that do not fit are hidden, the statements that do are listed."
)
SOURCE, SIDE, ISSUE, HOLDER, CHECKED = "Source", "Side", "Issue", "Held by", "Checked"
ANY = "any"
NO_ISSUE = "no issue"
AUTHORS, OTHERS = "the authors", "others, as reported"
YES, NO = "by a person", "not yet"
RESET = "Show all"
COPY_VIEW = "Copy link to view"
LIST = "The statements"
MORE = "List all of them"

EVIDENCE = "Evidence"
ARTICLES = "The articles, with what was read in them"
ARTICLES_INTRO = (
    "Every passage that was read as a statement is marked, with its side, its issue and who holds "
    "the view. The mark’s own address is its permanent link."
)
PREVIOUS, NEXT, CLOSE, COPY = "Previous", "Next", "Close", "Copy link"
KEYS = "Keys: n and p for the next and the previous statement, Escape to close."
DIGEST = "A digest: somebody’s summary of the source, not its own words."
NOT_THE_ARTICLE = "Not part of the article: {reasons}"
AUTHOR = "author"
WHOLE = "Read it, with {count}"
STATEMENT, STATEMENTS = "statement", "statements"
NO_STATEMENTS = "Read it; no statement was found"
NO_ARTICLE = "The text of this source was not handed over."
AS_TABLE = "The same as a table"
SCROLLS = "Can be scrolled sideways"
CONTENTS = "Contents"
ELSEWHERE = "where it stands"

SCRIPT_LABELS = {
    "all": "{all} statements",
    "left": "{left} of {all} statements; {shown} of {quoted} passages of the page shown",
    "none": "No statement of {all} fits; the page’s {quoted} passages are hidden",
    "place": "{place} of {all}",
    "said": "{side}: {issue}. Held by {holder}. {kind}, {checked}.",
    "alone": "By the article as a whole; this passage alone: {side}.",
    "author": "the author",
    "noIssue": "no issue",
    "checked": "checked by a person",
    "unchecked": "not checked by a person",
    "copied": "Link copied",
    "notCopied": "Copy it from here",
    "gone": "This link names a statement that this page does not have, or has no more.",
    "moved": "The statement is read otherwise than when this link was made; its words are these.",
}
