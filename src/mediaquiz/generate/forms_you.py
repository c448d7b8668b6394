"""Forms of sentences that say what anybody does, with "you": the means, the end, the reason, the condition."""

import re

from mediaquiz.generate.asked import Asked, stated, text_of
from mediaquiz.generate.english import lower_first, upper_first
from mediaquiz.generate.known import is_everyday, opens_with_unknown
from mediaquiz.generate.oneclause import one_clause
from mediaquiz.language.clauses import plural_subject
from mediaquiz.language.verbs import is_infinitive
from mediaquiz.model.concept import Extract, Statement
from mediaquiz.model.item import Recall

_MODAL = r"(?P<modal>can|could|may|might|must|should|need to|have to)"
_ADVERB = (
    r"(?P<adverb>(?:(?:often|usually|typically|generally|commonly|normally|always|simply|only|first|easily|directly)"
    r" )*)"
)
_LEAD = r"(?:(?P<lead>(?:in|for|with|during|at|on|within|under|after|before) [^,;:—]{3,60}), )?"
_MEANS = r"(?P<by>(?:by \w+ing|using|via|through|by means of|with the help of)\b [^;:—]{4,140})"
_POINTS = re.compile(
    r"\b(?:this|these|those|such|it|them|they|its|their|here|now|again|above|below|following|another|other|others"
    r"|also|each of"
    r"|both|that (?=\w+$))\b",
    re.IGNORECASE,
)
_SAME = {"could": "can", "might": "may", "need to": "must", "have to": "must"}
_FEWEST = 2


_STATES = frozenset("have be need want know see think feel like seem mean".split())


def _is_deed(words: str) -> bool:
    """Whether words begin with an infinitive and say what it is done to."""
    first, _, rest = words.partition(" ")
    is_verb = is_infinitive(first)
    return first not in _STATES and is_verb and len(words.split()) >= _FEWEST and bool(rest)


def _is_open(text: str, extract: Extract) -> bool:
    """Whether words of a question point to what only the page names."""
    rest = text.partition(" ")[2]
    return _POINTS.search(text) is not None or opens_with_unknown(rest, extract)


_HOW = (
    re.compile(
        rf"^{_LEAD}you {_ADVERB}(?:{_MODAL} )?{_ADVERB.replace('adverb', 'how')}(?P<do>[^,;:—]{{6,110}}?),? {_MEANS}$",
        re.I,
    ),
    re.compile(
        rf"^(?P<by>by \w+ing [^;:—]{{4,120}}?), {_LEAD.replace('^', '')}you {_ADVERB}(?:{_MODAL} )?"
        rf"{_ADVERB.replace('adverb', 'how')}(?P<do>[^,;:—]{{6,110}})$",
        re.IGNORECASE,
    ),
)


_TWO_MEANS = re.compile(
    r"\band to [a-z]+ |\bor (?:back|\w+ (?:one|it)) by\b|`[^`]*\w\.[a-z]{2,4}`|,? (?:or|and) .*\bby \w+ing\b|\byou"
    r" \w+ed\b"
)
"""The means of a second deed, or of an example's own file, or what the reader did earlier."""


def how_you(found: Statement, extract: Extract) -> Asked | None:
    """You can A by doing B. By doing B, you can A.  →  How can you A?"""
    text = _BEHIND.sub("", text_of(found))
    match = next((m for form in _HOW if (m := form.match(text))), None)
    if not match or _TWO_MEANS.search(match["by"].partition(" ")[2]):
        return None
    do = _OF.sub(r" \1", match["do"])
    if not _is_deed(do) or _is_open(do, extract) or _is_taken(do) or _ON_THE_PAGE.match(do):
        return None
    if (not match["lead"] and len(match["do"].split()) <= _FEWEST) or match["do"].startswith("have "):
        return None
    modal = match["modal"] or ""
    asks = "can" if modal in {"can", "could", "may", "might"} else "do"
    stem = f"how {asks} you {'' if match['how'] == 'first ' else match['how']}{do}?"
    return Asked("how-you", Recall(_led(match["lead"], stem), stated(match["by"])), "means", 0.85)


_BEHIND = re.compile(r", (?:where|which|who|just as|such as) [^;:—]+$")
"""What is added to the last word."""
_OF = re.compile(r" \(((?:of|in|from|for) [^()]*)\)")


_ON_THE_PAGE = re.compile(
    r"(?:demonstrate|show|see|illustrate|define|denote|write|plot|visuali[sz]e|verify|consider|understand)\b"
)
"""What a writer does for the reader."""


def _is_taken(deed: str) -> bool:
    """Whether the means may belong to a clause inside: "show that it grows by …"."""
    return re.search(r"\b(?:that|which|who|because|when|if)\b", deed) is not None


def _led(lead: str | None, asks: str) -> str:
    return f"{upper_first(lead)}, {asks}" if lead else upper_first(asks)


