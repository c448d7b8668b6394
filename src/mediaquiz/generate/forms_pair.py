"""Forms of two sentences of which the second gives the reason, the effect or the remedy of the first.

The question holds the first sentence whole, so no pronoun is resolved: it stands for what the learner has just read.
"""

import re

from mediaquiz.generate.asked import PRONOUN, Asked, stated
from mediaquiz.generate.english import curly, strip_stop
from mediaquiz.language.verbs import base_of
from mediaquiz.model.concept import Extract, Statement
from mediaquiz.model.item import Recall

_FIRST = r"^(?P<first>[^;]{12,220}?[.]) "
_REASON = re.compile(
    rf"{_FIRST}(?:(?:that|this) (?:is|was)(?: the case)?(?: \w+ly)? (?:because|since)|the reason (?:for this )?is"
    rf" (?:that|because))"
    r"(?! of\b) (?P<why>.{8,180})$",
    re.IGNORECASE,
)
_STEMS = re.compile(
    rf"{_FIRST}(?:that|this) (?:stems|comes|results|follows) (?:\w+ly )?from (?P<fact>the fact that"
    rf" )?(?P<why>.{{8,180}})$",
    re.IGNORECASE,
)
_DUE_TO = re.compile(rf"{_FIRST}(?:that|this) is (?P<why>(?:\w+ly )?(?:due to|because of) .{{6,160}})$", re.IGNORECASE)
_EFFECT = re.compile(
    rf"{_FIRST}this (?:(?:design|approach|choice|trick|method|technique|change|strategy) )?"
    r"(?P<adverb>(?:often|usually|typically|generally|in turn|(?!\w+ly it)\w+ly) )?(?:(?P<modal>can|may|will) )?"
    r"(?P<verb>leads? to|results? in|causes?|allows?|lets"
    r"|enables?|ensures?|prevents?|avoids?|reduces?|improves?"
    r"|requires?|makes?|simplif(?:y|ies)|keeps?|guarantees?|eliminates?|saves?|protects?|increases?|limits?"
    r"|confuses?|hides?|breaks?|slows?|spoils?|removes?)"
    r" (?P<what>[^;]{6,180})$",
    re.IGNORECASE,
)
_MANIFESTS = re.compile(rf"{_FIRST}this manifests itself (?P<how>(?:in|as|through|by) .{{4,120}})$", re.IGNORECASE)
_REMEDY = re.compile(
    rf"{_FIRST}(?:(?P<it>they|these|this|it)|(?:this|the|such) (?:problem|issue|difficulty|risk)(?P<s>s)?)"
    rf" (?P<modal>can|could|may) "
    r"(?:(?:also|often|easily|usually|partly) )?be (?:\w+ly )?(?P<helped>[a-z]+(?:ed|come|t)) "
    r"(?P<by>(?:by|with|using|through|via) .{6,160})$",
    re.IGNORECASE,
)
_FIX = re.compile(
    rf"{_FIRST}(?P<one>one|a|an|another) (?P<which>[a-z]+ )?(?P<noun>way|fix|solution|remedy|cure|strategy"
    rf"|trick)\b[^.]*? "
    r"(?:is|would be) (?P<what>(?:to (?!the\b)|\w+ing\b).{6,160})$",
    re.IGNORECASE,
)
_TO_HELP = re.compile(
    rf"{_FIRST}to (?P<verb>[a-z]+(?: with| around)?) (?:this|these|it|them|the|such)(?: (?:problem|issue|difficulty"
    rf"|risk)s?)?, "
    r"(?P<who>you|one|people|engineers|researchers) (?:(?P<modal>can|could|must|should|need to|have to)"
    r" )?(?P<what>[a-z]+ .{6,160})$",
    re.IGNORECASE,
)
_POINTS = re.compile(r"^(?:this|these|those|such|it|they|its|their)\b", re.IGNORECASE)


def pair(found: Statement, extract: Extract) -> Asked | None:
    """S. This is because R.  →  S. Why?  —  S. This leads to E.  →  S. What is the result?  —  P. It can be fixed by"
    " R."""
    text = curly(strip_stop(found.text))
    if ". " not in text:
        return None
    if match := _REASON.match(text) or _DUE_TO.match(text):
        return _asked(match["first"], "Why?", _because(match["why"]), "reason")
    if match := _STEMS.match(text):
        why = f"because {match['why']}" if match["fact"] else f"because of {match['why']}"
        return _asked(match["first"], "Why?", stated(why), "reason")
    if match := _MANIFESTS.match(text):
        return _asked(match["first"], "How does it show?", stated(match["how"]), "effect")
    if match := _EFFECT.match(text):
        return _effect(match)
    if match := _REMEDY.match(text):
        them = "they" if match["s"] or (match["it"] or "").lower() in {"they", "these"} else "it"
        return _asked(match["first"], f"How can {them} be {match['helped']}?", stated(match["by"]), "means")
    if match := _TO_HELP.match(text):
        return _asked(match["first"], "What can you do about it?", stated(match["what"]), "means")
    if match := _FIX.match(text):
        return _asked(match["first"], f"What is {_article(match)}?", stated(match["what"]), "means")
    return None


def _article(match: re.Match[str]) -> str:
    """ "a simple fix", "one way out"."""
    noun = "remedy" if match["noun"].lower() in {"way", "strategy", "trick"} else match["noun"].lower()
    which = (match["which"] or "").lower()
    which = "" if which.strip() in {"possible", "other", "common", "first"} else which
    return f"a{'n' if (which or noun)[:1] in 'aeiou' else ''} {which}{noun}"


def _because(why: str) -> str:
    return (
        stated(why)
        if why.lower().startswith(("due to", "because of", "partly", "mainly", "largely"))
        else stated(f"because {why}")
    )


_ORDER = re.compile(
    r"(?:(?P<no>do not|don[’']t|never|avoid) |(?=(?:use|keep|store|write|put|choose|make|give|add|include|separate"
    r"|record"
    r"|check|set|place|name|save|avoid|leave|split|create|start|test|turn|move|replace"
    r"|remove) ))(?P<do>[^.;:—]{8,120})$",
    re.IGNORECASE,
)
"""What to do, or not to do."""


def _effect(match: re.Match[str]) -> Asked | None:
    verb, what = match["verb"].lower(), match["what"]
    first = verb.partition(" ")[0]
    base = base_of(first) or first
    modal = (match["modal"] or "").lower()
    if PRONOUN.match(what):
        return None
    if order := _ORDER.match(match["first"].strip().removesuffix(".")):
        told = stated(f"it {_third(first, base, modal)} {verb.partition(' ')[2]} {what}".replace("  ", " "))
        no = {"never": "never ", "avoid": "avoid "}.get((order["no"] or "").lower(), "not " if order["no"] else "")
        do = order["do"][:1].lower() + order["do"][1:]
        return Asked("pair", Recall(f"Why should you {no}{do}?", told), "reason", 0.8)
    if base in {"lead", "result", "cause"}:
        return _asked(
            match["first"], "With what possible result?" if modal else "With what result?", stated(what), "effect"
        )
    return _asked(match["first"], "With what effect?", stated(f"it {_third(first, base, modal)} {what}"), "effect")


def _third(first: str, base: str, modal: str) -> str:
    return f"{modal} {base}" if modal else first


def _asked(first: str, asks: str, answer: str, aspect: str) -> Asked | None:
    if _POINTS.match(answer) or (PRONOUN.match(first) and not first.startswith(("You ", "One of the "))):
        return None
    return Asked("pair", Recall(f"{first} {asks}", answer), aspect, 0.8)
