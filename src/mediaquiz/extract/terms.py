"""Terms of a lesson that no typography shows: phrases that it repeats, names, asks about in headings, and defines."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, groupby, islice
from math import log2

from mediaquiz.language.common import COMMON
from mediaquiz.language.cues import cues, matches
from mediaquiz.language.verbs import VERBS, base_of, readings
from mediaquiz.model.lesson import Lesson, Role
from mediaquiz.text import squash

_TOLD = {Role.PROSE, Role.LIST, Role.TAKEAWAYS, Role.DEFINITION}
_WORD = re.compile(r"[A-Za-z][A-Za-z0-9’'-]*[A-Za-z0-9]|[.,;:!?()—–“”\"/]|\S+")
_STOP = frozenset(
    "a an the this that these those and or but nor so yet if then than as of in on at by for with from to into "
    "onto over"
    " under about above below between within without through during before after is are was were be been being am do"
    " does did have has had will would shall should can could may might must not no only own same such too very just"
    " also more most some any each few other both all it its itself they them their he him his she her we us our "
    "you your"
    " i my who whom whose which what when where why how there here because while until since per via etc eg ie "
    "many much"
    " however one two three four five six seven eight nine ten first second third new old good bad big little "
    "less least"
    " several every another either neither well even still now today often always never perhaps much up down out off"
    " sometimes often usually"
    " again back away once ever nearly rather quite almost already yet say let around along across toward towards "
    "against"
    " among upon like unlike despite instead".split()
)
_NO_END = ("ly", "ful", "ous", "ive", "ible", "able", "less", "ical", "ish", "est")
"""Endings of words that are no nouns."""
_LONGEST = 4
_FEWEST = 2
MOST = 60
"""Terms of one lesson that count."""


def terms(lesson: Lesson) -> tuple[str, ...]:
    """Noun phrases that look like terms of the field, best first: frequent, longer than one word, in headings.

    The measure is the C-value of Frantzi, Ananiadou and Mima (2000): how often a phrase stands, less how often it
    only stands inside longer ones, weighted by its length.
    """
    counts = _phrases(_texts(lesson))
    headings = "\n".join({squash(h) for block in lesson.blocks for h in block.path} | {squash(lesson.title)})
    asked = {phrase for phrase in counts if " ".join(phrase) in headings}
    inside: dict[_Phrase, list[int]] = {p: [] for p, count in counts.items() if count >= _FEWEST or p in asked}
    for phrase, count in counts.items():
        for part in _parts(phrase) if len(phrase) > 1 else ():
            if part in inside:
                inside[part].append(count)
    scored = {p: _score(p, counts[p], longer, p in asked) for p, longer in inside.items()}
    best = sorted((-score, " ".join(phrase)) for phrase, score in scored.items() if score > 0)
    named = (name for text in _texts(lesson) for name in introduced(text))
    return tuple(dict.fromkeys(islice(_unrepeated((*named, *(phrase for _, phrase in best))), MOST)))


_CALLED = re.compile(
    r"\b(?:called|known as|referred to as|termed|named|dubbed|call (?:it|this|these|them)"
    r"|refer to (?:it|this|these|them) as) (?:an?|the)? ?[“\"]?(?P<term>[a-z][\w’'-]*(?: [a-z][\w’'-]*){0,2}?)[”\"]?"
    r"(?=[.,;:—–)”\"]| (?:is|are|and|or|that|which|in|by|for|because|when|to)\b|$)"
)
_CALLING = ("called", "known", "referred", "termed", "named", "dubbed", "call", "refer")
_SHORT_FORM = re.compile(
    r"(?P<term>[A-Za-z][\w’-]*(?:[ -](?:of |and |on |for )?[A-Za-z][\w’-]*){1,4}) \((?P<short>[A-Z]{2,6})s?\)"
)
_BRACKETED = re.compile(r"\([A-Z]{2,6}s?\)")
_NO_NAME = frozenset("it this that so one such what something".split())


def introduced(text: str) -> Iterator[str]:
    """Terms that a text brings in by their name: "known as a T", "World Wide Web (WWW)"."""
    for found in matches(_CALLED, text, _CALLING):
        words = found["term"].split(" ")
        if not (_NO_NAME & set(words)) and words[-1] not in _STOP and words[0] not in _STOP:
            yield " ".join((*words[:-1], _singular(words[-1])))
    end = 0
    for mark in _BRACKETED.finditer(text):
        short = _SHORT_FORM.search(text, max(end, _phrase_start(text, mark.start())), mark.end())
        end = short.end() if short else end
        if short and (term := _spelled(short["term"].split(" "), short["short"])):
            yield term


def _phrase_start(text: str, end: int) -> int:
    """Where the words begin that stand before a place with nothing but spaces and hyphens between them."""
    while end and (text[end - 1].isalnum() or text[end - 1] in "_’ -"):
        end -= 1
    return end


def _spelled(words: list[str], short: str) -> str:
    """The last words whose first letters are a short form, small words passed over; empty where they are not."""
    letters = list(short.lower())
    for at in range(len(words) - 1, -1, -1):
        if letters and words[at][0].lower() == letters[-1]:
            letters.pop()
        elif words[at].lower() not in _STOP:
            return ""
        if not letters:
            return " ".join(words[at:]).lower()
    return ""


_Phrase = tuple[str, ...]


def _texts(lesson: Lesson) -> Iterator[str]:
    yield lesson.title
    yield from dict.fromkeys(heading for block in lesson.blocks for heading in block.path)
    yield from (block.text for block in lesson.blocks if block.role in _TOLD)


_WEAK = frozenset(
    "way ways example examples thing things case cases number lot kind kinds part parts type types use uses amount time"
    " times people something question questions section figure table chapter person".split()
)
_WEAK_FIRST = frozenset("following particular certain different various important main key common simple given".split())


@dataclass(slots=True, eq=False)
class _Word:
    """A word of a phrase: small, in the singular, and whether it may be a phrase of its own, its head, its end.

    Of one token there is one, so that runs of them are compared at once.
    """

    low: str
    singular: str
    names: bool
    begins: bool
    ends: bool
    common: bool


@lru_cache(maxsize=1 << 14)
def _word(token: str) -> _Word | None:
    """None for what no phrase holds: function words, single letters, marks."""
    low = token.lower()
    if not token[0].isalpha() or low in _STOP or len(token) < 2:
        return None
    singular, common = _singular(low), low in COMMON
    return _Word(
        low,
        singular,
        names=not (common or singular in COMMON or low in VERBS or _is_verb_form(low)),
        begins=not low.endswith("ly") and low not in _WEAK_FIRST,
        ends=not (low.endswith(_NO_END) or _is_past(low) or low.endswith("ing") or low in _WEAK),
        common=common,
    )


def _phrases(texts: Iterable[str]) -> dict[_Phrase, int]:
    """How often each run of one to four words stands that could be a noun phrase: no function word, a noun at the end.

    Words between two that no phrase holds are taken apart once, however often they come.
    """
    runs = Counter(chain.from_iterable(map(_runs, texts)))
    counts: defaultdict[_Phrase, int] = defaultdict(int)
    for run, times in runs.items():
        for phrase in _in_run(run):
            counts[phrase] += times
    return counts


def _runs(text: str) -> list[tuple[_Word, ...]]:
    """The words of a text, parted by those that no phrase holds."""
    parted = groupby(map(_word, _WORD.findall(text)), key=bool)
    return [tuple(filter(None, run)) for holds, run in parted if holds]


def _in_run(run: tuple[_Word, ...]) -> list[_Phrase]:
    if len(run) == 1:
        return [(run[0].singular,)] if run[0].names else []
    found: list[_Phrase] = []
    small = [word.low for word in run]
    for start, first in enumerate(run):
        if first.names:
            found.append((first.singular,))
        if not first.begins:
            continue
        common = first.common
        for end in range(start + 1, min(len(run), start + _LONGEST)):
            last = run[end]
            common = common and last.common
            if last.ends and not common:
                found.append((*small[start:end], last.singular))
    return found


def _is_verb_form(word: str) -> bool:
    return word.endswith(("ing", *_NO_END)) or (not word.endswith("s") and bool(readings(word)))


def _is_past(word: str) -> bool:
    return word.endswith("ed") and bool(readings(word))


_SAME_IN_BOTH = ("ss", "us", "is", "ics", "news", "series", "bias")
_ADDS_ES = ("shes", "ches", "xes", "sses", "zes")


@lru_cache(maxsize=4096)
def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 5:
        return word[:-3] + "y"
    if not word.endswith("s") or len(word) < 4 or word.endswith(_SAME_IN_BOTH):
        return word
    return word[:-2] if word.endswith(_ADDS_ES) else word[:-1]


def _parts(words: _Phrase) -> Iterator[_Phrase]:
    for size in range(1, len(words)):
        for start in range(len(words) - size + 1):
            yield words[start : start + size]


def _score(words: _Phrase, count: int, longer: list[int], headed: bool) -> float:
    own = count - (sum(longer) / len(longer) if longer else 0)
    if own < 1:
        return 0.0
    rare = sum(word not in COMMON for word in words) / len(words)
    return own * log2(1 + len(words)) * (0.4 + 0.6 * rare) * (2.0 if headed else 1.0)


def _unrepeated(phrases: Iterable[str]) -> Iterator[str]:
    """Without phrases that only add a common word in front of a better one with the same head."""
    taken: set[str] = set()
    for phrase in phrases:
        words = phrase.split(" ")
        if words[0] not in COMMON or not any(" ".join(words[at:]) in taken for at in range(1, len(words))):
            taken.add(phrase)
            yield phrase


_NAME = r"(?P<term>[A-Za-z][\w’'-]*(?: (?:of )?[\w’'-]+){0,3}?)"
_BEFORE_VERB = re.compile(
    rf"^(?:(?:in|by|for|within|under) [^,;:—]{{2,40}}, )?(?:an?|the|any|every)? ?{_NAME}(?: ?\([^()]{{2,40}}\))? "
    r"(?:is|are|refers? to|means?|stands? for|occurs? (?:when|if)|describes?|states? that|holds that"
    r"|denotes?|measures?|consists? of|can be defined as|involves?|represents?|takes place when)\b",
    re.IGNORECASE,
)
_VERBS = frozenset(
    "is are refer refers mean means stand stands occur occurs describe describes state states holds denote denotes"
    " measure measures consist consists can involve involves represent represents takes".split()
)
_BEFORE_RELATIVE = re.compile(
    r"\b(?:an?|the|of|as|in|for|by|with|called|and) "
    rf"{_NAME}(?: ?\([^()]{{2,40}}\))?(?:, (?:which|who) (?:is|are|means?|refers? to|describes?|occurs?|measures?)\b"
    r"|[;,—–] ?that is,|, (?:defined as|meaning) )",
    re.IGNORECASE,
)
_RELATIVES = frozenset("which who defined meaning".split())


_CAPTIONS = ("Figure", "Table", "Source", "Note")


def headed(sentence: str) -> Iterator[str]:
    """Phrases that stand where a defined term stands: before "is a …", ", which means …", "— that is, …"."""
    if sentence.startswith(_CAPTIONS):
        return
    for matches_of in _heads(sentence):
        for found in matches_of:
            words = found["term"].split(" ")
            while words and words[0].lower() in _STOP:
                words = words[1:]
            if words and _could_head([word.lower() for word in words]):
                yield " ".join(words)


def _heads(sentence: str) -> Iterator[Iterable[re.Match[str]]]:
    """What is found of each pattern of which a cue stands in the sentence."""
    told = cues(sentence)
    if not told.isdisjoint(_VERBS):
        yield filter(None, [_BEFORE_VERB.match(sentence)])
    if not told.isdisjoint(_RELATIVES) or ("that" in told and "that is," in sentence.lower()):
        yield _BEFORE_RELATIVE.finditer(sentence)


_NO_HEAD = frozenset("lack absence presence need use number amount lot increase decrease rise fall change part".split())


def _is_verb(word: str) -> bool:
    """A third-person form that is far more often a verb than a plural noun."""
    return word.endswith(("ises", "izes", "ates", "eeps", "ails", "ifies", "ains", "ikes", "ells", "inks", "ings"))


def _could_head(words: list[str]) -> bool:
    if any(word in _STOP and word != "of" for word in words) or words[-1] in _WEAK | {"of"} or len(words[-1]) < 3:
        return False
    if words[0] in _NO_HEAD or (
        len(words) > 1 and base_of(words[-1]) and words[-1] not in COMMON and _is_verb(words[-1])
    ):
        return False
    if len(words) == 1:
        return words[0] not in COMMON and _singular(words[0]) not in COMMON and not words[0].endswith(_NO_END)
    return not (
        all(word in COMMON or word == "of" for word in words) or words[-1].endswith(_NO_END) or _is_past(words[-1])
    )
