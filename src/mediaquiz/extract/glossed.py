"""Things that a sentence explains in passing: "… a sieve, a frame that …", "… a sieve (a frame that …)".

What is explained reaches back from the mark to the word that opens its phrase; what explains it is a noun phrase with
a genus and a difference, up to the mark that closes it. A gloss that could as well be the next member of a list, or a
clause of its own, is none.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mediaquiz.language.clauses import plural_subject, split
from mediaquiz.language.genus import says_what
from mediaquiz.language.verbs import OTHERS_TOO, base_of, is_infinitive, is_participle, readings

_MARKS = re.compile(
    r"(?P<mark>, | (?:[—–] ?|- |\()|— ?|– ?)"
    r"(?P<cue>(?:or |which (?:is|are) |that is,? |meaning |i\.e\.,? |literally )?)"
    r"(?=[a-z“\"])"
)
_WHICH = re.compile(
    r"(?:that|which|who|whose|whom|where|whereby|in which|by which|through which|to which|for which|at which|when)"
)
_JOINS = (
    rf"(?:{_WHICH.pattern}|of|for|between|among|to|from|with|without|in|on|about|based|used|made|done|given|built"
    r"|taken|held|owned|caused|shared|needed|required|designed|intended|concerned|associated|conveyed|created|formed"
    r"|focused|living|consisting|containing|involving|aimed|born|paid|produced|set)"
)
_GENUS = re.compile(
    rf"(?:(?P<article>an?|the|any) (?:[\w’'-]+,? ){{0,5}}?(?P<head>[\w’'-]+)|(?:some|any)(?:one|thing|body)|people"
    rf"|those|(?P<bare>(?:[a-z’'-]+,? ){{0,3}}?[a-z’'-]+)) (?P<join>{_JOINS}) (?=\S+)",
)
_THOSE = re.compile(r"those\b(?! who\b)|(?:people|others) (?!who|whose|that|which|whom)")
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|can|could|will|would|may|might|must|should|does|do|did)\b", re.IGNORECASE
)
_SURE = re.compile(r"(?:that|which|who|whose|in which|whereby)\b")
_POINTS_BACK = re.compile(
    r"\b(?:this|these|such|here|we|us|our|(?<!or )(?:he|she|him|his|her)(?! or )|it|its|they|them|their|above|below"
    r"|former|latter|following|another|other|same|i|me|my|you|your|above-mentioned)\b"
    r"|[?`]|\b(?:of|in|by|to|from|for|on|at|with) that (?!is\b|are\b)\w+|\b(?:19|20)\d\d\b"
    r"|\b(?:today|now|currently|recently)\b",
)
_OWN = re.compile(r"\b(?:their|its|his or her|they|it|you|your)\b")
"""What points to the gloss's own genus behind its relative pronoun: "people who know their …"."""
_ASIDES = re.compile(
    r" ?\([^()]*\)|, (?:usually|often|typically|generally|sometimes) [^,]{4,80}(?=, (?:that|which|who) )"
)
_IN_ASIDES = ("(", ", usually ", ", often ", ", typically ", ", generally ", ", sometimes ")
_BETWEEN_DASHES = re.compile(r" ?[—–] ?[^—–]{3,70}[—–] ?")
_CLOSES = {
    ",": re.compile(r",(?!\d)|[;:—–()]| - |$"), "(": re.compile(r"[;()]|$"), "—": re.compile(r"[;:—–()]| - |$"),
}  # fmt: skip
_ROW = re.compile(
    r"(?:, (?!and\b|or\b|(?:an?|the|which|who|but|so)\b)[^,;:—–()]{2,40}){1,4}, (?:and|or) (?!an? |the )"
    r"(?:[^,;:—–()]|,(?=\d)){2,90}(?=[,;:—–()]|$)"
)
"""The other members of a list that a gloss ends in: "…, politics, and art"."""
_CUT = re.compile(r"\b(?:of|in|on|at|by|for|with|from|to|and|or|that|which|who|as)$")
_LISTED = re.compile(r", (?:and|or|an?|the|nor|as well as)\b(?! (?:is|are|was|were|has|have|can|could|will|does)\b)")
_EDGES = frozenset(
    "a an the this that these those of in on at by for with without from into through toward towards to as and or but"
    " nor is are was were be been being am called named so-called about against under over between among during before"
    " after include includes including via than like unlike not no any some each every all both many most several few"
    " other another perhaps such its their his her our your my which who whom whose what when where if because since"
    " while although can could may might will would must should has have had do does did then also only one two three"
    " four five six seven it they he she we you i there here how why so one’s behind".split()
)
_MODIFIERS = frozenset(
    "specific particular certain different various important main key common simple given own new first second third"
    " final good so-called popular famous well-known typical basic related similar major second-hand single great"
    " entire whole overall general mere classic core additional next last".split()
)
_NO_HEAD = re.compile(r"(?:[^mi]ly|ful|ous)$")
_NO_NAMES = frozenset(
    "example instance case time years cents much others fact result way kind addition thing outside"
    " inside home today there here abroad online below above later earlier alone period"
    " itself themselves fundamental characteristics situation features details factors".split()
)
_MOST_WORDS, _LEAST_GLOSS, _MOST_GLOSS = 4, 4, 30
_LONGEST = 500
"""Letters of a sentence that is read; what is longer is a list or a broken page."""
_LEAD = re.compile(
    r"(?:in|on|at|by|for|with|without|from|to|under|during|after|before|when|if|as|while|although|though|because|since"
    r"|once|until|unless|despite|unlike|like|instead|through|over|among|within|throughout|following|according|given"
    r"|similarly|however|therefore|thus|today|also|first|second|third|finally|\w+ly|\w+ing)\b",
    re.IGNORECASE,
)
"""What opens a sentence whose first comma ends its lead."""


