"""Every payload is shown for what it is; what is unknown or broken is shown as text."""

import pytest
from playwright.sync_api import expect

from tests.browser.replies import KB


def test_the_start_screen_says_what_it_is_and_begins_with_a_press(chat, fake):
    for words in (
        "Hello. How can I help?",
        "What I can do",
        "What I cannot do",
        "no other company sees them",
    ):
        expect(chat.page.get_by_text(words)).to_be_visible()
    expect(chat.page.get_by_role("link", name="020 7946 0000")).to_have_attribute(
        "href", "tel:02079460000"
    )
    chat.button("What is sciatica?").click()
    expect(chat.replies).to_have_count(1)
    assert fake.turns[0]["text"] == "What is sciatica?"
    expect(chat.page.get_by_text("Hello. How can I help?")).to_have_count(0)


def test_an_answer_shows_sources_and_date_on_demand(chat):
    answer = chat.ask("is it safe?")
    expect(answer.get_by_role("heading")).to_have_text("Is it safe to exercise with sciatica pain?")
    expect(answer.get_by_text("A clinician has not signed")).to_be_hidden()
    answer.get_by_text("Where this comes from").click()
    expect(
        answer.get_by_text("Last checked on 21 November 2026. A clinician has not signed")
    ).to_be_visible()
    link = answer.get_by_role("link").first
    assert link.get_attribute("href").startswith("https://")
    assert link.get_attribute("rel") == "noopener noreferrer"


def test_an_exercise_shows_every_word_of_its_text(chat):
    card = chat.ask("the bird dog")
    exercise = KB.exercises["ex-bird-dog"]
    shown = " ".join(card.text_content().split())
    for words in [
        *exercise.steps,
        *exercise.stop_if,
        *exercise.avoid_if,
        exercise.purpose,
        exercise.feel,
        exercise.dose_note,
    ]:
        assert " ".join(words.split()) in shown
    expect(card.locator(".facts li")).to_have_text(["Hold 5 s", "5 times each side", "once a day"])
    expect(card.locator("ol.steps li")).to_have_count(len(exercise.steps))
    expect(card.get_by_role("img")).to_have_attribute("alt", "A person doing the Bird-dog.")
    expect(card.locator(".stop")).to_be_visible()


@pytest.mark.parametrize("words, title, numbers", [
    ("I can't pee", "Get help now", ["Call 999 Emergency", "Call 112 Emergency (also works)"]),
    ("I want to hurt myself", "Get help now", ["Call 999 Emergency", "Text 85258"]),
    ("foot drop", "See a doctor today", ["Call 999 Emergency", "Call 111"]),
])  # fmt: skip
def test_a_warning_comes_first_with_links_for_thumbs_and_is_pinned_until_read(
    chat, words, title, numbers
):
    reply = chat.ask(words)
    expect(reply.locator("article").first.get_by_role("heading").first).to_have_text(title)
    pinned = chat.page.locator(".pinned")
    expect(pinned).to_contain_text(title)
    links = reply.locator("article").first.get_by_role("link").all()
    shown = [" ".join(link.text_content().split()) for link in links]
    for number in numbers:
        assert any(text.startswith(number) for text in shown), shown
    assert all(link.bounding_box()["height"] >= 44 for link in links)
    assert all(link.get_attribute("href").startswith(("tel:", "sms:")) for link in links)
    chat.ask("is it safe?")
    expect(pinned).to_be_visible()
    chat.page.reload()
    expect(pinned).to_be_visible()
    chat.button("I have read this").click()
    expect(pinned).to_have_count(0)
    chat.page.reload()
    expect(chat.replies).to_have_count(2)
    expect(pinned).to_have_count(0)
    expect(chat.page.locator(".line")).to_be_visible()


def test_a_lesser_warning_does_not_take_the_place_of_an_emergency(chat):
    chat.ask("I can't pee")
    chat.ask("foot drop")
    expect(chat.page.locator(".pinned")).to_contain_text("Get help now")


def test_texting_is_offered_as_texting(chat):
    reply = chat.ask("I want to hurt myself")
    link = reply.locator("a[href^='sms:']").first
    expect(link).to_contain_text("Text")


def test_every_word_of_a_warning_is_shown(chat):
    reply = chat.ask("I can't pee")
    shown = " ".join(reply.text_content().split())
    for line in KB.cards["bladder"].why, KB.cards["bladder"].do_not, KB.cards["bladder"].tell_staff:
        assert " ".join(line.split()) in shown


def test_a_question_with_a_scale_has_a_button_for_each_number(chat, fake):
    card = chat.ask("how strong")
    expect(card.get_by_text("Question 2 of 8")).to_be_visible()
    card.get_by_text("Why do you ask?").click()
    expect(card.get_by_text("It helps me choose a stage")).to_be_visible()
    expect(chat.bar.locator(".number")).to_have_text([str(n) for n in range(11)])
    chat.button("7").click()
    expect(chat.mine.last).to_contain_text("7")
    expect(chat.replies).to_have_count(2)
    assert fake.turns[-1]["text"] == "7"


