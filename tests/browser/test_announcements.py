"""What a screen reader is told: each turn once, a warning at once, nothing twice."""

from playwright.sync_api import expect


def test_a_turn_is_announced_politely_and_once(chat):
    chat.listen()
    chat.ask("is it safe?")
    chat.page.wait_for_timeout(300)
    ((kind, text),) = chat.heard
    assert kind == "polite"
    assert text.startswith("For most people, yes.") and text.endswith("3 suggested replies.")


def test_a_warning_is_announced_assertively_and_once(chat):
    chat.listen()
    chat.ask("I can't pee")
    chat.page.wait_for_timeout(300)
    ((kind, text),) = chat.heard
    assert kind == "assertive"
    assert text.startswith("Get help now") and "Emergency: 999." in text


def test_an_answer_beside_a_warning_stays_polite(chat):
    chat.listen()
    chat.ask("foot drop")
    chat.page.wait_for_timeout(300)
    assert sorted(kind for kind, _ in chat.heard) == ["assertive", "polite"]


def test_history_is_not_announced_again(chat):
    chat.ask("is it safe?")
    chat.page.reload()
    expect(chat.replies).to_have_count(1)
    assert chat.page.locator(".unseen").all_text_contents() == ["", ""]


def test_the_log_itself_is_not_live(chat):
    assert chat.log.get_attribute("aria-live") == "off"
    assert chat.page.locator("[aria-live] [aria-live], [role=log] [role=status]").count() == 0


def test_a_trouble_is_announced_once_however_often_it_is_met(chat):
    chat.listen()
    chat.page.context.set_offline(True)
    chat.type("hello")
    expect(chat.page.get_by_text("Not sent yet")).to_be_visible()
    for _ in range(3):
        chat.button("Try again now").click()
        chat.page.wait_for_timeout(100)
    assert [kind for kind, _ in chat.heard] == ["assertive"]
    chat.page.context.set_offline(False)
    expect(chat.replies).to_have_count(1)
    assert [kind for kind, _ in chat.heard] == ["assertive", "polite"]


def test_the_spoken_text_is_cleared_so_that_nobody_reads_it_twice(chat):
    chat.page.clock.install()
    chat.ask("is it safe?")
    expect(chat.page.locator(".unseen").first).not_to_be_empty()
    chat.page.clock.fast_forward(9000)
    expect(chat.page.locator(".unseen").first).to_be_empty()


def test_a_rating_is_thanked_for_and_not_announced_as_a_turn(chat, fake):
    chat.ask("is it safe?")
    chat.listen()
    chat.button("Yes").click()
    expect(chat.page.get_by_text("Thank you for telling us.")).to_be_focused()
    chat.page.wait_for_timeout(300)
    assert chat.heard == []
    assert chat.mine.count() == 1
    assert fake.turns[-1]["text"] == '/found_helpful{"topic":"safe-to-exercise"}'
