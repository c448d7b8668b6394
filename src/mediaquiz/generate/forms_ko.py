"""Forms of Korean sentences that turn into a question safely; see ``forms`` for the English ones."""

import re

from mediaquiz.generate.asked import Asked, Form
from mediaquiz.model.concept import Extract, Statement
from mediaquiz.model.item import Recall

_DANGLING = re.compile(
    r"^(?:이는|이것|그것|이러한|그러한|이런|그런|이를|예를 들|그래서|따라서|그러나|하지만|또한|이 |그 )"
)


def reason_named(found: Statement, extract: Extract) -> Asked | None:
    """X 까닭은 Y 때문이다.  →  X 까닭은 무엇인가요?"""
    match = re.match(
        r"^(?P<what>.{4,80}?)\s(?P<noun>까닭|이유|원인)[은는]\s(?P<why>.{4,120}(?:때문|서)\S*)$", found.text.strip()
    )
    if not match or _DANGLING.match(match["what"]):
        return None
    return Asked(
        "because",
        Recall(f"{match['what']} {match['noun']}{'은' if match['noun'] != '이유' else '는'} 무엇인가요?", match["why"]),
        "reason",
    )


def cause(found: Statement, extract: Extract) -> Asked | None:
    """X는 Y라서 Z다.  →  X는 Z다. 왜 그럴까요?"""
    match = re.match(
        r"^(?P<subject>[^,.]{1,40}?[은는])\s(?P<why>[^,.]{3,60}?(?:(?<!에)서|므로|기 때문에)),?\s"
        r"(?P<what>[^,.]{2,90}(?:다|요))\.?$",
        found.text.strip(),
    )
    if not match or _DANGLING.match(match["subject"]):
        return None
    return Asked(
        "because", Recall(f"{match['subject']} {match['what']}. 왜 그럴까요?", f"{match['why']}."), "reason", 0.8
    )


def not_but(found: Statement, extract: Extract) -> Asked | None:
    """X는 A하는 것이 아니라 B한다.  →  X는 A하는 것이 아니에요. 그럼 어떤가요?"""
    match = re.match(
        r"^(?P<subject>[^,.]{1,40}?[은는])\s(?P<wrong>[^,.]{2,70}?)(?P<particle>이|가|게)\s아니라,?\s(?P<right>[^.]{3,120})\.?$",
        found.text.strip(),
    )
    if not match or _DANGLING.match(match["subject"]):
        return None
    stem = f"{match['subject']} {match['wrong']}{match['particle']} 아니에요. 그럼 어떤가요?"
    return Asked("instead", Recall(stem, f"{match['right']}."), "contrast")


_NO_REASON = re.compile(r"^(?:즉|먼저|말할 필요|굳이|다시 말해|우선)")
_ORDERS = re.compile(r"(?:세요|십시오|봅시다|해야 합니다|것입니다|있습니다)$")


def that_is_why(found: Statement, extract: Extract) -> Asked | None:
    """X. 그래서 Y.  →  Y. 왜 그럴까요?"""
    match = re.match(
        r"^(?P<why>[^.]{6,120}다)\. (?:그래서|따라서) (?P<what>[^.]{6,110}(?:다|요))\.?$", found.text.strip()
    )
    if match and (_NO_REASON.match(match["why"]) or _ORDERS.search(match["what"])):
        return None
    if not match or _DANGLING.match(match["why"]) or _DANGLING.match(match["what"]):
        return None
    return Asked("that-is-why", Recall(f"{match['what']}. 왜 그럴까요?", f"{match['why']}."), "reason", 0.8)


FORMS_KO: tuple[Form, ...] = (that_is_why, reason_named, not_but, cause)
