"""The stems of ``concept_words``, each line a concept and the stems of words that argue like it.

Made by ``make docs`` from the words there; a test checks that they are current.
"""

STEMS = """
    hurt hurt harm damag injur punish penal penalis devast crippl ruin wreck batter clobber suffer
    help help benefit aid assist serv
    rais rais increas hike boost expand enlarg grow grew grown lift swell
    cut cut reduc lower slash trim shrink shrank shrunk curb decreas
    end end stop halt ceas termin abolish scrap elimin repeal revok abandon drop
    begin begin began begun start launch initi
    protect protect defend safeguard shield preserv secur
    weaken weaken undermin erod degrad sap sape hollow
    strengthen strengthen bolster reinforc fortifi shore
    fail fail flop flope backfir collaps founder
    succeed succeed thrive flourish
    pay pay paid shoulder foot bear bore born
    steal steal stole stolen rob pilfer plunder
    cheat cheat deceiv defraud swindl
    alien alien antagon antagonis anger offend estrang
    provok provok inflam stoke incit
    forc forc compel coerc oblig
    pressur pressur press squeez
    ban ban prohibit forbid forbad forbidden outlaw bar
    allow allow permit author authoris legal legalis
    destroy destroy kill demolish obliter
    creat creat generat produc
    lose lose lost forfeit squander
    ship ship send sent deliv suppli export
    spend spend spent invest
    keep keep kept maintain retain sustain uphold upheld continu
    join join enter acced
    leav leav left quit withdraw withdrew withdrawn exit
    build build built construct develop
    reject reject refus rebuff rebuf spurn
    accept accept agre embrac
    work work function
    hide hide conceal
    share share spread
    attack attack invad assault
    deter deter discourag dissuad
    encourag encourag promot foster
    prove prove show shown demonstr
    cooper cooper collabor
    matter matter signifi count
    win win won prevail triumph
    negoti negoti bargain
    tax tax levi
    fund fund financ bankrol subsid subsidis
    restor restor reviv rebuild
    escal escal intensifi
    deploy deploy station
    fight fight fought combat battl
    exploit exploit abus
    threaten threaten endang jeopard imperil
    matter import
    import buy bought purchas
    choos choos chose chosen select pick opt
    decid decid determin settl
    own own possess
    rent rent leas let
    borrow borrow lend
    hire hire employ recruit
    fire fire sack dismiss
    strike strike struck walkout
    teach teach taught educ instruct
    learn learn learnt studi
    treat treat cure heal
    vaccin vaccin immun immunis inocul
    test test examin inspect
    watch watch monitor supervis overse polic
    regul regul govern
    reform reform overhaul modern modernis
    fix fix repair mend remedi solv resolv
    replac replac substitut supplant
    move move shift reloc
    travel travel commut
    drive drive drove driven motor
    fli fli jet jete
    farm farm cultiv
    graze graze pastur
    hunt hunt shoot
    breed breed bred rear
    eat eat ate eaten consum
    drink drink swallow
    smoke smoke vape
    gambl gambl bet bete wager
    emit emit releas discharg
    burn burn burnt inciner
    recycl recycl reus
    mine mine extract drill
    warm warm heat
    cool cool chill
    flood flood inund
    drown drown sink sank sunk
    drain drain empti
    fill fill crowd
    block block obstruct imped hinder hamper thwart
    delay delay postpon defer
    hurri hurri rush hasten
    copi copi imit mimic
    lie lie mislead misl misinform
    trust trust believ
    doubt doubt distrust mistrust
    fear fear dread
    want want wish desir
    need need requir
    demand demand insist claim
    warn warn caution alert
    admit admit conced acknowledg
    deni deni disput contest
    ignor ignor neglect overlook disregard
    notic notic observ see saw seen
    reveal reveal disclos expos
    censor censor silenc gag gage muzzl
    speak speak spoke spoken talk
    vote vote elect
    protest protest march
    arrest arrest detain jail imprison incarcer
    deport deport expel remov
    welcom welcom host
    flee flee fled escap
    migrat migrat emigr immigr
    integr integr assimil
    discrimin discrimin segreg
    divid divid split polar polaris
    unit unit unifi
    benefit gain profit
    reward reward compens reimburs
    wast wast misspend fritter
    save save rescu
    risk risk hazard
    insur insur cover
    guarante guarante ensur assur warrant
    disrupt disrupt disturb upset
    distract distract divert
    addict addict hook
    bulli bulli harass torment
    isol isol seclud exclud
    control control restrict limit constrain cap cape
    deregul deregul liber liberalis
    privat privat privatis
    nation nation nationalis
    outsourc outsourc offshor
    autom autom mechan
    innov innov invent
    compet compet rival
    domin domin monopol monopolis
    merg merg consolid
    collud collud conspir
    dump dump undercut
    retali retali aveng
    surrend surrend capitul
    occupi occupi annex seiz
    arm arm equip
    disarm disarm demilitar demilitaris
    verifi verifi check audit
    measur measur gaug quantifi
    exceed exceed surpass outstrip
    shrivel shrivel wither dwindl
    doubl doubl redoubl
    aris aros arisen
    be was been
    beat beaten
    becom becam
    bleed bled
    break broke broken
    bring brought
    catch caught
    come came
    do did done
    draw drew drawn
    fall fell fallen
    forese foresaw foreseen
    forget forgot forgotten
    forgo forwent forgon
    freez froze frozen
    get got gotten
    give gave given
    go went gone
    have had
    hear heard
    hold held
    know knew known
    lay laid
    lead led
    make made
    mean meant
    meet met
    overcom overcam
    overthrow overthrew overthrown
    rise rose risen
    run ran
    say said
    seek sought
    sell sold
    speed sped
    stand stood
    stick stuck
    strive strove striven
    swear swore sworn
    take took taken
    tear tore torn
    tell told
    throw threw thrown
    undergo underw undergon
    understand understood
    undertak undertook undertaken
    undo undid undon
    wage wage
    wear wore worn
    withhold withheld
    withstand withstood
    write wrote written
    rais higher
    matter relev signific
    price price
    expens expens cost pricey dear unafford
    cheap cheap afford inexpens
    job job
    worker worker labor labour employe workforc
    firm firm compani corpor busi
    consum shopper custom household
    farmer farmer grower
    alli alli partner friend
    enemi enemi adversari foe
    tough tough hawkish uncompromis
    unfair unfair unjust inequit predatori
    fair fair just equit
    danger danger riski peril threat
    safe safe safer
    useless useless futil pointless ineffect
    effect effect efficaci potent
    necessari necessari essenti vital indispens crucial
    wrong wrong mistaken misguid erron
    mistak mistak blunder error folli
    right right correct
    illeg illeg unlaw
    legal law
    rich rich wealthi affluent
    poor poor needi
    govern state
    soldier soldier troop
    weapon weapon arsenal
    rule rule
    law legisl statut
    tax duti
    freedom freedom liberti
    countri countri
    foreign foreign oversea abroad
    peac peac settlement
    promis promis pledg commit
    unilater unilater
    factori factori plant
    money money cash
    child child children kid
    citizen citizen
    truce truce ceasefir armistic
    pollut pollut emiss
    proof proof evid
    path path road rout
    allianc allianc coalit
    debt debt deficit
    growth growth prosper
    school school
    irrelev irrelev meaningless immateri
    easi easi simpl straightforward
    hard hard difficult
    troubl troubl crisi
    tool tool instrument
    leverag leverag clout
    advantag advantag edg
    doctor doctor physician
    pupil pupil student schoolchildren
    teenag teenag teen adolesc youngster minor
    parent parent mother father
    famili famili
    teacher teacher
    nurs nurs
    patient patient
    hospit hospit clinic
    medicin medicin drug
    ill ill diseas sick
    depress depress anxieti
    landlord landlord
    tenant tenant renter
    home home hous dwell
    flat flat apart
    neighborhood neighborhood neighbourhood
    town town citi
    villag villag countrysid rural
    road street
    car car vehicl
    truck truck lorri
    driver driver motorist
    train train rail railway
    bus bus buse
    bicycl bicycl bike
    airport airport
    traffic traffic congest gridlock
    electr electr power
    energi energi fuel
    renew renew
    wind wind turbin
    reactor reactor
    climat climat
    carbon carbon greenhous
    natur natur wildlif biodivers
    forest forest woodland wood
    river river stream
    soil soil land
    pesticid pesticid herbicid
    anim anim livestock cattl
    meat meat beef
    food food groceri
    crop crop harvest
    rancher rancher
    fisherman fisherman fishermen
    subsidi subsidi handout
    grant grant
    loan loan
    bank bank lender
    investor investor sharehold
    wage salari earn
    incom incom
    pension pension retire elder
    welfar welfar
    poverti poverti depriv hardship
    inequ inequ dispar
    budget budget treasuri
    deficit shortfal
    inflat inflat
    recess recess downturn slump
    trade trade commerc
    tariff tariff
    competitor competitor
    monopoli monopoli
    market market
    bureaucraci bureaucraci paperwork
    bureaucrat bureaucrat offici
    politician politician lawmak
    parliament parliament congress legislatur
    court court judg
    polic offic
    crime crime offenc offens
    crimin crimin
    prison prison
    victim victim
    gun gun firearm
    border border frontier
    migrant migrant
    refuge refuge
    armi armi militari
    missil missil rocket
    war war
    treati treati accord pact
    deal deal agreement
    sanction sanction embargo
    internet internet onlin web
    phone phone smartphon handset
    app app
    platform platform
    data data
    privaci privaci confidenti
    algorithm algorithm
    robot robot machin
    technolog technolog tech
    scientist scientist research
    experi experi trial pilot
    studi survey
    figur figur statist
    fact fact truth
    myth myth fiction fabl
    reason reason caus
    effect consequ
    goal goal aim object target
    plan plan scheme propos
    burden burden
    barrier barrier obstacl hurdl
    opportun opportun chanc
    choic choic option
    duti respons
    bill bill
    revenu revenu
    expens outlay
    problem problem
    solut solut answer
    failur failur fiasco debacl
    success success
    disast disast catastroph calam
    huge huge enorm massiv vast
    tini tini small littl
    big big larg
    new new novel
    old old age
    rapid rapid fast quick swift
    slow slow sluggish
    earli earli soon
    late late overdu
    temporari temporari interim
    perman perman last
    clear clear plain obvious
    strong strong robust sturdi
    weak weak feebl frail
    high high steep
    low low
    clean clean unpollut
    dirti dirti filthi
    healthi healthi
    unhealthi unhealthi
    honest honest sincer
    corrupt corrupt crook
    popular popular favor favour
    unpopular unpopular hate
    voluntari voluntari
    compulsori compulsori mandatori obligatori
    public public
    local local
    nation feder nationwid
    global global internat worldwid
    modern contemporari
    outdat outdat obsolet antiqu
    realist realist feasibl practic achiev workabl viabl
    unrealist unrealist unwork impract unenforc infeas
    excess excess disproportion
    arbitrari arbitrari caprici
    transpar transpar open
    secret secret covert
    strong stronger strongest
    weak weaker weakest
    high highest
    low lowest
    cheap cheaper cheapest
    expens dearer dearest
    safe safest
    poor poorer poorest
    rich richer richest
    big bigger biggest
    tini smaller smallest
    big larger largest
    great greater greatest
    rapid faster fastest
    slow slower slowest
    rapid quicker quickest
    long longer longest
    short shorter shortest
    young younger youngest
    old older oldest
    hard harder hardest
    tough tougher toughest
    fair fairer fairest
    clean cleaner cleanest
    deep deeper deepest
    wide wider widest
    broad broader broadest
    heavi heavier heaviest
    light lighter lightest
    hot hotter hottest
    cold colder coldest
    warm warmer warmest
    cool cooler coolest
    bright brighter brightest
    dark darker darkest
    free freer freest
    earli earlier earliest
    late later latest
    close closer closest
    harsh harsher harshest
    soft softer softest
    smart smarter smartest
    wise wiser wisest
    dirti dirtier dirtiest
    easi easier easiest
    healthi healthier healthiest
    rich wealthier wealthiest
    danger riskier riskiest
"""
ACTIONS = """
    hurt help rais cut end begin protect weaken strengthen fail succeed pay steal cheat alien provok
    forc pressur ban allow destroy creat lose ship spend keep join leav build reject accept work hide
    share attack deter encourag prove cooper matter win negoti tax fund restor escal deploy fight
    exploit threaten import choos decid own rent borrow hire fire strike teach learn treat vaccin test
    watch regul reform fix replac move travel drive fli farm graze hunt breed eat drink smoke gambl emit
    burn recycl mine warm cool flood drown drain fill block delay hurri copi lie trust doubt fear want
    need demand warn admit deni ignor notic reveal censor speak vote protest arrest deport welcom flee
    migrat integr discrimin divid unit benefit reward wast save risk insur guarante disrupt distract
    addict bulli isol control deregul privat nation outsourc autom innov compet domin merg collud dump
    retali surrend occupi arm disarm verifi measur exceed shrivel doubl
"""
