"""Forms of sentences with *be* or a verb of place: what something is based on, where it is kept, which is the first."""

import re

from mediaquiz.generate.asked import PRONOUN, Asked, is_definite, stated, subject_of, term_in, text_of
from mediaquiz.generate.english import lower_first, without_article
from mediaquiz.generate.known import is_everyday, opens_with_unknown, terms_of
from mediaquiz.generate.oneclause import one_clause
from mediaquiz.generate.toldagain import is_one_of_several
from mediaquiz.language.clauses import plural_subject, split
from mediaquiz.language.verbs import OTHERS_TOO, VERBS, base_of, is_participle, readings
from mediaquiz.model.concept import Extract, Statement
from mediaquiz.model.item import ListAll, Recall, Short
from mediaquiz.text import cut_opening, squash

_SUBJECT = r"(?P<subject>[^,;:—]{2,70}?)"
_BE = r"(?P<be>is|are|can be|may be|must be|should be|can get)"
_HOW = (
    r"(?P<how>(?:closely|directly|particularly|especially|mainly|primarily|usually|often|typically|largely|mostly"
    r"|partly|strongly|only|numerically|highly|very|inversely|roughly) )?"
)
_RELATED = {
    "to": "connected attached related linked limited similar equal equivalent proportional sensitive exposed subject"
    " resistant assigned applied restricted confined bound vulnerable prone tied opposed unique specific adapted"
    " analogous identical attracted immune susceptible",
    "with": "associated separated combined filled covered equipped concerned replaced consistent compatible marked"
    " linked aligned",
    "for": "responsible known famous essential necessary crucial important useful ideal suited suitable needed required"
    " designed intended reserved named accountable short indicated ineffective",
    "on": "based dependent focused reliant built centered centred founded",
    "from": "made derived formed obtained extracted isolated calculated drawn inherited released"
    " protected built computed descended",
    "into": "mapped partitioned decomposed converted translated organized organised split grouped turned transformed"
    " classified broken",
    "of": "made capable aware full independent characteristic typical composed comprised",
    "around": "based built centered centred organized organised",
    "in": "stuck caught trapped involved interested rich measured expressed engaged contraindicated",
    "as": "described treated modeled modelled interpreted regarded represented expressed",
}
"""Words that a preposition belongs to, so that the question can end with it."""
_PAIRS = frozenset((word, prep) for prep, words in _RELATED.items() for word in words.split())
_KEPT = frozenset("stored kept hosted located found saved recorded placed held produced made created born".split())
_PLACES = frozenset("in on at inside within under near outside between".split())
_PREDICATE = re.compile(rf"^{_SUBJECT} {_BE} {_HOW}(?P<word>[a-z]+) (?P<prep>[a-z]+) (?P<what>[^;:—]{{2,170}})$")
_CLAUSE_INSIDE = re.compile(r"\b(?:that|which|who|whose|is|are|was|were|can|could|will|would|has|have|had|if|when)\b")
_FURTHER = re.compile(
    r",? (?:which|where|who|whose|whereas|while|although|because|so that|and (?:so|thus|then|can|is|are|has|have)) .*$"
    r"|, (?:but|such as|including) .*$"
)


def _second_verb_cut(what: str) -> str:
    """The words before "and" with a verb that is no noun: "acute detail and provide"."""
    for joint in re.finditer(r" and (?=([a-z]+) )", what):
        word = joint[1]
        if word not in OTHERS_TOO and any(reading.form in {"base", "third"} for reading in readings(word)):
            return what[: joint.start()]
    return what


_NO_SUBJECT = re.compile(
    r"(?:if|when|whenever|while|as|because|although|though|since|unless|once|after|before)\b", re.IGNORECASE
)
_ANYTHING = re.compile(r"^(?:anything|everything|anyone|everyone) (?:that|which|who) (?:is |has )?", re.IGNORECASE)
"""A subject that says itself of what it speaks."""


_MANNER = re.compile(r"in (?:an?|one|the same) (?:[\w-]+ ){0,2}(?:way|manner|fashion)\b")


