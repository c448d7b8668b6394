"""What can go wrong, made to go wrong: ``python tests/faults [SCENARIO …] [--short]``; without a name, all of them.

Each scenario prints its figures; the exit code is 1 when anything was lost, doubled or damaged.
"""

import argparse
import sys
import time

from scenarios import SCENARIOS


def main() -> int:
    """Print a line for each scenario; 1 when anything went wrong."""
    parser = argparse.ArgumentParser(prog="tests/faults", description=(__doc__ or "").partition("\n\n")[0])
    parser.add_argument("scenarios", nargs="*", metavar="SCENARIO", help=", ".join(SCENARIOS))
    parser.add_argument("--short", action="store_true", help="seconds instead of minutes")
    told = parser.parse_args()
    if unknown := set(told.scenarios) - set(SCENARIOS):
        parser.error(f"no scenario is called {', '.join(unknown)}; there are {', '.join(SCENARIOS)}")
    failed = False
    for name in told.scenarios or SCENARIOS:
        scenario, started = SCENARIOS[name], time.monotonic()
        if scenario.needs:
            print(f"{name}: {scenario.about}: skipped, it needs {scenario.needs}", flush=True)
            continue
        tally = scenario.short() if told.short else scenario.long()
        print(f"{name}: {scenario.about}: {tally} ({time.monotonic() - started:.0f} s)", flush=True)
        for problem in tally.problems[:10]:
            print(f"  {problem}")
        failed |= bool(tally.problems)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
