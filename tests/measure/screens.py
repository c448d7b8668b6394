"""What commands write, on terminals of any width, and the files that say what it should be.

After a wanted change, ``MEDIAQUIZ_GOLDEN=write pytest tests/measure`` writes the files anew; read the difference.
"""

import io
import os
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path

from learners import START, months

from mediaquiz.app.course import Course
from mediaquiz.app.quiz import Desk
from mediaquiz.cli.context import Context
from mediaquiz.cli.strings import Texts
from mediaquiz.cli.ui import Ui
from mediaquiz.model.deck import Deck
from mediaquiz.model.item import Item, Provenance, Recall
from mediaquiz.model.review import Record
from mediaquiz.schedule.fold import fold

GOLDEN = Path(__file__).parent / "golden"
NOW = START + timedelta(days=119)
LESSONS = (
    ("Why bread rises", "Kitchen", "yeast"),
    ("발효와 온도", "Kitchen", "온도"),
    ("A lesson whose title is far too long for a narrow terminal", "Kitchen", "length"),
    ("Light", "", "aperture"),
    ("소리의 세 가지 성질", "소리", "음색"),
)


class Screen(io.StringIO):
    """A terminal that keeps what is written."""

    encoding = "utf-8"

    def __init__(self, tty: bool) -> None:
        super().__init__()
        self._tty = tty

    def isatty(self) -> bool:
        return self._tty


def context(columns: int, language: str = "en", *, plain: bool = False, json: bool = False) -> tuple[Context, Screen]:
    """What a command gets, and the terminal on which it writes; without colours, which other tests see."""
    screen = Screen(tty=not plain)
    env = {"COLUMNS": str(columns), "NO_COLOR": "1", "TERM": "xterm"}
    return Context(Ui(screen, screen, plain=plain, env=env), Texts(language), json=json), screen


def decks(each: int = 8) -> tuple[Deck, ...]:
    """Five lessons of so many cards."""
    return tuple(
        Deck(
            f"decks/{number}.yaml",
            f"lessons/{number}.md",
            title,
            track,
            items=tuple(
                Item(
                    f"card{card:08}",
                    Recall(f"What does stage {card} of {title} do?", "It goes on."),
                    concept=f"{concept} {card // 2}",
                    source=Provenance("", "statement", f"Point {card % each + 1} about {concept} is worth keeping."),
                )
                for card in range(number * each, number * each + each)
            ),
        )
        for number, (title, track, concept) in enumerate(LESSONS)
    )


def desk(
    records: Sequence[Record] | None = None, now: datetime = NOW, root: Path = Path("course"), each: int = 8
) -> Desk:
    """A learner's place in a course, after four months."""
    log = months() if records is None else records
    return Desk(Course(root, "bread", "Bread and light"), decks(each), fold(log), (), lambda: now)


def compare(name: str, told: str) -> None:
    """What was written is what the file holds."""
    file = GOLDEN / f"{name}.txt"
    if os.environ.get("MEDIAQUIZ_GOLDEN") == "write":
        file.parent.mkdir(exist_ok=True)
        file.write_text(told, encoding="utf-8")
    assert told == file.read_text(encoding="utf-8")
