"""Mappings of very many values of which few are looked at, and few change."""

from abc import abstractmethod
from collections.abc import Callable, Collection, Iterator, Mapping, Set
from typing import Any, TypeVar

from mediaquiz.schedule.events import Event

V = TypeVar("V")
Events = tuple[Event, ...]


class Layered(Mapping[str, V]):
    """Changes over another mapping; a name whose change is None is gone. Values are never None."""

    def __init__(self, below: Mapping[str, V], changes: Mapping[str, V | None] | None = None) -> None:
        self.below = below
        self.changes = changes or {}

    def __getitem__(self, name: str) -> V:
        if name not in self.changes:
            return self.below[name]
        value = self.changes[name]
        if value is None:
            raise KeyError(name)
        return value

    def __contains__(self, name: object) -> bool:
        return self.find(name) is not None if isinstance(name, str) else False

    def __iter__(self) -> Iterator[str]:
        if not self.changes:
            return iter(self.below)
        kept = [name for name in self.below if name not in self.changes]
        return iter([*kept, *(name for name, value in self.changes.items() if value is not None)])

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def find(self, name: str) -> V | None:
        """The value, or None; in half the time of ``get``."""
        return self.changes[name] if name in self.changes else self.below.get(name)

    def finder(self) -> Callable[[str], V | None]:
        """``find`` for very many names: where nothing is changed, it need not be asked about each."""
        return self.find if self.changes else self.below.get

    def changed(self, changes: Mapping[str, V | None]) -> "Layered[V]":
        """This mapping with more changes."""
        return Layered(self.below, {**self.changes, **changes})


class Made(Mapping[str, V]):
    """Values that are made when they are first looked at."""

    def __init__(self, names: Collection[str], make: Callable[[str], V]) -> None:
        self._names = names
        self._make = make
        self._made: dict[str, V] = {}

    def __getitem__(self, name: str) -> V:
        value = self._made.get(name)
        if value is None:
            if name not in self._names:
                raise KeyError(name)
            value = self._made[name] = self._make(name)
        return value

    def get(self, name: str, default: Any = None) -> Any:
        """The value, or the default; what ``Mapping.get`` does with an exception for each name that is not there."""
        return self[name] if name in self._names else default

    def __contains__(self, name: object) -> bool:
        return name in self._names

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


class Archive(Mapping[str, Events]):
    """The ordered events of each item, wherever they are kept; those of shared kinds under the empty name."""

    @abstractmethod
    def holding(self, ids: Set[str]) -> set[str]:
        """The names under which there is an event with one of the ids."""


class InMemory(Archive):
    """Events that were read just now."""

    def __init__(self, events: Mapping[str, Events]) -> None:
        self._events = events

    def __getitem__(self, name: str) -> Events:
        return self._events[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._events)

    def __len__(self) -> int:
        return len(self._events)

    def holding(self, ids: Set[str]) -> set[str]:
        """The names under which there is an event with one of the ids."""
        return {name for name, events in self._events.items() if any(event.id in ids for event in events)}


class Grown(Archive):
    """An archive, with the events of some items replaced by longer ones."""

    def __init__(self, below: Archive, later: Mapping[str, Events]) -> None:
        self._below = below
        self.later = later
        self._all = Layered(below, later)

    def __getitem__(self, name: str) -> Events:
        return self._all[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)

    def holding(self, ids: Set[str]) -> set[str]:
        """The names under which there is an event with one of the ids."""
        return InMemory(self.later).holding(ids) | (self._below.holding(ids) - self.later.keys())

    def grown(self, changes: Mapping[str, Events]) -> "Grown":
        """More of them replaced."""
        return Grown(self._below, {**self.later, **changes})
