"""Forms of sentences on a thing that the lesson names: what it needs or relies on, how it is done or called."""

import re
from functools import lru_cache

from mediaquiz.generate.asked import PRONOUN, Asked, stated, subject_of, term_in, text_of
from mediaquiz.generate.english import curly, lower_first, strip_stop, without_article
from mediaquiz.generate.known import opens_with_unknown
from mediaquiz.language.clauses import plural_subject, split
from mediaquiz.language.verbs import VERBS, base_of
from mediaquiz.model.concept import Extract, Statement
from mediaquiz.model.item import Recall, Short
from mediaquiz.model.same import Same
from mediaquiz.text import squash

_POINTS = re.compile(
    r"\b(?:it|its|they|them|their|this|these|those|such|another|others?|also|too|we|our|us|you|your)\b", re.IGNORECASE
)
_SHORT = 5


def _is_open(subject: str, extract: Extract) -> bool:
    return (
        PRONOUN.match(subject) is not None
        or opens_with_unknown(subject, extract)
        or _POINTS.search(subject) is not None
    )


RELYING = {
    "rely": "on", "communicate": "over with through", "belong": "to", "differ": "from", "react": "with",
    "respond": "to", "run": "on", "attach": "to", "bind": "to", "descend": "from", "originate": "in", "derive": "from",
    "specialize": "in", "interact": "with", "compete": "with for", "feed": "on", "correspond": "to", "act": "as",
    "serve": "as", "operate": "on", "build": "on", "range": "from", "suffer": "from", "focus": "on", "center": "on",
}  # fmt: skip
_BEHIND = re.compile(
    r"(?P<what>(?!how|what|which|this|these|that|it\b|them\b|the (?:same|following))[^,;:—]{3,90})(?:, [^;:—]{4,120})?$"
)


def relies_on(found: Statement, extract: Extract) -> Asked | None:
    """S relies on X.  →  What does S rely on?"""
    clause = split(text_of(found))
    if not clause or clause.base not in RELYING or clause.adverb or clause.helper == "did":
        return None
    prep, _, rest = clause.rest.partition(" ")
    match = _BEHIND.match(rest)
    if not match or prep not in RELYING[clause.base].split() or not is_term(clause.subject, extract):
        return None
    what = match["what"]
    if _POINTS.search(what) or re.search(r"\b(?:and|or|but) [a-z]+s? (?:an?|the|to|in|on|with)\b", what):
        return None
    if re.search(r"\b(?:different|various|many|several|some|multiple|each)\b", what):
        return None
    stem = f"What {clause.helper} {subject_of(clause, extract)} {clause.base} {prep}?"
    return Asked("relies-on", Recall(stem, stated(what)), "relation", 0.7)


def is_term(subject: str, extract: Extract) -> bool:
    """Whether a subject is one of the lesson's first concepts, or the name of its own section."""
    names, openings = _bare_names(Same(extract))
    name = _bare(subject)
    return (name in names or name.startswith(openings)) and not _POINTS.search(subject)


@lru_cache(maxsize=2)
def _bare_names(of: Same[Extract]) -> tuple[frozenset[str], tuple[str, ...]]:
    """The names of a lesson's first concepts, and those of several words with a space behind them."""
    concepts = of.value.concepts[:_KNOWN]
    names = frozenset(_bare(name) for concept in concepts for name in (concept.term, *concept.aliases))
    return names, tuple(f"{name} " for name in names if " " in name)


def _bare(phrase: str) -> str:
    return squash(without_article(phrase)).removesuffix("s")


_KNOWN = 30
_NEEDS = re.compile(
    r"^(?P<subject>[^,;:—]{2,60}?) (?P<verb>needs?) (?P<what>(?!to\b|the\b|some kind\b|it\b|that\b)[^,;:—]{3,60}?) "
    r"(?P<why>(?:to|in order to) (?P<do>[a-z]+) [^,;:—]{4,100})$"
)


def needs_to(found: Statement, extract: Extract) -> Asked | None:
    """S needs X to do Y.  →  What does S need to do Y?"""
    match = _NEEDS.match(text_of(found))
    if not match or match["do"] not in VERBS or _is_open(match["subject"], extract) or _POINTS.search(match[0]):
        return None
    if re.search(
        r"\b(?:that|which|is|are|be|certain|many|lots?|more|enough|may|might|would|will|not)\b",
        f"{match['subject']} {match['what']}",
    ):
        return None
    plural = plural_subject(match["subject"])
    if plural == match["verb"].endswith("s") or base_of(match["what"].split(" ")[0]):
        return None
    subject = lower_first(match["subject"], extract.lesson)
    helper, verb = ("do", match["verb"]) if plural else ("does", match["verb"].removesuffix("s"))
    stem = f"What {helper} {subject} {verb} {match['why']}?"
    return Asked("needs-to", Recall(stem, stated(match["what"])), "means", 0.7)


