"""Generator: defined terms, asked in one direction: from the meaning to the term where that has one answer."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain

from mediaquiz.generate import definitions_ko as korean
from mediaquiz.generate.articles import articles
from mediaquiz.generate.definitions_verbs import FIXED, by_verb, is_one_of_many
from mediaquiz.generate.distractors import pick
from mediaquiz.generate.english import (
    curly,
    full_stop,
    lower_first,
    strip_stop,
    term_phrase,
)
from mediaquiz.generate.forms_relation import is_object
from mediaquiz.generate.kinds import kind_told
from mediaquiz.generate.known import opens_with_unknown
from mediaquiz.generate.make import candidate
from mediaquiz.generate.meanings import genus, is_product, only_repeats, says_too_little
from mediaquiz.generate.oneclause import DOING, one_clause
from mediaquiz.generate.telling import is_listed_use, tells_apart
from mediaquiz.generate.termnames import PHRASE, is_many, term_name, with_article
from mediaquiz.language.clauses import plural_subject, split
from mediaquiz.language.verbs import OTHERS_TOO, VERBS, base_of
from mediaquiz.model.candidate import Candidate
from mediaquiz.model.concept import Analogy, Definition, Extract
from mediaquiz.model.item import Choice, Recall, Short
from mediaquiz.model.lesson import Role
from mediaquiz.model.same import Same
from mediaquiz.text import cut_opening, has_hangul, squash

_TRAILING = re.compile(
    r"\s*(?:[;:—–]|\.\s|, (?:which|where|who|whose|such as|including|thereby|thus|usually|often|typically"
    r"|as well as)\b).*$",
    re.DOTALL,
)
_ASIDE = re.compile(r"\s*\([^()]*\)")
_AFTERTHOUGHT = re.compile(r",? (?:and|but|so) (?:it|they|this|these|(?<=, and )the [a-z ]+? (?:is|are))\b.*$", re.S)
_CITED = re.compile(r"\s*\((?:[^()]*\b(?:19|20)\d{2}[a-z]?|\s*)\)")
_NO_MEANING = re.compile(
    r"^(?:about|nearly|almost|as|very|too|so|quite|rather|only|just|far|much|still|always|never|the same|one of"
    r"|described|used|similar|another|also|not|more|less|often|usually|it|they|its|\w+ed|made|given|found|seen|known"
    r"|thought)\b",
    re.IGNORECASE,
)
_ANY_KIND = re.compile(
    r"^(?:an?|one|another) (?:(?:[a-z-]+ ){0,2})?(?:form|type|kind|sort|part|example|way|means|method"
    r"|brand|branch|school|version|variant|area|field|subset|member|piece|aspect|element) of\b",
    re.IGNORECASE,
)
_SIGN = re.compile(r"^[^\w\"“‘'(`\[$]+")
_BARE = re.compile(r"(?:an?|the) (?:[\w’-]+ )?[\w’-]+")
"""A genus that nothing tells from others: "a traditional berth"."""
_TELLING = 9
"""Fewer words after "a form of" tell too little to find the term by them."""
_LONGEST = 28
_VALUES, _OF_SHORT_FORM = {Role.PROSE: 0.75, Role.TAKEAWAYS: 0.8}, 0.45


def generate(extract: Extract) -> Iterable[Candidate]:
    """One item for each definition."""
    found = (finding for finding in extract.findings if isinstance(finding, Definition))
    return chain.from_iterable(of(definition, extract) for definition in found)


def of(found: Definition, extract: Extract) -> tuple[Candidate, ...]:
    """The item of one of the definitions, if any; statements look it up as well."""
    return _of(Same(found), Same(extract))


@lru_cache(maxsize=512)
def _of(found: Same[Definition], extract: Same[Extract]) -> tuple[Candidate, ...]:
    if not has_hangul(found.value.text):
        return tuple(_english(found.value, extract.value))
    asked = korean.question(found.value)
    return (_make(asked[0], found.value, asked[1]),) if asked else ()


def _english(found: Definition, extract: Extract) -> Iterator[Candidate]:
    told = _CITED.sub("", strip_stop(found.text).rstrip(" -–—"))
    text = one_clause(cut_opening(_SIGN, _AFTERTHOUGHT.sub("", told)))
    if found.verb == "does" and found.place.block.role is not Role.PROSE:
        yield from _which(found, text, extract)
        return
    if is_one_of_many(found, text, extract) or _is_for_the_reader(found, text):
        return
    if _tells_a_deed(found, text):
        yield _make("term-definition", found, _deed(found, text, extract))
        return
    if (found.verb == "called" and opens_with_unknown(text, extract)) or _OF_A_PICTURE.search(found.term):
        return
    if _SAYS.match(found.verb) and _ONE_NAME.fullmatch(found.term):
        return  # a scholar says many things, a law one
    if _NO_NAME.match(found.term) and found.term not in found.place.block.emphasis:
        return
    if _PLURAL_OF_THE_PAGE.match(found.place.quote) and found.term not in found.place.block.emphasis:
        return
    if (
        (found.verb != "called" and not tells_apart(text))
        or _is_listed_use(found, text, extract)
        or _repeats_in_full(found, text)
    ):
        return
    if asked := by_verb(found, text, extract):
        yield _make("term-definition" if isinstance(asked, Recall) else "definition-term", found, asked)
        return
    if found.place.block.role is Role.PROSE and _BARE.fullmatch(text):
        return
    if _NO_MEANING.match(text) or (_ANY_KIND.match(text) and len(text.split()) < _TELLING):
        return
    if len(text.split()) > _LONGEST:
        text = _TRAILING.sub("", _ASIDE.sub("", text))
    if not 3 <= len(text.split()) <= _LONGEST:
        return
    listed = found.place.block.role is Role.GLOSSARY
    if says_too_little(found.term, text) or (found.verb == "is" and not PHRASE.match(text) and split(text)):
        return
    if whole := _with_what_it_lists(found, text):
        yield from _meaning(found, whole, extract)
        return
    if _is_doing_of_one_word(found, text):
        yield _make(
            "definition-term",
            found,
            Short(f"What do you call {curly(_small(text))}?", term_name(found, extract), found.aliases),
        )
    elif (PHRASE.match(text) or listed) and len(found.term.split()) <= 4 and not _asks_meaning(found, text, extract):
        yield from _term(found, text, extract)
    else:
        yield from _meaning(found, text, extract)


_ADVICE = frozenset("use take try consider think ask choose prefer outline write avoid keep remember".split())
_AN_END = re.compile(r"(?:to|because|your|if) ", re.IGNORECASE)


def _is_for_the_reader(found: Definition, text: str) -> bool:
    """Whether a label's text says what to do, or to what end: "Audience" — to persuade the board."""
    if found.verb != "is" or "`" in found.place.quote:
        return False
    return _AN_END.match(text) is not None or text.partition(" ")[0].lower() in _ADVICE


