"""What a sentence counts, or puts in a row, and names: "A bridge has three parts: …", "Bread: mix → rest → bake"."""

import re
from collections.abc import Iterator

from mediaquiz.generate.asked import PRONOUN, Asked, stated, subject_of, text_of
from mediaquiz.generate.english import curly, lower_first, strip_stop
from mediaquiz.generate.known import opens_with_unknown
from mediaquiz.language.clauses import Clause, plural_subject, split
from mediaquiz.language.verbs import base_of, is_infinitive
from mediaquiz.model.concept import Extract, Family, Statement
from mediaquiz.model.item import ListAll, Order

_POINTS = re.compile(
    r"\b(?:this|these|those(?! (?:that|who)\b)|such|he|she|his|her|him|we|our|us|you|your|others?|another|too|former"
    r"|latter|above|below|following)\b",
    re.IGNORECASE,
)
_POINTS_IN_HEAD = re.compile(rf"{_POINTS.pattern}|\bboth\b", re.IGNORECASE)
_IT = re.compile(r"\b(?:it|its|they|them|their)\b", re.IGNORECASE)
_COUNTS = {word: n for n, word in enumerate("two three four five six".split(), start=2)}
_COUNT = rf"\b(?P<count>{'|'.join(_COUNTS)})"
_KIND = (
    r"(?:types|kinds|forms|sorts|categories|classes|groups|parts|phases|stages|branches|levels|components|elements"
    r"|schools|methods|ways)"
)
_COUNTED = re.compile(
    rf"^(?:Based on these [a-z]+, )?(?P<head>[^;:—]{{8,150}}?{_COUNT} "
    r"(?:[a-z’'-]+ ){0,2}[a-z’'-]+s\b[^;:—]{0,90})(?:: |—(?:called |namely )?|, (?:namely|called) )"
    r"(?P<members>[^:;—]{8,220})$",
    re.IGNORECASE,
)
_KINDS = re.compile(
    rf"^(?P<head>[^,;:—]{{3,110}}?{_COUNT} (?:[a-z-]+ ){{0,2}}?{_KIND}"
    r"(?: of (?!this|these|those|its|their)[A-Za-z-]+(?: [a-z-]+)?)?)(?: for this purpose)?(?:, | as )"
    r"(?P<members>[^:;—]{6,140})$",
    re.IGNORECASE,
)
_NAMED = re.compile(
    rf"^{_COUNT} (?P<what>(?:[a-z-]+ ){{0,2}}[\w-]+s(?: of [a-z-]+(?: [a-z-]+)?)?) (?:are|include) "
    r"(?P<members>[^:;—]{8,160})$",
    re.IGNORECASE,
)
_OF_A_CASE = re.compile(r"^(?:if|when|participants?|subjects)\b|\bthings\b", re.IGNORECASE)
_BRACKETS = re.compile(r" \([^()]*\)|\(\d\) ")
_LONGEST_MEMBER = 14
_MANY_DOES = re.compile(r"[A-Za-z]+[a-bd-rt-z]s (?P<verb>[a-z]+s)\b")
"""A plural whose verb does not agree with it."""
_THERE = re.compile(
    r"^there (?P<be>are|were) (?:(?:also|just|only|generally|really|actually|basically) )?", re.IGNORECASE
)
_LED_THERE = re.compile(r"^(?:from|in|for|at|on) [^,]{3,40}, (?P<there>there (?:are|were) .*)$", re.IGNORECASE)
_ALSO = re.compile(r" (?:also|itself|further)(?= )")


def told_count(found: Statement, extract: Extract) -> Asked | None:
    """S takes two forms: A or B.  →  S takes two forms. Which?  There are two kinds of S: …  →  What are the two …?"""
    text = _BRACKETS.sub("", _LAST_REMARK.sub("", _list_behind(text_of(found))))
    if named := _NAMED.match(text):
        members = _members(named["members"], _COUNTS[named["count"].lower()])
        fits = members and not _POINTS_IN_HEAD.search(named["what"])
        return _asked(f"Name {named['count'].lower()} {named['what']}.", members) if fits else None
    match = _COUNTED.match(text) or _KINDS.match(text)
    if not match:
        return None
    head = _ALSO.sub("", match["head"])
    led = _LED_THERE.match(head)
    head = f"{led['there'][:1].upper()}{led['there'][1:]}" if led else head
    there, checked = _THERE.match(head), head.removeprefix("You ")
    if (PRONOUN.match(checked) and not there) or _OF_A_CASE.search(head) or opens_with_unknown(head, extract):
        return None
    verb = _MANY_DOES.match(head)
    if _POINTS_IN_HEAD.search(checked) or _IT.search(head) or (verb and base_of(verb["verb"])):
        return None
    members = _members(match["members"], _COUNTS[match["count"].lower()])
    if not members:
        return None
    if there:
        return _asked(f"What {there['be'].lower()} the {head[there.end() :]}?", members)
    head = re.sub(r"\bone of (?=(?:two|three|four|five|six)\b)", "", head)
    return _asked(f"{stated(head)} Which?", members)


