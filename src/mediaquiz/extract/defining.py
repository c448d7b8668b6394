"""Sentences that tell what a known term means, in the forms that writers use around a term that they set off.

The term is given (the author marked it, or a cue such as "known as" names it); the sentence shows where its meaning
begins and ends. A form that leaves either side in doubt gives nothing.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from mediaquiz.extract import naming
from mediaquiz.extract.leading import unjoined
from mediaquiz.extract.phrases import has_own_verb, is_noun_phrase, plainer, with_how
from mediaquiz.extract.stated import WHICH_SAYS, stated
from mediaquiz.language.clauses import split
from mediaquiz.language.cues import cues
from mediaquiz.language.verbs import readings
from mediaquiz.text import cut_opening

_MARK = "\ue000"
"""Stands for the term while a sentence is read, so that every form is one fixed pattern."""
_T = rf"[“\"]?{_MARK}[”\"]?"
_A = r"(?:an? |the )?"
_OFTEN = r"(?:(?:often|also|commonly|sometimes|usually|typically|generally|simply|then|now|formally|therefore) )?"
_CALLED = (
    rf"{_OFTEN}(?:called|known (?:collectively |simply )?as|termed|referred to as|named|labell?ed|dubbed|described as"
    r"|defined as) "
)
_END = (
    r"(?=[,.;:!?)—–”\"]|$| \(| (?:and|because|since|when|if|as|in|for|or|but|by|where|while|which|that|on|to|from"
    r"|with)\b)"
)
_ALIAS = r"(?: ?\((?P<alias>[^()]{2,60})\))?(?:, (?:or|also (?:called|known as)) (?P<other>[^,]{3,30}),)?"
_MEANS = (
    r"(?:(?:is|are|was|were|can be|may be) (?:often |usually |generally |commonly |formally |simply |typically )?"
    r"(?:(?:defined|described|thought of|known|understood|viewed|regarded|referred to) (?:as|to be) )?"
    r"|(?P<verb>means?|refers? to|describes?|denotes?|stands? for|represents?|measures?|occurs?(?= when| if)"
    r"|happens?(?= when| if)|(?:states?|holds?|says?|argues?|suggests?|asserts?|assumes?)(?= that)|consists? of"
    r"|involves?|comprises?|arises?(?= when)|exists?(?= when)|focuses on|studies|examines|explores"
    r"|investigates|compares|shows?|tells? us) )"
)
_PEOPLE = (
    r"\b(?:we|economists|psychologists|scientists|biologists|chemists|physicists|historians|sociologists|researchers"
    r"|experts|mathematicians|statisticians|people|they|one|you|[a-z]{3,}(?:ers|ors|ists|ians)) "
    r"(?:often |also |commonly |sometimes |usually |would |can |will |now |then |typically )?"
)
_DASH = re.compile(r" -{2,3} ")
_INSERTED = re.compile(r", as (?:its|the) name (?:suggests|says|implies),")
_TAIL = re.compile(
    r"(?:, (?:and|but|so|while|although|whereas) (?:it|they|he|she|we|you|this|these|there|the|an?|in|some|many|if|when"
    r"|most|not all|is|are|was|were|has|have|can|will|may)\b.*"
    r"|, (?:while|whereas) (?!\w+ing\b).*"
    r"|, and [^,]{3,60}, which .*|,? as shows\b.*|, (?:for example|such as|including|like|e\.g\.|as in|as shown)\b.*"
    r"|, which (?:is|are|can|may|has|have|we|will|you|makes?|was|were)\b.*|;.*|:.*| [—–].*| - (?!except|unless).*"
    r"|\s\((?:see|figure)\b.*"
    r"|\s\(table\b.*|,? for (?:example|instance)\b.*|,? and (?:is|are|usually|often|it|they|this|these)\b.*)$",
    re.IGNORECASE | re.DOTALL,
)
_NO_MEANING = re.compile(
    r"^(?:(?:essentially|basically|really|actually) (?:as|like|the same)|not|like|unlike|probably|perhaps|likely"
    r"|always|never|sometimes|an? reasonable|the same|one of"
    r"|one (?:reason|way|example)|also|used|important|useful|an? (?:important|useful|key|good|common|great|major|big"
    r"|popular|powerful|bit|way|number|lot)\b|often|very|more|less|based|similar|different|shown|given|found|it|they"
    r"|this|these|that|those|there|how (?:much|many)|as|at|in|on|why|what we|where|when we|only|just|too|so|such|still"
    r"|now|most|able|closely|easy|hard|difficult|possible|necessary|available|called|known|referred|due|because"
    r"|another|no\b|none|all\b|part of|an example|examples? of|the \w+(?<!inter)est\b (?!rate)|the (?:first|second"
    r"|third|last|next|main|most|only|key|subject|focus|topic|result|reason|case|idea|following|basis|opposite))\b",
    re.IGNORECASE,
)
_POINTS_BACK = re.compile(
    r"\b(?:this|these|those(?! (?:who|that|which|whose|whom)\b)|above|below|here|earlier|previous(?:ly)?"
    r"|following|figure|table|we|us|our|you|your|he|she|his|her|my|it|they|them)\b|\bsuch (?!as\b|that\b)"
    r"|\b(?:of|in|on|at|to|for|with|by|answering|about|from|which) that (?!is\b|are\b|which\b)\w+",
    re.IGNORECASE,
)
_OF_THE_TERM = re.compile(r"\b(?:it|they|them|their|its|you)\b", re.IGNORECASE)
_DRAWN = re.compile(
    r"\b(?:shaded|dashed|dotted|rectangle|axis|arrow|(?:point|curve|line|area) [A-Z]\d?)\b|\b(?:of|in|by|to|for"
    r"|and|(?<! it )(?<!they )(?:is|are|was|were)|that (?:follow|result|remain)s?)$"
)
"""Words of a picture that stands beside the text, and an end that was cut off."""
_LEAST_WORDS, _MOST_WORDS = 3, 36


@dataclass(frozen=True, slots=True)
class Told:
    """What a sentence tells of a term: the meaning in its words, and the verb that joins them ("is" by default)."""

    text: str
    verb: str = "is"
    aliases: tuple[str, ...] = ()
    noun: str = ""
    """What the sentence before is called, where the term names it: "this process is called …"."""


def without_opening(sentence: str) -> str:
    """A sentence without the words that join it to the one before: "however", "recall that"."""
    bare = unjoined(sentence)
    return f"{bare[:1].upper()}{bare[1:]}"


def told(sentence: str, term: str, before: str = "") -> Told | None:
    """What a sentence says that a term means, or None. ``before`` is the sentence before it in the paragraph."""
    masked = _masked(_INSERTED.sub("", unjoined(_DASH.sub(" — ", sentence) if " --" in sentence else sentence)), term)
    if _MARK not in masked:
        return None
    said = cues(sentence)
    tried = (form(masked, before) for form, words in _CUED if not (words and words.isdisjoint(said)))
    found = next(filter(None, tried), None) or _stated(masked, term)
    if found is None or (_MARK in found.text and found.verb in {"is", "means that"}):
        return None
    if found.verb == "means that" and found.text.lower().startswith(f"the {term.lower().split(' ')[-1]} "):
        return None  # "by the issuing company, in which the company may …": not what it is
    return replace(found, text=found.text.replace(_MARK, term))


def _stated(masked: str, term: str) -> Told | None:
    """T: S. T, which is that S. T: the D that …. T, or doing X."""
    text, verb = stated(masked, term)
    return _made(text, verb) if text else None


def _masked(sentence: str, term: str) -> str:
    """The sentence with ``_MARK`` where the term stands as whole words, also in the plural."""
    low, wanted, parts, start = sentence.lower(), term.lower(), [], 0
    while (at := low.find(wanted, start)) >= 0:
        end = at + len(wanted)
        end += next(
            (len(s) for s in ("es", "s") if low.startswith(s, end) and not low[end + len(s) :][:1].isalnum()), 0
        )
        whole = not (at and low[at - 1].isalnum()) and not low[end:][:1].isalnum()
        parts += [sentence[start:at], _MARK if whole else sentence[at:end]]
        start = end
    return "".join(parts) + sentence[start:]


_SAYS = re.compile(
    r"^(?:(?:(?:in|by|for|within|among|under|at|to|as) [^,;:—]{2,50}, |(?:the )?terms? )?(?:an?|the|any|every) "
    r"|[^,;:—]{2,110}, (?:an?|the) |(?:in|by|for|within|at) [^,;:—]{2,50}, |(?:the )?terms? |the (?!units?\b)\w+ of |)"
    rf"{_T}{_ALIAS}(?:, (?:in|by|on|for) [^,]{{3,40}},)? {_MEANS}(?P<text>.+)$",
    re.IGNORECASE,
)


def _says(sentence: str, _: str) -> Told | None:
    """T is D. T means D. T (A) refers to D. T occurs when D."""
    found = _SAYS.match(sentence)
    if not found:
        return None
    text = _tidy(with_how(found["text"]))
    if found["verb"] and re.match(r"(?:is|are|can|was|were|has|have|both)\b", text):
        return None  # "the inequality measure is …": that was the verb
    if found["verb"] and found["verb"].lower().startswith("refer") and re.search(r" as (?:an?|the) ", text):
        return None  # "economists refer to D as T"
    if not found["verb"] and (not is_noun_phrase(text) or _NO_MEANING.match(text)):
        return None
    return _made(text, found["verb"] or "is", _aliases(found["alias"], found["other"]))


_D_IS_CALLED = re.compile(
    rf"^(?P<text>[^;:—]{{12,240}}?),? (?:is|are|was|were) {_CALLED}(?:as )?{_A}{_T}{_END}", re.IGNORECASE
)
_D_CALLED = re.compile(
    rf"(?:^|[ (])(?P<text>(?:an?|the) (?!(?:[\w’'-]+ )?{_CALLED})[^,;:—()]{{12,140}}?),? "
    rf"(?:(?:(?:which|that) (?:is|are) )?{_CALLED}|(?<=, )or ){_A}{_T}{_END}",
    re.IGNORECASE,
)
_THIS = re.compile(r"^(?:this|these|such|that|those)\b", re.IGNORECASE)


_WHOLE_THIS = re.compile(
    r"^(?:this|these) (?=(?:(?!of\b|is\b|are\b)[\w’'-]+ ){1,3}(?:of [a-z]+ing|in which|that (?!is\b|are\b)[a-z]+s?) )",
    re.IGNORECASE,
)
""" "This habit of noting all times is called …": the words behind say which."""


def _is_called(sentence: str, _: str) -> Told | None:
    """D is called T. — D, called T, … — D, or T, …"""
    found = _D_IS_CALLED.match(_WHOLE_THIS.sub("the ", sentence))
    if found and not _THIS.match(found["text"]) and not re.search(r"\b(?:that|which|who)$", found["text"]):
        text = re.sub(r"^(?:in|by|for|within) [^,]{2,50}, ", "", found["text"], flags=re.IGNORECASE)
        return _made(text) if is_noun_phrase(text) and not has_own_verb(text) else None
    found = _D_CALLED.search(sentence)
    if found is None or has_own_verb(found["text"]):
        return None
    clause = split(found["text"])  # "the bank makes a turn, known as …": of the turn alone
    return None if clause and _AN_OBJECT.match(clause.rest) else _made(found["text"])


_AN_OBJECT = re.compile(r"(?:an?|the) ")
_THEY_CALL = re.compile(
    rf"{_PEOPLE}(?:call|refer to|label|describe|term|name) (?P<text>(?:an?|the|any|all) [^;:—]{{8,160}}?)(?: as)? "
    rf"{_A}{_T}{_END}",
    re.IGNORECASE,
)
_DEFINE = re.compile(rf"\b(?:define|describe)[sd]? {_A}{_T}{_ALIAS} as (?P<text>.+)$", re.IGNORECASE)


def _people_call(sentence: str, _: str) -> Told | None:
    """Economists call D T. — We define T as D. — We refer to D as T."""
    found = _THEY_CALL.search(sentence) or _DEFINE.search(sentence)
    text = _tidy(found["text"]) if found else ""
    return _made(text) if found and is_noun_phrase(text) and not _NO_MEANING.match(text) else None


_T_WHICH = rf"{_T}(?: ?\((?P<alias>[^()]{{2,60}})\))?"
_WHICH_IS = re.compile(
    rf"{_T_WHICH}, (?:which|who) (?:is|are|was|were|means?(?! that)|refers? to|we (?:define|describe) as) "
    r"(?P<text>[^;:—]{10,200})$",
    re.IGNORECASE,
)
_WHICH_MEANS = re.compile(
    rf"{_T_WHICH}, (?:which means that|where|in which) (?P<text>[^;:—]{{12,200}})$", re.IGNORECASE
)
_WHICH_DOES = re.compile(rf"{_T_WHICH}, (?:which|who) (?P<text>(?P<does>[a-z]+) [^;:—]{{10,220}})$", re.IGNORECASE)
_THAT_IS = re.compile(rf"{_T_WHICH}(?:;|[ ]?[—–]|,) ?that is,? (?P<text>[^;:—]{{10,160}})(?:$|—)", re.IGNORECASE)


def _relative(sentence: str, _: str) -> Told | None:
    """T, which is D. T, which means that D. T, where (in which) D. T, which does D. T; that is, D."""
    for pattern in (_WHICH_IS, _THAT_IS):
        found = pattern.search(sentence)
        if found and is_noun_phrase(_tidy(found["text"])) and not _NO_MEANING.match(found["text"]):
            return _made(_without_main(found["text"]), "is", _aliases(found["alias"]))
    if (found := _WHICH_MEANS.search(sentence)) and not _NO_MEANING.match(found["text"]):
        return _made(found["text"], "means that", _aliases(found["alias"]))
    found = _WHICH_DOES.search(sentence)
    if not found or found["does"] in {"has", "have"} or not _is_present(found["does"]):
        return None
    text = _without_main(found["text"])
    if said := WHICH_SAYS.match(text):
        return _made(said["text"], said["verb"])
    return _made(text, "does")


def _is_present(word: str) -> bool:
    return any(reading.form in {"third", "base"} for reading in readings(word))


_MAIN = re.compile(
    r", (?:is|are|was|were|can|could|will|would|may|might|must|should|has|have|do|does|did)\b.*$", re.DOTALL
)


def _without_main(text: str) -> str:
    """Without the sentence's own predicate that goes on after the relative clause: ", should not affect …"."""
    return _MAIN.sub("", text)


