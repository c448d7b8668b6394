"""Numbers as JSON holds them."""

from collections.abc import Mapping
from datetime import date
from enum import Enum
from typing import Any


def plain(value: Any) -> Any:
    """A value of frozen classes, tuples, days and numbers as JSON holds it; names stay, days become texts."""
    match value:
        case Enum():
            return value.value
        case date():
            return value.isoformat()
        case float():
            return round(value, 6)
        case tuple() if hasattr(value, "_asdict"):
            return plain(value._asdict())
        case tuple() | list():
            return [plain(one) for one in value]
        case Mapping():
            return {str(name): plain(one) for name, one in value.items()}
        case None | bool() | int() | str():
            return value
        case _:
            return {name: plain(getattr(value, name)) for name in type(value).__match_args__}
