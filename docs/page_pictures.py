"""Makes the pictures of docs/paper-and-web.md from docs/example, and those of docs/course.md from the course:
``python docs/page_pictures.py``.

Needs the dev tools, WeasyPrint, Chromium and poppler-utils.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from picture import draw
from playwright.sync_api import Browser, sync_playwright

DOCS = Path(__file__).parent
IMAGES = DOCS / "img"
LESSON = DOCS.parent / "lessons" / "01-foundations" / "02-the-production-pipeline.md"
RESOLUTION = 72
LARGEST = 150 * 1024


def run(folder: Path, *arguments: str) -> str:
    """What ``mediaquiz`` says in a folder."""
    env = {**os.environ, "MEDIAQUIZ_STATE": str(folder / "state"), "COLUMNS": "78", "LC_ALL": "C.UTF-8"}
    command = [str(Path(sys.executable).with_name("mediaquiz")), *arguments]
    done = subprocess.run(command, cwd=folder, env=env, check=True, capture_output=True, text=True)
    return done.stdout


def recording(folder: Path) -> None:
    """Three commands from a lesson to two forms with their key."""
    (folder / "lessons").mkdir(parents=True)
    shutil.copy(LESSON, folder / "lessons" / "pipeline.md")
    first = run(folder, "init").replace(str(folder), "~/pipeline")
    listed = "".join(run(folder, "items", "list").splitlines(keepends=True)[:12])
    last = "export pdf -n 10 --forms A,B --seed 17 -o pipeline.pdf"
    steps = (("init", first), ("items list | head -12", listed), (last, run(folder, *last.split())))
    screen = "".join(f"\x1b[1m$ mediaquiz {line}\x1b[0m\n{told}\n" for line, told in steps)
    draw(screen, "From a lesson to a test in three commands", IMAGES / "paper.svg")


def papers(folder: Path) -> None:
    """The first page of a test in English and in Korean, and a key."""
    run(folder, "export", "pdf", "--blueprint", "test.yaml", "-o", "en.pdf")
    run(folder, "export", "pdf", "--lesson", "빵 굽기", "--forms", "A,B", "--seed", "17", "-o", "ko.pdf")
    for pdf, picture in (
        ("en-A", "paper-en"),
        ("ko-A", "paper-ko"),
        ("en-key", "paper-key-en"),
        ("ko-key", "paper-key-ko"),
    ):
        command = ["pdftoppm", "-png", "-gray", "-r", str(RESOLUTION), "-f", "1", "-singlefile", f"{pdf}.pdf"]
        subprocess.run([*command, str(IMAGES / picture)], cwd=folder, check=True)


def practice(folder: Path, browser: Browser) -> None:
    """Two questions on a desk by day, answered; two in Korean on a phone by night."""
    run(folder, "export", "html", "--lesson", "Bread by hand", "--theme", "theme.yaml", "-o", "en.html")
    run(folder, "export", "html", "--lesson", "빵 굽기", "--theme", "theme.yaml", "-o", "ko.html")
    desk = browser.new_page(viewport={"width": 760, "height": 830})
    desk.goto((folder / "en.html").as_uri())
    desk.locator("#q1 .option").first.click()
    desk.locator("#q1 .check").click()
    desk.evaluate("document.activeElement.blur(); scrollTo(0, 0)")
    desk.screenshot(path=IMAGES / "page-desk.png")
    phone = browser.new_page(viewport={"width": 360, "height": 760}, color_scheme="dark")
    phone.goto((folder / "ko.html").as_uri())
    phone.locator("#q6").evaluate("node => node.scrollIntoView({ behavior: 'instant' })")
    phone.locator("#q6 [data-by='-1']").nth(3).click()
    phone.evaluate("scrollBy({ top: -12, behavior: 'instant' })")
    phone.screenshot(path=IMAGES / "page-phone.png")


def course(folder: Path, browser: Browser) -> None:
    """The practice page of the course, a choice answered; a lesson's page in Korean on a phone."""
    shutil.copytree(DOCS.parent / "lessons", folder / "lessons")
    shutil.copy(DOCS.parent / "mediaquiz.yaml", folder)
    run(folder, "build")
    run(folder, "export", "html", "--lesson", "Directing Shots", "-o", "course-en.html")
    config = folder / "mediaquiz.yaml"
    config.write_text(config.read_text(encoding="utf-8").replace("language: en", "language: ko"), encoding="utf-8")
    run(folder, "export", "html", "--lesson", "노이즈에서 그림으로", "-o", "course-ko.html")
    desk = browser.new_page(viewport={"width": 760, "height": 700})
    desk.goto((folder / "course-en.html").as_uri())
    question = desk.locator("li:has(.option), article:has(.option), section:has(.option)").last
    question.locator(".option").first.click()
    question.locator(".check").click()
    question.evaluate("node => node.scrollIntoView({ behavior: 'instant' })")
    desk.screenshot(path=IMAGES / "page-course.png")
    phone = browser.new_page(viewport={"width": 360, "height": 640}, color_scheme="dark")
    phone.goto((folder / "course-ko.html").as_uri())
    phone.screenshot(path=IMAGES / "page-course-ko.png")


def main() -> None:
    """All pictures anew."""
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        shutil.copytree(DOCS / "example", folder / "example")
        recording(folder / "pipeline")
        papers(folder / "example")
        chromium = shutil.which("chromium") or shutil.which("google-chrome")
        browser = playwright.chromium.launch(executable_path=chromium)
        practice(folder / "example", browser)
        (folder / "course").mkdir()
        course(folder / "course", browser)
        browser.close()
    for picture in (*IMAGES.glob("pa*.png"), IMAGES / "paper.svg"):
        if picture.stat().st_size > LARGEST:
            raise SystemExit(f"{picture} is too large")


if __name__ == "__main__":
    main()
