"""Sentences in which a writer says "we" of what anybody does: "we scale the inputs to make them comparable"."""

import re

from mediaquiz.language.cues import cues
from mediaquiz.language.verbs import readings

_CUES = frozenset(("we", "us"))
_WE = re.compile(r"\b[Ww]e\b")
_LETS_US = re.compile(r"\b(?P<verb>lets?|allows?|enables?|helps?|requires?|tells?|gives?|shows?|saves?) us\b")
_OTHERS = re.compile(r"\b(?:our|ours|ourselves|my|I|us|let['’]s)\b")
_TELLS_A_STORY = re.compile(
    r"\b(?:now|next|below|later|earlier|previous(?:ly)?|already|again|just|here|above|before this|so far|we (?:will"
    r"|shall)|saw"
    r"|seen|yet|soon|recently|once more|as before|as usual|this (?:section|chapter|lesson|example|figure|table|code"
    r"|book"
    r"|time|case|is|was|can|will|means|leads|would)|the (?:figure|table|example|code|following|above|same (?:code"
    r"|example)|next|previous|rest|running)"
    r"|for (?:example|instance|simplicity|convenience|now|brevity)|let|(?:gain|get) (?:an?|some|more|better) (?:\w+"
    r" )?(?:intuition|understanding|sense|feel|idea|insight)|suppose|assume|consider|imagine|in other"
    r" words)\b",
    re.IGNORECASE,
)
"""What binds a sentence to the page: steps of its own story, its examples and figures."""
_AUXILIARY = (
    r"(?P<aux>can|could|may|might|must|should|would|do not|don['’]t|cannot|can['’]t|need to|have to|want to|wish to)"
)
_ADVERB = (
    r"(?:(?:also|often|usually|typically|generally|commonly|always|never|first|then|simply|only|easily|directly"
    r"|normally|sometimes|(?!(?:multip|app|supp|re|rep|imp|comp)ly\b)\w+ly) )*"
)
_DEED = re.compile(
    rf"\b[Ww]e {_ADVERB}(?:{_AUXILIARY} )?(?:not )?{_ADVERB}(?P<verb>[a-z-]+)\b(?! (?:that|how|why|what|whether)\b)"
)
_WRITERS = frozenset(
    "see show discuss describe introduce present explain explore look turn begin start continue return cover review"
    " illustrate demonstrate implement define denote write assume suppose consider recall note notice observe mention"
    " focus proceed move refer revisit wrap summarize conclude compare examine study investigate know learn understand"
    " think believe hope expect find say tell ask talk plot print visualize stick skip omit postpone leave define label"
    " call name get have are were was been will construct instantiate initialize train run test load import restrict"
    " pick choose set specify draw mark list go come arrive end encounter keep hold live feel like love care plan"
    " imagine"
    " need".split()
)
"""What a writer does on the page, or says of the reader's mind; nothing that a learner does elsewhere."""
_OF_ANYBODY = frozenset(
    "choose pick set construct initialize train keep need get draw compare call write find run define introduce".split()
)
"""Of these, what anybody does as well, where the sentence gives its end, its means or its condition."""
_FRAMED = re.compile(
    r"^(?:in order )?to [a-z]+ [^,]{4,}, |^by \w+ing\b|^(?:when|if|whenever|once|before|after|because|since) |\b(?:by"
    r"|through|via) \w+ing\b"
    r"| (?:in order|so as) to | to (?:ensure|avoid|prevent|make|reduce|keep|improve|speed|allow|obtain|get|help"
    r"|achieve)\b"
    r"| so that | because | rather than | instead of ",
    re.IGNORECASE,
)
_FIGURES = re.compile(
    r"`|(?<![\d\\_^$])(?<!\\times )\d(?![\d$]| ?\\times)(?<![01](?= ))|(?<!\S)\$[^$\s][^$]{22,}[^$\s]\$"
    r"|\\(?:ldots|cdots|sum|prod)\b"
)
"""The figures of an example, and formulas that are long; not "size 1", nor a short symbol."""
_MOST_WORDS = 45


_CONSIDER = re.compile(r"\bwe (?:can|could|may|might) consider (?:using|the use of) ")


def of_anybody(sentence: str, *, point: bool = False) -> str:
    """The sentence with "you" for "we" where it says what anybody does; empty where it tells the page's own story.

    A ``point`` (a takeaway) is of the field: only what it says of the page is left out.
    """
    if _CUES.isdisjoint(cues(sentence)):
        return ""
    if not (_WE.search(sentence) or _LETS_US.search(sentence)) or len(sentence.split()) > _MOST_WORDS:
        return ""
    bare = _CONSIDER.sub("we can use ", _OPENS.sub("", sentence))
    text = _LETS_US.sub(lambda found: f"{found['verb']} you", bare)
    if _OTHERS.search(text) or _TELLS_A_STORY.search(text) or (not point and _FIGURES.search(text)):
        return ""
    deeds = list(_DEED.finditer(text))
    if len(deeds) != len(_WE.findall(text)) or not all(_is_done(deed, text, point) for deed in deeds):
        return ""
    text = re.sub(r"\bWe\b", "You", re.sub(r"\bwe\b", "you", text))
    return text[:1].upper() + text[1:]


_OPENS = re.compile(
    r"^(?:(?:thus|hence|therefore|so|however|moreover|furthermore|in addition|in practice|in general|in particular|in"
    r" fact"
    r"|typically|usually|often|consequently|as a result|alternatively|similarly|likewise|on the other hand|in short"
    r"|specifically|indeed|clearly|obviously|of course|and|but|besides|formally|informally|fortunately"
    r"|unfortunately),? )?"
    r"(?:(?:recall|note|notice|remember|observe) (?:also )?that )?",
    re.IGNORECASE,
)
"""What joins a sentence to the one before; the rest stands without it."""


_UNREAL = re.compile(r"^[Ii]f we \w+[^,]*, .*\bwould\b")
"""A condition that is only thought of: "if we doubled it, we would …"."""
_THINKS = re.compile(r"[Ww]e can (?:also )?think of [^,;:]+ as ")


def _is_done(deed: re.Match[str], text: str, point: bool) -> bool:
    """Whether a verb with "we" is a deed of anybody: in the present, and not the writer's."""
    verb = deed["verb"]
    if verb == "think" and _THINKS.match(text):
        return True
    if verb == "be":
        return "be able to" in text
    forms = {reading.form for reading in readings(verb)}
    if "base" not in forms and not ("past" in forms and _UNREAL.match(text)):
        return False
    framed = _FRAMED.search(text) is not None
    if verb in _WRITERS:
        return point or (framed and verb in _OF_ANYBODY) or (verb in _OF_ANYBODY and deed["aux"] is not None)
    return point or framed or deed["aux"] is not None
