"""Forms of sentences that say what happens under a condition, or what is so alone: "If A, then B", "only A".

They are broad on purpose, and tried where no closer form has fitted.
"""

import re
from functools import lru_cache

from mediaquiz.generate.asked import PRONOUN, Asked, stated, subject_of, text_of
from mediaquiz.generate.forms_condition import echoes
from mediaquiz.generate.known import opens_with_unknown
from mediaquiz.generate.results import duty_under
from mediaquiz.language.clauses import Clause, split_bare
from mediaquiz.language.verbs import OTHERS_TOO, base_of, is_infinitive, is_participle, readings
from mediaquiz.model.concept import Extract, Statement
from mediaquiz.model.item import Recall, Short
from mediaquiz.model.same import Same
from mediaquiz.text import cut_opening

_CONDITION = re.compile(r"^(?P<join>if|when|whenever|once) (?P<rest>.+)$", re.IGNORECASE)
_THEN = re.compile(
    r", (?:then )?(?!(?:and|or|but|nor|such|which|who|that|including|like|say|for|not|as|e\.g)\b|\w+ing\b)"
)
_BARE_THEN = re.compile(r"(?<![a-z] and) then (?=\S)| (?=(?:it|they) (?:will|can no longer|cannot|becomes?) [a-z])")
_POINTS = re.compile(
    r"\b(?:this|these|those|such(?! as\b)|here"
    r"|there(?! (?:is|are)\b|['’]s\b)|(?:above|below)(?! (?:the|an?|its|[a-z]+)\b)|following|previous"
    r"|instead(?! of\b)|again|another|something|anything"
    r"|someone|others?|your program|you are using|one that|do so|does so)\b|\bthat(?= \w+$)",
    re.IGNORECASE,
)
_MIND = re.compile(
    r"^(?:you (?:\w+ly )?(?:know|look|think|see|notice|wonder|like|prefer|wish|would|care|feel|read|understand|remember"
    r"|are (?:new|familiar|interested|unsure|stuck|ready|already)|have (?:read|seen|any|questions|trouble|not))\b"
    r"|\S+(?: \S+)? (?:makes a difference|matters)|all goes|it comes|in doubt|asked|necessary|needed|possible)",
    re.IGNORECASE,
)
"""What goes on in the reader; no condition of the field."""
_WANTS = re.compile(r"^you (?:want|need) ")
_PAST = re.compile(r"(?<!that )(?<!which )\b(?:was|were|had|did)\b")
_UNREAL = re.compile(r"\b(?:would|could)\b")
_EMPTY = re.compile(
    r"(?:it(?:['’]s| is| was| can be| may be| will be| becomes| would be) (?:\w+ ){0,3}?(?:to|that|for|how|if|when)\b"
    r"|it (?:takes|seems|makes sense|helps|follows|means)\b"
    r"|(?:this|that|these|those|there|here|he|she|we|i|one|what|let|don['’]t|do not|please|check|see|try|note|look)\b)",
    re.IGNORECASE,
)
_PERHAPS = re.compile(r"\b(?:may|might|perhaps|probably|likely|often|sometimes|usually|normally)\b", re.IGNORECASE)
_YOU = re.compile(
    r"^you (?P<modal>must|need to|have to|should|can|cannot|can no longer|can['’]t)"
    r" (?:then |also |simply |just |always |still )?(?P<do>[a-z]+ .+)$"
)
_YOU_GET = re.compile(r"^you (?:will )?(?:\w+ly )?(?:get|receive|lose|encounter|obtain|end up|run into)\b")
_SO = re.compile(r", (?:so|and so|thus|hence|which means)\b(?! that\b).*$|, (?:and|but) (?:you|it|this|that)\b.*$")
_SAME = {"need to": "must", "have to": "must", "can't": "cannot", "can’t": "cannot"}
_SHORTEST, _LONGEST = 3, 190
_USUALLY = re.compile(r"^by default, (?=if|when|once)", re.IGNORECASE)
_ORDER = re.compile(r"(?:be (?:sure|careful|aware)|always|never|avoid|make sure|use|add|remove|keep|choose|write|run) ")


