"""Form of sentences that say what a command, an option or a word of code does."""

import re

from mediaquiz.generate.asked import PRONOUN, Asked, text_of
from mediaquiz.generate.english import lower_first
from mediaquiz.language.verbs import base_of
from mediaquiz.model.concept import Extract, Statement
from mediaquiz.model.item import Recall

_KINDS = (
    "command option flag function method keyword operator argument loop statement clause expression tag element"
    " attribute module package library decorator object variable file name identifier script service page field setting"
    " key directive parameter character symbol"
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
_EMPTY = frozenset("have look seem return become appear be get work nest live sit stand need want depend".split())
_GIVES = frozenset(("get", "return"))
_SOMETHING = re.compile(
    r"(?:the|an?|all|every|each|how|whether) (?!(?:value|result|output|number)s?\b)(?:[^\d`]+ ){3,}"
)
_FURTHER = re.compile(r"(?:,? so |, which (?:is|can|will) |; (?=(?:the )?`)|, but |\. ).*$")
_COUNTED = re.compile(
    r"(?:an?|one|two|three|four|\w+ or \w+|no) (?:[a-z]+ )?(?:arguments?|parameters?|values?|inputs?)"
)
"""How much it takes, and not what it does with it."""
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
        or PRONOUN.match(rest.removeprefix("to "))
        or len(rest) > _LONGEST
        or _COUNTED.fullmatch(rest)
        or (not found.takeaway and _A_FILE.search(match["code"]))
    ):
        return None
    subject, concept = lower_first(match["subject"], extract.lesson), match["code"].strip("`")
    if naming := _NAMING.get(base):
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


_HOW = re.compile(r"(?:only|just|\w+ly) [a-z]+s ")
_FEWEST = 2
