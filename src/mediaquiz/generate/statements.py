"""Generator: takeaways and sentences of cause become questions, where a form of sentence allows it safely.

``FORMS`` is tried from the top; the first form that fits asks. A takeaway that no form fits becomes a blank at a
phrase boundary, a prose sentence nothing at all.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from mediaquiz.generate import blanks_ko, definitions
from mediaquiz.generate.anyclause import any_clause, unjoined
from mediaquiz.generate.asked import Asked
from mediaquiz.generate.blanks import blank
from mediaquiz.generate.field import in_its_field, in_its_language, names_field
from mediaquiz.generate.forms import FORMS, fitting
from mediaquiz.generate.forms_counted import is_part_of_family, steps_of
from mediaquiz.generate.forms_ko import FORMS_KO, PAIRS_KO
from mediaquiz.generate.forms_ko_does import does, role
from mediaquiz.generate.forms_ko_list import behind_colon, led
from mediaquiz.generate.forms_naming import NAMING
from mediaquiz.generate.known import first_names, opens_with_unknown
from mediaquiz.generate.make import candidate
from mediaquiz.generate.openness import is_open
from mediaquiz.generate.setting import in_its_setting
from mediaquiz.generate.settled_ko import settled
from mediaquiz.generate.shorter import shorter
from mediaquiz.generate.tails import one_answer
from mediaquiz.generate.telling import tells_apart
from mediaquiz.language import korean_halves
from mediaquiz.language.clauses import halves, spliced
from mediaquiz.language.common import COMMON
from mediaquiz.language.korean_clauses import with_topic
from mediaquiz.language.korean_leaning import standing
from mediaquiz.language.simpler import simpler
from mediaquiz.language.verbs import base_of
from mediaquiz.model.candidate import Candidate
from mediaquiz.model.concept import Definition, Exercise, Extract, Family, Finding, Statement
from mediaquiz.model.item import Cloze
from mediaquiz.model.views import answer_text, prompt
from mediaquiz.text import fingerprint, has_hangul, lowered, squash

_SALIENT = 0.4
"""Few sentences are likelier than this to carry a point."""
_TELLING = 0.12
"""Sentences of the prose that are likelier than this may be asked with a blank, where nothing else asks them."""
_MOST_BLANKS = 3
"""Blanks of one Korean lesson."""


def generate(extract: Extract) -> Iterable[Candidate]:
    """At most one item for each statement: by a form of its own, else what may be asked of any clause, else a blank."""
    others, asked, left = _others(extract), set[tuple[int, int, int]](), list[Statement]()
    quoted = frozenset(words.removesuffix(".") for _, words in others)
    for found in extract.findings:
        if isinstance(found, Statement) and not _told_elsewhere(found, others, extract):
            made = list(_ask(found, extract, quoted))
            yield from made
            if made:
                asked |= _sentences(found)
            else:
                left.append(found)
    blanks = 0
    for found in left:
        for made_last in () if _sentences(found) <= asked else _last(found, extract):
            korean_blank = isinstance(made_last.item.content, Cloze) and made_last.item.lang == "ko"
            blanks += korean_blank
            if not korean_blank or blanks <= _MOST_BLANKS:
                yield made_last


def _sentences(found: Statement) -> set[tuple[int, int, int]]:
    """Where the sentences of a statement stand: its own, and the one before where the two say one thing."""
    place = found.place
    both = range(found.at - (". " in place.quote), found.at + 1)
    return {(id(place.block), place.line, at) for at in both}


def _others(extract: Extract) -> list[tuple[Finding, str]]:
    """The findings that may ask what a statement says, each with the lesson's words that it asks."""
    return [
        (other, other.listed if isinstance(other, Family) else other.place.quote)
        for other in extract.findings
        if not isinstance(other, Statement | Exercise)
    ]


