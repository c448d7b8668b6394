"""Makes docs/img/quiz.cast and docs/img/recording.svg from a real session in a shell: ``python docs/recording.py``.

A page is pasted and quizzed, an answer is wrong and shows its source, Ctrl-C ends it, the same command goes on. The
cast is asciinema's format, version 2; the picture plays the same in a browser.
"""

import fcntl
import json
import math
import os
import pty
import re
import select
import struct
import sys
import tempfile
import termios
import time
from html import escape
from pathlib import Path

IMAGES = Path(__file__).parent / "img"
COLUMNS, LINES = 80, 24
PATIENCE_S = 30
MOMENT_S = 0.4
PAGE = """\
# Light

**Aperture** is the opening of a lens through which light reaches the sensor.

**Shutter speed** is the length of time for which the sensor collects light.

## Key Takeaways

- A wide aperture blurs the background, because light arrives from many angles.
- A slow shutter speed draws moving things as streaks, because they travel while light is collected.
"""
RUN = "mediaquiz quiz light.md --type short\r"
ASKED = ("then press Enter", "› ", "Press a number", "2 for false")
# What must be on the screen, what is typed then, and how long a person looks before (seconds).
Step = tuple[tuple[str, ...], str, float]
STEPS: tuple[Step, ...] = (
    (("$ ",), "cat > light.md\r", 1.0),
    (("light.md",), PAGE, 1.5),
    (("is collected.",), "\x04", 2.0),
    (("$ ",), RUN, 2.0),
    (ASKED, "WRONG", 5.0),
    (("1 Again",), "s\r", 7.0),
    (("light.md:",), "1", 7.0),
    (ASKED, "\x03", 5.0),
    (("$ ",), RUN, 4.0),
    (ASKED, "WRONG", 6.0),
    (("1 Again",), "1", 6.0),
    (ASKED, "\x03", 4.0),
    (("$ ",), "exit\r", 4.0),
)
WRONG = {"then press Enter": "\r", "› ": "focal length\r", "Press a number": "1", "2 for false": "2"}
Event = tuple[float, str]


def record(folder: Path, steps: tuple[Step, ...] = STEPS, before: str = "true") -> list[Event]:
    """What came to the screen, and when; a person's pauses are added to the clock, not waited for.

    The shell's programs may stand in ``bin`` of the folder; ``before`` is run first, unseen.
    """
    child, master = pty.fork()
    if child == 0:
        env = {"HOME": str(folder), "PS1": "$ ", "TERM": "xterm-256color", "LANG": "C.UTF-8"}
        env |= {"PATH": f"{folder / 'bin'}:{Path(sys.executable).parent}:{os.environ['PATH']}"}
        env |= {"MEDIAQUIZ_STATE": str(folder / "state")}
        os.chdir(folder)
        os.execve("/bin/bash", ["bash", "-c", f"{before}; PS1='$ ' exec bash --norc --noprofile -i"], env)
    fcntl.ioctl(master, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))
    events: list[Event] = []
    clock = 0.0
    for words, keys, pause in steps:
        found = _wait(master, words, events, clock)
        clock = events[-1][0] + pause
        text = WRONG[found] if keys == "WRONG" else keys
        for part in [text] if text == PAGE else text:
            os.write(master, part.encode())
            clock += 0.07
            _drain(master, events, clock)
    os.close(master)
    os.waitpid(child, 0)
    return events


def _wait(master: int, words: tuple[str, ...], events: list[Event], clock: float) -> str:
    """Reads until one of the words stands on the last lines of the screen; which."""
    until = time.monotonic() + PATIENCE_S
    while time.monotonic() < until:
        last = plain("".join(text for _, text in events))[-600:]
        if found := next((word for word in words if word in last.split("$ mediaquiz")[-1]), ""):
            return found
        _drain(master, events, clock, 0.3)
    raise SystemExit(f"none of {words} came:\n{last}")


def _drain(master: int, events: list[Event], clock: float, wait: float = 0.15) -> None:
    """Reads what has come."""
    while select.select([master], [], [], wait)[0]:
        try:
            data = os.read(master, 65536)
        except OSError:
            return
        events.append((round(clock, 3), data.decode("utf-8", errors="replace")))


