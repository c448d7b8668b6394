"""Forms of sentences that writers close a lesson with: where something is done, why, what it has an influence on."""

import re

from mediaquiz.generate.asked import PRONOUN, Asked, stated, subject_of, text_of
from mediaquiz.generate.english import lower_first, without_article
from mediaquiz.generate.known import opens_with_unknown
from mediaquiz.language.clauses import Clause, plural_subject, split_bare
from mediaquiz.language.common import COMMON
from mediaquiz.language.verbs import is_participle
from mediaquiz.model.concept import Extract, Statement
from mediaquiz.model.item import ListAll, Match, Recall

_SUBJECT = r"(?P<subject>[^,;:—]{3,80}?)"
_POINTS = re.compile(
    r"^(?:but|and|or|so|yet|then|when|if)\b|\b(?:this|these|those|such|it|they|them|its|their|here|both|another"
    r"|others?)\b",
    re.IGNORECASE,
)
_VERB_INSIDE = re.compile(r"\b(?:that|which|who|is|are|was|were|can|could|will|would|has|have|when|if|as|than)\b")
_OFTEN = r"(?P<often>(?:often|usually|typically|commonly|generally|always|sometimes|first|then) )?"


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


_PLACED = "applied|placed|inserted|added|performed|located|put|run|computed|executed|positioned|introduced"
_WHERE = re.compile(
    rf"^{_SUBJECT} (?P<be>is|are) {_OFTEN}(?P<done>{_PLACED}) "
    r"(?P<where>(?:(?:right |directly |immediately |just )?(?:after|before|between)) [^;:—]{6,140})$"
)


def where_in_order(found: Statement, extract: Extract) -> Asked | None:
    """S is applied after X but before Y.  →  Where is S applied?"""
    match = _WHERE.match(text_of(found))
    if not match or not _named(match["subject"], extract) or _POINTS.search(match["where"]):
        return None
    subject = _inside(match["subject"], extract)
    stem = f"Where {match['be']} {subject} {match['often'] or ''}{match['done']}?"
    return Asked("where-in-order", Recall(stem, stated(match["where"])), "order", 0.8)


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


_DONE_TO = re.compile(
    rf"^{_SUBJECT} (?P<be>is|are|can be|must be|should be) {_OFTEN}(?P<done>[a-z]+(?: (?!to\b)[a-z]+){{0,4}}?) "
    r"(?P<why>(?:in order )?to (?:avoid|prevent|reduce|keep|ensure|save|improve|speed|simplify|make|protect|increase"
    r"|lower|limit"
    r"|obtain|preserve|stop|remove|allow|help|stabilize|minimi[sz]e|maximi[sz]e|compensate|account) [^;:—]{4,140})$"
)
_NO_PURPOSE = frozenset(
    "able likely used needed required allowed known expected supposed said thought believed forced made designed unable"
    " possible ready going bound meant set free easy hard difficult enough important necessary sufficient seen found"
    " shown"
    " trained built intended permitted asked told taught encouraged advised urged paid left born attempt effort order"
    " way".split()
)


def done_to(found: Statement, extract: Extract) -> Asked | None:
    """S is removed to reduce Y.  →  Why is S removed?"""
    match = _DONE_TO.match(text_of(found))
    if not match or not _named(match["subject"], extract):
        return None
    first, last = match["done"].split(" ")[0], match["done"].split(" ")[-1]
    if first in _NO_PURPOSE or last in _NO_PURPOSE or not is_participle(first):
        return None
    be, _, rest = match["be"].partition(" ")
    subject = _inside(match["subject"], extract)
    stem = f"Why {be} {subject} {rest + ' ' if rest else ''}{match['often'] or ''}{match['done']}?"
    return Asked("done-to", Recall(stem, stated(match["why"].removeprefix("in order "))), "purpose", 0.8)


_FOR_ENDS = re.compile(
    r"^for (?P<why>(?:[a-z]+ )?(?:computation|efficiency|convenience|simplicity|stability|safety|speed|clarity|accuracy"
    r"|readability|security|robustness|comfort|reliability|privacy)), (?P<what>[^;:—]{12,140})$",
    re.IGNORECASE,
)


