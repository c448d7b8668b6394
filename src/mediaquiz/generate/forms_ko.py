"""Forms of Korean sentences that turn into a question safely; see ``forms`` for the English ones."""

import re

from mediaquiz.generate.asked import Asked, Form
from mediaquiz.model.concept import Extract, Statement
from mediaquiz.model.item import ListAll, Recall

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


_WHY = r"(?P<why>[^,.]{3,90}?(?:기 때문에|(?<!으)므로|으므로|(?<!에)라서|(?<![에여면])어서|해서|아서))"
_END = r"(?:다|요)"
_SHORT_WHY = re.compile(
    rf"^(?P<subject>(?!이는|그는)[^,. ]+(?: [^,. ]+)?[은는])\s(?P<why>[^,. ]+[이가] [^,. ]+서),?\s(?P<what>[^,. ]+(?: "
    rf"[^,. ]+){{0,2}}{_END})\.?$"
)
"""A reason of two words, noun and verb, leaves no doubt what belongs to it."""
_TOPIC = re.compile(r"[은는이가]\s")


def cause(found: Statement, extract: Extract) -> Asked | None:
    """Y 때문에, X다.  →  X다. 왜 그럴까요?  Only where a comma shows which clause a word belongs to."""
    text = found.text.strip()
    match = re.match(rf"^{_WHY},\s(?P<what>[^,.]{{6,100}}{_END})\.?$", text)
    subject = ""
    if short := _SHORT_WHY.match(text):
        return Asked(
            "because", Recall(f"{short['subject']} {short['what']}. 왜 그럴까요?", f"{short['why']}."), "reason", 0.8
        )
    if not match:
        match = re.match(
            rf"^(?P<subject>[^,. ]+(?: [^,. ]+){{0,2}}[은는])\s{_WHY},\s(?P<what>[^,.]{{4,90}}{_END})\.?$", text
        )
        if not match or _TOPIC.search(match["what"]):
            return None
        subject = f"{match['subject']} "
    if _DANGLING.match(text) or _DANGLING.match(match["what"]) or (not subject and not _TOPIC.search(match["what"])):
        return None
    why = re.sub(r"기 때문에$", "기 때문이에요", match["why"])
    return Asked("because", Recall(f"{subject}{match['what']}. 왜 그럴까요?", f"{why}."), "reason", 0.8)


_IF = re.compile(rf"^(?P<when>[^,.]{{4,70}}[가-힣]면),\s(?P<what>[^,.]{{6,110}}{_END})\.?$")
_ORDERED = re.compile(r"(?:세요|십시오|봅시다|시다|보자|하자)$")


def condition(found: Statement, extract: Extract) -> Asked | None:
    """X하면, Y다.  →  X하면 어떻게 되나요?"""
    match = _IF.match(found.text.strip())
    if not match or _DANGLING.match(match["when"]) or _ORDERED.search(match["what"]) or _NOT_IF.search(match["when"]):
        return None
    return Asked("condition", Recall(f"{match['when']} 어떻게 되나요?", f"{match['what']}."), "effect", 0.8)


_NOT_IF = re.compile(r"(?:하려면|으려면|려면|반면|자면|말하면|보면|예를 들면|라면|이라면)$")
_USED = re.compile(
    r"^(?P<subject>[^,.]{2,40}[은는])\s(?P<what>[^,.]{4,90}?(?:에|데))\s(?:주로 |널리 |자주 )?(?P<verb>사용|활용"
    r"|이용)(?:됩니다"
    r"|된다"
    r"|돼요)\.?$"
)


def used_for(found: Statement, extract: Extract) -> Asked | None:
    """X는 Y하는 데 사용된다.  →  X는 어디에 사용되나요?"""
    match = _USED.match(found.text.strip())
    if not match or _DANGLING.match(match["subject"]):
        return None
    return Asked(
        "used-for", Recall(f"{match['subject']} 어디에 {match['verb']}되나요?", f"{match['what']}."), "purpose", 0.75
    )


_THERE_ARE = re.compile(
    r"^(?P<what>[^,.]{2,50}에는)\s(?P<members>[^.]{6,140}?)\s?(?:등)?[이가]\s있(?:다|습니다|어요)\.?$"
)


def members(found: Statement, extract: Extract) -> Asked | None:
    """X에는 A, B, C가 있다.  →  X에는 무엇이 있나요?"""
    match = _THERE_ARE.match(found.text.strip())
    if not match or _DANGLING.match(match["what"]):
        return None
    named = [
        part.strip()
        for part in re.split(r",\s*(?:그리고\s)?|\s및\s|(?<=[가-힣])[와과]\s", match["members"])
        if part.strip()
    ]
    if not 2 <= len(named) <= 6 or any(len(name) > 30 for name in named):
        return None
    return Asked(
        "members", ListAll(f"{match['what']} 무엇이 있나요?", tuple(named), tuple(() for _ in named)), "parts", 0.75
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


FORMS_KO: tuple[Form, ...] = (that_is_why, reason_named, not_but, cause, condition, used_for, members)
