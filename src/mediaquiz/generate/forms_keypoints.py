"""Forms of key points: what is used as what, what must be so and where, how long, and what it gives."""

import re

from mediaquiz.generate.asked import PRONOUN, Asked, Form, stated, subject_of, term_in, text_of
from mediaquiz.generate.english import lower_first
from mediaquiz.generate.known import is_bare_unknown, opens_with_unknown
from mediaquiz.language.clauses import plural_subject, split_bare
from mediaquiz.language.verbs import VERBS, base_of, is_participle
from mediaquiz.model.concept import Extract, Statement
from mediaquiz.model.item import Recall, Short

_CODE = r"`[^`]+`"
_POINTS = re.compile(r"\b(?:this|these|those|such|it|its|them|they|their|here|our|my)\b|\bthat(?= \w+$)", re.IGNORECASE)
_CLAUSE = re.compile(r"\b(?:that|which|who|is|are|was|were|will|can|must|should|when|if|before|after|because|so)\b")
_NO_SUBJECT = re.compile(
    r"(?:if|when|while|as|because|although|since|unless|once|after|before|to|by|in)\b", re.IGNORECASE
)


def _is_unknown(subject: str, found: Statement, extract: Extract) -> bool:
    """Whether a subject is a pronoun, or a "the thing" that no term of the lesson names."""
    unknown = is_bare_unknown if found.takeaway else opens_with_unknown
    return PRONOUN.match(subject) is not None or unknown(subject, extract)


def _is_order(verb: str, found: Statement) -> bool:
    """Whether a key point begins with a verb that tells its reader to do something."""
    text = text_of(found)
    return (
        found.takeaway and verb.lower() in VERBS and (_ITS_OBJECT.match(text) is not None or split_bare(text) is None)
    )


_ITS_OBJECT = re.compile(r"[A-Z][a-z]+ (?:an?|the|your|all|each|every)\b")


_USE_AS = re.compile(
    rf"^Use (?P<what>(?:[^,;:—`]|{_CODE}){{1,70}}?) (?P<why>(?:for|as|in place of|instead of|when|whenever) "
    rf"(?:[^;:—`]|{_CODE}){{4,110}})$"
)


def use_as(found: Statement, extract: Extract) -> Asked | None:
    """Use X as (for, in place of) Y.  →  What do you use as Y?  For takeaways."""
    match = _USE_AS.match(text_of(found)) if found.takeaway else None
    if not match or PRONOUN.match(match["what"]) or _POINTS.search(match["why"]) or " to " in match["what"]:
        return None
    if re.match(r"instead of|when|whenever", match["why"]) and "," in match["why"]:
        return None
    what = match["what"]
    stem = f"What do you use {match['why']}?"
    if re.fullmatch(r"`[^` ]+(?: [^` ]+){0,2}`|[A-Z]{2,}", what):
        return Asked("use-as", Short(stem, what), "means", 0.8, term_in(what))
    return Asked("use-as", Recall(stem, stated(what)), "means", 0.75)


_SO_AS_TO = re.compile(
    r"^(?P<verb>[A-Z][a-z]+) (?P<what>[^;:—]{4,110}?),? "
    r"(?P<why>(?:in order to (?:help )?|to (?=(?:help|check|avoid|ensure|prevent"
    r"|reduce|protect)\b))[a-z]+ [^;:—]{6,170})$"
)


def why_order(found: Statement, extract: Extract) -> Asked | None:
    """Do X in order to (to avoid, to help) Y.  →  Why should you do X?  For takeaways."""
    match = _SO_AS_TO.match(text_of(found)) if found.takeaway else None
    if not match or not _is_order(match["verb"], found) or match["verb"] in {"Use", "To"}:
        return None
    if _OPEN_END.search(match["what"]) or _POINTS.search(match["what"]):
        return None
    why = re.sub(r"^in order to", "to", match["why"])
    stem = f"Why should you {match['verb'].lower()} {match['what']}?"
    return Asked("why-order", Recall(stem, stated(why)), "reason", 0.85)


_OPEN_END = re.compile(
    r"\b(?:able|want|need|ready|likely|how|what|order|supposed|going|used|about|said|have|try|trying)$| to "
)
_MUST_BE = re.compile(
    r"^(?P<subject>[^,;:—]{3,80}?) (?P<must>must|should) (?:always )?be (?P<what>(?P<first>[a-z-]+)(?: [^;:—]{2,60})?)$"
)


