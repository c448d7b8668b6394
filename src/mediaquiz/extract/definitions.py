"""Rule: a term and what it means, where the author marks it as such."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from mediaquiz.extract import bynames, defining, isa, isa_ko, naming
from mediaquiz.extract.contrasts import negated_lead
from mediaquiz.extract.glossed import Gloss, clauses, glosses
from mediaquiz.extract.listed import of_sentences
from mediaquiz.extract.phrases import is_doing
from mediaquiz.extract.pointers import unpointed
from mediaquiz.extract.sentences import joined, sentences
from mediaquiz.extract.terms import headed
from mediaquiz.language.clauses import halves, split
from mediaquiz.language.common import COMMON, is_description
from mediaquiz.language.cues import cues
from mediaquiz.language.genus import says_what
from mediaquiz.language.korean import modifies
from mediaquiz.language.verbs import OTHERS_TOO, base_of, is_infinitive
from mediaquiz.model.concept import Definition, Finding, Place
from mediaquiz.model.frozen import replace
from mediaquiz.model.lesson import Block, Entry, Lesson, Role
from mediaquiz.text import cut_opening, has_hangul, lowered, squash

_QUOTED = re.compile(
    r"^(?:The (?:word|term|name|prefix) )?[\"“'‘](?P<term>[^\"”'’]{2,40})[\"”'’](?:\s+here)?\s+means\s+(?P<text>.+)$"
)
_BARE = re.compile(
    r"^the (?:ability|act|process|practice|art|skill|way|degree|tendency|method|technique|point|moment|place|set"
    r"|share|"
    r"amount|number|rate|time)\s+(?:to|of|in|at|that|where|when|with|by)\b",
    re.IGNORECASE,
)
_FINITE = re.compile(r"\b(?:is|are|was|were|has|have|had|can|will|may|must|should|does|do)\b", re.IGNORECASE)
_SERIES_PREFIX = re.compile(r"^\W*[A-Za-z가-힣]+\s*#?\d{1,2}\s*[:.)–—-]+\s*")
_LEAST_WORDS = 3
_RELATIVE = r"(?:that|which|who|whose|where|when|while|if|because|so|as|how|what)\b"
_SENTENCE = re.compile(
    rf"^(?:if|when|instead|rather|some|all|each|every|in|on|at|there|this|these|we|you|it|they|people"
    r"|that['’]s|that \w+ (?:is|does|has|can))\b"
    rf"|^(?:(?!{_RELATIVE})\S+ ){{1,8}}?(?:is|are|was|were|can|could|may|might|must|should|will|would|has|have)\b"
    r"|(?<!입니)(?<!이)(?<!한)(?<!합니)다\.?$",
    re.IGNORECASE,
)
"""A sentence about the term rather than a phrase that could stand in its place."""
_PHRASED = re.compile(
    r"\b(?:an?|the|of|to|that|for|in|by|with|and|or|from|on|as|which|who|how|when)\b|[가-힣]", re.IGNORECASE
)
"""A meaning has words that join; "Raspberry Pi/Arduino board" is a menu."""
_NO_TERM = re.compile(
    r"^(?:how|why|what|when|to|if)\b|^\W*\d+\s?(?:년|월|일)|\d+회$|\((?:왼쪽|오른쪽|위|아래)\)",
    re.IGNORECASE,
)


def find(lesson: Lesson) -> Iterable[Finding]:
    """Definitions, those of a glossary first, then in the order of the lesson; of one term the first counts."""
    seen: set[str] = set()
    for block in sorted(lesson.blocks, key=lambda b: b.role is not Role.GLOSSARY):
        for told in _in_block(block, lesson):
            term, aliases = _names(_ASKED_FOR.sub(r"\g<name>", cut_opening(_A_TERM, told.term)))
            found = replace(told, term=term, aliases=(*told.aliases, *aliases))
            if (name := squash(found.term).removesuffix("s")) not in seen:
                seen.add(name)
                yield found


def _in_block(block: Block, lesson: Lesson) -> Iterator[Definition]:
    match block.role:
        case Role.DEFINITION | Role.GLOSSARY:
            yield from _entries(block)
        case Role.LIST if _is_glossary_like(block):
            yield from _entries(block)
        case Role.LIST:
            for entry in of_sentences(block, lesson.language):
                yield from _in_sentences(entry.text, entry.line, block, lesson)
        case Role.PROSE:
            yield from _in_prose(block, lesson)
        case Role.TAKEAWAYS if not block.entries:
            yield from _in_prose(block, lesson)
        case Role.TAKEAWAYS if all(entry.label and not entry.text.startswith(entry.label) for entry in block.entries):
            yield from _entries(block)
        case Role.TAKEAWAYS:
            for entry in block.entries:
                yield from _plain(entry.text, "", block, entry.line, lesson.text)


def _is_glossary_like(block: Block) -> bool:
    """A list each of whose entries is a short name and a phrase about it."""
    named = [e for e in block.entries if e.label and len(e.label.split()) <= 5]
    return len(block.entries) >= 2 and len(named) == len(block.entries) and not (block.ordered or negated_lead(block))


def _entries(block: Block) -> Iterator[Definition]:
    told = [_after(entry) for entry in block.entries]
    deeds = sum(map(_begins_with_deed, told)) * 3 >= 2 * len(told)
    for entry, text in zip(block.entries, told, strict=True):
        does = _begins_with_deed(text) and (deeds or _DOES.match(text) is not None)
        if (
            entry.label
            and len(text.split()) > _LEAST_WORDS
            and _PHRASED.search(text)
            and not _NO_TERM.search(entry.label)
            and not (_SITE.search(_first_sentence(text)) or _TO_COVER.search(block.lead))
            and (does or not (_SENTENCE.search(text) or split(text) or _VERB_FIRST.match(text)))
            and not (has_hangul(text) and _says_little(entry.label, text))
        ):
            verb = "does" if does else "is"
            place = Place(block, entry.line, entry.text)
            yield Definition(entry.label, _first_sentence(text), place, _acronym_of(entry), verb)


def _acronym_of(entry: Entry) -> tuple[str, ...]:
    """The acronym in brackets behind a label."""
    found = _ACRONYM.match(entry.text.removeprefix(entry.label))
    return (found[1],) if found else ()


_ACRONYM = re.compile(r"^\s*\(([A-Z][A-Za-z0-9]?[A-Z0-9]{1,6}s?)\)")


def _begins_with_deed(text: str) -> bool:
    """Whether an entry says what its term does: "keeps things when the kitchen is closed"."""
    first, _, rest = text.partition(" ")
    following = next((word for word in rest.split(" ") if word != "also"), "")
    is_subject = is_infinitive(following)  # "plants use water to …"
    base = base_of(first.lower())
    behind = rest.split(" ")[1] if following == "that" and " " in rest else ""
    return bool(rest) and base != "" and not (is_subject or (base in OTHERS_TOO and is_infinitive(behind)))


_A_TERM = re.compile(r"^(?:the term |(?:[Aa]n?|the) (?=\S)|(?:term|word) [“\"'‘]?(?=[A-Z]))")
_ASKED_FOR = re.compile(r"^(?P<name>\S.{0,38}?)(?:이란|란|[은는] 무엇(?:인가요?|일까요?))\?$")
"""A label that asks for what stands behind it: ``둑이란?``."""
_SHORT_FORM = re.compile(r"^(?P<head>\S.*?) \((?P<other>[^()]{2,30})\)(?P<tail> [\w -]+)?$")


def _names(label: str) -> tuple[str, tuple[str, ...]]:
    """``gross domestic product (GDP)`` as a term and its other name; ``left (port) side`` is the left or port side."""
    found = _SHORT_FORM.match(label)
    if not found:
        return label, ()
    tail = found["tail"] or ""
    return found["head"] + tail, (found["other"] + tail,)


def _says_little(label: str, text: str) -> bool:
    """Whether a Korean entry is a menu, or a sentence that begins with its own term again."""
    described = any(modifies(word) for word in text.split(" ")[:-1]) or re.search(r"(?:다|요)\.?$", text)
    return not described or text.endswith("기") or text.startswith(re.split(r"\s?[(]", label)[0])


def _after(entry: Entry) -> str:
    text = entry.text.removeprefix(entry.label) if entry.label else entry.text
    if told := _OF_THE_LABEL.match(text):
        return told["told"]
    text = entry.text if text[:1].isalpha() else text  # "Sort: sorts the lines"
    text = re.sub(r"^\s*\([^()]{2,40}\)\s*(?=[:.–—-])", "", _SEE.sub("", text))
    text = re.sub(r"^[\s:.–—-]*\((?P<all>(?:[^()\s]+ ){3,}[^()\s]+)\)\.?$", r"\g<all>", text)
    return cut_opening(_IS, text.lstrip(" \t:.–—-").strip())


_IS = re.compile(r"^(?:is|are|means|refers to) (?=(?:an?|the|any|when|how) )")
"""The verb that a label leaves to its text: "**Silt** is a …"."""


_OF_THE_LABEL = re.compile(r"(?:\s*\([^()]*[가-힣][^()]*\)\s*)?(?:이란|란|은|는),? (?P<told>.+)$", re.DOTALL)
"""A sentence that begins with its label and a particle: ``**둑**은 …``."""
_DOES = re.compile(
    r"[A-Za-z]+s (?:the|an?|each|every|its|their|all|how|that|one|two|three|new|more|some|to|from|with)\b"
)
_VERB_FIRST = re.compile(
    r"(?:with|in|by|on|at|from|after|before|is|are|was|were|has|have|can|come|comes|go|goes|do|does|get|gets|let"
    r"|lets|what|why|where|which|whose)\b",
    re.IGNORECASE,
)
_SITE = re.compile(r"(?<![`@\w.])[\w-]+(?:\.[\w-]+)*\.(?:org|com|net|gov|edu)\b")
"""A list of places to look things up."""
_TO_COVER = re.compile(
    r"\b(?:should|must|need to|ought to)\b(?:(?! with | by )[^.;:]){0,30}\b(?:cover|include|contain|mention"
    r"|document|describe|provide)\b",
    re.IGNORECASE,
)
"""What leads into the parts of a text that somebody is to write; their labels are no terms."""
_SEE = re.compile(r"\s*[(\[](?:see|cf\.?|also) [^()\[\]]*[)\]]", re.IGNORECASE)


def _first_sentence(text: str) -> str:
    return next(iter(sentences(text)), text)


def _in_prose(block: Block, lesson: Lesson) -> Iterator[Definition]:
    yield from _in_sentences(block.text, block.span.start, block, lesson)
    first = next(iter(sentences(block.text, lesson.language)), "")
    if first and block.path and _BARE.match(first) and not _FINITE.search(first):
        term = cut_opening(_SERIES_PREFIX, block.path[-1])
        if not _NO_TERM.match(term):
            yield Definition(term, first.rstrip("."), Place(block, block.span.start, first))


def _in_sentences(text: str, line: int, block: Block, lesson: Lesson) -> Iterator[Definition]:
    parts = sentences(text, lesson.language)
    for at, part in enumerate(parts):
        if found := _QUOTED.match(part):
            yield Definition(found["term"], found["text"].rstrip("."), Place(block, line, part))
            continue
        before = parts[at - 1] if at else ""
        by_name = tuple(bynames.named(part))
        yield from (Definition(term, meaning, Place(block, line, part)) for term, meaning in by_name)
        for side in _sides(part):
            told = _told(side, before, block, line)
            yield from (found for found in told if not any(found.term.startswith(term) for term, _ in by_name))
        head, semicolon, tail = part.rpartition("; ")
        if semicolon:
            yield from _told(tail, head, block, line, joint="; ")
        yield from _plain(part, before, block, line, lesson.text)


_NAMES = r"\b(?:called|known as|referred to as|termed)\b"
_NAMING = frozenset("called known referred termed".split())
_TWO_NAMES = re.compile(rf"^(?P<one>.*{_NAMES}[^,]*), (?:while|whereas|and) (?P<other>(?!is\b|are\b).*{_NAMES}.*)$")


def _sides(sentence: str) -> tuple[str, ...]:
    """The sides of a sentence that names two things: "A is called B, while C is called D"."""
    two = None if _NAMING.isdisjoint(cues(sentence)) else _TWO_NAMES.match(sentence)
    return (two["one"], f"{two['other'][:1].upper()}{two['other'][1:]}") if two else (sentence,)


def _told(sentence: str, before: str, block: Block, line: int, joint: str = " ") -> Iterator[Definition]:
    """The terms that the author set off in the sentence, or that it names with a cue, and what it tells of them."""
    set_off = [term for term in block.emphasis if term and term in sentence and _could_be_term(term)]
    headings = _of_its_section(sentence, block)
    terms = dict.fromkeys((*set_off, *headings, *naming.cued(sentence), *headed(sentence)))
    for term in terms:
        if _DOES_WITH.match(term) or any(term != other and term in other for other in terms):
            continue  # "utility" inside "marginal utility"
        found = defining.told(unpointed(sentence), term, before)
        if found and (term in set_off or _is_sure(found) or (term in headings and _is_what_it_does(found))):
            both = found.verb == "called" and not sentence.startswith(found.text)
            quote = f"{before}{joint}{sentence}" if both else sentence
            place = Place(block, line, quote)
            yield Definition(term, found.text, place, found.aliases, found.verb, found.noun)


_GOES_ON = re.compile(r"(?:becom|gett|grow|increas|decreas|chang|ris|fall|mov|transform|help|empower|gain|los)ing\b")
_LONGEST_HEADING, _ARTICLE = 4, 3


def _is_what_it_does(found: defining.Told) -> bool:
    """Whether a doing is what a section's thing is, and not what goes on with it: "is becoming cheaper"."""
    return found.verb == "is" and _DIFFERENTIA.search(found.text) is not None and not _GOES_ON.match(found.text)


