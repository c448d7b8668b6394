"""Questions about one cell of a table, by what its column says and by the build of its words: one small function each.

The first forms ask for the row ("Which knot slips on a smooth pole?"), the others for the cell. A form returns None
where its question would not read like a teacher's.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from mediaquiz.generate.articles import articles
from mediaquiz.generate.english import (
    curly,
    heading_phrase,
    is_noun_phrase,
    lower_first,
    quoted,
    singular,
    strip_stop,
    term_phrase,
    third_person,
    title_phrase,
    with_the,
)
from mediaquiz.language.clauses import plural_subject, split
from mediaquiz.language.verbs import OTHERS_TOO, VERBS, base_of, is_gerund, is_participle
from mediaquiz.model.concept import Grid
from mediaquiz.model.lesson import Lesson
from mediaquiz.text import lowered

_GENERIC = frozenset(
    "part step stage phase layer level slot component element section piece unit side way mode method kind type form"
    " class category group name item thing option property feature aspect field column row object entity topic idea"
    " point theme principle rule tool gate pillar role zone key parameter attribute code letter setting variable label"
    " mark".split()
)
"""What a row may be called without saying what it is: then its whole has to be named."""
_MARKED = re.compile(r"\s*\([^()]*\)$")
_SHORT_NAME = 2


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a grid with its row's name and its column's head, and the lesson that tells how words are written."""

    grid: Grid
    head: str
    name: str
    text: str
    lesson: Lesson

    @property
    def kind(self) -> str:
        """What the row is: "knot", "part of a contract"; empty where the lesson has too general a word."""
        return kind_of(self.grid, self.lesson)

    @property
    def named(self) -> str:
        """The row inside a question: "vitamin C", "the bowline" where the lesson says so, else in quotation marks."""
        if len(self.name) <= _SHORT_NAME and self.kind:
            return f"{self.kind} {self.name}"
        used = articles(self.name, self.lesson.text)
        term = term_phrase(self.name, self.lesson)
        return f"{used.most_common(1)[0][0]} {term}".strip() if any(used) else quoted(term)


def kind_of(grid: Grid, lesson: Lesson) -> str:
    """What one row is called, with what it belongs to where the word alone says too little; empty if it is not told."""
    noun = singular(heading_phrase(grid.noun, lesson))
    if noun not in _GENERIC and not grid.alike:
        return noun
    of, _, whole = grid.of.partition(" ")
    told = with_the(title_phrase(whole, lesson)) if grid.alike else term_phrase(whole, lesson)
    return f"{noun} {of} {told}" if whole else ""


def bare_name(label: str) -> str:
    """A row's name without what stands behind it in brackets."""
    return _MARKED.sub("", label)


_OPENS_OBJECT = re.compile(
    r"^(?:an?|the|its|their|all|each|every|one|two|three|many|more|most|some|no|how|what|when|where|why|which|that"
    r"|to|in|on"
    r"|at|by|for|with|from|into|out|up|down|off|over|apart|away|loose|back|only|well|after|before|around|along"
    r"|through)\b"
)


def _this_row(cell: Cell) -> str | None:
    """This wire is for sending data.  →  Which wire is for sending data?"""
    noun, opening = singular(cell.grid.noun.lower()), _ONE.match(cell.text)
    named = opening and lowered(cell.text).startswith(noun, opening.end())
    ends = [opening.end() + len(noun)] if opening and named else []
    ends += [it.end()] if (it := _IT_ITSELF.match(cell.text)) else []
    found = next(filter(None, (_DOES.match(cell.text, end) for end in ends)), None)
    if not found or not (found["verb"] in {"is", "can", "has", "must"} or base_of(found["verb"])):
        return None
    return f"Which {cell.kind} {found['verb']} {found['rest'].strip()}?"


_ONE = re.compile(r"(?:this|the|an?|each) ", re.IGNORECASE)
_IT_ITSELF = re.compile(r"this|it", re.IGNORECASE)
_DOES = re.compile(r" (?P<verb>\w+) (?P<rest>[^.;]+)")


