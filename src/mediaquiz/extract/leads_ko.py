"""Korean lists with a sentence in front that counts or names what follows: ``모델은 두 부분으로 이루어집니다:``."""

import re

from mediaquiz.extract.sentences import sentences
from mediaquiz.model.lesson import Block, Entry, Role

_LEADS = re.compile(
    r"(?:두|세|네|다섯|여섯|[2-6]) ?(?:가지|개|단계|종류|곳|부분)|(?:다음|아래)(?:과|와) 같(?:다|습니다|아요|은|이)"
    r"|(?<![가-힣])(?:다음|아래)[은는] |[은는] 다음(?:을|으로|이) "
)
_MOST, _FEWEST = 6, 2
_LONGEST_NAME, _LONGEST_POINT, _MOST_POINTS = 30, 70, 3
_BRACKETS = re.compile(r"\s*\([^()]*\)$")
_SIDE = re.compile(
    r"^(?:(?P<owner>\S.{0,28}?)의? )?(?P<side>증상|징후|원인|해결책|해결 방법|대처 방법|예방법|특징|특성|장점"
    r"|단점|이점|한계|종류|유형"
    r"|구성 요소|구성요소|원칙|규칙|조건|요소|역할|기능)$"
)
"""A heading or label that tells what the entries below it are to something: ``녹의 원인``."""
_OWNER = re.compile(r"^[가-힣A-Za-z][^.,:?!()]{0,24}$")
_CAUSES = re.compile(r"^이는 (?:여러|다양한|몇) 가지 (?:이유|원인)(?:로|으로)")
_TRIM = re.compile(r"^\d{1,2}[.)]\s*|^[^\w가-힣]+|[\s:：*]+$")
_WHOLE = re.compile(r"[다요]\.?$|[.?!:]$|세요$")
_SENTENCE = re.compile(r"[다요]\.?$|[.?!:]$|(?:세요|기)$")


def led(block: Block, above: Block | None) -> tuple[str, str]:
    """The lead and the entries, a line each, and the same in the lesson's own words; empty where one is missing."""
    if block.role not in {Role.LIST, Role.DEFINITION} or not _FEWEST <= len(block.entries) <= _MOST:
        return "", ""
    lead = _lead(block, above)
    told = lead.rstrip(" :.：") if _LEADS.search(lead) else _side_of(block, above)
    names = _names(block) if told else ()
    if not names:
        return "", ""
    quote = "\n".join([*([lead] if told in lead else []), *(entry.text for entry in block.entries)])
    return "\n".join([told, *names]), quote


def _names(block: Block) -> tuple[str, ...]:
    """The names of the entries, or what a few of them say; none where they are long, or speak to the reader."""
    names = tuple(_BRACKETS.sub("", entry.label or entry.text).strip(" :*") for entry in block.entries)
    no_name = _SENTENCE if not all(entry.label for entry in block.entries) else _WHOLE
    if not any(len(name) > _LONGEST_NAME or no_name.search(name) for name in names):
        return names
    names = tuple(entry.text.strip() for entry in block.entries)
    fit = all(len(name) <= _LONGEST_POINT and _POINT.search(name) for name in names)
    return names if len(names) <= _MOST_POINTS and fit else ()


_POINT = re.compile(r"[다요]\.$|[음함임됨짐남김옴둠춤름]$|[가-힣]{2}(?<![다요까])$")


def _side_of(block: Block, above: Block | None) -> str:
    """What a heading or a label in front of a list says that it lists, as a lead: ``녹의 원인에는 다음이 있다``."""
    if block.path and _CAUSES.match(_lead(block, above)):
        owner = _TRIM.sub("", block.path[-1])
        return f"{owner}의 원인에는 다음이 있다" if _OWNER.match(owner) else ""
    label = above.text if above and above.role is Role.PROSE and above.path == block.path else ""
    names = [*block.path, *([label] if label and len(label) <= _LONGEST_NAME else [])]
    if label and len(names) == len(block.path):
        return ""
    found = _SIDE.match(_TRIM.sub("", names[-1])) if names else None
    if not found:
        return ""
    owner = found["owner"] or (_TRIM.sub("", names[-2]) if len(names) > 1 else "")
    return f"{owner}의 {found['side']}에는 다음이 있다" if _OWNER.match(owner) else ""


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
