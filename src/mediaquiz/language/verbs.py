"""English verbs and their forms: a closed list, on purpose. A word that is not here is never taken for a verb."""

from functools import lru_cache
from typing import NamedTuple

VERBS = frozenset(
    """
    abandon abolish absorb abstract abuse accelerate accept access accommodate accompany accomplish account
    accumulate accuse achieve acknowledge acquire act activate adapt add address adhere adjudicate adjust
    administer admit adopt advance advertise advise advocate affect afford age aggregate agree aid aim alert align
    allege alleviate allocate allow alter alternate amend amount amplify analyse analyze animate annex announce
    answer anticipate appeal appear append apply appoint appreciate approach approve approximate arch archive argue
    arise arrange arrest arrive articulate ascend ask aspire assemble assert assess assign assist associate assume
    assure attach attack attain attempt attend attract attribute audit augment authenticate author authorize
    automate average avoid await award backpropagate bake balance ban bargain base bear beat become beg begin
    behave believe belong bend benefit betray bias bid bind bite blame blend block blow boast boil bond book boost
    border borrow bounce bound break breathe breed brew bridge brighten bring broadcast broaden browse build bump
    burn burst bury buy bypass cache calculate calibrate call campaign cancel capitalize capture care carry carve
    cast catalyse catalyze catch categorize cause cease celebrate center challenge change channel characterize
    charge chase chat cheat check choose circulate cite claim clarify classify clean clear click climb cling clone
    close cluster coexist coin coincide collaborate collapse collect collide collude colonise colonize colour
    combat combine come comfort command comment commit communicate compare compel compensate compete compile
    complain complement complete complicate comply compose compound comprehend compress comprise compromise compute
    concatenate conceal concede conceive concentrate concern conclude condemn condense condition conduct confer
    confess configure confine confirm conflict conform confront confuse connect conquer consent conserve consider
    consist consolidate constitute constrain construct consult consume contact contain contend contest continue
    contract contradict contrast contribute control converge convert convey convince cook cool cooperate coordinate
    cope copy correct correlate correspond cost counsel count counter couple cover crack craft crash create creep
    criticize critique crop cross crystallise cultivate cure customise customize cut cycle damage damp dance darken
    date deal debate debug decay decide declare decline decode decompose decorate decouple decrease decrypt
    dedicate deduce deduplicate deem deepen defeat defend defer define deflate defraud defy degrade delay delegate
    delete deliberate delineate deliver demand demonstrate denoise denote deny depart depend depict deplete deploy
    depolarize deposit depreciate depress deprive dereference deregulate derive descend describe deserialize
    deserve design designate desire destroy detach detail detect deter deteriorate determine devalue devastate
    develop deviate devise devote diagnose die differ differentiate diffuse dig digest dilute dim diminish dip
    direct disable disagree disappear discard discern discharge disclose discount discourage discover discriminate
    discuss disguise dislike dismiss dispense displace display dispose disrupt dissolve distinguish distort
    distribute disturb diverge diversify divert divide divorce do dock document dominate donate double doubt
    download draft drag drain draw dream dress drift drill drink drive drop drown dry dump duplicate dwell earn
    ease eat echo edit educate elaborate elect elevate elicit eliminate emancipate embed embody embrace emerge emit
    emphasize employ empower emulate enable enact encode encompass encounter encourage encrypt end endorse endure
    enforce engage engineer enhance enjoy enlarge enlist enrich enroll ensure entail enter entertain entitle equal
    equalize equate equip eradicate erase erect erode escape establish estimate evade evaluate evaporate evoke
    evolve examine exceed excel exchange excite exclude excrete execute exempt exercise exert exhale exhaust
    exhibit exist exit expand expect experience experiment expire explain explode exploit explore export expose
    express extend extinguish extract extrapolate face facilitate fade fail fall falter favor favour fear feature
    feed feel fetch fight figure fill filter finance find finetune finish fire fit fix flag flatten flee flip float
    flood flourish flow fluctuate flush fly focus fold follow forbid force forecast forego forget forgive forgo
    fork form formalize format formulate foster found frame free freeze frighten fuel fulfill function fund fuse
    gain garner gather gauge generalize generate germinate get give go govern grab grade graduate grant grasp grind
    group grow guarantee guard guess guide halt handle hang happen harden harm harvest hash have head heal hear
    heat help hide highlight hinder hire hit hold honor hope host house hunt hurt hypothesise hypothesize identify
    ignore illuminate illustrate imagine imitate immigrate immunize impair implement imply import impose impress
    improve impute include incorporate increase increment incur indent index indicate induce infect infer inflate
    inflict influence inform infringe infuse inhabit inhale inherit inhibit initialise initialize initiate inject
    injure innervate innovate inpaint input insert insist inspect inspire install instantiate instruct insulate
    insure integrate intend intensify interact intercept interfere interleave interpolate interpret interrupt
    intersect intervene interview introduce invade invalidate invent invert invest investigate invite invoke
    involve isolate issue iterate join judge jump justify keep kick kill knead knit knock know label lack land last
    launch lay lead leak lean leap learn lease leave legislate lend lengthen lessen let level leverage lie lift
    light lighten like limit line linger link lint list listen live load loan localise locate lock log look loop
    loosen lose love lower magnify maintain make manage mandate manifest manipulate manufacture map march mark
    market marry mask match mate matter mature maximise maximize mean measure mediate medicate meet melt memorize
    mend mention merge migrate mimic mind minimise minimize mirror misinterpret mislead miss mistake mitigate mix
    mobilize model moderate modify modulate monitor monopolize motivate mount move multiply mutate name narrow
    nationalize navigate near necessitate need negate neglect negotiate nest neutralize normalise normalize note
    notice notify nourish nurture obey object oblige obscure observe obstruct obtain occupy occur offer offset omit
    open operate operationalize oppose opt optimise optimize order organize orient originate oscillate outline
    outnumber outperform output outweigh overcome overlap overload overlook override oversee overshoot overstate
    overwhelm overwrite owe own oxidise oxidize pack pad paint panic parse participate partition partner pass paste
    patch patent pause pay peak penalize penetrate perceive perform permit perpetuate persist persuade pertain
    phosphorylate photograph photosynthesize pick pin pinpoint place plan plant play plot plug point pollinate
    pollute pool pop populate portray pose position possess post postpone postprocess pour power practice praise
    precede precipitate preclude predict predominate prefer prepare prepend preprocess prescribe present preserve
    press presume pretend prevail prevent preview price print prioritize privatize proceed process proclaim produce
    program progress prohibit project proliferate prolong promise promote prompt proof propagate propose prosecute
    prosper protect protest prove provide provoke publish pull pump punish purchase pursue push put qualify
    quantify quarantine query question quit quote race radiate raise range rank rate ratify rationalize reach react
    reactivate read realize rearrange reason reassure rebase reboot rebuild recall receive recheck reckon recognise
    recognize recommend recompile reconcile reconnect reconstruct record recover recreate recruit recycle redirect
    rediscover redistribute reduce refer reference refine reflect reform refrain refund refuse regard regenerate
    register regularise regularize regulate rehearse reimagine reinforce reinstall reinterpret reiterate reject
    relate relax relay release relieve reload rely remain remember remind remove rename render renew rent reopen
    reorder repair reparameterize repay repeal repeat repel replace replicate reply report reposition represent
    reproduce request require rerun resample rescale rescue research resemble reserve reset reside resign resist
    resolve resort respect respire respond rest restart restore restrain restrict result resume retain retire
    retrain retreat retrieve return reuse reveal reverse revert review revise revisit revive revolve reward rewrite
    ride ring rise risk roll rotate route row ruin rule ruminate run rush sacrifice safeguard sail sample sanitize
    satisfy saturate save say scale scan scare scatter schedule score scrape scroll seal search secrete secure see
    seek seem segment seize select sell send sense separate sequence serialize serve set settle shape share sharpen
    shed shelter shield shift shine ship shock shoot shorten shout show shrink shuffle shut sign signal signify
    simplify simulate sing sink sit situate sketch skip sleep slice slide slip slope slow smell smooth snap soak
    soar socialize soften solicit solidify solve sort sound span spawn speak specialize specify speculate speed
    spell spend spill spin split sponsor spot spray spread spring spur squash squeeze stabilize stack stage stain
    stand standardise standardize stare start starve stash state stay steal steam steep steer stem step stereotype
    stick stigmatize stimulate stir stop store strengthen stress stretch strike strip strive structure struggle
    study subdivide submit subscribe subsidise subsidize substitute subtract succeed suck suffer suffice suggest
    suit sum summarize supervise supplement supply support suppress surprise surround survey survive suspect
    suspend sustain swallow swap sway swear sweat sweep swell swim swing switch symbolize synchronize synthesise
    synthesize tackle tag take talk target taste tax teach tear tell temper tempt tend terminate test testify thank
    thicken think thrive throttle throw tie tighten tilt time tip titrate tokenize tolerate touch trace track trade
    trail train transact transcribe transfer transform translate transmit transport transpose trap travel treat
    trigger trim trip triple truncate trust try tune turn type uncover undergo underlie undermine undershoot
    understand undertake undo unify uninstall unite unload unlock unpack unquote unstage unwrap update upgrade
    uphold upload upscale urge use utilize vaccinate validate value vanish vary vectorize verify veto vibrate view
    violate visit visualize volunteer vote wait wake walk wander want warm warn warp warrant wash waste watch water
    weaken wear weave weigh welcome whisper widen win wind wipe wish withdraw withhold withstand witness wonder
    work worry worsen wrap write yield zoom
    """.split()
)
"""Infinitives. Those that are nouns too ("demand", "cause") are verbs only where the sentence's build says so."""