def for_ends(found: Statement, extract: Extract) -> Asked | None:
    """For safety, S is locked.  →  Why is S locked?"""
    match = _FOR_ENDS.match(text_of(found))
    clause = split_bare(match["what"]) if match else None
    if not match or not clause or not _named(clause.subject, extract) or clause.helper in {"did", "was", "were"}:
        return None
    verb = f"{clause.base} " if clause.base else ""
    stem = f"Why {clause.helper} {subject_of(clause, extract)} {verb}{clause.rest}".rstrip()
    return Asked("for-ends", Recall(f"{stem}?", stated(f"for {match['why']}")), "purpose", 0.75)


_AT_HEART = re.compile(
    r"^at the (?P<which>heart|core|root|basis) of (?P<of>[^,;:—]{3,80}?) (?P<be>is|are|lies|lie)"
    r" (?P<what>[^;:—]{8,160})$",
    re.I,
)


def at_heart(found: Statement, extract: Extract) -> Asked | None:
    """At the heart of X is the idea that Y.  →  Which idea is at the heart of X?"""
    match = _AT_HEART.match(text_of(found))
    if not match or opens_with_unknown(match["of"], extract):
        return None
    of = re.sub(r"^(?:their|its|his|her|our) (?:proposed |new )?", "the ", match["of"])
    if _POINTS.search(of) or _VERB_INSIDE.search(of):
        return None
    idea = re.match(
        r"the (?P<noun>idea|observation|insight|assumption|principle|belief) (?P<that>that .+)$", match["what"]
    )
    asks, answer = (f"Which {idea['noun']}", idea["that"]) if idea else ("What", match["what"])
    stem = f"{asks} {match['be'].replace('lies', 'is')} at the {match['which'].lower()} of {of}?"
    return Asked("at-heart", Recall(stem, stated(answer)), "relation", 0.8)


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


_BEWARE = re.compile(
    r"^(?P<do>beware of|be careful with|watch out for|take care with) (?P<what>[^,;:—]{6,100}?) "
    r"(?P<when>(?:for|in|when|if|on|during|after|before|near|with(?!out)) [^;:—]{6,100})$",
    re.IGNORECASE,
)


def beware(found: Statement, extract: Extract) -> Asked | None:
    """Beware of X for (when) Y.  →  When should you beware of X?"""
    match = _BEWARE.match(text_of(found))
    if not match or _POINTS.search(match["what"]):
        return None
    stem = f"When should you {match['do'].lower()} {match['what']}?"
    return Asked("beware", Recall(stem, stated(match["when"])), "condition", 0.75)


_COUNT = {2: "two", 3: "three", 4: "four", 5: "five", 6: "six"}
_ARE_THE = re.compile(
    r"^(?P<members>[^;:—]{8,120}?) are (?:the )?(?P<what>(?:[a-z]+ ){0,2}[a-z]+s (?:of|in|for) [^,;:—]{3,60})$"
)
_LONGEST = 5


def are_kinds(found: Statement, extract: Extract) -> Asked | None:
    """A, B, and C are basic objects in T.  →  Which three basic objects in T are there?  For takeaways."""
    match = _ARE_THE.match(text_of(found)) if found.takeaway else None
    members = _members(match["members"]) if match else ()
    if not match or len(members) not in _COUNT or len(members) < 3 or _POINTS.search(match["what"]):
        return None
    if not is_participle(match["what"].split(" ")[0]) and _VERB_INSIDE.search(match["what"]):
        return None
    members = (lower_first(members[0], extract.lesson), *members[1:])
    stem = f"What are the {_COUNT[len(members)]} {match['what']}?"
    return Asked("are-kinds", ListAll(stem, members, tuple(() for _ in members)), "parts", 0.75)


def _members(text: str) -> tuple[str, ...]:
    """The members of ``A, B, and C``; none where one is longer than a name."""
    parts = tuple(
        re.sub(r"^(?:and|or) ", "", part).strip() for part in re.split(r",(?: and| or)? | (?:and|or) (?=[^,]*$)", text)
    )
    return parts if all(0 < len(part.split()) <= _LONGEST for part in parts) else ()


_RESPECTIVELY = re.compile(
    r"^(?P<lefts>[^;:—]{5,120}?) (?P<verb>have|are|has|use|take|need|contain|mean) (?P<rights>[^;:—]{5,140}?),"
    r" respectively$"
)


