"""Forms of English sentences that turn into a question safely: one small function each, tried in order.

A form returns None unless the whole sentence fits; it never guesses a subject and never resolves a pronoun.
"""

import re
from dataclasses import replace

from mediaquiz.generate.asked import Asked, Form, text_of
from mediaquiz.generate.english import lower_first, upper_first
from mediaquiz.generate.forms_advice import do_to, must_not, such_that, to_do, use_to, when_do, why_do
from mediaquiz.generate.forms_code import code_does
from mediaquiz.generate.forms_condition import condition
from mediaquiz.generate.forms_contrast import (
    advice,
    choose_by,
    comparative,
    differ,
    if_not,
    instead,
    more_than,
    none_alone,
    shift,
)
from mediaquiz.generate.forms_lead import happens_in
from mediaquiz.generate.forms_order import chain
from mediaquiz.generate.forms_predicate import (
    a_chief,
    called,
    considered,
    like,
    occurs,
    predicate,
    the_chief,
    where_kept,
)
from mediaquiz.generate.forms_purpose import kinds, made_of, outcome, purpose, unlike, used_for, uses, when_does
from mediaquiz.generate.forms_reason import because, by_means, consequence, is_when, that_is_why
from mediaquiz.generate.forms_relation import deed, destination, duty, effect, engine, is_a, lets, makes, passive
from mediaquiz.generate.forms_shift import shifted
from mediaquiz.generate.forms_subject import counted, depends, only_one, what
from mediaquiz.generate.known import opens_with_unknown
from mediaquiz.model.concept import Extract, Statement
from mediaquiz.model.item import ListAll, Recall, Short

_FORMS: tuple[Form, ...] = (
    chain, kinds, counted, depends, shift, shifted, none_alone, advice, choose_by, use_to, to_do, why_do, do_to,
    when_do, such_that, code_does, unlike, because, that_is_why, condition, consequence, comparative, more_than,
    only_one, differ, if_not, is_when, occurs, the_chief, called,
    used_for, uses, made_of, purpose, passive, by_means, where_kept, predicate, considered, instead, destination, lets,
    makes, effect, duty, must_not, engine, is_a, when_does, outcome, what, like, a_chief, deed,
)  # fmt: skip
"""The forms of whole sentences, the most telling first."""
_LEAD = re.compile(
    r"^(?P<lead>(?:in|during|under|within|at|among|after|before|without|with|for|on|over|through) "
    r"(?!this|that|these|those|such|other|addition|fact|general|contrast|turn|particular|short|it|them|our|my|his|her"
    r"|order|many|most|some|each|either|both|example|instance|\w+ing\b)[^,;:—\d]{3,60}), (?P<rest>[^;:—]{15,200})$",
    re.IGNORECASE,
)
_ASKS = re.compile(r"^(?:what|why|when|where|how|which) ", re.IGNORECASE)


def led(found: Statement, extract: Extract) -> Asked | None:
    """In Z, X does Y.  →  In Z, what does X do?  The words in front stay in front of whatever is asked of the rest."""
    match = _LEAD.match(text_of(found))
    if not match or opens_with_unknown(match["lead"].partition(" ")[2], extract):
        return None
    rest = replace(found, text=upper_first(match["rest"]))
    asked = next((asked for form in _FORMS if (asked := form(rest, extract))), None)
    if not asked or not isinstance(asked.content, Recall | Short | ListAll) or not _ASKS.match(asked.content.stem):
        return None
    stem = f"{match['lead']}, {lower_first(asked.content.stem, extract.lesson)}"
    return replace(asked, content=replace(asked.content, stem=stem))


FORMS: tuple[Form, ...] = (*_FORMS, led, happens_in)
"""All forms of English."""