def predicate(found: Statement, extract: Extract) -> Asked | None:
    """X is responsible for Y.  →  What is X responsible for?  —  X is stored in Y.  →  Where is X stored?"""
    match = _PREDICATE.match(text_of(found))
    if not match or not _belong(match["word"], match["prep"], found) or _NO_SUBJECT.match(match["subject"]):
        return None
    if not _is_whole_subject(match["subject"], found):
        return None
    inner = cut_opening(_ANYTHING, match["subject"])
    if _is_open(inner or match["subject"], found, extract) or _CLAUSE_INSIDE.search(inner):
        return None
    word, prep = match["word"], match["prep"]
    what = _second_verb_cut(_FURTHER.sub("", match["what"]))
    what = what if " " in what else re.sub(r", .*$", "", match["what"])  # "clients who …"
    be, _, rest_be = match["be"].partition(" ")
    subject = lower_first(match["subject"], extract.lesson)
    helper = f"{be} {subject}{' ' + rest_be if rest_be else ''} {match['how'] or ''}{word}"
    concept = term_in(match["subject"])
    if (
        word in _KEPT
        and prep in _PLACES
        and not re.match(r"(?:an?y? (?:way|order)|order|\d|part\b|some\b|many\b)", what)
    ):
        if is_everyday(match["subject"]):
            return None
        asks = "How" if _MANNER.match(f"{prep} {what}") else "Where"
        return Asked("where-is", Recall(f"{asks} {helper}?", stated(f"{prep} {what}")), "relation", 0.75, concept)
    several = word in _LOOSELY and is_one_of_several(match["subject"], found.place.quote, extract.lesson.text)
    if several and not found.takeaway:
        return None
    if not _are_related(word, prep, found):
        return None
    if prep == "to" and (what.split(" ")[0] in {*VERBS, "be"} or len(what) < _SHORTEST):
        return None  # "is required to run": an infinitive
    if word == "associated" or PRONOUN.match(what) or re.search(r"\b(?:each other|one another|others?)\b", what):
        return None
    return Asked("predicate", Recall(f"What {helper} {prep}?", stated(what)), "relation", 0.68, concept)


def _are_related(word: str, prep: str, found: Statement) -> bool:
    """Whether a question can end with a preposition, since it belongs to the word before it."""
    if (word, prep) in _PAIRS:
        return True
    return found.takeaway and prep in _RELATED and is_participle(word) and word != "used"


def _belong(word: str, prep: str, found: Statement) -> bool:
    """Whether a word and the preposition behind it say where something is, or what it is related to."""
    return (word in _KEPT and prep in _PLACES) or _are_related(word, prep, found)


_SHORTEST = 4
_LOOSELY = frozenset("related linked based associated involved concerned interested tied important".split())
"""Relations that a thing has to many others."""


def _is_whole_subject(subject: str, found: Statement) -> bool:
    """Whether a simple clause begins with the subject; what cannot be split is believed of a takeaway only."""
    clause = split(text_of(found))
    if clause and clause.subject != subject:
        return found.takeaway and clause.base in OTHERS_TOO and " what" not in subject  # "directory names in a path"
    return clause is not None or found.takeaway


def _is_open(subject: str, found: Statement, extract: Extract) -> bool:
    """Whether a subject does not say alone which thing it is; among takeaways only a bare "the thing" does not."""
    if PRONOUN.match(subject):
        return True
    if found.takeaway:
        return is_definite(subject) and opens_with_unknown(subject, extract)
    one_word = " " not in without_article(subject)
    named = not one_word or "`" in subject or squash(subject) in terms_of(extract)
    return not named or opens_with_unknown(subject, extract)


_STORE = re.compile(
    r"^(?P<what>(?:(?!\b(?:in|on|at|to)\b)[^,;:—]){3,60}?) "
    r"(?P<where>(?:in|on|inside|at|under) (?:an?|the|its|your|`)[^,;:—]{2,80})$"
)
STORING = frozenset("store keep save record put place hold write hide deposit".split())


def where_kept(found: Statement, extract: Extract) -> Asked | None:
    """S stores X in Y.  →  Where does S store X?"""
    clause = split(text_of(found))
    match = _STORE.match(clause.rest) if clause and clause.base in STORING else None
    if not clause or not match or PRONOUN.match(clause.subject) or opens_with_unknown(match["what"], extract):
        return None
    stem = f"Where {clause.helper} {subject_of(clause, extract)} {clause.base} {match['what']}?"
    return Asked("where-kept", Recall(stem, stated(match["where"])), "relation", 0.8)


_ONES = (
    "advantage disadvantage benefit drawback upside downside goal aim purpose task job role function cause reason"
    " effect"
    " result challenge problem difficulty risk limitation feature property step stage way strategy rule principle idea"
    " question difference source type kind form part component element example use method tool factor characteristic"
    " symptom sign criticism objective criterion ingredient hallmark"
).split()
_CHIEF = (
    "main|key|core|major|chief|principal|primary|central|biggest|greatest|most (?:important|common|effective|basic)"
    "|best|easiest|simplest|first|last|only|basic"
)
_THE_ONE = re.compile(
    rf"^(?P<what>(?:the (?:(?:{_CHIEF}|two|three|four|five) )+|[A-Za-z`][^,;:—]{{2,30}}?[’']s (?:(?:{_CHIEF}) )+)"
    rf"(?P<noun>{'|'.join(sorted(_ONES, key=len, reverse=True))})(?P<s>s|es)?"
    r"(?P<of> (?:of|to|in|for|when|with|between|behind) [^,;:—]{3,70}?)?) (?P<be>is|are|include) (?:that )?"
    r"(?P<rest>[^;—]{3,170})$",
    re.IGNORECASE,
)


