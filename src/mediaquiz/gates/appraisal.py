"""Gate: "What is X?" is answered by what X is, not by how good, how important or how well known it is."""

import re

from mediaquiz.model.candidate import Candidate
from mediaquiz.model.item import Recall
from mediaquiz.model.stages import Scene

_WHAT_IS = re.compile(r"^(?:in [^,?]{2,40}, )?what (?:is|are|was|were) [^?]+\?$", re.IGNORECASE)
_WORTH = (
    r"important|useful|essential|key|crucial|vital|critical|central|significant|major|main|common|popular|frequent"
    r"|good|great|better|best|excellent|perfect|ideal|valuable|powerful|strong|helpful|convenient|effective|natural"
    r"|necessary|integral|fundamental|classic|typical|prime|notable|famous|well-known|interesting|striking|staggering"
    r"|promising|prominent|leading|worthwhile|serious|big|huge|real|true|obvious|easy|simple|wonderful|terrible"
)
_APPRAISES = re.compile(
    rf"^(?:an?|the|one of the|some of the)? ?(?:(?:very|more|most|particularly|extremely|increasingly|truly|so|such"
    rf"|also|another|an?) )*(?:{_WORTH})\b(?:(?:,| and| but| or) (?:\w+ )?\w+)? "
    r"(?:parts?|pieces?|aspects?|elements?|components?|ingredients?|factors?|features?|ways?|steps?|means"
    r"|measures?|sources?|avenues?|examples?|points?|resources?|skills?|topics?|issues?|concerns?|problems?|questions?"
    r"|choices?|options?|places?|things?|ideas?|concepts?|reasons?|roles?|considerations?|thinkers?|figures?|events?|moments?|challenges?|advantages?"
    r"|start|step|case)\b",
    re.IGNORECASE,
)
_VERY = re.compile(rf"^(?:an? )?(?:very|extremely|incredibly|really|quite|particularly) (?:{_WORTH})\b", re.IGNORECASE)


def gate(candidate: Candidate, scene: Scene) -> str | None:
    """Refuses praise in the place of a definition."""
    content = candidate.item.content
    if candidate.item.proposed or not isinstance(content, Recall) or not _WHAT_IS.match(content.stem):
        return None
    if _APPRAISES.match(content.answer) or _VERY.match(content.answer):
        return "its answer says how good it is, not what it is"
    return None
