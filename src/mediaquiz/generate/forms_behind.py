"""What any clause is asked for behind its verb: why, as what, what it holds, seeks to do or forbids."""

import re
from collections.abc import Callable

from mediaquiz.generate.asked import Asked
from mediaquiz.generate.clausal import first_clause, object_of, recall, stem_of
from mediaquiz.generate.forms_relation import is_object
from mediaquiz.generate.forms_which import what_is_the, which_does
from mediaquiz.language.clauses import Clause
from mediaquiz.language.verbs import OTHERS_TOO, VERBS, base_of, is_gerund, is_sure_verb, readings
from mediaquiz.model.concept import Extract

_Form = Callable[[Clause, Extract], Asked | None]


_THAT = re.compile(r"^(?P<lead>that )(?P<claim>[^;:—]{16,190})$")
_NAME = re.compile(r"[A-Z][\w’-]+(?: [A-Z][\w’-]*\.?)*")
"""Somebody, who said many things."""
_SAYING = frozenset(
    "contend hold argue suggest believe claim maintain state assert insist predict warn conclude propose stress"
    " emphasize teach think assume imply require mean declare demand recommend advise reveal"
    " ensure guarantee prove indicate specify provide posit dictate stipulate".split()
)
_PEOPLE = re.compile(
    r"\b(?:members|supporters|critics|opponents|advocates|proponents|people|scholars|thinkers|leaders|officials"
    r"|minister|president|council|professors?|[a-z]+(?:ists|ians))\b",
    re.IGNORECASE,
)
"""Many, who hold many things."""


def holds_that(clause: Clause, extract: Extract) -> Asked | None:
    """S requires that Y.  →  What does S require?"""
    if (
        _NAME.fullmatch(clause.subject)
        or _PEOPLE.search(clause.subject)
        or clause.base not in _SAYING
        or not _THAT.match(clause.rest)
        or re.match(r"that (?:it|they)\b", clause.rest)
    ):
        return None
    return recall("holds-that", stem_of("What", clause, extract), clause.rest, clause)


_NARROW = frozenset(
    "forbid ban prohibit outlaw abolish invent discover coin contradict refute disprove replace measure count".split()
)
"""Verbs that leave one answer; what somebody "adopts", "lists" or "demonstrates" is one of many things."""
_LEAST_TOLD, _MOST_TOLD = 3, 22


def what_object(clause: Clause, extract: Extract) -> Asked | None:
    """S forbids X.  →  What does S forbid?"""
    if clause.base not in _NARROW:
        return None
    rest = object_of(clause.rest)
    if not is_object(rest) or not _LEAST_TOLD <= len(rest.split()) <= _MOST_TOLD:
        return None
    return recall("what-object", stem_of("What", clause, extract), rest, clause, trust=0.55)


_AS = re.compile(
    r"^(?P<what>[^,;:—]{3,60}?) as (?P<how>(?!well|if|though|long|much|many|soon|possible|part)[^;:—]{8,150})$"
)
_IT = re.compile(r"\b(?:it|its|they|them|their)\b", re.IGNORECASE)
_SEEING = frozenset(
    "define see view describe regard treat characterize characterise classify categorize label conceive depict"
    " portray interpret understand envision frame present recognize think".split()
)


def sees_as(clause: Clause, extract: Extract) -> Asked | None:
    """S defines X as Y.  →  How does S define X?"""
    if clause.base == "refer" and clause.rest.startswith("to "):
        match = _AS.match(clause.rest)
    else:
        match = _AS.match(clause.rest) if clause.base in _SEEING else None
    if not match or _IT.match(match["what"]) or " as " in match["what"]:
        return None
    return recall("sees-as", stem_of("How", clause, extract, match["what"]), f"as {match['how']}", clause, trust=0.65)


_SEEK = re.compile(r"^to (?P<do>(?P<verb>[a-z]+) [^;:—]{6,150})$")
_SEEKING = frozenset("seek aim attempt strive intend hope serve refuse promise".split())


def seeks_to(clause: Clause, extract: Extract) -> Asked | None:
    """S seeks to protect X.  →  What does S seek to do?"""
    match = _SEEK.match(clause.rest) if clause.base in _SEEKING else None
    if not match or match["verb"] not in VERBS:
        return None
    return recall("seeks-to", stem_of("What", clause, extract, "to do"), match["do"], clause, aspect="purpose")


