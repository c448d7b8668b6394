"""Fuzzing: ``python tests/hostile [TARGET …] [--seconds N] [--found FOLDER]``; without a name, all targets.

With atheris (libFuzzer) installed each target is fuzzed in a process of its own, guided by coverage; without it, or
with ``--simple``, seeds are mutated at random. Prints runs and processor time; the exit code is 1 when an input made a
target raise, break a promise, or take longer than a second. These inputs are kept in the folder ``found``.
"""

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from importlib.util import find_spec
from pathlib import Path

from engine import Judge, simple
from targets import TARGETS, seeds


def main() -> int:
    """Fuzz target after target; 1 when anything was found."""
    told = _arguments()
    began, engine = _processor_time(), _simple if told.simple else _guided
    with ThreadPoolExecutor(told.jobs) as pool:
        found = list(pool.map(partial(engine, seconds=told.seconds, found=told.found), told.targets or TARGETS))
    print(f"{_processor_time() - began:.0f} s of processor time")
    return int(any(found))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="tests/hostile", description=(__doc__ or "").partition("\n\n")[0])
    parser.add_argument("targets", nargs="*", metavar="TARGET", help="; ".join(TARGETS))
    parser.add_argument("--seconds", type=float, default=60, help="of processor time, for each target (60)")
    parser.add_argument("--jobs", type=int, default=1, help="so many targets at a time, with atheris (1)")
    parser.add_argument("--simple", action="store_true", help="without atheris")
    parser.add_argument("--found", type=Path, default=Path(tempfile.gettempdir()) / "mediaquiz-found")
    told = parser.parse_args()
    if unknown := set(told.targets) - set(TARGETS):
        parser.error(f"no target is called {', '.join(unknown)}")
    if told.simple or not find_spec("atheris"):
        told.simple, told.jobs = True, 1  # the simple engine runs in this process, whose time it counts
    return told


def _simple(name: str, seconds: float, found: Path) -> bool:
    """One target without libFuzzer, in this process; whether anything was found."""
    judge = Judge(name, TARGETS[name], found)
    simple(judge, seeds(TARGETS[name]), runs=10**9, seconds=seconds, seed=int(time.time()))
    print(judge, flush=True)
    return bool(judge.problems)


def _guided(name: str, seconds: float, found: Path) -> bool:
    """One target under libFuzzer, in a process of its own; whether anything was found."""
    command = [sys.executable, str(Path(__file__).with_name("guided.py")), name, str(seconds), str(found)]
    done = subprocess.run(command, check=False, capture_output=True, text=True, errors="replace")
    print(done.stdout, end="", flush=True)
    if done.returncode not in (0, 1) or not done.stdout:
        print(f"{name}: ended with {done.returncode}: {done.stderr[-1500:]}", flush=True)
    return done.returncode != 0


def _processor_time() -> float:
    """Seconds that this process and those that it waited for have used."""
    return sum(resource.getrusage(who).ru_utime for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))


if __name__ == "__main__":
    sys.exit(main())
