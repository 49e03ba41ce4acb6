"""Free-text answers to the questions of the form are read, or are unclear; nothing raises."""

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from programme.reading import Unclear, read, wants_plan_now

UNCLEAR = object()

PAIN = [
    ("7", 7), ("0", 0), ("10", 10), ("about a 7", 7), ("seven out of ten", 7), ("7/10", 7), ("7 / 10", 7),
    ("6-7", 7), ("6 – 7", 7), ("six or seven", 7), ("between three and four", 4), ("it's 4 to 5", 5),
    ("five-six", 6), ("3ish", 3), ("4ish maybe 5", 5), ("7.5", 8), ("five and a half", 6), ("6½", 7),
    ("no pain", 0), ("none", 0), ("zero", 0), ("pain free at last", 0), ("11/10", 10), ("50%", 5),
    ("70 out of 100", 7), ("not a 7, more like 5", 5), ("more than 6", 7), ("less than 4", 4),
    ("was 8 last week but 4 now", 4), ("8 when sitting, 3 at rest", 8), ("It varies from 2 to 6", 6),
    ("had it 3 weeks, id say 6", 6), ("my pain is 5 today", 5), ("a 5 in the morning and 7 at night", 7),
    ("out of ten: 6", 6), ("quite bad, 8", 8), ("sevn", 7), ("7 outta 10", 7), ("six/ten", 6), ("it was 6 out of 10, today 3 out of 10", 3),
    ("2 paracetamol, now 4", 4), ("pretty low", UNCLEAR), ("eigth", 8), ("fiev", 5), ("𝟟", 7),
    ("unbearable", UNCLEAR), ("mild", UNCLEAR), ("bad", UNCLEAR), ("20", UNCLEAR), ("idk", UNCLEAR),
    ("left", UNCLEAR), ("not sure", UNCLEAR), ("hello", UNCLEAR), ("", UNCLEAR), ("3 weeks", UNCLEAR),
]  # fmt: skip

DURATION = [
    ("three weeks or so", 21), ("3 wks", 21), ("3w", 21), ("10 days", 10), ("10d", 10), ("a month", 30),
    ("about a month", 30), ("2-3 weeks", 14), ("two to three months", 60), ("a couple of weeks", 14),
    ("couple weeks", 14), ("few months", 90), ("several weeks", 28), ("a few days", 3), ("a fortnight", 14),
    ("two fortnights", 28), ("fornight", 14), ("half a year", 182), ("half year", 182), ("18 months", 540),
    ("a year and a half", 548), ("1.5 years", 548), ("2 and a half weeks", 18), ("a week and a half", 10),
    ("one and a half months", 45), ("over a year", 365), ("years", 730), ("months", 90), ("weeks", 21),
    ("ages", 120), ("yesterday", 1), ("last night", 1), ("this morning", 0), ("today", 0),
    ("24 hours", 1), ("48 hrs", 2), ("last week", 7), ("since last month", 30), ("since last year", 365),
    ("since monday", 5), ("since last tuesday", 4), ("since march", 251), ("since 3 october", 49),
    ("since october 3rd", 49), ("it began on 1 november", 20), ("since june 2025", 524),
    ("since 2019", 2700), ("since christmas", 331), ("3 weeks and 2 days", 23), ("a good 3 weeks", 21),
    ("started 3 months ago, worse for 2 days", 90), ("nearly 6 weeks", 41), ("under two weeks", 13),
    ("thre weaks", 21), ("3month", 90), ("6-8wks", 42), ("since the weekend", 5), ("quarter of a year", 91),
    ("started in may last year", 555), ("on and off for 10 years, this time 2 weeks", 3650), ("monht", 30), ("About 10 yrs", 3650), ("7 weeks-ish", 49), ("6ish weeks", 42),
    ("all my life", 3650), ("Less than 2 weeks", 7), ("6 to 12 weeks", 63),
    ("6", UNCLEAR), ("since i was 30", UNCLEAR), ("dunno", UNCLEAR), ("left", UNCLEAR), ("", UNCLEAR),
]  # fmt: skip

