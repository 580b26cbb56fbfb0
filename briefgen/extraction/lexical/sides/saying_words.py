"""Set phrases that praise or refuse what they are said of, in which no single word need do so.

One line is one phrase: the side of who says it (+ for the thing, - against it), then for each place
the words that may stand there; those in brackets may be missing.
"""

BEHIND = """
    - no substitute for
    - no panacea/cure-all
    - treat/treats/treating/address/addresses the symptom/symptoms
    - tackle/tackles/tackling the symptom/symptoms
    + has/have done its/their job/work
    + has/have proved/proven its/their worth/value/merit
    + has/have stood the test
    + has/have earned its/their place
    + stood the test of time
    + pays/pay for itself/themselves
    - step backwards/back/backward
    - step in the wrong direction
    + step in the right direction
    + step forward/forwards
    + giant/big/great/huge leap forward
    - rests/rest/rested/relies/based on a false/mistaken/flawed premise/assumption/idea
    - built on sand
    - miss/misses/missed/missing the point/mark/target
    - amounts/amount/amounted to theft/robbery/blackmail/extortion/surrender/censorship
    - solution in search of a problem
    - solution looking for a problem
    - recipe for
    + recipe for success/peace/prosperity/growth
    + go/goes/gone/went a long way to/towards/toward
    - has/have had its/their day
    - has/have outlived its/their purpose/usefulness/time
    - belongs/belong in/to/on the/a museum/past/bin/dustbin/scrapheap
    - thing of the past
    - is/are past its/their prime/time
    + the least we/they can/could do
    + the least that we/they can/could do
    + nothing to fear
    + nothing to be afraid/ashamed/scared of
    + nothing to lose
    - come/comes/came at the expense of
    - come/comes/came at too high a price
    - too high a price
    + small price to pay
    + price worth paying
    + leave/leaves/left everyone/everybody/us/them/people/families/workers/tenants better off
    + make/makes/made everyone/everybody/us/them/people/families/workers better off
    - leave/leaves/left everyone/everybody/us/them/people/families/workers/tenants worse off
    - make/makes/made everyone/everybody/us/them/people/families/workers/many worse off
    - leave/leaves/leaving the door/barn/gate open to
    - open/opens/opening the door/floodgates to
    - opens/open a can of worms
    - pull/pulls/pulling the rug
    - gift to the rich/wealthy/powerful/bullies/cheats/criminals/smugglers/speculators/polluters
    - gift to criminals/smugglers/speculators/polluters/lobbyists/populists/extremists/fraudsters
    - licence/license to kill/pollute/cheat/steal/print/waste
    - leave/leaves me cold
    - not worth the paper
    - drop in the ocean/bucket
    - sticking plaster
    - smoke and mirrors
    - too little too late
    - too little , too late
    - unlikely/hardly/not/never/won't (going) (likely) to work
    - unlikely to help/succeed/last/solve/change
    - easier said than done
    - neither here nor there
    - pie in the sky
    - house of cards
    - ticking time bomb
    - blank check/cheque
    - thin end of the wedge
    - slippery slope
    - race to the bottom
    - kick/kicks/kicking the can
    + long time coming
    + second to none
    + nothing short of a miracle
    - nothing short of a disaster/scandal/betrayal/disgrace
    - must/should/to give way
    - asking for trouble
    - beyond repair/saving/redemption/reform
    - has/have run its/their course
    + fit for purpose
    - unfit for purpose
    + come/comes back two/three/four/five/ten/many/several times over
    - bridge too far
    - step too far
    - more trouble than it/they is/are worth
    - more than it/they is/are worth
    - too good to be true
    + worth fighting/paying for
    + worth the money/price/effort/trouble/wait/cost/candle
    + worth every penny/cent/euro/pound
    - on its/their last legs
    - dead end
    - cart before the horse
    - leap/shot in the dark
    - fool's errand/gold
    + good news for
    - bad news for
    + breath of fresh air
    + money well spent
    - money down the drain
    - good money after bad
    - baby out with the bathwater
    + lesser evil
    + lesser of two evils
    - accident/disaster/scandal waiting to happen
    - worst of both/all worlds
    + best of both worlds
    - nothing more than a gimmick/stunt/gesture/slogan/fantasy
    - little more than a gimmick/stunt/gesture/slogan/fantasy
"""
BEFORE = """
    - we cannot/can't/couldn't afford
    - we can not/ill afford
    - think/thought again/twice about
    - have/has second thoughts about
    - rethink
    + hands off
    - unconvinced by
    - unpersuaded by
    - not convinced/persuaded by
    - sceptical/skeptical/wary/suspicious/tired/sick/weary of
    - fed up with
    - had enough of
    + nothing to fear from
    + nothing to lose from/by
    + everything to gain from/by
    - nothing to gain from/by
    - little to gain from/by
    + much to gain from/by
    + hard/difficult/impossible to argue against/with
    + hard/difficult to object to
    + hard/difficult/impossible to fault
    - hard/difficult/impossible to justify/defend
    - hard/difficult/impossible to argue/speak for
    - good riddance to
    - no thanks to
    - turn/turned our/its/their/your back/backs on
    + comes/came/come to the rescue of
    - wash our/its/their hands of
    - have/has no time for
    + three cheers for
    + hats off to
    - away with
    - down with
    + long live
    + door must/should stay/remain open for/to
    + keep/hold/leave the door open for/to
    - nobody will/would miss
    - time is up for
    - time has run out for
    - the game is up for
"""
JOINING_UP = frozenset(
    """
    would will could has have had is are was were be been being the a an that this it only also
    no simply just still itself themselves really nothing more less not never may might can in
    truth effect fact by now long as such very clearly plainly surely merely little therefore
    looks look seems seem remains remain amounts
    """.split()
)
"""Between a thing and what is said of it."""
DENYING = frozenset(
    "not never hardly scarcely nor longer isn't wasn't won't wouldn't doesn't don't".split()
)
"""These turn what follows."""
