"""Forms of English sentences that turn into a question safely: one small function each, tried in order.

A form returns None unless the whole sentence fits; it never guesses a subject and never resolves a pronoun.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from mediaquiz.generate.clauses import split
from mediaquiz.generate.english import (
    curly,
    full_stop,
    lower_first,
    plural_subject,
    strip_stop,
    term_phrase,
    upper_first,
    without_article,
)
from mediaquiz.model.concept import Extract, Family, Member, Statement
from mediaquiz.model.item import Content, Order, Recall, Short
from mediaquiz.text import squash


@dataclass(frozen=True, slots=True)
class Asked:
    """What a form made of a sentence: its name (part of the recipe), the content, what kind of knowledge it asks."""

    form: str
    content: Content
    aspect: str
    trust: float = 0.9
    concept: str = ""
    """The term that the sentence tells about, where it is one."""


Form = Callable[[Statement, Extract], Asked | None]

_PRONOUN = re.compile(r"^(?:it|they|this|that|these|those|he|she|we|you|i|there|here|such|one)\b", re.IGNORECASE)


def _text(found: Statement) -> str:
    """The sentence without a final stop, with curly quotation marks."""
    return curly(strip_stop(found.text))


def _stated(text: str) -> str:
    return full_stop(upper_first(text))


_CHAIN = re.compile(r"^(?P<head>[^:→]{4,80}):\s*(?P<chain>[^→:]+(?:\s*(?:→|->|⇒)\s*[^→:]+){2,})$")


def steps_of(text: str) -> tuple[str, ...]:
    """The steps of "X: a → b → c"; empty for any other sentence."""
    match = _CHAIN.match(curly(strip_stop(text)))
    return tuple(step.strip() for step in re.split(r"\s*(?:→|->|⇒)\s*", match["chain"])) if match else ()


def chain(found: Statement, extract: Extract) -> Asked | None:
    """X is a Y: a → b → c.  →  The order of the steps."""
    steps = steps_of(found.text)
    if not steps or len(set(steps)) < len(steps):
        return None
    head = found.text.split(":")[0]
    return Asked("chain", Order(f"Put in order: {lower_first(head, extract.lesson)}.", steps), "order")


def is_part_of_family(steps: tuple[str, ...], extract: Extract) -> bool:
    """Whether most of the steps are members of a family, under other names: then the family asks, whole."""
    for family in extract.findings:
        if steps and isinstance(family, Family):
            starts = {n[:4].casefold() for m in family.members for n in (m.name, *m.aliases)}
            if sum(step[:4].casefold() in starts for step in steps) * 3 >= 2 * len(steps):
                return True
    return False


def because(found: Statement, extract: Extract) -> Asked | None:
    """X because Y.  Because Y, X.  →  X. Why?"""
    text = _text(found)
    match = re.match(r"^(?P<what>[^;:—]{8,140}?),? because (?P<why>[^;:—]{6,180})$", text)
    if not match:
        match = re.match(r"^because (?P<why>[^,;:—]{6,120}), (?P<what>[^;:—]{8,140})$", text, re.IGNORECASE)
    if not match or match["why"].startswith("of ") or _PRONOUN.match(match["what"]):
        return None
    stem = f"{_stated(match['what'])} Why?"
    return Asked("because", Recall(stem, full_stop(f"Because {lower_first(match['why'], extract.lesson)}")), "reason")


_WHEN = re.compile(r"^(?P<when>(?:as|when|if|once|whenever)\s[^,;:—]{5,110}), (?P<then>[^;:—]{6,180})$", re.IGNORECASE)
_NOT_A_CONDITION = ("as of", "as a ", "as an ", "as the ", "as you", "as we", "if not")
_ORDERED = frozenset(
    "add ask avoid build change check choose compare cut do find fix give keep look make measure move place prefer put"
    " reduce remove replace start stop take test treat try turn use wait write".split()
)


def condition(found: Statement, extract: Extract) -> Asked | None:
    """As X, Y.  →  What happens as X?  —  When X, do Y.  →  What should you do when X?"""
    match = _WHEN.match(re.sub(r"\s\([^()]*\)", "", _text(found)))
    if not match or match["when"].lower().startswith(
        ("as of", "as a ", "as an ", "as the ", "as you", "as we", "if not")
    ):
        return None
    when = match["when"][:1].lower() + match["when"][1:]
    if re.search(r"\b(?:this|these|those|it|they)\b", when.split(" ", 2)[1]) or _PRONOUN.match(match["then"]):
        return None
    if match["then"].split(" ")[0].lower() in _ORDERED:
        stem, then = f"What should you do {when}?", match["then"]
    else:
        stem, then = f"What happens {when}?", match["then"]
    return Asked("condition", Recall(stem, _stated(then)), "effect")


def comparative(found: Statement, extract: Extract) -> Asked | None:
    """A is cheaper than B.  →  Which is cheaper: …?  The two sides stand in the order of the alphabet."""
    match = re.match(
        r"^(?P<one>[^,;:—]{4,80}?) (?P<be>is|are) "
        r"(?P<more>(?:usually |often |far |much )?(?:more|less) \w+|\w+er) than "
        r"(?P<other>[^,;:—]{4,80})$",
        _text(found),
    )
    if not match or _PRONOUN.match(match["one"]) or match["more"] in {"other", "rather"}:
        return None
    one, other = lower_first(match["one"], extract.lesson), match["other"]
    first, second = sorted((one, other), key=squash)
    stem = f"Which {match['be']} {match['more']}: {first}, or {second}?"
    return Asked("comparative", Short(stem, one), "comparison", trust=0.8)


def differ(found: Statement, extract: Extract) -> Asked | None:
    """A does X, while B does Y.  →  How do A and B differ?"""
    match = re.match(r"^(?P<one>[^;—]{8,120}?)(?:, (?:while|whereas|but)|;) (?P<other>[^;—]{8,120})$", _text(found))
    if not match:
        return None
    one, other = split(match["one"]), split(match["other"])
    if not one or not other or _PRONOUN.match(one.subject) or _PRONOUN.match(other.subject):
        return None
    if (one.base or one.verb) != (other.base or other.verb) or squash(one.subject) == squash(other.subject):
        return None
    first = lower_first(one.subject, extract.lesson)
    return Asked("differ", Recall(f"How do {first} and {other.subject} differ?", _stated(_text(found))), "comparison")


def by_means(found: Statement, extract: Extract) -> Asked | None:
    """S does X by doing Y.  →  How does S do X?"""
    match = re.match(r"^(?P<what>[^;:—]{8,120}?) (?P<by>by \w+ing\b[^;:—]{4,140})$", _text(found))
    clause = split(match["what"]) if match else None
    if not match or not clause or not clause.base or _PRONOUN.match(clause.subject):
        return None
    stem = f"How {clause.helper} {lower_first(clause.subject, extract.lesson)} {clause.base} {clause.rest}?"
    return Asked("by-means", Recall(stem, _stated(match["by"])), "means")


def instead(found: Statement, extract: Extract) -> Asked | None:
    """S does X instead of doing Y.  →  What does S do instead of doing Y?"""
    match = re.match(
        r"^(?P<what>[^;:—,]{8,140}?),? (?P<not>(?:instead of|rather than) \w+ing\b[^;:—]{3,100})$", _text(found)
    )
    clause = split(match["what"]) if match else None
    if not match or not clause or not clause.base or _PRONOUN.match(clause.subject):
        return None
    if re.search(r"\bones?\b", match["not"]):
        return None  # "a stored one": the noun it stands for is in the answer
    it = "they" if clause.helper == "do" else "it"
    stem = f"What {clause.helper} {lower_first(clause.subject, extract.lesson)} do {match['not']}?"
    return Asked("instead", Recall(stem, full_stop(f"{upper_first(it)} {clause.verb} {clause.rest}")), "contrast")


_ADVICE = re.compile(
    r"^(?P<do>(?:track|follow|use|choose|prefer|think of|start with|build|write|treat|test|judge|measure|fix|ask for"
    r"|look at|watch|read|keep|learn|describe|change|name|pick|buy|plant|cut|add|save"
    r"|check))\s+(?P<right>[^;:—]{3,80}?),?"
    r"\s+(?:not|rather than|instead of|before)\s+(?P<wrong>[^;:—]{3,80})$",
    re.IGNORECASE,
)


def advice(found: Statement, extract: Extract) -> Asked | None:
    """Track X, not Y.  →  What should you track instead of Y?"""
    match = _ADVICE.match(_text(found))
    if not match or " before " in found.text:
        return None
    stem = f"What should you {match['do'].lower()} instead of {match['wrong']}?"
    return Asked("advice", Recall(stem, _stated(match["right"])), "advice")


def shift(found: Statement, extract: Extract) -> Asked | None:
    """The goal: shift from A to B.  →  The goal is to shift away from A. Toward what?"""
    match = re.match(
        r"^(?P<head>the (?:goal|aim|point|trick|key|task)|[^:—]{4,60}?)(?: is(?: to)?|:)\s*(?:a |to )?"
        r"(?P<verb>shift|move|change|go) from (?P<one>“[^”]+”|[^“”]{4,80}?) to (?P<other>“[^”]+”|[^“”]{4,80})$",
        _text(found),
        re.IGNORECASE,
    )
    if not match:
        return None
    where = _where(extract, match["head"])
    stem = f"{upper_first(match['head'])}{where} is to {match['verb']} away from {match['one']}. Toward what?"
    return Asked("shift", Recall(stem, _stated(match["other"])), "contrast")


def none_alone(found: Statement, extract: Extract) -> Asked | None:
    """No single X does Y — it's Z.  →  If no single X does Y, what does?"""
    match = re.match(
        r"^(?P<no>no (?:single |one )?[^,;:—]{3,90}?)\s*(?:—|–|;|:)\s*it(?:’s|'s| is) (?:always |usually )?"
        r"(?P<what>[^;:—]{3,80})$",
        _text(found),
        re.IGNORECASE,
    )
    clause = split(match["no"]) if match else None
    if not match or not clause or clause.helper != "does":
        return None
    stem = f"If {match['no'][:1].lower()}{match['no'][1:]}, what does?"
    return Asked("none-alone", Recall(stem, _stated(match["what"])), "contrast")


