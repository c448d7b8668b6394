"""Machines of one learner: each knows the records it wrote and those it was brought, and promises by them."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from mediaquiz.model.review import Kind, Rating, Record
from mediaquiz.schedule.day import study_day
from mediaquiz.schedule.fold import State, fold
from mediaquiz.schedule.memory import replay, schedule
from mediaquiz.schedule.settings import Settings

START = datetime(2026, 11, 1, 9, tzinfo=UTC)


@dataclass
class Clock:
    """The time that all machines of a story share."""

    at: datetime = START

    def wait(self, **span: float) -> None:
        self.at += timedelta(**span)


@dataclass
class Machine:
    """One machine and what it knows."""

    device: str = "aaaa"
    clock: Clock = field(default_factory=Clock)
    base: Settings = field(default_factory=Settings)
    records: list[Record] = field(default_factory=list)
    written: int = 0

    @property
    def state(self) -> State:
        return fold(self.records, self.base)

    def write(self, kind: Kind | str, item: str = "", **data: object) -> Record:
        self.written += 1
        at = self.clock.at
        record = Record(f"{self.device}-{self.written}", kind, at, study_day(at), 0, item, data)
        self.records.append(record)
        self.clock.wait(seconds=1)
        return record

    def answer(self, rating: int, item: str = "item") -> Record:
        """A review with the promise that its buttons showed."""
        state, at = self.state, self.clock.at
        card, settings = state.card(item), state.settings
        done = schedule(replay(card.history, settings), Rating(rating), at, study_day(at), item, settings)
        data = {"due": done.due, "ivl": done.ivl, "params": settings.params_id, "past": card.past}
        return self.write(Kind.REVIEW, item, rating=rating, **data)

    def undo(self, record: Record) -> Record:
        return self.write(Kind.VOID, record.item, target=record.id)

    def bring(self, other: "Machine") -> None:
        """The other machine's records are copied here."""
        known = {record.id for record in self.records}
        self.records += [record for record in other.records if record.id not in known]
