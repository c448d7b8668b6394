"""Questions that a form may make and that many answers fit, or whose answer says too little."""

import re
from typing import NamedTuple

from mediaquiz.generate.asked import Asked
from mediaquiz.model.concept import Statement
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
    _row("how-you", r"^How (?:can|do) you (?:improve|train|learn|enhance|boost|optimi[sz]e)\b"),
    _row("by-means", r"^How (?:can|does|do) .* gain insight\b|\bwork best\?"),
    _row(
        "how-you to-you to-do use-to",
        r"\b(?:find out|learn|discover|read|explore) more\b"
        r"|-> [^.]*\bonline (?:\w+ ){0,2}(?:simulation|test|quiz|video|course|game)s?\b",
    ),
    _row("to-you to-do", r"-> (?:Understand|Know|Learn|Familiarize|Be aware|Become familiar)\b", prose_only=True),
    _row("to-you to-do", r"\bto [^?]*\b(?:these|those)\b(?! (?:who|that|which|of)\b)[^?]*\?"),
    _row("outcome", r"-> [^.]* (?:on|of|in|at|for|with|by|from)\.$"),
    _row("code-does", r"-> It documents\b|^(?!.*`[^`]* [^`]*`)[^?]*\?(?=.* with (?:the )?`-)", prose_only=True),
    _row("to-you to-do", r"-> (?-i:[A-Z])[a-z]+ (?:it|them|this|that|these|those)\b(?! [a-z]+s\b)", prose_only=True),
    _row("use-to", r"-> The (?:information|status|same) ", prose_only=True),
    # Half of what is done: into what, by what, enough for what.
    _row(
        "by-means how-you means-of how-done",
        r"-> (?:By )?(?:dividing (?!.*\b(?:by|into|in)\b)|multiplying (?!.*\b(?:by|with|and|together)\b))",
    ),
    _row(
        "by-means how-you means-of",
        r"-> By asking (?:themselves|yourself|oneself|you|others)\.|-> [^.]* (?:that|which) (?:includes?|is|you)[.,]",
    ),
    _row("why-you purpose", r"\benough [a-z]+\?"),
    _row("holds-that", r"-> That (?:certain|various)\b"),
    _row("to-you", r"-> (?:Start|Begin) "),
    _row("to-you to-do", r"^What (?:do|must|should|can) you do to (?:start|begin|continue|proceed|go on)\b"),
    _row("condition happens", r"^What happens when \S+ (?:runs|starts|works|begins)\?"),
    # One of several uses, problems, parts.
    _row("used-for", r"^What can .+ be used for\?"),
    _row("one-of", r"^What is one of the (?:key|main|chief|major|biggest|central) "),
    _row("made-of", r"\bwhat (?:does|do) .+ (?:include|contain)\?", prose_only=True),
    _row(
        "predicate",
        r" (?:crucial|important|essential|vital|critical|necessary|required|short) for\?"
        r"|\b(?:related|linked|connected|similar|applied|dedicated|limited) to\?|\b(?:aware|capable) of\?| read from\?"
        r"|\b(?:dependent|reliant) on\?|\b(?:combined|concerned|interested|associated) (?:with|in)\?",
    ),
    # Of which many things are true.
    _row(
        "means-that",
        r"^(?:In [^,]+, )?what (?:does|do) (?:(?-i:the [A-Z]{2,}) |[a-z]+ing |an? |the (?!term\b|word\b)|low|high"
        r"|[a-z]+er )"
        r"| (?:still|even|only|just) mean\?",
        prose_only=True,
    ),
    _row("what", r"^What (?:raises|encourages|increases) ", prose_only=True),
    _row("passive", r"^(?!.* (?:caused|defined) by\?)[^`]*$", prose_only=True),
    _row("should-be", r"-> (?:With (?:\w+ )?(?:caution|care)\b|By an? certain )"),
    _row("outcome", r"\bwhat can (?!.* (?:replace|store|hold)\?)", prose_only=True),
    _row("outcome", r" (?:reinforce|carry|limit|trigger|describe|explain|involve|reveal)\?", prose_only=True),
    _row("effect", r"^What did [a-z]+ing\b| contain\?", prose_only=True),
    _row("happens", r"^What can you do (?!.*-> .*`)|\byou are [a-z]+ing\b|-> Skip ", prose_only=True),
    _row("condition", r"\byou are (?:done|young|ready)\b", prose_only=True),
    _row("condition happens", r"\bas time |\bseems?\b.*\?|\bif and when\b|, but the\b.*\?| (?:needed|had) .*would\b"),
    _row("condition happens", r"-> (?:It|They) (?:is not|are not|may|might|can|ask|think) "),
    _row("condition happens", r"(?-i:\b(?:Player|Person|Company|Firm|Student) [A-Z]\b)| one\?"),
    _row("condition happens", r"\byour (?:school|parents|mother|friends?|physical|job|workforce)\b", prose_only=True),
    _row("condition", r"\byou do (?:if|when)[^?]*\? -> (?:Decide|Follow|Take the time|Expect|Weigh|Use whatever) "),
    _row("outcome", r"\bwhat would ", prose_only=True),
    _row("thing-tells", r" involve\?|\bwhat do [^?]*(?:scientists|scholars|researchers)\b", prose_only=True),
    _row("when-does", r"\bwhen (?:do|does|did|are|is) (?:most|many) ", prose_only=True),
    _row("condition happens", r"\bwhat can (?!you\b|`)[^?]+ do (?:if|when|once|as)\b", prose_only=True),
    _row("why-you", r"\bwhy (?:may|can) you\b", prose_only=True),
    _row("how-done", r"-> (?:From|To|Between) "),
    _row("to-you", r"-> (?:Find out|Look up|Check|Decide|Consider|Think) "),
    _row("outcome", r" depend on\? -> (?:How|Whether) ", prose_only=True),
    _row(
        "deed",
        r"-> (?:It|They) (?:(?:often|usually|also|[a-z]+ly) )?(?:involves?|combines?|operates?|plays?|includes?"
        r"|represents?|uses?|states?)\b",
    ),
    _row("predicate", r"\bthought of\?|-> As "),
    # A symbol that only the page says the meaning of.
    _row("because by-means condition happens", r"^(?:(?:once|when|if) )?\$[^$]*\$ (?!\$)", prose_only=True),
    _row("condition happens", r"\b(?:if|when|as|once) some\b[^?]*\?", prose_only=True),
    _row("deed", r"-> (?:It|They) (?:comes?|stems?|results?|arises?|derives?) from\b"),
    _row("deed", r"-> (?:It|They) takes?\b(?! an?\b.* and )"),
    _row("thing-tells", r"^What (?:does|did) (?-i:[A-Z])[a-z]+ (?:state|say|argue|claim|propose|suggest|believe)\?"),
    _row("lets", r"^What (?:does|do|can) (?:learning|knowing|understanding|studying) "),
    _row("lets", r"^What (?:does|do|can) [^`?]+ help (?:you|us|one|people|somebody) do\?", prose_only=True),
    _row("thing-tells outcome", r"\b(?:involve|represent)\?(?! -> (?-i:[A-Z])[a-z]+ing )", prose_only=True),
    _row("happens", r"-> (?:It (?:is|was) an? |No |There (?:is|are) )"),
    _row("how-you", r"-> With (?!the `|`)"),
    # Compared, and nobody knows with what.
    _row("attribute aim whose-idea", r"-> Not "),
    _row("because", r"^(?:In [^,]+, )?(?:keep in mind|note that|remember|recall)\b", prose_only=True),
    _row("lets", r"^What does (?-i:[A-Z][a-z]+) (?:allow|let|enable|help) you (?:to )?do\?", prose_only=True),
    _row("is-a", r"^(?:In [^,]+, )?what are [^?]*\? -> (?:The|An?) [a-z]+(?:,|\.)"),
    _row("which-side", r"^(?!.* than )Which [^:]*\b(?:higher|lower|more|less|fewer|greater|bigger|smaller) "),
    # The condition under which it holds stands elsewhere.
    _row("because", r"^[^?]*\b(?:may|might)\b|^some\b", prose_only=True),
    _row("destination", r"^Where did ", prose_only=True),
    _row(
        "code-does",
        r"^(?!.* (?:of|for|to|with|in) (?:the )?`[^-])What does (?:the |an? )?(?:[a-z]+ )?`-",
        prose_only=True,
    ),
    # What it is good for, is told of, or does in one case.
    _row(
        "code-does",
        r"^(?![^?]*\b(?:option|flag|parameter|argument|attribute|file|field|key)\b).*-> It (?:\w+ly )?(?:documents"
        r"|describes|serves as|participates|provides|offers|supports|belongs|specifies|defaults|acts as|plays"
        r"|involves|comes|starts|lives)\b|-> .*\bwith the `-|-> It returns the original\b",
        prose_only=True,
    ),
    _row("is-a", r"\bwhat (?:is|are) (?:the )?(?:[a-z]+ )?\$[^$?]{1,8}\$(?: and [^?]*)?\?", prose_only=True),
    _row("is-a", r"-> [^?]*\b(?:for|of|to|in) that [a-z]+ (?:that|which)\b"),
    _row(
        "is-a",
        r"\bwhat is an? (?:\w+ly )?(?:important|typical|popular|useful|famous|well-known|crucial|vital|possible|major"
        r"|common [a-z-]+ [a-z]+|frequent|good|great)\b"
        r"|-> The (?:[\w-]+ )?(?:choice|option|favou?rite|backbone|workhorse|granddaddy|heart|king|queen)\b",
        prose_only=True,
    ),
    _row("what-is-the is-a", r"-> Something that (?:is|can be) (?:very |quite |really )?[a-z]+[.]?$"),
    # An answer by likeness, by origin, or by nothing.
    _row("is-a think-of", r"-> (?:The|An?) (?:[\w-]+ )?(?:equivalent|counterpart|opposite|reverse) of\b"),
    _row("think-of", r"-> (?:The|An?) (?:[\w-]+ )?version of\b"),
    _row("is-a", r"-> An? (?:contraction|abbreviation|acronym|portmanteau|short form) (?:of|for)\b"),
    _row("is-a", r"['’]s (?:outputs?|results?)\?|-> [^.]{0,40}\bof your\b"),
    _row("because", r"\b(?:offers?|has|have|plays?|provides?) (?:its|their) own\b"),
    _row("is-when", r"^(?!.* than )When (?:is|are) .* more \w+\?", prose_only=True),
    # A purpose of nothing that anybody does.
    _row("purpose", r"^(?:In [^,]+, )?Why (?:does|do|did) .*\b(?:allow|let|enable|show|below|above)\b"),
    # A sentence cut in two.
    _row("is-when", r"^When (?:is|are) .* (?:what|how) "),
    _row("when-does", r"\b(?:consider|find|make) it\b"),
    _row("when-does", r"\bmay\b(?![^?]* be )[^?]*\?|\bthings (?:change|happen|work|go)\b", prose_only=True),
    _row("when-does by-means passive", r" best (?:understood|seen|viewed|described|explained|studied)\b"),
    _row(
        "when-does",
        r"-> (?:When|If) (?:and|[a-z]+ing (?!.*\b(?:that|which|who|what|how|whether|if)\b)[^,]* (?:will|can|could"
        r"|would|must|should|is|are|was|were|has|have))\b",
    ),
    _row("when-does", r"-> [^.]* (?:but|and then) [a-z]+s [a-z]"),
    _row("is-when", r" for\?"),
    _row("when-does", r",? especially\?|\b(?:at a|during the) time\b|\b(?:not|some)\b.*\?"),
    _row("purpose", r"\bwhy (?:will|must|would|may|can) |\b(?:let|allow|enable|help|make)\b[^?]*\? -> So that"),
    _row("purpose", r"\b(?:them|it|below|above)\b[^?]*\?|\bto [a-z]+\?"),
    _row("purpose", r"-> To (?:achieve|reach|get|do) (?:the|this|that|it)\b.{0,14}$"),
    _row("because", r"-> Because (?:that|this)(?:['’]s| is)\b"),
    _row("because", r" that (?:as|when|if|while|although|because) [^,]+\.$"),
    _row("outcome", r"-> (?!.* than ).* more [a-z]+ly\b"),
    _row("by-means", r"-> Using [^.]* and [^.]* using |-> By [^.]*, by [^.]*, (?:and|or) by "),
    _row("how-you", r"\b(?:you|we) are\?"),
    _row("who-held who-did", r" (?:in|of|to|for|with|by)\?|, \w+ly \w+ed\?"),
    _row("where-kept", r" hold that "),
    _row("made-to", r"\brequire [^?]*\b(?:less|more|data|time|effort|money) to do\?"),
    _row("condition happens", r"-> [^`]*\b(?:and if|otherwise)\b"),
    # A second condition, the end of the first, or no result at all.
    _row("condition happens", r"-> (?:even )?(?:if|when|unless|regardless|based on|in spite|despite)\b"),
    _row("happens", r"-> (?:\S{1,3} =|(?-i:[A-Z])\w{0,2}, ) "),
    _row(
        "condition happens",
        r"-> (?:[a-z]+ )?(?:problems?|errors?|issues?|difficulties|conflicts?) (?:can|may|could|will|might)"
        r" (?:arise|occur|happen|result|appear)\.",
    ),
    _row(
        "condition happens",
        r"-> [^.]*\b(?:is|are|becomes?) (?:(?:very|quite|much|the|relatively) )?(?:simpl(?:e|er|est)|eas(?:y|ier|iest)"
        r"|hard(?:er|est)?|difficult|straightforward|important|helpful|useful)\b(?! (?:to|for|than|as)\b)",
    ),
    _row(
        "condition happens",
        r"\bones? (?:is|are|was|were|has|have|isn|aren|can)\b[^?]*\?|\bunderstand (?:that|this)\?",
    ),
    _row("condition happens", r"-> .*\b(?:as well|too)\.$|\b(?:outlined|described|given|shown|listed) here\b"),
    _row("by-means", r"^How (?:does|do) .+ (?:start|begin)\?|\b(?:allow|enable|let|help)s? .+ to [^?]+\? -> Using "),
    _row("predicate", r"\bvery (?:useful|important|good|helpful) for\?"),
    _row("because", r" presumably\."),
    _row("by-means", r"\brel(?:y|ies) on "),
    _row("relies-on", r" range from\?"),
    _row("engine", r" What (?:is|are) `|\bfollowing$"),
    _row("pair", r"-> [^$]*\$"),
    # What one picture of the page shows, and orders for it.
    _row(
        "outcome predicate is-a",
        r"^What (?:does|do|did|is|are) (?:the |an? )?(?:[\w-]+ ){0,2}(?:histogram|scatter (?:plot|diagram)"
        r"|bar (?:chart|graph)|line (?:graph|plot)|data ?set|plot|graph|chart|diagram)"
        r" (?:of|on|for|above|below|with)\b",
        prose_only=True,
    ),
    _row("when-does", r"-> (?:When|If) it comes to "),
    _row("effect", r" call\?"),
    _row("section-deed deed", r"-> (?:It|They) (?:acts?|behaves?|serves?|functions?) (?:like|as)\b"),
    _row("lets with-you", r"-> Do (?:many |other )?things\b"),
)  # fmt: skip


