"""Forms of what a thing serves as, helps with, makes easy or hard, leaves as it is, or must not be used for."""

import re

from mediaquiz.generate.asked import PRONOUN, Asked, stated, subject_of, text_of
from mediaquiz.generate.english import lower_first, without_article
from mediaquiz.generate.forms_thing import is_term
from mediaquiz.generate.known import opens_with_unknown
from mediaquiz.language.clauses import Clause, plural_subject, split, split_bare
from mediaquiz.language.common import COMMON
from mediaquiz.language.verbs import is_infinitive, is_participle
from mediaquiz.model.concept import Extract, Statement
from mediaquiz.model.item import Recall

_POINTS = re.compile(
    r"\b(?:this|these|those|such(?! as\b)|it|them|they|its|our|we|us|he|she|here|above|below|another|others?|also"
    r"|both|following|same)\b",
    re.IGNORECASE,
)
_ANYBODY = re.compile(r"(?:some|many|most|several|few|one|all|every|no|any|people|you|not|there|what)\b", re.IGNORECASE)
_EASE = re.compile(
    r"^(?P<subject>[^,;:—]{3,80}?) (?:(?P<modal>can|will) make|makes?) it "
    r"(?P<how>(?:(?:very|much|far|so|quite|also|even) )*(?:(?:more |less )?(?:easy|easier|hard|harder|possible"
    r"|impossible|difficult|simple|simpler|likely|unlikely|clear|clearer|cheap|cheaper)))"
    r"(?P<whom> for (?!(?:you|us|me|others|people|everyone|one)\b)[^,;:—]{3,40}?)?(?: for [a-z]+)?"
    r" (?P<what>(?:to (?P<verb>[a-z]+)|that) [^;:—]{6,140})$"
)
_BEHIND = re.compile(r", (?:which|who|because|since|so|and|but|as|for example|for instance)\b.*$|\. [A-Z`].*$")


def eases(found: Statement, extract: Extract) -> Asked | None:
    """S makes it easier to do Y (that Y).  →  What does S make easier?  →  To do Y."""
    match = _EASE.match(text_of(found))
    if not match or not _is_named(match["subject"], extract) or _POINTS.search(_BEHIND.sub("", match["what"])):
        return None
    if match["verb"] and not _is_infinitive(match["what"]):
        return None
    helper = match["modal"] or ("do" if plural_subject(match["subject"]) else "does")
    how = re.sub(r"^(?:(?:also|even|so) )+", "", match["how"])
    stem = f"What {helper} {_inside(match['subject'], extract)} make {how}{match['whom'] or ''}?"
    return Asked("eases", Recall(stem, stated(_BEHIND.sub("", match["what"]))), "effect", 0.75)


def _is_infinitive(words: str) -> bool:
    """Whether "to" is followed by a verb, perhaps behind an adverb."""
    verb = re.sub(r"^to (?:\w+ly )?", "", words).split(" ")[0]
    return is_infinitive(verb)


_NOT_USED = re.compile(
    r"^(?P<subject>[^,;:—]{3,80}?) (?P<must>should|must|cannot|can)(?: not| never)? be "
    r"(?P<done>[a-z]+) (?P<prep>for|in|into|to|with|on|by|as) (?P<what>[^;:—]{4,140})$"
)
_DENIED = re.compile(r"\b(?:(?:should|must|can) (?:not|never)|cannot) be\b")
_NO_OBJECT = re.compile(r"(?:order|general|mind|terms|case|any case|the same|this|these|a way|the way|least)\b")
_TAIL = re.compile(r",? (?:due to|because|since|as it|as they|unless|so|when|if)\b.*$")


def not_used(found: Statement, extract: Extract) -> Asked | None:
    """S must not be used for X.  →  What must S not be used for?"""
    text = text_of(found)
    match = _NOT_USED.match(text) if _DENIED.search(text) else None
    if not match or not is_participle(match["done"]) or not _is_named(match["subject"], extract):
        return None
    what = _TAIL.sub("", match["what"])
    if _POINTS.search(what) or _NO_OBJECT.match(what) or split_bare(what) or not 1 < len(what.split()) <= _MOST:
        return None
    must = "can" if match["must"] == "cannot" else match["must"]
    subject, done, prep = _inside(match["subject"], extract), match["done"], match["prep"]
    if prep in {"in", "with", "on"} and _WHO.match(what):
        stem = f"{prep.capitalize()} whom {must} {subject} not be {done}?"
    else:
        stem = f"What {must} {subject} not be {done} {prep}?"
    return Asked("not-used", Recall(stem, stated(what)), "advice", 0.75)


