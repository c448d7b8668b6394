"""Reading the keyboard: single keys and typed lines, from the terminal even when the page came through stdin.

Single keys work where there is a terminal; where it is dumb (an editor's shell) each answer is a line. In a quiz a
letter begins a line, so that a word never acts as several keys. Typed lines go through readline, which alone erases
Hangul right. Ctrl-C raises KeyboardInterrupt, the end of input EOFError.
"""

import io
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Any, NamedTuple

ENTER, SPACE, BACKSPACE, ESCAPE, TAB, UNKNOWN = "enter", "space", "backspace", "escape", "tab", "unknown"

_NAMED = {"\r": ENTER, "\n": ENTER, " ": SPACE, "\x7f": BACKSPACE, "\b": BACKSPACE, "\x1b": ESCAPE, "\t": TAB}
_JAMO = dict(zip("ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡ", "qwertyuiopasdfghjklzxcvbnm", strict=True))
"""The Latin letter on the key of each jamo (two-set layout): a Korean keyboard needs no switching."""
_TERMINAL = "CON" if os.name == "nt" else "/dev/tty"


def named(character: str) -> str:
    """The name of a key: a word for the keys without a sign, else the sign in lower case, jamo as Latin letters."""
    lower = character.lower()
    return _NAMED.get(character) or _JAMO.get(lower) or (lower if lower and lower.isprintable() else UNKNOWN)


class Entry(NamedTuple):
    """What was entered: a key by name, or a line.

    A line is a key when it is a single sign, perhaps after a slash; the key of words is UNKNOWN.

    ``ended`` when Enter has ended the line on the screen, too.
    """

    key: str
    text: str = ""
    ended: bool = True


def _entered(line: str) -> Entry:
    text = line.strip()
    sign = text.removeprefix("/") or text
    return Entry(ENTER if not text else named(sign) if len(sign) == 1 else UNKNOWN, text)


def is_interactive() -> bool:
    """Whether a learner can answer: both ends are terminals, or a terminal can be opened in place of stdin."""
    return _tty(sys.stdout) and (_tty(sys.stdin) or _can_open())


def _tty(stream: Any) -> bool:
    try:
        return stream is not None and stream.isatty()
    except ValueError:
        return False


def _can_open() -> bool:
    try:
        os.close(os.open(_TERMINAL, os.O_RDWR))
    except OSError:
        return False
    return True


class Keyboard:
    """The keyboard for the time of a sitting; a context manager, because it switches the terminal's echo off.

    ``by_line`` makes every answer a line: for terminals that send nothing before Enter. ``plain`` keeps readline from
    writing control sequences of its own.
    """

    def __init__(self, *, by_line: bool = False, plain: bool = False) -> None:
        self.by_line = by_line
        self._plain = plain
        self._saved: list[Any] | None = None
        self._handlers: dict[int, Any] = {}

    def __enter__(self) -> "Keyboard":
        if not _tty(sys.stdin):
            _take_terminal()
        if isinstance(sys.stdin, io.TextIOWrapper):
            sys.stdin.reconfigure(errors="replace")
        self._quiet()
        for name, handler in (("SIGCONT", self._on_continue), ("SIGTERM", _on_terminate)):
            if number := getattr(signal, name, None):  # Windows has no SIGCONT
                self._handlers[number] = signal.signal(number, handler)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        for number, handler in self._handlers.items():
            signal.signal(number, handler)
        self._restore()

    def _on_continue(self, *_: object) -> None:
        """Back in the foreground after Ctrl-Z: the shell has set the terminal as it likes it."""
        if self._saved is not None:
            self._quiet()

    def key(self) -> str:
        """One key by name. With ``by_line``, the only sign of a line, or Enter for an empty one."""
        return _entered(self.line("")).key if self.by_line else named(_read_sign())

    def entry(self, prompt: str, at_once: str = "123456789") -> Entry:
        """A key, at once where it is no letter or one of those ``at_once``; any other begins a line of its own."""
        if self.by_line:
            return _entered(self.line(""))
        _prepare_readline(self._plain)  # or letters that come while it loads would show twice
        sign = _read_sign()
        if sign in at_once or not (sign.isalnum() or sign == "/"):
            return Entry(named(sign), ended=False)
        return _entered(self.line(f"\n{prompt}", sign))

    def line(self, prompt: str, begun: str = "") -> str:
        """One typed line, without its end; what was ``begun`` stands there already."""
        edited = not self.by_line and _prepare_readline(self._plain, begun)
        with self._cooked():
            return input(prompt) if edited else begun + input(prompt + begun)

    @contextmanager
    def lent(self) -> Iterator[None]:
        """The terminal as another program expects to find it, for as long as that runs."""
        with self._cooked():
            yield

    def _quiet(self) -> None:
        """No echo and no waiting for Enter, but Ctrl-C and Ctrl-Z as always."""
        if self.by_line or os.name == "nt":
            return
        import termios

        try:
            self._saved = termios.tcgetattr(0)
            quiet = termios.tcgetattr(0)
            quiet[3] &= ~(termios.ICANON | termios.ECHO)
            termios.tcsetattr(0, termios.TCSADRAIN, quiet)
        except termios.error:
            self.by_line = True

    def _restore(self) -> None:
        if self._saved is not None:
            import termios

            termios.tcsetattr(0, termios.TCSADRAIN, self._saved)
            self._saved = None

    @contextmanager
    def _cooked(self) -> Iterator[None]:
        self._restore()
        try:
            yield
        finally:
            self._quiet()


