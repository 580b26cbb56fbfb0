"""Nouns, adjectives and verbs of every topic: none of them alone can be a term of an issue.

Written for briefgen from general knowledge of English; a word is here because essays on anything
use it, not because of any corpus. Base forms: plurals and forms of verbs are spelled out below.
"""

from collections.abc import Iterable, Iterator

from briefgen.extraction.lexical.language.inflection import forms_of

_NOUNS = """
    thing something anything everything nothing way kind sort type form case point part piece bit
    lot number amount level degree rate share half third quarter percent percentage figure total
    example instance matter fact truth idea notion concept view opinion argument claim statement
    word phrase term name question answer reason cause effect result outcome consequence impact
    influence implication purpose goal aim objective target intention plan strategy approach method
    means process procedure step stage phase measure action act activity effort attempt try move
    movement change shift turn increase decrease rise fall growth decline drop gain loss difference
    distinction comparison contrast similarity relation relationship connection link context
    situation circumstance condition state position place spot area region side end beginning start
    middle center centre top bottom edge line list range series set group class category member
    time day week month year decade century moment hour minute second period era age season date
    morning evening night today tomorrow yesterday weekend past present future history story tale
    news report article essay column piece page book letter note paper document text editor reader
    author writer interview speech talk conversation discussion debate meeting event occasion
    people person man woman child boy girl family friend mother father parent son daughter human
    being guy folk crowd audience public citizen life death birth body head face eye hand arm leg
    foot heart mind brain voice ear mouth back home house room door street road car
    world country nation city town place land state government system structure model pattern
    problem issue trouble difficulty challenge concern worry risk danger threat crisis mistake error
    failure success opportunity chance possibility option choice decision solution benefit advantage
    disadvantage value worth importance significance role function job work task duty responsibility
    power force strength weakness ability capacity skill talent experience knowledge information
    data evidence proof study research survey expert specialist scholar professor critic supporter
    opponent observer analyst official leader chief president minister secretary senator
    representative candidate voter politician party policy politics law rule order right
    need demand want desire wish hope dream fear love hate anger pain joy pleasure interest
    attention focus emphasis look sight sense feeling emotion mood attitude behavior behaviour
    response reaction reply support opposition help assistance advice suggestion proposal
    recommendation warning promise pledge vow commitment deal agreement arrangement
    money cash dollar cent cost price pay payment bill sum million billion trillion dozen hundred
    thousand majority minority rest remainder bulk lack shortage absence presence use usage
    sign signal symbol mark picture image photo scene show game play race match team player
    mr mrs ms dr sir
    speaker conference summit spokesman spokeswoman aide
    monday tuesday wednesday thursday friday saturday sunday
    january february march april may june july august september october november december
    decade account basis behalf course deal detail direction element factor feature field
    foundation frame framework goodness hold issue item key lead length limit manner mention
    nature object objection occurrence opening origin pace path picture plenty preference pressure
    principle priority progress prospect quality quantity reality record reference respect review
    scale scope sector shape size source space spirit standard stake status stuff style subject
    sum support surprise tendency theme theory thinking thought tone topic track trend variety
    version victory volume wake wave weight while word stance stand
    administration analysis application appointment assessment assumption authority availability
    aspect behavior burden calculation career characteristic claim clarity coincidence combination
    comment communication comparison complaint complexity component composition compromise
    concentration conclusion confidence confusion consensus consideration consistency construction
    contribution control convention correction creation credibility credit criticism curiosity
    definition delay demonstration departure depth description destination determination
    development dilemma dimension disappointment discipline discomfort display distance
    distribution division doubt duration ease emergence emotion employee encounter engagement
    enthusiasm environment equation estimate evaluation evolution examination exception excitement
    exclusion excuse existence expansion expectation expense explanation expression extension extent
    faith fame favour favor fault format fortune frustration function fund gap gathering guarantee
    guess guidance guideline guilt habit handling harm height honor honour horizon ignorance
    imagination implementation impression improvement inability inclination incident
    indication individual initiative inspiration instance instinct institution instruction insight
    insistence integration intensity interaction interpretation intervention introduction
    investigation
    involvement isolation journey judgment judgement justification kind label language layer
    leadership lesson liberty limitation logic loyalty luck maintenance management manifestation
    matter merit message mission moment momentum motivation motive mystery myth necessity neglect
    network neighbor neighbour norm notice notion obligation observation observer obstacle
    occupation official operation operator organization organisation outlook outrage
    ownership partner participation passage passion patience perception perfection performance
    period permission person personality perspective phenomenon platform pleasure portion
    potential practice precedent prediction preparation presentation pretext privilege
    procedure product production profile projection promotion proof property proportion
    protection provision publication punishment purchase quest rage rank ratio reach reader
    realization reasoning recognition recovery reduction reflection reform refusal regard
    regime rejection relevance reliance relief reluctance remark reminder repetition reputation
    requirement resistance resolution resource restraint restriction return revelation
    reversal revolution reward rhetoric ritual root routine row rumor rumour sacrifice safety
    satisfaction schedule scenario scheme section segment selection sentence sentiment separation
    sequence series service session setting settlement shock shortcoming silence skepticism
    slogan specification speculation speed spot stability statement stress struggle
    style subject substance succession suspicion symptom table task teaching temptation tension
    tool total touch tradition transformation transition translation treatment trick trigger trip
    trust uncertainty understanding unit urgency variation vehicle venture vision visit vote
    welcome will willingness winner wisdom witness wonder worker world
    goods commerce market business company firm enterprise industry economy customer client
    media press newspaper magazine tv television radio website internet online page blog tweet
    twitter facebook platform network camera screen video mail email phone
"""
_ADJECTIVES = """
    good better best bad worse worst great greater greatest big bigger biggest large larger largest
    small smaller smallest little huge enormous massive vast tiny high higher highest low lower
    lowest long longer longest short shorter shortest old older oldest new newer newest young
    younger recent current present previous former latter last next first second third final early
    earlier earliest late later latest modern ancient main major minor key central chief principal
    primary important significant crucial critical essential vital necessary possible impossible
    likely unlikely probable certain sure clear obvious apparent evident true false real actual
    right wrong correct proper appropriate suitable fair unfair just serious severe strong stronger
    strongest weak weaker powerful able unable capable ready willing unwilling free full empty
    whole entire total complete partial half single double multiple numerous various different
    similar same other another such own special specific particular general common usual normal
    ordinary typical regular rare unique strange odd simple easy hard difficult complex complicated
    hot cold warm cool dry wet black white red green blue dark light bright beautiful ugly nice
    lovely happy sad angry afraid worried glad proud tired dead alive safe dangerous healthy sick
    rich poor cheap expensive public private local national international global domestic foreign
    political economic social cultural military legal financial personal human natural
    official popular successful effective efficient useful useless positive negative active passive
    direct indirect open close closed far near deep wide narrow thick thin heavy fast slow quick
    rapid sudden immediate constant permanent temporary daily weekly monthly annual yearly
    additional extra further more less most least enough sufficient considerable substantial
    deeper wider closer further farther harder easier faster slower nearer fewer
    reasonable potential mere sheer pure utter absolute relative overall average
    controversial famous known well-known so-called aforementioned given
    above below beneath beyond away alike due aside apart together abroad overseas worldwide
    ahead behind forth onward upward downward likewise elsewhere everywhere somewhere anywhere
    dependent independent aware certain constant
    american western northern southern eastern british european
"""
_VERBS = """
    be have do say go get make know think take see come want look use find give tell work call try
    ask need feel become leave put mean keep let begin seem help talk turn start show hear play run
    move like live believe hold bring happen write provide sit stand lose pay meet include continue
    set learn change lead understand watch follow stop create speak read allow add spend grow open
    walk win offer remember love consider appear buy wait serve die send expect build stay fall cut
    reach kill remain suggest raise pass sell require report decide pull explain argue note claim
    warn announce insist point refer describe mention state declare reveal indicate imply agree
    disagree accept reject support oppose favor favour deny admit acknowledge recognize realize
    hope fear worry wish prefer choose select pick avoid prevent prove confirm ensure
    involve concern affect cause lead result depend rely base relate compare tend matter
    finish end complete achieve accomplish succeed fail manage handle treat deal face
    urge push press force enable cost expect threaten refuse demonstrate cite invoke locate suppose
    impose reduce alienate stall frustrate restrict exist appeal tweet mean came gave meant saw
    understood left held told made took found thought sought brought began said got went knew
"""


def _plurals(words: Iterable[str]) -> Iterator[str]:
    for word in words:
        yield word
        yield word[:-1] + "ies" if word.endswith("y") else word + "s"
        if word.endswith(("s", "x", "ch", "sh")):
            yield word + "es"


_ADJECTIVE_FORMS = frozenset(_ADJECTIVES.split())
_VERB_FORMS = frozenset(forms_of(_VERBS.split()))
_OPENING = _ADJECTIVE_FORMS | _VERB_FORMS


def is_general(lower: str) -> bool:
    """Tell a word, in lower case, that names no subject."""
    return lower in _OPENING or lower in _GENERAL_NOUNS


def is_opening(lower: str) -> bool:
    """Tell an adjective or a verb with which a name of a thing does not begin: the "new tax" is
    the tax.
    """
    return lower in _OPENING


def is_verb(lower: str) -> bool:
    """Tell a form of a verb that is said of anything."""
    return lower in _VERB_FORMS


def is_adjective(lower: str) -> bool:
    """Tell an adjective or adverb with which a name of a thing does not end."""
    return lower in _ADJECTIVE_FORMS


# Forms, not stems: "important" and "import" share a stem.
_GENERAL_NOUNS = frozenset(_plurals(_NOUNS.split()))
