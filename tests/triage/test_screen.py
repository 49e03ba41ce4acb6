"""Warning signs by sign and status. One line, one message."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import knowledge
from triage import Screen
from triage.screen import MAX_CHARACTERS

SCREEN = Screen(knowledge.load().red_flags)


def signs(text, status="present"):
    return {f.sign.id for f in SCREEN(text) if f.status == status}


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("I can't pee", "bladder"),
        ("i cant pee since yesterday", "bladder"),
        ("I have lost control of my bladder", "bladder"),
        ("My husband wet himself twice", "bladder"),
        ("I keep leaking urine", "bladder"),
        ("can\u2019t hold my bowels", "bowel"),
        ("I soiled myself on the bus", "bowel"),
        ("I am numb between my legs", "saddle-numbness"),
        ("My groin has gone numb", "saddle-numbness"),
        ("cnt feel my privates sinse yestaday", "saddle-numbness"),
        ("I can't get hard since my back went", "sexual-function"),
        ("Both my feet have gone numb", "both-legs"),
        ("I suddenly can't move my legs", "paralysis"),
        ("I want to die", "suicide"),
        ("I am thinking of ending my life", "suicide"),
        ("I volunteer at the food bank and I want to end my life", "suicide"),
        ("My toddler still sleeps badly and last night I wet the bed", "bladder"),
        ("I had breast cancer and endometriosis, now my back hurts", "cancer-history"),
        ("I took 30 gabapentin last night", "overdose"),
        ("took amitriptyline, 20 of them", "overdose"),
        ("I might hope I never wake up, would that be so bad", "suicide"),  # the wish is the sign
        ("if I could fall asleep and not wake up that is okay with me", "suicide"),
        ("My wife fell asleep and I did not want to wake up", "suicide"),
        ("I have chest pain and can't breathe", "chest-breath"),
        ("Her face is drooping on one side", "stroke"),
        ("My foot drags and I keep tripping over it", "leg-weakness"),
        ("one calf is swollen, red and hot", "dvt"),
        ("No idea what to wear. I can't pee.", "bladder"),  # a negation ends with its sentence
        ("No pain in my back but I can't pee", "bladder"),  # and with "but"
        ("It's probably nothing, I just can't pee", "bladder"),  # minimising changes nothing
        ("I CAN'T PEE!!!", "bladder"),
    ],
)
def test_reports_are_found(text, sign):
    assert sign in signs(text)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("I have no numbness between my legs", "negated"),
        ("I am not suicidal", "negated"),
        ("My legs have not given way", "negated"),
        ("Why is losing bladder control dangerous?", "asked"),
        ("What if I lose control of my bladder?", "hypothetical"),
        ("Years ago I lost control of my bladder", "past"),
        ("In 2009 I lost control of my bladder", "past"),
        ("I wet myself laughing", "figurative"),
        ("In the film a man lost control of his bladder", "other-person"),
    ],
)
def test_other_mentions_are_told_apart(text, status):
    assert signs(text) == set()
    assert signs(text, status)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "this pain is killing me",
        "I am taking pregabalin 75 at night",  # a strength, no count
        "I'm dying to get back to running",
        "how do I do cat-cow?",
        "how long do I hold the plank?",
        "do I stretch both legs?",
        "what should I wear to my first session?",
        "🦵🔥",
    ],
)
def test_nothing_is_found_where_nothing_is(text):
    assert SCREEN(text) == []


def test_a_finding_says_which_words_and_sentence_it_was():
    (finding,) = [
        f for f in SCREEN("Hello. Since Monday I can not pass any water.") if f.sign.id == "bladder"
    ][:1]
    assert "pass any water" in finding.words
    assert finding.sentence == 1


@given(st.text(max_size=400))
@settings(max_examples=150, deadline=None)
def test_any_text_is_read_without_an_error(text):
    SCREEN(text)
    SCREEN.sentences(text)
    SCREEN.about_other(text)


@given(st.sampled_from(["please", "thank you", "my name is Sam", "what do I wear", "I like tea"]))
@settings(deadline=None)
def test_a_harmless_sentence_more_changes_no_sign(extra):
    before = signs("I can't pee.")
    assert before <= signs(f"I can't pee. {extra}.")
    assert before <= signs(f"{extra}. I can't pee.")


@given(st.text(min_size=1, max_size=50), st.sampled_from(["", " ", ". ", "\n"]))
@settings(max_examples=10, deadline=None)
def test_a_pasted_book_is_read(page, joint):
    book = (page + joint) * (MAX_CHARACTERS // len(page + joint))
    SCREEN(book)
    assert len(SCREEN.sentences(book)) <= MAX_CHARACTERS


def test_a_sign_at_the_end_of_a_book_is_found():
    assert "bladder" in signs("word " * 10_000 + "\nI can't pee.")


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("I can't pee", False),
        ("My husband can't pee", True),
        ("My husband says it's nothing but I can't pee", False),
        ("I'm worried, my 80 year old mother can't pee", True),
        ("I can't pee and my husband is driving me to work", False),
        ("can't pee since yesterday", False),
    ],
)
def test_a_finding_knows_whose_it_is(text, other):
    assert {f.about_other for f in SCREEN(text) if f.sign.id == "bladder"} == {other}


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("He hasn't been himself, what should I do?", True),
        ("I feel strange", False),
        ("I feel strange, she says it is my age and I should rest", False),
        ("numb since Monday", False),
    ],
)
def test_a_message_knows_whom_it_speaks_of(text, other):
    assert SCREEN.about_other(text) is other


def test_what_lasts_counts_though_it_is_past():
    assert "cancer-history" in signs("I had breast cancer in 2009 and now my back hurts")
