"""Words of a sentence that only show the reader round the page: "as the figure shows", "in the figure"."""

import re
from functools import lru_cache

from mediaquiz.extract.asides import without_asides
from mediaquiz.text import cut_opening

_FIGURE = r"(?:the|this|that) (?:figure|table|diagram|picture)(?: (?:above|below))?"
_DRAWN = r"(?:the|this|that) (?:figure|(?:table|diagram|picture) (?:above|below))"
"""A place in a picture, or in a table, may be what a sentence is about."""
_TOLD = r"(?:shown|seen|described|discussed|mentioned|illustrated|depicted|explained|defined|introduced|given|noted)"
_PLACES = rf"(?:{_FIGURE}|above|below|earlier|before)"
_OPENS = re.compile(
    rf"^(?:as (?:(?:we|you) (?:can see|have seen|saw|will see|(?:have )?(?:mentioned|discussed)) )?(?:already )?"
    rf"(?:{_TOLD} )?(?:in |by )?{_PLACES}|as {_FIGURE} (?:shows|illustrates)), ",
    re.IGNORECASE,
)
_SHOWN_THAT = re.compile(
    r"^(?:the|this) (?:figure|table|plot|graph|diagram|visualization|chart|picture)(?: (?:above|below))? "
    r"(?:\w+ly |also )*(?:shows?|demonstrates?|illustrates?|confirms?|suggests?|reveals?|indicates?) that "
    r"|^(?:(?:in fact|recently|then|later|also), )?(?:theoretically )?(?:(?-i:have|has) )?(?:also )?(?-i:found"
    r"|shown|showed"
    r"|proved|demonstrated|observed) that ",
    re.IGNORECASE,
)
"""What a figure or a paper, whose name the page's text has lost, says of a fact."""
_RECALLS = re.compile(rf"^recall (?:from |our [a-z]+ (?:in|of) )?(?:{_FIGURE} )?that ", re.IGNORECASE)
_INSIDE = re.compile(
    rf",? which (?:is|are|was|were) (?:also )?{_TOLD} in {_FIGURE}(?=[ ,.;:]|$),?"
    rf"|,? (?:as )?(?:(?:we|you) (?:have |had )?)?{_TOLD} in {_FIGURE}(?=[ ,.;:]|$),?"
    rf"|\s*\((?:see |in |of )?{_FIGURE}\)| \({_TOLD} in {_FIGURE}\)"
    rf"|(?<=[a-z])(?<!\bthat)(?<!\bthose)(?<!\bas)(?<!\bunlike)(?<!\bone)(?<!\bis)(?<!\bare) in {_DRAWN}(?=[ ,.;:]|$)",
    re.IGNORECASE,
)
_FEWEST = 4
"""Words that a sentence keeps; what has fewer was about the figure."""
_LABEL = re.compile(
    r"(?P<name>\b(?:[Tt]he|[Aa]n?|[Ee]ach|[Ee]very|[Aa]ny) (?:[a-z-]+ ){0,2}(?!(?:is|are|as|of|by|to|in|on|at|for"
    r"|with|from|and"
    r"|or|than|that|value|\w+ing)\b)[a-z-]{3,}) (?P<tex>\$[^$=<>]{1,60}\$)"
    r"(?=[,.;:)]|$| (?:is|are|was|of|in|to|at|and(?! \$)|with|from|by|for|that|which|can|will|must|may|as|on|into"
    r"|when|[a-z]{3,}s)\b)"
)
_FONT = re.compile(r"\\(?:mathbf|boldsymbol|bm|mathrm|mathcal|mathbb|mathsf|mathit|operatorname)\{([^{}$]{1,20})\}")
"""Typefaces of symbols: a vector is one in any of them."""
_SIZED = re.compile(r"\\(?:left|right|big|Big)(?![a-z])")
_RELATED = re.compile(r"\\(?:in|neq?|leq?|geq?|to|rightarrow|times|cdot|approx)\b")
_MOST = 3
_FORMULA = re.compile(r"\$[^$]+\$")


_LOST = re.compile(
    r"(?<=[\w”’)])(?<!\bto)(?<!\bin)(?<!\bsee)(?<!\bby)(?<!\bof)(?<!\bas)(?<!\bat)(?<!\bfrom)(?<!\bwith)(?<!\bon) \(\)"
    r"(?=[,.;:]|$| (?:is|are|was|were|has|have|can|and|or)\b)"
)
"""Brackets in which the page's text has lost the number of a figure."""
_DRAWINGS = ("figure", "table", "diagram", "picture")
"""Of these, one stands in whatever ``_INSIDE`` finds."""
_POINTED = (
    *("figure", "table", "diagram", "picture", "plot", "graph", "chart", "visualization"),
    *("ed that", "wn that", "nd that"),
)


@lru_cache(maxsize=1024)
def unpointed(sentence: str) -> str:
    """The sentence without asides, and pointers to a figure; and without a symbol that only labels the noun before it.

    "The input $x$ is scaled (), as shown in the figure." is "The input is scaled." A symbol that stands twice, or in a
    relation, is part of what is said.
    """
    text = _LOST.sub("", sentence) if " ()" in sentence else sentence
    text = without_asides(text)
    if text.startswith(("As ", "Recall ")) or any(map(text.__contains__, _POINTED)):
        text = upper_opened(cut_opening(_SHOWN_THAT, text))
        bare = cut_opening(_RECALLS, cut_opening(_OPENS, text))
        bare = _INSIDE.sub(_kept_comma, bare) if any(map(bare.lower().__contains__, _DRAWINGS)) else bare
        text = bare[:1].upper() + bare[1:] if bare != text and len(bare.split()) >= _FEWEST else text
    if "$" not in text:
        return text
    plain = _SIZED.sub("", _FONT.sub(r"\1", text))
    return _LABEL.sub(lambda found: _unlabelled(found, plain), plain)


def upper_opened(text: str) -> str:
    """The text with a capital at its head."""
    return text[:1].upper() + text[1:]


def _kept_comma(found: re.Match[str]) -> str:
    return "," if found[0].startswith(",") and found[0].endswith(",") and "which" not in found[0] else ""


def _unlabelled(found: re.Match[str], text: str) -> str:
    formulas = _FORMULA.findall(text)
    symbol = found["tex"].strip("$")
    once = sum(symbol in formula for formula in formulas) == 1
    return found["name"] if once and len(formulas) <= _MOST and not _RELATED.search(symbol) else found[0]
