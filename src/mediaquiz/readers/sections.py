"""What a heading promises: the section names that courses use, in English and Korean, by kind."""

import re
from functools import lru_cache

from mediaquiz.model.lesson import Role

_NAMES: tuple[tuple[Role, str], ...] = (
    (
        Role.TAKEAWAYS,
        r"(?:the )?(?:key |main |core )?(?:take-?aways?|points?|ideas|lessons learned)(?: to remember)?"
        r"|key concepts(?: and summary)?|(?:(?:in|chapter|section|lesson) )?summary|(?:in )?(?:short|brief)"
        r"|(?:quick )?recap|what (?:you|we)(?:'ve)? (?:have )?learned"
        r"|(?:(?:what|things|points) )?(?:to )?remember"
        r"|tl;?dr|(?:핵심|주요) ?(?:정리|요약|포인트|내용|요점|사항)"
        r"|요점(?: ?정리)?|요약|정리|배운 (?:것|내용)|오늘의 정리|기억할 것|마무리",
    ),
    (
        Role.OBJECTIVES,
        r"(?:learning )?(?:objectives?|goals?|outcomes?)|what you(?:'ll| will) learn|questions|학습 ?목표|목표",
    ),
    (
        Role.EXERCISE,
        r"(?:practice )?(?:exercises?|assignments?|challenges?|homework|practice|tasks?)(?: \d+)?"
        r"|try (?:it|this)(?: yourself| out)?|your turn|hands[- ]on|for (?:the|this|next) week(?: ahead)?"
        r"|(?:now )?you try"
        r"|do it yourself|연습(?: ?문제)?|과제|실습|해 ?보기|직접 해 ?보기",
    ),
    (
        Role.REFERENCES,
        r"(?:external )?(?:links|references|resources|sources|citations|bibliography)|(?:further|more) reading"
        r"|read (?:on|more)|(?:go|look|learn) (?:further|deeper|more)|see also|credits|acknowledge?ments?"
        r"|참고(?: ?(?:자료|문헌|링크))?|출처|더 (?:보기|알아보기|읽기|읽을거리)|외부 링크",
    ),
    (Role.GLOSSARY, r"glossary|(?:key )?(?:terms|vocabulary|terminology)|용어(?: ?(?:정리|집|해설))?"),
    (
        Role.OUTLINE,
        r"(?:course |lesson |class )?(?:outline|overview of (?:the|this) (?:course|class)|syllabus|curriculum|agenda"
        r"|contents|table of contents|roadmap)|(?:what's|what is|coming up|up) next"
        r"|next (?:lesson|track|chapter|steps?)|커리큘럼|목차|다음 (?:강의|레슨|시간|단계)",
    ),
    (
        Role.LOGISTICS,
        r"prerequisites?|set-?up|installation|before you (?:begin|start)|getting started|requirements|materials"
        r"|schedule|instructor notes?|what (?:to (?:buy|bring|install)|you(?:'ll| will)? need)|shopping list"
        r"|how to (?:take part|participate|join|use this (?:course|page|site))|how (?:it all|this (?:course"
        r"|class)) works"
        r"|준비물?|설치|사전 준비",
    ),
    (Role.CHROME, r"progress|comments?(?: \(\d+\))?|discussion|share|댓글(?: \d+)?|진도|진행 상황|related posts?"),
)
_PATTERNS = tuple((role, re.compile(rf"(?:{names})", re.IGNORECASE)) for role, names in _NAMES)
_TRIM = re.compile(r"^[\W\d_]+|\s*\([^()]*\)\W*$|[\W_]+$")
_COURSE_WORDS = re.compile(
    r"\b(?:by the end of|in|of|about|throughout|rest of) (?:this|the) (?:course|class|track|module|series)\b"
    r"|\bthis (?:course|class|track|module|series)\b|\bcoming (?:lessons|tracks|modules|units|weeks|chapters)\b"
    r"|이 (?:강의|코스|과정)(?:에서|는|의)",
    re.IGNORECASE,
)


_LONGEST = 120


@lru_cache(maxsize=1024)
def kind_of(heading: str) -> Role | None:
    """The role that a section of this name has as a whole, or None when the name is about the subject."""
    if len(heading) > _LONGEST:
        return None
    name = _TRIM.sub("", heading.replace("’", "'"))
    for role, pattern in _PATTERNS:
        if pattern.fullmatch(name):
            return role
    return Role.OUTLINE if _COURSE_WORDS.search(heading) else None


def opens_content(line: str) -> bool:
    """Whether a line opens a section that belongs to the lesson itself: key points, an exercise, a glossary."""
    return kind_of(line) in {Role.TAKEAWAYS, Role.EXERCISE, Role.GLOSSARY}