def must_be(found: Statement, extract: Extract) -> Asked | None:
    """S must be done.  →  What must be done with S?  —  S should be small.  →  What should S be?  For takeaways."""
    match = _MUST_BE.match(text_of(found)) if found.takeaway else None
    if not match or PRONOUN.match(match["subject"]) or is_bare_unknown(match["subject"], extract):
        return None
    if (
        _NO_SUBJECT.match(match["subject"])
        or _CLAUSE.search(match["subject"])
        or match["first"] in {"able", "used", "not"}
    ):
        return None
    subject = lower_first(match["subject"], extract.lesson)
    it = "they" if plural_subject(match["subject"]) else "it"
    if is_participle(match["first"]):
        stem = f"What {match['must']} be done with {subject}?"
        return Asked("must-be", Recall(stem, stated(f"{it} {match['must']} be {match['what']}")), "advice", 0.75)
    return Asked("must-be", Recall(f"What {match['must']} {subject} be?", stated(match["what"])), "advice", 0.75)


_STORES_AS = re.compile(
    r"^(?P<subject>[^,;:—]{1,50}?) "
    r"(?P<verb>stores?|represents?|treats?|saves?|interprets?|encodes?|displays?|records?) "
    r"(?P<what>[^,;:—]{3,60}?) as (?P<how>(?:an?|the|(?:[a-z-]+"
    r" ){0,2}[a-z]+s|one|two|text|numbers?)\b[^;:—]{2,110})$"
)


def stores_as(found: Statement, extract: Extract) -> Asked | None:
    """S stores X as Y.  →  How does S store X?"""
    text = re.sub(r"^(?:Underneath|Internally|In memory|Behind the scenes), ", "", text_of(found))
    match = _STORES_AS.match(text)
    if (
        not match
        or _is_unknown(match["subject"], found, extract)
        or match["how"].startswith(("long ", "far ", "soon "))
    ):
        return None
    if match["what"].endswith((" as long", " as far", " as soon")):
        return None
    if _CLAUSE.search(match["subject"]) or _POINTS.search(f"{match['subject']} {match['what']}"):
        return None
    helper = "does" if match["verb"].endswith("s") else "do"
    subject = lower_first(match["subject"], extract.lesson)
    stem = f"How {helper} {subject} {match['verb'].removesuffix('s')} {match['what']}?"
    return Asked("stores-as", Recall(stem, stated(f"as {match['how']}")), "relation", 0.8)


_LONG = re.compile(r"^(?P<what>[^,;:—]{6,90}?) (?P<long>(?:for )?as long as|until) (?P<how>[^;:—]{6,110})$")


def how_long(found: Statement, extract: Extract) -> Asked | None:
    """S goes on as long as (until) Y.  →  How long does S go on?  For takeaways."""
    match = _LONG.match(text_of(found)) if found.takeaway else None
    clause = split_bare(match["what"]) if match else None
    if not match or not clause or PRONOUN.match(clause.subject) or clause.helper in {"has", "have", "was", "were"}:
        return None
    verb = f"{clause.base} " if clause.base else ""
    stem = f"How long {clause.helper} {subject_of(clause, extract)} {verb}{clause.rest}".rstrip()
    return Asked("how-long", Recall(f"{stem}?", stated(f"{match['long']} {match['how']}")), "condition", 0.8)


_ONLY_WHERE = re.compile(
    r"^(?P<subject>[^,;:—]{3,80}?) can only be (?P<done>[a-z]+(?: (?:and|or) [a-z]+)?) "
    r"(?P<where>(?:within|inside|in|on|at|from|outside) [^;:—]{4,100})$"
)


def only_where(found: Statement, extract: Extract) -> Asked | None:
    """S can only be used within Y.  →  Where can S be used?"""
    match = _ONLY_WHERE.match(text_of(found))
    if not match or _is_unknown(match["subject"], found, extract):
        return None
    stem = f"Where can {_small(match['subject'], extract)} be {match['done']}?"
    return Asked("only-where", Recall(stem, stated(f"only {match['where']}")), "relation", 0.8)


