"""Forms of Korean sentences that turn into a question safely; see ``forms`` for the English ones."""

from mediaquiz.generate.asked_ko import KoreanForm
from mediaquiz.generate.forms_ko_condition import condition
from mediaquiz.generate.forms_ko_contrast import compared, not_but, unlike, whereas
from mediaquiz.generate.forms_ko_how import allows, because_of, by_what, how_does, stands_for
from mediaquiz.generate.forms_ko_nominal import code_is, equal, has_side, holds, kinds, meaning, only_if, side
from mediaquiz.generate.forms_ko_option import by_option
from mediaquiz.generate.forms_ko_reason import (
    cause,
    how_to,
    purpose,
    reason_named,
    this_means,
    two_sentences,
    what_for,
)
from mediaquiz.generate.forms_ko_relation import (
    argument,
    every_time,
    means,
    members,
    sequence,
    used_for,
    when,
)
from mediaquiz.generate.forms_ko_use import how_can, how_done, lets, must, only, tool, with_what
from mediaquiz.generate.forms_ko_way import doing_means, helps, in_steps, in_what_way, part, rests_on, stops_when
from mediaquiz.generate.forms_ko_which import which_one

FORMS_KO: tuple[KoreanForm, ...] = (
    reason_named, side, code_is, not_but, part, rests_on, in_what_way, by_option, doing_means, in_steps,
    stands_for, by_what, because_of,
    cause, tool, which_one, purpose, whereas, unlike, with_what, how_can,
    allows, how_does, how_done, how_to, must, only_if, equal,
    condition, kinds, members, sequence, holds, used_for, means, has_side, meaning, lets, compared, when, every_time,
    only, stops_when, helps, argument,
)  # fmt: skip
"""All forms, the most telling first."""

PAIRS_KO: tuple[KoreanForm, ...] = (two_sentences, whereas, what_for, this_means)
"""Forms of two sentences that belong together."""