def test_several_choices_are_ticked_and_sent_as_one_answer(chat, fake):
    chat.ask("which is hardest")
    group = chat.page.get_by_role("group", name="Choose all that fit")
    boxes = group.get_by_role("checkbox")
    expect(boxes).to_have_count(6)
    submit = group.get_by_role("button", name="Send my answer")
    expect(submit).to_be_disabled()
    group.get_by_label("Sitting").check()
    group.get_by_label("Sleep").check()
    submit.click()
    expect(chat.replies).to_have_count(2)
    expect(chat.mine.last).to_contain_text("Sitting, Sleep")
    assert fake.turns[-1]["text"] == '/give_answer{"answer":"Sitting, Sleep"}'
    assert fake.turns[-1]["title"] == "Sitting, Sleep"
    expect(group).to_have_count(0)


def test_none_of_these_excludes_the_others(chat):
    chat.ask("which is hardest")
    none, sitting = (chat.page.get_by_label(name) for name in ("None of these", "Sitting"))
    sitting.check()
    none.check()
    expect(sitting).not_to_be_checked()
    sitting.check()
    expect(none).not_to_be_checked()
    sitting.uncheck()
    expect(chat.button("Send my answer")).to_be_disabled()


def test_choices_are_ticked_by_keyboard(chat):
    chat.ask("which is hardest")
    chat.page.get_by_label("Sitting").focus()
    for key in ("Space", "Tab", "Space", *["Tab"] * 5, "Enter"):
        chat.page.keyboard.press(key)
    expect(chat.mine.last).to_contain_text("Sitting, Standing")
    expect(chat.field).to_be_focused()


def test_what_is_no_choice_stays_a_button(chat, fake):
    chat.ask("which is hardest")
    chat.button("Make my plan now").click()
    expect(chat.replies).to_have_count(2)
    assert fake.turns[-1]["text"] == '/give_answer{"answer":"Make my plan now"}'


def test_the_diary_has_a_chart_and_the_same_in_a_table(chat):
    card = chat.ask("my diary")
    chart = card.get_by_role("img")
    assert chart.get_attribute("aria-label").startswith("Pain from 0 to 10, from 12 Nov to 19 Nov")
    expect(card.locator("circle")).to_have_count(8)
    card.get_by_text("Show as a table").click()
    rows = card.get_by_role("row").all_text_contents()
    assert len(rows) == 9
    assert any("17 Nov 2026" in row and "6" in row and "long drive" in row for row in rows)
    expect(card.get_by_text("Because your pain was 5 or less")).to_be_visible()


def test_the_plan_says_all_of_it(chat, fake):
    card = chat.ask("my plan")
    for words in (
        "Because your pain is 7",
        "Pelvic tilt",
        "Green, 0 to 3:",
        "A leg gets weak or numb.",
        "28 November, in one week.",
    ):
        expect(card.get_by_text(words).first).to_be_visible()
    for summary in ("Every day", "Move on when", "What I left out, and why"):
        card.get_by_text(summary).click()
    expect(card.get_by_text("Bird-dog: you said that you cannot get on the floor")).to_be_visible()
    chat.button("As PDF").click()
    expect(chat.mine.last).to_contain_text("As PDF")
    expect(chat.replies).to_have_count(2)
    assert fake.turns[-1]["text"] == '/request_export{"format":"pdf"}'


def test_files_are_links_to_the_server_only(chat, fake):
    card = chat.ask("request_export please")
    links = card.get_by_role("link")
    expect(links).to_have_count(2)
    assert links.first.get_attribute("href") == f"{fake.url}/chat/exports/0f3c"
    expect(card.get_by_text("The link works until").first).to_be_visible()


def test_what_was_not_understood_offers_the_nearest_topics(chat):
    chat.ask("gibberish")
    expect(chat.bar.get_by_role("button")).to_have_count(3)


@pytest.mark.parametrize(
    "words, text", [("unknown card", "A card of tomorrow."), ("broken card", "A broken card.")]
)
def test_unknown_and_broken_cards_are_shown_as_text(chat, words, text):
    expect(chat.ask(words)).to_contain_text(text)


def test_a_card_that_cannot_be_fetched_is_shown_as_text(chat):
    chat.page.route("**/cards/plan.js", lambda route: route.abort())
    chat.allowed_errors += ("Failed to load resource",)
    expect(chat.ask("my plan")).to_contain_text("Here is your plan for stage 1.")


def test_old_replies_vanish_when_one_goes_on(chat):
    chat.ask("is it safe?")
    first = chat.bar.get_by_role("button").all_text_contents()
    chat.ask("gibberish")
    assert chat.bar.count() == 1
    assert chat.bar.get_by_role("button").all_text_contents() != first


def test_markdown_is_shown_and_stops_at_its_small_part(chat):
    nodes = chat.page.evaluate(
        """async () => {
          const { markdown } = await import('/widget/chat/markdown.js');
          return markdown('**Bold** and *slanted*, 2 * 3 * 4.\\nNext [NHS](https://www.nhs.uk/) [no](ftp://x)\\n\\n- one\\n- two\\n1. first\\n2. second\\n\\n# not a heading')
            .map((node) => node.outerHTML);
        }"""
    )
    assert nodes == [
        "<p><strong>Bold</strong> and <em>slanted</em>, 2 * 3 * 4.<br>Next "
        '<a href="https://www.nhs.uk/" rel="noopener noreferrer" target="_blank">NHS</a> [no](ftp://x)</p>',
        "<ul><li>one</li><li>two</li></ul>",
        "<ol><li>first</li><li>second</li></ol>",
        "<p># not a heading</p>",
    ]