_SUMS_UP = (
    "effect|method|process|technique|phenomenon|practice|limit|rule|principle|condition|state|pattern|problem|error"
    "|habit|shape|approach|idea|property|strategy|tendency|mistake|arrangement|procedure|behaviou?r|event"
    "|relationship|law"
    "|theory|trend|reaction|change|movement|act|fact|symptom|disorder|bias|fallacy"
)
"""Nouns that take up a whole sentence: "the effect is called …"."""
_TAKES_UP = re.compile(rf"\b(?:{_SUMS_UP})$")
_NAMES_THIS = re.compile(
    rf"^(?:(?:this|these|such)(?: (?P<noun>(?!is\b|are\b)[\w-]+(?: (?!is\b|are\b)[\w-]+)?))?|the (?P<sum>{_SUMS_UP})) "
    rf"(?:is|are) {_CALLED}{_A}{_T}{_END}",
    re.IGNORECASE,
)
_WHICH_IS_CALLED = re.compile(rf"^(?P<text>[^;:—]{{20,180}}), which (?:is|are) {_CALLED}{_A}{_T}$", re.IGNORECASE)
_THEY_CALL_THIS = re.compile(
    rf"{_PEOPLE}(?:call|refer to|label|term) (?:(?:this|these) ?(?P<noun>[\w-]*)"
    rf"|the (?P<sum>{_SUMS_UP}))(?: as)? {_A}{_T}{_END}",
    re.IGNORECASE,
)
_NOT_ALONE = re.compile(
    r"^(?:for (?:example|instance)|however|but|and|so|thus|such|then|suppose|imagine)\b", re.IGNORECASE
)


