"""Gate: a question that a rule has turned round reads as English does: one verb to ask with, a subject, no loose end.

It looks at questions of our own rules only. Where a sentence was split at the wrong word, the question shows it: a
second finite verb, a subject that is a clause, a last word that nothing follows, a word said twice.
"""

import re

from mediaquiz.language.clauses import split
from mediaquiz.language.verbs import OTHERS_TOO, VERBS, base_of, is_participle, readings
from mediaquiz.model.candidate import Candidate
from mediaquiz.model.item import Item, ItemType
from mediaquiz.model.stages import Scene
from mediaquiz.model.views import answer_text, prompt
from mediaquiz.text import has_hangul

_CODE = re.compile(r"`[^`]*`|\$[^$]*\$|“[^”]*”|\"[^\"]*\"|\([^()]*\)")
"""What keeps its own grammar inside a question."""
_ASKS = re.compile(
    r"(?:^|[,.:;] )(?P<word>what|why|how|when|where) "
    r"(?P<helper>is|are|was|were|do|does|did|can|could|will|would|must|should|has|have|had) (?P<rest>[^?]+)\?",
    re.IGNORECASE,
)
_OPENS_CLAUSE = re.compile(
    r"\b(?:that|which|who|whom|whose|what|how|when|where|why|if|whether|because|while|although|though|as|than|after"
    r"|before|until|unless|once|since|so|and|or|but|you|we|they|it|he|she|one|there|people)\b|[,;:]",
    re.IGNORECASE,
)
"""Behind one of these a second finite verb is at home."""
_SECOND_VERB = re.compile(
    r"(?<=\w) (?:is|are|was|were|can|could|will|would|must|should|may|might|cannot"
    r"|(?:does|do|did|is|are|was|wo|ca|could|should|would)n['’]t)\b(?=.)"
)
_PERFECT = re.compile(r"\b(?:has|had|have (?:been|had|become))\b")
_LOOSE_END = re.compile(
    r"\b(?:(?<=, )both|even|namely|i\.e\.?|e\.g\.?|those|these|and|or|but|if|because|although|though|than|the|an|a"
    r"|every|very|such|when|(?<!at )(?<!only )(?<!than )once|until|unless|between|among|its|their|your|our|so"
    r"|(?<!or )not"
    r"|that (?:is|are|was|were|includes?)|(?<=\w )which|whether)"
    r"(?:\?$|\. (?:why|what|which|how)\b)",
    re.IGNORECASE,
)
_LONGEST_END = 24
_HALF = re.compile(
    r"^(?:if|when|because|although|while|as|since|once) [^,;:]*\. (?:why|what|which|how)\b", re.IGNORECASE
)
"""``If a call returns an error. Why?``"""
_SAYS_DO = re.compile(r"\w (?:do|does|did) (?!not\b)(?P<verb>[a-z]+)")
_LARGE = re.compile(r"\b[A-Z]+\b(?=\?)")
"""A letter or an abbreviation at the end: "vitamin A"."""
_ENDS_WITH_BE = re.compile(r"\b(?:is|are|was|were)\?$")
_NO_SUBJECT = re.compile(
    r"(?:let['’]s|be|may|might|can|could|must|should|if|when|whenever|where|because|to|as|by|with|from|than|not"
    r"|only|which|who|whose|then|therefore|thus|however|both of|either|neither|once|especially|particularly"
    r"|actually|simply)\b|first (?=[a-z]+ (?:you|the|an?|it)\b)"
)
_GERUND_AND_NOUN = re.compile(r"^(?P<gerund>[a-z]+ing) (?P<verb>[a-z]+) [a-z]+ly\b")
"""``counting vote``: the subject was "counting votes"."""
_TWICE = re.compile(r"\b(?P<word>[a-z]{2,})s? (?P=word)s?\b(?<!that that)(?<!had had)", re.IGNORECASE)
_OF_ITSELF = re.compile(r"\bthe (?P<noun>\w+) of the (?P=noun)\b", re.IGNORECASE)
_OF_A_HEADING = re.compile(r"\b(?:steps|stages|phases|parts) of [a-z]+ing (?:the )?[A-Z]")
"""``The phases of understanding Loss Patterns``"""
_DASHES = re.compile(r" --- | -- |—")
_ONE_OF_MANY = re.compile(r"^(?:the|an?|this|each|every) (?:[a-z-]+ )?(?P<head>[a-z-]*[a-rt-z]) (?:of|in|for|with)\b")
_UNCOUNTED = frozenset("majority number rest lot couple variety range series half percentage people children".split())
_CALLS = re.compile(r"\bdo you call (?P<what>[^?]+)\?", re.IGNORECASE)
_OBJECT = re.compile(r"(?:an?|the|its|their|his|her|this|these|those|what|it|them) ", re.IGNORECASE)
_RELATIVE = re.compile(r"\b(?:that|which|who|whose|what|how|when|where|if|because|call)\b")
_AND_DOES = re.compile(r" and (?:then )?([a-z]+)\b(?: (\w+))?")
_DO = frozenset(("do", "does", "did"))
_ARTICLES = frozenset("a an the its their his her".split())
_BEHIND_VERB = re.compile(r"(?:an?|the|its|their|his|her|on|in|at|to|for|with|from|by|that) ", re.IGNORECASE)
_CONTACT = re.compile(r"\w (?:an?|the|you|we|they|people|somebody|someone|one) ", re.IGNORECASE)
"""A relative clause without its pronoun: "the amount a firm earns"."""
_COUNTED_OF = re.compile(r"\bof \w+ \w+s$")
"""``the quantity of goods firms will buy``"""
_WITHOUT_OBJECT = frozenset(
    "fail consist occur happen arise remain emerge appear exist become begin come go rise fall believe say decide want"
    " try hope agree refuse continue tend manage".split()
)
_CUT_CLAUSE = re.compile(
    r"\b(?:idea|belief|notion|theory|claim|view|fact|time|point|moment) (?:that|when) (?P<told>[^?]+)$"
)
_HELPS = re.compile(
    r"is|are|was|were|be|has|have|had|can|could|will|would|may|might|must|should|do|does|did|cannot|\w+n['’]t"
)
_ENDING = re.compile(r"(?:ed|es|[a-rtv-z]s)$")
"""How a verb may end that the list does not know."""


