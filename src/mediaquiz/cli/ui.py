"""The only writer to the terminal.

All text is cleaned of control characters here, whatever it has been through before, and styled afterwards; nothing
else may write escape sequences. Colour is off with NO_COLOR, TERM=dumb, ``--plain``, and where the output is no
terminal. Never an alternate screen, never a redraw: a quiz stays in the scrollback.
"""

import io
import os
import sys
from collections.abc import Mapping, Sequence
from typing import TextIO

from mediaquiz.cli.layout import is_drawn, width, wrap
from mediaquiz.text import clean

WIDEST = 78
_CODES: Mapping[str, str] = {
    "bold": "1",
    "dim": "2",
    "right": "32;1",
    "wrong": "31;1",
    "close": "33;1",
    "key": "36",
    "code": "36",
    "strong": "1",
    "em": "3",
}
_PLAIN_FORMS = str.maketrans(
    {"·": "-", "—": "-", "–": "-", "…": "...", "→": "->", "“": '"', "”": '"', "‘": "'", "’": "'", "›": ">", "•": "*"}
    | dict.fromkeys("▏▎▍▌▋▊▉█▓▁▂▃▄▅▆▇", "#")
    | {"░": ".", "▒": ":"}
)

Segment = str | tuple[str, str]
"""A text, or a text and the name of its style; several names with spaces between them."""
Runs = tuple[tuple[str, str], ...]
"""A line: its texts, each with its style."""
MARKS = frozenset("`*$\\")
"""Without one of these, a text has nothing to be shown in a way of its own."""


