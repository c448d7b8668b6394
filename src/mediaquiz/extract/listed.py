"""Lists whose entries state something, a sentence or more each."""

import re
from collections.abc import Iterator

from mediaquiz.language.verbs import OTHERS_TOO, VERBS
from mediaquiz.model.lesson import Block, Entry, Role

_FACTS = re.compile(
    r"\b(?:facts|rules|notes|things|tips|principles|properties) (?:\w+ ){0,3}(?:about|of|on|to|for)\b"
    r"|(?:요약|정리|배운 내용|핵심|기억할 점|특징|사실|규칙|원칙|장점|단점|이유)",
    re.IGNORECASE,
)
"""What introduces entries that each say something of their own."""
_WHOLE = re.compile(r"(?:\S+ ){5,}\S+[.](?=$| [A-Z가-힣`]|[가-힣])")
_SAYS = re.compile(r"(?:\S+ ){3,}\S+[.](?=$|\s)")
_SHOWS = re.compile(
    r"\b(?:examples?|instance|steps?|tasks?|exercises?|questions?|try|links|resources|following (?:commands?|code)"
    r"|looks? like"
    r"|output|results?|decide|goals?|objectives?|plan|agenda|do the following|as follows)\b",
    re.IGNORECASE,
)
"""What introduces entries of an example, a task, or a story."""
_TO_DO = re.compile(
    r"\b(?:task|exercise|challenge|assignment|set-?up|install|review|self[- ]study|references|reading|resources"
    r"|discussion"
    r"|questions?|solutions?|next steps|acknowledg)",
    re.IGNORECASE,
)
_FEWEST = 2


def of_sentences(block: Block, lang: str) -> Iterator[Entry]:
    """The entries of a list that say whole sentences of their own; none of a list of steps, of examples or of tasks."""
    if block.role is not Role.LIST or len(block.entries) < _FEWEST:
        return
    plain = all(not entry.label and _WHOLE.match(entry.text) for entry in block.entries)
    facts = _FACTS.search(block.lead) is not None
    if plain and (facts or not (block.ordered or block.lead)):
        yield from block.entries
    elif lang != "ko" and not block.ordered and not _SHOWS.search(block.lead) and not _is_to_do(block):
        yield from (entry for entry in block.entries if not entry.label and _states(entry.text))


def _is_to_do(block: Block) -> bool:
    heading = block.path[-1] if block.path else ""
    orders = sum(_is_order(entry.text) for entry in block.entries)
    return _TO_DO.search(heading) is not None or 2 * orders > len(block.entries)


def _is_order(text: str) -> bool:
    """Whether an entry tells its reader to do something."""
    first = re.split(r"\W", text, maxsplit=1)[0].lower()
    return first in VERBS and (
        first not in OTHERS_TOO or re.match(r"\w+ (?:the|an?|your|it|up|out|to|`)", text) is not None
    )


def _states(text: str) -> bool:
    """Whether an entry begins with a sentence."""
    return _SAYS.match(text) is not None and (text[:1].isupper() or text[:1] in '`“"') and not _is_order(text)
