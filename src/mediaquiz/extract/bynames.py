"""Things that a sentence names by the way: "… a frame called a sieve, which holds back stones".

What they are is the kind that stands before the name, with what tells it from others of its kind: the clause behind
the name, the words beside the kind, or, where the name opens the sentence, what the sentence says of it. A kind that
nothing tells from others ("a device called …") explains no name.
"""

import re
from collections.abc import Iterator

from mediaquiz.extract.defining import without_opening
from mediaquiz.extract.phrases import has_own_verb
from mediaquiz.language.clauses import plural_subject, split
from mediaquiz.language.cues import cues
from mediaquiz.language.genus import says_what
from mediaquiz.language.verbs import OTHERS_TOO, VERBS, is_participle, readings

_CUES = frozenset("called known termed named dubbed".split())
_CALLED = re.compile(
    r"(?P<comma>,)? (?:(?:also|often|sometimes|collectively|simply|now) )?(?:called|known as|termed|dubbed) "
    r"(?:an? |the )?"
)
_IS = re.compile(r"\b(?:is|are|was|were|be|been|being|became|become|he|she|they|we|it)(?: \w+)?$")
_RELATIVE = re.compile(
    r",? (?P<which>that|which|who|whose|in which|by which)(?! (?:is|are|was|were) (?:shown|called|known|short)"
    r"| stands? for| means?\b)"
    r" (?P<rest>[a-z][^;:—–()?]{12,170})$"
)
_REST = re.compile(
    r", (?:and|but|so|while|whereas|although|as|or) (?=(?:the|a|an|it|they|this|these|in|he|she|some|many)\b)"
    r"|, (?:which|who|where|making|including|such as|resulting|thus|has|have|had|is|are|was|were)\b"
)
_ARTICLE = re.compile(r"(?:^|.* )(?P<kind>[Aa]n? [^,;:—–()]{3,110})$", re.DOTALL)
_BRACKETS = re.compile(r" ?\([^()]*\)")
_STOPS = frozenset(
    "in on at by for with from to into as through around about between among under over within without during than"
    " that which who when where while if because other another some any all these those this such many several its"
    " their his her our your my the like via using have has had be is are was were and or of"
    " one because called known".split()
)
"""What a name ends before."""
_BEGINS = _STOPS - {"and", "of"}
"""What a kind without an article begins behind."""
_VAGUE = frozenset(
    "certain specialized special specific particular different similar new own common famous important main major"
    " first second third last large small great young old well-known popular simple other further separate".split()
)
_TOLD_BY = re.compile(
    r"\w (?:of|in|with|for|between|without|from|made|used|born|assigned|given|based|that|who|which|consisting"
    r"|containing) \w"
)
_POINTS = re.compile(
    r"\b(?:this|these|those(?= (?:[a-z]+s|is|are|was|were)\b)|such(?! as)|he|she|his|her|we|us|our|you|your|here|there"
    r"|above|below|another|other|same|former|latter|certain|relative|much|more|longer|later|earlier)\b",
    re.IGNORECASE,
)
_IT = re.compile(r"\b(?:it|its|they|them|their|that|which|who)\b")
_ABOUT_THESE = re.compile(r" (?:about|of|in|to|from|for|on) (?:these|this|such) [a-z]+$")
_DIGIT = re.compile(r"\d")
_MOST, _MODIFIERS = 30, 2


def named(sentence: str) -> Iterator[tuple[str, str]]:
    """Each name with what it is, a noun phrase of the sentence's own words."""
    if _CUES.isdisjoint(cues(sentence)):
        return
    bare = without_opening(_BRACKETS.sub("", sentence.strip().removesuffix(".")))
    for found in _CALLED.finditer(bare):
        before, (term, after) = bare[: found.start()], _term(bare[found.end() :])
        kind = _kind(before, found["comma"] is not None) if term else ""
        text = _told(kind, after, before, proper=term[:1].isupper()) if kind else ""
        if text and not _DIGIT.search(text) and not _points(text, kind) and len(text.split()) <= _MOST:
            yield term, text


def _term(behind: str) -> tuple[str, str]:
    """The name that stands behind "called", and what is left behind it; empty where no name stands there."""
    if quoted := _QUOTED.match(behind):
        return quoted["term"], behind[quoted.end() :]
    words = behind.split(" ")
    if words[0].lower() in _STOPS or words[0].endswith("ly") or "`" in behind:
        return "", behind
    end = 1
    while end < len(words) and words[end - 1][-1:].isalnum() and not _ends_name(words, end):
        end += 1
    name = " ".join(words[:end])
    term = name.rstrip(",;:")
    return (
        (term, f"{name[len(term) :]} {' '.join(words[end:])}")
        if end <= _LONGEST and term[:1].isalpha()
        else ("", behind)
    )