def gate(candidate: Candidate, scene: Scene) -> str | None:
    """Refuses what no teacher would say aloud; proposals of others were worded by somebody who speaks."""
    item = candidate.item
    if item.proposed or item.type in {ItemType.PRACTICE, ItemType.CLOZE, ItemType.TRUEFALSE}:
        return None
    text = _CODE.sub("X", prompt(item.content))
    if has_hangul(text) or _is_the_lessons_own(item):
        return None
    asks = _ASKS.search(text)
    if _ends_loosely(text) or _HALF.match(text) or (asks and _ENDS_WITH_BE.search(text) and _hangs(asks)):
        return "its question breaks off"
    if _TWICE.search(text) or _TWICE.search(_CODE.sub("X", answer_text(item.content))) or _OF_ITSELF.search(text):
        return "it says a word twice"
    if _OF_A_HEADING.search(text):
        return "a heading stands in it that is no name"
    if (called := _CALLS.search(text)) and _names_nothing(called["what"]):
        return "it describes nothing that could have a name"
    return _misturned(asks["helper"].lower(), asks["rest"]) if asks else None


def _ends_loosely(text: str) -> bool:
    """Whether a question or its first half ends with a word behind which something is missing."""
    bare = _LARGE.sub("X", text) if text.count("?") > 1 or text.rstrip("?")[-1:].isupper() else text
    return _LOOSE_END.search(bare, 0 if ". " in bare else max(0, len(bare) - _LONGEST_END)) is not None


def _hangs(asks: re.Match[str]) -> bool:
    """Whether a "was" at the end belongs to no clause of its own."""
    return asks["helper"].lower() in _DO or not _OPENS_CLAUSE.search(asks["rest"])


