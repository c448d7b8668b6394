"""Sentences that tell what a known term means, in the forms that writers use around a term that they set off.

The term is given (the author marked it, or a cue such as "known as" names it); the sentence shows where its meaning
begins and ends. A form that leaves either side in doubt gives nothing.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from mediaquiz.language.verbs import readings

_OFTEN = r"(?:(?:often|also|commonly|sometimes|usually|typically|generally|simply|then|now|formally|therefore) )?"
_LEAD_IN = r"^(?:(?:in|by|for|within|among|under|at|to|as) [^,;:—]{2,50}, |(?:the )?terms? )?(?:an?|the|any|every) "
_MEANS = (
    r"(?:(?P<be>is|are|was|were|can be|may be) (?:often |usually |generally |commonly |formally |simply |typically )?"
    r"(?:(?:defined|described|thought of|known|understood|viewed|regarded|referred to) (?:as|to be) )?"
    r"|(?P<verb>means?|refers? to|describes?|denotes?|stands? for|represents?|measures?|occurs?(?= when| if)"
    r"|happens?(?= when| if)|states?(?= that)|holds?(?= that)|says?(?= that)|argues?(?= that)|suggests?(?= that)"
    r"|asserts?(?= that)|assumes?(?= that)|consists? of|involves?|comprises?|arises?(?= when)|exists?(?= when)"
    r"|focuses on|studies|examines|compares|shows?|tells? us) )"
)
_ALIAS = r"(?: ?\((?P<alias>[^()]{2,60})\))?(?:, (?:or|also (?:called|known as)) (?P<other>[^,]{3,30}),)?"
_CALLED = (
    rf"{_OFTEN}(?:called|known as|termed|referred to as|named|labeled|labelled|dubbed|described as|defined as"
    r"|known collectively as|known simply as) "
)
_CLOSE = (
    r"(?=[,.;:!?)—–”\"]|$| (?:and|because|since|when|if|as|in|for|or|but|by|where|while|which|that|on|to|from|with)\b)"
)
_THIS = re.compile(r"^(?:this|these|such|that|those)\b(?: (?P<noun>[\w-]+(?: [\w-]+)?))?", re.IGNORECASE)
_PEOPLE_CALL = (
    r"\b(?P<who>we|economists|psychologists|scientists|biologists|chemists|physicists|historians|sociologists"
    r"|researchers|experts|doctors|engineers|mathematicians|statisticians|people|they|one|you) "
    r"(?:often |also |commonly |sometimes |usually |would |can |will |now |then |typically )?"
)
_TAIL = re.compile(
    r"(?:, (?:and|but|so|while|although|whereas) (?:it|they|he|she|we|you|this|these|there|the|an?|in|some|many|if|when"
    r"|most|not all|is|are|was|were|has|have|can|will|may)\b.*|, (?:for example|such as|including|like|e\.g\.|as in|as shown)\b.*"
    r"|, which (?:is|are|can|may|has|have|we|will|you|makes?|was|were)\b.*|;.*|:.*| [—–].*|\s\((?:see|figure|table)\b.*"
    r"|,? for (?:example|instance)\b.*|,? and (?:is|are|it|they|this|these)\b.*)$",
    re.IGNORECASE | re.DOTALL,
)
_NO_TEXT = re.compile(
    r"^(?:not|like|unlike|probably|perhaps|likely|always|never|sometimes|an? reasonable|the same|one of|one (?:reason|way|example)|also|used|important|useful|an? (?:important|useful|key"
    r"|good|common|great|major|big|popular|powerful|bit|way|number|lot)\b|often|very|more|less|based|similar|different"
    r"|shown|given|found|it|they|this|these|that|those|there|how (?:much|many)|as|at|in|on|why|what we|where|when we"
    r"|only|just|too|so|such|still|now|most|more|able|likely|closely|easy|hard|difficult|possible|necessary|available"
    r"|called|known|referred|due|because|another|no\b|none|all\b|part of|an example|examples? of|the \w+(?<!inter)est\b (?!rate)|the (?:first|second"
    r"|third|last|next|main|most|best|only|key|subject|focus|topic|result|reason|case|idea|following|basis|opposite))\b",
    re.IGNORECASE,
)
_POINTS_BACK = re.compile(
    r"\b(?:this|these|those|above|below|here|earlier|previous(?:ly)?|following|figure|table|we|us|our|you|your|he|she"
    r"|his|her|my|it|they|them)\b|\b(?:of|in|on|at|to|for|with|by|answering|about|from) that (?!is\b|are\b|which\b)\w+",
    re.IGNORECASE,
)
_LEAST_WORDS, _MOST_WORDS = 3, 36


@dataclass(frozen=True, slots=True)
class Told:
    """What a sentence tells of a term: the meaning in its words, and the verb that joins them ("is" by default)."""

    text: str
    verb: str = "is"
    aliases: tuple[str, ...] = ()
    noun: str = ""
    """What the sentence before is called, where the term names it: "this process is called …"."""


def told(sentence: str, term: str, before: str = "") -> Told | None:
    """What a sentence says that a term means, or None. ``before`` is the sentence before it in the paragraph."""
    sentence = _JOINS.sub("", sentence)
    for form in _FORMS:
        if found := form(sentence, re.escape(term) + r"(?:s|es)?", before):
            return found
    return None


_JOINS = re.compile(
    r"^(?:(?:however|therefore|thus|hence|in fact|in other words|that is|in short|in general|generally|in contrast"
    r"|by contrast|conversely|on the other hand|similarly|likewise|instead|finally|first|second|third|next|then|also"
    r"|again|so|but|and|recall that|remember that|note that|now|for instance|for example|as (?:a result|we have seen)"
    r"|to put it another way|put simply|moreover|furthermore|in addition),? )+",
    re.IGNORECASE,
)


def _says(sentence: str, term: str, _: str) -> Told | None:
    """T is D. T means D. T (A) refers to D. T occurs when D."""
    found = re.match(
        rf"(?:{_LEAD_IN}|^[^,;:—]{{2,110}}, (?:an?|the) |^(?:in|by|for|within|at) [^,;:—]{{2,50}}, |^(?:the )?terms? |^)"
        rf"[“\"]?{term}[”\"]?{_ALIAS}(?:, (?:in|by|on|for) [^,]{{3,40}},)? {_MEANS}(?P<text>.+)$",
        sentence,
        re.IGNORECASE,
    )
    if not found:
        return None
    text = _tidy(found["text"])
    if found["be"] and (not _is_noun_phrase(text) or _NO_TEXT.match(text)):
        return None
    aliases = _aliases(found["alias"], found["other"])
    return _told(text, found["verb"] or "is", aliases)


def _is_called(sentence: str, term: str, _: str) -> Told | None:
    """D is called T. — D, called T, … — D, or T, …"""
    found = re.match(
        rf"^(?P<text>[^;:—]{{12,240}}?),? (?:is|are|was|were) {_CALLED}(?:as )?(?:an? |the )?[“\"]?{term}[”\"]?{_CLOSE}",
        sentence,
        re.IGNORECASE,
    )
    if found and not _THIS.match(found["text"]) and not re.search(r"\b(?:that|which|who)$", found["text"]):
        text = re.sub(r"^(?:in|by|for|within) [^,]{2,50}, ", "", found["text"], flags=re.IGNORECASE)
        return _told(text, "is") if _is_noun_phrase(text) else None
    found = re.search(
        rf"(?:^|[ (])(?P<text>(?:an?|the) (?!(?:[\w’'-]+ )?{_CALLED})[^,;:—()]{{12,140}}?),? "
        rf"(?:(?:(?:which|that) (?:is|are) )?{_CALLED}|or )(?:an? |the )?[“\"]?{term}[”\"]?{_CLOSE}",
        sentence,
        re.IGNORECASE,
    )
    if not found or _has_verb_before_relative(found["text"]):
        return None
    return _told(found["text"], "is")


def _people_call(sentence: str, term: str, _: str) -> Told | None:
    """Economists call D T. — We define T as D. — We refer to D as T."""
    call = re.search(
        rf"{_PEOPLE_CALL}(?:call|refer to|label|describe|term|name) (?P<text>(?:an?|the|any|all) [^;:—]{{8,160}}?)(?: as)? "
        rf"(?:an? |the )?[“\"]?{term}[”\"]?{_CLOSE}",
        sentence,
        re.IGNORECASE,
    )
    define = re.search(
        rf"\b(?:define|defines|defined|describe|describes) (?:an? |the )?[“\"]?{term}[”\"]?{_ALIAS} as (?P<text>.+)$",
        sentence,
        re.IGNORECASE,
    )
    found = call or define
    if not found:
        return None
    text = _tidy(found["text"])
    return _told(text, "is") if _is_noun_phrase(text) and not _NO_TEXT.match(text) else None


def _names_the_last(sentence: str, term: str, before: str) -> Told | None:
    """S. This (process) is called T.  →  the sentence before is the meaning, ``noun`` what it is called."""
    found = re.match(
        rf"^(?P<this>this|these|such)(?: (?P<noun>(?!is\b|are\b)[\w-]+(?: (?!is\b|are\b)[\w-]+)?))? "
        rf"(?:(?:is|are) {_CALLED}|(?:is|are) )(?:an? |the )?[“\"]?{term}[”\"]?{_CLOSE}",
        sentence,
        re.IGNORECASE,
    )
    by_people = re.search(
        rf"{_PEOPLE_CALL}(?:call|refer to|label|term) (?:this|these) ?(?P<noun>[\w-]*)(?: as)? (?:an? |the )?[“\"]?{term}"
        rf"[”\"]?{_CLOSE}",
        sentence,
        re.IGNORECASE,
    )
    found = found or by_people
    if not found or not before or not re.search(rf"{_CALLED}|\bcall\b|\bterm\b|\blabel\b", found[0]):
        return None
    text = re.sub(r"[.]$", "", before)
    if _POINTS_BACK.search(text) or not 6 <= len(text.split()) <= _MOST_WORDS or text.endswith("?"):
        return None
    if re.match(r"^(?:for (?:example|instance)|however|but|and|so|thus|such|then|suppose|imagine)\b", text, re.I):
        return None
    return Told(text, "called", (), (found["noun"] or "").lower())


def _apposition(sentence: str, term: str, _: str) -> Told | None:
    """… T, the D that …, … — T—the D that …— … — T (the D that …)"""
    found = re.search(
        rf"\b[“\"]?{term}[”\"]?(?P<open>, | ?[—–] ?| \()(?:which (?:is|are|means|refers to) |or |meaning |that is, |i\.e\.,? )?"
        rf"(?P<text>(?:the|an?|any|all|how) [^;:—–()]{{10,150}}?)(?:(?<!\w,)(?:[.;)—–](?!\w)|,(?= )(?! (?:and|or)\b)|$))",
        sentence,
        re.IGNORECASE,
    )
    if not found or not _is_noun_phrase(found["text"]) or _NO_TEXT.match(found["text"]):
        return None
    head = found["text"].split(" ")
    if (
        not re.search(r"\b(?:of|that|which|who|in which|where|between|for|by|to|meaning)\b", found["text"])
        or len(head) < 5
    ):
        return None
    if found["open"] == ", " and (
        _has_verb_before_relative(found["text"]) or re.search(r", $", sentence[: found.start()])
    ):
        return None
    return _told(_tidy(found["text"]), "is")


_RELATIVE_BE = r"(?:is|are|was|were|means?(?! that)|refers? to|we (?:define|describe) as)"


def _relative(sentence: str, term: str, _: str) -> Told | None:
    """T, which is D. T, which means that D. T, which does D. T, where (in which) D. T; that is, D."""
    head = rf"\b[“\"]?{term}[”\"]?(?: ?\((?P<alias>[^()]{{2,60}})\))?"
    found = re.search(rf"{head}, (?:which|who) (?P<be>{_RELATIVE_BE}) (?P<text>[^;:—]{{10,200}})$", sentence, re.I)
    if found and _is_noun_phrase(_tidy(found["text"])) and not _NO_TEXT.match(found["text"]):
        return _told(_cut_main(found["text"]), "is", _aliases(found["alias"]))
    found = re.search(rf"{head}, which means that (?P<text>[^;:—]{{10,200}})$", sentence, re.IGNORECASE)
    if found:
        return _told(found["text"], "means that", _aliases(found["alias"]))
    found = re.search(rf"{head}, (?:where|in which) (?P<text>[^;:—]{{14,200}})$", sentence, re.IGNORECASE)
    if found and not _NO_TEXT.match(found["text"]):
        return _told(found["text"], "means that", _aliases(found["alias"]))
    found = re.search(rf"{head}, (?:which|who) (?P<text>(?P<does>[a-z]+) [^;:—]{{10,160}})$", sentence, re.IGNORECASE)
    if (
        found
        and any(r.form in {"third", "base"} for r in readings(found["does"]))
        and found["does"] not in {"has", "have"}
    ):
        return _told(_cut_main(found["text"]), "does")
    found = re.search(rf"{head}(?:;|[ ]?[—–]|,) ?that is,? (?P<text>[^;:—]{{10,160}})$", sentence, re.IGNORECASE)
    if found and _is_noun_phrase(_tidy(found["text"])) and not _NO_TEXT.match(found["text"]):
        return _told(found["text"], "is", _aliases(found["alias"]))
    return None


def _cut_main(text: str) -> str:
    """Without the sentence's own predicate that goes on after the relative clause: ", should not affect …"."""
    return re.sub(
        r", (?:is|are|was|were|can|could|will|would|may|might|must|should|has|have|do|does|did)\b.*$",
        "",
        text,
        flags=re.DOTALL,
    )


