"""What any clause is asked for behind its verb: why, as what, and what a verb that leaves one answer acts on."""

import re
from collections.abc import Callable

from mediaquiz.generate.asked import Asked
from mediaquiz.generate.clausal import first_clause, object_of, recall, stem_of, subject_in
from mediaquiz.generate.english import without_article
from mediaquiz.generate.forms_relation import is_object, needs_both
from mediaquiz.generate.forms_which import what_is_the, which_does
from mediaquiz.language.clauses import Clause
from mediaquiz.language.verbs import OTHERS_TOO, VERBS, base_of, is_gerund, is_participle, is_sure_verb, readings
from mediaquiz.model.concept import Extract

_Form = Callable[[Clause, Extract], Asked | None]
_MOST_WORDS = 22


_THAT = re.compile(r"^(?P<lead>that )(?P<claim>[^;:—]{16,190})$")
_NAME = re.compile(r"[A-Z][\w’-]+(?: [A-Z][\w’-]*\.?)*")
"""Somebody, who said many things."""
_SAYING = frozenset(
    "contend hold argue suggest believe claim maintain state assert insist predict warn conclude propose stress"
    " emphasize teach think assume imply require mean recognize acknowledge declare demand recommend advise reveal"
    " ensure guarantee prove indicate specify provide posit dictate stipulate".split()
)


def holds_that(clause: Clause, extract: Extract) -> Asked | None:
    """S requires that Y.  →  What does S require?"""
    if (
        _NAME.fullmatch(clause.subject)
        or clause.base not in _SAYING
        or not _THAT.match(clause.rest)
        or re.match(r"that (?:it|they)\b", clause.rest)
    ):
        return None
    return recall("holds-that", stem_of("What", clause, extract), clause.rest, clause)


_OPEN = frozenset(
    "involve include have do make affect influence contain use get take give become remain seem appear look feel need"
    " want like know see show say tell think mean keep go come begin start continue add change cause create call put"
    " set face find hold help let allow enable offer provide play represent consist exist happen occur live work try"
    " tend consider serve share bring lead result turn move leave lose win pay buy sell receive meet believe argue"
    " claim suggest state own run support describe discuss explain improve increase reduce develop build stand spend"
    " break ask visit write read open close send ship hire walk eat drink drive talk point name cite quote publish"
    " pose raise engage enjoy experience suffer follow push require carry cover address note concern classify evoke"
    " spread drop fall rise grow earn charge cost cut hit lack join enter reach pass draw pull pick throw hear watch"
    " lie sit reside hang arrive accept"
    " permit value mention employ gain wonder reflect research study".split()
)
_OTHER_FORM = re.compile(r"^(?:himself|herself|itself|themselves|yourself)\b|\b(?:to|from|by) \w+ing\b")


_BARE = re.compile(r"the [a-z-]+$")
"""A thing of which the question cannot say which one it is."""
_PLACE = re.compile(
    r"(?:about|beside|behind|above|below|near|inside|outside|upon|throughout|despite|past|beyond|among|under)\b"
)


def what_object(clause: Clause, extract: Extract) -> Asked | None:
    """S rejects X.  →  What does S reject?"""
    if not clause.base or clause.base in _OPEN:
        return None
    rest = object_of(clause.rest)
    if (
        not is_object(rest)
        or _BARE.match(rest)
        or _PLACE.match(rest)
        or needs_both(clause.base, rest)
        or not 3 <= len(rest.split()) <= 22
        or _OTHER_FORM.search(rest)
    ):
        return None
    if rest.endswith("ly") or (rest.startswith("both ") and " and " not in rest):
        return None
    return recall("what-object", stem_of("What", clause, extract), rest, clause, trust=0.55)


_PREPOSITIONS = {
    "focus": "on", "rest": "on", "rely": "on", "depend": "on", "center": "on", "build": "on", "draw": "on",
    "hinge": "on", "stem": "from", "arise": "from", "derive": "from", "originate": "in", "emerge": "from",
    "result": "from",
    "refer": "to", "apply": "to", "respond": "to", "correspond": "to", "belong": "to", "appeal": "to", "adhere": "to",
    "serve": "as", "act": "as", "function": "as", "begin": "with", "start": "with", "end": "with", "deal": "with",
    "contrast": "with", "conflict": "with", "compete": "for", "call": "for", "strive": "for", "stand": "for",
    "consist": "of", "protect": "against", "guard": "against", "participate": "in", "specialize": "in",
    "suffer": "from", "benefit": "from", "amount": "to", "translate": "into", "insist": "on", "turn": "into",
}  # fmt: skip