def _is_the_lessons_own(item: Item) -> bool:
    """Whether the lesson asks it in these words."""
    return item.source is not None and item.source.recipe in {"posed", "solved"}


def _misturned(helper: str, rest: str) -> str | None:
    first = rest.partition(" ")[0]
    if _NO_SUBJECT.match(rest) or (base_of(first) and base_of(first) not in OTHERS_TOO):
        return "its subject is no subject"
    if _DASHES.search(rest):
        return "an aside was left in it"
    clause = _OPENS_CLAUSE.search(rest)
    simple = rest[: clause.start()] if clause else rest
    if _SECOND_VERB.search(f"{simple} ") or (helper in _DO and _PERFECT.search(simple)):
        return "it has two verbs and one subject"
    if helper in {"is", "are", "was", "were"} and _tells(rest):
        return "its subject is a clause"
    if helper in _DO and (reason := _mistensed(rest, simple)):
        return reason
    if helper in {"are", "were", "do", "have"}:
        one = _ONE_OF_MANY.match(simple)
        if one and " and " not in rest and one["head"] not in _UNCOUNTED:
            return "its verb does not agree with its subject"
    return None


def _mistensed(rest: str, simple: str) -> str | None:
    """Refuses what stands behind "does" and is no infinitive. ``simple`` is the question up to its first clause."""
    if (again := _SAYS_DO.search(simple)) and again["verb"] in VERBS:
        return "it has two verbs and one subject"
    if any(_is_told(*found.groups()) for found in _AND_DOES.finditer(_RELATIVE.split(rest)[0])):
        return "its second verb has a tense already"
    if _has_its_tense(simple):
        return "its verb has a tense already"
    gerund = _GERUND_AND_NOUN.match(simple)
    if gerund and gerund["verb"] in OTHERS_TOO:
        return "its verb is a noun"
    return None


def _has_its_tense(words: str) -> bool:
    """Whether the verb behind "does" or "did" stands in the present or the past itself."""
    clause = split(f"{words[:1].upper()}{words[1:]} there")
    if clause is None or not clause.base or clause.base in OTHERS_TOO:
        return False
    if any(reading.form == "base" for word in clause.subject.split(" ")[1:] for reading in readings(word)):
        return False
    forms = {reading.form for reading in readings(clause.verb)}
    return forms == {"third"} or (forms <= {"past", "participle"} and _BEHIND_VERB.match(clause.rest) is not None)


def _is_told(verb: str, behind: str | None) -> bool:
    """Whether a word behind "and" is a verb that tells: "take the value and looks", "step in and played a role"."""
    forms = {reading.form for reading in readings(verb)}
    if forms == {"third"}:
        return base_of(verb) not in OTHERS_TOO
    return "past" in forms and "base" not in forms and behind in _ARTICLES


def _names_nothing(what: str) -> bool:
    """Whether what is to be called something is a clause, or a noun whose clause has lost its verb."""
    if _tells(what) or what.endswith(" what"):
        return True
    cut = _CUT_CLAUSE.search(what)
    if cut is None:
        return False
    words = cut["told"].split(" ")[1:]
    return not any(readings(word) or _HELPS.fullmatch(word) for word in words) and not any(
        map(_ENDING.search, words[1:])
    )


def _tells(phrase: str) -> bool:
    """Whether a phrase that ought to name something is a clause: it has a verb that surely is its own."""
    clause = split(f"{phrase[:1].upper()}{phrase[1:]}")
    if clause is None or _CONTACT.search(clause.subject):
        return False
    if not clause.base:
        return clause.helper != "can" and not _COUNTED_OF.search(clause.subject)
    if is_participle(clause.rest.partition(" ")[0]):
        return False  # its noun: "what are coordinates used for"
    forms = {reading.form for reading in readings(clause.verb)}
    if forms & {"past", "participle"}:
        return clause.base in _WITHOUT_OBJECT or _OBJECT.match(clause.rest) is not None
    return clause.base not in OTHERS_TOO or _OBJECT.match(clause.rest) is not None
