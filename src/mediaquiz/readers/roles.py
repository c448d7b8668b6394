"""From raw blocks to a lesson: heading paths, and a role for each block.

A role comes from the section a block stands in, from its form, or from a label at its head; what none of these
tells is PROSE.
"""

import re
from collections.abc import Sequence

from mediaquiz.model.frozen import replace
from mediaquiz.model.lesson import Block, Entry, Lesson, Role, Source
from mediaquiz.model.problem import Span
from mediaquiz.readers import labels, sections, solutions
from mediaquiz.readers.raw import Form, Meta, Raw
from mediaquiz.readers.trail import Trail
from mediaquiz.text import language_of, one_line

_OUTLINE_ENTRY = re.compile(
    r"^\W*(?:track|module|unit|weeks?|days?|chapter|lesson|part|episode|section|트랙|모듈|주차|챕터|레슨)\s*#?\d+\b"
    r"|^\d+\s*주차",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?。…][\"'”’)\]]*$|[다요음함임]\.?$")
_LEAD_END = re.compile(
    r"(?:^|(?<=[.!?。])\s)([^.!?。]*[:：]|[^.!?。]*\b(?:following|these|not|are)\b[^.!?。]*[:：.]?)\s*$"
)
_SENTENCE_WORDS = 12
_CLASS_ROLES = {
    "keypoints": Role.TAKEAWAYS,
    "objectives": Role.OBJECTIVES,
    "questions": Role.OBJECTIVES,
    "challenge": Role.EXERCISE,
    "solution": Role.EXERCISE,
    "hint": Role.EXERCISE,
    "prereq": Role.LOGISTICS,
    "instructor": Role.LOGISTICS,
    "discussion": Role.EXERCISE,
    "quiz": Role.QUESTION,
    "testimonial": Role.EXAMPLE,
    "example": Role.EXAMPLE,
    "definition": Role.DEFINITION,
    "caption": Role.CAPTION,
    "footnote": Role.REFERENCES,
}
_OF_ENTRIES = frozenset({Role.TAKEAWAYS, Role.GLOSSARY, Role.DEFINITION})
_LED = frozenset({Form.LIST, Form.TABLE, Form.STACK, Form.DEFINITIONS})
"""What a sentence before it may announce."""
_FORM_ROLES = {
    Form.PARAGRAPH: Role.PROSE,
    Form.QUOTE: Role.PROSE,
    Form.LIST: Role.LIST,
    Form.DEFINITIONS: Role.DEFINITION,
    Form.TABLE: Role.TABLE,
    Form.STACK: Role.STACK,
    Form.FIGURE: Role.DIAGRAM,
    Form.CODE: Role.CODE,
}


def lesson(source: Source, raws: Sequence[Raw], meta: Meta) -> Lesson:
    """The lesson with every block's role, from raw blocks and what furniture and front matter told."""
    title, raws = _take_title(meta.title, raws)
    blocks = _unheaded_takeaways(solutions.joined(_glossaries(_blocks(source.path, raws))))
    gists = [*meta.gists, *(b.text for b in blocks if b.role is Role.GIST)]
    exercise = "\n".join(b.text for b in blocks if b.role is Role.EXERCISE)
    return Lesson(
        path=source.path,
        title=title or _first_heading(blocks),
        track=meta.track,
        number=meta.number,
        of=meta.of,
        minutes=meta.minutes,
        tags=meta.tags,
        language=meta.language or _language(blocks),
        gist=gists[0] if gists else "",
        exercise=exercise,
        links=tuple(dict.fromkeys(meta.links)),
        blocks=tuple(blocks),
        text=source.text,
    )


def _take_title(told: str, raws: Sequence[Raw]) -> tuple[str, list[Raw]]:
    """The title and the blocks without it: what the page told, or a first-level heading that opens the text."""
    rest = list(raws)
    opening = next((at for at, raw in enumerate(rest) if raw.form is Form.HEADING and raw.level == 1), None)
    if opening is not None and (not told or one_line(rest[opening].text).casefold() == told.casefold()):
        return told or rest[opening].text, rest[:opening] + rest[opening + 1 :]
    return told, rest


def _first_heading(blocks: Sequence[Block]) -> str:
    return next((block.path[0] for block in blocks if block.path and not sections.kind_of(block.path[0])), "")


def _language(blocks: Sequence[Block]) -> str:
    body = (Role.PROSE, Role.LIST, Role.TAKEAWAYS, Role.DEFINITION, Role.STACK, Role.TABLE, Role.QUESTION)
    return language_of(" ".join(block.text for block in blocks if block.role in body))


def _blocks(path: str, raws: Sequence[Raw]) -> list[tuple[Block, str]]:
    """The blocks, each with the name of the box that it stands in."""
    blocks: list[tuple[Block, str]] = []
    trail = Trail()
    caption = ""
    for at, raw in enumerate(raws):
        trail.enter(raw.box)
        if raw.form is Form.HEADING:
            trail.end(raw.level)
            if _captions_figure(raws, at):
                caption = raw.text
            else:
                trail.add(raw.level, raw.text)
            continue
        before = blocks[-1][0] if blocks and blocks[-1][0].path == trail.names else None
        if before and before.role is Role.OBJECTIVES and before.entries and raw.form is Form.PARAGRAPH:
            trail.leave(Role.OBJECTIVES)  # the lesson itself begins
        block = _block(path, raw, trail.names, _lead(caption, before) if raw.form in _LED else "")
        block = block.as_role(Role.PROSE) if _leaves_logistics(block, before) else block
        blocks.append((block, raw.hint))
        caption = ""
    return blocks


