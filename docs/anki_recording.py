"""Makes docs/img/anki.cast and docs/img/anki.svg from a real session: ``python docs/anki_recording.py``.

A course goes to Anki, is studied there, changes, goes again, and the answers come home. ``anki`` in the session is
``anki_player.py``: Anki's own engine, without its window.
"""

import sys
import tempfile
from pathlib import Path

from recording import IMAGES, Step, record, write_cast, write_picture

TITLE = "mediaquiz: decks that update in Anki, and answers that come home"
PLAYER = Path(__file__).parent / "anki_player.py"
STEPS: tuple[Step, ...] = (
    (("$ ",), "mediaquiz export anki -o course.apkg\r", 1.0),
    (("items written",), "anki import course.apkg\r", 2.0),
    (("48 new",), "anki study 20\r", 2.0),
    (("20 answers",), "anki tag mine 'search engine'\r", 2.6),
    (("Tagged",), "# Two lessons are edited\r", 2.0),
    (("$ ",), "sed -i 's/glue them together/paste them together/' lessons/*/01-*.md\r", 1.0),
    (("$ ",), "sed -i 's/enlarges faults along/enlarges flaws along/' lessons/*/02-*.md\r", 1.0),
    (("$ ",), "mediaquiz build && mediaquiz export anki -o course.apkg\r", 1.3),
    (("items written",), "anki import course.apkg\r", 2.6),
    (("0 new, 2 updated, 46 unchanged",), "anki history\r", 3.2),
    (("20 answers",), "anki export home.apkg\r", 3.2),
    (("Exported",), "mediaquiz import anki home.apkg\r", 1.0),
    (("20 new reviews",), "mediaquiz due\r", 2.0),
    (("$ ",), "exit\r", 3.0),
)


def prepare(folder: Path) -> None:
    """A demo course in the folder, and ``anki`` among its programs."""
    programs = folder / "bin"
    programs.mkdir()
    player = programs / "anki"
    player.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{PLAYER}" "$@"\n', encoding="utf-8")
    player.chmod(0o755)


def main() -> None:
    """Play, and write both."""
    with tempfile.TemporaryDirectory() as folder:
        prepare(Path(folder))
        events = record(Path(folder), STEPS, before="mediaquiz init --demo course > /dev/null && cd course")
    write_cast(events, IMAGES / "anki.cast", TITLE)
    write_picture(events, IMAGES / "anki.svg", "A course in Anki: export, study, an edit, export again, answers home")
    sys.stdout.write(f"{events[-1][0]:.0f} s, {len(events)} events\n")


if __name__ == "__main__":
    main()
