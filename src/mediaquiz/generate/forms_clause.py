"""Forms over the structure of a clause: what a thing makes others do, is meant to do, is seen as, turns into."""

import re

from mediaquiz.generate.asked import PRONOUN, Asked, stated, subject_of, text_of
from mediaquiz.generate.english import lower_first, without_article
from mediaquiz.generate.forms_purpose import verb_of
from mediaquiz.generate.forms_relation import is_object
from mediaquiz.generate.forms_thing import is_term
from mediaquiz.generate.known import is_bare_unknown, opens_with_unknown
from mediaquiz.generate.plain import plain_clause, says_which
from mediaquiz.generate.toldagain import is_one_of_several
from mediaquiz.language.verbs import VERBS
from mediaquiz.model.concept import Extract, Statement
from mediaquiz.model.item import Recall
from mediaquiz.text import squash

MADE_TO = frozenset(
    "require force lead encourage cause permit persuade prompt motivate instruct oblige urge drive push forbid compel"
    " enable allow teach train help inspire tempt order ask".split()
)
_WHOM = re.compile(r"^(?P<whom>(?!to\b)[^,;:—]{2,60}?) to (?P<do>(?P<deed>[a-z]+) [^;:—]{8,140})$")
TO_NOUN = re.compile(
    r"\b(?:ability|abilities|way|ways|need|right|rights|power|attempts?|opportunit\w+|chances?|tendency|desire|efforts?"
    r"|decisions?|failure|freedom|capacity|reasons?|time|times|incentives?|willingness|means|tools?|motivation|how|what"
    r"|where|when|whether|likely|unlikely|able|unable|enough|ready|easy|easier|hard|harder|difficult|possible|impossible"
    r"|necessary|important|essential|refusal|authority|permission|obligation|duty|plans?|job|task|steps?|method|order"
    r"|people|used|designed|intended|required|needed|expected|forced|allowed|said|known|meant|supposed|thought"
    r"|believed|considered|found|seen|shown|made|asked|told|able|due|according|prior|next|similar|related|equal"
    r"|relative|compared|opposed|close|key|strategy|strategies|technique|approach|responsibility|pressure|"
    r"commitment|potential|temptation|space|room|money|resources?|places?|methods|one|someone|anyone|everyone"
    r"|themselves|itself|is|are|was|be|been|being|not|only|and|or|but)$",
    re.IGNORECASE,
)
"""What an infinitive belongs to, so that it tells no end of the clause."""


def made_to(found: Statement, extract: Extract) -> Asked | None:
    """S requires P to do X.  →  What does S require P to do?"""
    clause = plain_clause(found, extract)
    match = _WHOM.match(clause.rest) if clause and clause.base in MADE_TO and clause.helper != "did" else None
    if not clause or not match or match["deed"] not in VERBS or TO_NOUN.search(match["whom"]):
        return None
    if _NOBODY.search(match["whom"]) or _goes_on(match["do"]):
        return None
    adverb = f"{clause.adverb} " if clause.adverb else ""
    stem = f"What {clause.helper} {subject_of(clause, extract)} {adverb}{clause.base} {match['whom']} to do?"
    return Asked("made-to", Recall(stem, stated(match["do"])), "effect", 0.75)


_NOBODY = re.compile(r"\b(?:by|of|that|which|who|and|or)\b|(?:tion|sion|ment|ness|ity|ance|ysis)s?$")
"""What does nothing, so that the infinitive behind it tells an end: "requires an investigation to see"."""


def _goes_on(text: str) -> bool:
    """Whether a second clause stands behind the one that is asked for."""
    return re.search(r", (?:and|but|so|which|while|whereas|although) |\b(?:because|since)\b", text) is not None


SEEING = frozenset(
    "see view regard treat define describe interpret perceive characterize recognize classify depict portray conceive"
    " understand envision express represent model".split()
)
_AS = re.compile(
    r"^(?P<what>[^,;:—]{2,70}?) as (?P<how>(?!well\b|if\b|though\b|possible\b|long\b|soon\b|much\b)[^;:—]{8,140})$"
)


