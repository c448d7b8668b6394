"""What a condition does to which thing: its question names the thing, so that one answer fits."""

import re

from mediaquiz.generate.asked import PRONOUN, stated, subject_of
from mediaquiz.language.clauses import Clause, plural_subject, split_bare
from mediaquiz.language.verbs import is_infinitive
from mediaquiz.model.concept import Extract

_CHANGES = frozenset(
    "rise fall increase decrease grow decline expand shrink slow cool warm drop climb shift worsen improve suffer"
    " deteriorate break crack melt freeze boil evaporate settle sink float contract swell fade collapse recover widen"
    " narrow deepen weaken harden soften stop disappear vanish burst spread accelerate appreciate depreciate die wilt"
    " rot ferment stall drift tip turn move lose".split()
)
"""What befalls a thing, rather than what it does."""
_SAYS_NO_DEED = frozenset(
    "be have remain seem appear look stay feel mean need exist contain include consist depend stand lie matter"
    " do get go come happen occur result want prefer like know exceed equal benefit play see hear begin"
    " start continue".split()
)
_MODALS = frozenset("can will would could must should".split())
_TWO = re.compile(
    r",? (?:and|but|or|so|while) (?:(?:[\w’'-]+ ){1,5}?(?:will|would|can|could|must|may|is|are|has|have)\b"
    r"|some\b|others\b)"
)
"""A second clause behind the first."""
_INCLINED = re.compile(r"^(?P<verb>tends?|tries|try|begins?|starts?|continues?) to (?P<do>[a-z]+(?: .+)?)$")
_READY = re.compile(
    r"^(?P<be>be (?:(?:more|less) )?(?:eager|tempted|forced|willing|unwilling|able|unable|likely|unlikely|inclined"
    r"|required|obliged|free|ready|reluctant|allowed)) to (?P<do>[a-z]+ .+)$"
)
_AT = re.compile(r"^(?:\w+ing|to|in|by|at|on|from|into|down|up|out|toward|towards|until|because|as|and|more|less)\b")
_LONGEST = 9


def named_result(then: str, when: str, extract: Extract) -> tuple[str, str] | None:
    """(question, answer) of "… S does X" under a condition; None where the subject or its deed is not sure.

    ``when`` is the condition with its conjunction. "demand falls" asks what happens to demand, "firms hire more
    people" what firms do.
    """
    clause = None if _TWO.search(then) else split_bare(then)
    if not clause or PRONOUN.match(clause.subject) or len(clause.subject.split()) > _LONGEST or clause.helper == "did":
        return None
    subject, it = subject_of(clause, extract), "They" if clause.helper in {"do", "are"} else "It"
    if clause.base:
        return _of_verb(clause, subject, it, when)
    return _of_modal(clause, subject, when) if clause.verb in _MODALS else None


def _of_verb(clause: Clause, subject: str, it: str, when: str) -> tuple[str, str] | None:
    adverb = f"{clause.adverb} " if clause.adverb else ""
    inclined = _INCLINED.match(f"{clause.verb} {clause.rest}")
    if inclined and is_infinitive(inclined["do"].split(" ")[0]):
        base, _, rest = inclined["do"].partition(" ")
        if _befalls(base, rest):
            return f"What happens to {subject} {when}", stated(f"{it} {clause.verb} to {inclined['do']}")
        if base in _SAYS_NO_DEED:
            return None
        verb = {"tries": "try"}.get(inclined["verb"], inclined["verb"].removesuffix("s"))
        return f"What {clause.helper} {subject} {verb} to do {when}", stated(_parallel(inclined["do"]))
    if _befalls(clause.base, clause.rest):
        return f"What happens to {subject} {when}", stated(f"{it} {adverb}{clause.verb} {clause.rest}".rstrip())
    if clause.base in _SAYS_NO_DEED or not clause.rest:
        return None
    return f"What {clause.helper} {subject} do {when}", stated(f"{it} {adverb}{clause.verb} {clause.rest}")


def _of_modal(clause: Clause, subject: str, when: str) -> tuple[str, str] | None:
    rest = re.sub(r"^(?:[a-z]+ly|simply|often|usually|always|then|also) ", "", clause.rest)
    if inclined := _INCLINED.match(rest):
        base, _, more = inclined["do"].partition(" ")
        if not _befalls(base, more) and base not in _SAYS_NO_DEED:
            return f"What {clause.verb} {subject} {inclined['verb']} to do {when}", stated(_parallel(inclined["do"]))
        return None
    if ready := _READY.match(rest):
        return f"What {clause.verb} {subject} {ready['be']} to do {when}", stated(_parallel(ready["do"]))
    base, _, more = rest.partition(" ")
    if base in _SAYS_NO_DEED or base == "not" or not is_infinitive(base):
        return None
    if _befalls(base, more):
        it = "They" if plural_subject(clause.subject) else "It"
        return f"What {clause.verb} happen to {subject} {when}", stated(f"{it} {clause.verb} {clause.rest}")
    return (f"What {clause.verb} {subject} do {when}", stated(rest)) if more else None


def _befalls(base: str, rest: str) -> bool:
    """Whether a verb tells of what becomes of its subject: "demand falls", but not "firms increase output"."""
    return base in {"lose", "become"} or (
        base in _CHANGES and (not rest or _AT.match(rest) is not None or (rest.endswith("ly") and " " not in rest))
    )


def _parallel(deeds: str) -> str:
    """The words after "tend to", without the second "to": "buy less and to look elsewhere"."""
    return re.sub(r"\b(and|or) to (?=[a-z]+ )", r"\1 ", deeds)


_DUTY = re.compile(r"(?P<it>it|they) (?P<must>must|should|has to|have to|needs? to) (?P<do>(?P<verb>[a-z]+) .+)$")
_ACTS = re.compile(
    r"\b(?:compan(?:y|ies)|firms?|governments?|countr(?:y|ies)|states?|banks?|teams?|organi[sz]ations?|schools?|people"
    r"|persons?|[a-z]{3,}(?:ers|ists|ors|ians))$"
)
"""Somebody, who alone can have a duty where a condition names things as well."""


def duty_under(join: str, cause: str, then: str, extract: Extract) -> tuple[str, str] | None:
    """(question, answer) of "once S has done A, it must do B": what must S do once it has done A?"""
    duty, clause = _DUTY.match(then), split_bare(cause)
    if not duty or not clause or PRONOUN.match(clause.subject) or duty["verb"] in {"be", "have"}:
        return None
    if plural_subject(clause.subject) != (duty["it"] == "they") or not _ACTS.search(clause.subject):
        return None
    if not is_infinitive(duty["verb"]):
        return None
    must = "should" if duty["must"] == "should" else "must"
    told = cause[len(clause.subject) :]
    return f"What {must} {subject_of(clause, extract)} do {join} {duty['it']}{told}?", stated(duty["do"])
