"""Rule: what something is not, and what it is instead: negated lists and sentences that correct a belief."""

import re
from collections.abc import Iterable, Iterator

from mediaquiz.extract.sentences import LONGEST, sentences
from mediaquiz.language.cues import cues
from mediaquiz.model.concept import Contrast, Finding, Place
from mediaquiz.model.lesson import Block, Lesson, Role

_LEAD = re.compile(
    r"(?:(?:things|ways|roles|kinds|tools|words|jobs)(?: that| which)? |what )"
    r"(?P<subject>[^,:;]+?) (?P<verb>is|are)(?: not|n't)\s*:?$",
    re.IGNORECASE,
)
_BARE_LEAD = re.compile(
    r"^(?P<subject>(?!it\b|this\b|that\b|they\b)[^,:;.]{2,60}?) (?P<verb>is|are)(?: not|n't)\s*:$", re.IGNORECASE
)
_ENTRY = re.compile(
    r"^(?P<not>not )?(?P<wrong>[^.:;—–]+?)\s*(?:[.:;]|\s[—–-]|,(?= (?:since|because|as)\b))\s+(?P<right>\S.+)$",
    re.IGNORECASE | re.DOTALL,
)
_KOREAN = re.compile(
    r"^(?P<subject>[^,.]{1,30}?)(?:은|는)\s(?P<wrong>[^,.]{1,60}?)(?:이|가)\s아니다\.\s*(?P<right>[^\n]{4,160}다)\.?$"
)

_SUBJECT = r"^(?P<subject>(?!what\b)[^,;:.—]+?)"
_BE_NOT = r"\s+(?P<verb>is|are|was|were)(?:\s+(?:not|never)|n['’]t)\s+"
_PAUSE = r"(?:\s*(?:—|–|;)\s*|[.]\s+|(?<=[.][\"”’])\s+|,\s*(?:but(?:\s+rather)?|rather|instead),?\s+)"
_THEY_ARE = r"(?:it|they)(?:['’](?:s|re)|\s+(?:is|are))\s+"
_A_THING = r"(?:an?|the)\s[^.;—]+"
_CORRECTED = (
    # X is not A — it's B.   X isn't A. It's B.   X is never A; it is B.
    re.compile(
        rf"{_SUBJECT}{_BE_NOT}(?P<wrong>[^—;]+?){_PAUSE}{_THEY_ARE}"
        r"(?:always |really |actually )?(?P<right>[^.;]+)\.?$",
        re.IGNORECASE,
    ),
    # X is not A but B.
    re.compile(rf"{_SUBJECT}{_BE_NOT}(?P<wrong>[^—;,.]+?),?\s+but(?:\s+rather)?\s+(?P<right>{_A_THING})\.?$", re.I),
    # X is B, not A.   X is B rather than A.
    re.compile(
        rf"{_SUBJECT}\s+(?P<verb>is|are)\s+(?P<right>(?:an?|the)\s[^,;:—.]+?),?\s+(?:not|rather than)\s+"
        rf"(?P<wrong>{_A_THING})\.?$",
        re.IGNORECASE,
    ),
)
_DOES = re.compile(
    rf"{_SUBJECT}\s+(?P<right>[a-z]+s\s[^—;]+?)\s*(?:—|–|;)\s*(?:it|they)\s+(?P<verb>does|do)(?:\s+not|n['’]t)\s+"
    r"(?P<wrong>[^;—]+)$",
    re.IGNORECASE,
)


def find(lesson: Lesson) -> Iterable[Finding]:
    """Every contrast of the lesson, in its order."""
    for block in lesson.blocks:
        if block.role is Role.LIST:
            yield from _negated_list(block)
        elif block.role is Role.PROSE:
            yield from _in_prose(block, lesson)
        elif block.role is Role.TAKEAWAYS:
            for entry in block.entries:
                yield from _in_sentence(entry.text, Place(block, entry.line, entry.text))


def _negated_list(block: Block) -> Iterator[Contrast]:
    lead = negated_lead(block)
    for entry in block.entries:
        place = Place(block, entry.line, entry.text)
        if korean := _KOREAN.match(entry.text):
            yield Contrast(korean["subject"], "아니다", korean["wrong"], korean["right"], place)
        found = _ENTRY.match(entry.text) if lead else None
        if lead and found and (found["not"] or _BARE_LEAD.match(block.lead)):
            verb = f"{lead['verb']} not"
            right = re.sub(r"^(?:since|because|as)\s+", "", found["right"].strip(" ;"))
            yield Contrast(_small_article(lead["subject"]), verb, found["wrong"].strip(), right, place)


def negated_lead(block: Block) -> re.Match[str] | None:
    """The lead or heading "Three things X is not", "X is not:" over a list: its subject and verb."""
    heading = block.path[-1] if block.path else ""
    return _LEAD.search(block.lead) or _BARE_LEAD.match(block.lead) or _LEAD.search(heading)


def _small_article(subject: str) -> str:
    """The subject for the middle of a sentence, where it begins with an article."""
    return re.sub(r"^(?:An?|The)\b", lambda m: m[0].lower(), subject)


def _in_prose(block: Block, lesson: Lesson) -> Iterator[Contrast]:
    """Each sentence, and each with the next one: the correction often is a sentence of its own."""
    parts = sentences(block.text, lesson.language)
    denies = [_denies(part) for part in parts]
    taken = False
    for at, part in enumerate(parts):
        if taken:
            taken = False
            continue
        pair = f"{part} {parts[at + 1]}" if at + 1 < len(parts) and (denies[at] or denies[at + 1]) else ""
        for text in filter(None, (part, pair)):
            found = list(_in_sentence(text, Place(block, block.span.start, text))) if _denies(text) else []
            yield from found
            if found:
                taken = text is pair
                break


_NO_CONTRAST = re.compile(
    r"(?:not|just|only|simply|merely|always|necessarily|usually|often|yet|really|quite|very|so|too|as|enough"
    r"|possible|clear)\b",
    re.IGNORECASE,
)
_NO_SUBJECT = re.compile(
    r"\b(?:that|which|who|it|they|this|there|he|she|we|you)$|\b(?:that|which|because|if|when) (?:it|they)\b", re.I
)


_DOING = frozenset(("do", "does", "don", "doesn"))
_DENIALS = frozenset("not never t rather".split())


def _denies(text: str) -> bool:
    """Whether one of the words stands there that every sentence holds that corrects a belief; ``t`` is of "isn't"."""
    return not _DENIALS.isdisjoint(cues(text))


def _in_sentence(text: str, place: Place) -> Iterator[Contrast]:
    if len(text) > 2 * LONGEST or not _denies(text):
        return
    for pattern in _CORRECTED:
        found = pattern.match(text)
        if (
            found
            and not any(_NO_CONTRAST.match(found[side]) for side in ("wrong", "right"))
            and not _NO_SUBJECT.search(found["subject"])
        ):
            verb = f"{found['verb']} not"
            yield Contrast(found["subject"], verb, _tidy(found["wrong"]), _tidy(found["right"]), place)
            return
    found = None if _DOING.isdisjoint(cues(text)) else _DOES.match(text)
    if found:
        yield Contrast(found["subject"], f"{found['verb']} not", _tidy(found["wrong"]), _tidy(found["right"]), place)


def _tidy(text: str) -> str:
    """Without white space and full stops at the ends, also a stop inside a closing quote."""
    return re.sub(r"[.,]+([\"”’]?)$", r"\1", text.strip()).strip()
