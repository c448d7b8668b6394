"""English verbs and their forms: a closed list, on purpose. A word that is not here is never taken for a verb."""

from functools import lru_cache
from typing import NamedTuple

VERBS = frozenset(
    """
    abandon abate abdicate abhor abide abolish abound abridge absolve absorb abstain abstract abuse accede
    accelerate accept access accommodate accompany accomplish account accrue accumulate accuse achieve acknowledge
    acquaint acquire acquit act activate adapt add address adhere adjudicate adjust administer admire admit adopt
    adorn advance advertise advise advocate affect affirm afford age aggravate aggregate agree aid aim alert
    alienate align allege alleviate allocate allow allude alter alternate amass amend amount amplify analyse
    analyze anchor animate annex annotate announce annoy answer antagonize anticipate apologize appeal appear
    append apply appoint apportion appreciate approach approve approximate arch archive argue arise arrange arrest
    arrive articulate ascend ascertain ascribe ask aspire assassinate assemble assert assess assign assimilate
    assist associate assuage assume assure atone attach attack attain attempt attend attest attract attribute
    attune audit augment authenticate author authorize automate average avoid await award backpropagate bake
    balance ban banish bargain base bear beat become befall beg begin behave believe belong bend benefit bequeath
    besiege bestow betray bewilder bias bid bind bite blame blend block blow boast boil bond book boost border
    borrow bounce bound boycott break breathe breed brew bribe bridge brighten bring broadcast broaden browse build
    bully bump burden burn burst bury buy bypass cache calculate calibrate call campaign cancel capitalize
    capitulate capture care carry carve cast catalyse catalyze catch categorize cater cause caution cease celebrate
    censor center centralize certify challenge change channel characterize charge chase chat cheat check choose
    chronicle circulate circumvent cite civilize claim clarify classify clean clear click climb cling clone close
    cluster coalesce codify coerce coexist cohere coin coincide collaborate collapse collect collide collude
    colonise colonize colour combat combine come comfort command commemorate commence commend comment commercialize
    commission commit commodify communicate compare compel compensate compete compile complain complement complete
    complicate comply compose compound comprehend compress comprise compromise compute computerize concatenate
    conceal concede conceive concentrate concern conclude concur condemn condense condition conduct confer confess
    configure confine confirm confiscate conflict conform confront confuse congregate conjure connect connote
    conquer consent conserve consider consist consolidate conspire constitute constrain construct construe consult
    consume contact contain contemplate contend contest continue contract contradict contrast contravene contribute
    control convene converge convert convey convict convince cook cool cooperate coordinate cope copy correct
    correlate correspond corroborate corrupt cost counsel count counter counteract couple cover covet crack craft
    crash create credit creep criminalize criticize critique crop cross crumble crush crystallise cultivate cure
    customise customize cut cycle damage damp dance darken date deal debase debate debilitate debug decay
    decentralize decide declare decline decode decompose deconstruct decorate decouple decrease decry decrypt
    dedicate deduce deduplicate deem deepen defeat defend defer define deflate defraud defy degrade delay delegate
    delete deliberate delimit delineate deliver demand democratize demonstrate demote denoise denote deny depart
    depend depict deplete deplore deploy depolarize depose deposit depreciate depress deprive dereference
    deregulate deride derive descend describe desegregate deserialize deserve design designate desire despise
    destroy detach detail detain detect deter deteriorate determine dethrone devalue devastate develop deviate
    devise devote devour diagnose dictate die differ differentiate diffuse dig digest dignify dilute dim diminish
    dip direct disable disagree disappear disappoint disburse discard discern discharge disclose discount
    discourage discover discredit discriminate discuss disenfranchise disguise dislike dismantle dismiss disobey
    dispel dispense disperse displace display dispose disprove disregard disrupt disseminate dissolve dissuade
    distinguish distort distract distribute disturb diverge diversify divert divide divorce divulge do dock
    document domesticate dominate donate double doubt download draft drag drain draw dream dress drift drill drink
    drive drop drown dry dump duplicate dwell dwindle earn ease eat echo edit educate elaborate elect elevate
    elicit eliminate elucidate emanate emancipate embark embarrass embed embody embrace emerge emigrate emit
    empathize emphasize employ empower emulate enable enact encapsulate encode encompass encounter encourage
    encroach encrypt end endanger endorse endow endure enforce enfranchise engage engender engineer engulf enhance
    enjoy enlarge enlist enrich enroll ensure entail enter entertain entitle entrench entrust enumerate envision
    epitomize equal equalize equate equip eradicate erase erect erode escape espouse establish estimate evade
    evaluate evaporate evict evoke evolve exacerbate exaggerate examine excavate exceed excel exchange excite
    exclude excrete execute exemplify exempt exercise exert exhale exhaust exhibit exhort exile exist exit
    exonerate expand expect expel expend experience experiment expire explain explode exploit explore export expose
    express extend exterminate extinguish extol extract extradite extrapolate fabricate face facilitate fade fail
    fall falsify falter fascinate favor favour fear feature feed feel ferment fertilize fetch fight figure fill
    filter finance find finetune finish fire fit fix flag flatten flatter flaunt flee flip float flood flourish
    flow fluctuate flush fly focus fold follow forbid force forecast forego foretell forge forget forgive forgo
    fork form formalize format formulate fortify foster found frame franchise free freeze frighten frustrate fuel
    fulfill function fund furnish fuse gain galvanize garner gather gauge generalize generate germinate get give
    glean glorify go govern grab grade graduate grant grasp gratify greet grind ground group grow guarantee guard
    guess guide halt handle hang happen harass harden harm harvest hash hasten haunt have head heal hear heat help
    hide highlight hinder hire hit hold honor hope host house humanize humiliate hunt hurt hypothesise hypothesize
    idealize identify ignore illuminate illustrate imagine imitate immigrate immunize impair impart impede impel
    impinge implement implicate implore imply import impose impress imprison improve impute incarcerate incite
    include incorporate increase increment incur indent index indicate indoctrinate induce infect infer inflate
    inflict influence inform infringe infuse ingest inhabit inhale inherit inhibit initialise initialize initiate
    inject injure innervate innovate inpaint input insert insist inspect inspire install instantiate instigate
    institute institutionalize instruct insulate insure integrate intend intensify interact intercept interfere
    interleave intermarry internalize interpolate interpret interrupt intersect intertwine intervene interview
    intimidate introduce intrude inundate invade invalidate invent invert invest investigate invite invoke involve
    irrigate isolate issue iterate jail jeopardize join judge jump justify juxtapose keep kick kill knead knit
    knock know label lack land last launch lay lead leak lean leap learn lease leave legalize legislate legitimize
    lend lengthen lessen let level leverage liberate lie lift light lighten like liken limit line linger link lint
    list listen litigate live load loan lobby localise locate lock log look loop loosen lose love lower lure
    magnify maintain make manage mandate manifest manipulate manufacture map march marginalize mark market marry
    mask match mate materialize matter mature maximise maximize mean measure mechanize mediate medicate meditate
    meet melt memorize mend mention merge migrate mimic mind minimise minimize mirror misinterpret mislead
    misrepresent miss mistake misunderstand mitigate mix mobilize model moderate modernize modify modulate monetize
    monitor monopolize motivate mount mourn move multiply mutate name narrate narrow nationalize navigate near
    necessitate need negate neglect negotiate nest neutralize nominate normalise normalize note notice notify
    nourish nurture obey obfuscate object oblige obliterate obscure observe obstruct obtain obviate occupy occur
    offend offer offset omit open operate operationalize oppose oppress opt optimise optimize ordain order organize
    orient originate oscillate ostracize oust outlaw outline outlive outnumber outperform output outsource outweigh
    overcome overestimate overlap overload overlook override overrule oversee overshoot overstate overthrow
    overturn overwhelm overwrite owe own oxidise oxidize pacify pack pad paint panic parse participate partition
    partner pass paste patch patent pause pay peak penalize penetrate perceive perform perish permit perpetrate
    perpetuate persecute persist personify persuade pertain petition phosphorylate photograph photosynthesize pick
    pin pinpoint pioneer placate place plague plan plant play plot plug plunder point pollinate pollute ponder pool
    pop popularize populate portray pose posit position possess post postpone postprocess postulate pour power
    practice praise precede precipitate preclude predate predicate predict predispose predominate prefer prepare
    prepend preprocess prescribe present preserve press presume pretend prevail prevent preview price print
    prioritize privatize privilege proceed process proclaim procure produce profess program progress prohibit
    project proliferate prolong promise promote prompt proof propagate propel propose proscribe prosecute prosper
    protect protest prove provide provoke publicize publish pull pump punish purchase purge purify purport pursue
    push put qualify quantify quarantine quell query question quit quote race radiate raise range rank rate ratify
    rationalize reach react reactivate read reaffirm realize rearrange reason reassure rebase reboot rebuild recall
    recede receive recheck reciprocate recite reckon reclaim recognise recognize recommend recompile reconcile
    reconnect reconsider reconstruct record recover recreate recruit rectify recur recycle redeem redefine redirect
    rediscover redistribute reduce refer reference refine reflect reform refrain refund refuse refute regain regard
    regenerate register regress regularise regularize regulate rehearse reimagine reimburse reinforce reinstall
    reinterpret reintroduce reiterate reject relate relax relay release relieve relinquish reload rely remain
    remember remind remove rename render renew renounce renovate rent reopen reorder repair reparameterize repay
    repeal repeat repel replace replicate reply report reposition represent repress reproduce request require rerun
    resample rescale rescue research resemble resent reserve reset reside resign resist resolve resonate resort
    respect respire respond rest restart restate restore restrain restrict result resume resurrect retain retaliate
    rethink retire retrain retreat retrieve return reuse reveal revere reverse revert review revise revisit revive
    revolt revolutionize revolve reward rewrite ride ring rise risk roll root rotate route row ruin rule ruminate
    run rush sacrifice safeguard sail sample sanction sanitize satisfy saturate save say scale scan scare scatter
    schedule score scrape scroll scrutinize seal search secrete secularize secure see seek seem segment segregate
    seize select sell send sense separate sequence serialize serve set settle shape share sharpen shed shelter
    shield shift shine ship shock shoot shorten shout show shrink shuffle shut sign signal signify simplify
    simulate sing sink sit situate sketch skew skip sleep slice slide slip slope slow smell smooth snap soak soar
    socialize soften solicit solidify solve sort sound span spawn speak specialize specify speculate speed spell
    spend spill spin split sponsor spot spray spread spring spur squander squash squeeze stabilize stack stage
    stain stand standardise standardize stare start starve stash state stay steal steam steep steer stem step
    stereotype stick stigmatize stimulate stipulate stir stop store stratify strengthen stress stretch strike strip
    strive structure struggle study subdivide subdue subjugate submit subscribe subsidise subsidize subsist
    substitute subsume subtract subvert succeed succumb suck suffer suffice suggest suit sum summarize supersede
    supervise supplant supplement supply support suppress surge surmise surmount surpass surprise surrender
    surround survey survive suspect suspend sustain swallow swap sway swear sweat sweep swell swim swing switch
    symbolize synchronize synthesise synthesize tackle tag take talk tamper target tarnish taste tax teach tear
    tell temper tempt tend terminate test testify thank theorize thicken think thrive throttle throw thwart tie
    tighten tilt time tip titrate tokenize tolerate topple torment torture touch trace track trade trail train
    transact transcend transcribe transfer transform transgress translate transmit transpire transport transpose
    trap travel traverse treat trigger trim trip triple trivialize truncate trust try tune turn tutor type uncover
    underestimate undergo underlie undermine undershoot understand undertake undo unearth unfold unify uninstall
    unite unleash unload unlock unpack unquote unravel unstage unwrap update upgrade uphold upload upscale urge use
    usher usurp utilize vaccinate validate value vanish vary vectorize venerate verify veto vibrate view vilify
    vindicate violate visit visualize volunteer vote vouch wait wake walk wander wane want warm warn warp warrant
    wash waste watch water weaken wear weave weigh welcome whisper widen wield win wind wipe wish withdraw wither
    withhold withstand witness wonder work worry worsen wrap write yearn yield zoom
    """.split()
)
"""Infinitives. Those that are nouns too ("demand", "cause") are verbs only where the sentence's build says so."""

