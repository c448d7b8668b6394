"""Gate: what the quote denies, a proposal does not affirm."""

import re

from mediaquiz.gates.claims import claimed
from mediaquiz.gates.words import stems
from mediaquiz.model.candidate import Candidate
from mediaquiz.model.item import Choice, Recall
from mediaquiz.model.stages import Scene
from mediaquiz.model.views import prompt

_NO = re.compile(r"\b(?:no|not|never|neither|nor|without|cannot|\w+n[’']t)\b(?! only\b)(?P<what>[^,;:.!?()—–]*)", re.I)
_DENIES = re.compile(
    r"\b(?:no|not|never|neither|nor|without|cannot|\w+n[’']t|nothing|nobody|none|hardly|un\w+|rather|instead|avoid\w*|except"
    r"|prevent\w*|stop\w*|fail\w*|lack\w*|differ\w*|only|wrong|false|longer)\b",
    re.IGNORECASE,
)
_REACH = 3
_LEAST = 2


def gate(candidate: Candidate, scene: Scene) -> str | None:
    """Refuses an answer that affirms, with its question, the very words behind a "no" of the quote."""
    item = candidate.item
    if not item.proposed or item.source is None or not isinstance(item.content, Recall | Choice):
        return None
    claim = claimed(item.content)
    if _DENIES.search(claim) or prompt(item.content).casefold().startswith("why"):
        return None
    quote = item.source.quote
    for no in _NO.finditer(quote):
        denied = stems(" ".join(no["what"].split()[:_REACH]))
        rest = stems(f"{quote[: no.start()]} {quote[no.end() :]}")
        if len(denied) >= _LEAST and denied <= stems(claim) and not denied <= rest:
            return "its quote denies this"
    return None