def _told_elsewhere(found: Statement, others: Sequence[tuple[Finding, str]], extract: Extract) -> bool:
    """Whether another finding asks the same sentence: a contrast, a family's list, a longer form of its chain."""
    if is_part_of_family(steps_of(found.text), extract):
        return True
    text, quote = found.text, found.place.quote
    asking = [other for other, words in others if text in words or (quote != text and quote in words)]
    return any(not (isinstance(other, Definition) and _is_left(other, extract)) for other in asking)


def _is_left(found: Definition, extract: Extract) -> bool:
    """Whether a definition that tells its term apart gives no item of its own."""
    if not tells_apart(found.text) or " because " in found.text:
        return False
    return not any(definitions.of(found, extract))


def _ask(found: Statement, extract: Extract, quoted: frozenset[str] = frozenset()) -> Iterator[Candidate]:
    """The item of a statement; of its clauses, those that no other finding quotes."""
    if asked := _first_form(found, extract):
        yield _made(f"statement-{asked.form}", found, asked)
    elif "\n" not in found.text:
        halves_asked = list(_halves(found, extract))
        yield from halves_asked
        if not (halves_asked or has_hangul(found.text)):
            yield from _simpler(found, extract, quoted)


def _last(found: Statement, extract: Extract) -> Iterator[Candidate]:
    """What no form of its own asks: the clause as it stands, else a blank."""
    korean = has_hangul(found.text)
    if "\n" in found.text or _CLEFT.match(found.text):
        return
    if not (found.takeaway or korean) and (asked := _any_clause(found, extract)):
        yield _made(f"statement-{asked.form}", found, in_its_setting(asked, found, extract))
        return
    cut = blanks_ko.blank if korean else blank
    telling = found.salience >= _TELLING and not _TO_READER.search(found.text)
    cloze = cut(found, extract) if found.takeaway or (telling and not korean) else None
    if cloze and (found.takeaway or _stands_alone(found, cloze, extract)):
        yield _made("statement-blank", found, cloze)


def _any_clause(found: Statement, extract: Extract) -> Asked | None:
    """What a sentence gives without the words that only join it to others; else what any clause may be asked."""
    bare = unjoined(found.text)
    if bare != found.text and (asked := _first_form(replace(found, text=bare), extract)):
        return asked
    if not opens_with_unknown(found.text, extract):
        made = any_clause(found, extract, (*shorter(found.text), *simpler(found.text)))
        return next((asked for asked in made if _stands_alone(found, asked, extract)), None)
    return None


_TO_READER = re.compile(r"\byou\b", re.IGNORECASE)
"""What to do with a word cut out is guesswork."""
_LEANS = re.compile(r"\b(?:it|them|him|her|such(?! as\b)|too|also|likewise)\b|,? (?:as well|respectively)\b")
"""What a second clause takes up from the first."""

_TELLING_DEED = re.compile(
    r"무엇을 (?:방지|완화|제거|줄|막|높|낮추|억제|보호|조절|제어|예측|생성|분해|흡수|배출|분비|운반|해결|보장|향상"
    r"|개선|측정|저장|감지|나타내|담당|결정|유지)"
)
"""What a thing does that few others do; half a sentence tells nothing else of it."""


def _halves(found: Statement, extract: Extract) -> Iterator[Candidate]:
    """What the clauses of a sentence give where the whole gives nothing."""
    if "\n" in found.place.quote:
        return  # a list and what leads into it: no clause of it says all
    korean = has_hangul(found.text)
    for text in korean_halves.halves(found.text, extract.lesson.text) if korean else shorter(found.text):
        half = replace(found, text=text)
        leans = _LEANS.search(text) and not found.text.startswith(text[:-1])
        if not leans and (asked := _first_form(half, extract)):
            if korean and asked.form == "deed" and not _TELLING_DEED.search(prompt(asked.content)):
                continue
            yield _made(f"statement-{asked.form}", half, asked)


def _simpler(found: Statement, extract: Extract, quoted: frozenset[str]) -> Iterator[Candidate]:
    """What a sentence says without its asides, where neither the whole nor its halves are asked."""
    for text in simpler(found.text):
        plain = replace(found, text=text)
        if text.removesuffix(".") in quoted:
            continue
        if not _LEANS.search(text) and (asked := _first_form(plain, extract)):
            yield _made(f"statement-{asked.form}", plain, asked)


