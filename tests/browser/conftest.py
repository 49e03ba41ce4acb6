"""A Chromium, a server that can fail, and a page that notes everything that must not happen."""

import pytest

from tests.browser.chat import Chat
from tests.browser.fake_server import FakeServer

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}


@pytest.fixture
def fake():
    server = FakeServer()
    server.start()
    yield server
    server.stop()


@pytest.fixture
def new_chat(browser, fake):
    """Return a function that opens a page with the chat; options are those of a browser context.

    At the end nothing may have been reported: no error of script or policy, no request elsewhere.
    """
    chats = []

    def open_page(path="/", ready=True, server=fake, **options):
        context = browser.new_context(**{"locale": "en-GB", "reduced_motion": "reduce", **options})
        chat = Chat(context.new_page(), server)
        chats.append(chat)
        chat.page.goto(server.url + path)
        if ready and path == "/":
            chat.field.wait_for()
        return chat

    yield open_page
    for chat in chats:
        chat.page.context.close()
        assert chat.problems == []
        assert chat.foreign_requests == []


@pytest.fixture
def chat(new_chat):
    """The chat on its own page, in a desktop window."""
    return new_chat()


@pytest.fixture
def widget(new_chat):
    """The launcher on the clinic's page, closed."""
    chat = new_chat("/demo")
    chat.launcher.wait_for()
    return chat
