"""Use case: what the log and the decks say of learning, in numbers."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import timedelta
from pathlib import Path

from mediaquiz import readers
from mediaquiz.app import lessonfile
from mediaquiz.app.office import KINDS
from mediaquiz.app.progress import due_days
from mediaquiz.app.quiz import Desk, title_of
from mediaquiz.app.takealong import spent_of
from mediaquiz.measure.curves import curves
from mediaquiz.measure.fit import calibration, fit
from mediaquiz.measure.forecast import forecast
from mediaquiz.measure.progress import study_days
from mediaquiz.measure.recalls import recalls_of
from mediaquiz.measure.statistics import Cards, Leech, Statistics
from mediaquiz.measure.stats import (
    Coverage,
    answers_by_day,
    covered,
    hardest,
    retentions,
    time_of,
)
from mediaquiz.measure.streak import streak
from mediaquiz.measure.tally import WEEKS
from mediaquiz.model.deck import Deck
from mediaquiz.model.item import Item
from mediaquiz.model.lesson import Role, Source
from mediaquiz.model.pictures import question
from mediaquiz.model.problem import Severity
from mediaquiz.model.review import Stage
from mediaquiz.schedule.card import is_leech
from mediaquiz.store import log
from mediaquiz.text import clean, squash

YEAR = 53 * 7
_MARKUP = str.maketrans("", "", "*_`|")


def statistics_of(desk: Desk) -> Statistics:
    """Everything, read from the whole log: as long as it is, so long this takes."""
    today, state, totals = desk.now().day, desk.state, desk.totals()
    spent = spent_of(log.read_all(desk.course.reviews)[0])
    cards = {name: state.card(name) for name in state.cards}
    recalls = recalls_of(cards.items(), state.settings)
    homes = {item.id: (deck, item) for deck in desk.decks for item in deck.items if item.id}
    timed = ((event.value[0], spent.get(event.id, 0)) for card in cards.values() for event in card.reviews)
    year_from = today - timedelta(days=YEAR - 7 + today.weekday())
    return Statistics(
        title=desk.course.title,
        today=today,
        cards=_cards(desk),
        streak=streak(study_days(totals), today),
        retention=retentions(recalls, today),
        desired=state.settings.desired_retention,
        fit=fit(recalls),
        calibration=calibration(recalls),
        forecast=forecast(due_days(desk), today),
        year_from=year_from,
        year=answers_by_day(totals, year_from, (today - year_from).days + 1),
        time=time_of(timed, totals, today),
        concepts=hardest(recalls, lambda name: homes[name][1].concept if name in homes else ""),
        lessons=hardest(recalls, lambda name: title_of(homes[name][0]) if name in homes else ""),
        leeches=tuple(_leeches(desk)),
        coverage=tuple(_coverage(desk)),
        curves=curves(recalls),
        decay=-state.settings.parameters[20],
    )


def _live(desk: Desk) -> Iterator[tuple[Deck, Item]]:
    return ((deck, item) for deck in desk.decks for item in deck.items if item.id and item.live)


def _cards(desk: Desk) -> Cards:
    counts = dict.fromkeys(Cards.__match_args__, 0)
    for _, item in _live(desk):
        known = desk.state.standing(item.id)
        if known.suspended:
            counts["suspended"] += 1
        elif known.stage is Stage.REVIEW:
            counts["mature" if known.ivl >= WEEKS else "young"] += 1
        else:
            counts["new" if known.stage is Stage.NEW else "learning"] += 1
    return Cards(**counts)


def _leeches(desk: Desk) -> Iterable[Leech]:
    found = [
        Leech(item.id, question(item.content), title_of(deck), card.lapses)
        for deck, item in _live(desk)
        if is_leech(card := desk.state.card(item.id), desk.state.settings)
    ]
    return sorted(found, key=lambda one: (-one.lapses, one.item))


def _coverage(desk: Desk) -> Iterator[tuple[str, Coverage]]:
    """The takeaways of each lesson that has some and whose file is there."""
    for deck in desk.decks:
        takeaways = _takeaways(desk.course.root / deck.lesson, deck.lesson) if deck.lesson else ()
        if takeaways:
            yield title_of(deck), covered(takeaways, _quotes(desk, deck))


def _quotes(desk: Desk, deck: Deck) -> Mapping[str, tuple[bool, bool]]:
    quotes: dict[str, tuple[bool, bool]] = {}
    for item in deck.items:
        if item.live and item.source and (quote := _bare(item.source.quote)):
            known = desk.state.standing(item.id)
            seen, lasts = quotes.get(quote, (False, False))
            now = known.last_day is not None, known.stage is Stage.REVIEW and known.ivl >= WEEKS
            quotes[quote] = (seen or now[0], lasts or now[1])
    return quotes


def _takeaways(path: Path, name: str) -> tuple[str, ...]:
    """The takeaways of a lesson file; none when it cannot be read: other commands tell that."""
    text, problems = lessonfile.read(path)
    if any(problem.severity is Severity.ERROR for problem in problems):
        return ()
    media = "markdown" if path.suffix.lower() in KINDS else ""
    lesson, _ = readers.read(Source(name, clean(text), media))
    blocks = (block for block in lesson.blocks if block.role is Role.TAKEAWAYS)
    return tuple(_bare(entry.text) for block in blocks for entry in block.entries if entry.text)


def _bare(text: str) -> str:
    return squash(text.translate(_MARKUP)).rstrip(".")
