"""Where the subject of a simple English sentence ends and its verb begins: only where the verb is known and agrees.

There is no tagger here on purpose. A sentence is split only at a verb of a closed list whose form agrees with the
subject; everything else is left alone.
"""

import re
from dataclasses import dataclass

from mediaquiz.generate.english import plural_subject
from mediaquiz.generate.verbs import VERBS

_IRREGULAR = {"has": "have", "does": "do", "goes": "go"}
_BE_AND_MODALS = frozenset("is are was were can could will would may might must should".split())
_NOT_IN_SUBJECT = re.compile(
    r"[,;:.!?—–]|\b(?:that|which|who|because|when|if|while|to|not|it|they|this|these)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Clause:
    """A simple clause. ``verb`` is the verb as it stands, ``base`` its infinitive, ``helper`` what asks for it."""

    subject: str
    verb: str
    base: str
    helper: str
    rest: str


def split(sentence: str) -> Clause | None:
    """The clause of a simple present sentence, or None when it cannot be surely split.

    ``helper`` is ``does`` or ``do``; for *be* and modals it is the verb itself and ``base`` is empty.
    """
    words = sentence.split(" ")
    for at in range(1, min(len(words), 9)):
        subject = " ".join(words[:at])
        if _NOT_IN_SUBJECT.search(subject):
            return None
        word = words[at]
        rest = " ".join(words[at + 1 :]).strip()
        if word in _BE_AND_MODALS and rest:
            return Clause(subject, word, "", word, rest)
        base = base_of(word)
        if base and rest and not _inside_phrase(words[at - 1]):
            return Clause(subject, word, base, "does", rest)
        if word in VERBS and rest and at > 0 and _plural_before(subject, words, at):
            return Clause(subject, word, word, "do", rest)
    return None


def base_of(verb: str) -> str:
    """The infinitive of a third-person verb of the list: ``carries`` → ``carry``; empty for anything else."""
    if verb in _IRREGULAR:
        return _IRREGULAR[verb]
    if not verb.endswith("s") or verb.endswith("ss"):
        return ""
    for ending, back in (("ies", "y"), ("es", "e"), ("es", ""), ("s", "")):
        if verb.endswith(ending) and verb[: -len(ending)] + back in VERBS:
            return verb[: -len(ending)] + back
    return ""


_OPEN_WORDS = frozenset(
    "a an the of in on at by for with from as and or each every some any no its their your our his her my more most"
    " many few several other same new".split()
)


def _inside_phrase(before: str) -> bool:
    """Whether the word after ``before`` still belongs to a noun phrase: ``the sets``, ``of changes``."""
    return before.lower() in _OPEN_WORDS


def _plural_before(subject: str, words: list[str], at: int) -> bool:
    if re.match(r"\w+ing\b", subject, re.IGNORECASE):
        return False  # "letting users decide": the verb belongs to the gerund
    return plural_subject(subject) and not _inside_phrase(words[at - 1]) and words[at - 1].endswith("s")
