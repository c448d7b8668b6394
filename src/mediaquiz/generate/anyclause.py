"""What may be asked of any clause whose subject, verb and rest are sure, where no form of its own fits its words."""

import re
from collections.abc import Iterator
from dataclasses import replace

from mediaquiz.generate.asked import PRONOUN, Asked, text_of
from mediaquiz.generate.english import lower_first, upper_first, without_article
from mediaquiz.generate.forms_behind import CLAUSE_FORMS, OF_OBJECTS, may_fit
from mediaquiz.generate.forms_thing import is_term
from mediaquiz.generate.known import opens_with_unknown
from mediaquiz.generate.openness import is_open
from mediaquiz.generate.toldagain import stand_together_again
from mediaquiz.language.clauses import Clause, split
from mediaquiz.language.common import COMMON
from mediaquiz.language.verbs import OTHERS_TOO, is_gerund, is_infinitive, is_sure_verb
from mediaquiz.model.concept import Extract, Statement
from mediaquiz.model.item import ListAll, Recall, Short
from mediaquiz.text import cut_opening

_LED = re.compile(
    r"^(?P<lead>(?:according to|in|during|under|within|at|among|after|before|without|with|for|on|throughout|by) "
    r"(?!this|that|these|those|such|other|addition|fact|general|contrast|turn|particular|short|it|them|our|my|his|her"
    r"|order|many|most|some|each|either|both|all|example|instance|one|recent|\w+ing\b)[^,;:—]{3,60}), "
    r"(?P<rest>[^;:—]{15,220})$",
    re.IGNORECASE,
)
_POINTS = re.compile(
    r"\b(?:this|these|those(?! who)|such(?! as)|another|others?|too|here|he|she|his|her|him|we|our|us|your|former"
    r"|latter|following|above|below|same|then|yet|again|instead|still|ones"
    r"|one(?= (?:is|was|can|has|that|who|could)\b|[,.]|$)"
    r"|however|therefore"
    r"|(?:first|second|third|last|new|different|various|certain) (?:approach|way|point|case|step|group|type|kind)"
    r"|the (?:first|second|third|last|next)(?= (?:as|and|is|was|in)\b|[,.]|$))\b",
    re.IGNORECASE,
)
_MARKS = re.compile(r"[;:—]|[.] ")
_IT = re.compile(r"\b(?:it|its|they|them|their)\b", re.IGNORECASE)
_ANY = re.compile(
    r"^(?:both|some|many|most|several|few|all|each|every|any|no|other|certain|various|one|two|three|four|five|six|more"
    r"|less|much|only|first|second|third|next|last|if|as|while|although|though|because|since|when|once|just|even"
    r"|perhaps|today|until|neither|nor|not|simply|sometimes|often|\w+teen|\w+ty(?:-\w+)? percent"
    r"|a (?:number|variety|few|lot|recent|study|survey|report)|an? [a-z]+ (?:study|survey|report))\b",
    re.IGNORECASE,
)
_PERHAPS = frozenset("could might may would".split())


_FRONT = re.compile(
    r"^(?:alternat(?:iv)?ely|today|now|often|sometimes|usually|historically|traditionally|increasingly|generally"
    r"|typically|nonetheless|nevertheless|of course|in (?:reality|practice|theory|essence|fact|effect|the long run)"
    r"|for (?:this reason|centuries|example|instance)|over time|at (?:the same|that) time|more (?:broadly|recently)"
    r"|recently|thus|indeed|certainly|clearly|moreover|yet|still|but|and|so|to be sure),? (?=[a-z“]+ |[A-Z])",
    re.IGNORECASE,
)
_IN_FRONT = frozenset(
    "alternatively alternately today now often sometimes usually historically traditionally increasingly generally"
    " typically nonetheless nevertheless of in for over at more recently thus indeed certainly clearly moreover yet"
    " still but and so to".split()
)
"""The first words of all that ``_FRONT`` finds."""
_MIDDLE = re.compile(
    r", (?:on the (?:contrary|other hand)|in other words|for (?:example|instance)|in turn|of course|too|as well),?(?= )"
    r"|(?<=[a-z])(?<!\bnot only) also(?= [a-z])|(?<=[a-z]) now(?= [a-z])"
)
_JOINING = tuple("contrary hand words example instance turn course too well also now".split())
_RIGHT_BEHIND = re.compile(r"; .*$|: (?=[A-Za-z]+ [^,]+).*$")


