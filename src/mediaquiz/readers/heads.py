"""The head of a saved page: site name, breadcrumbs, number, minutes, tags, points, and the title among them."""

import re
from collections.abc import Callable

from mediaquiz.readers import labels
from mediaquiz.readers.furniture import is_furniture
from mediaquiz.readers.raw import Meta

_LONGEST_HEAD = 25
_UNIT = r"(?:lesson|lecture|chapter|unit|module|part|page|day|week|session|episode|레슨|강의)"
_POSITIONS = (
    re.compile(rf"^{_UNIT}\s*#?0*(?P<number>\d{{1,4}})\s*(?:of|/)\s*0*(?P<of>\d{{1,4}})$", re.IGNORECASE),
    re.compile(
        r"^제?\s*0*(?P<number>\d{1,4})\s*(?:강|과|회|화|장|차시)\s*/\s*(?:총\s*)?0*(?P<of>\d{1,4})\s*(?:강|과|회|화|장|차시)?$"
    ),
    re.compile(r"^0*(?P<number>\d{1,4})\s*(?:of|/)\s*0*(?P<of>\d{1,4})$", re.IGNORECASE),
    re.compile(
        r"^(?P<track>(?:unit|module|part|track|week|book|chapter)\s*\d{1,3}),\s*(?:page|lesson|section|day|chapter)\s*"
        r"0*(?P<number>\d{1,4})$",
        re.IGNORECASE,
    ),
    re.compile(rf"^{_UNIT}\s*#?0*(?P<number>\d{{1,4}})$", re.IGNORECASE),
    re.compile(r"^제?\s*0*(?P<number>\d{1,4})\s*(?:강|과|회|차시)$"),
)
_MINUTES = re.compile(
    r"^[~≈]?\s*(?:약|about|ca\.?)?\s*(?P<minutes>\d{1,3})\s*(?:min(?:ute)?s?\.?|분)(?:\s*(?:read|소요))?$",
    re.IGNORECASE,
)
_TAGS = re.compile(r"^(?:tags?|topics?|태그)\s*:\s*(?P<tags>.+)$", re.IGNORECASE)
_GAME = re.compile(
    r"^(?:level|lvl|레벨)\s*\d.*$|^[\d,]+(?:\s*/\s*[\d,]+)?\s*(?:xp|points?|pts|점|badges?|achievements?|lessons?|ribbons?"
    r"|stars?|coins?)\b.*$|^.*(?:until|to) (?:the )?(?:next )?level\b.*$|^(?:조회|좋아요|공감)(?:수)?\s*[\d,]+$"
    r"|^\d+\s*%.*$",
    re.IGNORECASE,
)
_CRUMBS = re.compile(r"^(?:(?:course )?home|dashboard|courses?|홈|처음)\s*[>›/»].*$", re.IGNORECASE)
_CRUMB = re.compile(r"\s[>›/»]\s")
_SIGN = re.compile(r"^[^\w\s#~≈<←‹«◀◂-]+\s+")
"""A picture before a part: "⏱ 6 min"."""
_SITE_NAMES = re.compile(
    r"^(?:[A-Z](?:\.[A-Z0-9])+\.?|stream|courses?|lessons?|learn|academy|blog|docs|home|dashboard|배움터|강의실)$",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[.!?。]$")


def read(lines: list[str], meta: Meta) -> int:
    """Empties the page's head, tells ``meta`` what it says, and gives the number of its lines.

    The head ends with the last line of game or lesson data among the first lines. The title stands after the
    lesson's number, else before it; the other names of the head are the site's.
    """
    limit = _limit(lines)
    marks = [at for at in range(limit) if tells(lines[at].strip(), meta)]
    if not marks:
        return 0
    end = marks[-1] + 1
    place = next((at for at in marks if _tells_position(lines[at].strip())), None)
    inside = [at for at in range(end) if at not in marks and _is_name(lines[at])]
    title = _title(lines, end, inside, place)
    if title is not None:
        meta.title = lines[title].strip()
        lines[title] = ""
    for at in range(end):
        lines[at] = ""
    return end


def _limit(lines: list[str]) -> int:
    """The lines before the first prose and before the lesson's gist."""
    for at, line in enumerate(lines[:_LONGEST_HEAD]):
        prose = len(line) > 120 or (len(line) > 60 and _SENTENCE.search(line.rstrip()) is not None)
        if prose or labels.is_gist(line):
            return at
    return min(len(lines), _LONGEST_HEAD)


def _title(lines: list[str], end: int, inside: list[int], place: int | None) -> int | None:
    """The line of the title: in the head after the lesson's number, else right below the head, else before it."""
    after = [at for at in inside if place is None or at > place]
    below = next((at for at in range(end, len(lines)) if lines[at].strip()), None)
    if place is not None and after:
        return after[0]
    if below is not None and _could_be_title(lines, below):
        return below
    return inside[-1] if inside else None


def _could_be_title(lines: list[str], at: int) -> bool:
    line = lines[at].strip()
    short = len(line) <= 90 and len(line.split()) <= 14 and not re.search(r"[.,;:]$", line)
    return short and not labels.is_gist(line) and not line.startswith(("#", "-", "•", "*")) and not is_furniture(line)


def _is_name(line: str) -> bool:
    bare = line.strip()
    return bool(bare) and not is_furniture(line) and not _SITE_NAMES.match(bare) and not _CRUMBS.match(bare)


def _parts(line: str) -> list[str]:
    parts = (_SIGN.sub("", part.strip()) for part in re.split(r"\s*[·|•]\s*|\s+[—–-]\s+", line))
    return [part for part in parts if part]


def _tells_position(line: str) -> bool:
    crumbs = _CRUMB.split(line)[-1:] if _CRUMBS.match(line) else []
    return any(_read_position(part, Meta()) for part in (line, *_parts(line), *crumbs))


def tells(line: str, meta: Meta) -> bool:
    """Whether a line is data of the lesson or of the game around it; what it says goes to ``meta``."""
    if not line or len(line) > 110:
        return False
    if _CRUMBS.match(line) or is_furniture(line):
        _read_parts(line, meta)
        _read_position(_CRUMB.split(line)[-1].strip(), meta)
        return True
    return _read_parts(line, meta)


def _read_parts(line: str, meta: Meta) -> bool:
    if _read_position(line, meta):
        return True
    head, _, rest = line.partition(" / ")
    if rest and _read_minutes(head.strip(), meta):
        _add_tags(rest, meta)
        return True
    parts = _parts(line)
    known = [any(reader(part, meta) for reader in _READERS) for part in parts]
    timed = next((at for at, part in enumerate(parts) if _MINUTES.match(part)), None)
    if timed is not None and timed + 1 < len(parts) and not known[timed + 1]:
        _add_tags(parts[timed + 1], meta)
    return any(known)


def _read_position(part: str, meta: Meta) -> bool:
    for pattern in _POSITIONS:
        if found := pattern.match(part):
            groups = found.groupdict()
            if meta.number is None:
                meta.number = int(groups["number"])
                meta.of = int(groups["of"]) if groups.get("of") else None
                meta.track = meta.track or (groups.get("track") or "").strip()
            return True
    return False


def _read_minutes(part: str, meta: Meta) -> bool:
    found = _MINUTES.match(part)
    if found and meta.minutes is None:
        meta.minutes = int(found["minutes"])
    return found is not None


def _read_tags(part: str, meta: Meta) -> bool:
    found = _TAGS.match(part)
    if found:
        _add_tags(found["tags"], meta)
    return found is not None


def _read_game(part: str, meta: Meta) -> bool:
    return _GAME.match(part) is not None


_READERS: tuple[Callable[[str, Meta], bool], ...] = (_read_position, _read_minutes, _read_tags, _read_game)


def _add_tags(text: str, meta: Meta) -> None:
    if not meta.tags:
        meta.tags = tuple(tag.strip() for tag in re.split(r"[,·]", text) if tag.strip())
