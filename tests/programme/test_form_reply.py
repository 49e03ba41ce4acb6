"""How a question of the form is asked."""

import pytest

from programme.form_reply import ask

ANSWERS = {"pain": 7, "duration": 10}


def test_every_question_is_asked_with_its_choices_and_why(kb):
    for number, question in enumerate(kb.programme.questions, start=1):
        reply = ask(kb, question, ANSWERS, again=False)
        titles = [button["title"] for button in reply["buttons"]]
        assert titles[: len(question.choices)] == [choice.title for choice in question.choices]
        assert (reply["custom"]["step"], reply["custom"]["why"]) == (number, question.why)
        assert "{" not in reply["text"]


@pytest.mark.parametrize(("name", "offered"), [("safety", False), ("pain", False), ("minutes", True)])
def test_a_plan_at_once_is_offered_where_the_rest_may_be_left_out(kb, name, offered):
    reply = ask(kb, kb.programme.question(name), ANSWERS, again=False)
    assert (reply["buttons"][-1]["title"] == "Make my plan now") == offered


def test_what_was_not_understood_is_asked_in_other_words(kb):
    question = kb.programme.question("pain")
    assert ask(kb, question, ANSWERS, again=True)["text"] == question.ask_again


def test_the_stage_is_suggested_with_its_reason(kb):
    text = ask(kb, kb.programme.question("stage"), ANSWERS, again=False)["text"]
    assert "stage 1" in text and "your pain is 7" in text


def test_of_which_questions_several_choices_may_fit(kb):
    several = {}
    for question in kb.programme.questions:
        card = ask(kb, question, ANSWERS, again=False)["custom"]
        assert card["choices"] == [choice.title for choice in question.choices]
        if card["several"]:
            several[question.id] = card["none"]
    assert several == {"rule_outs": "None of these", "hardest": "None of these"}
