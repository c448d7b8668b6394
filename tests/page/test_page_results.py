"""From the page to the teacher: what learners download in a browser is what ``analyze`` reads and grades."""

from pathlib import Path

import papers
import pytest
from browser import Learner, answer_all, chromium, needs_chromium, write_page

from mediaquiz.app.analyze import analyze
from mediaquiz.model.item import ItemType

BY_PEOPLE = {ItemType.RECALL, ItemType.PRACTICE}


@pytest.mark.slow
@needs_chromium
@pytest.mark.parametrize("key", ["inside", "none"])
@pytest.mark.parametrize("kind", ["json", "csv"])
def test_a_class_that_answers_everything_right(tmp_path: Path, key: str, kind: str) -> None:
    deck = papers.deck(papers.CONTENTS)
    shipment = papers.shipment(deck, key=key)
    (form,) = shipment.forms
    with chromium() as browser:
        learner = Learner(browser, write_page(tmp_path, shipment))
        if key == "inside":
            answer_all(learner, form)
        else:
            for number, question in enumerate(form.questions, start=1):
                learner.fill(number, question, question.item.content)
            learner.page.locator("#finish").click()
        learner.page.locator("#learner").fill("LEARNER")
        with learner.page.expect_download() as download:
            learner.page.locator(f"[data-save={kind}]").click()
        text = download.value.path().read_bytes()
        learner.close()
    files = [tmp_path / f"{n}.{kind}" for n in range(5)]
    for n, file in enumerate(files):
        file.write_bytes(text.replace(b"LEARNER", f"3b-{n}".encode()))
    found = analyze(files, [deck])
    assert [problem for problem in found.problems if problem.code != "MQ713"] == []
    gradable = [item.id for item in deck.items if item.type not in BY_PEOPLE]
    assert {one.key[0]: one.pooled.difficulty for one in found.items} == dict.fromkeys(gradable, 1.0)
    assert all(one.current and one.pooled.n == 5 and not one.pooled.omitted for one in found.items)
    (choice,) = (one for one in found.items if one.key[0].startswith("choice"))
    assert choice.pooled.answers["wholemeal"][0] == 5
