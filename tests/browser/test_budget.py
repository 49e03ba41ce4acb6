"""What the widget weighs, as the server sends it: every file compressed by itself."""

import gzip
import re

from playwright.sync_api import expect

from assistant.serving.compact import compact
from tests.browser.fake_server import WIDGET

KB = 1024
LOADER = {"sciatica-chat.js", "strings.launcher.en.js", "mark.js"}
BEFORE_OPENING = LOADER | {"styles/host.css"}
PAGES = {"index.html", "demo.html", "mark.svg", "styles/page.css", "styles/demo.css"}
IMPORTED = re.compile(r'@import "([^"]+)"')


def weight(paths):
    return sum(len(gzip.compress(compact(WIDGET / path), 9)) for path in paths)


def everything():
    """All that a browser may fetch for the chat; parts of a sheet come with the sheet."""
    files = {str(path.relative_to(WIDGET)) for path in WIDGET.rglob("*") if path.is_file()}
    parts = {f"styles/{part}" for part in IMPORTED.findall((WIDGET / "styles/chat.css").read_text())}
    assert parts < files
    return files - parts - PAGES


def fetched(chat):
    return {url.split("/widget/")[1] for url in chat.requests if "/widget/" in url} - PAGES


def test_the_loader_at_most_3_kb():
    assert weight(LOADER) <= 3 * KB


def test_before_it_is_opened_at_most_3_kb(widget):
    widget.page.wait_for_timeout(300)
    assert fetched(widget) == BEFORE_OPENING
    assert weight(BEFORE_OPENING) <= 3 * KB


def test_ready_to_chat_at_most_30_kb(widget):
    """Styles and loader included; cards and timer are fetched when they are shown."""
    widget.open()
    widget.ask("is it safe?")
    assert len(fetched(widget)) > 20
    assert weight(fetched(widget)) <= 30 * KB


def test_everything_at_most_35_kb():
    assert weight(everything()) <= 35 * KB


def test_files_are_small():
    for path in (*WIDGET.rglob("*.js"), *WIDGET.rglob("*.css")):
        assert len(path.read_text().splitlines()) < 300, path


def test_the_files_work_as_they_are(new_chat, fake):
    """Nothing has to be built: any server of files will do."""
    fake.compact = False
    chat = new_chat()
    chat.ask("the bird dog")
    expect(chat.page.locator(".bubble .facts").first).to_have_css("display", "flex")
