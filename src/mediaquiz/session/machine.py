"""The actions of a sitting. Each takes the state and returns a ``Step``; none reads a clock or writes anything.

An action that makes no sense in the present phase changes nothing and says so (``Notice.NOT_NOW``).
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from mediaquiz.grade.values import Detail, Verdict, graded
from mediaquiz.model.frozen import replace
from mediaquiz.model.item import Item, Practice
from mediaquiz.model.review import Answered as Reviewed
from mediaquiz.model.review import Kind, Purpose, Rating
from mediaquiz.model.views import wording
from mediaquiz.schedule.settings import Settings
from mediaquiz.session.hints import Hint, hints
from mediaquiz.session.shuffle import shown_options
from mediaquiz.session.values import (
    Answered,
    Append,
    Attempt,
    Card,
    Effect,
    Notice,
    Now,
    Phase,
    Ready,
    Session,
    Step,
    Void,
)

if TYPE_CHECKING:
    from mediaquiz.schedule.memory import Forecast

LONGEST_MS = 600_000
"""A card that waits longer than ten minutes was not being thought about."""
_RATINGS, _HINTED = tuple(Rating), (Rating.AGAIN, Rating.HARD)


def begin(
    cards: Iterable[Card],
    seed: int,
    settings: Settings,
    now: Now,
    purpose: Purpose = Purpose.STUDY,
    length: timedelta | None = None,
) -> Session:
    """A sitting that asks these cards in this order. Without cards it is done at once.

    After ``length`` no further question comes; the one that is on the screen may still be answered.
    """
    queue = tuple(cards)
    until = now.at + length if length else None
    return _next(Session(settings, seed, len(queue), queue, purpose=purpose, until=until), now)


def repeat(session: Session, cards: Iterable[Card], now: Now) -> Session:
    """After the end, a sitting with these cards that changes no schedule; ``undo`` leads back to the one before."""
    again = begin(cards, seed_of(session), session.settings, now, Purpose.CRAM)
    return replace(again, past=(session, None))


def prepare(session: Session, now: Now) -> Session:
    """The same sitting with all that needs no answer worked out, for a skin to do while the learner thinks."""
    card = session.current
    return session if card is None else replace(session, ready=ready(session, card, now))


def ready(session: Session, card: Card, now: Now) -> Ready:
    """What the present card needs on this study day: what was prepared, if that was."""
    known = session.ready
    if known and known.day == now.day and known.attempt is session.attempt:
        return known
    forecast = known.forecast if known and known.day == now.day else None
    if forecast is None and session.schedules:
        forecast = card.forecast(session.settings, now.day)
    reviews = _reviews(session, card, session.attempt, forecast) if session.attempt else {}
    return Ready(now.day, options(session), forecast, session.attempt, reviews, session.queue, session.queue[1:])


def submit(session: Session, text: str, now: Now) -> Step:
    """Answers the question. Text that cannot be an answer (a number that no option has) leaves the question."""
    from mediaquiz.grade.answers import grade

    card = session.current
    if card is None or session.phase is not Phase.ASKING:
        return Step(session, notice=Notice.NOT_NOW)
    found = grade(card.item.content, text, shown=options(session), aliases=card.aliases)
    if found is None:
        return Step(session, notice=Notice.NOT_READ)
    answered = replace(session, phase=Phase.ANSWERED, attempt=Attempt(text, found, _elapsed(session, now)))
    if isinstance(card.item.content, Practice) and text.strip():
        note = Append(Kind.NOTE, card.item.id, {"text": text.strip()})
        return Step(_remember(answered, session, note), note)
    return Step(answered)


def reveal(session: Session, now: Now) -> Step:
    """Shows the answer without giving one."""
    from mediaquiz.grade.answers import unanswered

    if session.current is None or session.phase is not Phase.ASKING:
        return Step(session, notice=Notice.NOT_NOW)
    attempt = Attempt("", unanswered(session.current.item.content), _elapsed(session, now))
    return Step(replace(session, phase=Phase.ANSWERED, attempt=attempt))


def rate(session: Session, rating: Rating, now: Now) -> Step:
    """Rates the answer: the review record, and the next question."""
    card, attempt = session.current, session.attempt
    if card is None or attempt is None or session.phase is not Phase.ANSWERED:
        return Step(session, notice=Notice.NOT_NOW)
    if rating not in ratings(session):
        return Step(session, notice=Notice.HINTED)
    return (_learn if session.schedules else _practise)(session, card, attempt, rating, now)


def _learn(session: Session, card: Card, attempt: Attempt, rating: Rating, now: Now) -> Step:
    """The answer counts: the record says when the card comes again, which may be in this sitting."""
    known = ready(session, card, now)
    forecast = known.forecast or card.forecast(session.settings, now.day)
    due, ivl = forecast.promised(rating, now.at)
    data, again = known.reviews[rating], session.again
    if ivl <= 0:
        data = {**data, "due": due}
        if forecast.scheduled(rating, now.at).memory.due_day == now.day:
            review = Reviewed(now.at, now.day, rating, due, ivl, params=forecast.settings.params_id)
            again = _with(again, replace(card, history=(*card.history, review), notes=_notes(card, attempt)))
    record = Append(Kind.REVIEW, card.item.id, data, now)
    return Step(_after(session, Answered(card, attempt, rating, due), record, session.queue, again, now), record)


def _practise(session: Session, card: Card, attempt: Attempt, rating: Rating, now: Now) -> Step:
    """The answer is noted and changes no schedule; a card that was failed comes once more at the end."""
    record = Append(Kind.REVIEW, card.item.id, ready(session, card, now).reviews[rating], now)
    queue = (*session.queue, card) if rating is Rating.AGAIN else session.queue
    answered = Answered(card, attempt, rating, "")
    return Step(_after(session, answered, record, queue, session.again, now), record)


def _after(
    session: Session, answered: Answered, record: Append, queue: tuple[Card, ...], again: tuple[Card, ...], now: Now
) -> Session:
    """The state after an answer, with the next card."""
    answers = (*session.answers, answered)
    return _next(session, now, queue=queue, again=again, answers=answers, past=(session, record))


def hint(session: Session) -> Step:
    """Gives the next hint. The record will say so, and the answer is Hard at best."""
    card = session.current
    if card is None or session.phase is not Phase.ASKING:
        return Step(session, notice=Notice.NOT_NOW)
    if session.hints >= len(hints(card.item.content, options(session))):
        return Step(session, notice=Notice.NO_HINT)
    return Step(replace(session, hints=session.hints + 1))


def hinted(session: Session) -> tuple[Hint, ...]:
    """The hints that were given for the present question."""
    card = session.current
    return hints(card.item.content, options(session))[: session.hints] if card else ()


def ratings(session: Session) -> tuple[Rating, ...]:
    """The ratings that the present answer may get: with a hint it was Hard at best."""
    return _HINTED if session.hints else _RATINGS


def suggested(session: Session) -> Rating | None:
    """The rating that Enter takes; None where the learner must choose."""
    found = session.attempt.grade.suggested if session.attempt else None
    return found if found is None else min(found, max(ratings(session)))


def accept(session: Session) -> Step:
    """Declares the typed answer right, now and in future: an ``alias`` record."""
    card, attempt = session.current, session.attempt
    if card is None or attempt is None or session.phase is not Phase.ANSWERED or not can_accept(session):
        return Step(session, notice=Notice.NOT_NOW)
    record = Append(Kind.ALIAS, card.item.id, {"text": attempt.text.strip()})
    right = replace(attempt, grade=graded(Verdict.RIGHT, Detail(wanted=attempt.text.strip())))
    own = replace(card, aliases=(*card.aliases, attempt.text.strip()))
    return Step(_remember(replace(session, current=own, attempt=right), session, record), record, Notice.ALIAS)


def can_accept(session: Session) -> bool:
    """Whether the learner may declare the answer right: it was typed, and it was not found right."""
    card, attempt = session.current, session.attempt
    return (
        card is not None
        and attempt is not None
        and card.item.type in {"short", "cloze"}
        and bool(attempt.text.strip())
        and attempt.grade.verdict in {Verdict.WRONG, Verdict.CLOSE}
    )


def skip(session: Session, now: Now) -> Step:
    """Puts the card behind those not shown yet, or behind the next that comes back; nothing is recorded.

    The last card cannot be skipped.
    """
    card = session.current
    if card is None:
        return Step(session, notice=Notice.NOT_NOW)
    after = _next(session, now)
    if after.current is None:
        return Step(session, notice=Notice.LAST)
    return Step(_remember(replace(after, queue=(*after.queue, card)), session, None), notice=Notice.SKIPPED)


def suspend(session: Session, now: Now) -> Step:
    """Never asks the card again until it is resumed."""
    return _drop(session, Kind.SUSPEND, {}, Notice.SUSPENDED, now)


def bury(session: Session, now: Now) -> Step:
    """Puts the card off until tomorrow."""
    until = (now.day + timedelta(days=1)).isoformat()
    return _drop(session, Kind.BURY, {"until": until}, Notice.BURIED, now)


def flag(session: Session, text: str) -> Step:
    """Marks the item for its author, with a reason; the question stays."""
    card = session.current
    if card is None or not text.strip():
        return Step(session, notice=Notice.NOT_NOW)
    record = Append(Kind.FLAG, card.item.id, {"text": text.strip()})
    return Step(_remember(session, session, record), record, Notice.FLAGGED)


def note(session: Session, text: str) -> Step:
    """Keeps a note of the learner's to the card; the question stays."""
    card = session.current
    if card is None or not text.strip():
        return Step(session, notice=Notice.NOT_NOW)
    record = Append(Kind.NOTE, card.item.id, {"text": text.strip()})
    noted = replace(session, current=replace(card, notes=(*card.notes, text.strip())))
    return Step(_remember(noted, session, record), record, Notice.NOTED)


