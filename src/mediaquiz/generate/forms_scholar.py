"""Forms of what scholars write: who held a claim, whose idea it was, what a curve or a theory tells, how
two quantities move together."""

import re

from mediaquiz.generate.asked import PRONOUN, Asked, stated, subject_of, text_of
from mediaquiz.generate.english import knows_lower, lower_first, without_article
from mediaquiz.generate.forms_thing import is_term
from mediaquiz.generate.known import is_bare_unknown, opens_with_unknown
from mediaquiz.language.clauses import plural_subject, split
from mediaquiz.language.verbs import base_of, past_of
from mediaquiz.model.concept import Extract, Statement
from mediaquiz.model.item import Recall, Short

_POINTS = re.compile(
    r"\b(?:this|these|those|such|he|she|his|her|him|we|our|us|you|your|others?|another|both|also|too|former|latter"
    r"|above|below|following)\b",
    re.IGNORECASE,
)
_IT = re.compile(r"\b(?:it|its|they|them|their)\b", re.IGNORECASE)
_NAME = r"[A-Z][a-z][\w’'-]*"
_WHO = rf"(?P<who>{_NAME}(?: (?:{_NAME}|[A-Z]\.|de|van|von))*(?: and {_NAME}(?: {_NAME})*)?)"
_HELD = (
    r"points? out|pointed out|argue[sd]|believe[sd]|propose[sd]|conclude[sd]|suggest(?:s|ed)|theorized|hypothesized"
    r"|discovered|maintained|claim(?:s|ed)|showed|demonstrated|noted|observed|asserted|recognized|realized|predicted"
    r"|taught|postulated|speculated|stressed|warned|found"
)
CUES_HELD = (
    "point points pointed argued argues believed believes proposed proposes concluded concludes suggest suggests"
    " suggested theorized hypothesized discovered maintained claim claims claimed showed demonstrated noted observed"
    " asserted recognized realized predicted taught postulated speculated stressed warned found according thought"
    " developed introduced coined founded invented formulated devised originated"
)
_CLAIM = re.compile(
    rf"^{_WHO} (?:also |first |further |later |famously |once )?(?P<held>{_HELD}) that (?P<claim>[^;:]{{20,200}})$"
)
_ACCORDING = re.compile(rf"^According to {_WHO}, (?P<claim>[^;:—]{{30,200}})$")
_BELIEVED = re.compile(
    rf"^{_WHO} (?:also )?(?P<held>believed|thought) (?P<claim>(?:an?|the|all|every) [^;:—]{{30,200}})$"
)
_MADE = re.compile(
    rf"^{_WHO} (?:also |first |later )?(?P<held>proposed|developed|introduced|coined|founded|invented|formulated"
    r"|discovered|devised|originated) (?P<claim>(?:an?|the) (?!(?:first|same|new|following)\b)[^,;:—]{8,110})$"
)


def who_held(found: Statement, extract: Extract) -> Asked | None:
    """N argued that Y. N developed Y. According to N, Y.  →  Who argued that Y? Who developed Y?"""
    text = text_of(found)
    match = _CLAIM.match(text) or _ACCORDING.match(text) or _BELIEVED.match(text) or _MADE.match(text)
    if not match or not _is_name(match["who"], extract):
        return None
    claim = match["claim"]
    if _POINTS.search(claim) or PRONOUN.match(claim) or _IT.search(" ".join(claim.split()[:_NEAR])):
        return None
    if is_bare_unknown(claim, extract) or re.match(r"the \w+s\b", claim) or (_MADE.match(text) and _IT.search(claim)):
        return None
    if any(name in claim for name in match["who"].split(" ") if name[0].isupper()):
        return None
    held = match.groupdict().get("held") or "held"
    that = "" if _MADE.match(text) else "that "
    claim = claim if that == "" or not _ACCORDING.match(text) else lower_first(claim, extract.lesson)
    return Asked("who-held", Short(f"Who {held} {that}{claim}?", match["who"]), "relation", 0.8)


_NEAR = 4


def _is_name(who: str, extract: Extract) -> bool:
    """Whether every word of a supposed name is one: no word that the lesson writes small elsewhere."""
    words = [word for word in who.split(" ") if word[0].isupper()]
    return not any(knows_lower(word, extract.lesson) or re.search(r"(?:ists|ians|ers)$", word) for word in words)


_COMPARED = (
    "more less fewer greater higher lower larger smaller longer shorter closer stronger weaker faster slower older"
    " younger bigger easier harder further farther cheaper steeper thicker thinner wider narrower deeper denser heavier"
    " lighter stiffer warmer colder hotter cooler richer poorer brighter better worse sooner earlier later"
)
_MORE = rf"(?:{_COMPARED.replace(' ', '|')})"
CUES_MORE = f"^the {_COMPARED}"
_THE_MORE = re.compile(
    rf"^(?:[^;:—]{{4,120}}(?:: |—))?(?P<one>the (?:{_MORE}|[a-z]+er the) [^,;:—]{{4,90}}), "
    rf"(?P<other>the (?:{_MORE}|[a-z]+er the)\b[^,;:—]{{4,130}}(?:, and the {_MORE} [^,;:—]{{4,80}})?)(?:—.*)?$",
    re.IGNORECASE,
)
_TO_ANYBODY = re.compile(r"\byou(?:r)?\b", re.IGNORECASE)


