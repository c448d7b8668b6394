"""Form of sentences that say what happens, or what to do, under a condition."""

import re

from mediaquiz.generate.asked import PRONOUN, Asked, in_topic, stated, text_of
from mediaquiz.generate.known import opens_with_unknown
from mediaquiz.generate.results import duty_under, named_result
from mediaquiz.generate.toldagain import is_told_again
from mediaquiz.language.clauses import plural_subject, split_bare
from mediaquiz.language.verbs import OTHERS_TOO, VERBS, base_of
from mediaquiz.model.concept import Extract, Statement
from mediaquiz.model.item import Recall

_WHEN = re.compile(
    r"^(?P<join>as|when|if|once|whenever|before|after) (?P<cause>(?:[^,;:—]|, (?=and |or )){3,110}?)(?:, however)?, "
    r"(?P<then>(?!and |or )[^;:—]{6,180})(?=;|$)",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"^(?P<place>(?:at|in|on|during|after|before|for|with|under) [^,]{3,40}), (?P<then>.+)$", re.IGNORECASE
)
_NO_CLAUSE = re.compile(
    r"^(?:(?:of|an?|the|you|we|in|with|for|if|though|yet|shown|mentioned|noted|already|well|long|soon|much|many"
    r"|not)\b)",
    re.IGNORECASE,
)
"""What makes "as" another word than the one of a condition: as of, as a rule, as for, as if, as well …"""
_PARTICIPLE = re.compile(r"^\w{2,}(?:ing|ed|en|wn)$", re.IGNORECASE)
_OPEN_END = re.compile(r" (?:at|of|in|to|for|with|by|like|as)$")
_SPOKEN_TO = re.compile(
    r"\b(?:you|your) (?:want|would|need|wish|like|are using|operating|computer|have (?:a|an|any|not))\b|\byou(?:'d|’d)"
)
_CUT_LIST = re.compile(
    r"^(?:or|and|but|nor|like|such as|especially|say|so that|despite|although|though|even|because|while|where|which)\b"
    r"|^\w+ing\b[^,]*, (?:it|they|the|an?)\b|^[\w-]+, (?:or|and) |^[\w’' -]{3,40}, (?:and|or) [\w’' -]{3,40}, ",
    re.IGNORECASE,
)
"""A main clause that begins like this is no main clause: the comma before it was one of a list."""
_UNREAL = re.compile(r"\b(?:were|had|would|could)\b")
_AUXILIARIES = frozenset("is are was were has have had can will does do did may must".split())
_ORDERED = frozenset(
    "add ask avoid be build change check choose compare cut do find fix give keep look make measure move place"
    " prefer put reduce remove replace start stop take test treat try turn use wait write".split()
)


def condition(found: Statement, extract: Extract) -> Asked | None:
    """When X, S does Y.  →  What does S do when X?  —  When X, do Y.  →  What should you do when X?"""
    match = _WHEN.match(re.sub(r"\s\([^()]*\)", "", text_of(found)))
    if match and match["join"].lower() in {"before", "after"} and not _is_order(match["then"]):
        return None
    if not match or not _is_clause(match["join"].lower(), match["cause"]):
        return None
    then = _first_result(re.sub(r"^then | in this [a-z]+$|, (?:as well|too)$", "", match["then"]))
    then = _THAT.sub(lambda that: f"the {that[1]}" if that[1] in match["cause"].split(" ") else that[0], then)
    if echoes(match["cause"], then):
        return None
    if must := _must(match["cause"], then):
        return Asked(
            "condition", Recall(f"What {must[0]} you do {match['join'].lower()} {match['cause']}?", must[1]), "advice"
        )
    if duty := duty_under(match["join"].lower(), match["cause"], then, extract):
        return Asked("condition", Recall(*duty), "effect", 0.8)
    spoken = match["cause"].startswith("you ") and _YOU_GET.match(then)
    if _EXAMPLE.search(then) or not (spoken or _is_main_clause(_named(match["cause"], then))):
        return None
    if not _is_order(then) and ((_UNSAID.search(then) and not _may(then, found)) or _is_past(match["cause"], then)):
        return None
    if not found.takeaway and _is_one_of_many(match["cause"], then, found, extract):
        return None
    when = f"{match['join'].lower()} {match['cause']}"
    if place := _PLACE.match(then):
        when, then = f"{when}, {place['place']}", place["then"]
    whole = _is_asked_whole(match["cause"], then)
    if not whole and (named := named_result(then, when, extract)):
        return Asked("condition", Recall(f"{named[0]}?", named[1]), "effect", 0.8)
    asks = _asks(when, then, extract) if found.takeaway or whole else ""
    return Asked("condition", Recall(f"{asks}?", stated(then)), "effect", 0.8) if asks else None


