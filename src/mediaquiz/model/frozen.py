"""``dataclass`` for values on the way to the first question: what the standard one means, without its start-up cost.

The standard decorator compiles seven functions for each class, half a millisecond a time: together a quarter of the
time until a question shows. Here all classes share them. ``dataclasses.replace``, ``fields`` and ``field`` work as
ever, and type checkers see the standard decorator. Only ``@dataclass(frozen=True, slots=True)`` is offered.
"""

import dataclasses
import inspect
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

T = TypeVar("T")

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
    from dataclasses import replace as replace
else:

    def replace(value: T, /, **changes: Any) -> T:
        """What ``dataclasses.replace`` does with a value of a class of this module, in a tenth of its time."""
        names, known = value._names, vars(value)
        if not changes.keys() <= names:
            unknown = ", ".join(sorted(changes.keys() - names))
            raise TypeError(f"{type(value).__name__}() got unknown fields: {unknown}")
        if "_rest" in known:
            _complete(value)
        made = object.__new__(type(value))
        fields = {**known, **changes}
        if len(fields) > len(names):  # properties that remember what they found
            fields = {name: fields[name] for name in names}
        object.__setattr__(made, "__dict__", fields)
        if value._checked:
            made.__post_init__()
        return made

    def dataclass(*, frozen: bool, slots: bool) -> Any:
        """A frozen class with a field for each annotation that is no ``ClassVar``."""
        return _make

    def _make(cls: type) -> type:
        kinds = inspect.get_annotations(cls)
        names = tuple(name for name, kind in kinds.items() if "ClassVar" not in str(kind))
        defaults = {name: cls.__dict__[name] for name in names if name in cls.__dict__}
        cls.__match_args__ = names
        cls.__dataclass_fields__ = _StandardFields()
        cls._names = frozenset(names)
        cls._checked = hasattr(cls, "__post_init__")
        cls._defaults = defaults
        cls._plain = {name: value for name, value in defaults.items() if not isinstance(value, dataclasses.Field)}
        cls._needed = 1 + max([place for place, name in enumerate(names) if name not in cls._plain], default=-1)
        for name, function in _SHARED.items():
            if name not in cls.__dict__:
                setattr(cls, name, function)
        for name in defaults:
            delattr(cls, name)
        return cls


def late(cls: type[T], known: dict[str, Any], rest: Callable[[], Mapping[str, Any]]) -> T:
    """A value of a class of this module of which some fields are known; the first look at another one calls ``rest``.

    ``known`` becomes the value's own. ``rest`` gives the other fields, or all.
    """
    return late_all(cls, [(known, rest)])[0]


def late_all(cls: type[T], known: Iterable[tuple[dict[str, Any], Callable[[], Mapping[str, Any]]]]) -> tuple[T, ...]:
    """``late`` for each; a course has thousands of items."""
    made, put, waiting = [], object.__setattr__, _late_class(cls)
    new = waiting.__new__
    for values, rest in known:
        values["_rest"] = rest
        value = new(waiting)
        put(value, "__dict__", values)
        made.append(value)
    return tuple(made)


def _late_class(cls: Any) -> Any:
    """The class of values that wait for the rest of their fields.

    It alone has a ``__getattr__``: with one, each look at a field takes thrice its time, also at one that is there.
    """
    if "_late" not in vars(cls):
        body = {**_LATE, "__module__": cls.__module__, "__qualname__": cls.__qualname__, "_complete_class": cls}
        cls._late = type(cls.__name__, (cls,), body)
    return cls._late


def _complete(value: Any) -> None:
    """Brings the rest of a late value, which then is one like all others of its class."""
    if "_rest" in value.__dict__:
        value.__dict__.update(value.__dict__.pop("_rest")())
    object.__setattr__(value, "__class__", value._complete_class)


class _StandardFields:
    """The table that the functions of ``dataclasses`` look for, made when one of them is first used on a class."""

    def __get__(self, instance: object, owner: type) -> Any:
        cls: Any = getattr(owner, "_complete_class", owner)
        kinds = inspect.get_annotations(cls)
        body = {"__annotations__": kinds, "__module__": cls.__module__, **vars(cls)["_defaults"]}
        made: type = dataclasses.dataclass(type(cls.__name__, (), body))
        cls.__dataclass_fields__ = vars(made)["__dataclass_fields__"]
        return vars(cls)["__dataclass_fields__"]


_pairs = zip
"""With its keyword ``strict`` it takes thrice the time."""


def _init(self: Any, *args: Any, **kwargs: Any) -> None:
    names = self.__match_args__
    if len(args) == len(names) and not kwargs:
        self.__dict__.update(_pairs(names, args))
    elif not kwargs and self._needed <= len(args) < len(names):
        self.__dict__.update(self._plain)
        self.__dict__.update(_pairs(names, args))
    elif not args and kwargs.keys() == self._names:
        self.__dict__.update(kwargs)
    else:
        self.__dict__.update(_named(self, names, args, kwargs))
    if self._checked:
        self.__post_init__()


def _named(self: Any, names: tuple[str, ...], args: tuple[Any, ...], kwargs: dict[str, Any]) -> dict[str, Any]:
    """The values of all fields, defaults included."""
    values: dict[str, Any] = dict(_pairs(names, args))
    values.update(kwargs)
    if len(values) < len(args) + len(kwargs):
        raise TypeError(f"{type(self).__name__}() got too many values, or one of them twice")
    values = self._plain | values
    if len(values) < len(names):
        values |= {name: _default(self, name) for name in names if name not in values}
    if len(values) > len(names):
        unknown = ", ".join(values.keys() - self._names)
        raise TypeError(f"{type(self).__name__}() got unknown fields: {unknown}")
    return values


def _default(self: Any, name: str) -> Any:
    try:
        default = self._defaults[name]
    except KeyError:
        raise TypeError(f"{type(self).__name__}() needs a value for {name!r}") from None
    factory = default.default_factory
    return default.default if factory is dataclasses.MISSING else factory()


def _fetch(self: Any, name: str) -> Any:
    """What is looked at in a late value and not there."""
    if name.startswith("__"):
        raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}", name=name, obj=self)
    _complete(self)
    return getattr(self, name)


def _late_eq(self: Any, other: object) -> Any:
    _complete(self)
    return self == other


def _late_hash(self: Any) -> int:
    _complete(self)
    return hash(self)


def _values(self: Any) -> tuple[Any, ...]:
    known = self.__dict__
    return tuple([known[name] for name in self.__match_args__])


def _eq(self: Any, other: object) -> Any:
    return _values(self) == _values(other) if type(other) is type(self) else NotImplemented


def _hash(self: Any) -> int:
    return hash(_values(self))


def _repr(self: Any) -> str:
    shown = (f"{f.name}={getattr(self, f.name)!r}" for f in dataclasses.fields(self) if f.repr)
    return f"{type(self).__qualname__}({', '.join(shown)})"


def _refuse(self: Any, name: str, value: object = None) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot change field {name!r}")


_SHARED = {
    "__init__": _init,
    "__eq__": _eq,
    "__hash__": _hash,
    "__repr__": _repr,
    "__setattr__": _refuse,
    "__delattr__": _refuse,
}
_LATE = {"__getattr__": _fetch, "__eq__": _late_eq, "__hash__": _late_hash}
