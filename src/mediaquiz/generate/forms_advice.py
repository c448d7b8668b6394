"""Forms of sentences that tell the reader what to do. All but ``use_to`` are for takeaways only."""

import re

from mediaquiz.generate.asked import PRONOUN, Asked, stated, term_in, text_of
from mediaquiz.language.clauses import split
from mediaquiz.language.verbs import VERBS, base_of, readings
from mediaquiz.model.concept import Extract, Statement
from mediaquiz.model.item import Recall, Short

_CODES = r"`[^`]+`(?:(?:, (?:and |or )?| and | or )`[^`]+`)*"
_CAPITALS = r"[A-Z]{2,}(?:(?:, (?:and |or )?| and | or )[A-Z]{2,})*"
_WHAT = rf"(?:(?-i:{_CODES}|{_CAPITALS})(?: [^,;:—`]{{2,40}}?)??|[^,;:—]{{2,60}}?)"
_USE_TO = (
    re.compile(
        rf"^(?:you can |we can |always |instead, )?use (?P<what>{_WHAT}) to (?:(?:easily|quickly|simply) )?"
        r"(?P<why>(?!be\b)[a-z]+ [^;:—]{4,120})$",
        re.I,
    ),
    re.compile(
        r"^(?:in order )?to (?P<why>(?!be\b)[a-z]+ [^,;:—]{4,100}), (?:you (?:can |could )?|we (?:can |could )?)?"
        r"(?:use|run|type|press) (?P<what>[^,;:—]{2,60})$",
        re.IGNORECASE,
    ),
)
_POINTS = re.compile(
    r"^(?:\S+ ){0,3}(?:it|them|this|these|those)\b|^\w+ that \w+$|\b(?:to|of|in|for|with) that\b|\b(?:our|my)\b|[.] "
)
_ASIDE = re.compile(r" \([^()]*\)")


def use_to(found: Statement, extract: Extract) -> Asked | None:
    """Use X to Y. To Y, use X.  →  What do you use to Y?"""
    text = _ASIDE.sub("", text_of(found)) if found.takeaway else text_of(found)
    match = next((m for form in _USE_TO if (m := form.match(text))), None)
    if not match or re.match(r"your\b", match["what"], re.IGNORECASE) or PRONOUN.match(match["what"]):
        return None
    if _POINTS.search(match["why"]):
        return None
    why = re.sub(r", and [^,]* to [a-z]+ .*$|, `[^`]+` to [a-z]+ .*$", "", match["why"])
    if base_of(why.split(" ")[0]) or not readings(why.split(" ")[0]) or (why != match["why"] and not found.takeaway):
        return None
    what = match["what"]
    if ", then " in why or " and type " in what:
        return None
    stem = f"What do you use to {why}?"
    if re.match(r"^`[^` ]+(?: [^` ]+){0,2}`$", what):
        return Asked("use-to", Short(stem, what), "means", 0.8, term_in(what))
    return Asked("use-to", Recall(stem, stated(what)), "means", 0.7)


def _is_order(text: str) -> bool:
    """Whether a sentence begins with a verb that tells the reader to do something."""
    first, _, rest = text.partition(" ")
    return first.lower() in VERBS and not base_of(rest.split(" ")[0]) and split(text) is None


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]


_NOT_FOR = re.compile(
    r"^(?P<do>do not|don[’']t|never|avoid) (?P<what>[^;:—]{4,110}?)(?:, as|,? because|,? since|[:;]) "
    r"(?P<why>(?!(?:use|do|instead|rather|if|when|but)\b)[^;:—]{8,140})$",
    re.IGNORECASE,
)
_SAYS_MUCH = 5
_SO_THAT = re.compile(
    r"^(?P<what>[A-Z][a-z]+ [^;:—]{4,100}?),? (?P<why>so (?:that )?(?:you|they|it|the|others?)\b[^;:—]{6,120})$"
)


def why_do(found: Statement, extract: Extract) -> Asked | None:
    """Do not X, as Y. Never X: Y.  →  Why should you not X?  —  Do X so that Y.  →  Why should you do X?"""
    text = text_of(found)
    if match := _NOT_FOR.match(text):
        if not found.takeaway and len(match["what"].split()) < _SAYS_MUCH:
            return None  # "Do not use ice": on what?
        avoid = {"avoid": "avoid", "never": "never"}.get(match["do"].lower(), "not")
        stem = f"Why should you {avoid} {match['what']}?"
        return Asked("why-do", Recall(stem, stated(match["why"])), "reason", 0.85)
    match = _SO_THAT.match(text) if found.takeaway else None
    if not match or not _is_order(match["what"]):
        return None
    return Asked("why-do", Recall(f"Why should you {_small(match['what'])}?", stated(match["why"])), "reason", 0.8)


_WHEN_DO = re.compile(
    r"^(?P<do>[A-Z][a-z]+ [^;:—]{4,110}?),? (?P<when>(?:only )?(?:if|when|whenever|before|after) [^,;:—]{8,120})$"
)


def when_do(found: Statement, extract: Extract) -> Asked | None:
    """Do X if Y.  →  When should you do X?"""
    match = _WHEN_DO.match(text_of(found)) if found.takeaway else None
    if not match or not _is_order(match["do"]) or PRONOUN.match(match["when"].partition(" ")[2]):
        return None
    return Asked("when-do", Recall(f"When should you {_small(match['do'])}?", stated(match["when"])), "condition", 0.8)


_SUCH_THAT = re.compile(
    r"^(?P<do>[A-Z][a-z]+) (?P<what>an? [^,;:—]{3,50}?) that (?P<adverb>\w+ly )?(?P<verb>[a-z]+) "
    r"(?P<rest>[^;:—]{3,100})$"
)


def such_that(found: Statement, extract: Extract) -> Asked | None:
    """Write an X that does Y.  →  What should an X do?"""
    match = _SUCH_THAT.match(text_of(found)) if found.takeaway else None
    base = base_of(match["verb"]) if match else ""
    if not match or not base or not match["verb"].endswith("s") or not _is_order(f"{match['do']} {match['what']}"):
        return None
    answer = f"{match['adverb'] or ''}{base} {match['rest']}"
    return Asked("such-that", Recall(f"What should {match['what']} do?", stated(answer)), "advice", 0.8)


_LEADS_ON = re.compile(r"^first\b(?!.*\bthen\b)|\bones?$")
_LOOKS = frozenset("see look understand illustrate show find explore demonstrate".split())
"""What a lesson does, not its reader."""
_TO_DO = re.compile(
    r"^(?:in order )?to (?P<why>(?P<verb>[a-z]+) [^,;:—]{6,90}), (?:you|we) "
    r"(?P<must>can|could|must|should|need to|have to|want to) "
    r"(?P<do>(?:also )?[a-z]+ [^;:—]{4,130})$",
    re.IGNORECASE,
)


def to_do(found: Statement, extract: Extract) -> Asked | None:
    """To do X, you can do Y.  →  What can you do to do X?"""
    match = _TO_DO.match(text_of(found))
    if not match or match["verb"] not in VERBS or _POINTS.search(match["why"]) or "also" in match["do"]:
        return None
    if _LEADS_ON.search(match["do"]) or match["verb"] in _LOOKS:
        return None
    must = {"could": "can", "need to": "must", "have to": "must", "want to": "should"}.get(match["must"], match["must"])
    return Asked("to-do", Recall(f"What {must} you do to {match['why']}?", stated(match["do"])), "means", 0.7)
