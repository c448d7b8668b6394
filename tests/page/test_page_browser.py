"""Quiz pages in Chromium: every type by keyboard and by mouse, scoring, results, hostile texts, no network."""

import csv
import io
import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import combinations, permutations
from pathlib import Path
from threading import Thread
from typing import Any

import papers
import pytest
from browser import Learner, answer_all, chromium, needs_chromium, write_page
from paper_text import needs_poppler, pages

from mediaquiz.model.item import Choice, Cloze, Content, Item, ListAll, Match, Multi, Order, Recall, Short, TrueFalse
from mediaquiz.model.stages import Shipment

pytestmark = needs_chromium


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as started:
        yield started


@pytest.fixture
def open_page(browser: Any, tmp_path: Path) -> Iterator[Any]:
    """Opens a shipment's page."""
    opened: list[Learner] = []

    def start(shipment: Shipment, **context: Any) -> Learner:
        opened.append(Learner(browser, write_page(tmp_path, shipment), **context))
        return opened[-1]

    yield start
    for learner in opened:
        assert learner.faults == []
        assert [url for url in learner.requests if not url.startswith(("file:", "data:", "blob:"))] == []
        learner.close()


def wrong_answers(content: Content) -> list[Content]:
    """What else could be answered to a content, as contents of which it would be the right answer."""
    match content:
        case Choice(distractors=distractors):
            return [replace(content, key=option) for option in distractors]
        case TrueFalse(answer=answer):
            return [replace(content, answer=not answer)]
        case Multi(key=keys, distractors=distractors):
            options = (*keys, *distractors)
            chosen = [some for n in range(1, len(options) + 1) for some in combinations(options, n)]
            return [replace(content, key=some) for some in chosen if set(some) != set(keys)]
        case Order(sequence=sequence):
            return [replace(content, sequence=other) for other in permutations(sequence) if other != sequence][:9]
        case Match(pairs=pairs):
            lefts, rights = zip(*pairs, strict=True)
            others = [tuple(zip(lefts, some, strict=True)) for some in permutations(rights)]
            return [replace(content, pairs=other) for other in others if other != pairs]
        case ListAll(members=members):
            return [replace(content, members=(*members[:at], "oven", *members[at + 1 :])) for at in range(len(members))]
        case Short():
            return [replace(content, answer=text) for text in ("salt", "yeast and salt", "yeas")]
        case Cloze():
            return [replace(content, text="{{inside}}"), replace(content, text="{{crusts}}")]
        case _:
            return []


def check_scores(learner: Learner, shipment: Shipment, answers: list[Content]) -> None:
    """The key scores full, everything else less: ``answers`` holds what is given to each question."""
    for number, (question, given) in enumerate(zip(shipment.forms[0].questions, answers, strict=True), start=1):
        learner.fill(number, question, given)
        learner.check(number)
        right = given == question.item.content
        assert (learner.points(number) == question.points) == right, f"{given} for {question.item.content}"


def test_every_type_is_answered_by_keyboard_alone(open_page: Any) -> None:
    shipment = papers.every_type()
    learner = open_page(shipment)
    for number, question in enumerate(shipment.forms[0].questions, start=1):
        learner.answer_by_keyboard(number, question)
    learner.tab_to("#finish")
    learner.press("Enter")
    assert learner.score() == "11 of 11 points"
    assert learner.page.evaluate("document.activeElement.id") == "result-title"


@pytest.mark.slow
def test_every_type_is_answered_by_mouse_on_a_phone(open_page: Any) -> None:
    shipment = papers.every_type()
    learner = open_page(shipment, width=360, has_touch=True)
    answer_all(learner, shipment.forms[0])
    assert learner.score() == "11 of 11 points"
    assert learner.page.evaluate("document.documentElement.scrollWidth") == 360
    assert learner.page.locator("#score").text_content().endswith("Everything right.")


