"""Safe changes to English phrases: letter case, articles, verb agreement. What is not safe is not here."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from mediaquiz.language.verbs import is_gerund, is_participle
from mediaquiz.model.lesson import Lesson
from mediaquiz.text import cut_opening

_FUNCTION_WORDS = frozenset(
    "a an the this that these those each every all any no some most many few one two three four five six seven eight"
    " nine ten it its they their you your we our when if as while because since once after before in on at by for with"
    " from to of and or but not how why what which who never always only both either neither more less".split()
)
_COMMON_ADJECTIVES = frozenset(
    "bad basic big black blue bright broad cheap clean clear cold common complete cool correct dark deep dense dry"
    " early easy empty equal false fast final fine first flat fresh full good great green hard heavy high hot key large"
    " last late light local long loose low main modern narrow new old open plain pure quick rapid rare raw red rich"
    " round sharp short simple single slow small smooth soft sour stale steep strong sweet tall thick thin tight true"
    " warm weak wet white whole wide wild wrong young".split()
)
_COMMON_NOUNS = frozenset("people children men women things users students teachers files data text".split())
_NO_NAME = re.compile(
    r"(?:ioral|erial|ural|iative|ctive|sive|itive|ative|ous|able|ible|ient|iant|ary|ator|izer|ifier|ation|ition|ction"
    r"|ssion|ment|ness|ful|less|ional|ical|ology|ability|ibility|ivity|ality|osity|ism)s?$"
)
"""Endings of words that are no names of people or places, so that a capital only marks the head of a sentence."""
_ADVERB = re.compile(r"\w(?:al|nt|te|us|ab|ib|ul|ar|ed|ing|ve|st)ly$")
_COMPOUND = re.compile(r"(?:one|two|three|high|low|single|multi|half|self|well|long|short|open)-")
"""``One-line comments``, ``High- and low-pass filters``"""
_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*")


def knows_lower(word: str, lesson: Lesson) -> bool:
    """Whether a word that stands capitalised may be written small: the lesson itself writes it so somewhere."""
    return _knows_lower(word, lesson.text)


@lru_cache(maxsize=4096)
def _knows_lower(word: str, text: str) -> bool:
    low = word.lower()
    if word[1:] != word[1:].lower():
        return False  # ControlNet, LoRA
    if low.endswith(("'s", "’s")):
        named = _inside(word, text) + _inside(word[:-2], text) > 0
        small = any(_small((low, low[:-2]), text))
        return low[:-2] in _COMMON_NOUNS or (small and not named)  # "Goodhart's law" may open every sentence
    if (
        low in _FUNCTION_WORDS
        or (low.endswith("ed") and len(low) > _PARTICIPLE and is_participle(low))
        or low in _COMMON_ADJECTIVES
        or low in _COMMON_NOUNS
        or is_gerund(low)
        or _ADVERB.search(low)
        or _COMPOUND.match(low)
        or (_NO_NAME.search(low) and not _is_a_school(word, text))
    ):
        return True
    return _is_common_noun(word, text)


def _is_a_school(word: str, text: str) -> bool:
    """Whether a text writes an -ism large inside its sentences and never small: "Daoism", "Marxism"."""
    return word.endswith("ism") and _inside(word, text) > 0 and not any(_small((word.lower(),), text))


def is_name(word: str, lesson: Lesson) -> bool:
    """Whether the lesson writes a word large inside its sentences."""
    return _inside(word, lesson.text) > 0


def _is_common_noun(word: str, text: str) -> bool:
    """Whether the text writes the word small as often as large inside sentences, or only ever opens with it."""
    low = word.lower()
    small, large = max(_small((low, low.removesuffix("s"), f"{low}s"), text)), _inside(word, text)
    if small or large:
        return small >= large
    return _KINDS.search(low) is not None or _opening(text)[word] >= _OFTEN


_KINDS = re.compile(r"(?:ing|ists|tions|ments|ities|ologies|ances|ences|ages|ulas)$")
"""Ends of words that are no names."""
_OFTEN = 2
_PARTICIPLE = 5
"""Shorter words with -ed may be names: Fred, Ahmed."""
_LONG_LINE = 60
"""Shorter lines may be headings, whose capitals say nothing."""
_SMALL = re.compile(r"(?<![\w'\"`./-])([a-z][a-z'’-]*)(?![\w'\"`./-]*[\w`])")
_INSIDE = re.compile(r"([A-Z](?<=[a-z,;] [A-Z])[\w'’-]*)(?![\w-])")
_OPENING = re.compile(r"(?:^|[.!?] |[•*–-] +)([A-Z][\w'’-]*)(?= [a-z])", re.MULTILINE)


@lru_cache(maxsize=1024)
def _small(words: tuple[str, ...], text: str) -> tuple[int, ...]:
    """How often each of some words that begin alike stands in a text in small letters."""
    stem = min(words, key=len)
    found = Counter(match[1] for at in _places(stem, text) if (match := _SMALL.match(text, at)))
    return tuple(found[word] for word in words)


@lru_cache(maxsize=1024)
def _inside(word: str, text: str) -> int:
    """How often a word stands with a capital inside a sentence."""
    found = [at for at in _places(word, text) if (match := _INSIDE.match(text, at)) and match[1] == word]
    return sum(_is_in_a_long_line(at, text) for at in found)


def _is_in_a_long_line(at: int, text: str) -> bool:
    end = text.find("\n", at)
    return (end if end >= 0 else len(text)) - text.rfind("\n", 0, at) - 1 > _LONG_LINE


def _places(word: str, text: str) -> Iterator[int]:
    at = text.find(word) if word else -1
    while at >= 0:
        if not (at and text[at - 1].isalnum()):
            yield at
        at = text.find(word, at + 1)


@lru_cache(maxsize=4)
def _opening(text: str) -> Counter[str]:
    """How often each word opens a sentence."""
    return Counter(_OPENING.findall(text))


def lower_first(phrase: str, lesson: Lesson) -> str:
    """The phrase for the middle of a sentence: its first word small where that is surely right."""
    found = _WORD.match(phrase)
    if not found or found[0][1:] != found[0][1:].lower() or (len(found[0]) == 1 and found[0] != "A"):
        return phrase  # "R" is a language, "X" a variable
    if knows_lower(found[0], lesson) or (_BEFORE_NOUN.match(phrase[found.end() :]) and _describes(found[0].lower())):
        return found[0].lower() + phrase[found.end() :]
    return phrase


_BEFORE_NOUN = re.compile(r" [a-z]+\b")


def _describes(word: str) -> bool:
    """Whether a word before a noun can be a participle or a comparative: "fixed", "cheaper", "larger"."""
    stem = word.removesuffix("er")
    bases = {stem, f"{stem}e", stem[:-1], f"{stem[:-1]}y"} if stem != word else set()
    return bool(bases & _COMMON_ADJECTIVES) or (word.endswith("ed") and len(word) >= _PARTICIPLE)


def upper_first(phrase: str) -> str:
    """The phrase as the head of a sentence; a term that begins small on purpose (``git``, `x`) in code stays."""
    return phrase[:1].upper() + phrase[1:]


def title_phrase(title: str, lesson: Lesson) -> str:
    """A heading inside a sentence: small where it is a noun phrase of words that are no names, else quoted."""
    if is_noun_phrase(title) and _all_known_lower(title, lesson):
        return _lowered(title)
    return quoted(title)


_CLAUSE_WORDS = re.compile(
    r"^(?:how|what|why|where|when|who|which|if|is|are|do|does|can)\b|[,:;!?]|\b(?:is|are|was|were|does|do|can"
    r"|comes?|you"
    r"|we|it)\b",
    re.IGNORECASE,
)
_LONGEST_NAME = 5


def is_noun_phrase(title: str) -> bool:
    """Whether a heading surely names a thing: with an article, or short and without any sign of a clause."""
    words = title.split()
    if not words or _CLAUSE_WORDS.search(title) or is_gerund(words[0].lower()):
        return False
    return words[0].lower() in {"the", "a", "an"} or len(words) <= _LONGEST_NAME


def _all_known_lower(phrase: str, lesson: Lesson) -> bool:
    capitalised = [word for word in _WORD.findall(phrase) if word[:1].isupper() and not word.isupper()]
    return bool(phrase) and all(knows_lower(word, lesson) for word in capitalised)


def _lowered(phrase: str) -> str:
    return _WORD.sub(
        lambda m: m[0] if m[0].isupper() and (len(m[0]) > 1 or phrase[m.end() :][:1].isdigit()) else m[0].lower(),
        phrase,
    )


def heading_phrase(heading: str, lesson: Lesson) -> str:
    """A heading's words small, but for acronyms and for words that the lesson writes large inside its sentences."""
    return _heading_phrase(heading, lesson.text)


