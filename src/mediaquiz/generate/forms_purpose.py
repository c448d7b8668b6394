"""Forms of sentences that say what something is for, what it is made of, and when it happens."""

import re
from dataclasses import replace

from mediaquiz.generate.asked import PRONOUN, Asked, stated, subject_of, term_in, text_of
from mediaquiz.generate.attached import has_second_deed
from mediaquiz.generate.english import lower_first, upper_first, without_article
from mediaquiz.generate.forms_relation import is_object, needs_both
from mediaquiz.generate.known import opens_with_unknown
from mediaquiz.generate.toldagain import is_one_of_several
from mediaquiz.language.clauses import Clause, plural_subject, split, split_bare
from mediaquiz.language.verbs import OTHERS_TOO, VERBS, base_of, readings
from mediaquiz.model.concept import Extract, Statement
from mediaquiz.model.item import ListAll, Recall
from mediaquiz.text import cut_opening, squash

_USED = re.compile(
    r"^(?P<subject>[^,;:—]{2,60}?|(?:The )?`[^`]+`(?:,? (?:or |and )?`[^`]+`){1,3}(?: \w+)?) "
    r"(?P<be>is|are|can be|may be) (?:often |commonly |usually |also |typically |mainly |primarily )?"
    r"used (?P<where>in an? \w+ )?(?P<what>(?:to (?!be\b)|for |in order to )[^;:—]{6,140})$"
)


def _is_open(subject: str, extract: Extract) -> bool:
    """Whether a subject points to something that only the sentences around it name."""
    return PRONOUN.match(subject) is not None or opens_with_unknown(subject, extract)


def used_for(found: Statement, extract: Extract) -> Asked | None:
    """X is used to Y.  →  What is X used for?"""
    match = _USED.match(text_of(found))
    if not match or _is_open(match["subject"], extract) or _has_verb(match["subject"]):
        return None
    subject = lower_first(match["subject"], extract.lesson)
    if re.search(r"\bother (?:things?|purposes|uses)\b", match["what"]):
        return None
    be = "are" if match["be"] == "are" or (match["be"] != "is" and plural_subject(subject)) else "is"
    where = f" {match['where'].rstrip()}" if match["where"] else ""
    stem = f"What can {subject} be used for{where}?" if "be" in match["be"] else f"What {be} {subject} used for{where}?"
    return Asked("used-for", Recall(stem, stated(match["what"])), "purpose", concept=term_in(match["subject"]))


def _has_verb(subject: str) -> bool:
    return _VERB_INSIDE.search(subject) is not None


_VERB_INSIDE = re.compile(r"\b(?:that|which|who|is|are|was|were|can|could|may|might|must|should|will|would|has|have)\b")


_MADE_OF = re.compile(
    r"^(?P<subject>[^,;:—]{2,70}?) (?P<verb>consists? of|comprises?|(?:is|are) (?:made up|composed) of"
    r"|(?:is|are|can be) divided into|includes?|contains?) (?P<what>[^;:—]{8,160})$"
)


def made_of(found: Statement, extract: Extract) -> Asked | None:
    """X consists of A, B, and C.  →  What does X consist of?"""
    match = _MADE_OF.match(text_of(found))
    if not match or _is_open(match["subject"], extract) or _has_verb(match["subject"]) or "such as" in match["what"]:
        return None
    if any(split_bare(match["what"][joint.end() :]) for joint in re.finditer(r",? and ", match["what"])):
        return None  # a clause of its own stands behind
    if match["subject"].endswith(" and") or _COUNTED.match(match["subject"]):
        return None
    if not found.takeaway and _ANY_OF.match(cut_opening(_ONE, match["subject"])):
        return None
    subject, verb = _ONE.sub("a ", lower_first(match["subject"], extract.lesson)), match["verb"]
    first, _, rest = verb.partition(" ")
    if first in {"is", "are", "can"}:
        stem = f"What {first} {subject} {rest}?"
    else:
        helper = "does" if first.endswith("s") else "do"
        base = first.removesuffix("s")
        stem = f"What {helper} {subject} {base}{' of' if rest else ''}?"
    sure = first not in {"include", "includes", "contain", "contains"}
    if not sure and not re.search(r",.* and |^both .* and ", match["what"]):
        return None
    return Asked(
        "made-of", Recall(stem, stated(match["what"])), "parts", 0.8 if sure else 0.65, term_in(match["subject"])
    )


