"""Forms of English sentences that turn into a question safely: one small function each, tried in order.

A form returns None unless the whole sentence fits; it never guesses a subject and never resolves a pronoun.
"""

from mediaquiz.generate.asked import Form
from mediaquiz.generate.forms_advice import do_to, must_not, such_that, use_to, when_do, why_do
from mediaquiz.generate.forms_code import code_does
from mediaquiz.generate.forms_condition import condition
from mediaquiz.generate.forms_contrast import advice, choose_by, comparative, differ, instead, none_alone, shift
from mediaquiz.generate.forms_order import chain
from mediaquiz.generate.forms_predicate import a_chief, like, occurs, predicate, the_chief, where_kept
from mediaquiz.generate.forms_purpose import kinds, made_of, outcome, purpose, unlike, used_for, uses, when_does
from mediaquiz.generate.forms_reason import because, by_means, consequence, is_when, that_is_why
from mediaquiz.generate.forms_relation import deed, destination, duty, effect, engine, is_a, lets, makes, passive

FORMS: tuple[Form, ...] = (
    chain, kinds, shift, none_alone, advice, choose_by, use_to, why_do, do_to, when_do, such_that, code_does, unlike,
    because, that_is_why, condition, consequence, comparative, differ, is_when, occurs, the_chief, used_for, uses,
    made_of, purpose, passive, by_means, where_kept, predicate, instead, destination, lets, makes, effect, duty,
    must_not, engine, is_a, when_does, outcome, like, a_chief, deed,
)  # fmt: skip
"""All forms, the most telling first."""
