"""JSON objects whose last field is a checksum, so that no damage to them goes unseen.

    {"v":1,"id":"k3m9xq2a-17", … ,"c":"5e0b91aa"}

``c`` is CRC-32 (eight hexadecimal digits) over the bytes before ``,"c":``. CRC-32 finds every single flipped bit and
every burst of up to 32 bits.
"""

import json
from collections.abc import Mapping
from typing import Any
from zlib import crc32

_to_json = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":")).encode
"""``json.dumps`` would make an encoder for each line. Nothing that is written here holds itself.

Half a surrogate pair, which UTF-8 cannot hold, becomes \\udc80 in its bytes: what JSON writes for it.
"""
_SEAL = len(b',"c":"01234567"}')


def seal(fields: Mapping[str, object]) -> bytes:
    """The fields, of which there is at least one and none is called ``c``, as one line without a newline."""
    body = _to_json(fields)[:-1].encode("utf-8", "backslashreplace")
    return b'%b,"c":"%08x"}' % (body, crc32(body))


def encoded(value: object) -> bytes:
    """A JSON value as one line without a newline."""
    return _to_json(value).encode("utf-8", "backslashreplace")


def is_sealed(line: bytes) -> bool:
    """Whether the checksum is right."""
    return line[-_SEAL:] == b',"c":"%08x"}' % crc32(line[:-_SEAL])


def unseal(line: bytes) -> dict[str, Any] | None:
    """The fields without the checksum; None when the line is not one that ``seal`` wrote."""
    if not is_sealed(line):
        return None
    try:
        fields: dict[str, Any] = json.loads(line[:-_SEAL].decode("utf-8") + "}")
    except (ValueError, RecursionError):
        return None
    return fields