def _according(sentence: str, term: str, _: str) -> Told | None:
    """According to T, D."""
    found = re.match(
        rf"^(?:according to|by|under) (?:the )?{term}, (?P<text>[^;:—]{{20,200}})$", sentence, re.IGNORECASE
    )
    return _told(found["text"], "states that") if found else None


def _computed(sentence: str, term: str, _: str) -> Told | None:
    """We get T by dividing A by B. If we divide A by B, we get T. T is calculated by dividing …"""
    reach = r"(?:obtain|get|calculate|compute|find|measure|determine)"
    found = (
        re.search(
            rf"\b(?:we|you) (?:can )?{reach} (?:the |an? )?{term} (?:(?:when|if) (?:we|you) |(?P<by>by ))(?P<text>[^,;:—]{{10,120}})",
            sentence,
            re.IGNORECASE,
        )
        or re.match(
            rf"^(?:if|when) (?:we|you) (?P<text>[^,;:—]{{10,120}}?),? (?:we|you) (?:can )?{reach} (?:the |an? )?{term}(?P<by>\b)",
            sentence,
            re.IGNORECASE,
        )
        or re.match(
            rf"^(?:the )?{term} (?:is|are|can be) (?:calculated|computed|found|obtained|measured|determined) "
            rf"(?P<by>by )(?P<text>\w+ing [^,;:—]{{10,120}})",
            sentence,
            re.IGNORECASE,
        )
    )
    if not found:
        return None
    text = f"by {found['text']}" if (found["by"] or "").strip() else found["text"]
    return _told(text, "computed")


