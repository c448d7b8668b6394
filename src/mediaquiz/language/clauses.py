"""Where the subject of an English sentence ends and its verb begins: only where that is sure.

There is no tagger here on purpose. A sentence is split at the first verb of a closed list whose form agrees with the
noun before it and whose neighbours do not make it a noun or a participle; everything else is left alone.
"""

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import takewhile

from mediaquiz.language.verbs import OTHERS_TOO, VERBS, base_of, is_infinitive, is_participle, past_of, readings

_BE = frozenset("is are was were".split())
_MODALS = frozenset("can could will would may might must should cannot".split())
_DO = frozenset("does do did".split())
_PERFECT = frozenset("has have had".split())
_NOT_IN_SUBJECT = re.compile(
    r"[,;:!?—–]|\.(?!\w)|\b(?:that|which|who|whom|whose|because|once|until|unless|when|if|while|where|to|not|it|they"
    r"|this|these|those|he|she|we|you"
    r"|there|than|how|why|what|although|though|since|as)\b",
    re.IGNORECASE,
)
_INSIDE_PHRASE = frozenset(
    "a an the of in on at by for with from as and or each every some any no its their your our his her my more most"
    " many few several other same new into onto over under between about through during without within against"
    " these those this that two three four five six seven eight nine ten both all such".split()
)
"""After one of these a word belongs to a noun phrase: ``the sets``, ``of changes``."""
_ARTICLES = frozenset("a an the".split())
_OPENS_OBJECT = frozenset(
    "a an the this that these those its their his her our your my all both each every some any no one two three four"
    " five six many much more most less few several other another to in on at by for with from into onto out up down"
    " off over under between through about against toward towards along around across after before during within "
    "without"
    " as than how why what when where whether which if not only also it them him us you me itself themselves people"
    " because and or little enough well very".split()
)
"""What a verb is followed by, and a noun in the middle of a phrase is not."""
_PLURALS = frozenset("people children men women data media criteria phenomena bacteria mice teeth feet police".split())
_ADVERB = re.compile(
    r"^(?:(?!(?:ap|sup|re|multi|com|im)ply$|(?:re|al|fami|assemb|anoma|monopo)ly$)[a-z]{2,}ly|also|often|always|never|usually|sometimes|still|then|thus|therefore|even|now)$"
)
_SINGULAR_S = frozenset("lens bias series news always status analysis basis process access virus corpus".split())
_OPENS_PHRASE = frozenset(
    "by in on at for with from during after before under as to within through without among".split()
)
_LONGEST_SUBJECT = 18


@dataclass(frozen=True, slots=True)
class Clause:
    """A simple clause. ``verb`` is the verb as it stands, ``base`` its infinitive, ``helper`` what asks for it.

    For *be*, modals and perfect forms ``helper`` is the word itself and ``base`` is empty; ``adverb`` stood before
    the verb.
    """

    subject: str
    verb: str
    base: str
    helper: str
    rest: str
    adverb: str = ""


@lru_cache(maxsize=4096)
def split(sentence: str) -> Clause | None:
    """The clause of a simple sentence in present or past tense, or None when it cannot be surely split.

    ``helper`` is ``does``, ``do`` or ``did``; for *be*, modals and ``has done`` it is the verb itself.
    """
    words = sentence.split(" ")
    first = words[0].lower()
    if first in _OPENS_PHRASE or first in {"and", "or", "but", "also", "nor"}:
        return None
    if first in VERBS and first not in OTHERS_TOO:
        return None  # "Give files short names": an order
    for at in range(1, min(len(words) - 1, _LONGEST_SUBJECT)):
        if _ends_subject(words[at - 1]) and not _stays_inside(words, at - 1):
            return _with_relative(words)
        if _may_be_verb(words[at]) and (found := _at(words, at)):
            subject = " ".join(words[:at])
            is_adverb = at > 1 and _is_adverb(words[at - 1]) and words[at - 2].lower() not in _ARTICLES
            adverb = words[at - 1] if is_adverb else ""
            subject = " ".join(words[: at - 1]) if adverb else subject
            rest = " ".join(words[at + 1 :]).strip()
            verb, base, helper = found
            return Clause(subject, verb, base, helper, rest, adverb) if rest else None
    return None


