"""Sentences without the words that only announce them."""

import re

from mediaquiz.language.cues import cues
from mediaquiz.language.verbs import is_infinitive
from mediaquiz.text import cut_opening

_ANNOUNCES = re.compile(
    r"^(?:(?:also|alternatively|as (?:a|another) (?:shortcut|alternative)|as (?:we|you) (?:saw|have seen"
    r"|know)(?: before| earlier)?|as always"
    r"|basically|essentially|finally|first|firstly|fortunately|generally|in (?:fact|general|particular|practice"
    r"|short|summary)"
    r"|luckily|of course|rather|in other words|to recap|to summari[sz]e|to sum up|simply put|put differently"
    r"|on top of that|second|secondly|so|unfortunately|well|and|but), |(?:finally|next"
    r"|then) (?=the |an? ))?"
    r"(?:(?:(?:please |always |just )?(?:note|notice|remember|recall|keep in mind|be aware|bear in mind)(?: also)? that"
    r"|(?:the (?:first|main|important|most important|key|other|one) thing (?:that )?(?:we|you) (?:need|have|should"
    r"|must)(?: to)?"
    r" (?:know|note|remember|understand|notice) (?:about [^,;:]{3,30} )?is that)"
    r"|it(?:['’]s| is) (?:also )?(?:important|worth|useful|helpful|good) (?:to (?:note|know|remember|realize|realise"
    r"|understand|notice)|noting|remembering|knowing) that"
    r"|(?:we|you) (?:already |also )?know that|as (?:we|you) (?:may |might |will )?recall,"
    r"|it turns out(?: that)?|(?:note|remember|attention|important|tip|hint|warning|solution|rule of thumb"
    r"|an? (?:quick |brief |small )?(?:word of warning|note|tip|caveat|reminder)(?: (?:on|about) [^,:;]{3,50})?):) )?",
    re.IGNORECASE,
)
_ANNOUNCING = frozenset(
    "also alternatively as basically essentially finally first firstly fortunately generally in luckily of rather to"
    " simply put on second secondly so unfortunately well and but next then please always just note notice remember"
    " recall keep be bear the it it's it’s attention important tip hint warning solution rule a an we you".split()
)
"""The first words of all that ``_ANNOUNCES`` finds."""
_JOINS = re.compile(
    r"^(?:(?:however|therefore|thus|hence|in fact|in other words|that is|in short|in general|generally|in contrast"
    r"|by contrast|conversely|on the other hand|similarly|likewise|instead|finally|first|second|third|next|then|also"
    r"|again|so|but|and|recall that|remember that|note that|now|for instance|for example|as (?:a result|we have seen)"
    r"|to put it another way|specifically|formally|informally|put simply|moreover|furthermore|in addition),? )+",
    re.IGNORECASE,
)
_JOINING = frozenset(
    "however therefore thus hence in that generally by conversely on similarly likewise instead finally first second"
    " third next then also again so but and recall remember note now for as to specifically formally informally put"
    " moreover furthermore".split()
)
"""The first words of all that ``_JOINS`` finds."""
_DASH = re.compile(r" -{2,3} ")
_WEAK = re.compile(r",? (?:for (?:example|instance),?(?= (?:by|using|with)\b)|in this way(?=[ ,.]))", re.IGNORECASE)
"""What can go from inside a sentence."""
_WEAKENING = frozenset(("example", "instance", "way"))


def opened(sentence: str) -> str:
    """The sentence without the words that only announce it, and with the dashes that a printer would set."""
    plain = _DASH.sub(" — ", sentence) if " --" in sentence else sentence
    plain = plain if _WEAKENING.isdisjoint(cues(sentence)) else _WEAK.sub("", plain)
    bare = cut_opening(_ANNOUNCES, plain, _ANNOUNCING)
    return f"{bare[:1].upper()}{bare[1:]}" if bare != plain else plain


_NO_COMMA = re.compile(
    r"^(?P<lead>(?:(?:In order to|To) [a-z]+|(?:When|Whenever|If|Once) (?:you|we)) [^,;:()]{3,90}?"
    r"(?<!\bthat)(?<!\bwhich)(?<!\bwhat)(?<!\bhow)(?<!\bif)(?<!\bwhen)(?<!\bwhere)(?<!\bas)(?<!\bthan)(?<!\band)(?<!\bor)"
    r"(?<!\bbecause)(?<!\bwhy)(?<!\bwhile)(?<!\bbefore)(?<!\bafter)(?<!\buntil)(?<!\bthings)(?<!\beverything)(?<!\ball)"
    r"(?<!\bway)(?<!\btime)) "
    r"(?P<main>(?:you|we) (?:(?:can|must|should|will|may|need to|have to|just|simply|only|first|then|also|usually) )*"
    r"`?(?P<verb>[a-z]+)`? (?:(?:an?|the|that|how|your|our|its?|all|each|every|to|in|on)\b|`)[^;:]*)$"
)


def with_comma(sentence: str) -> str:
    """ "To open a gate you turn its wheel" with the comma that its writer left out."""
    found = _NO_COMMA.match(sentence)
    base = found and is_infinitive(found["verb"])
    return f"{found['lead']}, {found['main']}" if found and base else sentence


def unjoined(sentence: str) -> str:
    """The sentence without the words that join it to the one before: "however", "recall that"."""
    return cut_opening(_JOINS, sentence, _JOINING)
