"""The language or tool that a lesson with code is about, put in front of a question that lacks nothing else."""

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import replace
from functools import lru_cache

from mediaquiz.generate.asked import Asked
from mediaquiz.generate.english import lower_first
from mediaquiz.model.candidate import Candidate
from mediaquiz.model.concept import Extract
from mediaquiz.model.item import Recall, Short
from mediaquiz.model.lesson import Block, Lesson, Role
from mediaquiz.model.same import Same
from mediaquiz.model.views import answer_text

_CODE = re.compile(r"^(?P<fence>`{3,}|~{3,}).*?^(?P=fence)|`[^`\n]*`|\[[^\]\n]*\]\([^)\n]*\)|<[^>\n]*>", re.M | re.S)
_NAME = re.compile(r"(?<=[a-z,] )(?P<name>[A-Z][A-Za-z0-9+#]{1,15})(?=[ ,.;:?!)]|$)", re.MULTILINE)
_USED = re.compile(
    r"\b(?:in|using|with|into|tells?|telling|lets?|asks?|runs?|running|learn|use|via|why|how|when|whether) "
    r"(?P<name>[A-Z][A-Za-z0-9+#]{1,15})\b"
)
_FENCE = re.compile(r"^(?:`{3,}|~{3,}) ?\{?\.?(?P<language>[a-z+#]+)", re.MULTILINE | re.IGNORECASE)
_LANGUAGES = {
    "sql": "SQL", "python": "Python", "py": "Python", "rust": "Rust", "make": "Make", "makefile": "Make", "r": "R",
    "java": "Java", "javascript": "JavaScript", "js": "JavaScript", "typescript": "TypeScript", "c": "C", "cpp": "C++",
    "go": "Go", "ruby": "Ruby", "php": "PHP", "html": "HTML", "css": "CSS", "julia": "Julia", "matlab": "MATLAB",
}  # fmt: skip
_OF_ONE_FIELD = frozenset(("SQL", "Make", "HTML", "CSS", "JavaScript", "TypeScript", "Rust"))
"""What is learnt where it is shown; a general language may only be the means of another field."""
_FEW = 2
_NO_TOOL = frozenset(
    "Chapter Section Figure Table Listing Example Exercise Lesson Episode Part Appendix Equation Eq January February"
    " March April May June July August September October November December Monday Friday America Europe Africa Asia"
    " English French German Dutch Spanish Italian Portuguese Russian Chinese Japanese Korean Latin Greek Arabic Hindi"
    " Polish Swedish Turkish Windows Mac Linux Dr Mr Ms Mrs Prof I You We It The This A An In If".split()
)
_OFTEN, _USES, _AHEAD = 4, 2, 1.3
_ASKS = re.compile(r"^(?:What|How|Why|Which|When|Where) |^[A-Z][^?]*[.] Why\?$")
_OTHER = re.compile(
    r"(?<!^)(?<![.] )\b[A-Z][a-z]+|\d|[\"“”]|\b(?:line|example|output|file|this|these|it|them|they)\b"
    r"|\byour (?!code\b|function|type|data\b)|\b(?:the|your|that) (?:program|script)\b"
    r"|\b(?:of|in|on|from|for|is|are) that\b"
    r"|^What (?:can|do) you do (?:when|if)\b|^What else\b|^\w+ly, |\bstand for\b|\b(?:run|execute|call|start)s? the\b"
)
"""What only an example has."""
_SHARE, _TOOLS_SHARE = 1.4, 5.0
"""Mentions in a thousand words that show a lesson to be about its language, or its tool; else it is but the means."""
_TOOL = re.compile(r"[A-Z][a-z]+(?:[A-Z][a-z]+)*")
"""No abbreviation: those name models and methods, too."""
_OTHERS_TOO = re.compile(r"`|\b[A-Z]{2,}")
"""What shows of what a question is: a command, an abbreviation; beside a tool stand others."""
_CAMEL = re.compile(r"(?<!\w)[A-Z][a-z]+[A-Z]\w+")


def field(lesson: Lesson) -> str:
    """The name that a lesson uses most, and uses as one uses a tool: "in Python"; empty where none leads.

    Without code only a name such as "OpenOffice" in the title shows that there is a tool.
    """
    return _field_of(Same(lesson))


@lru_cache(maxsize=2)
def _field_of(of: Same[Lesson]) -> str:
    lesson = of.value
    if any(block.role is Role.CODE for block in lesson.blocks):
        name = _leading(lesson.text)
        if not _is_tool(name, lesson):
            return ""
        means = name in _LANGUAGES.values() and name not in _OF_ONE_FIELD and _share(name, lesson.text) < _SHARE
        return "" if means else name
    named = _CAMEL.search(lesson.title)
    return named[0] if named and _leading(lesson.text) == named[0] else ""


def _is_tool(name: str, lesson: Lesson) -> bool:
    """Whether a name may be one of a tool: a language, joined words ("GitHub"), a heading's word, or a command."""
    if name in _LANGUAGES.values() or name[1:] != name[1:].lower():
        return True
    return _is_named_or_run(name, lesson)


def _is_named_or_run(name: str, lesson: Lesson) -> bool:
    """Whether a heading of the lesson has the name, or a line of code begins with it."""
    if any(_names(name, head) for head in {lesson.title, *(head for block in lesson.blocks for head in block.path)}):
        return True
    return re.search(rf"(?:^|[`$>]) *{re.escape(name.lower())}\b", lesson.text, re.MULTILINE) is not None


