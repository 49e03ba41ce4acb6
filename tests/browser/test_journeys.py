"""Whole journeys with the real assistant behind the page."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PHONE

# Buttons of the questions; a list is ticked and sent.
CHOICES = ["No, none of these", "5", "2 to 6 weeks", ["None of these"], ["Sitting"], "10 minutes", "Both are fine",
           "Take the suggestion"]  # fmt: skip
TWO_OF_EACH = [
    *CHOICES[:3],
    ["Hip or knee replacement", "Dizziness or balance"],
    ["Standing", "Bending"],
    *CHOICES[5:],
]


def answer_all(chat, choices):
    """Go through the questions of the plan and return the plan."""
    chat.ask("make me an exercise plan")
    for choice in choices:
        before = chat.replies.count()
        if isinstance(choice, list):
            for title in choice:
                chat.page.get_by_label(title).check()
            chat.button("Send my answer").click()
            expect(chat.mine.last).to_contain_text(", ".join(choice))
        else:
            chat.button(choice).last.click()
        expect(chat.replies).to_have_count(before + 1)
    return chat.replies.last


@pytest.fixture(params=[{}, PHONE], ids=["desktop", "phone"])
def chat(request, new_chat, server):
    return new_chat(server=server, **request.param)


def test_a_question_its_source_and_the_next_question(chat):
    reply = chat.ask("what should I wear?")
    expect(reply).to_contain_text("clothes")
    expect(reply).to_contain_text("2026")
    chat.ask("hi! what causes sciatica and can I swim?")
    assert chat.violations() == []
    chat.page.reload()
    expect(chat.mine).to_have_count(2)


def test_from_the_plan_to_a_session(chat):
    plan = answer_all(chat, CHOICES)
    expect(plan).to_contain_text("Your plan · Stage 2")
    pictures = plan.locator("img").evaluate_all(
        "all => all.map(one => [one.complete, one.naturalWidth, one.alt])"
    )
    assert all(alt for _, _, alt in pictures)
    assert chat.violations() == []
    chat.button("Print it").last.click()
    link = chat.replies.last.get_by_role("link").first
    expect(link).to_be_visible()
    page = chat.page.request.get(
        chat.server.url + link.get_attribute("href").removeprefix(chat.server.url)
    )
    assert page.ok and "Cat-cow" in page.text()


def test_two_choices_ticked_leave_out_what_both_exclude(chat):
    plan = answer_all(chat, TWO_OF_EACH)
    plan.get_by_text("What I left out, and why").click()
    expect(plan.get_by_text("Piriformis stretch: you told me about a new joint")).to_be_visible()
    expect(plan.get_by_text("Cat-cow: you told me about dizziness or balance")).to_be_visible()
    planned = plan.locator(".planned .name").all_text_contents()
    assert planned and not {"Piriformis stretch", "Cat-cow"} & set(planned)


def test_an_emergency_is_shown_first_and_stays(chat):
    chat.ask("how do I do a plank?")
    chat.ask("I can't pee since this morning and I'm numb between my legs")
    alert = chat.page.get_by_role("link", name="999").or_(chat.page.get_by_role("link", name="112"))
    expect(alert.first).to_be_visible()
    assert chat.violations() == []
    chat.ask("make me a plan")
    expect(chat.replies.last).to_contain_text("must be checked first")


def test_a_deleted_conversation_is_gone(chat):
    chat.ask("my pain is 5 today")
    chat.button("More options").click()
    chat.button("Delete my conversation").click()
    chat.button("Yes, delete").click()
    expect(chat.mine).to_have_count(0)
    chat.page.reload()
    expect(chat.mine).to_have_count(0)
