"""Verbs, nouns and predicates by which somebody takes a side on a thing, as base forms.

Written for briefgen from general knowledge of English; no topic's words.
"""

from collections.abc import Mapping
from typing import NamedTuple

from briefgen.extraction.lexical.language import polarity_words as polarity
from briefgen.extraction.lexical.language.inflection import forms_of

_FOR = """
    accept adopt advocate applaud approve back celebrate champion cheer defend demand embrace endorse
    favor favour hail impose introduce laud like love praise prefer promote propose prize request
    support uphold urge want welcome
"""
_AGAINST = """
    abolish attack ban bemoan block boycott bury cancel condemn criticise criticize decry denounce
    deplore deride derail detest dislike dismiss ditch fight halt hate kill lambast lambaste loathe
    mock obstruct oppose outlaw quash rebuff refuse reject repeal resent resist ridicule scorn scrap
    scupper shelve shun slam stonewall stop thwart torpedo trash veto
"""
_PHRASES = """
    agree on: 1
    agree to: 1
    agree with: 1
    announce: 1
    express: 1
    reaffirm: 1
    reiterate: 1
    signal: 1
    voice: 1
    threaten: 1
    approve of: 1
    argue against: -1
    argue for: 1
    ask for: 1
    baulk at: -1
    balk at: -1
    be a believer in: 1
    be all for: 1
    be behind: 1
    be enthusiastic about: 1
    be fond of: 1
    be happy with: 1
    be hostile to: -1
    be loyal to: 1
    be sick of: -1
    be suspicious of: -1
    be tired of: -1
    be unhappy with: -1
    be wary of: -1
    go to court against: -1
    go to court over: -1
    heap praise on: 1
    heap scorn on: -1
    pour scorn on: -1
    lend … support to: 1
    give … support to: 1
    drop … support for: -1
    drop … opposition to: 1
    end … support for: -1
    withdraw … support for: -1
    withdraw … support from: -1
    sign a petition against: -1
    sign a petition for: 1
    sign petitions against: -1
    be in favor of: 1
    be in favour of: 1
    be no fan of: -1
    be no friend of: -1
    be opposed to: -1
    bet on: 1
    bristle at: -1
    call for: 1
    campaign against: -1
    campaign for: 1
    close the door on: -1
    close the door to: -1
    shut the door on: -1
    shut the door to: -1
    slam the door on: -1
    complain about: -1
    cling to: 1
    come out against: -1
    come out for: 1
    commit to: 1
    demonstrate against: -1
    disagree with: -1
    disapprove of: -1
    do away with: -1
    give … blessing to: 1
    give … backing to: 1
    give the green light to: 1
    give in to: 0
    go along with: 1
    have little appetite for: -1
    have little patience with: -1
    have little patience for: -1
    have little time for: -1
    have no appetite for: -1
    have no desire for: -1
    have no patience with: -1
    have no patience for: -1
    have no time for: -1
    have no use for: -1
    have high hopes for: 1
    have great hopes for: 1
    pin … hopes on: 1
    do without: -1
    make do without: -1
    have no wish for: -1
    hold out for: 1
    hold on to: 1
    insist on: 1
    insist upon: 1
    join calls for: 1
    join the call for: 1
    lash out at: -1
    lobby against: -1
    lobby for: 1
    long for: 1
    make the case against: -1
    make the case for: 1
    make a case for: 1
    march against: -1
    mobilise against: -1
    mobilize against: -1
    object to: -1
    opt for: 1
    opt against: -1
    petition against: -1
    petition for: 1
    plead against: -1
    plead for: 1
    pour cold water on: -1
    press for: 1
    press ahead with: 1
    protest against: -1
    push against: -1
    push back against: -1
    push back on: -1
    push ahead with: 1
    push for: 1
    push through: 1
    rail against: -1
    rally against: -1
    rebel against: -1
    recoil at: -1
    rule out: -1
    say no to: -1
    say yes to: 1
    see little need for: -1
    see little point in: -1
    see little sense in: -1
    see little merit in: -1
    see no alternative to: 1
    see no case for: -1
    see no future for: -1
    see no future in: -1
    see no merit in: -1
    see no need for: -1
    see no place for: -1
    see no point in: -1
    see no reason for: -1
    see no room for: -1
    see no sense in: -1
    set … face against: -1
    sign up to: 1
    shy away from: -1
    speak against: -1
    speak in favour of: 1
    speak in favor of: 1
    speak out against: -1
    speak out for: 1
    speak up for: 1
    stand behind: 1
    stand by: 1
    stand up to: -1
    stick with: 1
    stick to: 1
    swear by: 1
    swear off: -1
    take a stand against: -1
    tear up: -1
    throw … weight behind: 1
    throw out: -1
    turn … back on: -1
    turn down: -1
    turn against: -1
    vote against: -1
    vote down: -1
    vote for: 1
    wage war on: -1
    walk away from: -1
    warn against: -1
    yearn for: 1
"""
_LEADING = """
    attempt: 1
    beg: 1
    campaign: 1
    do everything: 1
    implore: 1
    manage: 1
    move: 1
    order: 1
    press: 1
    push: 1
    strive: 1
    struggle: 1
    tell: 1
    try: 1
    urge: 1
    warn: 1
    agree: 1
    be against: -1
    be bent on: 1
    be committed to: 1
    be determined: 1
    be eager: 1
    be for: 1
    be keen: 1
    be loath: -1
    be out: 1
    be prepared: 1
    be ready: 1
    be reluctant: -1
    be resolved: 1
    be set on: 1
    be unprepared: -1
    be unwilling: -1
    be willing: 1
    choose: 1
    decide: 1
    decline: -1
    intend: 1
    offer: 1
    plan: 1
    pledge: 1
    promise: 1
    propose: 1
    refuse: -1
    resolve: 1
    seek: 1
    sue: 1
    threaten: 1
    vote: 1
    vow: 1
    want: 1
    wish: 1
"""
_ONLY_DENIED = """
    abide: 1
    allow: 1
    bear: 1
    consider: 1
    contemplate: 1
    countenance: 1
    entertain: 1
    hear of: 1
    live with: 1
    permit: 1
    put up with: 1
    stand for: 1
    stomach: 1
    swallow: 1
    tolerate: 1
"""
GAP = "…"


