"""The rules of a Markdown parser that can find something in a text: the others are not asked at every line of it."""

import re

_MARKS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("table", ("|",)),
    ("blockquote", (">",)),
    ("fence", ("```", "~~~")),
    ("html_block html_inline autolink", ("<",)),
    ("footnote_def footnote_inline footnote_ref footnote_tail", ("[^", "^[")),
    ("reference", ("]:",)),
    ("math_block math_inline", ("$",)),
    ("strikethrough", ("~",)),
    ("image", ("![",)),
    ("entity", ("&",)),
    ("escape", ("\\",)),
)
"""Rules, and the marks of which they find nothing without one."""
_LINES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("lheading", re.compile(r"\n[ \t>]*(?:=+|-+)[ \t]*(?=\n|\Z)")),
    ("deflist", re.compile(r"\n[ \t>]*[:~][ \t]")),
)
"""Rules, and how a line below another begins without which they find nothing."""


def idle(text: str) -> tuple[str, ...]:
    """The rules that have nothing to find in a text."""
    unmarked = (rules for rules, marks in _MARKS if not any(map(text.__contains__, marks)))
    return (*" ".join(unmarked).split(), *(rule for rule, line in _LINES if not line.search(text)))