def _tells_a_deed(found: Definition, text: str) -> bool:
    """Whether a label's text is an order: ``sort`` — put the lines in order."""
    first, _, rest = text.partition(" ")
    if found.verb != "is" or found.place.block.role is Role.PROSE or first.lower() not in VERBS:
        return False
    if (told := _PEOPLE_DO.match(text)) and told["verb"] in VERBS - OTHERS_TOO:
        return False  # "lay people become involved": a sentence
    if text.lower().startswith("focus on "):
        return True
    sure = found.place.block.role is Role.DEFINITION and _OBJECT.match(rest) is not None
    return sure or (first.lower() not in OTHERS_TOO and is_object(rest))


_PEOPLE_DO = re.compile(r"[A-Za-z]+ (?:people|[a-z]+s) (?P<verb>[a-z]+) ")
_NAMING = frozenset("represent describe denote indicate contain store hold include".split())


def _deed(found: Definition, text: str, extract: Extract) -> Recall:
    """What does T do?  —  of what names no deed: What do Ts represent?"""
    name = with_article(term_name(found, extract), found, extract)
    do = "do" if is_many(found, found.term) else "does"
    verb, _, rest = text.partition(" ")
    if verb.lower() == "focus":
        return Recall(curly(f"What {do} {name} focus on?"), full_stop(curly(rest.removeprefix("on "))))
    if verb.lower() in _NAMING:
        return Recall(curly(f"What {do} {name} {verb.lower()}?"), full_stop(curly(rest)))
    return Recall(curly(FIXED["does"](name, do)), full_stop(curly(text)))


_OBJECT = re.compile(r"(?:an?|the|all|every|each|whether|how)\b|`")
"""What shows that "run" and "ask" are no nouns here."""


