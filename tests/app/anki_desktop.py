"""Anki's desktop program on no screen, with add-ons: ``python anki_desktop.py BASE ADDON PORT`` runs until it is ended.

Needs ``aqt`` with PyQt6. ADDON is the folder of AnkiConnect, https://git.sr.ht/~foosoft/anki-connect (``plugin``).
"""

import json
import os
import shutil
import sys
from pathlib import Path


def prepare(base: Path) -> None:
    """A base folder with one profile, that asks nothing at its start."""
    os.environ.update(
        QT_QPA_PLATFORM="offscreen",
        QTWEBENGINE_DISABLE_SANDBOX="1",
        QTWEBENGINE_CHROMIUM_FLAGS="--no-sandbox --disable-gpu",
    )
    import anki.lang

    anki.lang.set_lang("en_US")
    from aqt.profiles import ProfileManager, VideoDriver

    base.mkdir(parents=True, exist_ok=True)
    profiles = ProfileManager(base)
    profiles.setupMeta()
    profiles.meta |= {"firstRun": False, "defaultLang": "en_US", "updates": False, "suppressUpdate": True}
    profiles.set_video_driver(VideoDriver.Software)
    if not profiles.db.list("SELECT name FROM profiles WHERE name != '_global'"):
        profiles.create("User")
    profiles.load("User")
    profiles.save()
    profiles.db.close()


def install(base: Path, addon: Path, port: int) -> None:
    """Puts AnkiConnect into the base folder, listening on a port."""
    target = base / "addons21" / "ankiconnect"
    shutil.copytree(addon, target)
    settings = target / "config.json"
    settings.write_text(json.dumps(json.loads(settings.read_text(encoding="utf-8")) | {"webBindPort": port}))


def main(base: Path, addon: Path, port: int) -> None:
    """Runs Anki."""
    prepare(base)
    install(base, addon, port)
    import aqt

    sys.argv = ["anki", "-b", str(base), "-p", "User"]
    aqt.run()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
