"""Sentences that define a term without any type face to show it: "Gluten is the network that …".

A sentence counts only when its subject is a short term and its predicate a genus with a difference ("the ratio between
…", "a rule that …"); a predicate that only praises, compares or places the subject is no definition.
"""

import re
from dataclasses import dataclass

from mediaquiz.extract.phrases import plainer
from mediaquiz.language.cues import cues
from mediaquiz.language.genus import says_what

_TERM = r"(?P<term>[A-Za-z][\w'’/-]*(?: (?!is\b|are\b)[\w'’/-]+){0,3})"
_ALIAS = r"(?:\s+\((?P<alias>[^()]{2,30})\))?"
_PLAIN = re.compile(rf"^(?:An? |One )?{_TERM}{_ALIAS} (?P<verb>is|are) (?P<text>[^;:—?!]{{12,200}}?)(?:\s*[;:—]|\.?$)")
_GENUS = re.compile(
    r"^(?:the|an?) (?:[\w'’-]+,? ){0,4}?[\w'’-]+ (?:that|which|who|whose|where|of|in which|to which|between|for|by|with"
    r"|from|about|when|caused|used|made|written|bound|built|formed|given)\b|^how (?:\w+ ){1,3}"
    r"|^(?:some|any)(?:one|thing|body) (?:that|who|whose|which)\b|^the (?:ability|capacity|tendency|right|power|freedom"
    r"|willingness|duty|attempt|need) to\b",
    re.IGNORECASE,
)
_PLURAL_GENUS = re.compile(
    r"^(?:(?:the|all|any) )?(?:[\w'’-]+ ){0,3}[\w'’-]+s (?:that|which|who|whose|rich in|made|used|given|paid|of|with"
    r"|in which|where|about|when)\b",
    re.IGNORECASE,
)
_NO_TERM = re.compile(
    r"^(?:also|first|second|third|last|next|previous|final|other|following|above|below|latter|former|it|this|that"
    r"|these|those|there|here|he|she|they|we|you|i|what|which|who|one|another|each|every|both|all|most"
    r"|many|some|such|its|their|his|her|our|my|your|if|when|as|while|but|and|so|or|not|no|only|perhaps|then|in|on|at"
    r"|by|for|with|to|from|of|because|since|although|though|after|before|until|once|how|why|where|unlike|like)\b"
    r"|\b(?:that|which|who|of|in|to|for|at|into|and|or|not|with|by|will|can|may|has|have|had|was|were|be|does|do|did|from|as"
    r"|than|his|her|its|their|our|your|my|this|these|those)\b",
    re.IGNORECASE,
)
_VAGUE_TERM = re.compile(
    r"^(?:.* )?(?:questions?|problems?|answers?|reasons?|results?|goals?|aims?|ideas?|points?|examples?|things?"
    r"|ways?|ones?"
    r"|challenges?|tasks?|issues?|benefits?|(?:dis)?advantages?|downsides?|drawbacks?|limitations?|features?|factors?"
    r"|characteristics|risks?|concerns?|catch|steps?|tricks?|part|parts|difference|exception|case|cases|lessons?"
    r"|chapters?|sections?|figure|tables?|man|woman"
    r"|boy|girl|people|everyone|nobody|someone)$",
    re.IGNORECASE,
)
_NO_GENUS = re.compile(
    r"^(?:an?|the) (?:(?:very |most |more |truly |really )?[\w'’-]+ ){0,2}?(?:way|thing|lot|number|reason"
    r"|problem|examples?|"
    r"parts?|kinds?|types?|sorts?|matter|cases?|ones?|key|first|second|third|last|next|best|worst|only|same|most"
    r"|least|few"
    r"|ideal|drawback|downside|benefit|advantage|disadvantage|default|standard|norm|future|answer|solution|source|cause"
    r"|result|subject|topic|focus|goal|basis|center|heart|majority|minority|members?|victim|product|sign|step"
    r"|reasonable|natural|reliable|good|bad|great|big|common|important|popular|useful|powerful|major|main|typical"
    r"|classic)\b",
    re.IGNORECASE,
)
_POINTS_BACK = re.compile(
    r"\b(?:this|these|those|such|here|we|us|our|(?<!or )(?:he|she|his|her)(?! or )|above|below|former|latter"
    r"|the following|that (?:day|time|case)s?"
    r"|i|me|my)\b|\b(?:which|by|to|from|of|in) that (?!is\b|are\b|of\b|which\b)[a-z]+|\bthat (?:question"
    r"|problem|issue|idea|point|goal|result)\b|\bthat (?:follow|result|remain)s?$"
    r"|\b(?:19|20)\d{2}\b|\b(?:today|now|currently)\b",
    re.IGNORECASE,
)
_CUTS = re.compile(
    r",? (?:and|but|so) (?:it|they|he|she|this|these|the [a-z ]+? (?:is|are|has|have))\b.*$|,? for (?:example"
    r"|instance)\b.*$"
    r"|, (?:while|whereas) (?!\w+ing\b).*$|,? such as\b.*$|,? like (?:the|an?) .*$",
    re.DOTALL,
)
_CAUSED_BY_THAT = re.compile(r",? (?:caused|formed|produced|made|given|brought about) by (?:this|these|that|such)\b.*$")
_AFTER_ANNOUNCEMENT = re.compile(
    r"^(?:one thing|a reminder|remember|note|in short|put simply|in other words)\b[^:]{0,50}: ", re.I
)


