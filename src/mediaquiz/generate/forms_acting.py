"""A form of what a thing acts, works or looks like."""

import re

from mediaquiz.generate.asked import PRONOUN, Asked, stated, subject_of, text_of
from mediaquiz.generate.known import is_everyday, opens_with_unknown
from mediaquiz.language.clauses import Clause, plural_subject, split_bare
from mediaquiz.model.concept import Extract, Statement
from mediaquiz.model.item import Recall

_SUBJECT = r"(?P<subject>[^,;:—]{3,70}?)"
_HELPER = r"(?:(?P<modal>can|will|may|might|could|should|would) )?"
_POINTS = re.compile(
    r"\b(?:this|these|those|such(?! as)|it|they|them|its|their|he|she|we|us|our|here|above|below|another|others"
    r"|following|example|both|each|some|many|most|several|Mrs?\.|Ms\.)(?!\w)",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"^(?:\d|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|in|on|at|for|with|by"
    r"|from|under|during|and|but|or|so) "
    r"|\b(?:that|which|who|when|if|while|although|because|is|are|was|were|has|have|make|not)\b",
    re.IGNORECASE,
)
_ADVERB = r"(?:(?:also|usually|often|typically|generally|certainly|basically|essentially) )?"
_LIKE = re.compile(
    rf"^{_SUBJECT} {_HELPER}{_ADVERB}(?P<verb>acts?|behaves?|works?|functions?|looks?) "
    r"(?:much |just |exactly |almost |a (?:bit|lot) )?(?P<like>like|as if) (?P<what>[^;:—]{6,150})$"
)
_NONETHELESS = re.compile(r",? (?:nonetheless|nevertheless|however|though|instead|in this (?:case|respect))$")


def acts_like(found: Statement, extract: Extract) -> Asked | None:
    """S acts (behaves, works, looks) like Y.  →  What does S act like?"""
    match = _LIKE.match(text_of(found))
    clause = split_bare(text_of(found)) if match else None
    if not match or not clause or clause.subject != match["subject"] or not _is_named(clause.subject, extract):
        return None
    what = _NONETHELESS.sub("", match["what"])
    if _POINTS.search(what) or re.search(r"\b(?:and|but) [^,]* (?:is|are|can|will|has|have|does|do)\b", what):
        return None
    base = match["verb"] if match["modal"] else match["verb"].removesuffix("s")
    stem = f"What {_asked(match)} {_subject(match['subject'], extract)} {base} {match['like']}?"
    return Asked("acts-like", Recall(stem, stated(what)), "relation", 0.75)


def _asked(match: re.Match[str]) -> str:
    return match["modal"] or ("do" if plural_subject(match["subject"]) and not match["verb"].endswith("s") else "does")


def _is_named(subject: str, extract: Extract) -> bool:
    """Whether a subject names a thing or a doing that needs nothing of the page."""
    return not (
        PRONOUN.match(subject)
        or _POINTS.search(subject)
        or _CLAUSE.search(subject)
        or opens_with_unknown(subject, extract)
        or is_everyday(subject)
    )


def _subject(subject: str, extract: Extract) -> str:
    helper = "do" if plural_subject(subject) else "does"
    return subject_of(Clause(subject, helper, "", helper, ""), extract)
