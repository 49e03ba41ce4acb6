import pytest

from actions.answer_topic import ActionAnswerTopic
from knowledge import answers


def test_a_topic_is_answered_with_card_and_next_questions(kb, message, run):
    sent, slots = run(ActionAnswerTopic(), message("faq/referral"))
    item = kb.item("referral")
    assert sent[0]["text"] == answers.text(kb, item)
    assert sent[0]["custom"]["topic"] == "referral"
    assert [b["title"] for b in sent[0]["buttons"]] == [kb.item(r).title for r in item.related]
    assert sent[0]["buttons"][0]["payload"] == f'/faq{{"topic":"{item.related[0]}"}}'
    assert slots["topic"] == "referral"


def test_an_exercise_becomes_the_focus(message, run):
    sent, slots = run(
        ActionAnswerTopic(), message("faq/ex-plank"), {"shown_exercises": ["ex-plank", "ex-bird-dog"]}
    )
    assert sent[0]["custom"]["type"] == "exercise"
    assert slots["exercise"] == "ex-plank"
    assert slots["shown_exercises"] == ["ex-bird-dog", "ex-plank"]


def test_an_item_that_is_gone_brings_what_is_near(message, run):
    sent, slots = run(ActionAnswerTopic(), message("faq/gone", near=["why-pt"]))
    assert sent[0]["response"] == "utter_not_understood"
    assert sent[0]["custom"]["suggestions"][0]["topic"] == "why-pt"
    assert slots == {}


def test_several_questions_are_answered_in_their_order(message, run):
    asked = {
        **message("faq/referral"),
        "questions": ["faq/what-to-wear", "out_of_scope/medicine", "faq/referral"],
    }
    sent, slots = run(ActionAnswerTopic(), asked)
    assert [m["custom"].get("topic") or m["response"] for m in sent] == [
        "what-to-wear",
        "utter_out_of_scope/medicine",
        "referral",
    ]
    assert slots["topic"] == "referral"


@pytest.mark.parametrize(
    ("asked", "parts"), [("when can I run again?", 2), ("when am I back to normal", 1)]
)
def test_who_wants_back_to_something_hears_how_to_start(message, run, asked, parts):
    sent, _ = run(ActionAnswerTopic(), {**message("faq/return-to-sport"), "text": asked})
    assert len(sent) == parts
    assert ("short runs" in sent[-1]["text"]) == (parts == 2)