_FORMS: tuple[Callable[[str, str, str], Told | None], ...] = (
    _says, _is_called, _people_call, _relative, _names_the_last, _apposition, _according, _computed,
)  # fmt: skip
"""All forms, the surest first."""


def _aliases(*names: str | None) -> tuple[str, ...]:
    """Other names in brackets or after "or": short ones, without the words that introduce them."""
    bare = (
        re.sub(
            r"^(?:or|also|sometimes|often|simply|(?:also |sometimes |often )?(?:called|known as|referred to(?: simply)? as)) ",
            "",
            n,
        )
        for n in names
        if n
    )
    return tuple(name for name in bare if _is_name(name))


def _told(text: str, verb: str, aliases: tuple[str, ...] = ()) -> Told | None:
    text = _tidy(text)
    if not _LEAST_WORDS <= len(text.split()) <= _MOST_WORDS or _POINTS_BACK.search(_without_relatives(text)):
        return None
    return Told(text, verb, aliases)


def _tidy(text: str) -> str:
    text = _TAIL.sub("", text.strip())
    return re.sub(r"(?<=\w)[.]$", "", text).strip(" ,")


def _without_relatives(text: str) -> str:
    """Inside a definition "it" and "they" mostly stand for the thing defined; only "we" and "this" point away."""
    return re.sub(r"\b(?:it|they|them|their|its|you|your|here)\b", "", text, flags=re.IGNORECASE)


