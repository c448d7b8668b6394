"""Gates: what they let pass and what they refuse; see ``tests/fixtures/gates``."""

import runpy
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from mediaquiz.extract import extract
from mediaquiz.gates import GATES, MOST, judge, sift
from mediaquiz.model.candidate import Candidate
from mediaquiz.model.concept import Extract
from mediaquiz.model.item import Choice, Cloze, Content, Item, ListAll, Order, Provenance, Recall, Short, TrueFalse
from mediaquiz.model.lesson import Lesson, Source
from mediaquiz.model.problem import CODES, Span
from mediaquiz.model.stages import Scene
from mediaquiz.readers import read
from mediaquiz.text import clean

FIXTURES = Path(__file__).parents[1] / "fixtures"
CASES = runpy.run_path(str(FIXTURES / "cases.py"))["cases"]("gates")


@dataclass(frozen=True)
class Line:
    """One expected line: the code, or ``ok``, and the item as a candidate."""

    code: str
    candidate: Candidate


def item(kind: str, asked: str, answer: str) -> Content:
    """An item from the notation of the case files."""
    match kind:
        case "recall":
            return Recall(asked, answer)
        case "short":
            return Short(asked, answer)
        case "cloze":
            return Cloze(asked.replace("____", f"{{{{{answer}}}}}"))
        case "list":
            return ListAll(asked, tuple(answer.split("; ")))
        case "choice":
            key, _, others = answer.partition(", not ")
            return Choice(asked, key, tuple(others.split(", ")))
        case "truefalse":
            right, _, correction = answer.partition("; ")
            return TrueFalse(asked, right == "true", correction)
        case "order":
            return Order(asked, tuple(answer.split("; ")))
        case _:
            raise AssertionError(f"no such type in case files: {kind}")


def line(number: int, text: str, quote: str) -> Line:
    head, _, rest = text.partition(" | ")
    code, kind = head.split()
    asked, _, answer = rest.partition(" -> ")
    recipe, _, plain = kind.rpartition(":")
    own, _, asked = asked.rpartition("] ")
    words = own.removeprefix("[") or quote
    made = Item("", item(plain, asked, answer), source=Provenance("0" * 12, recipe or "case", words))
    return Line(code, Candidate(made, Span("lesson.md", 1, 1), fact=f"fact {number}"))


def lines(case: Any) -> tuple[Extract, list[Line]]:
    text = clean(case.text)
    quote = next((part for part in text.split("\n") if part and not part.startswith("#")), "")
    found = extract(read(Source("lesson.md", text))[0])
    return found, [line(number, part, quote) for number, part in enumerate(case.expected)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_gates_judge(case: Any) -> None:
    found, expected = lines(case)
    passed: list[Candidate] = []
    got = []
    for one in expected:
        refusal = judge(one.candidate, Scene(found, passed))
        got.append((one.candidate.item.content, refusal.code if refusal else "ok"))
        if refusal is None:
            passed.append(one.candidate)
    assert got == [(one.candidate.item.content, one.code) for one in expected]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_sifting_loses_nothing_and_is_deterministic(case: Any) -> None:
    found, expected = lines(case)
    candidates = [one.candidate for one in expected]
    harvest = sift(candidates, found)
    assert harvest == sift(candidates, found)
    together = [*harvest.kept, *(refusal.candidate for refusal in harvest.refused)]
    assert sorted(map(id, together)) == sorted(map(id, candidates))
    assert all(refusal.reason and refusal.code in CODES for refusal in harvest.refused)


def test_every_gate_has_a_case() -> None:
    used = {one.code for case in CASES for one in lines(case)[1]}
    assert {code for _, code, _ in GATES} <= used


def test_the_codes_of_gates_are_in_the_table() -> None:
    assert {code for _, code, _ in GATES} <= set(CODES)


def test_a_proposal_rests_on_a_passage_not_on_a_page() -> None:
    text = " ".join(f"Lock {number} lifts barges by {number} metres." for number in range(40))
    found = extract(read(Source("lesson.md", text))[0])
    one = line(1, "MQ213 chat:short | How far does lock 7 lift barges? -> 7 metres", text)
    refusal = judge(one.candidate, Scene(found, []))
    assert refusal and (refusal.code, refusal.reason) == (one.code, "its quote is too long")


def test_no_more_pass_than_can_be_compared() -> None:
    endings = "arly enty onzo ulta imbo oggy appo iddo ekka ossu urra avva ebbe illu onno umma ecco".split()
    words = [first + ending for first in "bcdfghjklmnpqrst" for ending in endings]
    text = " ".join(f"The {word} lives in a {word[::-1]}." for word in words)
    made = [line(n, f"ok recall | Where does the {w} live? -> In a {w[::-1]}.", text) for n, w in enumerate(words)]
    found = Extract(Lesson("lesson.md", text=text), (), ())
    harvest = sift([one.candidate for one in made], found)
    assert len(harvest.kept) == MOST
    assert {refusal.code for refusal in harvest.refused} == {"MQ216"}
