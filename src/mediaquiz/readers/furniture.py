"""Lines that belong to the site around a lesson: their kinds, in English and Korean."""

import re

_THING = r"(?:lessons?|achievements?|badges?|ribbons?|chapters?|units?|pages?|points?|pts|xp|stars?|coins?|gems?|점)"
_ACCOUNT = r"(?:sign|log)(?:ged)?[ -]?(?:in|up)"
_KINDS: dict[str, str] = {
    "points of a game": rf"(?:level|lvl|레벨)\s*\d+\W*\w*|(?:level|lvl|레벨)\s*\d+\b.{{0,20}}[·|].*"
    rf"|[\d,]+\s*/\s*[\d,]+\s*(?:xp|점|points?)\b.*|[\d,]+\s*xp\b.*|\d+\s*%\s*complete.*"
    rf"|.*\bxp\s+to\s+(?:go|(?:the\s+)?next\s+level)\b.*|\W*\d+\s*(?:/|of)\s*\d+\s*{_THING}\b.{{0,60}}"
    r"|(?:streak|badges?|achievements?)\W*\d*|streak\s*:.*|mark\s+(?:as\s+)?(?:complete|done|read)d?.*|progress\s+is\s+.*"
    r"|(?:your\s+)?progress\s+(?:stays|lives|will\s+be)\b.*|진도(?:는|가)\s.*|.*다음\s*레벨까지.*",
    "account": rf".*\b{_ACCOUNT}\s+to\b.*|{_ACCOUNT}|subscribe\b.{{0,60}}"
    rf"|need\s+an\s+account\b.*|.*\b{_ACCOUNT}\b.{{0,40}}\b(?:points|progress|account|save)\b.*"
    r"|.*로그인\s*(?:하|해|필요|후).{0,20}(?:기록|저장|댓글|기기|이어|주세요|필요|써\s*보).*|로그인\W*|.*\(로그인\s*필요\).*"
    r"|로그인\s*(?:댓글|후|하고).{0,60}|회원\s*가입.*",
    "navigation": r"(?:previous|next|prev|back)(?:\s+(?:lesson|page|chapter|track))?\W*|[←‹«◀◂].{0,90}|.{0,60}[›»▶▸]"
    r"|back\s+to\s+top|(?:previous|prev)\b.{0,60}\bnext\b.{0,60}|skip\s+to\s+(?:main\s+)?content|toggle\s+\w+"
    r"|(?:main\s+)?menu|home(?:\s*[>›/].*)?|search(?:\s*…|\.\.\.)?|next\s+(?:lesson|chapter|page|unit|up|time)\s*:.*"
    r"|(?:이전|다음)\s*(?:글|강의|레슨|페이지|강)(?:\s*:.*|\W*)|목차(?:로)?|맨\s*위로.*",
    "comments": r"\d+\s+(?:comments?|likes?|views?|replies)|leave\s+a\s+(?:comment|reply)|be\s+the\s+first\s+to\b.*"
    r"|no\s+comments\s+yet.*|댓글.*|.*답글\s*알림.*|아직\s*댓글이.*|.*첫\s*(?:번째\s*)?댓글.*|조회(?:수)?\s*\d+.*"
    r"|(?:좋아요|공감)\s*\d*|.*새\s*댓글\s*알림.*",
    "feedback": r"report\s+(?:a\s+)?(?:bug|problem|issue|mistake).*|was\s+this\s+(?:page\s+|lesson\s+)?helpful.*"
    r"|(?:edit|view)\s+(?:this\s+)?(?:page|source|on\s+github)\b.*|.*(?:버그를|오류를|오타를)\s*발견.*|.*문제\s*신고.*"
    r"|.*피드백이\s*있으.*|.*(?:틀린|잘못된|이상한)\s*(?:곳|점|내용|부분)을?\s*(?:알려|찾으|발견|보셨).*"
    r"|도움이\s*(?:필요하|되었).{0,40}",
    "advertising": r"advertisements?|sponsored(?: content)?|광고",
    "sharing": r"share(?:\s+(?:this|on)\b.*)?|tweet|copy\s+link|print(?:\s+this)?|공유(?:하기)?",
    "imprint": r"(?:©|\(c\)|copyright\b).*|all\s+rights\s+reserved.*|.*\bcookies?\b.*\b(?:accept|use)\b.*|저작권.*"
    r"|last\s+(?:updated|modified)\b.*|(?:published|posted)\b(?!.*[.!?]$).{0,60}",
}
_LINE = re.compile("|".join(f"(?:{pattern})" for pattern in _KINDS.values()), re.IGNORECASE)
_ARROWED = re.compile(r"^\W*(?:\S+\s*){1,6}[›»▶▸]$")
_PART = re.compile(
    r"\W*(?:\d[\d,.]*\s*%?(?:\s*\w+){0,4}|(?:print|share|report|save|like|follow|edit|공감|공유|신고|좋아요|의견|제보)\b.{0,30}"
    r"|(?:streak|badges?|points?|level|rank|score)\b.{0,30}|[^.:]{1,24}:\s.{0,20}|contents|[\W\d_]+)",
    re.IGNORECASE,
)
_LONGEST = 200


def is_furniture(line: str) -> bool:
    """Whether a line is site furniture whatever stands around it."""
    bare = line.strip()
    if len(bare) >= _LONGEST or not _LINE.fullmatch(bare):
        return False
    return bare[-1] not in "›»▶▸" or bare[0] in "←‹«◀◂" or _ARROWED.match(bare) is not None


def is_counter_line(line: str) -> bool:
    """Whether a line that ends a page is a row of counters and links, set apart by ``·`` or ``|``."""
    if is_furniture(line):
        return True
    if len(line) > _LONGEST:
        return False
    parts = re.split(r"\s+[·|•▪]\s+", line.strip())
    return (
        len(line) < 120 and len(parts) > 1 and sum(_PART.fullmatch(part) is not None for part in parts) * 2 > len(parts)
    )
