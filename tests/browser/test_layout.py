"""Small screens, large text, colours, motion, direction."""

import pytest
from playwright.sync_api import expect

from tests.browser.test_accessibility import CARDS

# Elements of the chat that stick out of the window, or are cut off without a way to scroll.
TOO_WIDE = """() => {
  const root = document.querySelector('sciatica-chat').shadowRoot;
  const width = document.documentElement.clientWidth;
  return [...root.querySelectorAll('.app *')].filter((node) => {
    const box = node.getBoundingClientRect();
    return box.width > 1 && !node.closest('.unseen') && (box.right > width + 1 || box.left < -1);
  }).map((node) => node.outerHTML.slice(0, 120));
}"""
# Targets below 44 px in either direction (links in running text and hidden ones apart).
SMALL_TARGETS = """(least) => {
  const root = document.querySelector('sciatica-chat').shadowRoot;
  return [...root.querySelectorAll('button, summary, .contact, .file, textarea')].filter((node) => {
    const box = node.getBoundingClientRect();
    return box.width && (box.height < least || box.width < least);
  }).map((node) => node.outerHTML.slice(0, 120));
}"""


def show_all(chat):
    for words in CARDS.values():
        chat.ask(words)
        assert chat.page.evaluate(TOO_WIDE) == [], words
        assert chat.page.evaluate(SMALL_TARGETS, 44) == [], words


@pytest.mark.parametrize("path", ["/", "/demo"])
def test_320_px_without_sideways_scrolling_and_with_targets_for_thumbs(new_chat, path):
    chat = new_chat(path, viewport={"width": 320, "height": 640})
    if path == "/demo":
        chat.open()
    show_all(chat)
    assert chat.page.evaluate("document.documentElement.scrollWidth") <= 320


def test_400_percent_zoom(new_chat):
    """1280 x 1024 at 400 % is 320 x 256: all can be reached by scrolling, the field stays usable."""
    chat = new_chat("/demo", viewport={"width": 320, "height": 256})
    chat.open()
    chat.ask("I can't pee")
    chat.ask("my plan")
    assert chat.page.evaluate(TOO_WIDE) == []
    for node in (chat.page.locator(".pinned a").first, chat.button("Start today’s session"), chat.field):
        node.scroll_into_view_if_needed()
        box = node.bounding_box()
        assert box["y"] >= 0 and box["y"] + box["height"] <= 257


def test_the_emergency_line_stays_in_view_while_the_log_scrolls(new_chat):
    chat = new_chat("/", viewport={"width": 360, "height": 640})
    for words in ("is it safe?", "my plan", "the bird dog"):
        chat.ask(words)
        expect(chat.page.get_by_role("link", name="999").first).to_be_in_viewport()
    chat.button("Start the guided timer").click()
    expect(chat.page.get_by_role("link", name="999").first).to_be_in_viewport()


def test_text_spacing_of_the_reader(new_chat):
    chat = new_chat("/", viewport={"width": 360, "height": 640})
    chat.ask("my plan")
    chat.page.evaluate(
        """() => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }');
          document.querySelector('sciatica-chat').shadowRoot.adoptedStyleSheets.push(sheet);
        }"""
    )
    assert chat.page.evaluate(TOO_WIDE) == []


def test_the_readers_own_text_size_is_followed(new_chat):
    chat = new_chat()
    size = chat.log.evaluate("node => getComputedStyle(node).fontSize")
    assert size == "16px"
    sheets = chat.page.evaluate("[...document.querySelector('sciatica-chat').shadowRoot.querySelectorAll('link')].map((l) => [...l.sheet.cssRules].map((r) => r.cssText).join('')).join('')")  # fmt: skip
    assert "font-size: 16px" not in sheets


def test_without_motion(new_chat):
    moving = "document.querySelector('sciatica-chat').shadowRoot.querySelector('.app').getAnimations({subtree: true}).length"
    for motion, expected in (("reduce", 0), ("no-preference", 3)):
        chat = new_chat("/", reduced_motion=motion)
        chat.server.delay = 1
        chat.type("hello")
        expect(chat.page.locator(".dots")).to_be_visible()
        assert chat.page.evaluate(moving) == expected
        chat.server.delay = 0
        expect(chat.replies).to_have_count(1)


def test_right_to_left(new_chat, fake):
    fake.host_page = (
        '<!doctype html><html lang="ar" dir="rtl"><title>x</title>'
        '<script type="module" src="/widget/sciatica-chat.js" data-language="ar"></script>'
    )
    chat = new_chat("/host", viewport={"width": 390, "height": 844}).open()
    chat.ask("my plan")
    assert chat.page.evaluate(TOO_WIDE) == []
    mine, log = chat.mine.last.locator("p").last.bounding_box(), chat.log.bounding_box()
    assert mine["x"] - log["x"] < 30  # what the person says is at the left
    expect(chat.page.get_by_label("سؤالك")).to_be_visible()
    assert chat.page.locator(".app").get_attribute("lang") == "ar"


def test_the_position_can_be_chosen_and_nothing_shifts(new_chat, fake):
    fake.host_page = (
        '<!doctype html><html lang="en"><title>x</title><h1>x</h1>'
        '<script type="module" src="/widget/sciatica-chat.js" data-position="start" data-label="Need help?"></script>'
    )
    chat = new_chat("/host", viewport={"width": 1200, "height": 800})
    chat.page.evaluate("() => { window.shift = 0; new PerformanceObserver((l) => { for (const e of l.getEntries()) if (!e.hadRecentInput) window.shift += e.value }).observe({type: 'layout-shift', buffered: true}) }")  # fmt: skip
    chat.launcher.wait_for()
    expect(chat.launcher).to_have_text("Need help?")
    assert chat.launcher.bounding_box()["x"] < 60
    chat.open()
    chat.page.wait_for_timeout(300)
    assert chat.page.evaluate("window.shift") == 0


@pytest.mark.parametrize(
    "theme, scheme, expected",
    [("auto", "dark", "dark"), ("light", "dark", "light"), ("dark", "light", "dark")],
)
def test_light_and_dark(new_chat, fake, theme, scheme, expected):
    fake.host_page = (
        '<!doctype html><html lang="en"><title>x</title>'
        f'<script type="module" src="/widget/sciatica-chat.js" data-theme="{theme}"></script>'
    )
    chat = new_chat("/host", color_scheme=scheme).open()
    assert chat.page.locator(".app").get_attribute("data-scheme") == expected


def test_turning_the_phone_keeps_what_was_typed(new_chat):
    chat = new_chat("/demo", viewport={"width": 390, "height": 844}).open()
    chat.field.fill("half a ques")
    chat.page.set_viewport_size({"width": 1100, "height": 800})
    expect(chat.field).to_have_value("half a ques")
    expect(chat.field).to_be_visible()
    assert not chat.page.evaluate(
        "document.querySelector('sciatica-chat').shadowRoot.querySelector('dialog').matches(':modal')"
    )
