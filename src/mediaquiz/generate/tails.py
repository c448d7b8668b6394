"""An answer that is a phrase ends before a second clause of its sentence: "To run your program and is reset when …"."""

import re
from dataclasses import replace

from mediaquiz.generate.asked import Asked
from mediaquiz.generate.english import full_stop
from mediaquiz.language.clauses import split_bare
from mediaquiz.language.verbs import VERBS, base_of
from mediaquiz.model.item import Recall

_PHRASES = frozenset(
    "by-means how-you means-of used-for uses purpose why-you predicate"
    " considered outcome aim the-chief is-a are-a what-is-the where-is where-kept should-be lets holds-that ends-at"
    " made-to how-done relies-on needs-to seen-as turns-into meant-to use-to to-you to-do said attribute"
    " means think-of passive starts-with".split()
)
"""Forms whose answer is no clause, so that no second one can go on from it."""
_CLAUSE = re.compile(r"(?:It|They|Because|If|When|Once|Whether|That|How|What|You)\b")
_INSIDE = re.compile(r"\b(?:that|which|who|whom|whose|what|how|where|when|whether|if|because|as|than|while)\b")
"""What has a clause in the answer, of which the second verb may be."""
_SECOND_VERB = re.compile(
    r",? (?:and|but|so|or) (?:(?:[a-z]+ly|also|then|thus|therefore|so|in turn),? )?"
    r"(?:(?:is|are|was|were|does|did|cannot|can|could|will|would|must|should|has|have|had)\b|do not\b)"
    r"|,? and the (?:fewer|more|less|[a-z]+er) [^,]*, the "
)
_ALSO = re.compile(
    r",? (?:and|but) (?:also|then|thus|therefore|often|usually|typically|sometimes|generally) (?P<verb>[a-z]+s)\b"
)
_SECOND_CLAUSE = re.compile(
    r", (?:and|but|so|or) (?:(?:from|in|at|by|for|on|after) [^,]+, )?(?P<clause>[^,]+(?:,.*)?)$"
)


_POINTS_ON = re.compile(r",? (?:as follows|like so|like this|as shown below)\.?$")
_THEN = re.compile(r"Then (?!that\b|this\b|these\b|those\b)")


def one_answer(asked: Asked) -> Asked:
    """What was asked, its answer without the clause that follows it."""
    content = asked.content
    if isinstance(content, Recall) and _POINTS_ON.search(content.answer):
        content = replace(content, answer=full_stop(_POINTS_ON.sub("", content.answer)))
        asked = replace(asked, content=content)
    if isinstance(content, Recall) and _THEN.match(content.answer):
        content = replace(content, answer=full_stop(content.answer[len("Then ") :]))
        asked = replace(asked, content=content)
    if isinstance(content, Recall) and (whole := _whole_verb(content)):
        return replace(asked, content=whole)
    if asked.form not in _PHRASES or not isinstance(content, Recall) or _CLAUSE.match(content.answer):
        return asked
    at = _end_of_first(content.answer)
    if at < 0 or _INSIDE.search(content.answer[:at]):
        return asked
    return replace(asked, content=replace(content, answer=full_stop(content.answer[:at])))


_PARTICLE = re.compile(
    r"(?P<what>.+)(?<! way)(?<! step)(?<! trip)(?<! turn) (?P<particle>down|up|off|away|back|apart|out|together)\.?"
)
_OF_A_VERB = re.compile(
    r"What (?:does|do|did|can|could|may|might|will|would|must|should) [^,?]* (?P<verb>[a-z]+)\?$", re.IGNORECASE
)


def _whole_verb(content: Recall) -> Recall | None:
    """What does salt slow? – The yeast down.  →  What does salt slow down? – The yeast."""
    behind, asking = _PARTICLE.fullmatch(content.answer), _OF_A_VERB.fullmatch(content.stem)
    if not behind or not asking or asking["verb"] not in VERBS - {"do"} or _INSIDE.search(behind["what"]):
        return None
    return Recall(f"{content.stem[:-1]} {behind['particle']}?", full_stop(behind["what"]))


def _end_of_first(answer: str) -> int:
    """Where the first second clause begins; -1 where there is none."""
    ends = [found.start() for found in (_SECOND_VERB.search(answer),) if found]
    also = _ALSO.search(answer)
    if also and base_of(also["verb"]):
        ends.append(also.start())
    own = _SECOND_CLAUSE.search(answer)
    if own and "," not in answer[: own.start()] and split_bare(own["clause"].rstrip(".")):
        ends.append(own.start())
    return min(ends, default=-1)