def _first_form(found: Statement, extract: Extract) -> Asked | None:
    korean = has_hangul(found.text)
    fit = () if korean else fitting(FORMS, found)
    free = korean or found.takeaway or not NAMING.isdisjoint(fit)  # of what its question may begin with
    if _CLEFT.match(found.text) or (not free and opens_with_unknown(found.text, extract)):
        return None
    tried = _settled(found, extract) if korean else (made for form in fit if (made := form(found, extract)))
    whole = (one_answer(made) for made in tried if made)
    closed = (made for made in whole if not (_asks_half(found, made) or is_open(made, found)))
    spare = None
    for one in closed:
        if found.takeaway or _stands_alone(found, one, extract):
            return in_its_language(one, extract, found.place.block) or in_its_setting(one, found, extract)
        spare = spare or one
    named = in_its_field(spare, extract, found.place.block) if spare and not korean else None
    return named if named and _stands_alone(found, named, extract) else None


_CLEFT = re.compile(r"^What (?:\S+ ){1,12}?(?:is|are)\b(?!.*\?)")
"""Turned round already: "What counts is the moment"."""
_GOES_ON = re.compile(r", (?:and|but) (?:it|they|you (?:can|must)) [^.,]*\?$")
"""A question into which the second clause has slipped: "When is it calm, and it often blows?"."""
_WHEREAS = re.compile(r",? whereas |, while (?!\w+ing\b)")


_TELL_WHAT_IT_IS = frozenset(("is-a", "are-a", "the-chief", "what-is-the"))
"""Forms whose answer ends with the clause that says what something is."""


def _asks_half(found: Statement, asked: Asked) -> bool:
    """Whether a sentence of two sides is asked for one of them, with the other left in question or answer."""
    if asked.aspect == "comparison":
        return False
    if found.text.startswith("Whereas ") or _GOES_ON.search(prompt(asked.content)):
        return True
    if any(half[1:-1] in f"{prompt(asked.content)}{answer_text(asked.content)}" for half in spliced(found.text)[1:]):
        return True
    if asked.form in _TELL_WHAT_IT_IS and any(
        half[1:-1] in answer_text(asked.content) for half in halves(found.text)[1:]
    ):
        return True
    if not _WHEREAS.search(found.text):
        return False
    return _WHEREAS.search(prompt(asked.content) + answer_text(asked.content)) is not None


def _settled(found: Statement, extract: Extract) -> Iterator[Asked | None]:
    """What the Korean forms ask, where it asks one thing of something with a name."""
    return (settled(asked, found, extract) for asked in _korean(found, extract) if asked)


_TWO = re.compile(r"^.+[다요]\. (?P<second>\S.*)$")


def _korean(found: Statement, extract: Extract) -> Iterator[Asked | None]:
    """What the Korean forms make of a sentence; of two that belong together, or of the second alone."""
    text, whole = found.text.strip(), extract.lesson.text
    if "\n" in text:
        yield led(text)
        return
    if pair := _TWO.match(text):
        yield from (form(text, whole) for form in PAIRS_KO)
        text = pair["second"]
    if ": " in text:
        yield behind_colon(text)
    if bare := standing(text):
        yield from (form(bare, whole) for form in FORMS_KO)
        if topical := with_topic(bare, whole):
            yield from (form(topical, whole) for form in FORMS_KO)
        yield role(bare, extract)
        yield does(bare, extract)