def _names_the_last(sentence: str, before: str) -> Told | None:
    """S. This (process) is called T. S, which is called T.  →  S is the meaning, ``noun`` what it is called."""
    whole = _WHICH_IS_CALLED.match(sentence.removesuffix("."))
    found = whole or _NAMES_THIS.match(sentence) or _THEY_CALL_THIS.search(sentence)
    text = whole["text"] if whole else re.sub(r"[.]$", "", before)
    noun = "" if not found or whole else (found["noun"] or found["sum"] or "").lower()
    if not found or (noun and not _TAKES_UP.search(noun)):
        return None
    if _POINTS_BACK.search(text) or _NOT_ALONE.match(text) or text.endswith("?"):
        return None
    if not 6 <= len(text.split()) <= _MOST_WORDS:
        return None
    return Told(text, "called", (), noun)


_NEXT_TO = re.compile(
    rf"{_T}(?: ?\([A-Z]\w{{1,5}}\))?(?P<open>, | ?[—–] ?| - (?=an? )| \()"
    r"(?:which (?:is|are|means|refers to) |or |meaning |that is, |i\.e\.,? )?"
    r"(?P<text>(?:the|an?|any|all|how) [^;:—–()]{10,150}?)(?:(?<!\w,)(?:[.;)—–](?!\w)|,(?= )(?! (?:and|or)\b)|$))",
    re.IGNORECASE,
)
_A_ROW = re.compile(r", (?:and|or) (?:an?|the|its|their|other|some)\b", re.IGNORECASE)
"""What stands behind a comma as well, so that the phrase before it is one of a row."""
_MODIFIED = re.compile(r"\b(?:of|that|which|who|in which|where|between|for|by|to|meaning)\b")


