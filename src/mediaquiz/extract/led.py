"""What lists state: the names that a sentence before them counts ("Rivers have three parts:"), and the sentences behind
the labels of their entries ("Delta - this is the fan of land at a river's mouth.")."""

import re
from collections.abc import Iterator

from mediaquiz.extract.pointers import upper_opened
from mediaquiz.extract.sentences import NUMBER_WORDS, number_in, sentences
from mediaquiz.language.clauses import split
from mediaquiz.model.lesson import Block, Entry, Role
from mediaquiz.text import join_names

_WORDS = {number: word for word, number in NUMBER_WORDS.items()}
_FEWEST, _MOST = 2, 5
_LONGEST_NAME = 6
_COUNT = re.compile(r"\b(?P<count>[2-7]|two|three|four|five|six|seven) (?=(?:[\w’'-]+ ){0,3}[a-z]+s\b)", re.IGNORECASE)
_SEVERAL = re.compile(
    r"\b(?:an? (?:wide |large |huge |great |whole |small )?(?:range|number|variety|set|couple) of(?: different)?"
    r"|several(?: different)?|many|various|a few|some) (?=(?:[a-z-]+ )?(?:"
    r"types?|kinds?|benefits?|(?:dis)?advantages?|drawbacks?|upsides?|downsides?|risks?|reasons?|stages?|parts?"
    r"|components?"
    r"|layers?|ways?|phases?|groups?|levels?|categories|purposes?|steps?|options?|properties|sources?)\b)"
)
"""What stands in the place of a number before things that are listed whole."""
_THE = re.compile(
    r"^The (?=(?:main |key )?(?:benefits|(?:dis)?advantages|drawbacks|upsides|downsides|risks|reasons|stages|parts"
    r"|components|layers|phases|types|kinds|categories|properties) (?:of|for|to|in) [^:]+ are:$)"
)
_THERE_ARE = re.compile(
    r"^There are (?=(?:(?:main|key|clear) )?(?:benefits|(?:dis)?advantages|drawbacks|upsides|downsides|risks)\b)"
)
_NO_LIST = re.compile(
    r"\b(?:examples?|following|these|this|those|here|lesson|guide|below|above|it|they|we|our|my)\b|\bdo this\b", re.I
)


def counted_list(block: Block) -> str:
    """The sentence that leads into a list together with the names in it; empty where it does not count them."""
    if block.role is not Role.LIST or not block.lead:
        return ""
    lead = re.sub(r"^\W+", "", block.lead)
    names = [entry.label or entry.text.rstrip(".") for entry in block.entries]
    if not lead.endswith(":") or not _FEWEST <= len(names) <= _MOST or _NO_LIST.search(lead):
        return ""
    if any(len(name.split()) > _LONGEST_NAME or re.search(r"[,;:`]", name) for name in names):
        return ""
    count = f"{_WORDS[len(names)]} "
    if found := _COUNT.search(lead):
        told = lead if number_in(found["count"]) == len(names) else ""
        told = told[: found.start()] + count + told[found.end() :] if told else ""
    else:
        told = _counted(lead, count)
    return f"{told.removesuffix(':') if told.endswith(' are:') else told} {join_names(names)}." if told else ""


def _counted(lead: str, count: str) -> str:
    """The lead with the number in the place of "a range of", or behind "the"; empty where neither stands there."""
    for form, put in ((_SEVERAL, count), (_THE, f"The {count}"), (_THERE_ARE, f"There are {count}")):
        told, made = form.subn(put, lead, count=1)
        if made:
            return told.replace(" there is ", " there are ")
    return ""


_SHOWS = re.compile(
    r"\b(?:examples?|guides?|steps?|tasks?|commands?|below|differences|suggestions|links|files?|videos?|looks? like)\b",
    re.IGNORECASE,
)
_TO_DO = re.compile(r"\b(?:task|exercise|challenge|assignment|set-?up|install|review|self[- ]study)\b", re.IGNORECASE)
_NAMED_AGAIN = re.compile(
    r"^(?P<name>this|these|it|they) (?!(?:can|could|may|might) (?:mean|be seen)|means?\b|allows?\b|enables?\b"
    r"|makes?\b|lets?\b|helps?\b)"
    r"(?P<says>[a-z]+ \S.*)$",
    re.IGNORECASE | re.DOTALL,
)