_TO = re.compile(
    r"^(?P<what>[^,;:—]{3,120}?),? "
    r"(?P<why>(?:in order )?to (?P<do>[a-z]+) [^,;:—]{6,120}(?:, [^;:—]+)?)$"
)
_TAKES_TO = frozenset(
    "allow enable cause force require ask tell encourage want seek try attempt help begin start continue tend need"
    " expect order permit persuade compel urge invite intend plan hope refuse fail agree decide choose learn promise"
    " threaten have lead prompt motivate inspire teach warn advise oblige get drive push like love prefer wish appear"
    " seem happen strive struggle hesitate manage claim pretend offer aim vow wait serve say believe think know assume"
    " consider find show entitle forbid instruct obligate commit dedicate devote make".split()
)
_NOUN_TO = re.compile(
    r"\b(?:ability|right|power|attempt|ways?|opportunity|opportunities|decision|desire|efforts?|need"
    r"|obligation|freedom|authority|tendency|willingness|duty|reason|chance|time|rights|capacity|means|incentives?"
    r"|pressure|failure|motivation|plans?|commitment|responsibility|first|last|only|one|able|likely|unlikely|willing"
    r"|free|ready|difficult|easy|hard|possible|impossible|important|necessary|essential|crucial|vital|best|better|wise"
    r"|more|less|enough|bound|due|up|down|from|as|how|what|where|when|whether|according|related|access|response"
    r"|challenge|question|permission|tools?|skills?|methods?|steps|strategy|strategies|something|anything|nothing"
    r"|mechanism|framework|basis|system|program|device|agreement|contract|proposal|promise|refusal|process"
    r"|people|room|reluctan(?:t|ce)|eager)$"
)


_ASKED_WHY = frozenset("does do did are was were".split())
_LEAST_DONE = 4
"""Words of what is done again and again; of less there are many ends."""
_OFFERS = frozenset("provide offer supply".split())
_NO_DEED = re.compile(r"\b(?:one of|the first|sufficient|enough|meant|and [a-z]+ed)\b")
"""What an end belongs to instead, or a second deed."""
_OPENS_OBJECT = frozenset("a an the its their his her all each more better new".split())


def why_to(clause: Clause, extract: Extract) -> Asked | None:
    """S does X to do Y.  →  Why does S do X?"""
    match = None if clause.base in _TAKES_TO or clause.helper not in _ASKED_WHY else _TO.match(clause.rest)
    if not match or match["do"] not in VERBS or _NOUN_TO.search(match["what"]):
        return None
    what, why = match["what"], first_clause(match["why"])
    words, deed = what.split(" "), why.removeprefix("in order ").split(" ")
    if clause.helper in {"does", "do"} and (len(words) < _LEAST_DONE or clause.base in _OFFERS):
        return None
    if _NO_DEED.search(what) or (match["do"] in OTHERS_TOO and (len(deed) < 3 or deed[2] not in _OPENS_OBJECT)):
        return None
    if re.search(r"\band [a-z]+s\b", what) and clause.base and any(base_of(word) for word in words):
        return None
    if re.search(r"\b(?:to|that|which|who|than|it|them|is|are|was|were)\b", what) or any(
        is_gerund(word) or is_sure_verb(word) for word in words[1:]
    ):
        return None
    if clause.helper in {"is", "are", "was", "were"}:
        bases = {reading.base for word in words[:2] for reading in readings(word) if reading.form == "participle"}
        if not bases or bases & (_TAKES_TO - {"need"}):
            return None
    return recall("why-to", stem_of("Why", clause, extract, what), why, clause, aspect="purpose", trust=0.65)


CLAUSE_FORMS: tuple[_Form, ...] = (why_to, holds_that, sees_as, seeks_to, what_is_the, which_does, what_object)
OF_OBJECTS = frozenset((what_object, holds_that))
"""Forms of which a second sentence with the same subject and verb makes the question open."""
_BE = frozenset("is are was were".split())


def may_fit(clause: Clause) -> bool:
    """Whether one of the forms looks at such a clause at all: most look for a verb, or for a word behind it."""
    base, subject, rest = clause.base, clause.subject, clause.rest
    if " to " in rest or base in _NARROW or (base in _SEEKING and rest.startswith("to ")):
        return True
    if (base in _SAYING and rest.startswith("that ")) or (" as " in rest and (base in _SEEING or base == "refer")):
        return True
    first, _, behind = subject.partition(" ")
    name = behind.lstrip() if first.lower() in _ARTICLES else subject
    return name[:1].isupper() or (clause.verb in _BE and first.lower() == "the")


_ARTICLES = frozenset(("a", "an", "the"))
