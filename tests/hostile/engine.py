"""Two engines that look for bad inputs of a target: libFuzzer, guided by coverage, and a simple one without it.

Both keep the inputs that did wrong, by their hash, in the folder ``found``, and go on.
"""

import random
import resource
import time
import traceback
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from targets import Target

SLOWEST_S = 1.0
LARGE = 100_000
"""Bytes below which an input must be done with in ``SLOWEST_S`` seconds of processor time."""
HANGS_S = 8.0
"""In the suite, where coverage is measured and other programs run: what takes longer does not grow with its input."""
_WORDS = [
    b"\x00", b"\x1b[2J", b"\r\n", b"\n\n", b"\x1f", "\u202e".encode(), "가".encode(), "가".encode()[:2], b"\xff\xfe",
    b"---\n", b"```\n", b"- ", b"* ", b"# ", b"| ", b"<b>", b"</p>", b"<!--", b"]]>", b"&#x1b;", b"{{", b"}}", b"::",
    b"=", b"~", b"%50%", b"\\", b'"', b"'", b",", b"\t", b"[", b"]", b"{", b"}", b":", b"items:\n", b"  - ", b"1e999",
    b"NaN", b"9" * 400, b"-1", b"0", b"null", b"true",
]  # fmt: skip


@dataclass
class Judge:
    """Runs inputs, and keeps those that do wrong."""

    name: str
    target: Target
    found: Path | None = None
    slowest: float = SLOWEST_S
    runs: int = 0
    began: float = field(default_factory=lambda: resource.getrusage(resource.RUSAGE_SELF).ru_utime)
    problems: dict[str, str] = field(default_factory=dict)

    def __call__(self, data: bytes) -> None:
        """One input."""
        self.runs += 1
        started = time.process_time()
        try:
            self.target.run(data)
        except Exception as why:
            place = traceback.extract_tb(why.__traceback__)[-1]
            self._keep(f"{type(why).__name__}: {str(why)[:300]} ({place.filename}:{place.lineno})", place, data)
        took = time.process_time() - started
        if took > self.slowest and len(data) < LARGE:
            self._keep(f"{took:.1f} s for {len(data)} bytes", "slow", data)

    def __str__(self) -> str:
        used = resource.getrusage(resource.RUSAGE_SELF).ru_utime - self.began
        head = f"{self.name}: {self.runs:,} runs, {used:.0f} s of processor time, {len(self.problems)} problems"
        return "\n  ".join([head, *self.problems.values()])

    def _keep(self, what: str, kind: object, data: bytes) -> None:
        """The first input of each kind of wrong."""
        if str(kind) not in self.problems:
            self.problems[str(kind)] = what
            if self.found:
                self.found.mkdir(parents=True, exist_ok=True)
                name = f"{self.name.replace(' ', '-')}-{sha256(data).hexdigest()[:12]}"
                (self.found / name).write_bytes(data)


def mutations(inputs: Sequence[bytes], rng: random.Random) -> Iterator[bytes]:
    """Inputs made of others, for ever: parts cut, doubled, exchanged and mixed, bits turned, words put in."""
    while True:
        data = bytearray(rng.choice(inputs))
        for _ in range(rng.choice((1, 1, 2, 4, 16))):
            start, end = sorted((rng.randint(0, len(data)), rng.randint(0, len(data))))
            other = rng.choice(inputs)
            kind = rng.randrange(6)
            if kind == 0:
                del data[start:end]
            elif kind == 1:
                data[start:start] = data[start:end][:2000] * rng.choice((1, 2, 50))
            elif kind == 2:
                place = rng.randint(0, len(other))
                data[start:end] = other[place : place + rng.randint(0, 500)]
            elif kind == 3 and data:
                data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
            else:
                data[start:start] = rng.choice(_WORDS) * rng.choice((1, 1, 1, 3, 300))
        yield bytes(data[:LARGE])


def simple(judge: Judge, inputs: Sequence[bytes], *, runs: int, seconds: float, seed: int = 0) -> None:
    """The seeds, then mutations of them, until there were so many runs or seconds of processor time."""
    end = time.process_time() + seconds
    for data in inputs:
        judge(data)
    for data in mutations(inputs, random.Random(seed)):
        if judge.runs >= runs + len(inputs) or time.process_time() > end:
            return
        judge(data)
