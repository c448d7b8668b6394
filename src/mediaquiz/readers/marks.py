"""What both Markdown and web pages write in a line of text: raised letters, formulas, marks glued to Korean words."""

import re

from mediaquiz.text import one_line

_ORDINAL = re.compile(r"(?:st|nd|rd|th|er|e|o|a|[®™©*†])")
_FENCED = re.compile(r"\s*(?:\\[\[(]|\$\$?)(.*?)(?:\\[\])]|\$\$?)\s*", re.DOTALL)


def raised(text: str, tag: str) -> str:
    """A raised (``sup``) or lowered (``sub``) text in a line: ``10<sup>6</sup>`` is 10^6, never 106."""
    bare = text.strip()
    if not bare or _ORDINAL.fullmatch(bare) or (tag == "sub" and bare.isdigit()):
        return bare
    return f"_{bare}" if tag == "sub" else f"^{bare}"


def is_formula(text: str) -> bool:
    """Whether a text is one formula between its marks and nothing else."""
    return _FENCED.fullmatch(text) is not None


def formula(text: str, *, display: bool = False) -> str:
    """TeX, with or without marks around it, between dollars; empty when there is none."""
    fenced = _FENCED.fullmatch(text)
    bare = one_line(fenced[1] if fenced else text)
    marks = "$$" if display else "$"
    return f"{marks}{bare}{marks}" if bare else ""


_WORD_ENDS = re.compile(r"(?:[은는을를및와의에인된한할는런]|[다요]\.)$")


def joins_words(before: str, term: str) -> bool:
    """Whether a Korean term set off by marks runs into the word before it: ``구성 요소는*고밀도 블록*``."""
    return "가" <= term[:1] <= "힣" and len(term) > 1 and _WORD_ENDS.search(before) is not None


_BOLD, _END = "\ue010", "\ue011"
_BRACKETED = re.compile(rf"\[{_BOLD}([^{_BOLD}{_END}]*){_END}\]|\({_BOLD}([^{_BOLD}{_END}]*){_END}\)")
_NAMES = 4
"""A bold name in round brackets is an alias; more words than these are a passage that the author marks."""


def bold(text: str) -> str:
    """A bold text, marked for ``unbracketed``."""
    return f"{_BOLD}{bare(text)}{_END}"


def bare(text: str) -> str:
    """The text without the marks of ``bold``."""
    return text.replace(_BOLD, "").replace(_END, "")


def unbracketed(text: str) -> tuple[str, frozenset[str]]:
    """The text without marks, and without brackets that hold nothing but one bold passage; the passages are no terms.

    Authors of books that become slides write ``[**so**]`` around what a slide shows.
    """
    phrases: set[str] = set()

    def freed(found: re.Match[str]) -> str:
        inside = found[1] if found[1] is not None else found[2]
        few = len(inside.split()) < _NAMES
        if not few:
            phrases.add(inside.strip(" .:"))
        return f"({inside})" if found[2] is not None and few else inside

    return (bare(_BRACKETED.sub(freed, text)), frozenset(phrases)) if _BOLD in text else (text, frozenset())
