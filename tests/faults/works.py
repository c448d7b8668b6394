"""What people do with a course: a table of commands, with what is typed or piped into them and what they need."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ITEMS = 12
IDS = [f"potter{number:06d}" for number in range(ITEMS)]
DECK = "decks/own/pottery.yaml"
SHELF = "shelf/pottery.yaml"
"""Where the deck really is: its place in the course is a symbolic link."""
MODE = 0o640
POTTERY = "version: 1\ntitle: Pottery\nitems:\n" + "".join(
    f"  # {number}: asked in the workshop\n"
    f"  - id: {name}\n    type: recall\n    stem: What is step {number} of throwing a pot?\n"
    f"    answer: It is the one that follows step {number - 1}.\n    status: {'draft' if number > 4 else 'ready'}\n"
    for number, name in enumerate(IDS, start=1)
)
NEW_ITEM = "items:\n  - type: recall\n    stem: What does a kiln do?\n    answer: It turns clay into stone.\n"
SERVED = '{"do": "reveal"}\n{"do": "rate", "rating": 3}\n'
CSV = "type,stem,answer\n" + "".join(f"short,Which glaze has number {n}?,Glaze {n}\n" for n in range(1, 9))
FACTS = {
    "bread": ("Yeast makes the dough rise because it turns sugar into gas.",
              "Salt makes the ferment slow because it draws water out of cells.",
              "Steam makes the crust of bread and pastry thin because it keeps the skin soft."),
    "pastry": ("Butter makes the pastry flaky because it parts the layers.",
               "Lemon makes the cream thick because it curdles the protein."),
}  # fmt: skip
LATER = "Rye makes the loaf moist because it holds more water than wheat."


def write_lesson(course: Path, name: str, *facts: str) -> None:
    """A lesson with these takeaways."""
    text = "".join(f"- {fact}\n" for fact in facts)
    (course / "lessons" / f"{name}.md").write_text(f"# {name.title()}\n\n## Key Takeaways\n\n{text}", encoding="utf-8")


def lessons_changed(course: Path) -> None:
    """One fact moves from a lesson to the other, one is new, one is gone.

    The one that moves speaks of both lessons, so that it is the same item in both. One whose context changes with its
    lesson is first carried over as it is and then follows its new lesson: two writes, each of them whole.
    """
    write_lesson(course, "bread", *FACTS["bread"][:2], LATER)
    write_lesson(course, "pastry", *FACTS["pastry"], FACTS["bread"][2])


def something_lost(course: Path) -> None:
    """A deck is gone, another was changed, and the log lacks its last line."""
    (course / "decks" / "bread.yaml").unlink()
    deck = course / "decks" / "pastry.yaml"
    deck.write_text(deck.read_text(encoding="utf-8").replace("status: ready", "status: approved"), encoding="utf-8")
    log = next((course / "reviews").glob("*.jsonl"))
    log.write_bytes(b"".join(log.read_bytes().splitlines(keepends=True)[:-1]))


def nothing(course: Path) -> None:
    """The course as it is."""


@dataclass(frozen=True)
class Work:
    """One kind of work. ``before`` is done to the course first; ``steps`` says that each key may leave the decks in a
    state of its own, so that only their wholeness is held against them; ``once`` that
    doing it twice is doing it once."""

    arguments: tuple[str, ...]
    keys: str = ""
    stdin: str = ""
    editor: str = ""
    before: Callable[[Path], None] = nothing
    steps: bool = False
    once: bool = True


WORKS: dict[str, Work] = {
    "quiz": Work(("quiz", "--new"), keys="\r3" * 6 + "\r" * 8 + "q\r" * 3),
    "serve": Work(("quiz", "--new", "--serve"), stdin=SERVED * 6),
    "cram": Work(("cram", "--max", "4"), keys="\r3" * 4 + "\r" * 4 + "q\r" * 3),
    "undo": Work(("undo", "2")),
    "suspend": Work(("suspend", IDS[0])),
    "config": Work(("config", "new_per_day", "7")),
    "build": Work(("build",), before=lessons_changed),
    "approve": Work(("items", "approve", "--status", "draft")),
    "retire": Work(("items", "retire", *IDS[::2], "--reason", "asked twice")),
    "edit": Work(("items", "edit", IDS[3]), editor="sed -i --follow-symlinks s/throwing/shaping/"),
    "new": Work(("items", "new", "--deck", "pottery", "--from", "-"), stdin=NEW_ITEM, once=False),
    "review": Work(("items", "review"), keys="1" * 5 + "q\r" * 3, steps=True),
    "add": Work(("add", "What does a wheel do?", "It turns."), once=False),
    "export anki": Work(("export", "anki", "-o", "out.apkg")),
    "export html": Work(("export", "html", "-o", "out.html", "--seed", "1")),
    "export forms": Work(("export", "html", "--forms", "A,B", "-o", "out.html", "--seed", "1")),
    "export moodle": Work(("export", "moodle", "-o", "out.xml")),
    "export qti": Work(("export", "qti", "-o", "out.zip")),
    "export reviews": Work(("export", "reviews", "-o", "out.csv")),
    "import": Work(("import", "csv", "../glazes.csv")),
    "import reviews": Work(("import", "reviews", "../reviews.csv")),
    "backup": Work(("backup", "saved.zip")),
    "restore": Work(("restore", "../backup.zip"), before=something_lost),
}