_ASKED = re.compile(r"^what (?:is|are) (?:an? |the )?|\?$", re.IGNORECASE)


@lru_cache(maxsize=64)
def _asked(heading: str) -> str:
    """What a heading asks about; its own words where it asks nothing."""
    return _ASKED.sub("", heading)


def _of_its_section(sentence: str, block: Block) -> list[str]:
    """The thing that the heading names, where the sentence begins with it: "What is silt?" above "Silt is …"."""
    name = _asked(block.path[-1]) if block.path else ""
    low = name.lower()
    opens = name and sentence[: len(name) + _ARTICLE].lower().startswith((low, f"a {low}", f"an {low}"))
    return [name] if opens and len(name.split()) <= _LONGEST_HEADING and _could_be_term(name) else []


def _is_sure(found: defining.Told) -> bool:
    """Whether a meaning may stand for a term that no type face sets off."""
    if found.verb in {"does", "means that", "computed"} or not says_what(found.text):
        return False  # "…, which means that …" may speak of the whole sentence
    return found.verb != "is" or (not is_doing(found.text) and _DIFFERENTIA.search(found.text) is not None)


def _is_known(term: str, block: Block, whole: str) -> bool:
    """Whether the author sets a name off, or uses it again; a name with a hyphen is made on purpose."""
    if term in block.emphasis or "-" in term:
        return True
    return not set(term.lower().split(" ")) <= COMMON and _times(term, whole) > 1