OTHERS_TOO = frozenset(
    """
    abstract abuse access account act action address advance advantage affect aggregate aid aim air alert alternate
    amount anchor annex answer appeal approach appropriate approximate arch archive arm array arrest articulate ask
    attack attempt average award back bad balance ban band bank bar base batch bear beat bend benefit bet bias bid bill
    bind bite blame blast blend block blow board bond book boost border bottom bound box boycott brake branch brand
    breach break breed bribe bridge brief broad broadcast brush bubble buffer bug build bully bump bundle burden
    burn burst bus button buy cable cache call calm camp campaign cap capture card care cart case cast catch cause
    caution censor center chain challenge chance change channel charge chart chase cheat check cheer chronicle
    circle circuit claim clamp class clause clean clear click climb clock clone close cloud cluster coach coat code
    coil coin collapse color colour comb combat comfort command comment commission commit compass complement
    complete compound compromise concern condition conduct conflict console contact contest contract contrast
    control convert convict cook cool copy core corner correct corrupt cost counsel count counter couple course
    court cover crack craft crash credit critique crop cross crowd curb cure current curve cut cycle damage dance
    dark dash data date deal debate debt debug decay decline decrease deep default defeat defect degenerate degree
    delay delegate deliberate demand deposit desert design desire detail detour device dial dialogue die diet
    direct dirty discharge discount dish display dispute dock document dose double doubt draft drag drain draw
    dream dress drift drill drink drive drop drug dry dull duplicate dust dye earth ease echo edge edit effect
    effort elaborate employ empty end engine engineer entrance envelope equal error escape estimate even exact
    excess exchange excuse exercise exhaust exhibit exile exit experience experiment export exposure express
    extract eye face fact factor fall fan fare fast fault favor fear feature fee feed feel fence fever field fight
    figure file fill film filter finance find fine finger finish fire firm fish fit fix flag flame flash flat
    flight flip float flood floor flow focus fold foot force forecast foreign forge fork form format frame
    franchise free freeze frequent fuel full function fund fuse gain gap gas gate gauge gear gift global glue grade
    graduate graft grain grant graph grasp grip ground group growth guarantee guard guess guide gun habit hand
    handle harm harvest hash hate head heap heat help hint hit hold hole hollow home hook hope host hour house hunt
    ice idle image impact import impulse incline income increase index influence input insert institute insult
    intent interest interface intermediate interview intimate invite iron issue jail jam job join joint joke
    journal judge jump key kick kill knot label labor lack land lap laugh launch layer layout lead leak lean lease
    leave lecture leg lesson level lever license lie lift light limit line link list live load loan lobby lock log
    long look loop loose loss love low lower machine mail man manifest map march mark market mask mass master match
    mate matter mature mean measure meet melt member memory merge message mind mine mirror mirrors miss mistake mix
    model moderate module mold monitor moss motion motor mount mouse mouth move murder name narrow neat need nest
    net network noise note notice numb number nurture object obscure offer offset open operate orbit order outlaw
    outline output overlap overlay own owner pace pack package pad page paint pair panel panic paper parade
    parallel park part partner pass paste patch patent path patient pattern pause pay peak peel pen perfect permit
    petition phase phone photograph phrase pick picture piece pile pilot pin pioneer pipe pitch place plague plan
    plane plant plate play pleasant plot plow plug point poison policy poll pool pop pose position post pot pound
    power practice praise predicate present preserve press pressure preview price print private privilege prize
    probe process produce product profile profit program progress project promise prompt proof proper protest prove
    pull pulse pump punch purchase purpose push put puzzle quarantine query quest question quiet quiz quote race
    rack radio rain raise range rank rapid rate ratio ray reach read real reason rebel recall receipt recess record
    recruit recycle reference reform refund refuse regard register reject relay release relief remark remedy render
    rent repair repeal repeat reply report request research reserve reset resort resource respect rest restart
    result retreat return reverse review revolt reward rhyme ride ring riot rise risk rival roll roof root rope
    rotate rough round route row rule run rush sail salary sale sample sanction sand save scale scan scar scare
    scene scent schedule school scope score scout scrap scratch screen screw script seal search season seat second
    secret section secure seed segment sense sentence separate sequence series serve service set shade shadow shaft
    shake shape share shelf shell shelter shield shift shine ship shock shoe shoot shop shore shot shout show
    shower shuffle shut sign signal sink site size skill skin skip slave sleep slice slide slip slope slot slow
    smell smile smoke smooth snap sober soil solid sort sound source space span spare spark speech speed spell
    spend spike spill spin split sponsor spot spray spread spring spur square squash stable stack staff stage stain
    stake stamp stand standard star stare start starve stash state station status stay steady steam stem step
    stereotype stick still stock stop store storm strain strand stream strength stress stretch strike string strip
    stripe stroke structure struggle study style subject substance substitute suit sum summer supplement supply
    support surface surge surprise surrender survey suspect swap sweat sweep swell swing switch symptom table
    tackle tag tail talk tame tank tap target task taste tax team tear telephone temper tempt tense tent term test
    text thin thread threat throttle throw thrust tick ticket tide tidy tie tilt time tip tire title toast tone
    tool top torch torment torture total touch tough tour tow tower trace track trade traffic trail train trait
    transfer transform transport trap travel treat trend trial trick trigger trim trip trouble truck trust try tube
    tune turn tutor twist type upgrade upset urge use utility value vent verse veto view visit voice volume
    volunteer vote wage wait wake walk wall war warm warning wash waste watch water wave wax way weather web weight
    welcome wet wheel whip whisper width will win wind window winter wire wish witness word work worry worth wound
    wrap wreck yard year yield zone
    """.split()
)
"""Infinitives that are nouns or adjectives as often as verbs ("demand", "dry")."""

