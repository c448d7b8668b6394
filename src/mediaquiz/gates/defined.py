"""Gate: a definition is one. Its term is a name, its meaning says what the name stands for, and both belong together.

One appraisal for every recipe that tells what a term means, in either direction. A term is a noun phrase of its own;
a meaning is a noun phrase that tells the term from others, complete, and of one number with the term; who or what is
only mentioned (a person, a company, a book) is no term.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from mediaquiz.gates.unsaid import GOOD_FOR, finds_nothing, is_another, no_term, no_thing, one_case, only_lists
from mediaquiz.gates.words import stems
from mediaquiz.language.clauses import plural_subject
from mediaquiz.model.candidate import Candidate
from mediaquiz.model.item import Choice, Item, Recall, Short
from mediaquiz.model.lesson import Lesson
from mediaquiz.model.same import Same
from mediaquiz.model.stages import Scene
from mediaquiz.model.views import answer_text, prompt
from mediaquiz.text import has_hangul, lowered, squash


def _any(words: str) -> str:
    """A pattern for one of some words."""
    return f"(?:{'|'.join(words.split())})"


_RECIPES = frozenset(
    "term-definition definition-term statement-is-a statement-are-a statement-gloss statement-called"
    " statement-another-name".split()
)
_FIELD = r"^(?:(?:in|for|by|according to|within|while) [^,?]{1,60}, )?"
_WHAT_IS = re.compile(
    rf"{_FIELD}what (?P<be>is|are|was|were) (?P<meant>meant by )?(?:an? |the )?(?P<term>[^?]+?)\?$", re.IGNORECASE
)
_CALLED = re.compile(
    rf"{_FIELD}(?:what (?:do|would) you call|which term (?:stands for|means)|what (?:is|are)) (?P<meaning>.+?)"
    r"(?: called)?\?$",
    re.IGNORECASE,
)


_SAYS = re.compile(r"\b(?:say|state|argue|claim|suggest|propose|assert|hold)\?$")


class _Told(NamedTuple):
    """A term, its meaning without a final stop, and the lesson's words for both."""

    term: str
    meaning: str
    quote: str
    asks_term: bool
    asks_what: bool = False
    """Whether it asks what the term is, and not what it does, states or stands for."""
    is_one: bool = False
    """Whether it asks "what is …"."""
    is_clause: bool = False
    """Whether a whole clause answers: what is meant by it, what it says."""


def gate(candidate: Candidate, scene: Scene) -> str | None:
    """Refuses definitions that are misread, that fit many things, or that tell of something only mentioned."""
    told = _told(candidate.item)
    if told is None:
        return None
    if told.asks_what and no_thing(told.meaning):
        return "its meaning is no phrase for a thing"
    if _is_entry(told):
        return _no_entry(told, scene.extract.lesson)
    return _no_term(told, scene.extract.lesson) or _no_meaning(told) or _apart(told, scene.extract.lesson)


_LABEL_ENDS = re.compile(r"\W*(?:\([^()]*\)\W*)?[:.–—-]")


def _is_entry(told: _Told) -> bool:
    """Whether the author set the term and its meaning side by side in a list; there its form may be looser."""
    quote, label = told.quote.lstrip('*_`“"- '), told.term.lower()
    cells = quote.lower().startswith(f"{label} {told.meaning.lower()}")  # the label stands in a cell of its own
    return cells or (quote.lower().startswith(label) and _LABEL_ENDS.match(quote, len(label)) is not None)


def _no_entry(told: _Told, lesson: Lesson) -> str | None:
    """Refuses labels that name nothing, slogans behind a name, and meanings that break off."""
    if _OPENS_NO_NAME.search(told.term) or _HOLDS_NO_NAME.search(_QUOTED.sub("x", told.term)) or no_term(told.term):
        return "its term is no name"
    if _is_quality(told.term, lesson):
        return "its term is a quality, not a thing"
    several = told.is_one and not told.asks_term and only_lists(told.meaning)
    if told.meaning.startswith("“") or GOOD_FOR.match(told.meaning) or several:
        return "its meaning is no phrase for a thing"
    return "its meaning breaks off" if _CUT.search(told.meaning) else None


