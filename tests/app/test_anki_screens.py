"""What a learner sees in Anki's own window, by day and by night, at a desk and on a phone: pictures of its reviewer."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from anki_apps import export
from shells import Shell

from mediaquiz.formats.anki.notetypes import style

THEMES = {"day": r"\.card \{(.*?)\}", "night": r"\.nightMode,.*?\{(.*?)\}"}
SIZES = {"desktop": ((900, 700), "page"), "phone": ((360, 640), "sheet")}
"""The window's size, and what its ground is called in the style sheet."""
Colour = tuple[int, int, int]


def colours(theme: str) -> dict[str, Colour]:
    """The colours of a theme by their names in the style sheet."""
    block = re.search(THEMES[theme], style(), re.DOTALL)
    assert block
    found = re.findall(r"--([\w-]+): #(\w\w)(\w\w)(\w\w);", block[1])
    return {name: (int(red, 16), int(green, 16), int(blue, 16)) for name, red, green, blue in found}


def contrast(one: Colour, other: Colour) -> float:
    """The contrast of two colours as WCAG 2 defines it."""
    light, dark = sorted(map(luminance, (one, other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: Colour) -> float:
    shares = (part / 255 for part in colour)
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.slow
def test_the_ground_is_ours_and_the_words_stand_out_in_every_theme_and_size(course: Shell, tmp_path: Path) -> None:
    pytest.importorskip("aqt", reason="needs the aqt package with PyQt6")
    images = pytest.importorskip("PIL.Image", reason="needs Pillow")
    items = map(json.loads, course("--json", "items", "list", "--type", "choice").stdout.splitlines())
    item = next(items)["id"]
    script = Path(__file__).with_name("anki_reviewer.py")
    command = [sys.executable, str(script), str(export(course)), str(tmp_path), item]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    for theme in THEMES:
        named = colours(theme)
        for size, (pixels, ground) in SIZES.items():
            for side in ("question", "answer"):
                name = f"anki-{item}-{side}-{theme}-{size}.png"
                picture = images.open(tmp_path / name).convert("RGB")
                card = picture.crop((0, 60, picture.width, picture.height - 75))
                seen = {colour: count for count, colour in card.getcolors(card.width * card.height)}
                assert picture.size == pixels, name
                assert picture.getpixel((5, 300)) == named[ground], name
                clear = sum(seen[colour] for colour in seen if contrast(colour, named["sheet"]) >= 4.5)
                assert clear > 1000, name
                assert (named["good-ground"] in seen) == (side == "answer"), name
