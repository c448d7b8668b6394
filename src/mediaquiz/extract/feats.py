"""Rule: what somebody did, told with the names and dates that fit nobody else.

Only deeds that make history count (a founding, a conquest, a discovery): what somebody bought, said or visited once is
a detail. A sentence whose deed points to something before it finds nothing; "he" is the one person whom the sentence
before is about.
"""

import re
from collections.abc import Iterable, Iterator

from mediaquiz.extract.doers import COUNTRY, NAME, asked_with
from mediaquiz.extract.sentences import joined, sentences
from mediaquiz.language.clauses import Clause, split
from mediaquiz.language.cues import cues
from mediaquiz.language.verbs import PASTS, past_of, readings
from mediaquiz.model.concept import Feat, Finding, Place
from mediaquiz.model.lesson import Block, Lesson, Role
from mediaquiz.text import cut_opening

_FOUND_OUT = frozenset(
    "invent discover coin propose develop introduce formulate devise pioneer demonstrate prove establish found create"
    " theorize hypothesize classify design compose originate popularize champion advocate".split()
)
"""Deeds that their object tells apart."""
_RULED = frozenset(
    "conquer defeat overthrow abolish unify unite declare proclaim annex colonize invade ban end seize capture"
    " expel rule lead build organize liberate occupy destroy issue impose draft divide reform restore open order force"
    " sign pass grant launch form adopt win drive dispatch transfer isolate sponsor commission complete depose free"
    " assassinate crush suppress convert reject publish write persuade secure dissolve enact repeal replace"
    " begin implement announce convene install ratify appoint besiege outlaw nationalize partition".split()
)
"""Deeds that many did, told apart by the names and dates behind them."""
_OF_STATES = frozenset(
    "abolish ban annex colonize invade outlaw conquer declare sign occupy win lead expel nationalize".split()
)
_CUES = frozenset(
    [
        *(
            past
            for base in _FOUND_OUT | _RULED
            for past in (f"{base}ed", f"{base}d", f"{base[:-1]}ied", f"{base}{base[-1:]}ed")
        ),
        *(past for past, base in PASTS.items() if base in _FOUND_OUT | _RULED),
        *"credited regarded recognized remembered hailed considered known described first only last who".split(),
    ]
)
"""Of these, one stands in whatever sentence tells a deed."""
_RENOWN = re.compile(
    r"(?:is|was) (?:\w+ly |often |also |best |well )?(?:credited|regarded|recognized|remembered|hailed|considered|known"
    r"|described) (?:as|for|with|to be) |(?:is|was) (?:considered |named |called )?the (?:first|only) "
    r"|became the (?:first|second|only|last) "
)
_WEAK = re.compile(
    r"announced that |began (?!to )|began to (?:feel|fear|think|see|look|wonder|realize)"
    r"|established (?:him|her|it)self|developed (?:into|from|in|an? interest)"
    r"|(?:led|built|ordered|formed|won|opened|ended|seized|divided|found) (?:to|in|by|on|up|with|at|into|from)\b"
    r"|(?:founded|launched|opened|created|established) [A-Z][\w’-]+(?: [A-Z][\w’-]+)*(?: in \d{4})?$"
    r"|\w+ (?:some|several|many|certain|various|each|neither) "
    r"|wrote (?!an?\b|the\b|his\b|her\b|[A-Z“])|\w+ an? [a-z]+ (?:in|on|at)\b"
    r"|\w+ (?:an?|the|his|her) (?:\w+ )?(?:company|startup|business|firm|brand|store|website|shop|restaurant)\b"
)
_LEADS = re.compile(
    r"(?P<lead>(?:on [a-z]+ \d{1,2}, \d{4})|(?:in|on|at|by|after|before|during|from|between|upon|following|when|while"
    r"|although|though|because|since|as|with|under|despite|according|beginning|throughout|[a-z]+ing|like|unlike|to"
    r"|among|around|over) [^,;:—]{2,150}), (?P<rest>.+)$",
    re.IGNORECASE,
)
_DATE = re.compile(r"(?:[Ii]n (?:(?:early|late|[A-Z][a-z]+) )?|[Oo]n [A-Z][a-z]+ \d{1,2}, )(?P<year>[12]\d{3})$")
_JOINS = re.compile(
    r"^(?:however|then|also|later|eventually|finally|meanwhile|thus|therefore|accordingly|moreover|similarly|instead"
    r"|first|in fact|indeed|for example|for instance|subsequently|ultimately|initially|soon after|afterward|and|but)"
    r"\b,? ",
    re.IGNORECASE,
)
_NATION = r"[A-Z][a-z]+(?:an|ian|ish|ese|ch)(?:-born)?"
_SUBJECT = re.compile(
    rf"(?:(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts) )?(?:(?:(?!(?:of|in|for|to|at|by|with|from|on)\b)[a-z’-]+|{_NATION}) )"
    rf"{{0,6}}?(?<!\band )(?P<name>{NAME})$"
)
_ASIDE = re.compile(
    rf"(?P<name>{NAME}), (?:an?|the) (?P<kind>(?:(?:[a-z’-]+|{_NATION}) ){{0,4}}?[a-z-]+) who "
    r"(?P<did>(?!had\b|was\b|did\b)[a-z]+ [^,;:—]+)"
)
_PRAISE = re.compile(r"(?:prominent|noted|famous|respected|well-known|prolific|renowned) ")
_PASSIVE = re.compile(
    rf"(?P<done>[a-z]+)(?: in (?P<year>[12]\d{{3}}))? by (?P<doer>[^,;:—]*?{NAME})(?:,.*| in (?P<later>[12]\d{{3}}))?$"
)
_HE = re.compile(r"(?:He|She) ")
_BRACKETS = re.compile(r" \([^()]*\)")
_REST = re.compile(
    r"(?:, (?:(?:in|to|of|from|for|with|by) (?:which|whom)|which|where|who|whom|whose|but|although|though|while|whereas"
    r"|even|because|since|as|so|making|leading|until|after|before|when|if|with|thus|especially|particularly|based"
    r"|and (?:this|that|it|they|he|she|the [a-z]+)|(?:less|more) as|(?:on|at|near) the)\b"
    r"| — |—|; |: | because | although | while | whereas | and who | after [a-z]+ing ).*$"
)
"""What a sentence adds to a deed and what need not be asked."""
_SECOND = re.compile(r",? and [a-z]+ed .*$")
_POINTS = re.compile(
    r"\b(?:it|its|this|these|those(?! who)|such(?! as)|there|here|former|latter|same|another|others?|we|us|our|you|your"
    r"|too|also|similar|what|neither|either|both|above|below|following|own|themselves|I|my|today|now)\b|\?"
)
_THEY = re.compile(r"\b(?:they|their|them)\b")
_MANY = re.compile(r"\b(?!his\b|was\b|its\b)[A-Za-z]{3,}s\b|\bpeople\b|\b[A-Z][a-z]+(?:ese|ish|ch)\b")
_BARE = re.compile(
    r"\bthe (?!first\b|only\b|last\b)(?:[a-z-]+|(?:second|new|old) [a-z]+)(?=$|[,.]| (?:(?:in|on|by|for|with|and|as"
    r"|from|at|who|which|that|into|was|were|had)\b(?! [A-Z])))"
)
"""One thing of which only the page says which."""
_UNIQUE = frozenset("the world,the sea,the earth,the sun,the moon,the church,the past,the poor,the rich".split(","))
_PROPER = re.compile(r"\b[A-ZÀ-Þ][\w’-]+")
_YEAR = re.compile(r"\b1\d{3}s?\b|\b20\d{2}\b")
_MOST, _FEWEST = 30, 4
"""Words of a deed."""


