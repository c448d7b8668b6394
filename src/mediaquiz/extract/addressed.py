"""Sentences that speak to the reader and yet state something of the field: "Program memory stores your code".

What the reader has done, sees on the page or shall do next is none of the field's.
"""

import re

_SPEAKS = re.compile(r"\b(?:you|your)\b", re.IGNORECASE)
_OTHERS = re.compile(r"\b(?:I|me|my|mine|myself|he|she|his|him|we|our|us)\b", re.IGNORECASE)
_DONE = re.compile(
    r"\b(?:you|we)(?:['’](?:ll|ve|re|d)| (?:will|would|just|now|had|did|were|may|might|saw|made|built|wrote|got|took"
    r"|gave|ran|chose|set up|learn|see|saw|(?:have |already |first )?[a-z]{2,}ed)\b)",
    re.IGNORECASE,
)
_HERE = re.compile(
    r"^(?:to (?:see|learn|understand|show|illustrate|demonstrate|explore|begin|start|get)|your|for any|take|make sure"
    r"|once|imagine)\b|\b(?:now|so far|ready|first step|next (?:part|step)|lessons?|chapters?|sections?|assignments?"
    r"|projects?|guides?|tutorials?|exercises?|videos?|quiz|button|menu|tab|pane|portal|page|screen|pages|docs"
    r"|documentation|click|select|here|below|above|following|earlier|previous(?:ly)?|again|later|example|figure|table"
    r"|this|these|those|another|other|then)\b|[`\"“”?!:]|\d",
    re.IGNORECASE,
)
_LONGEST = 220


def tells_what_was_done(sentence: str) -> bool:
    """Whether a sentence tells what the reader did or is about to do: "the kiln you built"."""
    return "you" in sentence.lower() and _DONE.search(sentence) is not None


_OWN = re.compile(
    r"\b(?:the|an?) (?:[\w-]+ ){1,3}you (?:(?:have |already |first |just )*(?:built|made|wrote|got|took|saw|set up"
    r"|trained"
    r"|created|used|installed|added|learned|registered|downloaded|deployed|uploaded|published|collected))\b",
    re.IGNORECASE,
)


def is_of_the_readers_own(sentence: str) -> bool:
    """Whether a sentence speaks of a thing that the reader made or used on another page: "the kiln you built"."""
    return "you" in sentence and _OWN.search(sentence) is not None


def in_general(sentence: str) -> str:
    """A sentence that tells what anybody can do, must do or has; empty for every other sentence."""
    if not _SPEAKS.search(sentence) or _OTHERS.search(sentence) or len(sentence) > _LONGEST:
        return ""
    return "" if _DONE.search(sentence) or _HERE.search(sentence) else sentence
