"""Asides about other pages: "as shown in Listing 3", "(see Chapter 4)", "; we'll cover it later".

A sentence without them says the same of its field.
"""

import re

from mediaquiz.language.cues import cues
from mediaquiz.text import cut_opening

_NUMBERED = r"(?:Listing|Chapter|Section|Figure|Fig\.|Table|Equation|Example|Exercise|Appendix|Episode|Lesson|Unit)"
_WHERE = (
    rf"(?:{_NUMBERED}s? [\dA-Z][\w.-]*\w|{_NUMBERED} [\dA-Z]"
    r"|(?:the|an?) (?:previous|next|last|following|earlier|later|other|coming|upcoming) "
    r"(?:sections?|chapters?|lessons?|episodes?|units?|parts?|pages?)"
    rf"|{_NUMBERED}(?: @ref\([^()]*\))?(?=[,.;:)]|$)|(?:the )?“[^”]+”(?: (?:section|chapter|part|page))?)"
)
_PLACE = rf"{_WHERE}(?: (?:of|in|and|or) {_WHERE})?"
_TOLD = (
    r"(?:shown|seen|described|discussed|mentioned|illustrated|depicted|explained|defined|introduced|noted|covered"
    r"|annotated|demonstrated|learned)"
)
_TELL = rf"(?:{_TOLD}|see|saw|learnt|mention|discuss|cover|describe|show|explain)"
_WE = r"(?:we|you|I)(?:['’](?:ll|ve)| will| have| can| shall)?"
_SHALL_TELL = (
    r"(?:we|you|I)(?:['’](?:ll|ve)| will| shall| have)(?: \w+ly| also| then| first| only| just)? "
    r"(?:be )?(?:cover|discuss|see|look|talk|explain|learn|introduce|describe|explore|return|come|get|meet|go|dive|show"
    r"|touch|study|examine)(?:ed|ing|n)?\b"
)
_CUES = frozenset(
    "listing chapter section figure fig table equation example appendix episode lesson unit previous next earlier later"
    " before above below saw seen discussed mentioned ll ve will shall have see more covered".split()
)
_AS_TOLD = (
    rf"as (?:{_WE} |(?:is|are|was|were) )?(?:already |also |previously |just )?{_TELL}"
    rf"(?: (?:earlier|above|below|before|later|here))?(?: (?:in|with|by|for|on) {_PLACE})?"
)
_OPENS = re.compile(rf"^(?:(?:in fact|indeed|for example), )?{_AS_TOLD}, (?=\S)", re.IGNORECASE)
_ASIDES = (
    re.compile(rf", (?:as|like) in {_PLACE}(?=[,.;:]|$)"),
    re.compile(rf",? (?:just |much )?{_AS_TOLD}(?=[,.;:]|$)"),
    re.compile(
        rf",? (?:(?:that|which) (?:is |are |was |were |(?:we|you|I)(?:['’]ve| have| had)? )"
        rf"|(?<!we )(?<!you )(?<!I )(?<!is )(?<!are )(?<!was )(?<!were )(?<!be )(?<!been ))"
        rf"{_TOLD} (?:earlier|above|in {_PLACE})(?=[ ,.;:]|$)"
    ),
    re.compile(
        rf" \((?:see|as in|as {_TELL}|more on|more about|covered|discussed|shown|like we|as (?:we|you)|{_SHALL_TELL}"
        rf"|which {_SHALL_TELL})[^()]*\)"
    ),
    re.compile(
        rf", (?:(?:a|an|the) (?:[\w-]+ ){{1,3}}(?:(?:which|that) )?|which |that ){_SHALL_TELL}[^,;:.]*(?=[,.;]|$)"
    ),
    re.compile(rf"(?:;|, (?:and|but|so|though)|: | —) ?{_SHALL_TELL}[^.;]*(?=[.;]|$)"),
)
_FEWEST = 4
"""Words that a sentence keeps; what has fewer was an aside altogether."""


def without_asides(sentence: str) -> str:
    """The sentence without what it says of other pages; a sentence that speaks of nothing else stays as it is."""
    if _CUES.isdisjoint(cues(sentence)):
        return sentence
    text = cut_opening(_OPENS, sentence)
    text = text[:1].upper() + text[1:] if text != sentence else text
    for aside in _ASIDES:
        text = aside.sub("", text)
    if text == sentence:
        return sentence
    return text if len(text.split()) >= _FEWEST and not _HANGS.search(text) else sentence


_HANGS = re.compile(r"(?:\b(?:is|are|was|were|be|been|that|which|as|and|or|but|in|of|the|an?)|,) ?[.,;:]?$")
"""What no sentence ends with: then the aside was part of what is said."""
