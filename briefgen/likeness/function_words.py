"""English words that say nothing of what an argument is about.

Articles, pronouns, prepositions, conjunctions, auxiliaries, and adverbs of degree, time and manner
of speaking: they stand in arguments of every kind and on every topic. Negations are among them:
within one side of one issue, "not" tells no argument from another.
"""

FUNCTION_WORDS = frozenset(
    """
    a an the this that these those such each every either neither another other others same own
    some any no none all both half many much more most few fewer several enough less least lot lots
    i me my mine myself we us our ours ourselves you your yours yourself yourselves he him his
    himself she her hers herself it its itself they them their theirs themselves one ones oneself
    who whom whose which what whatever whoever whichever when whenever where wherever why how
    however somebody someone something anybody anyone anything nobody nothing everybody everyone
    everything somewhere anywhere nowhere everywhere there here
    of in on at by for from to into onto upon with within without about above across after against
    along amid among amongst around as before behind below beneath beside besides between beyond
    despite down during except inside like near off out outside over past per since than through
    throughout till toward towards under until unto up via while whilst
    and or but nor so yet if unless because although though whether once lest whereas
    be am is are was were been being do does did doing done have has had having will would shall
    should can could may might must ought cannot
    isn't aren't wasn't weren't don't doesn't didn't haven't hasn't hadn't won't wouldn't shan't
    shouldn't can't couldn't mightn't mustn't needn't ain't i'm i'd i'll i've you're you'd you'll
    you've he'd he'll she'd she'll we're we'd we'll we've they're they'd they'll they've it'd it'll
    there'd there'll that'd that'll who'd who'll
    not never ever very too also just only even still already again then thus hence therefore
    moreover furthermore instead rather quite almost always often sometimes usually now soon later
    perhaps maybe indeed otherwise else anyway well really actually simply merely etc
    """.split()
)
