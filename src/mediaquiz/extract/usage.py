"""What a sentence that shows a command says about it: what it is used for."""

import re

from mediaquiz.language.verbs import VERBS

_KIND = r"(?: (?:command|option|flag|function|method|keyword|operator|argument|parameter|shortcut|tool|program))?"
_CODE = rf"(?:the |an? )?(?P<code>`[.\\:A-Za-z][^`\s]*(?: [^`]+)?`)(?P<kind>{_KIND})"
_ASIDE = r"(?: \([^()]{2,60}\))?"
_WE = r"(?:we|you)(?:['’](?:ll|d))?"
_CAN = r"(?:can |could |may |need to |should |will |would )?(?:also |always |simply |just |then )?"
_RUN = r"(?:use|run|type|enter|execute|call)"
_WHY = r"(?P<why>[a-z]+ [^,;:—]{8,90}?)"
_WHY_WITH_COMMAS = r"(?P<why>[a-z]+ [^;:—]{8,90}?)"
_WISH = r"(?:if|when|whenever) (?:we|you) (?:really )?(?:want|need|wish|would like|['’]d like) to"
_FORMS = tuple(
    re.compile(rf"^(?:(?:then|now|next),? )?{form}$", re.IGNORECASE)
    for form in (
        rf"{_WE} (?:can|could|may) (?:also |always |then )?{_WHY},? "
        rf"(?:by (?:using|running|typing|executing|entering|calling)|using|with) {_CODE}{_ASIDE}",
        rf"you (?:also |always |usually )?{_WHY},? (?:by (?:using|running|typing|calling)|using) {_CODE}{_ASIDE}"
        r"(?: (?:instead of|rather than) [^,;:]+)?",
        rf"(?:in order )?to {_WHY_WITH_COMMAS}, (?:{_WE} {_CAN})?{_RUN} {_CODE}{_ASIDE}",
        rf"{_WISH} {_WHY_WITH_COMMAS}, (?:{_WE} {_CAN})?{_RUN} {_CODE}{_ASIDE}(?: to [^,;:]+)?",
        rf"(?:{_WE} {_CAN})?{_RUN} {_CODE}{_ASIDE} to {_WHY}",
    )
)
_OF_ITS_OWN = re.compile(r"\b(?:an?|every|each|any) [^,]+? (?P<back>it|its|them)\b")
"""A pronoun whose noun the purpose brings in itself: "open a chest and look into it"."""
_POINTS = re.compile(
    r"\b(?:it|them|they|its|their|this|these|those|here|now|again|earlier|same|above|below|following|previous"
    r"|instead|something|so"
    r"|he|she|his|her|I|my|that(?= \w+s?\b(?:$|,)))\b|\bthe (?:command|output|result|example)\b"
    r"|\d|[\w-]\.\w",
    re.IGNORECASE,
)
"""What the sentences around name, and the files and numbers of an example."""
_EXAMPLE = re.compile(r"\w\.\w{1,5}\b|://|[/\\]\w|\d{2}|[“”\"']")
_LONGEST = 4
_BEHIND_COLON = re.compile(r"(?<=function|operator): (?=`[^`]+`$)|(?<=command|keyword): (?=`[^`]+`$)")
"""Between a kind of code and the code, at the end of a sentence."""
_PERSONS = ((re.compile(r"\b[Ww]e\b|\bus\b"), "you"), (re.compile(r"\bour\b"), "your"))


_RUN_AT_END = (
    r"(?:(?:by |with )?(?:using|running|typing|executing|entering|calling)|with|by|use|run|type|enter|execute|call)"
    r"(?: (?:the (?:following )?)?(?:command|one|flag|option|this command|following))?"
)
_LED = tuple(
    re.compile(rf"^(?:(?:then|now|next|or|finally|alternatively),? )?{form}$", re.IGNORECASE)
    for form in (
        rf"(?:in order )?to {_WHY}, (?:{_WE} {_CAN})?{_RUN_AT_END}",
        rf"{_WISH} {_WHY}, (?:{_WE} {_CAN}){_RUN_AT_END}",
        rf"{_WE} (?:can|could|may) (?:also |always |then )*{_WHY}"
        rf"(?:,? {_RUN_AT_END}| if (?:{_WE}) (?:want|like|need)| as well)?",
    )
)
"""Sentences that lead in the command right below them."""


def led_to(sentence: str, command: str) -> str:
    """ "To see the hidden ones, run:" above a command as "Use `…` to see the hidden ones."; else empty."""
    text = sentence.strip().rstrip(":")
    match = next((m for form in _LED if (m := form.match(text))), None)
    if not match or "`" in match["why"] or _is_open(match["why"]) or _EXAMPLE.search(command):
        return ""
    verb = match["why"].split(" ")[0].lower()
    if verb not in VERBS or verb in _LOOKS or len(command.split(" ")) > _LONGEST:
        return ""
    return _use(f"`{command}`", match["why"])


_LOOKS = frozenset("do use run try be have get start begin call say go".split())


def used_to(sentence: str) -> str:
    """ "We can list files by running `ls`:" as "Use `ls` to list files."; empty where a sentence shows no command.

    Nothing for a command of an example (its own files and numbers), or where the purpose points elsewhere.
    """
    if "`" not in sentence:
        return ""
    text = _BEHIND_COLON.sub(" ", sentence.strip().rstrip(".:"))
    match = next((m for form in _FORMS if (m := form.match(text))), None)
    if not match or _is_open(match["why"]) or _EXAMPLE.search(match["code"]):
        return ""
    verb = match["why"].split(" ")[0].lower()
    if verb not in VERBS or len(match["code"].split(" ")) > _LONGEST:
        return ""
    return _use(match["code"], match["why"])


def _is_open(why: str) -> bool:
    """Whether a purpose points to what stands elsewhere."""
    found = _OF_ITS_OWN.search(why)
    return _POINTS.search(why[: found.start("back")] + why[found.end("back") :] if found else why) is not None


def _use(code: str, why: str) -> str:
    for person, other in _PERSONS:
        why = person.sub(other, why)
    return f"Use {code} to {why[:1].lower()}{why[1:]}."