_THAT = re.compile(r"^that ([a-z]+)(?= (?:is|are|will|can|becomes?)\b)")
"""A thing of the condition, taken up."""
_UNSAID = re.compile(
    r"^(?:(?:it|this|that) )?(?:does|do|did|is|are|need)(?: not|n[’']t) (?:necessarily |always )?"
    r"(?:mean|follow|imply)\b"
    r"|\b(?:does|do) not (?:necessarily )?(?:mean|imply) that\b"
    r"|^(?:\S+ ){1,6}?(?:may|might)\b|^(?:it|they) can\b"
    r"|\b(?:two|three|four|five|six|seven|eight|nine|ten|hundred|thousand|million)s? "
    r"(?:[a-z]+s|of)\b.*\bfor (?:every|each)\b",
    re.IGNORECASE,
)
"""No result: what does not follow, what perhaps does, or the sums of an example."""


def _may(then: str, found: Statement) -> bool:
    """Whether a key point says what may follow: that is its point."""
    return found.takeaway and re.match(r"(?:\S+ ){1,6}?(?:may|might) ", then) is not None


def _is_past(cause: str, then: str) -> bool:
    """Whether the sentence tells what happened once: "If the crew was asleep, the boat drifted"."""
    return _PAST.search(cause) is not None and not _UNREAL_RESULT.search(then)


def _is_one_of_many(cause: str, then: str, found: Statement, extract: Extract) -> bool:
    """Whether a condition of the prose has other results as well; of one that is only thought of a lesson tells one."""
    if _SOMETHING.search(cause):
        return True
    thought = _UNREAL.search(cause) and _UNREAL.search(then)
    return not thought and is_told_again(cause, found.place.quote, extract.lesson.text)


_OUTCOME = re.compile(r"the (?:result|outcome|answer|output) (?:is|will be) ", re.IGNORECASE)
_ITS = re.compile(r"(?:its|their|his|her) ", re.IGNORECASE)


def _is_asked_whole(cause: str, then: str) -> bool:
    """Whether "what happens" is the question: an order, a thought, a result for the condition's own subject, or for
    "the thing" that would not stand alone in a question."""
    own = PRONOUN.match(then) is not None and _OWN_DEED.match(then) is None
    return (
        own
        or _is_order(then)
        or _OUTCOME.match(then) is not None
        or _UNREAL.search(cause) is not None
        or _is_of_the_condition(cause, then)
    )


def _is_of_the_condition(cause: str, then: str) -> bool:
    """Whether a result tells of "its current", of "the effects", or of "the farmer" that the condition names."""
    clause = split_bare(then)
    if _ITS.match(then) or not clause:
        return _ITS.match(then) is not None
    found = re.fullmatch(r"the (?P<noun>\S+)", clause.subject, re.IGNORECASE)
    return found is not None and (plural_subject(clause.subject) or found["noun"] in cause.split(" "))


_OWN_DEED = re.compile(r"\S+ (?:\w+ly )?(?:must|should|wants?|needs?|runs? the risk)\b")
"""What the subject of the condition is bound to: nothing that happens."""

_SOMETHING = re.compile(r"\b(?:something|anything|someone|somebody)\b")
_PAST = re.compile(r"\b(?:was|were|had|did)\b", re.IGNORECASE)
_UNREAL_RESULT = re.compile(r"\b(?:would|could|might)\b")


def _first_result(then: str) -> str:
    """A result up to where the next one begins: "X stops working, so Y moves"."""
    return re.split(r", so (?!that\b)", then)[0]


_WHAT = re.compile(r"\bwhat [a-z]+ (?P<said>[^,]+)")


def echoes(cause: str, then: str) -> bool:
    """Whether a result only says the condition again: "ranked by quick votes" teaches "what wins quick votes"."""
    found = _WHAT.search(then)
    return found is not None and set(found["said"].lower().split()) <= set(cause.lower().split())


_EXAMPLE = re.compile(r"^since\b|\b(?:like|such as) |\b(?:too|as well|also)$", re.IGNORECASE)
"""A main clause that shows a case, or adds to the one before."""
_YOU_MUST = re.compile(r"^you (?P<must>must|should|need to|have to) (?P<do>(?!be\b|have\b)[a-z]+ .+)$")