def passive(found: Statement, extract: Extract) -> Asked | None:
    """X is defined by Y.  →  What is X defined by?"""
    match = re.match(
        r"^(?P<subject>[^,;:—]{2,60}?) (?P<be>is|are) "
        r"(?P<done>(?:[a-z]+ly )?(?:[a-z]+ed|set|made|driven|given|held|kept|drawn|known|chosen|shown)) by "
        r"(?P<what>[^;:—]{4,140})$",
        _text(found),
    )
    if not match or _PRONOUN.match(match["subject"]) or re.match(r"\w+ing\b", match["what"]):
        return None
    subject = lower_first(match["subject"], extract.lesson)
    quoted = re.match(r"^“(?P<inner>[^”]+)”$", subject)
    if quoted:
        subject = f"“{lower_first(quoted['inner'], extract.lesson)}”"
    where = _where(extract, subject) if quoted or _definite(subject) else ""
    stem = f"What {match['be']} {subject} {match['done']} by{where}?"
    return Asked("passive", Recall(stem, _stated(match["what"])), "relation", concept=_term(match["subject"]))


def _term(subject: str) -> str:
    return without_article(subject).strip('“”"')


def _definite(subject: str) -> bool:
    """``the model``: a bare definite noun that needs its field named to stand alone."""
    return re.match(r"^the \w+$", subject, re.IGNORECASE) is not None


