"""Site furniture on a saved page: by kind of line, never by site.

What a line of furniture tells of the lesson (its number, its minutes, its tags) goes to ``Meta``; the line itself
leaves the text.
"""

import re

from mediaquiz.readers.raw import Meta

_LESSON_OF = re.compile(
    r"^(?:lesson|lecture|chapter|unit|module|part|레슨|강)\s*#?0*(\d{1,4})\s*(?:of|/)\s*0*(\d{1,4})\b(?P<rest>.*)$",
    re.I,
)
_MINUTES = re.compile(r"^[~≈약]?\s*(\d{1,3})\s*(?:min(?:ute)?s?|분)(?: read)?\b\.?\s*(?:[·•|,]\s*(?P<tags>.+))?$", re.I)
_KINDS: dict[str, str] = {
    "points of a game": r"level\s*\d+\W*\w*|[\d,]+\s*/\s*[\d,]+\s*xp\b.*|[\d,]+\s*xp\b.*|\d+\s*%\s*complete.*"
    r"|.*\bxp\s+to\s+(?:go|(?:the\s+)?next\s+level)\b.*|.*\b\d+\s*/\s*\d+\s*(?:lessons?|achievements?|badges?)\b.*"
    r"|(?:streak|badges?|achievements?)\W*\d*|mark\s+(?:as\s+)?(?:complete|done|read)d?.*|progress\s+is\s+.*",
    "account": r".*\b(?:sign|log)\s*in\s+to\b.*|(?:log|sign)\s*(?:in|up|out)|subscribe\b.{0,60}"
    r"|로그인.*|.*로그인해\s*주세요.*|.*로그인\s*필요.*|회원\s*가입.*",
    "navigation": r"(?:previous|next|prev|back)(?:\s+(?:lesson|page|chapter|track))?\W*|[←‹«].{0,60}|back\s+to\s+top"
    r"|(?:previous|prev)\b.{0,60}\bnext\b.{0,60}|skip\s+to\s+(?:main\s+)?content|toggle\s+\w+|(?:main\s+)?menu"
    r"|home(?:\s*[>›/].*)?|search(?:\s*…|\.\.\.)?|(?:이전|다음)\s*(?:글|강의|레슨|페이지).{0,40}|목차(?:로)?|맨\s*위로.*",
    "comments": r"\d+\s+(?:comments?|likes?|views?|replies)|leave\s+a\s+(?:comment|reply)|be\s+the\s+first\s+to\b.*"
    r"|no\s+comments\s+yet.*|댓글.*|.*답글\s*알림.*|아직\s*댓글이.*|.*첫\s*댓글을.*|조회(?:수)?\s*\d+.*|좋아요\s*\d*",
    "feedback": r"report\s+(?:a\s+)?(?:bug|problem|issue).*|was\s+this\s+(?:page|lesson)\s+helpful.*"
    r"|(?:edit|view)\s+(?:this\s+)?(?:page|source|on\s+github)\b.*|.*(?:버그를|오류를|오타를)\s*발견.*|.*문제\s*신고.*"
    r"|.*피드백이\s*있으.*",
    "sharing": r"share(?:\s+(?:this|on)\b.*)?|tweet|copy\s+link|print|공유(?:하기)?",
    "imprint": r"(?:©|\(c\)|copyright\b).*|all\s+rights\s+reserved.*|.*\bcookies?\b.*\b(?:accept|use)\b.*|저작권.*"
    r"|last\s+(?:updated|modified)\b.*|published\b.{0,40}",
}
_LINE = re.compile("|".join(f"(?:{pattern})" for pattern in _KINDS.values()), re.IGNORECASE)
_HEAD_NAMES = re.compile(
    r"^(?:[A-Z](?:\.[A-Z])+\.?|stream|courses?|lessons?|learn|academy|blog|docs|home|dashboard)$", re.I
)
_TAIL = re.compile(r"^(?:progress|comments?(?: \(?\d+\)?)?|댓글(?: ?\d+)?)$", re.IGNORECASE)


def is_furniture(line: str) -> bool:
    """Whether a line is site furniture whatever stands around it."""
    return len(line) < 200 and _LINE.fullmatch(line.strip()) is not None


def strip(lines: list[str]) -> tuple[list[str], Meta]:
    """The lines with furniture made empty (so line numbers stay), and what the furniture told of the lesson."""
    meta = Meta()
    kept = list(lines)
    head = _read_head(kept, meta)
    tail = _tail_start(kept)
    for at, line in enumerate(kept):
        if at >= tail or (at >= head and is_furniture(line)):
            kept[at] = ""
    return kept, meta


def _read_head(lines: list[str], meta: Meta) -> int:
    """Empties the page's head, which ends with the last line of game or lesson data among the first lines."""
    prose = (at for at, line in enumerate(lines) if len(line) > 120 or (len(line) > 60 and line.rstrip()[-1:] in ".!?"))
    limit = min(len(lines), 25, next(prose, 25))
    marks = [at for at in range(limit) if _head_mark(lines[at].strip(), meta)]
    if not marks:
        return 0
    end = marks[-1] + 1
    names = [at for at in range(end) if at not in marks and lines[at].strip() and not is_furniture(lines[at])]
    if meta.number is not None:  # the title stands after "Lesson 3 of 10"; what stands before it is the site's name
        place = next(at for at in marks if _LESSON_OF.match(lines[at].strip()))
        names = [at for at in names if at > place]
    names = [at for at in names if not _HEAD_NAMES.match(lines[at].strip())]
    if names:
        meta.title = lines[names[0]].strip()
    for at in range(end):
        lines[at] = ""
    return end


def _head_mark(line: str, meta: Meta) -> bool:
    if found := _LESSON_OF.match(line):
        meta.number, meta.of = int(found[1]), int(found[2])
        return True
    if found := _MINUTES.match(line):
        meta.minutes = int(found[1])
        if found["tags"]:
            meta.tags = tuple(tag.strip() for tag in re.split(r"[,·]", found["tags"]) if tag.strip())
        return True
    return bool(line) and is_furniture(line)


def _tail_start(lines: list[str]) -> int:
    """Where the page's tail begins: a progress or comments heading after which nothing but furniture stands."""
    for at, line in enumerate(lines):
        if _TAIL.match(line.strip()):
            rest = [other for other in lines[at + 1 :] if other.strip()]
            if sum(1 for other in rest if is_furniture(other)) * 2 >= len(rest):
                return at
    return len(lines)
