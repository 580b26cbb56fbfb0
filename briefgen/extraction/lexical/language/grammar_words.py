"""The closed classes of English, and the connectives that carry structure."""

from briefgen.extraction.lexical.language.inflection import forms_of

DETERMINERS = frozenset(
    """
    the a an this that these those his her its their our my your some many most several all both each every
    any other another such few no certain numerous countless various one two three four five six seven
    eight nine ten hundreds dozens
    """.split()
)
PREPOSITIONS = frozenset(
    """
    of in on at by for with from to into onto over under about against between among through during
    before after since until till without within across behind beyond near toward towards upon via per
    despite amid including regarding concerning like unlike as than off out up down around along beside
    besides except inside outside throughout underneath versus
    """.split()
)
SUBORDINATORS = frozenset(
    """
    that if while because although though when whenever where whereas unless until since after before
    whether as once lest why how what whoever whatever whichever
    """.split()
)
COORDINATORS = frozenset("and or but nor yet so".split())
PRONOUNS_SINGULAR = frozenset("he she".split())
PRONOUNS_PLURAL = frozenset("they".split())
PRONOUNS_AUTHOR = frozenset("i we me us myself ourselves".split())
PRONOUNS_GENERIC = frozenset(
    "you one anyone everyone nobody everybody anybody someone somebody".split()
)
RELATIVES = frozenset("who which that whom whose".split())
AUXILIARIES = frozenset(
    """
    be am is are was were been being have has had having do does did done will would shall should can
    could may might must ought isn't aren't wasn't weren't hasn't haven't hadn't doesn't don't didn't
    won't wouldn't shouldn't can't couldn't mustn't cannot ain't 'd 'll 've
    he's she's it's they're they've they'd they'll he'd he'll she'd she'll we've we're we'd we'll i'm i've i'd i'll
    """.split()
)
NEGATORS = frozenset(
    """
    not no never none nobody nothing neither nor nowhere hardly scarcely barely rarely seldom without cannot
    isn't aren't wasn't weren't hasn't haven't hadn't doesn't don't didn't won't wouldn't shouldn't can't
    couldn't mustn't ain't n't lacks lack lacking fails fail failed failing unable refuse refuses refused
    """.split()
)
ADVERBS = frozenset(
    """
    also later then still now often once again already always never not even just only really clearly
    certainly probably perhaps maybe long ever soon here there therefore thus hence too very quite rather
    almost indeed instead nevertheless nonetheless moreover however meanwhile otherwise yesterday today
    tomorrow himself herself themselves itself ago back ahead alone apart far further much more most less
    least well better best early late sometimes twice yet simply merely all both each famously
    """.split()
)
MODALS: dict[str, str] = {
    "must": "must",
    "shall": "must",
    "should": "should",
    "ought": "should",
    "could": "could",
    "can": "could",
    "cannot": "could",
    "can't": "could",
    "couldn't": "could",
    "may": "may",
    "might": "may",
    "will": "will",
    "won't": "will",
    "would": "could",
    "wouldn't": "could",
    "shouldn't": "should",
    "mustn't": "must",
    "'ll": "will",
}
"""Modal to the record's modality."""
WEEKDAYS_AND_MONTHS = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july
    august september october november december
    """.split()
)

COMMON_VERBS = tuple(
    """
    accept achieve act adopt affect aim allow appear apply approach arm arrive assist attract avoid ban bear
    become begin benefit block boost break bring build buy call carry cause challenge change choose claim
    close collapse come commit compel compete compromise confront continue contribute control convince
    cost create cut damage deal decline deepen defeat define deliver deny depend deploy deserve destroy
    deter determine develop die discourage divide dominate double draw drive drop earn ease eliminate
    embolden emerge enable encourage end endanger enforce engage enhance enjoy ensure enter entrench
    erode escalate establish exceed exclude exist expand expel exploit export extend face facilitate fail
    fall favor fight fix flee focus follow forbid force forgo form fuel fulfill fund gain gamble get give
    go grant grow guarantee handle happen harm help hinder hit hold honor host hurt ignore impede impose
    improve include increase inflict inform insist integrate intensify intend interfere invade invest
    invite join justify keep kill lack launch lead leave let levy lift limit lose lower maintain make manage
    matter mean meet miss modernize move need negotiate obey obstruct obtain occupy occur offend offer open
    operate order outlaw overturn own pass pay permit persist persuade phase place play pose possess
    postpone prepare present preserve press pressure prevent produce profit prohibit prolong promote
    protect provide provoke punish purchase pursue push put raise reach react realize receive reduce
    reform refrain refuse regulate reinforce reject relieve rely remain remove renew repeal replace require
    rescue resist resolve respect respond restore restrict result resume retain retreat return reverse
    reward risk roll ruin rule run sacrifice save scale scrap secure seek seem sell send separate serve set
    settle shape share shift show shrink shut sign slow solve spare spend spread start stay stem stop
    strengthen strip subsidize succeed suffer supply support surrender survive suspend sustain take talk tax
    threaten tighten tolerate trade transfer transform treat trigger triple trust turn undercut undermine
    undo unite uphold use violate visit vote wait walk want waste weaken welcome widen win withdraw work
    worsen yield rebuild halt restore accelerate demand prove stoke drain codify swap forge
    """.split()
)
VERB_FORMS: dict[str, str] = forms_of(COMMON_VERBS)

CONDITION_OPENERS: tuple[tuple[str, ...], ...] = (
    ("provided", "that"),
    ("providing", "that"),
    ("on", "condition", "that"),
    ("on", "the", "condition", "that"),
    ("as", "long", "as"),
    ("so", "long", "as"),
    ("only", "if"),
    ("even", "if"),
    ("if", "and", "when"),
    ("if",),
    ("unless",),
    ("in", "exchange", "for"),
    ("in", "return", "for"),
    ("in", "the", "absence", "of"),
    ("assuming", "that"),
    ("assuming",),
    ("contingent", "on"),
    ("conditional", "on"),
    ("depends", "on"),
    ("depend", "on"),
    ("subject", "to"),
    ("only", "when"),
    ("only", "once"),
)
CONDITION_EXCLUDED = frozenset((("even", "if"),))
"""Looks like a condition and is none."""
REASON_OPENERS: tuple[tuple[str, ...], ...] = (
    ("because", "of"),
    ("because",),
    ("given", "that"),
    ("given",),
    ("due", "to"),
    ("owing", "to"),
    ("thanks", "to"),
    ("in", "order", "to"),
    ("so", "that"),
    ("inasmuch", "as"),
    ("on", "the", "grounds", "that"),
)
CONCESSION_OPENERS: tuple[tuple[str, ...], ...] = (
    ("although",),
    ("though",),
    ("even", "though"),
    ("even", "if"),
    ("while",),
    ("whilst",),
    ("despite",),
    ("in", "spite", "of"),
    ("notwithstanding",),
    ("granted",),
    ("admittedly",),
    ("to", "be", "sure"),
    ("of", "course"),
    ("it", "is", "true", "that"),
    ("true", ","),
    ("no", "doubt"),
    ("certainly", ","),
    ("yes", ","),
    ("whatever",),
    ("not", "unlike"),
)
WRONG_TO = frozenset(
    """
    wrong unwise foolish mistaken crazy mad reckless naive dangerous irresponsible shortsighted
    short-sighted absurd silly stupid insane mistake folly madness error blunder
    """.split()
)
"""Before "to": what is said to be wrong to do is denied."""
UNTRUE = frozenset("myth fallacy falsehood lie untrue nonsense illusion false fiction".split())
"""Before "that": what is said to be untrue is denied."""
DOUBTING = frozenset(
    "doubt doubts doubted doubting deny denies denied denying dispute disputes disputed".split()
)
"""Before "that" they deny; where they are denied themselves, nothing is: "nobody can deny that"."""
GROUNDS = frozenset("evidence proof sign indication reason doubt support basis".split())
"""Of which there may be little."""
