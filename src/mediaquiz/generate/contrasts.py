"""Generator: contrasts. Why it is not what people take it for, and what it is instead."""

import re
from collections.abc import Iterable, Iterator

from mediaquiz.generate.english import curly, full_stop, lower_first, upper_first
from mediaquiz.generate.known import opens_with_unknown
from mediaquiz.generate.make import candidate
from mediaquiz.language.korean import josa, modifies
from mediaquiz.model.candidate import Candidate
from mediaquiz.model.concept import Contrast, Extract
from mediaquiz.model.item import Content, Recall
from mediaquiz.model.lesson import Role
from mediaquiz.text import has_hangul, squash

_PEOPLE = re.compile(r"^(?:the ones|those|people|someone|one)\s+who\b", re.IGNORECASE)


def generate(extract: Extract) -> Iterable[Candidate]:
    """One item for each contrast."""
    for finding in extract.findings:
        if isinstance(finding, Contrast) and not _in_passing(finding, extract):
            yield from _make(finding, _content(finding, extract))


def _content(found: Contrast, extract: Extract) -> Content:
    if has_hangul(found.verb):
        return _korean(found)
    return _why(found, extract) if found.place.block.role is Role.LIST else _instead(found)


def _korean(found: Contrast) -> Recall:
    """What it is instead where the next words name a thing, else why not."""
    belief = f"{josa(found.subject, '은')} {josa(found.wrong, '이')} 아니에요."
    words = found.right.rstrip(".").split(" ")
    names = words[-1].endswith("이다") and modifies(words[-2] if len(words) > 1 else "")
    asks = "그럼 무엇인가요?" if names else "왜 그렇게 말할 수 있나요?"
    return Recall(f"{belief} {asks}", found.right.rstrip(".") + ".")


def _in_passing(found: Contrast, extract: Extract) -> bool:
    """A sentence of prose whose "the reply" only the sentences around it explain."""
    return found.place.block.role is Role.PROSE and opens_with_unknown(found.subject, extract)


def _make(found: Contrast, content: Content) -> Iterator[Candidate]:
    takeaway = found.place.block.role is Role.TAKEAWAYS
    listed = found.place.block.role is Role.LIST
    yield candidate(
        "contrast-why" if listed else "contrast-instead",
        content,
        found.place,
        concept=found.subject if not listed else found.wrong,
        aspect="reason" if listed else "contrast",
        fact=f"contrast:{squash(found.wrong)}" if listed else "",
        value=0.95 if takeaway else 0.7,
    )


def _why(found: Contrast, extract: Extract) -> Recall:
    """A negated list gives its reason: "Why is X not a search engine?"."""
    be = found.verb.split()[0]
    subject = lower_first(found.subject, extract.lesson)
    return Recall(f"Why {be} {curly(subject)} not {curly(found.wrong)}?", full_stop(curly(found.right)))


def _instead(found: Contrast) -> Recall:
    """A corrected belief: "X is not A. What is it instead?"."""
    verb = found.verb.split()[0]
    subject = upper_first(curly(found.subject))
    belief = f"{subject} {found.verb} {curly(found.wrong)}."
    plural = verb in {"are", "were", "do"}
    it = "they" if plural else "it"
    if verb in {"do", "does"}:
        return Recall(f"{belief} What {verb} {it} do instead?", full_stop(f"{it} {curly(found.right)}"))
    who = "Who" if _PEOPLE.match(found.wrong) else "What"
    return Recall(f"{belief} {who} {verb} {it} instead?", full_stop(curly(found.right)))