def happens(found: Statement, extract: Extract) -> Asked | None:
    """If A, then B.  →  What happens if A?  —  If A, you must B.  →  What must you do if A?"""
    text = re.sub(r"\s\([^()]*\)", "", text_of(found))
    bare = cut_opening(_USUALLY, text)
    match = _CONDITION.match(bare)
    cause, then = _parted(match["rest"]) if match else ("", "")
    if not match or not then or not _is_condition(cause, extract) or _EMPTY.match(then) or len(then) > _LONGEST:
        return None
    if not found.takeaway and (_PERHAPS.search(then) or _is_one_of_many(cause, found, extract)):
        return None
    when = f"{match['join'].lower()} {cause}"
    if you := _YOU.match(then):
        return _deed_of_reader(you, when)
    if duty := duty_under(match["join"].lower(), cause, then, extract):
        return Asked("happens", Recall(*duty), "means", 0.65)
    if named := _NAMED_SO.match(then):
        stem = f"What do you call it {when}?"
        return Asked("happens", Short(stem, named["term"]), "definition", 0.65) if match["join"] != "If" else None
    if _ORDER.match(then):
        return Asked("happens", Recall(f"What should you do {when}?", stated(then)), "advice", 0.65)
    gets = _YOU_GET.match(then) is not None
    if _WANTS.match(cause) or not (gets or (_is_result(cause, then) and not then.startswith("you "))):
        return None
    unreal = _UNREAL.search(then) is not None and _PAST.search(cause) is not None
    stem = f"{'By default, what' if bare != text else 'What'} {'would happen' if unreal else 'happens'} {when}?"
    return Asked("happens", Recall(stem, stated(_SO.sub("", then))), "effect", 0.65)


_NAMED_SO = re.compile(
    r"it(?: is|['’]s) (?:called|known as|termed|referred to as) (?:an? |the )?(?P<term>[^,;]{3,40})$"
)


def _parted(text: str) -> tuple[str, str]:
    """The condition and what follows from it, parted at the first comma that ends the condition."""
    if found := _THEN.search(text) or _BARE_THEN.search(text):
        return text[: found.start()], text[found.end() :]
    return "", ""


def _is_one_of_many(cause: str, found: Statement, extract: Extract) -> bool:
    """Whether another sentence tells what follows from the same condition."""
    own = set(_WORD.findall(cause.lower()))
    return any(quote != found.place.quote and own <= told for quote, told in _conditions(Same(extract)))


@lru_cache(maxsize=1)
def _conditions(of: Same[Extract]) -> tuple[tuple[str, frozenset[str]], ...]:
    """Each sentence of a lesson with a condition: the lesson's words, and those of the condition and its result."""
    told = ((other, _CONDITION.match(other.text)) for other in of.value.findings if isinstance(other, Statement))
    return tuple((o.place.quote, frozenset(_WORD.findall(match["rest"].lower()))) for o, match in told if match)


_WORD = re.compile(r"[a-z]{3,}|`[^`]+`")
_THERE_IS = re.compile(r"there(?: (?:is|are)|['’]s) (?:no|an?|more|less|fewer) ")


def _is_condition(cause: str, extract: Extract) -> bool:
    """Whether words behind "if" are a condition that stands alone, with a subject of its own."""
    words = cause.split(" ")
    if (
        len(words) < _SHORTEST + 2 * cause.startswith("you ")
        or _MIND.match(cause)
        or _POINTS.search(cause)
        or "—" in cause
        or ";" in cause
    ):
        return False
    if PRONOUN.match(cause) and not _THERE_IS.match(cause) and not cause.startswith("you "):
        return False
    if (
        (words[0].endswith("ing") and not _IS_DONE.match(cause))
        or is_participle(words[0])
        or opens_with_unknown(cause, extract)
    ):
        return False
    return _HAS_VERB.search(cause) is not None or _is_deed_of(cause, "you") or split_bare(cause) is not None


_IS_DONE = re.compile(r"[a-z]+ing (?:is|gets) ")
"""A doing as the subject: "sampling is done"."""
_HAS_VERB = re.compile(
    r"\b(?:is|are|isn['’]t|aren['’]t|does|do|doesn['’]t|don['’]t|has|have|can|cannot|gets?|becomes?)\b"
)


def _is_deed_of(clause: str, who: str) -> bool:
    """Whether a clause begins with a pronoun and a verb: "it returns …", "you try …"."""
    found = re.match(rf"(?:{who}) (?:(?:\w+ly|also|then|still|always|never|ever) )?(?P<verb>[a-z]+)\b", clause)
    return found is not None and any(reading.form in {"base", "third"} for reading in readings(found["verb"]))


