"""Questions on Korean definitions: for the term where the lesson itself names it, else for the meaning."""

import re

from mediaquiz.generate.asked_ko import stated
from mediaquiz.generate.english import strip_stop
from mediaquiz.language.korean import josa
from mediaquiz.model.concept import Definition
from mediaquiz.model.item import Recall, Short
from mediaquiz.model.lesson import Role
from mediaquiz.text import squash

_LONGEST = 110
_GENUS = re.compile(
    r"(?:것|일|원리|방법|방식|말|값|과정|기술|도구|단위|비율|능력|성질|현상|관계|물질|기관|장치|작업|기법|구조"
    r"|체계|작용)$"
)
_NAMES = "무엇이라고 하나요?"


def question(found: Definition) -> tuple[str, Recall | Short]:
    """The recipe and the question."""
    text = strip_stop(found.text)
    if found.verb == "called":
        return "definition-term", Short(f"{stated(text)} {josa(found.noun, '을')} {_NAMES}", found.term, found.aliases)
    if found.verb == "which":
        return "definition-term", Short(f"{josa(text, '은')} 무엇인가요?", found.term, found.aliases)
    if found.verb == "named" and not _tells(text, found.term) and len(text) <= _LONGEST:
        return "definition-term", Short(f"{josa(text, '을')} {_NAMES}", found.term, found.aliases)
    if found.verb == "is" and _tells_term(found, text):
        return "definition-term", Short(f"{josa(text, '을')} {_NAMES}", found.term, found.aliases)
    if phrase := re.match(
        r"^(?P<phrase>.+[^다요])(?:입니다|이에요|예요|이다|[을를] (?:의미|뜻|말)(?:합니다|한다|해요))$", text
    ):
        text = phrase["phrase"]
    if text.endswith(("다", "요")):
        return "term-definition", Recall(f"{josa(found.term, '은')} 어떤 일을 하나요?", stated(text))
    return "term-definition", Recall(f"{josa(found.term, '은')} 무엇인가요?", text)


def _tells(text: str, term: str) -> bool:
    """Whether a meaning gives its term away: the whole of it, or each of its words."""
    told = squash(text)
    return squash(term) in told or all(word in told for word in squash(term).split())


def _tells_term(found: Definition, text: str) -> bool:
    """Whether the meaning of a listed term is a phrase that could stand in its place."""
    listed = found.place.block.role in {Role.LIST, Role.GLOSSARY, Role.DEFINITION}
    whole = not re.search(r"(?:다|요|[)지니기음함])$", text) and len(text) <= _LONGEST
    return listed and whole and _GENUS.search(text) is not None and squash(found.term) not in squash(text)
