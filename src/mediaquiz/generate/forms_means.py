"""Forms of sentences that tell by what means something is done, and what it takes."""

import re
from dataclasses import replace

from mediaquiz.generate.asked import PRONOUN, Asked, stated, subject_of, text_of
from mediaquiz.generate.attached import OTHER_CLAUSE, has_second_deed, is_attached_elsewhere
from mediaquiz.generate.clausal import first_clause
from mediaquiz.generate.english import lower_first, upper_first, without_article
from mediaquiz.generate.known import opens_with_unknown
from mediaquiz.language.clauses import Clause, split_bare
from mediaquiz.language.verbs import VERBS, is_gerund, is_infinitive, is_participle
from mediaquiz.model.concept import Extract, Statement
from mediaquiz.model.item import Recall
from mediaquiz.text import squash

_BY = re.compile(
    r"^(?P<what>[^;:—]{8,120}?),? "
    r"(?P<by>(?:by \w+ing|using)\b[^;:—]{4,140}|(?:through|by means of|with the help of|via) (?!which\b|whom\b)"
    r"(?:[^,;:—]{6,120}|[^,;:—]{3,40}(?:, [^,;:—]{3,40}){1,4},? and [^,;:—]{3,40}))$"
)
_BY_IN_FRONT = re.compile(r"^(?P<by>by [a-z]+ing [^,;:—]{6,110}), (?P<what>[^;:—]{10,150})$", re.IGNORECASE)
_POINTS = re.compile(r"\b(?:this|these|those|it|them|he|she|his|her|such)\b", re.IGNORECASE)


def by_means(found: Statement, extract: Extract) -> Asked | None:
    """S does (can do) X by doing Y. By doing Y, S does X.  →  How does (can) S do X?"""
    text = text_of(found)
    if front := _BY_IN_FRONT.match(text):
        what = first_clause(front["what"]).replace(" also ", " ", 1)
        if _POINTS.search(front["by"]) or opens_with_unknown(what, extract):
            return None
        text = f"{upper_first(what)} {lower_first(front['by'], extract.lesson)}"
    match = _BY.match(text)
    clause = split_bare(match["what"]) if match else None
    if clause and f" to {clause.subject.lower()}" in found.place.quote.lower():
        return None  # "to fit a box, which is done by …"
    if (
        not match
        or not clause
        or PRONOUN.match(clause.subject)
        or clause.helper in {"has", "have", "had", "was", "were", "could", "might", "will"}
    ):
        return None
    if (
        clause.helper == "cannot"
        or ((clause.base or clause.rest) in _MOVES and not (clause.base and clause.rest))
        or OTHER_CLAUSE.search(clause.rest)
    ):
        return None  # how the clause behind "that" is done, perhaps
    if (match["by"].startswith("using ") and not _is_done_with(clause)) or _OPEN_END.search(match["what"]):
        return None
    if ", and " in match["what"] or ", but " in match["what"] or _SOME.match(clause.subject):
        return None
    elsewhere = has_second_deed(clause) if front else is_attached_elsewhere(clause, match["by"])
    if elsewhere or _SAYS_LITTLE.match(match["by"]):
        return None
    if clause.helper in {"is", "are", "may", "can"} and _BY_SOMEBODY.match(match["by"]):
        return None
    if not match["by"].startswith(("by ", "using ")) and _FINITE.match(match["by"]):
        return None  # "how it is told through letters can change": the verb of the sentence
    if (
        re.search(r"(?:^|\b)(?:partly|and|but|or|either|start|begin|help)$", clause.rest)
        or clause.rest.startswith("and ")
        or _A_TIME.match(match["by"])
    ):
        return None
    clause = replace(clause, rest=re.sub(r" (?:mostly|mainly|primarily|largely|chiefly)$", "", clause.rest))
    clause = replace(clause, rest=re.sub(r",? (?:both|either)$", "", clause.rest))
    words = clause.rest.split(" ")
    if (
        clause.base in _AT_LARGE
        and not clause.rest
        and not (match["by"].startswith("by ") and _is_term(clause, extract))
    ):
        return None  # "How does a lock work?" asks for more than one sentence says
    if clause.base == "have" or words[-1] in {"everything", "things", "something", "this", "that", "it"}:
        return None
    if clause.helper in {"is", "are"} and (not is_participle(words[0]) or "and" in words):
        return None
    verb = f"{clause.base} " if clause.base else ""
    adverb = f"{clause.adverb} " if clause.adverb else ""
    helper = "can" if clause.helper == "may" else clause.helper
    stem = f"How {helper} {subject_of(clause, extract)} {adverb}{verb}{clause.rest}".rstrip()
    return Asked("by-means", Recall(f"{stem}?", stated(re.sub(r", which .*$", "", match["by"]))), "means", 0.8)