_BETWEEN = re.compile(
    rf"^(?P<head>.{{3,120}}?{_COUNT} (?:[a-z’'-]+ ){{0,3}}[a-z’'-]+s)(?: \((?P<bracketed>[^()]{{6,150}})\)"
    r"| — (?P<dashed>[^()—]{6,150}) —)(?P<rest>(?: [^()—:;]{3,100})?)$",
    re.IGNORECASE,
)
"""Members that stand behind what is counted, before the sentence goes on."""
_DASHED = re.compile(
    rf"^(?P<head>[^;:—]{{8,150}}?{_COUNT} (?:[a-z’'-]+ ){{0,3}}[a-z’'-]+s) — (?P<members>[^;:—]+)$", re.I
)
_LAST_REMARK = re.compile(r", (?:which|(?:each|both|all) of which) [^;:—]*$")
"""What is said of all members behind the last one."""


def _list_behind(text: str) -> str:
    """The sentence with its list behind a colon: "five parts (a, b, …) to it" as "five parts to it: a, b, …"."""
    if found := _DASHED.match(text):
        return f"{found['head']}: {found['members']}"
    found = _BETWEEN.match(text)
    members = (found["bracketed"] or found["dashed"]) if found else ""
    return f"{found['head']}{found['rest']}: {members}" if found and "," in members else text


def _asked(stem: str, members: tuple[str, ...]) -> Asked:
    return Asked("told-count", ListAll(stem, members, tuple(() for _ in members)), "parts", 0.8)


_SPLITS = (
    re.compile(r",(?: and/or| and| or)? | (?:and/or|and|or) (?=[^,]*$)"),
    re.compile(r",(?: and| or)? | and (?=[^,]*$)"),
    re.compile(r",(?: and| or)? "),
)


def _members(text: str, count: int) -> tuple[str, ...]:
    """As many members as the sentence counts; none where one is a sentence or points elsewhere."""
    for parts in _split(re.sub(r"^(?:as|by|either) ", "", text)):
        members = tuple(re.sub(r"^(?:as|also) ", "", part.strip()) for part in parts)
        if len(members) == count and all(map(_fits, members)) and not re.match(r"(?:first|that|one)\b", text):
            return _with_their_noun(members)
    return ()


def _split(text: str) -> Iterator[list[str]]:
    for pattern in _SPLITS:
        yield pattern.split(text)


def _fits(member: str) -> bool:
    return 0 < len(member.split()) <= _LONGEST_MEMBER and not (_POINTS.search(member) or _CLAUSE.match(member))


_CLAUSE = re.compile(r"(?:what|when|if|because)\b")


_LAST = re.compile(r"(?P<own>[\w-]+) (?P<noun>[a-z]+s)")
_ALONE = re.compile(r"(?:the )?[\w-]+(?<!s)")


def _with_their_noun(members: tuple[str, ...]) -> tuple[str, ...]:
    """ "utility" and "design patents" as two sorts of patents."""
    last = _LAST.fullmatch(members[-1])
    if last is None or not all(_ALONE.fullmatch(member) for member in members[:-1]):
        return members
    return (*(f"{member} {last['noun']}" for member in members[:-1]), members[-1])


_CHAIN = re.compile(r"^(?P<head>[^:→]{4,80}):\s*(?P<chain>[^→:]+(?:\s*(?:→|->|⇒)\s*[^→:]+){2,})$")
_ARROWS = ("→", "->", "⇒")


def steps_of(text: str) -> tuple[str, ...]:
    """The steps of "X: a → b → c"; empty for any other sentence."""
    match = _CHAIN.match(curly(strip_stop(text))) if any(map(text.__contains__, _ARROWS)) else None
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
    for family in extract.findings if steps else ():
        if isinstance(family, Family):
            words = {w for m in family.members for n in (m.name, *m.aliases) for w in n.casefold().split()}
            if sum(any(w.startswith(step.casefold()[:4]) for w in words) for step in steps) * 3 >= 2 * len(steps):
                return True
    return False