def _leading(text: str) -> str:
    """The name that a text uses most as one uses a tool."""
    prose = _CODE.sub(" ", text)
    tags = Counter(_LANGUAGES.get(found["language"].lower(), "") for found in _FENCE.finditer(text))
    del tags[""]
    shown = next((name for name, count in tags.most_common(1) if count >= _FEW), "")
    if shown and (shown in _OF_ONE_FIELD or _names(shown, prose)):
        return shown
    used = Counter(found["name"] for found in _USED.finditer(prose))
    names = Counter(found["name"] for found in _NAME.finditer(prose) if found["name"] not in _NO_TOOL)
    ranked = [(name, count) for name, count in names.most_common() if used[name] >= _USES]
    if not ranked or ranked[0][1] < _OFTEN or (len(ranked) > 1 and ranked[0][1] < _AHEAD * ranked[1][1]):
        return ""
    return ranked[0][0]


@lru_cache(maxsize=16)
def _share(name: str, text: str) -> float:
    """How often a name comes in a thousand words of the prose."""
    prose = _CODE.sub(" ", text)
    return 1000 * len(re.findall(rf"(?<![\w+]){re.escape(name)}(?![\w+])", prose)) / max(1, len(prose.split()))


def names_field(text: str, lesson: Lesson) -> bool:
    """Whether a question names the lesson's tool: "In Python, …"."""
    name = field(lesson)
    return name != "" and name in text and _names(name, text)


def _names(name: str, text: str) -> bool:
    return re.search(rf"(?<![\w+]){re.escape(name)}(?![\w+])", text) is not None


_SENTENCE = 5
"""An answer of fewer words that begins with the name would be told by it."""


_DEFINES = frozenset(("term-definition", "definition-term", "is-a", "are-a", "called", "gloss"))
_REFERS = re.compile(r" refers? to\?$")


def _is_of(name: str, asked: Asked, stem: str, block: Block | None, lesson: Lesson) -> bool:
    """Whether what is asked holds in the tool or language of its lesson.

    Beside a tool a lesson defines other things ("a software architecture"), and a general language is often the means
    of showing what others have, too: the paragraph, a heading above it or the title must speak of it.
    """
    defines = asked.form.removeprefix("statement-") in _DEFINES or _REFERS.search(stem)
    if name in _OF_ONE_FIELD or (not defines and (name in _LANGUAGES.values() or _leads(name, lesson))):
        return True
    told = (lesson.title, *block.path, block.text) if block else (lesson.title,)
    return any(name.lower() in words.lower() for words in told)


def _leads(name: str, lesson: Lesson) -> bool:
    return _share(name, lesson.text) >= _TOOLS_SHARE


def in_its_field(asked: Asked, extract: Extract, block: Block | None) -> Asked | None:
    """The question with the lesson's tool in front; None where it has it, or speaks of an example's own things."""
    name, content = field(extract.lesson), asked.content
    if not name or not isinstance(content, Recall | Short) or not _ASKS.match(content.stem):
        return None
    if not _is_of(name, asked, content.stem, block, extract.lesson):
        return None
    answer = answer_text(content)
    gives = answer.startswith(name) and len(answer.split()) < _SENTENCE
    if _names(name, content.stem) or gives or _OTHER.search(content.stem):
        return None
    if name not in _LANGUAGES.values() and (
        not _TOOL.fullmatch(name) or _OTHERS_TOO.search(content.stem) or f"`{name.lower()} " in answer
    ):
        return None
    stem = lower_first(content.stem, extract.lesson)
    return None if stem[:1].isupper() else replace(asked, content=replace(content, stem=f"In {name}, {stem}"))


def in_its_language(asked: Asked, extract: Extract, block: Block | None) -> Asked | None:
    """The question with the language or tool that its lesson is about in front: another one has another answer."""
    name = field(extract.lesson)
    about = name in _LANGUAGES.values() or (name and _leads(name, extract.lesson))
    return in_its_field(asked, extract, block) if about else None


_AUTHORS_OWN = frozenset(("posed", "solved", "exercise"))


def placed(candidate: Candidate, extract: Extract) -> Candidate:
    """A candidate of any generator, its question put into the language or the tool of its lesson."""
    asked = Asked(
        candidate.item.source.recipe if candidate.item.source else "", candidate.item.content, candidate.aspect
    )
    if asked.form in _AUTHORS_OWN or not field(extract.lesson):
        return candidate
    line = candidate.span.start if candidate.span else 0
    told = in_its_language(asked, extract, block_at(line, extract.lesson))
    return replace(candidate, item=replace(candidate.item, content=told.content)) if told else candidate


def block_at(line: int, lesson: Lesson) -> Block | None:
    """The block that a line stands in, or the last one above it."""
    at = bisect_right(_starts(Same(lesson)), line)
    return lesson.blocks[at - 1] if at else None


@lru_cache(maxsize=2)
def _starts(of: Same[Lesson]) -> list[int]:
    """The lines where the blocks of a lesson begin, none before the one above it."""
    starts, last = [], 0
    for block in of.value.blocks:
        last = max(last, block.span.start)
        starts.append(last)
    return starts
