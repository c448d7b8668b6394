"""Forms of sentences that say what something does, must do, or is."""

import re
from collections.abc import Sequence

from mediaquiz.generate.asked import PRONOUN, Asked, in_topic, is_definite, stated, subject_of, term_in, text_of
from mediaquiz.generate.english import defined_phrase, lower_first, upper_first, without_article
from mediaquiz.generate.known import opens_with_unknown
from mediaquiz.generate.meanings import opens_with_its_words
from mediaquiz.generate.telling import tells_apart
from mediaquiz.generate.toldagain import is_one_of_several
from mediaquiz.language.clauses import Clause, plural_subject, split, split_bare
from mediaquiz.language.common import is_description
from mediaquiz.language.cues import cues
from mediaquiz.language.genus import says_what
from mediaquiz.language.verbs import VERBS, base_of, is_sure_verb
from mediaquiz.model.concept import Extract, Family, Member, Statement
from mediaquiz.model.item import Recall, Short
from mediaquiz.text import squash


def passive(found: Statement, extract: Extract) -> Asked | None:
    """X is defined by Y.  →  What is X defined by?"""
    match = re.match(
        r"^(?P<subject>[^,;:—]{2,60}?) (?P<be>is|are) "
        r"(?P<done>(?:[a-z]+ly )?(?:[a-z]+ed|set|made|driven|given|held|kept|drawn|known|chosen|shown)) by "
        r"(?P<what>(?!default\b)[^;:—]{4,140})$",
        text_of(found),
    )
    if (
        not match
        or PRONOUN.match(match["subject"])
        or re.match(r"\w+ing\b", match["what"])
        or (not found.takeaway and match["done"].rpartition(" ")[2] in _BESIDE)
        or _RELATIVE.search(match["subject"])
    ):
        return None
    subject = lower_first(match["subject"], extract.lesson)
    quoted = re.match(r"^“(?P<inner>[^”]+)”$", subject)
    if quoted:
        subject = f"“{lower_first(quoted['inner'], extract.lesson)}”"
    where = in_topic(extract, subject) if quoted or is_definite(subject) else ""
    asks = f"what {match['be']} {subject} {match['done']} by?"
    stem = upper_first(f"{where.strip()}, {asks}" if where else asks)
    return Asked("passive", Recall(stem, stated(match["what"])), "relation", concept=term_in(match["subject"]))


_BESIDE = frozenset(
    "accompanied characterized characterised affected influenced followed preceded surrounded marked joined shaped"
    " supported helped".split()
)
"""What stands beside a thing, or marks it: in the prose a sentence names some of many."""
_RELATIVE = re.compile(
    r"\b(?:that|which|who)$|\b(?:is|are|was|were|has|have) |^(?:when|if|as|while|because|since|although|once|unless)\b",
    re.IGNORECASE,
)
GIVING = frozenset(
    "enable allow cause prevent require determine drive produce contain need create protect replace".split()
)


def lets(found: Statement, extract: Extract) -> Asked | None:
    """X lets you Y.  X lets Z do Y.  →  What does X let you (Z) do?"""
    text = text_of(found)
    match = _LETS.match(text)
    if not match:
        return None
    words = match["rest"].split(" ")
    at = 1 if words[0] == "you" else next((n for n, w in enumerate(words) if n and w in VERBS), 0)
    at += 1 if at < len(words) and words[at] == "to" else 0
    whom = " ".join(words[:at]).removesuffix(" to")
    subject = _expand_these(match["subject"], extract)
    if (
        _PREPOSITION.match(whom)
        or whom in {"your", "the", "a", "an", "its", "their"}
        or _has_verb(match["subject"])
        or words[at - 1] in _NEVER_LAST
        or re.search(r"\b(?:us|we|our)\b", whom)
        or is_sure_verb(words[0])
        or _NO_SUBJECT.search(match["subject"])
    ):
        return None
    if (
        not at
        or "," in whom
        or " to " in whom
        or re.match(r"some\b", match["subject"], re.IGNORECASE)
        or len(whom.split()) > 5
        or at >= len(words)
        or not subject
        or _unknown(match["subject"], extract)
    ):
        return None
    helper, base = _helper(match["verb"])
    if base == "allow" and words[at - 1] != "to":
        return None  # "allows precise control": a thing, not a deed
    if re.search(r",? and (?!to )[^,]* (?:is|are|can|could|will|may|must|has|have) ", match["rest"]):
        return None  # a second clause stands behind
    to = "to " if base == "allow" else ""
    stem = f"What {helper} {subject} {base} {whom} {to}do?"
    return Asked("lets", Recall(stem, stated(" ".join(words[at:]))), "effect")


