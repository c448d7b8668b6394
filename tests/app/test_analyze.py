"""Teachers with results: what comes out of them, and what must not."""

import json
import tracemalloc
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from mediaquiz.app.analyze import analyze, sitting
from mediaquiz.app.marking import chosen, share
from mediaquiz.app.measured import difficulties, read_measured
from mediaquiz.measure.results.analysis import Analysis, Studied, answer_rows
from mediaquiz.measure.results.flags import Flag
from mediaquiz.model.deck import Deck
from mediaquiz.model.item import (
    Choice,
    Cloze,
    Content,
    Item,
    ListAll,
    Match,
    Multi,
    Order,
    Practice,
    Recall,
    Short,
    Status,
    TrueFalse,
)
from mediaquiz.model.views import wording
from mediaquiz.store.statistics import PATH, pooled, read_statistics, save_sitting

NOW = datetime(2026, 11, 21, tzinfo=UTC)
FLOUR = Choice("Which flour takes up most water?", "Rye", ("Rice", "White wheat"))
SIGNS = Multi("Which signs show that a loaf is proofed?", ("It springs back.", "It has grown."), ("It smells.",))
GAS = Recall("What does gas do?", "It lifts the dough.")
SALT = Short("What slows yeast down?", "salt")
CUT = TrueFalse("A loaf is cut while it is hot.", False)


def deck(*contents: Content, status: Status = Status.READY) -> Deck:
    items = (Item(f"item{place:08}", content, status) for place, content in enumerate(contents))
    return Deck("decks/bread.yaml", title="Bread", items=tuple(items))


RISE = Short("What makes it rise?", "fermentation")
BREAD = deck(FLOUR, SIGNS, GAS, SALT, CUT, RISE)


def answer(place: int, given: Sequence[str], points: float | None, by: str = "page") -> dict[str, Any]:
    item = BREAD.items[place]
    return {"item": item.id, "seen": wording(item), "type": item.type, "given": list(given), "points": points, "of": 1,
            "judged_by": by}  # fmt: skip


def page(folder: Path, learner: str, answers: Iterable[dict[str, Any]], minute: int = 0, name: str = "") -> Path:
    """What the page downloads for one learner."""
    told = {"format": "mediaquiz-results", "v": 1, "learner": learner, "course": "bread", "form": "", "seed": 1,
            "started_at": f"2026-11-20T09:{minute:02}:00Z", "answers": list(answers)}  # fmt: skip
    path = folder / f"{name or learner}-{minute}.json"
    path.write_text(json.dumps(told), encoding="utf-8")
    return path


def a_class(folder: Path, good: int = 4, poor: int = 4) -> list[Path]:
    """Those who know, and those who don't; all think that the flour is rice, but one."""
    folder.mkdir(exist_ok=True)
    files = [
        page(folder, f"good{n}", [answer(0, ["Rice"], 0), answer(3, ["salt"], 1), answer(4, ["false"], 1)])
        for n in range(good)
    ]
    return files + [
        page(folder, f"poor{n}", [answer(0, ["Rye"], 1), answer(3, ["me: Lee"], 0), answer(4, [], 0)])
        for n in range(poor)
    ]


def by_id(found: Analysis) -> dict[str, Studied]:
    return {one.key[0]: one for one in found.items}


def test_a_wrong_key_shows(tmp_path: Path) -> None:
    found = analyze(a_class(tmp_path), [BREAD])
    flour = by_id(found)["item00000000"]
    assert (found.learners, len(found.tests), flour.pooled.n) == (8, 1, 8)
    assert {Flag.NEGATIVE, Flag.KEY} <= set(flour.flags)
    assert [(row.answer, row.every, row.upper, row.lower, row.right) for row in answer_rows(flour)] == [
        ("Rye", 0.5, 0.0, 1.0, True),
        ("Rice", 0.5, 1.0, 0.0, False),
        ("White wheat", 0.0, 0.0, 0.0, False),
    ]
    assert by_id(found)["item00000004"].pooled.omitted == 4


def test_typed_words_of_fewer_than_five_stay_hidden(tmp_path: Path) -> None:
    salt = by_id(analyze(a_class(tmp_path), [BREAD]))["item00000003"]
    assert answer_rows(salt) == ()
    salt = by_id(analyze(a_class(tmp_path, good=5), [BREAD]))["item00000003"]
    assert [row.answer for row in answer_rows(salt)] == ["salt"]


def test_a_group_of_four_is_not_shown(tmp_path: Path) -> None:
    found = analyze(a_class(tmp_path, 2, 2), [BREAD])
    assert (found.items, found.tests, found.learners, found.few) == ((), (), 0, 4)
    assert [problem.code for problem in found.problems] == ["MQ713"]


def test_only_the_first_try_counts_and_each_file_once(tmp_path: Path) -> None:
    files = a_class(tmp_path)
    later = page(tmp_path, "poor1", [answer(0, ["Rye"], 1), answer(3, ["salt"], 1), answer(4, ["false"], 1)], minute=5)
    found = analyze([later, *files, files[0]], [BREAD])
    assert (found.learners, found.again) == (8, 1)
    assert found.digest == analyze(files, [BREAD]).digest == analyze(files[::-1], [BREAD]).digest
    copy = tmp_path / "copy.json"
    copy.write_bytes(files[0].read_bytes())
    assert analyze([*files, copy], [BREAD]).again == 1


