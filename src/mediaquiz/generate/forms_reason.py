"""Forms of sentences that give a reason or a condition: "because", "due to", "that is why", "when"."""

import re
from dataclasses import replace

from mediaquiz.generate.asked import PRONOUN, Asked, stated, subject_of, term_in, text_of
from mediaquiz.generate.attached import OTHER_CLAUSE
from mediaquiz.generate.dangling import NEGATED, NOT_ENDING, dangles, is_bare
from mediaquiz.generate.english import curly, full_stop, lower_first, strip_stop, upper_first
from mediaquiz.generate.forms_so import named_in_front
from mediaquiz.generate.known import opens_with_unknown
from mediaquiz.language.clauses import split, split_bare
from mediaquiz.language.verbs import is_gerund, readings
from mediaquiz.model.concept import Extract, Statement
from mediaquiz.model.item import Recall
from mediaquiz.text import cut_opening

_TAIL = r"(?:, (?:whereas|while) [^;—]+|[:;] [^;]+)?"
"""What goes on behind a reason: the other side, or its details."""
_BECAUSE = re.compile(rf"^(?P<what>[^;:—]{{8,140}}?)(?P<comma>,?) (?P<join>because) (?P<why>[^;:—]{{6,180}}?){_TAIL}$")
_SINCE = re.compile(rf"^(?P<what>[^;:—]{{8,140}}?)(?P<comma>,?) (?P<join>since) (?P<why>[^;:—]{{12,180}}?){_TAIL}$")
_AS = re.compile(
    rf"^(?P<what>[^;:—]{{8,140}}?)(?P<comma>,) (?P<join>as) (?P<why>(?:it|they|there|you) [^;:—]{{10,180}}?){_TAIL}$"
)
_AS_ELSEWHERE = re.compile(
    r"(?:it|they|there) (?:is|are|was|were|does|do|did|has|have|can|would) (?:in|for|with|on|at|when|if|by|during)\b"
)
"""What is so elsewhere, and no reason: "not at an angle, as it is in a mill"."""
_WHEREAS = re.compile(r",? (?:whereas|while) ")
_TIME = re.compile(r"\b(?:has|have|had|been|was|were|ever|year|time|century|days?)\b|\d")


def _is_reason(match: re.Match[str]) -> bool:
    """Whether "since" gives a reason and no time: a clause of its own in the present, and no perfect before it."""
    clause = split(match["why"])
    present = clause is not None and clause.helper not in {"did", "was", "were", "had", "could"}
    surely = clause is None and bool(match["comma"]) and not _TIME.search(match["why"])
    timeless = not _TIME.search(match["what"])
    return (present or surely) and timeless and (bool(match["comma"]) or not _TIME.search(match["why"]))


_REASON_FIRST = re.compile(r"^(?P<join>because|since) (?P<why>[^,;:—]{6,120}), (?P<what>[^;:—]{8,140})$", re.IGNORECASE)


def _gives_reason(match: re.Match[str]) -> bool:
    """Whether "Since X, Y" gives a reason and no time: both clauses tell of the present."""
    sides = (split(match["why"]), split(match["what"]))
    timeless = not _TIME.search(match["why"]) and not _TIME.search(match["what"])
    return timeless and all(side is not None and side.helper not in {"did", "was", "were", "had"} for side in sides)


_ALSO = re.compile(r"(?:and|but|yet),? ", re.IGNORECASE)