def _helper(verb: str) -> tuple[str, str]:
    if " " in verb:
        return "can", verb.partition(" ")[2]
    return ("does", verb[:-1]) if verb.endswith("s") else ("do", verb)


_PREPOSITION = re.compile(r"(?:with|in|on|by|to|for|against|from|through)\b")
_NO_SUBJECT = re.compile(r"^like\b|\b(?:it|they|you|this)$", re.IGNORECASE)
_NEVER_LAST = frozenset("a an the this that these those its their".split())


def _has_verb(subject: str) -> bool:
    """Whether a supposed subject holds a verb of its own, so that it is more than a subject."""
    return any(base_of(word) or word in _HELPERS for word in subject.split(" ")[1:])


_HELPERS = frozenset("that which who is are was were will would can could may might must should to not".split())


_LETS = re.compile(r"^(?P<subject>[^,;:—]{3,90}?) (?P<verb>lets?|allows?|helps?|can help) (?P<rest>[^;:—]{4,140})$")
_ADVERBS = frozenset("directly usually always often".split())
_ADVERB = re.compile(
    r"^(?P<head>[^,;:—]{3,70}?) (?P<adverb>directly|usually|always|often) (?P<tail>\w+ [^;:—]{6,160})$"
)


def _unknown(subject: str, extract: Extract) -> bool:
    return PRONOUN.match(subject) is not None or (
        " these " not in f" {subject} " and opens_with_unknown(subject, extract)
    )


def effect(found: Statement, extract: Extract) -> Asked | None:
    """X (directly) enables Y.  →  What does X directly enable?  A takeaway may have any verb of the list."""
    text = text_of(found)
    adverb = None if _ADVERBS.isdisjoint(cues(text)) else _ADVERB.match(text)
    clause = split(f"{adverb['head']} {adverb['tail']}" if adverb else text)
    if not clause or not clause.base or not (found.takeaway or clause.base in GIVING):
        return None
    if _unknown(clause.subject, extract) or len(clause.rest) < 8:
        return None
    if clause.base in _SAYS_NOTHING or clause.base in clause.subject or needs_both(clause.base, clause.rest):
        return None
    if re.match(r"(?:some|many|most|others?)\b", clause.subject, re.IGNORECASE) or ", some " in clause.rest:
        return None
    sure = found.takeaway or len(without_article(clause.subject).split()) > _MUCH
    if not sure or not is_object(clause.rest) or _COMPARES.search(clause.rest):
        return None
    if not found.takeaway and is_one_of_several(clause.subject, found.place.quote, extract.lesson.text):
        return None
    how = f"{adverb['adverb']} " if adverb else ""
    stem = f"What {clause.helper} {subject_of(clause, extract)} {how}{clause.base}?"
    return Asked("effect", Recall(stem, stated(clause.rest)), "effect", trust=0.68)


_SAYS_NOTHING = frozenset(
    "have take get do make go use give remain become seem appear look stay sound feel taste smell prove".split()
)
"""What a thing has or takes: the question says too little for one answer."""
_TWO_PLACES = frozenset(
    "map convert transform turn translate combine reduce pass send divide split change add connect compare link assign"
    " attach move bring copy apply relate".split()
)
"""Verbs whose meaning needs both "what" and "to what": asked as a whole or not at all."""
_SECOND_PLACE = re.compile(r"\b(?:to|into|with|from|past|onto|through)\b")


