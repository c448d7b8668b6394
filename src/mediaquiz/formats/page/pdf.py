"""``pdf``: the printed page, by WeasyPrint from the same template. Nothing is fetched, nothing else is read."""

import logging
from collections.abc import Callable
from typing import Any

from mediaquiz.errors import MediaquizError
from mediaquiz.formats.page.render import page
from mediaquiz.model.problem import Problem
from mediaquiz.model.stages import Shipment


def write(shipment: Shipment) -> tuple[bytes, tuple[Problem, ...]]:
    """The PDF. Raises MediaquizError where WeasyPrint is not installed or cannot run."""
    html, fetcher = _weasyprint()
    text, problems = page(shipment)
    if not text:
        return b"", problems
    data: bytes = html(string=text, url_fetcher=fetcher, media_type="print").write_pdf()
    return data, problems


def _weasyprint() -> tuple[Callable[..., Any], Any]:
    try:
        import weasyprint
    except (ImportError, OSError) as why:  # OSError: its system library Pango is missing
        raise MediaquizError(
            f"PDF needs WeasyPrint, which is not there ({why})",
            hint="pip install 'mediaquiz[pdf]'; or: mediaquiz export html, and print the page from your browser.",
        ) from why
    logging.getLogger("weasyprint").setLevel(logging.CRITICAL)  # it tells of style rules that are for browsers
    return weasyprint.HTML, _fetch


def _fetch(url: str, *arguments: Any, **named: Any) -> Any:
    from weasyprint import default_url_fetcher

    if not url.startswith("data:"):
        raise ValueError("only pictures inside the page are read")
    return default_url_fetcher(url, *arguments, **named)