def the_more(found: Statement, _: Extract) -> Asked | None:
    """The more X, the more Y.  →  Complete the rule: the more X, …"""
    match = _THE_MORE.match(text_of(found))
    if not match or _POINTS.search(_TO_ANYBODY.sub("", f"{match['one']} {match['other']}")) or _IT.search(match["one"]):
        return None
    one = match["one"][:1].lower() + match["one"][1:]
    return Asked("the-more", Recall(f"Complete the rule: {one}, …", stated(match["other"])), "effect", 0.75)


_ENACTED = re.compile(
    r"^(?P<subject>(?:The |A )?[A-Z][\w.’'-]+(?: (?:of|the|[A-Z][\w.’'-]+|Act|and))*) (?P<verb>mandated|required|banned"
    r"|prohibited|guaranteed|abolished|established|introduced|led to|caused|triggered|sparked|ended|granted|forbade"
    r"|outlawed|replaced|created|divided|united|weakened|strengthened|resulted in) (?P<what>[^;:—]{14,160})$"
)
CUES_ENACTED = (
    "mandated required banned prohibited guaranteed abolished established introduced led caused triggered sparked"
    " ended granted forbade outlawed replaced created divided united weakened strengthened resulted"
)
_BASES = {"led to": "lead to", "resulted in": "result in", "forbade": "forbid", "banned": "ban", "triggered": "trigger"}


def enacted(found: Statement, extract: Extract) -> Asked | None:
    """The Charter abolished X.  →  What did the Charter abolish?  Of one act or event, told once."""
    match = _ENACTED.match(text_of(found))
    if not match or not any(_is_name(word, extract) for word in match["subject"].split(" ") if word[0].isupper()):
        return None
    subject, verb = match["subject"], match["verb"]
    if subject.split(" ")[-1][0].islower() or _POINTS.search(match["what"]) or PRONOUN.match(match["what"]):
        return None
    if _IT.search(match["what"]) or len(re.findall(rf"{re.escape(subject)} {verb}\b", extract.lesson.text)) > 1:
        return None
    base = _BASES.get(verb) or past_of(verb)
    if not base or base == verb:
        return None
    stem = f"What did {lower_first(subject, extract.lesson)} {base}?"
    return Asked("enacted", Recall(stem, stated(match["what"])), "effect", 0.75)


TELLING = frozenset(
    "show measure reflect represent describe capture illustrate predict assume state emphasize indicate suggest"
    " hold express involve".split()
)
_LEAST = 4


def thing_tells(found: Statement, extract: Extract) -> Asked | None:
    """A supply curve shows how Y.  →  What does a supply curve show?  Where the lesson tells only one thing so."""
    clause = split(text_of(found))
    if not clause or clause.base not in TELLING or clause.helper == "did" or not is_term(clause.subject, extract):
        return None
    rest = re.sub(r", assuming\b.*$", "", clause.rest)
    if len(rest.split()) < _LEAST or re.search(r"[;:—]", rest) or _POINTS.search(f"{clause.subject} {rest}"):
        return None
    if (
        clause.subject.lower().startswith("the ")
        or _IT.match(rest)
        or ", and " in rest
        or re.search(r"\bmore than\b", rest)
        or len(re.findall(rf"{re.escape(clause.subject)} {clause.verb}\b", extract.lesson.text)) > 1
    ):
        return None
    stem = f"What {clause.helper} {subject_of(clause, extract)} {clause.base}?"
    return Asked("thing-tells", Recall(stem, stated(rest)), "relation", 0.75)


_REFERS = re.compile(r"^(?P<term>[^,;:—]{3,50}?)(?: \([^()]*\))? (?P<refer>refers?) to (?P<text>[^;:—]{20,190})$")


def refers_to(found: Statement, extract: Extract) -> Asked | None:
    """T refers to Y.  →  What does T refer to?"""
    match = _REFERS.match(text_of(found))
    if not match or PRONOUN.match(match["term"]) or _POINTS.search(match["term"]) or _POINTS.search(match["text"]):
        return None
    term = match["term"]
    if re.match(r"the\b", term, re.IGNORECASE) or any(base_of(word) for word in term.split(" ")[1:]):
        return None
    if plural_subject(term) == match["refer"].endswith("s"):
        return None
    helper = "does" if match["refer"].endswith("s") else "do"
    stem = f"What {helper} {lower_first(term, extract.lesson)} refer to?"
    return Asked("refers-to", Recall(stem, stated(match["text"])), "definition", 0.8, without_article(term))


_IDEA = re.compile(
    r"^(?P<whose>(?:The )?[A-Z][\w’'-]*?(?: [\w’'-]+){0,3}?(?:[’']s|s[’'])) (?P<idea>(?:(?:main|key|central|basic"
    r"|primary|original|new|great) )?(?:idea|goal|aim|purpose|task|insight|view|theory|hypothesis|proposal|solution"
    r"|answer|conclusion|claim|argument|discovery)) (?P<be>is|was) (?P<what>(?:to|that) [^;:—]{12,180})$"
)
CUES_IDEA = (
    "idea goal aim purpose task insight view theory hypothesis proposal solution answer conclusion claim argument"
    " discovery"
)


def whose_idea(found: Statement, extract: Extract) -> Asked | None:
    """N's idea was to do X.  →  What was N's idea?"""
    match = _IDEA.match(re.sub(r"—[^—]*—", " ", text_of(found)))
    if not match or PRONOUN.match(match["whose"]) or opens_with_unknown(match["whose"], extract):
        return None
    if _POINTS.search(match["whose"]) or _IT.search(match["whose"]) or PRONOUN.match(match["what"].partition(" ")[2]):
        return None
    stem = f"What {match['be']} {lower_first(match['whose'], extract.lesson)} {match['idea']}?"
    return Asked("whose-idea", Recall(stem, stated(match["what"])), "relation", 0.8)
