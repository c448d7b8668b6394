"""Forms of sentences that set two things against each other, or a state above an earlier one."""

import re

from mediaquiz.generate.asked import PRONOUN, Asked, both_of, in_topic, is_definite, stated, subject_of, text_of
from mediaquiz.generate.english import (
    defined_phrase,
    full_stop,
    lower_first,
    third_person,
    upper_first,
    without_article,
)
from mediaquiz.generate.plain import says_which
from mediaquiz.language.clauses import Clause, plural_subject, split
from mediaquiz.language.common import COMMON
from mediaquiz.language.verbs import is_gerund
from mediaquiz.model.concept import Extract, Statement
from mediaquiz.model.item import Recall, Short
from mediaquiz.text import cut_opening, squash


def comparative(found: Statement, extract: Extract) -> Asked | None:
    """A is cheaper than B.  →  Which is cheaper: …?  The two sides stand in the order of the alphabet."""
    if " than " not in text_of(found):
        return None
    match = re.match(
        r"^(?P<one>[^,;:—]{4,80}?) (?P<be>is|are) "
        r"(?P<more>(?:(?:usually|often|far|much|slightly|generally|typically|significantly|somewhat|considerably"
        r"|even) )?"
        r"(?:(?:more|less) [\w-]+(?: to [a-z]+| (?:in|for|at) (?:[\w-]+ ){0,3}[\w-]+?)?|\w+er)) than "
        r"(?P<other>[^,;:—]{4,80}?)"
        r"(?P<tail> (?:in|for|at|on|during|under|within) (?!the (?:case|sense)\b)[^,;:—]{4,60})?$",
        text_of(found),
    )
    if match and re.search(r"\b(?:it|them|they|this|these|those)\b", f"{match['one']} {match['other']}"):
        return None
    sure = match and (found.takeaway or _are_of_the_lesson(match["one"], match["other"], extract))
    if not match or not sure or PRONOUN.match(match["one"]) or match["more"] in {"other", "rather"}:
        return None
    doing = is_gerund(match["one"].split(" ")[0].lower()), is_gerund(match["other"].split(" ")[0])
    if doing[0] != doing[1] or (match["tail"] and match["other"].startswith("the ")):
        return None  # a doing and a number; "the chance of frost in a valley" is one thing
    one, other = lower_first(match["one"], extract.lesson), match["other"]
    first, second = sorted((one, other), key=squash)
    stem = f"Which {match['be']} {match['more']}{match['tail'] or ''}: {first}, or {second}?"
    return Asked("comparative", Short(stem, one), "comparison", trust=0.8)


_MORE_THAN = re.compile(
    r"^(?P<one>[^;:—]{6,100}? (?:more|less|fewer|better|worse|longer|shorter|faster|slower|further|earlier|higher|lower"
    r"|greater|larger|smaller)(?: [\w-]+){0,3}?) than (?P<other>[^,;:—]{4,60})$"
)


def more_than(found: Statement, extract: Extract) -> Asked | None:
    """S keeps X longer than T.  →  Which keeps X longer: S, or T?  For takeaways, and terms of the lesson."""
    match = _MORE_THAN.match(text_of(found))
    clause = split(match["one"]) if match else None
    if not match or not clause or not clause.base or clause.helper == "did" or PRONOUN.match(clause.subject):
        return None
    if not (found.takeaway or _are_of_the_lesson(clause.subject, match["other"], extract)):
        return None
    if re.search(r"\b(?:that|which|who|whose)\b", clause.rest):
        return None  # what a clause inside compares
    if " and " in clause.rest or re.search(r"\b(?:it|its|them|their|that|those|ever|before)\b", match["other"]):
        return None
    one = subject_of(clause, extract)
    if is_gerund(one.split(" ")[0].lower()) != is_gerund(match["other"].split(" ")[0]):
        return None  # "faster than a fixed rate" compares rates, not the doing
    sides = sorted((one, match["other"]), key=squash)
    verb = clause.base if clause.helper == "do" else third_person(clause.base)
    stem = f"Which {verb} {clause.rest}: {sides[0]}, or {sides[1]}?"
    return Asked("more-than", Short(stem, one), "comparison", 0.75)


_NO_STANDARD = re.compile(
    r"(?:expected|usual|ever|before|others?|average|normal|any|all|most|one|two|three|just|simply|merely|previous\w*"
    r"|necessary|needed|\d|it|they|that|those|this|these|you|we|if|when|in|on|at|for|by|with|to|from)\b",
    re.IGNORECASE,
)
"""What a thing is compared with that is no thing like it."""


