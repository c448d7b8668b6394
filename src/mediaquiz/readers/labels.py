"""Labels at the head of a line that say what the line is."""

import re

_GIST = re.compile(
    r"^.{0,12}?(?:한\s*줄(?:로)?\s*(?:정리|요약|말하면)|요약\s*한\s*줄|한마디로|요약하면|tl;?dr"
    r"|in (?:one|a) (?:line|sentence|nutshell)|(?:the )?gist"
    r"|bottom line)\s*(?:\([^()]{1,20}\))?\s*[:：—-]\s*(?P<text>\S.*)$",
    re.IGNORECASE,
)


def is_gist(line: str) -> bool:
    """Whether a line is labelled as the lesson in one line."""
    return _GIST.match(line) is not None


def gist_text(line: str) -> str:
    """A labelled gist without its label; any other line as it is."""
    found = _GIST.match(line)
    return found["text"] if found else line