_FORMS = frozenset[str]().union(*(row.forms for row in _TABLE))
_BY_FORM = {form: tuple(row for row in _TABLE if form in row.forms) for form in _FORMS}
_DOUBT = re.compile(r"\b(?:sometimes|perhaps|possibly|probably|rarely|seldom)\b", re.IGNORECASE)
"""Without these a sentence says more than it said."""


def is_open(asked: Asked, found: Statement) -> bool:
    """Whether a form's question has many answers, says too little or more than its sentence; a takeaway is believed
    more."""
    whole = f"{prompt(asked.content)} -> {answer_text(asked.content)}"
    rows = (row for row in _BY_FORM.get(asked.form, ()) if not (found.takeaway and row.prose_only))
    return any(row.looks.search(whole) for row in rows) or _loses_doubt(found, whole) or _is_further(asked, found)


_TELL = frozenset(("is-a", "are-a", "which-kind"))
_ALSO = re.compile(r"^(?:[\w’'$`#-]+ ){1,6}?(?:(?:is|are|has|have|can) )?also\b", re.IGNORECASE)


def _is_further(asked: Asked, found: Statement) -> bool:
    """Whether a sentence adds to what its thing is already: "A delta is also a …"."""
    return asked.form in _TELL and not found.takeaway and _ALSO.match(found.place.quote) is not None


def _loses_doubt(found: Statement, whole: str) -> bool:
    """Whether a word of doubt of the sentence stands in neither question nor answer."""
    opening = " ".join(found.place.quote.split(" ", 2)[:2])
    return any(word[0].lower() not in whole.lower() for word in _DOUBT.finditer(f"{opening} {found.text}"))