def _told(item: Item) -> _Told | None:
    source, stem = item.source, prompt(item.content)
    if item.proposed or source is None or source.recipe not in _RECIPES or has_hangul(stem):
        return None
    answer = answer_text(item.content).removesuffix(".")
    if isinstance(item.content, Short | Choice):
        asked = _CALLED.match(stem)
        return _Told(answer, asked["meaning"].strip("“”"), source.quote, asks_term=True) if asked else None
    if not isinstance(item.content, Recall):
        return None
    if what := _WHAT_IS.match(stem):
        asks_what, is_one = not what["meant"], what["be"].lower() == "is"
        term = what["term"].strip("“”")
        return _Told(term, answer, source.quote, False, asks_what, asks_what and is_one, not asks_what)
    says = _SAYS.search(stem) is not None
    return _Told(item.concept, answer, source.quote, asks_term=False, is_clause=says) if item.concept else None


_OPENS_NO_NAME = re.compile(
    rf"^{_any('for upon of in on at by to with from as than and or but whereas while if when once unlike')}\b"
    rf"|^{_any('aforementioned above following so such each every another not no any some many only actual whole')}\b"
    rf"|^{_any('entire first second third fourth fifth last next usual highest largest biggest best')}\b"
    rf"|^{_any('greatest worst own my your our their his her its')}\b"
    rf"|^{_any('january february march april june july august september october november december')}\b"
    rf"|^{_any('being having getting becoming giving making taking seeking expanding increasing reducing')} \w"
    rf"|^{_any('improving providing protecting promoting supporting creating achieving gaining applying')} \w"
    rf"|^{_any('analyzing understanding using')} \w"
    rf"|^(?:[a-z-]+ )?{_any('definitions? examples? creation development recordings? depiction hallmark kinds?')} of\b"
    rf"|^(?:[a-z-]+ )?{_any('types? sorts? branch name concept notion lack')} of\b"
    r"|^(?:most|least) (?!\w+ly )|['’]s (?:home|own|first|last|new|most) ",
    re.IGNORECASE,
)
_HOLDS_NO_NAME = re.compile(
    rf"(?<![\w-]){_any('called is are was were has have had that which who what how why')}(?![\w-])|[:!?]|--|^\W*[-–—]"
    rf"|\.$|(?<![\w-]){_any('often usually sometimes always never also inside outside itself themselves')}$"
    r"|(?<![\w-])(?:down|up|out|away)$",
    re.IGNORECASE,
)
_PLAIN = frozenset(
    """
    activities activity algorithm answer architecture architectures article backend backyard book business century
    chapter children choice choices citizenry class classes command company concept congress contest contests control
    controls countries country customer data default doctor effort efforts employee employees entities entity example
    examples file form friends function game group idea instrument kind labor labor life magazines man method model
    models money move name object origin part people person place process product program project question rate
    rectangles result school section service services step steps student students system teacher team term text thing
    time title type user value values website woman word words work workers world
    """.split()
)
"""Words for many things: terms only where the author marks them as such."""
_MARKED = r"[*_“\"]{0}s?[*_”\"]|\b(?:called|termed|known as|term) (?:an? |the )?[*_“\"]?{0}"
_QUALITY = re.compile(r"(?:al|ful|less|ous|ive|able|ible|ic|ern|ary|ed|zen|odern|ante)$")
_QUOTED = re.compile(r"`[^`]*`|“[^”]*”")


def _no_term(told: _Told, lesson: Lesson) -> str | None:
    """Refuses what stands in the place of a term and names nothing."""
    term = told.term
    if _OPENS_NO_NAME.search(term) or _HOLDS_NO_NAME.search(_QUOTED.sub("x", term)) or no_term(term):
        return "its term is no name"
    if term.lower() in _PLAIN and not re.search(
        _MARKED.format(re.escape(term)), f"{told.quote}\n{_headings(lesson)}", re.IGNORECASE
    ):
        return "its term is a word for many things"
    if _is_quality(term, lesson):
        return "its term is a quality, not a thing"
    return "its term is one that the sentences before it tell of" if one_case(term, told.quote, lesson.text) else None


def _is_quality(term: str, lesson: Lesson) -> bool:
    return " " not in term and _QUALITY.search(term) is not None and not _is_noun(term, lesson.text)


