"""What a definition leaves unsaid: meanings that lean on their surroundings, terms that are of one case.

Used by ``defined``: a meaning that only says "a related device", "the kind of testing" or where a thing can be had does
not tell what it is, and a name that a sentence points at ("of that substance", "the original file") is no term.
"""

import re

from mediaquiz.language.verbs import VERBS, base_of

_THE_KIND = re.compile(
    r"^(?:an?|the) (?:kind|type|sort|form|class|category|case) of (?:[\w-]+ )?[\w-]+$", re.IGNORECASE
)
"""Of what, and nothing of which one."""
_HAD = re.compile(
    r"^(?:an?|the) (?:[\w-]+,? ){1,5}(?:that|which) (?:is|are|was|were) (?:\w+ly )?(?:available|offered|provided|sold"
    r"|published|hosted|distributed|run|owned|funded) (?:via|through|from|at|in|on|by|to|for|as) "
    r"(?!.*\b(?:that|which|who) )",
    re.IGNORECASE,
)
"""Where or from whom a thing can be had."""
_SOMEBODY = re.compile(r"an? (?:[\w-]+ )?(?:\d+|[a-z]+)-year-old\b", re.IGNORECASE)
_RELATED_TO = re.compile(
    r"^(?:an?|the) (?:related|similar|comparable|corresponding|analogous|separate|resulting|above)\b"
    r"|^(?:an?|the) (?:[\w-]+ ){1,4}(?:similar|related|comparable) to\b"
    r"|,? etc\.?$|, because\b|:$|\bthe following\b|^[^(]*\)|^an? (?:[a-z]{1,2} )?\w+/\w+$"
    r"|\b(?:that|which|who) (?:eventually|later|finally|soon|once) [a-z]+ed\b"
    r"|^(?:an?|the) (?:[\w-]+ )?(?:driving force|backbone|workhorse|heart|cornerstone|key player|go-to|granddaddy)\b",
    re.IGNORECASE,
)
"""Like something, the rest of a list, a reason, an epithet: no words to find a term by."""
_READERS_OWN = re.compile(r"\byou(?:['’]ll| will)\b|\b(?:your|our) (?:entire|whole|own)\b")
_ONE_CASE = re.compile(
    r"^(?:original|resulting|remaining|previous|current|given|corresponding|respective|relevant|specified|selected"
    r"|chosen|new|old|present|initial|final) [a-z]+$"
    r"|^(?:\d+|two|three|four|five|six|seven|eight|nine|ten) [a-z-]+(?: [a-z-]+)?s$"
)
_INSTANCE = re.compile(r"(?:for (?:example|instance)|e\.g\.),? ", re.IGNORECASE)
_BOTH = re.compile(r"(?:the )?[\w-]+ and (?:the )?[\w-]+ of ", re.IGNORECASE)
_AFTER_ALL = re.compile(
    r"an? (?:[\w-]+,? ){0,3}?(?:process|decrease|increase|change|reduction|improvement|task|step|problem|advantage"
    r"|disadvantage|challenge|drop|rise|gain|loss|decline|difference|sign|result|mistake|practice|question|feature"
    r"|requirement|property|success|failure|fact|approach|strategy)\b",
    re.IGNORECASE,
)
"""What "which is …" says of a whole clause as well as of the noun in front of it."""
_CLAUSE_BEFORE = re.compile(r"\b(?:to|requires?|involves?|by|means) [a-z]+(?:ing)? [^,;:]*$", re.IGNORECASE)
_CLAUSE = re.compile(r"\b(?:that|which|who|whose|where)\b")
_OPENING = 24
_POINTERS = ("that", "this", "these", "those", "such")


_NO_TERM = re.compile(
    r"(?:thus|therefore|hence|however|instead|moreover|otherwise|meanwhile|likewise|also|rather|then|so)$"
    r"|numerator$|denominator$|.* (?:below|above)$"
    r"|units? of\b",
    re.IGNORECASE,
)
_ORDER = re.compile(r"(?P<verb>[a-z]+) (?:the|your|an?|it|them|all|every|each)\b", re.IGNORECASE)


def no_term(term: str) -> bool:
    """Whether a word joins sentences, a phrase says of what something is the unit, or tells its reader what to do."""
    order = _ORDER.match(term)
    return _NO_TERM.match(term) is not None or (order is not None and order["verb"].lower() in VERBS)


def one_case(term: str, quote: str, whole: str) -> bool:
    """Whether a sentence speaks of one that stands before it: "the original string", "of that substance".

    "The wave is a …" where others are "a wave" is one of them; where a thing is always "the pharynx", it is no other.
    """
    if _the_one(term, quote) and re.search(rf"\ban? {re.escape(term)}\b(?!-)", whole, re.IGNORECASE):
        return True
    if _ONE_CASE.match(term) and not re.search(rf"\b(?:called|an?) [*_“\"]?{re.escape(term)}", quote, re.IGNORECASE):
        return True
    small = quote.lower()
    if not any(f"{word} {term.lower()}" in small for word in _POINTERS):
        return False  # a look at the letters costs less than a pattern
    pointed = rf"\b(?:of|in|to|for|by|with|from|at|on) (?:that|this|these|those|such) {re.escape(term)}[,;:—–( -]"
    return re.search(pointed, quote, re.IGNORECASE) is not None


