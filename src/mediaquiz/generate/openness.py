"""Questions that a form may make and that many answers fit, or whose answer says too little."""

import re
from typing import NamedTuple

from mediaquiz.generate.asked import Asked
from mediaquiz.model.views import answer_text, prompt


class _Open(NamedTuple):
    """Forms, and what a question with its answer ("Why? -> Because …") looks like where it is open."""

    forms: frozenset[str]
    looks: re.Pattern[str]
    prose_only: bool = False


def _row(forms: str, looks: str, *, prose_only: bool = False) -> _Open:
    return _Open(frozenset(forms.split()), re.compile(looks, re.IGNORECASE), prose_only)


_TABLE: tuple[_Open, ...] = (
    # Many roads lead there.
    _row("how-you how-can", r"^How (?:can|do) you (?:improve|train|learn|enhance|boost|optimi[sz]e)\b"),
    _row("by-means", r"^How (?:can|does|do) .* gain insight\b"),
    _row("to-you", r"-> (?:Start|Begin) "),
    _row("to-you to-do", r"^What (?:do|must|should|can) you do to (?:start|begin|continue|proceed|go on)\b"),
    _row("condition happens", r"^What happens when \S+ (?:runs|starts|works|begins)\?"),
    # One of several uses, problems, parts.
    _row("used-for", r"^What can .+ be used for\?"),
    _row("one-of", r"^What is one of the (?:key|main|chief|major|biggest|central) "),
    _row("made-of", r"\bwhat (?:does|do) .+ (?:include|contain)\?", prose_only=True),
    _row("predicate", r" (?:crucial|important|essential|vital|critical|necessary) for\?|\brelated to\?"),
    _row("outcome", r" depend on\? -> (?:How|Whether) ", prose_only=True),
    _row("deed", r"-> (?:It|They) (?:involves?|combines?|operates?|plays?|includes?|represents?)\b"),
    _row("deed", r"-> (?:It|They) takes?\b(?! an?\b.* and )"),
    _row("thing-tells", r"^What (?:does|did) (?-i:[A-Z])[a-z]+ (?:state|say|argue|claim|propose|suggest|believe)\?"),
    _row("lets", r"^What (?:does|do|can) (?:learning|knowing|understanding|studying) "),
    _row("lets", r"^What (?:does|do|can) [^`?]+ help (?:you|us|one|people|somebody) do\?", prose_only=True),
    _row("what-object use-you", r"^(?!In (?-i:[A-Z]))", prose_only=True),
    _row("predicate", r" (?:similar to|aware of|combined with|interested in)\?| short for\? -> \W*\w+\W*$"),
    _row("happens", r"-> (?:It (?:is|was) an? |No |There (?:is|are) )"),
    # Compared, and nobody knows with what.
    _row("is-once", r"^(?!.* than )When (?:is|are) .* (?:\w{2,}(?<!numb)(?<!ord)er|more \w+|less \w+|worse)\?"),
    _row("which-side", r"^(?!.* than )Which [^:]*\b(?:higher|lower|more|less|fewer|greater|bigger|smaller) "),
    # The condition under which it holds stands elsewhere.
    _row("because", r"^[^?]*\b(?:may|might|some)\b", prose_only=True),
    _row("destination", r"^Where did ", prose_only=True),
    _row(
        "code-does",
        r"^(?!.* (?:of|for|to|with|in) (?:the )?`[^-])What does (?:the |an? )?(?:[a-z]+ )?`-",
        prose_only=True,
    ),
    # An answer by likeness, by origin, or by nothing.
    _row("is-a think-of", r"-> (?:The|An?) (?:[\w-]+ )?(?:equivalent|counterpart|opposite|reverse) of\b"),
    _row("think-of", r"-> (?:The|An?) (?:[\w-]+ )?version of\b"),
    _row("is-a", r"-> An? (?:contraction|abbreviation|acronym|portmanteau|short form) (?:of|for)\b"),
    _row("is-a", r"['’]s (?:outputs?|results?)\?|-> [^.]{0,40}\bof your\b"),
    _row("because", r"\b(?:offers?|has|have|plays?|provides?) (?:its|their) own\b"),
    _row("must-be", r"\b(?:must|should) be made [a-z]+\.$"),
    # A sentence cut in two.
    _row("because", r"-> Because (?:that|this)(?:['’]s| is)\b"),
    _row("because", r" that (?:as|when|if|while|although|because) [^,]+\.$"),
    _row("outcome", r"-> (?!.* than ).* more [a-z]+ly\b"),
    _row("by-means", r"^How (?:does|do) .+ (?:start|begin)\?|\b(?:allow|enable|let|help)s? .+ to [^?]+\? -> Using "),
    _row("must-not", r"\bnot\b.*\bnot do\?"),
    _row("engine", r" What (?:is|are) `"),
    _row("pair", r"-> [^$]*\$"),
)  # fmt: skip


def is_open(asked: Asked, *, takeaway: bool) -> bool:
    """Whether a form's question has many answers, or an answer that says too little; a takeaway is believed more."""
    whole = f"{prompt(asked.content)} -> {answer_text(asked.content)}"
    return any(
        asked.form in row.forms and not (takeaway and row.prose_only) and row.looks.search(whole) for row in _TABLE
    )