@pytest.mark.slow
def test_the_key_scores_full_and_every_wrong_answer_scores_less(open_page: Any) -> None:
    rows = [(content, given) for content in papers.CONTENTS.values() for given in (content, *wrong_answers(content))]
    rows = [(content, given) for content, given in rows if wrong_answers(content)]
    shipment = papers.shipment(papers.deck({f"copy{at:03}": content for at, (content, _) in enumerate(rows)}))
    assert len(rows) > 40
    check_scores(open_page(shipment), shipment, [given for _, given in rows])


def test_a_broken_key_is_found(browser: Any, tmp_path: Path) -> None:
    shipment = papers.shipment(papers.deck({"choice": papers.CONTENTS["choice"]}))
    path = write_page(tmp_path, shipment)
    page = path.read_text(encoding="utf-8")
    broken = re.sub(r'"right": \[(\d)\]', lambda found: f'"right": [{(int(found[1]) + 1) % 4}]', page)
    assert broken != page
    path.write_text(broken, encoding="utf-8")
    learner = Learner(browser, path)
    with pytest.raises(AssertionError, match="Choice"):
        check_scores(learner, shipment, [papers.CONTENTS["choice"]])
    learner.close()


@pytest.mark.slow
def test_partial_answers_get_their_share(open_page: Any) -> None:
    contents = {name: papers.CONTENTS[name] for name in ("multi", "match", "list", "order")}
    shipment = papers.shipment(papers.deck(contents))
    learner = open_page(shipment)
    half = {
        "multi": replace(contents["multi"], key=("flour",)),
        "match": replace(contents["match"], pairs=(("salt", "slows"), ("sugar", "softens"), ("fat", "browns"))),
        "list": replace(contents["list"], members=("Pick-up", "cleanup", "baking")),
        "order": replace(contents["order"], sequence=("knead", "proof", "cool", "bake")),
    }
    found = {}
    for number, question in enumerate(shipment.forms[0].questions, start=1):
        learner.fill(number, question, half[question.item.type])
        learner.check(number)
        found[str(question.item.type)] = learner.points(number)
    assert found == {"multi": 0.5, "match": 0.33, "list": 0.67, "order": 0.5}


@pytest.mark.slow
def test_feedback_says_what_was_right_why_and_where_it_stands(open_page: Any) -> None:
    shipment = papers.shipment(papers.deck({"choice": papers.CONTENTS["choice"], "short": papers.CONTENTS["short"]}))
    learner = open_page(shipment)
    learner.fill(1, shipment.forms[0].questions[0], replace(papers.CONTENTS["choice"], key="rice flour"))
    assert learner.check(1) == "✗ Not right · 0 / 1 point"
    box = learner.page.locator("#q1")
    assert box.locator(".is-right").inner_text().split("\n")[-1].strip() == "✓ right answer"
    assert box.locator(".is-wrong .verdict-mark").inner_text() == "✗ your answer"
    assert box.locator(".why").inner_text() == papers.WHY
    assert box.locator("blockquote").inner_text() == papers.QUOTE
    assert box.locator("figcaption").inner_text() == "From the lesson “Bread”"
    assert learner.page.evaluate("document.activeElement.id") == "f1"


@pytest.mark.slow
def test_a_learner_may_count_a_typed_answer_as_right(open_page: Any) -> None:
    shipment = papers.shipment(papers.deck({"short": papers.CONTENTS["short"]}))
    learner = open_page(shipment)
    learner.page.locator("#q1 input").fill("the yeasts")
    learner.page.keyboard.press("Enter")
    assert learner.verdict(1) == "Not the same as the answer · 0 / 1 point"
    learner.page.get_by_role("button", name="My answer counts").click()
    assert learner.verdict(1) == "✓ Right · 1 / 1 point"


