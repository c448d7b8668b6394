"""Forms of sentences that say how something works in two places, what it leaves as it is, and what it helps with."""

import re

from mediaquiz.generate.asked import PRONOUN, Asked, stated, subject_of, text_of
from mediaquiz.generate.english import lower_first, without_article
from mediaquiz.generate.known import opens_with_unknown
from mediaquiz.language.clauses import Clause, plural_subject
from mediaquiz.language.common import COMMON
from mediaquiz.model.concept import Extract, Statement
from mediaquiz.model.item import Recall

_SUBJECT = r"(?P<subject>[^,;:—]{3,80}?)"
_POINTS = re.compile(
    r"^(?:but|and|or|so|yet|then|when|if)\b|\b(?:this|these|those|such|it|they|them|its|their|here|both|another"
    r"|others?)\b",
    re.IGNORECASE,
)
_VERB_INSIDE = re.compile(r"\b(?:that|which|who|is|are|was|were|can|could|will|would|has|have|when|if|as|than)\b")


def _inside(subject: str, extract: Extract) -> str:
    """The subject inside a question."""
    helper = "are" if plural_subject(subject) else "is"
    first, _, rest = subject_of(Clause(subject, helper, "", helper, ""), extract).partition(" ")
    plain = (first.lower() in COMMON and rest[:1].islower()) or first.endswith("ly") or first == "Different"
    return f"{first.lower() if plain else first} {rest}".rstrip()


def _named(subject: str, extract: Extract) -> bool:
    """Whether a subject says alone which thing it is."""
    return not (
        PRONOUN.match(subject)
        or _POINTS.search(subject)
        or _VERB_INSIDE.search(subject)
        or opens_with_unknown(subject, extract)
    )


_DIFFERENTLY = re.compile(
    rf"^{_SUBJECT} (?:functions?|works?|behaves?|acts?|(?:is|are) (?:computed|handled|treated|used|applied))"
    rf" differently "
    r"(?P<p1>in|during|at|for) (?P<one>[^,;:—()]{3,40}) \((?P<first>[^()]{6,80})\),? and (?:(?P<p2>in|during|at|for) )?"
    r"(?P<other>[^,;:—()]{3,40}) \((?P<second>[^()]{6,80})\)$"
)


def differently(found: Statement, extract: Extract) -> Asked | None:
    """S works differently in A (a) and in B (b).  →  How does S work in A, and how in B?"""
    match = _DIFFERENTLY.match(text_of(found))
    if not match or not _named(match["subject"], extract):
        return None
    helper = "do" if plural_subject(match["subject"]) else "does"
    subject = _inside(match["subject"], extract)
    stem = f"How {helper} {subject} differ between {match['one']} and {match['other']}?"
    sides = (("p1", "one", "first"), ("p2" if match["p2"] else "p1", "other", "second"))
    answer = "; ".join(f"{match[prep]} {match[where]}: {match[how]}" for prep, where, how in sides)
    return Asked("differently", Recall(stem, stated(answer)), "comparison", 0.85)


_NOT_CHANGE = re.compile(
    rf"^{_SUBJECT} (?P<not>does not|do not|never|cannot) (?P<verb>change|changes|alter|alters|affect|affects|depend"
    rf" on|depends on"
    r"|require|requires|influence|preserve|guarantee|guarantees) (?P<what>(?:the|an?|any|its|how|whether)"
    r" [^;:—]{3,100})$"
)


def leaves(found: Statement, extract: Extract) -> Asked | None:
    """S does not change X.  →  What does S not change?"""
    match = _NOT_CHANGE.match(text_of(found))
    if not match or not _named(match["subject"], extract) or " " not in without_article(match["subject"]):
        return None
    plural = plural_subject(match["subject"])
    helper = "can" if match["not"] == "cannot" else "do" if plural else "does"
    base = re.sub(r"^(\w+?)s(?= on|$)", r"\1", match["verb"])
    never = "never" if match["not"] == "never" else "not"
    stem = f"What {helper} {lower_first(match['subject'], extract.lesson)} {never} {base}?"
    return Asked("leaves", Recall(stem, stated(match["what"])), "effect", 0.75)


_HELP_WITH = re.compile(
    rf"^{_SUBJECT} (?:can (?P<can>help with|help in|allow for)|(?P<verb>allows? for|helps? with|helps? in)) "
    r"(?P<what>[^;:—]{6,100})$"
)


def helps_with(found: Statement, extract: Extract) -> Asked | None:
    """S can help with X. S allows for X.  →  What can S help with? What does S allow for?"""
    match = _HELP_WITH.match(text_of(found))
    if not match or not _named(match["subject"], extract) or _POINTS.search(match["what"]):
        return None
    subject = _inside(match["subject"], extract)
    if match["can"]:
        stem = f"What can {subject} {match['can']}?"
    else:
        verb, _, prep = match["verb"].partition(" ")
        if plural_subject(match["subject"]) == verb.endswith("s"):
            return None
        stem = f"What {'does' if verb.endswith('s') else 'do'} {subject} {verb.removesuffix('s')} {prep}?"
    return Asked("helps-with", Recall(stem, stated(match["what"])), "purpose", 0.75)