_EASIER_WHEN = re.compile(
    r"^it is (?P<how>(?:\w+ and )?(?:[a-z]+er|simple|easy|safe|best|better|more \w+|hard|possible|necessary)) "
    r"(?P<what>to [a-z]+ [^,;:—]{4,90}?) (?P<when>(?:only )?(?:when|if) [^;:—]{8,120})$",
    re.IGNORECASE,
)


def easier_when(found: Statement, extract: Extract) -> Asked | None:
    """It is safer to do X when Y.  →  When is it safer to do X?"""
    match = _EASIER_WHEN.match(text_of(found)) if found.takeaway else None
    if not match or _POINTS.search(match["what"]):
        return None
    return Asked(
        "easier-when",
        Recall(f"When is it {match['how'].lower()} {match['what']}?", stated(match["when"])),
        "condition",
        0.8,
    )


_IS_SO = re.compile(
    r"^(?P<subject>[^,;:—()]{2,60}?) (?P<be>is|are) (?P<what>[a-z-]+)"
    r"(?: \((?:i\.e\.,?|that is,?) (?P<means>[^()]{8,140})\)"
    r"|: (?P<that>[^;]{12,160}))$"
)


def is_so(found: Statement, extract: Extract) -> Asked | None:
    """Xs are mutable (i.e., Y).  →  Xs are mutable. What does that mean?"""
    match = _IS_SO.match(text_of(found))
    means = (match["means"] or match["that"]) if match else ""
    if not match or not means or _is_unknown(match["subject"], found, extract):
        return None
    if match["that"] and (
        not found.takeaway or base_of(match["what"]) or match["what"] in {"this", "that", "these", "as"}
    ):
        return None
    fact = f"{match['subject']} {match['be']} {match['what']}."
    return Asked("is-so", Recall(f"{fact} What does that mean?", stated(means)), "definition", 0.85)


_DOES_TO = frozenset("connect link map move copy convert join pass send bind attach turn".split())


def joins(found: Statement, extract: Extract) -> Asked | None:
    """Xs connect A to B.  →  What do Xs do?  For takeaways."""
    clause = split_bare(text_of(found)) if found.takeaway else None
    if (
        not clause
        or clause.base not in _DOES_TO
        or clause.helper == "did"
        or PRONOUN.match(clause.subject)
        or " to " not in f" {clause.rest} "
    ):
        return None
    if _CLAUSE.search(clause.subject) or is_bare_unknown(clause.subject, extract) or re.search(r"[;:—]", clause.rest):
        return None
    it = "It" if clause.helper == "does" else "They"
    stem = f"What {clause.helper} {subject_of(clause, extract)} do?"
    return Asked("joins", Recall(stem, f"{it} {clause.verb} {clause.rest}."), "effect", 0.75)


_DOING = re.compile(
    r"^(?P<subject>[A-Z][a-z]+ing [^,;:—]{6,90}?) (?P<will>will |would )?"
    r"(?P<verb>generates?|causes?|raises?|produces?|triggers?|returns?|creates?) (?P<what>(?:an?|the) [^;:—]{3,90})$"
)


def doing_gives(found: Statement, extract: Extract) -> Asked | None:
    """Doing X will raise Y.  →  What will doing X raise?  For takeaways."""
    match = _DOING.match(text_of(found)) if found.takeaway else None
    if not match or _POINTS.search(match["subject"]) or _CLAUSE.search(match["subject"]):
        return None
    helper = (match["will"] or "does ").strip()
    subject = match["subject"][:1].lower() + match["subject"][1:]
    stem = f"What {helper} {subject} {match['verb'].removesuffix('s')}?"
    return Asked("doing-gives", Recall(stem, stated(match["what"])), "effect", 0.8)


def _small(subject: str, extract: Extract) -> str:
    plural = plural_subject(subject) and re.match(r"[A-Z][a-z]+s\b", subject)
    return subject[:1].lower() + subject[1:] if plural else lower_first(subject, extract.lesson)


CUES_POINTS: dict[Form, str] = {
    use_as: "*", why_order: "*", easier_when: "*", joins: "*", doing_gives: "*", must_be: "must should",
    stores_as: "as", how_long: "long until", only_where: "only", is_so: "is are",
}  # fmt: skip
"""What every statement that a form fits shows one of, see ``shown``."""
