"""The rules of a Markdown parser that can find something in a text: the others are not asked at every line of it."""

import re

_MARKS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("table", re.compile(r"\|")),
    ("blockquote", re.compile(r">")),
    ("fence", re.compile(r"`{3}|~{3}")),
    ("lheading", re.compile(r"\n[ \t>]*(?:=+|-+)[ \t]*(?=\n|\Z)")),
    ("deflist", re.compile(r"\n[ \t>]*[:~][ \t]")),
    ("html_block html_inline autolink", re.compile(r"<")),
    ("footnote_def footnote_inline footnote_ref footnote_tail", re.compile(r"\[\^|\^\[")),
    ("reference", re.compile(r"\]:")),
    ("math_block math_inline", re.compile(r"\$")),
    ("strikethrough", re.compile(r"~")),
    ("image", re.compile(r"!\[")),
    ("entity", re.compile(r"&")),
    ("escape", re.compile(r"\\")),
)
"""Rules, and the mark without which they find nothing."""


def idle(text: str) -> tuple[str, ...]:
    """The rules that have nothing to find in a text."""
    return tuple(rule for rules, mark in _MARKS if not mark.search(text) for rule in rules.split())