@dataclass(frozen=True, slots=True)
class Gloss:
    """A phrase as the sentence writes it, what the sentence explains it by, and how sure that is."""

    term: str
    text: str
    sure: bool
    """A dash, brackets or a word says that it explains; a comma alone may not."""
    verb: str = "is"
    """As in ``Definition``: "does" for what it does, "means that" for a clause about it."""


def glosses(sentence: str) -> Iterator[Gloss]:
    """Every phrase that the sentence explains by another one beside it."""
    if len(sentence) > _LONGEST:
        return
    bare = sentence.removesuffix(".")
    for found in _MARKS.finditer(bare):
        left, right = bare[: found.start()], bare[found.end() :]
        mark, cue = found["mark"].strip() or "-", found["cue"].strip()
        text, rest = _gloss(right, mark, cue)
        article, term = _phrase(left) if text else ("", "")
        if not term or _is_member(left, article, term, cue) or not _agree(term, text, cue):
            continue
        if term.split(" ")[-1][:1].isupper() and left != f"{article} {term}".strip() and not term.endswith("ism"):
            continue  # the end of a longer name
        if mark == "(" and bare.count("(") > 1:
            continue  # each thing of a list with its remark
        if cue == "or" and not article and re.match(r"an? ", text) and "-" not in term:
            continue  # "in trade, or a field that …": another one
        if cue or mark != "," or _stands_between(left, f"{article} {term}".strip(), rest):
            yield Gloss(term, text, bool(cue) or mark != ",")


_TELLS = re.compile(
    r", (?:(?P<inside>in which) |(?:which|who) (?=(?P<does>[a-z]+) ))(?P<text>[^;:—–()]{20,170}?)"
    r"(?=, (?:and|but|while|whereas|which|who|in which|is|are|has|have|can|will|to)\b|$)"
)
_NO_DEED = frozenset(
    "are were have had do did come go make seem tend include remain become differ lead cost start"
    " aspire refer bring provide increase".split()
)