_ONE = re.compile(r"^one (?!of\b|kind|type|way|part|form|example)(?=[A-Za-z][\w-]* ?)", re.IGNORECASE)
_COUNTED = re.compile(r"(?:examples|(?:the )?(?:two|three|four|five|six|seven|eight|nine|ten)) ", re.IGNORECASE)
"""Four lakes that include these are these: nothing is made of them."""
_COUNT = r"(?P<count>two|three|four|five|six|seven)"
_KINDS = (
    re.compile(
        rf"^(?:there are|we can (?:distinguish|identify)) {_COUNT} (?P<what>(?:[\w-]+ ){{0,3}}(?:types|kinds|sorts"
        rf"|categories|forms"
        r"|ways|stages|steps|parts|components|reasons|factors|sources|goals|levels|groups|classes|functions|roles"
        r"|approaches|methods"
        r"|principles|elements|phases|models|systems|branches|theories|methods)\b[^:—,;]{0,90}?) ?(?::|—) "
        r"?(?P<members>.+)$",
        re.IGNORECASE,
    ),
    re.compile(
        rf"^the {_COUNT} (?P<what>(?:[\w-]+ ){{1,6}}?)(?:are|include):? (?P<members>[^:;—]+, [^:;—]+,? and [^:;—]+)$",
        re.IGNORECASE,
    ),
)
_NUMBERS = {word: n for n, word in enumerate("two three four five six seven".split(), start=2)}


def kinds(found: Statement, extract: Extract) -> Asked | None:
    """There are three kinds of X: A, B, and C.  →  What are the three kinds of X?"""
    match = next((m for form in _KINDS if (m := form.match(text_of(found)))), None)
    if not match or re.search(r"\b(?:this|these|those|here|following|above)\b", match["what"], re.IGNORECASE):
        return None
    members = [
        re.sub(r"^(?:and|or) |^\(?\d\)? ", "", part.strip()).strip(" .")
        for part in re.split(r"[,;] (?=\(?\d|and |[\w“])|(?<![,;]) and ", match["members"])
    ]
    members = [member for member in members if member]
    if len(members) != _NUMBERS[match["count"].lower()] or any(len(member.split()) > 9 for member in members):
        return None
    stem = f"What are the {match['count'].lower()} {match['what'].strip()}?"
    return Asked("kinds", ListAll(stem, tuple(members), tuple(() for _ in members)), "parts", 0.85)


_UNSURE = frozenset("can could may might would should have has had".split())
_IN_ORDER = re.compile(
    r"^(?P<what>[^;:—]{8,140}?),? (?P<why>(?:in order to|so as to|so that(?! (?:is|was))) [^;:—]{6,140})$"
)


_ARRANGED = frozenset("arranged designed built organized organised structured placed set".split())


def purpose(found: Statement, extract: Extract) -> Asked | None:
    """S does X in order to Y.  →  Why does S do X?"""
    match = _IN_ORDER.match(text_of(found))
    clause = split_bare(match["what"]) if match else None
    if not match or not clause or _is_open(clause.subject, extract) or clause.helper in _UNSURE:
        return None
    if re.match(r"one \w+$", clause.subject, re.IGNORECASE):
        return None
    if not clause.rest and clause.subject.partition(" ")[0].lower() in VERBS:
        return None  # an order: "Mark key claims"
    if re.search(r"\b(?:assuming|given|suppose|provided)\b", match["what"]) or has_second_deed(clause):
        return None
    if not found.takeaway and re.search(r"\b(?:that|which|who|to [a-z]+ing?) ", clause.rest):
        return None  # the end of what is told of a noun
    if clause.helper in {"is", "are"} and clause.rest.split(" ")[0].endswith("ing"):
        return None
    why = re.sub(r"^(?:in order|so as) to", "to", match["why"])
    arranged = clause.rest.split(" ")[-1] in _ARRANGED
    word = "How" if arranged and match["why"].startswith("so") else "Why"
    return Asked("purpose", Recall(f"{ask(word, clause, extract)}?", stated(why)), "purpose", 0.8)