@pytest.mark.slow
def test_the_script_never_calls_right_what_the_program_calls_wrong(open_page: Any) -> None:
    table = (Path(__file__).parents[1] / "grade" / "typed_answers.txt").read_text(encoding="utf-8").splitlines()
    rows = [[part.strip() for part in line.split("|")] for line in table if line.strip() and line[0] != "#"]
    rows = [row for row in rows if len(row) == 3 and row[2]]
    contents = {f"row{at:04}": Short("?", wanted) for at, (_, wanted, _) in enumerate(rows)}
    learner = open_page(papers.shipment(papers.deck(contents)))
    boxes = learner.page.locator(".typed input")
    for at, (_, _, typed) in enumerate(rows):
        boxes.nth(at).evaluate("(box, typed) => { box.value = typed }", typed)
    learner.page.locator("#finish").click()
    verdicts = learner.page.locator(".verdict").all_text_contents()
    right = [row for row, verdict in zip(rows, verdicts, strict=True) if verdict.startswith("✓")]
    assert [row for row in right if row[0] == "wrong"] == []
    assert len(right) > 25


@pytest.mark.slow
@pytest.mark.parametrize("practice", [True, False])
def test_results_are_kept_by_item_and_wording(open_page: Any, practice: bool) -> None:
    contents = {
        "choice": papers.CONTENTS["choice"],
        "short": Short("Which cell?", "=A1"),
        "bare": Recall("Why?", "So."),
    }
    options = {} if practice else {"key": "none"}
    shipment = papers.shipment(papers.deck(contents), **options)
    learner = open_page(shipment)
    for number, question in enumerate(shipment.forms[0].questions[:2], start=1):
        learner.fill(number, question, question.item.content)
    learner.page.locator("#finish").click()
    learner.page.locator("#learner").fill("pupil 7")
    saved = {}
    for kind in ("json", "csv"):
        with learner.page.expect_download() as download:
            learner.page.locator(f"[data-save={kind}]").click()
        assert download.value.suggested_filename == f"bread-pupil-7-results.{kind}"
        saved[kind] = download.value.path().read_text(encoding="utf-8-sig")
    told = json.loads(saved["json"])
    assert {name: told[name] for name in ("learner", "course", "form", "seed")} == {
        "learner": "pupil 7", "course": "bread", "form": "", "seed": 17,
    }  # fmt: skip
    assert [answer["item"] for answer in told["answers"]] == ["choicexxxxxx", "shortxxxxxxx", "barexxxxxxxx"]
    assert all(re.fullmatch("[0-9a-f]{12}", answer["seen"]) for answer in told["answers"])
    assert [answer["given"] for answer in told["answers"]] == [["wholemeal"], ["=A1"], []]
    points = [1, 1, None] if practice else [None, None, None]
    assert [answer["points"] for answer in told["answers"]] == points
    rows = list(csv.DictReader(io.StringIO(saved["csv"])))
    assert [row["given"] for row in rows] == ["wholemeal", "'=A1", ""]
    assert [row["item"] for row in rows] == [answer["item"] for answer in told["answers"]]


@pytest.mark.slow
def test_results_are_in_the_words_of_the_items(open_page: Any) -> None:
    contents = {
        "choice": Choice("Which?", "`--seed`", ("**bold**", "c")),
        "truefalse": papers.CONTENTS["truefalse"],
        "match": papers.CONTENTS["match"],
        "order": papers.CONTENTS["order"],
        "multi": papers.CONTENTS["multi"],
    }
    shipment = papers.shipment(papers.deck(contents), lang="ko", key="none")
    learner = open_page(shipment)
    for number, question in enumerate(shipment.forms[0].questions, start=1):
        learner.fill(number, question, question.item.content)
    learner.page.locator("#finish").click()
    with learner.page.expect_download() as download:
        learner.page.locator("[data-save=json]").click()
    told = json.loads(download.value.path().read_text(encoding="utf-8"))
    given = {answer["type"]: answer["given"] for answer in told["answers"]}
    assert given["choice"] == ["`--seed`"]
    assert given["truefalse"] == ["false"]
    assert given["match"] == ["salt = slows", "sugar = browns", "fat = softens"]
    assert given["order"] == ["knead", "proof", "bake", "cool"]
    assert sorted(given["multi"]) == ["flour", "water"]