def because(found: Statement, extract: Extract) -> Asked | None:
    """X because Y.  Because Y, X.  →  X. Why?

    "X has not failed because Y" may deny the reason rather than the fact, so a negated X before "because" is asked only
    where the present tense or what cannot or must not be tells of a rule.
    """
    text = upper_first(cut_opening(_ALSO, text_of(found)))
    match = _BECAUSE.match(text) or _SINCE.match(text) or _AS.match(text)
    if match and match["join"] != "because" and (_AS_ELSEWHERE.match(match["why"]) or not _is_reason(match)):
        return None
    if match and not match["comma"] and NEGATED.search(match["what"]):
        return _why_not(match["what"], match["why"], found, extract)
    if not match:
        if named := named_in_front(text, found, extract):
            return named
        match = _REASON_FIRST.match(text)
        if match and match["join"].lower() == "since" and not _gives_reason(match):
            return None
    if not match or match["why"].startswith("of ") or _WHEREAS.search(match["what"]):
        return None
    what = re.sub(r",? (?:in part|partly|mainly|largely|primarily|mostly|chiefly|simply)$", "", match["what"])
    bare = _WHICH.sub("", what)
    if bare != what and _TAKES_UP.match(match["why"]):
        return None  # a reason of what "which" adds: "looks at prices, which leave out food because its …"
    what = bare
    if dangles(what, found, extract) or NOT_ENDING.search(what) or ", which " in what:
        return None
    if not found.takeaway and (re.search(r"\b(?:it|them|they)\b", what) or is_bare(what)):
        return None
    if not found.takeaway and (_has_no_verb(what) or _NO_CLAIM.search(what) or _OF_ANOTHER.search(what)):
        return None
    if _BREAKS_OFF.match(match["why"]) or _CIRCLES.match(match["why"]):
        return None
    why = _SECOND_FACT.sub("", match["why"])
    stem = f"{stated(what)} Why?"
    return Asked("because", Recall(stem, full_stop(f"Because {lower_first(why, extract.lesson)}")), "reason")


_TAKES_UP = re.compile(r"(?:its|their|it|they) ", re.IGNORECASE)
_SECOND_FACT = re.compile(r", and (?:hence |thus |so )?(?:is|are)\b[^,]*$")
""" "… since X, and is Y": what S is besides."""


_NO_CLAIM = re.compile(
    r"^(?:perhaps|just|less|anyone|everyone|closely|central|for purposes|an? (?:good|reasonable) [a-z]+"
    r"|start|many (?!of\b)[a-z]+(?:ed|t)"
    r"|the (?:code|program|example|output|result|function|line|default \w+)) "
    r"|\byou are going to\b|\b(?:has|have) (?:been |also )?(?:[a-z]+ed|taken|given|made|become)\b|\bexample of\b",
    re.IGNORECASE,
)
"""No claim of the field: an order, a remark, something turned round, what has happened of late, a case."""
_NO_VERB = re.compile(
    r"(?:in|at|on|for|with|under|by) [^,]+$|(?:[^,]+, )?(?P<gerund>[a-z]+ing) (?P<rest>.+)$", re.IGNORECASE
)


def _has_no_verb(what: str) -> bool:
    """Whether a supposed fact is a phrase only: "in the long run, encouraging people to stay"."""
    phrase = _NO_VERB.match(what)
    if not phrase:
        return False
    doing = phrase["gerund"]
    return split_bare(what) is None and (
        doing is None or (is_gerund(doing.lower()) and split_bare(f"{doing} {phrase['rest']}") is None)
    )


_OF_ANOTHER = re.compile(
    r"\b(?:when|if|unless) (?![a-z]+ing\b)|\bhow\b|\bto (?:ensure|conclude)\b|\b(?:conclude|stress|stressed) that\b"
    r"|\b(?:is|are) (?:the|an?) [a-z]+ to [a-z]+|\bnecessary to [a-z]+ "
)
"""What stands nearer to the reason than the verb: a clause, or a doing."""


_DUE_TO = re.compile(
    r"^(?P<what>[^;:—]{10,140}?),? (?P<partly>(?:in part|partly|mainly|largely|primarily|mostly|chiefly|simply) )?"
    r"(?P<why>(?:because of|due to|owing to|as a result of) (?P<cause>[^;:—]{6,140}))$"
)
_DUE_IN_FRONT = re.compile(
    r"^(?P<why>(?:because of|due to|owing to|thanks to|as a result of) (?P<cause>[^,;:—]{6,120})), "
    r"(?P<what>[^;:—]{10,140})$",
    re.IGNORECASE,
)
_TREATED = re.compile(
    r"(?:used|indicated|approved|prescribed|given) (?:in the (?:treatment|management) of|to treat|for)\b"
)
"""What stands behind is the cause of what is treated: "used to treat pain due to a burn"."""