def _where(extract: Extract, text: str) -> str:
    topic = term_phrase(extract.topic, extract.lesson)
    return f" in {topic}" if topic and squash(topic) not in squash(text) else ""


_GIVES = frozenset(
    "enable allow cause prevent require determine drive produce contain need create protect replace".split()
)


def effect(found: Statement, extract: Extract) -> Asked | None:
    """X (directly) enables Y.  →  What does X directly enable?  —  X lets you Y.  →  What does X let you do?"""
    text = _text(found)
    lets = re.match(
        r"^(?P<subject>[^,;:—]{3,90}?) (?P<verb>lets?|allows?|helps?) you (?:to )?(?P<what>[^;:—]{4,140})$", text
    )
    if lets:
        subject = _expand_these(lets["subject"], extract)
        if not subject:
            return None
        helper, base = ("does", lets["verb"][:-1]) if lets["verb"].endswith("s") else ("do", lets["verb"])
        to = "to " if base == "allow" else ""
        stem = f"What {helper} {subject} {base} you {to}do?"
        return Asked("lets", Recall(stem, _stated(lets["what"])), "effect")
    adverb = re.match(
        r"^(?P<head>[^,;:—]{3,70}?) (?P<adverb>directly|usually|always|often) (?P<tail>\w+ [^;:—]{6,160})$", text
    )
    clause = split(f"{adverb['head']} {adverb['tail']}" if adverb else text)
    if not clause or clause.base not in _GIVES or _PRONOUN.match(clause.subject) or len(clause.rest) < 8:
        return None
    if re.search(r"[;:—]", clause.rest) or clause.rest.startswith(("to ", "that ")):
        return None
    how = f"{adverb['adverb']} " if adverb else ""
    stem = f"What {clause.helper} {lower_first(clause.subject, extract.lesson)} {how}{clause.base}?"
    return Asked("effect", Recall(stem, _stated(clause.rest)), "effect", trust=0.75)


def _expand_these(subject: str, extract: Extract) -> str:
    """``Understanding these themes`` with the family named; empty when "these" stands for nothing known."""
    found = re.search(r"\b(?:these|those|the) (?P<noun>\w+)s\b", subject)
    if not found:
        return "" if _PRONOUN.match(subject) or " these " in subject else lower_first(subject, extract.lesson)
    for family in extract.findings:
        if isinstance(family, Family) and family.noun == found["noun"].casefold():
            names = ", ".join(_short_name(m) for m in family.members[:3])
            head = subject[: found.start()] + "the " + without_article(lower_first(family.name, extract.lesson))
            return lower_first(f"{head} ({names}, …){subject[found.end() :]}", extract.lesson)
    return ""