@lru_cache(maxsize=64)
def _heading_phrase(heading: str, text: str) -> str:
    def small(found: re.Match[str]) -> str:
        word = found[0]
        inner = "".join(part[1:] for part in word.split("-"))
        is_name = inner != inner.lower() or _inside(word, text) > 0
        return word if is_name and not _knows_lower(word, text) else word.lower()

    return _WORD.sub(small, heading)


def term_phrase(term: str, lesson: Lesson) -> str:
    """A term inside a sentence: small where the lesson writes all its words small, else as it stands."""
    if _all_known_lower(term, lesson):
        return _lowered(term)
    first, _, rest = term.partition(" ")
    small = rest == rest.lower() and rest and first[1:] == first[1:].lower()
    if small and not first.endswith(("'s", "’s")) and not _is_named(first, rest, lesson):
        inside = re.search(rf"(?<=[a-z,;] )[*_]*{re.escape(term)}s?\b", lesson.text)
        return term if inside else term[:1].lower() + term[1:]  # the head of a sentence is no name
    return term


_LATIN = re.compile(
    r"(?!(?:virus|status|census|campus|bonus|focus|consensus|stimulus|apparatus|surplus|radius|genus|nucleus)$)"
    r"[a-z]+(?:us|ensis|losis|ae|ii|eri|bli?a|idum|ficile)"
)
"""How the second word of a species' name ends: "Vibrio natans"."""