def _asks_meaning(found: Definition, text: str, extract: Extract) -> bool:
    """Whether the term cannot be asked for by its meaning: that holds it, or fits what others make."""
    return _leaks(found.term, text) or is_product(term_name(found, extract), text)


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]


def _with_what_it_lists(found: Definition, text: str) -> str:
    """A short meaning with the list behind its colon, without which it would fit many terms; else empty."""
    _, cut, rest = found.place.quote.partition(f"{text}: ")
    fits = cut and len(text.split()) < _TELLING and "," in rest and len(f"{text} {rest}".split()) <= _LONGEST
    return strip_stop(f"{text}: {rest}") if fits else ""


_ONE_WORD = re.compile(r"[A-Za-z][a-z]+")


def _is_doing_of_one_word(found: Definition, text: str) -> bool:
    """Whether a plain word means a doing: "What is extension?" has many answers, what the doing is called has one."""
    plain = found.verb == "is" and _ONE_WORD.fullmatch(found.term) and not _leaks(found.term, text)
    return bool(plain and DOING.match(text) and found.place.block.role is Role.PROSE)


def _is_listed_use(found: Definition, text: str, extract: Extract) -> bool:
    block = found.place.block
    listed = bool(block.entries) and block.role not in {Role.GLOSSARY, Role.TAKEAWAYS}
    return listed and is_listed_use(found.term, text, extract.lesson.text)


def _repeats_in_full(found: Definition, text: str) -> bool:
    """Whether a term of two words or more is explained by nothing but the same words: "to detect objects"."""
    return " " in found.term and only_repeats(found.term, text)


_SAYS = re.compile(r"(?:state|say|argue|claim|propose|suggest|hold|believe)s?\b")
_ONE_NAME = re.compile(r"[A-Z][a-z]+")
_OF_A_PICTURE = re.compile(
    r"\b(?:black|red|blue|green|gr[ae]y|dashed|dotted|solid|vertical|horizontal|shaded) (?:lines?|curves?|bars?|axis"
    r"|areas?|arrows?)$",
    re.IGNORECASE,
)
_NO_NAME = re.compile(
    r"^(?:name|word|letter|title) |^(?:greatest|biggest|largest|best|strongest|weakest|most|least|main|key|only"
    r"|first|last|next|another)\b|^(?:[a-z]+ )?(?:strength|weakness|continuation|beginning|start|end|rest|cause"
    r"|consequence|effect"
    r"|purpose|use|result|source|part|number|amount|length|size|value) of\b",
    re.IGNORECASE,
)
"""What says something of a thing and does not name it: "the greatest strength of experiments"."""
_PLURAL_OF_THE_PAGE = re.compile(r"the [a-z]+s are\b", re.IGNORECASE)
"""The sentence speaks of some that stand before it: "the figures are …"."""


def _term(found: Definition, text: str, extract: Extract) -> Iterator[Candidate]:
    meaning = lower_first(_before_semicolon(text), extract.lesson)
    term = term_name(found, extract)
    stem = f"What is {curly(meaning)} called?" if _is_quality(term, found) else _asked_by(meaning)
    # A word of the key alone stands in the question, or what it asks for is what only the key is.
    shown = _leaks(found.term, text) or not _shares_genus(found, text, extract)
    distractors = () if shown else pick(term, _siblings(found, extract), seed=stem)
    content = Choice(stem, term, distractors) if len(distractors) >= 3 else Short(stem, term, found.aliases)
    yield _make("definition-term", found, content)


def _shares_genus(found: Definition, text: str, extract: Extract) -> bool:
    """Whether two things beside it are told by the same genus, or its genus says nothing of what it is."""
    mine = genus(text)
    return not mine or sum(mine == genus(other.text) for other in _beside(found, extract)) >= _FEWEST_OTHERS


