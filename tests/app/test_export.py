"""From decks to pages and papers, through the real command."""

import json
import re
from collections.abc import Iterable
from pathlib import Path

import pytest
from shells import Shell

ID = re.compile(r"<code>([a-z0-9]{12})</code> <code>[0-9a-f]{12}</code>")


def ids(path: Path) -> list[str]:
    """The items of a key or a page, in its order."""
    text = path.read_text(encoding="utf-8")
    return ID.findall(text) or [question["id"] for question in data(path)["questions"]]


def data(path: Path) -> dict[str, list[dict[str, str]]]:
    text = path.read_text(encoding="utf-8")
    found: dict[str, list[dict[str, str]]] = json.loads(text.split('id="quiz">')[1].split("</script>")[0])
    return found


def files(folder: Path, pattern: str) -> list[str]:
    return sorted(path.name for path in folder.glob(pattern))


def test_a_test_in_two_forms_with_its_key(course: Shell) -> None:
    done = course("export", "html", "-n", "8", "--forms", "A,B", "--seed", "4", "-o", "test.html")
    assert done.returncode == 0
    assert done.stdout.split()[:3] == ["8", "items", "written"]
    assert files(course.folder, "test*") == ["test-A.html", "test-B.html", "test-key.html"]
    one, other = ids(course.folder / "test-A.html"), ids(course.folder / "test-B.html")
    assert len(one) == 8 and one != other and sorted(one) == sorted(other)
    assert ids(course.folder / "test-key.html") == [*one, *other]
    assert "Form A · seed 4" in (course.folder / "test-A.html").read_text(encoding="utf-8")


def test_the_same_command_writes_the_same_bytes(course: Shell) -> None:
    def made() -> dict[str, bytes]:
        assert course("export", "html", "-n", "5", "--forms", "A,B", "-o", "t.html").returncode == 0
        return {path.name: path.read_bytes() for path in course.folder.glob("t-*.html")}

    assert made() == made()


@pytest.mark.parametrize(
    "filters, fits",
    [
        (["--lesson", "pipeline"], lambda item: "pipeline" in item["deck"]),
        (["--type", "choice", "--type", "truefalse"], lambda item: item["type"] in ("choice", "truefalse")),
        (["--text", "model"], lambda item: "model" in f"{item['prompt']} {item['answer']}".lower()),
    ],
)
def test_filters_choose_what_goes_out(course: Shell, filters: list[str], fits: object) -> None:
    assert callable(fits)
    listed = [json.loads(line) for line in course("--json", "items", "list").stdout.splitlines()]
    wanted = {item["id"] for item in listed if item["status"] in ("ready", "approved") and fits(item)}
    assert course("export", "html", *filters, "-o", "some.html").returncode == 0
    assert wanted and set(ids(course.folder / "some.html")) == wanted


def test_filters_that_let_nothing_through_write_nothing(course: Shell) -> None:
    done = course("export", "html", "--lesson", "no such lesson", "-o", "none.html")
    assert done.returncode == 1
    assert "MQ503" in done.stderr
    assert files(course.folder, "none*") == []


@pytest.mark.parametrize("name", ["first.html", "first.md"])
def test_items_of_an_earlier_export_are_left_out(course: Shell, name: str) -> None:
    kind = "html" if name.endswith("html") else "markdown"
    assert course("export", kind, "-n", "6", "-o", name).returncode == 0
    assert course("export", "html", "--exclude", name, "-n", "6", "-o", "second.html").returncode == 0
    text = (course.folder / name).read_text(encoding="utf-8")
    second = ids(course.folder / "second.html")
    assert len(second) == 6 and not [one for one in second if one in text]


def test_an_earlier_file_of_something_else_is_told(course: Shell) -> None:
    (course.folder / "shopping.txt").write_text("bread")
    done = course("export", "html", "--exclude", "shopping.txt", "-o", "x.html")
    assert done.returncode == 0
    assert "shopping.txt: warning: MQ509 the file names no item of this course" in done.stderr
    assert course("export", "html", "--exclude", "gone.html").returncode == 3
    nothing = course("export", "html", "--exclude", "shopping.txt", "--lesson", "no such lesson")
    assert nothing.returncode == 1 and "MQ503" in nothing.stderr


BLUEPRINT = """
title: Foundations, a test
seed: 9
forms: [A, B]
exclude: [midterm-key.html]
pick:
  - {lesson: pipeline, n: 2, points: 3}
  - {difficulty: [easy, medium], n: 3}
"""