def _is_noun(word: str, text: str) -> bool:
    """Whether the lesson uses a word as a noun: behind an article or "of" and before what ends a phrase, or as many."""
    one = re.escape(word)
    ends = r"[*_”\"]?(?=[.,;:)]| (?:is|are|was|of|in|that|to|and|for)\b)"
    noun = rf"\b(?:an?|the|of|in|for|by|about) [*_“\"]?{one}s?{ends}"
    return re.search(rf"{noun}|\b{one}s\b", text, re.IGNORECASE) is not None


def _headings(lesson: Lesson) -> str:
    return _all_headings(Same(lesson))


@lru_cache(maxsize=2)
def _all_headings(of: Same[Lesson]) -> str:
    return "\n".join(dict.fromkeys((of.value.title, *(name for block in of.value.blocks for name in block.path))))


_CLAUSE = r"\b(?:that|which|who|whose|where)\b"
_NO_PHRASE = re.compile(
    rf"^{_any('or and but that this these it they reports perhaps certainly probably whether')}\b|^different things\b"
    r"|^\w+ other (?:types|kinds|things)\b|^the (?:ability and|person most)\b"
    rf"|^(?:\w+ly )?{_any('good bad useful curious about surrounded struggling interested aware similar likely')}\b"
    rf"|^(?:\w+ly )?{_any('able responsible essential necessary known based located related')}\b"
    r"|^“|^the \w+ (?:for|of) which (?:is|are|was)\b|^(?:essentially |basically |simply )?defined as\b"
    rf"|^an? {_any('move decision step feat trend sign question gesture blow claim result offense event')} that\b",
    re.IGNORECASE,
)
"""What is no phrase for a thing, or, as "a move that …" behind a comma, takes up the whole clause before it."""
_RELATED = re.compile(
    rf"^(?:an?|the) (?:[\w-]+ )?{_any('relative version subset precursor forerunner continuation matter purpose')} of\b"
    rf"|^(?:an?|the) {_any('goal aim heart essence key')} of\b"
    rf"|^(?:an?|the) (?:[\w-]+ )?{_any('expansion extension variant variation equivalent generalization result')} of\b"
    rf"(?!.*{_CLAUSE})"
    rf"|^(?:an?|the) (?:[\w-]+ )?{_any('improvement outgrowth product consequence range reflection')} of\b"
    rf"(?!.*{_CLAUSE})"
    rf"|^(?:an?|the) (?:[\w-]+ )?[\w-]+ {_any('described proposed introduced created developed initiated founded')}"
    rf" (?:in|by) (?!.*(?:{_CLAUSE}| to ))"
    rf"|^(?:an?|the) (?:[\w-]+ )?[\w-]+ {_any('written published started led made taken')}"
    rf" (?:in|by) (?!.*(?:{_CLAUSE}| to ))",
    re.IGNORECASE,
)
"""By another thing, or by where it comes from, and no word of what sets it apart."""
_WORTH = _any(
    "important useful essential key crucial vital critical central significant major main common popular frequent good"
    " great better best excellent perfect ideal valuable powerful quick broad widespread growing ultimate special rare"
    " prominent well-known innovative interesting difficult active potential inexpensive primary global simple new"
    " brilliant convenient wonderful amazing fantastic handy neat free"
    " larger? small specific particular legitimate multinational traditional regular"
)
_APPRAISED = re.compile(
    rf"^(?:an?|one|another) (?:(?:[a-z]+ly|very|more|most|and) )*{_WORTH}\b(?:(?:,| and| but) (?:\w+ly )?[\w-]+)? ",
    re.IGNORECASE,
)
_PRAISED_MANY = re.compile(rf"^{_any('sure excellent great good perfect ideal popular important')} [a-z]+s\b", re.I)
_USE = re.compile(
    r"\b(?:means of|ways? (?:to|of)|technique for|venues? for|starting point|areas? of|step of|source of|one that)\b"
)
_HEAD_ONLY = re.compile(
    r"^(?:an?|the) (?:[\w-]+,? ){1,4}(?:of|for|in|with|to|from|among|by|at|on) "
    r"(?:(?!that|which|who)[\w’'-]+[ ,]*){1,6}$",
    re.IGNORECASE,
)
"""A head with one phrase behind it and no clause that sets it apart."""
_CUT = re.compile(
    rf"^(?!.* (?:that|which|who|what|where) ).*\b{_any('of in on at by for with from to and or the an? than as')}$"
    rf"| and {_any('asks argues says states explains suggests questions wonders')} (?:whether|that) "
    r"|\b(?:in which|where) [\w-]+s$|\bwhose (?:[\w-]+ ){0,2}[\w-]+s$",
    re.IGNORECASE,
)


