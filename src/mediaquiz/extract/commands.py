"""What the sentences of a lesson say that commands, options and pieces of notation do."""

import re
from collections.abc import Iterator

from mediaquiz.language.verbs import OTHERS_TOO, VERBS, base_of
from mediaquiz.text import cut_opening

_CODE = r"`[^`\s][^`]*`"
_KINDS = (
    r"(?:commands?|options?|flags?|switch|functions?|methods?|keywords?|operators?|arguments?|parameters?|signs?"
    r"|characters?|symbols?|notation|shortcut|modifiers?|statements?|clause|directive|variables?)"
)
_SUBJECT = (
    rf"(?P<the>(?:[Tt]he |[Aa]n? )?(?:{_KINDS} )?)(?P<code>{_CODE})(?: \([^()`]{{2,40}}\))?(?P<kind>(?: {_KINDS})?)"
    rf"(?P<of>(?: (?:of|for|to|with|in) (?:the )?{_CODE}(?: command)?)?)"
    r"(?P<bare>(?: on its own| without (?:an?|any) \w+)?)(?:,? which)?"
)
_VERB = (
    r"(?:(?P<will>(?:will|can)) )?(?:(?:simply|just|only|also|automatically|always|often|usually) )*(?P<verb>[a-z]+)"
)
_CLAUSE = re.compile(
    rf"(?:^|(?<=[;:] )|(?<=, )|(?<=\band )|(?<=\bwhile )|(?<=\bwhereas )|(?<=\bwhere )|(?<=\bso )|(?<=\bbut )"
    rf"|(?<=\buse )|(?<=\bnote that )|(?<=\bremember that )|(?<=\bmeans that ))"
    rf"{_SUBJECT} {_VERB} (?P<rest>[^;:]+)"
)
_NEXT = re.compile(
    rf",? (?:and|while|whereas|but|so) (?:(?:the|an?) )?(?:{_KINDS} )?{_CODE}(?: {_KINDS})?"
    rf"(?: (?:of|for|to) {_CODE})? [a-z]+\b.*$|, (?:the )?{_CODE} .*$"
    r"|, (?:so|but|which|while|whereas|because|regardless|rather than|as (?:shown|seen|described)) .*$|[.!] .*$"
)
"""Where a clause ends: the next one is about another command, or only goes on about this one."""
_AND_SO_ON = re.compile(r", and (?:better|also|more|so on)\b.*$")
_ASIDE = re.compile(r" ?\([^()]*\)")
_POINTS = re.compile(
    r"\b(?:this|these|those|everything|something|here|now|again|above|below|following|earlier|previous|such|I|he|she"
    r"|his|her|my|its? own|they|them|their|we['’]\w+|let['’]s|in fact|example)\b"
    r"|\b(?:to|into|in|from|of|for|with|by|on|at) that\b|\b(?:option|answer|line|step|command|number) \d"
    r"|\bthe (?:command|output|result)\b|\d{2}|\w\.\w{1,5}\b|://|\w/\w",
    re.IGNORECASE,
)
"""What only the example on the page shows."""
_OF_PAIRS = frozenset("docker podman gcloud az aws gh kubectl".split())
"""Those of which two more words make a command."""
_OF_MANY = frozenset(
    "apt az aws brew bundle cargo composer conda docker dotnet flask gcloud gem gh git go helm hg kubectl npm pip pnpm"
    " podman poetry rails rustup svn systemctl terraform uv yarn".split()
)
"""Programs whose commands are their second word."""
_QUOTED = re.compile(r"^(?:[\"“][^\"”]+[\"”]|'[^']+')")
_LEANS = re.compile(r"^(?:it|them|that|so|not)\b", re.IGNORECASE)
_EMPTY = frozenset(
    "be have look seem return become appear get work do come go contain take start support exist behave remain try"
    " expect hold need".split()
)
"""Verbs that say too little of a command, or tell of a state on the page."""
_SHOWN = frozenset("indicate mark precede".split())
"""What a sign does in one program's output."""
_FOREIGN = re.compile(
    r"\w\.\w{1,5}\b|://|\w/\w|\d{2}|[“”\"'\s]{2}|^`\W*\d*\W*\d\W*`$|^`[A-Z][a-z]+`$|^`[a-z]`$| \$[a-z]"
)
_PERSONS = ((re.compile(r"\b(?:we|us)\b"), "you"), (re.compile(r"\bour\b"), "your"))
_OPTION = re.compile(r"`-{1,2}[A-Za-z][\w-]*`")
_NAMED = re.compile(
    r"\b(?:tells?|allows?|lets?|forces?|makes?|causes?|to|of|with|for|in) (?P<command>`[a-z][\w-]*(?: [a-z][\w-]*)?`)"
)
_FEWEST, _MOST = 2, 26
_ONE_SIGN = 3
"""A single sign, which has a meaning in every notation."""


_IN_A_PHRASE = re.compile(r"\b(?:and|or|the|both) $", re.IGNORECASE)
_HERE = re.compile(r",? on (?:this|your) (?:computer|machine|system)\b")
_AFTER_NOUN = re.compile(r"(?:to|of|in|for|from|on|and|or|with|at|by)\b")
"""What shows that "values" or "uses" is a noun here."""
_CONDITION = re.compile(r"(?:if|when|whenever|unless|after|before|once|until|without|with|as|suppose)\b", re.IGNORECASE)
_GUESSED = re.compile(r"as (?:you|we|the name|always|usual)\b|with this\b", re.IGNORECASE)