def section_deed(found: Statement, extract: Extract) -> Asked | None:
    """The first sentence that says what the thing of the section's heading does.  →  What does the thing do?"""
    path = found.place.block.path
    clause = split(text_of(found)) if path and not found.at else None
    if not clause or not clause.base or clause.helper == "did" or clause.base in _TELLS_LITTLE:
        return None
    if _bare(clause.subject) != _bare(path[-1]) or not _LEAST <= len(clause.rest.split()) <= _MOST:
        return None
    if re.search(r"[;:—]|[.] |\b(?:this|these|those|such|we|our|us)\b", clause.rest) or re.search(
        r"\b(?:different|various|many)\b", clause.rest
    ):
        return None
    it = "It" if clause.helper == "does" else "They"
    adverb = f"{clause.adverb} " if clause.adverb else ""
    stem = f"What {clause.helper} {subject_of(clause, extract)} do?"
    answer = f"{it} {adverb}{clause.verb} {clause.rest}."
    return Asked("section-deed", Recall(stem, answer), "effect", 0.75)


_TELLS_LITTLE = frozenset(
    "stay lie stand sit live appear sound feel prove give get take see say argue suggest propose hold cover mean"
    " need have want seem look remain become include contain come"
    " go involve consist refer differ use exist"
    " happen".split()
)
_LEAST, _MOST = 4, 30


_AS = re.compile(
    r"^(?P<subject>[^,;:—]{2,50}?) (?P<be>is|are) (?:often |usually |typically |normally |also )?"
    r"(?P<done>measured|calculated|routed|counted|defined|stored|written|expressed|computed|identified|addressed) "
    r"(?P<how>(?:per [a-z]+ )?(?:as|using|from|by|per|in) [^;:—]{8,150})$"
)


def how_done(found: Statement, extract: Extract) -> Asked | None:
    """S is calculated as X.  →  How is S calculated?"""
    match = _AS.match(text_of(found))
    if not match or _is_open(match["subject"], extract) or _POINTS.search(match["how"]) or "," in match["how"]:
        return None
    if re.search(r"\b(?:that|which|is|are|and)\b", match["subject"]) or not is_term(match["subject"], extract):
        return None
    plural = plural_subject(match["subject"])
    if plural != (match["be"] == "are") or (match["done"] == "stored" and match["how"].startswith("in ")):
        return None
    stem = f"How {match['be']} {lower_first(match['subject'], extract.lesson)} {match['done']}?"
    return Asked("how-done", Recall(stem, stated(match["how"])), "means", 0.75)


_ANOTHER = (
    re.compile(
        r"^(?P<what>(?:An? |The )?[A-Z]?[\w-]+(?: [\w-]+){0,3}?) (?:is|are) (?:also|sometimes also|often also) "
        r"(?:called|known as|referred to as) (?P<other>[^,;:—()]{3,45}?)(?: \([A-Z]\w{1,5}\))?(?: (?:because"
        r"|since|when|in) .*|,.*)?$"
    ),
    re.compile(
        r"^(?P<what>(?:An? |The )?[A-Z]?[\w-]+(?: [\w-]+){0,3}?)(?:, | \()(?:also|sometimes) "
        r"(?:called|known as|referred to as) (?P<other>[^,;:—()]{3,45}?)(?:[,)]| is\b| are\b).*$"
    ),
)


def another_name(found: Statement, extract: Extract) -> Asked | None:
    """T is also called U. T, also called U, is …  →  What is another name for T?"""
    text = curly(strip_stop(found.text))
    match = next((m for form in _ANOTHER if (m := form.match(text))), None)
    if (
        not match
        or _is_open(match["what"], extract)
        or PRONOUN.match(match["other"])
        or len(match["other"].split()) > _SHORT
    ):
        return None
    what, other = without_article(match["what"]), without_article(match["other"].strip("“”"))
    if {w.lower() for w in other.split()} <= {w.lower() for w in what.split()} or " and " in other or " or " in other:
        return None
    be = "are" if plural_subject(what) else "is"
    stem = f"What else {be} {lower_first(match['what'], extract.lesson)} called?"
    return Asked("another-name", Short(stem, other), "definition", 0.75, term_in(what), f"name:{squash(what)}")


GOOD_OR_BAD = "advantage benefit drawback downside upside feature strength weakness"
_ONE_ADVANTAGE = re.compile(
    r"^(?P<one>one|an?|the) (?P<how>(?:big|great|main|key|major|important|powerful) )?(?P<noun>(?:dis)?advantage"
    r"|benefit"
    r"|drawback|downside|upside|feature|strength|weakness) "
    r"(?P<of>(?:of|to) [^,;:—]{3,60}?) is (?P<what>(?:that|to|the) [^;:—]{10,150})$",
    re.IGNORECASE,
)


def one_advantage(found: Statement, extract: Extract) -> Asked | None:
    """One big advantage of X is that Y.  →  What is a big advantage of X?  Where the lesson speaks of one only."""
    match = _ONE_ADVANTAGE.match(text_of(found))
    if not match or _POINTS.search(match["of"]) or extract.lesson.text.lower().count(match["noun"].lower()) > 1:
        return None
    one = "the" if match["one"].lower() == "the" else _article(match["how"] or match["noun"])
    stem = f"What is {one} {match['how'] or ''}{match['noun']} {match['of']}?"
    return Asked("one-advantage", Recall(stem, stated(match["what"].removeprefix("that "))), "relation", 0.7)


def _article(word: str) -> str:
    return "an" if word[:1].lower() in "aeiou" else "a"
