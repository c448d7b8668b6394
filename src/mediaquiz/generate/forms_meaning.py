"""Forms of sentences that say what something means, begins with or is made up of, or that explain it in passing."""

import re

from mediaquiz.generate.asked import PRONOUN, Asked, stated, term_in, text_of
from mediaquiz.generate.english import lower_first
from mediaquiz.generate.known import opens_with_unknown
from mediaquiz.language.clauses import plural_subject, split_bare
from mediaquiz.language.common import COMMON
from mediaquiz.language.verbs import VERBS
from mediaquiz.model.concept import Extract, Statement
from mediaquiz.model.item import Recall

_POINTS = re.compile(
    r"\b(?:this|these|those|such(?! as)|it|them|they|their|its|our|we|us|here|above|following|other|another|both)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"\b(?:that|which|who|whose|is|are|was|were|has|have|can|will|if|when|because)\b")


def _is_open(subject: str, extract: Extract) -> bool:
    return (
        PRONOUN.match(subject) is not None
        or opens_with_unknown(subject, extract)
        or _POINTS.search(subject) is not None
        or _CLAUSE.search(subject) is not None
    )


_MEANS = re.compile(
    r"^(?P<subject>[^,;:—]{4,80}?) (?:(?:usually|generally|often|typically|simply) )?(?P<verb>means?|implies|imply) "
    r"(?P<what>(?:that|you|(?:not )?\w+ing) [^;:—]{10,150})$"
)
_THINGS = re.compile(
    r"(?:there|all|none|nothing|everything|which|what|how|where|when|the (?:fact|idea))\b", re.IGNORECASE
)


def means_that(found: Statement, extract: Extract) -> Asked | None:
    """A message (state, sign) means that Y.  →  What does it mean?"""
    match = _MEANS.match(text_of(found))
    if not match or _is_open(match["subject"], extract) or _THINGS.match(match["subject"]):
        return None
    if PRONOUN.match(match["what"].removeprefix("that ")) and not re.match(r"that (?:there|you)\b", match["what"]):
        return None
    if re.search(r" (?:does|do|not|necessarily)\b", match["subject"]):
        return None
    base = "imply" if match["verb"].startswith("impl") else "mean"
    helper = "does" if match["verb"].endswith("s") else "do"
    stem = f"What {helper} {lower_first(match['subject'], extract.lesson)} {base}?"
    return Asked("means-that", Recall(stem, stated(match["what"])), "definition", 0.8)


_MEANING = re.compile(
    r"^(?P<subject>[^;:—]{2,80}?),? (?P<be>is|are) (?P<what>[\w-]+(?: [\w-]+){0,3}), (?:meaning|which means) (?:that )?"
    r"(?P<means>[^;:—]{10,150})$"
)


def meaning(found: Statement, extract: Extract) -> Asked | None:
    """S is distributed, meaning that Y.  →  What does it mean that S is distributed?"""
    match = _MEANING.match(text_of(found))
    if not match or _is_open(match["subject"], extract) or _POINTS.search(match["what"]):
        return None
    comma = "," if "," in match["subject"] else ""
    fact = stated(f"{match['subject']}{comma} {match['be']} {match['what']}")
    stem = f"{fact} What does that mean?"
    return Asked("meaning", Recall(stem, stated(match["means"])), "definition", 0.85)


_STARTS = re.compile(
    r"^(?P<subject>[^,;:—]{4,60}?) (?P<verb>starts?|begins?|ends?|opens?) with (?P<what>[^;:—]{6,140})$"
)


def starts_with(found: Statement, extract: Extract) -> Asked | None:
    """Xs start with Y.  →  What do Xs start with?"""
    match = _STARTS.match(text_of(found))
    if not match or _is_open(match["subject"], extract) or PRONOUN.match(match["what"]):
        return None
    if not found.takeaway and re.match(r"(?:some|many|several|most|the (?:first|last|next))\b", match["subject"], re.I):
        return None
    if re.search(r"\band (?:then |so )?[a-z]+\b|, not\b", match["what"]) or match["subject"].endswith(
        (" the", " a", " an")
    ):
        return None  # "start with one and then do the other"
    helper, base = ("does", match["verb"][:-1]) if match["verb"].endswith("s") else ("do", match["verb"])
    subject, _, last = match["subject"].rpartition(" ")
    if last in {"must", "should", "can"}:
        helper = last
    else:
        subject = match["subject"]
    stem = f"What {helper} {lower_first(subject, extract.lesson)} {base} with?"
    return Asked("starts-with", Recall(stem, stated(match["what"])), "parts", 0.75)


_MAKES_UP = re.compile(
    r"^(?:together, )?(?P<parts>[^;:—]{8,120}?) (?:together )?(?:make up|form) (?P<whole>(?:an?|the) [^,;:—]{3,50})$",
    re.IGNORECASE,
)


def makes_up(found: Statement, extract: Extract) -> Asked | None:
    """A and B make up a C.  →  What makes up a C?"""
    match = _MAKES_UP.match(text_of(found))
    if not match or " and " not in match["parts"] or _CLAUSE.search(match["parts"]):
        return None
    if PRONOUN.match(match["parts"]) or _POINTS.search(match["whole"]) or opens_with_unknown(match["whole"], extract):
        return None
    if match["parts"].endswith(" to") or re.match(r"the (?:former|latter|two)\b", match["parts"], re.IGNORECASE):
        return None
    return Asked(
        "makes-up",
        Recall(f"What makes up {match['whole']}?", stated(match["parts"])),
        "parts",
        0.8,
        term_in(match["whole"]),
    )


_LEANS = re.compile(
    r"\b(?:this|these|those|such|he|she|his|her|we|our|us|you|your|others?|another|both|also|too|here|above|below"
    r"|following|it|its|they|them|their)\b",
    re.IGNORECASE,
)
_GLOSS = re.compile(
    r"(?P<before>^|^.*[ “])(?P<term>[a-z][a-z-]+(?: [a-z][a-z-]+){0,2})”?"
    r"(?:, which (?P<be>is|are) |—|; (?:that is, )?)"
    r"(?P<gloss>(?:an?|the|[a-z]+) (?:[a-z’-]+,? ){0,6}?(?:of|that|which|in which|between|on|for|who|whereby|from)"
    r" [^,;:—]{10,130})"
    r"(?P<end>$|[,—;])"
)
_JOINTS = ("—", "; ", ", which ")
_STARTS_GLOSS = re.compile(r"(?:an?|the) |(?:[a-z]+ )?[a-z]+s (?:that|which|of|on|for|in) ")
_SAYS_MORE = re.compile(r"\b(?:is|are|was|were|does|do|did|has|have|can|will)\b")
_EDGE = frozenset(
    "a an the of in on at by for with from into through toward towards to is are was be and or as called about against"
    " under include includes between including via use uses experience hold holds covers than".split()
)


def gloss(found: Statement, extract: Extract) -> Asked | None:
    """… T, which is a G that … T—the G of ….  →  What is T?  T reaches back to the word that opens its phrase."""
    text = text_of(found)
    if not any(map(text.__contains__, _JOINTS)):
        return None
    match = _GLOSS.match(re.sub(r" \([^()]*\)", "", text))
    if not match or _LEANS.search(match["gloss"]) or not _STARTS_GLOSS.match(match["gloss"]):
        return None
    if _SAYS_MORE.search(re.split(r" (?:that|which|who) ", match["gloss"])[0]):
        return None
    words = f"{match['before']}{match['term']}".split()
    if (match["be"] is None and match["end"] == ",") or re.match(r"[a-z]+ing\b", match["gloss"]):
        return None
    term = _phrase(words)
    if not term or all(word in COMMON or word.removesuffix("s") in COMMON for word in term.split(" ")):
        return None
    if term.split(" ")[0] in VERBS and words[: -len(term.split(" "))][-1:] == ["to"]:
        return None  # "… does not mean to cause pain; a … who …"
    plural = plural_subject(term)
    if match["be"] and plural != (match["be"] == "are"):
        return None
    known = any(term.rstrip("s") == concept.term.lower().rstrip("s") for concept in extract.concepts)
    if match["be"] is None and (not known or split_bare(match["gloss"])):
        return None
    be = "are" if plural else "is"
    return Asked("gloss", Recall(f"What {be} {term}?", stated(match["gloss"])), "definition", 0.8, term)


def _phrase(words: list[str]) -> str:
    """The last words of a sentence's part up to the one that opens their phrase; none where that is not sure."""
    for at in range(1, min(_LONGEST, len(words)) + 1):
        if at == len(words) or words[-at - 1].lower() in _EDGE:
            term = words[-at:]
            return " ".join(term) if all(word.islower() and word not in _EDGE for word in term) else ""
    return ""


_LONGEST = 3