RULE_OUTS = [
    ("none of them", []), ("None of these", []), ("none", []), ("no", []), ("nope", []), ("neither", []),
    ("nah none of that", []), ("nothing like that", []), ("not that i know of", []), ("no to all of them", []),
    ("I have none of these", []), ("I don't have any of those", []), ("no surgery, dizziness or falls", []),
    ("pregnant", ["pregnancy"]), ("5 months pregnant", ["pregnancy"]), ("pregnency", ["pregnancy"]),
    ("6 weeks postpartum", ["pregnancy"]), ("pregnant, and my blood pressure", ["pregnancy", "heart"]),
    ("I'm not pregnant but I have high blood pressure", ["heart"]), ("bp", ["heart"]),
    ("no surgery or fracture, but osteoporosis", ["osteoporosis"]), ("hypertention", ["heart"]),
    ("none except dizziness", ["dizziness"]), ("none apart from high blood pressure", ["heart"]),
    ("no, just dizziness", ["dizziness"]), ("i get dizzy sometimes", ["dizziness"]),
    ("my balance is poor", ["dizziness"]), ("ostioporosis", ["osteoporosis"]),
    ("vertigo and thin bones", ["osteoporosis", "dizziness"]), ("new hip", ["replacement"]),
    ("hip replacment last year", ["replacement"]), ("had my knee done", ["replacement"]),
    ("dizzy spells, knee replacement", ["replacement", "dizziness"]), ("broke my ankle", ["surgery"]),
    ("fractured wrist", ["surgery"]), ("i fell last month", ["dizziness"]), ("I'm healthy", []),
    ("heart yes, rest no", ["heart"]), ("I had a c-section 3 weeks ago", ["pregnancy", "surgery"]), ("i had an op in may", ["surgery"]), ("heart attack, stent", ["heart"]),
    ("all of them", ["pregnancy", "surgery", "osteoporosis", "replacement", "heart", "dizziness"]),
    ("maybe", UNCLEAR), ("not sure", UNCLEAR), ("yes", UNCLEAR), ("left", UNCLEAR), ("", UNCLEAR),
]  # fmt: skip

HARDEST = [
    ("sitting mostly and at night", ["sitting", "sleep"]), ("sitting is the worst", ["sitting"]),
    ("sitting/standing", ["sitting", "standing"]), ("can't sleep", ["sleep"]), ("stairs", ["walking"]),
    ("bending over", ["bending"]), ("tying my shoes", ["bending"]), ("driving", ["sitting"]),
    ("sittng and bendin", ["sitting", "bending"]), ("not sitting, standing", ["standing"]),
    ("walking and standing but not sitting", ["standing", "walking"]), ("lying down", ["sleep"]),
    ("getting out of bed", ["sleep"]), ("standing at the sink", ["standing"]), ("not sure", []),
    ("everything", ["sitting", "standing", "walking", "bending", "sleep"]), ("none", []),
    ("all the same", []), ("all of it", ["sitting", "standing", "walking", "bending", "sleep"]), ("nothing really", []), ("skip", []), ("hmm", UNCLEAR), ("", UNCLEAR),
]  # fmt: skip

MINUTES = [
    ("10", 10), ("ten", 10), ("10 min max", 10), ("5 minutes", 5), ("fifteen", 15), ("20 mins", 20),
    ("about 15 minutes a day", 15), ("half an hour", 30), ("an hour", 60), ("quarter of an hour", 15),
    ("10-15", 10), ("1.5 hours", 60), ("90 minutes", 60), ("2", 5), ("twnety minutes", 20), ("not much", 5),
    ("as long as it takes", 20), ("not sure", 10), ("whatever", 10), ("maybe 20", 20), ("half hr", 30), ("10 minutes twice a day", 20),
    ("an hour a week", UNCLEAR), ("hi", UNCLEAR), ("0", UNCLEAR),
]  # fmt: skip

PLACE = [
    ("floor", "floor"), ("chair", "chair"), ("both", "both"), ("either", "both"), ("yes", "both"),
    ("no", "chair"), ("I can't get on the floor", "chair"), ("can't get down there", "chair"),
    ("i cant kneel or get down on the floor", "chair"), ("no floor", "chair"), ("floor is fine", "both"),
    ("yes floor is fine", "both"), ("yes I can", "both"), ("chair only please", "chair"), ("mat", "floor"),
    ("no chair, floor", "floor"), ("i have a mat and a chair", "both"), ("standing", "chair"),
    ("not sure", "chair"), ("don't mind", "both"), ("wheelchair", "chair"), ("no i can't", "chair"), ("I can get down but not up", "chair"),
    ("yes, no problem", "both"), ("floor's fine", "both"), ("in bed", UNCLEAR),
]  # fmt: skip

