"""One course with an item of each type, for the tests and the pictures of cards."""

from datetime import UTC, datetime

from mediaquiz.model.deck import Deck
from mediaquiz.model.item import (
    Choice,
    Cloze,
    Content,
    Item,
    ListAll,
    Match,
    Multi,
    Order,
    Practice,
    Provenance,
    Recall,
    Short,
    TrueFalse,
)
from mediaquiz.model.stages import Shipment

FLOW = """Brief ──► Storyboard ──► Shots
              │            │
              └── review ◄─┘"""

CONTENTS: dict[str, Content] = {
    "recall": Recall("Why does one prompt give a *different* picture each time?", "Each seed starts from other noise."),
    "short": Short("What is the random starting number of a picture called?", "seed", accept=("random seed", "시드")),
    "cloze": Cloze("Weights take up far {{less}} room than the pictures they were learned from.", hint="how much?"),
    "choice": Choice(
        "What does `--seed 7` keep the same?",
        "the random starting point",
        ("the size of the picture", "the words of the prompt", "the model's weights"),
    ),
    "multi": Multi(
        "Which of these does a model keep after training?", ("weights", "a vocabulary"), ("pictures", "captions")
    ),
    "truefalse": TrueFalse("A model stores its training pictures.", answer=False, correction="It stores weights."),
    "order": Order("Bring the steps of a short film into order.", ("brief", "storyboard", "shots", "edit", "sound")),
    "list": ListAll("What must agree from frame to frame?", ("people", "objects", "light"), accept=(("faces",), (), ())),
    "match": Match(
        "Which word belongs to which meaning?",
        (("prompt", "what you ask for"), ("seed", "where chance begins"), ("weights", "what was learned")),
    ),
    "practice": Practice(
        "Make two pictures with one prompt and two seeds.", check="You can name what differs.", period="10 minutes"
    ),
}
"""A content of each type, under the type's name."""


def item(name: str, content: Content, **fields: object) -> Item:
    """An item whose id is made from a short name."""
    common: dict[str, object] = {
        "explain": "Chance enters through the seed; everything else was given.",
        "source": Provenance("0" * 12, "sample", "A **seed** decides the random starting point of a picture."),
        "tags": ("mental model", "seeds::basics"),
    }
    return Item(id=name.ljust(12, "x"), content=content, **{**common, **fields})  # type: ignore[arg-type]


def deck(*items: Item, number: int = 1, title: str = "What Models Keep", track: str = "Foundations") -> Deck:
    """A deck of a lesson."""
    stem = f"{number:02}-{title.lower().replace(' ', '-')}"
    return Deck(f"decks/{stem}.yaml", f"lessons/{stem}.md", title, track, number, items=items)


def shipment(*decks: Deck, **fields: object) -> Shipment:
    """A shipment of a course named Pictures, at a fixed moment."""
    common: dict[str, object] = {"now": datetime(2026, 11, 21, 9, tzinfo=UTC)}
    return Shipment("pictures", "Pictures", decks, **{**common, **fields})  # type: ignore[arg-type]


def sample_items() -> list[Item]:
    """An item of each type."""
    return [item(name, content) for name, content in CONTENTS.items()]
