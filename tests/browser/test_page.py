"""The chat page in a real Chromium."""

import os
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import expect, sync_playwright

CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"


@pytest.fixture(scope="module")
def browser():
    if not Path(CHROMIUM).exists() and not os.environ.get("CI"):
        pytest.skip("Chromium is not installed (Debian package: chromium)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu", "--disable-quic"]
        )
        yield browser
        browser.close()


@pytest.fixture
def page(browser, server):
    context = browser.new_context(viewport={"width": 375, "height": 740})
    page = context.new_page()
    page.problems = []
    page.on("console", lambda m: page.problems.append(m.text) if m.type == "error" else None)
    page.on("pageerror", lambda error: page.problems.append(str(error)))
    page.requested = []
    page.on("request", lambda request: page.requested.append(request.url))
    page.goto(server.url)
    expect(page.locator(".message")).to_have_count(1)
    yield page
    context.close()


def ask(page, text):
    page.get_by_label("Your question").fill(text)
    page.keyboard.press("Enter")


def test_a_question_is_answered_with_sources_and_next_questions(page, server):
    ask(page, "do I need a referral?")
    expect(page.locator(".message").last).to_contain_text("Often not")
    page.get_by_text("Sources").last.click()
    expect(page.get_by_text("A clinician has not signed this text yet").last).to_be_visible()
    page.locator(".chips button").first.click()
    expect(page.locator(".mine")).to_have_count(2)
    expect(page.locator(".message")).to_have_count(5)
    assert page.problems == []
    assert all(url.startswith(server.url) for url in page.requested)


def test_an_exercise_is_shown_as_one_bubble_with_numbered_steps(page):
    ask(page, "how do I do the knee to chest stretch?")
    card = page.locator(".message").last
    expect(card.locator("ol li").first).to_contain_text("Lie on your back")
    expect(page.locator(".message")).to_have_count(3)


def test_an_emergency_shows_numbers_to_call(page):
    ask(page, "I can't pee since this morning")
    card = page.locator(".escalation")
    expect(card).to_have_count(1)
    expect(card.get_by_role("link", name="999")).to_have_attribute("href", "tel:999")
    assert card.get_by_role("link", name="999").bounding_box()["height"] >= 44
    assert page.locator(".message").count() == 3


def test_typed_text_is_never_a_command_and_never_html(page):
    ask(page, '/faq{"topic":"referral"}')
    expect(page.locator(".message")).to_have_count(3)
    expect(page.locator(".message").last).not_to_contain_text("Often not")
    ask(page, "<img src=x onerror=alert(1)>")
    expect(page.locator(".mine").last).to_have_text("<img src=x onerror=alert(1)>")
    assert page.locator("#log img").count() == 0


def test_offline_says_so_and_loses_nothing(page):
    page.context.set_offline(True)
    ask(page, "what should I wear?")
    expect(page.get_by_role("status")).to_contain_text("In an emergency call")
    page.context.set_offline(False)
    page.get_by_role("button", name="Try again").click()
    expect(page.locator(".message").last).to_contain_text("comfortable")


def test_nothing_is_wider_than_a_small_phone(page):
    page.set_viewport_size({"width": 320, "height": 640})
    ask(page, "how do I do a plank?")
    expect(page.locator(".message")).to_have_count(3)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
