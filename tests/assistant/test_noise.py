"""Typing mistakes: few letters change, and the same seed makes the same ones."""

import random
from difflib import SequenceMatcher

from hypothesis import given
from hypothesis import strategies as st

from assistant.adaptation.noise import misspelt, typed_in_a_hurry

TEXT = "I can't feel my left foot since Tuesday, is that normal?"


@given(st.text(max_size=80), st.integers())
def test_any_text_can_be_typed_in_a_hurry(text, seed):
    typed_in_a_hurry(text, random.Random(seed))


@given(st.sampled_from(["numbness", "bladder", "physiotherapist"]), st.integers())
def test_a_misspelt_word_is_still_like_the_word(word, seed):
    made = misspelt(word, random.Random(seed))
    assert made[0] in (word[0], word[1]) or len(made) == len(word)
    assert SequenceMatcher(None, word, made).ratio() > 0.5


def test_short_words_and_numbers_stay():
    assert misspelt("is", random.Random(0)) == "is"
    assert misspelt("L4/L5", random.Random(0)) == "L4/L5"


def test_many_texts_stay_as_they_are_and_many_do_not():
    typed = [typed_in_a_hurry(TEXT, random.Random(seed)) for seed in range(200)]
    assert 90 < typed.count(TEXT) < 150
    assert len(set(typed)) > 40
    assert typed == [typed_in_a_hurry(TEXT, random.Random(seed)) for seed in range(200)]
