"""The guided plan as a conversation with the running server."""

from itertools import combinations

import pytest

QUESTIONS = ["safety", "pain", "duration", "rule_outs", "hardest", "minutes", "place", "stage"]
BUTTONS = ["No, none of these", "5", "2 to 6 weeks", "None of these", "Sitting", "10 minutes", "Both are fine",
           "Take the suggestion"]  # fmt: skip
TYPED = [
    ["nah, none of that", "about a 7", "three weeks or so", "none", "mostly sitting", "10 min max", "yes", "not sure"],
    ["no", "5/10", "since 2 months", "pregnant", "walkin", "15 minutes a day", "a chair please, bad knees", "stage 1"],
]  # fmt: skip


@pytest.fixture
def say(server):
    return server.conversation()


@pytest.fixture
def asked(say):
    """Say something and return the name of the question that is open afterwards, None without one."""

    def ask(text):
        return say(text).card_of("question").get("name")

    return ask


def press(title):
    return f'/give_answer{{"answer":"{title}"}}'


@pytest.mark.parametrize(
    "answers", [[*map(press, BUTTONS)], *TYPED], ids=["buttons", "typed", "pregnant"]
)
def test_eight_answers_make_a_plan(say, answers):
    names, reply = [], say("can I get an exercise plan?")
    for answer in answers:
        names.append(reply.card_of("question").get("name"))
        reply = say(answer)
    assert names == QUESTIONS
    plan = reply.card_of("plan")
    assert 1 <= len(plan["exercises"]) <= 6
    assert plan["reason"] in reply.text
    for exercise in plan["exercises"]:
        assert exercise["name"] in reply.text


def test_ticked_choices_are_an_answer_and_no_warning(kb, server):
    choices = kb.programme.question("rule_outs").choices
    titles = [choice.title for choice in choices if choice.value != "none"]
    for ticked in (*combinations(titles, 2), titles):
        say = server.conversation()
        for text in ("make me a plan", *map(press, BUTTONS[:3])):
            say(text)
        assert say(press(", ".join(ticked))).card_of("question").get("name") == "hardest", ticked


def test_five_buttons_are_enough_for_a_plan(say):
    reply = say("make me a plan")
    for title in (*BUTTONS[:4], "Make my plan now"):
        (payload,) = [b["payload"] for b in reply.buttons if b["title"] == title]
        reply = say(payload)
    assert reply.card_of("plan")


def test_a_plan_at_once_takes_what_it_needs(say):
    for text in ("make me a plan", "no", "4", "6 weeks", "none"):
        say(text)
    assert say("just make the plan").card_of("plan")


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("hold on, is it even safe to exercise with this pain?", "safe-to-exercise"),
        ("wait, can I take ibuprofen before I do them?", "out_of_scope/medicine"),
        ("what should I wear?", "what-to-wear"),
    ],
)
def test_another_question_is_answered_and_the_form_goes_on(say, text, topic):
    say("make me a plan")
    say("no")
    reply = say(text)
    assert reply.topic == topic
    assert reply.card_of("question")["name"] == "pain"


def test_back_change_skip_and_why(say, asked):
    for text in ("make me a plan", "no", "7 out of 10"):
        say(text)
    assert "calmer start" in say("why do you ask?").text
    assert asked("go back") == "pain"
    assert asked("6") == "duration"
    assert asked("2 months") == "rule_outs"
    assert asked("actually make that 3 weeks") == "rule_outs"
    assert asked("none") == "hardest"
    assert asked("skip this one") == "minutes"


def test_what_cannot_be_read_is_asked_in_other_words(say):
    say("make me a plan")
    say("no")
    reply = say("purple")
    assert reply.card_of("question")["name"] == "pain"
    assert "number from 0" in reply.text


def test_the_form_can_be_left(say):
    say("make me a plan")
    assert "no more questions" in say("forget the plan, stop asking").text
    assert say("do I need a referral?").card_of("question") == {}


@pytest.mark.parametrize(
    "text", ["I can't pee since yesterday", "4, and my foot has gone floppy since yesterday"]
)
def test_a_warning_sign_stops_the_form(say, text):
    say("make me a plan")
    say("no")
    assert say(text).card["type"] == "escalation"
    held = say("5")
    assert held.card_of("question") == {}


@pytest.mark.parametrize("answer", ["yes", "I am not sure", press("Yes")])
def test_who_may_have_a_sign_gets_no_exercise(say, answer):
    say("make me a plan")
    reply = say(answer)
    assert reply.card["level"] == "emergency"
    assert len(reply.texts) == 1
    assert say("make me a plan").card["type"] == "escalation"


def test_the_diary_keeps_pain_and_exercises(say):
    assert "pain 5 out of 10" in say("my pain is 5 today").text
    assert "Bird-dog" in say("did the bird dog").text
    diary = say("what did I do last week?")
    assert [point["score"] for point in diary.card["points"]] == [5, None]
    assert "pain 5" in diary.text


def test_a_sign_in_a_diary_note_is_screened(say):
    assert say("pain 5 today and I can't feel when I wipe").card["level"] == "emergency"


def test_which_stage_is_for_the_person_to_say(say):
    reply = say("what stage am I in?")
    assert "I cannot tell which stage" in reply.text
    assert reply.topic == "stages-overview"


def test_asked_again_the_answer_is_longer(say):
    first = say("can I swim?")
    again = say("can I swim with sciatica?")
    assert first.topic == again.topic == "swimming"
    assert len(again.text) > len(first.text)
    assert say("tell me more").topic == "swimming"


def test_whether_an_answer_helped_is_asked_for_its_topic(say):
    say("can I swim?")
    assert "thank you" in say("that helped").text
    assert say('/found_unhelpful{"topic":"swimming"}').card["type"] == "fallback"
