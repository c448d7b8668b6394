"""Makes the pictures of docs/stats.md from a learner of the tests: ``python docs/stats_pictures.py``.

Needs the dev tools and Chromium.
"""

import shutil
import sys
import tempfile
from datetime import timedelta
from pathlib import Path

from picture import draw
from playwright.sync_api import sync_playwright

from mediaquiz.app.quiz import Desk
from mediaquiz.app.stats import statistics_of
from mediaquiz.cli import progress, stats
from mediaquiz.cli.strings import Texts
from mediaquiz.formats.report.learning import page
from mediaquiz.model.review import Kind

DOCS = Path(__file__).parent
IMAGES = DOCS / "img"
TESTS = DOCS.parent / "tests" / "measure"
DAYS, CARDS = 180, 200
LARGEST = 200 * 1024


def learner(folder: Path) -> Desk:
    """Half a year of learning, on the disk."""
    from learners import START, months, save
    from screens import LESSONS, desk

    (folder / "lessons").mkdir()
    for number, (title, _, subject) in enumerate(LESSONS):
        points = "".join(f"- Point {n} about {subject} is worth keeping.\n" for n in range(1, 6))
        (folder / f"lessons/{number}.md").write_text(f"# {title}\n\n## Key Takeaways\n\n{points}", encoding="utf-8")
    log = [one for one in months(3, cards=CARDS, days=DAYS, absent=0.06, undone=0) if one.kind == Kind.REVIEW]
    save(log, folder)
    return desk(log, START + timedelta(days=DAYS - 1), folder, CARDS // len(LESSONS))


def terminal(place: Desk) -> None:
    """The terminal's pictures."""
    from screens import context

    told, screen = context(78)
    progress.report(told, place, each=False)
    draw(screen.getvalue(), "mediaquiz progress", IMAGES / "progress.svg")
    told, screen = context(78)
    stats.report(told, statistics_of(place))
    draw(screen.getvalue(), "mediaquiz stats", IMAGES / "stats.svg")


def pages(place: Desk, folder: Path) -> None:
    """The report on a desk by day, and on a phone by night."""
    found = statistics_of(place)
    with sync_playwright() as playwright:
        chromium = shutil.which("chromium") or shutil.which("google-chrome")
        browser = playwright.chromium.launch(executable_path=chromium)
        for lang, name, width, height, scheme, top in (
            ("en", "stats-desk", 860, 1500, "light", 0),
            ("ko", "stats-phone", 360, 760, "dark", 1120),
        ):
            path = folder / f"{lang}.html"
            path.write_text(page(found, Texts(lang), lang), encoding="utf-8")
            shown = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)
            shown.goto(path.as_uri())
            shown.evaluate(f"scrollTo(0, {top})")
            shown.screenshot(path=IMAGES / f"{name}.png")
        browser.close()
    for name in ("stats-desk", "stats-phone"):
        if (IMAGES / f"{name}.png").stat().st_size > LARGEST:
            raise SystemExit(f"{name} is too large")


def main() -> None:
    """All pictures anew."""
    sys.path.insert(0, str(TESTS))
    with tempfile.TemporaryDirectory() as name:
        place = learner(Path(name))
        terminal(place)
        pages(place, Path(name))


if __name__ == "__main__":
    main()
