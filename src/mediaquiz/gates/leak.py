"""Gate: the question does not give its answer away."""

import re
from collections.abc import Callable

from mediaquiz.gates.meaning import told_apart
from mediaquiz.gates.words import stems
from mediaquiz.model.candidate import Candidate
from mediaquiz.model.item import Choice, Cloze, Item, ListAll, Match, Recall, Short
from mediaquiz.model.stages import Scene
from mediaquiz.model.views import answer_text, prompt
from mediaquiz.text import has_hangul, squash

_COMMAND = re.compile(r"^`?[\w.-]+ (?:\S+ )*--?[A-Za-z]")
"""A command with an option: its words are those of what it does, and to know it is to have all of them."""

_HYPHEN = re.compile(r"(?<=\w)-(?=\w)")
_ABLE = re.compile(r"e?(?:abl|ibl)$")
_PHRASE = 3
"""Words of an answer that is a term, and no sentence."""
_NOTATION = re.compile(
    r"^(?=\S*\w)\S*(?:[*!$<>|]|--)\S*$|^(?:(?:with|using|as|by \w+ing) )?`[^`]*(?:[()\[\]{}<>=:$!*|&%@]|--)[^`]*`[.]?$",
    re.IGNORECASE,
)
"""A pattern or another piece of notation: its signs are what is asked."""


def _says(asked: str, member: str) -> bool:
    """Whether a question names a member of its list; one Korean syllable must be a word of its own: no ``식물``."""
    if len(member) > 1 or not has_hangul(member):
        return member in asked
    return re.search(rf"(?<![가-힣]){member}(?:[은는이가을를의도과와]|에서?|으?로)?(?![가-힣])", asked) is not None


def gate(candidate: Candidate, scene: Scene) -> str | None:
    """Refuses answers whose words all stand in the prompt, whole, as relatives, or inside other words."""
    item = candidate.item
    if not isinstance(item.content, Recall | Short | Cloze | Choice | ListAll | Match):
        return None
    if isinstance(item.content, Match):
        return _pairs(item.content)
    if isinstance(item.content, ListAll):
        asked = squash(prompt(item.content))
        told = [member for member in item.content.members if _says(asked, squash(member))]
        return f"it already says {told[0]!r}" if told else None
    if isinstance(item.content, Short) and re.search(r"^which\b.*:.*\bor\b", item.content.stem, re.IGNORECASE):
        return None  # a question between two named sides holds its answer by right
    return _told(item)


def _told(item: Item) -> str | None:
    asked, answer = prompt(item.content), answer_text(item.content)
    if _NOTATION.match(answer):
        return "the answer stands in the question" if squash(answer) in squash(asked) else None
    if item.proposed:
        asked, answer = _HYPHEN.sub(" ", asked), _HYPHEN.sub(" ", answer)
    there, wanted = stems(asked), stems(answer)
    if wanted and wanted <= there and not (item.proposed and told_apart(answer, asked)):
        return "all words of the answer stand in the question"
    if isinstance(item.content, Recall):
        return "most of the answer stands in the question" if len(wanted - there) < 2 and len(wanted) > 3 else None
    if _COMMAND.match(answer):
        return None
    if len(wanted) > 1 and len(wanted & there) * 2 > len(wanted):
        return "half of the answer stands in the question"
    if doubled := [word for word in wanted if f"{word}{word[-1]}" in there]:
        return f"the answer's {doubled[0]!r} stands in a form of its own in the question"
    rest = wanted - there if item.proposed else wanted
    if len(rest) == 1 and (any(map(_grown(*rest), there)) or _ABLE.sub("", next(iter(rest))) in there):
        return "a relative of the answer stands in the question"
    if isinstance(item.content, Choice) and len(wanted) > _PHRASE:
        return None  # an option that is a sentence, among others that speak of the same
    folded = squash(asked)
    inside = [
        word for word in wanted if len(word) >= (2 if has_hangul(word) else 5) and word in folded and word not in there
    ]
    return f"the answer's {inside[0]!r} stands inside a word of the question" if inside else None


def _grown(word: str) -> Callable[[str], bool]:
    """Whether the word is another one with up to three letters more: "conductor" of "conduct"."""
    return lambda told: len(told) >= 5 and word.startswith(told) and len(word) - len(told) <= 3 and word.isascii()


def _pairs(content: Match) -> str | None:
    same = [left for left, right in content.pairs if stems(left) & stems(right)]
    return f"the pair of {same[0]!r} shows itself" if same else None
