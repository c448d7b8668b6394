"""Verbs that carry the sentences of lessons, in the infinitive: a closed list, on purpose (see ``clauses``)."""

VERBS = frozenset(
    """
    absorb accept achieve act adapt add adjust affect age aim allow amplify answer appear apply arise arrive ask
    assign assume attach attract avoid bake balance beat become begin behave belong blend block boil bond brew
    brighten bring build burn cache calculate capture carry cause change check choose circulate clean clear climb
    close collect combine come compare compute concentrate conduct connect consist consume contain continue contract
    control convert convey cool copy cost cover create crop cure cut damage darken decide decrease define deliver
    demand depend describe destroy determine develop differ digest dip direct disappear dissolve distort divide do
    double draft draw drive drop dry eliminate emit enable encourage end enlarge enrich ensure enter erase evaporate
    exceed exclude execute exist expand expect explain explore expose express extend extract face fail fall feed
    feel fetch fill filter find finish fit fix float flow focus follow force form frame freeze gain gather generate
    get give go govern grind grow guarantee guess guide handle happen harm heat help hide hold hope identify improve
    include increase indicate influence inform inherit interact introduce involve isolate join keep kill knead know
    lack last lead learn leave lend let lie lift limit link list listen live load log look lose lower maintain make
    map match matter mean measure melt mend mix model modify mount move multiply need neutralize obey occur offer
    open operate oppose order organize overlap own paint pass pay perform permit photograph place plan play point
    pollute predict prefer prepare preserve press prevent print process produce promote proof protect prove provide
    pull push put raise reach react read receive record reduce refer reflect regenerate regulate reject relate
    release rely remain remove render repair repeat replace represent require reset resist respond rest restore
    restrict result retain return reveal ride rise rotate run save say scan search see select send separate serve
    set settle shape share shift shoot show shrink sign sink sit sketch skip slow soak soften solve sort speak speed
    spend split spot spread stack stand start state stay steep steer stem stop store strengthen stretch study
    suggest supply support surround survive synthesize take taste teach tell tend test tie train transfer transform
    translate transmit trap travel treat trigger trim turn understand unite upscale use vary wait walk warm waste
    watch weaken wear weigh widen win wish wonder work write yield
    """.split()
)