_CALLED = re.compile(
    rf"\b(?:an?|the) (?:[\w-]+ ){{0,2}}?(?P<noun>(?!one\b)[a-z]+) (?:called|named) (?P<code>{_CODE})"
    rf"(?: (?:or|and) {_CODE})?,? (?:that|which) (?P<verb>[a-z]+s) (?P<rest>[^,;:.]+)"
)
"""A thing and its name in code, with what it does: "a file called `Makefile` that lists the targets"."""


_SHORT_FOR = re.compile(
    rf"(?P<code>{_CODE}),? (?:which )?(?:is|stands) (?:short )?for "
    rf"(?P<name>[\"“'‘][^\"”'’]{{3,40}}[\"”'’])(?=[,.;:)]|$)"
)


def deeds(sentence: str, around: str) -> Iterator[str]:
    """ "where `-n` numbers the lines and `-r` reverses them" as a sentence for each: "`-n` of `cat` numbers the lines."

    ``around`` is the paragraph and the code below it, where an option's command is looked for; an option whose command
    is not found says nothing.
    """
    if "`" not in sentence:
        return
    text = _HERE.sub("", sentence.strip().rstrip(".:!"))
    conditional = _CONDITION.match(text) and not _GUESSED.match(text)
    found = _CLAUSE.search(text)
    while found:
        rest = _AND_SO_ON.sub("", _ASIDE.sub("", _NEXT.sub("", found["rest"]))).strip(" ,")
        verb = "" if conditional else _verb(found)
        if verb and _says(found, rest) and (subject := _subject(found, sentence, around)):
            yield f"{subject} {verb} {_in_second_person(rest)}."
        found = _CLAUSE.search(text, found.start("rest"))
    if short := _SHORT_FOR.search(text):
        yield f"{short['code']} is short for {short['name']}."
    if (
        (called := _CALLED.search(text))
        and base_of(called["verb"]) not in {"", *_EMPTY}
        and not _POINTS.search(called["rest"])
    ):
        rest = _in_second_person(_ASIDE.sub("", called["rest"]))
        yield f"The {called['code']} {called['noun']} {called['verb']} {rest}."


def _in_second_person(text: str) -> str:
    for person, other in _PERSONS:
        text = person.sub(other, text)
    return text


def _verb(found: re.Match[str]) -> str:
    """What a clause says that its subject does, as it stands beside it; empty for a verb that says too little."""
    verb = found["verb"]
    base = verb if found["will"] and verb in VERBS else base_of(verb)
    if not base or base in _EMPTY or found["will"] == "can" or (not found["will"] and not verb.endswith("s")):
        return ""
    if (
        base in OTHERS_TOO
        and _AFTER_NOUN.match(found["rest"])
        and _IN_A_PHRASE.search(found.string[: found.end("the")])
    ):
        return ""
    if base in _SHOWN and not re.search(r"[a-z]", found["code"]):
        return ""
    return f"will {verb}" if found["will"] else verb


def _says(found: re.Match[str], rest: str) -> bool:
    """Whether a clause can be told without the page: no example's names, nothing that stands before it."""
    return (
        _FEWEST <= len(rest.split()) <= _MOST
        and not _POINTS.search(cut_opening(_QUOTED, rest))
        and not _LEANS.match(rest)
        and not _FOREIGN.search(found["code"])
        and (len(found["code"]) > _ONE_SIGN or found["bare"] != "")
    )


_ARTICLES = frozenset(("", "the", "a", "an"))


def _subject(found: re.Match[str], sentence: str, around: str) -> str:
    """The command, or the option with its command: "The `-a` option of `ls`"; empty where that stays unknown."""
    of = found["of"]
    if not of and _OPTION.fullmatch(found["code"]):
        command = _command(found["code"].strip("`"), sentence, around)
        of = f" of `{command}`" if command else ""
        if not command:
            return ""
    if _OPTION.fullmatch(found["code"]) and not found["kind"]:
        kind = found["the"].strip().rpartition(" ")[2].lower()
        return f"The {found['code']} {kind if kind not in _ARTICLES else 'option'}{of}{found['bare']}"
    the = found["the"] or ("the " if found["kind"] else "")
    subject = f"{the}{found['code']}{found['kind']}{of}{found['bare']}"
    return f"{subject[:1].upper()}{subject[1:]}"


def _command(option: str, sentence: str, around: str) -> str:
    """The command that an option belongs to: named in the sentence, or used with it in the paragraph or its code."""
    if named := _NAMED.search(sentence):
        return named["command"].strip("`")
    used = re.search(
        rf"(?:^|\$ |`)(?P<command>[a-z][\w-]*)(?P<more> [a-z][\w-]*)?(?P<third> [a-z][\w-]*)?"
        rf"(?: [^\n`|]*)? {re.escape(option)}(?![\w-])",
        around,
        re.MULTILINE,
    )
    if not used:
        return ""
    if used["command"] not in _OF_MANY:
        return used["command"]
    third = used["third"] if used["command"] in _OF_PAIRS else ""
    return f"{used['command']}{used['more'] or ''}{third or ''}"


_PROMPT = re.compile(r"^(?:\$|%|>|C:\\>) +(?P<command>\S.*)$")


def only_command(code: str) -> str:
    """The one command that a block of code shows: the line behind its only prompt, or its only line."""
    lines = [line for line in code.split("\n") if line.strip()]
    prompted = [found["command"].strip() for line in lines if (found := _PROMPT.match(line))]
    if prompted:
        return prompted[0] if len(prompted) == 1 else ""
    return lines[0].strip() if len(lines) == 1 and re.match(r"[a-z][\w-]*(?: |$)", lines[0]) else ""
