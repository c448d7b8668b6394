"""Who did it: what a scholar, an artist or a founder made, studied, saw or held."""

import re

from mediaquiz.generate.asked import PRONOUN, Asked, text_of
from mediaquiz.generate.english import curly, knows_lower
from mediaquiz.generate.known import is_bare_unknown
from mediaquiz.language.scholars import CALLING, WORD, YEARS, introduced
from mediaquiz.model.concept import Extract, Statement
from mediaquiz.model.item import Short
from mediaquiz.text import cut_opening

_NAME = rf"(?P<name>{WORD}(?: (?:{WORD}|[A-Z]\.|(?:de|van|von|der|la)(?= )))*)"
_OPENS = re.compile(
    r"^(?:(?:later|then|also|first|finally|today|eventually|once|and|but|in (?:the )?(?:early |late )?\d{4}s?"
    r"|in the [a-z]+ century|as early as \d{4}),? )+",
    re.IGNORECASE,
)
_DID = (
    r"applied|defined|presented|created|developed|introduced|proposed|founded|coined|formulated|popularized|studied"
    r"|conducted|examined|identified|distinguished|described|viewed|saw|devised|designed|established|divided|compared"
    r"|criticized|rejected|emphasized|outlined|advanced|put forth|put forward|set out|explored|investigated|attributed"
    r"|invented|discovered|demonstrated|pioneered|advocated|championed|opposed|defended|translated"
    r"|wrote(?! (?:in|that|about)\b)|published|composed"
    r"|considered|regarded|understood|explained|used the (?:term|word|concept)|defines|describes|views|sees|considers"
    r"|emphasizes|distinguishes|identifies|rejects|is (?:best |well |widely |also )?known for|is credited with"
    r"|was (?:best |well )?known for|(?:was|became) the first (?:[a-z]+ )?to"
    r"|is (?:often |widely |generally |sometimes )?(?:considered|regarded as|called|known as|referred to as)"
    r" (?:the|an?) “?(?:father|mother|founder|pioneer)"
)
_THAT = (
    r"(?:argue[sd]|believe[sd]|propose[sd]|conclude[sd]|suggest(?:s|ed)|theorized|hypothesized|maintain(?:s|ed)"
    r"|claim(?:s|ed)|holds?|held|asserts?|explain(?:s|ed)|states?|stated|taught|found|insist(?:s|ed)|noted?|notes"
    r"|reasoned|thought|contend(?:s|ed)) that"
)
_DEED = re.compile(
    rf"^(?:(?:The )?(?:[\w’-]+ ){{0,4}}?{CALLING} )?{_NAME}(?:{YEARS})?(?:, (?:an?|the) [^,]{{4,70}},)?"
    rf" (?:also |first |famously |later |further |once |originally )?(?P<did>(?:{_DID}|{_THAT}) [^;:—]{{12,210}})$"
)
_WAS = re.compile(
    rf"^{_NAME}(?:{YEARS})? (?:is|was) (?:an?|the) (?P<what>(?:[\w’-]+ ){{0,3}}?{CALLING})"
    r" (?P<did>who [^;:—]{15,180})$"
)
_DATED = re.compile(r"\s*\([^()]*\d{3,4}[^()]*\)")
_SMALL = frozenset("is was the an with for of in about b best well widely also term word concept".split())
CUES_DEED = " ".join(
    (
        *dict.fromkeys(word for word in re.findall("[a-z]+", _DID) if word not in _SMALL),
        "that who for to according view eyes",
    )
)
"""Of these, one stands in whatever the patterns of ``who_did`` find."""
_IN_HIS_VIEW = re.compile(
    rf"^(?:For|To|According to|In the view of|In the eyes of) {_NAME}, (?P<claim>[^;:—]{{25,200}})$"
)
_POINTS = re.compile(
    r"\b(?:this|these|those(?! who)|such(?! as)|he|she|his|her|him|we|our|us|you|your|another|too|former|latter|above"
    r"|below|following|here|again|instead)\b|\?",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r", (?:although|though|but|while|whereas|because|when|which|who|even|and (?:later|then|even|so|also)|as|since|after"
    r"|where) .*$| for (?:his|her|their) .*$|,? based,? (?:in part,? )?on .*$| in (?:1[4-9]|20)\d\d.*$"
)
"""What a sentence adds to a deed and what need not be asked."""
_LEAST = 5


def who_did(found: Statement, extract: Extract) -> Asked | None:
    """The philosopher N created Y. N (1801-1870) is known for Y. For N, Y.  →  Who created Y? Who held that Y?"""
    names = introduced(extract.lesson.text)
    if not names or not any(name in found.text for name in names):
        return None
    text = cut_opening(_OPENS, text_of(found))
    text = _DATED.sub("", text) if "(" in text else text
    text = f"{text[:1].upper()}{text[1:]}"
    if held := _IN_HIS_VIEW.match(text):
        claim = _small(held["claim"], extract)
        return _asked(held["name"], f"Who held that {claim}?", claim, extract)
    if was := _WAS.match(text):
        did = _GOES_ON.sub("", was["did"].removeprefix("who "))
        return _asked(was["name"], f"Which {was['what'][:1].lower()}{was['what'][1:]} {did}?", did, extract)
    deed = _DEED.match(text)
    did = _GOES_ON.sub("", deed["did"]) if deed else ""
    return _asked(deed["name"], f"Who {did}?", did, extract) if deed else None


def _asked(name: str, stem: str, told: str, extract: Extract) -> Asked | None:
    """The question, where the name is a person's of the lesson and what is told names nothing that stands before it."""
    words = name.split(" ")
    if words[-1] not in introduced(extract.lesson.text) or any(knows_lower(word, extract.lesson) for word in words):
        return None
    claim = re.sub(r"^\w+ (?:that )?", "", told)
    if len(told.split()) < _LEAST or _POINTS.search(told) or PRONOUN.match(claim) or is_bare_unknown(claim, extract):
        return None
    if re.match(r"(?:it|its|they|their|them)\b", claim) or any(word in told for word in name.split(" ")):
        return None
    return Asked("who-did", Short(curly(stem), name, _surname(name)), "relation", 0.8)


def _small(claim: str, extract: Extract) -> str:
    first = claim.split(" ")[0]
    return claim[:1].lower() + claim[1:] if knows_lower(first, extract.lesson) else claim


def _surname(name: str) -> tuple[str, ...]:
    last = name.split(" ")[-1]
    return (last,) if last != name else ()