_TO_SEVEN = {word: n for n, word in enumerate("two three four five six seven".split(), start=2)}
_NUMBER = rf"(?P<count>{'|'.join(_TO_SEVEN)})"
_OF_NOUNS = r"(?P<what>(?:[a-z’'-]+ ){0,2}[a-z’'-]+s)"
_DECIDE = re.compile(
    rf"^{_NUMBER} {_OF_NOUNS} (?P<does>(?!of\b|and\b)[a-z]+ [^:;—]{{6,90}}): (?P<members>[^:;]+)$", re.I
)
_NEEDS = re.compile(
    rf"^(?P<subject>[^,;:—]{{2,60}}?) (?P<verb>[a-z]+) {_NUMBER} "
    r"(?P<what>(?:[a-z’'-]+ ){0,2}[a-z’'-]+s(?: of (?!this|these|those|its|their)[a-z’'-]+(?: [a-z’'-]+)?)?)"
    r"(?:: | ?— ?)(?P<members>[^:;—]+)$"
)
_CONSIST = re.compile(
    r"^(?P<subject>[^,;:—]{2,60}?) (?P<be>is|are|can be|consists?|comes?|falls?)(?: usually| often| typically)? "
    r"(?P<done>(?:composed|made up|made|built) of"
    r"|(?:divided|partitioned|grouped|classified|split|organi[sz]ed|broken down) into|of|into|in) "
    rf"(?:one of )?{_NUMBER} (?P<what>(?:[a-z’'-]+ ){{0,2}}[a-z’'-]+s)(?:: | ?— ?)(?P<members>[^:—]+)$"
)
_FOR = re.compile(
    rf"^(?P<subject>[^,;:—]{{2,60}}?) (?P<be>is|are) (?P<used>[a-z]+ed(?: by (?:an?|the) [a-z]+)?) for {_NUMBER} "
    r"(?P<what>(?:[a-z-]+ ){0,1}[a-z]+s): (?P<members>[^:;]+)$"
)
_DEPENDS = re.compile(
    rf"^(?P<head>[^,;:—]{{6,90}} depends? on) {_NUMBER} (?P<what>[a-z]+s): (?P<members>[^:;]+)$",
    re.IGNORECASE,
)
_AS_WORDS = {str(number): word for word, number in _TO_SEVEN.items()}
_DIGIT = re.compile(r"\b[2-7](?= [a-z’'-]+(?: [a-z’'-]+){0,3}(?::| ?—))")
_BEHIND = re.compile(r", (?:referred to as|called|known as|which|(?:each|both|all) of which) [^,;:—]+$")


def counted(found: Statement, extract: Extract) -> Asked | None:
    """S needs three things: A, B, and C.  →  Which three things does S need?  —  Three things decide X: A, B, and C."""
    told = text_of(found)
    if ":" not in told and "—" not in told:
        return None
    text = _BEHIND.sub("", _DIGIT.sub(lambda found: _AS_WORDS[found[0]], told))
    match = (
        _DEPENDS.match(text) or _FOR.match(text) or _CONSIST.match(text) or _NEEDS.match(text) or _DECIDE.match(text)
    )
    members = _short_members(match["members"], _TO_SEVEN[match["count"].lower()]) if match else ()
    stem = _stem_of(match, extract) if match and members else ""
    return Asked("counted", ListAll(stem, members, tuple(() for _ in members)), "parts", 0.8) if stem else None


def _stem_of(match: re.Match[str], extract: Extract) -> str:
    told, count = match.groupdict(), match["count"].lower()
    if head := told.get("head"):
        return "" if PRONOUN.match(head) else f"{head} {count} {match['what']}. Which?"
    if used := told.get("used"):
        subject = "" if PRONOUN.match(match["subject"]) else lower_first(match["subject"], extract.lesson)
        return f"For which {count} {match['what']} {match['be']} {subject} {used}?" if subject else ""
    if "does" in told:
        verb = match["does"].split(" ")[0]
        is_verb = is_infinitive(verb)
        return f"Which {count} {match['what']} {match['does']}?" if is_verb else ""
    if "done" in told:
        return _consists(match, extract)
    if able := _ABLE.match(match["subject"]):
        subject = "" if opens_with_unknown(able[1], extract) else lower_first(able[1], extract.lesson)
        return (
            f"Which {count} {match['what']} can {subject} {match['verb']}?"
            if subject and is_infinitive(match["verb"])
            else ""
        )
    subject = _OFTEN.sub("", match["subject"])
    clause = split(f"{subject} {match['verb']} {count} {match['what']}") or _having(subject, match["verb"])
    if not clause or not clause.base or clause.verb != match["verb"]:
        return ""
    if PRONOUN.match(clause.subject) or opens_with_unknown(clause.subject, extract):
        return ""
    return f"Which {count} {match['what']} {clause.helper} {subject_of(clause, extract)} {clause.base}?"


