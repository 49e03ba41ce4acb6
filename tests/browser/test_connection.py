"""Lost, slow, restarting: nothing that was said is lost, and nothing is said twice."""

from playwright.sync_api import expect


def said(fake):
    return [turn["text"] for turn in fake.turns]


def test_offline_says_what_to_do_and_sends_by_itself_when_back(chat, fake):
    chat.ask("is it safe?")
    chat.page.context.set_offline(True)
    chat.type("the bird dog")
    expect(chat.page.locator(".trouble")).to_contain_text("You are offline. Your message is kept")
    expect(chat.page.locator(".unsent")).to_have_count(1)
    expect(chat.page.get_by_role("link", name="999")).to_be_visible()
    chat.type("and my plan")
    chat.page.context.set_offline(False)
    expect(chat.replies).to_have_count(3)
    expect(chat.page.locator(".unsent")).to_have_count(0)
    expect(chat.page.locator(".trouble")).to_have_count(0)
    assert said(fake) == ["is it safe?", "the bird dog", "and my plan"]


def test_a_reply_lost_on_the_way_is_fetched_and_the_message_is_not_doubled(chat, fake):
    fake.lose_replies = 2  # the browser itself tries once more where it reuses a connection
    chat.type("is it safe?")
    expect(chat.button("Try again now")).to_be_visible()
    chat.button("Try again now").click()
    expect(chat.replies).to_have_count(1)
    assert len(set(fake.received)) == 1 and len(fake.received) >= 2
    assert said(fake) == ["is it safe?"]
    assert chat.mine.count() == 1


def test_a_restart_that_keeps_the_conversation_goes_unnoticed(chat, fake):
    chat.ask("is it safe?")
    fake.stop()
    chat.type("the bird dog")
    expect(chat.page.locator(".trouble")).to_contain_text("cannot be reached")
    fake.start()
    chat.button("Try again now").click()
    expect(chat.replies).to_have_count(2)
    assert said(fake) == ["is it safe?", "the bird dog"]
    assert len(fake.sessions) == 1


def test_a_restart_that_forgets_keeps_what_is_on_the_screen_and_says_so(chat, fake):
    chat.ask("is it safe?")
    fake.restart(forget=True)
    chat.ask("the bird dog")
    expect(chat.page.locator(".told")).to_contain_text("earlier conversation has ended")
    expect(chat.replies).to_have_count(2)
    assert said(fake) == ["the bird dog"]


def test_a_server_that_knows_no_session_is_not_asked_for_ever(chat, fake):
    error = {"error": {"code": "unknown_session", "message": "No."}}
    fake.failures = [(401, error, {})] * 50
    chat.type("hello")
    expect(chat.page.locator(".trouble")).to_be_visible()
    assert len(fake.failures) >= 48


def test_it_is_said_when_it_takes_long(chat, fake):
    fake.delay = 3.5
    chat.type("is it safe?")
    expect(chat.page.locator(".state.slow")).to_contain_text("Your message is safe")
    expect(chat.replies).to_have_count(1)
    expect(chat.page.locator(".state.slow")).to_have_count(0)


def test_one_can_go_on_typing_while_it_writes(chat, fake):
    fake.delay = 0.4
    chat.type("is it safe?")
    chat.type("the bird dog")
    expect(chat.replies).to_have_count(2)
    assert said(fake) == ["is it safe?", "the bird dog"]


def test_a_starting_server_is_waited_for(chat, fake):
    fake.failures = [
        (503, {"error": {"code": "starting", "message": "Starting."}}, {"Retry-After": "1"})
    ]
    chat.type("is it safe?")
    expect(chat.page.locator(".trouble")).to_contain_text("The assistant is starting")
    expect(chat.replies).to_have_count(1)


def test_too_many_messages_are_sent_later(chat, fake):
    fake.failures = [(429, {"error": {"code": "too_many", "message": "Wait."}}, {"Retry-After": "1"})]
    chat.type("is it safe?")
    expect(chat.page.locator(".trouble")).to_contain_text("will be sent in a few seconds")
    expect(chat.replies).to_have_count(1)


def test_a_refused_message_comes_back_into_the_field_with_the_reason(chat, fake):
    message = "Your message is too long. Please use fewer than 2,000 characters."
    fake.failures = [(413, {"error": {"code": "too_long", "message": message}}, {})]
    chat.type("a long story")
    expect(chat.page.locator(".told")).to_have_text(message)
    expect(chat.field).to_have_value("a long story")
    assert chat.mine.count() == 0
    chat.page.keyboard.press("Enter")
    expect(chat.replies).to_have_count(1)
    expect(chat.page.locator(".told")).to_be_hidden()


def test_a_page_of_a_proxy_is_no_answer(chat, fake):
    chat.page.route(
        "**/chat/messages", lambda route: route.fulfill(status=502, body="<h1>Bad gateway</h1>"), times=1
    )
    chat.type("is it safe?")
    expect(chat.page.locator(".trouble")).to_contain_text("cannot be reached")
    chat.button("Try again now").click()
    expect(chat.replies).to_have_count(1)


def test_what_waits_survives_a_reload(chat, fake):
    chat.ask("is it safe?")
    fake.delay = 30
    chat.type("the bird dog")
    chat.page.wait_for_timeout(200)
    fake.delay = 0
    chat.page.reload()
    expect(chat.replies).to_have_count(2)
    expect(chat.mine.last).to_contain_text("the bird dog")
    assert said(fake) == ["is it safe?", "the bird dog"]


def test_the_launcher_says_so_when_the_chat_cannot_be_fetched(widget):
    widget.page.route("**/widget/chat/**", lambda route: route.abort())
    widget.allowed_errors += ("Failed to load resource",)
    widget.launcher.click()
    expect(widget.page.get_by_role("alert")).to_contain_text("In an emergency call 911, 999 or 112")
    widget.page.unroute("**/widget/chat/**")
    widget.open()
    expect(widget.field).to_be_focused()


def test_a_warning_and_its_numbers_work_offline(chat):
    chat.ask("I can't pee")
    chat.page.context.set_offline(True)
    chat.type("and now?")
    expect(chat.page.locator(".pinned").get_by_role("link", name="Call 999")).to_be_visible()
    assert chat.page.locator(".pinned a").first.get_attribute("href") == "tel:999"


def test_without_the_server_the_page_still_names_numbers(new_chat, fake):
    chat = new_chat("/", ready=False)
    chat.page.route(
        "**/chat/**",
        lambda route: route.abort() if "/widget/" not in route.request.url else route.continue_(),
    )
    chat.page.goto(fake.url)
    expect(chat.page.get_by_role("link", name="112")).to_be_visible()
    chat.problems.clear()


def test_a_server_that_hangs_does_not_keep_the_chat_from_appearing(new_chat, fake):
    chat = new_chat()
    chat.ask("is it safe?")
    chat.page.route(f"{fake.url}/chat/settings*", lambda route: None)
    chat.page.route(f"{fake.url}/chat/history", lambda route: None)
    chat.page.goto(fake.url)
    expect(chat.replies).to_have_count(1)
    expect(chat.page.locator(".line a").first).to_be_visible()
