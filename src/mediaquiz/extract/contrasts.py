"""Rule: what something is not, and what it is instead: negated lists and sentences that correct a belief."""

import re
from collections.abc import Iterable, Iterator

from mediaquiz.extract.sentences import sentences
from mediaquiz.model.concept import Contrast, Finding, Place
from mediaquiz.model.lesson import Block, Lesson, Role

_LEAD = re.compile(
    r"(?:(?:things|ways|roles|kinds|tools|words|jobs)(?: that| which)? |what )"
    r"(?P<subject>[^,:;]+?) (?P<verb>is|are)(?: not|n't)\s*:?$",
    re.IGNORECASE,
)
_ENTRY = re.compile(r"^not (?P<wrong>[^.:;—–]+?)\s*(?:[.:;]|\s[—–-])\s+(?P<right>\S.+)$", re.IGNORECASE | re.DOTALL)

_SUBJECT = r"^(?P<subject>[^,;:.—]+?)"
_BE_NOT = r"\s+(?P<verb>is|are|was|were)(?:\s+(?:not|never)|n['’]t)\s+"
_PAUSE = r"(?:\s*(?:—|–|;)\s*|[.]\s+|(?<=[.][\"”’])\s+|,\s*(?:but(?:\s+rather)?|rather|instead),?\s+)"
_THEY_ARE = r"(?:it|they)(?:['’](?:s|re)|\s+(?:is|are))\s+"
_A_THING = r"(?:an?|the)\s[^.;—]+"
_CORRECTED = (
    # X is not A — it's B.   X isn't A. It's B.   X is never A; it is B.
    re.compile(
        rf"{_SUBJECT}{_BE_NOT}(?:just |only |simply )?(?P<wrong>[^—;]+?){_PAUSE}{_THEY_ARE}"
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
    lead = _LEAD.search(block.lead) or (_LEAD.search(block.path[-1]) if block.path else None)
    if not lead:
        return
    for entry in block.entries:
        if found := _ENTRY.match(entry.text):
            place = Place(block, entry.line, entry.text)
            yield Contrast(
                lead["subject"], f"{lead['verb']} not", found["wrong"].strip(), found["right"].strip(), place
            )


def _in_prose(block: Block, lesson: Lesson) -> Iterator[Contrast]:
    """Each sentence, and each with the next one: the correction often is a sentence of its own."""
    parts = sentences(block.text, lesson.language)
    taken = False
    for at, part in enumerate(parts):
        if taken:
            taken = False
            continue
        pair = f"{part} {parts[at + 1]}" if at + 1 < len(parts) else ""
        for text in filter(None, (part, pair)):
            found = list(_in_sentence(text, Place(block, block.span.start, text)))
            yield from found
            if found:
                taken = text is pair
                break


def _in_sentence(text: str, place: Place) -> Iterator[Contrast]:
    for pattern in _CORRECTED:
        if found := pattern.match(text):
            verb = f"{found['verb']} not"
            yield Contrast(found["subject"], verb, _tidy(found["wrong"]), _tidy(found["right"]), place)
            return
    if found := _DOES.match(text):
        yield Contrast(found["subject"], f"{found['verb']} not", _tidy(found["wrong"]), _tidy(found["right"]), place)


def _tidy(text: str) -> str:
    """Without white space and full stops at the ends, also a stop inside a closing quote."""
    return re.sub(r"[.,]+([\"”’]?)$", r"\1", text.strip()).strip()
