"""SIGKILL during builds, while facts move from one lesson to another.

Lessons change, parts of them move from one to another, and each build is killed at a random moment. After each kill
every deck must be whole, as it was before or as a build makes it; at the end one build must give what builds that
were never killed give: every question once, with the id that it always had and the words of a human's.
"""

import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from sandbox import Tally

from mediaquiz.decks.load import load

BUILD = [sys.executable, "-m", "mediaquiz", "build"]
FACTS = [
    f"{thing} makes the {product} {change} because it {reason}."
    for thing, product, change, reason in (
        ("Yeast", "dough", "rise", "turns sugar into gas"),
        ("Salt", "ferment", "slow", "draws water out of cells"),
        ("Rye", "loaf", "moist", "holds more water than wheat"),
        ("Steam", "crust", "thin", "keeps the skin soft"),
        ("Stone", "base", "brown", "stores heat for a long time"),
        ("Folding", "crumb", "open", "stretches the gluten"),
        ("Butter", "pastry", "flaky", "parts the layers"),
        ("Lemon", "cream", "thick", "curdles the protein"),
    )
]
MARK = "Because I say so."


def teach(root: Path, rng: random.Random) -> None:
    """Deal the facts to three lessons, anew."""
    hands: dict[str, list[str]] = {"one": [], "two": [], "three": []}
    for fact in FACTS:
        hands[rng.choice(list(hands))].append(fact)
    for name, facts in hands.items():
        text = "".join(f"- {fact}\n" for fact in facts)
        (root / "lessons" / f"{name}.md").write_text(f"# {name}\n\n## Key Takeaways\n\n{text}")


def killed_build(root: Path, after_s: float) -> bool:
    """Build, and kill it after so many seconds. Whether it was still at work."""
    child = subprocess.Popen(BUILD, cwd=root, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(after_s)
    alive = child.poll() is None
    if alive:
        os.kill(child.pid, signal.SIGKILL)
    child.wait()
    return alive


def questions(root: Path, problems: list[str]) -> dict[tuple[str, str], set[str]]:
    """The ids of each question, by its sentence and the way it is asked; a deck that is not whole is a problem."""
    found: dict[tuple[str, str], set[str]] = {}
    for path in sorted((root / "decks").rglob("*.yaml")):
        loaded = load(path.read_bytes().decode("utf-8"), path.name)
        if not loaded.writable or not path.read_bytes().endswith(b"\n"):
            problems.append(f"{path.name} is damaged: {[str(problem) for problem in loaded.problems]}")
        for item in loaded.deck.items:
            key = (item.source.quote, item.source.recipe) if item.source else ("", "")
            found.setdefault(key, set()).add(item.id)
    return found


def run(kills: int, seed: int = 0) -> Tally:
    """Kill builds at random moments."""
    rng, tally = random.Random(seed), Tally()
    root = Path(tempfile.mkdtemp(prefix="mediaquiz-kills-"))
    try:
        (root / "lessons").mkdir()
        teach(root, rng)
        started = time.monotonic()
        subprocess.run(BUILD, cwd=root, check=True, capture_output=True)
        length = time.monotonic() - started
        edit_by_hand(root)
        first = questions(root, tally.problems)
        for _ in range(kills):
            teach(root, rng)
            tally.add(kills=1)
            tally.add(at_work=killed_build(root, rng.uniform(0, length * 1.2)))
            now = questions(root, tally.problems)
            tally.problems += [f"{key} has no id or another" for key, ids in first.items() if now.get(key) != ids]
        subprocess.run(BUILD, cwd=root, check=True, capture_output=True)
        texts = "".join(path.read_text() for path in (root / "decks").glob("*.yaml"))
        last = questions(root, tally.problems)
        if any(last.get(key) != ids for key, ids in first.items()) or texts.count(MARK) != 1:
            tally.problems.append("the last build did not bring everything back")
        if any(texts.count(f"id: {one}\n") != 1 for ids in first.values() for one in ids):
            tally.problems.append("an id stands twice, or nowhere")
    finally:
        shutil.rmtree(root, ignore_errors=True)
    return tally


def edit_by_hand(root: Path) -> None:
    """One answer becomes a human's."""
    for path in sorted((root / "decks").glob("*.yaml")):
        text = path.read_text()
        if "answer: Because it turns sugar into gas." in text:
            path.write_text(text.replace("answer: Because it turns sugar into gas.", f"answer: {MARK}"))