_IRREGULAR = """
    arise arose arisen | bear bore borne | beat beat beaten | become became become | begin began begun
    bend bent bent | bind bound bound | bite bit bitten | blow blew blown | break broke broken | breed bred bred
    bring brought brought | broadcast broadcast broadcast | build built built | burn burnt burnt
    buy bought bought | creep crept crept | forgo forwent forgone | mislead misled misled | repay repaid repaid
    rerun reran rerun | rewrite rewrote rewritten | sleep slept slept
    burst burst burst | catch caught caught | choose chose chosen | cling clung clung | come came come
    cost cost cost | cut cut cut | deal dealt dealt | dig dug dug | do did done | draw drew drawn
    drink drank drunk | drive drove driven | eat ate eaten | fall fell fallen | feed fed fed | feel felt felt
    fight fought fought | find found found | flee fled fled | fly flew flown | forbid forbade forbidden
    forego forewent foregone | forget forgot forgotten | forgive forgave forgiven | freeze froze frozen
    get got gotten | give gave given | go went gone | grind ground ground | grow grew grown | hang hung hung
    have had had | hear heard heard | hide hid hidden | hit hit hit | hold held held | hurt hurt hurt
    keep kept kept | know knew known | lay laid laid | lead led led | leave left left | lend lent lent
    let let let | lie lay lain | light lit lit | lose lost lost | make made made | mean meant meant
    meet met met | mistake mistook mistaken | overcome overcame overcome | override overrode overridden
    oversee oversaw overseen | overwrite overwrote overwritten | pay paid paid | put put put | quit quit quit
    read read read | rebuild rebuilt rebuilt | reset reset reset | ride rode ridden | ring rang rung
    rise rose risen | run ran run | say said said | see saw seen | seek sought sought | sell sold sold
    send sent sent | set set set | shed shed shed | shine shone shone | shoot shot shot | show showed shown
    shrink shrank shrunk | shut shut shut | sing sang sung | sink sank sunk | sit sat sat | slide slid slid
    speak spoke spoken | speed sped sped | spend spent spent | spin spun spun | split split split
    spread spread spread | spring sprang sprung | stand stood stood | steal stole stolen | stick stuck stuck
    strike struck struck | strive strove striven | swear swore sworn | sweep swept swept | swell swelled swollen
    swim swam swum | swing swung swung | take took taken | teach taught taught | tear tore torn | tell told told
    think thought thought | throw threw thrown | undergo underwent undergone | underlie underlay underlain
    understand understood understood | undertake undertook undertaken | undo undid undone | uphold upheld upheld
    wake woke woken | wear wore worn | weave wove woven | win won won | wind wound wound
    withdraw withdrew withdrawn | withhold withheld withheld | withstand withstood withstood
    befall befell befallen | foretell foretold foretold | misunderstand misunderstood misunderstood
    overthrow overthrew overthrown | rethink rethought rethought
    write wrote written
"""
_THREE = [entry.split() for line in _IRREGULAR.strip().splitlines() for entry in line.strip().split("|")]
PASTS = {past: base for base, past, _ in _THREE}
"""Irregular past forms, with their infinitives."""
PARTICIPLES = {participle: base for base, _, participle in _THREE}
"""Irregular past participles, with their infinitives."""
_PREFIXES = frozenset("cross re pre de co over under back double fine sub auto".split())
"""What stands before a verb with a hyphen: ``cross-checks``."""
_THIRD = {"has": "have", "does": "do", "goes": "go", "undergoes": "undergo"}