def clauses(sentence: str) -> Iterator[Gloss]:
    """What a relative clause tells of a phrase: "tariffs, which tax …", "a relay, in which one runner …".

    Of "which" only with a plural: beside a singular it may take up the whole sentence.
    """
    if len(sentence) > _LONGEST or not ("which " in sentence or "who " in sentence):
        return
    bare = sentence.removesuffix(".")
    if bare.count("which ") > 1:
        return  # each of two things has its own
    for found in _TELLS.finditer(bare):
        left, text = bare[: found.start()], found["text"]
        article, term = _phrase(left)
        if not term or _is_member(left, article, term, "which") or _POINTS_BACK.search(_OWN.sub("", text).lower()):
            continue
        if text.lower().startswith(f"the {term.split(' ')[-1].lower()} "):
            continue  # "the issuing company, in which the company may …"
        if found["inside"] and article and split(text) and not re.search(r", (?:would|showed|and|or)\b", text):
            yield Gloss(term, text, True, "means that")
        elif (
            " " in term
            and plural_subject(term)
            and found["does"] not in _NO_DEED
            and is_infinitive(found["does"] or "")
        ):
            yield Gloss(term, text, True, "does")


def _stands_between(left: str, phrase: str, rest: str) -> bool:
    """Whether a comma opens an apposition and does not close the sentence's lead: a verb stands before or behind it."""
    if left == phrase:
        return rest.startswith(", ") and _is_finite(rest[2:].partition(" ")[0])
    before = left[: left.rfind(phrase)].strip().rpartition(", ")[2]
    return not _LEAD.match(before) and any(_is_finite(word) for word in before.lower().split(" "))


def _is_finite(word: str) -> bool:
    return _FINITE.fullmatch(word) is not None or any(
        reading.form in {"third", "past", "base"} for reading in readings(word)
    )


def _agree(term: str, gloss: str, cue: str) -> bool:
    """Whether both are one thing or both are many, as far as an article or, after "or", a bare plural shows."""
    if plural_subject(term):
        return not _ONE.match(gloss)
    return cue != "or" or _ONE.match(gloss) is not None or gloss.startswith("the ")


_ONE = re.compile(r"(?:an?|any|some|someone|something|anyone) ")


def _gloss(right: str, mark: str, cue: str) -> tuple[str, str]:
    """The noun phrase that stands behind a mark, up to the mark that closes it, and what follows."""
    right = _ASIDES.sub("", right) if any(map(right.__contains__, _IN_ASIDES)) else right
    if not _GENUS.match(right):
        return "", ""
    right = _BETWEEN_DASHES.sub(" ", right) if mark == "," else right
    closes = _CLOSES.get(mark, _CLOSES["—"]).search(right)
    text = right[: closes.start() if closes else None].strip(' ”"')
    if row := _ROW.match(right[len(text) :]):
        text += row[0]
    rest = right[len(text) :]
    genus = _GENUS.match(text)
    if not genus or not _LEAST_GLOSS <= len(text.split()) <= _MOST_GLOSS:
        return "", ""
    if not says_what(text) or _THOSE.match(text) or _CUT.search(text):
        return "", ""
    if genus["bare"] and not _is_bare_genus(genus["bare"], text, bool(cue) or mark != ","):
        return "", ""
    head, tail = _halves(text)
    if _POINTS_BACK.search(head.lower()) or _FINITE.search(head) or _POINTS_BACK.search(_OWN.sub("", tail).lower()):
        return "", ""
    if (mark == "," and not cue and _LISTED.match(rest)) or _is_clause(text):
        return "", ""
    return text, rest


_GOES_ON = re.compile(r" (?:that|before|after|until) | (?:and|or|but)$")
"""A verb behind it belongs to the relative clause."""


def _is_clause(text: str) -> bool:
    """Whether a supposed phrase has a finite verb of its own: "the public prefer …"; a participle is none."""
    clause = split(text)
    if clause is None:
        return False
    if clause.helper == "did" and is_participle(clause.verb):
        return False
    return not _GOES_ON.search(clause.subject)


def _halves(text: str) -> tuple[str, str]:
    """A gloss up to the clause that tells its genus apart, and that clause."""
    found = _CLAUSE.search(text)
    return (text[: found.start()], text[found.end() :]) if found else (text, "")


