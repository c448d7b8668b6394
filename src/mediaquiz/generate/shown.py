"""What a statement shows of itself, by which the forms that may fit it are looked up.

Beside the words and marks of its sentence these are ``^word``, the word that opens it, and ``^ing`` for one that ends
so; ``+verb``, the infinitive of its clause's verb or else the helper, both of "does" and "do"; ``+`` for any clause;
and ``*`` for a takeaway.
"""

from collections.abc import Iterable, Mapping

from mediaquiz.generate.asked import Form, text_of
from mediaquiz.generate.english import third_person
from mediaquiz.language.clauses import split
from mediaquiz.language.cues import cues
from mediaquiz.model.concept import Statement

MODALS = "+can +will +must +may +might +could +should +would"
"""Clauses whose verb stands behind the helper."""
DOES = "+does +do"


def shown(found: Statement) -> frozenset[str]:
    """All of it."""
    text = text_of(found)
    first = text.partition(" ")[0].lower()
    told = [f"^{first}", *["^ing"] * first.endswith("ing"), *"*" * found.takeaway]
    if clause := split(text):
        told += ("+", f"+{clause.helper}", f"+{clause.base}")
    return cues(found.text).union(told)


def by_cue(forms: Iterable[Form], cues_of: Mapping[Form, str]) -> dict[str, frozenset[int]]:
    """The numbers of forms by each of their cues, those of forms without cues by an empty one."""
    numbers: dict[str, set[int]] = {"": set()}
    for number, form in enumerate(forms):
        for cue in cues_of[form].split() if form in cues_of else ("",):
            numbers.setdefault(cue, set()).add(number)
    return {cue: frozenset(found) for cue, found in numbers.items()}


def present(verbs: Iterable[str]) -> str:
    """The words of which one stands where one of some verbs does, in the present."""
    return " ".join(form for verb in verbs for form in (verb, third_person(verb)))


def opening(words: str) -> str:
    """A sentence that one of some words opens."""
    return " ".join(f"^{word}" for word in words.split())


def telling(verbs: Iterable[str]) -> str:
    """A clause with one of some verbs."""
    return " ".join(f"+{verb}" for verb in verbs)
