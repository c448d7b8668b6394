"""The shared-function ``dataclass`` means what the standard one means: each law is checked on both."""

import copy
import dataclasses
from collections.abc import Mapping
from typing import Any, ClassVar

import pytest

from mediaquiz.model import frozen

Maker = Any


def _class(make: Maker) -> Any:
    @make(frozen=True, slots=True)
    class Point:
        """A point."""

        KIND: ClassVar[str] = "point"
        x: int
        y: int = 0
        tags: Mapping[str, str] = dataclasses.field(default_factory=dict)
        note: str = dataclasses.field(default="none", repr=False)

        @property
        def sum(self) -> int:
            return self.x + self.y

    return Point


@pytest.fixture(params=[dataclasses.dataclass, frozen.dataclass], ids=["standard", "ours"])
def point(request: pytest.FixtureRequest) -> Any:
    return _class(request.param)


def test_values_come_by_position_by_name_and_by_default(point: Any) -> None:
    assert [point(1).x, point(1).y, point(1, 2).y, point(x=1, y=3).sum] == [1, 0, 2, 4]
    assert point(1).tags == {} and point(1).tags is not point(1).tags
    assert point.KIND == "point" and point(1).note == "none"


@pytest.mark.parametrize("arguments", [((), {}), ((1, 2, {}, "", 5), {}), ((1,), {"x": 2}), ((1,), {"z": 2})])
def test_wrong_values_are_refused(point: Any, arguments: tuple[tuple[int, ...], dict[str, int]]) -> None:
    with pytest.raises(TypeError):
        point(*arguments[0], **arguments[1])


def test_equal_values_are_equal_and_hash_alike(point: Any) -> None:
    assert point(1, 2) == point(1, 2) != point(2, 1)
    assert point(1) != (1, 0, {}, "none")
    with pytest.raises(TypeError):
        hash(point(1))  # a dict inside
    assert hash(point(1, 2, ())) == hash(point(1, 2, ()))


def test_nothing_can_be_changed(point: Any) -> None:
    one = point(1)
    with pytest.raises(dataclasses.FrozenInstanceError):
        one.x = 2
    with pytest.raises(dataclasses.FrozenInstanceError):
        del one.x


def test_it_shows_its_fields(point: Any) -> None:
    assert repr(point(1)).endswith("Point(x=1, y=0, tags={})")


def test_the_standard_functions_work(point: Any) -> None:
    assert dataclasses.replace(point(1), y=5).sum == 6
    assert [field.name for field in dataclasses.fields(point)] == ["x", "y", "tags", "note"]
    assert dataclasses.is_dataclass(point)
    assert dataclasses.asdict(point(1, 2)) == {"x": 1, "y": 2, "tags": {}, "note": "none"}
    assert copy.copy(point(1, 2)) == copy.deepcopy(point(1, 2)) == point(1, 2)


@pytest.mark.parametrize("replace", [dataclasses.replace, frozen.replace], ids=["standard", "ours"])
def test_replacing_gives_another_value_and_refuses_unknown_fields(replace: Any) -> None:
    one = _class(frozen.dataclass)(1, note="kept")
    other = replace(one, y=5, tags={"a": "b"})
    assert (other.x, other.y, other.tags, other.note) == (1, 5, {"a": "b"}, "kept")
    assert (one.y, one.tags) == (0, {}) and type(other) is type(one)
    with pytest.raises(TypeError):
        replace(one, z=1)


@pytest.mark.parametrize("replace", [dataclasses.replace, frozen.replace], ids=["standard", "ours"])
def test_replacing_in_a_late_value_brings_the_rest_first(replace: Any) -> None:
    point, asked = _late({"x": 1})
    changed = replace(point, y=7)
    assert (changed.x, changed.y, changed.note, asked) == (1, 7, "late", ["now"])


def test_it_matches_patterns(point: Any) -> None:
    match point(1, 2):
        case point(x, y):
            assert (x, y) == (1, 2)
    match point(3):
        case point(x=x):
            assert x == 3


def test_a_check_after_making_runs() -> None:
    @frozen.dataclass(frozen=True, slots=True)
    class Positive:
        n: int

        def __post_init__(self) -> None:
            if self.n < 0:
                raise ValueError("negative")

    assert Positive(1).n == 1
    for make in (Positive, lambda n: frozen.replace(Positive(1), n=n)):
        with pytest.raises(ValueError, match="negative"):
            make(-1)


def _late(known: dict[str, Any]) -> tuple[Any, list[str]]:
    """A point of which some fields are known, and a list that tells when the rest was asked for."""
    asked: list[str] = []

    def rest() -> Mapping[str, Any]:
        asked.append("now")
        return {"x": 1, "y": 2, "tags": {"a": "b"}, "note": "late"}

    return frozen.late(_class(frozen.dataclass), known, rest), asked


def test_the_rest_of_a_late_value_comes_when_it_is_looked_at_and_once() -> None:
    point, asked = _late({"x": 1})
    assert (point.x, asked) == (1, [])
    assert (point.y, point.note, point.tags, point.sum, asked) == (2, "late", {"a": "b"}, 3, ["now"])
    with pytest.raises(AttributeError, match="no attribute 'z'"):
        _ = point.z


@pytest.mark.parametrize(
    "look", [lambda one: one.y, hash, lambda one: one == one, lambda one: frozen.replace(one, x=3)]
)
def test_a_late_value_that_is_whole_is_like_all_others_of_its_class(look: Any) -> None:
    def rest() -> Mapping[str, Any]:
        return {"x": 1, "y": 2, "tags": (), "note": ""}

    cls = _class(frozen.dataclass)
    point = frozen.late(cls, {"x": 1}, rest)
    assert isinstance(point, cls)
    look(point)
    assert type(point) is cls and not hasattr(cls, "__getattr__")
    assert type(frozen.replace(frozen.late(cls, {}, rest), x=2)) is cls


@pytest.mark.parametrize(
    "look",
    [repr, dataclasses.asdict, copy.deepcopy, lambda one: dataclasses.replace(one, x=1), lambda one: one == one],
    ids=["repr", "asdict", "copy", "replace", "equal"],
)
def test_a_late_value_is_as_good_as_any(look: Any) -> None:
    point, _ = _late({"x": 1})
    made = type(point)(1, 2, {"a": "b"}, "late")
    assert look(point) == look(made)
    assert point == made and made == point