_ABLE = re.compile(r"((?!it\b|they\b|this\b|these\b|we\b|he\b|she\b).+) can$", re.IGNORECASE)
_OFTEN = re.compile(r" (?:usually|often|typically|generally|normally|always)$")


def _having(subject: str, verb: str) -> Clause | None:
    """The clause of "S has two sails", whatever words are in S: "signals to ships have …"."""
    helper = {"has": "does", "have": "do"}.get(verb, "")
    plural = plural_subject(subject) or subject.endswith("s")
    if not helper or plural != (verb == "have") or _FINITE.search(subject):
        return None
    return Clause(subject, verb, "have", helper, "")


_FINITE = re.compile(r"\b(?:that|which|who|is|are|was|were|can|will|must|should|may)\b")


def _consists(match: re.Match[str], extract: Extract) -> str:
    """S is composed of two parts.  →  Which two parts is S composed of?"""
    subject, be = (re.sub(r" (?:usually|often|typically)(?=$| be$)", "", match[part]) for part in ("subject", "be"))
    if (
        PRONOUN.match(subject)
        or opens_with_unknown(subject, extract)
        or re.search(r"\b(?:is|are|that|which)\b", subject)
    ):
        return ""
    which = f"Which {match['count'].lower()} {match['what']}"
    named = subject_of(Clause(subject, be, "", "are" if plural_subject(subject) else "is", ""), extract)
    if be[0] in "cf" and be != "can be":
        if match["done"] not in {"of", "in", "into"} or plural_subject(subject) == be.endswith("s"):
            return ""
        return f"{which} {'does' if be.endswith('s') else 'do'} {named} {be.removesuffix('s')} {match['done']}?"
    helper, _, rest = be.partition(" ")
    if match["done"] in {"of", "in", "into"}:
        return ""
    return f"{which} {helper} {named} {f'{rest} ' if rest else ''}{match['done']}?"


def _short_members(text: str, count: int) -> tuple[str, ...]:
    """The members of ``A, B, and C`` where they are as many as the sentence counts."""
    if numbered := numbered_members(text):
        return numbered if len(numbered) == count else ()
    joint = "and" if re.search(r"\band\b", text) else "or"
    parts = re.split(rf",(?: and| or)? |(?<=[\w)”]) {joint} (?=[^,]*$)", text)
    members = tuple(re.sub(r"^(?:and|or) ", "", part).strip() for part in parts)
    return members if len(members) == count and all(0 < len(m.split()) <= _LONGEST_SHORT for m in members) else ()


_LONGEST_SHORT, _LONGEST_NUMBERED = 9, 16
_NUMBERS = re.compile(r",? ?(?:and )?\((?:i{1,3}|iv|v|vi|\d|[a-f])\) ")
_CONSISTING = re.compile(r"^(?:consisting|made up|composed) (mostly |mainly |only )?of ")
_FIRST_SECOND = re.compile(r"^the first (?P<one>.+?),? and the second (?P<other>.+)$")


def numbered_members(text: str) -> tuple[str, ...]:
    """The members of ``(i) A; and (ii) B`` and of ``the first A and the second B``; none where they are too long."""
    text = re.sub(r"[;,] (?:The|This|These|It) [^;]*$", "", text)
    if found := _FIRST_SECOND.match(text):
        parts = [_CONSISTING.sub(r"\1", part) for part in (found["one"], found["other"])]
    else:
        parts = [part.strip(" ;,.") for part in _NUMBERS.split(text.replace("; ", ", "))][1:]
        parts = [re.sub(r",? and$", "", part) for part in parts]
    return tuple(parts) if parts and all(0 < len(part.split()) <= _LONGEST_NUMBERED for part in parts) else ()
