"""No finding of axe in any state, in light, dark, right-to-left, forced colours and on a small screen."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PHONE

CARDS = {
    "answer": "is it safe?",
    "exercise": "the bird dog please",
    "plan": "show my plan",
    "diary": "my diary",
    "question": "how strong",
    "choices": "which is hardest",
    "export": "request_export please",
    "suggestions": "gibberish",
    "emergency": "I can't pee",
    "crisis": "I want to hurt myself",
    "urgent": "foot drop",
    "check": "cancer",
    "unknown": "unknown card",
}
LOOKS = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "forced colours": {"forced_colors": "active"},
    "320 px": {"viewport": {"width": 320, "height": 640}},
}


@pytest.fixture(params=LOOKS)
def look(request):
    return LOOKS[request.param]


def test_closed_and_open(new_chat, look):
    chat = new_chat("/demo", **look)
    chat.launcher.wait_for()
    assert chat.violations() == []
    chat.open()
    assert chat.violations() == []
    chat.button("More options").click()
    chat.button("Delete my conversation").click()
    assert chat.violations() == []


@pytest.mark.parametrize("card", CARDS)
def test_every_card(new_chat, look, card):
    chat = new_chat("/", **look)
    chat.ask(CARDS[card])
    for summary in chat.page.locator("summary").all():
        summary.click()
    assert chat.violations() == []


def test_timer_and_session(new_chat, look):
    chat = new_chat("/", **look)
    chat.ask("bird dog")
    chat.button("Start the guided timer").click()
    chat.button("Start").click()
    assert chat.violations() == []
    chat.ask("my plan")
    chat.button("Start today’s session").click()
    assert chat.violations() == []


def test_offline_and_error(new_chat, look):
    chat = new_chat("/", **look)
    chat.page.context.set_offline(True)
    chat.type("hello")
    expect(chat.page.get_by_text("You are offline")).to_have_count(2)
    assert chat.violations() == []


def test_writing_and_rejected(new_chat, look, fake):
    chat = new_chat("/", **look)
    fake.delay = 1
    chat.type("hello")
    expect(chat.page.get_by_text("The assistant is writing")).to_be_visible()
    assert chat.violations() == []
    error = {"error": {"code": "too_long", "message": "Your message is too long."}}
    fake.failures.append((413, error, {}))
    chat.type("hello again")
    expect(chat.page.get_by_text("Your message is too long.")).to_have_count(2)
    assert chat.violations() == []


def test_right_to_left(new_chat, fake):
    fake.host_page = (
        '<!doctype html><html lang="ar" dir="rtl"><title>x</title><main><h1>x</h1></main>'
        '<script type="module" src="/widget/sciatica-chat.js" data-language="ar"></script>'
    )
    chat = new_chat("/host")
    chat.launcher.wait_for()
    assert chat.violations() == []
    chat.open()
    assert chat.violations() == []
    for words in CARDS.values():
        chat.ask(words)
    assert chat.violations() == []


def test_phone_dialog(new_chat):
    chat = new_chat("/demo", **PHONE)
    chat.open()
    chat.ask("I can't pee")
    assert chat.violations() == []