_BY_SOMEBODY = re.compile(r"by [a-z]+ing [a-z]+s (?:who|that)\b")
"""``by demanding leaders who …``: they do it."""
_SOME = re.compile(r"(?:some|many|most|several|other) ", re.IGNORECASE)
_SAYS_LITTLE = re.compile(
    r"(?:using|through|via|with the help of|by means of) [a-z’-]+(?: (?:alone|only))?$"
    r"|.*, or(?:,| (?:be|is|are|in)\b)"
)
"""One plain word ("using tools"), or another way beside the first."""
_FINITE = re.compile(r"^(?!.*\b(?:that|which|who|where|how)\b).*\b(?:can|could|will|would|may|might|must|is|are)\b")
_OPEN_END = re.compile(r"\b(?:of|in|to|for|with|on|at|than|as|without|from|into)$")
"""Ends of a clause to which the doing behind it belongs: "shows the potential of using …"."""


def _is_term(clause: Clause, extract: Extract) -> bool:
    """Whether a subject is a term of the lesson: how that works, the lesson tells where it says so."""
    name = squash(without_article(clause.subject)).removesuffix("s")
    if clause.subject.isupper():
        return extract.lesson.text.count(clause.subject) > _ONCE  # a short form that the lesson uses
    return any(name == squash(other).removesuffix("s") for c in extract.concepts for other in (c.term, *c.aliases))


_ONCE = 2
_AT_LARGE = frozenset("work operate function run act behave start begin end finish continue proceed".split())
_HOLDS = frozenset("include involve contain use have need require mean show".split())
_TWO_DEEDS = re.compile(r",|\b(?:and|or|then|so|any|all|\w+ing|\w+ed \w+ed|built|made)\b")


def _is_done_with(clause: Clause) -> bool:
    """Whether a deed says enough to be asked for its means: one verb and what it is done to."""
    if clause.base in _HOLDS or _TWO_DEEDS.search(clause.rest) or re.match(r"(?:any|all)\b", clause.subject, re.I):
        return False
    passive = clause.helper in {"is", "are"} and not clause.base
    return passive or len(clause.rest.split()) >= (1 if clause.base else 2)


_A_TIME = re.compile(
    r"through (?:(?:the|an?|all|most|much|early|late|our|their|\w+ years of) )*(?:\w*hood|puberty"
    r"|adolescence|adulthood|life"
    r"|years?|days?|nights?|weeks?|months?|centur(?:y|ies)|decades?|ages?|winter|summer|spring|autumn|morning"
    r"|evening)\b",
    re.IGNORECASE,
)
_MOVES = frozenset(
    "react respond answer go pass slip come move flow travel run fall look walk ride enter leave break extend".split()
)
_LEANS_ON = re.compile(
    r"\b(?:it|them|they|its|their|this|these|those|such|here|there|another|others?|also|instead|again|something|that"
    r" (?=\w+$))\b",
    re.IGNORECASE,
)
_LEANS = re.compile(r"\b(?:this|these|those|such|here|there|another|others?|also|again)\b", re.IGNORECASE)
_OFTEN = r"(?P<how>(?:also |often |easily |usually |sometimes )?)"
_CAN_BY = re.compile(
    rf"^(?P<who>[^,;:—]{{2,40}}?) can {_OFTEN}(?P<do>(?P<verb>[a-z]+) [^,;:—]{{6,90}}?),? "
    r"(?P<means>(?:by|through) (?P<doing>[a-z]+ing) [^;:—]{4,150}|using [^;:—]{4,120})$",
    re.IGNORECASE,
)
_BY_CAN = re.compile(
    rf"^(?P<means>(?:by |using )(?P<doing>[a-z]+)? ?[^,;:—]{{6,110}}), (?P<who>[^,;:—]{{2,40}}?) (?P<can>can|is able"
    rf" to|are able to) "
    rf"{_OFTEN}(?P<do>(?P<verb>[a-z]+) [^;:—]{{8,110}})$",
    re.IGNORECASE,
)
_RATHER = re.compile(
    r",? (?:rather than|instead of|such as|like|for example|for instance)\b.*$|, (?:and|so|which|but|as|allowing"
    r"|making|meaning)\b.*$"
)


