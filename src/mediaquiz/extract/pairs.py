"""Two sentences in a row that say one thing: the second gives the reason of the first, its effect, or what helps."""

import re

from mediaquiz.extract.persons import to_reader
from mediaquiz.extract.pointers import unpointed
from mediaquiz.text import cut_opening, first_word

_ADVERB = r"(?:(?:also|often|usually|typically|generally|therefore|thus|in turn|largely|mainly|mostly|\w+ly) )?"
_EFFECTS = (
    r"(?:leads? to|results? in|causes?|allows?|lets|enables?|ensures?|prevents?|avoids?|reduces?|improves?"
    r"|requires?|manifests? itself|makes?|simplif(?:y|ies)|keeps?|guarantees?|forces?|eliminates?|speeds? up|saves?"
    r"|protects?|gives?|increases?|shows?|limits?|confuses?|hides?|breaks?|slows?|spoils?|eliminates?|removes?)"
)
_HELPED = (
    r"(?:amended|addressed|fixed|solved|avoided|remedied|mitigated|overcome|prevented|reduced|corrected|resolved"
    r"|alleviated"
    r"|handled|tackled|counteracted|eased|shortened|lowered|limited|relieved|improved|lessened|kept)"
)
_TO_HELP = (
    r"(?:amend|address|fix|solve|avoid|remedy|mitigate|overcome|prevent|reduce|correct|resolve|alleviate|handle|tackle"
    r"|counteract|ease|deal with|get around|cope with)"
)
_DEED = "(?:design|approach|choice|trick|method|technique|change|strategy)"
_FOLLOWS = re.compile(
    rf"^(?:(?:that|this) (?:is|was) {_ADVERB}(?:because|since|due to)\b"
    rf"|(?:that|this) (?:stems|comes|results|follows) {_ADVERB}from \b"
    r"|(?:that|this) (?:is|was) the case (?:because|since)\b|the reason (?:for this )?is (?:that|because)\b"
    rf"|this (?:{_DEED} )?{_ADVERB}(?:can |may |will )?{_ADVERB}{_EFFECTS} "
    rf"|(?:this|these|they|it|(?:this|the|such) (?:problem|issue|difficulty|risk)s?) (?:can|could|may) {_ADVERB}be "
    rf"{_ADVERB}{_HELPED} "
    rf"|(?:one|a|an|another) (?:[a-z]+ )?(?:way|fix|solution|remedy|cure|strategy|trick) "
    rf"(?:(?:to|for) (?:{_TO_HELP} )?(?:this|these|it|them|the)(?: (?:problem|issue|difficulty|risk)s?)? )?(?:is"
    rf"|would be) "
    rf"|to {_TO_HELP} (?:this|these|it|them|the|such)(?: (?:problem|issue|difficulty|risk)s?)?, )",
    re.IGNORECASE,
)
_FOLLOWING = frozenset("that this the reason these they it such one a an another to".split())
"""The first words of all that ``_FOLLOWS`` finds."""
_JOINS = re.compile(
    r"^(?:(?:instead|however|fortunately|luckily|in practice|typically|usually|but|and|in general|clearly|of course"
    r"|unfortunately|as a result|after all|obviously|note that|recall that|thus|therefore|hence|in fact|indeed"
    r"|moreover),? )+",
    re.IGNORECASE,
)
_JOINING = frozenset(
    "instead however fortunately luckily in typically usually but and clearly of unfortunately as after obviously note"
    " recall thus therefore hence indeed moreover".split()
)
"""The first words of all that ``_JOINS`` finds."""
_LEANS = re.compile(
    r"^(?:it|this|that|these|those|they|there|here|such|he|she|for (?:example|instance)|suppose|imagine|consider|let"
    r"|say|in this|in that|in such|look|click|try|one(?! of the)|another|some|first|second|third|next|then|finally"
    r"|now)\b"
    r"|\b(?:this|these|those|such|above|below|following|figure|table|earlier|previous)\b|[:?!]$|`[^`]*\d|\\\w",
    re.IGNORECASE,
)
_PERSONS = re.compile(r"\b(?:we|us|our|I|my|he|she|his|her)\b")
_FEWEST, _MOST = 5, 28


def paired(before: str, sentence: str) -> str:
    """The two sentences as one text, with nothing that joins them to others; empty where they are no such pair."""
    if not before:
        return ""
    second = cut_opening(_JOINS, unpointed(sentence), _JOINING).rstrip(":")
    if first_word(second) not in _FOLLOWING or not _FOLLOWS.match(second):
        return ""
    first = cut_opening(_JOINS, unpointed(before), _JOINING)
    first = to_reader(first, point=True) or first[:1].upper() + first[1:]
    second = to_reader(second, point=True) or second[:1].upper() + second[1:]
    if _LEANS.search(first) or _PERSONS.search(f"{first} {second}") or not _FEWEST <= len(first.split()) <= _MOST:
        return ""
    return f"{first} {second}"