def test_later_attempts_on_canvas_and_their_questions(tmp_path: Path) -> None:
    path = tmp_path / "canvas.csv"
    head = (
        'name,id,attempt,"7: Which flour takes up most water?",1.0,"8: Which signs show\nthat a loaf is proofed?",1.0\n'
    )
    both = '"It has grown.,It springs back."'
    rows = "".join(f"N{n},{n},2,Rye,1.0,{both},1.0\nN{n},{n},1,Rice,0.0,It smells.,0.0\n" for n in range(6))
    path.write_text(head + rows + f"Z,99,1,Rye,1.0,{both},1.0\n", encoding="utf-8")
    found = analyze([path], [BREAD])
    assert (found.learners, found.again) == (7, 6)
    assert [one.key[0] for one in found.items] == ["item00000000", "item00000001"]
    assert found.items[1].pooled.answers["It has grown."][0] == 1


def test_moodle_questions_are_recognised_and_graded_by_the_item(tmp_path: Path) -> None:
    path = tmp_path / "moodle.csv"
    head = "Email address,Completed,Question 1,Response 1,Right answer 1,Question 2,Response 2,Right answer 2\n"
    shown = [
        '"Which flour takes up most water?: Rye; Rice; White wheat"',
        '"Which flour takes up most water?: Rice; White wheat; Rye"',
    ]
    rows = "".join(
        f"a{n}@x.test,now,{shown[n % 2]},{'Rye' if n % 3 else 'Rice'},Rye,What slows yeast down?,the salt,salt\n"
        for n in range(9)
    )
    path.write_text(head + rows, encoding="utf-8")
    found = by_id(analyze([path], [BREAD]))
    assert found["item00000000"].pooled.right == 6
    assert found["item00000003"].pooled.right == 9, "what the deck accepts counts, not only Moodle's first wording"


def test_a_second_try_that_drew_other_questions_is_no_first_one(tmp_path: Path) -> None:
    path = tmp_path / "moodle.csv"
    head = "Email address,Started on,Completed,Question 1,Response 1,Right answer 1\n"
    second = "".join(f"a{n}@x.test,21 November 2026 9:00 AM,now,Other {n % 2}?,a,a\n" for n in range(6))
    first = "".join(f"a{n}@x.test,20 November 2026 9:00 AM,now,This?,b,c\n" for n in range(6))
    path.write_text(head + second + first, encoding="utf-8")
    found = analyze([path], [])
    assert (found.learners, found.again, [one.text for one in found.items]) == (6, 6, ["This?"])


def test_questions_of_no_course_are_analysed_too(tmp_path: Path) -> None:
    grades = "".join(f"{n},done,{n % 2},0.50\n" for n in range(6))
    for name in ("one.csv", "two.csv"):
        (tmp_path / name).write_text(f'"ID number",Completed,"Q. 1 /1.00","Q. 2 /1.00"\n{grades}', encoding="utf-8")
    found = analyze([tmp_path / "one.csv", tmp_path / "two.csv"], [])
    assert [one.text for one in found.items] == ["one: 1", "one: 2", "two: 1", "two: 2"]
    assert not sitting(found, "3b", NOW).items


def test_a_test_that_draws_other_questions_for_everybody(tmp_path: Path) -> None:
    path = tmp_path / "drawn.csv"
    rows = "".join(f"L{n},item{(n + at) % 5},s,x,{(n + at) % 2},1,page\n" for n in range(12) for at in range(2 + n % 2))
    path.write_text(f"learner,item,seen,given,points,of,judged_by\n{rows}L77,only,s,x,1,1,page\n", encoding="utf-8")
    found = analyze([path], [], keep_sheets=True)
    assert (found.learners, found.few, len(found.tests)) == (13, 0, 1)
    assert "only" not in by_id(found), "an item of fewer than five learners is not shown"
    assert sum(one.pooled.n for one in found.items) == sum(len(sheet.shares) for sheet in found.sheets) == 30
    assert found.tests[0].scores.alpha is None


def test_what_learners_judge_themselves_is_no_measurement(tmp_path: Path) -> None:
    files = [
        page(
            tmp_path,
            f"l{n}",
            [answer(2, ["lifts"], 1, "learner"), answer(5, ["fermentaton"], None, ""), answer(0, [], None, "")],
        )
        for n in range(5)
    ]
    found = analyze(files, [BREAD])
    assert by_id(found).keys() == {"item00000000", "item00000005"}
    assert by_id(found)["item00000005"].pooled.right == 2.5, "close, and nobody said: half"
    assert [problem.code for problem in found.problems] == ["MQ713"]


