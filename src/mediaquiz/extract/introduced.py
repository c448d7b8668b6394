"""Things of code that one sentence brings in and the next goes on about, or a clause behind: "a command called"
" `ls`"."""

import re

from mediaquiz.language.verbs import base_of

_KIND = (
    r"(?:command|option|flag|function|method|keyword|operator|argument|loop|statement|clause|expression|tag|attribute"
    r"|module|package|library|macro|object|class|field|setting|key|parameter|pipeline|syntax|model|tool|dataset|type"
    r"|error|construct|operation|property|variable|file|directive|decorator|hook|service|program|script)"
)
_CODE = r"`[^`\s]+(?: [^`]+)?`"
_NAMED = (
    re.compile(rf"(?:the |an? )?(?P<code>{_CODE}) (?P<kind>{_KIND})\b", re.IGNORECASE),
    re.compile(rf"\b(?P<kind>{_KIND})s?,? (?:called|named|known as|\() ?(?P<code>{_CODE})", re.IGNORECASE),
    re.compile(rf"\bthe (?P<kind>{_KIND}) (?P<code>{_CODE})", re.IGNORECASE),
)
_POINTS = re.compile(rf"^(?:This|The) (?P<kind>{_KIND}) (?:(?:also|then) )?(?P<says>[a-z]+ .+)$")
_BEHIND = re.compile(
    rf"^[^;:—]*?\b(?:has|have|provides?|offers?|includes?|uses?|supports?|is|are|comes with)\b[^;:—]*?"
    rf"(?:(?P<kind>{_KIND}),? (?:called |named |known as |\()(?P<code>{_CODE})\)?"
    rf"|(?P<code2>{_CODE}) (?P<kind2>{_KIND}))"
    r",? (?:that|which) (?P<will>will )?(?P<verb>[a-z]+) (?P<rest>[^;:—]{8,160})$"
)

_LONGEST = 300
"""Letters of a sentence that is looked at."""


def goes_on_about(before: str, sentence: str) -> str:
    """ "This command lists files." behind "… a command called `ls`" as "The `ls` command lists files."; else empty."""
    found = _POINTS.match(sentence) if "`" in before and len(before) <= _LONGEST else None
    if not found:
        return ""
    named = {m["code"] for form in _NAMED for m in form.finditer(before) if m["kind"].lower() == found["kind"]}
    return f"The {named.pop()} {found['kind']} {found['says']}" if len(named) == 1 else ""


def said_behind(sentence: str) -> str:
    """ "… has a command called `ls` that lists files." as "The `ls` command lists files."; else empty."""
    found = _BEHIND.match(sentence.removesuffix(".")) if "`" in sentence and len(sentence) <= _LONGEST else None
    if not found:
        return ""
    verb = _third(found["verb"]) if found["will"] else found["verb"]
    code, kind = found["code"] or found["code2"], found["kind"] or found["kind2"]
    return f"The {code} {kind} {verb} {found['rest']}." if base_of(verb) else ""


def _third(verb: str) -> str:
    """A plain infinitive as it stands beside one thing; empty where an ending of its own would be needed."""
    return f"{verb}s" if base_of(f"{verb}s") == verb else ""