def ask(word: str, clause: Clause, extract: Extract) -> str:
    """The clause as a question that begins with ``word``: "Why does the rate rise"; adverbs keep their place."""
    adverb = f"{clause.adverb} " if clause.adverb else ""
    verb = f"{clause.base} " if clause.base else ""
    return upper_first(f"{word} {clause.helper} {subject_of(clause, extract)} {adverb}{verb}{clause.rest}".rstrip())


_AT_END = re.compile(
    r"^(?P<what>[^;:—]{10,120}?),? (?P<when>(?:only )?(?:when|if|whenever) (?!possible|necessary"
    r"|needed)[^,;:—]{8,140}(?:, not (?:when|if) [^,;:—]{4,80})?)$"
)


_TWO_SIDES = re.compile(r", (?:while|whereas|so|but) ")


def when_does(found: Statement, extract: Extract) -> Asked | None:
    """S (only) does X when (if) Y.  →  When does S do X?  →  (Only) when Y."""
    match = _AT_END.match(text_of(found))
    clause = split_bare(match["what"]) if match and not _TWO_SIDES.search(match["what"]) else None
    if (
        not match
        or not clause
        or _is_open(clause.subject, extract)
        or clause.base == "mean"
        or (clause.helper in {"can", "could", "would", "might"} and not match["when"].startswith("only "))
    ):
        return None
    if _is_what_is_known(match["what"], clause.verb) or (
        clause.helper in {"is", "are"} and re.match(r"an? ", clause.rest)
    ):
        return None
    if re.search(r"\b(?:that|which|who|perhaps|probably)\b|\bor the\b", clause.rest) or " and to " in match["when"]:
        return None  # the condition may be that of the clause behind "that", or of the last of two; or it is an opinion
    if PRONOUN.match(re.sub(r"^(?:only )?(?:when|if|whenever) ", "", match["when"])) and "it " not in match["when"]:
        return None
    stem = f"{ask('When', replace(clause, adverb=clause.adverb.removeprefix('only')), extract)}?"
    when = f"only {match['when']}" if clause.adverb == "only" else match["when"]
    return Asked("when-does", Recall(stem, stated(when)), "condition", 0.75)


_TAKES_WHEN = re.compile(r"\b(?:even|what|on|about|for|of|as|not|and|or|that)$")
"""Ends of a clause that go on."""
_KNOWING = frozenset(
    "know see decide ask wonder determine tell indicate show detect check learn say remember understand predict specify"
    " define record track log consider find discover recognize test verify mark evaluate examine assess judge".split()
)
"""Verbs to which "when …" belongs as what is known or shown."""


def _is_what_is_known(what: str, verb: str) -> bool:
    """Whether "when (if) …" behind a clause is what its last verb is about: "checks if", "records when"."""
    last = what.rpartition(" ")[2].lower()
    knowing = any(
        r.base in _KNOWING
        and r.form != "participle"
        and (r.base not in OTHERS_TOO or last == verb or what.endswith(f" to {last}"))
        for r in readings(last)
    )
    return knowing or _TAKES_WHEN.search(what) is not None


_UNLIKE = re.compile(
    r"^(?:unlike|in contrast to|compared (?:with|to)|as opposed to) (?P<one>[^,;:—]{3,60}?)"
    r"(?: (?:that|who) [^,;:—]{5,100}|, (?:which|who) [^,;:—]{5,110})?, (?P<other>[^;:—]{10,160})$",
    re.I,
)