def _which(found: Definition, text: str, extract: Extract) -> Iterator[Candidate]:
    """Of things listed side by side, each with what it does: which of them does this?  Else: what does it do?"""
    if only_repeats(found.term.strip('"“”'), text):
        return
    term = term_name(found, extract)
    stem = f"{_asks_which(found, extract)} {text[:1].lower()}{curly(text[1:])}?"
    distractors = pick(term, _siblings(found, extract), seed=stem)
    shown = max(map(len, distractors), default=0) * _TELLING_LENGTH < len(term)
    if len(distractors) >= _FEWEST_OTHERS and not (_leaks(found.term, text) or shown):
        yield _make("definition-term", found, Choice(stem, term, distractors))
    elif len(text.split()) <= _LONGEST:
        do = "do" if plural_subject(found.term) else "does"
        stem = f"What {do} {with_article(term, found, extract)} do?"
        yield _make("term-definition", found, Recall(stem, _what_it_does(_small(text))))


def _what_it_does(text: str) -> str:
    return full_stop(curly(f"it {text}" if base_of(text.split(" ")[0]) else text))


def _asks_which(found: Definition, extract: Extract) -> str:
    """``Which kind of bill``; of a list that likens its things to a picture, ``In the picture of …, which part``."""
    for other in extract.findings:
        if isinstance(other, Analogy) and other.place.block is found.place.block:
            return f"In the picture of {term_phrase(other.subject, extract.lesson)} as {other.image}, which part"
    return f"Which {kind_told(found.place.block, extract.lesson)}"


_QUALITY = re.compile(r"(?:ible|able|ive|ous|ful|less)$")


def _is_quality(term: str, found: Definition) -> bool:
    """Whether a thing is called by an adjective: "such an auction is called incentive compatible"."""
    return (
        _QUALITY.search(term) is not None and re.search(rf"called {re.escape(term)}\b", found.place.quote) is not None
    )


_FEWEST_OTHERS = 2
_TELLING_LENGTH = 1.5
"""A key so many times longer than the longest distractor shows itself."""


def _asked_by(meaning: str) -> str:
    """The question for the term of a meaning; a glossary's meaning often has no article."""
    if not PHRASE.match(meaning):
        return f"Which term means “{curly(meaning).replace('“', '‘').replace('”', '’')}”?"
    asks = "Which term stands for" if meaning.lower().startswith("how ") else "What do you call"
    return f"{asks} {curly(meaning)}?"


def _before_semicolon(text: str) -> str:
    """A meaning up to its first semicolon, where enough stands before it."""
    first = text.split(";")[0]
    return first if len(first.split()) > _ENOUGH else text


_ENOUGH = 3


def _meaning(found: Definition, text: str, extract: Extract) -> Iterator[Candidate]:
    term = term_name(found, extract)
    quoted = re.match(r"(?:The (?:word|term|name|prefix) )?[\"“]", found.place.quote) is not None
    if quoted:
        topic = term_phrase(extract.topic, extract.lesson)
        where = f" in {topic}" if topic and squash(topic) not in squash(term) else ""
        stem = f"What does “{term}” mean{where}?"
    elif found.place.block.role is Role.GLOSSARY and not articles(term, extract.lesson.text):
        stem = f"What is meant by “{term}”?"
    else:
        name = with_article(term, found, extract)
        bare = name == f"the {term}" and " " not in term and found.place.block.role is Role.PROSE
        if bare and found.term not in found.place.block.emphasis:
            return  # "the theft": one that the sentences before it tell of
        stem = f"What {'are' if is_many(found, term) else 'is'} {name}?"
    yield _make("term-definition", found, Recall(stem, full_stop(curly(text))))


def _make(recipe: str, found: Definition, content: Choice | Short | Recall) -> Candidate:
    value = _OF_SHORT_FORM if found.verb == "abbreviates" else _VALUES.get(found.place.block.role, 0.7)
    return candidate(
        recipe,
        content,
        found.place,
        concept=found.term,
        aspect="definition",
        fact=f"define:{squash(found.term)}",
        value=value,
    )


def _siblings(found: Definition, extract: Extract) -> list[str]:
    """Terms defined in the same list: same kind, same place."""
    return [term_name(other, extract) for other in _beside(found, extract) if not _leaks(other.term, found.text)]


def _beside(found: Definition, extract: Extract) -> list[Definition]:
    """The other definitions of a list."""
    return [
        other
        for other in extract.findings
        if isinstance(other, Definition) and other is not found and other.place.block is found.place.block
        if other.place.block.role is not Role.PROSE
    ]


def _leaks(term: str, text: str) -> bool:
    words = re.findall(r"[^\W\d_]{4,}", term.casefold())
    return any(word[: max(4, len(word) - 3)] in text.casefold() for word in words)