def what_behind(clause: Clause, extract: Extract) -> Asked | None:
    """S rests on X.  →  What does S rest on?"""
    prep, _, rest = clause.rest.partition(" ")
    if clause.base not in _PREPOSITIONS or prep != _PREPOSITIONS[clause.base]:
        return None
    rest = object_of(rest)
    if clause.base == "refer" and " as " in rest:
        return None
    if not (is_object(rest) or re.match(r"(?:how|whether|what|which)\b", rest)) or not 2 <= len(rest.split()) <= 22:
        return None
    return recall("what-behind", stem_of("What", clause, extract, prep), rest, clause)


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


def must_do(clause: Clause, extract: Extract) -> Asked | None:
    """S must do Y.  →  What must S do?"""
    if clause.verb not in {"must", "should", "cannot"}:
        return None
    rest = first_clause(clause.rest)
    first = rest.split(" ")[0]
    if first in {"be", "not", "have", "know", "consider"} or first not in VERBS or not 4 <= len(rest.split()) <= 22:
        return None
    if len(without_article(clause.subject).split()) < 2:
        return None
    return recall("must-do", f"What {clause.verb} {subject_in(clause, extract)} do?", rest, clause, trust=0.55)


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


_ASKED_WHY = frozenset("does do did is are was were".split())
_OPENS_OBJECT = frozenset("a an the its their his her all each more better new".split())


def why_to(clause: Clause, extract: Extract) -> Asked | None:
    """S does X to do Y.  →  Why does S do X?"""
    match = None if clause.base in _TAKES_TO or clause.helper not in _ASKED_WHY else _TO.match(clause.rest)
    if not match or match["do"] not in VERBS or _NOUN_TO.search(match["what"]):
        return None
    what, why = match["what"], first_clause(match["why"])
    words, deed = what.split(" "), why.removeprefix("in order ").split(" ")
    if match["do"] in OTHERS_TOO and (len(deed) < 3 or deed[2] not in _OPENS_OBJECT):
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


_DONE = re.compile(
    r"^(?P<how>(?:[a-z]+ly )?)(?P<done>[a-z]+) "
    r"(?P<prep>on|upon|to|from|into|by|in|with|around|against|towards?) (?P<what>[^;:—]{6,170})$"
)
_IN_OR_WITH = frozenset(
    "grounded rooted embedded steeped expressed reflected engaged involved interested enshrined anchored couched"
    " framed concerned charged associated equipped faced tasked filled combined satisfied confronted preoccupied"
    " identified".split()
)
_LOOSELY = frozenset(
    "accused based associated made given taken done put set used needed required called known said seen going related"
    " linked connected".split()
)


def is_done(clause: Clause, extract: Extract) -> Asked | None:
    """S is grounded in Y.  →  What is S grounded in?"""
    match = _DONE.match(clause.rest) if clause.verb in {"is", "are", "was", "were"} else None
    if not match or not is_participle(match["done"]) or match["done"] in _LOOSELY:
        return None
    if match["prep"] in {"in", "with"} and match["done"] not in _IN_OR_WITH:
        return None
    what = object_of(match["what"])
    if (
        not is_object(what)
        or _BARE.match(what)
        or what.split(" ")[0] in {"be", *VERBS}
        or len(what.split()) > 22
        or re.search(r"\byou\b", what)
    ):
        return None
    stem = f"What {clause.verb} {subject_in(clause, extract)} {match['how']}{match['done']} {match['prep']}?"
    return recall("is-done", stem, what, clause)


CLAUSE_FORMS: tuple[_Form, ...] = (
    why_to, is_done, holds_that, sees_as, seeks_to, what_is_the, what_behind, which_does, must_do, what_object,
)  # fmt: skip
OF_OBJECTS = frozenset((what_object, what_behind, holds_that, must_do))
"""Forms of which a second sentence with the same subject and verb makes the question open."""
