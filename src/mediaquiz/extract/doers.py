"""Who may have done something: the persons, peoples and bodies that a text names."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from mediaquiz.language.common import COMMON
from mediaquiz.language.scholars import CALLING, introduced
from mediaquiz.language.verbs import VERBS

_WORD = r"[A-ZÀ-Þ](?=[\w’]*[a-zà-ÿ])[\w’-]+"
_PARTICLE = r"(?:de|da|del|di|dos|van|von|den|der|la|las|le|el|al|ibn|bin|y)"
NAME = rf"{_WORD}(?:(?: {_PARTICLE}){{0,3}} (?:{_WORD}|[A-Z]\.|[IVX]+\b)){{0,7}}"
"""A proper name of one word or more: "Antonie van Leeuwenhoek", "Alexander II"."""
_TITLE = (
    r"(?:king|queen|emperor|empress|sultan|tsar|czar|prince|princess|pope|bishop|general|admiral|captain|lord|lady|sir"
    r"|president|viceroy|caliph|shah|khan|minister|commander|leader|officer|priest|missionary|physician|lawyer|monk"
    r"|shogun|merchant|reverend|father|saint|governor|duke|count|chief|colonel|scholar|rabbi|eunuch|botanist|surgeon"
    rf"|nurse|contemporary|colleague|{CALLING})"
)
_TITLES = re.compile(rf"(?i:{_TITLE})")
_BEFORE = re.compile(r"(?P<word>[A-Za-z]+) $")
_NEAR = 20
_BEHIND = re.compile(rf"(?: \([^()\n]*\))?, (?:who\b|(?:an?|the) (?:[\w’-]+ ){{0,4}}?(?:(?i:{_TITLE})\b|[a-z]+ who\b))")
_HEAD = re.compile(rf"(?:[A-Z][^.\n]{{2,90}}?, )?(?P<name>{NAME}) [a-z]")
_HIMSELF = re.compile(r"\b(?:himself|herself)\b")
_HE = re.compile(r"(?:[A-Z][^,.\n]{2,40}, )?(?:He|She|he|she|His|Her) [a-z]")
_PLACE = re.compile(
    r"\b(?:in|into|throughout|across|within|outside|around|near|from"
    r"|(?:king|queen|ruler|people|government|president) of) "
    rf"(?:the )?(?P<name>{NAME})"
)
_FULL = re.compile(rf"\b{NAME}")
_SENTENCE = re.compile(r"(?<=[.!?”]) |\n")


@lru_cache(maxsize=4)
def persons(text: str) -> dict[str, str]:
    """Each person's last name, and each name that stands for the whole, with the fullest form in the text."""
    told, full_names = introduced(text), _full_names(text)
    sure = {_plain(found[0], text) for found in _FULL.finditer(text) if _is_person(found, text)}
    sure |= {name for name in full_names if name.split(" ")[-1] in told}
    short = {_bare(name) for name in sure | ({*_spoken_of(text)} - places(text)) if name}
    last = {name.split(" ")[-1] for name in short}
    fuller: dict[str, set[str]] = {}
    for name in {*map(_bare, full_names), *short}:
        for word in {name.split(" ")[0], name.split(" ")[-1]}:
            if word != name and (word in short or (word in last and name.endswith(word))):
                fuller.setdefault(word, set()).add(name)
    full = {word: _fullest(names, word) for word, names in fuller.items()}
    return full | {name: full.get(name, name) for name in short}


def _fullest(names: set[str], word: str) -> str:
    """The longest of a person's names that he or she is known by; the word where they are the names of several."""
    longest = set(max(names, key=len).split(" "))
    several = any(not longest.issuperset(name.split(" ")) for name in names)
    return word if several else max((name for name in names if name.count(" ") < _MOST), key=len, default=word)


def _is_person(name: re.Match[str], text: str) -> bool:
    """Whether a title stands before a name or in it, or tells behind it who that is."""
    first, _, rest = name[0].partition(" ")
    if rest and _OPENS.fullmatch(first):
        return True
    before = _BEFORE.search(text, max(0, name.start() - _NEAR), name.start())
    if before and _TITLES.fullmatch(before["word"]):
        return True
    return text.startswith((",", " ("), name.end()) and _BEHIND.match(text, name.end()) is not None


@lru_cache(maxsize=4)
def places(text: str) -> frozenset[str]:
    """Names in which something is."""
    return frozenset(found["name"] for found in _PLACE.finditer(text))