class Reading(NamedTuple):
    """A word read as a verb: its infinitive and its form: ``base``, ``third``, ``past``, ``participle`` or ``ing``."""

    base: str
    form: str


@lru_cache(maxsize=1 << 14)
def readings(word: str) -> tuple[Reading, ...]:
    """Every way in which a word can be a verb of the list; empty when it cannot."""
    word = word.lower()
    found = [Reading(word, "base")] if word in VERBS else []
    if base := base_of(word):
        found.append(Reading(base, "third"))
    for irregular, form in ((PASTS, "past"), (PARTICIPLES, "participle")):
        if word in irregular:
            found.append(Reading(irregular[word], form))
    if word.endswith("ed") and (base := _without(word, "ed")):
        found += [Reading(base, "past"), Reading(base, "participle")]
    if word.endswith("ing") and (base := _without(word, "ing")):
        found.append(Reading(base, "ing"))
    return tuple(found)


def base_of(verb: str) -> str:
    """The infinitive of a third-person verb of the list: ``carries`` → ``carry``; empty for anything else."""
    if verb in _THIRD:
        return _THIRD[verb]
    prefix, hyphen, stem = verb.rpartition("-")
    if hyphen:
        return f"{prefix}-{base}" if prefix in _PREFIXES and (base := base_of(stem)) else ""
    if not verb.endswith("s") or verb.endswith("ss"):
        return ""
    for ending, back in (("ies", "y"), ("es", "e"), ("es", ""), ("s", "")):
        if verb.endswith(ending) and verb[: -len(ending)] + back in VERBS:
            return verb[: -len(ending)] + back
    return ""