def any_clause(found: Statement, extract: Extract, shorter: tuple[str, ...] = ()) -> Iterator[Asked]:
    """All that may be asked of a sentence, the surest first; words in front of the clause stay in front."""
    for text in dict.fromkeys((text_of(found), *shorter)):
        yield from (asked for asked in _of_text(text, extract) if not is_open(asked, found))


def unjoined(text: str) -> str:
    """A sentence without words that join it to others: "So, sails also …" is "Sails …"."""
    bare = _MIDDLE.sub("", text) if any(map(text.__contains__, _JOINING)) else text
    return upper_first(cut_opening(_FRONT, bare, _IN_FRONT))


def _of_text(text: str, extract: Extract) -> Iterator[Asked]:
    text = unjoined(text.removesuffix("."))
    text = _RIGHT_BEHIND.sub("", text) if "; " in text or ": " in text else text
    led = _LED.match(text)
    if led and opens_with_unknown(led["lead"].partition(" ")[2], extract):
        return
    clause = split(upper_first(led["rest"]) if led else text)
    if (
        not clause
        or not may_fit(clause)
        or clause.helper in _PERHAPS
        or _is_unsure(clause)
        or not _names_itself(clause.subject, extract)
    ):
        return
    if _POINTS.search(f"{clause.rest} {led['lead'] if led else ''}") or _MARKS.search(clause.rest):
        return
    for form in CLAUSE_FORMS:
        if (asked := form(clause, extract)) and not (form in OF_OBJECTS and _does_so_again(clause, extract)):
            yield _behind(led["lead"], asked, extract) if led else asked


def _is_unsure(clause: Clause) -> bool:
    """Whether another word may be the verb ("flue channels lead gas …"), or the subject no doing ("wilting plants")."""
    if clause.helper in {"do", "are", "were"} and is_gerund(clause.subject.split(" ")[0].lower()):
        return True
    bare = " " not in clause.subject and clause.helper == "does" and clause.base in OTHERS_TOO
    return bare and is_infinitive(clause.rest.split(" ")[0])


def _does_so_again(clause: Clause, extract: Extract) -> bool:
    """Whether another sentence of the lesson holds the verb and the subject's last word: it may tell another object."""
    head = _HEAD_ENDS.split(clause.subject, maxsplit=1)[0].split(" ")[-1]
    return stand_together_again(clause.base, head, extract.lesson.text)


_HEAD_ENDS = re.compile(r" (?:of|in|for|to|with|that|who|which) ")


def _behind(lead: str, asked: Asked, extract: Extract) -> Asked:
    """The question with its sentence's first words in front."""
    content = asked.content
    assert isinstance(content, Recall | Short | ListAll)
    return replace(asked, content=replace(content, stem=f"{lead}, {lower_first(content.stem, extract.lesson)}"))


_PLAIN_THE = re.compile(r"^the (?P<noun>[a-z][\w’-]*)$", re.IGNORECASE)
_INSTITUTIONS = frozenset(
    "law state constitution government family president legislature judiciary executive church economy market public"
    " brain heart internet sun moon earth".split()
)


_NO_SUBJECT = re.compile(
    r"[\d(]|\bpercent\b|\b(?:part|chapter|section|unit|module|figure|table)s?(?: [IVX]+)?\b", re.IGNORECASE
)


def _names_itself(subject: str, extract: Extract) -> bool:
    """Whether a subject says which thing it is."""
    if PRONOUN.match(subject) or _ANY.match(subject) or _POINTS.search(subject) or _IT.search(subject):
        return False
    told = _RELATIVE.search(subject)
    if (not told and opens_with_unknown(subject, extract)) or _NO_SUBJECT.search(subject):
        return False
    if plain := _PLAIN_THE.match(subject):
        return plain["noun"].lower() in _INSTITUTIONS
    words = without_article(subject).split()
    if not told and any(map(is_sure_verb, words[1:])):
        return False
    if len(words) == 1 and _GROUP.search(subject) and subject.lower() not in COMMON:
        return True
    return is_term(subject, extract) or (len(words) >= 2 and not all(w.lower() in COMMON for w in words))


_RELATIVE = re.compile(r"\b(?:that|which|who)\b")
_GROUP = re.compile(r"(?:ists|ians|isms?|arians?|ocra(?:ts|cies)|cy|ity|tion)$")