_OF_ANOTHER = re.compile(r"\b(?:why|reason|cause|example|result|outcome|consequence|symptom|sign)s?\b", re.IGNORECASE)
"""Columns whose clauses are not about the row itself."""


def _deed(cell: Cell) -> str | None:
    """slips on a smooth pole  →  Which knot slips on a smooth pole?"""
    verb, _, rest = cell.text.partition(" ")
    if _OF_ANOTHER.search(cell.head) or not (_OPENS_OBJECT.match(rest) or (rest and _tells_deeds(cell))):
        return None
    if verb.lower() in {"can", "cannot", "must", "may", "is", "has"} or base_of(verb.lower()):
        return f"Which {cell.kind} {verb.lower()} {rest}?"
    if re.match(r"what (?:it|they) do(?:es)?$", cell.head, re.IGNORECASE) and verb.lower() in VERBS:
        return f"Which {cell.kind} {third_person(verb.lower())} {rest}?"
    return None


def _tells_deeds(cell: Cell) -> bool:
    """Whether each cell of the column begins like a verb: then "needs firm banks" has one too."""
    at = cell.grid.heads.index(cell.head)
    return all(base_of(cells[at].split(" ")[0].lower()) or cells[at].startswith("can") for _, cells in cell.grid.rows)


_USED = frozenset(
    "command function method tool operator option flag key shortcut keyword statement instruction macro formula".split()
)


def _command(cell: Cell) -> str | None:
    """List all files  →  Which command do you use to list all files?"""
    verb, _, rest = cell.text.partition(" ")
    if _USED.isdisjoint(cell.kind.split(" ")):
        return None
    return f"Which {cell.kind} do you use to {verb.lower()} {rest}?" if verb.lower() in VERBS and rest else None


_PURPOSE = re.compile(
    r"^(?:what (?:it|they) (?:is|are) (?P<good>good|best) for|(?P<best>best) for|used (?:for|to|when)|what for"
    r"|use cases?|(?:(?:typical|common|main|usual) )?(?:uses?|purposes?|applications?)"
    r"|(?:mainly|mostly|typically) used (?:for|to)"
    r"|what (?:it|they)(?:'s| is| are) (?:used )?for)$",
    re.IGNORECASE,
)


def _purpose(cell: Cell) -> str | None:
    """Use: mooring a boat  →  Which knot is used for mooring a boat?"""
    found = _PURPOSE.match(cell.head)
    first = cell.text.split(" ")[0].lower()
    if not found or (first in VERBS and first not in OTHERS_TOO) or _is_clause(cell.text):
        return None
    what = "good" if found["good"] else "best" if found["best"] else "used"
    return f"Which {cell.kind} is {what} for {lower_first(cell.text, cell.lesson)}?"


_MEANING = re.compile(
    r"^(?:meanings?|definitions?|descriptions?|explanations?|what (?:it|they) (?:is|are|means?)|what does it mean\??)$",
    re.IGNORECASE,
)


def _meaning(cell: Cell) -> str | None:
    """Meaning: a low wall across a river  →  What do you call a low wall across a river?"""
    if not _MEANING.match(cell.head) or _is_clause(cell.text):
        return None
    meaning = lower_first(cell.text, cell.lesson)
    is_term = singular(cell.grid.noun.lower()) in _TERMS
    if not re.match(r"(?:an?|the|any|one|some(?:thing|one|body)) ", meaning):
        return f"Which {cell.kind} {'means' if is_term else 'is'} {quoted(meaning)}?"
    return f"What do you call {meaning}?" if is_term else f"Which {cell.kind} is {meaning}?"


_TERMS = frozenset(
    "term word concept name expression abbreviation acronym symbol prefix suffix phrase notion sign".split()
)

_ACTS = re.compile(r"^what (?P<verb>[a-z]+s) (?:it|them)$", re.IGNORECASE)


def _acts(cell: Cell) -> str | None:
    """What destroys it: a counter-offer  →  Which part of a contract does a counter-offer destroy?"""
    found = _ACTS.match(cell.head)
    base = base_of(found["verb"].lower()) if found else ""
    if not base or not _is_phrase(cell.text):
        return None
    do = "do" if plural_subject(cell.text) else "does"
    return f"Which {cell.kind} {do} {lower_first(cell.text, cell.lesson)} {base}?"