_NUMBER = re.compile(
    r"(?<![A-Za-z][-.])(?<![A-Za-z\d._^{])(?!\d+-bit\b|\d[A-Z]|[2-4] [a-z]{3,}s\b|[01](?!\d|[.,%]\d|%))"
    r"\d(?! ?\\times)(?<!\\times.)(?<!\\times.{2})|(?<![a-z])[A-Z]\d+(?![A-Za-z\d])"
)
"""Numbers of an example; not a few things ("3 stages"), a bare nought or one, nor what belongs to a name (``X.509``,
``16-bit``, ``3D``, ``ResNet-18``)."""
_CODE = re.compile(r"`[^`]*`")
_KOREAN_NUMBER = re.compile(
    r"(?<![A-Za-z\d×.-])(?![01](?![\d.,]))\d+(?![\dA-Za-z×]|\d*(?:년|세기|월|번째|차\b|차원|단계|점 |현|대\b|세대"
    r"|진법))"
)
"""Numbers of an example; not nought or one, nor those of a year, or in a name (``25현``, ``2차원``)."""
_BOTH = re.compile(
    r"\b(?:both|each of the|all of the(?! \w+ (?:in|of) )|either|neither) (?!of\b)\w+|\bsome (?:people|firms)\b",
    re.IGNORECASE,
)


_ALIAS = re.compile(r" \((?:also|often|sometimes|commonly) [^()]*\)")
_LOOSE = re.compile(
    r"\b(?:also|as well|too|here|(?<!or )(?<!and )(?<!each )others?|someone|somebody|certain|various)\b", re.IGNORECASE
)
_ASK_FOR_THE_NAME = frozenset(("what", "which-kind", "in-which-kind", "ranked"))
"""Forms whose answer holds what the sentence is about, or all that it says."""
_DONE_WITH_CODE = frozenset("how-you to-you if-you".split())
"""Forms whose answer, a piece of code, shows of which field a question is."""
_YOURS = re.compile(r"\byour\b|\byou have been\b", re.IGNORECASE)
_ASKED_OF_ANYBODY = frozenset(
    "means-of needed to-do use-to lets condition code-does kinds counted how-you"
    " why-you eases to-you if-you tells-you doing-helps one-advantage meaning happens"
    " with-you".split()
)
"""Forms that ask what anybody can do; what else is said of the reader's things belongs to the page."""
_MORE_OF = re.compile(r"^(?:wh\w+ \w+ )?(?:(?:an?|the) )?(?:more|less|better|worse) [a-z]+ \w+", re.IGNORECASE)
"""Compared with something that stands before it: "a more concise version"."""
_THE_ONE = re.compile(
    r"\b[Tt]he (?P<noun>[a-z-]+)(?= (?:is|are|was|were|has|have|had|can|could|will|would|does|do|did|must|should"
    r"|may|might"
    r"|[a-z]+(?:s|ed) (?:an?|the|to|in|on|by|its|their|all|that|from|with))\b|[,.?]|$)"
)
_THE_LAST = re.compile(r"\bthe (?P<noun>[a-z-]+) (?P<verb>[a-z]+s)\?$")
_ONE_BEFORE = re.compile(r"\b(?:an?|each|every|one|any) (?:[\w-]+ )?(?P<noun>[a-z-]+)\b(?=.*\bthe (?P=noun)\b)")
"""What a question brings in itself: "an index that is outside a list … the list"."""
_ONE_OF_A_KIND = frozenset(
    "basic main key core two three four five six moon sun earth sea sky world ocean internet brain heart body past"
    " future government economy left right majority minority".split()
)


def _stands_alone(found: Statement, asked: Asked, extract: Extract) -> bool:
    """Whether a question from the prose names what it is about: a term of the lesson, and no numbers of an example."""
    text = _ALIAS.sub("", prompt(asked.content))
    if has_hangul(text):
        told = _CODE.sub("", f"{text} {answer_text(asked.content)}")
        return not _KOREAN_NUMBER.search(told)
    told = _NAMED_WITH_FIGURE.sub(lambda name: _unnumbered(name[0], extract), text + answer_text(asked.content))
    named = asked.form == "what-called"  # what it is called is all that it is about
    if (not named and opens_with_unknown(found.text, extract)) or _NUMBER.search(_CODE.sub("", told)):
        return False
    if _YOURS.search(text) and asked.form not in _ASKED_OF_ANYBODY:
        return False
    if isinstance(asked.content, Cloze) and re.search(r"\byou\b", text, re.IGNORECASE):
        return False
    if _MORE_OF.match(text) and " than " not in text and ", or " not in text:
        return False
    if _BOTH.search(text) or _LOOSE.search(text) or (asked.form != "the-more" and _points_to_one(text, extract)):
        return False
    words = squash(f"{text} {answer_text(asked.content)}" if asked.form in _ASK_FOR_THE_NAME else text)
    if named or any(_names_itself(code, extract.lesson.text) for code in _CODE.findall(text)):
        return True
    if names_field(text, extract.lesson) or (asked.form in _DONE_WITH_CODE and "`" in answer_text(asked.content)):
        return True
    return any(name.removesuffix("s") in words for name in first_names(extract, _NAMED)) or _names_a_subject(
        words, extract
    )


