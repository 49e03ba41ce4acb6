"""What the widget weighs, compressed as a server sends it."""

import gzip

from tests.browser.fake_server import WIDGET

BEFORE_OPENING = {"sciatica-chat.js", "strings.launcher.en.js", "styles/host.css", "mark.js"}
PAGES = {"index.html", "demo.html", "mark.svg", "styles/page.css", "styles/demo.css"}


def weight(paths):
    return sum(len(gzip.compress((WIDGET / path).read_bytes(), 9)) for path in paths)


def everything():
    files = {str(path.relative_to(WIDGET)) for path in WIDGET.rglob("*") if path.is_file()}
    return files - PAGES


def fetched(chat):
    return {url.split("/widget/")[1] for url in chat.requests if "/widget/" in url} - PAGES


def test_before_it_is_opened_at_most_3_kb(widget):
    widget.page.wait_for_timeout(300)
    assert fetched(widget) == BEFORE_OPENING
    assert weight(BEFORE_OPENING) <= 3 * 1024


def test_ready_to_chat_at_most_35_kb(widget):
    """Every file by itself, styles and loader included."""
    widget.open()
    widget.ask("is it safe?")
    assert len(fetched(widget)) > 20
    assert weight(fetched(widget)) <= 35 * 1024


def test_all_cards_included_at_most_35_kb_in_one_piece():
    """As others are measured: all modules and styles in one file."""
    assert (
        len(gzip.compress(b"".join((WIDGET / path).read_bytes() for path in everything()), 9))
        <= 35 * 1024
    )


def test_modules_are_small():
    for path in WIDGET.rglob("*.js"):
        assert len(path.read_text().splitlines()) < 300, path