@lru_cache(maxsize=4)
def _full_names(text: str) -> tuple[str, ...]:
    """All names of two to four words."""
    found = {_plain(name, text) for name in set(_FULL.findall(text))}
    return tuple(sorted(name for name in found if 0 < name.count(" ") < _MOST and not _is_small(name, text)))


_MOST = 4
"""Words of a name that somebody is known by."""


def _is_small(name: str, text: str) -> bool:
    """Whether the last word of a name is a word that the text writes small: "Lapulapu Day"."""
    last = name.split(" ")[-1].lower()
    return len(last) > _MOST - 2 and (last in _small(text) or last in COMMON)


@lru_cache(maxsize=4)
def _small(text: str) -> frozenset[str]:
    """All words that stand somewhere in small letters."""
    return frozenset(_SMALL.findall(text))


_SMALL = re.compile(r"(?<![\w/.@-])[a-z][a-z’]+(?![\w/@])")


def _spoken_of(text: str) -> Iterator[str]:
    """Names that open a sentence which goes on about himself or herself, or behind which the next one says "he"."""
    parts = _SENTENCE.split(text)
    for one, other in pairwise((*parts, "")):
        if (_HIMSELF.search(one) or _HE.match(other)) and (head := _HEAD.match(one)) and ", and " not in one:
            yield _plain(head["name"], text)


def _plain(name: str, text: str) -> str:
    """A name without the ending of what is its own, and without a word before it that only opens the sentence."""
    name = _OF_HIS.sub("", name)
    first, _, rest = name.partition(" ")
    opens = _OPENERS.fullmatch(first) or first.lower() in _small(text) or (rest and first.lower() in VERBS)
    return rest if opens and (rest or _OPENERS.fullmatch(first)) else name


_OF_HIS = re.compile(r"’s?$")
_OPENERS = re.compile(
    r"Although|Though|Unlike|Like|During|While|Whereas|When|After|Before|Since|Because|Until|Upon|Under|Despite|Both|Among"
    r"|Even|For|From|With|Watch|Read|See|Visit|As|If|In|On|At|By|To|And|But|Or|Some|Many|One|Here|Now|Then|Later|Today"
    r"|However|Born|Foremost|Each|Every|Other|Another"
)


def _bare(name: str) -> str:
    """A name without the title that opens it."""
    first, _, rest = name.partition(" ")
    return rest if rest and _OPENS.fullmatch(first) else name


_OPENS = re.compile(rf"(?i:{_TITLE}|mr\.|mrs\.|ms\.|dr\.|professor|don|[a-z]+man)")
_LAST_TITLE = re.compile(rf"[Tt]he {NAME} (?:Emperor|Empress|Sultan|Shogun|King|Queen|Caliph)")
_PEOPLE = re.compile(r"[Tt]he (?:[A-Z][a-z]+(?:ish|ch|ese|ans)|Greeks|Swiss|Turks|Mongols|Arabs|Jesuits)")
_BODY = re.compile(r"(?:[Tt]he )?(?:[A-Z][\w’.-]+ (?:(?:of|for|and|the|on|in) )*)+(?P<head>[A-Za-z]+)")
_BODIES = frozenset(
    "act amendment agreement treaty court party council commission committee bank company corporation dynasty alliance"
    " movement congress parliament convention declaration charter constitution church empire kingdom union league"
    " association institute foundation agency department conference compromise edict law code bureau society order"
    " sultanate republic academy".split()
)
"""What a name may say that it is the name of: "Which act …?"."""


def asked_with(doer: str, text: str) -> tuple[str, str]:
    """What asks for a doer, and the doer by the fullest name: ("Who", "Oda Nobunaga"); empty for anything else."""
    bare = _bare(re.sub(r"^[Tt]he ", "", doer))
    named = persons(text)
    if re.fullmatch(NAME, bare) and not doer.lower().startswith("the "):
        last = bare.split(" ")[-1]
        full = named.get(bare) or (named.get(last, "") if " " in bare else "")
        if full:
            return "Who", full if bare in full else bare
    if _PEOPLE.fullmatch(doer) or _LAST_TITLE.fullmatch(doer):
        return "Who", f"the {bare}"
    body = _BODY.fullmatch(doer)
    head = body["head"].lower() if body else ""
    if head in _BODIES and " " in bare and "’s" not in bare and _plain(bare, text) == bare:
        return f"Which {head}", bare
    return (COUNTRY, bare) if bare in places(text) and bare not in named else ("", "")


COUNTRY = "Which country"