def needs_both(base: str, rest: str) -> bool:
    """Whether "what does it map?" would ask for half of what a sentence says: "it maps A to B"."""
    return base in _TWO_PLACES and _SECOND_PLACE.search(rest) is not None


_MUCH = 2
_COMPARES = re.compile(r"\b(?:\w+er|more|less) than\b")
_NO_OBJECT = re.compile(
    r"^(?:\w+ (?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|centuries) (?:later|earlier|ago)\b"
    r"|according|no matter|\w+ly|\w+er than|even|farther|further|away|and|or|also|both (?:to|in|by|for)|to|that|by"
    r"|as|on|in|at|for|with|using"
    r"|from|of|into|over|up|down|out|off|away|back|through|like|when|if|because|so"
    r"|how|why|where|what|not|less|more|better|well|between|only|before|after|within|because|since|along|around"
    r"|across|toward|towards|against|than|until|can|could|is|are|was|were|may|might|will|would|should|must|has"
    r"|have|had)\b|^\("
)


def is_object(rest: str) -> bool:
    """Whether the words after a verb are one thing that it acts on, so that "what" asks for all of them."""
    if re.search(r"[;:—]|, (?:and|but|so|which|while|not)\b|\b(?:us|we|our)\b|[.] ", rest) or _NO_OBJECT.match(rest):
        return False
    return not any(base_of(verb) for verb in re.findall(r"\b(?:and|or|but)(?: so| then| thus)? (\w+)", rest))


def makes(found: Statement, extract: Extract) -> Asked | None:
    """S makes the X shallow.  →  What does S do to the X?"""
    match = re.match(
        r"^(?P<subject>[^,;:—]{3,80}?) (?P<verb>makes?) (?P<what>the (?:(?!and\b)[^,;:—]){3,60}?) (?P<how>[a-z]+)$",
        text_of(found),
    )
    if not match or _unknown(match["subject"], extract) or match["how"].endswith("s") or _has_verb(match["subject"]):
        return None
    helper, it = ("does", "It makes") if match["verb"] == "makes" else ("do", "They make")
    stem = f"What {helper} {lower_first(match['subject'], extract.lesson)} do to {match['what']}?"
    return Asked("makes", Recall(stem, f"{it} {match['what']} {match['how']}."), "effect")


_TELLS_LITTLE = frozenset("mean need have want seem look remain become include contain behave differ vary stay".split())
_NOTABLE = 0.35
"""Prose that says what a term does is asked as a whole where it is among the lesson's points."""


def deed(found: Statement, extract: Extract) -> Asked | None:
    """Doing X brings A and so brings back B.  →  What does doing X do?  For takeaways, and terms of the lesson."""
    clause = split(text_of(found)) if found.takeaway or found.salience >= _NOTABLE else None
    if not clause or not clause.base or _unknown(clause.subject, extract) or not 4 <= len(clause.rest.split()) <= 22:
        return None
    if re.search(r"[;:—]|[.] |, not |^no matter|\b(?:because|since)\b", clause.rest) or clause.base in _TELLS_LITTLE:
        return None
    if _goes_on(clause.rest):
        return None
    acts = found.takeaway or _is_term_that_acts(clause, found.place.block.path, extract)
    if not acts or not _says_which(clause.subject, found, extract):
        return None
    it = "It" if clause.helper == "does" else "They"
    stem = f"What {clause.helper} {subject_of(clause, extract)} do?"
    adverb = f"{clause.adverb} " if clause.adverb else ""
    return Asked("deed", Recall(stem, f"{it} {adverb}{clause.verb} {clause.rest}."), "effect", trust=0.65)


def _says_which(subject: str, found: Statement, extract: Extract) -> bool:
    """Whether a subject has two words, or is a takeaway's one word that the lesson has for a term."""
    if len(subject.split()) > 1:
        return True
    name = squash(subject)
    return found.takeaway and any(squash(concept.term) == name for concept in extract.concepts[:_FIRST_TERMS])