def past_of(word: str) -> str:
    """The infinitive of a past form: ``rose`` → ``rise``, ``carried`` → ``carry``; empty for anything else."""
    return next((r.base for r in readings(word) if r.form == "past"), "")


def is_infinitive(word: str) -> bool:
    """Whether a word can be a verb as it stands: ``rise``, ``carry``."""
    return any(reading.form == "base" for reading in readings(word))


def is_participle(word: str) -> bool:
    """Whether a word can be a past participle: ``written``, ``used``."""
    return any(r.form == "participle" for r in readings(word))


def is_gerund(word: str) -> bool:
    """``choosing``, ``running``: an -ing form of a known verb."""
    return any(r.form == "ing" for r in readings(word))


def is_sure_verb(word: str) -> bool:
    """Whether a word in the present is a verb and no noun: "forbid", "carries"."""
    return any(reading.form in {"base", "third"} and reading.base not in OTHERS_TOO for reading in readings(word))


def _without(word: str, ending: str) -> str:
    stem = word.removesuffix(ending)
    doubled = stem[:-1] if stem[-1:] == stem[-2:-1] else ""
    tries = (f"{stem[:-1]}y" if ending == "ed" and stem.endswith("i") else "", f"{stem}e", stem, doubled)
    return next((base for base in tries if base and base in VERBS), "")