def _are_of_the_lesson(one: str, other: str, extract: Extract) -> bool:
    """Whether two sides are things that the lesson speaks of: its terms, or names of several words, both plural."""
    if _NO_STANDARD.match(other) or not says_which(one, extract) or not says_which(other, extract):
        return False
    if _is_term(one, extract) and _is_term(other, extract):
        return True
    alike = plural_subject(one) == plural_subject(other) and is_gerund(one.split(" ")[0].lower()) == is_gerund(
        other.split(" ")[0].lower()
    )
    named = " " in without_article(one) and " " in without_article(other)
    return alike and named and not _VERB_INSIDE.search(f"{one} {other}")


_VERB_INSIDE = re.compile(r"\b(?:that|which|who|is|are|was|were|has|have|had|can|will|to|do|does|did)\b")
_NO_SIDE = re.compile(
    r"^(?:some|others?|instead|many|most|one|who\w*|what\w*|whether|where|how|why"
    r"|the (?:former|latter|first|second|other|rest))\b",
    re.IGNORECASE,
)
_SIDES = (", while", ", whereas", ", but", ";")
_TWO_SIDES = re.compile(r"^(?P<one>[^;:—]{8,120}?)(?:, (?:while|whereas|but)|;) (?P<other>[^;—]{8,120})$")


def _is_term(subject: str, extract: Extract) -> bool:
    """Whether a subject names a term that the lesson defines or sets off."""
    return any(squash(c.term) in squash(subject) for c in extract.concepts if c.kind == "term")


_ALTHOUGH = re.compile(
    r"^(?P<join>although|while|whereas) (?P<one>[^,;:—]{8,120}), (?P<other>[^;:—]{8,130})$", re.IGNORECASE
)
_DIFFERENCE = re.compile(
    r"(?:the|one|another|an?) (?:[a-z]+ )?(?:distinction|difference)(?: [^,;:—]{3,50}?)? is that ", re.IGNORECASE
)
"""What opens a contrast, and says nothing of it."""
_SIDE_BY_SIDE = re.compile(r"^(?P<one>[^,;:—]{8,60}), (?P<other>[^,;:—]{8,60})$")
_HOW_OFTEN = re.compile(r" (?:usually|often|always|mostly|typically|normally|generally) ")
_ARE_DIFFERENT = re.compile(
    r"^(?P<both>[^,;:—]{3,40} and [^,;:—]{3,40}) (?:are|is) (?:different|not the same)(?: things?| matters?)?(?::|;|—) "
    r"(?P<how>[^;—]{10,160})$",
    re.IGNORECASE,
)


def _head(subject: str) -> str:
    return re.split(r" (?:of|in|with|for|from|on|at) ", subject)[0].split(" ")[-1].lower()


_IS_PLAIN = re.compile(
    r"^(?!(?:the|this|that|these|those|his|her|its|our|your|my|their)\b)[\w’'-]+(?: [\w’'-]+){0,4}$", re.I
)
"""A subject that speaks of all of its kind: "a knit stitch", "chlorine"."""


def differ(found: Statement, extract: Extract) -> Asked | None:
    """A does X, while B does Y.  →  How do A and B differ?"""
    text = upper_first(cut_opening(_DIFFERENCE, text_of(found)))
    if (" different" in text or " not the same" in text) and (told := _ARE_DIFFERENT.match(text)):
        both = lower_first(told["both"], extract.lesson)
        if re.match(r"^[A-Z][a-z]+ and [a-z]+$", both):
            both = both[:1].lower() + both[1:]  # the second shows that they are no names
        return Asked("differ", Recall(f"How do {both} differ?", stated(told["how"])), "comparison")
    two = any(map(text.__contains__, _SIDES)) and _TWO_SIDES.match(text)
    match = two or _ALTHOUGH.match(text) or (_SIDE_BY_SIDE.match(text) if found.takeaway else None)
    if not match:
        return None
    one, other = (split(_HOW_OFTEN.sub(" ", match[side])) for side in ("one", "other"))
    if not one or not other or PRONOUN.match(one.subject) or PRONOUN.match(other.subject):
        return None
    if any(_NO_SIDE.match(side.subject) for side in (one, other)):
        return None
    although = _ALTHOUGH.match(text)
    whereas = re.search(r"^Whereas |, whereas ", text) is not None
    explicit = although is not None or re.search(r", (?:while|whereas) ", text) is not None
    if although and not whereas and _head(one.subject) != _head(other.subject):
        return None  # "although" sets a fact against what one expects of it
    if not explicit and (one.base or one.verb) != (other.base or other.verb):
        return None
    if squash(one.subject) == squash(other.subject) or f" between {squash(one.subject)} " in squash(other.subject):
        return None
    plain = explicit and all(_IS_PLAIN.match(side.subject) for side in (one, other))
    if not found.takeaway and not plain and not all(_is_term(side.subject, extract) for side in (one, other)):
        return None
    if re.search(r"sel(?:f|ves)\b", one.rest) and re.search(r"\b(?:it|them)\b", other.rest):
        return None  # the second side speaks of the first
    first = subject_of(one, extract)
    if although or whereas or _share_frame(one, other):
        stem = f"How do {first} and {other.subject} differ?"
        return Asked("differ", Recall(stem, f"{text}."), "comparison", fact=both_of(first, other.subject))
    return _which_side(one, first, other.subject)


