"""Forms of sentences on code: what it does, what kind of thing it is, how it is written."""

import re

from mediaquiz.generate.asked import PRONOUN, Asked, in_topic, is_definite, stated, text_of
from mediaquiz.generate.english import lower_first
from mediaquiz.language.genus import says_what
from mediaquiz.language.verbs import base_of
from mediaquiz.model.concept import Extract, Statement
from mediaquiz.model.item import Recall, Short

_KINDS = (
    "command option flag function method keyword operator argument loop statement clause expression tag element"
    " attribute module package library decorator object variable file name identifier script service page field setting"
    " key directive parameter character symbol query error line rule selector type constraint macro hook extension"
    " prefix suffix wildcard"
).split()
_CODE = re.compile(
    rf"^(?P<subject>(?:[Tt]he |[Aa]n? )?(?:(?:{'|'.join(_KINDS)}) |(?<=[Tt]he )[a-z][a-z-]+ )?"
    rf"(?P<code>`[^`]+`)(?: (?:{'|'.join(_KINDS)}))?"
    r"(?: (?:of|for|to|with|in) (?:the )?`[^`]+`(?: command)?)?(?: on its own| without (?:an?|any) \w+)?) (?P<rest>.+)$"
)
_NAMING = {
    "refer": "refer to", "mean": "mean", "stand": "stand for", "signal": "signal", "denote": "denote",
    "represent": "represent", "contain": "contain", "hold": "hold", "store": "store",
    "indicate": "indicate",
}  # fmt: skip
_A_FILE = re.compile(r" .*\w\.[a-z]\w{0,4}`$")
"""A command on a file of the example."""
_TWO_FILES = re.compile(r"`[^`]*\w\.[a-z]\w{0,4}` (?:and|or) `")
"""What a pattern stands for in the example's folder."""
_EMPTY = frozenset(
    "use accept expect support include have look seem return become appear be get work nest live sit stand need want"
    " depend".split()
)
_GIVES = frozenset(("get", "return"))
_SOMETHING = re.compile(
    r"(?:the|an?|all|every|each|how|whether) (?!(?:value|result|output|number)s?\b)(?:[^\d`]+ ){3,}"
)
_FURTHER = re.compile(r"(?:,? so |, which (?:is|can|will) |; (?=(?:the )?`)|, but |\. ).*$")
_COUNTED = re.compile(r"(?:[`\w]+ ){1,6}(?:arguments?|parameters?|values?|inputs?)")
"""How much it takes, and not what it does with it."""
_ONE = re.compile(r"\b(?:one|ones) (?:that|which|of)\b|\bones\b")
"""What only the sentence before names."""
_LONGEST = 160


def code_does(found: Statement, extract: Extract) -> Asked | None:
    """`cp` copies a file.  →  What does `cp` do?  —  `.` means X.  →  What does `.` mean?"""
    match = _CODE.match(text_of(found))
    how, _, said = match["rest"].partition(" ") if match and _HOW.match(match["rest"]) else ("", "", "")
    verb, _, rest = (said or match["rest"]).partition(" ") if match else ("", "", "")
    base = base_of(verb)
    rest = _FURTHER.sub("", rest)
    if (
        not match
        or not base
        or (base in _EMPTY and not (base in _GIVES and _SOMETHING.match(rest)))
        or not verb.endswith("s")
        or _SECOND_VERB.match(rest)
        or (rest.startswith("as ") and base not in _AS)
        or PRONOUN.match(rest.removeprefix("to "))
        or len(rest) > _LONGEST
        or _COUNTED.fullmatch(rest)
        or _ONE.search(rest)
        or (not found.takeaway and _A_FILE.search(match["code"]))
    ):
        return None
    subject, concept = lower_first(match["subject"], extract.lesson), match["code"].strip("`")
    if base in _AS and rest.startswith("as ") and not how:
        asks = Recall(f"What does {subject} {base} as?", f"{rest[3:4].upper()}{rest[4:]}.")
        return Asked("code-does", asks, "relation", 0.85, concept)
    if naming := _NAMING.get(base):
        if _TWO_FILES.match(rest):
            return None
        what = rest.removeprefix(f"{naming.partition(' ')[2]} ") if " " in naming else rest
        return Asked(
            "code-means",
            Recall(f"What does {subject} {naming}?", what[:1].upper() + what[1:] + "."),
            "effect",
            0.85,
            concept,
        )
    if len(rest.split()) < _FEWEST or base in match["subject"]:
        return None  # "`sort` sorts its input"
    does = f"It {how} {verb} {rest}." if how else f"It {verb} {rest}."
    return Asked("code-does", Recall(f"What does {subject} do?", does), "effect", 0.85, concept)


