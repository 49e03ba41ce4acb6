"""Keyboard only: opening, order of Tab, focus that is never stolen, Escape."""

from playwright.sync_api import expect

from tests.browser.conftest import PHONE


def tabs(chat, times, key="Tab"):
    found = []
    for _ in range(times):
        chat.page.keyboard.press(key)
        found.append(chat.focused)
    return found


def test_opened_and_closed_by_keyboard(widget):
    page = widget.page
    while "Ask about sciatica" not in widget.focused:
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(widget.field).to_be_focused()
    expect(widget.launcher).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Escape")
    expect(widget.launcher).to_be_focused()
    expect(widget.launcher).to_have_attribute("aria-expanded", "false")
    expect(widget.field).to_be_hidden()


def test_nothing_of_a_closed_chat_can_be_reached(widget):
    widget.open()
    widget.button("Close chat").click()
    seen = tabs(widget, 14)
    assert not any("question" in name or "More" in name for name in seen)


def test_the_order_of_tab(chat):
    chat.ask("is it safe?")
    chat.page.get_by_role("heading", name="Sciatica assistant").evaluate("node => node.focus()")
    seen = tabs(chat, 9)
    assert seen[0] == "button More options"
    assert seen[1].startswith("a 999")
    assert seen[2] == "div Conversation"
    assert seen[3].startswith("summary Where this comes from")
    assert seen[4:6] == ["button Yes", "button No"]
    assert seen[6].startswith("button What exercises")
    assert seen[7] == "textarea Your question"
    assert seen[8] == "button Send"


def test_suggested_replies_are_one_tab_stop_from_the_field(chat):
    chat.ask("is it safe?")
    titles = chat.bar.get_by_role("button").all_text_contents()
    assert tabs(chat, 1, "Shift+Tab") == [f"button {titles[0]}"[:47]]
    assert tabs(chat, 3, "ArrowRight") == [f"button {title}"[:47] for title in (*titles[1:], titles[0])]
    assert tabs(chat, 1, "End") == [f"button {titles[-1]}"[:47]]
    chat.page.keyboard.press("Enter")
    expect(chat.mine.last).to_contain_text(titles[-1])
    expect(chat.field).to_be_focused()


def test_an_answer_does_not_steal_the_focus(chat, fake):
    fake.delay = 0.4
    chat.type("is it safe?")
    chat.button("More options").focus()
    expect(chat.replies).to_have_count(1)
    expect(chat.button("More options")).to_be_focused()


def test_enter_sends_and_shift_enter_makes_a_line(chat):
    chat.field.focus()
    chat.page.keyboard.type("one")
    chat.page.keyboard.press("Shift+Enter")
    chat.page.keyboard.type("two")
    assert chat.field.input_value() == "one\ntwo"
    chat.page.keyboard.press("Enter")
    expect(chat.mine).to_have_count(1)


def test_enter_that_ends_a_composition_does_not_send(chat):
    chat.field.fill("にほん")
    chat.field.dispatch_event("keydown", {"key": "Enter", "isComposing": True})
    assert chat.mine.count() == 0


def test_escape_closes_the_options_before_the_chat(widget):
    widget.open()
    widget.button("More options").click()
    widget.page.keyboard.press("Escape")
    expect(widget.button("More options")).to_be_focused()
    expect(widget.field).to_be_visible()
    widget.page.keyboard.press("Escape")
    expect(widget.launcher).to_be_focused()


def test_on_a_phone_the_chat_is_modal_and_no_keyboard_pops_up(new_chat):
    chat = new_chat("/demo", **PHONE)
    chat.open()
    assert chat.page.evaluate(
        "document.querySelector('sciatica-chat').shadowRoot.querySelector('dialog').matches(':modal')"
    )
    assert chat.focused.startswith("h2 Sciatica assistant")
    seen = tabs(chat, 30)
    assert not any("Book a first visit" in name for name in seen)
    chat.page.keyboard.press("Escape")
    expect(chat.launcher).to_be_focused()


def test_the_way_into_a_session_and_back(chat):
    chat.ask("my plan")
    chat.button("Start today’s session").click()
    expect(chat.page.get_by_role("heading", name="Pelvic tilt")).to_be_focused()
    chat.button("I did it").click()
    expect(chat.page.get_by_role("heading", name="Knee-to-chest stretch")).to_be_focused()
    chat.button("Leave session").click()
    assert "Start today’s session" in chat.focused


def test_a_read_warning_hands_the_focus_to_the_field(chat):
    chat.ask("I can't pee")
    chat.button("I have read this").click()
    expect(chat.field).to_be_focused()


def test_headings_begin_where_the_host_says(new_chat, fake):
    fake.host_page = (
        '<!doctype html><html lang="en"><title>x</title>'
        '<script type="module" src="/widget/sciatica-chat.js" data-heading-level="3"></script>'
    )
    chat = new_chat("/host").open()
    expect(chat.page.get_by_role("heading", level=3)).to_have_text("Sciatica assistant")