_ASKED_FOR = re.compile(r"(?:what|where|which|when|how|why|who|whether)\b")
_LETTERS = re.compile(r"[a-z]{4,}")


def _share_frame(one: Clause, other: Clause) -> bool:
    """Whether two predicates answer one question: one verb, a word in common, or "it" for the other's object."""
    if one.base == other.base and (one.base or (one.verb in _BE and other.verb in _BE)):
        return True
    if other.rest in {"it", "them"} or (_ASKED_FOR.match(one.rest) and _ASKED_FOR.match(other.rest)):
        return True
    first, second = (set(_LETTERS.findall(side.rest.lower())) - COMMON for side in (one, other))
    return bool(first & second)


_BE = frozenset("is are was were".split())


def _which_side(clause: Clause, one: str, other: str) -> Asked | None:
    """Two sides that have nothing in common differ in many ways; which of them does the first thing has one answer."""
    if re.search(r"\b(?:it|its|them|their|they)\b", clause.rest) or squash(without_article(other)) in squash(
        clause.rest
    ):
        return None
    sides = sorted((one, other), key=squash)
    verb = third_person(clause.base) if clause.helper == "does" else clause.verb
    stem = f"Which {verb} {clause.rest}: {sides[0]}, or {sides[1]}?"
    return Asked("which-side", Short(stem, one), "comparison", 0.75, fact=both_of(one, other))


def instead(found: Statement, extract: Extract) -> Asked | None:
    """S does X instead of doing Y. Instead of doing Y, S does X.  →  What does S do instead of doing Y?"""
    match = re.match(
        r"^(?P<what>[^;:—,]{8,140}?),? (?P<not>(?:instead of|rather than) \w+ing\b[^;:—]{3,100})$", text_of(found)
    ) or re.match(
        r"^(?P<not>(?:instead of|rather than) \w+ing\b[^,;:—]{3,100}), "
        r"(?P<what>[^;:—,]{8,140})$",
        text_of(found),
        re.IGNORECASE,
    )
    clause = split(match["what"]) if match else None
    if not match or not clause or not clause.base or PRONOUN.match(clause.subject):
        return None
    if re.search(r"\bones?\b", match["not"]) or (clause.helper == "did" and match.start("not") == 0):
        return None  # "a stored one": the noun it stands for is in the answer
    it = "they" if clause.helper == "do" else "it"
    stem = f"What {clause.helper} {subject_of(clause, extract)} do {match['not'][:1].lower()}{match['not'][1:]}?"
    return Asked("instead", Recall(stem, full_stop(f"{upper_first(it)} {clause.verb} {clause.rest}")), "contrast")


_ADVICE = re.compile(
    r"^(?P<do>(?:track|follow|use|choose|prefer|think of|start with|build|write|treat|test|judge|measure|fix|ask for"
    r"|look at|watch|read|keep|learn|describe|change|name|pick|buy|plant|cut|add|save"
    r"|check))\s+(?P<right>[^;:—]{3,80}?),?"
    r"\s+(?:not|rather than|instead of|before)\s+(?P<wrong>[^;:—]{3,80})$",
    re.IGNORECASE,
)


def advice(found: Statement, extract: Extract) -> Asked | None:
    """Track X, not Y.  →  What should you track instead of Y?"""
    match = _ADVICE.match(text_of(found))
    if not match or not found.takeaway or " before " in found.text or "NOT" in found.text:
        return None
    stem = f"What should you {match['do'].lower()} instead of {match['wrong']}?"
    return Asked("advice", Recall(stem, stated(match["right"])), "advice")


