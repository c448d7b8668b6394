"""axe-core, run in a page."""

import shutil
import subprocess
from pathlib import Path

import pytest
from browser import Learner

AXE = "axe-core@4.14.1"
ALL_RULES = """async () => {
  const found = await axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] });
  const told = (one) => `${one.id}: ${one.nodes.map((node) => node.html).join(" ")}`;
  return [found.violations.map(told), found.passes.length];
}"""
needs_npm = pytest.mark.skipif(shutil.which("npm") is None, reason="needs npm for axe-core")


def axe_core(folder: Path) -> str:
    """The source of axe-core."""
    subprocess.run(["npm", "install", "--silent", "--ignore-scripts", AXE], cwd=folder, check=True, timeout=120)
    return (folder / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")


def violations(learner: Learner, axe: str) -> list[str]:
    """The rules that the page breaks, with the elements that break them."""
    learner.page.evaluate(axe)
    found, passed = learner.page.evaluate(ALL_RULES)
    assert passed > 15
    return list(found)