def due_to(found: Statement, extract: Extract) -> Asked | None:
    """S does X because of (due to) Y. Due to Y, S does X.  →  Why does S do X?"""
    text = _DETAILS.sub("", text_of(found))
    match = _DUE_TO.match(text) or _DUE_IN_FRONT.match(text)
    what = _WHICH.sub("", match["what"]) if match else ""
    clause = split_bare(what) if match else None
    if not match or not clause or clause.helper not in _BY_NOW or PRONOUN.match(match["cause"].removeprefix("not ")):
        return None
    if (
        dangles(clause.subject, found, extract)
        or _FOLLOWING.match(clause.subject)
        or OTHER_CLAUSE.search(clause.rest)
        or "," in clause.rest
    ):
        return None
    if (
        _TWO_FACTS.search(clause.rest)
        or _TREATED.match(clause.rest)
        or NEGATED.search(what)
        or NOT_ENDING.search(what)
        or not clause.base + clause.rest
    ):
        return None
    if _AGENT.search(clause.rest) or opens_with_unknown(match["cause"], extract) or _POINTS.search(match["cause"]):
        return None
    verb = f"{clause.base} " if clause.base else ""
    adverb = f"{clause.adverb} " if clause.adverb else ""
    stem = f"Why {clause.helper} {subject_of(clause, extract)} {adverb}{verb}{clause.rest}".rstrip()
    return Asked("due-to", Recall(f"{stem}?", stated(match["why"])), "reason", 0.8)


_TWO_FACTS = re.compile(r" (?:and|but) (?:the|an?|its|their|it|they) |\b(?:when|if|where) ")
_FOLLOWING = re.compile(r"(?:the )?following\b", re.IGNORECASE)
_BY_NOW = frozenset("is are does do can will must has have".split())
_WHICH = re.compile(r", (?:which|who|where) [^,;:—]+$")
"""What is added to the last word of a clause."""
_DETAILS = re.compile(r", (?:everything|anything|including|such as|especially|particularly|notably) [^;:—]+$")
_AGENT = re.compile(
    r"\b(?:\w+ing|and|or|but|changes?|increases?|decreases?|differences?|death|losses|loss)$|^(?:in|from)$"
)
"""Ends of a clause behind which "due to" may tell of the noun alone: "sees an increase due to …"."""
_POINTS = re.compile(r"\b(?:this|these|those|such|it|its|they|their|them|his|her)\b", re.IGNORECASE)
_BREAKS_OFF = re.compile(
    r"(?:when|if|while|although|though|once|unless) [^,]+$|(?:although|remember|note)\b|that is\b", re.IGNORECASE
)
"""A reason that is only a condition (what holds under it stands behind a colon or a dash), or that begins with one."""


_CIRCLES = re.compile(r"(?:such|this|these|those) \w+ (?:is|are|was|were) ", re.IGNORECASE)
"""A reason that only takes up the fact itself: "because such changes are small"."""
_CANNOT = re.compile(
    r"^(?P<subject>[^,;:—]{3,90}?) (?P<helper>cannot|can not|is not|are not|does not|do not|should not|must not) "
    r"(?P<rest>(?!only\b|just\b|simply\b|merely\b|necessarily\b)[^;:—]{3,100})$"
)
_OTHER_REASON = re.compile(r", but\b|\bbut because\b|\binstead\b")
"""The reason that holds, behind one that is denied."""


def _why_not(what: str, why: str, found: Statement, extract: Extract) -> Asked | None:
    """S cannot (is not) X because Y.  →  Why can (is) S not X?  A point that denies something gives its reason."""
    match = _CANNOT.match(what)
    if NOT_ENDING.search(what):
        return None  # "is not neutral just because": that reason is denied
    if not match or PRONOUN.match(match["subject"]) or dangles(what, found, extract) or why.startswith("of "):
        return None
    if not found.takeaway and (
        " " not in match["rest"]
        or split(match["subject"])
        or OTHER_CLAUSE.search(f"{match['subject']} {match['rest']}")
        or _OTHER_REASON.search(why)
    ):
        return None  # what is denied may be another clause's, or the reason
    helper = match["helper"].removesuffix("not").strip()
    subject = lower_first(match["subject"], extract.lesson)
    because = full_stop(f"Because {lower_first(why, extract.lesson)}")
    return Asked("because", Recall(f"Why {helper} {subject} not {match['rest']}?", because), "reason", 0.85)


