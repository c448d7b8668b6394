"""Whether what a sentence says of a thing begins with what kind of thing it is."""

import re

_HEAD = re.compile(
    r"(?:an?|the|one|any) (?:[\w’'/-]+,? (?:and |or )?){0,5}?(?P<head>[\w’'/-]+)(?:,|$"
    r"| (?:that|which|who|whose|whom|where|in|of|for|between|among|to|from|with|without|by|on|at|when|about|as|such"
    r"|made|used|given|established|aimed|based)\b)"
)
_PRAISE = frozenset(
    "advantage aspect avenue basis benefit case category cause challenge characteristic combination component"
    " consequence consideration consolation cornerstone curse default disadvantage downside drawback"
    " element essence euphemism example fact factor feat feature figure first focus"
    " foundation hallmark ideal indication indicator ingredient issue key last lot majority manifestation matter"
    " milestone minority mistake mystery necessity next norm number obstacle one ones opposite origin outcome part"
    " parts pillar possibility precursor predictor prerequisite problem product punishment quality"
    " question reason representation rest result reward same second sign signpost solution"
    " source staple start subject symbol testament thing third topic trait "
    " triumph variety range host victim virtue warning weakness worst best".split()
)
"""Heads that praise, place, count or compare a thing, and do not say what it is."""
_SOMEBODY = frozenset(
    "man woman boy girl king queen writer author city town village country company friend philosopher"
    " sociologist psychologist economist scientist historian professor founder co-founder daughter son wife husband"
    " brother sister sage attorney lawyer father mother corporation ceo researcher president politician actor singer"
    " artist student teacher university website".split()
)
"""Heads of what tells who or which one a proper name is."""
_SUPERLATIVE = re.compile(r"the (?:most|least|very|only|main|primary|key|[a-z]+(?<!inter)(?<!mod)(?<!for)(?<!hon)est) ")


def says_what(meaning: str) -> bool:
    """Whether a meaning opens with a genus, and not with praise, a rank, or a part that the thing plays."""
    found = _HEAD.match(meaning)
    if _SUPERLATIVE.match(meaning):
        return False
    head = found["head"].lower() if found else ""
    return not (head in _PRAISE or head in _SOMEBODY)
