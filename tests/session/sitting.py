"""One item of each type, small enough to read at a glance."""

from datetime import UTC, date, datetime, timedelta

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
from mediaquiz.session.values import Card, Now

CONTENTS: tuple[Content, ...] = (
    Recall("Why does a tripod help?", "It keeps the frame still."),
    Short("What opens and closes to let light in?", "the shutter", ("leaf shutter",)),
    Cloze("A low {{f-number}} blurs the background.", ("f number", "f-stop"), "a ratio"),
    Choice("Which move turns the camera sideways?", "pan", ("tilt", "dolly", "zoom")),
    Multi("Which are sides of the exposure triangle?", ("aperture", "ISO"), ("focal length", "white balance")),
    TrueFalse("A longer exposure lets in less light.", False, "It lets in more light."),
    Order("Put the work in order.", ("script", "storyboard", "shoot", "edit")),
    ListAll("Name the three sides of the exposure triangle.", ("aperture", "shutter speed", "ISO")),
    Match("What does each control?", (("aperture", "depth"), ("shutter", "motion"), ("ISO", "noise"))),
    Practice("Film one object for ten seconds from three distances.", "The object stays in focus.", "10 minutes"),
)

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


def now(seconds: float = 0) -> Now:
    """A moment on the first day of the tests."""
    return Now(NOON + timedelta(seconds=seconds), date(2026, 3, 2))


def cards(count: int = len(CONTENTS)) -> tuple[Card, ...]:
    """New cards from two lessons, one of each type in turn."""
    return tuple(
        Card(
            Item(
                f"item{n:08d}",
                CONTENTS[n % len(CONTENTS)],
                explain="Because light adds up.",
                source=Provenance("0" * 12, "sample", "Light adds up while the shutter is open."),
            ),
            lesson=f"Lesson {n % 2 + 1}",
            source=f"lessons/{n % 2 + 1}.md",
        )
        for n in range(count)
    )
