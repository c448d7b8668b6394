"""Generator: families. Their order, their members, and which member does what or shows by which sign."""

import re
from collections.abc import Iterable, Iterator, Sequence

from mediaquiz.generate.distractors import pick
from mediaquiz.generate.english import (
    curly,
    heading_phrase,
    is_noun_phrase,
    lower_first,
    quoted,
    strip_stop,
    term_phrase,
    title_phrase,
    with_the,
)
from mediaquiz.generate.likeness import content_words, is_akin, shares_word
from mediaquiz.generate.make import candidate
from mediaquiz.generate.stems import is_korean, wording
from mediaquiz.language.clauses import split
from mediaquiz.language.verbs import VERBS, base_of, is_gerund
from mediaquiz.model.candidate import Candidate
from mediaquiz.model.concept import Extract, Family, Member
from mediaquiz.model.item import Choice, ListAll, Order
from mediaquiz.model.lesson import Role
from mediaquiz.text import squash

_LONGEST_ORDER = 9
_MOST_STAGES, _MOST_OF_LIST = 4, 2
_MOST_MEMBERS = 5
"""More members than one keeps in mind at once: a list of them is a draft."""


def generate(extract: Extract) -> Iterable[Candidate]:
    """Items about every family of the lesson."""
    for finding in extract.findings:
        if isinstance(finding, Family):
            if finding.ordered:
                yield from _order(finding, extract)
                yield from _stages(finding, extract)
            else:
                yield from _list(finding, extract)
            yield from _signs(finding, extract)


def _name(family: Family, extract: Extract) -> str:
    """What the family is the family of: its own name, else the topic, else its heading in quotation marks."""
    if counted := _COUNTED.match(family.name):
        return term_phrase(counted["rest"] or extract.topic or family.name, extract.lesson)
    if is_noun_phrase(family.name) or not extract.topic:
        return with_the(title_phrase(family.name, extract.lesson))
    return term_phrase(extract.topic, extract.lesson)


_COUNTED = re.compile(
    r"^(?:the )?(?:two|three|four|five|six|seven|eight|nine|ten|\d+) (?:stages|steps|phases|layers|levels|parts)"
    r"(?: (?:of|in|for) (?P<rest>.+)|, in order)?$",
    re.IGNORECASE,
)
"""``Four stages of making a picture``: the count and the kind stand in the question already."""


def _names(family: Family) -> tuple[str, ...]:
    return tuple(member.name for member in family.members)


def _order(family: Family, extract: Extract) -> Iterator[Candidate]:
    if 3 <= len(family.members) <= _LONGEST_ORDER and _is_handed_on(family):
        stem = wording(extract).order(family.noun, _subject(family, extract))
        explain = "; ".join(f"{m.name}: {m.text}" for m in family.members if m.text)
        yield candidate(
            "stack-order",
            Order(stem, _names(family)),
            family.place,
            concept=family.name,
            aspect="order",
            fact=f"members:{family.noun}",
            explain=curly(explain),
            value=0.9,
        )


_IN_OUT = re.compile(r"\bIn: (?P<taken>[^:]+?)\. Out: (?P<given>[^:]+)", re.IGNORECASE)


def _is_handed_on(family: Family) -> bool:
    """Whether each stage between the first and the last takes what one before it gives, where the lesson says what.

    The last may bring in something new, such as the sound of a film: nothing waits for it.
    """
    given: set[str] = set()
    for at, entry in enumerate(family.place.block.entries[:-1]):
        if not (found := _IN_OUT.search(entry.text)):
            return True
        if at and not _stems(found["taken"]) & given:
            return False
        given |= _stems(found["given"]) | (_stems(found["taken"]) if not at else set())
    return True


def _stems(text: str) -> set[str]:
    return {word.removesuffix("s") for word in re.findall(r"[a-z]{3,}", text.lower()) if word not in {"the", "and"}}


_DEED = re.compile(r"(?:tion|sion|ing|ment|ity|sal|val|ance|ence|acy|ness)$")