def _on_terminate(*_: object) -> None:
    """Ends in order, so that the terminal gets its echo back."""
    raise SystemExit(128 + signal.SIGTERM)


if sys.platform == "win32":
    import msvcrt

    def _read_sign() -> str:
        """The sign of a key; empty where it has none."""
        character = msvcrt.getwch()
        if character == "\x03":
            raise KeyboardInterrupt
        if character in "\x04\x1a":
            raise EOFError
        if character in "\x00\xe0":
            msvcrt.getwch()
            return ""
        return character

else:
    import select

    def _read_sign() -> str:
        """The sign of a key; empty where it has none."""
        first = _byte()
        if first == b"\x1b" and _waiting():
            while _waiting():
                _byte()
            return ""
        length = 1 if first[0] < 0x80 else 2 if first[0] < 0xE0 else 3 if first[0] < 0xF0 else 4
        data = first + b"".join(_byte() for _ in range(length - 1))
        return data.decode("utf-8", errors="replace")

    def _byte() -> bytes:
        try:
            data = os.read(0, 1)
        except OSError as lost:
            raise EOFError from lost
        if not data or data == b"\x04":
            raise EOFError
        return data

    def _waiting() -> bool:
        """Whether more of an escape sequence follows: its bytes come at once, a person's next key does not."""
        return bool(select.select([0], [], [], 0.03)[0])


def _take_terminal() -> None:
    """Puts the terminal in the place of stdin, which held the page (or was closed). Raises EOFError without one."""
    try:
        terminal = os.open(_TERMINAL, os.O_RDWR)
    except OSError as missing:
        raise EOFError from missing
    if terminal != 0:
        os.dup2(terminal, 0)
        os.close(terminal)
    sys.stdin = io.TextIOWrapper(io.FileIO(0, closefd=False), encoding=getattr(sys.stdout, "encoding", None))


def _prepare_readline(plain: bool, begun: str = "") -> bool:
    """Editing for ``input``, if there is any; no history, in which earlier answers would wait under the arrow keys."""
    try:
        import readline
    except ImportError:
        return False
    readline.set_auto_history(False)
    readline.parse_and_bind("set enable-bracketed-paste " + ("off" if plain else "on"))
    readline.parse_and_bind("set bell-style none")
    readline.parse_and_bind("tab: self-insert")
    readline.set_startup_hook(lambda: readline.insert_text(begun))
    return True
