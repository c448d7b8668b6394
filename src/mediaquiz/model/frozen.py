"""``dataclass`` for values on the way to the first question: what the standard one means, without its start-up cost.

The standard decorator compiles seven functions for each class, half a millisecond a time: together a quarter of the
time until a question shows. Here all classes share them. ``dataclasses.replace``, ``fields`` and ``field`` work as
ever, and type checkers see the standard decorator. Only ``@dataclass(frozen=True, slots=True)`` is offered.
"""

import dataclasses
import inspect
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:

    def dataclass(*, frozen: bool, slots: bool) -> Any:
        """A frozen class with a field for each annotation that is no ``ClassVar``."""
        return _make

    def _make(cls: type) -> type:
        kinds = inspect.get_annotations(cls)
        names = tuple(name for name, kind in kinds.items() if "ClassVar" not in str(kind))
        defaults = {name: cls.__dict__[name] for name in names if name in cls.__dict__}
        cls.__match_args__ = names
        cls.__dataclass_fields__ = _StandardFields()
        cls._defaults = defaults
        for name, function in _SHARED.items():
            if name not in cls.__dict__:
                setattr(cls, name, function)
        for name, default in defaults.items():
            if isinstance(default, dataclasses.Field):
                delattr(cls, name)
        return cls


class _StandardFields:
    """The table that the functions of ``dataclasses`` look for, made when one of them is first used on a class."""

    def __get__(self, instance: object, owner: type) -> Any:
        kinds = inspect.get_annotations(owner)
        body = {"__annotations__": kinds, "__module__": owner.__module__, **vars(owner)["_defaults"]}
        made: type = dataclasses.dataclass(type(owner.__name__, (), body))
        owner.__dataclass_fields__ = vars(made)["__dataclass_fields__"]  # type: ignore[attr-defined]
        return vars(owner)["__dataclass_fields__"]


def _init(self: Any, *args: Any, **kwargs: Any) -> None:
    names = self.__match_args__
    if len(args) == len(names) and not kwargs:
        self.__dict__.update(zip(names, args, strict=True))
    else:
        self.__dict__.update(_named(self, names, args, kwargs))
    after = getattr(self, "__post_init__", None)
    if after:
        after()


def _named(self: Any, names: tuple[str, ...], args: tuple[Any, ...], kwargs: dict[str, Any]) -> dict[str, Any]:
    """The values of all fields, defaults included."""
    values = dict(zip(names, args, strict=False))
    if len(args) > len(names) or not values.keys().isdisjoint(kwargs):
        raise TypeError(f"{type(self).__name__}() got too many values, or one of them twice")
    values.update(kwargs)
    if len(values) < len(names):
        values = {name: values[name] if name in values else _default(self, name) for name in names} | values
    if len(values) > len(names):
        unknown = ", ".join(values.keys() - set(names))
        raise TypeError(f"{type(self).__name__}() got unknown fields: {unknown}")
    return values


def _default(self: Any, name: str) -> Any:
    try:
        default = self._defaults[name]
    except KeyError:
        raise TypeError(f"{type(self).__name__}() needs a value for {name!r}") from None
    if not isinstance(default, dataclasses.Field):
        return default
    factory = default.default_factory
    return default.default if factory is dataclasses.MISSING else factory()


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