def reword(session: Session, item: Item) -> Session:
    """The sitting with a new wording of an item. Where that is on the screen it is asked again; nothing is recorded."""

    def renewed(card: Card) -> Card:
        return replace(card, item=item) if card.item.id == item.id else card

    after = replace(session, queue=tuple(map(renewed, session.queue)), again=tuple(map(renewed, session.again)))
    card = session.current
    if card is None or card.item.id != item.id or card.item == item:
        return after
    shown = session.shown + 1
    return replace(after, current=renewed(card), phase=Phase.ASKING, attempt=None, hints=0, shown=shown, ready=None)


def withdraw(session: Session, item_id: str, now: Now) -> Session:
    """The sitting without an item that is no longer asked, because its author took it out; nothing is recorded."""

    def left(cards: Iterable[Card]) -> tuple[Card, ...]:
        return tuple(card for card in cards if card.item.id != item_id)

    after = replace(session, queue=left(session.queue), again=left(session.again))
    return _next(after, now) if session.current and session.current.item.id == item_id else after


def undo(session: Session) -> Step:
    """Takes the last action back, also from the summary. The state is exactly that before the action."""
    if session.past is None:
        return Step(session, notice=Notice.NOTHING_TO_UNDO)
    before, effect = session.past
    return Step(before, Void() if effect is not None else None, Notice.UNDONE)


