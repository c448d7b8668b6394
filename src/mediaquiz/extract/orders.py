"""Rule: things in their order: stacks, numbered lists of named stages, chains of arrows."""

import re
from collections.abc import Iterable, Iterator, Sequence

from mediaquiz.extract.sentences import number_in, sentences
from mediaquiz.extract.topic import topic
from mediaquiz.language.verbs import VERBS, is_gerund
from mediaquiz.model.concept import Family, Member, Place
from mediaquiz.model.lesson import Block, Entry, Lesson, Role

FEWEST, MOST = 3, 9
_NUMBERED = re.compile(r"^\W*([A-Za-z가-힣]+)\s*#?0*1\b")
_NOUN = re.compile(r"\b(?P<noun>stage|step|phase|layer|level|station)s\b", re.IGNORECASE)
_COUNTED = re.compile(r"\b(?P<count>[A-Za-z]+|\d{1,2}) (?:[a-z-]+ )?(?P<noun>[a-z]{3,}s)\b")
_IN_ORDER = re.compile(
    r"\b(?:workflow|procedure|process|recipe|routine|sequence|in order|step by step)\b", re.IGNORECASE
)


def orders(lesson: Lesson) -> Iterable[Family]:
    """Every ordered family of the lesson."""
    for at, block in enumerate(lesson.blocks):
        above = lesson.blocks[at - 1] if at else None
        yield from _stack(block, above, lesson)
        yield from _procedure(block, above, lesson)
        yield from _chains(block, above, lesson)


def _told(above: Block | None, block: Block) -> str:
    """The end of the paragraph right above a block, where it stands in the same section."""
    if not above or above.role is not Role.PROSE or above.path != block.path:
        return ""
    return " ".join(sentences(above.text)[-_NEAREST:])


_NEAREST = 2
"""Sentences right above a figure or list that may say what it shows."""


def _stack(block: Block, above: Block | None, lesson: Lesson) -> Iterator[Family]:
    if block.role is Role.STACK:
        told = _told(above, block)
        found = _NUMBERED.match(block.text)
        members = tuple(Member(e.label, e.text, line=e.line) for e in block.entries)
        heading = block.path[-1] if block.path else lesson.title
        noun = found[1].casefold() if found else _noun(f"{block.lead} {told} {heading}", len(members))
        name = (block.lead or heading).rstrip(":：") if found else _name(block, told, lesson)
        yield Family(name, noun, members, Place(block, block.span.start, block.text), ordered=True)


def _procedure(block: Block, above: Block | None, lesson: Lesson) -> Iterator[Family]:
    """A numbered list of named stages under a heading or sentence that calls them stages, steps, layers …"""
    named = [entry for entry in block.entries if entry.label]
    if block.role is not Role.LIST or not block.ordered or len(named) < FEWEST or len(named) < len(block.entries):
        return
    told = _told(above, block)
    words = f"{block.lead} {block.path[-1] if block.path else f'{told} {lesson.title}'}"
    found = _NOUN.search(words)
    if found or _IN_ORDER.search(words):
        noun = found["noun"].lower() if found else "stage"
        parts = tuple(Member(e.label, _first(_after_label(e)), line=e.line) for e in named)
        name = _name(block, told, lesson)
        yield Family(name, noun, parts, Place(block, block.span.start, block.text), ordered=True)


def _after_label(entry: Entry) -> str:
    return entry.text.removeprefix(entry.label).lstrip(" \t:.–—-")


def _first(text: str) -> str:
    return next(iter(sentences(text)), text)


def _noun(told: str, count: int) -> str:
    """What one member is called: a usual word, else what the text counts as many of ("six stations"), else a step."""
    if found := _NOUN.search(told):
        return found["noun"].lower()
    counted = (m["noun"] for m in _COUNTED.finditer(told) if number_in(m["count"]) == count)
    return next(counted, "steps").removesuffix("s")


_ORDER_OF = re.compile(
    r"(?:^|(?<=[.!?] ))(?P<name>(?:An?|The|Every|Each) [^,.;:]{3,40}?) is (?:an?|the) (?:[a-z]+ )?"
    r"(?:order|sequence|series|chain|process|cycle|procedure) of\b"
)
_STAGES = r"(?:stages?|steps?|phases?|layers?|levels?|parts|order|sequence)"
_FRAMES = (
    re.compile(rf"^(?:the )?(?:[\w-]+ ){{0,2}}{_STAGES} (?:of|in|for) (?P<name>[^,:]+)$", re.IGNORECASE),
    re.compile(
        r"^(?P<name>[^,:]+?)[,:]? (?:step by step|stage by stage|in order|in (?:\w+ )?(?:stages|steps))$", re.IGNORECASE
    ),
)
_BY_WHICH = re.compile(r"^how (?P<clause>(?:an?|the) .+|[a-z]+ (?:becomes?|turns?|is|are|gets?) .+)$", re.IGNORECASE)
_HOW_MADE = re.compile(r"^how (?P<what>[^?]+?) (?:is|are) made\??$", re.IGNORECASE)
_FROM_TO = re.compile(r"^[Ff]rom (?P<ends>[^?:A-Z]+? to [^?:A-Z]+)$")
_HOW_TO = re.compile(r"^how to (?P<verb>[a-z]+) (?P<object>[^?]+)$", re.IGNORECASE)


