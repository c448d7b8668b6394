"""Forms that ask what moves what, and which of two: "What lowers …?", "How does … affect …?", "Which cures …: …?"."""

import re

from mediaquiz.generate.asked import PRONOUN, Asked, stated, subject_of, text_of
from mediaquiz.generate.english import knows_lower, lower_first, third_person, without_article
from mediaquiz.generate.forms_purpose import one_thing, verb_of
from mediaquiz.generate.forms_relation import is_object
from mediaquiz.generate.known import opens_with_unknown
from mediaquiz.language.clauses import Clause, plural_subject, split
from mediaquiz.language.common import COMMON
from mediaquiz.language.verbs import readings
from mediaquiz.model.concept import Extract, Statement
from mediaquiz.model.item import Recall, Short
from mediaquiz.text import squash

WORKING = frozenset(
    "absorb accelerate amplify attack block brighten cause control convert cool damage darken deepen defeat"
    " delay destroy determine disrupt dissolve double drain dry encode erase favor favour filter freeze halve harden"
    " hide hinder improve increase inhibit keep kill limit loosen lower magnify melt offset preserve prevent produce"
    " protect raise reduce regulate release remove repair replace restore restrict reverse shape shield shorten slow"
    " soften speed spoil spread stabilise stabilize stimulate stop strengthen stretch suppress tighten"
    " boost carry coat convey discourage encourage initiate maintain mediate receive secrete separate surround"
    " transform transmit transport trigger warm weaken widen worsen".split()
)
"""What one thing does to another; which thing it is has one answer where the lesson says it once."""
_MOSTLY = frozenset(("", "largely", "mainly", "primarily", "mostly"))
_PERSON = re.compile(r"\b\w+(?:ers|ists|ors|people|men|women|children|man|woman|person|someone)$", re.IGNORECASE)
_POINTS = re.compile(r"\b(?:it|its|them|their|they|this|these|those|such|others?|him|his|her|both|you|your)\b", re.I)
_ASIDE = re.compile(r",? (?:because|since|so that|so|which|where|while|whereas|although)\b.*$|, .*$| ?[—–].*$")
_LONGEST_SUBJECT, _LEAST_SAID, _TYPED = 6, 3, 3


def what(found: Statement, extract: Extract) -> Asked | None:
    """S lowers the O of P.  →  What lowers the O of P?  Only where no other sentence says that something lowers O."""
    clause = split(text_of(found))
    if not clause or clause.base not in WORKING or clause.helper == "did" or clause.adverb not in _MOSTLY:
        return None
    said = _ASIDE.sub("", clause.rest)
    words = without_article(clause.subject).split(" ")
    if _POINTS.search(f"{clause.subject} {said}") or not _LEAST_SAID <= len(said.split()) <= _LONGEST_SAID:
        return None
    if (
        said.startswith(("but ", "and ", "or "))
        or len(words) > _LONGEST_SUBJECT
        or not _is_thing(clause, extract)
        or not _said_once(clause.base, said, extract)
    ):
        return None
    if not is_object(said) or _is_definite_of_nothing(said, extract):
        return None
    subject = subject_of(clause, extract)
    adverb = f"{clause.adverb} " if clause.adverb else ""
    stem = f"What {adverb}{third_person(clause.base)} {said}?"
    content = Short(stem, subject) if len(words) <= _TYPED else Recall(stem, stated(subject))
    return Asked("what", content, "effect", 0.7)


_LONGEST_SAID = 16


def _is_thing(clause: Clause, extract: Extract) -> bool:
    """Whether a subject names a thing by itself."""
    subject = clause.subject
    if PRONOUN.match(subject) or opens_with_unknown(subject, extract) or _PERSON.search(subject):
        return False
    words = without_article(subject).split(" ")
    if len(words) == 1 and not any(squash(words[0]) == squash(c.term) for c in extract.concepts if c.kind == "term"):
        return words[0].lower() not in COMMON and knows_lower(words[0], extract.lesson)
    return not re.match(r"(?:the|some|many|most|all|every|each|several|few|no|any|\d)\b", subject, re.IGNORECASE)


_THE_NOUN = re.compile(
    r"\bthe (?P<noun>[a-z][\w’'-]*(?: (?!of\b)[a-z][\w’'-]*)?)(?= (?:by|to|in|on|from|at|for|with|and|or)\b|$)"
)


def _is_definite_of_nothing(said: str, extract: Extract) -> bool:
    """Whether it speaks of "the melting point" and not whose; a term of the lesson is known."""
    nouns = {squash(found["noun"]) for found in _THE_NOUN.finditer(said)}
    return bool(nouns - {squash(c.term) for c in extract.concepts if c.kind == "term"})


