"""The forms of English that are tried when the others have said nothing, and what shows that they may fit."""

from mediaquiz.generate.asked import Form
from mediaquiz.generate.forms_ease import eases, not_used
from mediaquiz.generate.forms_naming import called_its, called_when, some_called
from mediaquiz.generate.forms_role import CUES_ACTING, acts_as, code_is
from mediaquiz.generate.forms_told import (
    TELLING_TO,
    makes_so,
    named_so,
    order_which,
    should_be,
    tells_to,
    way_to,
)
from mediaquiz.generate.shown import present

LAST: tuple[Form, ...] = (
    tells_to, named_so, way_to, should_be, makes_so, order_which, called_its, called_when, some_called, eases,
    not_used, acts_as, code_is,
)  # fmt: skip
"""In their order."""
_NAMING = "called known termed referred dubbed"
CUES_LAST: dict[Form, str] = {
    tells_to: present(TELLING_TO), named_so: "called known referred termed", way_to: "way ways",
    should_be: "must should", makes_so: "make makes", order_which: "which", called_its: _NAMING, called_when: _NAMING,
    some_called: _NAMING, acts_as: CUES_ACTING, code_is: "`", eases: "make makes", not_used: "not never cannot",
}  # fmt: skip
"""As in ``forms``."""
