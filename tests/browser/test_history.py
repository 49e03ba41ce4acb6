"""What is remembered, what is taken along, and how all of it is deleted."""

from playwright.sync_api import expect


def test_a_reload_brings_the_conversation_back(chat, fake):
    chat.ask("is it safe?")
    chat.bar.get_by_role("button").first.click()
    expect(chat.replies).to_have_count(2)
    before = chat.log.text_content()
    chat.page.reload()
    expect(chat.replies).to_have_count(2)
    assert chat.log.text_content() == before
    assert len(fake.sessions) == 1


def test_it_is_also_there_on_the_next_page_of_the_site(widget):
    widget.open()
    widget.ask("is it safe?")
    widget.page.goto(widget.server.url + "/")
    expect(widget.replies).to_have_count(1)


def test_another_tab_is_another_conversation(new_chat, fake):
    chat = new_chat()
    chat.ask("is it safe?")
    other = chat.page.context.new_page()
    other.goto(fake.url)
    other.locator("sciatica-chat textarea").wait_for()
    assert other.locator(".theirs").count() == 0


def test_a_session_that_has_ended_still_shows_what_was_said(chat, fake):
    chat.ask("is it safe?")
    fake.sessions.clear()
    chat.page.reload()
    expect(chat.replies).to_have_count(1)
    chat.ask("the bird dog")
    assert len(fake.turns) == 1


def test_a_rating_is_remembered_and_not_shown_as_said(chat, fake):
    chat.ask("is it safe?")
    chat.button("No").click()
    expect(chat.page.get_by_text("Thank you for telling us.")).to_be_visible()
    chat.page.wait_for_timeout(200)
    chat.page.reload()
    expect(chat.replies).to_have_count(1)
    expect(chat.page.get_by_text("Thank you for telling us.")).to_be_visible()
    assert chat.mine.count() == 1
    assert fake.turns[-1]["text"] == '/found_unhelpful{"topic":"safe-to-exercise"}'


def delete(chat):
    chat.button("More options").click()
    chat.button("Delete my conversation").click()
    expect(chat.button("Yes, delete")).to_be_focused()
    chat.page.keyboard.press("Enter")


def test_deleting_is_asked_for_again_and_deletes_here_and_on_the_server(chat, fake):
    chat.ask("I can't pee")
    chat.button("More options").click()
    chat.button("Delete my conversation").click()
    chat.button("Keep it").click()
    assert chat.replies.count() == 1
    delete(chat)
    expect(chat.page.locator(".told")).to_have_text(
        "Your conversation was deleted, here and on the server."
    )
    expect(chat.replies).to_have_count(0)
    expect(chat.page.locator(".pinned")).to_have_count(0)
    expect(chat.page.get_by_text("Hello. How can I help?")).to_be_visible()
    assert fake.sessions == {}
    kept = chat.page.evaluate("sessionStorage.getItem('sciatica-chat')")
    assert "I can't pee" not in kept and "token" not in kept
    chat.ask("is it safe?")


def test_deleting_offline_deletes_here_at_once_and_there_as_soon_as_it_can(chat, fake):
    chat.ask("is it safe?")
    chat.page.context.set_offline(True)
    delete(chat)
    expect(chat.page.locator(".told")).to_contain_text("as soon as it can be")
    assert "safe" not in chat.page.evaluate("sessionStorage.getItem('sciatica-chat')")
    assert len(fake.sessions) == 1
    chat.page.context.set_offline(False)
    for _ in range(50):
        if not fake.sessions:
            break
        chat.page.wait_for_timeout(50)
    assert fake.sessions == {}
    chat.page.wait_for_function("!sessionStorage.getItem('sciatica-chat').includes('deleting')")


def test_a_reply_that_comes_after_deleting_is_not_shown(chat, fake):
    fake.delay = 0.5
    chat.type("is it safe?")
    chat.page.wait_for_timeout(100)
    delete(chat)
    chat.page.wait_for_timeout(900)
    assert chat.replies.count() == 0
    assert chat.page.locator(".trouble").count() == 0


def test_the_conversation_can_be_saved(chat):
    chat.ask("is it safe?")
    chat.button("More options").click()
    with chat.page.expect_download() as saved:
        chat.button("Download conversation").click()
    text = saved.value.path().read_text()
    assert saved.value.suggested_filename == "sciatica-conversation.txt"
    assert "You: is it safe?" in text and "Assistant: For most people, yes." in text
    assert "not medical advice" in text


def test_the_conversation_can_be_printed_without_the_page_around_it(widget):
    widget.open()
    widget.ask("is it safe?")
    widget.page.context.add_init_script("window.print = () => { window.printed = true; }")
    widget.button("More options").click()
    with widget.page.expect_popup() as popup:
        widget.button("Print conversation").click()
    paper = popup.value
    expect(paper.get_by_text("You: is it safe?")).to_be_visible()
    expect(paper.get_by_text("Riverside")).to_have_count(0)
