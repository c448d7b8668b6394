"""Parts of a clause in a question: its subject, the clause behind a question word, its words up to the next clause."""

import re

from mediaquiz.generate.asked import Asked, stated, subject_of, term_in
from mediaquiz.generate.english import is_name
from mediaquiz.language.clauses import Clause, split_bare
from mediaquiz.model.concept import Extract
from mediaquiz.model.item import Recall

_JOINT = re.compile(r", (?:and|but|so) |, (?:whereas|while|although|which) ")


def first_clause(said: str) -> str:
    """The words of a clause up to where another one begins."""
    for joint in _JOINT.finditer(said):
        ends_a_list = joint[0] == ", and " and "," in said[: joint.start()]
        if not ends_a_list or split_bare(said[joint.end() :]):
            return said[: joint.start()]
    return said


_JOINING = frozenset(("thus", "therefore", "then", "even"))
_OF_A_PEOPLE = re.compile(r"(?:ian|ean|can|man|ese|ish|ist|nch|eek|wiss)s?$")
_ARTICLES = frozenset(("the", "a", "an"))


def subject_in(clause: Clause, extract: Extract) -> str:
    """The subject inside a question; a word that is large only where a sentence begins is no name."""
    first, _, rest = clause.subject.partition(" ")
    subject = subject_of(clause, extract)
    if not rest or first.lower() in _ARTICLES:
        return subject
    if rest[0].isupper():
        return clause.subject
    kept = first[1:] != first[1:].lower() or first.endswith(("'s", "’s")) or _OF_A_PEOPLE.search(first)
    return subject if kept or is_name(first, extract.lesson) else subject[:1].lower() + subject[1:]


def stem_of(word: str, clause: Clause, extract: Extract, behind: str = "") -> str:
    """The clause as a question that begins with a word, with what stays of its rest: "Why does S do …?"."""
    adverb = "" if clause.adverb in _JOINING else clause.adverb
    return " ".join(filter(None, (word, clause.helper, subject_in(clause, extract), adverb, clause.base, behind))) + "?"


def recall(form: str, stem: str, answer: str, clause: Clause, *, aspect: str = "relation", trust: float = 0.6) -> Asked:
    """A question with its answer as a sentence, on what the clause is about."""
    return Asked(form, Recall(stem, stated(answer)), aspect, trust, term_in(clause.subject))
