"""Whether a meaning tells its term from other things, so that the term can be asked for by it."""

import re

_FITS_MANY = re.compile(
    r"^(?:an?|one|another) (?:[\w-]+(?: and|,)? ){0,4}(?:"
    r"(?:experience|condition|factor|problem|issue|challenge|phenomenon|event|concept|idea|topic|matter|feature|risk"
    r"|reality|fact|force|quality|thing)s? (?:that|which|who) (?:can|may|might|could|has|have|is|are|evokes?|affects?"
    r"|influences?|causes?|brings?|leads?|plays?|remains?|needs?|requires?)\b(?!.* (?:by|in) which )"
    r"|(?:risk |protective )?(?:factor|predictor|sign|symptom|cause|consequence|result|effect|indicator|source|reason)"
    r" (?:for|in|of|behind) )",
    re.IGNORECASE,
)
"""A genus without a difference ("a condition that can …"), or one of many ("a risk factor for …")."""
_CLAUSE = re.compile(
    r"^an? (?:(?!(?:that|which|who|whose|where|when|in|by|of|for|to|with|on|from|as|than)\b)[\w’'-]+ ){1,4}"
    r"(?:(?:does|do|did|has|have|had|is|are|was|were|can|could|will|would|must|should|may|might)(?:n['’]t)?\b"
    r"|[a-z]+ed (?=an?\b|the\b|its\b|their\b)) ?",
    re.IGNORECASE,
)
"""A clause of its own, cut out of a longer sentence: "a follow-up paper proposed the …"."""
_COMPARED = re.compile(
    r"^(?:[a-z]+(?<!oth)er|less|more [a-z]+|equal|similar|different) (?:among|than|for|in|at|when|if|on|from|to)\b"
    r"|^(?:sometimes|often|frequently|commonly|typically|generally|normally) "
    r"|^(?:even|from|in|of|with|at|by|within|similar|an? similar) "
    r"|^(?:the|an?) (?:exact |direct )?(?:opposite|reverse|contrary|counterpart|equivalent) of (?:an? |the )?[\w-]+$",
    re.IGNORECASE,
)
"""What is said of a thing and does not say what it is: "higher among …", "sometimes …", "the opposite of a bridge"."""


def tells_apart(meaning: str) -> bool:
    """Whether a meaning, without its final stop, names a genus and a difference, as far as its form shows."""
    return not (_FITS_MANY.match(meaning) or _CLAUSE.match(meaning) or _COMPARED.match(meaning))


_USE = re.compile(r"^(?P<verb>[a-z]+ing) ", re.IGNORECASE)


def is_listed_use(term: str, meaning: str, lesson: str) -> bool:
    """Whether a list tells what can be done with its subject: "**Leak watch** - finding wet walls".

    Its entries name no terms: the lesson uses the words once, and tells an activity.
    """
    return _USE.match(meaning) is not None and lesson.casefold().count(term.casefold()) <= 1
