"""The cues of the forms hide no form: whatever a form makes of a sentence, its cue stands in that sentence."""

import runpy
from pathlib import Path
from typing import Any

import pytest

from mediaquiz.extract import extract
from mediaquiz.generate.asked import text_of
from mediaquiz.generate.forms import FORMS, fitting
from mediaquiz.generate.forms_behind import CLAUSE_FORMS, may_fit
from mediaquiz.language.clauses import halves, split
from mediaquiz.model.concept import Place, Statement
from mediaquiz.model.lesson import Block, Role, Source
from mediaquiz.model.problem import Span
from mediaquiz.readers import read
from mediaquiz.text import clean

_CASES = runpy.run_path(str(Path(__file__).parents[1] / "fixtures" / "cases.py"))["cases"]("generators")


@pytest.mark.parametrize("case", _CASES, ids=lambda case: case.name)
def test_a_form_that_fits_a_sentence_is_tried_on_it(case: Any) -> None:
    text = case.text.strip()
    lesson, _ = read(Source("lesson.md", clean(text if "\n" in text else f"# Rivers\n\n## Key points\n\n- {text}\n")))
    found = extract(lesson)
    for told in found.findings:
        if isinstance(told, Statement):
            for sentence in (told.text, *halves(told.text)):
                statement = Statement(sentence, told.place, takeaway=True)
                fits = {form.__name__ for form in FORMS if form(statement, found)}
                assert fits <= {form.__name__ for form in fitting(FORMS, statement)}


@pytest.mark.parametrize("case", _CASES, ids=lambda case: case.name)
def test_a_clause_that_a_form_asks_is_looked_at(case: Any) -> None:
    lesson, _ = read(Source("lesson.md", clean(f"# Rivers\n\n{case.text.strip()}\n")))
    found = extract(lesson)
    for told in found.findings:
        clause = split(text_of(told)) if isinstance(told, Statement) else None
        assert not clause or may_fit(clause) or not any(form(clause, found) for form in CLAUSE_FORMS)


def _statement(sentence: str) -> Statement:
    block = Block(Role.PROSE, sentence, Span("lesson.md"))
    return Statement(sentence, Place(block, 1, sentence))


@pytest.mark.parametrize(
    ("sentence", "left_out"),
    [
        ("A weir slows the river.", {"because", "comparative", "kinds", "called", "engine"}),
        ("A weir slows the river.", {"do_to", "who_must", "condition", "made_to", "led"}),
        ("A weir is cheaper than a dam, because it is low.", {"kinds", "called", "engine", "lets"}),
    ],
)
def test_forms_without_a_cue_are_left_out(sentence: str, left_out: set[str]) -> None:
    assert left_out.isdisjoint(form.__name__ for form in fitting(FORMS, _statement(sentence)))
