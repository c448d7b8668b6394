"""What a form of sentence makes: a question with its kind, and the small helpers that all forms share."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from mediaquiz.generate.english import (
    curly,
    full_stop,
    lower_first,
    strip_stop,
    term_phrase,
    upper_first,
    without_article,
)
from mediaquiz.language.clauses import Clause
from mediaquiz.model.concept import Extract, Statement
from mediaquiz.model.item import Content
from mediaquiz.text import cut_opening, squash


@dataclass(frozen=True, slots=True)
class Asked:
    """What a form made of a sentence: its name (part of the recipe), the content, what kind of knowledge it asks."""

    form: str
    content: Content
    aspect: str
    trust: float = 0.9
    concept: str = ""
    """The term that the sentence tells about, where it is one."""
    fact: str = ""
    """What is asked, where another sentence may ask the same."""


Form = Callable[[Statement, Extract], Asked | None]


PRONOUN = re.compile(
    r"^(?:it|they|this|that|these|those|he|she|we|you|i|there|here|such|one(?= (?:is|of|can|could|must|has|should"
    r"|might|may|way|example|reason|problem)\b)|nothing|everything|anything|something|nobody|everyone"
    r"|what|let|lets|now|here|to|not)\b|^let['’]s\b",
    re.IGNORECASE,
)


_JOINS = re.compile(
    r"^(?:however|therefore|thus|hence|consequently|accordingly|as a result|as a consequence|in fact|indeed|of course"
    r"|in short|after all|at a high level|at its core|in essence|in a nutshell|at a glance|on one level|at first"
    r" glance|in the end"
    r"|in summary|in sum|to summarize|in general|generally|in other words|clearly|naturally|notably|importantly"
    r"|moreover|furthermore|in addition|additionally|conversely|by contrast|in contrast|on the other hand|similarly"
    r"|likewise|still"
    r"|again|also"
    r"|finally|last|lastly|first|second|third|that said|(?:just )?(?:like|as with) [^,]{3,40}|yet|interestingly"
    r"|intuitively|put differently|put simply|unfortunately"
    r"|fortunately|surprisingly|not surprisingly|for now|nevertheless|nonetheless|instead|meanwhile|then|typically"
    r"|roughly speaking|strictly speaking|more generally|specifically|formally|informally|ultimately|overall|besides"
    r"|in addition|of note|in this sense|as a rule|as it turns out|as a matter of fact|as expected|as such"
    r"|to be (?:specific|precise)|precisely|more precisely|more broadly|obviously|luckily|thankfully|equivalently"
    r"|alternatively|additionally|further|mathematically|empirically|actually|in practice|in reality"
    r"|in particular|in this way|nowadays|regardless"
    r"|to begin with|simply put|in turn|in (?:a|some|one) way|in some ways|in a sense|as (?:before|usual|always)), "
    r"|^so (?=`|(?:the|an?|each|every|all|if|when|in|by|with|to) )|^(?:effectively|essentially|basically|conveniently"
    r"|fortunately|unfortunately|oftentimes|intuitively),? |^(?:then|finally|lastly) (?=the |an? )"
    r"|^(?:typically|traditionally) (?=an? |the )"
    r"|^(?:(?:other|recent|more recent|some|many|several|numerous|extensive|early|social|much) )*(?:research|studies"
    r"|researchers|economists|psychologists|historians|biologists|scientists) (?:(?:has|have) )?(?:also |clearly )?"
    r"(?:shown?|shows|demonstrated?|found|find|documented) that |^(?:recall|note"
    r"|notice|remember|observe|keep in mind|it follows|this means|we see)(?: also| again)? that ",
    re.IGNORECASE,
)


_JOINING = frozenset(
    "however therefore thus hence consequently accordingly as in of after at on to clearly naturally notably"
    " importantly moreover furthermore additionally conversely by similarly likewise still again also finally last"
    " lastly first second third that just like yet interestingly intuitively put unfortunately fortunately"
    " surprisingly not for nevertheless nonetheless instead meanwhile then typically traditionally roughly strictly"
    " more generally specifically formally informally ultimately overall besides precisely obviously luckily"
    " thankfully equivalently alternatively further mathematically empirically actually nowadays regardless simply"
    " effectively essentially basically conveniently oftentimes other recent some many several numerous extensive"
    " early social much research studies researchers economists psychologists historians biologists scientists recall"
    " note notice remember observe keep it this we so".split()
)
"""The first words of all that ``_JOINS`` finds."""


_CITED = re.compile(r"\s*\([^()]*\b(?:(?:19|20)\d{2}[a-z]?|n\.d\.?)\)")


_ASIDE = re.compile(
    r", as (?:the|shown|seen|described|mentioned|noted|discussed|you|we|is)\b[^,;:—]*$|,? as (?:shown|seen|noted"
    r"|discussed)\b[^,;:—]*$"
    r"| \((?:see|shown|pronounced)[^()]*\)| \((?:in )?(?:the )?(?:figure|table|diagram|graph|chart)\b[^()]*\)"
    r"| \([^()]*\b(?:in|of|from) the (?:figure|table)\)"
    r"|,? as shows(?=,|$)",
    re.IGNORECASE,
)
_INSERTED = re.compile(
    r", (?:however|though|therefore|then|for example|for instance|of course|in turn|in general|in fact|indeed"
    r"|by contrast|as (?:its|the) names? (?:suggests?|implies|says)|(?:also called|also known as"
    r"|sometimes called) [^,;:—]{3,40}"
    r"|as a whole|(?:just )?(?:un)?like [^,;:—]{3,50}|along with [^,;:—]{3,50}|together with [^,;:—]{3,50}), "
    r"(?!and\b|or\b)|, (?:however|though|therefore|for example|for instance|of course) "
    r"|, or (?:[^,;:—]{3,30},|[A-Z]{2,6}) (?=(?:is|are|involves?|means?|refers? to|occurs?|arises?|happens?) )"
    r"|, such as [^;:—]{3,90}?, (?=(?:is|are|has|have|can) )"
)
"""What stands between commas beside the statement, and can go without changing it."""
_THEREFORE = re.compile(r"(?<=[a-z]) (?:therefore|thus|hence|consequently|however) (?=[a-z])")
_CONCLUDING = ("therefore", "thus", "hence", "consequently", "however")
_QUOTED_MEANING = re.compile(r"(?<= is )“((?:an?|the) [^“”]+)”$")
_CALLED_ASIDE = re.compile(r"—(?:called|known as|or) [^—;:,]{3,40}—")
_DASH = re.compile(r"(?<!\b[A-Za-z\d]) - |(?<=\ba) - | - (?![\da-zA-Z](?:[ ,.;:)]|$))")
"""A dash, and no minus: "n - 2 degrees of freedom"."""
_SIGN = re.compile(r"^[^\w\"“‘'(`\[$]+")
"""Emoji and bullets that open a sentence."""


def text_of(found: Statement) -> str:
    """The sentence as the forms read it, see ``_bare``."""
    return _bare(found.text)


@lru_cache(maxsize=1024)
def _bare(sentence: str) -> str:
    """A sentence without its final stop, citations and a word that only joins it to the one before; quotes curly."""
    text = curly(strip_stop(sentence))
    text = _CITED.sub("", text) if "(" in text else text
    text = text if text[:1].isalnum() else cut_opening(_SIGN, text)
    text = _ASIDE.sub("", text) if " (" in text or " as " in text.lower() else text
    text = _CALLED_ASIDE.sub(" ", text).replace(" -- ", " — ")
    text = _DASH.sub(" — ", text) if " - " in text else text
    bare = cut_opening(_JOINS, text, _JOINING)
    bare = _INSERTED.sub(" ", bare) if ", " in bare else bare
    bare = _THEREFORE.sub(" ", bare) if any(map(bare.__contains__, _CONCLUDING)) else bare
    bare = _QUOTED_MEANING.sub(r"\1", bare) if bare.endswith("”") else bare
    return bare if bare == text else upper_first(bare)


def stated(text: str) -> str:
    """The text as a sentence of its own, without the remark that the next one makes."""
    text = _SO_IT.sub("", text) if ", so " in text or " and so " in text else text
    bare = _REMARK.sub("", text.strip()) if ". " in text else text.strip()
    return full_stop(upper_first(_LAST_COMMA.sub(r"\1", bare) if bare.endswith((",", ",”")) else bare))


_SO_IT = re.compile(r"(?<=\w),(?: and)? so (?:it|they|you|this|the|an?)\b[^.;:]*$")
"""What follows from it: a second statement."""


_REMARK = re.compile(r"(?<=[\w)`])\. (?:This|Therefore|However|So|That)\b.*$")


_LAST_COMMA = re.compile(r",(”?)$")


def term_in(subject: str) -> str:
    """The term in a subject, without its article and quotation marks."""
    return without_article(subject).strip('“”"')


def both_of(one: str, other: str) -> str:
    """The fact of a question on two things, whichever stands first."""
    return f"differ:{'/'.join(sorted(squash(without_article(side)) for side in (one, other)))}"


def is_definite(subject: str) -> bool:
    """``the model``: a bare definite noun that needs its field named to stand alone."""
    return re.match(r"^the \w+$", subject, re.IGNORECASE) is not None


def subject_of(clause: Clause, extract: Extract) -> str:
    """The subject inside a question. A plural word with a plural verb opens no name, unless it names a people."""
    subject = lower_first(clause.subject, extract.lesson)
    plural = clause.helper in {"do", "are"} and re.match(r"^[A-Z][a-z]+(?<!an)s(?= [a-z]|$)", subject)
    plural = plural or _MANY_OF.match(subject)
    return subject[:1].lower() + subject[1:] if plural or _TWO_OF_A_KIND.match(subject) else subject


_MANY_OF = re.compile(r"^[A-Z][a-z]+(?<!an)s (?:of|that|with|from) [a-z]")
"""No name goes on so: "Subsets of lists", "Seeds that sprout"."""
_TWO_OF_A_KIND = re.compile(r"^[A-Z][a-z]+ and [a-z]+$")
"""The second shows that the first is no name."""


def in_topic(extract: Extract, text: str) -> str:
    """ " in the topic", for a question whose text does not name it; empty when the lesson has no topic of its own."""
    topic = term_phrase(extract.topic, extract.lesson)
    if re.match(r"an? ", topic):
        return ""  # "in a loaf" would be a place
    return f" in {topic}" if topic and squash(topic) not in squash(text) else ""
