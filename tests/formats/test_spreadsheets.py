"""Tables that spreadsheets open: read by a real one's library, never run as formulas, lengths kept."""

import csv
import io

import openpyxl
import pytest
from quiz_bank import items, shipment

from mediaquiz.formats import reader, writer
from mediaquiz.formats.csvtable import safe, unsafe
from mediaquiz.formats.kahoot import HEAD, LONGEST_ANSWER, LONGEST_QUESTION
from mediaquiz.model.arrival import Parcel
from mediaquiz.model.item import Choice, Item, Recall, TrueFalse

FORMULAS = ["=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "=cmd|' /C calc'!A0", "'=1", "＝1+1", "-"]


@pytest.mark.parametrize("text", [*FORMULAS, "plain", "'quoted'", "-5", "+3.14", "100%", "", "'"])
def test_no_cell_is_a_formula_and_every_cell_comes_back(text: str) -> None:
    cell = safe(text)
    assert not cell.startswith(("=", "@", "\t", "\r", "＝")) and (cell == text or cell == f"'{text}")
    assert not (cell.startswith(("+", "-")) and not cell[1:].replace(".", "").isdigit())
    assert unsafe(cell) == text


def test_a_csv_has_no_cell_that_a_spreadsheet_runs() -> None:
    hostile = [Item(f"f{n:02d}aaaaaaaaa", Recall(text.strip(), text.strip())) for n, text in enumerate(FORMULAS)]
    data, _ = writer("csv")(shipment(*hostile))
    cells = [cell for row in csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")) for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]
    assert data.startswith(b"\xef\xbb\xbf")


def rows(data: bytes) -> list[tuple[object, ...]]:
    """The sheet as a spreadsheet's library reads it."""
    return list(openpyxl.load_workbook(io.BytesIO(data)).active.iter_rows(values_only=True))


def test_a_kahoot_sheet_has_questions_answers_times_and_keys() -> None:
    asked = [
        Item("k00aaaaaaaaa", Choice("어느 것이 도시인가요?", "서울", ("한강", "=1+1"))),
        Item("k01aaaaaaaaa", TrueFalse("Tea is a leaf.", False), lang="en"),
    ]
    data, problems = writer("kahoot")(shipment(*asked))
    sheet = rows(data)
    assert sheet[7][1:] == HEAD
    number, question, *options, seconds, right, name = sheet[8]
    assert (number, question, seconds, name) == (1, "어느 것이 도시인가요?", 30, "k00aaaaaaaaa")
    assert {*options} == {"서울", "한강", "=1+1", None}
    assert options[int(str(right)) - 1] == "서울"
    assert sheet[9][2:4] == ("True", "False") and sheet[9][7] == "2"
    assert [problem.code for problem in problems] == ["MQ502", "MQ502"]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (Choice("x" * (LONGEST_QUESTION + 1), "a", ("b",)), "has 121 characters"),
        (Choice("x", "a" * (LONGEST_ANSWER + 1), ("b",)), "has 76 characters"),
        (Choice("x", "a", ("b", "c", "d", "e")), "has 5 options"),
    ],
)
def test_what_is_too_long_for_a_kahoot_is_refused_and_never_cut(content: Choice, reason: str) -> None:
    _, problems = writer("kahoot")(shipment(Item("k00aaaaaaaaa", content)))
    assert "MQ501" in {problem.code for problem in problems}
    assert any(reason in problem.message for problem in problems)


def test_exactly_fitting_texts_go_out() -> None:
    content = Choice("x" * LONGEST_QUESTION, "a" * LONGEST_ANSWER, ("b",))
    data, problems = writer("kahoot")(shipment(Item("k00aaaaaaaaa", content)))
    assert not [problem for problem in problems if problem.code == "MQ501"]
    assert rows(data)[8][1] == content.stem


def test_a_csv_of_all_types_opens_in_any_order_of_columns() -> None:
    data, _ = writer("csv")(shipment())
    table = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    out = io.StringIO()
    csv.writer(out, delimiter="\t").writerows([row[::-1] for row in table])
    arrival, _ = reader("csv")(Parcel("x.tsv", out.getvalue().encode()))
    assert [one.item for one in arrival.items] == list(items())


def test_the_context_of_a_question_comes_back_from_a_csv() -> None:
    item = Item("c00aaaaaaaaa", Recall("What is a stop?", "A step of exposure."), context="Exposure")
    data, _ = writer("csv")(shipment(item))
    arrival, _ = reader("csv")(Parcel("quiz.csv", data))
    assert [one.item.context for one in arrival.items] == ["Exposure"]
