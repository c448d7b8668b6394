"""What Moodle's quiz reports share: who, when, and whether the attempt was finished."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import PurePath

from mediaquiz.formats.results import table

COLUMNS = {
    "email": "email address|email|이메일 주소|이메일|전자 메일 주소",
    "number": "id number|학번|id 번호|개인식별번호",
    "username": "username|사용자 아이디|사용자명|아이디",
    "last": "last name|surname|성",
    "first": "first name|이름",
    "started": "started on|started|시작 시간|시작 일시|시작",
    "completed": "completed|완료|완료 시간|완료 일시|종료",
}
_TIMES = ("%d %B %Y %I:%M %p", "%d %B %Y %I:%M:%S %p", "%Y-%m-%d %H:%M:%S", "%d/%m/%y, %H:%M:%S")
NOTHING = ("", "-")


def learner(row: Sequence[str], places: Mapping[str, int]) -> str:
    """The name that tells learners apart best: an address, a number, a user name, else the names together."""
    told = [table.cell(row, places.get(name)) for name in ("email", "number", "username")]
    names = " ".join(filter(None, (table.cell(row, places.get(name)) for name in ("last", "first"))))
    return next((one for one in told if one not in NOTHING), names)


def started(row: Sequence[str], places: Mapping[str, int]) -> str:
    """When the attempt began, so that texts sort by time; empty where the language is not known."""
    text = table.cell(row, places.get("started"))
    for form in _TIMES:
        with suppress(ValueError):
            return datetime.strptime(text, form).isoformat()
    return ""


def finished(row: Sequence[str], places: Mapping[str, int]) -> bool:
    """Whether it is a finished attempt: not one that is still open, and not the row of averages at the end."""
    return "completed" not in places or table.cell(row, places["completed"]) not in NOTHING


def nameless(number: int | str, name: str) -> str:
    """What a question is called whose text the report does not tell; another report's first one is another one."""
    return f"{PurePath(name).stem}: {number}"