def finish(session: Session) -> Session:
    """Ends the sitting now; the question on the screen counts for nothing."""
    if session.current is None:
        return session
    kept = (session.current, *session.queue)
    ended = replace(session, queue=kept, current=None, phase=Phase.DONE, attempt=None, asked_at=None, ready=None)
    return _remember(ended, session, None)


def options(session: Session) -> tuple[str, ...]:
    """The numbered options of the present question, as shown."""
    if session.ready:
        return session.ready.options
    return shown_options(session.current.item, seed_of(session)) if session.current else ()


def seed_of(session: Session) -> int:
    """The seed of this showing, which the record keeps."""
    return session.seed + session.shown


def _drop(session: Session, kind: Kind, data: dict[str, object], notice: Notice, now: Now) -> Step:
    if session.current is None:
        return Step(session, notice=Notice.NOT_NOW)
    record = Append(kind, session.current.item.id, data)
    return Step(_next(_remember(session, session, record), now), record, notice)


def _remember(after: Session, before: Session, effect: Effect | None) -> Session:
    return replace(after, past=(before, effect))


def _elapsed(session: Session, now: Now) -> int:
    if session.asked_at is None:
        return 0
    return min(max(round((now.at - session.asked_at).total_seconds() * 1000), 0), LONGEST_MS)