_QUOTED = re.compile(r"“(?P<term>[^“”]{3,40}?),?”")
_LONGEST = 4


def _ends_name(words: list[str], at: int) -> bool:
    """Whether a word stands behind a name: one that joins, or a verb; not one inside a title ("House of Salt")."""
    bare = words[at].strip(",")
    if bare in _IN_TITLES and words[at - 1][0].isupper() and words[at + 1 : at + 2] and words[at + 1][0].isupper():
        return False
    tells = any(reading.form == "past" or reading.base not in OTHERS_TOO for reading in readings(bare))
    return bare in _STOPS or (bare.islower() and tells)


_IN_TITLES = frozenset("of and the for".split())


def _points(text: str, kind: str) -> bool:
    """Whether a meaning points to something before it; in the clause behind the kind, "it" is the thing itself."""
    return _POINTS.search(text) is not None or _IT.search(kind) is not None


def _kind(before: str, aside: bool) -> str:
    """The noun phrase at the end of what stands before "called"; empty where its beginning is not sure."""
    if _IS.search(before):
        return ""
    if article := _ARTICLE.match(before):
        kind = article["kind"][:1].lower() + article["kind"][1:]
        return "" if has_own_verb(kind) or _HANGS_ON.search(kind) else kind
    if _is_phrase(before):
        return before if _OF_A_PEOPLE.match(before) else before[:1].lower() + before[1:]
    words = before.split(" ")
    start = len(words)
    while start and words[start - 1].strip(",").lower() not in _BEGINS and not _is_verb(words[start - 1]):
        start -= 1
    kind = " ".join(words[start:])
    small = re.fullmatch(r"[a-z][a-z -]*", kind)
    return kind if small and not aside and start and plural_subject(kind.split(" of ")[0]) else ""


_HANGS_ON = re.compile(r" (?:in|on|at|to|from|with|for|by|about|through)\b(?! [A-Z][\w’-]+$)")
"""Then the name may be that of the last noun: "a post in the league called …"."""
_OF_A_PEOPLE = re.compile(r"[A-Z][a-z]+(?:an|ese|ish|ch) ")
_OPENS = re.compile(r"(?:[A-Z][a-z’-]+)(?: [\w’-]+){1,11}")


def _is_phrase(before: str) -> bool:
    """Whether all that stands before the name is one phrase, the subject of the sentence."""
    first = before.split(" ")[0].lower()
    order = first in VERBS and first not in OTHERS_TOO
    if order or not _OPENS.fullmatch(before) or first in _STOPS or has_own_verb(before):
        return False
    if _SOMEBODY.search(before) or not (_ASSIGNED.match(before) or split(f"{before} there") is None):
        return False
    return not any(map(_is_verb, before.split(" ")[1:]))


_ASSIGNED = re.compile(r"^[A-Z][a-z]+(?:ed)? [a-z]+ [a-z]+ed (?:as|by|in|at|on|for|with|from|to) ")
_SOMEBODY = re.compile(r"(?<!the) [A-Z][\w’-]+ [A-Z][\w’-]+$")


def _is_verb(word: str) -> bool:
    """Whether a word tells: in the present for one or many, or in the past and no participle."""
    forms = {reading.form for reading in readings(word) if reading.base not in OTHERS_TOO}
    return bool(forms & {"base", "third"}) or ("past" in forms and not is_participle(word))


def _told(kind: str, after: str, before: str, *, proper: bool) -> str:
    """The kind with what tells it from others; empty where nothing does."""
    if relative := _RELATIVE.match(after):
        which = "that" if relative["which"] == "which" else relative["which"]
        text = f"{kind} {which} {_ABOUT_THESE.sub('', _REST.split(relative['rest'])[0])}"
        return text if says_what(text) or not text.startswith(("a ", "an ")) else ""
    if _tells(kind, proper=proper):
        return kind
    subject = f"{kind[:1].upper()}{kind[1:]}"
    clause = split(f"{subject}{after}") if before == subject else None
    if clause and clause.subject == subject:
        return f"{kind} that {clause.verb} {_REST.split(clause.rest)[0]}"
    return ""


def _tells(kind: str, *, proper: bool) -> bool:
    """Whether the words beside the head of a kind tell it from others; of one thing, or of a proper name, they do only
    behind the head ("a paper of the guild", not "a free guild paper")."""
    one = kind.startswith(("a ", "an "))
    if _TOLD_BY.search(kind):
        return says_what(kind) or not one
    words = [word for word in kind.split(" ")[:-1] if word not in {"the", "and", *_VAGUE}]
    return not (one or proper) and (len(words) >= _MODIFIERS or any("-" in word for word in words))
