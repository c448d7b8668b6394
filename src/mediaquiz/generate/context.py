"""What stands above a question that names nothing of its lesson: the lesson's title, else a heading of its section.

A card comes up weeks after its lesson, between cards of others, and readers refuse more questions for want of a context
than for anything else. A title above claims nothing, as "In X, …" in front would, and shows of what the question is.
"""

import re
from collections.abc import Iterable, Iterator

from mediaquiz.generate.english import upper_first
from mediaquiz.generate.field import block_at
from mediaquiz.generate.worth import content_words
from mediaquiz.model.candidate import Candidate
from mediaquiz.model.frozen import replace
from mediaquiz.model.item import Choice, ListAll, Recall, Short
from mediaquiz.model.lesson import Lesson
from mediaquiz.model.views import answer_text, options, prompt
from mediaquiz.text import has_hangul

_ASKED_OF = (Recall, Short, Choice, ListAll)
_NUMBER = re.compile(
    r"^\W*(?:(?:chapter|lesson|part|unit|module|week|day|제) ?)?\d+(?:\.\d+)*(?:장|강|주차|단원)?[.:)]?\s+|^\W+",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"^(?:an? )?(?:(?:brief |short |gentle |quick )?(?:introduction|intro|overview|guide) (?:to|of)|introducing"
    r"|(?:the )?basics of|getting started with|working with|understanding|exploring|all about|more (?:on|about)) ",
    re.IGNORECASE,
)
_SUBTITLE = re.compile(r"\s*[:|–—]\s+|\s+-\s+")
_SAYS_NOTHING = re.compile(
    r"(?:the |basic |an? )?(?:introduction|overview|summary|conclusions?|background|basics|key \w+|what|how|why"
    r"|when|who|where|getting|read|more|further|next|using this|about|first|second|third|fourth"
    r"|last|another|stages|steps|parts|terms|words"
    r"|definitions?|examples?|terminology|welcome|exercises?|min read|materials?|(?:\w+ )?schedule"
    r"|best practices|tips|troubleshooting\b.*|exploring further|resources|setup|installation|prerequisites"
    r"|before (?:we|you)|putting it)\b|.*[?!`$<>={}()\[\]/\\]|\w+ \d+$|.*\b(?:quiz|assessment)\b"
    r"|(?:소개|개요|요약|정리|들어가|시작|마무리|마치|결론|서론|배경|정의|용어|핵심|목표|학습|이 (?:장|글|절|레슨)"
    r"|좀 더|무엇|어떻게|왜|감사)|.*(?:퀴즈|환영|이해도|봅시다|보기|예시|예제|란|까요|인가|는가|나요)(?!\S)",
    re.IGNORECASE,
)
"""Headings that name no subject."""
_IN_CONTEXT = re.compile(r"^(?:In|With|According to|For|On|Of) [^,?]{2,60}, |^[^,?]{2,40}에서[는의]? ")
_MOST_WORDS, _MOST_LETTERS = 6, 48
_SHORT = 4
"""Words of a longest answer that a word of the heading may tell."""
_ALIKE = 5
"""Letters that words of one family begin with: "train" and "training"."""
_HANGUL = re.compile(r"[가-힣]{2,}")
_STEM = 2
"""Syllables by which a Korean word is known again, whatever particle follows."""


def in_context(candidates: Iterable[Candidate], lesson: Lesson) -> Iterator[Candidate]:
    """The candidates, each with a context where its question shares no word with the lesson's title."""
    for one in candidates:
        told = _context(one, lesson) if isinstance(one.item.content, _ASKED_OF) else ""
        yield replace(one, item=replace(one.item, context=told)) if told else one


def _context(candidate: Candidate, lesson: Lesson) -> str:
    """The title, else the outermost heading above the question that says of what it is; empty where none is needed.

    Korean questions get the title only: readers took the heading of a section for a condition of what is asked.
    """
    item = candidate.item
    stem = prompt(item.content)
    if _IN_CONTEXT.match(stem) or _shared(lesson.title, stem):
        return ""
    told = (answer_text(item.content), *options(item.content))
    headings = _path(candidate, lesson) if item.lang == "en" else ()
    for head in map(_bare, (lesson.title, *headings)):
        if _names_subject(head, item.lang) and not any(_tells(head, text) for text in told):
            return "" if _shared(head, stem) else head
    return ""


def _names_subject(head: str, lang: str) -> bool:
    short = len(head) <= _MOST_LETTERS and len(head.split()) <= _MOST_WORDS
    readable = lang != "en" or not has_hangul(head)
    return bool(short and readable and not _SAYS_NOTHING.match(head) and any(_words(head)))


def _shared(head: str, text: str) -> bool:
    """Whether a text holds a word of a heading that carries meaning."""
    latin = {*content_words(head)} & {*content_words(text)}
    return bool(latin) or any(word[:_STEM] in text for word in _HANGUL.findall(head))


def _tells(head: str, answer: str) -> bool:
    """Whether a heading holds a word of a short answer, or two of a long one."""
    if len(answer.split()) > _SHORT:
        return len({*content_words(head)} & {*content_words(answer)}) > 1
    heads = {word[:_ALIKE] for word in content_words(head.replace("-", " "))}
    return any(word[:_ALIKE] in heads for word in content_words(answer.replace("-", " "))) or _shared(head, answer)


def _words(head: str) -> Iterator[str]:
    yield from content_words(head)
    yield from _HANGUL.findall(head)


def _bare(head: str) -> str:
    """A heading without its number, "Introduction to" and what stands behind a colon."""
    whole = _NUMBER.sub("", head).strip()
    opening = _OPENING.match(whole)
    subject = upper_first(whole[opening.end() :]) if opening else whole
    return _SUBTITLE.split(subject)[0].strip(" #*_")


def _path(candidate: Candidate, lesson: Lesson) -> tuple[str, ...]:
    """The headings above the place of a candidate."""
    block = block_at(candidate.span.start, lesson)
    return block.path if block else ()