@lru_cache(maxsize=1 << 14)
def _may_be_verb(word: str) -> bool:
    """Whether a word is a verb or a helper somewhere; where it stands, ``_at`` judges."""
    return (
        word in _BE or word in _MODALS or word in _DO or word in _PERFECT or (word.islower() and bool(readings(word)))
    )


@lru_cache(maxsize=1 << 14)
def _ends_subject(word: str) -> bool:
    """Whether a word, or a mark at it, cannot stand inside a subject."""
    return _NOT_IN_SUBJECT.search(word) is not None


def _stays_inside(words: list[str], at: int) -> bool:
    """Whether a word that mostly ends a subject does not: "to" before a noun ("barriers to entry"), "such as"."""
    if words[at] == "to":
        return words[at + 1].lower() not in VERBS and words[at + 1] != "be"
    return words[at] == "as" and words[at - 1] == "such"


def _with_relative(words: list[str]) -> Clause | None:
    """The clause of "an N that does X will do Y": the relative clause has one verb, the next one is the sentence's."""
    relative = next((at for at, word in enumerate(words[:8]) if at and word in {"that", "which", "who"}), 0)
    head = " ".join(words[:relative])
    if (
        not relative
        or relative + 3 > len(words)
        or words[relative - 1] in _SO
        or any(map(_ends_subject, words[:relative]))
    ):
        return None
    form = "base" if plural_subject(head) else "third"
    inner = words[relative + 1]
    helps = inner in _MODALS or inner in _BE or inner in _PERFECT
    if not helps and not any(reading.form == form for reading in readings(inner)):
        return None
    for at in range(relative + 2 + helps, min(len(words) - 1, _LONGEST_SUBJECT)):
        if _ends_subject(words[at - 1]):
            return None
        found = _at(words, at)
        if found and (not found[1] or found[1] not in OTHERS_TOO):
            verb, base, helper = found
            return Clause(" ".join(words[:at]), verb, base, helper, " ".join(words[at + 1 :]))
    return None


_SO = frozenset("so such now provided given and or but all one".split())


def split_bare(sentence: str) -> Clause | None:
    """The clause of a sentence that may end with its verb: "a light anchor holds"; then ``rest`` is empty."""
    clause = split(sentence)
    if clause:
        return clause
    last = sentence.rpartition(" ")[2]
    clause = split(f"{sentence} there") if last.islower() and readings(last) else None
    return replace(clause, rest="") if clause and clause.rest == "there" and clause.base else None


_JOINT = re.compile(r", (?:and|but|however|yet),? ")
_HANGS_ON = re.compile(
    r"^(?:if|when|whenever|while|as|because|since|although|though|unless|until|once|after|before|in|on|at|by|for|with"
    r"|without|under|during|from|to|unlike|despite|instead|not|only|both|either|neither)\b",
    re.IGNORECASE,
)
"""What opens a sentence whose beginning holds for both of its clauses."""
_OPENS_NO_HALF = re.compile(
    r"^(?:it|they|this|that|these|those|he|she|we|you(?! (?:can|must) )|I|there|here|its|their|his|her|one|ones"
    r"|another|others?|some|each"
    r"|both|all|none|most|many|neither|nor|so|then|thus|vice versa|if|the (?:others?|former|latter|rest"
    r"|second|first))\b",
    re.IGNORECASE,
)


def halves(sentence: str) -> tuple[str, ...]:
    """The clauses that a semicolon or ", and" joins, where each is a sentence of its own; those that lean on another
    are left out, and a sentence of one clause has none."""
    whole = sentence.strip().removesuffix(".")
    parts = [half for part in whole.split("; ") for half in _joined_by_and(part)]
    if len(parts) < 2:
        return ()
    return tuple(f"{part[:1].upper()}{part[1:]}." for part in parts if not _OPENS_NO_HALF.match(part))


_OF_READER = re.compile(r"you (?:can|must) [a-z]", re.IGNORECASE)
_ENDS_A_LIST = re.compile(r"[\w-]+ (?:or|and) [\w-]+ ")
"""The last members of a list: "any part of the head, body or feet is …"."""


