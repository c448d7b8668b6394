"""Gate: a question is a question, a blank is a clean blank, brackets and quotation marks are closed."""

import re

from mediaquiz.language.verbs import base_of
from mediaquiz.model.candidate import Candidate
from mediaquiz.model.item import Cloze, ItemType, ListAll, Recall
from mediaquiz.model.stages import Scene
from mediaquiz.model.views import BLANK, DELETION, answer_text, prompt

_QUESTION = re.compile(
    r"[?？:…]\W*$|까\W*$|면\?$|고르(?:세요|시오)\W*$|^(?:define|name|list|explain|describe|state|give|compare|put)\b",
    re.I,
)
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|can|will|must|may|\w+(?:ed|es|[^s\W]s|ing|ize|ate|en))\b|[다요죠음함]\W*$", re.I
)
_INSTRUCTION = re.compile(
    r"^\W*(?:please |now |then |next,? )?(?:add|recall|note|notice|remember|consider|imagine|suppose|check|create"
    r"|find|configure|run|open|click|install|make sure|download"
    r"|navigate|go to|copy|paste"
    r"|type|enter|try|save|launch|take a look|look at|watch|visit|see)\b",
    re.IGNORECASE,
)
_JOINT = re.compile(r"(?:thus|therefore|hence|so|then|however|also|namely)", re.IGNORECASE)
"""What joins clauses and is no member of a list."""
_CUT_ANSWER = re.compile(
    r"\b(?:(?<!\btrack )(?<!\bcare )(?<!\brid )(?<!\baware )(?<!\bmade )(?<!\bcapable )of|the|an?|and|or|shown in|in in"
    r"|left in|right in)[.]?$|\b(?:in|by|as) (?:and|or)\b",
    re.IGNORECASE,
)

_VERB_STUB = re.compile(r"[가-힣](?:했|았|었|였|겠)\W*$")
"""A Korean verb cut before its ending: ``무시했`` of ``무시했을 뿐``."""

_PARTICLE = (
    r"(?:은|는|이|가|을|를|의|에|에서|에게|에는|까지|부터|으로|로|와|과|도|만"
    r"|이다|이에요|예요|입니다|이라고|라고|이란|란)"
)
"""What follows a Korean noun without a space."""
_MANGLED = re.compile(
    r"^(?:[^,?]{3,60}, )?(?:what|why|how|when|where) (?:is|are|was|were|do|does|did|can|could|will|would|must|should) "
    r"(?:while|although|though|because|since|unless|sometimes|often|ideally|typically|usually|generally|normally|commonly|frequently|occasionally|perhaps|also|its|their|his|her|another|and|or)\b",
    re.IGNORECASE,
)
"""A question that was turned round at the wrong word: "What is while the index cited by?"."""
_TWO_VERBS = re.compile(
    r"^(?:what|why|how|when|where) (?:does|do|did) (?!you )"
    r"(?:(?!\b(?:that|which|who|what|how|if|when|where|because|and|or|but)\b)[^,;:?`])+ "
    r"(?:can|could|will|would|must|should|may|might) [a-z]+",
    re.IGNORECASE,
)
"""A question whose verb was taken for its subject's: "When does long names of files can be a burden?"."""
_NO_SUBJECT = re.compile(r"^[A-Z][a-z]+s (?:an?|the|how|that|what|two|three|four|five|six|some)\b")


def gate(candidate: Candidate, scene: Scene) -> str | None:
    """Refuses prompts that are no questions and blanks that are not exactly one whole phrase of a sentence."""
    item = candidate.item
    text = prompt(item.content)
    if item.type is ItemType.PRACTICE:
        return None
    if not _balanced(text) or not _balanced(answer_text(item.content)):
        return "a bracket or quotation mark is not closed"
    if isinstance(item.content, Recall) and item.content.answer.endswith("?"):
        return "its answer is a question"
    if isinstance(item.content, Recall) and _CUT_ANSWER.search(item.content.answer):
        return "its answer breaks off"
    if isinstance(item.content, ListAll) and any(_JOINT.fullmatch(one) for one in item.content.members):
        return "its list is a sentence cut in pieces"
    if not isinstance(item.content, Cloze) and _VERB_STUB.search(answer_text(item.content)):
        return "its answer is a verb without its ending"
    if isinstance(item.content, Cloze):
        return _blank(item.content, text)
    if not item.proposed and (_MANGLED.match(text) or _TWO_VERBS.match(text)):
        return "its subject is no subject"
    if item.type is not ItemType.TRUEFALSE and not (text.endswith("?") or _QUESTION.search(text)):
        return "it is not a question"
    return None


def _blank(content: Cloze, text: str) -> str | None:
    if len(DELETION.findall(content.text)) != 1:
        return "it does not have exactly one blank"
    if re.search(rf"\w{BLANK}|{BLANK}(?!{_PARTICLE}\b)\w", text):
        return "its blank cuts a word"
    if _INSTRUCTION.match(text):
        return "it is an instruction"
    if _NO_SUBJECT.match(text) and base_of(text.split(" ")[0].lower()):
        return "its subject is missing"
    if not re.search(r"[.!?。…)\"”’`]$|[다요음함임]$", text) or not _VERB.search(text.replace(BLANK, "")):
        return "it is not a whole sentence"
    return None


_MATHS = re.compile(r"(?<!\\)\$(?!\d[\d,.]*(?:\s|[.,?)]|$))")
"""What opens and closes a formula; not the sign of a sum: "$20 a day"."""
_CODE = re.compile(r"`[^`]*`")
_SIGNS = re.compile(r"[()\[\]{}“”\"`$]")


def _balanced(text: str) -> bool:
    """Brackets and curly quotation marks close; straight ones, back-ticks and a formula's signs come in pairs."""
    if not _SIGNS.search(text):
        return True
    pairs = all(text.count(one) == text.count(other) for one, other in ("()", "[]", "{}", "“”"))
    signs = len(_MATHS.findall(_CODE.sub("", text)))
    return pairs and all(text.count(sign) % 2 == 0 for sign in ('"', "`")) and signs % 2 == 0