_YOU_GET = re.compile(
    r"^you (?:will|can no longer|cannot|lose|get|end up|risk)\b(?! (?:see|need|have|be|notice|find)\b)"
)
"""What the reader gets of what the reader does."""


def _must(cause: str, then: str) -> tuple[str, str] | None:
    """ "If you A, you must B": what must be done."""
    match = _YOU_MUST.match(then) if cause.startswith("you ") else None
    return ("should" if match["must"] == "should" else "must", stated(match["do"])) if match else None


def _named(cause: str, then: str) -> str:
    """The main clause, with its pronoun replaced by the subject of the condition where that can only be meant."""
    found = re.match(r"(?P<pronoun>it|they) ", then)
    clause = split_bare(cause) if found else None
    if not found or not clause or PRONOUN.match(clause.subject):
        return then
    plural = plural_subject(clause.subject)
    nouns = len(re.findall(r"\b(?:an?|the|its|their|each|every)\b", clause.rest))
    fits = plural == (found["pronoun"] == "they") and (plural or nouns == 0)
    return f"{clause.subject} {then[found.end() :]}" if fits else then


def _is_clause(join: str, cause: str) -> bool:
    """Whether the words after the conjunction are a clause with a subject of its own and a verb."""
    words = cause.split(" ")
    if PRONOUN.match(cause) and not cause.lower().startswith("you "):
        return False
    if _PARTICIPLE.match(words[0]) or _OPEN_END.search(cause) or _SPOKEN_TO.search(cause):
        return False
    if len(set(re.findall(r"\b[B-HJ-Z]\b", cause))) or re.search(r"\bA (?:believes|is|does|has|gets|thinks)\b", cause):
        return False  # people and things named by letters
    if re.search(r"\b(?:is|are|were|was) to\b|^(?:some|many|we|others) (?:have|has)\b", cause):
        return False
    if (join == "as" and _NO_CLAUSE.match(cause) and not _changes(cause)) or cause.startswith("not "):
        return False
    return any(word in _AUXILIARIES or word in VERBS or base_of(word) or word.endswith("ed") for word in words[1:])


_CHANGES = frozenset(
    "rise fall increase decrease grow decline become approach expand shrink slow cool warm age develop accumulate"
    " accelerate spread deepen widen narrow drop climb move change improve worsen".split()
)


def _changes(cause: str) -> bool:
    """Whether "as" is followed by something that changes: "as the price rises", but not "as the name suggests"."""
    clause = split_bare(cause)
    return clause is not None and clause.base in _CHANGES


_ITSELF = re.compile(r"(?:it|they) (?:will|can|cannot|must) (?!be (?:\w+ )?(?:to|that)\b)[a-z]+", re.IGNORECASE)
"""What the condition names, and what becomes of it."""


def _is_main_clause(then: str) -> bool:
    first = then.split(" ")[0].lower()
    if _is_order(then):
        return True
    third = first.endswith("s") and base_of(first) not in OTHERS_TOO and base_of(first) != ""
    return not (
        third
        or (PRONOUN.match(then) and not _ITSELF.match(then))
        or _CUT_LIST.match(then)
        or _is_verb_first(first, then)
    )


def _is_verb_first(first: str, then: str) -> bool:
    """Whether a main clause lacks its subject: "keep the lid on", but not "aggregate demand falls"."""
    return first in VERBS and first not in _ORDERED and not (first in OTHERS_TOO and split_bare(then))


_ORDER = re.compile(r"^(?P<verb>[a-z]+) (?:an?|the|your|all|every|each|it|one|two|three|only|some)\b", re.IGNORECASE)


def _is_order(then: str) -> bool:
    """Whether a main clause tells the reader what to do: "knit a swatch"."""
    found = _ORDER.match(then)
    return then.split(" ")[0].lower() in _ORDERED or (found is not None and found["verb"] in VERBS)


def _asks(when: str, then: str, extract: Extract) -> str:
    """The question; empty where its subject is a "the thing" of the page and the lesson has no topic to name."""
    if _is_order(then):
        return f"What should you do {when}"
    unreal = when.startswith("if ") and _UNREAL.search(when) and _UNREAL.search(then)
    asks = f"What {'would happen' if unreal else 'happens'} {when}"
    if not opens_with_unknown(when.partition(" ")[2], extract):
        return asks
    where = in_topic(extract, asks).strip()
    return f"{where[:1].upper()}{where[1:]}, {asks[:1].lower()}{asks[1:]}" if where else ""
