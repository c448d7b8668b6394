"""What any clause is asked behind its verb: what it holds, seeks, or sees as what; and what a description describes."""

import re
from collections.abc import Callable

from mediaquiz.generate.asked import Asked
from mediaquiz.generate.clausal import first_clause, recall, stem_of, subject_in
from mediaquiz.generate.forms_predicate import members_of
from mediaquiz.language.clauses import Clause
from mediaquiz.language.verbs import VERBS
from mediaquiz.model.concept import Extract
from mediaquiz.model.item import ListAll

_Form = Callable[[Clause, Extract], Asked | None]


_THAT = re.compile(r"^(?P<lead>that )(?P<claim>[^;:—]{16,190})$")
_NAME = re.compile(r"[A-Z][\w’-]+(?: [A-Z][\w’-]*\.?)*")
"""Somebody, who said many things."""
_SAYING = frozenset(
    "contend hold argue suggest believe claim maintain state assert insist predict warn conclude propose stress"
    " emphasize teach think assume imply require mean declare demand recommend advise reveal"
    " ensure guarantee prove indicate specify provide posit dictate stipulate".split()
)
_PEOPLE = re.compile(
    r"\b(?:members|supporters|critics|opponents|advocates|proponents|people|scholars|thinkers|leaders|officials"
    r"|minister|president|council|professors?|[a-z]+(?:ists|ians))\b",
    re.IGNORECASE,
)
"""Many, who hold many things."""


def holds_that(clause: Clause, extract: Extract) -> Asked | None:
    """S requires that Y.  →  What does S require?"""
    if (
        _NAME.fullmatch(clause.subject)
        or _PEOPLE.search(clause.subject)
        or clause.base not in _SAYING
        or not _THAT.match(clause.rest)
        or re.match(r"that (?:it|they)\b", clause.rest)
    ):
        return None
    return recall("holds-that", stem_of("What", clause, extract), clause.rest, clause)


_AS = re.compile(
    r"^(?P<what>[^,;:—]{3,60}?) as (?P<how>(?!well|if|though|long|much|many|soon|possible|part)[^;:—]{8,150})$"
)
_IT = re.compile(r"\b(?:it|its|they|them|their)\b", re.IGNORECASE)
_SEEING = frozenset(
    "define see view describe regard treat characterize characterise classify categorize label conceive depict"
    " portray interpret understand envision frame present recognize think".split()
)


def sees_as(clause: Clause, extract: Extract) -> Asked | None:
    """S defines X as Y.  →  How does S define X?"""
    if clause.base == "refer" and clause.rest.startswith("to "):
        match = _AS.match(clause.rest)
    else:
        match = _AS.match(clause.rest) if clause.base in _SEEING else None
    if not match or _IT.match(match["what"]) or " as " in match["what"]:
        return None
    return recall("sees-as", stem_of("How", clause, extract, match["what"]), f"as {match['how']}", clause, trust=0.65)


_SEEK = re.compile(r"^to (?P<do>(?P<verb>[a-z]+) [^;:—]{6,150})$")
_SEEKING = frozenset("seek aim attempt strive intend hope serve refuse promise".split())


def seeks_to(clause: Clause, extract: Extract) -> Asked | None:
    """S seeks to protect X.  →  What does S seek to do?"""
    match = _SEEK.match(clause.rest) if clause.base in _SEEKING else None
    if not match or match["verb"] not in VERBS:
        return None
    return recall("seeks-to", stem_of("What", clause, extract, "to do"), match["do"], clause, aspect="purpose")


_SOME = re.compile(r"an? ")
_BE = frozenset("is are was were".split())
_COMPLEMENT = re.compile(r"^(?:(?:an?|the|to|that|its|their) |[A-Z“]|[a-z]+ing |[a-z-]+, ).{4,150}$")
_NO_SUPERLATIVE = r"(?!(?:\w*(?:inter|requ|qu|prot|cont|inv)|harv|for|t|r|w|gu|ch)est)"
_DESCRIBED = re.compile(rf"\b(?:of|for|behind|between|in|most|{_NO_SUPERLATIVE}\w+est|that|who|which)\b")
_PERSON_NOUN = re.compile(
    r"^the (?:[\w’'-]+ )*?(?:thinker|founder|author|leader|philosopher|economist|king|queen|president|ruler|inventor"
    r"|father|person|man|woman|writer|judge|justice|(?!(?:\w*list|mist|twist)\b)[a-z]+ist)\b",
    re.IGNORECASE,
)
_CHIEF = re.compile(
    rf"\b(?:most|{_NO_SUPERLATIVE}\w+est|main|key|chief|primary|only|first|last|goal|aim|purpose|task|role|function|job|root|source|cause"
    r"|basis|foundation|keystone|cornerstone|heart|core|essence|hallmark|result|outcome|effect|advantage|disadvantage"
    r"|benefit|drawback|challenge|problem|remedy|solution|answer|difference|opposite|symbol|unit|measure)\b",
    re.IGNORECASE,
)
"""What there is one of; other descriptions get a remark ("the view from the pier is a comfort"), no meaning."""
_NO_END = re.compile(r"\b(?:but|although)\b|^to \w+(?:,|$)")


def what_is_the(clause: Clause, extract: Extract) -> Asked | None:
    """The keystone of X is Y.  →  What is the keystone of X?"""
    subject = clause.subject
    if clause.verb not in _BE or subject[:4].lower() != "the " or not _DESCRIBED.search(subject):
        return None
    if not _COMPLEMENT.match(clause.rest) or _NO_END.search(clause.rest):
        return None
    if _SOME.match(clause.rest) and not _CHIEF.search(subject):
        return None
    who = "Who" if _PERSON_NOUN.match(subject) else "What"
    stem = f"{who} {clause.verb} {subject_in(clause, extract)}?"
    if clause.verb in {"are", "were"} and (members := members_of(clause.rest)):
        return Asked("what-is-the", ListAll(stem, members, tuple(() for _ in members)), "parts", 0.75)
    return recall("what-is-the", stem, first_clause(clause.rest), clause)


CLAUSE_FORMS: tuple[_Form, ...] = (holds_that, sees_as, seeks_to, what_is_the)
OF_OBJECTS = frozenset((holds_that,))
"""Forms of which a second sentence with the same subject and verb makes the question open."""


def may_fit(clause: Clause) -> bool:
    """Whether one of the forms looks at such a clause at all: most look for a verb, or for a word behind it."""
    base, rest = clause.base, clause.rest
    if (base in _SEEKING and rest.startswith("to ")) or (base in _SAYING and rest.startswith("that ")):
        return True
    if " as " in rest and (base in _SEEING or base == "refer"):
        return True
    return clause.verb in _BE and clause.subject[:4].lower() == "the "