def told_in_entries(block: Block, lang: str) -> Iterator[tuple[Entry, int, str, str]]:
    """The sentences behind the labels of a list: their entry, their number, as a statement, and as the lesson has them.

    Where the first one begins with "this" or "these", that is what the label names. A list of steps or of examples
    states nothing.
    """
    heading = block.path[-1] if block.path else ""
    if (
        block.role is not Role.LIST
        or (block.ordered and not all(entry.label for entry in block.entries))
        or lang == "ko"
        or _SHOWS.search(block.lead)
        or _TO_DO.search(heading)
    ):
        return
    for entry in block.entries:
        for at, sentence in enumerate(sentences(_behind_label(entry), lang)):
            again = None if at else _NAMED_AGAIN.match(sentence)
            text = f"{_counted_thing(entry.label, again['says'])} {again['says']}" if again else upper_opened(sentence)
            if len(sentence.split()) >= _LEAST_SAID:
                yield entry, at, text, sentence


_LEAST_SAID = 5


def _behind_label(entry: Entry) -> str:
    rest = entry.text.removeprefix(entry.label) if entry.label else ""
    return re.sub(r"^\s*(?:\([^()]{2,40}\)\s*)?[-–—:.]\s*", "", rest)


def _counted_thing(label: str, says: str) -> str:
    """A label as a subject: with an article where what is said shows that it can be counted."""
    article = re.match(r"is (?:an?) ", says) and re.match(r"[A-Z][a-z]+(?: [a-z]+)*$", label)
    return f"{'An' if label[:1] in 'AEIO' else 'A'} {label[:1].lower()}{label[1:]}" if article else label


_GOOD_OR_BAD = r"(?P<noun>benefit|(?:dis)?advantage|upside|downside|drawback|strength|weakness(?=es))(?:e?s)"
_OF = (
    re.compile(
        rf"^(?:The (?:main |key )?|There are (?:[a-z]+ )?){_GOOD_OR_BAD} (?P<of>(?:of|to|with)"
        rf" [^,;:]{{3,60}}?)(?: are|, .*)?:$"
    ),
    re.compile(rf"^(?P<who>[^,;:]{{3,70}}?) ha(?:s|ve) (?:[a-z]+ ){{0,5}}{_GOOD_OR_BAD}(?: .*)?:$"),
)


def reasons_in_entries(block: Block, lang: str) -> Iterator[tuple[Entry, str, str]]:
    """Of a list of advantages or drawbacks that gives each with a sentence, each as a statement with its reason.

    "The benefits of a keel are:" and "Balance - a keel keeps the boat upright." make "Balance is a benefit of a keel
    because a keel keeps the boat upright."
    """
    if block.role is not Role.LIST or lang == "ko":
        return
    lead = re.sub(r"^\W+", "", block.lead)
    found = next((m for form in _OF if (m := form.match(lead))), None)
    if not found or _NO_LIST.search(lead):
        return
    told = found.groupdict()
    of = told.get("of") or f"of {told['who'][:1].lower()}{told['who'][1:]}"
    for entry in block.entries:
        why = next(iter(sentences(_behind_label(entry), lang)), "")
        name = entry.label
        if name and split(f"{why[:1].upper()}{why[1:]}"):
            be = "are" if re.search(r"[a-z](?<!s)s$|\band\b", name) else "is"
            one = "" if be == "are" else f"{'an' if found['noun'][0] in 'au' else 'a'} "
            noun = f"{found['noun']}s" if be == "are" else found["noun"]
            yield entry, f"{name} {be} {one}{noun} {of} because {why[:1].lower()}{why[1:]}", why
