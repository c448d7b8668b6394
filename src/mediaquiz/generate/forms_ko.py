"""Forms of Korean sentences that turn into a question safely; see ``forms`` for the English ones."""

from mediaquiz.generate.asked_ko import KoreanForm
from mediaquiz.generate.forms_ko_contrast import compared, not_but, unlike, whereas
from mediaquiz.generate.forms_ko_reason import cause, how_to, purpose, reason_named, two_sentences
from mediaquiz.generate.forms_ko_relation import argument, condition, means, members, sequence, used_for, when

FORMS_KO: tuple[KoreanForm, ...] = (
    reason_named, not_but, cause, purpose, whereas, unlike, how_to, condition, members, sequence,
    used_for, means, compared, when, argument,
)  # fmt: skip
"""All forms, the most telling first."""

PAIRS_KO: tuple[KoreanForm, ...] = (two_sentences, whereas)
"""Forms of two sentences that belong together."""
