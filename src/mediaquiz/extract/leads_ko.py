"""Korean lists with a sentence in front that counts or names what follows: ``모델은 두 부분으로 이루어집니다:``."""

import re

from mediaquiz.extract.sentences import sentences
from mediaquiz.model.lesson import Block, Entry, Role

_LEADS = re.compile(
    r"(?:두|세|네|다섯|여섯|[2-6]) ?(?:가지|개|단계|종류|곳|부분)|(?:다음|아래)(?:과|와) 같(?:다|습니다|아요|은|이)"
)
_MOST, _FEWEST = 6, 2
_LONGEST_NAME, _LONGEST_POINT, _MOST_POINTS = 30, 70, 3
_BRACKETS = re.compile(r"\s*\([^()]*\)$")
_SENTENCE = re.compile(r"[다요]\.?$|[.?!:]$|(?:세요|기)$")


def led(block: Block, above: Block | None) -> tuple[str, str]:
    """The lead and the entries, a line each, and the same in the lesson's own words; empty where one is missing."""
    lead = _lead(block, above)
    if block.role not in {Role.LIST, Role.DEFINITION} or not _LEADS.search(lead):
        return "", ""
    if not _FEWEST <= len(block.entries) <= _MOST:
        return "", ""
    names = [_BRACKETS.sub("", entry.label or entry.text).strip(" :*") for entry in block.entries]
    if any(len(name) > _LONGEST_NAME or _SENTENCE.search(name) for name in names):
        names = [entry.text.strip() for entry in block.entries]
        if len(names) > _MOST_POINTS or any(len(name) > _LONGEST_POINT or name[-1:] != "." for name in names):
            return "", ""
    quote = "\n".join([lead, *(entry.text for entry in block.entries)])
    return "\n".join([lead.rstrip(" :.："), *names]), quote


def _lead(block: Block, above: Block | None) -> str:
    """The sentence right in front of a list."""
    if block.lead:
        return (sentences(block.lead, "ko") or ("",))[-1]
    if above is None or above.role is not Role.PROSE or above.path != block.path:
        return ""
    return (sentences(above.text, "ko") or ("",))[-1]


def behind_label(entry: Entry) -> str:
    """What an entry says of its label, where it is a sentence that names the label again (``둑: 둑은 …``)."""
    said = entry.text.removeprefix(entry.label).lstrip(" :-–—*")
    name = _BRACKETS.sub("", entry.label).strip(" :*")
    return said if name and said.startswith(name) else ""
