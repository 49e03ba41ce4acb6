"""The smaller actions: another exercise, sources, suggestions."""

from actions.another_exercise import ActionAnotherExercise
from actions.cite_sources import ActionCiteSources
from actions.suggest_topics import ActionSuggestOtherTopics, ActionSuggestTopics


def test_another_exercise_differs_and_takes_the_focus(message, run):
    slots = {"exercise": "ex-plank", "shown_exercises": ["ex-plank"]}
    sent, set_slots = run(ActionAnotherExercise(), message("another_exercise"), slots)
    assert sent[0]["custom"]["topic"] == set_slots["exercise"] != "ex-plank"


def test_sources_of_the_last_answer(message, run):
    sent, _ = run(ActionCiteSources(), message("ask_source"), {"topic": "recovery-time"})
    assert "Patient education article, B" in sent[0]["text"]
    assert sent[0]["custom"]["topic"] == "recovery-time"


def test_sources_in_general(message, run):
    sent, _ = run(ActionCiteSources(), message("ask_source"))
    assert sent[0]["response"] == "utter_sources_in_general"


def test_an_unclear_message_brings_the_nearest_topics(message, run):
    sent, _ = run(ActionSuggestTopics(), message(near=["why-pt", "referral", "lifting", "massage"]))
    assert sent[0]["custom"]["type"] == sent[0]["custom"]["topic"] == "fallback"
    assert [s["topic"] for s in sent[0]["custom"]["suggestions"]] == ["why-pt", "referral", "lifting"]
    assert len(sent[0]["buttons"]) == 3


def test_a_wrong_answer_brings_other_topics_for_the_same_question(message, run):
    question = message("faq/why-pt", near=["pt-benefits", "pt-goals"])
    sent, _ = run(
        ActionSuggestOtherTopics(), message("misunderstood"), {"topic": "why-pt"}, earlier=[question]
    )
    assert [s["topic"] for s in sent[0]["custom"]["suggestions"]] == ["pt-benefits", "pt-goals"]