def _said_once(base: str, said: str, extract: Extract) -> bool:
    """Whether one sentence of the lesson only holds a form of the verb together with the object's last word."""
    last = re.findall(r"[A-Za-z]{3,}", re.split(r" (?:of|by|in|on|from|to|at|with|for|when) ", said)[0])[-1:]
    return bool(last) and sum(_holds(part, base, last[0].lower()) for part in _SENTENCE.split(extract.lesson.text)) <= 1


_SENTENCE = re.compile(r"(?<=[.!?;])\s+|\n")


def _holds(sentence: str, base: str, noun: str) -> bool:
    low, stem, bare = sentence.lower(), base.removesuffix("e"), noun.rstrip("s")
    if bare not in low or stem not in low:
        return False
    words = re.findall(r"[a-z]{3,}", low)
    return any(word.rstrip("s") == bare for word in words) and any(
        word.startswith(stem) and any(reading.base == base for reading in readings(word)) for word in words
    )


_ONLY_ONE = re.compile(
    r"^(?P<one>[^;:—]{8,120}?)(?:, (?:while|whereas|but)|;) (?P<other>[^,;:—]{3,50}?) (?:does|do|is|are|can) not$"
)


def only_one(found: Statement, extract: Extract) -> Asked | None:
    """A cures X, while B does not.  →  Which cures X: A, or B?  The two stand in the order of the alphabet."""
    match = _ONLY_ONE.match(text_of(found))
    clause = split(match["one"]) if match else None
    if not match or not clause or not clause.base or clause.helper == "did" or _POINTS.match(clause.subject):
        return None
    if PRONOUN.match(match["other"]) or re.search(r"\b(?:it|them|they)\b", match["one"]):
        return None
    sides = sorted((subject_of(clause, extract), lower_first(match["other"], extract.lesson)), key=str.casefold)
    stem = f"Which {third_person(clause.base)} {clause.rest}: {sides[0]}, or {sides[1]}?"
    return Asked("only-one", Short(stem, subject_of(clause, extract)), "comparison", 0.8)


MOVING = frozenset(
    "increase decrease reduce raise lower weaken strengthen improve worsen slow limit boost accelerate inhibit"
    " stimulate enhance impair diminish shorten lengthen widen narrow deepen stabilize suppress dampen amplify hinder"
    " restrict undermine erode speed".split()
)
"""Verbs that say which way a thing is moved."""


_MODALS = frozenset("can will".split())
_NO_THING = re.compile(
    r"^(?:it|them|him|her|us|you|by|to|in|at|from|with|as|on|over|when|if|because|how|that|what|whether|not|only"
    r"|\w+ing|\d)\b"
)
_OPEN_END = re.compile(r" (?:of|for|with|to|in|on|at|by|and|or|from|that|which|down|up|off|out|away|over)$")
_ENDS = re.compile(
    rf",| (?:and|or) (?=(?:{'|'.join(sorted(MOVING))})s?\b)"
    r"| (?:by|through|when|if|because|so that|to the point|at every|at any|to (?=[a-z]+ )) "
)
_NOT_MOVED = re.compile(r"\b(?:questions?|issues?|concerns?|awareness|children|money|funds|hands?|doubts?)$")
"""What is raised without going up."""


_ANY_OF = re.compile(r"(?:some|many|most|several|other|certain|various)\b", re.IGNORECASE)
_LONGEST = 9


def affects(found: Statement, extract: Extract) -> Asked | None:
    """S raises (can raise) O.  →  How does (can) S affect O?  →  It raises it."""
    clause = split(text_of(found))
    verb = verb_of(clause) if clause else None
    if not clause or not verb or verb[0] not in MOVING or (clause.base == "" and clause.verb not in _MODALS):
        return None
    if clause.helper == "did" or PRONOUN.match(clause.subject) or opens_with_unknown(clause.subject, extract):
        return None
    thing = _ENDS.split(one_thing(verb[1]))[0]
    known = not (
        _ANY_OF.match(clause.subject)
        or _NOT_MOVED.search(thing)
        or _NO_THING.match(thing)
        or _OPEN_END.search(thing)
        or opens_with_unknown(thing, extract)
        or thing.partition(" ")[0].endswith("ly")
    )
    if (
        not known
        or ":" in thing
        or len(thing.split()) not in range(2, _LONGEST + 1)
        or re.search(r"\b(?:its|their|than)\b", thing)
    ):
        return None
    what = "them" if plural_subject(thing) else "it"
    it = "They" if plural_subject(clause.subject) else "It"
    deed = clause.verb if clause.base else f"{clause.verb} {verb[0]}"
    stem = f"How {clause.helper} {subject_of(clause, extract)} affect {thing}?"
    return Asked("affects", Recall(stem, f"{it} {deed} {what}."), "effect", trust=0.62)