_WHO = re.compile(
    r"(?:[a-z]+ ){0,2}(?:clients?|patients?|people|persons?|children|infants?|women|men|adults?|individuals)\b"
)
_MOST = 18


def _is_named(subject: str, extract: Extract) -> bool:
    """Whether words are a subject that needs nothing of the page."""
    return not (
        PRONOUN.match(subject)
        or _ANYBODY.match(subject)
        or _POINTS.search(subject)
        or opens_with_unknown(subject, extract)
        or split(subject)
    )


_ACTS = re.compile(
    r"^(?P<subject>[^,;:—]{3,60}?) (?:(?:usually|generally|typically|often) )?(?P<verb>acts?|behaves?|serves?"
    r"|functions?|works?) (?:much |just |exactly )?(?P<how>like|as) (?P<what>\S.*)$"
)
_NO_SUBJECT = re.compile(
    r"\b(?:that|which|who|to|not|can|may|will|would|must|should|is|are|was|were|has|have|do|does|if|when|how|as)\b"
    r"|^(?:[Ee]ach|[Ss]ome) |^(?:[Ii]n|[Oo]n|[Aa]t|[Ff]or|[Ww]ith|[Bb]y|[Ff]rom|[Uu]nder|[Dd]uring"
    r"|[Aa]nd|[Bb]ut|[Oo]r|[Ss]o) "
)
_BEHIND_IT = re.compile(
    r",? (?:because|since|while|whereas|although|so that|even though|when|if|by|for example|for instance)\b.*$"
    r"|, (?:which|who|and|so|or|where|nonetheless|however|though|too)\b.*$|[—;:].*$| - .*$| \([^()]*\)"
)
_LEANS = re.compile(
    r"\b(?:this|these|those(?! (?:that|who)\b)|such|he|she|his|her|we|our|us|your?|it|they|them|their|here|another"
    r"|others?|above|below|intended|expected|usual|before|well|follows|possible|part|example|basis|kind)\b",
    re.IGNORECASE,
)
_LEAST, _MOST_LIKE = 2, 16


def acts_as(found: Statement, extract: Extract) -> Asked | None:
    """S serves as Y.  →  What does S serve as?  S behaves like Y.  →  How does S behave?"""
    match = _ACTS.match(text_of(found))
    if not match or PRONOUN.match(match["subject"]) or _NO_SUBJECT.search(match["subject"]):
        return None
    what = _BEHIND_IT.sub("", match["what"])
    if _LEANS.search(f"{match['subject']} {what}") or not _LEAST <= len(what.split()) <= _MOST_LIKE:
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


_SUBJECT = r"(?P<subject>[^,;:—]{3,80}?)"


def _inside(subject: str, extract: Extract) -> str:
    """The subject inside a question."""
    helper = "are" if plural_subject(subject) else "is"
    first, _, rest = subject_of(Clause(subject, helper, "", helper, ""), extract).partition(" ")
    plain = (first.lower() in COMMON and rest[:1].islower()) or first.endswith("ly") or first == "Different"
    return f"{first.lower() if plain else first} {rest}".rstrip()


_NOT_CHANGE = re.compile(
    rf"^{_SUBJECT} (?P<not>does not|do not|never|cannot) (?P<verb>change|changes|alter|alters|affect|affects|depend"
    rf" on|depends on"
    r"|require|requires|influence|preserve|guarantee|guarantees) (?P<what>(?:the|an?|any|its|how|whether)"
    r" [^;:—]{3,100})$"
)


def leaves(found: Statement, extract: Extract) -> Asked | None:
    """S does not change X.  →  What does S not change?"""
    match = _NOT_CHANGE.match(text_of(found))
    if not match or not _is_named(match["subject"], extract) or " " not in without_article(match["subject"]):
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
    if not match or not _is_named(match["subject"], extract) or _POINTS.search(match["what"]):
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
