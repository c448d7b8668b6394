"""Numbers as JSON holds them."""

from datetime import date
from math import isfinite
from typing import Any


def plain(value: Any) -> Any:
    """A value of frozen classes, tuples, days and numbers as JSON holds it: days become texts, infinity None."""
    match value:
        case date():
            return value.isoformat()
        case float():
            return round(value, 6) if isfinite(value) else None
        case tuple() | list():
            return [plain(one) for one in value]
        case None | bool() | int() | str():
            return value
        case _:
            return {name: plain(getattr(value, name)) for name in type(value).__match_args__}
