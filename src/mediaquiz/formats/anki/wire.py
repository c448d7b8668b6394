"""The wire format of Protocol Buffers, as far as Anki's newest packages need it to be read.

A message is a run of fields, each a key (number and form) and a value: https://protobuf.dev/programming-guides/encoding
"""

import struct
from collections.abc import Iterable, Iterator

_VARINT, _EIGHT_BYTES, _BYTES, _FOUR_BYTES = 0, 1, 2, 5

Field = tuple[int, int | float | bytes]


class MalformedMessage(ValueError):
    """The bytes are no message."""


def fields_of(message: bytes) -> Iterator[Field]:
    """The fields of a message: numbers for whole numbers, floats for four bytes, bytes for texts and messages.

    Raises MalformedMessage.
    """
    place = 0
    while place < len(message):
        key, place = _varint(message, place)
        number, form = key >> 3, key & 7
        if form == _VARINT:
            value, place = _varint(message, place)
            yield number, value
            continue
        if form == _BYTES:
            size, place = _varint(message, place)
        elif form in (_EIGHT_BYTES, _FOUR_BYTES):
            size = 8 if form == _EIGHT_BYTES else 4
        else:
            raise MalformedMessage(f"form {form}")
        part = message[place : place + size]
        place += size
        if len(part) < size:
            raise MalformedMessage("cut off")
        yield number, struct.unpack("<f", part)[0] if form == _FOUR_BYTES else part


def texts(fields: Iterable[Field], number: int) -> Iterator[bytes]:
    """The values of the fields of a number that are bytes."""
    return (value for found, value in fields if found == number and isinstance(value, bytes))


def _varint(message: bytes, place: int) -> tuple[int, int]:
    value = 0
    for shift in range(0, 70, 7):
        if place >= len(message):
            break
        byte = message[place]
        place += 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value, place
    raise MalformedMessage("cut off")