def _known_part(term: str, whole: str) -> str:
    """A phrase without the words in front that the lesson adds but once: "a customized | action plan"."""
    words = term.split(" ")
    if _times(term, whole) > 1 or len(words) == 1:
        return term
    shorter = [" ".join(words[at:]) for at in range(1, len(words) - 1)]
    if words[0].endswith(("’s", "'s", "s’")):
        shorter.append(" ".join(words[1:]))
    return next((part for part in shorter if _times(part, whole) > 1), term)


@lru_cache(maxsize=1024)
def _times(term: str, whole: str) -> int:
    """How often a term stands in a text, its letters small or large, at the beginning of a word."""
    low, wanted = lowered(whole), lowered(term)
    count, at = 0, low.find(wanted)
    while at >= 0:
        stands = _EDGE.match(low, at) is not None
        count += stands
        at = low.find(wanted, at + (len(wanted) if stands else 1))
    return count


_EDGE = re.compile(r"\b")


def _tells_a_name(gloss: Gloss, term: str, whole: str) -> bool:
    """Whether a phrase that is explained in passing is a name: uncommon, and used again or explained surely."""
    words = [word.removesuffix("s") for word in term.lower().split(" ")]
    if all(word in COMMON or f"{word}s" in COMMON for word in words) or not _is_written_small(term, whole):
        return False
    leaks = any(word[:5] in gloss.text for word in words if len(word) > _SHORT_WORD)
    if leaks and len(gloss.text.split()) <= _SHORT_GLOSS:
        return False  # "analogical reasoning, the use of analogies"
    if _times(term, whole) > 1 or "-" in term:
        return True
    if words[-1] in gloss.text and re.search(rf"\b{re.escape(words[-1])}s? (?:that|which|who|where)\b", gloss.text):
        return False
    return gloss.sure or gloss.text.startswith("the ")