class Ui:
    """Writes to one output stream, and messages to another.

    ``plain`` means no colour and no decoration; state is said in words.
    """

    def __init__(
        self,
        out: TextIO | None = None,
        err: TextIO | None = None,
        *,
        plain: bool = False,
        env: Mapping[str, str] | None = None,
    ) -> None:
        self.out: TextIO = out or sys.stdout or io.StringIO()
        self.err = err or sys.stderr or self.out
        self._env = os.environ if env is None else env
        self.dumb = self._env.get("TERM") == "dumb"
        self.plain = plain or self.dumb or not is_tty(self.out)
        for stream in (self.out, self.err):
            _never_fail(stream)

    @property
    def columns(self) -> int:
        """The columns to write in: those of the terminal, at most 78."""
        given = self._env.get("COLUMNS", "")
        if given.isdigit() and int(given):
            found = int(given)
        else:
            try:
                found = os.get_terminal_size(self.out.fileno()).columns
            except (OSError, ValueError, AttributeError):
                found = 80
        return max(min(found, WIDEST), 20)

    def say(self, text: str = "", style: str = "", *, first: str = "", rest: str | None = None, lead: str = "") -> None:
        """One paragraph, wrapped. ``first`` and ``rest`` are the prefixes of its lines, ``lead`` styles the first."""
        head = clean(first) if lead else ""
        for number, line in enumerate(wrap(clean(text), self.columns, clean(first), rest)):
            start = line[: len(head)] if number == 0 else ""
            body = self._styled(line[len(start) :], style, self.out)
            self._write(self.out, f"{self._styled(start, lead, self.out)}{body}\n")

    def tell(self, text: str, style: str = "", *, first: str = "", rest: str | None = None) -> None:
        """One paragraph in an author's words, wrapped; code, emphasis and formulas look like what they are."""
        for runs in self.laid_out(text, style, first=first, rest=rest):
            self._write(self.out, "".join(self._styled(part, own, self.out) for part, own in runs) + "\n")

    def laid_out(self, text: str, style: str = "", *, first: str = "", rest: str | None = None) -> list[Runs]:
        """The lines that ``tell`` writes, in runs of a text and its style."""
        text, first = clean(text), clean(first)
        if MARKS.isdisjoint(text) or is_drawn(text):
            return [((line, style),) for line in wrap(text, self.columns, first, rest)]
        from mediaquiz.cli.inline import layout, runs

        found = runs(text, styled=self.coloured, signs=_is_unicode(self.out.encoding))
        lines = layout(found, self.columns, first, rest)
        return [tuple((part, f"{style} {own}".strip()) for part, own in line) for line in lines]

    def advise(self, text: str, command: str) -> None:
        """A text that ends with a command. Where one line is too short for both, the command gets its own, unbroken.

        It can then be copied as it stands.
        """
        if width(clean(text)) <= self.columns:
            self.say(text)
        else:
            self.say(text.removesuffix(command))
            self._write(self.out, f"  {clean(command)}\n")

    def line(self, *segments: Segment, end: str = "\n") -> None:
        """One line of segments. Where it is too wide it is broken between segments."""
        self._write(self.out, self._joined(segments) + end)
        self.out.flush()

    def ask(self, text: str) -> None:
        """A question, wrapped; the answer follows on its last line."""
        lines = [self._styled(line, "dim", self.out) for line in wrap(clean(text), self.columns - 1)]
        self._write(self.out, "\n".join(lines) + " ")
        self.out.flush()

    def columns_of(self, rows: Sequence[tuple[str, str]], style: str = "") -> None:
        """Rows of a name and a text; the texts stand below each other and wrap there."""
        widest = max((width(clean(name)) for name, _ in rows), default=0)
        for name, text in rows:
            lead = clean(name) + " " * (widest - width(clean(name)) + 2)
            lines = wrap(clean(text), self.columns, " " * (widest + 4))
            lines = lines or [""]
            body = "\n".join([lines[0].lstrip(), *lines[1:]])
            self._write(self.out, "  " + self._styled(lead, style, self.out) + body + "\n")

    def warn(self, text: str, style: str = "") -> None:
        """A message on the error stream."""
        for line in wrap(clean(text), self.columns):
            self._write(self.err, self._styled(line, style, self.err) + "\n")

    def raw(self, text: str) -> None:
        """Text for another program (JSON): as it is, but never an escape sequence."""
        self._write(self.out, clean(text) + "\n")

    @property
    def coloured(self) -> bool:
        """Whether escape sequences may be written at all."""
        return self._coloured(self.out)

    def shown(self, text: str) -> str:
        """The text as this output can show it, for prompts that something else writes."""
        return _encodable(clean(text), self.out.encoding)

    def flush(self) -> None:
        """Makes everything written so far visible."""
        self.out.flush()

    def _joined(self, segments: Sequence[Segment]) -> str:
        written, taken = "", 0
        for segment in segments:
            text, style = segment if isinstance(segment, tuple) else (segment, "")
            text = clean(text)
            if taken and text.strip() and taken + width(text.rstrip()) > self.columns:
                written, taken, text = written.rstrip(" ") + "\n", 0, text.lstrip()
            written += self._styled(text, style, self.out)
            taken += width(text)
        return written

    def _styled(self, text: str, style: str, stream: TextIO) -> str:
        if not style or not text or not self._coloured(stream):
            return text
        return f"\x1b[{';'.join(_CODES[name] for name in style.split())}m{text}\x1b[0m"

    def _coloured(self, stream: TextIO) -> bool:
        return not self.plain and not self._env.get("NO_COLOR") and is_tty(stream) and self._understands()

    def _understands(self) -> bool:
        """Whether the terminal knows colours: all but old Windows consoles."""
        return os.name != "nt" or bool(self._env.get("WT_SESSION") or self._env.get("TERM"))

    def _write(self, stream: TextIO, text: str) -> None:
        stream.write(_encodable(text, stream.encoding))


def is_tty(stream: TextIO) -> bool:
    """Whether somebody sees at once what is written there."""
    try:
        return stream.isatty()
    except ValueError:
        return False


def _never_fail(stream: TextIO) -> None:
    """A character that the console cannot show becomes a question mark, never an exception."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="replace")


def _encodable(text: str, encoding: str | None) -> str:
    """The text with plain forms for the signs of ours that the stream's encoding does not know."""
    if text.isascii() or _is_unicode(encoding):
        return text
    try:
        text.encode(encoding or "")
    except (UnicodeEncodeError, LookupError):
        return text.translate(_PLAIN_FORMS)
    return text


def _is_unicode(encoding: str | None) -> bool:
    return not encoding or encoding.lower().replace("-", "") == "utf8"