def plain(text: str) -> str:
    """A text without escape sequences."""
    return re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", text)


def write_cast(events: list[Event], target: Path, title: str) -> None:
    """The recording for asciinema's player."""
    head = {"version": 2, "width": COLUMNS, "height": LINES, "title": title}
    lines = [json.dumps(head), *(json.dumps([at, "o", text], ensure_ascii=False) for at, text in events)]
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")


STYLES = {"1": "b", "2": "d", "32;1": "g", "31;1": "r", "33;1": "y", "36": "k"}
ROW, LEFT, TOP = 18, 14, 30


def frames(events: list[Event]) -> list[tuple[float, str]]:
    """The screen, with its colours, after what came; letters that are typed come a few at a time."""
    shown, text = dict[float, str](), ""
    for (at, part), (following, _) in zip(events, [*events[1:], (math.inf, "")], strict=True):
        text += part
        if following // MOMENT_S == at // MOMENT_S:
            continue
        shown[at] = "\n".join(re.sub(r"\x1b\[\?2004[hl]|[\r\x07]", "", text).split("\n")[-LINES:])
    return list(shown.items())


def _row(line: str, number: int) -> str:
    """One line of the screen as SVG."""
    spans, style = [], ""
    for piece in re.split(r"(\x1b\[[0-9;]*m)", line):
        if piece.startswith("\x1b["):
            style = STYLES.get(piece[2:-1], "")
        elif piece:
            spans.append(f'<tspan class="{style}">{escape(piece)}</tspan>' if style else escape(piece))
    return f'<text y="{number * ROW}" xml:space="preserve">{"".join(spans)}</text>' if spans else ""


def write_picture(events: list[Event], target: Path, label: str) -> None:
    """The recording as a picture that moves by itself, again and again; where nothing moves, its last screen."""
    shown = frames(events)
    total = shown[-1][0] + 4
    ends = [at for at, _ in shown[1:]] + [total]
    rules, groups = [], []
    for n, ((start, screen), end) in enumerate(zip(shown, ends, strict=True)):
        first, last = 100 * start / total, 100 * end / total
        rules.append(f"@keyframes f{n}{{0%,{first:.3f}%{{opacity:0}}{first + 0.001:.3f}%,{last:.3f}%{{opacity:1}}"
                     f"{min(last + 0.001, 100):.3f}%,100%{{opacity:0}}}}#f{n}{{animation-name:f{n}}}")  # fmt: skip
        rows = "".join(_row(line, number) for number, line in enumerate(screen.split("\n"), start=1))
        groups.append(f'<g id="f{n}" class="f">{rows}</g>')
    width, height = LEFT * 2 + COLUMNS * 8.43, TOP + LINES * ROW + 18
    style = (
        "text{font:14px ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono',monospace;fill:#d8dee9}"
        ".b{font-weight:bold;fill:#fff}.d{fill:#8b95a7}.g{fill:#8fd18f;font-weight:bold}.r{fill:#ff8a80;font-weight:bold}"
        f".y{{fill:#ffd479;font-weight:bold}}.k{{fill:#7fd1d1}}.f{{opacity:0;animation:{total:.1f}s step-end infinite}}"
        "@media (prefers-reduced-motion:reduce){.f{animation:none!important}.f:last-of-type{opacity:1}}"
    )
    target.write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height}" role="img" '
        f'aria-label="{escape(label)}"><style>{style}{"".join(rules)}</style>'
        f'<rect width="100%" height="100%" rx="8" fill="#1e222a"/><g transform="translate({LEFT} {TOP - ROW + 8})">'
        f"{''.join(groups)}</g></svg>\n",
        encoding="utf-8",
    )


def main() -> None:
    """Play, and write both."""
    with tempfile.TemporaryDirectory() as folder:
        events = record(Path(folder))
    write_cast(events, IMAGES / "quiz.cast", "mediaquiz: a pasted page becomes a quiz")
    write_picture(events, IMAGES / "recording.svg", "A page is pasted and quizzed in a terminal")
    sys.stdout.write(f"{events[-1][0]:.0f} s, {len(events)} events\n")


if __name__ == "__main__":
    main()
