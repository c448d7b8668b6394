"""Gate: about the subject, not about the course, the page or its furniture."""

import re
from collections.abc import Set

from mediaquiz.gates.size import LONGEST_QUOTE
from mediaquiz.language.cues import cues
from mediaquiz.model.candidate import Candidate
from mediaquiz.model.item import ItemType
from mediaquiz.model.stages import Scene
from mediaquiz.model.views import answer_text, options, prompt
from mediaquiz.text import has_hangul

_COURSE = re.compile(
    r"\b(?:this|the (?:whole |rest of (?:the|this) )?|our|next|previous|later|every|all \w+ |each) ?"
    r"(?:course|lesson|lessons|chapter|chapters|tutorial|workshop|episode)s?\b"
    r"|\b(?:this|our|next|previous|later|all \w+|rest of (?:the|this)) (?:track|module|class|series|unit)(?:e?s)?\b"
    r"|\bthe (?:track|module|class|series)\b(?! (?:of|in|that|which|for|to|from|with|on|name|is|has|object)\b)"
    r"|\beverything (?:that|which) (?:follows|comes)|\b(?:later|earlier) in (?:this|the) |\bmental model\b.*\bkey to\b"
    r"|\baccording to (?:the|this) (?:text|passage|article|author|reading|page|section|video|lecture|material)\b"
    r"|\b(?:mentioned|stated|described|listed|discussed|covered|given) (?:in|by) (?:the|this) (?:text|passage|article"
    r"|page|author|section|material|lecture)\b|\bdoes the (?:text|passage|author|article|page) \w+"
    r"|\b(?:the|this) (?:passage|excerpt|author) (?:says?|mentions?|states?|suggests?|recommends?|describes?)\b"
    r"|\bin the (?:story|scenario|anecdote|case study)\b|\bthe linked\b|\bsetup page\b"
    r"|\b(?:is|are|was|were) cited\b|\bthe reader (?:is|should|must|will|can)\b"
    r"|\bdoes the (?:summary|introduction|conclusion|intro|recap|gist|takeaways?)\b"
    r"|\b(?:last|previous|next|first) (?:\d+|two|three|four|few|several) (?:lessons|modules|chapters|sections|units)\b"
    r"|\bat the (?:end|top|bottom|beginning) of the page\b|(?:본문|지문|글)에 (?:따르면|의하면)"
    r"|\bdiscuss with (?:your|a) (?:neighbou?r|partner|class)"
    r"|다음 차례|잠시 후|나중에 자세히|자세히 (?:다루|다룹|알아|살펴|설명)|면책 조항|번역되었"
    r"|\b(?:lessons?|tracks?|modules?) \d+|\d+\s*(?:레슨|강(?![가-힣])|트랙)"
    r"|(?:이번|다음|지난|이) (?:강의|레슨|코스|과정|시간)",
    re.IGNORECASE,
)
_CUES = frozenset(
    "course courses lesson lessons track tracks module modules class classes series chapter chapters tutorial tutorials"
    " workshop workshops episode episodes unit units section sections everything later earlier mental according"
    " mentioned stated described listed discussed covered given text passage article author page excerpt summary"
    " introduction conclusion intro recap gist takeaway takeaways discuss"
    " story scenario anecdote case linked cited reader page setup".split()
)
"""Of these, one stands in whatever English ``_COURSE`` finds."""
_FURNITURE = re.compile(
    r"\b\d+\s*/\s*\d+\s*(?:xp|lessons?)\b|\b\d+ ?xp\b|\bsign in\b|\blog ?in\b.*\bto\b"
    r"|\bcookies\b.*\baccept\b|댓글|로그인|"
    r"\ball rights reserved\b|©",
    re.IGNORECASE,
)
_OF_FURNITURE = ("xp", "lesson", "sign in", "log", "cookies", "댓글", "로그인", "rights", "©")
_SHOWN_CUES = ("above", "below")
_SHOWN = re.compile(
    r"\b(?:the|this|a) (?P<noun>video|image|picture|photo|slide|sketchnote)s? (?:\w+ )?(?:above|below)\b", re.IGNORECASE
)
_CHAPTERS = re.compile(
    r"(?-i:\bThe (?:[A-Z]\w+ )+(?:and (?:The )?(?:[A-Z]\w+ )+)?)(?:will |should |can )?(?:help (?:us |you )?(?:to )?)?"
    r"(?:clarif|explain|explor|discuss|cover|introduce|address|examine|look)",
    re.IGNORECASE,
)
"""Chapters of the book, by their names, and what they do."""

_OURS = re.compile(
    r"\bour (?:own )?(?:lessons?|courses?|materials?|workshops?|team|website|page)\b"
    r"|\b(?:later|earlier) in (?:this|the next) (?:chapter|section|lesson|unit|course|module)\b"
    r"|\bwe will (?:discuss|cover|return|come back|look at)\b"
    r"|^\W*(?:this|the following) (?:\w+ ){0,4}?"
    r"(?:feature|box|article|video|tutorial|page|post|guide|book|paper|link)\b",
    re.IGNORECASE,
)
"""Who made the page, and where it leads."""
_TASK = re.compile(
    r"^\W*(?:(?:watch|visit|see|read|open|click|listen to) (?:this|the|these|our)\b"
    r"|do some research|discuss (?:with|in)\b|think about (?:how|what|why)\b)",
    re.IGNORECASE,
)
"""What the page asks its reader to do."""


_UNIT = re.compile(
    r"It (?:introduces|covers|walks|explores|discusses|teaches|demonstrates|explains how"
    r"|shows (?:a (?:minimal|simple|basic|complete|full) example|how [^.]* can be used))\b"
)
"""What a page says of another that it links to: "DDIM inversion" shows how it can be used."""


def speaks_of_course(text: str) -> bool:
    """Whether a text speaks of the course, the lesson or its author."""
    return _speaks_of_course(text, cues(text))


def _speaks_of_course(text: str, told: Set[str]) -> bool:
    return (has_hangul(text) or not _CUES.isdisjoint(told)) and _COURSE.search(text) is not None


def gate(candidate: Candidate, scene: Scene) -> str | None:
    """Refuses what speaks of the course, and any trace of the site around the page."""
    content = candidate.item.content
    parts = (prompt(content), answer_text(content), *options(content))
    text = " ".join(parts)
    low = text.lower()
    if any(map(low.__contains__, _OF_FURNITURE)) and _FURNITURE.search(text):
        return "it holds furniture of the page"
    if candidate.item.type is not ItemType.PRACTICE and _speaks_of_course(text, frozenset().union(*map(cues, parts))):
        return "it is about the course"
    if _UNIT.match(answer_text(content)) and candidate.item.source and not candidate.item.proposed:
        return "it tells what a page is about"
    quote = candidate.item.source.quote[:LONGEST_QUOTE] if candidate.item.source else ""
    if candidate.item.proposed and _CHAPTERS.search(quote):
        return "its quote speaks of other chapters"
    if candidate.item.proposed and _OURS.search(quote):
        return "its quote speaks of those who made the page, or of another"
    if candidate.item.proposed and _TASK.match(quote):
        return "its quote sets the reader a task"
    shown = _SHOWN.finditer(quote) if any(map(quote.lower().__contains__, _SHOWN_CUES)) else ()
    if any(found["noun"].lower() in low for found in shown):
        return "it is about something that the page shows"
    return None
