"""Results files of every kind, as they come and as they break: what is read stands in ``results/golden.txt``.

After a wanted change, ``MEDIAQUIZ_GOLDEN=write pytest tests/formats/test_results.py`` writes it anew: read it.
"""

import csv
import io
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediaquiz.app.resultsfile import sheets
from mediaquiz.errors import NotFound
from mediaquiz.formats.results import RESULTS, Found, kind_of, read
from mediaquiz.formats.results.table import head
from mediaquiz.model.problem import Problem
from mediaquiz.model.results import Response

FOLDER = Path(__file__).parent / "results"
GOLDEN = FOLDER / "golden.txt"
FILES = sorted(path for path in FOLDER.iterdir() if path.suffix in (".csv", ".json"))


def shown(found: Found) -> Iterator[str]:
    """A sheet or a problem as people read it."""
    if isinstance(found, Problem):
        yield str(found).replace(f"{FOLDER}{os.sep}", "")
        return
    told = [f"learner {found.learner!r}", found.test, found.started, f"attempt {found.attempt}" * bool(found.attempt)]
    yield f"line {found.span.start}: {' · '.join(filter(None, told))}"
    yield from (f"  {_answer(response)}" for response in found.responses)


def _answer(one: Response) -> str:
    what = " ".join(filter(None, (one.item, one.seen, one.type, one.text)))
    share = "not judged" if one.share is None else f"{one.share:.2f}" + " by the learner" * one.self_judged
    key = "" if one.key is None else f" (key {one.key!r})"
    return f"{what} → {list(one.given) if one.given else 'nothing'} = {share}{key}"


def test_every_file_is_read_as_it_was() -> None:
    text = "".join(
        f"# {path.name}\n" + "".join(f"{line}\n" for found in sheets(path) for line in shown(found)) + "\n"
        for path in FILES
    )
    if os.environ.get("MEDIAQUIZ_GOLDEN") == "write":
        GOLDEN.write_text(text, encoding="utf-8")
    assert text == GOLDEN.read_text(encoding="utf-8")


def test_every_kind_has_a_file() -> None:
    kinds = set()
    for path in FILES:
        lines = iter(path.read_text(encoding="utf-8-sig", errors="replace").splitlines(keepends=True))
        kinds.add(kind_of(head(lines, [])))
    assert set(RESULTS) <= kinds


@pytest.mark.parametrize("kind", ["page.csv", "moodle-responses.csv", "moodle-grades.csv", "canvas.csv", "page.json"])
@given(data=st.data())
def test_damage_never_raises(kind: str, data: st.DataObject) -> None:
    text = (FOLDER / kind).read_text(encoding="utf-8-sig")
    at = data.draw(st.integers(0, len(text)))
    other = data.draw(st.text(alphabet='",;\t\r\n{}[]:=+-@0x\u202e\x1b가', max_size=6))
    cut = data.draw(st.integers(0, 40))
    for found in read(io.StringIO(text[:at] + other + text[at + cut :], newline=""), "x.csv"):
        assert isinstance(found, Problem) or found.responses is not None


def test_hostile_cells_are_clean() -> None:
    text = "learner,item,seen,given,points,of\r\n\x1b[31mL,a,b,\u202eevil\x07,1,1\r\n"
    (found,) = read(io.StringIO(text, newline=""), "x.csv")
    assert not isinstance(found, Problem)
    assert found.learner == "[31mL" and found.responses[0].given == ("evil",)


def test_a_cell_that_never_ends_is_told() -> None:
    text = 'learner,item,seen,given,points,of\r\nL,a,b,"' + "x" * (csv.field_size_limit() + 9)
    (found,) = read(io.StringIO(text, newline=""), "x.csv")
    assert isinstance(found, Problem) and found.code == "MQ712"


def test_json_that_is_nested_without_end_is_told() -> None:
    (found,) = read(["[" * 200_000], "x.json")
    assert isinstance(found, Problem) and found.code == "MQ711"


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        list(sheets(tmp_path / "none.csv"))
    with pytest.raises(NotFound):
        list(sheets(tmp_path))