def _no_meaning(told: _Told) -> str | None:
    """Refuses what stands in the place of a meaning and does not say what the term is, or fits many things."""
    meaning = told.meaning
    if _CUT.search(meaning):
        return "its meaning breaks off"
    if not (told.asks_what or told.asks_term):
        return "its meaning is a quotation" if meaning.startswith("“") else None
    if _NO_PHRASE.match(meaning):
        return "its meaning is no phrase for a thing"
    if _RELATED.match(meaning):
        return "its meaning tells only what the term is related to"
    if is_another(told.term, meaning, told.quote, is_one=told.is_one):
        return "its meaning does not say what the term is"
    if told.asks_term:
        return "many things fit its description" if _fits_many(meaning) or finds_nothing(meaning, told.quote) else None
    return "its meaning says how good it is, or where it belongs, not what it is" if _is_praised(meaning) else None


def _is_praised(meaning: str) -> bool:
    """Whether a meaning says how good a thing is, or where it belongs, and nothing that sets it apart."""
    bare = _HEAD_ONLY.match(meaning) or _USE.search(meaning)
    return _PRAISED_MANY.match(meaning) is not None or (_APPRAISED.match(meaning) is not None and bool(bare))


_ROLES = _any(
    "definition method principle practice theory law cause source catapult drivers? sponsors? co-founders? founders?"
    " destination user risks? benefit pioneer engine reflection fear move cap response part aspect culprit symbol"
    " series issue task spaces? drops? components? death"
)
_ONE_OF_MANY = re.compile(
    rf"^(?:an?|the) (?:(?!that |which |who )[\w-]+ ){{0,3}}?{_ROLES} "
    r"(?:of|to|for|behind|between|at|relative|in|from|inside) (?!\w+ing\b|which\b|whom\b)",
    re.IGNORECASE,
)
"""A part that the thing plays in something: "the source of the nutmeg"."""
_VAGUE = re.compile(
    rf"\bthat {_any('emerged began started arose appeared developed existed')} in [^,]+$"
    rf"|\b(?:for|with|has|have|in) {_any('various many different several some')} \w+$"
    r"|^one (?:in|based|that|who|which|where) |^the (?:second|third|fourth|fifth)\b|^the question “"
    r"|\bdepending (?:up)?on\b"
    r"|\bitself$|, not an? |^the study of [a-z]+(?:logy|graphy|nomy|ics)$"
    r"|\b(?:has influenced \w+|loved by|with only)$|\bwith only (?:about )?\d",
    re.IGNORECASE,
)
_A = re.compile(r"(?:an?|one) ", re.IGNORECASE)
_FEW, _FEW_OF_PRAISED = 3, 6


def _fits_many(meaning: str) -> bool:
    """Whether a meaning leaves open what is meant."""
    said = len(stems(meaning))
    if _VAGUE.search(meaning) or _ONE_OF_MANY.match(meaning):
        return True
    if _APPRAISED.match(meaning) and (said < _FEW_OF_PRAISED or _HEAD_ONLY.match(meaning)):
        return True
    return _A.match(meaning) is not None and said < _FEW and " that " not in meaning


_ONE = re.compile(r"(?:an?|any|one|someone|something) ", re.IGNORECASE)
_SEVERAL = _any(
    "groups? sets? collection series range number composite kind type class form family pair combination grouping body"
    " list system community mixture service category branch concept term way method field discipline study philosophy"
    " theory approach network framework practice tool disease condition construct"
)
_SET = re.compile(rf"(?:an?|any|one) (?:[\w-]+ ){{0,3}}?{_SEVERAL}\b", re.IGNORECASE)
"""One thing that many are."""
_MANY = re.compile(
    r"(?!(?:an?|the|any|one|\w+ing)\b)(?:(?!the )[\w’'-]+ ){0,3}?[\w’'-]*[^su\W]s "
    rf"{_any('that which who whose of from with without in for at aimed used given made conducting')}\b",
    re.IGNORECASE,
)
"""A plural without an article."""
_CAPTION = re.compile(r"(?:Figure|Table|Source)[ :]")
_TAUGHT = 2