_VAGUE_HEAD = re.compile(
    r"^(?:notes?|comments?|remarks?|details?|info|information|values?|others?|more|about|contents?|data|examples?"
    r"|status)$",
    re.IGNORECASE,
)
_TELLS = re.compile(r"^(?:names?|meanings?|definitions?|descriptions?|explanations?|type|kind|class)$", re.IGNORECASE)
"""Heads that ask nothing by themselves: "the name of the reef knot"."""
_EVALUATIVE = re.compile(r"^(?:good|possible|common|popular|typical|frequent|famous|usual) ", re.IGNORECASE)
"""One of several: a good source is not the only one."""


_SORT = re.compile(r"^(?:type|kind|class|category|group|family|sort)$", re.IGNORECASE)


def _sort(cell: Cell) -> str | None:
    """Type: loop  →  What type of knot is “bowline”?"""
    sorts = _SORT.match(cell.head) and " " not in cell.kind and _is_phrase(cell.text)
    return f"What {cell.head.lower()} of {cell.kind} is {cell.named}?" if sorts else None


_GRADE = re.compile(r"^(?:all|any|both|none|very|high|low|middle|medium|large|small|long|short)\b", re.IGNORECASE)
"""What opens a cell that only says how much: others of other lessons are just as high."""


def _own(cell: Cell) -> str | None:
    """Main job: building collagen  →  Which vitamin’s main job is building collagen?"""
    head = plain_head(cell.head, cell.lesson)
    if (
        _TELLS.match(head)
        or "’" in head
        or " " in cell.kind
        or not head
        or _EVALUATIVE.match(head)
        or not _is_phrase(cell.text)
        or _GRADE.match(cell.text)
    ):
        return None
    return f"Which {cell.kind}’s {head} is {lower_first(cell.text, cell.lesson)}?"


def _one_of(cell: Cell) -> str | None:
    """Good source: citrus fruit  →  For which vitamin is citrus fruit a good source?"""
    head = plain_head(cell.head, cell.lesson)
    if not _EVALUATIVE.match(head) or not _is_phrase(cell.text) or is_gerund(cell.text.split(" ")[0].lower()):
        return None
    if plural_subject(cell.text):
        return None
    return f"For {'which ' + cell.kind} is {lower_first(cell.text, cell.lesson)} a {head}?"


_NO_HEAD = re.compile(r"[()/&\d]|\b(?:it|them|they|when|if|for|to|there|here|about)\b", re.IGNORECASE)


def plain_head(text: str, lesson: Lesson) -> str:
    """A column's head as a noun phrase in the singular; empty where it is none, or says too little."""
    head = heading_phrase(text, lesson)
    first, last = head.split(" ")[0], head.split(" ")[-1]
    if not is_noun_phrase(head) or _VAGUE_HEAD.match(head) or _NO_HEAD.search(head) or _NO_PHRASE.search(head):
        return ""
    verbal = is_participle(last) or is_gerund(first) or (base_of(first) and first != last) or is_participle(first)
    return "" if verbal or plural_subject(head) else head


_NO_PHRASE = re.compile(
    r"[,;:.!?]|^(?:in|on|at|by|with|from|to|for|as|if|when|until|after|before|about|not|no|none|only)\b", re.IGNORECASE
)


def _is_phrase(text: str) -> bool:
    """Whether a cell is one noun phrase or an activity: no list, no clause, nothing that begins with a preposition."""
    return not _NO_PHRASE.search(text) and not _is_clause(text)


_FINITE = re.compile(r"\b(?:is|are|was|were|can|will|must|may|does|do|has|have|cannot)\b", re.IGNORECASE)


def _is_clause(text: str) -> bool:
    first, _, rest = text.partition(" ")
    if base_of(first.lower()) and rest:
        return True
    main = re.split(r"\b(?:that|which|who|where|whose)\b", text)[0]
    return split(strip_stop(text)) is not None or _FINITE.search(main) is not None