def seen_as(found: Statement, extract: Extract) -> Asked | None:
    """S regards X as Y.  →  How does S regard X?  →  As Y."""
    clause = plain_clause(found, extract)
    match = _AS.match(clause.rest) if clause and clause.base in SEEING else None
    if not clause or not match or _goes_on(match["how"]) or re.search(r"\b(?:as|that|to)\b", match["what"]):
        return None
    stem = f"How {clause.helper} {subject_of(clause, extract)} {clause.base} {match['what']}?"
    return Asked("seen-as", Recall(stem, stated(f"as {match['how']}")), "relation", 0.75)


_ONE_END = {
    "from": "stem result arise derive originate emerge suffer benefit descend",
    "to": "belong correspond adhere conform respond subscribe amount",
    "on": "rely focus rest draw build feed hinge",
    "of": "consist",
    "in": "result reside lie culminate originate engage specialize",
    "as": "serve act function emerge begin start originate",
    "for": "account stand strive",
    "with": "coincide comply begin end coexist open conclude close start",
    "into": "divide translate turn develop fall grow evolve",
    "by": "abide",
}  # fmt: skip
"""Verbs that end at one preposition, so that the question can end with it."""
_LOOSE = frozenset("rely focus draw build benefit suffer respond engage begin".split())
"""What a thing does to many others; asked where the lesson says little of the thing."""
ENDING = frozenset(verb for verbs in _ONE_END.values() for verb in verbs.split())
_ENDS = {(verb, prep): prep for prep, verbs in _ONE_END.items() for verb in verbs.split()}


def ends_at(found: Statement, extract: Extract) -> Asked | None:
    """S stems from X. S serves as X.  →  What does S stem from? What does S serve as?"""
    clause = plain_clause(found, extract)
    if not clause or not clause.base or clause.helper == "did":
        return None
    prep, _, rest = clause.rest.partition(" ")
    if (clause.base, prep) not in _ENDS or len(rest.split()) < _LEAST_SAID or _goes_on(rest):
        return None
    if not (is_term(clause.subject, extract) or len(without_article(clause.subject).split()) > 1):
        return None
    if clause.base in _LOOSE and is_one_of_several(clause.subject, found.place.quote, extract.lesson.text):
        return None
    if re.search(r"\b(?:to|that) [a-z]+$|\b(?:how|whether)\b", rest) or not is_object(rest):
        return None
    adverb = f"{clause.adverb} " if clause.adverb else ""
    stem = f"What {clause.helper} {subject_of(clause, extract)} {adverb}{clause.base} {prep}?"
    return Asked("ends-at", Recall(stem, stated(rest)), "relation", 0.7)


_LEAST_SAID = 2
TURNING = frozenset(
    "convert transform turn map translate project change compress decode encode split divide parse reshape cast".split()
)
_INTO = re.compile(r"^(?P<what>[^,;:—]{3,80}?) (?P<prep>into|to) (?P<end>(?!be\b)[^;:—]{6,140})$")


def turns_into(found: Statement, extract: Extract) -> Asked | None:
    """S converts X into Y.  →  What does S convert X into?"""
    clause = plain_clause(found, extract)
    verb = verb_of(clause) if clause and clause.helper != "did" else None
    match = _INTO.match(verb[1]) if verb and verb[0] in TURNING else None
    if not clause or not verb or not match or _goes_on(match["end"]) or not is_object(match["end"]):
        return None
    if match["end"].split(" ")[0] in VERBS or re.search(r"\b(?:that|which|and)\b", match["what"]):
        return None
    stem = f"What {clause.helper} {subject_of(clause, extract)} {verb[0]} {match['what']} {match['prep']}?"
    return Asked("turns-into", Recall(stem, stated(match["end"])), "effect", 0.75)


_MEANT = re.compile(
    r"^(?P<done>designed|intended|meant|built|made|created) to (?P<do>(?P<verb>[a-z]+) [^;:—]{10,150})$"
)


def meant_to(found: Statement, extract: Extract) -> Asked | None:
    """S is designed to do X.  →  What is S designed to do?"""
    clause = plain_clause(found, extract)
    match = _MEANT.match(clause.rest) if clause and clause.helper in {"is", "are"} else None
    if not clause or not match or match["verb"] not in VERBS or not is_term(clause.subject, extract):
        return None
    stem = f"What {clause.helper} {subject_of(clause, extract)} {match['done']} to do?"
    return Asked("meant-to", Recall(stem, stated(match["do"])), "purpose", 0.75)


