"""Files made to hang, crash or trick whoever reads them: answered at once, with file and line, in a small process."""

import resource
import subprocess
import sys

import pytest

READ = """
import sys
from mediaquiz.decks.load import load
if sys.argv[1] == "pure":
    import yaml
    vars(yaml).pop("CSafeLoader", None)
for problem in load(sys.stdin.read(), "decks/attack.yaml").problems[:5]:
    print(problem)
"""


def merge_key_bomb() -> str:
    layers = [f"a{n}: &a{n}\n  <<: [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    return "a0: &a0 {k: v}\n" + "\n".join(layers)


def alias_bomb() -> str:
    layers = [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    return "a0: &a0 [x]\n" + "\n".join(layers)


ATTACKS = {
    "merge keys": (merge_key_bomb(), "decks/attack.yaml:1:5: error: MQ302"),
    "aliases": (alias_bomb(), "decks/attack.yaml:1:5: error: MQ302"),
    "an alias of itself": ("items: &a [*a]", "decks/attack.yaml:1:8: error: MQ302"),
    "100,000 brackets": ("items: " + "[" * 100_000, "decks/attack.yaml:1:27: error: MQ304"),
    "100,000 braces": ("{a: " * 100_000, "decks/attack.yaml:1:81: error: MQ304"),
    "100,000 hyphens": ("items:\n  " + "- " * 100_000, "decks/attack.yaml:2:41: error: MQ304"),
    "100,000 question marks": ("? " * 100_000, "decks/attack.yaml:1:41: error: MQ304"),
    "brackets on many lines": ("items: " + "[\n " * 100_000, "decks/attack.yaml:20:2: error: MQ304"),
    "100,000 levels of fields": (
        "\n".join(" " * n + "a:" for n in range(2_000)),
        "decks/attack.yaml:21:21: error: MQ304",
    ),
    "a program": ("items: !!python/object/apply:os.system [echo]", "decks/attack.yaml:1:8: error: MQ302"),
    "a second stem": (
        "items:\n  - type: recall\n    stem: a\n    stem: b\n    answer: c",
        "decks/attack.yaml:4:5: error: MQ303",
    ),
    "a huge line": ("a" * 1_000_000, "decks/attack.yaml:1:1: error: MQ301"),
    "many unknown fields": ("\n".join(f"a{n}: b" for n in range(20_000)), "decks/attack.yaml:1:1: error: MQ305"),
    "an escape sequence in a tag": ("a: !<%1b]52;c;x%07> b", "decks/attack.yaml:1:4: error: MQ302"),
}


def small_process() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (1_000_000_000, 1_000_000_000))
    resource.setrlimit(resource.RLIMIT_CPU, (20, 20))


@pytest.mark.skipif(sys.platform == "win32", reason="limits of a process are POSIX")
@pytest.mark.parametrize("parser", ["libyaml", "pure"])
@pytest.mark.parametrize("name", ATTACKS)
def test_an_attack_is_answered_with_file_and_line(name, parser):
    text, answer = ATTACKS[name]
    done = subprocess.run(
        [sys.executable, "-c", READ, parser],
        input=text,
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=small_process,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert answer in done.stdout
    assert "\x1b" not in done.stdout
