"""Forms that ask who did what a clause tells, and for what a description describes."""

import re

from mediaquiz.generate.asked import Asked, term_in
from mediaquiz.generate.clausal import first_clause, recall, subject_in
from mediaquiz.generate.english import without_article
from mediaquiz.generate.forms_predicate import members_of
from mediaquiz.generate.lessonwords import persons
from mediaquiz.language.clauses import Clause, plural_subject
from mediaquiz.language.verbs import is_participle
from mediaquiz.model.concept import Extract
from mediaquiz.model.item import ListAll, Short

_WEAK = frozenset(
    "need seek consider become want tend appear seem exist lead affect depend have come differ vary remain work happen"
    " occur go get take find know feel face say make try play introduce continue function spend present".split()
)
"""Verbs whose subject many things may be."""
_LEAST_SAID, _MOST_SAID, _TYPED = 7, 30, 4
_TOLD = frozenset("does do did is are was were has have had".split())
"""What asks for a verb that tells a fact; not what may or must be."""
_STORY = re.compile(r"(?:An?|an?|The|the) (?![A-Z])")
"""Somebody or something once: "an old tug towed …"."""
_SOME = re.compile(r"an? ")
_LEANS = re.compile(r"^then\b|\b(?:not|you|them|they)\b|n’t\b|\(|^\w+(?: \w+ly)? it\b")


def which_does(clause: Clause, extract: Extract) -> Asked | None:
    """Veltin did X to Y in Z.  →  Who did X to Y in Z?"""
    said = first_clause(" ".join(filter(None, (clause.adverb, clause.verb, clause.rest))))
    if clause.base in _WEAK or clause.helper not in _TOLD or _says_only_kind(clause):
        return None
    if not _LEAST_SAID <= len(said.split()) <= _MOST_SAID or _LEANS.search(said):
        return None
    asks = "" if clause.helper == "did" and _STORY.match(clause.subject) else _asks_for(clause, extract)
    if not asks:
        return None
    answer = without_article(subject_in(clause, extract))
    if len(answer.split()) > _TYPED:
        return recall("which-does", f"{asks} {said}?", answer, clause)
    return Asked("which-does", Short(f"{asks} {said}?", answer), "relation", 0.6, term_in(clause.subject))


_BE = frozenset("is are was were".split())
_SUPERLATIVE = re.compile(r"the (?:first|only|last|main|key|most|least|chief|primary|\w+est)\b")


def _says_only_kind(clause: Clause) -> bool:
    """Whether a clause with *be* says what many things are."""
    first = next((word for word in clause.rest.split(" ") if not word.endswith("ly")), "")
    return clause.helper in _BE and not (is_participle(first) or _SUPERLATIVE.match(clause.rest))


_NAMED_GENUS = re.compile(r"^(?:[A-Z][\w’'-]*\.? (?:(?:of|for|and|the|on) )*){1,5}(?P<head>[A-Z][a-z]+)$")
_GENERA = frozenset(
    "act amendment agreement treaty court party council commission committee bank company corporation war revolution"
    " movement doctrine plan law rule principle theory theorem effect model method test index scale bill clause"
    " convention declaration charter constitution protocol company firm university school church empire dynasty river"
    " project program programme union league organization organisation association institute foundation agency"
    " department board code system compromise conference congress crisis era period age".split()
)
"""What a name may say that it is the name of: "Which act …?"."""


_PERSON = re.compile(r"^[A-Z][a-z’-]+(?: (?:[A-Z]\.|[A-Z][a-z’-]+|de|van|von)){0,3}$")


def _asks_for(clause: Clause, extract: Extract) -> str:
    """What a subject is asked with: a name by its kind, where it holds that, or as a person; empty for all else.

    What a thing does, many things do.
    """
    name = without_article(clause.subject)
    named = _NAMED_GENUS.match(name)
    if named and named["head"].lower() in _GENERA:
        return f"Which {named['head'].lower()}"
    is_person = _PERSON.match(name) and not plural_subject(name) and name.split(" ")[-1] in persons(extract.lesson.text)
    return "Who" if is_person and clause.base not in _DEEDS_OF_MANY else ""


_DEEDS_OF_MANY = frozenset(
    "keep help dream hope wish want live travel visit meet join serve own buy sell receive hear see send bring".split()
)
"""What a story tells of many a person."""


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