def _apart(told: _Told, lesson: Lesson) -> str | None:
    """Refuses a term and a meaning that do not belong together: of two numbers, a name only mentioned, a caption's."""
    several = told.term.endswith("s") and plural_subject(told.term)
    if several and _ONE.match(told.meaning) and not _SET.match(told.meaning):
        return "its term and its meaning are not of one number"
    if told.is_one and _MANY.match(told.meaning):
        return "its term and its meaning are not of one number"
    if _repeats(told) and not _is_proper(told.term, told.quote):
        return "its meaning says the term again"
    if _CAPTION.match(told.quote) and lowered(lesson.text).count(lowered(told.term)) < _TAUGHT:
        return "it is told only below a picture"
    named = told.is_clause and (_FULL_NAME.search(told.term) or _is_proper(told.term, told.quote))
    if named and not _HAS_A_SENSE.search(told.term):
        return "its term is a name, and no word with a meaning"
    return "its term is a name that is only mentioned" if _is_mentioned(told, lesson) else None


_FULL_NAME = re.compile(r"[A-Z][a-z]+ [A-Z][a-z]+$")
_HAS_A_SENSE = re.compile(
    r"\b(?:law|rule|theory|theorem|principle|hypothesis|act|amendment|doctrine|razor|paradox|effect|clause|code|treaty)\b"
    r"|(?:ism|ity|ics)$",
    re.IGNORECASE,
)
"""What somebody's name stands before, and which says one thing."""


_TWO, _OTHERS = 2, 4


def _repeats(told: _Told) -> bool:
    """Whether a meaning has all words of its term but the last, and few others."""
    modifiers, said = stems(told.term.rpartition(" ")[0]), stems(told.meaning)
    return len(modifiers) >= _TWO and modifiers <= said and len(said - modifiers) <= _OTHERS


_SOMEBODY = _any(
    "[a-z-]+[bcdfghjklmnpqrstvwxyz]ist [a-z-]+ician [a-z-]+eer [a-z-]+pher writer author researcher teacher professor"
    " leader ruler founder officer director veteran expert pioneer immigrant laureate explorer king queen emperor pope"
    " general man woman son daughter wife husband brother sister rancher master attorney lawyer president actor player"
    " scholar thinker reformer inventor scientist engineer compan(?:y|ies) corporation firm retailer startup"
    " manufacturer conglomerate ship novel film movie song book poem painting magazine newspaper brand collection"
)
_SOMETHING = _any(
    "organi[sz]ation nonprofit institute committee agency initiative project product cooperative cit(?:y|ies) town"
    " village countr(?:y|ies) colony province region island river mountain state emitter destination place platform"
    " website app game model dataset service library package network program"
)
_MENTIONED = re.compile(
    r"^(?:an?|the|one of the) (?:(?!of |for |in |to |that |which |who )[\w'’.-]+,? (?:and )?){0,6}?"
    rf"(?:(?P<who>{_SOMEBODY})|{_SOMETHING})s?\b",
    re.IGNORECASE,
)
"""What kind of thing a proper name stands for that a lesson mentions; ``who`` is never what it teaches."""

_TOOL = re.compile(
    rf"^an? (?:[\w-]+,? ){{0,3}}?{_any('app model dataset service library package network program')}\b.* that ",
    re.IGNORECASE,
)


def _is_mentioned(told: _Told, lesson: Lesson) -> bool:
    kind = _MENTIONED.match(told.meaning) if _is_proper(told.term, told.quote) else None
    if kind is None or kind["who"]:
        return kind is not None
    return squash(told.term) not in squash(_headings(lesson)) and not _is_worked_with(told, lesson)


def _is_worked_with(told: _Told, lesson: Lesson) -> bool:
    """Whether a tool's meaning sets it apart and the lesson comes back to the tool."""
    return _TOOL.match(told.meaning) is not None and lesson.text.count(told.term) >= _TAUGHT


_SHORT = 3


def _is_proper(term: str, quote: str) -> bool:
    """Whether the sentence writes a term as a name: large, and not only because a sentence begins with it."""
    at = quote.lower().find(term.lower())
    if at < 0:
        return term[:1].isupper()
    words = [word for word in quote[at : at + len(term)].split(" ") if len(word) > _SHORT]
    large = all(word[:1].isupper() for word in words)
    return bool(words) and large and (at > 0 or len(words) > 1 or term[:1].isupper())
