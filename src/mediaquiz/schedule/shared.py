"""What the records of no single card say together: undone records, moved histories, settings, started lessons."""

import json
from collections import Counter, deque
from collections.abc import Iterable, Mapping
from dataclasses import field

from mediaquiz.model.frozen import dataclass
from mediaquiz.model.problem import Problem
from mediaquiz.model.review import Kind
from mediaquiz.schedule.events import Event
from mediaquiz.schedule.settings import Settings, read_settings


@dataclass(frozen=True, slots=True)
class Shared:
    """``voided`` are the ids of undone records; ``owners`` says for a relinked item which item has its history now;
    ``values`` are the ``settings`` records merged in time order (null: no longer set), ``settings`` the scheduling
    part of them."""

    settings: Settings
    voided: frozenset[str] = frozenset()
    owners: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[str, object] = field(default_factory=dict)
    started: frozenset[str] = frozenset()
    problems: tuple[Problem, ...] = ()


def fold_shared(events: Iterable[Event], base: Settings) -> Shared:
    """Fold the ordered events of shared kinds over the settings that hold without any record."""
    events = tuple(events)
    voided = undone({event.id: event.value[0] for event in events if event.kind == Kind.VOID})
    effective = [event for event in events if event.id not in voided]
    values = _merged(effective)
    settings, problems = read_settings(values, base)
    return Shared(settings, voided, _owners(effective), values, _started(effective, values), problems)


def undone(voids: Mapping[str, str]) -> frozenset[str]:
    """The ids that are undone, given the target of each void: those that a void which is not undone itself names.

    Voids are settled from those that nothing undoes. Records that undo each other in a circle cannot come from this
    program; they undo nothing.
    """
    waiting = Counter(target for target in voids.values() if target in voids)
    ready = deque(void for void in voids if not waiting[void])
    gone: set[str] = set()
    while ready:
        void = ready.popleft()
        target = voids[void]
        if void not in gone:
            gone.add(target)
        waiting[target] -= 1
        if target in voids and not waiting[target]:
            ready.append(target)
    return frozenset(gone)


def _merged(events: Iterable[Event]) -> dict[str, object]:
    values: dict[str, object] = {}
    for event in events:
        if event.kind == Kind.SETTINGS:
            values |= json.loads(event.value[0])
    return {name: value for name, value in values.items() if value is not None}


def _started(events: Iterable[Event], values: Mapping[str, object]) -> frozenset[str]:
    listed = values.get("started")
    lessons = {lesson for lesson in listed if isinstance(lesson, str)} if isinstance(listed, list) else set()
    return frozenset(lessons | {event.value[0] for event in events if event.kind == Kind.READ})


def _owners(events: Iterable[Event]) -> dict[str, str]:
    """Who has whose history after all relinks, in order. Moved histories move on together; moving back works."""
    owners: dict[str, str] = {}
    for event in events:
        if event.kind == Kind.RELINK:
            old, new = event.value
            group, target = owners.get(old, old), owners.get(new, new)
            target = new if target == group else target
            members = {old, group, *(name for name, owner in owners.items() if owner == group)}
            owners |= dict.fromkeys(members, target)
            owners.pop(target, None)
    return owners
