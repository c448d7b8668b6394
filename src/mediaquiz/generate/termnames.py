"""How a defined term stands in a question: its letters, its article, its number."""

import re

from mediaquiz.generate.articles import articles
from mediaquiz.generate.english import defined_phrase
from mediaquiz.language.clauses import plural_subject
from mediaquiz.model.concept import Definition, Extract
from mediaquiz.model.lesson import Role
from mediaquiz.text import lowered

PHRASE = re.compile(r"^(?:an?|the|any|one|how)\s", re.IGNORECASE)
"""What opens a meaning that is surely a phrase for a thing."""


def term_name(found: Definition, extract: Extract) -> str:
    """The term as it stands inside a sentence."""
    return defined_phrase(found.term, found.place.quote, extract.lesson)


_ARTICLE_FIRST = re.compile(r"(?P<article>an?|the) [*“\"]*", re.IGNORECASE)
_EDGE = re.compile(r"\b")


_IS_ONE = re.compile(r"[*_”\"]* is an? ")


def with_article(term: str, found: Definition, extract: Extract) -> str:
    """The term with the article that it has in the lesson's own sentence, or most often in the lesson.

    A meaning that begins with "a" tells that the term can be counted.
    """
    quote = found.place.quote
    heads = _ARTICLE_FIRST.match(quote)
    if heads and lowered(quote).startswith(lowered(term), heads.end()) and _EDGE.match(quote, heads.end() + len(term)):
        return f"{heads['article'].lower()} {term}"
    if quote.startswith(term) and _IS_ONE.match(quote, len(term)):
        return term  # "Code review is a way to …": the sentence has none
    for text in (found.place.quote, extract.lesson.text):
        used = articles(term, text)
        if any(used):
            return f"{used.most_common(1)[0][0]} {term}".strip()
    article = re.match(r"an? ", found.text, re.IGNORECASE)
    known = articles(term, extract.lesson.text)
    if article and not known and not plural_subject(term) and found.place.block.role is not Role.PROSE:
        return f"{'an' if term[:1].lower() in 'aeio' else 'a'} {term}"
    return term


def is_many(found: Definition, term: str) -> bool:
    """Whether a term is told of many: the lesson's own verb says so, as in "Algae are", else its form."""
    quote, name = found.place.quote, lowered(found.term)
    ends = (len(opening) + len(name) for opening in ("the ", "") if lowered(quote).startswith(f"{opening}{name}"))
    told = next(filter(None, (_IS_OR_ARE.match(quote, end) for end in ends)), None)
    return told[1].lower() == "are" if told else plural_subject(term)


_IS_OR_ARE = re.compile(r"(?: \([^()]*\))? (is|are)\b", re.IGNORECASE)
