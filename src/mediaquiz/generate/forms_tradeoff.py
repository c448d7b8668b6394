"""Forms of sentences that weigh things: a drawback beside a virtue, what must not be mixed up, the parts that are"
" named."""

import re

from mediaquiz.generate.asked import PRONOUN, Asked, stated, text_of
from mediaquiz.generate.english import lower_first
from mediaquiz.generate.forms_subject import numbered_members
from mediaquiz.generate.known import opens_with_unknown
from mediaquiz.language.clauses import plural_subject, split_bare
from mediaquiz.language.verbs import base_of
from mediaquiz.model.concept import Extract, Statement
from mediaquiz.model.item import ListAll, Recall
from mediaquiz.text import squash

_POINTS = re.compile(r"\b(?:this|these|those|such|here|both|another|others?|above|below)\b", re.IGNORECASE)
_ALTHOUGH = re.compile(
    r"^(?P<join>although|though|even though|while) (?P<good>[^,;:—]{12,120}), (?P<bad>(?:it|they|its|their)\b"
    r" [^;:—]{10,160})$",
    re.IGNORECASE,
)
_COSTS = re.compile(
    r"\b(?:not|cannot|never|no|costs?|costly|expensive|slow(?:er|ly)?|hard(?:er)?|difficult|less|fewer"
    r"|fails?|high(?:er)?|limited"
    r"|complex|inefficient|impractical|infeasible|risks?|requires?|needs?|suffers?|lacks?|unstable|sensitive|prone"
    r"|worse|only)\b",
    re.IGNORECASE,
)


_POOR = re.compile(r"\b(?:not|cannot|never|no|costly|expensive|slow|difficult|fails?|worse|lacks?)\b", re.IGNORECASE)


_GOOD = re.compile(
    r"\b(?:can|allows?|offers?|offered|provides?|enables?|improves?|helps?|simplif\w+|saves?|reduces?|fewer"
    r"|fast(?:er)?|eas(?:y|ier)"
    r"|simpler?|cheap(?:er)?|efficient|powerful|accurate|useful|effective|flexible)\b",
    re.IGNORECASE,
)
_SAYS_NOTHING = re.compile(r"\bwithout (?:its |their )?(?:problems|drawbacks|issues|flaws|critics)\b")


def although(found: Statement, extract: Extract) -> Asked | None:
    """Although S has A, it costs B.  →  Although S has A, what is a drawback?"""
    match = _ALTHOUGH.match(text_of(found))
    if not match or PRONOUN.match(match["good"].replace("you ", "readers ")) or _POINTS.search(match[0]):
        return None
    clause = split_bare(match["good"].removeprefix("you ").strip()) if not match["good"].startswith("you ") else None
    if not (clause or match["good"].startswith("you can ")) or _POOR.search(match["good"]):
        return None
    if not _GOOD.search(match["good"]) or _SAYS_NOTHING.search(match["bad"]):
        return None
    if not _COSTS.search(match["bad"]) or opens_with_unknown(match["good"], extract):
        return None
    stem = f"{match['join'].capitalize()} {lower_first(match['good'], extract.lesson)}, what is a drawback?"
    return Asked("although", Recall(stem, stated(match["bad"])), "contrast", 0.75)


_CONFUSED = re.compile(
    r"^(?P<one>[^;:—]{3,120}?)(?:,? and)? (?P<must>should|must) not be (?P<how>confused|mixed up|mistaken)"
    r" (?P<prep>with|for) "
    r"(?P<other>[^,;:—]{3,80})$"
)


def confused(found: Statement, extract: Extract) -> Asked | None:
    """S should not be confused with X.  →  What should S not be confused with?"""
    match = _CONFUSED.match(text_of(found))
    if not match or PRONOUN.match(match["one"]) or PRONOUN.match(match["other"]):
        return None
    clause = split_bare(match["one"])
    subject = clause.subject if clause else match["one"]
    if len(subject.split()) > _LONGEST_NAME or opens_with_unknown(subject, extract) or "," in subject:
        return None
    stem = f"What {match['must']} {lower_first(subject, extract.lesson)} not be {match['how']} {match['prep']}?"
    return Asked("confused", Recall(stem, stated(match["other"])), "contrast", 0.8)


_LONGEST_NAME = 6
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_PARTS = re.compile(
    rf"^(?P<what>the (?:(?P<count>{'|'.join(_NUMBERS)}) )?(?:(?:basic|main|key|core|essential|model|typical) )?[a-z]+s "
    r"(?:of|in|for) (?:an?|the|each|every)? ?[^,;:—]{3,50}?) are (?P<members>[^;:—]{6,160})$",
    re.IGNORECASE,
)
_MEMBER = 7


def the_parts(found: Statement, extract: Extract) -> Asked | None:
    """The two parameters of X are A and B.  →  What are the two parameters of X?"""
    match = _PARTS.match(text_of(found))
    if not match or _POINTS.search(match["what"]) or re.search(r"\b(?:that|which|who|is|are)\b", match["what"]):
        return None
    parts = re.split(r",(?: and)? (?:a subsequent )?| and (?=[^,]*$)", match["members"])
    members = tuple(re.sub(r"^(?:and|an?) ", "", part.strip()) for part in parts)
    count = _NUMBERS.get((match["count"] or "").lower(), 0)
    if len(members) != count and (count or not 3 <= len(members) <= 6):
        return None
    if any(not 0 < len(m.split()) <= _MEMBER or base_of(m.split()[0]) or _STATES.match(m) for m in members):
        return None
    stem = f"What are {lower_first(match['what'], extract.lesson)}?"
    return Asked("the-parts", ListAll(stem, members, tuple(() for _ in members)), "parts", 0.8)


