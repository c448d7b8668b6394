"""The text of a PDF, by poppler."""

import shutil
import subprocess
from pathlib import Path

import pytest

needs_poppler = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="needs poppler-utils")


def tool(*command: str) -> str:
    """What a command prints."""
    return subprocess.run(command, check=True, capture_output=True, text=True, timeout=60).stdout


def pages(path: Path) -> list[str]:
    """The text of each page, spaces made one."""
    return [" ".join(page.split()) for page in tool("pdftotext", "-layout", str(path), "-").split("\f")[:-1]]