OTHERS_TOO = frozenset(
    """
    abstract abuse access account act action address advance advantage affect aggregate aid aim air alert alternate
    annex answer appeal approach appropriate approximate arch archive arm array arrest articulate ask attack
    attempt average award back bad balance ban band bank bar base batch bear beat bend benefit bet bias bid bill
    bind bite blame blast blend block blow board bond book boost border bottom bound box brake branch brand breach
    break breed bridge brief broad broadcast brush bubble buffer bug build bump bundle burden burn burst bus button
    buy cable cache call calm camp campaign cap capture card care cart case cast catch cause center chain challenge
    chance change channel charge chart chase cheat check cheer circle circuit claim clamp class clause clean clear
    click climb clock clone close cloud cluster coach coat code coil coin collapse color colour comb combat comfort
    command comment commit compass complement complete compound compromise concern condition conduct conflict
    console contact contest contract contrast control convert cook cool copy core corner correct cost counsel count
    counter couple course court cover crack craft crash credit critique crop cross crowd curb cure current curve
    cut cycle damage dance dark dash data date deal debate debt debug decay decline decrease deep default defeat
    defect degenerate degree delay delegate deliberate demand deposit desert design desire detail detour device
    dial dialogue die diet direct dirty discharge discount dish display dispute dock document dose double doubt
    draft drag drain draw dream dress drift drill drink drive drop drug dry dull duplicate dust dye earth ease echo
    edge edit effect effort elaborate employ empty end engine engineer entrance envelope equal error escape
    estimate even exact excess exchange excuse exercise exhaust exhibit exit experience experiment export exposure
    express extract eye face fact factor fall fan fare fast fault favor fear feature fee feed feel fence fever
    field fight figure file fill film filter finance find fine finger finish fire firm fish fit fix flag flame
    flash flat flight flip float flood floor flow focus fold foot force forecast foreign fork form format frame
    free freeze frequent fuel full function fund fuse gain gap gas gate gauge gear gift global glue grade graduate
    graft grain grant graph grasp grip ground group growth guarantee guard guess guide gun habit hand handle harm
    harvest hash hate head heap heat help hint hit hold hole hollow home hook hope host hour house hunt ice idle
    image impact import impulse incline income increase index influence input insert insult intent interest
    interface intermediate interview intimate invite iron issue jam job join joint joke journal judge jump key kick
    kill knot label labor lack land lap laugh launch layer layout lead leak lean lease leave lecture leg lesson
    level lever license lie lift light limit line link list live load loan lock log long look loop loose loss love
    low lower machine mail man manifest map march mark market mask mass master match mate matter mature mean
    measure meet melt member memory merge message mind mine mirror mirrors miss mistake mix model moderate module
    mold monitor moss motion motor mount mouse mouth move murder name narrow neat need nest net network noise note
    notice numb number object obscure offer offset open operate orbit order outline output overlap overlay own
    owner pace pack package pad page paint pair panel panic paper parade parallel park part partner pass paste
    patch patent path patient pattern pause pay peak peel pen perfect permit phase phone photograph phrase pick
    picture piece pile pilot pin pipe pitch place plague plan plane plant plate play pleasant plot plow plug point
    poison policy poll pool pop pose position post pot pound power practice praise present preserve press pressure
    preview price print private prize probe process produce product profile profit program progress project promise
    prompt proof proper protest prove pull pulse pump punch purchase purpose push put puzzle quarantine query quest
    question quiet quiz quote race rack radio rain raise range rank rapid rate ratio ray reach read real reason
    rebel recall receipt recess record recruit recycle reference reform refund refuse regard register reject relay
    release relief remark remedy render rent repair repeal repeat reply report request research reserve reset
    resort resource respect rest restart result retreat return reverse review reward rhyme ride ring riot rise risk
    rival roll roof root rope rotate rough round route row rule run rush sail salary sale sample sand save scale
    scan scar scare scene scent schedule school scope score scout scrap scratch screen screw script seal search
    season seat second secret section secure seed segment sense sentence separate sequence series serve service set
    shade shadow shaft shake shape share shelf shell shelter shield shift shine ship shock shoe shoot shop shore
    shot shout show shower shuffle shut sign signal sink site size skill skin skip slave sleep slice slide slip
    slope slot slow smell smile smoke smooth snap sober soil solid sort sound source space span spare spark speech
    speed spell spend spike spill spin split sponsor spot spray spread spring spur square squash stable stack staff
    stage stain stake stamp stand standard star stare start starve stash state station status stay steady steam
    stem step stereotype stick still stock stop store storm strain strand stream strength stress stretch strike
    string strip stripe stroke structure struggle study style subject substance substitute suit sum summer
    supplement supply support surface surge surprise survey suspect swap sweat sweep swell swing switch symptom
    table tackle tag tail talk tame tank tap target task taste tax team tear telephone temper tempt tense tent term
    test text thin thread threat throttle throw thrust tick ticket tide tidy tie tilt time tip tire title toast
    tone tool top torch total touch tough tour tow tower trace track trade traffic trail train trait transfer
    transform transport trap travel treat trend trial trick trigger trim trip trouble truck trust try tube tune
    turn twist type upgrade upset urge use utility value vent verse veto view visit voice volume volunteer vote
    wage wait wake walk wall war warm warning wash waste watch water wave wax way weather web weight welcome wet
    wheel whip whisper width will win wind window winter wire wish witness word work worry worth wound wrap wreck
    yard year yield zone
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


def is_participle(word: str) -> bool:
    """Whether a word can be a past participle: ``written``, ``used``."""
    return any(r.form == "participle" for r in readings(word))


def is_gerund(word: str) -> bool:
    """``choosing``, ``running``: an -ing form of a known verb."""
    return any(r.form == "ing" for r in readings(word))


def _without(word: str, ending: str) -> str:
    stem = word.removesuffix(ending)
    doubled = stem[:-1] if stem[-1:] == stem[-2:-1] else ""
    tries = (f"{stem[:-1]}y" if ending == "ed" and stem.endswith("i") else "", f"{stem}e", stem, doubled)
    return next((base for base in tries if base and base in VERBS), "")