def _tells_its_deed(member: Member, family: Family, extract: Extract) -> bool:
    """Whether a stage of a list is named after what it does, or only there: its name can be guessed from the deed."""
    block = family.place.block
    if block.role is not Role.LIST or is_korean(extract):
        return False
    name = member.name.casefold()
    coined = extract.lesson.text.casefold().count(name) <= block.text.casefold().count(name)
    return coined or _DEED.search(name) is not None


def _stages(family: Family, extract: Extract) -> Iterator[Candidate]:
    """Which stage does this? One choice for stages that say what they do; few, for the order is asked as well."""
    made = 0
    most = _MOST_STAGES if family.place.block.role is Role.STACK else _MOST_OF_LIST
    for member in family.members:
        if made == most:
            return
        if len(member.text.split()) < 2 or _tells_its_deed(member, family, extract):
            continue
        others = [m.name for m in family.members if m is not member and not shares_word(m.name, member.text)]
        stem = _doing(family, member, extract)
        distractors = pick(member.name, others, seed=stem)
        if len(distractors) >= 2 and not shares_word(member.name, member.text):
            made += 1
            yield candidate(
                "stack-stage",
                Choice(stem, member.name, distractors),
                family.place,
                quote=_said_of(family, member),
                line=member.line,
                concept=member.name,
                aspect="function",
                fact=f"member:{squash(member.name)}",
                value=0.62,
                siblings=tuple(m.text for m in family.members if m is not member),
            )


def _said_of(family: Family, member: Member) -> str:
    """The stage's first sentence with its name, as the lesson has it."""
    whole = next((e.text for e in family.place.block.entries if e.line == member.line), "")
    head, found, _ = whole.partition(member.text)
    return head + found if found else member.text


def _subject(family: Family, extract: Extract) -> str:
    """What an order is the order of, ready to print: "of brewing beer", "by which a bill becomes law"."""
    if is_korean(extract):
        name = extract.lesson.title or family.name
        return quoted(name) if name else ""
    if family.name.startswith(("by which ", "from ")):
        return family.name
    if is_gerund(family.name.split(" ")[0].lower()):
        return f"of {lower_first(family.name, extract.lesson)}"
    return f"of {_name(family, extract)}"


def _doing(family: Family, member: Member, extract: Extract) -> str:
    """``Which stage of X turns a into b?``, ``In which stage of X does a do b?``, or ``… covers “a, b, c”?``."""
    text = member.text.strip().rstrip(".")
    of = _subject(family, extract)
    if is_korean(extract):
        return wording(extract).stage(family.noun, of, text, says=False)
    says = base_of(text.split(" ")[0]) != "" or text.split(" ")[0].lower() in VERBS
    if not says and (clause := split(strip_stop(_one_clause(text)))):
        where = f"In which {family.noun} {of}"
        subject = lower_first(clause.subject, extract.lesson)
        if clause.base:
            return f"{where} {clause.helper} {subject} {clause.base} {clause.rest}?"
        return f"{where} {clause.helper} {subject} {clause.rest}?"
    if not says and (found := _CHANGE.match(text)):
        text, says = f"turns {found['one']} into {found['other']}", True
    return wording(extract).stage(family.noun, of, text, says)


_CHANGE = re.compile(r"^(?!turn)(?P<one>[a-z][\w ]{2,40}?) into (?P<other>[\w ]{3,40})$", re.IGNORECASE)


def _one_clause(text: str) -> str:
    """The first clause of what is said of a stage."""
    return re.split(r"[,;]| (?:and|but|so) (?:is|are|then|the|an?|it)\b", text)[0].strip()


def _list(family: Family, extract: Extract) -> Iterator[Candidate]:
    if not 3 <= len(family.members) <= _LONGEST_ORDER:
        return
    of = _clause(family, extract)
    named = bool(of) or " " in family.name.removeprefix("the ")
    if is_korean(extract) or (not named and not of):
        stem = wording(extract).members(family.noun, len(family.members), _whole(extract))
    else:
        stem = f"What are {with_the(heading_phrase(family.name, extract.lesson))}{of}?"
    if not extract.lesson.title and not named:
        return
    yield candidate(
        "family-list",
        ListAll(stem, _names(family), tuple(member.aliases for member in family.members)),
        family.place,
        quote=family.listed,
        concept=family.name,
        aspect="parts",
        fact=f"members:{family.noun}",
        value=0.85 if named else 0.6,
        trust=_trust(family, named),
    )


