"""Shorter sentences that a long one surely says too: what stands in brackets, beside or behind its clause left out.

What a sentence holds under a condition, for an end or by some means stays with it: without that it would say more than
its writer did.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from mediaquiz.language.clauses import plural_subject, split, split_bare
from mediaquiz.language.shared import second_predicates
from mediaquiz.text import cut_opening

_BRACKETS = re.compile(r" ?[(\[][^()\[\]`]{2,160}[)\]](?=[ ,.;:]|$)")
_SPACED = re.compile(r" ?(?<![-–—\d])(?:—|--|(?<= )–(?= ))(?![-–—]) ?")
_DASHES = ("—", "--", "–")
_ASIDE_FIRST = re.compile(
    r"(?:and|or|but|nor|if|when|unless|whether|not|then|so|yet|by|to|once|until|after|before|as long as|only)\b"
)
"""What between two commas is no aside: the last of a list, a condition, a means."""
_LEADS = re.compile(
    r"^(?:although|though|even though|while|whereas|despite|in spite of|notwithstanding|unlike|in contrast (?:to|with)"
    r"|contrary to|compared (?:to|with)|in addition to|along with|together with|besides|as well as|aside from"
    r"|apart from|like|similar to|just (?:as|like)|as with|much like|because|since|given that|being|known as"
    r"|originally|based on"
    r"|inspired by|motivated by|regardless of|no matter|(?:pre-?)?trained|born|founded|named|located"
    r"|published|introduced|developed|rooted|raised|educated|influenced|situated|surrounded|(?:first|originally|initially)"
    r" \w+ed|as (?:an?|one of the)(?! result| consequence| rule| whole| matter)) ",
    re.IGNORECASE,
)
"""What opens a clause or a phrase beside the sentence; the sentence holds without it."""
_BEHIND = re.compile(
    r",? (?:which|whose|whereas|although|though|even though|even if)\b|, (?:who|whom|where|while|when in fact|such as"
    r"|including|especially|particularly|in particular|as well as|along with|together with|rather than|instead of|not"
    r"|for example|for instance|e\.g|i\.e|namely|thereby|thus|hence|making|much like|just as|just like|unlike|like"
    r"|similar to|similarly to|in contrast to|compared with|compared to|and so on|among others|often|sometimes"
    r"|usually|typically|mostly|mainly|perhaps|possibly|with (?:each|some|many|most|one)|each|some|all of|most of"
    r"|one of)\b"
    r"|, (?:in|of|from|to|for|with|on|at|by|through|under|over|among|after|during|most of|some of|all of|both of"
    r"|each of"
    r"|one of|many of) (?:which|whom)\b|, (?P<doing>[a-z]{2,}ing) (?!\w+ing\b)"
)
_MAY_ADD = (",", "wh", "though", "even if")
"""Of these, one stands in whatever it finds."""
_LISTED = re.compile(r", (?:[a-z]+ly )?[a-z]+ing\b[^,]*(?:,[^,]*)*,? (?:and|or) (?:[a-z]+ly )?[a-z]+ing\b")
_JOINTS = (" and ", " but ", ", so ", ", yet ")
_JOINT = re.compile(r",? (?:and|but)(?: (?:thus|so|then|therefore|hence))? |, (?:so|yet) ")
_LEANS = re.compile(
    r"^(?:it|they|this|that|these|those|he|she|we|you|i|there|here|one|ones|another|others?|some|each|both|all|none"
    r"|most|many|neither|nor|so|then|thus|vice versa|if|only|even|not|nothing|its|their|his|her|my|our|your|such)\b"
    r"|^(?:the (?:others?|former|latter|rest|second|first|same|last|next|above|following))\b",
    re.IGNORECASE,
)
"""What opens a clause that only its neighbour explains."""
_TAKES_UP = re.compile(
    r"\b(?:it|its|they|their|them|this|these|those|such|there|both|also|then|too|likewise|others?)\b"
)
_PHRASE = re.compile(
    r"^(?:in|on|at|for|within|under|during|among|with|from|across|throughout|by default) [^,;:]{2,60}, ", re.IGNORECASE
)
_PRONOUN = re.compile(r"^(?P<pronoun>it|they) (?P<rest>.+)$", re.IGNORECASE)
_WHICH = re.compile(
    r"\b(?P<the>(?:the|an?|its|their|called|named|of|by|in|to|for|with|and) )(?P<name>(?:[\w’'-]+ ){0,3}[\w’'-]+),"
    r" which (?P<rest>(?:is|are|was|were|can|could|may|must|has|have|[a-z]+s|[a-z]+ed) [^,;:—]+)(?:$|,)"
)
_OF_THE_WHOLE = re.compile(
    r"(?:is|are|was|were) (?:(?:often|also|very|usually|not|quite) )*(?:useful|helpful|handy|convenient|possible"
    r"|important|good"
    r"|bad|common|why|how|what|because|when|where)\b"
)
"""What may be said of the whole clause before it."""
_FEWEST = 4
"""Words that a sentence keeps at least."""
_LONGEST = 220


@lru_cache(maxsize=512)
def simpler(sentence: str) -> tuple[str, ...]:
    """What the sentence says in fewer words, the fullest first, each a sentence with a stop; none for a simple one."""
    whole = sentence.strip().removesuffix(".")
    if "\n" in whole:
        return ()
    found: dict[str, None] = {}
    for text in _pieces(whole):
        told = f"{text[:1].upper()}{text[1:]}".strip(" ,")
        if told != whole and len(told.split(" ")) >= _FEWEST and len(told) <= _LONGEST:
            found[f"{told}."] = None
    return tuple(found)


def _pieces(whole: str) -> Iterator[str]:
    for part in whole.split("; "):
        bare = _without_dashes(_BRACKETS.sub("", part) if "(" in part or "[" in part else part)
        bare = _without_aside(_without_lead(bare))
        for clause in _clauses(bare):
            yield _without_rest(clause)
        for second in second_predicates(bare):
            yield _without_rest(second)
        yield from _of_which(part) if ", which " in part else ()


def _without_dashes(text: str) -> str:
    """The text without what stands between two dashes, or behind one."""
    parts = _SPACED.split(text) if any(map(text.__contains__, _DASHES)) else [text]
    if len(parts) == 1:
        return text
    if len(parts) == 2:
        return parts[0] if _is_whole(parts[0]) else text
    joined = f"{parts[0]}{'' if parts[2].startswith(',') else ' '}{parts[2]}"
    if len(parts) == 3 and _is_whole(joined):
        return joined
    return parts[0] if _is_whole(parts[0]) else text


def _is_whole(text: str) -> bool:
    """Whether a text is a clause, perhaps behind a phrase that says where or when it holds."""
    bare = text.strip(" ,")
    led = _PHRASE.match(bare)
    return (split_bare(bare[led.end() :] if led else bare)) is not None


def _without_lead(text: str) -> str:
    """The clause behind "Although X is …," or "Unlike X,"; a pronoun there takes the name from before it."""
    if ", " not in text or not _LEADS.match(text):
        return text
    for comma in re.finditer(r", ", text):
        main = _without_aside(text[comma.end() :])
        if pronoun := _PRONOUN.match(main):
            subject = _subject_of_lead(text[: comma.start()])
            if subject and plural_subject(subject) == (pronoun["pronoun"].lower() == "they"):
                return f"{subject} {pronoun['rest']}"
            return text
        if not _LEANS.match(main) and _is_whole(main):
            return main
    return text


def _subject_of_lead(lead: str) -> str:
    clause = split_bare(cut_opening(_LEADS, lead))
    return clause.subject if clause and not _LEANS.match(clause.subject) else ""


def _without_aside(text: str) -> str:
    """The clause without what stands between two commas behind its subject: "S, a kind of T, does X"."""
    head, comma, rest = text.partition(", ")
    if not comma or _ASIDE_FIRST.match(rest) or _NO_HEAD.match(head) or split_bare(head):
        return text
    for end in re.finditer(r", ", rest):
        behind = rest[end.end() :]
        clause = split_bare(f"{head} {behind}")
        if clause and clause.subject == head:
            return f"{head} {behind}"
    return text


_NO_HEAD = re.compile(
    r"(?:\w+ ){0,2}\w+ly$|(?:however|thus|hence|therefore|moreover|indeed|today|now|then|instead|also)$", re.I
)
"""What stands before a comma and is no subject: "Notably", "More broadly"."""


def _clauses(text: str) -> Iterator[str]:
    """The clauses that "and" or "but" joins, each where it stands by itself."""
    for joint in _JOINT.finditer(text) if any(map(text.__contains__, _JOINTS)) else ():
        one, other = text[: joint.start()], text[joint.end() :]
        comma = joint[0].startswith(",")
        if not _is_whole(one) or not split_bare(other) or (not comma and not _starts_anew(other)):
            continue
        yield one
        if not (_LEANS.match(other) or _TAKES_UP.search(other) or _OF_A_CASE.match(one)):
            yield other
        return
    yield text


_OF_A_CASE = re.compile(
    r"(?:in the (?:case|event) of|(?:in|on|for|under|with) (?:some|other|certain|these|those|such|this|that)"
    r"|without)\b",
    re.IGNORECASE,
)
"""What opens a sentence whose second clause holds there only, too."""


def _starts_anew(text: str) -> bool:
    """Whether a clause that no comma parts from the one before begins with an article, so that it has a subject."""
    return re.match(r"(?:the|an?) ", text) is not None


def _without_rest(text: str) -> str:
    """The clause without what a comma adds behind it."""
    for found in _BEHIND.finditer(text) if any(map(text.__contains__, _MAY_ADD)) else ():
        kept = text[: found.start()]
        if inserted := _INSERTED.match(text, found.start()):
            return f"{kept} {text[inserted.end() :]}"
        if found["doing"] and (_LISTED.search(text[found.start() :]) or _LISTS_DEEDS.search(kept)):
            continue
        if _is_whole(kept) and not _STAYS_OPEN.search(kept) and _ends_whole(kept):
            return kept
    return text


_INSERTED = re.compile(
    r", (?:often|sometimes|usually|typically|mostly|mainly|perhaps|possibly) [^,]{2,40}, "
    r"(?=(?:into|to|from|of|in|for|by|with|on|at|as)\b)"
)
"""An aside in the midst of what is said: "turns a variable, usually time, into a count"."""
_LISTS_DEEDS = re.compile(r"\b(?:by|of|for|from|includ\w+|involv\w+|like|as|and) (?:[^,]* )?\w+ing\b[^,]*$")
"""A comma behind one of several deeds: "by knocking on doors, phoning"."""
_STAYS_OPEN = re.compile(r"\b(?:if|when|so|such|both|either|neither|not only)\b[^,]*$")


def _ends_whole(kept: str) -> bool:
    """Whether the last clause inside a sentence has a verb, too: not "means that the owners"."""
    found = re.match(r"^.*\b(?:that|because|since|while|whether|so that) (?P<last>.+)$", kept)
    return found is None or split_bare(found["last"]) is not None or split_bare(f"x {found['last']}") is not None


_NAMES = re.compile(r"(?:is|are|was|were) (?:often |also |commonly |usually )?(?:called|known as|termed|referred to)\b")
_IN_A_PHRASE = re.compile(r"\b(?:under|of|by|in|to|for|with|on|at|from|through) $")


def _of_which(text: str) -> Iterator[str]:
    """What "…, which is X" says of the noun before it."""
    found = _WHICH.search(text)
    if not found or _OF_THE_WHOLE.match(found["rest"]):
        return
    if _NAMES.match(found["rest"]) and _IN_A_PHRASE.search(text[: found.start("the")]):
        return  # "spread in one way under the rule, which is known as …": the way, or the rule
    article = found["the"] if found["the"].strip() in {"the", "a", "an"} else ""
    subject, verb = f"{article}{found['name']}", found["rest"].split(" ")[0]
    plural = plural_subject(subject)
    if (verb in {"is", "was", "has"} and plural) or (verb in {"are", "were", "have"} and not plural):
        return
    clause = split(f"{subject} {found['rest']}")
    if clause and clause.subject == subject and verb in {"is", "are", "was", "were", "can", "could", "may"}:
        yield _without_rest(f"{subject} {found['rest']}")
