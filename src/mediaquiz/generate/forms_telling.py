"""Forms of sentences that say what something means, begins with or makes up, and what is so instead."""

import re

from mediaquiz.generate.asked import PRONOUN, Asked, stated, term_in, text_of
from mediaquiz.generate.english import lower_first
from mediaquiz.generate.known import is_bare_unknown, opens_with_unknown
from mediaquiz.language.clauses import split_bare
from mediaquiz.language.verbs import base_of
from mediaquiz.model.concept import Extract, Statement
from mediaquiz.model.item import Recall
from mediaquiz.text import cut_opening

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


_NOT_BUT = re.compile(
    r"^(?P<subject>[^,;:—]{3,70}?) (?P<not>does not|do not|doesn[’']t|don[’']t) (?P<what>[^,;:—]{6,110}), "
    r"(?P<join>but|only) (?P<rest>[^;:—]{5,140})$",
    re.IGNORECASE,
)


def not_but(found: Statement, extract: Extract) -> Asked | None:
    """S does not X, but does Y.  →  S does not X. What does it do instead?  —  S does not track A, only B."""
    match = _NOT_BUT.match(text_of(found))
    unknown = is_bare_unknown if found.takeaway else opens_with_unknown
    if not match or PRONOUN.match(match["subject"]) or unknown(match["subject"], extract):
        return None
    if _POINTS.search(match["subject"]) or _CLAUSE.search(match["subject"]):
        return None
    does = "does" if match["not"].lower().startswith("does") else "do"
    it = "it" if does == "does" else "they"
    base = match["what"].split(" ")[0].lower()
    fact = stated(f"{match['subject']} {does} not {match['what']}")
    if match["join"].lower() == "only":
        stem = f"{fact} What {does} {it} {base} instead?"
        return Asked("not-but", Recall(stem, stated(f"only {match['rest']}")), "contrast", 0.75)
    verb = match["rest"].split(" ")[0]
    fits = base_of(verb) != "" if does == "does" else verb == verb.rstrip("s") and split_bare(f"they {match['rest']}")
    if not fits:
        return None
    stem = f"{fact} What {does} {it} do instead?"
    return Asked("not-but", Recall(stem, stated(f"{it} {match['rest']}")), "contrast", 0.8)


_MORE = re.compile(
    r"^(?P<subject>[^,;:—]{4,70}?) (?P<be>is|are) (?P<more>(?:more|less) [a-z]+ and (?:more|less) [a-z]+(?: [a-z]+)?) "
    r"than (?P<other>[^,;:—]{3,50})$",
    re.IGNORECASE,
)


def more_and_more(found: Statement, extract: Extract) -> Asked | None:
    """A is more X and less Y than B.  →  How does A compare with B?"""
    match = _MORE.match(text_of(found)) if found.takeaway else None
    if not match or PRONOUN.match(match["subject"]) or _POINTS.search(match["other"]):
        return None
    helper, it = ("do", "They are") if match["be"] == "are" else ("does", "It is")
    stem = f"How {helper} {lower_first(match['subject'], extract.lesson)} compare with {match['other']}?"
    return Asked("compares", Recall(stem, stated(f"{it} {match['more']}")), "comparison", 0.8)


_HARD = re.compile(
    r"^(?P<join>if|when|without|with|while) (?P<cause>[^,;:—]{6,100}), (?:then )?it(?:['’]s| is) "
    r"(?P<how>(?:very |much |often |almost )?(?:hard|difficult|harder|easier|easy|impossible|possible|risky|dangerous))"
    r"(?: \([^()]*\))? (?P<what>to [a-z]+ [^;:—]{6,140})$",
    re.IGNORECASE,
)


def hard_when(found: Statement, extract: Extract) -> Asked | None:
    """If X, it is hard to do Y.  →  What is hard if X?"""
    match = _HARD.match(text_of(found))
    if not match or re.match(r"(?:this|that|they|we|these)\b", match["cause"], re.IGNORECASE):
        return None
    if _POINTS.search(match["cause"]) or re.search(r"\b(?:this|these|those|that way|such)\b", match["what"]):
        return None
    if opens_with_unknown(match["cause"], extract):
        return None
    how = match["how"].lower()
    stem = f"What is {how} {match['join'].lower()} {match['cause']}?"
    return Asked("hard-when", Recall(stem, stated(match["what"])), "effect", 0.75)


_HERE = re.compile(r"\b(?:this|these|those|such(?! as)|it|them|they|their|our|we|us)\b", re.IGNORECASE)
_WITHOUT = re.compile(r"^without (?P<what>[^;:—]{6,150}), (?P<then>[^,;:—]{8,140})$", re.IGNORECASE)


def without(found: Statement, extract: Extract) -> Asked | None:
    """Without X, Y happens.  →  What happens without X?"""
    match = _WITHOUT.match(text_of(found))
    clause = split_bare(match["then"]) if match else None
    if not match or not clause or PRONOUN.match(clause.subject) or _HERE.search(match["what"]):
        return None
    if re.match(r"\w+ing\b", match["what"]) or opens_with_unknown(match["what"], extract):
        return None
    return Asked("without", Recall(f"What happens without {match['what']}?", stated(match["then"])), "effect", 0.75)


_HAS_WHERE = re.compile(
    r"^(?P<subject>[^,;:—]{2,50}?) (?P<has>has|have|uses?|keeps?|provides?) an? "
    r"(?:special |separate |dedicated |hidden |single |own )*"
    r"(?P<term>[\w-]+(?: [\w-]+){0,2}),? where (?P<what>(?:it|they|you) [^,;:—]{10,150})$"
)


def has_where(found: Statement, extract: Extract) -> Asked | None:
    """S has an X where it does Y.  →  What does S do in its X?  Only where the author sets X off."""
    match = _HAS_WHERE.match(cut_opening(_FOR_THIS, text_of(found)))
    if not match or _is_open(match["subject"], extract):
        return None
    if match["term"] not in found.place.block.emphasis:
        return None
    who, _, what = match["what"].partition(" ")
    helper = {"it": "does", "they": "do", "you": "do"}[who]
    subject = "you" if who == "you" else lower_first(match["subject"], extract.lesson)
    whose = {"it": "its", "they": "their", "you": "the"}[who]
    stem = f"What {helper} {subject} do in {whose} {match['term']}?"
    return Asked("has-where", Recall(stem, stated(f"{who} {what}")), "definition", 0.85, match["term"])


_FOR_THIS = re.compile(r"^to (?:allow for|do|support|enable|achieve|make) (?:this|that)(?: \w+)?, ", re.IGNORECASE)
