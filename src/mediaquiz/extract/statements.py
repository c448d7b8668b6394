"""Rule: sentences that state something of the field: every takeaway, and prose that says what leads to what."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from mediaquiz.extract import steps, usage_ko
from mediaquiz.extract.commands import deeds, only_command
from mediaquiz.extract.continued import continued
from mediaquiz.extract.enumerations import is_enumeration
from mediaquiz.extract.introduced import goes_on_about, said_behind
from mediaquiz.extract.leading import opened
from mediaquiz.extract.leads_ko import behind_label, led
from mediaquiz.extract.led import counted_list, reasons_in_entries, told_in_entries
from mediaquiz.extract.listed import of_sentences
from mediaquiz.extract.pairs import paired
from mediaquiz.extract.persons import to_reader
from mediaquiz.extract.pointers import unpointed
from mediaquiz.extract.restated import restated
from mediaquiz.extract.rewording import unwrapped
from mediaquiz.extract.sentences import joined, sentences
from mediaquiz.extract.stating import states
from mediaquiz.extract.usage import led_to, used_to
from mediaquiz.language.clauses import split
from mediaquiz.model.concept import Finding, Place, Statement
from mediaquiz.model.lesson import Block, Lesson, Role
from mediaquiz.text import has_hangul

_THAT_IS_WHY = re.compile(
    r"(?:that|this)(?:['’]s| is) why |(?:therefore|hence|so), |(?:그래서|따라서|이 때문에|그 때문에|그 결과|그"
    r" 덕분에|반면에?|이와 달리"
    r"|그에 비해|왜냐하면|이를 통해|이로써|이렇게 하면) |(?:이는|이것은) [^.]*(?:때문|의미|뜻)"
    r"|[가-힣][^.]*기 때문(?:이다|입니다|이에요|이죠|이지요)\.?$",
    re.IGNORECASE,
)
"""What makes a sentence the other half of the one before it."""
_HAS_BOTH = re.compile(r"(?:까닭|이유|원인|것)[은는] ")
"""A reason with what it is the reason of."""


def find(lesson: Lesson) -> Iterable[Finding]:
    """The takeaways first, then lists of steps, then the sentences of the prose, those of a summary among them.

    What two rules read from the same words comes once.
    """
    told: set[tuple[str, str, int]] = set()
    for found in _found(lesson):
        key = (found.text, found.place.quote, found.place.line)
        if key not in told:
            told.add(key)
            yield found


def _found(lesson: Lesson) -> Iterator[Statement]:
    for block in lesson.blocks:
        if block.role is Role.TAKEAWAYS:
            for entry in block.entries:
                if is_enumeration(entry.text):
                    continue  # a family's list: asked as a whole where the page agrees with it, else not at all
                point = (behind_label(entry) if lesson.language == "ko" else "") or entry.text
                for text, quote in _in_point(point, lesson):
                    yield Statement(text, Place(block, entry.line, quote), takeaway=True)
    yield from steps.find(lesson)
    for at, (block, below) in enumerate(zip_longest(lesson.blocks, lesson.blocks[1:])):
        near = lesson.blocks[max(0, at - _NEAR) : at + _NEAR + 1]
        yield from _of_commands(block, below, near, lesson.language)
        if lesson.language == "ko" and block.entries:
            text, quote = led(block, lesson.blocks[at - 1] if at else None)
            if text:
                yield Statement(text, Place(block, block.span.start, quote))
        if _SHOWS_A_CASE.match(block.text):
            continue
        if told := counted_list(block):
            quote = "\n".join((block.lead, *(entry.label or entry.text for entry in block.entries)))
            yield Statement(told, Place(block, block.span.start, quote))
        if block.role is Role.PROSE or (block.role is Role.TAKEAWAYS and not block.entries):
            for at, text, quote in _in_prose(block.text, block, lesson.language):
                yield Statement(text, Place(block, block.span.start, quote), False, at)
        elif block.role is Role.LIST and lesson.language == "ko" and all(entry.label for entry in block.entries):
            for entry in block.entries:
                said = behind_label(entry)
                for at, text, quote in _in_prose(said, block, lesson.language) if said else ():
                    yield Statement(text, Place(block, entry.line, quote), False, at)
        elif block.role is Role.LIST:
            for entry in of_sentences(block, lesson.language):
                for at, text, quote in _in_prose(entry.text, block, lesson.language):
                    yield Statement(text, Place(block, entry.line, quote), False, at)
        for entry, reason, quote in reasons_in_entries(block, lesson.language):
            yield Statement(reason, Place(block, entry.line, f"{entry.label}\n{quote}"))
        for entry, at, told, quote in told_in_entries(block, lesson.language):
            for text in states(told, lesson.language):
                yield Statement(text, Place(block, entry.line, quote), False, at)


_NEAR = 4
"""Blocks above and below in which the command of an option may be shown."""
_GLANCE = 1000
"""Characters of each that are looked at."""


def _of_commands(block: Block, below: Block | None, near: Sequence[Block], lang: str) -> Iterator[Statement]:
    """What the sentences of a block say that commands do, its last one of the command right below it."""
    if block.role not in _TELLING or (block.role is Role.EXERCISE and block.entries):
        return
    code = below.text if below and below.role is Role.CODE else ""
    texts = [(entry.text, entry.line) for entry in block.entries] or [(block.text, block.span.start)]
    if not code and not any("`" in text for text, _ in texts):
        return
    shown = "\n".join(other.text[:_GLANCE] for other in near if other.role is Role.CODE)
    for text, line in texts:
        told = sentences(text, lang) if "`" in text or code else ()
        for at, sentence in enumerate(told):
            for deed in deeds(sentence, f"{text}\n{shown}"):
                yield Statement(deed, Place(block, line, sentence), at=at)
        leads_to = usage_ko.led_to if told and has_hangul(told[-1]) else led_to
        if told and code and (command := only_command(code)) and (use := leads_to(told[-1], command)):
            yield Statement(use, Place(block, line, f"{told[-1]}\n{command}"), at=len(told) - 1)


_TELLING = frozenset({Role.PROSE, Role.LIST, Role.QUESTION, Role.EXERCISE})
_SHOWS_A_CASE = re.compile(
    r"(?:(?:here is )?(?:an?|one|another) (?:worked |small |short )?example\b(?! of\b)|a worked example\b"
    r"|here(?: is|['’]s) (?:an?|one|how)\b|try it (?:with|on)\b"
    r"|(?-i:(?:Solution|Strategy|Answer) (?:The|We|You|To|As|In|For|From|Since|Use|If|By|First|This|It|There)\b))",
    re.IGNORECASE,
)
"""What opens a paragraph that tells a story, or solves an exercise: its sentences are details."""


def _in_point(text: str, lesson: Lesson) -> Iterator[tuple[str, str]]:
    """The sentences of a takeaway, each with its words in the lesson, and pairs that say one thing."""
    before = ""
    for sentence in sentences(text, lesson.language):
        if lesson.language == "ko":
            yield sentence, sentence
        elif pair := paired(before, sentence):
            yield pair, joined(before, sentence, text)
        elif whole := continued(before, sentence, _subject(before)):
            yield whole, joined(before, sentence, text)
        else:
            plain = restated(sentence) or unpointed(sentence)
            yield to_reader(plain, point=True) or unwrapped(plain) or plain, sentence
        before = sentence


def _subject(sentence: str) -> tuple[str, ...]:
    """What a sentence of a takeaway is about: its next one goes on about the same."""
    clause = split(sentence)
    return (clause.subject,) if clause else ()


def _in_prose(text: str, block: Block, lang: str) -> Iterator[tuple[int, str, str]]:
    """Sentences that state something, with their number and their words in the lesson.

    Two that "That's why" joins come as a pair, as do two of which one gives the reason or the effect of the other.
    """
    before, plain_before, told, quoted = "", "", "", ""
    names = (*block.path[-1:], *block.emphasis)
    for at, sentence in enumerate(sentences(text, lang)):
        plain = opened(sentence) if lang != "ko" else sentence
        goes_on = continued(told, sentence, names) if lang != "ko" else ""
        if before and _THAT_IS_WHY.match(sentence) and not _HAS_BOTH.search(sentence):
            yield at, f"{to_reader(before, point=True) or before} {sentence}", joined(before, sentence, text)
        elif lang != "ko" and (two := _paired(before, plain_before, sentence, plain)):
            yield at, two, joined(before, sentence, text)
        elif goes_on:
            yield at, goes_on, joined(quoted, sentence, text)
        elif lang != "ko" and (going_on := goes_on_about(before, sentence)):
            yield from ((at, said, joined(before, sentence, text)) for said in states(going_on, lang))
        elif use := used_to(sentence):
            yield at, use, sentence
        elif lang != "ko" and (said := restated(plain)):
            yield from ((at, other, sentence) for other in states(said, lang))
        else:
            behind = said_behind(plain) if lang != "ko" else ""
            yield from ((at, said, sentence) for said in (*states(plain, lang), *states(behind, lang)))
        quoted = joined(quoted, sentence, text) if goes_on else sentence
        before, plain_before, told = sentence, plain, goes_on or sentence


def _paired(before: str, plain_before: str, sentence: str, plain: str) -> str:
    """Two sentences that say one thing, as one; where they show code, the second is but the next step."""
    return "" if "`" in before or "`" in sentence else paired(plain_before, plain)
