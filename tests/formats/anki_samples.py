"""One course with an item of each type, for the tests and the pictures of cards."""

from collections.abc import Mapping
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
    "list": ListAll(
        "What must agree from frame to frame?", ("people", "objects", "light"), accept=(("faces",), (), ())
    ),
    "match": Match(
        "Which word belongs to which meaning?",
        (("prompt", "what you ask for"), ("seed", "where chance begins"), ("weights", "what was learned")),
    ),
    "practice": Practice(
        "Make two pictures with one prompt and two seeds.", check="You can name what differs.", period="10 minutes"
    ),
}
"""A content of each type, under the type's name."""


WHY = "Chance enters through the seed; everything else was given."
SOURCE = Provenance("0" * 12, "sample", "A **seed** decides the random starting point of a picture.")


def item(
    name: str, content: Content, *, why: str = WHY, source: Provenance | None = SOURCE, lang: str = "", tags: str = ""
) -> Item:
    """An item whose id begins with a short name; ``tags`` are joined by commas."""
    labels = tuple(tag for tag in tags.split(",") if tag)
    return Item(id=name.ljust(12, "x"), content=content, explain=why, source=source, lang=lang, tags=labels)


def deck(*items: Item, number: int = 1, title: str = "What Models Keep", track: str = "Foundations") -> Deck:
    """A deck of a lesson."""
    stem = f"{number:02}-{title.lower().replace(' ', '-')}"
    return Deck(f"decks/{stem}.yaml", f"lessons/{stem}.md", title, track, number, items=items)


def shipment(
    *decks: Deck,
    changed_at: Mapping[str, datetime] | None = None,
    retired: tuple[Deck, ...] = (),
    options: Mapping[str, str] | None = None,
) -> Shipment:
    """A shipment of a course named Pictures."""
    now = datetime(2026, 11, 21, 9, tzinfo=UTC)
    return Shipment("pictures", "Pictures", decks, now, changed_at or {}, retired, options or {})


def sample_items() -> list[Item]:
    """An item of each type."""
    return [item(name, content) for name, content in CONTENTS.items()]


def extra_items() -> list[Item]:
    """Items whose looks matter: Korean, a drawing with code, one with nothing but a question and an answer."""
    korean = Recall("시드(seed)를 고정하면 무엇이 같아지나요?", "그림이 출발하는 **무작위 시작점**이 같아져요.")
    why = "나머지 조건이 같다면 같은 그림을 다시 얻을 수 있어요."
    quote = Provenance("0" * 12, "sample", "시드는 그림의 무작위 시작점을 정하는 숫자예요.")
    drawing = Recall(f"Which step comes again after the review?\n\n{FLOW}", "The storyboard: `redraw()` runs again.")
    return [
        item("korean", korean, lang="ko", why=why, source=quote),
        item("drawing", drawing, source=None),
        item("bare", Recall("Is `a<b` code?", "Yes."), source=None, why=""),
    ]
