"""Words for what somebody feels about a thing: adjectives of mind and verbs of feeling."""

from briefgen.extraction.lexical.language.inflection import forms_of

_FEELING_GOOD = {"that": 0, "about": 1, "with": 1, "by": 1, "at": 1, "over": 1, "to": 1, "in": 1}
_FEELING_BAD = {"that": 0, "about": -1, "with": -1, "by": -1, "at": -1, "over": -1, "in": -1}
_WONDERING = {"that": 0, "about": 0, "by": 0, "at": 0, "on": 0, "over": 0}
_CLASSES: tuple[tuple[str, dict[str, int]], ...] = (
    (
        """
        happy pleased delighted glad thrilled satisfied comfortable excited enthusiastic optimistic
        hopeful proud content elated relieved heartened encouraged reassured sanguine bullish
        passionate grateful thankful
        """,
        {**_FEELING_GOOD, "of": 1, "for": 1},
    ),
    (
        """
        unhappy displeased dissatisfied disappointed angry furious upset alarmed frustrated annoyed
        irritated outraged incensed uneasy uncomfortable dismayed disgusted appalled horrified
        shocked saddened troubled disturbed bothered concerned unimpressed disillusioned pessimistic
        anxious nervous bitter livid
        """,
        {**_FEELING_BAD, "for": -1, "on": -1},
    ),
    (
        """
        afraid fearful wary skeptical sceptical suspicious distrustful mistrustful critical
        dismissive contemptuous scornful leery weary doubtful resentful cynical dubious
        """,
        {"that": 0, "about": -1, "of": -1, "over": -1},
    ),
    ("eager keen willing impatient ready", {"to": 1, "for": 1, "about": 1, "on": 1}),
    ("reluctant unwilling hesitant loath loth averse", {"to": -1, "about": -1}),
    (
        """
        confident certain sure aware unaware convinced adamant insistent clear positive unsure
        uncertain conscious mindful ignorant
        """,
        {"that": 0, "about": 0, "of": 0, "in": 1, "on": 0},
    ),
    ("puzzled baffled surprised stunned amazed curious undecided divided", _WONDERING),
    ("blunt candid vocal outspoken", {"about": 0, "on": 0}),
    ("committed open receptive inclined", {"to": 1}),
    ("determined", {"to": 1, "that": 0}),
    ("hostile", {"to": -1, "toward": -1, "towards": -1}),
    ("indifferent", {"to": 0}),
    ("opposed resistant", {"to": -1}),
    ("supportive", {"of": 1}),
    ("sympathetic", {"to": 1, "toward": 1, "towards": 1}),
)
ADJECTIVES: dict[str, dict[str, int]] = {
    adjective: takes for adjectives, takes in _CLASSES for adjective in adjectives.split()
}
"""Adjectives of mind and what they take: 1 in favour of it, -1 against it, 0 neither."""

_PLEASING = forms_of("please delight reassure excite thrill hearten satisfy appease cheer".split())
_VEXING = forms_of(
    """
    anger worry alarm upset infuriate dismay outrage frustrate trouble annoy irritate enrage irk
    appall shock disappoint unnerve horrify bother offend embitter unsettle disturb rankle
    """.split()
)
EXPERIENCER_FORMS: dict[str, int] = {
    **dict.fromkeys(_PLEASING, 1),
    **dict.fromkeys(_VEXING, -1),
}
"""Verbs whose object feels so: 1 well about the subject, -1 ill."""

PLACES = frozenset(
    """
    street streets road roads avenue lane lanes square bridge bridges park parks beach beaches line
    lines route routes door doors gate gates sea river rivers border borders canal tunnel path paths
    trail trails harbour harbor
    """.split()
)
"""What is open, closed or ready without a mind of its own."""