def respectively(found: Statement, extract: Extract) -> Asked | None:
    """A, B, and C have one, two, and three D, respectively.  →  Match each with its number of D."""
    match = _RESPECTIVELY.match(text_of(found))
    if not match:
        return None
    lefts, rights = _members(match["lefts"]), _parts(match["rights"])
    if len(lefts) != len(rights) or len(lefts) < 3 or len(set(rights)) < len(rights) or _POINTS.search(match["lefts"]):
        return None
    first = lower_first(lefts[0], extract.lesson)
    head, _, tail = rights[-1].rpartition(" ")
    shared = tail if head and tail.endswith("s") and not any(" " in right for right in rights[:-1]) else ""
    pairs = tuple(
        (left, right)
        for left, right in zip(
            (first, *lefts[1:]), (*rights[:-1], head.removesuffix(" of") if shared else rights[-1]), strict=True
        )
    )
    stem = f"How many {shared} does each have?" if shared and match["verb"] == "have" else "What belongs together?"
    return Asked("respectively", Match(stem, pairs), "parts", 0.8)


def _parts(text: str) -> tuple[str, ...]:
    return tuple(
        re.sub(r"^(?:and|or) ", "", part).strip() for part in re.split(r",(?: and| or)? | (?:and|or) (?=[^,]*$)", text)
    )


_THERE_ARE = re.compile(
    r"^there (?:exist|are) (?:many |several |various |some )?(?P<what>(?:different )?(?:[a-z]+ ){0,2}(?:flavou?rs"
    r"|kinds|types|variants"
    r"|forms|sorts|ways|methods|families|strategies|styles) (?:of|to) [^,;:—]{3,50}?),? (?:such as|like|including|for"
    r" example) "
    r"(?P<members>[^;:—]{6,120})$",
    re.IGNORECASE,
)
_INCLUDE = re.compile(r"^(?P<what>[A-Z][a-z-]+(?: [a-z-]+){0,3}s) include (?P<members>[^;:—]{6,140})$")


def named_kinds(found: Statement, extract: Extract) -> Asked | None:
    """There are many kinds of X, such as A, B, and C. Xs include A, B, and C.  →  Name three (kinds of) Xs."""
    text = text_of(found)
    match = _THERE_ARE.match(text) or (_INCLUDE.match(text) if found.takeaway else None)
    members = _members(match["members"]) if match else ()
    if not match or not 3 <= len(members) <= 6 or _POINTS.search(match["what"]):
        return None
    what = re.sub(r"^different ", "", lower_first(match["what"], extract.lesson))
    stem = f"Name {_COUNT[len(members)]} {what}."
    return Asked("named-kinds", ListAll(stem, members, tuple(() for _ in members)), "parts", 0.75)


_PRIMARILY = re.compile(
    rf"^{_SUBJECT} (?P<has>has|have) (?:many|several|some|various|a number of) (?P<what>[a-z]+(?: [a-z]+){{0,2}}s), "
    r"(?:primarily|mainly|chiefly|above all|most notably|in particular) (?:that of )?(?P<chief>[^,;:—]{4,60})$"
)


def primarily(found: Statement, extract: Extract) -> Asked | None:
    """S has many side effects, primarily X.  →  Which of the side effects of S is the chief one?"""
    match = _PRIMARILY.match(text_of(found))
    if not match or not _named(match["subject"], extract):
        return None
    subject = _inside(match["subject"], extract)
    what = match["what"].removesuffix("s")
    return Asked(
        "primarily", Recall(f"What is the main {what} of {subject}?", stated(match["chief"])), "relation", 0.75
    )


_LED_BY = re.compile(
    r"^(?P<done>[A-Z][a-z]+) (?P<how>(?:on the basis of|by|in|for|at|from|after|as) [^,;:—]{3,70}),"
    r" (?P<subject>[A-Z][^,;:—]{2,50}?) "
    r"(?:also |often |is |was |has |can |will )*(?P<verb>[a-z]+)\b"
)
_ASKED_BY = {
    "by": "Who was {s} {d} by?",
    "for": "What was {s} {d} for?",
    "on the basis of": "What was {s} {d} on the basis of?",
}


def led_by(found: Statement, extract: Extract) -> Asked | None:
    """Built on the basis of X, S does Y.  →  What was S built on the basis of?"""
    match = _LED_BY.match(text_of(found))
    if not match or not is_participle(match["done"].lower()) or not _named(match["subject"], extract):
        return None
    prep = next((p for p in _ASKED_BY if match["how"].startswith(f"{p} ")), "")
    if not prep:
        return None
    subject = _inside(match["subject"], extract)
    stem = _ASKED_BY[prep].format(s=subject, d=match["done"].lower())
    return Asked("led-by", Recall(stem, stated(match["how"].removeprefix(prep).strip())), "relation", 0.75)