def spliced(sentence: str) -> tuple[str, ...]:
    """The clauses of two sentences that only a comma joins: "Tin melts the ice, lead sinks through the snow"."""
    one, comma, other = sentence.strip().removesuffix(".").partition(", ")
    if (
        not comma
        or "," in other
        or _ENDS_A_LIST.match(other)
        or _HANGS_ON.match(one)
        or _HANGS_ON.match(other)
        or not (split(one) and split(other))
    ):
        return ()
    if split(f"{one} and {other}") is None or re.match(
        r"(?:[a-z]+ing|or|and|but|so|then|which|who|where|the \w+er)\b", other
    ):
        return ()
    parts = (one, other)
    return tuple(f"{part[:1].upper()}{part[1:]}." for part in parts if not _OPENS_NO_HALF.match(part))


def _joined_by_and(text: str) -> tuple[str, ...]:
    """Two clauses joined by ", and" or ", but", where both sides surely have a verb of their own."""
    found = None if _HANGS_ON.match(text) or ":" in text else _JOINT.search(text)
    if not found:
        return (text,)
    one, other = text[: found.start()], text[found.end() :]
    sure = (
        split_bare(one)
        and "," not in one
        and (split_bare(other) or _OPENS_NO_HALF.match(other) or _OF_READER.match(other))
    )
    return (one, other) if sure else (text,)


def _at(words: list[str], at: int) -> tuple[str, str, str] | None:
    """The verb at a place, with its infinitive and helper, if a verb stands there."""
    word = words[at]
    if word in _BE or word in _MODALS:
        return word, "", word
    if word in _DO and words[at + 1] == "not":
        return word, "", word
    if word in _PERFECT and is_participle(_after(words, at)):
        return word, "", word
    if not word.islower() or not readings(word):
        return None
    before = words[at - 1]
    if _is_adverb(before):
        before = next((w for w in words[at - 1 :: -1] if not _is_adverb(w)), "")
    if before.lower() in _ARTICLES:
        before = words[at - 1]  # no adverb stands alone behind an article: "a dolly", "the fly"
    if not before or before.lower() in _INSIDE_PHRASE:
        return None
    if before.endswith("ed") and at > 1 and is_participle(before):
        return None  # "Harding compared groups": that was the verb
    following = _after(words, at)
    if following not in _OPENS_OBJECT and _is_noun_before_a_verb(words, at):
        return None
    plural = _is_plural(words[:at])
    for base, form in readings(word):
        if form == "past" and word == base:
            return None  # "tax cut", "cost": the noun is as likely
        if form == "base" and plural and _has_plural_object(words, at):
            return word, base, "do"
        fits = (form == "third" and not plural) or (form == "base" and plural) or form == "past"
        if fits and _is_followed(base, form, following) and not _is_participle_here(words, at, form):
            return word, base, {"third": "does", "base": "do"}.get(form, "did")
    return None


def _has_plural_object(words: list[str], at: int) -> bool:
    """Whether a plural noun and no verb stands behind the word: "masters conduct tests of"."""
    following, behind = words[at + 1].strip(",;:"), words[at + 2].lower() if at + 2 < len(words) else ""
    if base_of(following) not in OTHERS_TOO or behind in _OPENS_NOUN or behind in _BE or behind in _MODALS:
        return False
    return not behind or behind in _OPENS_PHRASE or behind in {"of", "to", "and", "that", "against", "between"}


def _is_noun_before_a_verb(words: list[str], at: int) -> bool:
    """Whether the next word is the verb, as its object shows: "good shop practices serve the town"; or whether the word
    before may be the verb: "the plan balances limited means"."""
    word, following = words[at], words[at + 1]
    behind = words[at + 2] if at + 2 < len(words) else ""
    if word.endswith("s") and base_of(word) in OTHERS_TOO and behind in _OPENS_NOUN:
        return is_infinitive(following)
    before = words[at - 1]
    if at > 1 and word.endswith("s") and before in OTHERS_TOO and before in VERBS:
        return _is_plural(words[: at - 1])  # "sociologists conduct surveys"
    return at > 1 and past_of(word) != "" and base_of(before) in OTHERS_TOO


_OPENS_NOUN = frozenset("a an the its their his her our your all every each".split())


@lru_cache(maxsize=1 << 14)
def _is_adverb(word: str) -> bool:
    return _ADVERB.match(word) is not None


def _after(words: list[str], at: int) -> str:
    """The word after a place, adverbs passed over."""
    for word in words[at + 1 :]:
        if not _is_adverb(low := word.lower()):
            return low.strip(",;:")
    return ""


