"""What a thing serves as or behaves like, and what kind of thing a piece of code is."""

import re

from mediaquiz.generate.asked import PRONOUN, Asked, in_topic, is_definite, stated, text_of
from mediaquiz.generate.english import lower_first
from mediaquiz.generate.forms_thing import is_term
from mediaquiz.language.clauses import plural_subject
from mediaquiz.language.genus import says_what
from mediaquiz.model.concept import Extract, Statement
from mediaquiz.model.item import Recall

CUES_ACTING = "act acts behave behaves serve serves function functions work works"
_ACTS = re.compile(
    r"^(?P<subject>[^,;:—]{3,60}?) (?:(?:usually|generally|typically|often) )?(?P<verb>acts?|behaves?|serves?"
    r"|functions?|works?) (?:much |just |exactly )?(?P<how>like|as) (?P<what>\S.*)$"
)
_NO_SUBJECT = re.compile(
    r"\b(?:that|which|who|to|not|can|may|will|would|must|should|is|are|was|were|has|have|do|does|if|when|how|as)\b"
    r"|^(?:[Ee]ach|[Ss]ome) |^(?:[Ii]n|[Oo]n|[Aa]t|[Ff]or|[Ww]ith|[Bb]y|[Ff]rom|[Uu]nder|[Dd]uring"
    r"|[Aa]nd|[Bb]ut|[Oo]r|[Ss]o) "
)
_TAIL = re.compile(
    r",? (?:because|since|while|whereas|although|so that|even though|when|if|by|for example|for instance)\b.*$"
    r"|, (?:which|who|and|so|or|where|nonetheless|however|though|too)\b.*$|[—;:].*$| - .*$| \([^()]*\)"
)
_POINTS = re.compile(
    r"\b(?:this|these|those(?! (?:that|who)\b)|such|he|she|his|her|we|our|us|your?|it|they|them|their|here|another"
    r"|others?|above|below|intended|expected|usual|before|well|follows|possible|part|example|basis|kind)\b",
    re.IGNORECASE,
)
_LEAST, _MOST = 2, 16


def acts_as(found: Statement, extract: Extract) -> Asked | None:
    """S serves as Y.  →  What does S serve as?  S behaves like Y.  →  How does S behave?"""
    match = _ACTS.match(text_of(found))
    if not match or PRONOUN.match(match["subject"]) or _NO_SUBJECT.search(match["subject"]):
        return None
    what = _TAIL.sub("", match["what"])
    if _POINTS.search(f"{match['subject']} {what}") or not _LEAST <= len(what.split()) <= _MOST:
        return None
    one = match["verb"].endswith("s")
    if plural_subject(match["subject"]) == one:
        return None
    if not (is_term(match["subject"], extract) or "`" in match["subject"] or " " in match["subject"]):
        return None
    subject, does = lower_first(match["subject"], extract.lesson), "does" if one else "do"
    verb = match["verb"].removesuffix("s")
    if verb == "behave":
        stem, answer = f"How {does} {subject} behave?", f"{match['how']} {what}"
    else:
        stem, answer = f"What {does} {subject} {verb} {match['how']}?", what
    return Asked("acts-as", Recall(stem, stated(answer)), "relation", 0.75)


_CODE_IS = re.compile(
    r"^(?P<subject>(?:(?:an?|the) )?`[^`]+`(?: [a-z]+)?) (?P<be>is|are) (?P<what>an? (?:[\w’-]+,? ){2,5}[\w’-]+"
    r"|(?:an?|the) (?:[\w’-]+ ){0,2}(?:command|function|method|property|operator|keyword|element|tag|type|class|module"
    r"|library|package|option|flag) (?:to|that|for|of|which) [^;:—]{6,100})(?:,? (?:and|but) (?:is|are|has|can) .*)?$",
    re.IGNORECASE,
)
_NO_KIND = re.compile(r"\b(?:great|good|useful|important|common|popular|powerful|simple|special|relative|called|lot)\b")


def code_is(found: Statement, extract: Extract) -> Asked | None:
    """A `b` is a K.  →  What is a `b`?"""
    match = _CODE_IS.match(text_of(found))
    if not match or not says_what(match["what"]) or _NO_KIND.search(match["what"]) or _POINTS.search(match["what"]):
        return None
    subject = lower_first(match["subject"], extract.lesson)
    where = in_topic(extract, subject) if is_definite(subject) else ""
    return Asked("is-a", Recall(f"What {match['be']} {subject}{where}?", stated(match["what"])), "definition", 0.75)
