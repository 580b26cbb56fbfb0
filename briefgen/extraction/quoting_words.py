"""Words that decide what a sentence says, for comparing a quotation with its source.

English, and the commonest of a few other languages: a model may quote an article in any. Words are
in small letters, without accents, apostrophes straight, as `skeleton` has them.
"""

from briefgen.extraction.lexical.language.grammar_words import (
    CONDITION_OPENERS,
    DOUBTING,
    NEGATORS,
    UNTRUE,
    WRONG_TO,
)

NEGATIONS = (
    NEGATORS
    | frozenset("non cant dont wont isnt arent doesnt didnt wouldnt shouldnt couldnt".split())
    | frozenset("nicht kein keine keinen keinem keiner keines nie niemals niemand nichts".split())
    | frozenset(
        "ne pas jamais rien aucun aucune personne nunca nadie ningun ninguna tampoco".split()
    )
    | frozenset("non mai nessun nessuno niente nao nem nunca niet geen nooit".split())
)
DENIALS = (
    UNTRUE
    | WRONG_TO
    | DOUBTING
    | frozenset(
        """
        reject rejects rejected rejecting oppose opposes opposed opposing refute refutes refuted
        against instead unlikely impossible improbable stop stops stopped prevent prevents prevented
        avoid avoids avoided refrain abandon abandons abandoned mistaken fallacious
        """.split()
    )
)
"""Before or behind a clause, in the same sentence, they turn it round."""
NEGATING_PREFIXES = ("un", "in", "im", "il", "ir", "dis", "non", "mis", "anti", "de", "a")
"""What stands before a word and makes it its opposite."""
MODALS = frozenset(
    """
    must shall should ought may might can could will would need needs needn't has have had
    perhaps maybe possibly probably likely allegedly supposedly reportedly apparently presumably
    seemingly certainly surely definitely potentially
    muss mussen soll sollen sollte sollten kann konnen konnte konnten darf durfen durfte wird wurde
    wurden vielleicht doit doivent devrait devraient peut peuvent pourrait pourraient debe deben
    deberia puede pueden podria podrian
    """.split()
) | frozenset("mustn't shouldn't couldn't wouldn't mightn't won't can't cannot".split())
HEDGES = frozenset(
    """
    may might could would should must can will shall perhaps maybe possibly allegedly supposedly
    reportedly apparently seemingly presumably so-called purportedly ostensibly potentially
    """.split()
)
"""Right before a quotation they take away that it is so."""
QUANTIFIERS = frozenset(
    """
    all some most many few several every each any both either half more less least fewer much little
    enough too only seldom sometimes mostly partly almost nearly hardly largely mainly than
    minority fraction so-called former nicht alle einige manche viele wenige mehr weniger nur
    tous certains plus moins seulement todos algunos muchos mas menos solo
    """.split()
)
"""How much or how many: right before a quotation they bound what it says."""
QUANTITIES = QUANTIFIERS | frozenset(
    """
    always often usually rarely entirely wholly completely majority better worse best worst higher
    lower highest lowest greater greatest smaller smallest stronger strongest weaker faster slower
    larger largest bigger biggest up down above below over under before after immer siempre toujours
    """.split()
)
"""The same with comparisons: where one of them differs, so does what is said."""
COORDINATORS = frozenset("and but or so yet nor then because while although though".split())
COMPLEMENTIZERS = frozenset("that whether if to dass ob que de zu".split())
CLAUSE_OPENERS = frozenset(
    """
    and but or so yet because since as while whereas although though which who whose where when
    that und aber oder weil da denn wahrend obwohl et mais ou car parce puisque y pero o porque
    """.split()
)
"""What begins another clause: before one of them a clause can end."""
HEDGING_ADVERBS = frozenset(
    "perhaps maybe possibly probably allegedly supposedly reportedly apparently seemingly".split()
)
NUMBER_WORDS = frozenset(
    """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety
    hundred hundreds thousand thousands million millions billion billions trillion trillions
    dozen dozens first second third fourth fifth half quarter quarters double doubled triple tripled
    once twice
    percent per cent percentage point points bn tn m k pc
    january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec
    monday tuesday wednesday thursday friday saturday sunday
    day days week weeks month months year years decade decades century centuries hour hours
    ein zwei drei vier funf sechs sieben acht neun zehn hundert tausend millionen milliarden prozent
    deux trois quatre cinq dix cent mille pourcent dos tres cuatro cinco diez cien ciento mil
    """.split()
)
UNITS = frozenset(
    """
    percent per % percentage point points million millions billion billions trillion trillions
    thousand hundred dozen bn tn m k pc
    """.split()
)
"""Behind a number they are a part of it."""
CONDITIONS: tuple[tuple[str, ...], ...] = (
    *(words for words in CONDITION_OPENERS if words != ("even", "if")),
    ("except",),
    ("but", "only"),
    ("but", "not"),
    ("until",),
    ("without",),
    ("save", "for"),
    ("save", "in"),
    ("save", "where"),
    ("other", "than"),
    ("apart", "from"),
    ("barring",),
    ("provided",),
    ("in", "theory"),
    ("on", "paper"),
    ("in", "principle"),
    ("at", "least"),
    ("at", "best"),
    ("in", "case"),
    ("or", "so"),
    ("whether",),
    ("on", "condition"),
    ("as", "soon", "as"),
    ("wenn",),
    ("falls",),
    ("sofern",),
    ("solange",),
    ("es", "sei", "denn"),
    ("vorausgesetzt",),
    ("pourvu", "que"),
    ("a", "condition"),
    ("sauf",),
    ("siempre", "que"),
    ("a", "menos", "que"),
    ("salvo",),
)
"""What opens a condition or an exception: a sentence without it says more than it did."""
NO_CONDITION = frozenset((("even", "if"), ("as", "if"), ("what", "if"), ("if", "anything")))
"""They look like the opening of a condition and are none."""
FRAGMENTS = frozenset(
    """
    a an in im un il ir no not non dis anti may now with out under over mis never nor once only any
    some every be
    """.split()
)
"""Where a space stands or falls before or behind one of these, another word comes about: "notable"
and "not able", "nowhere" and "now here"."""