def _the_one(term: str, quote: str) -> bool:
    if f"the {term.lower()} " not in quote.lower():
        return False
    one = rf"(?:For [^,]{{2,40}}, )?the {re.escape(term)} (?:is|was) an? "
    bare = term.islower() and " " not in term and not _CLAUSE.search(quote)
    return bare and re.match(one, quote, re.IGNORECASE) is not None


def says_nothing(meaning: str) -> bool:
    """Whether a meaning says neither what a thing does nor what it is like."""
    return any(form.match(meaning) for form in (_THE_KIND, _HAD, _SOMEBODY))


def finds_nothing(meaning: str, quote: str) -> bool:
    """Whether nobody could name the thing by this meaning, since it is like others, one case, or the reader's own."""
    if _RELATED_TO.search(meaning) or _READERS_OWN.search(meaning):
        return True
    return _INSTANCE.match(quote) is not None and meaning.lower().startswith(("a ", "an "))


_TWO_OF_MANY = re.compile(
    r"the (?:[\w-]+ ){0,2}[a-z-]+[^su\W]s and (?:(?:the|its) )?(?:[\w-]+ ){0,1}[a-z-]+[^su\W]s "
    r"(?:of|in|that|for|which)\b",
    re.IGNORECASE,
)


def is_another(term: str, meaning: str, quote: str, *, is_one: bool) -> bool:
    """Whether a meaning says nothing of its term, or belongs to another word of the sentence."""
    if says_nothing(meaning) or tells_another(term, meaning, quote):
        return True
    return tells_parts(term, meaning) if is_one else names_another(term, meaning, quote)


def tells_parts(term: str, meaning: str) -> bool:
    """Whether one thing is told by two things that it has: "a formula: the types and numbers of …"."""
    return not term.endswith("s") and _TWO_OF_MANY.match(meaning) is not None


def names_another(term: str, meaning: str, quote: str) -> bool:
    """Whether a name repeats a noun that the sentence has before what is said to be called so.

    "… follows a certain curve under the null rule, which is known as the tidal curve": the curve is called so.
    """
    head = term.split(" ")[-1].lower()
    at = quote.lower().find(f"{meaning.lower()}, which ")
    if " " not in term or at < 0 or head in meaning.lower():
        return False
    return re.search(rf"\b(?:an?|the|some) (?:[\w-]+ )?{re.escape(head)}\b", quote[:at], re.IGNORECASE) is not None


def tells_another(term: str, meaning: str, quote: str) -> bool:
    """Whether a meaning behind a comma belongs to more than the word in front of it.

    "X and Y, the mean and the width of …" explains both; "… to read the file, which is a slow process" the reading.
    """
    low = quote.lower()
    at = low.find(meaning.lower())
    at = at if at >= 0 else low.find(meaning[:_OPENING].lower())
    before = quote[:at] if at > 0 else ""
    if _BOTH.match(meaning) and re.search(rf" and {re.escape(term)}, $", before):
        return True
    left = before.removesuffix(", which is ") if before.endswith(", which is ") else ""
    return bool(left) and _AFTER_ALL.match(meaning) is not None and _CLAUSE_BEFORE.search(left) is not None


_BARE_LIST = re.compile(
    r"(?:(?!(?:an?|the|any|each|every|one) )[\w’'-]+(?: [\w’'-]+)?, )+(?:and|or) [\w’'. -]+", re.IGNORECASE
)


def only_lists(meaning: str) -> bool:
    """Whether a meaning only names several things: "audience" — teachers, students, and parents."""
    return _BARE_LIST.fullmatch(meaning) is not None


GOOD_FOR = re.compile(r"(?:good|bad|useful|essential|able|ideal|suited|perfect) (?:for|at|to)\b", re.IGNORECASE)
"""What a thing is good for, in the place of what it is."""
_NO_THING = re.compile(
    r".*, for (?:example|instance)$"
    r"|(?:split|divided|broken|classified|grouped|sorted)(?: (?:up|down))? (?:into|in|by)\b"
    r"|[a-z]+ing(?: [a-z]+ly)+$"
    r"|(?:she|he|i|they|we|you|it) [a-z]+"
    r"|(?P<verb>(?!means\b)[a-z]+s) (?:from|on|by|to)\b",
    re.IGNORECASE,
)


def no_thing(meaning: str) -> bool:
    """Whether a meaning is an example, what is done to the thing or how it goes on, a sentence or half of one."""
    found = _NO_THING.match(meaning)
    return found is not None and (found["verb"] is None or base_of(found["verb"].lower()) != "")