def the_chief(found: Statement, extract: Extract) -> Asked | None:
    """The main advantages of X are A, B, and C.  →  What are the main advantages of X?"""
    match = _THE_ONE.match(text_of(found))
    if not match or (not match["of"] and "’s " not in match["what"] and "'s " not in match["what"]):
        return None
    if re.search(r"\b(?:this|these|that|those|here|its|their|our)\b", match["what"]) or PRONOUN.match(
        match["rest"].removeprefix("to ").removeprefix("not ")
    ):
        return None
    if _OPINION.match(match["what"]) or _OF_EACH.match(match["rest"]):
        return None
    be = "are" if match["be"] == "include" else match["be"]
    if (be == "are") != bool(match["s"]) or _CLAUSE_INSIDE.search(match["of"] or ""):
        return None
    stem = f"What {be} {lower_first(match['what'], extract.lesson)}?"
    members = members_of(match["rest"]) if be == "are" else ()
    if members:
        return Asked("the-chief", ListAll(stem, members, tuple(() for _ in members)), "parts", 0.85)
    return Asked("the-chief", Recall(stem, stated(match["rest"].lstrip(": "))), "relation", 0.8)


_OF_EACH = re.compile(
    r"(?:each|all|both|also|very|quite|often|usually|similar|different|equal|closely|equally)\b", re.IGNORECASE
)
"""What is said of the parts, in place of their names."""
_OPINION = re.compile(
    r"the (?:best|easiest|simplest|greatest) (?:way|method|tool|strategy|idea)s? (?:to use|of using)\b",
    re.IGNORECASE,
)
"""The best way to use something at all: praise, of which a lesson holds many."""
_FEW, _MANY, _LONGEST = 3, 7, 9


def members_of(text: str) -> tuple[str, ...]:
    """The members of ``A, B, and C`` where each is short enough to be remembered as one; else none."""
    parts = re.split(r",(?: and| or)? |(?<=\w) and (?=[^,]*$)", text.lstrip(": "))
    members = tuple(part.strip() for part in parts)
    fits = _FEW <= len(members) <= _MANY and all(
        0 < len(m.split()) <= _LONGEST and not base_of(m.split()[0]) for m in members
    )
    return members if fits and text.count(",") >= len(members) - 2 else ()


_CALLED = re.compile(
    rf"^{_SUBJECT} (?P<be>is|are) (?:often |also |usually |sometimes |commonly |generally |collectively )?"
    r"(?:called|known as|referred to as|termed) (?P<article>(?:an?|the|its|their) )?(?P<term>[^,;:—()]{3,50}?)"
    r"(?: \((?P<short>[A-Z]{2,6}s?)\))?$"
)
_LONGEST_TERM = 4


def called(found: Statement, extract: Extract) -> Asked | None:
    """Doing X is called Y.  →  What is doing X called?"""
    match = _CALLED.match(text_of(found))
    if match and not (_WITH_RELATIVE.match(match["subject"]) or _is_whole_subject(match["subject"], found)):
        return None
    if not match or _is_open(match["subject"], found, extract):
        return None
    term = match["term"].strip('“”"*')
    if len(term.split()) > _LONGEST_TERM or len(match["subject"].split()) < _TELLING_WORDS or _CLAUSE_END.search(term):
        return None
    if _NO_SUBJECT.search(cut_opening(_WITH_RELATIVE, match["subject"])):
        return None
    stem = f"What {match['be']} {lower_first(match['subject'], extract.lesson)} called?"
    return Asked("called", Short(stem, term, (match["short"],) if match["short"] else ()), "definition", 0.85, term)


_TELLING_WORDS = 3
_CLAUSE_END = re.compile(r"\b(?:and|or|because|when|if|that|which|by|after)\b")
_WITH_RELATIVE = re.compile(
    r"^(?:an?|any|the)? ?[\w-]+(?: [\w-]+)? (?:that|which|who) (?:is|are|has|have|can|[a-z]+) [a-z]"
    r"|^[\w-]+s (?:[a-z]+ed|made|built|written|kept) (?:in|inside|outside|by|with|for|from|at|on|to|within) [a-z]"
)
_NO_SUBJECT = re.compile(r"\b(?:this|these|those|such|another|other|is|are|was|were|has|have|can|will)\b")


_RELATION = re.compile(
    r"(?!(?:an?|the|one|more|less|most)\b)(?P<word>[a-z]+) (?P<prep>in|for|to|with|on|from|by|of) ", re.IGNORECASE
)
"""A relation belongs to the question: "What is it thought to be involved in?"."""
_CONSIDERED = re.compile(
    rf"^{_SUBJECT} (?P<be>is|are) (?P<how>(?:often|usually|generally|commonly|widely|typically) )?"
    r"(?P<word>considered|thought|believed|assumed|known|said|expected|supposed) to (?P<verb>be|have|cause) "
    r"(?P<what>[^;:—]{4,120})$"
)


