"""Sentences that wrap what they state: "studies have shown that …"."""

import re

from mediaquiz.text import cut_opening

_WHO = (
    r"(?:they|researchers|scientists|engineers|(?:several |many |some |recent |later |earlier )?(?:studies"
    r"|experiments|tests|surveys"
    r"|authors|results|measurements)|the (?:authors|results|experiments|inventors)|it)"
)
_REPORTED = re.compile(
    rf"^{_WHO} (?:has been |have been |has |have |was |were )?(?:also )?(?:found|show(?:ed|n"
    rf"|s)?|demonstrate[ds]?|observed|discovered"
    r"|report(?:ed)?|proved|suggests?|suggested|indicates?|indicated|confirm(?:ed)?|established) that (?P<rest>.+)$",
    re.IGNORECASE,
)
_OPENS = re.compile(
    r"^(?:in particular|in fact|for instance|indeed|moreover|also|however|interestingly), ", re.IGNORECASE
)


def unwrapped(sentence: str) -> str:
    """What the sentence states, as a sentence of its own; empty where it wraps nothing."""
    found = _REPORTED.match(cut_opening(_OPENS, sentence))
    return f"{found['rest'][:1].upper()}{found['rest'][1:]}" if found else ""
