"""Common English words: what any lesson on anything is written with. None of them names a concept alone."""

import re

COMMON = frozenset(
    """
    ability able about above access accurate accurately achieve across action actual actually add added adding
    addition additional address adds adjust advanced affect after again all allow allows almost along already
    also although always among amount analysis analyze and another any anything appears application applications
    applied applies apply approach appropriate arbitrary are area arise around article assume assumes assuming
    attempt attention automatically available avoid away back base based basic basis bear because become becomes
    been before begin behavior being below benefit best better between beyond big bit block blue both bottom
    break breaks bring build built but calculate call called can cannot capture care carried carry case cases
    cause certain chain challenge change changed changes changing choice choices choose clean clear close color
    column columns combination combine combined come comes common compare comparing complete completed complex
    complicated computing conditions connected consider considered contain context continue control convert core
    correct corresponding cost could cover covered create created current day deal decide decisions define
    defined degrees depending describe described designed desired despite detail details developing development
    did difference differences different direction directly discover display does doing dot down due during each
    earlier easier easiest easily easy effectively efficient either elements else enables end enough ensure
    entire entry equivalent especially even eventually every everything exact example examples exercise exist
    exists expand expansion expect expected experiment explain expression extra fact false family far faster
    feature few field final finally find finding first fixed flexibility flow focus focuses follow followed
    following for force form forward found four frequently from full fully further future general generally
    generate generated generates get gets getting give given gives global going good graph greater group
    guarantee had hand handle happen happens has have having help here high history hold holds how however http
    idea ignore ignoring important impossible improve improvement include includes including increase
    increasingly index indicate indicates individual information initial input inputs inside instance instead
    interact interested intermediate into introduced issue issues items its itself just keep keeping keeps key
    kind know known labels large larger largest last later lead leading leads learn learned left length less let
    level levels like likely limits line lines list lists little local located locations long longer look
    looking looks loop loss lost lower machines made main maintain make makes making many material matter may
    mean means meant mentioned message method methods middle might minimum minutes modern moment more most
    mostly move moves moving much multiple must name nature nearly necessary need needed needs never new next
    non none normal not note nothing notice now number numbers numerical observe obtain off often once one ones
    online only open operations opposite option order original other otherwise our out output over own pairs
    part particular parts pass passed passing paths pattern patterns people per place point popular portions
    position possible possibly power powerful practice predict present previous probably problem problems
    process processing produce products projects pronounced property provide provided provides published purpose
    push put quantity question questions quick quickly range rate rather read ready real really reason reasons
    recall recent recognition recognize red reduce reduced reduces reducing refer referred refers regardless
    related remember replace represents require required requires research resources rest result resulting
    results return returns reverse review right rules run running runs same save saw say says scale scientific
    search second see seen selects self sentence separate set sets setting several shaded shift short should
    show showing shown shows side sign significant similar simple simultaneously since single situation
    situations six size slightly small smaller smith solution some something sometimes sources space special
    specific specified speed standard start started starting state statement states step steps still stop store
    stores structure sub success successful such support sure system table take taken takes taking tasks tells
    term test than that the their them then there therefore these they things think thinking third this those
    though three through time times together too tool tools top total traditional tried true try trying turn
    turns two type types typical typically under underlying understand understanding unit units university until
    use used useful uses using usually value values variable variables variety various vary version very want
    wanted was watch way ways well were what when whenever where whether which while whole whose why widely will
    with within without won words work working works world worry would writing written wrong wrote yet you your
    zero
    """.split()
)
"""Words that lessons of unrelated fields (economics, programming, electronics, statistics) all use."""


_TWO_ADJECTIVES = re.compile(r"(?:an? |the )?(?:[a-z]+(?:al|ive|ous|ic|ful|able|ible|ary) ){2,}[a-z]+", re.IGNORECASE)


def is_description(subject: str) -> bool:
    """Whether a subject is a noun with two adjectives before it: it describes, and may name nothing."""
    return _TWO_ADJECTIVES.fullmatch(subject) is not None