def unlike(found: Statement, extract: Extract) -> Asked | None:
    """Unlike A, B does X.  →  How does B differ from A?"""
    match = _UNLIKE.match(text_of(found))
    clause = split(match["other"]) if match else None
    if not match or not clause or _is_open(clause.subject, extract) or PRONOUN.match(match["one"]):
        return None
    if (
        re.search(r"\b(?:of|to|with|than|by|for) (?:them|him|her)$", clause.rest)
        or _ANYBODY.match(clause.subject)
        or _A_PLACE.match(match["one"])
    ):
        return None  # what people do differs from a thing in no way that can be asked
    helper = "do" if plural_subject(clause.subject) else "does"
    one = lower_first(match["one"], extract.lesson)
    stem = f"How {helper} {subject_of(clause, extract)} differ from {one}?"
    return Asked("unlike", Recall(stem, stated(match["other"])), "comparison", 0.85)


_A_PLACE = re.compile(r"(?:in|on|at|with|for|from|by) |.*\b(?:above|below|earlier|before)$", re.IGNORECASE)
_ANYBODY = re.compile(
    r"(?:the )?(?:people|persons?|individuals|someone|everyone|readers|users|students)$", re.IGNORECASE
)
_USES = re.compile(
    r"^(?P<subject>[^,;:—]{2,50}?) (?P<verb>uses?) (?P<what>[^,;:—]{3,90}?) (?P<why>to (?!be\b)[a-z]+ [^;:—]{4,120})$"
)


def uses(found: Statement, extract: Extract) -> Asked | None:
    """S uses X to Y.  →  What does S use X for?"""
    match = _USES.match(text_of(found))
    clause = split(f"{match['subject']} {match['verb']} it now") if match else None
    if not match or not clause or clause.base != "use" or _is_open(clause.subject, extract):
        return None
    if (not found.takeaway and _ANY_OF.match(clause.subject)) or "different" in clause.subject.lower():
        return None
    stem = f"What {clause.helper} {subject_of(clause, extract)} use {match['what']} for?"
    return Asked("uses", Recall(stem, stated(match["why"])), "purpose", 0.75)


_PARTICLE = {
    "amount": "to",
    "lead": "to",
    "result": "in",
    "depend": "on",
    "rely": "on",
    "contribute": "to",
    "refer": "to",
    "focus": "on",
}
LEADING = frozenset(
    "amount select return measure determine depend refer represent indicate reveal cause prevent transform convert"
    " control regulate "
    "store transmit"
    " carry govern limit reduce increase raise lower weaken strengthen stimulate trigger accelerate protect "
    "absorb release"
    " separate connect combine replace describe explain capture equal illustrate involve"
    " cover predict minimize maximize estimate compute classify encode eliminate remove drain reinforce discourage"
    " offset"
    " worsen boost amplify filter insulate bind destroy digest show mark denote signal".split()
)
"""Verbs that leave one answer: "what does X need?" or "create?" has many."""
_VAGUE = frozenset(
    "have take give need tell seem look feel become remain want use put get go come see know say think mean".split()
)
_OPEN = frozenset(
    "cause involve represent determine illustrate explain describe produce lead result contribute affect influence"
    " shape increase reduce raise lower replace combine reveal".split()
)
"""Verbs of which a lesson that speaks of a thing again names several objects."""
NEEDING_MORE = frozenset("lead result contribute rely focus produce".split())
"""Verbs that do so only where the subject says much."""
_MUCH = 3
_MODALS = frozenset("can will must may might could should would cannot".split())


_PERHAPS = frozenset(("may", "might", "could"))
"""What something may lead to is one of many things."""