def _apposition(sentence: str, _: str) -> Told | None:
    """… T, the D that …, … — T—the D that …— … — T (the D that …)"""
    found = _NEXT_TO.search(sentence)
    if not found or _NO_MEANING.match(found["text"]) or not _MODIFIED.search(found["text"]):
        return None
    in_a_list = found["open"] == ", " and (
        sentence[: found.start()].endswith(", ") or _A_ROW.search(found["text"]) is not None
    )
    if len(found["text"].split()) < 5 or in_a_list or (found["open"] == ", " and has_own_verb(found["text"])):
        return None
    return _made(found["text"])


_ACCORDING = re.compile(rf"^(?:according to|by|under) (?:the )?{_T}, (?P<text>[^;:—]{{20,200}})$", re.IGNORECASE)


def _according(sentence: str, _: str) -> Told | None:
    """According to T, D."""
    found = _ACCORDING.match(sentence)
    return _made(found["text"], "states that") if found else None


_REACHED = "calculated computed found obtained measured determined"
_REACH = r"(?:obtain|get|calculate|compute|find|measure|determine)"
_COMPUTED = (
    re.compile(
        rf"\b(?:we|you) (?:can )?{_REACH} {_A}{_T} (?:(?:when|if) (?:we|you) |(?P<by>by ))(?P<text>[^,;:—]{{10,120}})",
        re.I,
    ),
    re.compile(
        rf"^(?:if|when) (?:we|you) (?P<text>[^,;:—]{{10,120}}?),? (?:we|you) (?:can )?{_REACH} {_A}{_T}(?P<by>)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"^(?:the )?{_T} (?:is|are|can be) (?:calculated|computed|found|obtained|measured|determined) "
        r"(?P<by>by )(?P<text>\w+ing [^,;:—]{10,120})",
        re.IGNORECASE,
    ),
)