def means_of(found: Statement, extract: Extract) -> Asked | None:
    """S can do A by doing B. By doing B, S can do A.  →  How can S do A?"""
    text = text_of(found)
    match = _CAN_BY.match(text) or _BY_CAN.match(text)
    if not match or not _is_deed(match["verb"]) or not _is_known(match["who"], extract):
        return None
    do = _RATHER.sub("", match["do"])
    if "," in do or _TWO_MEANS.search(match["means"]) or _MANY.search(do):
        return None
    if _LEANS_ON.search(do) or _LEANS.search(match["means"].split(",")[0]) or len(do.split()) < _LEAST:
        return None
    if re.search(r"\b(?:using|by \w+ing)\b", do) or (
        match["doing"] and match["means"].startswith("by") and not is_gerund(match["doing"])
    ):
        return None
    who = lower_first(match["who"], extract.lesson)
    means = re.sub(r"^using", "by using", match["means"], flags=re.IGNORECASE)
    return Asked("means-of", Recall(f"How can {who} {do}?", stated(means)), "means", 0.75)


_LEAST = 3
_TWO_MEANS = re.compile(r"\b(?:or|and) [^,]*\b(?:by|using|with) |\band to\b")
_MANY = re.compile(r"\b(?:different|various|many|several|multiple)\b")


def _is_deed(verb: str) -> bool:
    return verb in VERBS and is_infinitive(verb)


def _is_known(who: str, extract: Extract) -> bool:
    """Whether a doer is named."""
    return not (
        PRONOUN.match(who) or opens_with_unknown(who, extract) or re.search(r"\b(?:your|that|which|not)\b", who)
    )


_NEEDED = re.compile(
    r"^(?:in order )?to (?P<do>(?P<verb>[a-z]+) [^,;:—]{8,90}?),? (?:you|one) (?:do |first )?(?:need|have to have"
    r"|must have) "
    r"(?P<what>(?!to\b|not\b|more\b|only\b|two more\b)[a-z]+ [^;:—]{6,150})$",
    re.IGNORECASE,
)


def needed(found: Statement, extract: Extract) -> Asked | None:
    """To do A, you need an X.  →  What do you need to do A?"""
    match = _NEEDED.match(text_of(found))
    if (
        not match
        or not _is_deed(match["verb"])
        or _LEANS_ON.search(match["do"])
        or _LEANS_ON.search(match["what"].split(",")[0])
    ):
        return None
    if opens_with_unknown(match["what"], extract):
        return None
    return Asked("needed", Recall(f"What do you need to {match['do']}?", stated(match["what"])), "means", 0.7)


_OF_THE_PAGE = re.compile(
    r"\b(?:it|them|they|its|their|this|these|those|such|here|now|again|above|below|following|previous|something"
    r"|everything|so|my|one|ones)\b|\bthat(?= (?:\w+)?$)|\b(?:your|the) (?:example|output|result|data)\b",
    re.IGNORECASE,
)
_PRESS = re.compile(
    r"^(?:in order )?to (?P<why>(?P<verb>[a-z]+) [^,;:—]{6,90}), (?:you (?:can |must |need to )?)?(?:just )?"
    r"(?P<press>press|hit|click|type|enter) (?P<what>[^;:—]{1,90})$",
    re.IGNORECASE,
)


def press(found: Statement, extract: Extract) -> Asked | None:
    """To do X, press Y.  →  What do you press to do X?"""
    match = _PRESS.match(text_of(found))
    if (
        not match
        or match["verb"] not in VERBS
        or _OF_THE_PAGE.search(match["why"])
        or _OF_THE_PAGE.search(match["what"])
    ):
        return None
    if " and type " in match["what"]:
        return None
    stem = f"What do you {match['press'].lower()} to {match['why']}?"
    return Asked("press", Recall(stem, stated(match["what"])), "means", 0.7)
