"""Questions that a definition's own verb asks: "When does T occur?", "What does T state?", "What is this called?"."""

import re
from collections.abc import Callable

from mediaquiz.generate.english import curly, full_stop, with_the, without_article
from mediaquiz.generate.termnames import PHRASE, term_name, with_article
from mediaquiz.language.clauses import plural_subject
from mediaquiz.language.verbs import base_of, is_gerund
from mediaquiz.model.concept import Definition, Extract
from mediaquiz.model.item import Recall, Short

_ONE_OF_MANY = frozenset(
    "involve involves represent represents compare compares show shows examine examines comprise comprises measure"
    " measures".split()
)
"""What a thing involves or shows is its meaning only where the lesson says no more of it."""
_QUANTITY = re.compile(r"the (?:\w+ )?(?:amount|number|value|price|rate|percentage|share|probability|\w+ adjusted)\b")


def is_one_of_many(found: Definition, text: str, extract: Extract) -> bool:
    """Whether what a thing "does", "involves" or "represents" is one of many things that the lesson says of it."""
    if found.verb == "does":
        return True
    if found.verb not in _ONE_OF_MANY:
        return False
    if found.verb.startswith("involve"):
        return not is_gerund(text.split(" ")[0]) or _opens(found.term, extract) > _ONCE
    if found.verb.startswith("represent"):
        return _QUANTITY.match(text) is None
    return _opens(found.term, extract) > _ONCE


_ONCE = 2


def _opens(term: str, extract: Extract) -> int:
    """How many sentences of the lesson begin with a term."""
    return len(re.findall(rf"(?:^|[.!?] )(?:the |an? )?{re.escape(term)}\b", extract.lesson.text, re.I | re.M))


_MEANS = frozenset("mean refer describe denote stand".split())
_PREPOSITION = {"refer": " to", "stand": " for", "consist": " of", "focus": " on"}


def by_verb(found: Definition, text: str, extract: Extract) -> Recall | Short | None:
    """The question that the definition's own verb asks: "When does T occur?", "What does T state?"."""
    term = term_name(found, extract)
    if found.verb == "called":
        noun = f"this {found.noun}" if found.noun else "this"
        return Short(f"{full_stop(curly(text))} What is {noun} called?", term, found.aliases)
    if told := FIXED.get(found.verb):
        name = with_article(term, found, extract)
        return Recall(told(name, "do" if plural_subject(found.term) else "does"), full_stop(curly(text)))
    first = text.split(" ")[0].lower()
    if base_of(first) and found.verb != "is":
        return None  # "the quintile measure shows how …": that was the verb
    word = found.verb.split(" ")[0].lower()
    base = base_of(word) or word
    counted = PHRASE.match(text) or plural_subject(text)
    if base == "is" or (base in _MEANS and counted):
        return None
    helper = "do" if plural_subject(found.term) or word == base else "does"
    name = with_article(term, found, extract)
    asks = "When" if base in {"occur", "happen", "arise", "exist"} else "What"
    text = re.sub(rf"^that,? |, (?:[\w-]+ ){{1,3}}{re.escape(word)}\b.*$", "", text)
    return Recall(f"{asks} {helper} {name} {base}{_PREPOSITION.get(base, '')}?", full_stop(curly(text)))


FIXED: dict[str, Callable[[str, str], str]] = {
    "means that": lambda name, do: f"What is meant by “{without_article(name)}”?",
    "states that": lambda name, do: f"What {do} {with_the(name)} say?",
    "does": lambda name, do: f"What {do} {name} do?",
    "computed": lambda name, do: f"How do you calculate {name}?",
    "abbreviates": lambda name, do: f"What does {without_article(name)} stand for?",
}
"""The questions of definitions that are no noun phrase, by what joins term and meaning."""
