"""Gate: the question makes sense weeks later, without the page."""

import re
from collections.abc import Set

from mediaquiz.language.clauses import split_bare
from mediaquiz.language.cues import cues
from mediaquiz.language.korean_leaning import POINTS_BACK
from mediaquiz.model.candidate import Candidate
from mediaquiz.model.item import Choice, ItemType, Recall, Short
from mediaquiz.model.stages import Scene
from mediaquiz.model.views import answer_text, prompt
from mediaquiz.text import has_hangul

_OPENS = re.compile(
    r"^[\"“'‘(]*(?:this|that|these|those(?! (?:\w+ ){0,4}who(?:se)?\b)|it|its"
    r"|they|their|them|he|she|his|her|such|here|both|another|also|then|thus"
    r"|hence|therefore|however|moreover|furthermore|instead|similarly|likewise|otherwise|for example"
    r"|for instance|but|and"
    r"|or|so|now|next|finally|in addition|in contrast|in other words)\b",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"\b(?:is|are|was|were|do|does|did|happens (?:as|when|if)|why|of|that|because|by) (?:this|that|these"
    r"|those|it|they|we|she|he)\b"
    r"(?! (?:is|are|was|were|instead|do|does|called|depend)\b)",
    re.IGNORECASE,
)
_NAMED_BEFORE = re.compile(
    r"^(?:when|where|if|after|before|once|as|while|because|since) (?!it\b|they\b|this\b|that\b|these\b)"
    r"[^,.?]*\w{3,}[^,.?]*, (?P<rest>.*)$",
    re.IGNORECASE,
)
"""A clause in front that names what its pronoun stands for."""
_EMPTY_IT = re.compile(
    r"\b(?:does|did) it (?:mean|matter|help|make sense|take)\b|\b(?:does|did) it \w+ (?:\w+ )?(?:to|that)\b"
    r"|\b(?:is|was) it (?:\w+ly )?\w{4,} (?:to|that)\b"
    r"|\b(?:is|was) it (?=(?:\w+ly |so |not |\w+ and )?(?:simple|simpler|safer|faster"
    r"|good|bad|better|best|(?:un)?wise|useful|important|necessary|possible"
    r"|impossible|easy|easier|hard|harder|difficult|safe|dangerous|cheap|cheaper|common|rare"
    r"|likely|unlikely|enough|worth) )",
    re.IGNORECASE,
)
"""An "it" that stands for the clause behind it."""