def find(lesson: Lesson) -> Iterable[Finding]:
    """Each deed once, where one doer only has done it."""
    if lesson.language == "ko":
        return
    prose = [block for block in lesson.blocks if block.role is Role.PROSE]
    text = "\n".join(dict.fromkeys(words for block in lesson.blocks for words in (*block.path, block.text)))
    feats = [feat for block in prose for feat in _in(block, lesson.language, text)]
    doers: dict[frozenset[str], set[str]] = {}
    for feat in feats:
        doers.setdefault(_key(feat.did), set()).add(feat.who.split(" ")[-1])
    told: set[frozenset[str]] = set()
    for feat in feats:
        key = _key(feat.did)
        if len(doers[key]) == 1 and key not in told:
            told.add(key)
            yield feat


def _in(block: Block, lang: str, text: str) -> Iterator[Feat]:
    """The deeds of a paragraph, those of a "he" behind the sentence that names him among them."""
    if _PICTURE.match(block.text):
        return
    before = ""
    for sentence in sentences(block.text, lang):
        quote, told = sentence, sentence
        tells = not _CUES.isdisjoint(cues(sentence))
        if tells and before and (he := _HE.match(told)) and (person := _only_person(before, text)):
            quote, told = joined(before, sentence, block.text), f"{person} {told[he.end() :]}"
        for part, date in _parts(told) if tells else ():
            if feat := _feat(part, date, text):
                yield Feat(*feat, Place(block, block.span.start, quote))
        before = sentence