@pytest.mark.slow
def test_nothing_is_kept_on_the_machine(open_page: Any) -> None:
    learner = open_page(papers.every_type())
    learner.page.locator(".option").first.click()
    kept = "[localStorage.length, sessionStorage.length, document.cookie]"
    assert learner.page.evaluate(kept) == [0, 0, ""]


@pytest.mark.slow
@needs_poppler
def test_the_browser_prints_the_same_paper(open_page: Any, tmp_path: Path) -> None:
    learner = open_page(papers.every_type())
    learner.page.locator(".option").first.click()
    learner.page.pdf(path=tmp_path / "printed.pdf", prefer_css_page_size=True)
    found = pages(tmp_path / "printed.pdf")
    assert all("Bread and dough · seed 17" in page for page in found)
    assert re.search("Name.*Class.*Date.*Points", found[0])
    assert [("Answer key" in page) for page in found] == [*[False] * (len(found) - 1), True]
    assert "Check" not in "".join(found)


def hostile_items() -> list[Item]:
    """200 items whose every text tries to be more than text."""
    tries = [
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", '"><svg/onload=alert(1)>', "</script><b>x</b>",
        "</style><script>alert(1)</script>", "{{ 7*7 }}", "{% for x in y %}", "javascript:alert(1)", "<!--", "]]>",
        "&lt;b&gt;", "</textarea><i>", "' onfocus='alert(1)", "${alert(1)}", "\\u003cscript\\u003e", "</select><p>",
        "<iframe src=https://example.org>", "<a href=https://example.org>x</a>", "\u2028alert(1)", "<base href=//x>",
    ]  # fmt: skip
    made: list[Item] = []
    for at in range(200):
        bad = tries[at % len(tries)]
        kinds: list[Content] = [
            Recall(f"Why {bad}?", bad),
            Short(f"What {bad}?", bad, (f"{bad} too",)),
            Choice(f"Which {bad}?", f"a {bad}", (f"b {bad}", f"c {bad}")),
            Match(f"Who {bad}?", ((f"l {bad}", f"r {bad}"), ("m", "n"), ("o", "p"))),
            Order(f"Order {bad}.", (f"1 {bad}", f"2 {bad}", f"3 {bad}")),
        ]
        content = kinds[at // len(tries) % len(kinds)]
        made.append(replace(papers.item(f"bad{at:03}", content), explain=bad, concept=bad))
    return made


def test_hostile_texts_are_shown_as_text(open_page: Any) -> None:
    items = hostile_items()
    bread = replace(papers.deck({}, title="Bread"), title="</style><script>alert(1)</script>", items=tuple(items))
    learner = open_page(papers.shipment(bread, title='</title><img src=x onerror="alert(1)">'))
    assert learner.page.locator(".question").count() == 200
    learner.page.locator("#finish").click()
    assert learner.page.locator("main :is(script, img, iframe, svg, a[href*='example'], base)").count() == 0
    prompts = [" ".join(text.split()) for text in learner.page.locator(".prompt").all_text_contents()]
    assert prompts == [" ".join(item.content.stem.split()) for item in items]  # type: ignore[union-attr]
    assert learner.page.title() == '</title><img src=x onerror="alert(1)">'


def test_the_policy_is_what_keeps_the_network_away(browser: Any, tmp_path: Path) -> None:
    path = write_page(tmp_path, papers.shipment(papers.deck({"choice": papers.CONTENTS["choice"]})))
    with spied_on() as (address, asked):
        page = path.read_text(encoding="utf-8").replace("</body>", f'<img src="{address}/spy.png"></body>')
        unguarded = re.sub(r"<meta[^>]*Content-Security-Policy[^>]*>", "", page)
        for text, visits in ((page, []), (unguarded, ["/spy.png"])):
            path.write_text(text, encoding="utf-8")
            Learner(browser, path).close()
            assert asked == visits


@contextmanager
def spied_on() -> Iterator[tuple[str, list[str]]]:
    """A web server on this machine, and the paths that it was asked for."""
    asked: list[str] = []

    class Spy(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Spy) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}", asked
        server.shutdown()
        thread.join()
