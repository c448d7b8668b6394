"""Sentences that speak of "we" and "you" and yet say something of the field: told to the one reader they address."""

import re

from mediaquiz.language.cues import cues

_SPOKEN = frozenset("we us our ours ourselves you your yourself".split())
_OTHERS = re.compile(r"\b(?:he|she|him|his|her|hers|my|me|let['’]s)\b|\bI\b(?!/)", re.IGNORECASE)
_A_FILE = re.compile(r"`[^`]*\w\.[a-z]{2,4}`")
"""Of an example."""
_DID = (
    r"(?:(?:have(?! to\b)|had|are|were|did|just|already|now|saw|made|wrote|got|went|took|gave|found|knew|began|ran"
    r"|[a-z]{2,}(?<!ne)ed)\b)"
)
_STORY = re.compile(
    rf"\bwe {_DID}|\b(?:we|you)['’](?:ve|re|d)\b|(?:^|, |\b(?:if|when|once|after|since|as|that|and|but) )you {_DID}"
    r"|\b(?:now|here|again|earlier|so far|above|below|today|yet|instead|once more|recall|remember|as before)\b"
    r"|\b(?:this|these|those|that|the (?:same|previous|next|following|first|second|last|new|other))"
    r" (?:chapter|section|module|lesson|episode|course|unit|figure|table|example|step|case|way|point|time|command"
    r"|output|result)s?\b",
    re.IGNORECASE,
)
"""What somebody did or is about to do on this page."""
_DONE = re.compile(
    r"(?:(?<=once )|(?<=after )|(?<=when ))(?:we|you)(?:['’]ve| have) |(?:(?<=everything )|(?<=that ))(?:we|you) have ",
    re.IGNORECASE,
)
"""What is done before, in a condition: "once you have saved the file"."""
_PLAN = re.compile(
    r"\bwe(?:['’]ll| (?:will|shall|would|want|wish|might|may)\b)|\byou['’]ll\b"
    r"|^(?:\w+,? ){0,2}you (?:will|would|want|wish|might|may)\b"
    r"|\byou (?:might|may|will) (?:also |now )?(?:want|wish|notice|see|be|have|need|recall|think|wonder|learn|find"
    r"|know)\b",
    re.IGNORECASE,
)
_CONDITION = re.compile(r"(?:if|when|whenever|once|unless|before|after|without|to)\b", re.IGNORECASE)
_TOLD = (
    (re.compile(r"\bwe are\b", re.IGNORECASE), "you are"),
    (re.compile(r"\bourselves\b"), "yourself"),
    (re.compile(r"\bWe\b"), "You"),
    (re.compile(r"\b(?:we|us)\b"), "you"),
    (re.compile(r"\bOur\b"), "Your"),
    (re.compile(r"\bour\b"), "your"),
    (re.compile(r"\bours\b"), "yours"),
)


_LEANS = re.compile(
    r"(?:^|[,;:] |\b(?:and|but|so|or|then) )you\b|\byou are\b|\byours?\b|\b(?:if|when|whenever|once|unless|because)\b",
    re.IGNORECASE,
)
"""What makes a sentence speak of what its reader does, and no more of the field alone."""
_SAFE = re.compile(
    r"you (?:can|could|may)\b|there is (?:one|an?) (?:\w+ )?difference between\b"
    r"|(?:in order )?to [a-z]+ [^,]+, you (?:can|could|must|should|need|have)\b"
    r"|(?:if|when|once|whenever) [^,]*`[^,]*, [^,]+$"
    r"|(?:if|when|once|whenever) [^,`]+, [^,]*`[^,]*$"
    r"|(?:if|when|once) you (?:ever )?[a-z]+ [^,]*, you will (?:lose|get)\b"
    r"|[^,]{3,60}? (?:lets?|allows?|helps?) you\b(?!.* when)",
    re.IGNORECASE,
)
"""Sentences of which the reader is the subject and that yet hold for anybody."""
_IS_BETTER = re.compile(
    r"(?:however, )?it(?:['’]s| is) (?:\w+ ){0,2}(?:better|best|safer|easier|good|important)\b", re.IGNORECASE
)
_UNSAFE = re.compile(
    r"^(?:while|although|though|but|and|because|since|for (?:the|this|that))\b|\b(?:of|all|each|both|most) (?:us|you)\b"
    r"|\b(?:because|since)\b|\bour (?:own|bodies|lives|minds|brains|selves|families|beliefs|data)\b",
    re.IGNORECASE,
)


def to_reader(sentence: str) -> str:
    """The sentence with "you" for "we", where it tells what anybody can do; empty where it tells a story."""
    if _SPOKEN.isdisjoint(cues(sentence)) or _OTHERS.search(sentence) or _A_FILE.search(sentence):
        return ""
    sentence = _LIKENED.sub(".", first_clause(sentence))
    if _UNSAFE.search(sentence) and not _IS_BETTER.match(sentence):
        return ""
    story = _DONE.sub("", sentence) if _CONDITION.match(sentence) else sentence
    if _STORY.search(story) or (_PLAN.search(sentence) and not _CONDITION.match(sentence)):
        return ""
    for spoken, told in _TOLD:
        sentence = spoken.sub(told, sentence)
    if _LEANS.search(sentence) and not (_SAFE.match(sentence) or _IS_BETTER.match(sentence)):
        return ""
    return sentence


_LIKENED = re.compile(r", (?:similar(?:ly)? to|just as|just like|like|as) [^,;]*\bwe\b[^,;]*$")
"""What a sentence is like that stands earlier on the page."""
_DEFINES = re.compile(r"(?:An? )?[A-Z`][\w`-]*(?: [\w-]+){0,3} (?:is|are) (?:an?|the) ")
_SECOND = re.compile(r", (?:and|but|so) (?:there|you|we|it|they|this|that)\b[^;:—]*$")
"""What goes on behind a definition, in a clause of its own."""


def first_clause(sentence: str) -> str:
    """A definition without what goes on behind it; any other sentence as it is."""
    return _SECOND.sub(".", sentence) if _DEFINES.match(sentence) else sentence
