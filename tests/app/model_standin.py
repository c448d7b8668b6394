"""A language model for tests: a plug-in of the ``llm`` library, found by its entry point as any other.

It replies from a script: a JSON file with ``items`` (a part of a prompt → a reply), ``answers`` (a part of a question →
answers) and ``improvements``. It notes each call, and each reply that it gave; ``die_at`` kills the program at a call,
``stop_at`` is Ctrl-C there.
"""

import json
import os
from pathlib import Path

PLUGIN = """
import json, os, re, signal
from pathlib import Path
import llm

FOLDER = Path(os.environ["STANDIN_FOLDER"])


class Standin(llm.Model):
    model_id = "standin"
    supports_schema = True
    can_stream = False

    def execute(self, prompt, stream, response, conversation):
        script = json.loads((FOLDER / "script.json").read_text("utf-8"))
        log = FOLDER / "calls.jsonl"
        calls = log.read_text("utf-8").count('"call"') if log.exists() else 0
        note(log, {"call": prompt.prompt})
        if script.get("die_at") == calls:
            os.kill(os.getpid(), signal.SIGKILL)
        if script.get("stop_at") == calls:
            os.kill(os.getpid(), signal.SIGINT)
        if script.get("fail_at") == calls:
            raise RuntimeError("no route to the model")
        text = reply(script, prompt.prompt, prompt.schema)
        note(log, {"paid": prompt.prompt})
        response.set_usage(input=100, output=10)
        yield text


class Plain(Standin):
    model_id = "plain"
    supports_schema = False


def reply(script, prompt, schema):
    if prompt.startswith("Propose"):
        return next((made for part, made in script["items"].items() if part in prompt), '{"items": []}')
    asked = re.findall(r"^(\\d+)\\. (.*)$", prompt.rpartition("=" * 20)[2], re.MULTILINE)
    if prompt.startswith("Answer"):
        found = [(number, known) for number, one in asked for part, known in script["answers"].items() if part in one]
        return json.dumps({"answers": [{"number": int(number), "answer": known} for number, known in found]})
    better = script.get("improvements", {})
    found = [{"number": int(n), **made} for n, one in asked for part, made in better.items() if part in one]
    return json.dumps({"improvements": found})


def note(log, row):
    with log.open("a", encoding="utf-8") as file:
        file.write(json.dumps(row) + "\\n")


@llm.hookimpl
def register_models(register):
    register(Standin())
    register(Plain())
"""


class Standin:
    """The plug-in, installed in a folder of its own; ``env`` makes a program find it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        info = folder / "llm_standin-1.0.dist-info"
        info.mkdir(parents=True)
        (folder / "llm_standin.py").write_text(PLUGIN)
        (info / "METADATA").write_text("Metadata-Version: 2.1\nName: llm-standin\nVersion: 1.0\n")
        (info / "entry_points.txt").write_text("[llm]\nstandin = llm_standin\n")
        self.says()

    def says(self, **script: object) -> None:
        """What it replies from now on."""
        told = {"items": {}, "answers": {}, **script}
        (self.folder / "script.json").write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")

    def rows(self, kind: str) -> list[str]:
        """The prompts of all calls, or of those that were ``paid``."""
        log = self.folder / "calls.jsonl"
        lines = log.read_text("utf-8").splitlines() if log.exists() else []
        return [row[kind] for line in lines if kind in (row := json.loads(line))]

    @property
    def env(self) -> dict[str, str]:
        """The environment of a program that has the plug-in."""
        paths = os.pathsep.join(filter(None, [str(self.folder), os.environ.get("PYTHONPATH", "")]))
        return {"PYTHONPATH": paths, "STANDIN_FOLDER": str(self.folder), "LLM_USER_PATH": str(self.folder / "llm")}