_NOUNS = (
    "shape|goal|aim|purpose|role|function|job|task|result|effect|cause|reason|meaning|definition|origin|basis|output"
    "|input|size|name|opposite|difference|unit|formula|derivative|integral|sum|product|probability|mean|variance"
    "|default|advantage|disadvantage|drawback|downside|benefit|problem|key|core|essence|heart|antonym|complement"
    "|inverse|counterpart|equivalent|challenge|danger|risk|strength|weakness|limit|limitation|condition|requirement"
    "|alternative|consequence|implication|intuition|idea|complexity|dimension|range|value|focus|point|principle"
    "|premise|conclusion|ideal|source|root|mission|subject|rule|standard"
)
_ATTRIBUTE = re.compile(
    rf"^the (?P<noun>(?:[a-z]+ )?(?:{_NOUNS})) (?P<of>(?:of|behind|with|between|to|for) (?P<whose>[^,;:—]{{3,80}}?)) "
    r"(?P<be>is|are|was|were) (?:actually |simply |just )?"
    r"(?P<what>(?:an?|the|to|that|how|what|[$`(“]|not (?:an?|the|to)) ?[^;:—]{5,140}|(?:[`$]?\d[\d.]*[`$]?|`[^`]+`))$",
    re.IGNORECASE,
)
_SECOND_IS = re.compile(r",? and (?:is|are|has|have) .*$")
_VERBAL = re.compile(r"\b(?:that|which|who|is|are|was|were|has|have|can|will|must|should|may)\b")


def attribute(found: Statement, extract: Extract) -> Asked | None:
    """The shape of X is Y.  →  What is the shape of X?"""
    match = _ATTRIBUTE.match(text_of(found))
    if not match or not says_which(match["whose"], extract) or _VERBAL.search(match["whose"]):
        return None
    what = _SECOND_IS.sub("", match["what"])
    if _goes_on(what) or re.search(r"\b(?:it|this|these|those|we|our|us|you)\b", what):
        return None
    stem = f"What {match['be']} the {match['noun'].lower()} {match['of']}?"
    if squash(without_article(match["whose"])) in squash(what):
        return None
    return Asked("attribute", Recall(stem, stated(what)), "relation", 0.75)


_POINTS = re.compile(r"\b(?:this|these|those|such|it|its|them|they|their|here|our|my)\b|\bthat(?= \w+$)", re.IGNORECASE)
_FINITE = re.compile(r"\b(?:that|which|who|is|are|was|were|will|can|must|should|when|if|before|after|because|so)\b")
_STORES_AS = re.compile(
    r"^(?P<subject>[^,;:—]{1,50}?) "
    r"(?P<verb>stores?|represents?|treats?|saves?|interprets?|encodes?|displays?|records?) "
    r"(?P<what>[^,;:—]{3,60}?) as (?P<how>(?:an?|the|(?:[a-z-]+"
    r" ){0,2}[a-z]+s|one|two|text|numbers?)\b[^;:—]{2,110})$"
)


def stores_as(found: Statement, extract: Extract) -> Asked | None:
    """S stores X as Y.  →  How does S store X?"""
    text = re.sub(r"^(?:Underneath|Internally|In memory|Behind the scenes), ", "", text_of(found))
    match = _STORES_AS.match(text)
    is_unknown = is_bare_unknown if found.takeaway else opens_with_unknown
    if not match or PRONOUN.match(match["subject"]) or is_unknown(match["subject"], extract):
        return None
    if match["how"].startswith(("long ", "far ", "soon ")):
        return None
    if match["what"].endswith((" as long", " as far", " as soon")):
        return None
    if _FINITE.search(match["subject"]) or _POINTS.search(f"{match['subject']} {match['what']}"):
        return None
    helper = "does" if match["verb"].endswith("s") else "do"
    subject = lower_first(match["subject"], extract.lesson)
    stem = f"How {helper} {subject} {match['verb'].removesuffix('s')} {match['what']}?"
    return Asked("stores-as", Recall(stem, stated(f"as {match['how']}")), "relation", 0.8)
