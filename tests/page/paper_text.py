"""The text of a PDF, by poppler."""

import shutil
import subprocess
from importlib import import_module
from pathlib import Path

import pytest

needs_poppler = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="needs poppler-utils")


def _has_weasyprint() -> bool:
    try:
        import_module("weasyprint")
    except (ImportError, OSError):  # OSError: Pango is missing
        return False
    return True


def _has_korean_font() -> bool:
    """Whether fontconfig, which Pango asks, knows a font with Korean letters; a PDF tells of letters without one."""
    if shutil.which("fc-list") is None:
        return True
    found = subprocess.run(["fc-list", ":lang=ko"], check=False, capture_output=True, text=True, timeout=60)
    return bool(found.stdout.strip())


needs_weasyprint = pytest.mark.skipif(
    not (_has_weasyprint() and _has_korean_font()), reason="needs WeasyPrint, Pango and a font with Korean letters"
)


def tool(*command: str) -> str:
    """What a command prints."""
    return subprocess.run(command, check=True, capture_output=True, text=True, timeout=60).stdout


def pages(path: Path) -> list[str]:
    """The text of each page, spaces made one."""
    return [" ".join(page.split()) for page in tool("pdftotext", "-layout", str(path), "-").split("\f")[:-1]]