def considered(found: Statement, extract: Extract) -> Asked | None:
    """X is thought to be Y.  →  What is X thought to be?"""
    match = _CONSIDERED.match(text_of(found))
    if not match or _is_open(match["subject"], found, extract) or not _is_whole_subject(match["subject"], found):
        return None
    subject = lower_first(match["subject"], extract.lesson)
    to, what = match["verb"], match["what"]
    if to == "be" and (relation := _RELATION.match(what)):
        if (relation["word"], relation["prep"]) not in _PAIRS:
            return None
        to, what = f"be {relation[0].strip()}", what[relation.end() :]
    stem = f"What {match['be']} {subject} {match['how'] or ''}{match['word']} to {to}?"
    return Asked("considered", Recall(stem, stated(what)), "relation", 0.65, term_in(match["subject"]))


_MOST = (
    r"(?:only|sole|primary|main|chief|principal|leading|first-line|number-one|key|(?:second )?most [a-z-]+"
    r"|(?:second[- ])?(?:large|small|bigg|great|high|low|long|short|strong|weak|fast|slow|simpl|heavi|light|hard|soft"
    r"|dens|old|easi|common)est|best)"
)
_RANKED = re.compile(
    rf"^(?P<one>[^,;:—]{{2,60}}?) (?P<be>is|are) (?:(?:by far|generally|usually|typically|also) )?"
    rf"(?P<what>the {_MOST} [^;:—]{{8,120}})$"
)
_TAIL = re.compile(
    r",? (?:because|since|although|while|whereas|as it|as they|so that|so)\b.*$|, (?:which|who|and|but|so|with|as)\b.*$"
    r"|,? and (?:is|are|was|can|may|will|has|have|it|they)\b.*$"
)
_TOLD = re.compile(
    rf"^the {_MOST} (?:(?:[\w’-]+ ){{1,4}}(?:of|in|for|to|that|which|who|among|between|within|used|known|by|from) \S"
    r"|(?:[\w’-]+ ){2}[\w’-]+$)"
)
"""A rank says something where it is told among what, or of what."""
_POINTS = re.compile(
    r"\b(?:this|these|those(?! (?:that|who)\b)|such|he|she|his|her|we|our|us|your?|its?|they|them|their|here|above"
    r"|below|other|another|former|latter|following|not|today|now|current(?:ly)?|recent(?:ly)?)\b|\b(?:19|20)\d\d\b",
    re.IGNORECASE,
)
_NOTHING = re.compile(
    rf"^the {_MOST} (?:[a-z-]+ )?(?:thing|one|part|step|point|idea|example|reason|difference|question|problem|issue"
    r"|concern|exception|aspect|case|fact|matter|topic|subject|focus|difficulty)s?\b"
)
"""What so many things may be that the rank asks for an opinion."""
_MOST_WORDS, _TYPED = 7, 3


def ranked(found: Statement, extract: Extract) -> Asked | None:
    """X is the only (primary, strongest) N of Z.  →  What is the only N of Z?"""
    text = text_of(found)
    match, clause = _RANKED.match(text), split(text)
    if not match or not clause or clause.subject != match["one"] or PRONOUN.match(match["one"]):
        return None
    one, what = match["one"], one_clause(_TAIL.sub("", match["what"]))
    if not _TOLD.match(what) or _NOTHING.match(what) or _POINTS.search(f"{one} {what}"):
        return None
    if _OF_THE_PAGE.match(one) or len(one.split()) > _MOST_WORDS:
        return None
    if plural_subject(one) != (match["be"] == "are") and " and " not in one:
        return None
    answer = lower_first(one, extract.lesson)
    stem = f"What {'is' if _ONE_WAY.match(what) else match['be']} {what}?"
    short = len(one.split()) <= _TYPED and " and " not in one
    return Asked("ranked", Short(stem, answer) if short else Recall(stem, stated(one)), "relation", 0.8)


_ONE_WAY = re.compile(rf"^the {_MOST} (?:[a-z-]+ )?[a-rt-z-]*[a-rt-z] (?:to|of|for|in|that|people|you)\b")
"""Many things may be one: "the best way to …"."""
_OF_THE_PAGE = re.compile(r"^(?:the|an?|some|many|one|each|every|all|both|any)\b", re.IGNORECASE)
"""One that the sentences before it name, or any of many: a definition tells of those."""
CUES_RANKED = (
    "only sole primary main chief principal leading first number key most largest smallest biggest greatest highest"
    " lowest longest shortest strongest weakest fastest slowest simplest heaviest lightest hardest softest densest"
    " oldest easiest commonest best"
)
