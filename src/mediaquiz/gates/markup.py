"""Gate: plain text only: no markup, no box characters, no addresses."""

import re

from mediaquiz.model.candidate import Candidate
from mediaquiz.model.stages import Scene
from mediaquiz.model.views import answer_text, options, prompt

_MARKUP = re.compile(
    r"\]\(|!\[|\*\*(?!/)|(?<!`)```|^:{3,}|</?[a-z][^>\n]*>|\{\{|\}\}|\{:|&(?:nbsp|amp|lt|gt|quot|#\d+);"
    r"|\|\s*-{3,}|\[\^|^#{1,6} |[─│┌└├┼▶◀◄╔]|\[\[|\]\]|https?://"
    r"|:(?:numref|label|eqref|cite)[a-z]*:|\\(?:frac|mathbf|begin|text)\b",
    re.MULTILINE | re.IGNORECASE,
)
_SIGN = re.compile(r"[\[\]*`:<>{}&|#\\─│┌└├┼▶◀◄╔]")
"""One of these stands in whatever ``_MARKUP`` finds."""


def gate(candidate: Candidate, scene: Scene) -> str | None:
    """Refuses leftovers of the page's own notation in anything that the learner reads."""
    content = candidate.item.content
    text = "\n".join([prompt(content), answer_text(content), *options(content)])
    found = _MARKUP.search(text) if _SIGN.search(text) else None
    return f"it holds markup ({found[0]!r})" if found else None