_FIRST_TERMS = 8


def _goes_on(rest: str) -> bool:
    """Whether a clause of its own stands behind the verb's: ", and something else does …"."""
    return ", so " in rest or any(split_bare(rest[joint.end() :]) for joint in _JOINT.finditer(rest))


_JOINT = re.compile(r", (?:and|but) ")


_LONGEST_HEADING = 3


def _is_term_that_acts(clause: Clause, path: Sequence[str], extract: Extract) -> bool:
    """Whether the subject is a term of two words or more, or the section's own, and the words say what it does."""
    name = squash(without_article(clause.subject))
    terms = [c.term for c in extract.concepts if c.kind == "term" and " " in c.term]
    headings = path[-1:] if len(name.split()) <= _LONGEST_HEADING else ()
    known = any(squash(term).rstrip("s") == name.rstrip("s") for term in (*terms, *headings))
    return known and clause.helper != "did" and _POINTING.search(clause.rest) is None


_POINTING = re.compile(r"\b(?:this|these|those|such|you|your|we|our|it|they|here)\b", re.IGNORECASE)


def _expand_these(subject: str, extract: Extract) -> str:
    """``Understanding these themes`` with the family named; empty when "these" stands for nothing known."""
    found = re.search(r"\b(?:these|those|the) (?P<noun>\w+)s\b", subject)
    if not found:
        return "" if PRONOUN.match(subject) or " these " in subject else lower_first(subject, extract.lesson)
    for family in extract.findings:
        if isinstance(family, Family) and family.noun == found["noun"].casefold():
            names = ", ".join(_short_name(m) for m in family.members[:3])
            head = subject[: found.start()] + "the " + without_article(lower_first(family.name, extract.lesson))
            return lower_first(f"{head} ({names}, …){subject[found.end() :]}", extract.lesson)
    return ""


def _short_name(member: Member) -> str:
    """How a sentence would call a member whose heading is long: by its first other name."""
    return member.aliases[0] if member.aliases and " " in member.name else member.name.lower()


_DESTINATION = re.compile(r"^(?P<what>[^,;:—]{3,50}?) (?P<back>back )?to (?P<where>(?:the|an?) [^,;:—]{4,100})$")


def destination(found: Statement, extract: Extract) -> Asked | None:
    """S sends X back to Y.  →  Where does S send X back to?"""
    clause = split(text_of(found))
    match = _DESTINATION.match(clause.rest) if clause and clause.base in {"send", "return", "move", "bring"} else None
    if not clause or not match or PRONOUN.match(clause.subject):
        return None
    subject = subject_of(clause, extract)
    stem = f"Where {clause.helper} {subject} {clause.base} {match['what']} {match['back'] or ''}to?"
    return Asked("destination", Recall(stem, stated(match["where"])), "relation")


def duty(found: Statement, extract: Extract) -> Asked | None:
    """S must do X from A to B.  →  What must S do from A to B?"""
    clause = split(text_of(found)) if found.takeaway else None
    if (
        not clause
        or clause.verb not in {"must", "should"}
        or PRONOUN.match(clause.subject)
        or clause.subject[:3].lower() == "no "
    ):
        return None
    if re.search(r"[;:—]|\b(?:not|be)\b", clause.rest) or len(clause.rest.split()) > 22:
        return None
    tail = re.search(r"\s(?:from [\w-]+ to [\w-]+|(?:before|after|when|while|if|unless|in order to) .+)$", clause.rest)
    rest = clause.rest[: tail.start()] if tail else clause.rest
    if rest.startswith("have ") and not tail:
        stem = f"What {clause.verb} {subject_of(clause, extract)} have?"
        return Asked("duty", Recall(stem, stated(rest.removeprefix("have "))), "relation", trust=0.75)
    stem = f"What {clause.verb} {subject_of(clause, extract)} do{tail[0] if tail else ''}?"
    return Asked("duty", Recall(stem, stated(rest)), "relation", trust=0.75 if tail else 0.6)


