"""``mediaquiz analyze`` as a teacher runs it."""

import json
import os
from pathlib import Path

from terminal import Run

HEAD = "learner,item,seen,type,given,points,of,judged_by\n"


def results(folder: Path, learners: int = 6) -> Path:
    """A class whose better half knows what a shutter is."""
    rows = "".join(
        f"L{n},{item},,choice,{'yes' if n % 2 else '=no'},{n % 2},1,page\n"
        for n in range(learners)
        for item in ("question1", "question2")
    )
    path = folder / "results.csv"
    path.write_text(HEAD + rows, encoding="utf-8")
    return path


def test_a_report_without_any_course(run: Run, tmp_path: Path) -> None:
    done = run("analyze", str(results(tmp_path)), cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "6 learners, 2 questions (results.csv)" in done.stdout
    assert "question1" in done.stdout and "50%" in done.stdout
    assert list(tmp_path.glob("**/statistics.jsonl")) == []


def test_standard_input_and_json(run: Run, tmp_path: Path) -> None:
    text = results(tmp_path).read_text(encoding="utf-8")
    told = json.loads(run("--json", "analyze", "-", stdin=text).stdout)
    assert told["learners"] == 6 and told["tests"][0]["kr20"] is True
    assert {one["item"]: one["difficulty"] for one in told["items"]} == {"question1": 0.5, "question2": 0.5}
    assert told["items"][0]["discrimination"] == 1


def test_korean(run: Run, tmp_path: Path) -> None:
    done = run("--lang", "ko", "analyze", str(results(tmp_path)))
    assert "학습자 6명, 문제 2개" in done.stdout and "변별도" in done.stdout


def test_a_small_group_and_a_strange_file(run: Run, tmp_path: Path) -> None:
    done = run("analyze", str(results(tmp_path, 4)))
    assert done.returncode == 0
    assert "4 learners were in groups of fewer than five" in done.stdout
    assert "MQ713" in done.stderr
    (tmp_path / "strange.csv").write_text("a,b\n1,2\n")
    done = run("analyze", str(results(tmp_path)), str(tmp_path / "strange.csv"))
    assert done.returncode == 1 and "6 learners" in done.stdout
    assert "strange.csv:" in done.stderr and "error: MQ711" in done.stderr


def test_what_cannot_be_done(run: Run, tmp_path: Path) -> None:
    assert run("analyze").returncode == 2
    assert run("analyze", "none.csv").returncode == 3
    assert run("analyze", "-", "--save", " ").returncode == 2
    assert run("analyze", str(results(tmp_path)), "--save", "3b", cwd=tmp_path).returncode == 3
    done = run("analyze", str(results(tmp_path)), "--save", "3b")
    assert done.returncode == 0 and "Nothing was saved" in done.stdout


def test_figures_that_were_saved_stand_beside_the_items(run: Run, course: Path, tmp_path: Path) -> None:
    run("build")
    listed = [json.loads(line) for line in run("--json", "items", "list").stdout.splitlines()]
    item = next(one["id"] for one in listed if one["type"] not in ("recall", "practice"))
    path = tmp_path / "class.csv"
    path.write_text("learner,item,seen,given,points,of,judged_by\n" + "".join(
        f"L{n},{item},,x,{n % 2},1,page\nL{n},other,,x,{n % 2},1,page\n" for n in range(40)
    ), encoding="utf-8")  # fmt: skip
    done = run("analyze", str(path), "--save", "2026-3b")
    assert "decks/statistics.jsonl" in done.stdout, done.stdout + done.stderr
    assert "Tests: 40 answers, 50% right, discrimination 1.00" in run("items", "show", item).stdout
    assert "Tests: 40 answers" in run("items", "list").stdout
    told = json.loads(run("--json", "items", "show", item).stdout)["measured"]
    assert (told["n"], told["difficulty"], told["discrimination"]) == (40, 0.5, 1.0)
    (course / "decks" / "statistics.jsonl").write_bytes(b"{}\n")
    assert "MQ714" in run("items", "list").stderr
    assert "MQ714" in run("analyze", str(path)).stderr


def test_rows_for_statistics_programs_name_nobody(run: Run, tmp_path: Path) -> None:
    path, rows = tmp_path / "class.csv", tmp_path / "rows.csv"
    path.write_text(HEAD + "".join(
        f"{name},=cmd,,choice,secret,{at % 2},1,page\n{name},other,,choice,x,1,1,page\n"
        for at, name in enumerate(["Kim Min", "kim  min", "Lee", "박", "@SUM", "Zoe", ""])
    ), encoding="utf-8")  # fmt: skip
    assert run("analyze", str(path), "--rows", str(rows)).returncode == 0
    text = rows.read_text(encoding="utf-8-sig")
    assert text.splitlines()[0] == "learner,test,item,seen,question,share"
    assert len(text.splitlines()) == 1 + 6 * 2, "Kim Min is one learner"
    assert not any(part in text for part in ("Kim", "Lee", "박", "Zoe", "SUM", "secret"))
    assert "'=cmd" in text and "unnamed-6" in text
    again = tmp_path / "again.csv"
    run("analyze", str(path), "--rows", str(again))
    assert again.read_bytes() == rows.read_bytes(), "the same learner has the same pseudonym"
    key = tmp_path / "state" / "learners.key"
    assert os.name != "posix" or key.stat().st_mode & 0o077 == 0
    key.write_text("damaged")
    run("analyze", str(path), "--rows", str(again))
    assert again.read_bytes() != rows.read_bytes(), "another key, other pseudonyms"


def test_the_report_as_a_page(run: Run, tmp_path: Path) -> None:
    path, page = results(tmp_path), tmp_path / "report.html"
    done = run("analyze", str(path), "--html", str(page))
    assert f"Written: {page}" in done.stdout.replace("\n", "").replace("Written:/", "Written: /")
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert run("analyze", str(path), "--html", str(path)).returncode == 2
    assert path.read_text(encoding="utf-8").startswith(HEAD)
    assert run("analyze", str(path), "--html", str(tmp_path / "results.csv" / "x.html")).returncode == 4


def test_a_narrow_terminal_and_a_class_alone(run: Run, course: Path, tmp_path: Path) -> None:
    run("build")
    listed = [json.loads(line) for line in run("--json", "items", "list").stdout.splitlines()]
    path = tmp_path / "class.csv"
    item = next(one["id"] for one in listed if one["type"] not in ("recall", "practice"))
    rows = "".join(f"L{n},{item},,x,{n % 2},1,page\nL{n},other,,x,{n % 2},1,page\n" for n in range(6))
    path.write_text(f"learner,item,seen,given,points,of,judged_by\n{rows}", encoding="utf-8")
    run("analyze", str(path), "--save", "3a")
    path.write_text(f"learner,item,seen,given,points,of,judged_by\n{rows}L9,{item},,x,1,1,page\nL9,other,,x,1,1,page\n")
    assert "Together with the classes saved before: 3a" in run("analyze", str(path)).stdout
    alone = run("analyze", str(path), "--alone", COLUMNS="40").stdout
    assert "Together" not in alone
    assert max(map(len, alone.splitlines())) <= 40