_WHEN_IT = re.compile(
    r"^(?P<what>[\w -]{3,30}?) (?P<when>when|if|where|after|before|without) (?:it|they)(?P<rest>\b.*)?$", re.IGNORECASE
)


def _when_it(cell: Cell) -> str | None:
    """Disease when it is missing: scurvy  →  What is the disease when vitamin C is missing?"""
    found = _WHEN_IT.match(cell.head)
    if not found or not is_noun_phrase(found["what"]) or plural_subject(found["what"]) or not _is_phrase(cell.text):
        return None
    what = heading_phrase(found["what"], cell.lesson)
    return f"What is the {what} {found['when'].lower()} {cell.named}{found['rest']}?"


_WH_IT = re.compile(
    r"^(?P<wh>why|how|where|when) (?:it|they) (?P<verb>[a-z]+)(?P<rest>(?: [a-z]+){0,3})$", re.IGNORECASE
)


def _wh_it(cell: Cell) -> str | None:
    """Why it happens: …  →  Why does “wrong count” happen?"""
    found = _WH_IT.match(cell.head)
    if not found:
        return None
    wh, verb = found["wh"].capitalize(), found["verb"].lower()
    if verb in {"is", "are"}:
        return f"{wh} is {cell.named}{found['rest']}?" if found["rest"] else None
    base = base_of(verb)
    return f"{wh} does {cell.named} {base}{found['rest']}?" if base else None


_ASKS_IT = re.compile(r"^(?P<asks>who [^?]+?) it\?$", re.IGNORECASE)


def _asks_it(cell: Cell) -> str | None:
    """Who pays for it?  →  Who pays for automobile insurance?"""
    found = _ASKS_IT.match(cell.head.strip())
    name = term_phrase(cell.name, cell.lesson)
    return f"{found['asks'].capitalize()} {name}?" if found else None


_FOR = re.compile(
    r"\b(?:remed|cure|treatment|fix|repair|solution|reason|symbol|term|word|test|formula|command|tool|unit)",
    re.IGNORECASE,
)


def _its(cell: Cell) -> str | None:
    """First remedy: several small groups  →  What is the first remedy for “wrong count”?"""
    head = plain_head(cell.head, cell.lesson)
    if not head or _EVALUATIVE.match(head) or _TELLS.match(head) or _is_clause(cell.text):
        return None
    joins = "for" if _FOR.search(head) else "of"
    return f"What is the {head} {joins} {cell.named}?"


Form = Callable[[Cell], str | None]
FOR_ROW: tuple[Form, ...] = (_this_row, _command, _deed, _purpose, _meaning, _acts, _own, _one_of)
"""Forms whose answer is the row's name."""
FOR_CELL: tuple[Form, ...] = (_sort, _when_it, _wh_it, _asks_it, _its)
"""Forms whose answer is the cell."""


def asks_for_row(cell: Cell) -> str | None:
    """A question whose answer is the row's name."""
    return next((curly(stem) for form in FOR_ROW if cell.kind and (stem := form(cell))), None)


def asks_for_cell(cell: Cell) -> str | None:
    """A question whose answer is the cell."""
    return next((curly(stem) for form in FOR_CELL if (stem := form(cell))), None)


def kind_ko(grid: Grid) -> str:
    """What one row is called in Korean, after what it belongs to where another table has rows of this noun."""
    return f"{grid.of.removeprefix('of ')} {grid.noun}" if grid.alike else grid.noun


def asks_in_korean(cell: Cell) -> str | None:
    """A question in Korean whose answer is the row's name; of phrases only, for a sentence needs another end."""
    from mediaquiz.language.korean import josa

    if (
        re.search(r"(?:[다요음함임]\.?|[?:.])$", cell.text)
        or re.search(r"(?:[은는을를]|에서|하면|때)$", cell.head)
        or not re.search(r"[가-힣]", cell.head + cell.grid.noun)
    ):
        return None
    return f"{josa(cell.head, '이')} {quoted(cell.text)}인 {josa(kind_ko(cell.grid), '은')} 무엇인가요?"