def _leaves_logistics(block: Block, before: Block | None) -> bool:
    """Whether a paragraph only happens to stand below a list of things to do or bring."""
    after_list = before is not None and before.role is Role.LOGISTICS and bool(before.entries)
    return (
        after_list and block.role is Role.LOGISTICS and not block.entries and len(block.text.split()) > _SENTENCE_WORDS
    )


def _captions_figure(raws: Sequence[Raw], at: int) -> bool:
    """Whether a heading of a plain page only names the table below it: a section that ends with its table."""
    below = raws[at + 1] if at + 1 < len(raws) else None
    return below is not None and below.form is Form.TABLE and raws[at].hint == "" and ":" in raws[at].text


def _lead(caption: str, before: Block | None) -> str:
    if caption:
        return caption
    if before and before.role is Role.PROSE and (found := _LEAD_END.search(before.text)):
        return found[1].strip()
    return ""


def _block(path: str, raw: Raw, names: tuple[str, ...], lead: str) -> Block:
    role, text = _role(raw, names)
    if role is Role.GIST:
        text = labels.gist_text(text)
    return Block(
        role=role,
        text=text,
        span=Span(path, raw.start, raw.end),
        path=names,
        entries=raw.entries,
        columns=raw.columns,
        lead=lead,
        emphasis=raw.emphasis,
        ordered=raw.ordered,
    )


def _role(raw: Raw, names: tuple[str, ...]) -> tuple[Role, str]:
    if raw.form in {Form.PARAGRAPH, Form.QUOTE} and labels.is_gist(raw.text):
        return Role.GIST, raw.text
    if raw.hint in _CLASS_ROLES:
        return _in_section(_CLASS_ROLES[raw.hint], raw), raw.text
    if raw.form is Form.LIST and _is_outline(raw.entries):
        return Role.OUTLINE, raw.text
    for name in reversed(names):
        if (kind := sections.kind_of(name)) and not (kind is Role.CHROME and raw.marked):
            return _in_section(kind, raw), raw.text
    return _FORM_ROLES[raw.form], raw.text


def _in_section(kind: Role, raw: Raw) -> Role:
    """A section's kind holds for all its blocks, but only a list or a paragraph tells key points or terms."""
    if kind is Role.TAKEAWAYS and raw.form is Form.PARAGRAPH:
        return kind
    if kind is Role.GLOSSARY and raw.form is Form.PARAGRAPH and _opens_with_term(raw):
        return kind
    if kind in _OF_ENTRIES and raw.form not in {Form.LIST, Form.DEFINITIONS, Form.TABLE}:
        return _FORM_ROLES[raw.form]
    return kind


def _opens_with_term(raw: Raw) -> bool:
    """A paragraph of a glossary: a term in bold, and what it means."""
    return bool(raw.emphasis) and raw.text.startswith(raw.emphasis[0]) and len(raw.text) > len(raw.emphasis[0])


def _glossaries(blocks: Sequence[tuple[Block, str]]) -> list[tuple[Block, str]]:
    """The blocks, with the paragraphs of a glossary joined into one list of entries."""
    found: list[tuple[Block, str]] = []
    for block, box in blocks:
        if block.role is not Role.GLOSSARY or block.entries:
            found.append((block, box))
            continue
        entry = Entry(block.text, label=block.emphasis[0], line=block.span.start)
        above = found[-1][0] if found else None
        if above and above.role is Role.GLOSSARY and above.path == block.path and above.span.start < block.span.start:
            joined = replace(
                above,
                text=f"{above.text}\n{block.text}",
                span=replace(above.span, end=block.span.end),
                entries=(*above.entries, entry),
                emphasis=(*above.emphasis, *block.emphasis),
            )
            found[-1] = (joined, found[-1][1])
        else:
            found.append((replace(block, entries=(entry,)), box))
    return found


def _is_outline(entries: Sequence[Entry]) -> bool:
    marked = sum(1 for entry in entries if _OUTLINE_ENTRY.match(entry.text))
    return marked >= 2 and marked * 2 >= len(entries)


_DENIES = re.compile(r"^not\b|아니다|아니에요|아닙니다", re.IGNORECASE)
_AFTER_TAKEAWAYS = {Role.EXERCISE, Role.REFERENCES, Role.CHROME, Role.OUTLINE, Role.LOGISTICS}


def _unheaded_takeaways(blocks: list[Block]) -> list[Block]:
    """A page without a list of key points often still ends with one: its last list, when it holds full sentences."""
    if any(block.role is Role.TAKEAWAYS for block in blocks):
        return blocks
    last = next((at for at in reversed(range(len(blocks))) if blocks[at].role not in _AFTER_TAKEAWAYS), None)
    if last is None or blocks[last].role is not Role.LIST or blocks[last].ordered or blocks[last].lead:
        return blocks
    entries = blocks[last].entries
    if all(_DENIES.search(entry.text) for entry in entries):
        return blocks  # what something is not, rather than what to remember
    full = sum(1 for entry in entries if _SENTENCE_END.search(entry.text) and len(entry.text.split()) > 4)
    if not 2 <= len(entries) <= 8 or full < len(entries):
        return blocks
    return [*blocks[:last], replace(blocks[last], role=Role.TAKEAWAYS), *blocks[last + 1 :]]