def engine(found: Statement, extract: Extract) -> Asked | None:
    """The model is a Y: what it does.  →  What kind of thing does what Y does?  asked as a term."""
    match = re.match(
        r"^(?P<subject>[^,;:—]{3,60}?) (?P<be>is|are) (?P<what>an? [^,;:—]{4,50}): (?P<how>[^;:—]{8,140})$",
        text_of(found),
    )
    if not match or PRONOUN.match(match["subject"]) or "→" in match["how"]:
        return None
    subject = lower_first(match["subject"], extract.lesson)
    where = in_topic(extract, subject) if is_definite(subject) else ""
    stem = f"{upper_first(match['how'])}. What {match['be']} {subject}{where}, in a phrase?"
    term = without_article(match["what"])
    return Asked("engine", Short(stem, term), "definition", trust=0.65)


def _is_named(subject: str, found: Statement, extract: Extract) -> bool:
    """Whether the author sets a subject off, or uses it again."""
    return subject in found.place.block.emphasis or extract.lesson.text.lower().count(subject.lower()) > 1


_VAGUE = re.compile(
    r"\b(?:exceptions?|examples?|cases?|reasons?|problems?|(?:dis)?advantages?|benefits?|goals?|questions?|points?)$"
)


_ONE_OF_MANY = re.compile(
    r"^(?:an?|the) (?:[\w-]+ ){0,3}(?:example|concern|response|issue|ideal) (?:of|to|that|for)\b|"
    r"^(?:an?|the) (?:(?:very )?(?:important|common|key|major|basic|good|great|popular|main|big|large|useful|simple"
    r"|typical|crucial|essential|vital|significant|central|fundamental) )+(?:\w+ )?(?:form|type|kind|part|example|area"
    r"|aspect|element|topic|source|way|step|tool|case|feature|issue|role)s? "
)


_IS_A = re.compile(
    r"^(?P<subject>[^,;:—]{3,60}?) (?P<be>is|are) "
    r"(?:just |simply |merely |actually |essentially |basically )?"
    r"(?P<what>(?:an?|the) [^;:—]{3,60}? (?:that|which|who|whose|in which|where|of|for|between|you can"
    r"|used (?:to|for|as|in)) [^;:—]{6,180})$"
)


def is_a(found: Statement, extract: Extract) -> Asked | None:
    """S is a Y that Z.  →  What is S?  Only where Y says more than a noun."""
    match = _IS_A.match(text_of(found))
    if not match or PRONOUN.match(match["subject"]) or _VAGUE.search(match["subject"]) or not split(text_of(found)):
        return None
    if re.match(
        r"the (?:[A-Z][a-z]+ (?:of the )?){1,4}[A-Z][a-z]+$", match["subject"][:1].lower() + match["subject"][1:]
    ):
        return None  # a name, of which the sentence only remarks something
    if not says_what(match["what"]) or match["subject"].lower() in {"one", "another", "each", "both"}:
        return None
    if re.match(r"the \w+s$", match["subject"], re.IGNORECASE) or re.search(
        r"\band (?:\w+ly )?(?:differ|vary)\b", match["what"]
    ):
        return None
    if re.search(r",[^,]*\b(?:it|they) (?:is|are|has|have)\b", match["what"]) or _ONE_OF_MANY.match(match["what"]):
        return None
    if " or " in match["subject"] or not tells_apart(match["what"]):
        return None
    if opens_with_its_words(without_article(match["subject"]), match["what"]):
        return None
    if is_description(match["subject"]) and not _is_named(match["subject"], found, extract):
        return None
    subject = lower_first(match["subject"], extract.lesson)
    if subject[:1].isupper():
        subject = defined_phrase(subject, found.text, extract.lesson)
    if plural_subject(match["subject"]) != (match["be"] == "are"):
        return None
    where = in_topic(extract, subject) if is_definite(subject) else ""
    return Asked(
        "is-a", Recall(f"What {match['be']} {subject}{where}?", stated(match["what"])), "definition", trust=0.8
    )