def _is_noun_phrase(text: str) -> bool:
    """Whether words can stand in the place of a thing: an article, a plural, a gerund, "when" or "how" in front."""
    first, _, rest = text.partition(" ")
    low = first.lower()
    if low in {
        "a",
        "an",
        "the",
        "any",
        "all",
        "one",
        "when",
        "how",
        "every",
        "each",
        "anything",
        "something",
        "whatever",
        "what",
    }:
        return bool(rest)
    if low.endswith("ing") and any(r.form == "ing" for r in readings(low)):
        return True
    if re.match(r"^(?:it|they|he|she|we|you|this|that|these|those|there|if|as|because|so|but|and|or|not|to)\b", low):
        return False
    head = re.split(
        r"\s(?:that|which|who|whose|where|when|of|in|for|to|from|with|made|used|produced|between|on|by)\b", text
    )[0]
    return bool(
        re.search(
            r"[^su]s$|people$|tion$|ment$|ness$|ity$|ism$|data$|behavior$|ure$|ence$|ance$|ysis$|cy$", head.lower()
        )
    )


def _has_verb_before_relative(text: str) -> bool:
    """Whether a supposed noun phrase holds a finite verb before any "that": then it is more than a phrase."""
    head = re.split(r"\b(?:that|which|who|whose|where|when|in which|to which)\b", text)[0]
    return (
        re.search(r"\b(?:is|are|was|were|has|have|had|can|could|will|would|may|might|must|should|does|do|did)\b", head)
        is not None
    )


