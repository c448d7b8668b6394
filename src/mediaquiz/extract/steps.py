"""Rule: a numbered list of orders that the text above calls the steps of something, in their order."""

import re
from collections.abc import Iterable

from mediaquiz.extract.sentences import sentences
from mediaquiz.language.verbs import VERBS
from mediaquiz.model.concept import Place, Statement
from mediaquiz.model.lesson import Lesson, Role

_STEPS = re.compile(
    r"\b(?P<name>(?:(?!these\b|those\b|the\b|following\b|few\b|two\b|three\b|four\b|five\b|six\b|explain\b)[a-z-]+"
    r" ){0,2}(?:steps|stages) "
    r"(?:of|for|in) (?!this|these|the following)[a-z][^,.;:()]{2,40}?)(?:[.:,]|$| (?:are|is|include)\b)"
)
_ASIDE = re.compile(r" \([^()]*\)| so (?:that )?(?:it|they)\b.*$")
_FEWEST, _MOST, _LONGEST = 3, 7, 12
_NEAREST = 2


def find(lesson: Lesson) -> Iterable[Statement]:
    """One statement "steps of X: a → b → c" for each such list."""
    for above, block in zip(lesson.blocks, lesson.blocks[1:], strict=False):
        entries = [_ASIDE.sub("", entry.text.strip().rstrip(".;")) for entry in block.entries]
        if (
            block.role is Role.LIST
            and block.ordered
            and above.role is Role.PROSE
            and _FEWEST <= len(entries) <= _MOST
            and all(_is_order(entry) for entry in entries)
            and (named := _STEPS.search(" ".join(sentences(above.text, lesson.language)[-_NEAREST:])))
        ):
            chain = " → ".join(entry[:1].lower() + entry[1:] for entry in entries)
            quote = "\n".join(entry.text for entry in block.entries)
            yield Statement(f"{named['name']}: {chain}", Place(block, block.entries[0].line, quote), takeaway=True)


def _is_order(text: str) -> bool:
    """Whether an entry is a short sentence that tells what to do, with nothing of code or of arrows in it."""
    words = text.split(" ")
    return words[0].lower() in VERBS and 1 < len(words) <= _LONGEST and not re.search(r"[`→:]|->|⇒", text)
