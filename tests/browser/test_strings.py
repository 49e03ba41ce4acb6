"""The words of the chat stand in one file, and all of them are there."""

import re

from tests.browser.fake_server import WIDGET

KEYS = set(re.findall(r'^ {2}"?([\w.]+)"?:', (WIDGET / "strings.en.js").read_text(), re.MULTILINE))
SOURCES = {path: path.read_text() for path in (WIDGET / "chat").rglob("*.js")}


def test_every_key_that_is_asked_for_exists():
    for path, source in SOURCES.items():
        asked = re.findall(r'say\(\s*"([\w.]+)"', source)
        assert set(asked) <= KEYS, path.name


def test_every_key_is_asked_for():
    code = "\n".join(SOURCES.values())
    families = set(re.findall(r"`(\w+)\.\$\{", code))  # as in say(`state.${state}`)
    unused = {key for key in KEYS if f'"{key}"' not in code and key.split(".")[0] not in families}
    assert unused == set()


def test_no_sentence_stands_in_the_code():
    for path, source in SOURCES.items():
        code = re.sub(r"/\*.*?\*/|//[^\n]*|console\.warn\([^;]*;", "", source, flags=re.DOTALL)
        assert not re.findall(r'"[A-Z][a-z]+ [a-z]+[^"]*"', code), path.name