_PICTURE = re.compile(r"(?:Figure|Table|Image|Photo)\b|\([a-z]\) ")
_JOINT = re.compile(r"; |, (?:and|but|while) ")
_MOST_LEADS = 3


def _parts(sentence: str) -> Iterator[tuple[str, str]]:
    """The clauses of a sentence without what stands before their doers, each with the year that stood there."""
    bare = _BRACKETS.sub("", sentence.strip().removesuffix(".")).replace(",”", "”,")
    date, start = "", 0
    ends = [joint for joint in _JOINT.finditer(bare) if split(_unled(bare[joint.end() :], "")[0])]
    for end, after in (*((joint.start(), joint.end()) for joint in ends), (len(bare), 0)):
        text, date = _unled(cut_opening(_JOINS, bare[start:end]), date)
        yield text, date
        start = after


def _unled(text: str, date: str) -> tuple[str, str]:
    """A clause without the phrases that open it, and the year that one of them tells, else the one given."""
    for _ in range(_MOST_LEADS):
        led = _LEADS.match(text)
        if not led:
            break
        dated = _DATE.match(led["lead"])
        date, text = dated["year"] if dated else date, led["rest"]
    return text, date


def _feat(part: str, date: str, text: str) -> tuple[str, str, str] | None:
    """Who did it, what asks for the doer, and the deed; None where that is not sure."""
    for doer, asks, said in _told(part):
        asks_doer, who = asked_with(doer, text)
        for did in dict.fromkeys((said, _SECOND.sub("", said))) if asks_doer else ():
            odd = asks_doer == COUNTRY and not (past_of(did.split(" ")[0]) in _OF_STATES or _RENOWN.match(did))
            if not odd and _stands(_dated(did, date), who):
                return who, asks or asks_doer, _dated(did, date)
    return None


def _told(text: str) -> Iterator[tuple[str, str, str]]:
    """Each doer that a clause may tell of, what else asks for that doer, and what he, she or it has done."""
    if (aside := _ASIDE.match(text)) and any(form.form == "past" for form in readings(aside["did"].split(" ")[0])):
        yield aside["name"], f"Which {_PRAISE.sub('', aside['kind'])}", _REST.sub("", aside["did"])
    for clause in _clauses(text):
        passive = _PASSIVE.match(clause.rest) if clause.helper in {"was", "were"} else None
        if passive and {"past", "participle"} <= {form.form for form in readings(passive["done"])}:
            subject = _SUBJECT.match(passive["doer"])
            what = re.sub("^The ", "the ", clause.subject)
            year = passive["year"] or passive["later"]
            said = f"{passive['done']} {what}{f' in {year}' if year else ''}"
            if what.startswith("the ") or (_PROPER.match(what) and not _ANY.match(what)):
                yield (subject["name"] if subject else passive["doer"]), "", said
        elif said := _deed(clause):
            subject = _SUBJECT.match(clause.subject)
            yield (subject["name"] if subject and not _BODY.match(clause.subject) else clause.subject), "", said


