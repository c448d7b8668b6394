"""The progress of a course's cards, as another program takes it over."""

from collections.abc import Iterable

from mediaquiz.app.course import Course
from mediaquiz.app.usersettings import read_user_settings
from mediaquiz.model.deck import Deck
from mediaquiz.model.review import Kind, Memory, Progress, Record, Stage
from mediaquiz.schedule.card import CardState
from mediaquiz.schedule.fold import fold
from mediaquiz.schedule.memory import replay
from mediaquiz.schedule.settings import Settings
from mediaquiz.store import log


def progress_of(course: Course, decks: Iterable[Deck]) -> dict[str, Progress]:
    """The progress of every item of the decks that was answered or suspended."""
    records, _ = log.read_all(course.reviews)
    state = fold(records, read_user_settings()[0])
    spent = spent_of(records)
    cards = ((item.id, state.card(item.id)) for deck in decks for item in deck.items if item.id)
    return {name: _progress(card, state.settings, spent) for name, card in cards if card.answers or card.suspended}


def spent_of(records: Iterable[Record]) -> dict[str, int]:
    """How many ms each answer took, by the name it has in a card's history."""
    spent: dict[str, int] = {}
    for record in records:
        if record.kind in (Kind.REVIEW, Kind.IMPORT):
            imported = record.kind == Kind.IMPORT
            name = f"{record.data.get('origin')}:{record.data.get('key')}" if imported else record.id
            ms = record.data.get("ms")
            spent[name] = ms if isinstance(ms, int) and ms > 0 else 0
    return spent


def _progress(card: CardState, settings: Settings, spent: dict[str, int]) -> Progress:
    memory = replay(card.history, settings)
    return Progress(
        memory=memory,
        answers=card.answers,
        starts=card.starts,
        spent=tuple(spent.get(answer.id, 0) for answer in card.answers),
        suspended=card.suspended,
        steps_left=_steps_left(memory, settings),
        retention=settings.desired_retention,
        decay=settings.parameters[20],
    )


def _steps_left(memory: Memory, settings: Settings) -> int:
    steps = {Stage.LEARNING: settings.learning_steps, Stage.RELEARNING: settings.relearning_steps}
    return max(len(steps.get(memory.stage, ())) - (memory.step or 0), 0)
