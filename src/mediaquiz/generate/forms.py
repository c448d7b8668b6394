"""Forms of English sentences that turn into a question safely: one small function each, tried in order.

A form returns None unless the whole sentence fits; it never guesses a subject and never resolves a pronoun.
"""

from mediaquiz.generate.asked import Form
from mediaquiz.generate.forms_condition import condition
from mediaquiz.generate.forms_contrast import advice, choose_by, comparative, differ, instead, none_alone, shift
from mediaquiz.generate.forms_order import chain
from mediaquiz.generate.forms_purpose import (
    code_does,
    do_to,
    kinds,
    made_of,
    outcome,
    purpose,
    unlike,
    use_to,
    used_for,
    uses,
    when_does,
)
from mediaquiz.generate.forms_reason import because, by_means, consequence, is_when, that_is_why
from mediaquiz.generate.forms_relation import deed, destination, duty, effect, engine, is_a, lets, makes, passive

FORMS: tuple[Form, ...] = (
    chain, kinds, shift, none_alone, advice, choose_by, use_to, do_to, code_does, unlike, because, that_is_why,
    condition, consequence, comparative, differ, is_when, used_for, uses, made_of, purpose, passive, by_means, instead,
    destination, lets, makes, effect, duty, engine, is_a, when_does, outcome, deed,
)  # fmt: skip
"""All forms, the most telling first."""
