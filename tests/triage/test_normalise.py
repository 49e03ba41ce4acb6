"""Typed words are mended towards the words that matter, and no others."""

import pytest

from triage.normalise import Normaliser

NORMALISE = Normaliser(
    dict.fromkeys(
        ["pee", "bladder", "numb", "numbness", "weakness", "groin", "between", "legs", "can", "not"], 1
    ),
    {"cant": "can not", "can't": "can not", "u": "you"},
)


@pytest.mark.parametrize(
    ("typed", "mended"),
    [
        ("I CANT pee", "i can not pee"),
        ("can\u2019t", "can not"),
        ("blader numbnes", "bladder numbness"),
        ("weaknes in groinn", "weakness in groin"),
        ("numbbbb", "numb"),
        ("cantpee", "can not pee"),
        ("numbbetween", "numb between"),
        ("u", "you"),
    ],
)
def test_typos_contractions_and_lost_spaces(typed, mended):
    assert NORMALISE(typed) == mended


@pytest.mark.parametrize("word", ["ladder", "number", "plumb", "week", "grain", "pea"])
def test_a_real_word_or_a_short_one_never_becomes_a_sign(word):
    assert NORMALISE(word) == word


def test_invisible_characters_hide_nothing():
    assert NORMALISE("nu\u200bmb") == "numb"


@pytest.mark.parametrize(
    ("typed", "mended"),
    [("hld", "hold"), ("swm", "swim"), ("wk", "wk"), ("b", "b"), ("pt", "pt")],
)
def test_words_without_vowels_are_completed_where_one_word_is_likely(typed, mended):
    normalise = Normaliser(
        {"hold": 9, "held": 1, "swim": 2, "week": 3, "weak": 2, "bee": 1, "pt": 1}, {}
    )
    assert normalise(typed) == mended
