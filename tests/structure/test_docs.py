"""Docs that are made from the code are what the code says now."""

import runpy
from pathlib import Path

DOCS = Path(__file__).parents[2] / "docs"


def test_the_reference_is_up_to_date() -> None:
    made = runpy.run_path(str(DOCS / "generate.py"))["reference"]()
    assert made == (DOCS / "reference.md").read_text(encoding="utf-8"), "run: python docs/generate.py"


def test_the_table_of_exports_is_up_to_date() -> None:
    made = runpy.run_path(str(DOCS / "generate.py"))["exports"]()
    assert made == (DOCS / "exports.md").read_text(encoding="utf-8"), "run: python docs/generate.py"
    assert "| `choice` |" in made


def test_the_intervals_are_those_of_the_scheduler() -> None:
    made, page = runpy.run_path(str(DOCS / "intervals.py")), (DOCS / "scheduling.md").read_text(encoding="utf-8")
    assert made["page"](page) == page, "run: python docs/intervals.py"
    assert made["picture"]() == (DOCS / "img" / "intervals.svg").read_text(encoding="utf-8")
    assert "| 90% | 2 d | 11 d | 46 d | 163 d | 498 d |" in page


def test_the_course_and_its_glossary_are_those_of_the_lessons() -> None:
    book = runpy.run_path(str(DOCS / "coursebook.py"))
    assert book["course"]() == (DOCS / "course.md").read_text(encoding="utf-8"), "run: python docs/generate.py"
    assert book["glossary"]() == (DOCS / "glossary.md").read_text(encoding="utf-8"), "run: python docs/generate.py"


def test_a_term_is_defined_in_one_lesson_only() -> None:
    terms = [term.casefold() for term, _, _ in runpy.run_path(str(DOCS / "coursebook.py"))["defined"]()]
    assert len(terms) > 100 and {term for term in terms if terms.count(term) > 1} == set()


def test_the_rules_of_progress_are_up_to_date() -> None:
    made = runpy.run_path(str(DOCS / "generate.py"))["stats"]()
    assert made == (DOCS / "stats.md").read_text(encoding="utf-8"), "run: python docs/generate.py"
    assert "| Spark | 불씨 | 0 |" in made