def test_a_blueprint_says_everything_once(course: Shell) -> None:
    assert course("export", "html", "-n", "4", "--forms", "A", "-o", "plans/midterm.html").returncode == 0
    (course.folder / "plans" / "midterm.html").unlink(missing_ok=True)
    (course.folder / "plans" / "test.yaml").write_text(BLUEPRINT)
    done = course("export", "html", "--blueprint", "plans/test.yaml", "-o", "final.html")
    assert (done.returncode, done.stderr) == (0, "")
    page = (course.folder / "final-B.html").read_text(encoding="utf-8")
    assert "<title>Foundations, a test – Form B · seed 9</title>" in page
    assert "5 questions · 9 points" in page
    assert not set(ids(course.folder / "final-B.html")) & set(ids(course.folder / "plans" / "midterm-key.html"))


def test_a_blueprint_that_cannot_be_filled_writes_nothing(course: Shell) -> None:
    (course.folder / "test.yaml").write_text("pick:\n  - {type: choice, n: 900}\n  - {lesson: pipeline, n: 400}\n")
    done = course("export", "html", "--blueprint", "test.yaml", "-o", "final.html")
    assert done.returncode == 1
    assert re.search(r"test\.yaml:2: error: MQ505 the blueprint is short: \d+ of 900 for choice\n", done.stderr)
    assert re.search(r"test\.yaml:3: error: MQ505 the blueprint is short: \d+ of 400 for pipeline\n", done.stderr)
    assert files(course.folder, "final*") == []


WRONG: dict[str, Iterable[str]] = {
    "--forms is not for anki": ("anki", "--forms", "A,B"),
    "--decks is not for html": ("html", "--decks", "track"),
    "--theme is not for markdown": ("markdown", "--theme", "x.yaml"),
    "leave -n out": ("html", "-n", "3", "--blueprint", "b.yaml"),
    "short names with commas": ("html", "--forms", "A,A"),
    "different short names": ("html", "--forms", "../A"),
    "a number, or a type and a number": ("html", "--points", "choice=lots"),
    "Invalid value for '-n'": ("html", "-n", "0"),
}


@pytest.mark.parametrize("told", WRONG)
def test_a_wrong_command_line_is_explained(course: Shell, told: str) -> None:
    done = course("export", *WRONG[told])
    assert done.returncode == 2
    assert told in " ".join(done.stderr.split())


def test_a_broken_template_leaves_the_older_file(course: Shell) -> None:
    (course.folder / "page.html").write_text("older")
    (course.folder / "own.html").write_text("<h1>\n{{ nothing }}")
    done = course("export", "html", "--template", "own.html", "-o", "page.html")
    assert done.returncode == 1
    assert "own.html:2: error: MQ506 the template cannot be used: 'nothing' is undefined" in done.stderr
    assert (course.folder / "page.html").read_text() == "older"
    (course.folder / "own.html").write_bytes(b"\0\1\2")
    assert "MQ506 The file is not text" in course("export", "html", "--template", "own.html", "-o", "page.html").stderr
    assert (course.folder / "page.html").read_text() == "older"


@pytest.mark.parametrize("option", ["--template", "--theme", "--blueprint", "--exclude"])
def test_a_file_that_is_not_there_is_named(course: Shell, option: str) -> None:
    done = course("export", "html", option, "gone.yaml")
    assert done.returncode == 3
    assert "gone.yaml" in done.stderr and files(course.folder, "*.html") == []


def test_the_page_speaks_the_language_that_was_asked_for(course: Shell) -> None:
    assert course("--lang", "ko", "export", "html", "-n", "3", "-o", "ko.html").returncode == 0
    page = (course.folder / "ko.html").read_text(encoding="utf-8")
    assert '<html lang="ko">' in page and "모두 확인하고 결과 보기" in page and 'lang="en">' in page


def test_programs_get_the_names_of_all_files(course: Shell) -> None:
    done = course("--json", "export", "markdown", "-n", "2", "--forms", "A", "--points", "2", "-o", "t.md")
    assert json.loads(done.stdout) == {"files": ["t-A.md", "t-key.md"], "items": 2, "problems": []}
    assert "4 points" in (course.folder / "t-A.md").read_text(encoding="utf-8")


def test_a_dash_is_standard_output(course: Shell) -> None:
    course("export", "csv", "-o", "there.csv")
    done = course("export", "csv", "-o", "-")
    assert done.returncode == 0
    assert done.stdout.splitlines() == (course.folder / "there.csv").read_text("utf-8").splitlines()
    assert not (course.folder / "-").exists()


@pytest.mark.parametrize("given", [("export", "html", "--forms", "A,B"), ("--json", "export", "csv")])
def test_standard_output_takes_one_thing(course: Shell, given: tuple[str, ...]) -> None:
    done = course(*given, "-o", "-")
    assert done.returncode == 2 and done.stdout == "" and "standard output" in done.stderr