_TO = re.compile(
    rf"^(?:in order )?to (?P<why>[^,;:—]{{6,100}}?)(?:,| (?=you (?:use|can|must|need|should"
    rf"|have)\b)(?<!what )(?<!that )(?<!how )(?<!which )(?<!where ))"
    rf" ?you (?:will (?=need to|have to))?{_ADVERB}(?:{_MODAL} )?{_ADVERB.replace('adverb', 'how')}"
    r"(?P<do>(?!(?:want|need|have|will|are)\b)[^;:—]{6,200})$",
    re.IGNORECASE,
)


_LOOKS = re.compile(r"(?:see|show|understand|illustrate|demonstrate|explore) (?:how|what|why|whether|that|it|the)\b")
"""What a lesson is about to do."""


def to_you(found: Statement, extract: Extract) -> Asked | None:
    """To A, you (must) do B.  →  What do (must) you do to A?"""
    match = _TO.match(text_of(found))
    if not match or not _is_deed(match["why"]) or not _is_deed(match["do"]) or _is_open(match["why"], extract):
        return None
    if _LOOKS.match(match["why"]):
        return None
    modal = _SAME.get(match["modal"] or "", match["modal"] or "")
    usually = _MERELY.sub("", match["adverb"] or "").strip()
    usually = f"{usually} " if usually and not modal and "only" not in usually else ""
    stem = f"What {modal or 'do'} you {usually}do to {match['why']}?"
    return Asked("to-you", Recall(stem, stated(match["do"])), "means", 0.8)


_MERELY = re.compile(r"\b(?:simply|just|merely|then|also|now)\b ?")
_IF = re.compile(
    rf"^(?P<when>(?:if|when|whenever|once|before|after) [^;:—]{{8,130}}?), you {_ADVERB}{_MODAL}"
    rf" (?P<do>[^;:—]{{6,160}}(?:: [^:;—]{{12,160}})?)$",
    re.IGNORECASE,
)
_WISH = re.compile(
    r"^(?:if|when|whenever) (?:you (?:want|need|wish|would like)|(?:the|your) (?:goal|aim|task) is) to (?P<why>.+)$",
    re.IGNORECASE,
)


_WANT = re.compile(r"^(?:if|when) you (?:want|need) (?!to\b|it\b|them\b)[^,]+ to [a-z]+ ", re.IGNORECASE)


def if_you(found: Statement, extract: Extract) -> Asked | None:
    """If (when) C, you can do B.  →  What can you do if C?  —  If you want to A, …  →  What can you do to A?"""
    match = _IF.match(text_of(found))
    if not match or not _is_deed(match["do"]) or _POINTS.search(match["when"]) or match["do"].startswith("be "):
        return None
    if " you can " in match["when"]:
        return None  # two things that can be done, one as well as the other
    modal = _SAME.get(match["modal"], match["modal"]).replace("may", "can")
    wish = _WISH.match(match["when"])
    when = f"to {wish['why']}" if wish else lower_first(match["when"], extract.lesson)
    if opens_with_unknown(when.partition(" ")[2], extract) or (
        not wish and not _WANT.match(when) and re.search(r"\byou\b|^\w+ \w+ing\b", when)
    ):
        return None  # what the reader does may be followed by much
    return Asked("if-you", Recall(f"What {modal} you do {when}?", stated(match["do"])), "means", 0.75)


_ENDS = (
    "ensure|avoid|prevent|make|reduce|keep|improve|speed|obtain|achieve|save|protect|guarantee|increase|stop|remove"
    "|limit|decide|determine|test|check|estimate|compare|predict|identify|detect|verify|account for|allow|simplify"
)
_DENIED = r"(?P<denied>do not|don['’]t|cannot|can['’]t|should not|shouldn['’]t|must not|mustn['’]t)"
_WHY = re.compile(
    rf"^(?:(?P<while>(?:when|while) [a-z]+ing(?: [^,;:—]{{3,50}})?), )?{_LEAD}you {_ADVERB}(?:{_MODAL} |{_DENIED} )?"
    rf"{_ADVERB.replace('adverb', 'how')}(?P<do>[^,;:—]{{8,120}}?),? "
    rf"(?P<why>(?:(?:in order|so as) to |to (?:{_ENDS})\b|so that |so (?=(?:it|they|you|the)\b)|because "
    rf"|since )[^;:—]{{6,160}})$",
    re.IGNORECASE,
)


_OWN = re.compile(r"\b(?:its|their)\b")
_BECAUSE = re.compile(
    rf"^(?P<why>(?:because|since) [^;:—]{{8,160}}?), you (?P<not>do not |don['’]t |cannot |can['’]t )?{_ADVERB}"
    r"(?:(?P<must>must|need to|have to|should) )?(?P<do>[^,;:—]{8,120})$",
    re.IGNORECASE,
)