@dataclass(frozen=True, slots=True)
class IsA:
    """A term, what the sentence says it is, and other names of it."""

    term: str
    text: str
    quote: str
    aliases: tuple[str, ...] = ()
    verb: str = "is"
    noun: str = ""
    """As in ``Definition``."""


_OF_WHICH = r"(?:that|which|who|whose|in which|where|(?:through|for|to|from|on|at|by|with) which)"
_NAMED = re.compile(
    rf"^(?P<text>(?:an?|the|any) (?:[\w’'-]+ ){{1,4}}?{_OF_WHICH} [^;:—]{{6,110}}?) is (?:an?|the) "
    r"(?P<term>[a-z][\w’'-]+(?: [a-z][\w’'-]+){0,2})(?:$|, (?:and|but|which|so) )",
    re.IGNORECASE,
)
_LEFT_IS = re.compile(
    r"^(?P<when>(?:when|if) [^;:—]{10,110}), (?:the|an?) (?P<text>[^,;:—]{8,80}?) is (?:an?|the|called (?:an? )?) "
    r"?(?P<term>[a-z][\w’'-]+(?: [a-z][\w’'-]+){0,2})$",
    re.IGNORECASE,
)


def named(sentence: str) -> IsA | None:
    """ "An N that … is a T": the meaning stands first. Only the caller knows whether T is a term."""
    if "is" not in cues(sentence):
        return None
    bare = sentence.removesuffix(".")
    found = _NAMED.match(bare) or _LEFT_IS.match(bare)
    if not found or _NO_TERM.search(found["term"]) or _VAGUE_TERM.match(found["term"]):
        return None
    text = f"the {found['text']} {_small(found['when'])}" if "when" in found.groupdict() else found["text"]
    if _POINTS_BACK.search(text) or re.search(r"\b(?:it|they|them)\b", found["text"]) or " is " in found["text"]:
        return None
    return IsA(found["term"], text, sentence)


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]


def read(sentence: str) -> IsA | None:
    """What a sentence says that its subject is, where that is a genus with a difference."""
    if cues(sentence).isdisjoint(("is", "are")):
        return None
    announced = _AFTER_ANNOUNCEMENT.match(sentence)
    sentence = sentence[announced.end() :] if announced else sentence
    found = _PLAIN.match(sentence)
    if not found or _NO_TERM.search(re.sub(r"^[Tt]he ", "", found["term"])) or _VAGUE_TERM.match(found["term"]):
        return None
    text = _CUTS.sub("", _CAUSED_BY_THAT.sub("", plainer(found["text"]))).strip(" ,.")
    genus = _GENUS if found["verb"] == "is" else _PLURAL_GENUS
    if not genus.match(text) or _NO_GENUS.match(text) or not says_what(text):
        return None
    if _POINTS_BACK.search(text) or " than " in text:
        return None
    if re.search(r"\b(?:is|are|not|never)\b", text.split(" that ")[0].split(" which ")[0]):
        return None
    return IsA(found["term"], text, sentence, (found["alias"],) if found["alias"] else ())