_SHORT_GLOSS, _SHORT_WORD = 5, 3


def _is_written_small(term: str, whole: str) -> bool:
    """Whether a phrase is no proper name: an -ism, or one that the lesson writes small somewhere."""
    last = term.split(" ")[-1]
    return last.islower() or last.endswith("ism") or re.search(rf"\b{re.escape(last.lower())}\b", whole) is not None


_DIFFERENTIA = re.compile(
    r"\w (?:that|which|who|whose|where|in which|of|between|among|for|to|by|with|from|used|made|applied|given|paid"
    r"|caused|when"
    r"|divided|at which|into)\b"
)
"""What a definition adds to its genus; a term that no type face sets off needs it."""


_DOES_WITH = re.compile(r"(?:using|having|adding) ", re.IGNORECASE)
"""A deed with the term, no term itself."""
_NO_NOUN = re.compile(r"[?!:]$|^[a-z]{6,}ed$")
"""What ends like a question or a lead, or is one participle: "words can be *transliterated*"."""


def _could_be_term(text: str) -> bool:
    return len(text.split()) <= 6 and len(text) > 2 and any(c.isalpha() for c in text) and not _NO_NOUN.search(text)


def _plain(sentence: str, before: str, block: Block, line: int, whole: str) -> Iterator[Definition]:
    if has_hangul(sentence):
        for found in isa_ko.read(sentence, before, whole, block.emphasis):
            quote = sentence if found.verb != "called" else joined(before, sentence, block.text)
            yield Definition(found.term, found.text, Place(block, line, quote), found.aliases, found.verb, found.noun)
        return
    for half in (sentence, *(halves(sentence) if "; " in sentence else ())):
        if (named := isa.named(half)) and _is_known(named.term, block, whole):
            yield Definition(named.term, named.text, Place(block, line, sentence))
    for gloss in (*glosses(sentence), *clauses(sentence)):
        term = _known_part(gloss.term, whole)
        if term in block.emphasis or _tells_a_name(gloss, term, whole):
            yield Definition(term, gloss.text, Place(block, line, sentence), (), gloss.verb)
    if (defined := isa.read(defining.without_opening(sentence))) is not None:
        term = re.sub(r"^the ", "", defined.term, flags=re.IGNORECASE)
        if not is_description(term) or defined.aliases or _is_known(term, block, whole):
            yield Definition(term, defined.text, Place(block, line, sentence), defined.aliases)