def why_you(found: Statement, extract: Extract) -> Asked | None:
    """You do A to avoid B (so that, because B).  →  Why do you do A?"""
    match = _BECAUSE.match(text_of(found))
    if (
        match
        and _is_deed(match["do"])
        and not _is_open(match["do"], extract)
        and not _POINTS.search(_OWN.sub("", match["why"]))
    ):
        why = re.sub(r"^since", "because", match["why"], flags=re.IGNORECASE)
        denied = (match["not"] or "").strip().replace("do not", "don’t").replace("cannot", "can’t")
        must = _SAME.get(match["must"] or "", match["must"] or "")
        helper, need = (denied, f"{match['must']} " if must else "") if denied else (must or "do", "")
        stem = f"Why {helper} you {need}{match['adverb']}{match['do']}?"
        return Asked("why-you", Recall(stem, stated(why)), "reason", 0.8)
    match = _WHY.match(text_of(found))
    if not match or not _is_deed(match["do"]) or _is_open(match["do"], extract) or _is_taken(match["do"]):
        return None
    if (match["lead"] and _POINTS.search(match["lead"])) or _MAY_TO.match(f"{match['modal']} {match['why']}"):
        return None
    modal = _SAME.get(match["modal"] or "", match["modal"] or "")
    helper = _short(match["denied"]) if match["denied"] else modal or "do"
    how = "" if "only" in match["how"] else match["how"]
    stem = f"why {helper} you {how}{match['do']}?"
    why = re.sub(r"^since ", "because ", re.sub(r"^(?:in order|so as) to ", "to ", match["why"]))
    lead = ", ".join(part for part in (match["while"], match["lead"]) if part)
    return Asked("why-you", Recall(_led(lead, stem), stated(why)), "reason", 0.85)


_MAY_TO = re.compile(r"(?:can|could|may|might) to ")
"""What may be done for an end: "why" would ask what lets it."""


def _short(denied: str) -> str:
    """``don’t`` for "do not", before its subject."""
    return re.sub(r" not$|n['’]t$|not$", "n’t", denied).replace("cann’t", "can’t")


_WITH = re.compile(
    r"^(?:(?:by )?(?P<using>using)|with(?: the help of)?|by means of) (?P<what>(?!this|these"
    r"|such)[^,;:—]{2,50}?), you can "
    r"(?P<do>(?!also\b)[^;:—]{12,180})$",
    re.IGNORECASE,
)


_HANGS = re.compile(r" (?:as|by|in|of|to|with|for|from|that|the|into)$")


def with_you(found: Statement, extract: Extract) -> Asked | None:
    """With X, you can do A.  →  What does X let you do?  —  By using X, …  →  What does using X let you do?"""
    match = _WITH.match(text_of(found))
    do = re.sub(r"^(?:then|even|easily|simply|now) ", "", match["do"]) if match else ""
    if not match or not _is_deed(do) or _POINTS.search(match["what"]) or opens_with_unknown(match["what"], extract):
        return None
    if ("`" not in match["what"] and is_everyday(match["what"])) or _HANGS.search(do):
        return None
    many = not match["using"] and plural_subject(match["what"]) and "`" not in match["what"]
    what = f"{'using ' if match['using'] else ''}{lower_first(match['what'], extract.lesson)}"
    stem = f"What {'do' if many else 'does'} {what} let you do?"
    return Asked("with-you", Recall(stem, stated(do)), "purpose", 0.75)


_TELLS = re.compile(
    r"^(?P<subject>[^,;:—]{3,70}?) (?P<verb>tells?|shows?) you (?P<what>"
    r"(?:how|whether|what|which|where|when|why)\b(?! it\b) [^;:—]{6,120})$"
)


def tells_you(found: Statement, extract: Extract) -> Asked | None:
    """S tells you how big X is.  →  What does S tell you?"""
    match = _TELLS.match(text_of(found))
    if not match or _POINTS.search(match["subject"]) or opens_with_unknown(match["subject"], extract):
        return None
    helper = "does" if match["verb"].endswith("s") else "do"
    stem = f"What {helper} {lower_first(match['subject'], extract.lesson)} {match['verb'].removesuffix('s')} you?"
    return Asked("tells-you", Recall(stem, stated(match["what"])), "effect", 0.8)


_THINK = re.compile(
    r"^you can (?:also )?(?:think of|view|see|regard|treat) (?P<what>[^,;:—]{3,60}?) as (?:simply |just |merely )?"
    r"(?P<as>(?:an?|the) [^;:—]{6,120}|\w+ing [^;:—]{10,120})$",
    re.IGNORECASE,
)


_THOUGHT = re.compile(
    r"^(?P<what>[^,;:—]{3,70}?) can be (?:thought of|viewed|seen|regarded|interpreted|understood) as "
    r"(?:simply |just |merely )?(?P<as>(?:an?|the) [^;:—]{10,140})$",
    re.IGNORECASE,
)


def think_of(found: Statement, extract: Extract) -> Asked | None:
    """You can think of X as Y. X can be seen as Y.  →  What can you think of X as?"""
    match = _THINK.match(text_of(found)) or _THOUGHT.match(text_of(found))
    if not match or _POINTS.search(match["what"]) or opens_with_unknown(match["what"], extract):
        return None
    what = re.sub(r"^the resulting (?=\S+ \S)", "the ", lower_first(match["what"], extract.lesson))
    stem = f"What can you think of {what} as?"
    return Asked("think-of", Recall(stem, stated(one_clause(match["as"]))), "analogy", 0.75)