_POINTS = re.compile(
    r"\b(?:shown|seen|listed|described|mentioned|discussed|given|used)\s+(?:above|below|earlier|here)\b"
    r"|\b(?:examples?|figure|table|code|snippet|diagram|graph|chart|image|picture) (?:above|below)\b"
    r"|\b(?:above|following)\s+(?:figure|table|list|example|code|diagram|picture)|\b(?:figure|table|listing)\s+\d"
    r"|\b(?:see|as) (?:above|below)\b"
    r"|\bin (?:this|the (?:previous|next|last)) (?:lesson|section|chapter|episode|module|unit|page)s?\b"
    r"|\bin the same (?:way|manner|fashion)\b(?! (?:as|that)\b)|\b(?:too|as well)[.?]"
    r"|\b(?:in|from|of) the (?:\w+ )?(?:example|exercise|challenge)\b"
    r"|\bin (?:this|that|such|these) (?:\w+ )?(?:examples?|cases?|scenarios?|situations?|contexts?|instances?"
    r"|figures?)\b"
    r"|^(?:\w+,? )?(?:in|for|with|under|by|from|at) (?:this|that|these|those|such|their|its|his|her) "
    r"|\b(?:shown|seen|pictured) (?:on|at|to) the (?:left|right|top|bottom|side)\b"
    r"|(?:이번|이) (?:강의|레슨|단원|장|절)|(?:^|\s)(?:위|아래)(?:의|에) (?:그림|표|예|코드|식|글|목록|내용|설명)",
    re.IGNORECASE,
)
_PLACES = frozenset(
    "above below earlier here following figure table listing lesson lessons section sections chapter chapters episode"
    " episodes module modules unit units page pages same too well example examples exercise exercises challenge"
    " challenges left right top bottom side this that such these those their its his her".split()
)
"""Of these, one stands in whatever English ``_POINTS`` finds."""
_SHOWS = re.compile(
    r"\b(?:do|does|did|doing) so\b|\b(?:in|of|on|from) that [a-z]+\?$"
    r"|\b(?:check|see|know|say|fix|verify|achieve|avoid|change|use) that\?$"
    r"|\bthe first (?:two|three|four) (?:is|are|have|can)\b"
    r"|, (?:however|though|therefore)[.?]|\b(?:in|see|by) the (?:figure|table)\b"
    r"|^the (?:figure|table)\b|\bthe figure(?! of\b| \d)\b|\bthe above\b"
    r"|\b(?:above|below) (?:given|is|are|was|were|has|have)\b|\bat point [A-Z]\b|\bas (?:already )?(?:mentioned|noted"
    r"|discussed|shown|seen)\b|\b(?:us|we|our|he|she)\b"
    r"|\b(?:in|by|as) [?.]",
    re.IGNORECASE,
)
_SHOWING = frozenset(
    "so that first however though therefore figure table above below point mentioned noted discussed shown seen us we"
    " our he she".split()
)
"""Of these, one stands in whatever ``_SHOWS`` finds, or a mark behind a space."""
_LABELLED = re.compile(r"[A-Z](?<=\b[A-Z])[sd]?[\d₀-₉]")
_DRAWN = frozenset(
    "point points curve curves line lines area areas segment segments arrow arrows figure table graph diagram picture"
    " chart image".split()
)
"""Of these, one stands in whatever ``_LABEL`` finds, or a letter with a number."""
_LABEL = re.compile(
    r"\b(?:from|to|at|and|between) (?P<letter>[A-Z])(?:[sd]?\d(?![A-Z])|[₀-₉])(?=.*\b(?P=letter)(?:[sd]?\d|[₀-₉]))"
    r"|\b(?i:points?|curves?|lines?|areas?|segments?|arrows?) [A-Z](?:\d|[’']| and [A-Z]\b|(?![\w+#]))"
    r"|\((?:in |see )?the (?:figure|table|graph|diagram|picture|chart|image)\b",
)
"""What only a figure shows: the names of its points and lines, or the figure itself."""
_MORE = (
    r"(?:shorter|longer|larger|smaller|bigger|higher|lower|faster|slower|stronger|weaker|simpler|easier|harder|cheaper"
    r"|better|worse|more \w+|less \w+)"
)
_COMPARED = re.compile(rf"^(?:an?|the) {_MORE} (?![^?]*\b{_MORE})[^?]*\. why\b", re.IGNORECASE)
"""``A shorter list fails. Why?``: shorter than what? Of two that grow together either may be the longer one."""
_LED_FROM_THE_PAGE = re.compile(
    r"^(?:on a (?:broader|larger|smaller|deeper|higher) \w+|in the same vein|in that sense|with the \w+ \w+"
    r"|after the \w+|before the \w+|later|at first|in turn|for (?:him|her|them|us)), ",
    re.IGNORECASE,
)
_MORE_THAN_WHAT = re.compile(
    r"\b(?:when|why) (?:is|are) [^?]*\b(?:more|less) \w+\?|\ban? similar \w+\b(?! to)", re.IGNORECASE
)
_COMPARING = frozenset(("more", "less", "similar"))
"""Of these, one stands in whatever ``_MORE_THAN_WHAT`` finds."""
_ONE_OF_THE_PAGE = re.compile(
    r"\b(?:in|of|for|within|from|to) that (?:society|country|company|culture|group|organi[sz]ation|area|region|market"
    r"|industry|period|era|case|system|state)\b"
    r"|^which [\w-]+ (?:is|are) like an? ",
    re.IGNORECASE,
)
_OF_ANOTHER = frozenset(("that", "like"))
"""Of these, one stands in whatever ``_ONE_OF_THE_PAGE`` finds."""
_PAGES_OWN = re.compile(
    r"^(?:In [^,?]{2,40}, )?(?:[Nn]otice|[Cc]onsider|[Nn]ote|[Rr]ecall|[Rr]emember|[Ll]ook) "
    r"|\b(?:do|does|did|is|was|are|were) the (?:[a-z]+ (?:part |half |goal |aim )?of the )?"
    r"(?:authors?|paper|article|study|plot|graph|animation|implementation|data ?set|dialogue|figure|script)(?:['’]s)?\b"
    r"(?! (?:of|that|in|for|to|which|from|on|with|between|by|called)\b)"
    r"|\b(?:does|did|can|will) the (?:drug|medication|medicine|project|game) "
    r"(?:work|act|help|(?!of\b|that\b|which\b|for\b|in\b|with\b)[a-z]+ (?:the|an?|its|their)\b)"
    r"|^The (?:authors?|paper|article|study|plot|animation|implementation|data ?set) (?!of\b|that\b|in\b|for\b|to\b)",
)
"""What the page asks its reader to look at, and what it speaks of as of one that it has shown."""
_OWNED = frozenset(
    "notice consider note recall remember look author authors paper article study plot graph animation"
    " implementation dataset data dialogue figure script drug medication medicine project game".split()
)
"""Of these, one stands in whatever ``_PAGES_OWN`` finds."""
_BY_FIGURE = re.compile(
    r"\b(?:examples?|code|snippet|output|listing) (?:above|below)\b"
    r"|\bas (?:shown|seen|mentioned|noted|described|said) (?:above|below|earlier|before)\b"
    r"|\b(?:in|by|see) the (?:figure|table|diagram|equation)\b"
    r"|\b(?:described|mentioned|discussed|explained) already\b"
    r"|\baforementioned\b|\bthat (?:kind|sort) of\b"
    r"|\bthe (?:section|chapter|lesson|part) that follows\b|\balready (?:described|mentioned|discussed|explained)\b",
    re.IGNORECASE,
)
_FIGURES = frozenset(
    "above below earlier before figure table diagram equation already aforementioned kind sort follows".split()
)
"""Of these, one stands in whatever ``_BY_FIGURE`` finds."""
_TAKEN = re.compile(
    r"\b(?:in|from|of|during) (?:the|your|our) (?:last|previous|earlier|first|next) (?:project|assignment|exercise|lab"
    r"|activity|workshop|unit|video|tutorial|experiment|sprint)\b"
    r"|\byou (?:just |already |have )?(?:trained|built|made|created|wrote|installed|set up|learned|saw|met"
    r"|added|read)\b"
    r"|\bin (?:each|every) [a-z]+ment[.?]$",
    re.IGNORECASE,
)
"""What the reader did earlier, or one of several that the page tells of."""
_TAKING = frozenset("last previous earlier first next you each every".split())
_POINTING = frozenset("this that these those it they we she he".split())
_ANSWER_POINTS = re.compile(
    r"^such (?!as\b)[a-z]+|^(?:this|that|these|those)"
    r" (?!(?:who|that|which|whose|the|an?|no|all|every|each|it|they|you|there|unless|if|when|while"
    r"|because|although|in|on|for|with|by)\b)[a-z]+",
    re.IGNORECASE,
)