_AS = frozenset("act serve function work behave operate appear count double".split())
"""What is done as something: "serves as a container"; a noun before "as" is no deed ("treats the `go` lines as")."""
_SECOND_VERB = re.compile(r"\(|(?:are|were|is|was|have|has|can|will|must|should|may|make|do|get|become|need|allow)\b")
"""What shows that the word before it is a noun: "`else` blocks make up …"."""
_HOW = re.compile(r"(?:only|just|\w+ly) [a-z]+s ")
_FEWEST = 2


_POINTS = re.compile(r"\b(?:this|these|those|here|above|below|following|previous|it|its|their|our|your)\b|\d", re.I)
_WRITTEN = re.compile(
    r"^(?P<lead>(?:on|in|with|at) [^,;:—]{3,40}, )?(?P<what>[^,;:—]{3,60}?) (?P<be>is|are) "
    r"(?P<how>written|typed|spelled|abbreviated|denoted|expressed)(?: as| like| by)? (?P<code>`[^`]{2,40}`)"
    r"(?P<where>, where .{4,160})?$",
    re.IGNORECASE,
)


def written_as(found: Statement, extract: Extract) -> Asked | None:
    """X is written as `Y`, where …  →  How is X written?"""
    match = _WRITTEN.match(text_of(found))
    if not match or PRONOUN.match(match["what"]):
        return None
    lead = match["lead"] or ""
    what = match["what"] if lead else lower_first(match["what"], extract.lesson)
    word = "how" if lead else "How"
    stem = f"{lead}{word} {match['be']} {what} {match['how']}?"
    answer = f"{match['code']}{match['where'] or ''}"
    content = Recall(stem, stated(f"As {answer}")) if match["where"] else Short(stem, match["code"])
    return Asked("written-as", content, "relation", 0.85)


_CODE_IS = re.compile(
    r"^(?P<subject>(?:(?:an?|the) )?`[^`]+`(?: [a-z]+)?) (?P<be>is|are) (?P<what>an? (?:[\w’-]+,? ){2,5}[\w’-]+"
    r"|(?:an?|the) (?:[\w’-]+ ){0,2}(?:command|function|method|property|operator|keyword|element|tag|type|class|module"
    r"|library|package|option|flag) (?:to|that|for|of|which) [^;:—]{6,100})(?:,? (?:and|but) (?:is|are|has|can) .*)?$",
    re.IGNORECASE,
)
_NO_KIND = re.compile(r"\b(?:great|good|useful|important|common|popular|powerful|simple|special|relative|called|lot)\b")


def code_is(found: Statement, extract: Extract) -> Asked | None:
    """A `b` is a K.  →  What is a `b`?"""
    match = _CODE_IS.match(text_of(found))
    if not match or not says_what(match["what"]) or _NO_KIND.search(match["what"]) or _POINTS.search(match["what"]):
        return None
    subject = lower_first(match["subject"], extract.lesson)
    where = in_topic(extract, subject) if is_definite(subject) else ""
    return Asked("is-a", Recall(f"What {match['be']} {subject}{where}?", stated(match["what"])), "definition", 0.75)