_STATES = re.compile(
    r"(?:very|quite|not|also|often|usually|much|more|less|too|so|as|given|shown|similar|different|equal|the same|in"
    r"|on|at"
    r"|to|by|used|made|called|\w+ed|\w+ing|\w+ly|\w+able|\w+al|easy|hard|high|low|small|large|good|bad|clear)\b(?!"
    r" [a-z]+ ?[a-z]*$)",
    re.IGNORECASE,
)
"""What tells a property of the parts rather than their names."""


_PART_IS = re.compile(
    r"^the (?:first|second|third|fourth|fifth|last|other) [a-z]+ is (?:called )?(?P<article>the "
    r"|an? )?(?P<term>[a-z][\w-]*(?:"
    r" [a-z][\w-]*){0,4}),? "
    r"(?:that|which) (?P<deed>(?P<verb>[a-z]+s) [^;:—]{10,140})$",
    re.IGNORECASE,
)


def part_is(found: Statement, extract: Extract) -> Asked | None:
    """The second row is the T that does X.  →  What does T do?"""
    match = _PART_IS.match(text_of(found))
    if not match or not base_of(match["verb"]) or _POINTS.search(match["deed"]) or plural_subject(match["term"]):
        return None
    if squash(match["term"]) not in squash(found.place.block.text) or match["verb"] in {"is", "has", "does"}:
        return None
    return Asked(
        "part-is",
        Recall(f"What does {match['article'] or ''}{match['term']} do?", stated(f"it {match['deed']}")),
        "effect",
        0.75,
    )


_WORTH = re.compile(
    r"^the (?P<what>(?:[a-z]+ )?(?:cost|complexity|order|size|shape|dimension|length|rate|value|number|probability) of "
    r"(?!the\b|this|these|each)[^,;:—$]{3,50}?) is (?P<tex>\$[^$]{2,40}\$)$",
    re.IGNORECASE,
)


def worth(found: Statement, extract: Extract) -> Asked | None:
    """The computational cost of X is $O(n)$.  →  What is the computational cost of X?"""
    match = _WORTH.match(text_of(found))
    if not match or _POINTS.search(match["what"]):
        return None
    return Asked("worth", Recall(f"What is the {match['what']}?", stated(match["tex"])), "definition", 0.75)


_ENUMERATED = re.compile(
    r"^(?P<subject>[^,;:—]{3,70}?) (?:is|consists of|are|consist of|comprises) (?:an? (?:sequence|series|chain|list"
    r"|row|combination) of )?"
    r"(?:the following|these)(?: [a-z]+)?: (?P<members>\((?:i|1|a)\) .+)$"
)


def enumerated(found: Statement, extract: Extract) -> Asked | None:
    """S is a sequence of the following: (i) A, (ii) B, (iii) C.  →  What does S consist of?"""
    match = _ENUMERATED.match(text_of(found))
    members = numbered_members(match["members"]) if match else ()
    if not match or len(members) < 2 or PRONOUN.match(match["subject"]) or _POINTS.search(match["subject"]):
        return None
    subject = lower_first(match["subject"], extract.lesson)
    stem = f"What {'do' if plural_subject(subject) else 'does'} {subject} consist of?"
    return Asked("enumerated", ListAll(stem, members, tuple(() for _ in members)), "parts", 0.8)


_NAMED_FOR = re.compile(
    r"^(?:the|this) (?:method|technique|algorithm|model|approach|process|effect|rule|test|law|trick|structure|layer"
    r"|operation) is "
    r"(?:called|known as|named|termed) (?:an? |the )?(?P<term>[^,;:—]{3,40}?) (?P<why>because [^;:—]{10,160})$",
    re.IGNORECASE,
)


def named_for(found: Statement, extract: Extract) -> Asked | None:
    """The method is called T because R.  →  Why is T called so?"""
    match = _NAMED_FOR.match(text_of(found))
    if not match or _POINTS.search(match["why"]):
        return None
    return Asked("named-for", Recall(f"Why is {match['term']} called so?", stated(match["why"])), "reason", 0.8)


_ONLY_DURING = re.compile(
    r"^(?P<subject>[^,;:—]{3,60}?) (?P<be>is|are) (?P<done>used|applied|active|needed|done|performed|open|closed"
    r"|valid) "
    r"(?P<when>only (?:during|while|after|before|at) [^;:—]{4,100})$"
)


def only_during(found: Statement, extract: Extract) -> Asked | None:
    """S is used only during Y.  →  When is S used?"""
    match = _ONLY_DURING.match(text_of(found))
    if not match or PRONOUN.match(match["subject"]) or _POINTS.search(f"{match['subject']} {match['when']}"):
        return None
    if opens_with_unknown(match["subject"], extract):
        return None
    stem = f"When {match['be']} {lower_first(match['subject'], extract.lesson)} {match['done']}?"
    return Asked("only-during", Recall(stem, stated(match["when"])), "condition", 0.8)