def _is_name(alias: str) -> bool:
    return len(alias.split()) <= 4 and not re.match(r"^(?:see|e\.g|i\.e|or |figure|table)", alias, re.IGNORECASE)


_NAMED = rf"{_OFTEN}(?:called|known as|termed|referred to as|dubbed) "
_CUE = re.compile(
    rf"\b{_NAMED}(?:an? |the )?[“\"]?(?P<term>[A-Za-z][\w’'-]{(2,)}(?: (?!and\b|or\b|because\b|when\b|in\b|for\b|by\b|if\b|to\b|of\b"
    rf"|which\b|that\b|as\b|on\b|with\b|from\b|is\b|are\b)[A-Za-z][\w’'-]*){{0,3}}(?: of [a-z]+(?: [a-z]+)?)?)[”\"]?{_CLOSE}",
    re.IGNORECASE,
)
_NO_CUED = re.compile(
    r"^(?:it|they|this|that|these|him|her|them|what|so|such|one|being|having|an?|the|above|below|before|earlier|by|his|its"
    r"|their|our|my|\w+ly)\b",
    re.IGNORECASE,
)


def cued(sentence: str) -> Iterator[str]:
    """Terms that a sentence names with a cue of its own: "is called …", "known as …"."""
    for found in _CUE.finditer(sentence):
        if not _NO_CUED.match(found["term"]):
            yield found["term"]