class Tails(NamedTuple):
    """Words behind verbs that take a side on what follows."""

    by_verb: Mapping[str, tuple[tuple[tuple[str, ...], int], ...]]
    """Base form of a verb to the words behind it, each with their side, 1 or -1."""
    last: frozenset[str]
    """The last words of all that have any: where none of them stands, no such words end."""


def _read(lines: str) -> Tails:
    """Return the words behind each verb and the side that they take, by the verb's base form."""
    found: dict[str, list[tuple[tuple[str, ...], int]]] = {}
    for line in filter(None, map(str.strip, lines.splitlines())):
        phrase, side = line.split(":")
        verb, *behind = phrase.split()
        found.setdefault(verb, []).append((tuple(behind), int(side)))
    last = frozenset(tail[-1] for tails in found.values() for tail, _ in tails if tail)
    return Tails({verb: tuple(tails) for verb, tails in found.items()}, last)


_PLAIN = dict.fromkeys(_FOR.split(), 1) | dict.fromkeys(_AGAINST.split(), -1)
TAILS = _read(_PHRASES + "".join(f"\n{verb}: {side}" for verb, side in _PLAIN.items()))
"""Base form of a verb to the words behind it that take a side on what follows, each with its side."""
LEADING = _read(_LEADING)
"""The same for those with an infinitive behind them: "refuses to accept"."""
ONLY_DENIED = _read(_ONLY_DENIED)
"""The same for those who will not: who does so may only bear the thing."""
PLAIN = _PLAIN
"""Transitive verbs, to the side that their subject takes on their object."""
_BE = dict.fromkeys("is are was were be been remain remains remained isn't aren't".split(), "be")
BASE_OF = (
    forms_of(
        (
            TAILS.by_verb.keys()
            | LEADING.by_verb.keys()
            | ONLY_DENIED.by_verb.keys()
            | {"make", "give"}
        )
        - {"be"}
    )
    | _BE
    | dict.fromkeys(("signalled", "signalling"), "signal")
)
"""Form of such a verb to its base."""
OPENING = frozenset(BASE_OF)
"""A sentence without any of these tells of no stand."""
NO_ACTS = frozenset(
    forms_of(
        """
        pay use charge receive pass sign finish heed rise negotiate recognise recognize police apply
        launch open offer pursue invest rule leave exit quit relax back
        """.split()
    )
)
"""Done to a thing they say little of whether somebody would have it."""
HELD_NOUNS = frozenset(
    """
    adoption approval attempt attempts backing bid bids bill call calls chance commitment concept continuation creation demand demands expansion
    effort efforts extension form forms endorsement hint hopes idea introduction kind mention notion offer opportunity
    possibility plan plans principle proposal proposals prospect push renewal return sort suggestion suggestions
    support talk thought type use version
    """.split()
)
"""Before "of", "for" or "to": who opposes "the idea of" a thing opposes the thing."""
UNDOING_NOUNS = frozenset(
    noun for noun, direction in polarity.ACT_NOUNS.items() if direction < 0
) | frozenset(
    """
    attacks complaints criticism criticisms dismantling objection objections opposition protest
    protests rejection removal resistance scrapping
    """.split()
)
"""Before "of", "on" or "to": who is for one of these is against the thing."""
ACTS = forms_of("bury defeat forget sabotage sink stall torpedo undermine".split()) | forms_of(
    "keep rescue save".split()
)
"""Verbs done to a thing beside those known to mean more or less of it."""
PRESERVING = frozenset("keep rescue save".split())
REGARDING = forms_of(
    """
    brand call consider characterise characterize condemn decry deem deride denounce describe dismiss
    find hail judge label mock perceive portray praise regard reject see think treat view
    """.split()
)
"""Verbs behind whose object stands what it is taken for, with "as" or without."""
BARE_REGARDING = frozenset("brand call consider deem find judge label think".split())
"""Those that need no "as"."""
INSISTING = frozenset("insist demand urge require ask propose recommend stipulate".split())
SETTLING = frozenset("agree demand insist pledge promise propose resolve vow".split())
"""What they say will be done is what they would have done."""
INCLUDING = frozenset("include includes contain contains involve involves comprise".split())
WORRYING = frozenset(
    """
    concern concerns worry worries fear fears objection objections complaint complaints grievance
    """.split()
)
GIVEN = {
    "make": {
        **dict.fromkeys(
            "priority condition cornerstone centrepiece centerpiece mission duty".split(), 1
        ),
        "requirement": 1,
    },
    "give": {
        **dict.fromkeys("blessing backing support approval endorsement go-ahead green".split(), 1),
        **dict.fromkeys("shrift cold berth".split(), -1),
    },
}
"""What somebody makes of a thing or gives it: "made the toll a priority", "gave it its blessing"."""
CAMPS = frozenset(
    """
    advocates backers champions critics defenders detractors enemies fans foes friends opponents
    proponents sceptics skeptics supporters
    """.split()
)
"""Those who are named by what they stand for or against."""
ADMIRED = frozenset(
    """
    acceptable beneficial brilliant crucial desirable effective essential excellent fair good great
    helpful ideal imperative important indispensable just justified legitimate necessary needed
    overdue perfect reasonable right sensible smart sound useful valuable viable vital welcome
    wise wonderful workable worthwhile
    """.split()
)
CONDEMNED = frozenset(
    """
    absurd abhorrent awful bad catastrophic counterproductive cruel damaging dangerous disastrous
    disgraceful excessive flawed foolish harmful horrible illegal illegitimate immoral inadmissible
    indefensible inhumane insulting intolerable ludicrous misguided mistaken monstrous needless
    objectionable offensive outrageous pointless premature reckless repugnant ridiculous ruinous
    scandalous senseless shameful terrible unacceptable unaffordable unconstitutional undemocratic
    unfair unjust unjustified unlawful unnecessary unreasonable unthinkable unwanted unwarranted
    unwise unworkable useless wasteful wrong
    """.split()
)
PRIZED = frozenset(
    """
    asset blessing boon breakthrough cornerstone godsend lifeline model must necessity priority
    remedy solution success triumph victory
    """.split()
)
DREADED = frozenset(
    """
    abomination affront assault attack betrayal blackmail blunder burden catastrophe curse danger
    disaster disgrace distraction error failure farce folly gimmick handout humiliation injustice
    insult
    joke madness menace mess mistake nightmare nonsense nonstarter non-starter nuisance outrage
    overreach poison provocation rip-off ripoff scandal scam swindle theft threat toy travesty
    trap waste
    """.split()
)
REFUSED_AS = (
    ("out", "of", "the", "question"),
    ("off", "the", "table"),
    ("red", "line"),
    ("non", "-", "starter"),
    ("beyond", "the", "pale"),
    ("step", "too", "far"),
    ("dead", "on", "arrival"),
    ("no", "go"),
    ("bridge", "too", "far"),
)
HARD = frozenset("hard difficult impossible".split())
TO_BEAR = frozenset(
    "take swallow accept stomach defend justify bear digest support tolerate understand".split()
)
CHOSEN = frozenset(
    """
    best cheapest easiest fairest fastest most only preferred proper quickest realistic right safest
    shortest simplest sole soundest surest viable
    """.split()
)
WAYS = frozenset(
    """
    answer approach bet chance choice course hope means method option path remedy road route
    solution step tool way
    """.split()
)
"""What a thing is praised as where one of the words before it is chosen: "the fastest path"."""
FALLING_SHORT = frozenset(
    """
    fail fails failed fall falls collapse collapses scrapped abolished dropped cancelled canceled
    abandoned late delayed weak weakened little enough end ends ended vanish disappear stop stopped
    blocked lost rejected repealed removed undone watered
    """.split()
)
"""Behind the thing: what is feared is that there will be less of it."""
