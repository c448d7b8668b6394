"""Gates: one chain that every candidate passes, whoever made it. A new gate is a module and a row in ``GATES``.

A gate never repairs: a doubtful item is dropped.
"""

from collections.abc import Iterable

from mediaquiz.gates import (
    about_course,
    appraisal,
    askable,
    borneout,
    choices,
    contradiction,
    defined,
    denials,
    direction,
    duplicate,
    form,
    generic,
    grounded,
    kindred,
    leak,
    markup,
    naming,
    numbering,
    oneanswer,
    overstated,
    ownnames,
    perishable,
    quantity,
    reasons,
    rival,
    roles,
    sequence,
    siblings,
    size,
    standalone,
    topicword,
    truth,
)
from mediaquiz.model.candidate import Candidate, Harvest, Refusal
from mediaquiz.model.concept import Extract
from mediaquiz.model.stages import Gate, Scene

GATES: tuple[tuple[str, str, Gate], ...] = (
    ("markup", "MQ214", markup.gate),
    ("about the course", "MQ210", about_course.gate),
    ("form", "MQ211", form.gate),
    ("asks", "MQ211", askable.gate),
    ("size", "MQ213", size.gate),
    ("stands alone", "MQ202", standalone.gate),
    ("generic answer", "MQ204", generic.gate),
    ("praise", "MQ204", appraisal.gate),
    ("names", "MQ206", naming.gate),
    ("an example's names", "MQ202", ownnames.gate),
    ("definition", "MQ206", defined.gate),
    ("topic word", "MQ205", topicword.gate),
    ("leak", "MQ203", leak.gate),
    ("answer fits", "MQ211", kindred.gate),
    ("numbering", "MQ215", numbering.gate),
    ("perishable", "MQ212", perishable.gate),
    ("options", "MQ207", choices.gate),
    ("grounded", "MQ201", grounded.gate),
    ("borne out", "MQ217", borneout.gate),
    ("true or false", "MQ217", truth.gate),
    ("numbers", "MQ217", quantity.gate),
    ("order", "MQ217", sequence.gate),
    ("siblings", "MQ217", siblings.gate),
    ("denials", "MQ217", denials.gate),
    ("direction", "MQ217", direction.gate),
    ("roles", "MQ217", roles.gate),
    ("cause and effect", "MQ217", reasons.gate),
    ("overstated", "MQ217", overstated.gate),
    ("contradiction", "MQ209", contradiction.gate),
    ("one answer", "MQ206", oneanswer.gate),
    ("no rival", "MQ206", rival.gate),
    ("duplicate", "MQ208", duplicate.gate),
)
"""Every gate with the problem code of its refusal; those that look at one item alone come first."""
OF_PROPOSALS = frozenset(
    module.gate for module in (borneout, truth, quantity, sequence, siblings, denials, direction, roles, reasons, rival)
)
"""Those that let pass whatever a rule of our own made."""


MOST = 200
"""How many items of one lesson may pass: far more than any lesson deserves, few enough to compare each with each."""


def sift(candidates: Iterable[Candidate], extract: Extract) -> Harvest:
    """The candidates that pass every gate, best first, and the refusals. Of two for one fact the better stays."""
    passed: list[Candidate] = []
    refused: list[Refusal] = []
    for candidate in sorted(candidates, key=lambda c: -c.value * c.trust):
        refusal = judge(candidate, Scene(extract, passed)) if len(passed) < MOST else _beyond(candidate)
        if refusal:
            refused.append(refusal)
        else:
            passed.append(candidate)
    return Harvest(tuple(passed), tuple(refused))


def _beyond(candidate: Candidate) -> Refusal:
    return Refusal(candidate, "MQ216", f"{MOST} better items of the lesson passed already")


def judge(candidate: Candidate, scene: Scene) -> Refusal | None:
    """The first gate's refusal, or None."""
    passes = frozenset() if candidate.item.proposed else OF_PROPOSALS
    for _, code, gate in GATES:
        if gate not in passes and (reason := gate(candidate, scene)):
            return Refusal(candidate, code, reason)
    return None
