"""Boxes that authors set off: callouts, challenges, solutions. What their names and titles say of their content."""

import re

_KINDS: dict[str, str] = {
    "keypoints": r"key-?points?|key-?takeaways?|take-?aways?|summary|tl-?dr|recap|key-?ideas?|remember",
    "objectives": r"(?:learning-?)?(?:objectives?|goals?|outcomes?)",
    "questions": r"questions",
    "challenge": r"challenges?|exercises?|assignments?|task|activity|try-?it|your-?turn|practice|quiz|homework|question"
    r"|discussion",
    "solution": r"solutions?|answers?",
    "hint": r"hints?",
    "prereq": r"prereqs?|prerequisites?",
    "instructor": r"instructor(?:-?notes?)?|teacher-?notes?",
    "example": r"examples?|case-?study|worked-?example|testimonial",
    "definition": r"definitions?|glossary",
    "caption": r"caption",
    "callout": r"callouts?|accordion|admonition|alert|notes?|tips?|info|warning|caution|danger|important|spoiler"
    r"|smart|warn|checklist|seealso|card|theorem|lemma|proof|remark|attention|success|abstract|bug|failure|todo|aside"
    r"|notecard|block-?note",
}
_PATTERNS = tuple((kind, re.compile(rf"(?:{names})", re.IGNORECASE)) for kind, names in _KINDS.items())
_SOLVES = re.compile(
    r"(?:(?:show|see|reveal|view|click\b.{0,20})\s)?(?:me\s)?(?:the\s|an?\s|model\s|possible\s|sample\s)?(?:solutions?|answers?)"
    r"(?:\s?(?:to|for|\d).{0,40})?|(?:정답|해답|풀이|답)(?:\s?(?:보기|확인))?",
    re.IGNORECASE,
)
_HINTS = re.compile(r"(?:(?:show|see)\s)?(?:me\s)?(?:the\s|an?\s)?hints?(?:\s\d+)?|힌트(?:\s?보기)?", re.IGNORECASE)
_EMPTY_TITLES = re.compile(
    r"(?:note|tip|hint|info(?:rmation)?|warning|caution|danger|important|callout|example|details|attention|see also"
    r"|참고|주의|중요|팁)\W*",
    re.IGNORECASE,
)


def kind_of(*names: str) -> str:
    """The kind of a box by the names it is given, the telling ones first; empty for what is no box."""
    found = [kind for name in names for kind, pattern in _PATTERNS if pattern.fullmatch(name.strip(".{}"))]
    return next((kind for kind in found if kind != "callout"), found[0] if found else "")


def kind_of_title(title: str) -> str:
    """``solution`` for "Show me the solution", ``hint`` for "Hint 2"; empty for a title about the subject."""
    bare = title.strip(" \t:.!▶►▼")
    if _SOLVES.fullmatch(bare):
        return "solution"
    return "hint" if _HINTS.fullmatch(bare) else ""


def names_kind(title: str, hint: str) -> bool:
    """Whether a box's title only repeats what the box is: "Note", or "Key points" of a box of key points."""
    words = re.sub(r"[\W_]+", "-", title.strip()).strip("-")
    return _EMPTY_TITLES.fullmatch(title.strip()) is not None or (bool(hint) and kind_of(words) == hint)
