"""XML attacks: refused at once with a line, in little memory and time, whatever the encoding."""

import subprocess
import sys

import pytest

pytest.importorskip("resource", reason="needs limits on memory and time")

LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
ATTACKS = {
    "a billion laughs": f'<!DOCTYPE quiz [<!ENTITY l0 "ha">{LAUGHS}]><quiz>&l9;</quiz>',
    "laughs in an attribute": f'<!DOCTYPE quiz [<!ENTITY l0 "ha">{LAUGHS}]><quiz a="&l9;"/>',
    "one long entity, often": f'<!DOCTYPE q [<!ENTITY a "{"a" * 100_000}">]><quiz>{"&a;" * 10_000}</quiz>',
    "a local file": '<!DOCTYPE q [<!ENTITY a SYSTEM "file:///etc/hostname">]><quiz>&a;</quiz>',
    "the network": '<!DOCTYPE quiz SYSTEM "http://127.0.0.1:9/x.dtd"><quiz/>',
    "a parameter entity": '<!DOCTYPE q [<!ENTITY % a SYSTEM "file:///etc/hostname">%a;]><quiz/>',
    "a comment before it": '<!-- <quiz> --><!DOCTYPE q [<!ENTITY a "b">]><quiz>&a;</quiz>',
    "an unknown entity": "<quiz><question type='essay'><name><text>&secret;</text></name></question></quiz>",
    "a hundred thousand deep": "<quiz>" + "<question>" * 100_000,
    "a hundred thousand attributes": "<quiz " + " ".join(f'a{n}=""' for n in range(100_000)) + "/>",
}
HARMLESS = {
    "XInclude is text": '<quiz><xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="/etc/hostname"/></quiz>',
    "a document type inside a question": (
        '<quiz><question type="essay"><name><text>html</text></name><questiontext format="html"><text><![CDATA['
        "What is &lt;!DOCTYPE html&gt;?]]></text></questiontext></question></quiz>"
    ),
}
READ = """
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))
resource.setrlimit(resource.RLIMIT_CPU, (10, 10))
from mediaquiz.formats import reader
from mediaquiz.model.arrival import Parcel
arrival, problems = reader("moodle")(Parcel("x.xml", sys.stdin.buffer.read()))
print(len(arrival.items), *[problem.code for problem in problems])
"""


def read(data: bytes) -> str:
    done = subprocess.run([sys.executable, "-c", READ], input=data, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()[-500:]
    return done.stdout.decode().strip()


@pytest.mark.parametrize("name", ATTACKS)
def test_an_attack_is_refused(name: str) -> None:
    assert read(ATTACKS[name].encode()) == "0 MQ701"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le"])
def test_no_encoding_hides_it(encoding: str) -> None:
    head = f'<?xml version="1.0" encoding="{encoding.partition("-sig")[0]}"?>'
    assert read((head + ATTACKS["a local file"]).encode(encoding)) == "0 MQ701"


@pytest.mark.parametrize(("name", "told"), [*zip(HARMLESS, ["0 MQ701", "1"], strict=True)])
def test_what_only_looks_like_one_is_read(name: str, told: str) -> None:
    assert read(HARMLESS[name].encode()) == told
