"""Gate: "What do you call …?" asks for a term, by words that fit nothing else."""

import re

from mediaquiz.model.candidate import Candidate
from mediaquiz.model.item import Choice, Recall, Short
from mediaquiz.model.stages import Scene
from mediaquiz.model.views import answer_text

_CALLS = re.compile(r"^(?:in [^,?]{1,60}, )?what do you call (?P<what>[^?]+)\?$", re.IGNORECASE)
_RELATIONS = (
    r"traits?|hallmarks?|features?|aspects?|parts?|ingredients?|examples?|factors?|reasons?|results?|causes?|effects?"
    r"|benefits?|advantages?|disadvantages?|elements?|characteristics?|symptoms?|signs?|steps?|goals?|tasks?|problems?"
    r"|challenges?|questions?|punishments?|rewards?|sources?|outcomes?|consequences?|reactions?|responses?|members?"
    r"|cornerstones?|concerns?"
)
_ONE_OF_MANY = re.compile(
    r"^(?:an?|one|some|another) "
    rf"(?:(?!on |in |of |for |to |with )[\w-]+ ){{0,3}}?(?:{_RELATIONS}) (?:of|for|in|to|with)\b",
    re.IGNORECASE,
)
_INGREDIENTS = re.compile(
    r"^(?:the )?(?:necessary|key|important|essential|basic|main|crucial|central|vital|critical|usual|common|best"
    r"|only|real|true|first|last|next|new|current) (?:[\w-]+ ){0,2}?(?:ingredients?|traits?|features?|aspects?|parts?"
    r"|elements?|factors?|examples?|steps?|reasons?|sources?|goals?|tasks?|problems?|concerns?|issues?|ideas?|points?)\b",
    re.IGNORECASE,
)
_STORY = re.compile(
    r"^(?:an?|the) (?:[\w-]+ ){0,3}?(?:who|that|which) (?:was|were|had|did|went|came|lived|sold|said)\b"
    r"|, and (?:then )?[a-z]+ed (?:that|to|by|the|an?|its)\b|\bas having been\b"
    r"|\b(?:referred to as|known as|called) \w|(?<!that )(?<!who )(?<!which )(?<!people )\bneeds? to (?:be|have)\b"
    r"|\bin an? (?:slightly )?(?:different|other|new|similar) way\b|\bnot (?:just|only|merely)\b",
    re.IGNORECASE,
)
_SOMEBODY = re.compile(
    r"^(?:an?|the|one of the) (?:[\w'’-]+ ){0,6}?(?:compan(?:y|ies)|corporations?|firms?|retailers?|startups?|brands?"
    r"|start-ups?|manufacturers?|organi[sz]ations?|agency|nonprofits?|authors?|philosophers?|professors?|daughters?"
    r"|sons?|brothers?|sisters?|wife|husband|founders?|co-founders?|man|woman|men|women|boys?|girls?|ceo"
    r"|presidents?|economists?|sociologists?|psychologists?|scientists?|writers?|poets?|artists?|engineers?|entrepreneurs?"
    r"|inventors?|leaders?|kings?|queens?|emperors?|cit(?:y|ies)|town|village|countr(?:y|ies)|states?|islands?|rivers?"
    r"|universit(?:y|ies)|schools?|films?|movies?|novels?|books?|games?|songs?|websites?|stores?|restaurants?|banks?)\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?:[A-Z][\w'’.&-]*(?: (?:of|the|de|van|von|and|&))? ?)+")
_PRAISED = re.compile(
    r"^(?:an?|the|one of the) (?:classic|exciting|great|perfect|powerful|interesting|staggering|wonderful|clear|big"
    r"|famous|well-known|prime|notable|popular|traditional) ",
    re.IGNORECASE,
)
_LOOSE_TERM = re.compile(r"^(?:term|actual|word|so-called|certain|very|own|whole|entire) ", re.IGNORECASE)
_DOING = re.compile(r"^(?:being|having|getting|becoming|going) ", re.IGNORECASE)


def gate(candidate: Candidate, scene: Scene) -> str | None:
    """Refuses descriptions that fit many things, and names of somebody or some place in the place of a term."""
    content = candidate.item.content
    if candidate.item.proposed or not isinstance(content, Recall | Short | Choice):
        return None
    asked = _CALLS.match(content.stem)
    if not asked:
        return None
    what, answer = asked["what"], answer_text(content).strip(" .")
    if _is_plain_word(answer, candidate):
        return "its answer is a word for many things"
    if _ONE_OF_MANY.match(what) or _INGREDIENTS.match(what):
        return "many things are called that"
    if _PRAISED.match(what) or _LOOSE_TERM.match(answer):
        return "it describes no term"
    if _STORY.search(what) or _DOING.match(answer):
        return "it tells a story and describes no term"
    if _is_last_of_a_row(what, candidate.item.source.quote if candidate.item.source else ""):
        return "its description is another member of a list"
    if _SOMEBODY.match(what) and _NAME.fullmatch(answer):
        return "its answer is somebody's name, not a term"
    return None


_PLAIN = frozenset(
    "please text country command control algorithm citizenry function method process system object thing person people"
    " group customer employee employees company work data value result problem term word name place time part type kind"
    " form idea concept question answer example book chapter article website program file project team user student"
    " students teacher school life world man woman child children money market product service services"
    " business".split()
)


def _is_plain_word(answer: str, candidate: Candidate) -> bool:
    """Whether an answer is a plain word that the lesson does not set apart as its term."""
    source = candidate.item.source
    if answer.lower() not in _PLAIN or source is None:
        return False
    return not re.search(rf"[*_“\"]{re.escape(answer)}[*_”\"]", source.quote, re.IGNORECASE)


_TWO_THINGS = re.compile(r"(?:the|an?) [\w -]{2,40}? and (?:the|an?) ", re.IGNORECASE)
"""``the figures and the notes``: the second and third of three."""
_GLOSSED = re.compile(r"\((?:the|an?|your|my) [^()]*\), $", re.IGNORECASE)
"""What stands before it has its explanation already."""
_OPENING = 18
"""Letters of a description that find it in its quote."""


def _is_last_of_a_row(what: str, quote: str) -> bool:
    """Whether a description stands behind ", or" after two members more: "rocks here, birds there, or minds"."""
    at = quote.lower().find(what[:_OPENING].lower())
    if at < 0:
        return False
    whole = quote[:at]
    if whole.endswith(", ") and (_TWO_THINGS.match(what) or _GLOSSED.search(whole)):
        return True
    return re.search(r", [^,]+, (?:or|and) $", re.split(r"[.;:—–()]", whole)[-1]) is not None
