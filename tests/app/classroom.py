"""A course of short lessons, built in this process: for stories that build again and again."""

import random
import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from mediaquiz.app.build import build
from mediaquiz.app.course import read
from mediaquiz.app.report import Report
from mediaquiz.model.deck import Deck
from mediaquiz.model.item import Item
from mediaquiz.store.deckstore import load_decks

YEAST = "Yeast makes the dough rise because it turns sugar into gas."
SALT = "Too much salt slows the dough down because salt draws water out of the yeast."
FOLD = "Folding keeps the gas inside the loaf because it stretches the gluten."
STONE = "A hot stone browns the crust because it holds more heat than air."
RYE = "Rye bread stays moist because rye flour holds more water."
STEAM = "An oven with steam gives a thin crust because water keeps the skin soft."
DARK = "Dark flour ferments faster because it carries more wild yeast."
REST = "Long rests improve the taste because acids form slowly."
CRUMB = "**Crumb** is the soft inside of a loaf."
LEVAIN = "**Levain** is a dough of flour and water that wild yeast keeps alive."


def lesson(title: str, takeaways: Iterable[str], front: str = "") -> str:
    """The text of a lesson: a title and its takeaways."""
    return f"{front}# {title}\n\n## Key Takeaways\n\n" + "".join(f"- {line}\n" for line in takeaways)


class Classroom:
    """A course in ``root``. ``teach`` writes lessons, ``build`` is the program, ``edit`` is a human in an editor."""

    def __init__(self, root: Path, seed: int = 1) -> None:
        self.root = root
        self.rng = random.Random(seed)
        self.now = datetime(2026, 11, 21, tzinfo=UTC)
        (root / "lessons").mkdir(parents=True, exist_ok=True)

    def teach(self, name: str, *takeaways: str, front: str = "") -> None:
        """Write ``lessons/NAME.md``."""
        path = self.root / "lessons" / f"{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(lesson(name.title(), takeaways, front), encoding="utf-8")

    def drop(self, name: str) -> None:
        """Delete a lesson."""
        (self.root / "lessons" / f"{name}.md").unlink()

    def build(self, **options: bool) -> Report:
        """Run a build, an hour after the last one."""
        self.now += timedelta(hours=1)
        return build(read(self.root), now=self.now, rng=self.rng, **options)

    def deck(self, name: str) -> Path:
        """The file of a lesson's deck."""
        return self.root / "decks" / f"{name}.yaml"

    def text(self, name: str) -> str:
        """What a deck says."""
        return self.deck(name).read_bytes().decode("utf-8")

    def edit(self, name: str, before: str, after: str) -> None:
        """Change a text that stands once in a deck."""
        text = self.text(name)
        assert text.count(before) == 1, f"{text.count(before)} times {before!r} in\n{text}"
        self.deck(name).write_bytes(text.replace(before, after).encode("utf-8"))

    def block(self, name: str, word: str) -> str:
        """The lines of the item of a deck that has the word in them."""
        blocks = re.split(r"(?m)^(?=  - )", self.text(name).split("\nremoved:")[0])[1:]
        found = [block for block in blocks if word in block]
        assert len(found) == 1, f"{len(found)} items with {word!r}"
        return found[0]

    def cut(self, name: str, word: str) -> str:
        """Take an item out of a deck; its lines."""
        block = self.block(name, word)
        self.edit(name, block, "")
        return block

    @property
    def decks(self) -> dict[str, Deck]:
        """All decks by path."""
        return {deck.path: deck for deck in load_decks(self.root)[0]}

    def item(self, word: str) -> Item:
        """The one item of the course with the word in its content or quote."""
        items = [item for deck in self.decks.values() for item in deck.items]
        found = [item for item in items if word in str(item.content) or (item.source and word in item.source.quote)]
        assert len(found) == 1, f"{len(found)} items with {word!r}"
        return found[0]

    def ids(self, name: str) -> list[str]:
        """The ids of a deck, in order."""
        return [item.id for item in self.decks[f"decks/{name}.yaml"].items]

    def files(self) -> dict[str, bytes]:
        """Every file of the decks folder."""
        paths = sorted(path for path in (self.root / "decks").rglob("*") if path.is_file())
        return {path.relative_to(self.root).as_posix(): path.read_bytes() for path in paths}