_THAT_IS_WHY = re.compile(
    r"^(?P<why>[^.;:—]{12,170})\. (?:(?:that|this)(?:['’]s| is) why|(?:therefore|hence|so),) (?P<what>[^;:—]{8,140})$",
    re.IGNORECASE,
)
_ORDINAL = re.compile(
    r"^(?:thus|hence|therefore|so|first|second|third|fourth|last|lastly|finally|moreover|besides|also), ", re.IGNORECASE
)


def that_is_why(found: Statement, extract: Extract) -> Asked | None:
    """X. That's why Y.  →  Y. Why?"""
    match = _THAT_IS_WHY.match(curly(strip_stop(found.text)))
    if not match or dangles(match["what"], found, extract) or dangles(match["why"], found, extract):
        return None
    why = cut_opening(_ORDINAL, match["why"])
    return Asked("that-is-why", Recall(f"{stated(match['what'])} Why?", stated(why)), "reason", 0.8)


def is_when(found: Statement, extract: Extract) -> Asked | None:
    """S is plausible when Y.  →  When is S plausible?"""
    match = re.match(
        r"^(?P<subject>[^,;:—]{3,60}?) (?P<be>is|are) (?P<what>(?!that\b)[\w-]+(?: [\w-]+){0,3}?)(?<! as) "
        r"(?P<when>(?:only )?when (?:[^,;:—]|, (?=[\w’' -]{2,30} (?:or|and) )){5,140})"
        r"(?:, (?:which|so|but) .*)?$",
        text_of(found),
    )
    if not match or PRONOUN.match(match["subject"]) or _AN_OPINION.search(match["what"]):
        return None
    stem = f"When {match['be']} {lower_first(match['subject'], extract.lesson)} {match['what']}?"
    return Asked("is-when", Recall(stem, stated(match["when"])), "condition", concept=term_in(match["what"]))


_AN_OPINION = re.compile(r"\b(?:perhaps|probably|most|best|worst|especially|particularly|often|sometimes|usually)\b")
"""What is so in one of several cases, or for one who says so."""


_GOOD = frozenset(
    "avoid prevent enable ensure simplify reduce improve save protect help allow let eliminate facilitate guarantee"
    " preserve minimize speed lower strengthen".split()
)
_EASIER = re.compile(
    r"^(?:it |[^,;:—]{3,60} )(?:(?:much|far|very|so) )?"
    r"(?:easy|easier|possible|simple|simpler|clearer|safer|faster|cheaper|more [a-z]+)\b"
)
_EXAMPLE = re.compile(r", (?:for (?:example|instance)|such as|e\.g\.) [^;:]*$")
_IT = re.compile(r"^it (?=.* (?:to|that) )")
"""What stands for the words behind it: "makes it easier to …"."""


def doing_helps(found: Statement, extract: Extract) -> Asked | None:
    """Doing X prevents Y.  →  Why should you do X?  →  It prevents Y."""
    text = text_of(replace(found, text=_EXAMPLE.sub(".", found.text)))
    first = text.partition(" ")[0].lower()
    if not first.endswith("ing"):
        return None
    found_as = readings(first)
    base = next((reading.base for reading in found_as if reading.form == "ing"), "")
    clause = split_bare(text) if base else None
    if not clause or clause.helper not in {"does", "can"} or len(clause.subject.split()) < _TOLD:
        return None
    verb, rest = (clause.base, clause.rest) if clause.base else clause.rest.partition(" ")[::2]
    good = verb in _GOOD or (verb == "make" and _EASIER.match(rest))
    if not good or _OTHERS.search(f"{clause.subject} {_IT.sub('', rest)}") or len(rest.split()) < _SAID:
        return None
    deed = clause.subject.partition(" ")[2]
    answer = full_stop(f"It {clause.verb} {clause.rest}")
    return Asked("doing-helps", Recall(f"Why should you {base} {deed}?", answer), "reason", 0.75)


_OTHERS = re.compile(r"\b(?:it|they|them|this|these|those|such|we|us|our|one|I|my)\b", re.IGNORECASE)
_TOLD, _SAID = 3, 2