STAGE = [
    ("2", 2), ("stage two", 2), ("the second", 2), ("stge 2", 2), ("3 please", 3), ("i want stage 3", 3),
    ("stage 4", 4), ("last", 4), ("first", 1), ("mobility stage", 2), ("not sure, I'd say early", 1),
    ("not sure", "suggested"), ("your suggestion", "suggested"), ("ok", "suggested"), ("yes", "suggested"),
    ("whatever you think", "suggested"), ("Take the suggestion", "suggested"), ("fine", "suggested"), ("the last one", 4), ("second one", 2), ("stage1", 1), ("your call", "suggested"),
    ("which one is best?", UNCLEAR),
    ("week 5", UNCLEAR), ("no", UNCLEAR), ("stage 2 or 3", UNCLEAR), ("hello", UNCLEAR),
]  # fmt: skip

SAFETY = [
    ("no", "no"), ("nope", "no"), ("naw", "no"), ("no none of these", "no"), ("nothing like that", "no"),
    ("I don't have any", "no"), ("i do not", "no"), ("i have none", "no"), ("no i am fine", "no"),
    ("No, none of these", "no"), ("all clear", "no"), ("N", "no"), ("y", "yes"), ("no, just back pain", "no"), ("all good", "no"), ("yes", "yes"), ("yess", "yes"),
    ("i have one of them", "yes"), ("yes I have numbness", "yes"), ("not sure", "unsure"),
    ("i don't think so", "unsure"), ("maybe", "unsure"), ("yes and no", "unsure"),
    ("no but my foot went floppy", "unsure"), ("hmm", UNCLEAR), ("left", UNCLEAR),
]  # fmt: skip

ALL = {
    "pain": PAIN, "duration": DURATION, "rule_outs": RULE_OUTS, "hardest": HARDEST, "minutes": MINUTES,
    "place": PLACE, "stage": STAGE, "safety": SAFETY,
}  # fmt: skip


@pytest.mark.parametrize(
    ("question", "text", "expected"),
    [(question, *case) for question, cases in ALL.items() for case in cases],
)
def test_free_text_is_read(kb, today, question, text, expected):
    found = read(kb, question, text, today)
    assert isinstance(found, Unclear) if expected is UNCLEAR else found == expected


def test_every_button_is_read_as_its_value(kb, today):
    for question in kb.programme.questions:
        for choice in question.choices:
            found = read(kb, question.id, choice.title, today)
            several = [] if choice.value == "none" else [choice.value]
            assert found == (several if question.kind == "several" else choice.value), choice


@pytest.mark.parametrize("name", ["rule_outs", "hardest"])
def test_titles_joined_by_commas_are_all_read(kb, today, name):
    """As the widget sends ticked choices: every pair in both orders, and all of them."""
    choices = [choice for choice in kb.programme.question(name).choices if choice.value != "none"]
    for ticked in (*permutations(choices, 2), choices):
        found = read(kb, name, ", ".join(choice.title for choice in ticked), today)
        assert found == [choice.value for choice in choices if choice in ticked], ticked


@pytest.mark.parametrize(
    ("text", "offered"), [("unbearable", [8, 9, 10]), ("mild", [1, 2, 3]), ("hello", list(range(11)))]
)
def test_a_word_for_pain_is_asked_back_with_the_scores_it_may_mean(kb, today, text, offered):
    found = read(kb, "pain", text, today)
    assert [choice.value for choice in found.choices] == offered
    assert found.ask == kb.programme.question("pain").ask_again


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("just make the plan", True),
        ("no more questions please", True),
        ("sitting", False),
        ("skip", False),
    ],
)
def test_a_person_may_want_the_plan_now(kb, text, expected):
    assert wants_plan_now(kb, text) is expected


def test_a_required_question_cannot_be_skipped(kb, today):
    assert isinstance(read(kb, "pain", "skip", today), Unclear)
    assert read(kb, "minutes", "skip", today) == 10


@settings(max_examples=300, deadline=None)
@given(text=st.text() | st.from_regex(r"[0-9 a-z,./:-]{0,40}", fullmatch=True))
def test_no_text_raises(kb, today, text):
    for question in kb.programme.questions:
        found = read(kb, question.id, text, today)
        if not isinstance(found, Unclear) and question.kind == "pain":
            assert 0 <= found <= 10
        if not isinstance(found, Unclear) and question.kind == "duration":
            assert 0 <= found <= 36_500
        if not isinstance(found, Unclear) and question.kind == "minutes":
            assert 5 <= found <= 60