def outcome(found: Statement, extract: Extract) -> Asked | None:
    """X leads to Y. X will raise Y.  →  What does X lead to? What will X raise?"""
    clause = split(text_of(found))
    verb = verb_of(clause) if clause else None
    if not clause or not verb or clause.helper == "did":
        return None
    base, rest = verb
    if not (found.takeaway or base in LEADING or base in NEEDING_MORE) or _is_open(clause.subject, extract):
        return None
    if clause.helper in _PERHAPS and not found.takeaway:
        return None
    words = len(without_article(clause.subject).split())
    several = base in _OPEN and is_one_of_several(clause.subject, found.place.quote, extract.lesson.text)
    if several and not found.takeaway:
        return None
    if base not in LEADING and not (base in NEEDING_MORE and words >= _MUCH) and not found.takeaway:
        return None
    particle = _PARTICLE.get(base, "")
    if (
        base in _VAGUE
        or not _names_enough(clause.subject, extract)
        or (particle and not rest.startswith(f"{particle} "))
    ):
        return None
    whole = rest.removeprefix(f"{particle} ") if particle else rest
    rest = one_thing(whole)
    if found.takeaway and rest != whole:
        return None  # a point of several deeds is asked as a whole
    if (
        needs_both(base, rest)
        or ", some " in rest
        or not (2 if found.takeaway and "`" in rest else 3) <= len(rest.split()) <= 24
        or not _is_asked_for(rest, particle)
        or (not found.takeaway and _ANY_OF.match(clause.subject))
        or re.search(
            r"\bthat\b.*\bthat\b|\byou\b| by [a-z]+ing |\b(?:\w+er|more|less) than\b"
            r"|\bthe (?:more|less|\w+er) (?:the )?\w+",
            rest,
        )
    ):
        return None
    adverb = f"{clause.adverb} " if clause.adverb else ""
    stem = f"What {clause.helper} {subject_of(clause, extract)} {adverb}{base}{' ' + particle if particle else ''}?"
    return Asked("outcome", Recall(stem, stated(rest)), "effect", trust=0.65)


def _is_asked_for(rest: str, particle: str) -> bool:
    """Whether "what" asks for all of the words; "depends on how …" is asked for too."""
    return is_object(rest) or (particle != "" and re.match(r"(?:how|whether|what|which)\b[^;:—,]+$", rest) is not None)


_ANY_OF = re.compile(
    r"^(?:some|many|most|several|a few|few|other|certain|various|both|one|another|a (?:change|figure|table|graph|chart)"
    r"|(?:the |an? )?(?:combination|interplay|mixture|sum) of (?:forces|factors|effects|events|causes|things)"
    r"|(?:the )?(?:figure|table|diagram|graph|chart|example|picture|(?:horizontal|vertical) axis$))\b",
    re.IGNORECASE,
)
_NEXT_VERB = re.compile(r",? (?:and|but|or)(?: also| then| thus| so| in turn)? (?P<word>[a-z]+)\b")


_GOES_ON = re.compile(
    r",? (?:because|since|which is why|as a result)\b.*$|, which .*$|, (?:\w+ly )?\w+ing\b.*$"
    r"|, (?:while|whereas|although|though|so) .*$"
)


def one_thing(rest: str) -> str:
    """The words after a verb up to where a second verb or a reason begins."""
    rest = _GOES_ON.sub("", rest)
    for found in _NEXT_VERB.finditer(rest):
        forms = {reading.form for reading in readings(found["word"])}
        if (
            forms & {"third", "base", "past"}
            and found["word"] not in OTHERS_TOO
            and base_of(found["word"]) not in OTHERS_TOO
        ):
            return rest if _RELATIVE.search(rest[: found.start()]) else rest[: found.start()]
    return rest


_RELATIVE = re.compile(r"\b(?:that|which|who)\b")


def verb_of(clause: Clause) -> tuple[str, str] | None:
    """The infinitive of what is done, and the words after it; after a modal verb it opens the rest."""
    if clause.base:
        return clause.base, clause.rest
    first, _, rest = clause.rest.partition(" ")
    if clause.helper in _MODALS and clause.helper != "cannot" and any(r.form == "base" for r in readings(first)):
        return first, rest
    return None


def _names_enough(subject: str, extract: Extract) -> bool:
    """Whether a subject says which thing: two words of its own, or a term of the lesson."""
    words = without_article(subject).split(" ")
    return len(words) >= 2 or any(squash(subject) == squash(concept.term) for concept in extract.concepts[:_NAMED])


_NAMED = 40