_OPTIONS = re.compile(r"^which of these\b", re.IGNORECASE)
"""In a choice these are the options."""


def gate(candidate: Candidate, scene: Scene) -> str | None:
    """Refuses words that point to something outside the question. An exercise may speak to the reader as it likes."""
    if candidate.item.type is ItemType.PRACTICE:
        return None
    content = candidate.item.content
    text = _OPTIONS.sub("which", prompt(content)) if isinstance(content, Choice) else prompt(content)
    if isinstance(content, Recall) and _ANSWER_POINTS.match(content.answer) and not _is_that_clause(content.answer):
        return "its answer begins with a word that points back"
    told, said = cues(text), cues(answer_text(content))
    bare, both = _without_quotes(text), told | said
    if (
        isinstance(content, Recall)
        and not _NOUN_POINTERS.isdisjoint(both)
        and _pointed_noun(_without_quotes(f"{text} {content.answer}"))
    ):
        return "its answer points to something that it does not name"
    if _OPENS.match(text) or POINTS_BACK.match(text):
        return "it begins with a word that points back"
    if _shown(candidate, bare) or _pointed_noun(bare):
        return "it points to something that it does not name"
    if (has_hangul(text) or not _PLACES.isdisjoint(told)) and _POINTS.search(text):
        return "it points to a place on the page"
    if _LED_FROM_THE_PAGE.match(text) or (_is_more(text, told) and " than " not in text):
        return "it leans on what the page said before"
    if not _OF_ANOTHER.isdisjoint(told) and _ONE_OF_THE_PAGE.search(text):
        return "it points to something that it does not name"
    if not (candidate.item.proposed or _OWNED.isdisjoint(told)) and _PAGES_OWN.search(text):
        return "it points to something that it does not name"
    if _COMPARED.match(text) and " than " not in text:
        return "it compares with something that it does not name"
    if isinstance(content, Recall | Short) and not _FIGURES.isdisjoint(said) and _BY_FIGURE.search(content.answer):
        return "its answer stands elsewhere on the page"
    if _is_taken(text) or _is_labelled(f"{text} {answer_text(content)}", both):
        return "it points to a figure, or to something that was done before"
    follow = "" if _POINTING.isdisjoint(told) else _without_follow_up(text)
    if not _POINTING.isdisjoint(cues(follow)) and _ASKS.search(
        _EVERYBODY.sub("people", follow) if candidate.item.proposed else follow
    ):
        return "it holds a pronoun whose noun is elsewhere"
    return None


