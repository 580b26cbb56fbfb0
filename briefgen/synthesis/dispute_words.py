"""General English: words that deny or doubt, and words that carry no content of their own."""

DENYING = frozenset(
    """
    not no never none nobody nothing neither nor nowhere hardly scarcely barely rarely seldom
    without cannot impossible unlikely unrealistic implausible improbable illusory unable
    incapable doubt doubts doubted doubtful deny denies denied denying dispute disputes
    disputed disbelieve fail fails failed failing lack lacks lacked lacking absent absence
    refuse refuses refused refusing wishful illusion fantasy myth pipe-dream far-fetched
    """.split()
)
"""Negations, and what says that a thing is not so, will not be or is not believed."""
SUPPOSING = frozenset("if unless whether would could might may perhaps suppose assuming".split())
"""Words of a sentence that imagines a case instead of saying how things are."""
EMPTY = frozenset(
    """
    the and for with from that this these those such than then there their them they its his
    her our your you who whom whose which what when where while why how all any each every
    both some most more much many few less least other another same own only just even also
    still yet too very into onto over under above below between among against about around
    through during before after since until upon within without toward towards across behind
    beyond near along per via are was were been being has have had having does did doing done
    can cannot could will would shall should may might must need needs ought not nor never
    none but because although though whereas unless provided providing condition conditional
    long assuming case event absence return exchange itself himself herself themselves one two
    first second new make makes made making take takes taken get gets got give gives given
    come comes put let way thing things lot
    """.split()
)
"""What stands in sentences on anything: articles, pronouns, prepositions, light verbs."""
