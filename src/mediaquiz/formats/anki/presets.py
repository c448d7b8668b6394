"""What a learner tuned in Anki: the FSRS parameters and the desired retention of the options that decks have.

https://github.com/ankitects/anki/tree/main/proto/anki numbers the fields (``deck_config.proto``, ``decks.proto``).
Options that are not understood count as not tuned: they are no reason to leave notes and reviews out.
"""

import math
import struct
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from mediaquiz.formats.anki.wire import Field, MalformedMessage, fields_of, texts
from mediaquiz.model.arrival import Tuning
from mediaquiz.text import clean, one_line

_RETENTION = 0.9
"""What Anki wants unless it is told otherwise."""
_DECAY_OF_FSRS_5 = 0.5
_PARAMETERS_JSON = ("fsrsParams6", "fsrsParams5", "fsrsWeights")
_PARAMETERS_WIRE = (6, 5, 3)
_RETENTION_WIRE = 37
_NORMAL_WIRE, _OPTIONS_WIRE, _OWN_RETENTION_WIRE = 1, 1, 10


@dataclass(frozen=True, slots=True)
class Preset:
    """The options of a deck, as far as they were tuned."""

    name: str
    retention: float | None = None
    parameters: tuple[float, ...] = ()


def of_json(decks: Mapping[str, Any], options: Mapping[str, Any]) -> dict[str, Preset]:
    """The options of each deck by its name, from the two JSON columns of collections up to schema 11."""
    found = {}
    for deck in decks.values():
        told = options.get(str(deck.get("conf"))) if isinstance(deck, dict) else None
        if isinstance(told, dict):
            own = _number(deck.get("desiredRetention"))  # in per cent
            retention = own / 100 if own else told.get("desiredRetention")
            lists = (told.get(name) for name in _PARAMETERS_JSON)
            found[str(deck.get("name", ""))] = _preset(str(told.get("name", "")), retention, lists)
    return found


def of_tables(decks: Iterable[tuple[str, bytes]], options: Iterable[tuple[int, str, bytes]]) -> dict[str, Preset]:
    """The same from tables with messages: decks are (name, kind), options (id, name, config)."""
    known = {number: (name, _message(config)) for number, name, config in options}
    found = {}
    for deck, kind in decks:
        normal = _message(b"".join(texts(_message(kind), _NORMAL_WIRE)))
        name, config = known.get(next((v for n, v in normal if n == _OPTIONS_WIRE and isinstance(v, int)), 0), ("", []))
        if config:
            retention = [*_floats(config, _RETENTION_WIRE), *_floats(normal, _OWN_RETENTION_WIRE)]
            lists = (list(_floats(config, number)) for number in _PARAMETERS_WIRE)
            found[deck] = _preset(name, retention[-1] if retention else None, lists)
    return found


def tunings(decks: Iterable[str], presets: Mapping[str, Preset]) -> tuple[Tuning, ...]:
    """What was tuned for cards, of which each is told by its deck; what most cards have comes first."""
    counts = Counter(presets[deck] for deck in decks if deck in presets)
    return tuple(
        Tuning(preset.name, cards, preset.retention, preset.parameters)
        for preset, cards in counts.most_common()
        if preset.retention is not None or preset.parameters
    )


def as_fsrs_6(parameters: Sequence[float]) -> tuple[float, ...]:
    """Parameters of FSRS 4.5, 5 or 6 as those of FSRS-6 that mean the same; none for another number of them.

    As Anki's engine does it: FSRS-5 is FSRS-6 with a fixed decay, and FSRS 4.5 knew neither answers of one day nor the
    present form of difficulty (https://github.com/open-spaced-repetition/fsrs-rs, ``check_and_fill_parameters``).
    """
    match len(parameters):
        case 21:
            return tuple(parameters)
        case 19:
            return (*parameters, 0.0, _DECAY_OF_FSRS_5)
        case 17 if parameters[5] > 0:
            easier = round(math.log(3 * parameters[5] + 1) / 3, 6)
            hardest = round(parameters[4] + 2 * parameters[5], 6)
            rest = (round(parameters[6] + 0.5, 6), *parameters[7:])
            return (*parameters[:4], hardest, easier, *rest, 0.0, 0.0, 0.0, _DECAY_OF_FSRS_5)
        case _:
            return ()


def _preset(name: str, retention: object, lists: Iterable[object]) -> Preset:
    """``lists`` are the parameters of each version of FSRS; the first that is filled counts."""
    wanted = _number(retention)
    filled = next((told for told in lists if isinstance(told, list) and told), [])
    numbers = [number for one in filled if (number := _number(one)) is not None]
    parameters = as_fsrs_6(numbers) if len(numbers) == len(filled) else ()
    return Preset(one_line(clean(name)), wanted if wanted != _RETENTION else None, parameters)


def _number(value: object) -> float | None:
    """A number without the digits that Anki's short floats do not have."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        return None
    return float(f"{value:.6g}")


def _message(data: bytes) -> list[Field]:
    """The fields of a message; none when it is broken."""
    try:
        return list(fields_of(data))
    except MalformedMessage:
        return []


def _floats(message: Iterable[Field], number: int) -> Iterator[float]:
    """The values of a field of floats, which stand together or one by one."""
    for found, value in message:
        if found == number and isinstance(value, float):
            yield value
        elif found == number and isinstance(value, bytes):
            yield from struct.unpack(f"<{len(value) // 4}f", value[: len(value) // 4 * 4])