def choose_by(found: Statement, extract: Extract) -> Asked | None:
    """Choose X by Y.  →  By what should you choose X?"""
    match = re.match(
        r"^(?P<do>choose|judge|measure|rate|sort|order|pick|select|name|group) (?P<what>[^,;:—]{3,60}?) by "
        r"(?P<by>(?!\w+ing\b)[^,;:—]{4,80})$",
        text_of(found),
        re.IGNORECASE,
    )
    if not match or not found.takeaway:
        return None
    stem = f"By what should you {match['do'].lower()} {match['what']}?"
    return Asked("choose-by", Recall(stem, stated(match["by"])), "advice")


def shift(found: Statement, extract: Extract) -> Asked | None:
    """The goal: shift from A to B.  →  The goal is to shift away from A. Toward what?"""
    match = re.match(
        r"^(?P<head>the (?:goal|aim|point|trick|key|task)|[^:—]{4,60}?)(?: is(?: to)?|:)\s*(?:a |to )?"
        r"(?P<verb>shift|move|change|go) from (?P<one>“[^”]+”|[^“”]{4,80}?) to (?P<other>“[^”]+”|[^“”]{4,80})$",
        text_of(found),
        re.IGNORECASE,
    )
    if not match:
        return None
    where = in_topic(extract, match["head"])
    verb = "move" if match["verb"] == "go" else match["verb"]
    stem = f"{upper_first(match['head'])}{where} is to {verb} away from {match['one']}. Toward what?"
    return Asked("shift", Recall(stem, stated(match["other"])), "contrast")


def none_alone(found: Statement, extract: Extract) -> Asked | None:
    """No single X does Y — it's Z.  →  If no single X does Y, what does?"""
    match = re.match(
        r"^(?P<no>no (?:single |one )?[^,;:—]{3,90}?)\s*(?:—|–|;|:)\s*it(?:’s|'s| is) (?:always |usually )?"
        r"(?P<what>[^;:—]{3,80})$",
        text_of(found),
        re.IGNORECASE,
    )
    clause = split(match["no"]) if match else None
    if not match or not clause or clause.helper != "does":
        return None
    stem = f"If {match['no'][:1].lower()}{match['no'][1:]}, what does?"
    return Asked("none-alone", Recall(stem, stated(match["what"])), "contrast")


_WAY = r"from (?!\d)[^,;:—]{2,60}? to (?!\d)[^,;:—]{2,60}?"
_WHEN = r"(?: (?:around|in|by) (?:the )?\d{4}s?)?"
_SHIFT = re.compile(
    r"^(?P<subject>[^,;:—]{4,50}?) (?P<verb>moved|shifted|changed|turned|switched|went) "
    rf"(?P<way>{_WAY}{_WHEN}(?:,? (?:and|then|and then) {_WAY}{_WHEN})?)$"
)
_PLACES = re.compile(r"\b(?:from|to) (?:the )?[A-Z]")
"""Who moves from Rome to Paris has not changed."""


def shifted(found: Statement, extract: Extract) -> Asked | None:
    """Acting moved from large gestures to small ones.  →  How did acting change?"""
    match = _SHIFT.match(text_of(found))
    if not match or PRONOUN.match(match["subject"]) or is_definite(match["subject"]) or _PLACES.search(match["way"]):
        return None
    subject = defined_phrase(match["subject"], match["subject"], extract.lesson)
    way = stated(re.sub(_WHEN, "", match["way"]))
    if match["verb"] == "went":
        return Asked("shifted", Recall(f"From what to what did {subject} go?", way), "contrast")
    return Asked("shifted", Recall(f"How did {subject} change{in_topic(extract, subject)}?", way), "contrast")


_THE_DIFFERENCE = re.compile(
    r"^(?:the|there is (?:one|an?)) (?P<which>(?:main|key|only|important|big|major|essential|crucial) )?difference "
    r"(?P<of>between (?P<one>[^,;:—]{1,50}?) and (?P<other>[^,;:—]{1,50}?))"
    r"(?: is (?P<what>(?:that|in|how|whether|where|when) [^;:—]{10,170})|: (?P<told>[^;:—]{10,170}))$",
    re.IGNORECASE,
)


def difference(found: Statement, extract: Extract) -> Asked | None:
    """The difference between A and B is that Z.  →  What is the difference between A and B?"""
    match = _THE_DIFFERENCE.match(text_of(found))
    if not match or re.search(r"\b(?:these|this|those|both|two|them)\b", match["of"]):
        return None
    stem = f"What is the {match['which'] or ''}difference {match['of']}?"
    what = match["told"] or match["what"].removeprefix("that ")
    return Asked(
        "difference", Recall(stem, stated(what)), "comparison", 0.9, fact=both_of(match["one"], match["other"])
    )