_EVERYBODY = re.compile(
    r"\b(?:we|us|our\b(?! (?:course|lesson|example|project|data|code|program|model|first|next|last)))", re.IGNORECASE
)


def _is_taken(text: str) -> bool:
    return not _TAKING.isdisjoint(cues(text)) and _TAKEN.search(text) is not None


def _is_labelled(text: str, told: Set[str]) -> bool:
    drawn = _LABELLED.search(text) or not _DRAWN.isdisjoint(told)
    return bool(drawn) and _LABEL.search(text) is not None


def _is_more(text: str, told: Set[str]) -> bool:
    return not _COMPARING.isdisjoint(told) and _MORE_THAN_WHAT.search(text) is not None


def _shown(candidate: Candidate, text: str) -> bool:
    """Whether it points to what only the page shows. A chatbot's "our lives" are everybody's."""
    if _SHOWING.isdisjoint(cues(text)) and not any(mark in text for mark in (" ?", " .")):
        return False
    return _SHOWS.search(_EVERYBODY.sub("", text) if candidate.item.proposed else text) is not None


def _is_that_clause(answer: str) -> bool:
    """Whether an answer is a clause that "that" opens: "That boats of wood last longer"."""
    opens, _, rest = answer.partition(" ")
    return opens == "That" and split_bare(rest.removesuffix(".")) is not None


_ASKS_ITS_NAME = re.compile(r"(?<=[.] )What (?:is|are) this(?: [\w-]+){0,2} called\?")
_NOUN_POINTERS = frozenset(("this", "these", "those", "such"))
_SO_FAR = re.compile(r"\b(?:up )?to this point\b")
_THOSE_DOING = re.compile(r"those (?:\w+ly )?(?:\w+ing\b|__)", re.IGNORECASE)
"""People, told by what they do: "those currently contributing"."""


_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|`[^`]*`")


def _without_quotes(text: str) -> str:
    return _QUOTED.sub(" ", text)


def _pointed_noun(text: str) -> bool:
    """Whether "this …" or "such …" stands before a noun that the question has not named before.

    In "S. What is this effect called?" it points to S.
    """
    if _NOUN_POINTERS.isdisjoint(cues(text)):
        return False
    text = _SO_FAR.sub("", _ASKS_ITS_NAME.sub("", text))
    for found in re.finditer(
        r"\b(?:this|these|those|such) (?!that\b|who\b|which\b|as\b|in\b|of\b|with\b|without\b|whose\b)(?P<noun>\w+)",
        text,
    ):
        if _THOSE_DOING.match(text, found.start()):
            continue
        if found["noun"].rstrip("s").lower() not in text[: found.start()].lower():
            return True
    return False


_STOP = re.compile(r"[.!]\s")
_FOLLOW_UP = re.compile(r"(?<=[.!])\s+(?=(?:what|who|why|how|toward)\b)", re.IGNORECASE)


def _without_follow_up(text: str) -> str:
    """Only the first sentence, and of it only what leans on nothing in it.

    In "X is not A. What is it instead?" and in "Where X falls, what does it leave?" the noun is in the question.
    """
    first = _FOLLOW_UP.split(text, maxsplit=1)[0] if _STOP.search(text) else text
    in_front = _NAMED_BEFORE.match(first)
    return _EMPTY_IT.sub("", first[: in_front.start("rest")] if in_front else first)