def _short_name(member: Member) -> str:
    """How a sentence would call a member whose heading is long: by its first other name."""
    return member.aliases[0] if member.aliases and " " in member.name else member.name.lower()


_DESTINATION = re.compile(r"^(?P<what>[^,;:—]{3,50}?) (?P<back>back )?to (?P<where>(?:the|an?) [^,;:—]{4,100})$")


def destination(found: Statement, extract: Extract) -> Asked | None:
    """S sends X back to Y.  →  Where does S send X back to?"""
    clause = split(_text(found))
    match = _DESTINATION.match(clause.rest) if clause and clause.base in {"send", "return", "move", "bring"} else None
    if not clause or not match or _PRONOUN.match(clause.subject):
        return None
    subject = lower_first(clause.subject, extract.lesson)
    stem = f"Where {clause.helper} {subject} {clause.base} {match['what']} {match['back'] or ''}to?"
    return Asked("destination", Recall(stem, _stated(match["where"])), "relation")


def is_when(found: Statement, extract: Extract) -> Asked | None:
    """S is plausible when Y.  →  When is S plausible?"""
    match = re.match(
        r"^(?P<subject>[^,;:—]{3,60}?) (?P<be>is|are) (?P<what>[\w-]+(?: [\w-]+){0,3}?) "
        r"(?P<when>(?:only )?when [^,;:—]{5,120})"
        r"(?:, (?:which|so|but) .*)?$",
        _text(found),
    )
    if not match or _PRONOUN.match(match["subject"]):
        return None
    stem = f"When {match['be']} {lower_first(match['subject'], extract.lesson)} {match['what']}?"
    return Asked("is-when", Recall(stem, _stated(match["when"])), "condition", concept=_term(match["what"]))


def duty(found: Statement, extract: Extract) -> Asked | None:
    """S must do X from A to B.  →  What must S do from A to B?"""
    clause = split(_text(found))
    if not clause or clause.verb not in {"must", "should"} or _PRONOUN.match(clause.subject):
        return None
    if re.search(r"[;:—]|\b(?:not|be)\b", clause.rest) or len(clause.rest.split()) > 22:
        return None
    tail = re.search(r"\s(?:from [\w-]+ to [\w-]+|(?:before|after|when|while|if|unless|in order to) .+)$", clause.rest)
    rest = clause.rest[: tail.start()] if tail else clause.rest
    stem = f"What {clause.verb} {lower_first(clause.subject, extract.lesson)} do{tail[0] if tail else ''}?"
    return Asked("duty", Recall(stem, _stated(rest)), "relation", trust=0.75 if tail else 0.6)


def engine(found: Statement, extract: Extract) -> Asked | None:
    """The model is a Y: what it does.  →  What kind of thing does what Y does?  asked as a term."""
    match = re.match(
        r"^(?P<subject>[^,;:—]{3,60}?) (?P<be>is|are) (?P<what>an? [^,;:—]{4,50}): (?P<how>[^;:—]{8,140})$",
        _text(found),
    )
    if not match or _PRONOUN.match(match["subject"]) or "→" in match["how"]:
        return None
    subject = lower_first(match["subject"], extract.lesson)
    where = _where(extract, subject) if _definite(subject) else ""
    stem = f"{upper_first(match['how'])}. What {match['be']} {subject}{where}, in a phrase?"
    term = without_article(match["what"])
    return Asked("engine", Short(stem, term), "definition", trust=0.8)


def is_a(found: Statement, extract: Extract) -> Asked | None:
    """S is a Y that Z.  →  What is S?  Only where Y says more than a noun."""
    match = re.match(
        r"^(?P<subject>[^,;:—]{3,60}?) (?P<be>is|are) "
        r"(?P<what>(?:an?|the) [^;:—]{3,60}? (?:that|which|who|in which|where|of|for|between) [^;:—]{6,140})$",
        _text(found),
    )
    if not match or _PRONOUN.match(match["subject"]) or not split(found.text):
        return None
    subject = lower_first(match["subject"], extract.lesson)
    if plural_subject(match["subject"]) != (match["be"] == "are"):
        return None
    where = _where(extract, subject) if _definite(subject) else ""
    return Asked(
        "is-a", Recall(f"What {match['be']} {subject}{where}?", _stated(match["what"])), "definition", trust=0.8
    )


FORMS: tuple[Form, ...] = (
    chain, shift, none_alone, advice, because, condition, comparative, differ, is_when, passive,
    by_means, instead, effect, destination, duty, engine, is_a,
)  # fmt: skip
"""All forms, the most telling first."""
