"""Pictures of cards in Anki's own program: ``python anki_reviewer.py PACKAGE FOLDER ID…``; needs ``aqt`` with PyQt6.

For each item: question and answer, by day and by night, at desktop width and at 360 pixels.
"""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from anki_desktop import prepare

SIZES = {"desktop": (900, 700), "phone": (360, 640)}
_PAUSE_MS = 900


def shots(window: Any, items: list[str], folder: Path) -> Iterator[None]:
    """Shows one card after the other and takes its picture; yields where the program must draw."""
    from aqt.theme import Theme

    for part in (window, window.form.centralwidget, window.toolbarWeb, window.web, window.bottomWeb):
        part.setMinimumWidth(1)  # Anki's own is more than a phone's
    for item in items:
        (card,) = window.col.find_cards(f"ID:{item}")
        window.col.sched.suspend_cards(window.col.find_cards(f"-ID:{item}"))
        window.col.sched.unsuspend_cards([card])
        for theme in (Theme.LIGHT, Theme.DARK):
            window.set_theme(theme)
            for name, size in SIZES.items():
                window.resize(*size)
                window.col.decks.select(window.col.get_card(card).did)
                yield  # a theme is taken over later
                window.moveToState("overview")
                yield
                window.moveToState("review")
                yield
                for side in ("question", "answer"):
                    if side == "answer":
                        window.reviewer._showAnswer()
                        yield
                    night = "night" if theme == Theme.DARK else "day"
                    window.grab().save(str(folder / f"anki-{item.rstrip('x')}-{side}-{night}-{name}.png"))
                window.moveToState("deckBrowser")


def main(package: Path, folder: Path, items: list[str]) -> None:
    """Runs Anki until all pictures are taken."""
    with tempfile.TemporaryDirectory() as base:
        prepare(Path(base))
        import aqt
        from anki.collection import ImportAnkiPackageOptions, ImportAnkiPackageRequest
        from aqt import gui_hooks
        from aqt.qt import QTimer

        def start() -> None:
            window: Any = aqt.mw
            request = ImportAnkiPackageRequest(package_path=str(package), options=ImportAnkiPackageOptions())
            window.col.import_anki_package(request)
            waiting = shots(window, items, folder)

            def step() -> None:
                if next(waiting, "done") == "done":
                    window.close()
                else:
                    QTimer.singleShot(_PAUSE_MS, step)

            QTimer.singleShot(_PAUSE_MS, step)

        gui_hooks.main_window_did_init.append(start)
        sys.argv = ["anki", "-b", base, "-p", "User"]
        aqt.run()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3:])