_BODY = re.compile(rf"[Tt]he {NAME}$")
_ANY = re.compile(
    r"(?:One|Some|Many|Most|Other|Another|Such|Several|Few|All|Both|An?|This|These|That|Their|His|Her|Its) "
)


def _clauses(text: str) -> Iterator[Clause]:
    """The clause, without what stands between two commas behind its subject."""
    if clause := split(text):
        yield clause
    head, _, rest = text.partition(", ")
    if not re.search(rf"{NAME}$", head):
        return
    for end in re.finditer(", ", rest):
        clause = split(f"{head} {rest[end.end() :]}")
        if clause and clause.subject == head:
            yield clause
            return


_PASSING = re.compile(r"(?<=\w) (?:also|then|later|eventually|soon|finally)(?= )")


def _deed(clause: Clause) -> str:
    """The verb and what belongs to it; empty for what is no deed of note."""
    said = _REST.sub("", _PASSING.sub("", f"{clause.verb} {clause.rest}")).replace(".”", "”")
    noted = clause.helper == "did" and (clause.base in _FOUND_OUT or clause.base in _RULED)
    if _RENOWN.match(said):
        return said
    telling = clause.base in _FOUND_OUT or _names(said)
    return said if noted and telling and not _WEAK.match(said) else ""


def _dated(did: str, date: str) -> str:
    """The deed with its year, where it has none; what it names is not explained then."""
    if _YEAR.search(did):
        return _TITLE.sub("", did)
    return f"{_EXPLAINS.sub('', did)} in {date}" if date else did


_EXPLAINS = re.compile(r", (?:an?|the) .*$")
_TITLE = re.compile(r"(?<=\d), [A-Z][^,]*$")


def _stands(did: str, who: str) -> bool:
    """Whether a deed is told whole, points to nothing that only the page shows, and does not give its doer away."""
    words = did.split(" ")
    if not _FEWEST <= len(words) <= _MOST or _POINTS.search(did):
        return False
    if _CUT_LIST.search(did) or any(found[0] not in _UNIQUE for found in _BARE.finditer(did)):
        return False
    if set(who.split(" ")) & set(words) - _SMALL:
        return False
    they = _THEY.search(did)
    return they is None or _MANY.search(did[: they.start()]) is not None


_CUT_LIST = re.compile(r", (?!the |an? |and |or )[a-z-]+(?: [a-z-]+)?$")
"""The end of a list whose last member is left out."""
_SMALL = frozenset(("the", "of", "and", "de", "la", "van", "von"))


def _names(did: str) -> bool:
    """Whether a deed names somebody, some place or a year that tells it from others like it."""
    return _PROPER.search(did) is not None or _YEAR.search(did) is not None


def _only_person(sentence: str, text: str) -> str:
    """The one person whom a sentence names, where it is about that person; else empty."""
    named = {who for name in re.findall(NAME, sentence) for asks, who in (asked_with(name, text),) if asks == "Who"}
    person = named.pop() if len(named) == 1 else ""
    subjects = (_SUBJECT.match(clause.subject) for part, _ in _parts(sentence) for clause in _clauses(part))
    about = any(found and asked_with(found["name"], text)[1] == person for found in subjects) if person else False
    return person if about else ""


def _key(did: str) -> frozenset[str]:
    """What two deeds share that are one: the verb, and the names behind it."""
    return frozenset((did.split(" ")[0], *_PROPER.findall(did), *(() if _names(did) else did.split(" "))))
