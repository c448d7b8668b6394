"""Gate: about the language or the tool, not about the names that the lesson made up for its example."""

import re
from functools import lru_cache

from mediaquiz.language.codenames import is_file_of_an_example, made_up, told_made_up
from mediaquiz.model.candidate import Candidate
from mediaquiz.model.item import ItemType
from mediaquiz.model.lesson import Lesson, Role
from mediaquiz.model.same import Same
from mediaquiz.model.stages import Scene
from mediaquiz.model.views import answer_text, prompt

_CODE = re.compile(r"`(?P<code>[^`]+)`(?! (?:argument|parameter|option|flag|keyword|attribute)\b)")
_NAME = re.compile(r"&?(?:mut )?(?P<name>[A-Za-z_][\w./-]*?)(?:\([^()]*\))?")
_INTERNAL = re.compile(r"_[a-z]\w+")
"""A name that code keeps to itself."""
_WORD = re.compile(r"[A-Za-z_]\w*")


def gate(candidate: Candidate, scene: Scene) -> str | None:
    """Refuses questions and answers that name a function, a variable, a table or a file of an example.

    What the lesson sets in its title or in a heading is what it teaches. The author's own questions may use them.
    """
    if candidate.item.type is ItemType.PRACTICE or candidate.item.proposed:
        return None
    asked, answer = prompt(candidate.item.content), answer_text(candidate.item.content)
    own = _own(Same(scene.extract.lesson))
    told = asked if answer.startswith("(") else f"{asked} {answer}"
    if any(_is_own(found["code"], own) for found in _CODE.finditer(told)) or answer.strip("`.") in own:
        return "it speaks of a name that an example made up"
    return None


def _is_own(code: str, own: frozenset[str]) -> bool:
    found = _NAME.fullmatch(code)
    if found is None:
        return False
    name = found["name"]
    return name in own or is_file_of_an_example(name) or _INTERNAL.fullmatch(name) is not None


@lru_cache(maxsize=2)
def _own(of: Same[Lesson]) -> frozenset[str]:
    """The names that the code of a lesson defines, but for those in its headings."""
    lesson = of.value
    named = (made_up(block.text) if block.role is Role.CODE else told_made_up(block.text) for block in lesson.blocks)
    names = frozenset().union(*named)
    heads = {word for block in lesson.blocks for head in block.path for word in _WORD.findall(head)} if names else set()
    return names - heads - frozenset(_WORD.findall(lesson.title))
