"""Makes docs/img/teacher.cast and docs/img/teacher.svg from a real session: ``python docs/teacher_recording.py``.

The lesson of tutorial-teacher.md becomes questions; one goes, one comes, the lesson is corrected, and a test in two
forms and a page to practise on are written.
"""

import re
import sys
import tempfile
from pathlib import Path

from recording import IMAGES, Step, record, write_cast, write_picture

TITLE = "mediaquiz: from a lesson to a test in two forms"
TUTORIAL = Path(__file__).with_name("tutorial-teacher.md")
PROMPT = "\r\n$ "
STEPS: tuple[Step, ...] = (
    (("$ ",), "cp ../tides.md lessons/ && mediaquiz build\r", 1.0),
    ((f"deck.{PROMPT}",), "mediaquiz items list --type recall\r", 1.5),
    ((f"items.{PROMPT}",), "mediaquiz items retire --text 'narrow bay'\r", 5.0),
    ((f"retired.{PROMPT}",), 'mediaquiz add "What pulls hardest?" "the Moon" --wrong Sun --wrong Venus\r', 3.0),
    ((f"own.yaml.{PROMPT}",), "# The lesson is corrected\r", 2.5),
    (("$ ",), "sed -i 's/about 50 minutes/about an hour/' lessons/tides.md\r", 1.0),
    (("$ ",), "mediaquiz build && mediaquiz items search 'an hour'\r", 1.0),
    ((f"1 item.{PROMPT}",), "mediaquiz export pdf -n 6 --forms A,B -o test.pdf\r", 4.0),
    ((f"yourself.{PROMPT}",), "mediaquiz export html -o practice.html\r", 3.0),
    ((f"PDF.{PROMPT}",), "exit\r", 5.0),
)


def main() -> None:
    """Play, and write both."""
    lesson = re.findall(r"```markdown\n(.*?)```", TUTORIAL.read_text(encoding="utf-8"), re.DOTALL)[0]
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "tides.md").write_text(lesson, encoding="utf-8")
        events = record(Path(folder), STEPS, before="mediaquiz init oceans > /dev/null && cd oceans")
    write_cast(events, IMAGES / "teacher.cast", TITLE)
    write_picture(events, IMAGES / "teacher.svg", "A lesson becomes questions, a test in two forms and a page")
    sys.stdout.write(f"{events[-1][0]:.0f} s, {len(events)} events\n")


if __name__ == "__main__":
    main()
