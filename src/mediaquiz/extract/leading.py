"""Sentences without the words that only announce them."""

import re

from mediaquiz.language.cues import cues
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
    r"|it turns out(?: that)?|(?:note|remember|attention|important|tip|hint|warning|solution|rule of thumb"
    r"|an? (?:quick |brief |small )?(?:word of warning|note|tip|caveat|reminder)(?: (?:on|about) [^,:;]{3,50})?):) )?",
    re.IGNORECASE,
)
_DASH = re.compile(r" -{2,3} ")
_WEAK = re.compile(r",? (?:for (?:example|instance),?(?= (?:by|using|with)\b)|in this way(?=[ ,.]))", re.IGNORECASE)
"""What can go from inside a sentence."""
_WEAKENING = frozenset(("example", "instance", "way"))


def opened(sentence: str) -> str:
    """The sentence without the words that only announce it, and with the dashes that a printer would set."""
    plain = _DASH.sub(" — ", sentence) if " --" in sentence else sentence
    plain = plain if _WEAKENING.isdisjoint(cues(sentence)) else _WEAK.sub("", plain)
    bare = cut_opening(_ANNOUNCES, plain)
    return f"{bare[:1].upper()}{bare[1:]}" if bare != plain else plain