_CLAUSE = re.compile(rf" (?:{_WHICH.pattern}|before|after|until|if|because|so that) ")


_REPORTS = frozenset(
    "report claim state argue note show find suggest believe say explain think reveal mean hold insist warn".split()
)


def _is_bare_genus(words: str, text: str, sure: bool) -> bool:
    """Whether words without an article open a gloss: a plural ("rules that …"); after a cue one noun, too."""
    last = words.split(" ")[-1]
    if any(word in _EDGES for word in words.replace(",", "").split(" ")) or _is_only_verb(last):
        return False
    if not sure and base_of(last) in _REPORTS:
        return False  # "her guide, who came along, reports that …"
    is_plural = re.search(r"[^su]s$", last) is not None or last in {"data", "people"}
    return is_plural and (sure or _SURE.match(text[len(words) :].strip()) is not None)


def _phrase(left: str) -> tuple[str, str]:
    """The article and the words of the noun phrase that ends a text; empty where its beginning is not sure."""
    left = re.sub(r" \([^()]*\)$", "", left).rstrip()
    quoted = re.search(r"(?P<article>\b(?:an?|the) )?[“\"](?P<term>[^“”\"]{3,40})[”\"]$", left)
    if quoted:
        return (quoted["article"] or "").strip(), quoted["term"].strip(" ,")
    words = re.split(r"(?<=[,;:—–()]) ?| ", left)
    taken: list[str] = []
    for at in range(len(words) - 1, -1, -1):
        word = words[at]
        if word.endswith(("`", "”")) and taken:
            return "", ""  # the name goes on to the left: "the `git` backend"
        if word.lower() in _EDGES or not re.fullmatch(r"[^\W\d_][\w’'-]*", word):
            break
        if taken and _is_verb(words, at):
            break
        taken.insert(0, word)
        if len(taken) > _MOST_WORDS:
            return "", ""
    before = words[len(words) - len(taken) - 1].lower() if len(taken) < len(words) else ""
    while taken and taken[0].lower() in _MODIFIERS:
        taken = taken[1:]
    if any(word[0].isupper() and word.endswith(("’s", "'s")) for word in taken[:1]):
        return "", ""  # what is somebody's
    if not taken or _NO_HEAD.search(taken[-1]) or len(taken[-1]) < 3 or taken[-1] in _NO_NAMES:
        return "", ""
    if _is_only_verb(taken[-1]) and not taken[-1].endswith("ing"):
        return "", ""
    return before if before in {"a", "an", "the"} else "", " ".join(taken)


def _is_only_verb(word: str) -> bool:
    """Whether a word is a verb and hardly ever a noun: "exists", "conferred"."""
    return bool(found := readings(word)) and not any(reading.base in OTHERS_TOO for reading in found)


def _is_verb(words: list[str], at: int) -> bool:
    """Whether a word before a noun is the verb of the clause: not where an article or a preposition precedes it."""
    word = words[at]
    if not readings(word) or (word.endswith("ing") and word not in {"using", "involving"}):
        return False
    before = words[at - 1].lower() if at else ""
    if not before or before in _BEFORE_VERBS:
        return bool(before)
    if before in _HAVE and is_participle(word):
        return True  # "they have created carriers"
    is_noun_too = word in OTHERS_TOO and not re.search(r"[^s]s$", before)  # "work" in "a Protestant work ethic"
    return before not in _EDGES and not is_noun_too


_HAVE = frozenset(("have", "has", "had"))
_BEFORE_VERBS = frozenset(
    "to can could will would may might must should they we you i he she it who which that".split()
)


def _is_member(left: str, article: str, term: str, cue: str) -> bool:
    """Whether a phrase is one of several that stand in a row."""
    before = (
        left[: left.rfind(term)].strip().removesuffix(article).strip() if article else left[: left.rfind(term)].strip()
    )
    if before.endswith(","):
        return True
    if cue == "or" and "," in before and not article:
        return True  # "spades for sand, rakes for leaves, or …"
    return not cue and re.search(r"\b(?:and|or)$", before) is not None