def _is_named(first: str, rest: str, lesson: Lesson) -> bool:
    """Whether a term opens with a name, which the lesson writes large inside its sentences, or is that of a species."""
    if re.fullmatch(r"[A-Z]\.", first):
        return True
    if knows_lower(first, lesson):
        return False
    return _inside(first, lesson.text) > 0 or _LATIN.fullmatch(rest) is not None


_ONE_OF = re.compile(r"(?:(?<=ss|sh|ch|.x)|(?<=bias)|(?<=gas)|(?<=lens)|(?<=virus)|(?<=campus)|(?<=canvas))es$|s$")
_KEEPS_S = re.compile(r"(?:ss|us|is|ics|series|species|news|lens|means|bias|gas|atlas|canvas)$")


def singular(noun: str) -> str:
    """One of what a plural noun names, by the head of its phrase: ``types of rock`` is one ``type of rock``."""
    head, joint, rest = noun.partition(" of ")
    if head.endswith("s") and not _KEEPS_S.search(head):
        head = re.sub(r"ies$", "y", head) if head.endswith("ies") else _ONE_OF.sub("", head)
    return head + joint + rest


def third_person(base: str) -> str:
    """The form of a verb beside one thing: ``carry`` → ``carries``."""
    if base == "have":
        return "has"
    if re.search(r"[^aeiou]y$", base):
        return f"{base[:-1]}ies"
    return f"{base}es" if re.search(r"(?:s|sh|ch|x|z|o)$", base) else f"{base}s"


def defined_phrase(term: str, quote: str, lesson: Lesson) -> str:
    """A defined term inside a sentence. One that the lesson writes large only where a sentence begins is no name."""
    phrase = term_phrase(term, lesson)
    first = phrase.split(" ")[0]
    heads = quote.startswith(term) and first[1:] == first[1:].lower() and phrase[1:] == phrase[1:].lower()
    heads = heads and not _is_named(first, phrase.partition(" ")[2], lesson)
    if heads and not first.endswith(("'s", "’s")) and not _inside(first, lesson.text):
        return phrase[:1].lower() + phrase[1:]
    return phrase


def quoted(text: str) -> str:
    """The text in double quotation marks, those inside it made single."""
    return f"“{curly(text).replace('“', '‘').replace('”', '’')}”"


def with_the(phrase: str) -> str:
    """``the`` before a phrase that has no article of its own."""
    if re.match(r"(?:the|an?|your|our|its|their|these|those)\s|[“\"]", phrase, re.IGNORECASE):
        return phrase
    return f"the {phrase}"


def without_article(phrase: str) -> str:
    """The phrase without a leading ``a``, ``an`` or ``the``."""
    return cut_opening(_ARTICLE, phrase)


_ARTICLE = re.compile(r"^(?:an?|the)\s+(?!(?:priori|posteriori|fortiori)\b)", re.IGNORECASE)


def full_stop(text: str) -> str:
    """The text as a sentence: first letter large, a full stop at its end where none stands."""
    text = upper_first(text.strip())
    return text if _STOPPED.search(text) else text + "."


_STOPPED = re.compile(r"[.!?…][\"”’)]*$")


def strip_stop(text: str) -> str:
    """Without a final full stop, also one inside a closing quotation mark."""
    text = text.strip()
    if text.endswith(('."', ".”", ".’")):
        return text[:-2] + text[-1]
    return text.removesuffix(".")


def curly(text: str) -> str:
    """Straight double quotation marks as curly pairs, so that quoting a quoted text stays readable."""
    if '"' not in text or text.count('"') % 2:
        return text
    return _STRAIGHT.sub(r"“\1”", text)


_STRAIGHT = re.compile(r'"([^"]*)"')