def _notes(card: Card, attempt: Attempt) -> tuple[str, ...]:
    """The notes to a card after an answer: of a practice, what was written is one."""
    written = attempt.text.strip() if isinstance(card.item.content, Practice) else ""
    return (*card.notes, written) if written else card.notes


def _with(waiting: tuple[Card, ...], card: Card) -> tuple[Card, ...]:
    """The cards that come back today, soonest first."""
    return tuple(sorted((*waiting, card), key=lambda each: each.history[-1].due))


def _next(session: Session, now: Now, **changed: Any) -> Session:
    """The state with the next card; ``changed`` are fields of it that are no longer the session's."""
    queue, again = changed.get("queue", session.queue), changed.get("again", session.again)
    card, changed["queue"], changed["again"] = _coming(session, queue, again, now)
    if card:
        changed |= {"phase": Phase.ASKING, "asked_at": now.at, "shown": session.shown + 1}
    else:
        changed |= {"phase": Phase.DONE, "asked_at": None}
    return replace(session, current=card, attempt=None, hints=0, ready=None, **changed)


_Cards = tuple[Card, ...]


def _coming(session: Session, queue: _Cards, again: _Cards, now: Now) -> tuple[Card | None, _Cards, _Cards]:
    """The next card, and those that wait then: one whose step is over, else an unseen one, else one before its time."""
    if session.until and now.at >= session.until:
        return None, queue, again
    ahead = timedelta() if queue else session.settings.learn_ahead
    soonest = again[0].due if again else None
    if isinstance(soonest, datetime) and soonest <= now.at + ahead:
        return again[0], queue, again[1:]
    if not queue:
        return None, queue, again
    known = session.ready
    return queue[0], known.later if known and known.queue is queue else queue[1:], again


def _reviews(
    session: Session, card: Card, attempt: Attempt, forecast: "Forecast | None"
) -> dict[Rating, dict[str, object]]:
    """For each rating the data of the review record, all but the due of a step; see ``model.review``."""
    told: dict[str, object] = {"ms": attempt.ms, "mode": card.item.type.value, "seen": wording(card.item)}
    if options(session):
        told["seed"] = seed_of(session)
    if session.hints:
        told["hint"] = True
    if forecast is None:
        told["purpose"] = session.purpose.value
    else:
        told |= {"params": forecast.settings.params_id, "dr": forecast.settings.desired_retention}
    found = {}
    for rating in ratings(session):
        found[rating] = {"rating": int(rating), **told, **_judged(attempt.grade.verdict, rating)}
        if forecast:
            due, ivl = forecast.promises[rating]
            found[rating] |= {"due": due, "ivl": ivl}
    return found


def _judged(verdict: Verdict, rating: Rating) -> dict[str, object]:
    """Whether the answer was correct, where that is not the learner's to say alone."""
    if verdict is Verdict.SELF:
        return {}
    return {"correct": verdict is Verdict.RIGHT or (verdict is Verdict.CLOSE and rating is not Rating.AGAIN)}