def test_an_earlier_wording_is_another_item(tmp_path: Path) -> None:
    found = analyze(
        a_class(tmp_path), [deck(Choice("Which flour drinks most?", "Rye", ("Rice",)), SIGNS, GAS, SALT, CUT)]
    )
    assert not by_id(found)["item00000000"].current
    assert by_id(found)["item00000003"].current


def test_classes_add_up_by_id_and_wording(tmp_path: Path) -> None:
    first = analyze(a_class(tmp_path / "a"), [BREAD])
    save_sitting(tmp_path, sitting(first, "2025-3a", NOW))
    save_sitting(tmp_path, sitting(first, "2026-3b", NOW))
    saved, problems = read_statistics(tmp_path)
    assert problems == ()
    second = analyze(a_class(tmp_path / "b", 5, 3), [BREAD], saved, "2026-3b")
    assert second.classes == ("2025-3a",)
    assert {one.pooled.n for one in second.items} == {16}
    assert {one.here.n for one in second.items} == {8}
    (salt,) = answer_rows(by_id(second)["item00000003"])
    assert (salt.answer, salt.every) == ("salt", 5 / 8), "typed words are not saved: these are of one class alone"
    again = analyze(a_class(tmp_path / "a"), [BREAD], saved)
    assert again.classes == (), "the very same results are not added to themselves"
    assert pooled(saved)[BREAD.items[0].id, wording(BREAD.items[0])].n == 16


def test_what_is_saved_names_nobody(tmp_path: Path) -> None:
    found = analyze(a_class(tmp_path, good=6), [BREAD])
    save_sitting(tmp_path, sitting(found, "3b", NOW))
    text = (tmp_path / PATH).read_text(encoding="utf-8")
    assert "good" not in text and "poor" not in text and "Lee" not in text and "Rice" in text


@pytest.mark.parametrize(
    ("content", "given", "expected"),
    [
        (FLOUR, ["rye"], 1),
        (FLOUR, ["Rice"], 0),
        (CUT, ["False"], 1),
        (CUT, ["거짓"], 1),
        (CUT, ["true"], 0),
        (CUT, ["perhaps"], None),
        (SIGNS, ["It springs back.; It has grown."], 1),
        (SIGNS, ["It has grown."], 0.5),
        (SIGNS, ["It has grown.", "It smells."], 0),
        (Order("?", ("a", "b", "c")), ["a", "c", "b"], 1 / 3),
        (Order("?", ("a", "b", "c")), ["1 -> a"], None),
        (Match("?", (("a", "1"), ("b", "2"), ("c", "3"))), ["a = 1", "b → 3", "c ="], 1 / 3),
        (Match("?", (("a", "1"), ("b", "2"), ("c", "3"))), ["a = 1"], None),
        (SALT, ["Salt"], 1),
        (SALT, ["sugar"], 0),
        (Cloze("It is {{salt}}."), ["salt"], 1),
        (ListAll("?", ("flour", "water")), ["water", "stone"], 0.5),
        (GAS, ["it lifts"], None),
        (Practice("Bake."), ["done"], None),
    ],
)
def test_what_an_answer_is_worth(content: Content, given: Sequence[str], expected: float | None) -> None:
    assert share(content, given) == (None if expected is None else pytest.approx(expected))


def test_options_are_found_in_what_a_platform_joins() -> None:
    commas = Multi("?", ("salt, fine", "salt"), ("sugar",))
    assert chosen(commas, ["salt, fine,salt"]) == ("salt, fine", "salt")
    assert chosen(commas, ["salt, fine"]) == ("salt, fine",)
    assert chosen(FLOUR, ["spelt"]) == ("spelt",)
    assert chosen(SALT, ["a", "b"]) == ("a", "b")
    assert chosen(CUT, ["True"]) == ("true",)


def test_saved_figures_choose_and_show_items(tmp_path: Path) -> None:
    found = analyze(a_class(tmp_path / "a", 25, 15), [BREAD])
    save_sitting(tmp_path, sitting(found, "3b", NOW))
    measured, problems = read_measured(tmp_path)
    assert problems == ()
    assert difficulties(measured, [BREAD]) == {"item00000000": 0.375, "item00000003": 0.625, "item00000004": 0.625}
    assert measured.of(BREAD.items[1]) is None
    reworded = deck(Choice("Another?", "Rye", ("Rice",)))
    assert difficulties(measured, [reworded]) == {}, "what was measured is another wording"
    few = analyze(a_class(tmp_path / "b", 10, 10), [BREAD])
    save_sitting(tmp_path, sitting(few, "3b", NOW))
    assert difficulties(read_measured(tmp_path)[0], [BREAD]) == {}


def test_memory_holds_scores_not_answers(tmp_path: Path) -> None:
    peaks = []
    for learners in (200, 2000):
        path = tmp_path / f"{learners}.csv"
        rows = (f"L{n},item{at},s,x,{(n + at) % 3 == 0:d},1,page\n" for n in range(learners) for at in range(12))
        path.write_text("learner,item,seen,given,points,of,judged_by\n" + "".join(rows), encoding="utf-8")
        tracemalloc.start()
        assert analyze([path], []).learners == learners
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < 2 * peaks[0]
