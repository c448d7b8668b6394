"""Makes the picture of docs/analyze.md from a made-up class: ``python docs/report_picture.py``.

Needs the dev tools and Chromium.
"""

import json
import math
import os
import random
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from mediaquiz.model.item import Choice, Item, Multi, TrueFalse
from mediaquiz.model.views import answer_text, wording
from mediaquiz.store.deckstore import load_decks

DOCS = Path(__file__).parent
LEARNERS, LESSON = 32, "Bread by hand"
DEAD = "brdtruefal01"
"""A question that tells nothing: everybody guesses."""


def given(item: Item, right: bool, rng: random.Random) -> list[str]:
    """What somebody answers who knows it, or who does not."""
    match item.content:
        case TrueFalse(answer=answer):
            return ["true" if answer == right else "false"]
        case Choice(key=key, distractors=wrong):
            return [key if right else rng.choice(wrong[:2])]
        case Multi(key=keys, distractors=wrong):
            return list(keys) if right else [keys[0], wrong[0]]
        case content:
            return [answer_text(content) if right else "I don't know"]


def results(folder: Path, items: list[Item]) -> list[str]:
    """The files of a class: abilities and difficulties are normal, as the usual model has it."""
    rng = random.Random(11)
    hard = {item.id: rng.gauss(-0.4, 1) for item in items}
    files = []
    for learner in range(LEARNERS):
        ability, answers = rng.gauss(0, 1.2), []
        for item in items:
            chance = 0.5 if item.id == DEAD else 1 / (1 + math.exp(-1.7 * (ability - hard[item.id])))
            right = rng.random() < chance
            told = {"item": item.id, "seen": wording(item), "type": item.type, "given": given(item, right, rng)}
            answers.append({**told, "points": float(right), "of": 1, "judged_by": "page"})
        head = {"format": "mediaquiz-results", "v": 1, "learner": f"3b-{learner}", "course": "bread", "form": "A"}
        file = folder / f"3b-{learner}.json"
        file.write_text(json.dumps({**head, "answers": answers}), encoding="utf-8")
        files.append(str(file))
    return files


def main() -> None:
    """The report of the class, as a teacher sees its beginning."""
    decks, _ = load_decks(DOCS / "example")
    items = [item for deck in decks if deck.title == LESSON for item in deck.items if item.live]
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        report = Path(name) / "report.html"
        env = {**os.environ, "MEDIAQUIZ_STATE": f"{name}/state", "LC_ALL": "C.UTF-8"}
        command = [sys.executable, "-m", "mediaquiz", "--course", str(DOCS / "example"), "analyze"]
        subprocess.run([*command, *results(Path(name), items), "--html", str(report)], env=env, check=True)
        chromium = shutil.which("chromium") or shutil.which("google-chrome")
        browser = playwright.chromium.launch(executable_path=chromium)
        page = browser.new_page(viewport={"width": 900, "height": 1180})
        page.goto(report.as_uri())
        page.screenshot(path=DOCS / "img" / "report.png")
        page.locator(".item").first.screenshot(path=DOCS / "img" / "report-item.png")
        browser.close()


if __name__ == "__main__":
    main()