def _name(block: Block, told: str, lesson: Lesson) -> str:
    """What the stages are stages of: "a sampling run", "brewing beer", "by which a bill becomes law"."""
    if found := _ORDER_OF.search(told):
        return re.sub(r"^(?:Every|Each) ", "a ", found["name"]).replace("A ", "a ", 1).replace("The ", "the ", 1)
    heading = block.path[-1] if block.path else lesson.title
    for frame in _FRAMES:
        if found := frame.match(heading):
            return found["name"].strip()
    if found := _HOW_TO.match(heading):
        return f"{gerund(found['verb'].lower())} {found['object']}" if found["verb"].lower() in VERBS else heading
    for title in (heading, lesson.title):
        if found := _HOW_MADE.match(title):
            return f"making {found['what']}"
    if found := _FROM_TO.match(heading):
        return f"from {found['ends']}"
    about = topic(lesson)
    if not about and (found := _BY_WHICH.match(heading)):
        return f"by which {found['clause'].rstrip('?')}"
    return about or heading


def gerund(base: str) -> str:
    """The -ing form of a verb: ``make`` → ``making``, ``tie`` → ``tying``."""
    if base.endswith("ie"):
        return f"{base[:-2]}ying"
    doubled = f"{base}{base[-1]}ing"
    if base.endswith("e") and not base.endswith(("ee", "ye", "oe")):
        return f"{base[:-1]}ing"
    return doubled if re.search(r"^[^aeiou]*[aeiou][bdgmnprt]$", base) and is_gerund(doubled) else f"{base}ing"


_ARROW = re.compile(r"\s*(?:→|⇒|➔|➜|⟶|-{1,2}>|=>)\s*")
_ARROWS = ("→", "⇒", "➔", "➜", "⟶", "->", "=>")
"""One of them stands in whatever ``_ARROW`` finds."""
_TYPED_ARROW = re.compile(r"-{1,2}>|=>")
_ARROW_LINE = re.compile(r"^\s*(?:↓|▼|⬇|⇓|↧|\||│|v|V)\s*$")
_STEP = re.compile(r"^[^\W\d_][\w '’/,()+-]{1,45}$")
_MENUS = frozenset(
    "file edit view home start menu settings preferences tools options insert format help window".split()
)
_SEQUENCE = re.compile(
    r"\b(?:stages?|steps?|phases?|orders?|sequences?|chains?|cycles?|paths?|routes?|journeys?|pipelines?|process(?:es)?"
    r"|pass(?:es)?|goes|go through|flows?|ways?|becomes?|turns? into|follow|life|summary|in short|how)\b"
    r"|순서|단계|과정|흐름",
    re.IGNORECASE,
)


def _chains(block: Block, above: Block | None, lesson: Lesson) -> Iterator[Family]:
    """Lines that are nothing but a chain of arrows, under words that speak of an order."""
    heading = block.path[-1] if block.path else lesson.title
    for steps, line, quote in _chains_in(block):
        told = _told(above, block)
        if not _SEQUENCE.search(f"{told} {heading} {lesson.title}"):
            return
        name = _name(block, told, lesson)
        if name and not _is_section(name):
            members = tuple(Member(step, line=line) for step in steps)
            noun = _noun(f"{told} {heading}", len(steps))
            yield Family(name, noun, members, Place(block, line, quote), ordered=True, listed=quote)


def _is_section(name: str) -> bool:
    """Whether a name only says which part of the page this is."""
    return (
        re.match(r"(?:summary|key |takeaways|in short|recap|overview|요약|정리|핵심)", name, re.IGNORECASE) is not None
    )


def _chains_in(block: Block) -> Iterator[tuple[tuple[str, ...], int, str]]:
    """The chains of a block, each with its line and its text."""
    match block.role:
        case Role.PROSE:
            lines = [(block.text, block.span.start)]
        case Role.LIST | Role.TAKEAWAYS:
            lines = [(entry.text, entry.line) for entry in block.entries]
        case Role.CODE | Role.DIAGRAM | Role.FLOW:
            if steps := _downwards(block.text):
                yield steps, block.span.start, block.text
            lines = [(text, block.span.start) for text in block.text.split("\n")]
        case _:
            return
    for text, line in lines:
        if not any(map(text.__contains__, _ARROWS)):
            continue
        typed = block.role is Role.CODE and _TYPED_ARROW.search(text) is not None
        steps = _steps(_ARROW.split(text.strip(" .`*")))
        if steps and not (typed and not any(" " in step for step in steps)):
            yield steps, line, text


def _downwards(text: str) -> tuple[str, ...]:
    """The steps of a drawing in which nothing but an arrow stands between one line and the next."""
    lines = [line for line in text.split("\n") if line.strip()]
    names, arrows = lines[::2], lines[1::2]
    if len(names) != len(arrows) + 1 or not all(map(_ARROW_LINE.match, arrows)):
        return ()
    return _steps([name.strip() for name in names])


def _steps(parts: Sequence[str]) -> tuple[str, ...]:
    """The parts of a chain where all are names of steps, each another one."""
    fit = FEWEST <= len(parts) <= MOST and all(_STEP.match(part) for part in parts)
    words = all(re.search(r"[^\W\d_]{3,}|[가-힣]{2,}", part) and len(part.split()) <= 7 for part in parts)
    apart = len({part.casefold() for part in parts}) == len(parts)
    return tuple(parts) if fit and words and apart and parts[0].casefold() not in _MENUS else ()