def _deed_of_reader(you: re.Match[str], when: str) -> Asked | None:
    if not is_infinitive(you["do"].split(" ")[0]):
        return None
    modal = _SAME.get(you["modal"], you["modal"])
    if modal.startswith("can") and modal != "can":
        return Asked("happens", Recall(f"What happens {when}?", stated(you[0])), "effect", 0.65)
    if you["do"].startswith(("see ", "notice ", "be ", "have ", "find ", "think ")):
        return None
    return Asked("happens", Recall(f"What {modal} you do {when}?", stated(you["do"])), "means", 0.65)


def _is_result(cause: str, then: str) -> bool:
    """Whether a main clause says what happens, in the present or of what is only thought of."""
    if _PAST.search(then) or (_PAST.search(cause) and not _UNREAL.search(then)):
        return False
    if _CHANCE.search(then) or _LISTED.match(then) or echoes(cause, then):
        return False
    clause = split_bare(then)
    if clause is None:
        third = any(base_of(word) and base_of(word) not in OTHERS_TOO for word in then.split(" ")[1:_NEAR])
        return third or _HAS_BE.match(then) is not None or _is_deed_of(then, "it|they")
    return clause.helper != "did"


_NEAR = 6
"""Words within which a plain clause has its verb."""
_CHANCE = re.compile(r"^chances are\b|\bcan be [a-z]+ed\b|\bshould\b|\b(?:needs?|likes?|wants?|prefers?) ")
_LISTED = re.compile(r"[^,]+, (?:or|and) [^,]+, ")
"""Not what follows yet, but further conditions."""
_HAS_BE = re.compile(r"(?!you\b)(?:\S+ ){1,12}?(?:is|are|will|can|cannot|must|won['’]t|isn['’]t) \S")
_WHERE = re.compile(r"^(?P<what>.+?) (?P<where>(?:as|in|at|on|within|inside|during) [^,]+)$")


_NO_THING = re.compile(
    r"(?:the|up|out|off|down|back|half|to|by|if|when|while|with|for|in|on|at|after|before|because|once|so|as|from|through"
    r"|about|then)\b|`?\w+ing\b"
)


def only(found: Statement, extract: Extract) -> Asked | None:
    """S can only hold X. S only takes X as Y.  →  What is the only thing that S can hold (that S takes as Y)?"""
    text = text_of(found)
    clause = split_bare(re.sub(r"\bonly (?=[a-z]+ )", "", text)) if " only " in text else None
    if not clause or not _names_itself(clause, extract) or re.search(r"[,;:—]", clause.rest):
        return None
    can = clause.verb in {"can", "may", "must"} and re.search(rf"\b{clause.verb} only [a-z]+ ", text)
    verb, _, what = clause.rest.partition(" ") if can else (clause.verb, "", clause.rest)
    does = can or (clause.base and clause.helper in {"does", "do"} and f" only {clause.verb} " in text)
    if not does or not what or _NO_THING.match(what) or (can and not any(r.form == "base" for r in readings(verb))):
        return None
    where = _WHERE.match(what)
    thing, rest = (where["what"], f" {where['where']}") if where and where["where"].startswith("as ") else (what, "")
    said = f"{clause.verb} {verb}" if can else verb
    stem = f"What is the only thing that {subject_of(clause, extract)} {said}{rest}?"
    return Asked("only", Recall(stem, stated(thing)), "relation", 0.7)


def _names_itself(clause: Clause, extract: Extract) -> bool:
    subject = clause.subject
    return not (PRONOUN.match(subject) or _POINTS.search(subject) or opens_with_unknown(subject, extract))


_HERE = re.compile(r"\b(?:this|these|those|such(?! as)|it|them|they|their|our|we|us)\b", re.IGNORECASE)
_WITHOUT = re.compile(r"^without (?P<what>[^;:—]{6,150}), (?P<then>[^,;:—]{8,140})$", re.IGNORECASE)


def without(found: Statement, extract: Extract) -> Asked | None:
    """Without X, Y happens.  →  What happens without X?"""
    match = _WITHOUT.match(text_of(found))
    clause = split_bare(match["then"]) if match else None
    if not match or not clause or PRONOUN.match(clause.subject) or _HERE.search(match["what"]):
        return None
    if re.match(r"\w+ing\b", match["what"]) or opens_with_unknown(match["what"], extract):
        return None
    return Asked("without", Recall(f"What happens without {match['what']}?", stated(match["then"])), "effect", 0.75)
