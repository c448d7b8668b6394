"""Text as data: cleaning at the door, folding for comparison, fingerprints and slugs.

Everything that enters mediaquiz (lessons, decks, answers, logs) goes through ``clean`` once; everything that compares
two texts goes through ``squash`` or ``fingerprint``, so that spacing and Unicode form never make a difference.
"""

import re
import sys
import unicodedata
from collections.abc import Callable, Collection, Sequence
from functools import cache, lru_cache
from importlib import import_module
from typing import Any

# C0 and C1 controls but tab and newline, DEL, bidirectional controls, zero-width and other invisible format
# characters that can hide or reorder text on a terminal, the byte-order mark, tag characters, noncharacters.
# Zero-width joiner and non-joiner stay: emoji sequences and several scripts need them.
_UNSAFE = (
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb"
    "\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)


@cache
def _unsafe() -> re.Pattern[str]:
    """Compiled when a text first needs it: printable text has nothing to take out."""
    return re.compile(_UNSAFE)


@cache
def _hangul() -> re.Pattern[str]:
    return re.compile("[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]")


def clean(raw: str) -> str:
    """The text in NFC, with LF line ends and without control, bidirectional and invisible characters.

    Safe to print on a terminal. A line or paragraph separator becomes a newline, so no line numbers are lost.
    """
    if raw.isascii() and (raw.isprintable() or raw.replace("\n", "").isprintable()):
        return raw
    text = raw.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    if not all(line.isprintable() for line in text.split("\n")):
        text = _unsafe().sub("", text)
    return unicodedata.normalize("NFC", text)


def one_line(text: str) -> str:
    """The text with every run of white space made one space, trimmed."""
    return " ".join(text.split())


def squash(text: str) -> str:
    """A form for comparing two texts: NFKC, case-folded, white space collapsed."""
    return _squashed(text) if len(text) < _SHORT else _squashed.__wrapped__(text)


_SHORT = 200
"""Names and sentences are compared again and again; what is longer is not worth remembering."""


@lru_cache(maxsize=4096)
def _squashed(text: str) -> str:
    return one_line(text.lower() if text.isascii() else unicodedata.normalize("NFKC", text).casefold())


@lru_cache(maxsize=64)
def lowered(text: str) -> str:
    """The text in small letters, each in its place."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(char.lower()[0] for char in text)


_TYPOGRAPHIC = "“”—–…‘"


def ascii_table(kept: Callable[[str], bool]) -> bytes:
    """The table for ``ascii_words`` of words that are made of the characters that are kept."""
    return bytes(code if code < _ASCII and kept(chr(code)) else ord(" ") for code in range(256)).lower()


_ASCII = 128


def ascii_words(text: str, table: bytes) -> list[str] | None:
    """The words of a text in small letters, found without a pattern, in a third of its time.

    An apostrophe counts as a straight one; the other marks of typography are no part of a word. None for a text that
    has more than these beside ASCII.
    """
    if not text.isascii():
        text = text.replace("’", "'")
        for mark in _TYPOGRAPHIC:
            text = text.replace(mark, " ")
        if not text.isascii():
            return None
    return text.encode("ascii").translate(table).decode("ascii").split()


def fingerprint(text: str) -> str:
    """Twelve hexadecimal digits that stay the same under spacing, letter case and Unicode form."""
    return _digest(squash(text))


def content_hash(value: object) -> str:
    """Twelve hexadecimal digits of a JSON-like value, in NFC; any other change of the value changes them."""
    from json import dumps

    return _digest(
        unicodedata.normalize("NFC", dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")))
    )


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8")).hex()[:12]


def sha256(data: bytes) -> bytes:
    """The SHA-256 digest of a little data. ``hashlib`` would load OpenSSL, a tenth of the time of a start."""
    digest: bytes = _sha256()(data).digest()
    return digest


@cache
def _sha256() -> Callable[[bytes], Any]:
    made: Callable[[bytes], Any]
    try:  # Python's own, which some builds leave out
        made = import_module("_sha2" if sys.version_info >= (3, 12) else "_sha256").sha256
    except ImportError:
        made = import_module("hashlib").sha256
    return made


def slug(text: str, *, fallback: str = "untitled") -> str:
    """A name that is safe as a file name, a tag and an Anki deck part: letters and digits joined by hyphens."""
    words = re.sub(r"\W+", "-", unicodedata.normalize("NFC", text).casefold()).strip("-_")
    return words[:60].rstrip("-") or fallback


def has_hangul(text: str) -> bool:
    """Whether any Korean letter occurs."""
    return not text.isascii() and _hangul().search(text) is not None


def language_of(text: str) -> str:
    """``ko`` when at least a quarter of the letters are Hangul, else ``en``.

    Korean lessons borrow many English terms, so the share of Hangul that makes a text Korean is low.
    """
    hangul = len(_hangul().findall(text)) if has_hangul(text) else 0
    return "ko" if hangul and hangul * 4 >= sum(map(str.isalpha, text)) else "en"


def first_word(text: str) -> str:
    """What stands before the first space, in small letters and without the marks behind it."""
    return text.partition(" ")[0].rstrip(",:").lower()


def cut_opening(opening: re.Pattern[str], text: str, words: Collection[str] = ()) -> str:
    """The text without what a pattern finds at its beginning. ``sub`` would look for it everywhere.

    ``words`` are those with which all begins that the pattern finds, where it knows so many that a look is cheaper.
    """
    if words and first_word(text) not in words:
        return text
    found = opening.match(text)
    return text[found.end() :] if found else text


def join_names(names: Sequence[str], last: str = "and") -> str:
    """``a``, ``a and b``, ``a, b, and c``."""
    if len(names) < 3:
        return f" {last} ".join(names)
    return f"{', '.join(names[:-1])}, {last} {names[-1]}"