def _trust(family: Family, named: bool) -> float:
    if len(family.members) > _MOST_MEMBERS:
        return 0.4
    return 0.9 if named else 0.8


def _whole(extract: Extract) -> str:
    """What a family with a name of one word is the family of: the topic, else the lesson by its title."""
    topic = "" if is_korean(extract) else term_phrase(extract.topic, extract.lesson)
    return topic or quoted(extract.lesson.title)


def _clause(family: Family, extract: Extract) -> str:
    """What the lesson says the family is for: " that …" from the sentence that introduces its noun."""
    pattern = rf"\b{re.escape(family.noun)}s (?P<clause>(?:that|which) [^.,;:—–()]+)"
    prose = (block.text for block in extract.lesson.blocks if block.role is Role.PROSE)
    found = next(filter(None, (re.search(pattern, text, re.I) for text in (extract.lesson.title, *prose))), None)
    if not found or len(found["clause"].split()) > 12 or re.search(r"\b(?:this|these|we|you)\b", found["clause"]):
        return ""
    clause = found["clause"].strip()
    words = clause.split()
    return " " + (clause.lower() if all(word[:1].isupper() for word in words) else clause)


def _signs(family: Family, extract: Extract) -> Iterator[Candidate]:
    """Which member does this sign point to? Only signs that no other member's section speaks of."""
    for member in family.members:
        signs = [sign for sign in member.signs if _belongs(sign, member, family.members)]
        if not signs:
            continue
        sign = min(signs, key=lambda s: (abs(len(s.split()) - 6), s))
        stem = wording(extract).sign(_kind(family, extract), quoted(sign))
        others = [m.name for m in family.members if m is not member]
        distractors = pick(member.name, others, seed=stem)
        if len(distractors) >= 2:
            yield candidate(
                "family-sign",
                Choice(stem, member.name, distractors),
                family.place,
                quote=sign,
                line=member.line,
                concept=member.name,
                aspect="sign",
                fact=f"sign:{squash(member.name)}",
                explain=_all_signs(member),
                value=0.55,
                siblings=tuple(m.text for m in family.members if m is not member),
            )


def _kind(family: Family, extract: Extract) -> str:
    """What follows "which": "sign of a young river", "of the seven themes that outlast tools"."""
    if is_korean(extract):
        return family.noun
    name = heading_phrase(family.name, extract.lesson)
    if found := re.search(rf"\b{re.escape(family.noun)}s (?P<of>(?:of|in|for) .+)$", name):
        return f"{family.noun} {found['of']}"
    if re.search(rf"\b{re.escape(family.noun)}s (?:that|which) ", name):
        return f"of {with_the(name)}"
    if clause := _clause(family, extract):
        return f"of {with_the(name)}{clause}"
    topic = term_phrase(extract.topic, extract.lesson)
    return f"{family.noun} of {topic}" if topic and family.noun not in topic else family.noun


def _all_signs(member: Member) -> str:
    return f"{member.name}: {', '.join(member.signs)}." if len(member.signs) > 1 else ""


def _belongs(sign: str, member: Member, members: Sequence[Member]) -> bool:
    """A sign names neither its own member (that would give it away) nor anything another member's section says."""
    if any(shares_word(name, sign) or is_akin(name, sign) for name in (member.name, *member.aliases)):
        return False
    words = content_words(sign)
    for other in members:
        if other is member:
            continue
        if any(shares_word(name, sign) for name in (other.name, *other.aliases)):
            return False
        theirs = content_words(other.text)
        if len(words & theirs) >= 2 or (words and len(words & theirs) * 2 > len(words)):
            return False
    return bool(words)
