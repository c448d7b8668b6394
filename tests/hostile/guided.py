"""One target under libFuzzer, guided by the coverage of mediaquiz: ``python guided.py TARGET SECONDS FOLDER``."""

import os
import sys
import tempfile
import time
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["mediaquiz"]):
    from engine import Judge
    from targets import TARGETS, seeds

_LONGEST = 20_000
_HANGS_S = 120


def main(name: str, seconds: float, found: Path) -> None:
    """Fuzzes for so many seconds of processor time, prints what came of it, and ends: 1 when anything was found."""
    judge, end = Judge(name, TARGETS[name], found), time.process_time() + seconds

    def one(data: bytes) -> None:
        judge(data)
        if time.process_time() > end:
            print(judge, flush=True)
            os._exit(bool(judge.problems))  # libFuzzer has no other way to end that leaves us the last word

    found.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as corpus:
        for number, data in enumerate(seeds(TARGETS[name])):
            (Path(corpus) / str(number)).write_bytes(data)
        flags = [f"-max_len={_LONGEST}", f"-timeout={_HANGS_S}", "-rss_limit_mb=3000", f"-artifact_prefix={found}/"]
        atheris.Setup([name, *flags, corpus], one)
        atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1], float(sys.argv[2]), Path(sys.argv[3]))
