"""Site furniture on a saved page: by kind of line, never by site.

What a line of furniture tells of the lesson (its number, its minutes, its tags) goes to ``Meta``; the line itself
leaves the text.
"""

import re

from mediaquiz.readers import heads, repeated, sections
from mediaquiz.readers.furniture import is_counter_line, is_furniture
from mediaquiz.readers.raw import Meta

_COMMENTS = re.compile(
    r"^(?:(?:comments?|replies|discussion)(?: ?\(?\d+\)?)?|\d+ (?:comments?|replies)|댓글(?: ?\d+개?)?)\W*$",
    re.IGNORECASE,
)
_PROGRESS = re.compile(r"^(?:(?:your )?progress|진도|진행 상황)\W*$", re.IGNORECASE)
_GLUED = re.compile(r"(?<=[.!?。])(?P<close>[\"”’')\]]?)(?P<name>(?=[A-Z가-힣])[^\s.!?。:\"”]{3,30})\s*$")
_ENDS_WORD = re.compile(r"[a-z가-힣0-9][.!?。][\"”’')\]]?$")


def strip(lines: list[str], known: frozenset[str] = frozenset()) -> tuple[list[str], Meta]:
    """The lines with furniture made empty (so line numbers stay), and what the furniture told of the lesson.

    ``known`` are lines that other pages of the course have as well, masked.
    """
    meta = Meta()
    shared = repeated.furniture(lines, known)
    kept = ["" if at in shared and not heads.tells(line.strip(), Meta()) else line for at, line in enumerate(lines)]
    head = heads.read(kept, meta)
    tail = _tail_start(kept)
    for at, line in enumerate(kept):
        if at >= tail or (at >= head and is_furniture(line)):
            kept[at] = ""
    _empty_last_counters(kept)
    _unglue(kept)
    return kept, meta


def _tail_start(lines: list[str]) -> int:
    """Where the page's tail begins.

    What readers wrote stands after a comments heading, up to the end of the page unless a section of the lesson
    follows; a progress heading begins the tail when at least half of what follows is furniture.
    """
    for at, line in enumerate(lines):
        comments, progress = _COMMENTS.match(line.strip()), _PROGRESS.match(line.strip())
        rest = [other for other in lines[at + 1 :] if other.strip()] if comments or progress else []
        if comments and not any(_is_section(other) for other in rest):
            return at
        if progress and sum(1 for other in rest if is_furniture(other)) * 2 >= len(rest):
            return at
    return len(lines)


def _is_section(line: str) -> bool:
    return line.startswith("#") or (len(line) < 60 and sections.opens_content(line))


def _empty_last_counters(lines: list[str]) -> None:
    """The lines of counters and short links that end a page: ``12 likes · share``, ``Streak: 2 · Badges: seedling``."""
    for at in reversed(range(len(lines))):
        if not lines[at].strip():
            continue
        if not is_counter_line(lines[at]):
            return
        lines[at] = ""


def _unglue(lines: list[str]) -> None:
    """A site's name that is glued to the page's last sentence goes: ``… the end.SITENAME``."""
    last = next((at for at in reversed(range(len(lines))) if lines[at].strip()), None)
    if last is None or not (found := _GLUED.search(lines[last])):
        return
    kept = lines[last][: found.start()] + found["close"]
    if _ENDS_WORD.search(kept):
        lines[last] = kept
