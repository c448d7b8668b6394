"""Gate: who does what to whom is told as the quote tells it."""

import re
from dataclasses import dataclass

from mediaquiz.gates.claims import claimed
from mediaquiz.gates.words import stem, stems
from mediaquiz.language.verbs import PARTICIPLES, PASTS, is_participle, readings
from mediaquiz.model.candidate import Candidate
from mediaquiz.model.item import Choice, Content, Short
from mediaquiz.model.stages import Scene
from mediaquiz.model.views import answer_text

_CLAUSE = re.compile(
    r"[,;:.!?()—–]|\b(?:but|while|whereas|because|since|so that|which|who|that|although|though)\b", re.IGNORECASE
)
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_BEFORE_NOUN = frozenset("a an the with of in on at for from to and or by no some any its their".split())
_WHO = re.compile(r"^(?:who|what|which \w+) (?!is\b|are\b|was\b|were\b|do\b|does\b|did\b)\w+s\b", re.IGNORECASE)
_BE = frozenset("is are was were be been being".split())
_REACH = 4
_JOINTS = frozenset("into than before after".split())
"""Words between two things that cannot change places."""
_LEANING = stems("own itself themselves")


@dataclass(frozen=True, slots=True)
class _Deed:
    """A verb's stem, and the stems of who does it and of what it is done to."""

    verb: str
    before: frozenset[str]
    behind: frozenset[str]


def gate(candidate: Candidate, scene: Scene) -> str | None:
    """Refuses a proposal in which doer and thing done have changed places."""
    if not candidate.item.proposed or candidate.item.source is None:
        return None
    told = deeds(candidate.item.source.quote)
    for mine in deeds(claimed(candidate.item.content)):
        same = [deed for deed in told if deed.verb == mine.verb]
        if any(_crossed(mine, deed) for deed in same) and not any(_alike(mine, deed) for deed in same):
            return "its quote says who does what to whom the other way round"
    return _other_doer(candidate.item.content, told)


def _other_doer(content: Content, told: list[_Deed]) -> str | None:
    """Refuses, of two who do two things, the one who does the other thing."""
    if not isinstance(content, Short | Choice) or not _WHO.match(content.stem):
        return None
    answer, asked = stems(answer_text(content)), stems(content.stem)
    for mine in deeds(claimed(content)):
        same = [deed for deed in told if deed.verb == mine.verb and deed.behind & mine.behind]
        others = any(answer & deed.before - deed.behind for deed in told if deed.verb != mine.verb)
        if mine.verb in asked and same and others and all(_another(answer, asked, deed) for deed in same):
            return "its quote says that somebody else does it"
    return None


def _another(answer: frozenset[str], asked: frozenset[str], deed: _Deed) -> bool:
    return bool(deed.before - asked) and answer.isdisjoint(deed.before | deed.behind)


def _crossed(one: _Deed, other: _Deed) -> bool:
    """Whether each side of the one is the other's other side."""
    return bool(one.before & other.behind - one.behind) and bool(one.behind & other.before - one.before)


def _alike(one: _Deed, other: _Deed) -> bool:
    return bool(one.before & other.before or one.behind & other.behind)


def deeds(text: str) -> list[_Deed]:
    """Each verb of a text between what stands before and behind it in its clause; of a passive, turned round."""
    found = []
    for clause in _CLAUSE.split(text):
        words = [word.casefold() for word in _WORD.findall(clause)]
        for place, word in enumerate(words):
            if not readings(word) and word not in _JOINTS:
                continue
            before, behind = _stems(words[max(0, place - _REACH) : place]), _stems(words[place + 1 :][:_REACH])
            if word in _JOINTS:
                before, behind = _nearest(words[:place][::-1]), _nearest(words[place + 1 :])
            by_whom = words[place + 1 : place + 2] == ["by"]
            if not by_whom and _is_state(words, place):
                continue
            passive = by_whom or (place > 0 and words[place - 1] in _BE and "by" in words[place + 1 :])
            verb = stem(PASTS.get(word) or PARTICIPLES.get(word) or word)
            found.append(_Deed(verb, behind, before) if passive else _Deed(verb, before, behind))
    return found


def _is_state(words: list[str], place: int) -> bool:
    """Whether a participle tells how something is: "fixed axles", "the axles were fixed"."""
    if not is_participle(words[place]) or place == 0:
        return False
    done_by = words[place - 1] in _BE and "by" in words[place + 1 :]
    return words[place - 1] in _BEFORE_NOUN or (words[place - 1] in _BE and not done_by)


def _nearest(words: list[str]) -> frozenset[str]:
    """The first word that means something."""
    return next(filter(None, (_stems([word]) for word in words[:_REACH])), frozenset())


def _stems(words: list[str]) -> frozenset[str]:
    return stems(" ".join(words)) - _LEANING