_NAMED_WITH_FIGURE = re.compile(r"\b[A-Z]\d+\b")


def _unnumbered(name: str, extract: Extract) -> str:
    """A name such as "T5", without its figure where the lesson speaks of it again and again."""
    return name[0] if extract.lesson.text.count(name) > _AGAIN else name


def _names_itself(code: str, lesson: str) -> bool:
    """Whether a piece of code says what it is: a command with its parts, or a word that the lesson shows again."""
    word = code.strip("`")
    return " " in word or word.startswith("--") or lesson.count(word if len(word) >= _SHORT else code) > 1


def _names_a_subject(text: str, extract: Extract) -> bool:
    """Whether a question holds words of the field: two uncommon ones, one of which the lesson uses again."""
    rare = {word for word in _WORD.findall(text.lower()) if word.removesuffix("s") not in COMMON and word not in COMMON}
    whole = lowered(extract.lesson.text)
    again = _AGAIN if len(whole) > _LONG_LESSON else _AGAIN - 1
    return len(rare) >= _RARE and any(
        whole.count(word.removesuffix("s")) >= again for word in rare if len(word) > _SHORT
    )


_WORD = re.compile(r"[a-z][a-z’'-]{2,}")
_RARE, _AGAIN, _SHORT = 2, 3, 4
_LONG_LESSON = 3000
"""Letters; in a shorter lesson a word counts that stands there twice."""


def _points_to_one(text: str, extract: Extract) -> bool:
    """Whether it speaks of "the server" or "the task": one that the prose is about, but no term of the lesson."""
    nouns = {found["noun"].removesuffix("s") for found in _THE_ONE.finditer(text)}
    last = _THE_LAST.search(text)
    nouns |= {last["noun"]} if last and base_of(last["verb"]) else set()
    nouns -= _ONE_OF_A_KIND
    if not nouns or (extract.topic and re.match(rf"In {re.escape(extract.topic)}, ", text, re.IGNORECASE)):
        return False
    if names_field(text, extract.lesson):
        return False
    known = {squash(c.term).removesuffix("s") for c in extract.concepts if c.kind == "term"}
    known |= {word.removesuffix("s") for word in squash(f"{extract.topic} {extract.lesson.title}").split()}
    known |= {found["noun"] for found in _ONE_BEFORE.finditer(text)}
    return bool(nouns - known)


_NAMED = 40
"""Concepts further down the inventory are too doubtful to anchor a question."""


def _made(recipe: str, found: Statement, asked: Asked) -> Candidate:
    return candidate(
        recipe,
        asked.content,
        found.place,
        concept=asked.concept,
        fact=_fact(recipe, found, asked),
        aspect=asked.aspect,
        trust=asked.trust,
        value=0.95
        if found.takeaway
        else (0.15 if asked.form == "blank" else 0.45) + 0.35 * min(1.0, found.salience / _SALIENT),
    )


def _fact(recipe: str, found: Statement, asked: Asked) -> str:
    """What a question asks: its concept's meaning, or a clause of its own; empty for the whole sentence."""
    if asked.fact:
        return asked.fact
    if asked.concept:
        asks = "define" if asked.aspect == "definition" else asked.form
        return f"{asks}:{squash(asked.concept)}"
    return "" if found.text == found.place.quote else f"{recipe}:{fingerprint(found.text)}"
