"""What the terminal chat prints of a reply."""

import io

from rich.console import Console

from assistant.terminal import rendered

REPLY = [
    {"text": "Yes, you can.", "buttons": [{"title": "Why?", "payload": "/faq"}]},
    {
        "custom": {
            "type": "answer",
            "sources": [{"title": "A guide"}],
            "reviewed_on": "2026-11-21",
            "status": "draft",
        }
    },
]
WARNING = [
    {"text": "Call now."},
    {"custom": {"type": "escalation", "level": "emergency", "contacts": [{"label": "US", "number": "911"}]}},
]  # fmt: skip


def printed(messages):
    parts, buttons = rendered(messages)
    console = Console(file=io.StringIO(), width=100)
    console.print(*parts, sep="\n")
    return console.file.getvalue(), buttons


def test_text_sources_and_numbered_suggestions():
    text, buttons = printed(REPLY)
    assert "Yes, you can." in text
    assert "Sources: A guide (2026-11-21, draft)" in text
    assert "1. Why?" in text
    assert buttons[0]["payload"] == "/faq"


def test_a_warning_shows_the_numbers():
    text, _ = printed(WARNING)
    assert "Call now." in text
    assert "US: 911" in text