def _is_followed(base: str, form: str, following: str) -> bool:
    """Whether the next word can follow a verb: not another verb or its helper, which would make this word a noun."""
    if following in _BE or following in _MODALS or following in _PERFECT:
        return False
    if form == "third" and base in OTHERS_TOO and following == "of":
        return False  # "complicated names of files"
    if form == "base" and base in OTHERS_TOO and following in {"and", "or"}:
        return False  # "personal factors age and class"
    if following in _OPENS_OBJECT or not following.isalpha():
        return True
    found = {reading.form for reading in readings(following)}
    if base == "help" and "base" in found:
        return True  # "salt helps keep meat"
    if form == "past":
        return not found
    if found & {"third", "past"} and base in OTHERS_TOO:
        return False
    if base == "help" and "base" in found:
        return True
    is_noun = base in OTHERS_TOO and (following not in OTHERS_TOO or base in _MOSTLY_NOUNS)
    if form == "third" and "base" in found and is_noun:
        return False  # "sound practices serve many", "loom models work"
    if form == "base" and base in OTHERS_TOO:
        return "base" not in found  # "supporters of aid point to": which is the verb?
    return "base" not in found or following in OTHERS_TOO or base not in OTHERS_TOO


_MOSTLY_NOUNS = frozenset(
    "model rule test form process group state market plant list record practice structure document result field type"
    " code style program class method value name".split()
)
"""Verbs too, but seldom where the next word can be one."""


def _is_participle_here(words: list[str], at: int, form: str) -> bool:
    """A past form is a participle where a verb of the sentence's own comes after it: ``the method used is …``."""
    if form != "past":
        return False
    if words[at + 1].lower() in {"by", "in", "on", "as", "for", "with", "to", "from"}:
        rest = " ".join(words[at + 1 :]).split(",")[0].split(" ")
        return any(w in _BE or w in _MODALS or w in _PERFECT or base_of(w) for w in rest[1:])
    if past_of(words[at]) in _TAKES_CLAUSE:
        return False
    behind = (w.lower() for w in words[at + 1 : at + _NEAR])
    return any(w in _FINITE for w in takewhile(lambda w: w not in _JOINS and not w.endswith(","), behind))


_FINITE = _BE | _MODALS | _DO
_JOINS = frozenset(
    "that which who whom whose what how when where why if whether because since as and or but than".split()
)
_TAKES_CLAUSE = frozenset(
    "think believe say know feel claim argue find show hope realize see suggest assume mean ensure conclude state wish"
    " understand notice discover decide hold".split()
)
"""Verbs behind which a whole clause may stand without "that": "she thought the tide was out"."""
_NEAR = 8


def _is_plural(subject: list[str]) -> bool:
    """Whether the head of a subject is a plural noun."""
    phrase = " ".join([word for word in subject if not _is_adverb(word)])
    return not _DOING.match(phrase) and plural_subject(phrase)


_DOING = re.compile(r"\w++(?<=\wing)", re.IGNORECASE)


_AFTER_HEAD = re.compile(r"\s+(?:of|in|with|for|from|that|which|who|on|to|between|by|at|such)\s+")
_AND = re.compile(r"\band\b")
_ONE_OF_TWO_KINDS = re.compile(r"(?:an?|the|each|every) [\w-]+ and [\w-]+ [\w-]+$", re.IGNORECASE)
_MARKS_BEHIND = re.compile(r"[^\w]+$")
_LIKE_A_PLURAL = re.compile(r"[^su]s$|(?:es|ss|ix|ex)es$")


def plural_subject(subject: str) -> bool:
    """Whether a subject takes a plural verb, by its last plain noun; unsure means singular."""
    head = _AFTER_HEAD.split(subject, maxsplit=1)[0] if " " in subject else subject
    if "and" in head and _AND.search(head) and not _ONE_OF_TWO_KINDS.match(head):
        return True
    last = (head if head[-1:].isalnum() else _MARKS_BEHIND.sub("", head)).rpartition(" ")[2]
    if last == "States" or last.isupper():
        return False  # an acronym: "OS"
    if last.endswith("s") and "A" <= last[-2:-1] <= "Z":
        return True  # CPUs
    last = last.lower()
    return last in _PLURALS or (
        last.endswith("s")
        and _LIKE_A_PLURAL.search(last) is not None
        and not last.endswith(("ics", "sis", "xis"))
        and last not in _SINGULAR_S
    )