def _computed(sentence: str, _: str) -> Told | None:
    """We get T by dividing A by B. If we divide A by B, we get T. T is calculated by dividing …"""
    found = next(filter(None, (pattern.search(sentence) for pattern in _COMPUTED)), None)
    return _made(f"{found['by'] or ''}{found['text']}", "computed") if found else None


def _technical(sentence: str, _: str) -> Told | None:
    """We can think of T as D. When an N has X, it is called T. For any N, its T refers to D."""
    text = naming.meaning(sentence)
    return _made(text) if text else None


_NAMING = "call refer called known termed referred named labelled labeled dubbed described defined"
_FORMS: tuple[tuple[Callable[[str, str], Told | None], str], ...] = (
    (_technical, f"{_NAMING} think its which"), (_says, ""), (_is_called, f"{_NAMING} or"),
    (_people_call, f"{_NAMING} label describe describes term name define defines"), (_relative, "which who that where"),
    (_names_the_last, f"{_NAMING} label term"), (_apposition, ""), (_according, "according by under"),
    (_computed, f"{_REACHED} obtain get calculate compute find measure determine"),
)  # fmt: skip
_CUED = tuple((form, frozenset(words.split())) for form, words in _FORMS)
"""All forms, the surest first; where words stand beside one, it fits no sentence that has none of them."""


_SAYS_LITTLE = re.compile(
    r"(?:the|an?) [\w-]+(?: (?:[\w-]+|itself))?|.*\b(?:is|are) (?:\w+ )?(?:called|known as|referred to as)\b.*|a host"
    r" of .*",
    re.IGNORECASE,
)
"""A thing that nothing tells from others, or a sentence about another term."""


def _made(text: str, verb: str = "is", aliases: tuple[str, ...] = ()) -> Told | None:
    text = _tidy(text)
    if (
        _SAYS_LITTLE.fullmatch(text)
        or _DRAWN.search(text)
        or not _LEAST_WORDS <= len(text.split()) <= _MOST_WORDS
        or _POINTS_BACK.search(_OF_THE_TERM.sub("", text))
    ):
        return None
    return Told(text, verb, aliases)


def _tidy(text: str) -> str:
    return re.sub(r"(?<=\w)[.]$", "", _TAIL.sub("", plainer(text.strip()))).strip(" ,")


_INTRODUCES = re.compile(
    r"^(?:or|also|sometimes|often|simply|(?:also |sometimes |often )?(?:called|known as|referred to(?: simply)? as)) "
)
_NO_ALIAS = re.compile(r"^(?:see|e\.g|i\.e|figure|table)", re.IGNORECASE)


def _aliases(*names: str | None) -> tuple[str, ...]:
    """Other names in brackets or after "or": short ones, without the words that introduce them."""
    bare = [cut_opening(_INTRODUCES, name) for name in names if name]
    return tuple(name for name in bare if len(name.split()) <= 4 and not _NO_ALIAS.match(name))
